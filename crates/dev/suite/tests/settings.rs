//! The rules of the county: proposed by one, approved by another, from a day on; old cases keep old rules.

use std::sync::Arc;

use identity::permissions::ManageAccounts;
use identity::{Granted, Held, Place, Role};
use serde_json::{Value, json};
use suite::{DISPATCHER, Filed, Reply, Visitor, World, both_databases};

const ADMIN: &str = "he.admin";
const ORGANISER: &str = "wu.organise";
const AUDITOR: &str = "cao.audit";

async fn bearer(world: &World, account: &str) -> String {
    let body = json!({ "account": account, "password": lianxin::demo::PASSWORD });
    format!("Bearer {}", world.post("/api/v1/sessions", &[], &body).await.expect(201)["token"].as_str().unwrap())
}

async fn propose(world: &World, body: &Value) -> Reply {
    let bearer = bearer(world, ADMIN).await;
    world.post("/api/v1/settings/proposals", &[("authorization", &bearer)], body).await
}

async fn decide(world: &World, account: &str, proposal: &Value, step: &str, body: &Value) -> Reply {
    let (bearer, seen) = (bearer(world, account).await, format!("\"{}\"", proposal["version"]));
    let path = format!("/api/v1/settings/proposals/{}/{step}", proposal["number"]);
    world.post(&path, &[("authorization", &bearer), ("if-match", &seen)], body).await
}

fn final_help(value: &str, day: Option<&str>) -> Value {
    json!({ "changes": [{ "parameter": "final.help", "value": value }], "effective_on": day, "reason": "十件有九件四天内答复" })
}

async fn in_force(world: &World, code: &str) -> Value {
    world.get(&format!("/api/v1/settings/{code}"), &[]).await.expect(200)
}

/// The field and code of each fault.
fn faults(problem: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    problem["fields"].as_array().unwrap().iter().map(|fault| (text(&fault["field"]), text(&fault["code"]))).collect()
}

fn at(world: &World, text: &str) {
    world.clock.set(text.parse().unwrap());
}

/// When a clock of a case runs out, as its resident reads it.
async fn due(world: &World, case: &Filed, clock: &str) -> String {
    let shown = world.track(case).await;
    let clocks = shown["due"].as_array().unwrap();
    clocks.iter().find(|due| due["clock"] == clock).unwrap()["at"].as_str().unwrap().to_owned()
}

