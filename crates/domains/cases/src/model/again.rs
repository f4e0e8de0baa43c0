//! Whether a matter came again (decisions 11, K7): the same kind within 90 days of an answer, at most 100 metres away; or, without
//! coordinates, at the same estate or road of the same community.

use std::collections::HashMap;

use jiff::SignedDuration;
use kernel::{AreaCode, CaseId, Timestamp};

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

/// The number of the strip of [`NEAR`] metres that a latitude lies in: what is near lies in the same or in one beside it.
#[expect(clippy::cast_possible_truncation, reason = "from pole to pole there are 200,000")]
fn strip(lat: f64) -> i32 {
    (lat * DEGREE / NEAR).floor() as i32
}

#[derive(Debug, Clone, Copy)]
struct Answer {
    case: CaseId,
    given_at: Timestamp,
    at: Option<(f64, f64)>,
}

/// Answered matters of one kind by their places, so that a later one is compared with its neighbours and not with all of them.
#[derive(Debug, Default)]
pub struct Answered {
    strips: HashMap<i32, Vec<Answer>>,
    names: HashMap<(String, AreaCode), Vec<Answer>>,
}

impl Answered {
    /// Adds a matter that was answered at `given_at`.
    pub fn add(&mut self, case: CaseId, given_at: Timestamp, spot: Spot) {
        let answer = Answer { case, given_at, at: spot.at };
        if let Some((lat, _)) = spot.at {
            self.strips.entry(strip(lat)).or_default().push(answer);
        }
        if let Some(named) = spot.named {
            self.names.entry(named).or_default().push(answer);
        }
    }

    /// Those that came again with `case`, which was received at `received_at`: at the same place, answered before it, not too long ago.
    pub fn again_with(&self, case: CaseId, received_at: Timestamp, spot: &Spot) -> impl Iterator<Item = CaseId> {
        let (from, to) = answers_before(received_at);
        let strips = spot.at.into_iter().flat_map(|(lat, _)| (strip(lat) - 1..=strip(lat) + 1).filter_map(|strip| self.strips.get(&strip)));
        let near = strips.flatten().filter(|answer| spot.at.zip(answer.at).is_some_and(|(one, other)| metres(one, other) <= NEAR));
        // Where both have coordinates, these decide.
        let named = spot.named.iter().filter_map(|named| self.names.get(named)).flatten();
        let named = named.filter(|answer| spot.at.is_none() || answer.at.is_none());
        near.chain(named)
            .filter(move |answer| answer.case != case && from <= answer.given_at && answer.given_at < to)
            .map(|answer| answer.case)
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use std::collections::BTreeSet;

    use kernel::{Rng, SeededRng};

    use super::*;

    /// Against the definition, pair by pair, around one village.
    #[test]
    fn neighbours_are_found_as_by_comparing_with_all() {
        let rng: &dyn Rng = &SeededRng::new(11);
        let instant = |secs: u64| Timestamp::from_second(1_700_000_000 + i64::try_from(secs).unwrap()).unwrap();
        let metre = |most: u64| f64::from(u32::try_from(rng.below(most)).unwrap()) / DEGREE;
        let spot = || Spot {
            at: (rng.below(3) > 0).then(|| (36.18 + metre(700), 117.16 + metre(700))),
            named: (rng.below(3) > 0).then(|| (format!("road {}", rng.below(4)), "huaiyin".parse().unwrap())),
        };
        let matters: Vec<(CaseId, Timestamp, Timestamp, Spot)> = (0..300)
            .map(|_| {
                let received = rng.below(200 * 86_400);
                let id = CaseId::new(instant(received), rng);
                (id, instant(received), instant(received + rng.below(20 * 86_400)), spot())
            })
            .collect();
        let mut answered = Answered::default();
        for (id, _, given_at, spot) in &matters {
            answered.add(*id, *given_at, spot.clone());
        }
        let mut found = 0;
        for (id, received_at, _, spot) in &matters {
            let (from, to) = answers_before(*received_at);
            let same = |(other, _, given_at, place): &&(CaseId, Timestamp, Timestamp, Spot)| {
                other != id && from <= *given_at && *given_at < to && spot.is_same(place)
            };
            let defined: BTreeSet<CaseId> = matters.iter().filter(same).map(|(id, ..)| *id).collect();
            assert_eq!(answered.again_with(*id, *received_at, spot).collect::<BTreeSet<_>>(), defined);
            found += defined.len();
        }
        assert!(found > 300, "{found}");
    }

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
