//! 进度: the answer first, then the three questions, how the deadline was counted, the story.

use kernel::Locale;

use super::parts::{Answer, Choice, Entry, Errors, FieldError, Handler, Lamp, Light, Proof, Rated, Stage, Strip};
use super::samples;
use crate::words::Words;

/// `GET /track/{number}` behind the case's cookie. Its forms post to `/track/{number}/rating`, `…/supplement`,
/// `…/reopen`, `…/chase`, `…/contest`, `…/contest-class` and `…/withdraw`, each with a hidden idempotency `key`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Track {
    /// `261 113 048 271`.
    pub number: String,
    /// `261113048271`.
    pub number_plain: String,
    /// Title, or the beginning of the text.
    pub title: String,
    /// One sentence: how it stands. `社区已经答复，比期限早 6 小时。`
    pub lead: String,
    /// What is asked of the resident now: `请您看看灯亮了没有。`
    pub ask: Option<String>,
    /// A step just taken, confirmed: `评价收到了。`
    pub notice: Option<String>,
    /// The light, with the resident's word.
    pub lamp: Lamp,
    /// How far it has come.
    pub stage: Stage,
    /// Answers, newest first.
    pub answers: Vec<Answer>,
    /// Who handles it, once someone has accepted.
    pub handler: Option<Handler>,
    /// The three questions, while the window is open.
    pub rate: Option<Rate>,
    /// The rating that was given last.
    pub rated: Option<Rated>,
    /// The counted days of the final clock.
    pub strip: Option<Strip>,
    /// The story, newest first.
    pub timeline: Vec<Entry>,
    /// What was written, exactly.
    pub text: String,
    /// Where.
    pub place: Option<String>,
    /// Until when this is kept, once it is over.
    pub kept: Option<String>,
    /// May add something (any open state).
    pub supplement: Option<WriteForm>,
    /// May ask for it to be taken up again (closed less than 30 days ago).
    pub reopen: Option<ReopenForm>,
    /// A question of the handler that waits for her; the supplement is the reply.
    pub asked: Option<AskedOf>,
    /// The rarer steps: remind, contest, withdraw.
    pub own: Vec<OwnForm>,
    /// The cases it was split into, each with the link that opens it.
    pub parts: Vec<Part>,
    /// Receipts to keep, newest first.
    pub proofs: Vec<Proof>,
    /// What was sent was not taken.
    pub refused: Option<Refused>,
}

/// A question that waits for the resident.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedOf {
    /// Who asks.
    pub who: String,
    /// What.
    pub question: String,
}

/// A step of the resident's own: posts `key`, `text`, `pressed` to `/track/{number}/{code}`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OwnForm {
    /// `chase`, `contest`, `contest-class`, `withdraw`.
    pub code: &'static str,
    /// The idempotency key.
    pub key: String,
    /// `催一催`.
    pub title: String,
    /// What it means.
    pub hint: String,
    /// The label of its words, where it takes some.
    pub label: Option<String>,
    /// As written.
    pub text: String,
    /// Asks whether somebody pressed her.
    pub pressed: bool,
    /// On the button.
    pub submit: String,
    /// Why it was not taken.
    pub error: Option<String>,
}

/// A case that this one was split into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// `261 113 048 271`.
    pub number: String,
    /// The link with its code.
    pub href: String,
}

/// The three questions. Fields `contacted` and `solved` (`yes|no`), `satisfaction` (`5` 很满意 … `1` 很不满意), `comment`,
/// `key`. Nothing is chosen for anybody.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rate {
    /// The idempotency key.
    pub key: String,
    /// `11月30日 周一`.
    pub until: String,
    /// As chosen, when the form comes back.
    pub contacted: Option<bool>,
    /// As chosen.
    pub solved: Option<bool>,
    /// As chosen, 5 to 1.
    pub satisfaction: Option<u8>,
    /// As written.
    pub comment: String,
    /// Questions left out.
    pub errors: Errors,
}

