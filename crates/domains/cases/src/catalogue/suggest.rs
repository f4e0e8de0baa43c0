//! What a text seems to be about. Plain rules over listed phrases: no learning, no probability, and silence when
//! nothing is known. The phrases that decided are part of the answer.

use kernel::KindCode;
use serde::{Deserialize, Serialize};

use super::file::Added;
use super::phrases::{Folded, Hit, PhraseId, Phrases};
use super::{CaseType, Catalogue, Emergency};

/// How many kinds are proposed at most (domain 4.1, row 2).
const TOP: usize = 3;
/// Below this sum a kind is not proposed: one hint is no reason.
const LEAST: u32 = 2;
/// What the usual type of the first kind weighs against the cues of the text: as much as a phrase that supports.
const USUAL_TYPE: u32 = 2;
/// How often a phrase counts when it stands in the title.
const IN_TITLE: u32 = 2;

/// What the rules make of one text. It proposes; a dispatcher decides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggestion {
    /// At most three kinds, the heaviest first. Empty: no idea.
    pub kinds: Vec<Ranked>,
    /// What the speaker seems to want; [`CaseType::Other`] when neither words nor kind say anything.
    pub case_type: CaseType,
    /// Why it belongs into the urgent lane (dispatch in 30 minutes), if it does; any emergency is such a reason.
    pub urgent: Option<Urgent>,
    /// Dangers that are named, the gravest first. Each shows its numbers to call; they block nobody.
    pub emergencies: Vec<EmergencyFound>,
}

impl Suggestion {
    /// How far the first kind is to be trusted.
    pub fn confidence(&self) -> Confidence {
        self.kinds.first().map_or(Confidence::None, Ranked::confidence)
    }

    /// The gravest danger that is named.
    pub fn emergency(&self) -> Option<Emergency> {
        self.emergencies.first().map(|found| found.emergency)
    }
}

/// A proposed kind and its reasons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ranked {
    /// The kind.
    pub code: KindCode,
    /// The sum of the weights of its phrases.
    pub weight: u32,
    /// Its part of the weight that all kinds together have in this text, in percent. A share of rule weight, not
    /// a probability: show it as an order, and say so.
    pub share: u8,
    /// The phrases that speak for it, in the order of the text.
    pub evidence: Vec<Evidence>,
}

impl Ranked {
    /// High: a phrase or two that decide, and most of the weight. Low: a hint, or one of many.
    fn confidence(&self) -> Confidence {
        match (self.weight, self.share) {
            (8.., 60..) => Confidence::High,
            (0..4, _) | (_, 0..35) => Confidence::Low,
            (4.., 35..) => Confidence::Medium,
        }
    }
}

/// 把握: a word for dispatchers in place of a number that would look like a probability.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// Nothing was found.
    None,
    /// 把握低.
    Low,
    /// 把握中.
    Medium,
    /// 把握高.
    High,
}

/// Which of the two texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The title.
    Title,
    /// The text.
    Text,
}

/// A phrase and where it was found first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// The title if the phrase stands there, else the text.
    pub field: Field,
    /// First byte in that field, on a character boundary.
    pub start: usize,
    /// One past the last byte, on a character boundary.
    pub end: usize,
    /// The phrase as the catalogue writes it; the field may have white space or invisible marks inside it.
    pub word: String,
    /// What it added: its weight, twice that in the title; 0 for a phrase of an emergency or of the urgent lane.
    pub weight: u32,
}

/// Why a matter belongs into the urgent lane.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Urgent {
    /// The rule that says so.
    pub reason: UrgentReason,
    /// The phrase that says so.
    pub evidence: Evidence,
}

/// The rule that puts a matter into the urgent lane.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UrgentReason {
    /// A danger (domain 4.1, row 2: emergency words are immediate).
    Emergency(Emergency),
    /// The catalogue's list of a kind.
    Kind(KindCode),
}

/// A danger that a text names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EmergencyFound {
    /// The danger.
    pub emergency: Emergency,
    /// The numbers to call, in the order to show them.
    pub call: Vec<String>,
    /// The phrase that names it.
    pub evidence: Evidence,
}

