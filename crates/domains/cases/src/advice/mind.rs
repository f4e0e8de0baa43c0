//! What the platform keeps in mind of past cases: corrections, who kept what, and which cases are alike. In memory only, hashes and
//! codes without a word of text; made again from rows and journal after a start.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use kernel::{AreaCode, CaseId, KindCode, Timestamp, UnitCode};
use places::{Means, Register};
use text::{
    CatalogueEntry, Correction, Detail, Entry, Hit, Line, Model, Overlay, Profile, Query, Recipe, Route, Similar, SiteWord, Tokenizer,
    TrainError,
};

use super::mix::{Offer, Past, offer};
use crate::catalogue::Catalogue;
use crate::model::event::Automatic;
use crate::model::{Case, CaseEvent, State};
use crate::rows::private::Said;

/// Choices of the model that are mixed with the rules'.
const CHOICES: usize = 8;

/// The line above which a model's proposals may be followed without a person, and the secret by which some of them are drawn for a check.
#[derive(Debug, Clone, PartialEq)]
pub struct Proven {
    /// What was proven on the site's own history.
    pub line: Line,
    /// Whoever knew it would know which matters nobody looks at.
    pub salt: u64,
}

/// A model with what is known of its making.
#[derive(Debug, Clone)]
pub struct Trained {
    /// Its version; 0 is the catalogue alone.
    pub number: u32,
    /// How many messages of the site it learned from, the catalogue's words not counted.
    pub taught: u64,
    /// The position in the journal up to which they go; −1: none. What came later is corrected on top.
    pub position: i64,
    /// The model.
    pub model: Arc<Model>,
    /// Where its proposals may be followed; `None`: nowhere.
    pub proven: Option<Arc<Proven>>,
    /// What it first proposed in its trial, and when it was trained: for telling whether people write of other things now.
    pub trial: Option<(Arc<Profile>, Timestamp)>,
}

impl Trained {
    /// What a new site begins with: the catalogue's own words.
    pub fn by_catalogue(catalogue: &Catalogue, tokenizer: &Tokenizer) -> Result<Self, TrainError> {
        let entries = catalogue_entries(catalogue);
        let model = Arc::new(text::train(&text::examples_of(&entries), Recipe::default(), tokenizer)?);
        Ok(Self { number: 0, taught: 0, position: -1, model, proven: None, trial: None })
    }
}

/// The catalogue's kinds with their words, as a model learns them.
pub fn catalogue_entries(catalogue: &Catalogue) -> Vec<CatalogueEntry> {
    let entry = |(kind, words): (&crate::catalogue::MatterKind, Vec<&str>)| CatalogueEntry {
        path: vec![kind.category.to_string(), kind.code.to_string()],
        words: words.into_iter().map(str::to_owned).collect(),
    };
    catalogue.words().map(entry).collect()
}

/// What a model, without any corrections, proposes for a text beside the rules; without reasons. For trials.
pub fn propose(catalogue: &Catalogue, tokenizer: &Tokenizer, trained: &Trained, title: Option<&str>, text: &str) -> Offer {
    let detail = Detail { levels: usize::MAX, most: CHOICES, evidence: false };
    let guess = trained.model.reader(tokenizer).classify(title.unwrap_or_default(), text, detail);
    offer(catalogue, catalogue.suggest(title, text), Some(&guess), trained.taught)
}

/// What a tokenizer has to know of this county: the names of areas, estates, roads and points, and the words of its dictionary.
fn site_words(register: &Register) -> Vec<SiteWord> {
    let areas = register.areas().iter().map(|area| &area.name);
    let points = register.points().iter().map(|point| &point.name);
    let places = register.places().iter().map(|place| &place.name);
    let own = areas.chain(points).chain(places).map(|name| SiteWord { word: name.clone(), place: true });
    let called = register.words().iter().map(|held| SiteWord { word: held.word.word.clone(), place: held.word.means != Means::Word });
    own.chain(called).collect()
}

/// A tokenizer that knows the names of this county and the words of its dictionary.
pub fn site_tokenizer(register: &Register) -> Tokenizer {
    Tokenizer::new(&site_words(register))
}

/// What the county asks of a line now.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Asked {
    /// The part that must be right.
    pub(crate) precision: f64,
    /// The part that a person looks at first.
    pub(crate) checked: f64,
}

/// `0.914` as 914.
fn thousandths(share: f32) -> u16 {
    let whole = (share.clamp(0.0, 1.0) * 1_000.0).round();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 1,000")]
    let thousandths = whole as u16;
    thousandths
}

