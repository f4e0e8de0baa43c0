//! Reminders for staff (提醒): an in-app inbox. A reminder is written in the transaction of its cause: it is there exactly
//! when its cause is. It holds codes and numbers, never a word that somebody wrote; the domain that wrote it has the
//! sentence.

mod migrations;
mod rows;

use kernel::{AccountId, NoticeId, Timestamp};
use store::{StoreError, Tx};

pub use migrations::migrations;

/// Days for which a reminder that was read is kept.
const KEPT_DAYS: i64 = 90;

const DAY_MS: i64 = 86_400_000;

/// A reminder to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewNotice {
    /// For whom.
    pub to: AccountId,
    /// The code of the sentence (`supervision.red`); the domain before the dot has the words.
    pub kind: &'static str,
    /// The number of what it is about, as people see it: of a case, of an order.
    pub about: String,
    /// A second value of the sentence, if it has one: a code or an instant in milliseconds, never a name.
    pub detail: Option<String>,
    /// Names the cause: the same person is told of the same cause once.
    pub once: String,
}

/// A reminder as it stands in the inbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Its id.
    pub id: NoticeId,
    /// The code of the sentence.
    pub kind: String,
    /// The number of what it is about.
    pub about: String,
    /// A second value of the sentence.
    pub detail: Option<String>,
    /// When it was written.
    pub at: Timestamp,
    /// When it was read, if it was.
    pub read_at: Option<Timestamp>,
}

/// Writes a reminder with the caller's commit. `id` is made before the closure, because a closure may run again. False when
/// this person was told of this cause before.
pub async fn tell(tx: &Tx, id: NoticeId, new: &NewNotice, now: Timestamp) -> Result<bool, StoreError> {
    rows::insert(tx, id, new, now).await
}

/// How many reminders of `account` are unread, counted up to `most`.
pub async fn unread(tx: &Tx, account: AccountId, most: u64) -> Result<u64, StoreError> {
    rows::unread(tx, account, most).await
}

/// The newest reminders of `account`, at most `most`: unread ones before read ones.
pub async fn list(tx: &Tx, account: AccountId, most: u64) -> Result<Vec<Notice>, StoreError> {
    rows::newest(tx, account, most).await
}

/// Marks what `account` was shown up to `until` as read. Returns how many there were.
pub async fn mark_read(tx: &Tx, account: AccountId, until: Timestamp, now: Timestamp) -> Result<u64, StoreError> {
    rows::mark_read(tx, account, until, now).await
}

/// Deletes what was read long ago; for a regular job. Returns how many.
pub async fn sweep(tx: &Tx, now: Timestamp) -> Result<u64, StoreError> {
    rows::delete_read_before(tx, now.as_millisecond() - KEPT_DAYS * DAY_MS).await
}
