//! What the register began with, in the journal: `init` and `demo` take it from a county's file, and from then on a row that is changed by
//! SQL differs from it.

use std::collections::BTreeMap;

use journal::{Envelope, Journal, NewEvent, Stream, site_subject};
use kernel::format;
use places::Holdings;
use serde::{Deserialize, Serialize};
use serde_json::json;
use sha2::{Digest as _, Sha256};
use store::{StoreError, Tx};

/// The one stream of it.
pub(crate) const STREAM: &str = "register";

/// The kind of its only event.
const TAKEN: &str = "register.taken";

/// What a register began with: for each row its digest. The rows themselves are in the tables; borders are too long to stand twice.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Taken {
    rows: BTreeMap<String, BTreeMap<String, String>>,
}

impl From<&Holdings> for Taken {
    fn from(holdings: &Holdings) -> Self {
        let mut rows: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
        for (table, name, says) in holdings.beginnings() {
            let digest = format::hex(&Sha256::digest(says.to_string()));
            // A row that stands twice shall not pass for itself.
            let digests = rows.entry(table.to_owned()).or_default().entry(name).or_default();
            digests.push_str(&digest);
        }
        Self { rows }
    }
}

impl Taken {
    /// Reads the event.
    pub(crate) fn read(opened: &[journal::Opened]) -> Option<Self> {
        let [one] = opened else { return None };
        if one.event.kind == TAKEN { serde_json::from_value(one.public.clone()).ok() } else { None }
    }

    /// Rows that are not what they were in `self`: table and name.
    pub(crate) fn differing(&self, now: &Self) -> Vec<(&'static str, String)> {
        let of = |taken: &Self, table: &str, name: &str| taken.rows.get(table)?.get(name).cloned();
        let tables = ["place_county", "place_area", "place_point", "place_named", "place_unit"];
        let mut differing = Vec::new();
        for table in tables {
            let mut names: Vec<&String> = [self, now].iter().filter_map(|one| one.rows.get(table)).flat_map(BTreeMap::keys).collect();
            names.sort_unstable();
            names.dedup();
            let other = names.into_iter().filter(|name| of(self, table, name) != of(now, table, name));
            differing.extend(other.map(|name| (table, name.clone())));
        }
        differing
    }
}

/// Writes down what the register begins with, in the transaction that imports it; for a site that is older than this event, in that of
/// `lianxin migrate`. Whether it was to be written: once is enough, and a database without a county has nothing to tell.
pub async fn take_register(tx: &Tx, journal: &Journal, envelope: &Envelope) -> Result<bool, StoreError> {
    let stream = Stream::of(STREAM);
    let Some(holdings) = places::stored(tx).await? else { return Ok(false) };
    if !journal.history(tx, &stream).await?.is_empty() {
        return Ok(false);
    }
    let public = serde_json::to_value(Taken::from(&holdings)).map_err(|_| StoreError::corrupt("journal_event", "public", TAKEN))?;
    let event = NewEvent { kind: TAKEN, kind_version: 1, occurred_at: None, public, private: json!({}), reason: None };
    journal.append(tx, envelope, &stream, site_subject(), 0, vec![event]).await?;
    Ok(true)
}
