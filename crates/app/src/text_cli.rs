//! `lianxin text`: train a model on sorted messages, classify others, measure. These need no site; those that do are in
//! [`crate::models_cli`].

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use clap::{Args, Subcommand};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use text::{Answer, Detail, Evidence, Example, Field, FileError, Model, Recipe, Report, Tokenizer, TrainError, report, train};

use crate::cli::Outcome;
use crate::models_cli::SiteCommand;

/// A longer line is no message. Fields are read to 20,000 characters in any case.
const LONGEST_LINE: u64 = 32 << 20;
/// Lines named at most; the rest are counted.
const NAMED: usize = 20;

/// Sort messages by what people have sorted before.
#[derive(Debug, Clone, Args)]
pub struct TextArgs {
    #[command(subcommand)]
    command: TextCommand,
}

#[derive(Debug, Clone, Subcommand)]
enum TextCommand {
    #[command(flatten)]
    Plain(PlainCommand),
    #[command(flatten)]
    Site(SiteCommand),
}

/// What needs no site.
#[derive(Debug, Clone, Subcommand)]
enum PlainCommand {
    /// Learn a model from JSON lines with `title`, `body` and `label`.
    Train(TrainArgs),
    /// Answer each line with the likeliest labels, their probabilities and the words that decided.
    Classify(ClassifyArgs),
    /// Compare a model's first choices with the labels of a file.
    Eval(EvalArgs),
}

