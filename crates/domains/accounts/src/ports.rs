//! What accounts need from neighbours; `app` plugs them in.

use identity::Held;
use journal::Envelope;
use kernel::{AccountId, Locale};
use store::{StoreError, Tx};

/// Work that an account still has, and that somebody else must have before the account closes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duty {
    /// Names it in a form; the same as long as the work is the same (`cases:housing`).
    pub key: String,
    /// How much of it.
    pub count: u64,
    /// What a successor has to hold.
    pub needs: Held,
}

/// Work that people have in another domain. Everything happens in the transaction that closes the account.
#[async_trait::async_trait]
pub trait Duties: Send + Sync + 'static {
    /// What it is called, as people say it: 在办事项.
    fn label(&self, locale: Locale) -> String;

    /// What the account has.
    async fn of(&self, tx: &Tx, account: AccountId) -> Result<Vec<Duty>, StoreError>;

    /// Gives one duty to a successor who holds what it needs. The events are written under `envelope`.
    async fn hand_over(&self, tx: &Tx, envelope: &Envelope, duty: &Duty, from: AccountId, to: AccountId) -> Result<(), StoreError>;

    /// Ends what leaves with the account and needs no successor: proposals that wait for somebody's word, places on lists.
    async fn relieve(&self, tx: &Tx, envelope: &Envelope, account: AccountId) -> Result<(), StoreError>;
}
