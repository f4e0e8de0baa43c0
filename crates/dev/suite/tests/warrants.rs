//! Leave to read with an end: a warrant needs two people and ends by itself; a sample shows an evaluator no word and an auditor
//! one matter at a time (decisions 3).

use identity::Role;
use serde_json::{Value, json};
use suite::{DISPATCHER, Filed, HANDLER, Visitor, World, both_databases, hidden};

use crate::cast::{ORGANISER, SUPERVISOR};

const AUDITOR: &str = "cao.audit";
const EVALUATOR: &str = "some.evaluator";
const PATH: &str = "/staff/warrants";
const PHONE: &str = "13800000000";

async fn read(world: &World, login: &str, case: &Filed) -> suite::Reply {
    let bearer = format!("Bearer {}", world.token(login).await);
    world.get(&format!("/api/v1/cases/{}", case.number), &[("authorization", &bearer)]).await
}

async fn unmask(world: &World, login: &str, case: &Filed, body: &Value) -> suite::Reply {
    let bearer = format!("Bearer {}", world.token(login).await);
    world.post(&format!("/api/v1/cases/{}/unmask", case.number), &[("authorization", &bearer)], body).await
}

async fn sent(world: &World, login: &str, path: &str, body: &Value) -> suite::Reply {
    let bearer = format!("Bearer {}", world.token(login).await);
    world.post(&format!("/api/v1/{path}"), &[("authorization", &bearer)], body).await
}

async fn got(world: &World, login: &str, path: &str) -> suite::Reply {
    let bearer = format!("Bearer {}", world.token(login).await);
    world.get(&format!("/api/v1/{path}"), &[("authorization", &bearer)]).await
}

async fn list(world: &World, login: &str) -> Vec<Value> {
    let bearer = format!("Bearer {}", world.token(login).await);
    let page = world.get("/api/v1/cases", &[("authorization", &bearer)]).await.expect(200);
    page["cases"].as_array().unwrap().clone()
}

async fn seen(world: &World, case: &Filed) -> Vec<String> {
    let path = format!("/api/v1/public/cases/{}/looks", case.number);
    let told = world.get(&path, &[("x-query-code", &case.code)]).await.expect(200);
    let line = |look: &Value| {
        format!("{} {} {}", look["role"].as_str().unwrap(), look["seen"].as_str().unwrap(), look["reason"].as_str().unwrap_or("-"))
    };
    let mut lines: Vec<String> = told["looks"].as_array().unwrap().iter().map(line).collect();
    lines.sort();
    lines
}

/// The address of the first form of a page that ends with `end`.
fn action(page: &str, end: &str) -> Option<String> {
    page.split("action=\"").skip(1).filter_map(|rest| rest.split_once('"')).map(|(to, _)| to.to_owned()).find(|to| to.ends_with(end))
}

async fn at(world: &World, text: &str) {
    world.wake(text.parse().unwrap()).await;
}

