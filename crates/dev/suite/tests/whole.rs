//! The whole case: returns and designation, proposals by two, stops, deferral, merging, splitting, sealing, refusal, withdrawal,
//! the third failure (domain 4.1 with decisions 2; scenarios D.2, D.3, D.5, D.11 and the second half of D.1).

use serde_json::{Value, json};
use suite::{DISPATCHER, Filed, HANDLER, World, both_databases};

const SECOND_DISPATCHER: &str = "zhou.dispatch";
const LEAD: &str = "han.lead";
const SUPERVISOR: &str = "gao.supervise";
const ORGANISER: &str = "wu.organise";

async fn dispatched(world: &World, text: &str, complexity: &str) -> Filed {
    let case = world.file(text).await;
    let dispatch = json!({
        "kind": "property_service", "unit": "housing", "case_type": "help", "complexity": complexity, "complex_reason": "site",
    });
    world.step(DISPATCHER, &case, "dispatch", &dispatch).await.expect(200);
    case
}

async fn at_work(world: &World, text: &str, complexity: &str) -> Filed {
    let case = dispatched(world, text, complexity).await;
    world.step(HANDLER, &case, "accept", &json!({})).await.expect(200);
    world.step(HANDLER, &case, "start", &json!({ "plan": "一周内到现场" })).await.expect(200);
    case
}

async fn status(world: &World, case: &Filed) -> String {
    world.track(case).await["status"].as_str().unwrap().to_owned()
}

async fn due(world: &World, case: &Filed, clock: &str) -> Value {
    world.track(case).await["due"].as_array().unwrap().iter().find(|due| due["clock"] == clock).unwrap()["at"].clone()
}

async fn sees(world: &World, account: &str, case: &Filed) -> bool {
    let bearer = format!("Bearer {}", world.token(account).await);
    let one = world.get(&format!("/api/v1/cases/{}", case.number), &[("authorization", &bearer)]).await.status == 200;
    let list = world.get("/api/v1/cases?size=100", &[("authorization", &bearer)]).await;
    let listed = list.status == 200 && list.text.contains(&case.number);
    assert_eq!(one, listed, "{account}: list and page agree");
    one
}

async fn passes(world: &World, to: &str) {
    world.clock.set(to.parse().unwrap());
    world.app.runner().run_due().await.unwrap();
}

async fn is_sound(world: &World) {
    assert_eq!(world.sequence().await.refused, 0);
    assert_eq!(world.doctor().await, Vec::<String>::new());
}

