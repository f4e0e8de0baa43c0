//! `/log/…`: the public log as C2SP tlog-tiles has it served, and where a leaf stands. For anybody, from any page.

use axum::Json;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use http::{HeaderName, HeaderValue, StatusCode, header};
use kernel::Kind;
use ledger::{Ledger, LedgerError};
use serde_json::json;
use tlog::epochs;
use tlog::tile::Resource;
use web::Fail;

fn not_there() -> Fail {
    Fail::new(Kind::NotFound, "log.not_found")
}

fn failed(error: &LedgerError) -> Fail {
    tracing::error!(error = error as &dyn std::error::Error, "the log cannot be read");
    Fail::new(Kind::Unavailable, error.code())
}

/// What every answer of the log carries: other people's pages and programs may read it.
fn open(mut response: Response, keep: &'static str) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("cross-origin"));
    response
}

async fn serve(ledger: &Ledger, epoch: u64, resource: Resource) -> Result<Response, Fail> {
    let bytes = ledger.read(epoch, resource).await.map_err(|error| failed(&error))?.ok_or_else(not_there)?;
    let keep = if resource.is_immutable() { "public, max-age=31536000, immutable" } else { "no-cache" };
    let kind = HeaderValue::from_static(resource.content_type());
    Ok(open(([(header::CONTENT_TYPE, kind)], bytes).into_response(), keep))
}

/// `GET /log/checkpoint`: the signed head. The only resource that changes.
pub(crate) async fn checkpoint(State(ledger): State<Ledger>) -> Result<Response, Fail> {
    serve(&ledger, 0, Resource::Checkpoint).await
}

/// `GET /log/tile/<L>/<N>[.p/<W>]` and `GET /log/tile/entries/<N>[.p/<W>]`: exactly one path names a resource.
pub(crate) async fn tile(State(ledger): State<Ledger>, Path(rest): Path<String>) -> Result<Response, Fail> {
    serve(&ledger, 0, tile_at(&rest)?).await
}

/// `GET /log/2/checkpoint` and so on: of the logs that a restored site began.
pub(crate) async fn later_checkpoint(State(ledger): State<Ledger>, Path(number): Path<String>) -> Result<Response, Fail> {
    serve(&ledger, later(&number)?, Resource::Checkpoint).await
}

/// `GET /log/2/tile/…` and so on.
pub(crate) async fn later_tile(State(ledger): State<Ledger>, Path((number, rest)): Path<(String, String)>) -> Result<Response, Fail> {
    serve(&ledger, later(&number)?, tile_at(&rest)?).await
}

/// `GET /log/keys/1` and so on: which key of the log follows which, signed by both.
pub(crate) async fn key(State(ledger): State<Ledger>, Path(number): Path<String>) -> Result<Response, Fail> {
    let link = number.parse().ok().filter(|n: &usize| n.to_string() == number).and_then(|n| ledger.link(n)).ok_or_else(not_there)?;
    let kind = HeaderValue::from_static(Resource::Checkpoint.content_type());
    Ok(open(([(header::CONTENT_TYPE, kind)], link).into_response(), "no-cache"))
}

async fn cosigned(ledger: &Ledger, epoch: u64) -> Result<Response, Fail> {
    let note = ledger.witnessed(epoch).await.map_err(|error| failed(&error))?.ok_or_else(not_there)?;
    let kind = HeaderValue::from_static(Resource::Checkpoint.content_type());
    Ok(open(([(header::CONTENT_TYPE, kind)], note).into_response(), "no-cache"))
}

/// `GET /log/witnessed`: the newest checkpoint that witnesses cosigned, with their lines. The checkpoint itself is a minute ahead of it at
/// most: nobody who files a matter waits for another site.
pub(crate) async fn witnessed(State(ledger): State<Ledger>) -> Result<Response, Fail> {
    cosigned(&ledger, 0).await
}

/// `GET /log/2/witnessed` and so on.
pub(crate) async fn later_witnessed(State(ledger): State<Ledger>, Path(number): Path<String>) -> Result<Response, Fail> {
    cosigned(&ledger, later(&number)?).await
}

fn tile_at(rest: &str) -> Result<Resource, Fail> {
    Resource::parse(&format!("tile/{rest}")).ok_or_else(not_there)
}

/// The epoch of the log with this number; the first has none in its paths.
fn later(number: &str) -> Result<u64, Fail> {
    epochs::of("log", &format!("log/{number}")).ok_or_else(not_there)
}

/// `GET /log/find/<6 bytes in hexadecimal>`: the places of leaves whose hash begins so, and below which path of the log they stand. The
/// server is not told which is meant.
pub(crate) async fn find(State(ledger): State<Ledger>, Path(prefix): Path<String>) -> Result<Response, Fail> {
    let first_six = six(&prefix).ok_or_else(not_there)?;
    let found = ledger.find(first_six).await.map_err(|error| failed(&error))?;
    let answer = json!({ "indexes": found.indexes, "below": epochs::folder(found.epoch) });
    Ok(open((StatusCode::OK, Json(answer)).into_response(), "no-cache"))
}

/// Six bytes from twelve lowercase hexadecimal digits.
fn six(text: &str) -> Option<[u8; 6]> {
    let digits = text.len() == 12 && text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
    let [_, _, bytes @ ..] = u64::from_str_radix(text, 16).ok().filter(|_| digits)?.to_be_bytes();
    Some(bytes)
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_later_log_has_one_path() {
        assert_eq!((super::later("2").ok(), super::later("11").ok()), (Some(1), Some(10)));
        for bad in ["", "0", "1", "02", "+2", "-1", "x", "2/2"] {
            assert!(super::later(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_prefix_is_written_in_one_way() {
        assert_eq!(super::six("00ff10a0b0c1"), Some([0x00, 0xff, 0x10, 0xa0, 0xb0, 0xc1]));
        for bad in ["", "00ff10a0b0c", "00ff10a0b0c1d", "00FF10a0b0c1", "+0ff10a0b0c1", "00ff10a0b0cg"] {
            assert_eq!(super::six(bad), None, "{bad}");
        }
    }
}
