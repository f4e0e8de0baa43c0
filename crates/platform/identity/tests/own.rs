//! Authenticators, recovery codes, guesses from everywhere, and rights that take two people: on both databases.
#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

mod support;

use std::net::IpAddr;
use std::sync::Arc;

use http::{HeaderMap, header};
use identity::permissions::{ApproveAccounts, ManageAccounts, ViewAccounts};
use identity::{
    AccountError, AccountFilter, AccountView, Authority, Confirmation, Credentials, Granted, Held, Identity, Keys, LinkPurpose,
    NetworkClass, NewAccount, Origin, OwnError, Password, Place, Policy, Principal, Role, SessionKind, Settings, SignInError, SignedIn,
};
use journal::Journal;
use kernel::{AccountId, Clock, FixedClock, PageSize, Rng, SystemRng, Timestamp};
use store::Db;
use store::sea_orm_migration::prelude::MigrationTrait;
use support::on_both;

fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    let mut all = journal::migrations();
    all.extend(identity::migrations());
    all
}

const PASSWORD: &str = "correct horse battery";
const HOME: &str = "192.0.2.1";

struct World {
    clock: Arc<FixedClock>,
    journal: Journal,
    db: Db,
    identity: Identity,
}

impl World {
    fn new(db: Db, policy: Policy) -> Self {
        let clock = Arc::new(FixedClock::at("2026-11-23T10:00:00+08:00".parse().unwrap()));
        let rng: Arc<dyn Rng> = Arc::new(SystemRng::new().unwrap());
        let journal = Journal::new(journal::Keys { mac: [1; 32], wrap: [2; 32] }, rng.clone());
        let settings = Settings { secure_cookies: false, public_host: None, policy };
        let identity = Identity::new(db.clone(), journal.clone(), clock.clone(), rng, Keys { web: [3; 32] }, settings);
        Self { clock, journal, db, identity }
    }

    fn wait(&self, secs: i64) {
        self.clock.set(Timestamp::from_millisecond(self.clock.now().as_millisecond() + secs * 1_000).unwrap());
    }

    async fn account(&self, login: &str, roles: &[(Role, &str)]) -> AccountId {
        let new = NewAccount { password: Some(Password::new(PASSWORD)), ..new_account(login, roles) };
        self.identity.create_account(&Granted::system("init"), new).await.unwrap()
    }

    async fn sign_in(&self, login: &str, password: &str, totp: Option<&str>, from: &Origin) -> Result<SignedIn, SignInError> {
        let typed = Credentials { login: login.to_owned(), password: Password::new(password), totp: totp.map(str::to_owned) };
        self.identity.sign_in(typed, from, SessionKind::Cookie).await
    }

    async fn principal(&self, signed_in: &SignedIn) -> Option<Principal> {
        self.identity.authenticate(signed_in.token.reveal(), SessionKind::Cookie).await.unwrap()
    }

    async fn of(&self, id: AccountId) -> Principal {
        self.identity.principal_of(id).await.unwrap().unwrap()
    }

    async fn manager(&self, id: AccountId) -> Granted<ManageAccounts> {
        self.of(id).await.granted(None).unwrap()
    }

    async fn kinds(&self, account: AccountId) -> Vec<String> {
        let (journal, stream) = (self.journal.clone(), journal::Stream::of(account));
        let opened = self.db.read(move |tx| async move { journal.history(&tx, &stream).await }).await.unwrap();
        opened.into_iter().map(|opened| opened.event.kind).collect()
    }

    async fn give(&self, by: Authority, to: AccountId, held: Held) -> Result<(), AccountError> {
        let (identity, now) = (self.identity.clone(), self.clock.now());
        self.db
            .write(move |tx| {
                let (identity, by, held) = (identity.clone(), by.clone(), held.clone());
                async move { identity.give_role_in(&tx, &by, to, &held, now).await }
            })
            .await
    }
}

fn new_account(login: &str, roles: &[(Role, &str)]) -> NewAccount {
    NewAccount {
        login: login.to_owned(),
        name: "王芳".to_owned(),
        name_en: None,
        password: None,
        unit: roles.iter().find_map(|(_, place)| place.strip_prefix("unit:")).map(|unit| unit.parse().unwrap()),
        roles: roles.iter().map(|(role, place)| held(*role, place)).collect(),
    }
}

