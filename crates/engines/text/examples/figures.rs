//! The figures of the text engine. `bench/text/README.md` says what each means.
//!
//! ```text
//! figures quality TRAIN.jsonl DEV.jsonl [FOLDS.jsonl DEVOUT.jsonl]   F1, ECE, time of training, size; answers of both sets into files
//! figures speed   TRAIN.jsonl DEV.jsonl                              messages a second beside bare jieba-rs, and where the time goes
//! figures curve   TRAIN.jsonl DEV.jsonl CATALOGUE.csv MAP.csv        from the catalogue alone to 2,000 corrections
//! figures million TRAIN.jsonl [COUNT]                                training on a million messages put together from real sentences
//! figures similar TRAIN.jsonl [COUNT]                                finding similar cases among a million such messages
//! figures compare FOLDS.jsonl BASELINE.jsonl                         paired bootstrap of two sets of answers
//! ```
#![expect(clippy::unwrap_used, clippy::disallowed_methods, clippy::cast_precision_loss, reason = "a bench: it measures and fails loudly")]
#![expect(clippy::cast_possible_truncation, clippy::cast_possible_wrap, clippy::cast_sign_loss, reason = "counts of a bench are small")]

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::hint::black_box;
use std::time::Instant;

use serde_json::{Value, json};
use text::{
    Answer, CatalogueEntry, Correction, Detail, Entry, Example, Folded, Model, Overlay, Query, Recipe, Report, Similar, Tokenizer,
    challenge, examples_of, report, train,
};

struct Row {
    title: String,
    body: String,
    label: String,
}

fn read(path: &str) -> Vec<Row> {
    let word = |value: &Value, key: &str| value[key].as_str().unwrap_or("").to_owned();
    let text = fs::read_to_string(path).unwrap();
    let values = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    values.map(|value| Row { title: word(&value, "title"), body: word(&value, "body"), label: word(&value, "label") }).collect()
}

fn example(row: &Row) -> Example<'_> {
    Example { title: &row.title, body: &row.body, path: vec![&row.label], public: false }
}

const TOP: Detail = Detail { levels: 1, most: 1, evidence: false };

fn answers<'a>(model: &Model, tokenizer: &Tokenizer, overlay: Option<&Overlay>, rows: impl Iterator<Item = &'a Row>) -> Vec<Answer> {
    let mut reader = model.reader(tokenizer);
    if let Some(overlay) = overlay {
        reader = reader.with(overlay);
    }
    rows.map(|row| {
        let first = reader.classify(&row.title, &row.body, TOP).top.remove(0);
        Answer { truth: row.label.clone(), predicted: first.path[0].clone(), p: first.p }
    })
    .collect()
}

/// The fold of each row: its place among the rows of its label, modulo 5. `baseline.py` does the same.
fn folds(rows: &[Row]) -> Vec<usize> {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    rows.iter()
        .map(|row| {
            let count = seen.entry(&row.label).or_default();
            *count += 1;
            (*count - 1) % 5
        })
        .collect()
}

fn told(name: &str, report: &Report) {
    println!("{name:<28} macro-F1 {:.4}  accuracy {:.4}  ECE {:.4}  n {}", report.macro_f1, report.accuracy, report.ece, report.n);
}

fn write(path: &str, answers: &[Answer]) {
    let lines: String =
        answers.iter().flat_map(|a| [json!({"label": a.truth, "predicted": a.predicted, "p": a.p}).to_string(), "\n".to_owned()]).collect();
    fs::write(path, lines).unwrap();
}

