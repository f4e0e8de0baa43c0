//! What the self-check finds at the start and daily, of files and of the database under them.

use crate::support::{on_both, publish};

#[tokio::test]
async fn a_past_that_was_changed_under_files_that_hold_stops_the_signing() {
    on_both(|site| async move {
        site.write(300).await;
        let signed = publish(&site).await;
        let ledger = site.ledger();
        assert!(ledger.self_check().await.unwrap());
        site.sql("CREATE TABLE was AS SELECT seq, seal FROM journal_event").await;
        site.sql("UPDATE journal_event SET seal = (SELECT seal FROM was WHERE seq = 2) WHERE seq = 1").await;
        // A round reads only what is new, and the files hold.
        site.write_many(1).await;
        let served = ledger.publish().await.unwrap();
        assert_eq!(served.size, signed.size + 2);
        assert!(!ledger.self_check().await.unwrap());
        site.write_many(1).await;
        for _ in 0..2 {
            assert_eq!(ledger.publish().await.unwrap_err().code(), "log.rewritten");
        }
        assert_eq!(ledger.trouble(), Some("log.rewritten"));
        assert!(site.doctor().await.iter().any(|line| line.starts_with("log checkpoint") && line.contains("rewritten")));
        // Brought back, it goes on after the next check.
        site.sql("UPDATE journal_event SET seal = (SELECT seal FROM was WHERE seq = 1) WHERE seq = 1").await;
        site.sql("DROP TABLE was").await;
        assert!(ledger.publish().await.is_err(), "nobody has looked again");
        assert!(ledger.self_check().await.unwrap());
        assert_eq!(ledger.publish().await.unwrap().size, served.size + 2);
        assert_eq!((ledger.trouble(), site.doctor().await), (None, Vec::new()));
        site
    })
    .await;
}

#[tokio::test]
async fn one_changed_byte_of_any_file_is_found_and_the_files_are_made_again() {
    on_both(|site| async move {
        site.write(300).await;
        publish(&site).await;
        let ledger = site.ledger();
        let whole = site.files();
        for path in ["tile/0/000", "tile/entries/000", "tile/entries/001.p/44", "tile/1/000.p/1"] {
            let mut bytes = whole[path].clone();
            bytes[7] ^= 1;
            std::fs::write(site.path("log").join(path), bytes).unwrap();
            assert!(!ledger.self_check().await.unwrap(), "{path}");
            ledger.publish().await.unwrap();
            assert_eq!(site.files(), whole, "{path}");
            assert!(ledger.self_check().await.unwrap());
        }
        site
    })
    .await;
}
