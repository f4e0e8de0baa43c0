//! What can go wrong while supervising. Codes are stable and are the keys of the messages.

use kernel::problem::{FieldFault, Kind, Problem};
use store::StoreError;

use crate::model::{NotAnOrder, OrderState, Refused};

/// What orders and absences may meet.
#[derive(Debug, thiserror::Error)]
pub enum SupervisionError {
    /// There is no such case.
    #[error("no such case")]
    NoSuchCase,
    /// There is none with that number in the caller's scope.
    #[error("no such order in scope")]
    NoSuchOrder,
    /// There is no such absence of the caller's.
    #[error("no such absence")]
    NoSuchAbsence,
    /// No unit has the case yet: nobody could be ordered.
    #[error("no unit has the case")]
    NoUnit,
    /// One order about the case is open.
    #[error("an order about the case is open")]
    OrderOpen {
        /// Its number.
        number: u32,
    },
    /// The person's data are gone; nothing can be added.
    #[error("the case was erased")]
    Erased,
    /// The order has moved on since it was read.
    #[error("the order has moved on")]
    Stale {
        /// Where it stands.
        state: OrderState,
        /// Its version.
        version: i64,
    },
    /// Its state does not allow the step.
    #[error("{refused}")]
    Refused {
        /// Which step in which state.
        refused: Refused,
        /// Its version.
        version: i64,
    },
    /// Who answered for the unit does not verify.
    #[error("whoever answered for the unit does not verify")]
    SameHand {
        /// Where it stands.
        state: OrderState,
        /// Its version.
        version: i64,
    },
    /// Fields that cannot be taken.
    #[error("invalid input")]
    Invalid(Vec<FieldFault>),
    /// The storage failed.
    #[error("storage, while supervising")]
    Store(#[from] StoreError),
}

impl SupervisionError {
    /// One field that cannot be taken.
    pub(crate) fn field(field: &'static str, code: &'static str) -> Self {
        Self::Invalid(vec![FieldFault { field, code }])
    }

    /// A fold that refuses what a command decided.
    pub(crate) fn of_fold(error: NotAnOrder, version: i64) -> Self {
        match error {
            NotAnOrder::Refused(refused) => Self::Refused { refused, version },
            NotAnOrder::Issue => Self::Store(StoreError::corrupt("journal_event", "kind", "first event")),
        }
    }
}

impl Problem for SupervisionError {
    fn face(&self) -> (Kind, &'static str) {
        match self {
            Self::NoSuchCase => (Kind::NotFound, "case.not_found"),
            Self::NoSuchOrder => (Kind::NotFound, "supervision.no_such_order"),
            Self::NoSuchAbsence => (Kind::NotFound, "supervision.no_such_absence"),
            Self::NoUnit => (Kind::Conflict, "supervision.no_unit"),
            Self::OrderOpen { .. } => (Kind::Conflict, "supervision.order_open"),
            Self::Erased => (Kind::Conflict, "case.erased"),
            Self::Stale { .. } => (Kind::Conflict, "supervision.stale"),
            Self::Refused { .. } => (Kind::Conflict, "supervision.step_refused"),
            Self::SameHand { .. } => (Kind::Conflict, "supervision.same_hand"),
            Self::Invalid(_) => (Kind::Invalid, "input.invalid"),
            Self::Store(error) => error.face(),
        }
    }

    fn fields(&self) -> Vec<FieldFault> {
        match self {
            Self::Invalid(fields) => fields.clone(),
            Self::NoSuchCase
            | Self::NoSuchOrder
            | Self::NoSuchAbsence
            | Self::NoUnit
            | Self::OrderOpen { .. }
            | Self::Erased
            | Self::Stale { .. }
            | Self::Refused { .. }
            | Self::SameHand { .. }
            | Self::Store(_) => Vec::new(),
        }
    }

    fn current(&self) -> Option<(String, i64)> {
        match self {
            Self::Stale { state, version } | Self::SameHand { state, version } => Some((state.code().to_owned(), *version)),
            Self::Refused { refused, version } => Some((refused.state.code().to_owned(), *version)),
            Self::NoSuchCase
            | Self::NoSuchOrder
            | Self::NoSuchAbsence
            | Self::NoUnit
            | Self::OrderOpen { .. }
            | Self::Erased
            | Self::Invalid(_)
            | Self::Store(_) => None,
        }
    }
}
