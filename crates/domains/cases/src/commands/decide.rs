//! A word on a proposal (decisions 2): agreed, refused, or taken back by whoever made it. With the last word that was needed
//! the step itself follows in the same commit. The proposer never agrees, and nobody agrees twice.

use identity::Granted;
use kernel::CaseNumber;
use serde::Deserialize;

use super::change::Changed;
use super::verb::Verb;
use super::words::words;
use crate::errors::ChangeError;
use crate::events::Private;
use crate::model::{Broken, Case, CaseEvent, Need, Proposal, ProposalEnd, Proposed};
use crate::permissions::DecideProposal;
use crate::service::Cases;

use std::sync::Arc;

use identity::{Reach, Role, Scope, Scopes};
use kernel::{AccountId, Timestamp, UnitCode};
use store::Tx;

use super::change::Decided;
use crate::model::clocks::end_of_day;

impl Cases {
    /// The proposal, if it is `who`'s turn to give a word on it.
    pub(crate) fn may_give_word<'c>(
        &self,
        case: &'c Case,
        scopes: &Scopes,
        who: AccountId,
        own_unit: Option<&UnitCode>,
    ) -> Result<&'c Proposal, ChangeError> {
        let broken = |broken| ChangeError::broken(case, broken);
        let pending = case.pending.as_ref().ok_or_else(|| broken(Broken::NothingProposed))?;
        let need = pending.next().ok_or_else(|| broken(Broken::NothingProposed))?;
        let has_role = scopes.iter().any(|reach| gives(reach, need) && self.reaches_by(reach, case));
        // Whoever supervises is not of the unit that is supervised (domain 3.2).
        let partial = *need == Need::Supervisor && own_unit.is_some() && own_unit == case.unit();
        if has_role && !partial && pending.is_free_of(who) { Ok(pending) } else { Err(broken(Broken::NotYourWord)) }
    }

    /// The step that a proposal becomes when everybody has agreed, with the words of the proposal.
    fn becomes(&self, case: &Case, step: &Proposed, words: Private, now: Timestamp) -> Decided {
        let limits = self.limits_of(case);
        let ask = || {
            let until = end_of_day(now, limits.rating_days).as_millisecond();
            (CaseEvent::FeedbackAsked { until }, Private::Nothing)
        };
        match step {
            Proposed::Extend { to } => vec![(CaseEvent::Extended { to: to.to_string() }, words)],
            Proposed::Answer { outcome } => vec![(CaseEvent::Answered { outcome: *outcome }, words), ask()],
            Proposed::AnswerSilent => vec![(CaseEvent::AnsweredSilent, words), ask()],
            Proposed::Defer { reason, review_on } => vec![(CaseEvent::Deferred { reason: *reason, review_on: *review_on }, words)],
            Proposed::Refer { to } => vec![(CaseEvent::Referred { to: *to }, words)],
            Proposed::Transfer { unit } => vec![(CaseEvent::Transferred { unit: unit.clone() }, words)],
            Proposed::Exclude { reason } => vec![(CaseEvent::Excluded { reason: *reason }, words)],
            Proposed::FlagAbuse => {
                let until = end_of_day(now, limits.abuse_days).as_millisecond();
                vec![(CaseEvent::AbuseFlagged { until }, words)]
            }
            Proposed::Unseal => vec![(CaseEvent::Unsealed, words)],
        }
    }
}

/// Whether a way of the permission is the one whose word is needed.
fn gives(reach: &Reach, need: &Need) -> bool {
    match need {
        Need::Handler => reach.role == Role::Handler,
        Need::Lead { unit } => reach.role == Role::Lead && reach.scope == Scope::Unit(unit.clone()),
        Need::Dispatcher => reach.role == Role::Dispatcher,
        Need::Supervisor => reach.role == Role::Supervisor,
        Need::Organiser => reach.role == Role::Organiser,
    }
}

/// Agrees.
#[derive(Debug, Clone, Default, Deserialize, utoipa::ToSchema)]
pub struct Agree {}

impl Verb for Agree {
    type Permission = DecideProposal;
    const NAME: &'static str = "agree";

    async fn run(self, cases: &Cases, grant: &Granted<DecideProposal>, number: &CaseNumber, seen: i64) -> Result<Changed, ChangeError> {
        let who = Cases::person(grant)?;
        let (own, scopes) = (cases.clone(), grant.scopes().clone());
        let unit = cases.staff.handler_unit(who).await?;
        let decide = move |tx: Tx, case: Case, now| {
            let (own, scopes, unit) = (own.clone(), scopes.clone(), unit.clone());
            async move {
                let pending = own.may_give_word(&case, &scopes, who, unit.as_ref())?.clone();
                let agreed = (CaseEvent::Agreed { by: who }, Private::Nothing);
                if pending.needs.len() > 1 {
                    return Ok(vec![agreed]);
                }
                let words = own.words_at(&tx, &case, pending.version).await?;
                let mut decided = vec![agreed];
                decided.extend(own.becomes(&case, &pending.step, words, now));
                Ok(decided)
            }
        };
        cases.change_with(cases.by_staff(grant, number, seen), Arc::new(decide)).await
    }
}

/// Refuses.
#[derive(Debug, Clone, Default, Deserialize, utoipa::ToSchema)]
pub struct RefuseProposal {
    /// Why, in words.
    #[serde(default)]
    pub text: String,
}

impl Verb for RefuseProposal {
    type Permission = DecideProposal;
    const NAME: &'static str = "refuse-proposal";

    async fn run(self, cases: &Cases, grant: &Granted<DecideProposal>, number: &CaseNumber, seen: i64) -> Result<Changed, ChangeError> {
        words("text", &self.text)?;
        let who = Cases::person(grant)?;
        let (own, scopes) = (cases.clone(), grant.scopes().clone());
        let unit = cases.staff.handler_unit(who).await?;
        cases
            .change(cases.by_staff(grant, number, seen), move |case, now| {
                own.may_give_word(case, &scopes, who, unit.as_ref())?;
                let mut decided = Cases::without_proposal(case, ProposalEnd::Refused, now);
                if let Some((_, words)) = decided.first_mut() {
                    *words = Private::Words(self.text.clone());
                }
                Ok(decided)
            })
            .await
    }
}

/// Takes one's own proposal back.
#[derive(Debug, Clone, Default, Deserialize, utoipa::ToSchema)]
pub struct TakeBackProposal {}

impl Verb for TakeBackProposal {
    type Permission = DecideProposal;
    const NAME: &'static str = "take-back-proposal";

    async fn run(self, cases: &Cases, grant: &Granted<DecideProposal>, number: &CaseNumber, seen: i64) -> Result<Changed, ChangeError> {
        let who = Cases::person(grant)?;
        cases
            .change(cases.by_staff(grant, number, seen), move |case, now| {
                let pending = case.pending.as_ref().ok_or_else(|| ChangeError::broken(case, Broken::NothingProposed))?;
                if pending.by != Some(who) {
                    return Err(ChangeError::broken(case, Broken::NotYourWord));
                }
                Ok(Cases::without_proposal(case, ProposalEnd::TakenBack, now))
            })
            .await
    }
}
