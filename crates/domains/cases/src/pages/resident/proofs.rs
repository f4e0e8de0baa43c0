//! 封存凭证: what a resident keeps, and where anybody checks it (decisions 12).

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use http::{HeaderValue, header};
use identity::{Granted, Identity};
use kernel::{CaseNumber, Kind, Timestamp, format};
use ledger::Sealing;
use web::Fail;

use super::visit::{Visit, number, to_find};
use crate::pages::views::Check;
use crate::pages::views::parts::Proof;
use crate::permissions::OwnCase;
use crate::queries::{Kept, ReceiptOf, Sealed};
use crate::service::Cases;

/// The receipts of a case as its pages show them, newest first.
pub(super) fn shown(kept: &[Kept], number: &CaseNumber, now: Timestamp, visit: &Visit) -> Vec<Proof> {
    let w = visit.words();
    let one = |kept: &Kept| Proof {
        what: match kept.of {
            ReceiptOf::Intake => w.proof_intake(),
            ReceiptOf::Answer => w.proof_answer(),
            ReceiptOf::Rating => w.proof_rating(),
            ReceiptOf::Exclusion => w.proof_exclusion(),
        }
        .into_owned(),
        when: format::date_time(kept.at, now, visit.locale()),
        state: match kept.sealed {
            Sealed::Waiting => w.proof_waiting().into_owned(),
            Sealed::At(position) => w.proof_sealed((position + 1).to_string()),
            Sealed::Gone => w.proof_gone().into_owned(),
        },
        href: matches!(kept.sealed, Sealed::At(_)).then(|| format!("/track/{number}/receipts/{}", kept.version)),
    };
    kept.iter().rev().map(one).collect()
}

/// `GET /track/{number}/receipts/{version}`: the receipt as a file.
pub(super) async fn file(
    State(cases): State<Cases>,
    State(identity): State<Identity>,
    visit: Visit,
    Path((path, version)): Path<(String, String)>,
) -> Result<Response, Fail> {
    let number = number(&path)?;
    let Some(proof) = visit.proof(&cases, &identity, &number).await? else { return Ok(to_find(&number)) };
    let missing = || Fail::new(Kind::NotFound, "receipt.not_found");
    let version: i64 = version.parse().map_err(|_| missing())?;
    let grant = Granted::<OwnCase>::by_code(&proof, Some(visit.caller.request_id))?;
    let seal = cases.seal(&grant, &number, version).await?.ok_or_else(missing)?;
    match cases.ledger().receipt(&seal).await {
        Ok(Sealing::Sealed(bytes)) => {
            let name = format!("attachment; filename=\"{number}-{version}.lxr\"");
            let name = HeaderValue::try_from(name).map_err(|_| missing())?;
            let kind = HeaderValue::from_static("text/plain; charset=utf-8");
            Ok(([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, name)], bytes).into_response())
        }
        // The page says that it is being sealed.
        Ok(Sealing::Waiting) => Ok(Redirect::to(&format!("/track/{number}")).into_response()),
        Ok(Sealing::Gone) => Err(Fail::new(Kind::Conflict, "case.erased")),
        Err(error) => {
            tracing::error!(error = &error as &dyn std::error::Error, "a receipt could not be made");
            Err(Fail::new(Kind::Unavailable, error.code()))
        }
    }
}

/// `GET /receipt/{number}/proof.svg`: the address under which the receipt of the intake is checked, as a drawing. The leaf stands
/// behind `#`, so that no server is told of it.
pub(super) async fn qr(
    State(cases): State<Cases>,
    State(identity): State<Identity>,
    visit: Visit,
    Path(path): Path<String>,
) -> Result<Response, Fail> {
    let number = number(&path)?;
    let missing = || Fail::new(Kind::NotFound, "case.not_found");
    let proof = visit.proof(&cases, &identity, &number).await?.ok_or_else(missing)?;
    let grant = Granted::<OwnCase>::by_code(&proof, Some(visit.caller.request_id))?;
    let kept = cases.receipts(&grant, &number).await?.into_iter().next().ok_or_else(missing)?;
    let link = format!("{}/r#{}", visit.origin(&identity), tlog::receipt::link(&kept.leaf));
    let svg = web::qr::svg(&link).ok_or_else(missing)?;
    Ok(([(header::CONTENT_TYPE, "image/svg+xml")], svg).into_response())
}

/// `GET /r`: how a receipt is checked, and by which key.
pub(super) async fn check(State(cases): State<Cases>, visit: Visit) -> Response {
    let keys: Vec<String> = cases.ledger().vkeys().map(ToString::to_string).collect();
    web::page(&visit.shell, &Check { key: cases.ledger().vkey().to_string(), keys: keys.join(" ") })
}
