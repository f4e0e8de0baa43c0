//! `DIR/models/`: the text models that a site has trained, by version. Which of them answers, and which did before, stands in
//! `models.json`; each model is a file of its own. A model holds hashes that at least three matters share, no text (decisions 14).

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use cases::advice::{Proven, Trained};
use cases::ports::{ModelBeside, ModelCard, ModelLine, ModelShelf, ShelfError};
use kernel::Timestamp;
use serde::{Deserialize, Serialize};
use text::{FileError, Line, Model, Profile, Proof};

/// Versions kept beside the one that answers and the one before it.
const KEPT: usize = 5;

/// What is known of a version.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Card {
    /// Counts up from 1.
    pub number: u32,
    /// When it was trained.
    pub trained_at: Timestamp,
    /// Matters of the site it learned from.
    pub taught: u64,
    /// The position in the journal up to which they go.
    pub position: i64,
    /// On the newest fifth of the matters, which it had not seen in that trial: the part of first proposals that were right.
    pub right: f64,
    /// Mean F1 over the kinds, in the same trial.
    pub macro_f1: f64,
    /// The mean distance between how sure it was and how often it was right, in the same trial.
    #[serde(default)]
    pub ece: f64,
    /// The line above which its proposals may be followed, as that trial proves it; `None` where none is proven.
    #[serde(default)]
    pub proven: Option<ProvenCard>,
    /// What it first proposed in that trial, for telling later whether people write of other things.
    #[serde(default)]
    pub profile: Option<ProfileCard>,
    /// What the trial said of it beside what answered then: better, worse, or no difference that chance does not make.
    #[serde(default)]
    pub beside: Option<Beside>,
}

/// A line as it is kept. See [`text::Line`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ProvenCard {
    /// The lowest share that may be followed.
    pub from: f32,
    /// Matters of the trial at or above it.
    pub above: usize,
    /// How many of these were right.
    pub right: usize,
    /// The part that is right is at least this, with `confidence`.
    pub low: f64,
    /// The kinds that may be followed.
    pub labels: BTreeSet<String>,
    /// The part of the trial that would have gone by itself.
    pub coverage: f64,
    /// What was asked: the part that must be right.
    pub precision: f64,
    /// What was asked: how sure that must be.
    pub confidence: f64,
    /// What was asked: fewest matters of a kind.
    pub fewest: usize,
    /// The secret by which matters are drawn for a check.
    pub salt: u64,
}

impl ProvenCard {
    /// A line, with a new secret.
    pub fn of(line: &Line, salt: u64) -> Self {
        Self {
            from: line.from,
            above: line.above,
            right: line.right,
            low: line.low,
            labels: line.labels.clone(),
            coverage: line.coverage,
            precision: line.proof.precision,
            confidence: line.proof.confidence,
            fewest: line.proof.fewest_of_label,
            salt,
        }
    }

    fn proven(&self) -> Proven {
        let proof = Proof { precision: self.precision, confidence: self.confidence, fewest_of_label: self.fewest, ..Proof::default() };
        let line = Line {
            from: self.from,
            above: self.above,
            right: self.right,
            low: self.low,
            labels: self.labels.clone(),
            coverage: self.coverage,
            proof,
        };
        Proven { line, salt: self.salt }
    }
}

/// First proposals of a trial: how many of each kind, and how sure. See [`text::Profile`].
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ProfileCard {
    /// First proposals by kind.
    pub labels: BTreeMap<String, u64>,
    /// By how sure it was, in tenths.
    pub sure: Vec<u64>,
}

impl ProfileCard {
    fn profile(&self) -> Profile {
        let mut profile = Profile { labels: self.labels.clone(), ..Profile::default() };
        for (own, count) in profile.sure.iter_mut().zip(&self.sure) {
            *own = *count;
        }
        profile
    }
}

/// A trial beside what answered then.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Beside {
    /// The version that answered.
    pub version: u32,
    /// Difference of the macro-F1: above 0 the new one is better.
    pub difference: f64,
    /// With 95 %, it is not below this.
    pub low: f64,
    /// Nor above this.
    pub high: f64,
}

