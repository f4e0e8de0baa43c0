//! 我的账号: who is signed in, as what, how safely, and where else.

use axum::extract::{Query, State};
use axum::response::Response;
use identity::{Identity, NetworkClass, SessionKind, SessionView};
use kernel::format;
use serde::Deserialize;
use web::{Fail, page};

use super::desk::{Desk, has_work, place_name};
use super::views::Account;
use super::views::account::SessionRow;
use crate::model::Device;
use crate::service::Accounts;

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    done: String,
}

pub(super) async fn show(
    State(accounts): State<Accounts>,
    State(identity): State<Identity>,
    desk: Desk,
    Query(asked): Query<Asked>,
) -> Result<Response, Fail> {
    let (locale, register, w) = (desk.locale(), accounts.places().register(), desk.words());
    let comma = locale.pick("、", ", ");
    let mut roles: Vec<&str> = Vec::new();
    let mut places: Vec<String> = Vec::new();
    for held in desk.who.roles() {
        let (role, place) = (held.role.label(locale), place_name(&held.place, &register, locale));
        if !roles.contains(&role) {
            roles.push(role);
        }
        if !places.contains(&place) {
            places.push(place);
        }
    }
    let factors = identity.factors(&desk.who).await?;
    let sessions = identity.sessions(&desk.who).await?.iter().map(|session| row(&desk, session)).collect();
    let notice = match asked.done.as_str() {
        "password" => Some(w.done_password()),
        "totp-off" => Some(w.done_totp_off()),
        "session" => Some(w.done_session()),
        "sessions" => Some(w.done_sessions()),
        _ => None,
    };
    let view = Account {
        name: desk.who.name(locale).to_owned(),
        account: desk.who.login().to_owned(),
        role: roles.join(comma),
        scope: places.join(comma),
        // Roles that read no case have nothing else here yet; the page says so rather than leave them looking.
        remark: (!has_work(&desk)).then(|| w.account_no_cases().into_owned()),
        totp: factors.totp,
        required: factors.required,
        recovery_left: factors.recovery_left,
        sessions,
        notice: notice.map(std::borrow::Cow::into_owned),
        error: None,
    };
    Ok(page(&desk.shell, &view))
}

fn row(desk: &Desk, session: &SessionView) -> SessionRow {
    let (w, locale) = (desk.words(), desk.locale());
    let known = session.agent.as_deref().and_then(|agent| Device::of(agent).name());
    let device = match session.kind {
        SessionKind::Cookie => known.unwrap_or_else(|| w.session_unknown().into_owned()),
        SessionKind::Bearer => w.session_program().into_owned(),
        SessionKind::Channel => w.session_machine().into_owned(),
    };
    let network = session.network.map(|network| match network {
        NetworkClass::Local => w.network_local(),
        NetworkClass::Private => w.network_private(),
        NetworkClass::Public => w.network_public(),
    });
    let near = |at| format::near(at, desk.now, locale);
    let facts: Vec<String> = [
        network.map(std::borrow::Cow::into_owned),
        Some(w.session_since(near(session.created_at))),
        (session.seen_at != session.created_at).then(|| w.session_seen(near(session.seen_at))),
    ]
    .into_iter()
    .flatten()
    .collect();
    SessionRow { id: session.id.to_string(), device, facts: facts.join(" · "), this: session.is_this }
}
