//! What is published of a case (decisions 10 and 11; ADR 0021): facts that say how it went and nothing of whom. A function of its
//! events, the calendars and an instant; which numbers stand for area, unit and category is decided where they are published.

use jiff::ToSpan;
use kernel::{AreaCode, CaseId, KindCode, Timestamp, UnitCode, format};
use settings::model::Calendars;
use tlog::leaf::{self, Contact, Exclusion, Facts, Lights, Month, Plan, Standing};
use workday::{Limit, Pause};

use super::case::{Case, NotACase};
use super::clocks::{ClockName, RunningClock, Timing};
use super::event::{CaseEvent, CloseCause, Rating};
use super::limits::Limits;
use super::state::State;
use super::words::{Complexity, ExclusionReason};
use crate::catalogue::CaseType;

/// Most working days that are looked for behind a clock's start: some sixteen years.
const MOST_DAYS: u32 = 4096;

/// The facts of a case so far, with what they speak of by its code. `area`, `unit` and `category` are 0 in `facts`, and `repeat` is not set.
#[derive(Debug, Clone, PartialEq)]
pub struct Known {
    /// The facts.
    pub facts: Facts,
    /// The place, as far as it is known.
    pub area: Option<AreaCode>,
    /// The unit that it counts for.
    pub unit: Option<UnitCode>,
    /// What it is about.
    pub kind: Option<KindCode>,
    /// The first verdict, and how many there were.
    pub rating: Option<(Rating, usize)>,
    /// Facts of it may be published: it is not sealed, no report, and about no unit.
    pub open: bool,
}

/// How many cases were received in a time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Received {
    /// All of them.
    pub all: u64,
    /// Those that never get facts: sealed, reports, about a unit, erased.
    pub never: u64,
}

/// The months in which cases are received, by Beijing time.
pub fn month_of(at: Timestamp) -> Option<Month> {
    let day = format::local_date(at);
    Month::new(u16::try_from(day.year()).ok()?, u8::try_from(day.month()).ok()?)
}

/// The facts of a case whose events these are, as they stand at `until`. `None` when it was received before 2000 or after 2099.
pub fn facts<'e>(
    id: CaseId,
    story: impl IntoIterator<Item = (&'e CaseEvent, Timestamp)>,
    until: Timestamp,
    calendars: &Calendars,
    limits: &Limits,
) -> Result<Option<Known>, NotACase> {
    let mut story = story.into_iter();
    let (first, mut at) = story.next().ok_or(NotACase::NotSubmitted)?;
    let mut case = Case::begin(id, first, at, &Timing::by(calendars.get(at)), limits)?;
    let mut walk = Walk::new(calendars);
    for (event, then) in story {
        walk.span(&case, at, then);
        walk.before(&case, event, then);
        case.apply(event, then, &Timing::by(calendars.get(then)), limits)?;
        walk.after(&case, event);
        // Paper may be entered with an earlier date; time does not run backwards for its lights.
        at = at.max(then);
    }
    walk.span(&case, at, until);
    if let Some(clock) = case.clocks.get(ClockName::Final) {
        walk.measure(clock, clock.ended.unwrap_or(until));
    }
    Ok(month_of(case.intake.received_at).map(|month| walk.known(&case, month, until)))
}

/// One round of the final clock.
#[derive(Debug, Clone, Copy, Default)]
struct Round {
    limit: u32,
    closes: u32,
}

/// What the history told so far, beside the case itself.
struct Walk<'c> {
    calendars: &'c Calendars,
    lights: Lights,
    red_millis: i64,
    first_contact_at: Option<Timestamp>,
    /// Where it was accepted first, or where the return window ran out first.
    taken: Option<UnitCode>,
    sent: Vec<UnitCode>,
    answered_by: Option<UnitCode>,
    /// Whether the plan, or the answer in its place, came in time.
    planned: Option<bool>,
    rounds: Vec<Round>,
    stopped: u32,
    extensions: u32,
    asked: bool,
    ended: Option<Standing>,
    rating: Option<(Rating, usize)>,
}

/// How many closes of business count between the start of a clock in working days and `end`: as many as there are limits that would have
/// run out before.
fn passed(timing: &Timing<'_>, start: Timestamp, pauses: &[Pause], end: Timestamp) -> u32 {
    let over = |days: u32| {
        let found = timing.rule().instants(start, Limit::WorkingDays(days), pauses).ok();
        found.and_then(|instants| instants.due).is_some_and(|due| due < end)
    };
    let mut too_many = 1;
    while too_many < MOST_DAYS && over(too_many) {
        too_many *= 2;
    }
    let mut fewest = too_many / 2;
    while fewest + 1 < too_many {
        let middle = fewest.midpoint(too_many);
        if over(middle) { fewest = middle } else { too_many = middle }
    }
    fewest
}

