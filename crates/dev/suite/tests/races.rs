//! Races that a check of one row's version does not see, each arranged on purpose: several take the same last word, the same last dispatch,
//! the same last stop; two cases change each other; something joins what is just being answered. `make test` runs a few rounds of each,
//! `make prove` a hundred.

use std::future::Future;

use futures::future::{join, join_all};
use serde_json::{Value, json};
use suite::{DISPATCHER, Filed, HANDLER, Reply, World, both_databases};

use crate::cast::{LEAD, ORGANISER, SECOND_DISPATCHER, SUPERVISOR, body, file, full};

fn rounds() -> usize {
    if full() { 100 } else { 3 }
}

/// Of those who meet in the database one may be asked to come again; then nothing of hers was kept.
async fn let_in<F: Future<Output = Reply>>(again: impl Fn() -> F) -> Reply {
    let mut reply = again().await;
    for _ in 0..20 {
        if reply.status != 503 {
            break;
        }
        reply = again().await;
    }
    assert!(matches!(reply.status.as_u16(), 200 | 201 | 404 | 409 | 422), "{}", reply.text);
    reply
}

async fn takes(world: &World, account: &str, case: &Filed, step: &str) {
    world.step(account, case, step, &body(step, "", "")).await.expect(200);
}

/// So many take the step at once, each as she finds the case; how many were heard.
async fn at_once(world: &World, case: &Filed, who: &[&str], step: &str, input: &Value) -> usize {
    let replies = join_all(who.iter().map(|account| let_in(move || world.step(account, case, step, input)))).await;
    replies.iter().filter(|reply| reply.status == 200).count()
}

async fn count(world: &World, case: &Filed, column: &str) -> i64 {
    world.scalar(&format!("SELECT {column} FROM case_record WHERE number = '{}'", case.number)).await
}

async fn state(world: &World, case: &Filed) -> String {
    world.track(case).await["status"].as_str().unwrap().to_owned()
}

async fn happened(world: &World, case: &Filed, kind: &str) -> i64 {
    let stream = format!("SELECT id FROM case_record WHERE number = '{}'", case.number);
    world.scalar(&format!("SELECT COUNT(*) FROM journal_event WHERE stream = ({stream}) AND kind = 'case.{kind}'")).await
}

async fn at_work(world: &World, text: &str) -> Filed {
    let case = file(world, text).await;
    takes(world, DISPATCHER, &case, "dispatch").await;
    takes(world, HANDLER, &case, "accept").await;
    takes(world, HANDLER, &case, "start").await;
    case
}

async fn is_sound(world: &World) {
    assert_eq!(world.sequence().await.refused, 0);
    assert_eq!(world.doctor().await, Vec::<String>::new());
}

