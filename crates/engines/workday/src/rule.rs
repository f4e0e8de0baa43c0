//! The rule: from start, limit and pauses to the deadline, its yellow light and its proof.

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize, Serializer};

use crate::instant::{self, DAY, MINUTE};
use crate::pause::{self, Pause, Span};
use crate::table::{Count, Found, first_close_from};
use crate::{Calendar, DayKind, Error, Limit};

/// When lights that are counted in days turn yellow: with the beginning of business.
const OPENING: Time = Time::constant(8, 30, 0, 0);
/// How long before the close a limit of one working day turns yellow: 4½ hours.
const ONE_DAY_WARNING: i64 = 270 * MINUTE;

/// What to do about years whose calendar is not published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// Refuse: [`Error::Unpublished`].
    Strict,
    /// Count weekends and the holidays with a fixed date, and say so: [`Deadline::provisional`].
    Provisional,
}

/// How deadlines are computed: by which calendar, in which mode, with which close of business.
#[derive(Debug, Clone, Copy)]
pub struct Rule<'a> {
    /// The calendar.
    pub calendar: &'a Calendar,
    /// What to do about unpublished years.
    pub mode: Mode,
    /// Close of business (下班时间), Beijing time. It matters only to limits in working days and days.
    pub close: Time,
}

/// The instants of a clock. [`Deadline`] has the same with the days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Instants {
    /// When the clock runs out, and its light turns red; `None` while an open pause holds it.
    pub due: Option<Timestamp>,
    /// Since when the clock has stood still without an end in sight; `None` exactly when `due` is there.
    pub stopped_since: Option<Timestamp>,
    /// When its light turns yellow; `None` while an open pause holds it before that.
    pub yellow: Option<Timestamp>,
    /// Whether a day of an unpublished year took part, so that the instants may move when its notice comes.
    pub provisional: bool,
}

/// A deadline with its proof.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Deadline {
    /// When the clock runs out, and its light turns red; `None` while an open pause holds it.
    #[serde(serialize_with = "beijing")]
    pub due: Option<Timestamp>,
    /// Since when the clock has stood still without an end in sight; `None` exactly when `due` is there.
    #[serde(serialize_with = "beijing", skip_serializing_if = "Option::is_none")]
    pub stopped_since: Option<Timestamp>,
    /// When its light turns yellow; `None` while an open pause holds it before that.
    #[serde(serialize_with = "beijing")]
    pub yellow: Option<Timestamp>,
    /// Whether a day of an unpublished year took part, so that the instants may move when its notice comes.
    pub provisional: bool,
    /// Every day from the start to the deadline, or to the first day an open pause takes away.
    pub days: Vec<Day>,
}

/// One day of the proof.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Day {
    /// The day, Beijing time.
    pub date: Date,
    /// Whether it is one of the limit's days; for limits in minutes and hours, whether the clock ran on it.
    pub counted: bool,
    /// Why.
    pub reason: Reason,
}

/// Why a day counted or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// The day of the start. Limits in days count from the next; minutes and hours run from its instant.
    StartDay,
    /// An ordinary day that counted.
    Counted,
    /// A Saturday or Sunday, not counted.
    Weekend,
    /// A day off by notice or law, not counted.
    Holiday,
    /// A Saturday or Sunday that is worked (调休上班), and therefore counted.
    Makeup,
    /// The clock stood still: at the close of this day, or for minutes and hours all day.
    Pause,
    /// Not one of the limit's days: the deadline was moved here off a day that is not worked.
    Rolled,
}

/// Where a clock stands: instants in nanoseconds, and how far the proof goes.
struct Course {
    end: End,
    yellow: Option<i64>,
    provisional: bool,
    /// The last of the limit's own days, for natural days that may be moved on from there.
    last_counted: usize,
    /// The last day of the proof.
    last: usize,
}

enum End {
    Due(i64),
    Stopped(i64),
}

impl<'a> Rule<'a> {
    /// Close of business where nothing else is set: 17:30.
    pub const CLOSE: Time = Time::constant(17, 30, 0, 0);

    /// The rule with the usual close of business.
    pub fn new(calendar: &'a Calendar, mode: Mode) -> Self {
        Self { calendar, mode, close: Self::CLOSE }
    }

    /// The rule with another close of business.
    #[must_use]
    pub fn closing_at(self, close: Time) -> Self {
        Self { close, ..self }
    }

