//! Many deadlines at once: one JSON object per line in, one per line out, in the same order.
//!
//! In: `{"id": …, "start": "2026-02-14T15:00:00+08:00", "limit": "3wd", "pauses": [{"from": …, "to": …}], "close": "17:30"}`;
//! `id` is text or a number and comes back as it was; `pauses` and `close` may be missing, `to` may be null.
//! Out: `{"id": …, "due": "2026-02-26T17:30:00+08:00"}`. An open pause gives `"due":null` and `stopped_since`; a
//! deadline that rests on an unpublished year has `"provisional":true`; a line that cannot be answered has `error`
//! with a stable code and `message`, and the batch goes on.

use std::borrow::Cow;
use std::fmt::{self, Write as _};
use std::io::{self, BufRead, Write};

use jiff::Timestamp;
use jiff::civil::Time;
use serde::{Deserialize, Deserializer, de};

use crate::instant::push_rfc3339;
use crate::{Error, Instants, Limit, Pause, Rule};

/// What a batch came to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Summary {
    /// Lines answered, blank ones aside.
    pub lines: u64,
    /// Lines among them answered with an error.
    pub failed: u64,
}

/// Answers each line of `input` on `output`. Blank lines are passed over. Fails only when reading or writing does.
pub fn run(input: &mut impl BufRead, output: &mut impl Write, rule: &Rule<'_>) -> io::Result<Summary> {
    const CHUNK: usize = 1 << 16;
    let mut summary = Summary::default();
    let (mut line, mut out) = (Vec::new(), String::with_capacity(CHUNK + 1024));
    loop {
        line.clear();
        let end = input.read_until(b'\n', &mut line)? == 0;
        // Some editors put a byte order mark before the first line.
        let text = line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&line).trim_ascii();
        if !text.is_empty() {
            summary.lines += 1;
            // A line that is not UTF-8 is answered as one that is not JSON.
            let answered = answer(str::from_utf8(text).unwrap_or("\u{fffd}"), rule, &mut out);
            summary.failed += u64::from(answered.is_failure());
        }
        if end || out.len() >= CHUNK {
            output.write_all(out.as_bytes())?;
            out.clear();
        }
        if end {
            output.flush()?;
            return Ok(summary);
        }
    }
}

/// How one line was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answered {
    /// With a deadline.
    Deadline,
    /// With an error.
    Failure,
}

impl Answered {
    /// Whether it was an error.
    pub fn is_failure(self) -> bool {
        match self {
            Self::Deadline => false,
            Self::Failure => true,
        }
    }
}

/// Appends the answer to `line`, and a line break, to `out`.
pub fn answer(line: &str, rule: &Rule<'_>, out: &mut String) -> Answered {
    match serde_json::from_str::<Question<'_>>(line) {
        Ok(question) => {
            let rule = question.close.map_or(*rule, |close| rule.closing_at(close.0));
            let result = rule.instants(question.start, question.limit, &question.pauses);
            out.push_str("{\"id\":");
            question.id.write(out);
            match result {
                Ok(instants) => {
                    write_instants(&instants, out);
                    Answered::Deadline
                }
                Err(error) => failure(error.code(), &error, out),
            }
        }
        Err(error) => {
            // The id of a line that is well formed but wrong still comes back.
            let id = serde_json::from_str::<OnlyId<'_>>(line).map_or(Id::Null, |known| known.id);
            out.push_str("{\"id\":");
            id.write(out);
            failure("batch.line", &error, out)
        }
    }
}

fn write_instants(instants: &Instants, out: &mut String) {
    let mut field = |name: &str, at: Option<Timestamp>| {
        out.push_str(name);
        match at {
            Some(at) => {
                out.push('"');
                push_rfc3339(out, at);
                out.push('"');
            }
            None => out.push_str("null"),
        }
    };
    field(",\"due\":", instants.due);
    if instants.stopped_since.is_some() {
        field(",\"stopped_since\":", instants.stopped_since);
    }
    if instants.provisional {
        out.push_str(",\"provisional\":true");
    }
    out.push_str("}\n");
}

fn failure(code: &str, message: &dyn fmt::Display, out: &mut String) -> Answered {
    let message = serde_json::Value::String(message.to_string());
    // Writing to a String cannot fail.
    let _ = writeln!(out, ",\"error\":\"{code}\",\"message\":{message}}}");
    Answered::Failure
}

