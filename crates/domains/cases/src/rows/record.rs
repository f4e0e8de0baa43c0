//! `case_record`: a case without personal data.

#![expect(clippy::struct_excessive_bools, reason = "a row is its columns")]

use std::collections::HashMap;

use kernel::{CaseId, CaseNumber, Timestamp};
use sea_orm::ActiveValue::{NotSet, Set};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{Condition, Iterable, QueryOrder};
use store::{StoreError, Tx, insert_all};

use crate::catalogue::CaseType;
use crate::model::{Case, Channel, Complexity, Holder, Intake, Limits, Link, LinkHow, Need, Outcome, Rating, State, StateName};

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
    pub sealed: bool,
    pub against: Option<String>,
    pub link_case: Option<String>,
    pub link_how: Option<String>,
    pub parameters: String,
    pub area: Option<String>,
    pub kind: Option<String>,
    pub case_type: String,
    pub complexity: String,
    pub urgent: bool,
    pub state: String,
    pub unit: Option<String>,
    pub handler: Option<String>,
    pub until: Option<i64>,
    pub review_on: Option<String>,
    pub refused_by: Option<String>,
    pub merged_into: Option<String>,
    pub closed_at: Option<i64>,
    pub pending: Option<String>,
    pub pending_unit: Option<String>,
    pub waits_supervisor: bool,
    pub waits_organiser: bool,
    pub clocks: String,
    pub yellow_at: Option<i64>,
    pub red_at: Option<i64>,
    pub first_contact_at: Option<i64>,
    pub dispatches: i64,
    pub outcome: Option<String>,
    pub answered_at: Option<i64>,
    pub contacted: Option<bool>,
    pub solved: Option<bool>,
    pub satisfaction: Option<i64>,
    pub reopenings: i64,
    pub course: String,
    pub erased: bool,
    pub updated_at: i64,
    pub final_late: Option<bool>,
    pub final_ran: Option<i64>,
    pub final_stopped: Option<i64>,
    pub sent_back_unit: Option<String>,
    pub sent_back_at: Option<i64>,
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

/// What a state stores beside its name, its unit and its handler.
#[derive(Default)]
struct Marks {
    until: Option<i64>,
    review_on: Option<String>,
    refused_by: Option<String>,
    merged_into: Option<String>,
    closed_at: Option<i64>,
}

fn marks(state: &State) -> Marks {
    let none = Marks::default();
    match state {
        State::Submitted
        | State::Triage
        | State::Dispatched { .. }
        | State::Returned { .. }
        | State::Accepted(_)
        | State::InProgress(_)
        | State::Answered(_)
        | State::Rated(_)
        | State::Reopened { .. }
        | State::Split { .. }
        | State::Referred { .. } => none,
        State::AwaitingResident { until, .. } | State::FeedbackPending { until, .. } | State::Withdrawn { until, .. } => {
            Marks { until: Some(ms(*until)), ..none }
        }
        State::NotAccepted { by, until } => Marks { until: Some(ms(*until)), refused_by: Some(by.to_string()), ..none },
        State::Deferred { review_on, .. } => Marks { review_on: Some(review_on.to_string()), ..none },
        State::Merged { into, .. } => Marks { merged_into: Some(into.to_string()), ..none },
        State::Closed { at, .. } | State::Archived { closed_at: at, .. } => Marks { closed_at: Some(ms(*at)), ..none },
    }
}

fn json<T: serde::Serialize>(value: &T, column: &'static str, id: CaseId) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|_| StoreError::corrupt(TABLE, column, id))
}

