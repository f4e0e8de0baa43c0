//! Parameters, values, scopes and people in words, for pages and API alike.

use std::borrow::Cow;

use jiff::civil::{Date, Time};
use kernel::{AccountId, AreaCode, KindCode, Locale, Timestamp, UnitCode, format};
use places::{Amendment, Means, Outline, Register, WordChange};
use workday::{DayKind, ImportError, Limit, Notice};

use crate::model::key::Source;
use crate::model::{Form, Hundredths, Key, Measure, Occasion, Person, Scope, Status, Theme, UploadFault, Value};
use crate::words::Words;

/// Words for one reader.
#[derive(Clone, Copy)]
pub(crate) struct Told<'a> {
    pub(crate) w: Words,
    pub(crate) locale: Locale,
    pub(crate) register: &'a Register,
}

impl<'a> Told<'a> {
    pub(crate) fn new(locale: Locale, register: &'a Register) -> Self {
        Self { w: Words::of(locale), locale, register }
    }

    /// A message made from a code; a test sees that each is there.
    fn find(self, key: &str) -> String {
        Words::find(self.locale, key).map(Cow::into_owned).unwrap_or_default()
    }

    /// The parameter's name.
    pub(crate) fn name(self, key: Key) -> String {
        self.find(&key.message())
    }

    /// The parameter's explanation.
    pub(crate) fn why(self, key: Key) -> String {
        self.find(&key.message_why())
    }

    /// The theme's name.
    pub(crate) fn theme(self, theme: Theme) -> String {
        self.find(&format!("theme-{}", theme.code()))
    }

    /// Where the rule comes from.
    pub(crate) fn source(self, key: Key) -> String {
        match key.entry().source {
            Source::Plan(section) => self.w.source_plan(section),
            Source::Ruling => self.w.source_ruling().into_owned(),
            Source::Proposal => self.w.source_proposal().into_owned(),
            Source::CivilCode278 => self.w.source_civil_code().into_owned(),
            Source::Pipl56 => self.w.source_pipl().into_owned(),
            Source::CyberLaw => self.w.source_cyber_law().into_owned(),
        }
    }

    /// A value with its unit: `5 个工作日`, `30%`, `每月一次`.
    pub(crate) fn value(self, key: Key, value: Value) -> String {
        match value {
            Value::Limit(limit) => self.limit(limit),
            Value::Count(count) => self.count(key.entry().form, count),
            Value::Hundredths(number) => self.decimal(key.entry().form, number),
            Value::Switch(true) => self.w.value_on().into_owned(),
            Value::Switch(false) => self.w.value_off().into_owned(),
            Value::Choice(word) => self.choice(word),
        }
    }

    /// One word of a closed list.
    pub(crate) fn choice(self, word: &str) -> String {
        self.find(&format!("choice-{}", word.replace('_', "-")))
    }

    fn limit(self, limit: Limit) -> String {
        match limit {
            Limit::Minutes(n) => self.w.value_minutes(u64::from(n)),
            Limit::Hours(n) => self.w.value_hours(u64::from(n)),
            Limit::WorkingDays(n) => self.w.value_working_days(u64::from(n)),
            Limit::Days(n) => self.w.value_days(u64::from(n)),
        }
    }

    fn count(self, form: Form, n: u32) -> String {
        let (number, text) = (u64::from(n), format::count(u64::from(n)));
        let measure = if let Form::Count { of, .. } = form { of } else { Measure::Times };
        match measure {
            Measure::Times => self.w.value_times(number, text),
            Measure::People => self.w.value_people(number, text),
            Measure::Households => self.w.value_households(number, text),
            Measure::Cases => self.w.value_cases(number, text),
            Measure::Departments => self.w.value_departments(number, text),
            Measure::Hours => self.w.value_hours(number),
            Measure::Months => self.w.value_months(number, text),
            Measure::Years => self.w.value_years(number, text),
            Measure::Minutes => self.w.value_minutes(number),
            Measure::Yuan => self.w.value_yuan(text),
            Measure::SquareMetres => self.w.value_square_metres(text),
            Measure::CubicMetres => self.w.value_cubic_metres(text),
            Measure::MetresPerSecond => self.w.value_metres_per_second(text),
            Measure::Share => format!("{text}%"),
        }
    }

    fn decimal(self, form: Form, number: Hundredths) -> String {
        match form {
            Form::Hundredths { of: Measure::CubicMetres, .. } => self.w.value_cubic_metres(number.to_string()),
            Form::Hundredths { of: Measure::MetresPerSecond, .. } => self.w.value_metres_per_second(number.to_string()),
            // A weight of 0.49 must not read as one half: shares are shown in whole per cent, which hundredths are.
            _ => format!("{}%", number.0),
        }
    }

