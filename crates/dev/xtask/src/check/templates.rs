//! No style attribute, no inline script, no handler attribute in any template: the content security policy refuses
//! them from the first page (decisions 15), and a browser says so only to who looks.

use super::Fault;
use super::tree::{Tree, line_at};

pub(super) fn check(tree: &Tree) -> Vec<Fault> {
    let templates = tree.files.iter().filter(|file| file.path.starts_with("crates/") && file.path.contains("/templates/"));
    templates.flat_map(|file| faults_in(&file.path, &file.text)).collect()
}

fn faults_in(path: &str, text: &str) -> Vec<Fault> {
    const WHY: &str = "the content security policy refuses it";
    let html = without_askama(text);
    let mut faults = Vec::new();
    let mut rest = 0;
    while let Some(open) = html.get(rest..).and_then(|html| html.find('<')).map(|at| at + rest) {
        rest = open + 1;
        let Some((name, attributes)) = tag_at(&html, open) else { continue };
        let line = line_at(text, open);
        let has = |wanted: &str| attributes.iter().any(|name| name == wanted);
        if name == "style" {
            faults.push(Fault::new(path, line, "<style>", WHY, "write a class in web/styles"));
        }
        if name == "script" && !has("src") {
            faults.push(Fault::new(path, line, "<script> without src", WHY, "write a module in web/src"));
        }
        for attribute in &attributes {
            if attribute == "style" {
                faults.push(Fault::new(path, line, "style=", WHY, "write a class in web/styles"));
            } else if attribute.starts_with("on") || attribute.starts_with("hx-on") {
                faults.push(Fault::new(path, line, format!("{attribute}="), WHY, "add a listener in web/src"));
            }
        }
    }
    if let Some(at) = html.to_ascii_lowercase().find("\"javascript:") {
        faults.push(Fault::new(path, line_at(text, at), "javascript: address", WHY, "use a button with a listener, or a form"));
    }
    faults
}

/// Expressions, tags and comments of askama become blanks: `>` and quotes in them are no HTML.
fn without_askama(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((at, close)) =
        [("{{", "}}"), ("{%", "%}"), ("{#", "#}")].iter().filter_map(|(open, close)| Some((rest.find(open)?, *close))).min()
    {
        let (before, inside) = rest.split_at(at);
        let end = inside.find(close).map_or(inside.len(), |end| end + close.len());
        let (inside, after) = inside.split_at(end);
        html.push_str(before);
        // As many bytes, and the line breaks, so that places in both texts are the same.
        html.extend(inside.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
        rest = after;
    }
    html.push_str(rest);
    html
}

/// The name of the tag that opens at `open`, and the names of its attributes, in small letters.
fn tag_at(html: &str, open: usize) -> Option<(String, Vec<String>)> {
    let mut chars = html.get(open + 1..)?.chars().peekable();
    let mut name = String::new();
    while let Some(c) = chars.next_if(|c| c.is_ascii_alphanumeric() || *c == '-') {
        name.push(c.to_ascii_lowercase());
    }
    if name.is_empty() {
        return None;
    }
    let (mut attributes, mut word) = (Vec::new(), String::new());
    while let Some(c) = chars.next() {
        match c {
            '"' | '\'' => {
                // A value; what follows is the next attribute.
                chars.by_ref().find(|value| *value == c);
                word.clear();
            }
            '>' | '/' | ' ' | '\n' | '\t' | '\r' | '=' => {
                if !word.is_empty() {
                    attributes.push(std::mem::take(&mut word));
                }
                if c == '>' {
                    break;
                }
                if c == '=' {
                    // A value without quotes.
                    while chars.next_if(|c| !c.is_whitespace() && !matches!(c, '>' | '"' | '\'')).is_some() {}
                }
            }
            _ => word.push(c.to_ascii_lowercase()),
        }
    }
    Some((name, attributes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        faults_in("t.html", text).into_iter().map(|fault| format!("{}: {}", fault.line, fault.what)).collect()
    }

    #[test]
    fn what_the_policy_refuses_is_found_where_it_stands() {
        assert_eq!(found("<p>\n<b style=\"color: red\">"), ["2: style="]);
        assert_eq!(found("<script>alert(1)</script>"), ["1: <script> without src"]);
        assert_eq!(found("<a\n href=x onclick='go()'>"), ["1: onclick="]);
        assert_eq!(found("<form hx-on:submit=\"x\">"), ["1: hx-on:submit="]);
        assert_eq!(found("<style>b{}</style>"), ["1: <style>"]);
        assert_eq!(found("<a href=\"javascript:go()\">"), ["1: javascript: address"]);
    }

    #[test]
    fn words_values_and_expressions_are_not_mistaken_for_it() {
        for good in [
            "<p>style=\"x\" onclick=</p>",
            "<input value=\"a onclick=b\" data-on=\"x\">",
            "{% if a > b %}<p class=\"{{ on(\"style=\") }}\">{% endif %}",
            "<script type=\"module\" src=\"{{ shell.asset(\"app.js\") }}\"></script>",
            "{# <b style=\"x\"> #}",
            "a < b, on = c",
        ] {
            assert_eq!(found(good), Vec::<String>::new(), "{good}");
        }
    }
}
