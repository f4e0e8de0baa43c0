//! Supervision through HTTP under the injected clock: who is reminded when, what becomes an order, how an order ends, and
//! that nothing of it is lost or done twice when the program is killed.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use kernel::{Clock, SeededRng, Timestamp};
use lianxin::{App, Choices};
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};
use suite::{DISPATCHER, Filed, HANDLER, Visitor, World, both_databases, hidden};
use web::SourceLimits;

use crate::cast::{COLLEAGUE, Dice, LEAD, ORGANISER, SECOND_DISPATCHER, SUPERVISOR, THIRD};

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// Does what falls due up to `until`, each at its own instant, and leaves the clock there.
async fn pass(world: &World, until: &str) {
    let (until, runner) = (at(until), world.app.runner());
    loop {
        let handlers = runner.handlers().clone();
        let next = world.app.db.read(move |tx| async move { jobs::next_due(&tx, &handlers).await }).await.unwrap();
        let Some(next) = next.filter(|next| *next <= until) else { break };
        world.clock.set(next.max(world.clock.now()));
        if runner.run_due().await.unwrap() == 0 {
            break;
        }
    }
    world.clock.set(until);
}

async fn column(world: &World, sql: &str) -> Vec<String> {
    let db = world.app.db.admin();
    let rows = db.query_all_raw(sea_orm::Statement::from_string(db.get_database_backend(), sql)).await.unwrap();
    rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
}

/// What the journal says of reminders, oldest first.
async fn reminded(world: &World) -> Vec<Value> {
    let told = column(world, "SELECT public FROM journal_event WHERE kind = 'supervision.reminded' ORDER BY seq").await;
    told.iter().map(|public| serde_json::from_str(public).unwrap()).collect()
}

/// A matter that a handler of the housing department works on: only its final clock runs, to Monday 30 November 17:30.
async fn in_hand(world: &World) -> Filed {
    let case = world.file("三号楼楼道灯坏了").await;
    let dispatch = json!({ "kind": "property_service", "unit": "housing", "case_type": "help", "complexity": "general" });
    world.step(DISPATCHER, &case, "dispatch", &dispatch).await.expect(200);
    world.step(HANDLER, &case, "accept", &json!({})).await.expect(200);
    world.step(HANDLER, &case, "log-contact", &json!({ "how": "call", "seconds": 60 })).await.expect(200);
    case
}

async fn inbox(world: &World, account: &str) -> String {
    Visitor::staff(world, account).await.get("/staff/inbox").await.page(200)
}

async fn case_page(world: &World, account: &str, case: &Filed) -> u16 {
    Visitor::staff(world, account).await.get(&format!("/staff/cases/{}", case.number)).await.status.as_u16()
}

async fn case_text(world: &World, account: &str, case: &Filed) -> String {
    Visitor::staff(world, account).await.get(&format!("/staff/cases/{}", case.number)).await.page(200)
}

/// One step of an order, having seen its newest version, whatever its page offers; the token is that of the reminders' page.
async fn order_step(world: &World, visitor: &Visitor<'_>, step: &str, text: &str) -> u16 {
    let page = visitor.get("/staff/inbox").await;
    let version = world.scalar("SELECT version FROM supervision_order WHERE number = 1").await.to_string();
    let csrf = hidden(&page.text, "csrf").unwrap_or_default();
    let form = [("csrf", csrf), ("version", version), ("text", text.to_owned())];
    visitor.send(&format!("/staff/orders/1/{step}"), &form).await.status.as_u16()
}

/// The row of the only case once more, under another id and number.
fn copied_case(n: u32) -> String {
    let columns = "version, code_generation, received_at, channel, reachable, confidential, held, sealed, parameters, case_type, complexity, \
                   urgent, state, unit, handler, until, waits_supervisor, waits_organiser, clocks, dispatches, outcome, answered_at, \
                   reopenings, course, erased, updated_at, final_late, final_ran, final_stopped";
    format!("INSERT INTO case_record (id, number, {columns}) SELECT 'copy-{n}', 'copy-{n}', {columns} FROM case_record WHERE id < 'copy'")
}

async fn order_state(world: &World) -> String {
    column(world, "SELECT state FROM supervision_order WHERE number = 1").await.join(",")
}