fn fill(case: &Case, limits: &Limits, now: Timestamp) -> Result<ActiveModel, StoreError> {
    let Marks { until, review_on, refused_by, merged_into, closed_at } = marks(&case.state);
    let waits = case.waits_for(limits);
    let link = case.intake.link;
    let ran = case.final_course();
    let length = |ms: u64| i64::try_from(ms).unwrap_or(i64::MAX);
    Ok(ActiveModel {
        id: Set(case.id.to_string()),
        number: Set(case.intake.number.as_str().to_owned()),
        version: Set(case.version),
        code_generation: NotSet,
        received_at: Set(ms(case.intake.received_at)),
        channel: Set(case.intake.channel.code().to_owned()),
        reachable: Set(case.reachable),
        confidential: Set(case.intake.confidential),
        held: Set(case.intake.held),
        sealed: Set(case.sealed),
        against: Set(case.against.as_ref().map(ToString::to_string)),
        link_case: Set(link.map(|link| link.case.to_string())),
        link_how: Set(link.map(|link| link.how.code().to_owned())),
        parameters: Set(case.intake.parameters.clone()),
        area: Set(case.area.as_ref().map(ToString::to_string)),
        kind: Set(case.kind.as_ref().map(ToString::to_string)),
        case_type: Set(case.case_type.code().to_owned()),
        complexity: Set(case.complexity.code().to_owned()),
        urgent: Set(case.urgent),
        state: Set(case.state.name().code().to_owned()),
        unit: Set(case.unit().map(ToString::to_string)),
        handler: Set(case.handler().map(|handler| handler.to_string())),
        until: Set(until),
        review_on: Set(review_on),
        refused_by: Set(refused_by),
        merged_into: Set(merged_into),
        closed_at: Set(closed_at),
        pending: Set(case.pending.as_ref().map(|pending| json(pending, "pending", case.id)).transpose()?),
        pending_unit: Set(case.pending_unit().map(ToString::to_string)),
        waits_supervisor: Set(waits.contains(&Need::Supervisor)),
        waits_organiser: Set(waits.contains(&Need::Organiser)),
        clocks: Set(json(&case.clocks, "clocks", case.id)?),
        yellow_at: Set(case.yellow_at().map(ms)),
        red_at: Set(case.red_at().map(ms)),
        first_contact_at: Set(case.first_contact_at.map(ms)),
        dispatches: Set(i64::from(case.dispatches)),
        outcome: Set(case.outcome.map(|outcome| outcome.code().to_owned())),
        answered_at: Set(case.answered_at.map(ms)),
        contacted: Set(case.rating.map(|rating| rating.contacted)),
        solved: Set(case.rating.map(|rating| rating.solved)),
        satisfaction: Set(case.rating.map(|rating| i64::from(rating.satisfaction))),
        reopenings: Set(i64::from(case.reopenings)),
        course: Set(json(&case.course, "course", case.id)?),
        erased: Set(case.erased),
        updated_at: Set(ms(now)),
        final_late: Set(ran.map(|ran| ran.late)),
        final_ran: Set(ran.map(|ran| length(ran.ms))),
        final_stopped: Set(ran.map(|ran| length(ran.stopped_ms))),
        sent_back_unit: Set(case.course.sent_back.as_ref().map(|(unit, _)| unit.to_string())),
        sent_back_at: Set(case.course.sent_back.as_ref().map(|(_, at)| *at)),
    })
}

/// Which columns of a row are not what the case that it holds says: those that are kept for finding only, and read by nothing that
/// reads the case. What is JSON was compared as a value.
pub(crate) fn misfiled(row: &Model, case: &Case, limits: &Limits) -> Result<Vec<&'static str>, StoreError> {
    let filled = fill(case, limits, Timestamp::UNIX_EPOCH)?;
    let elsewhere = [Column::CodeGeneration, Column::UpdatedAt, Column::Pending, Column::Clocks, Column::Course];
    let columns = Column::iter().filter(|column| !elsewhere.iter().any(|other| other.as_str() == column.as_str()));
    Ok(columns.filter(|column| filled.get(*column).into_value() != Some(row.get(*column))).map(|column| column.as_str()).collect())
}

fn bad(row: &Model, column: &'static str) -> StoreError {
    StoreError::corrupt(TABLE, column, &row.id)
}

fn instant(row: &Model, at: Option<i64>, column: &'static str) -> Result<Timestamp, StoreError> {
    at.and_then(|at| Timestamp::from_millisecond(at).ok()).ok_or_else(|| bad(row, column))
}

/// Reads a column that must be there, or says which is not.
fn need<T: std::str::FromStr>(row: &Model, text: Option<&String>, column: &'static str) -> Result<T, StoreError> {
    text.and_then(|text| text.parse().ok()).ok_or_else(|| bad(row, column))
}

