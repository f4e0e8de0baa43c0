//! The witness protocol (C2SP tlog-witness, `add-checkpoint`): what is asked, how a witness decides, what it answers.
//! Sending, storing and the lock around "compare and remember" are the caller's.

use base64::prelude::{BASE64_STANDARD, Engine};
use signed_note::{Note, Signer};

use crate::Hash;
use crate::checkpoint::{self, Checkpoint, Disbelief};
use crate::note::{Keys, WitnessKey};
use crate::proof;
use crate::tree::TreeHead;

/// A request to cosign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddCheckpoint {
    /// The size of the last checkpoint that this witness cosigned, as far as the log knows; 0 if none.
    pub old: u64,
    /// That the new tree goes on from it.
    pub proof: Vec<Hash>,
    /// The signed checkpoint.
    pub checkpoint: Vec<u8>,
}

impl AddCheckpoint {
    /// The body of the request.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut body = format!("old {}\n", self.old);
        for hash in &self.proof {
            body.push_str(&BASE64_STANDARD.encode(hash));
            body.push('\n');
        }
        body.push('\n');
        [body.as_bytes(), &self.checkpoint].concat()
    }

    /// The request in this body.
    pub fn parse(body: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(body).ok()?;
        let (head, checkpoint) = text.split_once("\n\n")?;
        let mut lines = head.split('\n');
        let written = lines.next()?.strip_prefix("old ")?;
        let old: u64 = written.parse().ok().filter(|old: &u64| old.to_string() == written)?;
        let proof = lines.map(|line| BASE64_STANDARD.decode(line).ok()?.try_into().ok()).collect::<Option<Vec<Hash>>>()?;
        (proof.len() <= proof::LONGEST).then(|| Self { old, proof, checkpoint: checkpoint.as_bytes().to_vec() })
    }
}

/// Why a witness does not cosign. Each has the status and the body that the protocol rules.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Not a request of the protocol, or an old size beyond the new.
    #[error("not a request to cosign")]
    Malformed,
    /// A log this witness does not look after.
    #[error("unknown log")]
    UnknownLog,
    /// Not signed by a key of that log.
    #[error("not signed by a key of this log")]
    NotSigned,
    /// The log thinks this witness stands elsewhere. The answer tells where.
    #[error("the last cosigned size is {0}")]
    Stands(
        /// The size last cosigned.
        u64,
    ),
    /// Same size, other root: the log shows two histories. An alarm.
    #[error("another root at size {0}: two histories")]
    TwoHistories(
        /// The size.
        u64,
    ),
    /// The new tree does not go on from the one cosigned: it was rolled back or rewritten. An alarm.
    #[error("does not go on from size {0}")]
    NotContinued(
        /// The size last cosigned.
        u64,
    ),
}

impl Refusal {
    /// The HTTP status.
    pub fn status(&self) -> u16 {
        match self {
            Self::Malformed => 400,
            Self::UnknownLog => 404,
            Self::NotSigned => 403,
            Self::Stands(_) | Self::TwoHistories(_) => 409,
            Self::NotContinued(_) => 422,
        }
    }

    /// The body, where the protocol has one, and its content type.
    pub fn body(&self) -> Option<(String, &'static str)> {
        match self {
            Self::Stands(size) | Self::TwoHistories(size) => Some((format!("{size}\n"), "text/x.tlog.size")),
            Self::Malformed | Self::UnknownLog | Self::NotSigned | Self::NotContinued(_) => None,
        }
    }

    /// Whether people must look: the log has shown something that an honest one cannot.
    pub fn is_alarm(&self) -> bool {
        match self {
            Self::TwoHistories(_) | Self::NotContinued(_) => true,
            Self::Malformed | Self::UnknownLog | Self::NotSigned | Self::Stands(_) => false,
        }
    }
}

/// What a witness remembers of a log after it has cosigned. Remember it, durably and only if nothing newer was remembered
/// meanwhile, and answer then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreed {
    /// The checkpoint.
    pub checkpoint: Checkpoint,
    /// Its signed form, evidence if the log should ever say otherwise.
    pub note: Vec<u8>,
}

/// The origin that a request is about, to find the keys and the last head of that log. Nothing is checked yet.
pub fn origin_of(request: &AddCheckpoint) -> Option<String> {
    Checkpoint::parse(Note::from_bytes(&request.checkpoint).ok()?.text()).map(|checkpoint| checkpoint.origin)
}

/// Whether to cosign: `last` is the head last cosigned for this origin, `keys` the keys of its log, `None` for an unknown one.
pub fn decide(request: &AddCheckpoint, keys: Option<&Keys>, last: Option<TreeHead>) -> Result<Agreed, Refusal> {
    let keys = keys.ok_or(Refusal::UnknownLog)?;
    let believed = checkpoint::open(&request.checkpoint, keys).map_err(|why| match why {
        Disbelief::NotACheckpoint => Refusal::Malformed,
        Disbelief::OtherLog(_) => Refusal::UnknownLog,
        Disbelief::NotSigned | Disbelief::BadSignature(_) => Refusal::NotSigned,
    })?;
    let new = believed.checkpoint.head;
    if request.old > new.size {
        return Err(Refusal::Malformed);
    }
    let last = last.unwrap_or(TreeHead { size: 0, root: tlog_tiles::EMPTY_HASH.0 });
    if request.old != last.size {
        return Err(Refusal::Stands(last.size));
    }
    if new.size == last.size && new.root != last.root {
        return Err(Refusal::TwoHistories(last.size));
    }
    proof::check_consistency(&request.proof, last, new).map_err(|_| Refusal::NotContinued(last.size))?;
    Ok(Agreed { checkpoint: believed.checkpoint, note: request.checkpoint.clone() })
}

