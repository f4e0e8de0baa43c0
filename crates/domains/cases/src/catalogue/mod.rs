//! The catalogue (派单目录): what a matter can be about, which unit handles it, and the words that suggest it.
//!
//! The words are data (`catalogue/catalogue.toml`, whose head describes the form); the rule that applies them is
//! [`Catalogue::suggest`]: plain, the same for everybody, and shown with its reasons. It proposes; a dispatcher decides.
//!
//! A county renames kinds, closes them, gives them to other units and opens its own; [`Catalogue::laid_over`] lays that over what ships.

mod file;
mod laid;
mod phrases;
mod suggest;

use jiff::civil::Date;
use kernel::{KindCode, Locale, UnitCode};
use serde::{Deserialize, Serialize};

pub use file::{CatalogueError, Fault, Faults};
pub use suggest::{Confidence, EmergencyFound, Evidence, Field, Ranked, Suggestion, Urgent, UrgentReason};

use suggest::Rules;

/// What the speaker wants (诉求类型). The final limit depends on it (decisions 2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CaseType {
    /// 咨询.
    Enquiry,
    /// 求助.
    Help,
    /// 投诉.
    Complaint,
    /// 举报.
    Report,
    /// 建议.
    Suggestion,
    /// 感谢.
    Thanks,
    /// 其他; has the limits of help.
    Other,
}

impl CaseType {
    /// All of them.
    pub const ALL: [Self; 7] = [Self::Enquiry, Self::Help, Self::Complaint, Self::Report, Self::Suggestion, Self::Thanks, Self::Other];

    /// The stored and published form.
    pub fn code(self) -> &'static str {
        match self {
            Self::Enquiry => "enquiry",
            Self::Help => "help",
            Self::Complaint => "complaint",
            Self::Report => "report",
            Self::Suggestion => "suggestion",
            Self::Thanks => "thanks",
            Self::Other => "other",
        }
    }

    /// The type with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|case_type| case_type.code() == code)
    }

    /// Its name in the reader's language.
    pub fn label(self, locale: Locale) -> &'static str {
        let (zh, en) = match self {
            Self::Enquiry => ("咨询", "Enquiry"),
            Self::Help => ("求助", "Help"),
            Self::Complaint => ("投诉", "Complaint"),
            Self::Report => ("举报", "Report"),
            Self::Suggestion => ("建议", "Suggestion"),
            Self::Thanks => ("感谢", "Thanks"),
            Self::Other => ("其他", "Other"),
        };
        locale.pick(zh, en)
    }
}

/// 一般事项 or 复杂事项 (plan §3.2): a complex matter has a plan clock and a longer final limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Complexity {
    /// 一般.
    General,
    /// 复杂: at least two units, a site check, a decision of policy or law, or spending (domain C-06).
    Complex,
}

impl Complexity {
    /// Both.
    pub const ALL: [Self; 2] = [Self::General, Self::Complex];

    /// The stored and published form.
    pub fn code(self) -> &'static str {
        match self {
            Self::General => "general",
            Self::Complex => "complex",
        }
    }

    /// The complexity with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|complexity| complexity.code() == code)
    }

    /// Its name in the reader's language.
    pub fn label(self, locale: Locale) -> &'static str {
        let (zh, en) = match self {
            Self::General => ("一般事项", "General"),
            Self::Complex => ("复杂事项", "Complex"),
        };
        locale.pick(zh, en)
    }
}

/// A danger for which there is a number to call before anything else. In the order in which they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Emergency {
    /// Somebody may take their life: a human at once, and the on-call account is told (decisions 5).
    SelfHarm,
    /// Fire or explosion.
    Fire,
    /// Gas leak or poisoning.
    Gas,
    /// Somebody is locked in, buried or under water.
    Trapped,
    /// Somebody is hurt or gravely ill.
    Injury,
    /// A crime against a person, or a person who is missing.
    Violence,
    /// A road accident.
    TrafficAccident,
}

impl Emergency {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 7] = [Self::SelfHarm, Self::Fire, Self::Gas, Self::Trapped, Self::Injury, Self::Violence, Self::TrafficAccident];

    /// The stored and published form; also the end of the message key.
    pub fn code(self) -> &'static str {
        match self {
            Self::SelfHarm => "self_harm",
            Self::Fire => "fire",
            Self::Gas => "gas",
            Self::Trapped => "trapped",
            Self::Injury => "injury",
            Self::Violence => "violence",
            Self::TrafficAccident => "traffic_accident",
        }
    }

    /// The emergency with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|emergency| emergency.code() == code)
    }
}

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Label {
    /// 中文.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Label {
    /// The one in the reader's language.
    pub fn in_(&self, locale: Locale) -> &str {
        locale.pick(&self.zh, &self.en)
    }
}

/// A first-level category (一级类别); the only one that is published for a single case (decisions 10).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Category {
    /// Stable code.
    pub code: KindCode,
    /// Its name.
    pub label: Label,
    /// Whether new matters may be of it.
    pub in_force: bool,
}

