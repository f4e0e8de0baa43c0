//! All rows of all tables as lines of text and back: the form of backups, the same for both databases,
//! so that a site may also move from SQLite to PostgreSQL.
