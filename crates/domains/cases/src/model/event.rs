//! What happened to a case: the public facts of its events. Personal data travel beside them, encrypted
//! ([`private`](crate::events)). The forms are kept for ever; a change of form raises `KIND_VERSION`.

use jiff::civil::Date;
use kernel::{AccountId, AreaCode, CaseId, CaseNumber, KindCode, Timestamp, UnitCode};
use serde::{Deserialize, Serialize};

use super::clocks::ClockName;
use super::proposal::{Need, ProposalEnd, Proposed};
use super::words::{
    Channel, ComplexReason, Complexity, ContactHow, DeferReason, Door, ExclusionReason, Outcome, RefusalReason, ReissueProof, ReturnReason,
    SealReason, Shown,
};
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
    /// Refused, and not contested in time.
    NotContested,
    /// Taken back by the resident.
    Withdrawn,
    /// Whoever it was handed to has confirmed.
    HandedOver,
    /// The last of the cases it was split into has closed.
    PartsClosed,
}

/// Why a stopped case goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GoOnCause {
    /// The resident did not reply; the stop is over.
    StopOver,
    /// The review date has come.
    ReviewDate,
    /// What it waited for has come.
    ConditionMet,
}

/// How a case came out of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkHow {
    /// Somebody else met the same (我也遇到).
    MeToo,
    /// One matter of several (拆单).
    Part,
    /// New facts after a disputed closing.
    FollowUp,
}

impl LinkHow {
    /// The stored word.
    pub fn code(self) -> &'static str {
        match self {
            Self::MeToo => "me_too",
            Self::Part => "part",
            Self::FollowUp => "follow_up",
        }
    }

    /// The word with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::MeToo, Self::Part, Self::FollowUp].into_iter().find(|how| how.code() == code)
    }
}

/// The case it came out of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// That case.
    pub case: CaseId,
    /// How.
    pub how: LinkHow,
}

/// The final clock of a merged case, shown by the case it was merged into while it is the earliest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Borrowed {
    /// Whose.
    pub from: CaseId,
    /// When it runs out, milliseconds UTC.
    pub due: i64,
    /// When it turns yellow, milliseconds UTC.
    pub yellow: i64,
}

/// The end of a clock that another calendar moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// Which clock.
    pub clock: ClockName,
    /// When it ran out before, milliseconds UTC.
    pub from: Option<i64>,
    /// When it runs out now, milliseconds UTC.
    pub to: Option<i64>,
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

