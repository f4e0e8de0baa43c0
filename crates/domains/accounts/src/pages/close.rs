//! 停用: hand over, then close.

use std::collections::{BTreeMap, HashMap};

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use identity::SafeForm;
use identity::permissions::{ManageAccounts, ViewAccounts};
use kernel::AccountId;
use web::{Fail, page, page_with};

use super::desk::{Desk, account, place_name};
use super::person::again;
use super::seats::Typed as Seat;
use super::views::Close;
use super::views::close::DutyRow;
use super::views::parts::Choice;
use crate::errors::LeaveError;
use crate::service::Accounts;

/// The names of the fields that name successors: this and the key of the duty.
const TO: &str = "to.";

pub(super) async fn show(State(accounts): State<Accounts>, desk: Desk, Path(id): Path<String>) -> Result<Response, Fail> {
    let id = account(&id)?;
    let view = view(&accounts, &desk, id, &BTreeMap::new(), &[]).await?;
    Ok(page(&desk.shell, &view))
}

pub(super) async fn submit(
    State(accounts): State<Accounts>,
    desk: Desk,
    Path(id): Path<String>,
    SafeForm(typed): SafeForm<HashMap<String, String>>,
) -> Result<Response, Fail> {
    let (grant, id) = (desk.need::<ManageAccounts>()?, account(&id)?);
    let named: BTreeMap<String, AccountId> =
        typed.iter().filter_map(|(field, to)| Some((field.strip_prefix(TO)?.to_owned(), to.parse().ok()?))).collect();
    match accounts.close(&grant, id, named.clone()).await {
        Ok(()) => Ok(Redirect::to("/staff/accounts?done=closed").into_response()),
        Err(LeaveError::Open(open)) => {
            let desk = desk.at(format!("/staff/accounts/{id}/close"));
            let error = desk.sentence(LeaveError::Open(open.clone()))?;
            let view = view(&accounts, &desk, id, &named, &open).await?;
            Ok(page_with(StatusCode::CONFLICT, &desk.shell, &Close { error: Some(error), ..view }))
        }
        Err(error) => again(&accounts, desk, id, &Seat::default(), error).await,
    }
}

async fn view(
    accounts: &Accounts,
    desk: &Desk,
    id: AccountId,
    named: &BTreeMap<String, AccountId>,
    open: &[String],
) -> Result<Close, Fail> {
    let (manage, grant) = (desk.need::<ManageAccounts>()?, desk.need::<ViewAccounts>()?);
    let (locale, register) = (desk.locale(), accounts.places().register());
    let whose = accounts.identity().account(&grant, id).await?;
    let (leaving, proposals) = accounts.leaving(&manage, id, locale).await?;
    let duties = leaving.into_iter().map(|leaving| {
        let chosen = named.get(&leaving.duty.key).map(ToString::to_string).unwrap_or_default();
        let successor = |account: &identity::AccountView| {
            Choice::new(account.id.to_string(), format!("{} · {}", Accounts::name_in(account, locale), account.login)).when(&chosen)
        };
        DutyRow {
            label: leaving.label,
            place: place_name(&leaving.duty.needs.place, &register, locale),
            count: leaving.duty.count,
            successors: leaving.successors.iter().map(successor).collect(),
            open: open.contains(&leaving.duty.key),
            key: leaving.duty.key,
        }
    });
    Ok(Close { id: id.to_string(), name: Accounts::name_in(&whose, locale).to_owned(), duties: duties.collect(), proposals, error: None })
}