    /// The deadline of a clock started at `start`, with its proof. For an extended clock `limit` is the whole new
    /// length ([`Limit::extended`]).
    ///
    /// - `Nwd`: counting begins the day after the start date (Civil Code, Article 201); due at the close of the N-th
    ///   working day whose close is in no pause.
    /// - `Nd`: the N-th day after the start date, days whose close is in a pause not counted; if it is not worked, the
    ///   next working day whose close is in no pause (Civil Code, Article 203); due at its close.
    /// - `Nmin`, `Nh`: start, limit and the pauses that overlap the running time, added up. The close plays no part.
    /// - Yellow (decided for this platform): the last third of the running time of `Nmin` and `Nh`; 4½ hours before the
    ///   close that ends `1wd`; otherwise 08:30 of counted day N − max(1, ⌊N/3⌋) + 1. Never outside start and due.
    ///
    /// Instants must lie in the years 2000 to 2099; pauses may lie anywhere.
    pub fn due(&self, start: Timestamp, limit: Limit, pauses: &[Pause]) -> Result<Deadline, Error> {
        let start = instant::nanos(start)?;
        let spans = pause::merge(pauses, start)?;
        let course = self.course(start, limit, &spans)?;
        let Instants { due, stopped_since, yellow, provisional } = course.instants()?;
        let days = self.proof(start, limit, &spans, &course);
        Ok(Deadline { due, stopped_since, yellow, provisional, days })
    }

    /// The instants of [`Rule::due`] without the days. Its cost does not grow with the limit.
    pub fn instants(&self, start: Timestamp, limit: Limit, pauses: &[Pause]) -> Result<Instants, Error> {
        let start = instant::nanos(start)?;
        let spans = pause::merge(pauses, start)?;
        self.course(start, limit, &spans)?.instants()
    }

    fn course(&self, start: i64, limit: Limit, spans: &[Span]) -> Result<Course, Error> {
        let mut course = match limit {
            Limit::Minutes(n) => running(start, n, MINUTE, spans)?,
            Limit::Hours(n) => running(start, n, 60 * MINUTE, spans)?,
            Limit::WorkingDays(n) => self.working_days(start, n, spans)?,
            Limit::Days(n) => self.natural_days(start, n, spans)?,
        };
        if let (Some(yellow), End::Due(due)) = (course.yellow.as_mut(), &course.end) {
            *yellow = (*yellow).clamp(start, *due);
        }
        Ok(course)
    }

    fn working_days(&self, start: i64, n: u32, spans: &[Span]) -> Result<Course, Error> {
        let close = instant::of_day(self.close);
        let first = instant::day_of(start) + 1;
        let nth = |n| self.calendar.table().nth(Count::Working, first, n, spans, close);
        let (end, last) = match nth(n)? {
            Found::Day(day) => (End::Due(instant::midnight(day) + close), day),
            Found::Stopped { since, day } => (End::Stopped(since), day),
        };
        let yellow = match (nth(warning_day(n))?, &end) {
            (Found::Day(_), End::Due(due)) if n == 1 => Some(due - ONE_DAY_WARNING),
            (Found::Day(day), End::Due(_) | End::Stopped(_)) => Some(instant::midnight(day) + instant::of_day(OPENING)),
            (Found::Stopped { .. }, End::Due(_) | End::Stopped(_)) => None,
        };
        let provisional = self.provisional(first, last)?;
        Ok(Course { end, yellow, provisional, last_counted: last, last })
    }

    fn natural_days(&self, start: i64, n: u32, spans: &[Span]) -> Result<Course, Error> {
        let close = instant::of_day(self.close);
        let first = instant::day_of(start) + 1;
        let nth = |count, first, n| self.calendar.table().nth(count, first, n, spans, close);
        let yellow = match nth(Count::Natural, first, warning_day(n))? {
            Found::Day(day) => Some(instant::midnight(day) + instant::of_day(OPENING)),
            Found::Stopped { .. } => None,
        };
        let counted = match nth(Count::Natural, first, n)? {
            Found::Day(day) => day,
            // No day's kind was asked for, so no calendar was needed.
            Found::Stopped { since, day } => {
                return Ok(Course { end: End::Stopped(since), yellow, provisional: false, last_counted: day, last: day });
            }
        };
        let (end, last) = match nth(Count::Working, counted, 1)? {
            Found::Day(day) => (End::Due(instant::midnight(day) + close), day),
            Found::Stopped { since, day } => (End::Stopped(since), day),
        };
        let provisional = self.provisional(counted, last)?;
        Ok(Course { end, yellow, provisional, last_counted: counted, last })
    }

    /// Whether a day of an unpublished year is among `first..=last`; an error in strict mode.
    fn provisional(&self, first: usize, last: usize) -> Result<bool, Error> {
        match (self.calendar.table().unpublished(first, last), self.mode) {
            (None, Mode::Strict | Mode::Provisional) => Ok(false),
            (Some(_), Mode::Provisional) => Ok(true),
            (Some(day), Mode::Strict) => Err(Error::Unpublished { year: instant::date(day).year() }),
        }
    }

