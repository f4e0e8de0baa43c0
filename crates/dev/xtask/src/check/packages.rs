//! What we build on: one sqlx, one SQLite, no C TLS, and licences that an Apache-2.0 program may contain. `cargo deny`
//! checks more; this part needs no tool that has to be installed. The list of licences is the one in deny.toml.

use std::path::Path;
use std::process::Command;

use serde::Deserialize;

use super::tree::Tree;
use super::{CheckError, Fault};

/// What `cargo metadata` tells.
#[derive(Debug, Deserialize)]
pub(super) struct Metadata {
    pub(super) packages: Vec<Package>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Package {
    pub(super) name: String,
    version: String,
    license: Option<String>,
    /// `None`: ours.
    pub(super) source: Option<String>,
    manifest_path: String,
    pub(super) dependencies: Vec<Dependency>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Dependency {
    pub(super) name: String,
    /// `None`, `dev` or `build`.
    pub(super) kind: Option<String>,
    pub(super) path: Option<String>,
}

impl Metadata {
    /// Our packages with their folders relative to `root`.
    pub(super) fn ours(&self, root: &Path) -> impl Iterator<Item = (&Package, String)> {
        self.packages.iter().filter(|package| package.source.is_none()).filter_map(move |package| {
            let home = Path::new(&package.manifest_path).parent()?.strip_prefix(root).ok()?;
            Some((package, home.to_string_lossy().replace('\\', "/")))
        })
    }
}

/// All packages of this platform. Without the network if that is enough: it is, once the workspace was built.
pub(super) fn metadata(root: &Path) -> Result<Metadata, CheckError> {
    let host = Command::new("rustc").arg("-vV").output().map_err(|error| CheckError::Tool(format!("rustc: {error}")))?;
    let host = String::from_utf8_lossy(&host.stdout);
    let host = host.lines().find_map(|line| line.strip_prefix("host: ")).unwrap_or_default().to_owned();
    let ask = |offline: &[&str]| {
        Command::new("cargo")
            .current_dir(root)
            .args(["metadata", "--format-version", "1", "--filter-platform", &host])
            .args(offline)
            .output()
            .map_err(|error| CheckError::Tool(format!("cargo metadata: {error}")))
    };
    let mut told = ask(&["--offline"])?;
    if !told.status.success() {
        told = ask(&[])?;
    }
    if !told.status.success() {
        return Err(CheckError::Tool(format!("cargo metadata: {}", String::from_utf8_lossy(&told.stderr).trim())));
    }
    serde_json::from_slice(&told.stdout).map_err(|error| CheckError::Tool(format!("cargo metadata: {error}")))
}

#[derive(Deserialize)]
struct Deny {
    licenses: Licenses,
}

#[derive(Deserialize)]
struct Licenses {
    allow: Vec<String>,
}

pub(super) fn check(tree: &Tree, metadata: &Metadata) -> Vec<Fault> {
    let mut faults = Vec::new();
    if let Some(lock) = tree.file("Cargo.lock") {
        faults.extend(lock_faults(&lock.text));
    }
    let allowed = tree.file("deny.toml").and_then(|file| toml::from_str::<Deny>(&file.text).ok()).map(|deny| deny.licenses.allow);
    let Some(allowed) = allowed else {
        faults.push(Fault::new("deny.toml", 1, "has no list of licences", "what we contain is decided once", "add [licenses] allow"));
        return faults;
    };
    for package in &metadata.packages {
        let licence = package.license.as_deref().unwrap_or_default();
        if !allows(licence, &allowed) {
            faults.push(Fault::new(
                "Cargo.lock",
                1,
                format!("{} {} is under `{licence}`", package.name, package.version),
                "deny.toml does not list that licence",
                "use another crate, or decide on the licence by ADR",
            ));
        }
    }
    for (package, home) in metadata.ours(&tree.root) {
        let path = format!("{home}/Cargo.toml");
        let inherits = tree.file(&path).and_then(|file| toml::from_str::<toml::Table>(&file.text).ok()).is_some_and(|manifest| {
            manifest.get("lints").and_then(|lints| lints.get("workspace")).and_then(toml::Value::as_bool) == Some(true)
        });
        if !inherits {
            faults.push(Fault::new(
                &path,
                1,
                format!("`{}` has lints of its own", package.name),
                "the lints are the same everywhere",
                "add [lints] workspace = true",
            ));
        }
    }
    faults
}

/// Packages that may be there once, and packages that may not be there, with the reason.
const ONCE: [(&str, &str); 2] = [
    ("sqlx-core", "two pools, two sets of types, two opinions on transactions"),
    ("libsqlite3-sys", "two SQLite libraries on one file break each other's locks"),
];
const NEVER: [(&str, &str); 4] = [
    ("openssl", "a C library to keep patched on every machine"),
    ("openssl-sys", "a C library to keep patched on every machine"),
    ("native-tls", "a C library to keep patched on every machine"),
    ("rusqlite", "a second way to SQLite; everything goes through store"),
];

fn lock_faults(lock: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut seen: Vec<&str> = Vec::new();
    for (number, line) in lock.lines().enumerate() {
        let quoted = |key: &str| line.strip_prefix(key).and_then(|rest| rest.strip_prefix(" = \"")).and_then(|rest| rest.strip_suffix('"'));
        if let Some(name) = quoted("name") {
            if let Some((_, why)) = ONCE.iter().find(|(once, _)| *once == name)
                && seen.contains(&name)
            {
                faults.push(Fault::new("Cargo.lock", number + 1, format!("{name} is there twice"), why, "bring the versions together"));
            }
            if let Some((_, why)) = NEVER.iter().find(|(never, _)| *never == name) {
                faults.push(Fault::new("Cargo.lock", number + 1, format!("{name} is there"), why, "turn off the feature that wants it"));
            }
            seen.push(name);
        }
        if let Some(source) = quoted("source")
            && source != "registry+https://github.com/rust-lang/crates.io-index"
        {
            faults.push(Fault::new(
                "Cargo.lock",
                number + 1,
                format!("comes from {source}"),
                "everybody can build from crates.io",
                "use a published version",
            ));
        }
    }
    faults
}

/// Whether an SPDX expression can be met with the licences `allowed`. `/` is the old way to write OR.
fn allows(expression: &str, allowed: &[String]) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let mut words = spaced.split_whitespace().collect::<Vec<_>>().into_iter().peekable();
    let met = any_of(&mut words, allowed);
    met && words.next().is_none()
}

type Words<'w> = std::iter::Peekable<std::vec::IntoIter<&'w str>>;

fn any_of(words: &mut Words<'_>, allowed: &[String]) -> bool {
    let mut met = all_of(words, allowed);
    while words.next_if_eq(&"OR").is_some() {
        met |= all_of(words, allowed);
    }
    met
}

fn all_of(words: &mut Words<'_>, allowed: &[String]) -> bool {
    let mut met = one(words, allowed);
    while words.next_if_eq(&"AND").is_some() {
        met &= one(words, allowed);
    }
    met
}

fn one(words: &mut Words<'_>, allowed: &[String]) -> bool {
    if words.next_if_eq(&"(").is_some() {
        let met = any_of(words, allowed);
        let closed = words.next() == Some(")");
        return met && closed;
    }
    let Some(name) = words.next() else { return false };
    let name = match words.next_if_eq(&"WITH").and_then(|_| words.next()) {
        Some(exception) => format!("{name} WITH {exception}"),
        None => name.to_owned(),
    };
    allowed.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_licence_expression_is_met_or_not() {
        let allowed: Vec<String> = ["MIT", "Apache-2.0", "Apache-2.0 WITH LLVM-exception", "Unicode-3.0"].map(str::to_owned).into();
        for good in [
            "MIT",
            "MIT OR GPL-3.0",
            "Unlicense/MIT",
            "(GPL-3.0) OR MIT",
            "(MIT OR Apache-2.0) AND Unicode-3.0",
            "Apache-2.0 WITH LLVM-exception OR GPL-3.0",
        ] {
            assert!(allows(good, &allowed), "{good}");
        }
        for bad in ["", "GPL-3.0", "MIT AND GPL-3.0", "Apache-2.0 WITH Other-exception", "(MIT", "MIT MIT"] {
            assert!(!allows(bad, &allowed), "{bad}");
        }
    }

    #[test]
    fn the_lock_file_has_one_sqlx_no_openssl_and_one_source() {
        let lock = "[[package]]\nname = \"sqlx-core\"\n[[package]]\nname = \"sqlx-core\"\n[[package]]\nname = \"openssl\"\nsource = \"git+https://example.org/x\"\n";
        let faults = lock_faults(lock);
        assert_eq!(faults.iter().map(|fault| fault.line).collect::<Vec<_>>(), [4, 6, 7], "{faults:?}");
        assert_eq!(
            lock_faults("[[package]]\nname = \"sqlx-core\"\nsource = \"registry+https://github.com/rust-lang/crates.io-index\"\n"),
            []
        );
    }
}
