//! How far a permission reaches, and how much of what it reaches may be read (decisions 3).

use std::fmt;
use std::str::FromStr;

use kernel::{AccountId, AreaCode, CaseId, SubjectId, UnitCode};

use super::Role;

macro_rules! scope_kinds {
    ($($(#[$doc:meta])* $name:ident = $code:literal,)*) => {
        /// The closed list of scope kinds. A rule names one; a [`Scope`] is one with its value.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ScopeKind {
            $($(#[$doc])* $name,)*
        }

        impl ScopeKind {
            /// All.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The word of tables and snapshots.
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }
        }
    };
}

scope_kinds! {
    /// Nothing.
    None = "none",
    /// What everybody may see or do.
    Public = "public",
    /// One matter, by its query code.
    ByCode = "by_code",
    /// What is one's own as a resident.
    Own = "own",
    /// One client's matter, while the authorisation lasts.
    Client = "client",
    /// The households one looks after.
    Household = "household",
    /// The area of one's contact point.
    Point = "point",
    /// One's grid.
    Grid = "grid",
    /// One's unit.
    Unit = "unit",
    /// The whole county.
    County = "county",
    /// Matters assigned to one, while they are.
    Ticket = "ticket",
    /// Matters one took, for 24 hours.
    TicketFor = "ticket_for",
    /// The matter of a call, for minutes.
    Call = "call",
    /// Matters that wait for one's role: tier ≥ 2, designation, order, third reopening, proposal.
    Escalated = "escalated",
    /// The sample of an evaluation round.
    Sample = "sample",
    /// One matter by warrant.
    Warrant = "warrant",
    /// Figures only, cells of fewer than five suppressed.
    Aggregate = "aggregate",
}

/// A scope with its value. Kinds whose work does not exist yet have no value here: rules that name them stand in the
/// table as `later` and grant nothing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// What everybody may see or do.
    Public,
    /// This matter.
    ByCode(CaseId),
    /// Matters of this person.
    Own(SubjectId),
    /// Matters of this area, with what lies under it.
    Point(AreaCode),
    /// Matters of this grid.
    Grid(AreaCode),
    /// Matters of this unit.
    Unit(UnitCode),
    /// All matters.
    County,
    /// Matters assigned to this account, while they are.
    Ticket(AccountId),
    /// Matters this account took, for 24 hours.
    TicketFor(AccountId),
    /// Matters that wait for this role.
    Escalated(Role),
    /// Matters that were drawn for this account to read, while the sample is open.
    Sample(AccountId),
    /// Matters for which this account holds a warrant, while it is in force.
    Warrant(AccountId),
    /// Figures only.
    Aggregate,
}

impl Scope {
    /// Its kind.
    pub fn kind(&self) -> ScopeKind {
        match self {
            Self::Public => ScopeKind::Public,
            Self::ByCode(_) => ScopeKind::ByCode,
            Self::Own(_) => ScopeKind::Own,
            Self::Point(_) => ScopeKind::Point,
            Self::Grid(_) => ScopeKind::Grid,
            Self::Unit(_) => ScopeKind::Unit,
            Self::County => ScopeKind::County,
            Self::Ticket(_) => ScopeKind::Ticket,
            Self::TicketFor(_) => ScopeKind::TicketFor,
            Self::Escalated(_) => ScopeKind::Escalated,
            Self::Sample(_) => ScopeKind::Sample,
            Self::Warrant(_) => ScopeKind::Warrant,
            Self::Aggregate => ScopeKind::Aggregate,
        }
    }

    /// What a rule of `kind` gives an `account` that holds `role` at `place`; nothing when the place does not fit, or
    /// when the kind's work does not exist yet.
    pub fn of(kind: ScopeKind, role: Role, place: &Place, account: AccountId) -> Option<Self> {
        match (kind, place) {
            (ScopeKind::Public, _) => Some(Self::Public),
            (ScopeKind::Point, Place::Point(area)) => Some(Self::Point(area.clone())),
            (ScopeKind::Grid, Place::Grid(area)) => Some(Self::Grid(area.clone())),
            (ScopeKind::Unit, Place::Unit(unit)) => Some(Self::Unit(unit.clone())),
            (ScopeKind::County, Place::County) => Some(Self::County),
            (ScopeKind::Ticket, _) => Some(Self::Ticket(account)),
            (ScopeKind::TicketFor, _) => Some(Self::TicketFor(account)),
            (ScopeKind::Escalated, Place::County) => Some(Self::Escalated(role)),
            // Whose sample and whose warrant is in the rows, with its end.
            (ScopeKind::Sample, Place::County) => Some(Self::Sample(account)),
            (ScopeKind::Warrant, Place::County) => Some(Self::Warrant(account)),
            (ScopeKind::Aggregate, Place::County) => Some(Self::Aggregate),
            (
                // The place does not fit.
                ScopeKind::Point | ScopeKind::Grid | ScopeKind::Unit | ScopeKind::County | ScopeKind::Escalated | ScopeKind::Aggregate
                | ScopeKind::Sample | ScopeKind::Warrant
                // No role gives it, or not yet.
                | ScopeKind::None | ScopeKind::ByCode | ScopeKind::Own | ScopeKind::Client | ScopeKind::Household
                | ScopeKind::Call,
                _,
            ) => None,
        }
    }
}

impl ScopeKind {
    /// Whether nothing can have this scope yet: its rows stand in the table for later.
    pub fn is_later(self) -> bool {
        match self {
            Self::Own | Self::Client | Self::Household | Self::Call => true,
            Self::None
            | Self::Public
            | Self::ByCode
            | Self::Point
            | Self::Grid
            | Self::Unit
            | Self::County
            | Self::Ticket
            | Self::TicketFor
            | Self::Escalated
            | Self::Sample
            | Self::Warrant
            | Self::Aggregate => false,
        }
    }
}

/// How much may be read of what a scope reaches. Ordered: the later shows less.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Visibility {
    /// Everything.
    Clear,
    /// Personal data masked (`王**`, `138****1234`), text hidden until a scan of personal data exists.
    Masked,
    /// Kind, place and notes; no text, no person.
    Hidden,
}

