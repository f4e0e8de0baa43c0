//! Pieces that several pages share.

use std::borrow::Cow;

use kernel::Locale;

use crate::words::Words;

/// A light: always shown with a shape and a word as well (decisions 6).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Light {
    /// ● in time.
    Green,
    /// ▲ due soon.
    Yellow,
    /// ■ overdue.
    Red,
    /// ‖ all clocks stopped.
    Stopped,
    /// ◆ new, nobody has looked yet.
    New,
}

impl Light {
    /// The class of its mark.
    pub fn class(&self) -> &'static str {
        match self {
            Self::Green => "g",
            Self::Yellow => "y",
            Self::Red => "r",
            Self::Stopped => "g stop",
            Self::New => "n",
        }
    }

    /// The class of a text in its colour; green and new stay ink.
    pub fn text_class(&self) -> &'static str {
        match self {
            Self::Yellow => "t-y",
            Self::Red => "t-r",
            Self::Green | Self::Stopped | Self::New => "",
        }
    }
}

/// A light with its word: `正常`, `今天 17:30 到期`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lamp {
    /// The light.
    pub light: Light,
    /// The word, in the reader's language.
    pub text: String,
}

/// How far a case has come on the thread of five knots.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// 收到.
    Received,
    /// 派单.
    Dispatched,
    /// 办理.
    AtWork,
    /// 答复.
    Answered,
    /// 评价: the resident's turn.
    Rating,
    /// All five are behind.
    Done,
}

impl Stage {
    /// The five knots, in order.
    pub fn knots(&self) -> [Knot; 5] {
        let here = *self as usize;
        [0, 1, 2, 3, 4].map(|index| {
            let place = match index.cmp(&here) {
                std::cmp::Ordering::Less => Place::Past,
                std::cmp::Ordering::Equal => Place::Now,
                std::cmp::Ordering::Greater => Place::ToCome,
            };
            Knot { index, place }
        })
    }

    /// `3` of five, for those who do not see the drawing; a case that is done is at 5.
    pub fn step_text(&self) -> String {
        (*self as usize + 1).min(5).to_string()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Past,
    Now,
    ToCome,
}

/// One knot of the thread.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Knot {
    index: usize,
    place: Place,
}

impl Knot {
    /// Class in the long drawing.
    pub fn class(&self) -> &'static str {
        match self.place {
            Place::Past => "done",
            Place::Now => "now",
            Place::ToCome => "todo",
        }
    }

    /// Class in the small drawing.
    pub fn mini(&self) -> &'static str {
        match self.place {
            Place::Past => "d",
            Place::Now => "c",
            Place::ToCome => "t",
        }
    }

    /// The case is here.
    pub fn is_now(&self) -> bool {
        self.place == Place::Now
    }

    /// The word a resident reads under it.
    pub fn resident_word(&self, w: Words) -> std::borrow::Cow<'static, str> {
        match self.index {
            0 => w.knot_received(),
            1 => w.knot_dispatched(),
            2 => w.knot_at_work(),
            3 => w.knot_answered(),
            _ => w.knot_rating(),
        }
    }
}

/// What a day was for the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayKind {
    /// The day it came in; not counted.
    Start,
    /// Counted.
    Counted,
    /// Weekend or holiday.
    Skipped,
    /// The clock stood still.
    Paused,
    /// Due at the end of it.
    Due,
}

impl DayKind {
    /// Class of the cell.
    pub fn class(&self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Counted => "counted",
            Self::Skipped => "skip-d",
            Self::Paused => "pause",
            Self::Due => "due",
        }
    }
}

/// One day of a deadline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayCell {
    /// `周五`, `Fri`.
    pub weekday: String,
    /// `13`; the first of a month may be `12/1`.
    pub day: String,
    /// `收到`, `第1天`, `周末`, `第5天 · 17:30 到期`.
    pub note: String,
    /// What the day was.
    pub kind: DayKind,
}

impl DayCell {
    /// Whether its note says a count and stands out.
    pub fn counted(&self) -> bool {
        matches!(self.kind, DayKind::Counted | DayKind::Due)
    }
}

/// How a deadline was counted: 期限怎么算出来的.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strip {
    /// `求助类：5 个工作日，从第二天数起。`
    pub rule: String,
    /// `11月23日 周一 17:30`.
    pub due: String,
    /// The days in order. A long limit shows its first and last weeks.
    pub cells: Vec<DayCell>,
    /// `18日 问您“白天家里有人吗”，等您回话的这一天不算。`
    pub remark: Option<String>,
    /// The calendar of that year is not published yet (decisions 7).
    pub provisional: bool,
}

