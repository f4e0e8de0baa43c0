//! The register of a county: its areas (辖区), contact points (党群联系点), estates and roads that people
//! name when they speak, the units that handle matters (承办单位), and what the county decided about kinds of matters (诉求类别).
//!
//! It changes rarely and is asked on every request, so it lives in memory as an immutable [`Register`]
//! that [`Places`] swaps after a change. Tables: `place_county`, `place_area`, `place_point`, `place_named`,
//! `place_unit`, `place_name`, `place_kind`, `place_kind_end`, `place_kind_unit`, `place_word`. See the README of this crate for words,
//! permissions and events.

pub mod api;
mod commands;
mod migrations;
pub mod model;
mod rows;

pub use api::{ApiDoc, AreaView, UnitView, api_router};
pub use commands::{AmendError, ImportError, LoadError, Places, WordsError, import, stored};
pub use migrations::migrations;
pub use model::amendment::Amendment;
pub use model::county_file::{AccountSeed, CountyFile, CountyFileError, Fault, Faults, RoleSeed};
pub use model::kinds::{CASE_TYPES, COMPLEXITIES, CaseKind, KindEnd, KindHoldings, KindLevel, KindUnit, OpenedKind, SecondLevel};
pub use model::local::{HeldWord, LocalWord, Means, WordChange, WordFault};
pub use model::outline::{LonLat, MOST_CORNERS, Outline, OutlineError};
pub use model::register::{Holdings, Register};
pub use model::words::Guess;
pub use model::{Area, AreaLevel, County, NamedPlace, NamedPlaceKind, Point, Unit, UnitKind, Validity};
