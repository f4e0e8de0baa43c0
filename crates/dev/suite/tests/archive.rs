//! What was kept long enough is archived: the person goes, the figures stay, in small commits, and whatever still waits for
//! somebody is left until that is over.

use serde_json::{Value, json};
use suite::{DISPATCHER, Filed, HANDLER, Visitor, World, both_databases};

use crate::cast::{ORGANISER, SUPERVISOR};

const AUDITOR: &str = "cao.audit";

async fn at(world: &World, text: &str) {
    world.wake(text.parse().unwrap()).await;
}

/// Answered as a request for help: what of a kind is a complaint is kept longer.
async fn answered(world: &World, text: &str) -> Filed {
    let case = world.file(text).await;
    let dispatch = json!({ "kind": "property_service", "unit": "housing", "complexity": "general", "case_type": "help" });
    world.step(DISPATCHER, &case, "dispatch", &dispatch).await.expect(200);
    world.step(HANDLER, &case, "accept", &json!({})).await.expect(200);
    world.step(HANDLER, &case, "log-contact", &json!({ "how": "call", "seconds": 60 })).await.expect(200);
    world.step(HANDLER, &case, "start", &json!({})).await.expect(200);
    world.step(HANDLER, &case, "answer", &json!({ "result": "solved", "text": "王小明家的灯已经修好。" })).await.expect(200);
    case
}

async fn closed(world: &World, text: &str) -> Filed {
    let case = answered(world, text).await;
    world.as_resident(&case, "rating", &json!({ "contacted": true, "solved": true, "satisfaction": 5 })).await.expect(200);
    case
}

async fn state(world: &World, case: &Filed) -> String {
    world.track(case).await["status"].as_str().unwrap().to_owned()
}

async fn night(world: &World) {
    world.app.cases.begin_archiving().await.unwrap();
    world.app.runner().run_due().await.unwrap();
}

async fn archived(world: &World) -> i64 {
    world.scalar("SELECT count(*) FROM journal_event WHERE kind = 'case.archived'").await
}

async fn post(world: &World, account: &str, path: &str, version: i64, body: &Value) -> suite::Reply {
    let bearer = format!("Bearer {}", world.token(account).await);
    world.post(path, &[("authorization", &bearer), ("if-match", &format!("\"{version}\""))], body).await
}

