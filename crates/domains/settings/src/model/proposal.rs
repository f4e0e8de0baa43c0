//! A proposed change and what may become of it: one proposes, another decides (decisions 3).

use jiff::civil::Date;
use kernel::{AccountId, Timestamp, format};
use places::{Amendment, WordChange};
use serde::{Deserialize, Serialize};
use workday::{Calendar, ImportError};

use super::calendars::CalendarChange;
use super::key::Key;
use super::scope::Scope;
use super::timeline::Setting;
use super::value::{Misfit, Value};

/// How long after its approval a change takes effect at the earliest. Every process reads decided values again within
/// two seconds, and a command computes with the instant at which it began; ten seconds lie behind both, so that
/// nobody computes by a rule that was already another.
pub const LEAD_SECS: i64 = 10;

/// One parameter's new value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Which.
    pub key: Key,
    /// Where.
    pub scope: Scope,
    /// The value in its text form; `None`: as the wider area has it.
    pub value: Option<String>,
}

impl Change {
    /// The value, checked against the form of today.
    pub fn read(&self) -> Result<Option<Value>, Misfit> {
        self.value.as_deref().map(|text| self.key.entry().form.read(text)).transpose()
    }
}

/// What is proposed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "about", rename_all = "snake_case")]
pub enum Body {
    /// New values of parameters; they hold together or not at all.
    Parameters {
        /// Each of them.
        changes: Vec<Change>,
    },
    /// An area, a unit or a kind is renamed, merged, opened, or given to another unit.
    Register {
        /// What happens to it.
        amendment: Amendment,
    },
    /// Years of the working-day calendar are published, or published anew.
    Calendar {
        /// The years, whole, in the canonical form of [`Calendar::to_csv`].
        csv: String,
    },
    /// Words of the county's dictionary come or go (ADR 0024).
    Words {
        /// Which.
        change: WordChange,
    },
}

impl Body {
    /// The new values; none where it is about something else.
    pub fn changes(&self) -> &[Change] {
        match self {
            Self::Parameters { changes } => changes,
            Self::Register { .. } | Self::Calendar { .. } | Self::Words { .. } => &[],
        }
    }

    /// What happens to an area, a unit or a kind, if that is what it is about.
    pub fn amendment(&self) -> Option<&Amendment> {
        match self {
            Self::Parameters { .. } | Self::Calendar { .. } | Self::Words { .. } => None,
            Self::Register { amendment } => Some(amendment),
        }
    }

    /// The years that it publishes, if that is what it is about; an error when the stored text is none of ours.
    pub fn calendar(&self) -> Option<Result<Calendar, ImportError>> {
        match self {
            Self::Parameters { .. } | Self::Register { .. } | Self::Words { .. } => None,
            Self::Calendar { csv } => Some(Calendar::from_csv(csv)),
        }
    }

    /// The words that come or go, if that is what it is about.
    pub fn words(&self) -> Option<&WordChange> {
        match self {
            Self::Parameters { .. } | Self::Register { .. } | Self::Calendar { .. } => None,
            Self::Words { change } => Some(change),
        }
    }
}

/// Where a proposal stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Waits for somebody else's decision.
    Open,
    /// Decided; holds from this instant.
    Approved {
        /// From when.
        effective_at: Timestamp,
    },
    /// Decided against.
    Refused,
    /// Taken back by whoever proposed it.
    Withdrawn,
    /// Nobody decided in time.
    Expired,
}

impl Status {
    /// The stored and published word.
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Approved { .. } => "approved",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
            Self::Expired => "expired",
        }
    }
}

/// What may be done with an open proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Let it take effect.
    Approve,
    /// Decide against it.
    Refuse,
    /// Take it back.
    Withdraw,
    /// Let it lapse.
    Expire,
}

impl Step {
    /// All.
    pub const ALL: [Self; 4] = [Self::Approve, Self::Refuse, Self::Withdraw, Self::Expire];
}

/// Why a step is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It has been decided already.
    #[error("the proposal is {}", .0.code())]
    Decided(Status),
    /// Whoever proposes never approves, nor refuses: two people (decisions 2, 3).
    #[error("nobody decides on her own proposal")]
    OwnProposal,
    /// Only whoever proposed takes it back.
    #[error("only the proposer withdraws")]
    NotYours,
    /// Its time is over.
    #[error("the proposal has lapsed")]
    Lapsed,
    /// Its time is not over yet.
    #[error("the proposal has not lapsed yet")]
    NotLapsed,
}

