//! Deadlines a second on one core from the batch, beside reading the same lines and nothing else, and the engine without any lines:
//!
//! ```text
//! cargo run --release -p workday --example deadlines -- 1000000
//! ```
//!
//! Processor time, not the clock on the wall: a shared machine moves it least.

use std::error::Error;
use std::fmt::Write as _;

use jiff::Timestamp;
use serde::Deserialize;
use serde::de::IgnoredAny;
use workday::{Calendar, Limit, Mode, Pause, Rule, batch, rfc3339};

/// The limits of the shipped catalogue, and how many in a hundred cases have them.
const LIMITS: [(&str, u64); 8] = [("30min", 4), ("4h", 6), ("24h", 20), ("1wd", 20), ("2wd", 5), ("3wd", 10), ("5wd", 30), ("15wd", 5)];

/// Numbers that look drawn, the same in every run (SplitMix64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % most
    }
}

/// Questions of 2020 to 2026, four in ten with one to three pauses, one of them open now and then.
fn lines(count: u64) -> Result<String, Box<dyn Error>> {
    let mut dice = Dice(20_261_128);
    let mut text = String::new();
    let from = "2020-01-02T00:00:00+08:00".parse::<Timestamp>()?.as_second();
    let span = "2026-11-01T00:00:00+08:00".parse::<Timestamp>()?.as_second() - from;
    let at = |second: i64| Timestamp::from_second(second).map(rfc3339);
    for n in 0..count {
        let mut drawn = dice.below(100);
        let limit = LIMITS.iter().find(|(_, share)| {
            let found = drawn < *share;
            drawn = drawn.saturating_sub(*share);
            found
        });
        let mut second = from + i64::try_from(dice.below(u64::try_from(span)?))?;
        write!(text, "{{\"id\":\"case-{n}\",\"start\":\"{}\",\"limit\":\"{}\"", at(second)?, limit.ok_or("a share")?.0)?;
        let pauses = if dice.below(10) < 4 { 1 + dice.below(3) } else { 0 };
        for pause in 0..pauses {
            second += 600 + i64::try_from(dice.below(86_400))?;
            write!(text, "{}{{\"from\":\"{}\",\"to\":", if pause == 0 { ",\"pauses\":[" } else { "," }, at(second)?)?;
            second += 3_600 + i64::try_from(dice.below(4 * 86_400))?;
            if pause + 1 == pauses && dice.below(20) == 0 { text.push_str("null}") } else { write!(text, "\"{}\"}}", at(second)?)? }
        }
        text.push_str(if pauses > 0 { "]}\n" } else { "}\n" });
    }
    Ok(text)
}

#[derive(Deserialize)]
struct Question {
    start: Timestamp,
    limit: Limit,
    #[serde(default)]
    pauses: Vec<Pause>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let count = std::env::args().nth(1).ok_or("how many lines")?.parse::<u64>()?;
    let text = lines(count)?;
    let rule = Rule::new(Calendar::shipped(), Mode::Strict);
    let a_second = |cpu: f64| format!("{:>10.0} a second of processor time", f64::from(u32::try_from(count).unwrap_or(u32::MAX)) / cpu);

    let began = cpu_secs()?;
    for line in text.lines() {
        serde_json::from_str::<IgnoredAny>(line)?;
    }
    println!("lines read, nothing kept   {}", a_second(cpu_secs()? - began));

    let began = cpu_secs()?;
    let mut out = Vec::with_capacity(text.len());
    let summary = batch::run(&mut text.as_bytes(), &mut out, &rule)?;
    println!("batch: read, due, written  {}", a_second(cpu_secs()? - began));
    if (summary.lines, summary.failed) != (count, 0) {
        return Err(format!("{} answered, {} failed", summary.lines, summary.failed).into());
    }

    let questions = text.lines().map(serde_json::from_str).collect::<Result<Vec<Question>, _>>()?;
    let (began, mut running) = (cpu_secs()?, 0u64);
    for question in &questions {
        running += u64::from(rule.instants(question.start, question.limit, &question.pauses)?.due.is_some());
    }
    println!("due, yellow, provisional   {}", a_second(cpu_secs()? - began));
    println!("{count} deadlines, {running} of them running, {} bytes in, {} bytes out", text.len(), out.len());
    Ok(())
}

/// Processor time that this process has used, from `/proc/self/stat` (hundredths of a second on Linux).
fn cpu_secs() -> Result<f64, Box<dyn Error>> {
    let stat = std::fs::read_to_string("/proc/self/stat")?;
    let after = stat.rsplit_once(')').ok_or("a line without a name")?.1;
    let ticks: Result<Vec<u32>, _> = after.split_whitespace().skip(11).take(2).map(str::parse).collect();
    Ok(ticks?.into_iter().map(f64::from).sum::<f64>() / 100.0)
}
