//! Typed ids: a `UUIDv7` with its kind in front, so that a log line or a row says what it names.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use uuid::Uuid;

use crate::random::Rng;

/// A text that is not an id of the expected kind.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a {0} id")]
pub struct IdError(pub &'static str);

/// A `UUIDv7` (RFC 9562 §5.7) made from the instant and the randomness that are passed in.
fn uuid_v7(now: Timestamp, rng: &dyn Rng) -> Uuid {
    let millis = u64::try_from(now.as_millisecond()).unwrap_or(0);
    uuid::Builder::from_unix_timestamp_millis(millis, &rng.bytes::<10>()).into_uuid()
}

macro_rules! typed_ids {
    ($($(#[$doc:meta])* $name:ident = $prefix:literal,)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Uuid);

        impl $name {
            /// The word in front of the text form.
            pub const PREFIX: &'static str = $prefix;

            /// A new id; sorts by the instant of its making.
            pub fn new(now: Timestamp, rng: &dyn Rng) -> Self {
                Self(uuid_v7(now, rng))
            }

            /// The 16 bytes, for keys and digests.
            pub fn as_bytes(&self) -> &[u8; 16] {
                self.0.as_bytes()
            }

            /// The id with these bytes; for ids derived from another id or a digest.
            pub fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(Uuid::from_bytes(bytes))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}_{}", $prefix, self.0.simple())
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }

        impl FromStr for $name {
            type Err = IdError;
            fn from_str(text: &str) -> Result<Self, IdError> {
                text.strip_prefix(concat!($prefix, "_"))
                    .filter(|hex| hex.len() == 32)
                    .and_then(|hex| Uuid::try_parse(hex).ok())
                    .map(Self)
                    .ok_or(IdError($prefix))
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<str>::deserialize(from)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    )*};
}

typed_ids! { // append only
    /// A resident's request (诉求) once registered.
    CaseId = "case",
    /// One entry of the journal.
    EventId = "evt",
    /// Somebody who may sign in, or a machine account.
    AccountId = "acct",
    /// One signed-in browser or token.
    SessionId = "sess",
    /// Whose personal data a key protects: a person, or one anonymous case.
    SubjectId = "subj",
    /// A piece of work to be done after the commit.
    JobId = "job",
    /// One HTTP request, for logs and error pages.
    RequestId = "req",
    /// A change of accounts that waits for a second person.
    ProposalId = "prop",
    /// A proposed change of a rule of the county.
    RuleChangeId = "rule",
    /// One look at something of a person, in the clear.
    LookId = "look",
    /// Leave for one person to read one matter, until a day.
    WarrantId = "warr",
    /// Matters that were drawn for somebody to read, until a day.
    SampleId = "smpl",
    /// One reminder in somebody's in-app inbox.
    NoticeId = "note",
    /// A supervision order (督办单).
    OrderId = "order",
    /// A span in which a member of staff is away.
    AbsenceId = "away",
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;
    use crate::random::SeededRng;

    #[test]
    fn an_id_survives_its_text_form_and_refuses_anothers() {
        let now = Timestamp::from_second(1_790_000_000).unwrap();
        let id = CaseId::new(now, &SeededRng::new(1));
        assert_eq!(id.to_string().parse::<CaseId>().unwrap(), id);
        assert_eq!(id.to_string().parse::<EventId>(), Err(IdError("evt")));
        assert_eq!("case_".parse::<CaseId>(), Err(IdError("case")));
    }

    #[test]
    fn ids_sort_by_the_instant_of_their_making() {
        let rng = SeededRng::new(2);
        let early = CaseId::new(Timestamp::from_second(1_790_000_000).unwrap(), &rng);
        let late = CaseId::new(Timestamp::from_second(1_790_000_001).unwrap(), &rng);
        assert!(early < late && early.to_string() < late.to_string());
    }
}
