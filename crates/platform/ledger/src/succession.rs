//! The chain of a site's keys: links beside the secret keys, `DIR/keys/log-key-1` and so on, public copies under `/log/keys/…`.

use std::path::{Path, PathBuf};

use tlog::note::{LogKey, VKey};
use tlog::succession::{Link, link, open};

use crate::LedgerError;
use crate::folder::{Folder, get};

/// The links from a site's first key to its newest, as they were signed.
#[derive(Debug, Clone, Default)]
pub struct Succession(Vec<(Link, Vec<u8>)>);

fn file(keys: &Path, n: usize) -> PathBuf {
    keys.join(format!("log-key-{n}"))
}

impl Succession {
    /// Reads the links in a folder of keys, which must lead to `now`. The link to it is written where it is missing and the key `before`
    /// still signs: both keys sign it the same way each time, so a rotation that was interrupted is ended by whoever comes next.
    ///
    /// [`LedgerError::Chain`] when a link does not hold or does not follow the one before, [`LedgerError::OtherKey`] when the chain leads
    /// to another key: some of the files in that folder are from an older copy.
    pub fn open(keys: &Path, now: &LogKey, before: Option<&LogKey>) -> Result<Self, LedgerError> {
        let mut links: Vec<(Link, Vec<u8>)> = Vec::new();
        while let Some(note) = get(&file(keys, links.len() + 1))? {
            let follows = |link: &Link| links.last().is_none_or(|(before, _)| before.new == link.old);
            let link = open(&note).filter(follows).ok_or_else(|| LedgerError::Chain(file(keys, links.len() + 1)))?;
            links.push((link, note));
        }
        let newest = links.last().map(|(link, _)| &link.new);
        if newest.is_some_and(|newest| newest == now.vkey()) || (newest.is_none() && before.is_none()) {
            return Ok(Self(links));
        }
        let before = before.filter(|before| newest.is_none_or(|newest| newest == before.vkey())).ok_or(LedgerError::OtherKey)?;
        let path = file(keys, links.len() + 1);
        let note = link(before, now).map_err(|_| LedgerError::Sign)?;
        Folder::replace(&path, &note)?;
        links.push((open(&note).ok_or(LedgerError::Chain(path))?, note));
        Ok(Self(links))
    }

    /// The links, oldest first.
    pub fn links(&self) -> impl Iterator<Item = &[u8]> {
        self.0.iter().map(|(_, note)| note.as_slice())
    }

    /// `now` and every key before it, newest first.
    pub fn keys(&self, now: &VKey) -> Vec<VKey> {
        let mut keys = vec![now.clone()];
        for (link, _) in self.0.iter().rev() {
            for key in [&link.new, &link.old] {
                if !keys.contains(key) {
                    keys.push(key.clone());
                }
            }
        }
        keys
    }
}
