//! 查看记录: one's own looks at personal data, and for the auditor everybody's.

use std::collections::HashMap;

use axum::extract::{Query, State};
use axum::response::Response;
use identity::Granted;
use kernel::{AccountId, CaseNumber, Page, PageSize, format};
use serde::Deserialize;
use web::{Fail, page};

use super::desk::Desk;
use super::lines::Lines;
use crate::errors::ChangeError;
use crate::model::Look;
use crate::pages::looks::{seen_label, who, why};
use crate::pages::views::Looks;
use crate::pages::views::looks::LookRow;
use crate::permissions::AuditLooks;
use crate::service::Cases;

#[derive(Deserialize)]
pub(super) struct Asked {
    after: Option<String>,
}

/// `GET /staff/looks`.
pub(super) async fn own(State(cases): State<Cases>, desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Fail> {
    let looks = cases.own_looks(&desk.who, asked.after.as_deref(), PageSize::clamped(None)).await?;
    show(&cases, &desk, looks, "/staff/looks", false).await
}

/// `GET /staff/looks/all`.
pub(super) async fn all(
    State(cases): State<Cases>,
    grant: Granted<AuditLooks>,
    desk: Desk,
    Query(asked): Query<Asked>,
) -> Result<Response, Fail> {
    let looks = cases.all_looks(&grant, asked.after.as_deref(), PageSize::clamped(None)).await?;
    show(&cases, &desk, looks, "/staff/looks/all", true).await
}

async fn show(cases: &Cases, desk: &Desk, looks: Page<(Look, CaseNumber)>, path: &str, all: bool) -> Result<Response, Fail> {
    let register = cases.places().register();
    let lines = Lines::new(cases, &register, desk.locale(), desk.now);
    let people: Vec<AccountId> = if all { looks.rows.iter().map(|(look, _)| look.account).collect() } else { Vec::new() };
    let names: HashMap<AccountId, String> = cases.names(&people, desk.locale()).await.map_err(ChangeError::from)?.into_iter().collect();
    let row = |(look, number): &(Look, CaseNumber)| LookRow {
        when: format::near(look.at, desk.now, desk.locale()),
        number: number.grouped(),
        who: all.then(|| names.get(&look.account).cloned().unwrap_or_else(|| "—".to_owned())),
        role: who(look, &register, desk.locale()),
        what: seen_label(lines.w, look.seen),
        why: why(lines.w, look.reason),
    };
    let view = Looks {
        all,
        may_see_all: desk.granted::<AuditLooks>().is_some(),
        rows: looks.rows.iter().map(row).collect(),
        older: looks.next.map(|next| format!("{path}?after={next}")),
    };
    Ok(page(&desk.shell, &view))
}
