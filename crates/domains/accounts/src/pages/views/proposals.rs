//! 待批的账号和权限.

use kernel::Locale;

use super::parts::Choice;
use crate::words::Words;

/// One proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProposalRow {
    /// The id in its address.
    pub id: String,
    /// What it is.
    pub title: String,
    /// Its roles and people.
    pub details: Vec<String>,
    /// How far it has come.
    pub state: String,
    /// Who proposed it, when.
    pub by: String,
    /// Until when it waits, or who decided.
    pub until: String,
    /// The reader may approve and refuse.
    pub may_decide: bool,
    /// It is the reader's own.
    pub may_withdraw: bool,
}

/// `GET /staff/accounts/proposals`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Proposals {
    /// The proposals of this page.
    pub rows: Vec<ProposalRow>,
    /// Those that wait.
    pub pending: bool,
    /// The other lists.
    pub views: Vec<Choice>,
    /// The next page.
    pub next: Option<String>,
    /// What was just done.
    pub notice: Option<String>,
    /// What was just refused.
    pub error: Option<String>,
}

super::page!(Proposals, "proposals.html");

impl Proposals {
    /// One to decide and one of one's own; none.
    pub fn sample(locale: Locale) -> Vec<Self> {
        let (pick, w) = (|zh: &str, en: &str| locale.pick(zh, en).to_owned(), Words::of(locale));
        let row = |may_decide| ProposalRow {
            id: "1".into(),
            title: w.proposal_give(pick("李娜", "Li Na")),
            details: vec![pick("分派员 · 全县", "Dispatcher · the whole county")],
            state: w.state_pending().into_owned(),
            by: w.proposal_by(pick("何一帆", "He Yifan"), pick("11月20日", "20 Nov")),
            until: w.proposal_until(pick("11月27日", "27 Nov")),
            may_decide,
            may_withdraw: !may_decide,
        };
        let views = vec![Choice { chosen: true, ..Choice::new("/staff/accounts/proposals", w.state_pending()) }];
        let full = Self { rows: vec![row(true), row(false)], pending: true, views: views.clone(), ..Self::default() };
        vec![full, Self { views, ..Self::default() }]
    }
}
