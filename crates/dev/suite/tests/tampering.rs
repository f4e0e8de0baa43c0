//! Whatever is changed by SQL in a row that somebody decides by is found and named by doctor (decisions 13): the tables of the domains, as the
//! ledger's own test does it for journal and log. The tables come from the schema itself, so that a new one is asked for its reason.
//! `make test` tries a few changes on each database with a fresh printed seed, `make prove` a thousand.

use std::collections::BTreeMap;

use kernel::Clock as _;
use serde_json::{Value, json};
use store::transfer::{self, Kind, Shape};
use suite::{DISPATCHER, HANDLER, Visitor, World, both_databases};

use crate::cast::{COLLEAGUE, Dice, LEAD, ORGANISER, full};

const ADMIN: &str = "he.admin";
const AUDITOR: &str = "cao.audit";

/// Tables from which nothing follows, and those whose own test is beside the journal.
const OTHER_TABLES: &[(&str, &str)] = &[
    ("journal_event", "the ledger's own test"),
    ("journal_log", "the ledger's own test"),
    ("journal_pending", "the ledger's own test"),
    ("log_epoch", "the ledger's own test"),
    ("log_head", "the ledger's own test"),
    ("log_leaf", "the ledger's own test"),
    ("subject_key", "the ledger's own test"),
    ("seaql_migrations", "the program refuses a schema that is not its own"),
    ("job", "work that waits: a job that is gone is enqueued by the next step, and what it did not do shows as a clock that ran out"),
    ("notify_item", "reminders, with the event that caused them beside the case"),
    ("case_counter", "how many numbers a day has given out; a number that is given twice is refused by the schema"),
    ("case_idempotency", "answers of the last day, for repeated requests"),
    ("identity_attempt", "how often a source has guessed, for an hour"),
    ("identity_known", "networks that an account has signed in from, for comfort"),
    ("identity_link", "one-time links, stored as digests, for a day"),
    ("identity_recovery", "recovery codes, stored as digests"),
    ("identity_session", "sessions, stored as digests, twelve hours at most; who looked at what is in case_look"),
    ("figure_waiting", "what waits for a batch: computed again with each"),
    ("figure_repeat", "what came again: found again with each batch"),
    ("figure_score", "ratings that wait for a batch: a batch that lost one is short of a rating that the facts have"),
    ("case_escalation", "which supervisors may read a late matter: the next look sets it again, and whoever looked is in case_look"),
    ("case_ref_gone", "names of erased people until the next batch takes them back"),
];

/// Tables that this site has no rows in.
const EMPTY: &[&str] = &["account_proposal", "place_kind", "place_kind_end", "place_kind_unit", "place_word"];

/// Columns that prove nothing and from which nothing follows.
const LEFT_OUT: &[(&str, &str, &str)] = &[
    ("place_area", "seq", "in which order lists show them"),
    ("place_unit", "seq", "the same"),
    ("place_point", "seq", "the same"),
    ("place_named", "seq", "the same"),
    ("case_record", "updated_at", "when the row was last written"),
    ("supervision_matter", "unit", "copied from the case at the last look; the case's own is compared"),
    ("supervision_matter", "area", "the same"),
    ("supervision_matter", "kind", "the same"),
    ("supervision_matter", "yellow_at", "the same"),
    ("supervision_matter", "red_at", "the same"),
    ("supervision_red", "id", "the case and the number of the event, which the rest of the row is compared with"),
    ("figure_batch", "made_at", "as of when doctor computes facts again: it shows where a light changed between"),
    ("figure_batch", "through", "up to which event doctor computes facts again: it shows where one stands between"),
    ("identity_account", "created_at", "the first event of the account has it"),
    ("identity_account", "totp_step", "the last digits that were used, moved by each sign-in"),
];

async fn ledgered(world: &World) -> Vec<Shape> {
    let lines = world.app.db.read(|tx| async move { transfer::dump(&tx, Vec::new()).await }).await.unwrap().1;
    let mut tables = transfer::header(&mut lines.as_slice()).unwrap().tables;
    tables.retain(|table| OTHER_TABLES.iter().all(|(other, _)| *other != table.name));
    tables
}

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// One row of a table as a condition, if it has any.
async fn a_row(world: &World, table: &Shape, dice: &mut Dice) -> Option<String> {
    let rows = usize::try_from(world.scalar(&format!("SELECT COUNT(*) FROM {}", table.name)).await).unwrap();
    if rows == 0 {
        return None;
    }
    let (at, keys) = (dice.below(rows), table.key.join(", "));
    let mut condition = Vec::new();
    for key in &table.key {
        let value = world.text(&format!("SELECT CAST({key} AS TEXT) FROM {} ORDER BY {keys} LIMIT 1 OFFSET {at}", table.name)).await;
        let kind = table.columns.iter().find(|(column, _)| column == key).unwrap().1;
        condition.push(match kind {
            Kind::Text => format!("{key} = {}", quoted(&value)),
            Kind::Integer | Kind::Boolean | Kind::Real | Kind::Bytes => format!("{key} = {value}"),
        });
    }
    Some(condition.join(" AND "))
}

