//! The main line: from a resident's words to her own verdict.

use serde_json::json;
use suite::{DISPATCHER, HANDLER, World, both_databases};

both_databases! {
    async fn a_matter_goes_through_the_whole_loop_and_is_closed_by_its_resident(world: World) {
        let case = world.answered("3号楼楼道灯坏了").await;
        let shown = world.track(&case).await;
        assert_eq!(shown["status"], "FeedbackPending");
        assert_eq!(shown["answers"][0]["text"], "已经修好。");
        assert_eq!(shown["questions"], json!(["contacted", "solved", "satisfaction"]));
        let rated = world.as_resident(&case, "rating", &json!({ "contacted": true, "solved": true, "satisfaction": 4 })).await;
        assert_eq!(rated.expect(200)["status"], "Closed");
        assert_eq!(world.sequence().await.refused, 0);
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }

    async fn not_solved_comes_back_and_goes_on_to_the_end(world: World) {
        let case = world.answered("水管漏水").await;
        let rated = world.as_resident(&case, "rating", &json!({ "contacted": true, "solved": false, "satisfaction": 5 })).await;
        assert_eq!(rated.expect(200)["status"], "Reopened");
        let due = world.track(&case).await["due"].clone();
        let end = |clock: &str| due.as_array().unwrap().iter().find(|due| due["clock"] == clock).unwrap()["at"].clone();
        assert_eq!(end("response"), "2026-11-24T17:30:00+08:00", "1 working day from the reopening");
        assert_eq!(end("final"), "2026-12-14T17:30:00+08:00", "15 working days from the reopening");
        world.step(DISPATCHER, &case, "resume", &json!({})).await.expect(200);
        world.step(HANDLER, &case, "answer", &json!({ "result": "solved", "text": "这次换了新管子。" })).await.expect(200);
        world.as_resident(&case, "rating", &json!({ "contacted": true, "solved": true, "satisfaction": 3 })).await.expect(200);
        assert_eq!(world.track(&case).await["status"], "Closed");
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }

    async fn a_second_failure_is_not_repaired_by_the_same_hands(world: World) {
        let case = world.answered("电梯老停").await;
        for _ in 0..2 {
            world.as_resident(&case, "rating", &json!({ "contacted": true, "solved": false, "satisfaction": 1 })).await.expect(200);
            let same = world.step(DISPATCHER, &case, "resume", &json!({})).await;
            if same.status == 200 {
                world.step(HANDLER, &case, "answer", &json!({ "result": "solved", "text": "好了。" })).await.expect(200);
            } else {
                same.assert_problem(422, "input.invalid");
            }
        }
        assert_eq!(world.track(&case).await["status"], "Reopened");
    }

    async fn silence_closes_a_case_after_the_window_and_never_as_satisfied(world: World) {
        let case = world.answered("路灯不亮").await;
        let runner = world.app.runner();
        world.clock.set("2026-11-30T23:59:59+08:00".parse().unwrap());
        runner.run_due().await.unwrap();
        assert_eq!(world.track(&case).await["status"], "FeedbackPending", "the seventh day is hers to its end");
        world.clock.set("2026-12-01T00:00:00+08:00".parse().unwrap());
        runner.run_due().await.unwrap();
        assert_eq!(world.track(&case).await["status"], "Closed");
        assert_eq!(world.scalar("SELECT COUNT(*) FROM case_record WHERE satisfaction IS NOT NULL").await, 0);
        assert_eq!(world.doctor().await, Vec::<String>::new());
        let again = world.as_resident(&case, "reopen", &json!({ "text": "灯又不亮了" })).await;
        assert_eq!(again.expect(200)["status"], "Reopened");
    }

    async fn thirty_days_after_closing_the_door_to_reopening_is_shut(world: World) {
        let case = world.answered("井盖响").await;
        world.as_resident(&case, "rating", &json!({ "contacted": true, "solved": true, "satisfaction": 5 })).await.expect(200);
        world.clock.set("2026-12-23T10:43:00+08:00".parse().unwrap());
        world.as_resident(&case, "reopen", &json!({ "text": "又响了" })).await.assert_problem(409, "case.step_refused");
    }

    async fn a_complex_matter_needs_its_plan_before_work_begins(world: World) {
        let case = world.file("老楼想装电梯").await;
        world.step(DISPATCHER, &case, "dispatch", &json!({ "kind": "lift", "unit": "housing", "complexity": "complex" })).await.expect(200);
        world.step(HANDLER, &case, "accept", &json!({})).await.expect(200);
        world.step(HANDLER, &case, "answer", &json!({ "result": "explained", "text": "办不了。" })).await.assert_problem(409, "case.step_refused");
        let problem = world.step(HANDLER, &case, "start", &json!({})).await.assert_problem(422, "input.invalid");
        assert_eq!(problem["fields"][0]["field"], "plan");
        world.step(HANDLER, &case, "start", &json!({ "plan": "一周内开协商会" })).await.expect(200);
        let shown = world.track(&case).await;
        let plan = shown["due"].as_array().unwrap().iter().find(|due| due["clock"] == "plan").unwrap().clone();
        assert_eq!((plan["state"].as_str(), plan["at"].as_str()), (Some("met"), Some("2026-11-26T17:30:00+08:00")));
    }

    async fn an_erased_person_leaves_proofs_and_no_words(world: World) {
        use cases::permissions::EraseCase;
        let case = world.answered("我叫王小明，住3号楼").await;
        world.sequence().await;
        let before = world.scalar("SELECT size FROM log_head").await;
        let grant = identity::Granted::<EraseCase>::system("test");
        world.app.cases.erase(&grant, &case.number.parse().unwrap()).await.unwrap();
        world.sequence().await;
        let shown = world.track(&case).await;
        assert!(shown["text"].is_null() && shown["answers"][0]["text"].is_null());
        assert_eq!(world.scalar("SELECT COUNT(*) FROM case_private WHERE text IS NOT NULL").await, 0);
        assert_eq!(world.scalar("SELECT COUNT(*) FROM subject_key WHERE destroyed_at IS NOT NULL AND wrapped IS NULL").await, 1);
        assert_eq!(world.scalar("SELECT size FROM log_head").await, before + 1);
        assert_eq!(world.doctor().await, Vec::<String>::new());
        world.step(HANDLER, &case, "note", &json!({ "text": "x", "visibility": "internal" })).await.assert_problem(409, "case.erased");
    }
}
