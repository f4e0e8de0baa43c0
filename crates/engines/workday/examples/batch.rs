//! The batch as a filter: `cargo run --release -p workday --example batch < questions.jsonl > answers.jsonl`.

use std::io::{self, stdin, stdout};

use workday::{Calendar, Mode, Rule, batch};

fn main() -> io::Result<()> {
    let rule = Rule::new(Calendar::shipped(), Mode::Strict);
    let summary = batch::run(&mut stdin().lock(), &mut stdout().lock(), &rule)?;
    eprintln!("{} lines, {} failed", summary.lines, summary.failed);
    Ok(())
}
