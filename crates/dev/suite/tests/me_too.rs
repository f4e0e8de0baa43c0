//! 我也遇到: who met what others have reported gets a case of her own that is handled with theirs: number, code, answer and rating are
//! hers (decisions 2).

use serde_json::{Value, json};
use suite::{DISPATCHER, Filed, HANDLER, Visitor, World, both_databases};

const FIRST: &str = "灯杆倒了，压着我家的车";

fn filed(receipt: &Value) -> Filed {
    Filed { number: receipt["number"].as_str().unwrap().to_owned(), code: receipt["query_code"].as_str().unwrap().to_owned() }
}

/// A lamp at the east gate, with more of the body.
async fn lamp(world: &World, more: &Value) -> suite::Reply {
    let mut body =
        json!({ "text": "路灯不亮", "kind": "street_lamp", "place": { "words": "槐荫里小区东门" }, "contact": { "phone": "13800000000" } });
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    world.post("/api/v1/public/cases", &[("x-channel-token", &world.channel)], &body).await
}

async fn near(world: &World, body: &Value) -> Value {
    world.post("/api/v1/public/nearby", &[], body).await.expect(200)
}

async fn state(world: &World, case: &Filed) -> String {
    world.track(case).await["status"].as_str().unwrap().to_owned()
}

async fn absorbed(world: &World, case: &Filed) -> i64 {
    let parent = format!("SELECT id FROM case_record WHERE number = '{}'", case.number);
    world
        .scalar(&format!(
            "SELECT COUNT(*) FROM case_record WHERE merged_into = ({parent}) AND link_case = ({parent}) AND link_how = 'me_too'"
        ))
        .await
}

/// Brings the first to its answer, by ordinary commands.
async fn answer(world: &World, case: &Filed) {
    let dispatch = json!({ "kind": "street_lamp", "unit": "housing", "case_type": "help", "complexity": "general" });
    world.step(DISPATCHER, case, "dispatch", &dispatch).await.expect(200);
    world.step(HANDLER, case, "accept", &json!({})).await.expect(200);
    world.step(HANDLER, case, "answer", &json!({ "result": "solved", "text": "灯杆换了新的。" })).await.expect(200);
}

