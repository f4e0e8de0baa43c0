//! Samples of every page, for the tests of templates and for looking at.

use std::sync::Arc;

use kernel::Locale;
use web::{Messages, Mode, NavItem, Page, Person, Prefs, Shell, Site, Theme};

use super::{
    AbsenceLine, Board, Choice, DueLine, EntryLine, Inbox, Issue, MatterLine, NoticeLine, Offer, OrderLine, OrderPage, Orders, Shares,
    Stage, Tile, UnitLine, Week, WeekBar, WeekDayBox,
};
use crate::words::Words;

/// A rendered sample: its file name without ending, and the page.
pub type Rendered = (String, Result<String, askama::Error>);

fn order(locale: Locale) -> OrderLine {
    let w = Words::of(locale);
    let pick = |zh: &str, en: &str| locale.pick(zh, en).to_owned();
    let names = [w.stage_issued(), w.stage_acknowledged(), w.stage_planned(), w.stage_rectified(), w.stage_verified()];
    OrderLine {
        number: "12".to_owned(),
        case_number: "261 123 719 306".to_owned(),
        unit: pick("县住房城乡建设局", "Housing Bureau"),
        cause: w.cause_overdue().into_owned(),
        state: w.order_acknowledged().into_owned(),
        open: true,
        late: true,
        due: Some(w.due_by(pick("今天 17:30", "Today 17:30"))),
        stages: names.into_iter().enumerate().map(|(at, name)| Stage { name: name.into_owned(), done: at < 2, here: at == 1 }).collect(),
    }
}

fn board(locale: Locale) -> Board {
    let w = Words::of(locale);
    let pick = |zh: &str, en: &str| locale.pick(zh, en).to_owned();
    let tile = |light, name: std::borrow::Cow<'static, str>, count: &str, hint: std::borrow::Cow<'static, str>| Tile {
        light,
        name: name.into_owned(),
        count: count.to_owned(),
        hint: hint.into_owned(),
    };
    let matter = MatterLine {
        number: "261123719306".to_owned(),
        grouped: "261 123 719 306".to_owned(),
        about: pick("路灯 · 石桥镇", "Street lamp · Shiqiao"),
        over: w.over_by(pick("2 天", "2 d")),
        unit: pick("县城市管理局", "Urban Management"),
        why: w.level_tier2().into_owned(),
        readable: true,
        order: Some("12".to_owned()),
        may_issue: false,
    };
    Board {
        heading: w.board_heading(12),
        tiles: vec![
            tile("y", w.level_yellow(), "43", w.tile_yellow()),
            tile("r", w.level_red(), "7", w.tile_red()),
            tile("r", w.level_tier2(), "4", w.tile_tier2()),
            tile("r", w.level_tier3(), "1", w.tile_tier3()),
        ],
        matters: vec![
            matter.clone(),
            MatterLine { readable: false, order: None, may_issue: true, why: w.level_red().into_owned(), ..matter },
        ],
        units: vec![
            UnitLine {
                name: pick("县民政局", "Civil Affairs"),
                open: Some("31".to_owned()),
                bar: Some(Shares::of(31, 2, 1)),
                yellow: "2".to_owned(),
                red: "1".to_owned(),
                in_time: "96.1%".to_owned(),
                stopped: "17%".to_owned(),
                stopped_much: true,
                sent_back: "2".to_owned(),
            },
            UnitLine {
                name: w.no_unit().into_owned(),
                yellow: "1".to_owned(),
                red: "0".to_owned(),
                in_time: w.few_answers().into_owned(),
                ..UnitLine::default()
            },
        ],
        orders: vec![order(locale)],
        weeks: vec![
            WeekBar { label: pick("11月16日 周一", "Mon 16 Nov"), hours: "212".to_owned(), width: 100, now: false },
            WeekBar { label: w.this_week().into_owned(), hours: "128".to_owned(), width: 60, now: true },
        ],
        compared: Some(w.red_less("31%")),
    }
}

