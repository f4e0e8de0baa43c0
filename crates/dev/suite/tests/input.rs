//! Text in, text out (decisions 5): what is refused is named, what is taken is kept exactly.

use serde_json::{Value, json};
use suite::{World, both_databases};

fn faults(problem: &Value) -> Vec<(String, String)> {
    let mut faults: Vec<(String, String)> = problem["fields"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fault| (fault["field"].as_str().unwrap().to_owned(), fault["code"].as_str().unwrap().to_owned()))
        .collect();
    faults.sort();
    faults
}

both_databases! {
    async fn odd_text_comes_back_exactly_as_it_was_sent(world: World) {
        for text in [
            "<script>alert(1)</script> & \"引号\"",
            "零\u{200b}宽\u{200d}连\u{feff}接",
            "\u{202e}反着写\u{202c} \u{2067}مرحبا\u{2069}",
            "👩‍👩‍👧‍👦 🏚️ 𠮷野家 𪚥",
            "一行\n二行\r\n三行\t制表",
            "  前后有空格  ",
        ] {
            let body = json!({ "text": text, "title": "", "place": { "words": text } });
            let receipt = world.post("/api/v1/public/cases", &[], &body).await.expect(201);
            let case = suite::Filed {
                number: receipt["number"].as_str().unwrap().to_owned(),
                code: receipt["query_code"].as_str().unwrap().to_owned(),
            };
            let shown = world.track(&case).await;
            assert_eq!(shown["text"], text);
            assert_eq!(shown["title"], "");
            assert_eq!(shown["place"]["words"], text);
        }
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }

    async fn what_cannot_be_taken_is_named_field_by_field_and_nothing_is_stored(world: World) {
        let body = json!({
            "text": " \n ", "title": "a\u{0}b", "kind": "no_such_kind",
            "place": { "area": "nowhere", "lat": 1.0, "lon": 1.0 },
            "contact": { "phone": "打给我", "email": "x" },
        });
        let problem = world.post("/api/v1/public/cases", &[("accept-language", "en")], &body).await.assert_problem(422, "input.invalid");
        let expected = [
            ("contact.email", "bad_email"),
            ("contact.phone", "bad_phone"),
            ("kind", "unknown"),
            ("place.area", "unknown"),
            ("place.lat", "outside_county"),
            ("text", "empty"),
            ("title", "control_character"),
        ];
        assert_eq!(faults(&problem), expected.map(|(field, code)| (field.to_owned(), code.to_owned())));
        assert!(problem["detail"].as_str().unwrap().is_ascii(), "{problem}");
        let problem = world.post("/api/v1/public/cases", &[], &json!({ "text": "有事" })).await.assert_problem(422, "input.invalid");
        assert_eq!(faults(&problem), [("place".to_owned(), "empty".to_owned())]);
        let long = json!({ "text": "长".repeat(20_001), "place": { "words": "这里" } });
        let problem = world.post("/api/v1/public/cases", &[], &long).await.assert_problem(422, "input.invalid");
        assert_eq!(faults(&problem), [("text".to_owned(), "too_long".to_owned())]);
        let longest = json!({ "text": "长".repeat(20_000), "place": { "words": "这里" } });
        world.post("/api/v1/public/cases", &[], &longest).await.expect(201);
        assert_eq!(world.scalar("SELECT COUNT(*) FROM case_record").await, 1);
    }

    async fn an_unpaired_surrogate_is_no_text(world: World) {
        let headers = http::HeaderMap::new();
        let body = r#"{"text":"\ud83d","place":{"words":"这里"}}"#;
        let reply = world.send(http::Method::POST, "/api/v1/public/cases", headers, body).await;
        reply.assert_problem(422, "input.malformed");
    }

    async fn a_rating_is_never_answered_for_anybody(world: World) {
        let case = world.answered("灯坏了").await;
        let problem = world.as_resident(&case, "rating", &json!({ "solved": true })).await.assert_problem(422, "input.invalid");
        assert_eq!(faults(&problem), [("contacted".to_owned(), "empty".to_owned()), ("satisfaction".to_owned(), "empty".to_owned())]);
        let problem = world.as_resident(&case, "rating", &json!({ "contacted": true, "solved": true, "satisfaction": 6 })).await;
        assert_eq!(faults(&problem.assert_problem(422, "input.invalid")), [("satisfaction".to_owned(), "out_of_range".to_owned())]);
        assert_eq!(world.track(&case).await["status"], "FeedbackPending");
    }
}
