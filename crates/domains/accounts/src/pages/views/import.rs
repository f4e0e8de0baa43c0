//! 从表格导入账号.

use kernel::Locale;

use crate::words::Words;

/// One line of the file as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineRow {
    /// Its number in the file.
    pub line: usize,
    /// Name.
    pub name: String,
    /// Account.
    pub login: String,
    /// Unit; may be empty.
    pub unit: String,
    /// Roles as written.
    pub roles: String,
    /// What is wrong, in sentences.
    pub faults: Vec<String>,
}

/// `GET` and `POST /staff/accounts/import`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Import {
    /// What was pasted.
    pub csv: String,
    /// The lines, once they were looked at.
    pub lines: Vec<LineRow>,
    /// Why the file as a whole cannot be read.
    pub error: Option<String>,
}

super::page!(Import, "import.html");

/// A file as it is expected.
const EXAMPLE: &str = "login,name,name_en,unit,roles\nlina,李娜,Li Na,housing,handler@unit:housing;lead@unit:housing";

impl Import {
    /// What stands beside the field as a pattern.
    pub fn example(&self) -> &'static str {
        EXAMPLE
    }

    /// Nothing is wrong.
    pub fn is_good(&self) -> bool {
        self.error.is_none() && self.bad() == 0
    }

    /// How many lines.
    pub fn count(&self) -> u64 {
        self.lines.len() as u64
    }

    /// How many are faulty.
    pub fn bad(&self) -> u64 {
        self.lines.iter().filter(|line| !line.faults.is_empty()).count() as u64
    }

    /// Blank, faulty, good.
    pub fn sample(locale: Locale) -> Vec<Self> {
        let w = Words::of(locale);
        let line = |faults: Vec<String>| LineRow {
            line: 2,
            name: locale.pick("李娜", "Li Na").into(),
            login: "lina".into(),
            unit: locale.pick("槐荫社区", "Huaiyin Community").into(),
            roles: locale.pick("承办人", "Handler").into(),
            faults,
        };
        let faulty = Self { lines: vec![line(vec![w.line_taken().into_owned(), w.line_unit().into_owned()])], ..Self::default() };
        let unread = Self { error: Some(w.import_fault_empty().into_owned()), ..Self::default() };
        vec![Self::default(), faulty, Self { lines: vec![line(Vec::new())], ..Self::default() }, unread]
    }
}
