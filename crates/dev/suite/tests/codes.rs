//! A lost query code is replaced, and the lost one opens nothing any more (decisions 4).

use serde_json::json;
use suite::{DISPATCHER, Filed, HANDLER, Visitor, World, both_databases};

/// Works at the contact point of Huaiyin.
const POINT: &str = "mei.point";
/// Takes calls for the whole county.
const HOTLINE: &str = "luo.hotline";

async fn reissued(world: &World, account: &str, case: &Filed) -> Filed {
    let reply = world.step(account, case, "reissue-code", &json!({ "proof": "papers_seen", "note": "看过身份证" })).await.expect(200);
    assert_eq!(
        reply["track_url"].as_str().unwrap(),
        format!("/t/{}/{}", case.number, reply["query_code"].as_str().unwrap().replace('-', ""))
    );
    Filed { number: case.number.clone(), code: reply["query_code"].as_str().unwrap().to_owned() }
}

both_databases! {
    async fn the_old_code_dies_and_the_new_one_opens(world: World) {
        let old = world.file("灯坏了").await;
        let before = Visitor::new(&world);
        before.get(&format!("/t/{}/{}", old.number, old.code)).await.page(303);
        before.get(&format!("/track/{}", old.number)).await.page(200);
        let new = reissued(&world, POINT, &old).await;
        assert_ne!(old.code, new.code);
        let path = format!("/api/v1/public/cases/{}", old.number);
        world.get(&path, &[("x-query-code", &old.code)]).await.assert_problem(404, "case.not_found");
        before.get(&format!("/t/{}/{}", old.number, old.code)).await.page(404);
        let door = before.get(&format!("/track/{}", old.number)).await;
        assert_eq!(door.status.as_u16(), 303, "the cookie of the old code opens nothing");
        let track = world.track(&new).await;
        let last = track["timeline"].as_array().unwrap().last().unwrap().clone();
        assert_eq!(last["kind"], "case.code_reissued");
        assert!(last.get("words").is_none(), "the remark is for the file: {last}");
        let after = Visitor::new(&world);
        after.get(&format!("/t/{}/{}", new.number, new.code)).await.page(303);
        assert!(after.get(&format!("/track/{}", new.number)).await.page(200).contains("补发查询码"));
        let newest = reissued(&world, HOTLINE, &new).await;
        world.get(&path, &[("x-query-code", &new.code)]).await.assert_problem(404, "case.not_found");
        world.track(&newest).await;
        assert_eq!(world.doctor().await, Vec::<String>::new());
        world.sql(&format!("UPDATE case_record SET code_generation = 1 WHERE number = '{}'", old.number)).await;
        assert!(world.doctor().await.iter().any(|finding| finding.contains(&old.number)), "a code put back by SQL is named");
    }

    async fn repeating_the_submission_does_not_tell_the_new_code(world: World) {
        let body = json!({ "text": "灯坏了", "place": { "words": "槐荫里小区", "area": "huaiyin" } });
        let key = ("idempotency-key", "0f6a1e9c-0000-4000-8000-000000000002");
        let first = world.post("/api/v1/public/cases", &[key], &body).await.expect(201);
        let case = Filed {
            number: first["number"].as_str().unwrap().to_owned(),
            code: first["query_code"].as_str().unwrap().to_owned(),
        };
        let new = reissued(&world, POINT, &case).await;
        let again = world.post("/api/v1/public/cases", &[key], &body).await.expect(201);
        assert_eq!(again["query_code"], case.code.as_str());
        assert_ne!(again["query_code"], new.code.as_str());
    }

    async fn who_has_no_right_to_it_replaces_nothing(world: World) {
        let here = world.file("灯坏了").await;
        let body = json!({ "text": "路不平", "place": { "area": "beiguan" } });
        let there = world.post("/api/v1/public/cases", &[("x-channel-token", &world.channel)], &body).await.expect(201);
        let there = Filed { number: there["number"].as_str().unwrap().to_owned(), code: there["query_code"].as_str().unwrap().to_owned() };
        let input = json!({ "proof": "call_back" });
        for account in [HANDLER, DISPATCHER, "he.admin", "wu.organise"] {
            world.step(account, &here, "reissue-code", &input).await.assert_problem(403, "auth.forbidden");
        }
        world.step(POINT, &there, "reissue-code", &input).await.assert_problem(404, "case.not_found");
        let problem = world.step(POINT, &here, "reissue-code", &json!({ "proof": "trust" })).await.assert_problem(422, "input.invalid");
        assert_eq!(problem["fields"][0]["field"], "proof");
        let seen = world.version(&here).await;
        world.step_at(POINT, &here, "reissue-code", &input, seen - 1).await.assert_problem(409, "case.stale");
        world.track(&here).await;
        world.track(&there).await;
    }

    async fn the_counter_hands_out_a_slip_once_also_for_a_confidential_matter(world: World) {
        let body = json!({
            "text": "有人把公家的地围起来种菜", "place": { "area": "huaiyin" },
            "contact": { "phone": "13800001234", "name": "王女士", "confidential": true },
        });
        let receipt = world.post("/api/v1/public/cases", &[], &body).await.expect(201);
        let (number, old) = (receipt["number"].as_str().unwrap(), receipt["query_code"].as_str().unwrap());
        let counter = Visitor::staff(&world, POINT).await;
        assert!(counter.get("/staff").await.status.is_redirection());
        let found = counter.get(&format!("/staff/reissue?number={number}")).await;
        let own = format!("/staff/reissue/{number}");
        assert_eq!(found.header("location"), Some(own.as_str()));
        let page = counter.get(&own).await.page(200);
        assert!(page.contains("138****1234") && !page.contains("围起来种菜"), "enough to compare, and no text: {page}");
        assert!(counter.get("/staff/reissue/261123000000").await.page(404).contains("没有找到这件事"));
        let refused = counter.post(&own, &own, &[("version", "2"), ("note", "九点打的")]).await;
        let text = refused.page(422);
        assert!(text.contains("请选一种核对的办法") && text.contains("九点打的"), "nothing typed is lost: {text}");
        let slip = counter.post(&own, &own, &[("version", "2"), ("proof", "call_back"), ("note", "九点打的")]).await;
        assert_eq!(slip.header("cache-control"), Some("no-store"));
        let slip = slip.page(200);
        let code = slip.split_once("<dd class=\"q\">").unwrap().1.split_once('<').unwrap().0.to_owned();
        assert!(slip.contains("data:image/svg+xml,") && code != old, "{slip}");
        let stale = counter.post(&own, &own, &[("version", "2"), ("proof", "call_back")]).await;
        assert!(!stale.page(409).contains(&code), "the form sent again shows nothing");
        world.track(&Filed { number: number.to_owned(), code }).await;
        let hotline = Visitor::staff(&world, HOTLINE).await;
        assert_eq!(hotline.get("/staff").await.header("location"), Some("/staff/reissue"));
    }
}