both_databases! {
    async fn a_matter_is_kept_for_its_months_and_then_its_person_goes(world: World) {
        let case = closed(&world, "我叫王小明，楼道灯坏了").await;
        let open = answered(&world, "另一件，还没评价").await;
        night(&world).await;
        let resident = Visitor::new(&world);
        resident.get(&format!("/t/{}/{}", case.number, case.code)).await;
        let page = resident.get(&format!("/track/{}", case.number)).await.page(200);
        assert!(page.contains("保存到 2029年11月"), "{page}");

        // Closed on 23 November 2026 and kept for 36 months: the last day is not over yet.
        at(&world, "2029-11-23T23:59:00+08:00").await;
        night(&world).await;
        assert_eq!((state(&world, &case).await.as_str(), archived(&world).await), ("Closed", 0));
        let figures = "SELECT count(*) FROM case_record WHERE satisfaction = 5 AND first_contact_at IS NOT NULL AND closed_at IS NOT NULL";
        assert_eq!(world.scalar(figures).await, 1);
        at(&world, "2029-11-24T01:00:00+08:00").await;
        night(&world).await;
        assert_eq!((state(&world, &case).await.as_str(), archived(&world).await), ("Archived", 1));
        assert_eq!(world.scalar(figures).await, 1, "figures stay");
        let shown = world.track(&case).await;
        assert!(shown["text"].is_null() && shown["answers"][0]["text"].is_null());
        let words = format!("SELECT count(*) FROM case_private p JOIN case_record c ON c.id = p.id WHERE c.number = '{}' AND (p.text IS NOT NULL OR p.phone IS NOT NULL OR p.place_words IS NOT NULL)", case.number);
        assert_eq!(world.scalar(&words).await, 0);
        assert_eq!(world.scalar("SELECT count(*) FROM subject_key WHERE wrapped IS NULL").await, 1);
        assert_ne!(state(&world, &open).await, "Archived");
        assert_eq!(world.doctor().await, Vec::<String>::new());

        // She is told what happened; nobody does anything with it any more; the code still opens the page.
        let resident = Visitor::new(&world);
        resident.get(&format!("/t/{}/{}", case.number, case.code)).await;
        let page = resident.get(&format!("/track/{}", case.number)).await.page(200);
        assert!(page.contains("2026年11月 办结") && page.contains("都已经删掉"), "{page}");
        assert!(!page.contains("王小明") && !page.contains("按您的要求"), "{page}");
        world.as_resident(&case, "reopen", &json!({ "text": "又坏了" })).await.assert_problem(409, "case.erased");
        let staff = Visitor::staff(&world, DISPATCHER).await;
        let page = staff.get(&format!("/staff/cases/{}", case.number)).await.page(200);
        assert!(page.contains("归档") && !page.contains("按本人的要求"), "{page}");

        // Words that come back are found.
        world.sql(&format!("UPDATE case_private SET text = '又来了' WHERE id = (SELECT id FROM case_record WHERE number = '{}')", case.number)).await;
        assert!(world.doctor().await.iter().any(|line| line.contains(&case.number) && line.contains("still there")));
    }

    async fn what_waits_for_somebody_is_left_until_that_is_over(world: World) {
        let (proposed, warranted, ordered) = (closed(&world, "一件").await, closed(&world, "两件").await, closed(&world, "三件").await);
        at(&world, "2030-01-15T09:00:00+08:00").await;
        world.step(DISPATCHER, &proposed, "propose-abuse", &json!({ "text": "骂人" })).await.expect(200);
        let auditor = Visitor::staff(&world, AUDITOR).await;
        let ask = [("number", warranted.number.as_str()), ("reason", "complaint"), ("days", "3")];
        assert_eq!(auditor.post("/staff/warrants", "/staff/warrants", &ask).await.status.as_u16(), 303);
        // An order is open as long as supervisors may read the matter for its sake.
        world.sql(&format!("INSERT INTO case_escalation (id, supervisor, organiser) SELECT id, true, false FROM case_record WHERE number = '{}'", ordered.number)).await;
        night(&world).await;
        at(&world, "2030-01-16T01:00:00+08:00").await;
        night(&world).await;
        assert_eq!(archived(&world).await, 0);
        for case in [&proposed, &warranted, &ordered] {
            assert_eq!(state(&world, case).await, "Closed");
        }
        world.sql("DELETE FROM case_escalation").await;
        world.step(SUPERVISOR, &proposed, "refuse-proposal", &json!({ "text": "不算" })).await.expect(200);
        at(&world, "2030-01-17T01:00:00+08:00").await;
        night(&world).await;
        assert_eq!((state(&world, &proposed).await.as_str(), state(&world, &ordered).await.as_str()), ("Archived", "Archived"));
        assert_eq!(state(&world, &warranted).await, "Closed", "somebody waits to read it");
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }

    async fn many_go_in_small_commits_and_once(world: World) {
        for n in 0..23 {
            closed(&world, &format!("路灯不亮，第 {n} 盏")).await;
        }
        at(&world, "2029-12-01T00:30:00+08:00").await;
        night(&world).await;
        assert_eq!(archived(&world).await, 0, "not by day");
        at(&world, "2029-12-01T01:00:00+08:00").await;
        #[expect(clippy::disallowed_methods, reason = "the pace is printed, and decides nothing")]
        let began = std::time::Instant::now();
        let tries = world.app.runner().run_due().await.unwrap();
        println!("23 archived in {tries} commits, {:?}", began.elapsed());
        assert!(tries >= 3, "at most ten in a commit");
        assert_eq!(archived(&world).await, 23);
        assert_eq!(world.scalar("SELECT count(*) FROM job WHERE kind = 'case.archive'").await, 1);
        night(&world).await;
        assert_eq!(archived(&world).await, 23);
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }

    async fn a_county_that_keeps_longer_keeps_what_it_still_has(world: World) {
        let case = closed(&world, "楼道灯坏了").await;
        at(&world, "2029-11-20T09:00:00+08:00").await;
        let change = json!({ "changes": [{ "parameter": "retention.case.general", "value": "48" }], "reason": "档案部门要求", "effective_on": "2029-11-21" });
        let proposal = post(&world, "he.admin", "/api/v1/settings/proposals", 0, &change).await.expect(201);
        let number = proposal["number"].as_i64().unwrap();
        post(&world, ORGANISER, &format!("/api/v1/settings/proposals/{number}/approve"), 1, &json!({})).await.expect(200);
        world.app.settings.refresh().await.unwrap();
        night(&world).await;
        at(&world, "2029-12-01T01:00:00+08:00").await;
        night(&world).await;
        assert_eq!(state(&world, &case).await, "Closed");
        at(&world, "2030-11-24T01:00:00+08:00").await;
        night(&world).await;
        assert_eq!(state(&world, &case).await, "Archived");
    }
}
