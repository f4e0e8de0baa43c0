//! One invented story that the samples of all pages share: a stairwell lamp reported on 11月13日 周五 and answered on
//! 11月23日 周一. People, places and numbers are made up.

use std::sync::Arc;

use kernel::Locale;
use web::{Messages, Mode, Page, Person, Prefs, Shell, Site};

use super::nav::{self, Ways};
use super::parts::{Choice, ChoiceGroup, DayCell, DayKind, Lamp, Left, Light, NextStep, Proof, Row, Stage, Strip};
use super::work::{Group, WorkGroup};
use super::{
    AssistPage, Assists, CasePage, Check, Dispatch, Find, Held, Home, List, Looks, Models, OnCall, Receipt, Reissue, Report, Slip, Suggest,
    Track, Warrants, WhatIf, WhoLooked, Work,
};
use crate::words::Words;

pub(super) const LAMP_TEXT: &str =
    "3号楼二单元楼道灯坏了半个月，一到三楼都不亮，老人晚上下楼看不清。一单元也有一个不亮。是不是要我们自己出钱？";
pub(super) const LAMP_ANSWER: &str = "二单元一到三楼 6 个感应灯都换了新的，11月22日 晚上试过能亮。\n您问的一单元，物业 11月25日 周三 上午来换。钱从公共维修账上出，不用您交。";

pub(super) fn kinds(locale: Locale) -> Vec<ChoiceGroup> {
    let group = |zh: &str, en: &str, options: &[(&str, &str, &str)]| ChoiceGroup {
        label: locale.pick(zh, en).into(),
        options: options.iter().map(|(value, zh, en)| Choice::new(*value, locale.pick(zh, en))).collect(),
    };
    vec![
        group("住房和物业", "Housing and property", &[("lighting", "小区公共照明", "Lighting in estates"), ("lift", "电梯", "Lifts")]),
        group("市政设施", "Municipal works", &[("manhole", "井盖", "Manholes"), ("road", "道路坑洼", "Potholes")]),
    ]
}

pub(super) fn areas(locale: Locale) -> Vec<ChoiceGroup> {
    let group = |zh: &str, en: &str, options: &[(&str, &str, &str)]| ChoiceGroup {
        label: locale.pick(zh, en).into(),
        options: options.iter().map(|(value, zh, en)| Choice::new(*value, locale.pick(zh, en))).collect(),
    };
    vec![
        group(
            "城关街道",
            "Chengguan Subdistrict",
            &[("huaiyin", "槐荫社区", "Huaiyin Community"), ("xijie", "西街社区", "Xijie Community")],
        ),
        group("石桥镇", "Shiqiao Town", &[("shiqiao-1", "石桥村", "Shiqiao Village")]),
    ]
}

pub(super) fn estates(_locale: Locale) -> Vec<String> {
    ["槐荫里小区", "北关东巷", "西街"].map(str::to_owned).to_vec()
}

/// Received on Friday the 13th, five working days, one day paused.
pub(super) fn strip(locale: Locale) -> Strip {
    let week = [("周五", "Fri"), ("周六", "Sat"), ("周日", "Sun"), ("周一", "Mon"), ("周二", "Tue"), ("周三", "Wed"), ("周四", "Thu")];
    let days = [
        ("13", "收到", "Received", DayKind::Start),
        ("14", "周末", "Weekend", DayKind::Skipped),
        ("15", "周末", "Weekend", DayKind::Skipped),
        ("16", "第1天", "Day 1", DayKind::Counted),
        ("17", "第2天", "Day 2", DayKind::Counted),
        ("18", "等您回话", "Paused", DayKind::Paused),
        ("19", "第3天", "Day 3", DayKind::Counted),
        ("20", "第4天", "Day 4", DayKind::Counted),
        ("21", "周末", "Weekend", DayKind::Skipped),
        ("22", "周末", "Weekend", DayKind::Skipped),
        ("23", "第5天 · 17:30 到期", "Day 5 · due 17:30", DayKind::Due),
    ];
    Strip {
        rule: locale.pick("求助类：5 个工作日，从第二天数起。", "A request for help has 5 working days, counted from the next day.").into(),
        due: locale.pick("11月23日 周一 17:30", "Mon 23 Nov 17:30").into(),
        cells: days
            .iter()
            .zip(week.iter().cycle())
            .map(|(&(day, zh, en, kind), (zh_day, en_day))| DayCell {
                weekday: locale.pick(zh_day, en_day).into(),
                day: day.into(),
                note: locale.pick(zh, en).into(),
                kind,
            })
            .collect(),
        remark: Some(
            locale
                .pick(
                    "18日 问您“白天家里有人吗”，等您回话的这一天不算。",
                    "On the 18th we asked when someone would be at home. The day we waited for you is not counted.",
                )
                .into(),
        ),
        provisional: false,
    }
}

