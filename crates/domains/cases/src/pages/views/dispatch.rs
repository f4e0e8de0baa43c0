//! 派单台: queue, case, suggestion. A trained dispatcher clears six cases a minute.

use kernel::Locale;

use super::parts::{Answer, Choice, ChoiceGroup, Due, Lamp, Light, Mark, Rated, SimilarRow, Span};
use super::samples;
use crate::words::Words;

/// One case of the queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueItem {
    /// `261123719306`.
    pub number_plain: String,
    /// Title, or the beginning of the text.
    pub title: String,
    /// Shown when urgent or late.
    pub lamp: Option<Lamp>,
    /// `网页 · 5 分钟前`.
    pub sub: String,
    /// `把握高`, `退回`.
    pub tag: Option<String>,
    /// The one that is open.
    pub current: bool,
}

/// A suggested answer to one question, with its share and its reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// What the form sends.
    pub value: String,
    /// What is read.
    pub label: String,
    /// Share of the evidence, 0 to 100.
    pub percent: u8,
    /// The words or the rule behind it, and for a kind the limit it brings.
    pub why: Option<String>,
    /// The first one, or what was chosen when the form comes back.
    pub chosen: bool,
}

/// A reopened case on the desk: what the last answer came to, and who goes on. Its form posts `handler`, `version`,
/// `csrf` to `/staff/cases/{number}/resume`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resume {
    /// Who answered: `县城市管理局 · 何干事`.
    pub by: String,
    /// The answer that did not hold.
    pub answer: Option<Answer>,
    /// What the resident said of it.
    pub rated: Option<Rated>,
    /// The second time: another handler than the one who answered.
    pub another: bool,
    /// Who may go on; whom it may not be is left out.
    pub handlers: Vec<Choice>,
}

/// The case that is open on the desk. Its form posts `kind`, `kind_other`, `unit`, `unit_other` (a chosen "other" wins),
/// `complexity` (`general|complex`), `complex_reason`, `assist` (several), `assist_text`, `version`, `csrf` to `/staff/cases/{number}/dispatch`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DispatchCase {
    /// `261 123 719 306`.
    pub number: String,
    /// `261123719306`.
    pub number_plain: String,
    /// The version seen.
    pub version: i64,
    /// Title, or the beginning of the text.
    pub title: String,
    /// `11月23日 周一 10:40 · 网页`.
    pub received: String,
    /// The dispatch clock.
    pub lamp: Lamp,
    /// The text, marked where it decided something.
    pub text: Vec<Span>,
    /// Area and words.
    pub place: String,
    /// `电话，号码已遮住`, `不用联系`.
    pub reach: String,
    /// What the catalogue says about the first kind.
    pub basis: Option<String>,
    /// Danger words were found.
    pub emergency: bool,
    /// Nothing speaks clearly: nothing is ticked, a person decides (不确定).
    pub unsure: bool,
    /// It would have gone by itself and was drawn for a check: why it would have.
    pub drawn: Option<String>,
    /// Matters like this one.
    pub similar: Vec<SimilarRow>,
    /// At most three kinds, likeliest first.
    pub kinds: Vec<Candidate>,
    /// At most three units.
    pub units: Vec<Candidate>,
    /// The whole catalogue.
    pub all_kinds: Vec<ChoiceGroup>,
    /// All units.
    pub all_units: Vec<Choice>,
    /// Suggested, or chosen, as complex.
    pub complex: bool,
    /// The closed list of reasons for complex.
    pub complex_reasons: Vec<Choice>,
    /// Units that may help, none ticked unless the form came back.
    pub helpers: Vec<Choice>,
    /// What they are asked to do, as typed.
    pub assist_text: String,
    /// What the clocks would be.
    pub dues: Vec<Due>,
    /// It was answered before and is not solved: instead of the suggestion.
    pub resume: Option<Resume>,
    /// Why the last try was refused.
    pub error: Option<String>,
}

/// `GET /staff/dispatch` and `GET /staff/dispatch/{number}`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Dispatch {
    /// How many wait.
    pub waiting: u64,
    /// How many are held and wait for release, apart from these: `31`, `100+`.
    pub held: Option<String>,
    /// `11 分钟`.
    pub oldest: Option<String>,
    /// The first of them.
    pub queue: Vec<QueueItem>,
    /// The open one; `None` when nothing waits.
    pub case: Option<DispatchCase>,
    /// `上一件派给了县城市管理局。`
    pub notice: Option<String>,
}

