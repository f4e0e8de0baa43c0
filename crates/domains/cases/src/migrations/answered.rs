//! What became of the limits of what was answered, and returns that were sent back: the supervision desk sums ninety days of both by
//! unit. The indexes hold what it sums, so that no row is read: a county has some 0.1 M answers in ninety days, and few returns.

use kernel::Timestamp;
use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::Statement;
use store::schema::{Table, Uniqueness, index};

use crate::model::{ClockName, Clocks, RunningClock};

pub(super) struct Answered;

impl MigrationName for Answered {
    fn name(&self) -> &'static str {
        "m20261128_000022_cases_answered"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Answered {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        Table::new(manager, "case_record")
            .opt_flag("final_late")
            .opt_int("final_ran")
            .opt_int("final_stopped")
            .opt_text("sent_back_unit")
            .opt_int("sent_back_at")
            .extend(manager)
            .await?;
        fill(manager).await?;
        let columns = "answered_at, unit, final_late, final_ran, final_stopped";
        index(manager, "case_record_terms", "case_record", columns, Uniqueness::Plain, Some("answered_at IS NOT NULL")).await?;
        let columns = "sent_back_at, sent_back_unit";
        index(manager, "case_record_sent_back", "case_record", columns, Uniqueness::Plain, Some("sent_back_at IS NOT NULL")).await
    }
}

/// What was answered before gets its columns, a thousand at a time. Returns that were sent back before are told by the journal alone.
async fn fill(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let db = manager.get_connection();
    let backend = db.get_database_backend();
    let mut after = String::new();
    loop {
        let sql = "SELECT id, clocks, answered_at FROM case_record WHERE answered_at IS NOT NULL AND id > $1 ORDER BY id LIMIT 1000";
        let rows = db.query_all_raw(Statement::from_sql_and_values(backend, sql, [after.clone().into()])).await?;
        let Some(last) = rows.last() else { return Ok(()) };
        after = last.try_get_by_index(0)?;
        for row in &rows {
            let (id, clocks, answered): (String, String, i64) =
                (row.try_get_by_index(0)?, row.try_get_by_index(1)?, row.try_get_by_index(2)?);
            // A row that cannot be read is named by doctor, as before.
            let Ok(clocks) = serde_json::from_str::<Clocks>(&clocks) else { continue };
            let ended = clocks.get(ClockName::Final).filter(|clock| clock.ended.map(Timestamp::as_millisecond) == Some(answered));
            let Some(ran) = ended.and_then(RunningClock::course) else { continue };
            let length = |ms: u64| <i64 as TryFrom<u64>>::try_from(ms).unwrap_or(i64::MAX);
            let values = [ran.late.into(), length(ran.ms).into(), length(ran.stopped_ms).into(), id.into()];
            let sql = "UPDATE case_record SET final_late = $1, final_ran = $2, final_stopped = $3 WHERE id = $4";
            db.execute_raw(Statement::from_sql_and_values(backend, sql, values)).await?;
        }
    }
}