#[expect(clippy::too_many_lines, reason = "a sample is data, told in one place")]
pub(super) fn work_groups(locale: Locale) -> Vec<WorkGroup> {
    let pick = |zh: &str, en: &str| locale.pick(zh, en).to_owned();
    let row = |number: &str,
               title: &str,
               sub: (&str, &str),
               lamp: (Light, &str, &str),
               step: (Stage, &str, &str),
               left: (u8, &str, &str),
               next: (&str, &str, &'static str)| Row {
        number: number.into(),
        number_plain: number.replace(' ', ""),
        title: title.into(),
        sub: pick(sub.0, sub.1),
        unit: pick("槐荫社区", "Huaiyin Community"),
        lamp: Lamp { light: lamp.0, text: pick(lamp.1, lamp.2) },
        stage: step.0,
        step: pick(step.1, step.2),
        left: Some(Left { percent: left.0, light: lamp.0, text: pick(left.1, left.2) }),
        next: Some(NextStep { label: pick(next.0, next.1), anchor: next.2, primary: false }),
    };
    let help = ("槐荫里小区 · 求助", "Huaiyinli · help");
    let at_work = (Stage::AtWork, "办理", "at work");
    let to_contact = (Stage::Dispatched, "待联系", "to contact");
    let answer = ("写答复", "Answer", "answer");
    let mut late = row(
        "261 113 552 018",
        "5 号楼地下室积水有异味，要求查清原因",
        ("槐荫里小区 · 求助 · 今天 9:20 补充了情况", "Huaiyinli · help · added to today 9:20"),
        (Light::Red, "超 1 天", "1 day late"),
        at_work,
        (100, "11月20日 到期", "was due 20 Nov"),
        answer,
    );
    if let Some(next) = &mut late.next {
        next.primary = true;
    }
    let soon = vec![
        row(
            "261 113 048 271",
            "3 号楼二单元楼道灯不亮",
            help,
            (Light::Yellow, "今天", "Today"),
            at_work,
            (92, "6 小时 48 分", "6 h 48 min"),
            answer,
        ),
        row(
            "261 120 204 876",
            "想问高龄津贴什么时候发、要带什么",
            ("槐荫西街 · 咨询", "Huaiyin West Street · enquiry"),
            (Light::Yellow, "明天", "Tomorrow"),
            at_work,
            (74, "1 天 · 周二 17:30", "1 d · Tue 17:30"),
            answer,
        ),
        row(
            "261 117 907 330",
            "东门早点摊占了盲道",
            ("槐荫里东门 · 投诉", "Huaiyinli east gate · complaint"),
            (Light::Yellow, "明天", "Tomorrow"),
            at_work,
            (88, "1 天 · 周二 17:30", "1 d · Tue 17:30"),
            answer,
        ),
    ];
    let new = vec![
        row(
            "261 123 430 951",
            "老人出院回家，想问有没有人上门换药",
            help,
            (Light::New, "新", "New"),
            to_contact,
            (12, "21 小时内联系", "contact in 21 h"),
            ("接单", "Accept", "accept"),
        ),
        row(
            "261 123 512 087",
            "<script>alert(1)</script> 楼上装修，周日早上六点就开始敲",
            ("槐荫里小区 7 号楼 · 投诉", "Huaiyinli building 7 · complaint"),
            (Light::New, "新", "New"),
            to_contact,
            (35, "15 小时内联系", "contact in 15 h"),
            ("打电话", "Call", "contact"),
        ),
    ];
    let waiting = vec![row(
        "261 118 045 629",
        "宽带施工挖断绿化带，反映人说没解决",
        ("槐荫西街 · 投诉 · 今天 8:55 评价", "Huaiyin West Street · complaint · rated today 8:55"),
        (Light::Stopped, "暂停", "Paused"),
        (Stage::AtWork, "重新办理", "reopened"),
        (40, "5 天 · 周一 17:30", "5 d · Mon 17:30"),
        ("重新办理", "Take up", "resume"),
    )];
    let running = vec![row(
        "261 119 381 704",
        "联系点门口坡道太陡，轮椅上不去",
        ("槐荫社区 · 建议", "Huaiyin Community · suggestion"),
        (Light::Green, "正常", "On time"),
        at_work,
        (30, "6 天 · 周二 17:30", "6 d · Tue 17:30"),
        answer,
    )];
    vec![
        WorkGroup { group: Group::Overdue, total: 1, rows: vec![late] },
        WorkGroup { group: Group::DueSoon, total: 3, rows: soon },
        WorkGroup { group: Group::New, total: 2, rows: new },
        WorkGroup { group: Group::Waiting, total: 1, rows: waiting },
        WorkGroup { group: Group::Running, total: 1, rows: running },
    ]
}

