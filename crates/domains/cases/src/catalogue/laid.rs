//! The catalogue of a day: what ships with the program, with the county's decisions laid over it (decisions 3). Names, ends, units and kinds
//! of its own come from the register; the words that suggest what ships stay those of the file.

use kernel::{KindCode, UnitCode};
use places::{CaseKind, OpenedKind, Register, SecondLevel, Validity};

use super::{CaseType, Catalogue, Category, Complexity, Label, MatterKind};

/// What a word of a kind that the county opened weighs: it decides almost alone, as the head of the file has it. Whoever opens a kind
/// names the words that mean it, and gives no weights.
const OPENED_WORD: u8 = 5;

fn label(kind: &CaseKind) -> Label {
    Label { zh: kind.name.clone(), en: kind.name_en.clone() }
}

/// The unit that new matters go to: the one that is named, or whatever has taken its place.
fn unit_now(unit: &UnitCode, register: &Register) -> UnitCode {
    register.unit_in_force(unit).map_or_else(|| unit.clone(), |unit| unit.code.clone())
}

impl MatterKind {
    /// A kind that ships, as the county has it now.
    fn decided(&self, known: &CaseKind, register: &Register) -> Self {
        let Some(second) = &known.second else { return self.clone() };
        if let Some(kind) = second.opened.as_ref().and_then(|opened| Self::opened(known, second, opened, register)) {
            return kind;
        }
        Self {
            label: label(known),
            unit: unit_now(&second.unit, register),
            former: second.former.clone(),
            in_force: known.validity.covers(register.day()),
            ..self.clone()
        }
    }

    /// A kind that the county opened; `None` where a stored word is none of ours, which reading the rows rules out.
    fn opened(known: &CaseKind, second: &SecondLevel, opened: &OpenedKind, register: &Register) -> Option<Self> {
        Some(Self {
            code: known.code.clone(),
            category: second.first.clone(),
            label: label(known),
            case_type: CaseType::from_code(&opened.case_type)?,
            unit: unit_now(&second.unit, register),
            complexity: Complexity::from_code(&opened.complexity)?,
            public_space: opened.public_space,
            basis: opened.basis.clone(),
            former: second.former.clone(),
            in_force: known.validity.covers(register.day()),
            wider_since: known.validity.from,
        })
    }
}

impl Catalogue {
    /// Its categories and kinds as the register takes them in, with nothing decided about them.
    pub fn shipped_kinds(&self) -> Vec<CaseKind> {
        let kind = |code: &KindCode, label: &Label, second| CaseKind {
            code: code.clone(),
            name: label.zh.clone(),
            name_en: label.en.clone(),
            second,
            validity: Validity::open(),
            decided: false,
        };
        let categories = self.categories.iter().map(|category| kind(&category.code, &category.label, None));
        let kinds = self.kinds.iter().map(|own| {
            let second = SecondLevel { first: own.category.clone(), unit: own.unit.clone(), former: Vec::new(), opened: None };
            kind(&own.code, &own.label, Some(second))
        });
        categories.chain(kinds).collect()
    }