fn held(role: Role, place: &str) -> Held {
    Held { role, place: place.parse::<Place>().unwrap() }
}

fn from(address: &str) -> Origin {
    Origin::of(Some(address.parse::<IpAddr>().unwrap()), &HeaderMap::new())
}

fn confirmed(password: &str) -> Confirmation {
    Confirmation { password: Password::new(password), from: from(HOME) }
}

#[tokio::test]
async fn an_authenticator_is_enrolled_asked_for_and_its_digits_count_once() {
    on_both(|db| async move {
        let world = World::new(db, Policy::lenient());
        let id = world.account("amy", &[]).await;
        let session = world.sign_in("amy", PASSWORD, None, &from(HOME)).await.unwrap();
        let who = world.principal(&session).await.unwrap();
        let enrolment = world.identity.begin_enrolment(&who).unwrap();
        let code = |world: &World| enrolment.secret.code(world.clock.now()).unwrap();
        let enrol = |digits: String, password: &'static str| {
            let (identity, who, sealed) = (world.identity.clone(), who.clone(), enrolment.sealed.clone());
            async move { identity.enrol(&who, &sealed, &digits, confirmed(password)).await }
        };
        assert!(matches!(enrol("000000".to_owned(), PASSWORD).await, Err(OwnError::WrongCode)));
        assert!(matches!(enrol(code(&world), "not the password").await, Err(OwnError::WrongPassword)));
        assert!(!world.principal(&session).await.unwrap().has_totp(), "nothing is stored before the first digits");
        let first = code(&world);
        let codes = enrol(first.clone(), PASSWORD).await.unwrap().reveal();
        assert!(world.principal(&session).await.unwrap().has_totp());

        let sign_in = |totp: Option<String>| {
            let world = &world;
            async move { world.sign_in("amy", PASSWORD, totp.as_deref(), &from(HOME)).await }
        };
        assert!(matches!(sign_in(None).await, Err(SignInError::SecondFactor)));
        assert!(matches!(sign_in(Some(first)).await, Err(SignInError::Wrong)), "the digits that confirmed it are used up");
        world.wait(60);
        let early = enrolment.secret.code(Timestamp::from_second(world.clock.now().as_second() + 30).unwrap()).unwrap();
        assert!(sign_in(Some(early.clone())).await.is_ok(), "a clock that is half a minute ahead");
        assert!(matches!(sign_in(Some(early)).await, Err(SignInError::Wrong)), "used before");
        assert!(matches!(sign_in(Some(code(&world))).await, Err(SignInError::Wrong)), "earlier than the last one used");

        assert!(sign_in(Some(codes[0].to_lowercase())).await.is_ok());
        assert!(matches!(sign_in(Some(codes[0].clone())).await, Err(SignInError::Wrong)), "a recovery code is good once");
        assert_eq!(world.identity.factors(&who).await.unwrap().recovery_left, 9);
        let renewed = world.identity.renew_recovery(&who, confirmed(PASSWORD)).await.unwrap().reveal();
        assert!(matches!(sign_in(Some(codes[1].clone())).await, Err(SignInError::Wrong)), "the earlier ones are good for nothing");
        assert!(sign_in(Some(renewed[1].clone())).await.is_ok());

        world.identity.disable_totp(&who, confirmed(PASSWORD)).await.unwrap();
        assert!(sign_in(None).await.is_ok());
        assert_eq!(
            world.kinds(id).await,
            ["account_created", "totp_enrolled", "recovery_code_used", "recovery_renewed", "recovery_code_used", "totp_disabled"]
                .map(|kind| format!("identity.{kind}"))
        );
    })
    .await;
}

