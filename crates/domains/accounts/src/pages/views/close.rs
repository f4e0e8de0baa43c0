//! 停用: what is handed over first.

use kernel::Locale;

use super::parts::Choice;
use crate::words::Words;

/// One piece of work with those who could have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DutyRow {
    /// Names it in the form.
    pub key: String,
    /// What it is.
    pub label: String,
    /// Where.
    pub place: String,
    /// How much.
    pub count: u64,
    /// Who could have it.
    pub successors: Vec<Choice>,
    /// Nobody was named, or nobody who may have it.
    pub open: bool,
}

/// `GET /staff/accounts/{id}/close` and a refused `POST`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Close {
    /// The id in addresses.
    pub id: String,
    /// Who leaves.
    pub name: String,
    /// What is handed over.
    pub duties: Vec<DutyRow>,
    /// Proposals of hers that are taken back.
    pub proposals: u64,
    /// Why nothing was done.
    pub error: Option<String>,
}

super::page!(Close, "close.html");

impl Close {
    /// With work, refused; without.
    pub fn sample(locale: Locale) -> Vec<Self> {
        let (pick, w) = (|zh: &str, en: &str| locale.pick(zh, en).to_owned(), Words::of(locale));
        let duty = DutyRow {
            key: "cases:huaiyin".into(),
            label: w.duty_cases().into_owned(),
            place: pick("槐荫社区", "Huaiyin Community"),
            count: 3,
            successors: vec![Choice::new("2", pick("王芳", "Wang Fang"))],
            open: true,
        };
        let nobody = DutyRow { successors: Vec::new(), open: false, ..duty.clone() };
        let refused = Self {
            id: "1".into(),
            name: pick("李娜", "Li Na"),
            duties: vec![duty, nobody],
            proposals: 1,
            error: Some(w.problem_account_open_duties().into_owned()),
        };
        vec![refused.clone(), Self { duties: Vec::new(), proposals: 0, error: None, ..refused }]
    }
}
