//! Where a role is held.

use identity::{Held, Place, Role};

/// The sort of place that a role needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seat {
    /// The whole county.
    County,
    /// A handling unit.
    Unit,
    /// A contact point.
    Point,
    /// A grid.
    Grid,
}

impl Seat {
    /// The place a role needs; `None` for roles that are not given to accounts: residents, and those whose work does not
    /// exist yet.
    pub fn of(role: Role) -> Option<Self> {
        match role {
            Role::Dispatcher | Role::Supervisor | Role::Organiser | Role::Auditor | Role::Admin | Role::Hotline | Role::Evaluator => {
                Some(Self::County)
            }
            Role::Iot | Role::Integration | Role::Kiosk => Some(Self::County),
            Role::Handler | Role::Lead => Some(Self::Unit),
            Role::PointStaff => Some(Self::Point),
            Role::GridWorker => Some(Self::Grid),
            Role::Resident | Role::Anonymous | Role::Helper | Role::ContactOfficer | Role::Sponsor | Role::Volunteer => None,
        }
    }

    /// Whether a role can be held there.
    pub fn fits(held: &Held) -> bool {
        let seat = match &held.place {
            Place::County => Self::County,
            Place::Unit(_) => Self::Unit,
            Place::Point(_) => Self::Point,
            Place::Grid(_) => Self::Grid,
        };
        Self::of(held.role) == Some(seat)
    }
}

/// `handler@unit:housing`: a role and its place in a form, in a row, in a file.
pub fn text_of(held: &Held) -> String {
    format!("{}@{}", held.role, held.place)
}

/// Reads such a text; `None` when there is no such role or place.
pub fn read(text: &str) -> Option<Held> {
    let (role, place) = text.trim().split_once('@')?;
    Some(Held { role: Role::from_code(role.trim())?, place: place.trim().parse().ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_is_read_as_it_is_written_and_held_where_it_belongs() {
        for (text, fits) in [
            ("handler@unit:housing", true),
            ("dispatcher@county", true),
            ("point_staff@point:huaiyin", true),
            ("handler@county", false),
            ("admin@unit:housing", false),
            ("resident@county", false),
        ] {
            let held = read(text);
            assert_eq!(held.as_ref().map(text_of).as_deref(), Some(text));
            assert_eq!(held.as_ref().map(Seat::fits), Some(fits), "{text}");
        }
        for text in ["", "handler", "king@county", "handler@moon", "@county"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
