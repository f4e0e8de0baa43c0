//! The resident's rarer steps on the track page: what is offered, and what a form does.

use identity::Granted;
use kernel::{AccountId, CaseNumber};
use store::StoreError;

use super::told::Names;
use crate::commands::{Changed, IdempotencyKey, WithdrawInput};
use crate::errors::ChangeError;
use crate::events::Entry;
use crate::model::state::Step;
use crate::model::{Case, CaseEvent, Complexity, State};
use crate::pages::views::track::{AskedOf, OwnForm, Part};
use crate::permissions::OwnCase;
use crate::service::Cases;

/// The steps, as their addresses end.
pub(super) const OWN: [&str; 4] = ["chase", "contest", "contest-class", "withdraw"];

/// The forms that the case takes now. What came back stands in its form again.
pub(super) fn forms(cases: &Cases, case: &Case, names: &Names<'_>, returned: Option<OwnForm>) -> Vec<OwnForm> {
    if case.erased {
        return Vec::new();
    }
    let (w, now) = (names.w, names.now);
    let takes = |step: &Step| case.state.after(step, now).is_ok();
    let new = |code, title: &str, hint: String, label: Option<String>, submit: &str| OwnForm {
        code,
        key: cases.form_key(),
        title: title.to_owned(),
        hint,
        label,
        submit: submit.to_owned(),
        ..OwnForm::default()
    };
    let mut forms = Vec::new();
    if takes(&Step::Contest) && case.refusal_may_be_contested(now).is_ok() {
        forms.push(new(
            "contest",
            &w.contest_title(),
            w.contest_hint().into_owned(),
            Some(w.contest_title().into_owned()),
            &w.contest_submit(),
        ));
    }
    if takes(&Step::Chase) && case.may_be_chased(now).is_ok() {
        forms.push(new("chase", &w.chase_title(), w.chase_hint().into_owned(), None, &w.chase_submit()));
    }
    if takes(&Step::ContestClass) && case.class_may_be_contested().is_ok() {
        let catalogue = cases.catalogue();
        let kind = case.kind.as_ref().and_then(|code| catalogue.kind(code)).map(|kind| kind.label.in_(names.locale).to_owned());
        let complexity = match case.complexity {
            Complexity::General => w.complexity_general(),
            Complexity::Complex => w.complexity_complex(),
        };
        let class = kind.into_iter().chain([complexity.into_owned()]).collect::<Vec<_>>().join(" · ");
        forms.push(new("contest-class", &w.class_title(), w.class_hint(class), Some(w.contest_title().into_owned()), &w.class_submit()));
    }
    if takes(&Step::Withdraw { until: now }) {
        let why = Some(w.withdraw_why().into_owned());
        let form = new("withdraw", &w.withdraw_title(), w.withdraw_hint().into_owned(), why, &w.withdraw_submit());
        forms.push(OwnForm { pressed: true, ..form });
    }
    if let Some(back) = returned
        && let Some(form) = forms.iter_mut().find(|form| form.code == back.code)
    {
        (form.key, form.text, form.error) = (back.key, back.text, back.error);
    }
    forms
}

/// The question that waits for her.
pub(super) fn asked(case: &Case, story: &[Entry], names: &Names<'_>) -> Option<AskedOf> {
    let State::AwaitingResident { holder, .. } = &case.state else { return None };
    let question = story.iter().rev().find(|entry| matches!(entry.event, CaseEvent::Asked { .. }))?;
    let person = |id: AccountId| names.people.get(&id).cloned().unwrap_or_else(|| names.w.unit_of_old().into_owned());
    Some(AskedOf { who: person(holder.handler), question: question.words.clone()? })
}

/// The cases that it was split into: whoever holds the code of the whole holds theirs.
pub(super) async fn parts(cases: &Cases, case: &Case) -> Result<Vec<Part>, ChangeError> {
    let was_split = matches!(case.state, State::Split { .. } | State::Closed { .. });
    if !was_split || case.erased {
        return Ok(Vec::new());
    }
    let parts: Result<_, StoreError> = cases.parts_of(case.id).await;
    Ok(parts?.into_iter().map(|(number, code)| Part { number: number.grouped(), href: format!("/t/{number}/{}", code.plain()) }).collect())
}

/// Takes the step.
pub(super) async fn take(
    cases: &Cases,
    grant: &Granted<OwnCase>,
    number: &CaseNumber,
    step: &str,
    text: String,
    pressed: bool,
    key: Option<&IdempotencyKey>,
) -> Result<Changed, ChangeError> {
    match step {
        "chase" => cases.chase(grant, number, key).await,
        "contest" => cases.contest(grant, number, text, key).await,
        "contest-class" => cases.contest_class(grant, number, text, key).await,
        _ => cases.withdraw(grant, number, WithdrawInput { pressed, text: Some(text) }, key).await,
    }
}
