//! Who reaches what. Outside the scope nothing is there.

use serde_json::json;
use suite::{DISPATCHER, Filed, HANDLER, World, both_databases};

/// A handler of another department.
const OTHER: &str = "qin.agriculture";

both_databases! {
    async fn a_case_of_another_unit_is_not_there(world: World) {
        let case = world.answered("物业不管").await;
        let bearer = format!("Bearer {}", world.token(OTHER).await);
        let read = world.get(&format!("/api/v1/cases/{}", case.number), &[("authorization", &bearer)]).await;
        read.assert_problem(404, "case.not_found");
        let list = world.get("/api/v1/cases", &[("authorization", &bearer)]).await.expect(200);
        assert_eq!(list["cases"], json!([]));
        world.step(OTHER, &case, "note", &json!({ "text": "看看", "visibility": "internal" })).await.assert_problem(404, "case.not_found");
        let own = format!("Bearer {}", world.token(HANDLER).await);
        let list = world.get("/api/v1/cases", &[("authorization", &own)]).await.expect(200);
        assert_eq!(list["cases"][0]["number"], case.number.as_str());
    }

    async fn a_handler_reaches_her_tickets_and_what_waits_for_her_unit(world: World) {
        let case = world.file("漏水").await;
        let read = |token: String| {
            let path = format!("/api/v1/cases/{}", case.number);
            let world = &world;
            async move { world.get(&path, &[("authorization", &format!("Bearer {token}"))]).await.status.as_u16() }
        };
        let token = world.token(HANDLER).await;
        assert_eq!(read(token.clone()).await, 404, "not dispatched yet");
        world.step(DISPATCHER, &case, "dispatch", &json!({ "kind": "property_service", "unit": "housing", "complexity": "general" })).await.expect(200);
        assert_eq!(read(token.clone()).await, 200, "waits for her unit");
        world.step(HANDLER, &case, "accept", &json!({})).await.expect(200);
        assert_eq!(read(token).await, 200, "her ticket");
    }

    async fn nobody_enters_without_a_session_and_nobody_steps_beyond_the_role(world: World) {
        let case = world.file("没路灯").await;
        world.get("/api/v1/cases", &[]).await.assert_problem(401, "auth.required");
        world.get(&format!("/api/v1/cases/{}", case.number), &[("authorization", "Bearer nonsense")]).await.assert_problem(401, "auth.required");
        for account in ["he.admin", "cao.audit", "wu.organise"] {
            world.step(account, &case, "dispatch", &json!({})).await.assert_problem(403, "auth.forbidden");
        }
        world.step(HANDLER, &case, "dispatch", &json!({})).await.assert_problem(403, "auth.forbidden");
        world.step(DISPATCHER, &case, "accept", &json!({})).await.assert_problem(403, "auth.forbidden");
    }

    async fn a_wrong_code_and_an_unknown_number_look_the_same(world: World) {
        let case = world.file("噪声").await;
        let path = format!("/api/v1/public/cases/{}", case.number);
        let wrong = world.get(&path, &[("x-query-code", "0000-0000-0000")]).await.assert_problem(404, "case.not_found");
        let unknown = world.get("/api/v1/public/cases/261123000000", &[("x-query-code", &case.code)]).await.assert_problem(404, "case.not_found");
        let none = world.get(&path, &[]).await.assert_problem(404, "case.not_found");
        assert_eq!(wrong["detail"], unknown["detail"]);
        assert_eq!(wrong["detail"], none["detail"]);
        let mangled = Filed { number: case.number.clone(), code: case.code.to_lowercase().replace('-', " ") };
        assert_eq!(world.track(&mangled).await["status"], "Triage", "people type codes as they like");
    }

    async fn a_stale_step_is_told_where_the_case_stands(world: World) {
        let case = world.file("停车难").await;
        let seen = world.version(&case).await;
        let dispatch = json!({ "kind": "property_service", "unit": "housing", "complexity": "general" });
        world.step_at(DISPATCHER, &case, "dispatch", &dispatch, seen).await.expect(200);
        let problem = world.step_at(DISPATCHER, &case, "dispatch", &dispatch, seen).await.assert_problem(409, "case.stale");
        assert_eq!(problem["current"], json!({ "name": "Dispatched", "version": seen + 1 }));
        let bearer = format!("Bearer {}", world.token(DISPATCHER).await);
        let path = format!("/api/v1/cases/{}/dispatch", case.number);
        world.post(&path, &[("authorization", &bearer)], &dispatch).await.assert_problem(428, "case.if_match_required");
        let problem = world.step(DISPATCHER, &case, "dispatch", &dispatch).await.assert_problem(409, "case.step_refused");
        assert_eq!(problem["current"]["name"], "Dispatched");
    }

    async fn lists_page_by_keyset_and_filter(world: World) {
        let mut filed = Vec::new();
        for n in 0..7 {
            world.clock.set(format!("2026-11-23T11:0{n}:00+08:00").parse().unwrap());
            filed.push(world.file(&format!("第{n}件")).await.number);
        }
        filed.reverse();
        let bearer = format!("Bearer {}", world.token(DISPATCHER).await);
        let mut seen = Vec::new();
        let mut after = String::new();
        loop {
            let page = world.get(&format!("/api/v1/cases?size=3&after={after}"), &[("authorization", &bearer)]).await.expect(200);
            seen.extend(page["cases"].as_array().unwrap().iter().map(|case| case["number"].as_str().unwrap().to_owned()));
            match page["next"].as_str() {
                Some(next) => next.clone_into(&mut after),
                None => break,
            }
        }
        assert_eq!(seen, filed);
        for (query, count) in [("state=Triage", 7), ("state=Closed", 0), ("light=green", 7), ("light=red", 0), ("area=beiguan_subdistrict&state=Triage", 7), ("area=huaiyin&state=Triage", 7)] {
            let page = world.get(&format!("/api/v1/cases?{query}"), &[("authorization", &bearer)]).await.expect(200);
            assert_eq!(page["cases"].as_array().unwrap().len(), count, "{query}");
        }
        world.get("/api/v1/cases?light=blue", &[("authorization", &bearer)]).await.assert_problem(422, "input.invalid");
        world.clock.set("2026-11-25T11:00:00+08:00".parse().unwrap());
        let bearer = format!("Bearer {}", fresh_token(&world).await);
        let page = world.get("/api/v1/cases?light=red", &[("authorization", &bearer)]).await.expect(200);
        assert_eq!(page["cases"].as_array().unwrap().len(), 7, "24 hours are over");
    }
}

/// The first session is idle by now.
async fn fresh_token(world: &World) -> String {
    let body = json!({ "account": DISPATCHER, "password": lianxin::demo::PASSWORD });
    world.post("/api/v1/sessions", &[], &body).await.expect(201)["token"].as_str().unwrap().to_owned()
}
