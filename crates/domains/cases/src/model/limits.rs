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
    /// How often a case is dispatched before supervisor or organiser name the unit (domain 4.1 row 8).
    pub dispatches: u32,
    /// How often the final clock may be stopped for a question (domain 4.1 row 10).
    pub stops: u8,
    /// How long one stop may last.
    pub stop: Limit,
    /// How often the final clock may be extended (domain 4.1 row 13).
    pub extensions: u8,
    /// Most days until a deferred matter is looked at again (domain 4.1 row 14).
    pub review_days: u8,
    /// How long a proposal waits for the next word.
    pub proposal: Limit,
    /// How long an exclusion, a flag of abuse or an unsealing waits.
    pub proposal_slow: Limit,
    /// How long a refused or withdrawn matter waits before it closes (domain 4.1 row 30).
    pub window: Limit,
    /// Days for which a flag of abuse holds.
    pub abuse_days: u8,
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
        dispatches: 3,
        stops: 2,
        stop: Limit::WorkingDays(5),
        extensions: 2,
        review_days: 90,
        proposal: Limit::WorkingDays(1),
        proposal_slow: Limit::WorkingDays(5),
        window: Limit::WorkingDays(5),
        abuse_days: 30,
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
