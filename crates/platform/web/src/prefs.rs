//! How a person likes to read: language, 长辈版, size, theme. Kept in four cookies and set by a plain
//! form, so that it works without a script and on every page.

use std::convert::Infallible;

use axum::extract::{FromRequestParts, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::post;
use axum::{Form, Router};
use http::request::Parts;
use http::{HeaderMap, HeaderValue, header};
use kernel::Locale;
use serde::Deserialize;

/// Normal, or 长辈版: larger text and targets, one decision after another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// The page as most see it.
    #[default]
    Normal,
    /// 长辈版.
    Senior,
}

/// Light or dark ground. Staff only for now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// Ink on paper.
    #[default]
    Light,
    /// For a night shift.
    Dark,
}

/// The reader's own size within 长辈版: 0 is 20 px of body text, 1 is 22, 4 is 30.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Zoom(u8);

impl Zoom {
    /// The largest size.
    pub const LARGEST: Self = Self(4);

    /// A step from 0 to 4; larger ones are the largest.
    pub fn new(step: u8) -> Self {
        Self(step).min(Self::LARGEST)
    }

    /// The step, 0 to 4.
    pub fn step(self) -> u8 {
        self.0
    }

    /// One step smaller, if there is one.
    pub fn smaller(self) -> Option<Self> {
        self.0.checked_sub(1).map(Self)
    }

    /// One step larger, if there is one.
    pub fn larger(self) -> Option<Self> {
        (self < Self::LARGEST).then(|| Self(self.0 + 1))
    }
}

impl Default for Zoom {
    fn default() -> Self {
        Self(1)
    }
}

/// A reader's preferences. As an extractor it never fails: `?lang=`, then the cookie, then
/// `Accept-Language`, then Chinese.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Prefs {
    /// The language of the page.
    pub locale: Locale,
    /// 长辈版 or not.
    pub mode: Mode,
    /// Size within 长辈版.
    pub zoom: Zoom,
    /// Light or dark.
    pub theme: Theme,
}

impl Prefs {
    /// The preferences a request carries.
    pub fn of(query: Option<&str>, headers: &HeaderMap) -> Self {
        let asked = query.into_iter().flat_map(|query| query.split('&')).find_map(|pair| pair.strip_prefix("lang="));
        let locale =
            asked.and_then(Locale::from_tag).or_else(|| cookie(headers, "lx-lang").and_then(Locale::from_tag)).unwrap_or_else(|| {
                let header = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
                header.map_or(Locale::Zh, Locale::negotiate)
            });
        Self {
            locale,
            mode: if cookie(headers, "lx-mode") == Some("senior") { Mode::Senior } else { Mode::Normal },
            zoom: cookie(headers, "lx-zoom").and_then(|step| step.parse().ok()).map_or_else(Zoom::default, Zoom::new),
            theme: if cookie(headers, "lx-theme") == Some("dark") { Theme::Dark } else { Theme::Light },
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Prefs {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Infallible> {
        Ok(Self::of(parts.uri.query(), &parts.headers))
    }
}

/// The value of a cookie, by name.
pub fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let pairs = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok()).flat_map(|value| value.split(';'));
    pairs.filter_map(|pair| pair.trim().split_once('=')).find_map(|(key, value)| (key == name).then_some(value))
}

/// A path of this site that a form may send the reader back to; anything else is the home page.
/// `//host` and `/\host` are other sites to a browser.
pub fn safe_back(path: &str) -> &str {
    let inside = path.starts_with('/') && !path.starts_with("//") && !path.contains('\\') && path.len() <= 2_048;
    if inside && path.bytes().all(|byte| byte.is_ascii_graphic()) { path } else { "/" }
}

/// `POST /prefs`: sets what the form names and returns to the page it came from. `https` adds
/// `Secure` to the cookies.
pub fn router<S: Clone + Send + Sync + 'static>(https: bool) -> Router<S> {
    Router::new().route("/prefs", post(set)).with_state(https)
}

#[derive(Debug, Deserialize)]
struct PrefsForm {
    lang: Option<String>,
    mode: Option<String>,
    zoom: Option<u8>,
    theme: Option<String>,
    #[serde(default)]
    back: String,
}

async fn set(State(https): State<bool>, Form(form): Form<PrefsForm>) -> Response {
    let mut response = Redirect::to(safe_back(&form.back)).into_response();
    let known = [
        ("lx-lang", form.lang.as_deref().and_then(Locale::from_tag).map(|locale| locale.tag().to_owned())),
        ("lx-mode", form.mode.filter(|mode| mode == "senior" || mode == "normal")),
        ("lx-zoom", form.zoom.map(|step| Zoom::new(step).step().to_string())),
        ("lx-theme", form.theme.filter(|theme| theme == "dark" || theme == "light")),
    ];
    let secure = if https { "; Secure" } else { "" };
    for (name, value) in known {
        let Some(value) = value else { continue };
        let cookie = format!("{name}={value}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly{secure}");
        if let Ok(cookie) = HeaderValue::try_from(cookie) {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
    }
    response
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use axum::body::Body;
    use http::{Request, StatusCode};
    use tower::ServiceExt as _;

    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs.iter().map(|&(name, value)| (name.parse().unwrap(), HeaderValue::from_static(value))).collect()
    }

    #[test]
    fn the_address_comes_before_the_cookie_and_the_cookie_before_the_browser() {
        let english = [("accept-language", "en-GB,en;q=0.9")];
        assert_eq!(Prefs::of(None, &headers(&[])).locale, Locale::Zh);
        assert_eq!(Prefs::of(None, &headers(&english)).locale, Locale::En);
        assert_eq!(Prefs::of(None, &headers(&[english[0], ("cookie", "a=b; lx-lang=zh-CN")])).locale, Locale::Zh);
        assert_eq!(Prefs::of(Some("a=b&lang=en"), &headers(&[("cookie", "lx-lang=zh-CN")])).locale, Locale::En);
    }

    #[test]
    fn a_size_stays_within_its_five_steps() {
        assert_eq!(Prefs::of(None, &headers(&[("cookie", "lx-mode=senior; lx-zoom=9")])).zoom, Zoom::LARGEST);
        assert_eq!(Zoom::LARGEST.larger(), None);
        assert_eq!(Zoom::new(0).smaller(), None);
        assert_eq!(Zoom::default().larger(), Some(Zoom::new(2)));
    }

    #[test]
    fn only_a_path_of_this_site_is_returned_to() {
        assert_eq!(safe_back("/track/261113048271?x=1"), "/track/261113048271?x=1");
        for evil in ["https://evil.example/", "//evil.example", "/\\evil.example", "/a\r\nset-cookie: x", ""] {
            assert_eq!(safe_back(evil), "/");
        }
    }

    #[tokio::test]
    async fn a_form_sets_what_it_names_and_nothing_else() {
        let request = Request::post("/prefs")
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Body::from("mode=senior&back=%2Freport"))
            .unwrap();
        let response = router::<()>(true).oneshot(request).await.unwrap();
        assert_eq!(response.status(), StatusCode::SEE_OTHER);
        assert_eq!(response.headers()["location"], "/report");
        let cookies: Vec<_> = response.headers().get_all("set-cookie").iter().collect();
        assert_eq!(cookies, ["lx-mode=senior; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly; Secure"]);
    }
}
