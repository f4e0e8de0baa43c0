//! What the catalogue's rules, a learned model and past dispatches say together. Pure: the same for the same arguments.

use std::ops::Range;

use kernel::{KindCode, UnitCode};
use places::Register;
use text::Guess;

use crate::catalogue::{Catalogue, Confidence, Field, MatterKind, Suggestion};

/// Proposals of each sort at most (domain 4.1, row 2).
pub(crate) const TOP: usize = 3;
/// With so many sorted messages of its own a model weighs as much as the rules. Few, because a model is made from a hundred on, and
/// must then outweigh the rules: else what people corrected before the training would come back with it.
const EVEN_AT: f32 = 25.0;
/// A model that weighs less has no say in the reasons that are shown.
const SPEAKS_FROM: f32 = 0.2;
/// What the catalogue's own unit weighs beside past cases.
const CATALOGUE: f32 = 3.0;
/// What the unit weighs that the last return names.
const NAMED: f32 = 6.0;
/// What is left of a unit that gave this very case back.
const GAVE_BACK: f32 = 0.1;
/// What a return of a like case takes away.
const RETURNED: f32 = 2.0;
/// What is always left of the catalogue's unit: it is the rule.
const RULE_LEFT: f32 = 0.3;

/// A word of the text that speaks for a kind.
#[derive(Debug, Clone, PartialEq)]
pub struct Reason {
    /// Where it stands.
    pub field: Field,
    /// In bytes of that field, on character boundaries.
    pub range: Range<usize>,
    /// The word.
    pub word: String,
    /// Its part of the reasons for this kind, 0 to 1.
    pub part: f32,
}

/// A proposed kind.
#[derive(Debug, Clone, PartialEq)]
pub struct Weighed {
    /// The kind.
    pub code: KindCode,
    /// What speaks for it among all kinds, 0 to 1.
    pub share: f32,
    /// The words, the heaviest first.
    pub reasons: Vec<Reason>,
}

/// What is proposed for one text.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    /// The rules' own answer: what the speaker wants, dangers, the urgent lane.
    pub rules: Suggestion,
    /// At most three kinds, the likeliest first.
    pub kinds: Vec<Weighed>,
    /// How far the first is to be trusted; [`Confidence::None`] is an honest 不确定.
    pub sure: Confidence,
    /// Corrections of people had the last word.
    pub corrected: bool,
}

/// How much the model weighs beside the rules, 0 to 1. It earns its weight by messages of the site; a correction of a text like this
/// one counts at once; where the rules are silent it speaks alone.
#[expect(clippy::cast_precision_loss, reason = "a weight by a count")]
fn weight(guess: &Guess, taught: u64, silent: bool) -> f32 {
    if silent {
        return 1.0;
    }
    let earned = taught as f32 / (taught as f32 + EVEN_AT);
    let told = 1.0 - guess.corrected;
    1.0 - (1.0 - earned) * told * told
}

/// What rules and model say together. `taught` is how many messages of the site the model has learned from.
pub fn offer(catalogue: &Catalogue, rules: Suggestion, guess: Option<&Guess>, taught: u64) -> Offer {
    let silent = rules.kinds.is_empty();
    let by = guess.map_or(0.0, |guess| weight(guess, taught, silent));
    let mut kinds: Vec<Weighed> = Vec::new();
    for ranked in &rules.kinds {
        let all: u32 = ranked.evidence.iter().map(|word| word.weight).sum();
        let reasons = ranked.evidence.iter().map(|word| Reason {
            field: word.field,
            range: word.start..word.end,
            word: word.word.clone(),
            part: (1.0 - by) * ratio(word.weight, all),
        });
        kinds.push(Weighed { code: ranked.code.clone(), share: (1.0 - by) * f32::from(ranked.share) / 100.0, reasons: reasons.collect() });
    }
    // A model may have learned a kind that was closed since: what speaks for that, speaks for what stands for it.
    for choice in guess.into_iter().flat_map(|guess| &guess.top).filter(|_| by > 0.0) {
        let Some(kind) = choice.path.last().and_then(|code| code.parse().ok()).and_then(|code| catalogue.stands_for(&code)) else {
            continue;
        };
        let at = kinds.iter().position(|known| known.code == kind.code).unwrap_or_else(|| {
            kinds.push(Weighed { code: kind.code.clone(), share: 0.0, reasons: Vec::new() });
            kinds.len() - 1
        });
        let Some(known) = kinds.get_mut(at) else { continue };
        known.share += by * choice.p;
        let all: f32 = choice.evidence.iter().map(|word| word.weight).sum();
        for word in choice.evidence.iter().filter(|_| by >= SPEAKS_FROM && all > 0.0) {
            let field = match word.field {
                text::Field::Title => Field::Title,
                text::Field::Body => Field::Text,
            };
            let part = by * word.weight / all;
            match known.reasons.iter_mut().find(|reason| reason.field == field && reason.range == word.bytes) {
                Some(reason) => reason.part += part,
                None => known.reasons.push(Reason { field, range: word.bytes.clone(), word: word.word.clone(), part }),
            }
        }
    }
    // Equal shares keep the rules' order: the sort is stable.
    kinds.sort_by(|a, b| b.share.total_cmp(&a.share));
    kinds.truncate(TOP);
    if by > 0.0 {
        for kind in &mut kinds {
            kind.reasons.sort_by(|a, b| b.part.total_cmp(&a.part));
        }
    }
    let corrected = guess.is_some_and(|guess| guess.corrected >= 0.3);
    let sure = if by > 0.0 { sureness(kinds.first(), guess, silent) } else { rules.confidence() };
    Offer { rules, kinds, sure, corrected }
}

