//! Whose turn it is: the steps that a case's state and a reader's grants allow together, and the one to take next.
//! Pages offer what comes out; commands check again, in SQL.

use identity::{Granted, Role, Scope, Scopes};

use super::desk::Desk;
use crate::model::{Case, Complexity, StateName};
use crate::pages::views::case::Step;
use crate::permissions::{DispatchCase, HandleCase, NoteCase};

/// What a reader may do with cases, asked once per page.
pub(super) struct Hands {
    handle: Option<Granted<HandleCase>>,
    note: Option<Granted<NoteCase>>,
    dispatch: Option<Granted<DispatchCase>>,
}

/// Whether the scopes cover the case: the same in memory as `rows::scope` in SQL, for the scopes that steps have.
fn cover(scopes: &Scopes, case: &Case) -> bool {
    scopes.iter().any(|reach| match &reach.scope {
        Scope::County => true,
        Scope::Unit(unit) => case.unit() == Some(unit) && (reach.role != Role::Handler || case.state.name() == StateName::Dispatched),
        Scope::Ticket(account) => case.handler() == Some(*account),
        Scope::Public
        | Scope::ByCode(_)
        | Scope::Own(_)
        | Scope::Point(_)
        | Scope::Grid(_)
        | Scope::TicketFor(_)
        | Scope::Escalated(_)
        | Scope::Aggregate => false,
    })
}

impl Hands {
    pub fn of(desk: &Desk) -> Self {
        Self { handle: desk.granted(), note: desk.granted(), dispatch: desk.granted() }
    }

    fn handles(&self, case: &Case) -> bool {
        self.handle.as_ref().is_some_and(|grant| cover(grant.scopes(), case))
    }

    /// May send it to a unit, or hand it on: what waits on the dispatch desk.
    pub fn dispatches(&self, case: &Case) -> bool {
        let waits = matches!(case.state.name(), StateName::Triage | StateName::Reopened) && !case.intake.held;
        waits && self.dispatch.as_ref().is_some_and(|grant| cover(grant.scopes(), case))
    }

    /// May let a held matter go its way.
    fn releases(&self, case: &Case) -> bool {
        case.intake.held && case.state.name().is_open() && self.dispatch.as_ref().is_some_and(|grant| cover(grant.scopes(), case))
    }

    /// The steps, in the order of the page.
    pub fn steps(&self, case: &Case) -> Vec<Step> {
        if case.erased {
            return Vec::new();
        }
        let state = case.state.name();
        let mut steps = Vec::new();
        if self.handles(case) {
            steps.extend(match (state, case.complexity) {
                (StateName::Dispatched, _) => &[Step::Accept][..],
                (StateName::Accepted, Complexity::General) => &[Step::Answer, Step::Contact, Step::Start],
                // A complex matter has its plan before its answer.
                (StateName::Accepted, Complexity::Complex) => &[Step::Contact, Step::Start],
                (StateName::InProgress, _) => &[Step::Answer, Step::Contact],
                (StateName::FeedbackPending | StateName::Reopened, _) => &[Step::Contact],
                (StateName::Submitted | StateName::Triage | StateName::Answered | StateName::Rated | StateName::Closed, _) => &[],
            });
        }
        if state == StateName::Reopened && self.dispatches(case) {
            steps.push(Step::Resume);
        }
        if self.releases(case) {
            steps.push(Step::Release);
        }
        let notable = !matches!(state, StateName::Submitted | StateName::Answered | StateName::Rated);
        if notable && self.note.as_ref().is_some_and(|grant| cover(grant.scopes(), case)) {
            steps.push(Step::Note);
        }
        steps
    }

    /// The step that moves the case on, if it is this reader's to take: speak with the resident first, then plan, then answer.
    pub fn next(&self, case: &Case) -> Option<Step> {
        let steps = self.steps(case);
        let wanted = match case.state.name() {
            StateName::Dispatched => Step::Accept,
            StateName::Accepted | StateName::InProgress if case.first_contact_at.is_none() => Step::Contact,
            StateName::Accepted if case.complexity == Complexity::Complex => Step::Start,
            StateName::Accepted | StateName::InProgress => Step::Answer,
            StateName::Reopened => Step::Resume,
            StateName::Triage => Step::Release,
            StateName::Submitted | StateName::Answered | StateName::FeedbackPending | StateName::Rated | StateName::Closed => return None,
        };
        steps.contains(&wanted).then_some(wanted)
    }
}
