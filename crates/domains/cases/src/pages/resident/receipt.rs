//! 回执: what the resident takes home.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use http::header;
use identity::{Granted, Identity};
use kernel::format;
use web::Fail;

use super::visit::{Visit, number, to_find};
use super::{proofs, told};
use crate::model::{ClockName, StateName};
use crate::pages::views::Receipt;
use crate::pages::views::parts::Reach;
use crate::permissions::{OwnCase, ReadCase};
use crate::service::Cases;

/// `GET /receipt/{number}`.
pub(super) async fn show(
    State(cases): State<Cases>,
    State(identity): State<Identity>,
    visit: Visit,
    Path(path): Path<String>,
) -> Result<Response, Fail> {
    let number = number(&path)?;
    let Some(proof) = visit.proof(&cases, &identity, &number).await? else { return Ok(to_find(&number)) };
    let detail = cases.detail(&Granted::<ReadCase>::by_code(&proof, Some(visit.caller.request_id))?, &number).await?;
    let (case, locale, now) = (&detail.case, visit.locale(), cases.now());
    let register = cases.places().register();
    let due =
        |clock| case.clocks.get(clock).and_then(|clock| clock.due).map_or_else(String::new, |due| format::date_time(due, now, locale));
    let code = cases.code_of(&proof).grouped();
    let reach = match &detail.said {
        Some(said) if said.phone.is_some() => Reach::Phone,
        Some(said) if said.email.is_some() => Reach::Email,
        Some(_) | None => Reach::Nobody,
    };
    let text = detail.said.as_ref().map(|said| said.text.clone());
    let grant = Granted::<OwnCase>::by_code(&proof, Some(visit.caller.request_id))?;
    let kept = cases.receipts(&grant, &number).await?;
    let view = Receipt {
        number: number.grouped(),
        number_plain: number.to_string(),
        copy: Some(format!("{number} {code}")),
        code: Some(code),
        qr: Some(format!("/receipt/{number}/qr.svg")),
        received: format::date_time(case.intake.received_at, now, locale),
        unit: case.unit().and_then(|unit| register.unit(unit)).map(|unit| unit.name_in(locale).to_owned()),
        reach,
        contact_by: due(ClockName::Response),
        answer_by: due(ClockName::Final),
        provisional: case.clocks.all().iter().any(|clock| clock.provisional),
        held: case.intake.held,
        joined: case.state.name() == StateName::Merged,
        danger: text.as_deref().and_then(|text| told::danger(&cases.catalogue().suggest(None, text), visit.words())),
        text: text.unwrap_or_else(|| visit.words().erased_text().into_owned()),
        place: told::place(&detail, &register, locale),
        sealed: proofs::shown(&kept, &number, now, &visit).pop(),
        key: cases.ledger().vkey().to_string(),
    };
    Ok(web::page(&visit.shell, &view))
}

/// `GET /receipt/{number}/qr.svg`: the link that opens the matter, as a drawing.
pub(super) async fn qr(
    State(cases): State<Cases>,
    State(identity): State<Identity>,
    visit: Visit,
    Path(path): Path<String>,
) -> Result<Response, Fail> {
    let number = number(&path)?;
    let missing = || Fail::new(kernel::Kind::NotFound, "case.not_found");
    let proof = visit.proof(&cases, &identity, &number).await?.ok_or_else(missing)?;
    let link = format!("{}/t/{number}/{}", visit.origin(&identity), cases.code_of(&proof).plain());
    let svg = web::qr::svg(&link).ok_or_else(missing)?;
    Ok(([(header::CONTENT_TYPE, "image/svg+xml")], svg).into_response())
}
