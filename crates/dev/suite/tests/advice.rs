//! The desk's advice: it learns from what dispatchers decide, comes to the same mind after a start, knows similar matters within the
//! reader's scope, and is trained on the site's own history.

use std::sync::Arc;

use kernel::{FixedClock, SeededRng};
use lianxin::models::Models;
use lianxin::{App, Choices};
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
        assert!(told.contains("the catalogue alone") && told.contains("what answers now: +") && told.contains("version 1 answers"), "{told}");
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
    }
}