/// Why a program, and nobody, decided on a dispatch: numbers alone, no word of anybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Automatic {
    /// The version of the site's text model.
    pub model: u32,
    /// How sure it was of the kind, in thousandths.
    pub share: u16,
    /// From where on the site's own history proves that to be enough, in thousandths.
    pub from: u16,
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
        /// Hidden from all but those who handle it.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        sealed: bool,
        /// The unit it is about, which never sees it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        against: Option<UnitCode>,
        /// The case it came out of.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        link: Option<Link>,
        /// When its clocks began, when not now: a part inherits the receipt of the whole. Milliseconds UTC.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        received_at: Option<i64>,
        parameters: String,
    },
    /// A held matter may go its way: a dispatcher looked at it.
    Released,
    /// What the platform suggests; the dispatcher decides.
    Triaged {
        kind: Option<KindCode>,
        unit: Option<UnitCode>,
        urgent: bool,
        /// It would have gone by itself, and was drawn: a person looks first, and what she decides measures the model.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        drawn: Option<Automatic>,
    },
    Dispatched {
        unit: UnitCode,
        /// Units that help; they see kind and place, not the text.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        assists: Vec<UnitCode>,
        kind: KindCode,
        case_type: CaseType,
        complexity: Complexity,
        /// Why it is complex; shown to the resident.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        because: Option<ComplexReason>,
        /// Who decided; that person may take it back for ten seconds.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<AccountId>,
        /// A program decided; any dispatcher may take it back until the unit has accepted.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        automatic: Option<Automatic>,
    },
    /// Named by supervisor or organiser; cannot be given back.
    Designated {
        unit: UnitCode,
    },
    DispatchUndone,
    Returned {
        reason: ReturnReason,
        /// Whom the unit suggests.
        suggests: Option<UnitCode>,
    },
    Accepted {
        handler: AccountId,
    },
    Started {
        planned: bool,
    },
    Reassigned {
        handler: AccountId,
    },
    Transferred {
        unit: UnitCode,
    },
    /// A question; the final clock stands still until the reply, or until then. Milliseconds UTC.
    Asked {
        until: i64,
    },
    WentOn {
        cause: GoOnCause,
    },
    /// The final clock has its whole new length.
    Extended {
        to: String,
    },
    Deferred {
        reason: DeferReason,
        review_on: Date,
    },
    Referred {
        to: Door,
    },
    Contacted(Contacted),
    Noted {
        shown: Shown,
    },
    /// Another unit is asked to help. The words are for it; it reads kind, place and these, not the matter.
    AssistAsked {
        unit: UnitCode,
    },
    /// The unit that was asked says what it did.
    AssistReported {
        unit: UnitCode,
    },
    /// Its help is not needed any more.
    AssistEnded {
        unit: UnitCode,
    },
    Supplemented,
    Chased,
    AnsweredAtOnce {
        handler: AccountId,
        outcome: Outcome,
    },
    Answered {
        outcome: Outcome,
    },
    AnsweredSilent,
    /// The answer of the case it was merged into, in its own copy.
    AnsweredWithParent {
        unit: Option<UnitCode>,
        handler: AccountId,
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
    /// The supervisor has verified the answer; counts as unsolved.
    ClosedDisputed,
    Reopened {
        cause: ReopenCause,
    },
    AnswerRecalled,
    Resumed {
        unit: UnitCode,
        handler: AccountId,
    },
    NotAccepted {
        reason: RefusalReason,
        /// Where to go instead.
        door: Door,
        /// Who refused.
        by: AccountId,
        /// The end of the window to contest, milliseconds UTC.
        until: i64,
    },
    Contested,
    Merged {
        into: CaseId,
    },
    Unmerged,
    /// Another case was merged into this one.
    Absorbed {
        child: CaseId,
        /// The earliest final clock of all that are merged into it, when it is earlier than its own.
        borrowed: Option<Borrowed>,
    },
    /// A merged case was taken out again.
    LetGo {
        child: CaseId,
        borrowed: Option<Borrowed>,
    },
    Split {
        /// Into how many.
        parts: u8,
    },
    Withdrawn {
        /// Whether the resident says she was pressed to.
        pressed: bool,
        /// When it closes, milliseconds UTC.
        until: i64,
    },
    Archived,
    Sealed {
        reason: SealReason,
        against: Option<UnitCode>,
    },
    Unsealed,
    Excluded {
        reason: ExclusionReason,
    },
    AbuseFlagged {
        /// Milliseconds UTC.
        until: i64,
    },
    Reclassified {
        kind: KindCode,
        case_type: CaseType,
        complexity: Complexity,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        because: Option<ComplexReason>,
        /// Who decided; a contested class is decided by somebody else.
        by: AccountId,
    },
    ClassContested,
    ContactCorrected {
        reachable: bool,
    },
    PlaceCorrected {
        area: Option<AreaCode>,
    },
    Proposed {
        proposal: Proposed,
        by: Option<AccountId>,
        needs: Vec<Need>,
        /// Milliseconds UTC.
        expires: i64,
    },
    /// Somebody whose word was needed agreed. With the last, the step itself follows in the same commit.
    Agreed {
        by: AccountId,
    },
    ProposalEnded {
        how: ProposalEnd,
    },
    /// Words of the resident speak of harming herself: somebody is called, and the matter is urgent. It says no more.
    Alarmed,
    /// Somebody of staff has taken the alarm on.
    AlarmAnswered,
    /// A lost query code was replaced; the one before opens nothing any more.
    CodeReissued {
        proof: ReissueProof,
    },
    /// Another calendar took effect: the clocks that run were computed again from start, limit and pauses.
    Recalculated {
        /// The number of the approved change of the calendar.
        change: u32,
        /// The clocks whose end moved; none when they only became firm.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        moved: Vec<Moved>,
        /// The earliest final clock of all that are merged into it, as in [`CaseEvent::Absorbed`].
        #[serde(default, skip_serializing_if = "Option::is_none")]
        borrowed: Option<Borrowed>,
    },
    /// The person's data are gone; state and figures stay.
    Erased,
}

impl CaseEvent {
    /// The receipt of the case that begins with this event at `at`: of a part, the receipt of its whole.
    pub fn receipt(&self, at: Timestamp) -> Timestamp {
        if let Self::Submitted { received_at: Some(ms), .. } = self { Timestamp::from_millisecond(*ms).unwrap_or(at) } else { at }
    }

