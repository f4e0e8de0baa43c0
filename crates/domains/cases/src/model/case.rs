//! A case: the fold of its events. Commands decide and apply; `doctor` applies from the beginning and compares.

use jiff::civil::Date;
use kernel::{AccountId, AreaCode, CaseId, CaseNumber, KindCode, SubjectId, Timestamp, UnitCode, format};
use serde::{Deserialize, Serialize};
use settings::model::Calendars;

use super::clocks::{ClockName, Clocks, Ran, Timing};
use super::event::{Automatic, Borrowed, CaseEvent, Contacted, Link, Rating};
use super::limits::Limits;
use super::proposal::{Need, Proposal};
use super::state::{Holder, Refused, State, Step};
use super::words::{Channel, ComplexReason, Complexity, ContactHow, ExclusionReason, Outcome};
use crate::catalogue::CaseType;

/// What was said at the counter, once. Only `held` changes, once too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Intake {
    /// The number people see.
    pub number: CaseNumber,
    /// By which way it came.
    pub channel: Channel,
    /// When it was handed in: the start of `response` and `final`.
    pub received_at: Timestamp,
    /// Whether the unit must keep the name to itself.
    pub confidential: bool,
    /// Taken above its source's limit and not released by the desk yet: nothing is dispatched.
    pub held: bool,
    /// The case it came out of.
    pub link: Option<Link>,
    /// The version of the parameters it runs by.
    pub parameters: String,
}

/// Where a contested class stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClassContest {
    /// Nobody contested it.
    #[default]
    None,
    /// Another dispatcher has to decide.
    Open,
    /// Decided; it cannot be contested again.
    Decided,
}

/// What became of a case on its way, where nothing is searched by it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Course {
    /// Attempts in vain since receipt or the last reopening.
    pub attempts: u32,
    /// On how many days they were made.
    pub attempt_days: u32,
    /// The last of these days.
    pub attempted_on: Option<Date>,
    /// How often it was supplemented.
    pub supplements: u32,
    /// How often it was given back.
    pub returns: u32,
    /// The unit that a return was last sent back to, and when (milliseconds UTC): its return was not agreed to.
    pub sent_back: Option<(UnitCode, i64)>,
    /// How often the final clock was stopped.
    pub stops: u8,
    /// How often it was extended.
    pub extensions: u8,
    /// Whether its unit was named by supervisor or organiser: then it cannot be given back.
    pub designated: bool,
    /// Units that help.
    pub assists: Vec<UnitCode>,
    /// Who dispatched it last, and when (milliseconds UTC): that person may take it back for ten seconds.
    pub dispatched: Option<(AccountId, i64)>,
    /// A program dispatched it, and nobody has decided since.
    pub automatic: Option<Automatic>,
    /// It was drawn for a check before it would have gone by itself.
    pub drawn: Option<Automatic>,
    /// Why it is complex.
    pub because: Option<ComplexReason>,
    /// Who decided on its class last.
    pub classed_by: Option<AccountId>,
    /// Whether its class was contested.
    pub class_contest: ClassContest,
    /// When, milliseconds UTC.
    pub class_contested_at: Option<i64>,
    /// Who refused it, when its refusal was contested: somebody else decides.
    pub refused_by: Option<AccountId>,
    /// The day on which the resident reminded last.
    pub chased_on: Option<Date>,
    /// How often the resident reminded.
    pub chases: u32,
    /// Left out of the figures.
    pub excluded: Option<ExclusionReason>,
    /// Marked as abuse until then, milliseconds UTC.
    pub abuse_until: Option<i64>,
    /// Closed with an answer that the supervisor verified and the resident does not accept.
    pub disputed: bool,
    /// How many cases are merged into it.
    pub absorbed: u32,
    /// The earliest final clock among these, when it is earlier than its own.
    pub borrowed: Option<Borrowed>,
}

/// A case as the rules see it: no text, no person.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own, and none excludes another")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// Its id; also its subject's, while residents do not sign in.
    pub id: CaseId,
    /// The number of events so far.
    pub version: i64,
    /// The facts of intake.
    pub intake: Intake,
    /// The community, when known.
    pub area: Option<AreaCode>,
    /// What it is about, once suggested or decided.
    pub kind: Option<KindCode>,
    /// What the resident wants.
    pub case_type: CaseType,
    /// General or complex.
    pub complexity: Complexity,
    /// Dispatch within 30 minutes.
    pub urgent: bool,
    /// Whether the resident left a way to be reached.
    pub reachable: bool,
    /// Hidden from all but those who handle it.
    pub sealed: bool,
    /// The unit it is about, which never sees it.
    pub against: Option<UnitCode>,
    /// Where it stands.
    pub state: State,
    /// A step that waits for somebody's word.
    pub pending: Option<Proposal>,
    /// Its clocks.
    pub clocks: Clocks,
    /// First contact since receipt or since the last reopening.
    pub first_contact_at: Option<Timestamp>,
    /// How often it was dispatched.
    pub dispatches: u32,
    /// What the unit said came of it, last.
    pub outcome: Option<Outcome>,
    /// When it was answered, last.
    pub answered_at: Option<Timestamp>,
    /// The resident's verdict, last.
    pub rating: Option<Rating>,
    /// How often it was reopened.
    pub reopenings: u32,
    /// What became of it on its way.
    pub course: Course,
    /// Whether the person's data are gone: she was erased, or the matter was archived.
    pub erased: bool,
}

