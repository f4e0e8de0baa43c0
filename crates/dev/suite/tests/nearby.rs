//! What strangers may see of open matters of public space: kind, place, month, number of people from five on; never the words.

use sea_orm::{ConnectionTrait, DbBackend, Statement};
use serde_json::json;
use suite::{DISPATCHER, Filed, Visitor, World, both_databases};

/// A form about lamps at a place, with the key of a form.
fn lamps<'f>(words: &'f str, key: &'f str) -> [(&'static str, &'f str); 5] {
    [("text", "路灯不亮，晚上看不见路"), ("kind", "street_lamp"), ("words", words), ("reach", "none"), ("key", key)]
}

/// A lamp that somebody reported through the API, with more of the body.
async fn known(world: &World, more: &serde_json::Value) -> Filed {
    let mut body = json!({ "text": "灯杆倒了，我家老人摔了", "kind": "street_lamp", "place": { "words": "槐荫里小区东门" } });
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let receipt = world.post("/api/v1/public/cases", &[("x-channel-token", &world.channel)], &body).await.expect(201);
    Filed { number: receipt["number"].as_str().unwrap().to_owned(), code: receipt["query_code"].as_str().unwrap().to_owned() }
}

async fn shown(visitor: &Visitor<'_>, words: &str, kind: &str) -> String {
    let asked = [("text", "这里坏了".to_owned()), ("kind", kind.to_owned()), ("words", words.to_owned())];
    visitor.send("/report/suggest", &asked).await.text
}

both_databases! {
    async fn what_others_reported_is_shown_once_before_a_form_is_taken(world: World) {
        let visitor = Visitor::new(&world);
        visitor.post("/report", "/report", &lamps("槐荫里小区西门", "first-key-of-a-form")).await.page(303);
        // The same form again is the same matter: it is not told of itself.
        visitor.post("/report", "/report", &lamps("槐荫里小区西门", "first-key-of-a-form")).await.page(303);
        let form = lamps("槐荫里小区东门", "second-key-of-a-form");
        let page = visitor.post("/report", "/report", &form).await.page(200);
        assert!(page.contains("先看一眼") && page.contains("路灯 · <bdi>槐荫里小区</bdi>") && page.contains("2026年11月"), "{page}");
        assert!(page.contains("有人反映过</b>") && page.contains("name=\"nearby\" value=\"seen\""), "{page}");
        assert!(page.contains("槐荫里小区东门") && page.contains("second-key-of-a-form") && !page.contains("西门"), "hers is kept, theirs is not told: {page}");
        assert_eq!(world.scalar("SELECT COUNT(*) FROM case_record").await, 1);
        let again: Vec<(&str, &str)> = form.into_iter().chain([("nearby", "seen")]).collect();
        visitor.post("/report", "/report", &again).await.page(303);
        assert_eq!(world.scalar("SELECT COUNT(*) FROM case_record").await, 2);
        // Another place of the same community, no place of the register, another kind: nothing is the same.
        for (words, key) in [("槐香苑", "third-key-of-a-form"), ("三号楼二单元", "fourth-key-of-a-form")] {
            visitor.post("/report", "/report", &lamps(words, key)).await.page(303);
        }
        assert!(!shown(&visitor, "槐荫里小区", "property_service").await.contains("反映过"), "not a matter of public space");
        assert!(shown(&visitor, "槐荫里小区", "street_lamp").await.contains("有人反映过"), "while she writes, too");
    }

    async fn people_are_counted_from_five_on_and_what_is_not_strangers_business_not_at_all(world: World) {
        let visitor = Visitor::new(&world);
        let first = known(&world, &json!({})).await;
        for _ in 0..3 {
            known(&world, &json!({})).await;
        }
        // Sealed, because it is about a unit; confidential; held above its source's limit.
        known(&world, &json!({ "against": "transport_urban" })).await;
        let confidential = known(&world, &json!({ "contact": { "phone": "13800000000", "confidential": true } })).await;
        let held = known(&world, &json!({})).await;
        world.sql(&format!("UPDATE case_record SET held = TRUE WHERE number = '{}'", held.number)).await;
        let told = shown(&visitor, "槐荫里小区", "street_lamp").await;
        assert!(told.contains("有人反映过</b>") && !told.contains("人摔了") && !told.contains("东门") && !told.contains(&first.number), "four are not told: {told}");
        world.sql(&format!("UPDATE case_record SET confidential = FALSE WHERE number = '{}'", confidential.number)).await;
        assert!(shown(&visitor, "槐荫里小区", "street_lamp").await.contains("5 人反映过"));
        world.sql(&format!("UPDATE case_record SET confidential = TRUE WHERE number = '{}'", confidential.number)).await;
        // Who was joined to another counts there.
        let second = known(&world, &json!({})).await;
        let version = world.version(&second).await;
        world.step_at(DISPATCHER, &second, "merge", &json!({ "into": first.number }), version).await.expect(200);
        assert!(shown(&visitor, "槐荫里小区", "street_lamp").await.contains("5 人反映过"));
        // What is answered is no more to be joined.
        for case in world.numbers("state = 'Triage' AND NOT sealed AND NOT held AND NOT confidential").await {
            world.sql(&format!("UPDATE case_record SET state = 'Submitted' WHERE number = '{case}'")).await;
        }
        assert!(!shown(&visitor, "槐荫里小区", "street_lamp").await.contains("反映过"));
    }

    async fn the_open_matters_of_a_kind_are_found_by_their_index(world: World) {
        let sql = "SELECT id FROM case_record WHERE state IN ('Triage', 'Accepted') AND closed_at IS NULL AND kind = 'street_lamp' \
                   AND area IN ('huaiyin') ORDER BY received_at DESC, id DESC LIMIT 200";
        let plan = world.app.db.read(move |tx| async move {
            let backend = tx.get_database_backend();
            let (explain, column) = if backend == DbBackend::Postgres { ("EXPLAIN", 0) } else { ("EXPLAIN QUERY PLAN", 3) };
            if backend == DbBackend::Postgres {
                // An empty table is read whole by anybody; whether the index could serve is the question.
                tx.execute_unprepared("SET LOCAL enable_seqscan = off").await?;
            }
            let rows = tx.query_all_raw(Statement::from_string(backend, format!("{explain} {sql}"))).await?;
            let lines: Result<Vec<String>, _> = rows.iter().map(|row| row.try_get_by_index::<String>(column)).collect();
            Ok::<_, store::StoreError>(lines?.join("\n"))
        });
        let plan = plan.await.unwrap();
        assert!(plan.contains("case_record_open") && !plan.contains("TEMP B-TREE"), "{plan}");
    }
}
