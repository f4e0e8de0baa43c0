//! 建议: which kind and unit a matter is for, with reasons, and which other matters are like it. It proposes; people decide, and what
//! they decide teaches it within a second. ADR 0018.
//!
//! Rules of the catalogue are asked first; a model trained on the site's own history earns its weight beside them (`mix`). What
//! happened since the training is read from the journal by position, so that every copy of the program, and the next start, comes to
//! the same mind (`mind`).

mod automatic;
mod drifted;
mod mind;
mod mix;

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use identity::Granted;
use kernel::{AreaCode, CaseId, KindCode};
use store::StoreError;
use tokio::sync::{Mutex, OnceCell};

pub(crate) use automatic::{Advised, Taken};
pub use drifted::{Drifted, Moved};
pub use mind::{Checked, Proven, Trained, catalogue_entries, propose, site_tokenizer};
pub use mix::{GivenBack, Offer, Past, Reason, UnitOffer, Weighed};
pub(crate) use mix::{TOP, units};

use mind::Mind;

use crate::errors::ChangeError;
use crate::model::{Case, CaseEvent, StateName};
use crate::permissions::ReadCase;
use crate::rows;
use crate::rows::private::Said;
use crate::service::Cases;

/// Events or rows read at a time.
const STEP: u64 = 500;
/// Steps that a page takes to catch up before it goes on with what is known.
const STEPS_OF_A_PAGE: usize = 4;
/// Similar cases that are shown.
const ALIKE: usize = 5;
/// Similar cases that are looked at for those a reader may see.
const LOOKED_AT: usize = 40;
/// With less of the telling words in common two cases are not called alike.
const ALIKE_FROM: f32 = 0.12;
/// The same in the same area, where fewer words mean the same thing.
const ALIKE_HERE_FROM: f32 = 0.07;

/// The advisor's state, shared by all clones of [`Cases`].
#[derive(Default)]
pub(crate) struct Advisor {
    /// What the site has trained; the catalogue's own words when nothing.
    trained: RwLock<Option<Trained>>,
    /// Made when it is first asked: reading the dictionary takes a tenth of a second.
    mind: OnceCell<Mutex<Mind>>,
    /// What was last found of a change in what people write.
    drifted: RwLock<Option<Drifted>>,
}

impl Advisor {
    pub(crate) fn new(trained: Option<Trained>) -> Self {
        Self { trained: RwLock::new(trained), mind: OnceCell::new(), drifted: RwLock::default() }
    }
}

/// A case like the one asked about.
#[derive(Debug, Clone)]
pub struct Alike {
    /// The case.
    pub case: Case,
    /// What was said in it.
    pub said: Option<Said>,
    /// How much of the telling words both have, 0 to 1.
    pub text: f32,
    /// In the same area.
    pub same_place: bool,
    /// Days between the two, rounded down.
    pub days: u32,
    /// Whether the asking case may be merged into it.
    pub joinable: bool,
}

/// Which model answers, and how much it has learned since.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MindFacts {
    /// The version; 0 is the catalogue alone.
    pub number: u32,
    /// Messages of the site that it learned from.
    pub taught: u64,
    /// Cases that corrected it since.
    pub corrections: usize,
    /// What people decided on matters that would have gone, or went, by themselves.
    pub checked: Checked,
    /// The sample shows that its line does not hold: nothing goes by itself.
    pub broken: bool,
}

/// A case to learn from: what was said, and the kind that people gave it in the end.
#[derive(Debug, Clone)]
pub struct Lesson {
    /// The title, where there is one.
    pub title: Option<String>,
    /// The text.
    pub text: String,
    /// The kind.
    pub kind: KindCode,
}

impl Cases {
    async fn mind(&self) -> Result<&Mutex<Mind>, StoreError> {
        let (catalogue, register) = (self.catalogue(), self.places.register());
        let trained = self.advisor.trained.read().unwrap_or_else(PoisonError::into_inner).clone();
        let make = || async move {
            let made = tokio::task::spawn_blocking(move || {
                let tokenizer = Arc::new(site_tokenizer(&register));
                let trained = trained.map_or_else(|| Trained::by_catalogue(&catalogue, &tokenizer), Ok);
                trained.map(|trained| Mutex::new(Mind::new(register, tokenizer, trained)))
            });
            // The embedded catalogue always teaches something; a panic in there is a bug of the engine.
            made.await.ok().and_then(Result::ok).ok_or_else(|| StoreError::corrupt("catalogue", "words", "all"))
        };
        self.advisor.mind.get_or_try_init(make).await
    }

