//! Looking at a case when it may have reached a milestone (domain 4.1, issue 5). One job per case waits at most; it is moved in
//! the commit that moves the case's lights, and asks here what is due. The milestone, the reminders, an order that a rule asks
//! for and the time of the next look are one commit with the end of the try: a milestone is reached exactly once, however often
//! the program is killed.

use cases::commands::{WATCH, Watch};
use cases::model::{Case, ClassContest};
use identity::Granted;
use jobs::{Handler, Job, JobError, Outcome};
use journal::{Envelope, site_subject};
use kernel::{CaseId, Timestamp, format};
use serde_json::Value;
use store::{StoreError, Tx};
use workday::{Mode, Rule};

use super::tell::{News, all};
use crate::errors::SupervisionError;
use crate::events::{MatterEvent, Red, matter_stream, of_matter};
use crate::model::cause::triggers;
use crate::model::milestone::{Level, Milestone, next, schedule};
use crate::model::{Away, OrderState, People, RedSpan, Rung, Told, answering, choose};
use crate::permissions::Watching;
use crate::rows;
use crate::rows::matter::Matter;
use crate::service::{Concerned, Supervision};

/// Whom reaching a level tells, beginning at which rungs. From tier 2 on the supervisor knows as well as the lead, from tier 3
/// on the organiser as well as the supervisor.
fn rungs(level: Level) -> &'static [Rung] {
    match level {
        Level::None => &[],
        Level::Yellow | Level::Red => &[Rung::Assignee],
        Level::Tier2 => &[Rung::Lead, Rung::Supervisor],
        Level::Tier3 => &[Rung::Supervisor, Rung::Organiser],
    }
}

/// Whom reaching `level` tells. Where somebody stands in for the assignee the lead is told too: only she can pass the case on.
fn chosen(level: Level, people: &People, away: &Away) -> Vec<Told> {
    let mut told: Vec<Told> = rungs(level).iter().map(|rung| choose(*rung, people, away)).collect();
    if told.iter().any(|told| told.rung == Rung::Assignee && told.by_deputy) {
        told.push(choose(Rung::Lead, people, away));
    }
    told
}

/// The time past its limit that a step has ended: up to `due`, when the step asked for this look, however late it comes. None
/// where it is past another limit now, which goes on, and where it never was past one.
fn red_until(matter: &Matter, case: &Case, due: Timestamp) -> Option<RedSpan> {
    if case.red_at().is_some_and(|red| red <= due) {
        return None;
    }
    let from = matter.red_at.filter(|red| *red < due)?;
    Some(RedSpan { unit: matter.unit.clone(), from, to: due })
}

impl Supervision {
    /// The milestones of a case, by the rules of its receipt.
    fn milestones(&self, case: &Case) -> Vec<Milestone> {
        let rules = self.0.settings.at(case.intake.received_at);
        schedule(case.yellow_at(), case.red_at(), rules.tier2_after, rules.tier3_after, &self.0.cases.calendar())
    }

