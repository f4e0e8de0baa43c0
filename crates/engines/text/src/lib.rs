#![doc = include_str!("../README.md")]

mod automatic;
mod calibrate;
mod catalogue;
mod drift;
mod evidence;
mod features;
mod file;
mod fold;
mod hash;
mod linear;
mod measure;
mod model;
mod overlay;
mod similar;
mod tokens;
mod train;
mod versions;

pub use automatic::{Line, NoLine, Proof, Route, Why, automatic_line};
pub use catalogue::{CatalogueEntry, examples_of};
pub use drift::{Drift, DriftCause, DriftVerdict, LabelMoved, Limits, Profile, SURE_BINS, drift};
pub use evidence::{Evidence, Field};
pub use file::FileError;
pub use fold::{Folded, MOST_CHARS};
pub use measure::{Answer, Challenge, ClassFigures, FALLEN, LabelFallen, Report, Verdict, challenge, report};
pub use model::{Choice, Detail, Guess, Model, Reader};
pub use overlay::{Correction, Overlay};
pub use similar::{Entry, Hit, Query, SharedWord, Similar};
pub use tokens::{SiteWord, Token, TokenKind, Tokenizer};
pub use train::{Example, Recipe, TrainError, train};
pub use versions::{Version, Versions};
