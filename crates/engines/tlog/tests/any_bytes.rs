//! Bytes from strangers: nothing panics, and what is accepted is written in exactly one way.

#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

use proptest::prelude::*;
use tlog::bundle;
use tlog::leaf::{CaseRef, Facts, FactsLeaf, Leaf, Lights, Month, Standing};
use tlog::note::{Keys, LogKey, VKey};
use tlog::tile::Resource;
use tlog::witness::{AddCheckpoint, origin_of};
use tlog::{checkpoint, receipt};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..300), text in "[ -~\n—+/=]{0,200}") {
        let keys = Keys::new([LogKey::from_seed("county.example/log", &[1; 32]).unwrap().vkey().clone()]);
        for input in [bytes.as_slice(), text.as_bytes()] {
            if let Ok(leaf) = Leaf::decode(input) {
                prop_assert_eq!(leaf.encode().unwrap(), input);
            }
            let _ = bundle::entries(input).count();
            prop_assert!(checkpoint::open(input, &keys).is_err());
            prop_assert!(receipt::verify(input, &keys).is_err());
            if let Some(request) = AddCheckpoint::parse(input) {
                prop_assert_eq!(request.to_bytes(), input);
                let _ = origin_of(&request);
            }
        }
        if let Some(resource) = Resource::parse(&text) {
            prop_assert_eq!(resource.path(), text.clone());
        }
        prop_assert!(text.parse::<VKey>().is_err());
    }

    #[test]
    fn facts_come_back_and_no_other_bytes_mean_them(
        case in any::<[u8; 16]>(),
        month in 1u8..=12,
        small in any::<(u16, u16, u16, u16, u16)>(),
        tiny in any::<(u8, u8, u8, bool, bool)>(),
        at: prop::sample::Index,
        bit in 0u8..8,
    ) {
        let facts = Facts {
            area: small.0,
            unit: small.1,
            limit: small.2,
            closes: small.3,
            dispatches: tiny.0,
            returns: tiny.1,
            standing: Standing::ALL[usize::from(tiny.2) % Standing::ALL.len()],
            repeat: tiny.3,
            asked: tiny.4,
            lights: Lights { green: small.4, ..Lights::default() },
            ..Facts::received(Month::new(2026, month).unwrap())
        };
        let leaf = Leaf::Facts(FactsLeaf { case: CaseRef(case), known: Some((facts, [9; 32])) });
        let bytes = leaf.encode().unwrap();
        prop_assert!(bytes.len() <= 160);
        prop_assert_eq!(Leaf::decode(&bytes), Ok(leaf.clone()));
        let mut changed = bytes.clone();
        changed[at.index(bytes.len())] ^= 1 << bit;
        prop_assert_ne!(Leaf::decode(&changed).ok(), Some(leaf));
    }
}
