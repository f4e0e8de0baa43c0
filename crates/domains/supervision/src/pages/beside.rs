//! Reminders, tiers and orders as lines of a case's story.

use cases::permissions::ReadCase;
use identity::Principal;
use kernel::{AccountId, CaseNumber, Locale, RequestId};
use store::StoreError;
use web::Beside;

use super::labels::{Labels, name};
use crate::errors::SupervisionError;
use crate::model::{Level, OrderEvent, Rung, Told, Why};
use crate::queries::Aside;
use crate::service::Supervision;
use crate::words::Words;

/// What supervision tells of the case with this number, oldest first; nothing where this person may not read it.
pub async fn beside(
    supervision: &Supervision,
    request_id: RequestId,
    who: &Principal,
    locale: Locale,
    number: &CaseNumber,
) -> Result<Vec<Beside>, StoreError> {
    let Ok(read) = who.granted::<ReadCase>(Some(request_id)) else { return Ok(Vec::new()) };
    let asides = match supervision.asides(&read, number).await {
        Ok(asides) if asides.is_empty() => return Ok(Vec::new()),
        Ok(asides) => asides,
        Err(SupervisionError::Store(error)) => return Err(error),
        Err(_) => return Ok(Vec::new()),
    };
    let names = supervision.names(locale).await?;
    let labels = Labels { w: Words::of(locale), locale, now: supervision.now(), supervision };
    Ok(asides
        .into_iter()
        .map(|(at, aside)| {
            let (what, detail) = line(&labels, &names, &aside);
            Beside { at, what, detail }
        })
        .collect())
}

fn line(labels: &Labels<'_>, names: &[(AccountId, String)], aside: &Aside) -> (String, Option<String>) {
    let w = labels.w;
    match aside {
        Aside::Reminded(level, told) => {
            let to = people(labels, names, told);
            let what = match level {
                Level::None | Level::Yellow => w.story_yellow(to),
                Level::Red => w.story_red(to),
                Level::Tier2 => w.story_tier2(to),
                Level::Tier3 => w.story_tier3(to),
            };
            (what, way(labels, told))
        }
        Aside::StoodDown => (w.story_stood_down().into_owned(), None),
        Aside::Contested { late, told } => {
            let told = std::slice::from_ref(told);
            let to = people(labels, names, told);
            (if *late { w.story_contest_late(to) } else { w.story_contested(to) }, way(labels, told))
        }
        Aside::Order(number, event) => {
            let what = match event {
                OrderEvent::Issued { cause, .. } => w.entry_issued(labels.cause(*cause)),
                OrderEvent::Stepped { step, .. } => labels.step(*step),
                OrderEvent::RanOut => w.entry_ran_out().into_owned(),
            };
            (w.story_order(number.to_string(), what), None)
        }
    }
}

/// Everybody who was told, each once.
fn people(labels: &Labels<'_>, names: &[(AccountId, String)], told: &[Told]) -> String {
    let mut all: Vec<&str> = Vec::new();
    for account in told.iter().flat_map(|told| &told.to) {
        if let Some((_, name)) = names.iter().find(|(id, _)| id == account)
            && !all.contains(&name.as_str())
        {
            all.push(name);
        }
    }
    // Somebody whose account is gone has no name any more.
    match (all.is_empty(), told.iter().find_map(|told| told.to.first())) {
        (true, Some(account)) => name(names, *account),
        (true, None) => labels.w.told_nobody().into_owned(),
        (false, _) => all.join(labels.locale.pick("、", ", ")),
    }
}

/// Who was passed over on the way, each with the reason, and whether somebody stands in.
fn way(labels: &Labels<'_>, told: &[Told]) -> Option<String> {
    let w = labels.w;
    let mut reasons: Vec<String> = Vec::new();
    for (rung, why) in told.iter().flat_map(|told| &told.passed) {
        let rung = match rung {
            Rung::Assignee => w.rung_assignee(),
            Rung::Lead => w.rung_lead(),
            Rung::Supervisor => w.rung_supervisor(),
            Rung::Organiser => w.rung_organiser(),
        };
        let reason = match why {
            Why::Nobody => w.passed_nobody(rung),
            Why::Away => w.passed_away(rung),
        };
        if !reasons.contains(&reason) {
            reasons.push(reason);
        }
    }
    if told.iter().any(|told| told.by_deputy) {
        reasons.push(w.told_deputy().into_owned());
    }
    (!reasons.is_empty()).then(|| reasons.join(labels.locale.pick("；", "; ")))
}
