//! 事项: every case one may see, filtered, by pages.

use kernel::Locale;

use super::parts::{Choice, ChoiceGroup, Row};
use super::samples;

/// A saved way of looking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// Its address.
    pub href: String,
    /// Its name.
    pub label: String,
    /// How many; `100+` when there are more.
    pub count: Option<String>,
    /// Chosen.
    pub current: bool,
}

/// `GET /staff/cases?state=&light=&unit=&area=&q=&after=`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct List {
    /// The fact: `还在办的 37 件`.
    pub heading: String,
    /// `11月23日 周一 10:42`.
    pub now: String,
    /// Ready-made ways of looking.
    pub views: Vec<View>,
    /// States, one may be chosen.
    pub states: Vec<Choice>,
    /// Lights.
    pub lights: Vec<Choice>,
    /// Units the reader may see; the filter is left out when there is only one.
    pub units: Vec<Choice>,
    /// Subdistricts and towns with their communities, for readers of the whole county.
    pub areas: Vec<ChoiceGroup>,
    /// Some filter is on.
    pub filtered: bool,
    /// The rows of this page.
    pub rows: Vec<Row>,
    /// `37`, `100+`.
    pub total: String,
    /// Address of the first page, when this is a later one.
    pub first: Option<String>,
    /// Address of the next page.
    pub next: Option<String>,
    /// What was looked for is no number.
    pub notice: Option<String>,
    /// A step just taken on a case that is out of the reader's sight now.
    pub done: Option<String>,
}

super::page!(List, "list.html");

impl List {
    /// The table shows numbers and units and not the next step.
    pub fn numbered(&self) -> bool {
        true
    }

    /// How many rows this page has.
    pub fn shown(&self) -> String {
        self.rows.len().to_string()
    }

    /// A page with more behind it, and an empty one.
    pub fn sample(locale: Locale) -> Vec<Self> {
        let pick = |zh: &str, en: &str| locale.pick(zh, en).to_owned();
        let view = |href: &str, zh: &str, en: &str, count: &str, current| View {
            href: href.into(),
            label: pick(zh, en),
            count: Some(count.into()),
            current,
        };
        let choice = |value: &str, zh: &str, en: &str| Choice::new(value, pick(zh, en));
        let full = Self {
            heading: pick("还在办的 100+ 件", "100+ cases open"),
            now: pick("11月23日 周一 10:42", "Mon 23 Nov 10:42"),
            views: vec![
                view("/staff/cases", "全部在办", "All open", "100+", true),
                view("/staff/cases?light=yellow", "快到期", "Due soon", "43", false),
                view("/staff/cases?light=red", "已超期", "Overdue", "12", false),
                view("/staff/cases?state=FeedbackPending", "等评价", "Awaiting rating", "27", false),
                view("/staff/cases?state=Closed", "已办结", "Closed", "100+", false),
            ],
            states: vec![
                choice("Dispatched", "已派单", "Dispatched"),
                Choice { chosen: true, ..choice("InProgress", "办理中", "At work") },
            ],
            lights: vec![choice("green", "正常", "On time"), choice("yellow", "快到期", "Due soon"), choice("red", "已超期", "Overdue")],
            units: vec![choice("huaiyin", "槐荫社区", "Huaiyin Community"), choice("housing", "县住房城乡建设局", "Housing Bureau")],
            areas: samples::areas(locale),
            filtered: true,
            rows: samples::work_groups(locale).into_iter().flat_map(|group| group.rows).collect(),
            total: "100+".into(),
            first: Some("/staff/cases?state=InProgress".into()),
            next: Some("/staff/cases?after=x".into()),
            notice: None,
            done: None,
        };
        let empty = Self {
            heading: pick("没有符合的事项", "No such cases"),
            rows: Vec::new(),
            next: None,
            notice: Some(crate::words::Words::of(locale).find_number().into_owned()),
            ..full.clone()
        };
        vec![full, empty]
    }
}
