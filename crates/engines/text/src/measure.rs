//! How good a model is, and whether another is better.
#![expect(clippy::cast_precision_loss, reason = "counts of messages are far below 2^52")]

use std::collections::BTreeSet;

use crate::hash::Chance;

/// A message that was answered and whose label is known.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The label a person gave.
    pub truth: String,
    /// The first choice.
    pub predicted: String,
    /// Its probability.
    pub p: f32,
}

/// Figures of one label.
#[derive(Debug, Clone, PartialEq)]
pub struct ClassFigures {
    /// The label.
    pub label: String,
    /// Of those told by this label, how many are.
    pub precision: f64,
    /// Of those of this label, how many are told.
    pub recall: f64,
    /// Harmonic mean of the two.
    pub f1: f64,
    /// How many are of this label.
    pub support: usize,
}

/// Figures of a set of answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// How many answers.
    pub n: usize,
    /// The part that is right.
    pub accuracy: f64,
    /// The mean of the labels' F1; each label counts alike, however rare. Labels are those that occur as truth or answer.
    pub macro_f1: f64,
    /// By label, in the order of their bytes.
    pub per_class: Vec<ClassFigures>,
    /// Expected calibration error: ten bins of equal width of the first probability, mean distance of probability and accuracy,
    /// weighted by the number in the bin.
    pub ece: f64,
}

const BINS: usize = 10;

/// The figures of `answers`.
pub fn report(answers: &[Answer]) -> Report {
    let all: Vec<usize> = (0..answers.len()).collect();
    let labels: BTreeSet<&str> = answers.iter().flat_map(|answer| [answer.truth.as_str(), answer.predicted.as_str()]).collect();
    let per_class: Vec<ClassFigures> = labels.iter().map(|&label| figures(answers, &all, label)).collect();
    let n = answers.len();
    let right = answers.iter().filter(|answer| answer.truth == answer.predicted).count();
    let mut bins = [(0_usize, 0.0_f64, 0_usize); BINS];
    for answer in answers {
        let bin = (1..BINS).take_while(|&bin| f64::from(answer.p) > bin as f64 / BINS as f64).count();
        if let Some((count, sum, right)) = bins.get_mut(bin) {
            *count += 1;
            *sum += f64::from(answer.p);
            *right += usize::from(answer.truth == answer.predicted);
        }
    }
    let distance: f64 = bins.iter().map(|&(_, sum, right)| (sum - right as f64).abs()).sum();
    Report {
        n,
        accuracy: ratio(right, n),
        macro_f1: mean(per_class.iter().map(|class| class.f1)),
        per_class,
        ece: if n == 0 { 0.0 } else { distance / n as f64 },
    }
}

fn figures(answers: &[Answer], picked: &[usize], label: &str) -> ClassFigures {
    let (mut told, mut support, mut both) = (0, 0, 0);
    for answer in picked.iter().filter_map(|&at| answers.get(at)) {
        told += usize::from(answer.predicted == label);
        support += usize::from(answer.truth == label);
        both += usize::from(answer.predicted == label && answer.truth == label);
    }
    ClassFigures {
        label: label.to_owned(),
        precision: ratio(both, told),
        recall: ratio(both, support),
        f1: ratio(2 * both, told + support),
        support,
    }
}

fn ratio(part: usize, all: usize) -> f64 {
    if all == 0 { 0.0 } else { part as f64 / all as f64 }
}

fn mean(values: impl ExactSizeIterator<Item = f64>) -> f64 {
    let count = values.len();
    if count == 0 { 0.0 } else { values.sum::<f64>() / count as f64 }
}

