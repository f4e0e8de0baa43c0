//! A learned model, and asking it.

use crate::calibrate::Calibration;
use crate::evidence::{Evidence, Shares, Words};
use crate::features::{BLOCKS, Feature, Features, block_of};
use crate::hash::{self, KeySet};
use crate::linear::{LANES, Lanes, Linear, add, factor};
use crate::overlay::Overlay;
use crate::tokens::Tokenizer;

/// Branches of the tree of labels less likely than this are not followed.
const FAINT: f32 = 0.005;
/// Below this a first guess is called a "don't know". Amsterdam hands over to people below 0.41 and 0.40; a coin's throw is our line.
const UNSURE_BELOW: f32 = 0.5;
/// With fewer known features a text says nothing, whatever the probability.
const FEWEST_KNOWN: usize = 3;

/// What was learned: hashes with weights, and the names of labels. No text, nothing of any one message.
#[derive(Debug, Clone)]
pub struct Model {
    pub(crate) words: bool,
    pub(crate) learned_from: u64,
    pub(crate) root: Node,
}

/// A label and those below it.
#[derive(Debug, Clone)]
pub(crate) struct Node {
    pub(crate) name: String,
    pub(crate) children: Vec<Node>,
    /// Tells the children apart, where there are two or more.
    pub(crate) split: Option<Split>,
}

/// What tells the labels below one node apart.
#[derive(Debug, Clone)]
pub(crate) struct Split {
    /// How many labels.
    pub(crate) labels: usize,
    /// Ascending by block and key.
    pub(crate) keys: Vec<u64>,
    /// As in [`Linear::mass`].
    pub(crate) mass: Vec<f32>,
    /// As in [`Linear::weights`], in units of [`Self::grid`]: half the memory, and sums are exact.
    pub(crate) weights: Vec<[i16; LANES]>,
    pub(crate) grid: f32,
    pub(crate) bias: Vec<Lanes>,
    pub(crate) calibration: Calibration,
    /// The part of each label among what was learned from.
    pub(crate) prior: Vec<f32>,
    pub(crate) index: Index,
}

/// The margins of labels out of their groups.
pub(crate) fn flat(groups: &[Lanes], labels: usize) -> impl Iterator<Item = f32> {
    groups.iter().flatten().copied().take(labels)
}

impl Split {
    /// Rounds the weights to a grid.
    pub(crate) fn new(keys: Vec<u64>, linear: Linear, calibration: Calibration, prior: Vec<f32>) -> Self {
        let largest = linear.weights.iter().flatten().fold(0.0_f32, |largest, weight| largest.max(weight.abs()));
        let grid = if largest > 0.0 && largest.is_finite() { largest / f32::from(i16::MAX) } else { 1.0 };
        let weights = linear.weights.iter().map(|weights| weights.map(|weight| on_grid(weight, grid))).collect();
        let index = Index::of(&keys);
        Self { labels: linear.labels, keys, mass: linear.mass, weights, grid, bias: linear.bias, calibration, prior, index }
    }

    /// The number of a feature.
    #[inline]
    pub(crate) fn find(&self, key: u64) -> Option<u32> {
        self.index.find(key)
    }

    pub(crate) fn groups(&self) -> usize {
        self.labels.div_ceil(LANES)
    }

    /// The weights of a feature in units of the grid, in groups.
    #[inline]
    pub(crate) fn weights_of(&self, id: u32) -> &[[i16; LANES]] {
        let start = id as usize * self.groups();
        self.weights.get(start..start + self.groups()).unwrap_or(&[])
    }
}

/// From keys to numbers of features.
#[derive(Debug, Clone)]
pub(crate) struct Index {
    /// Open addressing: a tag of the key, number of the feature plus one; 0 is free.
    slots: Vec<(u32, u32)>,
    /// One bit of many for each key. Most runs of characters are unknown, and this says so from a cache that is near.
    sieve: Vec<u64>,
}

