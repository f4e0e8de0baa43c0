//! One typed function per message, for every crate with an `i18n/` folder (decisions 5).
//!
//! Both languages must have the same messages with the same arguments. An argument that a message
//! chooses a form by, in either language, is a count (`u64`); every other one is a text that the
//! caller has formatted. Terms, attributes, functions and references between messages are refused:
//! a sentence is written out, never glued from fragments.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;

/// What is wrong with the messages, one line for each fault.
#[derive(Debug, thiserror::Error)]
pub enum GenError {
    /// The Fluent sources are at fault.
    #[error("{}", .0.join("\n"))]
    Words(Vec<String>),
    /// A file could not be read or written.
    #[error("{0}: {1}")]
    File(PathBuf, std::io::Error),
    /// `rustfmt` did not take the generated code.
    #[error("rustfmt: {0}")]
    Format(String),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ArgKind {
    Text,
    Count,
}

#[derive(Debug, Default)]
struct Message {
    args: Vec<(String, ArgKind)>,
    shown: String,
}

type Messages = BTreeMap<String, Message>;

/// Writes `src/words.rs` of every crate under `root/crates` that has `i18n/zh-CN.ftl`. Says what it did.
pub fn run(root: &Path) -> Result<String, GenError> {
    let mut report = String::new();
    for home in crates_with_words(root)? {
        let read = |language: &str| {
            let path = home.join(format!("i18n/{language}.ftl"));
            fs::read_to_string(&path).map_err(|error| GenError::File(path, error))
        };
        let name = home.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        let (zh, en) = (read("zh-CN")?, read("en")?);
        let code = generate(&name, &zh, &en).map_err(GenError::Words)?;
        let path = home.join("src/words.rs");
        let code = formatted(root, &code)?;
        if fs::read_to_string(&path).ok().as_deref() != Some(&code) {
            fs::write(&path, &code).map_err(|error| GenError::File(path.clone(), error))?;
        }
        let _ = writeln!(report, "{name}: {} messages", code.matches("pub fn ").count() - 2);
    }
    Ok(report.trim_end().to_owned())
}

/// What is wrong with the messages of all crates; writes nothing.
pub fn faults(root: &Path) -> Result<Vec<String>, GenError> {
    let (mut faults, mut said) = (Vec::new(), Said::new());
    for home in crates_with_words(root)? {
        let read = |language: &str| {
            let path = home.join(format!("i18n/{language}.ftl"));
            fs::read_to_string(&path).map_err(|error| GenError::File(path, error))
        };
        let name = home.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let (zh, en) = (read("zh-CN")?, read("en")?);
        match checked(name, &zh, &en) {
            Ok((zh, en)) => {
                faults.extend(otherwise_said(name, "zh-CN", zh, &mut said));
                faults.extend(otherwise_said(name, "en", en, &mut said));
            }
            Err(found) => faults.extend(found),
        }
    }
    Ok(faults)
}

/// Beginnings of the keys of errors, which are looked for in one crate after the other: the first that has it answers.
const ERRORS: [&str; 2] = ["fault-", "problem-"];

/// What errors say, by language and key, with the crate that says it.
type Said = BTreeMap<(&'static str, String), (String, String)>;

/// Errors that an earlier crate says in other words.
fn otherwise_said(crate_name: &str, language: &'static str, messages: Messages, said: &mut Said) -> Vec<String> {
    let mut faults = Vec::new();
    for (key, Message { shown, .. }) in messages.into_iter().filter(|(key, _)| ERRORS.iter().any(|error| key.starts_with(error))) {
        let (earlier, words) = said.entry((language, key.clone())).or_insert_with(|| (crate_name.to_owned(), shown.clone()));
        if *words != shown {
            faults.push(format!("{crate_name}: `{key}` says \"{shown}\", and in {earlier} \"{words}\""));
        }
    }
    faults
}

fn crates_with_words(root: &Path) -> Result<Vec<PathBuf>, GenError> {
    let list = |folder: PathBuf| -> Result<Vec<PathBuf>, GenError> {
        let entries = fs::read_dir(&folder).map_err(|error| GenError::File(folder.clone(), error))?;
        Ok(entries.filter_map(Result::ok).map(|entry| entry.path()).filter(|path| path.is_dir()).collect())
    };
    let mut found = Vec::new();
    for group in list(root.join("crates"))? {
        found.extend(list(group)?.into_iter().filter(|home| home.join("i18n/zh-CN.ftl").is_file()));
    }
    found.sort();
    Ok(found)
}

fn generate(crate_name: &str, zh: &str, en: &str) -> Result<String, Vec<String>> {
    checked(crate_name, zh, en).map(|(zh, _)| write_code(crate_name, &zh))
}

/// The messages of both languages. Those in Chinese have the arguments of their functions.
fn checked(crate_name: &str, zh: &str, en: &str) -> Result<(Messages, Messages), Vec<String>> {
    let mut faults = Vec::new();
    let mut zh = parse(zh, &format!("{crate_name}/i18n/zh-CN.ftl"), &mut faults);
    let en = parse(en, &format!("{crate_name}/i18n/en.ftl"), &mut faults);
    for key in en.keys().filter(|key| !zh.contains_key(*key)) {
        faults.push(format!("{crate_name}: `{key}` is only in English"));
    }
    let mut functions = BTreeMap::new();
    for (key, message) in &mut zh {
        let Some(other) = en.get(key) else {
            faults.push(format!("{crate_name}: `{key}` is only in Chinese"));
            continue;
        };
        let names = |message: &Message| {
            let mut names: Vec<_> = message.args.iter().map(|(name, _)| name.clone()).collect();
            names.sort();
            names
        };
        if names(message) != names(other) {
            faults.push(format!("{crate_name}: `{key}` takes {:?} in Chinese and {:?} in English", names(message), names(other)));
        }
        for (name, kind) in &mut message.args {
            if other.args.iter().any(|(other, kind)| other == name && *kind == ArgKind::Count) {
                *kind = ArgKind::Count;
            }
        }
        if let Some(earlier) = functions.insert(key.replace('-', "_"), key.clone()) {
            faults.push(format!("{crate_name}: `{earlier}` and `{key}` would be the same function"));
        }
    }
    if faults.is_empty() { Ok((zh, en)) } else { Err(faults) }
}

fn parse(source: &str, file: &str, faults: &mut Vec<String>) -> Messages {
    let resource = parser::parse(source).unwrap_or_else(|(resource, errors)| {
        for error in errors {
            let line = source.get(..error.pos.start).map_or(0, |before| before.matches('\n').count()) + 1;
            faults.push(format!("{file}:{line}: {error}"));
        }
        resource
    });
    let mut messages = Messages::new();
    for entry in resource.body {
        match entry {
            Entry::Message(message) => {
                let key = message.id.name.to_owned();
                let mut found = Message::default();
                match &message.value {
                    Some(pattern) => read_pattern(pattern, &mut found, &mut |what| faults.push(format!("{file}: `{key}`: {what}"))),
                    None => faults.push(format!("{file}: `{key}` says nothing")),
                }
                if !message.attributes.is_empty() {
                    faults.push(format!("{file}: `{key}` has attributes; write messages of their own"));
                }
                if key.bytes().any(|byte| byte.is_ascii_uppercase()) || KEYWORDS.contains(&key.as_str()) {
                    faults.push(format!("{file}: `{key}` cannot be the name of a function"));
                }
                if messages.insert(key.clone(), found).is_some() {
                    faults.push(format!("{file}: `{key}` is there twice"));
                }
            }
            Entry::Term(term) => faults.push(format!("{file}: term `-{}`; write the word out", term.id.name)),
            // Junk was named above as a parse error.
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) | Entry::Junk { .. } => {}
        }
    }
    messages
}

const KEYWORDS: [&str; 16] =
    ["as", "break", "else", "find", "fn", "for", "gen", "if", "in", "loop", "match", "of", "self", "type", "use", "while"];

fn read_pattern(pattern: &Pattern<&str>, found: &mut Message, fault: &mut impl FnMut(String)) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => found.shown.push_str(value),
            PatternElement::Placeable { expression } => read_expression(expression, found, fault),
        }
    }
}

