//! 首页: two doors, the telephone, and how a matter goes.

use kernel::Locale;

/// The home page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Home {
    /// How soon someone contacts the resident: `24 小时` (the parameter `response.general`).
    pub contact_within: String,
}

super::page!(Home, "home.html");

impl Home {
    /// Its one state.
    pub fn sample(locale: Locale) -> Vec<Self> {
        vec![Self { contact_within: locale.pick("24 小时", "24 hours").into() }]
    }
}
