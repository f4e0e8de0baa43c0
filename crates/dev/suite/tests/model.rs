//! Random commands by random people on a handful of cases, against the reference model of `county`: the answer to every
//! command and the state after it must be the model's. The clock moves between commands, and what is due runs.
//!
//! Several walks go side by side, each on cases of its own against a model of its own, so that their steps meet in the writer and
//! share its commits, as on a site; only the clock is everybody's, and moves while nobody steps.
//!
//! `make test` walks [`STEPS_EACH`] steps on each database, with a fresh printed seed (`LIANXIN_SEED` repeats one);
//! `LIANXIN_PROOFS=full` walks a million, so many on each of [`FULL`] databases, each from a seed of its own. A difference is told with
//! the seed and all steps of its walk in its round until then. Then eight writers step at once on few cases; what must hold is read
//! back from the journal.

use std::collections::{BTreeMap, HashMap};

use journal::Stream;
use kernel::{Clock as _, Timestamp};
use serde_json::Value;
use suite::{Filed, World, both_databases};

use crate::cast::{COLLEAGUE, Dice, THIRD, file, full};
use crate::county::{CAST, County, Move, OWN, STEPS, Who};

/// Steps on one database. Matters that nobody ends are reminded of for ever: on one that grows, each step would cost more than the last.
const STEPS_EACH: usize = 20_000;
/// Databases of a full proof: a million steps.
const FULL: usize = 50;
/// Walks side by side.
const WALKS: usize = 8;
/// Steps of one walk in one round; then new cases begin.
const ROUND: usize = 240;
/// Cases of one walk.
const CASES: usize = 5;

async fn people(world: &World) {
    for (login, role, place) in [
        (COLLEAGUE, identity::Role::Handler, "unit:housing"),
        (THIRD, identity::Role::Handler, "unit:housing"),
        ("teng.agriculture", identity::Role::Handler, "unit:agriculture"),
        ("ai.agriculture", identity::Role::Lead, "unit:agriculture"),
        ("qi.supervise", identity::Role::Supervisor, "county"),
    ] {
        world.person(login, "某人", role, place).await;
    }
}

/// A step by chance. Most are such that the model takes them, so that cases get somewhere; the others must be refused.
fn drawn(dice: &mut Dice, county: &County, now: Timestamp) -> Move {
    let handlers: Vec<Who> = CAST.iter().copied().filter(|who| who.role == Some(identity::Role::Handler)).collect();
    let mut it = None;
    for _ in 0..if dice.below(5) == 0 { 1 } else { 60 } {
        let step = *dice.of_these(STEPS);
        let who = if OWN.contains(&step) { CAST[0] } else { *dice.of_these(&CAST[1..]) };
        let (case, other) = (dice.below(CASES), dice.below(CASES));
        let unit = if dice.below(3) == 0 { "agriculture" } else { "housing" };
        let next = *dice.of_these(&handlers);
        // What ends a case is drawn less often.
        let ends = ["withdraw", "split", "not-accept", "seal", "answer-at-once", "propose-referral", "merge", "merge-in"].contains(&step);
        let one = Move { step, who, case, other, unit, next, yes: dice.below(3) == 0 };
        let fits = !(ends && dice.below(4) > 0) && county.clone().take(&one, now).is_ok();
        it = Some(one);
        if fits {
            break;
        }
    }
    it.unwrap()
}

async fn send(world: &World, cases: &[Filed], it: &Move, now: Timestamp) -> suite::Reply {
    let (case, body) = (&cases[it.case], it.body(&cases[it.other].number, now));
    if it.who.role.is_none() { world.as_resident(case, it.step, &body).await } else { world.step(it.who.login, case, it.step, &body).await }
}

fn code(reply: &suite::Reply) -> String {
    if reply.status == 200 { "200".to_owned() } else { reply.json()["code"].as_str().unwrap_or("?").to_owned() }
}

