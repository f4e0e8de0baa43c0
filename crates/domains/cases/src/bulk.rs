//! Whole pasts of cases at once: data for benches now, imports later. The same fold, the same sealing and the same rows as
//! the commands, so that `doctor` finds nothing; but hundreds of cases in a few statements and one commit.

use std::sync::Arc;

use jiff::civil::Date;
use journal::{Actor, Envelope, NewStream, SealedStream, Stream};
use kernel::{CaseId, CaseNumber, Timestamp};
use store::StoreError;

use crate::errors::ChangeError;
use crate::events::{Private, to_journal};
use crate::model::{Case, CaseEvent};
use crate::rows;
use crate::rows::private::Said;
use crate::service::Cases;

/// What somebody did once, with what rode in the same commit.
#[derive(Debug, Clone)]
pub struct PastCommand {
    /// Who.
    pub actor: Actor,
    /// When; not before the command before it.
    pub at: Timestamp,
    /// What happened.
    pub events: Vec<(CaseEvent, Private)>,
}

/// A case with all that happened to it; begins with its submission.
#[derive(Debug, Clone)]
pub struct Past {
    /// The case; made at the instant of its submission, so that ids rise with time.
    pub id: CaseId,
    /// What the resident said; equal to the private part of the submission.
    pub said: Said,
    /// From the submission on, in order of time.
    pub commands: Vec<PastCommand>,
}

/// Pasts that were folded and sealed, ready to be written.
#[derive(Debug)]
pub struct Prepared {
    cases: Vec<(Case, Said, Timestamp)>,
    streams: Vec<SealedStream>,
}

impl Prepared {
    /// The number of cases.
    pub fn cases(&self) -> usize {
        self.cases.len()
    }

    /// The number of events.
    pub fn events(&self) -> usize {
        self.streams.iter().map(SealedStream::events).sum()
    }
}

impl Cases {
    /// Takes `count` numbers of `day`, as so many submissions would.
    pub async fn reserve_numbers(&self, day: Date, count: u32) -> Result<Vec<CaseNumber>, StoreError> {
        let first = self.db.write_read_committed(move |tx| async move { rows::counter::take(&tx, day, i64::from(count)).await }).await?;
        (first..first + i64::from(count))
            .map(|nth| {
                u32::try_from(nth)
                    .ok()
                    .and_then(|nth| CaseNumber::nth(&self.keys.number, day, nth))
                    .ok_or_else(|| StoreError::corrupt("case_counter", "next", day))
            })
            .collect()
    }

    /// Folds and seals. Needs no database: it may run beside [`Cases::write_pasts`]. A past that the rules refuse is an
    /// error that names the step.
    pub fn prepare_pasts(&self, pasts: Vec<Past>) -> Result<Prepared, ChangeError> {
        let calendars = self.calendars();
        let mut prepared = Prepared { cases: Vec::with_capacity(pasts.len()), streams: Vec::with_capacity(pasts.len()) };
        for past in pasts {
            let first = past.commands.first().and_then(|command| Some(command.events.first()?.0.receipt(command.at)));
            let limits = self.limits_at(first.unwrap_or_else(|| self.now()));
            let dated = past.commands.iter().flat_map(|command| command.events.iter().map(|(event, _)| (event, command.at)));
            let case = Case::fold(past.id, dated, &calendars, &limits).map_err(|error| ChangeError::of_fold(&error, 0))?;
            let last = past.commands.last().map_or(case.intake.received_at, |command| command.at);
            let commands = past
                .commands
                .into_iter()
                .map(|command| {
                    let envelope = Envelope { source: self.source, ..Envelope::live(command.actor, None, command.at) };
                    let events =
                        command.events.iter().map(|(event, private)| to_journal(event, private, None)).collect::<Result<_, _>>()?;
                    Ok((envelope, events))
                })
                .collect::<Result<_, StoreError>>()?;
            let stream = NewStream { stream: Stream::of(past.id), subject: case.subject(), commands };
            prepared.streams.push(self.journal.seal_stream(stream)?);
            prepared.cases.push((case, past.said, last));
        }
        Ok(prepared)
    }

    /// Writes what was prepared in one commit: rows, words, events, what waits for the sequencer, and the ends of rating
    /// windows that are still open.
    pub async fn write_pasts(&self, prepared: Prepared) -> Result<(), ChangeError> {
        let (cases, prepared) = (self.clone(), Arc::new(prepared));
        self.db
            .write(move |tx| {
                let (cases, prepared) = (cases.clone(), Arc::clone(&prepared));
                async move {
                    rows::record::insert_many(&tx, prepared.cases.iter().map(|(case, _, last)| (case, cases.limits_of(case), *last)))
                        .await?;
                    rows::private::insert_many(&tx, prepared.cases.iter().map(|(case, said, _)| (case.id, said))).await?;
                    cases.journal.append_sealed(&tx, &prepared.streams).await?;
                    for (case, _, last) in &prepared.cases {
                        cases.reset_timers(&tx, case.id, &[], &case.timers(), *last).await?;
                    }
                    Ok(())
                }
            })
            .await
    }
}