#[derive(Debug, Clone, Args)]
struct TrainArgs {
    /// Messages as JSON lines; `-` is standard input.
    #[arg(long, value_name = "FILE")]
    input: PathBuf,
    /// Where the model goes.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Characters only: the default, said aloud.
    #[arg(long, conflicts_with = "words")]
    chars_only: bool,
    /// Words besides characters: a little better in cross-validation, less than half as fast to ask.
    #[arg(long)]
    words: bool,
    /// The seed of chance; the same input and seed give the same bytes.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

#[derive(Debug, Clone, Args)]
struct ClassifyArgs {
    /// The model.
    #[arg(long, value_name = "FILE")]
    model: PathBuf,
    /// Messages as JSON lines with `id`, `title` and `body`; `-` is standard input.
    #[arg(long, value_name = "FILE")]
    input: PathBuf,
    /// Leave out the words that decided.
    #[arg(long)]
    no_evidence: bool,
}

#[derive(Debug, Clone, Args)]
struct EvalArgs {
    /// The model.
    #[arg(long, value_name = "FILE")]
    model: PathBuf,
    /// Messages as JSON lines with `title`, `body` and `label`; `-` is standard input.
    #[arg(long, value_name = "FILE")]
    input: PathBuf,
    /// Answer as one JSON object.
    #[arg(long)]
    json: bool,
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum TextError {
    /// A file cannot be read or written.
    #[error("{path}")]
    File {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A file is not a model, or not a whole one.
    #[error("{path}")]
    Model {
        /// The file.
        path: PathBuf,
        /// Why.
        source: FileError,
    },
    /// No line of the input has a message with a label.
    #[error(transparent)]
    Train(#[from] TrainError),
    /// The answer cannot be written.
    #[error("the answer cannot be written")]
    Write(#[from] io::Error),
}

impl TextArgs {
    /// Answers on `out`; lines that cannot be used are named on `notes`.
    pub(crate) async fn run(self, out: &mut impl Write, notes: &mut impl Write) -> Outcome {
        match self.command {
            TextCommand::Plain(command) => Ok(command.run(out, notes)?),
            TextCommand::Site(command) => command.run(out).await,
        }
    }
}

impl PlainCommand {
    fn run(self, out: &mut impl Write, notes: &mut impl Write) -> Result<ExitCode, TextError> {
        match self {
            Self::Train(args) => args.run(out, notes),
            Self::Classify(args) => args.run(out, notes),
            Self::Eval(args) => args.run(out, notes),
        }?;
        Ok(ExitCode::SUCCESS)
    }
}

/// A line of the input; every field may be anything or missing.
#[derive(Deserialize)]
struct RawLine<'a> {
    #[serde(borrow, default)]
    id: Option<&'a RawValue>,
    #[serde(borrow, default)]
    title: Option<&'a RawValue>,
    #[serde(borrow, default)]
    body: Option<&'a RawValue>,
    #[serde(borrow, default)]
    label: Option<&'a RawValue>,
}

impl<'a> RawLine<'a> {
    /// `None` when the line is not a JSON object. (An array would be read as fields in their order.)
    fn of(line: &'a str) -> Option<Self> {
        line.starts_with('{').then(|| serde_json::from_str(line).ok())?
    }
}

/// A text field: what is no text is none, but a number is read as it stands.
fn words(raw: Option<&RawValue>) -> String {
    let Some(raw) = raw.map(RawValue::get) else { return String::new() };
    match raw.as_bytes().first() {
        // What JSON allows and Unicode does not, half a surrogate pair, leaves the text in its escaped form.
        Some(b'"') => serde_json::from_str(raw).unwrap_or_else(|_| raw.trim_matches('"').to_owned()),
        Some(b'-' | b'0'..=b'9') => raw.to_owned(),
        Some(_) | None => String::new(),
    }
}

/// Lines of a file, one at a time, whatever their ends.
struct Lines {
    input: Box<dyn BufRead>,
    path: PathBuf,
    bytes: Vec<u8>,
    number: usize,
}

impl Lines {
    fn open(path: &Path) -> Result<Self, TextError> {
        let input: Box<dyn BufRead> = if path.as_os_str() == "-" {
            Box::new(BufReader::new(io::stdin()))
        } else {
            let file = File::open(path).map_err(|source| TextError::File { path: path.to_owned(), source })?;
            Box::new(BufReader::with_capacity(1 << 16, file))
        };
        Ok(Self { input, path: path.to_owned(), bytes: Vec::new(), number: 0 })
    }

    /// The next line without its end; `None` after the last. A line too long comes as an empty one.
    fn next(&mut self) -> Result<Option<(usize, String)>, TextError> {
        self.read().map_err(|source| TextError::File { path: self.path.clone(), source })
    }

    fn read(&mut self) -> io::Result<Option<(usize, String)>> {
        self.bytes.clear();
        if io::Read::take(&mut self.input, LONGEST_LINE).read_until(b'\n', &mut self.bytes)? == 0 {
            return Ok(None);
        }
        self.number += 1;
        if self.bytes.last() != Some(&b'\n') && self.bytes.len() as u64 == LONGEST_LINE {
            self.bytes.clear();
            self.input.skip_until(b'\n')?;
        }
        let line = String::from_utf8_lossy(&self.bytes);
        let line = if self.number == 1 { line.strip_prefix('\u{feff}').unwrap_or(&line) } else { &line };
        Ok(Some((self.number, line.trim_ascii().to_owned())))
    }
}

/// Names lines that cannot be used.
#[derive(Default)]
struct Unused {
    count: usize,
}

impl Unused {
    fn name(&mut self, notes: &mut impl Write, line: usize, why: &str) -> io::Result<()> {
        self.count += 1;
        if self.count <= NAMED { writeln!(notes, "line {line}: {why}") } else { Ok(()) }
    }

    fn end(&self, notes: &mut impl Write) -> io::Result<()> {
        if self.count > NAMED { writeln!(notes, "and {} more lines like these", self.count - NAMED) } else { Ok(()) }
    }
}

struct Labelled {
    title: String,
    body: String,
    label: String,
}

/// Gives every labelled message to `take` and names the other lines. Blank lines are no lines.
fn labelled(path: &Path, notes: &mut impl Write, mut take: impl FnMut(Labelled)) -> Result<(), TextError> {
    let mut lines = Lines::open(path)?;
    let mut unused = Unused::default();
    while let Some((number, line)) = lines.next()? {
        if line.is_empty() {
            continue;
        }
        let Some(raw) = RawLine::of(&line) else {
            unused.name(notes, number, "not a JSON object; left out")?;
            continue;
        };
        let label = words(raw.label).trim().to_owned();
        if label.is_empty() {
            unused.name(notes, number, "no label; left out")?;
            continue;
        }
        take(Labelled { title: words(raw.title), body: words(raw.body), label });
    }
    unused.end(notes)?;
    Ok(())
}

impl TrainArgs {
    fn run(self, out: &mut impl Write, notes: &mut impl Write) -> Result<(), TextError> {
        let mut rows = Vec::new();
        labelled(&self.input, notes, |row| rows.push(row))?;
        let examples: Vec<Example<'_>> =
            rows.iter().map(|row| Example { title: &row.title, body: &row.body, path: vec![&row.label], public: false }).collect();
        let recipe = Recipe { words: self.words && !self.chars_only, seed: self.seed };
        let model = train(&examples, recipe, &Tokenizer::new(&[]))?;
        let bytes = model.to_bytes();
        // Beside its place first: who reads the old model meanwhile never sees half a new one.
        let mut beside = self.out.clone().into_os_string();
        beside.push(".part");
        let beside = PathBuf::from(beside);
        let put = fs::write(&beside, &bytes).and_then(|()| fs::rename(&beside, &self.out));
        put.map_err(|source| TextError::File { path: self.out.clone(), source })?;
        writeln!(out, "{} messages, {} labels, {} features, {} bytes", rows.len(), model.labels().count(), model.features(), bytes.len())?;
        Ok(())
    }
}

fn load(path: &Path) -> Result<Model, TextError> {
    let bytes = fs::read(path).map_err(|source| TextError::File { path: path.to_owned(), source })?;
    Model::from_bytes(&bytes).map_err(|source| TextError::Model { path: path.to_owned(), source })
}

#[derive(Serialize)]
struct Line<'a> {
    id: Option<&'a RawValue>,
    top: Vec<Told>,
}

#[derive(Serialize)]
struct Told {
    label: String,
    p: f64,
    evidence: Vec<Reason>,
}

/// A word and where it stands first: bytes of `field` as it was given.
#[derive(Serialize)]
struct Reason {
    field: &'static str,
    start: usize,
    end: usize,
    word: String,
    weight: f64,
}

/// Six decimals: more are noise.
fn rounded(value: f32) -> f64 {
    (f64::from(value) * 1e6).round() / 1e6
}

impl From<Evidence> for Reason {
    fn from(evidence: Evidence) -> Self {
        let field = match evidence.field {
            Field::Title => "title",
            Field::Body => "body",
        };
        Self { field, start: evidence.bytes.start, end: evidence.bytes.end, word: evidence.word, weight: rounded(evidence.weight) }
    }
}

impl ClassifyArgs {
    fn run(self, out: &mut impl Write, notes: &mut impl Write) -> Result<(), TextError> {
        let model = load(&self.model)?;
        let tokenizer = Tokenizer::new(&[]);
        let mut reader = model.reader(&tokenizer);
        let detail = Detail { levels: usize::MAX, most: 3, evidence: !self.no_evidence };
        let mut lines = Lines::open(&self.input)?;
        let mut out = BufWriter::with_capacity(1 << 16, out);
        let mut unused = Unused::default();
        while let Some((number, line)) = lines.next()? {
            let raw = RawLine::of(&line);
            let top = if let Some(raw) = &raw {
                reader.classify(&words(raw.title), &words(raw.body), detail).top
            } else {
                unused.name(notes, number, "not a JSON object; answered without labels")?;
                Vec::new()
            };
            let top = top
                .into_iter()
                .map(|choice| Told {
                    label: choice.path.join("/"),
                    p: rounded(choice.p),
                    evidence: choice.evidence.into_iter().map(Reason::from).collect(),
                })
                .collect();
            serde_json::to_writer(&mut out, &Line { id: raw.and_then(|raw| raw.id), top }).map_err(io::Error::from)?;
            out.write_all(b"\n")?;
        }
        unused.end(notes)?;
        out.flush()?;
        Ok(())
    }
}

#[derive(Serialize)]
struct Figures<'a> {
    n: usize,
    accuracy: f64,
    macro_f1: f64,
    per_class: std::collections::BTreeMap<&'a str, Class>,
    ece: f64,
    messages_per_second: f64,
}

#[derive(Serialize)]
struct Class {
    precision: f64,
    recall: f64,
    f1: f64,
    support: usize,
}

impl EvalArgs {
    fn run(self, out: &mut impl Write, notes: &mut impl Write) -> Result<(), TextError> {
        let model = load(&self.model)?;
        let tokenizer = Tokenizer::new(&[]);
        let mut reader = model.reader(&tokenizer);
        let detail = Detail { levels: usize::MAX, most: 1, evidence: false };
        let mut answers = Vec::new();
        let mut took = Duration::ZERO;
        labelled(&self.input, notes, |row| {
            #[expect(clippy::disallowed_methods, reason = "a measurement of speed, printed as such")]
            let start = Instant::now();
            let guess = reader.classify(&row.title, &row.body, detail);
            took += start.elapsed();
            let (predicted, p) = guess.top.into_iter().next().map_or((String::new(), 0.0), |first| (first.path.join("/"), first.p));
            answers.push(Answer { truth: row.label, predicted, p });
        })?;
        let told = report(&answers);
        #[expect(clippy::cast_precision_loss, reason = "a number of messages")]
        let messages_per_second = if took.is_zero() { 0.0 } else { answers.len() as f64 / took.as_secs_f64() };
        if self.json { figures_json(&told, messages_per_second, out) } else { figures_text(&told, messages_per_second, out) }?;
        Ok(())
    }
}

fn figures_json(told: &Report, messages_per_second: f64, out: &mut impl Write) -> io::Result<()> {
    let per_class = told
        .per_class
        .iter()
        .map(|class| {
            (class.label.as_str(), Class { precision: class.precision, recall: class.recall, f1: class.f1, support: class.support })
        })
        .collect();
    let figures = Figures {
        n: told.n,
        accuracy: told.accuracy,
        macro_f1: told.macro_f1,
        per_class,
        ece: told.ece,
        messages_per_second: messages_per_second.round(),
    };
    serde_json::to_writer(&mut *out, &figures)?;
    writeln!(out)
}

fn figures_text(told: &Report, messages_per_second: f64, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{} messages, accuracy {:.4}, macro-F1 {:.4}, calibration error {:.4}", told.n, told.accuracy, told.macro_f1, told.ece)?;
    for class in &told.per_class {
        writeln!(
            out,
            "F1 {:.3} precision {:.3} recall {:.3} ({}) {}",
            class.f1, class.precision, class.recall, class.support, class.label
        )?;
    }
    writeln!(out, "{messages_per_second:.0} messages a second")
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use clap::Parser;
    use serde_json::{Value, json};

    use super::*;

    #[derive(Parser)]
    struct Cli {
        #[command(subcommand)]
        text: PlainCommand,
    }

    fn run(args: &[&str]) -> (Result<ExitCode, TextError>, String, String) {
        let (mut out, mut notes) = (Vec::new(), Vec::new());
        let cli = Cli::try_parse_from(["text"].iter().chain(args)).unwrap();
        let done = cli.text.run(&mut out, &mut notes);
        (done, String::from_utf8(out).unwrap(), String::from_utf8(notes).unwrap())
    }

    fn sorted() -> String {
        let mut lines = String::new();
        for turn in 0..60 {
            let (label, body) = match turn % 3 {
                0 => ("路灯", "门口的路灯坏了,晚上看不见路"),
                1 => ("噪音", "楼下施工噪音很大,夜里睡不着"),
                _ => ("垃圾", "小区垃圾没有人清运,气味难闻"),
            };
            let line = json!({"id": turn, "title": format!("{label}问题"), "body": format!("{body}。第{turn}次说了"), "label": label});
            lines.extend([line.to_string().as_str(), "\n"]);
        }
        lines
    }

    #[test]
    fn from_sorted_messages_to_answers_and_figures() {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
        let (input, model) = (file("sorted.jsonl"), file("model"));
        fs::write(&input, format!("\u{feff}{}\r\nnonsense\n\n{}\n", sorted().trim_end(), json!({"title": "没有标签"}))).unwrap();
        let (done, out, notes) = run(&["train", "--input", &input, "--out", &model]);
        done.unwrap();
        assert!(out.starts_with("60 messages, 3 labels"), "{out}");
        assert_eq!(notes, "line 61: not a JSON object; left out\nline 63: no label; left out\n");
        let (_, _, _) = run(&["train", "--input", &input, "--out", &file("again")]);
        assert_eq!(fs::read(&model).unwrap(), fs::read(file("again")).unwrap(), "the same input, the same bytes");

        let asked = file("asked.jsonl");
        let odd = concat!(
            "{\"id\":\"a\",\"title\":\"路燈壞了\",\"body\":null}\r\n",
            "\n",
            "{\"id\":12345678901234567890123,\"title\":7,\"body\":\"施工\\ud800噪音\"}\n",
            "[1,2]\n",
            "{\"id\":[1,null]}"
        );
        fs::write(&asked, odd).unwrap();
        let (done, out, _) = run(&["classify", "--model", &model, "--input", &asked]);
        done.unwrap();
        let lines: Vec<&str> = out.lines().collect();
        assert_eq!(lines.len(), 5, "a line for every line: {out}");
        let first: Value = serde_json::from_str(lines[0]).unwrap();
        assert_eq!((&first["id"], &first["top"][0]["label"]), (&json!("a"), &json!("路灯")));
        let evidence = &first["top"][0]["evidence"][0];
        assert_eq!(evidence["field"], "title");
        assert!("路燈壞了".contains(evidence["word"].as_str().unwrap()), "as it was written: {evidence}");
        assert_eq!(lines[1], "{\"id\":null,\"top\":[]}");
        assert!(lines[2].starts_with("{\"id\":12345678901234567890123,"));
        assert!(lines[4].starts_with("{\"id\":[1,null],\"top\":[{"));

        let (_, out, _) = run(&["eval", "--model", &model, "--input", &input, "--json"]);
        let figures: Value = serde_json::from_str(&out).unwrap();
        assert_eq!((&figures["n"], &figures["macro_f1"]), (&json!(60), &json!(1.0)));
        assert_eq!(figures["per_class"]["路灯"]["support"], 20);
    }

    #[test]
    fn a_foreign_or_damaged_model_and_an_empty_lesson_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
        let (input, model) = (file("sorted.jsonl"), file("model"));
        fs::write(&input, sorted()).unwrap();
        let asked = |model: &str| run(&["classify", "--model", model, "--input", &input]).0.unwrap_err();
        assert!(matches!(asked(&input), TextError::Model { source: FileError::Foreign, .. }));
        run(&["train", "--input", &input, "--out", &model, "--chars-only"]).0.unwrap();
        let mut bytes = fs::read(&model).unwrap();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        fs::write(&model, bytes).unwrap();
        assert!(matches!(asked(&model), TextError::Model { source: FileError::Damaged, .. }));
        fs::write(&input, "\n").unwrap();
        assert!(matches!(run(&["train", "--input", &input, "--out", &model]).0.unwrap_err(), TextError::Train(TrainError::Nothing)));
    }
}
