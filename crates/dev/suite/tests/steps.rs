//! Every state × step × role: sent, and compared with what permission table, scopes and state table say together. The
//! expectation is worked out here, from plain facts and letters of states; it shares nothing with the rules but the
//! permission table, which is a reviewed snapshot of its own.
//!
//! What only the permission forbids is alike in all states: `make test` tries an eighth of it, drawn by a printed seed;
//! `LIANXIN_PROOFS=full` tries all.

#![expect(clippy::match_same_arms, reason = "one line for each step, in the order of the table")]

use std::collections::BTreeSet;
use std::fmt::Write as _;

use identity::Role;
use serde_json::json;
use suite::{DISPATCHER, Filed, HANDLER, Kind, World, both_databases};

use crate::cast::{COLLEAGUE, Dice, LEAD, RESIDENT, SECOND_DISPATCHER, STAFF, SUPERVISOR, Seat, body, file, full, seats};
use crate::contract::snapshot;

/// Where a case stands, as this test sees it.
struct Stand {
    /// Short for the state.
    letter: char,
    /// As the snapshot calls it.
    name: &'static str,
    /// The unit that has or had it.
    unit: Option<&'static str>,
    /// Who has or had it.
    handler: Option<&'static str>,
    /// It waits for these beyond unit and desk.
    waits: &'static [Role],
    /// Returned by three units, or reopened the third time.
    third: bool,
    /// A proposal of the handler that waits for the lead.
    pending: bool,
}

const fn stand(letter: char, name: &'static str, handler: Option<&'static str>) -> Stand {
    Stand { letter, name, unit: if handler.is_some() { Some("housing") } else { None }, handler, waits: &[], third: false, pending: false }
}

/// All nineteen states, and three more places that matter. No command leaves a case in `Submitted`, `Answered` or `Rated`,
/// and none archives yet: these four are written into the row.
fn stands() -> Vec<Stand> {
    let had = Some(HANDLER);
    let unit = |stand| Stand { unit: Some("housing"), ..stand };
    vec![
        stand('U', "Submitted", None),
        stand('T', "Triage", None),
        unit(stand('D', "Dispatched", None)),
        unit(stand('R', "Returned", None)),
        Stand { waits: &[Role::Supervisor, Role::Organiser], third: true, ..unit(stand('R', "Returned by three", None)) },
        stand('A', "Accepted", had),
        stand('P', "InProgress", had),
        Stand { pending: true, ..stand('P', "InProgress with a proposal", had) },
        stand('W', "AwaitingResident", had),
        stand('F', "Deferred", had),
        stand('V', "Answered", had),
        stand('B', "FeedbackPending", had),
        stand('Z', "Rated", had),
        stand('C', "Closed", had),
        stand('O', "Reopened", had),
        Stand { waits: &[Role::Supervisor], third: true, ..stand('O', "Reopened the third time", Some(COLLEAGUE)) },
        stand('N', "NotAccepted", None),
        stand('M', "Merged", None),
        stand('S', "Split", None),
        stand('X', "Referred", had),
        stand('Y', "Withdrawn", None),
        stand('H', "Archived", had),
    ]
}

/// The states in which a step is done, where nothing else stands against it.
fn done_in(step: &str) -> &'static str {
    match step {
        "accept" | "return" | "undo-dispatch" => "D",
        "answer" => "AP",
        "answer-at-once" | "not-accept" => "T",
        "ask" | "propose-deferral" | "propose-referral" => "P",
        "ask-extension" | "propose-transfer" => "AP",
        "assist" | "end-assist" => "DAPWF",
        "close-disputed" | "resume" => "O",
        "correct-contact" | "correct-place" => "TDRAPWFBONMX",
        "designate" => "R",
        "dispatch" => "TR",
        "go-on" => "F",
        "handed-over" => "X",
        "log-contact" => "DAPWFBO",
        "merge" | "split" => "TP",
        "merge-in" => "TDRAPWF",
        "note" | "seal" | "propose-abuse" | "propose-exclusion" => "TDRAPWFBCONMSXY",
        "reassign" => "APWF",
        "recall-answer" | "rating" => "B",
        "reclassify" | "contest-class" => "DRAPWFO",
        "reissue-code" => "UTDRAPWFVBZCONMSXYH",
        "start" => "A",
        "unmerge" => "M",
        "chase" => "TDRAPFOM",
        "contest" => "N",
        "reopen" => "C",
        "supplement" => "TDRAPWFBOMX",
        "withdraw" => "TDRAPWFBOMX",
        "agree" | "refuse-proposal" | "take-back-proposal" => "TDRAPWFBCONMSXY",
        "answer-alarm" | "propose-silent" | "propose-unseal" | "release" => "",
        other => panic!("{other}"),
    }
}