/// The number under which the engine keeps a case: the part of its id that is chance.
fn key(case: CaseId) -> u64 {
    case.as_bytes().iter().skip(8).fold(0, |sum, byte| (sum << 8) | u64::from(*byte))
}

/// Codes as small numbers: there are few of them and very many cases.
#[derive(Debug, Default)]
struct Codes {
    numbers: HashMap<String, u16>,
    names: Vec<String>,
}

impl Codes {
    fn number(&mut self, code: &str) -> u16 {
        if let Some(&known) = self.numbers.get(code) {
            return known;
        }
        let new = u16::try_from(self.names.len()).unwrap_or(u16::MAX);
        self.names.push(code.to_owned());
        self.numbers.insert(code.to_owned(), new);
        new
    }

    fn known(&self, code: &str) -> Option<u16> {
        self.numbers.get(code).copied()
    }
}

/// Kind, unit, area.
type Kept = (u16, u16, Option<u16>);

/// A case that was seen.
#[derive(Debug)]
struct Seen {
    case: CaseId,
    kept: Option<Kept>,
}

/// What people decided on matters that would have gone by themselves.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Checked {
    /// How many.
    pub all: usize,
    /// For how many of them the program's kind was theirs.
    pub right: usize,
    /// Matters that a program dispatched and that somebody sent elsewhere since: taken back, given back, or put into another class.
    pub undone: usize,
}

#[derive(Debug, Default)]
struct Tally {
    kept: u32,
    returned: u32,
    here: HashMap<u16, u32>,
}

/// See the module.
pub(crate) struct Mind {
    tokenizer: Arc<Tokenizer>,
    /// The register by whose names and words it reads.
    register: Arc<Register>,
    trained: Trained,
    overlay: Overlay,
    similar: Similar,
    seen: HashMap<u64, Seen>,
    codes: Codes,
    tallies: HashMap<(u16, u16), Tally>,
    /// Dispatched and neither taken on nor given back yet.
    sent: HashMap<u64, (u16, u16)>,
    /// Drawn for a check of this model's line and not decided on yet: the kind that it proposed.
    drawn: HashMap<u64, u16>,
    /// Sent by this model alone, and by nobody elsewhere since.
    alone: HashSet<u64>,
    /// Of those that people have decided on.
    checked: Checked,
    /// The id up to which rows were read; `None` when all were.
    rows_after: Option<String>,
    /// All rows have been read once.
    awake: bool,
    /// The position up to which the journal was read.
    pub(crate) position: i64,
}

impl Mind {
    pub(crate) fn new(register: Arc<Register>, tokenizer: Arc<Tokenizer>, trained: Trained) -> Self {
        Self {
            tokenizer,
            register,
            position: trained.position,
            trained,
            overlay: Overlay::new(),
            similar: Similar::new(),
            seen: HashMap::new(),
            codes: Codes::default(),
            tallies: HashMap::new(),
            sent: HashMap::new(),
            drawn: HashMap::new(),
            alone: HashSet::new(),
            checked: Checked::default(),
            rows_after: Some(String::new()),
            awake: false,
        }
    }

    /// Whether it reads by the words of `register`. A register of the same words is remembered, so that it is compared once.
    pub(crate) fn reads_by(&mut self, register: &Arc<Register>) -> bool {
        let same = Arc::ptr_eq(&self.register, register) || site_words(&self.register) == site_words(register);
        if same {
            self.register = Arc::clone(register);
        }
        same
    }

    /// Reads by other words from now on. What is alike is found by words, so the texts are read again, as after a start; what it knows of
    /// units and corrections stays.
    pub(crate) fn read_by(&mut self, register: Arc<Register>, tokenizer: Arc<Tokenizer>) {
        (self.register, self.tokenizer) = (register, tokenizer);
        self.similar = Similar::new();
        self.rows_after = Some(String::new());
    }

    /// The id behind which rows are still to be read; `None` when all were.
    pub(crate) fn rows_after(&self) -> Option<&String> {
        self.rows_after.as_ref()
    }

    /// Rows were read up to this id; `None`: there are no more.
    pub(crate) fn rows_read(&mut self, up_to: Option<String>) {
        self.awake |= up_to.is_none();
        self.rows_after = up_to;
    }

