//! 我的工作台: what is red, yellow, new, waiting for me. Nothing else.

use std::borrow::Cow;

use kernel::Locale;

use super::parts::Row;
use super::samples;
use crate::words::Words;

/// The groups of one's work, in the order they are shown. A case is in the first that fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Red.
    Overdue,
    /// Yellow.
    DueSoon,
    /// Dispatched to us, nobody has spoken with the resident yet.
    New,
    /// The resident has added something, or it was reopened.
    Waiting,
    /// Green and at work.
    Running,
}

impl Group {
    /// The groups that have a tab; keys 1 to 4.
    pub const TABS: [Self; 4] = [Self::Overdue, Self::DueSoon, Self::New, Self::Waiting];

    /// The value of `?only=`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::DueSoon => "soon",
            Self::New => "new",
            Self::Waiting => "waiting",
            Self::Running => "running",
        }
    }

    /// The group of a `?only=`.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Overdue, Self::DueSoon, Self::New, Self::Waiting, Self::Running].into_iter().find(|group| group.code() == code)
    }

    /// Its name.
    pub fn label(&self, w: Words) -> Cow<'static, str> {
        match self {
            Self::Overdue => w.group_overdue(),
            Self::DueSoon => w.group_soon(),
            Self::New => w.group_new(),
            Self::Waiting => w.group_waiting(),
            Self::Running => w.group_running(),
        }
    }

    /// What to know about it.
    pub fn hint(&self, w: Words) -> Cow<'static, str> {
        match self {
            Self::Overdue => w.group_overdue_hint(),
            Self::DueSoon => w.group_soon_hint(),
            Self::New => w.group_new_hint(),
            Self::Waiting => w.group_waiting_hint(),
            Self::Running => w.group_running_hint(),
        }
    }

    fn light(self) -> &'static str {
        match self {
            Self::Overdue => "r",
            Self::DueSoon => "y",
            Self::New => "n",
            Self::Waiting | Self::Running => "",
        }
    }

    fn tone(self) -> &'static str {
        match self {
            Self::Overdue => "t-r",
            Self::DueSoon => "t-y",
            Self::New => "t-n",
            Self::Waiting | Self::Running => "",
        }
    }
}

/// How many cases each group has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Red.
    pub overdue: u64,
    /// Yellow.
    pub soon: u64,
    /// New.
    pub new: u64,
    /// Waiting for me.
    pub waiting: u64,
    /// At work.
    pub running: u64,
}

impl Counts {
    /// Of one group.
    pub fn of(&self, group: Group) -> u64 {
        match group {
            Group::Overdue => self.overdue,
            Group::DueSoon => self.soon,
            Group::New => self.new,
            Group::Waiting => self.waiting,
            Group::Running => self.running,
        }
    }
}

/// One group with its rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkGroup {
    /// Which.
    pub group: Group,
    /// How many there are in all.
    pub total: u64,
    /// Those shown.
    pub rows: Vec<Row>,
}

/// A tab above the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tab {
    /// Leads to this group only, or back to all.
    pub href: String,
    /// Its name.
    pub label: Cow<'static, str>,
    /// What to know about it.
    pub hint: Cow<'static, str>,
    /// How many.
    pub count: u64,
    /// Class of its light; empty for none.
    pub light: &'static str,
    /// Class of its figure.
    pub tone: &'static str,
    /// Chosen.
    pub current: bool,
}

/// `GET /staff?only=…`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Work {
    /// `11月23日 周一 10:42`.
    pub now: String,
    /// A step just taken, confirmed.
    pub notice: Option<String>,
    /// Why the last step was refused.
    pub error: Option<String>,
    /// How many there are of each.
    pub counts: Counts,
    /// Only this group is shown.
    pub only: Option<Group>,
    /// The groups that have rows, in order.
    pub groups: Vec<WorkGroup>,
    /// Address of the next page.
    pub more: Option<String>,
}

super::page!(Work, "work.html");

impl Work {
    /// The fact of the day: `今天有 10 件等您，先办超期的 1 件`.
    pub fn headline(&self, w: Words) -> String {
        let waiting: u64 = Group::TABS.iter().map(|group| self.counts.of(*group)).sum();
        match (waiting, self.counts.overdue, self.counts.soon) {
            (0, _, _) => w.headline_none().into_owned(),
            (_, 0, 0) => w.headline_some(waiting),
            (_, 0, soon) => w.headline_soon(waiting, soon.to_string()),
            (_, overdue, _) => w.headline_overdue(waiting, overdue.to_string()),
        }
    }

    /// The four tabs. The chosen one leads back to all.
    pub fn tabs(&self, w: Words) -> Vec<Tab> {
        Group::TABS
            .into_iter()
            .map(|group| Tab {
                href: if self.only == Some(group) { "/staff".into() } else { format!("/staff?only={}", group.code()) },
                label: group.label(w),
                hint: if group == Group::New { w.tab_new_hint() } else { group.hint(w) },
                count: self.counts.of(group),
                light: group.light(),
                tone: group.tone(),
                current: self.only == Some(group),
            })
            .collect()
    }

    /// The table shows the next step and not the numbers.
    pub fn numbered(&self) -> bool {
        false
    }

    /// A full day, one group only, and nothing to do.
    pub fn sample(locale: Locale) -> Vec<Self> {
        let now = locale.pick("11月23日 周一 10:42", "Mon 23 Nov 10:42").to_owned();
        let groups = samples::work_groups(locale);
        let counts = Counts { overdue: 1, soon: 3, new: 2, waiting: 1, running: 1 };
        let full = Self { now: now.clone(), counts, groups: groups.clone(), more: Some("/staff?after=x".into()), ..Self::default() };
        let one = Self {
            only: Some(Group::DueSoon),
            groups: groups.into_iter().filter(|group| group.group == Group::DueSoon).collect(),
            more: None,
            error: Some(crate::words::Words::of(locale).taken_by("王**")),
            ..full.clone()
        };
        let none = Self { now, notice: Some(locale.pick("答复发出去了。", "The answer has been sent.").into()), ..Self::default() };
        vec![full, one, none]
    }
}
