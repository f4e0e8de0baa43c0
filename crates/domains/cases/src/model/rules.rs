//! What a step needs beyond the state: windows, counts, other hands. Each rule answers with the one that is broken, so that
//! the page can say which.

use kernel::{AccountId, Timestamp, UnitCode, format};
use workday::Limit;

use super::case::{Case, ClassContest};
use super::clocks::ClockName;
use super::limits::Limits;
use super::proposal::{Need, Proposed};
use super::state::State;

macro_rules! broken {
    ($($(#[$doc:meta])* $name:ident = $code:literal,)*) => {
        /// The rule that stands against a step.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Broken { $($(#[$doc])* $name,)* }

        impl Broken {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The stable code; also the key of its sentence.
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }
        }
    };
}

broken! {
    /// So many units gave it back that supervisor or organiser name the next (domain 4.1 row 8).
    DesignationNeeded = "case.designation_needed",
    /// It has not been given back that often.
    DesignationEarly = "case.designation_early",
    /// The matter is about this unit, which must not see it.
    AboutThisUnit = "case.about_this_unit",
    /// The window to give it back is over; the unit is deemed to have accepted (decisions 2).
    ReturnWindowOver = "case.return_window_over",
    /// A unit that was named cannot give it back.
    Designated = "case.designated",
    /// A dispatch is taken back by whoever made it, within ten seconds.
    UndoOver = "case.undo_over",
    /// Somebody else has to decide this time.
    AnotherMustDecide = "case.another_must_decide",
    /// A third reopening is the supervisor's.
    SupervisorMustDecide = "case.supervisor_must_decide",
    /// The clock was stopped as often as it may.
    TooManyStops = "case.too_many_stops",
    /// The time is over; more can only be asked for before.
    AlreadyDue = "case.already_due",
    /// It was extended as often as it may.
    TooManyExtensions = "case.too_many_extensions",
    /// Longer than the original limit.
    ExtensionTooLong = "case.extension_too_long",
    /// Closing without the resident takes three attempts on two days (domain 4.1 row 11b).
    AttemptsMissing = "case.attempts_missing",
    /// Another proposal waits.
    ProposalWaits = "case.proposal_waits",
    /// Nothing is proposed.
    NothingProposed = "case.nothing_proposed",
    /// It needs somebody else's word.
    NotYourWord = "case.not_your_word",
    /// The resident has reminded today already.
    ChasedToday = "case.chased_today",
    /// Contested once already.
    ContestedOnce = "case.contested_once",
    /// The window to contest is over.
    ContestOver = "case.contest_over",
    /// Not two open matters of which both are visible alike.
    CannotMerge = "case.cannot_merge",
    /// Already so.
    AlreadySo = "case.already_so",
    /// The lead signs a complex answer.
    LeadMustSign = "case.lead_must_sign",
    /// What is sealed is handled by the unit that has it alone.
    SealedStays = "case.sealed_stays",
    /// The resident wants to be reached through the hotline only (GB/T 33358).
    Confidential = "case.confidential",
}

/// How long a dispatch can be taken back (decisions 2).
pub const UNDO_MILLIS: i64 = 10_000;

fn holds(holds: bool, otherwise: Broken) -> Result<(), Broken> {
    if holds { Ok(()) } else { Err(otherwise) }
}

impl Case {
    /// Whether a dispatcher may send it to `unit`.
    pub fn may_go_to(&self, unit: &UnitCode) -> Result<(), Broken> {
        holds(self.against.as_ref() != Some(unit), Broken::AboutThisUnit)
    }

    /// Whether `unit` may be asked to help: it is another than the one that has it, and may see that there is such a matter.
    pub fn may_be_helped_by(&self, unit: &UnitCode) -> Result<(), Broken> {
        holds(!self.sealed, Broken::SealedStays)?;
        self.may_go_to(unit)?;
        holds(self.unit() != Some(unit), Broken::AlreadySo)
    }

    /// Whether a dispatcher may still choose the unit.
    pub fn may_be_dispatched(&self, limits: &Limits) -> Result<(), Broken> {
        holds(self.dispatches < limits.dispatches, Broken::DesignationNeeded)
    }

    /// Whether supervisor or organiser may name the unit.
    pub fn may_be_designated(&self, limits: &Limits) -> Result<(), Broken> {
        holds(self.dispatches >= limits.dispatches, Broken::DesignationEarly)
    }

    /// Whether `who` may take the last dispatch back: her own for ten seconds; a program's, whoever she is, until the unit has accepted.
    pub fn may_undo_dispatch(&self, who: AccountId, now: Timestamp) -> Result<(), Broken> {
        if self.course.automatic.is_some() {
            return Ok(());
        }
        let fresh = self.course.dispatched.is_some_and(|(by, at)| by == who && now.as_millisecond().saturating_sub(at) <= UNDO_MILLIS);
        holds(fresh, Broken::UndoOver)
    }

    /// Whether the unit may still give it back.
    pub fn may_be_returned(&self, now: Timestamp) -> Result<(), Broken> {
        holds(!self.course.designated, Broken::Designated)?;
        let open = self.clocks.get(ClockName::Return).is_some_and(|clock| clock.ended.is_none() && clock.due.is_none_or(|due| now <= due));
        holds(open, Broken::ReturnWindowOver)
    }

    /// Whether `who` may decide on a matter whose refusal was contested.
    pub fn may_be_judged_by(&self, who: AccountId) -> Result<(), Broken> {
        holds(self.course.refused_by != Some(who), Broken::AnotherMustDecide)
    }

    /// Whether `who` may decide on its class: a contested one is somebody else's.
    pub fn may_be_classed_by(&self, who: AccountId) -> Result<(), Broken> {
        let contested = self.course.class_contest == ClassContest::Open;
        holds(!contested || self.course.classed_by != Some(who), Broken::AnotherMustDecide)
    }

    /// Whether the resident may contest the class.
    pub fn class_may_be_contested(&self) -> Result<(), Broken> {
        holds(self.course.class_contest == ClassContest::None, Broken::ContestedOnce)
    }

    /// Whether the resident may contest the refusal: once, and in time.
    pub fn refusal_may_be_contested(&self, now: Timestamp) -> Result<(), Broken> {
        holds(self.course.refused_by.is_none(), Broken::ContestedOnce)?;
        let State::NotAccepted { until, .. } = &self.state else { return Ok(()) };
        holds(now <= *until, Broken::ContestOver)
    }

    /// Whether the final clock may be stopped for a question.
    pub fn may_be_stopped(&self, limits: &Limits, now: Timestamp) -> Result<(), Broken> {
        holds(u32::from(self.course.stops) < limits.stops, Broken::TooManyStops)?;
        self.is_not_due(now)
    }

    fn is_not_due(&self, now: Timestamp) -> Result<(), Broken> {
        let ahead = self.clocks.get(ClockName::Final).is_some_and(|clock| clock.ended.is_none() && clock.due.is_none_or(|due| now < due));
        holds(ahead, Broken::AlreadyDue)
    }

    /// The whole new length of the final clock with `by` added: asked before it is due, at most its original length, at most so often.
    pub fn extended_by(&self, by: Limit, limits: &Limits, now: Timestamp) -> Result<Limit, Broken> {
        holds(u32::from(self.course.extensions) < limits.extensions, Broken::TooManyExtensions)?;
        self.is_not_due(now)?;
        let original = if self.reopenings == 0 { limits.final_of(self.case_type, self.complexity) } else { limits.final_reopened };
        let within = match (original, by) {
            (Limit::WorkingDays(most), Limit::WorkingDays(n)) | (Limit::Days(most), Limit::Days(n)) => n >= 1 && n <= most,
            (
                Limit::Minutes(_) | Limit::Hours(_) | Limit::WorkingDays(_) | Limit::Days(_),
                Limit::Minutes(_) | Limit::Hours(_) | Limit::WorkingDays(_) | Limit::Days(_),
            ) => false,
        };
        holds(within, Broken::ExtensionTooLong)?;
        let now_long = self.clocks.get(ClockName::Final).and_then(super::clocks::RunningClock::limit).unwrap_or(original);
        now_long.extended(by).map_err(|_| Broken::ExtensionTooLong)
    }

    /// Whether it may be closed without the resident.
    pub fn may_be_silent(&self) -> Result<(), Broken> {
        holds(self.course.attempts >= 3 && self.course.attempt_days >= 2, Broken::AttemptsMissing)
    }

    /// Whether the resident may remind: once a day.
    pub fn may_be_chased(&self, now: Timestamp) -> Result<(), Broken> {
        holds(self.course.chased_on != Some(format::local_date(now)), Broken::ChasedToday)
    }

    /// Whether `next` may go on with it after a reopening, when a dispatcher or a supervisor hands it on.
    pub fn may_be_resumed(&self, next: AccountId, by_supervisor: bool) -> Result<(), Broken> {
        holds(self.reopenings < 3 || by_supervisor, Broken::SupervisorMustDecide)?;
        // A second failure is not repaired by the same hands (decisions 2).
        holds(self.reopenings < 2 || self.handler() != Some(next), Broken::AnotherMustDecide)
    }

    /// Whether the supervisor may close it as disputed: after the third answer.
    pub fn may_be_disputed(&self) -> Result<(), Broken> {
        holds(self.reopenings >= 3, Broken::DesignationEarly)
    }

    /// Whether it may be merged into `parent`.
    pub fn may_merge_into(&self, parent: &Self) -> Result<(), Broken> {
        // Sealed matters never go into visible ones, nor visible ones into sealed (domain 4.1 row 17).
        let alike = self.sealed == parent.sealed && self.against == parent.against;
        holds(self.id != parent.id && parent.state.takes_others() && alike && self.course.absorbed == 0, Broken::CannotMerge)
    }

    /// Whose words `step` needs when it is proposed by the handler, by the lead (`signed`), or by somebody else.
    pub fn needs(&self, step: &Proposed, signed: bool) -> Vec<Need> {
        let lead = self.unit().map(|unit| Need::Lead { unit: unit.clone() }).filter(|_| !signed);
        match step {
            Proposed::Extend { .. } => {
                let decides = if self.course.extensions == 0 { Need::Dispatcher } else { Need::Supervisor };
                lead.into_iter().chain([decides]).collect()
            }
            Proposed::Answer { .. } | Proposed::AnswerSilent => lead.into_iter().collect(),
            Proposed::Defer { .. } => lead.into_iter().chain([Need::Supervisor]).collect(),
            Proposed::Refer { .. } => vec![Need::Dispatcher],
            Proposed::Transfer { unit } => vec![Need::Lead { unit: unit.clone() }, Need::Dispatcher],
            // Two people, neither of the unit (decisions 2).
            Proposed::Exclude { .. } => vec![Need::Supervisor, Need::Supervisor],
            Proposed::FlagAbuse => vec![Need::Supervisor],
            Proposed::Unseal => vec![Need::Supervisor, Need::Organiser],
        }
    }

    /// Whether a proposal may be made now.
    pub fn may_propose(&self) -> Result<(), Broken> {
        holds(self.pending.is_none(), Broken::ProposalWaits)
    }
}