/// A model that answers and one that would, on the same messages.
#[derive(Debug, Clone, PartialEq)]
pub struct Challenge {
    /// The one that answers now.
    pub champion: Report,
    /// The other.
    pub challenger: Report,
    /// Macro-F1 of the challenger less that of the champion.
    pub difference: f64,
    /// In 95 of 100 draws of as many messages (paired bootstrap) the difference lies between these two.
    pub low: f64,
    /// See `low`.
    pub high: f64,
    /// Messages that only the challenger tells rightly.
    pub gained: usize,
    /// Messages that only the champion tells rightly.
    pub lost: usize,
    /// Labels whose F1 would fall by more than [`FALLEN`], the deepest fall first: a better mean may hide them.
    pub fallen: Vec<LabelFallen>,
}

/// From so much less F1 on a label is named. Of a label with a hundred messages two points are noise.
pub const FALLEN: f64 = 0.02;

/// A label that the challenger tells worse.
#[derive(Debug, Clone, PartialEq)]
pub struct LabelFallen {
    /// The label.
    pub label: String,
    /// Its F1 by the champion.
    pub champion: f64,
    /// Its F1 by the challenger.
    pub challenger: f64,
}

/// What a comparison says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The whole interval is above nothing.
    Better,
    /// The whole interval is above the loss one would bear, but not above nothing.
    NotWorse,
    /// The whole interval is below nothing.
    Worse,
    /// Too few messages, or too little between the two.
    Undecided,
}

impl Challenge {
    /// What it says, when a loss of `margin` in macro-F1 would be borne (0.005 is half a point).
    pub fn verdict(&self, margin: f64) -> Verdict {
        if self.low > 0.0 {
            Verdict::Better
        } else if self.high < 0.0 {
            Verdict::Worse
        } else if self.low >= -margin {
            Verdict::NotWorse
        } else {
            Verdict::Undecided
        }
    }
}

/// Compares two models on the same messages in the same order, by `draws` draws. `None` when the messages are not the same.
pub fn challenge(champion: &[Answer], challenger: &[Answer], draws: usize, seed: u64) -> Option<Challenge> {
    let same = champion.len() == challenger.len() && champion.iter().zip(challenger).all(|(a, b)| a.truth == b.truth);
    if !same || champion.is_empty() {
        return None;
    }
    let labels: Vec<&str> =
        champion.iter().chain(challenger).map(|answer| answer.truth.as_str()).collect::<BTreeSet<_>>().into_iter().collect();
    let number = |label: &str| labels.binary_search(&label).unwrap_or(labels.len());
    let coded = |answers: &[Answer]| -> Vec<(usize, usize)> {
        answers.iter().map(|answer| (number(&answer.truth), number(&answer.predicted))).collect()
    };
    let (first, second) = (coded(champion), coded(challenger));
    let mut chance = Chance::of(seed);
    let mut differences: Vec<f64> = (0..draws.max(1))
        .map(|_| {
            let draw: Vec<usize> = (0..first.len()).map(|_| chance.below(first.len())).collect();
            macro_f1(&second, &draw, labels.len()) - macro_f1(&first, &draw, labels.len())
        })
        .collect();
    differences.sort_by(f64::total_cmp);
    let at = |part: usize| differences.get(differences.len() * part / 1000).copied().unwrap_or(0.0);
    let only = |a: &[(usize, usize)], b: &[(usize, usize)]| a.iter().zip(b).filter(|(a, b)| a.0 == a.1 && b.0 != b.1).count();
    let (gained, lost) = (only(&second, &first), only(&first, &second));
    let (champion, challenger) = (report(champion), report(challenger));
    let difference = challenger.macro_f1 - champion.macro_f1;
    let fallen = fallen(&champion, &challenger);
    Some(Challenge { champion, challenger, difference, low: at(25), high: at(975), gained, lost, fallen })
}

fn fallen(champion: &Report, challenger: &Report) -> Vec<LabelFallen> {
    let of = |report: &Report, label: &str| report.per_class.iter().find(|class| class.label == label).map_or(0.0, |class| class.f1);
    let mut fallen: Vec<LabelFallen> = champion
        .per_class
        .iter()
        .map(|class| LabelFallen { label: class.label.clone(), champion: class.f1, challenger: of(challenger, &class.label) })
        .filter(|label| label.champion - label.challenger > FALLEN)
        .collect();
    fallen.sort_by(|a, b| (b.champion - b.challenger).total_cmp(&(a.champion - a.challenger)));
    fallen
}

