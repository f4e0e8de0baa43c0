//! The clocks of a case: when each began, how long it may run, when it ended. Instants are computed from
//! these by the calendar and kept on the row only for finding; `doctor` computes them again.

use kernel::{Timestamp, format};
use serde::{Deserialize, Serialize};
use workday::{Calendar, Limit, Mode, Pause, Rule};

use super::event::Moved;

/// The six clocks of a case (decisions 1). `rating` has no light.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the glossary explains the six names")]
pub enum ClockName {
    Response,
    Plan,
    Final,
    Dispatch,
    Return,
    Rating,
}

impl ClockName {
    /// The word of the API and of messages.
    pub fn code(self) -> &'static str {
        match self {
            Self::Response => "response",
            Self::Plan => "plan",
            Self::Final => "final",
            Self::Dispatch => "dispatch",
            Self::Return => "return",
            Self::Rating => "rating",
        }
    }
}

/// How a clock stands at an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClockState {
    /// It runs, and its end is ahead.
    Running,
    /// It runs, and its end is behind.
    Overdue,
    /// What it waited for came in time.
    Met,
    /// What it waited for came late.
    Missed,
}

impl ClockState {
    /// The word of the API.
    pub fn code(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Overdue => "overdue",
            Self::Met => "met",
            Self::Missed => "missed",
        }
    }
}

/// A light: always shown as colour, shape and word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Light {
    /// ● 正常.
    Green,
    /// ▲ 快到期.
    Yellow,
    /// ■ 已超期.
    Red,
}

impl Light {
    /// The worst light of a case at `now`, by the instants its row keeps; a row without them has no clock that runs.
    pub fn at(yellow_at: Option<Timestamp>, red_at: Option<Timestamp>, now: Timestamp) -> Self {
        let reached = |at: Option<Timestamp>| at.is_some_and(|at| now >= at);
        if reached(red_at) {
            Self::Red
        } else if reached(yellow_at) {
            Self::Yellow
        } else {
            Self::Green
        }
    }

    /// The word of the API.
    pub fn code(self) -> &'static str {
        match self {
            Self::Green => "green",
            Self::Yellow => "yellow",
            Self::Red => "red",
        }
    }
}

/// How instants are computed: calendar and close of business. Always provisional mode: nothing a resident
/// does may fail for lack of a calendar (decisions 7).
#[derive(Debug, Clone, Copy)]
pub struct Timing<'a>(Rule<'a>);

impl<'a> Timing<'a> {
    /// By `calendar`, closing at 17:30.
    pub fn by(calendar: &'a Calendar) -> Self {
        Self(Rule::new(calendar, Mode::Provisional))
    }

    /// The rule, for showing a deadline's days.
    pub fn rule(&self) -> &Rule<'a> {
        &self.0
    }

    /// A clock that starts at `start` and may run for `limit`.
    pub fn start(&self, name: ClockName, start: Timestamp, limit: Limit) -> RunningClock {
        let clock = RunningClock {
            name,
            start,
            limit: limit.to_string(),
            pauses: Vec::new(),
            due: None,
            yellow: None,
            ended: None,
            provisional: false,
        };
        self.again(clock)
    }

    /// The clock with its instants computed again from start, limit and pauses.
    #[must_use]
    pub fn again(&self, clock: RunningClock) -> RunningClock {
        // Instants before 2000 or after 2099 are the only failure; such a clock has no due and no light, and doctor names it.
        let found = clock.limit().and_then(|limit| self.0.instants(clock.start, limit, &clock.pauses).ok());
        RunningClock {
            due: found.and_then(|i| i.due),
            yellow: found.and_then(|i| i.yellow),
            provisional: found.is_some_and(|i| i.provisional),
            ..clock
        }
    }
}

/// One clock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunningClock {
    /// Which.
    pub name: ClockName,
    /// When it began.
    #[serde(with = "millis")]
    pub start: Timestamp,
    /// How long it may run (`24h`, `3wd`); after an extension the whole new length.
    pub limit: String,
    /// The spans in which it stands still.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pauses: Vec<Pause>,
    /// When it runs out.
    #[serde(with = "opt_millis")]
    pub due: Option<Timestamp>,
    /// When its light turns yellow.
    #[serde(with = "opt_millis")]
    pub yellow: Option<Timestamp>,
    /// When what it waits for came.
    #[serde(with = "opt_millis")]
    pub ended: Option<Timestamp>,
    /// Whether an unpublished year took part.
    pub provisional: bool,
}

impl RunningClock {
    /// How it stands at `now`.
    pub fn state(&self, now: Timestamp) -> ClockState {
        let late = |at: Timestamp| self.due.is_some_and(|due| at > due);
        match self.ended {
            Some(ended) if late(ended) => ClockState::Missed,
            Some(_) => ClockState::Met,
            None if late(now) => ClockState::Overdue,
            None => ClockState::Running,
        }
    }

