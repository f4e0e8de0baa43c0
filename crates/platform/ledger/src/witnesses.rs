//! Who witnesses this site's log: other sites cosign its checkpoints (C2SP tlog-witness), so that it cannot show two histories or take
//! one back without one of them seeing it. What they cosigned last is published beside the checkpoint, one file for each and one with
//! all. How they are reached is the caller's ([`Ask`]).

use std::path::PathBuf;
use std::sync::PoisonError;

use kernel::Timestamp;
use kernel::format::hex;
use tlog::checkpoint::{self, Cosigned};
use tlog::note::{Keys, VKey};
use tlog::proof;
use tlog::witness::AddCheckpoint;

use crate::folder::{Folder, get};
use crate::publish::Signed;
use crate::{Ledger, LedgerError, blocking};

/// After so many seconds a witness is asked about a head that it has cosigned already: its time says that it still looks.
const AGAIN_SECS: i64 = 3_600;

/// A witness of this site's log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WitnessAt {
    /// Its key, as it prints it.
    pub key: VKey,
    /// Where it is asked: the address of its `add-checkpoint`.
    pub url: String,
}

/// What a witness answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The body.
    pub body: Vec<u8>,
}

/// Reaches witnesses.
pub trait Ask: Send + Sync {
    /// Posts `body` to `url`; what went wrong in words for the operator, when there is no answer.
    fn ask(&self, url: &str, body: &[u8]) -> Result<Answer, String>;
}

/// What is wrong with a witness, or with us.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// It cannot be reached, or does not answer as the protocol has it. Residents lose nothing; whoever runs it should know.
    #[error("does not answer: {0}")]
    Silent(
        /// Why.
        String,
    ),
    /// It refuses us: it does not look after this log, or does not know its key.
    #[error("refuses with status {0}")]
    Refused(
        /// The HTTP status.
        u16,
    ),
    /// It has cosigned another tree of this log than this site has signed: a copy of this site is at work, the site was brought back from
    /// an older one, or somebody else has its key. An alarm.
    #[error("knows another history of this log, of {0} leaves")]
    OtherHistory(
        /// How many leaves the tree has that it cosigned last.
        u64,
    ),
}

impl Trouble {
    /// Whether people must look at once.
    pub fn is_alarm(&self) -> bool {
        match self {
            Self::OtherHistory(_) => true,
            Self::Silent(_) | Self::Refused(_) => false,
        }
    }

    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Silent(_) => "log.witness_silent",
            Self::Refused(_) => "log.witness_refuses",
            Self::OtherHistory(_) => "log.other_history",
        }
    }
}

/// How a witness stands to the newest log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Witnessed {
    /// What it calls itself.
    pub name: String,
    /// How many leaves it cosigned last, and when by its clock (seconds UTC).
    pub cosigned: Option<(u64, u64)>,
    /// What went wrong at the last try.
    pub trouble: Option<Trouble>,
}

/// The path, below the folder of a log, of what one witness cosigned last; a name may hold what no file's name can.
fn own(key: &VKey) -> PathBuf {
    let hash = tlog::leaf_hash(key.name().as_bytes());
    PathBuf::from("witness").join(hex(hash.split_at(8).0))
}

/// The name, below the folder of a log, of the newest checkpoint that witnesses cosigned, with all their lines.
const ALL: &str = "witnessed";

impl Ledger {
    /// How the witnesses stand, as of the last round of this process; by the files before its first.
    pub async fn witnesses(&self) -> Result<Vec<Witnessed>, LedgerError> {
        let told = self.0.witnessed.read().unwrap_or_else(PoisonError::into_inner).clone();
        if !told.is_empty() || self.0.witnesses.is_empty() {
            return Ok(told);
        }
        let ledger = self.clone();
        blocking(move || {
            let Some(signed) = ledger.known()? else { return Ok(Vec::new()) };
            let stands = |at: &WitnessAt| {
                let cosigned = ledger.cosigned(&signed, at)?.map(|(head, cosigned)| (head, cosigned.at_secs));
                Ok(Witnessed { name: at.key.name().to_owned(), cosigned, trouble: None })
            };
            ledger.0.witnesses.iter().map(stands).collect()
        })
        .await
    }

    /// The newest checkpoint that witnesses cosigned, of the log of `epoch`, with their lines; `None` where none has.
    pub async fn witnessed(&self, epoch: u64) -> Result<Option<Vec<u8>>, LedgerError> {
        let path = self.0.folder.of(epoch).0.join(ALL);
        blocking(move || get(&path)).await
    }

