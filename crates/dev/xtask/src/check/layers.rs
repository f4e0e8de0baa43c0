//! What each layer of a domain may name, and that models decide every case in the open (house style 1 and 2).

use proc_macro2::{TokenStream, TokenTree};
use syn::spanned::Spanned as _;
use syn::visit::{self, Visit};
use syn::{Arm, ExprMatch, ItemMod, Pat};

use super::Fault;
use super::tree::Tree;

/// A word that a layer may not use.
#[derive(Debug, Clone, Copy)]
enum Banned {
    /// Anywhere.
    Word(&'static str),
    /// At the head of a path, or behind `crate::` or `super::`.
    Root(&'static str),
    /// These two, joined by `::`.
    Pair(&'static str, &'static str),
}

/// Layers, what they may not name, why, and what to do instead.
const LAYERS: [(&str, &[Banned], &str, &str); 4] = [
    (
        "/src/model/",
        &[
            Banned::Word("sea_orm"),
            Banned::Word("axum"),
            Banned::Word("tokio"),
            Banned::Word("SystemTime"),
            Banned::Root("store"),
            Banned::Root("journal"),
            Banned::Pair("std", "time"),
        ],
        "a model is pure rules, tried without a database, a server or a clock",
        "hand the value in as an argument, or move the code up a layer",
    ),
    (
        "/src/rows/",
        &[Banned::Word("axum")],
        "rows know tables, not requests",
        "return a model type or an error, and let the page translate it",
    ),
    ("/src/pages/", &[Banned::Root("rows")], "pages show what commands and queries give them", "add a query"),
    ("/src/api/", &[Banned::Root("rows")], "resources show what commands and queries give them", "add a query"),
];

/// Files under `src/model/` that may have an arm for everything else, with the reason.
const OPEN_MATCHES: [(&str, &str); 1] =
    [("crates/platform/identity/src/model/scope.rs", "every kind of scope is named; which place fits it is the second question")];

pub(super) fn check(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in tree.ending(".rs").filter(|file| file.path.starts_with("crates/")) {
        // `pages.rs` is of the layer `pages/`, and so on.
        let place = file.path.strip_suffix(".rs").map_or_else(String::new, |path| format!("{path}/"));
        for (layer, banned, why, mend) in LAYERS {
            if place.contains(layer) {
                faults.extend(named(&file.path, &file.text, banned, why, mend));
            }
        }
        if place.contains("/src/model/") && !OPEN_MATCHES.iter().any(|(path, _)| *path == file.path) {
            faults.extend(open_matches(&file.path, &file.text));
        }
    }
    faults
}

/// A token with its line.
type Token = (String, usize);

fn flatten(stream: TokenStream, out: &mut Vec<Token>) {
    for tree in stream {
        let line = tree.span().start().line;
        match tree {
            TokenTree::Group(group) => {
                out.push(("(".to_owned(), line));
                flatten(group.stream(), out);
                out.push((")".to_owned(), line));
            }
            TokenTree::Ident(ident) => out.push((ident.to_string(), line)),
            TokenTree::Punct(punct) => out.push((punct.as_char().to_string(), line)),
            // What stands in a text or in a comment is no path.
            TokenTree::Literal(_) => out.push(("\"".to_owned(), line)),
        }
    }
}

fn named(path: &str, text: &str, banned: &[Banned], why: &'static str, mend: &'static str) -> Vec<Fault> {
    let Ok(stream) = text.parse::<TokenStream>() else {
        return vec![unreadable(path)];
    };
    let mut tokens = Vec::new();
    flatten(stream, &mut tokens);
    let word = |at: usize| tokens.get(at).map_or("", |(word, _)| word.as_str());
    let joined = |at: usize| word(at) == ":" && word(at + 1) == ":";
    let mut faults = Vec::new();
    for (at, (_, line)) in tokens.iter().enumerate() {
        for ban in banned {
            let found = match *ban {
                Banned::Word(name) => (word(at) == name).then(|| name.to_owned()),
                Banned::Root(name) => {
                    let after_path = at >= 2 && joined(at - 2);
                    let own = at >= 3 && after_path && matches!(word(at - 3), "crate" | "super" | "self");
                    let head = !after_path && joined(at + 1) || own;
                    (word(at) == name && head).then(|| format!("{name}::"))
                }
                Banned::Pair(first, second) => {
                    (word(at) == first && joined(at + 1) && word(at + 3) == second).then(|| format!("{first}::{second}"))
                }
            };
            if let Some(name) = found {
                faults.push(Fault::new(path, *line, format!("names `{name}`"), why, mend));
            }
        }
    }
    faults
}

fn unreadable(path: &str) -> Fault {
    Fault::new(path, 1, "is not Rust that can be read", "the rules about layers cannot be held", "make it compile")
}

fn open_matches(path: &str, text: &str) -> Vec<Fault> {
    let Ok(file) = syn::parse_file(text) else {
        return vec![unreadable(path)];
    };
    let mut matches = Matches { path, faults: Vec::new() };
    matches.visit_file(&file);
    matches.faults
}

struct Matches<'p> {
    path: &'p str,
    faults: Vec<Fault>,
}

impl<'ast> Visit<'ast> for Matches<'_> {
    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        let for_tests = item.attrs.iter().any(|attribute| {
            attribute.path().is_ident("cfg") && attribute.parse_args::<syn::Ident>().is_ok_and(|condition| condition == "test")
        });
        if !for_tests {
            visit::visit_item_mod(self, item);
        }
    }

    fn visit_expr_match(&mut self, expression: &'ast ExprMatch) {
        for arm in open_arms(&expression.arms) {
            self.faults.push(Fault::new(
                self.path,
                arm.pat.span().start().line,
                "an arm for everything else",
                "a state that is added later would fall into it unseen",
                "name every variant, joined with `|` where they do the same",
            ));
        }
        visit::visit_expr_match(self, expression);
    }
}