    async fn look(
        &self,
        grant: &Granted<Watching>,
        tx: &Tx,
        id: CaseId,
        (due, now): (Timestamp, Timestamp),
    ) -> Result<Outcome, SupervisionError> {
        let Some(case) = self.0.cases.watched(tx, id).await? else { return Ok(Outcome::Done) };
        let envelope = self.envelope(grant, now);
        let mut matter = rows::matter::find(tx, id).await?.unwrap_or_else(|| Matter {
            case: id,
            version: 0,
            number: case.intake.number.clone(),
            unit: None,
            area: None,
            kind: None,
            level: Level::None,
            yellow_at: None,
            red_at: None,
        });
        let before = matter.clone();
        let mut events = Vec::new();
        // What was reached belongs to the clocks it was reached with.
        let mut ended = None;
        if matter.level != Level::None && matter.red_at != case.red_at() {
            matter.level = Level::None;
            ended = red_until(&matter, &case, due);
            events.push(MatterEvent::StoodDown { red: ended.as_ref().map(Red::from) });
        }
        matter.unit = answering(&case).cloned();
        matter.area.clone_from(&case.area);
        matter.kind = case.kind.clone().filter(|_| !case.sealed);
        (matter.yellow_at, matter.red_at) = (case.yellow_at(), case.red_at());
        let milestones = self.milestones(&case);
        let concerned = self.concerned(tx, answering(&case), case.handler(), now).await?;
        let people = &concerned.people;
        let away = Away::of(&rows::absence::on(tx, format::local_date(now)).await?);
        if let Some(reached) = next(&milestones, matter.level).filter(|milestone| milestone.at <= now) {
            let told = chosen(reached.level, people, &away);
            let news = News {
                kind: reached.level.notice(),
                about: matter.number.as_str(),
                detail: case.red_at().map(|red| red.as_millisecond().to_string()),
                once: format!("{id}:{}:{}", reached.level.code(), case.red_at().map_or(0, Timestamp::as_millisecond)),
            };
            self.tell(tx, all(&told), &news, now).await?;
            matter.level = reached.level;
            let red_at = case.red_at().map(Timestamp::as_millisecond);
            events.push(MatterEvent::Reminded { number: matter.number.clone(), level: reached.level, red_at, told });
        }
        let contest = self.contest(&case);
        let contested = self.remind_of_contest(tx, &case, contest, (&concerned, &away), now).await?;
        events.extend(contested);
        self.keep(tx, &envelope, &mut matter, &before, &events).await?;
        if let Some(span) = &ended {
            // A stand-down is the first event of its commit.
            rows::red::insert(tx, id, before.version + 1, span).await?;
        }
        self.issue_by_rule(tx, &envelope, &case, matter.level, (people, &away)).await?;
        self.escalate(tx, id, matter.level, &events, contest.is_some_and(|(_, until)| until <= now)).await?;
        let ahead = next(&milestones, matter.level).map(|milestone| milestone.at);
        let ahead = ahead.into_iter().chain(contest.map(|(_, until)| until).filter(|until| *until > now)).min();
        Ok(ahead.map_or(Outcome::Done, |at| Outcome::Again { at }))
    }

    /// Since when the class of a case is contested, and until when somebody else has to decide (parameter `contest.decide`); none
    /// where nobody contests it.
    fn contest(&self, case: &Case) -> Option<(Timestamp, Timestamp)> {
        let open = case.course.class_contest == ClassContest::Open && case.state.name().is_open();
        let since = Timestamp::from_millisecond(case.course.class_contested_at.filter(|_| open)?).ok()?;
        let within = self.0.settings.at(case.intake.received_at).contest_decide;
        let calendar = self.0.cases.calendar();
        let until = Rule::new(&calendar, Mode::Provisional).instants(since, within, &[]).ok()?.due?;
        Some((since, until))
    }

    /// Tells every dispatcher but the one whose word is contested, and the supervisors when nobody decided in time; each once.
    async fn remind_of_contest(
        &self,
        tx: &Tx,
        case: &Case,
        contest: Option<(Timestamp, Timestamp)>,
        (concerned, away): (&Concerned, &Away),
        now: Timestamp,
    ) -> Result<Vec<MatterEvent>, StoreError> {
        let Some((since, until)) = contest else { return Ok(Vec::new()) };
        let others = concerned.dispatchers.iter().copied().filter(|account| Some(*account) != case.course.classed_by).collect();
        let deciders = People { assignees: others, leads: Vec::new(), ..concerned.people.clone() };
        let number = &case.intake.number;
        let mut events = Vec::new();
        for (late, kind, at, rung) in
            [(false, "supervision.contested", since, Rung::Assignee), (true, "supervision.contest_late", until, Rung::Supervisor)]
        {
            if at > now {
                continue;
            }
            let told = choose(rung, &deciders, away);
            let news = News {
                kind,
                about: number.as_str(),
                detail: Some(until.as_millisecond().to_string()),
                once: format!("{}:{kind}", case.id),
            };
            if self.tell(tx, told.to.iter().copied(), &news, now).await? {
                events.push(MatterEvent::Contested { number: number.clone(), late, told });
            }
        }
        Ok(events)
    }

