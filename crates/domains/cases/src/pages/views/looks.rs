//! 查看留痕: one's own looks, and for the auditor everybody's.

use kernel::Locale;

use crate::words::Words;

/// One look in a list of staff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LookRow {
    /// `今天 10:48`.
    pub when: String,
    /// `261 113 048 271`.
    pub number: String,
    /// The name, where everybody's looks are listed.
    pub who: Option<String>,
    /// `承办人 · 住房和城乡建设局`.
    pub role: String,
    /// `电话`.
    pub what: String,
    /// `打电话说这件事`.
    pub why: String,
}

/// `GET /staff/looks` and `GET /staff/looks/all`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Looks {
    /// Everybody's, not only one's own.
    pub all: bool,
    /// The reader may see everybody's.
    pub may_see_all: bool,
    /// Newest first.
    pub rows: Vec<LookRow>,
    /// The address of what is older.
    pub older: Option<String>,
}

super::page!(Looks, "looks.html");

impl Looks {
    /// One's own; everybody's; none.
    pub fn sample(locale: Locale) -> Vec<Self> {
        let w = Words::of(locale);
        let pick = |zh: &str, en: &str| locale.pick(zh, en).to_owned();
        let row = |who: Option<String>| LookRow {
            when: pick("今天 10:48", "Today 10:48"),
            number: "261 113 048 271".into(),
            who,
            role: pick("承办人 · 槐荫社区", "Handler · Huaiyin Community"),
            what: w.seen_phone().into_owned(),
            why: w.look_call().into_owned(),
        };
        let own = Self { all: false, may_see_all: false, rows: vec![row(None)], older: None };
        let all = Self {
            all: true,
            may_see_all: true,
            rows: vec![row(Some(pick("李干事", "Officer Li")))],
            older: Some("/staff/looks/all?after=1".into()),
        };
        vec![own.clone(), all, Self { rows: Vec::new(), ..own }]
    }
}
