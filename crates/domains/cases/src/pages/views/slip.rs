//! The slip with a new query code, in large print.

use kernel::Locale;

/// The answer to the form of [`super::Reissue`]: the new code, once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    /// `261 113 048 271`.
    pub number: String,
    /// `K7QM-2V9D-XH4T`.
    pub code: String,
    /// The link as a drawing, itself an address (`data:…`): no other request could ask for it.
    pub qr: Option<String>,
    /// `11月23日 周一 10:48`.
    pub when: String,
}

super::page!(Slip, "slip.html");

impl Slip {
    /// A slip.
    pub fn sample(locale: Locale) -> Vec<Self> {
        vec![Self {
            number: "261 113 048 271".into(),
            code: "K7QM-2V9D-XH4T".into(),
            qr: web::qr::data_url("https://example.org/t/261113048271/K7QM2V9DXH4T"),
            when: locale.pick("11月23日 周一 10:48", "Mon 23 Nov 10:48").to_owned(),
        }]
    }
}
