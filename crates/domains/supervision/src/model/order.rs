//! A supervision order (督办单): what it may become, by whose hand, until when. Its deadline is the seventh clock,
//! `supervision` (decisions 1), one limit per stage.

use kernel::{AccountId, CaseId, CaseNumber, Timestamp, UnitCode};
use serde::{Deserialize, Serialize};
use workday::{Calendar, Limit, Mode, Rule};

use super::cause::Cause;

/// Where an order stands (domain 4.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrderState {
    /// 已发出: waits for the lead to sign for it.
    Issued,
    /// 已签收: waits for the plan.
    Acknowledged,
    /// 有方案: waits for the correction.
    Planned,
    /// 已整改: waits for the supervisor's sample call.
    Rectified,
    /// 已核实: the resident confirms; waits to be lifted.
    Verified,
    /// 已解除.
    Lifted,
    /// 已升级: the county's organiser has taken it over.
    Upgraded,
}

/// What can be done to an order (decisions 3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrderStep {
    /// 签收, the lead.
    Acknowledge,
    /// 整改方案, the lead.
    Plan,
    /// 整改完成, the lead.
    Rectify,
    /// 核实属实, the supervisor after a sample call.
    Verify,
    /// 核实不实, the supervisor after a sample call: it is corrected again.
    Doubt,
    /// 解除, the supervisor.
    Lift,
    /// 升级, the organiser.
    Upgrade,
}

/// A step that the state does not allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an order that is {} does not allow to {}", state.code(), step.code())]
pub struct Refused {
    /// Where it stands.
    pub state: OrderState,
    /// What was asked.
    pub step: OrderStep,
}

/// To sign for it (domain 4.1).
const TO_ACKNOWLEDGE: Limit = Limit::WorkingDays(1);
/// To have a plan, from the issue as well (domain 4.1; the mock's order names both days).
const TO_PLAN: Limit = Limit::WorkingDays(2);
/// To call the resident after the correction is reported, and to lift it after that. The plan is silent; a decision of ours.
const TO_VERIFY: Limit = Limit::WorkingDays(2);

impl OrderState {
    /// All.
    pub const ALL: [Self; 7] =
        [Self::Issued, Self::Acknowledged, Self::Planned, Self::Rectified, Self::Verified, Self::Lifted, Self::Upgraded];

    /// The stored word.
    pub fn code(self) -> &'static str {
        match self {
            Self::Issued => "issued",
            Self::Acknowledged => "acknowledged",
            Self::Planned => "planned",
            Self::Rectified => "rectified",
            Self::Verified => "verified",
            Self::Lifted => "lifted",
            Self::Upgraded => "upgraded",
        }
    }

    /// The state with this word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Whether somebody still has to do something.
    pub fn is_open(self) -> bool {
        match self {
            Self::Issued | Self::Acknowledged | Self::Planned | Self::Rectified | Self::Verified => true,
            Self::Lifted | Self::Upgraded => false,
        }
    }

    /// Whether the unit's lead is to act; else the supervisor, while it is open.
    pub fn waits_for_lead(self) -> bool {
        match self {
            Self::Issued | Self::Acknowledged | Self::Planned => true,
            Self::Rectified | Self::Verified | Self::Lifted | Self::Upgraded => false,
        }
    }

    /// How many of the five stages lie behind it: issued, acknowledged, planned, rectified, verified.
    pub fn stage(self) -> u8 {
        match self {
            Self::Issued => 1,
            Self::Acknowledged => 2,
            Self::Planned => 3,
            Self::Rectified => 4,
            Self::Verified | Self::Lifted | Self::Upgraded => 5,
        }
    }

    /// The state after `step`.
    pub fn after(self, step: OrderStep) -> Result<Self, Refused> {
        use OrderStep::{Acknowledge, Doubt, Lift, Plan, Rectify, Upgrade, Verify};
        let no = Err(Refused { state: self, step });
        match (self, step) {
            (Self::Issued, Acknowledge) => Ok(Self::Acknowledged),
            (Self::Acknowledged, Plan) | (Self::Rectified, Doubt) => Ok(Self::Planned),
            (Self::Planned, Rectify) => Ok(Self::Rectified),
            (Self::Rectified, Verify) => Ok(Self::Verified),
            (Self::Verified, Lift) => Ok(Self::Lifted),
            (Self::Issued | Self::Acknowledged | Self::Planned | Self::Rectified | Self::Verified, Upgrade) => Ok(Self::Upgraded),
            (Self::Issued, Plan | Rectify | Verify | Doubt | Lift)
            | (Self::Acknowledged, Acknowledge | Rectify | Verify | Doubt | Lift)
            | (Self::Planned, Acknowledge | Plan | Verify | Doubt | Lift)
            | (Self::Rectified, Acknowledge | Plan | Rectify | Lift)
            | (Self::Verified, Acknowledge | Plan | Rectify | Verify | Doubt)
            | (Self::Lifted | Self::Upgraded, Acknowledge | Plan | Rectify | Verify | Doubt | Lift | Upgrade) => no,
        }
    }
}

