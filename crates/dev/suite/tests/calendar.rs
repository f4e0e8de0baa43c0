//! The working-day calendar: published by two people, seen before it is; open matters are computed again and told, closed ones
//! keep what they had, and the fold of the journal is exact before, during and after.

use serde_json::{Value, json};
use suite::{DISPATCHER, Filed, HANDLER, Reply, Visitor, World, both_databases};

const ADMIN: &str = "he.admin";
const ORGANISER: &str = "wu.organise";
const PAGE: &str = "/staff/settings/calendar";
const NOTICE: &str = "国务院办公厅关于2027年部分节假日安排的通知";

/// 2027 as it might be published: the Spring Festival from 5 to 12 February, a worked Saturday and Sunday.
const CSV: &str = "year,kind,from,to,text\n2027,holiday,2027-01-01,2027-01-03,元旦\n2027,holiday,2027-02-05,2027-02-12,春节\n\
                   2027,makeup,2027-01-31,,春节\n2027,makeup,2027-02-20,,春节\n2027,holiday,2027-05-01,2027-05-05,劳动节\n\
                   2027,holiday,2027-10-01,2027-10-07,国庆节\n";

async fn at(world: &World, text: &str) {
    world.wake(text.parse().unwrap()).await;
}

async fn post(world: &World, account: &str, path: &str, version: i64, body: &Value) -> Reply {
    let bearer = format!("Bearer {}", world.token(account).await);
    world.post(path, &[("authorization", &bearer), ("if-match", &format!("\"{version}\""))], body).await
}

fn upload(text: &str) -> Value {
    json!({ "calendar": { "text": text, "notice": NOTICE, "issued": "2026-11-25" }, "reason": "国务院通知下来了" })
}

/// Proposed by one, approved by another; the number of the change.
async fn publish(world: &World, text: &str) -> i64 {
    let proposal = post(world, ADMIN, "/api/v1/settings/proposals", 0, &upload(text)).await.expect(201);
    let number = proposal["number"].as_i64().unwrap();
    post(world, ORGANISER, &format!("/api/v1/settings/proposals/{number}/approve"), 1, &json!({})).await.expect(200);
    number
}

async fn due(world: &World, case: &Filed, clock: &str) -> (String, bool) {
    let shown = world.track(case).await;
    let clocks = shown["due"].as_array().unwrap();
    let due = clocks.iter().find(|due| due["clock"] == clock).unwrap();
    (due["at"].as_str().unwrap().to_owned(), due["provisional"].as_bool().unwrap())
}

async fn recalculated(world: &World) -> i64 {
    world.scalar("SELECT count(*) FROM journal_event WHERE kind = 'case.recalculated'").await
}

async fn waiting_parts(world: &World) -> i64 {
    world.scalar("SELECT count(*) FROM job WHERE kind = 'case.recalculate'").await
}

fn faults(problem: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    problem["fields"].as_array().unwrap().iter().map(|fault| (text(&fault["field"]), text(&fault["code"]))).collect()
}

