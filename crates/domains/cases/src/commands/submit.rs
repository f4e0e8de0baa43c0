//! Handing in a matter: number, code and clocks at once; triage rides in the same commit.

use identity::Granted;
use journal::{Envelope, Stream};
use kernel::problem::FieldFault;
use kernel::{AreaCode, CaseId, CaseNumber, KindCode, QueryCode, Timestamp, UnitCode, text};
use places::Register;
use serde::{Deserialize, Serialize};
use store::Tx;

use crate::advice::{Advised, Taken};
use crate::catalogue::{CaseType, Suggestion};
use crate::commands::IdempotencyKey;
use crate::commands::change::Once;
use crate::commands::same::{goes_with_others, is_as_urgent};
use crate::errors::ChangeError;
use crate::events::{ContactNow, Private, to_journal};
use crate::model::case::subject_of;
use crate::model::{Case, CaseEvent, Channel, Complexity, RunningClock, StateName};
use crate::permissions::SubmitCase;
use crate::rows;
use crate::rows::private::Said;
use crate::service::Cases;

/// A matter as it is handed in. Text is kept exactly as sent.
#[derive(Clone, Default, Serialize, Deserialize, utoipa::ToSchema)]
pub struct NewCase {
    /// The matter in the resident's words: 1 to 20,000 characters, not only white space.
    #[serde(default)]
    pub text: String,
    /// A title; optional, may be empty.
    #[serde(default)]
    pub title: Option<String>,
    /// A kind of the catalogue, when the resident chose one.
    #[serde(default)]
    pub kind: Option<String>,
    /// Where. At least one of words, area, coordinates.
    #[serde(default)]
    pub place: PlaceFields,
    /// How to reach the resident. All optional: then answers are read with the code.
    #[serde(default)]
    pub contact: ContactFields,
    /// A unit that the matter is about: it will never see it.
    #[serde(default)]
    pub against: Option<String>,
    /// 我也遇到: the month (`2026-11`) of the matters that `POST /public/nearby` told of at this place; handled together with them, under
    /// a number, a code and a rating of its own. Where they are answered already, or the words speak of danger, it goes alone.
    #[serde(default)]
    pub same: Option<String>,
}

impl std::fmt::Debug for NewCase {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("NewCase(…)")
    }
}

/// Where.
#[derive(Clone, Default, Serialize, Deserialize, utoipa::ToSchema)]
pub struct PlaceFields {
    /// In words.
    #[serde(default)]
    pub words: Option<String>,
    /// An area of the county.
    #[serde(default)]
    pub area: Option<String>,
    /// Latitude, WGS 84.
    #[serde(default)]
    pub lat: Option<f64>,
    /// Longitude, WGS 84.
    #[serde(default)]
    pub lon: Option<f64>,
}

/// How to reach the resident.
#[derive(Clone, Default, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ContactFields {
    /// Phone.
    #[serde(default)]
    pub phone: Option<String>,
    /// E-mail.
    #[serde(default)]
    pub email: Option<String>,
    /// What to call her.
    #[serde(default)]
    pub name: Option<String>,
    /// Keep the name from the unit.
    #[serde(default)]
    pub confidential: bool,
}

/// By which way a matter comes, and whether it is above its source's limit.
#[derive(Debug, Clone, Copy)]
pub struct Source {
    /// The way.
    pub channel: Channel,
    /// Above the limit: taken, and released by the desk.
    pub held: bool,
}

/// What the resident takes home.
#[derive(Debug, Clone)]
pub struct Receipt {
    /// The case; never shown.
    pub id: CaseId,
    /// The number.
    pub number: CaseNumber,
    /// The code.
    pub code: QueryCode,
    /// The generation of the code; raised when a lost one is replaced.
    pub generation: i32,
    /// Where it stands.
    pub state: StateName,
    /// Its clocks.
    pub clocks: Vec<RunningClock>,
    /// When it was received.
    pub received_at: Timestamp,
}

/// A guess at the area from words is kept as a fact only above this score; a bare short name is left to the dispatcher.
const WEAK_GUESS: u8 = 45;

/// The generation of the code that comes with the receipt.
const FIRST_CODE: i32 = 0;

/// Most characters of a title, a place, a name.
const SHORT: usize = 200;

struct Checked {
    said: Said,
    area: Option<AreaCode>,
    kind: Option<KindCode>,
    confidential: bool,
    against: Option<UnitCode>,
}

