//! Case numbers (decisions 4): `YYMMDD`, five digits from a keyed permutation of the day's counter,
//! one check digit. The permutation hides how many cases there are; the check digit catches every
//! single wrong digit and nearly all swapped neighbours (ISO/IEC 7064, MOD 11,10).

use std::fmt;
use std::str::FromStr;

use hmac::{Hmac, KeyInit, Mac};
use jiff::civil::Date;
use sha2::Sha256;

/// The key of the permutation; kept outside the database.
#[derive(Clone)]
pub struct NumberKey(pub [u8; 32]);

impl fmt::Debug for NumberKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NumberKey(…)")
    }
}

/// A number that is not one of ours: wrong length, a letter, or a wrong check digit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a case number")]
pub struct NumberError;

/// The number people see. 12 digits; 13 on a day with more than 100,000 numbers.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CaseNumber(String);

impl CaseNumber {
    /// The number of the `counter`-th (from 0) reservation on `date`; `None` past 1,099,999 a day.
    pub fn nth(key: &NumberKey, date: Date, counter: u32) -> Option<Self> {
        let (space, base, width) = match counter {
            0..100_000 => (100_000, 0, 5),
            100_000..1_100_000 => (1_000_000, 100_000, 6),
            _ => return None,
        };
        let drawn = permute(key, date, space, counter - base);
        let body = format!("{:02}{:02}{:02}{drawn:0width$}", date.year() % 100, date.month(), date.day());
        let check = check_digit(body.bytes());
        Some(Self(format!("{body}{check}")))
    }

    /// The digits without spaces.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// In threes, as it is read aloud and printed: `261 123 719 306`.
    pub fn grouped(&self) -> String {
        let mut out = String::with_capacity(self.0.len() + 4);
        for (index, digit) in self.0.chars().enumerate() {
            if index > 0 && index % 3 == 0 {
                out.push(' ');
            }
            out.push(digit);
        }
        out
    }
}

/// The check digit of ISO/IEC 7064 MOD 11,10 over decimal digits.
fn check_digit(digits: impl Iterator<Item = u8>) -> u8 {
    let product = digits.fold(10, |product, digit| {
        let sum = (product + u32::from(digit - b'0')) % 10;
        (if sum == 0 { 10 } else { sum }) * 2 % 11
    });
    u8::try_from((11 - product) % 10).unwrap_or(0)
}

/// A keyed permutation of `0..space`: a four-round Feistel network on the next power of four, walked
/// until it lands inside (cycle walking), so every value comes up exactly once a day.
fn permute(key: &NumberKey, date: Date, space: u32, value: u32) -> u32 {
    let half_bits = (32 - (space - 1).leading_zeros()).div_ceil(2);
    let mask = (1 << half_bits) - 1;
    let mut value = value;
    loop {
        let (mut left, mut right) = (value >> half_bits, value & mask);
        for round in 0..4u8 {
            (left, right) = (right, left ^ (round_of(key, date, round, right) & mask));
        }
        value = (left << half_bits) | right;
        if value < space {
            return value;
        }
    }
}

fn round_of(key: &NumberKey, date: Date, round: u8, half: u32) -> u32 {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&key.0) else { return 0 };
    mac.update(b"lianxin number v1");
    mac.update(&date.year().to_be_bytes());
    mac.update(&[date.month().unsigned_abs(), date.day().unsigned_abs(), round]);
    mac.update(&half.to_be_bytes());
    let digest = mac.finalize().into_bytes();
    digest.iter().take(4).fold(0, |word, &byte| word << 8 | u32::from(byte))
}

impl FromStr for CaseNumber {
    type Err = NumberError;

    /// Reads a number with or without spaces; full-width digits are taken as digits.
    fn from_str(text: &str) -> Result<Self, NumberError> {
        let mut digits = String::with_capacity(13);
        for c in text.chars() {
            match c {
                '0'..='9' => digits.push(c),
                '０'..='９' => digits.push(char::from_digit(u32::from(c) - u32::from('０'), 10).ok_or(NumberError)?),
                c if c.is_whitespace() || c == '-' => {}
                _ => return Err(NumberError),
            }
        }
        let (body, check) = digits.split_at_checked(digits.len().saturating_sub(1)).ok_or(NumberError)?;
        let right = matches!(digits.len(), 12 | 13) && check.bytes().next() == Some(b'0' + check_digit(body.bytes()));
        if right { Ok(Self(digits)) } else { Err(NumberError) }
    }
}

impl fmt::Display for CaseNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for CaseNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "number:{}", self.0)
    }
}

impl serde::Serialize for CaseNumber {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.0)
    }
}

impl<'de> serde::Deserialize<'de> for CaseNumber {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(from)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use std::collections::HashSet;

    use super::*;

    const KEY: NumberKey = NumberKey([7; 32]);
    const DAY: Date = jiff::civil::date(2026, 11, 23);

    #[test]
    fn a_days_numbers_never_repeat_and_do_not_count_up() {
        let numbers: Vec<u32> = (0..100_000).map(|n| permute(&KEY, DAY, 100_000, n)).collect();
        assert_eq!(numbers.iter().collect::<HashSet<_>>().len(), 100_000);
        let steps = numbers.windows(2).filter(|pair| pair[1] == pair[0].wrapping_add(1)).count();
        assert!(steps < 20, "{steps} neighbours in 100,000");
    }

    #[test]
    fn past_a_hundred_thousand_a_sixth_digit_is_added() {
        let number = CaseNumber::nth(&KEY, DAY, 100_000).unwrap();
        assert_eq!(number.as_str().len(), 13);
        assert_eq!(number.as_str().parse::<CaseNumber>().unwrap(), number);
        assert_eq!(CaseNumber::nth(&KEY, DAY, 1_100_000), None);
    }

    #[test]
    fn every_single_wrong_digit_is_caught() {
        let number = CaseNumber::nth(&KEY, DAY, 41).unwrap();
        for place in 0..12 {
            for digit in b'0'..=b'9' {
                let mut bytes = number.as_str().as_bytes().to_vec();
                if bytes[place] == digit {
                    continue;
                }
                bytes[place] = digit;
                assert_eq!(String::from_utf8(bytes).unwrap().parse::<CaseNumber>(), Err(NumberError));
            }
        }
    }

    #[test]
    fn people_may_write_it_in_threes() {
        let number = CaseNumber::nth(&KEY, DAY, 0).unwrap();
        assert_eq!(number.grouped().parse::<CaseNumber>().unwrap(), number);
        assert!(number.grouped().starts_with("261 123 "));
    }
}