/// One event of the story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// `今天 10:48`.
    pub when: String,
    /// `社区答复了您`.
    pub what: String,
    /// More, as somebody wrote it.
    pub detail: Option<String>,
    /// Where the story stands.
    pub now: bool,
}

/// A danger that a text names, with the numbers to call before anything else. It blocks nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Danger {
    /// Words of self-harm: a human at once (decisions 5), and other words than for a fire.
    pub self_harm: bool,
    /// The numbers, in the order of the catalogue.
    pub calls: Vec<Call>,
}

impl Danger {
    /// A fall; and someone who does not want to go on.
    pub fn samples(locale: Locale) -> [Self; 2] {
        let w = Words::of(locale);
        let calls = |numbers: &[&str]| numbers.iter().map(|number| Call::new((*number).to_owned(), w)).collect();
        [Self { self_harm: false, calls: calls(&["120", "110"]) }, Self { self_harm: true, calls: calls(&["12356", "110"]) }]
    }
}

/// A number to call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// `119`.
    pub number: String,
    /// `火警`; empty for a number that is no national one.
    pub who: String,
}

impl Call {
    /// The number with who answers it.
    pub fn new(number: String, w: Words) -> Self {
        let who = match number.as_str() {
            "110" => w.sos_police(),
            "119" => w.sos_fire(),
            "120" => w.sos_ambulance(),
            "122" => w.sos_traffic(),
            "12356" => w.sos_mind(),
            _ => Cow::Borrowed(""),
        };
        Self { who: who.into_owned(), number }
    }
}

/// An answer as it was given. Its language is the one it was written in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// `今天 10:48`.
    pub when: String,
    /// The text, exactly.
    pub text: String,
    /// `办理结果：已解决`.
    pub result: String,
}

/// Who handles a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handler {
    /// `李干事`.
    pub name: String,
    /// `槐荫社区居委会 · 一直负责这件事`.
    pub unit: String,
}

/// A rating as it was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rated {
    /// `11月24日 周二 09:12`.
    pub when: String,
    /// `联系了`.
    pub contacted: String,
    /// `解决了`.
    pub solved: String,
    /// `很满意`.
    pub satisfaction: String,
    /// What the resident added.
    pub comment: Option<String>,
}

/// One choice of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choice {
    /// What the form sends.
    pub value: String,
    /// What is read.
    pub label: String,
    /// It is chosen now.
    pub chosen: bool,
}

impl Choice {
    /// A choice that is not chosen.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), chosen: false }
    }
}

/// Choices under a heading: the communities of a subdistrict, the kinds of a field.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ChoiceGroup {
    /// The heading.
    pub label: String,
    /// The choices.
    pub options: Vec<Choice>,
}

/// One field that cannot be taken, with the sentence of why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// The field's id on the page.
    pub field: &'static str,
    /// The sentence, in the reader's language.
    pub message: String,
}

/// The errors of a form: a summary above, and each beside its field.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Errors(Vec<FieldError>);

impl Errors {
    /// The errors, in the order of the form.
    pub fn new(errors: Vec<FieldError>) -> Self {
        Self(errors)
    }

    /// The faults of a refused command, worded by the site. The API's `contact.phone` is the form's field `phone`;
    /// a place as a whole is asked for in words, coordinates by the list of areas.
    pub fn of_faults(faults: &[kernel::FieldFault], messages: &web::Messages, locale: Locale) -> Self {
        Self(
            faults
                .iter()
                .map(|fault| FieldError {
                    field: match fault.field {
                        "place" => "words",
                        "place.lat" | "place.lon" => "area",
                        field => field.rsplit('.').next().unwrap_or(field),
                    },
                    message: messages.fault(locale, fault).into_owned(),
                })
                .collect(),
        )
    }

    /// Nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many.
    pub fn count(&self) -> u64 {
        self.0.len() as u64
    }

    /// All of them.
    pub fn all(&self) -> &[FieldError] {
        &self.0
    }

    /// The sentence for a field.
    pub fn get(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|error| error.field == field).map(|error| error.message.as_str())
    }

    /// Whether a field is at fault.
    pub fn has(&self, field: &str) -> bool {
        self.get(field).is_some()
    }
}

/// How a resident wishes to be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Reach {
    /// Not chosen yet.
    #[default]
    Unset,
    /// By telephone.
    Phone,
    /// By e-mail.
    Email,
    /// Not at all; they look it up themselves.
    Nobody,
}

