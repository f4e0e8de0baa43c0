//! Kinds of matters are renamed, closed, opened and given to other units by two people, from a day on; old matters keep their kind
//! (decisions 3).

use identity::permissions::ManageAccounts;
use identity::{Granted, Held, Place, Role};
use serde_json::{Value, json};
use suite::{DISPATCHER, Filed, HANDLER, Reply, Visitor, World, both_databases};
use tally::Ledger;
use tlog::leaf::{Leaf, What};
use tlog::note::Keys;
use tlog::reader::{Begin, verify};

const ADMIN: &str = "he.admin";
const ORGANISER: &str = "wu.organise";
const LAMPS: &str = "小区门口路灯不亮，晚上看不见路";
/// Midnight of the day from which the changes of these tests hold.
const FROM: &str = "2026-11-24T00:00:00+08:00";

async fn propose(world: &World, amendment: &Value) -> Reply {
    let bearer = format!("Bearer {}", world.token(ADMIN).await);
    let body = json!({ "register": amendment, "effective_on": "2026-11-24", "reason": "职责分工调整" });
    world.post("/api/v1/settings/proposals", &[("authorization", &bearer)], &body).await
}

async fn approve(world: &World, account: &str, proposal: &Value) -> Reply {
    let (bearer, seen) = (format!("Bearer {}", world.token(account).await), format!("\"{}\"", proposal["version"]));
    let path = format!("/api/v1/settings/proposals/{}/approve", proposal["number"]);
    world.post(&path, &[("authorization", &bearer), ("if-match", &seen)], &json!({})).await
}

/// Proposed by one and approved by the other.
async fn decided(world: &World, amendment: &Value) {
    let proposal = propose(world, amendment).await.expect(201);
    approve(world, ORGANISER, &proposal).await.expect(200);
}

fn close(code: &str, successor: &str) -> Value {
    json!({ "what": "close_kind", "code": code, "successor": successor })
}

fn chargers() -> Value {
    json!({
        "what": "open_kind", "code": "chargers", "first": "traffic", "name": "充电桩", "name_en": "Chargers", "unit": "transport_urban",
        "case_type": "complaint", "complexity": "general", "public_space": true, "basis": "县政府职责分工", "words": ["充不上电"],
    })
}

async fn midnight(world: &World) {
    world.wake(FROM.parse().unwrap()).await;
}

fn faults(problem: &Value) -> Vec<(&str, &str)> {
    problem["fields"].as_array().unwrap().iter().map(|fault| (fault["field"].as_str().unwrap(), fault["code"].as_str().unwrap())).collect()
}

/// The kinds that programs may choose from, each with its unit.
async fn chosen_from(world: &World) -> Vec<(String, String)> {
    let kinds = world.get("/api/v1/kinds", &[]).await.expect(200);
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    kinds.as_array().unwrap().iter().map(|kind| (text(&kind["code"]), text(&kind["unit"]))).collect()
}

async fn unit_of(world: &World, kind: &str) -> Option<String> {
    chosen_from(world).await.into_iter().find(|(code, _)| code == kind).map(|(_, unit)| unit)
}

async fn filed(world: &World, text: &str, kind: Option<&str>) -> Filed {
    let body = json!({ "text": text, "kind": kind, "place": { "words": "槐荫里小区3号楼" }, "contact": { "phone": "13800000000" } });
    let receipt = world.post("/api/v1/public/cases", &[("x-channel-token", &world.channel)], &body).await.expect(201);
    Filed { number: receipt["number"].as_str().unwrap().to_owned(), code: receipt["query_code"].as_str().unwrap().to_owned() }
}

/// When each clock of the case runs out.
async fn due(world: &World, case: &Filed) -> Vec<(Value, Value)> {
    world.track(case).await["due"].as_array().unwrap().iter().map(|due| (due["clock"].clone(), due["at"].clone())).collect()
}

/// Whether the case stands under this kind at this unit.
async fn stands(world: &World, case: &Filed, kind: &str, unit: Option<&str>) -> bool {
    let unit = unit.map_or_else(String::new, |unit| format!(" AND unit = '{unit}'"));
    world.scalar(&format!("SELECT count(*) FROM case_record WHERE number = '{}' AND kind = '{kind}'{unit}", case.number)).await == 1
}

