//! A one-time link, shown once, handed over by a person.

use axum::extract::{Path, State};
use axum::response::Response;
use identity::permissions::{ManageAccounts, ViewAccounts};
use identity::{Identity, LinkPurpose, SafeForm};
use serde::Deserialize;
use web::{Fail, page};

use super::desk::{Desk, account};
use super::person::again;
use super::seats::Typed as Seat;
use super::views::Link;
use crate::service::Accounts;

#[derive(Deserialize)]
pub(super) struct Nothing {}

/// `POST /staff/accounts/{id}/link`.
pub(super) async fn submit(
    State(accounts): State<Accounts>,
    State(identity): State<Identity>,
    desk: Desk,
    Path(id): Path<String>,
    SafeForm(Nothing {}): SafeForm<Nothing>,
) -> Result<Response, Fail> {
    let (grant, view, id) = (desk.need::<ManageAccounts>()?, desk.need::<ViewAccounts>()?, account(&id)?);
    let token = match identity.issue_link(&grant, id, LinkPurpose::SetPassword).await {
        Ok(token) => token,
        Err(error) => return again(&accounts, desk, id, &Seat::default(), error).await,
    };
    let whose = identity.account(&view, id).await?;
    let desk = desk.at(format!("/staff/accounts/{id}"));
    let link = format!("{}/welcome/{}", desk.site_address(&identity), token.reveal());
    let name = Accounts::name_in(&whose, desk.locale()).to_owned();
    Ok(page(&desk.shell, &Link { id: id.to_string(), name, link }))
}
