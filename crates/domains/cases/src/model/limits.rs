//! How long each clock runs: the rules that were in force when a case was received (domain appendix B, decisions 2).

use settings::model::Parameters;
use workday::Limit;

use super::words::Complexity;
use crate::catalogue::CaseType;

/// The limits of a case. They are parameters of the county; a case keeps those of its receipt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// The version of the parameters; a case names it.
    pub version: u32,
    /// First contact (plan §3.2: 24 h, natural hours; domain C-05).
    pub response: Limit,
    /// Plan of a complex matter (plan §3.2: 3 working days).
    pub plan: Limit,
    /// Answer to a general enquiry, from receipt (domain 4.1 row 12).
    pub final_enquiry: Limit,
    /// The same of a request for help.
    pub final_help: Limit,
    /// The same of a suggestion.
    pub final_suggestion: Limit,
    /// The same of a complaint.
    pub final_complaint: Limit,
    /// The same of a report.
    pub final_report: Limit,
    /// The same of thanks (decisions 2).
    pub final_thanks: Limit,
    /// The same of anything else (decisions 2).
    pub final_other: Limit,
    /// The same of every complex matter.
    pub final_complex: Limit,
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
    pub stops: u32,
    /// How long one stop may last.
    pub stop: Limit,
    /// How often the final clock may be extended (domain 4.1 row 13).
    pub extensions: u32,
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
    /// Most days of a warrant or a sample.
    pub warrant_days: u8,
}

impl Limits {
    /// What ships with the program.
    pub const DEFAULT: Self = Self::of(&Parameters::SHIPPED);

    /// The limits among the parameters in force at a receipt.
    pub const fn of(rules: &Parameters) -> Self {
        Self {
            version: rules.version,
            response: rules.response_general,
            plan: rules.plan_complex,
            final_enquiry: rules.final_enquiry,
            final_help: rules.final_help,
            final_suggestion: rules.final_suggestion,
            final_complaint: rules.final_complaint,
            final_report: rules.final_report,
            final_thanks: rules.final_thanks,
            final_other: rules.final_other,
            final_complex: rules.final_complex,
            dispatch_urgent: rules.dispatch_urgent,
            dispatch: rules.dispatch_other,
            give_back: rules.return_window_general,
            give_back_complex: rules.return_window_complex,
            response_reopened: rules.response_reopened,
            final_reopened: rules.final_reopened,
            rating_days: days(rules.rating_window),
            reopen_days: days(rules.reopen_window),
            supplements: rules.supplement_max,
            dispatches: rules.dispatch_max,
            stops: rules.stop_max,
            stop: rules.stop_each,
            extensions: rules.ext_max,
            review_days: days(rules.defer_review),
            proposal: Limit::WorkingDays(1),
            proposal_slow: Limit::WorkingDays(5),
            window: Limit::WorkingDays(5),
            abuse_days: days(rules.abuse_flag),
            warrant_days: days(rules.warrant_max),
        }
    }

    /// How long the answer may take, from receipt (domain 4.1 row 12; thanks and other: decisions 2).
    pub fn final_of(&self, case_type: CaseType, complexity: Complexity) -> Limit {
        match (complexity, case_type) {
            (Complexity::Complex, _any) => self.final_complex,
            (Complexity::General, CaseType::Enquiry) => self.final_enquiry,
            (Complexity::General, CaseType::Help) => self.final_help,
            (Complexity::General, CaseType::Suggestion) => self.final_suggestion,
            (Complexity::General, CaseType::Complaint) => self.final_complaint,
            (Complexity::General, CaseType::Report) => self.final_report,
            (Complexity::General, CaseType::Thanks) => self.final_thanks,
            (Complexity::General, CaseType::Other) => self.final_other,
        }
    }
}

/// The natural days of a window; the registry allows no other unit.
const fn days(limit: Limit) -> u8 {
    match limit {
        Limit::Days(n) | Limit::WorkingDays(n) => {
            if n > 255 {
                255
            } else {
                n.to_le_bytes()[0]
            }
        }
        Limit::Hours(_) | Limit::Minutes(_) => 1,
    }
}
