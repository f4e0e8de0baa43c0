//! What the API shows.

use kernel::{Timestamp, format};
use places::{Amendment, HeldWord};
use serde::Serialize;
use utoipa::ToSchema;
use workday::{Calendar, DayKind};

use crate::commands::{NewWord, NewWords};
use crate::model::{Calendars, Key, Proposal, Scope, Setting, Status, Timeline};
use crate::queries::Effect;
use crate::told::Told;

/// The rules in force at an instant.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Settings)]
pub struct SettingsView {
    /// The instant that was asked for.
    #[schema(example = "2026-11-23T10:42:00+08:00")]
    pub at: String,
    /// The version of the whole set.
    pub version: u32,
    /// Every parameter.
    pub parameters: Vec<ParameterView>,
}

/// A value below the county.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = ScopedValue)]
pub struct ScopedView {
    /// `area:CODE`, `unit:CODE` or `point:CODE`.
    pub scope: String,
    /// The value.
    pub value: String,
    /// Since when.
    pub since: String,
}

/// One decided value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = SettingHistory)]
pub struct HistoryView {
    /// `county`, or a narrower scope.
    pub scope: String,
    /// The value; null: as the wider area has it.
    pub value: Option<String>,
    /// From when.
    pub from: String,
    /// The number of the proposal.
    pub proposal: u32,
    /// Why; only in the history of a single parameter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// One parameter.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Parameter)]
pub struct ParameterView {
    /// Stable code.
    #[schema(example = "final.help")]
    pub code: &'static str,
    /// What it is about.
    pub theme: &'static str,
    /// Its name in the caller's language.
    pub name: String,
    /// Its explanation.
    pub explanation: String,
    /// Where the rule comes from.
    pub source: String,
    /// The value for the county.
    #[schema(example = "5wd")]
    pub value: String,
    /// The same in words.
    #[schema(example = "5 个工作日")]
    pub text: String,
    /// Since when; null for what holds since the beginning.
    pub since: Option<String>,
    /// The smallest and the largest value it may take, where there is a range.
    pub range: Option<(String, String)>,
    /// Whether nobody can change it.
    pub fixed: bool,
    /// What will hold for the county next, if that is decided.
    pub next: Option<HistoryView>,
    /// Places with a value of their own.
    pub scoped: Vec<ScopedView>,
    /// Everything decided, the newest first; only for a single parameter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub history: Option<Vec<HistoryView>>,
}

fn history(setting: &Setting) -> HistoryView {
    HistoryView {
        scope: setting.scope.to_string(),
        value: setting.value.map(|value| value.to_string()),
        from: format::rfc3339(setting.effective_at),
        proposal: setting.proposal,
        reason: None,
    }
}

impl ParameterView {
    /// `key` as it stands at `at`.
    pub(super) fn of(key: Key, timeline: &Timeline, at: Timestamp, told: Told<'_>) -> Self {
        let (entry, value) = (key.entry(), timeline.at(at).value(key));
        let scoped = timeline.scopes_of(key).into_iter().filter_map(|scope| {
            let setting = timeline.in_force(key, &scope, at)?;
            let value = setting.value?.to_string();
            Some(ScopedView { scope: scope.to_string(), value, since: format::rfc3339(setting.effective_at) })
        });
        Self {
            code: entry.code,
            theme: entry.theme.code(),
            name: told.name(key),
            explanation: told.why(key),
            source: told.source(key),
            value: value.to_string(),
            text: told.value(key, value),
            since: timeline.in_force(key, &Scope::County, at).map(|setting| format::rfc3339(setting.effective_at)),
            range: entry.form.ends().map(|(least, most)| (least.to_string(), most.to_string())),
            fixed: entry.form.is_fixed(),
            next: timeline.next(key, &Scope::County, at).map(history),
            scoped: scoped.collect(),
            history: None,
        }
    }

