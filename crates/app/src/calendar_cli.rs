//! `lianxin calendar due`: a deadline with its working, or many deadlines from a file. Needs no site.

use std::fs::File;
use std::io::{self, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Subcommand};
use kernel::Timestamp;
use serde::Serialize;
use workday::{Calendar, Day, Deadline, Limit, Mode, Pause, Rule, batch, rfc3339};

/// Working days and deadlines.
#[derive(Debug, Clone, Args)]
pub struct CalendarArgs {
    #[command(subcommand)]
    command: CalendarCommand,
}

#[derive(Debug, Clone, Subcommand)]
enum CalendarCommand {
    /// When a clock runs out, and for each day why it counted or not.
    Due(DueArgs),
}

#[derive(Debug, Clone, Args)]
struct DueArgs {
    /// When the clock started, such as 2026-02-14T15:00:00+08:00.
    #[arg(long, value_name = "INSTANT", required_unless_present = "batch")]
    start: Option<Timestamp>,
    /// How long it runs: 30min, 24h, 3wd (working days) or 15d (days).
    #[arg(long, required_unless_present = "batch")]
    limit: Option<Limit>,
    /// Spans in which it stood still; without TO it still stands.
    #[arg(long, value_name = "FROM/TO", num_args = 1.., value_parser = pause)]
    pause: Vec<Pause>,
    /// Close of business, Beijing time.
    #[arg(long, value_name = "HH:MM", default_value = "17:30", value_parser = batch::close)]
    close: jiff::civil::Time,
    /// Questions as JSON lines, answered one line each in order; `-` is standard input.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["start", "limit", "pause"])]
    batch: Option<PathBuf>,
    /// Count weekends and holidays of fixed date where a year's calendar is not published, instead of refusing.
    #[arg(long)]
    provisional: bool,
    /// Answer as one JSON object. A batch always answers in JSON.
    #[arg(long)]
    json: bool,
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum CalendarError {
    /// The question has none.
    #[error("{code}", code = .0.code())]
    Rule(#[from] workday::Error),
    /// The file of questions cannot be read.
    #[error("{path}")]
    File {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The answer cannot be written.
    #[error("the answer cannot be written")]
    Write(#[from] io::Error),
}

/// How it went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answered {
    /// Every question has its deadline.
    All,
    /// So many lines of a batch were answered with an error.
    Failed(u64),
}

impl From<Answered> for ExitCode {
    fn from(answered: Answered) -> Self {
        match answered {
            Answered::All => Self::SUCCESS,
            Answered::Failed(_) => Self::FAILURE,
        }
    }
}

impl CalendarArgs {
    /// Answers on `out`.
    pub fn run(self, out: &mut impl Write) -> Result<Answered, CalendarError> {
        match self.command {
            CalendarCommand::Due(due) => due.run(out),
        }
    }
}

/// The answer in JSON: the deadline and its working. Lights belong to a case, not to this question.
#[derive(Serialize)]
struct Answer<'a> {
    due: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stopped_since: Option<String>,
    #[serde(skip_serializing_if = "is_false")]
    provisional: bool,
    days: &'a [Day],
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn is_false(flag: &bool) -> bool {
    !flag
}

impl DueArgs {
    fn run(self, out: &mut impl Write) -> Result<Answered, CalendarError> {
        let mode = if self.provisional { Mode::Provisional } else { Mode::Strict };
        let rule = Rule::new(Calendar::shipped(), mode).closing_at(self.close);
        if let Some(path) = &self.batch {
            return answer_batch(path, out, &rule);
        }
        // clap asks for both where there is no batch.
        let (Some(start), Some(limit)) = (self.start, self.limit) else { return Ok(Answered::All) };
        let deadline = rule.due(start, limit, &self.pause)?;
        if self.json {
            answer_json(&deadline, out)?;
        } else {
            answer_text(&deadline, out)?;
        }
        Ok(Answered::All)
    }
}

fn answer_batch(path: &Path, out: &mut impl Write, rule: &Rule<'_>) -> Result<Answered, CalendarError> {
    let summary = if path.as_os_str() == "-" {
        batch::run(&mut io::stdin().lock(), out, rule)?
    } else {
        let file = File::open(path).map_err(|source| CalendarError::File { path: path.to_owned(), source })?;
        batch::run(&mut BufReader::with_capacity(1 << 16, file), out, rule)?
    };
    Ok(if summary.failed == 0 { Answered::All } else { Answered::Failed(summary.failed) })
}

fn answer_json(deadline: &Deadline, out: &mut impl Write) -> io::Result<()> {
    let answer = Answer {
        due: deadline.due.map(rfc3339),
        stopped_since: deadline.stopped_since.map(rfc3339),
        provisional: deadline.provisional,
        days: &deadline.days,
    };
    serde_json::to_writer(&mut *out, &answer)?;
    writeln!(out)
}

fn answer_text(deadline: &Deadline, out: &mut impl Write) -> io::Result<()> {
    let word = |code: &workday::Reason| serde_json::to_value(code).ok().and_then(|word| word.as_str().map(str::to_owned));
    match (deadline.due, deadline.stopped_since) {
        (Some(due), _) => writeln!(out, "due {}", rfc3339(due))?,
        (None, since) => writeln!(out, "stopped since {}", since.map(rfc3339).unwrap_or_default())?,
    }
    if deadline.provisional {
        writeln!(out, "provisional: a year's calendar is not published yet")?;
    }
    for day in &deadline.days {
        let mark = if day.counted { '+' } else { ' ' };
        writeln!(out, "{mark} {} {}", day.date, word(&day.reason).unwrap_or_default())?;
    }
    Ok(())
}

/// Reads `FROM/TO`, or `FROM/` for a pause without an end.
fn pause(text: &str) -> Result<Pause, String> {
    let instant =
        |text: &str| text.parse::<Timestamp>().map_err(|_| format!("{text:?} is not an instant such as 2026-02-14T15:00:00+08:00"));
    let (from, to) = text.split_once('/').ok_or_else(|| "a pause is FROM/TO".to_owned())?;
    let to = if to.is_empty() { None } else { Some(instant(to)?) };
    Ok(Pause { from: instant(from)?, to })
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use clap::Parser;
    use serde_json::{Value, json};

    use super::*;

    #[derive(Parser)]
    struct Cli {
        #[command(flatten)]
        calendar: CalendarArgs,
    }

    fn asked(args: &[&str]) -> (Result<Answered, CalendarError>, String) {
        let cli = Cli::try_parse_from(["calendar", "due"].iter().chain(args)).unwrap();
        let mut out = Vec::new();
        let answered = cli.calendar.run(&mut out);
        (answered, String::from_utf8(out).unwrap())
    }

    #[test]
    fn the_answer_has_the_deadline_and_its_working() {
        let (answered, out) = asked(&["--start", "2026-02-14T15:00:00+08:00", "--limit", "3wd", "--json"]);
        assert_eq!(answered.unwrap(), Answered::All);
        let out: Value = serde_json::from_str(&out).unwrap();
        assert_eq!(out["due"], "2026-02-26T17:30:00+08:00");
        let days = out["days"].as_array().unwrap();
        assert_eq!(days.len(), 13);
        assert_eq!(days[0], json!({"date": "2026-02-14", "counted": false, "reason": "start_day"}));
        assert_eq!(days[12], json!({"date": "2026-02-26", "counted": true, "reason": "counted"}));
        assert_eq!(out.as_object().unwrap().len(), 2, "nothing else");
    }

    #[test]
    fn several_pauses_and_another_close() {
        let (answered, out) = asked(&[
            "--start",
            "2026-03-02T09:00:00+08:00",
            "--limit",
            "1wd",
            "--close",
            "12:00",
            "--json",
            "--pause",
            "2026-03-03T11:00:00+08:00/2026-03-03T13:00:00+08:00",
            "2026-03-04T11:00:00+08:00/2026-03-04T13:00:00+08:00",
        ]);
        assert_eq!(answered.unwrap(), Answered::All);
        assert_eq!(serde_json::from_str::<Value>(&out).unwrap()["due"], "2026-03-05T12:00:00+08:00");
        let (_, out) =
            asked(&["--start", "2026-03-02T09:00:00+08:00", "--limit", "24h", "--pause", "2026-03-02T10:00:00+08:00/", "--json"]);
        let out: Value = serde_json::from_str(&out).unwrap();
        assert_eq!((&out["due"], &out["stopped_since"]), (&Value::Null, &json!("2026-03-02T10:00:00+08:00")));
    }

    #[test]
    fn an_unpublished_year_is_refused_unless_provisional() {
        let question = ["--start", "2026-12-30T15:00:00+08:00", "--limit", "3wd", "--json"];
        let (refused, out) = asked(&question);
        assert_eq!(refused.unwrap_err().to_string(), "calendar.unpublished");
        assert_eq!(out, "");
        let (_, out) = asked(&[&question[..], &["--provisional"]].concat());
        assert_eq!(serde_json::from_str::<Value>(&out).unwrap()["provisional"], true);
    }

    #[test]
    fn a_batch_is_answered_line_by_line() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("questions.jsonl");
        std::fs::write(
            &file,
            concat!(
                "{\"id\":\"a\",\"start\":\"2026-02-14T15:00:00+08:00\",\"limit\":\"3wd\",\"pauses\":[]}\n",
                "{\"id\":\"b\",\"start\":\"2026-02-14T15:00:00+08:00\",\"limit\":\"3\",\"pauses\":[]}\n",
            ),
        )
        .unwrap();
        let (answered, out) = asked(&["--batch", file.to_str().unwrap()]);
        assert_eq!(answered.unwrap(), Answered::Failed(1));
        let lines: Vec<_> = out.lines().collect();
        assert_eq!(lines[0], r#"{"id":"a","due":"2026-02-26T17:30:00+08:00"}"#);
        assert!(lines[1].starts_with(r#"{"id":"b","error":"batch.line""#));
        assert!(Cli::try_parse_from(["calendar", "due", "--batch", "x", "--limit", "3wd"]).is_err());
        assert!(Cli::try_parse_from(["calendar", "due", "--limit", "3wd"]).is_err());
    }

    #[test]
    fn people_read_lines() {
        let (_, out) = asked(&["--start", "2026-03-02T09:00:00+08:00", "--limit", "1wd"]);
        assert_eq!(out, "due 2026-03-03T17:30:00+08:00\n  2026-03-02 start_day\n+ 2026-03-03 counted\n");
    }
}
