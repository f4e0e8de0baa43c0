//! The part of `doctor` for looks, warrants and samples: each row is what its events say, and no event is without its row.

use std::collections::BTreeSet;

use journal::{Finding, Opened, Stream};
use serde_json::json;
use store::{StoreError, Tx};

use crate::commands::{look, warrant};
use crate::model::{Look, Sample, Warrant, WarrantEvent};
use crate::rows;
use crate::service::Cases;

/// Rows read at a time.
const STEP: u64 = 500;

/// The story of a stream, or what is wrong with it.
fn told(history: Option<Result<Vec<Opened>, StoreError>>) -> Result<Result<Vec<Opened>, String>, StoreError> {
    match history {
        None => Ok(Ok(Vec::new())),
        Some(Ok(story)) => Ok(Ok(story)),
        Some(Err(error @ StoreError::Corrupt { .. })) => Ok(Err(error.to_string())),
        Some(Err(error)) => Err(error),
    }
}

impl Cases {
    /// Every look that is journalled is the one of its event; no look was taken out.
    pub(super) async fn examine_looks(&self, tx: &Tx) -> Result<Vec<Finding>, StoreError> {
        let mut findings = Vec::new();
        let mut known = BTreeSet::new();
        let mut after = String::new();
        loop {
            let rows = rows::look::all_after(tx, &after, STEP).await?;
            let Some(last) = rows.last() else { break };
            after.clone_from(&last.id);
            let mut looks = Vec::with_capacity(rows.len());
            for row in rows {
                let id = row.id.clone();
                match Look::try_from(row) {
                    Ok(look) if look.is_journalled() => looks.push(look),
                    Ok(_) => {}
                    Err(error @ StoreError::Corrupt { .. }) => findings.push(Finding::new("case_look", id, error.to_string())),
                    Err(error) => return Err(error),
                }
            }
            let streams: Vec<Stream> = looks.iter().map(|look| Stream::of(look.id)).collect();
            let mut histories = self.journal.histories(tx, &streams).await?;
            for look in looks {
                let stream = Stream::of(look.id);
                let same = match told(histories.remove(&stream))? {
                    Ok(story) => {
                        story.len() == 1
                            && story.iter().all(|one| serde_json::from_value::<Look>(one.public.clone()).is_ok_and(|told| told == look))
                    }
                    Err(_) => false,
                };
                if !same {
                    findings.push(Finding::new("case_look", look.id, "it is not what its event says"));
                }
                known.insert(look.id.to_string());
            }
        }
        for stream in self.journal.streams_that_begin_with(tx, look::KIND).await? {
            if !known.contains(&stream.0) {
                findings.push(Finding::new("case_look", stream.0, "its event has no row"));
            }
        }
        Ok(findings)
    }

    /// Every warrant is the fold of its events.
    pub(super) async fn examine_warrants(&self, tx: &Tx) -> Result<Vec<Finding>, StoreError> {
        let mut findings = Vec::new();
        let mut known = BTreeSet::new();
        let mut after = String::new();
        loop {
            let rows = rows::warrant::all_after(tx, &after, STEP).await?;
            let Some(last) = rows.last() else { break };
            after.clone_from(&last.id);
            let streams: Vec<Stream> = rows.iter().map(|row| Stream::of(&row.id)).collect();
            let mut histories = self.journal.histories(tx, &streams).await?;
            for row in rows {
                let id = row.id.clone();
                known.insert(id.clone());
                let folded = told(histories.remove(&Stream::of(&id)))?.ok().and_then(|story| fold(&id, &story));
                let same = match Warrant::try_from(row) {
                    Ok(warrant) => folded.is_some_and(|folded| folded == warrant),
                    Err(StoreError::Corrupt { .. }) => false,
                    Err(error) => return Err(error),
                };
                if !same {
                    findings.push(Finding::new("case_warrant", id, "it is not what its events say"));
                }
            }
        }
        for stream in self.journal.streams_that_begin_with(tx, "warrant.asked").await? {
            if !known.contains(&stream.0) {
                findings.push(Finding::new("case_warrant", stream.0, "its events have no row"));
            }
        }
        Ok(findings)
    }

    /// Every sample opens what was drawn, to whom it was drawn for, until the end that was set.
    pub(super) async fn examine_samples(&self, tx: &Tx) -> Result<Vec<Finding>, StoreError> {
        let mut findings = Vec::new();
        let known: BTreeSet<String> = rows::sample::all(tx).await?.into_iter().collect();
        for id in &known {
            let story = self.journal.history(tx, &Stream::of(id)).await;
            let story = told(Some(story))?;
            let stored = match id.parse() {
                Ok(sample) => match rows::sample::find(tx, sample).await {
                    Ok(found) => found,
                    Err(StoreError::Corrupt { .. }) => None,
                    Err(error) => return Err(error),
                },
                Err(_) => None,
            };
            let same = stored.zip(story.ok()).is_some_and(|((sample, cases), story)| is_told(&sample, &json!(cases), &story));
            if !same {
                findings.push(Finding::new("case_sampled", id, "it is not what its events say"));
            }
        }
        for stream in self.journal.streams_that_begin_with(tx, warrant::DRAWN).await? {
            if !known.contains(&stream.0) {
                findings.push(Finding::new("case_sampled", stream.0, "its events have no row"));
            }
        }
        Ok(findings)
    }
}

fn fold(id: &str, story: &[Opened]) -> Option<Warrant> {
    let events =
        story.iter().map(|opened| Some((serde_json::from_value::<WarrantEvent>(opened.public.clone()).ok()?, opened.event.occurred_at)));
    let mut folded: Option<Warrant> = None;
    for event in events {
        let (event, at) = event?;
        match &mut folded {
            None => folded = Some(Warrant::begun(id.parse().ok()?, &event, at)?),
            Some(warrant) => warrant.apply(&event, at).ok()?,
        }
    }
    folded
}

/// Whether the events of a sample say what its rows say. Its cases stand in the order of their ids in both.
fn is_told(sample: &Sample, cases: &serde_json::Value, story: &[Opened]) -> bool {
    let (Some(drawn), ended) = (story.first(), story.get(1)) else { return false };
    let until = ended.unwrap_or(drawn).public.get("until").and_then(serde_json::Value::as_i64);
    story.len() <= 2
        && drawn.event.kind == warrant::DRAWN
        && ended.is_none_or(|ended| ended.event.kind == warrant::ENDED)
        && drawn.public.get("cases") == Some(cases)
        && drawn.public.get("reader") == Some(&json!(sample.reader))
        && drawn.event.actor.account() == Some(sample.drawn_by)
        && drawn.event.occurred_at == sample.drawn_at
        && until == Some(sample.until.as_millisecond())
}
