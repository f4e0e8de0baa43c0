//! Who is called when somebody's words speak of harming herself (decisions 3, 5): an ordered list of accounts with hours,
//! else all dispatchers.

use kernel::{AccountId, Timestamp, format};
use serde::{Deserialize, Serialize};

/// Minutes of a day.
const DAY: u16 = 24 * 60;

/// After so long without an answer the next on the list is called too.
pub const STEP_SECS: i64 = 10 * 60;

/// One place of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Duty {
    /// Who.
    pub account: AccountId,
    /// From which minute of the day, Beijing time.
    pub from: u16,
    /// Until which; before `from`: until the next morning; equal: round the clock.
    pub to: u16,
}

impl Duty {
    /// Whether the minutes are minutes of a day.
    pub fn is_valid(&self) -> bool {
        self.from < DAY && self.to < DAY
    }

    fn covers(&self, at: Timestamp) -> bool {
        let local = format::local(at);
        let minute = u16::try_from(i32::from(local.hour()) * 60 + i32::from(local.minute())).unwrap_or(0);
        match self.from.cmp(&self.to) {
            std::cmp::Ordering::Equal => true,
            std::cmp::Ordering::Less => (self.from..self.to).contains(&minute),
            std::cmp::Ordering::Greater => minute >= self.from || minute < self.to,
        }
    }
}

/// Whom an alarm calls at an instant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Called {
    /// These, in their order.
    Accounts(Vec<AccountId>),
    /// All dispatchers: nobody of the list is on duty, or all of it were called in vain.
    Dispatchers,
}

/// Whom an alarm that was raised at `raised` calls at `now`: the first of the list who is on duty and `available`; each ten
/// minutes without an answer the next one too; in the end all dispatchers.
pub fn called(list: &[Duty], available: impl Fn(AccountId) -> bool, raised: Timestamp, now: Timestamp) -> Called {
    let on_duty = list.iter().filter(|duty| duty.covers(now) && available(duty.account)).map(|duty| duty.account);
    let steps = usize::try_from((now.as_second() - raised.as_second()).max(0) / STEP_SECS).unwrap_or(usize::MAX);
    let all: Vec<AccountId> = on_duty.collect();
    if steps >= all.len() { Called::Dispatchers } else { Called::Accounts(all.into_iter().take(steps + 1).collect()) }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;

    #[test]
    fn the_first_on_duty_is_called_then_the_next_then_everybody() {
        let [day, night, always, gone] = [1, 2, 3, 4].map(|byte| AccountId::from_bytes([byte; 16]));
        let list = [
            Duty { account: gone, from: 0, to: 0 },
            Duty { account: day, from: 8 * 60, to: 20 * 60 },
            Duty { account: night, from: 20 * 60, to: 8 * 60 },
            Duty { account: always, from: 0, to: 0 },
        ];
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let noon = at("2026-11-23T12:00:00+08:00");
        let of = |raised, now| called(&list, |account| account != gone, raised, now);
        assert_eq!(of(noon, noon), Called::Accounts(vec![day]));
        assert_eq!(of(noon, at("2026-11-23T12:09:59+08:00")), Called::Accounts(vec![day]));
        assert_eq!(of(noon, at("2026-11-23T12:10:00+08:00")), Called::Accounts(vec![day, always]));
        assert_eq!(of(noon, at("2026-11-23T12:20:00+08:00")), Called::Dispatchers);
        for night_time in ["2026-11-23T20:00:00+08:00", "2026-11-24T00:00:00+08:00", "2026-11-24T07:59:00+08:00"] {
            assert_eq!(of(at(night_time), at(night_time)), Called::Accounts(vec![night]), "{night_time}");
        }
        assert_eq!(of(at("2026-11-24T08:00:00+08:00"), at("2026-11-24T08:00:00+08:00")), Called::Accounts(vec![day]));
        assert_eq!(called(&[], |_| true, noon, noon), Called::Dispatchers, "without a list everybody is called");
        assert_eq!(called(&list, |_| false, noon, noon), Called::Dispatchers, "a list of people who left calls everybody");
    }
}
