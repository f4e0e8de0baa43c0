//! What each page shows, as plain data in the reader's language.

mod samples;
#[cfg(test)]
mod tests;

pub use samples::render_all;

/// Binds a view to its template: the template sees `shell`, `w` (this crate's words) and `v` (the view).
macro_rules! page {
    ($view:ty, $path:tt) => {
        #[derive(askama::Template)]
        #[template(path = $path)]
        struct Bound<'a> {
            shell: &'a web::Shell,
            w: crate::words::Words,
            v: &'a $view,
        }

        impl web::Page for $view {
            fn html(&self, shell: &web::Shell) -> Result<String, askama::Error> {
                askama::Template::render(&Bound { shell, w: crate::words::Words::of(shell.locale()), v: self })
            }
        }
    };
}

/// One of the four figures of the desk.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tile {
    /// `y` or `r`.
    pub light: &'static str,
    /// Its name.
    pub name: String,
    /// How many.
    pub count: String,
    /// What it means.
    pub hint: String,
}

/// A matter past its limit.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MatterLine {
    /// The number, as addresses have it.
    pub number: String,
    /// The number, as people read it.
    pub grouped: String,
    /// Kind and area.
    pub about: String,
    /// For how long it is past its limit.
    pub over: String,
    /// Who has it.
    pub unit: String,
    /// Why it is here.
    pub why: String,
    /// The reader may open it.
    pub readable: bool,
    /// The order about it that is open.
    pub order: Option<String>,
    /// The reader may issue one.
    pub may_issue: bool,
}

/// What a unit has near and past its limit.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UnitLine {
    /// Its name.
    pub name: String,
    /// What it has to do something about.
    pub open: Option<String>,
    /// Of a hundred, how many are in time, near and past; none where the unit is unknown.
    pub bar: Option<Shares>,
    /// Near.
    pub yellow: String,
    /// Past.
    pub red: String,
    /// Of its answers of the last ninety days, how many came in time.
    pub in_time: String,
    /// How much of their time their clocks stood still.
    pub stopped: String,
    /// That is much: somebody should look why.
    pub stopped_much: bool,
    /// Returns that went back to it.
    pub sent_back: String,
}

/// The parts of a unit's bar, which is 100 wide, each behind the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Shares {
    /// In time.
    pub green: u64,
    /// Near the limit.
    pub yellow: u64,
    /// Past the limit.
    pub red: u64,
}

impl Shares {
    /// Of `open` cases, `yellow` are near and `red` past their limit. Whatever is there at all is at least three wide, so that one
    /// late matter among a hundred is seen.
    pub fn of(open: u64, yellow: u64, red: u64) -> Self {
        let whole = open.max(yellow + red).max(1);
        let share = |n: u64| if n == 0 { 0 } else { (n * 100 / whole).max(3) };
        let (yellow, red) = (share(yellow), share(red));
        Self { green: if open == 0 { 0 } else { 100u64.saturating_sub(yellow + red) }, yellow, red }
    }

    /// Where the red part begins.
    pub fn red_at(&self) -> u64 {
        self.green + self.yellow
    }
}

/// One bar of the red hours.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WeekBar {
    /// Its Monday, or "this week".
    pub label: String,
    /// Hours.
    pub hours: String,
    /// Of a hundred, the most of the weeks shown.
    pub width: u64,
    /// It is not over.
    pub now: bool,
}

/// One of the five stages of an order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Stage {
    /// Its name.
    pub name: String,
    /// It lies behind, or is the one it is in.
    pub done: bool,
    /// The order is in it.
    pub here: bool,
}

/// An order in a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OrderLine {
    /// Its number.
    pub number: String,
    /// The number of the case, as people read it.
    pub case_number: String,
    /// Who has to act.
    pub unit: String,
    /// Why it was issued.
    pub cause: String,
    /// Where it stands.
    pub state: String,
    /// It is not over.
    pub open: bool,
    /// Its stage has run out.
    pub late: bool,
    /// Until when its stage runs.
    pub due: Option<String>,
    /// Its stages.
    pub stages: Vec<Stage>,
}

/// `GET /staff/supervision`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Board {
    /// What there is.
    pub heading: String,
    /// The four figures.
    pub tiles: Vec<Tile>,
    /// What waits for a decision.
    pub matters: Vec<MatterLine>,
    /// The units, by their codes.
    pub units: Vec<UnitLine>,
    /// Orders under way.
    pub orders: Vec<OrderLine>,
    /// Red hours, week by week.
    pub weeks: Vec<WeekBar>,
    /// What the weeks before say beside them.
    pub compared: Option<String>,
}

mod board_page {
    use super::Board;
    page!(Board, "board.html");
}

