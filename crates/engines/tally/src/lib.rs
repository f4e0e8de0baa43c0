//! The published figures.
//! See README.
