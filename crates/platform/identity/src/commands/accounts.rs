//! Creating and closing accounts, giving and ending roles. Each change is an event of the account's stream; names and
//! logins stand in its private part.

use journal::{Envelope, NewEvent, Stream};
use kernel::{AccountId, SubjectId, Timestamp, UnitCode, text};
use serde_json::{Value, json};
use store::{StoreError, Tx};

use crate::model::Place;
use crate::permissions::{ManageAccounts, ViewAccounts};
use crate::principal::Held;
use crate::rows::{self, account::Account};
use crate::{AccountError, Granted, Identity, Password, Permission, Role};

/// An account to be created.
#[derive(Debug, Clone)]
pub struct NewAccount {
    /// 3–40 of `a-z 0-9 . _ -`, beginning with a letter.
    pub login: String,
    /// The name people see.
    pub name: String,
    /// The same in Latin letters, for English pages.
    pub name_en: Option<String>,
    /// Without one the account cannot sign in until a one-time link has set it; machines never have one.
    pub password: Option<Password>,
    /// The unit it belongs to.
    pub unit: Option<UnitCode>,
    /// The roles it holds from the start.
    pub roles: Vec<Held>,
}

/// An account as those see it who manage accounts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountView {
    /// Its id.
    pub id: AccountId,
    /// What is typed to sign in.
    pub login: String,
    /// The name people see.
    pub name: String,
    /// The same in Latin letters.
    pub name_en: Option<String>,
    /// The unit it belongs to.
    pub unit: Option<UnitCode>,
    /// The roles held now.
    pub roles: Vec<Held>,
    /// When it was created.
    pub created_at: Timestamp,
    /// When it was closed.
    pub closed_at: Option<Timestamp>,
}

/// Whose key protects what events say of an account: the account's own, so that a leaver can be forgotten.
pub(crate) fn subject(account: AccountId) -> SubjectId {
    SubjectId::from_bytes(*account.as_bytes())
}

pub(crate) fn event(kind: &'static str, public: Value, private: Value) -> NewEvent {
    NewEvent { kind, kind_version: 1, occurred_at: None, public, private, reason: None }
}

fn role_event(kind: &'static str, held: &Held) -> NewEvent {
    event(kind, json!({ "role": held.role.code(), "place": held.place.to_string() }), json!({}))
}

pub(crate) fn login_of(typed: &str) -> Option<String> {
    let login = typed.trim().to_ascii_lowercase();
    let shape = (3..=40).contains(&login.len())
        && login.starts_with(|c: char| c.is_ascii_lowercase())
        && login.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'.' | b'_' | b'-'));
    shape.then_some(login)
}

/// Whether the grant covers an account of `unit`.
fn covers<P: Permission>(grant: &Granted<P>, unit: Option<&UnitCode>) -> bool {
    grant.scopes().is_county() || unit.is_some_and(|unit| grant.scopes().units().any(|own| own == unit))
}

/// Whether the grant allows to give or end this role: everywhere for the county; a lead gives handlers and leads of her
/// own unit (domain 3.2, "staff of d").
fn may_give(grant: &Granted<ManageAccounts>, held: &Held) -> bool {
    let own_unit = match &held.place {
        Place::Unit(unit) => grant.scopes().units().any(|own| own == unit),
        Place::County | Place::Point(_) | Place::Grid(_) => false,
    };
    grant.scopes().is_county() || (own_unit && matches!(held.role, Role::Handler | Role::Lead))
}

impl Identity {
    /// Creates an account with its roles.
    pub async fn create_account(&self, grant: &Granted<ManageAccounts>, new: NewAccount) -> Result<AccountId, AccountError> {
        let login = login_of(&new.login).ok_or(AccountError::LoginShape)?;
        let names = [Some(&new.name), new.name_en.as_ref()];
        if names.into_iter().flatten().any(|name| text::check(name, 60).is_err()) {
            return Err(AccountError::NameShape);
        }
        if !covers(grant, new.unit.as_ref()) || !new.roles.iter().all(|held| may_give(grant, held)) {
            return Err(AccountError::NotYoursToGive);
        }
        let password_hash = match new.password {
            Some(password) => Some(self.hashed(password).await?),
            None => None,
        };
        let now = self.now();
        let id = AccountId::new(now, self.0.rng.as_ref());
        let mut events = vec![event(
            "identity.account_created",
            json!({ "unit": new.unit }),
            json!({ "login": login, "name": new.name, "name_en": new.name_en }),
        )];
        events.extend(new.roles.iter().map(|held| role_event("identity.role_given", held)));
        let account = Account {
            id,
            login,
            name: new.name,
            name_en: new.name_en,
            password_hash,
            totp_sealed: None,
            totp_step: None,
            unit: new.unit,
            created_at: now,
            closed_at: None,
            version: i64::try_from(events.len()).unwrap_or(i64::MAX),
        };
        let (envelope, identity, roles) = (grant.envelope(now), self.clone(), new.roles);
        self.0
            .db
            .write(move |tx| {
                let (account, roles, events) = (account.clone(), roles.clone(), events.clone());
                let (envelope, identity) = (envelope.clone(), identity.clone());
                async move {
                    if !rows::account::insert(&tx, &account).await? {
                        return Err(AccountError::LoginTaken);
                    }
                    for held in &roles {
                        rows::grant::insert(&tx, id, held, now, None).await?;
                    }
                    identity.0.journal.append(&tx, &envelope, &Stream::of(id), subject(id), 0, events).await?;
                    Ok(())
                }
            })
            .await?;
        Ok(id)
    }

