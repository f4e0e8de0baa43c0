//! The log gets another key: both sign for a while, whoever has the old one finds the new one, nothing that was signed is lost.

use ledger::{Sealing, Succession};
use tlog::checkpoint;
use tlog::note::Keys;
use tlog::reader::{Begin, verify};
use tlog::{receipt, succession};

use crate::support::{Site, log_key, on_both, publish};

/// Takes up the key of `next`; the one before signs beside it.
fn rotate(site: &Site, next: u8) {
    let mut seeds = site.seeds.lock().unwrap();
    *seeds = (next, Some(seeds.0));
}

fn keys(seeds: &[u8]) -> Keys {
    Keys::new(seeds.iter().map(|seed| log_key(*seed).vkey().clone()))
}

async fn receipt_of(site: &Site, stream: &journal::Stream) -> Vec<u8> {
    match site.ledger().receipt(&site.seals(stream).await.remove(0)).await.unwrap() {
        Sealing::Sealed(file) => file,
        other @ (Sealing::Waiting | Sealing::Gone) => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn everybody_follows_from_the_key_she_has() {
    on_both(|site| async move {
        let first = site.write(2).await;
        let head = publish(&site).await;
        let (old_note, old_receipt) = (site.files()["checkpoint"].clone(), receipt_of(&site, &first).await);
        let serving = site.ledger();
        rotate(&site, 4);
        // The same head, signed by both; a process that has not started again does not undo it.
        assert_eq!(publish(&site).await, head);
        let both = site.files()["checkpoint"].clone();
        for seeds in [[3], [4]] {
            assert!(checkpoint::open(&both, &keys(&seeds)).is_ok(), "{seeds:?}");
        }
        assert_eq!(serving.publish().await.unwrap(), head);
        assert_eq!(site.files()["checkpoint"], both);
        site.write(2).await;
        serving.publish().await.unwrap();
        assert_eq!(site.doctor().await, Vec::<String>::new(), "signed by the old key alone, by a process of yesterday");
        publish(&site).await;
        let receipt_of_both = receipt_of(&site, &first).await;
        for seeds in [[3], [4]] {
            assert!(receipt::verify(&receipt_of_both, &keys(&seeds)).is_ok(), "{seeds:?}");
        }

        // The old key signs no more.
        *site.seeds.lock().unwrap() = (4, None);
        site.write(2).await;
        publish(&site).await;
        assert_eq!(site.doctor().await, Vec::<String>::new());
        assert!(verify(&site, &keys(&[3]), Begin::Start, |_, _| {}).is_err());
        let followed = succession::follow(&site, &keys(&[3])).unwrap();
        let sound = verify(&site, &followed, Begin::After(&old_note), |_, _| {}).unwrap();
        assert_eq!(sound.from, head.size);
        assert!(receipt::verify(&old_receipt, &keys(&[3])).is_ok());
        assert!(receipt::verify(&old_receipt, &keys(&[4])).is_err(), "what came before a key is not trusted by it");
        assert_eq!(site.ledger().vkeys().map(ToString::to_string).collect::<Vec<_>>(), [4, 3].map(|seed| log_key(seed).vkey().to_string()));

        // And again, into another log after a restore.
        rotate(&site, 5);
        publish(&site).await;
        site.back_up().await;
        site.write(2).await;
        publish(&site).await;
        site.restore().await;
        *site.seeds.lock().unwrap() = (5, None);
        site.ledger().begin_epoch(&site.clock, "the disk failed").await.unwrap();
        assert_eq!(site.doctor().await, Vec::<String>::new());
        let followed = succession::follow(&site, &keys(&[3])).unwrap();
        assert!(verify(&tlog::epochs::At { site: &site, epoch: 1 }, &followed, Begin::Start, |_, _| {}).is_ok());
        // The folder can be made again with its chain.
        std::fs::remove_dir_all(site.path("log")).unwrap();
        publish(&site).await;
        assert!(succession::follow(&site, &keys(&[3])).unwrap().iter().any(|key| key == log_key(5).vkey()));
        site
    })
    .await;
}

#[tokio::test]
async fn keys_from_an_older_copy_and_changed_links_are_noticed() {
    on_both(|site| async move {
        site.write(2).await;
        publish(&site).await;
        rotate(&site, 4);
        publish(&site).await;
        let folder = site.path("keys");
        let opened = |now, before: Option<u8>| Succession::open(&folder, &log_key(now), before.map(log_key).as_ref());
        assert_eq!(opened(4, None).unwrap().links().count(), 1);
        for (now, before) in [(3, None), (5, None), (5, Some(3)), (5, Some(6))] {
            assert_eq!(opened(now, before).unwrap_err().code(), "log.chain", "{now} after {before:?}");
        }
        let whole = std::fs::read(folder.join("log-key-1")).unwrap();
        std::fs::remove_file(folder.join("log-key-1")).unwrap();
        opened(4, Some(3)).unwrap();
        assert_eq!(std::fs::read(folder.join("log-key-1")).unwrap(), whole, "a rotation that was killed is ended, with the same bytes");
        assert_eq!(opened(5, Some(4)).unwrap().links().count(), 2);
        std::fs::write(folder.join("log-key-1"), "nonsense").unwrap();
        assert_eq!(opened(5, Some(4)).unwrap_err().code(), "log.chain");
        site
    })
    .await;
}
