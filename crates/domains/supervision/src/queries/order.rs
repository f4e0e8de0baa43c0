//! Orders within a scope, and the story of one.

use cases::permissions::ReadCase;
use identity::Granted;
use journal::{Actor, Stream};
use kernel::{CaseNumber, Timestamp};

use crate::errors::SupervisionError;
use crate::events::order_event;
use crate::model::{Order, OrderEvent};
use crate::permissions::ReadOrders;
use crate::rows;
use crate::service::Supervision;

/// Orders read for one page.
const MOST: u64 = 100;

/// One event of an order as its page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderEntry {
    /// When.
    pub at: Timestamp,
    /// Who.
    pub actor: Actor,
    /// What.
    pub event: OrderEvent,
    /// The words that go with it.
    pub words: Option<String>,
}

/// An order with its story, oldest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Story {
    /// The order.
    pub order: Order,
    /// Its events.
    pub entries: Vec<OrderEntry>,
}

impl Supervision {
    /// The open orders that the grant reaches, then the newest that are over.
    pub async fn orders(&self, grant: &Granted<ReadOrders>) -> Result<Vec<Order>, SupervisionError> {
        let scope = rows::order::covers(grant.scopes());
        self.0
            .db
            .read(move |tx| async move {
                let mut orders = rows::order::open(&tx, scope.clone(), MOST).await?;
                orders.extend(rows::order::over(&tx, scope, MOST).await?);
                Ok(orders.into_iter().map(|stored| stored.order).collect())
            })
            .await
    }

    /// Whether the grant reaches the case with this number.
    pub(crate) async fn reads(&self, grant: &Granted<ReadCase>, number: &CaseNumber) -> Result<bool, SupervisionError> {
        match self.0.cases.is_there(grant, number).await {
            Ok(there) => Ok(there),
            Err(cases::ChangeError::Store(error)) => Err(error.into()),
            Err(_) => Ok(false),
        }
    }

    /// The order with this number, if the grant reaches it.
    pub async fn order(&self, grant: &Granted<ReadOrders>, number: u32) -> Result<Story, SupervisionError> {
        let (supervision, scope) = (self.clone(), rows::order::covers(grant.scopes()));
        self.0
            .db
            .read(move |tx| async move {
                let stored = rows::order::find(&tx, number, scope).await?.ok_or(SupervisionError::NoSuchOrder)?;
                let opened = supervision.0.journal.history(&tx, &Stream::of(stored.id)).await?;
                let entries = opened.into_iter().map(|opened| {
                    let (event, words) = order_event(&opened)?;
                    Ok(OrderEntry { at: opened.event.occurred_at, actor: opened.event.actor, event, words })
                });
                let entries = entries.collect::<Result<Vec<_>, SupervisionError>>()?;
                Ok(Story { order: stored.order, entries })
            })
            .await
    }
}