/// The answer to an agreed request, once it is remembered: one cosignature line.
pub fn answer(agreed: &Agreed, key: &WitnessKey, now_secs: u64) -> Result<Vec<u8>, signed_note::NoteError> {
    let signer = key.at(now_secs);
    let signature = signer.sign(agreed.checkpoint.text().as_bytes())?;
    Ok(signed_note::Signature::new(signer.name().to_owned(), signer.key_id(), signature)?.to_bytes())
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::note::LogKey;
    use crate::tiler::Tiler;

    /// The example of C2SP tlog-witness.
    const EXAMPLE: &str = "old 20852014\n\
        PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=\n\
        jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=\n\
        5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=\n\
        /6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=\n\
        \n\
        example.com/behind-the-sofa\n\
        20852163\n\
        CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\
        \n\
        — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n\
        — example.com/behind-the-sofa opLqBQsREYCgu6xQkYQwJr9fo45a62DN9EdmHXnZdXNqlcVGlCum2Wks+49/V6267UEjw6QUXTS5Rovnzv++qbSzm9Q=\n";

    #[test]
    fn the_specifications_request_is_read_and_written() {
        let request = AddCheckpoint::parse(EXAMPLE.as_bytes()).unwrap();
        assert_eq!((request.old, request.proof.len()), (20_852_014, 4));
        assert_eq!(origin_of(&request).as_deref(), Some("example.com/behind-the-sofa"));
        assert_eq!(request.to_bytes(), EXAMPLE.as_bytes());
        for bad in ["", "old 1", "old 01\n\nx", "old -1\n\nx", "new 1\n\nx", "old 1\nAAAA\n\nx"] {
            assert_eq!(AddCheckpoint::parse(bad.as_bytes()), None, "{bad:?}");
        }
        let long = format!("old 1\n{}\n", "PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=\n".repeat(64));
        assert_eq!(AddCheckpoint::parse(long.as_bytes()), None);
    }

    #[test]
    fn a_witness_follows_a_log_and_refuses_everything_else() {
        let key = LogKey::from_seed("county.example/log", &[1; 32]).unwrap();
        let witness = WitnessKey::from_seed("archive.example", &[2; 32]).unwrap();
        let keys = Keys::new([key.vkey().clone()]);
        let mut log: BTreeMap<String, Vec<u8>> = BTreeMap::new();
        let mut tiler = Tiler::default();
        let mut heads = Vec::new();
        for n in 0..700u64 {
            tiler.push(&n.to_be_bytes()).unwrap();
            if [300, 699].contains(&n) {
                log.extend(tiler.take().into_iter().map(|(resource, bytes)| (resource.path(), bytes)));
                heads.push(tiler.head());
            }
        }
        let signed = |head: TreeHead| Checkpoint { origin: "county.example/log".to_owned(), head }.sign(&[&key]).unwrap();
        let ask = |old: u64, head: TreeHead| AddCheckpoint {
            old,
            proof: if old == 0 { Vec::new() } else { proof::consistency(&log, old, head.size).unwrap() },
            checkpoint: signed(head),
        };
        let (first, second) = (heads[0], heads[1]);

        let agreed = decide(&ask(0, first), Some(&keys), None).unwrap();
        let line = answer(&agreed, &witness, 1_700_000_000).unwrap();
        let (cosigned, added) = checkpoint::add_cosignatures(&agreed.note, &line, &Keys::new([witness.vkey().clone()])).unwrap();
        assert_eq!(added, 1);
        let believed = checkpoint::open(&cosigned, &Keys::new([key.vkey().clone(), witness.vkey().clone()])).unwrap();
        assert_eq!(believed.witnesses[0].at_secs, 1_700_000_000);

        assert!(decide(&ask(301, second), Some(&keys), Some(first)).is_ok());
        assert!(decide(&ask(301, first), Some(&keys), Some(first)).is_ok());
        let why = |request: &AddCheckpoint, keys: Option<&Keys>, last| decide(request, keys, last).unwrap_err();
        assert_eq!(why(&ask(301, second), None, Some(first)), Refusal::UnknownLog);
        assert_eq!(why(&ask(0, second), Some(&keys), Some(first)), Refusal::Stands(301));
        assert_eq!(why(&ask(0, second), Some(&keys), Some(first)).body(), Some(("301\n".to_owned(), "text/x.tlog.size")));
        assert_eq!(why(&AddCheckpoint { old: 701, ..ask(301, second) }, Some(&keys), Some(first)), Refusal::Malformed);
        let forged = TreeHead { root: [3; 32], ..first };
        assert_eq!(why(&ask(301, forged), Some(&keys), Some(first)), Refusal::TwoHistories(301));
        assert_eq!(why(&ask(301, second), Some(&keys), Some(forged)), Refusal::NotContinued(301));
        let rolled_back = AddCheckpoint { old: 301, proof: Vec::new(), checkpoint: signed(first) };
        assert_eq!(why(&rolled_back, Some(&keys), Some(second)), Refusal::Stands(700));
        let stranger = LogKey::from_seed("county.example/log", &[9; 32]).unwrap();
        assert_eq!(why(&ask(0, first), Some(&Keys::new([stranger.vkey().clone()])), None), Refusal::NotSigned);
    }
}
