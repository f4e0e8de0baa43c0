//! Where a value holds: the county, or an area, unit or contact point that has its own.

use std::fmt;
use std::str::FromStr;

use kernel::{AreaCode, PointCode, UnitCode};
use serde::{Deserialize, Serialize};

/// The kinds of scope that a parameter may allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ScopeKind {
    /// The whole county.
    County,
    /// A subdistrict, town or community, with what lies below it.
    Area,
    /// A handling unit.
    Unit,
    /// A contact point.
    Point,
}

/// Where a value holds. As text: `county`, `area:shiqiao_town`, `unit:housing`, `point:huaiyin`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// The whole county.
    County,
    /// This area and what lies below it.
    Area(AreaCode),
    /// This unit.
    Unit(UnitCode),
    /// This contact point.
    Point(PointCode),
}

/// A text that is no scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a scope")]
pub struct ScopeError;

impl Scope {
    /// Its kind.
    pub fn kind(&self) -> ScopeKind {
        match self {
            Self::County => ScopeKind::County,
            Self::Area(_) => ScopeKind::Area,
            Self::Unit(_) => ScopeKind::Unit,
            Self::Point(_) => ScopeKind::Point,
        }
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::County => f.write_str("county"),
            Self::Area(code) => write!(f, "area:{code}"),
            Self::Unit(code) => write!(f, "unit:{code}"),
            Self::Point(code) => write!(f, "point:{code}"),
        }
    }
}

impl FromStr for Scope {
    type Err = ScopeError;

    fn from_str(text: &str) -> Result<Self, ScopeError> {
        match text.split_once(':') {
            None if text == "county" => Ok(Self::County),
            Some(("area", code)) => code.parse().map(Self::Area).map_err(|_| ScopeError),
            Some(("unit", code)) => code.parse().map(Self::Unit).map_err(|_| ScopeError),
            Some(("point", code)) => code.parse().map(Self::Point).map_err(|_| ScopeError),
            None | Some(_) => Err(ScopeError),
        }
    }
}

impl Serialize for Scope {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Scope {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(from)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// Where a question arises: the values of the narrowest scope win. Order: point, unit, the nearest area, the county.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    /// The area and those above it, the nearest first; the county need not be named.
    pub areas: Vec<AreaCode>,
    /// The unit.
    pub unit: Option<UnitCode>,
    /// The contact point.
    pub point: Option<PointCode>,
}

impl Place {
    /// The county as a whole.
    pub fn county() -> Self {
        Self::default()
    }

    /// Its scopes below the county, the widest first: whoever applies them in this order ends with the narrowest.
    pub fn scopes(&self) -> impl Iterator<Item = Scope> {
        let areas = self.areas.iter().rev().cloned().map(Scope::Area);
        areas.chain(self.unit.iter().cloned().map(Scope::Unit)).chain(self.point.iter().cloned().map(Scope::Point))
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;

    #[test]
    fn a_scope_survives_its_text_form() {
        for text in ["county", "area:shiqiao_town", "unit:housing", "point:huaiyin"] {
            assert_eq!(text.parse::<Scope>().unwrap().to_string(), text);
        }
        for text in ["", "County", "county:x", "area:", "area:石桥", "grid:1", "area"] {
            assert_eq!(text.parse::<Scope>(), Err(ScopeError), "{text}");
        }
    }
}