impl Index {
    pub(crate) fn of(keys: &[u64]) -> Self {
        // Two thirds full on average, because the sieve keeps most strangers away; 8 to 16 bits of the sieve for each key.
        let size = (keys.len() * 5 / 4).next_power_of_two().max(16);
        let mut index = Self { slots: vec![(0, 0); size], sieve: vec![0; size / 8] };
        for (id, &key) in (1_u32..).zip(keys) {
            let (word, bit) = hole(key, index.sieve.len());
            if let Some(word) = index.sieve.get_mut(word) {
                *word |= bit;
            }
            let mut at = slot(key, size);
            while index.slots.get(at).is_some_and(|entry| entry.1 != 0) {
                at = (at + 1) & (size - 1);
            }
            if let Some(entry) = index.slots.get_mut(at) {
                *entry = (tag(key), id);
            }
        }
        index
    }

    /// The number of a feature. Two keys that agree in their tag and come to the same place are taken for one another: one in some
    /// hundred million.
    #[inline]
    fn find(&self, key: u64) -> Option<u32> {
        let (word, bit) = hole(key, self.sieve.len());
        if self.sieve.get(word)? & bit == 0 {
            return None;
        }
        let mut at = slot(key, self.slots.len());
        loop {
            let &(found, id) = self.slots.get(at)?;
            if id == 0 {
                return None;
            }
            if found == tag(key) {
                return Some(id - 1);
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
    }
}

#[inline]
fn slot(key: u64, size: usize) -> usize {
    // The low two bits are the block.
    usize::try_from((key >> 2) & (size as u64 - 1)).unwrap_or(0)
}

/// The word of the sieve and the bit in it.
#[inline]
fn hole(key: u64, words: usize) -> (usize, u64) {
    (usize::try_from((key >> 8) & (words as u64 - 1)).unwrap_or(0), 1 << (key & 63))
}

/// The upper half of the key, but with its block: the same run of characters in title and body differs only there.
#[inline]
fn tag(key: u64) -> u32 {
    (u32::try_from(key >> 32).unwrap_or(0) & !3) | u32::try_from(key & 3).unwrap_or(0)
}

/// The nearest point of the grid.
#[expect(clippy::cast_possible_truncation, reason = "clamped to what an i16 holds")]
fn on_grid(weight: f32, grid: f32) -> i16 {
    (weight / grid).round().clamp(f32::from(-i16::MAX), f32::from(i16::MAX)) as i16
}

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Detail {
    /// How many levels deep: 1 is the first level.
    pub levels: usize,
    /// How many choices at most.
    pub most: usize,
    /// Whether to say why. Costs about as much again.
    pub evidence: bool,
}

impl Default for Detail {
    /// Three choices of the deepest label, with evidence: what a dispatcher sees.
    fn default() -> Self {
        Self { levels: usize::MAX, most: 3, evidence: true }
    }
}

/// A label that may be meant.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// From the first level down.
    pub path: Vec<String>,
    /// The probability: of a hundred choices told with 0.8, about eighty are right.
    pub p: f32,
    /// The words that speak for it, the heaviest first.
    pub evidence: Vec<Evidence>,
}

/// What the model makes of a message.
#[derive(Debug, Clone, PartialEq)]
pub struct Guess {
    /// The likeliest first. Never empty, but for a model of nothing.
    pub top: Vec<Choice>,
    /// An honest "don't know": too little that is known, or no label likelier than all others together. A person decides.
    pub unsure: bool,
    /// Of which part of the message's features corrections speak that came after the training: 0 without any, 1 for a message that
    /// was itself corrected.
    pub corrected: f32,
}

impl Model {
    pub(crate) fn new(words: bool, learned_from: u64, root: Node) -> Self {
        Self { words, learned_from, root }
    }

    /// How many messages it has learned from.
    pub fn learned_from(&self) -> u64 {
        self.learned_from
    }

    /// Whether it reads words besides characters.
    pub fn reads_words(&self) -> bool {
        self.words
    }

    /// How many features it keeps.
    pub fn features(&self) -> usize {
        fn count(node: &Node) -> usize {
            node.split.as_ref().map_or(0, |split| split.keys.len()) + node.children.iter().map(count).sum::<usize>()
        }
        count(&self.root)
    }

