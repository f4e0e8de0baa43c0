//! 待批的账号和权限: what waits for a second person, and what became of it.

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use identity::SafeForm;
use identity::permissions::{ApproveAccounts, ManageAccounts, ViewAccounts};
use kernel::problem::Problem as _;
use kernel::{Kind, PageSize, ProposalId, format};
use places::Register;
use serde::Deserialize;
use web::{Fail, page, page_with};

use super::desk::{Desk, seat_name};
use super::views::Proposals;
use super::views::parts::Choice;
use super::views::proposals::ProposalRow;
use crate::model::{NewPerson, State as Stage, What, seat};
use crate::queries::Shown;
use crate::service::Accounts;
use crate::words::Words;

const HERE: &str = "/staff/accounts/proposals";

/// Proposals on one page: each shows all it asks for.
const SIZE: u16 = 20;

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    state: String,
    #[serde(default)]
    after: String,
    #[serde(default)]
    done: String,
}

#[derive(Deserialize)]
pub(super) struct Decision {
    #[serde(default)]
    step: String,
}

fn state_word(state: Stage, w: Words) -> String {
    match state {
        Stage::Pending => w.state_pending(),
        Stage::Approved => w.state_approved(),
        Stage::Refused => w.state_refused(),
        Stage::Withdrawn => w.state_withdrawn(),
        Stage::Lapsed => w.state_lapsed(),
    }
    .into_owned()
}

pub(super) async fn show(State(accounts): State<Accounts>, desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Fail> {
    let w = desk.words();
    let notice = match asked.done.as_str() {
        "approve" => Some(w.done_approved().into_owned()),
        "refuse" => Some(w.done_refused().into_owned()),
        "withdraw" => Some(w.done_withdrawn().into_owned()),
        _ => None,
    };
    let view = view(&accounts, &desk, Stage::from_code(&asked.state).unwrap_or(Stage::Pending), &asked.after).await?;
    Ok(page(&desk.shell, &Proposals { notice, ..view }))
}

/// `POST /staff/accounts/proposals/{id}`.
pub(super) async fn decide(
    State(accounts): State<Accounts>,
    desk: Desk,
    Path(id): Path<String>,
    SafeForm(decision): SafeForm<Decision>,
) -> Result<Response, Fail> {
    let id: ProposalId = id.parse().map_err(|_| Fail::new(Kind::NotFound, "proposal.not_found"))?;
    let (decided, done) = match decision.step.as_str() {
        "approve" => (accounts.approve(&desk.need::<ApproveAccounts>()?, id).await, "approve"),
        "refuse" => (accounts.refuse(&desk.need::<ApproveAccounts>()?, id).await, "refuse"),
        "withdraw" => (accounts.withdraw(&desk.need::<ManageAccounts>()?, id).await, "withdraw"),
        _ => return Err(Fail::new(Kind::Invalid, "form.unreadable")),
    };
    let Err(error) = decided else { return Ok(Redirect::to(&format!("{HERE}?done={done}")).into_response()) };
    let desk = desk.at(HERE);
    let (kind, _) = error.face();
    let error = desk.sentence(error)?;
    let view = view(&accounts, &desk, Stage::Pending, "").await?;
    Ok(page_with(web::problem::status(kind), &desk.shell, &Proposals { error: Some(error), ..view }))
}

async fn view(accounts: &Accounts, desk: &Desk, state: Stage, after: &str) -> Result<Proposals, Fail> {
    let grant = desk.need::<ViewAccounts>()?;
    if !grant.scopes().is_county() {
        return Err(Fail::new(Kind::Forbidden, "auth.forbidden"));
    }
    let (locale, w, register) = (desk.locale(), desk.words(), accounts.places().register());
    let after = Some(after).filter(|after| !after.is_empty());
    let found = accounts.proposals(&grant, state, after, PageSize::clamped(Some(SIZE)), locale).await?;
    let views = Stage::ALL.map(|one| {
        let href = if one == Stage::Pending { HERE.to_owned() } else { format!("{HERE}?state={}", one.code()) };
        Choice { chosen: one == state, ..Choice::new(href, state_word(one, w)) }
    });
    Ok(Proposals {
        rows: found.rows.iter().map(|shown| row(shown, desk, &register)).collect(),
        pending: state == Stage::Pending,
        views: views.into(),
        next: found.next.map(|next| format!("{HERE}?state={}&after={next}", state.code())),
        notice: None,
        error: None,
    })
}

fn row(shown: &Shown, desk: &Desk, register: &Register) -> ProposalRow {
    let (locale, w, proposal) = (desk.locale(), desk.words(), &shown.proposal);
    let near = |at| format::near(at, desk.now, locale);
    let whose = || shown.whose.clone().unwrap_or_default();
    let roles = |person: &NewPerson| {
        let name = |text: &String| seat::read(text).map_or_else(|| text.clone(), |held| seat_name(&held, register, locale));
        person.roles.iter().map(name).collect::<Vec<_>>().join(locale.pick("；", "; "))
    };
    let (title, details) = match &proposal.what {
        What::Create { people, .. } if people.len() == 1 => {
            let line = |person: &NewPerson| format!("{} · {}", person.login, roles(person));
            (people.first().map(|person| w.proposal_create_one(&person.name)).unwrap_or_default(), people.iter().map(line).collect())
        }
        What::Create { people, count } => {
            let line = |person: &NewPerson| format!("{} · {} · {}", person.name, person.login, roles(person));
            (w.proposal_create(*count), people.iter().map(line).collect())
        }
        What::Give { held, .. } => (w.proposal_give(whose()), vec![seat_name(held, register, locale)]),
        What::ResetFactor { .. } => (w.proposal_reset(whose()), Vec::new()),
    };
    let own = desk.who.account() == proposal.by;
    let waits = shown.state == Stage::Pending;
    ProposalRow {
        id: proposal.id.to_string(),
        title,
        details,
        state: state_word(shown.state, w),
        by: w.proposal_by(&shown.by, near(proposal.at)),
        until: match (&shown.decided_by, proposal.decided_at) {
            (Some(who), Some(at)) => w.proposal_decided(who, near(at)),
            _ => w.proposal_until(format::date_time(proposal.expires_at, desk.now, locale)),
        },
        may_decide: waits && !own && desk.granted::<ApproveAccounts>().is_some(),
        may_withdraw: waits && own,
    }
}
