//! Whether a form was sent from a page of ours.
//!
//! Two walls. The first is what browsers say of a request's origin; [`super::gate`] asks it of every request that is
//! not safe, except to the API, which takes no cookie. The second is a token in the form: HMAC(web key, session) for
//! the signed-in, for everybody else HMAC(web key, random cookie), checked by [`super::SafeForm`].
//!
//! Residents' pages send no referrer, and with that browsers send `Origin: null`: then `Sec-Fetch-Site` decides, and
//! where an old browser sends neither, the token alone.

use http::{HeaderMap, header};

use super::cookie;
use crate::{Denied, Identity, Principal, secret};

/// The name of the form field.
pub const FIELD: &str = "csrf";

/// The short name of the cookie that stands for the session of a reader without one.
pub(crate) const SEED: &str = "lx-f";

/// How long that cookie is kept: a draft may lie for a week.
pub(crate) const SEED_SECS: i64 = 7 * 24 * 60 * 60;

/// Refuses a request that a browser says comes from another site. `own_host` is `host[:port]` of this site.
pub fn origin(headers: &HeaderMap, own_host: Option<&str>) -> Result<(), Denied> {
    let text = |name| headers.get(name).map(|value: &http::HeaderValue| value.to_str().unwrap_or("?"));
    match text("sec-fetch-site") {
        Some("same-origin" | "none") => return Ok(()),
        Some(_) => return Err(Denied::CrossSite),
        None => {}
    }
    match text("origin") {
        None | Some("null") => Ok(()),
        Some(origin) => {
            let host = origin.split_once("://").map(|(_, host)| host);
            let ours = own_host.zip(host).is_some_and(|(own, host)| own.eq_ignore_ascii_case(host));
            if ours { Ok(()) } else { Err(Denied::CrossSite) }
        }
    }
}

/// The host of this site as the browser sees it.
pub(crate) fn own_host<'a>(identity: &'a Identity, headers: &'a HeaderMap) -> Option<&'a str> {
    let public = identity.settings().public_host.as_deref();
    public.or_else(|| headers.get(header::HOST).and_then(|host| host.to_str().ok()))
}

/// The token of a form for this reader: by session, or by the random seed of her cookie.
pub(crate) fn token(key: &[u8; 32], principal: Option<&Principal>, seed: Option<&str>) -> Option<String> {
    let mac = match (principal.and_then(Principal::session), seed) {
        (Some(session), _) => secret::mac(key, "form of session", &[session.as_bytes()]),
        (None, Some(seed)) if seed.len() >= 20 => secret::mac(key, "form of cookie", &[seed.as_bytes()]),
        (None, _) => return None,
    };
    Some(secret::text(&mac))
}

/// Both walls for one form.
pub fn check(identity: &Identity, headers: &HeaderMap, principal: Option<&Principal>, submitted: Option<&str>) -> Result<(), Denied> {
    origin(headers, own_host(identity, headers))?;
    let seed = cookie::read(headers, &cookie::name(identity.settings(), SEED));
    let expected = token(identity.web_key(), principal, seed).ok_or(Denied::FormToken)?;
    let same = submitted.is_some_and(|submitted| secret::same(submitted.as_bytes(), expected.as_bytes()));
    if same { Ok(()) } else { Err(Denied::FormToken) }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;
    use http::HeaderValue;

    fn asked(pairs: &[(&'static str, &'static str)]) -> Result<(), Denied> {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.insert(*name, HeaderValue::from_static(value));
        }
        origin(&headers, Some("site.example:8080"))
    }

    #[test]
    fn browsers_say_where_a_request_comes_from() {
        assert!(asked(&[("sec-fetch-site", "same-origin"), ("origin", "null")]).is_ok(), "a page without referrer");
        assert!(asked(&[("origin", "http://site.example:8080")]).is_ok());
        assert!(asked(&[("origin", "null")]).is_ok(), "the token decides");
        assert!(asked(&[]).is_ok(), "the token decides");
        for pairs in [
            &[("sec-fetch-site", "cross-site")][..],
            &[("sec-fetch-site", "same-site")],
            &[("sec-fetch-site", "cross-site"), ("origin", "http://site.example:8080")],
            &[("origin", "http://site.example")],
            &[("origin", "http://evil.example")],
            &[("origin", "http://site.example:8080.evil.example")],
        ] {
            assert!(matches!(asked(pairs), Err(Denied::CrossSite)), "{pairs:?}");
        }
    }

    #[test]
    fn a_token_belongs_to_one_cookie() {
        let of = |seed| token(&[1; 32], None, Some(seed));
        assert_ne!(of("aaaaaaaaaaaaaaaaaaaaaa").unwrap(), of("bbbbbbbbbbbbbbbbbbbbbb").unwrap());
        assert_eq!(of("short"), None);
        assert_eq!(token(&[1; 32], None, None), None);
    }
}
