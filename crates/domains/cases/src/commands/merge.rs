//! Several people met the same thing: their cases are worked on as one, and each keeps its own answer, rating and right to
//! reopen (domain 4.1 row 17: 并单).

use identity::Granted;
use kernel::CaseNumber;
use serde::Deserialize;

use super::change::Changed;
use super::verb::{Verb, word};
use crate::errors::ChangeError;
use crate::events::Private;
use crate::model::{Case, CaseEvent, ClockName, State, StepName};
use crate::permissions::DispatchCase;
use crate::service::Cases;

use std::sync::Arc;

use kernel::{CaseId, Timestamp};
use store::Tx;

use super::change::Change;
use crate::model::event::Borrowed;
use crate::rows;

/// Most cases that are merged with one click.
const MOST_AT_ONCE: usize = 100;

/// The final clock that `child` would lend to `parent`: when it runs, and runs out before the parent's own and before `known`.
pub(super) fn earliest(parent: &Case, known: Option<Borrowed>, child: &Case) -> Option<Borrowed> {
    let runs = |case: &Case| case.clocks.get(ClockName::Final).filter(|clock| clock.ended.is_none()).cloned();
    let Some(lent) = runs(child).and_then(|clock| {
        let due = clock.due?.as_millisecond();
        Some(Borrowed { from: child.id, due, yellow: clock.yellow.map_or(due, kernel::Timestamp::as_millisecond) })
    }) else {
        return known;
    };
    let own = runs(parent).and_then(|clock| clock.due).map(kernel::Timestamp::as_millisecond);
    let best = own.into_iter().chain(known.map(|known| known.due)).min();
    if best.is_none_or(|best| lent.due < best) { Some(lent) } else { known }
}

impl Cases {
    /// Writes on `parent` that `child` is handled with it.
    pub(crate) async fn absorb(
        &self,
        tx: &Tx,
        parent: &mut Case,
        child: &Case,
        change: &Change,
        now: Timestamp,
    ) -> Result<(), ChangeError> {
        let borrowed = earliest(parent, parent.course.borrowed, child);
        let absorbed = vec![(CaseEvent::Absorbed { child: child.id, borrowed }, Private::Nothing)];
        self.commit_other(tx, parent, change, absorbed, now).await
    }

    /// Writes on the parent that `child` goes on alone, or ended by itself.
    pub(crate) async fn let_go(&self, tx: &Tx, parent: CaseId, child: &Case, change: &Change, now: Timestamp) -> Result<(), ChangeError> {
        let Some(stored) = rows::record::find_by_id(tx, parent).await? else { return Ok(()) };
        let mut parent = stored.case;
        let others = rows::lists::merged_into(tx, parent.id).await?;
        let borrowed =
            others.iter().filter(|other| other.case.id != child.id).fold(None, |known, other| earliest(&parent, known, &other.case));
        let gone = vec![(CaseEvent::LetGo { child: child.id, borrowed }, Private::Nothing)];
        self.commit_other(tx, &mut parent, change, gone, now).await
    }
}

/// Merges this case into another.
#[derive(Debug, Clone, Default, Deserialize, utoipa::ToSchema)]
pub struct Merge {
    /// The number of the case that is worked on.
    #[serde(default)]
    pub into: String,
}

impl Verb for Merge {
    type Permission = DispatchCase;
    const NAME: &'static str = "merge";

    async fn run(self, cases: &Cases, grant: &Granted<DispatchCase>, number: &CaseNumber, seen: i64) -> Result<Changed, ChangeError> {
        let into: CaseNumber = word("into", &self.into, |text| text.parse().ok())?;
        let (own, scope) = (cases.clone(), cases.scope_of(grant.scopes()));
        let change = cases.by_staff(grant, number, seen);
        let parents = change.clone();
        let decide = move |tx: Tx, case: Case, now| {
            let (own, into, scope, change) = (own.clone(), into.clone(), scope.clone(), parents.clone());
            async move {
                let parent = rows::record::find(&tx, &into, scope).await?.ok_or_else(|| ChangeError::field("into", "unknown"))?;
                let mut parent = parent.case;
                case.may_merge_into(&parent).map_err(|broken| ChangeError::broken(&case, broken))?;
                own.absorb(&tx, &mut parent, &case, &change, now).await?;
                Ok(vec![(CaseEvent::Merged { into: parent.id }, Private::Nothing)])
            }
        };
        cases.change_with(change, Arc::new(decide)).await
    }
}

