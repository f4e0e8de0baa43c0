//! `supervision_order`: orders without their words, which are in the encrypted part of events.

use identity::{Scope, Scopes};
use kernel::{CaseId, OrderId, Timestamp};
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{Condition, QueryOrder, QuerySelect};
use store::{StoreError, Tx};

use crate::model::{Cause, Order, OrderState};

const TABLE: &str = "supervision_order";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "supervision_order")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub number: i64,
    pub version: i64,
    pub case_id: String,
    pub case_number: String,
    pub unit: String,
    pub cause: String,
    pub occasion: String,
    pub state: String,
    pub open: bool,
    pub issued_at: i64,
    pub due_at: Option<i64>,
    pub late: bool,
    pub answered_by: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}

/// An order with the id of its stream.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// The id.
    pub id: OrderId,
    /// The order.
    pub order: Order,
}

impl TryFrom<Model> for Stored {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        let bad = |column| StoreError::corrupt(TABLE, column, row.number);
        let instant = |ms: i64, column| Timestamp::from_millisecond(ms).map_err(|_| bad(column));
        let state = OrderState::from_code(&row.state).ok_or_else(|| bad("state"))?;
        if state.is_open() != row.open {
            return Err(bad("open"));
        }
        Ok(Self {
            id: row.id.parse().map_err(|_| bad("id"))?,
            order: Order {
                number: u32::try_from(row.number).map_err(|_| bad("number"))?,
                version: row.version,
                case: row.case_id.parse().map_err(|_| bad("case_id"))?,
                case_number: row.case_number.parse().map_err(|_| bad("case_number"))?,
                unit: row.unit.parse().map_err(|_| bad("unit"))?,
                cause: Cause::from_code(&row.cause).ok_or_else(|| bad("cause"))?,
                occasion: row.occasion.clone(),
                state,
                issued_at: instant(row.issued_at, "issued_at")?,
                due_at: row.due_at.map(|ms| instant(ms, "due_at")).transpose()?,
                late: row.late,
                answered_by: row.answered_by.as_ref().map(|id| id.parse().map_err(|_| bad("answered_by"))).transpose()?,
            },
        })
    }
}

fn fill(id: OrderId, order: &Order) -> ActiveModel {
    ActiveModel {
        id: Set(id.to_string()),
        number: Set(i64::from(order.number)),
        version: Set(order.version),
        case_id: Set(order.case.to_string()),
        case_number: Set(order.case_number.as_str().to_owned()),
        unit: Set(order.unit.to_string()),
        cause: Set(order.cause.code().to_owned()),
        occasion: Set(order.occasion.clone()),
        state: Set(order.state.code().to_owned()),
        open: Set(order.state.is_open()),
        issued_at: Set(order.issued_at.as_millisecond()),
        due_at: Set(order.due_at.map(Timestamp::as_millisecond)),
        late: Set(order.late),
        answered_by: Set(order.answered_by.map(|account| account.to_string())),
    }
}

/// Orders within scopes: the county's, or a unit's own.
pub(crate) fn covers(scopes: &Scopes) -> Condition {
    scopes.scopes().fold(Condition::any().add(Expr::value(false)), |any, scope| match scope {
        Scope::County => any.add(Expr::value(true)),
        Scope::Unit(unit) => any.add(Column::Unit.eq(unit.as_str())),
        Scope::Public
        | Scope::ByCode(_)
        | Scope::Own(_)
        | Scope::Point(_)
        | Scope::Grid(_)
        | Scope::Ticket(_)
        | Scope::TicketFor(_)
        | Scope::Warrant(_)
        | Scope::Sample(_)
        | Scope::Escalated(_)
        | Scope::Aggregate => any,
    })
}

/// The number of the next order.
pub(crate) async fn next_number(tx: &Tx) -> Result<u32, StoreError> {
    let last: Option<i64> = Entity::find().select_only().column(Column::Number).order_by_desc(Column::Number).into_tuple().one(tx).await?;
    u32::try_from(last.unwrap_or(0) + 1).map_err(|_| StoreError::corrupt(TABLE, "number", "last"))
}

/// Stores a new order.
pub(crate) async fn insert(tx: &Tx, id: OrderId, order: &Order) -> Result<(), StoreError> {
    Entity::insert(fill(id, order)).exec_without_returning(tx).await?;
    Ok(())
}

/// Stores a changed order that was read at `seen`.
pub(crate) async fn save(tx: &Tx, id: OrderId, order: &Order, seen: i64) -> Result<(), StoreError> {
    let same = Column::Id.eq(id.to_string()).and(Column::Version.eq(seen));
    let result = Entity::update_many().set(fill(id, order)).filter(same).exec(tx).await?;
    if result.rows_affected == 1 { Ok(()) } else { Err(StoreError::Stale) }
}

/// The order with this number, if `scope` covers it.
pub(crate) async fn find(tx: &Tx, number: u32, scope: Condition) -> Result<Option<Stored>, StoreError> {
    Entity::find().filter(Column::Number.eq(i64::from(number))).filter(scope).one(tx).await?.map(Stored::try_from).transpose()
}

/// The order with this id, for jobs.
pub(crate) async fn find_by_id(tx: &Tx, id: OrderId) -> Result<Option<Stored>, StoreError> {
    Entity::find_by_id(id.to_string()).one(tx).await?.map(Stored::try_from).transpose()
}

/// The orders about a case, the oldest first.
pub(crate) async fn of_case(tx: &Tx, case: CaseId) -> Result<Vec<Stored>, StoreError> {
    let rows = Entity::find().filter(Column::CaseId.eq(case.to_string())).order_by_asc(Column::Number).all(tx).await?;
    rows.into_iter().map(Stored::try_from).collect()
}

/// The open orders within `scope`, what runs out first before all others, at most `most`.
pub(crate) async fn open(tx: &Tx, scope: Condition, most: u64) -> Result<Vec<Stored>, StoreError> {
    let query = Entity::find().filter(Column::Open.eq(true)).filter(scope);
    let rows = query.order_by_asc(Column::DueAt).order_by_asc(Column::Number).limit(most).all(tx).await?;
    rows.into_iter().map(Stored::try_from).collect()
}

/// The newest orders within `scope` that are over, at most `most`.
pub(crate) async fn over(tx: &Tx, scope: Condition, most: u64) -> Result<Vec<Stored>, StoreError> {
    let query = Entity::find().filter(Column::Open.eq(false)).filter(scope);
    let rows = query.order_by_desc(Column::Number).limit(most).all(tx).await?;
    rows.into_iter().map(Stored::try_from).collect()
}

/// The raw rows after number `after`, for the examination.
pub(crate) async fn after(tx: &Tx, after: i64, most: u64) -> Result<Vec<Model>, StoreError> {
    Ok(Entity::find().filter(Column::Number.gt(after)).order_by_asc(Column::Number).limit(most).all(tx).await?)
}
