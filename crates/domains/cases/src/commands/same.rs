//! 我也遇到 (decisions 2): somebody met what others have reported at the same place. Hers is a whole case, with number, code, contact and
//! rating of its own, and from its first moment it is merged into theirs: when that is answered she gets her own copy.

use jiff::civil::Date;
use journal::Envelope;
use kernel::CaseId;
use store::{StoreError, Tx};

use super::change::Change;
use super::submit::NewCase;
use crate::catalogue::Suggestion;
use crate::errors::ChangeError;
use crate::events::Private;
use crate::model::event::Link;
use crate::model::{Case, CaseEvent, LinkHow};
use crate::queries::{Spot, by_month};
use crate::rows::private::Said;
use crate::service::Cases;

/// Which open matters a new one is the same as: what and where, and in which month they were received. It names no case: strangers
/// see none.
#[derive(Debug, Clone)]
pub(crate) struct Same {
    spot: Spot,
    month: Date,
}

/// Whether a matter may go with others. What is held waits for the desk, what is sealed is nobody's business, and words of danger are
/// looked at by a person at once: each of them goes alone.
pub(super) fn goes_with_others(steps: &[(CaseEvent, Private)], suggestion: &Suggestion) -> bool {
    let plain = |event: &CaseEvent| match event {
        CaseEvent::Submitted { held, sealed, against, .. } => !held && !sealed && against.is_none(),
        _ => true,
    };
    suggestion.emergencies.is_empty() && steps.iter().all(|(event, _)| plain(event))
}

/// Whether a matter that is urgent finds one that is: it is dispatched within 30 minutes, not handled with what waits a day.
pub(super) fn is_as_urgent(steps: &[(CaseEvent, Private)], parent: &Case) -> bool {
    parent.urgent || !steps.iter().any(|(event, _)| matches!(event, CaseEvent::Triaged { urgent: true, .. }))
}

impl Cases {
    /// What the input says it is the same as; `None` where it says nothing, or where nothing can be the same.
    pub(super) fn same_of(&self, new: &NewCase) -> Result<Option<Same>, ChangeError> {
        let Some(month) = new.same.as_deref().map(str::trim).filter(|month| !month.is_empty()) else { return Ok(None) };
        let month: Date = format!("{month}-01").parse().map_err(|_| ChangeError::field("same", "shape"))?;
        let given = |text: &Option<String>| text.clone().unwrap_or_default();
        let spot = self.spot(&new.text, &given(&new.kind), &given(&new.place.area), &given(&new.place.words));
        Ok(spot.map(|spot| Same { spot, month }))
    }

    /// The open matter that stands for those of that month, as it is in this transaction.
    pub(super) async fn stands_for(&self, tx: &Tx, same: &Same) -> Result<Option<Case>, StoreError> {
        let open = self.open_at(tx, &same.spot).await?;
        let joins = by_month(&open).into_iter().find(|nearby| nearby.month == same.month).map(|nearby| nearby.joins);
        Ok(joins.and_then(|id| open.into_iter().find(|case| case.id == id)))
    }

    /// Stores a new case as one that is handled with `parent`.
    pub(super) async fn insert_joined(
        &self,
        tx: &Tx,
        id: CaseId,
        steps: &[(CaseEvent, Private)],
        mut parent: Case,
        said: &Said,
        envelope: &Envelope,
    ) -> Result<Case, ChangeError> {
        let mut steps = steps.to_vec();
        if let Some((CaseEvent::Submitted { link, .. }, _)) = steps.first_mut() {
            *link = Some(Link { case: parent.id, how: LinkHow::MeToo });
        }
        steps.push((CaseEvent::Merged { into: parent.id }, Private::Nothing));
        let case = self.insert(tx, id, &steps, said, envelope).await?;
        let change = Change::of_system(envelope.actor.clone(), &case);
        self.absorb(tx, &mut parent, &case, &change, envelope.now).await?;
        Ok(case)
    }
}