/// A second-level kind of matter (二级类别).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatterKind {
    /// Stable code, never reused.
    pub code: KindCode,
    /// Code of its first-level category.
    pub category: KindCode,
    /// Its name.
    pub label: Label,
    /// What such a matter usually is.
    pub case_type: CaseType,
    /// The unit that handles it unless the dispatcher decides otherwise.
    pub unit: UnitCode,
    /// A proposal; the dispatcher decides and gives the reason.
    pub complexity: Complexity,
    /// Whether strangers may see that a similar matter is open (decisions 2).
    pub public_space: bool,
    /// The public rule that gives the matter to this unit.
    pub basis: String,
    /// Units that handled it before and do no more.
    pub former: Vec<UnitCode>,
    /// Whether new matters may be of it.
    pub in_force: bool,
    /// The newest day on which it began, or took another kind's place: what was measured of it before says nothing of it since.
    pub wider_since: Option<Date>,
}

/// The catalogue in force. Immutable.
#[derive(Debug)]
pub struct Catalogue {
    edition: String,
    categories: Vec<Category>,
    kinds: Vec<MatterKind>,
    rules: Rules,
    /// For each kind the place of the one that stands for it; `None` where nothing does, before its first day.
    stands: Vec<Option<usize>>,
}

/// The catalogue that ships with the program.
const EMBEDDED: &str = include_str!("../../catalogue/catalogue.toml");

impl Catalogue {
    /// The catalogue that ships with the program. A test keeps it free of faults.
    pub fn embedded() -> Result<Self, CatalogueError> {
        EMBEDDED.parse()
    }

    /// Its edition, for the record of which catalogue was in force (`2026-1`).
    pub fn edition(&self) -> &str {
        &self.edition
    }

    /// First-level categories, in order, closed ones too.
    pub fn categories(&self) -> &[Category] {
        &self.categories
    }

    /// The category with this code.
    pub fn category(&self, code: &KindCode) -> Option<&Category> {
        self.categories.iter().find(|category| category.code == *code)
    }

    /// All kinds, closed ones too: those of the file in order, grouped by category, then the county's own.
    pub fn kinds(&self) -> &[MatterKind] {
        &self.kinds
    }

    /// The kind with this code, closed or not: matters of its time keep it.
    pub fn kind(&self, code: &KindCode) -> Option<&MatterKind> {
        self.kinds.iter().find(|kind| kind.code == *code)
    }

    /// Each kind in force with the words that speak for it, its own name first, then the names of those whose place it took: what a model
    /// learns from before there is anything else. Public.
    pub fn words(&self) -> impl Iterator<Item = (&MatterKind, Vec<&str>)> {
        self.kinds.iter().enumerate().filter(|(_, kind)| kind.in_force).map(|(at, kind)| {
            let mut words = vec![kind.label.zh.as_str()];
            let ended = self.kinds.iter().zip(&self.stands).filter(|(other, stands)| **stands == Some(at) && other.code != kind.code);
            words.extend(ended.map(|(other, _)| other.label.zh.as_str()));
            words.extend(self.rules.words_of(at));
            (kind, words)
        })
    }

    /// Kinds whose unit is unknown: `init` and `serve` refuse a county that has units and lacks one of these.
    pub fn without_unit(&self, unit_exists: impl Fn(&UnitCode) -> bool) -> Vec<&MatterKind> {
        self.kinds.iter().filter(|kind| !unit_exists(&kind.unit)).collect()
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;

    #[test]
    fn codes_survive_their_text_form() {
        assert!(CaseType::ALL.into_iter().all(|it| CaseType::from_code(it.code()) == Some(it)));
        assert!(Complexity::ALL.into_iter().all(|it| Complexity::from_code(it.code()) == Some(it)));
        assert!(Emergency::ALL.into_iter().all(|it| Emergency::from_code(it.code()) == Some(it)));
        assert!(Emergency::ALL.is_sorted(), "shown in the order of the enum");
        for case_type in CaseType::ALL {
            assert_eq!(serde_json::to_value(case_type).unwrap(), case_type.code(), "serde and code() agree");
        }
        for emergency in Emergency::ALL {
            assert_eq!(serde_json::to_value(emergency).unwrap(), emergency.code(), "serde and code() agree");
        }
    }

    #[test]
    fn the_embedded_catalogue_is_whole() {
        let catalogue = Catalogue::embedded().unwrap();
        assert_eq!(catalogue.categories().len(), 15, "the first level of domain appendix A");
        assert_eq!(catalogue.kinds().len(), 30);
        assert!(catalogue.kinds().iter().all(|kind| catalogue.category(&kind.category).is_some()));
        let other = catalogue.kind(&"other".parse().unwrap()).unwrap();
        assert_eq!(other.label.in_(Locale::En), "Something else");
    }

    #[test]
    fn every_kind_has_a_unit_in_the_demo_county() {
        let county: places::CountyFile = include_str!("../../../../../demo/county.toml").parse().unwrap();
        let catalogue = Catalogue::embedded().unwrap();
        let missing = catalogue.without_unit(|unit| county.units.iter().any(|known| known.code == *unit));
        assert!(missing.is_empty(), "{missing:?}");
        assert_eq!(catalogue.without_unit(|_| false).len(), 30);
    }
}
