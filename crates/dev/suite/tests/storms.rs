//! Many at once, and callers who go away.

use std::time::Duration;

use axum::body::Body;
use axum::extract::{ConnectInfo, Request};
use serde_json::json;
use suite::{World, both_databases};
use tower::ServiceExt as _;

both_databases! {
    async fn sixty_four_writers_at_once_lose_nothing(world: World) {
        let filings = (0..64).map(|n| {
            let world = &world;
            async move { world.file(&format!("第{n}位居民的事")).await }
        });
        let filed = futures::future::join_all(filings).await;
        let numbers: std::collections::HashSet<_> = filed.iter().map(|case| case.number.clone()).collect();
        assert_eq!(numbers.len(), 64);
        let sequencing = async {
            for _ in 0..5 {
                world.sequence().await;
            }
        };
        let steps = filed.iter().map(|case| {
            let world = &world;
            async move {
                let body = json!({ "text": "补充一句" });
                world.as_resident(case, "supplement", &body).await.expect(200);
            }
        });
        futures::future::join(sequencing, futures::future::join_all(steps)).await;
        world.sequence().await;
        assert_eq!(world.scalar("SELECT COUNT(DISTINCT stream) FROM journal_event WHERE kind = 'case.supplemented'").await, 64);
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }

    async fn writers_of_one_case_are_put_in_order_not_lost(world: World) {
        let case = world.file("大家都来说一件事").await;
        let body = json!({ "text": "我也说一句" });
        let replies = futures::future::join_all((0..32).map(|_| world.as_resident(&case, "supplement", &body))).await;
        let taken = i64::try_from(replies.iter().filter(|reply| reply.status == 200).count()).unwrap();
        assert_eq!(world.scalar("SELECT COUNT(*) FROM journal_event WHERE kind = 'case.supplemented'").await, taken, "what was answered with 200 stands");
        assert!(taken >= 16, "only {taken} of 32 were taken");
        for reply in replies {
            assert!(matches!(reply.status.as_u16(), 200 | 409 | 503), "{}", reply.text);
        }
        world.sequence().await;
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }

    async fn a_thousand_requests_dropped_at_random_moments_leave_only_whole_cases(world: World) {
        let seed = std::process::id();
        println!("seed {seed}");
        let mut state = u64::from(seed) | 1;
        let mut random = move |below: u64| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state % below
        };
        for round in 0..20 {
            let drops = (0..50).map(|n| {
                let body = json!({ "text": format!("第{round}轮第{n}件"), "place": { "words": "槐荫里" } }).to_string();
                let mut request = Request::post("/api/v1/public/cases").header("x-channel-token", &world.channel).body(Body::from(body)).unwrap();
                request.extensions_mut().insert(ConnectInfo(std::net::SocketAddr::from(([127, 0, 0, 1], 40_000))));
                let (router, wait) = (world.router(), Duration::from_micros(random(4_000)));
                async move {
                    // The future is dropped wherever it stands.
                    let _ = tokio::time::timeout(wait, router.oneshot(request)).await;
                }
            });
            futures::future::join_all(drops.collect::<Vec<_>>()).await;
        }
        // Commands that were under way end by themselves; one more goes through the same writer after them.
        world.file("最后一件").await;
        tokio::time::sleep(Duration::from_millis(300)).await;
        world.sequence().await;
        let cases = world.scalar("SELECT COUNT(*) FROM case_record").await;
        assert_eq!(world.scalar("SELECT COUNT(*) FROM case_private").await, cases);
        assert_eq!(world.scalar("SELECT COUNT(DISTINCT stream) FROM journal_event WHERE stream LIKE 'case_%'").await, cases);
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }
}
