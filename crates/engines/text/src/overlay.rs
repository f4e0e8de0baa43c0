//! What was corrected since the training: acts at once, lives in memory only, can be taken back case by case.

use crate::features::{BLOCKS, Features, block_of};
use crate::hash::KeyMap;
use crate::model::{Found, Model, Node, Reader, Split, below, distinct, overlay_root};
use crate::tokens::Tokenizer;

/// By how much the right label is to lead after a correction, in the logarithm of the odds.
const LEAD: f32 = 1.0;
/// Attempts per level: each may raise another rival.
const ATTEMPTS: usize = 16;
/// What a feature that the model does not know weighs, beside the mean squares of those it knows.
const UNKNOWN: f32 = 1.0;

/// A message whose label a person has set right.
#[derive(Debug, Clone)]
pub struct Correction<'a> {
    /// The case; a later correction of the same case replaces the earlier.
    pub case: u64,
    /// The title; may be empty.
    pub title: &'a str,
    /// The text; may be empty.
    pub body: &'a str,
    /// The right label, from the first level down.
    pub path: &'a [&'a str],
}

/// Corrections on top of one model. It is not saved: after a start, and after each training, it is built again from the journal.
#[derive(Debug, Clone, Default)]
pub struct Overlay {
    /// By place in the tree of labels, then by feature: what is added for each label.
    deltas: KeyMap<KeyMap<Vec<f32>>>,
    /// By case: what it added.
    cases: KeyMap<Vec<Lesson>>,
}

/// What one correction did at one place: to each feature its mass × the step of the label.
#[derive(Debug, Clone)]
struct Lesson {
    place: u64,
    features: Vec<(u64, f32)>,
    steps: Vec<f32>,
}

impl Overlay {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// How many cases it has learned from.
    pub fn len(&self) -> usize {
        self.cases.len()
    }

    /// Whether it changes nothing.
    pub fn is_empty(&self) -> bool {
        self.cases.is_empty()
    }

    /// Learns a correction: the same message is then told by the right label. Says how many levels of the label the model knows; a
    /// label it does not know waits for the next training.
    pub fn learn(&mut self, model: &Model, tokenizer: &Tokenizer, correction: &Correction<'_>) -> usize {
        self.forget(correction.case);
        let mut reader = model.reader(tokenizer);
        reader.features.read(correction.title, correction.body, model.words.then_some(tokenizer), false);
        let keys = distinct(&reader.features);
        let (mut node, mut place, mut levels) = (&model.root, overlay_root(), 0);
        let mut lessons = Vec::new();
        for name in correction.path {
            let Some((label, child)) = child(node, name) else { break };
            levels += 1;
            if let Some(split) = &node.split
                && let Some(lesson) = self.lesson(&mut reader, split, place, label, &keys)
            {
                self.apply(&lesson, 1.0);
                lessons.push(lesson);
            }
            place = below(place, name);
            node = child;
        }
        if levels > 0 {
            self.cases.insert(correction.case, lessons);
        }
        levels
    }

    /// Takes back what a case taught. Does nothing for a case it does not know.
    pub fn forget(&mut self, case: u64) {
        for lesson in self.cases.remove(&case).unwrap_or_default() {
            self.apply(&lesson, -1.0);
        }
    }

    fn apply(&mut self, lesson: &Lesson, sign: f32) {
        let deltas = self.deltas.entry(lesson.place).or_default();
        for &(key, mass) in &lesson.features {
            let delta = deltas.entry(key).or_insert_with(|| vec![0.0; lesson.steps.len()]);
            for (delta, step) in delta.iter_mut().zip(&lesson.steps) {
                *delta += sign * mass * step;
            }
        }
        if sign < 0.0 {
            deltas.retain(|_, delta| delta.iter().any(|delta| delta.abs() > 1e-6));
        }
    }

    /// The smallest steps (passive-aggressive, Crammer and others 2006) that let `label` lead.
    fn lesson(&self, reader: &mut Reader<'_>, split: &Split, place: u64, label: usize, keys: &[u64]) -> Option<Lesson> {
        let mut margins = reader.plain_margins(split);
        self.speak(place, split, &reader.features, &reader.found, &mut margins);
        let factors = factors(split, &reader.found);
        let features: Vec<(u64, f32)> = keys.iter().map(|&key| (key, mass(split, key))).collect();
        let reach: f32 = features.iter().map(|&(key, mass)| factors.get(block_of(key)).map_or(0.0, |by| by * by * mass)).sum();
        if reach <= 0.0 {
            return None;
        }
        let mut steps = vec![0.0_f32; margins.len()];
        for _ in 0..ATTEMPTS {
            let told = |label: usize| {
                let margin = margins.get(label).copied().unwrap_or(0.0) + reach * steps.get(label).copied().unwrap_or(0.0);
                split.calibration.steepness * margin + split.calibration.shift.get(label).copied().unwrap_or(0.0)
            };
            let rival = (0..margins.len()).filter(|&other| other != label).max_by(|&a, &b| told(a).total_cmp(&told(b)))?;
            let missing = (LEAD - told(label) + told(rival)) / split.calibration.steepness;
            if missing <= 1e-4 {
                break;
            }
            let step = missing / (2.0 * reach);
            if let Some(own) = steps.get_mut(label) {
                *own += step;
            }
            if let Some(other) = steps.get_mut(rival) {
                *other -= step;
            }
        }
        Some(Lesson { place, features, steps })
    }

    /// Adds to the margins what the corrections say of a message. Says of which part of its features they speak, 0 to 1.
    #[expect(clippy::cast_precision_loss, reason = "counts of features are small")]
    pub(crate) fn speak(&self, place: u64, split: &Split, features: &Features, found: &Found, margins: &mut [f32]) -> f32 {
        let Some(deltas) = self.deltas.get(&place).filter(|deltas| !deltas.is_empty()) else { return 0.0 };
        let factors = factors(split, found);
        let keys = distinct(features);
        let mut spoke = 0_usize;
        for key in &keys {
            let Some(delta) = deltas.get(key) else { continue };
            spoke += 1;
            let key = *key;
            let by = factors.get(block_of(key)).copied().unwrap_or(0.0);
            for (margin, delta) in margins.iter_mut().zip(delta) {
                *margin += by * delta;
            }
        }
        spoke as f32 / keys.len().max(1) as f32
    }
}

/// As the model's own, but 1 where it knows nothing of a block: a correction must be able to speak there.
fn factors(split: &Split, found: &Found) -> [f32; BLOCKS] {
    found.factors(split).map(|by| if by > 0.0 { by } else { 1.0 })
}

fn mass(split: &Split, key: u64) -> f32 {
    split.find(key).and_then(|id| split.mass.get(id as usize)).copied().unwrap_or(UNKNOWN)
}

fn child<'m>(node: &'m Node, name: &str) -> Option<(usize, &'m Node)> {
    node.children.iter().enumerate().find(|(_, child)| child.name == name)
}
