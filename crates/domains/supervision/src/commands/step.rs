//! The steps of an order: signed for, planned, corrected, verified by a call to the resident, lifted or upgraded (decisions 3).

use std::sync::Arc;

use identity::{Granted, Permission};
use journal::Stream;
use kernel::format;

use super::tell::all;
use super::{optional_words, words};
use crate::errors::SupervisionError;
use crate::events::of_order;
use crate::model::{Away, Level, Order, OrderEvent, OrderStep, Rung, choose};
use crate::permissions::{AnswerOrder, UpgradeOrder, VerifyOrder};
use crate::rows;
use crate::service::Supervision;

/// A step that the lead takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeadStep {
    /// 签收.
    Acknowledge,
    /// 整改方案.
    Plan,
    /// 整改完成.
    Rectify,
}

/// A step that the supervisor takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SupervisorStep {
    /// 核实属实.
    Verify,
    /// 核实不实.
    Doubt,
    /// 解除.
    Lift,
}

impl Supervision {
    /// The unit's lead signs, plans, reports the correction.
    pub async fn answer_order(
        &self,
        grant: &Granted<AnswerOrder>,
        number: u32,
        step: LeadStep,
        text: &str,
        seen: i64,
    ) -> Result<Order, SupervisionError> {
        let step = match step {
            LeadStep::Acknowledge => OrderStep::Acknowledge,
            LeadStep::Plan => OrderStep::Plan,
            LeadStep::Rectify => OrderStep::Rectify,
        };
        self.step(grant, number, step, text, seen).await
    }

    /// The supervisor says what the resident said on the telephone, or lifts what holds.
    pub async fn verify_order(
        &self,
        grant: &Granted<VerifyOrder>,
        number: u32,
        step: SupervisorStep,
        text: &str,
        seen: i64,
    ) -> Result<Order, SupervisionError> {
        let step = match step {
            SupervisorStep::Verify => OrderStep::Verify,
            SupervisorStep::Doubt => OrderStep::Doubt,
            SupervisorStep::Lift => OrderStep::Lift,
        };
        self.step(grant, number, step, text, seen).await
    }

    /// The organiser takes it over, with the reason.
    pub async fn upgrade_order(
        &self,
        grant: &Granted<UpgradeOrder>,
        number: u32,
        text: &str,
        seen: i64,
    ) -> Result<Order, SupervisionError> {
        self.step(grant, number, OrderStep::Upgrade, text, seen).await
    }

    async fn step<P: Permission>(
        &self,
        grant: &Granted<P>,
        number: u32,
        step: OrderStep,
        text: &str,
        seen: i64,
    ) -> Result<Order, SupervisionError> {
        let text = Arc::new(if step.needs_words() { Some(words("words", text)?) } else { optional_words("words", text)? });
        // Every step is a person's with a name.
        let by = grant.actor().account().ok_or(SupervisionError::NoSuchOrder)?;
        let (now, scope) = (self.now(), rows::order::covers(grant.scopes()));
        let (supervision, envelope) = (self.clone(), Arc::new(self.envelope(grant, now)));
        self.0
            .db
            .write(move |tx| {
                let (supervision, envelope) = (supervision.clone(), Arc::clone(&envelope));
                let (scope, text) = (scope.clone(), Arc::clone(&text));
                async move {
                    let stored = rows::order::find(&tx, number, scope).await?.ok_or(SupervisionError::NoSuchOrder)?;
                    let (id, mut order) = (stored.id, stored.order);
                    let (was, version) = (order.state, order.version);
                    if version != seen {
                        return Err(SupervisionError::Stale { state: was, version });
                    }
                    let verifies = matches!(step, OrderStep::Verify | OrderStep::Doubt | OrderStep::Lift);
                    if verifies && order.answered_by == Some(by) {
                        return Err(SupervisionError::SameHand { state: was, version });
                    }
                    let case = supervision.0.cases.watched(&tx, order.case).await?.ok_or(SupervisionError::Erased)?;
                    let event = OrderEvent::Stepped { step, by };
                    let calendar = supervision.0.cases.calendar_at(order.issued_at);
                    let deadlines = supervision.deadlines(&calendar, order.issued_at);
                    order.apply(&event, now, &deadlines).map_err(|error| SupervisionError::of_fold(error, version))?;
                    rows::order::save(&tx, id, &order, version).await?;
                    let event = of_order(&event, text.as_deref())?;
                    supervision.0.journal.append(&tx, &envelope, &Stream::of(id), case.subject(), version, vec![event]).await?;
                    supervision.await_stage(&tx, id, &order, now).await?;
                    // Whoever is to act next is told, and the supervisor of an upgrade.
                    let next = if order.state.waits_for_lead() { Rung::Lead } else { Rung::Supervisor };
                    let people = supervision.concerned(&tx, Some(&order.unit), None, now).await?.people;
                    let away = Away::of(&rows::absence::on(&tx, format::local_date(now)).await?);
                    let mut to = all(&[choose(next, &people, &away)]);
                    if step == OrderStep::Upgrade || step == OrderStep::Lift {
                        to.extend(choose(Rung::Lead, &people, &away).to);
                    }
                    to.retain(|account| *account != by);
                    supervision.tell_of_order(&tx, notice(step), id, &order, to, now).await?;
                    if !order.state.is_open() {
                        let matter = rows::matter::find(&tx, order.case).await?;
                        let level = matter.map_or(Level::None, |matter| matter.level);
                        supervision.reading_by_orders(&tx, order.case, level >= Level::Tier2, level >= Level::Tier3).await?;
                    }
                    Ok(order)
                }
            })
            .await
    }
}

/// The code of the reminder of a step.
fn notice(step: OrderStep) -> &'static str {
    match step {
        OrderStep::Acknowledge => "supervision.acknowledged",
        OrderStep::Plan => "supervision.planned",
        OrderStep::Rectify => "supervision.rectified",
        OrderStep::Verify => "supervision.verified",
        OrderStep::Doubt => "supervision.doubted",
        OrderStep::Lift => "supervision.lifted",
        OrderStep::Upgrade => "supervision.upgraded",
    }
}