fn quality(args: &[String]) {
    let (rows, dev) = (read(&args[0]), read(&args[1]));
    let tokenizer = Tokenizer::new(&[]);
    for words in [true, false] {
        let name = if words { "characters + words" } else { "characters only" };
        let recipe = Recipe { words, seed: 1 };
        let examples: Vec<Example> = rows.iter().map(example).collect();
        let start = Instant::now();
        let model = train(&examples, recipe, &tokenizer).unwrap();
        let took = start.elapsed();
        let bytes = model.to_bytes();
        let same = train(&examples, recipe, &tokenizer).unwrap().to_bytes() == bytes;
        println!(
            "\n{name}: training {:.1} s, model {:.2} MB, {} features, trained twice the same bytes: {same}",
            took.as_secs_f64(),
            bytes.len() as f64 / 1e6,
            model.features()
        );
        let model = Model::from_bytes(&bytes).unwrap();
        let on_dev = answers(&model, &tokenizer, None, dev.iter());
        told("  dev", &report(&on_dev));
        let line = model.line_for(0.98);
        if let Some((p, coverage)) = line {
            let above: Vec<&Answer> = on_dev.iter().filter(|answer| answer.p >= p).collect();
            let right = above.iter().filter(|answer| answer.truth == answer.predicted).count();
            println!(
                "  automatic above {p:.3} (98 % on held-out training): {:.1} % there; on dev {:.1} % of messages, {:.1} % right",
                coverage * 100.0,
                above.len() as f64 * 100.0 / on_dev.len() as f64,
                right as f64 * 100.0 / above.len().max(1) as f64
            );
        }
        let fold = folds(&rows);
        let mut held: Vec<Option<Answer>> = vec![None; rows.len()];
        for part in 0..5 {
            let learned: Vec<Example> = rows.iter().zip(&fold).filter(|(_, own)| **own != part).map(|(row, _)| example(row)).collect();
            let model = train(&learned, recipe, &tokenizer).unwrap();
            let picked: Vec<usize> = (0..rows.len()).filter(|&at| fold[at] == part).collect();
            for (at, answer) in picked.iter().zip(answers(&model, &tokenizer, None, picked.iter().map(|&at| &rows[at]))) {
                held[*at] = Some(answer);
            }
        }
        let held: Vec<Answer> = held.into_iter().flatten().collect();
        let all = report(&held);
        told("  five folds of train", &all);
        for class in &all.per_class {
            println!(
                "    {:<10} precision {:.3} recall {:.3} F1 {:.3} ({})",
                class.label, class.precision, class.recall, class.f1, class.support
            );
        }
        if let (Some(folds), Some(devs), true) = (args.get(2), args.get(3), !words) {
            write(folds, &held);
            write(devs, &on_dev);
        }
    }
}

fn compare(args: &[String]) {
    let read = |path: &str| -> Vec<Answer> {
        let text = fs::read_to_string(path).unwrap();
        let values = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        values
            .map(|value| Answer {
                truth: value["label"].as_str().unwrap().to_owned(),
                predicted: value["predicted"].as_str().unwrap().to_owned(),
                p: 0.0,
            })
            .collect()
    };
    let told = challenge(&read(&args[1]), &read(&args[0]), 2000, 1).unwrap();
    println!(
        "macro-F1 {:.4} against {:.4}: difference {:+.4}, 95 of 100 draws in [{:+.4}, {:+.4}] ({} rows)",
        told.challenger.macro_f1, told.champion.macro_f1, told.difference, told.low, told.high, told.champion.n
    );
}

/// Messages a second of `work` over all rows: the best of `turns`.
fn rate(rows: &[Row], best: &mut f64, mut work: impl FnMut(&Row)) {
    let start = Instant::now();
    for row in rows {
        work(row);
    }
    *best = best.max(rows.len() as f64 / start.elapsed().as_secs_f64());
}

