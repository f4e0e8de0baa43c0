//! Styles, scripts and icons, embedded in the binary and served under an address that holds a hash
//! of their content, so that a browser keeps them for good and never sees a stale one.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use axum::Router;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use rust_embed::Embed;
use sha2::{Digest, Sha256};

/// `web/dist`, as `npm run build` left it. Without that build the crate compiles and pages are bare;
/// the tests below say so.
#[derive(Embed)]
#[folder = "../../../web/dist"]
#[allow_missing = true]
struct Dist;

struct Asset {
    address: String,
    hash: String,
    sha256: String,
    plain: Cow<'static, [u8]>,
    brotli: Option<Cow<'static, [u8]>>,
}

static ASSETS: LazyLock<BTreeMap<String, Asset>> = LazyLock::new(|| {
    let files = Dist::iter().filter(|name| !name.ends_with(".br"));
    files
        .filter_map(|name| {
            let plain = Dist::get(&name)?.data;
            let digest = Sha256::digest(&plain);
            let hash = URL_SAFE_NO_PAD.encode(digest).chars().take(12).collect::<String>();
            let sha256 = kernel::format::hex(&digest);
            let brotli = Dist::get(&format!("{name}.br")).map(|file| file.data);
            let asset = Asset { address: format!("/assets/{hash}/{name}"), hash, sha256, plain, brotli };
            Some((name.into_owned(), asset))
        })
        .collect()
});

/// The address of an asset (`app.css`), with the hash of its content.
pub fn url(name: &str) -> &'static str {
    ASSETS.get(name).map_or("/assets/missing", |asset| &asset.address)
}

/// The SHA-256 of an asset in hexadecimal, for those who keep it and want to know that it was not exchanged.
pub fn sha256(name: &str) -> &'static str {
    ASSETS.get(name).map_or("", |asset| &asset.sha256)
}

/// Bytes over the wire (brotli) of the named assets together; for the tests of budgets.
pub fn weight(names: &[&str]) -> usize {
    names.iter().filter_map(|name| ASSETS.get(*name)).map(|asset| asset.brotli.as_ref().unwrap_or(&asset.plain).len()).sum()
}

/// Every asset with its address; for writing samples to files.
pub fn all() -> impl Iterator<Item = (&'static str, &'static [u8])> {
    ASSETS.values().map(|asset| (asset.address.as_str(), asset.plain.as_ref()))
}

/// Serves `/assets/{hash}/{name}`.
pub fn router<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new().route("/assets/{hash}/{name}", get(serve))
}

async fn serve(Path((hash, name)): Path<(String, String)>, headers: HeaderMap) -> Response {
    let Some(asset) = ASSETS.get(&name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    // A page from before an upgrade asks with the old hash: it gets today's content, not for keeps.
    let keep = if hash == asset.hash { "public, max-age=31536000, immutable" } else { "no-cache" };
    let takes_brotli = headers
        .get_all(header::ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|coding| coding.trim() == "br" || coding.trim().starts_with("br;") && !coding.ends_with("q=0"));
    let (body, coding) = match (&asset.brotli, takes_brotli) {
        (Some(small), true) => (small.clone(), Some("br")),
        (Some(_) | None, _) => (asset.plain.clone(), None),
    };
    let mut response = body.into_response();
    let out = response.headers_mut();
    out.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type(&name)));
    out.insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
    out.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Some(coding) = coding {
        out.insert(header::CONTENT_ENCODING, HeaderValue::from_static(coding));
    }
    response
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        // `verify.html` is a page to keep: it is downloaded, and shown from there under its own policy.
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use axum::body::Body;
    use http::Request;
    use tower::ServiceExt as _;

    use super::*;

    const RESIDENT: [&str; 4] = ["app.css", "app.js", "icons.svg", "favicon.svg"];
    const STAFF: [&str; 5] = ["desk.css", "app.js", "desk.js", "icons.svg", "favicon.svg"];

    #[test]
    fn every_asset_of_both_faces_is_embedded_and_light() {
        for name in RESIDENT.iter().chain(&STAFF) {
            assert_ne!(url(name), "/assets/missing", "{name}: run `npm ci && npm run build` in web/");
        }
        assert!(weight(&RESIDENT) < 30_000, "decisions 15: a home page of 60 kB, assets at most half");
        assert!(weight(&STAFF) < 100_000, "decisions 15: a staff page of 200 kB, assets at most half");
    }

    #[tokio::test]
    async fn an_asset_is_kept_for_good_only_under_its_own_hash() {
        let ask = |path: String| async move {
            let request = Request::get(path).header("accept-encoding", "gzip, br").body(Body::empty()).unwrap();
            router::<()>().oneshot(request).await.unwrap()
        };
        let fresh = ask(url("app.css").to_owned()).await;
        assert_eq!(fresh.headers()["cache-control"], "public, max-age=31536000, immutable");
        assert_eq!(fresh.headers()["content-encoding"], "br");
        assert_eq!(fresh.headers()["content-type"], "text/css; charset=utf-8");
        let old = ask("/assets/old/app.css".to_owned()).await;
        assert_eq!(old.headers()["cache-control"], "no-cache");
        assert_eq!(ask("/assets/x/nothing.css".to_owned()).await.status(), StatusCode::NOT_FOUND);
    }
}