/// What happens to a case by itself when its time has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Timer {
    /// The rating window is over.
    RatingWindow,
    /// The stop for a question is over.
    Stop,
    /// A deferred matter is looked at again.
    Review,
    /// A proposal lapses.
    Proposal,
    /// A refused or withdrawn matter closes.
    Window,
}

impl Timer {
    /// The word of the job's key.
    pub fn code(self) -> &'static str {
        match self {
            Self::RatingWindow => "rating_window",
            Self::Stop => "stop",
            Self::Review => "review",
            Self::Proposal => "proposal",
            Self::Window => "window",
        }
    }
}

/// Events that do not make a case.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotACase {
    /// The first event is not a submission.
    #[error("the first event is not a submission")]
    NotSubmitted,
    /// A second submission.
    #[error("submitted twice")]
    SubmittedTwice,
    /// A word on a proposal that is not there.
    #[error("nothing is proposed")]
    NothingProposed,
    /// A step that its state does not allow.
    #[error(transparent)]
    Refused(#[from] Refused),
}

fn instant(ms: i64, otherwise: Timestamp) -> Timestamp {
    Timestamp::from_millisecond(ms).unwrap_or(otherwise)
}

impl Case {
    /// The subject whose key protects what the resident said.
    pub fn subject(&self) -> SubjectId {
        subject_of(self.id)
    }

    /// The unit that has it, once dispatched.
    pub fn unit(&self) -> Option<&UnitCode> {
        self.state.unit()
    }

    /// Who answers for it, once accepted.
    pub fn handler(&self) -> Option<AccountId> {
        self.state.holder().map(|holder| holder.handler)
    }

    /// Whether so many units gave it back, or lost it, that supervisor or organiser name the next one.
    pub fn awaits_designation(&self, limits: &Limits) -> bool {
        matches!(self.state, State::Returned { .. } | State::Triage) && self.dispatches >= limits.dispatches
    }

    /// The units that help with it now: while a unit has it at work, and never one that must not see it. What is sealed is handled
    /// by the unit that has it alone.
    pub fn assisting(&self) -> Vec<&UnitCode> {
        let at_work = match &self.state {
            State::Dispatched { .. }
            | State::Accepted(_)
            | State::InProgress(_)
            | State::AwaitingResident { .. }
            | State::Deferred { .. } => true,
            State::Submitted
            | State::Triage
            | State::Returned { .. }
            | State::Answered(_)
            | State::FeedbackPending { .. }
            | State::Rated(_)
            | State::Closed { .. }
            | State::Reopened { .. }
            | State::NotAccepted { .. }
            | State::Merged { .. }
            | State::Split { .. }
            | State::Referred { .. }
            | State::Withdrawn { .. }
            | State::Archived { .. } => false,
        };
        let shown = at_work && !self.sealed && !self.erased;
        let helps = |unit: &&UnitCode| shown && Some(*unit) != self.unit() && Some(*unit) != self.against.as_ref();
        self.course.assists.iter().filter(helps).collect()
    }

    /// Whose word it waits for, beyond the unit and the desk: of a proposal, a designation, a third reopening.
    pub fn waits_for(&self, limits: &Limits) -> Vec<Need> {
        let mut waits: Vec<Need> = self.pending.iter().filter_map(|pending| pending.next().cloned()).collect();
        if self.awaits_designation(limits) {
            waits.extend([Need::Supervisor, Need::Organiser]);
        }
        if matches!(self.state, State::Reopened { .. }) && self.reopenings >= 3 {
            waits.push(Need::Supervisor);
        }
        waits
    }

    /// The unit whose lead is asked to agree, so that this lead can see the case.
    pub fn pending_unit(&self) -> Option<&UnitCode> {
        match self.pending.as_ref()?.next()? {
            Need::Lead { unit } => Some(unit),
            Need::Handler | Need::Dispatcher | Need::Supervisor | Need::Organiser => None,
        }
    }

    /// When the case's light turns yellow: its own clocks, and the earliest of those merged into it.
    pub fn yellow_at(&self) -> Option<Timestamp> {
        let borrowed = self.borrowed().map(|borrowed| instant(borrowed.yellow, Timestamp::MAX));
        self.clocks.yellow_at().into_iter().chain(borrowed).min()
    }

    /// When the case's light turns red.
    pub fn red_at(&self) -> Option<Timestamp> {
        let borrowed = self.borrowed().map(|borrowed| instant(borrowed.due, Timestamp::MAX));
        self.clocks.red_at().into_iter().chain(borrowed).min()
    }

    /// A borrowed clock runs as long as its own final clock does.
    fn borrowed(&self) -> Option<&Borrowed> {
        let runs = self.clocks.get(ClockName::Final).is_some_and(|clock| clock.ended.is_none());
        self.course.borrowed.as_ref().filter(|_| runs)
    }