/// The phrases and what each is listed under.
#[derive(Debug, Clone)]
pub(super) struct Rules {
    phrases: Phrases,
    uses: Vec<Uses>,
    call: Vec<(Emergency, Vec<String>)>,
}

/// Everything one phrase is listed under. Kinds are indexes into the catalogue.
#[derive(Debug, Clone, Default)]
struct Uses {
    kinds: Vec<(usize, u8)>,
    urgent: Vec<usize>,
    cues: Vec<(CaseType, u8)>,
    emergencies: Vec<Emergency>,
}

impl Rules {
    pub(super) fn new() -> Self {
        Self { phrases: Phrases::new(), uses: Vec::new(), call: Vec::new() }
    }

    pub(super) fn add_kind_word(&mut self, word: &str, kind: usize, weight: u8) -> Option<Added> {
        self.list(word, |uses| add_once(&mut uses.kinds, (kind, weight), |&(known, _)| known == kind))
    }

    pub(super) fn add_urgent_word(&mut self, word: &str, kind: usize) -> Option<Added> {
        self.list(word, |uses| add_once(&mut uses.urgent, kind, |&known| known == kind))
    }

    pub(super) fn add_cue(&mut self, word: &str, case_type: CaseType, weight: u8) -> Option<Added> {
        self.list(word, |uses| add_once(&mut uses.cues, (case_type, weight), |&(known, _)| known == case_type))
    }

    pub(super) fn add_emergency_word(&mut self, word: &str, emergency: Emergency) -> Option<Added> {
        self.list(word, |uses| add_once(&mut uses.emergencies, emergency, |&known| known == emergency))
    }

    pub(super) fn set_call(&mut self, emergency: Emergency, call: Vec<String>) {
        self.call.push((emergency, call));
    }

    fn list(&mut self, word: &str, add: impl FnOnce(&mut Uses) -> Added) -> Option<Added> {
        let phrase = self.phrases.add(word)?;
        self.uses.resize_with(self.phrases.len(), Uses::default);
        self.uses.get_mut(phrase.0).map(add)
    }

    /// Lets each phrase speak for the kind that stands for the one it was listed under. Listed under both it speaks once, as the heavier.
    pub(super) fn stand_for(&mut self, stands: &[Option<usize>]) {
        let standing = |kind: usize| stands.get(kind).copied().flatten();
        for uses in &mut self.uses {
            for (kind, weight) in std::mem::take(&mut uses.kinds) {
                let Some(kind) = standing(kind) else { continue };
                match uses.kinds.iter_mut().find(|(known, _)| *known == kind) {
                    Some((_, known)) => *known = weight.max(*known),
                    None => uses.kinds.push((kind, weight)),
                }
            }
            for kind in std::mem::take(&mut uses.urgent).into_iter().filter_map(standing) {
                add_once(&mut uses.urgent, kind, |&known| known == kind);
            }
        }
    }

    /// The phrases that speak for the kind at this place of the catalogue.
    pub(super) fn words_of(&self, kind: usize) -> impl Iterator<Item = &str> {
        let listed = self.uses.iter().enumerate().filter(move |(_, uses)| uses.kinds.iter().any(|&(known, _)| known == kind));
        listed.map(|(at, _)| self.phrases.word(PhraseId(at)))
    }

    fn uses(&self, phrase: PhraseId) -> Option<&Uses> {
        self.uses.get(phrase.0)
    }

    fn call(&self, emergency: Emergency) -> Vec<String> {
        self.call.iter().find(|(known, _)| *known == emergency).map(|(_, call)| call.clone()).unwrap_or_default()
    }
}

fn add_once<T>(list: &mut Vec<T>, item: T, same: impl Fn(&T) -> bool) -> Added {
    if list.iter().any(same) {
        return Added::Twice;
    }
    list.push(item);
    Added::New
}

/// One of the two texts with the phrases in it.
struct Read {
    field: Field,
    folded: Folded,
    hits: Vec<Hit>,
}

impl Read {
    fn evidence(&self, rules: &Rules, hit: Hit, weight: u32) -> Evidence {
        let place = self.folded.place(hit);
        Evidence { field: self.field, start: place.start, end: place.end, word: rules.phrases.word(hit.phrase).to_owned(), weight }
    }