/// Reads a column that may be empty.
fn opt<T: std::str::FromStr>(row: &Model, text: Option<&String>, column: &'static str) -> Result<Option<T>, StoreError> {
    text.map(|text| text.parse().map_err(|_| bad(row, column))).transpose()
}

fn state_of(row: &Model) -> Result<State, StoreError> {
    let unit = || need(row, row.unit.as_ref(), "unit");
    let handler = || need(row, row.handler.as_ref(), "handler");
    let may_have_unit = || row.unit.as_ref().map(|unit| unit.parse().map_err(|_| bad(row, "unit"))).transpose();
    let holder = || Ok::<_, StoreError>(Holder { unit: may_have_unit()?, handler: handler()? });
    let may_have_duty = || if row.handler.is_some() { holder().map(Some) } else { Ok(None) };
    let until = || instant(row, row.until, "until");
    let closed_at = || instant(row, row.closed_at, "closed_at");
    let name = StateName::from_code(&row.state).ok_or_else(|| bad(row, "state"))?;
    Ok(match name {
        StateName::Submitted => State::Submitted,
        StateName::Triage => State::Triage,
        StateName::Dispatched => State::Dispatched { unit: unit()? },
        StateName::Returned => State::Returned { unit: unit()? },
        StateName::Accepted => State::Accepted(holder()?),
        StateName::InProgress => State::InProgress(holder()?),
        StateName::AwaitingResident => State::AwaitingResident { holder: holder()?, until: until()? },
        StateName::Deferred => State::Deferred { holder: holder()?, review_on: need(row, row.review_on.as_ref(), "review_on")? },
        StateName::Answered => State::Answered(holder()?),
        StateName::FeedbackPending => State::FeedbackPending { holder: holder()?, until: until()? },
        StateName::Rated => State::Rated(holder()?),
        StateName::Closed => State::Closed { holder: may_have_duty()?, at: closed_at()? },
        StateName::Reopened => State::Reopened { holder: may_have_duty()? },
        StateName::NotAccepted => State::NotAccepted { by: need(row, row.refused_by.as_ref(), "refused_by")?, until: until()? },
        StateName::Merged => State::Merged { into: need(row, row.merged_into.as_ref(), "merged_into")?, holder: may_have_duty()? },
        StateName::Split => State::Split { holder: may_have_duty()? },
        StateName::Referred => State::Referred { holder: holder()? },
        StateName::Withdrawn => State::Withdrawn { holder: may_have_duty()?, until: until()? },
        StateName::Archived => State::Archived { holder: may_have_duty()?, closed_at: closed_at()? },
    })
}

fn rating_of(row: &Model) -> Result<Option<Rating>, StoreError> {
    match (row.contacted, row.solved, row.satisfaction) {
        (None, None, None) => Ok(None),
        (Some(contacted), Some(solved), Some(satisfaction)) => {
            Ok(Some(Rating { contacted, solved, satisfaction: u8::try_from(satisfaction).map_err(|_| bad(row, "satisfaction"))? }))
        }
        (_, _, _) => Err(bad(row, "satisfaction")),
    }
}

fn link_of(row: &Model) -> Result<Option<Link>, StoreError> {
    match (&row.link_case, &row.link_how) {
        (None, None) => Ok(None),
        (Some(case), Some(how)) => Ok(Some(Link {
            case: case.parse().map_err(|_| bad(row, "link_case"))?,
            how: LinkHow::from_code(how).ok_or_else(|| bad(row, "link_how"))?,
        })),
        (Some(_), None) | (None, Some(_)) => Err(bad(row, "link_how")),
    }
}

