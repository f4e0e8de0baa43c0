//! The loop of one case, from the resident's words to the resident's verdict.

use futures::{StreamExt as _, stream};
use rand::TryRng as _;
use rand::rngs::SysRng;

use crate::acknowledged::{Ledger, Promise};
use crate::api::{Answer, Api, ApiError, Call};
use crate::county::{County, Kind};
use crate::input::Message;
use crate::judge::judge;
use crate::protocol::{Command, Contact, Place, Rating, SOLVED, Step, Submit};
use crate::report::Totals;
use crate::timing::Stopwatch;

/// Each so many-th message is rated "not solved" first and must come back.
const DISSATISFIED_EVERY: usize = 20;
/// Each so many-th resident, by the id of the message, leaves no telephone number.
const ANONYMOUS_EVERY: u64 = 5;

/// A drive of one server.
pub struct Drive<'a> {
    api: &'a Api,
    county: &'a County,
    ledger: Option<&'a Ledger>,
    run: String,
}

/// Why the loop of a message ended early.
#[derive(Debug, thiserror::Error)]
enum StepError {
    #[error(transparent)]
    Api(#[from] ApiError),
    #[error("after {step:?} the case is {status}")]
    UnexpectedState { step: Step, status: String },
    #[error("the promise could not be written down: {0}")]
    Ledger(#[from] std::io::Error),
    #[error("the county has nobody for this message")]
    Nobody,
    #[error("not sent: the server is gone")]
    NotSent,
}

/// What became of one message.
#[derive(Default)]
struct Outcome {
    submitted: bool,
    promise: Option<Promise>,
    reopened: bool,
    error: Option<StepError>,
}

/// A case on its way through the staff's hands.
struct InHand<'a> {
    promise: &'a mut Promise,
    /// The version last seen; `None` after a step whose answer did not tell it.
    version: Option<String>,
    /// `Authorization` of the unit's lead, where it has one.
    lead: Option<&'a str>,
}

impl<'a> Drive<'a> {
    /// A drive of the server behind `api`; promises go to `ledger` as they are made.
    pub fn new(api: &'a Api, county: &'a County, ledger: Option<&'a Ledger>) -> Self {
        // Idempotency keys live for a day: a second drive of the same file must not be given the first one's cases.
        let mut seed = [0; 8];
        let run = match SysRng.try_fill_bytes(&mut seed) {
            Ok(()) => format!("{:016x}", u64::from_le_bytes(seed)),
            Err(_) => format!("{}", crate::timing::unix_seconds()),
        };
        Self { api, county, ledger, run }
    }

    /// Takes all messages through the loop, `concurrency` at once, then reads each case again.
    pub async fn all(&self, messages: &[Message], concurrency: usize) -> Totals {
        let watch = Stopwatch::start();
        let outcomes: Vec<(usize, Outcome)> = stream::iter(messages.iter().enumerate())
            .map(|(index, message)| async move { (index, self.one(index, message).await) })
            .buffer_unordered(concurrency)
            .collect()
            .await;
        let took = watch.elapsed();

        let mut totals = Totals::default();
        let mut promises = Vec::new();
        for (index, outcome) in outcomes {
            let id = messages.get(index).map_or("", |message| message.id.as_str());
            totals.submitted += usize::from(outcome.submitted);
            totals.reopened += usize::from(outcome.reopened);
            let failed = outcome.error.is_some();
            if let Some(error) = &outcome.error {
                totals.fail(id, error);
            }
            if let Some(promise) = outcome.promise {
                totals.acknowledged += 1;
                totals.closed += usize::from(promise.step == Step::RateSolved);
                promises.push((id, failed, promise));
            }
        }
        let mut verdicts = stream::iter(promises)
            .map(|(id, failed, promise)| async move {
                let verdict = judge(self.api, &promise).await;
                (id, failed, promise, verdict)
            })
            .buffer_unordered(concurrency);
        while let Some((id, failed, promise, verdict)) = verdicts.next().await {
            match verdict {
                Ok((verdict, status)) => totals.count(verdict, &promise, &status),
                // One message is one error, however much of it went wrong.
                Err(error) if !failed => totals.fail(id, &error),
                Err(_) => {}
            }
        }
        totals.measured(took, &self.api.latencies());
        totals
    }

