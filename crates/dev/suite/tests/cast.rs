//! What the proofs share: every step with its least valid input and its permission, somebody of every role, and chance.

use identity::Role;
use serde_json::{Value, json};
use suite::{DISPATCHER, Filed, HANDLER, World};

/// The lead of the housing department.
pub const LEAD: &str = "han.lead";
/// The demo county's supervisor.
pub const SUPERVISOR: &str = "gao.supervise";
/// The demo county's organiser.
pub const ORGANISER: &str = "wu.organise";
/// A second dispatcher.
pub const SECOND_DISPATCHER: &str = "zhou.dispatch";
/// A second handler of the housing department.
pub const COLLEAGUE: &str = "ma.housing";
/// A third one.
pub const THIRD: &str = "gu.housing";

/// Every step of staff with the permission it takes, written down here once more.
pub const STAFF: &[(&str, &str)] = &[
    ("accept", "case.handle"),
    ("agree", "case.decide"),
    ("answer", "case.handle"),
    ("answer-alarm", "case.answer_alarm"),
    ("answer-at-once", "case.answer_at_once"),
    ("ask", "case.handle"),
    ("ask-extension", "case.handle"),
    ("assist", "case.ask_assist"),
    ("close-disputed", "case.supervise"),
    ("correct-contact", "case.dispatch"),
    ("correct-place", "case.dispatch"),
    ("designate", "case.designate"),
    ("dispatch", "case.dispatch"),
    ("end-assist", "case.ask_assist"),
    ("go-on", "case.lead"),
    ("handed-over", "case.dispatch"),
    ("log-contact", "case.handle"),
    ("merge", "case.dispatch"),
    ("merge-in", "case.dispatch"),
    ("not-accept", "case.dispatch"),
    ("note", "case.note"),
    ("propose-abuse", "case.dispatch"),
    ("propose-deferral", "case.propose_for_unit"),
    ("propose-exclusion", "case.propose_for_unit"),
    ("propose-referral", "case.handle"),
    ("propose-silent", "case.handle"),
    ("propose-transfer", "case.lead"),
    ("propose-unseal", "case.dispatch"),
    ("reassign", "case.lead"),
    ("recall-answer", "case.lead"),
    ("reclassify", "case.dispatch"),
    ("refuse-proposal", "case.decide"),
    ("reissue-code", "case.reissue_code"),
    ("release", "case.dispatch"),
    ("resume", "case.resume"),
    ("return", "case.lead"),
    ("seal", "case.dispatch"),
    ("split", "case.dispatch"),
    ("start", "case.handle"),
    ("take-back-proposal", "case.decide"),
    ("undo-dispatch", "case.dispatch"),
    ("unmerge", "case.dispatch"),
];

/// Every step of the resident.
pub const RESIDENT: &[&str] = &["chase", "contest", "contest-class", "rating", "reopen", "supplement", "withdraw"];

/// The least that a step takes. `into` is a case that others are merged into, `loose` one that is merged.
pub fn body(step: &str, into: &str, loose: &str) -> Value {
    let text = "按规定办理";
    match step {
        "answer" | "answer-at-once" => json!({ "result": "solved", "text": text }),
        "ask-extension" => json!({ "days": 1, "text": text }),
        "end-assist" => json!({ "unit": "agriculture" }),
        "correct-contact" => json!({ "phone": "13900001111" }),
        "correct-place" => json!({ "words": "东门外" }),
        "designate" => json!({ "unit": "housing", "text": text }),
        "dispatch" => {
            json!({ "kind": "property_service", "unit": "housing", "case_type": "help", "complexity": "general", "assists": ["agriculture"] })
        }
        "log-contact" => json!({ "how": "call", "seconds": 60 }),
        "merge" => json!({ "into": into }),
        "merge-in" => json!({ "numbers": loose }),
        "not-accept" => json!({ "reason": "court", "door": "court", "text": text }),
        "note" => json!({ "text": text, "visibility": "internal" }),
        "propose-deferral" => json!({ "reason": "history", "review_on": "2027-01-11", "text": text }),
        "propose-exclusion" => json!({ "reason": "unlawful", "text": text }),
        "propose-referral" => json!({ "to": "police", "text": text }),
        "assist" | "propose-transfer" => json!({ "unit": "agriculture", "text": text }),
        "reassign" | "resume" => json!({ "handler": THIRD }),
        "reclassify" => json!({ "kind": "property_service", "text": text }),
        "reissue-code" => json!({ "proof": "call_back" }),
        "return" => json!({ "reason": "wrong_unit", "text": text }),
        "seal" => json!({ "reason": "minor" }),
        "split" => json!({ "parts": ["路灯不亮", "广场舞太吵"] }),
        "rating" => json!({ "contacted": true, "solved": true, "satisfaction": 5 }),
        "accept" | "agree" | "answer-alarm" | "chase" | "release" | "start" | "take-back-proposal" | "undo-dispatch" | "unmerge" => {
            json!({})
        }
        "ask" | "close-disputed" | "contest" | "contest-class" | "go-on" | "handed-over" | "propose-abuse" | "propose-silent"
        | "propose-unseal" | "recall-answer" | "refuse-proposal" | "reopen" | "supplement" | "withdraw" => json!({ "text": text }),
        other => panic!("no input for {other}"),
    }
}

