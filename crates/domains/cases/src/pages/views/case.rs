//! 事项页: the question beside the answer, how the deadline was counted, the story, and the steps one may take.

use kernel::Locale;

use super::parts::{Answer, Choice, Due, Entry, Lamp, Light, Mark, Rated, SimilarRow, Span, Stage, Strip};
use super::samples;
use crate::words::Words;

/// A step that a reader of the page may take. Its code is the last part of the address that its form posts to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// 接单.
    Accept,
    /// 记下联系.
    Contact,
    /// 开始办理, or the plan of a complex case.
    Start,
    /// 答复.
    Answer,
    /// 记一笔.
    Note,
    /// 重新办理, after a reopening.
    Resume,
    /// 放行, of a held matter.
    Release,
}

impl Step {
    /// `accept`, `contact`, `start`, `answer`, `note`, `resume`, `release`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Accept => "accept",
            Self::Contact => "contact",
            Self::Start => "start",
            Self::Answer => "answer",
            Self::Note => "note",
            Self::Resume => "resume",
            Self::Release => "release",
        }
    }
}

/// The answer being written. Fields `text`, `result`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AnswerForm {
    /// As written.
    pub text: String,
    /// 已解决, 部分解决, 解释清楚 (`solved|partly|explained`).
    pub results: Vec<Choice>,
}

/// What a program decided alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AutomaticBox {
    /// How sure it was, and from where on that is enough.
    pub why: String,
    /// The words that speak for it, for whoever may read them.
    pub words: Vec<String>,
}

/// An alarm, for whoever may answer it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AlarmBox {
    /// `陈分派 今天 10:48 接下`; `None` while it waits.
    pub answered: Option<String>,
    /// The number, in the clear, for who took it on.
    pub phone: Option<String>,
}

/// Opening one hidden field of the contact: posts `field`, `reason` to `unmask`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reveal {
    /// What the resident left: `phone`, `email`, `name`.
    pub fields: Vec<Choice>,
    /// The closed list; empty where the warrant is the reason.
    pub reasons: Vec<Choice>,
    /// It came back.
    pub error: Option<String>,
}

/// One field in the clear: on this answer only.
#[derive(Clone, PartialEq, Eq)]
pub struct Revealed {
    /// `电话`.
    pub label: String,
    /// As the resident left it.
    pub value: String,
    /// It can be dialled.
    pub is_phone: bool,
}

impl std::fmt::Debug for Revealed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Revealed").field("label", &self.label).finish_non_exhaustive()
    }
}

/// What was typed into the other forms, when one of them comes back.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Typed {
    /// The plan.
    pub plan: String,
    /// Seconds of the call.
    pub secs: String,
    /// What was said.
    pub contact: String,
    /// The note.
    pub note: String,
    /// The remark on an alarm.
    pub alarm: String,
    /// The note is for the resident, too.
    pub shown: bool,
}

/// One field of a step's form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldView {
    /// Its name in the form.
    pub name: &'static str,
    /// What people read.
    pub label: String,
    /// `area`, `line`, `number`, `date` or `select`.
    pub kind: &'static str,
    /// As typed.
    pub value: String,
    /// Of a `select`.
    pub options: Vec<Choice>,
    /// The first day of a `date`.
    pub min: String,
    /// The last.
    pub max: String,
}

/// A step with its form. It posts to `/staff/cases/{number}/{code}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepForm {
    /// The last part of the address.
    pub code: &'static str,
    /// `申请延期`.
    pub title: String,
    /// What it means, in a sentence.
    pub hint: String,
    /// Its fields.
    pub fields: Vec<FieldView>,
    /// Unfolded: it came back, or it is this reader's turn.
    pub open: bool,
}

/// A case that this one hangs together with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Other {
    /// `261 113 048 271`.
    pub number: String,
    /// `261113048271`.
    pub number_plain: String,
    /// `办理中`.
    pub step: String,
}

