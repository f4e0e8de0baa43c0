//! Similar cases among very many: time of a question, memory, and whether what is there is found.

use std::time::Instant;

use text::{Entry, Query, Similar, Tokenizer};

use crate::rows::{Dice, Row, many, peak, processor, quantile, read, sentences};

const DAY: i64 = 86_400_000;
/// Cases a day.
const DAILY: i64 = 2_000;
/// Estates and roads of a county.
const PLACES: usize = 4_000;
/// One case in so many is open.
const OPEN: usize = 20;
const QUESTIONS: usize = 2_000;

/// The same trouble told again by a neighbour: a few of the sentences, in another order, with some of her own, under another title.
fn told_again(row: &Row, stranger: &Row, dice: &mut Dice) -> Row {
    let mut body: Vec<&str> = sentences(&row.body).collect();
    dice.shuffle(&mut body);
    body.truncate(body.len().div_ceil(2));
    body.extend(sentences(&stranger.body).take(2));
    Row { title: row.title.chars().skip(2).collect(), body: body.concat(), label: row.label.clone() }
}

pub(crate) fn similar(args: &[String]) {
    let count = args.get(1).map_or(1_000_000, |count| count.parse().unwrap());
    let rows = many(&read(&args[0]), count);
    let tokenizer = Tokenizer::new(&[]);
    let mut index = Similar::new();
    let place = |at: usize| (at * 7919 % PLACES + 1) as u32;
    let when = |at: usize| at as i64 * DAY / DAILY;
    let entry = |at: usize| Entry { case: at as u64, place: place(at), at: when(at), open: at.is_multiple_of(OPEN) };
    let (clock, start, before) = (Instant::now(), processor(), peak());
    for (at, row) in rows.iter().enumerate() {
        index.add(&tokenizer, entry(at), &row.title, &row.body);
    }
    let took = processor() - start;
    println!(
        "{} cases in {took:.0} s of one core ({:.0} s by the clock), {:.0} µs each; {:.0} MB by its own count, {:.0} MB of the process",
        index.len(),
        clock.elapsed().as_secs_f64(),
        took * 1e6 / index.len() as f64,
        index.memory() as f64 / 1e6,
        peak() - before,
    );
    let mut dice = Dice(7);
    let mut ask = |name: &str, make: &dyn Fn(usize, &mut Dice) -> Row, open_only: bool, here: bool| {
        let (mut cpu, mut wall, mut hits, mut first, mut among) = (Vec::new(), Vec::new(), 0, 0, 0);
        for _ in 0..QUESTIONS {
            let mut at = dice.below(rows.len());
            if open_only {
                at -= at % OPEN;
            }
            let row = make(at, &mut dice);
            let query = Query {
                title: &row.title,
                body: &row.body,
                place: if here { place(at) } else { 0 },
                at: when(at) + 3 * DAY,
                open_only,
                without: None,
                most: 10,
            };
            let (clock, start) = (Instant::now(), processor());
            let found = index.find(&tokenizer, &query);
            cpu.push((processor() - start) * 1e3);
            wall.push(clock.elapsed().as_secs_f64() * 1e3);
            hits += found.len();
            first += usize::from(found.first().is_some_and(|hit| hit.case == at as u64));
            among += usize::from(found.iter().any(|hit| hit.case == at as u64));
        }
        cpu.sort_by(f64::total_cmp);
        wall.sort_by(f64::total_cmp);
        println!(
            "{name:<44} p50 {:>5.2} p99 {:>5.2} slowest {:>5.2} ms of one core (clock: {:.2} {:.2}); {:.1} hits; the case first {:.1} %, among ten {:.1} %",
            quantile(&cpu, 0.5),
            quantile(&cpu, 0.99),
            quantile(&cpu, 1.0),
            quantile(&wall, 0.5),
            quantile(&wall, 0.99),
            hits as f64 / QUESTIONS as f64,
            first as f64 * 100.0 / QUESTIONS as f64,
            among as f64 * 100.0 / QUESTIONS as f64,
        );
    };
    let same = |at: usize, _: &mut Dice| Row { title: rows[at].title.clone(), body: rows[at].body.clone(), label: String::new() };
    let again = |at: usize, dice: &mut Dice| told_again(&rows[at], &rows[dice.below(rows.len())], dice);
    let short = |at: usize, _: &mut Dice| Row { title: rows[at].title.clone(), body: String::new(), label: String::new() };
    let shortest = |at: usize, _: &mut Dice| Row {
        title: String::new(),
        body: rows[at].title.chars().skip(rows[at].title.chars().count().saturating_sub(6)).collect(),
        label: String::new(),
    };
    for open_only in [false, true] {
        let filter = if open_only { ", open only" } else { "" };
        ask(&format!("the same text{filter}"), &same, open_only, true);
        ask(&format!("told again{filter}"), &again, open_only, true);
        ask(&format!("told again, place unknown{filter}"), &again, open_only, false);
        ask(&format!("its title alone{filter}"), &short, open_only, true);
        ask(&format!("six characters{filter}"), &shortest, open_only, true);
    }
    let start = processor();
    for case in 0..1000 {
        index.remove(case * 7);
    }
    println!("remove: {:.3} ms each", (processor() - start));
    let start = processor();
    let (mut case, mut slowest) = (0, 0.0_f64);
    while index.len() > rows.len() / 3 {
        let one = processor();
        index.remove(case);
        slowest = slowest.max(processor() - one);
        case += 1;
    }
    println!(
        "two thirds removed: {:.0} s, the slowest {:.0} ms (it moves the rest together), {:.0} MB left",
        (processor() - start),
        slowest * 1e3,
        index.memory() as f64 / 1e6
    );
}
