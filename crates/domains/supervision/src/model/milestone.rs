//! The milestones of a case whose clocks run: yellow, red, and the tiers after red (domain 4.1). They follow from the
//! case's lights and the county's rules; nothing refreshes them.

use kernel::Timestamp;
use serde::{Deserialize, Serialize};
use workday::{Calendar, Limit, Mode, Rule};

/// How far the reminding of a case has gone. Ordered: the later is the graver.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Nobody was reminded of the clocks that run now.
    #[default]
    None,
    /// Near its limit.
    Yellow,
    /// Tier 1: at the limit (催办).
    Red,
    /// Tier 2: an order to the unit's lead (domain 4.1: red + 2 working days; parameter `tier2.after`).
    Tier2,
    /// Tier 3: to the county (domain 4.1: red + 5 working days; parameter `tier3.after`).
    Tier3,
}

impl Level {
    /// All, in order.
    pub const ALL: [Self; 5] = [Self::None, Self::Yellow, Self::Red, Self::Tier2, Self::Tier3];

    /// The stored word.
    pub fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Yellow => "yellow",
            Self::Red => "red",
            Self::Tier2 => "tier2",
            Self::Tier3 => "tier3",
        }
    }

    /// The level with this word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.code() == code)
    }

    /// The code of the reminder that goes out when it is reached.
    pub fn notice(self) -> &'static str {
        match self {
            Self::None => "supervision.none",
            Self::Yellow => "supervision.yellow",
            Self::Red => "supervision.red",
            Self::Tier2 => "supervision.tier2",
            Self::Tier3 => "supervision.tier3",
        }
    }
}

/// One milestone ahead or behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Milestone {
    /// What is reached then.
    pub level: Level,
    /// When.
    pub at: Timestamp,
}

/// The milestones of lights that turn at `yellow` and `red`, in order. A stopped clock has no red and so no tier. The end of
/// a working-day limit counts from the red instant by the calendar in provisional mode: nobody is forgotten for lack of a
/// calendar (decisions 7).
pub fn schedule(yellow: Option<Timestamp>, red: Option<Timestamp>, tier2: Limit, tier3: Limit, calendar: &Calendar) -> Vec<Milestone> {
    let rule = Rule::new(calendar, Mode::Provisional);
    let after = |limit: Limit| red.and_then(|red| rule.instants(red, limit, &[]).ok()?.due);
    let steps = [(Level::Yellow, yellow), (Level::Red, red), (Level::Tier2, after(tier2)), (Level::Tier3, after(tier3))];
    steps.into_iter().filter_map(|(level, at)| Some(Milestone { level, at: at? })).collect()
}

/// The next milestone after `reached`, due or not. What is due together is reached one after the other, so that none is
/// passed over.
pub fn next(milestones: &[Milestone], reached: Level) -> Option<Milestone> {
    milestones.iter().copied().find(|milestone| milestone.level > reached)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn of(yellow: Option<&str>, red: Option<&str>) -> Vec<(Level, String)> {
        let (two, five) = (Limit::WorkingDays(2), Limit::WorkingDays(5));
        let found = schedule(yellow.map(at), red.map(at), two, five, Calendar::shipped());
        found.into_iter().map(|milestone| (milestone.level, kernel::format::rfc3339(milestone.at))).collect()
    }

    #[test]
    fn tiers_follow_the_red_light_by_working_days() {
        // Friday's close: the weekend does not count.
        let found = of(Some("2026-11-19T08:30:00+08:00"), Some("2026-11-20T17:30:00+08:00"));
        let expected = [
            (Level::Yellow, "2026-11-19T08:30:00+08:00"),
            (Level::Red, "2026-11-20T17:30:00+08:00"),
            (Level::Tier2, "2026-11-24T17:30:00+08:00"),
            (Level::Tier3, "2026-11-27T17:30:00+08:00"),
        ];
        assert_eq!(found, expected.map(|(level, at)| (level, at.to_owned())));
    }

    #[test]
    fn the_tiers_of_scenario_d_4_pass_over_the_spring_festival() {
        // Red on Saturday 14 February 2026, a working day; 15 to 23 February are holidays.
        let found = of(None, Some("2026-02-14T17:30:00+08:00"));
        let expected = [
            (Level::Red, "2026-02-14T17:30:00+08:00"),
            (Level::Tier2, "2026-02-25T17:30:00+08:00"),
            // 24, 25, 26, 27 February, and Saturday 28, on which work is made up.
            (Level::Tier3, "2026-02-28T17:30:00+08:00"),
        ];
        assert_eq!(found, expected.map(|(level, at)| (level, at.to_owned())));
    }

    #[test]
    fn a_stopped_clock_has_no_tiers_and_no_clock_has_nothing() {
        assert_eq!(of(Some("2026-11-19T08:30:00+08:00"), None), [(Level::Yellow, "2026-11-19T08:30:00+08:00".to_owned())]);
        assert_eq!(of(None, None), []);
    }

    #[test]
    fn a_year_without_a_published_calendar_loses_nobody() {
        let found = of(Some("2031-12-30T08:30:00+08:00"), Some("2031-12-31T17:30:00+08:00"));
        assert_eq!(found.len(), 4);
        assert!(found.iter().any(|(level, at)| *level == Level::Tier3 && at.starts_with("2032-01")));
    }

    #[test]
    fn what_is_due_together_is_reached_one_after_the_other() {
        let (two, five) = (Limit::WorkingDays(2), Limit::WorkingDays(5));
        let all = schedule(Some(at("2026-11-19T08:30:00+08:00")), Some(at("2026-11-20T17:30:00+08:00")), two, five, Calendar::shipped());
        let mut reached = Level::None;
        let mut order = Vec::new();
        while let Some(milestone) = next(&all, reached) {
            order.push(milestone.level);
            reached = milestone.level;
        }
        assert_eq!(order, Level::ALL[1..]);
    }

    #[test]
    fn every_level_is_found_by_its_word() {
        for level in Level::ALL {
            assert_eq!(Level::from_code(level.code()), Some(level));
        }
        assert_eq!(Level::from_code("blue"), None);
    }
}
