//! Words that do not belong in the tree: half-done work, paths of one machine, hosts nobody outside can reach.
//!
//! What else must not be published from a clone (names of a workplace, its tools, its hosts) cannot be listed here
//! without publishing it. A clone keeps such words in `.git/info/private-words`, one per line, and they are refused too.

use std::fs;
use std::path::Path;

use super::Fault;
use super::tree::{File, Tree};

/// This file says the words it looks for.
const SELF: &str = "crates/dev/xtask/src/check/words.rs";

/// Folders in which people live, on the systems we know.
const HOMES: [&str; 2] = ["/home/", "/Users/"];

/// Ends of names that only one network knows.
const INNER_NETS: [&str; 5] = [".internal", ".intranet", ".corp", ".lan", ".local"];

pub(super) fn check(tree: &Tree) -> Vec<Fault> {
    let private = private_words(&tree.root);
    tree.files.iter().filter(|file| file.path != SELF).flat_map(|file| faults_in(file, &private)).collect()
}

/// The checkout itself, its neighbours, and the words this clone keeps to itself.
fn private_words(root: &Path) -> Vec<String> {
    let mut words: Vec<String> = fs::read_to_string(root.join(".git/info/private-words"))
        .unwrap_or_default()
        .lines()
        .map(str::trim)
        .filter(|word| !word.is_empty() && !word.starts_with('#'))
        .map(str::to_owned)
        .collect();
    // A checkout directly below `/` has the system's folders for neighbours; they may be named.
    if let Some(parent) = root.parent().filter(|parent| parent.parent().is_some()) {
        let beside = fs::read_dir(parent).into_iter().flatten().filter_map(Result::ok).map(|entry| entry.path());
        words.extend(beside.filter(|path| path.is_dir()).map(|path| path.display().to_string()));
    }
    words
}

fn faults_in(file: &File, private: &[String]) -> Vec<Fault> {
    const UNFINISHED: &str = "work that is not done is an issue, not a comment";
    const MACHINE: &str = "another reader has another machine";
    const INNER: &str = "nobody outside can reach it";
    let is_rust = Path::new(&file.path).extension().is_some_and(|end| end == "rs");
    let locked = file.path.ends_with("package-lock.json");
    let mut faults = Vec::new();
    for (number, line) in file.text.lines().enumerate() {
        let mut fault = |what: String, why, mend| faults.push(Fault::new(&file.path, number + 1, what, why, mend));
        for word in ["FIXME", "XXX"] {
            if has_word(line, word) {
                fault(word.to_owned(), UNFINISHED, "do it, or open an issue and write a TODO with its number");
            }
        }
        if is_rust {
            for word in ["todo!(", "unimplemented!("] {
                if line.contains(word) {
                    fault(word.to_owned(), UNFINISHED, "write it, or leave the door out");
                }
            }
        }
        if has_word(line, "TODO") && !has_issue(line) {
            fault("TODO without a number".to_owned(), UNFINISHED, "write TODO(#12), the number of its issue");
        }
        for home in HOMES {
            if line.match_indices(home).any(|(at, _)| {
                starts_path(line, at) && line.get(at + home.len()..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
            }) {
                fault(format!("a path below {home}"), MACHINE, "write it relative to the project");
            }
        }
        for word in private.iter().filter(|word| line.contains(word.as_str())) {
            // The word itself is not repeated: reports are pasted into issues.
            fault(format!("a private word of {} letters", word.chars().count()), MACHINE, "say it in words everybody shares");
        }
        for host in hosts(line) {
            let inner = INNER_NETS.iter().any(|net| host.ends_with(net));
            if inner || locked && line.contains("\"resolved\"") && host != "registry.npmjs.org" {
                fault(format!("the host {host}"), INNER, "use the public address");
            }
        }
    }
    faults
}

fn starts_path(line: &str, at: usize) -> bool {
    !line.get(..at).and_then(|before| before.chars().next_back()).is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | '}' | '_' | '-'))
}

fn has_word(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let part = |c: char| c.is_alphanumeric() || c == '_';
        let before = line.get(..at).and_then(|before| before.chars().next_back());
        let after = line.get(at + word.len()..).and_then(|after| after.chars().next());
        !before.is_some_and(part) && !after.is_some_and(part)
    })
}

fn has_issue(line: &str) -> bool {
    line.match_indices("TODO(#").any(|(at, open)| {
        let digits = line.get(at + open.len()..).unwrap_or_default();
        let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
        end > 0 && digits.get(end..).is_some_and(|rest| rest.starts_with(')'))
    })
}

/// The hosts of the addresses on a line.
fn hosts(line: &str) -> impl Iterator<Item = &str> {
    line.match_indices("://").filter_map(|(at, mark)| {
        let rest = line.get(at + mark.len()..)?;
        let end = rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | '-' | '@'))).unwrap_or(rest.len());
        rest.get(..end).map(|host| host.rsplit('@').next().unwrap_or(host)).filter(|host| !host.is_empty())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str) -> Vec<String> {
        let file = File { path: path.to_owned(), text: text.to_owned() };
        faults_in(&file, &["/srv/shop/mine".to_owned()]).into_iter().map(|fault| format!("{}: {}", fault.line, fault.what)).collect()
    }

    #[test]
    fn unfinished_work_is_named() {
        assert_eq!(
            found("a.rs", "// FIXME\nfn f() { todo!() }\n// TODO later\n// TODO(#) x"),
            ["1: FIXME", "2: todo!(", "3: TODO without a number", "4: TODO without a number"]
        );
        assert_eq!(found("a.rs", "// TODO(#12): x\nlet XXXX = NothingToDo; mktemp a.XXXXXX"), Vec::<String>::new());
    }

    #[test]
    fn what_only_one_machine_or_network_knows_is_named() {
        assert_eq!(found("a.md", "see /home/li/x and /srv/shop/mine/y"), ["1: a path below /home/", "1: a private word of 14 letters"]);
        assert_eq!(found("a.md", "https://git.office.corp/x http://127.0.0.1:8080 https://example.org"), ["1: the host git.office.corp"]);
        assert_eq!(found("web/package-lock.json", "\"resolved\": \"https://mirror.example.org/x\""), ["1: the host mirror.example.org"]);
        assert_eq!(found("a.rs", "route(\"/track/home/x\") \"{root}/home/x\""), Vec::<String>::new());
    }
}
