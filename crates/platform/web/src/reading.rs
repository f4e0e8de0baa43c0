//! Reading rendered pages as a person would, for the tests of templates: every template × sample × language (decisions 15). One set of
//! rules for all domains; a domain brings its samples and the Latin words that belong on its Chinese pages.

use std::collections::{BTreeSet, HashSet};

use kernel::Locale;

/// A page as it was rendered from a sample.
#[derive(Debug, Clone)]
pub struct Sample {
    /// Names the template, the sample and the mode, for whoever reads a fault.
    pub name: String,
    /// Its language.
    pub locale: Locale,
    /// The page.
    pub html: String,
}

/// What a domain's pages are read against.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'a> {
    /// The domain's English messages: their keys must never be seen.
    pub messages: &'a str,
    /// Keys of more than one word that are there at least. Fewer means that they are looked for in the wrong file.
    pub keys: usize,
    /// Latin words that belong on a Chinese page: names of keys, the other language, codes, and what samples quote.
    pub latin: &'a [&'a str],
}

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
    let element = |(start, _): (usize, &str)| {
        let (open, rest) = html.get(start + 1..)?.split_once('>')?;
        open.starts_with(|first: char| first.is_ascii_alphabetic()).then_some(())?;
        let tag = open.split([' ', '/', '\n']).next()?;
        let inner = rest.split_once(&format!("</{tag}>")).map_or("", |(inner, _)| inner);
        Some(Element { tag, attributes: open.get(tag.len()..)?, inner })
    };
    html.match_indices('<').filter_map(element).collect()
}

/// The text between tags.
fn visible(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some((text, tail)) = rest.split_once('<') {
        out.push_str(text);
        out.push(' ');
        rest = tail.split_once('>').map_or("", |(_, after)| after);
    }
    out + rest
}

/// What a person reads or hears: text from the title on, and the attributes that are spoken or shown.
fn read(html: &str) -> String {
    let mut words = visible(html.split_once("<title>").map_or(html, |(_, rest)| rest));
    for element in elements(html) {
        for value in ["aria-label", "title", "placeholder", "alt", "data-done"].into_iter().filter_map(|name| element.attribute(name)) {
            words.push(' ');
            words.push_str(value);
        }
    }
    words
}

/// Elements that say nothing when they are empty.
const NAMED: [&str; 13] = ["a", "button", "label", "legend", "summary", "h1", "h2", "h3", "th", "dt", "caption", "title", "optgroup"];

impl Reading<'_> {
    /// What is wrong with these pages, each fault with the name of its page; nothing, where all is well. No key of a message and no empty
    /// name is seen; a Chinese page speaks Chinese; no id stands twice and every reference within a page leads somewhere; a script that
    /// somebody wrote is shown and never obeyed.
    pub fn faults(&self, pages: &[Sample]) -> Vec<String> {
        let own = keys(self.messages);
        let mut faults = Vec::new();
        if own.len() < self.keys {
            faults.push(format!("only {} keys of messages were found", own.len()));
        }
        if pages.is_empty() {
            faults.push("there is no page".to_owned());
        }
        let all: HashSet<&str> = own.into_iter().chain(keys(include_str!("../i18n/en.ftl"))).collect();
        let allowed: HashSet<&str> = self.latin.iter().copied().collect();
        for page in pages {
            let text = read(&page.html);
            let mut found = Vec::new();
            found.extend(raw_keys(&text, &all).into_iter().map(|key| format!("shows the key {key}")));
            if page.locale == Locale::Zh {
                found.extend(strange(&text, &allowed).into_iter().map(|word| format!("a Chinese page says {word}")));
            }
            let elements = elements(&page.html);
            found.extend(empty(&elements));
            found.extend(lost(&elements));
            if page.html.contains("<script>alert") {
                found.push("obeys what somebody wrote".to_owned());
            }
            faults.extend(found.into_iter().map(|fault| format!("{}: {fault}", page.name)));
        }
        faults
    }
}

/// The keys of more than one word: a single one may be a word of the page.
fn keys(source: &str) -> Vec<&str> {
    source.lines().filter_map(|line| line.split_once(" =")).map(|(key, _)| key).filter(|key| key.contains('-')).collect()
}