/// A model's first guess is called unsure by itself; below a third of all weight a mixture is no advice either.
fn sureness(first: Option<&Weighed>, guess: Option<&Guess>, silent: bool) -> Confidence {
    let unsure = silent && guess.is_none_or(|guess| guess.unsure && guess.corrected < 0.5);
    match first.map_or(0.0, |first| first.share) {
        _ if unsure => Confidence::None,
        0.8.. => Confidence::High,
        0.5.. => Confidence::Medium,
        0.3.. => Confidence::Low,
        _ => Confidence::None,
    }
}

#[expect(clippy::cast_precision_loss, reason = "weights of phrases are small")]
fn ratio(part: u32, whole: u32) -> f32 {
    part as f32 / whole.max(1) as f32
}

/// What a unit did with cases of one kind before.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Past {
    /// Cases it took on.
    pub kept: u32,
    /// Those of them in the same area.
    pub kept_here: u32,
    /// Cases it gave back.
    pub returned: u32,
}

/// Who gave this case back, and whom they named instead.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GivenBack {
    /// Units that gave it back.
    pub by: Vec<UnitCode>,
    /// The unit that the last return names.
    pub named: Option<UnitCode>,
}

/// A proposed unit.
#[derive(Debug, Clone, PartialEq)]
pub struct UnitOffer<'a> {
    /// The unit; never a closed one.
    pub unit: UnitCode,
    /// What speaks for it among all units, 0 to 1.
    pub share: f32,
    /// The kind that speaks most for it.
    pub kind: &'a MatterKind,
    /// The catalogue gives it that kind.
    pub by_rule: bool,
    /// What it did with that kind before.
    pub past: Past,
    /// It gave this very case back.
    pub gave_back: bool,
    /// The last return names it.
    pub named: bool,
}

/// The units for these kinds, the likeliest first. `past` tells, for a kind, the units that had such cases.
pub fn units<'a>(
    register: &Register,
    kinds: &[(&'a MatterKind, f32)],
    past: impl Fn(&KindCode) -> Vec<(UnitCode, Past)>,
    back: &GivenBack,
) -> Vec<UnitOffer<'a>> {
    let mut offers: Vec<UnitOffer<'a>> = Vec::new();
    // What speaks most for a unit so far; its kind is the one that is named.
    let mut best: Vec<f32> = Vec::new();
    for &(kind, share) in kinds {
        // Who handled such matters by the catalogue before has its past by the catalogue, not by its work.
        let mut before = past(&kind.code);
        before.retain(|(unit, _)| !kind.former.contains(unit));
        let of = |unit: &UnitCode| before.iter().find(|(known, _)| known == unit).map(|(_, past)| *past).unwrap_or_default();
        let mut codes = vec![kind.unit.clone()];
        codes.extend(before.iter().map(|(unit, _)| unit.clone()));
        codes.extend(back.named.clone());
        // A closed unit stands as its successor: nothing new goes to it.
        let mut codes: Vec<UnitCode> = codes.iter().filter_map(|code| Some(register.unit_in_force(code)?.code.clone())).collect();
        let by_rule = register.unit_in_force(&kind.unit).map(|unit| unit.code.clone());
        let mut seen = Vec::new();
        codes.retain(|code| {
            !seen.contains(code) && {
                seen.push(code.clone());
                true
            }
        });
        let weights: Vec<f32> = codes.iter().map(|code| unit_weight(by_rule.as_ref() == Some(code), of(code), code, back)).collect();
        let all: f32 = weights.iter().sum();
        for (code, weight) in codes.into_iter().zip(weights).filter(|(_, weight)| *weight > 0.0) {
            let own = share * weight / all;
            let (past, gave_back, named) = (of(&code), back.by.contains(&code), back.named.as_ref() == Some(&code));
            let rule = by_rule.as_ref() == Some(&code);
            let new = UnitOffer { unit: code, share: own, kind, by_rule: rule, past, gave_back, named };
            match offers.iter().position(|known| known.unit == new.unit) {
                None => {
                    offers.push(new);
                    best.push(own);
                }
                Some(at) => {
                    if let (Some(known), Some(best)) = (offers.get_mut(at), best.get_mut(at)) {
                        let sum = known.share + own;
                        if own > *best {
                            *best = own;
                            *known = new;
                        }
                        known.share = sum.min(1.0);
                    }
                }
            }
        }
    }
    offers.sort_by(|a, b| b.share.total_cmp(&a.share));
    offers.truncate(TOP);
    offers
}

