//! Staff and their own security, by the door they use: a browser, and a program.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::net::SocketAddr;

use accounts::model::proposal::State;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use http::{Method, Request};
use identity::permissions::{ApproveAccounts, ManageAccounts, ViewAccounts};
use identity::{AccountView, Credentials, Granted, Held, NewAccount, Origin, Password, Place, Policy, Role, SessionKind, TotpSecret};
use kernel::{Clock as _, Locale, PageSize, ProposalId};
use lianxin::demo::PASSWORD;
use serde_json::{Value, json};
use suite::{DISPATCHER, HANDLER, Reply, World, both_databases};
use tower::ServiceExt as _;

const ADMIN: &str = "he.admin";
const ORGANISER: &str = "wu.organise";
const LEAD: &str = "han.lead";

/// Somebody's browser, at an address of its own, keeping its cookies.
struct Browser<'w> {
    world: &'w World,
    address: [u8; 4],
    cookies: RefCell<BTreeMap<String, String>>,
}

impl<'w> Browser<'w> {
    fn new(world: &'w World, address: [u8; 4]) -> Self {
        Self { world, address, cookies: RefCell::default() }
    }

    /// Signed in with the password of the demo.
    async fn of(world: &'w World, account: &str) -> Self {
        let browser = Self::new(world, [127, 0, 0, 1]);
        let reply = browser.sign_in(account, PASSWORD, "").await;
        assert_eq!(reply.status, 303, "{}", reply.text);
        browser
    }

    async fn send(&self, method: Method, path: &str, body: String) -> Reply {
        let cookies: Vec<String> = self.cookies.borrow().iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header("host", "127.0.0.1:8080")
            .header("cookie", cookies.join("; "))
            .header("user-agent", "Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36")
            .header("content-type", "application/x-www-form-urlencoded");
        let mut request = request.body(Body::from(body)).unwrap();
        request.extensions_mut().insert(ConnectInfo(SocketAddr::from((self.address, 40_000))));
        let response = self.world.router().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        for line in parts.headers.get_all("set-cookie") {
            let (name, value) = line.to_str().unwrap().split(';').next().unwrap().split_once('=').unwrap();
            self.cookies.borrow_mut().insert(name.to_owned(), value.to_owned());
        }
        let text = String::from_utf8(to_bytes(body, usize::MAX).await.unwrap().to_vec()).unwrap();
        Reply { status: parts.status, headers: parts.headers, text }
    }

    async fn get(&self, path: &str) -> Reply {
        self.send(Method::GET, path, String::new()).await
    }