/// Whether one cell of the permission table reaches the case.
fn reaches(scope: &str, seat: &Seat, at: &Stand) -> bool {
    let own = at.unit.is_some_and(|unit| seat.place == format!("unit:{unit}"));
    match scope {
        "county" => true,
        "unit" if seat.role == Role::Handler => own && at.letter == 'D',
        "unit" => own,
        "ticket" => at.handler == Some(seat.login.as_str()),
        "point" => seat.place == "point:huaiyin",
        "escalated" => at.waits.contains(&seat.role),
        other => panic!("a scope that no test knows: {other}"),
    }
}

/// `200`, or the code of the refusal, of a member of staff.
fn of_staff(step: &str, permission: &str, seat: &Seat, at: &Stand) -> &'static str {
    let entry = cases::permissions::ALL.iter().find(|entry| entry.name == permission).unwrap();
    let rules: Vec<_> = entry.rules.iter().filter(|rule| rule.role == seat.role && !rule.scope.is_later()).collect();
    if rules.is_empty() {
        return "auth.forbidden";
    }
    if !rules.iter().any(|rule| reaches(rule.scope.code(), seat, at)) {
        // Only a colleague of the same unit is told who was faster.
        let taken = step == "accept" && seat.place == "unit:housing" && at.handler.is_some();
        return if taken { "case.taken" } else { "case.not_found" };
    }
    let login = seat.login.as_str();
    match step {
        "release" => return "case.not_held",
        "answer-alarm" => return "case.no_alarm",
        "propose-silent" => return "case.attempts_missing",
        "propose-unseal" => return "case.already_so",
        "ask-extension" if "BZCXH".contains(at.letter) => return "case.already_due",
        "agree" | "refuse-proposal" | "take-back-proposal" => {
            return match (at.pending, step == "take-back-proposal") {
                (false, _) => "case.nothing_proposed",
                (true, true) if login == HANDLER => "200",
                (true, false) if login == LEAD => "200",
                (true, _) => "case.not_your_word",
            };
        }
        "dispatch" | "designate" if at.letter == 'R' => {
            return match (step == "designate", at.third) {
                (true, true) | (false, false) => "200",
                (true, false) => "case.designation_early",
                (false, true) => "case.designation_needed",
            };
        }
        // Agriculture helps since the dispatch.
        "end-assist" if !"DRAPWFVBZCOXH".contains(at.letter) => return "input.invalid",
        "undo-dispatch" if at.letter == 'D' && login != DISPATCHER => return "case.undo_over",
        "resume" if at.letter == 'O' && at.third && seat.role != Role::Supervisor => return "case.supervisor_must_decide",
        "merge-in" if !done_in(step).contains(at.letter) => return "case.cannot_merge",
        _ => {}
    }
    match (done_in(step).contains(at.letter), at.pending && (step.starts_with("propose-") || step == "ask-extension")) {
        (true, true) => "case.proposal_waits",
        (true, false) => "200",
        (false, _) => "case.step_refused",
    }
}

/// The same of the resident with the code.
fn of_resident(step: &str, at: &Stand) -> &'static str {
    if done_in(step).contains(at.letter) { "200" } else { "case.step_refused" }
}

async fn takes(world: &World, account: &str, case: &Filed, step: &str) {
    world.step(account, case, step, &body(step, "", "")).await.expect(200);
}

/// Brings a new case there, by ordinary commands.
async fn bring(world: &World, at: &Stand, into: &str) -> Filed {
    let case = file(world, "路灯不亮").await;
    let case = &case;
    let bad = json!({ "contacted": true, "solved": false, "satisfaction": 1 });
    let letter = at.letter;
    if "DRAPWFVBZCOXH".contains(letter) {
        takes(world, DISPATCHER, case, "dispatch").await;
    }
    if "APWFVBZCOXH".contains(letter) {
        takes(world, HANDLER, case, "accept").await;
    }
    if "PWFXV".contains(letter) {
        takes(world, HANDLER, case, "start").await;
    }
    if "BZCOH".contains(letter) {
        takes(world, HANDLER, case, "answer").await;
    }
    match letter {
        'R' => {
            takes(world, LEAD, case, "return").await;
            if at.third {
                for _ in 0..2 {
                    takes(world, SECOND_DISPATCHER, case, "dispatch").await;
                    takes(world, LEAD, case, "return").await;
                }
            }
        }
        'P' if at.pending => takes(world, HANDLER, case, "propose-deferral").await,
        'W' => takes(world, HANDLER, case, "ask").await,
        'F' => {
            takes(world, LEAD, case, "propose-deferral").await;
            takes(world, SUPERVISOR, case, "agree").await;
        }
        'X' => {
            takes(world, HANDLER, case, "propose-referral").await;
            takes(world, DISPATCHER, case, "agree").await;
        }
        'C' | 'H' => drop(world.as_resident(case, "rating", &body("rating", "", "")).await.expect(200)),
        'O' => {
            world.as_resident(case, "rating", &bad).await.expect(200);
            for next in [HANDLER, COLLEAGUE].into_iter().filter(|_| at.third) {
                world.step(DISPATCHER, case, "resume", &json!({ "handler": next })).await.expect(200);
                takes(world, next, case, "answer").await;
                world.as_resident(case, "rating", &bad).await.expect(200);
            }
        }
        'N' => takes(world, DISPATCHER, case, "not-accept").await,
        'M' => drop(world.step(DISPATCHER, case, "merge", &json!({ "into": into })).await.expect(200)),
        'S' => takes(world, DISPATCHER, case, "split").await,
        'Y' => drop(world.as_resident(case, "withdraw", &json!({})).await.expect(200)),
        _ => {}
    }
    if "UVZH".contains(letter) {
        world.sql(&format!("UPDATE case_record SET state = '{}' WHERE number = '{}'", at.name, case.number)).await;
    }
    case.clone()
}

