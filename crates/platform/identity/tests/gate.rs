//! From a request to a grant, over HTTP.
#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

mod support;

use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::response::Response;
use axum::routing::{get, post};
use axum::{Router, middleware};
use http::{Request, StatusCode, header};
use identity::http::gate;
use identity::{
    Channel, Credentials, FormToken, Granted, Held, Identity, Keys, NewAccount, Origin, Password, Place, Policy, Principal, Role, SafeForm,
    SessionKind, Settings,
};
use journal::Journal;
use kernel::{Face, FixedClock, Rng, SystemRng};
use serde::Deserialize;
use store::Db;
use store::sea_orm_migration::prelude::MigrationTrait;
use support::on_both;
use tower::ServiceExt as _;

fn migrations() -> Vec<Box<dyn MigrationTrait>> {
    let mut all = journal::migrations();
    all.extend(identity::migrations());
    all
}

mod p {
    identity::permissions! {
        /// File a matter.
        File = "test.file" { Anonymous => Public clear }
        /// Send a matter on.
        Dispatch = "test.dispatch" { Dispatcher => County clear }
    }
}

#[derive(Deserialize)]
struct Filed {
    text: String,
    times: u32,
}

fn app(identity: &Identity) -> Router {
    let dispatch = || get(|grant: Granted<p::Dispatch>| async move { grant.actor().to_string() });
    Router::new()
        .route("/", get(|| async { "no form here" }))
        .route("/report", get(|token: FormToken| async move { token.to_string() }))
        .route(
            "/report",
            post(|_: Granted<p::File>, SafeForm(filed): SafeForm<Filed>| async move { filed.text.repeat(filed.times as usize) }),
        )
        .route("/staff", dispatch())
        .route("/me", get(|who: Option<Principal>| async move { who.map_or("nobody".to_owned(), |who| who.login().to_owned()) }))
        .route("/api/v1/cases", dispatch())
        .route(
            "/api/v1/public/cases",
            post(|grant: Granted<p::File>, channel: Option<Channel>| async move {
                format!("{} {}", grant.actor(), channel.map_or("-".to_owned(), |channel| channel.0.login().to_owned()))
            }),
        )
        .layer(middleware::from_fn_with_state(identity.clone(), gate))
}

struct World {
    identity: Identity,
    cookie: String,
    bearer: String,
    channel: String,
}

impl World {
    async fn new(db: Db) -> Self {
        let rng: Arc<dyn Rng> = Arc::new(SystemRng::new().unwrap());
        let clock = Arc::new(FixedClock::at("2026-11-23T10:00:00+08:00".parse().unwrap()));
        let journal = Journal::new(journal::Keys { mac: [1; 32], wrap: [2; 32] }, rng.clone());
        let settings = Settings { secure_cookies: false, public_host: None, policy: Policy::lenient() };
        let identity = Identity::new(db, journal, clock, rng, Keys { web: [3; 32] }, settings);
        let init = Granted::system("init");
        let account = |login: &str, role, password: Option<&str>| NewAccount {
            login: login.to_owned(),
            name: "甲".to_owned(),
            name_en: None,
            password: password.map(Password::new),
            unit: None,
            roles: vec![Held { role, place: Place::County }],
        };
        identity.create_account(&init, account("disp", Role::Dispatcher, Some("long enough"))).await.unwrap();
        let machine = identity.create_account(&init, account("kiosk", Role::Kiosk, None)).await.unwrap();
        let sign_in = |kind| {
            let identity = identity.clone();
            let typed = Credentials { login: "disp".to_owned(), password: Password::new("long enough"), totp: None };
            async move { identity.sign_in(typed, &Origin::default(), kind).await.unwrap().token.reveal().to_owned() }
        };
        let (cookie, bearer) = (sign_in(SessionKind::Cookie).await, sign_in(SessionKind::Bearer).await);
        let channel = identity.issue_channel_token(&init, machine).await.unwrap().reveal().to_owned();
        Self { identity, cookie: format!("lx={cookie}"), bearer: format!("Bearer {bearer}"), channel }
    }

    async fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Response {
        let mut request = Request::builder().method(method).uri(path).header("host", "site.example");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        app(&self.identity).oneshot(request.body(Body::from(body.to_owned())).unwrap()).await.unwrap()
    }
}

async fn text(response: Response) -> String {
    String::from_utf8(to_bytes(response.into_body(), 10_000).await.unwrap().to_vec()).unwrap()
}

fn code(response: &Response) -> (StatusCode, &'static str) {
    (response.status(), response.extensions().get::<Face>().map_or("", |face| face.code))
}

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

