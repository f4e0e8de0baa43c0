//! What each page shows, as plain data in the reader's language.

use kernel::Locale;

mod samples;
#[cfg(test)]
mod tests;

pub use samples::render_all;

/// Binds a view to its template: the template sees `shell`, `w` (this crate's words) and `v` (the view).
macro_rules! page {
    ($view:ty, $path:tt) => {
        #[derive(askama::Template)]
        #[template(path = $path)]
        struct Bound<'a> {
            shell: &'a web::Shell,
            w: crate::words::Words,
            v: &'a $view,
        }

        impl web::Page for $view {
            fn html(&self, shell: &web::Shell) -> Result<String, askama::Error> {
                askama::Template::render(&Bound { shell, w: crate::words::Words::of(shell.locale()), v: self })
            }
        }
    };
}

/// One rule in the list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// Its stable code; also its place on the public page.
    pub code: &'static str,
    /// Its name.
    pub name: String,
    /// Its explanation.
    pub why: String,
    /// Where it comes from.
    pub source: String,
    /// The value in force.
    pub value: String,
    /// Since when; `None`: from the beginning.
    pub since: Option<String>,
    /// What holds next, if that is decided: `2027年1月1日 起：4 个工作日`.
    pub next: Option<String>,
    /// Places with a value of their own, each in a line.
    pub scoped: Vec<String>,
    /// Everything that held before, the newest first; the public page shows it.
    pub earlier: Vec<Held>,
    /// A proposal waits.
    pub waiting: bool,
    /// Nothing asks for it yet.
    pub later: bool,
}

/// A theme with its rules.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Group {
    /// Its place on the page.
    pub code: &'static str,
    /// Its name.
    pub name: String,
    /// Its rules.
    pub rows: Vec<Row>,
}

/// `GET /staff/settings`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct List {
    /// The version in force.
    pub version: String,
    /// How many proposals wait for a decision.
    pub waiting: u64,
    /// The themes.
    pub groups: Vec<Group>,
}

mod list_page {
    use super::List;
    page!(List, "settings.html");
}

/// `GET /rules`: the rules for everybody.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rules {
    /// The version in force.
    pub version: String,
    /// Today, in words.
    pub today: String,
    /// The themes.
    pub groups: Vec<Group>,
    /// The published years of the working-day calendar, the newest first.
    pub years: Vec<YearRow>,
}

mod rules_page {
    use super::Rules;
    page!(Rules, "rules.html");
}

/// One entry of a history.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Held {
    /// From when.
    pub from: String,
    /// The value; for a place below the county with its name.
    pub value: String,
    /// It holds now.
    pub now: bool,
    /// It will hold.
    pub coming: bool,
    /// Why; for staff also who proposed and approved it.
    pub told: Option<String>,
    /// The number of the proposal.
    pub proposal: Option<u32>,
}

/// A choice of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: String,
    /// Chosen.
    pub chosen: bool,
}

/// How a value is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Control {
    /// A number with one of these units.
    Limit(Vec<Choice>),
    /// A whole number with the word behind it.
    Number,
    /// A number with decimals.
    Decimal,
    /// One of these.
    Choice(Vec<Choice>),
}

/// Choices under a heading.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ChoiceGroup {
    /// The heading.
    pub label: String,
    /// The choices.
    pub options: Vec<Choice>,
}

/// An area, a unit or a kind in the register.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RegisterRow {
    /// Its name today.
    pub name: String,
    /// Its code.
    pub code: String,
    /// Since when, until when, and what took its place.
    pub notes: Vec<String>,
    /// In force today.
    pub in_force: bool,
}

/// A kind of the first level with those below it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct KindGroup {
    /// Itself.
    pub first: RegisterRow,
    /// Those below it.
    pub kinds: Vec<RegisterRow>,
}

