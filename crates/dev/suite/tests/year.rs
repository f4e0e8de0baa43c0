//! A simulated year under the injected clock: matters come in on every day, are answered in time, late or never; people are away;
//! the program is killed in the middle of its work and begun again. At the end every milestone of every clock was reached exactly
//! once and in its time, and somebody was told each time. What is owed is worked out here day by day, without the engine. The year
//! ends a month after the last published calendar does. `make test` lives through few matters, `make prove` through five thousand.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};
use std::sync::Arc;
use std::time::Duration;

use jiff::ToSpan as _;
use jiff::civil::Time;
use kernel::{Clock as _, SeededRng, Timestamp, format};
use lianxin::{App, Choices};
use sea_orm::{ConnectionTrait as _, Statement};
use serde_json::{Value, json};
use suite::{DISPATCHER, Filed, HANDLER, Visitor, World, both_databases};
use web::SourceLimits;
use workday::Calendar;

use crate::cast::{COLLEAGUE, Dice, LEAD, SUPERVISOR};

const BEGINS: &str = "2026-02-02T08:00:00+08:00";
const ENDS: &str = "2027-01-31T20:00:00+08:00";

/// Days on which matters come in.
const DAYS: usize = 330;

/// A claim of a killed program holds this long, and a little more.
const LEASE_SECS: i64 = 301;

