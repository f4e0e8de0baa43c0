//! From a view to a response.

use axum::response::{Html, IntoResponse, Response};
use http::StatusCode;

use crate::Shell;

/// A view that fills one template. Domains implement it for their view structs.
pub trait Page {
    /// The page as HTML, inside `shell`.
    fn html(&self, shell: &Shell) -> Result<String, askama::Error>;
}

/// The page, as 200.
pub fn page(shell: &Shell, view: &impl Page) -> Response {
    page_with(StatusCode::OK, shell, view)
}

/// The page under another status, such as a form that comes back with its errors (422).
pub fn page_with(status: StatusCode, shell: &Shell, view: &impl Page) -> Response {
    match view.html(shell) {
        Ok(html) => (status, Html(html)).into_response(),
        Err(error) => {
            tracing::error!(error = %error, "a template failed");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
