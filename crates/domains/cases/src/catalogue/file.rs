//! Reading `catalogue.toml`. A file with mistakes is refused with all of them.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use kernel::{KindCode, UnitCode};
use serde::Deserialize;

use super::suggest::Rules;
use super::{CaseType, Catalogue, Category, Complexity, Emergency, Label, MatterKind};

/// Why a catalogue cannot be taken.
#[derive(Debug, thiserror::Error)]
pub enum CatalogueError {
    /// Not TOML, or a key is missing, unknown or of another type; the message names the line.
    #[error("the catalogue cannot be read: {0}")]
    Syntax(#[from] toml::de::Error),
    /// It can be read, but contradicts itself.
    #[error("{0}")]
    Faults(Faults),
}

/// Every fault of a catalogue, in the order of the checks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Faults(pub Vec<Fault>);

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the catalogue has {} fault(s)", self.0.len())?;
        self.0.iter().try_for_each(|fault| write!(f, "\n{fault}"))
    }
}

/// One fault, and the entry that has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The entry: `kind lift`.
    pub entry: String,
    /// What is wrong.
    pub what: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.entry, self.what)
    }
}

/// The heaviest weight of a phrase; the scale is at the head of the file.
const HEAVIEST: u8 = 10;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCatalogue {
    edition: String,
    first: Vec<RawFirst>,
    kind: Vec<RawKind>,
    cue: Vec<RawCue>,
    emergency: Vec<RawEmergency>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFirst {
    code: KindCode,
    label: Label,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawKind {
    code: KindCode,
    first: KindCode,
    label: Label,
    case_type: CaseType,
    unit: UnitCode,
    complexity: Complexity,
    public_space: bool,
    words: Vec<(String, u8)>,
    #[serde(default)]
    urgent: Vec<String>,
    basis: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCue {
    case_type: CaseType,
    words: Vec<(String, u8)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawEmergency {
    code: Emergency,
    call: Vec<String>,
    words: Vec<String>,
}

impl FromStr for Catalogue {
    type Err = CatalogueError;

    /// Reads and checks a catalogue.
    fn from_str(text: &str) -> Result<Self, CatalogueError> {
        let raw: RawCatalogue = toml::from_str(text)?;
        let mut check = Check(Vec::new());
        let catalogue = check.catalogue(raw);
        if check.0.is_empty() { Ok(catalogue) } else { Err(CatalogueError::Faults(Faults(check.0))) }
    }
}

/// Builds the catalogue and collects what is wrong with it.
struct Check(Vec<Fault>);

impl Check {
    fn fault(&mut self, entry: &str, what: impl Into<String>) {
        self.0.push(Fault { entry: entry.to_owned(), what: what.into() });
    }

    fn catalogue(&mut self, raw: RawCatalogue) -> Catalogue {
        let mut rules = Rules::new();
        let mut seen = BTreeSet::new();
        let categories: Vec<Category> =
            raw.first.into_iter().map(|first| Category { code: first.code, label: first.label, in_force: true }).collect();
        for category in &categories {
            let entry = format!("first {}", category.code);
            self.label(&entry, &category.label);
            if !seen.insert(category.code.clone()) {
                self.fault(&entry, "its code stands twice");
            }
        }
        let categories_seen = std::mem::take(&mut seen);
        let mut kinds = Vec::with_capacity(raw.kind.len());
        for (place, kind) in raw.kind.into_iter().enumerate() {
            let entry = format!("kind {}", kind.code);
            self.label(&entry, &kind.label);
            if !seen.insert(kind.code.clone()) {
                self.fault(&entry, "its code stands twice");
            }
            if !categories_seen.contains(&kind.first) {
                self.fault(&entry, format!("its category {} is nowhere in the file", kind.first));
            }
            if kind.basis.trim().is_empty() {
                self.fault(&entry, "has no basis");
            }
            self.words(&entry, kind.words, |word, weight| rules.add_kind_word(word, place, weight));
            self.words(&entry, unweighted(kind.urgent), |word, _| rules.add_urgent_word(word, place));
            kinds.push(MatterKind {
                code: kind.code,
                category: kind.first,
                label: kind.label,
                case_type: kind.case_type,
                unit: kind.unit,
                complexity: kind.complexity,
                public_space: kind.public_space,
                basis: kind.basis,
                former: Vec::new(),
                in_force: true,
                wider_since: None,
            });
        }
        for cue in raw.cue {
            let entry = format!("cue {}", cue.case_type.code());
            self.words(&entry, cue.words, |word, weight| rules.add_cue(word, cue.case_type, weight));
        }
        let mut emergencies = BTreeSet::new();
        for emergency in raw.emergency {
            let entry = format!("emergency {}", emergency.code.code());
            if !emergencies.insert(emergency.code) {
                self.fault(&entry, "stands twice");
            }
            if emergency.call.is_empty()
                || emergency.call.iter().any(|number| kernel::text::phone(number).is_none() && !is_short_number(number))
            {
                self.fault(&entry, "has no number to call, or one that is none");
            }
            self.words(&entry, unweighted(emergency.words), |word, _| rules.add_emergency_word(word, emergency.code));
            rules.set_call(emergency.code, emergency.call);
        }
        // Decisions 5: words of self-harm show a human at once. A catalogue without them is not one we may use.
        if !emergencies.contains(&Emergency::SelfHarm) {
            self.fault("emergency self_harm", "is missing");
        }
        let stands = (0..kinds.len()).map(Some).collect();
        Catalogue { edition: raw.edition, categories, kinds, rules, stands }
    }

    fn label(&mut self, entry: &str, label: &Label) {
        if [&label.zh, &label.en].into_iter().any(|text| kernel::text::check(text, 100).is_err()) {
            self.fault(entry, "a label is empty, longer than 100 characters, or has control characters");
        }
    }

    /// Gives each word to `add`, which says whether it is new in its list.
    fn words(&mut self, entry: &str, words: Vec<(String, u8)>, mut add: impl FnMut(&str, u8) -> Option<Added>) {
        for (word, weight) in words {
            if !(1..=HEAVIEST).contains(&weight) {
                self.fault(entry, format!("the weight of {word} is not 1 to {HEAVIEST}"));
            }
            match add(&word, weight) {
                Some(Added::New) => {}
                Some(Added::Twice) => self.fault(entry, format!("{word} stands twice")),
                None => self.fault(entry, format!("{word:?} is no word")),
            }
        }
    }
}

/// Whether a list had the word already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Added {
    New,
    Twice,
}

fn unweighted(words: Vec<String>) -> Vec<(String, u8)> {
    words.into_iter().map(|word| (word, 1)).collect()
}

/// 110, 119, 120, 122: three digits.
fn is_short_number(text: &str) -> bool {
    text.len() == 3 && text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
#[expect(clippy::unwrap_used, clippy::panic, reason = "tests fail loudly")]
mod tests {
    use super::*;
    use crate::catalogue::EMBEDDED;

    /// What the checks say about the shipped catalogue with `from` replaced by `to`.
    fn spoilt(from: &str, to: &str) -> Vec<String> {
        assert!(EMBEDDED.contains(from), "{from:?} is not in the catalogue");
        match EMBEDDED.replacen(from, to, 1).parse::<Catalogue>() {
            Err(CatalogueError::Faults(Faults(faults))) => faults.iter().map(ToString::to_string).collect(),
            Err(CatalogueError::Syntax(error)) => panic!("{error}"),
            Ok(_) => panic!("the catalogue was taken"),
        }
    }

    #[test]
    fn contradictions_are_told() {
        assert_eq!(spoilt("first = \"health\"", "first = \"helth\""), ["kind hospital: its category helth is nowhere in the file"]);
        assert_eq!(spoilt("[\"电梯\", 8]", "[\"电梯\", 88]"), ["kind lift: the weight of 电梯 is not 1 to 10"]);
        assert_eq!(spoilt("[\"电梯\", 8]", "[\"电梯\", 8], [\"电 梯\", 3]"), ["kind lift: 电 梯 stands twice"]);
        assert_eq!(spoilt("[\"电梯\", 8]", "[\" \", 8]"), ["kind lift: \" \" is no word"]);
        assert_eq!(spoilt("call = [\"119\"]", "call = []"), ["emergency fire: has no number to call, or one that is none"]);
    }

    #[test]
    fn a_catalogue_without_words_of_self_harm_is_refused() {
        let faults = spoilt("code = \"self_harm\"", "code = \"fire\"");
        assert!(faults.contains(&"emergency self_harm: is missing".to_owned()), "{faults:?}");
    }

    #[test]
    fn an_unknown_case_type_is_named_with_its_line() {
        let error = EMBEDDED.replacen("case_type = \"help\"", "case_type = \"halp\"", 1).parse::<Catalogue>().unwrap_err();
        assert!(matches!(&error, CatalogueError::Syntax(_)) && error.to_string().contains("halp"), "{error}");
    }
}