fn raw_keys<'t>(text: &'t str, keys: &HashSet<&str>) -> BTreeSet<&'t str> {
    let words = text.split(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '-' || letter == '_'));
    words.filter(|word| keys.contains(word)).collect()
}

fn strange<'t>(text: &'t str, allowed: &HashSet<&str>) -> BTreeSet<&'t str> {
    let words = text.split(|letter: char| !letter.is_ascii_alphanumeric());
    // A digest is of no language.
    let is_digest = |word: &str| word.len() == 64 && word.bytes().all(|byte| byte.is_ascii_hexdigit());
    let is_word = |word: &&str| word.chars().filter(char::is_ascii_alphabetic).count() > 1 && !is_digest(word);
    words.filter(is_word).filter(|word| !allowed.contains(word)).collect()
}

fn empty(elements: &[Element<'_>]) -> Vec<String> {
    let mut found = Vec::new();
    for element in elements {
        let label = element.attribute("aria-label").or(element.attribute("label"));
        if NAMED.contains(&element.tag) && visible(element.inner).trim().is_empty() && label.is_none_or(str::is_empty) {
            found.push(format!("empty <{}{}>", element.tag, element.attributes));
        }
        let blank = ["aria-label", "placeholder", "title"].into_iter().filter(|name| element.attribute(name) == Some(""));
        found.extend(blank.map(|name| format!("an empty {name} in <{}{}>", element.tag, element.attributes)));
    }
    found
}

fn lost(elements: &[Element<'_>]) -> Vec<String> {
    let (mut ids, mut found) = (HashSet::new(), Vec::new());
    for id in elements.iter().filter_map(|element| element.attribute("id")) {
        if !ids.insert(id) {
            found.push(format!("two elements are called {id}"));
        }
    }
    for element in elements {
        let local = element.attribute("href").and_then(|href| href.strip_prefix('#'));
        let named = ["for", "aria-labelledby", "aria-describedby", "list"].into_iter().filter_map(|name| element.attribute(name));
        for id in local.into_iter().chain(named.flat_map(str::split_whitespace)).filter(|id| !ids.contains(id)) {
            found.push(format!("nothing is called {id}, but <{}{}> refers to it", element.tag, element.attributes));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(locale: Locale, body: &str) -> Vec<String> {
        let reading = Reading { messages: "some-key = words\nother = words\n", keys: 1, latin: &["EN"] };
        let html = format!("<html><head><title>一页</title></head><body>{body}</body></html>");
        reading.faults(&[Sample { name: "page".to_owned(), locale, html }])
    }

    #[test]
    fn a_page_without_faults_has_none() {
        let body = "<a href=\"#here\">看</a><h2 id=\"here\">这里</h2><p aria-labelledby=\"here\">好 EN x</p><p>2026 年 &#60;b></p>";
        assert_eq!(faults(Locale::Zh, body), Vec::<String>::new());
        assert_eq!(faults(Locale::En, "<p>Good words</p>"), Vec::<String>::new());
    }

    #[test]
    fn each_fault_is_told_with_its_page() {
        for (body, fault) in [
            ("<p>some-key</p>", "page: shows the key some-key"),
            ("<p>fault-empty</p>", "page: shows the key fault-empty"),
            ("<p>好 Words</p>", "page: a Chinese page says Words"),
            ("<p title=\"Words\">好</p>", "page: a Chinese page says Words"),
            ("<button class=\"x\"> </button>", "page: empty <button class=\"x\">"),
            ("<p aria-label=\"\">好</p>", "page: an empty aria-label in <p aria-label=\"\">"),
            ("<i id=\"a\"></i><b id=\"a\"></b>", "page: two elements are called a"),
            ("<a href=\"#no\">看</a>", "page: nothing is called no, but <a href=\"#no\"> refers to it"),
            ("<input list=\"no\">", "page: nothing is called no, but <input list=\"no\"> refers to it"),
            ("<script>alert(1)</script>", "page: obeys what somebody wrote"),
        ] {
            let found = faults(Locale::Zh, body);
            assert!(found.iter().any(|found| found == fault), "{body}: {found:?}");
        }
    }

    #[test]
    fn looking_in_the_wrong_place_is_a_fault() {
        let reading = Reading { messages: "", keys: 1, latin: &[] };
        assert_eq!(reading.faults(&[]), ["only 0 keys of messages were found", "there is no page"]);
    }
}
