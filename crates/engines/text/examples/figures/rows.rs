//! Reading messages, making many of few, and measuring.

use std::collections::BTreeMap;
use std::fs;

use rustix::time::{ClockId, clock_gettime};
use serde_json::Value;
use text::Example;

pub(crate) struct Row {
    pub(crate) title: String,
    pub(crate) body: String,
    pub(crate) label: String,
}

pub(crate) fn read(path: &str) -> Vec<Row> {
    let word = |value: &Value, key: &str| value[key].as_str().unwrap_or("").to_owned();
    let text = fs::read_to_string(path).unwrap();
    let values = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    values.map(|value| Row { title: word(&value, "title"), body: word(&value, "body"), label: word(&value, "label") }).collect()
}

pub(crate) fn example(row: &Row) -> Example<'_> {
    Example { title: &row.title, body: &row.body, path: vec![&row.label], public: false }
}

/// The fold of each row: its place among the rows of its label, modulo 5. `baseline.py` does the same.
pub(crate) fn folds(rows: &[Row]) -> Vec<usize> {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    rows.iter()
        .map(|row| {
            let count = seen.entry(&row.label).or_default();
            *count += 1;
            (*count - 1) % 5
        })
        .collect()
}

/// Numbers from a seed.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % bound.max(1)
    }

    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            let other = self.below(last + 1);
            items.swap(last, other);
        }
    }
}

/// Sentences of a text, each with its mark.
pub(crate) fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['。', '！', '？', '!', '?'])
}

/// Messages put together from sentences of real ones of the same label, so that there are as many as wanted and no two alike.
pub(crate) fn many(rows: &[Row], count: usize) -> Vec<Row> {
    let mut by_label: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for row in rows {
        by_label.entry(&row.label).or_default().extend(sentences(&row.body));
    }
    let mut dice = Dice(1);
    (0..count)
        .map(|at| {
            let row = &rows[at % rows.len()];
            let sentences = &by_label[row.label.as_str()];
            let mut body = String::new();
            while body.len() < row.body.len().min(1200) {
                body.push_str(sentences[dice.below(sentences.len())]);
            }
            Row { title: row.title.clone(), body, label: row.label.clone() }
        })
        .collect()
}

/// The processor's time of this thread so far, in seconds: what a neighbour takes is not in it.
pub(crate) fn processor() -> f64 {
    let now = clock_gettime(ClockId::ThreadCPUTime);
    now.tv_sec as f64 + now.tv_nsec as f64 / 1e9
}

/// The most memory this process ever held, in megabytes; 0 where the system does not say.
pub(crate) fn peak() -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.split_whitespace().next().and_then(|kilobytes| kilobytes.parse::<f64>().ok()).unwrap_or_default() / 1024.0
}

/// The value below which this part of the sorted values lies.
pub(crate) fn quantile(sorted: &[f64], part: f64) -> f64 {
    sorted.get(((sorted.len().saturating_sub(1)) as f64 * part) as usize).copied().unwrap_or_default()
}
