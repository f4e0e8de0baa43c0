//! 我要反映: one page that works without a script, and the suggestion that a script fetches into it.

use askama::Template as _;
use kernel::Locale;

use super::parts::{ChoiceGroup, Danger, Errors, FieldError, Reach};
use super::samples;
use crate::words::Words;

/// The form of `GET /report`, of `POST /report/start` (text from the home page) and of a refused
/// `POST /report` (422). Its fields: `text`, `kind`, `area`, `words`, `reach` (`phone|email|none`), `phone`,
/// `email`, `confidential` (`yes|no`), `name`, and hidden `key` (idempotency) and `nearby` (what others reported was seen). A phone or e-mail that does not
/// belong to the chosen `reach` is to be ignored: without a script the hidden field still travels.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// The idempotency key; a new one with each fresh form, the same one when a form comes back.
    pub key: String,
    /// What was written.
    pub text: String,
    /// What was written speaks of danger: the numbers come first.
    pub danger: Option<Danger>,
    /// The kinds of matter under their fields.
    pub kinds: Vec<ChoiceGroup>,
    /// The communities under their subdistricts and towns.
    pub areas: Vec<ChoiceGroup>,
    /// Estate and road names offered while typing; may be empty.
    pub names: Vec<String>,
    /// Where, in words.
    pub words: String,
    /// How to be told.
    pub reach: Reach,
    /// Telephone number as typed.
    pub phone: String,
    /// E-mail address as typed.
    pub email: String,
    /// Name as typed.
    pub name: String,
    /// Whether the handler may see the number. Not chosen for anybody.
    pub confidential: Option<bool>,
    /// What others have reported there already: it is shown once before the form is taken.
    pub near: Option<Near>,
    /// The page lay open for too long; everything is here, to be sent again.
    pub old: bool,
    /// What cannot be taken.
    pub errors: Errors,
}

super::page!(Report, "report.html");

impl Report {
    /// Blank, and refused with three errors.
    pub fn sample(locale: Locale) -> Vec<Self> {
        let blank = Self {
            key: "3f0c9f3c-8c1e-4f63-9d0a-6b8f2f4b7a11".into(),
            kinds: samples::kinds(locale),
            areas: samples::areas(locale),
            names: samples::estates(locale),
            ..Self::default()
        };
        let error = |field, zh: &str, en: &str| FieldError { field, message: locale.pick(zh, en).into() };
        let refused = Self {
            text: samples::LAMP_TEXT.into(),
            words: "槐荫里小区 3 号楼二单元".into(),
            reach: Reach::Phone,
            phone: "138 0000 123".into(),
            errors: Errors::new(vec![
                error("area", "这个地方不在本县", "This place is not in the county"),
                error("phone", "少 1 位。手机号是 11 位，您写了 10 位", "One digit is missing: a mobile number has 11, you wrote 10"),
                error("confidential", "请选一个。我们不替您选", "Please choose one. We do not choose for you"),
            ]),
            ..blank.clone()
        };
        let known = Self { near: Some(Near::sample(locale)), errors: Errors::default(), ..refused.clone() };
        vec![blank, refused.clone(), Self { old: true, errors: Errors::default(), ..refused }, known]
    }
}

/// Open matters of the same kind at the same place, as strangers may see them: never their words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Near {
    /// `路灯`.
    pub kind: String,
    /// The road or estate.
    pub place: String,
    /// By the month in which they were received, the newest first.
    pub months: Vec<NearLine>,
}

/// The matters of one month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NearLine {
    /// `2026年11月`.
    pub month: String,
    /// `有人反映过`, or how many did.
    pub people: String,
}

impl Near {
    fn sample(locale: Locale) -> Self {
        let w = Words::of(locale);
        let months = [("2026年11月", "Nov 2026", w.nearby_people("7")), ("2026年10月", "Oct 2026", w.nearby_some().into_owned())];
        let line = |(zh, en, people): (&str, &str, String)| NearLine { month: locale.pick(zh, en).into(), people };
        Self {
            kind: locale.pick("路灯和公共照明", "Street lamps and public lighting").into(),
            place: "槐荫里小区".into(),
            months: months.map(line).into(),
        }
    }
}

/// The answer to `POST /report/suggest` (fields `text`, `kind`, `area`, `words`): a fragment without a shell. When there is nothing
/// to say the handler answers 204.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggest {
    /// The numbers to call, when the text speaks of danger.
    pub danger: Option<Danger>,
    /// The likely kind; none once one is chosen.
    pub guess: Option<Guess>,
    /// What others have reported there already.
    pub near: Option<Near>,
}

/// A likely kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guess {
    /// Code of the kind, as the list of kinds has it.
    pub kind: String,
    /// `小区公共照明`.
    pub kind_name: String,
    /// The words that decided it, as written.
    pub evidence: Vec<String>,
    /// `5 个工作日`.
    pub limit: String,
}

#[derive(askama::Template)]
#[template(path = "suggest.html")]
struct SuggestBound<'a> {
    w: Words,
    v: &'a Suggest,
}

impl Suggest {
    /// The fragment, in the reader's language.
    pub fn html(&self, locale: Locale) -> Result<String, askama::Error> {
        SuggestBound { w: Words::of(locale), v: self }.render()
    }

    /// A likely kind with two words of evidence; a danger beside one; a danger alone.
    pub fn sample(locale: Locale) -> Vec<Self> {
        let guess = Guess {
            kind: "lighting".into(),
            kind_name: locale.pick("小区公共照明", "Lighting in estates").into(),
            evidence: vec!["楼道灯".into(), "坏了".into()],
            limit: locale.pick("5 个工作日", "5 working days").into(),
        };
        let [fall, self_harm] = Danger::samples(locale);
        vec![
            Self { danger: None, guess: Some(guess.clone()), near: None },
            Self { danger: Some(fall), guess: Some(guess), near: Some(Near::sample(locale)) },
            Self { danger: Some(self_harm), guess: None, near: None },
        ]
    }
}
