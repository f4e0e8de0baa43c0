//! `job`: what waits, and what was given up.

use kernel::{JobId, Timestamp};
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict, SimpleExpr};
use sea_orm::{DbBackend, FromQueryResult, Iterable, QueryOrder, QuerySelect, QueryTrait, Statement, Value};
use store::{ROWS_AT_ONCE, StoreError, Tx};

use crate::{Job, NewJob, Stuck};

const TABLE: &str = "job";
const WAITING: &str = "waiting";
const DEAD: &str = "dead";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "job")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub kind: String,
    pub payload: String,
    pub state: String,
    pub run_at: i64,
    pub attempts: i64,
    pub claimed_by: Option<String>,
    pub claimed_until: Option<i64>,
    pub last_error: Option<String>,
    pub unique_key: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    fn id(&self) -> Result<JobId, StoreError> {
        self.id.parse().map_err(|_| StoreError::corrupt(TABLE, "id", &self.id))
    }

    fn run_at(&self) -> Result<Timestamp, StoreError> {
        Timestamp::from_millisecond(self.run_at).map_err(|_| StoreError::corrupt(TABLE, "run_at", &self.id))
    }

    fn into_job(self, now: Timestamp) -> Result<Job, StoreError> {
        let payload = serde_json::from_str(&self.payload).map_err(|_| StoreError::corrupt(TABLE, "payload", &self.id))?;
        let (id, run_at) = (self.id()?, self.run_at()?);
        Ok(Job { id, kind: self.kind, payload, run_at, now, attempt: self.attempts, unique_key: self.unique_key })
    }

    fn into_stuck(self) -> Result<Stuck, StoreError> {
        let (id, run_at) = (self.id()?, self.run_at()?);
        Ok(Stuck { id, kind: self.kind, run_at, attempts: self.attempts, last_error: self.last_error })
    }
}

/// Word for word as the indexes say it: of a bound value SQLite cannot know that an index of waiting jobs serves, and plans the
/// statement anew each time it is bound.
fn is_waiting() -> SimpleExpr {
    Expr::cust("state = 'waiting'")
}

fn is_dead() -> SimpleExpr {
    Expr::cust("state = 'dead'")
}

fn row(id: JobId, kind: &str, payload: &serde_json::Value, run_at: Timestamp, unique_key: Option<&str>) -> ActiveModel {
    ActiveModel {
        id: Set(id.to_string()),
        kind: Set(kind.to_owned()),
        payload: Set(payload.to_string()),
        state: Set(WAITING.to_owned()),
        run_at: Set(run_at.as_millisecond()),
        attempts: Set(0),
        claimed_by: Set(None),
        claimed_until: Set(None),
        last_error: Set(None),
        unique_key: Set(unique_key.map(str::to_owned)),
    }
}

fn new_row(job: &NewJob) -> ActiveModel {
    row(job.id, job.kind, &job.payload, job.run_at, job.unique_key.as_deref())
}

/// Stores waiting jobs, each unless one with its key waits.
pub(crate) async fn insert(tx: &Tx, jobs: &[NewJob]) -> Result<(), StoreError> {
    for part in jobs.chunks(ROWS_AT_ONCE) {
        store(tx, part.iter().map(new_row)).await?;
    }
    Ok(())
}

async fn store(tx: &Tx, rows: impl IntoIterator<Item = ActiveModel>) -> Result<(), StoreError> {
    // Without a target: the key's index is partial, and the id cannot meet its like.
    tx.later(&Entity::insert_many(rows).on_conflict(OnConflict::new().do_nothing().to_owned()).into_query()).await
}

/// Stores waiting jobs, each of which has a key, in the place of those that wait under their keys, also while these are being done.
pub(crate) async fn replace(tx: &Tx, jobs: &[NewJob]) -> Result<(), StoreError> {
    let mut instead = OnConflict::column(Column::UniqueKey).target_and_where(is_waiting()).to_owned();
    // Another id: whoever has the one before in hand ends without effect.
    instead.update_columns(Column::iter().filter(|column| !matches!(column, Column::State | Column::UniqueKey)));
    for part in jobs.chunks(ROWS_AT_ONCE) {
        tx.later(&Entity::insert_many(part.iter().map(new_row)).on_conflict(instead.clone()).into_query()).await?;
    }
    Ok(())
}

/// Deletes the waiting jobs with these keys, also while they are being done.
pub(crate) async fn delete_by_keys(tx: &Tx, keys: &[String]) -> Result<(), StoreError> {
    for part in keys.chunks(ROWS_AT_ONCE) {
        let waiting = Column::UniqueKey.is_in(part.iter().map(String::as_str)).and(is_waiting());
        tx.later(&Entity::delete_many().filter(waiting).into_query()).await?;
    }
    Ok(())
}

/// What waits of one kind and is in nobody's hands: its first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct First {
    /// When it is due.
    pub(crate) run_at: Timestamp,
    /// Its id, by which jobs of one instant are ordered.
    pub(crate) id: JobId,
    /// Its kind.
    pub(crate) kind: &'static str,
}

