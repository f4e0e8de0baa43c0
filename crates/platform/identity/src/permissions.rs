//! Who may change and see accounts (domain 3.2, accounts and configuration).

crate::permissions! {
    /// Create and close accounts, give and end roles, send one-time links. Nobody changes her own roles.
    ManageAccounts = "identity.manage_accounts" {
        Lead => Unit clear,
        Admin => County clear,
    }
    /// See who has an account and which roles.
    ViewAccounts = "identity.view_accounts" {
        Lead => Unit clear,
        Organiser => County clear,
        Auditor => County clear,
        Admin => County clear,
    }
}