#[derive(Deserialize)]
struct Question<'a> {
    #[serde(borrow)]
    id: Id<'a>,
    start: Timestamp,
    limit: Limit,
    #[serde(default)]
    pauses: Vec<Pause>,
    #[serde(default)]
    close: Option<Close>,
}

#[derive(Deserialize)]
struct OnlyId<'a> {
    #[serde(borrow)]
    id: Id<'a>,
}

/// The sender's name for a line: text or a whole number.
#[derive(Debug, PartialEq)]
enum Id<'a> {
    Text(Cow<'a, str>),
    Unsigned(u64),
    Signed(i64),
    Null,
}

impl Id<'_> {
    fn write(&self, out: &mut String) {
        // Writing to a String cannot fail.
        let _ = match self {
            Self::Text(text) if text.bytes().all(|b| b >= b' ' && b != b'"' && b != b'\\') => write!(out, "\"{text}\""),
            Self::Text(text) => write!(out, "{}", serde_json::Value::from(text.as_ref())),
            Self::Unsigned(n) => write!(out, "{n}"),
            Self::Signed(n) => write!(out, "{n}"),
            Self::Null => write!(out, "null"),
        };
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Id<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;
        impl<'de> de::Visitor<'de> for Any {
            type Value = Id<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an id: text or a whole number")
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Id<'de>, E> {
                Ok(Id::Text(Cow::Borrowed(text)))
            }

            fn visit_str<E>(self, text: &str) -> Result<Id<'de>, E> {
                Ok(Id::Text(Cow::Owned(text.to_owned())))
            }

            fn visit_u64<E>(self, n: u64) -> Result<Id<'de>, E> {
                Ok(Id::Unsigned(n))
            }

            fn visit_i64<E>(self, n: i64) -> Result<Id<'de>, E> {
                Ok(Id::Signed(n))
            }

            fn visit_unit<E>(self) -> Result<Id<'de>, E> {
                Ok(Id::Null)
            }
        }
        deserializer.deserialize_any(Any)
    }
}

/// A time of day as `17:30` or `17:30:00`.
#[derive(Clone, Copy)]
struct Close(Time);

impl<'de> Deserialize<'de> for Close {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl de::Visitor<'_> for Text {
            type Value = Close;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a time of day such as 17:30")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Close, E> {
                close(text).map(Close).map_err(E::custom)
            }
        }
        deserializer.deserialize_str(Text)
    }
}

