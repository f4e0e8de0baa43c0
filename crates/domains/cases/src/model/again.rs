//! Whether a matter came again (decisions 11, K7): the same kind within 90 days of an answer, at most 100 metres away; or, without
//! coordinates, at the same estate or road of the same community.

use jiff::SignedDuration;
use kernel::{AreaCode, Timestamp};

/// Days after an answer in which the same matter counts as come again.
pub const WITHIN: SignedDuration = SignedDuration::from_hours(90 * 24);

/// Metres within which a place is the same.
const NEAR: f64 = 100.0;

/// Metres of a degree along a meridian.
const DEGREE: f64 = 111_195.0;

/// Where a matter is, as far as it can be compared.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Spot {
    /// Latitude and longitude.
    pub at: Option<(f64, f64)>,
    /// The estate or road that its words name, and its community.
    pub named: Option<(String, AreaCode)>,
}

impl Spot {
    /// Whether both are the same place.
    pub fn is_same(&self, other: &Self) -> bool {
        match (self.at, other.at) {
            (Some(one), Some(other)) => metres(one, other) <= NEAR,
            (_, _) => self.named.is_some() && self.named == other.named,
        }
    }
}

/// The distance of two points so near each other that the earth is flat between them.
fn metres((lat, lon): (f64, f64), (lat2, lon2): (f64, f64)) -> f64 {
    let north = (lat2 - lat) * DEGREE;
    let east = (lon2 - lon) * DEGREE * lat.midpoint(lat2).to_radians().cos();
    north.hypot(east)
}

/// From when to when an answer must have been given for a matter received then to be the same again.
pub fn answers_before(received_at: Timestamp) -> (Timestamp, Timestamp) {
    (received_at.checked_sub(WITHIN).unwrap_or(Timestamp::MIN), received_at)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_the_same_within_a_hundred_metres_or_by_its_name() {
        let at = |lat, lon| Spot { at: Some((lat, lon)), named: None };
        // A thousandth of a degree is 111 m to the north and 90 m to the east at 36 degrees.
        assert!(at(36.18, 117.16).is_same(&at(36.18, 117.161)));
        assert!(!at(36.18, 117.16).is_same(&at(36.181, 117.16)));
        let named = |name: &str, area: &str| Spot { at: None, named: Some((name.to_owned(), area.parse().unwrap())) };
        assert!(named("槐荫里", "huaiyin").is_same(&named("槐荫里", "huaiyin")));
        assert!(!named("槐荫里", "huaiyin").is_same(&named("槐荫里", "beiguan")));
        assert!(!Spot::default().is_same(&Spot::default()), "nobody knows");
        // Coordinates of only one of them say nothing.
        let both = Spot { at: Some((36.18, 117.16)), ..named("槐荫里", "huaiyin") };
        assert!(both.is_same(&named("槐荫里", "huaiyin")));
    }
}
