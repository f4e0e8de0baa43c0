//! Who may change the rules of the county, and who sees how they came about (decisions 3): the administrator proposes,
//! the organiser approves, the auditor views. What is in force is public.

use identity::permissions;

permissions! {
    /// Propose a change, and take it back.
    ProposeSetting = "settings.propose" {
        Admin => County clear,
    }
    /// Approve or refuse what somebody else proposed.
    DecideSetting = "settings.decide" {
        Organiser => County clear,
    }
    /// See proposals: who, when, why.
    ViewSettings = "settings.view" {
        Organiser => County clear,
        Auditor => County clear,
        Admin => County clear,
    }
    /// Let a proposal lapse.
    ExpireSetting = "settings.expire" {
    }
}