#[tokio::test]
async fn each_door_takes_its_own_sort_of_session() {
    on_both(|db| async move {
        let world = World::new(db).await;
        let cookie = [("cookie", world.cookie.as_str())];
        let bearer = [("authorization", world.bearer.as_str())];
        assert_eq!(world.ask("GET", "/staff", &cookie, "").await.status(), StatusCode::OK);
        assert_eq!(world.ask("GET", "/api/v1/cases", &bearer, "").await.status(), StatusCode::OK);
        let refused = (StatusCode::UNAUTHORIZED, "auth.required");
        assert_eq!(code(&world.ask("GET", "/staff", &bearer, "").await), refused);
        assert_eq!(code(&world.ask("GET", "/api/v1/cases", &cookie, "").await), refused);
        assert_eq!(code(&world.ask("GET", "/staff", &[], "").await), refused);
        assert_eq!(code(&world.ask("GET", "/staff", &[("cookie", "lx=nonsense")], "").await), refused);
        assert_eq!(text(world.ask("GET", "/me", &cookie, "").await).await, "disp");
        assert_eq!(text(world.ask("GET", "/me", &[], "").await).await, "nobody");
        let channel = [("x-channel-token", world.channel.as_str())];
        assert_eq!(text(world.ask("POST", "/api/v1/public/cases", &channel, "").await).await, "resident kiosk");
        assert_eq!(text(world.ask("POST", "/api/v1/public/cases", &[], "").await).await, "resident -");
        let posing = [("authorization", &*format!("Bearer {}", world.channel))];
        assert_eq!(code(&world.ask("GET", "/api/v1/cases", &posing, "").await), refused, "a channel opens nothing");
    })
    .await;
}

#[tokio::test]
async fn a_role_without_the_permission_is_forbidden() {
    on_both(|db| async move {
        let world = World::new(db).await;
        let init = Granted::system("test");
        let account = world.identity.accounts(&Granted::system("test")).await.unwrap()[0].id;
        world.identity.end_role(&init, account, Held { role: Role::Dispatcher, place: Place::County }).await.unwrap();
        let answer = world.ask("GET", "/staff", &[("cookie", &world.cookie)], "").await;
        assert_eq!(code(&answer), (StatusCode::FORBIDDEN, "auth.forbidden"));
    })
    .await;
}

#[tokio::test]
async fn a_form_needs_the_token_of_its_page() {
    on_both(|db| async move {
        let world = World::new(db).await;
        assert!(!world.ask("GET", "/", &[], "").await.headers().contains_key(header::SET_COOKIE), "no form, no cookie");

        let page = world.ask("GET", "/report", &[], "").await;
        let set = page.headers()[header::SET_COOKIE].to_str().unwrap().to_owned();
        assert!(set.starts_with("lx-f=") && set.contains("; Path=/; HttpOnly; SameSite=Lax"), "{set}");
        let anonymous = set.split(';').next().unwrap().to_owned();
        let token = text(page).await;
        let body = format!("text=%E7%81%AF&times=2&csrf={token}");
        let send = |headers: Vec<(&'static str, String)>, body: String| {
            let world = &world;
            async move {
                let mut all: Vec<(&str, &str)> = headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
                all.push(FORM);
                world.ask("POST", "/report", &all, &body).await
            }
        };
        let ours = vec![("cookie", anonymous.clone()), ("sec-fetch-site", "same-origin".to_owned()), ("origin", "null".to_owned())];
        assert_eq!(text(send(ours, body.clone()).await).await, "灯灯");
        let old_browser = vec![("cookie", anonymous.clone())];
        assert_eq!(send(old_browser.clone(), body.clone()).await.status(), StatusCode::OK);

        let no_token = (StatusCode::FORBIDDEN, "auth.form_token");
        assert_eq!(code(&send(vec![], body.clone()).await), no_token, "no cookie");
        assert_eq!(code(&send(vec![("cookie", "lx-f=0123456789abcdefghijkl".to_owned())], body.clone()).await), no_token);
        assert_eq!(code(&send(old_browser.clone(), "text=a&times=1".to_owned()).await), no_token);
        assert_eq!(code(&send(old_browser.clone(), format!("{body}x")).await), no_token);
        assert_eq!(code(&send(old_browser, format!("times=no&csrf={token}")).await), (StatusCode::UNPROCESSABLE_ENTITY, "form.unreadable"));
        let elsewhere = vec![("cookie", anonymous.clone()), ("sec-fetch-site", "cross-site".to_owned())];
        assert_eq!(code(&send(elsewhere, body.clone()).await), (StatusCode::FORBIDDEN, "auth.cross_site"));
        let elsewhere = vec![("cookie", anonymous.clone()), ("origin", "https://evil.example".to_owned())];
        assert_eq!(code(&send(elsewhere, body.clone()).await), (StatusCode::FORBIDDEN, "auth.cross_site"));

        // Once signed in, the token belongs to the session.
        let both = format!("{}; {anonymous}", world.cookie);
        assert_eq!(code(&send(vec![("cookie", both.clone())], body).await), no_token);
        let page = world.ask("GET", "/report", &[("cookie", &both)], "").await;
        assert!(!page.headers().contains_key(header::SET_COOKIE));
        let body = format!("text=a&times=1&csrf={}", text(page).await);
        assert_eq!(send(vec![("cookie", both)], body).await.status(), StatusCode::OK);
    })
    .await;
}

#[tokio::test]
async fn a_route_outside_of_the_gate_refuses_everything() {
    let open = Router::new().route("/", get(|_: Granted<p::File>| async { "open" }));
    let response = open.oneshot(Request::get("/").body(Body::empty()).unwrap()).await.unwrap();
    assert_eq!(code(&response), (StatusCode::INTERNAL_SERVER_ERROR, "internal"));
}
