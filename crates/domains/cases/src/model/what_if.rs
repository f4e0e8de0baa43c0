//! What a step would do to the clocks of a case, before anybody proposes it. The step's own events are folded into a copy of the
//! case, so that the answer is what will be.

use kernel::Timestamp;
use workday::Limit;

use super::case::{Case, NotACase};
use super::clocks::Timing;
use super::event::{CaseEvent, GoOnCause};
use super::limits::Limits;
use super::rules::Broken;

/// A step whose effect is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhatIf {
    /// More time for the answer, proposed now (延期).
    Extend {
        /// So much more.
        by: Limit,
    },
    /// The extension that is proposed already, granted now.
    Granted {
        /// The whole new length.
        to: Limit,
    },
    /// A question to the resident now (停表).
    Stop {
        /// When the stop is over, whether she answers or not.
        until: Timestamp,
        /// When she answers; never, where the stop ends first.
        answered_at: Option<Timestamp>,
    },
}

/// Why the step cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotNow {
    /// A rule stands against it.
    #[error("the step breaks {}", .0.code())]
    Broken(Broken),
    /// The state does not allow it.
    #[error(transparent)]
    Refused(#[from] NotACase),
}

impl From<Broken> for NotNow {
    fn from(broken: Broken) -> Self {
        Self::Broken(broken)
    }
}

impl Case {
    /// The case as it would stand after `step`, taken at `now`.
    pub fn what_if(&self, step: WhatIf, now: Timestamp, timing: &Timing<'_>, limits: &Limits) -> Result<Self, NotNow> {
        let mut then = self.clone();
        match step {
            WhatIf::Extend { by } => {
                let to = self.extended_by(by, limits, now)?.to_string();
                then.apply(&CaseEvent::Extended { to }, now, timing, limits)?;
            }
            WhatIf::Granted { to } => then.apply(&CaseEvent::Extended { to: to.to_string() }, now, timing, limits)?,
            WhatIf::Stop { until, answered_at } => {
                self.may_be_stopped(limits, now)?;
                then.apply(&CaseEvent::Asked { until: until.as_millisecond() }, now, timing, limits)?;
                match answered_at.filter(|at| *at < until) {
                    Some(at) => then.apply(&CaseEvent::Supplemented, at.max(now), timing, limits)?,
                    None => then.apply(&CaseEvent::WentOn { cause: GoOnCause::StopOver }, until, timing, limits)?,
                }
            }
        }
        Ok(then)
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use kernel::{AccountId, CaseId, CaseNumber, NumberKey, SeededRng};
    use workday::Calendar;

    use super::*;
    use crate::catalogue::CaseType;
    use crate::model::{Channel, ClockName, Complexity};

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    /// Received on Friday 13 November 2026, in hand since Monday: the answer is due on Friday the 20th.
    fn in_hand(timing: &Timing<'_>) -> Case {
        let limits = &Limits::DEFAULT;
        let (received, dice) = (at("2026-11-13T15:20:00+08:00"), SeededRng::new(1));
        let handler = AccountId::new(received, &dice);
        let submitted = CaseEvent::Submitted {
            number: CaseNumber::nth(&NumberKey([1; 32]), jiff::civil::date(2026, 11, 13), 0).unwrap(),
            channel: Channel::Web,
            area: None,
            case_type: CaseType::Help,
            reachable: true,
            confidential: false,
            held: false,
            sealed: false,
            against: None,
            link: None,
            received_at: None,
            parameters: limits.version.to_string(),
        };
        let mut case = Case::begin(CaseId::new(received, &dice), &submitted, received, timing, limits).unwrap();
        let events = [
            CaseEvent::Triaged { kind: None, unit: None, urgent: false, drawn: None },
            CaseEvent::Dispatched {
                unit: "housing".parse().unwrap(),
                assists: Vec::new(),
                kind: "street_lamp".parse().unwrap(),
                case_type: CaseType::Help,
                complexity: Complexity::General,
                because: None,
                by: None,
                automatic: None,
            },
            CaseEvent::Accepted { handler },
            CaseEvent::Started { planned: false },
        ];
        for event in events {
            case.apply(&event, at("2026-11-16T09:00:00+08:00"), timing, limits).unwrap();
        }
        case
    }

    fn due(case: &Case) -> String {
        kernel::format::rfc3339(case.clocks.get(ClockName::Final).unwrap().due.unwrap())
    }

    #[test]
    fn an_extension_shows_its_new_deadline_and_changes_nothing() {
        let timing = Timing::by(Calendar::shipped());
        let (case, now) = (in_hand(&timing), at("2026-11-18T10:00:00+08:00"));
        assert_eq!(due(&case), "2026-11-20T17:30:00+08:00");
        let then = case.what_if(WhatIf::Extend { by: Limit::WorkingDays(3) }, now, &timing, &Limits::DEFAULT).unwrap();
        assert_eq!(due(&then), "2026-11-25T17:30:00+08:00");
        assert_eq!(due(&case), "2026-11-20T17:30:00+08:00");
        let long = case.what_if(WhatIf::Extend { by: Limit::WorkingDays(6) }, now, &timing, &Limits::DEFAULT);
        assert_eq!(long.unwrap_err(), NotNow::Broken(Broken::ExtensionTooLong));
        let late = case.what_if(WhatIf::Extend { by: Limit::WorkingDays(1) }, at("2026-11-21T10:00:00+08:00"), &timing, &Limits::DEFAULT);
        assert_eq!(late.unwrap_err(), NotNow::Broken(Broken::AlreadyDue));
    }

    #[test]
    fn a_stop_ends_with_the_answer_or_by_itself() {
        let timing = Timing::by(Calendar::shipped());
        let (case, now) = (in_hand(&timing), at("2026-11-18T10:00:00+08:00"));
        let until = at("2026-11-25T17:30:00+08:00");
        let stop = |answered_at| due(&case.what_if(WhatIf::Stop { until, answered_at }, now, &timing, &Limits::DEFAULT).unwrap());
        // Wednesday's close lies in the pause, Thursday's does not.
        assert_eq!(stop(Some(at("2026-11-19T09:00:00+08:00"))), "2026-11-23T17:30:00+08:00");
        // Nobody answers: the closes of the 18th, 19th, 20th, 23rd and 24th are taken out.
        assert_eq!(stop(None), "2026-11-27T17:30:00+08:00");
        assert_eq!(stop(Some(at("2026-12-24T09:00:00+08:00"))), stop(None));
    }
}
