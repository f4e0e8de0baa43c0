//! Codes as people read them.

use kernel::{AccountId, CaseNumber, Locale, Timestamp, UnitCode, format};
use notify::Notice;

use super::views::{OrderLine, Stage};
use crate::model::{Cause, Level, Order, OrderState, OrderStep};
use crate::service::Supervision;
use crate::words::Words;

/// What a page needs to name things.
pub(crate) struct Labels<'a> {
    pub w: Words,
    pub locale: Locale,
    pub now: Timestamp,
    pub supervision: &'a Supervision,
}

impl Labels<'_> {
    pub fn unit(&self, code: &UnitCode) -> String {
        let register = self.supervision.0.cases.places().register();
        register.unit(code).map_or_else(|| code.to_string(), |unit| unit.name_in(self.locale).to_owned())
    }

    pub fn when(&self, at: Timestamp) -> String {
        format::near(at, self.now, self.locale)
    }

    pub fn cause(&self, cause: Cause) -> String {
        match cause {
            Cause::Hand => self.w.cause_hand(),
            Cause::Overdue => self.w.cause_overdue(),
            Cause::NegativeTwice => self.w.cause_negative_twice(),
            Cause::Repeat => self.w.cause_repeat(),
            Cause::Safety => self.w.cause_safety(),
            Cause::Group => self.w.cause_group(),
        }
        .into_owned()
    }

    pub fn level(&self, level: Level) -> String {
        match level {
            Level::None => self.w.level_none(),
            Level::Yellow => self.w.level_yellow(),
            Level::Red => self.w.level_red(),
            Level::Tier2 => self.w.level_tier2(),
            Level::Tier3 => self.w.level_tier3(),
        }
        .into_owned()
    }

    pub fn state(&self, state: OrderState) -> String {
        match state {
            OrderState::Issued => self.w.order_issued(),
            OrderState::Acknowledged => self.w.order_acknowledged(),
            OrderState::Planned => self.w.order_planned(),
            OrderState::Rectified => self.w.order_rectified(),
            OrderState::Verified => self.w.order_verified(),
            OrderState::Lifted => self.w.order_lifted(),
            OrderState::Upgraded => self.w.order_upgraded(),
        }
        .into_owned()
    }

    /// What a step is called on its button.
    pub fn step(&self, step: OrderStep) -> String {
        match step {
            OrderStep::Acknowledge => self.w.step_acknowledge(),
            OrderStep::Plan => self.w.step_plan(),
            OrderStep::Rectify => self.w.step_rectify(),
            OrderStep::Verify => self.w.step_verify(),
            OrderStep::Doubt => self.w.step_doubt(),
            OrderStep::Lift => self.w.step_lift(),
            OrderStep::Upgrade => self.w.step_upgrade(),
        }
        .into_owned()
    }

    /// What is to be written with a step.
    pub fn hint(&self, step: OrderStep) -> String {
        match step {
            OrderStep::Acknowledge => self.w.hint_acknowledge(),
            OrderStep::Plan => self.w.hint_plan(),
            OrderStep::Rectify => self.w.hint_rectify(),
            OrderStep::Verify => self.w.hint_verify(),
            OrderStep::Doubt => self.w.hint_doubt(),
            OrderStep::Lift => self.w.hint_lift(),
            OrderStep::Upgrade => self.w.hint_upgrade(),
        }
        .into_owned()
    }

    pub fn line(&self, order: &Order) -> OrderLine {
        let names =
            [self.w.stage_issued(), self.w.stage_acknowledged(), self.w.stage_planned(), self.w.stage_rectified(), self.w.stage_verified()];
        let stage = order.state.stage();
        let stages = (1u8..).zip(names).map(|(nth, name)| Stage { name: name.into_owned(), done: nth <= stage, here: nth == stage });
        OrderLine {
            number: order.number.to_string(),
            case_number: order.case_number.grouped(),
            unit: self.unit(&order.unit),
            cause: self.cause(order.cause),
            state: self.state(order.state),
            open: order.state.is_open(),
            late: order.late,
            due: order.due_at.map(|due| self.w.due_by(self.when(due))),
            stages: stages.collect(),
        }
    }

    /// A reminder as a sentence, and where it leads. A kind that this program does not know is shown without a sentence of its
    /// own: it was written by a newer one.
    pub fn notice(&self, notice: &Notice) -> (String, String) {
        let case = |text: &str| text.parse::<CaseNumber>().map_or_else(|_| text.to_owned(), |number| number.grouped());
        let due = || {
            let at = notice.detail.as_deref().and_then(|ms| ms.parse().ok()).and_then(|ms| Timestamp::from_millisecond(ms).ok());
            at.map(|at| self.when(at)).unwrap_or_default()
        };
        let about = || case(&notice.about);
        let of = || case(notice.detail.as_deref().unwrap_or_default());
        let order = || notice.about.clone();
        let (sentence, to_case) = match notice.kind.as_str() {
            "supervision.yellow" => (self.w.notice_yellow(about(), due()), true),
            "supervision.red" => (self.w.notice_red(about(), due()), true),
            "supervision.tier2" => (self.w.notice_tier2(about(), due()), true),
            "supervision.tier3" => (self.w.notice_tier3(about(), due()), true),
            "supervision.contested" => (self.w.notice_contested(about(), due()), true),
            "supervision.contest_late" => (self.w.notice_contest_late(about(), due()), true),
            "supervision.issued" => (self.w.notice_issued(order(), of()), false),
            "supervision.acknowledged" => (self.w.notice_acknowledged(order(), of()), false),
            "supervision.planned" => (self.w.notice_planned(order(), of()), false),
            "supervision.rectified" => (self.w.notice_rectified(order(), of()), false),
            "supervision.verified" => (self.w.notice_verified(order(), of()), false),
            "supervision.doubted" => (self.w.notice_doubted(order(), of()), false),
            "supervision.lifted" => (self.w.notice_lifted(order(), of()), false),
            "supervision.upgraded" => (self.w.notice_upgraded(order(), of()), false),
            "supervision.ran_out" => (self.w.notice_ran_out(order(), of()), false),
            "supervision.drift" => return (self.w.notice_drift(&notice.about), "/staff/models".to_owned()),
            _ => return (self.w.notice_other().into_owned(), "/staff/inbox".to_owned()),
        };
        let href = if to_case { format!("/staff/cases/{}", notice.about) } else { format!("/staff/orders/{}", notice.about) };
        (sentence, href)
    }
}

/// A name among those of all accounts.
pub(super) fn name(names: &[(AccountId, String)], account: AccountId) -> String {
    names.iter().find(|(id, _)| *id == account).map_or_else(|| "—".to_owned(), |(_, name)| name.clone())
}