fn order_pages(locale: Locale) -> Vec<OrderPage> {
    let w = Words::of(locale);
    let pick = |zh: &str, en: &str| locale.pick(zh, en).to_owned();
    let entry = |who: String, what: String, words: Option<&str>| EntryLine {
        at: pick("今天 10:42", "Today 10:42"),
        who,
        what,
        words: words.map(ToOwned::to_owned),
    };
    let open = OrderPage {
        line: order(locale),
        case: Some("261123719306".to_owned()),
        version: "2".to_owned(),
        notice: Some(w.done_issued().into_owned()),
        offers: vec![
            Offer {
                code: "plan",
                name: w.step_plan().into_owned(),
                hint: w.hint_plan().into_owned(),
                typed: "<script>alert(1)</script>".to_owned(),
                error: Some(pick("这里还空着", "This is still empty")),
            },
            Offer { code: "upgrade", name: w.step_upgrade().into_owned(), hint: w.hint_upgrade().into_owned(), ..Offer::default() },
        ],
        entries: vec![
            entry(w.platform().into_owned(), w.entry_issued(w.cause_overdue()), None),
            entry(pick("韩局长", "Han"), w.step_acknowledge().into_owned(), Some("<script>alert(1)</script>")),
        ],
    };
    let over = OrderPage {
        line: OrderLine { open: false, late: false, due: None, state: w.order_lifted().into_owned(), ..order(locale) },
        case: None,
        offers: Vec::new(),
        notice: None,
        ..open.clone()
    };
    vec![open, over]
}

fn inboxes(locale: Locale) -> Vec<Inbox> {
    let w = Words::of(locale);
    let pick = |zh: &str, en: &str| locale.pick(zh, en).to_owned();
    let line =
        |text: String, unread| NoticeLine { text, href: "/staff/orders/12".to_owned(), at: pick("今天 08:30", "Today 08:30"), unread };
    let full = Inbox {
        heading: w.inbox_some(1),
        unread: true,
        until: "1795000000000".to_owned(),
        notice: Some(w.done_away().into_owned()),
        today: "3".to_owned(),
        red: "1".to_owned(),
        yellow: "100+".to_owned(),
        waiting: "0".to_owned(),
        notices: vec![
            line(w.notice_red("261 123 719 306", pick("今天 17:30", "Today 17:30")), true),
            line(w.notice_issued("12", "261 123 719 306"), false),
            line(w.notice_drift("2"), false),
        ],
        absences: vec![AbsenceLine {
            id: "away_0".to_owned(),
            span: w.away_span(pick("11月23日 周一", "Mon 23 Nov"), pick("11月27日 周五", "Fri 27 Nov")),
            deputy: w.away_nobody().into_owned(),
        }],
        deputies: vec![Choice { value: "gao".to_owned(), label: pick("高督办", "Gao"), chosen: true }],
        from: "2026-11-23".to_owned(),
        last: String::new(),
        earliest: "2026-11-23".to_owned(),
        errors: vec![pick("还没写最后一天", "The last day is missing")],
    };
    let empty = Inbox { heading: w.inbox_none().into_owned(), ..Inbox::default() };
    vec![full, empty]
}

