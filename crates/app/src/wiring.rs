//! Puts the crates together. Nothing else knows how a site is built.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use accounts::Accounts;
use axum::extract::FromRef;
use cases::catalogue::{Catalogue, CatalogueError};
use cases::{CaseKeys, Cases, Parts};
use figures::Figures;
use identity::{Identity, Settings};
use jobs::{Handlers, Runner};
use journal::{Journal, Source};
use kernel::{Clock, Rng, SystemClock, SystemRng};
use ledger::{Ledger, LedgerError, Succession};
use places::{LoadError, Places};
use settings::ports::OpenMatters;
use store::{Db, DbUrl, StoreError};
use supervision::Supervision;
use web::{Messages, Rail, Site, SourceLimits, Sources};

use crate::config::{ConfigError, SiteFile};
use crate::keys::{Keys, KeysError};
use crate::rules::{CasesFollow, CasesForSettings};
use crate::staff::{CaseDuties, RailOfAll, StaffOfIdentity};

/// What whoever opens a site may choose.
pub struct Choices {
    /// The clock; real sites run on the wall clock.
    pub clock: Arc<dyn Clock>,
    /// Chance; real sites are seeded by the operating system.
    pub rng: Arc<dyn Rng>,
    /// How many matters and guesses one source may send.
    pub limits: SourceLimits,
    /// What events say of their origin.
    pub source: Source,
}

impl Choices {
    /// Wall clock and true chance.
    pub fn real() -> Result<Self, OpenError> {
        Ok(Self {
            clock: Arc::new(SystemClock),
            rng: Arc::new(SystemRng::new().map_err(|_| OpenError::NoRandomness)?),
            limits: SourceLimits::default(),
            source: Source::Live,
        })
    }
}

