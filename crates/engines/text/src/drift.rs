//! Whether what people write, or how well the model knows it, has changed since the training.
#![expect(clippy::cast_precision_loss, reason = "counts of messages are far below 2^52")]

use std::collections::{BTreeMap, BTreeSet};

/// Bins of the first probability, of equal width.
pub const SURE_BINS: usize = 10;

/// First choices of a time, counted: of messages the model had not learned from. Holds no message; two can be added up.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Profile {
    /// By label: how often it was the first choice.
    pub labels: BTreeMap<String, u64>,
    /// By the first probability, in tenths.
    pub sure: [u64; SURE_BINS],
}

impl Profile {
    /// Counts a first choice.
    pub fn add(&mut self, label: &str, p: f32) {
        *self.labels.entry(label.to_owned()).or_default() += 1;
        let bin = (1..SURE_BINS).take_while(|&bin| f64::from(p) >= bin as f64 / SURE_BINS as f64).count();
        if let Some(count) = self.sure.get_mut(bin) {
            *count += 1;
        }
    }

    /// Adds another time to this one.
    pub fn merge(&mut self, other: &Self) {
        for (label, count) in &other.labels {
            *self.labels.entry(label.clone()).or_default() += count;
        }
        for (own, count) in self.sure.iter_mut().zip(other.sure) {
            *own += count;
        }
    }

    /// How many choices were counted.
    pub fn n(&self) -> u64 {
        self.sure.iter().sum()
    }

    /// The mean first probability, to half a bin.
    pub fn mean(&self) -> f64 {
        let sum: f64 = self.sure.iter().enumerate().map(|(bin, &count)| (bin as f64 + 0.5) / SURE_BINS as f64 * count as f64).sum();
        if self.n() == 0 { 0.0 } else { sum / self.n() as f64 }
    }
}

impl<'a> FromIterator<(&'a str, f32)> for Profile {
    fn from_iter<I: IntoIterator<Item = (&'a str, f32)>>(choices: I) -> Self {
        let mut profile = Self::default();
        for (label, p) in choices {
            profile.add(label, p);
        }
        profile
    }
}

/// From where on somebody should look.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limits {
    /// Stability index of the labels.
    pub labels: f64,
    /// Stability index of the first probability.
    pub sure: f64,
    /// Fewer choices than this, on either side, say nothing.
    pub fewest: u64,
    /// How far beyond chance a change must be, in standard deviations: a small window differs from any reference.
    pub beyond_chance: f64,
}

impl Default for Limits {
    /// 0.25 for both: credit scoring, where the index comes from, calls 0.1 a change and 0.25 a great one. A hundred choices; three
    /// standard deviations, about one false alarm in a thousand windows.
    fn default() -> Self {
        Self { labels: 0.25, sure: 0.25, fewest: 100, beyond_chance: 3.0 }
    }
}

/// How far two times lie apart.
#[derive(Debug, Clone, PartialEq)]
pub struct Drift {
    /// Population stability index of the labels: Σ (now − then) × ln(now ÷ then). It is the sum of both Kullback–Leibler divergences.
    pub labels: f64,
    /// The same of the first probability, in tenths.
    pub sure: f64,
    /// What was found.
    pub verdict: DriftVerdict,
}

/// What a comparison of two times says.
#[derive(Debug, Clone, PartialEq)]
pub enum DriftVerdict {
    /// Too few choices on one side to say anything.
    TooFew,
    /// Nothing beyond the limits.
    Steady,
    /// Somebody should look, for these reasons; never empty.
    Changed(Vec<DriftCause>),
}

/// A reason to look.
#[derive(Debug, Clone, PartialEq)]
pub enum DriftCause {
    /// People write of other things: the labels that moved most, the farthest first, three at most.
    Labels(Vec<LabelMoved>),
    /// The model is less sure than it was: words it does not know. Mean first probability then and now.
    LessSure {
        /// At the time of reference.
        then: f64,
        /// In the window.
        now: f64,
    },
    /// It is surer, or sure of more and unsure of more: the probabilities do not mean any more what they meant.
    OtherwiseSure {
        /// At the time of reference.
        then: f64,
        /// In the window.
        now: f64,
    },
}

/// A label's part of all first choices at two times.
#[derive(Debug, Clone, PartialEq)]
pub struct LabelMoved {
    /// The label.
    pub label: String,
    /// At the time of reference, 0 to 1.
    pub then: f64,
    /// In the window, 0 to 1.
    pub now: f64,
}

