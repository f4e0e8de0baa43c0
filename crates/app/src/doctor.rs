//! `lianxin doctor`: proves that state is the fold of the journal and that nothing was changed behind it.

use std::process::ExitCode;

use clap::Args;
use journal::Finding;
use store::StoreError;

use crate::cli::{Outcome, Where};
use crate::wiring::{App, Choices};

#[derive(Debug, Args)]
pub(crate) struct DoctorArgs {
    #[command(flatten)]
    site: Where,
    /// Print findings as one JSON array.
    #[arg(long)]
    json: bool,
}

/// Everything that is not as we wrote it.
pub async fn examine(app: &App) -> Result<Vec<Finding>, StoreError> {
    let mut findings = app.journal.examine(&app.db).await?;
    findings.extend(app.cases.examine().await?);
    findings.extend(jobs_given_up(app).await?);
    Ok(findings)
}

async fn jobs_given_up(app: &App) -> Result<Vec<Finding>, StoreError> {
    let now = app.clock.now();
    let health = app.db.read(move |tx| async move { jobs::health(&tx, now).await }).await?;
    Ok(health
        .dead
        .into_iter()
        .map(|dead| Finding::new("job", dead.id, format!("{} was given up after {} tries", dead.kind, dead.attempts)))
        .collect())
}

pub(crate) async fn run(args: DoctorArgs) -> Outcome {
    let app = args.site.open(Choices::real()?).await?;
    let findings = examine(&app).await?;
    if args.json {
        println!("{}", serde_json::to_string(&findings)?);
    } else {
        for finding in &findings {
            println!("{} {}: {}", finding.table, finding.row, finding.what);
        }
        println!("{} found", findings.len());
    }
    app.db.close().await;
    Ok(if findings.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