impl Rate {
    /// The five answers, best first.
    pub fn levels(&self, w: Words) -> [Choice; 5] {
        [(5, w.satisfied_5()), (4, w.satisfied_4()), (3, w.satisfied_3()), (2, w.satisfied_2()), (1, w.satisfied_1())]
            .map(|(level, label)| Choice { value: level.to_string(), label: label.into_owned(), chosen: self.satisfaction == Some(level) })
    }
}

/// Why what was sent was not taken, and her words where no form on the page holds them any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The reason, in the resident's words.
    pub why: String,
    /// What she wrote.
    pub words: Option<String>,
}

/// A form with one text (`text`, `key`).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WriteForm {
    /// The idempotency key.
    pub key: String,
    /// As written.
    pub text: String,
    /// Why it was not taken.
    pub error: Option<String>,
}

impl WriteForm {
    /// It came back and is shown unfolded.
    pub fn open(&self) -> bool {
        self.error.is_some() || !self.text.is_empty()
    }
}

/// The form that opens a closed case again (`text`, `key`).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReopenForm {
    /// The idempotency key.
    pub key: String,
    /// `12月30日 周三`.
    pub until: String,
    /// As written.
    pub text: String,
    /// Why it was not taken.
    pub error: Option<String>,
}

super::page!(Track, "track.html");