    /// This catalogue with the decisions of `register` laid over it. What is closed stays, for the matters of its time; its words speak for
    /// what has taken its place. A register that knows nothing of kinds changes nothing.
    #[must_use]
    pub fn laid_over(&self, register: &Register) -> Self {
        let day = register.day();
        let category = |own: &Category| match register.category(&own.code) {
            Some(known) => Category { label: label(known), in_force: known.validity.covers(day), ..own.clone() },
            None => own.clone(),
        };
        let kind = |own: &MatterKind| register.kind(&own.code).map_or_else(|| own.clone(), |known| own.decided(known, register));
        let mut kinds: Vec<MatterKind> = self.kinds.iter().map(kind).collect();
        let mut rules = self.rules.clone();
        for known in register.kinds() {
            let Some((second, opened)) = known.second.as_ref().and_then(|second| Some((second, second.opened.as_ref()?))) else { continue };
            let Some(kind) = MatterKind::opened(known, second, opened, register) else { continue };
            let place = kinds.iter().position(|own| own.code == known.code).unwrap_or_else(|| {
                kinds.push(kind);
                kinds.len() - 1
            });
            // A word that the file has for it already keeps its weight there.
            for word in std::iter::once(&known.name).chain(&opened.words) {
                rules.add_kind_word(word, place, OPENED_WORD);
            }
        }
        let stands: Vec<Option<usize>> = kinds
            .iter()
            .enumerate()
            .map(|(place, kind)| {
                if register.kind(&kind.code).is_none() {
                    return Some(place);
                }
                let standing = register.kind_in_force(&kind.code)?;
                kinds.iter().position(|other| other.code == standing.code)
            })
            .collect();
        for (place, standing) in stands.iter().enumerate() {
            let ended = kinds.get(place).and_then(|kind| register.kind(&kind.code)).and_then(|known| known.validity.until);
            let Some(kind) = standing.filter(|standing| *standing != place).and_then(|standing| kinds.get_mut(standing)) else { continue };
            kind.wider_since = kind.wider_since.max(ended);
        }
        rules.stand_for(&stands);
        let categories = self.categories.iter().map(category).collect();
        Self { edition: self.edition.clone(), categories, kinds, rules, stands }
    }

    /// The kinds that may be chosen, grouped by category.
    pub fn kinds_in_force(&self) -> impl Iterator<Item = &MatterKind> {
        self.categories.iter().flat_map(|category| self.kinds.iter().filter(|kind| kind.in_force && kind.category == category.code))
    }

    /// The kind that stands for `code`: itself, or whatever has taken its place. New matters are of that kind.
    pub fn stands_for(&self, code: &KindCode) -> Option<&MatterKind> {
        let place = self.kinds.iter().position(|kind| kind.code == *code)?;
        self.kinds.get((*self.stands.get(place)?)?)
    }