    async fn one(&self, index: usize, message: &Message) -> Outcome {
        let mut outcome = Outcome::default();
        if self.api.is_gone() {
            outcome.error = Some(StepError::NotSent);
        } else if let Err(error) = self.walk(index, message, &mut outcome).await {
            outcome.error = Some(error);
        }
        outcome
    }

    async fn walk(&self, index: usize, message: &Message, outcome: &mut Outcome) -> Result<(), StepError> {
        let kind = message.draw(&self.county.kinds, 7).ok_or(StepError::Nobody)?;
        let dispatcher = message.draw(&self.county.dispatchers, 11).ok_or(StepError::Nobody)?;
        let handler = message.draw(&kind.handlers, 13).ok_or(StepError::Nobody)?;
        let phone = phone_of(message);

        outcome.submitted = true;
        let promise = outcome.promise.insert(self.submit(index, message, phone.as_deref()).await?);
        self.write_down(promise)?;
        let lead = message.draw(&kind.leads, 17).map(String::as_str);
        let mut case = InHand { promise, version: None, lead };

        self.step(&mut case, dispatcher, Step::Dispatch, &dispatch(kind)).await?;
        self.step(&mut case, handler, Step::Accept, &Command::Accept {}).await?;
        let contact = Command::contact(phone.as_deref(), "已向群众说明受理情况和办理时限。");
        self.step(&mut case, handler, Step::LogContact, &contact).await?;
        self.step(&mut case, handler, Step::Start, &Command::Start { plan: "三日内到现场查看，查明原因后当面答复。" }).await?;
        let text = message.reply.as_deref().unwrap_or("您反映的事项我单位已派人到现场核实并办理完毕，感谢您的反映。");
        self.step(&mut case, handler, Step::Answer, &Command::Answer { result: SOLVED, text }).await?;

        if (index + 1).is_multiple_of(DISSATISFIED_EVERY) {
            let unsolved = Rating { contacted: true, solved: false, satisfaction: 2, comment: "还没有解决。" };
            self.rate(&mut case, index, Step::RateUnsolved, &unsolved).await?;
            outcome.reopened = true;
            self.step(&mut case, dispatcher, Step::Resume, &Command::Resume {}).await?;
            let text = "经再次核实，您反映的事项现已办理完毕。";
            self.step(&mut case, handler, Step::AnswerAgain, &Command::Answer { result: SOLVED, text }).await?;
        }
        let solved = Rating { contacted: true, solved: true, satisfaction: 5, comment: "已经解决。" };
        self.rate(&mut case, index, Step::RateSolved, &solved).await
    }

    async fn submit(&self, index: usize, message: &Message, phone: Option<&str>) -> Result<Promise, StepError> {
        let area = message.draw(&self.county.communities, 3).ok_or(StepError::Nobody)?;
        let words = format!("{}服务站附近", area.name);
        let body = Submit {
            text: &message.text,
            title: message.title.as_deref(),
            place: Place { words: &words, area: &area.code },
            contact: Contact { phone },
        };
        let key = format!("drive-{}-{index}-submit", self.run);
        let call = Call::post("/public/cases", &body).with_key(&key);
        let answer = self.api.expect(&call).await?;
        let missing = |field| ApiError::Incomplete("POST /public/cases".to_owned(), field);
        let number = answer.text("number").ok_or_else(|| missing("number"))?;
        let code = answer.text("query_code").ok_or_else(|| missing("query_code"))?;
        Ok(Promise::new(number, code, message))
    }