/// The forms to rename, merge and open.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RegisterForm {
    /// Units, areas and kinds in force.
    pub groups: Vec<ChoiceGroup>,
    /// Areas in which a new one may lie.
    pub parents: Vec<Choice>,
    /// Levels of a new area.
    pub levels: Vec<Choice>,
    /// Kinds of the first level in force.
    pub firsts: Vec<Choice>,
    /// Kinds of the second level in force, under their first levels.
    pub kinds: Vec<ChoiceGroup>,
    /// Units in force.
    pub units: Vec<Choice>,
    /// What a matter of a kind usually is.
    pub case_types: Vec<Choice>,
    /// How complex it usually is.
    pub complexities: Vec<Choice>,
    /// The earliest day.
    pub tomorrow: String,
    /// What is wrong with what was sent.
    pub errors: Vec<String>,
    /// What was sent, so that nothing typed is lost.
    pub sent: std::collections::BTreeMap<String, String>,
}

impl RegisterForm {
    /// Whether this form was sent: then it stays open.
    pub fn is_open(&self, step: &str) -> bool {
        self.sent.get("step").is_some_and(|sent| sent == step)
    }

    /// What was typed into a field of this form; the other forms stay empty.
    pub fn typed(&self, step: &str, field: &str) -> &str {
        if self.is_open(step) { self.sent.get(field).map_or("", String::as_str) } else { "" }
    }
}

/// `GET /staff/settings/register`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RegisterPage {
    /// The fact in a sentence.
    pub heading: String,
    /// Areas below the county.
    pub areas: Vec<RegisterRow>,
    /// Units.
    pub units: Vec<RegisterRow>,
    /// Kinds of matters under their first levels.
    pub kinds: Vec<KindGroup>,
    /// The forms, for whoever may propose.
    pub form: Option<RegisterForm>,
}

/// A word of the dictionary.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WordRow {
    /// As people say it.
    pub word: String,
    /// What it stands for.
    pub means: String,
    /// Its place in the dictionary: by it the form names it.
    pub seq: i64,
    /// Since when.
    pub since: String,
    /// Ticked, to be ended.
    pub ticked: bool,
}

/// Words that come and go with a proposal.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WordsChanged {
    /// Words that come.
    pub come: Vec<WordRow>,
    /// Words that go.
    pub go: Vec<String>,
}

/// A line of what was pasted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WordLine {
    /// Its number.
    pub number: String,
    /// The word.
    pub word: String,
    /// What it stands for.
    pub means: String,
    /// Why it cannot be taken.
    pub error: Option<String>,
}

/// The forms that add and end words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WordsForm {
    /// What was pasted.
    pub lines: String,
    /// What came of it, line by line.
    pub preview: Vec<WordLine>,
    /// How many can be taken, and how many cannot.
    pub summary: Option<String>,
    /// What is wrong with the whole.
    pub lines_error: Option<String>,
    /// The reason for adding, as typed.
    pub reason: String,
    /// What is wrong with it.
    pub reason_error: Option<String>,
    /// Everything that was pasted can be taken.
    pub ready: bool,
    /// The reason for ending, as typed.
    pub end_reason: String,
    /// What is wrong with it, or with what was ticked.
    pub end_error: Option<String>,
}

/// `GET /staff/settings/words`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WordsPage {
    /// The fact in a sentence.
    pub heading: String,
    /// What is looked for.
    pub q: String,
    /// The words, the newest first.
    pub words: Vec<WordRow>,
    /// Nothing was found, or nothing is there.
    pub none: Option<String>,
    /// The word behind which the next page begins.
    pub next: Option<i64>,
    /// Proposals that wait.
    pub waiting: Vec<Line>,
    /// The forms, for whoever may propose.
    pub form: Option<WordsForm>,
}

mod words_page {
    use super::WordsPage;
    page!(WordsPage, "words.html");
}

mod register_page {
    use super::RegisterPage;
    page!(RegisterPage, "register.html");
}

