//! `/inbox`: one's own reminders. There is nobody else's.

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use http::StatusCode;
use identity::http::Caller;
use kernel::{Kind, Timestamp, format};
use serde::Deserialize;
use web::{Fail, Prefs};

use super::view::{DigestView, InboxView, NoticeView};
use crate::pages::Labels;
use crate::service::Supervision;
use crate::words::Words;

/// The caller's reminders and what today brings.
#[utoipa::path(get, path = "/inbox", tag = "supervision", security(("bearer" = [])), responses((status = 200, body = InboxView), (status = 401)))]
pub(super) async fn read(State(supervision): State<Supervision>, caller: Caller, prefs: Prefs) -> Result<Json<InboxView>, Fail> {
    let (who, now) = (caller.staff()?, supervision.now());
    let inbox = supervision.inbox(&who, caller.request_id).await?;
    let labels = Labels { w: Words::of(prefs.locale), locale: prefs.locale, now, supervision: &supervision };
    Ok(Json(InboxView {
        until: format::rfc3339(now),
        today: DigestView::from(inbox.digest),
        notices: inbox.notices.iter().map(|notice| NoticeView::new(notice, labels.notice(notice))).collect(),
    }))
}

/// What was seen.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[schema(as = InboxReadInput)]
pub(super) struct ReadInput {
    /// Everything that was written up to this instant: `until` of the inbox that was read.
    until: String,
}

/// Mark what was seen as read.
#[utoipa::path(post, path = "/inbox/read", tag = "supervision", request_body = ReadInput, security(("bearer" = [])),
    responses((status = 204), (status = 401), (status = 422)))]
pub(super) async fn mark_read(State(supervision): State<Supervision>, caller: Caller, bytes: Bytes) -> Result<StatusCode, Fail> {
    let who = caller.staff()?;
    let input: ReadInput = serde_json::from_slice(&bytes).map_err(|_| Fail::new(Kind::Invalid, "input.malformed"))?;
    // Whole seconds are shown: what was written within that second was seen.
    let until: Timestamp = input.until.parse().map_err(|_| Fail::new(Kind::Invalid, "input.invalid"))?;
    let until = Timestamp::from_millisecond(until.as_millisecond().saturating_add(999)).unwrap_or(until);
    supervision.mark_read(&who, until.min(supervision.now())).await?;
    Ok(StatusCode::NO_CONTENT)
}
