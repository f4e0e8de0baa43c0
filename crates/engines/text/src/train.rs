//! Learning a model from messages that people have sorted.

use crate::calibrate::Calibration;
use crate::features::{BLOCKS, Features, block_of};
use crate::hash::KeyMap;
use crate::linear::{Lesson, Linear, Rows};
use crate::model::{Model, Node, Split, flat};
use crate::tokens::Tokenizer;

/// A message with its place in the catalogue.
#[derive(Debug, Clone)]
pub struct Example<'a> {
    /// The title; may be empty.
    pub title: &'a str,
    /// The text; may be empty.
    pub body: &'a str,
    /// The label: first level, second level, unit … as many as are known.
    pub path: Vec<&'a str>,
    /// Whether the words are public, as a catalogue's are. A model keeps a feature of private messages only when enough have it.
    pub public: bool,
}

/// How to learn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recipe {
    /// Words besides characters. Without, classification needs no segmentation and is several times as fast.
    pub words: bool,
    /// The seed of all chance.
    pub seed: u64,
}

impl Default for Recipe {
    fn default() -> Self {
        Self { words: true, seed: 1 }
    }
}

/// Why nothing was learned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TrainError {
    /// Not one message, or not one with a label.
    #[error("there is nothing to learn from")]
    Nothing,
}

/// A private feature is kept when so many messages have it: never fewer (personal data: decisions of the platform), and one more
/// where there are enough, which won a tenth of a point (experiment 7).
const FEWEST: u8 = 3;
/// Above so many messages the larger number holds.
const ENOUGH: usize = 2_000;
/// For each so many messages more, one more message must have a feature. Keeps a model of a million messages below 30 MB.
const PER_FEATURE: usize = 25_000;
/// Parts for measuring on messages not learned from.
const PARTS: usize = 5;
/// Above so many messages one part is measured instead of all five.
const ONE_PART_ABOVE: usize = 50_000;
/// Fewer messages than this cannot be measured.
const MEASURED_FROM: usize = 40;

/// Learns a model. The same examples, recipe and dictionary give the same model, to the byte.
pub fn train(examples: &[Example<'_>], recipe: Recipe, tokenizer: &Tokenizer) -> Result<Model, TrainError> {
    let everything: Vec<usize> = (0..examples.len()).filter(|&at| examples.get(at).is_some_and(|example| !example.path.is_empty())).collect();
    if everything.is_empty() {
        return Err(TrainError::Nothing);
    }
    let mut school = School { examples, recipe, tokenizer: recipe.words.then_some(tokenizer), features: Features::default(), keys: Vec::new() };
    let root = school.node(String::new(), 0, &everything);
    Ok(Model::new(recipe.words, u64::try_from(everything.len()).unwrap_or(u64::MAX), root))
}

struct School<'a> {
    examples: &'a [Example<'a>],
    recipe: Recipe,
    tokenizer: Option<&'a Tokenizer>,
    features: Features,
    keys: Vec<u64>,
}

