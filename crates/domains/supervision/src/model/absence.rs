//! Who is away, and who stands in (domain 4.1: no reminder ends at an empty desk).

use std::collections::HashMap;

use jiff::civil::Date;
use kernel::{AbsenceId, AccountId};

/// A span of days in which somebody is away, first and last day included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Absence {
    /// Its id.
    pub id: AbsenceId,
    /// Who.
    pub account: AccountId,
    /// The first day.
    pub from: Date,
    /// The last day.
    pub until: Date,
    /// Who stands in; nobody where the next higher is asked.
    pub deputy: Option<AccountId>,
    /// Taken back: she is there after all.
    pub ended: bool,
    /// How many events it has.
    pub version: i64,
}

/// Who is away on one day, with whoever stands in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Away(HashMap<AccountId, Option<AccountId>>);

impl Away {
    /// From the absences that hold on one day.
    pub fn of<'a>(absences: impl IntoIterator<Item = &'a Absence>) -> Self {
        Self(absences.into_iter().filter(|absence| !absence.ended).map(|absence| (absence.account, absence.deputy)).collect())
    }

    /// Whether somebody is there.
    pub fn is_there(&self, account: AccountId) -> bool {
        !self.0.contains_key(&account)
    }

    /// Who answers for `account`: herself, her deputy, or whoever stands in for that one. `None` when the chain ends at
    /// nobody or comes back to where it was.
    pub fn stand_in(&self, account: AccountId) -> Option<AccountId> {
        let mut at = account;
        // Longer than there are absences, a chain goes in a circle.
        for _ in 0..=self.0.len() {
            match self.0.get(&at) {
                None => return Some(at),
                Some(deputy) => at = (*deputy)?,
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn who(n: u8) -> AccountId {
        AccountId::from_bytes([n; 16])
    }

    #[test]
    fn a_chain_of_deputies_ends_at_somebody_who_is_there_or_at_nobody() {
        let away = Away(HashMap::from([
            (who(1), Some(who(2))),
            (who(2), Some(who(3))),
            (who(4), None),
            (who(5), Some(who(6))),
            (who(6), Some(who(5))),
            (who(7), Some(who(7))),
        ]));
        let found = [1, 2, 3, 4, 5, 6, 7].map(|n| away.stand_in(who(n)));
        assert_eq!(found, [Some(who(3)), Some(who(3)), Some(who(3)), None, None, None, None]);
        assert!(away.is_there(who(3)) && !away.is_there(who(1)));
    }
}
