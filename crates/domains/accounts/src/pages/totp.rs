//! 开通验证器: the secret as a QR code, the first digits, the recovery codes. The one page, beside signing out, that is open
//! to somebody whose role needs an authenticator and who has none.

use axum::extract::State;
use axum::response::Response;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::header;
use identity::{Confirmation, Enrolment, Identity, OwnError, Password, SafeForm};
use kernel::problem::Problem as _;
use serde::Deserialize;
use web::{Fail, page, page_with};

use super::desk::{AtDoor, Desk};
use super::own::status_of;
use super::views::parts::Errors;
use super::views::{Codes, Enrol};

#[derive(Deserialize)]
pub(super) struct Typed {
    #[serde(default)]
    sealed: String,
    #[serde(default)]
    code: String,
    #[serde(default)]
    current: String,
}

pub(super) async fn show(State(identity): State<Identity>, AtDoor(desk): AtDoor) -> Result<Response, Fail> {
    let enrolment = identity.begin_enrolment(&desk.who)?;
    Ok(page(&desk.shell, &view(&identity, &desk, &enrolment)))
}

pub(super) async fn submit(
    State(identity): State<Identity>,
    AtDoor(desk): AtDoor,
    SafeForm(typed): SafeForm<Typed>,
) -> Result<Response, Fail> {
    let desk = desk.at(super::ENROL);
    let by = Confirmation { password: Password::new(typed.current), from: desk.from.clone() };
    let error = match identity.enrol(&desk.who, &typed.sealed, &typed.code, by).await {
        // Shown in the answer and nowhere else: there is no address at which they could be read again.
        Ok(codes) => return Ok(page(&desk.shell, &Codes { codes: codes.reveal() })),
        Err(error) => error,
    };
    // The same secret as long as it holds, so that nobody scans twice; else a new one.
    let enrolment = match identity.enrolment(&desk.who, &typed.sealed) {
        Err(OwnError::Lapsed) => identity.begin_enrolment(&desk.who)?,
        other => other?,
    };
    let errors = Errors::of(&error.fields(), &desk.shell.site.messages, desk.locale());
    let (status, wait) = status_of(&error);
    let error = if errors.is_empty() { Some(desk.sentence(error)?) } else { None };
    let mut response = page_with(status, &desk.shell, &Enrol { errors, error, ..view(&identity, &desk, &enrolment) });
    if let Some(wait) = wait {
        response.headers_mut().insert(header::RETRY_AFTER, wait);
    }
    Ok(response)
}

fn view(identity: &Identity, desk: &Desk, enrolment: &Enrolment) -> Enrol {
    let (w, shell) = (desk.words(), &desk.shell);
    let issuer = format!("{} {}", shell.w.brand(), shell.county());
    let drawn = web::qr::svg(&enrolment.secret.address(&issuer, desk.who.login())).unwrap_or_default();
    let letters: Vec<char> = enrolment.secret.reveal().chars().collect();
    let groups: Vec<String> = letters.chunks(4).map(|group| group.iter().collect()).collect();
    Enrol {
        qr: format!("data:image/svg+xml;base64,{}", STANDARD.encode(drawn)),
        secret: groups.join(" "),
        sealed: enrolment.sealed.clone(),
        account: desk.who.login().to_owned(),
        must: identity.must_enrol(&desk.who),
        again: desk.who.has_totp(),
        fields: Enrol::fields(w),
        errors: Errors::default(),
        error: None,
    }
}