/// Why a site cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// `site.toml`.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The keys.
    #[error(transparent)]
    Keys(#[from] KeysError),
    /// The database.
    #[error("the database cannot be opened")]
    Store(#[from] StoreError),
    /// The register of areas and units.
    #[error("the register of areas and units cannot be read")]
    Register(#[from] LoadError),
    /// The catalogue that ships with the program.
    #[error("the dispatch catalogue is faulty")]
    Catalogue(#[from] CatalogueError),
    /// The catalogue names a unit that the county does not have.
    #[error("the county has no unit for these kinds: {0}")]
    NoUnit(String),
    /// The schema is older or newer than this program.
    #[error("{0} migrations wait: run `lianxin migrate` first")]
    Migrations(usize),
    /// The operating system gives no randomness.
    #[error("the operating system gives no randomness")]
    NoRandomness,
    /// The chain of the public log's keys.
    #[error(transparent)]
    Ledger(#[from] LedgerError),
    /// A witness in `site.toml` cannot be asked.
    #[error("[[log.witnesses]] {0:?} {1}")]
    Witness(String, String),
    /// The public log's name cannot be the name of a key.
    #[error("[log] origin = {0:?} cannot name a log: it is not empty and has neither spaces nor +")]
    Origin(String),
}

/// An open site.
#[derive(Clone)]
pub struct App {
    /// The database.
    pub db: Db,
    /// The journal.
    pub journal: Journal,
    /// The public log.
    pub ledger: Ledger,
    /// Accounts and sessions.
    pub identity: Identity,
    /// Areas and units.
    pub places: Places,
    /// Cases.
    pub cases: Cases,
    /// Staff accounts.
    pub accounts: Accounts,
    /// The rules of the county.
    pub settings: settings::Settings,
    /// Reminders, tiers, orders.
    pub supervision: Supervision,
    /// The published figures.
    pub figures: Figures,
    /// Limits by source.
    pub sources: Sources,
    /// What every page shows of the site.
    pub site: Arc<Site>,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// Chance.
    pub rng: Arc<dyn Rng>,
    /// `site.toml`.
    pub config: Arc<SiteFile>,
    /// The keys.
    pub keys: Arc<Keys>,
    /// The data folder.
    pub data: Arc<PathBuf>,
}

/// What `site.toml` says of signing in.
fn sign_in(config: &SiteFile) -> Settings {
    let url = config.web.public_url.as_deref();
    Settings {
        secure_cookies: url.is_some_and(|url| url.starts_with("https://")),
        public_host: url.and_then(|url| url.split_once("://")).map(|(_, host)| host.trim_end_matches('/').to_owned()),
        policy: config.policy(),
    }
}

/// Whether the county has the units that the catalogue names. A county that begins without units gets them later.
fn check_units(catalogue: &Catalogue, register: &places::Register) -> Result<(), OpenError> {
    let homeless = catalogue.without_unit(|unit| register.unit(unit).is_some());
    if homeless.is_empty() || register.units().is_empty() {
        return Ok(());
    }
    Err(OpenError::NoUnit(homeless.iter().map(|kind| kind.code.as_str()).collect::<Vec<_>>().join(", ")))
}

/// The public log of a site, with its keys.
fn ledger_of(db: &Db, journal: &Journal, config: &SiteFile, keys: &Keys, data: &Path) -> Result<Ledger, OpenError> {
    let origin = config.origin();
    let not_a_name = |_| OpenError::Origin(origin.clone());
    let (key, key_before) = (keys.log(&origin).map_err(not_a_name)?, keys.log_before(&origin).map_err(not_a_name)?);
    let succession = Succession::open(&Keys::folder(data), &key, key_before.as_ref())?;
    Ok(Ledger::new(ledger::Parts {
        db: db.clone(),
        journal: journal.clone(),
        key,
        key_before,
        succession,
        folder: data.join("log"),
        memory: ledger::memory(&Keys::folder(data)),
        witnesses: witnesses_of(config)?,
    }))
}

/// Who cosigns the log, by `site.toml`. A key that cannot be read stops the start: a site that believes itself witnessed and is not is
/// worse than one that does not begin.
fn witnesses_of(config: &SiteFile) -> Result<Vec<ledger::WitnessAt>, OpenError> {
    let of = |witness: &crate::config::Witness| {
        let key: Option<tlog::note::VKey> = witness.key.parse().ok();
        let key = key.filter(|key| key.kind() == tlog::note::KeyKind::Witness);
        let address = witness.url.parse::<crate::log_at::Server>();
        match (key, address) {
            (Some(key), Ok(_)) => Ok(ledger::WitnessAt { key, url: witness.url.clone() }),
            (None, _) => Err(OpenError::Witness(witness.key.clone(), "is not the key of a witness".to_owned())),
            (Some(_), Err(why)) => Err(OpenError::Witness(witness.url.clone(), why)),
        }
    };
    config.log.witnesses.iter().map(of).collect()
}

impl App {
    /// Opens the site in `data`. `told` is a database URL that wins over the site's own.
    pub async fn open(data: &Path, told: Option<&str>, choices: Choices) -> Result<Self, OpenError> {
        let config = SiteFile::load(data)?;
        let keys = Keys::load(data)?;
        let url = config.database(data, told)?;
        let db = Db::open(&url, Arc::clone(&choices.rng)).await?;
        let waiting = crate::migrate::waiting(&db).await?;
        if waiting > 0 {
            return Err(OpenError::Migrations(waiting));
        }
        Self::on(db, data, config, keys, choices).await
    }

    /// The site on a database that is open and migrated already.
    pub(crate) async fn on(db: Db, data: &Path, config: SiteFile, keys: Keys, choices: Choices) -> Result<Self, OpenError> {
        let Choices { clock, rng, limits, source } = choices;
        let journal = Journal::new(keys.journal(), Arc::clone(&rng));
        let ledger = ledger_of(&db, &journal, &config, &keys, data)?;
        let identity = Identity::new(
            db.clone(),
            journal.clone(),
            Arc::clone(&clock),
            Arc::clone(&rng),
            identity::Keys { web: keys.web() },
            sign_in(&config),
        );
        let catalogue = Catalogue::embedded()?;
        let places = Places::open(db.clone(), Arc::clone(&clock), catalogue.shipped_kinds()).await?;
        let register = places.register();
        check_units(&catalogue, &register)?;
        let county = register.county();
        let settings = settings::Settings::open(settings::Parts {
            db: db.clone(),
            journal: journal.clone(),
            clock: Arc::clone(&clock),
            rng: Arc::clone(&rng),
            identity: identity.clone(),
            places: places.clone(),
            follow: Arc::new(CasesFollow),
            source,
        })
        .await?;
        let site = Arc::new(Site {
            county: (county.name.clone(), county.name_en.clone()),
            hotline: county.hotline.clone(),
            demo: config.site.demo,
            messages: messages(),
        });
        let cases = Cases::new(Parts {
            db: db.clone(),
            journal: journal.clone(),
            ledger: ledger.clone(),
            clock: Arc::clone(&clock),
            rng: Arc::clone(&rng),
            places: places.clone(),
            staff: Arc::new(StaffOfIdentity::new(identity.clone(), db.clone())),
            catalogue,
            trained: crate::models::Models::of(data).current().1,
            shelf: Arc::new(crate::models::Models::of(data)),
            settings: settings.clone(),
            keys: CaseKeys { number: keys.number(), code: keys.code(), request: keys.requests() },
            source,
        });
        let supervision = Supervision::new(supervision::Parts {
            db: db.clone(),
            journal: journal.clone(),
            clock: Arc::clone(&clock),
            rng: Arc::clone(&rng),
            identity: identity.clone(),
            cases: cases.clone(),
            settings: settings.clone(),
            source,
        });
        let figures = Figures::new(figures::Parts {
            db: db.clone(),
            journal: journal.clone(),
            ledger: ledger.clone(),
            clock: Arc::clone(&clock),
            rng: Arc::clone(&rng),
            cases: cases.clone(),
            settings: settings.clone(),
        });
        let accounts = Accounts::new(accounts::Parts {
            db: db.clone(),
            journal: journal.clone(),
            clock: Arc::clone(&clock),
            rng: Arc::clone(&rng),
            identity: identity.clone(),
            places: places.clone(),
            duties: vec![Arc::new(CaseDuties(cases.clone()))],
            rail: Arc::new(RailOfAll { cases: cases.clone(), supervision: supervision.clone() }),
        });
        Ok(Self {
            sources: Sources::new(Arc::clone(&clock), limits),
            db,
            journal,
            ledger,
            identity,
            places,
            cases,
            accounts,
            settings,
            supervision,
            figures,
            site,
            clock,
            rng,
            config: Arc::new(config),
            keys: Arc::new(keys),
            data: Arc::new(data.to_owned()),
        })
    }

    /// The jobs that this program can do.
    pub fn runner(&self) -> Runner {
        let handlers = Handlers::default()
            .with(cases::commands::TimerJob(self.cases.clone()))
            .with(cases::commands::RecalculateJob(self.cases.clone()))
            .with(cases::commands::ArchiveJob(self.cases.clone()))
            .with(settings::commands::ExpireJob(self.settings.clone()))
            .with(supervision::commands::LookJob(self.supervision.clone()))
            .with(supervision::commands::RunOutJob(self.supervision.clone()))
            .with(figures::commands::BatchJob(self.figures.clone()));
        Runner::new(self.db.clone(), Arc::clone(&self.clock), self.rng.as_ref(), handlers)
    }
}

/// The words of errors of all domains.
fn messages() -> Messages {
    Messages::default()
        .and(cases::words::Words::find)
        .and(accounts::words::Words::find)
        .and(settings::words::Words::find)
        .and(supervision::words::Words::find)
        .and(figures::words::Words::find)
}

/// Opens a database by URL and brings its schema up to date.
pub(crate) async fn open_migrated(url: &DbUrl, rng: Arc<dyn Rng>) -> Result<Db, OpenError> {
    let db = Db::open(url, rng).await?;
    crate::migrate::migrate(&db).await?;
    Ok(db)
}

impl FromRef<App> for Cases {
    fn from_ref(app: &App) -> Self {
        app.cases.clone()
    }
}

impl FromRef<App> for Ledger {
    fn from_ref(app: &App) -> Self {
        app.ledger.clone()
    }
}

impl FromRef<App> for Accounts {
    fn from_ref(app: &App) -> Self {
        app.accounts.clone()
    }
}

impl FromRef<App> for Places {
    fn from_ref(app: &App) -> Self {
        app.places.clone()
    }
}

impl FromRef<App> for settings::Settings {
    fn from_ref(app: &App) -> Self {
        app.settings.clone()
    }
}

impl FromRef<App> for Supervision {
    fn from_ref(app: &App) -> Self {
        app.supervision.clone()
    }
}

impl FromRef<App> for Figures {
    fn from_ref(app: &App) -> Self {
        app.figures.clone()
    }
}

impl FromRef<App> for Arc<dyn Rail> {
    fn from_ref(app: &App) -> Self {
        Arc::new(RailOfAll { cases: app.cases.clone(), supervision: app.supervision.clone() })
    }
}

impl FromRef<App> for Arc<dyn OpenMatters> {
    fn from_ref(app: &App) -> Self {
        Arc::new(CasesForSettings(app.cases.clone()))
    }
}

impl FromRef<App> for Identity {
    fn from_ref(app: &App) -> Self {
        app.identity.clone()
    }
}

impl FromRef<App> for Sources {
    fn from_ref(app: &App) -> Self {
        app.sources.clone()
    }
}

impl FromRef<App> for Arc<Site> {
    fn from_ref(app: &App) -> Self {
        Arc::clone(&app.site)
    }
}
