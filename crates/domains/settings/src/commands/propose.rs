//! Proposing a change (提出改动). Nothing changes until somebody else approves it.

use std::collections::BTreeSet;
use std::sync::Arc;

use identity::Granted;
use jiff::ToSpan as _;
use jiff::civil::Date;
use jobs::NewJob;
use kernel::problem::FieldFault;
use kernel::{JobId, RuleChangeId, Timestamp, format, text};
use places::{Amendment, LocalWord, Means, WordChange, WordFault};
use serde::{Deserialize, Serialize};
use workday::{Calendar, Limit, Notice};

use super::{check, expire};
use crate::errors::SettingError;
use crate::events::{from_source, person, stream, subject, to_journal};
use crate::model::{Body, Change, Key, Proposal, Scope, SettingEvent, Status, UploadFault, read_upload};
use crate::permissions::ProposeSetting;
use crate::rows;
use crate::service::Settings;

/// Longest reason, in characters.
const LONGEST_REASON: usize = 500;

/// A row of digits this long is a telephone or identity number, and reasons are published.
const TELLING_DIGITS: usize = 7;

/// Years ahead for which a change may be decided; beyond that nobody knows what will be needed.
const YEARS_AHEAD: i16 = 5;

/// One value of a proposal, as it is sent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct NewChange {
    /// The parameter's code.
    #[schema(example = "final.help")]
    pub parameter: String,
    /// Where it is to hold: `county` when left out, else `area:CODE`, `unit:CODE` or `point:CODE`.
    #[serde(default)]
    pub scope: Option<String>,
    /// The value (`4wd`, `3`, `0.50`, `on`); null below the county: as the wider area has it.
    #[serde(default)]
    #[schema(example = "4wd")]
    pub value: Option<String>,
}

/// Years of the working-day calendar as they are sent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct NewCalendar {
    /// CSV, JSON or iCalendar; whole years. Years that are past, or published with the same days, are passed over.
    pub text: String,
    /// Number and title of the notice, for years whose source the text does not name.
    #[serde(default)]
    #[schema(example = "国务院办公厅关于2027年部分节假日安排的通知")]
    pub notice: Option<String>,
    /// The notice's date of issue.
    #[serde(default)]
    #[schema(example = "2026-11-25")]
    pub issued: Option<String>,
}

/// A word of the dictionary as it is sent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct NewWord {
    /// As people say it.
    #[schema(example = "老供销社")]
    pub word: String,
    /// What it stands for: `area:CODE`, `point:CODE`, `place:NAME` (an estate or a road), or `word` for no place: a word that stays whole.
    #[schema(example = "place:北苑家园")]
    pub means: String,
}

/// Words of the dictionary that come and go, as they are sent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct NewWords {
    /// Words that come.
    #[serde(default)]
    pub add: Vec<NewWord>,
    /// Words that go. They go first, so that a word that changes its meaning stands in both lists.
    #[serde(default)]
    pub end: Vec<String>,
}

/// A proposal as it is sent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct NewProposal {
    /// New values; they hold together or not at all.
    #[serde(default)]
    pub changes: Vec<NewChange>,
    /// Instead of values: an area, a unit or a kind of matter that is renamed, merged, opened, or given to another unit (`what`:
    /// `rename_area`, `close_area`, `rename_unit`, `close_unit`, `open_unit`, `rename_category`, `close_category`, `rename_kind`,
    /// `close_kind`, `kind_unit`, `open_kind`, with `code` and what belongs to it).
    #[serde(default)]
    #[schema(value_type = Option<Object>)]
    pub register: Option<Amendment>,
    /// Instead of values: years of the working-day calendar.
    #[serde(default)]
    pub calendar: Option<NewCalendar>,
    /// Instead of values: words of the dictionary. They hold as soon as they are approved and have no day.
    #[serde(default)]
    pub words: Option<NewWords>,
    /// The day on which they are to take effect (`2027-01-01`), from midnight; as soon as approved when left out.
    #[serde(default)]
    pub effective_on: Option<String>,
    /// Why. It is published with the change: no personal data.
    #[serde(default)]
    pub reason: String,
}

