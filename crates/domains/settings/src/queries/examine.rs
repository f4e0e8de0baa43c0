//! The settings' part of `doctor`: proposals and values are the fold of the journal, nothing less and nothing more.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use journal::{Finding, Stream};
use kernel::{Timestamp, format};
use places::{Amendment, HeldWord, Holdings, LocalWord, WordChange};
use store::{StoreError, Tx};

use crate::commands::take::{self, Taken};
use crate::events::{from_journal, stream};
use crate::model::{Proposal, Setting, Status, Timeline};
use crate::rows;
use crate::rows::proposal::Stored;
use crate::service::Settings;

impl Settings {
    /// Compares both tables with the events.
    pub async fn examine(&self) -> Result<Vec<Finding>, StoreError> {
        let settings = self.clone();
        self.0.parts.db.read(move |tx| async move { settings.examine_in(&tx).await }).await
    }

    async fn examine_in(&self, tx: &Tx) -> Result<Vec<Finding>, StoreError> {
        let mut findings = Vec::new();
        let register = match self.0.parts.places.holdings(tx).await {
            Ok(register) => register,
            Err(error @ StoreError::Corrupt { .. }) => {
                findings.push(Finding::new("place_county", "-", error.to_string()));
                None
            }
            Err(error) => return Err(error),
        };
        let mut told: BTreeMap<Stream, Option<Proposal>> = BTreeMap::new();
        let mut decided: Vec<Setting> = Vec::new();
        let mut words: Vec<((Timestamp, u32), WordChange)> = Vec::new();
        let mut amendments: Vec<(Amendment, Date)> = Vec::new();
        for stream in self.0.parts.journal.streams_that_begin_with(tx, "settings.proposed").await? {
            let folded = self.folded(tx, &stream).await?;
            if let Some(proposal) = folded.as_ref().filter(|proposal| is_missing(proposal, register.as_ref())) {
                findings.push(Finding::new("settings_proposal", proposal.number, "the register does not hold what was approved"));
            }
            if folded.as_ref().and_then(Proposal::calendar_change).is_some_and(|change| change.is_err()) {
                findings.push(Finding::new("settings_proposal", &stream.0, "its calendar cannot be read"));
            }
            if let Some(amended) = folded.as_ref().and_then(amended) {
                amendments.push(amended);
            }
            words.extend(folded.as_ref().and_then(approved_words));
            decided.extend(folded.iter().flat_map(|proposal| proposal.settings().unwrap_or_default()));
            told.insert(stream, folded);
        }
        let approved: Vec<(&Amendment, Date)> = amendments.iter().map(|(amendment, from)| (amendment, *from)).collect();
        for (table, code) in register.iter().flat_map(|register| register.unsaid(&approved)) {
            findings.push(Finding::new(table, code, "no approved proposal says so"));
        }
        if let Some(register) = &register {
            findings.extend(self.otherwise_begun(tx, register).await?);
            words.sort_by_key(|(when, _)| *when);
            findings.extend(differing_words(&words, &register.words));
        }
        for row in rows::proposal::all_raw(tx).await? {
            let number = row.number;
            let mut find = |what: String| findings.push(Finding::new("settings_proposal", number, what));
            match Stored::try_from(row) {
                Err(error) => find(error.to_string()),
                Ok(stored) => match told.remove(&stream(stored.id)) {
                    Some(Some(folded)) if folded == stored.proposal => {}
                    Some(Some(_)) => find("it is not the fold of its events".to_owned()),
                    Some(None) => find("its events do not make a proposal".to_owned()),
                    None => find("it has no events".to_owned()),
                },
            }
        }
        for (stream, _) in told {
            findings.push(Finding::new("settings_proposal", &stream.0, "its events have no row"));
        }
        match rows::value::timeline(tx).await {
            Err(error) => findings.push(Finding::new("settings_value", "-", error.to_string())),
            Ok(stored) => compare(&Timeline::new(decided), &stored, &mut findings),
        }
        Ok(findings)
    }

    /// Rows of the register that are neither what the county's file said nor decided since.
    async fn otherwise_begun(&self, tx: &Tx, register: &Holdings) -> Result<Vec<Finding>, StoreError> {
        let Some(story) = self.0.parts.journal.history_if_sound(tx, &Stream::of(take::STREAM)).await? else { return Ok(Vec::new()) };
        let Some(taken) = Taken::read(&story) else {
            let what = "no event says what the register began with; `lianxin migrate` writes one";
            return Ok(vec![Finding::new("place_county", &register.county.code, what)]);
        };
        let differing = taken.differing(&Taken::from(register)).into_iter();
        Ok(differing.map(|(table, name)| Finding::new(table, name, "it is not what the register began with")).collect())
    }

    async fn folded(&self, tx: &Tx, stream: &Stream) -> Result<Option<Proposal>, StoreError> {
        let Some(opened) = self.0.parts.journal.history_if_sound(tx, stream).await? else { return Ok(None) };
        Ok(opened.iter().map(from_journal).collect::<Result<Vec<_>, _>>().ok().and_then(Proposal::fold))
    }
}

/// What an approved proposal says of the register, and from which day.
fn amended(proposal: &Proposal) -> Option<(Amendment, Date)> {
    let (Status::Approved { effective_at }, Some(amendment)) = (proposal.status, proposal.body.amendment()) else { return None };
    Some((amendment.clone(), format::local_date(effective_at)))
}

/// Whether the register lacks what an approved proposal says of it.
fn is_missing(proposal: &Proposal, register: Option<&Holdings>) -> bool {
    let Some((amendment, from)) = amended(proposal) else { return false };
    !register.is_some_and(|register| amendment.stands_in(register, from))
}

/// The words of an approved proposal, with what orders it among the others.
fn approved_words(proposal: &Proposal) -> Option<((Timestamp, u32), WordChange)> {
    let Status::Approved { .. } = proposal.status else { return None };
    let at = proposal.decision.as_ref()?.at;
    Some(((at, proposal.number), proposal.body.words()?.clone()))
}

/// Words of the dictionary that are not what was approved: a meaning, a day, one too many, one missing.
fn differing_words(approved: &[((Timestamp, u32), WordChange)], held: &[HeldWord]) -> Vec<Finding> {
    type Told = (LocalWord, Date, Option<Date>);
    let mut told: BTreeMap<String, Told> = BTreeMap::new();
    for ((at, _), change) in approved {
        let day = format::local_date(*at);
        for word in &change.end {
            if let Some((_, _, until)) = told.get_mut(word) {
                *until = Some(day);
            }
        }
        told.extend(change.add.iter().map(|new| (new.word.clone(), (new.clone(), day, None))));
    }
    let stored: BTreeMap<String, Told> =
        held.iter().map(|held| (held.word.word.clone(), (held.word.clone(), held.since, held.until))).collect();
    let words: BTreeSet<&String> = told.keys().chain(stored.keys()).collect();
    let differ = words.into_iter().filter(|word| told.get(*word) != stored.get(*word));
    differ.map(|word| Finding::new("place_word", word, "the dictionary does not hold what was approved")).collect()
}

fn compare(told: &Timeline, stored: &Timeline, findings: &mut Vec<Finding>) {
    let name = |setting: &Setting| format!("{} {} {}", setting.proposal, setting.key, setting.scope);
    for setting in stored.settings().iter().filter(|setting| !told.settings().contains(setting)) {
        findings.push(Finding::new("settings_value", name(setting), "no approved proposal says so"));
    }
    for setting in told.settings().iter().filter(|setting| !stored.settings().contains(setting)) {
        findings.push(Finding::new("settings_value", name(setting), "an approved value is missing"));
    }
}
