//! Borders: one ring of corners each, enough to check coordinates, to find the community of a point, and to tell neighbours apart. A county
//! file usually has four corners; what is drawn later comes as a GeoJSON polygon.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A place on earth, degrees, WGS 84; written `[longitude, latitude]` as in GeoJSON (RFC 7946 §3.1.1).
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(from = "[f64; 2]", into = "[f64; 2]")]
pub struct LonLat {
    /// Degrees east.
    pub lon: f64,
    /// Degrees north.
    pub lat: f64,
}

/// What is read from JSON is never NaN, and everything else equals itself.
impl Eq for LonLat {}

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

/// Why corners are no outline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OutlineError {
    /// Not a GeoJSON polygon, nor a feature with one.
    #[error("not a GeoJSON polygon")]
    NotAPolygon,
    /// A polygon with holes, or several.
    #[error("an outline is one ring: no holes, no second part")]
    NotOneRing,
    /// Fewer than three of them.
    #[error("an outline has at least three corners")]
    TooFew,
    /// More than [`MOST_CORNERS`].
    #[error("an outline has at most {MOST_CORNERS} corners")]
    TooMany,
    /// A corner that is not on earth.
    #[error("a corner is not a longitude and a latitude in degrees")]
    NotOnEarth,
    /// Crossing or touching itself, or without an area.
    #[error("the corners must run around a shape without touching themselves")]
    NotSimple,
    /// The wrong way round.
    #[error("the corners must run anticlockwise")]
    Clockwise,
}

impl OutlineError {
    /// The stable code of a fault.
    pub fn code(self) -> &'static str {
        match self {
            Self::NotAPolygon => "not_a_polygon",
            Self::NotOneRing => "not_one_ring",
            Self::TooFew => "too_few_corners",
            Self::TooMany => "too_many_corners",
            Self::NotOnEarth => "not_on_earth",
            Self::NotSimple | Self::Clockwise => "not_simple",
        }
    }
}

/// Most corners of an outline: a border drawn to ten metres around a large subdistrict has fewer. Checks compare each edge with each.
pub const MOST_CORNERS: usize = 2_000;

/// Two borders that lie this close are one border: about a metre, in degrees. Whoever draws a border along another one clicks no closer.
const NEAR: f64 = 1e-5;

/// Decimals that are kept of a degree: about a centimetre. Shorter numbers come back from their text as they were.
const KEPT: f64 = 1e7;

/// Mean radius of the earth (IUGG), kilometres.
const EARTH_KM: f64 = 6_371.008_8;

/// A ring of corners, anticlockwise, not closed, that does not touch itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Outline(Arc<[LonLat]>);

/// The smallest upright box around a ring.
#[derive(Debug, Clone, Copy)]
struct Bounds {
    least: LonLat,
    most: LonLat,
}

impl Bounds {
    fn of(corners: &[LonLat]) -> Self {
        let fold = |start: f64, pick: fn(f64, f64) -> f64, of: fn(&LonLat) -> f64| corners.iter().map(of).fold(start, pick);
        Self {
            least: LonLat { lon: fold(f64::MAX, f64::min, |at| at.lon), lat: fold(f64::MAX, f64::min, |at| at.lat) },
            most: LonLat { lon: fold(f64::MIN, f64::max, |at| at.lon), lat: fold(f64::MIN, f64::max, |at| at.lat) },
        }
    }

    /// Whether they come closer than [`NEAR`].
    fn meets(self, other: Self) -> bool {
        self.least.lon <= other.most.lon + NEAR
            && other.least.lon <= self.most.lon + NEAR
            && self.least.lat <= other.most.lat + NEAR
            && other.least.lat <= self.most.lat + NEAR
    }
}

/// Where a place lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lies {
    Inside,
    OnBorder,
    Outside,
}

impl Outline {
    /// The outline with these corners, or why there is none.
    pub fn new(corners: &[LonLat]) -> Result<Self, OutlineError> {
        if corners.len() < 3 {
            return Err(OutlineError::TooFew);
        }
        if corners.len() > MOST_CORNERS {
            return Err(OutlineError::TooMany);
        }
        // NaN and infinities are in no range.
        let on_earth = |at: &LonLat| (-180.0..=180.0).contains(&at.lon) && (-90.0..=90.0).contains(&at.lat);
        if !corners.iter().all(on_earth) {
            return Err(OutlineError::NotOnEarth);
        }
        let outline = Self(corners.into());
        if !outline.is_simple() {
            return Err(OutlineError::NotSimple);
        }
        if twice_area(corners) > 0.0 { Ok(outline) } else { Err(OutlineError::Clockwise) }
    }

