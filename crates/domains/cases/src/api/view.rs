//! What the API shows. Instants are RFC 3339 with +08:00, whole seconds.

use kernel::{Locale, Timestamp, format};
use places::Register;
use serde::Serialize;
use utoipa::ToSchema;

use crate::Said;
use crate::catalogue::{Catalogue, MatterKind};
use crate::commands::{Changed, Receipt, Reissued, Unmasked};
use crate::events::Entry;
use crate::model::{Case, CaseEvent, ComplexReason, Look, LookReason, Need, Outcome, Proposal, ProposedName, RunningClock, Shown};
use crate::queries::{Detail, Line};

/// One clock.
#[derive(Debug, Serialize, ToSchema)]
pub struct DueView {
    /// `response`, `plan`, `final`, `dispatch`, `return` or `rating`.
    pub clock: &'static str,
    /// When it runs out.
    pub at: Option<String>,
    /// `running`, `overdue`, `met` or `missed`.
    pub state: &'static str,
    /// Whether a year without a published calendar took part, so that the instant may move.
    pub provisional: bool,
}

fn due(clocks: &[RunningClock], now: Timestamp) -> Vec<DueView> {
    clocks
        .iter()
        .map(|clock| DueView {
            clock: clock.name.code(),
            at: clock.due.map(format::rfc3339),
            state: clock.state(now).code(),
            provisional: clock.provisional,
        })
        .collect()
}

/// The answer to a submission.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReceiptView {
    /// The number people see.
    pub number: String,
    /// The code that opens the case; shown once, here.
    pub query_code: String,
    /// `/t/{number}/{code}`.
    pub track_url: String,
    /// The state.
    pub status: &'static str,
    /// The clocks.
    pub due: Vec<DueView>,
}

impl ReceiptView {
    pub(super) fn new(receipt: &Receipt, now: Timestamp) -> Self {
        Self {
            number: receipt.number.to_string(),
            query_code: receipt.code.grouped(),
            track_url: format!("/t/{}/{}", receipt.number, receipt.code.plain()),
            status: receipt.state.code(),
            due: due(&receipt.clocks, now),
        }
    }
}

/// Where.
#[derive(Debug, Serialize, ToSchema)]
pub struct PlaceView {
    /// In the resident's words.
    pub words: Option<String>,
    /// Code of the area.
    pub area: Option<String>,
    /// Name of the area in the caller's language.
    pub area_name: Option<String>,
    /// Latitude.
    pub lat: Option<f64>,
    /// Longitude.
    pub lon: Option<f64>,
}

impl PlaceView {
    fn new(case: &Case, said: Option<&Said>, register: &Register, locale: Locale) -> Self {
        Self {
            words: said.and_then(|said| said.place_words.clone()),
            area: case.area.as_ref().map(ToString::to_string),
            area_name: case.area.as_ref().and_then(|code| register.area(code)).map(|area| area.name_in(locale).to_owned()),
            lat: said.and_then(|said| said.lat),
            lon: said.and_then(|said| said.lon),
        }
    }
}

/// One entry of the story.
#[derive(Debug, Serialize, ToSchema)]
pub struct EntryView {
    /// When.
    pub at: String,
    /// What: `case.dispatched`.
    pub kind: &'static str,
    /// The words that go with it, where the reader may see them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// Why it is complex, when it was dispatched as such: `units`, `site`, `decision` or `spending`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<&'static str>,
    /// A program dispatched it, and nobody; absent where somebody did.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub automatic: bool,
}

fn story(entries: &[Entry], resident: bool) -> Vec<EntryView> {
    entries
        .iter()
        .filter(|entry| !resident || shown_to_resident(&entry.event))
        .map(|entry| EntryView {
            at: format::rfc3339(entry.at),
            kind: entry.event.kind(),
            words: entry.words.clone().filter(|_| !resident || words_shown_to_resident(&entry.event)),
            because: match &entry.event {
                CaseEvent::Dispatched { because, .. } => because.map(ComplexReason::code),
                _ => None,
            },
            automatic: matches!(entry.event, CaseEvent::Dispatched { automatic: Some(_), .. }),
        })
        .collect()
}