/// Who proposes or decides: an account, or the platform itself under a reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Person {
    /// A member of staff.
    Account(AccountId),
    /// `init`, a demo, a job.
    System(String),
}

/// A decision as it stands on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Who; the platform itself where a proposal lapsed.
    pub by: Person,
    /// When.
    pub at: Timestamp,
    /// Why; owed for a refusal.
    pub remark: Option<String>,
}

/// A proposed change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Its number, from 1; people and pages name it so.
    pub number: u32,
    /// What is proposed.
    pub body: Body,
    /// The day on which it is to take effect, from midnight; `None`: as soon as it is approved.
    pub effective_on: Option<Date>,
    /// Why. Published with the change: no personal data.
    pub reason: String,
    /// Who proposed it.
    pub proposed_by: Person,
    /// When.
    pub proposed_at: Timestamp,
    /// When it lapses if nobody decides.
    pub expires_at: Timestamp,
    /// Where it stands.
    pub status: Status,
    /// The decision, once there is one.
    pub decision: Option<Decision>,
    /// Counts its events.
    pub version: i64,
}

/// What happened to a proposal; the public part of its events.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum SettingEvent {
    /// Proposed.
    Proposed {
        /// Its number.
        number: u32,
        /// What.
        body: Body,
        /// From which day.
        effective_on: Option<Date>,
        /// When it lapses, milliseconds UTC.
        expires_at: i64,
    },
    /// Approved. Says again what takes effect, so that this event alone can be published.
    Approved {
        /// Its number.
        number: u32,
        /// What.
        body: Body,
        /// From when, milliseconds UTC.
        effective_at: i64,
    },
    /// Decided against.
    Refused,
    /// Taken back.
    Withdrawn,
    /// Lapsed.
    Expired,
}

impl SettingEvent {
    /// The kind in the journal.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Proposed { .. } => "settings.proposed",
            Self::Approved { .. } => "settings.approved",
            Self::Refused => "settings.refused",
            Self::Withdrawn => "settings.withdrawn",
            Self::Expired => "settings.expired",
        }
    }
}

/// One event as a fold reads it.
#[derive(Debug, Clone)]
pub struct Fold {
    /// What happened.
    pub event: SettingEvent,
    /// Who.
    pub by: Person,
    /// When.
    pub at: Timestamp,
    /// In which words.
    pub reason: Option<String>,
}

impl Proposal {
    /// From when it would hold if it were approved at `now`: its day, but never earlier than [`LEAD_SECS`] from now.
    /// Areas, units and kinds have days of validity, so a change of theirs never begins before the next midnight. Words hold as soon as they are
    /// approved: nothing is computed by them.
    pub fn effective_at(&self, now: Timestamp) -> Timestamp {
        let soonest = Timestamp::from_second(now.as_second() + LEAD_SECS).unwrap_or(now);
        let soonest = match self.body {
            Body::Words { .. } => return now,
            Body::Parameters { .. } | Body::Calendar { .. } => soonest,
            Body::Register { .. } => {
                let last = format::local_date(soonest);
                format::instant(last.tomorrow().unwrap_or(last).at(0, 0, 0, 0))
            }
        };
        self.effective_on.map_or(soonest, |day| format::instant(day.at(0, 0, 0, 0)).max(soonest))
    }

    /// Where it stands after `step` by `who`, or why not.
    pub fn after(&self, step: Step, who: &Person, now: Timestamp) -> Result<Status, Refusal> {
        match self.status {
            Status::Open => {}
            Status::Approved { .. } | Status::Refused | Status::Withdrawn | Status::Expired => return Err(Refusal::Decided(self.status)),
        }
        let lapsed = now >= self.expires_at;
        match (step, lapsed) {
            (Step::Approve | Step::Refuse | Step::Withdraw, true) => Err(Refusal::Lapsed),
            (Step::Approve | Step::Refuse, false) if *who == self.proposed_by => Err(Refusal::OwnProposal),
            (Step::Approve, false) => Ok(Status::Approved { effective_at: self.effective_at(now) }),
            (Step::Refuse, false) => Ok(Status::Refused),
            (Step::Withdraw, false) if *who != self.proposed_by => Err(Refusal::NotYours),
            (Step::Withdraw, false) => Ok(Status::Withdrawn),
            (Step::Expire, true) => Ok(Status::Expired),
            (Step::Expire, false) => Err(Refusal::NotLapsed),
        }
    }

