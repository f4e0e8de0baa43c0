//! When a proposal may be followed without a person: only above a line that the site's own history proves, with a sample that people
//! always look at.
#![expect(clippy::cast_precision_loss, reason = "counts of messages are far below 2^52")]

use std::collections::{BTreeMap, BTreeSet};

use crate::hash;
use crate::measure::Answer;

/// What must be proven before anything goes by itself.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Proof {
    /// The part of automatic answers that must be right, at least.
    pub precision: f64,
    /// How sure that must be: with this probability the precision is at least that, whichever line is chosen.
    pub confidence: f64,
    /// A label stays with people when fewer answers than this stood above the line, or when its own precision there was below
    /// [`Self::precision`].
    pub fewest_of_label: usize,
    /// The part of what is above the line that a person looks at all the same.
    pub checked: f64,
}

impl Default for Proof {
    /// 98 of 100, sure to 95 %, thirty of a label, one in twenty checked.
    fn default() -> Self {
        Self { precision: 0.98, confidence: 0.95, fewest_of_label: 30, checked: 0.05 }
    }
}

/// The line above which proposals may be followed, and what was proven of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The lowest probability of a first choice that may be followed.
    pub from: f32,
    /// Answers of the history at or above it, all labels.
    pub above: usize,
    /// How many of them were right.
    pub right: usize,
    /// The precision is at least this, with the confidence of [`Line::proof`].
    pub low: f64,
    /// Labels that may be followed. What is none of them stays with people, as does a label that the history does not know.
    pub labels: BTreeSet<String>,
    /// The part of the history that would have gone by itself or been checked: above the line and of such a label.
    pub coverage: f64,
    /// What was asked.
    pub proof: Proof,
}

/// Why nothing goes by itself.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum NoLine {
    /// Even if all were right, so few prove nothing.
    #[error("{history} answers with a known label; {needed} that are all right would be the least")]
    TooFew {
        /// Answers in the history.
        history: usize,
        /// The fewest that could prove it.
        needed: usize,
    },
    /// No line is proven precise enough; the best that is proven anywhere.
    #[error("a precision of at least {low:.3} is proven at best")]
    NotProven {
        /// The highest lower bound among the lines tried.
        low: f64,
    },
    /// Above the line no single label is good enough.
    #[error("no label is good enough by itself")]
    NoLabel,
}

/// What happens with a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Route {
    /// It is followed; nobody looks first.
    Automatic,
    /// It would be followed, but was drawn: a person decides first, and what she decides measures the line ([`Line::broken`]).
    Checked,
    /// A person decides.
    Person(Why),
}

/// Why a person decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The model itself says that it does not know.
    Unsure,
    /// The probability is below the line.
    BelowLine,
    /// The label is not one that may be followed.
    Label,
}

/// Lines tried: after each twentieth of the history, the surest first. They depend on the probabilities alone, not on what was right, and
/// the doubt is shared among them, so that choosing the best afterwards does not make the promise untrue (Bonferroni).
const LINES: usize = 20;

/// Chooses the line from held-out history: answers to messages the model had not learned from, and what people decided. Of the lines that
/// are proven it takes the one with most messages above. The same history gives the same line, in whatever order it comes.
pub fn automatic_line(history: &[Answer], proof: Proof) -> Result<Line, NoLine> {
    let doubt = (1.0 - proof.confidence) / LINES as f64;
    let needed = needed(proof.precision, doubt);
    let too_few = NoLine::TooFew { history: history.len(), needed };
    if history.len() < needed {
        return Err(too_few);
    }
    let mut sorted: Vec<&Answer> = history.iter().collect();
    sorted.sort_by(|a, b| b.p.total_cmp(&a.p));
    let (mut right, mut place, mut best, mut chosen) = (0, 0, None::<f64>, None);
    for line in 1..=LINES {
        // Equal probabilities stand or fall together.
        let end = sorted.len() * line / LINES;
        let lowest = sorted.get(end.saturating_sub(1)).map_or(f32::INFINITY, |answer| answer.p);
        while let Some(answer) = sorted.get(place).filter(|answer| answer.p >= lowest) {
            right += usize::from(answer.truth == answer.predicted);
            place += 1;
        }
        let low = lowest_precision(right, place, doubt);
        best = Some(best.map_or(low, |best| best.max(low)));
        if low >= proof.precision {
            chosen = Some((lowest, place, right, low));
        }
    }
    let Some((from, above, right, low)) = chosen else { return Err(best.map_or(too_few, |low| NoLine::NotProven { low })) };
    let mut by_label: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for answer in sorted.iter().take(above) {
        let (all, right) = by_label.entry(&answer.predicted).or_default();
        *all += 1;
        *right += usize::from(answer.truth == answer.predicted);
    }
    by_label.retain(|_, (all, right)| *all >= proof.fewest_of_label && *right as f64 >= proof.precision * *all as f64);
    if by_label.is_empty() {
        return Err(NoLine::NoLabel);
    }
    let covered: usize = by_label.values().map(|(all, _)| all).sum();
    let labels = by_label.into_keys().map(str::to_owned).collect();
    Ok(Line { from, above, right, low, labels, coverage: covered as f64 / history.len() as f64, proof })
}