both_databases! {
    async fn provisional_deadlines_become_firm_and_closed_matters_keep_theirs(world: World) {
        at(&world, "2027-01-28T09:00:00+08:00").await;
        let closed = world.answered("楼道灯坏了").await;
        let rating = json!({ "contacted": true, "solved": true, "satisfaction": 5 });
        world.as_resident(&closed, "rating", &rating).await.expect(200);
        let open = world.file("物业不管").await;
        let dispatch = json!({ "kind": "property_service", "unit": "housing", "complexity": "complex" });
        world.step(DISPATCHER, &open, "dispatch", &dispatch).await.expect(200);
        // Three working days by weekends alone; fifteen for the answer.
        let plan_before = ("2027-02-02T17:30:00+08:00".to_owned(), true);
        assert_eq!(due(&world, &open, "plan").await, plan_before);
        assert_eq!(due(&world, &open, "final").await, ("2027-02-18T17:30:00+08:00".to_owned(), true));
        let kept = due(&world, &closed, "final").await;
        assert_eq!(world.doctor().await, Vec::<String>::new(), "before");

        publish(&world, CSV).await;
        world.app.runner().run_due().await.unwrap();
        assert_eq!(due(&world, &open, "plan").await, plan_before, "not before its instant");
        assert_eq!(recalculated(&world).await, 0);
        at(&world, "2027-01-28T09:00:10+08:00").await;
        assert_eq!(due(&world, &open, "plan").await, plan_before, "nor before the job");
        // What is filed now goes by the new calendar at once, and so does a step on the old one.
        let fresh = world.file("楼道灯又坏了").await;
        world.step(HANDLER, &open, "accept", &json!({})).await.expect(200);
        assert_eq!(world.doctor().await, Vec::<String>::new(), "during");
        world.app.runner().run_due().await.unwrap();

        // The Sunday is worked; the festival takes six working days.
        assert_eq!(due(&world, &open, "plan").await, ("2027-02-01T17:30:00+08:00".to_owned(), false));
        assert_eq!(due(&world, &open, "final").await, ("2027-02-24T17:30:00+08:00".to_owned(), false));
        assert_eq!(due(&world, &fresh, "final").await, ("2027-02-03T17:30:00+08:00".to_owned(), false));
        assert_eq!(due(&world, &closed, "final").await, kept, "what has ended keeps what it had");
        assert_eq!(recalculated(&world).await, 1);
        assert_eq!(waiting_parts(&world).await, 0);
        assert_eq!(world.doctor().await, Vec::<String>::new(), "after");

        let resident = Visitor::new(&world);
        resident.get(&format!("/t/{}/{}", open.number, open.code)).await;
        let page = resident.get(&format!("/track/{}", open.number)).await.page(200);
        assert!(page.contains("期限重新算过") && page.contains("2月24日"), "{page}");
        let staff = Visitor::staff(&world, HANDLER).await;
        let page = staff.get(&format!("/staff/cases/{}", open.number)).await.page(200);
        assert!(page.contains("期限重新算过") && page.contains("→"), "{page}");

        // The same again changes nothing: nobody is told twice.
        let problem = post(&world, ADMIN, "/api/v1/settings/proposals", 0, &upload(CSV)).await.assert_problem(422, "input.invalid");
        assert_eq!(faults(&problem), [("calendar".to_owned(), "same".to_owned())]);
    }

    async fn a_job_that_dies_between_two_parts_neither_loses_nor_doubles(world: World) {
        at(&world, "2027-01-28T09:00:00+08:00").await;
        let done = |world: &World| {
            let runner = world.app.runner();
            async move { runner.run_due().await.unwrap() }
        };
        // What else fell due since the world began is out of the way.
        while done(&world).await > 0 {}
        let mut filed = Vec::new();
        for n in 0..120 {
            filed.push(world.file(&format!("路灯不亮，第 {n} 盏")).await);
        }
        let change = publish(&world, CSV).await;
        at(&world, "2027-01-28T09:00:11+08:00").await;
        // One part by hand: as after a process that died when its first commit stood. Its successor waits.
        assert_eq!(waiting_parts(&world).await, 1);
        // A part that is claimed and never ended comes back when its lease is over, and nothing of it stands.
        world.sql("UPDATE job SET claimed_by = 'dead', claimed_until = run_at + 1, attempts = 1 WHERE kind = 'case.recalculate'").await;
        assert_eq!(done(&world).await, 3, "50, 50 and 20 cases");
        assert_eq!(recalculated(&world).await, 120);
        assert_eq!(world.doctor().await, Vec::<String>::new());
        // The whole walk once more from its beginning: nothing moves twice.
        let again = format!(
            "INSERT INTO job (id, kind, payload, state, run_at, attempts) VALUES \
             ('job_00000000000000000000000000000001', 'case.recalculate', '{{\"change\":{change},\"after\":\"\"}}', 'waiting', 0, 0)"
        );
        world.sql(&again).await;
        assert_eq!(done(&world).await, 1);
        assert_eq!(recalculated(&world).await, 120);
        let events = "SELECT count(*) FROM (SELECT stream FROM journal_event WHERE kind = 'case.recalculated' GROUP BY stream) AS s";
        assert_eq!(world.scalar(events).await, 120, "each case once");
        for case in filed.iter().step_by(40) {
            assert_eq!(due(&world, case, "final").await, ("2027-02-03T17:30:00+08:00".to_owned(), false));
        }
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }

    async fn what_a_merged_matter_lends_moves_with_it(world: World) {
        at(&world, "2027-01-28T09:00:00+08:00").await;
        let child = world.file("路灯不亮").await;
        at(&world, "2027-01-29T09:00:00+08:00").await;
        let parent = world.file("好几盏路灯不亮").await;
        world.step(DISPATCHER, &child, "merge", &json!({ "into": parent.number })).await.expect(200);
        publish(&world, CSV).await;
        at(&world, "2027-01-29T09:00:10+08:00").await;
        world.app.runner().run_due().await.unwrap();
        assert_eq!(due(&world, &child, "final").await.0, "2027-02-03T17:30:00+08:00");
        let lent = world.numbers("course LIKE '%\"borrowed\":{%'").await;
        assert_eq!(lent, std::slice::from_ref(&parent.number));
        let due: kernel::Timestamp = "2027-02-03T17:30:00+08:00".parse().unwrap();
        let ms = due.as_millisecond();
        assert_eq!(world.numbers(&format!("course LIKE '%\"due\":{ms}%'")).await, std::slice::from_ref(&parent.number));
        assert_eq!(world.doctor().await, Vec::<String>::new());
        assert_eq!(world.app.runner().run_due().await.unwrap(), 0);
    }

    async fn what_is_taken_up_again_goes_by_the_calendar_of_now(world: World) {
        at(&world, "2027-01-28T09:00:00+08:00").await;
        let case = world.file("楼道灯坏了").await;
        let refusal = json!({ "reason": "court", "door": "court", "text": "法院正在审理" });
        world.step(DISPATCHER, &case, "not-accept", &refusal).await.expect(200);
        publish(&world, CSV).await;
        at(&world, "2027-01-28T09:00:10+08:00").await;
        world.app.runner().run_due().await.unwrap();
        assert_eq!(recalculated(&world).await, 0, "nothing of it runs");
        world.as_resident(&case, "contest", &json!({ "text": "没有打官司" })).await.expect(200);
        assert_eq!(due(&world, &case, "final").await, ("2027-02-03T17:30:00+08:00".to_owned(), false));
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }

    async fn the_change_is_seen_before_it_is_proposed_and_nothing_typed_is_lost(world: World) {
        at(&world, "2027-01-28T09:00:00+08:00").await;
        world.file("路灯不亮").await;
        let admin = Visitor::staff(&world, ADMIN).await;
        let broken = CSV.replace("2027-01-31", "2027-02-01");
        let fields = |calendar: &str, notice: &str, step: &str| {
            [("calendar", calendar.to_owned()), ("notice", notice.to_owned()), ("issued", "2026-11-25".to_owned()), ("reason", "通知下来了".to_owned()), ("step", step.to_owned())]
        };
        let send = async |calendar: &str, notice: &str, step: &str| {
            let fields = fields(calendar, notice, step);
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            admin.post(PAGE, PAGE, &fields).await
        };
        let page = send(&broken, NOTICE, "look").await.page(422);
        assert!(page.contains("2027年2月1日 周一不是周六周日") && page.contains("2027,makeup,2027-02-01"), "{page}");
        let page = send(CSV, "", "propose").await.page(422);
        assert!(page.contains("没有写明 2027 年按的是哪个通知") && page.contains("2027,makeup,2027-01-31") && page.contains("通知下来了"), "{page}");
        let page = send(CSV, NOTICE, "look").await.page(200);
        assert!(page.contains("2027年1月31日 周日") && page.contains("调休上班") && page.contains("现在没办完的有 1 件期限会变"), "{page}");
        assert_eq!(world.scalar("SELECT count(*) FROM settings_proposal").await, 0, "looking stores nothing");
        let sent = send(CSV, NOTICE, "propose").await;
        assert_eq!(sent.status.as_u16(), 303, "{}", sent.text);

        let organiser = Visitor::staff(&world, ORGANISER).await;
        let page = organiser.get("/staff/settings/proposals/1").await.page(200);
        assert!(page.contains("公布 2027 年放假安排") && page.contains("现在没办完的有 1 件期限会变"), "{page}");
        let own = admin.post("/staff/settings/proposals/1", "/staff/settings/proposals/1/approve", &[("version", "1")]).await;
        assert_eq!(own.status.as_u16(), 403, "two people");
        let approved = organiser.post("/staff/settings/proposals/1", "/staff/settings/proposals/1/approve", &[("version", "1")]).await;
        assert_eq!(approved.status.as_u16(), 303, "{}", approved.text);
        at(&world, "2027-01-28T09:00:10+08:00").await;
        let page = world.get("/rules", &[]).await.page(200);
        assert!(page.contains(NOTICE), "everybody reads by which notice");
        let shown = world.get("/api/v1/settings/calendar", &[]).await.expect(200);
        let year = shown["years"].as_array().unwrap().last().unwrap();
        assert_eq!((&year["year"], &year["notices"][0]["issued"]), (&json!(2027), &json!("2026-11-25")));
        assert_eq!(year["since"], "2027-01-28T09:00:10+08:00");
        let before = world.get("/api/v1/settings/calendar?at=2027-01-28T09:00:09%2B08:00", &[]).await.expect(200);
        assert_eq!(before["missing"], json!([2027]));
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }

    async fn what_is_no_calendar_is_refused_with_its_reason(world: World) {
        for (text, code) in [
            ("", "empty"),
            ("节假日", "unreadable"),
            ("{}", "unreadable"),
            ("BEGIN:VCALENDAR\nEND:VCALENDAR\n", "no_holidays"),
            ("year,kind,from,to,text\n2027,holiday,2027-01-01,,元旦\n", "incomplete"),
            ("year,kind,from,to,text\n2027,holiday,2026-11-01,,元旦\n", "stray_day"),
        ] {
            let problem = post(&world, ADMIN, "/api/v1/settings/proposals", 0, &upload(text)).await.assert_problem(422, "input.invalid");
            assert_eq!(faults(&problem), [("calendar".to_owned(), code.to_owned())], "{text}");
        }
        let refused = post(&world, ORGANISER, "/api/v1/settings/proposals", 0, &upload(CSV)).await;
        refused.assert_problem(403, "auth.forbidden");
    }

    async fn from_december_a_missing_year_is_called(world: World) {
        let called = async |account: &str, path: &str| {
            let staff = Visitor::staff(&world, account).await;
            staff.get(path).await.page(200).contains("2027年的放假安排还没有公布到平台上")
        };
        assert!(!called(ADMIN, "/staff/settings").await);
        world.clock.set("2026-12-01T08:00:00+08:00".parse().unwrap());
        assert!(called(ADMIN, "/staff/settings").await && called(ORGANISER, "/staff/cases").await);
        assert!(!called(DISPATCHER, "/staff/dispatch").await, "who can do nothing about it is not called");
        let ready = world.get("/readyz", &[]).await.expect(200);
        assert_eq!(ready["calendar_missing"], json!([2027]));
        publish(&world, CSV).await;
        world.clock.set("2026-12-01T08:00:10+08:00".parse().unwrap());
        assert!(!called(ADMIN, "/staff/settings").await);
    }
}
