//! Every template × sample × language, read as a person would (`web::reading`); nothing inline in any template; no icon too many.

#![expect(clippy::panic, reason = "tests fail loudly")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use kernel::Locale;
use web::reading::{Reading, Sample};
use web::{Mode, Theme};

use super::samples::render_all;

/// Latin words that belong on a Chinese page: names of keys and the other language, and what samples quote.
const LATIN: [&str; 18] = [
    "SHA",
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

/// One element: its tag and its attributes as written.
struct Element<'a> {
    tag: &'a str,
    attributes: &'a str,
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
        found.push(Element { tag, attributes: &open[tag.len()..] });
    }
    found
}

fn pages() -> Vec<Sample> {
    let mut out = Vec::new();
    for locale in Locale::ALL {
        for (mode, theme) in [(Mode::Normal, Theme::Light), (Mode::Senior, Theme::Light), (Mode::Normal, Theme::Dark)] {
            for (name, html) in render_all(locale, mode, theme) {
                let html = html.unwrap_or_else(|error| panic!("{name}: {error}"));
                out.push(Sample { name: format!("{name} {} {mode:?} {theme:?}", locale.tag()), locale, html });
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
    let work = pages().into_iter().find(|page| page.name.starts_with("work-1")).map(|page| page.html).unwrap_or_default();
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
