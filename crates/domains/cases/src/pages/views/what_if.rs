//! 算一算: what an extension or a stop would do to every clock, before anybody proposes it.

use kernel::Locale;

use super::parts::Strip;
use super::samples;
use crate::words::Words;

/// One instant or length, as it is and as it would be.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Effect {
    /// `黄灯`, `到期（红灯）`, `时限`.
    pub what: String,
    /// As it is.
    pub before: String,
    /// As it would be.
    pub after: String,
    /// The two differ.
    pub moved: bool,
}

/// What becomes of one clock.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ClockEffect {
    /// `答复`.
    pub clock: String,
    /// Its length, yellow and red.
    pub effects: Vec<Effect>,
}

/// The form that proposes what was looked at: it posts to `/staff/cases/{number}/{code}`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Propose {
    /// `ask-extension` or `ask`.
    pub code: &'static str,
    /// `申请延期`.
    pub title: String,
    /// Working days more, of an extension.
    pub days: Option<String>,
    /// `原因`, `问题`.
    pub text: String,
}

/// What would be.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outlook {
    /// In a sentence.
    pub headline: String,
    /// Every running clock.
    pub clocks: Vec<ClockEffect>,
    /// How the answer's deadline would be counted.
    pub strip: Option<Strip>,
    /// The form to propose it with, for whoever may.
    pub propose: Option<Propose>,
}

/// `GET /staff/cases/{number}/what-if?what=extend&days=3`, `?what=stop&answered_on=2026-11-20`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WhatIf {
    /// `261 113 048 271`.
    pub number: String,
    /// `261113048271`.
    pub number_plain: String,
    /// The version seen.
    pub version: i64,
    /// How the answer's deadline is counted now.
    pub strip: Option<Strip>,
    /// Working days as typed.
    pub days: String,
    /// The day of the resident's answer as typed.
    pub answered_on: String,
    /// The first day that may be typed.
    pub earliest: String,
    /// `最长 5 个工作日`.
    pub longest: String,
    /// Why it cannot be.
    pub error: Option<String>,
    /// What would be, once asked.
    pub outlook: Option<Outlook>,
}

super::page!(WhatIf, "what_if.html");

impl WhatIf {
    /// Nothing asked yet; an extension; a stop that cannot be.
    pub fn sample(locale: Locale) -> Vec<Self> {
        let w = Words::of(locale);
        let pick = |zh: &str, en: &str| locale.pick(zh, en).to_owned();
        let effect = |what: String, before: String, after: String| Effect { moved: before != after, what, before, after };
        let asked = Self {
            number: "261 113 048 271".into(),
            number_plain: "261113048271".into(),
            version: 7,
            strip: Some(samples::strip(locale)),
            earliest: "2026-11-18".into(),
            longest: w.what_if_stop_hint(pick("5 个工作日", "5 working days")),
            ..Self::default()
        };
        let old = || pick("11月23日 周一 17:30", "Mon 23 Nov 17:30");
        let new = || pick("11月26日 周四 17:30", "Thu 26 Nov 17:30");
        let outlook = Outlook {
            headline: w.what_if_moves(old(), new()),
            clocks: vec![ClockEffect {
                clock: w.clock_final().into_owned(),
                effects: vec![
                    effect(w.what_if_limit().into_owned(), pick("5 个工作日", "5 working days"), pick("8 个工作日", "8 working days")),
                    effect(
                        w.what_if_yellow().into_owned(),
                        pick("11月23日 周一 08:30", "Mon 23 Nov 08:30"),
                        pick("11月25日 周三 08:30", "Wed 25 Nov 08:30"),
                    ),
                    effect(w.what_if_red().into_owned(), old(), new()),
                ],
            }],
            strip: Some(samples::strip(locale)),
            propose: Some(Propose {
                code: "ask-extension",
                title: pick("申请延期", "Ask for more time"),
                days: Some("3".into()),
                text: pick("原因", "Reason"),
            }),
        };
        let extended = Self { days: "3".into(), outlook: Some(outlook), ..asked.clone() };
        let refused = Self {
            answered_on: "2026-11-20".into(),
            error: Some(pick("停表的次数用完了", "The clock was stopped as often as it may")),
            ..asked.clone()
        };
        vec![asked, extended, refused]
    }
}