    /// The same with everything that was ever decided.
    pub(super) fn with_history(self, key: Key, timeline: &Timeline, reasons: &[(u32, String)]) -> Self {
        let why = |view: HistoryView| {
            let reason = reasons.iter().find(|(number, _)| *number == view.proposal).map(|(_, reason)| reason.clone());
            HistoryView { reason, ..view }
        };
        let all = timeline.settings().iter().rev().filter(|setting| setting.key == key).map(history).map(why).collect();
        Self { history: Some(all), ..self }
    }
}

/// One proposed value.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = ProposedValue)]
pub struct ChangeView {
    /// The parameter's code.
    pub parameter: &'static str,
    /// `county`, or a narrower scope.
    pub scope: String,
    /// The value; null: as the wider area has it.
    pub value: Option<String>,
}

/// What one change does.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = ProposedShift)]
pub struct ShiftView {
    /// The parameter's code.
    pub parameter: &'static str,
    /// Where.
    pub scope: String,
    /// What holds there without it.
    pub before: String,
    /// What holds there with it.
    pub after: String,
}

/// The notice that a year's days rest on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = CalendarNotice)]
pub struct NoticeView {
    /// Its day of issue; null where the import did not say.
    pub issued: Option<String>,
    /// Number and title, or the address that the import names.
    pub title: String,
}

/// A published year of the working-day calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = CalendarYear)]
pub struct YearView {
    /// The year.
    #[schema(example = 2027)]
    pub year: i16,
    /// Names exactly these days: equal texts, equal days.
    #[schema(example = "cn-2026-1f0c7a52d3b4e869")]
    pub version: String,
    /// The notices it rests on, the amending ones last.
    pub notices: Vec<NoticeView>,
    /// Since when it holds; null for what shipped, and in a proposal.
    pub since: Option<String>,
}

impl YearView {
    fn of(year: i16, calendar: &Calendar, since: Option<Timestamp>) -> Self {
        let notice =
            |notice: &workday::Notice| NoticeView { issued: notice.issued.map(|day| day.to_string()), title: notice.title.clone() };
        Self {
            year,
            version: calendar.version(year),
            notices: calendar.notices(year).iter().map(notice).collect(),
            since: since.map(format::rfc3339),
        }
    }
}

/// The working-day calendar in force at an instant.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Calendar)]
pub struct CalendarView {
    /// The instant that was asked for.
    #[schema(example = "2026-11-23T10:42:00+08:00")]
    pub at: String,
    /// The published years, ascending.
    pub years: Vec<YearView>,
    /// Years that ought to be published by then and are not: their deadlines count weekends and holidays of fixed date.
    pub missing: Vec<i16>,
    /// All of it as CSV, which the import reads.
    pub csv: String,
}

impl CalendarView {
    /// What is in force at `at`.
    pub(super) fn of(calendars: &Calendars, at: Timestamp) -> Self {
        let calendar = calendars.get(at);
        let since = |year| calendars.published_by(year, at).map(|change| change.effective_at);
        Self {
            at: format::rfc3339(at),
            years: calendar.years().map(|year| YearView::of(year, calendar, since(year))).collect(),
            missing: calendar.missing(format::local_date(at)),
            csv: calendar.to_csv(),
        }
    }
}

/// A day that becomes another kind of day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = CalendarDay)]
pub struct DayView {
    /// The day.
    #[schema(example = "2027-02-13")]
    pub date: String,
    /// `workday`, `weekend`, `holiday` or `makeup`.
    pub before: &'static str,
    /// What it becomes.
    pub after: &'static str,
}

fn day_kind(kind: DayKind) -> &'static str {
    match kind {
        DayKind::Workday => "workday",
        DayKind::Weekend => "weekend",
        DayKind::Holiday => "holiday",
        DayKind::Makeup => "makeup",
    }
}

