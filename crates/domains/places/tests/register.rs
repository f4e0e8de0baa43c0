//! The register in the database and over HTTP, on both databases.
#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

mod support;

use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use places::{ApiDoc, CountyFile, ImportError, LoadError, Places, api_router, import};
use serde_json::{Value, json};
use store::sea_orm::ConnectionTrait;
use store::{Db, StoreError};
use support::on_both;
use tower::ServiceExt;
use utoipa::OpenApi;

fn file() -> CountyFile {
    include_str!("../../../../demo/county.toml").parse().unwrap()
}

fn clock() -> std::sync::Arc<kernel::FixedClock> {
    std::sync::Arc::new(kernel::FixedClock::at("2026-11-23T10:42:00+08:00".parse().unwrap()))
}

/// The demo county, imported.
async fn demo(db: &Db) -> Places {
    db.write(|tx| async move { import(&tx, &file()).await }).await.unwrap();
    Places::open(db.clone(), clock(), Vec::new()).await.unwrap()
}

async fn execute(db: &Db, sql: &'static str) {
    db.write(move |tx| async move { tx.execute_unprepared(sql).await.map_err(StoreError::from) }).await.unwrap();
}

#[tokio::test]
async fn what_was_imported_is_what_is_loaded() {
    on_both(|db| async move {
        let places = demo(&db).await;
        let (file, register) = (file(), places.register());
        assert_eq!(*register.county(), file.county);
        assert_eq!(register.areas().get(1..).unwrap(), file.areas, "the county stands before the areas of the file");
        assert_eq!(register.points(), file.points);
        assert_eq!(register.places(), file.places);
        assert_eq!(register.units(), file.units);
    })
    .await;
}

#[tokio::test]
async fn dates_of_validity_and_successors_are_kept() {
    on_both(|db| async move {
        let mut file = file();
        let unit = file.units.first_mut().unwrap();
        unit.validity.until = Some("2027-01-01".parse().unwrap());
        unit.validity.successor = Some("civil_affairs".parse().unwrap());
        let area = file.areas.last_mut().unwrap();
        area.validity.from = Some("2025-07-01".parse().unwrap());
        let expected = (file.units.clone(), file.areas.clone());
        db.write(move |tx| {
            let file = file.clone();
            async move { import(&tx, &file).await }
        })
        .await
        .unwrap();
        let register = Places::open(db, clock(), Vec::new()).await.unwrap().register();
        assert_eq!((register.units(), register.areas().get(1..).unwrap()), (expected.0.as_slice(), expected.1.as_slice()));
    })
    .await;
}

#[tokio::test]
async fn a_second_county_is_refused_and_nothing_changes() {
    on_both(|db| async move {
        let places = demo(&db).await;
        let again = db.write(|tx| async move { import(&tx, &file()).await }).await;
        assert!(matches!(again, Err(ImportError::AlreadyThere(code)) if code.as_str() == "qinghe"));
        places.reload().await.unwrap();
        assert_eq!(places.register().areas().len(), 30);
    })
    .await;
}

#[tokio::test]
async fn without_a_county_there_is_no_register() {
    on_both(|db| async move {
        assert!(matches!(Places::open(db, clock(), Vec::new()).await, Err(LoadError::NoCounty)));
    })
    .await;
}

#[tokio::test]
async fn a_reload_reaches_every_clone_and_spares_what_was_taken() {
    on_both(|db| async move {
        let places = demo(&db).await;
        let (clone, taken) = (places.clone(), places.register());
        execute(&db, "DELETE FROM place_unit WHERE code = 'health'").await;
        places.reload().await.unwrap();
        let health = "health".parse().unwrap();
        assert!(clone.register().unit(&health).is_none() && taken.unit(&health).is_some());
    })
    .await;
}

#[tokio::test]
async fn a_row_that_we_never_write_is_named_and_the_old_register_stays() {
    on_both(|db| async move {
        let places = demo(&db).await;
        execute(&db, "UPDATE place_area SET level = 'grid' WHERE code = 'huaiyin'").await;
        let error = places.reload().await.unwrap_err();
        assert!(matches!(error, LoadError::Store(StoreError::Corrupt { table: "place_area", column: "level", row }) if row == "huaiyin"));
        assert_eq!(places.register().areas().len(), 30);
    })
    .await;
}

async fn get_json(places: &Places, path: &str, language: &str) -> Value {
    let request = Request::get(path).header("Accept-Language", language).body(Body::empty()).unwrap();
    let response = api_router::<Places>().with_state(places.clone()).oneshot(request).await.unwrap();
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(response.headers()["vary"], "Accept-Language");
    serde_json::from_slice(&to_bytes(response.into_body(), 1 << 20).await.unwrap()).unwrap()
}

#[tokio::test]
async fn areas_and_units_come_in_the_callers_language() {
    on_both(|db| async move {
        let places = demo(&db).await;
        let areas = get_json(&places, "/areas", "en-GB, zh;q=0.5").await;
        assert_eq!(areas.as_array().unwrap().len(), 30);
        assert_eq!((&areas[0]["level"], &areas[0]["parent"]), (&json!("county"), &Value::Null), "the county comes first");
        assert_eq!(areas[2]["name"], "Beiguan Community");
        let areas = get_json(&places, "/areas", "").await;
        assert_eq!(areas[2], json!({"code": "beiguan", "name": "北关社区", "level": "community", "parent": "beiguan_subdistrict"}));
        let units = get_json(&places, "/units", "zh").await;
        assert_eq!(units.as_array().unwrap().len(), 12);
        assert_eq!(units[0], json!({"code": "organisation", "name": "县委组织部", "kind": "department", "phone": "0000-1234501"}));
    })
    .await;
}

#[test]
fn the_routes_are_documented() {
    let paths = ApiDoc::openapi().paths.paths;
    assert_eq!(paths.keys().map(String::as_str).collect::<Vec<_>>(), ["/areas", "/units"]);
}
