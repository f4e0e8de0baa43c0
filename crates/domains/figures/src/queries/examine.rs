//! The figures' part of `doctor`: the sums are a fold of the log, what is published of a case is what its events give, and what was said of
//! its seals is what was sealed (decisions 10).

use std::collections::{BTreeMap, HashMap};

use journal::Finding;
use kernel::CaseId;
use store::{StoreError, Tx};
use tally::{Cell, Counts, Ledger};
use tlog::leaf::{Change, Facts, Leaf, Month, What};

use crate::model::names::{Numbers, change};
use crate::model::{Batch, Published};
use crate::rows;
use crate::service::{Figures, grant};

/// Leaves and rows read at a time.
const STEP: u64 = 2000;

/// Cases whose histories are read at a time.
const CASES: u64 = 200;

/// What the log says.
#[derive(Default)]
struct Folded {
    ledger: Ledger,
    said: BTreeMap<(What, String), Change>,
}

impl Figures {
    /// Compares what is kept with the log, and the log with what cases were sealed with.
    pub async fn examine(&self) -> Result<Vec<Finding>, StoreError> {
        let mut findings = Vec::new();
        let figures = self.clone();
        let (mut found, batches, numbers) = self.0.db.read(move |tx| async move { figures.examine_log(&tx).await }).await?;
        findings.append(&mut found);
        let mut after = String::new();
        loop {
            let (figures, from, batches, numbers) = (self.clone(), after.clone(), batches.clone(), numbers.clone());
            let step = self.0.db.read(move |tx| async move { figures.examine_cases(&tx, &from, &batches, &numbers).await }).await?;
            let Some((last, mut found)) = step else { return Ok(findings) };
            after = last;
            findings.append(&mut found);
        }
    }

    async fn folded(&self, tx: &Tx) -> Result<Folded, StoreError> {
        let (mut folded, mut after) = (Folded::default(), -1);
        loop {
            let leaves = self.0.journal.leaves_after(tx, after, STEP).await?;
            let Some((last, _)) = leaves.last() else { return Ok(folded) };
            after = *last;
            for (position, bytes) in leaves {
                // What cannot be read has a mac that is not ours: the journal names it.
                let Ok(leaf) = Leaf::decode(&bytes) else { continue };
                if let Leaf::Change(change) = &leaf {
                    folded.said.insert((change.what, change.code.clone()), change.clone());
                }
                folded.ledger.take(u64::try_from(position).unwrap_or(u64::MAX), leaf);
            }
        }
    }

    async fn examine_log(&self, tx: &Tx) -> Result<(Vec<Finding>, BTreeMap<i64, Batch>, Numbers), StoreError> {
        let mut findings = Vec::new();
        let Folded { ledger, said } = self.folded(tx).await?;
        findings.extend(ledger.odd().iter().map(|odd| Finding::new("log_leaf", "figures", odd.to_string())));
        if ledger.unfinished() > 0 {
            findings.push(Finding::new("log_leaf", "figures", "a batch without its table"));
        }
        cells(tx, &ledger, &mut findings).await?;
        self.published(tx, &ledger, &mut findings).await?;
        let batches = match rows::batch::all(tx).await {
            Ok(batches) => batches,
            Err(error @ StoreError::Corrupt { .. }) => {
                findings.push(Finding::new("figure_batch", "-", error.to_string()));
                Vec::new()
            }
            Err(error) => return Err(error),
        };
        let kept: Vec<(u64, String)> =
            batches.iter().map(|batch| (u64::try_from(batch.table).unwrap_or(0), batch.on.to_string())).collect();
        let told: Vec<(u64, String)> = ledger.batches().iter().map(|(at, table)| (*at, table.on.clone())).collect();
        for (at, on) in kept.iter().filter(|batch| !told.contains(batch)) {
            findings.push(Finding::new("figure_batch", at, format!("the log has no batch of {on} there")));
        }
        for (at, on) in told.iter().filter(|batch| !kept.contains(batch)) {
            findings.push(Finding::new("figure_batch", at, format!("the batch of {on} is missing")));
        }
        let names = match rows::name::all(tx).await {
            Ok(names) => names,
            Err(error @ StoreError::Corrupt { .. }) => {
                findings.push(Finding::new("figure_name", "-", error.to_string()));
                Vec::new()
            }
            Err(error) => return Err(error),
        };
        for name in names.iter().filter(|name| said.get(&(name.what, name.code.clone())) != Some(&change(name))) {
            findings.push(Finding::new("figure_name", format!("{}/{}", name.what.code(), name.code), "the log says something else"));
        }
        if names.len() < said.len() {
            findings.push(Finding::new("figure_name", "-", "names that the log says are missing"));
        }
        Ok((findings, batches.into_iter().map(|batch| (batch.table, batch)).collect(), Numbers::of(&names)))
    }

