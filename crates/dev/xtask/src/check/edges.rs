//! Which of our crates may use which: `cargo metadata` against the table in docs/ARCHITECTURE.md (house style 1).

use std::collections::BTreeMap;

use super::Fault;
use super::packages::{Metadata, Package};
use super::tree::{Tree, table_rows};

const MAP: &str = "docs/ARCHITECTURE.md";
const WHY: &str = "what decays first is the border between parts";

/// Floors from the ground up; a crate may stand only on its own floor or on lower ones.
const FLOORS: [&str; 5] = ["engines", "platform", "domains", "app", "dev"];

#[derive(Debug, Clone, PartialEq, Eq)]
enum Allowed {
    All,
    These(Vec<String>),
}

impl Allowed {
    fn covers(&self, to: &str) -> bool {
        match self {
            Self::All => true,
            Self::These(names) => names.iter().any(|name| name == to),
        }
    }
}

/// A dependency of one of our crates on another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Edge {
    from: String,
    to: String,
    test_only: bool,
}

pub(super) fn check(tree: &Tree, metadata: &Metadata) -> Vec<Fault> {
    let Some(map) = tree.file(MAP) else {
        return vec![Fault::new(MAP, 1, "is missing", WHY, "write the map with its table of edges")];
    };
    let floors: BTreeMap<String, usize> =
        metadata.ours(&tree.root).filter_map(|(package, home)| Some((package.name.clone(), floor(&home)?))).collect();
    compare(&map.text, &floors, &edges(metadata))
}

/// Edges that only tests use, as `a → b`.
pub(super) fn dev_edges(metadata: &Metadata) -> Vec<String> {
    let found: Vec<String> =
        edges(metadata).into_iter().filter(|edge| edge.test_only).map(|edge| format!("{} → {}", edge.from, edge.to)).collect();
    if found.is_empty() { vec!["none".to_owned()] } else { found }
}

fn floor(home: &str) -> Option<usize> {
    let part = home.strip_prefix("crates/")?.split('/').next()?;
    FLOORS.iter().position(|floor| *floor == part)
}

fn edges(metadata: &Metadata) -> Vec<Edge> {
    let ours: Vec<&Package> = metadata.packages.iter().filter(|package| package.source.is_none()).collect();
    let mut found = Vec::new();
    for package in &ours {
        for dependency in &package.dependencies {
            if dependency.path.is_some() && ours.iter().any(|other| other.name == dependency.name) {
                found.push(Edge {
                    from: package.name.clone(),
                    to: dependency.name.clone(),
                    test_only: dependency.kind.as_deref() == Some("dev"),
                });
            }
        }
    }
    found.sort();
    found
}

fn compare(map: &str, floors: &BTreeMap<String, usize>, edges: &[Edge]) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut table: BTreeMap<&str, (usize, Allowed)> = BTreeMap::new();
    for (line, cells) in table_rows(map, "from") {
        let (Some(from), Some(to)) = (cells.first(), cells.get(1)) else {
            continue;
        };
        let allowed = match *to {
            "all" => Allowed::All,
            "none" => Allowed::These(Vec::new()),
            names => Allowed::These(names.split(',').map(|name| name.trim().to_owned()).collect()),
        };
        if !floors.contains_key(*from) {
            faults.push(Fault::new(MAP, line, format!("names `{from}`, which is no crate of ours"), WHY, "remove the row"));
        }
        if let Allowed::These(names) = &allowed {
            for to in names {
                match (floors.get(*from), floors.get(to)) {
                    (_, None) => faults.push(Fault::new(MAP, line, format!("`{to}` is no crate of ours"), WHY, "correct the row")),
                    (Some(from_floor), Some(to_floor)) if to_floor > from_floor => {
                        faults.push(Fault::new(
                            MAP,
                            line,
                            format!("`{from}` may use `{to}`, which is a floor above"),
                            WHY,
                            "turn it round with a port",
                        ));
                    }
                    (Some(_) | None, Some(_)) => {}
                }
            }
        }
        table.insert(from, (line, allowed));
    }
    for name in floors.keys().filter(|name| !table.contains_key(name.as_str())) {
        faults.push(Fault::new(MAP, 1, format!("has no row for `{name}`"), WHY, "add the row, with the reason in the commit or an ADR"));
    }
    for Edge { from, to, test_only } in edges {
        let (line, listed) = table.get(from.as_str()).map_or((1, false), |(line, allowed)| (*line, allowed.covers(to)));
        // Tests may also use whatever is on a lower floor: that cannot make a circle.
        let below = floors.get(to) < floors.get(from);
        if !(listed || *test_only && below) {
            let kind = if *test_only { "in tests" } else { "" };
            faults.push(Fault::new(
                MAP,
                line,
                format!("`{from}` uses `{to}` {kind}").trim_end(),
                "the table does not allow it",
                "use a port that `app` wires, or a journal event; a new edge is an ADR",
            ));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "| from | may use |\n|---|---|\n| tlog | none |\n| store | tlog |\n| cases | store |\n| suite | all |\n";

    fn floors() -> BTreeMap<String, usize> {
        [("tlog", 0), ("store", 1), ("cases", 2), ("suite", 4)].into_iter().map(|(name, floor)| (name.to_owned(), floor)).collect()
    }

    fn edge(from: &str, to: &str, test_only: bool) -> Edge {
        Edge { from: from.to_owned(), to: to.to_owned(), test_only }
    }

    #[test]
    fn listed_edges_and_test_edges_downwards_pass() {
        let edges =
            [edge("store", "tlog", false), edge("cases", "store", false), edge("cases", "tlog", true), edge("suite", "cases", false)];
        assert_eq!(compare(TABLE, &floors(), &edges), []);
    }

    #[test]
    fn an_edge_that_is_not_listed_fails_and_so_does_a_test_edge_upwards() {
        let faults = compare(TABLE, &floors(), &[edge("cases", "tlog", false), edge("store", "cases", true)]);
        assert_eq!(faults.len(), 2, "{faults:?}");
        assert!(faults.iter().any(|fault| fault.what == "`cases` uses `tlog`" && fault.line == 5), "{faults:?}");
        assert!(faults.iter().any(|fault| fault.what == "`store` uses `cases` in tests"), "{faults:?}");
    }

    #[test]
    fn the_table_and_the_workspace_name_the_same_crates_and_point_down() {
        let mut more = floors();
        more.insert("web".to_owned(), 1);
        let faults = compare(&TABLE.replace("| tlog | none |", "| tlog | store |\n| gone | none |"), &more, &[]);
        let whats: Vec<&str> = faults.iter().map(|fault| fault.what.as_str()).collect();
        assert_eq!(whats.len(), 3, "{whats:?}");
        assert!(whats.iter().any(|what| what.contains("`gone`")) && whats.iter().any(|what| what.contains("a floor above")));
        assert!(whats.iter().any(|what| what.contains("no row for `web`")));
    }
}