/// One published year of the working-day calendar.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct YearRow {
    /// The year.
    pub year: String,
    /// The notices it rests on.
    pub notices: Vec<String>,
    /// How many days are worked, off, and worked on a weekend.
    pub days: String,
    /// The fingerprint of its days.
    pub version: String,
    /// Since when it holds; `None` for what shipped.
    pub since: Option<String>,
}

/// A day that becomes another kind of day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DayChange {
    /// The day.
    pub day: String,
    /// What it was.
    pub before: String,
    /// What it becomes.
    pub after: String,
    /// The festival, where it has one.
    pub festival: String,
}

/// What publishing would change.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CalendarPreview {
    /// The years that would be published.
    pub years: Vec<YearRow>,
    /// How many days change.
    pub summary: String,
    /// Each of them.
    pub days: Vec<DayChange>,
    /// How many open matters get another deadline.
    pub moves: String,
}

/// The form that publishes a year.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CalendarForm {
    /// The text, as typed.
    pub calendar: String,
    /// The notice, as typed.
    pub notice: String,
    /// Its day of issue, as sent.
    pub issued: String,
    /// The reason, as typed.
    pub reason: String,
    /// What is wrong with the text.
    pub calendar_error: Option<String>,
    /// What is wrong with the notice.
    pub notice_error: Option<String>,
    /// What is wrong with the day.
    pub issued_error: Option<String>,
    /// What is wrong with the reason.
    pub reason_error: Option<String>,
    /// It was looked at and can be proposed.
    pub ready: bool,
}

/// `GET /staff/settings/calendar`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CalendarPage {
    /// The alarm: a year that ought to be there is not.
    pub missing: Option<String>,
    /// The published years, the newest first.
    pub years: Vec<YearRow>,
    /// What holds for the years that follow.
    pub next: String,
    /// Proposals that wait.
    pub waiting: Vec<Line>,
    /// What the text would change, once looked at.
    pub preview: Option<CalendarPreview>,
    /// The form, for whoever may propose.
    pub form: Option<CalendarForm>,
}

impl CalendarPage {
    /// How a year is written; the same in all languages.
    pub fn example(&self) -> &'static str {
        "year,kind,from,to,text\n2027,holiday,2027-01-01,2027-01-03,元旦\n2027,makeup,2027-02-20,,春节"
    }
}

mod calendar_page {
    use super::CalendarPage;
    page!(CalendarPage, "calendar.html");
}

/// One field of the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// The parameter's code: the field's name.
    pub code: &'static str,
    /// Its label.
    pub label: String,
    /// The range in words.
    pub hint: Option<String>,
    /// What is typed.
    pub typed: String,
    /// How it is typed.
    pub control: Control,
    /// What is wrong with it.
    pub error: Option<String>,
}

impl Field {
    /// An id for the field: codes have dots, ids are referred to without.
    pub fn id(&self) -> String {
        format!("f-{}", self.code.replace(['.', '_'], "-"))
    }
}

/// The form for a proposal.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Form {
    /// The values.
    pub fields: Vec<Field>,
    /// For which places; empty where it can be only the county.
    pub scopes: Vec<Choice>,
    /// The day, as sent.
    pub effective_on: String,
    /// The earliest day.
    pub today: String,
    /// What is wrong with the day.
    pub day_error: Option<String>,
    /// The reason, as typed.
    pub reason: String,
    /// What is wrong with the reason.
    pub reason_error: Option<String>,
    /// What is wrong with something that has no field here.
    pub errors: Vec<String>,
}

/// A proposal in a line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line {
    /// Its number.
    pub number: u32,
    /// `求助几天答复：5 个工作日 → 4 个工作日`.
    pub what: String,
    /// Where it stands.
    pub status: String,
    /// It waits.
    pub open: bool,
    /// Who proposed it, and when.
    pub who: String,
    /// From when, or until when it waits.
    pub when: String,
}