fn read_expression(expression: &Expression<&str>, found: &mut Message, fault: &mut dyn FnMut(String)) {
    match expression {
        Expression::Inline(inline) => read_inline(inline, ArgKind::Text, found, fault),
        Expression::Select { selector, variants } => {
            read_inline(selector, ArgKind::Count, found, fault);
            for variant in variants {
                let mut shown = Message { args: std::mem::take(&mut found.args), shown: String::new() };
                read_pattern(&variant.value, &mut shown, &mut |what| fault(what));
                found.args = shown.args;
                if variant.default {
                    // The selector itself was written just before: the default form stands for all.
                    if let Some(cut) = found.shown.rfind('{') {
                        found.shown.truncate(cut);
                    }
                    found.shown.push_str(&shown.shown);
                }
            }
        }
    }
}

fn read_inline(inline: &InlineExpression<&str>, kind: ArgKind, found: &mut Message, fault: &mut dyn FnMut(String)) {
    match inline {
        InlineExpression::VariableReference { id } => {
            let _ = write!(found.shown, "{{{}}}", id.name);
            match found.args.iter_mut().find(|(name, _)| name == id.name) {
                Some((_, known)) if kind == ArgKind::Count => *known = ArgKind::Count,
                Some(_) => {}
                None => found.args.push((id.name.to_owned(), kind)),
            }
        }
        InlineExpression::StringLiteral { value } => found.shown.push_str(value),
        InlineExpression::Placeable { expression } => read_expression(expression, found, fault),
        InlineExpression::NumberLiteral { .. } => fault("a number on its own; write it as text".to_owned()),
        InlineExpression::FunctionReference { id, .. } => {
            fault(format!("function {}; numbers and dates are formatted by `kernel`", id.name));
        }
        InlineExpression::MessageReference { id, .. } => fault(format!("refers to `{}`; write the sentence out", id.name)),
        InlineExpression::TermReference { id, .. } => fault(format!("refers to `-{}`; write the word out", id.name)),
    }
}

