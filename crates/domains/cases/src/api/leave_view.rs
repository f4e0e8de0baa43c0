//! What the API shows of looks, warrants and samples: who, which number, why, until when. Never a word of a matter.

use std::collections::HashMap;

use kernel::{AccountId, CaseNumber, Timestamp, format};
use serde::Serialize;
use utoipa::ToSchema;

use crate::model::{Look, LookReason, Sample, Warrant, WarrantState};

/// That somebody of staff looked.
#[derive(Debug, Serialize, ToSchema)]
pub struct AccountLookView {
    /// When.
    pub at: String,
    /// The number of the matter.
    pub number: String,
    /// Who, by name; null for an account that is gone.
    pub name: Option<String>,
    /// In which role.
    pub role: &'static str,
    /// Code of the unit, where the role is one of a unit.
    pub unit: Option<String>,
    /// `text`, `name`, `phone` or `email`.
    pub seen: &'static str,
    /// `call`, `visit`, `verify`, `correct`, `audit`, `sample`, `alarm`; null where the matter was read to handle it.
    pub reason: Option<&'static str>,
}

impl AccountLookView {
    pub(super) fn new(look: &Look, number: &CaseNumber, name: Option<String>) -> Self {
        Self {
            at: format::rfc3339(look.at),
            number: number.to_string(),
            name,
            role: look.role.code(),
            unit: look.unit.as_ref().map(ToString::to_string),
            seen: look.seen.code(),
            reason: look.reason.map(LookReason::code),
        }
    }
}

/// A page of looks, newest first.
#[derive(Debug, Serialize, ToSchema)]
pub struct AccountLooksView {
    /// The looks.
    pub looks: Vec<AccountLookView>,
    /// The value of `after` for the next page; null on the last.
    pub next: Option<String>,
}

/// A warrant.
#[derive(Debug, Serialize, ToSchema)]
pub struct WarrantView {
    /// Its id, to decide on it.
    pub id: String,
    /// The number of the matter.
    pub number: String,
    /// Who asked, by name.
    pub reader: Option<String>,
    /// `complaint`, `figures`, `leak` or `audit`.
    pub reason: &'static str,
    /// For how many days from the moment it is granted.
    pub days: u8,
    /// When it was asked for.
    pub asked_at: String,
    /// `asked`, `granted`, `refused` or `ended`.
    pub status: &'static str,
    /// Until when it was granted; null before that, and after it was ended.
    pub until: Option<String>,
    /// Whether it opens the matter now.
    pub in_force: bool,
}

impl WarrantView {
    pub(super) fn new(warrant: &Warrant, number: &CaseNumber, reader: Option<String>, now: Timestamp) -> Self {
        let until = match warrant.state {
            WarrantState::Granted { until, .. } => Some(format::rfc3339(until)),
            WarrantState::Asked | WarrantState::Refused { .. } | WarrantState::Ended { .. } => None,
        };
        Self {
            id: warrant.id.to_string(),
            number: number.to_string(),
            reader,
            reason: warrant.reason.code(),
            days: warrant.days,
            asked_at: format::rfc3339(warrant.asked_at),
            status: warrant.state.code(),
            until,
            in_force: warrant.state.is_in_force(now),
        }
    }
}

/// Warrants, newest first.
#[derive(Debug, Serialize, ToSchema)]
pub struct WarrantsView {
    /// The warrants; at most 100.
    pub warrants: Vec<WarrantView>,
}

/// The id of a warrant that was asked for.
#[derive(Debug, Serialize, ToSchema)]
pub struct WarrantIdView {
    /// The id.
    pub id: String,
}

/// A sample: who may read it and until when, not which matters it holds.
#[derive(Debug, Serialize, ToSchema)]
pub struct SampleView {
    /// Its id, to end it.
    pub id: String,
    /// For whom, by name.
    pub reader: Option<String>,
    /// By whom, by name.
    pub drawn_by: Option<String>,
    /// When it was drawn.
    pub drawn_at: String,
    /// The first instant at which it opens nothing any more.
    pub until: String,
    /// How many matters.
    pub cases: u64,
    /// Whether it opens them now.
    pub in_force: bool,
}

impl SampleView {
    pub(super) fn new(sample: &Sample, names: &HashMap<AccountId, String>, now: Timestamp) -> Self {
        Self {
            id: sample.id.to_string(),
            reader: names.get(&sample.reader).cloned(),
            drawn_by: names.get(&sample.drawn_by).cloned(),
            drawn_at: format::rfc3339(sample.drawn_at),
            until: format::rfc3339(sample.until),
            cases: sample.cases,
            in_force: now < sample.until,
        }
    }
}

/// Samples, newest first.
#[derive(Debug, Serialize, ToSchema)]
pub struct SamplesView {
    /// The samples.
    pub samples: Vec<SampleView>,
}
