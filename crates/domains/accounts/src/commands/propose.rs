//! An admin proposes what adds rights; a lead makes accounts of her own unit by herself.

use identity::permissions::ManageAccounts;
use identity::{AccountError, Authority, Granted, Held, NewAccount};
use journal::{NewEvent, Stream};
use kernel::problem::FieldFault;
use kernel::{AccountId, ProposalId, SubjectId, Timestamp, text};
use serde_json::json;
use store::{StoreError, Tx};

use crate::errors::ProposalError;
use crate::model::proposal::LASTS_MS;
use crate::model::{NewPerson, Proposal, Seat, State, What, seat};
use crate::rows;
use crate::service::Accounts;

/// What came of asking for something that adds rights.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// It is in force: one person's word was enough.
    Done(Option<AccountId>),
    /// It waits for somebody else.
    Waits(ProposalId),
}

/// Whose key protects the names in a proposal's events: the proposal's own.
pub(crate) fn subject(id: ProposalId) -> SubjectId {
    SubjectId::from_bytes(*id.as_bytes())
}

impl Accounts {
    /// Asks for an account: a lead has it made, an admin proposes it.
    pub async fn ask_for_account(&self, grant: &Granted<ManageAccounts>, person: NewPerson) -> Result<Asked, ProposalError> {
        let new = self.checked(&person)?;
        if grant.scopes().is_county() {
            return self.propose(grant, What::Create { people: vec![person], count: 1 }).await.map(Asked::Waits);
        }
        let made = self.identity().create_account(grant, new).await?;
        Ok(Asked::Done(Some(made)))
    }

    /// Asks for a role for somebody who has an account.
    pub async fn ask_for_role(&self, grant: &Granted<ManageAccounts>, account: AccountId, held: Held) -> Result<Asked, ProposalError> {
        if !self.is_seat(&held) {
            return Err(ProposalError::Invalid(vec![FieldFault { field: "place", code: "unfit" }]));
        }
        if grant.scopes().is_county() {
            return self.propose(grant, What::Give { account, held }).await.map(Asked::Waits);
        }
        self.identity().give_role(grant, account, held).await?;
        Ok(Asked::Done(None))
    }

    /// Proposes to take away a lost authenticator.
    pub async fn ask_for_reset(&self, grant: &Granted<ManageAccounts>, account: AccountId) -> Result<ProposalId, ProposalError> {
        self.propose(grant, What::ResetFactor { account }).await
    }

    pub(crate) async fn propose(&self, grant: &Granted<ManageAccounts>, what: What) -> Result<ProposalId, ProposalError> {
        // Machines decide nothing and propose nothing; a lead has no need to.
        let by = grant.actor().account().filter(|_| grant.scopes().is_county()).ok_or(AccountError::NotYoursToGive)?;
        let now = self.now();
        let proposal = Proposal {
            id: ProposalId::new(now, self.0.rng.as_ref()),
            what,
            by,
            at: now,
            expires_at: Timestamp::from_millisecond(now.as_millisecond() + LASTS_MS).unwrap_or(Timestamp::MAX),
            state: State::Pending,
            decided_by: None,
            decided_at: None,
            version: 1,
        };
        let (id, accounts, envelope) = (proposal.id, self.clone(), grant.envelope(now));
        self.0
            .db
            .write(move |tx| {
                let (accounts, proposal, envelope) = (accounts.clone(), proposal.clone(), envelope.clone());
                async move {
                    accounts.still_possible(&tx, &proposal, now).await?;
                    rows::proposal::insert(&tx, &proposal).await?;
                    let event = proposed(&proposal);
                    accounts.0.journal.append(&tx, &envelope, &Stream::of(proposal.id), subject(proposal.id), 0, vec![event]).await?;
                    Ok::<_, ProposalError>(())
                }
            })
            .await?;
        Ok(id)
    }

    /// Refuses at once what could not be approved: a login that is taken, an account that is not there, one's own.
    async fn still_possible(&self, tx: &Tx, proposal: &Proposal, now: Timestamp) -> Result<(), ProposalError> {
        match &proposal.what {
            What::Create { people, .. } => {
                for person in people {
                    if self.identity().login_is_taken(tx, &person.login).await? {
                        return Err(AccountError::LoginTaken.into());
                    }
                }
            }
            What::Give { account, .. } | What::ResetFactor { account } => {
                if *account == proposal.by {
                    return Err(AccountError::OwnRoles.into());
                }
                if !self.identity().is_open(tx, *account).await? {
                    return Err(AccountError::NoSuchAccount.into());
                }
            }
        }
        if let What::Give { account, held } = &proposal.what
            && self.identity().holders(tx, held, now).await?.iter().any(|holder| holder.id == *account)
        {
            return Err(ProposalError::Invalid(vec![FieldFault { field: "role", code: "held" }]));
        }
        Ok(())
    }

