//! 协办: a unit that helps sees kind, place and the words that are for it, reports back, and sees nothing else by any door
//! (decisions 3).

use identity::Role;
use serde_json::{Value, json};
use suite::{DISPATCHER, Filed, HANDLER, Visitor, World, both_databases};

use crate::cast::LEAD;

/// A handler of the unit that helps.
const HELPER: &str = "teng.agriculture";
/// Its lead.
const HELPING_LEAD: &str = "ai.agriculture";
const TEXT: &str = "三楼水管漏水，家里老人摔了";
const PHONE: &str = "13800001234";
const NAME: &str = "王小二";
const PLACE: &str = "槐荫里小区3号楼二单元302";
const ASKED: &str = "请看一下楼下绿化带的阀门";

/// A matter with everything in it that a helping unit may not see, accepted by housing.
async fn accepted(world: &World) -> Filed {
    for (login, role) in [(HELPER, Role::Handler), (HELPING_LEAD, Role::Lead)] {
        world.person(login, "某人", role, "unit:agriculture").await;
    }
    let body = json!({ "text": TEXT, "place": { "words": PLACE, "area": "huaiyin" }, "contact": { "phone": PHONE, "name": NAME } });
    let receipt = world.post("/api/v1/public/cases", &[("x-channel-token", &world.channel)], &body).await.expect(201);
    let case = Filed { number: receipt["number"].as_str().unwrap().to_owned(), code: receipt["query_code"].as_str().unwrap().to_owned() };
    let dispatch =
        json!({ "kind": "property_service", "unit": "housing", "case_type": "help", "complexity": "general", "note": "先打电话" });
    world.step(DISPATCHER, &case, "dispatch", &dispatch).await.expect(200);
    world.step(HANDLER, &case, "accept", &json!({})).await.expect(200);
    case
}

async fn ask(world: &World, login: &str, case: &Filed, unit: &str) -> suite::Reply {
    world.step(login, case, "assist", &json!({ "unit": unit, "text": ASKED })).await
}

async fn got(world: &World, login: &str, path: &str) -> suite::Reply {
    let bearer = format!("Bearer {}", world.token(login).await);
    world.get(&format!("/api/v1/{path}"), &[("authorization", &bearer)]).await
}

async fn report(world: &World, login: &str, case: &Filed, version: i64, text: &str) -> suite::Reply {
    let (bearer, seen) = (format!("Bearer {}", world.token(login).await), format!("\"{version}\""));
    let headers = [("authorization", bearer.as_str()), ("if-match", seen.as_str())];
    world.post(&format!("/api/v1/assists/{}/report", case.number), &headers, &json!({ "text": text })).await
}

async fn sees(world: &World, login: &str, case: &Filed) -> bool {
    let listed = got(world, login, "assists").await.expect(200);
    let there = listed["cases"].as_array().unwrap().iter().any(|one| one["number"] == case.number.as_str());
    let one = got(world, login, &format!("assists/{}", case.number)).await.status.as_u16();
    assert_eq!(there, one == 200, "list and case agree");
    there
}

/// Nothing of the resident, nor of what others wrote.
fn tells_nothing(text: &str) {
    for secret in [TEXT, "老人摔了", PHONE, NAME, PLACE, "3号楼", "先打电话", "内部情况"] {
        assert!(!text.contains(secret), "{secret}: {text}");
    }
}

