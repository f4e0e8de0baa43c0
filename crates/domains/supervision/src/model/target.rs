//! Whom a reminder reaches: the assignee, else the lead, else the supervisor, else the county organiser. Nobody there is
//! passed over in silence: each rung that was passed stands in the journal with its reason (domain 4.1, issue 5).

use kernel::AccountId;
use serde::{Deserialize, Serialize};

use super::absence::Away;

/// A rung of the ladder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rung {
    /// Who answers for the case by name; before a unit has it, the dispatchers.
    Assignee,
    /// The leads of the unit.
    Lead,
    /// The supervisors.
    Supervisor,
    /// The county's organisers.
    Organiser,
}

impl Rung {
    /// All, from below.
    pub const ALL: [Self; 4] = [Self::Assignee, Self::Lead, Self::Supervisor, Self::Organiser];
}

/// Why a rung was passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Nobody stands on it.
    Nobody,
    /// All who stand on it are away, and nobody stands in.
    Away,
}

/// Who stands on which rung for one case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct People {
    /// Who answers for the case; before a unit has it, the dispatchers.
    pub assignees: Vec<AccountId>,
    /// The leads of its unit.
    pub leads: Vec<AccountId>,
    /// The supervisors.
    pub supervisors: Vec<AccountId>,
    /// The organisers.
    pub organisers: Vec<AccountId>,
}

impl People {
    fn on(&self, rung: Rung) -> &[AccountId] {
        match rung {
            Rung::Assignee => &self.assignees,
            Rung::Lead => &self.leads,
            Rung::Supervisor => &self.supervisors,
            Rung::Organiser => &self.organisers,
        }
    }
}

/// Who is told, and what was passed on the way there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// The rung that was reached.
    pub rung: Rung,
    /// Who; empty only where the county has no organiser at all.
    pub to: Vec<AccountId>,
    /// The rungs below that nobody could be reached on, each with its reason.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub passed: Vec<(Rung, Why)>,
    /// Somebody stands in for an absent one.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub by_deputy: bool,
}

fn present(people: &[AccountId], away: &Away) -> (Vec<AccountId>, bool) {
    let mut found: Vec<AccountId> = people.iter().filter_map(|account| away.stand_in(*account)).collect();
    found.sort_unstable();
    found.dedup();
    (found, people.iter().any(|account| !away.is_there(*account)))
}

/// Whom a reminder that begins at `from` reaches. The organisers are the last: they are told even when they are away,
/// because after them there is nobody.
pub fn choose(from: Rung, people: &People, away: &Away) -> Told {
    let mut passed = Vec::new();
    for rung in Rung::ALL.into_iter().filter(|rung| *rung >= from) {
        let (to, by_deputy) = present(people.on(rung), away);
        if !to.is_empty() {
            return Told { rung, to, passed, by_deputy };
        }
        passed.push((rung, if people.on(rung).is_empty() { Why::Nobody } else { Why::Away }));
    }
    Told { rung: Rung::Organiser, to: people.organisers.clone(), passed, by_deputy: false }
}

#[cfg(test)]
mod tests {
    use super::super::absence::Absence;
    use super::*;

    fn who(n: u8) -> AccountId {
        AccountId::from_bytes([n; 16])
    }

    fn away(gone: &[(u8, Option<u8>)]) -> Away {
        let absences: Vec<Absence> = gone
            .iter()
            .map(|(n, deputy)| Absence {
                id: kernel::AbsenceId::from_bytes([*n; 16]),
                account: who(*n),
                from: jiff::civil::date(2026, 11, 23),
                until: jiff::civil::date(2026, 11, 24),
                deputy: deputy.map(who),
                ended: false,
                version: 1,
            })
            .collect();
        Away::of(&absences)
    }

    fn people(assignees: &[u8], leads: &[u8], supervisors: &[u8], organisers: &[u8]) -> People {
        let of = |these: &[u8]| these.iter().copied().map(who).collect();
        People { assignees: of(assignees), leads: of(leads), supervisors: of(supervisors), organisers: of(organisers) }
    }

    #[test]
    fn a_reminder_climbs_until_somebody_is_there_and_says_what_it_passed() {
        use Rung::{Assignee, Lead, Organiser, Supervisor};
        use Why::{Away as Gone, Nobody};
        let all = people(&[1], &[2], &[3], &[4]);
        let table = [
            (Assignee, all.clone(), away(&[]), Assignee, vec![1], vec![], false),
            (Assignee, all.clone(), away(&[(1, Some(5))]), Assignee, vec![5], vec![], true),
            (Assignee, all.clone(), away(&[(1, None)]), Lead, vec![2], vec![(Assignee, Gone)], false),
            (Assignee, people(&[], &[2], &[3], &[4]), away(&[]), Lead, vec![2], vec![(Assignee, Nobody)], false),
            (Assignee, people(&[], &[], &[3], &[4]), away(&[]), Supervisor, vec![3], vec![(Assignee, Nobody), (Lead, Nobody)], false),
            (
                Assignee,
                all.clone(),
                away(&[(1, None), (2, None), (3, None)]),
                Organiser,
                vec![4],
                vec![(Assignee, Gone), (Lead, Gone), (Supervisor, Gone)],
                false,
            ),
            (Lead, all.clone(), away(&[]), Lead, vec![2], vec![], false),
            (Organiser, all.clone(), away(&[]), Organiser, vec![4], vec![], false),
            // The last is told though he is away, and though he stands in for himself by nobody.
            (Organiser, all.clone(), away(&[(4, None)]), Organiser, vec![4], vec![(Organiser, Gone)], false),
            (Organiser, people(&[1], &[2], &[3], &[]), away(&[]), Organiser, vec![], vec![(Organiser, Nobody)], false),
        ];
        for (from, people, away, rung, to, passed, by_deputy) in table {
            let to = to.into_iter().map(who).collect();
            assert_eq!(choose(from, &people, &away), Told { rung, to, passed, by_deputy });
        }
    }

    #[test]
    fn two_who_are_away_with_the_same_deputy_tell_her_once() {
        let told = choose(Rung::Lead, &people(&[], &[1, 2], &[], &[9]), &away(&[(1, Some(5)), (2, Some(5))]));
        assert_eq!((told.to, told.by_deputy), (vec![who(5)], true));
    }
}
