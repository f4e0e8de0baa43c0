//! Checkpoints (C2SP tlog-checkpoint): a log's origin, size and root, signed by the log and cosigned by witnesses.

use base64::prelude::{BASE64_STANDARD, Engine};
use signed_note::{Note, NoteError, Signature, Signer, Verifier};

use crate::epochs;
use crate::note::{KeyKind, Keys, VKey, cosigned_at};
use crate::tree::TreeHead;

/// What a checkpoint says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// Which log. `origin`, or `origin/2` and so on after a database was restored (decisions 9).
    pub origin: String,
    /// Its size and root.
    pub head: TreeHead,
}

/// Why a checkpoint is not believed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Disbelief {
    /// Not a signed note with a checkpoint in it.
    #[error("is not a checkpoint")]
    NotACheckpoint,
    /// It is the checkpoint of another log than the key is for.
    #[error("is of the log {0}, not of the key's")]
    OtherLog(String),
    /// No trusted key of the log signed it.
    #[error("is not signed by the key given")]
    NotSigned,
    /// A trusted key's signature is there and does not hold: text or signature was changed.
    #[error("was changed: the signature of {0} does not hold")]
    BadSignature(String),
}

/// A witness's word for a checkpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cosigned {
    /// The witness.
    pub witness: String,
    /// When it cosigned, in seconds since 1970.
    pub at_secs: u64,
}

/// A checkpoint that was checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Believed {
    /// What it says.
    pub checkpoint: Checkpoint,
    /// Known witnesses that cosigned it.
    pub witnesses: Vec<Cosigned>,
    /// How many signatures are by keys that were not given, and so say nothing.
    pub unknown: usize,
}

impl Checkpoint {
    /// The text that is signed.
    pub fn text(&self) -> String {
        format!("{}\n{}\n{}\n", self.origin, self.head.size, BASE64_STANDARD.encode(self.head.root))
    }

    /// What an unsigned text says. Extension lines are read over: C2SP advises against them, and ours have none.
    pub fn parse(text: &[u8]) -> Option<Self> {
        let parsed = tlog_tiles::Checkpoint::from_bytes(text).ok()?;
        Some(Self { origin: parsed.origin().to_owned(), head: TreeHead { size: parsed.size(), root: parsed.hash().0 } })
    }

    /// The checkpoint, signed by all of these.
    pub fn sign(&self, signers: &[&dyn Signer]) -> Result<Vec<u8>, NoteError> {
        let text = self.text();
        if Self::parse(text.as_bytes()).as_ref() != Some(self) {
            return Err(NoteError::MalformedNote);
        }
        let mut note = Note::new(text.as_bytes(), &[])?;
        note.add_sigs(signers)?;
        Ok(note.to_bytes())
    }
}

/// Whether a key with this name may sign for the log `origin`: its own, or its later epochs, `name/2` and so on.
fn is_of(name: &str, origin: &str) -> bool {
    epochs::of(name, origin).is_some()
}

/// Checks a signed checkpoint: a log key among `keys` signed it and is a key of that log; no trusted signature is false.
pub fn open(note: &[u8], keys: &Keys) -> Result<Believed, Disbelief> {
    let parsed = Note::from_bytes(note).map_err(|_| Disbelief::NotACheckpoint)?;
    let checkpoint = Checkpoint::parse(parsed.text()).ok_or(Disbelief::NotACheckpoint)?;
    let (signed, unknown) = match parsed.verify(keys) {
        Ok(both) => both,
        Err(NoteError::InvalidSignature { name, .. }) => return Err(Disbelief::BadSignature(name)),
        Err(_) => return Err(no_signature(&checkpoint, keys)),
    };
    let by = |kind: KeyKind| {
        signed.iter().filter(move |signature| keys.find(signature.name(), signature.id()).is_some_and(|key| key.kind() == kind))
    };
    let mut logs = by(KeyKind::Log).peekable();
    if logs.peek().is_none() {
        return Err(no_signature(&checkpoint, keys));
    }
    if !logs.any(|signature| is_of(signature.name(), &checkpoint.origin)) {
        return Err(Disbelief::OtherLog(checkpoint.origin));
    }
    let witnesses = by(KeyKind::Witness)
        .filter_map(|line| Some(Cosigned { witness: line.name().to_owned(), at_secs: cosigned_at(line.signature())? }))
        .collect();
    Ok(Believed { checkpoint, witnesses, unknown: unknown.len() })
}

/// The reason to give: a checkpoint of another log is more telling than a missing signature.
fn no_signature(checkpoint: &Checkpoint, keys: &Keys) -> Disbelief {
    let mut logs = keys.iter().filter(|key| key.kind() == KeyKind::Log).map(VKey::name);
    if logs.any(|name| is_of(name, &checkpoint.origin)) { Disbelief::NotSigned } else { Disbelief::OtherLog(checkpoint.origin.clone()) }
}

