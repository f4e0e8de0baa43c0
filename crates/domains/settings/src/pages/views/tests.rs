//! Every template × sample × language, read as a person would (`web::reading`).

#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

use kernel::Locale;
use web::reading::{Reading, Sample};
use web::{Mode, Theme};

use super::render_all;

/// Latin words that belong on a Chinese page: names of keys, the other language, codes, and what samples quote.
/// The last lines: how a calendar and a border are written.
const LATIN: [&str; 25] = [
    "EN",
    "English",
    "Enter",
    "Ctrl",
    "final",
    "help",
    "anonymity",
    "script",
    "alert",
    "textarea",
    "He",
    "Wu",
    "PDF",
    "API",
    "CSV",
    "JSON",
    "iCalendar",
    "year",
    "kind",
    "from",
    "to",
    "text",
    "holiday",
    "makeup",
    "GeoJSON",
];

fn pages() -> Vec<Sample> {
    let mut out = Vec::new();
    for locale in Locale::ALL {
        for (mode, theme) in [(Mode::Normal, Theme::Light), (Mode::Senior, Theme::Light), (Mode::Normal, Theme::Dark)] {
            for (name, html) in render_all(locale, mode, theme) {
                out.push(Sample { name: format!("{name} {} {mode:?} {theme:?}", locale.tag()), locale, html: html.unwrap() });
            }
        }
    }
    out
}

#[test]
fn every_page_reads_well() {
    let reading = Reading { messages: include_str!("../../../i18n/en.ftl"), keys: 200, latin: &LATIN };
    assert_eq!(reading.faults(&pages()), Vec::<String>::new());
}

#[test]
fn what_people_wrote_is_shown_and_never_obeyed() {
    let pages = pages();
    assert!(pages.iter().any(|page| page.html.contains("alert(1)")));
    assert!(pages.iter().all(|page| !page.html.contains("<b>快了")));
}