/// Whether the resident sees that it happened. What is only proposed may come to nothing, and other people's matters are not hers.
pub(crate) fn shown_to_resident(event: &CaseEvent) -> bool {
    !matches!(
        event,
        CaseEvent::Noted { shown: Shown::Internal }
            | CaseEvent::Alarmed
            | CaseEvent::AlarmAnswered
            | CaseEvent::FeedbackAsked { .. }
            | CaseEvent::Proposed { .. }
            | CaseEvent::Agreed { .. }
            | CaseEvent::ProposalEnded { .. }
            | CaseEvent::AssistReported { .. }
            | CaseEvent::AssistEnded { .. }
            | CaseEvent::Absorbed { .. }
            | CaseEvent::LetGo { .. }
    )
}

/// Whether the resident sees the words that go with it: her own, and those that staff wrote to her.
pub(crate) fn words_shown_to_resident(event: &CaseEvent) -> bool {
    matches!(
        event,
        CaseEvent::Noted { shown: Shown::Resident }
            | CaseEvent::Supplemented
            | CaseEvent::Started { .. }
            | CaseEvent::Asked { .. }
            | CaseEvent::WentOn { .. }
            | CaseEvent::Extended { .. }
            | CaseEvent::Deferred { .. }
            | CaseEvent::Referred { .. }
            | CaseEvent::AnsweredAtOnce { .. }
            | CaseEvent::Answered { .. }
            | CaseEvent::AnsweredSilent
            | CaseEvent::AnsweredWithParent { .. }
            | CaseEvent::AnswerRecalled
            | CaseEvent::Rated(_)
            | CaseEvent::Reopened { .. }
            | CaseEvent::Closed { .. }
            | CaseEvent::ClosedDisputed
            | CaseEvent::NotAccepted { .. }
            | CaseEvent::Contested
            | CaseEvent::Withdrawn { .. }
            | CaseEvent::Excluded { .. }
            | CaseEvent::AbuseFlagged { .. }
            | CaseEvent::Reclassified { .. }
            | CaseEvent::ClassContested
    )
}

/// An answer.
#[derive(Debug, Serialize, ToSchema)]
pub struct AnswerView {
    /// When.
    pub at: String,
    /// `solved`, `partly` or `explained`; null where the resident could not be reached.
    pub result: Option<&'static str>,
    /// The words.
    pub text: Option<String>,
}

fn answers(entries: &[Entry]) -> Vec<AnswerView> {
    entries
        .iter()
        .filter_map(|entry| {
            let outcome = entry.event.answer()?;
            Some(AnswerView { at: format::rfc3339(entry.at), result: outcome.map(Outcome::code), text: entry.words.clone() })
        })
        .collect()
}

/// A case as its resident reads it.
#[derive(Debug, Serialize, ToSchema)]
pub struct PublicCaseView {
    /// The number.
    pub number: String,
    /// The title, exactly as sent.
    pub title: Option<String>,
    /// The text, exactly as sent; null after erasure.
    pub text: Option<String>,
    /// Where.
    pub place: PlaceView,
    /// The state.
    pub status: &'static str,
    /// `green`, `yellow` or `red`.
    pub light: &'static str,
    /// The story.
    pub timeline: Vec<EntryView>,
    /// The clocks.
    pub due: Vec<DueView>,
    /// The answers, oldest first.
    pub answers: Vec<AnswerView>,
    /// What the resident is asked now: the names of the rating's fields while its window is open.
    pub questions: Vec<&'static str>,
}

impl PublicCaseView {
    pub(super) fn new(detail: &Detail, register: &Register, locale: Locale, now: Timestamp) -> Self {
        let (case, said) = (&detail.case, detail.said.as_ref());
        let waits = matches!(case.state, crate::model::State::FeedbackPending { .. });
        Self {
            number: case.intake.number.to_string(),
            title: said.and_then(|said| said.title.clone()),
            text: said.map(|said| said.text.clone()),
            place: PlaceView::new(case, said, register, locale),
            status: case.state.name().code(),
            light: case.clocks.light(now).0.code(),
            timeline: story(&detail.story, true),
            due: due(case.clocks.all(), now),
            answers: answers(&detail.story),
            questions: if waits { vec!["contacted", "solved", "satisfaction"] } else { Vec::new() },
        }
    }
}

