//! Who does what with an order (decisions 3): the supervisor issues, the lead acknowledges and plans, the supervisor
//! verifies, the organiser upgrades.

use identity::permissions;

permissions! {
    /// See the supervision desk: what is late in the whole county, by unit.
    WatchCounty = "supervision.watch" {
        Supervisor => County clear,
        Organiser => County clear,
    }
    /// Read orders.
    ReadOrders = "supervision.read" {
        Lead => Unit clear,
        Supervisor => County clear,
        Organiser => County clear,
    }
    /// Issue an order.
    IssueOrder = "supervision.issue" {
        Supervisor => County clear,
    }
    /// Sign for an order, plan, report the correction.
    AnswerOrder = "supervision.answer" {
        Lead => Unit clear,
    }
    /// Say after a sample call whether the correction holds; lift.
    VerifyOrder = "supervision.verify" {
        Supervisor => County clear,
    }
    /// Take an order over.
    UpgradeOrder = "supervision.upgrade" {
        Organiser => County clear,
    }
    /// What happens by itself: reminders, tiers, orders by rule.
    Watching = "supervision.watching" {
    }
}