fn macro_f1(answers: &[(usize, usize)], draw: &[usize], labels: usize) -> f64 {
    let mut counts = vec![(0_usize, 0_usize); labels + 1];
    for &(truth, predicted) in draw.iter().filter_map(|&at| answers.get(at)) {
        for label in [truth, predicted] {
            if let Some((_, seen)) = counts.get_mut(label) {
                *seen += 1;
            }
        }
        if truth == predicted
            && let Some((both, _)) = counts.get_mut(truth)
        {
            *both += 1;
        }
    }
    mean(counts.iter().take(labels).map(|&(both, seen)| ratio(2 * both, seen)))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;

    fn answers(list: &[(&str, &str, f32)]) -> Vec<Answer> {
        list.iter().map(|&(truth, predicted, p)| Answer { truth: truth.to_owned(), predicted: predicted.to_owned(), p }).collect()
    }

    #[test]
    fn figures_by_hand() {
        let told = report(&answers(&[("路灯", "路灯", 0.95), ("路灯", "噪音", 0.65), ("噪音", "噪音", 0.85), ("噪音", "噪音", 0.75)]));
        assert_eq!((told.n, told.accuracy), (4, 0.75));
        let f1: Vec<f64> = told.per_class.iter().map(|class| class.f1).collect();
        assert!((f1[0] - 0.8).abs() < 1e-9 && (f1[1] - 2.0 / 3.0).abs() < 1e-9, "{f1:?}");
        assert!((told.macro_f1 - f64::midpoint(0.8, 2.0 / 3.0)).abs() < 1e-9);
        assert!((told.ece - (0.05 + 0.65 + 0.15 + 0.25) / 4.0).abs() < 1e-6, "{}", told.ece);
        assert_eq!(report(&[]).n, 0);
    }

    #[test]
    fn a_better_challenger_is_seen_and_other_messages_are_refused() {
        let good: Vec<_> = (0..200).map(|turn| if turn % 2 == 0 { ("a", "a", 0.9) } else { ("b", "b", 0.9) }).collect();
        let poor: Vec<_> =
            (0..200).map(|turn| if turn % 2 == 0 { ("a", "a", 0.9) } else { ("b", if turn % 3 == 0 { "a" } else { "b" }, 0.9) }).collect();
        let told = challenge(&answers(&poor), &answers(&good), 500, 1).unwrap();
        assert!(told.low > 0.0 && told.low <= told.difference && told.difference <= told.high, "{told:?}");
        assert_eq!((told.verdict(0.0), told.gained, told.lost), (Verdict::Better, 33, 0));
        assert!(told.fallen.is_empty());
        let back = challenge(&answers(&good), &answers(&poor), 500, 1).unwrap();
        assert_eq!((back.verdict(0.005), back.gained, back.lost), (Verdict::Worse, 0, 33));
        assert_eq!(back.fallen.iter().map(|label| label.label.as_str()).collect::<Vec<_>>(), ["b", "a"], "the deepest fall first");
        let same = challenge(&answers(&good), &answers(&good), 100, 1).unwrap();
        assert_eq!(same.verdict(0.005), Verdict::NotWorse);
        let few = challenge(&answers(&poor[..12]), &answers(&poor[..12].iter().rev().copied().collect::<Vec<_>>()), 10, 1);
        assert!(few.is_none(), "other messages");
        let unclear = Challenge { low: -0.1, high: 0.1, ..same };
        assert_eq!(unclear.verdict(0.005), Verdict::Undecided);
        assert!(challenge(&answers(&poor), &answers(&good[1..]), 10, 1).is_none());
    }
}