    /// One command of staff. A conflict is read and tried once more, unless the reading shows that the command had been carried out.
    async fn step(&self, case: &mut InHand<'_>, bearer: &str, step: Step, command: &Command<'_>) -> Result<(), StepError> {
        let version = match case.version.take() {
            Some(version) => version,
            None => self.look(case, bearer).await?.1,
        };
        let path = format!("/cases/{}/{}", case.promise.number, command.name());
        let call = Call::post(path.clone(), command).bearer(bearer).if_match(&version);
        let mut answer = self.api.send(&call).await?;
        if matches!(answer.status, 409 | 412) {
            let (status, version) = self.look(case, bearer).await?;
            // Contacts leave the state as it is, so there the state proves nothing and the command is repeated.
            if step.left(&status) && step != Step::LogContact {
                case.version = Some(version);
                return self.acknowledged(case, step);
            }
            answer = self.api.send(&Call::post(path, command).bearer(bearer).if_match(&version)).await?;
        }
        // What waits for the lead's word gets it, also where the answer that said so was lost.
        let waits = answer.text("pending").is_some() || answer.text("code") == Some("case.proposal_waits");
        if let Some(lead) = case.lead.filter(|_| waits && matches!(step, Step::Answer | Step::AnswerAgain)) {
            let version = match answer.version() {
                Some(version) => version,
                None => self.look(case, lead).await?.1,
            };
            let path = format!("/cases/{}/{}", case.promise.number, Command::Agree {}.name());
            answer = self.api.send(&Call::post(path, &Command::Agree {}).bearer(lead).if_match(&version)).await?;
        }
        if !(200..300).contains(&answer.status) {
            return Err(answer.refusal(&call).into());
        }
        case.version = answer.version();
        check_state(step, &answer)?;
        self.acknowledged(case, step)
    }

    /// The state and version of a case, as staff read them.
    async fn look(&self, case: &InHand<'_>, bearer: &str) -> Result<(String, String), StepError> {
        let path = format!("/cases/{}", case.promise.number);
        let answer = self.api.expect(&Call::get(path.clone()).bearer(bearer)).await?;
        let version = answer.version().ok_or_else(|| ApiError::Incomplete(format!("GET {path}"), "version"))?;
        Ok((answer.text("status").unwrap_or_default().to_owned(), version))
    }

    async fn rate(&self, case: &mut InHand<'_>, index: usize, step: Step, rating: &Rating<'_>) -> Result<(), StepError> {
        let path = format!("/public/cases/{}/rating", case.promise.number);
        let key = format!("drive-{}-{index}-{step:?}", self.run);
        let call = Call::post(path, rating).with_query_code(&case.promise.code).with_key(&key);
        let answer = self.api.expect(&call).await?;
        case.version = answer.version();
        check_state(step, &answer)?;
        self.acknowledged(case, step)
    }

    fn acknowledged(&self, case: &mut InHand<'_>, step: Step) -> Result<(), StepError> {
        case.promise.step = step;
        self.write_down(case.promise)
    }

    fn write_down(&self, promise: &Promise) -> Result<(), StepError> {
        self.ledger.map_or(Ok(()), |ledger| ledger.record(promise)).map_err(StepError::from)
    }
}

/// An answer that names a state must name the one the step leaves; "not solved" above all must be `Reopened`.
fn check_state(step: Step, answer: &Answer) -> Result<(), StepError> {
    match answer.text("status") {
        Some(status) if !step.left(status) => Err(StepError::UnexpectedState { step, status: status.to_owned() }),
        Some(_) | None => Ok(()),
    }
}

fn dispatch(kind: &Kind) -> Command<'_> {
    Command::Dispatch { kind: &kind.code, unit: &kind.unit, complexity: &kind.complexity }
}

/// An invented number, or none for one resident in five. Servers that are driven send no messages: the demo's SMS port goes nowhere.
fn phone_of(message: &Message) -> Option<String> {
    let lot = message.lot();
    (!lot.is_multiple_of(ANONYMOUS_EVERY)).then(|| format!("1990000{:04}", lot % 10_000))
}
