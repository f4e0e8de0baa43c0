//! Looking at personal data: masked by default, opened one field at a time with a reason, and the person can see who looked
//! (domain 3.3, appendix D.11).

use identity::Role;
use serde_json::{Value, json};
use suite::{DISPATCHER, Filed, HANDLER, Visitor, World, both_databases};

use crate::cast::{COLLEAGUE, LEAD, ORGANISER};

const TEXT: &str = "三楼水管漏水";
const PHONE: &str = "13800001234";
const NAME: &str = "王小二";

/// A matter with a name and a telephone, accepted by the handler of housing.
async fn accepted(world: &World) -> Filed {
    let case = left(world, false).await;
    let dispatch = json!({ "kind": "property_service", "unit": "housing", "case_type": "help", "complexity": "general" });
    world.step(DISPATCHER, &case, "dispatch", &dispatch).await.expect(200);
    world.step(HANDLER, &case, "accept", &json!({})).await.expect(200);
    case
}

async fn left(world: &World, confidential: bool) -> Filed {
    let contact = json!({ "phone": PHONE, "name": NAME, "confidential": confidential });
    let body = json!({ "text": TEXT, "place": { "area": "huaiyin" }, "contact": contact });
    let receipt = world.post("/api/v1/public/cases", &[("x-channel-token", &world.channel)], &body).await.expect(201);
    Filed { number: receipt["number"].as_str().unwrap().to_owned(), code: receipt["query_code"].as_str().unwrap().to_owned() }
}

async fn unmask(world: &World, login: &str, case: &Filed, body: &Value) -> suite::Reply {
    let bearer = format!("Bearer {}", world.token(login).await);
    world.post(&format!("/api/v1/cases/{}/unmask", case.number), &[("authorization", &bearer)], body).await
}

async fn read(world: &World, login: &str, case: &Filed) -> Value {
    let bearer = format!("Bearer {}", world.token(login).await);
    world.get(&format!("/api/v1/cases/{}", case.number), &[("authorization", &bearer)]).await.expect(200)
}

/// Role, unit, what, why, as the resident's programme reads them; in order of the words, for all is at one instant.
async fn looks(world: &World, case: &Filed) -> Vec<String> {
    let path = format!("/api/v1/public/cases/{}/looks", case.number);
    let reply = world.get(&path, &[("x-query-code", &case.code)]).await;
    assert_eq!(reply.header("cache-control"), Some("no-store"));
    let told = reply.expect(200);
    let said = |look: &Value, field: &str| look[field].as_str().unwrap_or("-").to_owned();
    let line = |look: &Value| ["role", "unit", "seen", "reason"].map(|field| said(look, field)).join(" ");
    let mut lines: Vec<String> = told["looks"].as_array().unwrap().iter().map(line).collect();
    lines.sort();
    lines
}