    /// The case that the first event makes.
    pub fn begin(id: CaseId, event: &CaseEvent, at: Timestamp, timing: &Timing<'_>, limits: &Limits) -> Result<Self, NotACase> {
        let CaseEvent::Submitted {
            number,
            channel,
            area,
            case_type,
            reachable,
            confidential,
            held,
            sealed,
            against,
            link,
            received_at: _,
            parameters,
        } = event
        else {
            return Err(NotACase::NotSubmitted);
        };
        let received_at = event.receipt(at);
        let mut clocks = Clocks::default();
        clocks.begin(timing.start(ClockName::Response, received_at, limits.response));
        clocks.begin(timing.start(ClockName::Final, received_at, limits.final_of(*case_type, Complexity::General)));
        Ok(Self {
            id,
            version: 1,
            intake: Intake {
                number: number.clone(),
                channel: *channel,
                received_at,
                confidential: *confidential,
                held: *held,
                link: *link,
                parameters: parameters.clone(),
            },
            area: area.clone(),
            kind: None,
            case_type: *case_type,
            complexity: Complexity::General,
            urgent: false,
            reachable: *reachable,
            sealed: *sealed,
            against: against.clone(),
            state: State::Submitted,
            pending: None,
            clocks,
            first_contact_at: None,
            dispatches: 0,
            outcome: None,
            answered_at: None,
            rating: None,
            reopenings: 0,
            course: Course::default(),
            erased: false,
        })
    }

    fn go(&mut self, step: &Step, at: Timestamp) -> Result<(), NotACase> {
        let next = self.state.after(step, at)?;
        // A proposal about a state that is gone has nobody waiting for it.
        if next.name() != self.state.name() {
            self.pending.take_if(|pending| !pending.step.outlives_the_state());
        }
        self.state = next;
        // Whoever was merged into it has its own answer now, or goes on alone.
        if !self.state.takes_others() {
            (self.course.absorbed, self.course.borrowed) = (0, None);
        }
        Ok(())
    }

