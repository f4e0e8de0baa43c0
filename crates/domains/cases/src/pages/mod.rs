//! The HTML face: one file per screen. `views` holds what each page shows, as plain data.

pub mod views;