    /// The range in words, where there is one.
    pub(crate) fn range(self, key: Key) -> Option<String> {
        let (least, most) = key.entry().form.ends()?;
        Some(self.w.range(self.value(key, least), self.value(key, most)))
    }

    /// Where a value holds.
    pub(crate) fn scope(self, scope: &Scope) -> String {
        let known = match scope {
            Scope::County => return self.w.whole_county().into_owned(),
            Scope::Area(code) => self.register.area(code).map(|area| area.name_in(self.locale)),
            Scope::Unit(code) => self.register.unit(code).map(|unit| unit.name_in(self.locale)),
            Scope::Point(code) => self.register.point(code).map(|point| point.name_in(self.locale)),
        };
        known.map_or_else(|| scope.to_string(), str::to_owned)
    }

    pub(crate) fn area(self, code: &AreaCode) -> String {
        self.register.area(code).map_or_else(|| code.to_string(), |area| area.name_in(self.locale).to_owned())
    }

    pub(crate) fn unit(self, code: &UnitCode) -> String {
        self.register.unit(code).map_or_else(|| code.to_string(), |unit| unit.name_in(self.locale).to_owned())
    }

    pub(crate) fn category(self, code: &KindCode) -> String {
        self.register.category(code).map_or_else(|| code.to_string(), |kind| kind.name_in(self.locale).to_owned())
    }

    pub(crate) fn kind(self, code: &KindCode) -> String {
        self.register.kind(code).map_or_else(|| code.to_string(), |kind| kind.name_in(self.locale).to_owned())
    }

    /// What an area or a kind that is to be opened says of itself, beyond its name: label and value. Empty for anything else.
    pub(crate) fn amendment_facts(self, amendment: &Amendment) -> Vec<(String, String)> {
        if let Amendment::OpenArea { code, level, residents, outline, .. } = amendment {
            // What was proposed was checked; a border that is none has no size.
            let size = Outline::new(outline).map(|outline| format!("{:.2}", outline.square_km())).unwrap_or_default();
            return vec![
                (self.w.unit_code_label().into_owned(), code.to_string()),
                (self.w.area_level_label().into_owned(), self.area_level(level)),
                (self.w.area_residents_label().into_owned(), format::count(u64::from(*residents))),
                (self.w.area_size_label().into_owned(), self.w.area_size(size, outline.len().to_string())),
            ];
        }
        let Amendment::OpenKind { code, case_type, complexity, public_space, basis, words, .. } = amendment else { return Vec::new() };
        let yes_no = if *public_space { self.w.value_on() } else { self.w.value_off() };
        let joined = words.join(self.locale.pick("、", ", "));
        let words = if words.is_empty() { self.w.kind_words_none().into_owned() } else { joined };
        vec![
            (self.w.unit_code_label().into_owned(), code.to_string()),
            (self.w.kind_type_label().into_owned(), self.kind_word("kind-type", case_type)),
            (self.w.kind_complexity_label().into_owned(), self.kind_word("kind-complexity", complexity)),
            (self.w.kind_public_label().into_owned(), yes_no.into_owned()),
            (self.w.kind_basis_label().into_owned(), basis.clone()),
            (self.w.kind_words_label().into_owned(), words),
        ]
    }

    /// A level of areas.
    pub(crate) fn area_level(self, code: &str) -> String {
        self.find(&format!("area-level-{code}"))
    }

    /// A word of a closed list of kinds.
    pub(crate) fn kind_word(self, list: &str, code: &str) -> String {
        self.find(&format!("{list}-{code}"))
    }

    /// What happens to an area or a unit, in a sentence.
    pub(crate) fn amendment(self, amendment: &Amendment) -> String {
        match amendment {
            Amendment::RenameArea { code, name, name_en } => self.w.amend_rename(self.area(code), self.locale.pick(name, name_en)),
            Amendment::RenameUnit { code, name, name_en } => self.w.amend_rename(self.unit(code), self.locale.pick(name, name_en)),
            Amendment::CloseArea { code, successor } => self.w.amend_merge(self.area(code), self.area(successor)),
            Amendment::CloseUnit { code, successor } => self.w.amend_merge(self.unit(code), self.unit(successor)),
            Amendment::OpenArea { name, name_en, parent, .. } => self.w.amend_open_area(self.area(parent), self.locale.pick(name, name_en)),
            Amendment::OpenUnit { name, name_en, .. } => self.w.amend_open(self.locale.pick(name, name_en)),
            Amendment::RenameCategory { code, name, name_en } => self.w.amend_rename(self.category(code), self.locale.pick(name, name_en)),
            Amendment::RenameKind { code, name, name_en } => self.w.amend_rename(self.kind(code), self.locale.pick(name, name_en)),
            Amendment::CloseCategory { code, successor } => self.w.amend_merge(self.category(code), self.category(successor)),
            Amendment::CloseKind { code, successor } => self.w.amend_merge(self.kind(code), self.kind(successor)),
            Amendment::KindUnit { code, unit } => self.w.amend_kind_unit(self.kind(code), self.unit(unit)),
            Amendment::OpenKind { first, name, name_en, unit, .. } => {
                self.w.amend_open_kind(self.category(first), self.locale.pick(name, name_en), self.unit(unit))
            }
        }
    }