both_databases! {
    async fn a_warrant_is_asked_for_by_one_granted_by_another_and_ends_by_itself(world: World) {
        let case = world.answered("楼道灯坏了").await;
        let other = world.answered("另一件").await;
        read(&world, AUDITOR, &case).await.assert_problem(404, "case.not_found");
        let auditor = Visitor::staff(&world, AUDITOR).await;
        let ask = |number: &str, reason: &'static str, days: &'static str| {
            vec![("number".to_owned(), number.to_owned()), ("reason".to_owned(), reason.to_owned()), ("days".to_owned(), days.to_owned())]
        };
        let asked = async |fields: Vec<(String, String)>| {
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            auditor.post(PATH, PATH, &fields).await
        };
        for refused in [ask("261123000001", "complaint", "7"), ask(&case.number, "", "7"), ask(&case.number, "complaint", "15"), ask(&case.number, "complaint", "0")] {
            let page = asked(refused.clone()).await;
            assert_eq!(page.status.as_u16(), 422, "{refused:?}");
            assert!(page.text.contains(&refused[0].1), "what was typed stays");
        }
        assert_eq!(asked(ask(&case.number, "complaint", "3")).await.header("location"), Some("/staff/warrants?done=asked"));
        assert!(asked(ask(&case.number, "leak", "3")).await.page(409).contains("已经申请过"));
        read(&world, AUDITOR, &case).await.assert_problem(404, "case.not_found");
        // Nobody grants who may not, and an auditor not even her own.
        let own = auditor.get(PATH).await.page(200);
        assert!(own.contains("等批准") && action(&own, "/grant").is_none());
        let organiser = Visitor::staff(&world, ORGANISER).await;
        let page = organiser.get(PATH).await.page(200);
        let grant = action(&page, "/grant").unwrap();
        let csrf = |page: &str| hidden(page, "csrf").unwrap();
        assert_eq!(auditor.send(&grant, &[("csrf", csrf(&own))]).await.status.as_u16(), 403);
        assert_eq!(Visitor::staff(&world, SUPERVISOR).await.get(PATH).await.status.as_u16(), 403);
        assert_eq!(organiser.post(PATH, &grant, &[]).await.header("location"), Some("/staff/warrants?done=granted"));
        organiser.post(PATH, &grant, &[]).await.page(409);
        // It opens that one matter, words and contact, and every look is told to the resident.
        assert_eq!(read(&world, AUDITOR, &case).await.expect(200)["text"], "楼道灯坏了");
        read(&world, AUDITOR, &other).await.assert_problem(404, "case.not_found");
        let listed = list(&world, AUDITOR).await;
        assert_eq!((listed.len(), listed[0]["title"].as_str()), (1, Some("")), "in a list no word of it: {listed:?}");
        assert_eq!(unmask(&world, AUDITOR, &case, &json!({ "field": "phone" })).await.expect(200)["value"], PHONE);
        unmask(&world, AUDITOR, &other, &json!({ "field": "phone" })).await.assert_problem(404, "case.not_found");
        let looks = seen(&world, &case).await;
        assert_eq!(looks.iter().filter(|look| look.starts_with("auditor")).collect::<Vec<_>>(), ["auditor phone audit", "auditor text audit"]);
        world.step(AUDITOR, &case, "note", &json!({ "text": "看过", "visibility": "internal" })).await.assert_problem(403, "auth.forbidden");
        // Three days later it is over, by the row alone: no job has to run.
        at(&world, "2026-11-26T10:41:59+08:00").await;
        read(&world, AUDITOR, &case).await.expect(200);
        at(&world, "2026-11-26T10:42:00+08:00").await;
        read(&world, AUDITOR, &case).await.assert_problem(404, "case.not_found");
        unmask(&world, AUDITOR, &case, &json!({ "field": "phone" })).await.assert_problem(404, "case.not_found");
        assert!(list(&world, AUDITOR).await.is_empty());
        let over = Visitor::staff(&world, AUDITOR).await.get(PATH).await.page(200);
        assert!(over.contains("已失效") && !over.contains(&format!("/staff/cases/{}", case.number)), "{over}");
        assert_eq!(world.doctor().await, Vec::<String>::new());
        world.sql("UPDATE case_warrant SET until = until + 86400000").await;
        assert!(world.doctor().await.iter().any(|finding| finding.starts_with("case_warrant")), "a longer one made by SQL is named");
    }

    async fn a_warrant_can_be_refused_and_ended_and_nobody_holds_both_ends(world: World) {
        let case = world.answered("楼道灯坏了").await;
        let both = "lu.both";
        world.person(both, "陆两头", Role::Auditor, "county").await;
        let login = |login: &str| format!("SELECT id FROM identity_account WHERE login = '{login}'");
        let id = world.text(&login(both)).await.parse().unwrap();
        let held = identity::Held { role: Role::Organiser, place: identity::Place::County };
        world.app.identity.give_role(&identity::Granted::system("test"), id, held).await.unwrap();
        let visitor = Visitor::staff(&world, both).await;
        let fields = [("number", case.number.as_str()), ("reason", "leak"), ("days", "2")];
        visitor.post(PATH, PATH, &fields).await.page(303);
        let page = visitor.get(PATH).await.page(200);
        assert!(page.contains("等批准") && action(&page, "/grant").is_none(), "her own is not offered to her");
        let organiser = Visitor::staff(&world, ORGANISER).await;
        let page = organiser.get(PATH).await.page(200);
        let (grant, refuse) = (action(&page, "/grant").unwrap(), action(&page, "/refuse").unwrap());
        for own in [&grant, &refuse] {
            assert!(visitor.post(PATH, own, &[]).await.page(409).contains("不能给自己授权"));
        }
        organiser.post(PATH, &refuse, &[]).await.page(303);
        organiser.post(PATH, &grant, &[]).await.page(409);
        read(&world, both, &case).await.assert_problem(404, "case.not_found");
        visitor.post(PATH, PATH, &fields).await.page(303);
        let grant = action(&organiser.get(PATH).await.page(200), "/grant").unwrap();
        organiser.post(PATH, &grant, &[]).await.page(303);
        read(&world, both, &case).await.expect(200);
        let end = action(&organiser.get(PATH).await.page(200), "/end").unwrap();
        assert_eq!(organiser.post(PATH, &end, &[]).await.header("location"), Some("/staff/warrants?done=ended"));
        read(&world, both, &case).await.assert_problem(404, "case.not_found");
        organiser.post(PATH, &end, &[]).await.page(409);
        organiser.post(PATH, "/staff/warrants/warr_00000000000000000000000000000000/end", &[]).await.page(404);
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }

    async fn a_sample_shows_an_evaluator_no_word_and_ends(world: World) {
        world.person(EVALUATOR, "评估员", Role::Evaluator, "county").await;
        let good = json!({ "contacted": true, "solved": true, "satisfaction": 5 });
        let (case, sealed, open) = (world.answered("楼道灯坏了").await, world.answered("要保密的事").await, world.answered("还没评价").await);
        for case in [&case, &sealed] {
            world.as_resident(case, "rating", &good).await.expect(200);
        }
        world.step(DISPATCHER, &sealed, "seal", &json!({ "reason": "minor" })).await.expect(200);
        world.step(HANDLER, &case, "note", &json!({ "text": "物业已登记", "visibility": "internal" })).await.expect(200);
        let organiser = Visitor::staff(&world, ORGANISER).await;
        let draw = |reader: &'static str, month: &'static str| [("reader", reader), ("month", month), ("count", "20"), ("days", "2")];
        for (reader, month) in [(EVALUATOR, "2026-10"), (EVALUATOR, "十月"), (HANDLER, "2026-11"), ("", "2026-11")] {
            assert_eq!(organiser.post(PATH, "/staff/samples", &draw(reader, month)).await.status.as_u16(), 422, "{reader} {month}");
        }
        for reader in [EVALUATOR, AUDITOR] {
            let drawn = organiser.post(PATH, "/staff/samples", &draw(reader, "2026-11")).await;
            assert_eq!(drawn.header("location"), Some("/staff/warrants?done=drawn"), "{}", drawn.text);
        }
        // The closed one that is not sealed: kind, place and the note; no word, no person, no look.
        let masked = read(&world, EVALUATOR, &case).await.expect(200);
        assert_eq!((&masked["text"], &masked["contact_phone"], &masked["place"]["words"]), (&Value::Null, &Value::Null, &Value::Null), "{masked}");
        assert!(masked.to_string().contains("物业已登记") && !masked.to_string().contains("已经修好"), "{masked}");
        let page = Visitor::staff(&world, EVALUATOR).await.get(&format!("/staff/cases/{}", case.number)).await.page(200);
        assert!(page.contains("内容不在这里显示") && !page.contains("楼道灯坏了"), "{page}");
        unmask(&world, EVALUATOR, &case, &json!({ "field": "phone", "reason": "verify" })).await.assert_problem(403, "auth.forbidden");
        for hidden in [&sealed, &open] {
            read(&world, EVALUATOR, hidden).await.assert_problem(404, "case.not_found");
        }
        assert_eq!(list(&world, EVALUATOR).await.iter().map(|row| row["title"].clone()).collect::<Vec<_>>(), [json!("")]);
        assert!(!seen(&world, &case).await.iter().any(|look| look.starts_with("evaluator")));
        // An auditor reads the words, and that is a look; the contact takes a warrant.
        assert_eq!(read(&world, AUDITOR, &case).await.expect(200)["text"], "楼道灯坏了");
        assert!(seen(&world, &case).await.contains(&"auditor text sample".to_owned()));
        unmask(&world, AUDITOR, &case, &json!({ "field": "phone" })).await.assert_problem(404, "case.not_found");
        // One is ended by hand, the other by its time.
        let listed = organiser.get(PATH).await.page(200);
        let end = action(&listed, "/end").unwrap();
        organiser.post(PATH, &end, &[]).await.page(303);
        organiser.post(PATH, &end, &[]).await.page(409);
        at(&world, "2026-11-25T10:41:59+08:00").await;
        let mut left = 0;
        for reader in [EVALUATOR, AUDITOR] {
            left += usize::from(read(&world, reader, &case).await.status == 200);
        }
        assert_eq!(left, 1);
        at(&world, "2026-11-25T10:42:00+08:00").await;
        for reader in [EVALUATOR, AUDITOR] {
            read(&world, reader, &case).await.assert_problem(404, "case.not_found");
        }
        assert_eq!(world.doctor().await, Vec::<String>::new());
        world.sql(&format!("UPDATE case_sampled SET case_id = (SELECT id FROM case_record WHERE number = '{}')", open.number)).await;
        assert!(world.doctor().await.iter().any(|finding| finding.starts_with("case_sampled")));
    }

    async fn a_programme_asks_grants_draws_and_ends_as_the_pages_do(world: World) {
        world.person(EVALUATOR, "评估员", Role::Evaluator, "county").await;
        let case = world.answered("楼道灯坏了").await;
        world.as_resident(&case, "rating", &json!({ "contacted": true, "solved": true, "satisfaction": 5 })).await.expect(200);
        let ask = |days: Value| json!({ "number": case.number, "reason": "complaint", "days": days });
        for refused in [json!({}), ask(json!(0)), ask(json!(15)), json!({ "number": "261123000001", "reason": "complaint", "days": 3 })] {
            sent(&world, AUDITOR, "warrants", &refused).await.assert_problem(422, "input.invalid");
        }
        sent(&world, ORGANISER, "warrants", &ask(json!(3))).await.assert_problem(403, "auth.forbidden");
        let id = sent(&world, AUDITOR, "warrants", &ask(json!(3))).await.expect(201)["id"].as_str().unwrap().to_owned();
        sent(&world, AUDITOR, "warrants", &ask(json!("3"))).await.assert_problem(409, "leave.already");
        let (grant, end) = (format!("warrants/{id}/grant"), format!("warrants/{id}/end"));
        sent(&world, AUDITOR, &grant, &json!({})).await.assert_problem(403, "auth.forbidden");
        sent(&world, ORGANISER, "warrants/none/grant", &json!({})).await.assert_problem(404, "leave.not_found");
        sent(&world, ORGANISER, &end, &json!({})).await.assert_problem(409, "leave.over");
        sent(&world, ORGANISER, &grant, &json!({})).await.expect(204);
        sent(&world, ORGANISER, &format!("warrants/{id}/refuse"), &json!({})).await.assert_problem(409, "leave.over");
        for login in [AUDITOR, ORGANISER] {
            let listed = got(&world, login, "warrants").await.expect(200);
            let first = &listed["warrants"][0];
            assert_eq!((&first["number"], &first["status"], &first["in_force"]), (&json!(case.number), &json!("granted"), &json!(true)), "{listed}");
            assert_eq!((&first["until"], &first["reader"]), (&json!("2026-11-26T10:42:00+08:00"), &json!("曹镜如")), "{listed}");
        }
        got(&world, SUPERVISOR, "warrants").await.assert_problem(403, "auth.forbidden");
        read(&world, AUDITOR, &case).await.expect(200);
        unmask(&world, AUDITOR, &case, &json!({ "field": "phone" })).await.expect(200);
        // Looks: one's own, and everybody's for the auditor alone; who and why, no word of the matter.
        let own = got(&world, AUDITOR, "looks").await.expect(200);
        let told: Vec<(&str, &str)> =
            own["looks"].as_array().unwrap().iter().map(|look| (look["seen"].as_str().unwrap(), look["reason"].as_str().unwrap())).collect();
        assert!(told.len() == 2 && told.contains(&("text", "audit")) && told.contains(&("phone", "audit")), "{own}");
        assert!(!own.to_string().contains("楼道灯") && !own.to_string().contains(PHONE), "{own}");
        let first = got(&world, AUDITOR, "looks/all?size=1").await.expect(200);
        let next = got(&world, AUDITOR, &format!("looks/all?size=1&after={}", first["next"].as_str().unwrap())).await.expect(200);
        assert_ne!(first["looks"], next["looks"]);
        got(&world, AUDITOR, "looks/all?after=x").await.assert_problem(422, "input.invalid");
        got(&world, ORGANISER, "looks/all").await.assert_problem(403, "auth.forbidden");
        assert_eq!(got(&world, ORGANISER, "looks").await.expect(200)["looks"], json!([]));
        world.get("/api/v1/looks", &[]).await.assert_problem(401, "auth.required");
        sent(&world, ORGANISER, &end, &json!({})).await.expect(204);
        read(&world, AUDITOR, &case).await.assert_problem(404, "case.not_found");
        // A sample, drawn for somebody else, told without the matters it holds.
        let draw = |reader: &str| json!({ "reader": reader, "month": "2026-11", "count": 20, "days": 2 });
        sent(&world, AUDITOR, "samples", &draw(EVALUATOR)).await.assert_problem(403, "auth.forbidden");
        sent(&world, ORGANISER, "samples", &draw(HANDLER)).await.assert_problem(422, "input.invalid");
        let drawn = sent(&world, ORGANISER, "samples", &draw(EVALUATOR)).await.expect(201);
        assert_eq!((&drawn["cases"], &drawn["reader"], &drawn["in_force"]), (&json!(1), &json!("评估员"), &json!(true)));
        assert!(!drawn.to_string().contains(&case.number));
        let listed = got(&world, ORGANISER, "samples").await.expect(200);
        assert_eq!(listed["samples"], json!([drawn]));
        got(&world, EVALUATOR, "samples").await.assert_problem(403, "auth.forbidden");
        assert_eq!(read(&world, EVALUATOR, &case).await.expect(200)["text"], Value::Null);
        let end = format!("samples/{}/end", drawn["id"].as_str().unwrap());
        sent(&world, ORGANISER, &end, &json!({})).await.expect(204);
        sent(&world, ORGANISER, &end, &json!({})).await.assert_problem(409, "leave.over");
        read(&world, EVALUATOR, &case).await.assert_problem(404, "case.not_found");
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }
}