    /// Reads by the names and words of today: a road, a nickname that was approved, another name of an area.
    async fn know_words(&self) -> Result<(), StoreError> {
        let register = self.places.register();
        if self.mind().await?.lock().await.reads_by(&register) {
            return Ok(());
        }
        let (made, register) = (Arc::clone(&register), register);
        let tokenizer = tokio::task::spawn_blocking(move || site_tokenizer(&made)).await;
        // A panic in there is a bug of the engine: what was known stays.
        if let Ok(tokenizer) = tokenizer {
            self.mind().await?.lock().await.read_by(register, Arc::new(tokenizer));
        }
        Ok(())
    }

    /// Reads one step further in what happened; whether there is more. For a worker; pages catch up by themselves.
    pub async fn learn_on(&self) -> Result<bool, StoreError> {
        self.know_words().await?;
        let mut mind = self.mind().await?.lock().await;
        if let Some(after) = mind.rows_after().cloned() {
            let read = self.db.read(move |tx| async move {
                let rows = rows::lists::all_after(&tx, &after, STEP).await?;
                let last = rows.last().map(|row| row.id.clone());
                let cases = rows.into_iter().map(rows::record::Stored::try_from).collect::<Result<Vec<_>, _>>()?;
                let said = rows::private::find_many(&tx, cases.iter().map(|stored| stored.case.id)).await?;
                Ok::<_, StoreError>((last, cases, said))
            });
            let (last, cases, said) = read.await?;
            for stored in &cases {
                mind.see(&stored.case, said.get(&stored.case.id.to_string()));
            }
            mind.rows_read(last);
            return Ok(true);
        }
        let (journal, position) = (self.journal.clone(), mind.position);
        let read = self.db.read(move |tx| async move {
            let placed = journal.read_after(&tx, position, STEP).await?;
            let last = placed.last().map(|(position, _)| *position);
            let mut events: Vec<(CaseId, CaseEvent)> = Vec::new();
            for (_, event) in placed.into_iter().filter(|(_, event)| event.kind.starts_with("case.")) {
                let Ok(id) = event.stream.0.parse::<CaseId>() else { continue };
                // What cannot be read is doctor's to name; a proposal can do without it.
                if let Ok(event) = serde_json::from_str(&event.public) {
                    events.push((id, event));
                }
            }
            let mut ids: Vec<CaseId> = events.iter().map(|(id, _)| *id).collect();
            ids.sort_unstable();
            ids.dedup();
            let cases = rows::lists::with_ids(&tx, rows::scope::everything(), ids.iter().copied()).await?;
            let said = rows::private::find_many(&tx, ids).await?;
            Ok::<_, StoreError>((last, events, cases, said))
        });
        let (last, events, cases, said) = read.await?;
        let Some(last) = last else { return Ok(false) };
        let cases: HashMap<CaseId, Case> = cases.into_iter().map(|stored| (stored.case.id, stored.case)).collect();
        let catalogue = self.catalogue();
        for (id, event) in &events {
            if let Some(case) = cases.get(id) {
                mind.hear(&catalogue, case, said.get(&id.to_string()), event);
            }
        }
        for case in cases.values() {
            mind.see(case, said.get(&case.id.to_string()));
        }
        mind.position = last;
        Ok(true)
    }

    async fn catch_up(&self) -> Result<(), StoreError> {
        for _ in 0..STEPS_OF_A_PAGE {
            if !self.learn_on().await? {
                break;
            }
        }
        Ok(())
    }

    /// What is proposed for each of these, without reasons: for a list.
    pub(crate) async fn offers(&self, texts: &[Option<&Said>]) -> Result<Vec<Offer>, StoreError> {
        self.catch_up().await?;
        let (mind, catalogue) = (self.mind().await?.lock().await, self.catalogue());
        Ok(texts.iter().map(|said| mind.offer(&catalogue, *said, false)).collect())
    }

    /// What is proposed for a text, with its reasons.
    pub(crate) async fn offer(&self, said: Option<&Said>) -> Result<Offer, StoreError> {
        self.catch_up().await?;
        Ok(self.mind().await?.lock().await.offer(&self.catalogue(), said, true))
    }

    /// The units that had cases of these kinds, and how it went: in all, and in this area.
    pub(crate) async fn past(
        &self,
        kinds: &[KindCode],
        area: Option<&AreaCode>,
    ) -> Result<HashMap<KindCode, Vec<(kernel::UnitCode, Past)>>, StoreError> {
        let mind = self.mind().await?.lock().await;
        Ok(kinds.iter().map(|kind| (kind.clone(), mind.past(kind, area))).collect())
    }