    /// Stores the row and its events, if anything is new.
    async fn keep(
        &self,
        tx: &Tx,
        envelope: &Envelope,
        matter: &mut Matter,
        before: &Matter,
        events: &[MatterEvent],
    ) -> Result<(), StoreError> {
        if events.is_empty() {
            // A case that nobody was reminded of needs no row; one that has a row follows the case without an event.
            return if before.version > 0 && matter != before { rows::matter::save(tx, matter, before.version).await } else { Ok(()) };
        }
        matter.version += i64::try_from(events.len()).unwrap_or(0);
        rows::matter::save(tx, matter, before.version).await?;
        let events = events.iter().map(of_matter).collect::<Result<_, _>>()?;
        let stream = matter_stream(matter.case);
        self.0.journal.append(tx, envelope, &stream, site_subject(), before.version, events).await?;
        Ok(())
    }

    /// Who beyond unit and desk may read the case now (decisions 3: tier ≥ 2, an order, a reminder that fell to them; a contested
    /// class that nobody decided in time).
    async fn escalate(&self, tx: &Tx, case: CaseId, level: Level, events: &[MatterEvent], undecided: bool) -> Result<(), StoreError> {
        let fell_to = |rung: Rung| {
            events.iter().any(|event| match event {
                MatterEvent::Reminded { told, .. } => told.iter().any(|told| told.rung == rung),
                MatterEvent::Contested { told, .. } => told.rung == rung,
                MatterEvent::StoodDown { .. } => false,
            })
        };
        let supervisor = level >= Level::Tier2 || undecided || fell_to(Rung::Supervisor);
        let organiser = level >= Level::Tier3 || fell_to(Rung::Organiser);
        self.reading_by_orders(tx, case, supervisor, organiser).await
    }

    /// The same with what orders add: an open one shows the case to the supervisor, an upgraded one to the organiser too.
    pub(super) async fn reading_by_orders(&self, tx: &Tx, case: CaseId, supervisor: bool, organiser: bool) -> Result<(), StoreError> {
        let orders = rows::order::of_case(tx, case).await?;
        let open = orders.iter().any(|stored| stored.order.state.is_open());
        let upgraded = orders.iter().any(|stored| stored.order.state == OrderState::Upgraded);
        self.0.cases.escalate(tx, case, supervisor || open || upgraded, organiser || upgraded).await
    }

    async fn issue_by_rule(
        &self,
        tx: &Tx,
        envelope: &Envelope,
        case: &Case,
        reached: Level,
        (people, away): (&People, &Away),
    ) -> Result<(), SupervisionError> {
        let asked = triggers(case, reached, envelope.now);
        if asked.is_empty() {
            return Ok(());
        }
        let orders = rows::order::of_case(tx, case.id).await?;
        // One at a time; and the same occasion issues one order only.
        if orders.iter().any(|stored| stored.order.state.is_open()) {
            return Ok(());
        }
        let known = |occasion: &str| orders.iter().any(|stored| stored.order.occasion == occasion);
        let Some(trigger) = asked.into_iter().find(|trigger| !known(&trigger.occasion)) else { return Ok(()) };
        self.issue_in(tx, envelope, case, trigger, None, (people, away)).await?;
        Ok(())
    }
}

/// Looks at cases, for the job runner.
pub struct LookJob(pub Supervision);

#[async_trait::async_trait]
impl Handler for LookJob {
    fn kind(&self) -> &'static str {
        WATCH
    }

    async fn run(&self, tx: &Tx, job: &Job, _prepared: &Value) -> Result<Outcome, JobError> {
        let Watch { case } = job.payload()?;
        let grant = Granted::system("a milestone of a matter");
        match self.0.look(&grant, tx, case, (job.run_at, job.now)).await {
            Ok(outcome) => Ok(outcome),
            Err(SupervisionError::Store(error)) => Err(JobError::Store(error)),
            Err(error) => Err(JobError::later(error)),
        }
    }
}
