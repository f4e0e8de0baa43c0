//! A permission is a type; its row of the matrix is part of it.

use std::fmt::Write as _;

use crate::{Role, ScopeKind, Visibility};

/// One cell of the matrix: who, how far, how much of it may be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Who.
    pub role: Role,
    /// How far.
    pub scope: ScopeKind,
    /// How much of it may be read.
    pub visibility: Visibility,
}

/// Something that may be done or read, with who may. Declared with [`crate::permissions!`].
pub trait Permission: Send + Sync + 'static {
    /// `domain.verb`: names it in tables and logs.
    const NAME: &'static str;
    /// Its row of the matrix.
    const RULES: &'static [Rule];
}

/// A permission as data, for the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// `domain.verb`.
    pub name: &'static str,
    /// Its row of the matrix.
    pub rules: &'static [Rule],
}

/// Role × permission as text, one line per cell: a committed snapshot, so that a change of rights is a change that a
/// reviewer sees. Cells of work that does not exist yet say `later` and grant nothing.
pub fn table(entries: impl IntoIterator<Item = Entry>) -> String {
    let mut entries: Vec<Entry> = entries.into_iter().collect();
    entries.sort_by_key(|entry| entry.name);
    let mut text = String::new();
    for entry in entries {
        for rule in entry.rules {
            let later = if rule.scope.is_later() { "  later" } else { "" };
            // Writing to a String cannot fail.
            let _ =
                writeln!(text, "{:<28} {:<16} {:<10} {}{later}", entry.name, rule.role.code(), rule.scope.code(), rule.visibility.code());
        }
    }
    text
}

/// Declares the permissions of a crate, each a type, and `ALL`, their table.
///
/// ```
/// identity::permissions! {
///     /// Send a matter to a unit.
///     DispatchCase = "case.dispatch" {
///         Dispatcher => County clear,
///         Supervisor => Escalated masked,
///     }
/// }
/// assert_eq!(ALL[0].name, "case.dispatch");
/// ```
#[macro_export]
macro_rules! permissions {
    ($($(#[$doc:meta])* $name:ident = $code:literal { $($role:ident => $scope:ident $visibility:ident),* $(,)? })*) => {
        $(
            $(#[$doc])*
            #[derive(Debug)]
            pub enum $name {}

            impl $crate::Permission for $name {
                const NAME: &'static str = $code;
                const RULES: &'static [$crate::Rule] = &[$($crate::Rule {
                    role: $crate::Role::$role,
                    scope: $crate::ScopeKind::$scope,
                    visibility: $crate::macro_support::$visibility,
                },)*];
            }
        )*

        /// The permissions declared here, as a table.
        pub const ALL: &[$crate::Entry] =
            &[$($crate::Entry { name: $code, rules: <$name as $crate::Permission>::RULES },)*];
    };
}

/// The words of [`crate::permissions!`].
#[doc(hidden)]
#[expect(non_upper_case_globals, reason = "the words of a table read best as they are printed")]
pub mod macro_support {
    use crate::Visibility;

    pub const clear: Visibility = Visibility::Clear;
    pub const masked: Visibility = Visibility::Masked;
    pub const hidden: Visibility = Visibility::Hidden;
}

#[cfg(test)]
mod tests {
    mod of_a_domain {
        crate::permissions! {
            /// Send a matter to a unit.
            DispatchCase = "case.dispatch" {
                Dispatcher => County clear,
                Supervisor => Escalated masked,
                Auditor => Household hidden,
            }
            /// Nobody's.
            Nothing = "case.alas" {}
        }
    }

    #[test]
    fn the_table_prints_one_line_per_cell() {
        assert_eq!(
            super::table(of_a_domain::ALL.iter().copied()),
            "case.dispatch                dispatcher       county     clear\n\
             case.dispatch                supervisor       escalated  masked\n\
             case.dispatch                auditor          household  hidden  later\n"
        );
    }
}