/// The list of versions.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
struct List {
    /// The newest last.
    cards: Vec<Card>,
    /// The versions that answered, in order; the last answers. 0 is the catalogue alone.
    took: Vec<u32>,
    /// The last number given: a number is never used twice.
    last: u32,
}

/// Why a model cannot be kept or read.
#[derive(Debug, thiserror::Error)]
pub enum ModelsError {
    /// A file cannot be read or written.
    #[error("{path}")]
    File {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The list is not one.
    #[error("{path} is not a list of models")]
    List {
        /// The file.
        path: PathBuf,
        /// Why.
        source: serde_json::Error,
    },
    /// A file is not a model, or not a whole one.
    #[error("{path}")]
    Model {
        /// The file.
        path: PathBuf,
        /// Why.
        source: FileError,
    },
    /// There is no such version.
    #[error("there is no version {0}")]
    NoSuch(u32),
    /// Nothing answered before.
    #[error("nothing answered before this version")]
    NoneBefore,
}

/// The models of the site in a data folder.
#[derive(Debug, Clone)]
pub struct Models(PathBuf);

impl Models {
    /// Those of the site in `data`.
    pub fn of(data: &Path) -> Self {
        Self(data.join("models"))
    }

    fn list_path(&self) -> PathBuf {
        self.0.join("models.json")
    }

    fn model_path(&self, number: u32) -> PathBuf {
        self.0.join(format!("{number:06}.lxtext"))
    }

