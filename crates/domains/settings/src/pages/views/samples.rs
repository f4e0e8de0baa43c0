//! Samples of every page, made with the registry itself: what ships, one change decided for later, one that waits.

use std::sync::Arc;

use kernel::Locale;
use web::{Messages, Mode, Page, Person, Prefs, Shell, Site, Theme};

use super::{
    CalendarForm, CalendarPage, CalendarPreview, Choice, ChoiceGroup, Control, DayChange, Example, Field, Form, Group, Held, KindGroup,
    Line, List, Parameter, Part, Proposal, Proposals, RegisterForm, RegisterPage, RegisterRow, Row, Rules, Shift, WordLine, WordRow,
    WordsChanged, WordsForm, WordsPage, YearRow, sample_rail,
};
use crate::words::Words;

/// A rendered sample: its file name without ending, and the page.
pub type Rendered = (String, Result<String, askama::Error>);

fn row(locale: Locale) -> Row {
    let pick = |zh: &str, en: &str| locale.pick(zh, en).to_owned();
    Row {
        code: "final.help",
        name: pick("求助几天答复", "Answer to a request for help within"),
        why: pick("从收到起算。", "From receipt."),
        source: pick("方案没有写", "The plan is silent"),
        value: pick("5 个工作日", "5 working days"),
        since: Some(pick("2026年3月1日", "1 Mar 2026")),
        next: Some(pick("2027年1月1日 起：4 个工作日", "from 1 Jan 2027: 4 working days")),
        earlier: history(locale),
        waiting: true,
        ..Row::default()
    }
}

fn history(locale: Locale) -> Vec<Held> {
    let pick = |zh: &str, en: &str| locale.pick(zh, en).to_owned();
    vec![
        Held {
            from: pick("2027年1月1日", "1 Jan 2027"),
            value: pick("4 个工作日", "4 working days"),
            coming: true,
            told: Some(pick("何管理员提，吴组织员批：<b>快了</b>", "Proposed by He, approved by Wu: <b>faster</b>")),
            proposal: Some(3),
            ..Held::default()
        },
        Held { from: pick("一开始", "the beginning"), value: pick("5 个工作日", "5 working days"), now: true, ..Held::default() },
    ]
}

fn groups(locale: Locale) -> Vec<Group> {
    let pick = |zh: &str, en: &str| locale.pick(zh, en).to_owned();
    let scoped = Row {
        code: "k_anonymity",
        name: pick("少于几个不公布", "Nothing is published below"),
        value: pick("5 人", "5 people"),
        scoped: vec![pick("石桥镇：10 人", "Shiqiao Town: 10 people")],
        since: None,
        next: None,
        waiting: false,
        later: true,
        earlier: Vec::new(),
        ..row(locale)
    };
    vec![
        Group { code: "clocks", name: pick("期限", "Time limits"), rows: vec![row(locale)] },
        Group { code: "publication", name: pick("公开", "Publication"), rows: vec![scoped] },
    ]
}

fn line(locale: Locale) -> Line {
    let pick = |zh: &str, en: &str| locale.pick(zh, en).to_owned();
    Line {
        number: 3,
        what: pick("求助几天答复：5 个工作日 → 4 个工作日", "Answer to a request for help within: 5 working days → 4 working days"),
        status: pick("待批", "Waiting"),
        open: true,
        who: pick("何管理员 11月20日 周五 10:00 提", "Proposed by He, Fri 20 Nov 10:00"),
        when: pick("等到 12月4日 周五 10:00", "Waits until Fri 4 Dec 10:00"),
    }
}