impl Line {
    /// What happens with a case whose first choice is `label` with probability `p`. `unsure` is [`crate::Guess::unsure`]. `salt` comes from
    /// the platform's randomness once for a line and is kept secret with it: who knew it would know which cases nobody looks at. The
    /// same case and salt give the same route.
    pub fn route(&self, case: u64, salt: u64, label: &str, p: f32, unsure: bool) -> Route {
        if unsure {
            Route::Person(Why::Unsure)
        } else if p.is_nan() || p < self.from {
            Route::Person(Why::BelowLine)
        } else if !self.labels.contains(label) {
            Route::Person(Why::Label)
        } else if drawn(case, salt, self.proof.checked) {
            Route::Checked
        } else {
            Route::Automatic
        }
    }

    /// Whether the sample shows that the promise does not hold any more: of `checked` proposals that people looked at `right` were right,
    /// and that is too few to be chance. Then everything goes to people until a new line is proven.
    pub fn broken(&self, right: usize, checked: usize) -> bool {
        highest_precision(right, checked, 1.0 - self.proof.confidence) < self.proof.precision
    }
}

/// Whether a case is in a sample of this part of all. A case in a small sample is in every larger one of the same salt.
fn drawn(case: u64, salt: u64, part: f64) -> bool {
    let throw = hash::mix(case ^ hash::mix(salt)) >> 11;
    (throw as f64) < part * (1_u64 << 53) as f64
}

/// The fewest answers, all right, that prove this precision with this doubt.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count; without limit it is beyond every history")]
fn needed(precision: f64, doubt: f64) -> usize {
    (doubt.ln() / precision.ln()).ceil().max(1.0) as usize
}

/// The precision is at least this, but for `doubt`, when `right` of `all` were right: the lower limit of Clopper and Pearson (1934).
fn lowest_precision(right: usize, all: usize, doubt: f64) -> f64 {
    if right == 0 || right > all {
        return 0.0;
    }
    // The error rate at which so few errors have probability `doubt`.
    let (mut low, mut high) = (0.0_f64, 1.0_f64);
    for _ in 0..60 {
        let middle = f64::midpoint(low, high);
        if at_most(all - right, all, middle) > doubt { low = middle } else { high = middle }
    }
    1.0 - high
}

/// The precision is at most this, but for `doubt`.
fn highest_precision(right: usize, all: usize, doubt: f64) -> f64 {
    1.0 - lowest_precision(all.saturating_sub(right), all, doubt)
}