both_databases! {
    async fn d_11_a_look_at_a_number_needs_a_reason_and_the_requester_sees_who(world: World) {
        let case = accepted(&world).await;
        let page = format!("/staff/cases/{}", case.number);
        let handler = Visitor::staff(&world, HANDLER).await;
        let shown = handler.get(&page).await.page(200);
        assert!(shown.contains("138****1234") && !shown.contains(PHONE) && !shown.contains(NAME), "masked by default: {shown}");
        // Without a reason: blocked, and nothing of it is written down.
        let to = format!("{page}/unmask");
        let refused = handler.post(&page, &to, &[("field", "phone")]).await;
        assert_eq!(refused.status.as_u16(), 422);
        assert!(refused.text.contains("请说明原因") && !refused.text.contains(PHONE));
        assert!(refused.text.contains("value=\"phone\" checked"), "what was chosen stays chosen");
        assert_eq!(looks(&world, &case).await, ["handler housing text -"], "the words were read, the number was not");
        // With a reason: shown once, kept by nobody.
        let opened = handler.post(&page, &to, &[("field", "phone"), ("reason", "call")]).await;
        assert_eq!((opened.status.as_u16(), opened.header("cache-control")), (200, Some("no-store")));
        assert!(opened.text.contains(PHONE) && !opened.text.contains(NAME), "the one field that was asked for");
        assert!(!handler.get(&page).await.page(200).contains(PHONE), "once");
        assert_eq!(looks(&world, &case).await, ["handler housing phone call", "handler housing text -"]);
        // The requester sees who: role and unit, the day and why; no name and no hour.
        let resident = Visitor::new(&world);
        resident.get(&format!("/t/{}/{}", case.number, case.code)).await.page(303);
        assert!(resident.get(&format!("/track/{}", case.number)).await.page(200).contains(&format!("/track/{}/looks", case.number)));
        let page = resident.get(&format!("/track/{}/looks", case.number)).await;
        assert_eq!(page.header("cache-control"), Some("no-store"));
        let page = page.page(200);
        for words in ["承办人", "住", "看了电话", "打电话说这件事", "11月23日"] {
            assert!(page.contains(words), "{words}: {page}");
        }
        assert!(!page.contains("10:42") && !page.contains("徐海平"), "neither the hour nor a name: {page}");
        let english = resident.get(&format!("/track/{}/looks?lang=en", case.number)).await.page(200);
        assert!(english.contains("to speak about the matter"), "{english}");
        let stranger = Visitor::new(&world).get(&format!("/track/{}/looks", case.number)).await;
        assert_eq!(stranger.status.as_u16(), 303, "without the code there is no such page");
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }

    async fn who_may_not_unmask_sees_nothing_of_the_contact(world: World) {
        let case = accepted(&world).await;
        world.person(COLLEAGUE, "马工", Role::Handler, "unit:housing").await;
        for login in [HANDLER, LEAD, "mei.point"] {
            let seen = read(&world, login, &case).await;
            assert_eq!((&seen["contact_phone"], &seen["contact_name"]), (&json!("138****1234"), &json!("王**")), "{login}");
            let opened = unmask(&world, login, &case, &json!({ "field": "name", "reason": "visit" })).await;
            assert_eq!(opened.header("cache-control"), Some("no-store"));
            assert_eq!(opened.expect(200), json!({ "field": "name", "value": NAME }), "{login}");
        }
        let seen = read(&world, DISPATCHER, &case).await;
        assert_eq!((&seen["contact_phone"], &seen["contact_name"]), (&Value::Null, &Value::Null), "a dispatcher needs the words");
        assert_eq!(seen["text"], TEXT);
        let desk = Visitor::staff(&world, DISPATCHER).await.get(&format!("/staff/cases/{}", case.number)).await.page(200);
        assert!(!desk.contains("138****1234") && desk.contains("不向您这个岗位显示"), "{desk}");
        let phone = json!({ "field": "phone", "reason": "call" });
        unmask(&world, DISPATCHER, &case, &phone).await.assert_problem(403, "auth.forbidden");
        unmask(&world, ORGANISER, &case, &phone).await.assert_problem(403, "auth.forbidden");
        unmask(&world, "he.admin", &case, &phone).await.assert_problem(403, "auth.forbidden");
        for login in [COLLEAGUE, "cao.audit", "gao.supervise"] {
            unmask(&world, login, &case, &phone).await.assert_problem(404, "case.not_found");
        }
        let looks = looks(&world, &case).await;
        assert_eq!(looks.len(), 7, "three names, four readings: {looks:?}");
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }

    async fn what_cannot_be_opened_is_refused_and_leaves_no_trace(world: World) {
        let case = accepted(&world).await;
        let invalid = [
            json!({}),
            json!({ "field": "phone" }),
            json!({ "field": "text", "reason": "call" }),
            json!({ "field": "phone", "reason": "audit" }),
            json!({ "field": "phone", "reason": "alarm" }),
            json!({ "field": "email", "reason": "call" }),
        ];
        for body in invalid {
            unmask(&world, HANDLER, &case, &body).await.assert_problem(422, "input.invalid");
        }
        let secret = left(&world, true).await;
        let dispatch = json!({ "kind": "property_service", "unit": "housing", "case_type": "help", "complexity": "general" });
        world.step(DISPATCHER, &secret, "dispatch", &dispatch).await.expect(200);
        world.step(HANDLER, &secret, "accept", &json!({})).await.expect(200);
        let phone = json!({ "field": "phone", "reason": "call" });
        unmask(&world, HANDLER, &secret, &phone).await.assert_problem(409, "case.confidential");
        let page = Visitor::staff(&world, HANDLER).await.get(&format!("/staff/cases/{}", secret.number)).await.page(200);
        assert!(!page.contains("/unmask"), "nor is it offered");
        let grant = identity::Granted::<cases::permissions::EraseCase>::system("test");
        world.app.cases.erase(&grant, &case.number.parse().unwrap()).await.unwrap();
        unmask(&world, HANDLER, &case, &phone).await.assert_problem(409, "case.erased");
        read(&world, HANDLER, &case).await;
        assert_eq!(looks(&world, &case).await, Vec::<String>::new(), "after the erasure there was nothing to be seen");
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }

    async fn a_page_read_all_day_is_one_look_and_every_unmasking_is_one(world: World) {
        let case = accepted(&world).await;
        let handler = Visitor::staff(&world, HANDLER).await;
        let page = format!("/staff/cases/{}", case.number);
        for _ in 0..3 {
            handler.get(&page).await.page(200);
            read(&world, HANDLER, &case).await;
        }
        assert_eq!(looks(&world, &case).await.len(), 1);
        for _ in 0..2 {
            unmask(&world, HANDLER, &case, &json!({ "field": "phone", "reason": "verify" })).await.expect(200);
        }
        assert_eq!(looks(&world, &case).await.len(), 3);
        world.wake("2026-11-24T09:00:00+08:00".parse().unwrap()).await;
        read(&world, HANDLER, &case).await;
        assert_eq!(looks(&world, &case).await.len(), 4, "another day");
        let version = world.version(&case).await;
        read(&world, LEAD, &case).await;
        assert_eq!(world.version(&case).await, version, "a look is no step: whoever writes an answer is not stale by it");
        let resident = Visitor::new(&world);
        resident.get(&format!("/t/{}/{}", case.number, case.code)).await.page(303);
        assert!(resident.get(&format!("/track/{}/looks", case.number)).await.page(200).contains("当天 2 次"));
        world.track(&case).await;
        assert_eq!(looks(&world, &case).await.len(), 5, "her own reading is nobody's look");
    }

    async fn staff_see_their_own_looks_and_the_auditor_everybodys(world: World) {
        let case = accepted(&world).await;
        unmask(&world, HANDLER, &case, &json!({ "field": "phone", "reason": "call" })).await.expect(200);
        read(&world, LEAD, &case).await;
        let grouped = format!("{} {} {} {}", &case.number[..3], &case.number[3..6], &case.number[6..9], &case.number[9..]);
        let handler = Visitor::staff(&world, HANDLER).await;
        let own = handler.get("/staff/looks").await.page(200);
        assert!(own.contains(&grouped) && own.contains("看了电话：打电话说这件事") && !own.contains("看了反映的内容"), "{own}");
        assert!(!own.contains("/staff/looks/all"));
        assert_eq!(handler.get("/staff/looks/all").await.status.as_u16(), 403);
        let auditor = Visitor::staff(&world, "cao.audit").await;
        assert!(auditor.get("/staff/account").await.page(200).contains("/staff/looks"), "the rail leads there");
        let all = auditor.get("/staff/looks/all").await.page(200);
        assert!(all.contains(&grouped) && all.contains("看了电话") && all.contains("看了反映的内容") && !all.contains(TEXT), "{all}");
        assert!(!all.contains(PHONE) && !all.contains("138****"), "who looked, not at what it said");
        assert!(auditor.get("/staff/looks").await.page(200).contains("没有记录"), "she has looked at nobody herself");
        let lead = Visitor::staff(&world, LEAD).await.get("/staff/looks").await.page(200);
        assert!(lead.contains("看了反映的内容") && !lead.contains("看了电话"), "{lead}");
    }

    async fn a_look_that_is_taken_out_or_changed_is_found(world: World) {
        let case = accepted(&world).await;
        unmask(&world, HANDLER, &case, &json!({ "field": "phone", "reason": "call" })).await.expect(200);
        assert_eq!(world.doctor().await, Vec::<String>::new());
        for change in ["reason = 'visit'", "role = 'lead'", "unit = 'agriculture'", "at = at + 1", "seen = 'name'", "on_day = '2026-11-22'"] {
            world.sql(&format!("UPDATE case_look SET {change} WHERE seen = 'phone'")).await;
            assert!(world.doctor().await.iter().any(|finding| finding.starts_with("case_look")), "{change}");
            let mend = "reason = 'call', role = 'handler', unit = 'housing', seen = 'phone', on_day = '2026-11-23', at = (SELECT e.occurred_at FROM \
                        journal_event e WHERE e.stream = case_look.id)";
            world.sql(&format!("UPDATE case_look SET {mend} WHERE seen IN ('phone', 'name')")).await;
            assert_eq!(world.doctor().await, Vec::<String>::new(), "{change}");
        }
        world.sql("DELETE FROM case_look WHERE seen = 'phone'").await;
        assert!(world.doctor().await.iter().any(|finding| finding.starts_with("case_look")), "its event has no row");
    }

    async fn whoever_takes_an_alarm_on_is_told_the_number_and_it_is_a_look(world: World) {
        let contact = json!({ "phone": PHONE });
        let body = json!({ "text": "没人管，我不想活了", "place": { "area": "huaiyin" }, "contact": contact });
        let receipt = world.post("/api/v1/public/cases", &[("x-channel-token", &world.channel)], &body).await.expect(201);
        let case = Filed { number: receipt["number"].as_str().unwrap().to_owned(), code: receipt["query_code"].as_str().unwrap().to_owned() };
        let desk = Visitor::staff(&world, DISPATCHER).await;
        let page = format!("/staff/cases/{}", case.number);
        assert!(!desk.get(&page).await.page(200).contains(PHONE));
        world.step(DISPATCHER, &case, "answer-alarm", &json!({})).await.expect(200);
        for _ in 0..2 {
            assert!(desk.get(&page).await.page(200).contains(PHONE));
        }
        assert_eq!(looks(&world, &case).await.iter().filter(|look| *look == "dispatcher - phone alarm").count(), 1);
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }
}
