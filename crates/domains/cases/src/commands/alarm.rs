//! When a resident's words speak of harming herself, somebody of staff is called at once (decisions 5), and says that she
//! has taken it on.

use std::sync::Arc;

use identity::Granted;
use kernel::{CaseId, CaseNumber, Timestamp};
use store::{StoreError, Tx};

use super::change::{Changed, Decided};
use super::words::optional_words;
use crate::catalogue::{Catalogue, Emergency, Suggestion};
use crate::errors::ChangeError;
use crate::events::Private;
use crate::model::CaseEvent;
use crate::permissions::AnswerAlarm;
use crate::rows;
use crate::service::Cases;

/// Whether words of a resident speak of harming herself.
pub(super) fn alarming(suggestion: &Suggestion) -> bool {
    suggestion.emergencies.iter().any(|found| found.emergency == Emergency::SelfHarm)
}

/// What a step of the resident decided, with the alarm that her words raise.
pub(super) fn with_alarm(catalogue: &Catalogue, words: Option<&str>, mut decided: Decided) -> Decided {
    if words.is_some_and(|words| alarming(&catalogue.suggest(None, words))) {
        decided.push((CaseEvent::Alarmed, Private::Nothing));
    }
    decided
}

/// Keeps the row of the alarm beside the events of one commit.
pub(super) async fn keep(
    tx: &Tx,
    case: CaseId,
    actor: &journal::Actor,
    events: impl Iterator<Item = &CaseEvent>,
    now: Timestamp,
) -> Result<(), StoreError> {
    for event in events {
        match (event, actor.account()) {
            (CaseEvent::Alarmed, _) => rows::alarm::raise(tx, case, now).await?,
            (CaseEvent::AlarmAnswered, Some(account)) => rows::alarm::answer(tx, case, account, now).await?,
            (_, _) => {}
        }
    }
    Ok(())
}

impl Cases {
    /// The grant's account has taken the alarm on: it speaks with the resident now. The remark is for the file.
    pub async fn answer_alarm(
        &self,
        grant: &Granted<AnswerAlarm>,
        number: &CaseNumber,
        note: Option<String>,
        seen: i64,
    ) -> Result<Changed, ChangeError> {
        // It is taken on by a person with a name.
        if grant.actor().account().is_none() {
            return Err(ChangeError::NoSuchCase);
        }
        let note = optional_words("note", note)?;
        let decide = move |tx: Tx, case: crate::model::Case, _now| {
            let note = note.clone();
            async move {
                let open = rows::alarm::find(&tx, case.id).await?.is_some_and(|alarm| alarm.answered.is_none());
                if !open {
                    return Err(ChangeError::NoAlarm { state: case.state.name(), version: case.version });
                }
                Ok(vec![(CaseEvent::AlarmAnswered, Private::words(note))])
            }
        };
        self.change_with(self.by_staff(grant, number, seen), Arc::new(decide)).await
    }
}
