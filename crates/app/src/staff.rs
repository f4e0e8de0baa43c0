//! Where cases and accounts meet without knowing each other: who works where is answered by identity, what a leaver has to hand
//! over and which ways the rail offers by cases.

use accounts::ports::{Duties, Duty};
use cases::ports::{Handler, Person, Staff};
use cases::{Cases, ChangeError};
use identity::permissions::ViewAccounts;
use identity::{AccountView, Granted, Held, Identity, Place, Principal, Role};
use journal::Envelope;
use kernel::{AccountId, CaseNumber, Locale, RequestId, UnitCode};
use store::{Db, StoreError, Tx};
use supervision::Supervision;
use web::{Alert, Beside, NavItem, Rail};

/// The port [`Duties`] over cases: the open ones that somebody handles, by unit.
pub(crate) struct CaseDuties(pub(crate) Cases);

/// What goes wrong while handing over is a fault of the storage: nothing of it is a person's to mend.
fn store_part(error: ChangeError) -> StoreError {
    match error {
        ChangeError::Store(error) => error,
        ChangeError::NoSuchCase
        | ChangeError::Taken { .. }
        | ChangeError::Stale { .. }
        | ChangeError::Refused { .. }
        | ChangeError::Broken { .. }
        | ChangeError::Held { .. }
        | ChangeError::NotHeld { .. }
        | ChangeError::NoAlarm { .. }
        | ChangeError::KeyReused
        | ChangeError::KindClosed { .. }
        | ChangeError::Erased
        | ChangeError::Shelf
        | ChangeError::Invalid(_) => StoreError::Stale,
    }
}

#[async_trait::async_trait]
impl Duties for CaseDuties {
    fn label(&self, locale: Locale) -> String {
        accounts::words::Words::of(locale).duty_cases().into_owned()
    }

    async fn of(&self, tx: &Tx, account: AccountId) -> Result<Vec<Duty>, StoreError> {
        let held = self.0.held_by(tx, account).await?;
        Ok(held
            .into_iter()
            .map(|held| Duty {
                key: format!("cases:{}", held.unit),
                count: held.count,
                needs: Held { role: Role::Handler, place: Place::Unit(held.unit) },
            })
            .collect())
    }

    async fn hand_over(&self, tx: &Tx, envelope: &Envelope, duty: &Duty, from: AccountId, to: AccountId) -> Result<(), StoreError> {
        // Only this port makes its duties, and it makes them of units.
        let Place::Unit(unit) = &duty.needs.place else { return Ok(()) };
        self.0.hand_over(tx, envelope, from, to, unit).await.map(drop).map_err(store_part)
    }

    async fn relieve(&self, tx: &Tx, envelope: &Envelope, account: AccountId) -> Result<(), StoreError> {
        self.0.relieve(tx, envelope, account).await.map_err(store_part)
    }
}

/// The port [`Rail`] over the pages of all domains.
pub(crate) struct RailOfAll {
    pub(crate) cases: Cases,
    pub(crate) supervision: Supervision,
}

/// What stands at the rail's end, after the work of the day.
const AT_THE_END: [&str; 3] = ["/staff/accounts", "/staff/settings", "/staff/account"];

#[async_trait::async_trait]
impl Rail for RailOfAll {
    async fn items(&self, who: &Principal, request_id: RequestId, locale: Locale) -> Result<Vec<NavItem>, StoreError> {
        let mut items = cases::pages::rail(&self.cases, request_id, who, locale).await.map_err(store_part)?;
        let at = items.iter().position(|item| AT_THE_END.contains(&item.href)).unwrap_or(items.len());
        items.splice(at..at, supervision::pages::rail(&self.supervision, request_id, who, locale).await?);
        Ok(items)
    }

    async fn alert(&self, who: &Principal, request_id: RequestId, locale: Locale) -> Result<Option<Alert>, StoreError> {
        cases::pages::alert(&self.cases, request_id, who, locale).await.map_err(store_part)
    }

    async fn beside(&self, who: &Principal, request_id: RequestId, locale: Locale, number: &CaseNumber) -> Result<Vec<Beside>, StoreError> {
        supervision::pages::beside(&self.supervision, request_id, who, locale, number).await
    }
}

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

    /// Those who hold one of `roles` for the county.
    async fn of_county(&self, roles: &[Role]) -> Result<Vec<Person>, StoreError> {
        let accounts = self.open_accounts().await?;
        let holds = |account: &AccountView| account.roles.iter().any(|held| roles.contains(&held.role) && held.place == Place::County);
        let person =
            |account: AccountView| Person { account: account.id, login: account.login, name: account.name, name_en: account.name_en };
        Ok(accounts.into_iter().filter(holds).map(person).collect())
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
                    name_en: account.name_en.clone(),
                    unit,
                })
            })
            .collect())
    }

    async fn answering(&self) -> Result<Vec<Person>, StoreError> {
        self.of_county(&[Role::Dispatcher]).await
    }

    async fn readers(&self) -> Result<Vec<Person>, StoreError> {
        self.of_county(&[Role::Evaluator, Role::Auditor]).await
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