/// A proposal.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = SettingProposal)]
pub struct ProposalView {
    /// Its number.
    pub number: u32,
    /// `open`, `approved`, `refused`, `withdrawn` or `expired`.
    pub status: &'static str,
    /// For `If-Match`.
    pub version: i64,
    /// What is proposed.
    pub changes: Vec<ChangeView>,
    /// The area, unit or kind that is renamed, merged, opened or given to another unit, where that is proposed.
    #[schema(value_type = Option<Object>)]
    pub register: Option<Amendment>,
    /// The years of the working-day calendar that it publishes, where that is proposed.
    pub calendar: Option<Vec<YearView>>,
    /// The words of the dictionary that come and go, where that is proposed.
    pub words: Option<NewWords>,
    /// The day on which it is to take effect; null: as soon as approved.
    pub effective_on: Option<String>,
    /// From when it holds, once approved.
    pub effective_at: Option<String>,
    /// Why.
    pub reason: String,
    /// When it was proposed.
    pub proposed_at: String,
    /// When it lapses.
    pub expires_at: String,
    /// When it was decided.
    pub decided_at: Option<String>,
    /// In which words.
    pub remark: Option<String>,
    /// What it does; only for a single proposal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effect: Option<Vec<ShiftView>>,
    /// The days that become another kind of day; only for a single proposal about the calendar.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<Vec<DayView>>,
}

impl From<&Proposal> for ProposalView {
    fn from(proposal: &Proposal) -> Self {
        let effective_at = if let Status::Approved { effective_at } = proposal.status { Some(format::rfc3339(effective_at)) } else { None };
        Self {
            number: proposal.number,
            status: proposal.status.code(),
            version: proposal.version,
            changes: proposal
                .body
                .changes()
                .iter()
                .map(|change| ChangeView { parameter: change.key.code(), scope: change.scope.to_string(), value: change.value.clone() })
                .collect(),
            register: proposal.body.amendment().cloned(),
            // A stored text that is none of ours publishes nothing; doctor names it.
            calendar: proposal
                .body
                .calendar()
                .map(|years| years.map(|years| years.years().map(|year| YearView::of(year, &years, None)).collect()).unwrap_or_default()),
            words: proposal.body.words().map(|change| NewWords {
                add: change.add.iter().map(|new| NewWord { word: new.word.clone(), means: new.means.to_string() }).collect(),
                end: change.end.clone(),
            }),
            effective_on: proposal.effective_on.map(|day| day.to_string()),
            effective_at,
            reason: proposal.reason.clone(),
            proposed_at: format::rfc3339(proposal.proposed_at),
            expires_at: format::rfc3339(proposal.expires_at),
            decided_at: proposal.decision.as_ref().map(|decision| format::rfc3339(decision.at)),
            remark: proposal.decision.as_ref().and_then(|decision| decision.remark.clone()),
            effect: None,
            days: None,
        }
    }
}

impl ProposalView {
    /// The same with what it does.
    pub(super) fn with_effect(self, effect: &Effect) -> Self {
        let shifts = effect.shifts.iter().map(|shift| ShiftView {
            parameter: shift.key.code(),
            scope: shift.scope.to_string(),
            before: shift.before.to_string(),
            after: shift.after.to_string(),
        });
        let days = effect.calendar.as_ref().map(|calendar| {
            let day = |change: &workday::Change| DayView {
                date: change.date.to_string(),
                before: day_kind(change.before),
                after: day_kind(change.after),
            };
            calendar.days.iter().map(day).collect()
        });
        Self { effect: Some(shifts.collect()), days, ..self }
    }
}

/// A word of the dictionary that is in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = DictionaryWord)]
pub struct WordView {
    /// As people say it.
    #[schema(example = "老供销社")]
    pub word: String,
    /// `area:CODE`, `point:CODE`, `place:NAME`, or `word`: it stands for no place and stays whole.
    #[schema(example = "place:北苑家园")]
    pub means: String,
    /// Since which day.
    pub since: String,
}

impl From<&HeldWord> for WordView {
    fn from(held: &HeldWord) -> Self {
        Self { word: held.word.word.clone(), means: held.word.means.to_string(), since: held.since.to_string() }
    }
}

/// A page of words, the newest first.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = DictionaryWords)]
pub struct WordListView {
    /// The words.
    pub words: Vec<WordView>,
    /// `before` of the next page; null at the end.
    pub next: Option<i64>,
}

/// A page of proposals, the newest first.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = SettingProposals)]
pub struct ProposalListView {
    /// The proposals.
    pub proposals: Vec<ProposalView>,
    /// `before` of the next page; null at the end.
    pub next: Option<u32>,
}