fn write_code(crate_name: &str, messages: &Messages) -> String {
    let home = if crate_name == "web" { "crate" } else { "web" };
    let args_used = messages.values().any(|message| !message.args.is_empty());
    let counts_used = messages.values().flat_map(|message| &message.args).any(|(_, kind)| *kind == ArgKind::Count);
    let mut code = String::from(
        "// Written by `cargo xtask gen` from i18n/*.ftl. Do not edit.\n\n//! The words of this crate, one function per message; each shows its Chinese text.\n\nuse std::borrow::Cow;\n",
    );
    if counts_used {
        code.push_str("use std::borrow::Borrow;\n");
    }
    let arg = if args_used { "Arg, " } else { "" };
    let _ = write!(
        code,
        "use std::sync::LazyLock;\n\nuse kernel::Locale;\nuse {home}::i18n::{{{arg}Bundles}};\n\n\
         static BUNDLES: LazyLock<Bundles> = LazyLock::new(|| Bundles::parse(include_str!(\"../i18n/zh-CN.ftl\"), include_str!(\"../i18n/en.ftl\")));\n\n\
         /// The words in one language.\n#[derive(Debug, Clone, Copy, PartialEq, Eq)]\npub struct Words(Locale);\n\n\
         impl Words {{\n/// The words in `locale`.\npub fn of(locale: Locale) -> Self {{ Self(locale) }}\n\n\
         /// A message by its key, for keys made from a stable code.\npub fn find(locale: Locale, key: &str) -> Option<Cow<'static, str>> {{ BUNDLES.find(locale, key) }}\n"
    );
    for (key, message) in messages {
        let name = key.replace('-', "_");
        let shown = message.shown.split_whitespace().collect::<Vec<_>>().join(" ").replace('`', "'");
        let _ = write!(code, "\n/// `{shown}`\n");
        if message.args.is_empty() {
            let _ = writeln!(code, "pub fn {name}(self) -> Cow<'static, str> {{ BUNDLES.text(self.0, \"{key}\") }}");
            continue;
        }
        let (mut params, mut values) = (String::new(), String::new());
        for (arg, kind) in &message.args {
            let param = arg.replace('-', "_");
            match kind {
                ArgKind::Text => {
                    let _ = write!(params, ", {param}: impl AsRef<str>");
                    let _ = write!(values, "(\"{arg}\", Arg::Text({param}.as_ref())), ");
                }
                // Templates pass fields by reference, code passes numbers.
                ArgKind::Count => {
                    let _ = write!(params, ", {param}: impl Borrow<u64>");
                    let _ = write!(values, "(\"{arg}\", Arg::Count(*{param}.borrow())), ");
                }
            }
        }
        let _ = writeln!(code, "pub fn {name}(self{params}) -> String {{ BUNDLES.format(self.0, \"{key}\", &[{values}]) }}");
    }
    code.push_str("}\n");
    code
}

