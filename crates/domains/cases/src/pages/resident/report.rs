//! 我要反映: one page, one button, nothing lost.

use axum::Form;
use axum::extract::State;
use axum::response::{Html, IntoResponse, Response};
use http::StatusCode;
use identity::{Granted, Identity, KeptForm};
use kernel::{FieldFault, Locale, format, text};
use places::{AreaLevel, Means, Register};
use serde::Deserialize;
use web::{ClientAddr, Fail, Sources};

use super::told::danger;
use super::visit::{Visit, opened};
use crate::catalogue::Catalogue;
use crate::commands::{ContactFields, NewCase, PlaceFields, Source};
use crate::errors::ChangeError;
use crate::model::Channel;
use crate::pages::strip::limit_words;
use crate::pages::views::parts::{Choice, ChoiceGroup, Errors, Reach};
use crate::pages::views::{Guess, Near, NearLine, Report, Suggest};
use crate::permissions::SubmitCase;
use crate::queries::Nearby;
use crate::service::Cases;
use crate::words::Words;

/// The form as it is sent.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct ReportForm {
    key: String,
    text: String,
    kind: String,
    area: String,
    words: String,
    reach: String,
    phone: String,
    email: String,
    name: String,
    confidential: String,
    nearby: String,
    same: String,
}

/// One text.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct TextForm {
    text: String,
}

fn reach(word: &str) -> Reach {
    match word {
        "phone" => Reach::Phone,
        "email" => Reach::Email,
        "none" => Reach::Nobody,
        _ => Reach::Unset,
    }
}

