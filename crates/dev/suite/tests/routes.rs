//! Every route of the API and of the pages, tried without a session, without any role, and as every role, on a case of one's
//! own place and on a foreign one. Nothing fails inside, and what the scope does not reach is not there: not its words, and
//! not its number in any list.
//!
//! Steps are sent with the least valid input and a version that the case never has: within the scope they are stale, outside
//! there is no case. So nothing changes, and every door is tried on the same two cases.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use http::StatusCode;
use identity::Role;
use serde_json::{Value, json};
use suite::{DISPATCHER, Filed, Kind, Visitor, World, both_databases, hidden};

use crate::cast::{STAFF, Seat, body, seats};
use crate::contract::snapshot;

/// The pages: every path that the sources name, with what is in braces. Steps on the case page are those of `STAFF`.
const PAGES: &[&str] = &[
    "/",
    "/assets/{hash}/{name}",
    "/developers",
    "/find",
    "/healthz",
    "/log",
    "/log/checkpoint",
    "/log/find/{prefix}",
    "/log/keys/{number}",
    "/log/tile/{*path}",
    "/log/witnessed",
    "/log/{number}/checkpoint",
    "/log/{number}/tile/{*path}",
    "/log/{number}/witnessed",
    "/open",
    "/open/{month}/cohort",
    "/open/{month}/figures.csv",
    "/prefs",
    "/r",
    "/readyz",
    "/receipt/{number}",
    "/receipt/{number}/proof.svg",
    "/receipt/{number}/qr.svg",
    "/report",
    "/report/start",
    "/report/suggest",
    "/rules",
    "/signin",
    "/signout",
    "/staff",
    "/staff/absence",
    "/staff/absence/{id}/end",
    "/staff/account",
    "/staff/account/password",
    "/staff/account/recovery",
    "/staff/account/sessions/end",
    "/staff/account/sessions/end-others",
    "/staff/account/totp/off",
    "/staff/accounts",
    "/staff/accounts/import",
    "/staff/accounts/new",
    "/staff/accounts/proposals",
    "/staff/accounts/proposals/{id}",
    "/staff/accounts/{id}",
    "/staff/accounts/{id}/close",
    "/staff/accounts/{id}/link",
    "/staff/accounts/{id}/reset",
    "/staff/accounts/{id}/roles",
    "/staff/accounts/{id}/roles/end",
    "/staff/assists",
    "/staff/assists/{number}",
    "/staff/assists/{number}/report",
    "/staff/cases",
    "/staff/cases/{number}",
    "/staff/cases/{number}/accept",
    "/staff/cases/{number}/answer",
    "/staff/cases/{number}/answer-alarm",
    "/staff/cases/{number}/contact",
    "/staff/cases/{number}/dispatch",
    "/staff/cases/{number}/note",
    "/staff/cases/{number}/release",
    "/staff/cases/{number}/resume",
    "/staff/cases/{number}/start",
    "/staff/cases/{number}/unmask",
    "/staff/cases/{number}/what-if",
    "/staff/dispatch",
    "/staff/dispatch/held",
    "/staff/dispatch/{number}",
    "/staff/looks",
    "/staff/looks/all",
    "/staff/inbox",
    "/staff/models",
    "/staff/on-call",
    "/staff/orders",
    "/staff/orders/{order}",
    "/staff/orders/{order}/{step}",
    "/staff/reissue",
    "/staff/reissue/{number}",
    "/staff/samples",
    "/staff/samples/{id}/end",
    "/staff/settings",
    "/staff/settings/calendar",
    "/staff/settings/proposals",
    "/staff/settings/proposals/{number}",
    "/staff/settings/proposals/{number}/approve",
    "/staff/settings/proposals/{number}/refuse",
    "/staff/settings/proposals/{number}/withdraw",
    "/staff/settings/register",
    "/staff/settings/words",
    "/staff/settings/{code}",
    "/staff/warrants",
    "/staff/warrants/{id}/{decision}",
    "/staff/supervision",
    "/staff/supervision/issue",
    "/staff/week",
    "/t/{number}/{code}",
    "/track/{number}",
    "/track/{number}/looks",
    "/track/{number}/rating",
    "/track/{number}/receipts/{version}",
    "/track/{number}/reopen",
    "/track/{number}/supplement",
    "/track/{number}/{step}",
    "/welcome/{token}",
];

