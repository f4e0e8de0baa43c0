//! A database that was restored from before what was signed goes on in another log: in public, by a decision, and not otherwise.

use crate::support::{ORIGIN, Site, on_both, publish};
use ledger::{EpochError, Sealing};
use store::StoreError;
use tlog::epochs::{self, At};
use tlog::note::Keys;
use tlog::reader::{Begin, verify};
use tlog::receipt;
use tlog::tile::Resource;
use tlog::tree::TreeHead;

fn keys(site: &Site) -> Keys {
    Keys::new([site.ledger().vkey().clone()])
}

/// A stranger's look at one log of the site.
fn holds(site: &Site, epoch: u64) -> TreeHead {
    verify(&At { site, epoch }, &keys(site), Begin::Start, |_, _| {}).unwrap().believed.checkpoint.head
}

/// A site whose database lost its newest events after they were signed, as other events came since.
async fn restored(site: &Site) -> TreeHead {
    site.write(300).await;
    publish(site).await;
    site.back_up().await;
    site.write(20).await;
    let signed = publish(site).await;
    site.restore().await;
    signed
}

async fn refusal(site: &Site) -> EpochError {
    site.ledger().begin_epoch(&site.clock, "the disk failed").await.unwrap_err()
}

async fn receipt_of(site: &Site, stream: &journal::Stream) -> Sealing {
    let seal = site.seals(stream).await.remove(0);
    site.ledger().receipt(&seal).await.unwrap()
}

#[tokio::test]
async fn a_restored_site_goes_on_in_public() {
    on_both(|site| async move {
        let first = site.write(1).await;
        publish(&site).await;
        let Sealing::Sealed(old_receipt) = receipt_of(&site, &first).await else { panic!("not sealed") };
        let signed = restored(&site).await;
        let before = site.files();
        assert_eq!(site.ledger().publish().await.unwrap_err().code(), "log.rolled_back");
        // Nobody noticed for a while: other matters came in, and the database has grown past what was signed.
        let later = site.write(40).await;
        assert_eq!(site.ledger().publish().await.unwrap_err().code(), "log.disagrees");
        assert_eq!(receipt_of(&site, &later).await, Sealing::Waiting, "its place is another's in the signed log");

        let serving = site.ledger();
        let begun = site.ledger().begin_epoch(&site.clock, "硬盘损坏，丢失十一月二十三日上午的办理记录").await.unwrap();
        assert_eq!((begun.origin.as_str(), begun.before.as_str(), begun.signed), ("county.example/log/2", ORIGIN, signed));
        assert_eq!(site.doctor().await, Vec::<String>::new());
        // A process that has served all the while goes on with the new log.
        site.write_many(3).await;
        let head = serving.publish().await.unwrap();
        assert_eq!((serving.trouble(), holds(&site, 1)), (None, head));
        assert_eq!(head.size, 1 + 1 + 300 + 40 + 6);
        let newest = At { site: &site, epoch: 1 };
        let told = epochs::follows_at(newest, &keys(&site), head.size).unwrap();
        assert_eq!((told.before.checkpoint.head, told.reason.as_str()), (signed, "硬盘损坏，丢失十一月二十三日上午的办理记录"));
        // The old log is as it was, file by file, and shows what was lost.
        assert_eq!((epochs::newest(&site), holds(&site, 0)), (Ok(1), signed));
        let now = site.files();
        assert!(before.iter().all(|(path, bytes)| now.get(path) == Some(bytes)));
        assert_eq!(epochs::kept(At { site: &site, epoch: 0 }, signed.size, newest, head.size), Ok(301));
        let read = serving.read(0, Resource::Checkpoint).await.unwrap().unwrap();
        assert_eq!(Some(&read), before.get("checkpoint"));

        // What a resident kept holds; a new file is of the new log; places follow.
        assert!(receipt::verify(&old_receipt, &keys(&site)).is_ok());
        for stream in [&first, &later] {
            let Sealing::Sealed(file) = receipt_of(&site, stream).await else { panic!("not sealed") };
            let proven = receipt::verify(&file, &keys(&site)).unwrap();
            assert_eq!(proven.believed.checkpoint.origin, "county.example/log/2");
            let found = serving.find(proven.leaf[..6].try_into().unwrap()).await.unwrap();
            assert_eq!((found.epoch, found.indexes), (1, vec![proven.index]));
        }
        // Positions are the cursor of readers and did not move.
        assert_eq!(site.scalar("SELECT MIN(position) FROM journal_log").await, 0);
        assert_eq!(site.head().await.last_position(), site.scalar("SELECT MAX(position) FROM journal_log").await);
        assert_eq!(site.doctor().await, Vec::<String>::new());
        site
    })
    .await;
}

#[tokio::test]
async fn a_site_restored_twice_and_from_before_its_second_log() {
    on_both(|site| async move {
        restored(&site).await;
        // The second log is begun after this backup, too.
        site.back_up().await;
        site.ledger().begin_epoch(&site.clock, "first").await.unwrap();
        site.write_many(2).await;
        publish(&site).await;
        let second = holds(&site, 1);
        site.restore().await;
        assert_eq!(site.ledger().publish().await.unwrap_err().code(), "log.rolled_back");
        let begun = site.ledger().begin_epoch(&site.clock, "second").await.unwrap();
        assert_eq!((begun.origin.as_str(), begun.signed), ("county.example/log/3", second));
        assert_eq!(site.doctor().await, Vec::<String>::new());
        // And into empty folders: the files of the earlier logs are lost, what they had signed is not.
        std::fs::remove_dir_all(site.path("log")).unwrap();
        assert!(!site.ledger().self_check().await.unwrap());
        publish(&site).await;
        assert_eq!((epochs::newest(&site), holds(&site, 2)), (Ok(2), begun.head));
        assert_eq!(site.doctor().await, Vec::<String>::new());
        let last = String::from_utf8(site.files()["2/checkpoint"].clone()).unwrap();
        assert!(last.starts_with(&format!("county.example/log/2\n{}\n", second.size)));
        site
    })
    .await;
}

