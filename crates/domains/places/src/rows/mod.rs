//! The tables of the register. Entities stay in here; what leaves is the model.

mod area;
mod county;
mod kind;
mod kind_end;
mod kind_unit;
mod name;
mod named;
mod point;
mod unit;
mod word;

use std::fmt::Display;
use std::str::FromStr;

use jiff::civil::Date;
use kernel::KindCode;
use store::{StoreError, Tx, insert_all};

use crate::model::amendment::Amendment;
use crate::model::county_file::CountyFile;
use crate::model::kinds::{KindEnd, KindHoldings, KindLevel, KindUnit};
use crate::model::local::WordChange;
use crate::model::register::Holdings;
use crate::model::{NameChange, Renamed, Validity};

/// Whether a county is there already.
pub(crate) async fn has_county(tx: &Tx) -> Result<bool, StoreError> {
    Ok(county::find(tx).await?.is_some())
}

/// Writes the register of a checked file into empty tables.
pub(crate) async fn insert(tx: &Tx, file: &CountyFile) -> Result<(), StoreError> {
    insert_all(tx, vec![county::row(&file.county)?]).await?;
    insert_all(tx, numbered(&file.areas).map(|(seq, area)| area::row(seq, area)).collect::<Result<Vec<_>, _>>()?).await?;
    insert_all(tx, numbered(&file.points).map(|(seq, point)| point::row(seq, point)).collect()).await?;
    insert_all(tx, numbered(&file.places).map(|(seq, place)| named::row(seq, place)).collect()).await?;
    insert_all(tx, numbered(&file.units).map(|(seq, unit)| unit::row(seq, unit)).collect()).await
}

/// What the tables hold, `None` when no county has been imported. Kinds that ship are the caller's to add.
pub(crate) async fn load(tx: &Tx) -> Result<Option<Holdings>, StoreError> {
    let Some(county) = county::find(tx).await? else { return Ok(None) };
    let (areas, points) = (area::all(tx).await?, point::all(tx).await?);
    let (places, units) = (named::all(tx).await?, unit::all(tx).await?);
    let (opened, ends) = (kind::all(tx).await?, kind_end::all(tx).await?);
    let kinds = KindHoldings { opened, ends, units: kind_unit::all(tx).await?, ..KindHoldings::default() };
    let (names, words) = (name::all(tx).await?, word::all(tx).await?);
    Ok(Some(Holdings { county, areas, points, places, units, names, words, kinds }))
}

/// Writes an amendment that takes effect on `from`; [`StoreError::Stale`] when what it closes was closed meanwhile.
pub(crate) async fn amend(tx: &Tx, amendment: &Amendment, from: Date) -> Result<(), StoreError> {
    let renamed = |of, name: &str, name_en: &str| NameChange { of, from, name: name.to_owned(), name_en: name_en.to_owned() };
    let ended =
        |level, code: &KindCode, successor: &KindCode| KindEnd { level, code: code.clone(), until: from, successor: successor.clone() };
    match amendment {
        Amendment::RenameArea { code, name, name_en } => name::put(tx, &renamed(Renamed::Area(code.clone()), name, name_en)).await,
        Amendment::RenameUnit { code, name, name_en } => name::put(tx, &renamed(Renamed::Unit(code.clone()), name, name_en)).await,
        Amendment::OpenArea { code, .. } => {
            let area = amendment.opened_area(from).ok_or_else(|| StoreError::corrupt("place_area", "outline", code))?;
            area::open(tx, &area).await
        }
        Amendment::CloseArea { code, successor } => area::close(tx, code, from, successor).await,
        Amendment::CloseUnit { code, successor } => unit::close(tx, code, from, successor).await,
        Amendment::OpenUnit { code, .. } => {
            let unit = amendment.opened_unit(from).ok_or_else(|| StoreError::corrupt("place_unit", "kind", code))?;
            unit::open(tx, &unit).await
        }
        Amendment::RenameCategory { code, name, name_en } => name::put(tx, &renamed(Renamed::Category(code.clone()), name, name_en)).await,
        Amendment::RenameKind { code, name, name_en } => name::put(tx, &renamed(Renamed::Kind(code.clone()), name, name_en)).await,
        Amendment::CloseCategory { code, successor } => kind_end::put(tx, &ended(KindLevel::First, code, successor)).await,
        Amendment::CloseKind { code, successor } => kind_end::put(tx, &ended(KindLevel::Second, code, successor)).await,
        Amendment::KindUnit { code, unit } => kind_unit::put(tx, &KindUnit { code: code.clone(), from, unit: unit.clone() }).await,
        Amendment::OpenKind { .. } => match amendment.opened_kind(from) {
            Some(kind) => kind::open(tx, &kind).await,
            None => Ok(()),
        },
    }
}

/// Writes a change of the dictionary; [`StoreError::Stale`] when a word that was to end is not in force.
pub(crate) async fn change_words(tx: &Tx, change: &WordChange, day: Date) -> Result<(), StoreError> {
    word::change(tx, change, day).await
}

fn numbered<T>(rows: &[T]) -> impl Iterator<Item = (i64, &T)> {
    (0..).zip(rows)
}

/// A stored text read back, or the row that holds something we never write.
fn read<T: FromStr>(text: &str, table: &'static str, column: &'static str, row: &impl Display) -> Result<T, StoreError> {
    text.parse().map_err(|_| StoreError::corrupt(table, column, row))
}

/// The three columns of a validity, read back.
fn validity<Code: FromStr>(
    table: &'static str,
    row: &str,
    [from, until, successor]: [Option<&str>; 3],
) -> Result<Validity<Code>, StoreError> {
    let date = |text: Option<&str>, column| text.map(|text| read::<Date>(text, table, column, &row)).transpose();
    Ok(Validity {
        from: date(from, "valid_from")?,
        until: date(until, "valid_until")?,
        successor: successor.map(|text| read(text, table, "successor", &row)).transpose()?,
    })
}

/// JSON of an outline, as it is stored.
fn outline_text(outline: &crate::Outline) -> Result<String, StoreError> {
    serde_json::to_string(outline).map_err(|error| StoreError::Database(sea_orm::DbErr::Json(error.to_string())))
}
