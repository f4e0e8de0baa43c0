//! `case_warrant`: leave for one person to read one matter, until a day. In force or not is decided here, by the row.

use kernel::{AccountId, CaseId, Timestamp, WarrantId};
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{ExprTrait, SelectStatement};
use sea_orm::{Condition, QueryOrder, QuerySelect, QueryTrait};
use store::{StoreError, Tx};

use crate::model::{Warrant, WarrantReason, WarrantState};

const TABLE: &str = "case_warrant";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_warrant")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub case_id: String,
    pub reader: String,
    pub reason: String,
    pub days: i64,
    pub asked_at: i64,
    pub state: String,
    pub decided_by: Option<String>,
    pub decided_at: Option<i64>,
    pub until: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<Model> for Warrant {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        let bad = |column: &'static str| StoreError::corrupt(TABLE, column, &row.id);
        let instant = |at: Option<i64>, column| at.and_then(|at| Timestamp::from_millisecond(at).ok()).ok_or_else(|| bad(column));
        let decided = || -> Result<(AccountId, Timestamp), StoreError> {
            let by = row.decided_by.as_ref().and_then(|by| by.parse().ok()).ok_or_else(|| bad("decided_by"))?;
            Ok((by, instant(row.decided_at, "decided_at")?))
        };
        let state = match row.state.as_str() {
            "asked" => WarrantState::Asked,
            "granted" => {
                let (by, at) = decided()?;
                WarrantState::Granted { by, at, until: instant(row.until, "until")? }
            }
            "refused" => {
                let (by, at) = decided()?;
                WarrantState::Refused { by, at }
            }
            "ended" => {
                let (by, at) = decided()?;
                WarrantState::Ended { by, at, ended_at: instant(row.until, "until")? }
            }
            _ => return Err(bad("state")),
        };
        Ok(Self {
            id: row.id.parse().map_err(|_| bad("id"))?,
            case: row.case_id.parse().map_err(|_| bad("case_id"))?,
            reader: row.reader.parse().map_err(|_| bad("reader"))?,
            reason: WarrantReason::from_code(&row.reason).ok_or_else(|| bad("reason"))?,
            days: u8::try_from(row.days).map_err(|_| bad("days"))?,
            asked_at: instant(Some(row.asked_at), "asked_at")?,
            state,
        })
    }
}

fn fill(warrant: &Warrant) -> ActiveModel {
    let (by, at, until) = match warrant.state {
        WarrantState::Asked => (None, None, None),
        WarrantState::Granted { by, at, until } => (Some(by), Some(at), Some(until)),
        WarrantState::Refused { by, at } => (Some(by), Some(at), None),
        WarrantState::Ended { by, at, ended_at } => (Some(by), Some(at), Some(ended_at)),
    };
    ActiveModel {
        id: Set(warrant.id.to_string()),
        case_id: Set(warrant.case.to_string()),
        reader: Set(warrant.reader.to_string()),
        reason: Set(warrant.reason.code().to_owned()),
        days: Set(i64::from(warrant.days)),
        asked_at: Set(warrant.asked_at.as_millisecond()),
        state: Set(warrant.state.code().to_owned()),
        decided_by: Set(by.map(|by| by.to_string())),
        decided_at: Set(at.map(Timestamp::as_millisecond)),
        until: Set(until.map(Timestamp::as_millisecond)),
    }
}

fn in_force(reader: AccountId, now: Timestamp) -> Condition {
    // What was ended before its time has its end in `until`, too; only the state tells them apart.
    Condition::all().add(Column::Reader.eq(reader.to_string())).add(Column::State.eq("granted")).add(Column::Until.gt(now.as_millisecond()))
}

/// The cases that warrants of `reader` open at `now`, for the condition of another query.
pub(super) fn opened_to(reader: AccountId, now: Timestamp) -> SelectStatement {
    Entity::find().select_only().column(Column::CaseId).filter(in_force(reader, now)).into_query()
}

/// The cases that anybody waits to read, or may read, by a warrant at `now`.
pub(super) fn waiting_or_open(now: Timestamp) -> SelectStatement {
    let open = Column::State.eq("asked").or(Column::State.eq("granted").and(Column::Until.gt(now.as_millisecond())));
    Entity::find().select_only().column(Column::CaseId).filter(open).into_query()
}

/// Whether a warrant of `reader` opens this case at `now`.
pub(super) async fn opens(tx: &Tx, reader: AccountId, case: CaseId, now: Timestamp) -> Result<bool, StoreError> {
    let this = in_force(reader, now).add(Column::CaseId.eq(case.to_string()));
    Ok(Entity::find().filter(this).one(tx).await?.is_some())
}

/// Stores a new warrant.
pub(crate) async fn insert(tx: &Tx, warrant: &Warrant) -> Result<(), StoreError> {
    Entity::insert(fill(warrant)).exec_without_returning(tx).await?;
    Ok(())
}

/// Stores a warrant that stood as `before`; [`StoreError::Stale`] when somebody was faster.
pub(crate) async fn save(tx: &Tx, warrant: &Warrant, before: WarrantState) -> Result<(), StoreError> {
    let this = Column::Id.eq(warrant.id.to_string()).and(Column::State.eq(before.code()));
    let written = Entity::update_many().set(fill(warrant)).filter(this).exec(tx).await?.rows_affected;
    if written == 1 { Ok(()) } else { Err(StoreError::Stale) }
}

/// The warrant with this id.
pub(crate) async fn find(tx: &Tx, id: WarrantId) -> Result<Option<Warrant>, StoreError> {
    Entity::find_by_id(id.to_string()).one(tx).await?.map(Warrant::try_from).transpose()
}

/// Whether `reader` waits for, or has, a warrant for this case.
pub(crate) async fn is_open(tx: &Tx, reader: AccountId, case: CaseId, now: Timestamp) -> Result<bool, StoreError> {
    let this = Condition::all()
        .add(Column::Reader.eq(reader.to_string()))
        .add(Column::CaseId.eq(case.to_string()))
        .add(Column::State.eq("asked").or(Column::State.eq("granted").and(Column::Until.gt(now.as_millisecond()))));
    Ok(Entity::find().filter(this).one(tx).await?.is_some())
}

/// The newest warrants, of one reader or of all, at most `most`.
pub(crate) async fn newest(tx: &Tx, reader: Option<AccountId>, most: u64) -> Result<Vec<Warrant>, StoreError> {
    let mut query = Entity::find();
    if let Some(reader) = reader {
        query = query.filter(Column::Reader.eq(reader.to_string()));
    }
    let rows = query.order_by_desc(Column::AskedAt).order_by_desc(Column::Id).limit(most).all(tx).await?;
    rows.into_iter().map(Warrant::try_from).collect()
}

/// Rows in the order of their ids after `after`, raw, for the examination.
pub(crate) async fn all_after(tx: &Tx, after: &str, most: u64) -> Result<Vec<Model>, StoreError> {
    Ok(Entity::find().filter(Column::Id.gt(after)).order_by_asc(Column::Id).limit(most).all(tx).await?)
}
