//! The board with samples of its states, for tests and for looking at it.

use std::sync::Arc;

use kernel::Locale;
use tally::{Cell, Counts, Cube, cube::values};
use tlog::leaf::{Apart, Community, Facts, FigureRow, Month, MonthRow, Pair, Span, Standing, What};
use web::{Messages, Mode, Page as _, Prefs, Shell, Site, Theme};

use super::{Log, Open, WitnessLine};
use crate::model::{Batch, Said};
use crate::pages::board::Told;
use crate::queries::Board;
use crate::words::Words;

/// A rendered sample: its name and the page.
pub type Rendered = (String, Result<String, askama::Error>);

fn board() -> Option<Board> {
    let month = Month::new(2026, 10)?;
    let mut cube = Cube::default();
    for n in 0..40u16 {
        let standing = if n % 8 == 0 { Standing::Silent } else { Standing::Solved };
        let facts = Facts {
            area: n % 3,
            unit: n % 2,
            category: n % 2,
            limit: 5,
            closes: n % 6,
            asked: true,
            standing,
            dispatches: 1,
            extensions: u8::from(n == 3),
            ..Facts::received(month)
        };
        cube.replace(None, Some(&facts)).ok()?;
    }
    let rated = Counts { rated: 31, satisfied: 28, ..Counts::default() };
    cube.restore(Cell { month, area: 0, unit: 0, category: 9 }, rated);
    let said = |what, number, code: &str, zh: &str, en: &str| Said {
        what,
        number,
        code: code.to_owned(),
        value: format!(r#"{{"zh":"{zh}","en":"{en}"}}"#),
        from: "2026-10-01".to_owned(),
    };
    Some(Board {
        batch: Batch { table: 90, on: jiff::civil::date(2026, 11, 23), made_at: kernel::Timestamp::UNIX_EPOCH, through: 80 },
        month,
        months: vec![month.next(), month],
        cube,
        said: vec![
            said(What::Area, 1, "huaiyin", "槐荫社区", "Huaiyin Community"),
            said(What::Area, 2, "beiguan", "北关社区", "Beiguan Community"),
            said(What::Unit, 1, "housing", "县住房和城乡建设局", "Housing Bureau"),
            said(What::Category, 1, "utilities", "公共服务（水电气暖）", "Public utilities"),
        ],
        row: Some(MonthRow { month, with_facts: 40, waiting: 3, sealed: Some(6), leaves: 40, before: None }),
        communities: [("K1", Some(Pair { n: 20, d: 30 }), None), ("K4", None, None)]
            .map(|(figure, one, other)| Community { month, area: 1, figure: figure.to_owned(), rows: vec![(0, other), (1, one), (2, one)] })
            .to_vec(),
        apart: Some(Apart { month, span: Span::Quarter, rows: vec![FigureRow { figure: "K1".to_owned(), value: Pair { n: 9, d: 9 } }] }),
    })
}

/// Every sample in one language.
pub fn render_all(locale: Locale, mode: Mode, theme: Theme) -> Vec<Rendered> {
    let site = Arc::new(Site {
        county: ("清河县".into(), "Qinghe County".into()),
        hotline: "12345".into(),
        demo: true,
        messages: Messages::default().and(Words::find),
    });
    let shell = Shell::resident(&site, Prefs { locale, mode, theme, ..Prefs::default() }, "/open", "req-sample");
    let w = Words::of(locale);
    let first = locale.pick("11月30日 周一", "Mon 30 Nov").to_owned();
    let mut views = vec![Open { first: Some(first), ..Open::default() }];
    views.extend(board().map(|board| Told { board: &board, locale, w, keys: String::new() }.view()));
    // One with exclusions, and nothing to divide by.
    views.extend(board().map(|mut board| {
        let out = Counts { excluded_court_pending: 9, excluded_force_majeure: 2, deferred: 4, ..Counts::default() };
        board.cube = Cube::default();
        board.cube.restore(Cell { month: board.month, area: 0, unit: 0, category: 0 }, out);
        debug_assert!(!values(&out).is_empty());
        Told { board: &board, locale, w, keys: String::new() }.view()
    }));
    let logs = [Log { witnesses: Vec::new(), witnessed: None, ..log(locale) }, log(locale)];
    let boards = views.iter().enumerate().map(|(index, view)| (format!("open-{}", index + 1), view.html(&shell)));
    boards.chain(logs.iter().enumerate().map(|(index, view)| (format!("log-{}", index + 1), view.html(&shell)))).collect()
}

fn log(locale: Locale) -> Log {
    let w = Words::of(locale);
    let when = locale.pick("11月23日 周一 10:42", "Mon 23 Nov 10:42");
    let witness = |name: &str, trouble: Option<String>, alarm| WitnessLine {
        name: name.to_owned(),
        cosigned: if alarm { w.log_witness_never().into_owned() } else { w.log_witness_at("18,204", when) },
        trouble,
        alarm,
    };
    Log {
        size: "18,211".to_owned(),
        keys: vec!["county.example/log+1a2b3c4d+AQE".to_owned()],
        checkpoint: "/log/checkpoint".to_owned(),
        witnessed: Some("/log/witnessed".to_owned()),
        witnesses: vec![
            witness("archive.example", None, false),
            witness("town.example", Some(w.log_witness_silent().into_owned()), false),
            witness("village.example", Some(w.log_other_history().into_owned()), true),
        ],
    }
}
