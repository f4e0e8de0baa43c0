//! What the figures ask of cases (ADR 0021): facts by events up to a position, which cases may have changed, how many there are of each
//! month. Only what publishes asks; no page does.

use std::collections::{BTreeMap, BTreeSet};

use identity::Granted;
use journal::{Named, Source, Stream};
use kernel::{CaseId, KindCode, Timestamp};
use store::{StoreError, Tx};
use tlog::Hash;
use tlog::leaf::CaseRef;

use crate::events::from_journal;
use crate::model::again::{Answered, Spot, answers_before};
use crate::model::case::subject_of;
use crate::model::facts::{Known, Received, facts};
use crate::permissions::RunTimer;
use crate::rows;
use crate::rows::private::Said;
use crate::service::Cases;

/// Cases read at a time.
const CASES: usize = 500;

/// The facts of one case, with its name in the public log.
#[derive(Debug, Clone)]
pub struct Derived {
    /// Which case.
    pub id: CaseId,
    /// Its name.
    pub name: CaseRef,
    /// What its facts leaf says of its seals.
    pub seals: Hash,
    /// Its facts.
    pub known: Known,
}

impl Cases {
    /// The facts of these cases by their events up to position `through`, as they stand at `until`. Left out: cases without such an event,
    /// whose person is gone, and those that cannot be read, which `doctor` names.
    pub async fn derive(
        &self,
        _grant: &Granted<RunTimer>,
        tx: &Tx,
        ids: &[CaseId],
        through: i64,
        until: Timestamp,
    ) -> Result<Vec<Derived>, StoreError> {
        let streams: Vec<Stream> = ids.iter().map(Stream::of).collect();
        let mut named = self.journal.named(tx, &streams, through).await?;
        Ok(ids.iter().filter_map(|id| self.derive_one(*id, named.remove(&Stream::of(id))?, until)).collect())
    }

    /// The earlier cases that came again with these: of the same kind, answered at most 90 days before, at the same place.
    pub async fn come_again(&self, _grant: &Granted<RunTimer>, tx: &Tx, later: &[CaseId]) -> Result<BTreeSet<CaseId>, StoreError> {
        let mut of_kind: BTreeMap<KindCode, Vec<(CaseId, Timestamp)>> = BTreeMap::new();
        for part in later.chunks(CASES) {
            for (id, kind, received_at) in rows::published::kinds_of(tx, part).await? {
                of_kind.entry(kind).or_default().push((id, received_at));
            }
        }
        let mut again = BTreeSet::new();
        for (kind, later) in of_kind {
            let received = || later.iter().map(|(_, received_at)| *received_at);
            let (Some(first), Some(last)) = (received().min(), received().max()) else { continue };
            let mut answered = Answered::default();
            for part in rows::published::answered_like(tx, &kind, answers_before(first).0, last).await?.chunks(CASES) {
                for (id, given_at, spot) in self.placed(tx, part).await? {
                    answered.add(id, given_at, spot);
                }
            }
            for part in later.chunks(CASES) {
                for (id, received_at, spot) in self.placed(tx, part).await? {
                    again.extend(answered.again_with(id, received_at, &spot));
                }
            }
        }
        Ok(again)
    }

    /// These cases, each with the instant beside it and where it is.
    async fn placed(&self, tx: &Tx, cases: &[(CaseId, Timestamp)]) -> Result<Vec<(CaseId, Timestamp, Spot)>, StoreError> {
        let said = rows::private::find_many(tx, cases.iter().map(|(id, _)| *id)).await?;
        let spot = |id: &CaseId| said.get(&id.to_string()).map(|said| self.place_of(said)).unwrap_or_default();
        Ok(cases.iter().map(|(id, at)| (*id, *at, spot(id))).collect())
    }

    fn place_of(&self, said: &Said) -> Spot {
        let register = self.places.register();
        let words = said.place_words.as_deref().unwrap_or("");
        let named = register.find_in_words(words).into_iter().find_map(|guess| Some((guess.place?, guess.area)));
        Spot { at: said.lat.zip(said.lon), named }
    }

