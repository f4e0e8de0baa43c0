//! Every template × sample × language, read as a person would (decisions 15): no raw key, no Latin word on a Chinese page
//! outside the list, nothing pressed that has no name, every reference within the page kept.

#![expect(clippy::panic, reason = "tests fail loudly")]

use std::collections::{BTreeSet, HashSet};

use kernel::Locale;
use web::Theme;

use super::samples::render_all;

/// Latin words that belong on a Chinese page: names of keys, of the other language and of formats, and what samples quote.
const LATIN: [&str; 27] = [
    "EN", "English", "Enter", "Ctrl", "CSV", "login", "name", "name_en", "en", "unit", "roles", "handler", "housing", "lina", "li", "Li",
    "Na", "lead", "huaiyin", "admin", "K7QM", "XH4T", "Chrome", "Windows", "Safari", "iPhone", "https",
];

/// One element: its tag, its attributes as written, and the text within it.
struct Element<'a> {
    tag: &'a str,
    attributes: &'a str,
    inner: &'a str,
}

impl<'a> Element<'a> {
    fn attribute(&self, name: &str) -> Option<&'a str> {
        let (_, rest) = self.attributes.split_once(&format!(" {name}=\""))?;
        rest.split_once('"').map(|(value, _)| value)
    }
}

/// The elements of a page. Enough of HTML for what our templates write.
fn elements(html: &str) -> Vec<Element<'_>> {
    let mut found = Vec::new();
    for (start, _) in html.match_indices('<') {
        let rest = &html[start + 1..];
        let Some(end) = rest.find('>') else { continue };
        let open = &rest[..end];
        if !open.starts_with(|first: char| first.is_ascii_alphabetic()) {
            continue;
        }
        let (tag, _) = open.split_once([' ', '/', '\n']).unwrap_or((open, ""));
        let inner = &rest[end + 1..];
        let inner = inner.find(&format!("</{tag}>")).map_or("", |close| &inner[..close]);
        found.push(Element { tag, attributes: &open[tag.len()..], inner });
    }
    found
}

fn visible(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some((text, tail)) = rest.split_once('<') {
        out.push_str(text);
        out.push(' ');
        rest = tail.split_once('>').map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out
}

fn words(html: &str) -> String {
    let mut words = visible(html.split_once("<title>").map_or(html, |(_, rest)| rest));
    for element in elements(html) {
        for name in ["aria-label", "title", "placeholder", "alt"] {
            if let Some(value) = element.attribute(name) {
                words.push(' ');
                words.push_str(value);
            }
        }
    }
    words
}

fn pages() -> Vec<(String, Locale, String)> {
    let mut out = Vec::new();
    for locale in Locale::ALL {
        for theme in [Theme::Light, Theme::Dark] {
            for (name, html) in render_all(locale, theme) {
                let html = html.unwrap_or_else(|error| panic!("{name}: {error}"));
                out.push((format!("{name} {} {theme:?}", locale.tag()), locale, html));
            }
        }
    }
    out
}

#[test]
fn no_page_shows_the_key_of_a_message() {
    let source = include_str!("../../../i18n/en.ftl");
    let keys: HashSet<&str> =
        source.lines().filter_map(|line| line.split_once(" =")).map(|(key, _)| key).filter(|key| key.contains('-')).collect();
    assert!(keys.len() > 150);
    for (name, _, html) in pages() {
        let text = words(&html);
        let raw =
            text.split(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '-' || letter == '_')).find(|word| keys.contains(word));
        assert_eq!(raw, None, "{name}");
    }
}

#[test]
fn nothing_that_is_pressed_or_names_something_is_empty() {
    for (name, _, html) in pages() {
        for element in elements(&html) {
            if ["a", "button", "label", "legend", "summary", "h1", "h2", "th", "dt", "caption", "title"].contains(&element.tag) {
                let said =
                    !visible(element.inner).trim().is_empty() || element.attribute("aria-label").is_some_and(|label| !label.is_empty());
                assert!(said, "{name}: empty <{}{}>", element.tag, element.attributes);
            }
        }
    }
}

#[test]
fn a_chinese_page_speaks_chinese() {
    let allowed: HashSet<&str> = LATIN.into_iter().collect();
    for (name, _, html) in pages().into_iter().filter(|(_, locale, _)| *locale == Locale::Zh) {
        let text = words(&html);
        let strange: BTreeSet<&str> = text
            .split(|letter: char| !letter.is_ascii_alphanumeric())
            .filter(|word| word.chars().filter(char::is_ascii_alphabetic).count() > 1 && !allowed.contains(word))
            .filter(|word| !word.chars().all(|letter| letter.is_ascii_uppercase() || letter.is_ascii_digit()))
            .collect();
        assert!(strange.is_empty(), "{name}: {strange:?}");
    }
}

#[test]
fn every_reference_within_a_page_leads_somewhere() {
    for (name, _, html) in pages() {
        let elements = elements(&html);
        let mut ids = HashSet::new();
        for id in elements.iter().filter_map(|element| element.attribute("id")) {
            assert!(ids.insert(id), "{name}: two elements are called {id}");
        }
        for element in &elements {
            let local = element.attribute("href").and_then(|href| href.strip_prefix('#'));
            let named = ["for", "aria-labelledby", "aria-describedby"].iter().filter_map(|attribute| element.attribute(attribute));
            for id in local.into_iter().chain(named.flat_map(str::split_whitespace)) {
                assert!(ids.contains(id), "{name}: nothing is called {id}, but <{}{}> refers to it", element.tag, element.attributes);
            }
        }
    }
}
