//! 回执: number, code, QR, and what happens next with dates. Prints as a large-print slip.

use kernel::Locale;

use super::parts::{Danger, Proof, Reach};
use super::samples;

/// The page after a matter was taken: `GET /receipt/{number}` behind the case's cookie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// `261 113 048 271`.
    pub number: String,
    /// `261113048271`.
    pub number_plain: String,
    /// `K7QM-2V9D-XH4T`; `None` when the page is opened again later without the code at hand.
    pub code: Option<String>,
    /// Number and code on one line, for the copy button.
    pub copy: Option<String>,
    /// Address of the QR image: `/receipt/{number}/qr.svg`.
    pub qr: Option<String>,
    /// `11月13日 周五 15:20`.
    pub received: String,
    /// The unit that has it already; `None` until dispatched.
    pub unit: Option<String>,
    /// How the resident is told.
    pub reach: Reach,
    /// `11月14日 周六 15:20`: end of the response clock.
    pub contact_by: String,
    /// `11月20日 周五 17:30`: end of the final clock.
    pub answer_by: String,
    /// The dates rest on a calendar that is not published yet.
    pub provisional: bool,
    /// Many matters came from the same address: the desk looks first (decisions 4). Number, code and clocks hold.
    pub held: bool,
    /// 我也遇到: handled together with what others reported.
    pub joined: bool,
    /// The text speaks of danger: the numbers come first.
    pub danger: Option<Danger>,
    /// What was written, exactly.
    pub text: String,
    /// Where.
    pub place: Option<String>,
    /// How far its seal in the public log is. The drawing beside it: `/receipt/{number}/proof.svg`.
    pub sealed: Option<Proof>,
    /// The key of the log; printed, so that the receipt can be checked years later.
    pub key: String,
}

super::page!(Receipt, "receipt.html");

impl Receipt {
    /// A usual one; an anonymous urgent one without its code.
    pub fn sample(locale: Locale) -> Vec<Self> {
        let usual = Self {
            number: "261 113 048 271".into(),
            number_plain: "261113048271".into(),
            code: Some("K7QM-2V9D-XH4T".into()),
            copy: Some("261113048271 K7QM-2V9D-XH4T".into()),
            qr: Some("/receipt/261113048271/qr.svg".into()),
            received: locale.pick("11月13日 周五 15:20", "Fri 13 Nov 15:20").into(),
            unit: Some(locale.pick("槐荫社区", "Huaiyin Community").into()),
            reach: Reach::Phone,
            contact_by: locale.pick("11月14日 周六 15:20", "Sat 14 Nov 15:20").into(),
            answer_by: locale.pick("11月20日 周五 17:30", "Fri 20 Nov 17:30").into(),
            provisional: false,
            held: false,
            joined: false,
            danger: None,
            text: samples::LAMP_TEXT.into(),
            place: Some("城关街道 · 槐荫里小区 3 号楼二单元".into()),
            sealed: Some(samples::proof(locale, false)),
            key: "county.example/log+6ac68f94+AYqI49fkl".into(),
        };
        let [fall, _] = Danger::samples(locale);
        let urgent = Self {
            code: None,
            copy: None,
            qr: None,
            unit: None,
            reach: Reach::Nobody,
            provisional: true,
            held: true,
            joined: false,
            danger: Some(fall),
            text: "幼儿园门口井盖翘起来了，昨天摔了人。\n孩子天天从那儿过。".into(),
            place: None,
            ..usual.clone()
        };
        vec![usual, urgent]
    }
}
