//! What happened to a case: the public facts of its events. Personal data travel beside them, encrypted
//! ([`private`](crate::events)). The forms are kept for ever; a change of form raises `KIND_VERSION`.

use kernel::{AccountId, AreaCode, CaseNumber, KindCode, UnitCode};
use serde::{Deserialize, Serialize};

use super::words::{Channel, Complexity, ContactHow, Outcome, Shown};
use crate::catalogue::CaseType;

/// The version of the forms below.
pub const KIND_VERSION: i64 = 1;

/// The resident's three answers (decisions 2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rating {
    /// Did anybody contact you?
    pub contacted: bool,
    /// Is it solved?
    pub solved: bool,
    /// 5 = 很满意 … 1 = 很不满意, 3 = 基本满意.
    pub satisfaction: u8,
}

impl Rating {
    /// Whether the case may close on it: solved, and at least 基本满意.
    pub fn closes(self) -> bool {
        self.solved && self.satisfaction >= 3
    }

    /// Whether the answers are ones the form offers.
    pub fn is_valid(self) -> bool {
        (1..=5).contains(&self.satisfaction)
    }
}

/// Who opened a case again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReopenCause {
    /// The rating said so.
    Rating,
    /// The resident asked after it was closed.
    Resident,
}

/// Why a case closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CloseCause {
    /// The resident says it is solved.
    Rated,
    /// The window passed without a rating; never "satisfied by default".
    WindowOver,
}

/// A contact, or the attempt at one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contacted {
    /// How.
    pub how: ContactHow,
    /// Length of a call in seconds, when it was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seconds: Option<u32>,
}

/// The public facts of one event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case")]
#[expect(missing_docs, reason = "fields say what they are; the steps are documented in `state`")]
pub enum CaseEvent {
    Submitted {
        number: CaseNumber,
        channel: Channel,
        area: Option<AreaCode>,
        case_type: CaseType,
        /// Whether the resident left a way to be reached.
        reachable: bool,
        confidential: bool,
        /// Taken above the limit of its source; released by the desk.
        held: bool,
        parameters: String,
    },
    /// What the platform suggests; the dispatcher decides.
    Triaged {
        kind: Option<KindCode>,
        unit: Option<UnitCode>,
        urgent: bool,
    },
    Dispatched {
        unit: UnitCode,
        kind: KindCode,
        case_type: CaseType,
        complexity: Complexity,
    },
    Accepted {
        handler: AccountId,
    },
    Started {
        planned: bool,
    },
    Contacted(Contacted),
    Noted {
        shown: Shown,
    },
    Supplemented,
    Answered {
        outcome: Outcome,
    },
    FeedbackAsked {
        /// Milliseconds UTC: 24:00 of the last day.
        until: i64,
    },
    Rated(Rating),
    Closed {
        cause: CloseCause,
    },
    Reopened {
        cause: ReopenCause,
    },
    Resumed {
        unit: UnitCode,
        handler: AccountId,
    },
    /// Another handler of the same unit answers for it.
    HandedOver {
        handler: AccountId,
    },
    /// The person's data are gone; state and figures stay.
    Erased,
}

impl CaseEvent {
    /// The journal's kind.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Submitted { .. } => "case.submitted",
            Self::Triaged { .. } => "case.triaged",
            Self::Dispatched { .. } => "case.dispatched",
            Self::Accepted { .. } => "case.accepted",
            Self::Started { .. } => "case.started",
            Self::Contacted(_) => "case.contacted",
            Self::Noted { .. } => "case.noted",
            Self::Supplemented => "case.supplemented",
            Self::Answered { .. } => "case.answered",
            Self::FeedbackAsked { .. } => "case.feedback_asked",
            Self::Rated(_) => "case.rated",
            Self::Closed { .. } => "case.closed",
            Self::Reopened { .. } => "case.reopened",
            Self::Resumed { .. } => "case.resumed",
            Self::HandedOver { .. } => "case.handed_over",
            Self::Erased => "case.erased",
        }
    }
}