/// `GET /staff/settings/{code}`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Parameter {
    /// Its stable code.
    pub code: &'static str,
    /// Its name.
    pub name: String,
    /// Its explanation.
    pub why: String,
    /// Where it comes from.
    pub source: String,
    /// The value in force.
    pub value: String,
    /// Since when.
    pub since: Option<String>,
    /// The range in words.
    pub range: Option<String>,
    /// Nobody can change it.
    pub fixed: bool,
    /// Nothing asks for it yet.
    pub later: bool,
    /// What was and will be, the newest first.
    pub history: Vec<Held>,
    /// Proposals that wait.
    pub waiting: Vec<Line>,
    /// The form, for whoever may propose.
    pub form: Option<Form>,
}

mod parameter_page {
    use super::{Control, Parameter};
    page!(Parameter, "parameter.html");
}

/// `GET /staff/settings/proposals`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Proposals {
    /// Those that wait for a decision.
    pub waiting: Vec<Line>,
    /// Those that were decided or lapsed.
    pub decided: Vec<Line>,
    /// Address of older ones.
    pub next: Option<String>,
}

impl Proposals {
    /// How many wait.
    pub fn waiting_count(&self) -> u64 {
        self.waiting.len() as u64
    }
}

mod proposals_page {
    use super::Proposals;
    page!(Proposals, "proposals.html");
}

/// One receipt with the old and the new deadline.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Example {
    /// Which.
    pub occasion: String,
    /// When it is received.
    pub received: String,
    /// When it would be due by the old rule.
    pub before: String,
    /// When it is due by the new one.
    pub after: String,
}

/// What one change does.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shift {
    /// Address of the parameter.
    pub href: String,
    /// Its name.
    pub name: String,
    /// Where.
    pub scope: String,
    /// The old value.
    pub before: String,
    /// The new one.
    pub after: String,
    /// Receipts.
    pub examples: Vec<Example>,
}

/// What a reader has to do with a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Part {
    /// Only reads.
    #[default]
    Reader,
    /// Proposed it: may take it back, and cannot approve it.
    Proposer,
    /// May approve or refuse.
    Decider,
}

/// `GET /staff/settings/proposals/{number}`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Proposal {
    /// Its number.
    pub number: u32,
    /// Its version, for the forms.
    pub version: i64,
    /// The fact in a sentence.
    pub heading: String,
    /// Where it stands.
    pub status: String,
    /// It waits.
    pub open: bool,
    /// Who proposed it, and when.
    pub who: String,
    /// Why.
    pub reason: String,
    /// From when it holds.
    pub from: String,
    /// Until when it waits.
    pub until: String,
    /// Who decided, when, in which words.
    pub decision: Option<String>,
    /// What it does.
    pub shifts: Vec<Shift>,
    /// How many matters are open and keep the old rule; `None` once decided.
    pub open_matters: Option<String>,
    /// What it does to the calendar.
    pub calendar: Option<CalendarPreview>,
    /// What happens to new matters when an area, a unit or a kind changes.
    pub amendment: Option<String>,
    /// Words of the dictionary that come and go.
    pub words: Option<WordsChanged>,
    /// What else the amendment says: label and value.
    pub facts: Vec<(String, String)>,
    /// What the reader has to do with it.
    pub part: Part,
    /// A step just taken, confirmed.
    pub notice: Option<String>,
    /// What was typed as the remark.
    pub remark: String,
    /// What is wrong with it.
    pub error: Option<String>,
}

mod proposal_page {
    use super::{Part, Proposal};
    page!(Proposal, "proposal.html");
}

/// The rail of the samples.
pub(crate) fn sample_rail(locale: Locale) -> Vec<web::NavItem> {
    let item = |href, icon, zh: &str, en: &str| web::NavItem { href, icon, label: locale.pick(zh, en).to_owned(), badge: None };
    vec![item("/staff/settings", "settings", "设置", "Settings"), item("/staff/account", "user", "我的账号", "My account")]
}
