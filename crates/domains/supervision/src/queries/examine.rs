//! The supervision part of `doctor`: every row is the fold of its events, and every case that may be lit has its job.

use std::collections::{HashMap, HashSet};

use journal::{Finding, Opened, Stream};
use kernel::AbsenceId;
use store::{StoreError, Tx};

use crate::events::{MatterEvent, Red, absence_event, fold_absence, matter_event, matter_stream, order_event};
use crate::model::{Level, Order, OrderEvent};
use crate::rows;
use crate::rows::matter::Matter;
use crate::rows::order::Stored;
use crate::service::Supervision;

/// Rows read at a time.
const STEP: u64 = 500;

type Histories = HashMap<Stream, Result<Vec<Opened>, StoreError>>;

impl Supervision {
    /// Compares the tables with the events.
    pub async fn examine(&self) -> Result<Vec<Finding>, StoreError> {
        let supervision = self.clone();
        self.0
            .db
            .read(move |tx| async move {
                let mut findings = Vec::new();
                supervision.examine_matters(&tx, &mut findings).await?;
                supervision.examine_orders(&tx, &mut findings).await?;
                supervision.examine_absences(&tx, &mut findings).await?;
                Ok(findings)
            })
            .await
    }

    /// Every stream that begins with one of `kinds` has its row: `seen` are those of the rows.
    async fn gone(
        &self,
        tx: &Tx,
        table: &'static str,
        kinds: &[&str],
        seen: &HashSet<Stream>,
        findings: &mut Vec<Finding>,
    ) -> Result<(), StoreError> {
        for kind in kinds {
            let told = self.0.journal.streams_that_begin_with(tx, kind).await?;
            let gone = told.into_iter().filter(|stream| !seen.contains(stream));
            findings.extend(gone.map(|stream| Finding::new(table, stream.0, "its events are there, and it is gone")));
        }
        Ok(())
    }

    async fn examine_matters(&self, tx: &Tx, findings: &mut Vec<Finding>) -> Result<(), StoreError> {
        let (mut after, mut seen) = (String::new(), HashSet::new());
        loop {
            let rows = rows::matter::after(tx, &after, STEP).await?;
            let Some(last) = rows.last() else {
                let kinds = ["supervision.reminded", "supervision.contested"];
                return self.gone(tx, "supervision_matter", &kinds, &seen, findings).await;
            };
            after.clone_from(&last.id);
            let matters: Vec<(String, Result<Matter, StoreError>)> =
                rows.into_iter().map(|row| (row.id.clone(), Matter::try_from(row))).collect();
            let streams: Vec<Stream> = matters.iter().filter_map(|(_, matter)| Some(matter_stream(matter.as_ref().ok()?.case))).collect();
            let told = self.0.journal.histories(tx, &streams).await?;
            seen.extend(streams);
            let ids: Vec<String> = matters.iter().map(|(id, _)| id.clone()).collect();
            let mut spans: HashMap<String, Vec<Red>> = HashMap::new();
            for (case, span) in rows::red::of_cases(tx, &ids).await? {
                spans.entry(case).or_default().push(Red::from(&span));
            }
            for (id, matter) in matters {
                let mut find = |what: String| findings.push(Finding::new("supervision_matter", &id, what));
                match matter {
                    Err(error) => find(error.to_string()),
                    Ok(matter) if red_of(&told, &matter_stream(matter.case)) != spans.remove(&id) => {
                        find("its times past the limit are not those of its events".to_owned());
                    }
                    Ok(matter) => match level_of(&told, &matter_stream(matter.case)) {
                        Some(folded) if folded == (matter.level, matter.version) => {}
                        Some(_) => find("it is not the fold of its events".to_owned()),
                        None => find("its events do not make it".to_owned()),
                    },
                }
            }
        }
    }