    /// Asks each witness to cosign the newest signed head, and publishes what they say. A witness never stops the log: its word that
    /// it knows more is signed by nobody, and one that could stop a site by it would be a switch in a stranger's hand. It is an alarm.
    pub async fn be_witnessed(&self, ask: std::sync::Arc<dyn Ask>, now: Timestamp) -> Result<(), LedgerError> {
        if self.0.witnesses.is_empty() {
            return Ok(());
        }
        let ledger = self.clone();
        let told = blocking(move || ledger.witness_round(ask.as_ref(), now)).await?;
        let before = {
            let mut kept = self.0.witnessed.write().unwrap_or_else(PoisonError::into_inner);
            std::mem::replace(&mut *kept, told.clone())
        };
        for witness in &told {
            let was = before.iter().find(|was| was.name == witness.name).and_then(|was| was.trouble.as_ref());
            match &witness.trouble {
                Some(trouble) if was != Some(trouble) && trouble.is_alarm() => {
                    tracing::error!(witness = witness.name, code = trouble.code(), "a witness {trouble}");
                }
                Some(trouble) if was.map(Trouble::code) != Some(trouble.code()) => {
                    tracing::warn!(witness = witness.name, code = trouble.code(), "a witness {trouble}");
                }
                Some(_) | None => {}
            }
        }
        Ok(())
    }

    fn witness_round(&self, ask: &dyn Ask, now: Timestamp) -> Result<Vec<Witnessed>, LedgerError> {
        let Some(signed) = self.known()? else { return Ok(Vec::new()) };
        let folder = self.0.folder.of(signed.at.epoch);
        let (mut all, mut fresh, mut told) = (signed.note.clone(), false, Vec::new());
        for at in &self.0.witnesses {
            let before = self.cosigned(&signed, at)?;
            let age = before.as_ref().map(|(_, cosigned)| now.as_second() - i64::try_from(cosigned.at_secs).unwrap_or(0));
            let stands = before.as_ref().map_or(0, |(size, _)| *size);
            let mut trouble = None;
            if stands < signed.at.head.size || age.is_none_or(|age| age >= AGAIN_SECS) {
                match ask_one(ask, at, &folder, &signed, stands) {
                    Ok(note) => Folder::replace(&folder.0.join(own(&at.key)), &note)?,
                    Err(why) => trouble = Some(why),
                }
            }
            let cosigned = self.cosigned(&signed, at)?;
            // Lines of this very checkpoint stand together in one file.
            if let Some(note) = get(&folder.0.join(own(&at.key)))?
                && let Some((with, added)) = checkpoint::add_cosignatures(&all, &note, &Keys::new([at.key.clone()]))
                && added > 0
            {
                (all, fresh) = (with, true);
            }
            told.push(Witnessed { name: at.key.name().to_owned(), cosigned: cosigned.map(|(size, by)| (size, by.at_secs)), trouble });
        }
        let path = folder.0.join(ALL);
        if fresh && get(&path)?.as_ref() != Some(&all) {
            Folder::replace(&path, &all)?;
        }
        Ok(told)
    }

    /// What a witness cosigned last of the log that was `signed`: its size, and by whom when. A file that does not hold is none.
    fn cosigned(&self, signed: &Signed, at: &WitnessAt) -> Result<Option<(u64, Cosigned)>, LedgerError> {
        let Some(note) = get(&self.0.folder.of(signed.at.epoch).0.join(own(&at.key)))? else { return Ok(None) };
        let keys = Keys::new(self.0.keys.iter().cloned().chain([at.key.clone()]));
        let Ok(believed) = checkpoint::open(&note, &keys) else { return Ok(None) };
        let size = believed.checkpoint.head.size;
        Ok(believed.witnesses.into_iter().next().map(|by| (size, by)))
    }
}

/// Asks one witness that stands at `old` to cosign `signed`; the checkpoint with its line.
fn ask_one(ask: &dyn Ask, at: &WitnessAt, folder: &Folder, signed: &Signed, old: u64) -> Result<Vec<u8>, Trouble> {
    let size = signed.at.head.size;
    let mut old = old.min(size);
    // It may stand elsewhere than the file says: then it tells where, and is asked once more.
    for last in [false, true] {
        let proof = if old == size { Ok(Vec::new()) } else { proof::consistency(folder, old, size) };
        let proof = proof.map_err(|fault| Trouble::Silent(fault.to_string()))?;
        let request = AddCheckpoint { old, proof, checkpoint: signed.note.clone() };
        let answer = ask.ask(&at.url, &request.to_bytes()).map_err(Trouble::Silent)?;
        match answer.status {
            200 => {
                let known = Keys::new([at.key.clone()]);
                let added = checkpoint::add_cosignatures(&signed.note, &answer.body, &known).filter(|(_, added)| *added > 0);
                return added.map(|(note, _)| note).ok_or_else(|| Trouble::Silent("its answer is no cosignature of its key".to_owned()));
            }
            409 => {
                let told = std::str::from_utf8(&answer.body).ok().and_then(|body| body.trim().parse::<u64>().ok());
                let stands = told.ok_or_else(|| Trouble::Silent("it does not say where it stands".to_owned()))?;
                // It stands where we believed it to, and has another root there; or it has seen more than this site ever signed.
                if stands == old || stands > size {
                    return Err(Trouble::OtherHistory(stands));
                }
                if last {
                    return Err(Trouble::Silent("it stands elsewhere each time".to_owned()));
                }
                old = stands;
            }
            422 => return Err(Trouble::OtherHistory(old)),
            status => return Err(Trouble::Refused(status)),
        }
    }
    Err(Trouble::Silent("it was asked twice".to_owned()))
}
