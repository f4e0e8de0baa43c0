//! All decided values with the instant from which each holds. What is in force is always asked by an instant: a case
//! asks by its receipt, so that old cases keep old rules.

use std::collections::BTreeSet;
use std::sync::Arc;

use kernel::Timestamp;

use super::key::{Key, Parameters};
use super::scope::{Place, Scope};
use super::value::Value;

/// One decided value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// Which parameter.
    pub key: Key,
    /// Where it holds.
    pub scope: Scope,
    /// The value; `None`, below the county only: from then on as the wider area has it.
    pub value: Option<Value>,
    /// From when.
    pub effective_at: Timestamp,
    /// When it was approved. Of two for the same instant the one approved later holds.
    pub approved_at: Timestamp,
    /// The number of the proposal.
    pub proposal: u32,
}

/// All decided values, ordered. Never changes; an approval makes another one.
#[derive(Debug, Clone)]
pub struct Timeline {
    settings: Vec<Setting>,
    /// What holds for the county from each instant at which anything changes, anywhere.
    steps: Vec<(Timestamp, Arc<Parameters>)>,
    shipped: Arc<Parameters>,
}

impl Timeline {
    /// The timeline of these values, in any order.
    pub fn new(mut settings: Vec<Setting>) -> Self {
        settings.sort_by(|a, b| {
            (a.effective_at, a.approved_at, a.proposal, a.key, &a.scope).cmp(&(b.effective_at, b.approved_at, b.proposal, b.key, &b.scope))
        });
        let shipped = Arc::new(Parameters::SHIPPED);
        let instants: BTreeSet<Timestamp> = settings.iter().map(|setting| setting.effective_at).collect();
        let mut steps = Vec::with_capacity(instants.len());
        let mut set = Parameters::SHIPPED;
        for at in instants {
            set.version += 1;
            for setting in settings.iter().filter(|setting| setting.effective_at == at && setting.scope == Scope::County) {
                if let Some(value) = setting.value {
                    set.set(setting.key, value);
                }
            }
            steps.push((at, Arc::new(set.clone())));
        }
        Self { settings, steps, shipped }
    }

    /// What holds for the county at `instant`.
    pub fn at(&self, instant: Timestamp) -> Arc<Parameters> {
        let passed = self.steps.partition_point(|(from, _)| *from <= instant);
        let last = passed.checked_sub(1).and_then(|last| self.steps.get(last));
        Arc::clone(last.map_or(&self.shipped, |(_, set)| set))
    }

    /// What holds at `instant` and `place`: the narrowest scope that has a value wins.
    pub fn at_place(&self, instant: Timestamp, place: &Place) -> Arc<Parameters> {
        let county = self.at(instant);
        let mut own: Option<Parameters> = None;
        for scope in place.scopes() {
            for key in Key::ALL {
                if let Some(value) = self.in_force(*key, &scope, instant).and_then(|setting| setting.value) {
                    own.get_or_insert_with(|| Parameters::clone(&county)).set(*key, value);
                }
            }
        }
        own.map_or(county, Arc::new)
    }

    /// The version in force at `instant`.
    pub fn version_at(&self, instant: Timestamp) -> u32 {
        self.at(instant).version
    }

    /// What was decided last for exactly this scope and holds at `instant`.
    pub fn in_force(&self, key: Key, scope: &Scope, instant: Timestamp) -> Option<&Setting> {
        self.settings.iter().rfind(|setting| setting.effective_at <= instant && setting.key == key && setting.scope == *scope)
    }

    /// What will hold next for exactly this scope, after `instant`.
    pub fn next(&self, key: Key, scope: &Scope, instant: Timestamp) -> Option<&Setting> {
        self.settings.iter().find(|setting| setting.effective_at > instant && setting.key == key && setting.scope == *scope)
    }

    /// The places below the county that ever had a value of their own, in order.
    pub fn scopes_of(&self, key: Key) -> Vec<Scope> {
        let scopes: BTreeSet<&Scope> = self.settings.iter().filter(|setting| setting.key == key).map(|setting| &setting.scope).collect();
        scopes.into_iter().filter(|scope| **scope != Scope::County).cloned().collect()
    }

    /// Everything decided, ordered by when it takes effect.
    pub fn settings(&self) -> &[Setting] {
        &self.settings
    }

    /// The same with more values: what would hold if they were approved.
    #[must_use]
    pub fn with(&self, more: impl IntoIterator<Item = Setting>) -> Self {
        Self::new(self.settings.iter().cloned().chain(more).collect())
    }

    /// The instants after `instant` at which anything changes.
    pub fn changes_after(&self, instant: Timestamp) -> impl Iterator<Item = Timestamp> {
        self.steps.iter().map(|(from, _)| *from).filter(move |from| *from > instant)
    }
}