    /// Whether `code` is a kind that may be chosen.
    pub fn is_in_force(&self, code: &KindCode) -> bool {
        self.kind(code).is_some_and(|kind| kind.in_force)
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use jiff::civil::{Date, date};
    use places::{Amendment, Holdings, KindHoldings};

    use super::*;

    const DAY: Date = date(2027, 1, 1);

    fn code(text: &str) -> KindCode {
        text.parse().unwrap()
    }

    /// The demo county on `day`, with decisions about kinds in its tables.
    fn register(day: Date, decide: impl FnOnce(&mut KindHoldings)) -> Register {
        let file: places::CountyFile = include_str!("../../../../../demo/county.toml").parse().unwrap();
        let mut kinds = KindHoldings { shipped: std::sync::Arc::new(shipped().shipped_kinds()), ..KindHoldings::default() };
        decide(&mut kinds);
        Register::on(day, Holdings { kinds, ..file.into() })
    }

    fn shipped() -> Catalogue {
        Catalogue::embedded().unwrap()
    }

    fn lamps_end(kinds: &mut KindHoldings) {
        kinds.ends = vec![places::KindEnd {
            level: places::KindLevel::Second,
            code: code("street_lamp"),
            until: DAY,
            successor: code("road_drainage"),
        }];
    }

    #[test]
    fn where_nothing_was_decided_nothing_changes() {
        let (shipped, laid) = (shipped(), shipped().laid_over(&register(DAY, |_| {})));
        assert_eq!((laid.kinds(), laid.categories()), (shipped.kinds(), shipped.categories()));
        assert_eq!(laid.suggest(None, "小区门口路灯不亮"), shipped.suggest(None, "小区门口路灯不亮"));
    }

    #[test]
    fn the_words_of_a_closed_kind_speak_for_its_successor() {
        let text = "小区门口路灯不亮";
        let (before, after) = (date(2026, 12, 31), DAY);
        let first = |day| shipped().laid_over(&register(day, lamps_end)).suggest(None, text).kinds.first().unwrap().code.clone();
        assert_eq!((first(before), first(after)), (code("street_lamp"), code("road_drainage")));
        let laid = shipped().laid_over(&register(after, lamps_end));
        assert!(!laid.is_in_force(&code("street_lamp")) && laid.kinds_in_force().all(|kind| kind.code != code("street_lamp")));
        assert_eq!(
            laid.kind(&code("street_lamp")).unwrap().label.zh,
            shipped().kind(&code("street_lamp")).unwrap().label.zh,
            "old matters"
        );
        assert_eq!(laid.stands_for(&code("street_lamp")).unwrap().code, code("road_drainage"));
        assert_eq!(laid.kind(&code("road_drainage")).unwrap().wider_since, Some(after), "what it was measured by is no more");
        assert!(laid.words().all(|(kind, _)| kind.code != code("street_lamp")));
        let learned = laid.words().find(|(kind, _)| kind.code == code("road_drainage")).unwrap().1;
        assert!(learned.contains(&"路灯"));
    }

    #[test]
    fn a_kind_that_the_county_opened_is_suggested_by_its_words() {
        let opened = |kinds: &mut KindHoldings| {
            let amendment: Amendment = serde_json::from_value(serde_json::json!({
                "what": "open_kind", "code": "chargers", "first": "traffic", "name": "充电桩", "name_en": "Chargers", "unit": "housing",
                "case_type": "complaint", "complexity": "general", "public_space": true, "basis": "县政府职责分工", "words": ["充不上电"],
            }))
            .unwrap();
            kinds.opened = vec![amendment.opened_kind(DAY).unwrap()];
        };
        let laid = shipped().laid_over(&register(DAY, opened));
        let found = laid.suggest(None, "楼下充不上电");
        assert_eq!((found.kinds.first().unwrap().code.clone(), found.case_type), (code("chargers"), CaseType::Complaint));
        assert_eq!(laid.kind(&code("chargers")).unwrap().wider_since, Some(DAY));
        let eve = shipped().laid_over(&register(date(2026, 12, 31), opened));
        assert!(!eve.is_in_force(&code("chargers")) && eve.suggest(None, "楼下充不上电").kinds.is_empty(), "not before its day");
    }

    #[test]
    fn a_kind_goes_to_the_unit_that_stands_for_the_one_it_names() {
        let lamps = |laid: &Catalogue| laid.kind(&code("street_lamp")).unwrap().clone();
        let other = |kinds: &mut KindHoldings| {
            kinds.units = vec![places::KindUnit { code: code("street_lamp"), from: DAY, unit: "housing".parse().unwrap() }];
        };
        let laid = shipped().laid_over(&register(DAY, other));
        assert_eq!((lamps(&laid).unit.as_str(), lamps(&laid).former), ("housing", vec![lamps(&shipped()).unit]));
        let mut file: places::CountyFile = include_str!("../../../../../demo/county.toml").parse().unwrap();
        let old = file.units.iter_mut().find(|unit| unit.code == lamps(&shipped()).unit).unwrap();
        old.validity = Validity { from: None, until: Some(DAY), successor: Some("housing".parse().unwrap()) };
        let kinds = KindHoldings { shipped: std::sync::Arc::new(shipped().shipped_kinds()), ..KindHoldings::default() };
        let merged = Register::on(DAY, Holdings { kinds, ..file.into() });
        assert_eq!(lamps(&shipped().laid_over(&merged)).unit.as_str(), "housing", "a closed unit's kinds are its successor's");
    }

    #[test]
    fn the_words_that_a_register_takes_are_ours() {
        assert_eq!(CaseType::ALL.map(CaseType::code), places::CASE_TYPES);
        assert_eq!(Complexity::ALL.map(Complexity::code), places::COMPLEXITIES);
    }
}
