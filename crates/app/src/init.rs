//! `lianxin init`: a real site. Keys, schema, areas and units from a county file, one admin and one organiser by
//! one-time links.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::Args;
use identity::permissions::ManageAccounts;
use identity::{Granted, Held, LinkPurpose, NewAccount, Place, Role};
use kernel::{Rng, Timestamp, format};
use places::CountyFile;
use store::DbUrl;

use crate::cli::Outcome;
use crate::config::{self, ConfigError, Site, SiteFile, Staff, Web};
use crate::keys::Keys;
use crate::wiring::{App, Choices, open_migrated};

#[derive(Debug, Args)]
pub(crate) struct InitArgs {
    /// The data folder: new, or empty.
    #[arg(long, value_name = "DIR")]
    data: PathBuf,
    /// The database, when not in the folder: postgres://…
    #[arg(long, value_name = "URL")]
    database: Option<String>,
    /// Areas, units, estates and roads: a file of the form of demo/county.toml. Its accounts are left out.
    #[arg(long, value_name = "FILE")]
    from: PathBuf,
    /// The address people will type.
    #[arg(long, value_name = "URL")]
    public_url: Option<String>,
}

/// Makes the folder of a site: keys, `site.toml`, schema, register. Shared with the demo.
pub(crate) async fn found(
    data: &Path,
    database: Option<&str>,
    file: &CountyFile,
    demo: bool,
    now: Timestamp,
    rng: &Arc<dyn Rng>,
    public_url: Option<String>,
) -> Result<(store::Db, SiteFile, Keys), Box<dyn std::error::Error + Send + Sync>> {
    config::empty_folder(data)?;
    let keys = Keys::generate(rng.as_ref());
    keys.save(data)?;
    let config = SiteFile {
        site: Site { county: file.county.code.to_string(), demo, database: database.map(str::to_owned), created_at: format::rfc3339(now) },
        web: Web { public_url, trusted_proxies: Vec::new() },
        staff: Staff::default(),
    };
    config.save(data)?;
    let url: DbUrl = config.database(data, None)?;
    let db = open_migrated(&url, Arc::clone(rng)).await?;
    let file = Arc::new(file.clone());
    db.write(move |tx| {
        let file = Arc::clone(&file);
        async move { places::import(&tx, &file).await }
    })
    .await?;
    Ok((db, config, keys))
}

/// Reads a county file.
pub(crate) fn county(path: &Path) -> Result<CountyFile, Box<dyn std::error::Error + Send + Sync>> {
    Ok(std::fs::read_to_string(path).map_err(ConfigError::file(path))?.parse()?)
}

pub(crate) async fn run(args: InitArgs) -> Outcome {
    let choices = Choices::real()?;
    let file = county(&args.from)?;
    let (now, rng) = (choices.clock.now(), Arc::clone(&choices.rng));
    let public = args.public_url.clone();
    let (db, config, keys) = found(&args.data, args.database.as_deref(), &file, false, now, &rng, args.public_url).await?;
    let app = App::on(db, &args.data, config, keys, choices).await?;
    let base = public.unwrap_or_else(|| "http://127.0.0.1:8080".to_owned());
    for (login, name, name_en, role) in
        [("admin", "管理员", "Administrator", Role::Admin), ("organiser", "组织员", "Organiser", Role::Organiser)]
    {
        let link = first_account(&app, login, name, name_en, role).await?;
        println!("{login}: {}/welcome/{link}", base.trim_end_matches('/'));
    }
    println!("Each link sets a password once, within three days. Keep {} apart from backups.", args.data.join("keys").display());
    app.db.close().await;
    Ok(ExitCode::SUCCESS)
}

async fn first_account(
    app: &App,
    login: &str,
    name: &str,
    name_en: &str,
    role: Role,
) -> Result<String, Box<dyn std::error::Error + Send + Sync>> {
    let grant = Granted::<ManageAccounts>::system("init");
    let new = NewAccount {
        login: login.to_owned(),
        name: name.to_owned(),
        name_en: Some(name_en.to_owned()),
        password: None,
        unit: None,
        roles: vec![Held { role, place: Place::County }],
    };
    let account = app.identity.create_account(&grant, new).await?;
    Ok(app.identity.issue_link(&grant, account, LinkPurpose::SetPassword).await?.reveal().to_owned())
}