/// The arms that take whatever is left of an enum of ours. A match over texts, numbers or `Option` needs such an arm and
/// may have it; a match is over an enum of ours when some arm names a variant by its path. A tuple is looked at
/// place by place.
fn open_arms(arms: &[Arm]) -> Vec<&Arm> {
    let patterns: Vec<Vec<&Pat>> = arms.iter().map(|arm| alternatives(&arm.pat)).collect();
    let width =
        patterns.iter().flatten().filter_map(|pattern| if let Pat::Tuple(tuple) = pattern { Some(tuple.elems.len()) } else { None }).max();
    let mut open = vec![false; arms.len()];
    for place in 0..width.unwrap_or(1) {
        let at_place = |pattern: &Pat, test: &dyn Fn(&Pat) -> bool| match pattern {
            Pat::Tuple(tuple) => tuple.elems.iter().nth(place).is_some_and(|pattern| alternatives(pattern).into_iter().any(test)),
            other => test(other),
        };
        if patterns.iter().flatten().any(|pattern| at_place(pattern, &names_variant)) {
            for (open, patterns) in open.iter_mut().zip(&patterns) {
                *open |= patterns.iter().any(|pattern| at_place(pattern, &catches_all));
            }
        }
    }
    arms.iter().zip(open).filter_map(|(arm, open)| open.then_some(arm)).collect()
}

/// The patterns joined by `|`, without parentheses and references around them.
fn alternatives(pattern: &Pat) -> Vec<&Pat> {
    match pattern {
        Pat::Or(or) => or.cases.iter().flat_map(alternatives).collect(),
        Pat::Paren(paren) => alternatives(&paren.pat),
        Pat::Reference(reference) => alternatives(&reference.pat),
        other => vec![other],
    }
}

