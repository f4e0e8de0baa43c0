//! What each page shows, as plain data in the reader's language; templates lay it out. Every view has samples, which a test
//! renders in both languages.

pub mod account;
pub mod close;
pub mod codes;
pub mod confirm;
pub mod enrol;
pub mod import;
pub mod link;
pub mod new;
pub mod parts;
pub mod people;
pub mod person;
pub mod proposals;
pub mod samples;
pub mod signin;
pub mod welcome;

#[cfg(test)]
mod tests;

pub use account::Account;
pub use close::Close;
pub use codes::Codes;
pub use confirm::Confirm;
pub use enrol::Enrol;
pub use import::Import;
pub use link::Link;
pub use new::New;
pub use people::People;
pub use person::Person;
pub use proposals::Proposals;
pub use signin::SignIn;
pub use welcome::Welcome;

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