    /// Words that come and go, in a sentence.
    pub(crate) fn word_change(self, change: &WordChange) -> String {
        let (come, go) = (change.add.len() as u64, change.end.len() as u64);
        match (come, go) {
            (_, 0) => self.w.words_come(come, come.to_string()),
            (0, _) => self.w.words_go(go, go.to_string()),
            (_, _) => self.w.words_come_and_go(come.to_string(), go.to_string()),
        }
    }

    /// What a word stands for.
    pub(crate) fn means(self, means: &Means) -> String {
        match means {
            Means::Area(code) => self.area(code),
            Means::Point(code) => self.register.point(code).map_or_else(|| code.to_string(), |point| point.name_in(self.locale).to_owned()),
            Means::Place(name) => name.clone(),
            Means::Word => self.w.words_whole().into_owned(),
        }
    }

    /// What it means for matters.
    pub(crate) fn what_then(self, amendment: &Amendment) -> String {
        match amendment {
            Amendment::RenameArea { .. } | Amendment::RenameUnit { .. } => self.w.then_renamed().into_owned(),
            Amendment::CloseArea { code, successor } => self.w.then_merged_area(self.area(code), self.area(successor)),
            Amendment::CloseUnit { code, successor } => self.w.then_merged_unit(self.unit(code), self.unit(successor)),
            Amendment::OpenArea { .. } => self.w.then_opened_area().into_owned(),
            Amendment::OpenUnit { .. } => self.w.then_opened().into_owned(),
            Amendment::RenameCategory { .. } | Amendment::RenameKind { .. } => self.w.then_renamed_kind().into_owned(),
            Amendment::CloseCategory { .. } => self.w.then_closed_category().into_owned(),
            Amendment::CloseKind { code, successor } => self.w.then_merged_kind(self.kind(code), self.kind(successor)),
            Amendment::KindUnit { code, unit } => self.w.then_kind_unit(self.kind(code), self.unit(unit)),
            Amendment::OpenKind { .. } => self.w.then_opened_kind().into_owned(),
        }
    }

    /// Who, by name where the name is known.
    pub(crate) fn person(self, person: &Person, names: &[(AccountId, String)]) -> String {
        match person {
            Person::Account(id) => {
                let name = names.iter().find(|(known, _)| known == id).map(|(_, name)| name.clone());
                name.unwrap_or_else(|| self.w.somebody().into_owned())
            }
            Person::System(_) => self.w.the_platform().into_owned(),
        }
    }

    /// Where a proposal stands.
    pub(crate) fn status(self, status: Status) -> String {
        match status {
            Status::Open => self.w.status_open(),
            Status::Approved { .. } => self.w.status_approved(),
            Status::Refused => self.w.status_refused(),
            Status::Withdrawn => self.w.status_withdrawn(),
            Status::Expired => self.w.status_expired(),
        }
        .into_owned()
    }

    /// What kind of day.
    pub(crate) fn day_kind(self, kind: DayKind) -> String {
        match kind {
            DayKind::Workday => self.w.day_workday(),
            DayKind::Weekend => self.w.day_weekend(),
            DayKind::Holiday => self.w.day_holiday(),
            DayKind::Makeup => self.w.day_makeup(),
        }
        .into_owned()
    }

    /// A date with its year and its day of the week.
    pub(crate) fn date(self, date: Date) -> String {
        let weekday = format::weekday(date.weekday(), self.locale);
        format!("{} {weekday}", self.day(format::instant(date.at(0, 0, 0, 0))))
    }

    /// Number, title and day of issue of a notice.
    pub(crate) fn notice(self, notice: &Notice) -> String {
        match notice.issued {
            Some(issued) => self.w.calendar_notice(&notice.title, self.day(format::instant(issued.at(0, 0, 0, 0)))),
            None => notice.title.clone(),
        }
    }

