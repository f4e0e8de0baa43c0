//! `case_record`: a case without personal data.

#![expect(clippy::struct_excessive_bools, reason = "a row is its columns")]

use kernel::{CaseId, CaseNumber, Timestamp};
use sea_orm::ActiveValue::{NotSet, Set};
use sea_orm::Condition;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait};
use store::{StoreError, Tx};

use crate::catalogue::CaseType;
use crate::model::event::Rating;
use crate::model::{Case, Channel, Clocks, Complexity, Intake, Outcome, State, StateName};

const TABLE: &str = "case_record";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "case_record")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub number: String,
    pub version: i64,
    pub code_generation: i64,
    pub received_at: i64,
    pub channel: String,
    pub reachable: bool,
    pub confidential: bool,
    pub held: bool,
    pub parameters: String,
    pub area: Option<String>,
    pub kind: Option<String>,
    pub case_type: String,
    pub complexity: String,
    pub urgent: bool,
    pub state: String,
    pub unit: Option<String>,
    pub handler: Option<String>,
    pub rate_until: Option<i64>,
    pub closed_at: Option<i64>,
    pub clocks: String,
    pub yellow_at: Option<i64>,
    pub red_at: Option<i64>,
    pub first_contact_at: Option<i64>,
    pub attempts: i64,
    pub dispatches: i64,
    pub supplements: i64,
    pub outcome: Option<String>,
    pub answered_at: Option<i64>,
    pub contacted: Option<bool>,
    pub solved: Option<bool>,
    pub satisfaction: Option<i64>,
    pub reopenings: i64,
    pub erased: bool,
    pub updated_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}

/// A stored case with what is no part of its fold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stored {
    pub(crate) case: Case,
    /// Raised when a lost code is replaced: the number of `CodeReissued` in its stream.
    pub(crate) code_generation: i32,
}

fn ms(at: Timestamp) -> i64 {
    at.as_millisecond()
}

fn fill(case: &Case, now: Timestamp) -> Result<ActiveModel, StoreError> {
    let (unit, handler, rate_until, closed_at) = match &case.state {
        State::Submitted | State::Triage => (None, None, None, None),
        State::Dispatched { unit } => (Some(unit), None, None, None),
        State::Accepted { unit, handler }
        | State::InProgress { unit, handler }
        | State::Answered { unit, handler }
        | State::Rated { unit, handler }
        | State::Reopened { unit, handler } => (Some(unit), Some(handler), None, None),
        State::FeedbackPending { unit, handler, until } => (Some(unit), Some(handler), Some(ms(*until)), None),
        State::Closed { unit, handler, at } => (Some(unit), Some(handler), None, Some(ms(*at))),
    };
    let clocks = serde_json::to_string(&case.clocks).map_err(|_| StoreError::corrupt(TABLE, "clocks", case.id))?;
    Ok(ActiveModel {
        id: Set(case.id.to_string()),
        number: Set(case.intake.number.as_str().to_owned()),
        version: Set(case.version),
        code_generation: NotSet,
        received_at: Set(ms(case.intake.received_at)),
        channel: Set(case.intake.channel.code().to_owned()),
        reachable: Set(case.intake.reachable),
        confidential: Set(case.intake.confidential),
        held: Set(case.intake.held),
        parameters: Set(case.intake.parameters.clone()),
        area: Set(case.area.as_ref().map(ToString::to_string)),
        kind: Set(case.kind.as_ref().map(ToString::to_string)),
        case_type: Set(case.case_type.code().to_owned()),
        complexity: Set(case.complexity.code().to_owned()),
        urgent: Set(case.urgent),
        state: Set(case.state.name().code().to_owned()),
        unit: Set(unit.map(ToString::to_string)),
        handler: Set(handler.map(ToString::to_string)),
        rate_until: Set(rate_until),
        closed_at: Set(closed_at),
        clocks: Set(clocks),
        yellow_at: Set(case.clocks.yellow_at().map(ms)),
        red_at: Set(case.clocks.red_at().map(ms)),
        first_contact_at: Set(case.first_contact_at.map(ms)),
        attempts: Set(i64::from(case.attempts)),
        dispatches: Set(i64::from(case.dispatches)),
        supplements: Set(i64::from(case.supplements)),
        outcome: Set(case.outcome.map(|outcome| outcome.code().to_owned())),
        answered_at: Set(case.answered_at.map(ms)),
        contacted: Set(case.rating.map(|rating| rating.contacted)),
        solved: Set(case.rating.map(|rating| rating.solved)),
        satisfaction: Set(case.rating.map(|rating| i64::from(rating.satisfaction))),
        reopenings: Set(i64::from(case.reopenings)),
        erased: Set(case.erased),
        updated_at: Set(ms(now)),
    })
}