/// Reads a close of business written as `17:30` or `17:30:00`, as on the command line.
pub fn close(text: &str) -> Result<Time, Error> {
    let two = |part: Option<&str>| part.filter(|p| p.len() == 2 && p.bytes().all(|b| b.is_ascii_digit()))?.parse().ok();
    let mut parts = text.split(':');
    let read = |hour: Option<i8>, minute: Option<i8>, second: Option<i8>| Time::new(hour?, minute?, second?, 0).ok();
    let (hour, minute) = (two(parts.next()), two(parts.next()));
    let second = match parts.next() {
        None => Some(0),
        some => two(some),
    };
    let time = if parts.next().is_some() { None } else { read(hour, minute, second) };
    time.ok_or_else(|| Error::CloseSyntax(text.to_owned()))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;
    use crate::{Calendar, Mode};

    fn answered(lines: &str, mode: Mode) -> (Vec<String>, Summary) {
        let mut out = Vec::new();
        let summary = run(&mut lines.as_bytes(), &mut out, &Rule::new(Calendar::shipped(), mode)).unwrap();
        (String::from_utf8(out).unwrap().lines().map(str::to_owned).collect(), summary)
    }

    #[test]
    fn one_line_each_in_order() {
        let (lines, summary) = answered(
            "{\"id\":\"a\",\"start\":\"2026-02-14T15:00:00+08:00\",\"limit\":\"3wd\"}\n\
             \n\
             {\"id\":7,\"start\":\"2026-02-14T07:00:00Z\",\"limit\":\"24h\",\"pauses\":[],\"close\":null}\r\n\
             {\"id\":-1,\"start\":\"2026-02-14T15:00:00+08:00\",\"limit\":\"1wd\",\"close\":\"12:00\",\"extra\":{}}\n\
             {\"id\":\"\\\"\\u4e00\",\"start\":\"2026-02-14T15:00:00+08:00\",\"limit\":\"1h\",\"pauses\":[{\"from\":\"2026-02-14T15:30:00+08:00\",\"to\":null}]}\n\
             {\"id\":null,\"start\":\"2026-02-14T15:00:00+08:00\",\"limit\":\"30min\",\"pauses\":[{\"from\":\"2026-02-14T15:30:00+08:00\"}]}",
            Mode::Strict,
        );
        assert_eq!(
            lines,
            [
                r#"{"id":"a","due":"2026-02-26T17:30:00+08:00"}"#,
                r#"{"id":7,"due":"2026-02-15T15:00:00+08:00"}"#,
                r#"{"id":-1,"due":"2026-02-24T12:00:00+08:00"}"#,
                r#"{"id":"\"一","due":null,"stopped_since":"2026-02-14T15:30:00+08:00"}"#,
                r#"{"id":null,"due":"2026-02-14T15:30:00+08:00"}"#,
            ]
        );
        assert_eq!(summary, Summary { lines: 5, failed: 0 });
    }

    #[test]
    fn a_wrong_line_is_answered_and_the_batch_goes_on() {
        let (lines, summary) = answered(
            "{\"id\":\"a\",\"start\":\"2026-12-30T15:00:00+08:00\",\"limit\":\"3wd\"}\n\
             {\"id\":\"b\",\"start\":\"2026-12-30T15:00:00+08:00\",\"limit\":\"3 days\"}\n\
             not json\n\
             {\"id\":\"c\",\"start\":\"2026-12-30T15:00:00+08:00\",\"limit\":\"1wd\"}\n",
            Mode::Strict,
        );
        assert!(lines[0].starts_with(r#"{"id":"a","error":"calendar.unpublished","message":"no published calendar for 2027"}"#));
        assert!(lines[1].starts_with(r#"{"id":"b","error":"batch.line","message":"not a limit: "#), "{}", lines[1]);
        assert!(lines[2].starts_with(r#"{"id":null,"error":"batch.line""#));
        assert_eq!(lines[3], r#"{"id":"c","due":"2026-12-31T17:30:00+08:00"}"#);
        assert_eq!(summary, Summary { lines: 4, failed: 3 });
        assert!(lines.iter().all(|line| serde_json::from_str::<serde_json::Value>(line).is_ok()));
    }

    #[test]
    fn bytes_that_are_no_text_do_not_end_the_batch() {
        let mut out = Vec::new();
        let lines = b"\xef\xbb\xbf{\"id\":1,\"start\":\"2026-11-13T15:20:00+08:00\",\"limit\":\"1wd\"}\n\xff\xfe\n\
                      {\"id\":2,\"start\":\"2026-11-13T15:20:00+08:00\",\"limit\":\"1h\"}\n";
        let summary = run(&mut lines.as_slice(), &mut out, &Rule::new(Calendar::shipped(), Mode::Strict)).unwrap();
        assert_eq!(summary, Summary { lines: 3, failed: 1 });
        let out = String::from_utf8(out).unwrap();
        assert!(out.starts_with(r#"{"id":1,"due":"2026-11-16T17:30:00+08:00"}"#));
        assert!(out.ends_with("{\"id\":2,\"due\":\"2026-11-13T16:20:00+08:00\"}\n"));
    }

    #[test]
    fn provisional_mode_says_so() {
        let (lines, _) = answered("{\"id\":1,\"start\":\"2026-12-30T15:00:00+08:00\",\"limit\":\"2wd\"}", Mode::Provisional);
        assert_eq!(lines, [r#"{"id":1,"due":"2027-01-04T17:30:00+08:00","provisional":true}"#]);
    }

    #[test]
    fn a_close_is_a_time_of_day() {
        assert_eq!(close("17:30").unwrap(), jiff::civil::time(17, 30, 0, 0));
        assert_eq!(close("08:00:30").unwrap(), jiff::civil::time(8, 0, 30, 0));
        for text in ["", "17", "24:00", "17:60", "5:30", "17:30:00:00", "+1:30", "17.30"] {
            assert!(close(text).is_err(), "{text}");
        }
    }
}