fn speed(args: &[String]) {
    let (rows, dev) = (read(&args[0]), read(&args[1]));
    let tokenizer = Tokenizer::new(&[]);
    let jieba = jieba_rs::Jieba::new();
    let examples: Vec<Example> = rows.iter().map(example).collect();
    let full = train(&examples, Recipe { words: true, seed: 1 }, &tokenizer).unwrap();
    let chars = train(&examples, Recipe::default(), &tokenizer).unwrap();
    let (mut full_reader, mut chars_reader) = (full.reader(&tokenizer), chars.reader(&tokenizer));
    let names = [
        "bare jieba-rs, no HMM",
        "bare jieba-rs, HMM",
        "folding alone",
        "tokens (fold + jieba)",
        "classify, characters + words",
        "classify, characters only",
        "classify with evidence, top 3",
    ];
    let mut best = [0.0_f64; 7];
    // Turn about, so that a busy minute of the machine meets all of them.
    for _ in 0..15 {
        rate(&dev, &mut best[0], |row| {
            black_box((jieba.cut(&row.title, false), jieba.cut(&row.body, false)));
        });
        rate(&dev, &mut best[1], |row| {
            black_box((jieba.cut(&row.title, true), jieba.cut(&row.body, true)));
        });
        rate(&dev, &mut best[2], |row| {
            black_box((Folded::of(&row.title), Folded::of(&row.body)));
        });
        rate(&dev, &mut best[3], |row| {
            black_box((tokenizer.tokens(&Folded::of(&row.title)).len(), tokenizer.tokens(&Folded::of(&row.body)).len()));
        });
        rate(&dev, &mut best[4], |row| {
            black_box(full_reader.classify(&row.title, &row.body, TOP));
        });
        rate(&dev, &mut best[5], |row| {
            black_box(chars_reader.classify(&row.title, &row.body, TOP));
        });
        rate(&dev, &mut best[6], |row| {
            black_box(chars_reader.classify(&row.title, &row.body, Detail::default()));
        });
    }
    for (name, rate) in names.iter().zip(best) {
        println!("{name:<32} {rate:>9.0} messages/s  {:>6.1} µs each  {:.2} of bare jieba", 1e6 / rate, rate / best[0]);
    }
}

fn curve(args: &[String]) {
    let (rows, dev) = (read(&args[0]), read(&args[1]));
    let tokenizer = Tokenizer::new(&[]);
    let map: BTreeMap<String, String> = fs::read_to_string(&args[3])
        .unwrap()
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(',').map(|(from, to)| (from.to_owned(), to.to_owned())))
        .collect();
    let entries: Vec<CatalogueEntry> = fs::read_to_string(&args[2])
        .unwrap()
        .lines()
        .skip(1)
        .filter_map(|line| {
            let levels: Vec<&str> = line.split(',').collect();
            let label = map.get(*levels.first()?)?;
            Some(CatalogueEntry { path: vec![label.clone()], words: levels.into_iter().map(str::to_owned).collect() })
        })
        .collect();
    let catalogue = examples_of(&entries);
    println!("{} entries of the catalogue lead to the labels", entries.len());
    // The order in which corrections come: by a fixed stride, so that labels come mixed.
    let order: Vec<&Row> = (0..rows.len()).map(|at| &rows[(at * 3571 + 17) % rows.len()]).collect();
    let start_model = train(&catalogue, Recipe::default(), &tokenizer).unwrap();
    let mut overlay = Overlay::new();
    let mut taught = 0;
    let mut slowest = 0.0_f64;
    for count in [0, 100, 500, 2000] {
        while taught < count {
            let row = order[taught];
            let path = [row.label.as_str()];
            let start = Instant::now();
            overlay.learn(&start_model, &tokenizer, &Correction { case: taught as u64, title: &row.title, body: &row.body, path: &path });
            slowest = slowest.max(start.elapsed().as_secs_f64());
            taught += 1;
        }
        told(&format!("{count} corrections, overlay"), &report(&answers(&start_model, &tokenizer, Some(&overlay), dev.iter())));
        let mut examples = catalogue.clone();
        examples.extend(order.iter().take(count).map(|row| example(row)));
        let start = Instant::now();
        let model = train(&examples, Recipe::default(), &tokenizer).unwrap();
        let took = start.elapsed().as_secs_f64();
        told(&format!("{count} corrections, trained"), &report(&answers(&model, &tokenizer, None, dev.iter())));
        println!("{:<28} training {took:.2} s; slowest correction so far {:.2} ms", "", slowest * 1e3);
    }
}

