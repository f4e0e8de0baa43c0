//! What a stream is called in the public log, and what its facts leaves say of its seals (decisions 10; ADR 0021). Both follow from the
//! data key of its subject and are stored nowhere: whoever destroys the key destroys the way from a leaf to a person.

use std::collections::HashMap;

use kernel::SubjectId;
use store::{StoreError, Tx};
use tlog::leaf::CaseRef;
use tlog::{Hash, leaf};

use crate::event::{Opened, Stream};
use crate::{Journal, cipher, rows};

/// The name of a stream whose subject has this key.
pub(crate) fn of(key: &[u8; 32], stream: &Stream) -> CaseRef {
    let [name @ .., _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _] = cipher::mac(key, &[b"lianxin ref v1", stream.0.as_bytes()]);
    CaseRef(name)
}

fn salt(key: &[u8; 32], stream: &Stream) -> [u8; 32] {
    cipher::mac(key, &[b"lianxin seals v1", stream.0.as_bytes()])
}

/// A stream up to a position.
#[derive(Debug, Clone)]
pub struct Named {
    /// Its name in facts leaves.
    pub name: CaseRef,
    /// What its facts leaf says of the seals of `events`.
    pub seals: Hash,
    /// Its events up to the position, opened.
    pub events: Vec<Opened>,
}

impl Journal {
    /// The name of a stream in facts leaves; `None` once its subject's key is destroyed.
    pub async fn name_of(&self, tx: &Tx, stream: &Stream, subject: SubjectId) -> Result<Option<CaseRef>, StoreError> {
        let keys = self.keys_of(tx, vec![subject]).await?;
        Ok(keys.get(&subject.to_string()).map(|key| of(key, stream)))
    }

    /// The names of several streams, each with its subject; those whose key is destroyed are left out.
    pub async fn names_of(&self, tx: &Tx, streams: &[(Stream, SubjectId)]) -> Result<HashMap<Stream, CaseRef>, StoreError> {
        let keys = self.keys_of(tx, streams.iter().map(|(_, subject)| *subject).collect()).await?;
        let one = |(stream, subject): &(Stream, SubjectId)| Some((stream.clone(), of(keys.get(&subject.to_string())?, stream)));
        Ok(streams.iter().filter_map(one).collect())
    }

    /// Streams of one subject each, with their events up to position `through`. Left out: streams without such an event, those whose key
    /// is destroyed, and those that cannot be read, which `doctor` names.
    pub async fn named(&self, tx: &Tx, streams: &[Stream], through: i64) -> Result<HashMap<Stream, Named>, StoreError> {
        let mut found = HashMap::with_capacity(streams.len());
        let histories = self.histories(tx, streams).await?;
        let seqs: Vec<i64> = histories.values().flatten().flatten().map(|opened| opened.event.seq).collect();
        let mut places: HashMap<i64, i64> = HashMap::with_capacity(seqs.len());
        for part in seqs.chunks(10_000) {
            places.extend(rows::log::of_seqs(tx, part).await?.into_iter().map(|row| (row.seq, row.position)));
        }
        let subjects = histories.values().flatten().filter_map(|story| story.first()).map(|opened| opened.event.subject).collect();
        let keys = self.keys_of(tx, subjects).await?;
        for (stream, history) in histories {
            let Ok(mut events) = history else { continue };
            events.retain(|opened| places.get(&opened.event.seq).is_some_and(|position| *position <= through));
            let Some(key) = events.first().and_then(|first| keys.get(&first.event.subject.to_string())) else { continue };
            let hashes: Vec<Hash> = events.iter().map(|opened| opened.event.leaf_hash()).collect();
            let named = Named { name: of(key, &stream), seals: leaf::seals_commit(&salt(key, &stream), &hashes), events };
            found.insert(stream, named);
        }
        Ok(found)
    }
}
