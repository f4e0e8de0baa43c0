//! 查阅授权: warrants and samples, each with its end.

use kernel::Locale;

use super::parts::Choice;

/// A warrant or a sample.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leave {
    /// Its id, for the forms.
    pub id: String,
    /// What it opens: a number, or how many matters.
    pub what: String,
    /// The page of the matter, where the reader may open it now.
    pub href: Option<String>,
    /// Who reads.
    pub reader: String,
    /// `有人投诉办理情况，14 天`; of a sample, who drew it.
    pub why: String,
    /// `等批准`, `到 11月30日 周一 10:42`.
    pub state: String,
    /// Waits for this reader's word.
    pub may_decide: bool,
    /// May be ended by this reader.
    pub may_end: bool,
}

/// Asking for a warrant: posts `number`, `reason`, `days` to `/staff/warrants`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AskForm {
    /// As typed.
    pub number: String,
    /// The closed list.
    pub reasons: Vec<Choice>,
    /// As typed.
    pub days: String,
    /// The most.
    pub most_days: String,
}

/// Drawing a sample: posts `reader`, `month`, `count`, `days` to `/staff/samples`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DrawForm {
    /// Who may read one.
    pub readers: Vec<Choice>,
    /// `2026-10`.
    pub month: String,
    /// As typed.
    pub count: String,
    /// As typed.
    pub days: String,
    /// The most.
    pub most_days: String,
}

/// `GET /staff/warrants`. Decisions post to `/staff/warrants/{id}/{grant|refuse|end}`, the end of a sample to
/// `/staff/samples/{id}/end`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Warrants {
    /// For those who may ask.
    pub ask: Option<AskForm>,
    /// For those who may draw.
    pub draw: Option<DrawForm>,
    /// Newest first.
    pub warrants: Vec<Leave>,
    /// Newest first; for those who draw.
    pub samples: Vec<Leave>,
    /// Done.
    pub notice: Option<String>,
    /// Why not.
    pub error: Option<String>,
}

super::page!(Warrants, "warrants.html");

impl Warrants {
    /// An auditor's; an organiser's; refused.
    pub fn sample(locale: Locale) -> Vec<Self> {
        let w = crate::words::Words::of(locale);
        let pick = |zh: &str, en: &str| locale.pick(zh, en).to_owned();
        let leave = Leave {
            id: "w-1".into(),
            what: "261 113 048 271".into(),
            href: Some("/staff/cases/261113048271".into()),
            reader: pick("曹审计", "Auditor Cao"),
            why: w.warrant_why(w.warrant_reason_complaint(), 14_u64),
            state: w.leave_until(pick("11月30日 周一 10:42", "Mon 30 Nov 10:42")),
            may_decide: false,
            may_end: false,
        };
        let auditor = Self {
            ask: Some(AskForm {
                number: String::new(),
                reasons: vec![Choice::new("complaint", w.warrant_reason_complaint()), Choice::new("leak", w.warrant_reason_leak())],
                days: "7".into(),
                most_days: "14".into(),
            }),
            warrants: vec![leave.clone()],
            ..Self::default()
        };
        let organiser = Self {
            draw: Some(DrawForm {
                readers: vec![Choice::new("cao.audit", pick("曹审计", "Auditor Cao"))],
                month: "2026-10".into(),
                count: "20".into(),
                days: "7".into(),
                most_days: "14".into(),
            }),
            warrants: vec![
                Leave { href: None, state: w.leave_asked().into_owned(), may_decide: true, ..leave.clone() },
                Leave { href: None, may_end: true, ..leave.clone() },
            ],
            samples: vec![Leave { what: w.sample_of(20_u64), href: None, may_end: true, ..leave }],
            notice: Some(w.leave_granted_done().into_owned()),
            ..Self::default()
        };
        let refused = Self { error: Some(pick("没有这件事", "There is no such matter")), notice: None, ..auditor.clone() };
        vec![auditor, organiser, refused]
    }
}
