//! The second person's word, the first one's taking back, and the end of time.

use identity::permissions::{ApproveAccounts, ManageAccounts};
use identity::{Authority, Granted, Held, Place, Role};
use journal::{Actor, Envelope, Stream};
use kernel::{ProposalId, Timestamp};
use store::{StoreError, Tx};

use super::propose::{ended, subject};
use crate::errors::ProposalError;
use crate::model::{Proposal, State, Step};
use crate::rows;
use crate::service::Accounts;

/// Decided proposals are kept half a year: who agreed to what stands in the journal for ever.
const KEPT_MS: i64 = 190 * 24 * 60 * 60 * 1_000;

/// Lapsed ones noted at a time.
const STEP: u64 = 100;

impl Accounts {
    /// Approves: what was proposed is in force with the same commit, or nothing is.
    pub async fn approve(&self, grant: &Granted<ApproveAccounts>, id: ProposalId) -> Result<(), ProposalError> {
        let (accounts, grant, now) = (self.clone(), grant.clone(), self.now());
        self.0
            .db
            .write(move |tx| {
                let (accounts, grant) = (accounts.clone(), grant.clone());
                async move {
                    let proposal = rows::proposal::find(&tx, id).await?.ok_or(ProposalError::NoSuchProposal)?;
                    let envelope = grant.envelope(now);
                    let what = proposal.what.clone();
                    let by = proposal.by;
                    accounts.end(&tx, &envelope, proposal, Step::Approve).await?;
                    // Two people have to want it now, not a week ago.
                    let admin = Held { role: Role::Admin, place: Place::County };
                    if !accounts.identity().holders(&tx, &admin, now).await?.iter().any(|holder| holder.id == by) {
                        return Err(ProposalError::ProposerGone);
                    }
                    accounts.carry_out(&tx, &Authority::of_two(by, &grant)?, &what, now).await
                }
            })
            .await?;
        self.identity().changed();
        Ok(())
    }

    /// Does not agree.
    pub async fn refuse(&self, grant: &Granted<ApproveAccounts>, id: ProposalId) -> Result<(), ProposalError> {
        self.decide(grant.envelope(self.now()), id, Step::Refuse).await
    }

    /// Takes one's own proposal back.
    pub async fn withdraw(&self, grant: &Granted<ManageAccounts>, id: ProposalId) -> Result<(), ProposalError> {
        self.decide(grant.envelope(self.now()), id, Step::Withdraw).await
    }

    async fn decide(&self, envelope: Envelope, id: ProposalId, step: Step) -> Result<(), ProposalError> {
        let accounts = self.clone();
        self.0
            .db
            .write(move |tx| {
                let (accounts, envelope) = (accounts.clone(), envelope.clone());
                async move {
                    let proposal = rows::proposal::find(&tx, id).await?.ok_or(ProposalError::NoSuchProposal)?;
                    accounts.end(&tx, &envelope, proposal, step).await
                }
            })
            .await
    }

    /// Ends a proposal with its event.
    pub(crate) async fn end(&self, tx: &Tx, envelope: &Envelope, mut proposal: Proposal, step: Step) -> Result<(), ProposalError> {
        let (seen, who) = (proposal.version, envelope.actor.account());
        proposal.state = proposal.after(step, who, envelope.now)?;
        (proposal.decided_by, proposal.decided_at) = (who, Some(envelope.now));
        proposal.version += 1;
        rows::proposal::end(tx, &proposal, seen).await?;
        let event = ended(proposal.state)?;
        self.0.journal.append(tx, envelope, &Stream::of(proposal.id), subject(proposal.id), seen, vec![event]).await?;
        Ok(())
    }

    /// Notes which proposals have lapsed, and forgets what was decided half a year ago; for a regular job. Returns how many.
    pub async fn sweep(&self) -> Result<u64, StoreError> {
        let (accounts, now) = (self.clone(), self.now());
        let old = Timestamp::from_millisecond(now.as_millisecond() - KEPT_MS).unwrap_or(Timestamp::MIN);
        let swept = self.0.db.write(move |tx| {
            let accounts = accounts.clone();
            async move {
                let envelope = Envelope::live(Actor::System("a proposal lapsed".to_owned()), None, now);
                let late = rows::proposal::lapsed(&tx, now, STEP).await?;
                let count = late.len() as u64;
                for proposal in late {
                    debug_assert_eq!(proposal.state_at(now), State::Lapsed);
                    accounts.end(&tx, &envelope, proposal, Step::Lapse).await?;
                }
                Ok::<_, ProposalError>(count + rows::proposal::sweep(&tx, old).await?)
            }
        });
        match swept.await {
            Ok(swept) => Ok(swept),
            Err(ProposalError::Account(identity::AccountError::Store(error))) => Err(error),
            // Somebody decided it in the same moment: the next round sees that.
            Err(_) => Ok(0),
        }
    }
}
