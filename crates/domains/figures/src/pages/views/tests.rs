//! Every template × sample × language, read as a person would (`web::reading`).

#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

use kernel::Locale;
use web::reading::{Reading, Sample};
use web::{Mode, Theme};

use super::render_all;

/// Latin words that belong on a Chinese page: names of keys, the other language, codes, and what samples quote.
const LATIN: [&str; 11] = ["EN", "English", "K5r", "archive", "town", "village", "example", "county", "log", "1a2b3c4d", "AQE"];

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
    let reading = Reading { messages: include_str!("../../../i18n/en.ftl"), keys: 40, latin: &LATIN };
    assert_eq!(reading.faults(&pages()), Vec::<String>::new());
}
