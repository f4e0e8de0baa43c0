//! A case: the fold of its events. Commands decide and apply; `doctor` applies from the beginning and compares.

use kernel::{AccountId, AreaCode, CaseId, CaseNumber, KindCode, SubjectId, Timestamp, UnitCode};

use super::clocks::{ClockName, Clocks, Timing};
use super::event::{CaseEvent, Rating};
use super::limits::Limits;
use super::state::{Refused, State, Step};
use super::words::{Channel, Complexity, ContactHow, Outcome};
use crate::catalogue::CaseType;

/// What was said at the counter, once; it does not change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Intake {
    /// The number people see.
    pub number: CaseNumber,
    /// By which way it came.
    pub channel: Channel,
    /// When it was handed in: the start of `response` and `final`.
    pub received_at: Timestamp,
    /// Whether the resident left a way to be reached.
    pub reachable: bool,
    /// Whether the unit must keep the name to itself.
    pub confidential: bool,
    /// Taken above its source's limit.
    pub held: bool,
    /// The version of the parameters it runs by.
    pub parameters: String,
}

/// A case as the rules see it: no text, no person.
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
    /// Where it stands.
    pub state: State,
    /// Its clocks.
    pub clocks: Clocks,
    /// First contact since receipt or since the last reopening.
    pub first_contact_at: Option<Timestamp>,
    /// Attempts in vain since then.
    pub attempts: u32,
    /// How often it was dispatched.
    pub dispatches: u32,
    /// How often it was supplemented.
    pub supplements: u32,
    /// What the unit said came of it, last.
    pub outcome: Option<Outcome>,
    /// When it was answered, last.
    pub answered_at: Option<Timestamp>,
    /// The resident's verdict, last.
    pub rating: Option<Rating>,
    /// How often it was reopened.
    pub reopenings: u32,
    /// Whether the person's data are gone.
    pub erased: bool,
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
    /// A step that its state does not allow.
    #[error(transparent)]
    Refused(#[from] Refused),
}

impl Case {
    /// The subject whose key protects what the resident said.
    pub fn subject(&self) -> SubjectId {
        subject_of(self.id)
    }

    /// The unit that has it, once dispatched.
    pub fn unit(&self) -> Option<&UnitCode> {
        match &self.state {
            State::Submitted | State::Triage => None,
            State::Dispatched { unit }
            | State::Accepted { unit, .. }
            | State::InProgress { unit, .. }
            | State::Answered { unit, .. }
            | State::FeedbackPending { unit, .. }
            | State::Rated { unit, .. }
            | State::Closed { unit, .. }
            | State::Reopened { unit, .. } => Some(unit),
        }
    }

    /// Who answers for it, once accepted.
    pub fn handler(&self) -> Option<AccountId> {
        match &self.state {
            State::Submitted | State::Triage | State::Dispatched { .. } => None,
            State::Accepted { handler, .. }
            | State::InProgress { handler, .. }
            | State::Answered { handler, .. }
            | State::FeedbackPending { handler, .. }
            | State::Rated { handler, .. }
            | State::Closed { handler, .. }
            | State::Reopened { handler, .. } => Some(*handler),
        }
    }

    /// The case that the first event makes.
    pub fn begin(id: CaseId, event: &CaseEvent, at: Timestamp, timing: &Timing<'_>, limits: &Limits) -> Result<Self, NotACase> {
        let CaseEvent::Submitted { number, channel, area, case_type, reachable, confidential, held, parameters } = event else {
            return Err(NotACase::NotSubmitted);
        };
        let mut clocks = Clocks::default();
        clocks.begin(timing.start(ClockName::Response, at, limits.response));
        clocks.begin(timing.start(ClockName::Final, at, limits.final_of(*case_type, Complexity::General)));
        Ok(Self {
            id,
            version: 1,
            intake: Intake {
                number: number.clone(),
                channel: *channel,
                received_at: at,
                reachable: *reachable,
                confidential: *confidential,
                held: *held,
                parameters: parameters.clone(),
            },
            area: area.clone(),
            kind: None,
            case_type: *case_type,
            complexity: Complexity::General,
            urgent: false,
            state: State::Submitted,
            clocks,
            first_contact_at: None,
            attempts: 0,
            dispatches: 0,
            supplements: 0,
            outcome: None,
            answered_at: None,
            rating: None,
            reopenings: 0,
            erased: false,
        })
    }