impl TryFrom<Model> for Stored {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        let bad = |column: &'static str| StoreError::corrupt(TABLE, column, &row.id);
        let instant = |ms: i64, column| Timestamp::from_millisecond(ms).map_err(|_| bad(column));
        let opt_instant = |ms: Option<i64>, column| ms.map(|ms| instant(ms, column)).transpose();
        let count = |n: i64, column| u32::try_from(n).map_err(|_| bad(column));
        let unit = || row.unit.as_deref().and_then(|unit| unit.parse().ok()).ok_or_else(|| bad("unit"));
        let handler = || row.handler.as_deref().and_then(|id| id.parse().ok()).ok_or_else(|| bad("handler"));
        let state = match StateName::from_code(&row.state).ok_or_else(|| bad("state"))? {
            StateName::Submitted => State::Submitted,
            StateName::Triage => State::Triage,
            StateName::Dispatched => State::Dispatched { unit: unit()? },
            StateName::Accepted => State::Accepted { unit: unit()?, handler: handler()? },
            StateName::InProgress => State::InProgress { unit: unit()?, handler: handler()? },
            StateName::Answered => State::Answered { unit: unit()?, handler: handler()? },
            StateName::FeedbackPending => State::FeedbackPending {
                unit: unit()?,
                handler: handler()?,
                until: instant(row.rate_until.ok_or_else(|| bad("rate_until"))?, "rate_until")?,
            },
            StateName::Rated => State::Rated { unit: unit()?, handler: handler()? },
            StateName::Closed => State::Closed {
                unit: unit()?,
                handler: handler()?,
                at: instant(row.closed_at.ok_or_else(|| bad("closed_at"))?, "closed_at")?,
            },
            StateName::Reopened => State::Reopened { unit: unit()?, handler: handler()? },
        };
        let rating = match (row.contacted, row.solved, row.satisfaction) {
            (None, None, None) => None,
            (Some(contacted), Some(solved), Some(satisfaction)) => {
                Some(Rating { contacted, solved, satisfaction: u8::try_from(satisfaction).map_err(|_| bad("satisfaction"))? })
            }
            (_, _, _) => return Err(bad("satisfaction")),
        };
        let clocks: Clocks = serde_json::from_str(&row.clocks).map_err(|_| bad("clocks"))?;
        Ok(Self {
            code_generation: i32::try_from(row.code_generation).map_err(|_| bad("code_generation"))?,
            case: Case {
                id: row.id.parse().map_err(|_| bad("id"))?,
                version: row.version,
                intake: Intake {
                    number: row.number.parse().map_err(|_| bad("number"))?,
                    channel: Channel::from_code(&row.channel).ok_or_else(|| bad("channel"))?,
                    received_at: instant(row.received_at, "received_at")?,
                    reachable: row.reachable,
                    confidential: row.confidential,
                    held: row.held,
                    parameters: row.parameters.clone(),
                },
                area: row.area.as_deref().map(|area| area.parse().map_err(|_| bad("area"))).transpose()?,
                kind: row.kind.as_deref().map(|kind| kind.parse().map_err(|_| bad("kind"))).transpose()?,
                case_type: CaseType::from_code(&row.case_type).ok_or_else(|| bad("case_type"))?,
                complexity: Complexity::from_code(&row.complexity).ok_or_else(|| bad("complexity"))?,
                urgent: row.urgent,
                state,
                clocks,
                first_contact_at: opt_instant(row.first_contact_at, "first_contact_at")?,
                attempts: count(row.attempts, "attempts")?,
                dispatches: count(row.dispatches, "dispatches")?,
                supplements: count(row.supplements, "supplements")?,
                outcome: row.outcome.as_deref().map(|outcome| Outcome::from_code(outcome).ok_or_else(|| bad("outcome"))).transpose()?,
                answered_at: opt_instant(row.answered_at, "answered_at")?,
                rating,
                reopenings: count(row.reopenings, "reopenings")?,
                erased: row.erased,
            },
        })
    }
}

/// Stores a new case.
pub(crate) async fn insert(tx: &Tx, case: &Case, now: Timestamp) -> Result<(), StoreError> {
    let row = ActiveModel { code_generation: Set(0), ..fill(case, now)? };
    Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// Stores new cases, each as of the instant beside it.
pub(crate) async fn insert_many(tx: &Tx, cases: impl IntoIterator<Item = (&Case, Timestamp)>) -> Result<(), StoreError> {
    let rows = cases
        .into_iter()
        .map(|(case, now)| Ok(ActiveModel { code_generation: Set(0), ..fill(case, now)? }))
        .collect::<Result<Vec<_>, StoreError>>()?;
    // SQLite takes 32,766 values in one statement; 500 rows keep well below on both.
    for part in rows.chunks(500) {
        Entity::insert_many(part.iter().cloned()).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// Stores a changed case that was read at `seen`; [`StoreError::Stale`] when somebody was faster.
pub(crate) async fn save(tx: &Tx, case: &Case, seen: i64, now: Timestamp) -> Result<(), StoreError> {
    let row = ActiveModel { id: NotSet, ..fill(case, now)? };
    let result = Entity::update_many().set(row).filter(Column::Id.eq(case.id.to_string()).and(Column::Version.eq(seen))).exec(tx).await?;
    if result.rows_affected == 1 { Ok(()) } else { Err(StoreError::Stale) }
}

/// Raises the generation of the code of a case: the code before opens nothing any more.
pub(crate) async fn raise_code(tx: &Tx, id: CaseId) -> Result<(), StoreError> {
    let next = Expr::col(Column::CodeGeneration).add(1);
    Entity::update_many().col_expr(Column::CodeGeneration, next).filter(Column::Id.eq(id.to_string())).exec(tx).await?;
    Ok(())
}

/// The case with this number, if `scope` covers it. A case outside the scope is not there.
pub(crate) async fn find(tx: &Tx, number: &CaseNumber, scope: Condition) -> Result<Option<Stored>, StoreError> {
    let row = Entity::find().filter(Column::Number.eq(number.as_str())).filter(scope).one(tx).await?;
    row.map(Stored::try_from).transpose()
}

/// The case with this id, for jobs and for doctor.
pub(crate) async fn find_by_id(tx: &Tx, id: CaseId) -> Result<Option<Stored>, StoreError> {
    let row = Entity::find_by_id(id.to_string()).one(tx).await?;
    row.map(Stored::try_from).transpose()
}