/// A case as staff read it.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseView {
    /// The number.
    pub number: String,
    /// The version, also in `ETag`.
    pub version: i64,
    /// The state.
    pub status: &'static str,
    /// `green`, `yellow` or `red`.
    pub light: &'static str,
    /// The title, exactly as sent; null after erasure, and where the reader's role is not shown words.
    pub title: Option<String>,
    /// The text, alike.
    pub text: Option<String>,
    /// Where; in words and coordinates only where the text is shown.
    pub place: PlaceView,
    /// The kind.
    pub kind: Option<String>,
    /// What the resident wants.
    pub case_type: &'static str,
    /// `general` or `complex`.
    pub complexity: &'static str,
    /// To be dispatched within 30 minutes.
    pub urgent: bool,
    /// Waits for the desk's release before anything is dispatched.
    pub held: bool,
    /// The unit.
    pub unit: Option<String>,
    /// The units that help with it now.
    pub assists: Vec<String>,
    /// When it was received.
    pub received_at: String,
    /// The name, masked; null where there is none, or where the reader's role is not shown any.
    pub contact_name: Option<String>,
    /// The phone, masked, alike.
    pub contact_phone: Option<String>,
    /// The mail address, masked, alike.
    pub contact_email: Option<String>,
    /// How often it was reopened.
    pub reopenings: u32,
    /// The story.
    pub timeline: Vec<EntryView>,
    /// The clocks.
    pub due: Vec<DueView>,
    /// A step that waits for somebody's word.
    pub pending: Option<PendingView>,
    /// Hidden from all but those who handle it.
    pub sealed: bool,
}

/// A step that waits for somebody's word.
#[derive(Debug, Serialize, ToSchema)]
pub struct PendingView {
    /// What: `extend`, `answer`, `answer_silent`, `defer`, `refer`, `transfer`, `exclude`, `flag_abuse`, `unseal`.
    pub step: &'static str,
    /// Whose word is needed next: `handler`, `lead`, `dispatcher`, `supervisor`, `organiser`.
    pub needs: &'static str,
    /// When it lapses.
    pub expires: String,
}

impl PendingView {
    fn new(pending: &Proposal) -> Option<Self> {
        let needs = match pending.next()? {
            Need::Handler => "handler",
            Need::Lead { .. } => "lead",
            Need::Dispatcher => "dispatcher",
            Need::Supervisor => "supervisor",
            Need::Organiser => "organiser",
        };
        Some(Self { step: pending.step.name().code(), needs, expires: format::rfc3339(pending.lapses_at()) })
    }
}

pub(super) fn unit_of(case: &Case) -> Option<String> {
    case.unit().map(ToString::to_string)
}

impl CaseView {
    pub(super) fn new(detail: &Detail, register: &Register, locale: Locale, now: Timestamp) -> Self {
        let (case, said) = (&detail.case, detail.said.as_ref());
        Self {
            number: case.intake.number.to_string(),
            version: case.version,
            status: case.state.name().code(),
            light: case.clocks.light(now).0.code(),
            title: said.and_then(|said| said.title.clone()),
            text: said.map(|said| said.text.clone()),
            place: PlaceView::new(case, said, register, locale),
            kind: case.kind.as_ref().map(ToString::to_string),
            case_type: case.case_type.code(),
            complexity: case.complexity.code(),
            urgent: case.urgent,
            held: case.intake.held,
            unit: unit_of(case),
            assists: case.assisting().into_iter().map(ToString::to_string).collect(),
            received_at: format::rfc3339(case.intake.received_at),
            contact_name: said.and_then(|said| said.name.clone()),
            contact_phone: said.and_then(|said| said.phone.clone()),
            contact_email: said.and_then(|said| said.email.clone()),
            reopenings: case.reopenings,
            timeline: story(&detail.story, false),
            due: due(case.clocks.all(), now),
            pending: case.pending.as_ref().and_then(PendingView::new),
            sealed: case.sealed,
        }
    }
}

/// One row of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct ItemView {
    /// The number.
    pub number: String,
    /// The version.
    pub version: i64,
    /// The state.
    pub status: &'static str,
    /// `green`, `yellow` or `red`.
    pub light: &'static str,
    /// Title, or the first words.
    pub title: String,
    /// The kind.
    pub kind: Option<String>,
    /// The area.
    pub area: Option<String>,
    /// The unit.
    pub unit: Option<String>,
    /// Waits for the desk's release.
    pub held: bool,
    /// When it was received.
    pub received_at: String,
    /// When its light turns red.
    pub red_at: Option<String>,
}