fn formatted(root: &Path, code: &str) -> Result<String, GenError> {
    let fault = |error: std::io::Error| GenError::Format(error.to_string());
    let mut rustfmt = Command::new("rustfmt")
        .current_dir(root)
        .args(["--edition", "2024"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(fault)?;
    // The pipe closes when it is dropped here; the sources are far smaller than what would block.
    if let Some(mut stdin) = rustfmt.stdin.take() {
        let code = code.to_owned();
        std::thread::spawn(move || stdin.write_all(code.as_bytes()));
    }
    let out = rustfmt.wait_with_output().map_err(fault)?;
    if !out.status.success() {
        return Err(GenError::Format(out.status.to_string()));
    }
    String::from_utf8(out.stdout).map_err(|error| GenError::Format(error.to_string()))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::{Said, generate, otherwise_said, parse};

    #[test]
    fn a_text_argument_is_text_and_a_choosing_one_is_a_count_in_both() {
        let code = generate(
            "x",
            "due = { $when } 前\nleft = { $n } 件\n",
            "due = by { $when }\nleft = { $n ->\n    [one] one\n   *[other] { $n }\n }\n",
        );
        let code = code.unwrap_or_default();
        assert!(code.contains("pub fn due(self, when: impl AsRef<str>) -> String"), "{code}");
        assert!(code.contains("pub fn left(self, n: impl Borrow<u64>) -> String"), "{code}");
    }

    #[test]
    fn languages_that_disagree_fail_by_name() {
        let faults = generate("x", "a = 甲\nb = { $n } 乙\n", "a = A\nb = B\nc = C\n").unwrap_err();
        assert_eq!(faults.len(), 2, "{faults:?}");
        assert!(faults.iter().any(|fault| fault.contains("`c` is only in English")));
        assert!(faults.iter().any(|fault| fault.contains("`b` takes")));
    }

    #[test]
    fn glued_sentences_and_broken_sources_fail() {
        for zh in ["a = { b }\nb = 乙\n", "-t = 丙\na = { -t }\n", "a =\n", "a = 甲 {\n", "a = 甲\na = 乙\n", "a = 甲\n    .b = 乙\n"]
        {
            assert!(generate("x", zh, zh).is_err(), "{zh}");
        }
    }

    #[test]
    fn one_error_says_one_thing_in_all_crates() {
        let (mut said, read) = (Said::new(), |source| parse(source, "x", &mut Vec::new()));
        assert!(otherwise_said("one", "en", read("fault-empty = Missing\ntitle = One\n"), &mut said).is_empty());
        assert!(otherwise_said("one", "zh-CN", read("fault-empty = 没写\n"), &mut said).is_empty());
        assert!(otherwise_said("two", "en", read("fault-empty = Missing\ntitle = Two\n"), &mut said).is_empty());
        let faults = otherwise_said("three", "en", read("fault-empty = Empty\n"), &mut said);
        assert_eq!(faults, ["three: `fault-empty` says \"Empty\", and in one \"Missing\""]);
    }
}