    /// Its light at `now`; `None` when it has ended, or is the rating window.
    pub fn light(&self, now: Timestamp) -> Option<Light> {
        if self.ended.is_some() || self.name == ClockName::Rating {
            return None;
        }
        Some(Light::at(self.yellow, self.due, now))
    }

    /// Whether it stands still at `now` (暂停).
    pub fn is_stopped(&self, now: Timestamp) -> bool {
        self.ended.is_none() && self.pauses.iter().any(|pause| pause.from <= now && pause.to.is_none_or(|to| now < to))
    }

    /// How it went, once it has ended.
    pub fn course(&self) -> Option<Ran> {
        let ended = self.ended?;
        let ms = |from: Timestamp, to: Timestamp| u64::try_from(to.as_millisecond() - from.as_millisecond()).unwrap_or(0);
        // Pauses may overlap, begin before the clock, and have no end.
        let mut pauses: Vec<(Timestamp, Timestamp)> =
            self.pauses.iter().map(|pause| (pause.from.max(self.start), pause.to.map_or(ended, |to| to.min(ended)))).collect();
        pauses.sort_unstable();
        let (mut stopped, mut until) = (0, self.start);
        for (from, to) in pauses {
            stopped += ms(from.max(until), to);
            until = until.max(to);
        }
        Some(Ran { ms: ms(self.start, ended), stopped_ms: stopped, late: self.due.is_some_and(|due| ended > due) })
    }

    /// The limit as a value.
    pub fn limit(&self) -> Option<Limit> {
        self.limit.parse().ok()
    }
}

/// How a clock went that has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ran {
    /// From its start to its end, milliseconds.
    pub ms: u64,
    /// How much of that it stood still.
    pub stopped_ms: u64,
    /// Whether what it waited for came late.
    pub late: bool,
}

/// All clocks of a case; at most one of each name, the newest.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Clocks(Vec<RunningClock>);

impl Clocks {
    /// Starts a clock, in place of an older one with its name.
    pub fn begin(&mut self, clock: RunningClock) {
        self.0.retain(|old| old.name != clock.name);
        self.0.push(clock);
        self.0.sort_by_key(|clock| clock.name);
    }

    /// Begins the rating window: it ends at 24:00 of the last day, holidays or not.
    pub fn begin_rating(&mut self, now: Timestamp, until: Timestamp, days: u8) {
        self.begin(RunningClock {
            name: ClockName::Rating,
            start: now,
            limit: format!("{days}d"),
            pauses: Vec::new(),
            due: Some(until),
            yellow: None,
            ended: None,
            provisional: false,
        });
    }

    /// Ends a clock that runs.
    pub fn end(&mut self, name: ClockName, at: Timestamp) {
        for clock in self.0.iter_mut().filter(|clock| clock.name == name && clock.ended.is_none()) {
            clock.ended = Some(at);
        }
    }

    /// Lets a clock that ended run on as if it had not: what ended it was taken back. The calendar may have changed since.
    pub fn revive(&mut self, name: ClockName, timing: &Timing<'_>) {
        for clock in self.0.iter_mut().filter(|clock| clock.name == name) {
            clock.ended = None;
            *clock = timing.again(clock.clone());
        }
    }

    /// The same clocks with those that run computed again by another calendar; what has ended keeps what it had. The rating
    /// window knows no working days.
    #[must_use]
    pub fn again(&self, timing: &Timing<'_>) -> Self {
        let runs = |clock: &RunningClock| clock.ended.is_none() && clock.name != ClockName::Rating;
        Self(self.0.iter().map(|clock| if runs(clock) { timing.again(clock.clone()) } else { clock.clone() }).collect())
    }

    /// Whose end moves from here to `then`, in the order of their names.
    pub fn moved_to(&self, then: &Self) -> Vec<Moved> {
        let ms = |at: Option<Timestamp>| at.map(Timestamp::as_millisecond);
        let ends = self.0.iter().filter_map(|clock| Some((clock, then.get(clock.name)?)));
        ends.filter(|(old, new)| old.due != new.due)
            .map(|(old, new)| Moved { clock: old.name, from: ms(old.due), to: ms(new.due) })
            .collect()
    }

    /// Stops a running clock from `from` to `to`, or until further notice.
    pub fn pause(&mut self, name: ClockName, from: Timestamp, to: Option<Timestamp>, timing: &Timing<'_>) {
        self.amend(name, timing, |clock| clock.pauses.push(Pause { from, to }));
    }

    /// Lets a stopped clock go on at `at`, if it would not have by then.
    pub fn go_on(&mut self, name: ClockName, at: Timestamp, timing: &Timing<'_>) {
        self.amend(name, timing, |clock| {
            for pause in clock.pauses.iter_mut().filter(|pause| pause.to.is_none_or(|to| at < to)) {
                pause.to = Some(at.max(pause.from));
            }
        });
    }