    /// The corners of a GeoJSON polygon (RFC 7946), as text: a geometry, a feature, or a collection of one. Not checked yet, but brought
    /// into our form: the last corner is not the first again, they run anticlockwise, and numbers have seven decimals.
    pub fn corners_of_geojson(text: &str) -> Result<Vec<LonLat>, OutlineError> {
        let value: Value = serde_json::from_str(text).map_err(|_| OutlineError::NotAPolygon)?;
        corners_of(&value)
    }

    /// Of an area whose border nobody has drawn yet: it contains every place, and coordinates are taken as they come.
    pub fn undrawn() -> Self {
        Self([[-180.0, -90.0], [180.0, -90.0], [180.0, 90.0], [-180.0, 90.0]].map(LonLat::from).into())
    }

    /// The corners.
    pub fn corners(&self) -> &[LonLat] {
        &self.0
    }

    /// How large it is, in square kilometres, on a sphere.
    pub fn square_km(&self) -> f64 {
        let part = |(p, q): (LonLat, LonLat)| (q.lon - p.lon).to_radians() * (p.lat.to_radians().sin() + q.lat.to_radians().sin());
        // Twice the area below each edge; anticlockwise rings sum up to less than nothing.
        (self.edges().map(part).sum::<f64>() / 2.0).abs() * EARTH_KM * EARTH_KM
    }

    fn edges(&self) -> impl Iterator<Item = (LonLat, LonLat)> + '_ {
        let next = self.0.iter().cycle().skip(1);
        self.0.iter().copied().zip(next.copied())
    }

    /// No corner stands twice, and no two edges meet but neighbours in their corner.
    fn is_simple(&self) -> bool {
        let edges: Vec<(LonLat, LonLat)> = self.edges().collect();
        let last = edges.len() - 1;
        edges.iter().enumerate().all(|(at, &(p, q))| {
            // A corner that lies on the line back is a spike without an area.
            let (_, beyond) = edges.get(if at == last { 0 } else { at + 1 }).copied().unwrap_or((p, q));
            let spike = side(p, q, beyond) == 0.0 && along(p, q, beyond) < 1.0;
            let meets = edges.iter().enumerate().skip(at + 2).any(|(other, &(r, s))| !(at == 0 && other == last) && touch(p, q, r, s));
            p != q && !spike && !meets
        })
    }

    fn lies(&self, at: LonLat) -> Lies {
        let mut inside = false;
        for (p, q) in self.edges() {
            if distance(p, q, at) <= NEAR {
                return Lies::OnBorder;
            }
            if (p.lat > at.lat) != (q.lat > at.lat) && at.lon < p.lon + (q.lon - p.lon) * (at.lat - p.lat) / (q.lat - p.lat) {
                inside = !inside;
            }
        }
        if inside { Lies::Inside } else { Lies::Outside }
    }

    /// Whether `at` is inside or on the border.
    pub fn contains(&self, at: LonLat) -> bool {
        at.lon.is_finite() && at.lat.is_finite() && self.lies(at) != Lies::Outside
    }

    /// The middles of the pieces into which the border of `other` cuts this border: a piece lies as a whole inside, on it or outside.
    fn pieces(&self, other: &Self) -> Vec<LonLat> {
        let mut middles = Vec::new();
        for (p, q) in self.edges() {
            let mut cuts = vec![0.0, 1.0];
            for (r, s) in other.edges() {
                cuts.extend(crossing(p, q, r, s));
                if distance(p, q, r) <= NEAR {
                    cuts.push(along(p, q, r));
                }
            }
            cuts.retain(|cut| (0.0..=1.0).contains(cut));
            cuts.sort_by(f64::total_cmp);
            let point = |at: f64| LonLat { lon: p.lon + (q.lon - p.lon) * at, lat: p.lat + (q.lat - p.lat) * at };
            middles.extend(cuts.windows(2).filter_map(|pair| Some(point(f64::midpoint(*pair.first()?, *pair.last()?)))));
        }
        middles
    }

    /// Whether all of `other` is inside or on the border.
    pub fn encloses(&self, other: &Self) -> bool {
        other.0.iter().chain(&other.pieces(self)).all(|at| self.contains(*at))
    }

    /// Whether the two share more than a border.
    pub fn overlaps(&self, other: &Self) -> bool {
        if !Bounds::of(&self.0).meets(Bounds::of(&other.0)) {
            return false;
        }
        let enters = |one: &Self, two: &Self| one.0.iter().chain(&one.pieces(two)).any(|at| two.lies(*at) == Lies::Inside);
        // Where neither border enters the other, they are the same shape, or lie side by side.
        enters(self, other) || enters(other, self) || self.within().is_some_and(|at| other.lies(at) == Lies::Inside)
    }

    /// A place well inside: in the middle of the widest stretch half way up.
    fn within(&self) -> Option<LonLat> {
        let Bounds { least, most } = Bounds::of(&self.0);
        // Not exactly half way: a corner may lie there.
        let lat = least.lat + (most.lat - least.lat) * 0.501;
        let cuts = self.edges().filter(|(p, q)| (p.lat > lat) != (q.lat > lat));
        let mut cuts: Vec<f64> = cuts.map(|(p, q)| p.lon + (q.lon - p.lon) * (lat - p.lat) / (q.lat - p.lat)).collect();
        cuts.sort_by(f64::total_cmp);
        let stretches = cuts.chunks_exact(2).filter_map(|pair| Some((*pair.first()?, *pair.last()?)));
        let (west, east) = stretches.max_by(|a, b| (a.1 - a.0).total_cmp(&(b.1 - b.0)))?;
        Some(LonLat { lon: f64::midpoint(west, east), lat })
    }
}