const NEAR: &str = "近处路灯坏了";
const FAR: &str = "远处大树倒了";
/// A version that no case has.
const NEVER: i64 = 99_999;

fn sources() -> String {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let files = [
        "app/src/api/mod.rs",
        "app/src/serve.rs",
        "domains/accounts/src/pages/mod.rs",
        "domains/settings/src/pages/mod.rs",
        "domains/supervision/src/pages/mod.rs",
        "domains/figures/src/pages/mod.rs",
        "domains/cases/src/pages/resident/mod.rs",
        "domains/cases/src/pages/staff/mod.rs",
        "platform/web/src/assets.rs",
        "platform/web/src/prefs.rs",
    ];
    files.iter().map(|file| std::fs::read_to_string(root.join(file)).unwrap()).collect()
}

#[test]
fn no_page_is_left_out() {
    let sources = sources();
    let named: BTreeSet<&str> = sources
        .split(".route(\"")
        .skip(1)
        .filter_map(|rest| rest.split_once('"'))
        .map(|(path, _)| path)
        // The API's own are tried from its document.
        .filter(|path| !path.starts_with("/sessions") && *path != "/openapi.json")
        .collect();
    assert_eq!(named, PAGES.iter().copied().collect::<BTreeSet<_>>());
}

/// The two cases, and who reaches them.
struct Place {
    near: Filed,
    far: Filed,
}

/// Whether `ReadCase` reaches the near and the far case: worked out from the seat alone.
fn reads(seat: Option<&Seat>, near: bool) -> bool {
    let Some(seat) = seat else { return false };
    match seat.role {
        Role::Dispatcher => true,
        // Near waits for housing; far is the ticket of a handler of agriculture.
        Role::Handler => {
            if near {
                seat.place == "unit:housing"
            } else {
                seat.login == "teng.agriculture"
            }
        }
        Role::Lead => seat.place == if near { "unit:housing" } else { "unit:agriculture" },
        Role::PointStaff => seat.place == if near { "point:huaiyin" } else { "point:beiguan" },
        _ => false,
    }
}

/// Whether the code may be made anew by this seat: its page shows a number, no words.
fn reissues(seat: Option<&Seat>) -> bool {
    seat.is_some_and(|seat| seat.role == Role::Hotline)
}

/// Whether it is the list of everybody's looks, which tells an auditor whose matter was seen: numbers, no words.
fn audits(line: &str, seat: Option<&Seat>) -> bool {
    line == "GET /api/v1/looks/all" && seat.is_some_and(|seat| seat.role == Role::Auditor)
}

async fn prepare(world: &World) -> Place {
    let file = async |text: &str, area: &str| {
        let body = json!({ "text": text, "place": { "area": area }, "contact": { "phone": "13800000000" } });
        let receipt = world.post("/api/v1/public/cases", &[("x-channel-token", &world.channel)], &body).await.expect(201);
        Filed { number: receipt["number"].as_str().unwrap().to_owned(), code: receipt["query_code"].as_str().unwrap().to_owned() }
    };
    let (near, far) = (file(NEAR, "huaiyin").await, file(FAR, "beiguan").await);
    for (case, unit) in [(&near, "housing"), (&far, "agriculture")] {
        let dispatch = json!({ "kind": "property_service", "unit": unit, "case_type": "help", "complexity": "general" });
        world.step(DISPATCHER, case, "dispatch", &dispatch).await.expect(200);
    }
    world.step("teng.agriculture", &far, "accept", &json!({})).await.expect(200);
    Place { near, far }
}

/// What was found: by route, by status, who.
type Found = BTreeMap<String, BTreeMap<u16, BTreeSet<String>>>;

struct Tour<'w> {
    world: &'w World,
    place: Place,
    found: Found,
    faults: Vec<String>,
    tried: usize,
}