    /// The account that a person is to have, if everything said of her can be taken.
    pub(crate) fn checked(&self, person: &NewPerson) -> Result<NewAccount, ProposalError> {
        let mut faults = Vec::new();
        let mut fault = |field, code| faults.push(FieldFault { field, code });
        if identity::login_of(&person.login).is_none() {
            fault("login", "shape");
        }
        if let Err(wrong) = text::check(&person.name, 60) {
            fault("name", wrong.code());
        }
        if let Some(Err(wrong)) = person.name_en.as_deref().map(|name| text::check(name, 60)) {
            fault("name_en", wrong.code());
        }
        if person.unit.as_ref().is_some_and(|unit| self.places().register().unit(unit).is_none()) {
            fault("unit", "unknown");
        }
        let roles: Vec<Held> = person.roles.iter().filter_map(|role| seat::read(role)).collect();
        if roles.is_empty() || roles.len() != person.roles.len() {
            fault("role", "missing");
        } else if !roles.iter().all(|held| self.is_seat(held)) {
            fault("place", "unfit");
        }
        if !faults.is_empty() {
            return Err(ProposalError::Invalid(faults));
        }
        Ok(NewAccount {
            login: person.login.clone(),
            name: person.name.trim().to_owned(),
            name_en: person.name_en.as_deref().map(|name| name.trim().to_owned()),
            password: None,
            unit: person.unit.clone(),
            roles,
        })
    }

    /// Whether the role is held at such places, and the county has this one.
    pub(crate) fn is_seat(&self, held: &Held) -> bool {
        let register = self.places().register();
        let there = match &held.place {
            identity::Place::County => true,
            identity::Place::Unit(unit) => register.unit(unit).is_some(),
            identity::Place::Point(area) | identity::Place::Grid(area) => register.area(area).is_some(),
        };
        there && Seat::fits(held)
    }

    /// Makes what two people want, inside the transaction that says they do.
    pub(crate) async fn carry_out(&self, tx: &Tx, by: &Authority, what: &What, now: Timestamp) -> Result<(), ProposalError> {
        match what {
            What::Create { people, .. } => {
                for person in people {
                    self.identity().create_account_in(tx, by, &self.checked(person)?, now).await?;
                }
            }
            What::Give { account, held } => self.identity().give_role_in(tx, by, *account, held, now).await?,
            What::ResetFactor { account } => self.identity().reset_factor_in(tx, by, *account, now).await?,
        }
        Ok(())
    }
}

fn proposed(proposal: &Proposal) -> NewEvent {
    let (roles, count) = match &proposal.what {
        What::Create { people, count } => (people.iter().flat_map(|person| person.roles.clone()).collect(), *count),
        What::Give { held, .. } => (vec![seat::text_of(held)], 0),
        What::ResetFactor { .. } => (Vec::new(), 0),
    };
    let people = match &proposal.what {
        What::Create { people, .. } => json!({ "people": people }),
        What::Give { .. } | What::ResetFactor { .. } => json!({}),
    };
    NewEvent {
        kind: "account.proposed",
        kind_version: 1,
        occurred_at: None,
        public: json!({
            "what": proposal.what.code(), "account": proposal.what.account(), "roles": roles, "count": count,
            "expires_at": proposal.expires_at.as_millisecond(),
        }),
        private: people,
        reason: None,
    }
}

/// What became of a proposal.
pub(crate) fn ended(state: State) -> Result<NewEvent, StoreError> {
    let kind = match state {
        State::Approved => "account.approved",
        State::Refused => "account.refused",
        State::Withdrawn => "account.withdrawn",
        State::Lapsed => "account.lapsed",
        State::Pending => return Err(StoreError::corrupt("account_proposal", "state", "an end that is none")),
    };
    Ok(NewEvent { kind, kind_version: 1, occurred_at: None, public: json!({}), private: json!({}), reason: None })
}
