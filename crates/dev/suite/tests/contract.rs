//! Reviewed snapshots: the permission table, the routes of the API. A change of either is seen in review.

use identity::permissions as of_identity;
use suite::{Kind, World};

/// Compares with a file beside the tests; `LIANXIN_BLESS=1` writes it anew.
pub fn snapshot(name: &str, now: &str) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots").join(name);
    #[expect(clippy::disallowed_methods, reason = "how a reviewer accepts a change")]
    if std::env::var("LIANXIN_BLESS").is_ok() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, now).unwrap();
    }
    let then = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(then, now, "{} has changed: review, then run with LIANXIN_BLESS=1", path.display());
}

#[test]
fn who_may_do_what() {
    let entries = of_identity::ALL
        .iter()
        .chain(cases::permissions::ALL)
        .chain(settings::permissions::ALL)
        .chain(supervision::permissions::ALL)
        .copied();
    snapshot("permissions.txt", &identity::table(entries));
}

#[tokio::test]
async fn the_api_is_described() {
    let world = World::new(Kind::Sqlite).await;
    let document = world.get("/api/v1/openapi.json", &[]).await.expect(200);
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1"));
    let mut routes = Vec::new();
    for (path, methods) in document["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            let answers: Vec<&str> = operation["responses"].as_object().unwrap().keys().map(String::as_str).collect();
            routes.push(format!("{:<6} {path} → {}\n", method.to_uppercase(), answers.join(" ")));
        }
    }
    routes.sort();
    snapshot("api-routes.txt", &routes.concat());
    let page = world.get("/developers", &[]).await.page(200);
    assert!(page.contains("/api/v1/public/cases"));
}

#[tokio::test]
async fn every_page_and_answer_carries_the_security_headers() {
    let world = World::new(Kind::Sqlite).await;
    for path in ["/", "/api/v1/kinds", "/nowhere", "/staff"] {
        let reply = world.get(path, &[]).await;
        assert!(reply.header("content-security-policy").is_some_and(|policy| policy.contains("default-src 'self'")), "{path}");
        assert_eq!(reply.header("x-content-type-options"), Some("nosniff"), "{path}");
        assert!(reply.header("x-request-id").is_some(), "{path}");
    }
    let staff = world.get("/staff", &[]).await;
    assert_eq!((staff.status.as_u16(), staff.header("location")), (303, Some("/signin?next=/staff")));
}
