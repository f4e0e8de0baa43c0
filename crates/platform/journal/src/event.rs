//! An event as it is stored, and the bytes that its mac and its seal stand for.

use kernel::{EventId, RequestId, SubjectId, Timestamp};
use serde_json::Value;
use tlog::cbor::Writer;
use tlog::leaf::CaseRef;

use crate::Actor;

/// Where a fact came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// Somebody did it here.
    Live,
    /// Brought from another system.
    Import,
    /// Invented, for demonstrations.
    Demo,
}

impl Source {
    /// The stored word.
    pub fn code(self) -> &'static str {
        match self {
            Self::Live => "live",
            Self::Import => "import",
            Self::Demo => "demo",
        }
    }

    pub(crate) fn from_code(code: &str) -> Option<Self> {
        [Self::Live, Self::Import, Self::Demo].into_iter().find(|source| source.code() == code)
    }
}

/// What an event is about: the text form of an aggregate's id (`case_0197…`).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stream(pub String);

impl Stream {
    /// The stream of the aggregate with this id.
    pub fn of(id: impl std::fmt::Display) -> Self {
        Self(id.to_string())
    }
}

/// One event. Rows of `journal_event` are never changed; erasing destroys a key elsewhere.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// Order of writing; gaps are possible. Readers use the position instead.
    pub seq: i64,
    /// Its id.
    pub id: EventId,
    /// When it was written; never backwards within a stream.
    pub recorded_at: Timestamp,
    /// When it happened: for paper and imports earlier than `recorded_at`.
    pub occurred_at: Timestamp,
    /// Where the fact came from.
    pub source: Source,
    /// What it is about.
    pub stream: Stream,
    /// Its place in the stream, from 1.
    pub version: i64,
    /// What happened (`case.dispatched`).
    pub kind: String,
    /// The version of the payload's form.
    pub kind_version: i64,
    /// Who did it.
    pub actor: Actor,
    /// For whom, when somebody acts for another.
    pub on_behalf_of: Option<String>,
    /// The request that caused it.
    pub request_id: Option<RequestId>,
    /// The event that caused it, for steps that ride along.
    pub cause: Option<EventId>,
    /// Facts without personal data, as written.
    pub public: String,
    /// Whose key protects the private part.
    pub subject: SubjectId,
    /// Ciphertext of salt and private facts.
    pub private: Vec<u8>,
    /// Why, in the actor's own words or a code, where a reason is owed. Holds no personal data.
    pub reason: Option<String>,
    /// SHA-256(salt ‖ all facts): what the public log is told.
    pub commit: [u8; 32],
    /// HMAC(journal key, stored bytes ‖ previous mac of the stream).
    pub mac: [u8; 32],
}

/// An event with its private part, or without it once the person is erased.
#[derive(Debug, Clone)]
pub struct Opened {
    /// The event.
    pub event: Event,
    /// Its public facts.
    pub public: Value,
    /// Its private facts; `None` after erasure.
    pub private: Option<Value>,
    /// The salt of its commitment; `None` after erasure.
    pub salt: Option<[u8; 32]>,
}

impl Event {
    /// The facts common to the seal and the mac, as deterministic CBOR.
    fn facts(&self, out: &mut Writer) {
        out.text("lianxin event v1")
            .text(&self.id.to_string())
            .int(self.recorded_at.as_millisecond())
            .int(self.occurred_at.as_millisecond())
            .text(self.source.code())
            .text(&self.stream.0)
            .int(self.version)
            .text(&self.kind)
            .int(self.kind_version)
            .text(&self.actor.to_string())
            .opt_text(self.on_behalf_of.as_deref())
            .opt_text(self.request_id.map(|id| id.to_string()).as_deref())
            .opt_text(self.cause.map(|id| id.to_string()).as_deref())
            .text(&self.public)
            .text(&self.subject.to_string())
            .opt_text(self.reason.as_deref());
    }

    /// What the seal stands for: every fact, the private ones in the clear, and the name of its stream in the public log. Events that
    /// were sealed before streams had names there have none.
    pub fn sealed_bytes(&self, private: &str, name: Option<CaseRef>) -> Vec<u8> {
        let mut out = Writer::default();
        out.array(if name.is_some() { 18 } else { 17 });
        self.facts(&mut out);
        out.text(private);
        if let Some(name) = name {
            out.text(&name.to_string());
        }
        out.into_bytes()
    }

    /// What the mac stands for: the row as stored.
    pub(crate) fn stored_bytes(&self) -> Vec<u8> {
        let mut out = Writer::default();
        out.array(18);
        self.facts(&mut out);
        out.bytes(&self.private).bytes(&self.commit);
        out.into_bytes()
    }

    /// The hash of its leaf in the public log.
    pub fn leaf_hash(&self) -> tlog::Hash {
        tlog::leaf_hash(&tlog::seal_leaf(&self.commit))
    }
}

/// The first six bytes of a leaf's hash as a number below 2^48: what `journal_log.leaf_start` holds.
pub(crate) fn leaf_start(leaf: &tlog::Hash) -> i64 {
    leaf.iter().take(6).fold(0_i64, |number, byte| number << 8 | i64::from(*byte))
}
