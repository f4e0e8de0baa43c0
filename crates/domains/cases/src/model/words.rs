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
    /// Why a unit gives a case back (domain appendix A). The legal basis is in its words.
    ReturnReason {
        /// Not this unit's by its statutory duties.
        WrongUnit = "wrong_unit",
        /// Another level's.
        WrongLevel = "wrong_level",
        /// The same matter is handled already.
        Duplicate = "duplicate",
        /// Cannot be found without a place.
        MissingPlace = "missing_place",
        /// Needs several units and a lead.
        NeedsJoint = "needs_joint",
    }
    /// Why a case is not accepted (domain 4.1 row 4): the closed list.
    RefusalReason {
        /// Before a court.
        Court = "court",
        /// Before an arbitration body.
        Arbitration = "arbitration",
        /// Under administrative review.
        Review = "review",
        /// A petition runs already.
        Petition = "petition",
        /// A state secret.
        Secret = "secret",
        /// Somebody else's privacy or a trade secret.
        Privacy = "privacy",
        /// Nothing to act on.
        NoContent = "no_content",
    }
    /// Where a refused or referred matter goes instead.
    Door {
        /// The petition office (信访).
        Petition = "petition",
        /// The police.
        Police = "police",
        /// A court.
        Court = "court",
        /// An arbitration body.
        Arbitration = "arbitration",
        /// The body of administrative review.
        Review = "review",
        /// Discipline inspection.
        Discipline = "discipline",
        /// Another county.
        OtherCounty = "other_county",
        /// The hotline, to ask (12345).
        Hotline = "hotline",
    }
    /// Why a matter is put on the ledger (domain 4.1 row 14).
    DeferReason {
        /// A problem of history.
        History = "history",
        /// No policy for it yet.
        PolicyGap = "policy_gap",
        /// No money for it yet.
        Money = "money",
    }
    /// Why a case is left out of the figures (domain appendix A).
    ExclusionReason {
        /// No public power is involved.
        NoPublicPower = "no_public_power",
        /// An unlawful demand.
        Unlawful = "unlawful",
        /// Force majeure.
        ForceMajeure = "force_majeure",
        /// A malicious repetition.
        MaliciousRepeat = "malicious_repeat",
        /// A court has it.
        CourtPending = "court_pending",
    }
    /// Why a case is hidden from all but those who handle it (domain 4.1 row 32).
    SealReason {
        /// A report, or a complaint about a cadre or a unit.
        AboutCadre = "about_cadre",
        /// Domestic violence.
        DomesticViolence = "domestic_violence",
        /// A minor.
        Minor = "minor",
    }    /// What of a person was seen in the clear (domain 3.3).
    Seen {
        /// The words of the matter.
        Text = "text",
        /// The name.
        Name = "name",
        /// The telephone number.
        Phone = "phone",
        /// The mail address.
        Email = "email",
    }
    /// Why hidden contact data are opened (domain 3.3; the list is ours). The last three are not chosen but follow from what somebody
    /// does.
    LookReason {
        /// To speak with her about the matter.
        Call = "call",
        /// To agree on a visit.
        Visit = "visit",
        /// To ask whether the answer is true.
        Verify = "verify",
        /// To check that the contact is right.
        Correct = "correct",
        /// Under a warrant.
        Audit = "audit",
        /// To draw conclusions from a sample.
        Sample = "sample",
        /// Her words spoke of harming herself.
        Alarm = "alarm",
    }
    /// Why a warrant to read one matter is asked for (the list is ours).
    WarrantReason {
        /// Somebody complains of how it was handled.
        Complaint = "complaint",
        /// Its figures are doubted.
        Figures = "figures",
        /// Something of it may have got out.
        Leak = "leak",
        /// An audit that was announced.
        Audit = "audit",
    }
}

impl Seen {
    /// What can be unmasked: the words of a matter are not masked but shown or withheld.
    pub const CONTACT: [Self; 3] = [Self::Phone, Self::Email, Self::Name];
}

impl LookReason {
    /// What can be chosen.
    pub const CHOSEN: [Self; 4] = [Self::Call, Self::Visit, Self::Verify, Self::Correct];
}
