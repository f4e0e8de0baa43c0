//! 补发查询码: counter and hotline make sure whose matter it is, and hand out a new code on a slip.

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use identity::{Granted, Identity, SafeForm};
use kernel::problem::Problem as _;
use kernel::text::from_form;
use kernel::{CaseNumber, format};
use serde::Deserialize;
use web::{Fail, page, page_with};

use super::desk::Desk;
use super::forms::sentences;
use super::lines::Lines;
use crate::commands::ReissueInput;
use crate::errors::ChangeError;
use crate::model::ReissueProof;
use crate::pages::origin;
use crate::pages::views::parts::Choice;
use crate::pages::views::reissue::{Lost, Proof};
use crate::pages::views::{Reissue, Slip};
use crate::permissions::ReissueCode;
use crate::service::Cases;

#[derive(Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    number: String,
}

/// Which case? A number leads to it.
pub(super) async fn ask(_may: Granted<ReissueCode>, desk: Desk, Query(asked): Query<Asked>) -> Response {
    if let Ok(number) = asked.number.parse::<CaseNumber>() {
        return Redirect::to(&format!("/staff/reissue/{number}")).into_response();
    }
    if asked.number.is_empty() { page(&desk.shell, &Reissue::default()) } else { unknown(&desk, asked.number) }
}

fn unknown(desk: &Desk, number: String) -> Response {
    let error = Some(desk.words().reissue_no_case().into_owned());
    page_with(StatusCode::NOT_FOUND, &desk.shell, &Reissue { number, case: None, error })
}

#[derive(Default, Deserialize)]
pub(super) struct Form {
    version: i64,
    #[serde(default)]
    proof: String,
    #[serde(default)]
    note: String,
}

pub(super) async fn show(
    State(cases): State<Cases>,
    grant: Granted<ReissueCode>,
    desk: Desk,
    Path(path): Path<String>,
) -> Result<Response, Fail> {
    render(&cases, &grant, &desk, &path, Form::default(), None).await
}

async fn render(
    cases: &Cases,
    grant: &Granted<ReissueCode>,
    desk: &Desk,
    path: &str,
    typed: Form,
    refused: Option<(StatusCode, String)>,
) -> Result<Response, Fail> {
    let Ok(number) = path.parse::<CaseNumber>() else { return Ok(unknown(desk, path.to_owned())) };
    let detail = match cases.detail_to_reissue(grant, &number).await {
        Ok(detail) => detail,
        Err(ChangeError::NoSuchCase) => return Ok(unknown(desk, number.grouped())),
        Err(error) => return Err(error.into()),
    };
    let register = cases.places().register();
    let lines = Lines::new(cases, &register, desk.locale(), desk.now);
    let (case, said, w) = (&detail.case, detail.said.as_ref(), lines.w);
    let proofs = ReissueProof::ALL
        .iter()
        .map(|proof| Proof {
            choice: Choice { value: proof.code().to_owned(), label: lines.proof(*proof), chosen: proof.code() == typed.proof },
            hint: match proof {
                ReissueProof::CallBack => w.proof_call_back_hint(),
                ReissueProof::PapersSeen => w.proof_papers_seen_hint(),
            }
            .into_owned(),
        })
        .collect();
    let lost = Lost {
        number: number.grouped(),
        number_plain: number.to_string(),
        version: case.version,
        received: format!(
            "{} · {}",
            format::date_time(case.intake.received_at, desk.now, desk.locale()),
            lines.channel(case.intake.channel)
        ),
        requester: lines.requester_at_counter(said),
        reach: lines.reach_at_counter(said),
        proofs,
        note: typed.note,
    };
    let (status, error) = refused.map_or((StatusCode::OK, None), |(status, error)| (status, Some(error)));
    Ok(page_with(status, &desk.shell, &Reissue { number: number.grouped(), case: Some(lost), error }))
}

/// The new code is in the answer itself: no address could be asked for it again.
pub(super) async fn submit(
    State(cases): State<Cases>,
    State(identity): State<Identity>,
    grant: Granted<ReissueCode>,
    desk: Desk,
    Path(path): Path<String>,
    headers: HeaderMap,
    SafeForm(form): SafeForm<Form>,
) -> Result<Response, Fail> {
    let desk = desk.at(format!("/staff/reissue/{path}"));
    let number = super::number(&path)?;
    let input = ReissueInput { proof: form.proof.clone(), note: Some(from_form(&form.note)) };
    let reissued = match cases.reissue_code(&grant, &number, input, form.version).await {
        Ok(reissued) => reissued,
        Err(error) => {
            let refused = refusal(&desk, error)?;
            return render(&cases, &grant, &desk, &path, form, Some(refused)).await;
        }
    };
    let link = format!("{}/t/{number}/{}", origin(&identity, &headers), reissued.code.plain());
    let slip = Slip {
        number: number.grouped(),
        code: reissued.code.grouped(),
        qr: web::qr::data_url(&link),
        when: format::date_time(desk.now, desk.now, desk.locale()),
    };
    let mut response = page(&desk.shell, &slip);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

fn refusal(desk: &Desk, error: ChangeError) -> Result<(StatusCode, String), Fail> {
    match error {
        ChangeError::Invalid(faults) => Ok((StatusCode::UNPROCESSABLE_ENTITY, sentences(&desk.shell, &faults, "note"))),
        error @ (ChangeError::Stale { .. } | ChangeError::Erased) => {
            let (kind, code) = error.face();
            Ok((StatusCode::CONFLICT, desk.shell.site.messages.problem(desk.locale(), kind, code).into_owned()))
        }
        error @ (ChangeError::NoSuchCase
        | ChangeError::Taken { .. }
        | ChangeError::Refused { .. }
        | ChangeError::Broken { .. }
        | ChangeError::Held { .. }
        | ChangeError::NotHeld { .. }
        | ChangeError::NoAlarm { .. }
        | ChangeError::KeyReused
        | ChangeError::KindClosed { .. }
        | ChangeError::Shelf
        | ChangeError::Store(_)) => Err(error.into()),
    }
}
