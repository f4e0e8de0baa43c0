//! 待放行: what one source sent beyond its limit, apart from the queue, to be looked at and released.

use kernel::Locale;

use super::samples;

/// One held matter. Where it came from is told in class only: by which way, whether somebody can be reached, which area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldRow {
    /// What its box sends: number and version seen, `261123719306-2`.
    pub value: String,
    /// `261123719306`.
    pub number_plain: String,
    /// Title, or the beginning of the text.
    pub title: String,
    /// The beginning of the text.
    pub text: String,
    /// `网页 · 没留联系方式 · 槐荫社区 · 5 分钟前`.
    pub from: String,
    /// Whether its box is ticked.
    pub chosen: bool,
}

/// `GET /staff/dispatch/held`; its form posts `case` for each ticked box and `csrf` to the same address. All or none are
/// ticked by a link (`?chosen=all`), so that no script is needed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Held {
    /// `31`, `100+`.
    pub count: String,
    /// The newest first.
    pub rows: Vec<HeldRow>,
    /// The next page.
    pub older: Option<String>,
    /// This page with all boxes ticked.
    pub all: String,
    /// This page with none ticked.
    pub none: String,
    /// What was just released.
    pub notice: Option<String>,
    /// Nothing was chosen.
    pub error: Option<String>,
}

super::page!(Held, "held.html");

impl Held {
    /// Some held, all ticked; none chosen; nothing held.
    pub fn sample(locale: Locale) -> Vec<Self> {
        let pick = |zh: &str, en: &str| locale.pick(zh, en).to_owned();
        let row = |number: &str, title: &str, zh: &str, en: &str| HeldRow {
            value: format!("{number}-2"),
            number_plain: number.into(),
            title: title.into(),
            text: samples::LAMP_TEXT.into(),
            from: pick(zh, en),
            chosen: true,
        };
        let some = Self {
            count: "31".into(),
            rows: vec![
                row(
                    "261123719306",
                    "楼道灯不亮",
                    "网页 · 没留联系方式 · 槐荫社区 · 2 分钟前",
                    "web · left no way to be reached · Huaiyin · 2 min ago",
                ),
                row("261123719314", "楼道灯还是不亮", "接口 · 留了电话 · 3 分钟前", "interface · left a telephone number · 3 min ago"),
            ],
            older: Some("/staff/dispatch/held?after=1".into()),
            all: "/staff/dispatch/held?chosen=all".into(),
            none: "/staff/dispatch/held".into(),
            notice: Some(crate::words::Words::of(locale).held_done("29")),
            error: None,
        };
        let refused = Self {
            rows: some.rows.iter().map(|row| HeldRow { chosen: false, ..row.clone() }).collect(),
            notice: None,
            error: Some(crate::words::Words::of(locale).held_nothing_chosen().into_owned()),
            ..some.clone()
        };
        vec![some, refused, Self { count: "0".into(), ..Self::default() }]
    }
}
