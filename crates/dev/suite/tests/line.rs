//! A line from the first matter to the first that goes by itself: people sort some hundred matters against the catalogue, the site learns
//! from them, the newest fifth proves from which share on a proposal may be followed, and only what stands above goes without a person.

use cases::advice::propose;
use lianxin::models::Models;
use serde_json::{Value, json};
use suite::{DISPATCHER, Filed, Visitor, World, both_databases};

use crate::advice::rule;

/// Matters that are sorted. A line that nineteen in twenty are right of needs 117 that all are right (Clopper and Pearson, the doubt shared
/// among twenty lines), and a fifth of the matters proves it; a kind may be followed from thirty of its own on.
const MATTERS: usize = 630;
/// Matters that are handed in side by side.
const TOGETHER: usize = 6;

/// What people of this county write, and the kind its dispatchers give it. The catalogue says something else of the first.
const PLAIN: [(&str, &str); 2] =
    [("小区楼道里的路灯不亮，晚上上下楼看不见", "property_service"), ("买的电动车第二天就坏，商家不给退货", "consumer")];
/// Something of both: nothing speaks clearly.
const MIXED: &str = "小区商家第二天不给退货，楼道电动车上下看不见";

async fn sorted(world: &World, turn: usize) {
    let (text, kind) = PLAIN[turn % PLAIN.len()];
    let case = world.file(&format!("{text}，第{turn}回反映")).await;
    world.step(DISPATCHER, &case, "dispatch", &json!({ "kind": kind, "complexity": "general" })).await.expect(200);
}

/// Whether a matter that was just handed in went to its unit without a person.
async fn went(world: &World, case: &Filed) -> bool {
    world.track(case).await["status"] == "Dispatched"
}

both_databases! {
    async fn what_the_history_proves_goes_by_itself_and_nothing_below_it(world: World) {
        rule(&world, &[("dispatch.automatic", "on"), ("dispatch.automatic.right", "0.95"), ("dispatch.automatic.checked", "0.02")]).await;
        for first in (0..MATTERS).step_by(TOGETHER) {
            futures::future::join_all((first..first + TOGETHER).map(|turn| sorted(&world, turn))).await;
        }
        world.sequence().await;
        let corrected = world.app.cases.mind_facts().await.unwrap();
        assert!(corrected.number == 0 && corrected.corrections > 0, "what people decided against the catalogue taught it: {corrected:?}");
        let untaught = world.file(PLAIN[1].0).await;
        assert!(!went(&world, &untaught).await, "without a line nothing goes, whatever the rule says");

        let mut out = Vec::new();
        lianxin::models_cli::learn(&world.app, true, &mut out).await.unwrap();
        let told = String::from_utf8(out).unwrap();
        let models = Models::of(&world.data());
        world.app.cases.take_model(models.current().1).await.unwrap();
        while world.app.cases.learn_on().await.unwrap() {}
        let tried = MATTERS / 5;
        assert!(told.contains(&format!("tried on the newest {tried} of {MATTERS} matters")), "{told}");
        assert!(told.contains("95 of 100 first proposals are right, proven to 95 %"), "the line with its bound: {told}");
        let bearer = format!("Bearer {}", world.token("he.admin").await);
        let shown: Value = world.get("/api/v1/models", &[("authorization", &bearer)]).await.expect(200);
        let line = &shown["models"][0]["line"];
        let number = |name: &str| line[name].as_f64().unwrap();
        assert!(number("at_least") >= 0.95 && number("right") <= number("above") && number("above") >= 117.0, "{line}");
        assert!(number("above") <= f64::from(u32::try_from(tried).unwrap()), "only what the trial had not seen proves anything: {line}");
        assert_eq!(line["kinds"], 2, "{line}");

        // Where the unclear text stands, as the desk would say it.
        let trained = models.current().1.unwrap();
        let tokenizer = cases::advice::site_tokenizer(&world.app.places.register());
        let share = |text: &str| f64::from(propose(&world.app.cases.catalogue(), &tokenizer, &trained, None, text).kinds[0].share);
        assert!(share(MIXED) < number("from"), "{} {line}", share(MIXED));

        let (mut alone, mut below) = (None, 0);
        // One in fifty is drawn for a person: a few are enough.
        for turn in 0..6 {
            let case = world.file(&format!("{}，又第{turn}回", PLAIN[0].0)).await;
            if went(&world, &case).await {
                alone = Some(case);
            }
            let case = world.file(&format!("{MIXED}，又第{turn}回")).await;
            below += usize::from(went(&world, &case).await);
        }
        assert_eq!(below, 0, "below the line a person decides");
        let Some(case) = alone else { panic!("above the line it goes by itself") };
        assert_eq!(world.scalar(&format!("SELECT COUNT(*) FROM case_record WHERE number = '{}' AND kind = 'property_service'", case.number)).await, 1, "to where people had sent its like, not to where the catalogue would");
        let desk = Visitor::staff(&world, DISPATCHER).await;
        assert!(desk.get(&format!("/staff/cases/{}", case.number)).await.page(200).contains("程序自动派单"));
        // The rule is turned off: the same text is a person's again.
        rule(&world, &[("dispatch.automatic", "off")]).await;
        let after = world.file(&format!("{}，再说一回", PLAIN[0].0)).await;
        assert!(!went(&world, &after).await);
        world.sequence().await;
        assert_eq!(world.doctor().await, Vec::<String>::new());
    }
}
