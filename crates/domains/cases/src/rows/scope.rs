//! Scopes as conditions on `case_record`. Every query takes one; a case outside is not found.

use identity::{Reach, Role, Scope, Scopes};
use kernel::{CaseId, Timestamp, UnitCode};
use places::Register;
use sea_orm::Condition;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait};
use store::{StoreError, Tx};

use super::escalation::ToWhom;
use super::record::Column;
use super::{escalation, sample, warrant};
use crate::model::{Case, Limits, Need, StateName};

/// The cases that one of `scopes` covers at `now`.
pub(crate) fn covers<'r>(scopes: impl IntoIterator<Item = &'r Reach>, register: &Register, now: Timestamp) -> Condition {
    scopes.into_iter().fold(Condition::any().add(Expr::value(false)), |any, reach| any.add(one(reach, register, now)))
}

/// A unit never sees what is about itself (decisions 1; domain 3.3).
fn not_about(unit: &UnitCode) -> Condition {
    Condition::any().add(Column::Against.is_null()).add(Column::Against.ne(unit.as_str()))
}

fn one(reach: &Reach, register: &Register, now: Timestamp) -> Condition {
    let nothing = || Condition::all().add(Expr::value(false));
    match &reach.scope {
        Scope::County => Condition::all(),
        // Of her unit's cases a handler reaches those that wait for somebody to accept them.
        Scope::Unit(unit) if reach.role == Role::Handler => {
            Condition::all().add(Column::Unit.eq(unit.as_str())).add(Column::State.eq(StateName::Dispatched.code())).add(not_about(unit))
        }
        // A lead reaches her unit's, and what another unit asks hers to take over.
        Scope::Unit(unit) => Condition::all()
            .add(Condition::any().add(Column::Unit.eq(unit.as_str())).add(Column::PendingUnit.eq(unit.as_str())))
            .add(not_about(unit)),
        Scope::Ticket(account) => Condition::all()
            .add(Column::Handler.eq(account.to_string()))
            .add(Condition::any().add(Column::Against.is_null()).add(ExprTrait::ne(Expr::col(Column::Against), Expr::col(Column::Unit)))),
        Scope::Point(area) | Scope::Grid(area) => {
            let within = register.areas_in(area).into_iter().map(|area| area.to_string());
            Condition::all().add(Column::Area.is_in(within)).add(Column::Sealed.eq(false))
        }
        Scope::ByCode(case) => by_code(*case),
        // Residents sign in later; until then a subject is the subject of one case.
        Scope::Own(subject) => by_code(CaseId::from_bytes(*subject.as_bytes())),
        Scope::Escalated(Role::Supervisor) => Condition::all().add(Column::WaitsSupervisor.eq(true)),
        Scope::Escalated(Role::Organiser) => Condition::all().add(Column::WaitsOrganiser.eq(true)),
        // Leave with an end: when it is over the row is not there any more, whoever still has the page open.
        Scope::Warrant(account) => Condition::all().add(Column::Id.in_subquery(warrant::opened_to(*account, now))),
        Scope::Sample(account) => Condition::all().add(Column::Id.in_subquery(sample::opened_to(*account, now))),
        Scope::Public | Scope::TicketFor(_) | Scope::Escalated(_) | Scope::Aggregate => nothing(),
    }
}

/// The same in memory, for a case that was read: what a page may offer its reader.
pub(crate) fn reaches(scopes: &Scopes, case: &Case, limits: &Limits, register: &Register) -> bool {
    scopes.iter().any(|reach| reaches_by(reach, case, limits, register))
}

/// Whether one way of a permission reaches a case.
pub(crate) fn reaches_by(reach: &Reach, case: &Case, limits: &Limits, register: &Register) -> bool {
    let about = |unit: &UnitCode| case.against.as_ref() == Some(unit);
    match &reach.scope {
        Scope::County => true,
        Scope::Unit(unit) if reach.role == Role::Handler => {
            case.unit() == Some(unit) && case.state.name() == StateName::Dispatched && !about(unit)
        }
        Scope::Unit(unit) => (case.unit() == Some(unit) || case.pending_unit() == Some(unit)) && !about(unit),
        Scope::Ticket(account) => case.handler() == Some(*account) && !case.unit().is_some_and(about),
        Scope::Point(area) | Scope::Grid(area) => !case.sealed && case.area.as_ref().is_some_and(|at| register.areas_in(area).contains(at)),
        Scope::ByCode(id) => case.id == *id,
        Scope::Own(subject) => case.id == CaseId::from_bytes(*subject.as_bytes()),
        Scope::Escalated(Role::Supervisor) => case.waits_for(limits).contains(&Need::Supervisor),
        Scope::Escalated(Role::Organiser) => case.waits_for(limits).contains(&Need::Organiser),
        // What a warrant or a sample opens stands in rows, not in the case: see `Leave`. No step is taken by one.
        Scope::Warrant(_) | Scope::Sample(_) | Scope::Public | Scope::TicketFor(_) | Scope::Escalated(_) | Scope::Aggregate => false,
    }
}

/// What is open to somebody by rows beside the case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Leave {
    /// A warrant is in force.
    pub(crate) warrant: bool,
    /// It is in a sample that is open.
    pub(crate) sample: bool,
    /// To whom it was escalated.
    pub(crate) escalated: ToWhom,
}

impl Leave {
    /// What is open of this case to whoever the scopes belong to.
    pub(crate) async fn of(tx: &Tx, scopes: &Scopes, case: CaseId, now: Timestamp) -> Result<Self, StoreError> {
        let mut leave = Self::default();
        for scope in scopes.scopes() {
            match scope {
                Scope::Warrant(account) if !leave.warrant => leave.warrant = warrant::opens(tx, *account, case, now).await?,
                Scope::Sample(account) if !leave.sample => leave.sample = sample::opens(tx, *account, case, now).await?,
                Scope::Escalated(_) if leave.escalated == ToWhom::default() => leave.escalated = escalation::to_whom(tx, case).await?,
                _ => {}
            }
        }
        Ok(leave)
    }

    /// Whether this way reaches the case, as far as rows decide that.
    pub(crate) fn covers(self, reach: &Reach) -> bool {
        match &reach.scope {
            Scope::Warrant(_) => self.warrant,
            Scope::Sample(_) => self.sample,
            Scope::Escalated(Role::Supervisor) => self.escalated.supervisor,
            Scope::Escalated(Role::Organiser) => self.escalated.organiser,
            _ => false,
        }
    }
}

/// All cases of the units of `scopes`, whoever has them: for saying that one was taken, never for showing it. What is about
/// the unit is not there for it, here too.
pub(crate) fn of_units(scopes: &Scopes) -> Condition {
    scopes.units().fold(Condition::any().add(Expr::value(false)), |any, unit| {
        any.add(Condition::all().add(Column::Unit.eq(unit.as_str())).add(not_about(unit)))
    })
}

/// One case, opened by its code.
pub(crate) fn by_code(case: CaseId) -> Condition {
    Condition::all().add(Column::Id.eq(case.to_string()))
}

/// All cases: jobs and doctor.
pub(crate) fn everything() -> Condition {
    Condition::all()
}
