//! Leaves in, figures out: reads a log in order, lets the newest facts of a case win, and checks on the way that every batch
//! is whole and every table adds up. The same code keeps a site's cube up to date and lets a stranger compute it again.

use std::collections::{BTreeMap, HashMap};

use tlog::leaf::{BatchTable, CaseRef, Change, Community, Facts, FactsLeaf, Leaf, Month, Table, What};

use crate::cube::{Cube, Slice};
use crate::define::Figure;
use crate::suppress::{WrongTable, check_communities};

/// Something that does not add up, at the position of its leaf.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Odd {
    /// A batch's table counts other leaves than stand before it.
    #[error("entry {at}: the batch has {found} facts leaves and says {said}")]
    Facts {
        /// The table.
        at: u64,
        /// What it says.
        said: u64,
        /// What stands before it.
        found: u64,
    },
    /// The same, of scores.
    #[error("entry {at}: the batch has {found} score leaves and says {said}")]
    Scores {
        /// The table.
        at: u64,
        /// What it says.
        said: u64,
        /// What stands before it.
        found: u64,
    },
    /// A batch's table names another number of cases with facts than the log has.
    #[error("entry {at}: {month} has {found} cases with facts and the table says {said}")]
    Month {
        /// The table.
        at: u64,
        /// The month received.
        month: Month,
        /// What the table says.
        said: u64,
        /// What the log has.
        found: u64,
    },
    /// A batch's table counts other leaves about a month than stand in the batch.
    #[error("entry {at}: the batch has {found} leaves about {month} and the table says {said}")]
    MonthLeaves {
        /// The table.
        at: u64,
        /// The month received.
        month: Month,
        /// What the table says.
        said: u64,
        /// What stands before it.
        found: u64,
    },
    /// A batch's table does not name the last batch about a month.
    #[error("entry {at}: the table does not name the batch about {month} that was before it")]
    MonthChain {
        /// The table.
        at: u64,
        /// The month received.
        month: Month,
    },
    /// Other leaves stand among those of a batch.
    #[error("entry {at}: the batch is not in one piece")]
    Torn {
        /// The table.
        at: u64,
    },
    /// A batch does not name the table of the batch before it.
    #[error("entry {at}: the table does not name the one before it")]
    Chain {
        /// The table.
        at: u64,
    },
    /// Leaves of a batch do not stand in the order of their case's name.
    #[error("entry {at}: out of order within its batch")]
    Order {
        /// The leaf.
        at: u64,
    },
    /// A table over communities is wrong.
    #[error("entry {at}: the table of {figure} by community: {why}")]
    Community {
        /// The table.
        at: u64,
        /// Its figure.
        figure: String,
        /// Why.
        why: WrongTable,
    },
    /// A table is about a figure that this program does not know.
    #[error("entry {at}: {figure} is no figure that this program knows")]
    Figure {
        /// The table.
        at: u64,
        /// The figure.
        figure: String,
    },
}

/// What the log says so far.
#[derive(Debug, Clone, Default)]
pub struct Ledger {
    newest: HashMap<CaseRef, Facts>,
    cube: Cube,
    months: BTreeMap<Month, OfMonth>,
    names: BTreeMap<(What, u32), Change>,
    batches: Vec<(u64, BatchTable)>,
    facts_since: u64,
    scores_since: u64,
    /// Where the batch being read began.
    began: Option<u64>,
    last_ref: Option<CaseRef>,
    odd: Vec<Odd>,
}

/// What is known of one received month.
#[derive(Debug, Clone, Copy, Default)]
struct OfMonth {
    with_facts: u64,
    /// Leaves about it since the last table.
    leaves: u64,
    /// The table of the last batch that had some.
    before: Option<u64>,
}

impl Ledger {
    /// Takes the leaf at this position. Leaves must come in the order of the log.
    pub fn take(&mut self, at: u64, leaf: Leaf) {
        match leaf {
            // Figures of cases without facts are a table of their own, never added to these.
            Leaf::Seal(_) | Leaf::Epoch(_) | Leaf::Table(Table::Apart(_)) => {}
            Leaf::Facts(leaf) => self.facts(at, &leaf),
            Leaf::Score(score) => {
                self.began.get_or_insert(at);
                self.scores_since += 1;
                self.months.entry(score.month).or_default().leaves += 1;
                self.cube.score(&score);
            }
            Leaf::Table(Table::Batch(table)) => self.batch(at, table),
            Leaf::Table(Table::Community(table)) => self.community(at, &table),
            Leaf::Change(change) => {
                self.names.insert((change.what, change.number), change);
            }
        }
    }

