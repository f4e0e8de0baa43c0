//! A resident's visit: how she reads, which forms are hers, which matters she has opened.

use std::sync::Arc;

use axum::extract::{FromRef, FromRequestParts};
use axum::response::{IntoResponse, Redirect, Response};
use http::request::Parts;
use http::{HeaderMap, Method, header};
use identity::http::Caller;
use identity::{ByCodeProof, Identity};
use kernel::{CaseNumber, Locale};
use web::{Fail, Prefs, Shell, Site};

use crate::errors::ChangeError;
use crate::pages::origin;
use crate::service::Cases;
use crate::words::Words;

/// The visit.
pub(super) struct Visit {
    /// The frame of the page.
    pub(super) shell: Shell,
    /// Who asks, for grants and limits.
    pub(super) caller: Caller,
    /// The headers, for the cookie of an opened matter.
    headers: HeaderMap,
}

impl Visit {
    /// The reader's language.
    pub(super) fn locale(&self) -> Locale {
        self.shell.locale()
    }

    /// This crate's words in the reader's language.
    pub(super) fn words(&self) -> Words {
        Words::of(self.shell.locale())
    }

    /// The same visit on a page that has an address of its own, where a change of language leads.
    pub(super) fn at(mut self, path: impl Into<String>) -> Self {
        self.shell.path = path.into();
        self
    }

    /// The proof that this visitor has opened the matter; `None` when the cookie is missing, old or another's.
    pub(super) async fn proof(&self, cases: &Cases, identity: &Identity, number: &CaseNumber) -> Result<Option<ByCodeProof>, ChangeError> {
        let Some((id, generation)) = cases.id_of(number).await? else { return Ok(None) };
        // A cookie of a code that was replaced since opens nothing.
        Ok(identity.code_proof(&self.headers, id).filter(|proof| proof.generation() == generation))
    }

    /// The address under which people reach this site, for links on paper.
    pub(super) fn origin(&self, identity: &Identity) -> String {
        origin(identity, &self.headers)
    }
}

impl<S> FromRequestParts<S> for Visit
where
    S: Send + Sync,
    Arc<Site>: FromRef<S>,
{
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Response> {
        let caller = Caller::from_request_parts(parts, state).await.map_err(IntoResponse::into_response)?;
        let prefs = Prefs::of(parts.uri.query(), &parts.headers);
        // The address of a form cannot be read again.
        let path = match parts.method {
            Method::GET => parts.uri.path_and_query().map_or("/", http::uri::PathAndQuery::as_str),
            _ => "/",
        };
        let mut shell = Shell::resident(&Arc::<Site>::from_ref(state), prefs, path, caller.request_id.to_string());
        caller.form_token().as_str().clone_into(&mut shell.csrf);
        Ok(Self { shell, caller, headers: parts.headers.clone() })
    }
}

/// The number in an address. A text that is none is a matter that is not there.
pub(super) fn number(text: &str) -> Result<CaseNumber, Fail> {
    text.parse().map_err(|_| Fail::new(kernel::Kind::NotFound, "case.not_found"))
}

/// To the door where number and code are asked for; the number may travel, it opens nothing.
pub(super) fn to_find(number: &CaseNumber) -> Response {
    Redirect::to(&format!("/find?number={number}")).into_response()
}

/// To the page of an opened matter, with the cookie that opens it.
pub(super) fn opened(identity: &Identity, proof: &ByCodeProof, path: &str) -> Response {
    let mut response = Redirect::to(path).into_response();
    if let Some(cookie) = identity.code_cookie(proof) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}
