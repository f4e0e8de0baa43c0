//! Every template × sample × language, read as a person would: no raw key, no empty label, no Latin word on a Chinese
//! page outside the list, what people wrote is never obeyed, every reference within the page kept.

#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

use std::collections::{BTreeSet, HashSet};

use kernel::Locale;
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

fn pages() -> Vec<(String, Locale, String)> {
    let mut out = Vec::new();
    for locale in Locale::ALL {
        for (mode, theme) in [(Mode::Normal, Theme::Light), (Mode::Senior, Theme::Light), (Mode::Normal, Theme::Dark)] {
            for (name, html) in render_all(locale, mode, theme) {
                out.push((format!("{name} {} {mode:?} {theme:?}", locale.tag()), locale, html.unwrap()));
            }
        }
    }
    out
}

/// The text between tags, from the body on.
fn visible(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html.split_once("</head>").map_or(html, |(_, body)| body);
    while let Some((text, tail)) = rest.split_once('<') {
        out.push_str(text);
        out.push(' ');
        rest = tail.split_once('>').map_or("", |(_, after)| after);
    }
    out + rest
}

fn attributes<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let opening = format!(" {name}=\"");
    html.match_indices(&opening).filter_map(|(at, _)| html.get(at + opening.len()..)?.split('"').next()).collect()
}

#[test]
fn no_page_shows_the_key_of_a_message() {
    let source = include_str!("../../../i18n/en.ftl");
    let keys: HashSet<&str> =
        source.lines().filter_map(|line| line.split_once(" =")).map(|(key, _)| key).filter(|key| key.contains('-')).collect();
    assert!(keys.len() > 200);
    for (name, _, html) in pages() {
        let text = visible(&html);
        let raw =
            text.split(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '-' || letter == '_')).find(|word| keys.contains(word));
        assert_eq!(raw, None, "{name}");
    }
}

#[test]
fn a_chinese_page_speaks_chinese() {
    let allowed: HashSet<&str> = LATIN.into_iter().collect();
    for (name, _, html) in pages().into_iter().filter(|(_, locale, _)| *locale == Locale::Zh) {
        let text = visible(&html);
        let strange: BTreeSet<&str> = text
            .split(|letter: char| !letter.is_ascii_alphanumeric())
            .filter(|word| word.chars().filter(char::is_ascii_alphabetic).count() > 1 && !allowed.contains(word))
            .collect();
        assert!(strange.is_empty(), "{name}: {strange:?}");
    }
}

#[test]
fn every_reference_within_a_page_leads_somewhere_and_nothing_is_named_twice() {
    for (name, _, html) in pages() {
        let ids = attributes(&html, "id");
        let known: HashSet<&str> = ids.iter().copied().collect();
        assert_eq!(known.len(), ids.len(), "{name}: an id stands twice");
        let local = attributes(&html, "href").into_iter().filter_map(|href| href.strip_prefix('#'));
        let named = ["for", "aria-labelledby", "aria-describedby"].into_iter().flat_map(|attribute| attributes(&html, attribute));
        for id in local.chain(named.flat_map(str::split_whitespace)) {
            assert!(known.contains(id), "{name}: nothing is called {id}");
        }
        for attribute in ["aria-label", "title", "placeholder"] {
            assert!(!attributes(&html, attribute).contains(&""), "{name}: an empty {attribute}");
        }
    }
}

#[test]
fn what_people_wrote_is_shown_and_never_obeyed() {
    let pages = pages();
    assert!(pages.iter().any(|(_, _, html)| html.contains("alert(1)")));
    assert!(pages.iter().all(|(_, _, html)| !html.contains("<script>alert") && !html.contains("<b>快了")));
}
