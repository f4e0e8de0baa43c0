//! Every template × sample × language, read as a person would (`web::reading`).

#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

use kernel::Locale;
use web::Theme;
use web::reading::{Reading, Sample};

use super::samples::render_all;

/// Latin words that belong on a Chinese page: names of keys, of the other language and of formats, and what samples quote.
const LATIN: [&str; 32] = [
    "EN", "English", "Enter", "Ctrl", "CSV", "login", "name", "name_en", "en", "unit", "roles", "handler", "housing", "lina", "li", "Li",
    "Na", "lead", "huaiyin", "admin", "K7QM", "XH4T", "Chrome", "Windows", "Safari", "iPhone", "https", "GEZD", "GNBV", "GY3T", "QOJQ",
    "2V9D",
];

fn pages() -> Vec<Sample> {
    let mut out = Vec::new();
    for locale in Locale::ALL {
        for theme in [Theme::Light, Theme::Dark] {
            for (name, html) in render_all(locale, theme) {
                out.push(Sample { name: format!("{name} {} {theme:?}", locale.tag()), locale, html: html.unwrap() });
            }
        }
    }
    out
}

#[test]
fn every_page_reads_well() {
    let reading = Reading { messages: include_str!("../../../i18n/en.ftl"), keys: 150, latin: &LATIN };
    assert_eq!(reading.faults(&pages()), Vec::<String>::new());
}