    /// The event of a step that was taken.
    pub fn event(&self, taken: Status) -> Option<SettingEvent> {
        match taken {
            Status::Open => None,
            Status::Approved { effective_at } => {
                Some(SettingEvent::Approved { number: self.number, body: self.body.clone(), effective_at: effective_at.as_millisecond() })
            }
            Status::Refused => Some(SettingEvent::Refused),
            Status::Withdrawn => Some(SettingEvent::Withdrawn),
            Status::Expired => Some(SettingEvent::Expired),
        }
    }

    /// The proposal that these events tell; `None` when they tell none.
    pub fn fold(story: impl IntoIterator<Item = Fold>) -> Option<Self> {
        let mut story = story.into_iter();
        let first = story.next()?;
        let SettingEvent::Proposed { number, body, effective_on, expires_at } = first.event else { return None };
        let mut proposal = Self {
            number,
            body,
            effective_on,
            reason: first.reason?,
            proposed_by: first.by,
            proposed_at: first.at,
            expires_at: Timestamp::from_millisecond(expires_at).ok()?,
            status: Status::Open,
            decision: None,
            version: 1,
        };
        for step in story {
            proposal.version += 1;
            proposal.status = match step.event {
                SettingEvent::Proposed { .. } => return None,
                SettingEvent::Approved { effective_at, .. } => {
                    Status::Approved { effective_at: Timestamp::from_millisecond(effective_at).ok()? }
                }
                SettingEvent::Refused => Status::Refused,
                SettingEvent::Withdrawn => Status::Withdrawn,
                SettingEvent::Expired => Status::Expired,
            };
            proposal.decision = Some(Decision { by: step.by, at: step.at, remark: step.reason });
        }
        Some(proposal)
    }

    /// The values that hold once it is approved; none unless it is about parameters and approved. `Err` names the
    /// parameter whose value does not fit its form.
    pub fn settings(&self) -> Result<Vec<Setting>, (Key, Misfit)> {
        let (Status::Approved { effective_at }, Some(decision)) = (self.status, &self.decision) else { return Ok(Vec::new()) };
        self.would_be(effective_at, decision.at)
    }

    /// The years that hold once it is approved; `None` unless it is about the calendar and approved.
    pub fn calendar_change(&self) -> Option<Result<CalendarChange, ImportError>> {
        let (Status::Approved { effective_at }, Some(decision)) = (self.status, &self.decision) else { return None };
        let change = |years| CalendarChange { years, effective_at, approved_at: decision.at, proposal: self.number };
        Some(self.body.calendar()?.map(change))
    }