super::page!(Dispatch, "dispatch.html");

impl DispatchCase {
    /// Something about helping units was chosen or typed: it stands open.
    pub fn asks_help(&self) -> bool {
        !self.assist_text.is_empty() || self.helpers.iter().any(|unit| unit.chosen)
    }
}

impl Dispatch {
    /// `等派 18 件`, or `等派 100+ 件`.
    pub fn heading(&self, w: Words) -> String {
        if self.waiting > 100 { w.queue_title_many("100+") } else { w.queue_title(self.waiting) }
    }

    /// An urgent case with three of each; one refused; one reopened; an empty desk.
    #[expect(clippy::too_many_lines, reason = "a sample is data, told in one place")]
    pub fn sample(locale: Locale) -> Vec<Self> {
        let pick = |zh: &str, en: &str| locale.pick(zh, en).to_owned();
        let item = |number: &str, title: &str, zh: &str, en: &str, tag: Option<(&str, &str)>| QueueItem {
            number_plain: number.into(),
            title: title.into(),
            lamp: None,
            sub: pick(zh, en),
            tag: tag.map(|(zh, en)| pick(zh, en)),
            current: false,
        };
        let sure = Some(("把握高", "Likely"));
        let mut queue = vec![
            item("261123719306", "幼儿园门口井盖翘起来了，昨天摔了人", "网页 · 2 分钟前", "Web · 2 min ago", None),
            item("261123719314", "工地夜里十一点还在打桩", "网页 · 4 分钟前", "Web · 4 min ago", sure),
            item("261123719322", "医保断缴三个月怎么补", "网页 · 5 分钟前", "Web · 5 min ago", sure),
            item("261123719330", "石桥镇卫生院周末没人值班", "热线 · 7 分钟前", "Hotline · 7 min ago", Some(("把握中", "Perhaps"))),
            item("261123719348", "5 号楼又停水了", "网页 · 8 分钟前", "Web · 8 min ago", Some(("退回", "Returned"))),
        ];
        if let Some(first) = queue.first_mut() {
            first.current = true;
            first.lamp = Some(Lamp { light: Light::Red, text: pick("紧急", "Urgent") });
        }
        let candidate = |value: &str, zh: &str, en: &str, percent, why: Option<(&str, &str)>| Candidate {
            value: value.into(),
            label: pick(zh, en),
            percent,
            why: why.map(|(zh, en)| pick(zh, en)),
            chosen: percent > 50,
        };
        let due = |zh: &str, en: &str, zh_when: &str, en_when: &str| Due { label: pick(zh, en), when: pick(zh_when, en_when), lamp: None };
        let case = DispatchCase {
            number: "261 123 719 306".into(),
            number_plain: "261123719306".into(),
            version: 2,
            title: "幼儿园门口井盖翘起来了，昨天摔了人".into(),
            received: pick("11月23日 周一 10:40 · 网页", "Mon 23 Nov 10:40 · web"),
            lamp: Lamp { light: Light::Red, text: pick("紧急 · 30 分钟内派出", "Urgent · dispatch within 30 min") },
            text: vec![
                Span::marked("北关街道二小幼儿园", Mark::Place),
                Span::plain("门口那个"),
                Span::marked("井盖翘起来", Mark::Kind),
                Span::plain("有半拃高，写着"),
                Span::marked("‘雨水’两个字", Mark::Unit),
                Span::plain("。昨天放学"),
                Span::marked("绊倒了一个老人", Mark::Kind),
                Span::plain("，膝盖破了。孩子天天从那儿过，能不能快点修，先围起来也行。"),
            ],
            place: "北关街道 · 二小幼儿园南门".into(),
            reach: pick("电话，号码已遮住", "By telephone; number masked"),
            basis: Some(pick(
                "市政设施 › 雨水井盖：县城市管理局负责，不下派街道",
                "Municipal works › manholes: the Urban Management Bureau is responsible; not passed to subdistricts",
            )),
            emergency: true,
            unsure: false,
            drawn: None,
            similar: SimilarRow::sample(locale),
            kinds: vec![
                candidate(
                    "manhole",
                    "市政设施 › 井盖 · 求助",
                    "Municipal works › manholes · help",
                    94,
                    Some((
                        "“井盖翘起来” 71% “绊倒” 29% · 答复期限 11月30日 周一 17:30",
                        "‘井盖翘起来’ 71% ‘绊倒’ 29% · answer by Mon 30 Nov 17:30",
                    )),
                ),
                candidate("road", "道路养护 › 坑洼 · 求助", "Road works › potholes · help", 4, None),
                candidate("school-safety", "校园周边 › 安全 · 投诉", "Around schools › safety · complaint", 2, None),
            ],
            units: vec![
                candidate(
                    "urban",
                    "县城市管理局",
                    "Urban Management Bureau",
                    91,
                    Some(("派单目录：雨水井盖 · 同类办过 12 件", "Catalogue: manholes · took on 12 like it")),
                ),
                candidate("water", "县水利局排水中心", "Water Bureau, drainage", 7, None),
                candidate("beiguan", "北关街道", "Beiguan Subdistrict", 2, None),
            ],
            all_kinds: samples::kinds(locale),
            all_units: vec![
                Choice::new("urban", pick("县城市管理局", "Urban Management Bureau")),
                Choice::new("housing", pick("县住房城乡建设局", "Housing Bureau")),
            ],
            complex: false,
            complex_reasons: vec![
                Choice::new("units", pick("要两个以上单位一起办", "Needs two units or more")),
                Choice::new("site", pick("要到现场核查", "Needs a look on site")),
                Choice::new("decision", pick("要作政策或法律认定", "Needs a policy or legal decision")),
                Choice::new("spending", pick("要花钱立项", "Needs spending")),
            ],
            helpers: vec![
                Choice { chosen: true, ..Choice::new("water", pick("县水利局排水中心", "Water Bureau, drainage")) },
                Choice::new("housing", pick("县住房城乡建设局", "Housing Bureau")),
            ],
            assist_text: pick("请看一下 <b>雨水</b> 管", "Please look at the <b>storm</b> drain"),
            dues: vec![
                due("响应", "First contact", "11月24日 周二 10:40 前联系", "by Tue 24 Nov 10:40"),
                due("答复期限", "Answer", "11月30日 周一 17:30", "by Mon 30 Nov 17:30"),
            ],
            resume: None,
            error: None,
        };
        let full = Self {
            waiting: 18,
            held: Some("31".into()),
            oldest: Some(pick("11 分钟", "11 min")),
            queue,
            case: Some(case.clone()),
            notice: None,
        };
        let refused = Self {
            case: Some(DispatchCase {
                complex: true,
                error: Some(pick("选了“复杂”，请写明是哪一种", "Complex needs a reason; please choose one")),
                emergency: false,
                unsure: true,
                drawn: Some(Words::of(locale).automatic_because("98.6%", "97.2%", "3")),
                similar: Vec::new(),
                ..case.clone()
            }),
            ..full.clone()
        };
        let reopened = Self {
            waiting: 101,
            case: Some(DispatchCase {
                emergency: false,
                resume: Some(Resume {
                    by: pick("县城市管理局 · 何干事", "Urban Management Bureau · Officer He"),
                    answer: Some(Answer {
                        when: pick("11月22日 周日 10:48", "Sun 22 Nov 10:48"),
                        text: samples::LAMP_ANSWER.into(),
                        result: pick("已解决", "Solved"),
                    }),
                    rated: Some(Rated {
                        when: pick("今天 09:02", "Today 09:02"),
                        contacted: pick("联系了", "Yes"),
                        solved: pick("没解决", "Not solved"),
                        satisfaction: pick("不满意", "Dissatisfied"),
                        comment: Some("又翘起来了".into()),
                    }),
                    another: true,
                    handlers: vec![Choice::new("bai.urban", pick("白干事", "Officer Bai"))],
                }),
                ..case
            }),
            ..full.clone()
        };
        let empty = Self {
            notice: Some(pick("上一件派给了县城市管理局。", "The last one went to the Urban Management Bureau.")),
            ..Self::default()
        };
        vec![full, refused, reopened, empty]
    }
}