    fn proof(&self, start: i64, limit: Limit, spans: &[Span], course: &Course) -> Vec<Day> {
        let first = instant::day_of(start);
        let of_day = |day: usize| -> (bool, Reason) {
            match limit {
                Limit::Minutes(_) | Limit::Hours(_) => {
                    let until = match course.end {
                        End::Due(at) | End::Stopped(at) => at,
                    };
                    let midnight = instant::midnight(day);
                    let ran = runs_within(midnight.max(start), (midnight + DAY).min(until), spans);
                    match (day == first, ran) {
                        (true, ran) => (ran, Reason::StartDay),
                        (false, true) => (true, Reason::Counted),
                        (false, false) => (false, Reason::Pause),
                    }
                }
                Limit::WorkingDays(_) | Limit::Days(_) if day == first => (false, Reason::StartDay),
                Limit::WorkingDays(_) => self.by_kind(day, spans, (true, Reason::Counted), (true, Reason::Makeup)),
                Limit::Days(_) if day <= course.last_counted => {
                    if self.paused(day, spans) {
                        (false, Reason::Pause)
                    } else {
                        (true, Reason::Counted)
                    }
                }
                Limit::Days(_) => self.by_kind(day, spans, (false, Reason::Rolled), (false, Reason::Rolled)),
            }
        };
        (first..=course.last)
            .map(|day| {
                let (counted, reason) = of_day(day);
                Day { date: instant::date(day), counted, reason }
            })
            .collect()
    }

    /// The verdict on a day that must be worked: `plain` or `makeup` if it is and its close is in no pause.
    fn by_kind(&self, day: usize, spans: &[Span], plain: (bool, Reason), makeup: (bool, Reason)) -> (bool, Reason) {
        match self.calendar.table().kind(day).unwrap_or(DayKind::Weekend) {
            DayKind::Weekend => (false, Reason::Weekend),
            DayKind::Holiday => (false, Reason::Holiday),
            DayKind::Workday | DayKind::Makeup if self.paused(day, spans) => (false, Reason::Pause),
            DayKind::Workday => plain,
            DayKind::Makeup => makeup,
        }
    }

    /// Whether the close of `day` is in a pause.
    fn paused(&self, day: usize, spans: &[Span]) -> bool {
        let close = instant::of_day(self.close);
        spans.iter().any(|span| (first_close_from(span.from, close)..first_close_from(span.to, close)).contains(&day))
    }
}

impl Course {
    fn instants(&self) -> Result<Instants, Error> {
        let (due, stopped_since) = match self.end {
            End::Due(at) => (Some(instant::timestamp(at)?), None),
            End::Stopped(at) => (None, Some(instant::timestamp(at)?)),
        };
        let yellow = self.yellow.map(instant::timestamp).transpose()?;
        Ok(Instants { due, stopped_since, yellow, provisional: self.provisional })
    }
}

/// The counted day on which the light of a limit of `n` days turns yellow: N − max(1, ⌊N/3⌋) + 1.
fn warning_day(n: u32) -> u32 {
    (n - (n / 3).max(1).min(n)) + 1
}

/// A clock of `n` times `unit` of running time.
fn running(start: i64, n: u32, unit: i64, spans: &[Span]) -> Result<Course, Error> {
    if n == 0 {
        return Err(Error::ZeroLimit);
    }
    let length = i64::from(n).checked_mul(unit).ok_or(Error::OutOfRange)?;
    let end = elapse(start, length, spans)?;
    // Two thirds of a whole number of minutes are a whole number of seconds.
    let yellow = match elapse(start, length / 3 * 2, spans)? {
        End::Due(at) => Some(at),
        End::Stopped(_) => None,
    };
    let last = match end {
        // A clock that ends at midnight did not run on the day that begins then.
        End::Due(at) => instant::day_of(at - 1),
        End::Stopped(at) => instant::day_of(at),
    };
    Ok(Course { end, yellow, provisional: false, last_counted: last, last })
}

/// The instant at which a clock has run for `length`: each pause that begins before it moves it on by its own length.
fn elapse(start: i64, length: i64, spans: &[Span]) -> Result<End, Error> {
    let mut at = start.checked_add(length).ok_or(Error::OutOfRange)?;
    for span in spans {
        if span.from >= at {
            break;
        }
        if span.is_open() {
            return Ok(End::Stopped(span.from));
        }
        at = at.checked_add(span.to - span.from).ok_or(Error::OutOfRange)?;
    }
    if at < instant::END { Ok(End::Due(at)) } else { Err(Error::OutOfRange) }
}

/// Whether a clock with these pauses runs at some instant from `from` up to but not including `until`.
fn runs_within(from: i64, until: i64, spans: &[Span]) -> bool {
    // The spans do not touch, so an empty stretch between two of them cannot be.
    from < until && !spans.iter().any(|span| span.from <= from && until <= span.to)
}

#[expect(clippy::ref_option, reason = "serde hands fields over by reference")]
fn beijing<S: Serializer>(at: &Option<Timestamp>, serializer: S) -> Result<S::Ok, S::Error> {
    at.map(instant::rfc3339).serialize(serializer)
}
