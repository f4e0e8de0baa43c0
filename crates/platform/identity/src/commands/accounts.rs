//! Creating and closing accounts, giving and ending roles. Each change is an event of the account's stream; names and
//! logins stand in its private part.

use journal::{Actor, Envelope, NewEvent, Stream};
use kernel::{AccountId, Page, PageSize, SubjectId, Timestamp, UnitCode, text};
use serde_json::{Value, json};
use store::{StoreError, Tx};

use crate::model::Place;
use crate::permissions::{ApproveAccounts, ManageAccounts, ViewAccounts};
use crate::principal::Held;
use crate::rows::{self, account::Account};
use crate::secret::mark;
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
    /// Somebody has set a password.
    pub has_password: bool,
    /// Signing in asks for the digits of an authenticator.
    pub has_totp: bool,
}

impl AccountView {
    fn new(account: Account, roles: Vec<Held>) -> Self {
        Self {
            roles,
            has_password: account.password_hash.is_some(),
            has_totp: account.totp_sealed.is_some(),
            id: account.id,
            login: account.login,
            name: account.name,
            name_en: account.name_en,
            unit: account.unit,
            created_at: account.created_at,
            closed_at: account.closed_at,
        }
    }
}

/// Which accounts of a scope.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AccountFilter {
    /// Closed ones instead of open ones.
    pub closed: bool,
    /// Of this unit.
    pub unit: Option<UnitCode>,
}

/// Whose key protects what events say of an account: the account's own, so that a leaver can be forgotten.
pub(crate) fn subject(account: AccountId) -> SubjectId {
    SubjectId::from_bytes(*account.as_bytes())
}

pub(crate) fn event(kind: &'static str, public: Value, private: Value) -> NewEvent {
    NewEvent { kind, kind_version: 1, occurred_at: None, public, private, reason: None }
}

fn role_event(kind: &'static str, held: &Held, proposed_by: Option<AccountId>) -> NewEvent {
    event(kind, json!({ "role": held.role.code(), "place": held.place.to_string(), "proposed_by": proposed_by }), json!({}))
}