    /// Why a text publishes nothing, with the line or the day.
    pub(crate) fn upload_fault(self, fault: &UploadFault) -> String {
        let w = self.w;
        match fault {
            UploadFault::Missing => w.fault_calendar_empty().into_owned(),
            UploadFault::Same => w.fault_calendar_same().into_owned(),
            UploadFault::NoNotice(year) => w.calendar_fault_notice(year.to_string()),
            UploadFault::Title => w.fault_notice_title().into_owned(),
            UploadFault::Unreadable(error) => match error {
                ImportError::Line { line, why: _ } => w.calendar_fault_line(line.to_string()),
                ImportError::Json(_) => w.fault_calendar_unreadable().into_owned(),
                ImportError::Empty => w.fault_calendar_no_holidays().into_owned(),
                ImportError::Contradiction(date) => w.calendar_fault_contradiction(self.date(*date)),
                ImportError::MakeupOnWeekday(date) => w.calendar_fault_makeup(self.date(*date)),
                ImportError::TooLong { from, to } => w.calendar_fault_long(self.date(*from), self.date(*to)),
                ImportError::Stray { year, date } => w.calendar_fault_stray(self.date(*date), year.to_string()),
                ImportError::Incomplete { year, date } => w.calendar_fault_incomplete(year.to_string(), self.date(*date)),
                ImportError::OutOfRange(_) => w.fault_calendar_year_out_of_range().into_owned(),
            },
        }
    }

    /// Which example.
    pub(crate) fn occasion(self, occasion: Occasion) -> String {
        match occasion {
            Occasion::WorkingDay => self.w.occasion_working_day(),
            Occasion::BeforeDaysOff => self.w.occasion_before_days_off(),
            Occasion::BeforeHoliday => self.w.occasion_before_holiday(),
        }
        .into_owned()
    }

    /// From when, with its year: what has dates of validity is read years later. Midnight goes without saying.
    pub(crate) fn since(self, at: Timestamp) -> String {
        let local = format::local(at);
        if local.time() == Time::midnight() { self.day(at) } else { format!("{} {}", self.day(at), format::clock(local)) }
    }

    /// The day with its year.
    pub(crate) fn day(self, at: Timestamp) -> String {
        let date = format::local_date(at);
        let day = format::day(date, self.locale);
        match self.locale {
            Locale::Zh => format!("{}年{day}", date.year()),
            Locale::En => format!("{day} {}", date.year()),
        }
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;

    fn register() -> Register {
        let file: places::CountyFile = include_str!("../../../../demo/county.toml").parse().unwrap();
        Register::on("2026-11-23".parse().unwrap(), file.into())
    }

    #[test]
    fn every_parameter_speaks_both_languages() {
        let register = register();
        for locale in Locale::ALL {
            let told = Told::new(locale, &register);
            for key in Key::ALL {
                let entry = key.entry();
                for text in [told.name(*key), told.why(*key), told.source(*key), told.theme(entry.theme), told.value(*key, entry.default)] {
                    assert!(!text.trim().is_empty() && !text.contains("param-"), "{key} in {}", locale.tag());
                }
                if let Form::Choice(words) = entry.form {
                    assert!(words.iter().all(|word| !told.choice(word).is_empty()), "{key} in {}", locale.tag());
                }
            }
        }
    }

    #[test]
    fn values_read_as_people_say_them() {
        let register = register();
        let (zh, en) = (Told::new(Locale::Zh, &register), Told::new(Locale::En, &register));
        let said = |key: Key, text: &str| {
            let value = key.entry().form.read(text).unwrap();
            (zh.value(key, value), en.value(key, value))
        };
        assert_eq!(said(Key::FinalHelp, "5wd"), ("5 个工作日".to_owned(), "5 working days".to_owned()));
        assert_eq!(said(Key::ResponseGeneral, "24h"), ("24 小时".to_owned(), "24 hours".to_owned()));
        assert_eq!(said(Key::EvalWeightSatisfaction, "0.50"), ("50%".to_owned(), "50%".to_owned()));
        assert_eq!(said(Key::PublishAreaResidents, "5000").0, "5,000 人");
        assert_eq!(said(Key::WalkSpeed, "1.1"), ("1.10 米/秒".to_owned(), "1.10 m/s".to_owned()));
        assert_eq!(zh.scope(&"area:huaiyin".parse().unwrap()), "槐荫社区");
        assert_eq!(zh.since("2027-01-01T00:00:00+08:00".parse().unwrap()), "2027年1月1日");
    }
}
