//! 督办单: the list within one's scope, one order with its story, its next step.

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use cases::permissions::ReadCase;
use http::StatusCode;
use identity::http::SafeForm;
use kernel::{FieldFault, Kind};
use serde::Deserialize;
use web::{Fail, page, page_with};

use super::desk::Desk;
use super::labels::{Labels, name};
use super::views::{EntryLine, Offer, OrderPage, Orders};
use crate::commands::{LeadStep, SupervisorStep};
use crate::errors::SupervisionError;
use crate::model::{OrderEvent, OrderStep};
use crate::permissions::{AnswerOrder, ReadOrders, UpgradeOrder, VerifyOrder};
use crate::service::Supervision;

#[derive(Deserialize)]
pub(super) struct Asked {
    done: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Sent {
    version: i64,
    #[serde(default)]
    text: String,
}

fn number(text: &str) -> Result<u32, Fail> {
    text.parse().map_err(|_| Fail::new(Kind::NotFound, "supervision.no_such_order"))
}

pub(super) async fn list(State(supervision): State<Supervision>, desk: Desk) -> Result<Response, Fail> {
    let orders = supervision.orders(&desk.need::<ReadOrders>()?).await?;
    let labels = Labels { w: desk.words(), locale: desk.locale(), now: desk.now, supervision: &supervision };
    let (open, over) = orders.iter().map(|order| labels.line(order)).partition(|line| line.open);
    Ok(page(&desk.shell, &Orders { open, over }))
}

pub(super) async fn show(
    State(supervision): State<Supervision>,
    desk: Desk,
    Path(path): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Fail> {
    let w = desk.words();
    let notice = match asked.done.as_deref() {
        Some("issued") => Some(w.done_issued()),
        Some("open") => Some(w.done_open()),
        Some("stepped") => Some(w.done_stepped()),
        Some(_) | None => None,
    };
    render(&supervision, &desk, number(&path)?, notice.map(std::borrow::Cow::into_owned), None).await
}

pub(super) async fn step(
    State(supervision): State<Supervision>,
    desk: Desk,
    Path((path, step)): Path<(String, String)>,
    SafeForm(sent): SafeForm<Sent>,
) -> Result<Response, Fail> {
    let step = OrderStep::from_code(&step).ok_or_else(|| Fail::new(Kind::NotFound, "supervision.no_such_order"))?;
    let text = kernel::text::from_form(&sent.text);
    let lead = async |step| {
        let grant = desk.need::<AnswerOrder>()?;
        Ok::<_, Fail>(supervision.answer_order(&grant, number(&path)?, step, &text, sent.version).await)
    };
    let supervisor = async |step| {
        let grant = desk.need::<VerifyOrder>()?;
        Ok::<_, Fail>(supervision.verify_order(&grant, number(&path)?, step, &text, sent.version).await)
    };
    let taken = match step {
        OrderStep::Acknowledge => lead(LeadStep::Acknowledge).await?,
        OrderStep::Plan => lead(LeadStep::Plan).await?,
        OrderStep::Rectify => lead(LeadStep::Rectify).await?,
        OrderStep::Verify => supervisor(SupervisorStep::Verify).await?,
        OrderStep::Doubt => supervisor(SupervisorStep::Doubt).await?,
        OrderStep::Lift => supervisor(SupervisorStep::Lift).await?,
        OrderStep::Upgrade => supervision.upgrade_order(&desk.need::<UpgradeOrder>()?, number(&path)?, &text, sent.version).await,
    };
    match taken {
        Ok(order) => Ok(Redirect::to(&format!("/staff/orders/{}?done=stepped", order.number)).into_response()),
        Err(SupervisionError::Invalid(faults)) => {
            let number = number(&path)?;
            let desk = desk.at(format!("/staff/orders/{number}"));
            render(&supervision, &desk, number, None, Some((step, text, faults))).await
        }
        Err(error) => Err(error.into()),
    }
}

async fn render(
    supervision: &Supervision,
    desk: &Desk,
    number: u32,
    notice: Option<String>,
    failed: Option<(OrderStep, String, Vec<FieldFault>)>,
) -> Result<Response, Fail> {
    let story = supervision.order(&desk.need::<ReadOrders>()?, number).await?;
    let labels = Labels { w: desk.words(), locale: desk.locale(), now: desk.now, supervision };
    let names = supervision.names(labels.locale).await?;
    let w = labels.w;
    let entries = story.entries.iter().map(|entry| EntryLine {
        at: labels.when(entry.at),
        who: entry.actor.account().map_or_else(|| w.platform().into_owned(), |account| name(&names, account)),
        what: match &entry.event {
            OrderEvent::Issued { cause, .. } => w.entry_issued(labels.cause(*cause)),
            OrderEvent::Stepped { step, .. } => labels.step(*step),
            OrderEvent::RanOut => w.entry_ran_out().into_owned(),
        },
        words: entry.words.clone(),
    });
    let may = |step: OrderStep| match step {
        OrderStep::Acknowledge | OrderStep::Plan | OrderStep::Rectify => desk.granted::<AnswerOrder>().is_some(),
        OrderStep::Verify | OrderStep::Doubt | OrderStep::Lift => {
            desk.granted::<VerifyOrder>().is_some() && story.order.answered_by != Some(desk.who.account())
        }
        OrderStep::Upgrade => desk.granted::<UpgradeOrder>().is_some(),
    };
    let sentence = |fault: &FieldFault| desk.shell.site.messages.fault(labels.locale, fault).into_owned();
    let offers = OrderStep::ALL.into_iter().filter(|step| story.order.state.after(*step).is_ok() && may(*step)).map(|step| {
        let mine = failed.as_ref().filter(|(failed, _, _)| *failed == step);
        Offer {
            code: step.code(),
            name: labels.step(step),
            hint: labels.hint(step),
            typed: mine.map(|(_, text, _)| text.clone()).unwrap_or_default(),
            error: mine.and_then(|(_, _, faults)| faults.first()).map(sentence),
        }
    });
    // Escalated cases are readable while their order is open; afterwards a link would lead to "not found".
    let case = match desk.granted::<ReadCase>() {
        Some(read) if supervision.reads(&read, &story.order.case_number).await? => Some(story.order.case_number.to_string()),
        Some(_) | None => None,
    };
    let view = OrderPage {
        line: labels.line(&story.order),
        case,
        version: story.order.version.to_string(),
        notice,
        offers: offers.collect(),
        entries: entries.collect(),
    };
    let status = if failed.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(page_with(status, &desk.shell, &view))
}
