//! 发督办单: filled in already; the supervisor reads it and sends it.

use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use cases::model::Case;
use http::StatusCode;
use identity::http::SafeForm;
use kernel::{CaseNumber, FieldFault, Kind};
use serde::Deserialize;
use web::{Fail, page_with};

use super::desk::Desk;
use super::labels::Labels;
use super::views::Issue as View;
use crate::errors::SupervisionError;
use crate::model::answering;
use crate::permissions::IssueOrder;
use crate::service::Supervision;

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    case: String,
}

#[derive(Deserialize)]
pub(super) struct Sent {
    #[serde(default)]
    case: String,
    #[serde(default)]
    demand: String,
}

async fn find(supervision: &Supervision, number: &str) -> Result<Case, Fail> {
    let number: CaseNumber = number.parse().map_err(|_| Fail::new(Kind::NotFound, "case.not_found"))?;
    Ok(supervision.case_numbered(&number).await?)
}

pub(super) async fn ask(State(supervision): State<Supervision>, desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Fail> {
    desk.need::<IssueOrder>()?;
    let case = find(&supervision, &asked.case).await?;
    let late = case.red_at().is_some_and(|red| red <= desk.now);
    let demand = if late { desk.words().demand_usual() } else { desk.words().demand_early() }.into_owned();
    render(&supervision, &desk, &case, demand, &[])
}

pub(super) async fn issue(State(supervision): State<Supervision>, desk: Desk, SafeForm(sent): SafeForm<Sent>) -> Result<Response, Fail> {
    let grant = desk.need::<IssueOrder>()?;
    let case = find(&supervision, &sent.case).await?;
    let demand = kernel::text::from_form(&sent.demand);
    match supervision.issue(&grant, case.id, &demand).await {
        Ok(number) => Ok(Redirect::to(&format!("/staff/orders/{number}?done=issued")).into_response()),
        Err(SupervisionError::OrderOpen { number }) => Ok(Redirect::to(&format!("/staff/orders/{number}?done=open")).into_response()),
        Err(SupervisionError::Invalid(faults)) => {
            let desk = desk.at(format!("/staff/supervision/issue?case={}", case.intake.number));
            render(&supervision, &desk, &case, demand, &faults)
        }
        Err(error) => Err(error.into()),
    }
}

fn render(supervision: &Supervision, desk: &Desk, case: &Case, demand: String, faults: &[FieldFault]) -> Result<Response, Fail> {
    let labels = Labels { w: desk.words(), locale: desk.locale(), now: desk.now, supervision };
    let unit = answering(case).ok_or(SupervisionError::NoUnit)?;
    let (sign, plan) = supervision.first_deadlines(desk.now);
    let when = |at: Option<kernel::Timestamp>| at.map(|at| labels.when(at)).unwrap_or_default();
    let view = View {
        case: case.intake.number.as_str().to_owned(),
        grouped: case.intake.number.grouped(),
        unit: labels.unit(unit),
        sign_by: when(sign),
        plan_by: when(plan),
        demand,
        errors: faults.iter().map(|fault| desk.shell.site.messages.fault(desk.locale(), fault).into_owned()).collect(),
    };
    let status = if view.errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(page_with(status, &desk.shell, &view))
}
