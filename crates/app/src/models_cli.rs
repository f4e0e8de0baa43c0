//! `lianxin text learn|versions|take|back`: the text models of a site, trained on its own history.

use std::io::Write;
use std::process::ExitCode;
use std::sync::Arc;

use cases::advice::{Lesson, Trained, catalogue_entries, propose, site_tokenizer};
use cases::catalogue::Catalogue;
use clap::{Args, Subcommand};
use text::{
    Answer, CatalogueEntry, Example, Line, Model, NoLine, Profile, Proof, Recipe, Tokenizer, automatic_line, challenge, examples_of,
    report, train,
};

use crate::cli::{Outcome, Where};
use crate::models::{Beside, Card, Models, ProfileCard, ProvenCard};
use crate::wiring::{App, Choices};

/// With fewer sorted matters the catalogue alone is the better advice.
const FEWEST: usize = 100;
/// One matter of so many, the newest, is kept for the trial.
const TRIAL: usize = 5;
/// Matters of a trial at most.
const LONGEST_TRIAL: usize = 20_000;
/// Resamplings for the interval of a difference.
const DRAWS: usize = 1_000;

/// What needs a site.
#[derive(Debug, Clone, Subcommand)]
pub(crate) enum SiteCommand {
    /// Learn from the matters that people of a site have dispatched; tell how it does on the newest fifth beside what answers now.
    Learn(LearnArgs),
    /// The versions of a site, and which one answers.
    Versions(Where),
    /// Let a version answer from now on; 0 is the catalogue alone. A server takes it up within seconds.
    Take(TakeArgs),
    /// Let the version answer that answered before.
    Back(Where),
}

#[derive(Debug, Clone, Args)]
pub(crate) struct LearnArgs {
    #[command(flatten)]
    site: Where,
    /// Let the new version answer at once.
    #[arg(long)]
    take: bool,
}

#[derive(Debug, Clone, Args)]
pub(crate) struct TakeArgs {
    #[command(flatten)]
    site: Where,
    /// The version.
    number: u32,
}

/// Why nothing was learned.
#[derive(Debug, thiserror::Error)]
#[error("only {0} dispatched matters; from {least} on a model of one's own is worth it", least = FEWEST)]
struct TooFew(usize);

