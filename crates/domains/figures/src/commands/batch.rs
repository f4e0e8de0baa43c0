//! A batch (decisions 10; ADR 0021): facts are computed from events up to one position, outside of any write; then one transaction asks
//! once more that nothing of it was sealed or erased meanwhile, and places all leaves behind each other.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use cases::model::facts::{Known, month_of};
use cases::queries::Derived;
use jiff::civil::Date;
use kernel::{AreaCode, CaseId, Timestamp, format};
use store::{StoreError, Tx};
use tally::batch::Thresholds;
use tlog::leaf::{BatchTable, Facts, Leaf, Month, Score, Table};

use super::tables::Tables;
use crate::errors::PublishError;
use crate::model::names::Numbers;
use crate::model::plan::{self, Candidate, OfMonth, Plan};
use crate::model::{Batch, Published, area, moment, weekday};
use crate::rows;
use crate::service::{Figures, Parts, grant};

/// Events read at a time.
const EVENTS: u64 = 4096;

/// Cases whose histories are read at a time.
const CASES: usize = 200;

/// How often a batch is computed again because something of it was sealed meanwhile.
const TRIES: usize = 3;

/// What is to go out.
struct Draft {
    on: Date,
    now: Timestamp,
    through: i64,
    last: Option<Batch>,
    plan: Plan,
    published: HashMap<String, Published>,
    gone: Vec<String>,
    scores: Vec<Score>,
    left: Vec<(CaseId, Score)>,
    /// The cases of all scores, those that go out too.
    rated: Vec<CaseId>,
    /// Cases that came again.
    again: BTreeSet<CaseId>,
    tables: Tables,
}

/// How a try ended.
enum Tried {
    Done(Batch),
    Again,
}

/// What changed since a batch.
#[derive(Default)]
struct Changes {
    cases: BTreeSet<CaseId>,
    /// How often each was rated.
    rated: BTreeMap<CaseId, usize>,
}

impl Figures {
    /// Publishes the batch of `now`'s day, unless it went out already. `None` before the first case was received: there is nothing to say.
    pub async fn publish(&self, now: Timestamp) -> Result<Option<Batch>, PublishError> {
        let cases = self.0.cases.clone();
        if self.0.db.read(move |tx| async move { cases.first_received(&grant(), &tx).await }).await?.is_none() {
            return Ok(None);
        }
        let (numbers, _) = self.named(now).await?;
        for _ in 0..TRIES {
            self.0.journal.sequence_all(&self.0.db, self.0.clock.as_ref()).await?;
            let on = format::local_date(now);
            if let Some(done) = self.0.db.read(move |tx| async move { rows::batch::of_day(&tx, on).await }).await? {
                return Ok(Some(done));
            }
            let draft = self.draft(now, &numbers).await?;
            match self.commit(draft).await? {
                Tried::Done(batch) => {
                    tracing::info!(batch.on = %batch.on, log.position = batch.table, "a batch of facts was published");
                    return Ok(Some(batch));
                }
                Tried::Again => {}
            }
        }
        Err(PublishError::Moved)
    }

