//! How long each clock runs: the defaults of domain appendix B with decisions 2.

use workday::Limit;

use super::words::Complexity;
use crate::catalogue::CaseType;

/// The limits in force. They are parameters of a county; a case keeps those it began with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// The version of the parameters; a case names it.
    pub version: &'static str,
    /// First contact (plan §3.2: 24 h, natural hours; domain C-05).
    pub response: Limit,
    /// Plan of a complex matter (plan §3.2: 3 working days).
    pub plan: Limit,
    /// Dispatch of an urgent matter.
    pub dispatch_urgent: Limit,
    /// Dispatch of every other.
    pub dispatch: Limit,
    /// The unit's window for giving a general matter back.
    pub give_back: Limit,
    /// The same of a complex matter.
    pub give_back_complex: Limit,
    /// Contact after a reopening.
    pub response_reopened: Limit,
    /// Correction after a reopening.
    pub final_reopened: Limit,
    /// Days of the rating window; it ends at 24:00 of the last.
    pub rating_days: u8,
    /// Days in which a closed case may be reopened.
    pub reopen_days: u8,
    /// How often a case may be supplemented by its resident; beyond that a person is asked to call.
    pub supplements: u32,
}

impl Limits {
    /// The defaults.
    pub const DEFAULT: Self = Self {
        version: "2026-1",
        response: Limit::Hours(24),
        plan: Limit::WorkingDays(3),
        dispatch_urgent: Limit::Minutes(30),
        dispatch: Limit::WorkingDays(1),
        give_back: Limit::WorkingDays(1),
        give_back_complex: Limit::WorkingDays(2),
        response_reopened: Limit::WorkingDays(1),
        final_reopened: Limit::WorkingDays(15),
        rating_days: 7,
        reopen_days: 30,
        supplements: 50,
    };

    /// How long the answer may take, from receipt (domain 4.1 row 12; thanks and other: decisions 2).
    pub fn final_of(&self, case_type: CaseType, complexity: Complexity) -> Limit {
        match (complexity, case_type) {
            (Complexity::Complex, _any) => Limit::WorkingDays(15),
            (Complexity::General, CaseType::Enquiry) => Limit::WorkingDays(1),
            (Complexity::General, CaseType::Help | CaseType::Thanks | CaseType::Other) => Limit::WorkingDays(5),
            (Complexity::General, CaseType::Suggestion | CaseType::Complaint | CaseType::Report) => Limit::WorkingDays(10),
        }
    }
}