/// Another value for a column of this kind.
fn other(world: &World, column: &str, kind: Kind, dice: &mut Dice) -> String {
    let byte = dice.below(256);
    match (kind, world.url().is_some()) {
        (Kind::Integer, _) => format!("COALESCE({column}, 0) + {}", dice.below(1000) + 1),
        (Kind::Boolean, _) => format!("NOT COALESCE({column}, FALSE)"),
        (Kind::Real, _) => format!("COALESCE({column}, 0) + 1.5"),
        (Kind::Text, _) => format!("COALESCE({column}, '') || {}", quoted(["x", "0", "真"][dice.below(3)])),
        (Kind::Bytes, true) => format!("COALESCE({column}, ''::bytea) || '\\x{byte:02x}'::bytea"),
        (Kind::Bytes, false) => format!("CAST(COALESCE({column}, x'') || x'{byte:02x}' AS BLOB)"),
    }
}

async fn sent(world: &World, account: &str, path: &str, seen: &str, body: &Value) -> suite::Reply {
    let bearer = format!("Bearer {}", world.token(account).await);
    world.post(&format!("/api/v1/{path}"), &[("authorization", &bearer), ("if-match", seen)], body).await
}

/// Does what falls due up to `until`.
async fn pass(world: &World, until: &str) {
    let until = until.parse().unwrap();
    let runner = world.app.runner();
    loop {
        let handlers = runner.handlers().clone();
        let next = world.app.db.read(move |tx| async move { jobs::next_due(&tx, &handlers).await }).await.unwrap();
        let Some(next) = next.filter(|next| *next <= until) else { break };
        world.clock.set(next.max(world.clock.now()));
        if runner.run_due().await.unwrap() == 0 {
            break;
        }
    }
    world.wake(until).await;
}

/// A site in which most things have happened.
async fn lived_in(world: &World) {
    world.person(COLLEAGUE, "马工", identity::Role::Handler, "unit:housing").await;
    world.person("some.evaluator", "评估员", identity::Role::Evaluator, "county").await;
    let mut first = None;
    for n in 0..11 {
        let case = world.answered(&format!("楼道灯坏了，第{n}件")).await;
        if n < 6 {
            world.as_resident(&case, "rating", &json!({ "contacted": true, "solved": true, "satisfaction": 4 })).await.expect(200);
        }
        first.get_or_insert(case);
    }
    let dispatch = json!({
        "kind": "property_service", "unit": "housing", "case_type": "help", "complexity": "general", "assists": ["agriculture"]
    });
    let helped = world.file("下水道堵了").await;
    world.step(DISPATCHER, &helped, "dispatch", &dispatch).await.expect(200);
    world.step(LEAD, &helped, "return", &json!({ "reason": "wrong_unit", "text": "不归我们" })).await.expect(200);
    world.step(DISPATCHER, &helped, "dispatch", &dispatch).await.expect(200);
    world.step(HANDLER, &helped, "accept", &json!({})).await.expect(200);
    // Another stays where it is, with a unit that helps.
    let open = world.file("水渠也堵了").await;
    world.step(DISPATCHER, &open, "dispatch", &dispatch).await.expect(200);
    world.file("没人管，我不想活了").await;
    let sealed = world.file("有人打孩子").await;
    world.step(DISPATCHER, &sealed, "seal", &json!({ "reason": "minor" })).await.expect(200);
    // Who looked, by whose leave.
    let number = &first.unwrap().number;
    let look = json!({ "field": "phone", "reason": "visit" });
    sent(world, HANDLER, &format!("cases/{}/unmask", helped.number), "\"0\"", &look).await.expect(200);
    let asked = json!({ "number": number, "reason": "complaint", "days": 9 });
    let warrant = sent(world, AUDITOR, "warrants", "\"0\"", &asked).await.expect(201);
    sent(world, ORGANISER, &format!("warrants/{}/grant", warrant["id"].as_str().unwrap()), "\"0\"", &json!({})).await.expect(204);
    let draw = json!({ "reader": "some.evaluator", "month": "2026-11", "count": 3, "days": 9 });
    sent(world, ORGANISER, "samples", "\"0\"", &draw).await.expect(201);
    // What was decided about the rules and the register.
    for body in [
        json!({ "changes": [{ "parameter": "final.help", "value": "6wd" }], "reason": "先试一试" }),
        json!({ "register": { "what": "rename_unit", "code": "housing", "name": "县住建局", "name_en": "Housing" }, "reason": "改名" }),
    ] {
        let proposal = sent(world, ADMIN, "settings/proposals", "\"0\"", &body).await.expect(201);
        sent(world, ORGANISER, &format!("settings/proposals/{}/approve", proposal["number"]), "\"1\"", &json!({})).await.expect(200);
    }
    let visitor = Visitor::staff(world, HANDLER).await;
    visitor
        .post("/staff/inbox", "/staff/absence", &[("from", "2026-12-14"), ("until", "2026-12-18"), ("deputy", COLLEAGUE)])
        .await
        .page(303);
    // Clocks run out: reminders, an order, and the batch of the month's end.
    pass(world, "2026-12-07T17:30:00+08:00").await;
    world.step(HANDLER, &helped, "start", &json!({})).await.expect(200);
    world.step(HANDLER, &helped, "answer", &json!({ "result": "solved", "text": "已经通了。" })).await.expect(200);
    pass(world, "2026-12-08T09:00:00+08:00").await;
    world.publish().await;
}

