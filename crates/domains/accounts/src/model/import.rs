//! A file of accounts (CSV, RFC 4180): `login,name,name_en,unit,roles`, roles as `handler@unit:housing;lead@unit:housing`.
//! Whatever is wrong is named by its line; what the county has is asked by the command.

use super::NewPerson;
use super::seat::{self, Seat};

/// Most people in one file: one proposal is one commit, and one thing to read before approving it.
pub const MOST: usize = 500;

/// The columns, in this order; English or Chinese heads.
const HEADS: [[&str; 5]; 2] = [["login", "name", "name_en", "unit", "roles"], ["账号", "姓名", "英文名", "单位", "角色"]];

/// Why a file as a whole cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileFault {
    /// The first line does not name the columns.
    NoHead,
    /// No line below the first.
    Empty,
    /// More than [`MOST`] lines.
    TooMany,
}

/// Why a line cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LineFault {
    /// Not five columns.
    Columns,
    /// Not a login.
    Login,
    /// The same login stands in an earlier line.
    Twice,
    /// Somebody has this login.
    Taken,
    /// No name, or none that can be shown.
    Name,
    /// The county has no such unit.
    Unit,
    /// No role, or one that does not exist.
    Role,
    /// The role is not held at such a place, or the county has no such place.
    Place,
}

/// One line as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its number in the file, from 1.
    pub line: usize,
    /// What it says, as far as it can be read.
    pub person: NewPerson,
    /// What is wrong with it.
    pub faults: Vec<LineFault>,
}

/// The fields of a CSV text, row by row, each with the line it begins on. A quote that is not closed ends with the text.
fn rows(text: &str) -> Vec<(usize, Vec<String>)> {
    let mut rows = Vec::new();
    let (mut row, mut field) = (Vec::new(), String::new());
    let (mut line, mut began, mut quoted) = (1, 1, false);
    let mut letters = text.trim_start_matches('\u{feff}').chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                field.push('"');
            }
            '"' => quoted = !quoted,
            ',' | '，' if !quoted => row.push(std::mem::take(&mut field)),
            '\n' if !quoted => {
                row.push(std::mem::take(&mut field));
                rows.push((began, std::mem::take(&mut row)));
                line += 1;
                began = line;
            }
            '\r' => {}
            '\n' => {
                line += 1;
                field.push('\n');
            }
            other => field.push(other),
        }
    }
    row.push(field);
    rows.push((began, row));
    rows.retain(|(_, row)| row.iter().any(|field| !field.trim().is_empty()));
    rows
}

/// Reads a file. `login_of` says whether a login is one, and how it is stored.
pub fn read(text: &str, login_of: impl Fn(&str) -> Option<String>) -> Result<Vec<Listed>, FileFault> {
    let mut rows = rows(text).into_iter();
    let head = rows.next().map(|(_, head)| head).unwrap_or_default();
    let head: Vec<String> = head.iter().map(|name| name.trim().to_lowercase()).collect();
    if !HEADS.iter().any(|names| head == names) {
        return Err(FileFault::NoHead);
    }
    let mut listed: Vec<Listed> = Vec::new();
    for (line, fields) in rows {
        let one = one(line, &fields, &login_of, &listed);
        listed.push(one);
    }
    match listed.len() {
        0 => Err(FileFault::Empty),
        1..=MOST => Ok(listed),
        _ => Err(FileFault::TooMany),
    }
}

fn one(line: usize, fields: &[String], login_of: impl Fn(&str) -> Option<String>, before: &[Listed]) -> Listed {
    let field = |place: usize| fields.get(place).map_or("", |field| field.trim());
    let mut faults = Vec::new();
    if fields.len() != 5 {
        faults.push(LineFault::Columns);
    }
    let login = login_of(field(0));
    match &login {
        None => faults.push(LineFault::Login),
        Some(login) if before.iter().any(|earlier| earlier.person.login == *login) => faults.push(LineFault::Twice),
        Some(_) => {}
    }
    if kernel::text::check(field(1), 60).is_err() || kernel::text::check_optional(field(2), 60).is_err() {
        faults.push(LineFault::Name);
    }
    let unit = match field(3) {
        "" => None,
        code => {
            let unit = code.parse().ok();
            if unit.is_none() {
                faults.push(LineFault::Unit);
            }
            unit
        }
    };
    let roles: Vec<&str> = field(4).split([';', '；']).map(str::trim).filter(|role| !role.is_empty()).collect();
    let held: Vec<_> = roles.iter().map(|role| seat::read(role)).collect();
    if held.is_empty() || held.iter().any(Option::is_none) {
        faults.push(LineFault::Role);
    } else if !held.iter().flatten().all(Seat::fits) {
        faults.push(LineFault::Place);
    }
    let person = NewPerson {
        login: login.unwrap_or_else(|| field(0).to_owned()),
        name: field(1).to_owned(),
        name_en: Some(field(2).to_owned()).filter(|name| !name.is_empty()),
        unit,
        roles: roles.into_iter().map(str::to_owned).collect(),
    };
    Listed { line, person, faults }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;

    fn login(text: &str) -> Option<String> {
        (text.len() >= 3).then(|| text.to_lowercase())
    }

    #[test]
    fn a_file_is_read_line_by_line_and_each_fault_names_its_line() {
        let text = "\u{feff}login,name,name_en,unit,roles\r\n\
            li.na,李娜,Li Na,housing,handler@unit:housing;lead@unit:housing\r\n\
            \"wang\",\"王\"\"小\"\"明\",,,dispatcher@county\n\
            \n\
            LI.NA,李娜,,,handler@unit:housing\n\
            x,,,BAD UNIT,king@county\n\
            zhao,赵,,housing,handler@county\n\
            short,短\n";
        let listed = read(text, login).unwrap();
        let faults: Vec<_> = listed.iter().map(|one| (one.line, one.faults.clone())).collect();
        assert_eq!(
            faults,
            [
                (2, vec![]),
                (3, vec![]),
                (5, vec![LineFault::Twice]),
                (6, vec![LineFault::Login, LineFault::Name, LineFault::Unit, LineFault::Role]),
                (7, vec![LineFault::Place]),
                (8, vec![LineFault::Columns, LineFault::Role]),
            ]
        );
        assert_eq!(listed[1].person.name, "王\"小\"明");
        assert_eq!(listed[0].person.roles, ["handler@unit:housing", "lead@unit:housing"]);
        assert_eq!((&listed[0].person.name_en, &listed[1].person.name_en), (&Some("Li Na".to_owned()), &None));
    }

    #[test]
    fn a_file_says_what_its_columns_are() {
        assert_eq!(read("", login), Err(FileFault::NoHead));
        assert_eq!(read("li.na,李娜,,,handler@unit:housing\n", login), Err(FileFault::NoHead));
        assert_eq!(read("账号,姓名,英文名,单位,角色\n", login), Err(FileFault::Empty));
        assert_eq!(read("账号，姓名，英文名，单位，角色\nli.na,李娜,,,handler@unit:housing", login).unwrap().len(), 1);
        let many = format!("login,name,name_en,unit,roles\n{}", "abc,甲,,,dispatcher@county\n".repeat(MOST + 1));
        assert_eq!(read(&many, login), Err(FileFault::TooMany));
    }
}
