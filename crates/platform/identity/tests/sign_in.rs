//! Accounts, sign-in and sessions on both databases.
#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

mod support;

use std::net::IpAddr;
use std::sync::Arc;

use identity::permissions::{ManageAccounts, ViewAccounts};
use identity::{
    AccountError, Credentials, Granted, Held, Identity, Keys, LinkError, LinkPurpose, NewAccount, Origin, Password, Place, Policy,
    Principal, Role, Scope, SessionKind, Settings, SignInError, SignedIn, Visibility,
};
use journal::Journal;
use kernel::{AccountId, Clock, FixedClock, Rng, SystemRng, Timestamp};
use store::Db;
use store::sea_orm_migration::prelude::MigrationTrait;
use support::on_both;

fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    let mut all = journal::migrations();
    all.extend(identity::migrations());
    all
}

fn start() -> Timestamp {
    "2026-11-23T10:00:00+08:00".parse().unwrap()
}

struct World {
    clock: Arc<FixedClock>,
    journal: Journal,
    db: Db,
    identity: Identity,
}

const PASSWORD: &str = "correct horse battery";

impl World {
    fn new(db: Db) -> Self {
        let clock = Arc::new(FixedClock::at(start()));
        let rng: Arc<dyn Rng> = Arc::new(SystemRng::new().unwrap());
        let journal = Journal::new(journal::Keys { mac: [1; 32], wrap: [2; 32] }, rng.clone());
        let settings = Settings { secure_cookies: false, public_host: None, policy: Policy::lenient() };
        let identity = Identity::new(db.clone(), journal.clone(), clock.clone(), rng, Keys { web: [3; 32] }, settings);
        Self { clock, journal, db, identity }
    }

    fn wait(&self, secs: i64) {
        let later = self.clock.now().as_millisecond() + secs * 1_000;
        self.clock.set(Timestamp::from_millisecond(later).unwrap());
    }

    fn init() -> Granted<ManageAccounts> {
        Granted::system("init")
    }

    async fn account(&self, login: &str, roles: &[(Role, &str)]) -> AccountId {
        let unit = roles.iter().find_map(|(_, place)| place.strip_prefix("unit:")).map(|unit| unit.parse().unwrap());
        let roles = roles.iter().map(|(role, place)| Held { role: *role, place: place.parse().unwrap() }).collect();
        let new = NewAccount {
            login: login.to_owned(),
            name: "王芳".to_owned(),
            name_en: Some("Wang Fang".to_owned()),
            password: Some(Password::new(PASSWORD)),
            unit,
            roles,
        };
        self.identity.create_account(&Self::init(), new).await.unwrap()
    }

    async fn try_from(&self, login: &str, password: &str, totp: Option<String>, from: &str) -> Result<SignedIn, SignInError> {
        let typed = Credentials { login: login.to_owned(), password: Password::new(password), totp };
        let address: IpAddr = from.parse().unwrap();
        let mut headers = http::HeaderMap::new();
        headers.insert("user-agent", "Firefox".parse().unwrap());
        let from = Origin::of(Some(address), &headers);
        self.identity.sign_in(typed, &from, SessionKind::Cookie).await
    }

    async fn sign_in(&self, login: &str) -> SignedIn {
        self.try_from(login, PASSWORD, None, "192.0.2.1").await.unwrap()
    }

    async fn who(&self, signed_in: &SignedIn) -> Option<Principal> {
        self.identity.authenticate(signed_in.token.reveal(), SessionKind::Cookie).await.unwrap()
    }

    async fn events(&self, account: AccountId) -> Vec<String> {
        let (journal, stream) = (self.journal.clone(), journal::Stream::of(account));
        let opened = self.db.read(move |tx| async move { journal.history(&tx, &stream).await });
        opened.await.unwrap().into_iter().map(|opened| opened.event.kind).collect()
    }
}

#[tokio::test]
async fn staff_sign_in_with_the_roles_they_hold_and_both_are_in_the_journal() {
    on_both(|db| async move {
        let world = World::new(db);
        let id = world.account("Wang.Fang", &[(Role::Handler, "unit:lamps"), (Role::Lead, "unit:lamps")]).await;
        let signed_in = world.sign_in(" wang.fang ").await;
        let principal = world.who(&signed_in).await.unwrap();
        assert_eq!(principal, signed_in.principal);
        assert_eq!((principal.account(), principal.login()), (id, "wang.fang"));
        assert_eq!(principal.name(kernel::Locale::En), "Wang Fang");
        assert!(principal.is(Role::Lead) && !principal.is(Role::Admin));
        let granted = principal.granted::<ManageAccounts>(None).unwrap();
        assert_eq!(granted.scopes().scopes().collect::<Vec<_>>(), [&Scope::Unit("lamps".parse().unwrap())]);
        assert_eq!(granted.visibility(), Visibility::Clear);
        assert_eq!(world.events(id).await, ["identity.account_created", "identity.role_given", "identity.role_given"]);

        let taken = NewAccount {
            login: "wang.fang".to_owned(),
            name: "另一位".to_owned(),
            name_en: None,
            password: None,
            unit: None,
            roles: Vec::new(),
        };
        assert!(matches!(world.identity.create_account(&World::init(), taken).await, Err(AccountError::LoginTaken)));
        // A cookie's token is no bearer token.
        let other = world.identity.authenticate(signed_in.token.reveal(), SessionKind::Bearer).await.unwrap();
        assert_eq!(other, None);
    })
    .await;
}