/// The probability of at most `errors` errors in `all`, each with probability `rate`.
fn at_most(errors: usize, all: usize, rate: f64) -> f64 {
    if errors >= all || rate <= 0.0 {
        return 1.0;
    }
    if rate >= 1.0 {
        return 0.0;
    }
    // From the end of the tail that does not hold the middle outwards: terms only fall, and nothing overflows.
    let odds = rate / (1.0 - rate);
    let low_tail = (errors as f64) < all as f64 * rate;
    let first = if low_tail { errors } else { errors + 1 };
    let choices: f64 = (0..first).map(|place| ((all - place) as f64 / (place + 1) as f64).ln()).sum();
    let largest = choices + first as f64 * rate.ln() + (all - first) as f64 * (1.0 - rate).ln();
    let (mut term, mut sum) = (1.0_f64, 1.0_f64);
    let mut next = |ratio: f64| {
        term *= ratio;
        sum += term;
        term > sum * 1e-17
    };
    if low_tail {
        let _ = (1..=first).rev().all(|place| next(place as f64 / (all - place + 1) as f64 / odds));
        largest.exp() * sum
    } else {
        let _ = (first..all).all(|place| next((all - place) as f64 / (place + 1) as f64 * odds));
        1.0 - largest.exp() * sum
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::hash::Chance;

    fn answer(label: &str, p: f32, right: bool) -> Answer {
        Answer { truth: if right { label.to_owned() } else { "另一类".to_owned() }, predicted: label.to_owned(), p }
    }

    #[test]
    fn bounds_as_in_the_tables() {
        // Clopper–Pearson, one-sided 95 %: 100 of 100 → 0.05^(1/100); 98 of 100 and 950 of 1,000 from R's binom.test.
        assert!((lowest_precision(100, 100, 0.05) - 0.05_f64.powf(0.01)).abs() < 1e-9);
        assert!((lowest_precision(98, 100, 0.05) - 0.938_37).abs() < 1e-4, "{}", lowest_precision(98, 100, 0.05));
        assert!((lowest_precision(1, 2, 0.05) - (1.0 - 0.95_f64.sqrt())).abs() < 1e-9);
        assert!((highest_precision(0, 100, 0.05) - (1.0 - 0.05_f64.powf(0.01))).abs() < 1e-9);
        assert!((highest_precision(0, 0, 0.05) - 1.0).abs() < 1e-9, "nothing was checked: nothing is shown");
        assert_eq!(needed(0.98, 0.05), 149);
        // Far beyond what a factorial can hold.
        assert!((lowest_precision(980_000, 1_000_000, 0.05) - 0.979_77).abs() < 1e-4);
        assert!((at_most(500_000, 1_000_000, 0.5) - 0.5).abs() < 1e-3);
    }

    #[test]
    fn a_line_where_it_is_proven_and_labels_that_deserve_it() {
        let mut history: Vec<Answer> = (0..2_000).map(|turn| answer("路灯", 0.95, turn % 250 != 0)).collect();
        history.extend((0..200).map(|turn| answer("噪音", 0.96, turn % 20 != 0)));
        history.extend((0..10).map(|_| answer("供水", 0.97, true)));
        history.extend((0..1_500).map(|turn| answer("路灯", 0.5, turn % 2 == 0)));
        let line = automatic_line(&history, Proof::default()).unwrap();
        assert!((line.from - 0.95).abs() < 1e-6, "{line:?}");
        assert_eq!(line.above, 2_210);
        assert!(line.low >= 0.98 && line.low < line.right as f64 / line.above as f64);
        assert_eq!(line.labels.iter().map(String::as_str).collect::<Vec<_>>(), ["路灯"], "5 errors in 100, and ten of a label");
        let other = Proof { checked: 0.0, ..Proof::default() };
        let line = Line { proof: other, ..line };
        assert_eq!(line.route(1, 1, "路灯", 0.96, false), Route::Automatic);
        assert_eq!(line.route(1, 1, "路灯", 0.96, true), Route::Person(Why::Unsure));
        assert_eq!(line.route(1, 1, "路灯", 0.9, false), Route::Person(Why::BelowLine));
        assert_eq!(line.route(1, 1, "路灯", f32::NAN, false), Route::Person(Why::BelowLine));
        assert_eq!(line.route(1, 1, "噪音", 0.99, false), Route::Person(Why::Label));
        assert_eq!(line.route(1, 1, "燃气", 0.99, false), Route::Person(Why::Label), "never seen");
        assert!(!line.broken(0, 0) && !line.broken(97, 100) && !line.broken(2, 3));
        assert!(line.broken(90, 100) && line.broken(0, 2));
    }

    #[test]
    fn a_handful_and_a_poor_model_prove_nothing() {
        let good = |count| (0..count).map(|_| answer("路灯", 0.99, true)).collect::<Vec<_>>();
        assert_eq!(automatic_line(&good(296), Proof::default()), Err(NoLine::TooFew { history: 296, needed: 297 }));
        assert!(automatic_line(&good(297), Proof::default()).is_ok());
        assert_eq!(automatic_line(&[], Proof::default()), Err(NoLine::TooFew { history: 0, needed: 297 }));
        let poor: Vec<Answer> = (0..3_000).map(|turn| answer("路灯", 0.99, turn % 30 != 0)).collect();
        let refused = automatic_line(&poor, Proof::default()).unwrap_err();
        assert!(matches!(refused, NoLine::NotProven { low } if (0.94..0.967).contains(&low)), "{refused}");
        let scattered: Vec<Answer> = (0..3_000).map(|turn| answer(&format!("{}", turn % 600), 0.99, true)).collect();
        assert_eq!(automatic_line(&scattered, Proof::default()), Err(NoLine::NoLabel));
    }

    /// What is promised: in hardly more than one site in twenty the chosen line is worse than it says, though the best of twenty is taken.
    #[test]
    fn the_promise_holds_for_lines_chosen_afterwards() {
        let (mut chosen, mut broken) = (0, 0);
        for site in 0..400_u64 {
            let mut chance = Chance::of(site * 7919 + 1);
            // An error at p has probability 0.08 × (1 − p), so that above `from` it is 0.04 × (1 − from) in the mean.
            let history: Vec<Answer> = (0..4_000)
                .map(|_| {
                    let p = chance.below(100_000) as f32 / 100_000.0;
                    answer("路灯", p, chance.below(1_000_000) as f64 / 1e6 >= 0.08 * (1.0 - f64::from(p)))
                })
                .collect();
            if let Ok(line) = automatic_line(&history, Proof::default()) {
                chosen += 1;
                broken += usize::from(0.04 * (1.0 - f64::from(line.from)) > 0.02);
            }
        }
        assert!(chosen > 200, "{chosen}");
        assert!(broken * 20 <= chosen, "{broken} of {chosen}");
    }

    proptest! {
        #[test]
        fn the_sample_is_a_part_of_all_and_a_larger_one_holds_the_smaller(salt in any::<u64>(), first in any::<u64>(), part in 0.0_f64..=1.0) {
            let cases = (0..2_000_u64).map(|turn| first.wrapping_add(turn));
            let taken = cases.clone().filter(|&case| drawn(case, salt, part)).count() as f64;
            prop_assert!((taken / 2_000.0 - part).abs() < 0.06, "{}", taken);
            for case in cases.take(200) {
                prop_assert_eq!(drawn(case, salt, part), drawn(case, salt, part));
                prop_assert!(!drawn(case, salt, part / 2.0) || drawn(case, salt, part));
                prop_assert!(drawn(case, salt, 1.0) && !drawn(case, salt, 0.0));
            }
        }

        #[test]
        fn another_salt_draws_others(salt in any::<u64>()) {
            let differ = (0..2_000_u64).filter(|&case| drawn(case, salt, 0.5) != drawn(case, salt ^ 1, 0.5)).count();
            prop_assert!((800..1_200).contains(&differ));
        }

        #[test]
        fn whatever_the_history_what_is_promised_is_kept_on_it(
            rows in prop::collection::vec((0_u8..4, 0_u8..=20, 0_u8..100), 0..900),
            precision in 0.5_f64..0.99,
        ) {
            let history: Vec<Answer> =
                rows.iter().map(|&(label, p, luck)| answer(&label.to_string(), f32::from(p) / 20.0, luck < 80 + p)).collect();
            let proof = Proof { precision, ..Proof::default() };
            let line = automatic_line(&history, proof);
            let mut turned = history.clone();
            turned.reverse();
            prop_assert_eq!(&line, &automatic_line(&turned, proof), "the order does not matter");
            if let Ok(line) = line {
                let above: Vec<&Answer> = history.iter().filter(|answer| answer.p >= line.from).collect();
                prop_assert_eq!(above.len(), line.above);
                let right = above.iter().filter(|answer| answer.truth == answer.predicted).count();
                prop_assert_eq!(right, line.right);
                prop_assert!(right as f64 >= precision * above.len() as f64);
                prop_assert!(line.low >= precision && line.coverage > 0.0 && line.coverage <= 1.0);
                for answer in &history {
                    let followed = matches!(line.route(1, 1, &answer.predicted, answer.p, false), Route::Automatic | Route::Checked);
                    prop_assert_eq!(followed, answer.p >= line.from && line.labels.contains(&answer.predicted));
                }
            }
        }

        #[test]
        fn more_right_answers_never_lower_a_bound(all in 1_usize..400, right in 0_usize..400, doubt in 0.001_f64..0.5) {
            let right = right.min(all - 1);
            let (low, high) = (lowest_precision(right, all, doubt), highest_precision(right, all, doubt));
            prop_assert!((0.0..=1.0).contains(&low) && (0.0..=1.0).contains(&high));
            let seen = right as f64 / all as f64;
            prop_assert!(low <= seen + 1e-9 && seen <= high + 1e-9);
            prop_assert!(lowest_precision(right + 1, all, doubt) > low - 1e-12);
        }
    }
}