both_databases! {
    async fn one_proposes_and_another_approves(world: World) {
        let before = in_force(&world, "final.help").await;
        assert_eq!((&before["value"], &before["since"], &before["text"]), (&json!("5wd"), &Value::Null, &json!("5 个工作日")));
        let proposal = propose(&world, &final_help("4wd", Some("2027-01-01"))).await.expect(201);
        assert_eq!((&proposal["number"], &proposal["status"], &proposal["version"]), (&json!(1), &json!("open"), &json!(1)));
        assert_eq!(in_force(&world, "final.help").await["next"], Value::Null, "nothing changes before somebody approves");
        let approved = decide(&world, ORGANISER, &proposal, "approve", &json!({})).await.expect(200);
        assert_eq!(approved["effective_at"], "2027-01-01T00:00:00+08:00");
        let now = in_force(&world, "final.help").await;
        assert_eq!((&now["value"], &now["next"]["value"], &now["next"]["from"]), (&json!("5wd"), &json!("4wd"), &json!("2027-01-01T00:00:00+08:00")));
        let then = world.get("/api/v1/settings?at=2027-01-01T00:00:00%2B08:00", &[]).await.expect(200);
        assert_eq!(then["version"], 2);
        let help = then["parameters"].as_array().unwrap().iter().find(|parameter| parameter["code"] == "final.help").unwrap();
        assert_eq!((&help["value"], &help["since"]), (&json!("4wd"), &json!("2027-01-01T00:00:00+08:00")));
        assert_eq!(now["history"][0]["reason"], "十件有九件四天内答复", "everybody reads why");
        assert!(world.get("/rules", &[]).await.page(200).contains("十件有九件四天内答复"));
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }

    async fn whoever_proposes_never_decides(world: World) {
        // One person with both roles.
        let grant = Granted::<ManageAccounts>::system("test");
        let views = Granted::<identity::permissions::ViewAccounts>::system("test");
        let accounts = world.app.identity.accounts(&views).await.unwrap();
        let admin = accounts.iter().find(|account| account.login == ADMIN).unwrap().id;
        world.app.identity.give_role(&grant, admin, Held { role: Role::Organiser, place: Place::County }).await.unwrap();
        let proposal = propose(&world, &final_help("4wd", None)).await.expect(201);
        decide(&world, ADMIN, &proposal, "approve", &json!({})).await.assert_problem(403, "settings.own_proposal");
        decide(&world, ADMIN, &proposal, "refuse", &json!({ "remark": "不急" })).await.assert_problem(403, "settings.own_proposal");
        decide(&world, ADMIN, &proposal, "withdraw", &json!({})).await.expect(200);
        decide(&world, ORGANISER, &proposal, "approve", &json!({})).await.assert_problem(409, "settings.stale");
    }

    async fn everybody_keeps_to_the_role(world: World) {
        let proposal = propose(&world, &final_help("4wd", None)).await.expect(201);
        let path = "/api/v1/settings/proposals";
        for (account, may_view) in [(ORGANISER, true), (AUDITOR, true), (DISPATCHER, false)] {
            let bearer = bearer(&world, account).await;
            world.post(path, &[("authorization", &bearer)], &final_help("3wd", None)).await.assert_problem(403, "auth.forbidden");
            let reply = world.get(path, &[("authorization", &bearer)]).await;
            if may_view { reply.expect(200); } else { reply.assert_problem(403, "auth.forbidden"); }
        }
        for account in [AUDITOR, ADMIN, DISPATCHER] {
            decide(&world, account, &proposal, "approve", &json!({})).await.assert_problem(403, "auth.forbidden");
        }
        world.get(path, &[]).await.assert_problem(401, "auth.required");
        decide(&world, ORGANISER, &json!({ "number": 99, "version": 1 }), "approve", &json!({})).await.assert_problem(404, "settings.no_such_proposal");
        let bearer = bearer(&world, ORGANISER).await;
        world.post("/api/v1/settings/proposals/1/approve", &[("authorization", &bearer)], &json!({})).await.assert_problem(428, "settings.if_match_required");
    }

    async fn of_an_approval_and_a_refusal_at_once_one_takes_effect(world: World) {
        let world = Arc::new(world);
        for days in 6..=10 {
            let proposal = propose(&world, &final_help(&format!("{days}wd"), None)).await.expect(201);
            let (approve, refuse) = (json!({}), json!({ "remark": "不急" }));
            let (approved, refused) = futures::join!(
                decide(&world, ORGANISER, &proposal, "approve", &approve),
                decide(&world, ORGANISER, &proposal, "refuse", &refuse)
            );
            let done = [approved.status.as_u16(), refused.status.as_u16()];
            assert_eq!(done.iter().filter(|status| **status == 200).count(), 1, "{done:?}");
            assert!(done.contains(&409), "{done:?}");
            let values = world.scalar(&format!("SELECT count(*) FROM settings_value WHERE proposal = {}", proposal["number"])).await;
            assert_eq!(values, i64::from(approved.status == 200));
        }
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }

    async fn two_changes_that_fit_alone_and_not_together_are_not_both_approved(world: World) {
        // Each keeps the sum of the weights; both together do not.
        let weights = |first: &str, other: &str| json!({
            "changes": [{ "parameter": "eval.weight.satisfaction", "value": "0.55" }, { "parameter": first, "value": other }],
            "reason": "更看重群众满意",
        });
        let one = propose(&world, &weights("eval.weight.resolution", "0.15")).await.expect(201);
        let other = propose(&world, &weights("eval.weight.participation", "0.05")).await.expect(201);
        let nothing = json!({});
        let (first, second) = futures::join!(
            decide(&world, ORGANISER, &one, "approve", &nothing),
            decide(&world, ORGANISER, &other, "approve", &nothing)
        );
        let mut done = [first.status.as_u16(), second.status.as_u16()];
        done.sort_unstable();
        assert_eq!(done, [200, 422], "no write skew");
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }

    async fn what_cannot_be_is_refused_with_its_reason(world: World) {
        let one = |parameter: &str, value: &str| json!({ "changes": [{ "parameter": parameter, "value": value }], "reason": "试试" });
        for (body, field, code) in [
            (one("eval.weight.satisfaction", "0.49"), "eval.weight.satisfaction", "beyond_range"),
            (one("eval.weight.satisfaction", "0.55"), "eval.weight.satisfaction", "weights_do_not_add_up"),
            (one("final.help", "11wd"), "final.help", "beyond_range"),
            (one("final.help", "24h"), "final.help", "not_a_value"),
            (one("final.help", "5wd"), "final.help", "same"),
            (one("final.help", ""), "final.help", "empty"),
            (one("light.yellow", "one_third"), "light.yellow", "fixed"),
            (one("k_anonymity", "4"), "k_anonymity", "beyond_range"),
            (one("final.nothing", "1wd"), "parameter", "unknown"),
            (one("contact.min", "11"), "contact.min", "above_the_other"),
            (json!({ "changes": [], "reason": "试试" }), "changes", "empty"),
            (json!({ "changes": [{ "parameter": "final.help", "value": "4wd", "scope": "area:huaiyin" }], "reason": "试试" }), "final.help", "scope_not_allowed"),
            (json!({ "changes": [{ "parameter": "k_anonymity", "value": "9", "scope": "area:atlantis" }], "reason": "试试" }), "k_anonymity", "scope_unknown"),
            (json!({ "changes": [{ "parameter": "final.help", "value": "4wd" }], "reason": " " }), "reason", "empty"),
            (json!({ "changes": [{ "parameter": "final.help", "value": "4wd" }], "reason": "13800000000 要求的" }), "reason", "looks_personal"),
            (final_help("4wd", Some("2026-11-22")), "effective_on", "past_date"),
            (final_help("4wd", Some("明天")), "effective_on", "bad_date"),
        ] {
            let problem = propose(&world, &body).await.assert_problem(422, "input.invalid");
            assert_eq!(faults(&problem), [(field.to_owned(), code.to_owned())], "{body}");
        }
        let problem = propose(&world, &one("eval.weight.satisfaction", "0.49")).await.assert_problem(422, "input.invalid");
        assert_eq!(problem["fields"][0]["detail"], "群众满意至少占一半（50%）", "domain D.10");
        assert_eq!(world.scalar("SELECT count(*) FROM settings_proposal").await, 0, "nothing is stored");
        let proposal = propose(&world, &final_help("4wd", None)).await.expect(201);
        let problem = decide(&world, ORGANISER, &proposal, "refuse", &json!({})).await.assert_problem(422, "input.invalid");
        assert_eq!(faults(&problem), [("remark".to_owned(), "empty".to_owned())]);
    }

    async fn a_narrower_place_can_be_stricter_and_can_return(world: World) {
        let town = |value: Value| json!({ "changes": [{ "parameter": "k_anonymity", "scope": "area:beiguan_subdistrict", "value": value }], "reason": "人少" });
        let proposal = propose(&world, &town(json!("10"))).await.expect(201);
        decide(&world, ORGANISER, &proposal, "approve", &json!({})).await.expect(200);
        at(&world, "2026-11-23T10:42:20+08:00");
        let settings = &world.app.settings;
        let place = |area: &str| {
            let register = settings.register();
            let code: kernel::AreaCode = area.parse().unwrap();
            let areas = std::iter::once(code.clone()).chain(register.ancestors(&code).map(|above| above.code.clone())).collect();
            settings::model::Place { areas, ..settings::model::Place::county() }
        };
        let k = |area: &str| settings.at_place(settings.now(), &place(area)).k_anonymity;
        assert_eq!((k("huaiyin"), k("qinghe")), (10, 5), "a community of the subdistrict, and the county");
        assert_eq!(in_force(&world, "k_anonymity").await["scoped"][0]["value"], "10");
        let proposal = propose(&world, &town(Value::Null)).await.expect(201);
        decide(&world, ORGANISER, &proposal, "approve", &json!({})).await.expect(200);
        at(&world, "2026-11-23T10:43:00+08:00");
        assert_eq!(k("huaiyin"), 5);
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }

    async fn nobody_decided_and_it_lapses(world: World) {
        let proposal = propose(&world, &final_help("4wd", None)).await.expect(201);
        at(&world, "2026-12-07T10:42:00+08:00");
        decide(&world, ORGANISER, &proposal, "approve", &json!({})).await.assert_problem(409, "settings.lapsed");
        world.app.runner().run_due().await.unwrap();
        let bearer = bearer(&world, ORGANISER).await;
        let lapsed = world.get("/api/v1/settings/proposals/1", &[("authorization", &bearer)]).await.expect(200);
        assert_eq!((&lapsed["status"], &lapsed["version"]), (&json!("expired"), &json!(2)));
        assert_eq!(in_force(&world, "final.help").await["value"], "5wd");
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }

    async fn another_process_knows_within_a_second(world: World) {
        let choices = lianxin::Choices {
            clock: world.clock.clone(),
            rng: Arc::new(kernel::SeededRng::new(7)),
            limits: web::SourceLimits::default(),
            source: journal::Source::Live,
        };
        let other = lianxin::App::open(&world.data(), world.url(), choices).await.unwrap();
        let proposal = propose(&world, &final_help("4wd", None)).await.expect(201);
        decide(&world, ORGANISER, &proposal, "approve", &json!({})).await.expect(200);
        let later = "2026-11-23T10:42:10+08:00".parse().unwrap();
        assert_eq!(world.app.settings.at(later).final_help, "4wd".parse().unwrap(), "this process at once");
        assert_eq!(other.settings.at(later).final_help, "5wd".parse().unwrap());
        assert!(other.settings.refresh().await.unwrap(), "what its worker does each second");
        assert_eq!(other.settings.at(later).final_help, "4wd".parse().unwrap());
        assert!(!other.settings.refresh().await.unwrap());
        other.db.close().await;
    }

    async fn what_is_changed_behind_the_journal_is_named(world: World) {
        let proposal = propose(&world, &final_help("4wd", None)).await.expect(201);
        decide(&world, ORGANISER, &proposal, "approve", &json!({})).await.expect(200);
        assert_eq!(world.doctor().await, Vec::<String>::new());
        world.sql("UPDATE settings_value SET value = '3wd'").await;
        let found = world.doctor().await;
        assert!(found.iter().any(|line| line.contains("no approved proposal says so")) && found.iter().any(|line| line.contains("is missing")), "{found:?}");
        world.sql("DELETE FROM settings_value").await;
        world.sql("UPDATE settings_proposal SET reason = '别的'").await;
        let found = world.doctor().await;
        assert!(found.iter().any(|line| line.contains("not the fold")), "{found:?}");
        world.sql("DELETE FROM settings_proposal").await;
        let found = world.doctor().await;
        assert!(found.iter().any(|line| line.contains("its events have no row")), "{found:?}");
    }

    async fn what_the_approver_reads_before_approving(world: World) {
        let proposal = propose(&world, &final_help("4wd", Some("2027-01-01"))).await.expect(201);
        let bearer = bearer(&world, ORGANISER).await;
        let path = format!("/api/v1/settings/proposals/{}", proposal["number"]);
        let shown = world.get(&path, &[("authorization", &bearer)]).await.expect(200);
        assert_eq!(shown["effect"], json!([{ "parameter": "final.help", "scope": "county", "before": "5wd", "after": "4wd" }]));
    }

    async fn a_change_holds_from_its_instant_and_old_cases_keep_the_old_rule(world: World) {
        let old = world.file("楼道灯坏了，请来修").await;
        let body = json!({
            "changes": [{ "parameter": "response.general", "value": "12h" }, { "parameter": "final.complex", "value": "10wd" }],
            "reason": "人手够了",
        });
        let proposal = propose(&world, &body).await.expect(201);
        decide(&world, ORGANISER, &proposal, "approve", &json!({})).await.expect(200);
        at(&world, "2026-11-23T10:42:09+08:00");
        let just_before = world.file("路灯不亮，请来修").await;
        at(&world, "2026-11-23T10:42:10+08:00");
        let new = world.file("水管漏水，请来修").await;
        for (case, response, complex) in [
            (&old, "2026-11-24T10:42:00+08:00", "2026-12-14T17:30:00+08:00"),
            (&just_before, "2026-11-24T10:42:09+08:00", "2026-12-14T17:30:00+08:00"),
            (&new, "2026-11-23T22:42:10+08:00", "2026-12-07T17:30:00+08:00"),
        ] {
            assert_eq!(due(&world, case, "response").await, response);
            // What happens to an old case after the change goes by the old rule too.
            let dispatch = json!({ "kind": "property_service", "unit": "housing", "complexity": "complex" });
            world.step(DISPATCHER, case, "dispatch", &dispatch).await.expect(200);
            assert_eq!(due(&world, case, "final").await, complex);
        }
        let versions = world.scalar("SELECT count(DISTINCT parameters) FROM case_record").await;
        assert_eq!(versions, 2, "each case names the version of its receipt");
        assert_eq!(world.doctor().await, Vec::<String>::new(), "and each is the fold of its events under its own rules");
    }

    async fn the_rules_are_published_for_everybody(world: World) {
        let page = world.get("/rules", &[]).await.page(200);
        assert!(page.contains("求助几天答复") && page.contains("5 个工作日") && page.contains("第 1 版"));
        assert!(world.get("/", &[]).await.page(200).contains("href=\"/rules\""));
        world.get("/api/v1/settings/nothing", &[]).await.assert_problem(404, "settings.no_such_parameter");
        world.get("/api/v1/settings?at=gestern", &[]).await.assert_problem(422, "input.invalid");
    }

    async fn a_merged_unit_gets_nothing_new_and_keeps_what_it_has(world: World) {
        // Lamps go to housing by the catalogue.
        let dispatch = json!({ "kind": "property_service", "complexity": "general" });
        let old = world.file("物业不管").await;
        world.step(DISPATCHER, &old, "dispatch", &dispatch).await.expect(200);
        let amendment = json!({ "what": "close_unit", "code": "housing", "successor": "civil_affairs" });
        let body = json!({ "register": amendment, "effective_on": "2026-11-24", "reason": "机构改革" });
        let proposal = propose(&world, &body).await.expect(201);
        let approved = decide(&world, ORGANISER, &proposal, "approve", &json!({})).await.expect(200);
        assert_eq!(approved["effective_at"], "2026-11-24T00:00:00+08:00");
        assert_eq!(approved["register"], amendment, "the event says again what takes effect");
        let units = "SELECT count(*) FROM case_record WHERE unit = ";
        let today = world.file("物业还是不管").await;
        world.step(DISPATCHER, &today, "dispatch", &dispatch).await.expect(200);
        assert_eq!(world.scalar(&format!("{units}'housing'")).await, 2, "until midnight nothing changes");
        at(&world, "2026-11-24T00:00:00+08:00");
        let fresh = World::file(&world, "物业一直不管").await;
        step_anew(&world, &fresh, &dispatch).await.expect(200);
        assert_eq!(world.scalar(&format!("{units}'civil_affairs'")).await, 1, "the successor handles what is new");
        assert_eq!(world.scalar(&format!("{units}'housing'")).await, 2, "old matters stay until they are handed over");
        let other = world.file("物业又不管").await;
        let named = json!({ "kind": "property_service", "unit": "housing", "complexity": "general" });
        let problem = step_anew(&world, &other, &named).await.assert_problem(422, "input.invalid");
        assert_eq!(faults(&problem), [("unit".to_owned(), "unknown".to_owned())]);
        assert_eq!(world.doctor().await, Vec::<String>::new());
        world.sql("UPDATE place_unit SET successor = 'health' WHERE code = 'housing'").await;
        assert!(world.doctor().await.iter().any(|line| line.contains("the register does not hold what was approved")));
        // A second end is refused.
        let again = json!({ "register": { "what": "close_unit", "code": "housing", "successor": "health" }, "reason": "又改" });
        let problem = propose(&world, &again).await.assert_problem(422, "input.invalid");
        assert_eq!(faults(&problem), [("code".to_owned(), "closed".to_owned())]);
    }

    async fn of_two_mergers_of_one_unit_the_second_is_refused_at_its_approval(world: World) {
        let merge = |other: &str| json!({ "register": { "what": "close_unit", "code": "health", "successor": other }, "reason": "机构改革" });
        let one = propose(&world, &merge("civil_affairs")).await.expect(201);
        let other = propose(&world, &merge("education")).await.expect(201);
        decide(&world, ORGANISER, &one, "approve", &json!({})).await.expect(200);
        let problem = decide(&world, ORGANISER, &other, "approve", &json!({})).await.assert_problem(422, "input.invalid");
        assert_eq!(faults(&problem), [("code".to_owned(), "closed".to_owned())]);
    }

    async fn an_area_is_opened_with_its_border_on_the_ground_of_a_closed_one(world: World) {
        let from = "2026-12-01";
        let change = |amendment: Value| json!({ "register": amendment, "effective_on": from, "reason": "社区调整" });
        // The western half of Huaiyin, drawn clockwise and closed, as maps export it.
        let ring = json!([[117.14, 36.16], [117.14, 36.20], [117.16, 36.20], [117.16, 36.16], [117.14, 36.16]]);
        let outline = json!({ "type": "Polygon", "coordinates": [ring] });
        let open = |parent: &str, outline: &Value| json!({
            "what": "open_area", "code": "new_west", "level": "community", "parent": parent, "name": "新西社区", "name_en": "New West",
            "residents": 5200, "outline": outline,
        });
        let refused = propose(&world, &change(open("beiguan_subdistrict", &outline))).await.assert_problem(422, "input.invalid");
        assert_eq!(faults(&refused), [("outline".to_owned(), "overlaps".to_owned())], "Huaiyin lies there");
        let merge = propose(&world, &change(json!({ "what": "close_area", "code": "huaiyin", "successor": "yingchun" }))).await.expect(201);
        decide(&world, ORGANISER, &merge, "approve", &json!({})).await.expect(200);
        let wide = json!([[117.14, 36.16], [117.16, 36.16], [117.16, 36.25], [117.14, 36.25]]);
        let refused = propose(&world, &change(open("beiguan_subdistrict", &wide))).await.assert_problem(422, "input.invalid");
        let told: Vec<(String, String)> = faults(&refused);
        assert!(told.contains(&("outline".to_owned(), "outside_parent".to_owned())), "{told:?}");
        let refused = propose(&world, &change(open("qinghe", &outline))).await.assert_problem(422, "input.invalid");
        assert_eq!(faults(&refused), [("parent".to_owned(), "other_level".to_owned())]);

        // On the page: what is typed stays, and the proposal says how large it is.
        let admin = Visitor::staff(&world, ADMIN).await;
        let (page, text) = ("/staff/settings/register", outline.to_string());
        let form = [
            ("step", "open_area"), ("level", "community"), ("parent", "beiguan_subdistrict"), ("name", "新西社区"), ("name_en", "New West"),
            ("code", "new_west"), ("residents", "5,200"), ("outline", text.as_str()), ("effective_on", from), ("reason", "社区调整"),
        ];
        let crossing = r#"{"type":"Polygon","coordinates":[[[117.14,36.16],[117.16,36.2],[117.16,36.16],[117.14,36.2],[117.14,36.16]]]}"#;
        let spoilt: Vec<(&str, &str)> = form.into_iter().map(|(name, value)| (name, if name == "outline" { crossing } else { value })).collect();
        let refused = admin.post(page, page, &spoilt).await.page(422);
        assert!(refused.contains("边界自己碰到了自己") && refused.contains("新西社区"), "{refused}");
        let sent = admin.post(page, page, &form).await;
        assert_eq!(sent.header("location"), Some("/staff/settings/proposals/2?done=proposed"), "{}", sent.text);
        let shown = Visitor::staff(&world, ORGANISER).await.get("/staff/settings/proposals/2").await.page(200);
        // 0.02° × 0.04° at 36.18°: 1.795 km by 4.448 km.
        assert!(shown.contains("7.98 平方公里，4 个拐点") && shown.contains("5,200"), "{shown}");
        decide(&world, ADMIN, &json!({ "number": 2, "version": 1 }), "approve", &json!({})).await.assert_problem(403, "auth.forbidden");
        decide(&world, ORGANISER, &json!({ "number": 2, "version": 1 }), "approve", &json!({})).await.expect(200);
        let community_at = |world: &World, lon: f64| world.app.places.register().area_at(36.18, lon).map(|area| area.code.to_string());
        assert_eq!(community_at(&world, 117.15).as_deref(), Some("huaiyin"));
        at(&world, "2026-12-01T08:00:00+08:00");
        assert_eq!(community_at(&world, 117.15).as_deref(), Some("new_west"));
        assert_eq!(community_at(&world, 117.17).as_deref(), Some("yingchun"), "what nobody took is the successor's");
        let body = json!({ "text": "路灯不亮", "place": { "lat": 36.18, "lon": 117.15 }, "contact": {} });
        world.post("/api/v1/public/cases", &[("x-channel-token", &world.channel)], &body).await.expect(201);
        assert_eq!(world.scalar("SELECT count(*) FROM case_record WHERE area = 'new_west'").await, 1);
        let wizard = Visitor::new(&world).get("/report").await.page(200);
        assert!(wizard.contains("value=\"new_west\"") && !wizard.contains("value=\"huaiyin\""));
        assert_eq!(world.doctor().await, Vec::<String>::new());
        world.sql("UPDATE place_area SET residents = 9 WHERE code = 'new_west'").await;
        assert!(world.doctor().await.iter().any(|line| line.contains("the register does not hold what was approved")));
    }

    async fn an_area_is_renamed_and_another_merged(world: World) {
        let change = |amendment: Value| json!({ "register": amendment, "effective_on": "2026-12-01", "reason": "村改居" });
        let rename = json!({ "what": "rename_area", "code": "huaiyin", "name": "槐荫新社区", "name_en": "New Huaiyin" });
        let merge = json!({ "what": "close_area", "code": "tielu", "successor": "qingyuan" });
        for amendment in [rename, merge] {
            let proposal = propose(&world, &change(amendment)).await.expect(201);
            decide(&world, ORGANISER, &proposal, "approve", &json!({})).await.expect(200);
        }
        let name = |world: &World| {
            let code: kernel::AreaCode = "huaiyin".parse().unwrap();
            world.app.places.register().area(&code).unwrap().name.clone()
        };
        assert_eq!(name(&world), "槐荫社区");
        at(&world, "2026-12-01T08:00:00+08:00");
        assert_eq!(name(&world), "槐荫新社区");
        let body = json!({ "text": "路灯不亮", "place": { "area": "tielu" }, "contact": {} });
        world.post("/api/v1/public/cases", &[("x-channel-token", &world.channel)], &body).await.expect(201);
        assert_eq!(world.scalar("SELECT count(*) FROM case_record WHERE area = 'qingyuan'").await, 1, "a new matter of a closed area is its successor's");
    }
}

/// Dispatches with a fresh session: the first one is idle by now.
async fn step_anew(world: &World, case: &Filed, dispatch: &Value) -> Reply {
    let (bearer, seen) = (bearer(world, DISPATCHER).await, format!("\"{}\"", world.version(case).await));
    let path = format!("/api/v1/cases/{}/dispatch", case.number);
    world.post(&path, &[("authorization", &bearer), ("if-match", &seen)], dispatch).await
}
