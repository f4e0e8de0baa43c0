//! 自动派单: a matter goes to its unit without a person only where the county wishes it, where the site's own history proves the model
//! right often enough, and where nothing about the matter asks for a person. Some of them are drawn, and a person looks first.
//! ADR 0022.

use kernel::{AreaCode, CaseId, KindCode, Timestamp, UnitCode};
use places::Register;
use settings::model::{Hundredths, Parameters};
use text::Route;

use super::mind::Asked;
use super::mix::{GivenBack, units};
use crate::catalogue::{CaseType, Confidence, MatterKind, Suggestion};
use crate::model::Complexity;
use crate::model::event::Automatic;
use crate::rows::private::Said;
use crate::service::Cases;

/// What is known of a matter when it is handed in.
pub(crate) struct Taken<'t> {
    pub(crate) id: CaseId,
    pub(crate) said: &'t Said,
    pub(crate) area: Option<&'t AreaCode>,
    /// The kind that the resident chose.
    pub(crate) chosen: Option<&'t KindCode>,
    /// Held, confidential, or about a unit.
    pub(crate) needs_eyes: bool,
    pub(crate) rules: &'t Suggestion,
}

/// What becomes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Advised {
    /// A person decides, as ever.
    Person,
    /// A person decides, and is told that it was drawn; the kind and the unit that would have been its own.
    Drawn(KindCode, UnitCode, Automatic),
    /// It goes to this unit.
    Goes(KindCode, UnitCode, Automatic),
}

/// Whether a matter of this sort is ever left to a program: not where anybody may be in danger or is accused, nor where more than one
/// unit or a decision is needed.
fn is_ordinary(taken: &Taken<'_>) -> bool {
    let rules = taken.rules;
    !taken.needs_eyes && rules.urgent.is_none() && rules.emergencies.is_empty() && rules.case_type != CaseType::Report
}

/// The unit of the catalogue, if nothing that happened speaks more for another (domain 4.1, row 5: the catalogue is unique).
fn only_unit(
    register: &Register,
    kind: &MatterKind,
    share: f32,
    past: impl Fn(&KindCode) -> Vec<(UnitCode, super::Past)>,
) -> Option<UnitCode> {
    let offers = units(register, &[(kind, share)], past, &GivenBack::default());
    offers.into_iter().next().filter(|first| first.by_rule).map(|first| first.unit)
}

impl Cases {
    /// Which way a matter goes that is being handed in. What cannot be found out is a person's: nobody waits for a program.
    pub(crate) async fn advised(&self, taken: &Taken<'_>, now: Timestamp) -> Advised {
        let rules = self.settings().at(now);
        if !rules.dispatch_automatic || !is_ordinary(taken) {
            return Advised::Person;
        }
        let found = self.found(taken, &rules).await;
        let failed = |error: &store::StoreError| {
            tracing::error!(error = error as &dyn std::error::Error, "nobody could be asked; a person dispatches");
        };
        found.inspect_err(failed).ok().flatten().unwrap_or(Advised::Person)
    }

    async fn found(&self, taken: &Taken<'_>, rules: &Parameters) -> Result<Option<Advised>, store::StoreError> {
        let (register, catalogue) = (self.places.register(), self.catalogue());
        // The mind follows the journal by itself; a resident does not wait until it has read on.
        let mind = self.mind().await?.lock().await;
        if !mind.is_awake() {
            return Ok(None);
        }
        let offer = mind.offer(&catalogue, Some(taken.said), false);
        let Some(first) = offer.kinds.first() else { return Ok(None) };
        let Some(kind) = catalogue.kind(&first.code) else { return Ok(None) };
        // What was corrected just now was not measured.
        let as_measured = !offer.corrected && taken.chosen.is_none_or(|chosen| *chosen == kind.code);
        // Nor was a kind that began, or took another's place, since the model was tried.
        let wider = kind.wider_since.is_some_and(|day| mind.tried_on().is_none_or(|tried| tried < day));
        if kind.complexity != Complexity::General || !as_measured || wider {
            return Ok(None);
        }
        let Some(unit) = only_unit(&register, kind, first.share, |kind| mind.past(kind, taken.area)) else { return Ok(None) };
        let share = |Hundredths(of): Hundredths| f64::from(of) / 100.0;
        let asked = Asked { precision: share(rules.dispatch_automatic_right), checked: share(rules.dispatch_automatic_checked) };
        let routed = mind.route(taken.id, &kind.code, first.share, offer.sure == Confidence::None, asked);
        Ok(routed.and_then(|(route, why)| match route {
            Route::Automatic => Some(Advised::Goes(kind.code.clone(), unit, why)),
            Route::Checked => Some(Advised::Drawn(kind.code.clone(), unit, why)),
            Route::Person(_) => None,
        }))
    }
}