impl<'c> Walk<'c> {
    fn new(calendars: &'c Calendars) -> Self {
        Self {
            calendars,
            lights: Lights::default(),
            red_millis: 0,
            first_contact_at: None,
            taken: None,
            sent: Vec::new(),
            answered_by: None,
            planned: None,
            rounds: Vec::new(),
            stopped: 0,
            extensions: 0,
            asked: false,
            ended: None,
            rating: None,
        }
    }

    /// Closes of business after `from`, up to `to`.
    fn closes(&self, from: Timestamp, to: Timestamp) -> impl Iterator<Item = Timestamp> {
        let last = format::local_date(to);
        let days = format::local_date(from).series(1.day()).take_while(move |day| *day <= last);
        let closes = days.map(|day| (day, format::instant(day.at(17, 30, 0, 0))));
        closes
            .filter(move |(day, close)| from < *close && *close <= to && self.calendars.get(*close).is_working(*day))
            .map(|(_, close)| close)
    }

    /// Counts what passes from `from` to `to` while the case stands as it does.
    fn span(&mut self, case: &Case, from: Timestamp, to: Timestamp) {
        if to <= from {
            return;
        }
        if let State::Dispatched { unit } = &case.state {
            let window = case.clocks.get(ClockName::Return).filter(|clock| clock.ended.is_none());
            if window.and_then(|clock| clock.due).is_some_and(|due| due < to) {
                self.taken.get_or_insert_with(|| unit.clone());
            }
        }
        let lit = case.clocks.all().iter().any(|clock| clock.ended.is_none() && clock.name != ClockName::Rating);
        if !lit {
            return;
        }
        let (yellow, red) = (case.yellow_at(), case.red_at());
        for close in self.closes(from, to).collect::<Vec<_>>() {
            let reached = |at: Option<Timestamp>| at.is_some_and(|at| at <= close);
            let light = match (reached(red), reached(yellow)) {
                (true, _) => &mut self.lights.red,
                (false, true) => &mut self.lights.yellow,
                (false, false) => &mut self.lights.green,
            };
            *light = light.saturating_add(1);
        }
        if let Some(red) = red {
            self.red_millis += (to.as_millisecond() - red.max(from).as_millisecond()).max(0);
        }
    }

    fn measure(&mut self, clock: &RunningClock, end: Timestamp) {
        // The registry allows a final clock no other unit; natural hours would have no closes of business.
        let Some(Limit::WorkingDays(limit)) = clock.limit() else { return };
        let timing = Timing::by(self.calendars.get(end));
        let closes = passed(&timing, clock.start, &clock.pauses, end);
        self.stopped += passed(&timing, clock.start, &[], end).saturating_sub(closes);
        self.rounds.push(Round { limit, closes });
    }

    /// What an event ends, asked of the case as it was.
    fn before(&mut self, case: &Case, event: &CaseEvent, at: Timestamp) {
        let taken_up = matches!(event, CaseEvent::WentOn { .. }) && matches!(case.state, State::Deferred { .. });
        if (taken_up || matches!(event, CaseEvent::Reopened { .. } | CaseEvent::AnswerRecalled))
            && let Some(clock) = case.clocks.get(ClockName::Final)
        {
            self.measure(clock, clock.ended.unwrap_or(at));
        }
        if (matches!(event, CaseEvent::Started { planned: true }) || event.answer().is_some())
            && let Some(clock) = case.clocks.get(ClockName::Plan).filter(|clock| clock.ended.is_none())
        {
            self.planned = Some(clock.due.is_none_or(|due| at <= due));
        }
    }

    /// What an event begins, asked of the case as it is now.
    fn after(&mut self, case: &Case, event: &CaseEvent) {
        self.first_contact_at = self.first_contact_at.or(case.first_contact_at);
        if case.clocks.get(ClockName::Plan).is_none() {
            self.planned = None;
        }
        if matches!(event, CaseEvent::Accepted { .. })
            && let Some(unit) = case.unit()
        {
            self.taken.get_or_insert_with(|| unit.clone());
        }
        if let CaseEvent::Dispatched { unit, .. } | CaseEvent::Designated { unit } | CaseEvent::Transferred { unit } = event {
            self.sent.push(unit.clone());
        } else if matches!(event, CaseEvent::DispatchUndone) {
            self.sent.pop();
        } else if let CaseEvent::AnsweredWithParent { unit, .. } = event {
            self.answered_by.clone_from(unit);
        } else if matches!(event, CaseEvent::Extended { .. }) {
            self.extensions += 1;
        } else if matches!(event, CaseEvent::FeedbackAsked { .. }) {
            self.asked = true;
        } else if let CaseEvent::Closed { cause } = event {
            self.ended = Some(standing_of(*cause));
        } else if matches!(event, CaseEvent::ClosedDisputed) {
            self.ended = Some(Standing::Disputed);
        } else if let CaseEvent::Rated(rating) = event {
            let (first, times) = self.rating.unwrap_or((*rating, 0));
            self.rating = Some((first, times + 1));
        }
    }

