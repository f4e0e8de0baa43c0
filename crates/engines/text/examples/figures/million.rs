//! Training on very many messages: seconds of one core, and memory.

use std::time::Instant;

use text::{Example, Recipe, Tokenizer, report, train};

use crate::quality::{answers, told};
use crate::rows::{example, many, peak, processor, read};

pub(crate) fn million(args: &[String]) {
    let dev = read(&args[1]);
    let rows = many(&read(&args[0]), args.get(2).map_or(1_000_000, |count| count.parse().unwrap()));
    let size: usize = rows.iter().map(|row| row.title.len() + row.body.len()).sum();
    println!("{} messages, {:.2} GB of text", rows.len(), size as f64 / 1e9);
    let tokenizer = Tokenizer::new(&[]);
    let examples: Vec<Example> = rows.iter().map(example).collect();
    let (clock, start, before) = (Instant::now(), processor(), peak());
    let model = train(&examples, Recipe::default(), &tokenizer).unwrap();
    println!(
        "trained in {:.0} s of one core ({:.0} s by the clock), {:.0} MB besides the texts; {} features, {:.1} MB",
        (processor() - start),
        clock.elapsed().as_secs_f64(),
        peak() - before,
        model.features(),
        model.to_bytes().len() as f64 / 1e6
    );
    told("  dev", &report(&answers(&model, &tokenizer, None, dev.iter())));
}
