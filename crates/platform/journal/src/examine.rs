//! The journal's part of `doctor`: every mac, every chain, every position, the tree.

use std::collections::{HashMap, HashSet};

use kernel::SubjectId;
use store::{Db, StoreError, Tx};
use tlog::Edge;

use crate::event::{Event, leaf_start};
use crate::order::{Order, Placed};
use crate::{Journal, rows};

/// Something that is not as we wrote it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Finding {
    /// The table.
    pub table: &'static str,
    /// The row's key.
    pub row: String,
    /// What is wrong, for the operator.
    pub what: String,
}

impl Finding {
    /// A finding about one row.
    pub fn new(table: &'static str, row: impl std::fmt::Display, what: impl Into<String>) -> Self {
        Self { table, row: row.to_string(), what: what.into() }
    }
}

/// Rows read at a time: an examination must not hold the memory of a whole county.
const STEP: u64 = 2000;

impl Journal {
    /// Examines the whole journal. Two passes: by stream (chains and macs), by position (order and tree).
    pub async fn examine(&self, db: &Db) -> Result<Vec<Finding>, StoreError> {
        let journal = self.clone();
        db.read(move |tx| async move {
            let mut findings = Vec::new();
            let (leaves, subjects) = journal.chains(&tx, &mut findings).await?;
            journal.subjects(&tx, subjects, &mut findings).await?;
            let (mut edge, mut placed) = (Edge::default(), HashSet::new());
            crate::epoch::examine(&journal, &tx, &mut findings).await?;
            let head = rows::head::read(&tx).await;
            if rows::head::others(&tx).await? > 0 {
                findings.push(Finding::new("log_head", "other", "there is one head and one row for it"));
            }
            match journal.first_leaf(&tx, head.as_ref().map_or(0, |head| head.epoch)).await {
                Ok(None) => {}
                Ok(Some(leaf)) => drop(edge.push(tlog::leaf_hash(&leaf))),
                Err(error) => findings.push(Finding::new("log_head", 1, error.to_string())),
            }
            let (mut last, mut order) = (-1, Order::default());
            while let Some(next) = order.next(&tx).await? {
                let (table, position) = next.place();
                if position != last + 1 {
                    findings.push(Finding::new(table, position, "not the position behind the one before it"));
                }
                last = position;
                match next {
                    Placed::Leaf(row) => {
                        if !journal.wrote(&row) {
                            findings.push(Finding::new(table, position, "its mac is not ours: written or changed behind the journal"));
                        }
                        edge.push(tlog::leaf_hash(&row.leaf));
                    }
                    Placed::Event(row) => {
                        placed.insert(row.seq);
                        match leaves.get(&row.seq) {
                            Some(leaf) => {
                                edge.push(*leaf);
                                if row.leaf_start != leaf_start(leaf) {
                                    findings.push(Finding::new(table, position, "a receipt would not find it: leaf_start was changed"));
                                }
                            }
                            None => {
                                findings.push(Finding::new(table, position, format!("its event {} is missing or unreadable", row.seq)));
                            }
                        }
                    }
                }
            }
            match head {
                Ok(head) if head.edge != edge => {
                    findings.push(Finding::new(
                        "log_head",
                        1,
                        format!("the tree of {} leaves has another root than the events give", head.edge.size()),
                    ));
                }
                Ok(_) => {}
                Err(error) => findings.push(Finding::new("log_head", 1, error.to_string())),
            }
            let mut waiting = HashSet::new();
            for row in rows::pending::all(&tx).await? {
                if let Some(reason) = &row.refused {
                    findings.push(Finding::new("journal_pending", row.seq, format!("refused by the sequencer: {reason}")));
                }
                if placed.contains(&row.seq) {
                    findings.push(Finding::new("journal_pending", row.seq, "waits although it has a position"));
                } else if !leaves.contains_key(&row.seq) {
                    findings.push(Finding::new("journal_pending", row.seq, "waits, but there is no such event"));
                }
                waiting.insert(row.seq);
            }
            for seq in leaves.keys().filter(|seq| !placed.contains(*seq) && !waiting.contains(*seq)) {
                findings.push(Finding::new("journal_event", seq, "has no position and does not wait for one"));
            }
            Ok(findings)
        })
        .await
    }

