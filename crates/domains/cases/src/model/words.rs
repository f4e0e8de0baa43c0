//! The closed lists of a case. Each word has a stored form; its labels are in `i18n/`.

pub use crate::catalogue::Complexity;

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $code:literal,)+ })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $code)] $variant,)+ }

        impl $name {
            /// All of them, in the order in which they are shown.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The stored word; also the word of the API.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            /// The word with this code.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|word| word.code() == code)
            }
        }
    )*};
}

words! {
    /// The way by which a matter came.
    Channel {
        /// The site.
        Web = "web",
        /// The hotline.
        Phone = "phone",
        /// A contact point's counter.
        Counter = "counter",
        /// A programme through the API.
        Api = "api",
    }
    /// How a unit reached for the resident.
    ContactHow {
        /// A call in which both spoke, 20 seconds or more.
        Call = "call",
        /// A visit.
        Visit = "visit",
        /// A written reply to the channel the resident gave.
        Reply = "reply",
        /// A reply posted to an anonymous case, read with its code.
        Posted = "posted",
        /// An attempt that did not reach anybody; the third ends the response clock.
        Attempt = "attempt",
    }
    /// What came of a matter, in the unit's words (domain appendix A). The resident's verdict is the rating.
    Outcome {
        /// Solved (已解决).
        Solved = "solved",
        /// Solved in part (部分解决).
        Partly = "partly",
        /// Explained, with the rule, why it cannot be done (解释清楚).
        Explained = "explained",
    }
    /// Why a matter is complex: complex buys time, and says why (domain C-06).
    ComplexReason {
        /// Two units or more are needed.
        Units = "units",
        /// Somebody must look on site.
        Site = "site",
        /// A question of policy or law is to be decided.
        Decision = "decision",
        /// It takes money that has to be granted.
        Spending = "spending",
    }
    /// How it was made sure that who lost a query code is whose matter it is (decisions 4).
    ReissueProof {
        /// Called back on the number that came with the matter.
        CallBack = "call_back",
        /// Saw papers at the counter.
        PapersSeen = "papers_seen",
    }
    /// Who sees a note.
    Shown {
        /// Staff only.
        Internal = "internal",
        /// The resident too, on the track page.
        Resident = "shown",
    }
}