/// `GET /staff/cases/{number}`. Every form posts to `/staff/cases/{number}/{command}` with `csrf` and `version`:
/// `accept`; `contact` (`how`, `secs`, `note`); `start` (`plan`); `answer` (`text`, `result`); `note` (`text`,
/// `visibility` = `internal|shown`); `resume` (`handler`); `release`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CasePage {
    /// `261 113 048 271`.
    pub number: String,
    /// `261113048271`.
    pub number_plain: String,
    /// The version seen.
    pub version: i64,
    /// Title, or the beginning of the text.
    pub title: String,
    /// `求助 › 公共照明 · 一般`.
    pub kind: String,
    /// The worst of its lights, with what it means: `今天 17:30 到期，还剩 6 小时 48 分`.
    pub lamp: Lamp,
    /// How far it has come.
    pub stage: Stage,
    /// `办理中`.
    pub step: String,
    /// `11月13日 15:20 · 网页`.
    pub received: String,
    /// The text, marked where it asks or decides something.
    pub text: Vec<Span>,
    /// `王**`, `没有留名`.
    pub requester: String,
    /// `138****1234`, `保密，由热线转话`.
    pub reach: String,
    /// Hidden fields that may be opened.
    pub reveal: Option<Reveal>,
    /// A field that was just opened.
    pub revealed: Option<Revealed>,
    /// Area and words.
    pub place: String,
    /// The unit that has it.
    pub unit: Option<String>,
    /// The units that help with it.
    pub assists: Option<String>,
    /// Answers given, newest first.
    pub answers: Vec<Answer>,
    /// What the resident said of the last one.
    pub rated: Option<Rated>,
    /// The counted days of the final clock.
    pub strip: Option<Strip>,
    /// Every clock.
    pub dues: Vec<Due>,
    /// The answer's clock runs: what an extension or a stop would do can be looked at.
    pub what_if: bool,
    /// The story, newest first.
    pub timeline: Vec<Entry>,
    /// Where it is dispatched or handed on, for those who do that.
    pub desk: Option<String>,
    /// The steps this reader may take now.
    pub steps: Vec<Step>,
    /// The one of them to take next: it has the page's primary button and the key A.
    pub next: Option<Step>,
    /// How a contact can be made: `call`, `reply` or `posted`, `visit`, `attempt`, with labels.
    pub contact_ways: Vec<Choice>,
    /// Starting takes a plan that the resident is sent (complex cases).
    pub needs_plan: bool,
    /// The answer being written; shown when [`Step::Answer`] is among the steps.
    pub answer: AnswerForm,
    /// Who may go on with a reopened case; whom it may not be is left out.
    pub handlers: Vec<Choice>,
    /// Words of hers speak of harm: shown to those who may answer. Posts `note` to `answer-alarm`.
    pub alarm: Option<AlarmBox>,
    /// What was typed into the other forms.
    pub typed: Typed,
    /// A step that waits for somebody's word.
    pub pending: Option<String>,
    /// Hidden from all but those who handle it.
    pub sealed: bool,
    /// A program dispatched it, and nobody has decided since.
    pub automatic: Option<AutomaticBox>,
    /// The cases it hangs together with: merged, split.
    pub hangs: Vec<Other>,
    /// Matters like this one.
    pub similar: Vec<SimilarRow>,
    /// The rarer steps.
    pub offered: Vec<StepForm>,
    /// A step just taken, confirmed.
    pub notice: Option<String>,
    /// Why the last step was refused.
    pub error: Option<String>,
}

super::page!(CasePage, "case.html");

impl CasePage {
    /// Whether a step may be taken, by its code.
    pub fn may(&self, code: &str) -> bool {
        self.steps.iter().any(|step| step.code() == code)
    }

    /// Whether a step is the one to take next, by its code.
    pub fn is_next(&self, code: &str) -> bool {
        self.next.is_some_and(|step| step.code() == code)
    }

    /// A note came back and is shown unfolded.
    pub fn note_open(&self) -> bool {
        !self.typed.note.is_empty()
    }

    /// A contact is to be logged next, or came back.
    pub fn contact_open(&self) -> bool {
        self.is_next("contact") || !self.typed.contact.is_empty() || !self.typed.secs.is_empty()
    }

    /// Whether there is any step besides the answer, which stands beside the question.
    pub fn has_steps(&self) -> bool {
        self.desk.is_some() || !self.offered.is_empty() || self.steps.iter().any(|step| *step != Step::Answer)
    }