/// The instants at which claims that are held now run out, the first and the last.
pub(crate) type Held = Option<(i64, i64)>;

/// The first of each of `kinds`, and when what is held comes free. One step down an index for each kind, whatever waits.
pub(crate) async fn look(tx: &Tx, kinds: &[&'static str]) -> Result<(Vec<First>, Held), StoreError> {
    let backend = tx.get_database_backend();
    let marks: Vec<String> = (1..=kinds.len()).map(|index| format!("(${index})")).collect();
    let sql = format!(
        "SELECT job.id, job.kind, job.run_at FROM (VALUES {}) AS of_ours
         JOIN job ON job.id = (
            SELECT id FROM job WHERE kind = of_ours.column1 AND state = 'waiting' AND claimed_until IS NULL ORDER BY run_at, id LIMIT 1)",
        marks.join(", ")
    );
    let rows = tx.query_all_raw(Statement::from_sql_and_values(backend, sql, kinds.iter().map(|&kind| Value::from(kind)))).await?;
    let mut firsts = Vec::with_capacity(rows.len());
    for row in rows {
        let (id, kind, run_at): (String, String, i64) = (row.try_get("", "id")?, row.try_get("", "kind")?, row.try_get("", "run_at")?);
        let Some(&kind) = kinds.iter().find(|of_ours| **of_ours == kind) else { continue };
        let run_at = Timestamp::from_millisecond(run_at).map_err(|_| StoreError::corrupt(TABLE, "run_at", &id))?;
        firsts.push(First { run_at, kind, id: id.parse().map_err(|_| StoreError::corrupt(TABLE, "id", &id))? });
    }
    let ends = "SELECT MIN(claimed_until) AS first, MAX(claimed_until) AS last FROM job WHERE claimed_until IS NOT NULL";
    let row = tx.query_one_raw(Statement::from_string(backend, ends)).await?;
    let held = match row {
        Some(row) => row.try_get::<Option<i64>>("", "first")?.zip(row.try_get("", "last")?),
        None => None,
    };
    Ok((firsts, held))
}

/// Takes claims back that ended by `now`, and those that end after `latest`: no claim is that long, so the clock was set back.
pub(crate) async fn let_go(tx: &Tx, now: i64, latest: i64) -> Result<(), StoreError> {
    let over = Column::ClaimedUntil.lte(now).or(Column::ClaimedUntil.gt(latest));
    Entity::update_many()
        .col_expr(Column::ClaimedBy, Expr::value(Option::<String>::None))
        .col_expr(Column::ClaimedUntil, Expr::value(Option::<i64>::None))
        .filter(over)
        .exec(tx)
        .await?;
    Ok(())
}

/// Claims up to `most` due jobs of `kind` for `me` until `until`, oldest first, and counts the try.
pub(crate) async fn claim(tx: &Tx, me: &str, kind: &str, now: Timestamp, until: Timestamp, most: u32) -> Result<Vec<Job>, StoreError> {
    let backend = tx.get_database_backend();
    let values: [Value; 5] = [now.as_millisecond().into(), i64::from(most).into(), me.into(), until.as_millisecond().into(), kind.into()];
    let rows = tx.query_all_raw(Statement::from_sql_and_values(backend, claim_sql(backend), values)).await?;
    let mut rows = rows.iter().map(|row| Model::from_query_result(row, "")).collect::<Result<Vec<_>, _>>()?;
    rows.sort_by(|a, b| (a.run_at, &a.id).cmp(&(b.run_at, &b.id)));
    rows.into_iter().map(|row| row.into_job(now)).collect()
}

fn claim_sql(backend: DbBackend) -> String {
    // The dialects differ here only: PostgreSQL has many writers, who step over each other's rows;
    // SQLite has one writer, who meets no other's.
    let step_over = match backend {
        DbBackend::Postgres => "FOR UPDATE SKIP LOCKED",
        _ => "",
    };
    // `MATERIALIZED`: else PostgreSQL may run the inner query again for each row and claim more than asked.
    format!(
        "WITH due AS MATERIALIZED (
            SELECT id FROM job
            WHERE state = 'waiting' AND claimed_until IS NULL AND kind = $5 AND run_at <= $1
            ORDER BY run_at, id LIMIT $2 {step_over})
         UPDATE job SET claimed_by = $3, claimed_until = $4, attempts = attempts + 1
         WHERE id IN (SELECT id FROM due)
         RETURNING id, kind, payload, state, run_at, attempts, claimed_by, claimed_until, last_error, unique_key"
    )
}

/// Holds what `me` has in hand until `until`.
pub(crate) async fn renew(tx: &Tx, me: &str, ids: &[JobId], until: Timestamp) -> Result<(), StoreError> {
    let these = Column::Id.is_in(ids.iter().map(ToString::to_string));
    Entity::update_many()
        .col_expr(Column::ClaimedUntil, Expr::value(until.as_millisecond()))
        .filter(these.and(Column::ClaimedBy.eq(me)).and(is_waiting()))
        .exec(tx)
        .await?;
    Ok(())
}

