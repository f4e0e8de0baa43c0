//! From margins to probabilities that mean what they say: fitted on margins of messages the model had not seen.
#![expect(clippy::cast_precision_loss, reason = "counts of messages only weigh a statistic here")]

/// Margins become probabilities: softmax of `steepness` × margin + `shift` of the label.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Calibration {
    pub(crate) steepness: f32,
    pub(crate) shift: Vec<f32>,
    /// How sure one had to be to be right how often, on messages not learned from.
    pub(crate) curve: Vec<Point>,
}

/// A point of the curve: of all messages, `coverage` had a first probability of at least `p`, and of these `precision` were right.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Point {
    pub(crate) p: f32,
    pub(crate) precision: f32,
    pub(crate) coverage: f32,
}

/// Rounds of Newton's method in one direction at a time; it stands still long before.
const ROUNDS: usize = 40;
/// Keeps the shifts near nothing where few messages speak.
const RESTRAINT: f32 = 2.0;
/// Points of the curve.
const POINTS: usize = 40;

impl Calibration {
    /// Every probability the same as its margin orders it; for models too small to measure.
    pub(crate) fn plain(labels: usize) -> Self {
        Self { steepness: 1.0, shift: vec![0.0; labels], curve: Vec::new() }
    }

    /// The probabilities of the labels.
    pub(crate) fn probabilities(&self, margins: impl Iterator<Item = f32>) -> Vec<f32> {
        let mut out: Vec<f32> = margins.zip(&self.shift).map(|(margin, shift)| self.steepness * margin + shift).collect();
        let highest = out.iter().copied().fold(f32::MIN, f32::max);
        let mut sum = 0.0;
        for value in &mut out {
            *value = (*value - highest).exp();
            sum += *value;
        }
        for value in &mut out {
            *value /= sum;
        }
        out
    }

    /// Fits to margins of unseen messages and their true labels.
    pub(crate) fn fit(margins: &[Vec<f32>], truth: &[usize], labels: usize) -> Self {
        let mut fitted = Self::plain(labels);
        for _ in 0..ROUNDS {
            // First and second derivative of the log loss by steepness and by each shift; a step in each, halved for safety.
            let (mut slope, mut bend) = (0.0_f32, 1e-3_f32);
            let mut slopes: Vec<f32> = fitted.shift.iter().map(|shift| RESTRAINT * shift).collect();
            let mut bends = vec![RESTRAINT; labels];
            for (margins, &truth) in margins.iter().zip(truth) {
                let p = fitted.probabilities(margins.iter().copied());
                let mean: f32 = p.iter().zip(margins).map(|(p, margin)| p * margin).sum();
                slope += mean - margins.get(truth).copied().unwrap_or(0.0);
                bend += p.iter().zip(margins).map(|(p, margin)| p * (margin - mean).powi(2)).sum::<f32>();
                for (label, ((p, slope), bend)) in p.iter().zip(&mut slopes).zip(&mut bends).enumerate() {
                    *slope += p - f32::from(u8::from(label == truth));
                    *bend += p * (1.0 - p);
                }
            }
            fitted.steepness = (fitted.steepness - 0.5 * slope / bend).clamp(0.05, 50.0);
            for ((shift, slope), bend) in fitted.shift.iter_mut().zip(&slopes).zip(&bends) {
                *shift -= 0.5 * slope / bend;
            }
        }
        fitted.curve = fitted.curve(margins, truth);
        fitted
    }

    fn curve(&self, margins: &[Vec<f32>], truth: &[usize]) -> Vec<Point> {
        let mut firsts: Vec<(f32, bool)> = margins
            .iter()
            .zip(truth)
            .filter_map(|(margins, &truth)| {
                let p = self.probabilities(margins.iter().copied());
                let (label, p) = p.into_iter().enumerate().max_by(|a, b| a.1.total_cmp(&b.1))?;
                Some((p, label == truth))
            })
            .collect();
        firsts.sort_by(|a, b| b.0.total_cmp(&a.0));
        let mut points: Vec<Point> = Vec::with_capacity(POINTS);
        let mut right = 0;
        for (place, (p, ok)) in firsts.iter().enumerate() {
            right += usize::from(*ok);
            let count = place + 1;
            if count * POINTS / firsts.len() > points.len() {
                let (count, all) = (count as f32, firsts.len() as f32);
                points.push(Point { p: *p, precision: right as f32 / count, coverage: count / all });
            }
        }
        points
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hash::Chance;

    #[test]
    fn what_is_right_in_three_of_four_is_told_as_three_quarters() {
        let mut chance = Chance::of(3);
        let margins: Vec<Vec<f32>> = (0..4000).map(|turn| if turn % 2 == 0 { vec![0.4, -0.4] } else { vec![-0.4, 0.4] }).collect();
        let truth: Vec<usize> = (0..4000).map(|turn| if chance.below(4) == 0 { 1 - turn % 2 } else { turn % 2 }).collect();
        let fitted = Calibration::fit(&margins, &truth, 2);
        let p = fitted.probabilities([0.4, -0.4].into_iter());
        assert!((p[0] - 0.75).abs() < 0.02, "{p:?}");
        let last = fitted.curve.last().copied();
        assert!(last.is_some_and(|point| (point.precision - 0.75).abs() < 0.03 && (point.coverage - 1.0).abs() < 1e-6));
    }

    #[test]
    fn huge_margins_stay_probabilities() {
        let p = Calibration::plain(3).probabilities([1e30, -1e30, 0.0].into_iter());
        assert_eq!(p, vec![1.0, 0.0, 0.0]);
    }
}