/// What of a case may not move when a step is refused: its version and its events.
async fn mark(world: &World, case: &Filed) -> i64 {
    let events = "SELECT COUNT(*) FROM journal_event WHERE stream LIKE 'case_%'";
    world.scalar(&format!("SELECT version * 100000 + ({events}) FROM case_record WHERE number = '{}'", case.number)).await
}

fn class(reply: &suite::Reply) -> String {
    if reply.status == 200 { "200".to_owned() } else { reply.json()["code"].as_str().unwrap_or("?").to_owned() }
}

both_databases! {
    async fn every_state_step_and_role_is_as_the_tables_say(world: World) {
        let mut dice = Dice::thrown("steps");
        let seats = seats(&world).await;
        let into = file(&world, "总水管爆了").await.number;
        let mut loose: Option<Filed> = None;
        let (mut table, mut differences, mut tried) = (String::new(), Vec::new(), 0_usize);
        for at in stands() {
            let mut case: Option<Filed> = None;
            for seat in seats.iter().map(Some).chain([None]) {
                let mut allowed = BTreeSet::new();
                let steps: Vec<(&str, &str)> = match seat {
                    Some(_) => STAFF.to_vec(),
                    None => RESIDENT.iter().map(|step| (*step, "")).collect(),
                };
                for (step, permission) in steps {
                    let expected = seat.map_or_else(|| of_resident(step, &at), |seat| of_staff(step, permission, seat, &at));
                    if expected == "200" {
                        allowed.insert(step);
                    }
                    if expected == "auth.forbidden" && !full() && dice.below(8) > 0 {
                        continue;
                    }
                    tried += 1;
                    let here = match case.take() {
                        Some(case) => case,
                        None => bring(&world, &at, &into).await,
                    };
                    if step == "merge-in" && loose.is_none() {
                        loose = Some(file(&world, "家里没水").await);
                    }
                    let input = body(step, &into, loose.as_ref().map_or("", |loose| loose.number.as_str()));
                    let before = mark(&world, &here).await;
                    let reply = match seat {
                        Some(seat) => world.step(&seat.login, &here, step, &input).await,
                        None => world.as_resident(&here, step, &input).await,
                    };
                    let (found, after) = (class(&reply), mark(&world, &here).await);
                    let who = seat.map_or("resident", |seat| seat.name.as_str());
                    if found != expected {
                        differences.push(format!("{} × {step} × {who}: expected {expected}, found {found}", at.name));
                    }
                    if (found == "200") == (before == after) {
                        differences.push(format!("{} × {step} × {who}: {found}, and the case went from {before} to {after}", at.name));
                    }
                    if found == "200" {
                        loose.take_if(|_| step == "merge-in");
                    } else {
                        case = Some(here);
                    }
                }
                let who = seat.map_or("resident", |seat| seat.name.as_str());
                let steps = allowed.into_iter().collect::<Vec<_>>().join(" ");
                writeln!(table, "{:<26} {who:<22} {steps}", at.name).unwrap();
            }
        }
        println!("{tried} of state × step × role tried");
        assert!(differences.is_empty(), "{} differences:\n{}", differences.len(), differences.join("\n"));
        snapshot("steps.txt", &table);
    }
}

#[tokio::test]
async fn no_step_of_the_api_is_left_out() {
    let world = World::new(Kind::Sqlite).await;
    let document = world.get("/api/v1/openapi.json", &[]).await.expect(200);
    let paths = document["paths"].as_object().unwrap();
    let under = |root: &str| -> Vec<String> {
        // Looking, and seeing who looked, are no steps: nothing of the case changes.
        let is_step = |tail: &&str| !["", "unmask", "looks"].contains(tail);
        let tail = |path: &String| path.strip_prefix(root).filter(is_step).map(str::to_owned);
        let mut tails: Vec<String> = paths.keys().filter_map(tail).collect();
        tails.sort();
        tails
    };
    assert_eq!(under("/cases/{number}/"), STAFF.iter().map(|(step, _)| (*step).to_owned()).collect::<Vec<_>>());
    assert_eq!(under("/public/cases/{number}/"), RESIDENT.iter().map(|step| (*step).to_owned()).collect::<Vec<_>>());
}
