//! `supervision_matter`: how far the reminding of a case has gone. No word of the case stands here.

use std::collections::BTreeMap;

use kernel::{AreaCode, CaseId, CaseNumber, KindCode, Timestamp, UnitCode};
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{ExprTrait, NullOrdering};
use sea_orm::{Order, QueryOrder, QuerySelect};
use store::{StoreError, Tx};

use crate::model::Level;

const TABLE: &str = "supervision_matter";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "supervision_matter")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub version: i64,
    pub number: String,
    pub unit: Option<String>,
    pub area: Option<String>,
    pub kind: Option<String>,
    pub level: String,
    pub yellow_at: Option<i64>,
    pub red_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}

/// A case as supervision knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matter {
    /// The case.
    pub case: CaseId,
    /// How many events it has here.
    pub version: i64,
    /// The case's number.
    pub number: CaseNumber,
    /// The unit that has it.
    pub unit: Option<UnitCode>,
    /// Where it is.
    pub area: Option<AreaCode>,
    /// What it is about; nothing of a sealed one.
    pub kind: Option<KindCode>,
    /// How far the reminding has gone, of the clocks below.
    pub level: Level,
    /// When its light turned or turns yellow.
    pub yellow_at: Option<Timestamp>,
    /// When its light turned or turns red.
    pub red_at: Option<Timestamp>,
}

impl TryFrom<Model> for Matter {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        let bad = |column| StoreError::corrupt(TABLE, column, &row.id);
        let instant = |ms: Option<i64>, column| ms.map(|ms| Timestamp::from_millisecond(ms).map_err(|_| bad(column))).transpose();
        Ok(Self {
            case: row.id.parse().map_err(|_| bad("id"))?,
            version: row.version,
            number: row.number.parse().map_err(|_| bad("number"))?,
            unit: row.unit.as_ref().map(|code| code.parse().map_err(|_| bad("unit"))).transpose()?,
            area: row.area.as_ref().map(|code| code.parse().map_err(|_| bad("area"))).transpose()?,
            kind: row.kind.as_ref().map(|code| code.parse().map_err(|_| bad("kind"))).transpose()?,
            level: Level::from_code(&row.level).ok_or_else(|| bad("level"))?,
            yellow_at: instant(row.yellow_at, "yellow_at")?,
            red_at: instant(row.red_at, "red_at")?,
        })
    }
}

fn fill(matter: &Matter) -> ActiveModel {
    ActiveModel {
        id: Set(matter.case.to_string()),
        version: Set(matter.version),
        number: Set(matter.number.as_str().to_owned()),
        unit: Set(matter.unit.as_ref().map(ToString::to_string)),
        area: Set(matter.area.as_ref().map(ToString::to_string)),
        kind: Set(matter.kind.as_ref().map(ToString::to_string)),
        level: Set(matter.level.code().to_owned()),
        yellow_at: Set(matter.yellow_at.map(Timestamp::as_millisecond)),
        red_at: Set(matter.red_at.map(Timestamp::as_millisecond)),
    }
}

/// The matter of a case, if it was ever looked at.
pub(crate) async fn find(tx: &Tx, case: CaseId) -> Result<Option<Matter>, StoreError> {
    Entity::find_by_id(case.to_string()).one(tx).await?.map(Matter::try_from).transpose()
}

/// Stores it: a new one where `seen` is 0, else the one that was read at `seen`.
pub(crate) async fn save(tx: &Tx, matter: &Matter, seen: i64) -> Result<(), StoreError> {
    let row = fill(matter);
    let written = if seen == 0 {
        Entity::insert(row).exec_without_returning(tx).await?
    } else {
        let same = Column::Id.eq(matter.case.to_string()).and(Column::Version.eq(seen));
        Entity::update_many().set(row).filter(same).exec(tx).await?.rows_affected
    };
    if written == 1 { Ok(()) } else { Err(StoreError::Stale) }
}

/// The matters on these levels, longest past their limit first, at most `most`.
pub(crate) async fn lit(tx: &Tx, levels: &[Level], most: u64) -> Result<Vec<Matter>, StoreError> {
    let query = Entity::find()
        .filter(Column::Level.is_in(levels.iter().map(|level| level.code())))
        .filter(Column::Level.ne(Level::None.code()))
        .order_by_with_nulls(Column::RedAt, Order::Asc, NullOrdering::Last)
        .order_by_asc(Column::Id)
        .limit(most);
    query.all(tx).await?.into_iter().map(Matter::try_from).collect()
}

/// Since when each of the matters that are red at `now` is, at most `most`.
pub(crate) async fn red_since(tx: &Tx, now: Timestamp, most: u64) -> Result<Vec<Timestamp>, StoreError> {
    let red = Column::Level.ne(Level::None.code()).and(Column::RedAt.lte(now.as_millisecond()));
    let instants: Vec<i64> = Entity::find().select_only().column(Column::RedAt).filter(red).limit(most).into_tuple().all(tx).await?;
    let bad = |_| StoreError::corrupt(TABLE, "red_at", "a chart");
    instants.into_iter().map(|ms| Timestamp::from_millisecond(ms).map_err(bad)).collect()
}

/// How many matters stand on each level, by unit; those that are not lit are not counted.
pub(crate) async fn counts(tx: &Tx) -> Result<BTreeMap<(Option<String>, Level), u64>, StoreError> {
    let rows: Vec<(Option<String>, String, i64)> = Entity::find()
        .select_only()
        .column(Column::Unit)
        .column(Column::Level)
        .column_as(Column::Id.count(), "n")
        .filter(Column::Level.ne(Level::None.code()))
        .group_by(Column::Unit)
        .group_by(Column::Level)
        .into_tuple()
        .all(tx)
        .await?;
    let bad = |column| StoreError::corrupt(TABLE, column, "a count");
    rows.into_iter()
        .map(|(unit, level, n)| {
            Ok(((unit, Level::from_code(&level).ok_or_else(|| bad("level"))?), u64::try_from(n).map_err(|_| bad("level"))?))
        })
        .collect()
}

/// The raw rows after `after`, for the examination.
pub(crate) async fn after(tx: &Tx, after: &str, most: u64) -> Result<Vec<Model>, StoreError> {
    Ok(Entity::find().filter(Column::Id.gt(after)).order_by_asc(Column::Id).limit(most).all(tx).await?)
}
