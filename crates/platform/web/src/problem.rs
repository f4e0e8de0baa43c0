//! The face of an error: `application/problem+json` (RFC 9457) for programs, a page in the reader's
//! language for people. Handlers return [`Fail`]; the [`faces`] layer turns it into one or the other,
//! because only there the reader's language and the request's id are at hand.

use std::borrow::Cow;
use std::sync::Arc;

use askama::Template;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use http::{HeaderName, HeaderValue, StatusCode, header};
use kernel::problem::{Face, FieldFault, Instead, Kind, Problem};
use kernel::{Locale, RequestId};
use serde::Serialize;

use crate::{Prefs, Shell, Site, Words};

/// Finds a message by key in one crate's words: `cases::Words::find`.
pub type Lookup = fn(Locale, &str) -> Option<Cow<'static, str>>;

/// The words of errors, from every crate that has some. `web`'s own come first.
#[derive(Debug, Clone)]
pub struct Messages(Vec<Lookup>);

impl Default for Messages {
    fn default() -> Self {
        Self(vec![Words::find])
    }
}

impl Messages {
    /// With another crate's words.
    #[must_use]
    pub fn and(mut self, lookup: Lookup) -> Self {
        self.0.push(lookup);
        self
    }

    fn find(&self, locale: Locale, key: &str) -> Option<Cow<'static, str>> {
        self.0.iter().find_map(|lookup| lookup(locale, key))
    }

    /// The sentence for a stable code: message `problem-<code>`, dots as dashes, else the sentence of its class.
    pub fn problem(&self, locale: Locale, kind: Kind, code: &str) -> Cow<'static, str> {
        self.find(locale, &format!("problem-{}", code.replace('.', "-"))).unwrap_or_else(|| title(Words::of(locale), kind))
    }

    /// The sentence for one field: message `fault-<field>-<code>`, else `fault-<code>`, else a general one.
    pub fn fault(&self, locale: Locale, fault: &FieldFault) -> Cow<'static, str> {
        let field = fault.field.replace('.', "-");
        self.find(locale, &format!("fault-{field}-{}", fault.code))
            .or_else(|| self.find(locale, &format!("fault-{}", fault.code)))
            .unwrap_or_else(|| Words::of(locale).fault_other())
    }
}

/// The status of a class.
pub fn status(kind: Kind) -> StatusCode {
    match kind {
        Kind::NotFound => StatusCode::NOT_FOUND,
        Kind::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
        Kind::Conflict => StatusCode::CONFLICT,
        Kind::Forbidden => StatusCode::FORBIDDEN,
        Kind::Unauthenticated => StatusCode::UNAUTHORIZED,
        Kind::PreconditionRequired => StatusCode::PRECONDITION_REQUIRED,
        Kind::TooMany => StatusCode::TOO_MANY_REQUESTS,
        Kind::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        Kind::Bug => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

fn title(w: Words, kind: Kind) -> Cow<'static, str> {
    match kind {
        Kind::NotFound => w.problem_not_found(),
        Kind::Invalid => w.problem_invalid(),
        Kind::Conflict => w.problem_conflict(),
        Kind::Forbidden => w.problem_forbidden(),
        Kind::Unauthenticated => w.problem_unauthenticated(),
        Kind::PreconditionRequired => w.problem_precondition(),
        Kind::TooMany => w.problem_too_many(),
        Kind::Unavailable => w.problem_unavailable(),
        Kind::Bug => w.problem_bug(),
    }
}

fn what_now(w: Words, kind: Kind) -> Cow<'static, str> {
    match kind {
        Kind::NotFound => w.problem_not_found_now(),
        Kind::Invalid => w.problem_invalid_now(),
        Kind::Conflict | Kind::PreconditionRequired => w.problem_conflict_now(),
        Kind::Forbidden => w.problem_forbidden_now(),
        Kind::Unauthenticated => w.problem_unauthenticated_now(),
        Kind::TooMany => w.problem_too_many_now(),
        Kind::Unavailable => w.problem_unavailable_now(),
        Kind::Bug => w.problem_bug_now(),
    }
}

/// What a handler returns when it cannot answer. Made from any [`Problem`] with `?`.
#[derive(Debug, Clone)]
pub struct Fail {
    kind: Kind,
    code: &'static str,
    fields: Vec<FieldFault>,
    current: Option<(String, i64)>,
    instead: Option<Box<Instead>>,
}

impl Fail {
    /// A failure without an error value behind it, such as an unknown address.
    pub fn new(kind: Kind, code: &'static str) -> Self {
        Self { kind, code, fields: Vec::new(), current: None, instead: None }
    }

    /// The failure behind a face that a crate below `web` put into a response.
    pub fn of_face(face: Face) -> Self {
        let Face { kind, code, fields, current, instead } = face;
        Self { kind, code, fields, current, instead }
    }