/// The ring of a polygon, in our form.
pub(super) fn corners_of(value: &Value) -> Result<Vec<LonLat>, OutlineError> {
    let list = |value: &Value| value.as_array().cloned().ok_or(OutlineError::NotAPolygon);
    let one = |list: Vec<Value>| match <[Value; 1]>::try_from(list) {
        Ok([only]) => Ok(only),
        Err(list) if list.is_empty() => Err(OutlineError::NotAPolygon),
        Err(_) => Err(OutlineError::NotOneRing),
    };
    match value.get("type").and_then(Value::as_str) {
        Some("FeatureCollection") => return corners_of(&one(list(value.get("features").unwrap_or(&Value::Null))?)?),
        Some("Feature") => return corners_of(value.get("geometry").unwrap_or(&Value::Null)),
        Some("Polygon" | "MultiPolygon") => {}
        Some(_) | None => return Err(OutlineError::NotAPolygon),
    }
    let mut rings = list(value.get("coordinates").unwrap_or(&Value::Null))?;
    if value.get("type").and_then(Value::as_str) == Some("MultiPolygon") {
        rings = list(&one(rings)?)?;
    }
    let position = |at: Value| {
        let mut numbers = at.as_array().into_iter().flatten().map(Value::as_f64);
        match (numbers.next().flatten(), numbers.next().flatten()) {
            (Some(lon), Some(lat)) => Ok(rounded(LonLat { lon, lat })),
            (_, _) => Err(OutlineError::NotAPolygon),
        }
    };
    let ring = list(&one(rings)?)?.into_iter().map(position).collect::<Result<Vec<_>, _>>()?;
    Ok(anticlockwise(ring))
}

/// Whoever sends a list of corners gets the same form as a polygon.
pub(super) fn anticlockwise(mut ring: Vec<LonLat>) -> Vec<LonLat> {
    ring.dedup();
    if ring.len() > 1 && ring.first() == ring.last() {
        ring.pop();
    }
    if twice_area(&ring) < 0.0 {
        ring.reverse();
    }
    ring
}

/// With seven decimals.
pub(super) fn rounded(at: LonLat) -> LonLat {
    let short = |degrees: f64| (degrees * KEPT).round() / KEPT;
    LonLat { lon: short(at.lon), lat: short(at.lat) }
}

/// Twice the area of a ring in square degrees; below nothing where it runs clockwise.
fn twice_area(corners: &[LonLat]) -> f64 {
    let Some(&first) = corners.first() else { return 0.0 };
    corners.windows(2).filter_map(|pair| Some(side(first, *pair.first()?, *pair.last()?))).sum()
}

/// Positive when `at` lies to the left of the line from `p` to `q`; degrees squared.
fn side(p: LonLat, q: LonLat, at: LonLat) -> f64 {
    (q.lon - p.lon) * (at.lat - p.lat) - (q.lat - p.lat) * (at.lon - p.lon)
}