    /// The case after one more event at `at`.
    pub fn apply(&mut self, event: &CaseEvent, at: Timestamp, timing: &Timing<'_>, limits: &Limits) -> Result<(), NotACase> {
        match event {
            CaseEvent::Submitted { .. } => return Err(NotACase::SubmittedTwice),
            CaseEvent::Triaged { kind, unit: _, urgent } => {
                self.state = self.state.after(&Step::Triage, at)?;
                self.kind.clone_from(kind);
                self.urgent = *urgent;
                let limit = if *urgent { limits.dispatch_urgent } else { limits.dispatch };
                self.clocks.begin(timing.start(ClockName::Dispatch, at, limit));
            }
            CaseEvent::Dispatched { unit, kind, case_type, complexity } => {
                self.state = self.state.after(&Step::Dispatch { unit: unit.clone() }, at)?;
                self.kind = Some(kind.clone());
                (self.case_type, self.complexity) = (*case_type, *complexity);
                self.dispatches += 1;
                self.clocks.end(ClockName::Dispatch, at);
                let received = self.intake.received_at;
                self.clocks.begin(timing.start(ClockName::Final, received, limits.final_of(*case_type, *complexity)));
                let window = match complexity {
                    Complexity::General => {
                        self.clocks.drop(ClockName::Plan);
                        limits.give_back
                    }
                    Complexity::Complex => {
                        self.clocks.begin(timing.start(ClockName::Plan, received, limits.plan));
                        limits.give_back_complex
                    }
                };
                self.clocks.begin(timing.start(ClockName::Return, at, window));
            }
            CaseEvent::Accepted { handler } => {
                self.state = self.state.after(&Step::Accept { handler: *handler }, at)?;
                self.clocks.end(ClockName::Return, at);
            }
            CaseEvent::Started { planned } => {
                self.state = self.state.after(&Step::Start, at)?;
                if *planned {
                    self.clocks.end(ClockName::Plan, at);
                }
            }
            CaseEvent::Contacted(contact) => {
                self.state = self.state.after(&Step::LogContact, at)?;
                if contact.how == ContactHow::Attempt {
                    self.attempts += 1;
                }
                // The third failed attempt ends the response clock too (decisions 2).
                let reached = contact.how != ContactHow::Attempt || self.attempts >= 3;
                if reached && self.first_contact_at.is_none() {
                    self.first_contact_at = Some(at);
                    self.clocks.end(ClockName::Response, at);
                }
            }
            CaseEvent::Noted { .. } => self.state = self.state.after(&Step::Note, at)?,
            CaseEvent::Supplemented => {
                self.state = self.state.after(&Step::Supplement, at)?;
                self.supplements += 1;
            }
            CaseEvent::Answered { outcome } => {
                self.state = self.state.after(&Step::Answer, at)?;
                self.outcome = Some(*outcome);
                self.answered_at = Some(at);
                // An answer is a reply to the resident: where nobody called before, it is the first contact.
                self.first_contact_at.get_or_insert(at);
                for clock in [ClockName::Response, ClockName::Final, ClockName::Plan] {
                    self.clocks.end(clock, at);
                }
            }
            CaseEvent::FeedbackAsked { until } => {
                let until = Timestamp::from_millisecond(*until).unwrap_or(at);
                self.state = self.state.after(&Step::AskFeedback { until }, at)?;
                self.clocks.begin_rating(at, until, limits.rating_days);
            }
            CaseEvent::Rated(rating) => {
                self.state = self.state.after(&Step::Rate, at)?;
                self.rating = Some(*rating);
                self.clocks.end(ClockName::Rating, at);
            }
            CaseEvent::Closed { .. } => {
                self.state = self.state.after(&Step::Close, at)?;
                self.clocks.end(ClockName::Rating, at);
            }
            CaseEvent::Reopened { .. } => {
                self.state = self.state.after(&Step::Reopen, at)?;
                self.reopenings += 1;
                (self.first_contact_at, self.attempts) = (None, 0);
                self.clocks.begin(timing.start(ClockName::Response, at, limits.response_reopened));
                self.clocks.begin(timing.start(ClockName::Final, at, limits.final_reopened));
                self.clocks.begin(timing.start(ClockName::Dispatch, at, limits.dispatch));
            }
            CaseEvent::Resumed { unit, handler } => {
                self.state = self.state.after(&Step::Resume { unit: unit.clone(), handler: *handler }, at)?;
                self.clocks.end(ClockName::Dispatch, at);
            }
            CaseEvent::Erased => self.erased = true,
        }
        self.version += 1;
        Ok(())
    }