/// What is stored of a login as it was typed; `None` when it is none: 3–40 of `a-z 0-9 . _ -`, beginning with a letter.
pub fn login_of(typed: &str) -> Option<String> {
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

/// Whether the grant reaches this role: everywhere for the county; a lead reaches handlers and leads of her own unit
/// (domain 3.2, "staff of d").
fn reaches(grant: &Granted<ManageAccounts>, held: &Held) -> bool {
    let own_unit = match &held.place {
        Place::Unit(unit) => grant.scopes().units().any(|own| own == unit),
        Place::County | Place::Point(_) | Place::Grid(_) => false,
    };
    grant.scopes().is_county() || (own_unit && matches!(held.role, Role::Handler | Role::Lead))
}

/// By whose word rights are added (decisions 3: admin proposes, organiser approves; domain 3.2: a lead manages the staff of
/// her unit). Taking rights away needs one person, adding them needs an authority.
#[derive(Debug, Clone)]
pub struct Authority(Who);

#[derive(Debug, Clone)]
enum Who {
    /// One person's own: the platform itself, or a lead in her unit.
    One(Granted<ManageAccounts>),
    /// What one proposed, and another approved.
    Two { proposer: AccountId, approver: Granted<ApproveAccounts> },
}

impl Authority {
    /// The platform's own, or a lead's within her unit.
    pub fn of_one(grant: &Granted<ManageAccounts>) -> Self {
        Self(Who::One(grant.clone()))
    }

    /// Two people's. [`AccountError::OwnProposal`] when they are one.
    pub fn of_two(proposer: AccountId, approver: &Granted<ApproveAccounts>) -> Result<Self, AccountError> {
        // The platform itself is nobody's second person.
        match approver.actor().account() {
            Some(account) if account != proposer => Ok(Self(Who::Two { proposer, approver: approver.clone() })),
            Some(_) | None => Err(AccountError::OwnProposal),
        }
    }

    fn envelope(&self, now: Timestamp) -> Envelope {
        match &self.0 {
            Who::One(grant) => grant.envelope(now),
            Who::Two { approver, .. } => approver.envelope(now),
        }
    }

    fn proposer(&self) -> Option<AccountId> {
        match &self.0 {
            Who::One(_) => None,
            Who::Two { proposer, .. } => Some(*proposer),
        }
    }

    /// Whether it is enough for an account of `unit`.
    fn covers(&self, unit: Option<&UnitCode>) -> bool {
        match &self.0 {
            Who::One(grant) => covers(grant, unit),
            Who::Two { approver, .. } => covers(approver, unit),
        }
    }

    /// Whether it is enough to add something to `account`: a new one, or the one with this id.
    fn may_add(&self, account: Option<AccountId>) -> Result<(), AccountError> {
        match &self.0 {
            Who::One(grant) => {
                let own = account.is_some() && grant.actor().account() == account;
                let one_is_enough = matches!(grant.actor(), Actor::System(_)) || !grant.scopes().is_county();
                match (own, one_is_enough) {
                    (true, _) => Err(AccountError::OwnRoles),
                    (false, true) => Ok(()),
                    (false, false) => Err(AccountError::NeedsTwo),
                }
            }
            Who::Two { proposer, approver } => {
                let own = account.is_some_and(|account| account == *proposer || approver.actor().account() == Some(account));
                if own { Err(AccountError::OwnRoles) } else { Ok(()) }
            }
        }
    }

    /// Whether it is enough for this account; the login as it is stored.
    fn may_create(&self, new: &NewAccount) -> Result<String, AccountError> {
        let login = named(new)?;
        self.may_add(None)?;
        if !self.covers(new.unit.as_ref()) {
            return Err(AccountError::NotYoursToGive);
        }
        new.roles.iter().try_for_each(|held| self.may_give(held))?;
        Ok(login)
    }

    /// Whether it is enough for this role.
    fn may_give(&self, held: &Held) -> Result<(), AccountError> {
        match &self.0 {
            Who::One(grant) if !reaches(grant, held) => Err(AccountError::NotYoursToGive),
            Who::One(_) | Who::Two { .. } => Ok(()),
        }
    }
}

/// Checks what a new account is called; the login as it is stored.
fn named(new: &NewAccount) -> Result<String, AccountError> {
    let login = login_of(&new.login).ok_or(AccountError::LoginShape)?;
    let names = [Some(&new.name), new.name_en.as_ref()];
    if names.into_iter().flatten().any(|name| text::check(name, 60).is_err()) {
        return Err(AccountError::NameShape);
    }
    Ok(login)
}

impl Identity {
    /// Creates an account with its roles, by one person's word.
    pub async fn create_account(&self, grant: &Granted<ManageAccounts>, new: NewAccount) -> Result<AccountId, AccountError> {
        // Nobody makes us hash for nothing.
        Authority::of_one(grant).may_create(&new)?;
        let hash = match new.password.clone() {
            Some(password) => Some(self.hashed(password).await?),
            None => None,
        };
        let (identity, by, now) = (self.clone(), Authority::of_one(grant), self.now());
        let id = AccountId::new(now, self.0.rng.as_ref());
        self.0
            .db
            .write(move |tx| {
                let (identity, by, new, hash) = (identity.clone(), by.clone(), new.clone(), hash.clone());
                async move { identity.insert_account(&tx, &by, id, &new, hash, now).await }
            })
            .await?;
        Ok(id)
    }

    /// Creates an account inside the caller's transaction. Its password is set by a one-time link; [`NewAccount::password`] is
    /// not looked at, because hashing has no place in a transaction.
    pub async fn create_account_in(&self, tx: &Tx, by: &Authority, new: &NewAccount, now: Timestamp) -> Result<AccountId, AccountError> {
        let id = AccountId::new(now, self.0.rng.as_ref());
        self.insert_account(tx, by, id, new, None, now).await?;
        Ok(id)
    }

    async fn insert_account(
        &self,
        tx: &Tx,
        by: &Authority,
        id: AccountId,
        new: &NewAccount,
        password_hash: Option<String>,
        now: Timestamp,
    ) -> Result<(), AccountError> {
        let login = by.may_create(new)?;
        let mut events = vec![event(
            "identity.account_created",
            json!({ "unit": new.unit, "proposed_by": by.proposer() }),
            json!({ "login": login, "name": new.name, "name_en": new.name_en, "mark": password_hash.as_ref().map(|hash| mark(hash.as_bytes())) }),
        )];
        events.extend(new.roles.iter().map(|held| role_event("identity.role_given", held, by.proposer())));
        let account = Account {
            id,
            login,
            name: new.name.clone(),
            name_en: new.name_en.clone(),
            password_hash,
            totp_sealed: None,
            totp_step: None,
            unit: new.unit.clone(),
            created_at: now,
            closed_at: None,
            version: i64::try_from(events.len()).unwrap_or(i64::MAX),
        };
        if !rows::account::insert(tx, &account).await? {
            return Err(AccountError::LoginTaken);
        }
        for held in &new.roles {
            rows::grant::insert(tx, id, held, now, None).await?;
        }
        self.0.journal.append(tx, &by.envelope(now), &Stream::of(id), subject(id), 0, events).await?;
        Ok(())
    }

    /// Whether somebody has this login already.
    pub async fn login_is_taken(&self, tx: &Tx, login: &str) -> Result<bool, StoreError> {
        let Some(login) = login_of(login) else { return Ok(false) };
        Ok(rows::account::find_by_login(tx, &login).await?.is_some())
    }

    /// Gives a role at a place, from now on. Giving what is held already changes nothing.
    pub async fn give_role(&self, grant: &Granted<ManageAccounts>, account: AccountId, held: Held) -> Result<(), AccountError> {
        let (identity, by, now) = (self.clone(), Authority::of_one(grant), self.now());
        self.0
            .db
            .write(move |tx| {
                let (identity, by, held) = (identity.clone(), by.clone(), held.clone());
                async move { identity.give_role_in(&tx, &by, account, &held, now).await }
            })
            .await?;
        self.doubt();
        Ok(())
    }

    /// Gives a role inside the caller's transaction.
    pub async fn give_role_in(&self, tx: &Tx, by: &Authority, id: AccountId, held: &Held, now: Timestamp) -> Result<(), AccountError> {
        by.may_add(Some(id))?;
        by.may_give(held)?;
        let found = rows::account::find(tx, id).await?;
        let account =
            found.filter(|account| account.closed_at.is_none() && by.covers(account.unit.as_ref())).ok_or(AccountError::NoSuchAccount)?;
        if rows::grant::held_by(tx, id, now).await?.contains(held) {
            return Ok(());
        }
        rows::grant::insert(tx, id, held, now, None).await?;
        self.record(tx, &by.envelope(now), account, role_event("identity.role_given", held, by.proposer())).await?;
        Ok(())
    }

    /// Takes somebody's authenticator and recovery codes away, for one who lost both; her sessions end. It takes two people,
    /// because with a one-time link it opens the account.
    pub async fn reset_factor_in(&self, tx: &Tx, by: &Authority, id: AccountId, now: Timestamp) -> Result<(), AccountError> {
        let Who::Two { proposer, .. } = &by.0 else { return Err(AccountError::NeedsTwo) };
        by.may_add(Some(id))?;
        let found = rows::account::find(tx, id).await?;
        let mut account = found.filter(|account| account.closed_at.is_none()).ok_or(AccountError::NoSuchAccount)?;
        (account.totp_sealed, account.totp_step) = (None, None);
        rows::recovery::forget(tx, id).await?;
        rows::session::revoke_all(tx, id, None, now).await?;
        let reset = event("identity.factor_reset", json!({ "proposed_by": proposer }), json!({}));
        self.record(tx, &by.envelope(now), account, reset).await?;
        Ok(())
    }

    /// Ends a role at a place, now. The last admin and the last organiser of a site stay: nobody could give the role again.
    pub async fn end_role(&self, grant: &Granted<ManageAccounts>, account: AccountId, held: Held) -> Result<(), AccountError> {
        let (identity, grant, now) = (self.clone(), grant.clone(), self.now());
        self.0
            .db
            .write(move |tx| {
                let (identity, grant, held) = (identity.clone(), grant.clone(), held.clone());
                async move {
                    let row = identity.within(&tx, &grant, account, now).await?;
                    if !reaches(&grant, &held) {
                        return Err(AccountError::NotYoursToGive);
                    }
                    others_remain(&tx, account, std::slice::from_ref(&held), now).await?;
                    if !rows::grant::end(&tx, account, &held, now).await? {
                        return Err(AccountError::NotHeld);
                    }
                    identity.record(&tx, &grant.envelope(now), row, role_event("identity.role_ended", &held, None)).await?;
                    Ok::<_, AccountError>(())
                }
            })
            .await?;
        self.doubt();
        Ok(())
    }

    /// Closes an account inside the caller's transaction: its sessions, links, password and authenticator end, its roles stay
    /// on record. What it still has to do is the caller's to hand over before. Call [`Identity::changed`] after the commit.
    pub async fn close_account_in(
        &self,
        tx: &Tx,
        grant: &Granted<ManageAccounts>,
        id: AccountId,
        now: Timestamp,
    ) -> Result<(), AccountError> {
        let mut account = self.within(tx, grant, id, now).await?;
        others_remain(tx, id, &rows::grant::held_by(tx, id, now).await?, now).await?;
        account.closed_at = Some(now);
        (account.password_hash, account.totp_sealed, account.totp_step) = (None, None, None);
        rows::session::revoke_all(tx, id, None, now).await?;
        rows::link::revoke_all(tx, id, now).await?;
        rows::recovery::forget(tx, id).await?;
        rows::known::forget(tx, id).await?;
        self.record(tx, &grant.envelope(now), account, event("identity.account_closed", json!({}), json!({}))).await?;
        Ok(())
    }

    /// To be called after a commit of the caller's that changed accounts or roles: what it took away counts at once.
    pub fn changed(&self) {
        self.doubt();
    }

    /// Whether there is such an account, and it is open.
    pub async fn is_open(&self, tx: &Tx, id: AccountId) -> Result<bool, StoreError> {
        Ok(rows::account::find(tx, id).await?.is_some_and(|account| account.closed_at.is_none()))
    }

    /// Whether the grant reaches this open account, as everything that changes it asks first.
    pub async fn reach(&self, tx: &Tx, grant: &Granted<ManageAccounts>, id: AccountId, now: Timestamp) -> Result<(), AccountError> {
        self.within(tx, grant, id, now).await.map(drop)
    }

    /// The open account, if the grant reaches it: never one's own; for a lead one of her unit who holds nothing beyond what a
    /// lead may give, so that no link of hers opens a dispatcher's account.
    pub(crate) async fn within(
        &self,
        tx: &Tx,
        grant: &Granted<ManageAccounts>,
        id: AccountId,
        now: Timestamp,
    ) -> Result<Account, AccountError> {
        if grant.actor().account() == Some(id) {
            return Err(AccountError::OwnRoles);
        }
        let found = rows::account::find(tx, id).await?;
        let account = found
            .filter(|account| account.closed_at.is_none() && covers(grant, account.unit.as_ref()))
            .ok_or(AccountError::NoSuchAccount)?;
        if !rows::grant::held_by(tx, id, now).await?.iter().all(|held| reaches(grant, held)) {
            return Err(AccountError::NotYoursToGive);
        }
        Ok(account)
    }

    /// The open accounts that hold this role at this place now, in the caller's snapshot.
    pub async fn holders(&self, tx: &Tx, held: &Held, now: Timestamp) -> Result<Vec<AccountView>, StoreError> {
        let mut holders = Vec::new();
        for id in rows::grant::holders(tx, held, now).await? {
            if let Some(account) = rows::account::find(tx, id).await?.filter(|account| account.closed_at.is_none()) {
                holders.push(AccountView::new(account, vec![held.clone()]));
            }
        }
        holders.sort_by(|a, b| a.login.cmp(&b.login));
        Ok(holders)
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
                let held = |id: AccountId| roles.iter().filter(|(of, _)| *of == id).map(|(_, held)| held.clone()).collect();
                Ok(seen.map(|account| (account.id, account)).map(|(id, account)| AccountView::new(account, held(id))).collect())
            })
            .await
    }

    /// One page of the accounts in scope, by login; `after` is the last login of the page before.
    pub async fn accounts_page(
        &self,
        grant: &Granted<ViewAccounts>,
        filter: AccountFilter,
        after: Option<String>,
        size: PageSize,
    ) -> Result<Page<AccountView>, AccountError> {
        let (now, grant) = (self.now(), grant.clone());
        self.0
            .db
            .read(move |tx| async move {
                let units = (!grant.scopes().is_county()).then(|| grant.scopes().units().cloned().collect::<Vec<_>>());
                let found = rows::account::page(&tx, units.as_deref(), &filter, after.as_deref(), size).await?;
                let page = Page::from_one_more(found, size, |last| last.login.clone());
                let mut rows = Vec::with_capacity(page.rows.len());
                for account in page.rows {
                    let roles = rows::grant::held_by(&tx, account.id, now).await?;
                    rows.push(AccountView::new(account, roles));
                }
                Ok(Page { rows, next: page.next })
            })
            .await
    }

    /// One account in scope, closed or not.
    pub async fn account(&self, grant: &Granted<ViewAccounts>, id: AccountId) -> Result<AccountView, AccountError> {
        let (now, grant) = (self.now(), grant.clone());
        self.0
            .db
            .read(move |tx| async move {
                let found = rows::account::find(&tx, id).await?.filter(|account| covers(&grant, account.unit.as_ref()));
                let account = found.ok_or(AccountError::NoSuchAccount)?;
                let roles = rows::grant::held_by(&tx, id, now).await?;
                Ok(AccountView::new(account, roles))
            })
            .await
    }

    /// Each account's id and name, whoever asks: timelines name who did what.
    pub async fn names(&self, tx: &Tx) -> Result<Vec<(AccountId, String, Option<String>)>, StoreError> {
        let accounts = rows::account::all(tx).await?;
        Ok(accounts.into_iter().map(|account| (account.id, account.name, account.name_en)).collect())
    }

    /// Who holds any of `wanted` at `now`, by account, and those of `also` who are still here. Accounts that were closed are nobody.
    /// For work that tells people of something: it reads what it needs, however many work in the county.
    pub async fn at_work(
        &self,
        tx: &Tx,
        wanted: &[Held],
        also: &[AccountId],
        now: Timestamp,
    ) -> Result<(Vec<(AccountId, Held)>, Vec<AccountId>), StoreError> {
        let mut holders = rows::grant::holders_of(tx, wanted, now).await?;
        let asked = holders.iter().map(|(account, _)| *account).chain(also.iter().copied()).collect();
        let open = rows::account::open(tx, &asked).await?;
        holders.retain(|(account, _)| open.contains(account));
        Ok((holders, also.iter().copied().filter(|account| open.contains(account)).collect()))
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

/// Refuses to take away the last admin or the last organiser.
async fn others_remain(tx: &Tx, id: AccountId, taken: &[Held], now: Timestamp) -> Result<(), AccountError> {
    for role in [Role::Admin, Role::Organiser] {
        let held = Held { role, place: Place::County };
        if !taken.contains(&held) {
            continue;
        }
        let holders = rows::grant::holders(tx, &held, now).await?.into_iter().collect();
        if !rows::account::open(tx, &holders).await?.iter().any(|other| *other != id) {
            return Err(AccountError::LastOfRole);
        }
    }
    Ok(())
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