impl OrderStep {
    /// All.
    pub const ALL: [Self; 7] = [Self::Acknowledge, Self::Plan, Self::Rectify, Self::Verify, Self::Doubt, Self::Lift, Self::Upgrade];

    /// The last part of its address.
    pub fn code(self) -> &'static str {
        match self {
            Self::Acknowledge => "acknowledge",
            Self::Plan => "plan",
            Self::Rectify => "rectify",
            Self::Verify => "verify",
            Self::Doubt => "doubt",
            Self::Lift => "lift",
            Self::Upgrade => "upgrade",
        }
    }

    /// The step with this word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.code() == code)
    }

    /// Whether it is nothing without words: what will be done, what was done, what the resident said.
    pub fn needs_words(self) -> bool {
        match self {
            Self::Plan | Self::Rectify | Self::Verify | Self::Doubt | Self::Upgrade => true,
            Self::Acknowledge | Self::Lift => false,
        }
    }
}

/// An order without its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// Its own number.
    pub number: u32,
    /// How many events it has.
    pub version: i64,
    /// The case it is about.
    pub case: CaseId,
    /// That case's number.
    pub case_number: CaseNumber,
    /// The unit that has to act.
    pub unit: UnitCode,
    /// Why it was issued.
    pub cause: Cause,
    /// The occasion.
    pub occasion: String,
    /// Where it stands.
    pub state: OrderState,
    /// When it was issued.
    pub issued_at: Timestamp,
    /// When the stage it is in runs out; nothing when it is over.
    pub due_at: Option<Timestamp>,
    /// The stage it is in has run out.
    pub late: bool,
    /// Who answered for the unit, last: that person never verifies.
    pub answered_by: Option<AccountId>,
}

/// What happened to an order: the public facts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum OrderEvent {
    /// It was issued.
    Issued {
        /// Its own number.
        number: u32,
        /// The case.
        case: CaseId,
        /// The case's number.
        case_number: CaseNumber,
        /// Who has to act.
        unit: UnitCode,
        /// Why.
        cause: Cause,
        /// The occasion.
        occasion: String,
    },
    /// Somebody took a step.
    Stepped {
        /// Which.
        step: OrderStep,
        /// Who.
        by: AccountId,
    },
    /// The stage it is in ran out.
    RanOut,
}

impl OrderEvent {
    /// The journal's kind.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Issued { .. } => "supervision.issued",
            Self::Stepped { step, .. } => match step {
                OrderStep::Acknowledge => "supervision.acknowledged",
                OrderStep::Plan => "supervision.planned",
                OrderStep::Rectify => "supervision.rectified",
                OrderStep::Verify => "supervision.verified",
                OrderStep::Doubt => "supervision.doubted",
                OrderStep::Lift => "supervision.lifted",
                OrderStep::Upgrade => "supervision.upgraded",
            },
            Self::RanOut => "supervision.ran_out",
        }
    }
}

/// Events that do not make an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAnOrder {
    /// The first event does not issue it, or a later one does.
    #[error("the first event and no other issues an order")]
    Issue,
    /// A step that its state does not allow.
    #[error(transparent)]
    Refused(#[from] Refused),
}

/// What the deadlines of an order are computed with.
#[derive(Debug, Clone, Copy)]
pub struct Deadlines<'a> {
    /// The calendar.
    pub calendar: &'a Calendar,
    /// How long a correction may take: as after a reopening (domain appendix B, `rectify = 15wd`; parameter `final.reopened`).
    pub rectify: Limit,
}

impl Deadlines<'_> {
    /// When the stage that an order is in runs out; `issued` is when it was issued, `entered` when it came to that stage.
    pub fn of(&self, state: OrderState, issued: Timestamp, entered: Timestamp) -> Option<Timestamp> {
        let rule = Rule::new(self.calendar, Mode::Provisional);
        let (start, limit) = match state {
            OrderState::Issued => (issued, TO_ACKNOWLEDGE),
            OrderState::Acknowledged => (issued, TO_PLAN),
            OrderState::Planned => (entered, self.rectify),
            OrderState::Rectified | OrderState::Verified => (entered, TO_VERIFY),
            OrderState::Lifted | OrderState::Upgraded => return None,
        };
        rule.instants(start, limit, &[]).ok().and_then(|instants| instants.due)
    }
}

impl Order {
    /// The order that the first event makes.
    pub fn begin(event: &OrderEvent, at: Timestamp, deadlines: &Deadlines<'_>) -> Result<Self, NotAnOrder> {
        let OrderEvent::Issued { number, case, case_number, unit, cause, occasion } = event else { return Err(NotAnOrder::Issue) };
        Ok(Self {
            number: *number,
            version: 1,
            case: *case,
            case_number: case_number.clone(),
            unit: unit.clone(),
            cause: *cause,
            occasion: occasion.clone(),
            state: OrderState::Issued,
            issued_at: at,
            due_at: deadlines.of(OrderState::Issued, at, at),
            late: false,
            answered_by: None,
        })
    }