    /// The first pass, by stream: every chain begins at 1, has no gap, and its macs are ours. Returns the leaf of each event, and whom
    /// events are about.
    async fn chains(&self, tx: &Tx, findings: &mut Vec<Finding>) -> Result<(HashMap<i64, tlog::Hash>, Subjects), StoreError> {
        let mut leaves: HashMap<i64, tlog::Hash> = HashMap::new();
        let mut subjects = Subjects::new();
        let mut before: Option<(String, i64, Vec<u8>)> = None;
        loop {
            let after = before.as_ref().map(|(stream, version, _)| (stream.as_str(), *version));
            let rows = rows::event::in_stream_order(tx, after, STEP).await?;
            if rows.is_empty() {
                break;
            }
            for row in rows {
                let (seq, stream, version, mac) = (row.seq, row.stream.clone(), row.version, row.mac.clone());
                let previous = match &before {
                    Some((s, v, mac)) if *s == stream => {
                        if version != v + 1 {
                            findings.push(Finding::new("journal_event", seq, format!("{stream} jumps from version {v} to {version}")));
                        }
                        mac.clone()
                    }
                    Some(_) | None => {
                        if version != 1 {
                            findings.push(Finding::new("journal_event", seq, format!("{stream} begins at version {version}")));
                        }
                        vec![0; 32]
                    }
                };
                match Event::try_from(row) {
                    Ok(event) => {
                        if self.mac_of(&event, &previous) != event.mac {
                            findings.push(Finding::new("journal_event", seq, "its mac is not ours: written or changed behind the journal"));
                        }
                        let erased = subjects.entry(event.subject).or_insert(Erased::No);
                        if ENDS.iter().any(|end| event.kind.ends_with(end)) {
                            *erased = Erased::Yes;
                        }
                        leaves.insert(seq, event.leaf_hash());
                    }
                    Err(error) => findings.push(Finding::new("journal_event", seq, error.to_string())),
                }
                before = Some((stream, version, mac));
            }
        }
        Ok((leaves, subjects))
    }

    /// Whether everybody whom events are about has her key, and only who was erased has none.
    async fn subjects(&self, tx: &Tx, mut subjects: Subjects, findings: &mut Vec<Finding>) -> Result<(), StoreError> {
        let mut last = String::new();
        loop {
            let rows = rows::subject_key::after(tx, &last, STEP).await?;
            let Some(newest) = rows.last() else { break };
            last.clone_from(&newest.subject);
            for row in rows {
                let told = row.subject.parse().ok().and_then(|subject: SubjectId| Some((subject, subjects.remove(&subject)?)));
                let what = match told {
                    None => "the key of nobody: no event is about this subject",
                    Some((_, Erased::Yes)) if row.wrapped.is_none() && row.destroyed_at.is_some() => continue,
                    Some((_, Erased::Yes)) => "erased, but the key is there",
                    Some((subject, Erased::No))
                        if row.destroyed_at.is_none() && self.unwrap_key(subject, row.wrapped.as_deref()).is_ok() =>
                    {
                        continue;
                    }
                    Some((_, Erased::No)) => "the key does not open, or is destroyed although nobody was erased",
                };
                findings.push(Finding::new("subject_key", row.subject, what));
            }
        }
        findings.extend(subjects.keys().map(|subject| Finding::new("subject_key", subject, "missing: what it opens is lost")));
        Ok(())
    }
}

/// How the kinds of events end that come with the destruction of their subject's key: asked for, or after the time of keeping.
const ENDS: [&str; 2] = [".erased", ".archived"];

/// Whom events are about.
type Subjects = HashMap<SubjectId, Erased>;

/// Whether an event says that the person was erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Erased {
    Yes,
    No,
}