#[expect(clippy::cast_precision_loss, reason = "a weight by counts")]
fn unit_weight(by_rule: bool, past: Past, unit: &UnitCode, back: &GivenBack) -> f32 {
    let (rule, least) = if by_rule { (CATALOGUE, RULE_LEFT) } else { (0.0, 0.0) };
    let own = (rule + past.kept as f32 + past.kept_here as f32 - RETURNED * past.returned as f32).max(least);
    let own = if back.named.as_ref() == Some(unit) { own + NAMED } else { own };
    if back.by.contains(unit) { own * GAVE_BACK } else { own }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use text::Choice;

    use super::*;

    fn guess(p: &[(&str, &str, f32)], corrected: f32) -> Guess {
        let top = p
            .iter()
            .map(|(first, kind, p)| Choice { path: vec![(*first).to_owned(), (*kind).to_owned()], p: *p, evidence: Vec::new() })
            .collect::<Vec<_>>();
        Guess { unsure: top.first().is_none_or(|choice| choice.p < 0.5), top, corrected }
    }

    fn register() -> Register {
        let county: places::CountyFile = include_str!("../../../../../demo/county.toml").parse().unwrap();
        Register::on("2026-11-23".parse().unwrap(), county.into())
    }

    #[test]
    fn without_a_model_the_rules_stand_as_they_are() {
        let catalogue = Catalogue::embedded().unwrap();
        let rules = catalogue.suggest(None, "小区门口路灯不亮");
        let first = rules.kinds[0].clone();
        let offer = offer(&catalogue, rules.clone(), None, 0);
        assert_eq!((&offer.kinds[0].code, offer.sure), (&first.code, rules.confidence()));
        assert!((offer.kinds[0].share - f32::from(first.share) / 100.0).abs() < 1e-6);
        let untaught = guess(&[("other", "other", 0.9)], 0.0);
        assert_eq!(super::offer(&catalogue, rules, Some(&untaught), 0).kinds[0].code, first.code, "a catalogue's model knows no more");
    }

    #[test]
    fn a_correction_outweighs_the_rules_and_a_hint_of_one_does_not() {
        let catalogue = Catalogue::embedded().unwrap();
        let rules = catalogue.suggest(None, "小区门口路灯不亮");
        let (was, other) = (rules.kinds[0].code.clone(), catalogue.kind(&"other".parse().unwrap()).unwrap());
        let told = |corrected| {
            let guess = guess(&[(other.category.as_str(), "other", 0.5)], corrected);
            offer(&catalogue, rules.clone(), Some(&guess), 0)
        };
        assert_eq!(told(1.0).kinds[0].code, other.code);
        assert!(told(1.0).corrected);
        assert_eq!(told(0.1).kinds[0].code, was);
    }

    #[test]
    fn where_nothing_is_known_it_says_so() {
        let catalogue = Catalogue::embedded().unwrap();
        let rules = catalogue.suggest(None, "嗯");
        assert!(rules.kinds.is_empty());
        let lost = guess(&[("other", "other", 0.2)], 0.0);
        assert_eq!(offer(&catalogue, rules.clone(), Some(&lost), 0).sure, Confidence::None);
        let found = guess(&[("other", "other", 0.9)], 0.0);
        assert_eq!(offer(&catalogue, rules, Some(&found), 900).sure, Confidence::High);
    }

    #[test]
    fn a_unit_that_keeps_giving_back_steps_behind_the_one_that_keeps() {
        let (catalogue, register) = (Catalogue::embedded().unwrap(), register());
        let kind = &catalogue.kinds()[0];
        let rule = kind.unit.clone();
        let other = register.units_in_force().find(|unit| unit.code != rule).unwrap().code.clone();
        let alone = units(&register, &[(kind, 0.8)], |_| Vec::new(), &GivenBack::default());
        assert_eq!((alone.len(), &alone[0].unit, alone[0].by_rule), (1, &rule, true));
        assert!((alone[0].share - 0.8).abs() < 1e-6);
        let past = |_: &KindCode| {
            vec![(rule.clone(), Past { returned: 4, ..Past::default() }), (other.clone(), Past { kept: 6, kept_here: 2, returned: 0 })]
        };
        let learned = units(&register, &[(kind, 0.8)], past, &GivenBack::default());
        assert_eq!((&learned[0].unit, learned[0].past.kept, learned[1].past.returned), (&other, 6, 4));
        let back = GivenBack { by: vec![rule.clone()], named: Some(other.clone()) };
        let after = units(&register, &[(kind, 0.8)], |_| Vec::new(), &back);
        assert!(after[0].unit == other && after[0].named && after[1].gave_back, "{after:?}");
    }
}
