//! Whether people write of other things, or in other words, than when the model that answers was trained. Nothing of it is stored: each
//! copy of the program looks again once a day and after another model has been taken.

use std::collections::BTreeMap;
use std::sync::PoisonError;

use jiff::SignedDuration;
use kernel::{KindCode, Timestamp};
use store::StoreError;
use text::{DriftCause, DriftVerdict, Limits, Profile, drift};

use super::propose;
use crate::rows;
use crate::service::Cases;

/// What is looked at: so many days back, but never before the training.
const WINDOW: SignedDuration = SignedDuration::from_hours(28 * 24);

/// And no more matters than these, the newest.
const MOST: u64 = 5_000;

/// A kind's part of all first proposals at two times, 0 to 1.
#[derive(Debug, Clone, PartialEq)]
pub struct Moved {
    /// The kind.
    pub kind: KindCode,
    /// In the trial.
    pub then: f64,
    /// Now.
    pub now: f64,
}

/// What a look found.
#[derive(Debug, Clone, PartialEq)]
pub struct Drifted {
    /// The version that was looked at.
    pub model: u32,
    /// When.
    pub at: Timestamp,
    /// How many matters were looked at.
    pub matters: u64,
    /// Whether they are enough to say anything.
    pub enough: bool,
    /// The kinds that moved most; empty where they did not beyond chance.
    pub kinds: Vec<Moved>,
    /// How sure it was of its first proposal in the trial, and is now; `None` where that has not changed.
    pub sure: Option<(f64, f64)>,
}

impl Drifted {
    /// Whether somebody should look.
    pub fn is_alarm(&self) -> bool {
        !self.kinds.is_empty() || self.sure.is_some()
    }
}

impl Cases {
    /// Looks at what people wrote since the training; `None` where the catalogue answers alone or a model came without its trial. For a
    /// worker: some thousand matters are read and proposed for.
    pub async fn look_for_drift(&self) -> Result<Option<Drifted>, StoreError> {
        let (trained, tokenizer) = {
            let mind = self.mind().await?.lock().await;
            (mind.trained().clone(), mind.tokenizer())
        };
        let Some((then, trained_at)) = trained.trial.clone() else {
            self.keep_drift(None);
            return Ok(None);
        };
        let now = self.now();
        let since = now.checked_sub(WINDOW).unwrap_or(trained_at).max(trained_at);
        let said = self
            .db
            .read(move |tx| async move {
                let rows = rows::lists::received_since(&tx, since, MOST).await?;
                let open = rows.iter().filter(|stored| !stored.case.sealed && !stored.case.erased);
                rows::private::find_many(&tx, open.map(|stored| stored.case.id)).await
            })
            .await?;
        let (catalogue, model) = (self.catalogue(), trained.number);
        // What was closed since would look like a change in what people write.
        let mut known = Profile { labels: BTreeMap::new(), sure: then.sure };
        for (label, count) in &then.labels {
            let stands = label.parse().ok().and_then(|code| catalogue.stands_for(&code)).map(|kind| kind.code.to_string());
            *known.labels.entry(stands.unwrap_or_else(|| label.clone())).or_default() += count;
        }
        let looked = tokio::task::spawn_blocking(move || {
            let mut window = Profile::default();
            for said in said.values() {
                let offer = propose(&catalogue, &tokenizer, &trained, said.title.as_deref(), &said.text);
                if let Some(first) = offer.kinds.first() {
                    window.add(first.code.as_str(), first.share);
                }
            }
            window
        });
        // A panic in there is a bug of the engine; nothing is said of drift then.
        let Ok(window) = looked.await else { return Ok(None) };
        let told = drift(&known, &window, &Limits::default());
        let mut found =
            Drifted { model, at: now, matters: window.n(), enough: told.verdict != DriftVerdict::TooFew, kinds: Vec::new(), sure: None };
        let causes = if let DriftVerdict::Changed(causes) = told.verdict { causes } else { Vec::new() };
        for cause in causes {
            match cause {
                DriftCause::Labels(moved) => {
                    let kinds =
                        moved.into_iter().filter_map(|one| Some(Moved { kind: one.label.parse().ok()?, then: one.then, now: one.now }));
                    found.kinds = kinds.collect();
                }
                DriftCause::LessSure { then, now } | DriftCause::OtherwiseSure { then, now } => found.sure = Some((then, now)),
            }
        }
        self.keep_drift(Some(found.clone()));
        Ok(Some(found))
    }

    fn keep_drift(&self, found: Option<Drifted>) {
        *self.advisor.drifted.write().unwrap_or_else(PoisonError::into_inner) = found;
    }

    /// What was last found, by this copy of the program since it started.
    pub fn drifted(&self) -> Option<Drifted> {
        self.advisor.drifted.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}
