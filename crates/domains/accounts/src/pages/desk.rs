//! The frame of a staff page: who asks, what the rail offers, the token of its forms.

use std::sync::Arc;

use axum::extract::{FromRef, FromRequestParts};
use axum::response::{IntoResponse, Response};
use http::request::Parts;
use http::{HeaderMap, Method, header};
use identity::http::Caller;
use identity::{Denied, Granted, Held, Identity, Origin, Permission, Place, Principal, Role};
use kernel::problem::Problem;
use kernel::{AccountId, Kind, Locale, Timestamp};
use places::Register;
use web::{ClientAddr, Fail, Person, Prefs, Shell, Site};

use crate::service::Accounts;
use crate::words::Words;

/// Somebody of staff at her desk. As an extractor it refuses whoever is not signed in, or has to set up an authenticator.
pub(super) struct Desk {
    /// Who.
    pub who: Principal,
    /// The frame.
    pub shell: Shell,
    /// The present, one instant for the whole page.
    pub now: Timestamp,
    /// Where the request came from.
    pub from: Origin,
    caller: Caller,
    host: Option<String>,
}

/// The same for somebody who may still have to set up an authenticator: then without a rail.
pub(super) struct AtDoor(pub Desk);

impl Desk {
    /// The reader's language.
    pub fn locale(&self) -> Locale {
        self.shell.locale()
    }

    /// This crate's words in the reader's language.
    pub fn words(&self) -> Words {
        Words::of(self.shell.locale())
    }

    /// The permission, if the reader has it: for what a page offers beyond what it is for.
    pub fn granted<P: Permission>(&self) -> Option<Granted<P>> {
        self.who.granted(Some(self.caller.request_id)).ok()
    }

    /// The permission, or the refusal.
    pub fn need<P: Permission>(&self) -> Result<Granted<P>, Denied> {
        self.who.granted(Some(self.caller.request_id))
    }

    /// The frame for the answer to a form: its page is where a change of language leads.
    pub fn at(mut self, path: impl Into<String>) -> Self {
        self.shell.path = path.into();
        self
    }

    /// The sentence for a refusal that a page shows in its own frame; faults of ours go on as they are.
    pub fn sentence<E: Problem>(&self, error: E) -> Result<String, Fail> {
        let (kind, code) = error.face();
        match kind {
            Kind::Bug | Kind::Unavailable | Kind::NotFound | Kind::Unauthenticated | Kind::PreconditionRequired => Err(error.into()),
            Kind::Invalid | Kind::Conflict | Kind::Forbidden | Kind::TooMany => {
                Ok(self.shell.site.messages.problem(self.locale(), kind, code).into_owned())
            }
        }
    }

    /// The address under which people reach this site.
    pub fn site_address(&self, identity: &Identity) -> String {
        let settings = identity.settings();
        let host = settings.public_host.as_deref().or(self.host.as_deref()).unwrap_or("localhost");
        format!("{}://{host}", if settings.secure_cookies { "https" } else { "http" })
    }
}

/// Whether the reader works on cases: then her account page is not all there is for her.
pub(super) fn has_work(desk: &Desk) -> bool {
    desk.shell.nav.len() > 1
}

/// Where a role is held, as people say it.
pub(super) fn place_name(place: &Place, register: &Register, locale: Locale) -> String {
    let area = |code| register.area(code).map_or_else(|| format!("{code}"), |area| area.name_in(locale).to_owned());
    match place {
        Place::County => locale.pick(&register.county().name, &register.county().name_en).to_owned(),
        Place::Unit(code) => register.unit(code).map_or_else(|| code.to_string(), |unit| unit.name_in(locale).to_owned()),
        Place::Point(code) | Place::Grid(code) => area(code),
    }
}

/// A role with its place: `承办人 · 住房城乡建设局`.
pub(super) fn seat_name(held: &Held, register: &Register, locale: Locale) -> String {
    format!("{} · {}", held.role.label(locale), place_name(&held.place, register, locale))
}

/// The roles that the account has, each once, with where the first is held.
fn role_line(held: &[Held], register: &Register, locale: Locale) -> String {
    let mut roles: Vec<Role> = held.iter().map(|held| held.role).collect();
    roles.dedup();
    let labels: Vec<&str> = roles.iter().map(|role| role.label(locale)).collect();
    let labels = labels.join(locale.pick("、", ", "));
    match held.first() {
        Some(first) => format!("{labels} · {}", place_name(&first.place, register, locale)),
        None => labels,
    }
}

/// The account in an address. A text that is none is an account that is not there.
pub(super) fn account(text: &str) -> Result<AccountId, Fail> {
    text.parse().map_err(|_| Fail::new(Kind::NotFound, "account.not_found"))
}

fn host(headers: &HeaderMap) -> Option<String> {
    headers.get(header::HOST).and_then(|host| host.to_str().ok()).map(str::to_owned)
}

async fn frame<S>(parts: &mut Parts, state: &S, who: Principal, caller: Caller) -> Result<Desk, Response>
where
    S: Send + Sync,
    Accounts: FromRef<S>,
    Arc<Site>: FromRef<S>,
{
    let (accounts, site) = (Accounts::from_ref(state), Arc::<Site>::from_ref(state));
    let prefs = Prefs::of(parts.uri.query(), &parts.headers);
    let path = if parts.method == Method::GET {
        parts.uri.path_and_query().map_or_else(|| "/staff/account".to_owned(), ToString::to_string)
    } else {
        "/staff/account".to_owned()
    };
    let may_act = caller.principal.is_some();
    let (nav, alert) = if may_act {
        let rail = &accounts.0.rail;
        let items = rail.items(&who, caller.request_id, prefs.locale).await;
        let alert = rail.alert(&who, caller.request_id, prefs.locale).await;
        let failed = |error| Fail::from(error).into_response();
        (items.map_err(failed)?, alert.map_err(failed)?)
    } else {
        (Vec::new(), None)
    };
    let register = accounts.places().register();
    let person = Person { name: who.name(prefs.locale).to_owned(), role: role_line(who.roles(), &register, prefs.locale) };
    let shell = Shell::resident(&site, prefs, &path, caller.request_id.to_string());
    let shell = shell.for_staff(person, nav, caller.form_token().as_str()).alerting(alert);
    let address = parts.extensions.get::<ClientAddr>().and_then(|address| address.0);
    let from = Origin::of(address, &parts.headers);
    Ok(Desk { who, shell, now: accounts.now(), from, caller, host: host(&parts.headers) })
}

impl<S> FromRequestParts<S> for Desk
where
    S: Send + Sync,
    Accounts: FromRef<S>,
    Arc<Site>: FromRef<S>,
{
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Response> {
        let caller = Caller::from_request_parts(parts, state).await.map_err(IntoResponse::into_response)?;
        // A refusal keeps its own face: by it the application leads to the door, or to the authenticator.
        let who = caller.staff().map_err(IntoResponse::into_response)?;
        frame(parts, state, who, caller).await
    }
}

impl<S> FromRequestParts<S> for AtDoor
where
    S: Send + Sync,
    Accounts: FromRef<S>,
    Arc<Site>: FromRef<S>,
{
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Response> {
        let caller = Caller::from_request_parts(parts, state).await.map_err(IntoResponse::into_response)?;
        let who = caller.session.clone().ok_or(Denied::Unauthenticated).map_err(IntoResponse::into_response)?;
        frame(parts, state, who, caller).await.map(Self)
    }
}
