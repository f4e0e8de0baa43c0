//! What a drive has to say at its end.

use std::fmt;
use std::time::Duration;

use serde::Serialize;

use crate::acknowledged::Promise;
use crate::judge::Verdict;
use crate::timing::percentile_ms;

/// Failures printed one by one; the rest is only counted.
const PRINTED_FAILURES: usize = 20;

/// The counts, as printed.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Totals {
    /// Messages that were sent.
    pub submitted: usize,
    /// Messages that got a number and a code.
    pub acknowledged: usize,
    /// Cases closed by their resident's verdict.
    pub closed: usize,
    /// Cases that came back after "not solved".
    pub reopened: usize,
    /// Acknowledged cases, or acknowledged steps of them, that are not there any more.
    pub lost: usize,
    /// Acknowledged cases whose words are not those sent.
    pub altered: usize,
    /// Messages whose loop ended before its end, and cases that could not be read again.
    pub errors: usize,
    /// From the first submission to the last verdict, without signing in and without reading again.
    pub seconds: f64,
    /// `closed` by `seconds`.
    pub lifecycles_per_second: f64,
    /// Median latency of all requests, in milliseconds.
    pub p50_ms: f64,
    /// 99th percentile of the latency of all requests, in milliseconds.
    pub p99_ms: f64,
}

impl Totals {
    /// The totals of a drive that could not begin: an error, so that nobody takes the zeros for a success.
    pub fn not_begun() -> Self {
        Self { errors: 1, ..Self::default() }
    }

    /// The whole promise: nothing lost, altered or refused, everything acknowledged closed, and something was done at all.
    pub fn everything_closed(&self) -> bool {
        self.nothing_missing() && self.closed == self.acknowledged && self.acknowledged > 0
    }

    /// Nothing lost, altered or unreadable.
    pub fn nothing_missing(&self) -> bool {
        self.lost == 0 && self.altered == 0 && self.errors == 0
    }

    /// Counts what became of `promise`.
    pub fn count(&mut self, verdict: Verdict, promise: &Promise, status: &str) {
        match verdict {
            Verdict::Kept => {}
            Verdict::Lost => {
                self.lost += 1;
                let shows = if status.is_empty() { "nothing" } else { status };
                eprintln!("lost: case {} was acknowledged as {:?} and shows {shows}", promise.number, promise.step);
            }
            Verdict::Altered => {
                self.altered += 1;
                eprintln!("altered: case {}", promise.number);
            }
        }
    }

    /// Counts a failure of `subject` and prints the first ones.
    pub fn fail(&mut self, subject: &str, reason: &dyn fmt::Display) {
        self.errors += 1;
        if self.errors <= PRINTED_FAILURES {
            eprintln!("error: {subject}: {reason}");
        }
    }

    /// Sets the time it took and the latencies (ascending).
    pub fn measured(&mut self, took: Duration, latencies: &[Duration]) {
        self.seconds = thousandths(took.as_secs_f64());
        let closed = f64::from(u32::try_from(self.closed).unwrap_or(u32::MAX));
        self.lifecycles_per_second = if took.is_zero() { 0.0 } else { thousandths(closed / took.as_secs_f64()) };
        self.p50_ms = thousandths(percentile_ms(latencies, 50));
        self.p99_ms = thousandths(percentile_ms(latencies, 99));
    }

    /// One line of JSON.
    pub fn to_json(&self) -> String {
        // Numbers alone cannot fail to serialise.
        serde_json::to_string(self).unwrap_or_default()
    }
}

fn thousandths(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}

impl fmt::Display for Totals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { submitted, acknowledged, closed, reopened, lost, altered, errors, .. } = self;
        writeln!(f, "submitted {submitted}, acknowledged {acknowledged}, closed {closed} ({reopened} of them after coming back)")?;
        writeln!(f, "lost {lost}, altered {altered}, errors {errors}")?;
        write!(
            f,
            "{:.1} s, {:.1} lifecycles/s; requests p50 {:.2} ms, p99 {:.2} ms",
            self.seconds, self.lifecycles_per_second, self.p50_ms, self.p99_ms
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_whole_drive_is_accepted() {
        let whole = Totals { submitted: 2, acknowledged: 2, closed: 2, ..Totals::default() };
        assert!(whole.everything_closed());
        assert!(!Totals { closed: 1, ..whole.clone() }.everything_closed());
        assert!(!Totals { lost: 1, ..whole.clone() }.everything_closed());
        assert!(!Totals { altered: 1, ..whole.clone() }.everything_closed());
        assert!(!Totals { errors: 1, ..whole }.everything_closed());
        assert!(!Totals::default().everything_closed());
        assert!(!Totals::not_begun().nothing_missing());
    }

    #[test]
    fn the_json_has_the_promised_fields_in_their_order() {
        assert_eq!(
            Totals::default().to_json(),
            r#"{"submitted":0,"acknowledged":0,"closed":0,"reopened":0,"lost":0,"altered":0,"errors":0,"seconds":0.0,"lifecycles_per_second":0.0,"p50_ms":0.0,"p99_ms":0.0}"#
        );
    }
}