    /// From the left the longest phrase at each position, going on behind it; only phrases that `count`.
    fn longest(&self, count: impl Fn(PhraseId) -> bool) -> Vec<Hit> {
        let mut taken: Vec<Hit> = Vec::new();
        for &hit in self.hits.iter().filter(|hit| count(hit.phrase)) {
            match taken.last_mut() {
                // Hits of one position come the shorter first: the longer takes its place.
                Some(last) if last.start == hit.start => *last = hit,
                Some(last) if hit.start < last.start + last.len => {}
                Some(_) | None => taken.push(hit),
            }
        }
        taken
    }
}

impl Catalogue {
    /// What a matter seems to be about, what its author wants, and whether it is urgent.
    /// Reads each text once.
    pub fn suggest(&self, title: Option<&str>, text: &str) -> Suggestion {
        let read = |field, text| {
            let folded = Folded::of(text);
            Read { field, hits: self.rules.phrases.hits(&folded), folded }
        };
        // The title first: a phrase that stands in both counts there.
        let reads = [read(Field::Title, title.unwrap_or_default()), read(Field::Text, text)];
        let kinds = self.rank(&reads);
        let case_type = self.case_type(&reads, kinds.first());
        let emergencies = self.emergencies(&reads);
        let urgent = match emergencies.first() {
            Some(found) => Some(Urgent { reason: UrgentReason::Emergency(found.emergency), evidence: found.evidence.clone() }),
            None => self.urgent(&reads),
        };
        Suggestion { kinds, case_type, urgent, emergencies }
    }

    /// The phrases that count, each once, with how often it counts.
    fn counted<'r>(&self, reads: &'r [Read], count: impl Fn(&Uses) -> bool) -> Vec<(&'r Read, Hit, u32)> {
        let mut counted: Vec<(&Read, Hit, u32)> = Vec::new();
        let mut seen = vec![false; self.rules.phrases.len()];
        for read in reads {
            let times = match read.field {
                Field::Title => IN_TITLE,
                Field::Text => 1,
            };
            for hit in read.longest(|phrase| self.rules.uses(phrase).is_some_and(&count)) {
                if let Some(seen) = seen.get_mut(hit.phrase.0)
                    && !std::mem::replace(seen, true)
                {
                    counted.push((read, hit, times));
                }
            }
        }
        counted
    }

    fn rank(&self, reads: &[Read]) -> Vec<Ranked> {
        let mut sums: Vec<(u32, Vec<Evidence>)> = vec![(0, Vec::new()); self.kinds().len()];
        for (read, hit, times) in self.counted(reads, |uses| !uses.kinds.is_empty()) {
            for &(kind, weight) in self.rules.uses(hit.phrase).map(|uses| uses.kinds.as_slice()).unwrap_or_default() {
                if let Some((sum, evidence)) = sums.get_mut(kind) {
                    let weight = u32::from(weight) * times;
                    *sum += weight;
                    evidence.push(read.evidence(&self.rules, hit, weight));
                }
            }
        }
        let total: u32 = sums.iter().map(|(sum, _)| sum).sum();
        let mut ranked: Vec<Ranked> = self
            .kinds()
            .iter()
            .zip(sums)
            .filter(|(_, (sum, _))| *sum >= LEAST)
            .map(|(kind, (weight, evidence))| Ranked { code: kind.code.clone(), weight, share: percent(weight, total), evidence })
            .collect();
        // Equal sums keep the catalogue's order: the sort is stable.
        ranked.sort_by_key(|kind| std::cmp::Reverse(kind.weight));
        ranked.truncate(TOP);
        ranked
    }

    fn case_type(&self, reads: &[Read], first: Option<&Ranked>) -> CaseType {
        let usual = first.and_then(|ranked| self.kind(&ranked.code)).map(|kind| kind.case_type);
        let mut sums = CaseType::ALL.map(|case_type| (case_type, if usual == Some(case_type) { USUAL_TYPE } else { 0 }));
        for (_, hit, times) in self.counted(reads, |uses| !uses.cues.is_empty()) {
            for &(said, weight) in self.rules.uses(hit.phrase).map(|uses| uses.cues.as_slice()).unwrap_or_default() {
                for (case_type, sum) in &mut sums {
                    if *case_type == said {
                        *sum += u32::from(weight) * times;
                    }
                }
            }
        }
        // On a tie the kind's usual type, else the milder one, which stands first (the last maximum wins, so turn round).
        let best = sums.into_iter().rev().filter(|&(_, sum)| sum > 0).max_by_key(|&(case_type, sum)| (sum, usual == Some(case_type)));
        best.map_or(CaseType::Other, |(case_type, _)| case_type)
    }

    /// Every phrase counts here, also inside a longer one: too often is better than once too few.
    fn emergencies(&self, reads: &[Read]) -> Vec<EmergencyFound> {
        let mut found: Vec<EmergencyFound> = Vec::new();
        for (read, hit, uses) in self.all(reads) {
            for &emergency in &uses.emergencies {
                if !found.iter().any(|known| known.emergency == emergency) {
                    let evidence = read.evidence(&self.rules, hit, 0);
                    found.push(EmergencyFound { emergency, call: self.rules.call(emergency), evidence });
                }
            }
        }
        found.sort_by_key(|found| found.emergency);
        found
    }

    fn urgent(&self, reads: &[Read]) -> Option<Urgent> {
        self.all(reads).find_map(|(read, hit, uses)| {
            let kind = self.kinds().get(*uses.urgent.first()?)?;
            Some(Urgent { reason: UrgentReason::Kind(kind.code.clone()), evidence: read.evidence(&self.rules, hit, 0) })
        })
    }

    fn all<'r>(&'r self, reads: &'r [Read]) -> impl Iterator<Item = (&'r Read, Hit, &'r Uses)> {
        reads.iter().flat_map(move |read| read.hits.iter().filter_map(move |&hit| Some((read, hit, self.rules.uses(hit.phrase)?))))
    }
}

