//! The staff's rail, as far as this domain goes.

use kernel::Locale;
use web::NavItem;

use crate::words::Words;

/// What the role may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each way is there or not, whatever the others")]
pub struct Ways {
    /// Handles cases: 我的工作台.
    pub work: bool,
    /// Dispatches; how many wait, counted up to a little over a hundred.
    pub dispatch: Option<u64>,
    /// Reads cases: 事项.
    pub cases: bool,
    /// Is of a unit that others may ask for help: 协办; how many have, counted up to a little over a hundred.
    pub assists: Option<u64>,
    /// Replaces lost query codes: 补发查询码.
    pub reissue: bool,
    /// Says who is called in an emergency: 值班.
    pub on_call: bool,
    /// Sees how the text models do: 派单模型.
    pub models: bool,
    /// Looks at personal data, or checks who does: 查看记录.
    pub looks: bool,
    /// Asks for leave to read, or grants it: 查阅授权.
    pub warrants: bool,
    /// Sees who has an account: 账号.
    pub accounts: bool,
    /// Changes the rules or sees how they came about: 设置.
    pub settings: bool,
}

/// The items of the rail; the last one, the account, stands at its end.
pub fn rail(locale: Locale, ways: Ways) -> Vec<NavItem> {
    let w = Words::of(locale);
    let item = |href, icon, label: std::borrow::Cow<'static, str>| NavItem { href, icon, label: label.into_owned(), badge: None };
    let mut items = Vec::new();
    if ways.work {
        items.push(item("/staff", "inbox", w.nav_work()));
    }
    let badge = |waiting: u64| (waiting > 0).then(|| if waiting > 100 { "100+".to_owned() } else { waiting.to_string() });
    if let Some(waiting) = ways.dispatch {
        items.push(NavItem { badge: badge(waiting), ..item("/staff/dispatch", "send", w.nav_dispatch()) });
    }
    if ways.cases {
        items.push(item("/staff/cases", "list-details", w.nav_cases()));
    }
    if let Some(asked) = ways.assists {
        items.push(NavItem { badge: badge(asked), ..item("/staff/assists", "message-2", w.nav_assists()) });
    }
    if ways.reissue {
        items.push(item("/staff/reissue", "printer", w.nav_reissue()));
    }
    if ways.on_call {
        items.push(item("/staff/on-call", "clock", w.nav_on_call()));
    }
    if ways.models {
        items.push(item("/staff/models", "text-size", w.nav_models()));
    }
    if ways.looks {
        items.push(item("/staff/looks", "lock", w.nav_looks()));
    }
    if ways.warrants {
        items.push(item("/staff/warrants", "circle-check", w.nav_warrants()));
    }
    if ways.accounts {
        items.push(item("/staff/accounts", "users", w.nav_accounts()));
    }
    if ways.settings {
        items.push(item("/staff/settings", "settings", w.nav_settings()));
    }
    items.push(item("/staff/account", "user", w.nav_account()));
    items
}