#[tokio::test]
async fn a_session_ends_when_idle_when_old_and_when_told() {
    on_both(|db| async move {
        let world = World::new(db);
        world.account("amy", &[(Role::Dispatcher, "county")]).await;

        let idle = world.sign_in("amy").await;
        world.wait(29 * 60);
        assert!(world.who(&idle).await.is_some(), "used after 29 minutes");
        world.wait(29 * 60);
        assert!(world.who(&idle).await.is_some(), "and again");
        world.wait(30 * 60);
        assert!(world.who(&idle).await.is_none(), "idle for 30");

        let old = world.sign_in("amy").await;
        for _ in 0..(12 * 60 / 20 - 1) {
            world.wait(20 * 60);
            assert!(world.who(&old).await.is_some());
        }
        world.wait(20 * 60);
        assert!(world.who(&old).await.is_none(), "twelve hours old");

        let (one, two) = (world.sign_in("amy").await, world.sign_in("amy").await);
        let principal = world.who(&one).await.unwrap();
        assert!(world.who(&two).await.is_some());
        let sessions = world.identity.sessions(&principal).await.unwrap();
        assert_eq!(sessions.iter().filter(|session| session.is_this).count(), 1);
        assert_eq!(sessions[0].agent.as_deref(), Some("Firefox"));
        let second = two.principal.session().unwrap();
        assert!(world.identity.revoke_session(&principal, second).await.unwrap());
        assert!(world.who(&two).await.is_none(), "revoked counts at once");
        assert!(!world.identity.revoke_session(&principal, second).await.unwrap());
        world.identity.sign_out(&principal).await.unwrap();
        assert!(world.who(&one).await.is_none());

        world.wait(200 * 24 * 3_600);
        assert!(world.identity.sweep().await.unwrap() >= 4, "ended sessions are forgotten after half a year");
    })
    .await;
}

#[tokio::test]
async fn guesses_wait_and_the_owner_elsewhere_does_not() {
    on_both(|db| async move {
        let world = World::new(db);
        world.account("amy", &[]).await;
        for _ in 0..9 {
            let wrong = world.try_from("amy", "a wrong password", None, "192.0.2.9").await;
            assert!(matches!(wrong, Err(SignInError::Wrong)));
        }
        let slow = world.try_from("amy", PASSWORD, None, "192.0.2.9").await;
        assert!(matches!(slow, Err(SignInError::SlowDown { seconds: 1 })), "{slow:?}");
        assert!(world.try_from("amy", PASSWORD, None, "192.0.2.1").await.is_ok(), "her own computer");
        world.wait(1);
        assert!(world.try_from("amy", PASSWORD, None, "192.0.2.9").await.is_ok(), "and the same one, a second later");
        let unknown = world.try_from("nobody", PASSWORD, None, "192.0.2.9").await;
        assert!(matches!(unknown, Err(SignInError::Wrong)));
    })
    .await;
}

#[tokio::test]
async fn a_link_sets_a_password_once_and_ends_all_sessions() {
    on_both(|db| async move {
        let world = World::new(db);
        let id = world.account("amy", &[]).await;
        let before = world.sign_in("amy").await;
        let link = |world: &World| {
            let identity = world.identity.clone();
            async move { identity.issue_link(&World::init(), id, LinkPurpose::SetPassword).await.unwrap() }
        };
        let (first, second) = (link(&world).await, link(&world).await);
        let set = |token: &identity::Token, password: &str| {
            let (identity, token, password) = (world.identity.clone(), token.clone(), Password::new(password));
            async move { identity.set_password_by_link(token.reveal(), password).await }
        };
        assert!(matches!(set(&first, "a new password").await, Err(LinkError::Gone)), "the newer took its place");
        assert_eq!(world.identity.link_login(second.reveal()).await.unwrap(), "amy");
        assert!(matches!(set(&second, "short").await, Err(LinkError::Password(_))));
        set(&second, "a new password").await.unwrap();
        assert!(matches!(set(&second, "another password").await, Err(LinkError::Gone)));
        assert!(world.who(&before).await.is_none());
        assert!(world.try_from("amy", PASSWORD, None, "192.0.2.1").await.is_err());
        assert!(world.try_from("amy", "a new password", None, "192.0.2.1").await.is_ok());
        let third = link(&world).await;
        world.wait(3 * 24 * 3_600);
        assert!(matches!(set(&third, "too late for this").await, Err(LinkError::Gone)));
    })
    .await;
}

