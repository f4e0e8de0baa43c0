//! How long the words of a matter are kept after its end (domain 4.1 row 31: class-based retention, decisions 14). What is over
//! that is archived: figures stay, the person goes.

use jiff::ToSpan;
use jiff::civil::Date;
use kernel::{Timestamp, format};
use settings::model::Parameters;

use super::case::Case;
use super::state::State;
use crate::catalogue::CaseType;

/// Months that matters are kept after they closed, by class. Asked of the rules of the day on which it is done, not of the
/// receipt: what a county decides about keeping holds for all that it still keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Retention {
    short: u32,
    general: u32,
    long: u32,
}

impl Retention {
    /// What these rules say.
    pub fn of(rules: &Parameters) -> Self {
        Self { short: rules.retention_case_short, general: rules.retention_case_general, long: rules.retention_case_long }
    }

    /// Months for a type; a sealed matter is kept like the gravest.
    pub fn months(self, case_type: CaseType, sealed: bool) -> u32 {
        if sealed {
            return self.long;
        }
        match case_type {
            CaseType::Complaint | CaseType::Report => self.long,
            CaseType::Help | CaseType::Other => self.general,
            CaseType::Enquiry | CaseType::Suggestion | CaseType::Thanks => self.short,
        }
    }

    /// What closed before this instant has been kept long enough at `now`: the beginning of the day so many months ago.
    pub fn over_before(self, case_type: CaseType, sealed: bool, now: Timestamp) -> Timestamp {
        let months = i32::try_from(self.months(case_type, sealed)).unwrap_or(i32::MAX);
        let day = format::local_date(now).checked_sub(months.months()).unwrap_or(Date::MIN);
        format::instant(day.at(0, 0, 0, 0))
    }

    /// The last day on which a closed case is kept; `None` for any other.
    pub fn last_day(self, case: &Case) -> Option<Date> {
        let State::Closed { at, .. } = &case.state else { return None };
        let months = i32::try_from(self.months(case.case_type, case.sealed)).ok()?;
        format::local_date(*at).checked_add(months.months()).ok().filter(|_| !case.erased)
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use settings::model::{Form, Key};

    use super::*;

    #[test]
    fn each_class_has_its_months_and_what_is_sealed_is_kept_longest() {
        let kept = Retention::of(&Parameters::SHIPPED);
        let months = |sealed: bool| CaseType::ALL.map(|case_type| kept.months(case_type, sealed));
        assert_eq!(months(false), [24, 36, 60, 60, 24, 24, 36]);
        assert_eq!(months(true), [60; 7]);
        let now: Timestamp = "2029-03-31T01:00:00+08:00".parse().unwrap();
        assert_eq!(kept.over_before(CaseType::Enquiry, false, now).to_string(), "2027-03-30T16:00:00Z", "the whole last day counts");
    }

    #[test]
    fn nothing_is_archived_that_may_still_be_reopened() {
        let least = |key: Key| match key.entry().form {
            Form::Count { least, .. } => least,
            Form::Limit { .. } | Form::Hundredths { .. } | Form::Switch | Form::Choice(_) => 0,
        };
        let months = least(Key::RetentionCaseShort);
        assert!(matches!(Key::ReopenWindow.entry().form, Form::Limit { most: workday::Limit::Days(days), .. } if months * 28 > days));
    }
}