    /// Takes the bytes of a leaf; what is no leaf of a known form is the verifier's matter, not ours.
    pub fn take_bytes(&mut self, at: u64, bytes: &[u8]) {
        if let Ok(leaf) = Leaf::decode(bytes) {
            self.take(at, leaf);
        }
    }

    fn facts(&mut self, at: u64, leaf: &FactsLeaf) {
        self.began.get_or_insert(at);
        self.facts_since += 1;
        if self.last_ref.replace(leaf.case).is_some_and(|before| before >= leaf.case) {
            self.odd.push(Odd::Order { at });
        }
        let new = leaf.known.map(|(facts, _)| facts);
        let old = match new {
            Some(facts) => self.newest.insert(leaf.case, facts),
            None => self.newest.remove(&leaf.case),
        };
        if let Some(old) = old {
            let month = self.months.entry(old.month).or_default();
            month.with_facts = month.with_facts.saturating_sub(1);
        }
        if let Some(new) = new {
            self.months.entry(new.month).or_default().with_facts += 1;
        }
        if let Some(about) = new.or(old) {
            self.months.entry(about.month).or_default().leaves += 1;
        }
        // What is taken away was added by this very function.
        let _ = self.cube.replace(old.as_ref(), new.as_ref());
    }

    fn batch(&mut self, at: u64, table: BatchTable) {
        let (found, scores) = (std::mem::take(&mut self.facts_since), std::mem::take(&mut self.scores_since));
        self.last_ref = None;
        if self.began.take().unwrap_or(at) + found + scores != at {
            self.odd.push(Odd::Torn { at });
        }
        if table.before != self.batches.last().map(|(at, _)| *at) {
            self.odd.push(Odd::Chain { at });
        }
        if table.facts != found {
            self.odd.push(Odd::Facts { at, said: table.facts, found });
        }
        if table.scores != scores {
            self.odd.push(Odd::Scores { at, said: table.scores, found: scores });
        }
        for row in &table.months {
            self.months.entry(row.month).or_default();
        }
        for (month, of) in &mut self.months {
            let row = table.months.iter().find(|row| row.month == *month);
            let (said, leaves, before) = row.map_or((0, 0, None), |row| (row.with_facts, row.leaves, row.before));
            if said != of.with_facts {
                self.odd.push(Odd::Month { at, month: *month, said, found: of.with_facts });
            }
            if leaves != of.leaves {
                self.odd.push(Odd::MonthLeaves { at, month: *month, said: leaves, found: of.leaves });
            }
            if row.is_some() && before != of.before {
                self.odd.push(Odd::MonthChain { at, month: *month });
            }
            if std::mem::take(&mut of.leaves) > 0 {
                of.before = Some(at);
            }
        }
        self.batches.push((at, table));
    }

    fn community(&mut self, at: u64, table: &Community) {
        let Some(figure) = Figure::from_code(&table.figure) else {
            self.odd.push(Odd::Figure { at, figure: table.figure.clone() });
            return;
        };
        let slice = Slice { area: Some(table.area), ..Slice::county(table.month) };
        let area = figure.pair(&self.cube.sum(&slice));
        if let Err(why) = check_communities(&table.rows, area) {
            self.odd.push(Odd::Community { at, figure: table.figure.clone(), why });
        }
    }

    /// The figures so far.
    pub fn cube(&self) -> &Cube {
        &self.cube
    }

    /// How many cases have facts.
    pub fn cases(&self) -> usize {
        self.newest.len()
    }

    /// How many cases of this month have facts, and the table of the last batch about it.
    pub fn month(&self, month: Month) -> (u64, Option<u64>) {
        self.months.get(&month).map_or((0, None), |of| (of.with_facts, of.before))
    }

    /// The newest facts of a case.
    pub fn case(&self, case: CaseRef) -> Option<&Facts> {
        self.newest.get(&case)
    }

    /// What a number means: the newest change leaf of it.
    pub fn named(&self, what: What, number: u32) -> Option<&Change> {
        self.names.get(&(what, number))
    }

    /// The last batch's table: its day is the date of all figures.
    pub fn last_batch(&self) -> Option<&BatchTable> {
        self.batches.last().map(|(_, table)| table)
    }

    /// The tables of all batches, with their positions.
    pub fn batches(&self) -> &[(u64, BatchTable)] {
        &self.batches
    }

    /// Leaves that stand after the last batch's table; there are none in a log whose last batch was finished.
    pub fn unfinished(&self) -> u64 {
        self.facts_since + self.scores_since
    }

    /// What does not add up, in the order of the log.
    pub fn odd(&self) -> &[Odd] {
        &self.odd
    }
}