impl Checked {
    fn taken<'t>(&'t self, id: CaseId, source: Source, rules: &'t Suggestion) -> Taken<'t> {
        Taken {
            id,
            said: &self.said,
            area: self.area.as_ref(),
            chosen: self.kind.as_ref(),
            needs_eyes: source.held || self.confidential || self.against.is_some(),
            rules,
        }
    }
}

fn blank_to_none(text: Option<&String>) -> Option<&str> {
    text.map(String::as_str).filter(|text| !text.trim().is_empty())
}

impl Cases {
    /// Takes a matter. Repeating it with the same key gives the same receipt.
    pub async fn submit(
        &self,
        grant: &Granted<SubmitCase>,
        new: NewCase,
        source: Source,
        key: Option<&IdempotencyKey>,
    ) -> Result<Receipt, ChangeError> {
        let once = key.map(|key| Once::new("public", key, &new));
        let same = self.same_of(&new)?;
        let checked = self.check(new)?;
        let now = self.clock.now();
        // A number is reserved in a transaction of its own: an abandoned submission leaves a gap, nothing else.
        let number = self.next_number(now).await?;
        let id = CaseId::new(now, self.rng.as_ref());
        let catalogue = self.catalogue();
        let suggestion = catalogue.suggest(checked.said.title.as_deref(), &checked.said.text);
        let advised = self.advised(&checked.taken(id, source, &suggestion), now).await;
        let mut steps = steps(&checked, &number, source, &suggestion, &catalogue, &self.places.register(), self.limits_at(now).version);
        advise(&mut steps, advised, suggestion.case_type);
        let steps = std::sync::Arc::new(steps);
        let envelope = Envelope { source: self.source, ..Envelope::live(grant.actor().clone(), grant.request_id(), now) };
        let same = same.filter(|_| goes_with_others(&steps, &suggestion));
        let (cases, said) = (self.clone(), checked.said);
        self.db
            .write(move |tx| {
                let (cases, steps, once, said, envelope) = (cases.clone(), steps.clone(), once.clone(), said.clone(), envelope.clone());
                let same = same.clone();
                async move {
                    if let Some(once) = &once
                        && let Some(earlier) = once.earlier(&cases.keys.request, &tx, now).await?
                    {
                        return cases.receipt_again(&tx, &earlier).await;
                    }
                    let parent = match &same {
                        Some(same) => cases.stands_for(&tx, same).await?.filter(|parent| is_as_urgent(&steps, parent)),
                        None => None,
                    };
                    let case = match parent {
                        Some(parent) => cases.insert_joined(&tx, id, &steps, parent, &said, &envelope).await?,
                        None => cases.insert(&tx, id, &steps, &said, &envelope).await?,
                    };
                    if let Some(once) = &once {
                        once.remember(&cases.keys.request, &tx, case.intake.number.to_string(), now).await?;
                    }
                    Ok(cases.receipt(&case, FIRST_CODE))
                }
            })
            .await
    }

    /// Whether this very form was sent before, so that sending it again only shows its receipt.
    pub(crate) async fn was_sent(&self, new: &NewCase, key: &IdempotencyKey) -> Result<bool, ChangeError> {
        let (once, cases, now) = (Once::new("public", key, new), self.clone(), self.clock.now());
        self.db.read(move |tx| async move { Ok(once.earlier(&cases.keys.request, &tx, now).await?.is_some()) }).await
    }

    /// Whether the input would be taken as it is; stores nothing.
    pub(crate) fn would_take(&self, new: &NewCase) -> Result<(), ChangeError> {
        self.check(new.clone()).map(|_| ())
    }

    pub(crate) async fn insert(
        &self,
        tx: &Tx,
        id: CaseId,
        steps: &[(CaseEvent, Private)],
        said: &Said,
        envelope: &Envelope,
    ) -> Result<Case, ChangeError> {
        let now = envelope.now;
        let dated = steps.iter().map(|(event, _)| (event, now));
        // A part runs from the receipt of its whole.
        let limits = self.limits_at(steps.first().map_or(now, |(event, _)| event.receipt(now)));
        let case = Case::fold(id, dated, &self.calendars(), &limits).map_err(|error| ChangeError::of_fold(&error, 0))?;
        rows::record::insert(tx, &case, &limits, now).await?;
        rows::private::insert(tx, id, said).await?;
        super::alarm::keep(tx, id, &envelope.actor, steps.iter().map(|(event, _)| event), now).await?;
        let events = steps.iter().map(|(event, private)| to_journal(event, private, None)).collect::<Result<_, _>>()?;
        self.journal.append(tx, envelope, &Stream::of(id), subject_of(id), 0, events).await?;
        self.reset_timers(tx, id, &[], &case.timers(), now).await?;
        self.keep_watch(tx, None, &case, now).await?;
        Ok(case)
    }

