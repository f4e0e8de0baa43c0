//! Several matters came in one: each becomes a case of its own with the receipt of the whole, and the whole closes with the
//! last of them (domain 4.1 row 18: 拆单).

use identity::Granted;
use kernel::CaseNumber;
use serde::Deserialize;

use super::change::Changed;
use super::verb::Verb;
use super::words::words;
use crate::errors::ChangeError;
use crate::events::Private;
use crate::model::{Case, CaseEvent, Link, LinkHow, State, StepName};
use crate::permissions::DispatchCase;
use crate::service::Cases;

use std::sync::Arc;

use journal::Envelope;
use kernel::CaseId;
use store::Tx;

use crate::catalogue::CaseType;
use crate::rows;
use crate::rows::private::Said;

/// The submission of a part: what is said of the whole, with the receipt of the whole.
fn part_of(whole: &Case, number: &CaseNumber, case_type: CaseType) -> CaseEvent {
    CaseEvent::Submitted {
        number: number.clone(),
        channel: whole.intake.channel,
        area: whole.area.clone(),
        case_type,
        reachable: whole.reachable,
        confidential: whole.intake.confidential,
        held: false,
        sealed: whole.sealed,
        against: whole.against.clone(),
        link: Some(Link { case: whole.id, how: LinkHow::Part }),
        received_at: Some(whole.intake.received_at.as_millisecond()),
        parameters: whole.intake.parameters.clone(),
    }
}

/// Splits the case.
#[derive(Debug, Clone, Default, Deserialize, utoipa::ToSchema)]
pub struct Split {
    /// The matters, two to four, each in words.
    #[serde(default)]
    pub parts: Vec<String>,
    /// The first, from a form.
    #[serde(default)]
    pub part1: String,
    /// The second, from a form.
    #[serde(default)]
    pub part2: String,
    /// The third, from a form.
    #[serde(default)]
    pub part3: String,
    /// The fourth, from a form.
    #[serde(default)]
    pub part4: String,
}

impl Verb for Split {
    type Permission = DispatchCase;
    const NAME: &'static str = "split";

    async fn run(self, cases: &Cases, grant: &Granted<DispatchCase>, number: &CaseNumber, seen: i64) -> Result<Changed, ChangeError> {
        let typed = [self.part1, self.part2, self.part3, self.part4].into_iter().filter(|text| !text.trim().is_empty());
        let parts: Vec<String> = self.parts.into_iter().chain(typed).collect();
        let count = u8::try_from(parts.len()).ok().filter(|count| (2..=4).contains(count));
        let count = count.ok_or_else(|| ChangeError::field("parts", "out_of_range"))?;
        for part in &parts {
            words("parts", part)?;
        }
        let now = cases.now();
        // Numbers come from a transaction of their own; if this one fails they are gaps, nothing else.
        let mut made = Vec::with_capacity(parts.len());
        for text in parts {
            made.push((CaseId::new(now, cases.rng.as_ref()), cases.next_number(now).await?, text));
        }
        let (own, made) = (cases.clone(), Arc::new(made));
        let change = cases.by_staff(grant, number, seen);
        let envelope = Envelope { source: cases.source, ..Envelope::live(change.actor.clone(), change.request_id, now) };
        let decide = move |tx: Tx, whole: Case, _now| {
            let (own, made, envelope) = (own.clone(), Arc::clone(&made), envelope.clone());
            async move {
                let Some(said) = rows::private::find(&tx, whole.id).await? else { return Err(ChangeError::Erased) };
                // A state that cannot be split says so before anything is made.
                if !matches!(whole.state, State::Triage | State::InProgress(_)) {
                    return Err(ChangeError::refused(&whole, StepName::Split));
                }
                let (register, catalogue) = (own.places.register(), own.catalogue());
                for (id, number, text) in made.iter() {
                    let said = Said { title: None, text: text.clone(), ..said.clone() };
                    let suggestion = catalogue.suggest(None, text);
                    let submitted = part_of(&whole, number, suggestion.case_type);
                    let kind = suggestion.kinds.first().map(|ranked| ranked.code.clone());
                    let unit =
                        kind.as_ref().and_then(|kind| register.unit_in_force(&catalogue.kind(kind)?.unit)).map(|unit| unit.code.clone());
                    let steps = [
                        (submitted, Private::Said(Box::new(said.clone()))),
                        (CaseEvent::Triaged { kind, unit, urgent: suggestion.urgent.is_some(), drawn: None }, Private::Nothing),
                    ];
                    own.insert(&tx, *id, &steps, &said, &envelope).await?;
                }
                Ok(vec![(CaseEvent::Split { parts: count }, Private::Nothing)])
            }
        };
        cases.change_with(change, Arc::new(decide)).await
    }
}
