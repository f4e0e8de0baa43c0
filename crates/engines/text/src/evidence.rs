//! Why: the words of the message with what each of them added.

use std::ops::Range;

use crate::features::{BLOCKS, Features, block_of};
use crate::fold::Folded;
use crate::hash::KeyMap;
use crate::model::{Found, Split};
use crate::tokens::{TokenKind, Tokenizer};

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
        let factors: [f32; BLOCKS] = found.factors(&split.linear);
        for feature in &features.all {
            let Some(id) = split.find(feature.key) else { continue };
            let weights = split.linear.weights_of(id).as_flattened();
            let mean = weights.iter().sum::<f32>() / split.linear.labels as f32;
            let own = weights.get(label).copied().unwrap_or(0.0) - mean;
            let block = block_of(feature.key);
            let by = factors.get(block).copied().unwrap_or(0.0) * split.calibration.steepness;
            let count = occurrences.get(&feature.key).copied().unwrap_or(1).max(1);
            let part = own * by / (count as f32 * f32::from(feature.len.max(1)));
            let chars = if block < 2 { &mut self.title } else { &mut self.body };
            for share in chars.iter_mut().skip(feature.start as usize).take(usize::from(feature.len)) {
                *share += part;
            }
        }
    }
}

/// The heaviest words.
pub(crate) fn gather(features: &Features, tokenizer: &Tokenizer, shares: &Shares, title: &str, body: &str) -> Vec<Evidence> {
    let mut words = Vec::new();
    weigh(Field::Title, &features.title, &shares.title, title, tokenizer, &mut words);
    weigh(Field::Body, &features.body, &shares.body, body, tokenizer, &mut words);
    words.retain(|word| word.weight >= LEAST);
    words.sort_by(|a, b| b.weight.total_cmp(&a.weight).then_with(|| a.bytes.start.cmp(&b.bytes.start)));
    words.truncate(MOST);
    words
}

fn weigh(field: Field, folded: &Folded, shares: &[f32], original: &str, tokenizer: &Tokenizer, words: &mut Vec<Evidence>) {
    let mut places: std::collections::HashMap<&str, usize> = std::collections::HashMap::new();
    for token in tokenizer.tokens(folded) {
        // A single character says too little to a reader; its part is small when longer words know better.
        if token.kind == TokenKind::Mark || token.chars.len() < 2 {
            continue;
        }
        let weight: f32 = shares.get(token.chars.clone()).map_or(0.0, |shares| shares.iter().sum());
        if let Some(word) = places.get(token.text).and_then(|&at| words.get_mut(at)) {
            word.weight += weight;
            continue;
        }
        let bytes = folded.bytes(original, token.chars.clone());
        let Some(word) = original.get(bytes.clone()) else { continue };
        places.insert(token.text, words.len());
        words.push(Evidence { field, bytes, word: word.to_owned(), weight });
    }
}
