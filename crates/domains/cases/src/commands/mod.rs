//! What can be done to a case, one file per verb. Each command is at most one commit: the change, its
//! journal events and its jobs stand together or not at all.

mod accept;
mod answer;
pub(crate) mod change;
pub(crate) mod close_unrated;
mod dispatch;
mod erase;
mod hand_over;
mod log_contact;
mod note;
mod rate;
mod reopen;
mod resume;
mod start;
mod submit;
mod supplement;
mod words;

pub use answer::AnswerInput;
pub use change::{Changed, IdempotencyKey, KeyError};
pub use close_unrated::CloseUnratedJob;
pub use dispatch::DispatchInput;
pub use hand_over::Held;
pub use log_contact::ContactInput;
pub use rate::RatingInput;
pub use submit::{ContactFields, NewCase, PlaceFields, Receipt, Source};