/// How far along the line from `p` to `q` the foot of `at` stands: 0 at `p`, 1 at `q`.
fn along(p: LonLat, q: LonLat, at: LonLat) -> f64 {
    let (lon, lat) = (q.lon - p.lon, q.lat - p.lat);
    ((at.lon - p.lon) * lon + (at.lat - p.lat) * lat) / (lon * lon + lat * lat)
}

/// From `at` to the nearest place of the edge, in degrees of latitude: a degree of longitude is shorter, by its latitude.
fn distance(p: LonLat, q: LonLat, at: LonLat) -> f64 {
    let shrink = at.lat.to_radians().cos();
    let flat = |place: LonLat| LonLat { lon: place.lon * shrink, lat: place.lat };
    let (p, q, at) = (flat(p), flat(q), flat(at));
    let foot = along(p, q, at);
    let foot = if foot.is_finite() { foot.clamp(0.0, 1.0) } else { 0.0 };
    let (lon, lat) = (p.lon + (q.lon - p.lon) * foot - at.lon, p.lat + (q.lat - p.lat) * foot - at.lat);
    lon.hypot(lat)
}

/// Where the edge from `p` to `q` crosses the one from `r` to `s`, 0 to 1 along the first.
fn crossing(p: LonLat, q: LonLat, r: LonLat, s: LonLat) -> Option<f64> {
    let (from, to) = (side(r, s, p), side(r, s, q));
    let (one, other) = (side(p, q, r), side(p, q, s));
    let crosses = (from > 0.0) != (to > 0.0) && (one > 0.0) != (other > 0.0);
    crosses.then(|| from / (from - to)).filter(|at| at.is_finite())
}

