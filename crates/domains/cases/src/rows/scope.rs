//! Scopes as conditions on `case_record`. Every query takes one; a case outside is not found.

use identity::{Reach, Role, Scope, Scopes};
use kernel::CaseId;
use places::Register;
use sea_orm::Condition;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;

use super::record::Column;
use crate::model::StateName;

/// The cases that one of `scopes` covers.
pub(crate) fn covers(scopes: &Scopes, register: &Register) -> Condition {
    scopes.iter().fold(Condition::any().add(Expr::value(false)), |any, reach| any.add(one(reach, register)))
}

fn one(reach: &Reach, register: &Register) -> Condition {
    let nothing = || Condition::all().add(Expr::value(false));
    match &reach.scope {
        Scope::County => Condition::all(),
        // Of her unit's cases a handler reaches those that wait for somebody to accept them.
        Scope::Unit(unit) if reach.role == Role::Handler => {
            Condition::all().add(Column::Unit.eq(unit.as_str())).add(Column::State.eq(StateName::Dispatched.code()))
        }
        Scope::Unit(unit) => Condition::all().add(Column::Unit.eq(unit.as_str())),
        Scope::Ticket(account) => Condition::all().add(Column::Handler.eq(account.to_string())),
        Scope::Point(area) | Scope::Grid(area) => {
            let within = register.areas_in(area).into_iter().map(|area| area.to_string());
            Condition::all().add(Column::Area.is_in(within))
        }
        Scope::ByCode(case) => by_code(*case),
        // Residents sign in later; until then a subject is the subject of one case.
        Scope::Own(subject) => by_code(CaseId::from_bytes(*subject.as_bytes())),
        Scope::Public | Scope::TicketFor(_) | Scope::Escalated(_) | Scope::Aggregate => nothing(),
    }
}

/// All cases of the units of `scopes`, whoever has them: for saying that one was taken, never for showing it.
pub(crate) fn of_units(scopes: &Scopes) -> Condition {
    Condition::all().add(Column::Unit.is_in(scopes.units().map(kernel::UnitCode::as_str)))
}

/// One case, opened by its code.
pub(crate) fn by_code(case: CaseId) -> Condition {
    Condition::all().add(Column::Id.eq(case.to_string()))
}

/// All cases: jobs and doctor.
pub(crate) fn everything() -> Condition {
    Condition::all()
}
