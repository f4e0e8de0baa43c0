//! `/healthz`: the process answers. `/readyz`: it can serve; the database answers and the schema is ours.

use axum::Json;
use axum::extract::State;
use axum::response::IntoResponse;
use http::StatusCode;
use serde_json::json;
use store::StoreError;

use crate::wiring::App;

pub(crate) async fn healthz() -> impl IntoResponse {
    Json(json!({ "status": "ok", "version": env!("CARGO_PKG_VERSION") }))
}

pub(crate) async fn readyz(State(app): State<App>) -> impl IntoResponse {
    let (journal, now) = (app.journal.clone(), app.clock.now());
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
                "jobs_waiting": queue.waiting,
                "jobs_dead": queue.dead.len(),
                "calendar_missing": app.settings.missing_years(),
            })),
        ),
        Err(error) => {
            tracing::error!(error = %error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, Json(json!({ "status": "unavailable" })))
        }
    }
}