    /// The case after one more event at `at`.
    #[expect(clippy::too_many_lines, reason = "one arm per event, each short")]
    pub fn apply(&mut self, event: &CaseEvent, at: Timestamp, timing: &Timing<'_>, limits: &Limits) -> Result<(), NotACase> {
        match event {
            CaseEvent::Submitted { .. } => return Err(NotACase::SubmittedTwice),
            CaseEvent::Released => self.intake.held = false,
            CaseEvent::Triaged { kind, unit: _, urgent, drawn } => {
                self.go(&Step::Triage, at)?;
                self.course.drawn = *drawn;
                self.kind.clone_from(kind);
                self.urgent = *urgent;
                self.begin_dispatch(at, timing, limits);
            }
            CaseEvent::Dispatched { unit, assists, kind, case_type, complexity, because, by, automatic } => {
                self.sends_back(unit, at);
                self.go(&Step::Dispatch { unit: unit.clone() }, at)?;
                self.course.automatic = *automatic;
                self.course.assists.clone_from(assists);
                self.course.dispatched = by.map(|by| (by, at.as_millisecond()));
                self.classify(kind, *case_type, *complexity, *because, timing, limits);
                self.course.classed_by = *by;
                self.sent(at, timing, limits);
            }
            CaseEvent::Designated { unit } => {
                self.sends_back(unit, at);
                self.go(&Step::Designate { unit: unit.clone() }, at)?;
                (self.course.designated, self.course.dispatched, self.course.automatic) = (true, None, None);
                self.sent(at, timing, limits);
            }
            CaseEvent::DispatchUndone => {
                self.go(&Step::UndoDispatch, at)?;
                self.dispatches = self.dispatches.saturating_sub(1);
                let undone = self.course.dispatched.map(|(_, at)| at);
                self.course.sent_back.take_if(|(_, at)| Some(*at) == undone);
                (self.course.dispatched, self.course.automatic) = (None, None);
                self.course.assists.clear();
                self.clocks.drop(ClockName::Return);
                self.clocks.revive(ClockName::Dispatch, timing);
            }
            CaseEvent::Returned { .. } => {
                self.go(&Step::Return, at)?;
                self.course.returns += 1;
                self.clocks.end(ClockName::Return, at);
                self.begin_dispatch(at, timing, limits);
            }
            CaseEvent::Accepted { handler } => {
                self.go(&Step::Accept { handler: *handler }, at)?;
                self.clocks.end(ClockName::Return, at);
            }
            CaseEvent::Started { planned } => {
                self.go(&Step::Start, at)?;
                if *planned {
                    self.clocks.end(ClockName::Plan, at);
                }
            }
            CaseEvent::Reassigned { handler } => self.go(&Step::Reassign { handler: *handler }, at)?,
            CaseEvent::Transferred { unit } => {
                self.go(&Step::Transfer { unit: unit.clone() }, at)?;
                self.course.dispatched = None;
                self.clocks.begin(timing.start(ClockName::Return, at, self.return_window(limits)));
            }
            CaseEvent::Asked { until } => {
                let until = instant(*until, at);
                self.go(&Step::Ask { until }, at)?;
                self.course.stops += 1;
                self.clocks.pause(ClockName::Final, at, Some(until), timing);
            }
            CaseEvent::WentOn { cause: _ } => {
                let was_deferred = matches!(self.state, State::Deferred { .. });
                self.go(&Step::GoOn, at)?;
                if was_deferred {
                    // What could not be done then has a new limit from now (domain 4.1 row 15).
                    self.clocks.begin(timing.start(ClockName::Final, at, limits.final_of(self.case_type, self.complexity)));
                } else {
                    self.clocks.go_on(ClockName::Final, at, timing);
                }
            }
            CaseEvent::Extended { to } => {
                self.go(&Step::Extend, at)?;
                self.course.extensions += 1;
                self.pending = None;
                self.clocks.extend(ClockName::Final, to, timing);
            }
            CaseEvent::Deferred { reason: _, review_on } => {
                self.go(&Step::Defer { review_on: *review_on }, at)?;
                self.clocks.pause(ClockName::Final, at, None, timing);
            }
            CaseEvent::Referred { to: _ } => {
                self.go(&Step::Refer, at)?;
                self.clocks.end_all(at);
            }
            CaseEvent::Contacted(contact) => {
                self.go(&Step::LogContact, at)?;
                self.contacted(*contact, at);
            }
            CaseEvent::Noted { .. } => self.go(&Step::Note, at)?,
            CaseEvent::AssistAsked { unit } => {
                self.go(&Step::Assist, at)?;
                if !self.course.assists.contains(unit) {
                    self.course.assists.push(unit.clone());
                }
            }
            CaseEvent::AssistReported { unit: _ } => self.go(&Step::Assist, at)?,
            CaseEvent::AssistEnded { unit } => {
                self.go(&Step::Assist, at)?;
                self.course.assists.retain(|assist| assist != unit);
            }
            CaseEvent::Supplemented => {
                let was_asked = matches!(self.state, State::AwaitingResident { .. });
                self.go(&Step::Supplement, at)?;
                self.course.supplements += 1;
                if was_asked {
                    self.clocks.go_on(ClockName::Final, at, timing);
                }
            }
            CaseEvent::Chased => {
                self.go(&Step::Chase, at)?;
                self.course.chases += 1;
                self.course.chased_on = Some(format::local_date(at));
            }
            CaseEvent::AnsweredAtOnce { handler, outcome } => {
                self.go(&Step::AnswerAtOnce { handler: *handler }, at)?;
                self.clocks.end(ClockName::Dispatch, at);
                self.answered(Some(*outcome), at);
            }
            CaseEvent::Answered { outcome } => {
                self.go(&Step::Answer, at)?;
                self.answered(Some(*outcome), at);
            }
            CaseEvent::AnsweredSilent => {
                self.go(&Step::AnswerSilent, at)?;
                self.answered(None, at);
            }
            CaseEvent::AnsweredWithParent { unit, handler, outcome } => {
                self.go(&Step::AnswerWithParent { holder: Holder { unit: unit.clone(), handler: *handler } }, at)?;
                self.answered(Some(*outcome), at);
            }
            CaseEvent::FeedbackAsked { until } => {
                let until = instant(*until, at);
                self.go(&Step::AskFeedback { until }, at)?;
                self.clocks.begin_rating(at, until, limits.rating_days);
            }
            CaseEvent::Rated(rating) => {
                self.go(&Step::Rate, at)?;
                self.rating = Some(*rating);
                self.clocks.end(ClockName::Rating, at);
            }
            CaseEvent::Closed { .. } => {
                self.go(&Step::Close, at)?;
                self.clocks.end_all(at);
            }
            CaseEvent::ClosedDisputed => {
                self.go(&Step::CloseDisputed, at)?;
                self.course.disputed = true;
                self.clocks.end_all(at);
            }
            CaseEvent::Reopened { .. } => {
                self.go(&Step::Reopen, at)?;
                self.reopened(at, timing, limits);
                self.clocks.begin(timing.start(ClockName::Dispatch, at, limits.dispatch));
            }
            CaseEvent::AnswerRecalled => {
                self.go(&Step::RecallAnswer, at)?;
                self.clocks.end(ClockName::Rating, at);
                self.reopened(at, timing, limits);
            }
            CaseEvent::Resumed { unit, handler } => {
                self.go(&Step::Resume { holder: Holder::of(unit, *handler) }, at)?;
                self.clocks.end(ClockName::Dispatch, at);
            }
            CaseEvent::NotAccepted { reason: _, door: _, by, until } => {
                self.go(&Step::NotAccept { by: *by, until: instant(*until, at) }, at)?;
                self.clocks.end_all(at);
            }
            CaseEvent::Contested => {
                if let State::NotAccepted { by, .. } = &self.state {
                    self.course.refused_by = Some(*by);
                }
                self.go(&Step::Contest, at)?;
                for clock in [ClockName::Response, ClockName::Final] {
                    self.clocks.revive(clock, timing);
                }
                self.begin_dispatch(at, timing, limits);
            }
            CaseEvent::Merged { into } => {
                self.go(&Step::Merge { into: *into }, at)?;
                self.clocks.end(ClockName::Dispatch, at);
                self.clocks.end(ClockName::Return, at);
            }
            CaseEvent::Unmerged => {
                self.go(&Step::Unmerge, at)?;
                if matches!(self.state, State::Triage) {
                    self.begin_dispatch(at, timing, limits);
                }
            }
            CaseEvent::Absorbed { child: _, borrowed } => {
                self.course.absorbed += 1;
                self.course.borrowed = *borrowed;
            }
            CaseEvent::LetGo { child: _, borrowed } => {
                self.course.absorbed = self.course.absorbed.saturating_sub(1);
                self.course.borrowed = *borrowed;
            }
            CaseEvent::Split { parts: _ } => {
                self.go(&Step::Split, at)?;
                // The parts have clocks of their own, from the same receipt.
                self.clocks.end_all(at);
            }
            CaseEvent::Withdrawn { pressed: _, until } => {
                self.go(&Step::Withdraw { until: instant(*until, at) }, at)?;
                self.clocks.end_all(at);
            }
            CaseEvent::Archived => {
                self.go(&Step::Archive, at)?;
                self.erased = true;
            }
            CaseEvent::Sealed { reason: _, against } => {
                self.go(&Step::Seal, at)?;
                self.sealed = true;
                if against.is_some() {
                    self.against.clone_from(against);
                    if self.unit() == against.as_ref() && self.state.after(&Step::TakeBack, at).is_ok() {
                        self.go(&Step::TakeBack, at)?;
                        self.clocks.drop(ClockName::Return);
                        // No question and no ledger holds the clock any more.
                        self.clocks.go_on(ClockName::Final, at, timing);
                        self.begin_dispatch(at, timing, limits);
                    }
                }
            }
            CaseEvent::Unsealed => {
                self.go(&Step::Unseal, at)?;
                (self.sealed, self.against) = (false, None);
                self.pending = None;
            }
            CaseEvent::Excluded { reason } => {
                self.go(&Step::Exclude, at)?;
                self.course.excluded = Some(*reason);
                self.pending = None;
            }
            CaseEvent::AbuseFlagged { until } => {
                self.go(&Step::FlagAbuse, at)?;
                self.course.abuse_until = Some(*until);
                self.pending = None;
            }
            CaseEvent::Reclassified { kind, case_type, complexity, because, by } => {
                self.go(&Step::Reclassify, at)?;
                self.classify(kind, *case_type, *complexity, *because, timing, limits);
                self.course.classed_by = Some(*by);
                self.course.automatic = None;
                if self.course.class_contest == ClassContest::Open {
                    self.course.class_contest = ClassContest::Decided;
                }
            }
            CaseEvent::ClassContested => {
                self.go(&Step::ContestClass, at)?;
                self.course.class_contest = ClassContest::Open;
                self.course.class_contested_at = Some(at.as_millisecond());
            }
            CaseEvent::ContactCorrected { reachable } => {
                self.go(&Step::CorrectContact, at)?;
                self.reachable = *reachable;
            }
            CaseEvent::PlaceCorrected { area } => {
                self.go(&Step::CorrectPlace, at)?;
                self.area.clone_from(area);
            }
            CaseEvent::Proposed { proposal, by, needs, expires } => {
                self.go(&Step::Propose, at)?;
                self.pending = Some(Proposal {
                    step: proposal.clone(),
                    by: *by,
                    at: at.as_millisecond(),
                    needs: needs.clone(),
                    agreed: Vec::new(),
                    expires: *expires,
                    version: self.version + 1,
                });
            }
            CaseEvent::Agreed { by } => {
                self.go(&Step::Decide, at)?;
                let pending = self.pending.as_mut().ok_or(NotACase::NothingProposed)?;
                pending.agreed.push(*by);
                if !pending.needs.is_empty() {
                    pending.needs.remove(0);
                }
            }
            CaseEvent::ProposalEnded { .. } => {
                self.go(&Step::Decide, at)?;
                self.pending.take().ok_or(NotACase::NothingProposed)?;
            }
            CaseEvent::Alarmed => {
                // What waits for its dispatch is urgent from now on; what was urgent before keeps its clock.
                if !self.urgent && matches!(self.state, State::Triage | State::Reopened { .. }) {
                    self.clocks.begin(timing.start(ClockName::Dispatch, at, limits.dispatch_urgent));
                }
                self.urgent = true;
            }
            // Who answered stands beside the case, and so does the generation of its code.
            CaseEvent::AlarmAnswered | CaseEvent::CodeReissued { .. } => {}
            CaseEvent::Recalculated { change: _, moved: _, borrowed } => {
                self.clocks = self.clocks.again(timing);
                self.course.borrowed = *borrowed;
            }
            CaseEvent::Erased => self.erased = true,
        }
        self.version += 1;
        Ok(())
    }