both_databases! {
    async fn the_words_of_two_are_two_peoples_and_are_heard_once(world: World) {
        let second = world.person("qi.supervise", "齐督办", identity::Role::Supervisor, "county").await;
        for round in 0..rounds() {
            let case = at_work(&world, &format!("第{round}轮")).await;
            takes(&world, HANDLER, &case, "propose-exclusion").await;
            // Two words of two supervisors: whoever comes in whichever order, nobody's counts twice.
            let who = [SUPERVISOR, &second, SUPERVISOR, &second, SUPERVISOR, &second, LEAD, HANDLER];
            let heard = at_once(&world, &case, &who, "agree", &json!({})).await;
            assert!(heard <= 2, "round {round}: {heard} words for two");
            let none = json!({});
            for account in [SUPERVISOR, &second] {
                let_in(|| world.step(account, &case, "agree", &none)).await;
            }
            assert_eq!((happened(&world, &case, "agreed").await, happened(&world, &case, "excluded").await), (2, 1), "round {round}");
            let by = format!(
                "SELECT COUNT(DISTINCT actor) FROM journal_event WHERE kind = 'case.agreed' AND stream = (SELECT id FROM case_record WHERE number = '{}')",
                case.number
            );
            assert_eq!(world.scalar(&by).await, 2, "round {round}: two people");
        }
        is_sound(&world).await;
    }

    async fn the_third_dispatch_is_the_last_and_one_designation_follows(world: World) {
        for round in 0..rounds() {
            let case = file(&world, &format!("第{round}轮")).await;
            for _ in 0..2 {
                takes(&world, DISPATCHER, &case, "dispatch").await;
                takes(&world, LEAD, &case, "return").await;
            }
            let who = [DISPATCHER, SECOND_DISPATCHER, DISPATCHER, SECOND_DISPATCHER];
            assert_eq!(at_once(&world, &case, &who, "dispatch", &body("dispatch", "", "")).await, 1, "round {round}");
            assert_eq!(count(&world, &case, "dispatches").await, 3);
            takes(&world, LEAD, &case, "return").await;
            let (sent, named) = join(
                at_once(&world, &case, &who, "dispatch", &body("dispatch", "", "")),
                at_once(&world, &case, &[SUPERVISOR, ORGANISER, SUPERVISOR, ORGANISER], "designate", &body("designate", "", "")),
            )
            .await;
            assert_eq!((sent, named), (0, 1), "round {round}");
            assert_eq!(count(&world, &case, "dispatches").await, 4);
            world.step(LEAD, &case, "return", &body("return", "", "")).await.assert_problem(409, "case.designated");
        }
        is_sound(&world).await;
    }

    async fn the_clock_is_stopped_twice_and_not_once_more(world: World) {
        for round in 0..rounds() {
            let case = at_work(&world, &format!("第{round}轮")).await;
            for stop in [1, 1, 0] {
                assert_eq!(at_once(&world, &case, &[HANDLER; 8], "ask", &json!({ "text": "请说一下门牌" })).await, stop, "round {round}");
                let reply = json!({ "text": "三号楼" });
                let_in(|| world.as_resident(&case, "supplement", &reply)).await;
            }
            assert_eq!(happened(&world, &case, "asked").await, 2, "round {round}");
        }
        is_sound(&world).await;
    }

    async fn two_that_are_merged_into_each_other_at_once_are_not_both_gone(world: World) {
        for round in 0..rounds() {
            let (one, other) = (file(&world, &format!("第{round}轮甲")).await, file(&world, &format!("第{round}轮乙")).await);
            let (into_other, into_one) = (json!({ "into": other.number }), json!({ "into": one.number }));
            let replies = join(
                let_in(|| world.step(DISPATCHER, &one, "merge", &into_other)),
                let_in(|| world.step(SECOND_DISPATCHER, &other, "merge", &into_one)),
            )
            .await;
            let merged = [replies.0, replies.1].iter().filter(|reply| reply.status == 200).count();
            assert_eq!(merged, 1, "round {round}");
            let states = [state(&world, &one).await, state(&world, &other).await];
            assert!(states.contains(&"Merged".to_owned()) && states.contains(&"Triage".to_owned()), "round {round}: {states:?}");
        }
        is_sound(&world).await;
    }

    async fn what_joins_while_the_answer_goes_out_has_it_or_goes_alone(world: World) {
        for round in 0..rounds() {
            let lamp = |text: String, same: Option<&str>| {
                let body = json!({ "text": text, "kind": "street_lamp", "place": { "words": format!("槐荫里小区第{round}盏") }, "same": same });
                let world = &world;
                async move { world.post("/api/v1/public/cases", &[("x-channel-token", &world.channel)], &body).await }
            };
            let filed = |reply: Reply| {
                let receipt = reply.expect(201);
                Filed { number: receipt["number"].as_str().unwrap().to_owned(), code: receipt["query_code"].as_str().unwrap().to_owned() }
            };
            let parent = filed(lamp("路灯不亮".to_owned(), None).await);
            let child = filed(lamp("路灯不亮，路很黑".to_owned(), None).await);
            takes(&world, DISPATCHER, &parent, "dispatch").await;
            takes(&world, HANDLER, &parent, "accept").await;
            let (answer, merge) = (body("answer", "", ""), json!({ "into": parent.number }));
            let joined = join_all((0..3).map(|nth| let_in(move || lamp(format!("第{nth}个也遇到"), Some("2026-11")))));
            let (answered, (merged, joined)) = join(
                let_in(|| world.step(HANDLER, &parent, "answer", &answer)),
                join(let_in(|| world.step(DISPATCHER, &child, "merge", &merge)), joined),
            )
            .await;
            // Whoever wrote the answer may have been overtaken by those who joined: she looks again.
            if answered.status != 200 {
                let_in(|| world.step(HANDLER, &parent, "answer", &answer)).await.expect(200);
            }
            drop(merged);
            assert_eq!(state(&world, &parent).await, "FeedbackPending");
            let parent_id = format!("SELECT id FROM case_record WHERE number = '{}'", parent.number);
            let left = world.scalar(&format!("SELECT COUNT(*) FROM case_record WHERE merged_into = ({parent_id})")).await;
            assert_eq!(left, 0, "round {round}: nobody waits for an answer that is out");
            for case in joined.into_iter().map(filed) {
                let now = state(&world, &case).await;
                // With the first it is answered; with the other lamp of this round it waits; else it is alone.
                assert!(["FeedbackPending", "Merged", "Triage"].contains(&now.as_str()), "round {round}: {now}");
            }
        }
        is_sound(&world).await;
    }

    async fn the_whole_closes_when_its_last_two_parts_close_at_once(world: World) {
        for round in 0..rounds() {
            let whole = file(&world, &format!("第{round}轮：路灯不亮，还有广场舞太吵")).await;
            takes(&world, DISPATCHER, &whole, "split").await;
            let whole_id = format!("SELECT id FROM case_record WHERE number = '{}'", whole.number);
            let numbers = world.numbers(&format!("link_case = ({whole_id})")).await;
            let parts: Vec<Filed> = numbers.into_iter().map(|number| Filed { number, code: String::new() }).collect();
            assert_eq!(parts.len(), 2);
            for part in &parts {
                for (account, step) in [(DISPATCHER, "dispatch"), (HANDLER, "accept"), (HANDLER, "start"), (HANDLER, "propose-referral"), (DISPATCHER, "agree")] {
                    takes(&world, account, part, step).await;
                }
            }
            let receipt = body("handed-over", "", "");
            let closed = join_all(parts.iter().map(|part| let_in(|| world.step(DISPATCHER, part, "handed-over", &receipt)))).await;
            assert!(closed.iter().all(|reply| reply.status == 200), "round {round}");
            assert_eq!(state(&world, &whole).await, "Closed", "round {round}");
        }
        is_sound(&world).await;
    }
}
