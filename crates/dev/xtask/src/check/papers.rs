//! Decisions are findable, every crate says what it is for, and nothing lies about that nobody wrote.

use super::Fault;
use super::tree::{File, Tree};

const ADR: &str = "docs/adr/";

pub(super) fn check(tree: &Tree) -> Vec<Fault> {
    let mut faults = adr_faults(tree.file("docs/adr/README.md"), tree.files.iter().filter(|file| file.path.starts_with(ADR)));
    faults.extend(tree.heavy.iter().map(|(path, bytes)| {
        Fault::new(
            path,
            1,
            format!("{bytes} bytes"),
            "every clone carries it for ever, and a memory image may hold anything",
            "take it out, or make it when it is needed",
        )
    }));
    for manifest in tree.ending("/Cargo.toml").filter(|file| file.path.starts_with("crates/")) {
        let home = manifest.path.trim_end_matches("Cargo.toml");
        let said = ["src/lib.rs", "src/main.rs"]
            .iter()
            .any(|path| tree.file(&format!("{home}{path}")).is_some_and(|file| says_enough(&file.text)));
        if !said && tree.file(&format!("{home}README.md")).is_none() {
            faults.push(Fault::new(
                &manifest.path,
                1,
                "a crate that does not say what it is for",
                "who opens a folder knows where they are",
                "write README.md, or two lines of //! in lib.rs or main.rs",
            ));
        }
    }
    faults
}

fn says_enough(source: &str) -> bool {
    source.lines().filter(|line| line.strip_prefix("//!").is_some_and(|words| !words.trim().is_empty())).count() >= 2
}

fn adr_faults<'t>(index: Option<&File>, files: impl Iterator<Item = &'t File>) -> Vec<Fault> {
    const WHY: &str = "a decision that cannot be found is made again";
    let Some(index) = index else {
        return vec![Fault::new("docs/adr/README.md", 1, "is missing", WHY, "list the decisions there")];
    };
    let mut faults = Vec::new();
    let mut numbers: Vec<&str> = Vec::new();
    let mut names: Vec<&str> = Vec::new();
    for file in files.filter(|file| file.path != index.path) {
        let name = file.path.strip_prefix(ADR).unwrap_or(&file.path);
        names.push(name);
        let number = well_formed(name);
        match number {
            None => faults.push(Fault::new(&file.path, 1, "is not named NNNN-title-in-small-letters.md", WHY, "rename it")),
            Some(number) if numbers.contains(&number) => {
                faults.push(Fault::new(&file.path, 1, format!("a second {number}"), WHY, "take the next free number"));
            }
            Some(number) => {
                numbers.push(number);
                if !file.text.starts_with(&format!("# {number} ")) {
                    faults.push(Fault::new(
                        &file.path,
                        1,
                        format!("does not begin with `# {number} `"),
                        WHY,
                        "give it its number and title",
                    ));
                }
            }
        }
        if !index.text.contains(&format!("]({name})")) {
            faults.push(Fault::new(&index.path, 1, format!("does not list {name}"), WHY, "add a line for it"));
        }
    }
    for (at, line) in index.text.lines().enumerate() {
        for link in line.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            if well_formed(link).is_some() && !names.contains(&link) {
                faults.push(Fault::new(&index.path, at + 1, format!("lists {link}, which is not there"), WHY, "correct the line"));
            }
        }
    }
    faults
}

/// The number of a well-formed name.
fn well_formed(name: &str) -> Option<&str> {
    let (number, title) = name.strip_suffix(".md")?.split_once('-')?;
    let good = number.len() == 4
        && number.bytes().all(|byte| byte.is_ascii_digit())
        && !title.is_empty()
        && title.split('-').all(|word| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()));
    good.then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, text: &str) -> File {
        File { path: path.to_owned(), text: text.to_owned() }
    }

    #[test]
    fn decisions_are_named_numbered_and_listed() {
        let index = file("docs/adr/README.md", "- [0001](0001-a-b.md)\n- [0003](0003-gone.md)\n");
        let files = [file("docs/adr/0001-a-b.md", "# 0001 A b\n"), file("docs/adr/0001-c.md", "# 0001 C"), file("docs/adr/2-X.md", "")];
        let faults = adr_faults(Some(&index), files.iter());
        let whats: Vec<&str> = faults.iter().map(|fault| fault.what.as_str()).collect();
        assert_eq!(
            whats,
            [
                "a second 0001",
                "does not list 0001-c.md",
                "is not named NNNN-title-in-small-letters.md",
                "does not list 2-X.md",
                "lists 0003-gone.md, which is not there"
            ]
        );
        assert_eq!(adr_faults(Some(&file("docs/adr/README.md", "[1](0001-a-b.md)")), files.iter().take(1)), []);
    }

    #[test]
    fn one_line_is_not_enough_to_say_what_a_crate_is_for() {
        assert!(says_enough("//! What.\n//!\n//! Why.\n"));
        assert!(!says_enough("//! What.\n//!\nmod a;\n"));
    }
}
