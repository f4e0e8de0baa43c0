//! What a resident wrote is never lost, and what she reads is meant for her.

use serde_json::json;
use suite::{DISPATCHER, Filed, HANDLER, Visitor, World, both_databases};

async fn opened<'w>(world: &'w World, case: &Filed) -> Visitor<'w> {
    let visitor = Visitor::new(world);
    visitor.get(&format!("/t/{}/{}", case.number, case.code)).await.page(303);
    visitor
}

both_databases! {
    async fn a_page_that_lay_open_too_long_comes_back_with_everything_on_it(world: World) {
        let visitor = Visitor::new(&world);
        let form = [("csrf", "of last week".to_owned()), ("text", "楼道灯坏了\n很黑".to_owned()), ("words", "三号楼".to_owned()), ("reach", "none".to_owned())];
        let reply = visitor.send("/report", &form).await.page(403);
        assert!(reply.contains("写的都还在，请再交一次") && reply.contains("楼道灯坏了\n很黑") && reply.contains("三号楼"), "{reply}");
        assert!(!reply.contains("管理员") && !reply.contains("/signin?back"), "no word for staff: {reply}");
        assert_eq!(world.scalar("SELECT COUNT(*) FROM case_record").await, 0);
        // The page that came back has a token of today.
        let again: Vec<(&str, String)> = [("csrf", suite::hidden(&reply, "csrf").unwrap())].into_iter().chain(form.into_iter().skip(1)).collect();
        visitor.send("/report", &again).await.page(303);
        assert_eq!(world.scalar("SELECT COUNT(*) FROM case_record").await, 1);
        let start = Visitor::new(&world).send("/report/start", &[("text", "路不平".to_owned())]).await;
        assert!(start.page(200).contains("路不平"));
        let find = Visitor::new(&world).send("/find", &[("number", "261123".to_owned()), ("code", "K7QM".to_owned())]).await.page(403);
        assert!(find.contains("261123") && find.contains("K7QM") && find.contains("请再交一次"), "{find}");
    }

    async fn an_old_form_on_the_page_of_progress_keeps_the_words(world: World) {
        let case = world.answered("灯坏了").await;
        let visitor = opened(&world, &case).await;
        let path = format!("/track/{}", case.number);
        let rating = [("contacted", "yes".to_owned()), ("solved", "no".to_owned()), ("satisfaction", "2".to_owned()), ("comment", "又灭了".to_owned())];
        let page = visitor.send(&format!("{path}/rating"), &rating).await.page(403);
        assert!(page.contains("请再交一次") && page.contains("又灭了") && page.matches(" checked").count() == 3, "{page}");
        let page = visitor.send(&format!("{path}/supplement"), &[("text", "晚上有人在家".to_owned())]).await.page(403);
        assert!(page.contains("晚上有人在家") && page.contains("<details open"), "{page}");
        assert_eq!(world.track(&case).await["status"], "FeedbackPending");
    }

    async fn what_comes_too_late_is_refused_and_stays_on_the_page(world: World) {
        let case = world.answered("灯坏了").await;
        let visitor = opened(&world, &case).await;
        let path = format!("/track/{}", case.number);
        let page = visitor.get(&path).await.page(200);
        let csrf = suite::hidden(&page, "csrf").unwrap();
        world.as_resident(&case, "rating", &json!({ "contacted": true, "solved": true, "satisfaction": 5 })).await.expect(200);
        let rating = [
            ("csrf", csrf.clone()), ("contacted", "yes".to_owned()), ("solved", "no".to_owned()), ("satisfaction", "1".to_owned()),
            ("comment", "我有话要说".to_owned()),
        ];
        let page = visitor.send(&format!("{path}/rating"), &rating).await.page(409);
        assert!(page.contains("我有话要说") && page.contains("没有丢"), "{page}");
        let page = visitor.send(&format!("{path}/supplement"), &[("csrf", csrf), ("text", "再补一句".to_owned())]).await.page(409);
        assert!(page.contains("再补一句"), "{page}");
        assert_eq!(world.track(&case).await["status"], "Closed");
    }

    async fn why_a_matter_is_complex_is_told_to_its_resident(world: World) {
        let case = world.file("想装电梯").await;
        let dispatch = json!({ "kind": "lift", "unit": "housing", "complexity": "complex", "complex_reason": "units", "note": "先找三单元的人" });
        let odd = json!({ "kind": "lift", "unit": "housing", "complexity": "complex", "complex_reason": "late" });
        world.step(DISPATCHER, &case, "dispatch", &odd).await.assert_problem(422, "input.invalid");
        world.step(DISPATCHER, &case, "dispatch", &dispatch).await.expect(200);
        let visitor = opened(&world, &case).await;
        let page = visitor.get(&format!("/track/{}", case.number)).await.page(200);
        assert!(page.contains("复杂的理由：要两个以上单位一起办") && !page.contains("三单元的人"), "the reason, not the remark: {page}");
        let told = world.track(&case).await;
        let step = told["timeline"].as_array().unwrap().iter().find(|entry| entry["kind"] == "case.dispatched").unwrap().clone();
        assert_eq!((&step["because"], step.get("words")), (&json!("units"), None));
    }

    async fn the_desk_says_why_through_its_form(world: World) {
        let case = world.file("想装电梯").await;
        let desk = Visitor::staff(&world, DISPATCHER).await;
        let own = format!("/staff/dispatch/{}", case.number);
        let to = format!("/staff/cases/{}/dispatch", case.number);
        let form = [("version", "2"), ("kind", "lift"), ("unit", "housing"), ("complexity", "complex")];
        assert!(desk.post(&own, &to, &form).await.page(422).contains("请写明理由"));
        let with: Vec<(&str, &str)> = form.into_iter().chain([("complex_reason", "site")]).collect();
        desk.post(&own, &to, &with).await.page(303);
        assert_eq!(world.track(&case).await["timeline"][2]["because"], "site");
    }

    async fn who_comes_second_reads_who_has_taken_it(world: World) {
        let case = world.file("物业不管").await;
        world.step(DISPATCHER, &case, "dispatch", &json!({ "kind": "property_service", "unit": "housing", "complexity": "general" })).await.expect(200);
        let seen = world.version(&case).await;
        let colleague = world.colleague("lu.housing", "陆小川", "housing").await;
        let second = Visitor::staff(&world, &colleague).await;
        let own = format!("/staff/cases/{}", case.number);
        let token = suite::hidden(&second.get(&own).await.page(200), "csrf").unwrap();
        world.step_at(HANDLER, &case, "accept", &json!({}), seen).await.expect(200);
        let problem = world.step_at(&colleague, &case, "accept", &json!({}), seen).await.assert_problem(409, "case.taken");
        assert_eq!(problem["current"], json!({ "name": "Accepted", "version": seen + 1 }));
        let form = [("csrf", token), ("version", seen.to_string())];
        let page = second.send(&format!("{own}/accept"), &form).await.page(409);
        assert!(page.contains("已经由本单位的徐**接下了"), "{page}");
        world.step_at("qin.agriculture", &case, "accept", &json!({}), seen).await.assert_problem(404, "case.not_found");
    }
}

#[tokio::test]
async fn pages_that_show_codes_travel_as_they_are() {
    let world = World::new(suite::Kind::Sqlite).await;
    let case = world.file("灯坏了").await;
    let visitor = opened(&world, &case).await;
    for (path, compressed) in [
        ("/", true),
        ("/report", true),
        ("/find", false),
        (&*format!("/track/{}", case.number), false),
        (&*format!("/receipt/{}", case.number), false),
    ] {
        let reply = visitor.ask(path, &[("accept-encoding", "br, gzip")]).await;
        assert_eq!((reply.0, reply.1.is_some()), (200, compressed), "{path}");
    }
}
