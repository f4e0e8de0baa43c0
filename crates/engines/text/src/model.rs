//! A learned model, and asking it.

use crate::calibrate::Calibration;
use crate::evidence::{self, Evidence, Shares};
use crate::features::{BLOCKS, Feature, Features, block_of};
use crate::hash::{self, KeyMap};
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
    /// Ascending by block and key.
    pub(crate) keys: Vec<u64>,
    pub(crate) linear: Linear,
    pub(crate) calibration: Calibration,
    /// The part of each label among what was learned from.
    pub(crate) prior: Vec<f32>,
    /// Open addressing: upper half of the key, number of the feature plus one; 0 is free.
    index: Vec<(u32, u32)>,
}

/// The margins of labels out of their groups.
pub(crate) fn flat(groups: &[Lanes], labels: usize) -> impl Iterator<Item = f32> {
    groups.iter().flatten().copied().take(labels)
}

impl Split {
    /// Rounds the weights to the grid of the file, so that a model is the same before it was saved and after.
    pub(crate) fn new(keys: Vec<u64>, mut linear: Linear, calibration: Calibration, prior: Vec<f32>) -> Self {
        let grid = grid(&linear.weights);
        eprintln!("DEBUG max {} mean {}", grid * 32767.0, linear.weights.iter().flatten().map(|w| w.abs()).sum::<f32>() / (linear.weights.len() * 7) as f32);
        for weight in linear.weights.iter_mut().flatten() {
            *weight = f32::from(on_grid(*weight, grid)) * grid;
        }
        let mut split = Self { keys, linear, calibration, prior, index: Vec::new() };
        split.build_index();
        split
    }

    pub(crate) fn build_index(&mut self) {
        let size = (self.keys.len() * 2).next_power_of_two().max(16);
        self.index = vec![(0, 0); size];
        for (id, &key) in (1_u32..).zip(&self.keys) {
            let mut at = slot(key, size);
            while self.index.get(at).is_some_and(|entry| entry.1 != 0) {
                at = (at + 1) & (size - 1);
            }
            if let Some(entry) = self.index.get_mut(at) {
                *entry = (upper(key), id);
            }
        }
    }

    /// The number of a feature. Two keys that agree in 32 bits and come to the same place are taken for one another: one in some
    /// thousand million.
    #[inline]
    pub(crate) fn find(&self, key: u64) -> Option<u32> {
        let mut at = slot(key, self.index.len());
        loop {
            let &(tag, id) = self.index.get(at)?;
            if id == 0 {
                return None;
            }
            if tag == upper(key) {
                return Some(id - 1);
            }
            at = (at + 1) & (self.index.len() - 1);
        }
    }
}

#[inline]
fn slot(key: u64, size: usize) -> usize {
    // The low two bits are the block.
    usize::try_from((key >> 2) & (size as u64 - 1)).unwrap_or(0)
}

#[inline]
fn upper(key: u64) -> u32 {
    u32::try_from(key >> 32).unwrap_or(0)
}

/// The step between two weights that a file can tell apart.
pub(crate) fn grid(weights: &[Lanes]) -> f32 {
    let largest = weights.iter().flatten().fold(0.0_f32, |largest, weight| largest.max(weight.abs()));
    if largest > 0.0 && largest.is_finite() { largest / f32::from(i16::MAX) } else { 1.0 }
}

/// The nearest point of the grid.
#[expect(clippy::cast_possible_truncation, reason = "clamped to what an i16 holds")]
pub(crate) fn on_grid(weight: f32, grid: f32) -> i16 {
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

    /// The probability of the first level above which, on messages it had not learned from, at least this part of the first guesses
    /// was right, and the part of all messages that is above. `None` when no such line was measured: then nothing is automatic.
    pub fn line_for(&self, precision: f32) -> Option<(f32, f32)> {
        let points = self.root.split.as_ref()?.calibration.curve.iter();
        points.filter(|point| point.precision >= precision).next_back().map(|point| (point.p, point.coverage))
    }

    /// Something that asks it, message after message, without taking new memory for each.
    pub fn reader<'a>(&'a self, tokenizer: &'a Tokenizer) -> Reader<'a> {
        Reader { model: self, tokenizer, overlay: None, features: Features::default(), found: Found::default() }
    }
}

/// The known features of a message, each once, by block.
#[derive(Debug, Default)]
pub(crate) struct Found {
    pub(crate) ids: [Vec<u32>; BLOCKS],
    /// The round in which each feature was last seen.
    stamps: Vec<u32>,
    round: u32,
}

