//! The history of a demo: who does what and when, played in the order of time.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use cases::ChangeError;
use cases::catalogue::CaseType;
use cases::commands::{
    Accept, Agree, AnswerInput, ContactFields, ContactInput, DispatchInput, NewCase, PlaceFields, RatingInput, Receipt, ResumeInput,
    Source, StartInput, Verb,
};
use cases::model::Channel;
use cases::permissions::{DecideProposal, DispatchCase, HandleCase, OwnCase, ResumeCase, SubmitCase};
use identity::{Granted, Place, Principal, Role};
use jiff::ToSpan;
use kernel::{FixedClock, KindCode, Rng, Timestamp, UnitCode, format};
use store::StoreError;

use super::matters::{MATTERS, Matter};
use super::{DAYS, Person};
use crate::wiring::App;

/// What goes wrong while playing.
#[derive(Debug, thiserror::Error)]
pub(crate) enum PlayError {
    /// A command refused.
    #[error("the history stumbled")]
    Change(#[from] ChangeError),
    /// The storage failed.
    #[error("storage, while playing the history")]
    Store(#[from] StoreError),
    /// Nobody has the role that a step needs.
    #[error("nobody can do {0}")]
    Nobody(&'static str),
}

/// One step of a case's life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Act {
    Submit,
    Dispatch,
    Accept,
    Contact,
    Start,
    Answer,
    RateBad,
    Resume,
    AnswerAgain,
    RateGood,
}

/// A case as planned: its matter, and when each step comes.
struct Plan {
    matter: &'static Matter,
    place: String,
    area: kernel::AreaCode,
    acts: Vec<(Timestamp, Act)>,
    receipt: Option<Receipt>,
    version: i64,
    complex: bool,
}

/// The people who act.
struct Cast {
    dispatcher: Principal,
    handlers: Vec<(UnitCode, Principal)>,
    leads: Vec<(UnitCode, Principal)>,
}

impl Cast {
    async fn of(app: &App, people: &[Person]) -> Result<Self, PlayError> {
        let mut dispatcher = None;
        let (mut handlers, mut leads) = (Vec::new(), Vec::new());
        for person in people {
            let Some(principal) = app.identity.principal_of(person.id).await? else { continue };
            for held in &person.roles {
                match (&held.place, held.role) {
                    (Place::County, Role::Dispatcher) => dispatcher = dispatcher.or_else(|| Some(principal.clone())),
                    (Place::Unit(unit), Role::Handler) => handlers.push((unit.clone(), principal.clone())),
                    (Place::Unit(unit), Role::Lead) => leads.push((unit.clone(), principal.clone())),
                    (Place::County | Place::Unit(_) | Place::Point(_) | Place::Grid(_), _) => {}
                }
            }
        }
        Ok(Self { dispatcher: dispatcher.ok_or(PlayError::Nobody("dispatch"))?, handlers, leads })
    }

    fn dispatch(&self) -> Result<Granted<DispatchCase>, PlayError> {
        self.dispatcher.granted(None).map_err(|_| PlayError::Nobody("dispatch"))
    }

    fn resume(&self) -> Result<Granted<ResumeCase>, PlayError> {
        self.dispatcher.granted(None).map_err(|_| PlayError::Nobody("resume"))
    }

    fn lead(&self, unit: &UnitCode) -> Result<Granted<DecideProposal>, PlayError> {
        let lead = self.leads.iter().find(|(of, _)| of == unit);
        lead.and_then(|(_, principal)| principal.granted(None).ok()).ok_or(PlayError::Nobody("agree"))
    }

    fn handle(&self, unit: &UnitCode) -> Result<Granted<HandleCase>, PlayError> {
        self.handlers
            .iter()
            .find(|(of, _)| of == unit)
            .and_then(|(_, principal)| principal.granted(None).ok())
            .ok_or(PlayError::Nobody("handle"))
    }
}

/// Plays `count` cases that end at `now`.
pub(super) async fn play(app: &App, clock: &FixedClock, people: &[Person], count: u32, now: Timestamp) -> Result<(), PlayError> {
    let cast = Cast::of(app, people).await?;
    let rng = app.rng.as_ref();
    let mut plans: Vec<Plan> = (0..count).map(|nth| plan(app, rng, nth, count, now)).collect();
    let mut agenda: BinaryHeap<Reverse<(Timestamp, usize, usize)>> =
        plans.iter().enumerate().filter_map(|(index, plan)| Some(Reverse((plan.acts.first()?.0, index, 0)))).collect();
    let runner = app.runner();
    while let Some(Reverse((at, index, step))) = agenda.pop() {
        run_jobs_until(app, clock, &runner, at).await?;
        clock.set(at);
        if let Some(plan) = plans.get_mut(index) {
            let act = plan.acts.get(step).map(|(_, act)| *act);
            if let Some(act) = act {
                perform(app, &cast, plan, act).await?;
            }
            if let Some((next, _)) = plan.acts.get(step + 1) {
                agenda.push(Reverse((*next, index, step + 1)));
            }
        }
    }
    run_jobs_until(app, clock, &runner, now).await?;
    clock.set(now);
    Ok(())
}

/// Does what falls due up to `until`, each at its own instant.
async fn run_jobs_until(app: &App, clock: &FixedClock, runner: &jobs::Runner, until: Timestamp) -> Result<(), PlayError> {
    loop {
        let handlers = runner.handlers().clone();
        let next = app.db.read(move |tx| async move { jobs::next_due(&tx, &handlers).await }).await?;
        match next.filter(|next| *next <= until) {
            Some(next) => {
                clock.set(next);
                if runner.run_due().await? == 0 {
                    return Ok(());
                }
            }
            None => return Ok(()),
        }
    }
}

/// Chooses a matter, a place and a fate. The later a case came in, the less of its life has happened.
fn plan(app: &App, rng: &dyn Rng, nth: u32, count: u32, now: Timestamp) -> Plan {
    let register = app.places.register();
    let pick = |len: usize| usize::try_from(rng.below(len as u64)).unwrap_or(0);
    // A fixed walk through the bank: neighbours in the list differ, and every kind appears.
    let matter = &MATTERS[(nth as usize * 7 + pick(3)) % MATTERS.len()];
    let named = register.places();
    let place = &named[pick(named.len())];
    // The newest have just come in: the desk has a queue, units have something to accept.
    let age = i64::from(count - nth);
    let newest = i64::from(count / 6).max(4);
    if age <= newest {
        let acts = fresh(now, age);
        return Plan { matter, place: place.name.clone(), area: place.area.clone(), acts, receipt: None, version: 0, complex: false };
    }
    // Before them stand those that show each state and each light, whatever the day: a demo of a few cases does without.
    if count >= 40
        && let Some(scene) = usize::try_from(age - newest - 1).ok().and_then(|at| SCENES.get(at))
    {
        let matter = staged(app, nth);
        let acts = scene.acts(rng, now);
        return Plan { matter, place: place.name.clone(), area: place.area.clone(), acts, receipt: None, version: 0, complex: false };
    }
    let back_hours = (age * 24 * DAYS) / i64::from(count.max(1));
    // Squeezed so that a fifth of the cases came in within the last three days: the desk has work.
    let back_minutes = if back_hours < 24 * DAYS / 5 { back_hours * 60 / 3 } else { back_hours * 60 };
    let spread = i64::try_from(rng.below(180)).unwrap_or(0);
    let submitted = daytime(now - (back_minutes + spread).minutes(), now);
    let mut acts = vec![(submitted, Act::Submit)];
    let mut at = submitted;
    let mut after = |acts: &mut Vec<(Timestamp, Act)>, minutes: u64, wobble: u64, act: Act| {
        let gap = i64::try_from(minutes + rng.below(wobble.max(1))).unwrap_or(0);
        at = daytime(at + gap.minutes(), Timestamp::MAX);
        acts.push((at, act));
    };
    let complex = matter.kind == "lift";
    let fate = rng.below(100);
    after(&mut acts, 6, 60, Act::Dispatch);
    after(&mut acts, 15, 180, Act::Accept);
    after(&mut acts, 20, 300, Act::Contact);
    after(&mut acts, 30, 600, Act::Start);
    // A few are left lying and turn yellow, then red.
    let days = if fate < 8 { 14 } else { 1 };
    after(&mut acts, 60 * 24 * days, 60 * 24 * 2, Act::Answer);
    if fate % 9 == 3 {
        after(&mut acts, 120, 60 * 24, Act::RateBad);
        after(&mut acts, 60, 240, Act::Resume);
        after(&mut acts, 60 * 24, 60 * 24, Act::AnswerAgain);
        after(&mut acts, 180, 60 * 24, Act::RateGood);
    } else if fate % 5 != 4 {
        after(&mut acts, 180, 60 * 48, Act::RateGood);
    }
    acts.retain(|(at, _)| *at <= now);
    Plan { matter, place: place.name.clone(), area: place.area.clone(), acts, receipt: None, version: 0, complex }
}

/// A case whose state and light are wanted on the day of the demo.
struct Scene {
    /// Received between so many hours ago …
    latest: i64,
    /// … and so many.
    earliest: i64,
    /// What happened since, each so many minutes after the receipt.
    then: &'static [(i64, Act)],
}

const HOUR: i64 = 60;
const DAY: i64 = 24 * HOUR;

/// The first contact is due after 24 natural hours (yellow in the last 8), so these lights depend on no calendar.
const SCENES: [Scene; 20] = {
    use Act::{Accept, Answer, Contact, Dispatch, RateBad, Resume, Start};
    const fn scene(latest: i64, earliest: i64, then: &'static [(i64, Act)]) -> Scene {
        Scene { latest, earliest, then }
    }
    [
        // Yellow: nobody has called yet.
        scene(17, 22, &[]),
        scene(17, 22, &[(25, Dispatch)]),
        scene(17, 22, &[(12, Dispatch)]),
        scene(17, 22, &[(9, Dispatch), (50, Accept)]),
        scene(17, 22, &[(14, Dispatch), (35, Accept)]),
        scene(17, 22, &[(21, Dispatch), (90, Accept), (130, Start)]),
        scene(17, 22, &[(7, Dispatch), (40, Accept), (75, Start)]),
        // Red: a day is over, and still nobody has.
        scene(30, 50, &[(40, Dispatch)]),
        scene(28, 50, &[(15, Dispatch), (70, Accept)]),
        scene(30, 60, &[(33, Dispatch), (120, Accept)]),
        scene(30, 70, &[(18, Dispatch), (55, Accept), (200, Start)]),
        // Red: three weeks and more, and no answer.
        scene(22 * 24, 24 * 24, &[(28, Dispatch), (90, Accept), (4 * HOUR, Contact), (DAY, Start)]),
        scene(26 * 24, 29 * 24, &[(11, Dispatch), (60, Accept), (3 * HOUR, Contact), (DAY, Start)]),
        // Green, in the states that pass quickly.
        scene(20, 30, &[(16, Dispatch), (45, Accept), (2 * HOUR, Contact)]),
        scene(22, 34, &[(26, Dispatch), (80, Accept), (3 * HOUR, Contact)]),
        scene(40, 50, &[(13, Dispatch), (70, Accept), (2 * HOUR, Contact), (4 * HOUR, Start), (DAY, Answer)]),
        scene(60, 70, &[(22, Dispatch), (90, Accept), (3 * HOUR, Contact), (5 * HOUR, Start), (2 * DAY, Answer)]),
        scene(70, 76, &[(19, Dispatch), (60, Accept), (2 * HOUR, Contact), (5 * HOUR, Start), (2 * DAY, Answer), (69 * HOUR, RateBad)]),
        scene(94, 100, &[(17, Dispatch), (60, Accept), (2 * HOUR, Contact), (5 * HOUR, Start), (3 * DAY, Answer), (92 * HOUR, RateBad)]),
        scene(
            100,
            106,
            &[
                (31, Dispatch),
                (90, Accept),
                (3 * HOUR, Contact),
                (6 * HOUR, Start),
                (3 * DAY, Answer),
                (90 * HOUR, RateBad),
                (92 * HOUR, Resume),
            ],
        ),
    ]
};

impl Scene {
    /// Its steps before `now`. People mostly write by day: of its hours the first such one is taken.
    fn acts(&self, rng: &dyn Rng, now: Timestamp) -> Vec<(Timestamp, Act)> {
        let minutes = i64::try_from(rng.below(HOUR.unsigned_abs())).unwrap_or(0);
        let hours = self.latest..self.earliest;
        let at = |hours: i64| now - (hours * HOUR + minutes).minutes();
        let by_day = hours.map(at).find(|at| (8..21).contains(&format::local(*at).hour()));
        let submitted = by_day.unwrap_or_else(|| at(self.latest));
        let then = self.then.iter().map(|(minutes, act)| (submitted + minutes.minutes(), *act));
        std::iter::once((submitted, Act::Submit)).chain(then).collect()
    }
}

/// A matter for a scene: neighbours go to different units. Enquiries are left out, their answer is due before the light wanted.
fn staged(app: &App, nth: u32) -> &'static Matter {
    let wants_more = |matter: &&Matter| {
        let suggestion = app.cases.catalogue().suggest(Some(matter.title), matter.text);
        suggestion.case_type != CaseType::Enquiry && suggestion.urgent.is_none()
    };
    let mut of_units: Vec<&Matter> = Vec::new();
    let catalogue = app.cases.catalogue();
    let unit = |matter: &Matter| catalogue.kinds().iter().find(|kind| kind.code.as_str() == matter.kind).map(|kind| &kind.unit);
    for matter in MATTERS.iter().filter(wants_more) {
        if !of_units.iter().any(|known| unit(known) == unit(matter)) {
            of_units.push(matter);
        }
    }
    of_units.get(nth as usize % of_units.len().max(1)).copied().unwrap_or(&MATTERS[0])
}

/// A case that came in `age` turns ago: two of three still wait for the dispatcher, one waits in its unit.
fn fresh(now: Timestamp, age: i64) -> Vec<(Timestamp, Act)> {
    let submitted = now - (age * 13 + 2).minutes();
    let mut acts = vec![(submitted, Act::Submit)];
    if age % 3 == 0 {
        acts.push((submitted + 8.minutes(), Act::Dispatch));
    }
    acts
}

/// People sleep: what falls into the night happens after eight.
fn daytime(at: Timestamp, latest: Timestamp) -> Timestamp {
    let local = format::local(at);
    let hour = local.hour();
    let moved = if (8..21).contains(&hour) {
        at
    } else {
        let day = if hour >= 21 { local.date().tomorrow().unwrap_or(local.date()) } else { local.date() };
        format::instant(day.at(8, 10 + local.minute() % 50, local.second(), 0))
    };
    moved.min(latest)
}

async fn perform(app: &App, cast: &Cast, plan: &mut Plan, act: Act) -> Result<(), PlayError> {
    let cases = &app.cases;
    if act == Act::Submit {
        let receipt =
            cases.submit(&Granted::<SubmitCase>::system("demo"), new_case(app.rng.as_ref(), plan), source(app.rng.as_ref()), None).await?;
        // Submission and triage.
        plan.version = 2;
        plan.receipt = Some(receipt);
        return Ok(());
    }
    let Some(receipt) = plan.receipt.clone() else { return Ok(()) };
    let number = &receipt.number;
    let unit = || {
        let kind: KindCode = plan.matter.kind.parse().map_err(|_| PlayError::Nobody("a kind"))?;
        cases.catalogue().kind(&kind).map(|kind| (kind.code.clone(), kind.unit.clone())).ok_or(PlayError::Nobody("a kind"))
    };
    let own = || {
        let proof = cases.proof_of(&receipt).ok_or(PlayError::Nobody("the code"))?;
        Granted::<OwnCase>::by_code(&proof, None).map_err(|_| PlayError::Nobody("rate"))
    };
    let (kind, unit) = unit()?;
    let changed = match act {
        Act::Submit => return Ok(()),
        Act::Dispatch => {
            let complexity = if plan.complex { "complex" } else { "general" };
            let input = DispatchInput {
                kind: Some(kind.to_string()),
                unit: Some(unit.to_string()),
                complexity: Some(complexity.to_owned()),
                ..DispatchInput::default()
            };
            input.run(cases, &cast.dispatch()?, number, plan.version).await?
        }
        Act::Accept => Accept {}.run(cases, &cast.handle(&unit)?, number, plan.version).await?,
        Act::Contact => {
            let seconds = u32::try_from(40 + app.rng.below(240)).unwrap_or(60);
            let input =
                ContactInput { how: "call".to_owned(), seconds: Some(seconds), note: Some("问清了位置和情况。".to_owned()) };
            input.run(cases, &cast.handle(&unit)?, number, plan.version).await?
        }
        Act::Start => {
            let planned = plan.complex.then(|| "一、本周内实地看一次；二、请设计单位和各家一起商量；三、两周内给出办法和日子。".to_owned());
            StartInput { plan: planned }.run(cases, &cast.handle(&unit)?, number, plan.version).await?
        }
        Act::Answer | Act::AnswerAgain => {
            let text = if act == Act::Answer {
                plan.matter.answer.to_owned()
            } else {
                format!("上次没办到位，向您道歉。{}这次请您当面看过再评。", plan.matter.answer)
            };
            let result = if plan.complex { "partly" } else { "solved" };
            let input = AnswerInput { result: result.to_owned(), text };
            let answered = input.run(cases, &cast.handle(&unit)?, number, plan.version).await?;
            // The answer to a complex matter waits for the lead, unless the handler leads the unit herself.
            if answered.pending.is_some() { Agree {}.run(cases, &cast.lead(&unit)?, number, answered.version).await? } else { answered }
        }
        Act::RateBad => {
            let input =
                RatingInput {
                    contacted: Some(true), solved: Some(false), satisfaction: Some(2), comment: Some("还是老样子。".to_owned())
                };
            cases.rate(&own()?, number, input, None).await?
        }
        Act::RateGood => {
            let level = u8::try_from(3 + app.rng.below(3)).unwrap_or(3);
            let input = RatingInput { contacted: Some(true), solved: Some(true), satisfaction: Some(level), comment: None };
            match cases.rate(&own()?, number, input, None).await {
                // The window was over first.
                Err(ChangeError::Refused { .. }) => return Ok(()),
                done => done?,
            }
        }
        Act::Resume => ResumeInput::default().run(cases, &cast.resume()?, number, plan.version).await?,
    };
    plan.version = changed.version;
    Ok(())
}

fn new_case(rng: &dyn Rng, plan: &Plan) -> NewCase {
    let reachable = rng.below(10) < 8;
    NewCase {
        same: None,
        against: None,
        text: plan.matter.text.replace("{p}", &plan.place),
        title: (!plan.matter.title.is_empty()).then(|| plan.matter.title.to_owned()),
        kind: None,
        place: PlaceFields { words: Some(plan.place.clone()), area: Some(plan.area.to_string()), lat: None, lon: None },
        contact: ContactFields {
            phone: reachable.then(|| format!("1380000{:04}", rng.below(10_000))),
            name: (rng.below(2) == 0).then(|| "王女士".to_owned()),
            ..ContactFields::default()
        },
    }
}

fn source(rng: &dyn Rng) -> Source {
    let channel = match rng.below(10) {
        0..5 => Channel::Web,
        5..8 => Channel::Phone,
        _ => Channel::Counter,
    };
    Source { channel, held: false }
}
