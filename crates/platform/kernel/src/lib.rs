//! Words that at least three crates share: typed ids, codes, time, chance, money, language,
//! case numbers, query codes and the face of an error. Pure: no SQL, no HTTP, no wall clock
//! except behind [`Clock`].

pub mod clock;
pub mod codes;
pub mod format;
pub mod ids;
pub mod locale;
pub mod money;
pub mod number;
pub mod page;
pub mod problem;
pub mod query_code;
pub mod random;
pub mod text;

pub use clock::{Clock, FixedClock, SystemClock};
pub use codes::{AreaCode, KindCode, PointCode, UnitCode};
pub use ids::{
    AbsenceId, AccountId, CaseId, EventId, IdError, JobId, LookId, NoticeId, OrderId, ProposalId, RequestId, RuleChangeId, SampleId,
    SessionId, SubjectId, WarrantId,
};
pub use locale::Locale;
pub use money::Fen;
pub use number::{CaseNumber, NumberKey};
pub use page::{Page, PageSize};
pub use problem::{Face, FieldFault, Kind, Problem};
pub use query_code::{CodeKey, QueryCode};
pub use random::{Rng, SeededRng, SystemRng};

/// An instant, UTC inside; shown in Asia/Shanghai.
pub use jiff::Timestamp;
