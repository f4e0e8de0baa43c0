//! `lianxin erase`: forgetting a person, now and after every restore.

use std::process::ExitCode;

use cases::permissions::EraseCase;
use clap::Args;
use identity::Granted;
use kernel::CaseNumber;

use crate::cli::{Outcome, Where};
use crate::erased;
use crate::keys::Keys;
use crate::wiring::Choices;

#[derive(Debug, Args)]
pub(crate) struct EraseArgs {
    #[command(flatten)]
    site: Where,
    /// The case whose person is to be forgotten.
    #[arg(long)]
    number: CaseNumber,
}

/// Erases, and lists the case beside the keys so that a restored backup forgets her too.
pub(crate) async fn run(args: EraseArgs) -> Outcome {
    let app = args.site.open(Choices::real()?).await?;
    let grant = Granted::<EraseCase>::system("erase");
    app.cases.erase(&grant, &args.number).await?;
    let listed = [(args.number.to_string(), app.clock.now())].into_iter().collect();
    erased::add(&Keys::folder(&args.site.data), &listed)?;
    // What the write-ahead log still holds of her goes too.
    app.db.checkpoint().await?;
    app.db.close().await;
    Ok(ExitCode::SUCCESS)
}