/// What doctor finds. A row that nothing can be read beside ends it, with its name.
async fn found(world: &World) -> Vec<String> {
    match lianxin::doctor::examine(&world.app).await {
        Ok(findings) => findings.into_iter().map(|finding| format!("{} {}: {}", finding.table, finding.row, finding.what)).collect(),
        Err(error) => vec![error.to_string()],
    }
}

/// How many changes on each database.
fn count() -> usize {
    if full() { 1_000 } else { 30 }
}

both_databases! {
    async fn every_change_of_what_people_decide_by_is_found_and_named(world: World) {
        lived_in(&world).await;
        assert_eq!(world.doctor().await, Vec::<String>::new());
        let mut dice = Dice::thrown("tampering with the domains");
        let tables = ledgered(&world).await;
        let mut empty = Vec::new();
        for table in &tables {
            world.sql(&format!("CREATE TABLE was_{0} AS SELECT * FROM {0}", table.name)).await;
            if a_row(&world, table, &mut dice).await.is_none() {
                empty.push(table.name.as_str());
            }
        }
        assert_eq!(empty, EMPTY, "what has no row here is tried by nobody");
        let (mut tried, mut missed): (BTreeMap<&str, usize>, Vec<String>) = Default::default();
        while tried.values().sum::<usize>() < count() {
            let table = dice.of_these(&tables);
            let name = &table.name;
            let Some(row) = a_row(&world, table, &mut dice).await else { continue };
            let (column, kind) = dice.of_these(&table.columns).clone();
            if LEFT_OUT.iter().any(|(left, of, _)| (*left, *of) == (name.as_str(), column.as_str())) {
                continue;
            }
            let sql = match dice.below(6) {
                0 => format!("DELETE FROM {name} WHERE {row}"),
                1 => format!("UPDATE {name} SET {column} = NULL WHERE {row} AND {column} IS NOT NULL"),
                _ => format!("UPDATE {name} SET {column} = {} WHERE {row}", other(&world, &column, kind, &mut dice)),
            };
            // What the schema itself refuses changed nothing.
            if world.tried(&sql).await.is_err() {
                continue;
            }
            let beyond = format!("SELECT COUNT(*) FROM (SELECT * FROM was_{name} EXCEPT SELECT * FROM {name}) AS gone");
            if world.scalar(&beyond).await > 0 {
                if found(&world).await.is_empty() {
                    missed.push(sql);
                }
                *tried.entry(name).or_default() += 1;
            }
            world.sql(&format!("DELETE FROM {name}")).await;
            world.sql(&format!("INSERT INTO {name} SELECT * FROM was_{name}")).await;
        }
        assert_eq!(missed, Vec::<String>::new(), "not found, of {tried:?}");
        println!("found and named: {tried:?}");
        for table in &tables {
            world.sql(&format!("DROP TABLE was_{}", table.name)).await;
        }
        assert_eq!(world.doctor().await, Vec::<String>::new(), "everything was brought back");
    }
}
