//! Words that speak of harming oneself call a person at once (decisions 3, 5).

use serde_json::{Value, json};
use suite::{DISPATCHER, Filed, HANDLER, Visitor, World, both_databases};

/// The other dispatcher; of the demo's two on call she has the nights and stands second by day.
const SECOND: &str = "zhou.dispatch";
const BANNER: &str = "要马上联系本人";
const HARM: &str = "欠薪半年，房租也交不起，不想活了";

async fn banner(visitor: &Visitor<'_>, path: &str) -> bool {
    visitor.get(path).await.page(200).contains(BANNER)
}

both_databases! {
    async fn the_first_on_call_sees_it_on_every_page_and_takes_it_on(world: World) {
        let harmless = world.file("楼下煤气泄漏，味道很大").await;
        let (first, second) = (Visitor::staff(&world, DISPATCHER).await, Visitor::staff(&world, SECOND).await);
        assert!(!banner(&first, "/staff/cases").await);
        let case = world.file(HARM).await;
        for path in ["/staff/dispatch", "/staff/cases", "/staff/account"] {
            assert!(banner(&first, path).await, "{path}");
            assert!(!banner(&second, path).await, "{path}: the second is not called yet");
        }
        let page = first.get("/staff/account").await.page(200);
        assert!(page.contains(&format!("/staff/cases/{}#alarm", case.number)) && !page.contains("不想活"), "no word of it: {page}");
        let desk = first.get("/staff/dispatch").await.page(200);
        let (urgent, other) = (desk.find(&case.number).unwrap(), desk.find(&harmless.number).unwrap());
        assert!(urgent < other, "it stands first");
        let handler = Visitor::staff(&world, HANDLER).await;
        assert!(!banner(&handler, "/staff").await);
        // Ten minutes without an answer call the next, twenty everybody.
        world.clock.set("2026-11-23T10:53:00+08:00".parse().unwrap());
        assert!(banner(&second, "/staff/account").await);
        let own = format!("/staff/cases/{}", case.number);
        let page = second.get(&own).await.page(200);
        assert!(page.contains("我接下，现在联系") && !page.contains("13800000000"), "{page}");
        let answer = format!("{own}/answer-alarm");
        let version = world.version(&case).await.to_string();
        second.post(&own, &answer, &[("version", &version), ("note", "马上打")]).await.page(303);
        assert!(second.get(&own).await.page(200).contains("tel:13800000000"), "who took it on can call");
        assert!(!first.get(&own).await.page(200).contains("tel:13800000000"), "and nobody else");
        assert!(!banner(&first, "/staff/account").await && !banner(&second, "/staff/account").await);
        world.step(DISPATCHER, &case, "answer-alarm", &json!({})).await.assert_problem(409, "case.no_alarm");
        let bearer = format!("Bearer {}", world.token(DISPATCHER).await);
        let story = world.get(&format!("/api/v1/cases/{}", case.number), &[("authorization", &bearer)]).await.expect(200);
        let kinds: Vec<&str> = story["timeline"].as_array().unwrap().iter().map(|entry| entry["kind"].as_str().unwrap()).collect();
        assert_eq!(kinds, ["case.submitted", "case.triaged", "case.alarmed", "case.alarm_answered"]);
        assert_eq!(story["urgent"], true);
        let told: Value = world.track(&case).await;
        assert_eq!(told["timeline"].as_array().unwrap().len(), 2, "the resident is not told whom it called: {told}");
        assert_eq!(world.doctor().await, Vec::<String>::new());
        world.sql("UPDATE case_alarm SET answered_at = NULL, answered_by = NULL").await;
        assert!(world.doctor().await.iter().any(|finding| finding.contains("alarm")));
    }

    async fn words_added_later_call_too_and_an_erased_matter_calls_nobody(world: World) {
        let case = world.file("楼道灯坏了").await;
        let first = Visitor::staff(&world, DISPATCHER).await;
        world.as_resident(&case, "supplement", &json!({ "text": "没人管，我不想活了" })).await.expect(200);
        assert!(banner(&first, "/staff/account").await);
        world.step(DISPATCHER, &case, "answer-alarm", &json!({})).await.expect(200);
        assert!(!banner(&first, "/staff/account").await);
        world.as_resident(&case, "supplement", &json!({ "text": "还是不想活了" })).await.expect(200);
        assert!(banner(&first, "/staff/account").await, "said again, it calls again");
        let grant = identity::Granted::<cases::permissions::EraseCase>::system("test");
        world.app.cases.erase(&grant, &case.number.parse().unwrap()).await.unwrap();
        assert!(!banner(&first, "/staff/account").await);
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }

    async fn only_dispatchers_answer(world: World) {
        let case = world.file(HARM).await;
        for account in [HANDLER, "he.admin", "mei.point"] {
            world.step(account, &case, "answer-alarm", &json!({})).await.assert_problem(403, "auth.forbidden");
        }
        let _: &Filed = &case;
    }

    async fn the_organiser_keeps_the_list_and_an_empty_one_calls_all_dispatchers(world: World) {
        let organiser = Visitor::staff(&world, "wu.organise").await;
        let path = "/staff/on-call";
        assert!(organiser.get("/staff/cases").await.page(200).contains(path), "the rail leads there");
        let page = organiser.get(path).await.page(200);
        assert!(page.contains("value=\"08:00\"") && page.contains("value=\"20:00\""), "the demo's list: {page}");
        let one = |from: &'static str, to: &'static str| [("version", "1"), ("account", SECOND), ("from", from), ("to", to)];
        assert!(organiser.post(path, path, &one("8点", "20:00")).await.page(422).contains("08:30"));
        let stranger = [("version", "1"), ("account", "he.admin"), ("from", ""), ("to", "")];
        assert!(organiser.post(path, path, &stranger).await.page(422).contains("只能排分派员"));
        assert_eq!(organiser.post(path, path, &one("08:00", "20:00")).await.header("location"), Some("/staff/on-call?done=saved"));
        assert!(organiser.post(path, path, &one("", "")).await.page(409).contains("刚刚被别人改过"));
        let case = world.file(HARM).await;
        let (first, second) = (Visitor::staff(&world, DISPATCHER).await, Visitor::staff(&world, SECOND).await);
        assert!(banner(&second, "/staff/account").await && !banner(&first, "/staff/account").await);
        organiser.post(path, path, &[("version", "2"), ("account", ""), ("from", ""), ("to", "")]).await.page(303);
        assert!(banner(&second, "/staff/account").await && banner(&first, "/staff/account").await, "all dispatchers");
        for (change, mend) in [("duties = '[{}]'", "duties = '[]'"), ("version = 9", "version = 3")] {
            world.sql(&format!("UPDATE case_on_call SET {change}")).await;
            let found = world.doctor().await;
            assert!(found.iter().any(|finding| finding.starts_with("case_on_call")), "{change}: {found:?}");
            world.sql(&format!("UPDATE case_on_call SET {mend}")).await;
        }
        let dispatcher = first.get(path).await;
        assert_eq!(dispatcher.status.as_u16(), 403);
        assert_eq!(world.doctor().await, Vec::<String>::new());
        let _ = case;
    }
}