    fn receipt(&self, case: &Case, generation: i32) -> Receipt {
        Receipt {
            id: case.id,
            number: case.intake.number.clone(),
            code: QueryCode::of(&self.keys.code, case.id, generation),
            generation,
            state: case.state.name(),
            clocks: case.clocks.all().to_vec(),
            received_at: case.intake.received_at,
        }
    }

    async fn receipt_again(&self, tx: &Tx, number: &str) -> Result<Receipt, ChangeError> {
        let number = number.parse().map_err(|_| store::StoreError::corrupt("case_idempotency", "outcome", number))?;
        let stored = rows::record::find(tx, &number, rows::scope::everything()).await?.ok_or(ChangeError::NoSuchCase)?;
        // The same receipt as the first time: a code that was replaced since is not told to whoever repeats the request.
        Ok(self.receipt(&stored.case, FIRST_CODE))
    }

    /// Accepts the input as it is, or names every field that cannot be taken.
    fn check(&self, new: NewCase) -> Result<Checked, ChangeError> {
        let mut faults = Vec::new();
        let mut fault = |field, code| faults.push(FieldFault { field, code });
        if let Err(error) = text::check(&new.text, text::LONGEST) {
            fault("text", error.code());
        }
        for (field, value) in [
            ("title", &new.title),
            ("place.words", &new.place.words),
            ("contact.name", &new.contact.name),
            ("contact.email", &new.contact.email),
        ] {
            if let Some(Err(error)) = value.as_deref().map(|value| text::check_optional(value, SHORT)) {
                fault(field, error.code());
            }
        }
        let register = self.places.register();
        let typed_kind = blank_to_none(new.kind.as_ref());
        // A closed kind is its successor's, as an area is: a page that was read before midnight loses nobody's matter.
        let catalogue = self.catalogue();
        let kind = typed_kind.and_then(|code| catalogue.stands_for(&code.parse().ok()?)).map(|kind| kind.code.clone());
        if typed_kind.is_some() && kind.is_none() {
            fault("kind", "unknown");
        }
        let typed_area = blank_to_none(new.place.area.as_ref());
        // A closed area is its successor's: new matters never go to it.
        let mut area = typed_area.and_then(|code| register.area_in_force(&code.parse::<AreaCode>().ok()?)).map(|area| area.code.clone());
        if typed_area.is_some() && area.is_none() {
            fault("place.area", "unknown");
        }
        match (new.place.lat, new.place.lon) {
            (None, None) => {}
            (Some(lat), Some(lon)) if lat.is_finite() && lon.is_finite() && register.inside_county(lat, lon) => {
                area = area.or_else(|| register.area_at(lat, lon).map(|area| area.code.clone()));
            }
            (Some(_), Some(_)) => fault("place.lat", "outside_county"),
            (Some(_), None) => fault("place.lon", "missing"),
            (None, Some(_)) => fault("place.lat", "missing"),
        }
        let place_words = new.place.words.filter(|words| !words.trim().is_empty());
        if area.is_none() && place_words.is_none() && new.place.lat.is_none() && typed_area.is_none() {
            fault("place", "empty");
        }
        if area.is_none()
            && let Some(words) = &place_words
        {
            area = guessed_area(&register, words);
        }
        let phone = check_phone(blank_to_none(new.contact.phone.as_ref()), "contact.phone", &mut faults);
        let email = check_email(blank_to_none(new.contact.email.as_ref()), "contact.email", &mut faults);
        let typed_against = blank_to_none(new.against.as_ref());
        let against = typed_against.and_then(|code| code.parse::<UnitCode>().ok()).filter(|code| register.unit(code).is_some());
        if typed_against.is_some() && against.is_none() {
            faults.push(FieldFault { field: "against", code: "unknown" });
        }
        if !faults.is_empty() {
            return Err(ChangeError::Invalid(faults));
        }
        Ok(Checked {
            said: Said {
                title: new.title,
                text: new.text,
                place_words,
                lat: new.place.lat,
                lon: new.place.lon,
                name: new.contact.name.filter(|name| !name.trim().is_empty()),
                phone,
                email,
            },
            area,
            kind,
            confidential: new.contact.confidential,
            against,
        })
    }
}

