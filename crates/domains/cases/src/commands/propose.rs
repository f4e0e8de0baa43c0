//! Steps that need somebody else's word are proposed here; `decide` gives the word (decisions 2). The words of a proposal
//! become the words of the step.

use identity::Granted;
use kernel::CaseNumber;
use serde::Deserialize;

use super::change::Changed;
use super::verb::{Verb, word};
use super::words::words;
use crate::errors::ChangeError;
use crate::events::Private;
use crate::model::{Broken, Case, CaseEvent, DeferReason, Door, ExclusionReason, Limits, Proposed, State, StateName, StepName};
use crate::permissions::{DispatchCase, HandleCase, LeadCase, ProposeForUnit};
use crate::service::Cases;

use identity::Permission;
use jiff::civil::Date;
use kernel::{Timestamp, format};
use workday::Limit;

impl Cases {
    /// Puts a proposal on the case, with whose word it needs.
    pub(crate) async fn propose<P: Permission>(
        &self,
        grant: &Granted<P>,
        number: &CaseNumber,
        seen: i64,
        text: String,
        waits: fn(&Limits) -> Limit,
        step: impl Fn(&Case, Timestamp) -> Result<Proposed, Broken> + Send + Sync + 'static,
    ) -> Result<Changed, ChangeError> {
        words("text", &text)?;
        let by = Self::person(grant)?;
        let leads = self.staff.leads(by).await?;
        let own = self.clone();
        self.change(self.by_staff(grant, number, seen), move |case, now| {
            let broken = |broken| ChangeError::broken(case, broken);
            let (step, limits) = (step(case, now).map_err(broken)?, own.limits_of(case));
            if let Proposed::Defer { review_on, .. } = &step {
                check_review(*review_on, &limits, now)?;
            }
            can_become(case, &step)?;
            case.may_propose().map_err(broken)?;
            // The lead's own proposal has her word already.
            let signed = case.unit().is_some_and(|unit| leads.contains(unit));
            let needs = case.needs(&step, signed);
            let expires = own.deadline(now, waits(&limits)).as_millisecond();
            Ok(vec![(CaseEvent::Proposed { proposal: step, by: Some(by), needs, expires }, Private::Words(text.clone()))])
        })
        .await
    }
}

/// Whether a deferred matter may be looked at again on this day: after today, within the time that the rules give.
fn check_review(review_on: Date, limits: &Limits, now: Timestamp) -> Result<(), ChangeError> {
    let today = format::local_date(now);
    let latest = today.saturating_add(jiff::Span::new().days(i64::from(limits.review_days)));
    if review_on > today && review_on <= latest { Ok(()) } else { Err(ChangeError::field("review_on", "out_of_range")) }
}

/// Whether the state allows the step once everybody has agreed: nobody is asked for a word that would lead nowhere.
fn can_become(case: &Case, step: &Proposed) -> Result<(), ChangeError> {
    let name = case.state.name();
    let (fits, step) = match step {
        Proposed::Extend { .. } => (matches!(name, StateName::Accepted | StateName::InProgress), StepName::Extend),
        Proposed::Answer { .. } => (matches!(name, StateName::InProgress), StepName::Answer),
        Proposed::AnswerSilent => (matches!(name, StateName::AwaitingResident), StepName::AnswerSilent),
        Proposed::Defer { .. } => (matches!(name, StateName::InProgress), StepName::Defer),
        Proposed::Refer { .. } => (matches!(name, StateName::InProgress), StepName::Refer),
        Proposed::Transfer { .. } => (matches!(name, StateName::Accepted | StateName::InProgress), StepName::Transfer),
        Proposed::Exclude { .. } => (!matches!(case.state, State::Submitted | State::Archived { .. }), StepName::Exclude),
        Proposed::FlagAbuse => (!matches!(case.state, State::Submitted | State::Archived { .. }), StepName::FlagAbuse),
        Proposed::Unseal => (!matches!(case.state, State::Submitted | State::Archived { .. }), StepName::Unseal),
    };
    if fits { Ok(()) } else { Err(ChangeError::refused(case, step)) }
}