impl From<Line> for ItemView {
    fn from(line: Line) -> Self {
        Self {
            number: line.number.to_string(),
            version: line.version,
            status: line.state.code(),
            light: line.light.code(),
            title: line.headline,
            kind: line.kind,
            area: line.area,
            unit: line.unit,
            held: line.held,
            received_at: format::rfc3339(line.received_at),
            red_at: line.red_at.map(format::rfc3339),
        }
    }
}

/// A page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct ListView {
    /// The rows, newest first.
    pub cases: Vec<ItemView>,
    /// The value of `after` for the next page; null on the last.
    pub next: Option<String>,
}

/// What a step did.
#[derive(Debug, Serialize, ToSchema)]
pub struct ChangedView {
    /// The number.
    pub number: String,
    /// The state now.
    pub status: &'static str,
    /// The version now, also in `ETag`.
    pub version: i64,
    /// The step that now waits for somebody's word, if one does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pending: Option<&'static str>,
}

impl From<&Changed> for ChangedView {
    fn from(changed: &Changed) -> Self {
        Self {
            number: changed.number.to_string(),
            status: changed.state.code(),
            version: changed.version,
            pending: changed.pending.map(ProposedName::code),
        }
    }
}

/// A new query code in place of a lost one.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReissuedView {
    /// The number.
    pub number: String,
    /// The new code; shown once, here. The one before opens nothing any more.
    pub query_code: String,
    /// `/t/{number}/{code}`.
    pub track_url: String,
    /// The version now, also in `ETag`.
    pub version: i64,
}

impl From<&Reissued> for ReissuedView {
    fn from(reissued: &Reissued) -> Self {
        let number = &reissued.changed.number;
        Self {
            number: number.to_string(),
            query_code: reissued.code.grouped(),
            track_url: format!("/t/{number}/{}", reissued.code.plain()),
            version: reissued.changed.version,
        }
    }
}

/// One field of a contact in the clear.
#[derive(Serialize, ToSchema)]
pub struct UnmaskedView {
    /// `phone`, `email` or `name`.
    pub field: &'static str,
    /// As the resident left it; here once.
    pub value: String,
}

impl From<Unmasked> for UnmaskedView {
    fn from(unmasked: Unmasked) -> Self {
        Self { field: unmasked.field.code(), value: unmasked.value }
    }
}

/// That somebody looked.
#[derive(Debug, Serialize, ToSchema)]
pub struct LookView {
    /// The day; never the hour.
    pub day: String,
    /// The role, never the name.
    pub role: &'static str,
    /// Code of the unit, where the role is one of a unit.
    pub unit: Option<String>,
    /// `text`, `name`, `phone` or `email`.
    pub seen: &'static str,
    /// `call`, `visit`, `verify`, `correct`, `audit`, `sample`, `alarm`; null where the matter was read to handle it.
    pub reason: Option<&'static str>,
}

impl From<&Look> for LookView {
    fn from(look: &Look) -> Self {
        Self {
            day: format::local_date(look.at).to_string(),
            role: look.role.code(),
            unit: look.unit.as_ref().map(ToString::to_string),
            seen: look.seen.code(),
            reason: look.reason.map(LookReason::code),
        }
    }
}

/// Who looked, newest first.
#[derive(Debug, Serialize, ToSchema)]
pub struct LooksView {
    /// The looks; at most 200.
    pub looks: Vec<LookView>,
}

/// A kind of the catalogue.
#[derive(Debug, Serialize, ToSchema)]
pub struct KindView {
    /// The code.
    pub code: String,
    /// The label in the caller's language.
    pub label: String,
    /// Code of the first level.
    pub first: String,
    /// Label of the first level in the caller's language.
    pub first_label: String,
    /// The unit that handles it.
    pub unit: String,
    /// What such a matter usually is.
    pub case_type: &'static str,
    /// `general` or `complex`, as proposed.
    pub complexity: &'static str,
}

impl KindView {
    pub(super) fn new(kind: &MatterKind, catalogue: &Catalogue, locale: Locale) -> Self {
        Self {
            code: kind.code.to_string(),
            label: kind.label.in_(locale).to_owned(),
            first: kind.category.to_string(),
            first_label: catalogue.category(&kind.category).map_or_else(String::new, |first| first.label.in_(locale).to_owned()),
            unit: kind.unit.to_string(),
            case_type: kind.case_type.code(),
            complexity: kind.complexity.code(),
        }
    }
}
