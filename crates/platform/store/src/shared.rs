//! The transaction that the closures of a group share on SQLite's writer, and the statements that wait to go with the next one.

use std::sync::Arc;

use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, ExecResult, QueryResult, Statement, Value, Values};
use tokio::sync::{MappedMutexGuard, Mutex, MutexGuard};

use crate::tx::misused;

/// So many statements wait at most, and none with more values than that: what is long is worth a way of its own, and the driver keeps
/// each text that it has seen.
const MOST_WAITING: usize = 16;
const MOST_VALUES: usize = 400;

/// One after the other has it; it is taken away to commit, whoever still holds a clone.
#[derive(Clone)]
pub(crate) struct Shared(Arc<Mutex<Option<Held>>>);

struct Held {
    transaction: DatabaseTransaction,
    waiting: Vec<Statement>,
}

impl Shared {
    pub(crate) fn new(transaction: DatabaseTransaction) -> Self {
        Self(Arc::new(Mutex::new(Some(Held { transaction, waiting: Vec::new() }))))
    }

    pub(crate) async fn take(&self) -> Option<DatabaseTransaction> {
        self.0.lock().await.take().map(|held| held.transaction)
    }

    async fn lock(&self) -> Result<MappedMutexGuard<'_, Held>, DbErr> {
        MutexGuard::try_map(self.0.lock().await, Option::as_mut).map_err(|_| misused())
    }

    pub(crate) async fn later(&self, statement: Statement) -> Result<(), DbErr> {
        let mut held = self.lock().await?;
        let long = statement.values.as_ref().is_some_and(|values| values.0.len() > MOST_VALUES);
        if long || is_numbered(&statement.sql) {
            held.send().await?;
            return held.transaction.execute_raw(statement).await.map(drop);
        }
        held.waiting.push(statement);
        if held.waiting.len() >= MOST_WAITING { held.send().await } else { Ok(()) }
    }

    pub(crate) async fn execute(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        let mut held = self.lock().await?;
        // On its own: the driver counts the rows of all that goes together.
        held.send().await?;
        held.transaction.execute_raw(statement).await
    }

    pub(crate) async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        let mut held = self.lock().await?;
        held.send().await?;
        held.transaction.execute_unprepared(sql).await
    }

    pub(crate) async fn query_one(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        let mut held = self.lock().await?;
        let joined = held.join(statement).await?;
        held.transaction.query_one_raw(joined).await
    }

    pub(crate) async fn query_all(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        let mut held = self.lock().await?;
        let joined = held.join(statement).await?;
        held.transaction.query_all_raw(joined).await
    }

    /// Ends a closure that is to be kept: sends what it left waiting, and `then` with it. An error says that it cannot be kept.
    pub(crate) async fn end(&self, then: Option<&str>) -> Result<(), DbErr> {
        let mut held = self.lock().await?;
        if let Some(then) = then {
            held.waiting.push(Statement::from_string(DbBackend::Sqlite, then));
        }
        held.send().await
    }

    /// Ends a closure that is not to be kept.
    pub(crate) async fn forget(&self) -> Result<(), DbErr> {
        self.lock().await?.waiting.clear();
        Ok(())
    }
}

impl Held {
    async fn send(&mut self) -> Result<(), DbErr> {
        let mut waiting = std::mem::take(&mut self.waiting);
        let Some(last) = waiting.pop() else { return Ok(()) };
        self.transaction.execute_raw(put_together(waiting, last)).await.map(drop)
    }

    /// `statement` behind those that wait. Rows come from it alone, since none of the others answers with any.
    async fn join(&mut self, statement: Statement) -> Result<Statement, DbErr> {
        if is_numbered(&statement.sql) {
            self.send().await?;
        }
        Ok(put_together(std::mem::take(&mut self.waiting), statement))
    }
}

/// Whether the values are named by their numbers, which count from the first of all that goes together.
fn is_numbered(sql: &str) -> bool {
    sql.contains('$')
}

fn put_together(before: Vec<Statement>, last: Statement) -> Statement {
    if before.is_empty() {
        return last;
    }
    let (mut sql, mut values): (String, Vec<Value>) = (String::new(), Vec::new());
    for statement in before.into_iter().chain([last]) {
        if !sql.is_empty() {
            sql.push_str("; ");
        }
        sql.push_str(&statement.sql);
        values.extend(statement.values.into_iter().flat_map(|values| values.0));
    }
    Statement { sql, values: Some(Values(values)), db_backend: DbBackend::Sqlite }
}
