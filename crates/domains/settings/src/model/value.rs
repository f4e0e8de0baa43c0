//! What a parameter's value can be, how it is written, and which values it may take.

use std::fmt;

use workday::Limit;

/// A number with two decimals, kept as hundredths: shares and measures must add up exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hundredths(pub u32);

impl fmt::Display for Hundredths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}

impl Hundredths {
    /// `0.5`, `0.50`, `1`; `None` for a third decimal, a sign or anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
        let digits = |text: &str| !text.is_empty() && text.len() <= 6 && text.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole) || !digits(part) || part.len() > 2 {
            return None;
        }
        let part: u32 = if part.len() == 1 { part.parse::<u32>().ok()? * 10 } else { part.parse().ok()? };
        Some(Self(whole.parse::<u32>().ok()? * 100 + part))
    }
}

/// A value of a parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value {
    /// How long something may take.
    Limit(Limit),
    /// A whole number.
    Count(u32),
    /// A share or a measure with two decimals.
    Hundredths(Hundredths),
    /// On or off.
    Switch(bool),
    /// One of a closed list of words.
    Choice(&'static str),
}

impl fmt::Display for Value {
    /// The stored and published form: `5wd`, `3`, `0.50`, `on`, `monthly`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Limit(limit) => limit.fmt(f),
            Self::Count(count) => count.fmt(f),
            Self::Hundredths(number) => number.fmt(f),
            Self::Switch(on) => f.write_str(if *on { "on" } else { "off" }),
            Self::Choice(word) => f.write_str(word),
        }
    }
}

/// The units that a limit may be given in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LimitUnit {
    /// Natural minutes.
    Minutes,
    /// Natural hours.
    Hours,
    /// Working days.
    WorkingDays,
    /// Natural days.
    Days,
}

impl LimitUnit {
    /// The end of the text form.
    pub fn code(self) -> &'static str {
        match self {
            Self::Minutes => "min",
            Self::Hours => "h",
            Self::WorkingDays => "wd",
            Self::Days => "d",
        }
    }

    /// The unit and the number of a limit.
    pub fn of(limit: Limit) -> (Self, u32) {
        match limit {
            Limit::Minutes(n) => (Self::Minutes, n),
            Limit::Hours(n) => (Self::Hours, n),
            Limit::WorkingDays(n) => (Self::WorkingDays, n),
            Limit::Days(n) => (Self::Days, n),
        }
    }
}

/// What a number counts or measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// 次.
    Times,
    /// 人.
    People,
    /// 户.
    Households,
    /// 件.
    Cases,
    /// 家 (departments).
    Departments,
    /// 小时.
    Hours,
    /// 个月.
    Months,
    /// 年.
    Years,
    /// 分钟.
    Minutes,
    /// 元.
    Yuan,
    /// 平方米.
    SquareMetres,
    /// 立方米.
    CubicMetres,
    /// 米/秒.
    MetresPerSecond,
    /// A share of one, shown in per cent.
    Share,
}

impl Measure {
    /// The end of its message's key.
    pub fn code(self) -> &'static str {
        match self {
            Self::Times => "times",
            Self::People => "people",
            Self::Households => "households",
            Self::Cases => "cases",
            Self::Departments => "departments",
            Self::Hours => "hours",
            Self::Months => "months",
            Self::Years => "years",
            Self::Minutes => "minutes",
            Self::Yuan => "yuan",
            Self::SquareMetres => "square-metres",
            Self::CubicMetres => "cubic-metres",
            Self::MetresPerSecond => "metres-per-second",
            Self::Share => "share",
        }
    }
}

/// Which values a parameter may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A limit in one of these units, between these two; a day of any sort counts as 24 hours in the comparison.
    Limit {
        /// The units.
        units: &'static [LimitUnit],
        /// The shortest.
        least: Limit,
        /// The longest.
        most: Limit,
    },
    /// A whole number between these two.
    Count {
        /// The smallest.
        least: u32,
        /// The largest.
        most: u32,
        /// What is counted.
        of: Measure,
    },
    /// A number with two decimals between these two.
    Hundredths {
        /// The smallest.
        least: Hundredths,
        /// The largest.
        most: Hundredths,
        /// What is measured.
        of: Measure,
    },
    /// On or off.
    Switch,
    /// One of these words.
    Choice(&'static [&'static str]),
}

/// Why a text is no value of a parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Misfit {
    /// Not of this form at all.
    #[error("not a value of this form")]
    Shape,
    /// Of this form, but outside the range.
    #[error("outside the allowed range")]
    Range,
}

impl Misfit {
    /// The code of the field fault.
    pub fn code(self) -> &'static str {
        match self {
            Self::Shape => "not_a_value",
            Self::Range => "beyond_range",
        }
    }
}

