//! What supervision has to tell of one case: reminders with the way they took, and the orders about it.

use identity::Granted;
use journal::Stream;
use kernel::{CaseNumber, Timestamp};

use crate::errors::SupervisionError;
use crate::events::{MatterEvent, matter_event, matter_stream, order_event};
use crate::model::{Level, OrderEvent, Told};
use crate::rows;
use crate::service::Supervision;

/// One thing that happened beside the story of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Aside {
    /// A milestone was reached, and these were told.
    Reminded(Level, Vec<Told>),
    /// The reminding began anew.
    StoodDown,
    /// Its class is contested; late: nobody decided in time.
    Contested { late: bool, told: Told },
    /// Something happened to the order with this number.
    Order(u32, OrderEvent),
}

impl Supervision {
    /// What happened beside the story of the case with this number, oldest first; nothing where the grant does not reach it.
    pub(crate) async fn asides(
        &self,
        grant: &Granted<cases::permissions::ReadCase>,
        number: &CaseNumber,
    ) -> Result<Vec<(Timestamp, Aside)>, SupervisionError> {
        let case = match self.0.cases.standing(grant, number).await {
            Ok(case) => case.id,
            Err(cases::ChangeError::Store(error)) => return Err(error.into()),
            Err(_) => return Ok(Vec::new()),
        };
        let journal = self.0.journal.clone();
        self.0
            .db
            .read(move |tx| async move {
                let mut asides = Vec::new();
                for opened in journal.history(&tx, &matter_stream(case)).await? {
                    let aside = match matter_event(&opened)? {
                        MatterEvent::Reminded { level, told, .. } => Aside::Reminded(level, told),
                        MatterEvent::StoodDown { .. } => Aside::StoodDown,
                        MatterEvent::Contested { late, told, .. } => Aside::Contested { late, told },
                    };
                    asides.push((opened.event.occurred_at, aside));
                }
                for stored in rows::order::of_case(&tx, case).await? {
                    for opened in journal.history(&tx, &Stream::of(stored.id)).await? {
                        asides.push((opened.event.occurred_at, Aside::Order(stored.order.number, order_event(&opened)?.0)));
                    }
                }
                asides.sort_by_key(|(at, _)| *at);
                Ok(asides)
            })
            .await
    }
}
