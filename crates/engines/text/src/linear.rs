//! The linear model under everything: one separating plane per label over binary features, each feature scaled by its log-count ratio
//! (Wang and Manning 2012, "NB-SVM"), found by dual coordinate descent (Hsieh and others 2008) for all labels in one pass.
#![expect(clippy::cast_precision_loss, reason = "counts of messages and features are far below 2^24, or only weigh a statistic")]

use crate::features::BLOCKS;
use crate::hash::Chance;

/// Labels are worked on in groups of eight: what a processor multiplies at once.
pub(crate) const LANES: usize = 8;
/// One number per label of a group.
pub(crate) type Lanes = [f32; LANES];

/// How much more a long message weighs than a short one: the norm of a block is taken to this power. At 0.5 all messages weigh alike;
/// 0.3 won by one point of F1 (experiment 5).
const LENGTH: f32 = 0.3;
/// The price of a message on the wrong side (experiment 6).
const PRICE: f32 = 0.1;
/// Rounds over all messages; more change nothing in the fourth decimal (experiment 9).
const ROUNDS: usize = 6;
/// What is added to each count before its logarithm.
const SMOOTHING: f32 = 1.0;

/// For each message the numbers of its features, ascending, as differences in few bytes.
#[derive(Debug, Default)]
pub(crate) struct Rows {
    bytes: Vec<u8>,
    ends: Vec<usize>,
}

impl Rows {
    /// Adds a message; `ids` are ascending and distinct.
    pub(crate) fn push(&mut self, ids: &[u32]) {
        let mut before = 0;
        for &id in ids {
            let mut gap = id.wrapping_sub(before);
            before = id;
            while gap >= 0x80 {
                self.bytes.push(u8::try_from(gap & 0x7F).unwrap_or(0) | 0x80);
                gap >>= 7;
            }
            self.bytes.push(u8::try_from(gap).unwrap_or(0));
        }
        self.ends.push(self.bytes.len());
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The features of a message into `ids`.
    pub(crate) fn read(&self, row: usize, ids: &mut Vec<u32>) {
        ids.clear();
        let start = row.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(row).copied().unwrap_or(start);
        let (mut id, mut gap, mut shift) = (0_u32, 0_u32, 0);
        for &byte in self.bytes.get(start..end).unwrap_or(&[]) {
            gap |= u32::from(byte & 0x7F) << shift;
            if byte & 0x80 == 0 {
                id = id.wrapping_add(gap);
                ids.push(id);
                (gap, shift) = (0, 0);
            } else {
                shift += 7;
            }
        }
    }
}

/// Weights of features for labels.
#[derive(Debug, Clone, Default)]
pub(crate) struct Linear {
    /// Number of labels.
    pub(crate) labels: usize,
    /// Number of the first feature of each block, and of all.
    pub(crate) blocks: [u32; BLOCKS + 1],
    /// For each feature the mean square of its ratios: what it adds to the norm of its block.
    pub(crate) mass: Vec<f32>,
    /// For each feature its weights, in [`Self::groups`] groups.
    pub(crate) weights: Vec<Lanes>,
    /// For each label what it has before any feature, in groups.
    pub(crate) bias: Vec<Lanes>,
}

/// The factor of a block whose features have this mass together.
#[inline]
pub(crate) fn factor(mass: f32) -> f32 {
    if mass > 0.0 { mass.powf(-LENGTH) } else { 0.0 }
}

impl Linear {
    pub(crate) fn groups(&self) -> usize {
        self.labels.div_ceil(LANES)
    }

    #[inline]
    pub(crate) fn weights_of(&self, id: u32) -> &[Lanes] {
        let groups = self.groups();
        let start = id as usize * groups;
        self.weights.get(start..start + groups).unwrap_or(&[])
    }

    /// The block of a feature by its number.
    #[inline]
    pub(crate) fn block(&self, id: u32) -> usize {
        self.blocks.iter().skip(1).take(BLOCKS - 1).filter(|&&first| id >= first).count()
    }

