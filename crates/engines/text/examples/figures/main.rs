//! The figures of the text engine. `bench/text/README.md` says what each means.
//!
//! ```text
//! figures quality TRAIN.jsonl DEV.jsonl [FOLDS.jsonl DEVOUT.jsonl]   F1, ECE, time of training, size; answers of both sets into files
//! figures speed   TRAIN.jsonl DEV.jsonl                              messages a second beside bare jieba-rs, and where the time goes
//! figures curve   TRAIN.jsonl DEV.jsonl CATALOGUE.csv MAP.csv        from the catalogue alone to 2,000 corrections
//! figures million TRAIN.jsonl DEV.jsonl [COUNT]                      training on a million messages put together from real sentences
//! figures similar TRAIN.jsonl [COUNT]                                finding similar cases among a million such messages
//! figures compare FOLDS.jsonl BASELINE.jsonl                         paired bootstrap of two sets of answers
//! figures line    FOLDS.jsonl DEVOUT.jsonl                           what would be dispatched without a person, and how right; drift
//! ```
//!
//! Times are of the processor, unless they say otherwise: neighbours take nothing from them.
#![expect(clippy::unwrap_used, clippy::disallowed_methods, clippy::cast_precision_loss, reason = "a bench: it measures and fails loudly")]
#![expect(clippy::cast_possible_truncation, clippy::cast_possible_wrap, clippy::cast_sign_loss, reason = "counts of a bench are small")]

mod curve;
mod million;
mod quality;
mod rows;
mod similar;
mod speed;

use std::env;

fn main() {
    let args: Vec<String> = env::args().skip(1).collect();
    match args.split_first() {
        Some((what, rest)) => match what.as_str() {
            "quality" => quality::quality(rest),
            "speed" => speed::speed(rest),
            "curve" => curve::curve(rest),
            "million" => million::million(rest),
            "similar" => similar::similar(rest),
            "compare" => quality::compare(rest),
            "line" => quality::line(rest),
            _ => eprintln!("no such figure: {what}"),
        },
        None => eprintln!("which figures? quality, speed, curve, million, similar, compare, line"),
    }
}