/// `part` of `whole` in percent, rounded.
fn percent(part: u32, whole: u32) -> u8 {
    let (part, whole) = (u64::from(part), u64::from(whole).max(1));
    u8::try_from((part * 200 + whole) / (2 * whole)).unwrap_or(100)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;

    /// A catalogue small enough to reckon by hand.
    fn small() -> Catalogue {
        r#"
            edition = "test"
            [[first]]
            code = "f"
            label = { zh = "一", en = "one" }
            [[kind]]
            code = "lamp"
            first = "f"
            label = { zh = "路灯", en = "Lamp" }
            case_type = "help"
            unit = "u"
            complexity = "general"
            public_space = true
            words = [["路灯", 5], ["灯", 2], ["晚上", 1]]
            urgent = ["灯杆倒"]
            basis = "x"
            [[kind]]
            code = "noise"
            first = "f"
            label = { zh = "噪声", en = "Noise" }
            case_type = "complaint"
            unit = "u"
            complexity = "general"
            public_space = true
            words = [["吵", 4], ["晚上", 1]]
            basis = "x"
            [[cue]]
            case_type = "enquiry"
            words = [["请问", 3]]
            [[cue]]
            case_type = "thanks"
            words = [["感谢", 2]]
            [[emergency]]
            code = "self_harm"
            call = ["12356", "110"]
            words = ["不想活"]
            [[emergency]]
            code = "fire"
            call = ["119"]
            words = ["着火"]
        "#
        .parse()
        .unwrap()
    }

    fn weights(suggestion: &Suggestion) -> Vec<(&str, u32, u8)> {
        suggestion.kinds.iter().map(|kind| (kind.code.as_str(), kind.weight, kind.share)).collect()
    }

    #[test]
    fn the_longest_phrase_counts_and_counts_once() {
        let found = small().suggest(None, "路灯不亮，路灯坏了，晚上看不见");
        assert_eq!(
            weights(&found),
            [("lamp", 6, 86)],
            "路灯 5 and not 灯; 晚上 1; noise has 1, below the least, but its weight is in the whole"
        );
        let words: Vec<_> = found.kinds[0].evidence.iter().map(|it| (it.word.as_str(), it.weight)).collect();
        assert_eq!(words, [("路灯", 5), ("晚上", 1)]);
    }

    #[test]
    fn a_phrase_in_the_title_counts_twice_and_not_again_in_the_text() {
        let found = small().suggest(Some("太吵"), "又吵了，路灯也灭了");
        assert_eq!(weights(&found), [("noise", 8, 62), ("lamp", 5, 38)]);
        let evidence = &found.kinds[0].evidence;
        assert_eq!((evidence.len(), evidence[0].field, evidence[0].weight), (1, Field::Title, 8));
    }

    #[test]
    fn nothing_known_is_no_idea() {
        for text in ["", "今天天气不错", "晚上", "hello", "👩‍👩‍👧"] {
            let found = small().suggest(None, text);
            assert_eq!((found.kinds.len(), found.confidence(), found.case_type), (0, Confidence::None, CaseType::Other), "{text}");
            assert_eq!((found.urgent, found.emergencies), (None, Vec::new()), "{text}");
        }
    }

    #[test]
    fn what_the_speaker_says_outweighs_what_such_matters_usually_are() {
        assert_eq!(small().suggest(None, "路灯坏了").case_type, CaseType::Help);
        assert_eq!(small().suggest(None, "请问路灯归谁管").case_type, CaseType::Enquiry);
        assert_eq!(small().suggest(None, "路灯修好了，感谢").case_type, CaseType::Help, "on a tie the usual type");
        assert_eq!(small().suggest(None, "感谢").case_type, CaseType::Thanks);
    }

    #[test]
    fn danger_is_shown_with_its_numbers_and_is_urgent() {
        let found = small().suggest(None, "楼下着火了，我也不想活了");
        let shown: Vec<_> = found.emergencies.iter().map(|it| (it.emergency, it.call.join(" "))).collect();
        assert_eq!(shown, [(Emergency::SelfHarm, "12356 110".to_owned()), (Emergency::Fire, "119".to_owned())]);
        assert_eq!(found.urgent.unwrap().reason, UrgentReason::Emergency(Emergency::SelfHarm));
        let found = small().suggest(None, "灯杆倒在路上");
        assert_eq!(found.emergency(), None);
        assert_eq!(found.urgent.unwrap().reason, UrgentReason::Kind("lamp".parse().unwrap()));
    }

    #[test]
    fn evidence_marks_whole_characters_of_what_was_sent() {
        let text = "<b>路\u{200b}灯</b>👩‍👩‍👧吵";
        let found = small().suggest(None, text);
        let marks: Vec<_> = found.kinds.iter().flat_map(|kind| &kind.evidence).map(|it| text.get(it.start..it.end).unwrap()).collect();
        assert_eq!(marks, ["路\u{200b}灯", "吵"]);
    }

    #[test]
    fn the_longest_text_is_read_in_one_pass() {
        let text = "路灯晚上吵".repeat(4_000);
        let found = small().suggest(None, &text);
        assert_eq!(weights(&found), [("lamp", 6, 55), ("noise", 5, 45)]);
    }

    #[test]
    fn a_suggestion_survives_its_stored_form() {
        let found = small().suggest(Some("着火"), "灯杆倒了，请问找谁");
        let text = serde_json::to_string(&found).unwrap();
        assert_eq!(serde_json::from_str::<Suggestion>(&text).unwrap(), found);
    }

    /// Matters as people put them, for the shipped words. Invented.
    #[test]
    fn the_shipped_words_find_everyday_matters() {
        let catalogue = Catalogue::embedded().unwrap();
        for (text, kind) in [
            ("三单元楼道灯坏了一个星期，老人上下楼摸黑", "estate_lighting"),
            ("买的电动车第二天就坏，商家不给退货", "consumer"),
            ("电梯又停了，物业不管", "lift"),
            ("请问二胎准生证怎么办理", "birth_support"),
            ("开发商延期交房，房产证也办不下来", "house_purchase"),
        ] {
            let found = catalogue.suggest(None, text);
            assert_eq!(found.kinds.first().map(|kind| kind.code.as_str()), Some(kind), "{text}: {found:?}");
        }
        let found = catalogue.suggest(None, "活不下去了，真的不想活");
        assert_eq!(found.emergency(), Some(Emergency::SelfHarm));
        assert_eq!(found.emergencies[0].call, ["12356", "110"]);
        let found = catalogue.suggest(None, "电梯困人，快来");
        assert_eq!(found.emergency(), Some(Emergency::Trapped));
    }
}