    fn list(&self) -> Result<List, ModelsError> {
        let path = self.list_path();
        match fs::read(&path) {
            Ok(bytes) => serde_json::from_slice(&bytes).map_err(|source| ModelsError::List { path, source }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(List::default()),
            Err(source) => Err(ModelsError::File { path, source }),
        }
    }

    /// Whole or not at all: written beside, then put in place.
    fn write(&self, path: PathBuf, bytes: &[u8]) -> Result<(), ModelsError> {
        let beside = path.with_extension("new");
        let done = fs::create_dir_all(&self.0).and_then(|()| fs::write(&beside, bytes)).and_then(|()| fs::rename(&beside, &path));
        done.map_err(|source| ModelsError::File { path, source })
    }

    fn save(&self, list: &List) -> Result<(), ModelsError> {
        let path = self.list_path();
        let text = serde_json::to_vec_pretty(list).map_err(|source| ModelsError::List { path: path.clone(), source })?;
        self.write(path, &text)
    }

    /// The versions, the newest last.
    pub fn cards(&self) -> Result<Vec<Card>, ModelsError> {
        Ok(self.list()?.cards)
    }

    /// The version that answers; 0 is the catalogue alone.
    pub fn answering(&self) -> Result<u32, ModelsError> {
        Ok(self.list()?.took.last().copied().unwrap_or(0))
    }

    /// Keeps a new version; its number. It does not answer yet.
    pub fn add(&self, model: &Model, card: impl FnOnce(u32) -> Card) -> Result<u32, ModelsError> {
        let mut list = self.list()?;
        list.last += 1;
        self.write(self.model_path(list.last), &model.to_bytes())?;
        list.cards.push(card(list.last));
        let needed: Vec<u32> = list.took.iter().rev().take(2).copied().collect();
        let first = list.cards.len().saturating_sub(KEPT);
        let old: Vec<u32> = list.cards.iter().take(first).map(|card| card.number).filter(|number| !needed.contains(number)).collect();
        list.cards.retain(|card| !old.contains(&card.number));
        list.took.retain(|number| !old.contains(number));
        self.save(&list)?;
        for number in old {
            // A file that stays behind is in nobody's way.
            let _ = fs::remove_file(self.model_path(number));
        }
        Ok(list.last)
    }

    /// Lets a version answer from now on; 0 is the catalogue alone.
    pub fn take(&self, number: u32) -> Result<(), ModelsError> {
        let mut list = self.list()?;
        if number != 0 && !list.cards.iter().any(|card| card.number == number) {
            return Err(ModelsError::NoSuch(number));
        }
        if list.took.last().copied().unwrap_or(0) != number {
            if list.took.is_empty() {
                list.took.push(0);
            }
            list.took.push(number);
        }
        self.save(&list)
    }

    /// The version that answered before the one that does; `None` where nothing did.
    pub fn before(&self) -> Result<Option<u32>, ModelsError> {
        let list = self.list()?;
        Ok(list.took.len().checked_sub(2).and_then(|at| list.took.get(at)).copied())
    }

    /// Lets the version answer that answered before; its number.
    pub fn back(&self) -> Result<u32, ModelsError> {
        let mut list = self.list()?;
        let before = list.took.len().checked_sub(2).and_then(|at| list.took.get(at)).copied().ok_or(ModelsError::NoneBefore)?;
        list.took.pop();
        self.save(&list)?;
        Ok(before)
    }

    /// A version, read and checked; `None` for 0.
    pub fn read(&self, number: u32) -> Result<Option<Trained>, ModelsError> {
        if number == 0 {
            return Ok(None);
        }
        let card = self.list()?.cards.into_iter().find(|card| card.number == number).ok_or(ModelsError::NoSuch(number))?;
        let path = self.model_path(number);
        let bytes = fs::read(&path).map_err(|source| ModelsError::File { path: path.clone(), source })?;
        let model = Model::from_bytes(&bytes).map_err(|source| ModelsError::Model { path, source })?;
        let proven = card.proven.as_ref().map(|proven| Arc::new(proven.proven()));
        let trial = card.profile.as_ref().map(|profile| (Arc::new(profile.profile()), card.trained_at));
        Ok(Some(Trained { number, taught: card.taught, position: card.position, model: Arc::new(model), proven, trial }))
    }

    /// The version that answers, or the catalogue alone where that cannot be read: nobody waits for a proposal.
    pub fn current(&self) -> (u32, Option<Trained>) {
        match self.answering().and_then(|number| Ok((number, self.read(number)?))) {
            Ok(current) => current,
            Err(error) => {
                tracing::error!(error = &error as &dyn std::error::Error, "the text model cannot be read; the catalogue answers alone");
                (self.answering().unwrap_or(0), None)
            }
        }
    }
}

impl From<ModelsError> for ShelfError {
    fn from(error: ModelsError) -> Self {
        match error {
            ModelsError::NoSuch(number) => Self::NoSuch(number),
            ModelsError::File { .. } | ModelsError::List { .. } | ModelsError::Model { .. } | ModelsError::NoneBefore => {
                Self::Broken(Box::new(error))
            }
        }
    }
}

impl From<&Card> for ModelCard {
    fn from(card: &Card) -> Self {
        let line = card.proven.as_ref().map(|proven| ModelLine {
            from: f64::from(proven.from),
            coverage: proven.coverage,
            kinds: proven.labels.len(),
            precision: proven.precision,
            above: proven.above,
            right: proven.right,
            low: proven.low,
        });
        let beside = card.beside.map(|beside| ModelBeside {
            version: beside.version,
            difference: beside.difference,
            low: beside.low,
            high: beside.high,
        });
        Self {
            number: card.number,
            trained_at: card.trained_at,
            taught: card.taught,
            right: card.right,
            macro_f1: card.macro_f1,
            ece: card.ece,
            line,
            beside,
        }
    }
}

impl ModelShelf for Models {
    fn cards(&self) -> Result<(u32, Vec<ModelCard>), ShelfError> {
        let list = self.list()?;
        Ok((list.took.last().copied().unwrap_or(0), list.cards.iter().map(ModelCard::from).collect()))
    }

    fn before(&self) -> Result<Option<u32>, ShelfError> {
        Ok(Self::before(self)?)
    }

    fn read(&self, number: u32) -> Result<Option<Trained>, ShelfError> {
        Ok(Self::read(self, number)?)
    }

    fn take(&self, number: u32) -> Result<(), ShelfError> {
        Ok(Self::take(self, number)?)
    }

