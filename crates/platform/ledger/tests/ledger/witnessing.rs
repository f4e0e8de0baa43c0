//! Other sites cosign the log: it is followed, its second histories are seen, and nothing that a witness says stops it.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use kernel::Clock as _;
use ledger::{Answer, Ask, Trouble, WitnessAt, Witnessed};
use tlog::checkpoint;
use tlog::note::{Keys, WitnessKey};
use tlog::tree::TreeHead;
use tlog::witness::{AddCheckpoint, answer, decide, origin_of};

use crate::support::{Site, log_key, on_both};

/// A witness as another site runs it, without the network between.
struct Witness {
    key: WitnessKey,
    /// What it cosigned last, by origin.
    last: Mutex<BTreeMap<String, TreeHead>>,
    /// What the network says instead.
    instead: Mutex<Option<Result<Answer, String>>>,
    asked: Mutex<usize>,
}

impl Witness {
    fn of(site: &Site) -> Arc<Self> {
        let key = WitnessKey::from_seed("archive.example", &[9; 32]).unwrap();
        *site.witnesses.lock().unwrap() =
            vec![WitnessAt { key: key.vkey().clone(), url: "http://archive.example/add-checkpoint".to_owned() }];
        Arc::new(Self { key, last: Mutex::default(), instead: Mutex::default(), asked: Mutex::default() })
    }

    fn asked(&self) -> usize {
        std::mem::take(&mut self.asked.lock().unwrap())
    }
}

impl Ask for Witness {
    fn ask(&self, _url: &str, body: &[u8]) -> Result<Answer, String> {
        *self.asked.lock().unwrap() += 1;
        if let Some(instead) = self.instead.lock().unwrap().clone() {
            return instead;
        }
        let request = AddCheckpoint::parse(body).unwrap();
        let origin = origin_of(&request).unwrap();
        let mut last = self.last.lock().unwrap();
        let keys = Keys::new([log_key(3).vkey().clone()]);
        match decide(&request, Some(&keys), last.get(&origin).copied()) {
            Ok(agreed) => {
                last.insert(origin, agreed.checkpoint.head);
                Ok(Answer { status: 200, body: answer(&agreed, &self.key, 1_795_401_720).unwrap() })
            }
            Err(refusal) => {
                let body = refusal.body().map_or_else(Vec::new, |(body, _)| body.into_bytes());
                Ok(Answer { status: refusal.status(), body })
            }
        }
    }
}

/// One round of a new process, and what it knows then.
async fn round(site: &Site, witness: &Arc<Witness>) -> Witnessed {
    let ledger = site.ledger();
    ledger.publish().await.unwrap();
    ledger.be_witnessed(Arc::clone(witness) as Arc<dyn Ask>, site.clock.now()).await.unwrap();
    ledger.witnesses().await.unwrap().remove(0)
}

#[tokio::test]
async fn a_witness_follows_the_log_and_everybody_can_see_it() {
    on_both(|site| async move {
        let witness = Witness::of(&site);
        assert_eq!(site.ledger().witnessed(0).await.unwrap(), None);
        for events in [3, 300, 1] {
            site.write(events).await;
            let seen = round(&site, &witness).await;
            let size = site.head().await.edge.size();
            assert_eq!((seen.name.as_str(), seen.cosigned, seen.trouble), ("archive.example", Some((size, 1_795_401_720)), None));
            assert_eq!(witness.asked(), 1);
        }
        let note = site.ledger().witnessed(0).await.unwrap().unwrap();
        let believed = checkpoint::open(&note, &Keys::new([log_key(3).vkey().clone(), witness.key.vkey().clone()])).unwrap();
        assert_eq!((believed.checkpoint.head.size, believed.witnesses.len()), (304, 1));
        // Before its first round another process says what the files say.
        assert_eq!(site.ledger().witnesses().await.unwrap()[0].cosigned, Some((304, 1_795_401_720)));
        // Nothing new: it is left alone, until its time would look old.
        site.clock.set("2026-11-23T10:43:00+08:00".parse().unwrap());
        round(&site, &witness).await;
        assert_eq!(witness.asked(), 0);
        site.clock.set("2026-11-23T11:42:00+08:00".parse().unwrap());
        assert_eq!((round(&site, &witness).await.trouble, witness.asked()), (None, 1));
        assert_eq!(site.doctor().await, Vec::<String>::new());
        site
    })
    .await;
}

#[tokio::test]
async fn a_witness_that_forgot_is_asked_again_from_where_it_stands() {
    on_both(|site| async move {
        let witness = Witness::of(&site);
        site.write(5).await;
        round(&site, &witness).await;
        witness.last.lock().unwrap().clear();
        site.write(5).await;
        assert_eq!(round(&site, &witness).await.cosigned.unwrap().0, 10);
        site
    })
    .await;
}

#[tokio::test]
async fn a_site_that_was_brought_back_with_its_memory_is_seen_by_its_witness() {
    on_both(|site| async move {
        let witness = Witness::of(&site);
        site.write(3).await;
        round(&site, &witness).await;
        site.back_up().await;
        site.write(4).await;
        round(&site, &witness).await;
        // Database, memory and files: nothing on this machine knows of the four.
        site.restore().await;
        std::fs::remove_dir_all(site.path("log")).unwrap();
        std::fs::remove_file(ledger::memory(&site.path("keys"))).unwrap();
        let seen = round(&site, &witness).await;
        assert_eq!(seen.trouble, Some(Trouble::OtherHistory(7)));
        // It grows past what the witness knows, as another history.
        site.write(9).await;
        let seen = round(&site, &witness).await;
        assert_eq!(seen.trouble, Some(Trouble::OtherHistory(7)));
        assert!(seen.trouble.unwrap().is_alarm());
        assert_eq!(witness.last.lock().unwrap().values().map(|head| head.size).collect::<Vec<_>>(), [7], "it cosigned nothing of it");
        site
    })
    .await;
}

#[tokio::test]
async fn a_witness_that_fails_stops_nothing_and_leaves_nothing() {
    on_both(|site| async move {
        let witness = Witness::of(&site);
        site.write(3).await;
        let other = WitnessKey::from_seed("archive.example", &[8; 32]).unwrap();
        let wrong = format!("\u{2014} {} AAAA\n", other.vkey().name()).into_bytes();
        let answers = [
            (Err("connection refused".to_owned()), "log.witness_silent"),
            (Ok(Answer { status: 200, body: wrong }), "log.witness_silent"),
            (Ok(Answer { status: 409, body: b"many".to_vec() }), "log.witness_silent"),
            (Ok(Answer { status: 404, body: Vec::new() }), "log.witness_refuses"),
            (Ok(Answer { status: 403, body: Vec::new() }), "log.witness_refuses"),
            (Ok(Answer { status: 422, body: Vec::new() }), "log.other_history"),
        ];
        for (instead, code) in answers {
            *witness.instead.lock().unwrap() = Some(instead.clone());
            let seen = round(&site, &witness).await;
            assert_eq!((seen.trouble.map(|trouble| trouble.code()), seen.cosigned), (Some(code), None), "{instead:?}");
        }
        assert_eq!(site.ledger().witnessed(0).await.unwrap(), None);
        assert_eq!(site.ledger().trouble(), None);
        *witness.instead.lock().unwrap() = None;
        assert_eq!(round(&site, &witness).await.cosigned, Some((3, 1_795_401_720)));
        site
    })
    .await;
}