/// Merges others into this case, all or none.
#[derive(Debug, Clone, Default, Deserialize, utoipa::ToSchema)]
pub struct MergeIn {
    /// Their numbers, up to 100, with spaces, commas or line ends between them.
    #[serde(default)]
    pub numbers: String,
}

impl Verb for MergeIn {
    type Permission = DispatchCase;
    const NAME: &'static str = "merge-in";

    async fn run(self, cases: &Cases, grant: &Granted<DispatchCase>, number: &CaseNumber, seen: i64) -> Result<Changed, ChangeError> {
        let numbers = self
            .numbers
            .split(|c: char| c.is_whitespace() || c == ',' || c == '，' || c == '、')
            .filter(|text| !text.is_empty())
            .map(|text| text.parse::<CaseNumber>().map_err(|_| ChangeError::field("numbers", "unknown")))
            .collect::<Result<Vec<_>, _>>()?;
        if numbers.is_empty() {
            return Err(ChangeError::field("numbers", "empty"));
        }
        if numbers.len() > MOST_AT_ONCE {
            return Err(ChangeError::field("numbers", "too_many"));
        }
        let (own, scope) = (cases.clone(), cases.scope_of(grant.scopes()));
        let change = cases.by_staff(grant, number, seen);
        let children = change.clone();
        let decide = move |tx: Tx, parent: Case, now| {
            let (own, numbers, scope, change) = (own.clone(), numbers.clone(), scope.clone(), children.clone());
            async move {
                let mut decided = Vec::with_capacity(numbers.len());
                let mut borrowed = parent.course.borrowed;
                for number in &numbers {
                    let child = rows::record::find(&tx, number, scope.clone()).await?;
                    let mut child = child.ok_or_else(|| ChangeError::field("numbers", "unknown"))?.case;
                    child.may_merge_into(&parent).map_err(|broken| ChangeError::broken(&parent, broken))?;
                    borrowed = earliest(&parent, borrowed, &child);
                    decided.push((CaseEvent::Absorbed { child: child.id, borrowed }, Private::Nothing));
                    let merged = vec![(CaseEvent::Merged { into: parent.id }, Private::Nothing)];
                    own.commit_other(&tx, &mut child, &change, merged, now).await?;
                }
                Ok(decided)
            }
        };
        cases.change_with(change, Arc::new(decide)).await
    }
}

/// Takes this case out again, before the other is answered.
#[derive(Debug, Clone, Default, Deserialize, utoipa::ToSchema)]
pub struct Unmerge {}

impl Verb for Unmerge {
    type Permission = DispatchCase;
    const NAME: &'static str = "unmerge";

    async fn run(self, cases: &Cases, grant: &Granted<DispatchCase>, number: &CaseNumber, seen: i64) -> Result<Changed, ChangeError> {
        let own = cases.clone();
        let change = cases.by_staff(grant, number, seen);
        let parents = change.clone();
        let decide = move |tx: Tx, case: Case, now| {
            let (own, change) = (own.clone(), parents.clone());
            async move {
                let State::Merged { into, .. } = case.state else { return Err(ChangeError::refused(&case, StepName::Unmerge)) };
                own.let_go(&tx, into, &case, &change, now).await?;
                Ok(vec![(CaseEvent::Unmerged, Private::Nothing)])
            }
        };
        cases.change_with(change, Arc::new(decide)).await
    }
}