#[tokio::test]
async fn an_enrolment_is_this_sessions_and_lapses() {
    on_both(|db| async move {
        let world = World::new(db, Policy::strict());
        world.account("disp", &[(Role::Dispatcher, "county")]).await;
        world.account("eve", &[(Role::Dispatcher, "county")]).await;
        let (mine, other) = (
            world.sign_in("disp", PASSWORD, None, &from(HOME)).await.unwrap(),
            world.sign_in("eve", PASSWORD, None, &from(HOME)).await.unwrap(),
        );
        let who = world.principal(&mine).await.unwrap();
        assert!(world.identity.must_enrol(&who));
        let enrolment = world.identity.begin_enrolment(&who).unwrap();
        assert_eq!(world.identity.enrolment(&who, &enrolment.sealed).unwrap().secret, enrolment.secret);
        assert!(matches!(world.identity.enrolment(&other.principal, &enrolment.sealed), Err(OwnError::Lapsed)), "another's");
        assert!(matches!(world.identity.enrolment(&who, "x"), Err(OwnError::Lapsed)));
        world.wait(15 * 60);
        assert!(matches!(world.identity.enrolment(&who, &enrolment.sealed), Err(OwnError::Lapsed)), "a quarter of an hour");

        let again = world.identity.begin_enrolment(&who).unwrap();
        let code = again.secret.code(world.clock.now()).unwrap();
        world.identity.enrol(&who, &again.sealed, &code, confirmed(PASSWORD)).await.unwrap();
        let now = world.principal(&mine).await.unwrap();
        assert!(!world.identity.must_enrol(&now));
        assert!(matches!(world.identity.disable_totp(&now, confirmed(PASSWORD)).await, Err(OwnError::Required)));
        world.identity.adopt(Policy::lenient());
        world.identity.disable_totp(&now, confirmed(PASSWORD)).await.unwrap();
        world.identity.adopt(Policy::strict());
        assert!(world.identity.must_enrol(&world.principal(&mine).await.unwrap()), "a parameter that changes counts at once");
    })
    .await;
}

#[tokio::test]
async fn a_new_password_ends_the_other_sessions_and_guesses_at_the_old_one_wait() {
    on_both(|db| async move {
        let world = World::new(db, Policy::lenient());
        world.account("amy", &[]).await;
        let (here, there) = (
            world.sign_in("amy", PASSWORD, None, &from(HOME)).await.unwrap(),
            world.sign_in("amy", PASSWORD, None, &from(HOME)).await.unwrap(),
        );
        let who = world.principal(&here).await.unwrap();
        let change = |new: &'static str, old: &'static str| {
            let (identity, who) = (world.identity.clone(), who.clone());
            async move { identity.change_password(&who, Password::new(new), confirmed(old)).await }
        };
        assert!(matches!(change("short", PASSWORD).await, Err(OwnError::NewPassword(_))));
        assert!(matches!(change("a longer password", "wrong").await, Err(OwnError::WrongPassword)));
        change("a longer password", PASSWORD).await.unwrap();
        assert!(world.principal(&here).await.is_some() && world.principal(&there).await.is_none());
        assert!(world.sign_in("amy", PASSWORD, None, &from(HOME)).await.is_err());
        let sessions = world.identity.sessions(&who).await.unwrap();
        assert_eq!(
            sessions.iter().map(|session| (session.network, session.is_this)).collect::<Vec<_>>(),
            [(Some(NetworkClass::Public), true)]
        );
        let mut slowed = false;
        for _ in 0..12 {
            slowed |= matches!(change("yet another one", "wrong").await, Err(OwnError::SlowDown { .. }));
        }
        assert!(slowed, "an open window is no place to guess at");
    })
    .await;
}

