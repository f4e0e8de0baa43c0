//! The life of one case, from its submission to where it stands at the end of history: most are closed, the last ones stand
//! at every stage, and a few are late. Nobody and nothing here is real.

use std::sync::Arc;

use cases::Said;
use cases::bulk::{Past, PastCommand};
use cases::catalogue::{CaseType, MatterKind};
use cases::events::Private;
use cases::model::clocks::end_of_day;
use cases::model::event::CloseCause;
use cases::model::{CaseEvent, Channel, Complexity, ContactHow, Contacted, Limits, Outcome, Rating, ReopenCause, Shown};
use identity::permissions::ViewAccounts;
use identity::{Granted, Place, Role};
use journal::Actor;
use kernel::{AccountId, AreaCode, CaseId, CaseNumber, Rng, Timestamp};
use lianxin::App;

use crate::Failure;
use crate::day::office;
use crate::mix::{draw, happens, minutes, pick};

/// What histories take place in: areas by residents, kinds that somebody handles, people.
pub(crate) struct Scene {
    areas: Vec<((AreaCode, String), u64)>,
    kinds: Vec<((MatterKind, Vec<AccountId>), u64)>,
    dispatchers: Vec<AccountId>,
}

impl Scene {
    /// The scene that a site offers.
    pub(crate) async fn of(app: &App) -> Result<Self, Failure> {
        let register = app.places.register();
        let areas = register
            .areas()
            .iter()
            .filter(|area| register.children(&area.code).next().is_none())
            .map(|area| {
                let place = register.places().iter().find(|place| place.area == area.code).map_or(&area.name, |place| &place.name);
                ((area.code.clone(), place.clone()), u64::from(area.residents.max(1)))
            })
            .collect();
        let accounts = app.identity.accounts(&Granted::<ViewAccounts>::system("data for benches")).await?;
        let holders = |role: Role, fits: &dyn Fn(&Place) -> bool| -> Vec<AccountId> {
            let holds = |held: &identity::Held| held.role == role && fits(&held.place);
            accounts.iter().filter(|account| account.roles.iter().any(holds)).map(|account| account.id).collect()
        };
        // A few kinds make most of the matters: the weight falls with the place in the catalogue.
        let kinds: Vec<_> = (1..)
            .zip(app.cases.catalogue().kinds())
            .map(|(nth, kind)| ((kind.clone(), holders(Role::Handler, &|place| *place == Place::Unit(kind.unit.clone()))), 600 / (nth + 5)))
            .filter(|((_, handlers), _)| !handlers.is_empty())
            .collect();
        let dispatchers = holders(Role::Dispatcher, &|_| true);
        if kinds.is_empty() || dispatchers.is_empty() {
            return Err("the site has no handlers or no dispatcher: begin with `lianxin demo`".into());
        }
        Ok(Self { areas, kinds, dispatchers })
    }
}

/// Writes histories.
pub(crate) struct Author {
    scene: Scene,
    rng: Arc<dyn Rng>,
    now: Timestamp,
}

/// A history while it is written. Commands after the end of history are left out, and all after them.
struct Draft {
    at: i64,
    end: i64,
    over: bool,
    commands: Vec<PastCommand>,
}

impl Draft {
    /// Time passes; then perhaps until an office opens.
    fn wait(&mut self, milliseconds: i64, pace: Pace) -> &mut Self {
        let at = self.at + milliseconds;
        self.at = match pace {
            Pace::Office => office(at),
            Pace::Any => at,
        };
        self.over |= self.at >= self.end;
        self
    }

    /// Somebody does this now.
    fn add(&mut self, actor: &Actor, events: impl IntoIterator<Item = (CaseEvent, Private)>) {
        if !self.over {
            self.commands.push(PastCommand { actor: actor.clone(), at: self.now(), events: events.into_iter().collect() });
        }
    }