/// Labels named in a reason.
const NAMED: usize = 3;

/// Compares a window with the time of reference: choices on held-out messages when the model was trained.
pub fn drift(then: &Profile, now: &Profile, limits: &Limits) -> Drift {
    let names: BTreeSet<&str> = then.labels.keys().chain(now.labels.keys()).map(String::as_str).collect();
    let count = |profile: &Profile, label: &str| profile.labels.get(label).copied().unwrap_or(0);
    let by_label: Vec<(u64, u64)> = names.iter().map(|label| (count(then, label), count(now, label))).collect();
    let by_sure: Vec<(u64, u64)> = then.sure.iter().copied().zip(now.sure).filter(|pair| *pair != (0, 0)).collect();
    let (label_moves, sure_moves) = (moves(&by_label), moves(&by_sure));
    let (labels, sure) = (label_moves.iter().sum(), sure_moves.iter().sum());
    if then.n().min(now.n()) < limits.fewest.max(1) {
        return Drift { labels, sure, verdict: DriftVerdict::TooFew };
    }
    let chance = |kinds: usize| by_chance(kinds, then.n(), now.n(), limits.beyond_chance);
    let mut causes = Vec::new();
    if labels > limits.labels.max(chance(by_label.len())) {
        let mut moved: Vec<(f64, LabelMoved)> = names
            .iter()
            .zip(by_label)
            .zip(label_moves)
            .map(|((label, (a, b)), far)| {
                (far, LabelMoved { label: (*label).to_owned(), then: a as f64 / then.n() as f64, now: b as f64 / now.n() as f64 })
            })
            .collect();
        moved.sort_by(|a, b| b.0.total_cmp(&a.0));
        causes.push(DriftCause::Labels(moved.into_iter().take(NAMED).map(|(_, moved)| moved).collect()));
    }
    if sure > limits.sure.max(chance(by_sure.len())) {
        let (then, now) = (then.mean(), now.mean());
        causes.push(if now < then { DriftCause::LessSure { then, now } } else { DriftCause::OtherwiseSure { then, now } });
    }
    Drift { labels, sure, verdict: if causes.is_empty() { DriftVerdict::Steady } else { DriftVerdict::Changed(causes) } }
}

/// What each kind adds to the stability index.
fn moves(counts: &[(u64, u64)]) -> Vec<f64> {
    let kinds = counts.len() as f64;
    let all = counts.iter().fold((0, 0), |(a, b), count| (a + count.0, b + count.1));
    // Half a message for each kind on both sides: one that is new is far, not infinitely far.
    let part = |count: u64, all: u64| (count as f64 + 0.5) / (all as f64 + 0.5 * kinds);
    counts
        .iter()
        .map(|&(a, b)| {
            let (a, b) = (part(a, all.0), part(b, all.1));
            (b - a) * (b / a).ln()
        })
        .collect()
}