/// Messages put together from sentences of real ones of the same label, so that there are as many as wanted and no two alike.
fn many(rows: &[Row], count: usize) -> Vec<Row> {
    let mut by_label: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for row in rows {
        by_label.entry(&row.label).or_default().extend(row.body.split_inclusive(['。', '!', '?', '!', '?']));
    }
    let mut state = 1_u64;
    let mut next = |bound: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % bound
    };
    (0..count)
        .map(|at| {
            let row = &rows[at % rows.len()];
            let sentences = &by_label[row.label.as_str()];
            let mut body = String::new();
            while body.len() < row.body.len().min(1200) {
                body.push_str(sentences[next(sentences.len())]);
            }
            Row { title: row.title.clone(), body, label: row.label.clone() }
        })
        .collect()
}

fn count(args: &[String]) -> usize {
    args.get(1).map_or(1_000_000, |count| count.parse().unwrap())
}

fn million(args: &[String]) {
    let rows = many(&read(&args[0]), count(args));
    let size: usize = rows.iter().map(|row| row.title.len() + row.body.len()).sum();
    println!("{} messages, {:.2} GB of text", rows.len(), size as f64 / 1e9);
    let tokenizer = Tokenizer::new(&[]);
    let examples: Vec<Example> = rows.iter().map(example).collect();
    {
        let words = Recipe::default().words;
        let start = Instant::now();
        let model = train(&examples, Recipe { words, seed: 1 }, &tokenizer).unwrap();
        let took = start.elapsed().as_secs_f64();
        println!("words {words}: {:.0} s, {} features, model {:.1} MB", took, model.features(), model.to_bytes().len() as f64 / 1e6);
    }
}

const DAY: i64 = 86_400_000;

fn similar(args: &[String]) {
    let rows = many(&read(&args[0]), count(args));
    let tokenizer = Tokenizer::new(&[]);
    let mut index = Similar::new();
    let entry = |at: usize| Entry { case: at as u64, place: (at % 400) as u32, at: (at as i64) * DAY / 2000, open: at.is_multiple_of(20) };
    let start = Instant::now();
    for (at, row) in rows.iter().enumerate() {
        index.add(&tokenizer, entry(at), &row.title, &row.body);
    }
    let took = start.elapsed().as_secs_f64();
    println!("{} cases in {took:.0} s, {:.0} MB", index.len(), index.memory() as f64 / 1e6);
    let mut times = Vec::new();
    let mut first = 0;
    for turn in 0..3000 {
        let at = turn * 331 % rows.len();
        let row = &rows[at];
        let query = Query {
            title: &row.title,
            body: &row.body,
            place: (at % 400) as u32,
            at: (at as i64) * DAY / 2000,
            open_only: false,
            without: None,
            most: 10,
        };
        let start = Instant::now();
        let hits = index.find(&tokenizer, &query);
        times.push(start.elapsed().as_secs_f64() * 1e3);
        first += usize::from(hits.first().is_some_and(|hit| hit.case == at as u64));
    }
    times.sort_by(f64::total_cmp);
    let at = |part: f64| times[((times.len() - 1) as f64 * part) as usize];
    println!(
        "find: p50 {:.2} ms, p99 {:.2} ms, slowest {:.2} ms; the case itself first in {first} of {}",
        at(0.5),
        at(0.99),
        at(1.0),
        times.len()
    );
    let start = Instant::now();
    for case in 0..1000 {
        index.remove(case * 7);
    }
    println!("remove: {:.3} ms each", start.elapsed().as_secs_f64());
}

fn main() {
    let args: Vec<String> = env::args().skip(1).collect();
    match args.split_first() {
        Some((what, rest)) => match what.as_str() {
            "quality" => quality(rest),
            "speed" => speed(rest),
            "curve" => curve(rest),
            "million" => million(rest),
            "similar" => similar(rest),
            "compare" => compare(rest),
            _ => eprintln!("no such figure: {what}"),
        },
        None => eprintln!("which figures? quality, speed, curve, million, similar, compare"),
    }
}
