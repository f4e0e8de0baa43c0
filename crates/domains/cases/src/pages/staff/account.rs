//! 我的账号: who is signed in, as what, since when.

use axum::extract::State;
use axum::response::Response;
use identity::{Identity, SessionView};
use kernel::format;
use settings::permissions::ViewSettings;
use web::{Fail, page};

use super::desk::{Desk, has_work, place_name};
use crate::pages::views::Account;
use crate::permissions::ReadCase;
use crate::service::Cases;

pub(super) async fn show(State(cases): State<Cases>, State(identity): State<Identity>, desk: Desk) -> Result<Response, Fail> {
    let (locale, register) = (desk.locale(), cases.places().register());
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
    let mine = |session: &&SessionView| session.is_this;
    let since = identity.sessions(&desk.who).await?.iter().find(mine).map(|session| format::near(session.created_at, desk.now, locale));
    // Roles that read no case have nothing else here yet; the page says so rather than leave them looking.
    let reads = desk.granted::<ReadCase>().is_some() || desk.granted::<ViewSettings>().is_some();
    let nothing_here = !has_work(&desk.who) && !reads;
    let view = Account {
        name: desk.who.name(locale).to_owned(),
        account: desk.who.login().to_owned(),
        role: roles.join(comma),
        scope: places.join(comma),
        since,
        remark: nothing_here.then(|| desk.words().account_no_cases().into_owned()),
    };
    Ok(page(&desk.shell, &view))
}