both_databases! {
    async fn the_tiers_climb_from_the_handler_to_the_county(world: World) {
        let case = in_hand(&world).await;
        pass(&world, "2026-11-30T08:29:00+08:00").await;
        assert_eq!(world.scalar("SELECT COUNT(*) FROM notify_item").await, 0);
        pass(&world, "2026-11-30T08:30:00+08:00").await;
        let page = inbox(&world, HANDLER).await;
        assert!(page.contains("快到期，今天 17:30 前要办完") && page.contains("1 条没看的提醒"), "{page}");
        assert!(page.contains("<span class=\"dot\">1</span>"), "the rail counts it: {page}");
        pass(&world, "2026-11-30T17:30:00+08:00").await;
        assert!(inbox(&world, HANDLER).await.contains("催办：事项"));
        assert!(!inbox(&world, LEAD).await.contains("href=\"/staff/cases/"), "tier 1 is the handler's");
        assert_eq!(case_page(&world, SUPERVISOR, &case).await, 404, "below tier 2 the supervisor does not read it");
        pass(&world, "2026-12-02T17:30:00+08:00").await;
        for account in [LEAD, SUPERVISOR] {
            let page = inbox(&world, account).await;
            assert!(page.contains("二级督办") && page.contains("督办单第 1 号已发出"), "{account}: {page}");
            assert_eq!(case_page(&world, account, &case).await, 200);
        }
        assert_eq!(case_page(&world, ORGANISER, &case).await, 404);
        let board = Visitor::staff(&world, SUPERVISOR).await.get("/staff/supervision").await.page(200);
        assert!(board.contains("1 件已超期") && board.contains("二级 · 督办单") && board.contains("督办单第 1 号"), "{board}");
        let english = Visitor::staff(&world, SUPERVISOR).await.get("/staff/supervision?lang=en").await.page(200);
        assert!(english.contains("1 matter is overdue") && english.contains("Order no. 1"), "{english}");
        pass(&world, "2026-12-07T17:30:00+08:00").await;
        assert!(inbox(&world, ORGANISER).await.contains("三级督办"));
        assert_eq!(case_page(&world, ORGANISER, &case).await, 200);
        let levels: Vec<Value> = reminded(&world).await.into_iter().map(|told| told["level"].clone()).collect();
        assert_eq!(levels, ["yellow", "red", "tier2", "tier3"]);
        assert_eq!(world.doctor().await, Vec::<String>::new());
        // Answered, the matter owes nothing: nobody is reminded any more.
        world.step(HANDLER, &case, "start", &json!({})).await.expect(200);
        world.step(HANDLER, &case, "answer", &json!({ "result": "solved", "text": "已经修好。" })).await.expect(200);
        pass(&world, "2026-12-08T09:00:00+08:00").await;
        assert_eq!(world.scalar("SELECT COUNT(*) FROM supervision_matter WHERE level <> 'none'").await, 0);
        let board = Visitor::staff(&world, ORGANISER).await.get("/staff/supervision").await.page(200);
        assert!(board.contains("现在没有超期的事项"), "{board}");
        assert_eq!(world.doctor().await, Vec::<String>::new());
        world.sql("UPDATE supervision_matter SET level = 'tier3'").await;
        assert!(world.doctor().await.iter().any(|finding| finding.starts_with("supervision_matter")));
    }

    async fn the_desk_sums_how_units_answered_and_what_was_sent_back(world: World) {
        // A return that is not agreed to; a question of one working day that took one of the four until the answer.
        let case = world.file("三号楼楼道灯坏了").await;
        let dispatch = json!({ "kind": "property_service", "unit": "housing", "case_type": "help", "complexity": "general" });
        world.step(DISPATCHER, &case, "dispatch", &dispatch).await.expect(200);
        world.step(LEAD, &case, "return", &json!({ "reason": "wrong_unit", "text": "不归我们" })).await.expect(200);
        world.step(DISPATCHER, &case, "dispatch", &dispatch).await.expect(200);
        world.step(HANDLER, &case, "accept", &json!({})).await.expect(200);
        world.step(HANDLER, &case, "start", &json!({})).await.expect(200);
        let received = world.clock.now();
        world.step(HANDLER, &case, "ask", &json!({ "text": "请问是几单元？" })).await.expect(200);
        world.clock.set(received + Duration::from_hours(24));
        world.as_resident(&case, "supplement", &json!({ "text": "二单元" })).await.expect(200);
        world.clock.set(received + Duration::from_hours(96));
        world.step(HANDLER, &case, "answer", &json!({ "result": "solved", "text": "已经修好。" })).await.expect(200);
        let line = |page: &str| {
            let from = page.find("住房").map(|at| &page[at..]).unwrap();
            from.split("</tr>").next().unwrap().to_owned()
        };
        let board = Visitor::staff(&world, SUPERVISOR).await.get("/staff/supervision").await.page(200);
        let few = line(&board);
        assert!(few.contains("样本少") && few.contains("25%") && few.contains('⚑'), "{few}");
        assert!(few.contains("退单被驳</span> 1</td>"), "{few}");
        // As many more, of which one was late. No command answers forty matters; the sums are what is looked at here.
        world.sql("UPDATE case_record SET sent_back_unit = NULL, sent_back_at = NULL").await;
        for n in 0..39 {
            world.sql(&copied_case(n)).await;
        }
        world.sql("UPDATE case_record SET final_late = TRUE WHERE id = 'copy-7'").await;
        let board = Visitor::staff(&world, SUPERVISOR).await.get("/staff/supervision").await.page(200);
        let many = line(&board);
        assert!(many.contains("97.5%") && many.contains("25%") && many.contains("退单被驳</span> –</td>"), "{many}");
        // What was answered more than ninety days ago is over.
        world.clock.set(received + Duration::from_hours(95 * 24));
        let board = Visitor::staff(&world, SUPERVISOR).await.get("/staff/supervision").await.page(200);
        assert!(!board.contains("97.5%"), "{board}");
    }

    async fn a_question_to_the_resident_stops_the_milestones(world: World) {
        let case = in_hand(&world).await;
        world.step(HANDLER, &case, "start", &json!({})).await.expect(200);
        world.step(HANDLER, &case, "ask", &json!({ "text": "请问是几单元？" })).await.expect(200);
        pass(&world, "2026-11-30T17:30:00+08:00").await;
        assert_eq!(world.scalar("SELECT COUNT(*) FROM notify_item").await, 0, "the clock stood still");
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }

    async fn whoever_is_away_is_stood_in_for_and_nothing_ends_in_silence(world: World) {
        world.person(COLLEAGUE, "马工", identity::Role::Handler, "unit:housing").await;
        world.person(THIRD, "顾工", identity::Role::Handler, "unit:housing").await;
        in_hand(&world).await;
        let away = async |account: &str, from: &str, until: &str, deputy: &str| {
            let visitor = Visitor::staff(&world, account).await;
            let fields = [("from", from), ("until", until), ("deputy", deputy)];
            visitor.post("/staff/inbox", "/staff/absence", &fields).await
        };
        assert!(away(HANDLER, "", "2026-11-30", "").await.page(422).contains("还没写第一天"));
        assert!(away(HANDLER, "2026-11-30", "2026-11-29", "").await.page(422).contains("最后一天太早"));
        assert!(away(HANDLER, "2026-11-30", "2026-11-30", "he.admin").await.page(422).contains("这位同事不能代办"));
        away(HANDLER, "2026-11-30", "2026-11-30", COLLEAGUE).await.page(303);
        assert!(away(HANDLER, "2026-11-28", "2026-12-04", "").await.page(422).contains("重叠"));
        pass(&world, "2026-11-30T08:30:00+08:00").await;
        assert!(!inbox(&world, HANDLER).await.contains("快到期，"));
        assert!(inbox(&world, COLLEAGUE).await.contains("快到期，"));
        assert!(inbox(&world, LEAD).await.contains("快到期，"), "only the lead can pass the case on");
        // Lead and supervisor are away without a deputy: the county's organiser hears of tier 2.
        for account in [LEAD, SUPERVISOR] {
            away(account, "2026-12-01", "2026-12-03", "").await.page(303);
        }
        pass(&world, "2026-12-02T17:30:00+08:00").await;
        assert!(inbox(&world, ORGANISER).await.contains("二级督办"));
        let told = reminded(&world).await;
        let last = told.last().unwrap();
        assert_eq!(last["level"], "tier2");
        assert_eq!(last["told"][0]["rung"], "organiser");
        assert_eq!(last["told"][0]["passed"], json!([["lead", "away"], ["supervisor", "away"]]), "the reason stands in the journal");
        // Who comes back earlier says so.
        let of = async |login: &str| {
            let account = format!("(SELECT id FROM identity_account WHERE login = '{login}')");
            column(&world, &format!("SELECT id FROM supervision_absence WHERE account = {account}")).await.remove(0)
        };
        let id = of(LEAD).await;
        let lead = Visitor::staff(&world, LEAD).await;
        lead.post("/staff/inbox", &format!("/staff/absence/{id}/end"), &[]).await.page(303);
        assert!(lead.get("/staff/inbox").await.page(200).contains("我不在岗的日子"));
        let stranger = Visitor::staff(&world, HANDLER).await;
        let other = of(SUPERVISOR).await;
        assert_eq!(stranger.post("/staff/inbox", &format!("/staff/absence/{other}/end"), &[]).await.status.as_u16(), 404);
        assert_eq!(world.doctor().await, Vec::<String>::new());
        world.sql("UPDATE supervision_absence SET deputy = NULL WHERE deputy IS NOT NULL").await;
        assert!(world.doctor().await.iter().any(|finding| finding.starts_with("supervision_absence")));
    }

    async fn what_no_unit_has_yet_reminds_the_desk(world: World) {
        let case = world.file("路上有个大坑").await;
        pass(&world, "2026-11-24T17:30:00+08:00").await;
        assert!(inbox(&world, DISPATCHER).await.contains(&format!("/staff/cases/{}", case.number)));
        pass(&world, "2026-11-27T09:00:00+08:00").await;
        assert_eq!(world.scalar("SELECT COUNT(*) FROM supervision_order").await, 0, "there is nobody to order");
        let told = reminded(&world).await;
        assert!(told.iter().any(|told| told["level"] == "tier2" && told["told"][0]["passed"] == json!([["lead", "nobody"]])), "{told:?}");
        let issued = Visitor::staff(&world, SUPERVISOR).await;
        issued.get(&format!("/staff/supervision/issue?case={}", case.number)).await.page(409);
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }

    async fn an_order_ends_in_a_result(world: World) {
        let case = in_hand(&world).await;
        let supervisor = Visitor::staff(&world, SUPERVISOR).await;
        let form = format!("/staff/supervision/issue?case={}", case.number);
        let page = supervisor.get(&form).await.page(200);
        assert!(page.contains("明天 17:30") && page.contains("11月25日 周三 17:30"), "filled in already: {page}");
        assert!(page.contains("说明办到了哪一步"), "it is not late: {page}");
        let empty = [("case", case.number.as_str()), ("demand", " ")];
        assert!(supervisor.post(&form, "/staff/supervision/issue", &empty).await.page(422).contains("还没写要求"));
        let asked = [("case", case.number.as_str()), ("demand", "三天内修好并说明原因")];
        let sent = supervisor.post(&form, "/staff/supervision/issue", &asked).await;
        assert_eq!(sent.header("location"), Some("/staff/orders/1?done=issued"));
        let again = supervisor.post(&form, "/staff/supervision/issue", &asked).await;
        assert_eq!(again.header("location"), Some("/staff/orders/1?done=open"), "one at a time");
        let (lead, organiser) = (Visitor::staff(&world, LEAD).await, Visitor::staff(&world, ORGANISER).await);
        let by = |account: &str| match account {
            LEAD => &lead,
            ORGANISER => &organiser,
            _ => &supervisor,
        };
        let page = lead.get("/staff/orders/1").await.page(200);
        assert!(page.contains("三天内修好并说明原因") && page.contains("签收"), "{page}");
        assert_eq!(Visitor::staff(&world, HANDLER).await.get("/staff/orders/1").await.status.as_u16(), 403);
        world.person("ai.agriculture", "艾", identity::Role::Lead, "unit:agriculture").await;
        assert_eq!(Visitor::staff(&world, "ai.agriculture").await.get("/staff/orders/1").await.status.as_u16(), 404);
        // Nobody takes another's step, and none comes before its time.
        let refused = [
            (SUPERVISOR, "acknowledge", 403),
            (ORGANISER, "verify", 403),
            (LEAD, "lift", 403),
            (LEAD, "upgrade", 403),
            (LEAD, "plan", 409),
            (SUPERVISOR, "verify", 409),
            (SUPERVISOR, "lift", 409),
            (SUPERVISOR, "nonsense", 404),
        ];
        for (account, step, status) in refused {
            assert_eq!(order_step(&world, by(account), step, "字").await, status, "{account} {step}");
        }
        let steps = [
            (LEAD, "acknowledge", "", "acknowledged"),
            (LEAD, "plan", "周五前换灯", "planned"),
            (LEAD, "rectify", "灯已换好", "rectified"),
            (SUPERVISOR, "doubt", "反映人说还有一层没亮", "planned"),
            (LEAD, "rectify", "全部换好", "rectified"),
            (SUPERVISOR, "verify", "反映人说都亮了", "verified"),
            (SUPERVISOR, "lift", "", "lifted"),
        ];
        for (account, step, text, state) in steps {
            if step != "acknowledge" && step != "lift" {
                assert_eq!(order_step(&world, by(account), step, "").await, 422, "{step} is nothing without words");
            }
            assert_eq!(order_step(&world, by(account), step, text).await, 303, "{step}");
            assert_eq!(order_state(&world).await, state);
            assert_eq!(world.doctor().await, Vec::<String>::new(), "after {step}");
        }
        for (account, step) in [(LEAD, "acknowledge"), (ORGANISER, "upgrade"), (SUPERVISOR, "lift")] {
            assert_eq!(order_step(&world, by(account), step, "字").await, 409, "it is over");
        }
        assert_eq!(case_page(&world, SUPERVISOR, &case).await, 404, "the order is over, and nothing else shows the case");
        let link = format!("href=\"/staff/cases/{}\"", case.number);
        assert!(!supervisor.get("/staff/orders/1").await.page(200).contains(&link), "no link that leads nowhere");
        assert!(lead.get("/staff/orders/1").await.page(200).contains(&link));
        let kinds = column(&world, "SELECT kind FROM notify_item ORDER BY created_at, id").await;
        assert!(kinds.contains(&"supervision.doubted".to_owned()) && kinds.contains(&"supervision.lifted".to_owned()), "{kinds:?}");
        // The words are the resident's matter's, and go with it.
        let grant = identity::Granted::<cases::permissions::EraseCase>::system("test");
        world.app.cases.erase(&grant, &case.number.parse().unwrap()).await.unwrap();
        let page = supervisor.get("/staff/orders/1").await.page(200);
        assert!(!page.contains("三天内修好"), "{page}");
        world.sql("UPDATE supervision_order SET late = NOT late").await;
        assert!(world.doctor().await.iter().any(|finding| finding.starts_with("supervision_order")));
    }

    async fn a_stage_that_runs_out_is_told_upwards_and_the_organiser_takes_it_over(world: World) {
        let case = in_hand(&world).await;
        let supervisor = Visitor::staff(&world, SUPERVISOR).await;
        let form = format!("/staff/supervision/issue?case={}", case.number);
        let asked = [("case", case.number.as_str()), ("demand", "说明原因")];
        supervisor.post(&form, "/staff/supervision/issue", &asked).await.page(303);
        pass(&world, "2026-11-24T17:30:00+08:00").await;
        for account in [LEAD, SUPERVISOR, ORGANISER] {
            assert!(inbox(&world, account).await.contains("督办单第 1 号这一步过了时限"), "{account}");
        }
        assert!(Visitor::staff(&world, LEAD).await.get("/staff/orders").await.page(200).contains("已过时限"));
        assert_eq!(world.doctor().await, Vec::<String>::new());
        assert_eq!(order_step(&world, &Visitor::staff(&world, ORGANISER).await, "upgrade", "拖延不办").await, 303);
        assert_eq!(order_state(&world).await, "upgraded");
        assert_eq!(case_page(&world, ORGANISER, &case).await, 200, "whoever takes it over reads it");
        assert!(inbox(&world, LEAD).await.contains("已升级"));
        pass(&world, "2026-11-25T17:30:00+08:00").await;
        assert_eq!(world.scalar("SELECT COUNT(*) FROM journal_event WHERE kind = 'supervision.ran_out'").await, 1);
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }

    async fn rules_issue_orders_once_for_each_occasion(world: World) {
        let case = world.answered("楼道灯坏了").await;
        let bad = json!({ "contacted": true, "solved": false, "satisfaction": 2 });
        for round in 1..=2 {
            world.as_resident(&case, "rating", &bad).await.expect(200);
            world.app.runner().run_due().await.unwrap();
            let orders = column(&world, "SELECT cause FROM supervision_order").await;
            assert_eq!(orders.len(), usize::from(round == 2), "after {round} ratings: {orders:?}");
            if round == 1 {
                world.step(DISPATCHER, &case, "resume", &json!({ "handler": HANDLER })).await.expect(200);
                world.step(HANDLER, &case, "log-contact", &json!({ "how": "call", "seconds": 60 })).await.expect(200);
                world.step(HANDLER, &case, "answer", &json!({ "result": "solved", "text": "又修了一遍。" })).await.expect(200);
            }
        }
        assert_eq!(column(&world, "SELECT cause FROM supervision_order").await, ["negative_twice"]);
        world.app.runner().run_due().await.unwrap();
        let danger = world.file("楼道里煤气泄漏，味道很大").await;
        let dispatch = json!({ "kind": "property_service", "unit": "housing", "case_type": "help", "complexity": "general" });
        world.step(DISPATCHER, &danger, "dispatch", &dispatch).await.expect(200);
        world.app.runner().run_due().await.unwrap();
        let causes = column(&world, "SELECT cause FROM supervision_order ORDER BY number").await;
        assert_eq!(causes, ["negative_twice", "safety"]);
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }

    async fn reminders_are_marked_read_by_whoever_has_them(world: World) {
        in_hand(&world).await;
        pass(&world, "2026-11-30T17:30:00+08:00").await;
        let handler = Visitor::staff(&world, HANDLER).await;
        let page = handler.get("/staff/inbox").await.page(200);
        assert!(page.contains("2 条没看的提醒"), "{page}");
        let until = hidden(&page, "until").unwrap();
        handler.post("/staff/inbox", "/staff/inbox", &[("until", &until)]).await.page(303);
        assert!(handler.get("/staff/inbox").await.page(200).contains("没有没看的提醒"));
        assert!(!handler.get("/staff").await.page(200).contains("<span class=\"dot\">2</span>"));
        assert!(inbox(&world, DISPATCHER).await.contains("没有没看的提醒"));
    }

    async fn killed_between_milestones_nothing_is_lost_and_nothing_is_done_twice(world: World) {
        let mut cases = Vec::new();
        for _ in 0..8 {
            cases.push(in_hand(&world).await);
        }
        let mut dice = Dice::thrown("kills between milestones");
        let mut rng = 500;
        let mut open = async || {
            rng += 1;
            let choices = Choices {
                clock: world.clock.clone(),
                rng: Arc::new(SeededRng::new(rng)),
                limits: SourceLimits::default(),
                source: journal::Source::Live,
            };
            App::open(&world.data(), world.url(), choices).await.unwrap()
        };
        for milestone in ["2026-11-30T08:30:00+08:00", "2026-11-30T17:30:00+08:00", "2026-12-02T17:30:00+08:00", "2026-12-07T17:30:00+08:00"] {
            world.clock.set(at(milestone).max(world.clock.now()));
            for _ in 0..3 {
                // A program that ends in the middle of its work, and one beside it that does not.
                let (dying, living) = (open().await, open().await);
                let cut = Duration::from_millis(u64::try_from(dice.below(25)).unwrap());
                let (runner, other) = (dying.runner(), living.runner());
                let killed = async {
                    let _ = tokio::time::timeout(cut, runner.run_due()).await;
                };
                let going_on = async {
                    let _ = tokio::time::timeout(cut, other.run_due()).await;
                };
                tokio::join!(killed, going_on);
            }
            // What they had claimed is free again after its lease.
            world.clock.set(world.clock.now() + jiff::SignedDuration::from_secs(301));
            open().await.runner().run_due().await.unwrap();
        }
        let mut by_case: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for told in reminded(&world).await {
            by_case.entry(told["number"].as_str().unwrap().to_owned()).or_default().push(told["level"].as_str().unwrap().to_owned());
        }
        assert_eq!(by_case.len(), cases.len());
        for (number, levels) in by_case {
            assert_eq!(levels, ["yellow", "red", "tier2", "tier3"], "{number}");
        }
        assert_eq!(world.scalar("SELECT COUNT(*) FROM supervision_order").await, 8, "one order each");
        let handler = "SELECT COUNT(*) FROM notify_item WHERE kind = 'supervision.red'";
        assert_eq!(world.scalar(handler).await, 8);
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }

    async fn my_week_shows_what_falls_due_on_which_day(world: World) {
        world.person(COLLEAGUE, "马工", identity::Role::Handler, "unit:housing").await;
        let case = in_hand(&world).await;
        let week = async |account: &str| Visitor::staff(&world, account).await.get("/staff/week").await.page(200);
        assert!(week(HANDLER).await.contains("这七天没有到期的"), "the 30th is the eighth day");
        world.wake(at("2026-11-24T09:00:00+08:00")).await;
        let (page, link) = (week(HANDLER).await, format!("/staff/cases/{}", case.number));
        assert!(page.contains("这七天有 1 件到期") && page.contains(&link) && page.contains("17:30") && page.contains("周末"), "{page}");
        assert!(week(LEAD).await.contains(&link));
        for other in [COLLEAGUE, DISPATCHER, ORGANISER] {
            assert!(!week(other).await.contains(&link), "{other} has nothing to do about it");
        }
        let english = Visitor::staff(&world, HANDLER).await.get("/staff/week?lang=en").await.page(200);
        assert!(english.contains("1 limit ends in these seven days") && english.contains("weekend"), "{english}");
        world.wake(at("2026-11-30T18:00:00+08:00")).await;
        let page = week(HANDLER).await;
        assert!(page.contains("另有 1 件已经超期") && page.contains("这七天没有到期的"), "{page}");
    }

    async fn what_an_extension_or_a_stop_would_do_is_seen_before_it_is_proposed(world: World) {
        let case = in_hand(&world).await;
        world.step(HANDLER, &case, "start", &json!({})).await.expect(200);
        let version = world.version(&case).await;
        let handler = Visitor::staff(&world, HANDLER).await;
        let ask = async |query: &str| handler.get(&format!("/staff/cases/{}/what-if?{query}", case.number)).await;
        assert!(case_text(&world, HANDLER, &case).await.contains(&format!("/staff/cases/{}/what-if", case.number)));
        let page = ask("what=extend&days=3").await.page(200);
        assert!(page.contains("从 11月30日 周一 17:30 移到 12月3日 周四 17:30") && page.contains("/ask-extension"), "{page}");
        // Asked on Monday the 23rd and answered on Thursday: the closes of two counted days lie in the stop.
        let page = ask("what=stop&answered_on=2026-11-26").await.page(200);
        assert!(page.contains("移到 12月2日 周三 17:30"), "{page}");
        assert!(ask("what=stop").await.page(200).contains("移到 12月4日 周五 17:30"), "the stop ends with the 30th's close");
        assert!(ask("what=extend&days=x").await.page(422).contains("请用数字写几个工作日"));
        ask("what=extend&days=9").await.page(409);
        assert_eq!(world.version(&case).await, version, "it only looks");
        let stranger = Visitor::staff(&world, ORGANISER).await;
        stranger.get(&format!("/staff/cases/{}/what-if", case.number)).await.page(404);
        // Whoever decides on a proposal sees what it would do.
        world.step(HANDLER, &case, "ask-extension", &json!({ "days": 2, "text": "要等配件" })).await.expect(200);
        let lead = Visitor::staff(&world, LEAD).await;
        let page = lead.get(&format!("/staff/cases/{}/what-if", case.number)).await.page(200);
        assert!(page.contains("移到 12月2日 周三 17:30"), "{page}");
    }

    async fn the_story_of_a_case_tells_who_was_reminded(world: World) {
        let case = in_hand(&world).await;
        pass(&world, "2026-12-02T17:30:00+08:00").await;
        let page = case_text(&world, LEAD, &case).await;
        for told in ["快到时限，提醒了", "到期催办：", "二级督办：", "督办单 1 号："] {
            assert!(page.contains(told), "{told}: {page}");
        }
        // It is beside the case: nobody's half-written form is stale for it.
        assert!(!case_text(&world, DISPATCHER, &case).await.contains("三级报县级"));
    }

    async fn a_contested_class_calls_another_dispatcher_and_then_the_supervisor(world: World) {
        let case = in_hand(&world).await;
        let path = format!("/api/v1/public/cases/{}/contest-class", case.number);
        world.post(&path, &[("x-query-code", &case.code)], &json!({ "text": "不是物业的事" })).await.expect(200);
        pass(&world, "2026-11-23T12:00:00+08:00").await;
        let asked = "的分类有人不认，请另一位分派员";
        assert!(inbox(&world, SECOND_DISPATCHER).await.contains(asked));
        assert!(!inbox(&world, DISPATCHER).await.contains(asked), "not the one whose word is contested");
        assert!(!inbox(&world, SUPERVISOR).await.contains("还没人定"));
        pass(&world, "2026-11-24T17:30:00+08:00").await;
        assert!(inbox(&world, SUPERVISOR).await.contains("还没人定"));
        assert_eq!(case_page(&world, SUPERVISOR, &case).await, 200);
        assert!(case_text(&world, LEAD, &case).await.contains("分类还没人定，报"));
        let told = "SELECT COUNT(*) FROM journal_event WHERE kind = 'supervision.contested'";
        assert_eq!(world.scalar(told).await, 2, "each once");
        assert_eq!(world.doctor().await, Vec::<String>::new());
        // Decided, it reminds nobody any more.
        let other = json!({ "kind": "property_service", "text": "是物业的事" });
        world.step(SECOND_DISPATCHER, &case, "reclassify", &other).await.expect(200);
        pass(&world, "2026-11-27T17:30:00+08:00").await;
        assert_eq!(world.scalar(told).await, 2);
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }

    async fn orders_and_reminders_are_in_the_api(world: World) {
        let case = in_hand(&world).await;
        pass(&world, "2026-12-02T17:30:00+08:00").await;
        world.wake(at("2026-12-03T09:00:00+08:00")).await;
        let get = async |account: &str, path: &str| {
            let bearer = format!("Bearer {}", world.token(account).await);
            world.get(path, &[("authorization", &bearer)]).await
        };
        let post = async |account: &str, path: &str, seen: Option<&str>, body: Value| {
            let bearer = format!("Bearer {}", world.token(account).await);
            let mut headers = vec![("authorization", bearer.as_str())];
            headers.extend(seen.map(|seen| ("if-match", seen)));
            world.post(path, &headers, &body).await
        };
        let listed = get(LEAD, "/api/v1/orders?status=open").await.expect(200);
        assert_eq!((&listed["orders"][0]["number"], &listed["orders"][0]["waits_for"]), (&json!(1), &json!("lead")));
        assert_eq!(listed["orders"][0]["case"], json!(case.number));
        get(HANDLER, "/api/v1/orders").await.assert_problem(403, "auth.forbidden");
        let order = "/api/v1/orders/1";
        let sign = format!("{order}/acknowledge");
        post(LEAD, &sign, None, json!({})).await.assert_problem(428, "supervision.if_match_required");
        assert_eq!(post(LEAD, &sign, Some("\"1\""), json!({})).await.expect(200)["state"], "acknowledged");
        post(LEAD, &sign, Some("\"1\""), json!({})).await.assert_problem(409, "supervision.stale");
        let plan = format!("{order}/plan");
        post(LEAD, &plan, Some("\"2\""), json!({})).await.assert_problem(422, "input.invalid");
        post(LEAD, &plan, Some("\"2\""), json!({ "text": "周五前换好" })).await.expect(200);
        post(LEAD, &format!("{order}/rectify"), Some("\"3\""), json!({ "text": "换好了" })).await.expect(200);
        let verify = format!("{order}/verify");
        assert_eq!(post(LEAD, &verify, Some("\"4\""), json!({ "text": "好" })).await.status.as_u16(), 403);
        post(SUPERVISOR, &verify, Some("\"4\""), json!({ "text": "住户说亮了" })).await.expect(200);
        post(SUPERVISOR, &format!("{order}/lift"), Some("\"5\""), json!({})).await.expect(200);
        let story = get(SUPERVISOR, order).await.expect(200);
        assert_eq!((&story["state"], story["story"].as_array().unwrap().len()), (&json!("lifted"), 6));
        get(LEAD, "/api/v1/orders/99").await.assert_problem(404, "supervision.no_such_order");

        let inbox = get(HANDLER, "/api/v1/inbox").await.expect(200);
        let kinds: Vec<&str> = inbox["notices"].as_array().unwrap().iter().map(|notice| notice["kind"].as_str().unwrap()).collect();
        assert!(kinds.contains(&"supervision.red") && inbox["notices"][0]["read"] == false, "{inbox}");
        let until = json!({ "until": inbox["until"] });
        assert_eq!(post(HANDLER, "/api/v1/inbox/read", None, until).await.status.as_u16(), 204);
        let read = get(HANDLER, "/api/v1/inbox").await.expect(200);
        assert!(read["notices"].as_array().unwrap().iter().all(|notice| notice["read"] == true), "{read}");
        assert_eq!(world.get("/api/v1/inbox", &[]).await.status.as_u16(), 401);
        // A new order by hand, about the same matter.
        let new = post(SUPERVISOR, "/api/v1/orders", None, json!({ "case": case.number, "demand": "说明为什么还没办完" })).await;
        assert_eq!(new.expect(201)["number"], 2);
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }

    async fn the_spring_festival_of_scenario_d_4_moves_plan_and_tiers(world: World) {
        // The demo's people came later; they are to be there already.
        world.sql("UPDATE identity_grant SET from_at = 0").await;
        world.clock.set(at("2026-02-14T15:00:00+08:00"));
        let case = world.file("整栋楼漏水要大修").await;
        let dispatch = json!({
            "kind": "property_service", "unit": "housing", "case_type": "help", "complexity": "complex", "complex_reason": "site",
        });
        world.step(DISPATCHER, &case, "dispatch", &dispatch).await.expect(200);
        world.step(HANDLER, &case, "accept", &json!({})).await.expect(200);
        pass(&world, "2026-02-15T15:00:00+08:00").await;
        let levels = async || -> Vec<(String, String)> {
            let told = reminded(&world).await.into_iter();
            told.map(|told| {
                let red = Timestamp::from_millisecond(told["red_at"].as_i64().unwrap()).unwrap();
                (told["level"].as_str().unwrap().to_owned(), kernel::format::rfc3339(red))
            })
            .collect()
        };
        let response = "2026-02-15T15:00:00+08:00".to_owned();
        assert_eq!(levels().await, [("yellow".to_owned(), response.clone()), ("red".to_owned(), response)], "24 h run through the holiday");
        world.step(HANDLER, &case, "log-contact", &json!({ "how": "call", "seconds": 60 })).await.expect(200);
        pass(&world, "2026-02-26T17:30:00+08:00").await;
        let plan = "2026-02-26T17:30:00+08:00".to_owned();
        assert_eq!(levels().await[2..], [("yellow".to_owned(), plan.clone()), ("red".to_owned(), plan)], "day 3 is Thursday 26 February");
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }
}
