//! From the catalogue alone to two thousand corrections, by the overlay and by training anew, on two sets of messages and several orders.

use std::collections::BTreeMap;
use std::fs;

use text::{Answer, CatalogueEntry, Correction, Example, Model, Overlay, Recipe, Tokenizer, examples_of, report, train};

use crate::quality::answers;
use crate::rows::{Dice, Row, example, folds, processor, read};

const COUNTS: [usize; 4] = [0, 100, 500, 2000];
const SEEDS: [u64; 5] = [1, 2, 3, 4, 5];

/// The catalogue, by the hand-made map from its first level to the labels.
fn catalogue(table: &str, map: &str) -> Vec<CatalogueEntry> {
    let map: BTreeMap<String, String> = fs::read_to_string(map)
        .unwrap()
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(',').map(|(from, to)| (from.to_owned(), to.to_owned())))
        .collect();
    fs::read_to_string(table)
        .unwrap()
        .lines()
        .skip(1)
        .filter_map(|line| {
            let levels: Vec<&str> = line.split(',').collect();
            let label = map.get(*levels.first()?)?;
            Some(CatalogueEntry { path: vec![label.clone()], words: levels.into_iter().map(str::to_owned).collect() })
        })
        .collect()
}

/// Macro-F1 and calibration error of one place of the curve, by seed.
#[derive(Default)]
struct Place {
    f1: Vec<f64>,
    ece: Vec<f64>,
    seconds: Vec<f64>,
}

impl Place {
    fn add(&mut self, answers: &[Answer], seconds: f64) {
        let told = report(answers);
        self.f1.push(told.macro_f1);
        self.ece.push(told.ece);
        self.seconds.push(seconds);
    }
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

fn spread(values: &[f64]) -> f64 {
    let mean = mean(values);
    (values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / (values.len() - 1) as f64).sqrt()
}

struct School<'a> {
    catalogue: Vec<Example<'a>>,
    start: Model,
    tokenizer: &'a Tokenizer,
}

impl School<'_> {
    /// One split: what can be learned and what judges.
    fn curve(&self, name: &str, learn: &[&Row], judge: &[&Row]) {
        let mut overlays: [Place; COUNTS.len()] = Default::default();
        let mut trained: [Place; COUNTS.len()] = Default::default();
        let mut slowest = 0.0_f64;
        for seed in SEEDS {
            let mut order: Vec<&Row> = learn.to_vec();
            Dice(seed).shuffle(&mut order);
            let mut overlay = Overlay::new();
            let mut taught = 0;
            for (place, count) in COUNTS.into_iter().enumerate() {
                for (case, row) in (0_u64..).zip(&order).take(count).skip(taught) {
                    let path = [row.label.as_str()];
                    let start = processor();
                    overlay.learn(&self.start, self.tokenizer, &Correction { case, title: &row.title, body: &row.body, path: &path });
                    slowest = slowest.max(processor() - start);
                }
                taught = count;
                overlays[place].add(&answers(&self.start, self.tokenizer, Some(&overlay), judge.iter().copied()), 0.0);
                let mut examples = self.catalogue.clone();
                examples.extend(order.iter().take(count).map(|row| example(row)));
                let start = processor();
                let model = train(&examples, Recipe::default(), self.tokenizer).unwrap();
                let took = processor() - start;
                trained[place].add(&answers(&model, self.tokenizer, None, judge.iter().copied()), took);
            }
        }
        println!("{name}: {} to learn from, {} to judge by, {} orders", learn.len(), judge.len(), SEEDS.len());
        for ((count, overlay), trained) in COUNTS.into_iter().zip(&overlays).zip(&trained) {
            println!(
                "{count:>6} corrections  overlay: macro-F1 {:.3} ± {:.3}, ECE {:.3}   trained anew: macro-F1 {:.3} ± {:.3}, ECE {:.3}, {:.2} s",
                mean(&overlay.f1),
                spread(&overlay.f1),
                mean(&overlay.ece),
                mean(&trained.f1),
                spread(&trained.f1),
                mean(&trained.ece),
                mean(&trained.seconds),
            );
        }
        println!("       the slowest correction took {:.0} ms", slowest * 1e3);
    }
}

pub(crate) fn curve(args: &[String]) {
    let (rows, dev) = (read(&args[0]), read(&args[1]));
    let tokenizer = Tokenizer::new(&[]);
    let entries = catalogue(&args[2], &args[3]);
    println!("{} entries of the catalogue lead to the labels", entries.len());
    let catalogue = examples_of(&entries);
    let start = train(&catalogue, Recipe::default(), &tokenizer).unwrap();
    let school = School { catalogue, start, tokenizer: &tokenizer };
    school.curve("dev", &rows.iter().collect::<Vec<_>>(), &dev.iter().collect::<Vec<_>>());
    let fold = folds(&rows);
    let part = |inside: bool| rows.iter().zip(&fold).filter(|(_, own)| (**own == 0) == inside).map(|(row, _)| row).collect::<Vec<_>>();
    school.curve("a fifth of train", &part(false), &part(true));
}