    async fn draft(&self, now: Timestamp, numbers: &Numbers) -> Result<Draft, PublishError> {
        let (journal, cases) = (self.0.journal.clone(), self.0.cases.clone());
        let (last, through, waiting, held, gone) = self
            .0
            .db
            .read(move |tx| async move {
                let through = journal.head(&tx).await?.last_position();
                let gone = cases.names_gone(&grant(), &tx).await?;
                let held = rows::score::all(&tx).await?;
                Ok::<_, StoreError>((rows::batch::last(&tx).await?, through, rows::waiting::all(&tx).await?, held, gone))
            })
            .await?;
        let changes = self.changes(last.map_or(-1, |last| last.through), through).await?;
        let later: Vec<CaseId> = changes.cases.iter().copied().collect();
        let cases = self.0.cases.clone();
        let (again, before) =
            self.0
                .db
                .read(move |tx| async move {
                    Ok::<_, StoreError>((cases.come_again(&grant(), &tx, &later).await?, rows::repeat::all(&tx).await?))
                })
                .await?;
        let again: BTreeSet<CaseId> = again.difference(&before).copied().collect();
        let mut ids: BTreeSet<CaseId> = waiting.into_iter().chain(changes.cases.iter().copied()).chain(again.iter().copied()).collect();
        self.under_way(&mut ids).await?;
        let ids: Vec<CaseId> = ids.into_iter().collect();
        let parameters = self.0.settings.at(now);
        let areas = area::published(&self.0.cases.places().register(), parameters.publish_area_residents);
        let mut candidates = Vec::with_capacity(ids.len());
        // Whoever was sealed or erased since leaves what waits.
        let mut scores: BTreeMap<CaseId, Score> = held.into_iter().filter(|(id, _)| !changes.cases.contains(id)).collect();
        let old: BTreeMap<CaseId, Score> = scores.clone();
        for part in ids.chunks(CASES) {
            let (cases, part) = (self.0.cases.clone(), part.to_vec());
            let derived = self.0.db.read(move |tx| async move { cases.derive(&grant(), &tx, &part, through, now).await }).await?;
            for Derived { id, name, seals, known } in derived {
                let repeat = again.contains(&id) || before.contains(&id);
                let facts = Facts { repeat, ..self.numbered(&known, numbers, &areas) };
                if let Some((rating, times)) = known.rating.filter(|_| known.open) {
                    // The first verdict counts; later ones follow it. Had it been given before the last batch, it was taken then.
                    if changes.rated.get(&id) == Some(&times) || old.contains_key(&id) {
                        let Facts { month, area, unit, case_type, .. } = facts;
                        let (contacted, solved, satisfaction) = (rating.contacted, rating.solved, rating.satisfaction);
                        scores.insert(id, Score { month, area, unit, case_type, contacted, solved, satisfaction });
                    }
                }
                candidates.push(Candidate { id, name, seals, facts, open: known.open });
            }
        }
        let names: Vec<String> = candidates.iter().map(|candidate| candidate.name.to_string()).chain(gone.iter().cloned()).collect();
        let published = self.0.db.read(move |tx| async move { rows::case::find_many(&tx, &names).await }).await?;
        let count = |count: u32| usize::try_from(count).unwrap_or(usize::MAX);
        let thresholds = Thresholds { cases: count(parameters.publish_batch), scores: count(parameters.k_anonymity) };
        let moment = moment(now, weekday(parameters.publish_day));
        let plan = plan::plan(&candidates, &published, &gone, moment, thresholds);
        let waiting: Vec<(CaseId, Score)> = scores.into_iter().collect();
        let rated = waiting.iter().map(|(id, _)| *id).collect();
        let (scores, left) = plan::scores(&waiting, moment, thresholds);
        let on = format::local_date(now);
        let tables = self.tables_due((on, last.map(|last| last.on)), (through, now), numbers).await?;
        Ok(Draft { on, now, through, last, plan, published, gone, scores, left, rated, again, tables })
    }

    /// The facts with the numbers of what they speak of.
    pub(crate) fn numbered(&self, known: &Known, numbers: &Numbers, areas: &BTreeMap<AreaCode, AreaCode>) -> Facts {
        let catalogue = self.0.cases.catalogue();
        // Figures of old months keep the first level of a kind that was closed since (decisions 3).
        let category = known.kind.as_ref().and_then(|kind| catalogue.kind(kind)).map(|kind| &kind.category);
        Facts {
            area: known.area.as_ref().and_then(|area| areas.get(area)).map_or(0, |area| numbers.area(area)),
            unit: known.unit.as_ref().map_or(0, |unit| numbers.unit(unit)),
            category: category.map_or(0, |category| numbers.category(category)),
            ..known.facts
        }
    }

    /// The cases with events behind `after` and up to `through`.
    async fn changes(&self, mut after: i64, through: i64) -> Result<Changes, StoreError> {
        let mut changes = Changes::default();
        while after < through {
            let (journal, from) = (self.0.journal.clone(), after);
            let events = self.0.db.read(move |tx| async move { journal.read_after(&tx, from, EVENTS).await }).await?;
            let Some((last, _)) = events.last() else { break };
            after = *last;
            for (_, event) in events.into_iter().filter(|(position, _)| *position <= through) {
                let Some(id) = event.stream.0.parse::<CaseId>().ok() else { continue };
                changes.cases.insert(id);
                if event.kind == "case.rated" {
                    *changes.rated.entry(id).or_default() += 1;
                }
            }
        }
        Ok(changes)
    }

    /// Adds the cases that are not over: their clocks run on without any event.
    async fn under_way(&self, ids: &mut BTreeSet<CaseId>) -> Result<(), StoreError> {
        let mut after = String::new();
        loop {
            let (cases, from) = (self.0.cases.clone(), after.clone());
            let found = self.0.db.read(move |tx| async move { cases.under_way(&grant(), &tx, &from, EVENTS).await }).await?;
            let Some(last) = found.last() else { return Ok(()) };
            after = last.to_string();
            ids.extend(found);
        }
    }

    async fn commit(&self, draft: Draft) -> Result<Tried, PublishError> {
        let (figures, draft) = (self.clone(), std::sync::Arc::new(draft));
        self.0
            .db
            .write_read_committed(move |tx| {
                let (figures, draft) = (figures.clone(), std::sync::Arc::clone(&draft));
                async move { figures.commit_in(&tx, &draft).await }
            })
            .await
    }

