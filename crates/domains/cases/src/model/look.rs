//! Looks: who saw what of a person in the clear, when and why (domain 3.3; ADR 0015). A look is no step: it changes nothing
//! of the case, and never stands in another's way.

use identity::Role;
use kernel::{AccountId, CaseId, LookId, Timestamp, UnitCode, format};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::words::{LookReason, Seen};

/// One look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Look {
    /// Its id.
    pub id: LookId,
    /// The case.
    pub case: CaseId,
    /// When; in its event as milliseconds since 1970 UTC.
    #[serde(with = "millis")]
    pub at: Timestamp,
    /// Who.
    pub account: AccountId,
    /// In which role, as its code.
    #[serde(with = "role")]
    pub role: Role,
    /// For which unit, where the role is one of a unit.
    pub unit: Option<UnitCode>,
    /// What was seen.
    pub seen: Seen,
    /// Why: owed for everything but the words of the matter, which are read to handle it.
    pub reason: Option<LookReason>,
}

mod millis {
    use kernel::Timestamp;
    use serde::{Deserialize, Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(at: &Timestamp, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_i64(at.as_millisecond())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Timestamp, D::Error> {
        Timestamp::from_millisecond(i64::deserialize(from)?).map_err(serde::de::Error::custom)
    }
}

mod role {
    use identity::Role;
    use serde::{Deserialize, Deserializer, Serializer};

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde's signature")]
    pub(super) fn serialize<S: Serializer>(role: &Role, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(role.code())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Role, D::Error> {
        let code = String::deserialize(from)?;
        Role::from_code(&code).ok_or_else(|| serde::de::Error::custom("not a role"))
    }
}

impl Look {
    /// The id of a look that counts once a day: the same for the same person, case, thing and day, so that a page read ten
    /// times is one look. Residents are told the day, never the hour.
    pub fn once_a_day(case: CaseId, account: AccountId, seen: Seen, at: Timestamp) -> LookId {
        let mut digest = Sha256::new();
        for part in [case.to_string(), account.to_string(), seen.code().to_owned(), format::local_date(at).to_string()] {
            digest.update(part.as_bytes());
            digest.update([0]);
        }
        let digest: [u8; 32] = digest.finalize().into();
        let mut id = [0; 16];
        id.iter_mut().zip(digest).for_each(|(to, from)| *to = from);
        LookId::from_bytes(id)
    }

    /// Whether it also stands in the journal, where nobody can take it out again: whatever was unmasked for a reason, and
    /// everything that is read by a warrant or in a sample. Reading the words of a matter to handle it is a row alone, as
    /// signing in is: the journal would otherwise hold more readings than events.
    pub fn is_journalled(&self) -> bool {
        self.seen != Seen::Text || matches!(self.role, Role::Auditor | Role::Evaluator)
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;

    #[test]
    fn a_page_read_all_day_is_one_look_and_tomorrow_is_another() {
        let (case, account) = (CaseId::from_bytes([1; 16]), AccountId::from_bytes([2; 16]));
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let of = |at| Look::once_a_day(case, account, Seen::Text, at);
        let morning = at("2026-11-23T08:00:00+08:00");
        assert_eq!(of(morning), of(at("2026-11-23T23:59:59+08:00")));
        assert_ne!(of(morning), of(at("2026-11-24T00:00:00+08:00")), "a day ends at midnight in Beijing");
        assert_ne!(of(morning), Look::once_a_day(case, AccountId::from_bytes([3; 16]), Seen::Text, morning));
        assert_ne!(of(morning), Look::once_a_day(case, account, Seen::Phone, morning));
    }

    #[test]
    fn what_owes_a_reason_and_what_an_auditor_reads_is_journalled() {
        let look = |role, seen| Look {
            id: LookId::from_bytes([1; 16]),
            case: CaseId::from_bytes([1; 16]),
            at: "2026-11-23T08:00:00+08:00".parse().unwrap(),
            account: AccountId::from_bytes([2; 16]),
            role,
            unit: None,
            seen,
            reason: None,
        };
        assert!(!look(Role::Handler, Seen::Text).is_journalled());
        assert!(look(Role::Handler, Seen::Phone).is_journalled());
        assert!(look(Role::Auditor, Seen::Text).is_journalled());
        let told = serde_json::to_value(look(Role::PointStaff, Seen::Name)).unwrap();
        assert_eq!((&told["role"], &told["seen"]), (&"point_staff".into(), &"name".into()));
        assert_eq!(serde_json::from_value::<Look>(told).unwrap(), look(Role::PointStaff, Seen::Name));
    }
}