/// The community that words speak of, where they are clear enough to be kept as a fact.
pub(crate) fn guessed_area(register: &Register, words: &str) -> Option<AreaCode> {
    register.find_in_words(words).into_iter().next().filter(|guess| guess.score > WEAK_GUESS).map(|guess| guess.area)
}

/// The digits of a phone, or a fault.
fn check_phone(typed: Option<&str>, field: &'static str, faults: &mut Vec<FieldFault>) -> Option<String> {
    let digits = text::phone(typed?);
    if digits.is_none() {
        faults.push(FieldFault { field, code: "bad_phone" });
    }
    digits
}

/// An address that could be one, or a fault.
fn check_email(typed: Option<&str>, field: &'static str, faults: &mut Vec<FieldFault>) -> Option<String> {
    let email = typed?.trim().to_owned();
    if !email.split_once('@').is_some_and(|(who, at)| !who.is_empty() && at.contains('.')) {
        faults.push(FieldFault { field, code: "bad_email" });
    }
    Some(email)
}

impl Cases {
    /// The parts of a contact that are to be changed, checked like those of a new matter.
    pub(crate) fn check_contact(phone: Option<&str>, email: Option<&str>, name: Option<&str>, faults: &mut Vec<FieldFault>) -> ContactNow {
        let blank = |text: &str| text.trim().is_empty();
        if let Some(Err(error)) = name.map(|name| text::check_optional(name, SHORT)) {
            faults.push(FieldFault { field: "name", code: error.code() });
        }
        ContactNow {
            phone: phone.map(|typed| if blank(typed) { None } else { check_phone(Some(typed), "phone", faults) }),
            email: email.map(|typed| if blank(typed) { None } else { check_email(Some(typed), "email", faults) }),
            name: name.map(|typed| Some(typed.to_owned()).filter(|name| !blank(name))),
        }
    }
}

/// What the program decided beside the rules: automatic dispatch rides in the commit of the submission (decisions 8).
fn advise(steps: &mut Vec<(CaseEvent, Private)>, advised: Advised, case_type: CaseType) {
    let (mark, its_kind, its_unit, goes) = match advised {
        Advised::Person => return,
        Advised::Drawn(kind, unit, why) => (Some(why), kind, unit, None),
        Advised::Goes(kind, unit, why) => (None, kind, unit, Some(why)),
    };
    for (event, _) in steps.iter_mut() {
        if let CaseEvent::Triaged { kind, unit, drawn, .. } = event {
            (*kind, *unit, *drawn) = (Some(its_kind.clone()), Some(its_unit.clone()), mark);
        }
    }
    if let Some(automatic) = goes {
        let dispatched = CaseEvent::Dispatched {
            unit: its_unit,
            assists: Vec::new(),
            kind: its_kind,
            case_type,
            complexity: Complexity::General,
            because: None,
            by: None,
            automatic: Some(automatic),
        };
        steps.push((dispatched, Private::Nothing));
    }
}

/// Submission and triage: what happened, and what the platform suggests.
fn steps(
    checked: &Checked,
    number: &CaseNumber,
    source: Source,
    suggestion: &Suggestion,
    catalogue: &crate::catalogue::Catalogue,
    register: &Register,
    parameters: u32,
) -> Vec<(CaseEvent, Private)> {
    let kind = checked.kind.clone().or_else(|| suggestion.kinds.first().map(|ranked| ranked.code.clone()));
    let unit = kind.as_ref().and_then(|kind| register.unit_in_force(&catalogue.kind(kind)?.unit)).map(|unit| unit.code.clone());
    let said = &checked.said;
    let mut steps = vec![
        (
            CaseEvent::Submitted {
                number: number.clone(),
                channel: source.channel,
                area: checked.area.clone(),
                case_type: suggestion.case_type,
                reachable: said.phone.is_some() || said.email.is_some(),
                confidential: checked.confidential,
                held: source.held,
                // Who reports somebody is hidden from the beginning (domain 3.3).
                sealed: checked.against.is_some() || suggestion.case_type == CaseType::Report,
                against: checked.against.clone(),
                link: None,
                received_at: None,
                parameters: parameters.to_string(),
            },
            Private::Said(Box::new(said.clone())),
        ),
        (CaseEvent::Triaged { kind, unit, urgent: suggestion.urgent.is_some(), drawn: None }, Private::Nothing),
    ];
    if super::alarm::alarming(suggestion) {
        steps.push((CaseEvent::Alarmed, Private::Nothing));
    }
    steps
}
