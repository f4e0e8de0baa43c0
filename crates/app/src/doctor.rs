//! `lianxin doctor`: proves that state is the fold of the journal and that nothing was changed behind it.

use std::process::ExitCode;

use clap::Args;
use journal::Finding;
use store::StoreError;

use crate::backup::Last;
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
    findings.extend(app.ledger.examine().await?);
    findings.extend(app.identity.examine().await?);
    findings.extend(app.cases.examine().await?);
    findings.extend(app.settings.examine().await?);
    findings.extend(app.supervision.examine().await?);
    findings.extend(app.figures.examine().await?);
    findings.extend(jobs_given_up(app).await?);
    Ok(findings)
}

/// A backup is made every night; after 26 hours one is missing (decisions 18).
const BACKUP_MISSED_SECS: i64 = 26 * 3_600;

fn backup_warning(app: &App) -> Option<String> {
    if app.config.site.demo {
        return None;
    }
    match Last::at(&app.data) {
        None => Some("warning: there is no backup yet".to_owned()),
        Some(last) if app.clock.now().as_second() - last.as_second() > BACKUP_MISSED_SECS => {
            Some(format!("warning: the last backup is of {}", kernel::format::rfc3339(last)))
        }
        Some(_) => None,
    }
}

/// From 1 December next year's calendar ought to be published (decisions 7).
fn calendar_warning(app: &App) -> Option<String> {
    let missing: Vec<String> = app.settings.missing_years().iter().map(ToString::to_string).collect();
    (!missing.is_empty()).then(|| format!("warning: the working-day calendar of {} is not published", missing.join(", ")))
}

/// People write of other things than when the model that answers was trained: its proposals may be wrong.
async fn drift_warning(app: &App) -> Result<Option<String>, StoreError> {
    let found = app.cases.look_for_drift().await?.filter(cases::advice::Drifted::is_alarm);
    Ok(found.map(|found| format!("warning: people write of other things than when model {} was trained; train again", found.model)))
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
    // A warning, not a finding: the data are as we wrote them, but nobody else has them.
    if let Some(warning) = backup_warning(&app) {
        eprintln!("{warning}");
    }
    if let Some(warning) = calendar_warning(&app) {
        eprintln!("{warning}");
    }
    if let Some(warning) = drift_warning(&app).await? {
        eprintln!("{warning}");
    }
    app.db.close().await;
    Ok(if findings.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