fn ours(job: &Job, me: &str) -> SimpleExpr {
    Column::Id.eq(job.id.to_string()).and(Column::ClaimedBy.eq(me)).and(Column::Attempts.eq(job.attempt)).and(is_waiting())
}

/// Ends a job that `me` still holds; false when it was cancelled or taken over.
pub(crate) async fn end(tx: &Tx, job: &Job, me: &str) -> Result<bool, StoreError> {
    Ok(Entity::delete_many().filter(ours(job, me)).exec(tx).await?.rows_affected == 1)
}

/// Puts a job that was just ended back, as if it were new.
pub(crate) async fn put_back(tx: &Tx, job: &Job, at: Timestamp) -> Result<(), StoreError> {
    store(tx, [row(job.id, &job.kind, &job.payload, at, job.unique_key.as_deref())]).await
}

/// Notes a failed try: due again at `again`, or dead.
pub(crate) async fn fail(tx: &Tx, job: &Job, me: &str, error: &str, again: Option<Timestamp>) -> Result<bool, StoreError> {
    let state = if again.is_some() { WAITING } else { DEAD };
    let result = Entity::update_many()
        .col_expr(Column::State, Expr::value(state))
        .col_expr(Column::RunAt, Expr::value(again.unwrap_or(job.run_at).as_millisecond()))
        .col_expr(Column::LastError, Expr::value(error))
        .col_expr(Column::ClaimedBy, Expr::value(Option::<String>::None))
        .col_expr(Column::ClaimedUntil, Expr::value(Option::<i64>::None))
        .filter(ours(job, me))
        .exec(tx)
        .await?;
    Ok(result.rows_affected == 1)
}

/// How many wait, counted up to `most`.
pub(crate) async fn waiting(tx: &Tx, most: u64) -> Result<u64, StoreError> {
    let some = Entity::find().select_only().column(Column::Id).filter(is_waiting()).limit(most);
    Ok(some.into_tuple::<String>().all(tx).await?.len() as u64)
}

/// When the job was due that is in nobody's hands and has waited longest past its time, of whatever kind.
pub(crate) async fn oldest_due(tx: &Tx, now: Timestamp) -> Result<Option<Timestamp>, StoreError> {
    // From kind to kind along the index: a group by kind would read every job.
    let sql = "WITH RECURSIVE kinds AS (
            SELECT MIN(kind) AS kind FROM job WHERE state = 'waiting' AND claimed_until IS NULL
            UNION ALL
            SELECT (SELECT MIN(job.kind) FROM job WHERE state = 'waiting' AND claimed_until IS NULL AND job.kind > kinds.kind)
            FROM kinds WHERE kinds.kind IS NOT NULL)
         SELECT MIN((SELECT run_at FROM job WHERE state = 'waiting' AND claimed_until IS NULL AND job.kind = kinds.kind
            ORDER BY run_at, id LIMIT 1)) AS oldest FROM kinds";
    let row = tx.query_one_raw(Statement::from_string(tx.get_database_backend(), sql)).await?;
    let oldest = row.map(|row| row.try_get::<Option<i64>>("", "oldest")).transpose()?.flatten();
    let oldest = oldest.filter(|oldest| *oldest < now.as_millisecond());
    oldest.map(|ms| Timestamp::from_millisecond(ms).map_err(|_| StoreError::corrupt(TABLE, "run_at", ms))).transpose()
}

/// Dead jobs, those due first at the head.
pub(crate) async fn dead(tx: &Tx, most: u64) -> Result<Vec<Stuck>, StoreError> {
    let rows = Entity::find().filter(is_dead()).order_by_asc(Column::RunAt).order_by_asc(Column::Id).limit(most);
    rows.all(tx).await?.into_iter().map(Model::into_stuck).collect()
}

/// Makes a dead job wait again, without its key: another may hold it by now. Whether there was one.
pub(crate) async fn revive(tx: &Tx, id: JobId, at: Timestamp) -> Result<bool, StoreError> {
    let result = Entity::update_many()
        .col_expr(Column::State, Expr::value(WAITING))
        .col_expr(Column::RunAt, Expr::value(at.as_millisecond()))
        .col_expr(Column::Attempts, Expr::value(0i64))
        .col_expr(Column::UniqueKey, Expr::value(Option::<String>::None))
        .filter(Column::Id.eq(id.to_string()).and(is_dead()))
        .exec(tx)
        .await?;
    Ok(result.rows_affected == 1)
}

/// Deletes a dead job; whether there was one.
pub(crate) async fn discard(tx: &Tx, id: JobId) -> Result<bool, StoreError> {
    let dead = Column::Id.eq(id.to_string()).and(is_dead());
    Ok(Entity::delete_many().filter(dead).exec(tx).await?.rows_affected == 1)
}