/// Asks for more time for the answer, before it is due: at most the original length, at most twice (domain 4.1 row 13: 延期).
#[derive(Debug, Clone, Default, Deserialize, utoipa::ToSchema)]
pub struct AskExtension {
    /// Working days more.
    #[serde(default, deserialize_with = "super::verb::number_or_text")]
    pub days: Option<u32>,
    /// Why, as the resident reads it.
    #[serde(default)]
    pub text: String,
}

impl Verb for AskExtension {
    type Permission = HandleCase;
    const NAME: &'static str = "ask-extension";

    async fn run(self, cases: &Cases, grant: &Granted<HandleCase>, number: &CaseNumber, seen: i64) -> Result<Changed, ChangeError> {
        let days = self.days.ok_or_else(|| ChangeError::field("days", "shape"))?;
        let own = cases.clone();
        let step = move |case: &Case, now| {
            let to = case.extended_by(Limit::WorkingDays(days), &own.limits_of(case), now)?;
            Ok(Proposed::Extend { to })
        };
        cases.propose(grant, number, seen, self.text, |limits| limits.proposal, step).await
    }
}

/// Proposes to close without the resident, after three attempts on two days (domain 4.1 row 11b).
#[derive(Debug, Clone, Default, Deserialize, utoipa::ToSchema)]
pub struct ProposeSilent {
    /// What was tried, as the resident reads it later.
    #[serde(default)]
    pub text: String,
}

impl Verb for ProposeSilent {
    type Permission = HandleCase;
    const NAME: &'static str = "propose-silent";

    async fn run(self, cases: &Cases, grant: &Granted<HandleCase>, number: &CaseNumber, seen: i64) -> Result<Changed, ChangeError> {
        let step = |case: &Case, _now| case.may_be_silent().map(|()| Proposed::AnswerSilent);
        cases.propose(grant, number, seen, self.text, |limits| limits.proposal, step).await
    }
}

/// Proposes to put the matter on the ledger until a review date, at most 90 days on (domain 4.1 row 14: 挂账).
#[derive(Debug, Clone, Default, Deserialize, utoipa::ToSchema)]
pub struct ProposeDeferral {
    /// Why: a word of the closed list.
    #[serde(default)]
    pub reason: String,
    /// When it is looked at again: `2027-02-01`.
    #[serde(default)]
    pub review_on: String,
    /// What the resident reads.
    #[serde(default)]
    pub text: String,
}

impl Verb for ProposeDeferral {
    type Permission = ProposeForUnit;
    const NAME: &'static str = "propose-deferral";

    async fn run(self, cases: &Cases, grant: &Granted<ProposeForUnit>, number: &CaseNumber, seen: i64) -> Result<Changed, ChangeError> {
        let reason = word("reason", &self.reason, DeferReason::from_code)?;
        let review_on: Date = word("review_on", &self.review_on, |text| text.parse().ok())?;
        cases
            .propose(grant, number, seen, self.text, |limits| limits.proposal, move |_case, _now| Ok(Proposed::Defer { reason, review_on }))
            .await
    }
}

/// Proposes to hand the matter to somebody outside, with the legal basis (domain 4.1 row 16: 转送).
#[derive(Debug, Clone, Default, Deserialize, utoipa::ToSchema)]
pub struct ProposeReferral {
    /// To whom: a word of the closed list.
    #[serde(default)]
    pub to: String,
    /// The legal basis, as the resident reads it.
    #[serde(default)]
    pub text: String,
}

impl Verb for ProposeReferral {
    type Permission = HandleCase;
    const NAME: &'static str = "propose-referral";

    async fn run(self, cases: &Cases, grant: &Granted<HandleCase>, number: &CaseNumber, seen: i64) -> Result<Changed, ChangeError> {
        let to = word("to", &self.to, Door::from_code)?;
        cases.propose(grant, number, seen, self.text, |limits| limits.proposal, move |_case, _now| Ok(Proposed::Refer { to })).await
    }
}

