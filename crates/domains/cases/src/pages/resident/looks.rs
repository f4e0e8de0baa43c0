//! 谁看过我的信息: who looked at this matter, by role and unit, on which day and why. No names, and no hours.

use axum::extract::{Path, State};
use axum::response::Response;
use http::{HeaderValue, header};
use identity::{Granted, Identity};
use kernel::format;
use web::Fail;

use super::visit::{Visit, number, to_find};
use crate::model::Look;
use crate::pages::looks::{seen_label, who, why};
use crate::pages::views::WhoLooked;
use crate::pages::views::who_looked::LookDay;
use crate::permissions::ReadCase;
use crate::service::Cases;

/// `GET /track/{number}/looks`.
pub(super) async fn show(
    State(cases): State<Cases>,
    State(identity): State<Identity>,
    visit: Visit,
    Path(path): Path<String>,
) -> Result<Response, Fail> {
    let number = number(&path)?;
    let Some(proof) = visit.proof(&cases, &identity, &number).await? else { return Ok(to_find(&number)) };
    let looks = cases.looks_at(&Granted::<ReadCase>::by_code(&proof, Some(visit.caller.request_id))?).await?;
    let (register, w, locale) = (cases.places().register(), visit.words(), visit.locale());
    let line = |look: &Look| LookDay {
        when: format::date_weekday(format::local_date(look.at), locale),
        who: who(look, &register, locale),
        what: seen_label(w, look.seen),
        why: why(w, look.reason),
        times: None,
    };
    let mut counted: Vec<(LookDay, usize)> = Vec::new();
    for look in &looks {
        let line = line(look);
        match counted.iter_mut().find(|(known, _)| *known == line) {
            Some((_, times)) => *times += 1,
            None => counted.push((line, 1)),
        }
    }
    let rows = counted.into_iter().map(|(line, times)| LookDay { times: (times > 1).then(|| w.look_times(times.to_string())), ..line });
    let view = WhoLooked { number: number.grouped(), number_plain: number.to_string(), rows: rows.collect() };
    let mut response = web::page(&visit.shell, &view);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}
