//! What every page stands in: the shell with its languages and preferences, the embedded assets,
//! the security headers, and the face an error shows to a person or a program.
//!
//! A domain keeps its own templates and words; its `askama.toml` adds this crate's `templates/`, so
//! that they extend `layout_resident.html` or `layout_staff.html`.

pub mod assets;
pub mod i18n;
pub mod page;
pub mod prefs;
pub mod problem;
pub mod qr;
pub mod rail;
#[doc(hidden)]
pub mod reading;
pub mod security;
pub mod shell;
pub mod source;
mod words;

pub use page::{Page, page, page_with};
pub use prefs::{Mode, Prefs, Theme, Zoom};
pub use problem::{Fail, Messages};
pub use rail::{Beside, Rail};
pub use shell::{Alert, NavItem, Person, Shell, Site};
pub use source::{ClientAddr, SourceLimits, Sources};
pub use words::Words;
