//! Approving, refusing and taking back. The proposer never decides; whoever is second finds the proposal decided.

use std::sync::Arc;

use identity::{Granted, Permission};
use kernel::problem::FieldFault;
use kernel::{JobId, format};
use places::{AmendError, WordsError};
use store::Tx;

use super::{check, expire, propose};
use crate::errors::SettingError;
use crate::events::{from_source, person, stream, subject, to_journal};
use crate::model::{Decision, Person, Proposal, Status, Step};
use crate::permissions::{DecideSetting, ProposeSetting};
use crate::rows;
use crate::rows::proposal::Stored;
use crate::service::Settings;

/// The register has changed since it was proposed: the approver reads the same faults as whoever proposes.
fn amend_error(error: AmendError) -> SettingError {
    match error {
        AmendError::Faults(faults) => SettingError::Invalid(faults.into_iter().map(|(field, code)| FieldFault { field, code }).collect()),
        AmendError::NoCounty => SettingError::NoSuchParameter,
        AmendError::Store(error) => SettingError::Store(error),
    }
}

/// The dictionary has changed since it was proposed.
fn words_error(error: WordsError) -> SettingError {
    match error {
        WordsError::Faults(faults) => SettingError::Invalid(propose::word_faults(faults.into_iter().map(|(_, fault)| fault))),
        WordsError::NoCounty => SettingError::NoSuchParameter,
        WordsError::Store(error) => SettingError::Store(error),
    }
}

impl Settings {
    /// Approves the proposal that was seen at version `seen`: its values hold from its day on, at the earliest in a few
    /// seconds. Refused when they have come to contradict what was decided meanwhile.
    pub async fn approve(
        &self,
        grant: &Granted<DecideSetting>,
        number: u32,
        remark: Option<String>,
        seen: i64,
    ) -> Result<Proposal, SettingError> {
        let approved = self.step(grant, Step::Approve, number, remark, seen).await?;
        // The commit stands. If reading fails now, this process reads again within a second like every other.
        drop(self.refresh().await);
        Ok(approved)
    }

    /// Decides against a proposal, with the reason.
    pub async fn refuse(&self, grant: &Granted<DecideSetting>, number: u32, remark: String, seen: i64) -> Result<Proposal, SettingError> {
        let mut faults = Vec::new();
        propose::reason("remark", &remark, &mut faults);
        if !faults.is_empty() {
            return Err(SettingError::Invalid(faults));
        }
        self.step(grant, Step::Refuse, number, Some(remark), seen).await
    }

    /// Takes one's own proposal back.
    pub async fn withdraw(&self, grant: &Granted<ProposeSetting>, number: u32, seen: i64) -> Result<Proposal, SettingError> {
        self.step(grant, Step::Withdraw, number, None, seen).await
    }

    async fn step<P: Permission>(
        &self,
        grant: &Granted<P>,
        step: Step,
        number: u32,
        remark: Option<String>,
        seen: i64,
    ) -> Result<Proposal, SettingError> {
        let remark = remark.filter(|remark| !remark.trim().is_empty());
        let mut faults = Vec::new();
        if let Some(remark) = &remark {
            propose::reason("remark", remark, &mut faults);
        }
        if !faults.is_empty() {
            return Err(SettingError::Invalid(faults));
        }
        let by = person(grant.actor()).ok_or(SettingError::NoSuchProposal)?;
        let (settings, envelope) = (self.clone(), Arc::new(from_source(grant.envelope(self.now()), self.0.parts.source)));
        let decision = Arc::new(Decision { by, at: envelope.now, remark });
        self.0
            .parts
            .db
            .write(move |tx| {
                let (settings, envelope, decision) = (settings.clone(), Arc::clone(&envelope), Arc::clone(&decision));
                async move {
                    let stored = rows::proposal::find(&tx, number).await?.ok_or(SettingError::NoSuchProposal)?;
                    let proposal = &stored.proposal;
                    if proposal.version != seen {
                        return Err(SettingError::Stale { status: proposal.status, version: proposal.version });
                    }
                    settings.take(&tx, &envelope, stored, step, &decision).await
                }
            })
            .await
    }

    /// Takes a step inside a transaction: decides by the model, writes values, row and event.
    pub(super) async fn take(
        &self,
        tx: &Tx,
        envelope: &journal::Envelope,
        stored: Stored,
        step: Step,
        decision: &Decision,
    ) -> Result<Proposal, SettingError> {
        let Stored { id, mut proposal } = stored;
        let (seen, status) = (proposal.version, proposal.status);
        let who: &Person = &decision.by;
        proposal.status =
            proposal.after(step, who, decision.at).map_err(|refusal| SettingError::Refused { refusal, status, version: seen })?;
        proposal.decision = Some(decision.clone());
        proposal.version += 1;
        if let Status::Approved { effective_at } = proposal.status {
            let values = proposal.settings().map_err(|(key, misfit)| SettingError::field(key.code(), misfit.code()))?;
            let timeline = rows::value::timeline(tx).await?;
            check::contradictions(&timeline, values.clone(), effective_at, &self.register())?;
            rows::value::insert(tx, &values).await?;
            if let Some(amendment) = proposal.body.amendment() {
                self.0.parts.places.amend(tx, amendment, format::local_date(effective_at)).await.map_err(amend_error)?;
            }
            if let Some(change) = proposal.body.words() {
                self.0.parts.places.change_words(tx, change, format::local_date(decision.at)).await.map_err(words_error)?;
            }
            if let Some(change) = proposal.calendar_change() {
                change.map_err(|_| SettingError::field("calendar", "unreadable"))?;
                let id = JobId::new(decision.at, self.0.parts.rng.as_ref());
                jobs::enqueue(tx, &self.0.parts.follow.job(id, proposal.number, effective_at)).await?;
            }
        }
        rows::proposal::save(tx, id, &proposal, seen).await?;
        let event = proposal.event(proposal.status).ok_or(SettingError::NoSuchProposal)?;
        let event = to_journal(&event, decision.remark.clone())?;
        self.0.parts.journal.append(tx, envelope, &stream(id), subject(), seen, vec![event]).await?;
        if step != Step::Expire {
            jobs::cancel(tx, &expire::key(proposal.number)).await?;
        }
        Ok(proposal)
    }
}