    /// Another model answers from now on; corrections that came after its training are read again.
    pub(crate) fn take(&mut self, trained: Trained) {
        self.position = trained.position;
        self.trained = trained;
        self.overlay = Overlay::new();
        for tally in self.tallies.values_mut() {
            tally.returned = 0;
        }
        self.sent.clear();
        self.drawn.clear();
        self.alone.clear();
        self.checked = Checked::default();
    }

    /// Whether everything that was there at the start has been read: before that nobody knows how units did.
    pub(crate) fn is_awake(&self) -> bool {
        self.awake
    }

    /// What people decided since this model answers.
    pub(crate) fn checked(&self) -> Checked {
        self.checked
    }

    /// Which way a matter goes whose first proposal is `kind`, by a share of `p`; `None` where nothing is proven, where less is proven
    /// than `precision`, or where the sample shows that it does not hold.
    pub(crate) fn route(&self, case: CaseId, kind: &KindCode, p: f32, unsure: bool, proof: Asked) -> Option<(Route, Automatic)> {
        let proven = self.trained.proven.as_ref()?;
        let Checked { all, right, .. } = self.checked;
        if proven.line.proof.precision < proof.precision || proven.line.broken(right, all) {
            return None;
        }
        let line = Line { proof: text::Proof { checked: proof.checked, ..proven.line.proof }, ..Line::clone(&proven.line) };
        let why = Automatic { model: self.trained.number, share: thousandths(p), from: thousandths(proven.line.from) };
        Some((line.route(key(case), proven.salt, kind.as_str(), p, unsure), why))
    }

    pub(crate) fn tokenizer(&self) -> Arc<Tokenizer> {
        Arc::clone(&self.tokenizer)
    }

    /// The day on which its model was tried; `None` where the catalogue answers alone or a model came without its trial.
    pub(crate) fn tried_on(&self) -> Option<jiff::civil::Date> {
        self.trained.trial.as_ref().map(|(_, at)| kernel::format::local_date(*at))
    }

    pub(crate) fn trained(&self) -> &Trained {
        &self.trained
    }

    /// Cases that corrected the model.
    pub(crate) fn corrections(&self) -> usize {
        self.overlay.len()
    }

    /// What is proposed for a text.
    pub(crate) fn offer(&self, catalogue: &Catalogue, said: Option<&Said>, evidence: bool) -> Offer {
        let (title, text) = said.map_or((None, ""), |said| (said.title.as_deref(), said.text.as_str()));
        let rules = catalogue.suggest(title, text);
        let detail = Detail { levels: usize::MAX, most: CHOICES, evidence };
        let guess = self.trained.model.reader(&self.tokenizer).with(&self.overlay).classify(title.unwrap_or_default(), text, detail);
        offer(catalogue, rules, Some(&guess), self.trained.taught)
    }

    /// An event of a case that stands as `case` now.
    pub(crate) fn hear(&mut self, catalogue: &Catalogue, case: &Case, said: Option<&Said>, event: &CaseEvent) {
        let id = key(case.id);
        match event {
            CaseEvent::Triaged { kind: Some(kind), drawn: Some(drawn), .. } if drawn.model == self.trained.number => {
                let kind = self.codes.number(kind.as_str());
                self.drawn.insert(id, kind);
            }
            CaseEvent::Dispatched { kind, unit, automatic, .. } => {
                let sent = (self.codes.number(kind.as_str()), self.codes.number(unit.as_str()));
                self.sent.insert(id, sent);
                match automatic {
                    // Its own decision teaches it nothing.
                    Some(automatic) if automatic.model == self.trained.number => {
                        self.alone.insert(id);
                    }
                    Some(_) => {}
                    None => {
                        if let Some(proposed) = self.drawn.remove(&id) {
                            self.checked.all += 1;
                            self.checked.right += usize::from(proposed == sent.0);
                        }
                        self.correct(catalogue, case, said, kind);
                    }
                }
            }
            CaseEvent::Reclassified { kind, .. } => {
                self.undone(id);
                self.correct(catalogue, case, said, kind);
            }
            CaseEvent::DispatchUndone => {
                self.undone(id);
                self.sent.remove(&id);
                self.overlay.forget(id);
            }
            CaseEvent::Returned { .. } => {
                self.undone(id);
                if let Some(sent) = self.sent.remove(&id) {
                    self.tallies.entry(sent).or_default().returned += 1;
                }
            }
            CaseEvent::Accepted { .. } => {
                self.sent.remove(&id);
            }
            _ => {}
        }
    }

