//! The register as one immutable value in memory.

use std::collections::BTreeMap;

use kernel::{AreaCode, PointCode, UnitCode};

use super::outline::LonLat;
use super::words::{Guess, Names};
use super::{Area, AreaLevel, County, NamedPlace, Point, Unit, Validity};

/// Everything about areas, points, places and units, indexed. Never changes; a reload makes another one.
#[derive(Debug)]
pub struct Register {
    county: County,
    /// The county first, then the order of the county file: people know their areas in that order, and
    /// databases do not sort Chinese alike (decisions 16).
    areas: Vec<Area>,
    by_area: BTreeMap<AreaCode, usize>,
    /// Indexes of the areas directly below each area.
    below: BTreeMap<AreaCode, Vec<usize>>,
    points: Vec<Point>,
    places: Vec<NamedPlace>,
    units: Vec<Unit>,
    by_unit: BTreeMap<UnitCode, usize>,
    names: Names,
}

impl Register {
    /// The register of these rows, each list in its order. The county becomes the topmost area, with the
    /// residents of the areas directly below it.
    pub fn new(county: County, areas: Vec<Area>, points: Vec<Point>, places: Vec<NamedPlace>, units: Vec<Unit>) -> Self {
        let top = Area {
            code: county.code.clone(),
            name: county.name.clone(),
            name_en: county.name_en.clone(),
            level: AreaLevel::County,
            parent: None,
            residents: areas.iter().filter(|area| area.parent.as_ref() == Some(&county.code)).map(|area| area.residents).sum(),
            outline: county.outline,
            validity: Validity::open(),
        };
        let areas: Vec<Area> = std::iter::once(top).chain(areas).collect();
        let by_area = areas.iter().enumerate().map(|(place, area)| (area.code.clone(), place)).collect();
        let mut below: BTreeMap<AreaCode, Vec<usize>> = BTreeMap::new();
        for (place, area) in areas.iter().enumerate() {
            if let Some(parent) = &area.parent {
                below.entry(parent.clone()).or_default().push(place);
            }
        }
        let by_unit = units.iter().enumerate().map(|(place, unit)| (unit.code.clone(), place)).collect();
        let names = Names::of(&areas, &places);
        Self { county, areas, by_area, below, points, places, units, by_unit, names }
    }

    /// The county.
    pub fn county(&self) -> &County {
        &self.county
    }

    /// All areas, the county first.
    pub fn areas(&self) -> &[Area] {
        &self.areas
    }

    /// The area with this code.
    pub fn area(&self, code: &AreaCode) -> Option<&Area> {
        self.by_area.get(code).and_then(|&place| self.areas.get(place))
    }

    /// The areas directly below `code`; none for a community or an unknown code.
    pub fn children(&self, code: &AreaCode) -> impl Iterator<Item = &Area> {
        self.below.get(code).into_iter().flatten().filter_map(|&place| self.areas.get(place))
    }

    /// The areas above `code`, the nearest first, the county last.
    pub fn ancestors(&self, code: &AreaCode) -> impl Iterator<Item = &Area> {
        let above = |area: &Area| area.parent.as_ref().and_then(|parent| self.area(parent));
        // A parent is always of a wider level, so the walk ends; the import refuses anything else.
        std::iter::successors(self.area(code).and_then(above), move |area| above(area))
    }

    /// An area and everything below it; an unknown code has nothing. What a scope on an area covers: a matter
    /// may be placed in a subdistrict when nobody knows more.
    pub fn areas_in(&self, code: &AreaCode) -> Vec<AreaCode> {
        let Some(area) = self.area(code) else { return Vec::new() };
        std::iter::once(area.code.clone()).chain(self.children(code).flat_map(|child| self.areas_in(&child.code))).collect()
    }

    /// The communities of an area, in order; a community has itself, an unknown code none.
    pub fn communities_in(&self, code: &AreaCode) -> Vec<AreaCode> {
        let Some(area) = self.area(code) else { return Vec::new() };
        if area.level == AreaLevel::Community {
            return vec![area.code.clone()];
        }
        self.children(code).flat_map(|child| self.communities_in(&child.code)).collect()
    }

    /// Whether `code` is `ancestor` or lies below it.
    pub fn lies_in(&self, code: &AreaCode, ancestor: &AreaCode) -> bool {
        (code == ancestor && self.area(code).is_some()) || self.ancestors(code).any(|area| area.code == *ancestor)
    }

    /// The community at a coordinate. On a shared border the one that stands first in the register.
    pub fn area_at(&self, lat: f64, lon: f64) -> Option<&Area> {
        let at = LonLat { lon, lat };
        self.areas.iter().find(|area| area.level == AreaLevel::Community && area.outline.contains(at))
    }

