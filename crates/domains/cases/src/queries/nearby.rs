//! What strangers may see of open matters of public space (decisions 2). Matched by the kind and by a road or estate of the register, never
//! by text; shown are kind, place, month and number of people, and no number under five.

use std::collections::BTreeMap;

use identity::Granted;
use jiff::civil::Date;
use kernel::{AreaCode, CaseId, KindCode, format};
use places::Register;
use store::{StoreError, Tx};

use crate::catalogue::Catalogue;
use crate::commands::guessed_area;
use crate::model::Case;
use crate::permissions::SubmitCase;
use crate::rows;
use crate::service::Cases;

/// Months that are shown.
const SHOWN: usize = 3;

/// Open matters of a kind in a community that are looked through for one place. Where there are more, the newest speak for them.
const LOOKED_AT: u64 = 200;

/// Fewer people than these are told as "some" (decisions 2).
const TOLD_FROM: u64 = 5;

/// What a matter is about and where, as far as it can be the same as another: a kind of public space, and a road or estate of a community.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    kind: KindCode,
    area: AreaCode,
    place: String,
}

impl Spot {
    /// `None` where nothing can be the same: a kind that is not of public space, or no road or estate that the register knows.
    pub(crate) fn of(catalogue: &Catalogue, register: &Register, kind: &KindCode, area: &AreaCode, words: &str) -> Option<Self> {
        let kind = catalogue.kind(kind).filter(|kind| kind.public_space)?;
        let place = register.named_in(area, words)?;
        Some(Self { kind: kind.code.clone(), area: area.clone(), place: place.name.clone() })
    }

    /// The kind.
    pub fn kind(&self) -> &KindCode {
        &self.kind
    }

    /// The road or estate, by its name in the register.
    pub fn place(&self) -> &str {
        &self.place
    }
}

/// The open matters at one place that were received in one month, as strangers may see them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nearby {
    /// The first day of the month.
    pub month: Date,
    /// How many people met it, once they are five.
    pub people: Option<u64>,
    /// The matter that stands for them, for whoever joins: the one that most others were joined to, of equals the oldest. Shown to nobody.
    pub(crate) joins: CaseId,
}

/// Whether strangers may be told of it. What lists cannot ask for is asked here.
fn is_open_to_strangers(case: &Case) -> bool {
    case.course.abuse_until.is_none() && case.course.excluded.is_none()
}

/// The matters by month, the newest month first.
pub(crate) fn by_month(open: &[Case]) -> Vec<Nearby> {
    let mut months: BTreeMap<Date, (u64, &Case)> = BTreeMap::new();
    for case in open {
        let month = format::local_date(case.intake.received_at).first_of_month();
        let people = u64::from(case.course.absorbed) + 1;
        let stands_for = |case: &Case| (case.course.absorbed, std::cmp::Reverse(case.intake.received_at));
        let so_far = months.entry(month).or_insert((0, case));
        so_far.0 += people;
        if stands_for(case) > stands_for(so_far.1) {
            so_far.1 = case;
        }
    }
    let told =
        |(month, (people, case)): (Date, (u64, &Case))| Nearby { month, people: (people >= TOLD_FROM).then_some(people), joins: case.id };
    months.into_iter().rev().map(told).collect()
}

impl Cases {
    /// Where a matter is and what it is about, as it would be handed in: the kind that was chosen, else the likeliest by the catalogue; the
    /// community that was chosen, else the one that the words of the place name.
    pub fn spot(&self, text: &str, kind: &str, area: &str, words: &str) -> Option<Spot> {
        let register = self.places.register();
        let catalogue = self.catalogue();
        let kind = match kind.parse::<KindCode>() {
            Ok(kind) => catalogue.stands_for(&kind)?.code.clone(),
            Err(_) => catalogue.suggest(None, text).kinds.into_iter().next()?.code,
        };
        let area = match area.parse::<AreaCode>() {
            Ok(area) => register.area_in_force(&area)?.code.clone(),
            Err(_) => guessed_area(&register, words)?,
        };
        Spot::of(&catalogue, &register, &kind, &area, words)
    }

    /// What strangers may see of the open matters there, the newest month first.
    pub async fn nearby(&self, _grant: &Granted<SubmitCase>, spot: &Spot) -> Result<Vec<Nearby>, StoreError> {
        let (cases, spot) = (self.clone(), spot.clone());
        let open = self.db.read(move |tx| async move { cases.open_at(&tx, &spot).await }).await?;
        let mut shown = by_month(&open);
        shown.truncate(SHOWN);
        Ok(shown)
    }

    /// The open matters there that strangers may be told of, the newest first.
    pub(crate) async fn open_at(&self, tx: &Tx, spot: &Spot) -> Result<Vec<Case>, StoreError> {
        let register = self.places.register();
        let found = rows::lists::open_to_strangers(tx, &spot.kind, &register.areas_in(&spot.area), LOOKED_AT).await?;
        let open: Vec<Case> = found.into_iter().map(|stored| stored.case).filter(is_open_to_strangers).collect();
        // Of the words only a name of the register is looked for; nothing of them is shown.
        let said = rows::private::find_many(tx, open.iter().map(|case| case.id)).await?;
        let is_there = |case: &Case| {
            let words = said.get(&case.id.to_string()).and_then(|said| said.place_words.as_deref());
            words.and_then(|words| register.named_in(&spot.area, words)).is_some_and(|place| place.name == spot.place)
        };
        Ok(open.into_iter().filter(is_there).collect())
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn only_kinds_of_public_space_at_a_place_of_the_register_can_be_the_same() {
        let file: places::CountyFile = include_str!("../../../../../demo/county.toml").parse().unwrap();
        let register = Register::on(date(2026, 11, 23), file.into());
        let catalogue = Catalogue::embedded().unwrap();
        let place = register.places().first().unwrap();
        let words = format!("在{}东头", place.name);
        let spot = |kind: &KindCode, words: &str| Spot::of(&catalogue, &register, kind, &place.area, words);
        for kind in catalogue.kinds() {
            assert_eq!(spot(&kind.code, &words).is_some(), kind.public_space, "{}", kind.code);
        }
        let lamp = "street_lamp".parse().unwrap();
        assert_eq!(spot(&lamp, "三号楼二单元"), None, "nothing that the register knows");
        assert_eq!(spot(&lamp, &words).unwrap().place(), place.name);
    }
}
