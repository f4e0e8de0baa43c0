//! What stands behind a seal: the facts of an event as a receipt opens them.

use kernel::Timestamp;
use tlog::cbor::{Malformed, Reader};

/// The facts of one event, read from the bytes that its seal commits to ([`crate::Event::sealed_bytes`]).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// What happened (`case.dispatched`).
    pub kind: String,
    /// When it happened.
    pub occurred_at: Timestamp,
    /// What it belongs to.
    pub stream: String,
    /// Its place there, from 1.
    pub version: u64,
    /// Public facts, JSON.
    pub public: String,
    /// Private facts, JSON.
    pub private: String,
    /// The name of the stream in facts leaves, in hexadecimal; `None` in what was sealed before there were any.
    pub name: Option<String>,
}

impl Sealed {
    /// The facts in these bytes; `None` when they are not of an event of ours.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        read(bytes).ok()
    }
}

fn read(bytes: &[u8]) -> Result<Sealed, Malformed> {
    let mut reader = Reader::new(bytes);
    let items = reader.array()?;
    if !(17..=18).contains(&items) || reader.text()? != "lianxin event v1" {
        return Err(Malformed);
    }
    let _id = reader.text()?;
    let _recorded_at = reader.uint()?;
    let millis = i64::try_from(reader.uint()?).map_err(|_| Malformed)?;
    let occurred_at = Timestamp::from_millisecond(millis).map_err(|_| Malformed)?;
    let _source = reader.text()?;
    let stream = reader.text()?.to_owned();
    let version = reader.uint()?;
    let kind = reader.text()?.to_owned();
    let _kind_version = reader.uint()?;
    let _actor = reader.text()?;
    for _on_behalf_of_request_and_cause in 0..3 {
        if !reader.null() {
            reader.text()?;
        }
    }
    let public = reader.text()?.to_owned();
    let _subject = reader.text()?;
    if !reader.null() {
        reader.text()?;
    }
    let private = reader.text()?.to_owned();
    let name = if items == 18 { Some(reader.text()?.to_owned()) } else { None };
    reader.end()?;
    Ok(Sealed { kind, occurred_at, stream, version, public, private, name })
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use kernel::{EventId, RequestId, SubjectId};
    use tlog::leaf::CaseRef;

    use super::*;
    use crate::{Actor, Event, Source, Stream};

    #[test]
    fn what_was_sealed_is_read_again() {
        let event = Event {
            seq: 1,
            id: EventId::from_bytes([1; 16]),
            recorded_at: "2026-11-13T15:20:01+08:00".parse().unwrap(),
            occurred_at: "2026-11-13T15:20:00+08:00".parse().unwrap(),
            source: Source::Live,
            stream: Stream("case_1".to_owned()),
            version: 3,
            kind: "case.dispatched".to_owned(),
            kind_version: 1,
            actor: Actor::Resident,
            on_behalf_of: None,
            request_id: Some(RequestId::from_bytes([2; 16])),
            cause: None,
            public: r#"{"unit":"housing"}"#.to_owned(),
            subject: SubjectId::from_bytes([3; 16]),
            private: Vec::new(),
            reason: Some("no_such_street".to_owned()),
            commit: [0; 32],
            mac: [0; 32],
        };
        let bytes = event.sealed_bytes(r#"{"note":"路灯"}"#, Some(CaseRef([0xa5; 16])));
        let before = Sealed::read(&event.sealed_bytes("null", None)).unwrap();
        assert_eq!((before.name, before.private.as_str()), (None, "null"));
        let sealed = Sealed::read(&bytes).unwrap();
        assert_eq!((sealed.kind.as_str(), sealed.version, sealed.stream.as_str()), ("case.dispatched", 3, "case_1"));
        assert_eq!((sealed.occurred_at, sealed.private.as_str()), (event.occurred_at, r#"{"note":"路灯"}"#));
        assert_eq!(sealed.name, Some("a5".repeat(16)));
        assert_eq!(Sealed::read(&bytes[..bytes.len() - 1]), None);
        assert_eq!(Sealed::read(b"anything"), None);
    }
}