#[tokio::test]
async fn an_attacker_everywhere_slows_strangers_down_and_never_the_owner() {
    on_both(|db| async move {
        let world = World::new(db, Policy::lenient());
        world.account("amy", &[]).await;
        let office = world.sign_in("amy", PASSWORD, None, &from(HOME)).await.unwrap();
        let mut headers = HeaderMap::new();
        let cookie = world.identity.device_cookie(&office).unwrap();
        headers.insert(header::COOKIE, cookie.to_str().unwrap().split(';').next().unwrap().parse().unwrap());

        // Sixty networks guess at once: strangers together are slowed down.
        for n in 0..61 {
            let _ = world.sign_in("amy", "a wrong password", None, &from(&format!("198.51.100.{n}"))).await;
        }
        let stranger = world.sign_in("amy", PASSWORD, None, &from("203.0.113.9")).await;
        assert!(matches!(stranger, Err(SignInError::SlowDown { .. })), "{stranger:?}");
        assert!(world.sign_in("amy", PASSWORD, None, &from(HOME)).await.is_ok(), "the network she works in");
        let known = Origin::of(Some("203.0.113.9".parse().unwrap()), &headers);
        assert!(world.sign_in("amy", PASSWORD, None, &known).await.is_ok(), "her own browser, wherever it is");
        let nobody = world.sign_in("nobody", PASSWORD, None, &known).await;
        assert!(matches!(nobody, Err(SignInError::Wrong)), "a browser of hers is not known for others");

        // And somebody in her own office hammers.
        for _ in 0..20 {
            let _ = world.sign_in("amy", "a wrong password", None, &from(HOME)).await;
        }
        assert!(matches!(world.sign_in("amy", PASSWORD, None, &from(HOME)).await, Err(SignInError::SlowDown { .. })));
        let beside = Origin::of(Some(HOME.parse().unwrap()), &headers);
        assert!(world.sign_in("amy", PASSWORD, None, &beside).await.is_ok(), "her own browser beside the attacker");
        world.wait(60);
        assert!(world.sign_in("amy", PASSWORD, None, &from(HOME)).await.is_ok(), "a minute is the longest wait");
    })
    .await;
}

#[tokio::test]
async fn an_office_with_authenticators_behind_one_address_is_no_attack() {
    on_both(|db| async move {
        let world = World::new(db, Policy::lenient());
        world.account("amy", &[]).await;
        let session = world.sign_in("amy", PASSWORD, None, &from(HOME)).await.unwrap();
        let who = world.principal(&session).await.unwrap();
        let enrolment = world.identity.begin_enrolment(&who).unwrap();
        let code = enrolment.secret.code(world.clock.now()).unwrap();
        world.identity.enrol(&who, &enrolment.sealed, &code, confirmed(PASSWORD)).await.unwrap();
        // Password first, digits on the next page: many people, one after the other, within a quarter of an hour.
        for _ in 0..30 {
            world.wait(30);
            assert!(matches!(world.sign_in("amy", PASSWORD, None, &from(HOME)).await, Err(SignInError::SecondFactor)));
            let code = enrolment.secret.code(world.clock.now()).unwrap();
            world.sign_in("amy", PASSWORD, Some(&code), &from(HOME)).await.unwrap();
        }
    })
    .await;
}

#[tokio::test]
async fn rights_are_added_by_two_people_and_never_to_themselves() {
    on_both(|db| async move {
        let world = World::new(db, Policy::lenient());
        let admin = world.account("root", &[(Role::Admin, "county")]).await;
        let organiser = world.account("org", &[(Role::Organiser, "county")]).await;
        let hand = world.account("hand", &[(Role::Handler, "unit:lamps")]).await;
        let approver: Granted<ApproveAccounts> = world.of(organiser).await.granted(None).unwrap();
        assert!(world.of(admin).await.granted::<ApproveAccounts>(None).is_err());
        assert!(matches!(Authority::of_two(organiser, &approver), Err(AccountError::OwnProposal)));
        assert!(
            matches!(Authority::of_two(admin, &Granted::system("a job")), Err(AccountError::OwnProposal)),
            "no machine is a second person"
        );

        let one = Authority::of_one(&world.manager(admin).await);
        let two = Authority::of_two(admin, &approver).unwrap();
        let dispatcher = || held(Role::Dispatcher, "county");
        assert!(matches!(world.give(one.clone(), hand, dispatcher()).await, Err(AccountError::NeedsTwo)));
        assert!(matches!(world.give(one, admin, dispatcher()).await, Err(AccountError::OwnRoles)));
        assert!(matches!(world.give(two.clone(), admin, dispatcher()).await, Err(AccountError::OwnRoles)), "not to who proposed");
        assert!(matches!(world.give(two.clone(), organiser, dispatcher()).await, Err(AccountError::OwnRoles)), "nor to who approves");
        world.give(two, hand, dispatcher()).await.unwrap();
        assert!(world.of(hand).await.is(Role::Dispatcher));
        let made = world.identity.create_account(&world.manager(admin).await, new_account("new", &[])).await;
        assert!(matches!(made, Err(AccountError::NeedsTwo)));
        assert!(matches!(
            world.identity.issue_link(&world.manager(admin).await, organiser, LinkPurpose::SetPassword).await,
            Err(AccountError::NeedsTwo)
        ));
    })
    .await;
}

