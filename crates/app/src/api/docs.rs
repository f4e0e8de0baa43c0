//! The description of the API: OpenAPI 3.1 for programs, a page for people.

use std::sync::{Arc, LazyLock};

use askama::Template;
use axum::Json;
use axum::extract::State;
use axum::response::Response;
use http::Uri;
use identity::http::Caller;
use utoipa::OpenApi;
use utoipa::openapi::OpenApi as Document;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use web::{Page, Prefs, Shell, Site};

/// Sessions, and what is common to all routes.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Lianxin",
        description = "Matters of residents, from their words to their verdict. Errors are problem+json (RFC 9457) with a stable `code`. Instants are RFC 3339 with +08:00.",
    ),
    servers((url = "/api/v1")),
    paths(super::sessions::create, super::sessions::end),
    modifiers(&Bearer),
)]
struct Root;

struct Bearer;

impl utoipa::Modify for Bearer {
    fn modify(&self, document: &mut Document) {
        let bearer = SecurityScheme::Http(HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build());
        document.components.get_or_insert_default().security_schemes.insert("bearer".to_owned(), bearer.into());
    }
}

static DOCUMENT: LazyLock<Document> = LazyLock::new(document);

/// The whole description.
pub(crate) fn document() -> Document {
    let mut document = Root::openapi();
    document.merge(cases::api::description());
    document.merge(places::ApiDoc::openapi());
    document.merge(settings::api::ApiDoc::openapi());
    document.merge(supervision::api::ApiDoc::openapi());
    document.merge(figures::api::ApiDoc::openapi());
    document
}

pub(super) async fn openapi() -> Json<&'static Document> {
    Json(&DOCUMENT)
}

/// One route of the page.
struct Route {
    method: String,
    path: String,
    summary: String,
    answers: Vec<String>,
}

struct Developers {
    routes: Vec<Route>,
}

#[derive(Template)]
#[template(path = "developers.html")]
struct Bound<'a> {
    shell: &'a Shell,
    v: &'a Developers,
}

impl Page for Developers {
    fn html(&self, shell: &Shell) -> Result<String, askama::Error> {
        Bound { shell, v: self }.render()
    }
}

fn routes() -> Vec<Route> {
    // The document is read as JSON: its types differ by method, its text does not.
    let json = serde_json::to_value(&*DOCUMENT).unwrap_or_default();
    let mut routes = Vec::new();
    for (path, methods) in json["paths"].as_object().into_iter().flatten() {
        for (method, operation) in methods.as_object().into_iter().flatten() {
            routes.push(Route {
                method: method.to_uppercase(),
                path: format!("/api/v1{path}"),
                summary: operation["summary"].as_str().unwrap_or_default().to_owned(),
                answers: operation["responses"].as_object().into_iter().flatten().map(|(status, _)| status.clone()).collect(),
            });
        }
    }
    routes
}

pub(super) async fn page(State(site): State<Arc<Site>>, prefs: Prefs, caller: Caller, uri: Uri) -> Response {
    let shell = Shell::resident(&site, prefs, &uri.to_string(), caller.request_id.to_string());
    web::page(&shell, &Developers { routes: routes() })
}
