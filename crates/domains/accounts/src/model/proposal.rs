//! A change that adds rights: one proposes it, another approves it (decisions 2, 3).

use identity::Held;
use kernel::{AccountId, ProposalId, Timestamp, UnitCode};
use serde::{Deserialize, Serialize};

/// A proposal waits for a week; then it counts for nothing.
pub const LASTS_MS: i64 = 7 * 24 * 60 * 60 * 1_000;

/// Somebody who is to have an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewPerson {
    /// What she types to sign in.
    pub login: String,
    /// The name people see.
    pub name: String,
    /// The same in Latin letters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    /// The unit she belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitCode>,
    /// The roles she is to hold: `handler@unit:housing`.
    pub roles: Vec<String>,
}

/// What is proposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// New accounts; an import has many.
    Create {
        /// Who; empty once it was decided, because then nobody needs the names here.
        people: Vec<NewPerson>,
        /// How many.
        count: u64,
    },
    /// A role for somebody who has an account.
    Give {
        /// Who.
        account: AccountId,
        /// What and where.
        held: Held,
    },
    /// Takes away a lost authenticator with its recovery codes.
    ResetFactor {
        /// Whose.
        account: AccountId,
    },
}

impl What {
    /// The stored word.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Create { .. } => "create",
            Self::Give { .. } => "give",
            Self::ResetFactor { .. } => "reset_factor",
        }
    }

    /// Whose account it is about, where there is one already.
    pub fn account(&self) -> Option<AccountId> {
        match self {
            Self::Create { .. } => None,
            Self::Give { account, .. } | Self::ResetFactor { account } => Some(*account),
        }
    }
}

/// How far a proposal has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// Waits for somebody else.
    Pending,
    /// Somebody else agreed; it is in force.
    Approved,
    /// Somebody else did not agree.
    Refused,
    /// Who proposed took it back.
    Withdrawn,
    /// Nobody decided in time.
    Lapsed,
}

impl State {
    /// All.
    pub const ALL: [Self; 5] = [Self::Pending, Self::Approved, Self::Refused, Self::Withdrawn, Self::Lapsed];

    /// The stored word.
    pub fn code(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Approved => "approved",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
            Self::Lapsed => "lapsed",
        }
    }

    /// The state with this word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// What may become of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Somebody else agrees.
    Approve,
    /// Somebody else does not agree.
    Refuse,
    /// Who proposed takes it back.
    Withdraw,
    /// The time is over.
    Lapse,
    /// Who proposed it leaves: nobody is left who wants it.
    Abandon,
}

impl Step {
    /// All.
    pub const ALL: [Self; 5] = [Self::Approve, Self::Refuse, Self::Withdraw, Self::Lapse, Self::Abandon];
}

/// Why a step was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Decided already, or its time is over.
    #[error("the proposal is {0:?}")]
    Over(State),
    /// Who proposed decides nothing; who did not, takes nothing back.
    #[error("not this person's step")]
    NotYours,
    /// Its time is not over.
    #[error("the proposal has not lapsed")]
    NotYet,
}

/// A proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Its id.
    pub id: ProposalId,
    /// What is proposed.
    pub what: What,
    /// Who proposed it.
    pub by: AccountId,
    /// When.
    pub at: Timestamp,
    /// When it counts for nothing any more.
    pub expires_at: Timestamp,
    /// How far it has come, as stored; see [`Proposal::state_at`].
    pub state: State,
    /// Who decided.
    pub decided_by: Option<AccountId>,
    /// When.
    pub decided_at: Option<Timestamp>,
    /// The version of its stream in the journal.
    pub version: i64,
}

impl Proposal {
    /// How far it has come at `now`: one that waits has lapsed when its time is over, whether somebody noted it or not.
    pub fn state_at(&self, now: Timestamp) -> State {
        if self.state == State::Pending && now >= self.expires_at { State::Lapsed } else { self.state }
    }

    /// The state after a step of `who` (nobody: the platform). It goes nowhere from any end.
    pub fn after(&self, step: Step, who: Option<AccountId>, now: Timestamp) -> Result<State, Refused> {
        match (self.state, step) {
            (State::Pending, Step::Lapse) if now < self.expires_at => Err(Refused::NotYet),
            (State::Pending, Step::Lapse) => Ok(State::Lapsed),
            (State::Pending, Step::Abandon) => Ok(State::Withdrawn),
            (State::Pending, Step::Approve | Step::Refuse | Step::Withdraw) if now >= self.expires_at => Err(Refused::Over(State::Lapsed)),
            (State::Pending, Step::Approve) if who.is_some_and(|who| who != self.by) => Ok(State::Approved),
            (State::Pending, Step::Refuse) if who.is_some_and(|who| who != self.by) => Ok(State::Refused),
            (State::Pending, Step::Withdraw) if who == Some(self.by) => Ok(State::Withdrawn),
            (State::Pending, Step::Approve | Step::Refuse | Step::Withdraw) => Err(Refused::NotYours),
            (
                State::Approved | State::Refused | State::Withdrawn | State::Lapsed,
                Step::Approve | Step::Refuse | Step::Withdraw | Step::Lapse | Step::Abandon,
            ) => Err(Refused::Over(self.state)),
        }
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;

    /// What each state allows whom, before and after its time. Everything else is refused.
    #[test]
    fn every_state_step_and_person_is_decided() {
        let at = |ms| Timestamp::from_millisecond(ms).unwrap();
        let (proposer, other) = (AccountId::from_bytes([1; 16]), AccountId::from_bytes([2; 16]));
        let mut allowed = Vec::new();
        for state in State::ALL {
            let proposal = Proposal {
                id: ProposalId::from_bytes([3; 16]),
                what: What::ResetFactor { account: AccountId::from_bytes([4; 16]) },
                by: proposer,
                at: at(0),
                expires_at: at(LASTS_MS),
                state,
                decided_by: None,
                decided_at: None,
                version: 1,
            };
            for step in Step::ALL {
                for (name, who) in [("proposer", Some(proposer)), ("other", Some(other)), ("nobody", None)] {
                    for (when, now) in [("in time", at(LASTS_MS - 1)), ("late", at(LASTS_MS))] {
                        if let Ok(next) = proposal.after(step, who, now) {
                            allowed.push(format!("{state:?} {step:?} {name} {when}: {next:?}"));
                        }
                    }
                }
            }
            assert_eq!(proposal.state_at(at(LASTS_MS)), if state == State::Pending { State::Lapsed } else { state });
        }
        assert_eq!(
            allowed,
            [
                "Pending Approve other in time: Approved",
                "Pending Refuse other in time: Refused",
                "Pending Withdraw proposer in time: Withdrawn",
                "Pending Lapse proposer late: Lapsed",
                "Pending Lapse other late: Lapsed",
                "Pending Lapse nobody late: Lapsed",
                "Pending Abandon proposer in time: Withdrawn",
                "Pending Abandon proposer late: Withdrawn",
                "Pending Abandon other in time: Withdrawn",
                "Pending Abandon other late: Withdrawn",
                "Pending Abandon nobody in time: Withdrawn",
                "Pending Abandon nobody late: Withdrawn",
            ]
        );
    }

    #[test]
    fn states_survive_their_words() {
        for state in State::ALL {
            assert_eq!(State::from_code(state.code()), Some(state));
        }
    }
}