impl Found {
    #[inline]
    pub(crate) fn of(&mut self, split: &Split, features: &[Feature]) {
        self.ids.iter_mut().for_each(Vec::clear);
        self.round = self.round.wrapping_add(1);
        if self.stamps.len() < split.keys.len() || self.round == 0 {
            self.stamps = vec![0; split.keys.len().max(self.stamps.len())];
            self.round = 1;
        }
        let mut known = 0;
        for feature in features {
            // Runs come shortest first from each place; see `Feature::order`.
            if std::env::var("NOSKIP").is_err() && feature.order > 1 && known < feature.order - 1 {
                continue;
            }
            let Some(id) = split.find(feature.key) else {
                continue;
            };
            known = feature.order;
            let Some(stamp) = self.stamps.get_mut(id as usize) else { continue };
            if *stamp != self.round {
                *stamp = self.round;
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
    pub(crate) fn factors(&self, linear: &Linear) -> [f32; BLOCKS] {
        let mut factors = [0.0; BLOCKS];
        for (by, ids) in factors.iter_mut().zip(&self.ids) {
            *by = factor(ids.iter().filter_map(|&id| linear.mass.get(id as usize)).sum());
        }
        factors
    }

    fn margins(&self, linear: &Linear) -> Vec<Lanes> {
        let mut margins = linear.bias.clone();
        let groups = linear.groups();
        for (by, ids) in self.factors(linear).into_iter().zip(&self.ids) {
            if groups == 1 {
                let mut sum = [0.0; LANES];
                for weight in ids.iter().filter_map(|&id| linear.weights.get(id as usize)) {
                    add(&mut sum, weight, 1.0);
                }
                margins.iter_mut().for_each(|margin| add(margin, &sum, by));
            } else {
                for &id in ids {
                    for (margin, weight) in margins.iter_mut().zip(linear.weights_of(id)) {
                        add(margin, weight, by);
                    }
                }
            }
        }
        margins
    }
}

/// Asks a model. Keep one for many messages.
#[derive(Debug)]
pub struct Reader<'a> {
    pub(crate) model: &'a Model,
    pub(crate) tokenizer: &'a Tokenizer,
    overlay: Option<&'a Overlay>,
    pub(crate) features: Features,
    pub(crate) found: Found,
}

/// A label on the way down.
struct Way {
    names: Vec<String>,
    p: f32,
    shares: Shares,
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
        let mut ways = Vec::new();
        let start = Way { names: Vec::new(), p: 1.0, shares: Shares::default() };
        let mut known = usize::from(model.root.split.is_none()) * FEWEST_KNOWN;
        self.follow(&model.root, overlay_root(), start, detail, &mut ways, &mut known);
        ways.sort_by(|a, b| b.p.total_cmp(&a.p));
        ways.truncate(detail.most);
        let unsure = known < FEWEST_KNOWN || ways.first().is_none_or(|way| way.p < UNSURE_BELOW);
        let top = ways
            .into_iter()
            .map(|way| Choice {
                path: way.names,
                p: way.p,
                evidence: if detail.evidence {
                    evidence::gather(&self.features, self.tokenizer, &way.shares, title, body)
                } else {
                    Vec::new()
                },
            })
            .collect();
        Guess { top, unsure }
    }

    fn follow(&mut self, node: &Node, place: u64, way: Way, detail: Detail, ways: &mut Vec<Way>, known: &mut usize) {
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
            let mut shares = way.shares.clone();
            if detail.evidence && own >= FAINT && let Some(split) = &node.split {
                self.found.of(split, &self.features.all);
                shares.add(&self.features, split, &self.found, label);
            }
            self.follow(child, below(place, &child.name), Way { names, p: way.p * own, shares }, detail, ways, known);
        }
    }

    /// The probabilities of the labels below one node, and how many features were known.
    fn probabilities(&mut self, split: &Split, place: u64) -> (Vec<f32>, usize) {
        self.found.of(split, &self.features.all);
        let found = self.found.len();
        let mut margins: Vec<f32> = flat(&self.found.margins(&split.linear), split.linear.labels).collect();
        let learned = self.overlay.is_some_and(|overlay| overlay.speak(place, split, &self.features, &self.found, &mut margins));
        if found == 0 && !learned {
            return (split.prior.clone(), 0);
        }
        (split.calibration.probabilities(margins.into_iter()), if learned { found.max(FEWEST_KNOWN) } else { found })
    }

    /// As [`Self::classify`] begins: the margins at one node, without any overlay.
    pub(crate) fn plain_margins(&mut self, split: &Split) -> Vec<f32> {
        self.found.of(split, &self.features.all);
        flat(&self.found.margins(&split.linear), split.linear.labels).collect()
    }
}

/// The place of the root in the tree of labels.
pub(crate) fn overlay_root() -> u64 {
    hash::mix(1)
}

/// The place of a child by its name: the same in every version of a model that has the label.
pub(crate) fn below(place: u64, name: &str) -> u64 {
    name.chars().fold(hash::mix(place), hash::step)
}

/// The distinct keys of a message.
pub(crate) fn distinct(features: &Features) -> Vec<u64> {
    let mut seen: KeyMap<()> = KeyMap::default();
    features.all.iter().map(|feature| feature.key).filter(|&key| seen.insert(key, ()).is_none()).collect()
}