fn parameters(locale: Locale) -> Vec<Parameter> {
    let pick = |zh: &str, en: &str| locale.pick(zh, en).to_owned();
    let choice = |value: &str, zh: &str, en: &str| Choice { value: value.to_owned(), label: pick(zh, en), chosen: false };
    let field = |code, control, error: Option<String>| Field {
        code,
        label: pick("求助几天答复", "Answer to a request for help within"),
        hint: Some(pick("可以定在 1 个工作日到 10 个工作日之间", "between 1 working day and 10 working days")),
        typed: "4".to_owned(),
        control,
        error,
    };
    let days = Control::Limit(vec![choice("wd", "个工作日", "working days")]);
    let form = Form { fields: vec![field("final.help", days, None)], today: "2026-11-23".to_owned(), ..Form::default() };
    let open = Parameter {
        code: "final.help",
        name: pick("求助几天答复", "Answer to a request for help within"),
        why: pick("从收到起算。", "From receipt."),
        source: pick("方案没有写", "The plan is silent"),
        value: pick("5 个工作日", "5 working days"),
        range: Some(pick("1 到 10 个工作日", "1 to 10 working days")),
        history: history(locale),
        waiting: vec![line(locale)],
        form: Some(form),
        ..Parameter::default()
    };
    let wrong = pick("超出了允许的范围", "Outside the allowed range");
    let both = Control::Limit(vec![choice("h", "小时", "hours"), choice("wd", "个工作日", "working days")]);
    let words = Control::Choice(vec![choice("weekly", "每周一次", "weekly")]);
    let refused = Parameter {
        form: Some(Form {
            fields: vec![
                field("final.help", both, Some(wrong.clone())),
                field("dispatch.max", Control::Number, Some(wrong.clone())),
                field("eval.weight.satisfaction", Control::Decimal, None),
                field("visit.freq.high", words, Some(wrong.clone())),
            ],
            scopes: vec![choice("county", "全县", "Whole county")],
            day_error: Some(wrong.clone()),
            reason_error: Some(wrong.clone()),
            reason: "</textarea><script>alert(1)</script>".to_owned(),
            errors: vec![wrong],
            ..Form::default()
        }),
        ..open.clone()
    };
    vec![open.clone(), refused, Parameter { form: None, fixed: true, later: true, waiting: Vec::new(), ..open }]
}

fn proposals(locale: Locale) -> Vec<Proposal> {
    let pick = |zh: &str, en: &str| locale.pick(zh, en).to_owned();
    let example = Example {
        occasion: pick("平常上班日", "An ordinary working day"),
        received: pick("2027年1月4日 周一 10:00", "Mon 4 Jan 2027 10:00"),
        before: pick("1月11日 周一 17:30", "Mon 11 Jan 17:30"),
        after: pick("1月8日 周五 17:30", "Fri 8 Jan 17:30"),
    };
    let shift = Shift {
        href: "/staff/settings/final.help".to_owned(),
        name: pick("求助几天答复", "Answer to a request for help within"),
        scope: pick("全县", "Whole county"),
        before: pick("5 个工作日", "5 working days"),
        after: pick("4 个工作日", "4 working days"),
        examples: vec![example],
    };
    let plain = Shift { examples: Vec::new(), ..shift.clone() };
    let open = Proposal {
        number: 3,
        version: 1,
        heading: line(locale).what,
        status: pick("待批", "Waiting"),
        open: true,
        who: line(locale).who,
        reason: pick("十件有九件四天内答复", "Nine in ten are answered in four days"),
        from: pick("2027年1月1日 起用", "Holds from 1 Jan 2027"),
        until: line(locale).when,
        shifts: vec![shift, plain],
        open_matters: Some("37".to_owned()),
        part: Part::Decider,
        error: Some(pick("不批要写为什么", "Please say why you refuse")),
        ..Proposal::default()
    };
    let own = Proposal { part: Part::Proposer, error: None, ..open.clone() };
    let viewed = Proposal { part: Part::Reader, error: None, ..open.clone() };
    let done = Proposal {
        open: false,
        part: Part::Reader,
        error: None,
        open_matters: None,
        decision: Some(pick("批了：吴组织员", "Approved: Wu")),
        notice: Some(pick("批了。", "Approved.")),
        ..open.clone()
    };
    let of_calendar = Proposal { shifts: Vec::new(), calendar: Some(preview(locale)), open_matters: None, ..viewed.clone() };
    let come = vec![WordRow { word: "<script>alert(1)</script>".to_owned(), means: "北苑家园".to_owned(), ..WordRow::default() }];
    let change = WordsChanged { come, go: vec!["老供销社".to_owned()] };
    let of_words = Proposal { calendar: None, words: Some(change), ..of_calendar.clone() };
    let of_kind = Proposal {
        shifts: Vec::new(),
        amendment: Some(pick("从那天起群众和派单台都能选。", "From that day residents and the desk can choose it.")),
        facts: vec![(
            pick("群众常说的词", "What people say"),
            pick("充不上电、<script>alert(1)</script>", "charger, <script>alert(1)</script>"),
        )],
        ..viewed.clone()
    };
    vec![open, own, viewed, done, of_calendar, of_words, of_kind]
}

