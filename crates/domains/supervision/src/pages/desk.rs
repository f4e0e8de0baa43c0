//! The frame of a staff page of this domain: who asks, what the rail offers, the token of its forms.

use std::sync::Arc;

use axum::extract::{FromRef, FromRequestParts};
use axum::response::{IntoResponse, Response};
use http::Method;
use http::request::Parts;
use identity::http::Caller;
use identity::{Denied, Granted, Permission, Principal};
use kernel::{Locale, RequestId, Timestamp};
use web::{Fail, Person, Prefs, Rail, Shell, Site};

use crate::service::Supervision;
use crate::words::Words;

/// Somebody of staff at her desk. As an extractor it refuses whoever is not signed in.
pub(super) struct Desk {
    /// Who.
    pub who: Principal,
    /// The frame.
    pub shell: Shell,
    /// The present, one instant for the whole page.
    pub now: Timestamp,
    caller: Caller,
}

impl Desk {
    /// The reader's language.
    pub fn locale(&self) -> Locale {
        self.shell.locale()
    }

    /// The permission, if the reader has it: for what a page offers beyond what it is for.
    pub fn granted<P: Permission>(&self) -> Option<Granted<P>> {
        self.who.granted(Some(self.caller.request_id)).ok()
    }

    /// The permission, or the refusal.
    pub fn need<P: Permission>(&self) -> Result<Granted<P>, Denied> {
        self.who.granted(Some(self.caller.request_id))
    }

    /// The request.
    pub fn request_id(&self) -> RequestId {
        self.caller.request_id
    }

    /// This crate's words in the reader's language.
    pub fn words(&self) -> Words {
        Words::of(self.locale())
    }

    /// The frame for the answer to a form: its page is where a change of language leads.
    pub fn at(mut self, path: String) -> Self {
        self.shell.path = path;
        self
    }
}

impl<S> FromRequestParts<S> for Desk
where
    S: Send + Sync,
    Supervision: FromRef<S>,
    Arc<Site>: FromRef<S>,
    Arc<dyn Rail>: FromRef<S>,
{
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Response> {
        let caller = Caller::from_request_parts(parts, state).await.map_err(IntoResponse::into_response)?;
        // A refusal keeps its own face: by it the application leads to the door and back.
        let who = caller.staff().map_err(IntoResponse::into_response)?;
        let (supervision, site, rail) = (Supervision::from_ref(state), Arc::<Site>::from_ref(state), Arc::<dyn Rail>::from_ref(state));
        let prefs = Prefs::of(parts.uri.query(), &parts.headers);
        let nav = rail.items(&who, caller.request_id, prefs.locale).await.map_err(|error| Fail::from(error).into_response())?;
        let alert = rail.alert(&who, caller.request_id, prefs.locale).await.map_err(|error| Fail::from(error).into_response())?;
        let path = if parts.method == Method::GET {
            parts.uri.path_and_query().map_or_else(|| "/staff/inbox".to_owned(), ToString::to_string)
        } else {
            "/staff/inbox".to_owned()
        };
        let mut roles: Vec<&str> = Vec::new();
        for held in who.roles() {
            let label = held.role.label(prefs.locale);
            if !roles.contains(&label) {
                roles.push(label);
            }
        }
        let person = Person { name: who.name(prefs.locale).to_owned(), role: roles.join(prefs.locale.pick("、", ", ")) };
        let shell = Shell::resident(&site, prefs, &path, caller.request_id.to_string())
            .for_staff(person, nav, caller.form_token().as_str())
            .alerting(alert);
        Ok(Self { who, shell, now: supervision.now(), caller })
    }
}