impl Tour<'_> {
    fn note(&mut self, route: &str, seat: Option<&Seat>, who: &str, near: Option<bool>, status: StatusCode, text: &str) {
        self.tried += 1;
        let line = match near {
            Some(true) => format!("{route} near"),
            Some(false) => format!("{route} far"),
            None => route.to_owned(),
        };
        if status.is_server_error() {
            self.faults.push(format!("{line} as {who}: {status}"));
        }
        for (is_near, words, case) in [(true, NEAR, &self.place.near), (false, FAR, &self.place.far)] {
            if reads(seat, is_near) {
                continue;
            }
            let grouped = format!("{}-{}", &case.number[..6], &case.number[6..]);
            let asked = near == Some(is_near);
            let numbered = !asked && !audits(&line, seat) && (text.contains(&case.number) || text.contains(&grouped));
            let shown = text.contains(words) || numbered;
            if shown {
                self.faults.push(format!("{line} as {who}: {status} tells of a case that is not hers"));
            }
            if asked && status == StatusCode::OK && !reissues(seat) {
                self.faults.push(format!("{line} as {who}: {status}"));
            }
        }
        self.found.entry(line).or_default().entry(status.as_u16()).or_default().insert(who.to_owned());
    }

    fn case(&self, near: bool) -> &Filed {
        if near { &self.place.near } else { &self.place.far }
    }

    /// One route of the API.
    async fn api(&mut self, method: &str, path: &str, seat: Option<&Seat>, who: &str, token: Option<&str>) {
        let route = format!("{method} /api/v1{path}");
        let sides: &[Option<bool>] = if path.contains("{number}") { &[Some(true), Some(false)] } else { &[None] };
        for near in sides {
            let address = near.map_or_else(|| path.to_owned(), |near| path.replace("{number}", &self.case(near).number));
            let step = address.rsplit('/').next().unwrap_or_default();
            let input: Value =
                if STAFF.iter().any(|(known, _)| *known == step) { body(step, "261123000000", "261123000000") } else { json!({}) };
            let (bearer, seen) = (token.map(|token| format!("Bearer {token}")), format!("\"{NEVER}\""));
            let mut headers = vec![("if-match", seen.as_str())];
            headers.extend(bearer.as_deref().map(|bearer| ("authorization", bearer)));
            let address = format!("/api/v1{address}");
            let reply = match method {
                "GET" => self.world.get(&address, &headers).await,
                _ => self.world.post(&address, &headers, &input).await,
            };
            self.note(&route, seat, who, *near, reply.status, &reply.text);
        }
    }

    /// One page, read, or sent with the token of the visitor's browser.
    async fn page(&mut self, visitor: &Visitor<'_>, csrf: &str, path: &str, seat: Option<&Seat>, who: &str) {
        let sides: &[Option<bool>] = if path.contains("{number}") { &[Some(true), Some(false)] } else { &[None] };
        for near in sides {
            let address = near.map_or_else(|| path.to_owned(), |near| path.replace("{number}", &self.case(near).number));
            let address = address
                .replace("{code}", "0000-0000-0000")
                .replace("{token}", "none")
                .replace("{hash}", "0")
                .replace("{name}", "x.css")
                .replace("{prefix}", "000000000000")
                .replace("{*path}", "7/000")
                .replace("{version}", "1")
                .replace("{step}", "chase");
            let read = visitor.get(&address).await;
            self.note(&format!("GET {path}"), seat, who, *near, read.status, &read.text);
            // Signing out or in would change who asks; matters are handed in by the API's route.
            if ["/signin", "/signout", "/report", "/staff/on-call"].contains(&path) {
                continue;
            }
            let step = path.rsplit('/').next().unwrap_or_default();
            let mut form: Vec<(&str, String)> = vec![("csrf", csrf.to_owned()), ("version", NEVER.to_string())];
            let input = if STAFF.iter().any(|(known, _)| *known == step) { body(step, "261123000000", "261123000000") } else { json!({}) };
            let input = input.as_object().cloned().unwrap_or_default();
            form.extend(input.iter().map(|(key, value)| (key.as_str(), value.as_str().map_or_else(|| value.to_string(), str::to_owned))));
            let posted = visitor.send(&address, &form).await;
            self.note(&format!("POST {path}"), seat, who, *near, posted.status, &posted.text);
        }
    }
}

