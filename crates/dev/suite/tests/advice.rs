//! The desk's advice: it learns from what dispatchers decide, comes to the same mind after a start, knows similar matters within the
//! reader's scope, and is trained on the site's own history.

use std::sync::Arc;

use kernel::{FixedClock, SeededRng};
use lianxin::models::Models;
use lianxin::{App, Choices};
use sea_orm::{ConnectionTrait, Statement};
use serde_json::json;
use suite::{DISPATCHER, Filed, HANDLER, Visitor, World, both_databases};

/// Words that the catalogue gives to its lamps, and that this county's people mean otherwise.
const LAMPS: &str = "小区楼道里的路灯不亮，晚上上下楼看不见";

/// The kind that is ticked on the desk for this case; `None` when nothing is.
async fn ticked(desk: &Visitor<'_>, case: &Filed) -> Option<String> {
    let page = desk.get(&format!("/staff/dispatch/{}", case.number)).await.page(200);
    let inputs = page.split("<input type=\"radio\" name=\"kind\" value=\"").skip(1);
    let chosen = inputs.filter_map(|rest| rest.split_once('>')).find(|(input, _)| input.contains(" checked"));
    chosen.and_then(|(input, _)| input.split_once('"')).map(|(value, _)| value.to_owned())
}

/// The same site, opened by another process.
async fn again(world: &World) -> App {
    let clock = Arc::new(FixedClock::at("2026-11-23T10:50:00+08:00".parse().unwrap()));
    let choices = Choices { clock, rng: Arc::new(SeededRng::new(7)), limits: web::SourceLimits::default(), source: journal::Source::Live };
    App::open(&world.data(), world.url(), choices).await.unwrap()
}

fn to_property() -> serde_json::Value {
    json!({ "kind": "property_service", "unit": "housing", "complexity": "general" })
}

/// A model of the site with a line that lies at `from`, for every kind: what the site would have proven of it.
async fn proven(world: &World, from: f32, salt: u64) {
    let catalogue = world.app.cases.catalogue();
    let register = world.app.places.register();
    let tokenizer = cases::advice::site_tokenizer(&register);
    let kind = catalogue.kind(&catalogue.suggest(None, LAMPS).kinds[0].code).unwrap();
    let entries = cases::advice::catalogue_entries(&catalogue);
    let said: Vec<String> = (0..60).map(|turn| format!("{LAMPS}，第{turn}次反映")).collect();
    let mut examples = text::examples_of(&entries);
    let path = vec![kind.category.as_str(), kind.code.as_str()];
    examples.extend(said.iter().map(|body| text::Example { title: "", body, path: path.clone(), public: false }));
    let model = Arc::new(text::train(&examples, text::Recipe::default(), &tokenizer).unwrap());
    let labels = catalogue.kinds().iter().map(|kind| kind.code.to_string()).collect();
    let line = text::Line { from, above: 400, right: 400, low: 0.985, labels, coverage: 0.6, proof: text::Proof::default() };
    let proven = Some(Arc::new(cases::advice::Proven { line, salt }));
    let position = world.app.cases.newest_position().await.unwrap();
    // In its trial people wrote of noise.
    let trial: text::Profile = (0..200).map(|_| ("noise", 0.95)).collect();
    let now = world.app.cases.now();
    let site = cases::advice::Trained { number: 1, taught: 400, position, model, proven, trial: Some((Arc::new(trial), now)) };
    world.app.cases.take_model(Some(site)).await.unwrap();
    // Read everything, as a running server does.
    while world.app.cases.learn_on().await.unwrap() {}
}

/// Decides on rules as two people do; they hold from tomorrow on.
pub(crate) async fn rule(world: &World, rules: &[(&str, &str)]) {
    let changes: Vec<_> = rules.iter().map(|(parameter, value)| json!({ "parameter": parameter, "value": value })).collect();
    let bearer = format!("Bearer {}", world.token("he.admin").await);
    let body = json!({ "changes": changes, "reason": "先试三个月" });
    let proposal = world.post("/api/v1/settings/proposals", &[("authorization", &bearer)], &body).await.expect(201);
    let (bearer, seen) = (format!("Bearer {}", world.token("wu.organise").await), format!("\"{}\"", proposal["version"]));
    let path = format!("/api/v1/settings/proposals/{}/approve", proposal["number"]);
    let approved = world.post(&path, &[("authorization", &bearer), ("if-match", &seen)], &json!({})).await.expect(200);
    world.wake(approved["effective_at"].as_str().unwrap().parse().unwrap()).await;
    world.app.settings.refresh().await.unwrap();
}

