//! `lianxin demo`: an invented county with people, passwords and a history that ends at a given instant. Everything
//! goes through the commands that real sites use, under a clock and a generator of its own: the same seed and the same
//! `--now` give the same bytes.

mod history;
mod matters;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use cases::ChangeError;
use cases::model::Duty;
use cases::permissions::SetOnCall;
use clap::Args;
use identity::permissions::ManageAccounts;
use identity::{Granted, Held, NewAccount, Password, Place, Role};
use kernel::{AccountId, Clock, FixedClock, SystemClock, Timestamp};
use places::{AccountSeed, CountyFile};
use serde::Serialize;
use web::SourceLimits;

use crate::cli::{Outcome, instant, seeded};
use crate::config::ConfigError;
use crate::init::found;
use crate::wiring::{App, Choices};

/// What a demo is made of.
#[derive(Debug, Clone, Args)]
pub struct DemoArgs {
    /// The data folder: new, or empty.
    #[arg(long, value_name = "DIR")]
    pub data: PathBuf,
    /// The database, when not in the folder: postgres://…
    #[arg(long, value_name = "URL")]
    pub database: Option<String>,
    /// How many cases the history has.
    #[arg(long, default_value_t = 60)]
    pub cases: u32,
    /// Chooses the history.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// When the history ends; the wall clock when left out.
    #[arg(long, value_name = "RFC3339", value_parser = instant)]
    pub now: Option<Timestamp>,
    /// Only say whether nobody has written in the demo that is there: exit 0 when it may be made anew.
    #[arg(long)]
    pub untouched: bool,
}

/// The county that ships with the program.
const COUNTY: &str = include_str!("../../../../demo/county.toml");

/// The password of every demo account. It is public: a demo is served on loopback only.
pub const PASSWORD: &str = "lianxin-demo-2026";

/// Days of history.
const DAYS: i64 = 45;

#[derive(Serialize)]
struct DemoAccounts<'a> {
    channel: String,
    accounts: Vec<DemoAccount<'a>>,
}

#[derive(Serialize)]
struct DemoAccount<'a> {
    account: &'a str,
    password: &'static str,
    role: &'a str,
    scope: &'a str,
    /// All roles, where somebody holds more than one.
    roles: Vec<DemoRole<'a>>,
}

#[derive(Serialize)]
struct DemoRole<'a> {
    role: &'a str,
    scope: &'a str,
}

/// An account seed that cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("account {account}: {what}")]
pub(crate) struct SeedError {
    account: String,
    what: String,
}

/// An account of the demo.
#[derive(Debug, Clone)]
pub(crate) struct Person {
    pub(crate) id: AccountId,
    pub(crate) roles: Vec<Held>,
}

pub(crate) async fn run(args: DemoArgs) -> Outcome {
    if args.untouched {
        return untouched(&args).await;
    }
    let file = make(&args).await?;
    for seed in &file.accounts {
        let roles: Vec<String> = seed.roles.iter().map(|held| format!("{} {}", held.role, held.scope)).collect();
        println!("{:<16} {}  {}", seed.account, PASSWORD, roles.join(", "));
    }
    Ok(ExitCode::SUCCESS)
}