fn confidential(word: &str) -> Option<bool> {
    match word {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

/// The kinds under their categories.
fn kinds(catalogue: &Catalogue, chosen: &str, locale: Locale) -> Vec<ChoiceGroup> {
    catalogue
        .categories()
        .iter()
        .map(|category| ChoiceGroup {
            label: category.label.in_(locale).to_owned(),
            options: catalogue
                .kinds_in_force()
                .filter(|kind| kind.category == category.code)
                .map(|kind| Choice { chosen: kind.code.as_str() == chosen, ..Choice::new(kind.code.as_str(), kind.label.in_(locale)) })
                .collect(),
        })
        .filter(|group| !group.options.is_empty())
        .collect()
}

/// The communities under their subdistricts and towns.
fn areas(register: &Register, chosen: &str, locale: Locale) -> Vec<ChoiceGroup> {
    register
        .areas()
        .iter()
        .filter(|area| matches!(area.level, AreaLevel::Subdistrict | AreaLevel::Town))
        .map(|parent| ChoiceGroup {
            label: parent.name_in(locale).to_owned(),
            options: register
                .children(&parent.code)
                .filter(|area| register.is_in_force(area))
                .map(|area| Choice { chosen: area.code.as_str() == chosen, ..Choice::new(area.code.as_str(), area.name_in(locale)) })
                .collect(),
        })
        .collect()
}

/// Names that a resident may be offered for a place: those of the register, and what people call them.
fn names(register: &Register) -> Vec<String> {
    let own = register.places().iter().map(|place| &place.name);
    let called = register.words().iter().map(|held| &held.word).filter(|word| word.means != Means::Word).map(|word| &word.word);
    own.chain(called).cloned().collect()
}

fn form(cases: &Cases, typed: ReportForm, errors: Errors, locale: Locale) -> Report {
    let register = cases.places().register();
    Report {
        key: if typed.key.is_empty() { cases.form_key() } else { typed.key },
        kinds: kinds(&cases.catalogue(), &typed.kind, locale),
        areas: areas(&register, &typed.area, locale),
        names: names(&register),
        danger: danger(&cases.catalogue().suggest(None, &typed.text), Words::of(locale)),
        text: typed.text,
        words: typed.words,
        reach: reach(&typed.reach),
        phone: typed.phone,
        email: typed.email,
        name: typed.name,
        confidential: confidential(&typed.confidential),
        near: None,
        old: false,
        errors,
    }
}

/// `GET /report`.
pub(super) async fn blank(State(cases): State<Cases>, visit: Visit) -> Response {
    let view = form(&cases, ReportForm::default(), Errors::default(), visit.locale());
    web::page(&visit.shell, &view)
}

/// `POST /report/start`: the words written on the home page go on in the form.
pub(super) async fn start(State(cases): State<Cases>, visit: Visit, typed: KeptForm<TextForm>) -> Response {
    let visit = visit.at("/report");
    // Nothing is stored yet: an old page at the door is as good as a new one.
    let typed = ReportForm { text: text::from_form(&typed.into_inner().text), ..ReportForm::default() };
    let view = form(&cases, typed, Errors::default(), visit.locale());
    web::page(&visit.shell, &view)
}

/// What is asked while one writes.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Written {
    text: String,
    kind: String,
    area: String,
    words: String,
}

/// What others have reported there already; `None` when nothing, or nothing that may be told. A matter is handed in without it, too:
/// what cannot be read is written to the log and left out.
async fn near(cases: &Cases, grant: &Granted<SubmitCase>, locale: Locale, [text, kind, area, words]: [&str; 4]) -> Option<Near> {
    let spot = cases.spot(text, kind, area, words)?;
    let found = cases.nearby(grant, &spot).await;
    let found =
        found.inspect_err(|error| tracing::error!(error = error as &dyn std::error::Error, "what is open nearby could not be read"));
    let w = Words::of(locale);
    let line = |nearby: Nearby| NearLine {
        month: format::year_month(nearby.month, locale),
        value: nearby.month.strftime("%Y-%m").to_string(),
        people: nearby.people.map_or_else(|| w.nearby_some().into_owned(), |people| w.nearby_people(format::count(people))),
    };
    let months: Vec<NearLine> = found.ok()?.into_iter().map(line).collect();
    let catalogue = cases.catalogue();
    let kind = catalogue.kind(spot.kind())?.label.in_(locale).to_owned();
    (!months.is_empty()).then(|| Near { kind, place: spot.place().to_owned(), months, chosen: None })
}

/// `POST /report/suggest`: the numbers to call, the likely kind and what others have reported there, as a fragment; 204 when there is
/// none of them. Stores nothing.
pub(super) async fn suggest(State(cases): State<Cases>, grant: Granted<SubmitCase>, visit: Visit, Form(typed): Form<Written>) -> Response {
    let (catalogue, locale) = (cases.catalogue(), visit.locale());
    let suggestion = catalogue.suggest(None, &typed.text);
    let found = suggestion.kinds.first().filter(|_| typed.kind.is_empty());
    let guess = found.and_then(|ranked| Some((ranked, catalogue.kind(&ranked.code)?))).map(|(ranked, kind)| {
        let mut evidence: Vec<String> =
            ranked.evidence.iter().filter_map(|found| typed.text.get(found.start..found.end)).map(str::to_owned).collect();
        evidence.dedup();
        evidence.truncate(4);
        Guess {
            kind: kind.code.to_string(),
            kind_name: kind.label.in_(locale).to_owned(),
            evidence,
            limit: limit_words(cases.limits_at(cases.now()).final_of(suggestion.case_type, kind.complexity), visit.words()),
        }
    });
    let near = near(&cases, &grant, locale, [&typed.text, &typed.kind, &typed.area, &typed.words]).await;
    let view = Suggest { danger: danger(&suggestion, visit.words()), guess, near };
    if view.danger.is_none() && view.guess.is_none() && view.near.is_none() {
        return StatusCode::NO_CONTENT.into_response();
    }
    match view.html(locale) {
        Ok(html) => Html(html).into_response(),
        Err(_) => StatusCode::NO_CONTENT.into_response(),
    }
}

/// What others have reported there, where it is to be shown before the form is taken: once, and never for a form that was sent before,
/// whose own matter it would find.
async fn first_look(cases: &Cases, grant: &Granted<SubmitCase>, locale: Locale, typed: &ReportForm) -> Option<Near> {
    let new = new_case(typed);
    if !typed.nearby.is_empty() || cases.would_take(&new).is_err() {
        return None;
    }
    let near = near(cases, grant, locale, [&typed.text, &typed.kind, &typed.area, &typed.words]).await?;
    match typed.key.parse() {
        // What cannot be read, or was sent with other words, is for the command to say.
        Ok(key) => cases.was_sent(&new, &key).await.is_ok_and(|was_sent| !was_sent).then_some(near),
        Err(_) => Some(near),
    }
}

/// Fields that the page asks for and the command does not.
fn owed(typed: &ReportForm) -> Vec<FieldFault> {
    let mut faults = Vec::new();
    let mut owe = |field, code| faults.push(FieldFault { field, code });
    let way = reach(&typed.reach);
    match way {
        Reach::Unset => owe("reach", "missing"),
        Reach::Phone if typed.phone.trim().is_empty() => owe("contact.phone", "empty"),
        Reach::Email if typed.email.trim().is_empty() => owe("contact.email", "empty"),
        Reach::Phone | Reach::Email | Reach::Nobody => {}
    }
    if matches!(way, Reach::Phone | Reach::Email) && confidential(&typed.confidential).is_none() {
        owe("contact.confidential", "missing");
    }
    faults
}

fn new_case(typed: &ReportForm) -> NewCase {
    let given = |text: &str| (!text.trim().is_empty()).then(|| text.to_owned());
    let way = reach(&typed.reach);
    NewCase {
        // Chosen where it was offered, and nowhere else.
        same: given(&typed.same).filter(|_| !typed.nearby.is_empty()),
        against: None,
        text: text::from_form(&typed.text),
        title: None,
        kind: given(&typed.kind),
        place: PlaceFields { words: given(&typed.words), area: given(&typed.area), lat: None, lon: None },
        contact: ContactFields {
            phone: given(&typed.phone).filter(|_| way == Reach::Phone),
            email: given(&typed.email).filter(|_| way == Reach::Email),
            name: given(&typed.name).filter(|_| way != Reach::Nobody),
            confidential: confidential(&typed.confidential) == Some(true),
        },
    }
}

/// `POST /report`.
pub(super) async fn submit(
    State(cases): State<Cases>,
    State(identity): State<Identity>,
    State(sources): State<Sources>,
    from: ClientAddr,
    grant: Granted<SubmitCase>,
    visit: Visit,
    typed: KeptForm<ReportForm>,
) -> Result<Response, Fail> {
    let visit = visit.at("/report");
    let typed = match typed {
        KeptForm::Safe(typed) => typed,
        KeptForm::Old(typed) => {
            let view = Report { old: true, ..form(&cases, typed, Errors::default(), visit.locale()) };
            return Ok(web::page_with(StatusCode::FORBIDDEN, &visit.shell, &view));
        }
    };
    let mut faults = owed(&typed);
    if faults.is_empty() {
        if let Some(near) = first_look(&cases, &grant, visit.locale(), &typed).await {
            let view = Report { near: Some(near), ..form(&cases, typed, Errors::default(), visit.locale()) };
            return Ok(web::page(&visit.shell, &view));
        }
        let held = if visit.caller.channel.is_some() { false } else { sources.create(from)? };
        let key = typed.key.parse().ok();
        let source = Source { channel: Channel::Web, held };
        match cases.submit(&grant, new_case(&typed), source, key.as_ref()).await {
            Ok(receipt) => {
                let path = format!("/receipt/{}", receipt.number);
                let proof = cases.proof_of(&receipt).ok_or_else(|| Fail::new(kernel::Kind::Bug, "internal"))?;
                return Ok(opened(&identity, &proof, &path));
            }
            Err(ChangeError::Invalid(refused)) => faults = refused,
            // The same form was sent before with other words: a fresh key, nothing lost.
            Err(ChangeError::KeyReused) => {
                let view = form(&cases, ReportForm { key: String::new(), ..typed }, Errors::default(), visit.locale());
                return Ok(web::page_with(StatusCode::CONFLICT, &visit.shell, &view));
            }
            Err(error) => return Err(error.into()),
        }
    } else if let Err(ChangeError::Invalid(refused)) = cases.would_take(&new_case(&typed)) {
        // All that is wrong is said at once, in the order of the form.
        faults.splice(0..0, refused);
    }
    let errors = Errors::of_faults(&faults, &visit.shell.site.messages, visit.locale());
    // What was chosen beside others' matters is not lost with a fault elsewhere.
    let near = if typed.nearby.is_empty() {
        None
    } else {
        near(&cases, &grant, visit.locale(), [&typed.text, &typed.kind, &typed.area, &typed.words]).await
    };
    let near = near.map(|near| Near { chosen: Some(typed.same.clone()), ..near });
    let view = Report { near, ..form(&cases, typed, errors, visit.locale()) };
    Ok(web::page_with(StatusCode::UNPROCESSABLE_ENTITY, &visit.shell, &view))
}