both_databases! {
    async fn a_unit_that_helps_sees_kind_place_and_the_words_for_it(world: World) {
        let case = accepted(&world).await;
        world.step(HANDLER, &case, "note", &json!({ "text": "内部情况", "visibility": "internal" })).await.expect(200);
        assert!(!sees(&world, HELPER, &case).await);
        ask(&world, HANDLER, &case, "agriculture").await.assert_problem(403, "auth.forbidden");
        ask(&world, HELPING_LEAD, &case, "agriculture").await.assert_problem(404, "case.not_found");
        ask(&world, LEAD, &case, "housing").await.assert_problem(409, "case.already_so");
        ask(&world, LEAD, &case, "nowhere").await.assert_problem(422, "input.invalid");
        world.step(LEAD, &case, "assist", &json!({ "unit": "agriculture", "text": " " })).await.assert_problem(422, "input.invalid");
        ask(&world, LEAD, &case, "agriculture").await.expect(200);
        for login in [HELPER, HELPING_LEAD] {
            assert!(sees(&world, login, &case).await);
            let one = got(&world, login, &format!("assists/{}", case.number)).await;
            tells_nothing(&one.text);
            let one = one.expect(200);
            assert_eq!((&one["kind"], &one["area"], &one["unit"]), (&json!("property_service"), &json!("huaiyin"), &json!("housing")));
            assert_eq!((&one["road"], &one["notes"][0]["words"]), (&json!("槐荫里小区"), &json!(ASKED)), "{one}");
            tells_nothing(&got(&world, login, "assists").await.text);
            // By no other door: neither the case nor a list nor a count.
            got(&world, login, &format!("cases/{}", case.number)).await.assert_problem(404, "case.not_found");
            assert_eq!(got(&world, login, "cases").await.expect(200)["cases"], json!([]));
            world.step(login, &case, "note", &json!({ "text": "x", "visibility": "internal" })).await.assert_problem(404, "case.not_found");
            let visitor = Visitor::staff(&world, login).await;
            visitor.get(&format!("/staff/cases/{}", case.number)).await.page(404);
            for path in ["/staff", "/staff/cases", "/staff/cases?state="] {
                let page = visitor.get(path).await.page(200);
                tells_nothing(&page);
                assert!(!page.contains(&case.number), "{path}");
            }
            let list = visitor.get("/staff/assists").await.page(200);
            let page = visitor.get(&format!("/staff/assists/{}", case.number)).await.page(200);
            assert!(list.contains(&case.number) && page.contains(ASKED) && page.contains("槐荫里小区"), "{page}");
            tells_nothing(&list);
            tells_nothing(&page);
        }
        // Nobody else of staff gets a door by it, and what a unit does itself is not among what it helps with.
        assert!(!sees(&world, HANDLER, &case).await);
        got(&world, DISPATCHER, "assists").await.assert_problem(403, "auth.forbidden");
        got(&world, "cao.audit", "assists").await.assert_problem(403, "auth.forbidden");
        // Words for another unit are not its own to read.
        ask(&world, DISPATCHER, &case, "health").await.expect(200);
        let one = got(&world, HELPER, &format!("assists/{}", case.number)).await.expect(200);
        assert_eq!(one["notes"].as_array().unwrap().len(), 1, "{one}");
        let whole = got(&world, LEAD, &format!("cases/{}", case.number)).await.expect(200);
        assert_eq!(whole["assists"], json!(["agriculture", "health"]));
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }

    async fn the_desk_asks_several_units_in_the_same_step_as_the_dispatch(world: World) {
        for (login, unit) in [(HELPER, "unit:agriculture"), ("xu.health", "unit:health")] {
            world.person(login, "某人", Role::Handler, unit).await;
        }
        let body = json!({ "text": TEXT, "place": { "words": PLACE, "area": "huaiyin" }, "contact": { "phone": PHONE, "name": NAME } });
        let receipt = world.post("/api/v1/public/cases", &[("x-channel-token", &world.channel)], &body).await.expect(201);
        let case = Filed { number: receipt["number"].as_str().unwrap().to_owned(), code: receipt["query_code"].as_str().unwrap().to_owned() };
        let desk = Visitor::staff(&world, DISPATCHER).await;
        let (page, to) = (format!("/staff/dispatch/{}", case.number), format!("/staff/cases/{}/dispatch", case.number));
        let shown = desk.get(&page).await.page(200);
        assert!(shown.contains("name=\"assist\" value=\"agriculture\"") && !shown.contains("name=\"assist\" value=\"agriculture\" checked"), "{shown}");
        let version = world.version(&case).await.to_string();
        let form = [("version", version.as_str()), ("kind", "property_service"), ("unit", "housing"), ("complexity", "general"), ("assist_text", ASKED)];
        // Words for nobody are not lost: the form comes back with them.
        let refused = desk.post(&page, &to, &form).await.page(422);
        assert!(refused.contains("还没选请哪个单位") && refused.contains(ASKED), "{refused}");
        let with = |units: &[&'static str]| -> Vec<(&'static str, String)> {
            let units = units.iter().map(|unit| ("assist", (*unit).to_owned()));
            form.iter().map(|(name, value)| (*name, (*value).to_owned())).chain(units).collect()
        };
        let sent = |fields: Vec<(&'static str, String)>| {
            let (desk, page, to) = (&desk, &page, &to);
            async move {
                let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
                desk.post(page, to, &fields).await
            }
        };
        let refused = sent(with(&["agriculture", "nowhere"])).await.page(422);
        assert!(refused.contains("value=\"agriculture\" checked"), "what was ticked stays: {refused}");
        assert_eq!(world.version(&case).await.to_string(), version, "nothing was sent");
        sent(with(&["agriculture", "health", "housing"])).await.page(303);
        for login in [HELPER, "xu.health"] {
            assert!(sees(&world, login, &case).await);
            let one = got(&world, login, &format!("assists/{}", case.number)).await;
            tells_nothing(&one.text);
            assert_eq!(one.expect(200)["notes"][0]["words"], ASKED);
        }
        let whole = got(&world, DISPATCHER, &format!("cases/{}", case.number)).await.expect(200);
        assert_eq!((&whole["assists"], &whole["unit"]), (&json!(["agriculture", "health"]), &json!("housing")), "the unit itself helps nobody");
        assert_eq!(world.scalar("SELECT count(*) FROM case_assist").await, 2);
        // By the API, and without words.
        let other = world.file("楼道灯坏了").await;
        let dispatch = json!({ "kind": "property_service", "unit": "housing", "complexity": "general", "assists": ["health", "health"] });
        world.step(DISPATCHER, &other, "dispatch", &dispatch).await.expect(200);
        assert!(sees(&world, "xu.health", &other).await && !sees(&world, HELPER, &other).await);
        // Nobody is asked about herself.
        let body = json!({ "text": "农业局的人来收钱", "place": { "area": "huaiyin" }, "against": "agriculture" });
        let receipt = world.post("/api/v1/public/cases", &[("x-channel-token", &world.channel)], &body).await.expect(201);
        let about = Filed { number: receipt["number"].as_str().unwrap().to_owned(), code: receipt["query_code"].as_str().unwrap().to_owned() };
        let dispatch = json!({ "kind": "property_service", "unit": "housing", "complexity": "general", "assists": ["health"], "assist_text": ASKED });
        world.step(DISPATCHER, &about, "dispatch", &dispatch).await.assert_problem(409, "case.sealed_stays");
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }

    async fn its_report_is_on_the_file_and_its_help_ends(world: World) {
        let case = accepted(&world).await;
        ask(&world, LEAD, &case, "agriculture").await.expect(200);
        let version = world.version(&case).await;
        report(&world, HELPER, &case, version, "").await.assert_problem(422, "input.invalid");
        report(&world, HELPER, &case, version - 1, "看过了").await.assert_problem(409, "case.stale");
        report(&world, HANDLER, &case, version, "看过了").await.assert_problem(404, "case.not_found");
        report(&world, HELPER, &case, version, "阀门已经关上").await.expect(200);
        let visitor = Visitor::staff(&world, HELPING_LEAD).await;
        let path = format!("/staff/assists/{}", case.number);
        let seen = world.version(&case).await.to_string();
        let refused = visitor.post(&path, &format!("{path}/report"), &[("version", "1"), ("text", "明天再去")]).await.page(409);
        assert!(refused.contains("明天再去"), "what was typed stays");
        let sent = visitor.post(&path, &format!("{path}/report"), &[("version", &seen), ("text", "明天再去")]).await;
        assert_eq!(sent.header("location"), Some(format!("{path}?done=report").as_str()), "{}", sent.text);
        let page = Visitor::staff(&world, HANDLER).await.get(&format!("/staff/cases/{}", case.number)).await.page(200);
        assert!(page.contains("阀门已经关上") && page.contains("明天再去"), "{page}");
        // The resident is told which unit helps, and none of the words between units.
        let told = world.track(&case).await;
        let kinds: Vec<&str> = told["timeline"].as_array().unwrap().iter().map(|entry| entry["kind"].as_str().unwrap()).collect();
        assert!(kinds.contains(&"case.assist_asked") && !kinds.contains(&"case.assist_reported"), "{told}");
        assert!(!told.to_string().contains(ASKED) && !told.to_string().contains("阀门"), "{told}");
        // It is let go, asked again, and its part ends with the answer.
        world.step(LEAD, &case, "end-assist", &json!({ "unit": "health" })).await.assert_problem(422, "input.invalid");
        world.step(LEAD, &case, "end-assist", &json!({ "unit": "agriculture" })).await.expect(200);
        assert!(!sees(&world, HELPER, &case).await);
        let version = world.version(&case).await;
        report(&world, HELPER, &case, version, "还有").await.assert_problem(404, "case.not_found");
        ask(&world, DISPATCHER, &case, "agriculture").await.expect(200);
        assert!(sees(&world, HELPER, &case).await);
        world.step(HANDLER, &case, "answer", &json!({ "result": "solved", "text": "修好了。" })).await.expect(200);
        assert!(!sees(&world, HELPER, &case).await, "an answered matter needs no help");
        ask(&world, LEAD, &case, "health").await.assert_problem(409, "case.step_refused");
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }

    async fn what_is_sealed_or_about_a_unit_has_no_helper(world: World) {
        let case = accepted(&world).await;
        ask(&world, LEAD, &case, "agriculture").await.expect(200);
        world.step(DISPATCHER, &case, "seal", &json!({ "reason": "minor" })).await.expect(200);
        assert!(!sees(&world, HELPER, &case).await, "sealed, it is its unit's alone");
        ask(&world, LEAD, &case, "health").await.assert_problem(409, "case.sealed_stays");
        let body = json!({ "text": "农业局的人来收钱", "place": { "area": "huaiyin" }, "against": "agriculture" });
        let receipt = world.post("/api/v1/public/cases", &[("x-channel-token", &world.channel)], &body).await.expect(201);
        let about = Filed { number: receipt["number"].as_str().unwrap().to_owned(), code: receipt["query_code"].as_str().unwrap().to_owned() };
        let dispatch = json!({ "kind": "property_service", "unit": "housing", "complexity": "general", "assists": ["agriculture", "health"] });
        world.step(DISPATCHER, &about, "dispatch", &dispatch).await.expect(200);
        assert!(!sees(&world, HELPER, &about).await, "a unit never sees what is about itself");
        // Asked with the dispatch, it sees; handed to it, the matter is its own.
        let other = world.file("楼道灯坏了").await;
        let dispatch = json!({ "kind": "property_service", "unit": "housing", "complexity": "general", "assists": ["agriculture"] });
        world.step(DISPATCHER, &other, "dispatch", &dispatch).await.expect(200);
        assert!(sees(&world, HELPER, &other).await);
        world.step(LEAD, &other, "return", &json!({ "reason": "wrong_unit", "text": "不归我们" })).await.expect(200);
        assert!(!sees(&world, HELPER, &other).await, "while no unit has it there is nobody to help");
        let dispatch = json!({ "kind": "property_service", "unit": "agriculture", "complexity": "general", "assists": ["agriculture"] });
        world.step(DISPATCHER, &other, "dispatch", &dispatch).await.expect(200);
        assert!(!sees(&world, HELPER, &other).await);
        let listed: Value = got(&world, HELPER, "cases").await.expect(200);
        assert_eq!(listed["cases"].as_array().unwrap().len(), 1);
        assert_eq!(world.doctor().await, Vec::<String>::new());
        // A helper that SQL made is named.
        world.sql(&format!("INSERT INTO case_assist (case_id, unit) SELECT id, 'agriculture' FROM case_record WHERE number = '{}'", case.number)).await;
        assert!(world.doctor().await.iter().any(|finding| finding.contains("units that help")));
    }
}
