//! The cases' part of `doctor`: every case is the fold of its events, and says what was said.

use journal::{Finding, Stream};
use store::{StoreError, Tx};

use crate::events::from_journal;
use crate::model::{Case, Timing};
use crate::rows;
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
                None => return Ok(findings),
            }
        }
    }

    async fn examine_step(&self, tx: &Tx, after: &str) -> Result<(Option<String>, Vec<Finding>), StoreError> {
        let mut findings = Vec::new();
        let mut last = None;
        for row in rows::lists::all_after(tx, after, STEP).await? {
            let (id, number) = (row.id.clone(), row.number.clone());
            last = Some(id);
            let mut name = |what: String| findings.push(Finding::new("case_record", &number, what));
            match Stored::try_from(row) {
                Err(error) => name(error.to_string()),
                Ok(stored) => {
                    for what in self.compare(tx, &stored.case).await? {
                        name(what);
                    }
                }
            }
        }
        Ok((last, findings))
    }

    async fn compare(&self, tx: &Tx, case: &Case) -> Result<Vec<String>, StoreError> {
        let opened = match self.journal.history(tx, &Stream::of(case.id)).await {
            Ok(opened) => opened,
            Err(error @ StoreError::Corrupt { .. }) => return Ok(vec![error.to_string()]),
            Err(error) => return Err(error),
        };
        let story: Result<Vec<_>, StoreError> = opened.into_iter().map(|opened| from_journal(case.id, opened)).collect();
        let story = match story {
            Ok(story) => story,
            Err(error) => return Ok(vec![error.to_string()]),
        };
        let calendar = self.calendar();
        let limits = self.limits_at(case.intake.received_at);
        let folded = Case::fold(case.id, story.iter().map(|entry| (&entry.event, entry.at)), &Timing::by(&calendar), &limits);
        let mut wrong = Vec::new();
        match folded {
            Err(error) => wrong.push(format!("its events do not make a case: {error}")),
            Ok(folded) if folded != *case => wrong.push(differences(&folded, case)),
            Ok(_) => {}
        }
        let said = rows::private::find(tx, case.id).await?;
        let sealed = story.first().and_then(|entry| entry.said.as_ref());
        match (case.erased, &said, sealed) {
            (true, Some(_), _) => wrong.push("it was erased, but its words are still there".to_owned()),
            (true, None, Some(_)) => wrong.push("it was erased, but its key is still there".to_owned()),
            (false, said, sealed) if said.as_ref() != sealed => wrong.push("its words are not those that were sealed".to_owned()),
            (true, None, None) | (false, _, _) => {}
        }
        Ok(wrong)
    }
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
    compare(
        "counts",
        (folded.attempts, folded.dispatches, folded.supplements, folded.reopenings)
            == (stored.attempts, stored.dispatches, stored.supplements, stored.reopenings),
    );
    compare("outcome", (folded.outcome, folded.answered_at) == (stored.outcome, stored.answered_at));
    compare("rating", folded.rating == stored.rating);
    compare("erased", folded.erased == stored.erased);
    format!("it is not the fold of its events: {}", names.join(", "))
}
