//! `figure_cell`: the cube.

use std::collections::BTreeMap;

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{ExprTrait, OnConflict};
use store::{StoreError, Tx};
use tally::{Cell, Counts, Cube};
use tlog::leaf::Month;

const TABLE: &str = "figure_cell";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "figure_cell")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub month: i64,
    #[sea_orm(primary_key, auto_increment = false)]
    pub area: i64,
    #[sea_orm(primary_key, auto_increment = false)]
    pub unit: i64,
    #[sea_orm(primary_key, auto_increment = false)]
    pub category: i64,
    /// The numbers of [`Counts`], in their order, as JSON.
    pub counts: String,
}

impl ActiveModelBehavior for ActiveModel {}

fn read(row: &Model) -> Result<(Cell, Counts), StoreError> {
    let place = || format!("{}/{}/{}/{}", row.month, row.area, row.unit, row.category);
    let bad = |column| StoreError::corrupt(TABLE, column, place());
    let number = |number: i64, column| u16::try_from(number).map_err(|_| bad(column));
    let cell = Cell {
        month: u64::try_from(row.month).ok().and_then(Month::from_number).ok_or_else(|| bad("month"))?,
        area: number(row.area, "area")?,
        unit: number(row.unit, "unit")?,
        category: number(row.category, "category")?,
    };
    let numbers: Vec<u64> = serde_json::from_str(&row.counts).map_err(|_| bad("counts"))?;
    Ok((cell, Counts::from_numbers(&numbers).ok_or_else(|| bad("counts"))?))
}

/// The cells of these months.
pub(crate) async fn cube(tx: &Tx, from: Month, to: Month) -> Result<Cube, StoreError> {
    let mut cube = Cube::default();
    for row in
        Entity::find().filter(Column::Month.gte(i64::from(from.number())).and(Column::Month.lte(i64::from(to.number())))).all(tx).await?
    {
        let (cell, counts) = read(&row)?;
        cube.restore(cell, counts);
    }
    Ok(cube)
}

/// Makes the stored cells those of `now`, where they were those of `before`.
pub(crate) async fn change(tx: &Tx, before: &Cube, now: &Cube) -> Result<(), StoreError> {
    let old: BTreeMap<Cell, Counts> = before.cells().map(|(cell, counts)| (*cell, *counts)).collect();
    let new: BTreeMap<Cell, Counts> = now.cells().map(|(cell, counts)| (*cell, *counts)).collect();
    for cell in old.keys().filter(|cell| !new.contains_key(cell)) {
        let key = (cell.month.number().into(), cell.area.into(), cell.unit.into(), cell.category.into());
        Entity::delete_by_id(key).exec(tx).await?;
    }
    let changed: Vec<ActiveModel> =
        new.iter().filter(|(cell, counts)| old.get(cell) != Some(counts)).map(|(cell, counts)| row(cell, counts)).collect();
    let keys = [Column::Month, Column::Area, Column::Unit, Column::Category];
    let again = OnConflict::columns(keys).update_column(Column::Counts).to_owned();
    for part in changed.chunks(store::ROWS_AT_ONCE) {
        Entity::insert_many(part.iter().cloned()).on_conflict(again.clone()).exec_without_returning(tx).await?;
    }
    Ok(())
}

fn row(cell: &Cell, counts: &Counts) -> ActiveModel {
    let numbers: Vec<String> = counts.numbers().iter().map(ToString::to_string).collect();
    ActiveModel {
        month: Set(cell.month.number().into()),
        area: Set(cell.area.into()),
        unit: Set(cell.unit.into()),
        category: Set(cell.category.into()),
        counts: Set(format!("[{}]", numbers.join(","))),
    }
}
