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
    /// Words besides characters: a fifth of a point of F1 on cross-validation, at less than half the speed. Off by default.
    pub words: bool,
    /// The seed of all chance.
    pub seed: u64,
}

impl Default for Recipe {
    fn default() -> Self {
        Self { words: false, seed: 1 }
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
/// For each so many messages more, one more message must have a feature: what is rarer among a million gains nothing and costs memory.
const PER_FEATURE: usize = 25_000;
/// Features of one split at most, the rarest go first: 26 bytes each on disk for eight labels, so that a model stays below 30 MB.
const MOST_FEATURES: usize = 1_000_000;
/// Parts for measuring on messages not learned from.
const PARTS: usize = 5;
/// Above so many messages one part is measured instead of all five.
const ONE_PART_ABOVE: usize = 50_000;
/// Fewer messages than this cannot be measured.
const MEASURED_FROM: usize = 40;

/// Learns a model. The same examples, recipe and dictionary give the same model, to the byte.
pub fn train(examples: &[Example<'_>], recipe: Recipe, tokenizer: &Tokenizer) -> Result<Model, TrainError> {
    let everything: Vec<usize> =
        (0..examples.len()).filter(|&at| examples.get(at).is_some_and(|example| !example.path.is_empty())).collect();
    if everything.is_empty() {
        return Err(TrainError::Nothing);
    }
    let mut school =
        School { examples, recipe, tokenizer: recipe.words.then_some(tokenizer), features: Features::default(), keys: Vec::new() };
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
        let members_at: Vec<(usize, &str)> =
            members.iter().filter_map(|&at| Some((at, *self.examples.get(at)?.path.get(depth)?))).collect();
        let mut sorted: Vec<&str> = members_at.iter().map(|(_, name)| *name).collect();
        sorted.sort_unstable();
        sorted.dedup();
        let names: Vec<String> = sorted.into_iter().map(str::to_owned).collect();
        let members: Vec<usize> = members_at.iter().map(|(at, _)| *at).collect();
        let labels: Vec<usize> =
            members_at.iter().map(|(_, name)| names.binary_search_by(|known| known.as_str().cmp(name)).unwrap_or(0)).collect();
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
            ids.dedup();
            rows.push(&ids);
        }
        drop(numbers);
        let lesson = |picked: &[usize]| Lesson { rows: &rows, labels, picked, label_count, blocks }.learn(self.recipe.seed);
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

    /// The keys of a message into `self.keys`, as they come: those of runs that occur twice are there twice.
    fn read(&mut self, at: usize) {
        self.keys.clear();
        if let Some(example) = self.examples.get(at) {
            self.features.read(example.title, example.body, self.tokenizer, false);
            self.keys.extend(self.features.all.iter().map(|feature| feature.key));
        }
    }

    /// The features to keep, by block and key. Two passes: a rough count by buckets first, so that the many that are seen once never
    /// take room. It counts occurrences, which are never fewer than messages, and spares the sorting of all that is thrown away.
    fn vocabulary(&mut self, members: &[usize]) -> Vec<u64> {
        let fewest = if members.len() < ENOUGH { FEWEST } else { FEWEST + 1 };
        let least = u8::try_from(usize::from(fewest) + members.len() / PER_FEATURE).unwrap_or(u8::MAX);
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
        let mut exact: KeyMap<u16> = KeyMap::default();
        for &at in members {
            let worth = self.worth(at, least);
            self.read(at);
            self.keys.retain(|&key| rough.get(bucket(key)).is_some_and(|&count| count >= least));
            self.keys.sort_unstable();
            self.keys.dedup();
            for &key in &self.keys {
                let count = exact.entry(key).or_insert(0);
                *count = count.saturating_add(u16::from(worth));
            }
        }
        drop(rough);
        let least = enough(&exact, u16::from(least));
        let mut keys: Vec<u64> = exact.into_iter().filter(|&(_, count)| count >= least).map(|(key, _)| key).collect();
        keys.sort_unstable_by_key(|&key| (block_of(key), key));
        keys
    }

    /// For how many messages one counts when features are counted.
    fn worth(&self, at: usize, least: u8) -> u8 {
        if self.examples.get(at).is_some_and(|example| example.public) { least } else { 1 }
    }
}

/// How many messages must have a feature, at least `least`, so that no more than [`MOST_FEATURES`] are kept.
fn enough(counts: &KeyMap<u16>, least: u16) -> u16 {
    let mut with = vec![0_usize; usize::from(u16::MAX) + 1];
    for &count in counts.values() {
        if let Some(with) = with.get_mut(usize::from(count)) {
            *with += 1;
        }
    }
    let mut kept = 0;
    let too_rare = (least..=u16::MAX).rev().find(|&count| {
        kept += with.get(usize::from(count)).copied().unwrap_or(0);
        kept > MOST_FEATURES
    });
    too_rare.map_or(least, |count| count.saturating_add(1))
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
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use proptest::prelude::*;
    use sha2::Digest as _;

    use super::*;
    use crate::model::{Detail, distinct};
    use crate::overlay::{Correction, Overlay};
    use crate::{CatalogueEntry, Field, FileError, examples_of};

    const KINDS: [(&str, &str, &str); 4] = [
        ("设施", "路灯", "门口的路灯坏了,晚上看不见路"),
        ("设施", "道路", "路面有大坑,电动车容易摔倒"),
        ("环境", "噪音", "楼下施工噪音很大,夜里睡不着"),
        ("环境", "垃圾", "小区垃圾没有人清运,气味难闻"),
    ];

    fn texts() -> Vec<(String, usize)> {
        (0..80).map(|turn| (format!("{}。第{turn}次反映了", KINDS[turn % 4].2), turn % 4)).collect()
    }

    fn examples(texts: &[(String, usize)]) -> Vec<Example<'_>> {
        texts
            .iter()
            .map(|(text, kind)| Example { title: KINDS[*kind].1, body: text, path: vec![KINDS[*kind].0, KINDS[*kind].1], public: false })
            .collect()
    }

    thread_local!(static TOKENIZER: &'static Tokenizer = Box::leak(Box::new(Tokenizer::new(&[]))));

    fn tokenizer() -> &'static Tokenizer {
        TOKENIZER.with(|tokenizer| *tokenizer)
    }

    fn model(words: bool) -> Model {
        train(&examples(&texts()), Recipe { words, seed: 1 }, tokenizer()).unwrap()
    }

    #[test]
    fn levels_are_told_one_below_the_other_with_reasons_in_the_text() {
        for words in [false, true] {
            let model = model(words);
            let mut reader = model.reader(tokenizer());
            let guess = reader.classify("", "我家門口　路燈壞了", Detail::default());
            let first = &guess.top[0];
            assert_eq!(first.path, ["设施", "路灯"]);
            assert!(!guess.unsure && first.p > 0.5, "{guess:?}");
            assert!(guess.top.windows(2).all(|pair| pair[0].p >= pair[1].p));
            let reason = &first.evidence[0];
            assert_eq!(reason.field, Field::Body);
            assert_eq!(&"我家門口　路燈壞了"[reason.bytes.clone()], reason.word);
            assert!(first.evidence.iter().any(|reason| reason.word == "路燈"), "{:?}", first.evidence);
            let firsts = reader.classify("", "垃圾没人清运", Detail { levels: 1, most: 9, evidence: false });
            assert_eq!(firsts.top[0].path, ["环境"]);
            assert!((firsts.top.iter().map(|choice| choice.p).sum::<f32>() - 1.0).abs() < 1e-4);
        }
    }

    #[test]
    fn what_is_unknown_is_not_told_as_known() {
        let model = model(false);
        let guess = model.reader(tokenizer()).classify("", "zzzz", Detail::default());
        assert!(guess.unsure, "{guess:?}");
        assert!(model.reader(tokenizer()).classify("", "", Detail::default()).unsure);
    }

    #[test]
    fn a_model_is_the_same_bytes_each_time_and_after_reading_them() {
        for words in [false, true] {
            let first = model(words);
            let bytes = first.to_bytes();
            assert_eq!(bytes, model(words).to_bytes());
            let read = Model::from_bytes(&bytes).unwrap();
            assert_eq!(read.to_bytes(), bytes);
            let ask = |model: &Model| model.reader(tokenizer()).classify("路灯", "不亮了", Detail::default());
            assert_eq!(ask(&first), ask(&read));
            assert!(!bytes.windows("路灯坏".len()).any(|part| part == "路灯坏".as_bytes()), "labels are in it, no text");
        }
        assert_eq!(Model::from_bytes(b"PK..").unwrap_err(), FileError::Foreign);
        assert_eq!(Model::from_bytes(b"LXTEXT\x00\x09rest").unwrap_err(), FileError::Version);
    }

    #[test]
    fn what_fewer_than_three_messages_have_is_not_kept() {
        let mut texts = texts();
        texts[0].0.push_str("鼯鼱");
        texts[4].0.push_str("鼯鼱");
        let examples = examples(&texts);
        let model = train(&examples, Recipe::default(), tokenizer()).unwrap();
        let split = model.root.split.as_ref().unwrap();
        let mut features = Features::default();
        features.read("", "鼯鼱", None, false);
        assert!(distinct(&features).iter().all(|&key| split.find(key).is_none()));
        let mut reader = model.reader(tokenizer());
        reader.features.read(examples[0].title, examples[0].body, None, false);
        reader.plain_margins(split);
        let keys = distinct(&reader.features);
        let mut known: Vec<u32> =
            keys.iter().filter_map(|&key| split.keys.iter().position(|&own| own == key)).map(|at| u32::try_from(at).unwrap()).collect();
        let mut found: Vec<u32> = reader.found.ids.iter().flatten().copied().collect();
        known.sort_unstable();
        found.sort_unstable();
        assert_eq!(found, known, "the index finds what is there and nothing else");
    }

    #[test]
    fn a_model_has_no_more_features_than_it_may() {
        let counts = |groups: &[(u16, usize)]| -> KeyMap<u16> {
            groups.iter().flat_map(|&(count, many)| vec![count; many]).zip(0_u64..).map(|(count, key)| (key, count)).collect()
        };
        assert_eq!(enough(&counts(&[(4, MOST_FEATURES), (3, 100)]), 4), 4, "all fit");
        assert_eq!(enough(&counts(&[(40, 10), (5, MOST_FEATURES), (4, 100)]), 4), 6, "those with five and those above do not");
        assert_eq!(enough(&counts(&[]), 4), 4);
    }

    #[test]
    fn a_correction_changes_the_next_answer_and_can_be_taken_back() {
        let model = model(false);
        let mut overlay = Overlay::new();
        let (title, body) = ("路灯太亮", "门口新装的路灯太亮,夜里睡不着");
        let ask = |overlay: &Overlay| model.reader(tokenizer()).with(overlay).classify(title, body, Detail::default()).top[0].clone();
        let before = ask(&overlay);
        let path = ["环境", "噪音"];
        assert_ne!(before.path, path);
        assert_eq!(overlay.learn(&model, tokenizer(), &Correction { case: 7, title, body, path: &path }), 2);
        let after = ask(&overlay);
        assert_eq!(after.path, path);
        assert!(after.p > 0.4, "{after:?}");
        let part = |title, body| model.reader(tokenizer()).with(&overlay).classify(title, body, Detail::default()).corrected;
        assert!((part(title, body) - 1.0).abs() < 1e-6, "all of the message itself");
        assert!((0.01..0.9).contains(&part("路灯", "门口的路灯不亮")), "some of one that shares words");
        assert!(part("zzzz", "").abs() < 1e-6, "nothing of a stranger");
        assert_eq!(overlay.learn(&model, tokenizer(), &Correction { case: 7, title, body, path: &path }), 2, "again is once");
        assert_eq!(overlay.len(), 1);
        overlay.forget(7);
        assert!(overlay.is_empty());
        assert_eq!(ask(&overlay).path, before.path);
        let unknown = Correction { case: 8, title, body, path: &["水务"] };
        assert_eq!(overlay.learn(&model, tokenizer(), &unknown), 0, "a new label waits for the next training");
    }

    #[test]
    fn a_catalogue_alone_is_a_beginning() {
        let entry = |path: &[&str], words: &[&str]| CatalogueEntry {
            path: path.iter().map(|&name| name.to_owned()).collect(),
            words: words.iter().map(|&word| word.to_owned()).collect(),
        };
        let entries = [entry(&["设施"], &["路灯不亮", "路面破损"]), entry(&["环境"], &["施工噪音", "垃圾清运"])];
        let model = train(&examples_of(&entries), Recipe::default(), tokenizer()).unwrap();
        assert_eq!(model.reader(tokenizer()).classify("路灯坏了", "", Detail::default()).top[0].path, ["设施"]);
        assert_eq!(train(&[], Recipe::default(), tokenizer()).unwrap_err(), TrainError::Nothing);
        let one = train(&examples_of(&entries[..1]), Recipe::default(), tokenizer()).unwrap();
        assert!((one.reader(tokenizer()).classify("路灯", "", Detail::default()).top[0].p - 1.0).abs() < f32::EPSILON);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn any_text_is_answered(title in "\\PC{0,40}", body in "\\PC{0,200}|[路灯噪音0-9。 ]{0,200}") {
            thread_local!(static MODEL: &'static Model = Box::leak(Box::new(model(true))));
            let model = MODEL.with(|model| *model);
            let guess = model.reader(tokenizer()).classify(&title, &body, Detail::default());
            prop_assert!(!guess.top.is_empty());
            for choice in &guess.top {
                prop_assert!((0.0..=1.0001).contains(&choice.p));
                for reason in &choice.evidence {
                    let field = if reason.field == Field::Title { &title } else { &body };
                    prop_assert_eq!(field.get(reason.bytes.clone()), Some(reason.word.as_str()));
                }
            }
        }

        #[test]
        fn a_changed_byte_is_noticed_and_no_bytes_panic(at in any::<prop::sample::Index>(), bit in 0_u8..8, noise in prop::collection::vec(any::<u8>(), 0..200)) {
            thread_local!(static BYTES: Vec<u8> = model(false).to_bytes());
            let mut bytes = BYTES.with(Clone::clone);
            let at = at.index(bytes.len());
            bytes[at] ^= 1 << bit;
            prop_assert!(Model::from_bytes(&bytes).is_err());
            prop_assert!(Model::from_bytes(&bytes[..at]).is_err());
            let framed = [b"LXTEXT\x00\x01".as_slice(), &noise].concat();
            let sealed = [framed.as_slice(), sha2::Sha256::digest(&framed).as_slice()].concat();
            prop_assert!(Model::from_bytes(&sealed).is_err());
        }
    }
}