impl TryFrom<Model> for Stored {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        let row = &row;
        let opt_instant = |at: Option<i64>, column| at.map(|at| instant(row, Some(at), column)).transpose();
        let count = |n: i64, column| u32::try_from(n).map_err(|_| bad(row, column));
        let pending = row.pending.as_ref().map(|text| serde_json::from_str(text).map_err(|_| bad(row, "pending"))).transpose()?;
        Ok(Self {
            code_generation: i32::try_from(row.code_generation).map_err(|_| bad(row, "code_generation"))?,
            case: Case {
                id: row.id.parse().map_err(|_| bad(row, "id"))?,
                version: row.version,
                intake: Intake {
                    number: row.number.parse().map_err(|_| bad(row, "number"))?,
                    channel: Channel::from_code(&row.channel).ok_or_else(|| bad(row, "channel"))?,
                    received_at: instant(row, Some(row.received_at), "received_at")?,
                    confidential: row.confidential,
                    held: row.held,
                    link: link_of(row)?,
                    parameters: row.parameters.clone(),
                },
                area: opt(row, row.area.as_ref(), "area")?,
                kind: opt(row, row.kind.as_ref(), "kind")?,
                case_type: CaseType::from_code(&row.case_type).ok_or_else(|| bad(row, "case_type"))?,
                complexity: Complexity::from_code(&row.complexity).ok_or_else(|| bad(row, "complexity"))?,
                urgent: row.urgent,
                reachable: row.reachable,
                sealed: row.sealed,
                against: opt(row, row.against.as_ref(), "against")?,
                state: state_of(row)?,
                pending,
                clocks: serde_json::from_str(&row.clocks).map_err(|_| bad(row, "clocks"))?,
                first_contact_at: opt_instant(row.first_contact_at, "first_contact_at")?,
                dispatches: count(row.dispatches, "dispatches")?,
                outcome: row.outcome.as_deref().map(|word| Outcome::from_code(word).ok_or_else(|| bad(row, "outcome"))).transpose()?,
                answered_at: opt_instant(row.answered_at, "answered_at")?,
                rating: rating_of(row)?,
                reopenings: count(row.reopenings, "reopenings")?,
                course: serde_json::from_str(&row.course).map_err(|_| bad(row, "course"))?,
                erased: row.erased,
            },
        })
    }
}

/// Stores a new case.
pub(crate) async fn insert(tx: &Tx, case: &Case, limits: &Limits, now: Timestamp) -> Result<(), StoreError> {
    let row = ActiveModel { code_generation: Set(0), ..fill(case, limits, now)? };
    insert_all(tx, vec![row]).await
}

/// Stores new cases, each with its limits and as of the instant beside it.
pub(crate) async fn insert_many<'c>(tx: &Tx, cases: impl IntoIterator<Item = (&'c Case, Limits, Timestamp)>) -> Result<(), StoreError> {
    let rows = cases
        .into_iter()
        .map(|(case, limits, now)| Ok(ActiveModel { code_generation: Set(0), ..fill(case, &limits, now)? }))
        .collect::<Result<Vec<_>, StoreError>>()?;
    insert_all(tx, rows).await
}

/// Stores a case that was read as `was`; [`StoreError::Stale`] when somebody was faster.
///
/// Only what changed is written: SQLite renews each index of which a column is named, changed or not.
pub(crate) async fn save(tx: &Tx, was: &Case, case: &Case, limits: &Limits, now: Timestamp) -> Result<(), StoreError> {
    let (before, mut row) = (fill(was, limits, now)?, fill(case, limits, now)?);
    for column in Column::iter() {
        if row.get(column) == before.get(column) {
            row.not_set(column);
        }
    }
    row.updated_at = Set(ms(now));
    let read = Column::Id.eq(was.id.to_string()).and(Column::Version.eq(was.version));
    let result = Entity::update_many().set(row).filter(read).exec(tx).await?;
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

/// The cases with these ids, for jobs. One that is not as we write it is left out: doctor names it.
pub(crate) async fn find_readable(tx: &Tx, ids: impl IntoIterator<Item = CaseId>) -> Result<Vec<Stored>, StoreError> {
    let rows = Entity::find().filter(Column::Id.is_in(ids.into_iter().map(|id| id.to_string()))).order_by_asc(Column::Id).all(tx).await?;
    Ok(rows.into_iter().filter_map(|row| Stored::try_from(row).ok()).collect())
}

/// The numbers of these cases, whoever asks: for lists of what is written about cases, which show no more of them.
pub(crate) async fn numbers_of(tx: &Tx, cases: impl IntoIterator<Item = CaseId>) -> Result<HashMap<CaseId, CaseNumber>, StoreError> {
    super::lists::numbers(tx, super::scope::everything(), cases).await
}
