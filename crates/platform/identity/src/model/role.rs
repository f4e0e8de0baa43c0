//! The roles of domain 3.1 and the machine accounts of decisions 3.

use kernel::Locale;

macro_rules! roles {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $zh:literal, $en:literal;)*) => {
        /// What somebody is to the platform. A person may hold several, at several places.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Role {
            $($(#[$doc])* $name,)*
        }

        impl Role {
            /// All, in the order of the matrix.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The stored word; also the word of the API.
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }

            /// The role with this code.
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$name),)* _ => None }
            }

            /// The word people see.
            pub fn label(self, locale: Locale) -> &'static str {
                match self { $(Self::$name => locale.pick($zh, $en),)* }
            }
        }
    };
}

roles! {
    /// A resident who signed in.
    Resident = "resident", "居民", "Resident";
    /// Anybody; with a query code, the resident of one matter.
    Anonymous = "anonymous", "未登录", "Anonymous";
    /// Acts for a resident (帮代办) with written or recorded authorisation.
    Helper = "helper", "帮办员", "Helper";
    /// Takes calls; also the machine account of a hotline system.
    Hotline = "hotline", "热线话务员", "Hotline agent";
    /// Works at a contact point.
    PointStaff = "point_staff", "联系点工作人员", "Contact-point staff";
    /// Looks after a grid.
    GridWorker = "grid_worker", "网格员", "Grid worker";
    /// Has 5–10 households of her own (包片联户).
    ContactOfficer = "contact_officer", "联户干部", "Contact officer";
    /// Handles matters in a unit.
    Handler = "handler", "承办人", "Handler";
    /// Answers for a unit.
    Lead = "lead", "单位负责人", "Unit lead";
    /// Sends matters to units.
    Dispatcher = "dispatcher", "分派员", "Dispatcher";
    /// Watches over limits and quality (督办).
    Supervisor = "supervisor", "督办员", "Supervisor";
    /// A third party that evaluates.
    Evaluator = "evaluator", "第三方评估员", "Evaluator";
    /// The county's organiser (组织部、社会工作部).
    Organiser = "organiser", "县级统筹", "County organiser";
    /// Reads, and leaves a trace of it.
    Auditor = "auditor", "审计员", "Auditor";
    /// An enterprise that gives.
    Sponsor = "sponsor", "爱心企业", "Sponsor";
    /// A volunteer or social worker.
    Volunteer = "volunteer", "志愿者", "Volunteer";
    /// Runs the system and reads no content.
    Admin = "admin", "系统管理员", "Administrator";
    /// A gateway of sensors; may only raise alerts.
    Iot = "iot", "物联网关", "Sensor gateway";
    /// Another system that files matters.
    Integration = "integration", "对接系统", "Integration";
    /// A terminal at a contact point.
    Kiosk = "kiosk", "自助终端", "Kiosk";
}

impl std::fmt::Display for Role {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_is_found_by_its_code_and_has_a_word_in_both_languages() {
        for &role in Role::ALL {
            assert_eq!(Role::from_code(role.code()), Some(role));
            assert!(!role.label(Locale::Zh).is_ascii(), "{role}");
            assert!(role.label(Locale::En).is_ascii(), "{role}");
        }
        assert_eq!(Role::ALL.len(), 20, "18 of domain 3.1 and two machine accounts of their own");
    }
}