    /// The fold of a whole stream.
    pub fn fold<'e>(
        id: CaseId,
        events: impl IntoIterator<Item = (&'e CaseEvent, Timestamp)>,
        timing: &Timing<'_>,
        limits: &Limits,
    ) -> Result<Self, NotACase> {
        let mut events = events.into_iter();
        let (first, at) = events.next().ok_or(NotACase::NotSubmitted)?;
        let mut case = Self::begin(id, first, at, timing, limits)?;
        for (event, at) in events {
            case.apply(event, at, timing, limits)?;
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
            parameters: Limits::DEFAULT.version.to_string(),
        }
    }

    #[test]
    fn the_main_line_runs_from_submission_to_the_residents_verdict_and_back() {
        let rng = SeededRng::new(5);
        let (id, handler) = (CaseId::new(Timestamp::UNIX_EPOCH, &rng), AccountId::new(Timestamp::UNIX_EPOCH, &rng));
        let (timing, limits) = (Timing::by(Calendar::shipped()), Limits::DEFAULT);
        let unit: kernel::UnitCode = "housing".parse().unwrap();
        let kind: KindCode = "street_lamp".parse().unwrap();
        let bad = Rating { contacted: true, solved: false, satisfaction: 4 };
        let good = Rating { contacted: true, solved: true, satisfaction: 3 };
        assert!(!bad.closes() && good.closes());
        let events = [
            (submitted(), "2026-11-13T15:20:00+08:00"),
            (CaseEvent::Triaged { kind: None, unit: None, urgent: false }, "2026-11-13T15:20:00+08:00"),
            (
                CaseEvent::Dispatched { unit: unit.clone(), kind, case_type: CaseType::Help, complexity: Complexity::General },
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
        let case = Case::fold(id, dated.iter().map(|(event, when)| (event, *when)), &timing, &limits).unwrap();
        assert!(matches!(case.state, State::Closed { .. }));
        assert_eq!((case.version, case.reopenings, case.rating), (14, 1, Some(good)));
        assert_eq!(case.clocks.light(at("2027-01-01T00:00:00+08:00")).0, Light::Green, "a closed case owes nothing");
        let midway = Case::fold(id, dated.iter().take(5).map(|(e, t)| (e, *t)), &timing, &limits).unwrap();
        assert_eq!(midway.clocks.red_at(), Some(at("2026-11-20T17:30:00+08:00")));
        assert_eq!(midway.first_contact_at, Some(at("2026-11-13T16:05:00+08:00")));
    }

    #[test]
    fn the_third_attempt_in_vain_ends_the_response_clock() {
        let id = CaseId::new(Timestamp::UNIX_EPOCH, &SeededRng::new(6));
        let (timing, limits) = (Timing::by(Calendar::shipped()), Limits::DEFAULT);
        let now = at("2026-11-23T09:00:00+08:00");
        let mut case = Case::begin(id, &submitted(), now, &timing, &limits).unwrap();
        case.state = State::Accepted { unit: "housing".parse().unwrap(), handler: AccountId::from_bytes([1; 16]) };
        for attempt in 1..=3 {
            assert_eq!(case.first_contact_at, None, "before attempt {attempt}");
            case.apply(&CaseEvent::Contacted(Contacted { how: ContactHow::Attempt, seconds: None }), now, &timing, &limits).unwrap();
        }
        assert_eq!(case.first_contact_at, Some(now));
    }
}
