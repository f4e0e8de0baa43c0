//! 补发查询码: the number, and the check.

use kernel::Locale;

use super::parts::Choice;
use crate::words::Words;

/// A way of making sure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// What the form sends, and its name.
    pub choice: Choice,
    /// How it is done.
    pub hint: String,
}

/// The case whose code was lost. Its text is no matter of whoever replaces the code, and is not here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lost {
    /// `261 113 048 271`.
    pub number: String,
    /// `261113048271`.
    pub number_plain: String,
    /// The version seen.
    pub version: i64,
    /// `11月13日 15:20 · 网页`.
    pub received: String,
    /// `王**`, `没有留名`.
    pub requester: String,
    /// Telephone and mail, masked, also of a confidential matter: who is at the counter may be asked for them.
    pub reach: String,
    /// The closed list.
    pub proofs: Vec<Proof>,
    /// The remark, as typed.
    pub note: String,
}

/// `GET /staff/reissue?number=` and `GET /staff/reissue/{number}`, whose form posts `proof` (`call_back|papers_seen`),
/// `note`, `version`, `csrf` to the same address.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reissue {
    /// The number, as typed.
    pub number: String,
    /// The case, once it is found.
    pub case: Option<Lost>,
    /// Why it was refused.
    pub error: Option<String>,
}

super::page!(Reissue, "reissue.html");

impl Reissue {
    /// To be asked for the number; not found; found; refused.
    pub fn sample(locale: Locale) -> Vec<Self> {
        let w = Words::of(locale);
        let pick = |zh: &str, en: &str| locale.pick(zh, en).to_owned();
        let found = Self {
            case: Some(Lost {
                number: "261 113 048 271".into(),
                number_plain: "261113048271".into(),
                version: 7,
                received: pick("11月13日 周五 15:20 · 网页", "Fri 13 Nov 15:20 · web"),
                requester: "王**".into(),
                reach: w.reach_phone_masked("138****1234"),
                proofs: vec![
                    Proof { choice: Choice::new("call_back", w.proof_call_back()), hint: w.proof_call_back_hint().into_owned() },
                    Proof { choice: Choice::new("papers_seen", w.proof_papers_seen()), hint: w.proof_papers_seen_hint().into_owned() },
                ],
                note: String::new(),
            }),
            ..Self::default()
        };
        let refused = Self { error: Some(pick("请选一种核对的办法", "Please choose how you made sure")), ..found.clone() };
        let unknown = Self { number: "261 113 048 27".into(), error: Some(w.reissue_no_case().into_owned()), case: None };
        vec![Self::default(), unknown, found, refused]
    }
}
