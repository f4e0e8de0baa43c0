//! Permission as a value: what a command demands, and what only a check can make.

use std::fmt;
use std::marker::PhantomData;

use journal::{Actor, Envelope};
use kernel::{CaseId, CodeKey, QueryCode, RequestId, Timestamp};

use crate::model::{Reach, Role, Scope, ScopeKind, Scopes, Visibility};
use crate::{Denied, Permission, Principal};

/// Leave to do `P`: who does it, and how far it reaches. Made by the extractor (see [`crate::http`]), by
/// [`Principal::granted`], by a query code, or for the platform itself with a reason that goes into the journal.
pub struct Granted<P: Permission> {
    actor: Actor,
    scopes: Scopes,
    request_id: Option<RequestId>,
    permission: PhantomData<fn() -> P>,
}

impl<P: Permission> Granted<P> {
    fn new(actor: Actor, scopes: Scopes, request_id: Option<RequestId>) -> Self {
        Self { actor, scopes, request_id, permission: PhantomData }
    }

    pub(crate) fn to(principal: &Principal, request_id: Option<RequestId>) -> Result<Self, Denied> {
        let scopes = principal.scopes::<P>();
        if scopes.is_empty() {
            return Err(Denied::Forbidden);
        }
        Ok(Self::new(Actor::Account(principal.account()), scopes, request_id))
    }

    /// What anybody has, if `P` has a public rule for the anonymous.
    pub(crate) fn to_anybody(request_id: Option<RequestId>) -> Option<Self> {
        let rule = anonymous::<P>(ScopeKind::Public)?;
        let reach = Reach { role: Role::Anonymous, scope: Scope::Public, visibility: rule };
        Some(Self::new(Actor::Resident, Scopes::new([reach]), request_id))
    }

    /// What the holder of a query code has: `P` for that matter alone. [`Denied::Forbidden`] when `P` is nothing that a
    /// code opens.
    pub fn by_code(proof: &ByCodeProof, request_id: Option<RequestId>) -> Result<Self, Denied> {
        let visibility = anonymous::<P>(ScopeKind::ByCode).ok_or(Denied::Forbidden)?;
        let reach = Reach { role: Role::Anonymous, scope: Scope::ByCode(proof.case), visibility };
        Ok(Self::new(Actor::Resident, Scopes::new([reach]), request_id))
    }

    /// For the platform itself: jobs, `init`, imports, demo histories. `reason` is the actor of every event written
    /// under it (`system:rating window over`). Reaches the county, clear.
    pub fn system(reason: &'static str) -> Self {
        let reach = Reach { role: Role::Admin, scope: Scope::County, visibility: Visibility::Clear };
        Self::new(Actor::System(reason.to_owned()), Scopes::new([reach]), None)
    }

    /// Who does it.
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// Which rows it reaches. Functions in `rows/` put it into the condition of every query.
    pub fn scopes(&self) -> &Scopes {
        &self.scopes
    }

    /// How much may be read of every row it reaches; see [`Scopes::visibility_of`] for one row.
    pub fn visibility(&self) -> Visibility {
        self.scopes.visibility()
    }

    /// The roles by which it was granted.
    pub fn roles(&self) -> impl Iterator<Item = Role> {
        self.scopes.roles()
    }

    /// The request under which it was granted; none for the platform itself.
    pub fn request_id(&self) -> Option<RequestId> {
        self.request_id
    }

    /// The envelope of a live command under this grant.
    pub fn envelope(&self, now: Timestamp) -> Envelope {
        Envelope::live(self.actor.clone(), self.request_id, now)
    }
}

fn anonymous<P: Permission>(scope: ScopeKind) -> Option<Visibility> {
    let rule = P::RULES.iter().find(|rule| rule.role == Role::Anonymous && rule.scope == scope);
    rule.map(|rule| rule.visibility)
}

impl<P: Permission> Clone for Granted<P> {
    fn clone(&self) -> Self {
        Self::new(self.actor.clone(), self.scopes.clone(), self.request_id)
    }
}

impl<P: Permission> fmt::Debug for Granted<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Granted")
            .field("permission", &P::NAME)
            .field("actor", &self.actor)
            .field("scopes", &self.scopes)
            .finish_non_exhaustive()
    }
}

/// That somebody showed the query code of a matter. The only way to one is the right code, or a cookie that was sealed
/// after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ByCodeProof {
    case: CaseId,
    generation: i32,
}

impl ByCodeProof {
    /// Compares the code shown with the matter's own, in constant time. For an unknown number call it with any id, so
    /// that a wrong number costs the same work as a wrong code.
    pub fn check(key: &CodeKey, case: CaseId, generation: i32, shown: &QueryCode) -> Option<Self> {
        QueryCode::of(key, case, generation).matches(shown).then_some(Self { case, generation })
    }

    /// The matter.
    pub fn case(&self) -> CaseId {
        self.case
    }

    /// The generation of the code. A proof from a cookie may be older than the newest code: the caller compares it with
    /// the row and refuses an older one.
    pub fn generation(&self) -> i32 {
        self.generation
    }

    pub(crate) fn sealed(case: CaseId, generation: i32) -> Self {
        Self { case, generation }
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;

    mod p {
        crate::permissions! {
            /// Read a matter.
            Read = "test.read" { Anonymous => ByCode clear, Handler => Ticket clear }
            /// File a matter.
            File = "test.file" { Anonymous => Public clear }
        }
    }

    #[test]
    fn only_the_right_code_makes_a_proof_and_only_for_what_a_code_opens() {
        let (key, case) = (CodeKey([1; 32]), CaseId::from_bytes([2; 16]));
        let right = QueryCode::of(&key, case, 3);
        assert_eq!(ByCodeProof::check(&key, case, 4, &right), None, "an old code");
        assert_eq!(ByCodeProof::check(&key, CaseId::from_bytes([3; 16]), 3, &right), None, "another matter");
        let proof = ByCodeProof::check(&key, case, 3, &right).unwrap();
        let granted = Granted::<p::Read>::by_code(&proof, None).unwrap();
        assert_eq!(granted.scopes().scopes().collect::<Vec<_>>(), [&Scope::ByCode(case)]);
        assert_eq!(granted.actor(), &Actor::Resident);
        assert!(Granted::<p::File>::by_code(&proof, None).is_err());
        assert!(Granted::<p::File>::to_anybody(None).is_some());
        assert!(Granted::<p::Read>::to_anybody(None).is_none(), "without the code nothing is read");
        assert_eq!(p::ALL.len(), 2);
    }
}