    /// What happens by itself, and when.
    pub fn timers(&self) -> Vec<(Timer, Timestamp)> {
        let own = match &self.state {
            State::FeedbackPending { until, .. } => Some((Timer::RatingWindow, *until)),
            State::AwaitingResident { until, .. } => Some((Timer::Stop, *until)),
            State::Deferred { review_on, .. } => Some((Timer::Review, format::instant(review_on.at(8, 30, 0, 0)))),
            State::NotAccepted { until, .. } | State::Withdrawn { until, .. } => Some((Timer::Window, *until)),
            State::Submitted
            | State::Triage
            | State::Dispatched { .. }
            | State::Returned { .. }
            | State::Accepted(_)
            | State::InProgress(_)
            | State::Answered(_)
            | State::Rated(_)
            | State::Closed { .. }
            | State::Reopened { .. }
            | State::Merged { .. }
            | State::Split { .. }
            | State::Referred { .. }
            | State::Archived { .. } => None,
        };
        let pending = self.pending.as_ref().map(|pending| (Timer::Proposal, pending.lapses_at()));
        own.into_iter().chain(pending).collect()
    }

    /// Remembers a return that goes to the unit it came from.
    fn sends_back(&mut self, to: &UnitCode, at: Timestamp) {
        if matches!(&self.state, State::Returned { unit } if unit == to) {
            self.course.sent_back = Some((to.clone(), at.as_millisecond()));
        }
    }