impl SiteCommand {
    pub(crate) async fn run(self, out: &mut impl Write) -> Outcome {
        match self {
            Self::Learn(args) => {
                let app = args.site.open(Choices::real()?).await?;
                let done = learn(&app, args.take, out).await;
                app.db.close().await;
                done?;
            }
            Self::Versions(site) => {
                let models = Models::of(&site.data);
                let answering = models.answering()?;
                let mark = |number| if number == answering { "answers" } else { "" };
                writeln!(out, "     0  the catalogue alone  {}", mark(0))?;
                for card in models.cards()? {
                    writeln!(out, "{:>6}  {}  {}", card.number, told(&card), mark(card.number))?;
                }
            }
            Self::Take(args) => {
                let models = Models::of(&args.site.data);
                // What cannot be read must not answer.
                models.read(args.number)?;
                models.take(args.number)?;
                writeln!(out, "version {} answers", args.number)?;
            }
            Self::Back(site) => writeln!(out, "version {} answers", Models::of(&site.data).back()?)?,
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn told(card: &Card) -> String {
    let line = match &card.proven {
        Some(proven) => format!(
            "{:.0} % right is proven from a share of {:.2} on, {:.0} % of all, {} kinds",
            proven.precision * 100.0,
            proven.from,
            proven.coverage * 100.0,
            proven.labels.len()
        ),
        None => "nothing is proven that might go by itself".to_owned(),
    };
    format!(
        "{} from {} matters: {:.1} % right, macro-F1 {:.3}; {line}",
        card.trained_at.strftime("%Y-%m-%d %H:%MZ"),
        card.taught,
        card.right * 100.0,
        card.macro_f1
    )
}

/// Everything that people have sorted, the oldest first.
async fn history(app: &App) -> Result<Vec<Lesson>, store::StoreError> {
    let (mut lessons, mut after) = (Vec::new(), String::new());
    loop {
        let (last, mut more) = app.cases.lessons(&after).await?;
        lessons.append(&mut more);
        match last {
            Some(id) => after = id,
            None => return Ok(lessons),
        }
    }
}

/// A model of the catalogue's words and these lessons together.
fn taught(catalogue: &Catalogue, entries: &[CatalogueEntry], lessons: &[Lesson], tokenizer: &Tokenizer) -> Result<Model, text::TrainError> {
    let mut examples = examples_of(entries);
    examples.extend(lessons.iter().filter_map(|lesson| {
        // A kind that the catalogue has no more cannot be proposed; what was closed teaches what stands for it.
        let kind = catalogue.stands_for(&lesson.kind)?;
        let path = vec![kind.category.as_str(), kind.code.as_str()];
        Some(Example { title: lesson.title.as_deref().unwrap_or_default(), body: &lesson.text, path, public: false })
    }));
    train(&examples, Recipe::default(), tokenizer)
}

/// What `trained` would have proposed first for these.
fn answers(catalogue: &Catalogue, tokenizer: &Tokenizer, trained: &Trained, lessons: &[Lesson]) -> Vec<Answer> {
    lessons
        .iter()
        .map(|lesson| {
            let offer = propose(catalogue, tokenizer, trained, lesson.title.as_deref(), &lesson.text);
            let first = offer.kinds.first();
            Answer {
                truth: catalogue.stands_for(&lesson.kind).map_or(&lesson.kind, |kind| &kind.code).to_string(),
                predicted: first.map_or_else(String::new, |first| first.code.to_string()),
                p: first.map_or(0.0, |first| first.share),
            }
        })
        .collect()
}

/// What has to be proven before a proposal is followed without a person, by the rules in force.
fn asked(app: &App) -> Proof {
    let rules = app.settings.at(app.clock.now());
    let share = |settings::model::Hundredths(of): settings::model::Hundredths| f64::from(of) / 100.0;
    Proof { precision: share(rules.dispatch_automatic_right), checked: share(rules.dispatch_automatic_checked), ..Proof::default() }
}

fn line_told(line: &Result<Line, NoLine>, asked: Proof) -> String {
    let (right, sure) = (asked.precision * 100.0, asked.confidence * 100.0);
    match line {
        Ok(line) => format!(
            "from a share of {:.2} on {right:.0} of 100 first proposals are right, proven to {sure:.0} %: {} of {}; {:.0} % of the matters, {} kinds",
            line.from,
            line.right,
            line.above,
            line.coverage * 100.0,
            line.labels.len()
        ),
        Err(why) => format!("that {right:.0} of 100 first proposals are right is proven nowhere: {why}"),
    }
}

/// First proposals, counted.
fn counted(answers: &[Answer]) -> ProfileCard {
    let profile: Profile = answers.iter().map(|answer| (answer.predicted.as_str(), answer.p)).collect();
    ProfileCard { labels: profile.labels, sure: profile.sure.to_vec() }
}

/// Trains on the site's history, tries the result on the newest fifth beside what answers now, keeps it as a version, and tells on
/// `out`. With `take` it answers at once. Fails where fewer than a hundred matters were dispatched.
pub async fn learn(app: &App, take: bool, out: &mut impl Write) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let models = Models::of(&app.data);
    // First the position, then the rows: what happens meanwhile is read again from the journal.
    let position = app.cases.newest_position().await?;
    let lessons = history(app).await?;
    if lessons.len() < FEWEST {
        return Err(TooFew(lessons.len()).into());
    }
    let catalogue = &*app.cases.catalogue();
    let tokenizer = site_tokenizer(&app.places.register());
    let entries = catalogue_entries(catalogue);
    let trial = (lessons.len() / TRIAL).min(LONGEST_TRIAL);
    let (older, newest) = lessons.split_at(lessons.len() - trial);
    let version = |model: Model, taught: usize| Trained {
        number: 0,
        taught: u64::try_from(taught).unwrap_or(u64::MAX),
        position,
        model: Arc::new(model),
        proven: None,
        trial: None,
    };
    let challenger = version(taught(catalogue, &entries, older, &tokenizer)?, older.len());
    let told_by = answers(catalogue, &tokenizer, &challenger, newest);
    let figures = report(&told_by);
    writeln!(out, "tried on the newest {trial} of {} matters, learned from the {} before", lessons.len(), older.len())?;
    let bare = answers(catalogue, &tokenizer, &Trained::by_catalogue(catalogue, &tokenizer)?, newest);
    let row = |name: &str, answers: &[Answer]| {
        let figures = report(answers);
        format!("{name}: {:.1} % right, macro-F1 {:.3}, calibration error {:.3}", figures.accuracy * 100.0, figures.macro_f1, figures.ece)
    };
    writeln!(out, "{}", row("the catalogue alone", &bare))?;
    writeln!(out, "{}", row("the challenger", &told_by))?;
    let answering = models.answering()?;
    let champion = match models.read(answering)? {
        Some(champion) => {
            let own = answers(catalogue, &tokenizer, &champion, newest);
            writeln!(out, "{}", row(&format!("version {answering}, which answers now"), &own))?;
            if champion.taught > challenger.taught {
                writeln!(out, "  (it has learned from some of these matters: its figure is too good)")?;
            }
            own
        }
        None => bare,
    };
    let beside = challenge(&champion, &told_by, DRAWS, 1);
    if let Some(told) = &beside {
        writeln!(
            out,
            "difference of macro-F1 to what answers now: {:+.3}, 95 % between {:+.3} and {:+.3}",
            told.difference, told.low, told.high
        )?;
    }
    let whole = taught(catalogue, &entries, &lessons, &tokenizer)?;
    let asked = asked(app);
    let line = automatic_line(&told_by, asked);
    let salt = u64::from_le_bytes(app.rng.bytes());
    let number = models.add(&whole, |number| Card {
        number,
        trained_at: app.clock.now(),
        taught: u64::try_from(lessons.len()).unwrap_or(u64::MAX),
        position,
        right: figures.accuracy,
        macro_f1: figures.macro_f1,
        ece: figures.ece,
        proven: line.as_ref().ok().map(|line| ProvenCard::of(line, salt)),
        profile: Some(counted(&told_by)),
        beside: beside.map(|told| Beside { version: answering, difference: told.difference, low: told.low, high: told.high }),
    })?;
    writeln!(out, "{}", line_told(&line, asked))?;
    if line.is_ok() && !app.settings.at(app.clock.now()).dispatch_automatic {
        writeln!(out, "nothing is dispatched without a person: the rule dispatch.automatic is off")?;
    }
    if take {
        models.take(number)?;
        writeln!(out, "version {number} answers")?;
    } else {
        writeln!(out, "version {number} is kept; `lianxin text take --data {} {number}` lets it answer", app.data.display())?;
    }
    Ok(())
}
