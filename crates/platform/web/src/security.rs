//! Headers of every response (decisions 15): nothing inline, nothing from elsewhere, nothing framed,
//! nothing kept by a shared browser.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::{HeaderName, HeaderValue, header};

/// The content security policy of every page.
pub const POLICY: &str = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; worker-src 'self' blob:; \
     object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// What the headers depend on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Security {
    /// The site is reached over HTTPS only: HSTS is sent.
    pub https: bool,
}

/// Middleware: `axum::middleware::from_fn_with_state(Security { https }, web::security::headers)`.
/// A header that a handler has set stays as it is.
///
/// Residents' pages send no referrer at all, because an address may hold a query code. With that
/// policy browsers send `Origin: null` on same-site form posts; a check of the origin must then go by
/// `Sec-Fetch-Site` or the token. Staff pages keep the referrer within the site.
pub async fn headers(State(security): State<Security>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let staff = path == "/staff" || path.starts_with("/staff/") || path == "/signin" || path == "/signout";
    let referrer = if staff { "same-origin" } else { "no-referrer" };
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let mut put = |name: HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    put(header::CONTENT_SECURITY_POLICY, POLICY);
    put(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    put(header::X_FRAME_OPTIONS, "DENY");
    put(header::REFERRER_POLICY, referrer);
    put(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    put(HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    put(HeaderName::from_static("permissions-policy"), "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()");
    put(header::CACHE_CONTROL, "no-store");
    if security.https {
        put(header::STRICT_TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains");
    }
    response
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use axum::body::Body;
    use axum::routing::get;
    use axum::{Router, middleware};
    use tower::ServiceExt as _;

    use super::*;

    async fn ask(path: &str, https: bool) -> Response {
        let app = Router::new()
            .route("/", get(|| async { "" }))
            .route("/staff", get(|| async { "" }))
            .merge(crate::assets::router())
            .layer(middleware::from_fn_with_state(Security { https }, headers));
        app.oneshot(http::Request::get(path).body(Body::empty()).unwrap()).await.unwrap()
    }

    #[tokio::test]
    async fn every_page_carries_the_policy_and_is_not_kept() {
        let response = ask("/", false).await;
        let headers = response.headers();
        assert_eq!(headers["content-security-policy"], POLICY);
        assert_eq!(headers["referrer-policy"], "no-referrer");
        assert_eq!(headers["cache-control"], "no-store");
        assert!(!headers.contains_key("strict-transport-security"));
        assert!(ask("/", true).await.headers().contains_key("strict-transport-security"));
        assert_eq!(ask("/staff", false).await.headers()["referrer-policy"], "same-origin");
    }

    #[tokio::test]
    async fn assets_keep_their_own_caching() {
        let response = ask(crate::assets::url("app.css"), false).await;
        assert_eq!(response.headers()["cache-control"], "public, max-age=31536000, immutable");
    }
}