/// A matter that went by itself: hardly one in fifty is drawn.
async fn sent_alone(world: &World) -> Filed {
    for turn in 0..5 {
        let case = world.file(&format!("{LAMPS}，第{turn}次说")).await;
        if world.track(&case).await["status"] == "Dispatched" {
            return case;
        }
    }
    panic!("none of five went by itself");
}

/// The public facts of the first event of a kind in the stream of a case, past all rules.
async fn event(world: &World, case: &Filed, kind: &str) -> serde_json::Value {
    let db = world.app.db.admin();
    let sql = format!(
        "SELECT public FROM journal_event WHERE kind = '{kind}' AND stream = (SELECT id FROM case_record WHERE number = '{}') ORDER BY version",
        case.number
    );
    let row = db.query_one_raw(Statement::from_string(db.get_database_backend(), sql)).await.unwrap().unwrap();
    serde_json::from_str(&row.try_get_by_index::<String>(0).unwrap()).unwrap()
}

both_databases! {
    async fn a_correction_changes_the_next_proposal_and_outlives_a_restart(world: World) {
        let desk = Visitor::staff(&world, DISPATCHER).await;
        let first = world.file(LAMPS).await;
        let before = ticked(&desk, &first).await;
        assert!(before.is_some() && before.as_deref() != Some("property_service"), "{before:?}");
        let page = desk.get(&format!("/staff/dispatch/{}", first.number)).await.page(200);
        assert!(page.contains("<mark class=\"ev k\">"), "the words that decided are marked: {page}");
        world.step(DISPATCHER, &first, "dispatch", &to_property()).await.expect(200);
        world.sequence().await;
        let second = world.file(&format!("{LAMPS}，请来修")).await;
        assert_eq!(ticked(&desk, &second).await.as_deref(), Some("property_service"));
        let page = desk.get(&format!("/staff/dispatch/{}", second.number)).await.page(200);
        assert!(page.contains("按最近的改派"), "it says why: {page}");
        // What it would have proposed anyway teaches nothing.
        world.step(DISPATCHER, &second, "dispatch", &to_property()).await.expect(200);
        world.sequence().await;
        assert_eq!(world.app.cases.mind_facts().await.unwrap().corrections, 1);
        let other = again(&world).await;
        assert_eq!(other.cases.mind_facts().await.unwrap().corrections, 1, "read again from the journal");
        other.db.close().await;
        // Who is forgotten is forgotten here too.
        let grant = identity::Granted::<cases::permissions::EraseCase>::system("test");
        world.app.cases.erase(&grant, &first.number.parse().unwrap()).await.unwrap();
        world.sequence().await;
        assert_eq!(world.app.cases.mind_facts().await.unwrap().corrections, 0);
        let third = world.file(&format!("{LAMPS}，第三次说了")).await;
        assert_eq!(ticked(&desk, &third).await, before);
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }

    async fn words_that_say_nothing_are_not_guessed_at(world: World) {
        let desk = Visitor::staff(&world, DISPATCHER).await;
        let case = world.file("嗯嗯 <b>zzzz</b>").await;
        assert_eq!(ticked(&desk, &case).await, None);
        let page = desk.get(&format!("/staff/dispatch/{}", case.number)).await.page(200);
        assert!(page.contains("不确定") && page.contains("&#60;b&#62;zzzz"), "{page}");
    }

    async fn a_unit_that_gave_it_back_steps_behind(world: World) {
        let desk = Visitor::staff(&world, DISPATCHER).await;
        let case = world.file("物业公司收费不公示，保洁也不打扫").await;
        world.step(DISPATCHER, &case, "dispatch", &to_property()).await.expect(200);
        let back = json!({ "reason": "wrong_unit", "suggests": "transport_urban", "text": "按三定方案，这是市容的职责，不归住建局管。" });
        world.step("han.lead", &case, "return", &back).await.expect(200);
        world.sequence().await;
        let queue = desk.get("/staff/dispatch").await.page(200);
        assert!(queue.contains(&case.number) && queue.contains("退回"), "what came back waits on the desk");
        let page = desk.get(&format!("/staff/dispatch/{}", case.number)).await.page(200);
        let units = page.split("data-group=\"unit\"").nth(1).unwrap();
        let (named, other) = (units.find("value=\"transport_urban\"").unwrap(), units.find("value=\"housing\"").unwrap());
        assert!(named < other && units.contains("退回时写明归它") && units.contains("这件刚由它退回"), "{units}");
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }

    async fn similar_matters_are_shown_within_the_scope_and_joined_by_a_form(world: World) {
        let desk = Visitor::staff(&world, DISPATCHER).await;
        let first = world.file("槐荫里小区三号楼门前的下水道堵了，污水漫到路上").await;
        let second = world.file("槐荫里三号楼门前下水道又堵了，污水漫出来，路上都是").await;
        let other = world.file("广场舞音响太吵，夜里十点还不停").await;
        world.sequence().await;
        let path = format!("/staff/dispatch/{}", second.number);
        let page = desk.get(&path).await.page(200);
        let panel = |page: &str| page.split("相似的事").nth(1).map(|rest| rest.split("</ul>").next().unwrap_or_default().to_owned());
        let shown = panel(&page).unwrap();
        assert!(shown.contains(&first.number) && !shown.contains(&other.number), "{shown}");
        // A unit that has the case sees on its page only what it may see.
        world.step(DISPATCHER, &first, "dispatch", &to_property()).await.expect(200);
        let handler = Visitor::staff(&world, HANDLER).await;
        let own = handler.get(&format!("/staff/cases/{}", first.number)).await.page(200);
        assert!(!own.contains(&second.number), "the second is still on the desk, out of the unit's scope");
        let version = world.version(&second).await.to_string();
        let merge = format!("/staff/cases/{}/merge", second.number);
        desk.post(&path, &merge, &[("version", &version), ("into", &first.number)]).await.page(303);
        assert_eq!(world.numbers("merged_into IS NOT NULL").await, std::slice::from_ref(&second.number));
        // What is sealed is in no index.
        let sealed = json!({ "text": "举报城管局张某收钱，槐荫里小区三号楼门前下水道堵了污水漫到路上", "place": { "words": "槐荫里小区" }, "against": "transport_urban" });
        let receipt = world.post("/api/v1/public/cases", &[("x-channel-token", &world.channel)], &sealed).await.expect(201);
        let third = world.file("三号楼门前下水道堵了污水漫到路上，槐荫里").await;
        world.sequence().await;
        let page = desk.get(&format!("/staff/dispatch/{}", third.number)).await.page(200);
        let shown = panel(&page).unwrap();
        assert!(shown.contains(&first.number) && !shown.contains(receipt["number"].as_str().unwrap()), "{shown}");
        assert!(!shown.contains(&second.number), "what was merged is there by its parent");
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }

    async fn a_site_learns_from_its_own_history_and_goes_back(world: World) {
        let mut out = Vec::new();
        assert!(lianxin::models_cli::learn(&world.app, false, &mut out).await.is_err(), "nothing to learn from yet");
        for turn in 0..104 {
            let (text, kind, unit) = match turn % 2 {
                0 => (format!("{LAMPS}，第{turn}次反映"), "property_service", "housing"),
                _ => (format!("菜市场门口小贩占道，走不过去，第{turn}次反映"), "other", "transport_urban"),
            };
            let case = world.file(&text).await;
            world.step(DISPATCHER, &case, "dispatch", &json!({ "kind": kind, "unit": unit, "complexity": "general" })).await.expect(200);
        }
        world.sequence().await;
        let mut out = Vec::new();
        lianxin::models_cli::learn(&world.app, true, &mut out).await.unwrap();
        let told = String::from_utf8(out).unwrap();
        assert!(told.contains("the catalogue alone") && told.contains("what answers now: +") && told.contains("is proven nowhere: 20 answers") && told.contains("version 1 answers"), "{told}");
        let models = Models::of(&world.data());
        assert_eq!(models.answering().unwrap(), 1);
        let bytes = std::fs::read(world.data().join("models/000001.lxtext")).unwrap();
        assert!(!bytes.windows("小贩".len()).any(|part| part == "小贩".as_bytes()), "no text is in it");
        let other = again(&world).await;
        let facts = other.cases.mind_facts().await.unwrap();
        assert_eq!((facts.number, facts.taught, facts.corrections), (1, 104, 0), "the history is in the model, not on top");
        other.db.close().await;
        // The running site takes it up, and goes back.
        world.app.cases.take_model(models.current().1).await.unwrap();
        assert_eq!(world.app.cases.mind_facts().await.unwrap().number, 1);
        assert_eq!(models.back().unwrap(), 0);
        world.app.cases.take_model(models.current().1).await.unwrap();
        let facts = world.app.cases.mind_facts().await.unwrap();
        assert!(facts.number == 0 && facts.corrections > 0, "the catalogue with all corrections: {facts:?}");
        // The page does the same, for an administrator who says why.
        let (path, admin) = ("/staff/models", Visitor::staff(&world, "he.admin").await);
        let page = admin.get(path).await.page(200);
        assert!(page.contains("第 1 版") && page.contains("自动派单没有开") && page.contains("还没有足够的事"), "{page}");
        let form = |reason| [("number", "1"), ("version", "0"), ("reason", reason)];
        assert!(admin.post(path, path, &form(" ")).await.page(422).contains("请写明为什么换"));
        admin.post(path, path, &[("number", "7"), ("version", "0"), ("reason", "试试")]).await.page(422);
        admin.post(path, path, &form("比目录准")).await.page(303);
        assert_eq!((models.answering().unwrap(), world.app.cases.mind_facts().await.unwrap().number), (1, 1));
        assert!(admin.post(path, path, &form("再点一次")).await.page(409).contains("刚才有人换过"));
        let taken = "SELECT COUNT(*) FROM journal_event WHERE kind = 'text_model.taken' AND reason = '比目录准'";
        assert_eq!(world.scalar(taken).await, 1);
        Visitor::staff(&world, DISPATCHER).await.get(path).await.page(403);
        let auditor = Visitor::staff(&world, "cao.audit").await.get(path).await.page(200);
        assert!(auditor.contains("第 1 版") && !auditor.contains("用这一版"), "who only sees cannot take: {auditor}");
        let found = world.app.cases.look_for_drift().await.unwrap().unwrap();
        assert!(found.model == 1 && !found.enough && !found.is_alarm(), "{found:?}");
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }

    async fn what_the_model_is_sure_of_goes_by_itself_where_the_county_wishes_it(world: World) {
        let case = world.file(LAMPS).await;
        assert_eq!(world.track(&case).await["status"], "Triage", "there is no line");
        proven(&world, 0.0, 7).await;
        let case = world.file(LAMPS).await;
        assert_eq!(world.track(&case).await["status"], "Triage", "the rule is off until two people turn it on");
        rule(&world, &[("dispatch.automatic", "on"), ("dispatch.automatic.checked", "0.02")]).await;
        let sent = sent_alone(&world).await;
        let told = world.track(&sent).await;
        let step = told["timeline"].as_array().unwrap().iter().find(|entry| entry["kind"] == "case.dispatched").unwrap().clone();
        assert_eq!(step["automatic"], true, "{step}");
        let resident = Visitor::new(&world);
        resident.get(&format!("/t/{}/{}", sent.number, sent.code)).await.page(303);
        assert!(resident.get(&format!("/track/{}", sent.number)).await.page(200).contains("程序自动派给"), "she reads that a program did");
        let desk = Visitor::staff(&world, DISPATCHER).await;
        let page = desk.get(&format!("/staff/cases/{}", sent.number)).await.page(200);
        assert!(page.contains("程序自动派单") && page.contains("模型第 1 版") && page.contains("<mark>"), "with its evidence: {page}");
        let event = event(&world, &sent, "case.dispatched").await;
        assert_eq!((&event["automatic"]["model"], &event["by"]), (&json!(1), &serde_json::Value::Null), "the reason is in the journal: {event}");
        // Any dispatcher takes it back until the unit has accepted; then it waits for a person, and goes nowhere by itself.
        world.step(DISPATCHER, &sent, "undo-dispatch", &json!({})).await.expect(200);
        assert_eq!(world.track(&sent).await["status"], "Triage");
        world.sequence().await;
        assert_eq!(world.app.cases.mind_facts().await.unwrap().checked.undone, 1);
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }

    async fn what_asks_for_a_person_never_goes_by_itself(world: World) {
        proven(&world, 0.0, 7).await;
        rule(&world, &[("dispatch.automatic", "on"), ("dispatch.automatic.checked", "0.02")]).await;
        sent_alone(&world).await;
        let with = |more: serde_json::Value| {
            let mut body = json!({ "text": LAMPS, "place": { "words": "槐荫里小区3号楼" } });
            body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            body
        };
        let bodies = [
            with(json!({ "against": "housing" })),
            with(json!({ "contact": { "phone": "13800000000", "confidential": true } })),
            with(json!({ "kind": "noise" })),
            with(json!({ "text": format!("{LAMPS}，电线冒火花着火了") })),
            with(json!({ "text": format!("举报：{LAMPS}，物业收了钱不修") })),
            with(json!({ "text": format!("{LAMPS}，不想活了") })),
            with(json!({ "text": "嗯嗯 zzzz" })),
        ];
        for body in bodies {
            for _ in 0..3 {
                let receipt = world.post("/api/v1/public/cases", &[("x-channel-token", &world.channel)], &body).await;
                assert_ne!(receipt.status.as_u16(), 422, "{body}: {}", receipt.text);
                assert_eq!(receipt.expect(201)["status"], "Triage", "{body}");
            }
        }
        // A line that proves less than the county asks for now is no line; nor is one whose sample shows that it does not hold.
        rule(&world, &[("dispatch.automatic.right", "0.99")]).await;
        for _ in 0..3 {
            let case = world.file(LAMPS).await;
            assert_eq!(world.track(&case).await["status"], "Triage");
        }
    }

    async fn what_is_drawn_is_a_persons_and_measures_the_line(world: World) {
        proven(&world, 0.0, 7).await;
        rule(&world, &[("dispatch.automatic", "on"), ("dispatch.automatic.checked", "1")]).await;
        let desk = Visitor::staff(&world, DISPATCHER).await;
        let mut drawn = Vec::new();
        for turn in 0..4 {
            drawn.push(world.file(&format!("{LAMPS}，第{turn}盏")).await);
        }
        let page = desk.get(&format!("/staff/dispatch/{}", drawn[0].number)).await.page(200);
        assert!(page.contains("抽查") && page.contains("模型第 1 版"), "{page}");
        let event = event(&world, &drawn[0], "case.triaged").await;
        assert_eq!(event["drawn"]["model"], 1, "{event}");
        let kind = event["kind"].clone();
        let unit = event["unit"].clone();
        world.step(DISPATCHER, &drawn[0], "dispatch", &json!({ "kind": kind, "unit": unit, "complexity": "general" })).await.expect(200);
        for case in &drawn[1..] {
            world.step(DISPATCHER, case, "dispatch", &to_property()).await.expect(200);
        }
        world.sequence().await;
        let facts = world.app.cases.mind_facts().await.unwrap();
        assert_eq!((facts.checked.all, facts.checked.right, facts.broken), (4, 1, true));
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }

    async fn when_people_write_of_other_things_administrators_are_told(world: World) {
        assert_eq!(world.app.cases.look_for_drift().await.unwrap(), None, "the catalogue alone had no trial");
        proven(&world, 0.0, 7).await;
        world.file(LAMPS).await;
        let found = world.app.cases.look_for_drift().await.unwrap().unwrap();
        assert!(!found.enough && !found.is_alarm(), "one matter says nothing: {found:?}");
        for turn in 0..110 {
            world.file(&format!("{LAMPS}，第{turn}盏")).await;
        }
        world.app.look_for_drift().await;
        let found = world.app.cases.drifted().unwrap();
        assert!(found.is_alarm() && found.matters == 111 && found.kinds.iter().any(|moved| moved.kind.as_str() == "noise"), "{found:?}");
        let admin = Visitor::staff(&world, "he.admin").await;
        assert!(admin.get("/staff/account").await.page(200).contains("群众说的和训练时不一样了"), "on every page of hers");
        assert!(admin.get("/staff/models").await.page(200).contains("该重新训练了"));
        let inbox = admin.get("/staff/inbox").await.page(200);
        assert!(inbox.contains("群众说的和派单模型第 1 版训练时不一样了") && inbox.contains("href=\"/staff/models\""), "and in her inbox: {inbox}");
        let told = "SELECT COUNT(*) FROM notify_item WHERE kind = 'supervision.drift'";
        let admins = "SELECT COUNT(DISTINCT account) FROM identity_grant WHERE role = 'admin'";
        assert_eq!(world.scalar(told).await, world.scalar(admins).await, "whoever may act on models, and nobody else");
        world.app.look_for_drift().await;
        assert_eq!(world.scalar(told).await, world.scalar(admins).await, "once a day, whoever looks again");
        let bearer = format!("Bearer {}", world.token("he.admin").await);
        let notices = world.get("/api/v1/inbox", &[("authorization", &bearer), ("accept-language", "en")]).await.expect(200);
        let sentence = notices["notices"][0]["text"].as_str().unwrap();
        assert!(sentence.contains("version 1 of the dispatch model"), "{notices}");
        assert_eq!(notices["notices"][0]["page"], "/staff/models");
        let desk = Visitor::staff(&world, DISPATCHER).await;
        assert!(!desk.get("/staff/account").await.page(200).contains("群众说的和训练时不一样了"));
        assert_eq!(world.get("/readyz", &[]).await.expect(200)["model_drifted"], true);
        world.wake("2026-11-24T10:42:00+08:00".parse().unwrap()).await;
        world.app.look_for_drift().await;
        assert_eq!(world.scalar(told).await, 2 * world.scalar(admins).await, "again on the next day, while it lasts");
        proven(&world, 0.0, 8).await;
        world.wake("2026-11-25T10:42:00+08:00".parse().unwrap()).await;
        world.app.look_for_drift().await;
        assert_eq!(world.scalar(told).await, 2 * world.scalar(admins).await, "a new training ends it");
    }
}
