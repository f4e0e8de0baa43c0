//! The dispatch desk: what is held is looked at first; what is urgent stands first.

use serde_json::json;
use suite::{DISPATCHER, Filed, HANDLER, Visitor, World, both_databases};

/// One source sends more than its limit: the last `count` matters are held.
async fn held(world: &World, count: usize) -> Vec<Filed> {
    let mut filed = Vec::new();
    for n in 0..30 + count {
        let body = json!({ "text": format!("第{n}件"), "place": { "words": "槐荫里小区" } });
        let receipt = world.post("/api/v1/public/cases", &[], &body).await.expect(201);
        filed.push(Filed {
            number: receipt["number"].as_str().unwrap().to_owned(),
            code: receipt["query_code"].as_str().unwrap().to_owned(),
        });
    }
    filed.split_off(30)
}

fn dispatch() -> serde_json::Value {
    json!({ "kind": "property_service", "unit": "housing", "complexity": "general" })
}

both_databases! {
    async fn a_held_matter_is_dispatched_only_after_its_release(world: World) {
        let case = held(&world, 1).await.remove(0);
        let problem = world.step(DISPATCHER, &case, "dispatch", &dispatch()).await.assert_problem(409, "case.held");
        assert_eq!(problem["current"]["name"], "Triage");
        world.step(HANDLER, &case, "release", &json!({})).await.assert_problem(403, "auth.forbidden");
        let seen = world.version(&case).await;
        world.step_at(DISPATCHER, &case, "release", &json!({}), seen - 1).await.assert_problem(409, "case.stale");
        world.step(DISPATCHER, &case, "release", &json!({})).await.expect(200);
        world.step(DISPATCHER, &case, "release", &json!({})).await.assert_problem(409, "case.not_held");
        world.step(DISPATCHER, &case, "dispatch", &dispatch()).await.expect(200);
        let track = world.track(&case).await;
        assert!(track["timeline"].as_array().unwrap().iter().any(|entry| entry["kind"] == "case.released"), "{track}");
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }

    async fn the_desk_shows_what_is_held_apart_and_releases_what_is_chosen(world: World) {
        let held = held(&world, 3).await;
        let desk = Visitor::staff(&world, DISPATCHER).await;
        let page = desk.get("/staff/dispatch").await.page(200);
        assert!(page.contains("待放行 3 件") && page.contains("等派 30 件"), "{page}");
        assert!(held.iter().all(|case| !page.contains(&case.number)), "what is held is not in the queue");
        let path = "/staff/dispatch/held";
        let page = desk.get(path).await.page(200);
        assert!(held.iter().all(|case| page.contains(&case.number)));
        assert!(!page.contains(" checked") && desk.get("/staff/dispatch/held?chosen=all").await.page(200).matches(" checked").count() == 3);
        assert!(page.contains("接口 · 没留联系方式"), "where it came from, in class: {page}");
        let none = desk.post(path, path, &[]).await;
        assert!(none.page(422).contains("一件也没有选"));
        let two: Vec<String> = held.iter().take(2).map(|case| format!("{}-2", case.number)).collect();
        let done = desk.post(path, path, &[("case", &two[0]), ("case", &two[1])]).await;
        assert_eq!(done.header("location"), Some("/staff/dispatch/held?released=2"));
        let page = desk.get("/staff/dispatch/held?released=2").await.page(200);
        assert!(page.contains("放行了 2 件") && page.contains("1 件待放行"), "{page}");
        assert_eq!(world.scalar("SELECT COUNT(*) FROM case_record WHERE held").await, 1);
        // One of them on its own page, and a form that was sent twice.
        let own = format!("/staff/cases/{}", held[2].number);
        desk.post(&own, &format!("{own}/release"), &[("version", "2")]).await.page(303);
        let again = desk.post(&own, &format!("{own}/release"), &[("version", "3")]).await;
        assert!(again.page(409).contains("不用放行"));
        assert!(desk.get("/staff/dispatch").await.page(200).contains("等派 33 件"));
    }

    async fn urgent_cases_stand_first_however_many_are_late(world: World) {
        for n in 0..102 {
            world.file(&format!("路灯不亮，第{n}处")).await;
        }
        world.clock.set("2026-11-27T10:00:00+08:00".parse().unwrap());
        let urgent = world.file("楼下煤气泄漏，味道很大").await;
        let desk = Visitor::staff(&world, DISPATCHER).await;
        let page = desk.get("/staff/dispatch").await.page(200);
        let first = page.split_once("<ul class=\"ql\">").unwrap().1.split_once("</a>").unwrap().0;
        assert!(first.contains(&urgent.number), "{first}");
    }
}