    fn known(self, case: &Case, month: Month, until: Timestamp) -> Known {
        let standing = self.standing(case);
        let worst = self.rounds.iter().max_by_key(|round| i64::from(round.closes) - i64::from(round.limit)).copied().unwrap_or_default();
        let facts = Facts {
            case_type: type_of(case.case_type),
            complexity: match case.complexity {
                Complexity::General => leaf::Complexity::General,
                Complexity::Complex => leaf::Complexity::Complex,
            },
            parameters: case.intake.parameters.parse().unwrap_or(0),
            contact: contact_after(case.intake.received_at, self.first_contact_at),
            plan: self.plan(case, until),
            limit: small(worst.limit),
            closes: small(worst.closes),
            stopped: small(self.stopped),
            extensions: tiny(self.extensions),
            dispatches: tiny(case.dispatches),
            returns: tiny(case.course.returns),
            reopenings: tiny(case.reopenings),
            standing,
            asked: self.asked,
            exclusion: case.course.excluded.map_or(Exclusion::None, exclusion_of),
            lights: Lights { red_hours: u32::try_from(self.red_millis / 3_600_000).unwrap_or(u32::MAX), ..self.lights },
            ..Facts::received(month)
        };
        Known {
            facts,
            area: case.area.clone(),
            unit: self.taken.or_else(|| self.sent.last().cloned()).or(self.answered_by),
            kind: case.kind.clone(),
            rating: self.rating,
            open: !case.sealed && case.case_type != CaseType::Report && case.against.is_none(),
        }
    }

    fn plan(&self, case: &Case, until: Timestamp) -> Plan {
        let Some(clock) = case.clocks.get(ClockName::Plan).filter(|_| case.complexity == Complexity::Complex) else { return Plan::Open };
        match self.planned {
            Some(true) => Plan::InTime,
            Some(false) => Plan::Late,
            None if clock.due.is_some_and(|due| due < clock.ended.unwrap_or(until)) => Plan::Late,
            None => Plan::Open,
        }
    }

    fn standing(&self, case: &Case) -> Standing {
        match &case.state {
            State::Submitted
            | State::Triage
            | State::Dispatched { .. }
            | State::Returned { .. }
            | State::Accepted(_)
            | State::InProgress(_)
            | State::AwaitingResident { .. }
            | State::Reopened { .. } => Standing::Open,
            State::Deferred { .. } => Standing::Deferred,
            State::Answered(_) | State::FeedbackPending { .. } | State::Rated(_) => Standing::Answered,
            State::Closed { .. } | State::Archived { .. } => self.ended.unwrap_or(Standing::Silent),
            State::NotAccepted { .. } => Standing::NotAccepted,
            State::Merged { .. } => Standing::Merged,
            State::Split { .. } => Standing::Split,
            State::Referred { .. } => Standing::Referred,
            State::Withdrawn { .. } => Standing::Withdrawn,
        }
    }
}

fn standing_of(cause: CloseCause) -> Standing {
    match cause {
        CloseCause::Rated => Standing::Solved,
        CloseCause::WindowOver => Standing::Silent,
        CloseCause::NotContested => Standing::NotAccepted,
        CloseCause::Withdrawn => Standing::Withdrawn,
        CloseCause::HandedOver => Standing::Referred,
        CloseCause::PartsClosed => Standing::Split,
    }
}

fn contact_after(received_at: Timestamp, contact_at: Option<Timestamp>) -> Contact {
    let Some(contact_at) = contact_at else { return Contact::None };
    let within = |hours: i64| contact_at.as_millisecond() - received_at.as_millisecond() <= hours * 3_600_000;
    if within(1) {
        Contact::Within1h
    } else if within(4) {
        Contact::Within4h
    } else if within(24) {
        Contact::Within24h
    } else {
        Contact::Later
    }
}

/// The type as leaves number it.
pub fn type_of(case_type: CaseType) -> leaf::CaseType {
    match case_type {
        CaseType::Enquiry => leaf::CaseType::Enquiry,
        CaseType::Help => leaf::CaseType::Help,
        CaseType::Complaint => leaf::CaseType::Complaint,
        CaseType::Report => leaf::CaseType::Report,
        CaseType::Suggestion => leaf::CaseType::Suggestion,
        CaseType::Thanks => leaf::CaseType::Thanks,
        CaseType::Other => leaf::CaseType::Other,
    }
}

fn exclusion_of(reason: ExclusionReason) -> Exclusion {
    match reason {
        ExclusionReason::NoPublicPower => Exclusion::NoPublicPower,
        ExclusionReason::Unlawful => Exclusion::Unlawful,
        ExclusionReason::ForceMajeure => Exclusion::ForceMajeure,
        ExclusionReason::MaliciousRepeat => Exclusion::MaliciousRepeat,
        ExclusionReason::CourtPending => Exclusion::CourtPending,
    }
}

fn small(count: u32) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

fn tiny(count: u32) -> u8 {
    u8::try_from(count).unwrap_or(u8::MAX)
}

#[cfg(test)]
#[path = "facts_tests.rs"]
mod tests;
