//! 我也遇到: what strangers may see of open matters of public space (decisions 2). Matched by kind and by a road or estate of the
//! register, never by text; shown are kind, road or estate, month and number of people, and no number under five.

use identity::Granted;
use jiff::civil::Date;
use kernel::{AreaCode, CaseId, KindCode, Timestamp, format};
use places::Register;
use store::{StoreError, Tx};

use crate::catalogue::Catalogue;
use crate::model::Case;
use crate::permissions::SubmitCase;
use crate::rows;
use crate::service::Cases;

/// Most matters that are shown.
const SHOWN: usize = 5;

/// Most that are looked at for them.
const LOOKED_AT: u64 = 50;

/// Fewer people than these are told as "some" (decisions 2).
const TOLD_FROM: u64 = 5;

/// A handle holds for the hour in which it was made and so many after it.
const HOURS: i64 = 2;

/// An open matter, as strangers may see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Same {
    /// Names the matter to this site for some hours, and to nobody else: a keyed digest, no number.
    pub handle: String,
    /// The road or estate, by its name in the register.
    pub place: String,
    /// Any day of the month in which it was received.
    pub month: Date,
    /// How many met it, once they are five.
    pub people: Option<u64>,
}

/// What a matter is about and where it is, as far as it can be the same as another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Spot {
    kind: KindCode,
    area: AreaCode,
    place: String,
}

/// The road or estate of `area` that `words` name: the longest name.
fn named(register: &Register, area: &AreaCode, words: &str) -> Option<String> {
    let names = register.places().iter().filter(|place| place.area == *area && words.contains(place.name.as_str()));
    names.map(|place| &place.name).max_by_key(|name| name.len()).cloned()
}

impl Spot {
    /// `None` where nothing can be the same: a kind that is not of public space, or no road or estate that the register knows.
    pub(crate) fn of(
        catalogue: &Catalogue,
        register: &Register,
        kind: Option<&KindCode>,
        area: Option<&AreaCode>,
        words: Option<&str>,
    ) -> Option<Self> {
        let kind = catalogue.kind(kind?).filter(|kind| kind.public_space)?;
        let area = area?;
        Some(Self { kind: kind.code.clone(), area: area.clone(), place: named(register, area, words?)? })
    }
}

/// Whether strangers may see that the case exists, and join it. What is sealed, held, confidential or marked as abuse is nobody's but
/// those who handle it.
fn is_open_to_strangers(case: &Case) -> bool {
    case.state.takes_others()
        && !(case.sealed || case.erased || case.intake.held || case.intake.confidential)
        && case.against.is_none()
        && case.course.abuse_until.is_none()
        && case.course.excluded.is_none()
}

impl Cases {
    /// The open matters at a place, newest first. `kind` and `area` are codes; what cannot be read is nowhere.
    pub async fn same(&self, _grant: &Granted<SubmitCase>, kind: &str, area: &str, words: &str) -> Result<Vec<Same>, StoreError> {
        let register = self.places.register();
        let kind = kind.parse::<KindCode>().ok();
        let area = self.area_of(area, words);
        let Some(spot) = Spot::of(&self.catalogue, &register, kind.as_ref(), area.as_ref(), Some(words)) else { return Ok(Vec::new()) };
        let (cases, now) = (self.clone(), self.clock.now());
        let found = self
            .db
            .read(move |tx| async move {
                let found = cases.open_at(&tx, &spot).await?;
                Ok::<_, StoreError>((found, spot))
            })
            .await?;
        let (open, spot) = found;
        let shown = |case: &Case| {
            let people = u64::from(case.course.absorbed) + 1;
            Same {
                handle: self.handle(case.id, hour(now)),
                place: spot.place.clone(),
                month: format::local_date(case.intake.received_at),
                people: (people >= TOLD_FROM).then_some(people),
            }
        };
        Ok(open.iter().take(SHOWN).map(shown).collect())
    }

    async fn open_at(&self, tx: &Tx, spot: &Spot) -> Result<Vec<Case>, StoreError> {
        let register = self.places.register();
        let found = rows::lists::open_of_kind(tx, &spot.kind, &spot.area, LOOKED_AT).await?;
        let open: Vec<Case> = found.into_iter().map(|stored| stored.case).filter(is_open_to_strangers).collect();
        // Of the words only a name of the register is looked for; nothing of them is shown.
        let said = rows::private::find_many(tx, open.iter().map(|case| case.id)).await?;
        let there = |case: &Case| {
            let words = said.get(&case.id.to_string()).and_then(|said| said.place_words.as_deref());
            words.and_then(|words| named(&register, &spot.area, words)).as_ref() == Some(&spot.place)
        };
        Ok(open.into_iter().filter(there).collect())
    }

    /// The matter at `spot` that a handle names, if it is still open to strangers. A handle of another kind or place, an old or an invented
    /// one name nothing.
    pub(crate) async fn same_by(&self, tx: &Tx, spot: &Spot, handle: &str, now: Timestamp) -> Result<Option<Case>, StoreError> {
        let open = self.open_at(tx, spot).await?;
        let names = |case: &Case| (0..=HOURS).any(|ago| self.handle(case.id, hour(now) - ago) == handle);
        Ok(open.into_iter().find(names))
    }

    fn handle(&self, case: CaseId, hour: i64) -> String {
        let mut digest = self.keys.request.digest(format!("same:{case}:{hour}").as_bytes());
        digest.truncate(32);
        digest
    }
}

fn hour(at: Timestamp) -> i64 {
    at.as_second().div_euclid(3_600)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;

    #[test]
    fn only_kinds_of_public_space_at_a_place_of_the_register_can_be_the_same() {
        let county: places::CountyFile = include_str!("../../../../../demo/county.toml").parse().unwrap();
        let catalogue = Catalogue::embedded().unwrap();
        let place = county.places.first().unwrap();
        let words = format!("在{}东头", place.name);
        let register = Register::new(county.clone().into());
        let spot = |kind: &str, words: &str| Spot::of(&catalogue, &register, Some(&kind.parse().unwrap()), Some(&place.area), Some(words));
        for kind in catalogue.kinds() {
            assert_eq!(spot(kind.code.as_str(), &words).is_some(), kind.public_space, "{}", kind.code);
        }
        assert_eq!(spot("street_lamp", "三号楼二单元"), None, "nothing that the register knows");
        assert_eq!(spot("street_lamp", &words).unwrap().place, place.name);
    }
}