/// `GET /staff/supervision/issue`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Issue {
    /// The number of the case, as it is sent.
    pub case: String,
    /// The same, as people read it.
    pub grouped: String,
    /// To whom.
    pub unit: String,
    /// To be signed for until then.
    pub sign_by: String,
    /// The plan until then.
    pub plan_by: String,
    /// What is demanded.
    pub demand: String,
    /// What cannot be taken.
    pub errors: Vec<String>,
}

mod issue_page {
    use super::Issue;
    page!(Issue, "issue.html");
}

/// `GET /staff/orders`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Orders {
    /// Those under way.
    pub open: Vec<OrderLine>,
    /// Those that are over.
    pub over: Vec<OrderLine>,
}

mod orders_page {
    use super::Orders;
    page!(Orders, "orders.html");
}

/// A step that the reader may take.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Offer {
    /// The last part of its address.
    pub code: &'static str,
    /// What its button says.
    pub name: String,
    /// What is to be written.
    pub hint: String,
    /// What was typed.
    pub typed: String,
    /// What cannot be taken.
    pub error: Option<String>,
}

/// One entry of an order's story.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EntryLine {
    /// When.
    pub at: String,
    /// Who.
    pub who: String,
    /// What.
    pub what: String,
    /// The words that go with it.
    pub words: Option<String>,
}

/// `GET /staff/orders/{order}`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OrderPage {
    /// The order.
    pub line: OrderLine,
    /// The number of the case, as addresses have it; for those who may read it.
    pub case: Option<String>,
    /// The version that forms carry.
    pub version: String,
    /// What was just done.
    pub notice: Option<String>,
    /// What the reader may do.
    pub offers: Vec<Offer>,
    /// Its story.
    pub entries: Vec<EntryLine>,
}

mod order_page {
    use super::OrderPage;
    page!(OrderPage, "order.html");
}

/// A reminder.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NoticeLine {
    /// The sentence.
    pub text: String,
    /// Where it leads.
    pub href: String,
    /// When it came.
    pub at: String,
    /// It was not read yet.
    pub unread: bool,
}

/// An absence.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AbsenceLine {
    /// Its id.
    pub id: String,
    /// From when to when.
    pub span: String,
    /// Who stands in.
    pub deputy: String,
}

/// A choice of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: String,
    /// It is chosen.
    pub chosen: bool,
}

/// `GET /staff/inbox`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Inbox {
    /// How many are unread.
    pub heading: String,
    /// Something is unread.
    pub unread: bool,
    /// Up to when reminders were shown, milliseconds.
    pub until: String,
    /// What was just done.
    pub notice: Option<String>,
    /// Matters due today.
    pub today: String,
    /// Matters past their limit.
    pub red: String,
    /// Matters near their limit.
    pub yellow: String,
    /// Orders that wait for the reader.
    pub waiting: String,
    /// Reminders.
    pub notices: Vec<NoticeLine>,
    /// Absences that are not over.
    pub absences: Vec<AbsenceLine>,
    /// Who may stand in.
    pub deputies: Vec<Choice>,
    /// The first day that was typed.
    pub from: String,
    /// The last day that was typed.
    pub last: String,
    /// Today.
    pub earliest: String,
    /// What cannot be taken.
    pub errors: Vec<String>,
}

mod inbox_page {
    use super::Inbox;
    page!(Inbox, "inbox.html");
}

/// Something that falls due.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DueLine {
    /// `g` or `y`.
    pub light: &'static str,
    /// The word of its light, or that it is an order.
    pub light_text: String,
    /// `17:30`.
    pub time: String,
    /// Where it leads.
    pub href: String,
    /// What it is about.
    pub title: String,
    /// Which clock, kind and number.
    pub about: String,
    /// It is urgent.
    pub urgent: bool,
}

/// One day of the week.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WeekDayBox {
    /// Its place on the page.
    pub anchor: String,
    /// `周一`.
    pub weekday: String,
    /// `23`; the first of a month names it.
    pub day: String,
    /// `11月23日 周一`.
    pub name: String,
    /// It is today.
    pub today: bool,
    /// It is not worked.
    pub off: bool,
    /// Why it is not worked, or is.
    pub note: Option<String>,
    /// How much falls due on it.
    pub count: String,
    /// What.
    pub lines: Vec<DueLine>,
}

/// `GET /staff/week`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Week {
    /// How much falls due.
    pub heading: String,
    /// How much is past its limit already.
    pub overdue: Option<String>,
    /// A day's year has no published calendar.
    pub provisional: bool,
    /// There is more than is shown.
    pub more: bool,
    /// Seven days.
    pub days: Vec<WeekDayBox>,
}

mod week_page {
    use super::Week;
    page!(Week, "week.html");
}
