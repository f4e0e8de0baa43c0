//! Who works where, for cases: answered by identity.

use cases::ports::{Handler, Person, Staff};
use identity::permissions::ViewAccounts;
use identity::{AccountView, Granted, Identity, Place, Role};
use kernel::{AccountId, Locale, UnitCode};
use store::{Db, StoreError};

/// The port [`Staff`] over accounts and their roles.
pub(crate) struct StaffOfIdentity {
    identity: Identity,
    db: Db,
}

impl StaffOfIdentity {
    pub(crate) fn new(identity: Identity, db: Db) -> Self {
        Self { identity, db }
    }

    async fn open_accounts(&self) -> Result<Vec<AccountView>, StoreError> {
        let grant = Granted::<ViewAccounts>::system("who works where");
        match self.identity.accounts(&grant).await {
            Ok(accounts) => Ok(accounts.into_iter().filter(|account| account.closed_at.is_none()).collect()),
            Err(identity::AccountError::Store(error)) => Err(error),
            // Viewing has no other failure; an empty list is the honest answer to one.
            Err(_) => Ok(Vec::new()),
        }
    }
}

#[async_trait::async_trait]
impl Staff for StaffOfIdentity {
    async fn handler_unit(&self, account: AccountId) -> Result<Option<UnitCode>, StoreError> {
        let principal = self.identity.principal_of(account).await?;
        Ok(principal.and_then(|principal| {
            principal.roles().iter().find_map(|held| match (&held.place, held.role) {
                (Place::Unit(unit), Role::Handler) => Some(unit.clone()),
                (Place::Unit(_) | Place::County | Place::Point(_) | Place::Grid(_), _) => None,
            })
        }))
    }

    async fn leads(&self, account: AccountId) -> Result<Vec<UnitCode>, StoreError> {
        let principal = self.identity.principal_of(account).await?;
        let led = principal.iter().flat_map(identity::Principal::roles).filter_map(|held| match (&held.place, held.role) {
            (Place::Unit(unit), Role::Lead) => Some(unit.clone()),
            (Place::Unit(_) | Place::County | Place::Point(_) | Place::Grid(_), _) => None,
        });
        Ok(led.collect())
    }

    async fn handlers(&self, unit: Option<&UnitCode>) -> Result<Vec<Handler>, StoreError> {
        let accounts = self.open_accounts().await?;
        Ok(accounts
            .into_iter()
            .flat_map(|account| {
                let units: Vec<UnitCode> = account
                    .roles
                    .iter()
                    .filter(|held| held.role == Role::Handler)
                    .filter_map(|held| match &held.place {
                        Place::Unit(of) if unit.is_none_or(|unit| unit == of) => Some(of.clone()),
                        Place::Unit(_) | Place::County | Place::Point(_) | Place::Grid(_) => None,
                    })
                    .collect();
                units.into_iter().map(move |unit| Handler {
                    account: account.id,
                    login: account.login.clone(),
                    name: account.name.clone(),
                    unit,
                })
            })
            .collect())
    }

    async fn answering(&self) -> Result<Vec<Person>, StoreError> {
        let accounts = self.open_accounts().await?;
        let dispatches =
            |account: &AccountView| account.roles.iter().any(|held| held.role == Role::Dispatcher && held.place == Place::County);
        Ok(accounts
            .into_iter()
            .filter(dispatches)
            .map(|account| Person { account: account.id, login: account.login, name: account.name })
            .collect())
    }

    async fn names(&self, accounts: &[AccountId], locale: Locale) -> Result<Vec<(AccountId, String)>, StoreError> {
        let identity = self.identity.clone();
        let names = self.db.read(move |tx| async move { identity.names(&tx).await }).await?;
        Ok(names
            .into_iter()
            .filter(|(id, _, _)| accounts.contains(id))
            .map(|(id, zh, en)| (id, locale.pick(&zh, en.as_deref().unwrap_or(&zh)).to_owned()))
            .collect())
    }
}
