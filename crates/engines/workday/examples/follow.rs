//! How long the instants of a million open cases take after a calendar change, on one core:
//! `cargo run --release -p workday --example follow [CASES]`. Each case has a response in hours and a final clock in
//! working days; every tenth was stopped for a week.

use std::time::Instant;

use jiff::Timestamp;
use workday::{Calendar, ImportError, Limit, Mode, Pause, Rule};

/// 2027 as it might be published.
const NEXT: &str = "year,kind,from,to,text\n2027,holiday,2027-01-01,2027-01-03,元旦\n2027,holiday,2027-02-05,2027-02-12,春节\n\
                    2027,makeup,2027-02-20,,春节\n2027,holiday,2027-05-01,2027-05-05,劳动节\n2027,holiday,2027-10-01,2027-10-07,国庆节\n";

#[expect(clippy::disallowed_methods, reason = "a measurement")]
fn main() -> Result<(), ImportError> {
    let cases: i64 = std::env::args().nth(1).and_then(|count| count.parse().ok()).unwrap_or(1_000_000);
    let (before, then) = (Calendar::shipped(), Calendar::shipped().updated_by(&Calendar::from_csv(NEXT)?));
    let (old, new) = (Rule::new(before, Mode::Provisional), Rule::new(&then, Mode::Provisional));
    // From 1 October 2026 on, spread over five months.
    let (first, span) = (1_790_784_000, 150 * 86_400);
    let began = Instant::now();
    let mut moved = 0u64;
    for n in 0..cases {
        let second = first + n * 7_919 % span;
        let at = |second| Timestamp::from_second(second).unwrap_or(Timestamp::UNIX_EPOCH);
        let start = at(second);
        let limit = Limit::WorkingDays(if n % 5 == 0 { 15 } else { 5 });
        let pause = [Pause { from: at(second + 7_200), to: Some(at(second + 7 * 86_400)) }];
        let pauses: &[Pause] = if n % 10 == 0 { &pause } else { &[] };
        let response = new.instants(start, Limit::Hours(24), &[]).ok();
        let due = new.instants(start, limit, pauses).ok().and_then(|instants| instants.due);
        let was = old.instants(start, limit, pauses).ok().and_then(|instants| instants.due);
        moved += u64::from(due != was && response.is_some());
    }
    let took = began.elapsed();
    eprintln!("{cases} cases, {moved} moved, {:.2} s", took.as_secs_f64());
    Ok(())
}