    fn back(&self, number: u32) -> Result<(), ShelfError> {
        // Somebody at the machine may have let another answer meanwhile.
        if Self::before(self)? != Some(number) {
            return Err(ShelfError::NoSuch(number));
        }
        Self::back(self)?;
        Ok(())
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use text::{CatalogueEntry, Recipe, Tokenizer, examples_of, train};

    use super::*;

    fn model() -> Model {
        let entry = |name: &str, word: &str| CatalogueEntry { path: vec![name.to_owned()], words: vec![word.to_owned()] };
        let entries = [entry("a", "路灯不亮"), entry("b", "施工噪音")];
        train(&examples_of(&entries), Recipe::default(), &Tokenizer::new(&[])).unwrap()
    }

    fn card(number: u32) -> Card {
        let trained_at = "2026-11-23T10:00:00+08:00".parse().unwrap();
        let profile = ProfileCard { labels: BTreeMap::from([("a".to_owned(), 3)]), sure: vec![0, 3] };
        Card {
            number,
            trained_at,
            taught: 3,
            position: 9,
            right: 0.9,
            macro_f1: 0.9,
            ece: 0.02,
            proven: Some(ProvenCard::of(&line(), 7)),
            profile: Some(profile),
            beside: Some(Beside { version: 0, difference: 0.1, low: 0.05, high: 0.15 }),
        }
    }

    fn line() -> Line {
        let labels = BTreeSet::from(["a".to_owned()]);
        Line { from: 0.8, above: 400, right: 399, low: 0.981, labels, coverage: 0.5, proof: Proof::default() }
    }

    #[test]
    fn a_line_comes_back_as_it_was_proven_and_an_old_list_has_none() {
        let folder = tempfile::tempdir().unwrap();
        let models = Models::of(folder.path());
        models.add(&model(), card).unwrap();
        let proven = models.read(1).unwrap().unwrap().proven.unwrap();
        assert_eq!((proven.line.clone(), proven.salt), (line(), 7));
        let old = r#"{"cards":[{"number":1,"trained_at":"2026-11-23T02:00:00Z","taught":3,"position":9,"right":0.9,"macro_f1":0.9,"line":[0.8,0.5]}],"took":[0,1],"last":1}"#;
        fs::write(models.list_path(), old).unwrap();
        assert!(models.read(1).unwrap().unwrap().proven.is_none(), "the mere point of a curve proves nothing");
    }

    #[test]
    fn versions_are_taken_and_gone_back_from_and_the_old_ones_go() {
        let folder = tempfile::tempdir().unwrap();
        let models = Models::of(folder.path());
        assert_eq!((models.answering().unwrap(), models.current().1.is_none()), (0, true));
        assert!(matches!(models.back(), Err(ModelsError::NoneBefore)));
        assert_eq!(models.add(&model(), card).unwrap(), 1);
        assert_eq!(models.answering().unwrap(), 0, "a new one does not answer by itself");
        models.take(1).unwrap();
        models.take(1).unwrap();
        let trained = models.current().1.unwrap();
        assert_eq!((trained.number, trained.taught, trained.position), (1, 3, 9));
        for _ in 0..8 {
            models.add(&model(), card).unwrap();
        }
        let kept: Vec<u32> = models.cards().unwrap().iter().map(|card| card.number).collect();
        assert_eq!(kept, [1, 5, 6, 7, 8, 9], "what answers stays");
        models.take(9).unwrap();
        assert_eq!(models.back().unwrap(), 1);
        assert_eq!(models.back().unwrap(), 0);
        assert!(matches!(models.take(2), Err(ModelsError::NoSuch(2))));
    }

    #[test]
    fn a_damaged_model_leaves_the_catalogue_alone() {
        let folder = tempfile::tempdir().unwrap();
        let models = Models::of(folder.path());
        models.add(&model(), card).unwrap();
        models.take(1).unwrap();
        fs::write(models.model_path(1), b"LXTEXT\x00\x01damaged").unwrap();
        assert!(matches!(models.read(1), Err(ModelsError::Model { source: FileError::Damaged, .. })));
        let (number, trained) = models.current();
        assert!(number == 1 && trained.is_none());
    }
}
