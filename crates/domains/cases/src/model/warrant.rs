//! Leave to read with an end (decisions 3): a warrant for one matter, asked for by an auditor and granted by an organiser who
//! is somebody else; and a sample, drawn by the organiser for whoever checks. Both end by themselves.

use kernel::{AccountId, CaseId, SampleId, Timestamp, WarrantId};
use serde::{Deserialize, Serialize};

use super::words::WarrantReason;

/// Most matters of one sample: what one person can read with care within the longest time.
pub const SAMPLE_MOST: u8 = 100;

/// A warrant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warrant {
    /// Its id.
    pub id: WarrantId,
    /// The matter it opens.
    pub case: CaseId,
    /// Whom it opens it for; she asked.
    pub reader: AccountId,
    /// Why.
    pub reason: WarrantReason,
    /// For how many days, from the moment it is granted.
    pub days: u8,
    /// When it was asked for.
    pub asked_at: Timestamp,
    /// How it stands.
    pub state: WarrantState,
}

/// How a warrant stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WarrantState {
    /// Waits for the second person.
    Asked,
    /// In force until its end.
    Granted {
        /// By whom.
        by: AccountId,
        /// When.
        at: Timestamp,
        /// The first instant at which it opens nothing any more.
        until: Timestamp,
    },
    /// Refused.
    Refused {
        /// By whom.
        by: AccountId,
        /// When.
        at: Timestamp,
    },
    /// Ended before its time.
    Ended {
        /// Who had granted it.
        by: AccountId,
        /// When it was granted.
        at: Timestamp,
        /// When it was ended.
        ended_at: Timestamp,
    },
}

impl WarrantState {
    /// The stored word.
    pub fn code(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Granted { .. } => "granted",
            Self::Refused { .. } => "refused",
            Self::Ended { .. } => "ended",
        }
    }

    /// How many events have led here.
    pub fn version(self) -> i64 {
        match self {
            Self::Asked => 1,
            Self::Granted { .. } | Self::Refused { .. } => 2,
            Self::Ended { .. } => 3,
        }
    }

    /// Whether it opens the matter at `now`.
    pub fn is_in_force(self, now: Timestamp) -> bool {
        match self {
            Self::Granted { until, .. } => now < until,
            Self::Asked | Self::Refused { .. } | Self::Ended { .. } => false,
        }
    }
}

/// What happens to a warrant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum WarrantEvent {
    /// Somebody asks to read a matter.
    Asked {
        /// Which.
        case: CaseId,
        /// Who.
        reader: AccountId,
        /// Why.
        reason: WarrantReason,
        /// For how long.
        days: u8,
    },
    /// Somebody else lets her.
    Granted {
        /// Who.
        by: AccountId,
        /// Until when, in milliseconds since 1970 UTC.
        until: i64,
    },
    /// Somebody else does not let her.
    Refused {
        /// Who.
        by: AccountId,
    },
    /// It is ended before its time.
    Ended,
}

impl WarrantEvent {
    /// The name of the event in the journal.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Asked { .. } => "warrant.asked",
            Self::Granted { .. } => "warrant.granted",
            Self::Refused { .. } => "warrant.refused",
            Self::Ended => "warrant.ended",
        }
    }
}

/// Why a warrant does not take an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotNow {
    /// It is decided already, or over.
    #[error("the warrant is decided or over")]
    Over,
    /// Nobody gives herself leave.
    #[error("who asked for it does not grant it")]
    Own,
}

impl Warrant {
    /// The warrant that its first event makes; `None` when it is no first event.
    pub fn begun(id: WarrantId, event: &WarrantEvent, at: Timestamp) -> Option<Self> {
        match event {
            WarrantEvent::Asked { case, reader, reason, days } => {
                let (case, reader, reason, days) = (*case, *reader, *reason, *days);
                Some(Self { id, case, reader, reason, days, asked_at: at, state: WarrantState::Asked })
            }
            WarrantEvent::Granted { .. } | WarrantEvent::Refused { .. } | WarrantEvent::Ended => None,
        }
    }

    /// Applies a later event.
    pub fn apply(&mut self, event: &WarrantEvent, at: Timestamp) -> Result<(), NotNow> {
        let other = |by: AccountId| if by == self.reader { Err(NotNow::Own) } else { Ok(by) };
        self.state = match (self.state, event) {
            (WarrantState::Asked, WarrantEvent::Granted { by, until }) => {
                WarrantState::Granted { by: other(*by)?, at, until: Timestamp::from_millisecond(*until).unwrap_or(at) }
            }
            (WarrantState::Asked, WarrantEvent::Refused { by }) => WarrantState::Refused { by: other(*by)?, at },
            (WarrantState::Granted { by, at: granted, until }, WarrantEvent::Ended) if at < until => {
                WarrantState::Ended { by, at: granted, ended_at: at }
            }
            (
                WarrantState::Asked | WarrantState::Granted { .. } | WarrantState::Refused { .. } | WarrantState::Ended { .. },
                WarrantEvent::Asked { .. } | WarrantEvent::Granted { .. } | WarrantEvent::Refused { .. } | WarrantEvent::Ended,
            ) => return Err(NotNow::Over),
        };
        Ok(())
    }
}

/// A sample: the matters stand in rows of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample {
    /// Its id.
    pub id: SampleId,
    /// Who reads it.
    pub reader: AccountId,
    /// Who drew it.
    pub drawn_by: AccountId,
    /// When.
    pub drawn_at: Timestamp,
    /// The first instant at which it opens nothing any more.
    pub until: Timestamp,
    /// How many matters were drawn.
    pub cases: u64,
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn nobody_gives_herself_leave_and_a_warrant_ends_by_itself() {
        let [reader, organiser] = [1, 2].map(|byte| AccountId::from_bytes([byte; 16]));
        let (case, id) = (CaseId::from_bytes([3; 16]), WarrantId::from_bytes([4; 16]));
        let asked = WarrantEvent::Asked { case, reader, reason: WarrantReason::Complaint, days: 3 };
        let monday = at("2026-11-23T10:00:00+08:00");
        let mut warrant = Warrant::begun(id, &asked, monday).unwrap();
        assert!(!warrant.state.is_in_force(monday));
        let until = at("2026-11-26T10:00:00+08:00");
        let granted = |by| WarrantEvent::Granted { by, until: until.as_millisecond() };
        assert_eq!(warrant.clone().apply(&granted(reader), monday), Err(NotNow::Own));
        assert_eq!(warrant.clone().apply(&WarrantEvent::Refused { by: reader }, monday), Err(NotNow::Own));
        assert_eq!(warrant.clone().apply(&WarrantEvent::Ended, monday), Err(NotNow::Over), "there is nothing to end");
        warrant.apply(&granted(organiser), monday).unwrap();
        assert!(warrant.state.is_in_force(at("2026-11-26T09:59:59+08:00")) && !warrant.state.is_in_force(until));
        for again in [asked, granted(organiser), WarrantEvent::Refused { by: organiser }] {
            assert_eq!(warrant.clone().apply(&again, monday), Err(NotNow::Over), "{again:?}");
            assert!(Warrant::begun(id, &again, monday).is_none_or(|begun| begun.state == WarrantState::Asked));
        }
        assert_eq!(warrant.clone().apply(&WarrantEvent::Ended, until), Err(NotNow::Over), "it has ended by itself");
        warrant.apply(&WarrantEvent::Ended, monday).unwrap();
        assert!(!warrant.state.is_in_force(monday));
        assert_eq!(warrant.state.version(), 3);
    }
}
