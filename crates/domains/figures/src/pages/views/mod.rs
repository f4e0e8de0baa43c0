//! What the board shows, as plain data in the reader's language.

mod samples;
#[cfg(test)]
mod tests;

pub use samples::render_all;

use tally::define::Words as Definition;

/// A witness of the public log.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WitnessLine {
    /// What it calls itself.
    pub name: String,
    /// When it looked last, and how far.
    pub cosigned: String,
    /// What is wrong.
    pub trouble: Option<String>,
    /// That is an alarm.
    pub alarm: bool,
}

/// The public log's own page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Log {
    /// How many leaves are signed.
    pub size: String,
    /// The key, and those before it.
    pub keys: Vec<String>,
    /// The path of the signed head.
    pub checkpoint: String,
    /// The path of the head with witnesses' lines, once there is one.
    pub witnessed: Option<String>,
    /// The witnesses.
    pub witnesses: Vec<WitnessLine>,
}

/// One of the four main figures.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tile {
    /// Its code, where the table below has it.
    pub code: &'static str,
    /// What it is called.
    pub name: String,
    /// `97.6`; `None` where there is nothing to divide by.
    pub share: Option<String>,
    /// `1,253 / 1,284 件`.
    pub pair: String,
    /// The lower bound, `96.6`.
    pub least: Option<String>,
    /// What must be read with it.
    pub beside: Option<String>,
}

/// A figure with its definition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureLine {
    /// Its code.
    pub code: &'static str,
    /// What it is called.
    pub name: &'static str,
    /// Its definition.
    pub words: Definition,
    /// `97.6`.
    pub share: Option<String>,
    /// Above the line.
    pub n: String,
    /// Below it.
    pub d: String,
    /// The two numbers as they are, for the reader's browser.
    pub raw: tlog::leaf::Pair,
    /// `96.6%–98.3%`.
    pub range: String,
}

/// An area or a unit.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlaceLine {
    /// Its name.
    pub name: String,
    /// Matters received.
    pub cases: String,
    /// K1.
    pub contact: String,
    /// K3.
    pub in_time: String,
    /// Ratings.
    pub rated: String,
    /// K5.
    pub satisfied: String,
}

/// Areas, or units.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlaceTable {
    /// Its place on the page.
    pub id: &'static str,
    /// What it is called.
    pub heading: String,
    /// How it is read.
    pub hint: String,
    /// The name of its first column.
    pub column: String,
    /// Its rows, in the order of the register.
    pub rows: Vec<PlaceLine>,
}

/// A name with a number.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CountLine {
    /// Of what.
    pub name: String,
    /// How many.
    pub count: String,
    /// What it means.
    pub hint: String,
    /// Its part of the largest, in hundredths.
    pub width: String,
}

/// An area's communities, with a column for each figure.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CommunityTable {
    /// The id of the heading.
    pub id: String,
    /// The heading: which area.
    pub heading: String,
    /// The figures' names, in the order of the cells.
    pub columns: Vec<String>,
    /// Communities with their cells.
    pub rows: Vec<(String, Vec<String>)>,
}

/// Figures that stand by themselves.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ApartTable {
    /// Which time they are of.
    pub span: String,
    /// Each with its two numbers.
    pub rows: Vec<CountLine>,
}

/// A month that may be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MonthChoice {
    /// `2026-11`.
    pub value: String,
    /// `2026年11月`.
    pub label: String,
    /// It is shown.
    pub chosen: bool,
}

/// `GET /open`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Open {
    /// The day of the first batch, while there is none.
    pub first: Option<String>,
    /// Months with figures, newest first.
    pub months: Vec<MonthChoice>,
    /// The month shown, `2026-11`.
    pub month: String,
    /// The keys that sign the log, for the reader's browser.
    pub keys: String,
    /// How many were received.
    pub received: String,
    /// The day of the last batch.
    pub date: String,
    /// The month cannot be judged yet.
    pub young: bool,
    /// The four main figures.
    pub tiles: Vec<Tile>,
    /// All figures.
    pub figures: Vec<FigureLine>,
    /// Areas, then units.
    pub places: Vec<PlaceTable>,
    /// Communities of areas that consist of several.
    pub communities: Vec<CommunityTable>,
    /// Cases that never get facts.
    pub apart: Option<ApartTable>,
    /// First-level categories, most first.
    pub kinds: Vec<CountLine>,
    /// What was left out.
    pub out: Vec<CountLine>,
    /// What must be read beside the figures.
    pub beside: Vec<CountLine>,
}

/// The template sees `shell`, `w` (this crate's words) and `v` (the view).
#[derive(askama::Template)]
#[template(path = "open.html")]
struct Bound<'a> {
    shell: &'a web::Shell,
    w: crate::words::Words,
    v: &'a Open,
}

impl web::Page for Open {
    fn html(&self, shell: &web::Shell) -> Result<String, askama::Error> {
        askama::Template::render(&Bound { shell, w: crate::words::Words::of(shell.locale()), v: self })
    }
}

/// The template of the log's page, with the same names.
#[derive(askama::Template)]
#[template(path = "log.html")]
struct BoundLog<'a> {
    shell: &'a web::Shell,
    w: crate::words::Words,
    v: &'a Log,
}

impl web::Page for Log {
    fn html(&self, shell: &web::Shell) -> Result<String, askama::Error> {
        askama::Template::render(&BoundLog { shell, w: crate::words::Words::of(shell.locale()), v: self })
    }
}
