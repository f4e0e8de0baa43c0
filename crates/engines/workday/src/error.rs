//! Why a deadline could not be computed.

use jiff::Timestamp;

/// Why a deadline could not be computed. [`Error::code`] is the stable name for interfaces and messages.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// Strict mode: a day of a year whose calendar the State Council has not published (or nobody has imported) decides.
    #[error("no published calendar for {year}")]
    Unpublished {
        /// The first such year.
        year: i16,
    },
    /// The start, or the deadline, lies outside 2000-01-01 to 2099-12-31 Beijing time, the days this crate keeps tables for.
    #[error("outside the years 2000 to 2099")]
    OutOfRange,
    /// A limit of nothing; a limit is at least one of its unit.
    #[error("a limit is at least 1")]
    ZeroLimit,
    /// Not a limit. The forms are `30min`, `24h`, `3wd` and `15d`.
    #[error("not a limit: {0:?}; write 30min, 24h, 3wd or 15d")]
    LimitSyntax(String),
    /// An extension in another unit than its limit, such as `3wd` by `24h`, or one that makes the sum too large.
    #[error("{limit} cannot be extended by {by}")]
    Extension {
        /// The limit as it was.
        limit: crate::Limit,
        /// The extension asked for.
        by: crate::Limit,
    },
    /// Not a time of day. The forms are `17:30` and `17:30:00`.
    #[error("not a time of day: {0:?}; write 17:30")]
    CloseSyntax(String),
    /// A pause that ends before it begins.
    #[error("a pause ends at {to}, before it begins at {from}")]
    ReversedPause {
        /// Begin of the pause.
        from: Timestamp,
        /// End of the pause.
        to: Timestamp,
    },
}

impl Error {
    /// The stable name of this error.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unpublished { .. } => "calendar.unpublished",
            Self::OutOfRange => "calendar.out_of_range",
            Self::ZeroLimit => "limit.zero",
            Self::LimitSyntax(_) => "limit.syntax",
            Self::Extension { .. } => "limit.extension",
            Self::CloseSyntax(_) => "close.syntax",
            Self::ReversedPause { .. } => "pause.reversed",
        }
    }
}