/// What the index of so many kinds reaches by chance alone between samples of one and the same, `beyond` standard deviations out: it is
/// distributed as χ² of one degree less than kinds × (1/then + 1/now), and χ² as Wilson and Hilferty (1931) have it.
fn by_chance(kinds: usize, then: u64, now: u64, beyond: f64) -> f64 {
    let free = kinds.saturating_sub(1) as f64;
    if free == 0.0 {
        return 0.0;
    }
    let part = 2.0 / (9.0 * free);
    free * (1.0 - part + beyond * part.sqrt()).powi(3) * (1.0 / then as f64 + 1.0 / now as f64)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::hash::Chance;

    fn month(label: &str, p: f32, count: usize) -> Profile {
        (0..count).map(|_| (label, p)).collect()
    }

    #[test]
    fn a_new_label_and_falling_certainty_are_told_with_their_reason() {
        let limits = Limits::default();
        let same = drift(&month("噪音", 0.95, 200), &month("噪音", 0.91, 200), &limits);
        assert_eq!(same.verdict, DriftVerdict::Steady);
        assert!(same.labels.abs() < 1e-12 && same.sure.abs() < 1e-12);
        let causes = |then: &Profile, now: &Profile| match drift(then, now, &limits).verdict {
            DriftVerdict::Changed(causes) => causes,
            DriftVerdict::TooFew | DriftVerdict::Steady => Vec::new(),
        };
        let told = causes(&month("噪音", 0.95, 200), &month("供暖", 0.95, 200));
        let moved = LabelMoved { label: "供暖".to_owned(), then: 0.0, now: 1.0 };
        assert!(matches!(told.as_slice(), [DriftCause::Labels(all)] if all.len() == 2 && all.contains(&moved)), "{told:?}");
        let told = causes(&month("噪音", 0.95, 200), &month("噪音", 0.65, 200));
        let near = |a: f64, b: f64| (a - b).abs() < 1e-9;
        assert!(matches!(told.as_slice(), [DriftCause::LessSure { then, now }] if near(*then, 0.95) && near(*now, 0.65)), "{told:?}");
        let told = causes(&month("噪音", 0.65, 200), &month("噪音", 0.95, 200));
        assert!(matches!(told.as_slice(), [DriftCause::OtherwiseSure { .. }]), "{told:?}");
        assert_eq!(drift(&Profile::default(), &month("噪音", 0.7, 200), &limits).verdict, DriftVerdict::TooFew);
        assert_eq!(drift(&month("噪音", 0.9, 200), &month("供暖", 0.1, 99), &limits).verdict, DriftVerdict::TooFew);
    }

    #[test]
    fn counts_by_hand() {
        // (0.6 − 0.4) × ln(0.6 ÷ 0.4) twice, but for the half messages.
        let mix = |a: usize, b: usize| {
            let mut mix = month("a", 0.5, a);
            mix.merge(&month("b", 0.5, b));
            mix
        };
        let told = drift(&mix(40_000, 60_000), &mix(60_000, 40_000), &Limits::default());
        assert!((told.labels - 2.0 * 0.2 * 1.5_f64.ln()).abs() < 1e-4, "{}", told.labels);
        let edges: Profile = [("a", 0.0), ("a", 0.1), ("a", 1.0), ("a", f32::NAN)].into_iter().collect();
        assert_eq!((edges.sure[0], edges.sure[1], edges.sure[9]), (2, 1, 1));
    }

    /// Sixty kinds and a window of some hundreds: the index alone is beyond 0.25 by nothing but chance, week after week.
    #[test]
    fn a_small_window_of_many_kinds_is_not_an_alarm() {
        let names: Vec<String> = (0..60).map(|kind| format!("{kind}")).collect();
        let mut chance = Chance::of(5);
        let mut draw = |count: usize| -> Profile {
            (0..count)
                .map(|_| {
                    let kind = chance.below(60).min(chance.below(60));
                    (names[kind].as_str(), chance.below(1000) as f32 / 1000.0)
                })
                .collect()
        };
        let reference = draw(5_000);
        let (mut alarms, mut beyond) = (0, 0);
        for _ in 0..500 {
            let told = drift(&reference, &draw(150), &Limits::default());
            alarms += usize::from(told.verdict != DriftVerdict::Steady);
            beyond += usize::from(told.labels > 0.25);
        }
        assert!(beyond > 250, "{beyond}");
        assert!(alarms <= 5, "{alarms}");
    }

    fn profile() -> impl Strategy<Value = Profile> {
        prop::collection::vec((0_u8..6, 0.0_f32..=1.0), 0..400).prop_map(|choices| {
            let names: Vec<(String, f32)> = choices.into_iter().map(|(label, p)| (label.to_string(), p)).collect();
            names.iter().map(|(label, p)| (label.as_str(), *p)).collect()
        })
    }

    proptest! {
        #[test]
        fn it_is_never_negative_and_the_same_both_ways(a in profile(), b in profile()) {
            let limits = Limits::default();
            let (there, back) = (drift(&a, &b, &limits), drift(&b, &a, &limits));
            prop_assert!(there.labels >= 0.0 && there.sure >= 0.0 && there.labels.is_finite() && there.sure.is_finite());
            prop_assert!((there.labels - back.labels).abs() < 1e-9 && (there.sure - back.sure).abs() < 1e-9);
            let same = drift(&a, &a, &limits);
            prop_assert!(same.labels.abs() < 1e-12 && !matches!(same.verdict, DriftVerdict::Changed(_)));
            let lax = Limits { labels: f64::INFINITY, sure: f64::INFINITY, ..limits };
            prop_assert!(!matches!(drift(&a, &b, &lax).verdict, DriftVerdict::Changed(_)));
            let mut both = a.clone();
            both.merge(&b);
            prop_assert_eq!(both.n(), a.n() + b.n());
        }
    }
}
