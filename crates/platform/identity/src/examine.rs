//! Identity's part of `doctor`: who may sign in, and what as, is what the events of the account say. A right that was written behind the
//! journal's back would open everything that the other checks protect.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use journal::{Finding, Opened, Stream};
use kernel::{AccountId, Timestamp};
use serde_json::Value;
use store::{StoreError, Tx};

use crate::Identity;
use crate::rows::{self, account::Account, grant::Given};
use crate::secret::mark;

/// Accounts whose histories are read at a time.
const STEP: usize = 200;

/// Something secret that a row keeps, as the events tell it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
enum Kept {
    /// There is none.
    #[default]
    Nothing,
    /// There is one with this mark.
    Marked(String),
    /// There is one; its event is from before events had marks.
    Something,
    /// The event is from before, or the person is forgotten: it does not say.
    Untold,
}

/// An account as its events make it.
#[derive(Default)]
struct Told {
    version: i64,
    unit: Option<String>,
    /// Login, name, English name; `None` after the person was forgotten.
    names: Option<(Value, Value, Value)>,
    password: Kept,
    totp: Kept,
    closed_at: Option<Timestamp>,
    /// Roles by word and place, with when each was last given; those held now.
    held: BTreeMap<(String, String), Timestamp>,
    /// Those that were ever given.
    given: BTreeSet<(String, String)>,
}

/// The secret that an event set: its private part has the mark.
fn set(opened: &Opened) -> Kept {
    let mark = opened.private.as_ref().and_then(|private| private.get("mark")).and_then(Value::as_str);
    mark.map_or(Kept::Something, |mark| Kept::Marked(mark.to_owned()))
}

/// The password that an account was made with, if any.
fn made_with(opened: &Opened) -> Kept {
    match opened.private.as_ref().and_then(|private| private.get("mark")) {
        Some(Value::String(mark)) => Kept::Marked(mark.clone()),
        Some(_) => Kept::Nothing,
        None => Kept::Untold,
    }
}

fn fold(story: &[Opened]) -> Told {
    let mut told = Told::default();
    for opened in story {
        told.version = opened.event.version;
        let at = opened.event.recorded_at;
        let text = |name: &str| opened.public.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        match opened.event.kind.as_str() {
            "identity.account_created" => {
                told.unit = opened.public.get("unit").and_then(Value::as_str).map(str::to_owned);
                let of = |name: &str| opened.private.as_ref().and_then(|private| private.get(name)).cloned().unwrap_or_default();
                told.names = opened.private.is_some().then(|| (of("login"), of("name"), of("name_en")));
                told.password = made_with(opened);
            }
            "identity.role_given" => {
                let role = (text("role"), text("place"));
                told.given.insert(role.clone());
                told.held.insert(role, at);
            }
            "identity.role_ended" => {
                told.held.remove(&(text("role"), text("place")));
            }
            "identity.password_set" => told.password = set(opened),
            "identity.totp_enrolled" => told.totp = set(opened),
            "identity.totp_disabled" | "identity.factor_reset" => told.totp = Kept::Nothing,
            "identity.account_closed" => (told.closed_at, told.password, told.totp) = (Some(at), Kept::Nothing, Kept::Nothing),
            // What opens a door once, and what was used up, is kept for its time only.
            _ => {}
        }
    }
    told
}

/// Whether a row keeps what the events say it keeps.
fn keeps(told: &Kept, kept: Option<&[u8]>) -> bool {
    match told {
        Kept::Nothing => kept.is_none(),
        Kept::Marked(told) => kept.is_some_and(|kept| *told == mark(kept)),
        Kept::Something => kept.is_some(),
        Kept::Untold => true,
    }
}