/// Whether two edges have a place in common.
fn touch(p: LonLat, q: LonLat, r: LonLat, s: LonLat) -> bool {
    let on = |p: LonLat, q: LonLat, at: LonLat| side(p, q, at) == 0.0 && (0.0..=1.0).contains(&along(p, q, at));
    crossing(p, q, r, s).is_some() || on(p, q, r) || on(p, q, s) || on(r, s, p) || on(r, s, q)
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

    fn ring(corners: &[[f64; 2]]) -> Outline {
        Outline::new(&corners.iter().copied().map(LonLat::from).collect::<Vec<_>>()).unwrap()
    }

    fn square(west: f64, south: f64, side: f64) -> Outline {
        ring(&[[west, south], [west + side, south], [west + side, south + side], [west, south + side]])
    }

    /// A square without its north-eastern quarter.
    fn bent() -> Outline {
        ring(&[[117.0, 36.0], [117.04, 36.0], [117.04, 36.02], [117.02, 36.02], [117.02, 36.04], [117.0, 36.04]])
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
        assert!(bent().contains(at(117.01, 36.03)) && !bent().contains(at(117.03, 36.03)), "a dent is outside");
        assert!(Outline::undrawn().contains(at(117.0, 36.0)));
    }

    #[test]
    fn neighbours_share_a_border_and_do_not_overlap() {
        let area = square(117.0, 36.0, 0.04);
        assert!(!area.overlaps(&square(117.04, 36.0, 0.04)));
        assert!(!area.overlaps(&square(117.04, 36.04, 0.04)), "a corner only");
        assert!(area.overlaps(&square(117.039, 36.039, 0.04)));
        assert!(area.overlaps(&area));
        assert!(area.overlaps(&square(117.01, 36.01, 0.01)), "one inside the other");
        assert!(square(116.9, 35.9, 0.3).encloses(&area) && !area.encloses(&square(117.0, 36.0, 0.05)));
        assert!(!area.overlaps(&square(117.039_999, 36.0, 0.04)), "a metre is a border");
    }

    #[test]
    fn a_dent_is_nobodys_until_somebody_fills_it() {
        let corner = square(117.02, 36.02, 0.02);
        assert!(!bent().overlaps(&corner) && !corner.overlaps(&bent()));
        assert!(!bent().encloses(&corner) && square(117.0, 36.0, 0.04).encloses(&bent()));
        assert!(bent().overlaps(&square(117.0, 36.0, 0.04)));
        // All its corners are on the border, and it still reaches over the dent.
        let over = ring(&[[117.0, 36.04], [117.04, 36.0], [117.04, 36.02], [117.02, 36.04]]);
        assert!(!bent().encloses(&over));
        let diagonal = ring(&[[117.0, 36.0], [117.04, 36.0], [117.04, 36.02], [117.02, 36.02]]);
        assert!(bent().encloses(&diagonal));
    }

    #[test]
    fn what_is_no_outline_says_why() {
        let new = |corners: &[[f64; 2]]| Outline::new(&corners.iter().copied().map(LonLat::from).collect::<Vec<_>>());
        assert_eq!(new(&[[0.0, 0.0], [1.0, 0.0]]), Err(OutlineError::TooFew));
        assert_eq!(new(&vec![[0.0, 0.0]; MOST_CORNERS + 1]), Err(OutlineError::TooMany));
        assert_eq!(new(&[[0.0, 0.0], [1.0, 0.0], [1.0, 91.0], [0.0, 1.0]]), Err(OutlineError::NotOnEarth));
        assert_eq!(new(&[[0.0, 0.0], [0.0, 1.0], [1.0, 1.0], [1.0, 0.0]]), Err(OutlineError::Clockwise));
        assert_eq!(new(&[[0.0, 0.0], [1.0, 1.0], [1.0, 0.0], [0.0, 1.0]]), Err(OutlineError::NotSimple), "crossing");
        assert_eq!(new(&[[0.0, 0.0]; 4]), Err(OutlineError::NotSimple), "a point");
        assert_eq!(new(&[[0.0, 0.0], [1.0, 0.0], [2.0, 0.0]]), Err(OutlineError::NotSimple), "a line");
        assert_eq!(new(&[[0.0, 0.0], [2.0, 0.0], [1.0, 0.0], [1.0, 1.0]]), Err(OutlineError::NotSimple), "a spike");
        let pinched = [[0.0, 0.0], [2.0, 0.0], [2.0, 2.0], [1.0, 0.0], [0.0, 2.0]];
        assert_eq!(new(&pinched), Err(OutlineError::NotSimple), "a corner on another edge");
        assert!(new(&[[0.0, 0.0], [1.0, 0.0], [0.0, 1.0]]).is_ok(), "a triangle");
        assert!(new(&[[0.0, 0.0], [1.0, 0.0], [2.0, 0.0], [2.0, 1.0]]).is_ok(), "a corner in a straight border");
    }

    #[test]
    fn a_polygon_comes_in_the_forms_of_geojson() {
        let polygon =
            r#"{"type":"Polygon","coordinates":[[[117.0,36.0],[117.0,36.04],[117.04,36.04],[117.04,36.00000000001],[117.0,36.0]]]}"#;
        let corners = Outline::corners_of_geojson(polygon).unwrap();
        assert_eq!(
            corners.iter().copied().map(<[f64; 2]>::from).collect::<Vec<_>>(),
            [[117.04, 36.0], [117.04, 36.04], [117.0, 36.04], [117.0, 36.0]]
        );
        let feature = format!(r#"{{"type":"Feature","properties":{{"name":"x"}},"geometry":{polygon}}}"#);
        let collection = format!(r#"{{"type":"FeatureCollection","features":[{feature}]}}"#);
        let parts = r#"{"type":"MultiPolygon","coordinates":[[[[117.0,36.0,12.5],[117.04,36.0,3],[117.04,36.04,1],[117.0,36.0,12.5]]]]}"#;
        for text in [feature.as_str(), collection.as_str(), parts] {
            assert!(Outline::new(&Outline::corners_of_geojson(text).unwrap()).is_ok(), "{text}");
        }
        let why = |text: &str| Outline::corners_of_geojson(text).unwrap_err();
        for text in
            ["", "116,36 117,36", r#"{"type":"Point","coordinates":[117,36]}"#, r#"{"type":"Polygon"}"#, "[[117,36],[118,36],[118,37]]"]
        {
            assert_eq!(why(text), OutlineError::NotAPolygon, "{text}");
        }
        let hole = r#"{"type":"Polygon","coordinates":[[[0,0],[3,0],[3,3],[0,0]],[[1,1],[2,1],[2,2],[1,1]]]}"#;
        assert_eq!(why(hole), OutlineError::NotOneRing);
        assert_eq!(why(&format!(r#"{{"type":"FeatureCollection","features":[{feature},{feature}]}}"#)), OutlineError::NotOneRing);
    }

    #[test]
    fn an_area_is_measured_on_a_sphere() {
        // 0.01° of latitude are 1.11195 km, of longitude at 36° that times the cosine.
        let size = square(117.0, 36.0, 0.01).square_km();
        let wanted = 1.111_95 * 1.111_95 * 36.005_f64.to_radians().cos();
        assert!((size - wanted).abs() < 0.000_1, "{size} {wanted}");
        assert!((bent().square_km() / square(117.0, 36.0, 0.04).square_km() - 0.75).abs() < 0.001);
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
