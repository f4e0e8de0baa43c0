//! What the API shows of orders and reminders. Instants are RFC 3339 with +08:00, whole seconds.

use kernel::format;
use notify::Notice;
use serde::Serialize;
use utoipa::ToSchema;

use crate::model::{Order, OrderEvent};
use crate::queries::{Digest, OrderEntry, Story};

/// An order.
#[derive(Debug, Serialize, ToSchema)]
pub struct OrderView {
    /// Its number.
    pub number: u32,
    /// The version; commands name it in `If-Match`.
    pub version: i64,
    /// The number of the case it is about.
    pub case: String,
    /// The unit that has to act.
    pub unit: String,
    /// `hand`, `overdue`, `negative_twice`, `repeat`, `safety` or `group`.
    pub cause: &'static str,
    /// `issued`, `acknowledged`, `planned`, `rectified`, `verified`, `lifted` or `upgraded`.
    pub state: &'static str,
    /// When it was issued.
    pub issued_at: String,
    /// When its stage runs out; null when it is over.
    pub due_at: Option<String>,
    /// Its stage has run out.
    pub late: bool,
    /// Who is to act: `lead`, `supervisor`; null when it is over.
    pub waits_for: Option<&'static str>,
}

impl From<&Order> for OrderView {
    fn from(order: &Order) -> Self {
        let waits_for = match (order.state.is_open(), order.state.waits_for_lead()) {
            (false, _) => None,
            (true, true) => Some("lead"),
            (true, false) => Some("supervisor"),
        };
        Self {
            number: order.number,
            version: order.version,
            case: order.case_number.to_string(),
            unit: order.unit.to_string(),
            cause: order.cause.code(),
            state: order.state.code(),
            issued_at: format::rfc3339(order.issued_at),
            due_at: order.due_at.map(format::rfc3339),
            late: order.late,
            waits_for,
        }
    }
}

/// Orders.
#[derive(Debug, Serialize, ToSchema)]
pub struct OrderListView {
    /// Those under way, what runs out first before all others; then the newest that are over.
    pub orders: Vec<OrderView>,
}

/// One event of an order.
#[derive(Debug, Serialize, ToSchema)]
pub struct OrderEntryView {
    /// When.
    pub at: String,
    /// `issued`, `ran_out`, or the step that was taken.
    pub what: &'static str,
    /// Whether a person did it; else a rule of the platform.
    pub by_person: bool,
    /// The words that go with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
}

impl From<&OrderEntry> for OrderEntryView {
    fn from(entry: &OrderEntry) -> Self {
        let what = match &entry.event {
            OrderEvent::Issued { .. } => "issued",
            OrderEvent::Stepped { step, .. } => step.code(),
            OrderEvent::RanOut => "ran_out",
        };
        Self { at: format::rfc3339(entry.at), what, by_person: entry.actor.account().is_some(), words: entry.words.clone() }
    }
}

/// An order with its story, oldest first.
#[derive(Debug, Serialize, ToSchema)]
pub struct OrderStoryView {
    /// The order.
    #[serde(flatten)]
    pub order: OrderView,
    /// Its story.
    pub story: Vec<OrderEntryView>,
}

impl From<&Story> for OrderStoryView {
    fn from(story: &Story) -> Self {
        Self { order: OrderView::from(&story.order), story: story.entries.iter().map(OrderEntryView::from).collect() }
    }
}

/// A reminder.
#[derive(Debug, Serialize, ToSchema)]
pub struct NoticeView {
    /// What it is (`supervision.red`).
    pub kind: String,
    /// The number of the case or the order that it is about.
    pub about: String,
    /// The sentence, in the caller's language.
    pub text: String,
    /// The page it leads to.
    pub page: String,
    /// When it was written.
    pub at: String,
    /// It was read.
    pub read: bool,
}

impl NoticeView {
    pub(super) fn new(notice: &Notice, (text, page): (String, String)) -> Self {
        Self {
            kind: notice.kind.clone(),
            about: notice.about.clone(),
            text,
            page,
            at: format::rfc3339(notice.at),
            read: notice.read_at.is_some(),
        }
    }
}

/// What today brings: counts of open matters of one's scope; 101 stands for more than a hundred.
#[derive(Debug, Serialize, ToSchema)]
pub struct DigestView {
    /// Due today and not past yet.
    pub today: u64,
    /// Past the limit.
    pub red: u64,
    /// Near the limit.
    pub yellow: u64,
    /// Orders that wait for the caller.
    pub orders: u64,
}

impl From<Digest> for DigestView {
    fn from(digest: Digest) -> Self {
        Self { today: digest.today, red: digest.red, yellow: digest.yellow, orders: digest.waiting }
    }
}

/// The caller's reminders.
#[derive(Debug, Serialize, ToSchema)]
pub struct InboxView {
    /// The instant of this answer; `POST /inbox/read` takes it as `until`.
    pub until: String,
    /// What today brings.
    pub today: DigestView,
    /// Unread ones first, then the newest; 100 at most.
    pub notices: Vec<NoticeView>,
}