    fn now(&self) -> Timestamp {
        Timestamp::from_millisecond(self.at).unwrap_or(Timestamp::UNIX_EPOCH)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pace {
    /// In office hours.
    Office,
    /// At any hour.
    Any,
}

const NO_WORDS: Private = Private::Nothing;

impl Author {
    pub(crate) fn new(scene: Scene, rng: Arc<dyn Rng>, now: Timestamp) -> Self {
        Self { scene, rng, now }
    }

    pub(crate) fn rng(&self) -> &dyn Rng {
        self.rng.as_ref()
    }

    /// The end of history, milliseconds.
    pub(crate) fn now(&self) -> i64 {
        self.now.as_millisecond()
    }

    /// The history of a matter that arrived at `at`.
    pub(crate) fn write(&self, at: Timestamp, number: CaseNumber) -> Past {
        let rng = self.rng();
        let id = CaseId::new(at, rng);
        // `Scene::of` refuses a site that has none of these.
        let Some(((area, place), (kind, handlers))) = draw(rng, &self.scene.areas).zip(draw(rng, &self.scene.kinds)) else {
            return Past { id, said: Said::default(), commands: Vec::new() };
        };
        let said = self.said(place, kind);
        let mut draft = Draft { at: at.as_millisecond(), end: self.now() + 1, over: false, commands: Vec::new() };
        let urgent = happens(rng, 4);
        let suggested = happens(rng, 85).then(|| kind.code.clone());
        draft.add(
            &Actor::Resident,
            [
                (
                    CaseEvent::Submitted {
                        number,
                        channel: draw(rng, &[(Channel::Web, 48), (Channel::Phone, 34), (Channel::Counter, 15), (Channel::Api, 3)])
                            .copied()
                            .unwrap_or(Channel::Web),
                        area: happens(rng, 93).then(|| area.clone()),
                        case_type: kind.case_type,
                        reachable: said.phone.is_some() || said.email.is_some(),
                        confidential: happens(rng, 8),
                        held: false,
                        sealed: false,
                        against: None,
                        link: None,
                        received_at: None,
                        parameters: Limits::DEFAULT.version.to_string(),
                    },
                    Private::Said(Box::new(said.clone())),
                ),
                (
                    CaseEvent::Triaged { unit: suggested.as_ref().map(|_| kind.unit.clone()), kind: suggested, urgent, drawn: None },
                    NO_WORDS,
                ),
            ],
        );
        self.live(&mut draft, kind, handlers, urgent);
        Past { id, said, commands: draft.commands }
    }

    fn live(&self, draft: &mut Draft, kind: &MatterKind, handlers: &[AccountId], urgent: bool) {
        let rng = self.rng();
        let (Some(desk), Some(handler)) = (pick(rng, &self.scene.dispatchers), pick(rng, handlers)) else { return };
        let (desk, handler, staff) = (Actor::Account(*desk), *handler, Actor::Account(*handler));
        let complexity = if happens(rng, 12) { Complexity::Complex } else { kind.complexity };
        // Six in a thousand are forgotten at some desk: they are what red lights are for.
        let forgotten = if rng.below(1_000) < 6 { rng.below(4) } else { 4 };
        if forgotten == 0 {
            return;
        }
        let (wait, pace) = if urgent { (minutes(rng, 3, 40), Pace::Any) } else { (minutes(rng, 10, 600), Pace::Office) };
        let dispatched = CaseEvent::Dispatched {
            unit: kind.unit.clone(),
            assists: Vec::new(),
            kind: kind.code.clone(),
            case_type: kind.case_type,
            complexity,
            because: None,
            by: desk.account(),
            automatic: None,
        };
        draft.wait(wait, pace).add(&desk, [(dispatched, NO_WORDS)]);
        if forgotten == 1 {
            return;
        }
        draft.wait(minutes(rng, 5, 480), pace).add(&staff, [(CaseEvent::Accepted { handler }, NO_WORDS)]);
        self.contact(draft, &staff, pace);
        if forgotten == 2 {
            return;
        }
        if complexity == Complexity::Complex || happens(rng, 45) {
            let plan = (complexity == Complexity::Complex).then(|| "先实地看，再请各家商量，两周内给出办法和日子。".to_owned());
            draft
                .wait(minutes(rng, 30, 2_000), Pace::Office)
                .add(&staff, [(CaseEvent::Started { planned: plan.is_some() }, Private::words(plan))]);
        }
        if happens(rng, 6) {
            draft
                .wait(minutes(rng, 60, 1_500), Pace::Any)
                .add(&Actor::Resident, [(CaseEvent::Supplemented, Private::Words("今天又看了一次，还是那样。".to_owned()))]);
        }
        if happens(rng, 25) {
            let shown = if happens(rng, 40) { Shown::Resident } else { Shown::Internal };
            draft
                .wait(minutes(rng, 60, 1_500), Pace::Office)
                .add(&staff, [(CaseEvent::Noted { shown }, Private::Words("已经到现场看过，材料在路上。".to_owned()))]);
        }
        if forgotten == 3 {
            return;
        }
        self.answer(draft, &staff, kind.case_type, complexity);
        let first = self.verdict(draft, 7);
        if first == Verdict::Reopened {
            let resumed = CaseEvent::Resumed { unit: kind.unit.clone(), handler };
            draft.wait(minutes(rng, 20, 600), Pace::Office).add(&desk, [(resumed, NO_WORDS)]);
            self.contact(draft, &staff, Pace::Office);
            self.answer(draft, &staff, CaseType::Help, Complexity::General);
            // Nobody is made to fail twice here: what comes after a second reopening waits for its own work.
            self.verdict(draft, 0);
        }
    }

    fn contact(&self, draft: &mut Draft, staff: &Actor, pace: Pace) {
        let rng = self.rng();
        let call = |how, seconds| [(CaseEvent::Contacted(Contacted { how, seconds }), Private::Words("问清了位置和情况。".to_owned()))];
        match rng.below(100) {
            // Nobody spoke with the resident before the answer.
            0..6 => {}
            6..11 => {
                for _ in 0..3 {
                    draft.wait(minutes(rng, 30, 500), Pace::Office).add(staff, call(ContactHow::Attempt, None));
                }
            }
            11..20 => draft.wait(minutes(rng, 60, 1_200), Pace::Office).add(staff, call(ContactHow::Visit, None)),
            _ => {
                let seconds = u32::try_from(30 + rng.below(400)).ok();
                draft.wait(minutes(rng, 5, 600), pace).add(staff, call(ContactHow::Call, seconds));
            }
        }
    }

    fn answer(&self, draft: &mut Draft, staff: &Actor, case_type: CaseType, complexity: Complexity) {
        const DAY: u64 = 24 * 60;
        let rng = self.rng();
        let (low, high) = match complexity {
            Complexity::Complex => (2 * DAY, 16 * DAY),
            Complexity::General => match case_type {
                CaseType::Enquiry => (20, DAY),
                CaseType::Help | CaseType::Thanks | CaseType::Other => (120, 5 * DAY),
                CaseType::Suggestion | CaseType::Complaint | CaseType::Report => (240, 9 * DAY),
            },
        };
        // Six in a hundred take far too long.
        let wait = if happens(rng, 6) { minutes(rng, high, 3 * high) } else { minutes(rng, low, high) };
        let outcome =
            draw(rng, &[(Outcome::Solved, 74), (Outcome::Partly, 12), (Outcome::Explained, 14)]).copied().unwrap_or(Outcome::Solved);
        draft.wait(wait, Pace::Office);
        let until = end_of_day(draft.now(), Limits::DEFAULT.rating_days).as_millisecond();
        let words = "已经办好，请您当面看过再评。有问题直接打给我们，不用重新反映。";
        draft.add(
            staff,
            [(CaseEvent::Answered { outcome }, Private::Words(words.to_owned())), (CaseEvent::FeedbackAsked { until }, NO_WORDS)],
        );
    }

    /// The resident rates, `bad` times in a hundred badly; or the window passes.
    fn verdict(&self, draft: &mut Draft, bad: u64) -> Verdict {
        let rng = self.rng();
        if happens(rng, 38) {
            let until = end_of_day(draft.now(), Limits::DEFAULT.rating_days);
            let wait = until.as_millisecond() - draft.at + i64::try_from(rng.below(60_000)).unwrap_or(0);
            let system = Actor::System("the rating window is over".to_owned());
            draft.wait(wait, Pace::Any).add(&system, [(CaseEvent::Closed { cause: CloseCause::WindowOver }, NO_WORDS)]);
            return Verdict::Closed;
        }
        let rating = if happens(rng, bad) {
            Rating {
                contacted: happens(rng, 80),
                solved: false,
                satisfaction: draw(rng, &[(1, 30), (2, 50), (3, 20)]).copied().unwrap_or(2),
            }
        } else {
            Rating { contacted: true, solved: true, satisfaction: draw(rng, &[(5, 55), (4, 32), (3, 13)]).copied().unwrap_or(4) }
        };
        let (then, verdict) = if rating.closes() {
            (CaseEvent::Closed { cause: CloseCause::Rated }, Verdict::Closed)
        } else {
            (CaseEvent::Reopened { cause: ReopenCause::Rating }, Verdict::Reopened)
        };
        let comment = happens(rng, 20).then(|| if rating.closes() { "谢谢，办得快。" } else { "还是老样子。" }.to_owned());
        // Within six days: the window ends at the end of the seventh.
        draft
            .wait(minutes(rng, 10, 6 * 24 * 60), Pace::Any)
            .add(&Actor::Resident, [(CaseEvent::Rated(rating), Private::words(comment)), (then, NO_WORDS)]);
        verdict
    }

    /// What the resident said: as long as people's texts are, from a line to a page.
    fn said(&self, place: &str, kind: &MatterKind) -> Said {
        const OPENINGS: [&str; 5] = ["您好，", "", "反映一下，", "麻烦看看，", "请问一下，"];
        const MIDDLES: [&str; 6] = [
            "已经好几天了，老人和孩子出门都不方便。",
            "之前打过电话，说会来人，一直没有来。",
            "晚上最厉害，早上好一点，周围几户都一样。",
            "不知道归哪里管，物业说不是他们的事。",
            "我们几家商量过，愿意配合，就是想知道要等多久。",
            "下雨天更明显，路过的人都绕着走。",
        ];
        const ENDINGS: [&str; 4] = ["请安排人来看看。", "谢谢。", "希望尽快处理，给个准信。", "需要什么材料请告诉我。"];
        let rng = self.rng();
        let label = kind.label.zh.as_str();
        let mut text = format!("{}{place}{}号这边，{label}的事。", pick(rng, &OPENINGS).unwrap_or(&""), 1 + rng.below(40));
        for _ in 0..rng.below(5) {
            text.push_str(pick(rng, &MIDDLES).unwrap_or(&""));
        }
        text.push_str(pick(rng, &ENDINGS).unwrap_or(&""));
        Said {
            title: happens(rng, 60).then(|| label.to_owned()),
            text,
            place_words: Some(format!("{place}{}号楼", 1 + rng.below(30))),
            lat: None,
            lon: None,
            name: happens(rng, 45).then(|| "李女士".to_owned()),
            phone: happens(rng, 82).then(|| format!("1380000{:04}", rng.below(10_000))),
            email: None,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Closed,
    Reopened,
}