    /// What an answer says came of it: `None` where this is no answer, `Some(None)` where nobody could be reached.
    pub fn answer(&self) -> Option<Option<Outcome>> {
        match self {
            Self::Answered { outcome } | Self::AnsweredAtOnce { outcome, .. } | Self::AnsweredWithParent { outcome, .. } => {
                Some(Some(*outcome))
            }
            Self::AnsweredSilent => Some(None),
            Self::Submitted { .. }
            | Self::Released
            | Self::Triaged { .. }
            | Self::Dispatched { .. }
            | Self::Designated { .. }
            | Self::DispatchUndone
            | Self::Returned { .. }
            | Self::Accepted { .. }
            | Self::Started { .. }
            | Self::Reassigned { .. }
            | Self::Transferred { .. }
            | Self::Asked { .. }
            | Self::WentOn { .. }
            | Self::Extended { .. }
            | Self::Deferred { .. }
            | Self::Referred { .. }
            | Self::Contacted(_)
            | Self::Noted { .. }
            | Self::AssistAsked { .. }
            | Self::AssistReported { .. }
            | Self::AssistEnded { .. }
            | Self::Supplemented
            | Self::Chased
            | Self::FeedbackAsked { .. }
            | Self::Rated(_)
            | Self::Closed { .. }
            | Self::ClosedDisputed
            | Self::Reopened { .. }
            | Self::AnswerRecalled
            | Self::Resumed { .. }
            | Self::NotAccepted { .. }
            | Self::Contested
            | Self::Merged { .. }
            | Self::Unmerged
            | Self::Absorbed { .. }
            | Self::LetGo { .. }
            | Self::Split { .. }
            | Self::Withdrawn { .. }
            | Self::Archived
            | Self::Sealed { .. }
            | Self::Unsealed
            | Self::Excluded { .. }
            | Self::AbuseFlagged { .. }
            | Self::Reclassified { .. }
            | Self::ClassContested
            | Self::ContactCorrected { .. }
            | Self::PlaceCorrected { .. }
            | Self::Proposed { .. }
            | Self::Agreed { .. }
            | Self::ProposalEnded { .. }
            | Self::Alarmed
            | Self::AlarmAnswered
            | Self::CodeReissued { .. }
            | Self::Recalculated { .. }
            | Self::Erased => None,
        }
    }

    /// The journal's kind.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Submitted { .. } => "case.submitted",
            Self::Released => "case.released",
            Self::Triaged { .. } => "case.triaged",
            Self::Dispatched { .. } => "case.dispatched",
            Self::Designated { .. } => "case.designated",
            Self::DispatchUndone => "case.dispatch_undone",
            Self::Returned { .. } => "case.returned",
            Self::Accepted { .. } => "case.accepted",
            Self::Started { .. } => "case.started",
            Self::Reassigned { .. } => "case.reassigned",
            Self::Transferred { .. } => "case.transferred",
            Self::Asked { .. } => "case.asked",
            Self::WentOn { .. } => "case.went_on",
            Self::Extended { .. } => "case.extended",
            Self::Deferred { .. } => "case.deferred",
            Self::Referred { .. } => "case.referred",
            Self::Contacted(_) => "case.contacted",
            Self::Noted { .. } => "case.noted",
            Self::AssistAsked { .. } => "case.assist_asked",
            Self::AssistReported { .. } => "case.assist_reported",
            Self::AssistEnded { .. } => "case.assist_ended",
            Self::Supplemented => "case.supplemented",
            Self::Chased => "case.chased",
            Self::AnsweredAtOnce { .. } => "case.answered_at_once",
            Self::Answered { .. } => "case.answered",
            Self::AnsweredSilent => "case.answered_silent",
            Self::AnsweredWithParent { .. } => "case.answered_with_parent",
            Self::FeedbackAsked { .. } => "case.feedback_asked",
            Self::Rated(_) => "case.rated",
            Self::Closed { .. } => "case.closed",
            Self::ClosedDisputed => "case.closed_disputed",
            Self::Reopened { .. } => "case.reopened",
            Self::AnswerRecalled => "case.answer_recalled",
            Self::Resumed { .. } => "case.resumed",
            Self::NotAccepted { .. } => "case.not_accepted",
            Self::Contested => "case.contested",
            Self::Merged { .. } => "case.merged",
            Self::Unmerged => "case.unmerged",
            Self::Absorbed { .. } => "case.absorbed",
            Self::LetGo { .. } => "case.let_go",
            Self::Split { .. } => "case.split",
            Self::Withdrawn { .. } => "case.withdrawn",
            Self::Archived => "case.archived",
            Self::Sealed { .. } => "case.sealed",
            Self::Unsealed => "case.unsealed",
            Self::Excluded { .. } => "case.excluded",
            Self::AbuseFlagged { .. } => "case.abuse_flagged",
            Self::Reclassified { .. } => "case.reclassified",
            Self::ClassContested => "case.class_contested",
            Self::ContactCorrected { .. } => "case.contact_corrected",
            Self::PlaceCorrected { .. } => "case.place_corrected",
            Self::Proposed { .. } => "case.proposed",
            Self::Agreed { .. } => "case.agreed",
            Self::ProposalEnded { .. } => "case.proposal_ended",
            Self::Alarmed => "case.alarmed",
            Self::AlarmAnswered => "case.alarm_answered",
            Self::CodeReissued { .. } => "case.code_reissued",
            Self::Recalculated { .. } => "case.recalculated",
            Self::Erased => "case.erased",
        }
    }
}
