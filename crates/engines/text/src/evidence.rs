//! Why: the words of the message with what each of them added.

use std::collections::HashMap;
use std::ops::Range;

use crate::features::{BLOCKS, Features, block_of};
use crate::fold::Folded;
use crate::hash::KeyMap;
use crate::model::{Found, Split};
use crate::tokens::{Token, TokenKind, Tokenizer};

/// Words told at most.
const MOST: usize = 6;
/// What adds less to the logarithm of the odds is not a reason.
const LEAST: f32 = 0.02;

/// Which of the two texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The title.
    Title,
    /// The text.
    Body,
}

/// A word of the message that spoke for a label.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// Where the word stands first.
    pub field: Field,
    /// In bytes of that field as it was given, on character boundaries.
    pub bytes: Range<usize>,
    /// The word, as it stands there.
    pub word: String,
    /// What all its occurrences in this field added to the logarithm of the odds, against the mean of all labels.
    pub weight: f32,
}

/// What each character of a message added for one label.
#[derive(Debug, Default, Clone)]
pub(crate) struct Shares {
    title: Vec<f32>,
    body: Vec<f32>,
}

impl Shares {
    /// Adds what the known features say for `label` at one split. A feature's part is divided among its occurrences, and an
    /// occurrence's among its characters.
    #[expect(clippy::cast_precision_loss, reason = "numbers of labels and occurrences are small")]
    pub(crate) fn add(&mut self, features: &Features, split: &Split, found: &Found, label: usize) {
        self.title.resize(features.title.chars.len(), 0.0);
        self.body.resize(features.body.chars.len(), 0.0);
        let mut occurrences: KeyMap<u32> = KeyMap::default();
        for feature in &features.all {
            *occurrences.entry(feature.key).or_insert(0) += 1;
        }
        let factors: [f32; BLOCKS] = found.factors(split);
        for feature in &features.all {
            let Some(id) = split.find(feature.key) else { continue };
            let weights = split.weights_of(id).as_flattened();
            let mean = weights.iter().map(|&weight| f32::from(weight)).sum::<f32>() / split.labels as f32;
            let own = weights.get(label).map_or(0.0, |&weight| f32::from(weight)) - mean;
            let block = block_of(feature.key);
            let by = factors.get(block).copied().unwrap_or(0.0) * split.grid * split.calibration.steepness;
            let count = occurrences.get(&feature.key).copied().unwrap_or(1).max(1);
            let part = own * by / (count as f32 * f32::from(feature.len.max(1)));
            let chars = if block < 2 { &mut self.title } else { &mut self.body };
            for share in chars.iter_mut().skip(feature.start as usize).take(usize::from(feature.len)) {
                *share += part;
            }
        }
    }
}

/// The words of a message, cut once for all labels.
pub(crate) struct Words<'f> {
    fields: [(Field, &'f Folded, Vec<Token<'f>>); 2],
}

impl<'f> Words<'f> {
    pub(crate) fn of(features: &'f Features, tokenizer: &Tokenizer) -> Self {
        let cut = |folded| tokenizer.tokens(folded);
        Self { fields: [(Field::Title, &features.title, cut(&features.title)), (Field::Body, &features.body, cut(&features.body))] }
    }

    /// The heaviest words for one label.
    pub(crate) fn heaviest(&self, shares: &Shares, title: &str, body: &str) -> Vec<Evidence> {
        let mut found = Vec::new();
        for (field, folded, tokens) in &self.fields {
            let (shares, original) = match field {
                Field::Title => (&shares.title, title),
                Field::Body => (&shares.body, body),
            };
            let mut weights: HashMap<&str, (f32, &Token<'_>)> = HashMap::new();
            for token in tokens {
                // A single character says too little to a reader; its part is small where longer words know better.
                if token.kind != TokenKind::Mark && token.chars.len() > 1 {
                    let weight: f32 = shares.get(token.chars.clone()).map_or(0.0, |shares| shares.iter().sum());
                    weights.entry(token.text).or_insert((0.0, token)).0 += weight;
                }
            }
            for (weight, token) in weights.into_values().filter(|(weight, _)| *weight >= LEAST) {
                let bytes = folded.bytes(original, token.chars.clone());
                let word = original.get(bytes.clone()).unwrap_or_default().to_owned();
                found.push(Evidence { field: *field, bytes, word, weight });
            }
        }
        found.sort_by(|a, b| b.weight.total_cmp(&a.weight).then(a.field.cmp(&b.field)).then(a.bytes.start.cmp(&b.bytes.start)));
        found.truncate(MOST);
        found
    }
}