/// Lists of names are long; who is not in the most common group is named, the rest is "all others".
fn told(found: &Found) -> String {
    let mut text = String::new();
    for (line, by_status) in found {
        let most = by_status.iter().max_by_key(|(_, who)| who.len()).map(|(status, _)| *status);
        let mut parts: Vec<String> = Vec::new();
        for (status, who) in by_status {
            if Some(*status) == most && by_status.len() > 1 {
                parts.push(format!("{status} all others"));
            } else if by_status.len() == 1 {
                parts.push(format!("{status} all"));
            } else {
                parts.push(format!("{status} {}", who.iter().cloned().collect::<Vec<_>>().join("; ")));
            }
        }
        writeln!(text, "{line}: {}", parts.join(" | ")).unwrap();
    }
    text
}

both_databases! {
    async fn every_route_as_every_role(world: World) {
        let seats = seats(&world).await;
        let grant = identity::Granted::<identity::permissions::ManageAccounts>::system("test");
        let nobody = identity::NewAccount {
            login: "nobody.special".to_owned(),
            name: "某人".to_owned(),
            name_en: None,
            password: Some(identity::Password::new(lianxin::demo::PASSWORD)),
            unit: None,
            roles: Vec::new(),
        };
        world.app.identity.create_account(&grant, nobody).await.unwrap();
        let place = prepare(&world).await;
        let before = world.scalar("SELECT CAST(SUM(version) AS BIGINT) FROM case_record").await;
        let document = world.get("/api/v1/openapi.json", &[]).await.expect(200);
        let mut routes = Vec::new();
        for (path, methods) in document["paths"].as_object().unwrap() {
            routes.extend(methods.as_object().unwrap().keys().map(|method| (method.to_uppercase(), path.clone())));
        }
        let of_others: Vec<String> = {
            let own: BTreeSet<&str> = PAGES.iter().copied().collect();
            let all = STAFF.iter().filter(|(step, _)| *step != "reissue-code").map(|(step, _)| format!("/staff/cases/{{number}}/{step}"));
            all.filter(|path| !own.contains(path.as_str())).collect()
        };
        let mut tour = Tour { world: &world, place, found: Found::new(), faults: Vec::new(), tried: 0 };
        let logins = seats.iter().map(|seat| (seat.name.clone(), Some(seat.login.clone()), Some(seat)));
        let others = [("no session".to_owned(), None, None), ("no role".to_owned(), Some("nobody.special".to_owned()), None)];
        for (who, login, seat) in others.into_iter().chain(logins) {
            let token = match &login {
                Some(login) => Some(world.token(login).await),
                None => None,
            };
            for (method, path) in &routes {
                // A code is asked of everybody alike, and wrong ones are slowed down: one visitor tries these. A session
                // is not ended by the tour.
                let once = path.starts_with("/public/") && login.is_some();
                if !once && !path.starts_with("/sessions") {
                    tour.api(method, path, seat, &who, token.as_deref()).await;
                }
            }
            let visitor = match &login {
                Some(login) => Visitor::staff(&world, login).await,
                None => Visitor::new(&world),
            };
            let form = visitor.get("/").await.text;
            let form = if hidden(&form, "csrf").is_some() { form } else { visitor.get("/report").await.text };
            let csrf = hidden(&form, "csrf").unwrap_or_default();
            for path in PAGES.iter().copied().chain(of_others.iter().map(String::as_str)) {
                let by_code = path.starts_with("/t/") || path.starts_with("/find") || path.starts_with("/welcome");
                if !(by_code && login.is_some()) {
                    tour.page(&visitor, &csrf, path, seat, &who).await;
                }
            }
        }
        println!("{} requests", tour.tried);
        assert!(tour.faults.is_empty(), "{} faults:\n{}", tour.faults.len(), tour.faults.join("\n"));
        assert_eq!(world.scalar("SELECT CAST(SUM(version) AS BIGINT) FROM case_record").await, before, "nothing has changed");
        snapshot("access.txt", &told(&tour.found));
    }
}

#[tokio::test]
async fn what_needs_a_session_says_so() {
    let world = World::new(Kind::Sqlite).await;
    for (step, _) in STAFF {
        world.post(&format!("/api/v1/cases/261123000000/{step}"), &[], &json!({})).await.assert_problem(401, "auth.required");
    }
}