fn registers(locale: Locale) -> Vec<RegisterPage> {
    let pick = |zh: &str, en: &str| locale.pick(zh, en).to_owned();
    let row = |zh: &str, en: &str, notes, in_force| RegisterRow { name: pick(zh, en), code: String::new(), notes, in_force };
    let closed = vec![pick("到 2027年1月1日 为止，由县民政局接着", "until 1 Jan 2027, then Civil Affairs")];
    let viewed = RegisterPage {
        heading: pick("2026年11月23日在用：29 个地区，11 个单位，1 类事", "In force on 23 Nov 2026: 29 areas, 11 units, 1 kind of matter"),
        areas: vec![row("槐荫社区", "Huaiyin Community", Vec::new(), true)],
        units: vec![row("县卫生健康局", "Health Bureau", closed, false)],
        kinds: vec![KindGroup {
            first: row("城乡建设", "Urban construction", Vec::new(), true),
            kinds: vec![row("路灯", "Street lamps", vec![pick("由县交通和城管局办", "handled by Transport and Urban Management")], true)],
        }],
        form: None,
    };
    let choice = |value: &str, zh: &str, en: &str| Choice { value: value.to_owned(), label: pick(zh, en), chosen: false };
    let options = vec![choice("area:huaiyin", "槐荫社区", "Huaiyin Community")];
    let sent = [("step", "rename"), ("which", "area:huaiyin"), ("name", "<script>alert(1)</script>")];
    let form = RegisterForm {
        groups: vec![ChoiceGroup { label: pick("地区", "Areas"), options }],
        parents: vec![choice("beiguan_subdistrict", "北关街道", "Beiguan Subdistrict")],
        levels: vec![choice("community", "社区、村", "Community or village")],
        firsts: vec![choice("construction", "城乡建设", "Urban construction")],
        kinds: vec![ChoiceGroup {
            label: pick("城乡建设", "Urban construction"),
            options: vec![choice("kind:street_lamp", "路灯", "Street lamps")],
        }],
        units: vec![choice("housing", "县住房和城乡建设局", "Housing Bureau")],
        case_types: vec![choice("help", "求助", "Help")],
        complexities: vec![choice("general", "一般事项", "General")],
        tomorrow: "2026-11-24".to_owned(),
        errors: vec![pick("还没写英文名字", "The name in English is missing")],
        sent: sent.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
    };
    vec![viewed.clone(), RegisterPage { form: Some(form), ..viewed }]
}

fn year(locale: Locale) -> YearRow {
    let pick = |zh: &str, en: &str| locale.pick(zh, en).to_owned();
    YearRow {
        year: "2027".to_owned(),
        notices: vec![pick(
            "<script>alert(1)</script> 关于2027年部分节假日安排的通知",
            "<script>alert(1)</script> Notice on holidays in 2027",
        )],
        days: pick("上班 249 天，通知放假 28 天，调休上班 5 天", "249 days worked, 28 off by notice, 5 weekend days worked"),
        version: "2027".to_owned(),
        since: Some(pick("2026年11月28日", "28 Nov 2026")),
    }
}

fn preview(locale: Locale) -> CalendarPreview {
    let pick = |zh: &str, en: &str| locale.pick(zh, en).to_owned();
    let day = DayChange {
        day: pick("2027年2月8日 周一", "8 Feb 2027 Mon"),
        before: pick("工作日", "working day"),
        after: pick("放假", "holiday"),
        festival: pick("春节", "Spring Festival"),
    };
    CalendarPreview {
        years: vec![year(locale)],
        summary: pick("有 1 天和现在不一样", "1 day differs from now"),
        days: vec![day],
        moves: pick("现在没办完的有 37 件期限会变", "37 open matters get another deadline"),
    }
}

fn calendars(locale: Locale) -> Vec<CalendarPage> {
    let pick = |zh: &str, en: &str| locale.pick(zh, en).to_owned();
    let viewed = CalendarPage {
        years: vec![year(locale), YearRow { since: None, ..year(locale) }],
        next: pick("2028 年和以后的年份，先按周末算", "2028 and later years count weekends"),
        ..CalendarPage::default()
    };
    let form = CalendarForm {
        calendar: "</textarea><script>alert(1)</script>".to_owned(),
        notice: pick("关于2027年部分节假日安排的通知", "Notice on holidays in 2027"),
        ready: true,
        ..CalendarForm::default()
    };
    let looked = CalendarPage {
        missing: Some(pick("2027年的放假安排还没有公布", "2027 is not published")),
        waiting: vec![line(locale)],
        preview: Some(preview(locale)),
        form: Some(form.clone()),
        ..viewed.clone()
    };
    let wrong = Some(pick("第 3 行读不懂", "Line 3 cannot be read"));
    let refused = CalendarForm {
        calendar_error: wrong.clone(),
        notice_error: wrong.clone(),
        issued_error: wrong.clone(),
        reason_error: wrong,
        ready: false,
        ..form
    };
    vec![viewed.clone(), looked, CalendarPage { form: Some(refused), ..viewed }]
}