    /// The order after one more event at `at`.
    pub fn apply(&mut self, event: &OrderEvent, at: Timestamp, deadlines: &Deadlines<'_>) -> Result<(), NotAnOrder> {
        match event {
            OrderEvent::Issued { .. } => return Err(NotAnOrder::Issue),
            OrderEvent::Stepped { step, by } => {
                let was = self.state;
                self.state = was.after(*step)?;
                if was.waits_for_lead() && *step != OrderStep::Upgrade {
                    self.answered_by = Some(*by);
                }
                self.late = false;
                self.due_at = deadlines.of(self.state, self.issued_at, at);
            }
            OrderEvent::RanOut => self.late = true,
        }
        self.version += 1;
        Ok(())
    }

    /// The fold of a whole stream.
    pub fn fold<'e>(events: impl IntoIterator<Item = (&'e OrderEvent, Timestamp)>, deadlines: &Deadlines<'_>) -> Result<Self, NotAnOrder> {
        let mut events = events.into_iter();
        let (first, at) = events.next().ok_or(NotAnOrder::Issue)?;
        let mut order = Self::begin(first, at, deadlines)?;
        for (event, at) in events {
            order.apply(event, at, deadlines)?;
        }
        Ok(order)
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;

    #[test]
    fn every_state_meets_every_step() {
        use OrderState::{Acknowledged, Issued, Lifted, Planned, Rectified, Upgraded, Verified};
        // Acknowledge, plan, rectify, verify, doubt, lift, upgrade.
        let table: [(OrderState, [Option<OrderState>; 7]); 7] = [
            (Issued, [Some(Acknowledged), None, None, None, None, None, Some(Upgraded)]),
            (Acknowledged, [None, Some(Planned), None, None, None, None, Some(Upgraded)]),
            (Planned, [None, None, Some(Rectified), None, None, None, Some(Upgraded)]),
            (Rectified, [None, None, None, Some(Verified), Some(Planned), None, Some(Upgraded)]),
            (Verified, [None, None, None, None, None, Some(Lifted), Some(Upgraded)]),
            (Lifted, [None; 7]),
            (Upgraded, [None; 7]),
        ];
        for (state, row) in table {
            for (step, expected) in OrderStep::ALL.into_iter().zip(row) {
                assert_eq!(state.after(step).ok(), expected, "{} × {}", state.code(), step.code());
                assert_eq!(state.after(step).err(), if expected.is_none() { Some(Refused { state, step }) } else { None });
            }
        }
        assert_eq!(table.map(|(state, _)| state), OrderState::ALL);
    }

    #[test]
    fn words_are_found_by_their_codes() {
        for state in OrderState::ALL {
            assert_eq!(OrderState::from_code(state.code()), Some(state));
            assert_eq!(state.is_open(), OrderStep::ALL.iter().any(|step| state.after(*step).is_ok()));
        }
        for step in OrderStep::ALL {
            assert_eq!(OrderStep::from_code(step.code()), Some(step));
        }
        for cause in Cause::ALL {
            assert_eq!(Cause::from_code(cause.code()), Some(cause));
        }
    }

    #[test]
    fn the_seventh_clock_runs_by_stages() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let deadlines = Deadlines { calendar: Calendar::shipped(), rectify: Limit::WorkingDays(15) };
        let by = AccountId::from_bytes([7; 16]);
        let issued = OrderEvent::Issued {
            number: 1,
            case: CaseId::from_bytes([1; 16]),
            case_number: CaseNumber::nth(&kernel::NumberKey([1; 32]), jiff::civil::date(2026, 11, 13), 0).unwrap(),
            unit: "housing".parse().unwrap(),
            cause: Cause::Hand,
            occasion: "hand:1".to_owned(),
        };
        let mut order = Order::begin(&issued, at("2026-11-23T10:42:00+08:00"), &deadlines).unwrap();
        assert_eq!(order.due_at, Some(at("2026-11-24T17:30:00+08:00")));
        order.apply(&OrderEvent::RanOut, at("2026-11-24T17:30:00+08:00"), &deadlines).unwrap();
        assert!(order.late);
        let steps = [
            (OrderStep::Acknowledge, "2026-11-25T09:00:00+08:00", Some("2026-11-25T17:30:00+08:00")),
            (OrderStep::Plan, "2026-11-25T10:00:00+08:00", Some("2026-12-16T17:30:00+08:00")),
            (OrderStep::Rectify, "2026-11-26T10:00:00+08:00", Some("2026-11-30T17:30:00+08:00")),
            (OrderStep::Doubt, "2026-11-27T10:00:00+08:00", Some("2026-12-18T17:30:00+08:00")),
            (OrderStep::Rectify, "2026-11-30T10:00:00+08:00", Some("2026-12-02T17:30:00+08:00")),
            (OrderStep::Verify, "2026-12-01T10:00:00+08:00", Some("2026-12-03T17:30:00+08:00")),
            (OrderStep::Lift, "2026-12-01T11:00:00+08:00", None),
        ];
        for (step, when, due) in steps {
            order.apply(&OrderEvent::Stepped { step, by }, at(when), &deadlines).unwrap();
            assert_eq!((order.due_at, order.late), (due.map(at), false), "{}", step.code());
        }
        assert_eq!((order.state, order.version, order.answered_by), (OrderState::Lifted, 9, Some(by)));
    }
}