#[tokio::test]
async fn roles_begin_and_end_and_nobody_gives_herself_one() {
    on_both(|db| async move {
        let world = World::new(db);
        let admin = world.account("root", &[(Role::Admin, "county")]).await;
        let lead = world.account("lead", &[(Role::Lead, "unit:lamps")]).await;
        let hand = world.account("hand", &[(Role::Handler, "unit:lamps")]).await;
        let far = world.account("far", &[(Role::Handler, "unit:roads")]).await;
        let of = |id| {
            let identity = world.identity.clone();
            async move { identity.principal_of(id).await.unwrap().unwrap() }
        };
        let by_admin = of(admin).await.granted::<ManageAccounts>(None).unwrap();
        let by_lead = of(lead).await.granted::<ManageAccounts>(None).unwrap();
        let held = |role, place: &str| Held { role, place: place.parse::<Place>().unwrap() };
        let give = |grant: &Granted<ManageAccounts>, to, what| {
            let (identity, grant) = (world.identity.clone(), grant.clone());
            async move { identity.give_role(&grant, to, what).await }
        };
        assert!(matches!(give(&by_admin, admin, held(Role::Dispatcher, "county")).await, Err(AccountError::OwnRoles)));
        assert!(matches!(give(&by_lead, hand, held(Role::Dispatcher, "county")).await, Err(AccountError::NotYoursToGive)));
        assert!(matches!(give(&by_lead, far, held(Role::Handler, "unit:lamps")).await, Err(AccountError::NoSuchAccount)));
        give(&by_lead, hand, held(Role::Lead, "unit:lamps")).await.unwrap();

        let signed_in = world.sign_in("hand").await;
        assert!(world.who(&signed_in).await.unwrap().is(Role::Lead));
        world.identity.end_role(&by_admin, hand, held(Role::Lead, "unit:lamps")).await.unwrap();
        assert!(!world.who(&signed_in).await.unwrap().is(Role::Lead), "ended counts at once");
        let again = world.identity.end_role(&by_admin, hand, held(Role::Lead, "unit:lamps")).await;
        assert!(matches!(again, Err(AccountError::NotHeld)));

        let view = of(lead).await.granted::<ViewAccounts>(None).unwrap();
        let seen = world.identity.accounts(&view).await.unwrap();
        assert_eq!(seen.iter().map(|account| account.login.as_str()).collect::<Vec<_>>(), ["hand", "lead"]);
        assert!(of(hand).await.granted::<ViewAccounts>(None).is_err());

        assert!(matches!(give(&by_admin, hand, held(Role::Lead, "unit:lamps")).await, Err(AccountError::NeedsTwo)));

        let (identity, by) = (world.identity.clone(), by_admin.clone());
        let now = world.clock.now();
        let closed = world.db.write(move |tx| {
            let (identity, by) = (identity.clone(), by.clone());
            async move { identity.close_account_in(&tx, &by, hand, now).await }
        });
        closed.await.unwrap();
        world.identity.changed();
        assert!(world.who(&signed_in).await.is_none());
        assert!(world.try_from("hand", PASSWORD, None, "192.0.2.1").await.is_err());
        assert_eq!(
            world.events(hand).await,
            ["account_created", "role_given", "role_given", "role_ended", "account_closed"].map(|kind| format!("identity.{kind}"))
        );
    })
    .await;
}

#[tokio::test]
async fn a_session_is_written_to_once_a_minute_at_most() {
    on_both(|db| async move {
        let world = World::new(db.clone());
        world.account("amy", &[]).await;
        let signed_in = world.sign_in("amy").await;
        let commits = db.commits();
        let before = *commits.borrow();
        for _ in 0..11 {
            world.wait(5);
            assert!(world.who(&signed_in).await.is_some());
        }
        assert_eq!(*commits.borrow(), before, "55 seconds without a write");
        world.wait(5);
        assert!(world.who(&signed_in).await.is_some());
        assert_eq!(*commits.borrow(), before + 1);
    })
    .await;
}

#[tokio::test]
async fn an_office_signs_in_at_once_and_guesses_at_once_are_counted_one_by_one() {
    on_both(|db| async move {
        let world = World::new(db);
        let office: Vec<String> = (0..12).map(|n| format!("clerk{n}")).collect();
        for login in &office {
            world.account(login, &[]).await;
        }
        let all = office.iter().map(|login| world.try_from(login, PASSWORD, None, "192.0.2.1"));
        for ended in futures::future::join_all(all).await {
            ended.unwrap();
        }
        let guesses = (0..20).map(|_| world.try_from("clerk0", "a wrong password", None, "192.0.2.1"));
        let ended = futures::future::join_all(guesses).await;
        let looked_at = ended.iter().filter(|ended| matches!(ended, Err(SignInError::Wrong))).count();
        let slowed = ended.iter().filter(|ended| matches!(ended, Err(SignInError::SlowDown { .. }))).count();
        assert_eq!((looked_at, slowed), (9, 11), "eight are free, the ninth makes the next one wait");
    })
    .await;
}