    /// The margin of every label, in groups. `ids` are distinct.
    pub(crate) fn margins(&self, ids: &[u32]) -> Vec<Lanes> {
        let groups = self.groups();
        let mut masses = [0.0_f32; BLOCKS];
        let mut sums = vec![[0.0_f32; LANES]; BLOCKS * groups];
        for &id in ids {
            let block = self.block(id);
            if let (Some(mass), Some(own)) = (masses.get_mut(block), self.mass.get(id as usize)) {
                *mass += own;
            }
            for (sum, weight) in sums.iter_mut().skip(block * groups).zip(self.weights_of(id)) {
                add(sum, weight, 1.0);
            }
        }
        let mut margins = self.bias.clone();
        for (block, mass) in masses.into_iter().enumerate() {
            let by = factor(mass);
            for (margin, sum) in margins.iter_mut().zip(sums.iter().skip(block * groups)) {
                add(margin, sum, by);
            }
        }
        margins
    }
}

/// `to += by × from`.
#[inline]
pub(crate) fn add(to: &mut Lanes, from: &Lanes, by: f32) {
    for (to, from) in to.iter_mut().zip(from) {
        *to += from * by;
    }
}

/// The messages to learn from.
pub(crate) struct Lesson<'a> {
    pub(crate) rows: &'a Rows,
    /// The label of every row.
    pub(crate) labels: &'a [usize],
    /// Which rows to learn from.
    pub(crate) picked: &'a [usize],
    /// How many labels there are.
    pub(crate) label_count: usize,
    /// As in [`Linear::blocks`].
    pub(crate) blocks: [u32; BLOCKS + 1],
}