    /// How the final clock went up to the last answer, until the case is reopened.
    pub fn final_course(&self) -> Option<Ran> {
        let clock = self.clocks.get(ClockName::Final)?;
        self.answered_at.filter(|at| clock.ended == Some(*at)).and(clock.course())
    }

    fn begin_dispatch(&mut self, at: Timestamp, timing: &Timing<'_>, limits: &Limits) {
        let limit = if self.urgent { limits.dispatch_urgent } else { limits.dispatch };
        self.clocks.begin(timing.start(ClockName::Dispatch, at, limit));
    }

    fn return_window(&self, limits: &Limits) -> workday::Limit {
        match self.complexity {
            Complexity::General => limits.give_back,
            Complexity::Complex => limits.give_back_complex,
        }
    }

    /// A unit has it now: the dispatcher's clock ends, the unit's begins.
    fn sent(&mut self, at: Timestamp, timing: &Timing<'_>, limits: &Limits) {
        self.dispatches += 1;
        self.clocks.end(ClockName::Dispatch, at);
        self.clocks.begin(timing.start(ClockName::Return, at, self.return_window(limits)));
    }

    /// Type and complexity decide how long the answer may take, from receipt or from the last reopening.
    fn classify(
        &mut self,
        kind: &KindCode,
        case_type: CaseType,
        complexity: Complexity,
        reason: Option<ComplexReason>,
        timing: &Timing<'_>,
        limits: &Limits,
    ) {
        self.kind = Some(kind.clone());
        (self.case_type, self.complexity) = (case_type, complexity);
        self.course.because = reason.filter(|_| complexity == Complexity::Complex);
        let received = self.intake.received_at;
        if self.reopenings == 0 && self.course.extensions == 0 {
            // From receipt, or from the day on which a deferred matter was taken up again.
            let (since, pauses) =
                self.clocks.get(ClockName::Final).map_or_else(|| (received, Vec::new()), |clock| (clock.start, clock.pauses.clone()));
            let clock = timing.start(ClockName::Final, since, limits.final_of(case_type, complexity));
            self.clocks.begin(timing.again(super::clocks::RunningClock { pauses, ..clock }));
        }
        let planned = self.clocks.get(ClockName::Plan).is_some_and(|clock| clock.ended.is_some());
        match complexity {
            Complexity::General => self.clocks.drop(ClockName::Plan),
            Complexity::Complex if planned => {}
            Complexity::Complex => self.clocks.begin(timing.start(ClockName::Plan, received, limits.plan)),
        }
    }

    fn contacted(&mut self, contact: Contacted, at: Timestamp) {
        if contact.how == ContactHow::Attempt {
            let today = format::local_date(at);
            self.course.attempts += 1;
            if self.course.attempted_on != Some(today) {
                (self.course.attempt_days, self.course.attempted_on) = (self.course.attempt_days + 1, Some(today));
            }
        }
        // The third failed attempt ends the response clock too (decisions 2).
        let reached = contact.how != ContactHow::Attempt || self.course.attempts >= 3;
        if reached && self.first_contact_at.is_none() {
            self.first_contact_at = Some(at);
            self.clocks.end(ClockName::Response, at);
        }
    }

    fn answered(&mut self, outcome: Option<Outcome>, at: Timestamp) {
        self.outcome = outcome;
        self.answered_at = Some(at);
        // An answer is a reply to the resident: where nobody called before, it is the first contact.
        self.first_contact_at.get_or_insert(at);
        for clock in [ClockName::Response, ClockName::Final, ClockName::Plan] {
            self.clocks.end(clock, at);
        }
    }

    fn reopened(&mut self, at: Timestamp, timing: &Timing<'_>, limits: &Limits) {
        self.reopenings += 1;
        self.first_contact_at = None;
        (self.course.attempts, self.course.attempt_days, self.course.attempted_on) = (0, 0, None);
        (self.course.stops, self.course.extensions) = (0, 0);
        self.clocks.begin(timing.start(ClockName::Response, at, limits.response_reopened));
        self.clocks.begin(timing.start(ClockName::Final, at, limits.final_reopened));
    }

