//! Messages a second beside bare jieba-rs, and where the time goes.

use std::hint::black_box;

use text::{Detail, Example, Folded, Recipe, Tokenizer, train};

use crate::quality::TOP;
use crate::rows::{Row, example, processor, read};

/// Messages a second of `work` over all rows: the best of `turns`.
fn rate(rows: &[Row], best: &mut f64, mut work: impl FnMut(&Row)) {
    let start = processor();
    for row in rows {
        work(row);
    }
    *best = best.max(rows.len() as f64 / (processor() - start));
}

pub(crate) fn speed(args: &[String]) {
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