/// A receipt: sealed, or waiting.
pub(super) fn proof(locale: Locale, sealed: bool) -> Proof {
    let w = Words::of(locale);
    if sealed {
        Proof {
            what: w.proof_intake().into_owned(),
            when: locale.pick("11月13日 周五 15:20", "Fri 13 Nov 15:20").into(),
            state: w.proof_sealed("83118"),
            href: Some("/track/261113048271/receipts/1".into()),
        }
    } else {
        Proof {
            what: w.proof_answer().into_owned(),
            when: locale.pick("今天 10:48", "Today 10:48").into(),
            state: w.proof_waiting().into_owned(),
            href: None,
        }
    }
}

/// A rendered sample: its file name without ending, and the page.
pub type Rendered = (String, Result<String, askama::Error>);

/// Every sample of every page in one language, as normal or 长辈版, light or dark for staff.
pub fn render_all(locale: Locale, mode: Mode, theme: web::Theme) -> Vec<Rendered> {
    let site = Arc::new(Site {
        county: ("清河县".into(), "Qinghe County".into()),
        hotline: "12345".into(),
        demo: true,
        messages: Messages::default().and(Words::find),
    });
    let shell = |path: &str| Shell::resident(&site, Prefs { locale, mode, theme, ..Prefs::default() }, path, "req-sample");
    let staff = |path: &str| {
        let person =
            Person { name: locale.pick("李干事", "Officer Li").into(), role: locale.pick("槐荫社区", "Huaiyin Community").into() };
        let ways = Ways {
            work: true,
            dispatch: Some(18),
            cases: true,
            assists: Some(2),
            reissue: true,
            on_call: true,
            models: true,
            looks: true,
            warrants: true,
            accounts: true,
            settings: true,
        };
        shell(path).for_staff(person, nav::rail(locale, ways), "csrf-token")
    };
    let mut out = Vec::new();
    add(&mut out, "home", &shell("/"), &Home::sample(locale));
    add(&mut out, "report", &shell("/report"), &Report::sample(locale));
    add(&mut out, "receipt", &shell("/receipt/261113048271"), &Receipt::sample(locale));
    add(&mut out, "find", &shell("/find"), &Find::sample(locale));
    add(&mut out, "track", &shell("/track/261113048271"), &Track::sample(locale));
    add(&mut out, "who-looked", &shell("/track/261113048271/looks"), &WhoLooked::sample(locale));
    add(&mut out, "looks", &staff("/staff/looks"), &Looks::sample(locale));
    add(&mut out, "assists", &staff("/staff/assists"), &Assists::sample(locale));
    add(&mut out, "assist", &staff("/staff/assists/261113048271"), &AssistPage::sample(locale));
    add(&mut out, "warrants", &staff("/staff/warrants"), &Warrants::sample(locale));
    add(&mut out, "check", &shell("/r"), &Check::sample());
    add(&mut out, "work", &staff("/staff"), &Work::sample(locale));
    add(&mut out, "dispatch", &staff("/staff/dispatch/261123719306"), &Dispatch::sample(locale));
    add(&mut out, "held", &staff("/staff/dispatch/held"), &Held::sample(locale));
    add(&mut out, "reissue", &staff("/staff/reissue"), &Reissue::sample(locale));
    add(&mut out, "slip", &staff("/staff/reissue"), &Slip::sample(locale));
    add(&mut out, "models", &staff("/staff/models"), &Models::sample(locale));
    add(&mut out, "on-call", &staff("/staff/on-call"), &OnCall::sample(locale));
    let alert = web::Alert {
        text: Words::of(locale).alarm_banner("1"),
        href: "/staff/cases/261113048271#alarm".into(),
        link: Words::of(locale).alarm_open().into_owned(),
    };
    add(&mut out, "alert", &staff("/staff").alerting(Some(alert)), &Work::sample(locale));
    add(&mut out, "case", &staff("/staff/cases/261113048271"), &CasePage::sample(locale));
    add(&mut out, "what-if", &staff("/staff/cases/261113048271/what-if"), &WhatIf::sample(locale));
    add(&mut out, "list", &staff("/staff/cases?state=InProgress"), &List::sample(locale));
    out.extend(Suggest::sample(locale).iter().zip(1..).map(|(suggest, n)| (format!("suggest-{n}"), suggest.html(locale))));
    out
}

fn add<P: Page>(out: &mut Vec<Rendered>, name: &str, shell: &Shell, views: &[P]) {
    out.extend(views.iter().enumerate().map(|(index, view)| (format!("{name}-{}", index + 1), view.html(shell))));
}