    /// What the change of the calendar with number `change` does to the case: nothing, unless a clock that runs, or the one it
    /// borrows, gets other instants. `borrowed` is what it borrows by the new calendar.
    pub fn recalculated(&self, change: u32, borrowed: Option<Borrowed>, timing: &Timing<'_>) -> Option<CaseEvent> {
        let then = self.clocks.again(timing);
        let same = then == self.clocks && borrowed == self.course.borrowed;
        (!same).then(|| CaseEvent::Recalculated { change, moved: self.clocks.moved_to(&then), borrowed })
    }

    /// The fold of a whole stream. Each event is computed with the calendar that was in force when it happened, so that a
    /// later calendar changes nothing of what was, but by an event that says so.
    pub fn fold<'e>(
        id: CaseId,
        events: impl IntoIterator<Item = (&'e CaseEvent, Timestamp)>,
        calendars: &Calendars,
        limits: &Limits,
    ) -> Result<Self, NotACase> {
        let mut events = events.into_iter();
        let (first, at) = events.next().ok_or(NotACase::NotSubmitted)?;
        let mut case = Self::begin(id, first, at, &Timing::by(calendars.get(at)), limits)?;
        for (event, at) in events {
            case.apply(event, at, &Timing::by(calendars.get(at)), limits)?;
        }
        Ok(case)
    }
}

