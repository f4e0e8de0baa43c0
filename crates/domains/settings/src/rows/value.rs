//! `settings_value`: decided values. Append only.

use kernel::Timestamp;
use sea_orm::ActiveValue::Set;
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;
use store::{StoreError, Tx};

use crate::model::{Key, Setting, Timeline};

const TABLE: &str = "settings_value";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "settings_value")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub proposal: i64,
    #[sea_orm(primary_key, auto_increment = false)]
    pub parameter: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub scope: String,
    pub value: Option<String>,
    pub effective_at: i64,
    pub approved_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}

/// Writes the values of an approved proposal.
pub(crate) async fn insert(tx: &Tx, settings: &[Setting]) -> Result<(), StoreError> {
    let rows = settings.iter().map(|setting| ActiveModel {
        proposal: Set(i64::from(setting.proposal)),
        parameter: Set(setting.key.code().to_owned()),
        scope: Set(setting.scope.to_string()),
        value: Set(setting.value.map(|value| value.to_string())),
        effective_at: Set(setting.effective_at.as_millisecond()),
        approved_at: Set(setting.approved_at.as_millisecond()),
    });
    if !settings.is_empty() {
        Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// Everything decided.
pub(crate) async fn timeline(tx: &Tx) -> Result<Timeline, StoreError> {
    // The key is named so that PostgreSQL's writers find an index; a timeline is ordered by itself.
    let rows = Entity::find().filter(Column::Proposal.gt(0)).order_by_asc(Column::Proposal).all(tx).await?;
    Ok(Timeline::new(rows.into_iter().map(Setting::try_from).collect::<Result<_, _>>()?))
}

impl TryFrom<Model> for Setting {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        let place = format!("{} {} {}", row.proposal, row.parameter, row.scope);
        let bad = |column| StoreError::corrupt(TABLE, column, &place);
        let instant = |ms, column| Timestamp::from_millisecond(ms).map_err(|_| bad(column));
        let key: Key = row.parameter.parse().map_err(|_| bad("parameter"))?;
        Ok(Self {
            key,
            scope: row.scope.parse().map_err(|_| bad("scope"))?,
            value: row.value.as_deref().map(|text| key.entry().form.read(text).map_err(|_| bad("value"))).transpose()?,
            effective_at: instant(row.effective_at, "effective_at")?,
            approved_at: instant(row.approved_at, "approved_at")?,
            proposal: u32::try_from(row.proposal).map_err(|_| bad("proposal"))?,
        })
    }
}
