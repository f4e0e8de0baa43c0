//! `/looks`: one's own looks at personal data, and for the auditor everybody's. Who looked at one matter its resident reads with
//! her code (`public.rs`).

use std::collections::HashMap;

use axum::Json;
use axum::extract::{Query, State};
use axum::response::IntoResponse;
use http::header;
use identity::Granted;
use identity::http::Caller;
use kernel::{AccountId, CaseNumber, Page, PageSize};
use serde::Deserialize;
use web::{Fail, Prefs};

use super::leave_view::{AccountLookView, AccountLooksView};
use crate::errors::ChangeError;
use crate::model::Look;
use crate::permissions::AuditLooks;
use crate::service::Cases;

/// Which page of a list; each may be left out.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct PageQuery {
    /// `next` of the page before.
    after: Option<String>,
    /// 1 to 100; 50 when left out.
    size: Option<u16>,
}

impl PageQuery {
    fn after(&self) -> Option<&str> {
        self.after.as_deref().filter(|text| !text.is_empty())
    }

    fn size(&self) -> PageSize {
        PageSize::clamped(self.size)
    }
}

/// What the caller has seen of people in the clear, newest first.
#[utoipa::path(get, path = "/looks", tag = "staff", params(PageQuery), security(("bearer" = [])),
    responses((status = 200, body = AccountLooksView), (status = 401), (status = 422)))]
pub(super) async fn own(
    State(cases): State<Cases>,
    caller: Caller,
    prefs: Prefs,
    Query(query): Query<PageQuery>,
) -> Result<impl IntoResponse, Fail> {
    let looks = cases.own_looks(&caller.staff()?, query.after(), query.size()).await?;
    told(&cases, &looks, prefs).await
}

/// What everybody has seen, newest first.
#[utoipa::path(get, path = "/looks/all", tag = "staff", params(PageQuery), security(("bearer" = [])),
    responses((status = 200, body = AccountLooksView), (status = 401), (status = 403), (status = 422)))]
pub(super) async fn all(
    State(cases): State<Cases>,
    grant: Granted<AuditLooks>,
    prefs: Prefs,
    Query(query): Query<PageQuery>,
) -> Result<impl IntoResponse, Fail> {
    let looks = cases.all_looks(&grant, query.after(), query.size()).await?;
    told(&cases, &looks, prefs).await
}

async fn told(cases: &Cases, looks: &Page<(Look, CaseNumber)>, prefs: Prefs) -> Result<impl IntoResponse + use<>, Fail> {
    let people: Vec<AccountId> = looks.rows.iter().map(|(look, _)| look.account).collect();
    let names: HashMap<AccountId, String> = cases.names(&people, prefs.locale).await.map_err(ChangeError::from)?.into_iter().collect();
    let rows = looks.rows.iter().map(|(look, number)| AccountLookView::new(look, number, names.get(&look.account).cloned()));
    let view = AccountLooksView { looks: rows.collect(), next: looks.next.clone() };
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(view)))
}
