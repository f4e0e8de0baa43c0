//! Another text model answers: an administrator says which, and why.

use identity::Granted;
use journal::{Envelope, NewEvent, Stream};
use kernel::problem::FieldFault;
use kernel::{SubjectId, Timestamp};
use serde_json::json;
use store::StoreError;

use crate::errors::ChangeError;
use crate::permissions::{TakeModel, ViewModels};
use crate::ports::{ModelCard, ShelfError};
use crate::service::Cases;

/// The stream of what answered when.
pub(crate) const STREAM: &str = "text_model";

/// Its events have no private part; the journal still wants a key for one.
const SUBJECT: [u8; 16] = *b"county: models..";

/// Most characters of a reason.
const LONGEST: usize = 500;

/// The text models, as the page shows them.
#[derive(Debug, Clone)]
pub struct ModelsNow {
    /// The version that answers; 0 is the catalogue alone.
    pub answers: u32,
    /// What is kept, the newest last.
    pub cards: Vec<ModelCard>,
    /// The version that answered before; `None` where nothing did.
    pub before: Option<u32>,
    /// How often another was let answer: what a form has seen.
    pub version: i64,
}

/// Which version is to answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Turn {
    /// This one; 0 is the catalogue alone.
    To(u32),
    /// The one that answered before.
    Back,
}

fn shelf(error: ShelfError) -> ChangeError {
    match error {
        ShelfError::NoSuch(_) => ChangeError::field("model", "unknown"),
        ShelfError::Broken(source) => {
            tracing::error!(error = &*source as &dyn std::error::Error, "the text models could not be read or set");
            ChangeError::Shelf
        }
    }
}

impl Cases {
    /// The text models and which of them answers.
    pub async fn models(&self, _grant: &Granted<ViewModels>) -> Result<ModelsNow, ChangeError> {
        let held = std::sync::Arc::clone(&self.shelf);
        // Files of some hundred bytes: read beside the others nevertheless.
        let read = move || Ok::<_, ShelfError>((held.cards()?, held.before()?));
        let ((answers, cards), before) = tokio::task::spawn_blocking(read).await.map_err(|_| ChangeError::Shelf)?.map_err(shelf)?;
        let journal = self.journal.clone();
        let version =
            self.db.read(move |tx| async move { Ok::<_, StoreError>(journal.history(&tx, &Stream::of(STREAM)).await?.len()) }).await?;
        let version = i64::try_from(version).unwrap_or(i64::MAX);
        Ok(ModelsNow { answers, cards, before, version })
    }

    /// Lets version `number` answer from now on; 0 is the catalogue alone. The journal says who did and why before the file does: a
    /// change without its reason would be worse than a reason without its change, which is simply given again.
    pub async fn let_answer(&self, grant: &Granted<TakeModel>, number: u32, reason: &str, seen: i64) -> Result<(), ChangeError> {
        self.turn(grant, Turn::To(number), reason, seen).await
    }

    /// Lets the version answer that answered before, under the same rules.
    pub async fn answer_as_before(&self, grant: &Granted<TakeModel>, reason: &str, seen: i64) -> Result<(), ChangeError> {
        self.turn(grant, Turn::Back, reason, seen).await
    }

    async fn turn(&self, grant: &Granted<TakeModel>, turn: Turn, reason: &str, seen: i64) -> Result<(), ChangeError> {
        if let Err(error) = kernel::text::check_optional(reason, LONGEST) {
            return Err(ChangeError::Invalid(vec![FieldFault { field: "why", code: error.code() }]));
        }
        if reason.trim().is_empty() {
            return Err(ChangeError::field("why", "empty"));
        }
        let held = std::sync::Arc::clone(&self.shelf);
        // What cannot be read must not answer.
        let read = move || {
            let number = match turn {
                Turn::To(number) => Some(number),
                Turn::Back => held.before()?,
            };
            number.map(|number| Ok::<_, ShelfError>((number, held.read(number)?))).transpose()
        };
        let found = tokio::task::spawn_blocking(read).await.map_err(|_| ChangeError::Shelf)?.map_err(shelf)?;
        let (number, trained) = found.ok_or_else(|| ChangeError::field("model", "none_before"))?;
        let now: Timestamp = self.clock.now();
        let envelope = Envelope { source: self.source, ..Envelope::live(grant.actor().clone(), grant.request_id(), now) };
        let (journal, reason) = (self.journal.clone(), reason.to_owned());
        self.db
            .write(move |tx| {
                let (journal, envelope, reason) = (journal.clone(), envelope.clone(), reason.clone());
                async move {
                    let stream = Stream::of(STREAM);
                    if i64::try_from(journal.history(&tx, &stream).await?.len()) != Ok(seen) {
                        return Err(ChangeError::Store(StoreError::Stale));
                    }
                    let event = NewEvent {
                        kind: "text_model.taken",
                        kind_version: 1,
                        occurred_at: None,
                        public: json!({ "number": number }),
                        private: serde_json::Value::Null,
                        reason: Some(reason),
                    };
                    journal.append(&tx, &envelope, &stream, SubjectId::from_bytes(SUBJECT), seen, vec![event]).await?;
                    Ok::<_, ChangeError>(())
                }
            })
            .await?;
        let held = std::sync::Arc::clone(&self.shelf);
        let set = move || match turn {
            Turn::To(number) => held.take(number),
            Turn::Back => held.back(number),
        };
        tokio::task::spawn_blocking(set).await.map_err(|_| ChangeError::Shelf)?.map_err(shelf)?;
        self.take_model(trained).await?;
        Ok(())
    }
}