both_databases! {
    async fn three_units_give_it_back_and_then_the_organiser_names_one(world: World) {
        let case = world.file("河边的垃圾没人管").await;
        let back = json!({ "reason": "wrong_unit", "text": "三定方案：不属于本单位", "suggests": "housing" });
        for (unit, lead) in [("housing", LEAD), ("agriculture", "qin.agriculture"), ("transport_urban", "lu.transport")] {
            let dispatch = json!({ "kind": "property_service", "unit": unit, "complexity": "general" });
            world.step(DISPATCHER, &case, "dispatch", &dispatch).await.expect(200);
            assert!(!sees(&world, ORGANISER, &case).await);
            world.step(lead, &case, "return", &json!({ "reason": "wrong_unit", "text": " " })).await.assert_problem(422, "input.invalid");
            assert_eq!(world.step(lead, &case, "return", &back).await.expect(200)["status"], "Returned");
        }
        let again = json!({ "kind": "property_service", "unit": "health", "complexity": "general" });
        world.step(DISPATCHER, &case, "dispatch", &again).await.assert_problem(409, "case.designation_needed");
        assert!(sees(&world, ORGANISER, &case).await && sees(&world, SUPERVISOR, &case).await, "it waits for them");
        let named = json!({ "unit": "housing", "text": "河道保洁由住建牵头" });
        assert_eq!(world.step(ORGANISER, &case, "designate", &named).await.expect(200)["status"], "Dispatched");
        world.step(LEAD, &case, "return", &back).await.assert_problem(409, "case.designated");
        assert!(!sees(&world, ORGANISER, &case).await, "it no longer waits for the organiser");
        world.step(HANDLER, &case, "accept", &json!({})).await.expect(200);
        is_sound(&world).await;
    }

    async fn after_its_window_a_unit_is_deemed_to_have_accepted(world: World) {
        let case = dispatched(&world, "楼顶漏水", "general").await;
        world.clock.set("2026-11-24T17:30:01+08:00".parse().unwrap());
        let back = json!({ "reason": "wrong_unit", "text": "不属于本单位" });
        world.step(LEAD, &case, "return", &back).await.assert_problem(409, "case.return_window_over");
        assert_eq!(status(&world, &case).await, "Dispatched");
    }

    async fn a_dispatch_is_taken_back_within_ten_seconds_by_its_maker_alone(world: World) {
        let case = dispatched(&world, "路灯不亮", "general").await;
        world.step(SECOND_DISPATCHER, &case, "undo-dispatch", &json!({})).await.assert_problem(409, "case.undo_over");
        world.clock.set("2026-11-23T10:42:10+08:00".parse().unwrap());
        assert_eq!(world.step(DISPATCHER, &case, "undo-dispatch", &json!({})).await.expect(200)["status"], "Triage");
        assert_eq!(world.scalar("SELECT dispatches FROM case_record").await, 0, "it does not count");
        let dispatch = json!({ "kind": "property_service", "unit": "housing", "complexity": "general" });
        world.step(DISPATCHER, &case, "dispatch", &dispatch).await.expect(200);
        world.clock.set("2026-11-23T10:42:22+08:00".parse().unwrap());
        world.step(DISPATCHER, &case, "undo-dispatch", &json!({})).await.assert_problem(409, "case.undo_over");
        is_sound(&world).await;
    }

    async fn a_complex_answer_goes_out_with_the_leads_word(world: World) {
        let case = at_work(&world, "小区要装电梯", "complex").await;
        let answer = json!({ "result": "partly", "text": "先做一个单元。" });
        let proposed = world.step(HANDLER, &case, "answer", &answer).await.expect(200);
        assert_eq!((proposed["status"].as_str(), proposed["pending"].as_str()), (Some("InProgress"), Some("answer")));
        assert!(world.track(&case).await["answers"].as_array().unwrap().is_empty(), "nothing is told before it is agreed");
        world.step(HANDLER, &case, "agree", &json!({})).await.assert_problem(409, "case.not_your_word");
        world.step(HANDLER, &case, "answer", &answer).await.assert_problem(409, "case.proposal_waits");
        world.step(LEAD, &case, "refuse-proposal", &json!({ "text": "写清楚日子" })).await.expect(200);
        world.step(HANDLER, &case, "answer", &answer).await.expect(200);
        assert_eq!(world.step(LEAD, &case, "agree", &json!({})).await.expect(200)["status"], "FeedbackPending");
        assert_eq!(world.track(&case).await["answers"][0]["text"], "先做一个单元。");
        is_sound(&world).await;
    }

    async fn more_time_is_asked_before_it_is_due_signed_and_agreed(world: World) {
        let case = at_work(&world, "墙皮掉了", "general").await;
        assert_eq!(due(&world, &case, "final").await, "2026-11-30T17:30:00+08:00");
        let ask = |days: u32| json!({ "days": days, "text": "等材料" });
        world.step(HANDLER, &case, "ask-extension", &ask(6)).await.assert_problem(409, "case.extension_too_long");
        world.step(HANDLER, &case, "ask-extension", &ask(5)).await.expect(200);
        world.step(DISPATCHER, &case, "agree", &json!({})).await.assert_problem(409, "case.not_your_word");
        world.step(LEAD, &case, "agree", &json!({})).await.expect(200);
        world.step(DISPATCHER, &case, "agree", &json!({})).await.expect(200);
        assert_eq!(due(&world, &case, "final").await, "2026-12-07T17:30:00+08:00", "ten working days in all");
        assert!(world.track(&case).await["timeline"].to_string().contains("等材料"), "the resident reads the reason");
        world.step(HANDLER, &case, "ask-extension", &ask(2)).await.expect(200);
        world.step(LEAD, &case, "agree", &json!({})).await.expect(200);
        assert!(sees(&world, SUPERVISOR, &case).await, "the second is the supervisor's");
        world.step(SUPERVISOR, &case, "agree", &json!({})).await.expect(200);
        world.step(HANDLER, &case, "ask-extension", &ask(1)).await.assert_problem(409, "case.too_many_extensions");
        is_sound(&world).await;
    }

    async fn a_proposal_that_nobody_decides_lapses(world: World) {
        let case = at_work(&world, "墙皮掉了", "general").await;
        world.step(HANDLER, &case, "ask-extension", &json!({ "days": 2, "text": "等材料" })).await.expect(200);
        passes(&world, "2026-11-24T17:30:00+08:00").await;
        world.step(LEAD, &case, "agree", &json!({})).await.assert_problem(409, "case.nothing_proposed");
        is_sound(&world).await;
    }

    async fn a_question_stops_the_final_clock_until_the_reply_or_five_working_days(world: World) {
        let case = at_work(&world, "门禁坏了", "general").await;
        world.clock.set("2026-11-24T09:00:00+08:00".parse().unwrap());
        let question = json!({ "text": "是哪一道门？" });
        assert_eq!(world.step(HANDLER, &case, "ask", &question).await.expect(200)["status"], "AwaitingResident");
        world.clock.set("2026-11-26T09:00:00+08:00".parse().unwrap());
        world.as_resident(&case, "supplement", &json!({ "text": "北门" })).await.expect(200);
        assert_eq!(status(&world, &case).await, "InProgress");
        assert_eq!(due(&world, &case, "final").await, "2026-12-02T17:30:00+08:00", "two closes of business stood still");
        world.step(HANDLER, &case, "ask", &question).await.expect(200);
        passes(&world, "2026-12-03T17:30:00+08:00").await;
        assert_eq!(status(&world, &case).await, "InProgress", "silence lets the clock go on by itself");
        world.step(HANDLER, &case, "ask", &question).await.assert_problem(409, "case.too_many_stops");
        is_sound(&world).await;
    }

    async fn nobody_reached_is_proposed_by_the_platform_and_confirmed_by_two(world: World) {
        let case = at_work(&world, "请来人看看", "general").await;
        world.step(HANDLER, &case, "propose-silent", &json!({ "text": "打不通" })).await.assert_problem(409, "case.attempts_missing");
        world.step(HANDLER, &case, "ask", &json!({ "text": "请回电话" })).await.expect(200);
        let attempt = json!({ "how": "attempt" });
        world.step(HANDLER, &case, "log-contact", &attempt).await.expect(200);
        world.step(HANDLER, &case, "log-contact", &attempt).await.expect(200);
        world.clock.set("2026-11-24T10:00:00+08:00".parse().unwrap());
        world.step(HANDLER, &case, "log-contact", &attempt).await.expect(200);
        passes(&world, "2026-11-30T17:30:00+08:00").await;
        assert_eq!(status(&world, &case).await, "AwaitingResident", "it is proposed, not done");
        world.step(HANDLER, &case, "agree", &json!({})).await.expect(200);
        assert_eq!(world.step(LEAD, &case, "agree", &json!({})).await.expect(200)["status"], "FeedbackPending");
        assert_eq!(world.track(&case).await["answers"][0]["result"], Value::Null);
        is_sound(&world).await;
    }

    async fn what_cannot_be_done_yet_is_deferred_by_two_and_comes_back(world: World) {
        let case = at_work(&world, "老房子没有产权证", "general").await;
        let far = json!({ "reason": "history", "review_on": "2027-02-22", "text": "等政策" });
        world.step(HANDLER, &case, "propose-deferral", &far).await.assert_problem(422, "input.invalid");
        let defer = json!({ "reason": "history", "review_on": "2027-01-11", "text": "历史遗留，等专班" });
        world.step(LEAD, &case, "propose-deferral", &defer).await.expect(200);
        world.step(LEAD, &case, "agree", &json!({})).await.assert_problem(409, "case.not_your_word");
        assert_eq!(world.step(SUPERVISOR, &case, "agree", &json!({})).await.expect(200)["status"], "Deferred");
        assert_eq!(due(&world, &case, "final").await, Value::Null, "the clock stands still");
        passes(&world, "2027-01-11T08:30:00+08:00").await;
        assert_eq!(status(&world, &case).await, "InProgress");
        assert_eq!(due(&world, &case, "final").await, "2027-01-18T17:30:00+08:00", "a new limit from the review");
        is_sound(&world).await;
    }

    async fn a_matter_is_referred_with_the_dispatchers_word_and_closes_with_the_receipt(world: World) {
        let case = at_work(&world, "家里被偷了", "general").await;
        world.step(HANDLER, &case, "propose-referral", &json!({ "to": "police", "text": "治安管理处罚法" })).await.expect(200);
        assert_eq!(world.step(DISPATCHER, &case, "agree", &json!({})).await.expect(200)["status"], "Referred");
        let receipt = json!({ "text": "派出所已签收，编号 0231" });
        assert_eq!(world.step(DISPATCHER, &case, "handed-over", &receipt).await.expect(200)["status"], "Closed");
        is_sound(&world).await;
    }

    async fn another_unit_takes_over_when_both_leads_agree(world: World) {
        let case = at_work(&world, "树倒了压着电线", "general").await;
        world.step(LEAD, &case, "propose-transfer", &json!({ "unit": "agriculture", "text": "林木归农林" })).await.expect(200);
        assert!(sees(&world, "qin.agriculture", &case).await, "the other lead sees what she is asked for");
        world.step("qin.agriculture", &case, "agree", &json!({})).await.expect(200);
        assert_eq!(world.step(DISPATCHER, &case, "agree", &json!({})).await.expect(200)["status"], "Dispatched");
        assert!(!sees(&world, HANDLER, &case).await);
        world.step("qin.agriculture", &case, "accept", &json!({})).await.expect(200);
        is_sound(&world).await;
    }

    async fn forty_reports_of_one_burst_pipe_each_get_an_answer_and_a_rating(world: World) {
        let parent = at_work(&world, "总水管爆了", "general").await;
        let mut children = Vec::new();
        for nth in 0..40 {
            children.push(world.file(&format!("家里没水，第{nth}户")).await);
        }
        let numbers = children.iter().map(|child| child.number.as_str()).collect::<Vec<_>>().join(" ");
        world.step(DISPATCHER, &parent, "merge-in", &json!({ "numbers": numbers })).await.expect(200);
        let alone = children.pop().unwrap();
        assert_eq!(world.step(DISPATCHER, &alone, "unmerge", &json!({})).await.expect(200)["status"], "Triage");
        let gone = children.pop().unwrap();
        world.as_resident(&gone, "withdraw", &json!({ "text": "来水了" })).await.expect(200);
        world.step(HANDLER, &parent, "answer", &json!({ "result": "solved", "text": "水管换好了。" })).await.expect(200);
        for child in &children {
            let shown = world.track(child).await;
            assert_eq!((shown["status"].as_str(), shown["answers"][0]["text"].as_str()), (Some("FeedbackPending"), Some("水管换好了。")));
        }
        assert_eq!((status(&world, &alone).await.as_str(), status(&world, &gone).await.as_str()), ("Triage", "Withdrawn"));
        let bad = json!({ "contacted": true, "solved": false, "satisfaction": 1 });
        assert_eq!(world.as_resident(&children[0], "rating", &bad).await.expect(200)["status"], "Reopened");
        let good = json!({ "contacted": true, "solved": true, "satisfaction": 5 });
        assert_eq!(world.as_resident(&children[1], "rating", &good).await.expect(200)["status"], "Closed");
        assert_eq!(status(&world, &parent).await, "FeedbackPending", "each verdict is its own");
        is_sound(&world).await;
    }

    async fn when_the_one_they_were_merged_into_is_withdrawn_the_others_go_on(world: World) {
        let (parent, child) = (at_work(&world, "路面塌了", "general").await, world.file("路上有个坑").await);
        world.step(DISPATCHER, &child, "merge", &json!({ "into": parent.number })).await.expect(200);
        world.as_resident(&parent, "withdraw", &json!({ "pressed": true, "text": "有人劝我" })).await.expect(200);
        assert_eq!(status(&world, &child).await, "Triage");
        passes(&world, "2026-11-30T17:30:00+08:00").await;
        assert_eq!(status(&world, &parent).await, "Closed");
        is_sound(&world).await;
    }

    async fn two_matters_in_one_become_two_and_the_whole_closes_with_the_last(world: World) {
        let whole = world.file("路灯不亮，还有广场舞太吵").await;
        let parts = json!({ "parts": ["路灯不亮", "广场舞太吵"] });
        assert_eq!(world.step(DISPATCHER, &whole, "split", &parts).await.expect(200)["status"], "Split");
        assert_eq!(world.scalar("SELECT COUNT(*) FROM case_record WHERE link_how = 'part'").await, 2);
        let started = "SELECT COUNT(DISTINCT received_at) FROM case_record";
        assert_eq!(world.scalar(started).await, 1, "the parts inherit the receipt");
        let numbers = world.numbers("link_how = 'part'").await;
        for (nth, number) in numbers.iter().enumerate() {
            assert_eq!(status(&world, &whole).await, "Split", "before part {nth}");
            let refuse = json!({ "reason": "no_content", "door": "hotline", "text": "重复" });
            let part = Filed { number: number.clone(), code: String::new() };
            world.step(DISPATCHER, &part, "not-accept", &refuse).await.expect(200);
        }
        passes(&world, "2026-11-30T17:30:00+08:00").await;
        assert_eq!(status(&world, &whole).await, "Closed");
        is_sound(&world).await;
    }

    async fn a_complaint_about_a_unit_is_invisible_to_it_everywhere(world: World) {
        let body = json!({
            "text": "住建窗口的人骂人", "place": { "area": "huaiyin" }, "against": "housing",
            "contact": { "phone": "13800001234", "name": "王女士" },
        });
        let receipt = world.post("/api/v1/public/cases", &[("x-channel-token", &world.channel)], &body).await.expect(201);
        let case = Filed {
            number: receipt["number"].as_str().unwrap().to_owned(),
            code: receipt["query_code"].as_str().unwrap().to_owned(),
        };
        let to = |unit: &str| json!({ "kind": "property_service", "unit": unit, "complexity": "general" });
        world.step(DISPATCHER, &case, "dispatch", &to("housing")).await.assert_problem(409, "case.about_this_unit");
        for account in [HANDLER, LEAD, "mei.point"] {
            assert!(!sees(&world, account, &case).await, "{account}");
        }
        world.step(LEAD, &case, "return", &json!({ "reason": "wrong_unit", "text": "猜编号" })).await.assert_problem(404, "case.not_found");
        world.step(DISPATCHER, &case, "dispatch", &to("organisation")).await.expect(200);
        for account in [HANDLER, LEAD, "mei.point"] {
            assert!(!sees(&world, account, &case).await, "{account}");
        }
        assert!(sees(&world, "sun.organisation", &case).await);
        let open = world.file("路灯不亮").await;
        let merge = json!({ "into": case.number });
        world.step(DISPATCHER, &open, "merge", &merge).await.assert_problem(409, "case.cannot_merge");
        world.step(DISPATCHER, &case, "propose-unseal", &json!({ "text": "当事人同意公开" })).await.expect(200);
        world.step(ORGANISER, &case, "agree", &json!({})).await.assert_problem(404, "case.not_found");
        world.step(SUPERVISOR, &case, "agree", &json!({})).await.expect(200);
        world.step(ORGANISER, &case, "agree", &json!({})).await.expect(200);
        assert_eq!(world.scalar("SELECT COUNT(*) FROM case_record WHERE against IS NOT NULL").await, 0, "unsealed by two");
        is_sound(&world).await;
    }

    async fn a_unit_that_turns_out_to_be_the_one_it_is_about_loses_the_case(world: World) {
        let case = at_work(&world, "办事的人态度恶劣", "general").await;
        let seal = json!({ "reason": "about_cadre", "against": "housing" });
        assert_eq!(world.step(DISPATCHER, &case, "seal", &seal).await.expect(200)["status"], "Triage");
        assert!(!sees(&world, HANDLER, &case).await && !sees(&world, LEAD, &case).await);
        is_sound(&world).await;
    }

    async fn a_refusal_names_the_door_and_is_judged_again_by_somebody_else(world: World) {
        let case = world.file("判决书我不服").await;
        let refuse = json!({ "reason": "court", "door": "court", "text": "法院已判决，请依法上诉。" });
        assert_eq!(world.step(DISPATCHER, &case, "not-accept", &refuse).await.expect(200)["status"], "NotAccepted");
        assert_eq!(world.as_resident(&case, "contest", &json!({ "text": "不是这件事" })).await.expect(200)["status"], "Triage");
        world.step(DISPATCHER, &case, "not-accept", &refuse).await.assert_problem(409, "case.another_must_decide");
        world.step(SECOND_DISPATCHER, &case, "not-accept", &refuse).await.expect(200);
        world.as_resident(&case, "contest", &json!({ "text": "还是不服" })).await.assert_problem(409, "case.contested_once");
        passes(&world, "2026-11-30T17:30:00+08:00").await;
        assert_eq!(status(&world, &case).await, "Closed");
        is_sound(&world).await;
    }

    async fn a_contested_class_is_decided_by_another_dispatcher_once(world: World) {
        let case = dispatched(&world, "装电梯", "general").await;
        world.as_resident(&case, "contest-class", &json!({ "text": "这不是小事" })).await.expect(200);
        let complex = json!({ "complexity": "complex", "complex_reason": "units", "text": "涉及三家" });
        world.step(DISPATCHER, &case, "reclassify", &complex).await.assert_problem(409, "case.another_must_decide");
        let bare = json!({ "complexity": "complex", "text": "涉及三家" });
        world.step(SECOND_DISPATCHER, &case, "reclassify", &bare).await.assert_problem(422, "input.invalid");
        world.step(SECOND_DISPATCHER, &case, "reclassify", &complex).await.expect(200);
        assert_eq!(due(&world, &case, "plan").await, "2026-11-26T17:30:00+08:00", "from receipt");
        assert_eq!(due(&world, &case, "final").await, "2026-12-14T17:30:00+08:00");
        world.as_resident(&case, "contest-class", &json!({ "text": "再改" })).await.assert_problem(409, "case.contested_once");
        is_sound(&world).await;
    }

    async fn the_third_failure_is_the_supervisors_and_may_stay_disputed(world: World) {
        let other = world.colleague("ma.housing", "马工", "housing").await;
        let case = world.answered("噪声一直有").await;
        let bad = json!({ "contacted": true, "solved": false, "satisfaction": 1 });
        let answer = json!({ "result": "explained", "text": "查过了，达标。" });
        world.as_resident(&case, "rating", &bad).await.expect(200);
        world.step(DISPATCHER, &case, "resume", &json!({})).await.expect(200);
        world.step(HANDLER, &case, "answer", &answer).await.expect(200);
        world.as_resident(&case, "rating", &bad).await.expect(200);
        world.step(SUPERVISOR, &case, "close-disputed", &json!({ "text": "早" })).await.assert_problem(404, "case.not_found");
        world.step(DISPATCHER, &case, "resume", &json!({ "handler": other })).await.expect(200);
        world.step(&other, &case, "answer", &answer).await.expect(200);
        world.as_resident(&case, "rating", &bad).await.expect(200);
        world.step(DISPATCHER, &case, "resume", &json!({ "handler": HANDLER })).await.assert_problem(409, "case.supervisor_must_decide");
        let verified = json!({ "text": "到现场测过，三次都达标。" });
        assert_eq!(world.step(SUPERVISOR, &case, "close-disputed", &verified).await.expect(200)["status"], "Closed");
        is_sound(&world).await;
    }

    async fn exclusion_takes_two_supervisors_neither_of_the_unit(world: World) {
        let second = world.person("qi.supervise", "齐督办", identity::Role::Supervisor, "county").await;
        let case = world.answered("要求赔我一百万").await;
        let grounds = json!({ "reason": "unlawful", "text": "没有法律依据" });
        world.step(HANDLER, &case, "propose-exclusion", &grounds).await.expect(200);
        world.step(SUPERVISOR, &case, "agree", &json!({})).await.expect(200);
        world.step(SUPERVISOR, &case, "agree", &json!({})).await.assert_problem(409, "case.not_your_word");
        world.step(&second, &case, "agree", &json!({})).await.expect(200);
        let told = world.track(&case).await;
        assert!(told["timeline"].to_string().contains("case.excluded"), "the resident sees it");
        is_sound(&world).await;
    }

    async fn an_answer_is_recalled_by_its_lead_and_counts_as_a_reopening(world: World) {
        let case = world.answered("下水道堵了").await;
        let why = json!({ "text": "查错了楼" });
        assert_eq!(world.step(LEAD, &case, "recall-answer", &why).await.expect(200)["status"], "InProgress");
        assert_eq!(world.scalar("SELECT reopenings FROM case_record").await, 1);
        is_sound(&world).await;
    }

    async fn a_resident_reminds_once_a_day(world: World) {
        let case = dispatched(&world, "灯坏了", "general").await;
        world.as_resident(&case, "chase", &json!({})).await.expect(200);
        world.as_resident(&case, "chase", &json!({})).await.assert_problem(409, "case.chased_today");
        world.clock.set("2026-11-24T09:00:00+08:00".parse().unwrap());
        world.as_resident(&case, "chase", &json!({})).await.expect(200);
        is_sound(&world).await;
    }

    async fn corrections_keep_both_and_doctor_agrees(world: World) {
        let case = world.file("墙裂了").await;
        world.step(DISPATCHER, &case, "correct-contact", &json!({ "phone": "13900001111" })).await.expect(200);
        world.step(DISPATCHER, &case, "correct-contact", &json!({ "phone": "1" })).await.assert_problem(422, "input.invalid");
        world.step(DISPATCHER, &case, "correct-place", &json!({ "words": "东门外" })).await.expect(200);
        assert_eq!(world.track(&case).await["place"]["words"], "东门外");
        is_sound(&world).await;
    }

    async fn of_two_who_agree_at_once_one_is_heard(world: World) {
        let second = world.person("qi.supervise", "齐督办", identity::Role::Supervisor, "county").await;
        let case = at_work(&world, "老问题", "general").await;
        let defer = json!({ "reason": "money", "review_on": "2027-01-11", "text": "等经费" });
        world.step(LEAD, &case, "propose-deferral", &defer).await.expect(200);
        let version = world.version(&case).await;
        let none = json!({});
        let (one, other) = futures::future::join(
            world.step_at(SUPERVISOR, &case, "agree", &none, version),
            world.step_at(&second, &case, "agree", &none, version),
        )
        .await;
        let mut both = [one.status.as_u16(), other.status.as_u16()];
        both.sort_unstable();
        assert!(both[0] == 200 && [404, 409, 503].contains(&both[1]), "{both:?}");
        is_sound(&world).await;
    }

    async fn a_stop_ends_in_its_time_whatever_else_is_proposed(world: World) {
        let case = at_work(&world, "井盖松了", "general").await;
        world.step(HANDLER, &case, "ask", &json!({ "text": "请问在哪条路？" })).await.expect(200);
        passes(&world, "2026-11-27T10:00:00+08:00").await;
        let grounds = json!({ "reason": "unlawful", "text": "没有法律依据" });
        world.step(LEAD, &case, "propose-exclusion", &grounds).await.expect(200);
        passes(&world, "2026-11-30T17:30:00+08:00").await;
        assert_eq!(status(&world, &case).await, "InProgress", "the exclusion still waits");
        is_sound(&world).await;
    }

    async fn what_is_answered_at_the_counter_answers_those_merged_into_it(world: World) {
        let body = json!({ "text": "几点开门", "place": { "area": "huaiyin" } });
        let receipt = world.post("/api/v1/public/cases", &[("x-channel-token", &world.channel)], &body).await.expect(201);
        let parent = Filed {
            number: receipt["number"].as_str().unwrap().to_owned(),
            code: receipt["query_code"].as_str().unwrap().to_owned(),
        };
        let child = world.file("什么时候开门").await;
        world.step(DISPATCHER, &child, "merge", &json!({ "into": parent.number })).await.expect(200);
        let answer = json!({ "result": "explained", "text": "九点开门。" });
        world.step("mei.point", &parent, "answer-at-once", &answer).await.expect(200);
        assert_eq!(status(&world, &child).await, "FeedbackPending");
        is_sound(&world).await;
    }

    async fn a_named_unit_that_loses_the_case_leaves_it_to_designation(world: World) {
        let case = world.file("工地扬尘").await;
        let back = json!({ "reason": "wrong_unit", "text": "不属于本单位" });
        let to = |unit: &str| json!({ "kind": "property_service", "unit": unit, "complexity": "general" });
        for (unit, lead) in [("housing", LEAD), ("agriculture", "qin.agriculture"), ("transport_urban", "lu.transport")] {
            world.step(DISPATCHER, &case, "dispatch", &to(unit)).await.expect(200);
            world.step(lead, &case, "return", &back).await.expect(200);
        }
        world.step(ORGANISER, &case, "designate", &json!({ "unit": "housing", "text": "由住建牵头" })).await.expect(200);
        let seal = json!({ "reason": "about_cadre", "against": "housing" });
        assert_eq!(world.step(DISPATCHER, &case, "seal", &seal).await.expect(200)["status"], "Triage");
        world.step(DISPATCHER, &case, "dispatch", &to("health")).await.assert_problem(409, "case.designation_needed");
        let named = |unit: &str| json!({ "unit": unit, "text": "换一家" });
        world.step(SUPERVISOR, &case, "designate", &named("housing")).await.assert_problem(409, "case.about_this_unit");
        assert_eq!(world.step(SUPERVISOR, &case, "designate", &named("health")).await.expect(200)["status"], "Dispatched");
        is_sound(&world).await;
    }

    async fn a_reopened_matter_that_nobody_had_is_not_sent_to_the_unit_it_is_about(world: World) {
        let case = world.file("办事的人骂人").await;
        world.step(DISPATCHER, &case, "seal", &json!({ "reason": "about_cadre", "against": "housing" })).await.expect(200);
        let refuse = json!({ "reason": "no_content", "door": "hotline", "text": "请补充" });
        world.step(DISPATCHER, &case, "not-accept", &refuse).await.expect(200);
        passes(&world, "2026-11-30T17:30:00+08:00").await;
        world.as_resident(&case, "reopen", &json!({ "text": "说清楚了" })).await.expect(200);
        let dispatch = json!({ "kind": "property_service", "unit": "housing", "complexity": "general" });
        world.step(DISPATCHER, &case, "dispatch", &dispatch).await.assert_problem(409, "case.about_this_unit");
        is_sound(&world).await;
    }

    async fn whom_a_sealed_matter_is_about_is_not_told_who_took_it(world: World) {
        let other = world.colleague("ma.housing", "马工", "housing").await;
        let case = world.answered("窗口的人态度恶劣").await;
        world.step(&other, &case, "accept", &json!({})).await.assert_problem(409, "case.taken");
        world.step(DISPATCHER, &case, "seal", &json!({ "reason": "about_cadre", "against": "housing" })).await.expect(200);
        world.step(&other, &case, "accept", &json!({})).await.assert_problem(404, "case.not_found");
        is_sound(&world).await;
    }
}