#[tokio::test]
async fn a_lead_manages_her_unit_and_nobody_who_holds_more() {
    on_both(|db| async move {
        let world = World::new(db, Policy::lenient());
        let lead = world.account("lead", &[(Role::Lead, "unit:lamps")]).await;
        let both = world.account("both", &[(Role::Handler, "unit:lamps"), (Role::Dispatcher, "county")]).await;
        let by = world.manager(lead).await;
        let made = world.identity.create_account(&by, new_account("new", &[(Role::Handler, "unit:lamps")])).await.unwrap();
        world.identity.issue_link(&by, made, LinkPurpose::SetPassword).await.unwrap();
        let elsewhere = world.identity.create_account(&by, new_account("other", &[(Role::Handler, "unit:roads")])).await;
        assert!(matches!(elsewhere, Err(AccountError::NotYoursToGive)));
        let link = world.identity.issue_link(&by, both, LinkPurpose::SetPassword).await;
        assert!(matches!(link, Err(AccountError::NotYoursToGive)), "a link would open a dispatcher's account");
        assert!(matches!(world.identity.end_role(&by, both, held(Role::Handler, "unit:lamps")).await, Err(AccountError::NotYoursToGive)));
        assert!(matches!(world.identity.end_role(&by, lead, held(Role::Lead, "unit:lamps")).await, Err(AccountError::OwnRoles)));
    })
    .await;
}

#[tokio::test]
async fn the_last_admin_stays_even_when_two_go_at_once() {
    on_both(|db| async move {
        let world = World::new(db, Policy::lenient());
        let one = world.account("one", &[(Role::Admin, "county")]).await;
        let two = world.account("two", &[(Role::Admin, "county")]).await;
        let (by_one, by_two) = (world.manager(one).await, world.manager(two).await);
        let admin = || held(Role::Admin, "county");
        // Each sees the other and takes her role away: write skew, if both could commit.
        let (first, second) =
            futures::join!(world.identity.end_role(&by_one, two, admin()), world.identity.end_role(&by_two, one, admin()));
        let done = [&first, &second].iter().filter(|ended| ended.is_ok()).count();
        assert_eq!(done, 1, "{first:?} {second:?}");
        assert!([first, second].iter().any(|ended| matches!(ended, Err(AccountError::LastOfRole))));
    })
    .await;
}

#[tokio::test]
async fn accounts_are_paged_by_login_within_the_scope() {
    on_both(|db| async move {
        let world = World::new(db, Policy::lenient());
        let lead = world.account("lead", &[(Role::Lead, "unit:lamps")]).await;
        for n in 0..5 {
            world.account(&format!("hand{n}"), &[(Role::Handler, if n == 3 { "unit:roads" } else { "unit:lamps" })]).await;
        }
        let logins = |rows: &[AccountView]| rows.iter().map(|row| row.login.clone()).collect::<Vec<_>>();
        let view: Granted<ViewAccounts> = world.of(lead).await.granted(None).unwrap();
        let page = |after: Option<String>| world.identity.accounts_page(&view, AccountFilter::default(), after, PageSize::clamped(Some(3)));
        let first = page(None).await.unwrap();
        assert_eq!(logins(&first.rows), ["hand0", "hand1", "hand2"]);
        let second = page(first.next).await.unwrap();
        assert_eq!((logins(&second.rows), second.next), (vec!["hand4".to_owned(), "lead".to_owned()], None));
        let closed = AccountFilter { closed: true, unit: None };
        assert!(world.identity.accounts_page(&view, closed, None, PageSize::clamped(None)).await.unwrap().rows.is_empty());
        let roads = AccountFilter { closed: false, unit: Some("roads".parse().unwrap()) };
        assert!(world.identity.accounts_page(&view, roads, None, PageSize::clamped(None)).await.unwrap().rows.is_empty(), "not her unit");
        assert!(matches!(world.identity.account(&view, AccountId::from_bytes([9; 16])).await, Err(AccountError::NoSuchAccount)));
    })
    .await;
}
