//! Every template × sample × language, read as a person would (decisions 15): no raw key, no empty label, no
//! Latin word on a Chinese page outside the list, nothing inline, every reference within the page kept.

#![expect(clippy::panic, reason = "tests fail loudly")]

use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use kernel::Locale;
use web::{Mode, Theme};

use super::samples::render_all;

/// Latin words that belong on a Chinese page: names of keys and the other language, and what samples quote.
const LATIN: [&str; 17] = [
    "EN",
    "English",
    "Enter",
    "Ctrl",
    "K7QM",
    "2V9D",
    "XH4T",
    "script",
    "alert",
    "li",
    "huaiyin",
    "lina",
    "county",
    "example",
    "log",
    "6ac68f94",
    "AYqI49fkl",
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

/// What a person reads or hears: text, and the attributes that are spoken or shown.
fn read(html: &str) -> String {
    let mut words = visible(html.split_once("<title>").map_or(html, |(_, rest)| rest));
    for element in elements(html) {
        for name in ["aria-label", "title", "placeholder", "alt", "data-done"] {
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
        for (mode, theme) in [(Mode::Normal, Theme::Light), (Mode::Senior, Theme::Light), (Mode::Normal, Theme::Dark)] {
            for (name, html) in render_all(locale, mode, theme) {
                let html = html.unwrap_or_else(|error| panic!("{name}: {error}"));
                out.push((format!("{name} {} {mode:?} {theme:?}", locale.tag()), locale, html));
            }
        }
    }
    out
}

#[test]
fn no_page_shows_the_key_of_a_message() {
    let sources = [include_str!("../../../i18n/en.ftl"), include_str!("../../../../../platform/web/i18n/en.ftl")];
    let keys: HashSet<&str> = sources
        .iter()
        .flat_map(|source| source.lines())
        .filter_map(|line| line.split_once(" ="))
        .map(|(key, _)| key)
        .filter(|key| key.contains('-'))
        .collect();
    assert!(keys.len() > 200);
    for (name, _, html) in pages() {
        let text = read(&html);
        let raw =
            text.split(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '-' || letter == '_')).find(|word| keys.contains(word));
        assert_eq!(raw, None, "{name}");
    }
}

#[test]
fn nothing_that_is_pressed_or_names_something_is_empty() {
    for (name, _, html) in pages() {
        for element in elements(&html) {
            let names = ["a", "button", "label", "legend", "summary", "h1", "h2", "h3", "th", "dt", "caption", "title", "optgroup"];
            if names.contains(&element.tag) {
                let said = !visible(element.inner).trim().is_empty()
                    || element.attribute("aria-label").or(element.attribute("label")).is_some_and(|label| !label.is_empty());
                assert!(said, "{name}: empty <{}{}>", element.tag, element.attributes);
            }
            for attribute in ["aria-label", "placeholder", "title"] {
                assert_ne!(element.attribute(attribute), Some(""), "{name}: <{}{}>", element.tag, element.attributes);
            }
        }
    }
}

#[test]
fn a_chinese_page_speaks_chinese() {
    let allowed: HashSet<&str> = LATIN.into_iter().collect();
    for (name, _, html) in pages().into_iter().filter(|(_, locale, _)| *locale == Locale::Zh) {
        let text = read(&html);
        let strange: BTreeSet<&str> = text
            .split(|letter: char| !letter.is_ascii_alphanumeric())
            .filter(|word| word.chars().filter(char::is_ascii_alphabetic).count() > 1 && !allowed.contains(word))
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
            let named = ["for", "aria-labelledby", "aria-describedby", "list"].iter().filter_map(|attribute| element.attribute(attribute));
            for id in local.into_iter().chain(named.flat_map(str::split_whitespace)) {
                assert!(ids.contains(id), "{name}: nothing is called {id}, but <{}{}> refers to it", element.tag, element.attributes);
            }
        }
    }
}

#[test]
fn what_people_wrote_is_shown_and_never_obeyed() {
    let work = pages().into_iter().find(|(name, ..)| name.starts_with("work-1")).map(|(.., html)| html).unwrap_or_default();
    assert!(work.contains("alert(1)") && !work.contains("<script>alert"));
}

fn files(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())).filter_map(Result::ok) {
        let path = entry.path();
        if path.is_dir() {
            files(&path, ending, found);
        } else if path.extension().is_some_and(|found| found == ending) {
            found.push(path);
        }
    }
}

fn sources() -> Vec<(PathBuf, String)> {
    // The folder of this file, wherever the crate is built from.
    let cases = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut homes = vec![cases.join("../../platform/web")];
    homes.extend(fs::read_dir(cases.join("..")).into_iter().flatten().filter_map(Result::ok).map(|entry| entry.path()));
    let mut found = Vec::new();
    for home in homes.iter().filter(|home| home.join("templates").is_dir()) {
        files(&home.join("templates"), "html", &mut found);
        files(&home.join("src"), "rs", &mut found);
    }
    found.into_iter().map(|path| (path.clone(), fs::read_to_string(&path).unwrap_or_default())).collect()
}

#[test]
fn no_template_has_inline_styles_scripts_or_handlers() {
    for (path, text) in sources().into_iter().filter(|(path, _)| path.extension().is_some_and(|ending| ending == "html")) {
        for banned in [" style=", "<style", "<script>", "javascript:", " onclick", " onload", " onsubmit", " oninput", "|safe"] {
            assert!(!text.contains(banned), "{} has {banned}", path.display());
        }
        for script in elements(&text).iter().filter(|element| element.tag == "script") {
            assert!(script.attribute("src").is_some(), "{} has a script of its own", path.display());
        }
    }
}

#[test]
fn the_icon_sprite_holds_exactly_what_is_used() {
    let list = include_str!("../../../../../../web/icons.json");
    let listed: BTreeSet<&str> = list.split('"').skip(1).step_by(2).collect();
    let mut used = BTreeSet::new();
    let texts: Vec<_> = sources().into_iter().filter(|(path, _)| !path.ends_with("tests.rs")).collect();
    for (path, text) in &texts {
        for opening in ["icon(\"", "icon_s(\"", "#i-"] {
            used.extend(
                text.match_indices(opening)
                    .filter_map(|(at, _)| text[at + opening.len()..].split(['"', '{']).next())
                    .filter(|name| !name.is_empty()),
            );
        }
        // Named in Rust: the rail, and the faces of errors.
        if path.ends_with("nav.rs") || path.ends_with("problem.rs") {
            used.extend(listed.iter().filter(|name| text.contains(&format!("\"{name}\""))));
        }
    }
    let missing: Vec<_> = used.difference(&listed).collect();
    assert!(missing.is_empty(), "not in web/icons.json: {missing:?}");
    let idle: Vec<_> = listed.difference(&used).collect();
    assert!(idle.is_empty(), "in web/icons.json, but nowhere used: {idle:?}");
}