    /// Cases like this one that the grant reaches, the likest first. What is sealed is never among them, nor what was merged away.
    pub(crate) async fn similar_to(&self, grant: &Granted<ReadCase>, case: &Case, said: Option<&Said>) -> Result<Vec<Alike>, ChangeError> {
        let Some(said) = said.filter(|_| !case.erased) else { return Ok(Vec::new()) };
        self.catch_up().await?;
        let mut hits = self.mind().await?.lock().await.alike(case, said, LOOKED_AT);
        hits.retain(|(_, hit)| hit.text >= if hit.same_place { ALIKE_HERE_FROM } else { ALIKE_FROM });
        let (scope, ids) = (self.scope_of(grant.scopes()), hits.iter().map(|(id, _)| *id).collect::<Vec<_>>());
        let read = self.db.read(move |tx| async move {
            let rows = rows::lists::with_ids(&tx, scope, ids).await?;
            let said = rows::private::find_many(&tx, rows.iter().map(|stored| stored.case.id)).await?;
            Ok::<_, ChangeError>((rows, said))
        });
        let (rows, mut texts) = read.await?;
        let mut rows: HashMap<CaseId, Case> = rows.into_iter().map(|stored| (stored.case.id, stored.case)).collect();
        let mut alike = Vec::new();
        for (id, hit) in hits {
            let Some(other) = rows.remove(&id) else { continue };
            if other.sealed || other.erased || other.state.name() == StateName::Merged {
                continue;
            }
            alike.push(Alike {
                said: texts.remove(&id.to_string()),
                text: hit.text,
                same_place: hit.same_place,
                days: hit.days,
                joinable: case.may_merge_into(&other).is_ok(),
                case: other,
            });
            if alike.len() == ALIKE {
                break;
            }
        }
        Ok(alike)
    }

    /// Lets another model answer from now on.
    pub async fn take_model(&self, trained: Option<Trained>) -> Result<(), StoreError> {
        self.advisor.trained.write().unwrap_or_else(PoisonError::into_inner).clone_from(&trained);
        let Some(mind) = self.advisor.mind.get() else { return Ok(()) };
        let trained = if let Some(trained) = trained {
            trained
        } else {
            let (catalogue, register) = (self.catalogue(), self.places.register());
            let made = tokio::task::spawn_blocking(move || Trained::by_catalogue(&catalogue, &site_tokenizer(&register)));
            made.await.ok().and_then(Result::ok).ok_or_else(|| StoreError::corrupt("catalogue", "words", "all"))?
        };
        mind.lock().await.take(trained);
        Ok(())
    }

    /// Which model answers now.
    pub async fn mind_facts(&self) -> Result<MindFacts, StoreError> {
        self.catch_up().await?;
        let mind = self.mind().await?.lock().await;
        let trained = mind.trained();
        let checked = mind.checked();
        let broken = trained.proven.as_ref().is_some_and(|proven| proven.line.broken(checked.right, checked.all));
        Ok(MindFacts { number: trained.number, taught: trained.taught, corrections: mind.corrections(), checked, broken })
    }

    /// The position of the newest event that has one: up to there [`Cases::lessons`] know everything.
    pub async fn newest_position(&self) -> Result<i64, StoreError> {
        let journal = self.journal.clone();
        let head = self.db.read(move |tx| async move { journal.head(&tx).await }).await?;
        Ok(head.last_position())
    }

    /// Cases to learn from, a step at a time in the order of receipt: those that people dispatched, with the kind they have now. What
    /// is sealed, erased or came merged teaches nothing, nor does what a program decided alone: it would learn its own opinion. `None` after the last.
    pub async fn lessons(&self, after: &str) -> Result<(Option<String>, Vec<Lesson>), StoreError> {
        let after = after.to_owned();
        self.db
            .read(move |tx| async move {
                let rows = rows::lists::all_after(&tx, &after, STEP).await?;
                let last = rows.last().map(|row| row.id.clone());
                let cases = rows.into_iter().map(rows::record::Stored::try_from).collect::<Result<Vec<_>, _>>()?;
                let mut said = rows::private::find_many(&tx, cases.iter().map(|stored| stored.case.id)).await?;
                let lessons = cases
                    .into_iter()
                    .filter(|stored| stored.case.dispatches > 0 && stored.case.course.automatic.is_none())
                    .filter(|stored| !stored.case.sealed && !stored.case.erased)
                    .filter_map(|stored| {
                        let said = said.remove(&stored.case.id.to_string())?;
                        Some(Lesson { title: said.title, text: said.text, kind: stored.case.kind? })
                    });
                Ok((last, lessons.collect()))
            })
            .await
    }
}