/// The subject of an anonymous case: the case itself (decisions 14).
pub fn subject_of(id: CaseId) -> SubjectId {
    SubjectId::from_bytes(*id.as_bytes())
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use kernel::{NumberKey, SeededRng};
    use workday::Calendar;

    use super::super::clocks::Light;
    use super::super::event::{CloseCause, Contacted, ReopenCause};
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn submitted() -> CaseEvent {
        CaseEvent::Submitted {
            number: CaseNumber::nth(&NumberKey([1; 32]), jiff::civil::date(2026, 11, 13), 0).unwrap(),
            channel: Channel::Web,
            area: None,
            case_type: CaseType::Help,
            reachable: true,
            confidential: false,
            held: false,
            sealed: false,
            against: None,
            link: None,
            received_at: None,
            parameters: Limits::DEFAULT.version.to_string(),
        }
    }

    #[test]
    fn the_main_line_runs_from_submission_to_the_residents_verdict_and_back() {
        let rng = SeededRng::new(5);
        let (id, handler) = (CaseId::new(Timestamp::UNIX_EPOCH, &rng), AccountId::new(Timestamp::UNIX_EPOCH, &rng));
        let (calendars, limits) = (Calendars::default(), Limits::DEFAULT);
        let unit: kernel::UnitCode = "housing".parse().unwrap();
        let kind: KindCode = "street_lamp".parse().unwrap();
        let bad = Rating { contacted: true, solved: false, satisfaction: 4 };
        let good = Rating { contacted: true, solved: true, satisfaction: 3 };
        assert!(!bad.closes() && good.closes());
        let events = [
            (submitted(), "2026-11-13T15:20:00+08:00"),
            (CaseEvent::Triaged { kind: None, unit: None, urgent: false, drawn: None }, "2026-11-13T15:20:00+08:00"),
            (
                CaseEvent::Dispatched {
                    unit: unit.clone(),
                    assists: Vec::new(),
                    kind,
                    case_type: CaseType::Help,
                    complexity: Complexity::General,
                    because: None,
                    by: None,
                    automatic: None,
                },
                "2026-11-13T15:31:00+08:00",
            ),
            (CaseEvent::Accepted { handler }, "2026-11-13T15:40:00+08:00"),
            (CaseEvent::Contacted(Contacted { how: ContactHow::Call, seconds: Some(192) }), "2026-11-13T16:05:00+08:00"),
            (CaseEvent::Answered { outcome: Outcome::Solved }, "2026-11-20T10:48:00+08:00"),
            (CaseEvent::FeedbackAsked { until: at("2026-11-28T00:00:00+08:00").as_millisecond() }, "2026-11-20T10:48:00+08:00"),
            (CaseEvent::Rated(bad), "2026-11-20T12:00:00+08:00"),
            (CaseEvent::Reopened { cause: ReopenCause::Rating }, "2026-11-20T12:00:00+08:00"),
            (CaseEvent::Resumed { unit, handler }, "2026-11-20T13:00:00+08:00"),
            (CaseEvent::Answered { outcome: Outcome::Solved }, "2026-11-23T10:48:00+08:00"),
            (CaseEvent::FeedbackAsked { until: at("2026-12-01T00:00:00+08:00").as_millisecond() }, "2026-11-23T10:48:00+08:00"),
            (CaseEvent::Rated(good), "2026-11-24T08:00:00+08:00"),
            (CaseEvent::Closed { cause: CloseCause::Rated }, "2026-11-24T08:00:00+08:00"),
        ];
        let dated: Vec<(CaseEvent, Timestamp)> = events.into_iter().map(|(event, when)| (event, at(when))).collect();
        let case = Case::fold(id, dated.iter().map(|(event, when)| (event, *when)), &calendars, &limits).unwrap();
        assert!(matches!(case.state, State::Closed { .. }));
        assert_eq!((case.version, case.reopenings, case.rating), (14, 1, Some(good)));
        assert_eq!(case.clocks.light(at("2027-01-01T00:00:00+08:00")).0, Light::Green, "a closed case owes nothing");
        let midway = Case::fold(id, dated.iter().take(5).map(|(e, t)| (e, *t)), &calendars, &limits).unwrap();
        assert_eq!(midway.clocks.red_at(), Some(at("2026-11-20T17:30:00+08:00")));
        assert_eq!(midway.first_contact_at, Some(at("2026-11-13T16:05:00+08:00")));
    }

    /// 2027 as it might be published on 28 November 2026: the Spring Festival takes eight days.
    fn published() -> Calendars {
        let csv = "year,kind,from,to,text\n2027,notice,2026-11-25,,关于2027年部分节假日安排的通知\n2027,holiday,2027-01-01,2027-01-03,元旦\n\
                   2027,holiday,2027-02-05,2027-02-12,春节\n2027,holiday,2027-05-01,2027-05-05,劳动节\n2027,holiday,2027-10-01,2027-10-07,国庆节\n";
        let years = Calendar::from_csv(csv).unwrap();
        let (effective_at, approved_at) = (at("2027-02-01T10:00:10+08:00"), at("2027-02-01T10:00:00+08:00"));
        Calendars::new(vec![settings::model::CalendarChange { years, effective_at, approved_at, proposal: 7 }])
    }

    #[test]
    fn another_calendar_moves_what_runs_and_leaves_what_has_ended() {
        let id = CaseId::new(Timestamp::UNIX_EPOCH, &SeededRng::new(7));
        let (calendars, limits) = (published(), Limits::DEFAULT);
        // Friday 29 January; five working days by weekends alone: Friday 5 February.
        let (filed, called, moves) = (at("2027-01-29T10:00:00+08:00"), at("2027-01-29T11:00:00+08:00"), at("2027-02-01T10:00:10+08:00"));
        let told = [(submitted(), filed)];
        let story =
            |events: &[(CaseEvent, Timestamp)]| Case::fold(id, events.iter().map(|(event, at)| (event, *at)), &calendars, &limits).unwrap();
        let before = story(&told);
        let due = |case: &Case, name| case.clocks.get(name).unwrap().due.unwrap();
        assert_eq!(due(&before, ClockName::Final), at("2027-02-05T17:30:00+08:00"));
        assert!(before.clocks.get(ClockName::Final).unwrap().provisional);
        let timing = Timing::by(calendars.get(moves));
        let event = before.recalculated(7, None, &timing).unwrap();
        let CaseEvent::Recalculated { change: 7, moved, borrowed: None } = &event else { unreachable!("{event:?}") };
        let (from, to) = (at("2027-02-05T17:30:00+08:00").as_millisecond(), at("2027-02-15T17:30:00+08:00").as_millisecond());
        assert_eq!(moved, &[super::super::event::Moved { clock: ClockName::Final, from: Some(from), to: Some(to) }]);
        let after = story(&[told[0].clone(), (event.clone(), moves)]);
        assert_eq!(after.red_at(), before.clocks.get(ClockName::Response).unwrap().due, "natural hours know no holiday");
        assert_eq!(due(&after, ClockName::Final), at("2027-02-15T17:30:00+08:00"));
        assert!(!after.clocks.get(ClockName::Final).unwrap().provisional, "it is firm");
        assert_eq!(after.recalculated(7, None, &timing), None, "a second time there is nothing to do");
        // What has ended keeps what it had, and what is taken up again goes by the calendar of then.
        let mut over = before.clone();
        over.clocks.end(ClockName::Final, called);
        over.clocks.end(ClockName::Response, called);
        assert_eq!(over.recalculated(7, None, &timing), None);
        over.clocks.revive(ClockName::Final, &timing);
        assert_eq!(due(&over, ClockName::Final), at("2027-02-15T17:30:00+08:00"));
    }

    #[test]
    fn the_third_attempt_in_vain_ends_the_response_clock() {
        let id = CaseId::new(Timestamp::UNIX_EPOCH, &SeededRng::new(6));
        let (timing, limits) = (Timing::by(Calendar::shipped()), Limits::DEFAULT);
        let now = at("2026-11-23T09:00:00+08:00");
        let mut case = Case::begin(id, &submitted(), now, &timing, &limits).unwrap();
        case.state = State::Accepted(Holder::of(&"housing".parse().unwrap(), AccountId::from_bytes([1; 16])));
        for attempt in 1..=3 {
            assert_eq!(case.first_contact_at, None, "before attempt {attempt}");
            case.apply(&CaseEvent::Contacted(Contacted { how: ContactHow::Attempt, seconds: None }), now, &timing, &limits).unwrap();
        }
        assert_eq!(case.first_contact_at, Some(now));
    }
}
