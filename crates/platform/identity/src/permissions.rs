//! Who may change and see accounts (domain 3.2, accounts and configuration).

crate::permissions! {
    /// Propose accounts and roles, end roles, close accounts, hand out one-time links. Nobody changes her own roles. A lead
    /// needs nobody's approval for handlers and leads of her unit; an admin does for everything that adds rights.
    ManageAccounts = "identity.manage_accounts" {
        Lead => Unit clear,
        Admin => County clear,
    }
    /// Approve what an admin proposed. Who proposed does not approve.
    ApproveAccounts = "identity.approve_accounts" {
        Organiser => County clear,
    }
    /// See who has an account and which roles.
    ViewAccounts = "identity.view_accounts" {
        Lead => Unit clear,
        Organiser => County clear,
        Auditor => County clear,
        Admin => County clear,
    }
}