impl Settings {
    /// Proposes new values. They are checked as if they were approved at once, so that whoever proposes hears of
    /// everything that is wrong with them.
    pub async fn propose(&self, grant: &Granted<ProposeSetting>, new: NewProposal) -> Result<Proposal, SettingError> {
        let now = self.now();
        let mut faults = Vec::new();
        let body = match (new.register, new.calendar, new.words) {
            (Some(amendment), _, _) => Body::Register { amendment },
            (None, Some(sent), _) => Body::Calendar { csv: self.canonical(&sent, now, &mut faults) },
            (None, None, Some(sent)) => Body::Words { change: words(sent, &mut faults) },
            (None, None, None) => Body::Parameters { changes: changes(new.changes, &mut faults) },
        };
        let effective_on = day(new.effective_on.as_deref(), now, &mut faults);
        if effective_on.is_some() && body.words().is_some() {
            faults.push(FieldFault { field: "effective_on", code: "at_once" });
        }
        reason("reason", &new.reason, &mut faults);
        let by = person(grant.actor()).ok_or(SettingError::NoSuchParameter)?;
        let days = match self.at(now).proposal_open {
            Limit::Days(days) | Limit::WorkingDays(days) => i64::from(days),
            // The form allows natural days only.
            Limit::Hours(_) | Limit::Minutes(_) => 1,
        };
        let proposal = Proposal {
            number: 0,
            body,
            effective_on,
            reason: new.reason,
            proposed_by: by,
            proposed_at: now,
            expires_at: now.checked_add((24 * days).hours()).unwrap_or(Timestamp::MAX),
            status: Status::Open,
            decision: None,
            version: 1,
        };
        let from = proposal.effective_at(now);
        let register = self.register();
        faults.extend(check::faults(proposal.body.changes(), &self.timeline(), from, &register));
        if let Some(amendment) = proposal.body.amendment() {
            let day = format::local_date(from);
            faults.extend(amendment.faults(&register, day).into_iter().map(|(field, code)| FieldFault { field, code }));
        }
        if let Some(change) = proposal.body.words() {
            faults.extend(word_faults(change.faults(&register).into_iter().map(|(_, fault)| fault)));
        }
        if !faults.is_empty() {
            return Err(SettingError::Invalid(faults));
        }
        let (settings, envelope) = (self.clone(), from_source(grant.envelope(now), self.0.parts.source));
        let (id, job) = (RuleChangeId::new(now, self.0.parts.rng.as_ref()), JobId::new(now, self.0.parts.rng.as_ref()));
        let proposal = Arc::new(proposal);
        self.0
            .parts
            .db
            .write(move |tx| {
                let (settings, envelope, proposal) = (settings.clone(), envelope.clone(), Arc::clone(&proposal));
                async move {
                    let timeline = rows::value::timeline(&tx).await?;
                    let more = proposal.would_be(from, now).map_err(|(key, misfit)| SettingError::field(key.code(), misfit.code()))?;
                    check::contradictions(&timeline, more, from, &settings.register())?;
                    let proposal = Proposal { number: rows::proposal::next_number(&tx).await?, ..Proposal::clone(&proposal) };
                    rows::proposal::insert(&tx, id, &proposal).await?;
                    let event = SettingEvent::Proposed {
                        number: proposal.number,
                        body: proposal.body.clone(),
                        effective_on: proposal.effective_on,
                        expires_at: proposal.expires_at.as_millisecond(),
                    };
                    let event = to_journal(&event, Some(proposal.reason.clone()))?;
                    settings.0.parts.journal.append(&tx, &envelope, &stream(id), subject(), 0, vec![event]).await?;
                    let lapse = NewJob::new(job, expire::KIND, expire::payload(proposal.number), proposal.expires_at);
                    jobs::enqueue(&tx, &lapse.unique(expire::key(proposal.number))).await?;
                    Ok(proposal)
                }
            })
            .await
    }
}

impl Settings {
    /// The years that `sent` would publish, or why none.
    pub fn read_calendar(&self, sent: &NewCalendar, now: Timestamp) -> Result<Calendar, UploadFault> {
        let given = |text: Option<&str>| text.map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
        // A day that cannot be read is a fault of its own field.
        let issued = given(sent.issued.as_deref()).and_then(|day| day.parse().ok());
        let notice = given(sent.notice.as_deref()).map(|title| Notice { issued, title });
        read_upload(&sent.text, notice, self.calendars().newest(), format::local_date(now))
    }

    fn canonical(&self, sent: &NewCalendar, now: Timestamp, faults: &mut Vec<FieldFault>) -> String {
        let issued = sent.issued.as_deref().map(str::trim).filter(|day| !day.is_empty());
        if issued.is_some_and(|day| day.parse::<Date>().is_err()) {
            faults.push(FieldFault { field: "issued", code: "bad_date" });
        }
        match self.read_calendar(sent, now) {
            Ok(years) => years.to_csv(),
            Err(fault) => {
                let (field, code) = fault.face();
                faults.push(FieldFault { field, code });
                String::new()
            }
        }
    }
}