both_databases! {
    async fn a_closed_kind_is_chosen_no_more_and_its_matters_keep_it(world: World) {
        let (sent, waiting) = (filed(&world, LAMPS, None).await, filed(&world, LAMPS, None).await);
        let general = json!({ "kind": "street_lamp", "complexity": "general" });
        world.step(DISPATCHER, &sent, "dispatch", &general).await.expect(200);
        let due = due(&world, &sent).await;
        decided(&world, &close("street_lamp", "road_drainage")).await;
        assert!(unit_of(&world, "street_lamp").await.is_some(), "until midnight nothing changes");
        midnight(&world).await;

        // No door offers it.
        assert_eq!(unit_of(&world, "street_lamp").await, None);
        let wizard = Visitor::new(&world).get("/report").await.page(200);
        assert!(wizard.contains("value=\"road_drainage\"") && !wizard.contains("value=\"street_lamp\""));
        let desk = Visitor::staff(&world, DISPATCHER).await;
        let page = desk.get(&format!("/staff/dispatch/{}", waiting.number)).await.page(200);
        assert!(page.contains("value=\"road_drainage\"") && !page.contains("value=\"street_lamp\""), "{page}");

        // Who names it is told what has taken its place.
        let problem = world.step(DISPATCHER, &waiting, "dispatch", &general).await.assert_problem(422, "case.kind_closed");
        assert_eq!((&problem["instead"]["code"], faults(&problem)), (&json!("road_drainage"), vec![("kind", "closed")]));
        assert_eq!(problem["instead"]["name"], "道路、井盖与排水");
        let again = json!({ "kind": "street_lamp", "text": "看错了" });
        let problem = world.step(DISPATCHER, &sent, "reclassify", &again).await.assert_problem(422, "case.kind_closed");
        assert_eq!(problem["instead"]["code"], "road_drainage");
        let version = world.version(&waiting).await.to_string();
        let path = format!("/staff/dispatch/{}", waiting.number);
        let form = [("version", version.as_str()), ("kind", "street_lamp"), ("complexity", "general")];
        let refused = desk.post(&path, &format!("/staff/cases/{}/dispatch", waiting.number), &form).await.page(422);
        assert!(refused.contains("这一类已经并入“道路、井盖与排水”了"), "{refused}");

        // What was suggested before, and what is handed in now, is the successor's.
        world.step(DISPATCHER, &waiting, "dispatch", &json!({ "complexity": "general" })).await.expect(200);
        assert!(stands(&world, &waiting, "road_drainage", Some("transport_urban")).await);
        let (chosen, said) = (filed(&world, "坏了", Some("street_lamp")).await, filed(&world, LAMPS, None).await);
        assert!(stands(&world, &chosen, "road_drainage", None).await && stands(&world, &said, "road_drainage", None).await);

        // What was dispatched keeps kind, name and clocks.
        assert!(stands(&world, &sent, "street_lamp", None).await);
        assert_eq!(self::due(&world, &sent).await, due);
        let page = desk.get(&format!("/staff/cases/{}", sent.number)).await.page(200);
        assert!(page.contains("路灯"), "{page}");
        let page = Visitor::staff(&world, ADMIN).await.get("/staff/settings/register").await.page(200);
        assert!(page.contains("到 2026年11月24日 为止，由道路、井盖与排水接着"), "{page}");
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }

    async fn nobody_closes_a_kind_alone_or_twice(world: World) {
        // One person with both roles.
        let views = Granted::<identity::permissions::ViewAccounts>::system("test");
        let accounts = world.app.identity.accounts(&views).await.unwrap();
        let admin = accounts.iter().find(|account| account.login == ADMIN).unwrap().id;
        let grant = Granted::<ManageAccounts>::system("test");
        world.app.identity.give_role(&grant, admin, Held { role: Role::Organiser, place: Place::County }).await.unwrap();
        let proposal = propose(&world, &close("street_lamp", "road_drainage")).await.expect(201);
        approve(&world, ADMIN, &proposal).await.assert_problem(403, "settings.own_proposal");
        let other = propose(&world, &close("street_lamp", "rubbish")).await.expect(201);
        approve(&world, ORGANISER, &proposal).await.expect(200);
        let problem = approve(&world, ORGANISER, &other).await.assert_problem(422, "input.invalid");
        assert_eq!(faults(&problem), [("code", "closed")]);
        let problem = propose(&world, &close("street_lamp", "rubbish")).await.assert_problem(422, "input.invalid");
        assert_eq!(faults(&problem), [("code", "closed")]);
        let problem = propose(&world, &close("noise", "street_lamp")).await.assert_problem(422, "input.invalid");
        assert_eq!(faults(&problem), [("successor", "closed")], "what ends takes nothing over");
        let first = json!({ "what": "close_category", "code": "construction", "successor": "traffic" });
        let problem = propose(&world, &first).await.assert_problem(422, "input.invalid");
        assert_eq!(faults(&problem), [("code", "has_kinds")]);
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }

    async fn rows_that_nobody_approved_are_named(world: World) {
        decided(&world, &close("street_lamp", "road_drainage")).await;
        decided(&world, &json!({ "what": "kind_unit", "code": "noise", "unit": "housing" })).await;
        decided(&world, &chargers()).await;
        decided(&world, &json!({ "what": "rename_kind", "code": "lift", "name": "电梯故障", "name_en": "Lifts out of order" })).await;
        assert_eq!(world.doctor().await, Vec::<String>::new());
        for (change, undo, table) in [
            ("place_kind_end SET successor = 'rubbish'", "place_kind_end SET successor = 'road_drainage'", "place_kind_end"),
            ("place_kind_unit SET unit = 'health'", "place_kind_unit SET unit = 'housing'", "place_kind_unit"),
            ("place_kind SET unit = 'health'", "place_kind SET unit = 'transport_urban'", "place_kind"),
            ("place_name SET name = '电梯'", "place_name SET name = '电梯故障'", "place_name"),
        ] {
            world.sql(&format!("UPDATE {change}")).await;
            let found = world.doctor().await;
            assert!(found.iter().any(|line| line.contains(table) && line.contains("no approved proposal says so")), "{table}: {found:?}");
            world.sql(&format!("UPDATE {undo}")).await;
        }
        assert_eq!(world.doctor().await, Vec::<String>::new());
        world.sql("DELETE FROM place_kind_end").await;
        assert!(world.doctor().await.iter().any(|line| line.contains("the register does not hold what was approved")));
    }

    async fn an_administrator_opens_a_kind_on_the_page_and_residents_choose_it_from_its_day(world: World) {
        let admin = Visitor::staff(&world, ADMIN).await;
        let page = "/staff/settings/register";
        let form = [
            ("step", "open_kind"), ("first", "traffic"), ("name", "充电桩"), ("name_en", "Chargers"), ("code", "chargers"), ("unit", "transport_urban"),
            ("case_type", "complaint"), ("complexity", "general"), ("public_space", "yes"), ("basis", "县政府职责分工"),
            ("words", "充不上电，充电桩坏\n跳枪"), ("effective_on", "2026-11-24"), ("reason", "充电的事多了"),
        ];
        let without: Vec<(&str, &str)> = form.into_iter().filter(|(name, _)| *name != "basis").collect();
        let refused = admin.post(page, page, &without).await.page(422);
        assert!(refused.contains("还没写凭什么归它办") && refused.contains("充不上电，充电桩坏"), "nothing typed is lost: {refused}");
        let sent = admin.post(page, page, &form).await;
        assert_eq!((sent.status.as_u16(), sent.header("location")), (303, Some("/staff/settings/proposals/1?done=proposed")));
        let organiser = Visitor::staff(&world, ORGANISER).await;
        let shown = organiser.get("/staff/settings/proposals/1").await.page(200);
        assert!(shown.contains("在“交通与停车”下面新设一类“充电桩”") && shown.contains("充不上电、充电桩坏、跳枪") && shown.contains("投诉"), "{shown}");
        let path = "/staff/settings/proposals/1";
        organiser.post(path, &format!("{path}/approve"), &[("version", "1"), ("remark", "")]).await.page(303);
        let problem = world.step(DISPATCHER, &filed(&world, LAMPS, None).await, "dispatch", &json!({ "kind": "chargers" })).await;
        assert_eq!(faults(&problem.assert_problem(422, "input.invalid")), [("kind", "unknown")], "it has not begun");
        midnight(&world).await;

        assert_eq!(unit_of(&world, "chargers").await.as_deref(), Some("transport_urban"));
        let wizard = Visitor::new(&world).get("/report?lang=en").await.page(200);
        assert!(wizard.contains("value=\"chargers\"") && wizard.contains("Chargers"));
        let case = filed(&world, "地下车库的充电桩充不上电", None).await;
        assert!(stands(&world, &case, "chargers", None).await, "its words speak for it");
        world.step(DISPATCHER, &case, "dispatch", &json!({ "kind": "chargers" })).await.expect(200);
        assert!(stands(&world, &case, "chargers", Some("transport_urban")).await);
        let page = Visitor::staff(&world, DISPATCHER).await.get(&format!("/staff/cases/{}", case.number)).await.page(200);
        assert!(page.contains("交通与停车 › 充电桩"), "{page}");
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }

    async fn a_kind_goes_to_its_new_unit_and_to_the_successor_of_a_closed_one(world: World) {
        let dispatch = json!({ "kind": "street_lamp", "complexity": "general" });
        let old = filed(&world, LAMPS, None).await;
        world.step(DISPATCHER, &old, "dispatch", &dispatch).await.expect(200);
        decided(&world, &json!({ "what": "kind_unit", "code": "street_lamp", "unit": "housing" })).await;
        decided(&world, &json!({ "what": "close_unit", "code": "education", "successor": "civil_affairs" })).await;
        decided(&world, &json!({ "what": "rename_kind", "code": "street_lamp", "name": "照明", "name_en": "Lighting" })).await;
        midnight(&world).await;
        assert_eq!(unit_of(&world, "street_lamp").await.as_deref(), Some("housing"));
        assert_eq!(unit_of(&world, "school_conduct").await.as_deref(), Some("civil_affairs"), "what a closed unit handled is its successor's");
        let fresh = filed(&world, LAMPS, None).await;
        let desk = Visitor::staff(&world, DISPATCHER).await;
        let page = desk.get(&format!("/staff/dispatch/{}", fresh.number)).await.page(200);
        assert!(page.contains("照明") && page.contains("name=\"unit\" value=\"housing\""), "{page}");
        world.step(DISPATCHER, &fresh, "dispatch", &dispatch).await.expect(200);
        assert!(stands(&world, &fresh, "street_lamp", Some("housing")).await);
        assert!(stands(&world, &old, "street_lamp", Some("transport_urban")).await, "what was sent stays");
        let problem = propose(&world, &json!({ "what": "kind_unit", "code": "noise", "unit": "education" })).await;
        assert_eq!(faults(&problem.assert_problem(422, "input.invalid")), [("unit", "closed")]);
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }

    async fn figures_keep_the_first_level_of_a_kind_that_was_closed_and_the_change_is_said_in_public(world: World) {
        // Property service is of housing; what takes its place is of environment.
        for n in 0..10 {
            let case = filed(&world, &format!("物业不管，第{n}件"), None).await;
            world.step(DISPATCHER, &case, "dispatch", &json!({ "kind": "property_service", "complexity": "general" })).await.expect(200);
            world.step(HANDLER, &case, "accept", &json!({})).await.expect(200);
        }
        decided(&world, &close("property_service", "rubbish")).await;
        let at = "2026-11-30T03:00:00+08:00";
        world.wake(at.parse().unwrap()).await;
        world.app.figures.publish(at.parse().unwrap()).await.unwrap().unwrap();
        world.publish().await;
        let (mut ledger, mut categories, mut kinds) = (Ledger::default(), Vec::new(), Vec::new());
        let log = world.fetch_log().await;
        verify(&log, &Keys::new([world.app.ledger.vkey().clone()]), Begin::Start, |at, leaf| {
            ledger.take_bytes(at, leaf);
            match Leaf::decode(leaf).unwrap() {
                Leaf::Facts(facts) => categories.extend(facts.known.map(|(facts, ..)| facts.category)),
                Leaf::Change(change) if change.what == What::Kind => kinds.push(change),
                _ => {}
            }
        })
        .unwrap();
        let named: Vec<&str> = categories.iter().filter_map(|number| Some(ledger.named(What::Category, (*number).into())?.code.as_str())).collect();
        assert_eq!(named, ["housing"; 10]);
        assert_eq!(kinds.len(), 1, "what ships is public by itself: {kinds:?}");
        let value: Value = serde_json::from_str(&kinds[0].value).unwrap();
        assert_eq!((kinds[0].code.as_str(), &value["until"], &value["successor"]), ("property_service", &json!("2026-11-24"), &json!("rubbish")));
        assert!(ledger.odd().is_empty());
    }
}