#[tokio::test]
async fn a_healthy_site_and_one_that_never_signed_refuse() {
    on_both(|site| async move {
        assert!(matches!(refusal(&site).await, EpochError::Healthy | EpochError::NothingSigned));
        site.write_many(5).await;
        publish(&site).await;
        let before = site.files();
        assert!(matches!(refusal(&site).await, EpochError::Healthy));
        // What only waits to be published is no reason, nor are lost files.
        site.write_many(5).await;
        assert!(matches!(refusal(&site).await, EpochError::Healthy));
        std::fs::remove_dir_all(site.path("log/tile")).unwrap();
        assert!(matches!(refusal(&site).await, EpochError::Healthy));
        assert_eq!((site.head().await.epoch, site.scalar("SELECT COUNT(*) FROM log_epoch").await), (0, 0));
        assert!(!site.path("log/2").exists() && !site.path("keys/log-head-1").exists());
        assert!(before.keys().all(|path| !path.starts_with("2/")));
        site
    })
    .await;
}

#[tokio::test]
async fn what_is_not_an_older_database_is_looked_into_first() {
    on_both(|site| async move {
        site.write_many(20).await;
        publish(&site).await;
        let ledger = site.ledger();
        // An event that was changed by SQL: the files hide it from the next round, the command reads the database.
        site.sql("UPDATE journal_event SET seal = (SELECT seal FROM journal_event WHERE version = 2 ORDER BY seq LIMIT 1) WHERE seq = (SELECT MAX(seq) FROM journal_event)").await;
        let refused = refusal(&site).await;
        assert!(matches!(&refused, EpochError::Journal(_, first) if first.contains("journal_event")), "{refused}");
        // A memory that cannot be read.
        std::fs::write(site.path("keys/log-head"), "nonsense").unwrap();
        let refused = ledger.begin_epoch(&site.clock, "x").await.unwrap_err();
        assert!(matches!(&refused, EpochError::Ledger(error) if error.code() == "log.memory"), "{refused}");
        assert_eq!(site.scalar("SELECT COUNT(*) FROM log_epoch").await, 0);
        site
    })
    .await;
}

#[tokio::test]
async fn sql_alone_begins_no_log() {
    on_both(|site| async move {
        let signed = restored(&site).await;
        // The checkpoint is public; the mac of the first leaf is not to be had.
        site.sql("INSERT INTO log_epoch (epoch, leaf, mac, began_at) SELECT 1, root, root, 0 FROM log_head").await;
        site.sql("UPDATE log_head SET epoch = 1").await;
        assert_eq!(site.ledger().publish().await.unwrap_err().code(), "log.database");
        assert!(site.doctor().await.iter().any(|line| line.starts_with("log_epoch 1:")));
        site.sql("UPDATE log_head SET epoch = 0").await;
        site.sql("DELETE FROM log_epoch").await;
        assert!(matches!(refusal_of_stale(&site).await, StoreError::Stale));
        // A log that leaves out what was signed last is not signed, whoever wrote its first leaf.
        let forged = site.path("keys/log-head");
        let older = String::from_utf8(std::fs::read(&forged).unwrap()).unwrap();
        assert!(older.contains(&format!("\n{}\n", signed.size)));
        let leaf = tlog::leaf::Leaf::Epoch(tlog::leaf::Epoch { checkpoint: "x".to_owned(), reason: "y".to_owned() }).encode().unwrap();
        site.journal.begin_epoch(&site.db, &site.clock, 1, leaf).await.unwrap();
        assert_eq!(site.ledger().publish().await.unwrap_err().code(), "log.unfounded");
        assert!(matches!(refusal(&site).await, EpochError::Ledger(error) if error.code() == "log.unfounded"));
        site
    })
    .await;
}

/// An epoch that the database has already.
async fn refusal_of_stale(site: &Site) -> StoreError {
    site.journal.begin_epoch(&site.db, &site.clock, 0, Vec::new()).await.unwrap_err()
}

#[tokio::test]
async fn a_kill_between_decision_and_signature_costs_nothing() {
    on_both(|site| async move {
        let signed = restored(&site).await;
        let note = std::fs::read(site.path("keys/log-head")).unwrap();
        let leaf = tlog::leaf::Epoch { checkpoint: String::from_utf8(note).unwrap(), reason: "the disk failed".to_owned() };
        let leaf = tlog::leaf::Leaf::Epoch(leaf).encode().unwrap();
        site.journal.begin_epoch(&site.db, &site.clock, 1, leaf).await.unwrap();
        // What the command would have done next is done by whoever comes: a serving process, or the command again.
        assert!(matches!(refusal(&site).await, EpochError::Healthy));
        assert_eq!((holds(&site, 1).size, holds(&site, 0)), (301, signed));
        // Keys from before it, brought back: what is served is newer.
        site.write_many(1).await;
        assert_eq!(publish(&site).await.size, 303);
        site
    })
    .await;
}
