//! The cases' part of `doctor`: every case is the fold of its events, and says what was said.

use std::collections::{HashMap, HashSet};

use journal::{Finding, Opened, Stream};
use kernel::CaseId;
use store::{StoreError, Tx};

use crate::commands::on_call;
use crate::events::{Entry, from_journal};
use crate::model::{Case, CaseEvent, Duty};
use crate::rows;
use crate::rows::private::Said;
use crate::rows::record::Stored;
use crate::service::Cases;

/// Cases read at a time.
const STEP: u64 = 500;

impl Cases {
    /// Compares every case with the fold of its events. A stream without a case, or a case without a stream, is found too.
    pub async fn examine(&self) -> Result<Vec<Finding>, StoreError> {
        let mut findings = Vec::new();
        let mut after = String::new();
        loop {
            let (cases, from) = (self.clone(), after.clone());
            let (last, mut found) = self.db.read(move |tx| async move { cases.examine_step(&tx, &from).await }).await?;
            findings.append(&mut found);
            match last {
                Some(id) => after = id,
                None => break,
            }
        }
        let cases = self.clone();
        findings.extend(self.db.read(move |tx| async move { cases.examine_streams(&tx).await }).await?);
        let cases = self.clone();
        findings.extend(self.db.read(move |tx| async move { cases.examine_on_call(&tx).await }).await?);
        let cases = self.clone();
        findings.extend(self.db.read(move |tx| async move { cases.examine_looks(&tx).await }).await?);
        let cases = self.clone();
        findings.extend(self.db.read(move |tx| async move { cases.examine_warrants(&tx).await }).await?);
        let cases = self.clone();
        findings.extend(self.db.read(move |tx| async move { cases.examine_samples(&tx).await }).await?);
        Ok(findings)
    }

    /// Every case that somebody filed is there.
    async fn examine_streams(&self, tx: &Tx) -> Result<Vec<Finding>, StoreError> {
        let mut findings = Vec::new();
        let told = self.journal.streams_that_begin_with(tx, "case.submitted").await?;
        for part in told.chunks(1000) {
            let ids: Vec<CaseId> = part.iter().filter_map(|stream| stream.0.parse().ok()).collect();
            let there: HashSet<CaseId> = rows::lists::there(tx, &ids).await?.into_iter().collect();
            findings.extend(
                ids.iter()
                    .filter(|id| !there.contains(id))
                    .map(|id| Finding::new("case_record", id, "its events are there, and it is gone")),
            );
        }
        Ok(findings)
    }

    /// The list of who is called is what its last event says.
    async fn examine_on_call(&self, tx: &Tx) -> Result<Option<Finding>, StoreError> {
        let found = |what: String| Some(Finding::new("case_on_call", on_call::STREAM, what));
        let (duties, version) = match rows::on_call::read(tx).await {
            Err(error @ StoreError::Corrupt { .. }) => return Ok(found(error.to_string())),
            read => read?,
        };
        let story = self.journal.history(tx, &Stream::of(on_call::STREAM)).await?;
        let told =
            story.last().map_or(Ok(Vec::new()), |last| serde_json::from_value(last.public.get("duties").cloned().unwrap_or_default()));
        let same = told.is_ok_and(|told: Vec<Duty>| told == duties) && i64::try_from(story.len()).is_ok_and(|count| count == version);
        Ok(if same { None } else { found("it is not what its events say".to_owned()) })
    }

    async fn examine_step(&self, tx: &Tx, after: &str) -> Result<(Option<String>, Vec<Finding>), StoreError> {
        let mut findings = Vec::new();
        let rows = rows::lists::all_after(tx, after, STEP).await?;
        let last = rows.last().map(|row| row.id.clone());
        let read: Vec<_> = rows.into_iter().map(|row| (Stored::try_from(row.clone()), row)).collect();
        let ids: Vec<CaseId> = read.iter().filter_map(|(stored, _)| stored.as_ref().ok().map(|stored| stored.case.id)).collect();
        let streams: Vec<Stream> = ids.iter().map(Stream::of).collect();
        let mut histories = self.journal.histories(tx, &streams).await?;
        let alarm = |row: rows::alarm::Model| (row.id, AlarmRow { raised_at: row.raised_at, answered: (row.answered_by, row.answered_at) });
        let mut alarms: HashMap<String, AlarmRow> = rows::alarm::find_many(tx, &ids).await?.into_iter().map(alarm).collect();
        let said = rows::private::find_many(tx, ids.iter().copied()).await?;
        let mut assists = rows::assist::of_cases(tx, &ids).await?;
        for (stored, row) in read {
            let mut name = |what: String| findings.push(Finding::new("case_record", &row.number, what));
            match stored {
                Err(error) => name(error.to_string()),
                Ok(stored) => {
                    let id = stored.case.id;
                    let misfiled = rows::record::misfiled(&row, &stored.case, &self.limits_of(&stored.case))?;
                    if !misfiled.is_empty() {
                        name(format!("it is filed under what it does not say: {}", misfiled.join(", ")));
                    }
                    let helping: HashSet<String> = stored.case.assisting().into_iter().map(ToString::to_string).collect();
                    if assists.remove(&id.to_string()).unwrap_or_default() != helping {
                        name("the units that help with it are not those of its events".to_owned());
                    }
                    let history = histories.remove(&Stream::of(id)).unwrap_or_else(|| Ok(Vec::new()));
                    for what in self.compare(&stored, history, said.get(&id.to_string()), alarms.remove(&id.to_string()).as_ref())? {
                        name(what);
                    }
                }
            }
        }
        Ok((last, findings))
    }

