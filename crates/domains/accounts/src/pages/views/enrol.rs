//! 开通验证器.

use std::borrow::Cow;

use kernel::Locale;

use super::confirm::current;
use super::parts::{Errors, Input, Sort};
use crate::words::Words;

/// `GET /staff/account/totp` and a refused `POST`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enrol {
    /// The QR code as an image in itself: the secret stands in no address.
    pub qr: String,
    /// The secret in groups of four, for typing.
    pub secret: String,
    /// The same, sealed for the form.
    pub sealed: String,
    /// Whose it is.
    pub account: String,
    /// Nothing else is open before.
    pub must: bool,
    /// There is one already.
    pub again: bool,
    /// The lines.
    pub fields: Vec<Input>,
    /// What cannot be taken.
    pub errors: Errors,
    /// Why nothing was done, where it is no line's fault.
    pub error: Option<String>,
}

super::page!(Enrol, "enrol.html");

impl Enrol {
    /// The lines of the form.
    pub fn fields(w: Words) -> Vec<Input> {
        vec![Input::new("code", Sort::Code, w.enrol_code(), w.enrol_code_hint()), current(w)]
    }

    /// What the page is called.
    pub fn title(&self, w: &Words) -> Cow<'static, str> {
        if self.again { w.enrol_title_again() } else { w.enrol_title() }
    }

    /// Demanded, and refused.
    pub fn sample(locale: Locale) -> Vec<Self> {
        let w = Words::of(locale);
        let demanded = Self {
            qr: "data:image/svg+xml;base64,PHN2Zy8+".into(),
            secret: "GEZD GNBV GY3T QOJQ".into(),
            sealed: "sealed".into(),
            account: "lina".into(),
            must: true,
            again: false,
            fields: Self::fields(w),
            errors: Errors::default(),
            error: None,
        };
        let refused = Self { must: false, again: true, errors: Errors::one("code", w.fault_code_wrong()), ..demanded.clone() };
        vec![demanded, refused]
    }
}