    /// Its class.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Its stable code.
    pub fn code(&self) -> &'static str {
        self.code
    }

    /// The fields at fault.
    pub fn fields(&self) -> &[FieldFault] {
        &self.fields
    }
}

impl<E: Problem> From<E> for Fail {
    /// Faults of ours are logged here, once, with their chain; callers never see the chain.
    fn from(error: E) -> Self {
        let (kind, code) = error.face();
        if matches!(kind, Kind::Bug | Kind::Unavailable) {
            let mut chain = error.to_string();
            let mut cause = std::error::Error::source(&error);
            while let Some(error) = cause {
                chain.push_str(": ");
                chain.push_str(&error.to_string());
                cause = error.source();
            }
            tracing::error!(problem.code = code, problem.chain = chain, "a request failed");
        }
        Self { kind, code, fields: error.fields(), current: error.current(), instead: error.instead() }
    }
}

impl IntoResponse for Fail {
    /// Without the [`faces`] layer only the status is seen.
    fn into_response(self) -> Response {
        let mut response = status(self.kind).into_response();
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}

/// One field of problem+json.
#[derive(Debug, Serialize)]
struct FieldFace {
    field: &'static str,
    code: &'static str,
    detail: Cow<'static, str>,
}

#[derive(Debug, Serialize)]
struct InsteadFace {
    code: String,
    name: String,
}

#[derive(Debug, Serialize)]
struct StateFace {
    name: String,
    version: i64,
}

/// RFC 9457, with our members `code`, `fields`, `current`, `instead` and `request_id`. `type` is `about:blank`:
/// the code is the contract.
#[derive(Debug, Serialize)]
struct ProblemFace {
    r#type: &'static str,
    title: Cow<'static, str>,
    status: u16,
    detail: Cow<'static, str>,
    code: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fields: Vec<FieldFace>,
    #[serde(skip_serializing_if = "Option::is_none")]
    current: Option<StateFace>,
    #[serde(skip_serializing_if = "Option::is_none")]
    instead: Option<InsteadFace>,
    request_id: String,
}

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage<'a> {
    shell: &'a Shell,
    title: Cow<'static, str>,
    now: Cow<'static, str>,
    fields: Vec<Cow<'static, str>>,
    ours: bool,
    tone: &'static str,
    icon: &'static str,
    back: &'static str,
}

/// Middleware: `axum::middleware::from_fn_with_state(site, web::problem::faces)`. Gives every [`Fail`]
/// its face, and a face to an address nobody serves (an empty 404). The request's id is read from the
/// extension [`RequestId`] that an outer layer has set.
pub async fn faces(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    let prefs = Prefs::of(request.uri().query(), request.headers());
    let path = request.uri().path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string);
    let id = request.extensions().get::<RequestId>().map(ToString::to_string).unwrap_or_default();
    let read_again = request.method() == http::Method::GET;
    let mut response = next.run(request).await;
    let face = response.extensions_mut().remove::<Face>().map(|face| Arc::new(Fail::of_face(face)));
    let fail = match response.extensions_mut().remove::<Arc<Fail>>().or(face) {
        Some(fail) => Fail::clone(&fail),
        None if response.status() == StatusCode::NOT_FOUND && !response.headers().contains_key(header::CONTENT_TYPE) => {
            Fail::new(Kind::NotFound, "not_found")
        }
        None => return response,
    };
    let mut faced = if path.starts_with("/api/") {
        json(&site.messages, prefs.locale, &fail, id)
    } else {
        // A form's address cannot be read again: its page is where a change of language leads.
        let shell = Shell::resident(&site, prefs, if read_again { &path } else { "/" }, id);
        html(&shell, &fail, path.starts_with("/staff"))
    };
    // What the handler had to say about it stays (Retry-After, WWW-Authenticate, cookies).
    for (name, value) in response.headers() {
        if name != header::CONTENT_TYPE && name != header::CONTENT_LENGTH {
            faced.headers_mut().append(name, value.clone());
        }
    }
    faced
}

fn json(messages: &Messages, locale: Locale, fail: &Fail, request_id: String) -> Response {
    let face = ProblemFace {
        r#type: "about:blank",
        title: title(Words::of(locale), fail.kind),
        status: status(fail.kind).as_u16(),
        detail: messages.problem(locale, fail.kind, fail.code),
        code: fail.code,
        fields: fail
            .fields
            .iter()
            .map(|fault| FieldFace { field: fault.field, code: fault.code, detail: messages.fault(locale, fault) })
            .collect(),
        current: fail.current.clone().map(|(name, version)| StateFace { name, version }),
        instead: fail.instead.clone().map(|it| InsteadFace { name: locale.pick(&it.zh, &it.en).to_owned(), code: it.code }),
        request_id,
    };
    let body = serde_json::to_string(&face).unwrap_or_default();
    let mut response = (status(fail.kind), body).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    headers.insert(HeaderName::from_static("content-language"), HeaderValue::from_static(locale.tag()));
    response
}

