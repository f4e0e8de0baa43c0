//! `/healthz`: the process answers. `/readyz`: it can serve; the database answers and the schema is ours.

use axum::Json;
use axum::extract::State;
use axum::response::IntoResponse;
use http::StatusCode;
use journal::Head;
use ledger::{Ledger, LedgerError, SignedHead, Stop, Trouble};
use serde_json::json;
use store::StoreError;

use crate::wiring::App;

pub(crate) async fn healthz() -> impl IntoResponse {
    Json(json!({ "status": "ok", "version": env!("CARGO_PKG_VERSION") }))
}

pub(crate) async fn readyz(State(app): State<App>) -> impl IntoResponse {
    let (journal, now) = (app.journal.clone(), app.clock.now());
    // Read before the database: what is committed and signed meanwhile is only more.
    let signed = app.ledger.signed().await;
    let witnesses = app.ledger.witnesses().await.unwrap_or_default();
    let looked = app
        .db
        .read(move |tx| async move {
            let head = journal.head(&tx).await?;
            Ok::<_, StoreError>((head, jobs::health(&tx, now).await?))
        })
        .await;
    match looked {
        Ok((head, queue)) => (
            StatusCode::OK,
            Json(json!({
                "status": "ready",
                "log_size": head.edge.size(),
                "log_epoch": head.epoch,
                "log_signed": signed.as_ref().ok().and_then(|signed| *signed).map(|signed| signed.head.size),
                "log_stopped": stopped(&app, &signed, &head),
                "log_witnesses": witnesses.iter().filter(|witness| witness.cosigned.is_some()).count(),
                "log_other_history": witnesses.iter().any(|witness| witness.trouble.as_ref().is_some_and(Trouble::is_alarm)),
                "jobs_waiting": queue.waiting,
                "jobs_late_secs": queue.oldest_due.map_or(0, |due| (now.as_second() - due.as_second()).max(0)),
                "jobs_dead": queue.dead.len(),
                "calendar_missing": app.settings.missing_years(),
                "model_drifted": app.cases.drifted().is_some_and(|found| found.is_alarm()),
            })),
        ),
        Err(error) => {
            tracing::error!(error = %error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, Json(json!({ "status": "unavailable" })))
        }
    }
}

/// Why the public log is not signed any more, if it is not. The site is ready all the same: residents are served, and the log is
/// for a person to look at.
fn stopped(app: &App, signed: &Result<Option<SignedHead>, LedgerError>, stored: &Head) -> Option<&'static str> {
    match signed {
        Ok(signed) => Ledger::refused(*signed, stored).map(Stop::code).or_else(|| app.ledger.trouble()),
        Err(error) => Some(error.code()),
    }
}