    /// The values that would hold from `effective_at` if it were approved at `now`.
    pub fn would_be(&self, effective_at: Timestamp, now: Timestamp) -> Result<Vec<Setting>, (Key, Misfit)> {
        self.body
            .changes()
            .iter()
            .map(|change| {
                Ok(Setting {
                    key: change.key,
                    scope: change.scope.clone(),
                    value: change.read().map_err(|misfit| (change.key, misfit))?,
                    effective_at,
                    approved_at: now,
                    proposal: self.number,
                })
            })
            .collect()
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn person(n: u8) -> Person {
        Person::Account(AccountId::from_bytes([n; 16]))
    }

    fn proposal() -> Proposal {
        Proposal {
            number: 1,
            body: Body::Parameters { changes: vec![Change { key: Key::FinalHelp, scope: Scope::County, value: Some("4wd".to_owned()) }] },
            effective_on: Some(date(2027, 1, 1)),
            reason: "十件有九件四天内答复".to_owned(),
            proposed_by: person(1),
            proposed_at: at("2026-11-20T10:00:00+08:00"),
            expires_at: at("2026-12-04T10:00:00+08:00"),
            status: Status::Open,
            decision: None,
            version: 1,
        }
    }

    #[test]
    fn one_proposes_and_another_decides() {
        let (open, now) = (proposal(), at("2026-11-23T10:42:00+08:00"));
        assert_eq!(open.after(Step::Approve, &person(1), now), Err(Refusal::OwnProposal));
        assert_eq!(open.after(Step::Refuse, &person(1), now), Err(Refusal::OwnProposal));
        assert_eq!(open.after(Step::Withdraw, &person(2), now), Err(Refusal::NotYours));
        assert_eq!(open.after(Step::Withdraw, &person(1), now), Ok(Status::Withdrawn));
        assert_eq!(open.after(Step::Refuse, &person(2), now), Ok(Status::Refused));
        assert_eq!(open.after(Step::Expire, &person(2), now), Err(Refusal::NotLapsed));
        let midnight = at("2027-01-01T00:00:00+08:00");
        assert_eq!(open.after(Step::Approve, &person(2), now), Ok(Status::Approved { effective_at: midnight }));
    }

    #[test]
    fn nothing_takes_effect_in_the_past() {
        let now = at("2026-12-03T09:00:00+08:00");
        for effective_on in [None, Some(date(2026, 12, 1)), Some(date(2026, 12, 3))] {
            let late = Proposal { effective_on, ..proposal() };
            assert_eq!(late.effective_at(now).as_second(), now.as_second() + LEAD_SECS);
        }
    }

    #[test]
    fn areas_and_units_change_at_midnight() {
        let body = Body::Register {
            amendment: Amendment::CloseUnit { code: "health".parse().unwrap(), successor: "civil_affairs".parse().unwrap() },
        };
        let now = at("2026-11-23T10:42:00+08:00");
        let from = |effective_on| Proposal { effective_on, body: body.clone(), ..proposal() }.effective_at(now);
        assert_eq!(from(None), at("2026-11-24T00:00:00+08:00"));
        assert_eq!(from(Some(date(2026, 11, 23))), at("2026-11-24T00:00:00+08:00"));
        assert_eq!(from(Some(date(2027, 1, 1))), at("2027-01-01T00:00:00+08:00"));
    }

    #[test]
    fn words_hold_at_once() {
        let now = at("2026-11-23T10:42:00+08:00");
        let words = Proposal { effective_on: None, body: Body::Words { change: WordChange::default() }, ..proposal() };
        assert_eq!(words.effective_at(now), now);
    }

    #[test]
    fn what_is_decided_or_lapsed_stays_so() {
        let (now, later) = (at("2026-11-23T10:42:00+08:00"), at("2026-12-04T10:00:00+08:00"));
        for status in [Status::Approved { effective_at: now }, Status::Refused, Status::Withdrawn, Status::Expired] {
            let decided = Proposal { status, ..proposal() };
            for step in Step::ALL {
                assert_eq!(decided.after(step, &person(2), now), Err(Refusal::Decided(status)));
            }
        }
        for step in [Step::Approve, Step::Refuse, Step::Withdraw] {
            assert_eq!(proposal().after(step, &person(2), later), Err(Refusal::Lapsed));
        }
        assert_eq!(proposal().after(Step::Expire, &Person::System("lapsed".to_owned()), later), Ok(Status::Expired));
    }

    #[test]
    fn a_proposal_is_the_fold_of_its_events() {
        let (open, now) = (proposal(), at("2026-11-23T10:42:00+08:00"));
        let proposed = Fold {
            event: SettingEvent::Proposed {
                number: 1,
                body: open.body.clone(),
                effective_on: open.effective_on,
                expires_at: open.expires_at.as_millisecond(),
            },
            by: open.proposed_by.clone(),
            at: open.proposed_at,
            reason: Some(open.reason.clone()),
        };
        assert_eq!(Proposal::fold([proposed.clone()]), Some(open.clone()));
        let status = open.after(Step::Approve, &person(2), now).unwrap();
        let approved = Fold { event: open.event(status).unwrap(), by: person(2), at: now, reason: None };
        let folded = Proposal::fold([proposed.clone(), approved.clone()]).unwrap();
        assert_eq!((folded.status, folded.version), (status, 2));
        assert_eq!(folded.settings().unwrap().len(), 1);
        assert_eq!(Proposal::fold([approved]), None);
        assert_eq!(Proposal::fold([proposed.clone(), proposed]), None);
    }

    #[test]
    fn events_survive_their_stored_form() {
        let open = proposal();
        let event = SettingEvent::Approved { number: 3, body: open.body, effective_at: 5 };
        let text = serde_json::to_string(&event).unwrap();
        assert_eq!(serde_json::from_str::<SettingEvent>(&text).unwrap(), event);
        assert!(text.contains(r#""about":"parameters""#) && text.contains(r#""key":"final.help""#), "{text}");
    }
}