impl School<'_> {
    /// The node of the messages `members`, whose paths agree in their first `depth` names, and all below it.
    fn node(&mut self, name: String, depth: usize, members: &[usize]) -> Node {
        let named: Vec<(usize, &str)> =
            members.iter().filter_map(|&at| Some((at, *self.examples.get(at)?.path.get(depth)?))).collect();
        let mut names: Vec<&str> = named.iter().map(|(_, name)| *name).collect();
        names.sort_unstable();
        names.dedup();
        let names: Vec<String> = names.into_iter().map(str::to_owned).collect();
        let members: Vec<usize> = named.iter().map(|(at, _)| *at).collect();
        let labels: Vec<usize> =
            named.iter().map(|(_, name)| names.binary_search_by(|known| known.as_str().cmp(name)).unwrap_or(0)).collect();
        let split = (names.len() > 1).then(|| self.split(&members, &labels, names.len()));
        let children = names
            .into_iter()
            .enumerate()
            .map(|(label, name)| {
                let below: Vec<usize> = members.iter().zip(&labels).filter(|(_, own)| **own == label).map(|(at, _)| *at).collect();
                self.node(name, depth + 1, &below)
            })
            .collect();
        Node { name, children, split }
    }

    fn split(&mut self, members: &[usize], labels: &[usize], label_count: usize) -> Split {
        let keys = self.vocabulary(members);
        let mut blocks = [0_u32; BLOCKS + 1];
        for &key in &keys {
            for end in blocks.iter_mut().skip(block_of(key) + 1) {
                *end += 1;
            }
        }
        let numbers: KeyMap<u32> = keys.iter().copied().zip(0_u32..).collect();
        let mut rows = Rows::default();
        let mut ids = Vec::new();
        for &at in members {
            self.read(at);
            ids.clear();
            ids.extend(self.keys.iter().filter_map(|key| numbers.get(key).copied()));
            ids.sort_unstable();
            rows.push(&ids);
        }
        drop(numbers);
        let lesson = |picked: &[usize]| {
            Lesson { rows: &rows, labels, picked, label_count, blocks }.learn(self.recipe.seed)
        };
        let calibration = measure(&rows, labels, label_count, lesson);
        let everything: Vec<usize> = (0..members.len()).collect();
        let linear = lesson(&everything);
        let mut prior = vec![0.0_f32; label_count];
        for &label in labels {
            if let Some(count) = prior.get_mut(label) {
                *count += 1.0;
            }
        }
        let all: f32 = prior.iter().sum();
        for count in &mut prior {
            *count /= all;
        }
        Split::new(keys, linear, calibration, prior)
    }

    /// The distinct keys of a message, into `self.keys`.
    fn read(&mut self, at: usize) {
        self.keys.clear();
        if let Some(example) = self.examples.get(at) {
            self.features.read(example.title, example.body, self.tokenizer, false);
            self.keys.extend(self.features.all.iter().map(|feature| feature.key));
            self.keys.sort_unstable();
            self.keys.dedup();
        }
    }

    /// The features to keep, by block and key. Two passes: a rough count by buckets first, so that the many that are seen once never
    /// take room.
    fn vocabulary(&mut self, members: &[usize]) -> Vec<u64> {
        let least = if members.len() < ENOUGH { FEWEST } else { FEWEST + 1 };
        let least = u8::try_from(usize::from(least) + members.len() / PER_FEATURE).unwrap_or(u8::MAX);
        let bits = (members.len().max(1).ilog2() + 10).clamp(16, 28);
        let bucket = |key: u64| usize::try_from(key >> (64 - bits)).unwrap_or(0);
        let mut rough = vec![0_u8; 1 << bits];
        for &at in members {
            let worth = self.worth(at, least);
            self.read(at);
            for &key in &self.keys {
                if let Some(count) = rough.get_mut(bucket(key)) {
                    *count = count.saturating_add(worth);
                }
            }
        }
        let mut exact: KeyMap<u8> = KeyMap::default();
        for &at in members {
            let worth = self.worth(at, least);
            self.read(at);
            for &key in &self.keys {
                if rough.get(bucket(key)).is_some_and(|&count| count >= least) {
                    let count = exact.entry(key).or_insert(0);
                    *count = count.saturating_add(worth);
                }
            }
        }
        let mut keys: Vec<u64> = exact.into_iter().filter(|&(_, count)| count >= least).map(|(key, _)| key).collect();
        keys.sort_unstable_by_key(|&key| (block_of(key), key));
        keys
    }

    /// For how many messages one counts when features are counted.
    fn worth(&self, at: usize, least: u8) -> u8 {
        if self.examples.get(at).is_some_and(|example| example.public) { least } else { 1 }
    }
}

/// Learns from four fifths and measures on the fifth, each fifth in turn.
fn measure(rows: &Rows, labels: &[usize], label_count: usize, lesson: impl Fn(&[usize]) -> Linear) -> Calibration {
    if rows.len() < MEASURED_FROM {
        return Calibration::plain(label_count);
    }
    // A row's part is its place among the rows of its label: every label is in every part.
    let mut seen = vec![0_usize; label_count];
    let parts: Vec<usize> = labels
        .iter()
        .map(|&label| {
            seen.get_mut(label).map_or(0, |seen| {
                *seen += 1;
                (*seen - 1) % PARTS
            })
        })
        .collect();
    let (mut margins, mut truth, mut ids) = (Vec::new(), Vec::new(), Vec::new());
    for part in 0..if rows.len() > ONE_PART_ABOVE { 1 } else { PARTS } {
        let (held, learned): (Vec<usize>, Vec<usize>) = (0..rows.len()).partition(|&row| parts.get(row) == Some(&part));
        let linear = lesson(&learned);
        for row in held {
            rows.read(row, &mut ids);
            margins.push(flat(&linear.margins(&ids), label_count).collect());
            truth.push(labels.get(row).copied().unwrap_or(0));
        }
    }
    Calibration::fit(&margins, &truth, label_count)
}

#[cfg(test)]
mod tests {
    use super::*;
    #[test]
    fn paths_agree() {
        let tokenizer = Tokenizer::new(&[]);
        let texts: Vec<String> = (0..60).map(|i| format!("路灯坏了第{}盏{}", i, if i % 3 == 0 { "噪音扰民" } else { "工资拖欠不发" })).collect();
        let examples: Vec<Example> = texts.iter().enumerate().map(|(i, t)| Example { title: t, body: t, path: vec![["a", "b", "c"][i % 3]], public: false }).collect();
        let model = train(&examples, Recipe::default(), &tokenizer).unwrap();
        let split = model.root.split.as_ref().unwrap();
        let mut reader = model.reader(&tokenizer);
        for text in &texts {
            reader.features.read(text, text, Some(&tokenizer), false);
            let got = reader.plain_margins(split);
            let keys = crate::model::distinct(&reader.features);
            let mut ids: Vec<u32> = keys.iter().filter_map(|k| split.keys.iter().position(|x| x == k)).map(|p| p as u32).collect();
            ids.sort();
            let want: Vec<f32> = flat(&split.linear.margins(&ids), 3).collect();
            let mut f: Vec<u32> = reader.found.ids.iter().flatten().copied().collect(); f.sort();
            assert_eq!(f, ids);
            assert!(got.iter().zip(&want).all(|(a, b)| (a - b).abs() < 1e-4), "{got:?} {want:?}");
        }
    }
}