    /// The labels of the first level.
    pub fn labels(&self) -> impl Iterator<Item = &str> {
        self.root.children.iter().map(|child| child.name.as_str())
    }

    /// Something that asks it, message after message, without taking new memory for each.
    pub fn reader<'a>(&'a self, tokenizer: &'a Tokenizer) -> Reader<'a> {
        Reader { model: self, tokenizer, overlay: None, features: Features::default(), found: Found::default(), corrected: 0.0 }
    }
}

/// The known features of a message, each once, by block.
#[derive(Debug, Default)]
pub(crate) struct Found {
    pub(crate) ids: [Vec<u32>; BLOCKS],
    /// One bit for each feature: found in this message.
    seen: Vec<u64>,
}

impl Found {
    #[inline]
    pub(crate) fn of(&mut self, split: &Split, features: &[Feature]) {
        for id in self.ids.iter_mut().flat_map(|ids| ids.drain(..)) {
            if let Some(word) = self.seen.get_mut(id as usize / 64) {
                *word = 0;
            }
        }
        if self.seen.len() < split.keys.len().div_ceil(64) {
            self.seen.resize(split.keys.len().div_ceil(64), 0);
        }
        for feature in features {
            let Some(id) = split.find(feature.key) else { continue };
            let Some(word) = self.seen.get_mut(id as usize / 64) else { continue };
            let bit = 1 << (id % 64);
            if *word & bit == 0 {
                *word |= bit;
                if let Some(ids) = self.ids.get_mut(block_of(feature.key)) {
                    ids.push(id);
                }
            }
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.ids.iter().map(Vec::len).sum()
    }

    /// The factor of each block.
    pub(crate) fn factors(&self, split: &Split) -> [f32; BLOCKS] {
        let mut factors = [0.0; BLOCKS];
        for (by, ids) in factors.iter_mut().zip(&self.ids) {
            *by = factor(ids.iter().filter_map(|&id| split.mass.get(id as usize)).sum());
        }
        factors
    }

    /// The margin of every label.
    pub(crate) fn margins(&self, split: &Split) -> Vec<f32> {
        let mut margins = split.bias.clone();
        let groups = split.groups();
        let mut sums = vec![[0_i32; LANES]; groups];
        for (by, ids) in self.factors(split).into_iter().zip(&self.ids) {
            if let [sum] = sums.as_mut_slice() {
                for weight in ids.iter().filter_map(|&id| split.weights.get(id as usize)) {
                    add_exact(sum, weight);
                }
            } else {
                for &id in ids {
                    sums.iter_mut().zip(split.weights_of(id)).for_each(|(sum, weight)| add_exact(sum, weight));
                }
            }
            for (margin, sum) in margins.iter_mut().zip(&mut sums) {
                add(margin, &std::mem::take(sum).map(as_float), by * split.grid);
            }
        }
        flat(&margins, split.labels).collect()
    }
}

#[inline]
fn add_exact(sum: &mut [i32; LANES], weight: &[i16; LANES]) {
    for (sum, weight) in sum.iter_mut().zip(weight) {
        *sum += i32::from(*weight);
    }
}

#[expect(clippy::cast_precision_loss, reason = "a rounding in the seventh digit")]
fn as_float(sum: i32) -> f32 {
    sum as f32
}

/// Asks a model. Keep one for many messages.
#[derive(Debug)]
pub struct Reader<'a> {
    pub(crate) model: &'a Model,
    pub(crate) tokenizer: &'a Tokenizer,
    overlay: Option<&'a Overlay>,
    pub(crate) features: Features,
    pub(crate) found: Found,
    /// Of the message at hand, as in [`Guess::corrected`].
    corrected: f32,
}

/// A label on the way down.
struct Way<'a> {
    names: Vec<String>,
    p: f32,
    /// The splits passed, and which way was taken.
    turns: Vec<(&'a Split, usize)>,
}

impl<'a> Reader<'a> {
    /// Lets corrections speak that came after the training.
    pub fn with(mut self, overlay: &'a Overlay) -> Self {
        self.overlay = Some(overlay);
        self
    }

