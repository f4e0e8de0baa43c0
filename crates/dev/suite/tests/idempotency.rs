//! Repeating a request is harmless (decisions 8), and one source cannot flood the desk (decisions 4).

use serde_json::json;
use suite::{World, both_databases};

both_databases! {
    async fn the_same_key_gives_the_same_receipt_and_one_case(world: World) {
        let body = json!({ "text": "灯坏了", "place": { "words": "槐荫里" } });
        let key = ("idempotency-key", "0f6a1e9c-0000-4000-8000-000000000001");
        let first = world.post("/api/v1/public/cases", &[key], &body).await.expect(201);
        let again = world.post("/api/v1/public/cases", &[key], &body).await.expect(201);
        assert_eq!((&first["number"], &first["query_code"]), (&again["number"], &again["query_code"]));
        let other = json!({ "text": "水没了", "place": { "words": "槐荫里" } });
        world.post("/api/v1/public/cases", &[key], &other).await.assert_problem(422, "idempotency.mismatch");
        world.post("/api/v1/public/cases", &[("idempotency-key", "1")], &body).await.assert_problem(422, "idempotency.bad_key");
        assert_eq!(world.scalar("SELECT COUNT(*) FROM case_record").await, 1);
        world.clock.set("2026-11-24T10:42:01+08:00".parse().unwrap());
        let next_day = world.post("/api/v1/public/cases", &[key], &body).await.expect(201);
        assert_ne!(first["number"], next_day["number"], "a key lasts 24 hours");
    }

    async fn a_rating_sent_twice_counts_once(world: World) {
        let case = world.answered("路不平").await;
        let rating = json!({ "contacted": true, "solved": true, "satisfaction": 5 });
        let path = format!("/api/v1/public/cases/{}/rating", case.number);
        let headers = [("x-query-code", case.code.as_str()), ("idempotency-key", "abcdefghijklmnop")];
        let first = world.post(&path, &headers, &rating).await.expect(200);
        let again = world.post(&path, &headers, &rating).await.expect(200);
        assert_eq!(first, again);
        world.as_resident(&case, "rating", &rating).await.assert_problem(409, "case.step_refused");
    }

    async fn sixteen_at_once_with_one_key_make_one_case(world: World) {
        let body = json!({ "text": "一起点了好多下", "place": { "words": "槐荫里" } });
        let posts = (0..16).map(|_| world.post("/api/v1/public/cases", &[("idempotency-key", "pressed-many-times")], &body));
        let replies = futures::future::join_all(posts).await;
        let numbers: std::collections::HashSet<String> =
            replies.into_iter().map(|reply| reply.expect(201)["number"].as_str().unwrap().to_owned()).collect();
        assert_eq!(numbers.len(), 1);
        assert_eq!(world.scalar("SELECT COUNT(*) FROM case_record").await, 1);
    }

    async fn above_thirty_an_hour_a_matter_is_taken_and_held_and_a_channel_is_free(world: World) {
        let body = json!({ "text": "又一件", "place": { "words": "槐荫里" } });
        for _ in 0..31 {
            world.post("/api/v1/public/cases", &[], &body).await.expect(201);
        }
        assert_eq!(world.scalar("SELECT COUNT(*) FROM case_record WHERE held").await, 1);
        let channel = world.channel.clone();
        world.post("/api/v1/public/cases", &[("x-channel-token", &channel)], &body).await.expect(201);
        assert_eq!(world.scalar("SELECT COUNT(*) FROM case_record WHERE held").await, 1);
    }
}
