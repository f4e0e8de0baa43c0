//! Limits (时限): how long a clock runs.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::Error;

/// How long a clock runs (时限). As text: `30min`, `24h`, `3wd`, `15d`, also in JSON.
///
/// Which unit a kind of matter has is a parameter of the county, not of this crate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Limit {
    /// Natural minutes: they run at night and on holidays.
    Minutes(u32),
    /// Natural hours: they run at night and on holidays.
    Hours(u32),
    /// Working days (工作日), counted from the day after the start.
    WorkingDays(u32),
    /// Natural days (自然日), counted from the day after the start; the last is moved off holidays.
    Days(u32),
}

impl Limit {
    /// The limit with `by` added, for an extension (延期): an extended clock has its whole new length, in the light too.
    ///
    /// [`Error::Extension`] when the units differ; minutes and hours are one unit here.
    pub fn extended(self, by: Self) -> Result<Self, Error> {
        let refused = Error::Extension { limit: self, by };
        let sum = match (self, by) {
            (Self::Minutes(a), Self::Minutes(b)) => a.checked_add(b).map(Self::Minutes),
            (Self::Hours(a), Self::Hours(b)) => a.checked_add(b).map(Self::Hours),
            (Self::Minutes(min), Self::Hours(h)) | (Self::Hours(h), Self::Minutes(min)) => {
                h.checked_mul(60).and_then(|h| h.checked_add(min)).map(Self::Minutes)
            }
            (Self::WorkingDays(a), Self::WorkingDays(b)) => a.checked_add(b).map(Self::WorkingDays),
            (Self::Days(a), Self::Days(b)) => a.checked_add(b).map(Self::Days),
            (Self::Minutes(_) | Self::Hours(_), Self::WorkingDays(_) | Self::Days(_))
            | (Self::WorkingDays(_), Self::Minutes(_) | Self::Hours(_) | Self::Days(_))
            | (Self::Days(_), Self::Minutes(_) | Self::Hours(_) | Self::WorkingDays(_)) => None,
        };
        sum.ok_or(refused)
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Minutes(n) => write!(f, "{n}min"),
            Self::Hours(n) => write!(f, "{n}h"),
            Self::WorkingDays(n) => write!(f, "{n}wd"),
            Self::Days(n) => write!(f, "{n}d"),
        }
    }
}

impl FromStr for Limit {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let syntax = || Error::LimitSyntax(text.to_owned());
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let (number, unit) = text.split_at_checked(digits).ok_or_else(syntax)?;
        let n: u32 = number.parse().map_err(|_| syntax())?;
        let limit = match unit {
            "min" => Self::Minutes(n),
            "h" => Self::Hours(n),
            "wd" => Self::WorkingDays(n),
            "d" => Self::Days(n),
            _ => return Err(syntax()),
        };
        if n == 0 { Err(Error::ZeroLimit) } else { Ok(limit) }
    }
}

impl Serialize for Limit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Limit {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl de::Visitor<'_> for Text {
            type Value = Limit;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a limit such as 30min, 24h, 3wd or 15d")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Limit, E> {
                text.parse().map_err(E::custom)
            }
        }
        deserializer.deserialize_str(Text)
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;

    #[test]
    fn the_text_forms_are_read_and_written_alike() {
        for text in ["30min", "24h", "3wd", "15d"] {
            assert_eq!(text.parse::<Limit>().unwrap().to_string(), text);
            let json = format!("\"{text}\"");
            assert_eq!(serde_json::to_string(&serde_json::from_str::<Limit>(&json).unwrap()).unwrap(), json);
        }
    }

    #[test]
    fn anything_else_is_refused() {
        for text in ["", "3", "wd", "-3wd", "+3wd", "3 wd", "3WD", "3wds", "1.5h", "99999999999d", "三wd", "3日"] {
            assert_eq!(text.parse::<Limit>(), Err(Error::LimitSyntax(text.to_owned())), "{text}");
        }
        assert_eq!("0wd".parse::<Limit>(), Err(Error::ZeroLimit));
    }

    #[test]
    fn an_extension_keeps_the_unit() {
        assert_eq!(Limit::WorkingDays(5).extended(Limit::WorkingDays(3)), Ok(Limit::WorkingDays(8)));
        assert_eq!(Limit::Hours(24).extended(Limit::Minutes(30)), Ok(Limit::Minutes(1470)));
        assert!(Limit::WorkingDays(5).extended(Limit::Days(3)).is_err());
        assert!(Limit::Days(u32::MAX).extended(Limit::Days(1)).is_err());
    }
}
