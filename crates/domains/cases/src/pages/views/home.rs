//! 首页: two doors, the telephone, and how a matter goes.

use kernel::Locale;

/// The home page. Everything on it comes from the shell and the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Home;

super::page!(Home, "home.html");

impl Home {
    /// Its one state.
    pub fn sample(_locale: Locale) -> Vec<Self> {
        vec![Self]
    }
}
