//! The JSON face of cases under `/api/v1`, one file per resource. Errors are problem+json (`web::problem`).

mod assists;
mod describe;
mod desk;
mod input;
mod kinds;
mod leave;
mod leave_view;
mod looks;
mod models;
mod nearby;
mod own;
mod public;
mod staff;
mod view;

use axum::Router;
use axum::extract::FromRef;
use axum::routing::{get, post};

use crate::commands::{Verb, every_verb};
use crate::service::Cases;

pub use assists::{AssistNoteView, AssistStoryView, AssistView, AssistsView};
pub use leave_view::{AccountLookView, AccountLooksView, SampleView, SamplesView, WarrantIdView, WarrantView, WarrantsView};
pub use models::{BesideView, DriftView, LineView, ModelView, ModelsView, MovedView, SureView};
pub use nearby::{NearbyMonthView, NearbyView};
pub use view::{
    CaseView, ChangedView, DueView, EntryView, ItemView, KindView, ListView, LookView, LooksView, PendingView, PlaceView, PublicCaseView,
    ReceiptView, ReissuedView, UnmaskedView,
};
pub(crate) use view::{shown_to_resident, words_shown_to_resident};

/// The routes, to be nested under `/api/v1`.
pub fn router<S>() -> Router<S>
where
    S: Clone + Send + Sync + 'static,
    Cases: FromRef<S>,
    identity::Identity: FromRef<S>,
    web::Sources: FromRef<S>,
{
    Router::new()
        .route("/public/cases", post(public::submit))
        .route("/public/nearby", post(nearby::look))
        .route("/public/cases/{number}", get(public::read))
        .route("/public/cases/{number}/looks", get(public::looks))
        .route("/public/cases/{number}/rating", post(public::rate))
        .route("/public/cases/{number}/reopen", post(public::reopen))
        .route("/public/cases/{number}/supplement", post(public::supplement))
        .route("/public/cases/{number}/chase", post(own::chase))
        .route("/public/cases/{number}/withdraw", post(own::withdraw))
        .route("/public/cases/{number}/contest", post(own::contest))
        .route("/public/cases/{number}/contest-class", post(own::contest_class))
        .route("/kinds", get(kinds::list))
        .route("/cases", get(staff::list))
        .route("/cases/{number}", get(staff::read))
        .route("/cases/{number}/release", post(desk::release))
        .route("/cases/{number}/reissue-code", post(desk::reissue_code))
        .route("/cases/{number}/answer-alarm", post(desk::answer_alarm))
        .route("/cases/{number}/unmask", post(desk::unmask))
        .route("/assists", get(assists::list))
        .route("/assists/{number}", get(assists::read))
        .route("/assists/{number}/report", post(assists::report))
        .route("/looks", get(looks::own))
        .route("/looks/all", get(looks::all))
        .route("/warrants", get(leave::warrants).post(leave::ask))
        .route("/warrants/{id}/grant", post(leave::grant))
        .route("/warrants/{id}/refuse", post(leave::refuse))
        .route("/warrants/{id}/end", post(leave::end))
        .route("/samples", get(leave::samples).post(leave::draw))
        .route("/samples/{id}/end", post(leave::end_sample))
        .route("/models", get(models::list))
        .route("/models/back", post(models::back))
        .route("/models/{number}/take", post(models::take))
        .merge(steps())
}

/// One route for each step of staff.
fn steps<S>() -> Router<S>
where
    S: Clone + Send + Sync + 'static,
    Cases: FromRef<S>,
    identity::Identity: FromRef<S>,
{
    let mut router = Router::new();
    macro_rules! route {
        ($($verb:ty, $summary:literal;)*) => {
            $(router = router.route(&format!("/cases/{{number}}/{}", <$verb as Verb>::NAME), post(staff::step::<$verb>));)*
        };
    }
    every_verb!(route);
    router
}

/// The routes that are not steps of staff.
#[derive(utoipa::OpenApi)]
#[openapi(paths(
    public::submit,
    nearby::look,
    public::read,
    public::looks,
    public::rate,
    public::reopen,
    public::supplement,
    own::chase,
    own::withdraw,
    own::contest,
    own::contest_class,
    kinds::list,
    staff::list,
    staff::read,
    desk::release,
    desk::reissue_code,
    desk::answer_alarm,
    desk::unmask,
    assists::list,
    assists::read,
    assists::report,
    looks::own,
    looks::all,
    leave::warrants,
    leave::ask,
    leave::grant,
    leave::refuse,
    leave::end,
    leave::samples,
    leave::draw,
    leave::end_sample,
    models::list,
    models::take,
    models::back,
))]
struct Fixed;

/// The description of the routes, merged by `app` into `/api/v1/openapi.json`.
pub fn description() -> utoipa::openapi::OpenApi {
    use utoipa::OpenApi as _;
    let mut document = Fixed::openapi();
    describe::steps(&mut document);
    document
}
