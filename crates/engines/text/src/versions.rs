//! Which model answers: versions, taking one, going back.

use std::sync::Arc;

use crate::model::Model;

/// A trained model and when it came.
#[derive(Debug, Clone)]
pub struct Version {
    /// Counts up from 1.
    pub number: u32,
    /// When it was trained: milliseconds since 1970, UTC.
    pub trained_at: i64,
    /// The model.
    pub model: Arc<Model>,
}

/// The versions of a site, the newest last. A new one is a challenger until it is taken.
#[derive(Debug, Clone, Default)]
pub struct Versions {
    kept: Vec<Version>,
    /// Numbers that answered, in order; the last answers now.
    took: Vec<u32>,
    last: u32,
}

impl Versions {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a challenger; its number.
    pub fn add(&mut self, model: Arc<Model>, trained_at: i64) -> u32 {
        self.last += 1;
        self.kept.push(Version { number: self.last, trained_at, model });
        self.last
    }

    /// The one that answers.
    pub fn champion(&self) -> Option<&Version> {
        self.took.last().and_then(|&number| self.get(number))
    }

    /// A version by its number.
    pub fn get(&self, number: u32) -> Option<&Version> {
        self.kept.iter().find(|version| version.number == number)
    }

    /// Lets a version answer from now on; whether it is there.
    pub fn take(&mut self, number: u32) -> bool {
        let there = self.get(number).is_some();
        if there && self.took.last() != Some(&number) {
            self.took.push(number);
        }
        there
    }

    /// Lets the version answer that answered before; its number, or `None` when there was none.
    pub fn roll_back(&mut self) -> Option<u32> {
        let before = self.took.len().checked_sub(2).and_then(|at| self.took.get(at)).copied()?;
        self.took.pop();
        Some(before)
    }

    /// Drops all but the newest `count`, and what answers now or answered last before it.
    pub fn keep(&mut self, count: usize) {
        let needed: Vec<u32> = self.took.iter().rev().take(2).copied().collect();
        let first = self.kept.len().saturating_sub(count);
        let mut at = 0;
        self.kept.retain(|version| {
            at += 1;
            at > first || needed.contains(&version.number)
        });
        let kept: Vec<u32> = self.kept.iter().map(|version| version.number).collect();
        self.took.retain(|number| kept.contains(number));
    }
}
