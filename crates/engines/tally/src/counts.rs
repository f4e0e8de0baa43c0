//! What one case, or one rating, adds to the figures.

use tlog::leaf::{CaseType, Complexity, Contact, Exclusion, Facts, Plan, Score, Standing};

/// Counts that were taken away without having been added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("taken away without having been added")]
pub struct NeverAdded;

macro_rules! counts {
    ($($(#[$doc:meta])* $field:ident,)+) => {
        /// Sums over cases and ratings; every figure is two of them.
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
        pub struct Counts { $($(#[$doc])* pub $field: u64,)+ }

        impl Counts {
            /// What is counted, in the order of [`Self::numbers`].
            pub const NAMES: &'static [&'static str] = &[$(stringify!($field),)+];

            /// The counts, in the order of their names; for keeping them.
            pub fn numbers(&self) -> Vec<u64> {
                vec![$(self.$field,)+]
            }

            /// The counts that were kept as these numbers; `None` when they are not as many as there are names.
            pub fn from_numbers(numbers: &[u64]) -> Option<Self> {
                let mut numbers = numbers.iter().copied();
                let counts = Self { $($field: numbers.next()?,)+ };
                numbers.next().is_none().then_some(counts)
            }

            /// Adds others to these.
            pub fn add(&mut self, other: &Self) {
                $(self.$field += other.$field;)+
            }

            /// Takes others away, who were added before.
            pub fn take(&mut self, other: &Self) -> Result<(), NeverAdded> {
                *self = Self { $($field: self.$field.checked_sub(other.$field).ok_or(NeverAdded)?,)+ };
                Ok(())
            }
        }
    };
}

counts! {
    /// Cases received.
    cases,
    /// Cases that have come to an end.
    ended,
    /// First contact within 24 hours.
    contacted_24h,
    /// Complex cases.
    complex,
    /// Complex cases whose plan was sent in time.
    planned,
    /// Cases answered, or overdue.
    due,
    /// Cases answered within the final limit.
    in_time,
    /// Cases that can be solved at all: without enquiries, thanks, merged, split, withdrawn and excluded ones.
    solvable,
    /// Solved, in the resident's word.
    solved,
    /// Closed without the resident's word.
    unknown,
    /// Put off (挂账); among the unsolved.
    deferred,
    /// Ratings.
    rated,
    /// Ratings of 3 and more.
    satisfied,
    /// Cases in which the rating was asked for.
    asked,
    /// Closed cases.
    closed,
    /// Closed cases whose answer was delivered and whose rating was asked for.
    closed_asked,
    /// Closed cases, and those reopened and not closed again.
    finished,
    /// Of them, reopened ones and ones that came again.
    again,
    /// Cases dispatched.
    dispatched,
    /// Of them, those that no unit returned.
    right_first,
    /// Ends of working day in green.
    green,
    /// In yellow.
    yellow,
    /// In red.
    red,
    /// Whole hours in red.
    red_hours,
    /// Cases with an extension; shown beside.
    extended,
    /// Whole working days for which clocks stood still; shown beside.
    stopped,
    /// Excluded: no public power.
    excluded_no_public_power,
    /// Excluded: unlawful demand.
    excluded_unlawful,
    /// Excluded: force majeure.
    excluded_force_majeure,
    /// Excluded: the same again in bad faith.
    excluded_malicious_repeat,
    /// Excluded: before a court.
    excluded_court_pending,
}

impl Counts {
    /// What this case adds. Imported history adds nothing (decisions 11).
    pub fn of_case(facts: &Facts) -> Self {
        if facts.imported {
            return Self::default();
        }
        let closed = matches!(facts.standing, Standing::Solved | Standing::Silent | Standing::Disputed);
        let elsewhere = matches!(facts.standing, Standing::NotAccepted | Standing::Split | Standing::Referred | Standing::Withdrawn);
        let reopened = facts.reopenings > 0;
        let answered = closed || reopened || facts.standing == Standing::Answered;
        let overdue = facts.limit > 0 && facts.closes >= facts.limit;
        let part_of_others = matches!(facts.standing, Standing::Merged | Standing::Split | Standing::Withdrawn);
        let nothing_to_solve = matches!(facts.case_type, CaseType::Enquiry | CaseType::Thanks);
        let solvable = !part_of_others && !nothing_to_solve && facts.exclusion == Exclusion::None;
        let complex = facts.complexity == Complexity::Complex;
        let finished = closed || reopened;
        let dispatched = facts.dispatches > 0;
        let excluded = |reason| u64::from(facts.exclusion == reason);
        Self {
            cases: 1,
            ended: (closed || elsewhere).into(),
            contacted_24h: matches!(facts.contact, Contact::Within1h | Contact::Within4h | Contact::Within24h).into(),
            complex: complex.into(),
            planned: (complex && facts.plan == Plan::InTime).into(),
            due: (answered || overdue).into(),
            in_time: (answered && !overdue).into(),
            solvable: solvable.into(),
            solved: (solvable && facts.standing == Standing::Solved).into(),
            unknown: (solvable && facts.standing == Standing::Silent).into(),
            deferred: (solvable && facts.standing == Standing::Deferred).into(),
            asked: facts.asked.into(),
            closed: closed.into(),
            closed_asked: (closed && facts.asked).into(),
            finished: finished.into(),
            again: (finished && (reopened || facts.repeat)).into(),
            dispatched: dispatched.into(),
            right_first: (dispatched && facts.returns == 0).into(),
            green: facts.lights.green.into(),
            yellow: facts.lights.yellow.into(),
            red: facts.lights.red.into(),
            red_hours: facts.lights.red_hours.into(),
            extended: (facts.extensions > 0).into(),
            stopped: facts.stopped.into(),
            excluded_no_public_power: excluded(Exclusion::NoPublicPower),
            excluded_unlawful: excluded(Exclusion::Unlawful),
            excluded_force_majeure: excluded(Exclusion::ForceMajeure),
            excluded_malicious_repeat: excluded(Exclusion::MaliciousRepeat),
            excluded_court_pending: excluded(Exclusion::CourtPending),
            ..Self::default()
        }
    }

    /// What this rating adds.
    pub fn of_score(score: &Score) -> Self {
        Self { rated: 1, satisfied: (score.satisfaction >= 3).into(), ..Self::default() }
    }

    /// How many cases two people left out, for any reason.
    pub fn excluded(&self) -> u64 {
        self.excluded_no_public_power
            + self.excluded_unlawful
            + self.excluded_force_majeure
            + self.excluded_malicious_repeat
            + self.excluded_court_pending
    }

    /// Whether a cohort of these cases says enough to be judged: at least 95 of 100 have ended, or its month ended `age_days`
    /// ≥ 90 days ago.
    pub fn is_mature(&self, age_days: i64) -> bool {
        age_days >= 90 || self.cases > 0 && self.ended * 100 >= self.cases * 95
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use tlog::leaf::Month;

    use super::*;

    fn case() -> Facts {
        Facts::received(Month::new(2026, 11).unwrap())
    }

    #[test]
    fn lateness_is_closes_at_or_beyond_the_limit() {
        let at = |closes, standing| {
            let counts = Counts::of_case(&Facts { limit: 5, closes, standing, ..case() });
            (counts.in_time, counts.due)
        };
        assert_eq!(at(4, Standing::Open), (0, 0));
        assert_eq!(at(5, Standing::Open), (0, 1));
        assert_eq!(at(4, Standing::Answered), (1, 1));
        assert_eq!(at(5, Standing::Solved), (0, 1));
        // A reopened case was answered; lateness of any of its rounds stays.
        let reopened = Counts::of_case(&Facts { limit: 5, closes: 7, reopenings: 1, ..case() });
        assert_eq!((reopened.in_time, reopened.due, reopened.finished, reopened.again), (0, 1, 1, 1));
    }

    #[test]
    fn what_cannot_be_solved_is_not_in_the_denominator_and_silence_is_not_solved() {
        let of = |case_type, standing, exclusion| {
            let counts = Counts::of_case(&Facts { case_type, standing, exclusion, ..case() });
            (counts.solved, counts.solvable, counts.unknown)
        };
        let plain = |standing| of(CaseType::Help, standing, Exclusion::None);
        assert_eq!(plain(Standing::Solved), (1, 1, 0));
        assert_eq!(plain(Standing::Silent), (0, 1, 1));
        assert_eq!(plain(Standing::Disputed), (0, 1, 0));
        assert_eq!(plain(Standing::Deferred), (0, 1, 0));
        assert_eq!(plain(Standing::NotAccepted), (0, 1, 0));
        for standing in [Standing::Merged, Standing::Split, Standing::Withdrawn] {
            assert_eq!(plain(standing), (0, 0, 0));
        }
        assert_eq!(of(CaseType::Enquiry, Standing::Solved, Exclusion::None), (0, 0, 0));
        assert_eq!(of(CaseType::Help, Standing::Solved, Exclusion::CourtPending), (0, 0, 0));
    }

    #[test]
    fn counts_are_kept_as_numbers() {
        let counts = Counts::of_case(&Facts { limit: 5, closes: 7, reopenings: 1, ..case() });
        let mut numbers = counts.numbers();
        assert_eq!((numbers.len(), Counts::from_numbers(&numbers)), (Counts::NAMES.len(), Some(counts)));
        numbers.push(0);
        assert_eq!(Counts::from_numbers(&numbers), None);
        assert_eq!(Counts::from_numbers(&[]), None);
    }

    #[test]
    fn imported_history_is_left_out() {
        assert_eq!(Counts::of_case(&Facts { imported: true, ..case() }), Counts::default());
    }

    #[test]
    fn maturity_comes_with_endings_or_with_time() {
        let of = |ended, cases| Counts { cases, ended, ..Counts::default() };
        assert!(of(95, 100).is_mature(0));
        assert!(!of(94, 100).is_mature(89));
        assert!(of(0, 100).is_mature(90));
        assert!(!of(0, 0).is_mature(0));
    }
}