/// The page of an error inside `shell`, for callers that build their own shell.
pub fn html(shell: &Shell, fail: &Fail, staff: bool) -> Response {
    let messages = &shell.site.messages;
    let locale = shell.locale();
    let ours = matches!(fail.kind, Kind::Bug | Kind::Unavailable);
    // A resident has no account: what went wrong is the page that she sent, not what she may do.
    let of_page = !staff && fail.code != "auth.forbidden" && fail.kind == Kind::Forbidden;
    let page = ErrorPage {
        shell,
        title: messages.problem(locale, fail.kind, fail.code),
        now: if of_page { shell.w.problem_page_now() } else { what_now(shell.w, fail.kind) },
        fields: fail.fields.iter().map(|fault| messages.fault(locale, fault)).collect(),
        ours,
        tone: if ours { "r" } else { "y" },
        icon: match fail.kind {
            Kind::NotFound => "search",
            Kind::Forbidden if of_page => "alert-circle",
            Kind::Forbidden | Kind::Unauthenticated => "lock",
            Kind::TooMany => "clock",
            Kind::Invalid | Kind::Conflict | Kind::PreconditionRequired | Kind::Unavailable | Kind::Bug => "alert-circle",
        },
        back: if staff { "/staff" } else { "/" },
    };
    match page.render() {
        Ok(html) => (status(fail.kind), Html(html)).into_response(),
        Err(_) => status(fail.kind).into_response(),
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use axum::body::{Body, to_bytes};
    use axum::routing::get;
    use axum::{Router, middleware};
    use tower::ServiceExt as _;

    use super::*;

    #[derive(Debug)]
    struct Refused;

    impl std::fmt::Display for Refused {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("a phone number 13800001234 nobody may see")
        }
    }
    impl std::error::Error for Refused {}
    impl Problem for Refused {
        fn face(&self) -> (Kind, &'static str) {
            (Kind::Invalid, "form.invalid")
        }
        fn fields(&self) -> Vec<FieldFault> {
            vec![FieldFault { field: "contact.phone", code: "bad_phone" }]
        }
        fn current(&self) -> Option<(String, i64)> {
            Some(("Accepted".to_owned(), 3))
        }
    }

    async fn ask(path: &str, kind: Option<Kind>) -> (StatusCode, String) {
        let fail = move || async move { kind.map_or_else(|| Fail::from(Refused), |kind| Fail::new(kind, "unheard.of")) };
        let site = Arc::new(Site {
            county: ("清河县".into(), "Qinghe County".into()),
            hotline: "12345".into(),
            demo: true,
            messages: Messages::default(),
        });
        let app: Router =
            Router::new().route("/x", get(fail)).route("/api/v1/x", get(fail)).layer(middleware::from_fn_with_state(site, faces));
        let response = app.oneshot(http::Request::get(path).body(Body::empty()).unwrap()).await.unwrap();
        let status = response.status();
        let body = to_bytes(response.into_body(), 1 << 20).await.unwrap();
        (status, String::from_utf8(body.to_vec()).unwrap())
    }

    #[tokio::test]
    async fn a_program_gets_codes_and_the_current_state() {
        let (status, body) = ask("/api/v1/x?lang=en", None).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        let body: serde_json::Value = serde_json::from_str(&body).unwrap();
        assert_eq!(body["code"], "form.invalid");
        assert_eq!(body["fields"][0]["field"], "contact.phone");
        assert_eq!(body["fields"][0]["code"], "bad_phone");
        assert_eq!(body["current"]["version"], 3);
        assert!(!body.to_string().contains("13800001234"), "the error's own text stays inside");
    }

    #[tokio::test]
    async fn a_person_gets_a_page_for_every_class_in_both_languages() {
        let kinds = [
            Kind::NotFound,
            Kind::Invalid,
            Kind::Conflict,
            Kind::Forbidden,
            Kind::Unauthenticated,
            Kind::PreconditionRequired,
            Kind::TooMany,
            Kind::Unavailable,
            Kind::Bug,
        ];
        for kind in kinds {
            for (query, lang) in [("", "zh-CN"), ("?lang=en", "en")] {
                let (code, body) = ask(&format!("/x{query}"), Some(kind)).await;
                assert_eq!(code, status(kind));
                assert!(
                    body.contains(&format!("<html lang=\"{lang}\"")) && !body.contains("problem-") && !body.contains("style="),
                    "{kind:?}: {body}"
                );
            }
        }
    }

    #[tokio::test]
    async fn an_unknown_address_has_a_page_too() {
        let (status, body) = ask("/nowhere", None).await;
        assert_eq!(status, StatusCode::NOT_FOUND);
        assert!(body.contains("<h1"));
    }
}