    /// Gives a running clock its whole new length.
    pub fn extend(&mut self, name: ClockName, to: &str, timing: &Timing<'_>) {
        self.amend(name, timing, |clock| to.clone_into(&mut clock.limit));
    }

    fn amend(&mut self, name: ClockName, timing: &Timing<'_>, change: impl Fn(&mut RunningClock)) {
        for clock in self.0.iter_mut().filter(|clock| clock.name == name && clock.ended.is_none()) {
            change(clock);
            *clock = timing.again(clock.clone());
        }
    }

    /// Ends whatever still runs: the case is over.
    pub fn end_all(&mut self, at: Timestamp) {
        for clock in self.0.iter_mut().filter(|clock| clock.ended.is_none()) {
            clock.ended = Some(at);
        }
    }

    /// Takes a clock away that no longer applies (a plan of a matter that turned out to be general).
    pub fn drop(&mut self, name: ClockName) {
        self.0.retain(|clock| clock.name != name);
    }

    /// The clock of that name.
    pub fn get(&self, name: ClockName) -> Option<&RunningClock> {
        self.0.iter().find(|clock| clock.name == name)
    }

    /// All, in the order of their names.
    pub fn all(&self) -> &[RunningClock] {
        &self.0
    }

    /// When the case's light turns yellow: the earliest of its running clocks.
    pub fn yellow_at(&self) -> Option<Timestamp> {
        self.lit().filter_map(|clock| clock.yellow).min()
    }

    /// When the case's light turns red.
    pub fn red_at(&self) -> Option<Timestamp> {
        self.lit().filter_map(|clock| clock.due).min()
    }

    /// The worst light and the clock that gives it; green without a clock when none runs.
    pub fn light(&self, now: Timestamp) -> (Light, Option<&RunningClock>) {
        self.lit()
            .filter_map(|clock| Some((clock.light(now)?, clock)))
            // Among equals the one that ends first.
            .max_by(|(a, one), (b, other)| a.cmp(b).then_with(|| other.due.cmp(&one.due)))
            .map_or((Light::Green, None), |(light, clock)| (light, Some(clock)))
    }

    fn lit(&self) -> impl Iterator<Item = &RunningClock> {
        self.0.iter().filter(|clock| clock.ended.is_none() && clock.name != ClockName::Rating)
    }
}

/// 24:00 of the `days`-th day after `now`'s, Beijing time.
pub fn end_of_day(now: Timestamp, days: u8) -> Timestamp {
    let last = format::local_date(now).saturating_add(jiff::Span::new().days(i64::from(days) + 1));
    format::instant(last.at(0, 0, 0, 0))
}

mod millis {
    use kernel::Timestamp;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub(super) fn serialize<S: Serializer>(at: &Timestamp, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_i64(at.as_millisecond())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Timestamp, D::Error> {
        Timestamp::from_millisecond(i64::deserialize(from)?).map_err(D::Error::custom)
    }
}

mod opt_millis {
    use kernel::Timestamp;
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

    #[expect(clippy::ref_option, reason = "serde's signature")]
    pub(super) fn serialize<S: Serializer>(at: &Option<Timestamp>, to: S) -> Result<S::Ok, S::Error> {
        at.map(Timestamp::as_millisecond).serialize(to)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Timestamp>, D::Error> {
        Option::<i64>::deserialize(from)?.map(Timestamp::from_millisecond).transpose().map_err(D::Error::custom)
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn a_case_shows_the_worst_of_its_running_clocks_and_names_it() {
        let timing = Timing::by(Calendar::shipped());
        let start = at("2026-11-13T15:20:00+08:00");
        let mut clocks = Clocks::default();
        clocks.begin(timing.start(ClockName::Response, start, Limit::Hours(24)));
        clocks.begin(timing.start(ClockName::Final, start, Limit::WorkingDays(5)));
        assert_eq!(clocks.light(start).0, Light::Green);
        let (light, clock) = clocks.light(at("2026-11-14T15:20:00+08:00"));
        assert_eq!((light, clock.unwrap().name), (Light::Red, ClockName::Response));
        clocks.end(ClockName::Response, at("2026-11-13T16:05:00+08:00"));
        assert_eq!(clocks.light(at("2026-11-14T15:20:00+08:00")).0, Light::Green);
        assert_eq!(clocks.get(ClockName::Response).unwrap().state(at("2026-11-20T09:00:00+08:00")), ClockState::Met);
        assert_eq!(clocks.red_at(), Some(at("2026-11-20T17:30:00+08:00")));
    }

    #[test]
    fn the_rating_window_ends_at_midnight_of_the_seventh_day() {
        assert_eq!(end_of_day(at("2026-11-23T10:48:00+08:00"), 7), at("2026-12-01T00:00:00+08:00"));
    }
}
