//! 账号: who has one.

use axum::extract::{Query, State};
use axum::response::Response;
use identity::permissions::{ManageAccounts, ViewAccounts};
use identity::{AccountFilter, AccountView, Identity};
use kernel::PageSize;
use serde::Deserialize;
use web::{Fail, page};

use super::desk::{Desk, seat_name};
use super::views::People;
use super::views::parts::Choice;
use super::views::people::PersonRow;
use crate::service::Accounts;
use crate::words::Words;

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    closed: String,
    #[serde(default)]
    unit: String,
    #[serde(default)]
    after: String,
    #[serde(default)]
    done: String,
}

/// How an account signs in, in words.
pub(super) fn signin_words(account: &AccountView, w: Words) -> String {
    match (account.has_password, account.has_totp) {
        (true, true) => w.signin_password_and_totp(),
        (true, false) => w.signin_password_only(),
        (false, _) => w.signin_none(),
    }
    .into_owned()
}

pub(super) async fn show(
    State(accounts): State<Accounts>,
    State(identity): State<Identity>,
    desk: Desk,
    Query(asked): Query<Asked>,
) -> Result<Response, Fail> {
    let grant = desk.need::<ViewAccounts>()?;
    let manage = desk.granted::<ManageAccounts>();
    let (locale, w, register) = (desk.locale(), desk.words(), accounts.places().register());
    let filter = AccountFilter { closed: !asked.closed.is_empty(), unit: asked.unit.parse().ok() };
    let after = Some(asked.after.clone()).filter(|after| !after.is_empty());
    let found = identity.accounts_page(&grant, filter.clone(), after.clone(), PageSize::clamped(None)).await?;
    let base = {
        let closed = if filter.closed { "&closed=1" } else { "" };
        let unit = filter.unit.as_ref().map_or_else(String::new, |unit| format!("&unit={unit}"));
        format!("/staff/accounts?{}", format!("{closed}{unit}").trim_start_matches('&'))
    };
    let unit_name = |code: &kernel::UnitCode| register.unit(code).map_or_else(|| code.to_string(), |unit| unit.name_in(locale).to_owned());
    let row = |account: &AccountView| PersonRow {
        id: account.id.to_string(),
        name: Accounts::name_in(account, locale).to_owned(),
        login: account.login.clone(),
        unit: account.unit.as_ref().map(unit_name).unwrap_or_default(),
        roles: account.roles.iter().map(|held| seat_name(held, &register, locale)).collect::<Vec<_>>().join(locale.pick("；", "; ")),
        signin: signin_words(account, w),
    };
    let county = grant.scopes().is_county();
    let units = register.units().iter().filter(|_| county);
    let units = units.map(|unit| Choice::new(unit.code.to_string(), unit.name_in(locale)).when(&asked.unit)).collect();
    let notice = match asked.done.as_str() {
        "proposed" => Some(w.done_proposed().into_owned()),
        "closed" => Some(w.done_closed().into_owned()),
        _ => None,
    };
    let view = People {
        rows: found.rows.iter().map(row).collect(),
        closed: filter.closed,
        units,
        whole_county: county,
        may_add: manage.is_some(),
        may_import: manage.is_some_and(|grant| grant.scopes().is_county()),
        first: after.map(|_| base.clone()),
        next: found.next.map(|next| format!("{base}&after={next}")),
        notice,
        error: None,
    };
    Ok(page(&desk.shell, &view))
}