/// The letters of the model, by the words of the API.
fn letter(state: &str) -> char {
    let letters = [
        ("Triage", 'T'),
        ("Dispatched", 'D'),
        ("Returned", 'R'),
        ("Accepted", 'A'),
        ("InProgress", 'P'),
        ("AwaitingResident", 'W'),
        ("Deferred", 'F'),
        ("FeedbackPending", 'B'),
        ("Closed", 'C'),
        ("Reopened", 'O'),
        ("NotAccepted", 'N'),
        ("Merged", 'M'),
        ("Split", 'S'),
        ("Referred", 'X'),
        ("Withdrawn", 'Y'),
    ];
    letters.into_iter().find(|(name, _)| *name == state).unwrap_or_else(|| panic!("no case rests in {state}")).1
}

/// What the rows say, as the model would.
async fn stored(world: &World, cases: &[Filed]) -> Vec<String> {
    use sea_orm::ConnectionTrait as _;
    let db = world.app.db.admin();
    let numbers: Vec<String> = cases.iter().map(|case| format!("'{}'", case.number)).collect();
    let sql = format!(
        "SELECT number, state, unit, (SELECT login FROM identity_account a WHERE a.id = c.handler), dispatches, reopenings, sealed, pending \
         FROM case_record c WHERE number IN ({})",
        numbers.join(", ")
    );
    let rows = db.query_all_raw(sea_orm::Statement::from_string(db.get_database_backend(), sql)).await.unwrap();
    let mut found = HashMap::new();
    for row in rows {
        let text = |nth: usize| row.try_get_by_index::<Option<String>>(nth).unwrap();
        let number = text(0).unwrap();
        let dispatches: i64 = row.try_get_by_index(4).unwrap();
        let reopenings: i64 = row.try_get_by_index(5).unwrap();
        let sealed: bool = row.try_get_by_index(6).unwrap();
        let pending = text(7).map(|pending| {
            let pending: Value = serde_json::from_str(&pending).unwrap();
            pending["step"]["what"].as_str().unwrap().to_owned()
        });
        let state = letter(&text(1).unwrap());
        found.insert(number, format!("{state} {:?} {:?} {dispatches} {reopenings} {sealed} {pending:?}", text(2), text(3)));
    }
    cases.iter().map(|case| found.remove(&case.number).unwrap()).collect()
}

fn expected(county: &County) -> Vec<String> {
    let one = |case: &crate::county::Model| {
        let pending = case.pending.as_ref().map(|pending| pending.what);
        let (state, unit, handler) = (case.state, case.unit, case.handler);
        format!("{state} {unit:?} {handler:?} {} {} {} {pending:?}", case.dispatches, case.reopenings, case.sealed)
    };
    county.cases.iter().map(one).collect()
}

/// One walk of a round: its cases, and what the model says of them.
struct Walk {
    cases: Vec<Filed>,
    county: County,
    dice: Dice,
    log: Vec<String>,
    taken: Vec<&'static str>,
}

impl Walk {
    async fn begin(world: &World, name: String, seed: usize) -> Self {
        let mut cases = Vec::new();
        for nth in 0..CASES {
            cases.push(file(world, &format!("{name}第{nth}件")).await);
        }
        let county = County::new(CASES, world.clock.now());
        Self { cases, county, dice: Dice::of(u64::try_from(seed).unwrap()), log: Vec::new(), taken: Vec::new() }
    }

