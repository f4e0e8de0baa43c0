//! The public log of a site: published, served, checked by strangers, and refused when the database is not what was signed.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::json;
use suite::{Visitor, World, both_databases};
use tlog::note::Keys;
use tlog::reader::{Begin, verify};
use tlog::receipt;

fn keys(world: &World) -> Keys {
    Keys::new([world.app.ledger.vkey().clone()])
}

/// A browser that has opened the case.
async fn holder<'w>(world: &'w World, case: &suite::Filed) -> Visitor<'w> {
    let visitor = Visitor::new(world);
    assert_eq!(visitor.get(&format!("/t/{}/{}", case.number, case.code)).await.status.as_u16(), 303);
    visitor
}

/// Puts the head and the positions of the log back to where they were kept: what a restored database looks like.
async fn roll_back(world: &World) {
    world.sql("DELETE FROM journal_log WHERE position >= (SELECT size FROM kept_head)").await;
    world.sql("DELETE FROM log_head").await;
    world.sql("INSERT INTO log_head SELECT * FROM kept_head").await;
}

both_databases! {
    async fn what_is_served_holds_for_a_stranger(world: World) {
        for n in 0..40 {
            world.answered(&format!("第{n}件")).await;
        }
        let head = world.publish().await;
        assert!(head.size > 256, "more than one bundle");
        let log = world.fetch_log().await;
        let sound = verify(&log, &keys(&world), Begin::Start, |_, _| {}).unwrap();
        assert_eq!(sound.believed.checkpoint.head, head);
        assert_eq!(world.scalar("SELECT COUNT(*) FROM journal_event").await, i64::try_from(head.size).unwrap());
        let (_, headers, _) = world.bytes("/log/checkpoint").await;
        assert_eq!((&headers["cache-control"], &headers["content-type"]), (&"no-cache".parse().unwrap(), &"text/plain; charset=utf-8".parse().unwrap()));
        let (_, headers, _) = world.bytes("/log/tile/0/000").await;
        assert_eq!(headers["cache-control"], "public, max-age=31536000, immutable");
        assert_eq!((&headers["access-control-allow-origin"], &headers["cross-origin-resource-policy"]), (&"*".parse().unwrap(), &"cross-origin".parse().unwrap()));
        // One path names a resource, and none leads out of the folder.
        for path in ["tile/0/0", "tile/0/000.p/256", "tile/0/001.p/00", "tile/8/000", "tile/0/../../keys/log-head", "tile/0/999", "find/00", "find/zzzzzzzzzzzz"] {
            assert_eq!(world.bytes(&format!("/log/{path}")).await.0, 404, "{path}");
        }
        // A partial tile of an earlier size that was never written is cut out of the one that stands there.
        let (status, _, part) = world.bytes("/log/tile/0/000.p/7").await;
        assert_eq!((status, &part[..]), (200, &log["tile/0/000"][..7 * 32]));
        assert_eq!(world.doctor().await, Vec::<String>::new());
        let ready = world.get("/readyz", &[]).await.expect(200);
        assert_eq!((&ready["log_signed"], &ready["log_stopped"]), (&json!(head.size), &json!(null)));
        independent(&world, &log);
    }

    async fn earlier_checkpoints_stay_good_while_the_log_grows(world: World) {
        let mut before: Option<Vec<u8>> = None;
        for n in 0..4 {
            world.answered(&format!("第{n}件")).await;
            world.publish().await;
            let mut log = world.fetch_log().await;
            if let Some(older) = &before {
                // Whoever knew the older one asks for its rims, too: they are still served.
                let size = std::str::from_utf8(older).unwrap().lines().nth(1).unwrap().parse().unwrap();
                for resource in tlog::tile::resources(0, size) {
                    let (status, _, bytes) = world.bytes(&format!("/log/{resource}")).await;
                    assert_eq!(status, 200, "{resource}");
                    log.insert(resource.path(), bytes);
                }
                let sound = verify(&log, &keys(&world), Begin::After(older), |_, _| {}).unwrap();
                assert!(sound.from > 0);
            }
            before = Some(log["checkpoint"].clone());
        }
        // A round without news signs nothing.
        world.publish().await;
        assert_eq!(world.bytes("/log/checkpoint").await.2, before.unwrap());
    }

    async fn a_receipt_is_kept_and_checked_without_the_site(world: World) {
        let case = world.answered("三号楼路灯不亮").await;
        let visitor = holder(&world, &case).await;
        let slip = visitor.get(&format!("/receipt/{}", case.number)).await.page(200);
        assert!(slip.contains("正在封存") && slip.contains("/proof.svg"), "{slip}");
        let waiting = visitor.get(&format!("/track/{}/receipts/1", case.number)).await;
        assert_eq!(waiting.status.as_u16(), 303, "not sealed yet");
        let rating = json!({ "contacted": true, "solved": true, "satisfaction": 5 });
        world.as_resident(&case, "rating", &rating).await.expect(200);
        let head = world.publish().await;
        let page = visitor.get(&format!("/track/{}", case.number)).await.page(200);
        assert!(!page.contains("正在封存"));
        let addresses: Vec<&str> = page.split(&format!("/track/{}/receipts/", case.number)).skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert_eq!(addresses.len(), 3, "intake, answer, rating: {addresses:?}");
        let mut kinds = Vec::new();
        for version in addresses {
            let file = visitor.get(&format!("/track/{}/receipts/{version}", case.number)).await;
            assert!(file.header("content-disposition").is_some_and(|name| name.contains(".lxr")));
            let file = file.page(200);
            let proven = receipt::verify(file.as_bytes(), &keys(&world)).unwrap();
            assert_eq!(proven.believed.checkpoint.head, head);
            let sealed = journal::Sealed::read(&proven.facts).unwrap();
            kinds.push(sealed.kind.clone());
            if sealed.kind == "case.submitted" {
                assert!(sealed.private.contains("三号楼路灯不亮"));
                let asked = receipt::find_by(&proven.leaf);
                let found = world.get(&format!("/log/find/{asked}"), &[]).await.expect(200);
                assert_eq!((&found["indexes"], &found["below"]), (&json!([proven.index]), &json!("")));
            }
            let changed = file.replacen("index ", "index 1", 1);
            assert_eq!(receipt::verify(changed.as_bytes(), &keys(&world)).unwrap_err().code(), "receipt.not_in_log");
        }
        assert_eq!(kinds, ["case.rated", "case.answered", "case.submitted"]);
        // Without the code there is nothing; events that have no receipt have none with it.
        assert_eq!(Visitor::new(&world).get(&format!("/track/{}/receipts/1", case.number)).await.status.as_u16(), 303);
        for other in ["2", "99", "x"] {
            assert_eq!(visitor.get(&format!("/track/{}/receipts/{other}", case.number)).await.status.as_u16(), 404, "{other}");
        }
        let check = visitor.get("/r").await.page(200);
        assert!(check.contains(&world.app.ledger.vkey().to_string()));
    }

    async fn who_is_erased_leaves_seals_that_hold_and_nobody_can_open(world: World) {
        let case = world.answered("请忘掉我").await;
        let visitor = holder(&world, &case).await;
        let head = world.publish().await;
        let grant = identity::Granted::<cases::permissions::EraseCase>::system("test");
        world.app.cases.erase(&grant, &case.number.parse().unwrap()).await.unwrap();
        let after = world.publish().await;
        assert_eq!(after.size, head.size + 1);
        verify(&world.fetch_log().await, &keys(&world), Begin::Start, |_, _| {}).unwrap();
        let page = visitor.get(&format!("/track/{}", case.number)).await.page(200);
        assert!(page.contains("只剩打不开的封条"), "{page}");
        assert_eq!(visitor.get(&format!("/track/{}/receipts/1", case.number)).await.status.as_u16(), 409);
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }

    async fn a_database_that_was_rolled_back_is_not_signed(world: World) {
        world.answered("第一件").await;
        world.publish().await;
        world.sql("CREATE TABLE kept_head AS SELECT * FROM log_head").await;
        world.answered("第二件").await;
        let signed = world.publish().await;
        let served = world.bytes("/log/checkpoint").await.2;
        roll_back(&world).await;
        let refused = world.app.ledger.publish().await.unwrap_err();
        assert_eq!(refused.code(), "log.rolled_back");
        assert_eq!(world.get("/readyz", &[]).await.expect(200)["log_stopped"], "log.rolled_back");
        assert!(world.doctor().await.iter().any(|line| line.starts_with("log checkpoint") && line.contains("rolled back")));
        // It grows past what was signed with another history: the same size is not enough, nor is a larger one.
        world.answered("另一件").await;
        world.answered("又一件").await;
        world.sequence().await;
        assert!(world.scalar("SELECT size FROM log_head").await > i64::try_from(signed.size).unwrap());
        assert_eq!(world.app.ledger.publish().await.unwrap_err().code(), "log.disagrees");
        assert!(world.doctor().await.iter().any(|line| line.starts_with("log checkpoint") && line.contains("rewritten")));
        assert_eq!(world.bytes("/log/checkpoint").await.2, served, "what was signed is still served");
        // Another program on the same folder, or a lost checkpoint file, changes nothing: the memory outlives both.
        std::fs::remove_file(world.data().join("log/checkpoint")).unwrap();
        assert!(world.app.ledger.publish().await.is_err());
        world.sql("DROP TABLE kept_head").await;
    }

    async fn a_site_that_cannot_go_on_begins_another_log_in_public(world: World) {
        let case = world.answered("第一件").await;
        world.publish().await;
        let refused = world.app.ledger.begin_epoch(world.clock.as_ref(), "硬盘损坏").await.unwrap_err();
        assert!(matches!(refused, ledger::EpochError::Healthy), "{refused}");
        world.sql("CREATE TABLE kept_head AS SELECT * FROM log_head").await;
        world.answered("第二件").await;
        let signed = world.publish().await;
        let old = world.fetch_log().await;
        roll_back(&world).await;
        world.sql("DROP TABLE kept_head").await;
        // Another matter is faster than those whose places were lost.
        world.answered("另一件").await;
        world.sequence().await;
        world.sql("INSERT INTO journal_pending (seq) SELECT seq FROM journal_event WHERE seq NOT IN (SELECT seq FROM journal_log)").await;
        world.sequence().await;
        assert_eq!(world.app.ledger.publish().await.unwrap_err().code(), "log.disagrees");
        let begun = world.app.ledger.begin_epoch(world.clock.as_ref(), "硬盘损坏，用昨日备份恢复").await.unwrap();
        assert_eq!((begun.origin, begun.signed), (format!("{}/2", world.app.ledger.vkey().name()), signed));
        assert_eq!(world.doctor().await, Vec::<String>::new());
        let ready = world.get("/readyz", &[]).await.expect(200);
        assert_eq!((&ready["log_epoch"], &ready["log_stopped"], &ready["log_signed"]), (&json!(1), &json!(null), &json!(begun.head.size)));
        // The old log is served as it was, the new one below it, and a stranger finds both sound.
        let mut log = world.fetch_log().await;
        assert_eq!(log, old);
        for resource in tlog::tile::resources(0, begun.head.size).into_iter().chain([tlog::tile::Resource::Checkpoint]) {
            let (status, _, bytes) = world.bytes(&format!("/log/2/{resource}")).await;
            assert_eq!(status, 200, "{resource}");
            log.insert(format!("2/{resource}"), bytes);
        }
        let newest = tlog::epochs::At { site: &log, epoch: tlog::epochs::newest(&log).unwrap() };
        assert_eq!(verify(&newest, &keys(&world), Begin::Start, |_, _| {}).unwrap().believed.checkpoint.head, begun.head);
        let told = tlog::epochs::follows_at(newest, &keys(&world), begun.head.size).unwrap();
        assert_eq!((told.before.checkpoint.head, told.reason.as_str()), (signed, "硬盘损坏，用昨日备份恢复"));
        for path in ["1/checkpoint", "3/checkpoint", "02/checkpoint", "2/tile/0/0", "x/tile/0/000"] {
            assert_eq!(world.bytes(&format!("/log/{path}")).await.0, 404, "{path}");
        }
        // A resident saves a receipt of the new log, and the page finds her slip there.
        let visitor = holder(&world, &case).await;
        let file = visitor.get(&format!("/track/{}/receipts/1", case.number)).await.page(200);
        let proven = receipt::verify(file.as_bytes(), &keys(&world)).unwrap();
        let found = world.get(&format!("/log/find/{}", receipt::find_by(&proven.leaf)), &[]).await.expect(200);
        assert_eq!((&found["indexes"], &found["below"]), (&json!([proven.index]), &json!("2/")));
        let below: std::collections::BTreeMap<_, _> = log.iter().filter_map(|(path, bytes)| Some((path.strip_prefix("2/")?.to_owned(), bytes.clone()))).collect();
        independent(&world, &below);
    }

    async fn files_that_were_lost_or_changed_are_named_and_made_again(world: World) {
        for n in 0..40 {
            world.answered(&format!("第{n}件")).await;
        }
        world.publish().await;
        let before = world.fetch_log().await;
        let at = |path: &str| world.data().join("log").join(path);
        assert!(world.app.ledger.self_check().await.unwrap());
        for path in ["tile/0/000", "tile/entries/000", "tile/1/000.p/1"] {
            let mut bytes = std::fs::read(at(path)).unwrap();
            bytes[5] ^= 1;
            std::fs::write(at(path), bytes).unwrap();
            assert!(world.doctor().await.iter().any(|line| line.contains(path)), "{path}: {:?}", world.doctor().await);
            assert!(!world.app.ledger.self_check().await.unwrap(), "{path}");
            world.publish().await;
            assert_eq!(world.doctor().await, Vec::<String>::new(), "{path}");
        }
        std::fs::remove_dir_all(at("")).unwrap();
        assert!(!world.doctor().await.is_empty());
        assert!(!world.app.ledger.self_check().await.unwrap());
        world.publish().await;
        assert_eq!(world.fetch_log().await, before, "tiles are a function of positions");
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }

    async fn sixteen_writers_skip_no_event(world: World) {
        let world = Arc::new(world);
        let done = AtomicBool::new(false);
        let writers = async {
            let each = (0..16).map(|writer| {
                let world = Arc::clone(&world);
                async move {
                    for n in 0..6 {
                        world.file(&format!("第{writer}人第{n}件")).await;
                    }
                }
            });
            futures::future::join_all(each).await;
            done.store(true, Ordering::Relaxed);
        };
        let sequencer = async {
            while !done.load(Ordering::Relaxed) {
                world.publish().await;
                tokio::task::yield_now().await;
            }
        };
        futures::future::join(writers, sequencer).await;
        let head = world.publish().await;
        assert_eq!(world.scalar("SELECT COUNT(*) FROM case_record").await, 96);
        assert_eq!(world.scalar("SELECT COUNT(*) FROM journal_event").await, i64::try_from(head.size).unwrap());
        assert_eq!(world.scalar("SELECT COUNT(*) FROM journal_pending").await, 0);
        verify(&world.fetch_log().await, &keys(&world), Begin::Start, |_, _| {}).unwrap();
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }
}

/// The verifier that shares no code with ours, on the log as it was fetched.
fn independent(world: &World, log: &std::collections::BTreeMap<String, Vec<u8>>) {
    let python = |args: &[&str]| std::process::Command::new("python3").args(args).output();
    if !python(&["-c", "import cryptography"]).is_ok_and(|out| out.status.success()) {
        println!("no python3-cryptography: the independent verifier was not asked");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    for (path, bytes) in log {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    let script = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../tests/verifier/verify_log.py");
    let said = python(&[script.to_str().unwrap(), "log", folder.path().to_str().unwrap(), &world.app.ledger.vkey().to_string()]).unwrap();
    assert!(said.status.success(), "{}{}", String::from_utf8_lossy(&said.stdout), String::from_utf8_lossy(&said.stderr));
}