    fn derive_one(&self, id: CaseId, named: Named, until: Timestamp) -> Option<Derived> {
        let Named { name, seals, events } = named;
        let imported = events.first().is_some_and(|opened| opened.event.source == Source::Import);
        let story: Vec<_> = events.into_iter().map(|opened| from_journal(id, opened)).collect::<Result<_, _>>().ok()?;
        let first = story.first()?;
        let limits = self.limits_at(first.event.receipt(first.at));
        let mut known = facts(id, story.iter().map(|entry| (&entry.event, entry.at)), until, &self.calendars(), &limits).ok()??;
        known.facts.imported = imported;
        Some(Derived { id, name, seals, known })
    }

    /// The names of these cases in the public log; those whose person is gone are left out.
    pub async fn names_in_log(&self, _grant: &Granted<RunTimer>, tx: &Tx, ids: &[CaseId]) -> Result<Vec<(CaseId, CaseRef)>, StoreError> {
        let streams: Vec<_> = ids.iter().map(|id| (Stream::of(id), subject_of(*id))).collect();
        let names = self.journal.names_of(tx, &streams).await?;
        Ok(ids.iter().filter_map(|id| Some((*id, *names.get(&Stream::of(id))?))).collect())
    }

    /// Cases whose facts may change by time alone, in order of their ids behind `after`.
    pub async fn under_way(&self, _grant: &Granted<RunTimer>, tx: &Tx, after: &str, most: u64) -> Result<Vec<CaseId>, StoreError> {
        rows::published::under_way(tx, after, most).await
    }

    /// All cases whose person is there, in order of their ids behind `after`.
    pub async fn all_known(&self, _grant: &Granted<RunTimer>, tx: &Tx, after: &str, most: u64) -> Result<Vec<CaseId>, StoreError> {
        rows::published::all_known(tx, after, most).await
    }

    /// The cases received within a time whose person is there, in order of their ids behind `after`.
    pub async fn known_received(
        &self,
        _grant: &Granted<RunTimer>,
        tx: &Tx,
        within: (Timestamp, Timestamp),
        after: &str,
        most: u64,
    ) -> Result<Vec<CaseId>, StoreError> {
        rows::published::known_received(tx, within, after, most).await
    }

    /// The cases received within a time of which nothing is ever published, but for those whose person is gone.
    pub async fn never_received(
        &self,
        _grant: &Granted<RunTimer>,
        tx: &Tx,
        from: Timestamp,
        to: Timestamp,
    ) -> Result<Vec<CaseId>, StoreError> {
        rows::published::never_received(tx, from, to).await
    }

    /// Those of these cases of which nothing may be published now.
    pub async fn closed_to_the_public(&self, _grant: &Granted<RunTimer>, tx: &Tx, ids: &[CaseId]) -> Result<Vec<CaseId>, StoreError> {
        rows::published::never_among(tx, ids).await
    }

    /// How many cases were received from `from` on and before `to`.
    pub async fn received(&self, _grant: &Granted<RunTimer>, tx: &Tx, from: Timestamp, to: Timestamp) -> Result<Received, StoreError> {
        rows::published::received(tx, from, to).await
    }

    /// When the first case was received.
    pub async fn first_received(&self, _grant: &Granted<RunTimer>, tx: &Tx) -> Result<Option<Timestamp>, StoreError> {
        rows::published::first_received(tx).await
    }

    /// Names of erased people whose facts were not taken back yet.
    pub async fn names_gone(&self, _grant: &Granted<RunTimer>, tx: &Tx) -> Result<Vec<String>, StoreError> {
        rows::gone::all(tx).await
    }

    /// The facts of these names were taken back.
    pub async fn took_back(&self, _grant: &Granted<RunTimer>, tx: &Tx, names: &[String]) -> Result<(), StoreError> {
        rows::gone::remove(tx, names).await
    }
}
