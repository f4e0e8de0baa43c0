//! What is published of matters: never of few, never of what is sealed, and the same for everybody who counts (decisions 10 and 11).

use std::collections::BTreeMap;

use identity::Granted;
use serde_json::{Value, json};
use suite::{DISPATCHER, Filed, Visitor, World, both_databases};
use tally::report::{Row, rows};
use tally::{Ledger, cohort};
use tlog::leaf::{Leaf, Month, Span, Table, What};
use tlog::note::Keys;
use tlog::reader::{Begin, verify};
use tlog::receipt;

/// The last Monday of the month: what waits everywhere goes out together.
const MONTH_END: &str = "2026-11-30T03:00:00+08:00";

fn november() -> Month {
    Month::new(2026, 11).unwrap()
}

fn keys(world: &World) -> Keys {
    Keys::new([world.app.ledger.vkey().clone()])
}

/// Does what is due on that Monday.
async fn monday(world: &World, at: &str) {
    world.wake(at.parse().unwrap()).await;
    world.app.figures.publish(at.parse().unwrap()).await.unwrap().unwrap();
    world.publish().await;
}

/// The log as anybody reads it, its signature and hashes checked.
async fn recomputed(world: &World) -> (Ledger, Vec<Leaf>) {
    let (mut ledger, mut leaves) = (Ledger::default(), Vec::new());
    let log = world.fetch_log().await;
    verify(&log, &keys(world), Begin::Start, |at, leaf| {
        ledger.take_bytes(at, leaf);
        leaves.push(Leaf::decode(leaf).unwrap());
    })
    .unwrap();
    assert_eq!((ledger.odd(), ledger.unfinished()), ([].as_slice(), 0));
    (ledger, leaves)
}

/// The rows that the log gives, and those that the site shows.
async fn both(world: &World, ledger: &Ledger) -> (Vec<Row>, Vec<Row>) {
    let name = |what, number: u16| ledger.named(what, number.into()).map(|change| change.code.clone());
    let told: Value = world.get("/api/v1/figures?from=2026-11", &[]).await.expect(200);
    let site: Vec<Row> = serde_json::from_value(told["cells"].clone()).unwrap();
    assert_eq!(told["batch"].as_str(), ledger.last_batch().map(|batch| batch.on.as_str()));
    // How old the month is follows from the day of the batch; here it is not over.
    (rows(ledger.cube(), [november()], name, |_| 0), site)
}

async fn matters(world: &World, count: usize) -> Vec<Filed> {
    let mut cases = Vec::new();
    for n in 0..count {
        cases.push(world.answered(&format!("楼道灯坏了，第{n}件")).await);
    }
    cases
}

/// The `ref` in a resident's own receipt, and the page's words of it.
async fn name_of(world: &World, case: &Filed) -> tlog::leaf::CaseRef {
    let visitor = Visitor::new(world);
    visitor.get(&format!("/t/{}/{}", case.number, case.code)).await;
    let file = visitor.get(&format!("/track/{}/receipts/1", case.number)).await.page(200);
    let proven = receipt::verify(file.as_bytes(), &keys(world)).unwrap();
    let sealed = journal::Sealed::read(&proven.facts).unwrap();
    assert_eq!(sealed.name, proven.case.map(|name| name.to_string()), "the receipt names what was sealed");
    proven.case.unwrap()
}

