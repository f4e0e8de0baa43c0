//! The county's dictionary: proposed by one, approved by another, known at once by the form, the desk and the search for similar matters,
//! in every running program.

use std::sync::Arc;

use serde_json::{Value, json};
use suite::{Reply, Visitor, World, both_databases};

const ADMIN: &str = "he.admin";
const ORGANISER: &str = "wu.organise";
const PAGE: &str = "/staff/settings/words";

async fn bearer(world: &World, account: &str) -> String {
    format!("Bearer {}", world.token(account).await)
}

async fn propose(world: &World, words: Value) -> Reply {
    let body = json!({ "words": words, "reason": "群众都这么叫" });
    world.post("/api/v1/settings/proposals", &[("authorization", &bearer(world, ADMIN).await)], &body).await
}

async fn approve(world: &World, proposal: &Value) -> Reply {
    let (bearer, seen) = (bearer(world, ORGANISER).await, format!("\"{}\"", proposal["version"]));
    let path = format!("/api/v1/settings/proposals/{}/approve", proposal["number"]);
    world.post(&path, &[("authorization", &bearer), ("if-match", &seen)], &json!({})).await
}

async fn decided(world: &World, words: Value) {
    let proposal = propose(world, words).await.expect(201);
    approve(world, &proposal).await.expect(200);
}

fn add(word: &str, means: &str) -> Value {
    json!({ "add": [{ "word": word, "means": means }] })
}

/// Files a matter whose place is told in words alone; its number.
async fn at(world: &World, text: &str, words: &str) -> String {
    let body = json!({ "text": text, "place": { "words": words }, "contact": {} });
    let filed = world.post("/api/v1/public/cases", &[("x-channel-token", &world.channel)], &body).await.expect(201);
    filed["number"].as_str().unwrap().replace(' ', "")
}

async fn area(world: &World, number: &str) -> i64 {
    world.scalar(&format!("SELECT count(*) FROM case_record WHERE number = '{number}' AND area = 'beiguan'")).await
}

fn codes(problem: &Value) -> Vec<(&str, &str)> {
    problem["fields"].as_array().unwrap().iter().map(|fault| (fault["field"].as_str().unwrap(), fault["code"].as_str().unwrap())).collect()
}