/// The checkpoint with the witnesses' answer added: those signature lines that are cosignatures of known witnesses and hold.
/// Everything else in the answer is left out (C2SP tlog-witness). Also returns how many were added.
pub fn add_cosignatures(note: &[u8], answer: &[u8], witnesses: &Keys) -> Option<(Vec<u8>, usize)> {
    let parsed = Note::from_bytes(note).ok()?;
    let mut out = note.to_vec();
    let mut added = 0;
    for line in answer.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
        let Ok(signature) = Signature::from_bytes(line) else { continue };
        let known = witnesses.find(signature.name(), signature.id()).filter(|key| key.kind() == KeyKind::Witness);
        let holds = known.is_some_and(|key| key.verify(parsed.text(), signature.signature()));
        let there = out.split(|byte| *byte == b'\n').any(|present| present == line);
        if holds && !there {
            out.extend(signature.to_bytes());
            added += 1;
        }
    }
    Some((out, added))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;
    use crate::note::{LogKey, WitnessKey};

    fn checkpoint() -> Checkpoint {
        Checkpoint { origin: "county.example/log".to_owned(), head: TreeHead { size: 20_852_163, root: [9; 32] } }
    }

    fn key() -> LogKey {
        LogKey::from_seed("county.example/log", &[1; 32]).unwrap()
    }

    /// The example of C2SP tlog-cosignature.
    #[test]
    fn the_specifications_example_is_read() {
        let text = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
        let note = format!(
            "{text}\n\
             — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n\
             — witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n"
        );
        let parsed = Note::from_bytes(note.as_bytes()).unwrap();
        let checkpoint = Checkpoint::parse(parsed.text()).unwrap();
        assert_eq!((checkpoint.origin.as_str(), checkpoint.head.size), ("example.com/behind-the-sofa", 20_852_163));
        assert_eq!(checkpoint.text(), text);
        // The cosignature's time is the one the specification prints.
        let line = Signature::from_bytes(note.trim_end().rsplit('\n').next().unwrap().as_bytes()).unwrap();
        assert_eq!(cosigned_at(line.signature()), Some(1_679_315_147));
    }

    #[test]
    fn a_checkpoint_is_believed_by_its_logs_key_and_counts_its_witnesses() {
        let (log, w1, w2) = (key(), WitnessKey::from_seed("w1", &[2; 32]).unwrap(), WitnessKey::from_seed("w2", &[3; 32]).unwrap());
        let note = checkpoint().sign(&[&log]).unwrap();
        let answer = |key: &WitnessKey, at| {
            let mut cosigned = Note::new(checkpoint().text().as_bytes(), &[]).unwrap();
            cosigned.add_sigs(&[&key.at(at)]).unwrap();
            cosigned.to_bytes().split_off(checkpoint().text().len() + 1)
        };
        let both = [answer(&w1, 100), answer(&w2, 200), b"nonsense\n".to_vec()].concat();
        let keys = Keys::new([log.vkey().clone(), w1.vkey().clone()]);
        let (note, added) = add_cosignatures(&note, &both, &keys).unwrap();
        assert_eq!(added, 1);
        assert_eq!(add_cosignatures(&note, &both, &keys).unwrap().1, 0);
        let (note, _) = add_cosignatures(&note, &both, &Keys::new([w2.vkey().clone()])).unwrap();
        let believed = open(&note, &keys).unwrap();
        assert_eq!(believed.checkpoint, checkpoint());
        assert_eq!(believed.witnesses, [Cosigned { witness: "w1".to_owned(), at_secs: 100 }]);
        assert_eq!(believed.unknown, 1);
    }

    #[test]
    fn who_may_sign_for_which_log() {
        let other = LogKey::from_seed("town.example/log", &[1; 32]).unwrap();
        let keys = Keys::new([key().vkey().clone()]);
        let signed = |origin: &str, by: &LogKey| Checkpoint { origin: origin.to_owned(), ..checkpoint() }.sign(&[by]).unwrap();
        assert!(open(&signed("county.example/log", &key()), &keys).is_ok());
        assert!(open(&signed("county.example/log/2", &key()), &keys).is_ok());
        for origin in [
            "county.example/log/02",
            "county.example/log/1",
            "county.example/log/0",
            "county.example/log/x",
            "county.example/logs",
            "town.example/log",
        ] {
            assert_eq!(open(&signed(origin, &key()), &keys), Err(Disbelief::OtherLog(origin.to_owned())));
        }
        assert_eq!(open(&signed("county.example/log", &other), &keys), Err(Disbelief::NotSigned));
        assert_eq!(open(&signed("town.example/log", &other), &keys), Err(Disbelief::OtherLog("town.example/log".to_owned())));
        assert_eq!(open(b"county.example/log\n", &keys), Err(Disbelief::NotACheckpoint));
        let cut = signed("county.example/log", &key());
        assert_eq!(open(&cut[..cut.len() - 1], &keys), Err(Disbelief::NotACheckpoint));
        let changed = String::from_utf8(cut).unwrap().replace("20852163", "20852164");
        assert_eq!(open(changed.as_bytes(), &keys), Err(Disbelief::BadSignature("county.example/log".to_owned())));
        assert!(Checkpoint { origin: "a\nb".to_owned(), ..checkpoint() }.sign(&[&key()]).is_err());
        assert!(Checkpoint { origin: String::new(), ..checkpoint() }.sign(&[&key()]).is_err());
    }
}