    /// The newest facts by name are those of the log.
    async fn published(&self, tx: &Tx, ledger: &Ledger, findings: &mut Vec<Finding>) -> Result<(), StoreError> {
        let (mut after, mut with_facts) = (String::new(), 0);
        loop {
            let rows = rows::case::after(tx, &after, STEP).await?;
            let Some((last, _)) = rows.last() else { break };
            after.clone_from(last);
            for (name, published) in rows {
                let published = match published {
                    Ok(published) => published,
                    Err(error) => {
                        findings.push(Finding::new("figure_case", name, error.to_string()));
                        continue;
                    }
                };
                with_facts += usize::from(published.known.is_some());
                let told = crate::model::plan::name_from(&name).and_then(|name| ledger.case(name));
                if told != rows::case::facts(&published) {
                    findings.push(Finding::new("figure_case", name, "the log says something else"));
                }
            }
        }
        if with_facts < ledger.cases() {
            findings.push(Finding::new("figure_case", "-", "names that have facts in the log are missing"));
        }
        Ok(())
    }

    /// What is published of cases is what their events gave up to their batch.
    async fn examine_cases(
        &self,
        tx: &Tx,
        after: &str,
        batches: &BTreeMap<i64, Batch>,
        numbers: &Numbers,
    ) -> Result<Option<(String, Vec<Finding>)>, StoreError> {
        let cases = &self.0.cases;
        let ids = cases.all_known(&grant(), tx, after, CASES).await?;
        let Some(last) = ids.last() else { return Ok(None) };
        let names = cases.names_in_log(&grant(), tx, &ids).await?;
        let texts: Vec<String> = names.iter().map(|(_, name)| name.to_string()).collect();
        let published = match rows::case::find_many(tx, &texts).await {
            Ok(published) => published,
            // It was named above.
            Err(StoreError::Corrupt { .. }) => HashMap::new(),
            Err(error) => return Err(error),
        };
        let mut by_batch: BTreeMap<i64, Vec<CaseId>> = BTreeMap::new();
        for (id, name) in &names {
            if let Some(published) = published.get(&name.to_string()).filter(|published| published.known.is_some()) {
                by_batch.entry(published.batch).or_default().push(*id);
            }
        }
        let mut findings = Vec::new();
        for (table, ids) in by_batch {
            let Some(batch) = batches.get(&table) else {
                findings.push(Finding::new("figure_case", table, "facts of a batch that is not there"));
                continue;
            };
            for derived in cases.derive(&grant(), tx, &ids, batch.through, batch.made_at).await? {
                let name = derived.name.to_string();
                let Some(Published { known: Some((facts, seals)), .. }) = published.get(&name) else { continue };
                let expected = self.numbered(&derived.known, numbers, &BTreeMap::new());
                // The area is the batch's to choose, and who came again later is not sealed here.
                if !derived.known.open || (Facts { area: facts.area, repeat: facts.repeat, ..expected }) != *facts {
                    findings.push(Finding::new("figure_case", &name, "its facts are not what its events give"));
                }
                if derived.seals != *seals {
                    findings.push(Finding::new("figure_case", &name, "what it says of its seals is not what was sealed"));
                }
            }
        }
        Ok(Some((last.to_string(), findings)))
    }
}

/// The sums are those of the log.
async fn cells(tx: &Tx, ledger: &Ledger, findings: &mut Vec<Finding>) -> Result<(), StoreError> {
    let (Some(first), Some(last)) = (Month::new(2000, 1), Month::new(2099, 12)) else { return Ok(()) };
    let kept = match rows::cell::cube(tx, first, last).await {
        Ok(cube) => cube,
        Err(error @ StoreError::Corrupt { .. }) => {
            findings.push(Finding::new("figure_cell", "-", error.to_string()));
            return Ok(());
        }
        Err(error) => return Err(error),
    };
    let of = |cube: &tally::Cube| -> BTreeMap<Cell, Counts> { cube.cells().map(|(cell, counts)| (*cell, *counts)).collect() };
    let (kept, told) = (of(&kept), of(ledger.cube()));
    let places: std::collections::BTreeSet<&Cell> = kept.keys().chain(told.keys()).collect();
    for cell in places.into_iter().filter(|cell| kept.get(cell) != told.get(cell)) {
        let place = format!("{}/{}/{}/{}", cell.month, cell.area, cell.unit, cell.category);
        findings.push(Finding::new("figure_cell", place, "the log gives other sums"));
    }
    Ok(())
}
