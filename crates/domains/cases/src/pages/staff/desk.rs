//! The frame of a staff page: who asks, what the rail offers, the token of its forms.

use std::sync::Arc;

use axum::extract::{FromRef, FromRequestParts};
use axum::response::{IntoResponse, Response};
use http::Method;
use http::request::Parts;
use identity::http::Caller;
use identity::permissions::ViewAccounts;
use identity::{Denied, Granted, Held, Permission, Place, Principal, Role};
use kernel::{CaseNumber, Locale, RequestId, Timestamp};
use places::Register;
use settings::permissions::ViewSettings;
use store::StoreError;
use web::{Alert, Beside, Fail, NavItem, Person, Prefs, Rail, Shell, Site};

use crate::errors::ChangeError;
use crate::pages::views::nav::{self, Ways};
use crate::permissions::{AnswerAlarm, AskWarrant, Assist, DispatchCase, GrantWarrant, ReadCase, ReissueCode, SetOnCall, ViewModels};
use crate::service::Cases;
use crate::words::Words;

/// Beyond this a count is not worth the reading: `100+` (decisions 18).
pub(super) const COUNTED: u64 = 100;

/// `37`, or `100+` of a count that stopped at one more than [`COUNTED`].
pub(super) fn up_to(count: u64) -> String {
    if count > COUNTED { format!("{COUNTED}+") } else { count.to_string() }
}

/// Somebody of staff at her desk. As an extractor it refuses whoever is not signed in.
pub(super) struct Desk {
    /// Who.
    pub who: Principal,
    /// The frame.
    pub shell: Shell,
    /// The present, one instant for the whole page.
    pub now: Timestamp,
    caller: Caller,
    rail: Arc<dyn Rail>,
}

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

    /// What other domains tell of a matter, oldest first.
    pub async fn beside(&self, number: &CaseNumber) -> Result<Vec<Beside>, StoreError> {
        self.rail.beside(&self.who, self.caller.request_id, self.locale(), number).await
    }

    /// The frame for the answer to a form: its page is where a change of language leads.
    pub fn at(mut self, path: String) -> Self {
        self.shell.path = path;
        self
    }
}

/// Handles cases of a unit, or answers for one: has work of her own.
pub(super) fn has_work(who: &Principal) -> bool {
    who.is(Role::Handler) || who.is(Role::Lead)
}

async fn ways(cases: &Cases, request_id: RequestId, who: &Principal) -> Result<Ways, ChangeError> {
    let read = who.granted::<ReadCase>(Some(request_id)).ok();
    let dispatch = match &read {
        Some(read) if who.granted::<DispatchCase>(Some(request_id)).is_ok() => Some(cases.count_waiting(read, COUNTED + 1).await?),
        Some(_) | None => None,
    };
    let assists = match who.granted::<Assist>(Some(request_id)) {
        Ok(helps) => Some(cases.count_assists(&helps, COUNTED + 1).await?),
        Err(_) => None,
    };
    Ok(Ways {
        work: has_work(who),
        dispatch,
        cases: read.is_some(),
        assists,
        reissue: who.granted::<ReissueCode>(Some(request_id)).is_ok(),
        on_call: who.granted::<SetOnCall>(Some(request_id)).is_ok(),
        models: who.granted::<ViewModels>(Some(request_id)).is_ok(),
        looks: read.is_some(),
        warrants: who.granted::<AskWarrant>(Some(request_id)).is_ok() || who.granted::<GrantWarrant>(Some(request_id)).is_ok(),
        accounts: who.granted::<ViewAccounts>(Some(request_id)).is_ok(),
        settings: who.granted::<ViewSettings>(Some(request_id)).is_ok(),
    })
}

/// The ways of this domain as this person finds them; `app` puts those of others beside them.
pub async fn rail(cases: &Cases, request_id: RequestId, who: &Principal, locale: Locale) -> Result<Vec<NavItem>, ChangeError> {
    Ok(nav::rail(locale, ways(cases, request_id, who).await?))
}

/// What calls this reader at once, on the pages of other domains too: a matter whose words speak of harm, the oldest first. No
/// word of it stands here.
pub async fn alert(cases: &Cases, request_id: RequestId, who: &Principal, locale: Locale) -> Result<Option<Alert>, ChangeError> {
    // A year without its holidays is nobody's emergency: it stands behind what is.
    let other = || {
        settings::pages::alert(cases.settings(), request_id, who, locale).or_else(|| super::models::alert(cases, request_id, who, locale))
    };
    let Ok(grant) = who.granted::<AnswerAlarm>(Some(request_id)) else { return Ok(other()) };
    let calling = cases.calling(&grant, who.account()).await?;
    let w = Words::of(locale);
    let alarm = calling.first().map(|number| Alert {
        text: w.alarm_banner(up_to(calling.len() as u64)),
        href: format!("/staff/cases/{number}#alarm"),
        link: w.alarm_open().into_owned(),
    });
    Ok(alarm.or_else(other))
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

/// The roles that the account has, each once, with where the first is held: `分派员 · 清河县`.
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

impl<S> FromRequestParts<S> for Desk
where
    S: Send + Sync,
    Cases: FromRef<S>,
    Arc<Site>: FromRef<S>,
    Arc<dyn Rail>: FromRef<S>,
{
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Response> {
        let caller = Caller::from_request_parts(parts, state).await.map_err(IntoResponse::into_response)?;
        // A refusal keeps its own face: by it the application leads to the door and back.
        let who = caller.staff().map_err(IntoResponse::into_response)?;
        let (cases, site, rail) = (Cases::from_ref(state), Arc::<Site>::from_ref(state), Arc::<dyn Rail>::from_ref(state));
        let prefs = Prefs::of(parts.uri.query(), &parts.headers);
        let nav = rail.items(&who, caller.request_id, prefs.locale).await.map_err(|error| Fail::from(error).into_response())?;
        let alert = rail.alert(&who, caller.request_id, prefs.locale).await.map_err(|error| Fail::from(error).into_response())?;
        let path = if parts.method == Method::GET {
            parts.uri.path_and_query().map_or_else(|| "/staff".to_owned(), ToString::to_string)
        } else {
            "/staff".to_owned()
        };
        let person =
            Person { name: who.name(prefs.locale).to_owned(), role: role_line(who.roles(), &cases.places().register(), prefs.locale) };
        let shell = Shell::resident(&site, prefs, &path, caller.request_id.to_string())
            .for_staff(person, nav, caller.form_token().as_str())
            .alerting(alert);
        Ok(Self { who, shell, now: cases.now(), caller, rail })
    }
}