    /// What the model makes of a message.
    pub fn classify(&mut self, title: &str, body: &str, detail: Detail) -> Guess {
        let model = self.model;
        self.features.read(title, body, model.words.then_some(self.tokenizer), detail.evidence);
        self.corrected = 0.0;
        let mut ways = Vec::new();
        let start = Way { names: Vec::new(), p: 1.0, turns: Vec::new() };
        let mut known = usize::from(model.root.split.is_none()) * FEWEST_KNOWN;
        self.follow(&model.root, overlay_root(), start, detail, &mut ways, &mut known);
        ways.sort_by(|a, b| b.p.total_cmp(&a.p));
        ways.truncate(detail.most);
        let unsure = known < FEWEST_KNOWN || ways.first().is_none_or(|way| way.p < UNSURE_BELOW);
        let evidence = if detail.evidence { self.evidence(&ways, title, body) } else { Vec::new() };
        let mut evidence = evidence.into_iter();
        let top = ways.into_iter().map(|way| Choice { path: way.names, p: way.p, evidence: evidence.next().unwrap_or_default() }).collect();
        Guess { top, unsure, corrected: self.corrected }
    }

    /// The reasons of each way.
    fn evidence(&mut self, ways: &[Way<'_>], title: &str, body: &str) -> Vec<Vec<Evidence>> {
        let words = Words::of(&self.features, self.tokenizer);
        ways.iter()
            .map(|way| {
                let mut shares = Shares::default();
                for &(split, label) in &way.turns {
                    self.found.of(split, &self.features.all);
                    shares.add(&self.features, split, &self.found, label);
                }
                words.heaviest(&shares, title, body)
            })
            .collect()
    }

    fn follow(&mut self, node: &'a Node, place: u64, way: Way<'a>, detail: Detail, ways: &mut Vec<Way<'a>>, known: &mut usize) {
        if node.children.is_empty() || way.names.len() >= detail.levels {
            if !way.names.is_empty() {
                ways.push(way);
            }
            return;
        }
        let p = match &node.split {
            None => vec![1.0],
            Some(split) => {
                let (p, found) = self.probabilities(split, place);
                if way.names.is_empty() {
                    *known = found;
                }
                p
            }
        };
        let best = p.iter().copied().fold(0.0, f32::max);
        for (label, (child, &own)) in node.children.iter().zip(&p).enumerate() {
            if way.p * own < FAINT && own < best && !way.names.is_empty() {
                continue;
            }
            let mut names = way.names.clone();
            names.push(child.name.clone());
            let mut turns = way.turns.clone();
            turns.extend(node.split.as_ref().map(|split| (split, label)));
            self.follow(child, below(place, &child.name), Way { names, p: way.p * own, turns }, detail, ways, known);
        }
    }

    /// The probabilities of the labels below one node, and how many features were known.
    fn probabilities(&mut self, split: &Split, place: u64) -> (Vec<f32>, usize) {
        self.found.of(split, &self.features.all);
        let found = self.found.len();
        let mut margins = self.found.margins(split);
        let spoke = self.overlay.map_or(0.0, |overlay| overlay.speak(place, split, &self.features, &self.found, &mut margins));
        let learned = spoke > 0.0;
        self.corrected = self.corrected.max(spoke);
        if found == 0 && !learned {
            return (split.prior.clone(), 0);
        }
        (split.calibration.probabilities(margins.into_iter()), if learned { found.max(FEWEST_KNOWN) } else { found })
    }

    /// As [`Self::classify`] begins: the margins at one node, without any overlay.
    pub(crate) fn plain_margins(&mut self, split: &Split) -> Vec<f32> {
        self.found.of(split, &self.features.all);
        self.found.margins(split)
    }
}

/// The place of the root in the tree of labels.
pub(crate) fn overlay_root() -> u64 {
    hash::mix(1)
}

/// The place of a child by its name: the same in every version of a model that has the label.
pub(crate) fn below(place: u64, name: &str) -> u64 {
    hash::text(name, place)
}

/// The distinct keys of a message.
pub(crate) fn distinct(features: &Features) -> Vec<u64> {
    let mut seen = KeySet::default();
    features.all.iter().map(|feature| feature.key).filter(|&key| seen.insert(key)).collect()
}