fn wrong(account: &Account, told: &Told) -> Vec<&'static str> {
    let mut wrong = Vec::new();
    let mut compare = |what, same: bool| {
        if !same {
            wrong.push(what);
        }
    };
    let name = |name: Option<&str>| name.map_or(Value::Null, |name| Value::String(name.to_owned()));
    let names = (name(Some(&account.login)), name(Some(&account.name)), name(account.name_en.as_deref()));
    compare("version", told.version == account.version);
    compare("unit", told.unit.as_deref() == account.unit.as_ref().map(kernel::UnitCode::as_str));
    compare("names", told.names.as_ref().is_none_or(|told| *told == names));
    compare("password_hash", keeps(&told.password, account.password_hash.as_deref().map(str::as_bytes)));
    compare("totp_sealed", keeps(&told.totp, account.totp_sealed.as_deref()));
    let closed = match (told.closed_at, account.closed_at) {
        (None, None) => true,
        (Some(told), Some(row)) => row <= told,
        (None, Some(_)) | (Some(_), None) => false,
    };
    compare("closed_at", closed);
    wrong
}

impl Identity {
    /// Compares accounts and roles with their events.
    pub async fn examine(&self) -> Result<Vec<Finding>, StoreError> {
        let identity = self.clone();
        self.0.db.read(move |tx| async move { identity.examine_in(&tx).await }).await
    }

    async fn examine_in(&self, tx: &Tx) -> Result<Vec<Finding>, StoreError> {
        let mut findings = Vec::new();
        let mut given: HashMap<AccountId, Vec<Given>> = HashMap::new();
        for row in rows::grant::every(tx).await? {
            match row {
                Ok((account, one)) => given.entry(account).or_default().push(one),
                Err(error @ StoreError::Corrupt { .. }) => findings.push(Finding::new("identity_grant", "-", error.to_string())),
                Err(error) => return Err(error),
            }
        }
        let now = self.now();
        for part in rows::account::all(tx).await?.chunks(STEP) {
            let streams: Vec<Stream> = part.iter().map(|account| Stream::of(account.id)).collect();
            let mut histories = self.0.journal.histories(tx, &streams).await?;
            for account in part {
                let story = match histories.remove(&Stream::of(account.id)).unwrap_or_else(|| Ok(Vec::new())) {
                    Ok(story) => story,
                    Err(error @ StoreError::Corrupt { .. }) => {
                        findings.push(Finding::new("identity_account", account.id, error.to_string()));
                        continue;
                    }
                    Err(error) => return Err(error),
                };
                let told = fold(&story);
                let wrong = wrong(account, &told);
                if !wrong.is_empty() {
                    findings.push(Finding::new(
                        "identity_account",
                        account.id,
                        format!("it is not the fold of its events: {}", wrong.join(", ")),
                    ));
                }
                findings.extend(roles(account.id, &told, &given.remove(&account.id).unwrap_or_default(), now));
            }
        }
        findings.extend(given.keys().map(|account| Finding::new("identity_grant", account, "a role of an account that is not there")));
        Ok(findings)
    }
}

/// What is wrong with the roles of an account: rows that no event gave, and roles given that no row holds.
fn roles(account: AccountId, told: &Told, given: &[Given], now: Timestamp) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut open = BTreeSet::new();
    for one in given {
        let role = (one.held.role.code().to_owned(), one.held.place.to_string());
        let named = format!("{account} {} {}", role.0, role.1);
        if !told.given.contains(&role) {
            findings.push(Finding::new("identity_grant", named, "no event gave this role"));
        } else if one.until.is_none_or(|until| until > now) {
            let since = told.held.get(&role);
            if since.is_none_or(|since| one.from > *since) {
                findings.push(Finding::new("identity_grant", &named, "its events say that it has ended, or began at another time"));
            }
            open.insert(role);
        }
    }
    let lost = told.held.keys().filter(|role| !open.contains(*role));
    findings.extend(
        lost.map(|(role, place)| Finding::new("identity_grant", format!("{account} {role} {place}"), "it was given and is not held")),
    );
    findings
}