    /// One step, compared with the model.
    async fn step(&mut self, world: &World) {
        let now = world.clock.now();
        let it = drawn(&mut self.dice, &self.county, now);
        let (before, open) = (self.county.clone(), self.county.due_is_open(&it, now));
        let says = self.county.take(&it, now).map_or_else(str::to_owned, |()| "200".to_owned());
        let mut reply = send(world, &self.cases, &it, now).await;
        // Of those who met in the database one may be asked to come again; then nothing of hers was kept.
        for _ in 0..20 {
            if reply.status != 503 {
                break;
            }
            reply = send(world, &self.cases, &it, now).await;
        }
        let found = code(&reply);
        self.log.push(format!("{it:?} → {found}, expected {says}"));
        if open && found == "case.already_due" {
            self.county = before;
        } else if found != says || expected(&self.county) != stored(world, &self.cases).await {
            let (model, site) = (expected(&self.county).join("\n"), stored(world, &self.cases).await.join("\n"));
            panic!("the model has\n{model}\nthe site\n{site}\nafter\n{}", self.log.join("\n"));
        }
        if found == "200" {
            self.taken.push(it.step);
        }
    }
}

/// Moves the clock, now and then: past the ten seconds, into the next day, or far beyond every limit.
async fn time_passes(world: &World, dice: &mut Dice, walks: &mut [Walk]) {
    let secs = match dice.below(400) {
        0 => 101 * 86_400,
        1..=8 => 86_400,
        9..=30 => 11,
        _ => return,
    };
    let now = world.clock.now() + jiff::SignedDuration::from_secs(secs);
    world.wake(now).await;
    while world.app.runner().run_due().await.unwrap() > 0 {}
    for walk in walks {
        walk.county.passes(now);
        walk.log.push(format!("— {secs} s pass, it is {now}"));
    }
}

/// [`STEPS_EACH`] steps, in rounds.
async fn walk(world: &World) {
    people(world).await;
    let mut dice = Dice::thrown("model");
    #[expect(clippy::disallowed_methods, reason = "the pace is printed, and decides nothing")]
    let started = std::time::Instant::now();
    let (mut left, mut round) = (STEPS_EACH.div_ceil(WALKS), 0);
    let mut kinds = BTreeMap::<&str, usize>::new();
    while left > 0 {
        let begun = (0..WALKS).map(|nth| Walk::begin(world, format!("第{round}轮第{nth}路"), dice.below(usize::MAX)));
        let mut walks = futures::future::join_all(begun).await;
        for _ in 0..ROUND.min(left) {
            time_passes(world, &mut dice, &mut walks).await;
            futures::future::join_all(walks.iter_mut().map(|walk| walk.step(world))).await;
        }
        for step in walks.iter().flat_map(|walk| &walk.taken) {
            *kinds.entry(step).or_default() += 1;
        }
        (left, round) = (left.saturating_sub(ROUND), round + 1);
    }
    let (secs, done) = (started.elapsed().as_secs_f64(), kinds.values().sum::<usize>());
    println!("{STEPS_EACH} steps, {done} of them taken, {:.0} a second", f64::from(u32::try_from(STEPS_EACH).unwrap()) / secs);
    println!("{kinds:?}");
    assert_eq!(world.sequence().await.refused, 0);
    assert_eq!(world.doctor().await, Vec::<String>::new());
}

