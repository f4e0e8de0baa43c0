//! The text models over the API: what is kept, how it did, which answers; an administrator lets another answer, or goes back.

use lianxin::models::{Beside, Card, Models, ProvenCard};
use serde_json::{Value, json};
use suite::{DISPATCHER, Reply, World, both_databases};

const ADMIN: &str = "he.admin";

/// Keeps a version that was tried beside the catalogue, as `lianxin text learn` does.
fn keep(world: &World, proven: bool) -> u32 {
    let catalogue = world.app.cases.catalogue();
    let tokenizer = cases::advice::site_tokenizer(&world.app.places.register());
    let entries = cases::advice::catalogue_entries(&catalogue);
    let model = text::train(&text::examples_of(&entries), text::Recipe::default(), &tokenizer).unwrap();
    let labels = ["noise".to_owned()].into();
    let line = text::Line { from: 0.91, above: 400, right: 398, low: 0.983, labels, coverage: 0.6, proof: text::Proof::default() };
    let card = |number| Card {
        number,
        trained_at: world.app.cases.now(),
        taught: 1_204,
        position: 9,
        right: 0.924,
        macro_f1: 0.911,
        ece: 0.02,
        proven: proven.then(|| ProvenCard::of(&line, 7)),
        profile: None,
        beside: Some(Beside { version: 0, difference: 0.04, low: 0.01, high: 0.07 }),
    };
    Models::of(&world.data()).add(&model, card).unwrap()
}

async fn models(world: &World, account: &str) -> Reply {
    world.get("/api/v1/models", &[("authorization", &format!("Bearer {}", world.token(account).await))]).await
}

async fn turn(world: &World, what: &str, reason: &str, seen: Option<&str>) -> Reply {
    let bearer = format!("Bearer {}", world.token(ADMIN).await);
    let mut headers = vec![("authorization", bearer.as_str())];
    headers.extend(seen.map(|seen| ("if-match", seen)));
    world.post(&format!("/api/v1/models/{what}"), &headers, &json!({ "reason": reason })).await
}

both_databases! {
    async fn the_models_are_read_taken_and_gone_back_from(world: World) {
        let bare = models(&world, ADMIN).await.expect(200);
        assert_eq!((&bare["answers"], &bare["before"], &bare["models"], &bare["drift"]), (&json!(0), &Value::Null, &json!([]), &Value::Null));
        turn(&world, "back", "试试", Some("\"0\"")).await.assert_problem(409, "model.none_before");
        assert_eq!((keep(&world, true), keep(&world, false)), (1, 2));
        let reply = models(&world, "cao.audit").await;
        assert_eq!(reply.header("etag"), Some("\"0\""));
        let shown = reply.expect(200);
        let first = &shown["models"][1];
        assert_eq!((&first["number"], &first["answers"], &first["taught"]), (&json!(1), &json!(false), &json!(1_204)));
        assert_eq!((&first["line"]["above"], &first["line"]["right"], &first["line"]["at_least"]), (&json!(400), &json!(398), &json!(0.983)));
        assert_eq!((&first["report"]["champion"], &first["report"]["verdict"]), (&json!(0), &json!("better")));
        assert_eq!(shown["models"][0]["line"], Value::Null, "nothing is proven of the second");

        turn(&world, "1/take", "比目录准", None).await.assert_problem(428, "case.if_match_required");
        let problem = turn(&world, "1/take", " ", Some("\"0\"")).await.assert_problem(422, "input.invalid");
        assert_eq!((&problem["fields"][0]["field"], &problem["fields"][0]["code"]), (&json!("reason"), &json!("empty")));
        turn(&world, "7/take", "比目录准", Some("\"0\"")).await.assert_problem(404, "model.not_found");
        turn(&world, "x/take", "比目录准", Some("\"0\"")).await.assert_problem(404, "model.not_found");
        let taken = turn(&world, "1/take", "比目录准", Some("\"0\"")).await;
        assert_eq!(taken.header("etag"), Some("\"1\""));
        let taken = taken.expect(200);
        assert_eq!((&taken["answers"], &taken["before"], &taken["version"]), (&json!(1), &json!(0), &json!(1)));
        assert_eq!(world.app.cases.mind_facts().await.unwrap().number, 1, "it answers at once");
        turn(&world, "2/take", "再换", Some("\"0\"")).await.assert_problem(409, "store.stale");
        turn(&world, "2/take", "再换", Some("\"1\"")).await.expect(200);
        let back = turn(&world, "back", "第 2 版不准", Some("\"2\"")).await.expect(200);
        assert_eq!((&back["answers"], &back["before"], &back["version"]), (&json!(1), &json!(0), &json!(3)));
        assert_eq!(turn(&world, "back", "还是目录", Some("\"3\"")).await.expect(200)["answers"], 0);
        turn(&world, "back", "再退", Some("\"4\"")).await.assert_problem(409, "model.none_before");
        let reasons = "SELECT COUNT(*) FROM journal_event WHERE kind = 'text_model.taken' AND reason IN ('比目录准', '再换', '第 2 版不准', '还是目录')";
        assert_eq!(world.scalar(reasons).await, 4, "each with its reason in the journal");
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }

    async fn whoever_only_sees_models_lets_none_answer(world: World) {
        keep(&world, true);
        models(&world, DISPATCHER).await.assert_problem(403, "auth.forbidden");
        let bearer = format!("Bearer {}", world.token("cao.audit").await);
        let headers = [("authorization", bearer.as_str()), ("if-match", "\"0\"")];
        world.post("/api/v1/models/1/take", &headers, &json!({ "reason": "试试" })).await.assert_problem(403, "auth.forbidden");
        world.get("/api/v1/models", &[]).await.assert_problem(401, "auth.required");
    }
}