    /// At work with a draft; just dispatched; a complex one to plan; rated "not solved" and reopened; held; an alarm, open and taken on.
    #[expect(clippy::too_many_lines, reason = "a sample is data, told in one place")]
    pub fn sample(locale: Locale) -> Vec<Self> {
        let pick = |zh: &str, en: &str| locale.pick(zh, en).to_owned();
        let choice = |value: &str, zh: &str, en: &str| Choice::new(value, pick(zh, en));
        let entry = |zh_when: &str, en_when: &str, zh: &str, en: &str, detail: Option<&str>| Entry {
            when: pick(zh_when, en_when),
            what: pick(zh, en),
            detail: detail.map(str::to_owned),
            now: false,
        };
        let lamp = |light, zh: &str, en: &str| Lamp { light, text: pick(zh, en) };
        let due = |zh: &str, en: &str, zh_when: &str, en_when: &str, lamp| Due { label: pick(zh, en), when: pick(zh_when, en_when), lamp };
        let mut timeline = vec![
            entry(
                "11月22日 18:30",
                "22 Nov 18:30",
                "记了一笔：灯已换好，试亮正常",
                "Note: lights replaced, tested",
                Some("物业发来照片两张"),
            ),
            entry("11月19日 09:10", "19 Nov 09:10", "群众补充了情况", "The resident added something", Some("白天有人，可以上门")),
            entry("11月13日 16:05", "13 Nov 16:05", "电话联系上，通话 3 分 12 秒", "Reached by telephone, 3 min 12 s", None),
            entry("11月13日 15:31", "13 Nov 15:31", "派到槐荫社区", "Dispatched to Huaiyin Community", None),
            entry("11月13日 15:20", "13 Nov 15:20", "收到", "Received", None),
        ];
        if let Some(first) = timeline.first_mut() {
            first.now = true;
        }
        let at_work = Self {
            number: "261 113 048 271".into(),
            number_plain: "261113048271".into(),
            version: 7,
            title: "3 号楼二单元楼道灯不亮".into(),
            kind: pick("求助 › 公共照明 · 一般", "Help › public lighting · general"),
            lamp: lamp(Light::Yellow, "今天 17:30 到期，还剩 6 小时 48 分", "Due today 17:30, 6 h 48 min left"),
            stage: Stage::AtWork,
            step: pick("办理中", "At work"),
            received: pick("11月13日 15:20 · 网页", "13 Nov 15:20 · web"),
            text: vec![
                Span::plain("3号楼二单元"),
                Span::marked("楼道灯坏了半个月", Mark::Kind),
                Span::plain("，一到三楼都不亮，老人晚上下楼看不清。一单元也有一个不亮。是不是要我们自己出钱？"),
            ],
            requester: "王**".into(),
            reach: "138****1234".into(),
            reveal: Some(Reveal {
                fields: vec![choice("phone", "电话", "Telephone"), choice("name", "称呼", "Name")],
                reasons: vec![
                    choice("call", "打电话说这件事", "To speak about the matter"),
                    choice("visit", "约时间上门", "To arrange a visit"),
                ],
                error: None,
            }),
            revealed: None,
            place: "城关街道 · 槐荫里小区 3 号楼二单元".into(),
            unit: Some(pick("槐荫社区 · 李干事", "Huaiyin Community · Officer Li")),
            assists: Some(pick("住房和城乡建设局", "Housing Bureau")),
            answers: Vec::new(),
            rated: None,
            strip: Some(samples::strip(locale)),
            dues: vec![
                due("24 小时内联系", "First contact in 24 h", "45 分钟后联系上", "reached after 45 min", None),
                due("答复", "Answer", "11月23日 周一 17:30 前", "by Mon 23 Nov 17:30", Some(lamp(Light::Yellow, "今天", "Today"))),
            ],
            timeline,
            desk: None,
            steps: vec![Step::Answer, Step::Contact, Step::Note],
            next: Some(Step::Answer),
            contact_ways: vec![
                choice("call", "打电话", "Call"),
                choice("reply", "回信息", "Message"),
                choice("visit", "上门", "Visit"),
                choice("attempt", "没联系上", "No reply"),
            ],
            needs_plan: false,
            answer: AnswerForm {
                text: String::new(),
                results: vec![
                    choice("solved", "已解决", "Solved"),
                    choice("partly", "部分解决", "Partly solved"),
                    choice("explained", "解释清楚", "Explained"),
                ],
            },
            what_if: true,
            handlers: Vec::new(),
            alarm: None,
            typed: Typed::default(),
            pending: None,
            sealed: false,
            automatic: None,
            hangs: Vec::new(),
            similar: SimilarRow::sample(locale),
            offered: Vec::new(),
            notice: None,
            error: None,
        };
        let fresh = Self {
            revealed: Some(Revealed { label: pick("电话", "Telephone"), value: "13800001234".into(), is_phone: true }),
            lamp: lamp(Light::New, "新派来，21 小时内联系", "New, contact within 21 h"),
            stage: Stage::Dispatched,
            step: pick("待接单", "To be accepted"),
            steps: vec![Step::Accept, Step::Note],
            next: Some(Step::Accept),
            ..at_work.clone()
        };
        let because = Words::of(locale).automatic_because("98.6%", "97.2%", "3");
        let fresh = Self { automatic: Some(AutomaticBox { why: because, words: vec!["楼道灯".into(), "不亮".into()] }), ..fresh };
        let complex = Self {
            lamp: lamp(Light::Green, "正常，方案还剩 2 天", "On time, 2 days left for the plan"),
            kind: pick("投诉 › 工地噪声 · 复杂", "Complaint › building noise · complex"),
            step: pick("已接单", "Accepted"),
            steps: vec![Step::Start, Step::Contact, Step::Note],
            next: Some(Step::Start),
            needs_plan: true,
            notice: Some(pick("接单了。", "Accepted.")),
            pending: Some(pick("延期，等住建局负责人，明天 17:30 前", "more time: waits for the lead of Housing, by tomorrow 17:30")),
            sealed: true,
            similar: Vec::new(),
            hangs: vec![Other {
                number: "261 112 004 519".into(), number_plain: "261112004519".into(), step: pick("并单办理", "Merged")
            }],
            offered: vec![
                StepForm {
                    code: "agree",
                    title: pick("同意", "Agree"),
                    hint: pick("您同意以后，这一步就生效", "With the last word that is needed the step takes effect"),
                    fields: Vec::new(),
                    open: true,
                },
                StepForm {
                    code: "ask-extension",
                    title: pick("申请延期", "Ask for more time"),
                    hint: pick("到期以前提，最多两次", "Before it is due, twice at most"),
                    fields: vec![
                        FieldView {
                            name: "days",
                            label: pick("多要几个工作日", "Working days more"),
                            kind: "number",
                            value: "5".into(),
                            options: Vec::new(),
                            min: String::new(),
                            max: String::new(),
                        },
                        FieldView {
                            name: "reason",
                            label: pick("原因", "Reason"),
                            kind: "select",
                            value: String::new(),
                            options: vec![choice("money", "暂无经费", "No money yet")],
                            min: String::new(),
                            max: String::new(),
                        },
                        FieldView {
                            name: "text",
                            label: pick("说明", "In words"),
                            kind: "area",
                            value: String::new(),
                            options: Vec::new(),
                            min: String::new(),
                            max: String::new(),
                        },
                    ],
                    open: false,
                },
            ],
            ..at_work.clone()
        };
        let reopened = Self {
            lamp: lamp(Light::Red, "超 1 天", "1 day overdue"),
            step: pick("重新办理", "Reopened"),
            steps: vec![Step::Resume, Step::Note],
            next: Some(Step::Resume),
            desk: Some("/staff/dispatch/261113048271".into()),
            handlers: vec![choice("he.huaiyin", "何干事", "Officer He"), choice("bai.huaiyin", "白干事", "Officer Bai")],
            typed: Typed { note: "已请物业先看现场".into(), shown: true, ..Typed::default() },
            answers: vec![Answer {
                when: pick("11月22日 10:48", "22 Nov 10:48"),
                text: samples::LAMP_ANSWER.into(),
                result: pick("办理结果：部分解决", "Result: partly solved"),
            }],
            rated: Some(Rated {
                when: pick("今天 09:02", "Today 09:02"),
                contacted: pick("联系了", "Yes"),
                solved: pick("没解决", "Not solved"),
                satisfaction: pick("不满意", "Dissatisfied"),
                comment: Some("一单元的灯还是不亮".into()),
            }),
            reveal: at_work
                .reveal
                .clone()
                .map(|reveal| Reveal { error: Some(pick("请说明为什么要看", "Please say why")), ..reveal }),
            error: Some(pick("这件事刚刚有了变化，请看最新的样子再办。", "This case has just changed; please look at how it stands now.")),
            ..at_work.clone()
        };
        let held = Self {
            lamp: lamp(Light::Green, "派单 · 今天 17:30 前", "Dispatch by today 17:30"),
            stage: Stage::Received,
            step: pick("待派单", "To be dispatched"),
            unit: None,
            assists: None,
            steps: vec![Step::Release, Step::Note],
            next: Some(Step::Release),
            ..at_work.clone()
        };
        let alarmed = Self { alarm: Some(AlarmBox { answered: None, phone: None }), ..held.clone() };
        let taken = Self {
            alarm: Some(AlarmBox {
                answered: Some(
                    crate::words::Words::of(locale).alarm_answered(pick("陈分派", "Dispatcher Chen"), pick("今天 10:48", "Today 10:48")),
                ),
                phone: Some("13800001234".into()),
            }),
            ..at_work.clone()
        };
        vec![at_work, fresh, complex, reopened, held, alarmed, taken]
    }
}
