//! What a unit that helps may see of a case (decisions 3): kind, place, how it stands, and the words that are for it. Nothing of what the
//! resident wrote, and nothing of how to reach her, leaves here.

use identity::Granted;
use journal::Stream;
use kernel::{AccountId, AreaCode, CaseNumber, KindCode, Timestamp, UnitCode};
use places::Register;
use store::StoreError;

use crate::Said;
use crate::errors::ChangeError;
use crate::events::{Entry, from_journal};
use crate::model::{Case, CaseEvent, ClockName, Light, StateName};
use crate::permissions::Assist;
use crate::rows;
use crate::service::Cases;

/// Cases on one list. A unit helps with a handful.
const MOST: u64 = 100;

/// A case as a unit that helps sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assisted {
    /// Its number.
    pub number: CaseNumber,
    /// Its version, for the report.
    pub version: i64,
    /// What it is about.
    pub kind: Option<KindCode>,
    /// The community.
    pub area: Option<AreaCode>,
    /// The road or estate, by its name in the register: the place in the resident's own words is withheld.
    pub road: Option<String>,
    /// The unit that has it.
    pub lead: Option<UnitCode>,
    /// How it stands.
    pub state: StateName,
    /// Its light.
    pub light: Light,
    /// When the answer is due.
    pub due: Option<Timestamp>,
    /// What was written to the reader's unit and what it reported, oldest first; of a list, nothing.
    pub notes: Vec<AssistNote>,
}

/// Words between the unit that has a case and one that helps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssistNote {
    /// When.
    pub at: Timestamp,
    /// Who wrote it.
    pub by: Option<AccountId>,
    /// The unit that helps reported, else it was asked.
    pub is_report: bool,
    /// The words; `None` after an erasure.
    pub words: Option<String>,
}

/// The road or estate of the case's community that the place in words names.
fn road(register: &Register, case: &Case, said: Option<&Said>) -> Option<String> {
    register.named_in(case.area.as_ref()?, said?.place_words.as_deref()?).map(|place| place.name.clone())
}

impl Cases {
    fn assisted(&self, case: &Case, said: Option<&Said>, notes: Vec<AssistNote>, now: Timestamp) -> Assisted {
        Assisted {
            number: case.intake.number.clone(),
            version: case.version,
            kind: case.kind.clone(),
            area: case.area.clone(),
            road: road(&self.places.register(), case, said),
            lead: case.unit().cloned(),
            state: case.state.name(),
            light: case.clocks.light(now).0,
            due: case.clocks.get(ClockName::Final).filter(|clock| clock.ended.is_none()).and_then(|clock| clock.due),
            notes,
        }
    }

    /// What the caller's unit is asked to help with, what turns red first before all others.
    pub async fn assists(&self, grant: &Granted<Assist>) -> Result<Vec<Assisted>, StoreError> {
        let (cases, scopes, now) = (self.clone(), grant.scopes().clone(), self.clock.now());
        self.db
            .read(move |tx| async move {
                let rows = rows::assist::list(&tx, &scopes, MOST).await?;
                let said = rows::private::find_many(&tx, rows.iter().map(|stored| stored.case.id)).await?;
                let one =
                    |stored: &rows::record::Stored| cases.assisted(&stored.case, said.get(&stored.case.id.to_string()), Vec::new(), now);
                Ok(rows.iter().map(one).collect())
            })
            .await
    }

    /// How many there are, counted up to `most`.
    pub async fn count_assists(&self, grant: &Granted<Assist>, most: u64) -> Result<u64, StoreError> {
        let scopes = grant.scopes().clone();
        self.db.read(move |tx| async move { rows::assist::count_up_to(&tx, &scopes, most).await }).await
    }

    /// One of them, with the words that are for the caller's unit, and its own.
    pub async fn assist(&self, grant: &Granted<Assist>, number: &CaseNumber) -> Result<Assisted, ChangeError> {
        let (cases, scopes, number, now) = (self.clone(), grant.scopes().clone(), number.clone(), self.clock.now());
        self.db
            .read(move |tx| async move {
                let stored = rows::record::find(&tx, &number, rows::assist::asked_of(&scopes)).await?;
                let case = stored.ok_or(ChangeError::NoSuchCase)?.case;
                let said = rows::private::find(&tx, case.id).await?;
                let story = cases.journal.history(&tx, &Stream::of(case.id)).await?;
                let story = story.into_iter().map(|opened| from_journal(case.id, opened)).collect::<Result<Vec<_>, _>>()?;
                let own = |unit: &UnitCode| scopes.units().any(|own| own == unit) && case.assisting().contains(&unit);
                let note = |entry: Entry| {
                    let is_report = match &entry.event {
                        CaseEvent::AssistAsked { unit } if own(unit) => false,
                        CaseEvent::AssistReported { unit } if own(unit) => true,
                        _ => return None,
                    };
                    Some(AssistNote { at: entry.at, by: entry.actor.account(), is_report, words: entry.words })
                };
                let notes = story.into_iter().filter_map(note).collect();
                Ok(cases.assisted(&case, said.as_ref(), notes, now))
            })
            .await
    }
}