impl Reach {
    /// By telephone.
    pub fn is_phone(&self) -> bool {
        *self == Self::Phone
    }
    /// By e-mail.
    pub fn is_email(&self) -> bool {
        *self == Self::Email
    }
    /// Not at all.
    pub fn is_none(&self) -> bool {
        *self == Self::Nobody
    }
}

/// Which decision a marked word led to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// 类: the kind.
    Kind,
    /// 地: the place.
    Place,
    /// 办: the unit.
    Unit,
}

impl Mark {
    /// Class of its line: solid, double, dashed.
    pub fn class(&self) -> &'static str {
        match self {
            Self::Kind => "k",
            Self::Place => "p",
            Self::Unit => "u",
        }
    }

    /// Its small word, so that the line is never alone.
    pub fn word(&self, w: Words) -> std::borrow::Cow<'static, str> {
        match self {
            Self::Kind => w.mark_kind(),
            Self::Place => w.mark_place(),
            Self::Unit => w.mark_unit(),
        }
    }
}

/// A stretch of the resident's text; marked where it decided something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The text, exactly.
    pub text: String,
    /// What it decided.
    pub mark: Option<Mark>,
}

impl Span {
    /// Unmarked text.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), mark: None }
    }

    /// Marked text.
    pub fn marked(text: impl Into<String>, mark: Mark) -> Self {
        Self { text: text.into(), mark: Some(mark) }
    }
}

/// A matter like the one on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SimilarRow {
    /// `261 113 048 271`.
    pub number: String,
    /// `261113048271`.
    pub number_plain: String,
    /// Title, or the beginning of the text.
    pub title: String,
    /// `同一社区 · 相隔 3 天`.
    pub sub: String,
    /// `办理`.
    pub step: String,
    /// The worst of its lights, while it is open.
    pub lamp: Option<Lamp>,
    /// The case on the page may be merged into it, by this reader.
    pub joins: bool,
}

impl SimilarRow {
    /// One that is open and may be joined, and one that is over.
    pub fn sample(locale: kernel::Locale) -> Vec<Self> {
        let pick = |zh: &str, en: &str| locale.pick(zh, en).to_owned();
        vec![
            Self {
                number: "261 122 718 204".into(),
                number_plain: "261122718204".into(),
                title: "二小路口雨水井盖响".into(),
                sub: pick("同一社区 · 相隔 1 天", "Same community · 1 day apart"),
                step: pick("办理", "In hand"),
                lamp: Some(Lamp { light: Light::Yellow, text: pick("快到期", "Due soon") }),
                joins: true,
            },
            Self {
                number: "261 019 402 118".into(),
                number_plain: "261019402118".into(),
                title: "幼儿园门口没有减速带".into(),
                sub: pick("别处 · 相隔 35 天", "Elsewhere · 35 days apart"),
                step: pick("已办结", "Closed"),
                lamp: None,
                joins: false,
            },
        ]
    }
}

/// The time that is left of the most urgent clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    /// How much of the limit is used, 0 to 100.
    pub percent: u8,
    /// Its light.
    pub light: Light,
    /// `6 小时 48 分`, `11月20日 到期`.
    pub text: String,
}

/// The next step of a case, as a button of its row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextStep {
    /// `写答复`.
    pub label: String,
    /// The id of the form on the case page: `accept`, `contact`, `start`, `answer`, `resume`.
    pub anchor: &'static str,
    /// The one primary button of the page: the most urgent row's.
    pub primary: bool,
}

/// One case in a table of work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// `261 113 048 271`.
    pub number: String,
    /// `261113048271`.
    pub number_plain: String,
    /// Title, or the beginning of the text.
    pub title: String,
    /// `槐荫里小区 · 求助`.
    pub sub: String,
    /// The unit that has it; empty before dispatch.
    pub unit: String,
    /// The worst of its lights.
    pub lamp: Lamp,
    /// How far it has come.
    pub stage: Stage,
    /// `办理`, `待联系`.
    pub step: String,
    /// What is left; `None` when no clock runs.
    pub left: Option<Left>,
    /// What to do next; `None` when it is not this reader's turn.
    pub next: Option<NextStep>,
}

/// A clock and when it ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// `24 小时内联系`.
    pub label: String,
    /// `11月24日 周二 10:40 前`, or how it ended.
    pub when: String,
    /// Its light, while it runs.
    pub lamp: Option<Lamp>,
}

/// A receipt that the resident may keep (封存凭证).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// `您反映的内容`.
    pub what: String,
    /// `11月13日 周五 15:20`.
    pub when: String,
    /// `已封存，公开账本第 83,118 条`, or that it is being sealed, or that its content is gone.
    pub state: String,
    /// The file, once it is sealed.
    pub href: Option<String>,
}