    /// Gives a role at a place, from now until `until`. Giving what is held already changes nothing.
    pub async fn give_role(
        &self,
        grant: &Granted<ManageAccounts>,
        account: AccountId,
        held: Held,
        until: Option<Timestamp>,
    ) -> Result<(), AccountError> {
        self.change(grant, account, Change::Give(held, until)).await
    }

    /// Ends a role at a place, now.
    pub async fn end_role(&self, grant: &Granted<ManageAccounts>, account: AccountId, held: Held) -> Result<(), AccountError> {
        self.change(grant, account, Change::End(held)).await
    }

    /// Closes an account: its sessions and links end, its roles stay on record.
    pub async fn close_account(&self, grant: &Granted<ManageAccounts>, account: AccountId) -> Result<(), AccountError> {
        self.change(grant, account, Change::Close).await
    }

    /// One change of one account in scope, never one's own, with its event.
    async fn change(&self, grant: &Granted<ManageAccounts>, id: AccountId, change: Change) -> Result<(), AccountError> {
        if grant.actor().account() == Some(id) {
            return Err(AccountError::OwnRoles);
        }
        if let Change::Give(held, _) | Change::End(held) = &change
            && !may_give(grant, held)
        {
            return Err(AccountError::NotYoursToGive);
        }
        let (envelope, identity, grant) = (grant.envelope(self.now()), self.clone(), grant.clone());
        self.0
            .db
            .write(move |tx| {
                let (envelope, identity, grant, change) = (envelope.clone(), identity.clone(), grant.clone(), change.clone());
                async move {
                    let found = rows::account::find(&tx, id).await?;
                    let mut account = found
                        .filter(|account| account.closed_at.is_none() && covers(&grant, account.unit.as_ref()))
                        .ok_or(AccountError::NoSuchAccount)?;
                    let Some(new) = change.apply(&tx, &mut account, envelope.now).await? else {
                        return Ok::<_, AccountError>(());
                    };
                    identity.record(&tx, &envelope, account, new).await?;
                    Ok(())
                }
            })
            .await?;
        self.doubt();
        Ok(())
    }

    /// The accounts in scope with the roles they hold now, by login.
    pub async fn accounts(&self, grant: &Granted<ViewAccounts>) -> Result<Vec<AccountView>, AccountError> {
        let (now, grant) = (self.now(), grant.clone());
        self.0
            .db
            .read(move |tx| async move {
                let roles = rows::grant::all(&tx, now).await?;
                let accounts = rows::account::all(&tx).await?;
                let seen = accounts.into_iter().filter(|account| covers(&grant, account.unit.as_ref()));
                Ok(seen
                    .map(|account| AccountView {
                        roles: roles.iter().filter(|(of, _)| *of == account.id).map(|(_, held)| held.clone()).collect(),
                        id: account.id,
                        login: account.login,
                        name: account.name,
                        name_en: account.name_en,
                        unit: account.unit,
                        created_at: account.created_at,
                        closed_at: account.closed_at,
                    })
                    .collect())
            })
            .await
    }

    /// Each account's id and name, whoever asks: timelines name who did what.
    pub async fn names(&self, tx: &Tx) -> Result<Vec<(AccountId, String, Option<String>)>, StoreError> {
        let accounts = rows::account::all(tx).await?;
        Ok(accounts.into_iter().map(|account| (account.id, account.name, account.name_en)).collect())
    }

    pub(crate) async fn hashed(&self, password: Password) -> Result<String, AccountError> {
        password.check()?;
        let salt = self.0.rng.bytes();
        self.0.hasher.hash(password, salt).await.map_err(|_| AccountError::Hashing)
    }

    /// Saves a changed account with the event that says so.
    pub(crate) async fn record(&self, tx: &Tx, envelope: &Envelope, mut account: Account, new: NewEvent) -> Result<(), StoreError> {
        let (id, seen) = (account.id, account.version);
        self.0.journal.append(tx, envelope, &Stream::of(id), subject(id), seen, vec![new]).await?;
        account.version += 1;
        rows::account::save(tx, &account, seen).await
    }
}

#[derive(Debug, Clone)]
enum Change {
    Give(Held, Option<Timestamp>),
    End(Held),
    Close,
}

impl Change {
    /// Makes the change; the event that says so, or nothing when there was nothing to change.
    async fn apply(&self, tx: &Tx, account: &mut Account, now: Timestamp) -> Result<Option<NewEvent>, AccountError> {
        match self {
            Self::Give(held, until) => {
                if rows::grant::held_by(tx, account.id, now).await?.contains(held) {
                    return Ok(None);
                }
                rows::grant::insert(tx, account.id, held, now, *until).await?;
                Ok(Some(role_event("identity.role_given", held)))
            }
            Self::End(held) => {
                if !rows::grant::end(tx, account.id, held, now).await? {
                    return Err(AccountError::NotHeld);
                }
                Ok(Some(role_event("identity.role_ended", held)))
            }
            Self::Close => {
                account.closed_at = Some(now);
                rows::session::revoke_all(tx, account.id, None, now).await?;
                rows::link::revoke_all(tx, account.id, now).await?;
                Ok(Some(event("identity.account_closed", json!({}), json!({}))))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::login_of;

    #[test]
    fn a_login_is_plain_and_small() {
        assert_eq!(login_of(" Wang.Fang ").as_deref(), Some("wang.fang"));
        for typed in ["", "ab", "1abc", "王芳", "a b c", &"x".repeat(41)] {
            assert_eq!(login_of(typed), None, "{typed}");
        }
    }
}