async fn untouched(args: &DemoArgs) -> Outcome {
    let app = App::open(&args.data, args.database.as_deref(), Choices::real()?).await?;
    let journal = app.journal.clone();
    let written = app.db.read(move |tx| async move { journal.has_live_events(&tx).await }).await?;
    let invented = app.config.site.demo;
    app.db.close().await;
    Ok(if invented && !written { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Makes the demo; returns the county it shows.
pub async fn make(args: &DemoArgs) -> Result<CountyFile, Box<dyn std::error::Error + Send + Sync>> {
    let now = args.now.unwrap_or_else(|| SystemClock.now());
    let file: CountyFile = COUNTY.parse()?;
    let rng = seeded(args.seed);
    let begin = now.checked_sub(jiff::Span::new().hours(24 * (DAYS + 1)))?;
    let clock = Arc::new(FixedClock::at(begin));
    let (db, config, keys) = found(&args.data, args.database.as_deref(), &file, true, begin, &rng, None).await?;
    let choices = Choices { clock: clock.clone(), rng: Arc::clone(&rng), limits: SourceLimits::default(), source: journal::Source::Demo };
    let app = App::on(db, &args.data, config, keys, choices).await?;
    let people = accounts(&app, &file).await?;
    on_call(&app, &people).await?;
    let channel = channel(&app).await?;
    app.figures.begin().await?;
    history::play(&app, clock.as_ref(), &people, args.cases, now).await?;
    app.journal.sequence_all(&app.db, clock.as_ref()).await?;
    app.ledger.publish().await?;
    write_accounts(&args.data, &file, channel)?;
    app.db.close().await;
    Ok(file)
}

/// By day one dispatcher is called, round the clock the other.
async fn on_call(app: &App, people: &[Person]) -> Result<(), ChangeError> {
    let dispatcher = Held { role: Role::Dispatcher, place: Place::County };
    let hours = [(8 * 60, 20 * 60), (0, 0)];
    let called = people.iter().filter(|person| person.roles.contains(&dispatcher));
    let duties = called.zip(hours).map(|(person, (from, to))| Duty { account: person.id, from, to }).collect();
    app.cases.set_on_call(&Granted::<SetOnCall>::system("demo"), duties, 0).await
}

async fn accounts(app: &App, file: &CountyFile) -> Result<Vec<Person>, Box<dyn std::error::Error + Send + Sync>> {
    let grant = Granted::<ManageAccounts>::system("demo");
    let mut people = Vec::with_capacity(file.accounts.len());
    for seed in &file.accounts {
        let roles = held(seed)?;
        let unit = roles.iter().find_map(|held| match &held.place {
            Place::Unit(unit) => Some(unit.clone()),
            Place::County | Place::Point(_) | Place::Grid(_) => None,
        });
        let new = NewAccount {
            login: seed.account.clone(),
            name: seed.name.clone(),
            name_en: Some(seed.name_en.clone()),
            password: Some(Password::new(PASSWORD)),
            unit,
            roles: roles.clone(),
        };
        people.push(Person { id: app.identity.create_account(&grant, new).await?, roles });
    }
    Ok(people)
}

fn held(seed: &AccountSeed) -> Result<Vec<Held>, SeedError> {
    let wrong = |what: String| SeedError { account: seed.account.clone(), what };
    seed.roles
        .iter()
        .map(|given| {
            let role = Role::from_code(&given.role).ok_or_else(|| wrong(format!("no role {}", given.role)))?;
            let scope = given.scope.clone();
            let place = scope.parse().map_err(|_| wrong(format!("no place {scope}")))?;
            Ok(Held { role, place })
        })
        .collect()
}

/// A machine account whose token lifts the limits, as a hotline's would.
async fn channel(app: &App) -> Result<String, Box<dyn std::error::Error + Send + Sync>> {
    let grant = Granted::<ManageAccounts>::system("demo");
    let new = NewAccount {
        login: "demo-drive".to_owned(),
        name: "演示接入".to_owned(),
        name_en: Some("Demo channel".to_owned()),
        password: None,
        unit: None,
        roles: vec![Held { role: Role::Integration, place: Place::County }],
    };
    let account = app.identity.create_account(&grant, new).await?;
    Ok(app.identity.issue_channel_token(&grant, account).await?.reveal().to_owned())
}

fn write_accounts(data: &Path, file: &CountyFile, channel: String) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let scopes: Vec<Vec<(String, String)>> =
        file.accounts.iter().map(|seed| seed.roles.iter().map(|held| (held.role.clone(), held.scope.clone())).collect()).collect();
    let accounts = file
        .accounts
        .iter()
        .zip(&scopes)
        .map(|(seed, roles)| {
            let first = roles.first();
            DemoAccount {
                account: &seed.account,
                password: PASSWORD,
                role: first.map_or("", |(role, _)| role),
                scope: first.map_or("", |(_, scope)| scope),
                roles: roles.iter().map(|(role, scope)| DemoRole { role, scope }).collect(),
            }
        })
        .collect();
    let path = data.join("demo-accounts.json");
    let text = serde_json::to_string_pretty(&DemoAccounts { channel, accounts })?;
    std::fs::write(&path, text + "\n").map_err(ConfigError::file(path))?;
    Ok(())
}
