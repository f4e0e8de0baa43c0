//! 设置: every rule in force, grouped, with what is decided for later.

use axum::extract::State;
use axum::response::Response;
use web::{Fail, page};

use super::desk::Desk;
use super::fill;
use super::views::List;
use crate::permissions::ViewSettings;
use crate::service::Settings;
use crate::told::Told;

pub(super) async fn show(State(settings): State<Settings>, desk: Desk) -> Result<Response, Fail> {
    let view = desk.need::<ViewSettings>()?;
    let open = settings.proposals(&view, true, None).await?.proposals;
    let waiting: Vec<_> = open.iter().flat_map(fill::keys_of).collect();
    let (timeline, register) = (settings.timeline(), settings.register());
    let view = List {
        version: timeline.version_at(desk.now).to_string(),
        waiting: open.len() as u64,
        groups: fill::groups(&timeline, desk.now, Told::new(desk.locale(), &register), &waiting),
    };
    Ok(page(&desk.shell, &view))
}
