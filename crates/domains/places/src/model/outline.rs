//! Borders, as far as the register knows them now: four corners each. Real borders come with the map; until
//! then a square outline is enough to check coordinates and to find the community of a point on it.

use serde::{Deserialize, Serialize};

/// A place on earth, degrees, WGS 84; written `[longitude, latitude]` as in GeoJSON (RFC 7946 §3.1.1).
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(from = "[f64; 2]", into = "[f64; 2]")]
pub struct LonLat {
    /// Degrees east.
    pub lon: f64,
    /// Degrees north.
    pub lat: f64,
}

impl From<[f64; 2]> for LonLat {
    fn from([lon, lat]: [f64; 2]) -> Self {
        Self { lon, lat }
    }
}

impl From<LonLat> for [f64; 2] {
    fn from(at: LonLat) -> Self {
        [at.lon, at.lat]
    }
}

/// Why four corners are no outline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OutlineError {
    /// Not four of them.
    #[error("an outline has four corners")]
    NotFour,
    /// A corner that is not on earth.
    #[error("a corner is not a longitude and a latitude in degrees")]
    NotOnEarth,
    /// Clockwise, crossing itself, with a dent, or without an area.
    #[error("the corners must run anticlockwise around a convex shape")]
    NotConvex,
}

/// Rounding of decimal degrees, as a cross product: far below the square of a metre (≈ 1e-5°).
const SLACK: f64 = 1e-13;

/// A convex ring of four corners, anticlockwise, not closed.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Outline([LonLat; 4]);

impl Outline {
    /// The outline with these corners, or why there is none.
    pub fn new(corners: &[LonLat]) -> Result<Self, OutlineError> {
        let corners: [LonLat; 4] = corners.try_into().map_err(|_| OutlineError::NotFour)?;
        // NaN and infinities are in no range.
        let on_earth = |at: &LonLat| (-180.0..=180.0).contains(&at.lon) && (-90.0..=90.0).contains(&at.lat);
        if !corners.iter().all(on_earth) {
            return Err(OutlineError::NotOnEarth);
        }
        let outline = Self(corners);
        let [a, b, c, d] = corners;
        // Every corner a left turn: with four corners that also rules out a ring that crosses itself.
        let turns_left = [(a, b, c), (b, c, d), (c, d, a), (d, a, b)];
        if turns_left.into_iter().all(|(p, q, r)| side(p, q, r) > SLACK) { Ok(outline) } else { Err(OutlineError::NotConvex) }
    }

    /// Of an area whose border nobody has drawn yet: it contains every place, and coordinates are taken as they come.
    pub const UNDRAWN: Self = Self([
        LonLat { lon: -180.0, lat: -90.0 },
        LonLat { lon: 180.0, lat: -90.0 },
        LonLat { lon: 180.0, lat: 90.0 },
        LonLat { lon: -180.0, lat: 90.0 },
    ]);

    /// The corners.
    pub fn corners(&self) -> &[LonLat; 4] {
        &self.0
    }

    fn edges(&self) -> [(LonLat, LonLat); 4] {
        let [a, b, c, d] = self.0;
        [(a, b), (b, c), (c, d), (d, a)]
    }

    /// Whether `at` is inside or on the border.
    pub fn contains(&self, at: LonLat) -> bool {
        self.edges().into_iter().all(|(p, q)| side(p, q, at) >= -SLACK)
    }

    /// Whether all of `other` is inside or on the border.
    pub fn encloses(&self, other: &Self) -> bool {
        other.0.into_iter().all(|corner| self.contains(corner))
    }

    /// Whether the two share more than a border: two convex shapes do unless some edge of one has the
    /// whole other on its outer side (separating axis theorem).
    pub fn overlaps(&self, other: &Self) -> bool {
        let apart = |one: &Self, two: &Self| one.edges().into_iter().any(|(p, q)| two.0.into_iter().all(|at| side(p, q, at) <= SLACK));
        !apart(self, other) && !apart(other, self)
    }
}

/// Positive when `at` lies to the left of the line from `p` to `q`; degrees squared.
fn side(p: LonLat, q: LonLat, at: LonLat) -> f64 {
    (q.lon - p.lon) * (at.lat - p.lat) - (q.lat - p.lat) * (at.lon - p.lon)
}

impl<'de> Deserialize<'de> for Outline {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Self::new(&Vec::<LonLat>::deserialize(from)?).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;

    fn square(west: f64, south: f64, side: f64) -> Outline {
        let corners = [[west, south], [west + side, south], [west + side, south + side], [west, south + side]];
        Outline::new(&corners.map(LonLat::from)).unwrap()
    }

    fn at(lon: f64, lat: f64) -> LonLat {
        LonLat { lon, lat }
    }

    #[test]
    fn the_border_belongs_to_the_area() {
        let area = square(117.0, 36.0, 0.04);
        for inside in [at(117.02, 36.02), at(117.0, 36.0), at(117.04, 36.01), at(117.03, 36.04)] {
            assert!(area.contains(inside), "{inside:?}");
        }
        for outside in [at(117.041, 36.02), at(116.999, 36.02), at(117.02, 35.999), at(36.02, 117.02), at(f64::NAN, 36.0)] {
            assert!(!area.contains(outside), "{outside:?}");
        }
    }

    #[test]
    fn neighbours_share_a_border_and_do_not_overlap() {
        let area = square(117.0, 36.0, 0.04);
        assert!(!area.overlaps(&square(117.04, 36.0, 0.04)));
        assert!(!area.overlaps(&square(117.04, 36.04, 0.04)), "a corner only");
        assert!(area.overlaps(&square(117.039, 36.039, 0.04)));
        assert!(area.overlaps(&area));
        assert!(square(116.9, 35.9, 0.3).encloses(&area) && !area.encloses(&square(117.0, 36.0, 0.05)));
    }

    #[test]
    fn what_is_no_outline_says_why() {
        let new = |corners: &[[f64; 2]]| Outline::new(&corners.iter().copied().map(LonLat::from).collect::<Vec<_>>());
        assert_eq!(new(&[[0.0, 0.0], [1.0, 0.0], [1.0, 1.0]]), Err(OutlineError::NotFour));
        assert_eq!(new(&[[0.0, 0.0], [1.0, 0.0], [1.0, 91.0], [0.0, 1.0]]), Err(OutlineError::NotOnEarth));
        assert_eq!(new(&[[0.0, 0.0], [0.0, 1.0], [1.0, 1.0], [1.0, 0.0]]), Err(OutlineError::NotConvex), "clockwise");
        assert_eq!(new(&[[0.0, 0.0], [1.0, 1.0], [1.0, 0.0], [0.0, 1.0]]), Err(OutlineError::NotConvex), "crossing");
        assert_eq!(new(&[[0.0, 0.0]; 4]), Err(OutlineError::NotConvex), "a point");
    }

    #[test]
    fn an_outline_survives_its_stored_form() {
        let area = square(117.0, 36.0, 0.04);
        let text = serde_json::to_string(&area).unwrap();
        assert_eq!(serde_json::from_str::<Outline>(&text).unwrap(), area);
        assert!(text.starts_with("[[117.0,36.0],"));
        assert!(serde_json::from_str::<Outline>("[[0,0]]").is_err());
    }
}
