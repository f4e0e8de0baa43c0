//! Steps that need somebody else's word (decisions 2): a proposal waits on the case, orthogonal to its state, until the
//! people it needs have agreed one after the other, or somebody refuses, or its time is over. Whoever proposes never
//! agrees, and nobody agrees twice.

use jiff::civil::Date;
use kernel::{AccountId, Timestamp, UnitCode};
use serde::{Deserialize, Serialize};
use workday::Limit;

use super::words::{DeferReason, Door, ExclusionReason, Outcome};

/// What is proposed. The words that go with it are in the private part of the event `case.proposed`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Proposed {
    /// More time for the answer (延期).
    Extend {
        /// The whole new length of the final clock.
        #[serde(with = "limit")]
        to: Limit,
    },
    /// The answer to a complex matter.
    Answer {
        /// What came of it.
        outcome: Outcome,
    },
    /// Closing without the resident, who could not be reached (无法联系).
    AnswerSilent,
    /// Putting it on the ledger (挂账).
    Defer {
        /// Why.
        reason: DeferReason,
        /// When it is looked at again.
        review_on: Date,
    },
    /// Handing it to somebody outside (转送).
    Refer {
        /// To whom.
        to: Door,
    },
    /// Another unit goes on (转办).
    Transfer {
        /// Which.
        unit: UnitCode,
    },
    /// Leaving it out of the figures (剔除).
    Exclude {
        /// Why.
        reason: ExclusionReason,
    },
    /// Marking it as abuse for 30 days.
    FlagAbuse,
    /// Showing it again to those whom its state would show it to (解密).
    Unseal,
}

/// The name of what is proposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "documented at `Proposed`")]
pub enum ProposedName {
    Extend,
    Answer,
    AnswerSilent,
    Defer,
    Refer,
    Transfer,
    Exclude,
    FlagAbuse,
    Unseal,
}

impl ProposedName {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::Extend,
        Self::Answer,
        Self::AnswerSilent,
        Self::Defer,
        Self::Refer,
        Self::Transfer,
        Self::Exclude,
        Self::FlagAbuse,
        Self::Unseal,
    ];

    /// The word of the API and of messages.
    pub fn code(self) -> &'static str {
        match self {
            Self::Extend => "extend",
            Self::Answer => "answer",
            Self::AnswerSilent => "answer_silent",
            Self::Defer => "defer",
            Self::Refer => "refer",
            Self::Transfer => "transfer",
            Self::Exclude => "exclude",
            Self::FlagAbuse => "flag_abuse",
            Self::Unseal => "unseal",
        }
    }
}

impl Proposed {
    /// Its name alone.
    pub fn name(&self) -> ProposedName {
        match self {
            Self::Extend { .. } => ProposedName::Extend,
            Self::Answer { .. } => ProposedName::Answer,
            Self::AnswerSilent => ProposedName::AnswerSilent,
            Self::Defer { .. } => ProposedName::Defer,
            Self::Refer { .. } => ProposedName::Refer,
            Self::Transfer { .. } => ProposedName::Transfer,
            Self::Exclude { .. } => ProposedName::Exclude,
            Self::FlagAbuse => ProposedName::FlagAbuse,
            Self::Unseal => ProposedName::Unseal,
        }
    }

    /// Whether it stays meaningful when the case moves: the others are about the state they were made in.
    pub fn outlives_the_state(&self) -> bool {
        match self {
            Self::Exclude { .. } | Self::FlagAbuse | Self::Unseal => true,
            Self::Extend { .. }
            | Self::Answer { .. }
            | Self::AnswerSilent
            | Self::Defer { .. }
            | Self::Refer { .. }
            | Self::Transfer { .. } => false,
        }
    }
}

/// Whose word a proposal needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "role", rename_all = "snake_case")]
pub enum Need {
    /// The handler of the case.
    Handler,
    /// The lead of this unit.
    Lead {
        /// The unit.
        unit: UnitCode,
    },
    /// A dispatcher.
    Dispatcher,
    /// A supervisor who is not of the unit.
    Supervisor,
    /// The county organiser.
    Organiser,
}

/// A proposal that waits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// What.
    pub step: Proposed,
    /// Who proposed it; nobody when a job did.
    pub by: Option<AccountId>,
    /// When, milliseconds UTC.
    pub at: i64,
    /// Whose word is still needed, the next first; never empty.
    pub needs: Vec<Need>,
    /// Who has agreed.
    pub agreed: Vec<AccountId>,
    /// When it lapses, milliseconds UTC.
    pub expires: i64,
    /// The version of its event: where its words are.
    pub version: i64,
}

impl Proposal {
    /// Whose word is needed next.
    pub fn next(&self) -> Option<&Need> {
        self.needs.first()
    }

    /// Whether this account may still give its word: not the proposer, not one who agreed.
    pub fn is_free_of(&self, account: AccountId) -> bool {
        self.by != Some(account) && !self.agreed.contains(&account)
    }

    /// When it lapses.
    pub fn lapses_at(&self) -> Timestamp {
        Timestamp::from_millisecond(self.expires).unwrap_or(Timestamp::MAX)
    }
}

/// How a proposal ended without becoming a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProposalEnd {
    /// Somebody whose word it needed said no.
    Refused,
    /// Its proposer took it back.
    TakenBack,
    /// Its time was over.
    Lapsed,
}

mod limit {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};
    use workday::Limit;

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde's signature")]
    pub(super) fn serialize<S: Serializer>(limit: &Limit, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(limit)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Limit, D::Error> {
        String::deserialize(from)?.parse().map_err(D::Error::custom)
    }
}
