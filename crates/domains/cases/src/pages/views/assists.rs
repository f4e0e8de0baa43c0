//! 协办: what a unit is asked to help with, and one of these matters as that unit may see it.

use kernel::Locale;

use super::parts::{Lamp, Light};
use crate::words::Words;

/// A matter in a few words; none of them the resident's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssistRow {
    /// `261 113 048 271`.
    pub number: String,
    /// The same without spaces.
    pub number_plain: String,
    /// `市政设施 › 井盖`.
    pub kind: String,
    /// The community, and the road or estate where the register knows it.
    pub place: String,
    /// The unit that has it.
    pub unit: String,
    /// Its light.
    pub lamp: Lamp,
    /// `11月23日 周一 17:30 前`.
    pub due: Option<String>,
}

/// `GET /staff/assists`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assists {
    /// What turns red first, first.
    pub rows: Vec<AssistRow>,
}

super::page!(Assists, "assists.html");

/// Words between the two units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssistLine {
    /// `今天 10:48`.
    pub when: String,
    /// Who wrote it.
    pub who: String,
    /// The unit that helps reported, else it was asked.
    pub is_report: bool,
    /// The words.
    pub words: String,
}

/// `GET /staff/assists/{number}`; its form has `version` and `text`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssistPage {
    /// The matter.
    pub row: AssistRow,
    /// How it stands.
    pub step: String,
    /// The version that was seen.
    pub version: i64,
    /// Oldest first.
    pub notes: Vec<AssistLine>,
    /// What was typed.
    pub text: String,
    /// What was just done.
    pub notice: Option<String>,
    /// Why it was refused.
    pub error: Option<String>,
}

mod one {
    use super::AssistPage;
    super::super::page!(AssistPage, "assist.html");
}

fn row(locale: Locale) -> AssistRow {
    let w = Words::of(locale);
    let pick = |zh: &str, en: &str| locale.pick(zh, en).to_owned();
    AssistRow {
        number: "261 113 048 271".into(),
        number_plain: "261113048271".into(),
        kind: pick("市政设施 › 路灯和公共照明", "Public works › Street lamps and public lighting"),
        place: pick("槐荫社区 · 槐荫里小区", "Huaiyin Community · Huaiyinli"),
        unit: pick("住房和城乡建设局", "Housing Bureau"),
        lamp: Lamp { light: Light::Yellow, text: w.light_yellow().into_owned() },
        due: Some(w.due_by(pick("11月23日 周一 17:30", "Mon 23 Nov 17:30"))),
    }
}

impl Assists {
    /// One matter; none.
    pub fn sample(locale: Locale) -> Vec<Self> {
        vec![Self { rows: vec![row(locale)] }, Self { rows: Vec::new() }]
    }
}

impl AssistPage {
    /// Asked and reported; refused.
    pub fn sample(locale: Locale) -> Vec<Self> {
        let pick = |zh: &str, en: &str| locale.pick(zh, en).to_owned();
        let note = |is_report, who: String, words: String| AssistLine { when: pick("今天 10:48", "Today 10:48"), who, is_report, words };
        let asked = Self {
            row: row(locale),
            step: Words::of(locale).staff_state_in_progress().into_owned(),
            version: 5,
            notes: vec![
                note(
                    false,
                    pick("韩科长", "Section chief Han"),
                    pick("请查一下这条路的线路是谁管的", "Please find out whose line this road hangs on"),
                ),
                note(true, pick("滕工", "Engineer Teng"), pick("是供电所的，已经转告", "The power station's; they have been told")),
            ],
            text: String::new(),
            notice: None,
            error: None,
        };
        let refused = Self { error: Some(pick("还没写办了什么", "Nothing was written yet")), ..asked.clone() };
        vec![asked, refused]
    }
}