/// How long a limit is at least, in minutes; only for comparing it with the ends of a range.
fn rough_minutes(limit: Limit) -> u64 {
    match limit {
        Limit::Minutes(n) => u64::from(n),
        Limit::Hours(n) => u64::from(n) * 60,
        Limit::WorkingDays(n) | Limit::Days(n) => u64::from(n) * 1_440,
    }
}

impl Form {
    /// Reads a value of this form. Nothing is rounded and no unit is guessed.
    pub fn read(&self, text: &str) -> Result<Value, Misfit> {
        let text = text.trim();
        match self {
            Self::Limit { units, least, most } => {
                let limit: Limit = text.parse().map_err(|_| Misfit::Shape)?;
                if !units.contains(&LimitUnit::of(limit).0) {
                    return Err(Misfit::Shape);
                }
                let inside = (rough_minutes(*least)..=rough_minutes(*most)).contains(&rough_minutes(limit));
                if inside { Ok(Value::Limit(limit)) } else { Err(Misfit::Range) }
            }
            Self::Count { least, most, of: _ } => {
                if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
                    return Err(Misfit::Shape);
                }
                let count: u32 = text.parse().map_err(|_| Misfit::Range)?;
                if (*least..=*most).contains(&count) { Ok(Value::Count(count)) } else { Err(Misfit::Range) }
            }
            Self::Hundredths { least, most, of: _ } => {
                let number = Hundredths::parse(text).ok_or(Misfit::Shape)?;
                if (*least..=*most).contains(&number) { Ok(Value::Hundredths(number)) } else { Err(Misfit::Range) }
            }
            Self::Switch => match text {
                "on" => Ok(Value::Switch(true)),
                "off" => Ok(Value::Switch(false)),
                _ => Err(Misfit::Shape),
            },
            Self::Choice(words) => words.iter().find(|word| **word == text).map(|word| Value::Choice(word)).ok_or(Misfit::Shape),
        }
    }

    /// Whether there is but one value: the parameter is published, and nobody can change it.
    pub fn is_fixed(&self) -> bool {
        match self {
            Self::Limit { least, most, units: _ } => least == most,
            Self::Count { least, most, of: _ } => least == most,
            Self::Hundredths { least, most, of: _ } => least == most,
            Self::Switch => false,
            Self::Choice(words) => words.len() == 1,
        }
    }

    /// The two ends of the range, where there is one.
    pub fn ends(&self) -> Option<(Value, Value)> {
        match self {
            Self::Limit { least, most, units: _ } => Some((Value::Limit(*least), Value::Limit(*most))),
            Self::Count { least, most, of: _ } => Some((Value::Count(*least), Value::Count(*most))),
            Self::Hundredths { least, most, of: _ } => Some((Value::Hundredths(*least), Value::Hundredths(*most))),
            Self::Switch | Self::Choice(_) => None,
        }
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn two_decimals_are_read_exactly() {
        for (text, hundredths) in [("0.5", 50), ("0.50", 50), ("1", 100), ("0.01", 1), ("12.34", 1234)] {
            assert_eq!(Hundredths::parse(text), Some(Hundredths(hundredths)), "{text}");
        }
        for text in ["", ".", "0.", ".5", "0.505", "-0.5", "+1", "1e2", "0,5", "０.５", "12345678"] {
            assert_eq!(Hundredths::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_unit_that_is_not_offered_is_no_value() {
        let form = Form::Limit { units: &[LimitUnit::Hours], least: Limit::Hours(1), most: Limit::Hours(24) };
        assert_eq!(form.read("1wd"), Err(Misfit::Shape));
        assert_eq!(form.read("25h"), Err(Misfit::Range));
        assert_eq!(form.read(" 24h "), Ok(Value::Limit(Limit::Hours(24))));
        assert_eq!(form.read("0h"), Err(Misfit::Shape));
    }

    proptest! {
        #[test]
        fn a_written_value_is_read_back(n in 0u32..=1_000) {
            let form = Form::Hundredths { least: Hundredths(0), most: Hundredths(1_000), of: Measure::Share };
            let value = Value::Hundredths(Hundredths(n));
            prop_assert_eq!(form.read(&value.to_string()).unwrap(), value);
            let form = Form::Count { least: 0, most: 1_000, of: Measure::Times };
            prop_assert_eq!(form.read(&n.to_string()).unwrap(), Value::Count(n));
        }

        #[test]
        fn no_text_makes_a_value_outside_the_range(text in "[0-9a-z. ]{0,8}") {
            let form = Form::Hundredths { least: Hundredths(50), most: Hundredths(100), of: Measure::Share };
            if let Ok(Value::Hundredths(number)) = form.read(&text) {
                prop_assert!((50..=100).contains(&number.0));
            }
        }
    }
}