    fn compare(
        &self,
        stored: &Stored,
        history: Result<Vec<Opened>, StoreError>,
        said: Option<&Said>,
        alarm: Option<&AlarmRow>,
    ) -> Result<Vec<String>, StoreError> {
        let case = &stored.case;
        let opened = match history {
            Ok(opened) => opened,
            Err(error @ StoreError::Corrupt { .. }) => return Ok(vec![error.to_string()]),
            Err(error) => return Err(error),
        };
        let story: Result<Vec<_>, StoreError> = opened.into_iter().map(|opened| from_journal(case.id, opened)).collect();
        let story = match story {
            Ok(story) => story,
            Err(error) => return Ok(vec![error.to_string()]),
        };
        let limits = self.limits_of(case);
        let folded = Case::fold(case.id, story.iter().map(|entry| (&entry.event, entry.at)), &self.calendars(), &limits);
        let mut wrong = Vec::new();
        match folded {
            Err(error) => wrong.push(format!("its events do not make a case: {error}")),
            Ok(folded) if folded != *case => wrong.push(differences(&folded, case)),
            Ok(_) => {}
        }
        let reissued = story.iter().filter(|entry| matches!(entry.event, CaseEvent::CodeReissued { .. })).count();
        if usize::try_from(stored.code_generation).ok() != Some(reissued) {
            wrong.push("its query code was not replaced as often as its events say".to_owned());
        }
        if alarm_of(&story).filter(|_| !case.erased).as_ref() != alarm {
            wrong.push("its alarm is not as its events say".to_owned());
        }
        let sealed = story.first().and_then(|entry| entry.said.clone()).map(|mut said| {
            story.iter().filter_map(|entry| entry.corrected.as_ref()).for_each(|corrected| corrected.apply(&mut said));
            said
        });
        match (case.erased, said, sealed.as_ref()) {
            (true, Some(_), _) => wrong.push("it was erased, but its words are still there".to_owned()),
            (true, None, Some(_)) => wrong.push("it was erased, but its key is still there".to_owned()),
            (false, said, sealed) if said != sealed => wrong.push("its words are not those that were sealed".to_owned()),
            (true, None, None) | (false, _, _) => {}
        }
        Ok(wrong)
    }
}

/// An alarm as its row has it: when it was raised last, and who took it on since, and when.
#[derive(Debug, PartialEq, Eq)]
struct AlarmRow {
    raised_at: i64,
    answered: (Option<String>, Option<i64>),
}

/// The alarm that the events of a case make; `None` where nothing was alarming.
fn alarm_of(story: &[Entry]) -> Option<AlarmRow> {
    story.iter().fold(None, |alarm, entry| {
        let at = entry.at.as_millisecond();
        match &entry.event {
            CaseEvent::Alarmed => Some(AlarmRow { raised_at: at, answered: (None, None) }),
            CaseEvent::AlarmAnswered => {
                let by = entry.actor.account().map(|account| account.to_string());
                alarm.map(|alarm: AlarmRow| AlarmRow { answered: (by, Some(at)), ..alarm })
            }
            _ => alarm,
        }
    })
}

/// Names what differs, without a word of content.
fn differences(folded: &Case, stored: &Case) -> String {
    let mut names = Vec::new();
    let mut compare = |name: &'static str, same: bool| {
        if !same {
            names.push(name);
        }
    };
    compare("version", folded.version == stored.version);
    compare("intake", folded.intake == stored.intake);
    compare("area", folded.area == stored.area);
    compare("kind", folded.kind == stored.kind);
    compare("case_type", folded.case_type == stored.case_type);
    compare("complexity", folded.complexity == stored.complexity);
    compare("urgent", folded.urgent == stored.urgent);
    compare("state", folded.state == stored.state);
    compare("clocks", folded.clocks == stored.clocks);
    compare("first_contact_at", folded.first_contact_at == stored.first_contact_at);
    compare("counts", (folded.dispatches, folded.reopenings) == (stored.dispatches, stored.reopenings));
    compare("outcome", (folded.outcome, folded.answered_at) == (stored.outcome, stored.answered_at));
    compare("rating", folded.rating == stored.rating);
    compare("reachable", folded.reachable == stored.reachable);
    compare("sealed", (folded.sealed, &folded.against) == (stored.sealed, &stored.against));
    compare("pending", folded.pending == stored.pending);
    compare("course", folded.course == stored.course);
    compare("erased", folded.erased == stored.erased);
    format!("it is not the fold of its events: {}", names.join(", "))
}
