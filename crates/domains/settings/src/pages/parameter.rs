//! One rule: what holds, why, since when, what was before; and the form for whoever may propose another value.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use identity::http::SafeForm;
use kernel::{FieldFault, Kind};
use web::{Fail, page_with};

use super::desk::Desk;
use super::fill::{self, Sent};
use super::views::Parameter;
use crate::errors::SettingError;
use crate::model::Key;
use crate::model::key::Use;
use crate::model::{Proposal, Scope};
use crate::permissions::{ProposeSetting, ViewSettings};
use crate::service::Settings;
use crate::told::Told;

fn key(code: &str) -> Result<Key, Fail> {
    code.parse().map_err(|_| Fail::new(Kind::NotFound, "settings.no_such_parameter"))
}

pub(super) async fn show(State(settings): State<Settings>, desk: Desk, Path(code): Path<String>) -> Result<Response, Fail> {
    render(&settings, &desk, key(&code)?, None, &[]).await
}

pub(super) async fn propose(
    State(settings): State<Settings>,
    desk: Desk,
    Path(code): Path<String>,
    SafeForm(sent): SafeForm<Sent>,
) -> Result<Response, Fail> {
    let (key, grant) = (key(&code)?, desk.need::<ProposeSetting>()?);
    let new = fill::proposal_of(key, &sent, &settings.timeline(), desk.now);
    match settings.propose(&grant, new).await {
        Ok(proposal) => Ok(Redirect::to(&format!("/staff/settings/proposals/{}?done=proposed", proposal.number)).into_response()),
        Err(SettingError::Invalid(faults)) => {
            render(&settings, &desk.at(format!("/staff/settings/{code}")), key, Some(&sent), &faults).await
        }
        Err(error) => Err(error.into()),
    }
}

async fn render(settings: &Settings, desk: &Desk, key: Key, sent: Option<&Sent>, faults: &[FieldFault]) -> Result<Response, Fail> {
    let view = desk.need::<ViewSettings>()?;
    let (timeline, register, now) = (settings.timeline(), settings.register(), desk.now);
    let told = Told::new(desk.locale(), &register);
    let all = settings.proposals(&view, false, None).await?.proposals;
    let touching: Vec<&Proposal> = all.iter().filter(|proposal| fill::keys_of(proposal).contains(&key)).collect();
    let people: Vec<_> =
        touching.iter().flat_map(|one| [Some(&one.proposed_by), one.decision.as_ref().map(|decision| &decision.by)]).flatten().collect();
    let names = settings.names(&people, desk.locale()).await?;
    let mut history = fill::history(key, &timeline, now, told);
    for held in &mut history {
        let proposal = touching.iter().find(|proposal| Some(proposal.number) == held.proposal);
        held.told = proposal.and_then(|proposal| {
            let decision = proposal.decision.as_ref()?;
            let (by, approved_by) = (told.person(&proposal.proposed_by, &names), told.person(&decision.by, &names));
            Some(told.w.proposed_and_approved(by, approved_by, proposal.reason.clone()))
        });
    }
    let entry = key.entry();
    let may_propose = desk.granted::<ProposeSetting>().is_some() && !entry.form.is_fixed();
    let view = Parameter {
        code: entry.code,
        name: told.name(key),
        why: told.why(key),
        source: told.source(key),
        value: told.value(key, timeline.at(now).value(key)),
        since: timeline.in_force(key, &Scope::County, now).map(|setting| told.since(setting.effective_at)),
        range: told.range(key),
        fixed: entry.form.is_fixed(),
        later: entry.used == Use::Later,
        history,
        waiting: touching
            .iter()
            .filter(|proposal| proposal.status == crate::model::Status::Open)
            .map(|proposal| fill::line(proposal, &settings.effect(proposal, now), told, &names, now))
            .collect(),
        form: may_propose.then(|| fill::form(key, &timeline, now, told, sent, faults, &desk.shell.site)),
    };
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(page_with(status, &desk.shell, &view))
}
