//! `case_look`: who saw what in the clear. No word of what was seen stands here.

use identity::Role;
use kernel::{AccountId, CaseId, CaseNumber, LookId, Timestamp, format};
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{ExprTrait, OnConflict};
use sea_orm::{Condition, QueryOrder, QuerySelect};
use store::{StoreError, Tx};

use super::lists::Cursor;
use super::record;
use crate::model::{Look, LookReason, Seen};

const TABLE: &str = "case_look";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_look")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub case_id: String,
    pub at: i64,
    pub on_day: String,
    pub account: String,
    pub role: String,
    pub unit: Option<String>,
    pub seen: String,
    pub reason: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<Model> for Look {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        let bad = |column: &'static str| StoreError::corrupt(TABLE, column, &row.id);
        let at = Timestamp::from_millisecond(row.at).map_err(|_| bad("at"))?;
        if format::local_date(at).to_string() != row.on_day {
            return Err(bad("on_day"));
        }
        Ok(Self {
            id: row.id.parse().map_err(|_| bad("id"))?,
            case: row.case_id.parse().map_err(|_| bad("case_id"))?,
            at,
            account: row.account.parse().map_err(|_| bad("account"))?,
            role: Role::from_code(&row.role).ok_or_else(|| bad("role"))?,
            unit: row.unit.as_deref().map(|unit| unit.parse().map_err(|_| bad("unit"))).transpose()?,
            seen: Seen::from_code(&row.seen).ok_or_else(|| bad("seen"))?,
            reason: row.reason.as_deref().map(|word| LookReason::from_code(word).ok_or_else(|| bad("reason"))).transpose()?,
        })
    }
}

/// Writes a look down; false when just this look was written before.
pub(crate) async fn insert(tx: &Tx, look: &Look) -> Result<bool, StoreError> {
    let row = ActiveModel {
        id: Set(look.id.to_string()),
        case_id: Set(look.case.to_string()),
        at: Set(look.at.as_millisecond()),
        on_day: Set(format::local_date(look.at).to_string()),
        account: Set(look.account.to_string()),
        role: Set(look.role.code().to_owned()),
        unit: Set(look.unit.as_ref().map(ToString::to_string)),
        seen: Set(look.seen.code().to_owned()),
        reason: Set(look.reason.map(|reason| reason.code().to_owned())),
    };
    let once = OnConflict::column(Column::Id).do_nothing().to_owned();
    Ok(Entity::insert(row).on_conflict(once).exec_without_returning(tx).await? == 1)
}

/// Whether this look was written.
pub(crate) async fn is_there(tx: &Tx, id: LookId) -> Result<bool, StoreError> {
    Ok(Entity::find_by_id(id.to_string()).one(tx).await?.is_some())
}

/// The looks at one case, newest first, at most `most`.
pub(crate) async fn of_case(tx: &Tx, case: CaseId, most: u64) -> Result<Vec<Look>, StoreError> {
    let rows = Entity::find().filter(Column::CaseId.eq(case.to_string())).order_by_desc(Column::At).order_by_desc(Column::Id);
    rows.limit(most).all(tx).await?.into_iter().map(Look::try_from).collect()
}

/// Looks with the numbers of their cases, newest first and one more than `rows` where there are more: of one account, or of
/// everybody.
pub(crate) async fn newest(
    tx: &Tx,
    account: Option<AccountId>,
    after: Option<&Cursor>,
    rows: u64,
) -> Result<Vec<(Look, CaseNumber)>, StoreError> {
    let mut wanted = Condition::all();
    if let Some(account) = account {
        wanted = wanted.add(Column::Account.eq(account.to_string()));
    }
    if let Some(after) = after {
        let id = after.id.replacen("case_", "look_", 1);
        wanted = wanted.add(Column::At.lt(after.received_at).or(Column::At.eq(after.received_at).and(Column::Id.lt(id))));
    }
    let query = Entity::find().filter(wanted).order_by_desc(Column::At).order_by_desc(Column::Id).limit(rows + 1);
    let looks: Vec<Look> = query.all(tx).await?.into_iter().map(Look::try_from).collect::<Result<_, _>>()?;
    let numbers = record::numbers_of(tx, looks.iter().map(|look| look.case)).await?;
    looks
        .into_iter()
        .map(|look| {
            let number = numbers.get(&look.case).cloned().ok_or_else(|| StoreError::corrupt(TABLE, "case_id", look.id))?;
            Ok((look, number))
        })
        .collect()
}

/// The place of a look in such a list.
pub(crate) fn cursor(look: &Look) -> String {
    Cursor { received_at: look.at.as_millisecond(), id: look.id.to_string().replacen("look_", "case_", 1) }.to_text()
}

/// Rows in the order of their ids after `after`, raw, for the examination.
pub(crate) async fn all_after(tx: &Tx, after: &str, most: u64) -> Result<Vec<Model>, StoreError> {
    Ok(Entity::find().filter(Column::Id.gt(after)).order_by_asc(Column::Id).limit(most).all(tx).await?)
}
