//! Events of supervision as the journal keeps them. Reminders and absences are public facts about staff's work; the words of
//! an order are encrypted under the key of the resident whose matter it is about, and go with it.

use jiff::civil::Date;
use journal::{NewEvent, Opened, Stream};
use kernel::{AccountId, CaseId, CaseNumber, UnitCode};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use store::StoreError;

use crate::model::{Absence, Level, OrderEvent, RedSpan, Told};

/// The version of the forms below.
const KIND_VERSION: i64 = 1;

/// What happened to the watch over a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub(crate) enum MatterEvent {
    /// A milestone was reached and somebody was told.
    Reminded {
        /// The case's number.
        number: CaseNumber,
        /// Which milestone.
        level: Level,
        /// The red instant it belongs to, milliseconds UTC.
        red_at: Option<i64>,
        /// Who was told, by which way.
        told: Vec<Told>,
    },
    /// The clocks it was about have ended or moved: the reminding begins anew.
    StoodDown {
        /// How long it was past its limit, if it was.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        red: Option<Red>,
    },
    /// Its class is contested and somebody was told: whoever else may decide, or the supervisor that nobody did in time.
    Contested {
        /// The case's number.
        number: CaseNumber,
        /// The time to decide is over.
        late: bool,
        /// Who was told, by which way.
        told: Told,
    },
}

/// A time past the limit, as an event keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Red {
    /// The unit that had it at the end.
    pub(crate) unit: Option<UnitCode>,
    /// When its light turned red, milliseconds UTC.
    pub(crate) from: i64,
    /// When it was red no more, milliseconds UTC.
    pub(crate) to: i64,
}

impl From<&RedSpan> for Red {
    fn from(span: &RedSpan) -> Self {
        Self { unit: span.unit.clone(), from: span.from.as_millisecond(), to: span.to.as_millisecond() }
    }
}

impl MatterEvent {
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::Reminded { .. } => "supervision.reminded",
            Self::StoodDown { .. } => "supervision.stood_down",
            Self::Contested { .. } => "supervision.contested",
        }
    }
}

/// What happened to an absence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub(crate) enum AbsenceEvent {
    /// It was entered.
    Entered {
        /// Who.
        account: AccountId,
        /// The first day.
        from: Date,
        /// The last day.
        until: Date,
        /// Who stands in.
        deputy: Option<AccountId>,
    },
    /// It was taken back.
    Ended,
}

impl AbsenceEvent {
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::Entered { .. } => "supervision.absence_entered",
            Self::Ended => "supervision.absence_ended",
        }
    }
}

/// The stream of the watch over a case: beside the case's own, so that a reminder never makes a colleague's form stale.
pub(crate) fn matter_stream(case: CaseId) -> Stream {
    Stream(format!("watch_{}", case.to_string().trim_start_matches("case_")))
}

fn event(kind: &'static str, public: &impl Serialize, private: Value) -> Result<NewEvent, StoreError> {
    let public = serde_json::to_value(public).map_err(|_| StoreError::corrupt("journal_event", "public", kind))?;
    Ok(NewEvent { kind, kind_version: KIND_VERSION, occurred_at: None, public, private, reason: None })
}

pub(crate) fn of_matter(of: &MatterEvent) -> Result<NewEvent, StoreError> {
    event(of.kind(), of, Value::Null)
}

pub(crate) fn of_absence(of: &AbsenceEvent) -> Result<NewEvent, StoreError> {
    event(of.kind(), of, Value::Null)
}

#[derive(Serialize, Deserialize)]
struct Words {
    text: String,
}

pub(crate) fn of_order(of: &OrderEvent, words: Option<&str>) -> Result<NewEvent, StoreError> {
    let words = words.map(|text| Words { text: text.to_owned() });
    let private = serde_json::to_value(words).map_err(|_| StoreError::corrupt("journal_event", "private", of.kind()))?;
    event(of.kind(), of, private)
}

fn read<T: serde::de::DeserializeOwned>(opened: &Opened, kind: impl Fn(&T) -> &'static str) -> Result<T, StoreError> {
    let bad = |column| StoreError::corrupt("journal_event", column, opened.event.seq);
    if opened.event.kind_version != KIND_VERSION {
        return Err(bad("kind_version"));
    }
    let read: T = serde_json::from_value(opened.public.clone()).map_err(|_| bad("public"))?;
    if kind(&read) == opened.event.kind { Ok(read) } else { Err(bad("kind")) }
}

pub(crate) fn matter_event(opened: &Opened) -> Result<MatterEvent, StoreError> {
    read(opened, MatterEvent::kind)
}

pub(crate) fn absence_event(opened: &Opened) -> Result<AbsenceEvent, StoreError> {
    read(opened, AbsenceEvent::kind)
}

/// An event of an order with its words; none after erasure, and none where there were none.
pub(crate) fn order_event(opened: &Opened) -> Result<(OrderEvent, Option<String>), StoreError> {
    let event = read(opened, OrderEvent::kind)?;
    let private = opened.private.clone().filter(|private| *private != Value::Null);
    let bad = |_| StoreError::corrupt("journal_event", "private", opened.event.seq);
    let words = private.map(serde_json::from_value::<Words>).transpose().map_err(bad)?;
    Ok((event, words.map(|words| words.text)))
}

/// The absence that its events make.
pub(crate) fn fold_absence(id: kernel::AbsenceId, events: &[AbsenceEvent]) -> Option<Absence> {
    let mut folded: Option<Absence> = None;
    for event in events {
        match (event, &mut folded) {
            (AbsenceEvent::Entered { account, from, until, deputy }, None) => {
                let (account, from, until, deputy) = (*account, *from, *until, *deputy);
                folded = Some(Absence { id, account, from, until, deputy, ended: false, version: 1 });
            }
            (AbsenceEvent::Ended, Some(absence)) => {
                absence.ended = true;
                absence.version += 1;
            }
            (AbsenceEvent::Entered { .. }, Some(_)) | (AbsenceEvent::Ended, None) => return None,
        }
    }
    folded
}
