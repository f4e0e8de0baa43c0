//! `journal_event`: append only.

use std::borrow::Borrow;
use std::collections::HashMap;

use kernel::{SubjectId, Timestamp};
use sea_orm::ActiveValue::{NotSet, Set};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait, Order, Query};
use sea_orm::{Condition, ConnectionTrait, QueryOrder, QuerySelect, QueryTrait};
use store::{ROWS_AT_ONCE, StoreError, Tx};

use crate::append::Chain;
use crate::event::{Event, Source, Stream};

const TABLE: &str = "journal_event";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "journal_event")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub seq: i64,
    pub id: String,
    pub recorded_at: i64,
    pub occurred_at: i64,
    pub source: String,
    pub stream: String,
    pub version: i64,
    pub kind: String,
    pub kind_version: i64,
    pub actor: String,
    pub on_behalf_of: Option<String>,
    pub request_id: Option<String>,
    pub cause: Option<String>,
    pub public: String,
    pub subject: String,
    pub private: Vec<u8>,
    pub reason: Option<String>,
    pub seal: Vec<u8>,
    pub mac: Vec<u8>,
}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<Model> for Event {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        let bad = |column| move || StoreError::corrupt(TABLE, column, row.seq);
        let instant = |ms, column| Timestamp::from_millisecond(ms).map_err(|_| bad(column)());
        Ok(Self {
            seq: row.seq,
            id: row.id.parse().map_err(|_| bad("id")())?,
            recorded_at: instant(row.recorded_at, "recorded_at")?,
            occurred_at: instant(row.occurred_at, "occurred_at")?,
            source: Source::from_code(&row.source).ok_or_else(bad("source"))?,
            stream: Stream(row.stream),
            version: row.version,
            kind: row.kind,
            kind_version: row.kind_version,
            actor: row.actor.parse().map_err(|_| bad("actor")())?,
            on_behalf_of: row.on_behalf_of,
            request_id: row.request_id.map(|id| id.parse().map_err(|_| bad("request_id")())).transpose()?,
            cause: row.cause.map(|id| id.parse().map_err(|_| bad("cause")())).transpose()?,
            public: row.public,
            subject: row.subject.parse().map_err(|_| bad("subject")())?,
            private: row.private,
            reason: row.reason,
            commit: row.seal.try_into().map_err(|_| bad("seal")())?,
            mac: row.mac.try_into().map_err(|_| bad("mac")())?,
        })
    }
}

fn row(event: &Event) -> ActiveModel {
    ActiveModel {
        seq: NotSet,
        id: Set(event.id.to_string()),
        recorded_at: Set(event.recorded_at.as_millisecond()),
        occurred_at: Set(event.occurred_at.as_millisecond()),
        source: Set(event.source.code().to_owned()),
        stream: Set(event.stream.0.clone()),
        version: Set(event.version),
        kind: Set(event.kind.clone()),
        kind_version: Set(event.kind_version),
        actor: Set(event.actor.to_string()),
        on_behalf_of: Set(event.on_behalf_of.clone()),
        request_id: Set(event.request_id.map(|id| id.to_string())),
        cause: Set(event.cause.map(|id| id.to_string())),
        public: Set(event.public.clone()),
        subject: Set(event.subject.to_string()),
        private: Set(event.private.clone()),
        reason: Set(event.reason.clone()),
        seal: Set(event.commit.to_vec()),
        mac: Set(event.mac.to_vec()),
    }
}