impl Lesson<'_> {
    /// Learns. The same lesson and seed give the same weights.
    pub(crate) fn learn(&self, seed: u64) -> Linear {
        let feature_count = self.blocks[BLOCKS] as usize;
        let mut linear = Linear {
            labels: self.label_count,
            blocks: self.blocks,
            mass: Vec::new(),
            weights: Vec::new(),
            bias: vec![[0.0; LANES]; self.label_count.div_ceil(LANES)],
        };
        let squares = self.squares(feature_count, &mut linear);
        linear.weights = vec![[0.0; LANES]; feature_count * linear.groups()];
        self.descend(&squares, &mut linear, seed);
        linear
    }

    fn label(&self, row: usize) -> usize {
        self.labels.get(row).copied().unwrap_or(0)
    }

    /// The square of each feature's log-count ratio for each label; its mean into `linear.mass`.
    fn squares(&self, feature_count: usize, linear: &mut Linear) -> Vec<Lanes> {
        let groups = linear.groups();
        let mut counts = vec![[0.0_f32; LANES]; feature_count * groups];
        let mut ids = Vec::new();
        for &row in self.picked {
            self.rows.read(row, &mut ids);
            let label = self.label(row);
            for &id in &ids {
                if let Some(count) = counts.get_mut(id as usize * groups + label / LANES).and_then(|lanes| lanes.get_mut(label % LANES)) {
                    *count += 1.0;
                }
            }
        }
        let mut totals = vec![[0.0_f32; LANES]; BLOCKS * groups];
        for (id, own) in (0_u32..).zip(counts.chunks(groups)) {
            for (total, own) in totals.iter_mut().skip(linear.block(id) * groups).zip(own) {
                add(total, own, 1.0);
            }
        }
        let all: Vec<f32> = totals.chunks(groups).map(|block| block.iter().flatten().sum()).collect();
        linear.mass = Vec::with_capacity(feature_count);
        for (id, own) in (0_u32..).zip(counts.chunks_mut(groups)) {
            let block = linear.block(id);
            let all = all.get(block).copied().unwrap_or(0.0);
            let seen: f32 = own.iter().flatten().sum();
            let mut mass = 0.0;
            let block_totals = totals.iter().skip(block * groups).flatten();
            for (place, (count, total)) in own.iter_mut().flatten().zip(block_totals).enumerate() {
                let inside = (*count + SMOOTHING) / (total + SMOOTHING);
                let outside = (seen - *count + SMOOTHING) / (all - total + SMOOTHING);
                let ratio = (inside / outside).ln();
                *count = if place < self.label_count { ratio * ratio } else { 0.0 };
                mass += *count;
            }
            linear.mass.push(mass / self.label_count as f32);
        }
        counts
    }

    /// The dual coordinate descent. The weights are kept multiplied by the ratios, so that a margin needs no second factor.
    fn descend(&self, squares: &[Lanes], linear: &mut Linear, seed: u64) {
        let groups = linear.groups();
        let mut ids = Vec::new();
        let mut factors = Vec::with_capacity(self.picked.len());
        let mut steepness = Vec::with_capacity(self.picked.len() * groups);
        for &row in self.picked {
            self.rows.read(row, &mut ids);
            let mut masses = [0.0_f32; BLOCKS];
            for &id in &ids {
                if let (Some(mass), Some(own)) = (masses.get_mut(linear.block(id)), linear.mass.get(id as usize)) {
                    *mass += own;
                }
            }
            let by = masses.map(factor);
            for group in 0..groups {
                let mut sum = [1.0 + 0.5 / PRICE; LANES];
                for &id in &ids {
                    let by = by.get(linear.block(id)).copied().unwrap_or(0.0);
                    if let Some(square) = squares.get(id as usize * groups + group) {
                        add(&mut sum, square, by * by);
                    }
                }
                steepness.push(sum);
            }
            factors.push(by);
        }
        let mut duals = vec![[0.0_f32; LANES]; self.picked.len() * groups];
        let mut order: Vec<usize> = (0..self.picked.len()).collect();
        let mut chance = Chance::of(seed);
        for _ in 0..ROUNDS {
            chance.shuffle(&mut order);
            for &place in &order {
                let (Some(&row), Some(by)) = (self.picked.get(place), factors.get(place)) else { continue };
                self.rows.read(row, &mut ids);
                let label = self.label(row);
                for group in 0..groups {
                    let Some(&bias) = linear.bias.get(group) else { continue };
                    let mut margin = bias;
                    for &id in &ids {
                        let by = by.get(linear.block(id)).copied().unwrap_or(0.0);
                        if let Some(weight) = linear.weights.get(id as usize * groups + group) {
                            add(&mut margin, weight, by);
                        }
                    }
                    let at = place * groups + group;
                    let (Some(dual), Some(steep)) = (duals.get_mut(at), steepness.get(at)) else { continue };
                    let mut by_lane = [0.0_f32; LANES];
                    for lane in 0..LANES.min(self.label_count - group * LANES) {
                        let side = if group * LANES + lane == label { 1.0 } else { -1.0 };
                        let slope = side * margin[lane] - 1.0 + dual[lane] * (0.5 / PRICE);
                        let next = (dual[lane] - slope / steep[lane]).max(0.0);
                        by_lane[lane] = (next - dual[lane]) * side;
                        dual[lane] = next;
                    }
                    if by_lane.iter().all(|change| change.abs() < 1e-7) {
                        continue;
                    }
                    if let Some(bias) = linear.bias.get_mut(group) {
                        add(bias, &by_lane, 1.0);
                    }
                    for &id in &ids {
                        let by = by.get(linear.block(id)).copied().unwrap_or(0.0);
                        let at = id as usize * groups + group;
                        if let (Some(weight), Some(square)) = (linear.weights.get_mut(at), squares.get(at)) {
                            for ((weight, square), change) in weight.iter_mut().zip(square).zip(&by_lane) {
                                *weight += by * change * square;
                            }
                        }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn two_labels_with_words_of_their_own_are_told_apart() {
        let mut rows = Rows::default();
        let mut labels = Vec::new();
        for turn in 0..20 {
            rows.push(&[turn % 2, 2]);
            labels.push((turn % 2) as usize);
        }
        let picked: Vec<usize> = (0..20).collect();
        let lesson = Lesson { rows: &rows, labels: &labels, picked: &picked, label_count: 2, blocks: [0, 0, 3, 3, 3] };
        let linear = lesson.learn(1);
        let margins = linear.margins(&[0, 2]);
        assert!(margins[0][0] > margins[0][1]);
        let margins = linear.margins(&[1, 2]);
        assert!(margins[0][0] < margins[0][1]);
        assert_eq!(linear.weights, lesson.learn(1).weights);
    }

    proptest! {
        #[test]
        fn rows_come_back_as_they_went_in(list in prop::collection::vec(prop::collection::btree_set(any::<u32>(), 0..20), 0..20)) {
            let mut rows = Rows::default();
            let list: Vec<Vec<u32>> = list.into_iter().map(|ids| ids.into_iter().collect()).collect();
            for ids in &list {
                rows.push(ids);
            }
            prop_assert_eq!(rows.len(), list.len());
            let mut back = Vec::new();
            for (row, ids) in list.iter().enumerate() {
                rows.read(row, &mut back);
                prop_assert_eq!(&back, ids);
            }
        }
    }
}
