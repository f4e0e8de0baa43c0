//! What each page shows, as plain data: texts in the reader's language, choices, small enums. No
//! database types and no decisions; handlers fill these, templates lay them out.
//!
//! Every view has samples of its interesting states. A test renders each of them in both languages
//! (see `tests.rs`), and `cargo run -p cases --example render_samples` writes them to files to look at.

pub mod assists;
pub mod case;
pub mod check;
pub mod dispatch;
pub mod find;
pub mod held;
pub mod home;
pub mod list;
pub mod looks;
pub mod models;
pub mod nav;
pub mod on_call;
pub mod parts;
pub mod receipt;
pub mod reissue;
pub mod report;
pub mod samples;
pub mod slip;
pub mod track;
pub mod warrants;
pub mod what_if;
pub mod who_looked;
pub mod work;

#[cfg(test)]
mod tests;

pub use assists::{AssistPage, Assists};
pub use case::CasePage;
pub use check::Check;
pub use dispatch::Dispatch;
pub use find::Find;
pub use held::Held;
pub use home::Home;
pub use list::List;
pub use looks::Looks;
pub use models::Models;
pub use on_call::OnCall;
pub use receipt::Receipt;
pub use reissue::Reissue;
pub use report::{Guess, Near, NearLine, Report, Suggest};
pub use slip::Slip;
pub use track::Track;
pub use warrants::Warrants;
pub use what_if::WhatIf;
pub use who_looked::WhoLooked;
pub use work::Work;

/// Binds a view to its template: the template sees `shell`, `w` (this crate's words) and `v` (the view).
macro_rules! page {
    ($view:ty, $path:tt) => {
        #[derive(askama::Template)]
        #[template(path = $path)]
        struct Bound<'a> {
            shell: &'a web::Shell,
            w: crate::words::Words,
            v: &'a $view,
        }

        impl web::Page for $view {
            fn html(&self, shell: &web::Shell) -> Result<String, askama::Error> {
                askama::Template::render(&Bound { shell, w: crate::words::Words::of(shell.locale()), v: self })
            }
        }
    };
}
use page;
