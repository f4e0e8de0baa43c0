//! 查进度: number and code, typed or from a link. A wrong code and an unknown number look the same (decisions 4).

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use identity::{ByCodeProof, Identity, KeptForm};
use kernel::{CaseNumber, QueryCode};
use serde::Deserialize;
use web::{ClientAddr, Fail, Sources};

use super::visit::{Visit, opened};
use crate::errors::ChangeError;
use crate::pages::views::Find;
use crate::pages::views::parts::{Errors, FieldError};
use crate::service::Cases;

/// The form as it is sent; also what a link may fill in.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct FindForm {
    number: String,
    code: String,
}

/// `GET /find`.
pub(super) async fn blank(visit: Visit, Query(typed): Query<FindForm>) -> Response {
    let number = typed.number.parse::<CaseNumber>().map_or(typed.number, |number| number.grouped());
    web::page(&visit.shell, &Find { number, ..Find::default() })
}

/// Tries number and code. A source with many wrong ones waits; wrong ones are counted.
async fn tried(
    cases: &Cases,
    sources: &Sources,
    from: ClientAddr,
    number: &str,
    code: &str,
) -> Result<Option<(CaseNumber, ByCodeProof)>, Fail> {
    sources.guess(from).await;
    let parsed = number.parse::<CaseNumber>().ok().zip(code.parse::<QueryCode>().ok());
    let proof = match parsed {
        Some((number, code)) => match cases.open(&number, &code).await {
            Ok(proof) => Some((number, proof)),
            Err(ChangeError::NoSuchCase) => None,
            Err(error) => return Err(error.into()),
        },
        None => None,
    };
    if proof.is_none() {
        sources.wrong_code(from);
    }
    Ok(proof)
}

fn no_match(visit: &Visit, number: String, code: String) -> Response {
    let message = visit.words().find_no_match().into_owned();
    let view = Find { number, code, errors: Errors::new(vec![FieldError { field: "code", message }]) };
    web::page_with(StatusCode::NOT_FOUND, &visit.shell, &view)
}

/// `POST /find`.
pub(super) async fn submit(
    State(cases): State<Cases>,
    State(identity): State<Identity>,
    State(sources): State<Sources>,
    from: ClientAddr,
    visit: Visit,
    typed: KeptForm<FindForm>,
) -> Result<Response, Fail> {
    let visit = visit.at("/find");
    let typed = match typed {
        KeptForm::Safe(typed) => typed,
        KeptForm::Old(typed) => {
            let errors = Errors::new(vec![FieldError { field: "number", message: visit.words().page_old().into_owned() }]);
            let view = Find { number: typed.number, code: typed.code, errors };
            return Ok(web::page_with(StatusCode::FORBIDDEN, &visit.shell, &view));
        }
    };
    let empty = |field: &'static str, text: &str| text.trim().is_empty().then_some(kernel::FieldFault { field, code: "empty" });
    let faults: Vec<_> = [empty("number", &typed.number), empty("code", &typed.code)].into_iter().flatten().collect();
    if !faults.is_empty() {
        let errors = Errors::of_faults(&faults, &visit.shell.site.messages, visit.locale());
        let view = Find { number: typed.number, code: typed.code, errors };
        return Ok(web::page_with(StatusCode::UNPROCESSABLE_ENTITY, &visit.shell, &view));
    }
    Ok(match tried(&cases, &sources, from, &typed.number, &typed.code).await? {
        Some((number, proof)) => opened(&identity, &proof, &format!("/track/{number}")),
        None => no_match(&visit, typed.number, typed.code),
    })
}

/// `GET /t/{number}/{code}`: a link or a QR. The code goes into a cookie and out of the address.
pub(super) async fn link(
    State(cases): State<Cases>,
    State(identity): State<Identity>,
    State(sources): State<Sources>,
    from: ClientAddr,
    visit: Visit,
    Path((number, code)): Path<(String, String)>,
) -> Result<Response, Fail> {
    // A page of its own address: the code must not stand in a form that changes the language.
    let visit = visit.at("/find");
    Ok(match tried(&cases, &sources, from, &number, &code).await? {
        Some((number, proof)) => opened(&identity, &proof, &format!("/track/{number}")).into_response(),
        None => no_match(&visit, number, String::new()),
    })
}