both_databases! {
    async fn what_the_log_gives_is_what_the_board_shows(world: World) {
        let cases = matters(&world, 12).await;
        for case in &cases[..6] {
            let verdict = json!({ "contacted": true, "solved": true, "satisfaction": 4 });
            world.as_resident(case, "rating", &verdict).await.expect(200);
        }
        let against = json!({ "text": "有人收了红包", "place": { "words": "槐荫里小区" }, "against": "housing", "contact": { "phone": "13800000000" } });
        world.post("/api/v1/public/cases", &[("x-channel-token", &world.channel)], &against).await.expect(201);
        assert!(Visitor::new(&world).get("/open").await.page(200).contains("还没有公布过数字"));
        monday(&world, MONTH_END).await;

        let (ledger, leaves) = recomputed(&world).await;
        assert_eq!(ledger.cases(), 12);
        let (log, site) = both(&world, &ledger).await;
        assert_eq!(tally::report::differences(&log, &site), Vec::<String>::new());
        assert_eq!(log, site);
        let county = &log[0];
        assert_eq!((county.cases, county.ended), (12, 6));
        let pair = |code: &str| county.figures.iter().find(|row| row.figure == code).map(|row| (row.n, row.d)).unwrap();
        assert_eq!((pair("K1"), pair("K5"), pair("K5r"), pair("K8")), ((12, 12), (6, 6), (6, 12), (12, 12)));
        assert_eq!(pair("K4"), (6, 12), "half of them have not said anything yet");
        let row = ledger.last_batch().unwrap().months[0];
        assert_eq!((row.with_facts, row.waiting, row.sealed), (12, 1, None), "one sealed matter is not told from one that waits");

        // What stands there says whose area and unit it is, and nothing of who or when.
        let names: BTreeMap<u16, String> =
            (0..200).filter_map(|n| Some((n, ledger.named(What::Area, n.into())?.code.clone()))).collect();
        for leaf in &leaves {
            if let Leaf::Facts(facts) = leaf {
                assert_eq!(names.get(&facts.known.unwrap().0.area).map(String::as_str), Some("huaiyin"));
            }
        }
        let name = name_of(&world, &cases[0]).await;
        assert!(ledger.case(name).is_some(), "a receipt finds its facts");
        assert_eq!(name_of(&world, &cases[0]).await, name);
        assert_ne!(name_of(&world, &cases[1]).await, name);
        assert_eq!(world.doctor().await, Vec::<String>::new());

        // The same day once more publishes nothing.
        let before = world.scalar("SELECT count(*) FROM log_leaf").await;
        world.app.figures.publish(MONTH_END.parse().unwrap()).await.unwrap();
        assert_eq!(world.scalar("SELECT count(*) FROM log_leaf").await, before);

        // The board, in both languages, and what there is to take away.
        let page = Visitor::new(&world).get("/open").await.page(200);
        assert!(page.contains("12 / 12") && page.contains("槐荫社区") && page.contains("11月30日"), "{page}");
        let page = Visitor::new(&world).get("/open?lang=en").await.page(200);
        assert!(page.contains("Huaiyin Community") && page.contains("Reached within 24 hours"), "{page}");
        let (status, _, table) = world.bytes("/open/2026-11/figures.csv").await;
        let table = String::from_utf8(table).unwrap();
        assert!(status == 200 && table.contains("2026-11,,,K1,12,12,"), "{table}");
        let (status, _, file) = world.bytes("/open/2026-11/cohort").await;
        assert_eq!(status, 200);
        let proven = cohort::read(&file, &keys(&world)).unwrap();
        assert_eq!(proven.ledger.cube(), ledger.cube());
        for missing in ["/open/2026-09/figures.csv", "/open/2026-09/cohort", "/open/then/cohort", "/open?month=2026-9", "/open?month=2026-08"] {
            assert_eq!(world.bytes(missing).await.0, 404, "{missing}");
        }
    }

    async fn few_wait_until_the_months_end_and_then_are_the_countys(world: World) {
        let cases = matters(&world, 9).await;
        let early = "2026-11-24T03:00:00+08:00";
        monday(&world, early).await;
        let (ledger, _) = recomputed(&world).await;
        assert_eq!((ledger.cases(), ledger.last_batch().unwrap().months[0].waiting), (0, 9));
        let elsewhere = json!({ "text": "路灯不亮", "place": { "area": "qiaotou" }, "contact": { "phone": "13800000000" } });
        world.post("/api/v1/public/cases", &[("x-channel-token", &world.channel)], &elsewhere).await.expect(201);
        monday(&world, MONTH_END).await;
        let (ledger, leaves) = recomputed(&world).await;
        assert_eq!(ledger.cases(), 10);
        let areas: Vec<u16> = leaves.iter().filter_map(|leaf| if let Leaf::Facts(facts) = leaf { Some(facts.known?.0.area) } else { None }).collect();
        assert_eq!(areas, vec![0; 10]);
        // Known ones go out alone from now on, and stay where they are.
        world.as_resident(&cases[0], "rating", &json!({ "contacted": true, "solved": true, "satisfaction": 3 })).await.expect(200);
        monday(&world, "2026-12-07T03:00:00+08:00").await;
        let (ledger, _) = recomputed(&world).await;
        assert_eq!(ledger.case(name_of(&world, &cases[0]).await).unwrap().area, 0);
        let (log, site) = both(&world, &ledger).await;
        assert_eq!(log[0].cases, site[0].cases);
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }

    async fn who_is_erased_or_sealed_leaves_the_figures(world: World) {
        let cases = matters(&world, 11).await;
        monday(&world, MONTH_END).await;
        let (erased, sealed) = (name_of(&world, &cases[0]).await, name_of(&world, &cases[1]).await);
        let grant = Granted::<cases::permissions::EraseCase>::system("test");
        world.app.cases.erase(&grant, &cases[0].number.parse().unwrap()).await.unwrap();
        world.step(DISPATCHER, &cases[1], "seal", &json!({ "reason": "minor" })).await.expect(200);
        monday(&world, "2026-12-07T03:00:00+08:00").await;
        let (ledger, leaves) = recomputed(&world).await;
        assert_eq!((ledger.cases(), ledger.case(erased), ledger.case(sealed)), (9, None, None));
        let taken_back = leaves.iter().filter(|leaf| matches!(leaf, Leaf::Facts(facts) if facts.known.is_none())).count();
        assert_eq!(taken_back, 2);
        assert_eq!(world.scalar("SELECT count(*) FROM case_ref_gone").await, 0);
        assert_eq!(world.doctor().await, Vec::<String>::new());
        let (log, site) = both(&world, &ledger).await;
        assert_eq!((log[0].cases, site[0].cases), (9, 9));
    }

    async fn a_neighbour_with_a_watch_singles_nobody_out(world: World) {
        // Who came from where, and what the log looked like a second later: all that somebody at the counter can know.
        let mut seen: Vec<(&str, u64, tlog::leaf::CaseRef)> = Vec::new();
        for n in 0..22u32 {
            let community = if n % 2 == 0 { "huaiyin" } else if n % 3 == 0 { "qiaotou" } else { "beiguan" };
            let body = json!({ "text": format!("第{n}件"), "place": { "area": community }, "contact": { "phone": "13800000000" } });
            let receipt = world.post("/api/v1/public/cases", &[("x-channel-token", &world.channel)], &body).await.expect(201);
            let filed = Filed { number: receipt["number"].as_str().unwrap().to_owned(), code: receipt["query_code"].as_str().unwrap().to_owned() };
            let size = world.publish().await.size;
            seen.push((community, size, name_of(&world, &filed).await));
        }
        monday(&world, MONTH_END).await;
        let (ledger, leaves) = recomputed(&world).await;
        let area = |number: u16| ledger.named(What::Area, number.into()).map(|change| change.code.clone());
        // What appeared while she looked are seals, all alike.
        let before = usize::try_from(seen.last().unwrap().1).unwrap();
        assert!(leaves[..before].iter().all(|leaf| matches!(leaf, Leaf::Seal(_))));
        let facts: Vec<_> = leaves.iter().filter_map(|leaf| if let Leaf::Facts(facts) = leaf { Some((facts.case, facts.known?.0)) } else { None }).collect();
        assert_eq!(facts.len(), 22);
        for (at, (_, told)) in facts.iter().enumerate() {
            // Everybody whom the leaf may be about: it names her community's area, or none and hers went out for no area either.
            let named: Vec<String> = facts.iter().filter_map(|(_, other)| area(other.area)).collect();
            let may_be = |community: &str| area(told.area).map_or_else(|| !named.iter().any(|name| name == community), |name| name == community);
            let people = seen.iter().filter(|(community, _, _)| may_be(community)).count();
            assert!(people >= 5, "leaf {at} may be about {people} people only");
        }
        // The order in which they stand is that of chance, not of time.
        assert!(facts.is_sorted_by_key(|(name, _)| *name));
        let by_time: Vec<_> = seen.iter().map(|(_, _, name)| *name).collect();
        assert!(!by_time.is_sorted());
    }

    async fn a_month_shows_its_communities_once_when_it_can_be_judged(world: World) {
        // Where a community is too small to be published, its subdistrict stands in the facts.
        let change = json!({ "changes": [{ "parameter": "publish.area_residents", "value": "20000" }], "reason": "社区人少" });
        let send = async |account: &str, path: String, seen: &str, body: &Value| {
            let bearer = format!("Bearer {}", world.token(account).await);
            world.post(&path, &[("authorization", &bearer), ("if-match", seen)], body).await
        };
        let proposal = send("he.admin", "/api/v1/settings/proposals".to_owned(), "\"0\"", &change).await.expect(201);
        let approve = format!("/api/v1/settings/proposals/{}/approve", proposal["number"]);
        send("wu.organise", approve, "\"1\"", &json!({})).await.expect(200);
        world.wake("2026-11-23T12:00:00+08:00".parse().unwrap()).await;
        world.app.settings.refresh().await.unwrap();
        matters(&world, 12).await;
        let file = async |text: String, area: &str, against: Option<&str>| {
            let body = json!({ "text": text, "place": { "area": area }, "against": against, "contact": { "phone": "13800000000" } });
            world.post("/api/v1/public/cases", &[("x-channel-token", &world.channel)], &body).await.expect(201);
        };
        for n in 0..6 {
            file(format!("铁路第{n}件"), "tielu", None).await;
        }
        for n in 0..2 {
            file(format!("清源第{n}件"), "qingyuan", None).await;
        }
        for n in 0..7 {
            file(format!("有人收了红包，第{n}件"), "tielu", Some("housing")).await;
        }
        monday(&world, MONTH_END).await;
        let tables = |leaves: &[Leaf]| leaves.iter().filter(|leaf| matches!(leaf, Leaf::Table(Table::Community(_) | Table::Apart(_)))).count();
        assert_eq!(tables(&recomputed(&world).await.1), 0, "the month is not over");
        assert!(!Visitor::new(&world).get("/open").await.page(200).contains("各社区"));

        monday(&world, "2027-03-01T03:00:00+08:00").await;
        let (ledger, leaves) = recomputed(&world).await;
        let community = |figure: &str| {
            leaves.iter().find_map(|leaf| match leaf {
                Leaf::Table(Table::Community(table)) if table.figure == figure => Some(table.clone()),
                _ => None,
            })
        };
        let contact = community("K1").unwrap();
        assert_eq!(ledger.named(What::Area, contact.area.into()).unwrap().code, "beiguan_subdistrict");
        let shown: BTreeMap<String, Option<(u64, u64)>> = contact
            .rows
            .iter()
            .map(|(number, pair)| (ledger.named(What::Area, (*number).into()).unwrap().code.clone(), pair.map(|pair| (pair.n, pair.d))))
            .collect();
        // Two of Qingyuan cannot be shown, and with Tielu's six they are enough that neither can be worked out.
        assert_eq!(shown, BTreeMap::from([("huaiyin".to_owned(), Some((12, 12))), ("qingyuan".to_owned(), None), ("tielu".to_owned(), None)]));
        let page = Visitor::new(&world).get("/open?month=2026-11").await.page(200);
        assert!(page.contains("各社区") && page.contains("12 / 12") && page.contains("不公布</td>"), "{page}");
        assert!(!page.contains("清源社区</th><td class=\"n\">2"), "{page}");
        assert!(!page.contains("不公布单件的事"), "the quarter is not over for 90 days");

        monday(&world, "2027-04-05T03:00:00+08:00").await;
        let (_, leaves) = recomputed(&world).await;
        let apart: Vec<_> = leaves.iter().filter_map(|leaf| if let Leaf::Table(Table::Apart(table)) = leaf { Some(table) } else { None }).collect();
        assert_eq!(apart.len(), 1);
        assert_eq!((apart[0].month, apart[0].span, apart[0].rows[0].value.d), (november(), Span::Month, 7));
        let page = Visitor::new(&world).get("/open?month=2026-11&lang=en").await.page(200);
        assert!(page.contains("Matters that are never shown one by one") && page.contains("By community"), "{page}");
        // Each went out once.
        monday(&world, "2027-04-12T03:00:00+08:00").await;
        assert_eq!(tables(&recomputed(&world).await.1), tables(&leaves));
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }

    async fn figures_that_were_changed_are_named(world: World) {
        matters(&world, 10).await;
        monday(&world, MONTH_END).await;
        assert_eq!(world.doctor().await, Vec::<String>::new());
        let changes = [
            ("figure_cell", "UPDATE figure_cell SET counts = replace(counts, '[', '[1')"),
            ("figure_case", "UPDATE figure_case SET leaf = NULL WHERE name = (SELECT max(name) FROM figure_case)"),
            ("figure_case", "DELETE FROM figure_case WHERE name = (SELECT min(name) FROM figure_case)"),
            ("figure_batch", "DELETE FROM figure_batch"),
            ("figure_name", "UPDATE figure_name SET value = '{}' WHERE code = 'huaiyin'"),
            ("log_leaf", "DELETE FROM log_leaf WHERE position = (SELECT max(position) FROM log_leaf)"),
        ];
        for (table, sql) in changes {
            world.sql(sql).await;
            assert!(world.doctor().await.iter().any(|finding| finding.starts_with(table)), "{sql}");
        }
    }
}