/// Asks another unit's lead to take the matter over (domain 4.1 row 28: 转办).
#[derive(Debug, Clone, Default, Deserialize, utoipa::ToSchema)]
pub struct ProposeTransfer {
    /// The other unit.
    #[serde(default)]
    pub unit: String,
    /// Why, in words.
    #[serde(default)]
    pub text: String,
}

impl Verb for ProposeTransfer {
    type Permission = LeadCase;
    const NAME: &'static str = "propose-transfer";

    async fn run(self, cases: &Cases, grant: &Granted<LeadCase>, number: &CaseNumber, seen: i64) -> Result<Changed, ChangeError> {
        let unit = cases.unit_in_force("unit", &self.unit)?;
        let own = unit.clone();
        let step = move |case: &Case, _now| {
            case.may_go_to(&own)?;
            if case.unit() == Some(&own) { Err(Broken::AlreadySo) } else { Ok(Proposed::Transfer { unit: own.clone() }) }
        };
        cases.propose(grant, number, seen, self.text, |limits| limits.proposal, step).await
    }
}

/// Proposes to leave the case out of the figures; two supervisors, neither of the unit, decide (decisions 2: 剔除).
#[derive(Debug, Clone, Default, Deserialize, utoipa::ToSchema)]
pub struct ProposeExclusion {
    /// Why: a word of the closed list.
    #[serde(default)]
    pub reason: String,
    /// The grounds, in words.
    #[serde(default)]
    pub text: String,
}

impl Verb for ProposeExclusion {
    type Permission = ProposeForUnit;
    const NAME: &'static str = "propose-exclusion";

    async fn run(self, cases: &Cases, grant: &Granted<ProposeForUnit>, number: &CaseNumber, seen: i64) -> Result<Changed, ChangeError> {
        let reason = word("reason", &self.reason, ExclusionReason::from_code)?;
        let step = move |case: &Case, _now| {
            if case.course.excluded.is_some() { Err(Broken::AlreadySo) } else { Ok(Proposed::Exclude { reason }) }
        };
        cases.propose(grant, number, seen, self.text, |limits| limits.proposal_slow, step).await
    }
}

/// Proposes to mark the matter as abuse for 30 days. It never blocks an emergency or a first text, and can be appealed.
#[derive(Debug, Clone, Default, Deserialize, utoipa::ToSchema)]
pub struct ProposeAbuse {
    /// The grounds, in words.
    #[serde(default)]
    pub text: String,
}

impl Verb for ProposeAbuse {
    type Permission = DispatchCase;
    const NAME: &'static str = "propose-abuse";

    async fn run(self, cases: &Cases, grant: &Granted<DispatchCase>, number: &CaseNumber, seen: i64) -> Result<Changed, ChangeError> {
        let step = |_case: &Case, _now| Ok(Proposed::FlagAbuse);
        cases.propose(grant, number, seen, self.text, |limits| limits.proposal_slow, step).await
    }
}

/// Asks supervisor and organiser to show a sealed matter again (domain 4.1 row 32).
#[derive(Debug, Clone, Default, Deserialize, utoipa::ToSchema)]
pub struct ProposeUnseal {
    /// Why, in words.
    #[serde(default)]
    pub text: String,
}

impl Verb for ProposeUnseal {
    type Permission = DispatchCase;
    const NAME: &'static str = "propose-unseal";

    async fn run(self, cases: &Cases, grant: &Granted<DispatchCase>, number: &CaseNumber, seen: i64) -> Result<Changed, ChangeError> {
        let step = |case: &Case, _now| if case.sealed { Ok(Proposed::Unseal) } else { Err(Broken::AlreadySo) };
        cases.propose(grant, number, seen, self.text, |limits| limits.proposal_slow, step).await
    }
}