both_databases! {
    async fn random_steps_end_as_the_reference_model_says(world: World) {
        let kind = world.kind();
        walk(&world).await;
        drop(world);
        for nth in 2..=if full() { FULL } else { 1 } {
            println!("database {nth} of {FULL}");
            walk(&World::new(kind).await).await;
        }
    }

    async fn eight_writers_at_once_keep_what_must_hold(world: World) {
        people(&world).await;
        let mut dice = Dice::thrown("writers");
        let (rounds, each) = if full() { (200, 200) } else { (2, 60) };
        let mut all = Vec::new();
        for round in 0..rounds {
            let mut cases = Vec::new();
            for nth in 0..CASES {
                cases.push(file(&world, &format!("第{round}轮第{nth}件")).await);
            }
            let writers = (0..8_u64).map(|_| {
                let (world, cases, mut dice) = (&world, &cases, Dice::of(u64::try_from(dice.below(usize::MAX)).unwrap()));
                async move {
                    let mut taken = 0_usize;
                    for _ in 0..each {
                        let now = world.clock.now();
                        // No model knows where the others have brought the case: any step by anybody.
                        let step = *dice.of_these(STEPS);
                        let who = if OWN.contains(&step) { CAST[0] } else { *dice.of_these(&CAST[1..]) };
                        let it = Move {
                            step,
                            who,
                            case: dice.below(CASES),
                            other: dice.below(CASES),
                            unit: if dice.below(3) == 0 { "agriculture" } else { "housing" },
                            next: CAST[1 + dice.below(4)],
                            yes: dice.below(3) == 0,
                        };
                        let reply = send(world, cases, &it, now).await;
                        assert!(matches!(reply.status.as_u16(), 200 | 403 | 404 | 409 | 422 | 503), "{it:?}: {}", reply.text);
                        taken += usize::from(reply.status == 200);
                    }
                    taken
                }
            });
            let taken: usize = futures::future::join_all(writers).await.into_iter().sum();
            println!("round {round}: {taken} of {} taken", 8 * each);
            all.extend(cases);
        }
        for case in &all {
            holds(&world, case).await;
        }
        world.sequence().await;
        assert_eq!(world.doctor().await, Vec::<String>::new(), "every row is the fold of its events");
    }
}

/// What no interleaving may break, read from the events of one case.
async fn holds(world: &World, case: &Filed) {
    let condition = format!("SELECT id FROM case_record WHERE number = '{}'", case.number);
    let stream = {
        use sea_orm::ConnectionTrait as _;
        let db = world.app.db.admin();
        let row = db.query_one_raw(sea_orm::Statement::from_string(db.get_database_backend(), condition)).await.unwrap().unwrap();
        let id: String = row.try_get_by_index(0).unwrap();
        Stream::of(id.parse::<kernel::CaseId>().unwrap())
    };
    let journal = world.app.journal.clone();
    let story = world.app.db.read(move |tx| async move { journal.history(&tx, &stream).await }).await.unwrap();
    let (mut dispatches, mut stops, mut extensions, mut designated) = (0_i32, 0, 0, false);
    let (mut by, mut agreed) = (Value::Null, Vec::new());
    for (nth, opened) in story.iter().enumerate() {
        let public = &opened.public;
        assert_eq!(opened.event.version, i64::try_from(nth).unwrap() + 1, "{}: no version twice, none left out", case.number);
        match public["step"].as_str().unwrap() {
            "dispatched" => {
                dispatches += 1;
                assert!(dispatches <= 3, "{}: a fourth dispatch without a designation", case.number);
            }
            "designated" => {
                assert!(dispatches >= 3, "{}: designated early", case.number);
                designated = true;
            }
            "dispatch_undone" => dispatches -= 1,
            "returned" => assert!(!designated, "{}: given back after designation", case.number),
            "asked" => {
                stops += 1;
                assert!(stops <= 2, "{}: a third stop", case.number);
            }
            "extended" => {
                extensions += 1;
                assert!(extensions <= 2, "{}: a third extension", case.number);
            }
            "reopened" | "answer_recalled" => (stops, extensions) = (0, 0),
            "proposed" => (by, agreed) = (public["by"].clone(), Vec::new()),
            "agreed" => {
                assert_ne!(public["by"], by, "{}: the proposer agreed", case.number);
                assert!(!agreed.contains(&public["by"]), "{}: somebody agreed twice", case.number);
                agreed.push(public["by"].clone());
            }
            _ => {}
        }
    }
    let told = world.scalar(&format!("SELECT dispatches FROM case_record WHERE number = '{}'", case.number)).await;
    assert_eq!(told, i64::from(dispatches) + i64::from(designated_count(&story)), "{}", case.number);
}

fn designated_count(story: &[journal::Opened]) -> i32 {
    i32::try_from(story.iter().filter(|opened| opened.public["step"] == "designated").count()).unwrap()
}