fn words(locale: Locale) -> Vec<WordsPage> {
    let pick = |zh: &str, en: &str| locale.pick(zh, en).to_owned();
    let row = |word: &str, means: String, seq, ticked| WordRow {
        word: word.to_owned(),
        means,
        seq,
        since: pick("2026年11月23日", "23 Nov 2026"),
        ticked,
    };
    let rows = vec![row("老供销社", "北苑家园".to_owned(), 2, true), row("网格员", pick("不指地方", "no place"), 1, false)];
    let heading = pick("词库里有 2 个词", "The dictionary holds 2 words");
    let viewed = WordsPage { heading, words: rows, next: Some(1), ..WordsPage::default() };
    let wrong = pick("像电话", "Like a telephone number");
    let line = |number: &str, word: &str, means: &str, error: Option<String>| WordLine {
        number: number.to_owned(),
        word: word.to_owned(),
        means: means.to_owned(),
        error,
    };
    let form = WordsForm {
        lines: "</textarea><script>alert(1)</script>".to_owned(),
        preview: vec![line("1", "老供销社", "北苑家园", None), line("2", "<script>alert(1)</script>", "", Some(wrong.clone()))],
        summary: Some(pick("能加的 1 行，要改的 1 行", "1 line can be taken, 1 needs work")),
        reason_error: Some(wrong.clone()),
        lines_error: Some(wrong.clone()),
        end_error: Some(wrong),
        ..WordsForm::default()
    };
    let ready = WordsForm { ready: true, ..WordsForm::default() };
    let empty = WordsPage { words: Vec::new(), none: Some(pick("还没有词。", "There is no word yet.")), next: None, ..viewed.clone() };
    vec![
        viewed.clone(),
        WordsPage { form: Some(form), waiting: vec![Line { number: 3, ..line_of_words(locale) }], ..viewed.clone() },
        WordsPage { form: Some(ready), q: "<b>快了".to_owned(), ..empty },
    ]
}

fn line_of_words(locale: Locale) -> Line {
    Line { what: locale.pick("词库加 2 个词", "2 words come into the dictionary").to_owned(), ..line(locale) }
}

/// Every sample of every page in one language.
pub fn render_all(locale: Locale, mode: Mode, theme: Theme) -> Vec<Rendered> {
    let site = Arc::new(Site {
        county: ("清河县".into(), "Qinghe County".into()),
        hotline: "12345".into(),
        demo: true,
        messages: Messages::default().and(Words::find),
    });
    let shell = |path: &str| Shell::resident(&site, Prefs { locale, mode, theme, ..Prefs::default() }, path, "req-sample");
    let staff = |path: &str| {
        let person = Person { name: locale.pick("何管理员", "He").into(), role: locale.pick("管理员", "Administrator").into() };
        shell(path).for_staff(person, sample_rail(locale), "csrf-token")
    };
    let mut out = Vec::new();
    let rules = Rules {
        version: "4".to_owned(),
        today: locale.pick("2026年11月23日", "23 Nov 2026").to_owned(),
        groups: groups(locale),
        years: Vec::new(),
    };
    let list = |waiting| List { version: "4".to_owned(), waiting, groups: groups(locale) };
    let lines = Proposals {
        waiting: vec![line(locale)],
        decided: vec![Line { open: false, ..line(locale) }],
        next: Some("/staff/settings/proposals?before=3".to_owned()),
    };
    let years = vec![year(locale), YearRow { since: None, ..year(locale) }];
    let rules = Rules { years, ..rules };
    add(&mut out, "calendar", &staff("/staff/settings/calendar"), &calendars(locale));
    add(&mut out, "rules", &shell("/rules"), &[rules]);
    add(&mut out, "settings", &staff("/staff/settings"), &[list(1), list(0)]);
    add(&mut out, "parameter", &staff("/staff/settings/final.help"), &parameters(locale));
    add(&mut out, "proposals", &staff("/staff/settings/proposals"), &[lines, Proposals::default()]);
    add(&mut out, "words", &staff("/staff/settings/words"), &words(locale));
    add(&mut out, "register", &staff("/staff/settings/register"), &registers(locale));
    add(&mut out, "proposal", &staff("/staff/settings/proposals/3"), &proposals(locale));
    out
}

fn add<P: Page>(out: &mut Vec<Rendered>, name: &str, shell: &Shell, views: &[P]) {
    out.extend(views.iter().enumerate().map(|(index, view)| (format!("{name}-{}", index + 1), view.html(shell))));
}