impl Visibility {
    /// The word of tables and snapshots.
    pub fn code(self) -> &'static str {
        match self {
            Self::Clear => "clear",
            Self::Masked => "masked",
            Self::Hidden => "hidden",
        }
    }
}

/// Where a role is held.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// The whole county.
    County,
    /// A handling unit.
    Unit(UnitCode),
    /// A contact point, named by its area until the register of points exists.
    Point(AreaCode),
    /// A grid.
    Grid(AreaCode),
}

/// A text that is no place: `county`, `unit:CODE`, `point:AREA` or `grid:AREA`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a place: county, unit:CODE, point:AREA or grid:AREA")]
pub struct PlaceError;

impl Place {
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::County => ScopeKind::County.code(),
            Self::Unit(_) => ScopeKind::Unit.code(),
            Self::Point(_) => ScopeKind::Point.code(),
            Self::Grid(_) => ScopeKind::Grid.code(),
        }
    }

    /// The code of the unit or area; empty for the county.
    pub(crate) fn code(&self) -> &str {
        match self {
            Self::County => "",
            Self::Unit(unit) => unit.as_str(),
            Self::Point(area) | Self::Grid(area) => area.as_str(),
        }
    }

    pub(crate) fn from_parts(kind: &str, code: &str) -> Result<Self, PlaceError> {
        match kind {
            "county" if code.is_empty() => Ok(Self::County),
            "unit" => code.parse().map(Self::Unit).map_err(|_| PlaceError),
            "point" => code.parse().map(Self::Point).map_err(|_| PlaceError),
            "grid" => code.parse().map(Self::Grid).map_err(|_| PlaceError),
            _ => Err(PlaceError),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::County => f.write_str(self.kind()),
            Self::Unit(_) | Self::Point(_) | Self::Grid(_) => write!(f, "{}:{}", self.kind(), self.code()),
        }
    }
}

impl FromStr for Place {
    type Err = PlaceError;
    fn from_str(text: &str) -> Result<Self, PlaceError> {
        let (kind, code) = text.split_once(':').unwrap_or((text, ""));
        Self::from_parts(kind, code)
    }
}

/// One way in which a permission reaches rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reach {
    /// By which role.
    pub role: Role,
    /// Which rows.
    pub scope: Scope,
    /// How much of them.
    pub visibility: Visibility,
}

/// Everything a person reaches with one permission: the union of what each role gives at each place. Never empty
/// inside a [`crate::Granted`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Scopes(Vec<Reach>);

impl Scopes {
    /// The union of `reaches`; of two that differ in visibility only, the clearer.
    pub fn new(reaches: impl IntoIterator<Item = Reach>) -> Self {
        let mut kept: Vec<Reach> = Vec::new();
        for reach in reaches {
            match kept.iter_mut().find(|known| known.scope == reach.scope && known.role == reach.role) {
                Some(known) => known.visibility = known.visibility.min(reach.visibility),
                None => kept.push(reach),
            }
        }
        Self(kept)
    }