    /// Fills in the form of `page` and sends it to `action`.
    async fn fill(&self, page: &str, action: &str, fields: &[(&str, &str)]) -> Reply {
        let text = self.get(page).await.text;
        let mut pairs = vec![("csrf".to_owned(), attribute(&text, "name=\"csrf\" value=\""))];
        pairs.extend(fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        let body: Vec<String> = pairs.iter().map(|(name, value)| format!("{}={}", encoded(name), encoded(value))).collect();
        self.send(Method::POST, action, body.join("&")).await
    }

    async fn sign_in(&self, account: &str, password: &str, totp: &str) -> Reply {
        self.fill("/signin", "/signin", &[("account", account), ("password", password), ("totp", totp)]).await
    }
}

fn encoded(text: &str) -> String {
    text.bytes().map(|byte| if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

/// What stands between `before` and the next quotation mark or tag.
fn attribute(html: &str, before: &str) -> String {
    let (_, rest) = html.split_once(before).unwrap_or_else(|| panic!("no {before} in {html}"));
    rest.split(['"', '<']).next().unwrap().to_owned()
}

fn location(reply: &Reply) -> &str {
    assert_eq!(reply.status, 303, "{}", reply.text);
    reply.header("location").unwrap()
}

async fn view(world: &World, login: &str) -> AccountView {
    let all = world.app.identity.accounts(&Granted::<ViewAccounts>::system("test")).await.unwrap();
    all.into_iter().find(|account| account.login == login).unwrap_or_else(|| panic!("no account {login}"))
}

async fn make(world: &World, login: &str, role: Role, place: Place) {
    let new = NewAccount {
        login: login.to_owned(),
        name: "第二位".to_owned(),
        name_en: None,
        password: Some(Password::new(PASSWORD)),
        unit: if let Place::Unit(unit) = &place { Some(unit.clone()) } else { None },
        roles: vec![Held { role, place }],
    };
    world.app.identity.create_account(&Granted::<ManageAccounts>::system("test"), new).await.unwrap();
}

/// The permission of somebody, as the pages ask for it.
async fn granted<P: identity::Permission>(world: &World, login: &str) -> Granted<P> {
    let typed = Credentials { login: login.to_owned(), password: Password::new(PASSWORD), totp: None };
    let signed_in = world.app.identity.sign_in(typed, &Origin::default(), SessionKind::Cookie).await.unwrap();
    signed_in.principal.granted(None).unwrap()
}

async fn pending(world: &World) -> Vec<ProposalId> {
    let grant = Granted::<ViewAccounts>::system("test");
    let page = world.app.accounts.proposals(&grant, State::Pending, None, PageSize::clamped(None), Locale::Zh).await.unwrap();
    page.rows.into_iter().map(|shown| shown.proposal.id).collect()
}

async fn api_session(world: &World, account: &str, password: &str, totp: Option<&str>, address: [u8; 4]) -> Reply {
    let browser = Browser::new(world, address);
    let body = json!({ "account": account, "password": password, "totp": totp });
    browser.send(Method::POST, "/api/v1/sessions", body.to_string()).await
}

both_databases! {
    async fn who_must_enrol_does_nothing_else_until_it_is_done(world: World) {
        world.app.identity.adopt(Policy::strict());
        let browser = Browser::of(&world, DISPATCHER).await;
        for page in ["/staff", "/staff/dispatch", "/staff/account", "/staff/cases"] {
            assert_eq!(location(&browser.get(page).await), "/staff/account/totp", "{page}");
        }
        let token = api_session(&world, DISPATCHER, PASSWORD, None, [127, 0, 0, 1]).await.expect(201);
        let bearer = format!("Bearer {}", token["token"].as_str().unwrap());
        world.get("/api/v1/cases", &[("authorization", &bearer)]).await.assert_problem(403, "auth.enrol_first");
        // A handler's role needs none.
        assert_eq!(Browser::of(&world, HANDLER).await.get("/staff").await.status, 200);

        let page = browser.get("/staff/account/totp").await.page(200);
        assert!(page.contains("data:image/svg+xml;base64,"), "the QR code is in the page, not at an address");
        let (secret, sealed) = (attribute(&page, "data-code><code>"), attribute(&page, "name=\"sealed\" value=\""));
        let secret = TotpSecret::read(&secret).unwrap();
        let code = |world: &World| secret.code(world.clock.now()).unwrap();
        let enrol = |digits: String, password: &'static str| {
            let (browser, sealed) = (&browser, sealed.clone());
            async move { browser.fill("/staff/account/totp", "/staff/account/totp", &[("sealed", &sealed), ("code", &digits), ("current", password)]).await }
        };
        let refused = enrol("000000".to_owned(), PASSWORD).await.page(422);
        assert_eq!(attribute(&refused, "name=\"sealed\" value=\""), sealed, "nobody scans twice");
        enrol(code(&world), "wrong password").await.page(422);
        let first = code(&world);
        let codes = enrol(first.clone(), PASSWORD).await.page(200);
        let recovery = attribute(&codes, "<li><code>");
        assert_eq!(codes.matches("<li><code>").count(), 10);
        assert_eq!(browser.get("/staff/dispatch").await.status, 200, "the same session goes on");
        world.get("/api/v1/cases", &[("authorization", &bearer)]).await.expect(200);

        // By page: the password first, then the digits are asked for.
        let again = Browser::new(&world, [127, 0, 0, 1]);
        let asked = again.sign_in(DISPATCHER, PASSWORD, "").await.page(401);
        assert!(asked.contains("id=\"totp\""), "{asked}");
        again.sign_in(DISPATCHER, PASSWORD, &first).await.page(401);
        world.clock.set(world.clock.now() + jiff::SignedDuration::from_secs(30));
        let fresh = code(&world);
        assert_eq!(location(&again.sign_in(DISPATCHER, PASSWORD, &fresh).await), "/staff");
        // By program: the form of the call is as it was.
        api_session(&world, DISPATCHER, PASSWORD, None, [127, 0, 0, 1]).await.assert_problem(401, "auth.totp_required");
        api_session(&world, DISPATCHER, PASSWORD, Some(&fresh), [127, 0, 0, 1]).await.assert_problem(401, "auth.wrong");
        api_session(&world, DISPATCHER, PASSWORD, Some(&recovery), [127, 0, 0, 1]).await.expect(201);
        api_session(&world, DISPATCHER, PASSWORD, Some(&recovery), [127, 0, 0, 1]).await.assert_problem(401, "auth.wrong");
        // The role needs it: it can be replaced, not taken away.
        browser.fill("/staff/account/totp/off", "/staff/account/totp/off", &[("current", PASSWORD)]).await.page(403);
    }

    async fn an_attacker_who_hammers_does_not_lock_the_owner_out(world: World) {
        let (there, here) = ([198, 51, 100, 7], [203, 0, 113, 5]);
        let mut last = None;
        for _ in 0..12 {
            last = Some(api_session(&world, HANDLER, "a wrong password", None, there).await);
        }
        let slowed = last.unwrap();
        assert_eq!(slowed.status, 429, "{}", slowed.text);
        slowed.assert_problem(429, "auth.slow_down");
        api_session(&world, HANDLER, PASSWORD, None, here).await.expect(201);
        let page = Browser::new(&world, here).sign_in(HANDLER, PASSWORD, "").await;
        assert_eq!(location(&page), "/staff");
    }

    async fn an_unknown_account_is_refused_in_the_same_words(world: World) {
        let wrong = api_session(&world, HANDLER, "a wrong password", None, [192, 0, 2, 1]).await.assert_problem(401, "auth.wrong");
        let unknown = api_session(&world, "nobody.there", "a wrong password", None, [192, 0, 2, 1]).await.assert_problem(401, "auth.wrong");
        assert_eq!((&wrong["title"], &wrong["detail"]), (&unknown["title"], &unknown["detail"]));
        let (one, other) = (Browser::new(&world, [192, 0, 2, 1]), Browser::new(&world, [192, 0, 2, 1]));
        let (one, other) = (one.sign_in(HANDLER, "wrong", "").await.page(401), other.sign_in("nobody.there", "wrong", "").await.page(401));
        let said = |page: &str| attribute(page, "role=\"alert\">").len() + page.matches("id=\"totp\"").count();
        assert_eq!(said(&one), said(&other));
    }

    async fn an_ended_session_has_ended_at_once(world: World) {
        let (desk, phone) = (Browser::of(&world, HANDLER).await, Browser::of(&world, HANDLER).await);
        let page = desk.get("/staff/account").await.page(200);
        assert!(page.contains("Chrome · Windows") && !page.contains("127.0.0.1"), "a device and a class of network, no address");
        let other = attribute(&page, "name=\"session\" value=\"");
        assert_eq!(phone.get("/staff").await.status, 200);
        let ended = desk.fill("/staff/account", "/staff/account/sessions/end", &[("session", &other)]).await;
        assert_eq!(location(&ended), "/staff/account?done=session");
        assert_eq!(location(&phone.get("/staff").await), "/signin?next=/staff");
        assert_eq!(desk.get("/staff").await.status, 200);

        let (two, three) = (Browser::of(&world, HANDLER).await, Browser::of(&world, HANDLER).await);
        desk.fill("/staff/account", "/staff/account/sessions/end-others", &[]).await;
        assert_eq!((two.get("/staff").await.status.as_u16(), three.get("/staff").await.status.as_u16()), (303, 303));
        // A session of somebody else is not hers to end.
        let stranger = Browser::of(&world, DISPATCHER).await;
        let page = desk.get("/staff/account").await.page(200);
        assert!(!page.contains("name=\"session\""), "only this one is left");
        assert_eq!(stranger.get("/staff/dispatch").await.status, 200);
    }

    async fn an_account_needs_two_people_and_a_link_is_good_once(world: World) {
        let (admin, organiser) = (Browser::of(&world, ADMIN).await, Browser::of(&world, ORGANISER).await);
        let form = [("login", "new.hand"), ("name", "新来的"), ("unit", "housing"), ("role", "handler"), ("place", "unit:housing")];
        assert_eq!(location(&admin.fill("/staff/accounts/new", "/staff/accounts/new", &form).await), "/staff/accounts?done=proposed");
        let id = pending(&world).await[0];
        let action = format!("/staff/accounts/proposals/{id}");
        let list = "/staff/accounts/proposals";
        // She who proposed has no such button, and the door behind it is shut.
        assert!(!admin.get(list).await.page(200).contains("value=\"approve\""));
        assert_eq!(admin.fill(list, &action, &[("step", "approve")]).await.status, 403);
        assert!(organiser.get(list).await.page(200).contains("新来的"));
        assert_eq!(location(&organiser.fill(list, &action, &[("step", "approve")]).await), "/staff/accounts/proposals?done=approve");
        organiser.fill("/staff/account", &action, &[("step", "approve")]).await.page(409);
        assert_eq!(world.scalar("SELECT count(*) FROM account_proposal WHERE people IS NOT NULL").await, 0, "the names are gone with the decision");

        let hand = view(&world, "new.hand").await;
        let page = format!("/staff/accounts/{}", hand.id);
        let shown = admin.fill(&page, &format!("{page}/link"), &[]).await.page(200);
        let link = attribute(&shown, "readonly value=\"");
        let path = link.strip_prefix("http://127.0.0.1:8080").unwrap().to_owned();
        let guest = Browser::new(&world, [192, 0, 2, 9]);
        guest.fill(&path, &path, &[("password", "short")]).await.page(422);
        assert_eq!(location(&guest.fill(&path, &path, &[("password", "a password of her own")]).await), "/signin");
        guest.get(&path).await.page(404);
        assert_eq!(location(&guest.sign_in("new.hand", "a password of her own", "").await), "/staff");
        // A new link, used, ends the old session.
        let shown = admin.fill(&page, &format!("{page}/link"), &[]).await.page(200);
        let path = attribute(&shown, "readonly value=\"").strip_prefix("http://127.0.0.1:8080").unwrap().to_owned();
        let other = Browser::new(&world, [192, 0, 2, 10]);
        other.fill(&path, &path, &[("password", "another password")]).await;
        assert_eq!(guest.get("/staff").await.status, 303);
    }

    async fn nobody_gets_a_role_by_her_own_word(world: World) {
        let admin = Browser::of(&world, ADMIN).await;
        let me = view(&world, ADMIN).await;
        let page = format!("/staff/accounts/{}", me.id);
        assert!(!admin.get(&page).await.page(200).contains("/roles\""), "no form for one's own roles");
        let give = admin.fill("/staff/accounts/new", &format!("{page}/roles"), &[("role", "dispatcher"), ("place", "county")]).await;
        assert_eq!(give.status, 403);
        let organiser = view(&world, ORGANISER).await;
        let link = admin.fill("/staff/accounts/new", &format!("/staff/accounts/{}/link", organiser.id), &[]).await;
        assert_eq!(link.status, 403, "with the organiser's link she would approve her own proposals");
        // What she proposes for the organiser, the organiser does not approve: it would be her own role.
        let propose = admin.fill("/staff/accounts/new", &format!("/staff/accounts/{}/roles", organiser.id), &[("role", "dispatcher"), ("place", "county")]).await;
        assert!(location(&propose).ends_with("done=proposed"));
        let id = pending(&world).await[0];
        let approver = granted::<ApproveAccounts>(&world, ORGANISER).await;
        assert!(world.app.accounts.approve(&approver, id).await.is_err());
        assert_eq!(pending(&world).await, [id], "it still waits for somebody else");
    }

    async fn approvals_at_once_take_effect_once_and_not_for_a_proposer_who_has_gone(world: World) {
        make(&world, "second.organiser", Role::Organiser, Place::County).await;
        make(&world, "second.admin", Role::Admin, Place::County).await;
        let proposer = granted::<ManageAccounts>(&world, ADMIN).await;
        let (one, two) = (granted::<ApproveAccounts>(&world, ORGANISER).await, granted::<ApproveAccounts>(&world, "second.organiser").await);
        let target = view(&world, HANDLER).await.id;
        let held = Held { role: Role::Dispatcher, place: Place::County };
        world.app.accounts.ask_for_role(&proposer, target, held.clone()).await.unwrap();
        let id = pending(&world).await[0];
        let (first, second) = futures::join!(world.app.accounts.approve(&one, id), world.app.accounts.approve(&two, id));
        assert_eq!([first.is_ok(), second.is_ok()].iter().filter(|done| **done).count(), 1, "{first:?} {second:?}");
        assert_eq!(view(&world, HANDLER).await.roles.iter().filter(|role| **role == held).count(), 1);
        assert_eq!(world.scalar("SELECT count(*) FROM journal_event WHERE kind = 'account.approved'").await, 1);

        // An approval, and the end of the proposer's own role, at once: whichever comes first decides.
        world.app.accounts.ask_for_role(&proposer, view(&world, LEAD).await.id, held.clone()).await.unwrap();
        let id = pending(&world).await[0];
        let other = granted::<ManageAccounts>(&world, "second.admin").await;
        let admin = Held { role: Role::Admin, place: Place::County };
        let me = view(&world, ADMIN).await.id;
        let (approved, ended) = futures::join!(world.app.accounts.approve(&one, id), world.app.identity.end_role(&other, me, admin));
        ended.unwrap();
        let given = view(&world, LEAD).await.roles.contains(&held);
        assert_eq!(given, approved.is_ok(), "in force with the approval, or not at all: {approved:?}");
        assert!(world.app.accounts.approve(&two, id).await.is_err(), "now nobody of two is left to want it");
    }

    async fn a_proposal_lapses_after_a_week(world: World) {
        let proposer = granted::<ManageAccounts>(&world, ADMIN).await;
        let target = view(&world, HANDLER).await.id;
        world.app.accounts.ask_for_role(&proposer, target, Held { role: Role::Auditor, place: Place::County }).await.unwrap();
        let id = pending(&world).await[0];
        world.clock.set(world.clock.now() + jiff::SignedDuration::from_hours(7 * 24));
        let approver = granted::<ApproveAccounts>(&world, ORGANISER).await;
        assert!(world.app.accounts.approve(&approver, id).await.is_err());
        assert_eq!(world.app.accounts.sweep().await.unwrap(), 1);
        assert_eq!((pending(&world).await, world.app.accounts.sweep().await.unwrap()), (Vec::new(), 0));
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }

    async fn who_leaves_hands_over_first(world: World) {
        let cases = [accepted(&world, "灯不亮").await, accepted(&world, "门坏了").await];
        world.step(HANDLER, &cases[1], "ask-extension", &json!({ "days": 2, "text": "等配件" })).await.expect(200);
        let lead = Browser::of(&world, LEAD).await;
        let leaver = view(&world, HANDLER).await;
        let page = format!("/staff/accounts/{}/close", leaver.id);
        assert!(lead.get(&page).await.page(200).contains("没有别人能接"), "nobody else in her unit yet");
        lead.fill(&page, &page, &[]).await.page(409);
        assert!(view(&world, HANDLER).await.closed_at.is_none(), "nothing has happened");

        make(&world, "second.hand", Role::Handler, "unit:housing".parse().unwrap()).await;
        make(&world, "far.hand", Role::Handler, "unit:health".parse().unwrap()).await;
        let (near, far) = (view(&world, "second.hand").await.id.to_string(), view(&world, "far.hand").await.id.to_string());
        lead.fill(&page, &page, &[("to.cases:housing", &far)]).await.page(409);
        let staying = Browser::of(&world, HANDLER).await;
        assert_eq!(location(&lead.fill(&page, &page, &[("to.cases:housing", &near)]).await), "/staff/accounts?done=closed");
        assert_eq!(location(&staying.get("/staff").await), "/signin?next=/staff", "her session ends with the account");
        api_session(&world, HANDLER, PASSWORD, None, [127, 0, 0, 1]).await.assert_problem(401, "auth.wrong");
        for case in &cases {
            let sql = format!("SELECT count(*) FROM case_record WHERE number = '{}' AND handler = '{near}'", case.number);
            assert_eq!(world.scalar(&sql).await, 1);
        }
        assert_eq!(world.scalar("SELECT count(*) FROM journal_event WHERE kind = 'case.reassigned'").await, 2);
        assert_eq!(world.scalar("SELECT count(*) FROM case_record WHERE pending IS NOT NULL").await, 0, "what she proposed is taken back");
        assert_eq!(world.scalar("SELECT count(*) FROM journal_event WHERE kind = 'case.proposal_ended'").await, 1);
        world.step("second.hand", &cases[0], "answer", &json!({ "result": "solved", "text": "修好了。" })).await.expect(200);
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }

    async fn who_leaves_is_called_no_more(world: World) {
        let leaver = view(&world, DISPATCHER).await.id;
        let listed = format!("SELECT count(*) FROM case_on_call WHERE duties LIKE '%{leaver}%'");
        assert_eq!(world.scalar(&listed).await, 1, "the demo's list begins with her");
        let admin = Browser::of(&world, ADMIN).await;
        let page = format!("/staff/accounts/{leaver}/close");
        assert_eq!(location(&admin.fill(&page, &page, &[]).await), "/staff/accounts?done=closed");
        assert_eq!(world.scalar(&listed).await, 0);
        assert_eq!(world.scalar("SELECT version FROM case_on_call").await, 2);
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }

    async fn a_file_of_accounts_is_looked_at_line_by_line_and_proposed_as_one(world: World) {
        let admin = Browser::of(&world, ADMIN).await;
        let page = "/staff/accounts/import";
        let faulty = format!("login,name,name_en,unit,roles\none.hand,甲,,housing,handler@unit:housing\n{HANDLER},乙,,nowhere,king@county\n");
        let shown = admin.fill(page, page, &[("csv", &faulty), ("step", "propose")]).await.page(422);
        assert!(shown.contains(&faulty.lines().nth(1).unwrap().replace('\n', "")), "nothing typed is lost");
        assert_eq!(shown.matches("class=\"emsg\"").count(), 3, "taken, no such unit, no such role: {shown}");
        assert_eq!(pending(&world).await, []);
        let good = "login,name,name_en,unit,roles\none.hand,甲,,housing,handler@unit:housing\ntwo.hand,乙,Yi,,dispatcher@county\n";
        assert!(admin.fill(page, page, &[("csv", good), ("step", "look")]).await.page(200).contains("value=\"propose\""));
        assert_eq!(location(&admin.fill(page, page, &[("csv", good), ("step", "propose")]).await), "/staff/accounts?done=proposed");
        let id = pending(&world).await[0];
        let approver = granted::<ApproveAccounts>(&world, ORGANISER).await;
        world.app.accounts.approve(&approver, id).await.unwrap();
        assert_eq!(view(&world, "two.hand").await.roles, [Held { role: Role::Dispatcher, place: Place::County }]);
        // A lead imports nothing.
        assert_eq!(Browser::of(&world, LEAD).await.get(page).await.status, 403);
    }

    async fn a_lead_sees_and_manages_her_unit_alone(world: World) {
        let lead = Browser::of(&world, LEAD).await;
        let list = lead.get("/staff/accounts").await.page(200);
        assert!(list.contains(HANDLER) && !list.contains(ADMIN) && !list.contains("qin.agriculture"));
        let stranger = view(&world, "qin.agriculture").await.id;
        lead.get(&format!("/staff/accounts/{stranger}")).await.page(404);
        assert_eq!(lead.get("/staff/accounts/proposals").await.status, 403);
        let form = [("login", "new.hand"), ("name", "新来的"), ("unit", "housing"), ("role", "handler"), ("place", "unit:housing")];
        let made = lead.fill("/staff/accounts/new", "/staff/accounts/new", &form).await;
        assert!(location(&made).ends_with("done=made"), "{}", location(&made));
        let beyond = [("login", "new.king"), ("name", "新来的"), ("unit", "housing"), ("role", "dispatcher"), ("place", "county")];
        assert_eq!(lead.fill("/staff/accounts/new", "/staff/accounts/new", &beyond).await.status, 403);
        // Who manages nobody finds no such page.
        assert_eq!(Browser::of(&world, HANDLER).await.get("/staff/accounts").await.status, 403);
        // Who only looks changes nothing.
        let auditor = Browser::of(&world, "cao.audit").await;
        let id = view(&world, HANDLER).await.id;
        assert!(!auditor.get(&format!("/staff/accounts/{id}")).await.page(200).contains("/link\""));
        assert_eq!(auditor.fill("/staff/account", &format!("/staff/accounts/{id}/link"), &[]).await.status, 403);
    }
}

/// A case that the handler of housing has in hand.
async fn accepted(world: &World, text: &str) -> suite::Filed {
    let case = world.file(text).await;
    let dispatch: Value = json!({ "kind": "property_service", "unit": "housing", "complexity": "general" });
    world.step(DISPATCHER, &case, "dispatch", &dispatch).await.expect(200);
    world.step(HANDLER, &case, "accept", &json!({})).await.expect(200);
    case
}
