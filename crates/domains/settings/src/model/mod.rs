//! The rules about rules: which parameters there are, what values they may take, when a value is in force, and who
//! decides. Pure.

pub mod calendars;
pub mod effect;
pub mod key;
pub mod proposal;
pub mod rules;
pub mod scope;
pub mod timeline;
pub mod value;

pub use calendars::{CalendarChange, Calendars, UploadFault, read_upload};
pub use effect::{Example, Occasion};
pub use key::{Entry, Key, Parameters, Theme, Use};
pub use proposal::{Body, Change, Decision, Fold, LEAD_SECS, Person, Proposal, Refusal, SettingEvent, Status, Step};
pub use rules::Conflict;
pub use scope::{Place, Scope, ScopeKind};
pub use timeline::{Setting, Timeline};
pub use value::{Form, Hundredths, LimitUnit, Measure, Misfit, Value};