    /// Somebody sent a matter elsewhere; whether a program had sent it is counted once.
    fn undone(&mut self, id: u64) {
        self.checked.undone += usize::from(self.alone.remove(&id));
    }

    /// A person decided on `kind`: if the proposal was another, it learns. What was closed since teaches what stands for it; what is sealed
    /// teaches nothing.
    fn correct(&mut self, catalogue: &Catalogue, case: &Case, said: Option<&Said>, kind: &KindCode) {
        let (Some(said), Some(kind)) = (said.filter(|_| !case.sealed && !case.erased), catalogue.stands_for(kind)) else { return };
        let proposed = self.offer(catalogue, Some(said), false);
        if proposed.kinds.first().is_some_and(|first| first.code == kind.code) {
            return;
        }
        let path = [kind.category.as_str(), kind.code.as_str()];
        let correction = Correction { case: key(case.id), title: said.title.as_deref().unwrap_or_default(), body: &said.text, path: &path };
        self.overlay.learn(&self.trained.model, &self.tokenizer, &correction);
    }

    /// A case as it stands now.
    pub(crate) fn see(&mut self, case: &Case, said: Option<&Said>) {
        let id = key(case.id);
        let held = matches!(case.state, State::Dispatched { .. } | State::Returned { .. });
        let kept = case.kind.as_ref().zip(case.unit()).filter(|_| !held).map(|(kind, unit)| {
            let area = case.area.as_ref().map(|area| self.codes.number(area.as_str()));
            (self.codes.number(kind.as_str()), self.codes.number(unit.as_str()), area)
        });
        let before = self.seen.get(&id).and_then(|seen| seen.kept);
        if before != kept {
            if let Some(before) = before {
                self.count(before, false);
            }
            if let Some(kept) = kept {
                self.count(kept, true);
            }
        }
        self.seen.insert(id, Seen { case: case.id, kept });
        // What is sealed or erased is in no index (decisions 14).
        let Some(said) = said.filter(|_| !case.sealed && !case.erased) else {
            self.similar.remove(id);
            self.overlay.forget(id);
            return;
        };
        let open = case.state.name().is_open();
        if !self.similar.set_open(id, open) {
            let place = case.area.as_ref().map_or(0, |area| u32::from(self.codes.number(area.as_str())) + 1);
            let entry = Entry { case: id, place, at: case.intake.received_at.as_millisecond(), open };
            self.similar.add(&self.tokenizer, entry, said.title.as_deref().unwrap_or_default(), &said.text);
        }
    }

    fn count(&mut self, (kind, unit, area): Kept, more: bool) {
        let tally = self.tallies.entry((kind, unit)).or_default();
        let step = |count: &mut u32| *count = if more { count.saturating_add(1) } else { count.saturating_sub(1) };
        step(&mut tally.kept);
        if let Some(area) = area {
            step(tally.here.entry(area).or_default());
        }
    }

    /// The units that had cases of this kind, and how it went.
    pub(crate) fn past(&self, kind: &KindCode, area: Option<&AreaCode>) -> Vec<(UnitCode, Past)> {
        let Some(kind) = self.codes.known(kind.as_str()) else { return Vec::new() };
        let area = area.and_then(|area| self.codes.known(area.as_str()));
        let mut past: Vec<(UnitCode, Past)> = self
            .tallies
            .iter()
            .filter(|((known, _), _)| *known == kind)
            .filter_map(|((_, unit), tally)| {
                let unit = self.codes.names.get(usize::from(*unit))?.parse().ok()?;
                let kept_here = area.and_then(|area| tally.here.get(&area)).copied().unwrap_or(0);
                Some((unit, Past { kept: tally.kept, kept_here, returned: tally.returned }))
            })
            .collect();
        past.sort_by(|(a, _), (b, _)| a.cmp(b));
        past
    }

    /// Cases like this one, the likest first.
    pub(crate) fn alike(&mut self, case: &Case, said: &Said, most: usize) -> Vec<(CaseId, Hit)> {
        let place = case.area.as_ref().and_then(|area| self.codes.known(area.as_str())).map_or(0, |area| u32::from(area) + 1);
        let query = Query {
            title: said.title.as_deref().unwrap_or_default(),
            body: &said.text,
            place,
            at: case.intake.received_at.as_millisecond(),
            open_only: false,
            without: Some(key(case.id)),
            most,
        };
        let hits = self.similar.find(&self.tokenizer, &query);
        hits.into_iter().filter_map(|hit| Some((self.seen.get(&hit.case)?.case, hit))).collect()
    }
}
