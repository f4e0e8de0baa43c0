//! How often it is right, how honest its probabilities are, what that costs; and two sets of answers beside each other.

use std::fs;

use serde_json::{Value, json};
use text::{Answer, Detail, Example, Model, Overlay, Recipe, Report, Tokenizer, challenge, report, train};

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

pub(crate) fn compare(args: &[String]) {
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
