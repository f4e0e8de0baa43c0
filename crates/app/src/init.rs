//! `lianxin init`: a real site. Keys, schema, areas and units from a county file or a bare county, one admin and one
//! organiser by one-time links.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::Args;
use identity::permissions::ManageAccounts;
use identity::{Granted, Held, LinkPurpose, NewAccount, Place, Role};
use journal::{Actor, Envelope, Journal, Source};
use kernel::{AreaCode, Rng, Timestamp, format};
use places::{CountyFile, ImportError};
use store::DbUrl;

use crate::cli::Outcome;
use crate::config::{self, ConfigError, Log, Site, SiteFile, Staff, Web};
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
    from: Option<PathBuf>,
    /// The county's code, without a file: it begins as one area without a border, without units.
    #[arg(long, value_name = "CODE", requires = "name")]
    county: Option<AreaCode>,
    /// The county's name.
    #[arg(long, value_name = "NAME", requires = "county")]
    name: Option<String>,
    /// The same in English; the name when left out.
    #[arg(long, value_name = "NAME", requires = "county")]
    name_en: Option<String>,
    /// The telephone number that every page shows, without a file.
    #[arg(long, value_name = "NUMBER", default_value = "12345")]
    hotline: String,
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
        log: Log::of(&file.county.code.to_string(), public_url.as_deref()),
        web: Web { public_url, trusted_proxies: Vec::new() },
        staff: Staff::default(),
    };
    config.save(data)?;
    let url: DbUrl = config.database(data, None)?;
    let db = open_migrated(&url, Arc::clone(rng)).await?;
    let (by, source) = if demo { ("demo", Source::Demo) } else { ("init", Source::Live) };
    let envelope = Envelope { source, ..Envelope::live(Actor::System(by.to_owned()), None, now) };
    let (file, journal) = (Arc::new(file.clone()), Journal::new(keys.journal(), Arc::clone(rng)));
    db.write(move |tx| {
        let (file, journal, envelope) = (Arc::clone(&file), journal.clone(), envelope.clone());
        async move {
            places::import(&tx, &file).await?;
            Ok::<_, ImportError>(settings::commands::take_register(&tx, &journal, &envelope).await?)
        }
    })
    .await?;
    Ok((db, config, keys))
}

/// Reads a county file.
pub(crate) fn county(path: &Path) -> Result<CountyFile, Box<dyn std::error::Error + Send + Sync>> {
    Ok(std::fs::read_to_string(path).map_err(ConfigError::file(path))?.parse()?)
}

/// Why there is no county to begin with.
#[derive(Debug, thiserror::Error)]
enum InitError {
    /// File and command line name different counties.
    #[error("{file} is of {told} {name}, not of {county}: leave --county and --name out, or take another file")]
    Disagree {
        /// The file.
        file: String,
        /// The code in it.
        told: AreaCode,
        /// The name in it.
        name: String,
        /// What the command line says.
        county: String,
    },
    /// Neither.
    #[error("say which county: --county CODE --name NAME, or --from FILE")]
    Neither,
    /// A name that no sign would bear.
    #[error("--name and --name-en are 1 to 100 characters, without control characters")]
    Name,
}

/// The county of the file, or one without a border, areas and units, as the command line names it.
fn begun(args: &InitArgs) -> Result<CountyFile, Box<dyn std::error::Error + Send + Sync>> {
    match (&args.from, &args.county, &args.name) {
        (Some(path), code, name) => {
            let file = county(path)?;
            let same =
                code.as_ref().is_none_or(|code| *code == file.county.code) && name.as_ref().is_none_or(|name| *name == file.county.name);
            if same {
                return Ok(file);
            }
            let county = [code.as_ref().map(ToString::to_string), name.clone()].into_iter().flatten().collect::<Vec<_>>().join(" ");
            Err(InitError::Disagree { file: path.display().to_string(), told: file.county.code, name: file.county.name, county }.into())
        }
        (None, Some(code), Some(name)) => {
            let name_en = args.name_en.as_ref().unwrap_or(name);
            if [name, name_en].into_iter().any(|name| kernel::text::check(name, LONGEST_NAME).is_err()) {
                return Err(InitError::Name.into());
            }
            Ok(CountyFile::bare(code.clone(), name, name_en, &args.hotline))
        }
        (None, _, _) => Err(InitError::Neither.into()),
    }
}

/// As in a county file.
const LONGEST_NAME: usize = 100;

pub(crate) async fn run(args: InitArgs) -> Outcome {
    let choices = Choices::real()?;
    let file = begun(&args)?;
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

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use axum::body::Body;
    use http::Request;
    use tower::ServiceExt as _;

    use super::*;

    fn args(data: PathBuf, from: Option<PathBuf>, county: Option<(&str, &str)>) -> InitArgs {
        InitArgs {
            data,
            database: None,
            from,
            county: county.map(|(code, _)| code.parse().unwrap()),
            name: county.map(|(_, name)| name.to_owned()),
            name_en: None,
            hotline: "12345".to_owned(),
            public_url: None,
        }
    }

    #[tokio::test]
    async fn a_county_begins_without_a_file_and_is_served() {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("site");
        run(args(data.clone(), None, Some(("anyuan", "安远县")))).await.unwrap();
        let app = App::open(&data, None, Choices::real().unwrap()).await.unwrap();
        assert!(app.places.register().units().is_empty());
        for path in ["/", "/report", "/find", "/signin", "/readyz", "/api/v1/units"] {
            let request = Request::builder().uri(path).body(Body::empty()).unwrap();
            assert_eq!(crate::router(&app).oneshot(request).await.unwrap().status(), 200, "{path}");
        }
        app.db.close().await;
    }

    #[test]
    fn file_and_command_line_must_not_disagree() {
        let demo = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo/county.toml");
        let begun = |from: Option<PathBuf>, county| super::begun(&args(PathBuf::new(), from, county)).map(|file| file.county.name);
        assert_eq!(begun(Some(demo.clone()), None).unwrap(), "清河县");
        assert_eq!(begun(Some(demo.clone()), Some(("qinghe", "清河县"))).unwrap(), "清河县");
        assert_eq!(begun(None, Some(("anyuan", "安远县"))).unwrap(), "安远县");
        let told = begun(Some(demo.clone()), Some(("anyuan", "清河县"))).unwrap_err().to_string();
        assert!(told.contains("is of qinghe 清河县, not of anyuan 清河县"), "{told}");
        assert!(begun(None, None).unwrap_err().to_string().contains("--county CODE --name NAME, or --from FILE"));
        assert!(begun(None, Some(("anyuan", "安\u{0}"))).is_err());
    }
}
