//! Logs: JSON lines on standard error, message and fields both; never names, phones, texts, codes or bodies.

use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::format::FmtSpan;

/// Begins logging. `filter` is as `info` or `info,cases=debug`.
pub(crate) fn begin(filter: &str) {
    let filter = EnvFilter::try_new(filter).unwrap_or_else(|_| EnvFilter::new("info"));
    // Statements of the database may hold what people wrote: their logs stay off whatever the filter says.
    let filter =
        ["sqlx=off", "sea_orm=warn"].into_iter().filter_map(|directive| directive.parse().ok()).fold(filter, EnvFilter::add_directive);
    // A second beginning in one process (tests) keeps the first.
    let _ = tracing_subscriber::fmt()
        .json()
        .flatten_event(true)
        .with_span_events(FmtSpan::NONE)
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .try_init();
}
