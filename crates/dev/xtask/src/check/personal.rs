//! docs/PERSONAL-DATA.md against the tables that the migrations make: every column that can hold words, bytes or a place is
//! either listed with its eraser or said to hold nothing about a person, and nothing is listed that does not exist.

use std::collections::BTreeMap;

use super::Fault;
use super::tree::{Tree, line_at, table_rows};

const PAPER: &str = "docs/PERSONAL-DATA.md";
const WHY: &str = "what is kept about people is known column by column";

/// A table of the schema: its columns, and whether each can hold something about a person.
#[derive(Debug, Default, PartialEq, Eq)]
struct Columns(BTreeMap<String, bool>);

#[derive(Debug, PartialEq, Eq)]
struct Made {
    file: String,
    line: usize,
    columns: Columns,
}

type Schema = BTreeMap<String, Made>;

pub(super) fn check(tree: &Tree) -> Vec<Fault> {
    let Some(paper) = tree.file(PAPER) else {
        return vec![Fault::new(PAPER, 1, "is missing", WHY, "write it")];
    };
    let mut schema = Schema::new();
    let migrations = tree.ending(".rs").filter(|file| file.path.starts_with("crates/") && !file.path.starts_with("crates/dev/"));
    for file in migrations.filter(|file| file.path.ends_with("/migrations.rs") || file.path.contains("/migrations/")) {
        read_tables(&file.path, &file.text, &mut schema);
    }
    compare(&paper.text, &schema)
}

/// Reads the calls of the builder `Table::new(manager, "name").text("column")…`.
fn read_tables(path: &str, source: &str, schema: &mut Schema) {
    const OPEN: &str = "Table::new(";
    for (at, _) in source.match_indices(OPEN) {
        let Some(rest) = source.get(at..) else { continue };
        let Some(name) = rest.split('"').nth(1) else { continue };
        // A later migration may extend the table.
        let made = || Made { file: path.to_owned(), line: line_at(source, at), columns: Columns::default() };
        let made = schema.entry(name.to_owned()).or_insert_with(made);
        for (method, column) in builder_calls(rest) {
            made.columns.0.insert(column.to_owned(), can_hold_a_person(method));
        }
    }
}

/// `.method("argument")` up to `.create(` or `.extend(`.
fn builder_calls(source: &str) -> Vec<(&str, &str)> {
    let until = |end: &str| source.find(end).unwrap_or(source.len());
    let calls = source.get(..until(".create(").min(until(".extend("))).unwrap_or(source);
    let mut found = Vec::new();
    for part in calls.split('.').skip(1) {
        if let Some((method, rest)) = part.trim().split_once("(\"")
            && let Some((column, _)) = rest.split_once("\")")
        {
            found.push((method.trim(), column));
        }
    }
    found
}

/// Words, bytes and coordinates can; counts, instants and flags say nothing without the row they stand in.
fn can_hold_a_person(method: &str) -> bool {
    !matches!(method, "serial" | "int" | "opt_int" | "int_key" | "flag" | "opt_flag")
}

fn compare(paper: &str, schema: &Schema) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut listed: BTreeMap<(String, String), usize> = BTreeMap::new();
    for (line, cells) in table_rows(paper, "column").into_iter().chain(table_rows(paper, "column without a person")) {
        let Some(cell) = cells.first() else { continue };
        if cells.iter().any(|cell| cell.is_empty()) {
            faults.push(Fault::new(PAPER, line, "a row with an empty cell", WHY, "say whose, why, and what removes it"));
        }
        // Every name in backquotes: `table.column`, `table.*`, or `.column` of the table before.
        let mut table = String::new();
        for name in cell.split('`').skip(1).step_by(2) {
            let (before, column) = name.split_once('.').unwrap_or((name, "*"));
            if !before.is_empty() {
                before.clone_into(&mut table);
            }
            let Some(made) = schema.get(&table) else {
                faults.push(Fault::new(PAPER, line, format!("there is no table `{table}`"), WHY, "name the table as the migration does"));
                continue;
            };
            let columns: Vec<&String> = made.columns.0.keys().filter(|known| column == "*" || *known == column).collect();
            if columns.is_empty() {
                faults.push(Fault::new(
                    PAPER,
                    line,
                    format!("there is no column `{table}.{column}`"),
                    WHY,
                    "name the column as the migration does",
                ));
            }
            for column in columns {
                if let Some(earlier) = listed.insert((table.clone(), column.clone()), line)
                    && earlier != line
                {
                    faults.push(Fault::new(PAPER, line, format!("`{table}.{column}` is already on line {earlier}"), WHY, "list it once"));
                }
            }
        }
    }
    for (table, made) in schema {
        let known = |column: &String| listed.contains_key(&(table.clone(), column.clone()));
        let missing: Vec<&str> =
            made.columns.0.iter().filter(|(column, matters)| **matters && !known(column)).map(|(column, _)| column.as_str()).collect();
        if !missing.is_empty() {
            faults.push(Fault::new(
                &made.file,
                made.line,
                format!("`{table}` has columns that {PAPER} does not list: {}", missing.join(", ")),
                WHY,
                "list each there: with its eraser, or as a column without a person",
            ));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "x\nTable::new(manager, \"case_private\")\n    .key(\"id\")\n    .opt_text(\"phone\")\n    .int(\"at\")\n    .create(manager)\n    .await?;\nTable::new(manager, \"job\").key(\"id\").text(\"kind\").create(manager).await";

    fn schema() -> Schema {
        let mut schema = Schema::new();
        read_tables("m.rs", SOURCE, &mut schema);
        schema
    }

    fn found(paper: &str) -> Vec<String> {
        compare(paper, &schema()).into_iter().map(|fault| fault.what).collect()
    }

    #[test]
    fn tables_are_read_from_the_builder() {
        let schema = schema();
        assert_eq!(schema.keys().collect::<Vec<_>>(), ["case_private", "job"]);
        let private = schema
            .get("case_private")
            .map(|made| (made.line, made.columns.0.iter().map(|(name, can)| (name.as_str(), *can)).collect::<Vec<_>>()));
        assert_eq!(private, Some((2, vec![("at", false), ("id", true), ("phone", true)])));
    }

    #[test]
    fn a_full_list_passes() {
        let paper = "| column | whose |\n|---|---|\n| `case_private.phone` | hers |\n\n| column without a person | what |\n|---|---|\n| `case_private.id` | id |\n| `job.id`, `.kind` | id, code |\n";
        assert_eq!(found(paper), Vec::<String>::new());
        assert_eq!(found("| column | whose |\n|---|---|\n| `case_private.*` | hers |\n| `job.*` | x |\n"), Vec::<String>::new());
    }

    #[test]
    fn a_column_that_is_missing_or_made_up_or_listed_twice_fails() {
        let paper = "| column | whose |\n|---|---|\n| `case_private.*` | hers |\n| `case_private.phone` | hers |\n| `job.words` | x |\n| `gone.id` |  |\n| `job.kind` | x |\n";
        assert_eq!(
            found(paper),
            [
                "`case_private.phone` is already on line 3",
                "there is no column `job.words`",
                "a row with an empty cell",
                "there is no table `gone`",
                "`job` has columns that docs/PERSONAL-DATA.md does not list: id"
            ]
        );
    }
}