impl Track {
    /// Answered and waiting for the rating; just received; rating refused; closed.
    #[expect(clippy::too_many_lines, reason = "a sample is data, told in one place")]
    pub fn sample(locale: Locale) -> Vec<Self> {
        let w = Words::of(locale);
        let pick = |zh: &str, en: &str| locale.pick(zh, en).to_owned();
        let entry = |zh_when: &str, en_when: &str, zh: &str, en: &str, detail: Option<&str>, now| Entry {
            when: pick(zh_when, en_when),
            what: pick(zh, en),
            detail: detail.map(str::to_owned),
            now,
        };
        let received = entry("11月13日 周五 15:20", "Fri 13 Nov 15:20", "您反映了这件事", "You reported it", None, false);
        let answered = Self {
            number: "261 113 048 271".into(),
            number_plain: "261113048271".into(),
            title: "3 号楼二单元楼道灯不亮".into(),
            lead: pick("社区已经答复，比期限早 6 小时。", "The community has answered, 6 hours before the deadline."),
            ask: Some(pick("请您看看办好了没有。", "Please check whether it is done.")),
            notice: None,
            lamp: Lamp { light: Light::Green, text: pick("按期答复", "Answered on time") },
            stage: Stage::Rating,
            answers: vec![Answer {
                when: pick("今天 10:48", "Today 10:48"),
                text: samples::LAMP_ANSWER.into(),
                result: pick("办理结果：部分解决", "Result: partly solved"),
            }],
            handler: Some(Handler {
                name: pick("李干事", "Officer Li"),
                unit: pick("槐荫社区居委会 · 一直负责这件事", "Huaiyin Community · in charge from start to end"),
            }),
            rate: Some(Rate { key: "5b0c".into(), until: pick("11月30日 周一", "Mon 30 Nov"), ..Rate::default() }),
            rated: None,
            strip: Some(samples::strip(locale)),
            timeline: vec![
                entry("今天 10:48", "Today 10:48", "社区答复了您", "The community answered you", None, true),
                entry("11月22日 周日 18:30", "Sun 22 Nov 18:30", "灯修好，晚上试亮", "Lights replaced and tested after dark", None, false),
                entry("11月19日 周四 09:10", "Thu 19 Nov 09:10", "您补充了情况", "You added something", Some("白天有人，可以上门"), false),
                entry("11月13日 周五 16:05", "Fri 13 Nov 16:05", "李干事打电话联系了您", "Officer Li telephoned you", None, false),
                received.clone(),
            ],
            text: samples::LAMP_TEXT.into(),
            place: Some("城关街道 · 槐荫里小区 3 号楼二单元".into()),
            kept: None,
            supplement: Some(WriteForm { key: "77a1".into(), ..WriteForm::default() }),
            reopen: None,
            asked: None,
            own: vec![OwnForm {
                code: "chase",
                key: "5b1d".into(),
                title: pick("催一催", "Remind them"),
                hint: pick("一天一次，承办单位的负责人会看到", "Once a day; the lead of the unit sees it"),
                submit: pick("催一下", "Remind"),
                ..OwnForm::default()
            }],
            parts: Vec::new(),
            proofs: vec![samples::proof(locale, true), samples::proof(locale, false)],
            refused: None,
        };
        let fresh = Self {
            lead: pick("收到了，正在派给承办的单位。", "We have it and are finding the right unit."),
            ask: Some(pick("11月14日 周六 15:20 前有人联系您。", "Someone contacts you by Sat 14 Nov 15:20.")),
            lamp: Lamp { light: Light::Green, text: pick("正常办理", "On time") },
            stage: Stage::Dispatched,
            answers: Vec::new(),
            handler: None,
            rate: None,
            timeline: vec![Entry { now: true, ..received.clone() }],
            ..answered.clone()
        };
        let left_out = Self {
            rate: answered.rate.clone().map(|rate| Rate {
                solved: Some(false),
                comment: "<b>一单元</b>的灯还没亮".into(),
                errors: Errors::new(vec![
                    FieldError { field: "contacted", message: w.fault_contacted_empty().into_owned() },
                    FieldError { field: "satisfaction", message: w.fault_satisfaction_empty().into_owned() },
                ]),
                ..rate
            }),
            ..answered.clone()
        };
        let closed = Self {
            lead: pick("您说解决了，这件事已经办结。", "You said it is solved; the matter is closed."),
            ask: None,
            notice: Some(pick("评价收到了，谢谢您。", "We have your rating. Thank you.")),
            lamp: Lamp { light: Light::Green, text: pick("已办结", "Closed") },
            stage: Stage::Done,
            rate: None,
            rated: Some(Rated {
                when: pick("今天 11:02", "Today 11:02"),
                contacted: pick("联系了", "Yes"),
                solved: pick("解决了", "Solved"),
                satisfaction: pick("很满意", "Very satisfied"),
                comment: Some("谢谢李干事".into()),
            }),
            kept: Some(w.kept_until(pick("2029年11月", "Nov 2029"))),
            supplement: None,
            reopen: Some(ReopenForm { key: "9c2e".into(), until: pick("12月23日 周三", "Wed 23 Dec"), ..ReopenForm::default() }),
            ..answered.clone()
        };
        let late = Self {
            refused: Some(Refused {
                why: pick("这件事走到这里，不能做这一步", "This step cannot be taken as the case stands"),
                words: Some("灯又灭了一盏".into()),
            }),
            ..closed.clone()
        };
        let asked = Self {
            lead: pick("承办人在等您回话，回了就接着办。", "The handler waits for your reply; then work goes on."),
            asked: Some(AskedOf {
                who: pick("李干事", "Officer Li"), question: pick("白天家里有人吗？", "Is anybody at home by day?")
            }),
            own: vec![OwnForm {
                code: "withdraw",
                key: "5b1e".into(),
                title: pick("不办了，撤回", "Withdraw it"),
                hint: pick("撤回是您自己的决定，工作人员不能替您撤回。", "Only you can withdraw it; staff cannot do it for you."),
                label: Some(pick("为什么，可以不填", "Why, optional")),
                text: pick("已经自己修好了", "Repaired it ourselves"),
                pressed: true,
                submit: pick("撤回", "Withdraw"),
                error: Some(pick("文字太长", "Too long")),
            }],
            parts: vec![Part { number: "261 113 048 289".into(), href: "/t/261113048289/K7QM2V9DXH4T".into() }],
            ..fresh.clone()
        };
        let archived = Self {
            title: w.erased_text().into_owned(),
            lead: w.lead_archived(pick("2026年11月", "Nov 2026")),
            ask: Some(w.ask_archived().into_owned()),
            notice: None,
            lamp: Lamp { light: Light::Green, text: w.calm_over().into_owned() },
            answers: Vec::new(),
            text: w.erased_text().into_owned(),
            place: Some(pick("城关街道", "Chengguan Subdistrict")),
            kept: None,
            reopen: None,
            ..closed.clone()
        };
        vec![answered, fresh, left_out, closed, late, asked, archived]
    }
}
