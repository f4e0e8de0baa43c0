//! One change of one's own sign-in, confirmed by the password: a new password, no authenticator, new recovery codes.

use kernel::Locale;

use super::parts::{Errors, Input, Sort};
use crate::words::Words;

/// A form of one or two lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirm {
    /// What it is.
    pub title: String,
    /// What happens then.
    pub lead: String,
    /// Where it is sent.
    pub action: &'static str,
    /// The button.
    pub submit: String,
    /// Whose it is, for the browser's store of passwords.
    pub account: String,
    /// The lines.
    pub fields: Vec<Input>,
    /// What cannot be taken.
    pub errors: Errors,
    /// Why nothing was done, where it is no line's fault.
    pub error: Option<String>,
}

super::page!(Confirm, "confirm.html");

/// The line for the password in force.
pub fn current(w: Words) -> Input {
    Input::new("current", Sort::Password, w.current_password(), w.current_password_hint())
}

impl Confirm {
    /// The form for a new password.
    pub fn password(w: Words, account: &str) -> Self {
        Self {
            title: w.password_title().into_owned(),
            lead: w.password_lead().into_owned(),
            action: "/staff/account/password",
            submit: w.password_submit().into_owned(),
            account: account.to_owned(),
            fields: vec![current(w), Input::new("password", Sort::NewPassword, w.password_new(), w.password_new_hint())],
            errors: Errors::default(),
            error: None,
        }
    }

    /// The form that takes the authenticator away.
    pub fn totp_off(w: Words, account: &str) -> Self {
        Self {
            title: w.totp_off_title().into_owned(),
            lead: w.totp_off_lead().into_owned(),
            action: "/staff/account/totp/off",
            submit: w.totp_off_submit().into_owned(),
            fields: vec![current(w)],
            ..Self::password(w, account)
        }
    }

    /// The form for new recovery codes.
    pub fn recovery(w: Words, account: &str) -> Self {
        Self {
            title: w.recovery_title().into_owned(),
            lead: w.recovery_lead().into_owned(),
            action: "/staff/account/recovery",
            submit: w.recovery_submit().into_owned(),
            fields: vec![current(w)],
            ..Self::password(w, account)
        }
    }

    /// Each of the three, one refused.
    pub fn sample(locale: Locale) -> Vec<Self> {
        let w = Words::of(locale);
        let refused = Self { errors: Errors::one("current", w.fault_current_wrong()), ..Self::password(w, "lina") };
        vec![Self::password(w, "lina"), refused, Self::totp_off(w, "lina"), Self::recovery(w, "lina")]
    }
}