/// The words whose meaning can be read.
fn words(new: NewWords, faults: &mut Vec<FieldFault>) -> WordChange {
    let mut unread = Vec::new();
    let read = |new: NewWord| {
        let means = new.means.parse::<Means>().ok();
        if means.is_none() {
            unread.push(WordFault::NoSuchPlace);
        }
        Some(LocalWord { word: new.word, means: means? })
    };
    let add = new.add.into_iter().filter_map(read).collect();
    faults.extend(word_faults(unread));
    WordChange { add, end: new.end }
}

/// What is wrong with words, each reason once: the page says it line by line.
pub(super) fn word_faults(found: impl IntoIterator<Item = WordFault>) -> Vec<FieldFault> {
    let once: BTreeSet<WordFault> = found.into_iter().collect();
    once.into_iter().map(|fault| FieldFault { field: "words", code: fault.code() }).collect()
}

/// The changes whose parameter and scope can be read.
fn changes(new: Vec<NewChange>, faults: &mut Vec<FieldFault>) -> Vec<Change> {
    let mut fault = |field, code| faults.push(FieldFault { field, code });
    if new.is_empty() {
        fault("changes", "empty");
    }
    let mut changes = Vec::with_capacity(new.len());
    for change in new {
        let Ok(key) = change.parameter.parse::<Key>() else {
            fault("parameter", "unknown");
            continue;
        };
        let scope = change.scope.as_deref().map(str::trim).filter(|scope| !scope.is_empty()).map_or(Ok(Scope::County), str::parse);
        let Ok(scope) = scope else {
            fault(key.code(), "scope_unknown");
            continue;
        };
        let value = change.value.map(|value| value.trim().to_owned()).filter(|value| !value.is_empty());
        changes.push(Change { key, scope, value });
    }
    changes
}

/// The day, not before today.
fn day(text: Option<&str>, now: Timestamp, faults: &mut Vec<FieldFault>) -> Option<Date> {
    let text = text.map(str::trim).filter(|text| !text.is_empty())?;
    let today = format::local_date(now);
    let mut fault = |code| faults.push(FieldFault { field: "effective_on", code });
    match text.parse::<Date>() {
        Err(_) => fault("bad_date"),
        Ok(day) if day < today => fault("past_date"),
        Ok(day) if day.year() > today.year() + YEARS_AHEAD => fault("far_date"),
        Ok(day) => return Some(day),
    }
    None
}

/// A reason: published, so nothing in it may be a number that belongs to a person.
pub(super) fn reason(field: &'static str, words: &str, faults: &mut Vec<FieldFault>) {
    if let Err(fault) = text::check(words, LONGEST_REASON) {
        faults.push(FieldFault { field, code: fault.code() });
    } else if words.contains('@') || longest_row_of_digits(words) >= TELLING_DIGITS {
        faults.push(FieldFault { field, code: "looks_personal" });
    }
}

fn longest_row_of_digits(words: &str) -> usize {
    let close = |letter: char| matches!(letter, ' ' | '-' | '－');
    let (mut longest, mut row) = (0, 0);
    for letter in words.chars() {
        if letter.is_numeric() {
            row += 1;
            longest = longest.max(row);
        } else if !close(letter) {
            row = 0;
        }
    }
    longest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults_of(words: &str) -> Vec<&'static str> {
        let mut faults = Vec::new();
        reason("reason", words, &mut faults);
        faults.into_iter().map(|fault| fault.code).collect()
    }

    #[test]
    fn a_reason_names_nobody() {
        assert!(faults_of("近 6 个月，1,284 件求助里十件有九件 4 天内答复，按 2026 年的数").is_empty());
        assert_eq!(faults_of("  "), ["empty"]);
        assert_eq!(faults_of("张三 138 0000 0000 要求"), ["looks_personal"]);
        assert_eq!(faults_of("问 a@b.cn"), ["looks_personal"]);
        assert_eq!(faults_of(&"长".repeat(501)), ["too_long"]);
    }

    #[test]
    fn a_date_is_today_or_later() {
        let now: Timestamp = "2026-11-23T10:42:00+08:00".parse().unwrap_or_default();
        let read = |text| {
            let mut faults = Vec::new();
            let day = day(Some(text), now, &mut faults);
            (day.is_some(), faults.first().map(|fault| fault.code))
        };
        assert_eq!(read("2026-11-23"), (true, None));
        assert_eq!(read(""), (false, None));
        assert_eq!(read("2026-11-22"), (false, Some("past_date")));
        assert_eq!(read("2032-01-01"), (false, Some("far_date")));
        assert_eq!(read("明天"), (false, Some("bad_date")));
    }
}