    /// Whether a coordinate is inside the county or on its border.
    pub fn inside_county(&self, lat: f64, lon: f64) -> bool {
        self.county.outline.contains(LonLat { lon, lat })
    }

    /// The communities that a text may speak of, the best guess first: estates, roads and areas are found by
    /// name, the longest name first. See [`Guess`].
    pub fn find_in_words(&self, text: &str) -> Vec<Guess> {
        self.names.find(text)
    }

    /// All contact points.
    pub fn points(&self) -> &[Point] {
        &self.points
    }

    /// The contact point with this code.
    pub fn point(&self, code: &PointCode) -> Option<&Point> {
        self.points.iter().find(|point| point.code == *code)
    }

    /// The contact point of a community.
    pub fn point_of(&self, area: &AreaCode) -> Option<&Point> {
        self.points.iter().find(|point| point.area == *area)
    }

    /// All estates and roads.
    pub fn places(&self) -> &[NamedPlace] {
        &self.places
    }

    /// All units.
    pub fn units(&self) -> &[Unit] {
        &self.units
    }

    /// The unit with this code.
    pub fn unit(&self, code: &UnitCode) -> Option<&Unit> {
        self.by_unit.get(code).and_then(|&place| self.units.get(place))
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
pub(crate) mod tests {
    use super::*;
    use crate::CountyFile;

    /// The register of the demo county.
    pub(crate) fn demo() -> Register {
        let file: CountyFile = include_str!("../../../../../demo/county.toml").parse().unwrap();
        Register::new(file.county, file.areas, file.points, file.places, file.units)
    }

    fn code(text: &str) -> AreaCode {
        text.parse().unwrap()
    }

    #[test]
    fn the_tree_is_walked_up_and_down() {
        let register = demo();
        let up: Vec<_> = register.ancestors(&code("huaiyin")).map(|area| area.code.as_str()).collect();
        assert_eq!(up, ["beiguan_subdistrict", "qinghe"]);
        assert_eq!(register.communities_in(&code("beiguan_subdistrict")).len(), 6);
        assert_eq!(register.communities_in(&code("qinghe")).len(), 24);
        assert_eq!(register.communities_in(&code("huaiyin")), [code("huaiyin")]);
        assert!(register.communities_in(&code("atlantis")).is_empty());
        assert_eq!(register.areas_in(&code("beiguan_subdistrict")).len(), 7);
        assert_eq!(register.areas_in(&code("qinghe")).len(), 30);
        assert!(register.areas_in(&code("atlantis")).is_empty());
        assert_eq!(register.children(&code("qinghe")).count(), 5);
        assert!(register.lies_in(&code("huaiyin"), &code("qinghe")) && register.lies_in(&code("huaiyin"), &code("huaiyin")));
        assert!(!register.lies_in(&code("qinghe"), &code("huaiyin")) && !register.lies_in(&code("atlantis"), &code("atlantis")));
    }

    #[test]
    fn a_coordinate_finds_its_community() {
        let register = demo();
        let at = |lat, lon| register.area_at(lat, lon).map(|area| area.code.as_str());
        assert_eq!(at(36.18, 117.16), Some("huaiyin"));
        assert_eq!(at(36.18, 117.14), Some("beiguan"), "a shared border goes to the first");
        assert_eq!(at(40.0, 117.16), None);
        assert!(register.inside_county(36.2, 117.32) && !register.inside_county(36.21, 117.1));
        assert!(!register.inside_county(117.16, 36.18), "latitude and longitude exchanged");
    }

    #[test]
    fn every_point_of_the_county_belongs_to_a_community() {
        let register = demo();
        let [south_west, _, north_east, _] = *register.county().outline.corners();
        for row in 0..=40 {
            for column in 0..=40 {
                let lat = south_west.lat + (north_east.lat - south_west.lat) * f64::from(row) / 40.0;
                let lon = south_west.lon + (north_east.lon - south_west.lon) * f64::from(column) / 40.0;
                assert!(register.area_at(lat, lon).is_some(), "{lat} {lon}");
            }
        }
    }

    #[test]
    fn the_county_is_the_topmost_area() {
        let register = demo();
        let top = register.area(&code("qinghe")).unwrap();
        assert_eq!((top.level, top.residents, &top.parent), (AreaLevel::County, 127_270, &None));
        assert_eq!(register.point_of(&code("huaiyin")).unwrap().code.as_str(), "huaiyin");
        assert_eq!(register.unit(&"health".parse().unwrap()).unwrap().name, "县卫生健康局");
    }
}