both_databases! {
    async fn a_nickname_is_understood_from_its_approval_on_everywhere(world: World) {
        let before = at(&world, "路灯不亮", "老供销社门口").await;
        let proposal = propose(&world, add("老供销社", "place:北苑家园")).await.expect(201);
        assert_eq!(proposal["words"], json!({ "add": [{ "word": "老供销社", "means": "place:北苑家园" }], "end": [] }));
        let waiting = at(&world, "路灯不亮", "老供销社门口").await;
        approve(&world, &proposal).await.expect(200);
        let after = at(&world, "路灯又不亮", "老供销社门口").await;
        assert_eq!([area(&world, &before).await, area(&world, &waiting).await, area(&world, &after).await], [0, 0, 1], "only what comes after it");
        let form = world.get("/report", &[]).await.page(200);
        assert!(form.contains("<option value=\"老供销社\">"), "the form offers it");
        let told = at(&world, "老供销社旁边的路灯坏了", "县里").await;
        let desk = Visitor::staff(&world, suite::DISPATCHER).await;
        let page = desk.get(&format!("/staff/dispatch/{told}")).await.page(200);
        assert!(page.contains("<mark class=\"ev p\">老供销社"), "the desk marks it as a place");
        let list = world.get("/api/v1/settings/words?q=供销", &[("authorization", &bearer(&world, ADMIN).await)]).await.expect(200);
        assert_eq!(list["words"], json!([{ "word": "老供销社", "means": "place:北苑家园", "since": "2026-11-23" }]));
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }

    async fn strangers_find_a_matter_by_the_name_and_by_the_nickname(world: World) {
        let lamp = |words: &str| json!({ "text": "路灯不亮", "kind": "street_lamp", "place": { "area": "beiguan", "words": words }, "contact": {} });
        world.post("/api/v1/public/cases", &[("x-channel-token", &world.channel)], &lamp("北苑家园门口")).await.expect(201);
        let asked = "/report/suggest";
        let ask = async || {
            let fields = [("text", "路灯不亮".to_owned()), ("kind", "street_lamp".to_owned()), ("area", "beiguan".to_owned()), ("words", "老供销社门口".to_owned())];
            Visitor::new(&world).send(asked, &fields).await
        };
        assert!(!ask().await.text.contains("北苑家园"), "nobody knows where that is");
        decided(&world, add("老供销社", "place:北苑家园")).await;
        assert!(ask().await.text.contains("北苑家园"), "the same place under its other name");
    }

    async fn the_advisor_reads_by_new_words_without_a_restart(world: World) {
        let cases = &world.app.cases;
        // Two matters that have nothing in common but what the place is called.
        let one = world.file("老供销社那边半夜总有人放炮").await;
        let other = world.file("老供销社后墙要倒了").await;
        world.file("供销商和社区老人说话").await;
        world.sequence().await;
        while cases.learn_on().await.unwrap() {}
        let shared = async || {
            let desk = Visitor::staff(&world, suite::DISPATCHER).await;
            desk.get(&format!("/staff/dispatch/{}", one.number)).await.page(200).contains(&format!("/staff/cases/{}\"", other.number))
        };
        decided(&world, add("老供销社", "place:北苑家园")).await;
        while cases.learn_on().await.unwrap() {}
        assert!(shared().await, "the whole nickname is a word that both have");
        let tokens = cases::advice::site_tokenizer(&world.app.places.register());
        let folded = text::Folded::of("老供销社后墙");
        assert!(tokens.terms(&folded).contains(&"老供销社"), "one word");
    }

    async fn another_program_on_the_same_database_knows_within_a_second(world: World) {
        let choices = lianxin::Choices {
            clock: world.clock.clone(),
            rng: Arc::new(kernel::SeededRng::new(7)),
            limits: web::SourceLimits::default(),
            source: journal::Source::Live,
        };
        let other = lianxin::App::open(&world.data(), world.url(), choices).await.unwrap();
        decided(&world, add("老供销社", "place:北苑家园")).await;
        assert_eq!(other.places.register().find_in_words("老供销社门口").len(), 0);
        assert!(other.settings.refresh().await.unwrap(), "what its worker does each second");
        assert_eq!(other.places.register().find_in_words("老供销社门口").len(), 1);
        other.db.close().await;
    }

    async fn a_word_that_ends_is_known_no_longer_and_may_come_again(world: World) {
        decided(&world, add("老供销社", "place:北苑家园")).await;
        let problem = propose(&world, add("老供销社", "area:beiguan")).await.assert_problem(422, "input.invalid");
        assert_eq!(codes(&problem), [("words", "known")]);
        decided(&world, json!({ "end": ["老供销社"] })).await;
        assert_eq!(world.app.places.register().find_in_words("老供销社").len(), 0);
        assert_eq!(world.doctor().await, Vec::<String>::new());
        decided(&world, add("老供销社", "word")).await;
        decided(&world, json!({ "end": ["老供销社"], "add": [{ "word": "老供销社", "means": "area:beiguan" }] })).await;
        assert_eq!(world.app.places.register().find_in_words("老供销社").len(), 1);
        assert_eq!(world.doctor().await, Vec::<String>::new(), "the table is the fold of what was approved");
        world.sql("UPDATE place_word SET means = 'area:huaiyin'").await;
        assert!(world.doctor().await.iter().any(|line| line.contains("the dictionary does not hold what was approved")));
    }

    async fn a_word_that_says_who_somebody_is_is_refused(world: World) {
        for (word, means, code) in [
            ("张三13800000000", "word", "looks_personal"),
            ("110101199001010019", "word", "looks_personal"),
            ("老供销社", "place:没有这条路", "no_such_place"),
            ("老供销社", "grid:7", "no_such_place"),
            ("北苑家园", "word", "is_a_name"),
            ("社", "word", "too_short"),
        ] {
            let problem = propose(&world, add(word, means)).await.assert_problem(422, "input.invalid");
            assert!(codes(&problem).contains(&("words", code)), "{word} {means}: {problem}");
        }
        let body = json!({ "words": add("老供销社", "word"), "reason": "都这么叫", "effective_on": "2027-01-01" });
        let sent = world.post("/api/v1/settings/proposals", &[("authorization", &bearer(&world, ADMIN).await)], &body).await;
        assert_eq!(codes(&sent.assert_problem(422, "input.invalid")), [("effective_on", "at_once")]);
        assert_eq!(world.scalar("SELECT count(*) FROM settings_proposal").await, 0);
    }

    async fn of_two_proposals_of_one_word_the_second_is_refused_at_its_approval(world: World) {
        let one = propose(&world, add("老供销社", "place:北苑家园")).await.expect(201);
        let other = propose(&world, add("老供销社", "area:huaiyin")).await.expect(201);
        approve(&world, &one).await.expect(200);
        let problem = approve(&world, &other).await.assert_problem(422, "input.invalid");
        assert_eq!(codes(&problem), [("words", "known")]);
        let (bearer, path) = (bearer(&world, ADMIN).await, format!("/api/v1/settings/proposals/{}/approve", other["number"]));
        let alone = world.post(&path, &[("authorization", &bearer), ("if-match", "\"1\"")], &json!({})).await;
        alone.assert_problem(403, "auth.forbidden");
    }

    async fn lines_are_pasted_looked_at_and_proposed_on_the_page(world: World) {
        let admin = Visitor::staff(&world, ADMIN).await;
        let lines = "老供销社 = 北苑家园\n网格员\n张三 13800000000\n南门 = 没有这条路";
        let looked = admin.post(PAGE, PAGE, &[("step", "look"), ("lines", lines)]).await.page(422);
        assert!(looked.contains("能加的 2 行，要改的 2 行") && looked.contains("像电话、证件号或邮箱，词库不收"), "{looked}");
        assert!(looked.contains("没有这个名称") && looked.contains("南门 = 没有这条路"), "what was typed is kept");
        assert!(!looked.contains("value=\"propose\""), "nothing to propose until every line can be taken");
        admin.post(PAGE, PAGE, &[("step", "propose"), ("lines", lines), ("reason", "都这么叫")]).await.page(422);
        assert_eq!(world.scalar("SELECT count(*) FROM settings_proposal").await, 0);
        let good = "老供销社 = 北苑家园\n网格员";
        assert!(admin.post(PAGE, PAGE, &[("step", "look"), ("lines", good)]).await.page(200).contains("value=\"propose\""));
        let unsaid = admin.post(PAGE, PAGE, &[("step", "propose"), ("lines", good), ("reason", "")]).await.page(422);
        assert!(unsaid.contains("id=\"reason-e\""), "the reason is owed");
        let sent = admin.post(PAGE, PAGE, &[("step", "propose"), ("lines", good), ("reason", "都这么叫")]).await;
        assert_eq!(sent.status, 303, "{}", sent.text);
        assert!(admin.get(PAGE).await.page(200).contains("词库加 2 个词"), "it waits");
        let organiser = Visitor::staff(&world, ORGANISER).await;
        let page = organiser.get("/staff/settings/proposals/1").await.page(200);
        assert!(page.contains("老供销社") && page.contains("不指地方，只是不拆开的词"), "the approver reads every word");
        let from = "/staff/settings/proposals/1";
        assert_eq!(organiser.post(from, &format!("{from}/approve"), &[("version", "1")]).await.status, 303);
        let listed = admin.get(&format!("{PAGE}?q=%E5%8C%97%E8%8B%91")).await.page(200);
        assert!(listed.contains("老供销社") && !listed.contains("网格员"), "found by what it stands for");
        let unticked = admin.post(PAGE, PAGE, &[("step", "end"), ("reason", "没人这么叫了")]).await.page(422);
        assert!(unticked.contains("这里还空着"));
        let ended = admin.post(PAGE, PAGE, &[("step", "end"), ("end-1", "1"), ("reason", "没人这么叫了")]).await;
        assert_eq!(ended.status, 303, "{}", ended.text);
        assert!(organiser.get("/staff/settings/proposals/2").await.page(200).contains("停的词"));
    }
}