    async fn examine_orders(&self, tx: &Tx, findings: &mut Vec<Finding>) -> Result<(), StoreError> {
        let (mut after, mut seen) = (0, HashSet::new());
        loop {
            let rows = rows::order::after(tx, after, STEP).await?;
            let Some(last) = rows.last() else { return self.gone(tx, "supervision_order", &["supervision.issued"], &seen, findings).await };
            after = last.number;
            let orders: Vec<(i64, Result<Stored, StoreError>)> = rows.into_iter().map(|row| (row.number, Stored::try_from(row))).collect();
            let streams: Vec<Stream> = orders.iter().filter_map(|(_, order)| Some(Stream::of(order.as_ref().ok()?.id))).collect();
            let told = self.0.journal.histories(tx, &streams).await?;
            seen.extend(streams);
            for (number, stored) in orders {
                let mut find = |what: String| findings.push(Finding::new("supervision_order", number, what));
                match stored {
                    Err(error) => find(error.to_string()),
                    Ok(stored) => match self.folded(&told, &Stream::of(stored.id)) {
                        Some(folded) if folded == stored.order => {}
                        Some(_) => find("it is not the fold of its events".to_owned()),
                        None => find("its events do not make an order".to_owned()),
                    },
                }
            }
        }
    }

    fn folded(&self, told: &Histories, stream: &Stream) -> Option<Order> {
        let story = told.get(stream)?.as_ref().ok()?;
        let events: Vec<(OrderEvent, kernel::Timestamp)> =
            story.iter().map(|opened| Ok((order_event(opened)?.0, opened.event.occurred_at))).collect::<Result<_, StoreError>>().ok()?;
        let issued = events.first()?.1;
        let calendar = self.0.cases.calendar_at(issued);
        Order::fold(events.iter().map(|(event, at)| (event, *at)), &self.deadlines(&calendar, issued)).ok()
    }

    async fn examine_absences(&self, tx: &Tx, findings: &mut Vec<Finding>) -> Result<(), StoreError> {
        let (mut after, mut seen) = (String::new(), HashSet::new());
        loop {
            let rows = rows::absence::after(tx, &after, STEP).await?;
            let Some(last) = rows.last() else {
                return self.gone(tx, "supervision_absence", &["supervision.absence_entered"], &seen, findings).await;
            };
            after.clone_from(&last.id);
            let streams: Vec<Stream> = rows.iter().map(|row| Stream(row.id.clone())).collect();
            let told = self.0.journal.histories(tx, &streams).await?;
            seen.extend(streams);
            for row in rows {
                let id = row.id.clone();
                let folded = id.parse::<AbsenceId>().ok().and_then(|absence| {
                    let story = told.get(&Stream(id.clone()))?.as_ref().ok()?;
                    let events = story.iter().map(absence_event).collect::<Result<Vec<_>, _>>().ok()?;
                    fold_absence(absence, &events)
                });
                let mut find = |what: String| findings.push(Finding::new("supervision_absence", &id, what));
                match crate::model::Absence::try_from(row) {
                    Err(error) => find(error.to_string()),
                    Ok(absence) if folded.as_ref() == Some(&absence) => {}
                    Ok(_) => find("it is not the fold of its events".to_owned()),
                }
            }
        }
    }
}

/// The level and the version that the events of a watch make.
fn level_of(told: &Histories, stream: &Stream) -> Option<(Level, i64)> {
    let story = told.get(stream)?.as_ref().ok()?;
    let mut level = Level::None;
    for opened in story {
        level = match matter_event(opened).ok()? {
            MatterEvent::Reminded { level, .. } => level,
            MatterEvent::StoodDown { .. } => Level::None,
            MatterEvent::Contested { .. } => level,
        };
    }
    Some((level, i64::try_from(story.len()).ok()?))
}

/// The times past the limit that the events of a watch tell; none where there was none.
fn red_of(told: &Histories, stream: &Stream) -> Option<Vec<Red>> {
    let story = told.get(stream)?.as_ref().ok()?;
    let spans: Vec<Red> = story
        .iter()
        .filter_map(|opened| match matter_event(opened).ok()? {
            MatterEvent::StoodDown { red } => red,
            MatterEvent::Reminded { .. } | MatterEvent::Contested { .. } => None,
        })
        .collect();
    (!spans.is_empty()).then_some(spans)
}