    /// Whether nothing is reached.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Each reach.
    pub fn iter(&self) -> impl Iterator<Item = &Reach> {
        self.0.iter()
    }

    /// Each scope, for the condition of a query: a row is in when one of them covers it.
    pub fn scopes(&self) -> impl Iterator<Item = &Scope> {
        self.0.iter().map(|reach| &reach.scope)
    }

    /// The roles that reach something.
    pub fn roles(&self) -> impl Iterator<Item = Role> {
        self.0.iter().map(|reach| reach.role)
    }

    /// Whether all matters are reached.
    pub fn is_county(&self) -> bool {
        self.scopes().any(|scope| matches!(scope, Scope::County))
    }

    /// The units reached as one's own.
    pub fn units(&self) -> impl Iterator<Item = &UnitCode> {
        self.scopes().filter_map(|scope| if let Scope::Unit(unit) = scope { Some(unit) } else { None })
    }

    /// How much may be read of a row that the scopes chosen by `covers` reach: the clearest of them. `None` when none
    /// of them covers it: the row is out of scope.
    pub fn visibility_of(&self, covers: impl Fn(&Scope) -> bool) -> Option<Visibility> {
        self.0.iter().filter(|reach| covers(&reach.scope)).map(|reach| reach.visibility).min()
    }

    /// How much may be read of every row that is reached, whichever way: the least clear of all.
    pub fn visibility(&self) -> Visibility {
        self.0.iter().map(|reach| reach.visibility).max().unwrap_or(Visibility::Hidden)
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;

    fn account() -> AccountId {
        AccountId::from_bytes([7; 16])
    }

    fn reach(scope: Scope, visibility: Visibility) -> Reach {
        Reach { role: Role::Handler, scope, visibility }
    }

    #[test]
    fn a_place_survives_its_text_form() {
        for text in ["county", "unit:lamps", "point:xicheng.dongjie", "grid:g-01"] {
            assert_eq!(text.parse::<Place>().unwrap().to_string(), text);
        }
        for text in ["", "county:x", "unit:", "town:a", "unit:Ü"] {
            assert_eq!(text.parse::<Place>(), Err(PlaceError), "{text}");
        }
    }

    #[test]
    fn a_role_at_a_narrower_place_does_not_reach_the_county() {
        let unit = Place::Unit("lamps".parse().unwrap());
        let of = |kind, place: &Place| Scope::of(kind, Role::Dispatcher, place, account());
        assert_eq!(of(ScopeKind::County, &unit), None);
        assert_eq!(of(ScopeKind::Escalated, &unit), None);
        assert_eq!(of(ScopeKind::Unit, &Place::County), None, "nor does the county stand for each unit");
        assert_eq!(of(ScopeKind::Unit, &unit), Some(Scope::Unit("lamps".parse().unwrap())));
        assert_eq!(of(ScopeKind::Ticket, &unit), Some(Scope::Ticket(account())));
    }

    #[test]
    fn kinds_for_later_grant_nothing_anywhere() {
        let places = ["county", "unit:u", "point:p", "grid:g"].map(|text| text.parse::<Place>().unwrap());
        for &kind in ScopeKind::ALL {
            let granted = places.iter().any(|place| Scope::of(kind, Role::Handler, place, account()).is_some());
            // A code is not held as a role, and nothing is nothing; neither is for later.
            let by_role = !kind.is_later() && !matches!(kind, ScopeKind::None | ScopeKind::ByCode);
            assert_eq!(granted, by_role, "{}", kind.code());
            for place in &places {
                assert!(Scope::of(kind, Role::Handler, place, account()).is_none_or(|scope| scope.kind() == kind));
            }
        }
    }

    #[test]
    fn a_row_is_as_clear_as_the_clearest_scope_that_covers_it() {
        let unit: UnitCode = "lamps".parse().unwrap();
        let scopes = Scopes::new([
            reach(Scope::County, Visibility::Hidden),
            reach(Scope::Unit(unit.clone()), Visibility::Masked),
            reach(Scope::Unit(unit.clone()), Visibility::Clear),
        ]);
        assert_eq!(scopes.iter().count(), 2);
        assert_eq!(scopes.visibility_of(|_| true), Some(Visibility::Clear));
        assert_eq!(scopes.visibility_of(|scope| *scope == Scope::County), Some(Visibility::Hidden));
        assert_eq!(scopes.visibility_of(|_| false), None);
        assert_eq!(scopes.visibility(), Visibility::Hidden);
        assert_eq!(scopes.units().collect::<Vec<_>>(), [&unit]);
        assert!(scopes.is_county());
        assert_eq!(Scopes::default().visibility(), Visibility::Hidden);
    }
}