fn weeks(locale: Locale) -> Vec<Week> {
    let w = Words::of(locale);
    let pick = |zh: &str, en: &str| locale.pick(zh, en).to_owned();
    let line = |near: bool, title: &str| DueLine {
        light: if near { "y" } else { "g" },
        light_text: if near { w.level_yellow() } else { w.level_none() }.into_owned(),
        time: "17:30".to_owned(),
        href: "/staff/cases/261123719306".to_owned(),
        title: title.to_owned(),
        about: pick("答复 · 路灯 · 261 123 719 306", "Answer · Street lamp · 261 123 719 306"),
        urgent: near,
    };
    let day = |n: usize, weekday: String, lines: Vec<DueLine>| WeekDayBox {
        anchor: format!("d{n}"),
        name: pick(&format!("11月{}日 {weekday}", 23 + n), &format!("{weekday} {} Nov", 23 + n)),
        day: (23 + n).to_string(),
        today: n == 0,
        off: n > 4,
        note: match n {
            4 => Some(w.day_makeup().into_owned()),
            5 => Some(if locale == Locale::Zh { w.day_festival("元旦") } else { w.day_holiday().into_owned() }),
            6 => Some(w.day_weekend().into_owned()),
            _ => None,
        },
        count: if lines.is_empty() { w.week_day_none().into_owned() } else { w.week_count(lines.len() as u64) },
        weekday,
        lines,
    };
    let names = ["周一 Mon", "周二 Tue", "周三 Wed", "周四 Thu", "周五 Fri", "周六 Sat", "周日 Sun"];
    let names = names.map(|both| both.split_once(' ').map_or(String::new(), |(zh, en)| pick(zh, en)));
    let lines = |n: usize| match n {
        0 => vec![line(true, "<script>alert(1)</script>"), line(false, locale.pick("三号楼楼道灯坏了", "The stairway lamp is broken"))],
        _ => Vec::new(),
    };
    let days: Vec<WeekDayBox> = (0..).zip(names).map(|(n, name)| day(n, name, lines(n))).collect();
    let none = days.iter().map(|day| WeekDayBox { lines: Vec::new(), count: w.week_day_none().into_owned(), ..day.clone() }).collect();
    vec![
        Week { heading: w.week_heading(2), overdue: Some(w.week_overdue(1)), provisional: true, more: true, days },
        Week { heading: w.week_none().into_owned(), days: none, ..Week::default() },
    ]
}

/// Every sample of every page in one language.
pub fn render_all(locale: Locale, mode: Mode, theme: Theme) -> Vec<Rendered> {
    let w = Words::of(locale);
    let site = Arc::new(Site {
        county: ("清河县".into(), "Qinghe County".into()),
        hotline: "12345".into(),
        demo: true,
        messages: Messages::default().and(Words::find),
    });
    let item = |href, icon, label: std::borrow::Cow<'static, str>| NavItem { href, icon, label: label.into_owned(), badge: None };
    let rail = || vec![item("/staff/supervision", "alert-triangle", w.nav_board()), item("/staff/inbox", "message-2", w.nav_inbox())];
    let staff = |path: &str| {
        let person = Person { name: locale.pick("高督办", "Gao").into(), role: locale.pick("督办员", "Supervisor").into() };
        let shell = Shell::resident(&site, Prefs { locale, mode, theme, ..Prefs::default() }, path, "req-sample");
        shell.for_staff(person, rail(), "csrf-token")
    };
    let issue = Issue {
        case: "261123719306".to_owned(),
        grouped: "261 123 719 306".to_owned(),
        unit: locale.pick("县城市管理局", "Urban Management").to_owned(),
        sign_by: locale.pick("明天 17:30", "Tomorrow 17:30").to_owned(),
        plan_by: locale.pick("11月25日 周三 17:30", "Wed 25 Nov 17:30").to_owned(),
        demand: w.demand_usual().into_owned(),
        errors: vec![locale.pick("还没写要求", "The demand is missing").to_owned()],
    };
    let orders = Orders { open: vec![order(locale)], over: vec![OrderLine { open: false, ..order(locale) }] };
    let mut out = Vec::new();
    add(
        &mut out,
        "board",
        &staff("/staff/supervision"),
        &[board(locale), Board { heading: w.board_quiet().into_owned(), ..Board::default() }],
    );
    add(&mut out, "issue", &staff("/staff/supervision/issue"), &[issue.clone(), Issue { errors: Vec::new(), ..issue }]);
    add(&mut out, "orders", &staff("/staff/orders"), &[orders, Orders::default()]);
    add(&mut out, "order", &staff("/staff/orders/12"), &order_pages(locale));
    add(&mut out, "week", &staff("/staff/week"), &weeks(locale));
    add(&mut out, "inbox", &staff("/staff/inbox"), &inboxes(locale));
    out
}

fn add<P: Page>(out: &mut Vec<Rendered>, name: &str, shell: &Shell, views: &[P]) {
    out.extend(views.iter().enumerate().map(|(index, view)| (format!("{name}-{}", index + 1), view.html(shell))));
}
