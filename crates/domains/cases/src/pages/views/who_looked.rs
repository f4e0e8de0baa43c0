//! 谁看过我的信息, for the resident.

use kernel::Locale;

use crate::words::Words;

/// One look, or several alike on the same day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LookDay {
    /// `11月23日 周一`; never the hour.
    pub when: String,
    /// `承办人 · 住房和城乡建设局`; never a name.
    pub who: String,
    /// `电话`.
    pub what: String,
    /// `打电话说这件事`.
    pub why: String,
    /// How often that day, when more than once.
    pub times: Option<String>,
}

/// `GET /track/{number}/looks` behind the case's cookie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhoLooked {
    /// `261 113 048 271`.
    pub number: String,
    /// `261113048271`.
    pub number_plain: String,
    /// Newest first.
    pub rows: Vec<LookDay>,
}

super::page!(WhoLooked, "who_looked.html");

impl WhoLooked {
    /// Some looks; nobody yet.
    pub fn sample(locale: Locale) -> Vec<Self> {
        let w = Words::of(locale);
        let pick = |zh: &str, en: &str| locale.pick(zh, en).to_owned();
        let row = |who: String, what: std::borrow::Cow<'static, str>, why: std::borrow::Cow<'static, str>, times| LookDay {
            when: pick("11月23日 周一", "Mon 23 Nov"),
            who,
            what: what.into_owned(),
            why: why.into_owned(),
            times,
        };
        let some = Self {
            number: "261 113 048 271".into(),
            number_plain: "261113048271".into(),
            rows: vec![
                row(pick("承办人 · 槐荫社区", "Handler · Huaiyin Community"), w.seen_phone(), w.look_call(), Some(w.look_times("2"))),
                row(pick("分派员", "Dispatcher"), w.seen_text(), w.look_handling(), None),
            ],
        };
        vec![some.clone(), Self { rows: Vec::new(), ..some }]
    }
}