    async fn commit_in(&self, tx: &Tx, draft: &Draft) -> Result<Tried, PublishError> {
        let Parts { journal, cases, .. } = &*self.0;
        let turn = journal.turn(tx, draft.now).await?;
        let gone = cases.names_gone(&grant(), tx).await?;
        let asked: Vec<CaseId> = draft.plan.enters.iter().chain(&draft.rated).copied().collect();
        let closed = cases.closed_to_the_public(&grant(), tx, &asked).await?;
        if rows::batch::last(tx).await? != draft.last || gone != draft.gone || !closed.is_empty() {
            return Ok(Tried::Again);
        }
        let first = u64::try_from(turn.first()).map_err(|_| StoreError::corrupt("log_head", "size", 1))?;
        let before = self.table_of(tx, draft.last.as_ref()).await?;
        let at = first + draft.plan.leaves.len() as u64 + draft.scores.len() as u64;
        let position = i64::try_from(at).map_err(|_| StoreError::corrupt("log_head", "size", 1))?;
        self.count(tx, draft).await?;
        let mut leaves = Vec::with_capacity(draft.plan.leaves.len() + draft.scores.len() + 1);
        let mut kept = Vec::with_capacity(draft.plan.leaves.len());
        for (leaf, month) in &draft.plan.leaves {
            let bytes = Leaf::Facts(*leaf).encode()?;
            kept.push((leaf.case, *month, leaf.known.map(|_| bytes.clone())));
            leaves.push(bytes);
        }
        rows::case::put(tx, position, &kept).await?;
        for score in &draft.scores {
            leaves.push(Leaf::Score(*score).encode()?);
        }
        let months = self.months(tx, draft.now).await?;
        let table = plan::table(draft.on, &draft.plan, &draft.scores, &months, before.as_ref());
        leaves.push(Leaf::Table(Table::Batch(table)).encode()?);
        leaves.extend(self.table_leaves(tx, &draft.tables).await?);
        journal.place(tx, turn, leaves, draft.now).await?;
        let batch = Batch { table: position, on: draft.on, made_at: draft.now, through: draft.through };
        rows::batch::insert(tx, &batch).await?;
        rows::waiting::replace(tx, &draft.plan.waits).await?;
        rows::score::replace(tx, &draft.left).await?;
        rows::repeat::add(tx, &draft.again).await?;
        cases.took_back(&grant(), tx, &draft.gone).await?;
        Ok(Tried::Done(batch))
    }

    /// The table of a batch, with its position.
    pub(crate) async fn table_of(&self, tx: &Tx, batch: Option<&Batch>) -> Result<Option<(u64, BatchTable)>, StoreError> {
        let Some(batch) = batch else { return Ok(None) };
        let corrupt = || StoreError::corrupt("figure_batch", "position", batch.table);
        let found = self.0.journal.leaves_after(tx, batch.table - 1, 1).await?;
        let leaf = found.into_iter().find(|(position, _)| *position == batch.table).ok_or_else(corrupt)?.1;
        match Leaf::decode(&leaf) {
            Ok(Leaf::Table(Table::Batch(table))) => Ok(Some((u64::try_from(batch.table).map_err(|_| corrupt())?, table))),
            _ => Err(corrupt()),
        }
    }

    /// Changes the sums by what goes out.
    async fn count(&self, tx: &Tx, draft: &Draft) -> Result<(), StoreError> {
        let old = |name: &str| draft.published.get(name).and_then(rows::case::facts);
        let about = draft.plan.leaves.iter().map(|(_, month)| *month).chain(draft.scores.iter().map(|score| score.month));
        let Some((from, to)) = about.fold(None, |span: Option<(Month, Month)>, month| {
            Some(span.map_or((month, month), |(from, to)| (from.min(month), to.max(month))))
        }) else {
            return Ok(());
        };
        let before = rows::cell::cube(tx, from, to).await?;
        let mut now = before.clone();
        for (leaf, month) in &draft.plan.leaves {
            let new = leaf.known.as_ref().map(|(facts, _)| facts);
            let changed = now.replace(old(&leaf.case.to_string()), new);
            changed.map_err(|_| StoreError::corrupt("figure_cell", "counts", month))?;
        }
        for score in &draft.scores {
            now.score(score);
        }
        rows::cell::change(tx, &before, &now).await
    }

    /// Every month so far, from the first in which anything was received.
    async fn months(&self, tx: &Tx, now: Timestamp) -> Result<Vec<OfMonth>, StoreError> {
        let first = self.0.cases.first_received(&grant(), tx).await?;
        let (Some(mut month), Some(last)) = (first.and_then(month_of), month_of(now)) else { return Ok(Vec::new()) };
        let mut months = Vec::new();
        while month <= last {
            let (from, to) = (first_of(month), first_of(month.next()));
            let received = self.0.cases.received(&grant(), tx, from, to).await?;
            let with_facts = rows::case::with_facts(tx, month).await?;
            months.push(OfMonth { month, all: received.all, never: received.never, with_facts });
            month = month.next();
        }
        Ok(months)
    }
}

/// The first instant of a month, Beijing time.
pub(crate) fn first_of(month: Month) -> Timestamp {
    let (year, number) = (i16::try_from(month.number() / 100).unwrap_or(2000), i8::try_from(month.number() % 100).unwrap_or(1));
    Date::new(year, number, 1).map_or(Timestamp::MAX, |day| format::instant(day.at(0, 0, 0, 0)))
}