/// Somebody who can sign in.
pub struct Seat {
    /// As the snapshot calls it.
    pub name: String,
    /// The sign-in name.
    pub login: String,
    /// The one role.
    pub role: Role,
    /// Where it is held, as `Place` is written.
    pub place: &'static str,
}

/// One of every role that signs in at the place of the cases, and one elsewhere where roles have places. Whoever the demo
/// county does not have is made.
pub async fn seats(world: &World) -> Vec<Seat> {
    let known = [
        ("handler", HANDLER, Role::Handler, "unit:housing"),
        ("lead", LEAD, Role::Lead, "unit:housing"),
        ("dispatcher", DISPATCHER, Role::Dispatcher, "county"),
        ("dispatcher, another", SECOND_DISPATCHER, Role::Dispatcher, "county"),
        ("supervisor", SUPERVISOR, Role::Supervisor, "county"),
        ("organiser", ORGANISER, Role::Organiser, "county"),
        ("auditor", "cao.audit", Role::Auditor, "county"),
        ("admin", "he.admin", Role::Admin, "county"),
        ("point_staff", "mei.point", Role::PointStaff, "point:huaiyin"),
        ("hotline", "luo.hotline", Role::Hotline, "county"),
    ];
    let mut seats: Vec<Seat> =
        known.into_iter().map(|(name, login, role, place)| Seat { name: name.to_owned(), login: login.to_owned(), role, place }).collect();
    world.person(THIRD, "顾工", Role::Handler, "unit:housing").await;
    let made = [
        ("handler, colleague", COLLEAGUE, Role::Handler, "unit:housing"),
        ("handler, elsewhere", "teng.agriculture", Role::Handler, "unit:agriculture"),
        ("lead, elsewhere", "ai.agriculture", Role::Lead, "unit:agriculture"),
        ("point_staff, elsewhere", "bai.point", Role::PointStaff, "point:beiguan"),
    ];
    for (name, login, role, place) in made {
        world.person(login, "某人", role, place).await;
        seats.push(Seat { name: name.to_owned(), login: login.to_owned(), role, place });
    }
    for role in Role::ALL {
        let nobody = matches!(role, Role::Resident | Role::Anonymous);
        if nobody || seats.iter().any(|seat| seat.role == *role) {
            continue;
        }
        let (login, place) =
            (format!("some.{}", role.code().replace('_', "-")), if *role == Role::GridWorker { "grid:huaiyin" } else { "county" });
        world.person(&login, "某人", *role, place).await;
        seats.push(Seat { name: role.code().to_owned(), login, role: *role, place });
    }
    seats.sort_by(|one, other| one.name.cmp(&other.name));
    seats
}

/// Hands in a matter at Huaiyin.
pub async fn file(world: &World, text: &str) -> Filed {
    let body = json!({ "text": text, "place": { "area": "huaiyin" }, "contact": { "phone": "13800000000" } });
    let receipt = world.post("/api/v1/public/cases", &[("x-channel-token", &world.channel)], &body).await.expect(201);
    Filed { number: receipt["number"].as_str().unwrap().to_owned(), code: receipt["query_code"].as_str().unwrap().to_owned() }
}

/// Whether the full counts are asked for.
pub fn full() -> bool {
    #[expect(clippy::disallowed_methods, reason = "how `make prove` asks for the full count")]
    std::env::var("LIANXIN_PROOFS").is_ok_and(|proofs| proofs == "full")
}

/// Chance that can be had again: xorshift from a printed seed.
pub struct Dice(u64);

impl Dice {
    /// From a seed: `LIANXIN_SEED`, or a fresh one; printed either way.
    pub fn thrown(what: &str) -> Self {
        #[expect(clippy::disallowed_methods, reason = "how a failure is had again")]
        let told = std::env::var("LIANXIN_SEED").ok().and_then(|text| text.parse().ok());
        #[expect(clippy::disallowed_methods, reason = "a fresh seed, printed")]
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
        let seed: u64 = told.unwrap_or_else(|| u64::from(since.subsec_nanos()) ^ since.as_secs());
        println!("{what}: LIANXIN_SEED={seed}");
        Self::of(seed)
    }

    /// From this seed.
    pub fn of(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number below `below`.
    pub fn below(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from((self.0 >> 11) % u64::try_from(below).unwrap()).unwrap()
    }

    /// One of these.
    pub fn of_these<'t, T>(&mut self, these: &'t [T]) -> &'t T {
        &these[self.below(these.len())]
    }
}