fn matters() -> usize {
    #[expect(clippy::disallowed_methods, reason = "how `make prove` asks for the full count")]
    let full = std::env::var("LIANXIN_PROOFS").is_ok_and(|proofs| proofs == "full");
    if full { 5_000 } else { 60 }
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// The close of the `days`-th working day after the day of `from`, counted on one's fingers.
fn closes_after(from: Timestamp, days: usize) -> Timestamp {
    let (calendar, mut day, mut left) = (Calendar::shipped(), format::local_date(from), days);
    while left > 0 {
        day = day.tomorrow().unwrap();
        left -= usize::from(calendar.is_working(day));
    }
    format::instant(day.to_datetime(Time::constant(17, 30, 0, 0)))
}

/// One step in the life of a matter.
#[derive(Clone, Copy)]
enum Act {
    Dispatch,
    Accept,
    Contact,
    Start,
    Ask,
    Answer,
}

impl Act {
    fn sent(self) -> (&'static str, &'static str, Value) {
        match self {
            Self::Dispatch => {
                let body = json!({ "kind": "property_service", "unit": "housing", "case_type": "help", "complexity": "general" });
                (DISPATCHER, "dispatch", body)
            }
            Self::Accept => (HANDLER, "accept", json!({})),
            Self::Contact => (HANDLER, "log-contact", json!({ "how": "call", "seconds": 60 })),
            Self::Start => (HANDLER, "start", json!({})),
            Self::Ask => (HANDLER, "ask", json!({ "text": "请问是几单元？" })),
            Self::Answer => (HANDLER, "answer", json!({ "result": "solved", "text": "已经修好。" })),
        }
    }
}

/// What becomes of a matter: its steps, hours after it came in.
fn fate(dice: &mut Dice) -> Vec<(i64, Act)> {
    let hours = |dice: &mut Dice, most: usize| i64::try_from(dice.below(most)).unwrap();
    let dispatched = 1 + hours(dice, 20);
    let accepted = dispatched + 1 + hours(dice, 10);
    let contacted = accepted + 1 + hours(dice, 30);
    let mut acts = vec![(dispatched, Act::Dispatch)];
    let worked = [(accepted, Act::Accept), (contacted, Act::Contact), (contacted + 1, Act::Start)];
    match dice.below(6) {
        // The desk forgets it; the unit does; the handler does.
        0 => acts.clear(),
        1 => {}
        2 => acts.extend(worked),
        // Answered in time, late, and after a question that nobody replied to.
        3 => acts.extend(worked.into_iter().chain([(contacted + 3 + hours(dice, 40), Act::Answer)])),
        4 => acts.extend(worked.into_iter().chain([(contacted + 200 + hours(dice, 500), Act::Answer)])),
        // Five working days are sixteen days at most, round the Spring Festival; then its clock goes on by itself.
        _ => {
            let asked = contacted + 2;
            acts.extend(worked.into_iter().chain([(asked, Act::Ask), (asked + 400 + hours(dice, 300), Act::Answer)]));
        }
    }
    acts
}

/// A matter, its steps to come, and the milestones it owes so far: by red instant, each level with the earliest time for it.
struct Life {
    filed: Option<Filed>,
    acts: Vec<(Timestamp, Act)>,
    since: Timestamp,
    owed: BTreeMap<i64, BTreeMap<u8, Timestamp>>,
}

const LEVELS: [&str; 4] = ["yellow", "red", "tier2", "tier3"];

impl Life {
    /// Writes down what its lights owe by `now`.
    fn owes(&mut self, (yellow, red): (Option<Timestamp>, Option<Timestamp>), now: Timestamp) {
        let Some(red) = red else { return };
        let milestones = [yellow, Some(red), Some(closes_after(red, 2)), Some(closes_after(red, 5))];
        for (level, milestone) in (0u8..).zip(milestones) {
            if let Some(milestone) = milestone.filter(|milestone| *milestone <= now) {
                let owed = self.owed.entry(red.as_millisecond()).or_default();
                owed.entry(level).or_insert(milestone.max(self.since));
            }
        }
    }
}

async fn lights(world: &World, case: &Filed) -> (Option<Timestamp>, Option<Timestamp>) {
    let db = world.app.db.admin();
    let sql = format!("SELECT yellow_at, red_at FROM case_record WHERE number = '{}'", case.number);
    let row = db.query_one_raw(Statement::from_string(db.get_database_backend(), sql)).await.unwrap().unwrap();
    let read = |index| row.try_get_by_index::<Option<i64>>(index).unwrap().map(|ms| Timestamp::from_millisecond(ms).unwrap());
    (read(0), read(1))
}

/// The program dies somewhere in its work.
async fn kill(world: &World, dice: &mut Dice) {
    let choices = Choices {
        clock: world.clock.clone(),
        rng: Arc::new(SeededRng::new(dice.below(1 << 30) as u64)),
        limits: SourceLimits::default(),
        source: journal::Source::Live,
    };
    let dying = App::open(&world.data(), world.url(), choices).await.unwrap();
    let runner = dying.runner();
    let _ = tokio::time::timeout(Duration::from_millis(dice.below(25) as u64), runner.run_due()).await;
}

/// Does what falls due up to `until`, each at its own instant, and dies at some of them. Returns how often.
async fn pass(world: &World, until: Timestamp, dice: &mut Dice) -> usize {
    let (runner, mut kills) = (world.app.runner(), 0);
    // A moment later, for what a killed program still holds.
    let until = until + jiff::SignedDuration::from_secs(LEASE_SECS);
    loop {
        let handlers = runner.handlers().clone();
        let next = world.app.db.read(move |tx| async move { jobs::next_due(&tx, &handlers).await }).await.unwrap();
        let Some(next) = next.filter(|next| *next <= until) else { break };
        world.clock.set(next.max(world.clock.now()));
        if dice.below(25) == 0 && next <= until - jiff::SignedDuration::from_secs(LEASE_SECS) {
            kill(world, dice).await;
            kills += 1;
        }
        runner.run_due().await.unwrap();
    }
    world.clock.set(until.max(world.clock.now()));
    kills
}

async fn away(world: &World, account: &str, from: &str, until: &str, deputy: &str) {
    let visitor = Visitor::staff(world, account).await;
    visitor.post("/staff/inbox", "/staff/absence", &[("from", from), ("until", until), ("deputy", deputy)]).await.page(303);
}

both_databases! {
    async fn a_year_misses_no_milestone_and_reaches_none_twice(world: World) {
        let mut dice = Dice::thrown("a year");
        world.person(COLLEAGUE, "马工", identity::Role::Handler, "unit:housing").await;
        // The demo's people came later; they are to be there already.
        world.sql("UPDATE identity_grant SET from_at = 0").await;
        world.clock.set(at(BEGINS));
        away(&world, HANDLER, "2026-05-11", "2026-06-05", COLLEAGUE).await;
        away(&world, HANDLER, "2026-08-03", "2026-08-28", "").await;
        away(&world, LEAD, "2026-08-10", "2026-08-21", "").await;
        away(&world, SUPERVISOR, "2026-08-17", "2026-08-19", "").await;
        let mut lives: Vec<Life> = Vec::new();
        let mut agenda = BinaryHeap::new();
        for nth in 0..matters() {
            let day = i64::try_from(nth * DAYS / matters()).unwrap();
            let filed = at(BEGINS) + (day * 24 * 60 + 30 + i64::try_from(dice.below(540)).unwrap()).minutes();
            let acts = fate(&mut dice).into_iter().map(|(hours, act)| (filed + hours.hours(), act)).collect();
            lives.push(Life { filed: None, acts, since: filed, owed: BTreeMap::new() });
            agenda.push(Reverse((filed, nth, 0)));
        }
        let mut kills = 0;
        while let Some(Reverse((due, nth, step))) = agenda.pop() {
            kills += pass(&world, due, &mut dice).await;
            let now = world.clock.now();
            world.wake(now).await;
            let life = &mut lives[nth];
            match (&life.filed, step) {
                (None, _) => life.filed = Some(world.file("三号楼楼道灯坏了").await),
                (Some(case), step) => {
                    let case = case.clone();
                    life.owes(lights(&world, &case).await, now);
                    let (who, command, body) = life.acts[step - 1].1.sent();
                    world.step(who, &case, command, &body).await.expect(200);
                }
            }
            life.since = now;
            if let Some((next, _)) = life.acts.get(step) {
                agenda.push(Reverse(((*next).max(now), nth, step + 1)));
            }
        }
        kills += pass(&world, at(ENDS), &mut dice).await;
        let mut owed = BTreeMap::new();
        for life in &mut lives {
            let case = life.filed.clone().unwrap();
            life.owes(lights(&world, &case).await, world.clock.now());
            owed.extend(life.owed.iter().map(|(red, levels)| ((case.number.clone(), *red), levels.clone())));
        }

        let db = world.app.db.admin();
        let sql = "SELECT public, occurred_at FROM journal_event WHERE kind = 'supervision.reminded' ORDER BY seq";
        let mut reached: BTreeMap<(String, i64), Vec<(u8, Timestamp)>> = BTreeMap::new();
        for row in db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await.unwrap() {
            let told: Value = serde_json::from_str(&row.try_get_by_index::<String>(0).unwrap()).unwrap();
            let when = Timestamp::from_millisecond(row.try_get_by_index(1).unwrap()).unwrap();
            assert!(told["told"].as_array().unwrap().iter().all(|told| !told["to"].as_array().unwrap().is_empty()), "in silence: {told}");
            let level = LEVELS.iter().position(|level| told["level"] == *level).unwrap();
            let clock = (told["number"].as_str().unwrap().to_owned(), told["red_at"].as_i64().unwrap());
            reached.entry(clock).or_default().push((u8::try_from(level).unwrap(), when));
        }
        for (clock, levels) in &owed {
            let found = reached.get(clock).cloned().unwrap_or_default();
            let expected: Vec<u8> = levels.keys().copied().collect();
            assert_eq!(found.iter().map(|(level, _)| *level).collect::<Vec<_>>(), expected, "{clock:?}");
            for ((level, when), earliest) in found.iter().zip(levels.values()) {
                let late = when.duration_since(*earliest).as_secs();
                assert!((0..=2 * LEASE_SECS).contains(&late), "{clock:?}: {} came {late} s after {earliest}", LEVELS[usize::from(*level)]);
            }
        }
        assert!(reached.keys().all(|clock| owed.contains_key(clock)), "a milestone of a clock that owed none");
        let milestones: usize = owed.values().map(BTreeMap::len).sum();
        println!("{} matters, {milestones} milestones, {kills} kills", lives.len());
        assert!(milestones > lives.len());
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }
}
