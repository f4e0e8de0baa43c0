//! `supervision_absence`: who is away from when to when, and who stands in.

use jiff::civil::Date;
use kernel::{AbsenceId, AccountId};
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::ExprTrait;
use sea_orm::{QueryOrder, QuerySelect};
use store::{StoreError, Tx};

use crate::model::Absence;

const TABLE: &str = "supervision_absence";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "supervision_absence")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub version: i64,
    pub account: String,
    pub from_on: String,
    pub until_on: String,
    pub deputy: Option<String>,
    pub ended: bool,
}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<Model> for Absence {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        let bad = |column| StoreError::corrupt(TABLE, column, &row.id);
        let day = |text: &str, column| text.parse::<Date>().map_err(|_| bad(column));
        Ok(Self {
            id: row.id.parse().map_err(|_| bad("id"))?,
            account: row.account.parse().map_err(|_| bad("account"))?,
            from: day(&row.from_on, "from_on")?,
            until: day(&row.until_on, "until_on")?,
            deputy: row.deputy.as_ref().map(|id| id.parse().map_err(|_| bad("deputy"))).transpose()?,
            ended: row.ended,
            version: row.version,
        })
    }
}

fn fill(absence: &Absence) -> ActiveModel {
    ActiveModel {
        id: Set(absence.id.to_string()),
        version: Set(absence.version),
        account: Set(absence.account.to_string()),
        from_on: Set(absence.from.to_string()),
        until_on: Set(absence.until.to_string()),
        deputy: Set(absence.deputy.map(|deputy| deputy.to_string())),
        ended: Set(absence.ended),
    }
}

/// Stores a new absence.
pub(crate) async fn insert(tx: &Tx, absence: &Absence) -> Result<(), StoreError> {
    Entity::insert(fill(absence)).exec_without_returning(tx).await?;
    Ok(())
}

/// Stores a changed absence that was read at `seen`.
pub(crate) async fn save(tx: &Tx, absence: &Absence, seen: i64) -> Result<(), StoreError> {
    let same = Column::Id.eq(absence.id.to_string()).and(Column::Version.eq(seen));
    let result = Entity::update_many().set(fill(absence)).filter(same).exec(tx).await?;
    if result.rows_affected == 1 { Ok(()) } else { Err(StoreError::Stale) }
}

/// The absence with this id, if it is `account`'s.
pub(crate) async fn find_of(tx: &Tx, account: AccountId, id: AbsenceId) -> Result<Option<Absence>, StoreError> {
    let own = Entity::find_by_id(id.to_string()).filter(Column::Account.eq(account.to_string()));
    own.one(tx).await?.map(Absence::try_from).transpose()
}

/// The absences that hold on `day`. Dates sort as text.
pub(crate) async fn on(tx: &Tx, day: Date) -> Result<Vec<Absence>, StoreError> {
    let day = day.to_string();
    let query = Entity::find().filter(Column::UntilOn.gte(&*day)).filter(Column::FromOn.lte(&*day)).filter(Column::Ended.eq(false));
    query.order_by_asc(Column::Id).all(tx).await?.into_iter().map(Absence::try_from).collect()
}

/// The absences of `account` that are not over on `day`, the next first, at most `most`.
pub(crate) async fn coming(tx: &Tx, account: AccountId, day: Date, most: u64) -> Result<Vec<Absence>, StoreError> {
    let query = Entity::find()
        .filter(Column::Account.eq(account.to_string()))
        .filter(Column::UntilOn.gte(day.to_string()))
        .filter(Column::Ended.eq(false));
    query.order_by_asc(Column::FromOn).limit(most).all(tx).await?.into_iter().map(Absence::try_from).collect()
}

/// The raw rows after `after`, for the examination.
pub(crate) async fn after(tx: &Tx, after: &str, most: u64) -> Result<Vec<Model>, StoreError> {
    Ok(Entity::find().filter(Column::Id.gt(after)).order_by_asc(Column::Id).limit(most).all(tx).await?)
}
