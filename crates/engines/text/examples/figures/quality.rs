//! How often it is right, how honest its probabilities are, what that costs; and two sets of answers beside each other.

use std::fs;

use serde_json::{Value, json};
use text::{
    Answer, Detail, Example, Limits, Model, Overlay, Profile, Proof, Recipe, Report, Route, Tokenizer, automatic_line, challenge, drift,
    report, train,
};

use crate::rows::{Row, example, folds, processor, read};

pub(crate) const TOP: Detail = Detail { levels: 1, most: 1, evidence: false };

pub(crate) fn answers<'a>(
    model: &Model,
    tokenizer: &Tokenizer,
    overlay: Option<&Overlay>,
    rows: impl Iterator<Item = &'a Row>,
) -> Vec<Answer> {
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

pub(crate) fn told(name: &str, report: &Report) {
    println!("{name:<28} macro-F1 {:.4}  accuracy {:.4}  ECE {:.4}  n {}", report.macro_f1, report.accuracy, report.ece, report.n);
}

fn write(path: &str, answers: &[Answer]) {
    let lines: String =
        answers.iter().flat_map(|a| [json!({"label": a.truth, "predicted": a.predicted, "p": a.p}).to_string(), "\n".to_owned()]).collect();
    fs::write(path, lines).unwrap();
}

pub(crate) fn quality(args: &[String]) {
    let (rows, dev) = (read(&args[0]), read(&args[1]));
    let tokenizer = Tokenizer::new(&[]);
    for words in [true, false] {
        let name = if words { "characters + words" } else { "characters only" };
        let recipe = Recipe { words, seed: 1 };
        let examples: Vec<Example> = rows.iter().map(example).collect();
        let start = processor();
        let model = train(&examples, recipe, &tokenizer).unwrap();
        let took = processor() - start;
        let bytes = model.to_bytes();
        let same = train(&examples, recipe, &tokenizer).unwrap().to_bytes() == bytes;
        println!(
            "\n{name}: training {:.1} s, model {:.2} MB, {} features, trained twice the same bytes: {same}",
            took,
            bytes.len() as f64 / 1e6,
            model.features()
        );
        let model = Model::from_bytes(&bytes).unwrap();
        let on_dev = answers(&model, &tokenizer, None, dev.iter());
        told("  dev", &report(&on_dev));
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

fn read_answers(path: &str) -> Vec<Answer> {
    let text = fs::read_to_string(path).unwrap();
    let values = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    values
        .map(|value| Answer {
            truth: value["label"].as_str().unwrap().to_owned(),
            predicted: value["predicted"].as_str().unwrap().to_owned(),
            p: value["p"].as_f64().unwrap_or_default() as f32,
        })
        .collect()
}

pub(crate) fn compare(args: &[String]) {
    let told = challenge(&read_answers(&args[1]), &read_answers(&args[0]), 2000, 1).unwrap();
    println!(
        "macro-F1 {:.4} against {:.4}: difference {:+.4}, 95 of 100 draws in [{:+.4}, {:+.4}] ({} rows, {} gained, {} lost): {:?}",
        told.challenger.macro_f1,
        told.champion.macro_f1,
        told.difference,
        told.low,
        told.high,
        told.champion.n,
        told.gained,
        told.lost,
        told.verdict(0.005)
    );
    for label in &told.fallen {
        println!("  {}: F1 {:.3}, before {:.3}", label.label, label.challenger, label.champion);
    }
}

/// What would go by itself: the line is chosen on answers to the folds, and judged by dev.
pub(crate) fn line(args: &[String]) {
    let (history, judge) = (read_answers(&args[0]), read_answers(&args[1]));
    for precision in [0.95, 0.98] {
        match automatic_line(&history, Proof { precision, ..Proof::default() }) {
            Ok(line) => {
                let route = |answer: &&Answer| !matches!(line.route(0, 0, &answer.predicted, answer.p, false), Route::Person(_));
                let followed: Vec<&Answer> = judge.iter().filter(route).collect();
                let right = followed.iter().filter(|answer| answer.truth == answer.predicted).count();
                println!(
                    "{precision} proven from {:.3} on: {} labels, {:.1} % of the history, at least {:.4} right; of the judging set {:.1} %, {:.1} % right; broken {}",
                    line.from,
                    line.labels.len(),
                    line.coverage * 100.0,
                    line.low,
                    followed.len() as f64 * 100.0 / judge.len() as f64,
                    right as f64 * 100.0 / followed.len().max(1) as f64,
                    line.broken(right, followed.len())
                );
            }
            Err(refused) => println!("{precision}: {refused}"),
        }
    }
    let profile = |answers: &[Answer]| answers.iter().map(|answer| (answer.predicted.as_str(), answer.p)).collect::<Profile>();
    let told = drift(&profile(&history), &profile(&judge), &Limits::default());
    println!("drift between the two: labels {:.4}, certainty {:.4}, {:?}", told.labels, told.sure, told.verdict);
}