impl Default for Timeline {
    fn default() -> Self {
        Self::new(Vec::new())
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use proptest::prelude::*;
    use workday::Limit;

    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_790_000_000 + second).unwrap()
    }

    fn setting(key: Key, scope: &str, value: Option<&str>, effective: i64, approved: i64) -> Setting {
        Setting {
            key,
            scope: scope.parse().unwrap(),
            value: value.map(|value| key.entry().form.read(value).unwrap()),
            effective_at: at(effective),
            approved_at: at(approved),
            proposal: 1,
        }
    }

    #[test]
    fn a_value_holds_from_its_instant_and_what_was_before_keeps_the_old_one() {
        let timeline = Timeline::new(vec![setting(Key::FinalHelp, "county", Some("4wd"), 100, 0)]);
        assert_eq!(timeline.at(at(99)).final_help, Limit::WorkingDays(5));
        assert_eq!(timeline.at(at(100)).final_help, Limit::WorkingDays(4));
        assert_eq!((timeline.version_at(at(99)), timeline.version_at(at(100))), (1, 2));
        assert_eq!(timeline.next(Key::FinalHelp, &Scope::County, at(99)).unwrap().effective_at, at(100));
        assert_eq!(timeline.next(Key::FinalHelp, &Scope::County, at(100)), None);
    }

    #[test]
    fn of_two_for_the_same_instant_the_one_approved_later_holds() {
        let early = setting(Key::FinalHelp, "county", Some("4wd"), 100, 10);
        let late = setting(Key::FinalHelp, "county", Some("3wd"), 100, 20);
        for settings in [vec![early.clone(), late.clone()], vec![late, early]] {
            let timeline = Timeline::new(settings);
            assert_eq!(timeline.at(at(100)).final_help, Limit::WorkingDays(3));
            assert_eq!(timeline.version_at(at(100)), 2, "one instant, one version");
        }
    }

    #[test]
    fn the_narrowest_scope_wins_and_can_return_to_the_wider() {
        let timeline = Timeline::new(vec![
            setting(Key::KAnonymity, "area:shiqiao_town", Some("10"), 10, 0),
            setting(Key::KAnonymity, "area:dongzhuang", Some("20"), 20, 0),
            setting(Key::KAnonymity, "area:shiqiao_town", None, 30, 0),
        ]);
        let village = Place { areas: vec!["dongzhuang".parse().unwrap(), "shiqiao_town".parse().unwrap()], ..Place::county() };
        let town = Place { areas: vec!["shiqiao_town".parse().unwrap()], ..Place::county() };
        let k = |second, place: &Place| timeline.at_place(at(second), place).k_anonymity;
        assert_eq!((k(5, &village), k(10, &village), k(20, &village), k(30, &village)), (5, 10, 20, 20));
        assert_eq!((k(20, &town), k(30, &town)), (10, 5));
        assert_eq!(timeline.at(at(30)).k_anonymity, 5, "the county is not touched");
        assert_eq!(timeline.version_at(at(30)), 4, "but the version is of the whole set");
        assert_eq!(timeline.scopes_of(Key::KAnonymity).len(), 2);
    }

    proptest! {
        /// What is decided for later never changes what holds before: neither the values nor the version.
        #[test]
        fn the_future_leaves_the_past_alone(
            decided in prop::collection::vec((0i64..100, 1u32..=10), 0..12),
            more in prop::collection::vec((50i64..150, 1u32..=10), 0..6),
        ) {
            let one = |(second, days): &(i64, u32)| setting(Key::FinalHelp, "county", Some(&format!("{days}wd")), *second, *second);
            let before = Timeline::new(decided.iter().map(one).collect());
            let after = before.with(more.iter().map(one));
            for second in 0..50 {
                prop_assert_eq!(before.at(at(second)), after.at(at(second)));
            }
            let versions: Vec<u32> = (0..150).map(|second| after.version_at(at(second))).collect();
            prop_assert!(versions.is_sorted());
        }

        /// The order in which values are read from the database does not matter.
        #[test]
        fn the_order_of_rows_does_not_matter(mut decided in prop::collection::vec((0i64..20, 0i64..20, 1u32..=10), 0..12).prop_shuffle()) {
            decided.sort_unstable();
            decided.dedup_by_key(|(effective, approved, _)| (*effective, *approved));
            let one = |(effective, approved, days): &(i64, i64, u32)| setting(Key::FinalHelp, "county", Some(&format!("{days}wd")), *effective, *approved);
            let forwards = Timeline::new(decided.iter().map(one).collect());
            let backwards = Timeline::new(decided.iter().rev().map(one).collect());
            for second in 0..20 {
                prop_assert_eq!(forwards.at(at(second)), backwards.at(at(second)));
            }
        }
    }
}