/// Writes events; the `seq` of each, in their order.
pub(crate) async fn insert<E: Borrow<Event>>(tx: &Tx, events: &[E]) -> Result<Vec<i64>, StoreError> {
    let mut seqs = Vec::with_capacity(events.len());
    for part in events.chunks(ROWS_AT_ONCE) {
        let mut insert = Entity::insert_many(part.iter().map(|event| row(event.borrow()))).into_query();
        insert.returning(Query::returning().columns([Column::Id, Column::Seq]));
        // No database promises an order of what it returns.
        let mut given: HashMap<String, i64> = HashMap::with_capacity(part.len());
        for row in tx.query_all(&insert).await? {
            given.insert(row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        }
        seqs.extend(part.iter().filter_map(|event| given.get(&(*event).borrow().id.to_string()).copied()));
    }
    Ok(seqs)
}

/// What the next event of a stream follows, looked for from version `after` on (the default where nothing is there), and the wrapped
/// key of `subject`: an inner `None` of one who is erased, an outer one where there is no key. One question, because each step of each
/// matter asks it.
pub(crate) async fn end_and_key(
    tx: &Tx,
    stream: &Stream,
    after: i64,
    subject: SubjectId,
) -> Result<(Chain, Option<Option<Vec<u8>>>), StoreError> {
    use super::subject_key::{Column as Key, Entity as Keys};
    let of_subject = Expr::col((Keys, Key::Subject)).eq(subject.to_string());
    let query = Query::select()
        .columns([(Entity, Column::Version), (Entity, Column::Mac), (Entity, Column::RecordedAt)])
        .columns([(Keys, Key::CreatedAt), (Keys, Key::Wrapped)])
        .from(Entity)
        .left_join(Keys, of_subject)
        .and_where(Expr::col((Entity, Column::Stream)).eq(&*stream.0).and(Expr::col((Entity, Column::Version)).gte(after)))
        .order_by((Entity, Column::Version), Order::Desc)
        .limit(1)
        .to_owned();
    let Some(row) = tx.query_one(&query).await? else { return Ok((Chain::default(), None)) };
    let chain = chain(&stream.0, row.try_get_by_index(0)?, row.try_get_by_index(1)?, row.try_get_by_index(2)?)?;
    let made: Option<i64> = row.try_get_by_index(3)?;
    let wrapped: Option<Vec<u8>> = row.try_get_by_index(4)?;
    Ok((chain, made.map(|_| wrapped)))
}

fn chain(stream: &str, version: i64, mac: Vec<u8>, recorded_at: i64) -> Result<Chain, StoreError> {
    let bad = |column| StoreError::corrupt(TABLE, column, stream);
    let mac = mac.try_into().map_err(|_| bad("mac"))?;
    let recorded_at = Timestamp::from_millisecond(recorded_at).map_err(|_| bad("recorded_at"))?;
    Ok(Chain { version, mac, recorded_at: Some(recorded_at) })
}

/// A stream from its beginning.
pub(crate) async fn of_stream(tx: &Tx, stream: &Stream) -> Result<Vec<Event>, StoreError> {
    let rows = Entity::find().filter(Column::Stream.eq(&*stream.0)).order_by_asc(Column::Version).all(tx).await?;
    rows.into_iter().map(Event::try_from).collect()
}

/// Several streams, each from its beginning; raw rows, for who must survive rows that we never wrote.
pub(crate) async fn of_streams(tx: &Tx, streams: &[Stream]) -> Result<Vec<Model>, StoreError> {
    let wanted = Column::Stream.is_in(streams.iter().map(|stream| &*stream.0));
    Ok(Entity::find().filter(wanted).order_by_asc(Column::Stream).order_by_asc(Column::Version).all(tx).await?)
}

/// The streams whose first event is of this kind, in their order.
pub(crate) async fn streams_that_begin_with(tx: &Tx, kind: &str) -> Result<Vec<Stream>, StoreError> {
    let first = Column::Version.eq(1).and(Column::Kind.eq(kind));
    let streams: Vec<String> =
        Entity::find().select_only().column(Column::Stream).filter(first).order_by_asc(Column::Stream).into_tuple().all(tx).await?;
    Ok(streams.into_iter().map(Stream).collect())
}

/// Raw rows after a place in `(stream, version)` order, for the examination, which must survive rows that we never wrote.
pub(crate) async fn in_stream_order(tx: &Tx, after: Option<(&str, i64)>, most: u64) -> Result<Vec<Model>, StoreError> {
    let mut query = Entity::find().order_by_asc(Column::Stream).order_by_asc(Column::Version).limit(most);
    if let Some((stream, version)) = after {
        query = query.filter(Column::Stream.gt(stream).or(Column::Stream.eq(stream).and(Column::Version.gt(version))));
    }
    Ok(query.all(tx).await?)
}

/// The events with these `seq`s, in no particular order.
pub(crate) async fn with_seqs(tx: &Tx, seqs: &[i64]) -> Result<Vec<Model>, StoreError> {
    Ok(Entity::find().filter(Column::Seq.is_in(seqs.iter().copied())).all(tx).await?)
}

/// What the events with these `seq`s are sealed under, in no particular order: a `seq` and 32 bytes each.
pub(crate) async fn seals_of(tx: &Tx, seqs: &[i64]) -> Result<Vec<(i64, Vec<u8>)>, StoreError> {
    let found = Entity::find().select_only().column(Column::Seq).column(Column::Seal);
    Ok(found.filter(Column::Seq.is_in(seqs.iter().copied())).into_tuple().all(tx).await?)
}

/// Pairs in one statement: a chain of ORs that both databases take.
const PAIRS: usize = 200;

/// The macs of events by stream and version, of those that are there.
pub(crate) async fn macs_at(tx: &Tx, places: &[(String, i64)]) -> Result<Vec<((String, i64), Vec<u8>)>, StoreError> {
    let mut found = Vec::with_capacity(places.len());
    for part in places.chunks(PAIRS) {
        let one = |(stream, version): &(String, i64)| Column::Stream.eq(&**stream).and(Column::Version.eq(*version));
        let any = part.iter().map(one).fold(Condition::any(), Condition::add);
        let rows: Vec<(String, i64, Vec<u8>)> =
            Entity::find().select_only().columns([Column::Stream, Column::Version, Column::Mac]).filter(any).into_tuple().all(tx).await?;
        found.extend(rows.into_iter().map(|(stream, version, mac)| ((stream, version), mac)));
    }
    Ok(found)
}

/// What the next event of each stream follows, from the version beside it on; of those that are there.
pub(crate) async fn ends(tx: &Tx, places: &[(String, i64)]) -> Result<HashMap<String, Chain>, StoreError> {
    let mut ends: HashMap<String, Chain> = HashMap::with_capacity(places.len());
    for part in places.chunks(PAIRS) {
        let one = |(stream, version): &(String, i64)| Column::Stream.eq(&**stream).and(Column::Version.gte(*version));
        let any = part.iter().map(one).fold(Condition::any(), Condition::add);
        let columns = [Column::Stream, Column::Version, Column::Mac, Column::RecordedAt];
        let rows: Vec<(String, i64, Vec<u8>, i64)> =
            Entity::find().select_only().columns(columns).filter(any).order_by_asc(Column::Version).into_tuple().all(tx).await?;
        for (stream, version, mac, recorded_at) in rows {
            let chain = chain(&stream, version, mac, recorded_at)?;
            ends.insert(stream, chain);
        }
    }
    Ok(ends)
}

/// Whether an event of a case is live. Accounts of a demo are made by commands too and do not count.
pub(crate) async fn any_live_case(tx: &Tx) -> Result<bool, StoreError> {
    let live = Column::Source.eq(Source::Live.code()).and(Column::Kind.gte("case.")).and(Column::Kind.lt("case/"));
    Ok(Entity::find().filter(live).limit(1).one(tx).await?.is_some())
}