/// `Enum::Variant`, with or without fields; not `Some`, `None`, `Ok`, `Err`, and not a constant of a module.
fn names_variant(pattern: &Pat) -> bool {
    let path = match pattern {
        Pat::Path(path) => &path.path,
        Pat::TupleStruct(pattern) => &pattern.path,
        Pat::Struct(pattern) => &pattern.path,
        _ => return false,
    };
    let mut names = path.segments.iter().rev().map(|segment| segment.ident.to_string());
    let camel = |name: Option<String>| name.is_some_and(|name| name.starts_with(char::is_uppercase) && name.contains(char::is_lowercase));
    camel(names.next()) && camel(names.next())
}

/// `_`, or a bare name.
fn catches_all(pattern: &Pat) -> bool {
    match pattern {
        Pat::Wild(_) => true,
        Pat::Ident(name) => name.subpat.is_none() && name.ident.to_string().starts_with(char::is_lowercase),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(arms: &str) -> Vec<usize> {
        open_matches("m.rs", &format!("fn f() {{ match x {{\n{arms}\n}} }}")).iter().map(|fault| fault.line).collect()
    }

    #[test]
    fn an_arm_for_everything_else_over_our_enums_fails() {
        assert_eq!(lines("State::Open => 1,\n_ => 2"), [3]);
        assert_eq!(lines("State::Open { .. } => 1,\nother => 2"), [3]);
        assert_eq!(lines("Self::Open(x) => 1,\nSelf::Shut | _ => 2"), [3]);
        assert_eq!(lines("State::Open => 1,\n_ if late => 2"), [3]);
        assert_eq!(lines("(State::Open, Step::Go) => 1,\n(State::Shut, _) => 2"), [3]);
        assert_eq!(lines("(State::Open, Step::Go) => 1,\n_ => 2"), [3]);
        assert_eq!(lines("&State::Open => 1,\n&_ => 2"), [3]);
    }

    #[test]
    fn texts_numbers_and_options_need_one_and_may_have_it() {
        assert_eq!(lines("\"a\" => 1,\n_ => 2"), Vec::<usize>::new());
        assert_eq!(lines("Some(x) => 1,\nNone => 2"), Vec::<usize>::new());
        assert_eq!(lines("(State::Open, Some(1)) => 1,\n(State::Open | State::Shut, _) => 2"), Vec::<usize>::new());
        assert_eq!(lines("i64::MAX => 1,\n_ => 2"), Vec::<usize>::new());
        assert_eq!(lines("State::Open(_) => 1,\nState::Shut { x: _ } => 2"), Vec::<usize>::new());
    }

    #[test]
    fn test_modules_may_be_short() {
        assert_eq!(open_matches("m.rs", "#[cfg(test)]\nmod tests { fn f() { match x { State::Open => 1, _ => 2 } } }"), []);
    }

    fn model(text: &str) -> Vec<String> {
        let [(_, banned, why, mend), ..] = LAYERS;
        named("m.rs", text, banned, why, mend).into_iter().map(|fault| format!("{}: {}", fault.line, fault.what)).collect()
    }

    #[test]
    fn a_model_names_neither_tables_nor_clocks() {
        assert_eq!(model("//! Like sea_orm, but pure: store::Tx.\nuse kernel::Timestamp;"), Vec::<String>::new());
        assert_eq!(model("\nuse sea_orm::prelude::*;"), ["2: names `sea_orm`"]);
        assert_eq!(model("fn f(tx: &store::Tx) {}"), ["1: names `store::`"]);
        assert_eq!(model("use std::time::Duration;"), ["1: names `std::time`"]);
        assert_eq!(model("fn f(store: &Shelf) { shop::store::open(store) }"), Vec::<String>::new());
    }

    #[test]
    fn pages_do_not_reach_for_rows() {
        let (_, banned, why, mend) = LAYERS[2];
        for text in ["use crate::rows;", "use super::rows::case;", "fn f() { rows::case::find() }"] {
            assert_eq!(named("p.rs", text, banned, why, mend).len(), 1, "{text}");
        }
        assert_eq!(named("p.rs", "fn f() { let rows = list.rows; rows.len() }", banned, why, mend), []);
    }
}