both_databases! {
    async fn who_met_it_too_has_a_case_of_her_own_that_is_answered_with_the_first(world: World) {
        let first = filed(&lamp(&world, &json!({ "text": FIRST })).await.expect(201));
        let visitor = Visitor::new(&world);
        let form = [
            ("text", "路灯不亮，看不见路"), ("kind", "street_lamp"), ("words", "槐荫里小区西门"), ("reach", "phone"),
            ("phone", "13800001234"), ("confidential", "no"), ("key", "key-of-the-form-of-hers"),
        ];
        let page = visitor.post("/report", "/report", &form).await.page(200);
        assert!(page.contains("我也遇到") && page.contains("name=\"same\" value=\"2026-11\"") && !page.contains("压着"), "{page}");
        // A fault elsewhere keeps what was chosen.
        let chosen = [("nearby", "seen"), ("same", "2026-11")];
        let faulty: Vec<(&str, &str)> = form.into_iter().map(|(name, value)| (name, if name == "phone" { "12" } else { value })).chain(chosen).collect();
        let page = visitor.post("/report", "/report", &faulty).await.page(422);
        assert!(page.contains("value=\"2026-11\" checked"), "{page}");
        let whole: Vec<(&str, &str)> = form.into_iter().chain(chosen).collect();
        let sent = visitor.post("/report", "/report", &whole).await;
        let receipt = visitor.get(sent.header("location").unwrap()).await.page(200);
        assert!(receipt.contains("和别人反映的同一件事一起办") && !receipt.contains("压着") && !receipt.contains(&first.number), "{receipt}");
        // The same form again is the same case.
        assert_eq!(visitor.post("/report", "/report", &whole).await.header("location"), sent.header("location"));
        assert_eq!((world.scalar("SELECT COUNT(*) FROM case_record").await, absorbed(&world, &first).await), (2, 1));
        // By the API, with the month that it told.
        let told = near(&world, &json!({ "kind": "street_lamp", "words": "槐荫里小区" })).await;
        assert_eq!(told, json!({ "kind": "street_lamp", "place": "槐荫里小区", "months": [{ "month": "2026-11", "people": null }] }));
        let receipt = lamp(&world, &json!({ "same": "2026-11" })).await.expect(201);
        assert_eq!(receipt["status"], "Merged");
        let second = filed(&receipt);
        assert_eq!(absorbed(&world, &first).await, 2);
        let hers = world.track(&second).await;
        assert!(hers["text"] == "路灯不亮" && !hers.to_string().contains("压着") && !hers.to_string().contains(&first.number), "{hers}");
        for _ in 0..2 {
            lamp(&world, &json!({ "same": "2026-11" })).await.expect(201);
        }
        assert_eq!(near(&world, &json!({ "kind": "street_lamp", "words": "槐荫里小区" })).await["months"][0]["people"], 5);
        // One answer, a copy for each; each rates her own, and is reopened alone.
        answer(&world, &first).await;
        assert_eq!((state(&world, &first).await.as_str(), state(&world, &second).await.as_str()), ("FeedbackPending", "FeedbackPending"));
        assert_eq!(world.track(&second).await["answers"][0]["text"], "灯杆换了新的。");
        world.as_resident(&first, "rating", &json!({ "contacted": true, "solved": true, "satisfaction": 5 })).await.expect(200);
        world.as_resident(&second, "rating", &json!({ "contacted": false, "solved": false, "satisfaction": 1 })).await.expect(200);
        assert_eq!((state(&world, &first).await.as_str(), state(&world, &second).await.as_str()), ("Closed", "Reopened"));
        // What is answered is joined no more.
        assert_eq!(lamp(&world, &json!({ "same": "2026-11" })).await.expect(201)["status"], "Triage");
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }

    async fn what_is_dangerous_secret_or_somewhere_else_goes_alone(world: World) {
        let first = filed(&lamp(&world, &json!({})).await.expect(201));
        let alone = [
            json!({ "text": "路灯漏电，有人触电受伤了" }),
            json!({ "text": "没人管路灯，我不想活了" }),
            json!({ "against": "transport_urban" }),
            json!({ "place": { "words": "槐香苑东门" } }),
            json!({ "place": { "words": "三号楼二单元", "area": "huaiyin" } }),
            json!({ "kind": "property_service" }),
            json!({ "same": "2026-10" }),
        ];
        for more in alone {
            let mut body = json!({ "same": "2026-11" });
            body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            assert_eq!(lamp(&world, &body).await.expect(201)["status"], "Triage", "{more}");
        }
        for month in ["十一月", "2026-13", "2026"] {
            let problem = lamp(&world, &json!({ "same": month })).await.assert_problem(422, "input.invalid");
            assert_eq!(problem["fields"][0]["field"], "same", "{problem}");
        }
        assert_eq!(absorbed(&world, &first).await, 0);
        for body in [json!({}), json!({ "kind": "property_service", "words": "槐荫里小区" }), json!({ "kind": "street_lamp", "words": "三号楼" })] {
            assert_eq!(near(&world, &body).await, json!({ "kind": null, "place": null, "months": [] }));
        }
        for number in world.numbers("NOT sealed").await {
            let case = Filed { number, code: String::new() };
            world.step(DISPATCHER, &case, "seal", &json!({ "reason": "minor" })).await.expect(200);
        }
        assert_eq!(lamp(&world, &json!({ "same": "2026-11", "place": { "words": "槐荫里小区" } })).await.expect(201)["status"], "Triage", "sealed, it is not there");
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }

    async fn eight_who_met_it_at_once_are_all_with_the_first(world: World) {
        let first = filed(&lamp(&world, &json!({})).await.expect(201));
        let all = (0..8).map(|nth| {
            let world = &world;
            async move {
                // Of those who met in the database one may be asked to come again.
                for _ in 0..20 {
                    let reply = lamp(world, &json!({ "text": format!("第{nth}个人也遇到"), "same": "2026-11" })).await;
                    if reply.status != 503 {
                        return reply.expect(201);
                    }
                }
                panic!("nobody was let in");
            }
        });
        let receipts = futures::future::join_all(all).await;
        assert!(receipts.iter().all(|receipt| receipt["status"] == "Merged"), "{receipts:?}");
        assert_eq!(absorbed(&world, &first).await, 8);
        assert_eq!(near(&world, &json!({ "kind": "street_lamp", "words": "槐荫里小区" })).await["months"][0]["people"], 9);
        answer(&world, &first).await;
        for receipt in &receipts {
            assert_eq!(state(&world, &filed(receipt)).await, "FeedbackPending");
        }
        world.sequence().await;
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }
}
