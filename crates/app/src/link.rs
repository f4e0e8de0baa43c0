//! `lianxin link`: a one-time link made on the machine itself. Whoever can read the keys is trusted with it; it stands in the
//! journal as the operator's.

use std::process::ExitCode;

use clap::Args;
use identity::permissions::{ManageAccounts, ViewAccounts};
use identity::{Granted, LinkPurpose};

use crate::cli::{Outcome, Where};
use crate::wiring::Choices;

#[derive(Debug, Args)]
pub(crate) struct LinkArgs {
    #[command(flatten)]
    site: Where,
    /// The account, as it is typed to sign in.
    account: String,
}

/// No open account of that name.
#[derive(Debug, thiserror::Error)]
#[error("there is no open account {0}")]
struct NoAccount(String);

pub(crate) async fn run(args: LinkArgs) -> Outcome {
    let app = args.site.open(Choices::real()?).await?;
    let accounts = app.identity.accounts(&Granted::<ViewAccounts>::system("operator")).await?;
    let found = accounts.into_iter().find(|account| account.login == args.account && account.closed_at.is_none());
    let account = found.ok_or(NoAccount(args.account))?;
    let grant = Granted::<ManageAccounts>::system("operator");
    let link = app.identity.issue_link(&grant, account.id, LinkPurpose::SetPassword).await?;
    let base = app.config.web.public_url.clone().unwrap_or_else(|| "http://127.0.0.1:8080".to_owned());
    println!("{}/welcome/{}", base.trim_end_matches('/'), link.reveal());
    app.db.close().await;
    Ok(ExitCode::SUCCESS)
}
