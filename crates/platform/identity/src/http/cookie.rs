//! Cookies: reading one, and setting ours (decisions 4). `HttpOnly; SameSite=Lax; Path=/`; with `Secure` the name
//! begins with `__Host-`, which browsers give to nobody but this very host.

use http::{HeaderMap, HeaderValue, header};

use crate::{Settings, Token};

/// The value of the cookie with this name, as sent. The first counts.
pub fn read<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(key, value)| (key == name).then_some(value))
}

/// The name of a cookie of ours: `lx`, or `__Host-lx`.
pub fn name(settings: &Settings, short: &str) -> String {
    let prefix = if settings.secure_cookies { "__Host-" } else { "" };
    format!("{prefix}{short}")
}

/// `Set-Cookie` for a cookie of ours; `max_age` in seconds, none: until the browser closes. `None` when the value is not
/// fit for a header.
pub(crate) fn set(settings: &Settings, short: &str, value: &str, max_age: Option<i64>) -> Option<HeaderValue> {
    let name = name(settings, short);
    let secure = if settings.secure_cookies { "; Secure" } else { "" };
    let age = max_age.map_or_else(String::new, |secs| format!("; Max-Age={secs}"));
    HeaderValue::from_str(&format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{age}")).ok()
}

/// The short name of the session's cookie.
pub const SESSION: &str = "lx";

impl crate::Identity {
    /// `Set-Cookie` that signs a browser in. It ends with the browser; the session ends by itself before.
    pub fn session_cookie(&self, token: &Token) -> Option<HeaderValue> {
        set(self.settings(), SESSION, token.reveal(), None)
    }

    /// `Set-Cookie` that signs a browser out.
    pub fn no_session_cookie(&self) -> Option<HeaderValue> {
        set(self.settings(), SESSION, "", Some(0))
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;
    use crate::Policy;

    #[test]
    fn a_cookie_is_found_among_others_and_never_by_part_of_its_name() {
        let mut headers = HeaderMap::new();
        headers.append(header::COOKIE, HeaderValue::from_static("a=1; xlx=2; lx=3=4; lx=5"));
        assert_eq!(read(&headers, "lx"), Some("3=4"));
        assert_eq!(read(&headers, "x"), None);
    }

    #[test]
    fn a_secure_site_binds_its_cookies_to_the_host() {
        let secure = Settings { secure_cookies: true, public_host: None, policy: Policy::lenient() };
        let plain = Settings { secure_cookies: false, public_host: None, policy: Policy::lenient() };
        assert_eq!(set(&secure, "lx", "v", None).unwrap(), "__Host-lx=v; Path=/; HttpOnly; SameSite=Lax; Secure");
        assert_eq!(set(&plain, "lx", "", Some(0)).unwrap(), "lx=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
        assert_eq!(set(&plain, "lx", "a\nb", None), None);
    }
}
