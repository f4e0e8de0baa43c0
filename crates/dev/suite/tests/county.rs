//! The reference model of the model test: cases as plain values, rules as plain comparisons, written once more from the
//! domain's words (4.1 with decisions 1–3). It shares nothing with `cases::model`; of the product only the calendar engine
//! is used, which has proofs of its own.
//!
//! States are letters: T triage, D dispatched, R returned, A accepted, P in progress, W awaits the resident, F deferred,
//! B feedback, C closed, O reopened, N not accepted, M merged, S split, X referred, Y withdrawn.

#![expect(clippy::match_same_arms, reason = "one line for each step, in the order of the table")]

use std::collections::BTreeSet;

use identity::Role;
use jiff::civil::Date;
use kernel::{Timestamp, format};
use serde_json::{Value, json};
use workday::{Calendar, Limit, Mode, Rule};

const REFUSED: &str = "case.step_refused";

/// Somebody who steps; the resident has no role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Who {
    pub login: &'static str,
    pub role: Option<Role>,
    pub unit: Option<&'static str>,
}

const fn staff(login: &'static str, role: Role, unit: Option<&'static str>) -> Who {
    Who { login, role: Some(role), unit }
}

/// The cast: two units with handlers and a lead each, two dispatchers, two supervisors.
pub const CAST: &[Who] = &[
    Who { login: "the resident", role: None, unit: None },
    staff("xu.housing", Role::Handler, Some("housing")),
    staff("ma.housing", Role::Handler, Some("housing")),
    staff("gu.housing", Role::Handler, Some("housing")),
    staff("teng.agriculture", Role::Handler, Some("agriculture")),
    staff("han.lead", Role::Lead, Some("housing")),
    staff("ai.agriculture", Role::Lead, Some("agriculture")),
    staff("chen.dispatch", Role::Dispatcher, None),
    staff("zhou.dispatch", Role::Dispatcher, None),
    staff("gao.supervise", Role::Supervisor, None),
    staff("qi.supervise", Role::Supervisor, None),
    staff("wu.organise", Role::Organiser, None),
    staff("mei.point", Role::PointStaff, None),
    staff("cao.audit", Role::Auditor, None),
];

/// Whose word a proposal waits for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Word {
    Handler,
    Lead(&'static str),
    Of(Role),
}

/// A proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pending {
    /// As the API calls it.
    pub what: &'static str,
    by: Option<&'static str>,
    needs: Vec<Word>,
    agreed: Vec<&'static str>,
    lapses: Timestamp,
    unit: &'static str,
    review: Date,
}

impl Pending {
    fn outlives(&self) -> bool {
        ["exclude", "flag_abuse", "unseal"].contains(&self.what)
    }
}

/// A case.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Model {
    pub state: char,
    pub unit: Option<&'static str>,
    pub handler: Option<&'static str>,
    pub dispatches: u32,
    pub reopenings: u32,
    pub pending: Option<Pending>,
    pub sealed: bool,
    against: Option<&'static str>,
    complex: bool,
    designated: bool,
    stops: u32,
    extensions: u32,
    attempts: u32,
    attempt_days: BTreeSet<Date>,
    chased: Option<Date>,
    dispatched: Option<(&'static str, Timestamp)>,
    classed_by: Option<&'static str>,
    class_contested: bool,
    class_open: bool,
    refused_by: Option<&'static str>,
    judged: Option<&'static str>,
    excluded: bool,
    assists: BTreeSet<&'static str>,
    parent: Option<usize>,
    give_back: Timestamp,
    until: Timestamp,
    review: Date,
    /// Since when the final clock runs, as far as it is plain: within the same day it is never due, after a hundred days it
    /// always is.
    since: Timestamp,
}

/// A step with its choices.
#[derive(Debug, Clone)]
pub struct Move {
    pub step: &'static str,
    pub who: Who,
    pub case: usize,
    pub other: usize,
    pub unit: &'static str,
    pub next: Who,
    /// One way or the other: complex, in vain, not solved, against the unit.
    pub yes: bool,
}

pub const STEPS: &[&str] = &[
    "dispatch",
    "dispatch",
    "undo-dispatch",
    "designate",
    "designate",
    "return",
    "return",
    "accept",
    "accept",
    "start",
    "start",
    "log-contact",
    "note",
    "assist",
    "end-assist",
    "ask",
    "ask",
    "answer",
    "answer",
    "answer-at-once",
    "recall-answer",
    "reassign",
    "go-on",
    "resume",
    "resume",
    "close-disputed",
    "not-accept",
    "handed-over",
    "merge",
    "merge-in",
    "unmerge",
    "split",
    "reclassify",
    "seal",
    "ask-extension",
    "ask-extension",
    "propose-silent",
    "propose-deferral",
    "propose-referral",
    "propose-transfer",
    "propose-exclusion",
    "propose-abuse",
    "propose-unseal",
    "agree",
    "agree",
    "agree",
    "agree",
    "refuse-proposal",
    "take-back-proposal",
    "chase",
    "contest",
    "contest-class",
    "rating",
    "rating",
    "rating",
    "reopen",
    "supplement",
    "withdraw",
];

/// Steps of the resident.
pub const OWN: &[&str] = &["chase", "contest", "contest-class", "rating", "reopen", "supplement", "withdraw"];

fn due(from: Timestamp, days: u32) -> Timestamp {
    Rule::new(Calendar::shipped(), Mode::Provisional).due(from, Limit::WorkingDays(days), &[]).unwrap().due.unwrap()
}

fn midnight_after(now: Timestamp, days: i64) -> Timestamp {
    format::instant(format::local_date(now).saturating_add(jiff::Span::new().days(days + 1)).at(0, 0, 0, 0))
}

impl Move {
    /// What is sent. Numbers of cases come from outside.
    pub fn body(&self, other: &str, now: Timestamp) -> Value {
        let text = "按规定办理";
        let complexity = if self.yes { "complex" } else { "general" };
        match self.step {
            "dispatch" => {
                json!({ "kind": "property_service", "unit": self.unit, "case_type": "help", "complexity": complexity, "complex_reason": "site" })
            }
            "designate" | "assist" => json!({ "unit": self.unit, "text": text }),
            "end-assist" => json!({ "unit": self.unit }),
            "start" => json!({ "plan": text }),
            "log-contact" => json!({ "how": if self.yes { "attempt" } else { "call" }, "seconds": 60 }),
            "reassign" | "resume" => json!({ "handler": self.next.login }),
            "reclassify" => {
                json!({ "kind": "property_service", "case_type": "help", "complexity": complexity, "complex_reason": "site", "text": text })
            }
            "seal" => json!({ "reason": "about_cadre", "against": if self.yes { self.unit } else { "" } }),
            "propose-transfer" => json!({ "unit": self.unit, "text": text }),
            "propose-deferral" => json!({ "reason": "history", "review_on": review(now).to_string(), "text": text }),
            "rating" => json!({ "contacted": true, "solved": !self.yes, "satisfaction": if self.yes { 1 } else { 5 } }),
            step => crate::cast::body(step, other, other),
        }
    }
}

fn review(now: Timestamp) -> Date {
    format::local_date(now).saturating_add(jiff::Span::new().days(30))
}

/// All cases of one round.
#[derive(Debug, Clone)]
pub struct County {
    pub cases: Vec<Model>,
}

impl Model {
    fn new(now: Timestamp) -> Self {
        Self {
            state: 'T',
            unit: None,
            handler: None,
            dispatches: 0,
            reopenings: 0,
            pending: None,
            sealed: false,
            against: None,
            complex: false,
            designated: false,
            stops: 0,
            extensions: 0,
            attempts: 0,
            attempt_days: BTreeSet::new(),
            chased: None,
            dispatched: None,
            classed_by: None,
            class_contested: false,
            class_open: false,
            refused_by: None,
            judged: None,
            excluded: false,
            assists: BTreeSet::new(),
            parent: None,
            give_back: now,
            until: now,
            review: format::local_date(now),
            since: now,
        }
    }

    fn is(&self, letters: &str) -> bool {
        letters.contains(self.state)
    }

    /// Moves on; what was proposed about the old state is void.
    fn go(&mut self, state: char) {
        if self.state != state {
            self.pending.take_if(|pending| !pending.outlives());
        }
        self.state = state;
        if "TN".contains(state) {
            (self.unit, self.handler) = (None, None);
        }
    }

    fn sent(&mut self, unit: &'static str, now: Timestamp) {
        self.go('D');
        (self.unit, self.handler) = (Some(unit), None);
        self.give_back = due(now, if self.complex { 2 } else { 1 });
    }

    fn next(&self) -> Option<&Word> {
        self.pending.as_ref()?.needs.first()
    }

    /// So many units gave it back that it waits to be told which one has it.
    fn stuck(&self) -> bool {
        self.is("TR") && self.dispatches >= 3
    }

    fn waits_for(&self, role: Role) -> bool {
        self.next() == Some(&Word::Of(role)) || self.stuck() || role == Role::Supervisor && self.is("O") && self.reopenings >= 3
    }

    fn asks(&self, unit: Option<&str>) -> bool {
        matches!(self.next(), Some(Word::Lead(lead)) if Some(*lead) == unit)
    }

    fn ticket(&self, who: Who) -> bool {
        who.role == Some(Role::Handler) && self.handler == Some(who.login) && (self.against.is_none() || self.against != self.unit)
    }

    fn of_lead(&self, who: Who) -> bool {
        who.role == Some(Role::Lead)
            && (self.unit == who.unit || self.asks(who.unit))
            && (self.against.is_none() || self.against != who.unit)
    }

    fn reopened(&mut self, now: Timestamp) {
        self.reopenings += 1;
        (self.stops, self.extensions, self.attempts, self.since) = (0, 0, 0, now);
        self.attempt_days.clear();
    }

    /// `None` where the engine must say it.
    fn is_due(&self, now: Timestamp) -> Option<bool> {
        match self.state {
            'B' | 'C' | 'X' | 'Y' | 'S' | 'N' => Some(true),
            // Deferring stops the clock where it stands: what was late before stays late.
            'F' => None,
            _ if format::local_date(self.since) == format::local_date(now) => Some(false),
            _ if now.duration_since(self.since).as_hours() >= 2_400 => Some(true),
            _ => None,
        }
    }

    /// Whether its time to be given back, to contest and so on is still open: until the very instant.
    fn answered(&mut self, now: Timestamp) {
        self.go('B');
        self.until = midnight_after(now, 7);
    }

    /// What happens by itself.
    fn passes(&mut self, now: Timestamp) {
        let over = self.until <= now;
        if self.pending.as_ref().is_some_and(|pending| pending.lapses <= now) {
            self.pending = None;
            if self.is("W") && over {
                self.go('P');
            }
        } else if self.is("W") && over {
            let silent = self.attempts >= 3 && self.attempt_days.len() >= 2;
            match &self.pending {
                Some(pending) if !pending.outlives() => {}
                None if silent => {
                    let needs = [Some(Word::Handler), self.unit.map(Word::Lead)].into_iter().flatten().collect();
                    self.propose("answer_silent", None, needs, due(now, 2), now);
                }
                _ => self.go('P'),
            }
        }
        if self.is("F") && format::instant(self.review.at(8, 30, 0, 0)) <= now {
            self.go('P');
            self.since = now;
        }
        if self.is("BNY") && over {
            self.go('C');
            self.until = now;
        }
    }

    fn propose(&mut self, what: &'static str, by: Option<&'static str>, needs: Vec<Word>, lapses: Timestamp, now: Timestamp) {
        self.pending = Some(Pending { what, by, needs, agreed: Vec::new(), lapses, unit: "", review: review(now) });
    }
}

impl County {
    pub fn new(count: usize, now: Timestamp) -> Self {
        Self { cases: vec![Model::new(now); count] }
    }

    /// The clock has moved, and what was due has run.
    pub fn passes(&mut self, now: Timestamp) {
        for case in &mut self.cases {
            case.passes(now);
        }
    }

    fn children(&self, of: usize) -> Vec<usize> {
        (0..self.cases.len()).filter(|nth| self.cases[*nth].parent == Some(of) && self.cases[*nth].is("M")).collect()
    }

    /// Whether permission and scope let `who` take the step at all, and if not, with which answer.
    fn may_try(&self, it: &Move) -> Result<(), &'static str> {
        let (case, who) = (&self.cases[it.case], it.who);
        let Some(role) = who.role else { return Ok(()) };
        let waiting = role == Role::Handler && case.is("D") && case.unit == who.unit && case.against != who.unit;
        let (roles, reached): (&[Role], bool) = match it.step {
            "accept" | "start" | "log-contact" | "ask" | "answer" | "ask-extension" | "propose-silent" | "propose-referral" => {
                (&[Role::Handler], waiting || case.ticket(who))
            }
            "return" | "reassign" | "recall-answer" | "go-on" | "propose-transfer" => (&[Role::Lead], case.of_lead(who)),
            "propose-deferral" | "propose-exclusion" => (&[Role::Handler, Role::Lead], case.ticket(who) || case.of_lead(who)),
            "assist" | "end-assist" => (&[Role::Lead, Role::Dispatcher], case.of_lead(who) || role == Role::Dispatcher),
            "note" => (&[Role::Handler, Role::Lead, Role::Dispatcher], case.ticket(who) || case.of_lead(who) || role == Role::Dispatcher),
            "agree" | "refuse-proposal" | "take-back-proposal" => (
                &[Role::Handler, Role::Lead, Role::Dispatcher, Role::Supervisor, Role::Organiser],
                match role {
                    Role::Supervisor | Role::Organiser => case.waits_for(role),
                    Role::Dispatcher => true,
                    _ => case.ticket(who) || case.of_lead(who),
                },
            ),
            "designate" => (&[Role::Supervisor, Role::Organiser], case.waits_for(role)),
            "close-disputed" => (&[Role::Supervisor], case.waits_for(role)),
            "resume" => (&[Role::Dispatcher, Role::Supervisor], role == Role::Dispatcher || case.waits_for(role)),
            "answer-at-once" => (&[Role::PointStaff], !case.sealed),
            _ => (&[Role::Dispatcher], true),
        };
        if !roles.contains(&role) {
            return Err("auth.forbidden");
        }
        let hidden = case.against.is_some() && case.against == who.unit;
        let taken = it.step == "accept" && case.unit == who.unit && !hidden && case.handler.is_some_and(|handler| handler != who.login);
        match (reached, taken) {
            (true, _) => Ok(()),
            (false, true) => Err("case.taken"),
            (false, false) => Err("case.not_found"),
        }
    }

    /// Whether `who` may give the word that is needed next.
    fn word(case: &Model, who: Who) -> Result<(), &'static str> {
        let pending = case.pending.as_ref().ok_or("case.nothing_proposed")?;
        let free = pending.by != Some(who.login) && !pending.agreed.contains(&who.login);
        let hers = match case.next() {
            Some(Word::Handler) => case.ticket(who),
            Some(Word::Lead(unit)) => case.of_lead(who) && who.unit == Some(*unit),
            Some(Word::Of(role)) => who.role == Some(*role),
            None => false,
        };
        if free && hers { Ok(()) } else { Err("case.not_your_word") }
    }

    fn may_merge(&self, child: usize, parent: usize) -> bool {
        let (one, other) = (&self.cases[child], &self.cases[parent]);
        let alike = one.sealed == other.sealed && one.against == other.against;
        child != parent && other.is("TDRAPWF") && alike && self.children(child).is_empty()
    }

    /// Takes the step in the model, or says why not.
    #[expect(clippy::too_many_lines, reason = "one arm per step, each short")]
    pub fn take(&mut self, it: &Move, now: Timestamp) -> Result<(), &'static str> {
        self.may_try(it)?;
        let who = it.who.login;
        let states = |case: &Model, letters: &str| if case.is(letters) { Ok(()) } else { Err(REFUSED) };
        let rule = |holds: bool, code: &'static str| if holds { Ok(()) } else { Err(code) };
        let mut case = self.cases[it.case].clone();
        let lead = case.unit.map(Word::Lead).filter(|_| it.who.role != Some(Role::Lead) || it.who.unit != case.unit);
        let mut answered = false;
        match it.step {
            "dispatch" => {
                if case.is("TR") || case.is("O") && case.handler.is_none() {
                    rule(case.dispatches < 3, "case.designation_needed")?;
                    rule(case.against != Some(it.unit), "case.about_this_unit")?;
                    rule(case.refused_by != Some(who), "case.another_must_decide")?;
                } else {
                    return Err(REFUSED);
                }
                case.complex = it.yes;
                case.dispatches += 1;
                case.assists.clear();
                case.sent(it.unit, now);
                (case.dispatched, case.classed_by) = (Some((who, now)), Some(who));
            }
            "designate" => {
                states(&case, "TR")?;
                rule(case.dispatches >= 3, "case.designation_early")?;
                rule(case.against != Some(it.unit), "case.about_this_unit")?;
                case.dispatches += 1;
                case.sent(it.unit, now);
                (case.designated, case.dispatched) = (true, None);
            }
            "undo-dispatch" => {
                states(&case, "D")?;
                let fresh = case.dispatched.is_some_and(|(by, at)| by == who && now.duration_since(at).as_secs() <= 10);
                rule(fresh, "case.undo_over")?;
                case.go('T');
                case.dispatches -= 1;
                case.dispatched = None;
                case.assists.clear();
            }
            "return" => {
                states(&case, "D")?;
                rule(!case.designated, "case.designated")?;
                rule(now <= case.give_back, "case.return_window_over")?;
                case.go('R');
            }
            "accept" => {
                states(&case, "D")?;
                case.go('A');
                case.handler = Some(who);
            }
            "start" => {
                states(&case, "A")?;
                case.go('P');
            }
            "reassign" => {
                rule(case.unit == it.next.unit && case.handler != Some(it.next.login), "input.invalid")?;
                states(&case, "APWF")?;
                case.handler = Some(it.next.login);
            }
            "log-contact" => {
                states(&case, "DAPWFBO")?;
                if it.yes {
                    case.attempts += 1;
                    case.attempt_days.insert(format::local_date(now));
                }
            }
            "note" => {}
            "assist" => {
                rule(!case.sealed, "case.sealed_stays")?;
                rule(case.against != Some(it.unit), "case.about_this_unit")?;
                rule(case.unit != Some(it.unit), "case.already_so")?;
                states(&case, "DAPWF")?;
                case.assists.insert(it.unit);
            }
            "end-assist" => {
                rule(case.assists.contains(it.unit), "input.invalid")?;
                states(&case, "DAPWF")?;
                case.assists.remove(it.unit);
            }
            "ask" => {
                states(&case, "P")?;
                rule(case.stops < 2, "case.too_many_stops")?;
                rule(case.is_due(now) != Some(true), "case.already_due")?;
                case.go('W');
                case.stops += 1;
                case.until = due(now, 5);
            }
            "answer" => {
                states(&case, if case.complex { "P" } else { "AP" })?;
                if case.complex {
                    rule(case.pending.is_none(), "case.proposal_waits")?;
                    case.propose("answer", Some(who), lead.into_iter().collect(), due(now, 1), now);
                } else {
                    answered = true;
                }
            }
            "answer-at-once" => {
                states(&case, "T")?;
                (case.unit, case.handler) = (None, Some(who));
                answered = true;
            }
            "recall-answer" => {
                states(&case, "B")?;
                case.go('P');
                case.reopened(now);
            }
            "go-on" => {
                states(&case, "F")?;
                case.go('P');
                case.since = now;
            }
            "resume" => {
                states(&case, "O")?;
                rule(case.against.is_none() || case.against != it.next.unit, "case.about_this_unit")?;
                rule(case.reopenings < 2 || case.handler != Some(it.next.login), "input.invalid")?;
                rule(case.reopenings < 3 || it.who.role == Some(Role::Supervisor), "case.supervisor_must_decide")?;
                case.go('P');
                (case.unit, case.handler) = (it.next.unit, Some(it.next.login));
            }
            "close-disputed" => {
                states(&case, "O")?;
                rule(case.reopenings >= 3, "case.designation_early")?;
                case.go('C');
                case.until = now;
            }
            "not-accept" => {
                rule(case.refused_by != Some(who), "case.another_must_decide")?;
                states(&case, "T")?;
                case.go('N');
                (case.judged, case.until) = (Some(who), due(now, 5));
            }
            "handed-over" => {
                states(&case, "X")?;
                case.go('C');
                case.until = now;
            }
            "merge" => {
                rule(self.may_merge(it.case, it.other), "case.cannot_merge")?;
                states(&case, "TP")?;
                let (unit, handler) = (case.unit, case.handler);
                case.go('M');
                (case.unit, case.handler, case.parent) = (unit, handler, Some(it.other));
            }
            "merge-in" => {
                rule(self.may_merge(it.other, it.case), "case.cannot_merge")?;
                states(&self.cases[it.other], "TP")?;
                let other = &mut self.cases[it.other];
                other.go('M');
                other.parent = Some(it.case);
            }
            "unmerge" => {
                states(&case, "M")?;
                case.go(if case.handler.is_some() { 'P' } else { 'T' });
            }
            "split" => {
                states(&case, "TP")?;
                case.go('S');
            }
            "reclassify" => {
                rule(!case.class_open || case.classed_by != Some(who), "case.another_must_decide")?;
                states(&case, "DRAPWFO")?;
                (case.complex, case.classed_by, case.class_open) = (it.yes, Some(who), false);
            }
            "seal" => {
                let against = Some(it.unit).filter(|_| it.yes);
                rule(!case.sealed || against.is_some() && case.against != against, "case.already_so")?;
                case.sealed = true;
                if against.is_some() {
                    case.against = against;
                    if case.unit == against && case.is("DRAPWF") {
                        case.go('T');
                    }
                }
            }
            "ask-extension" => {
                rule(case.extensions < 2, "case.too_many_extensions")?;
                rule(case.is_due(now) != Some(true), "case.already_due")?;
                states(&case, "AP")?;
                rule(case.pending.is_none(), "case.proposal_waits")?;
                let decides = if case.extensions == 0 { Role::Dispatcher } else { Role::Supervisor };
                let needs = lead.into_iter().chain([Word::Of(decides)]).collect();
                case.propose("extend", Some(who), needs, due(now, 1), now);
            }
            "propose-silent" => {
                rule(case.attempts >= 3 && case.attempt_days.len() >= 2, "case.attempts_missing")?;
                states(&case, "W")?;
                rule(case.pending.is_none(), "case.proposal_waits")?;
                case.propose("answer_silent", Some(who), lead.into_iter().collect(), due(now, 1), now);
            }
            "propose-deferral" => {
                states(&case, "P")?;
                rule(case.pending.is_none(), "case.proposal_waits")?;
                let needs = lead.into_iter().chain([Word::Of(Role::Supervisor)]).collect();
                case.propose("defer", Some(who), needs, due(now, 1), now);
            }
            "propose-referral" => {
                states(&case, "P")?;
                rule(case.pending.is_none(), "case.proposal_waits")?;
                case.propose("refer", Some(who), vec![Word::Of(Role::Dispatcher)], due(now, 1), now);
            }
            "propose-transfer" => {
                rule(case.against != Some(it.unit), "case.about_this_unit")?;
                rule(case.unit != Some(it.unit), "case.already_so")?;
                states(&case, "AP")?;
                rule(case.pending.is_none(), "case.proposal_waits")?;
                case.propose("transfer", Some(who), vec![Word::Lead(it.unit), Word::Of(Role::Dispatcher)], due(now, 1), now);
                if let Some(pending) = &mut case.pending {
                    pending.unit = it.unit;
                }
            }
            "propose-exclusion" => {
                rule(!case.excluded, "case.already_so")?;
                rule(case.pending.is_none(), "case.proposal_waits")?;
                case.propose("exclude", Some(who), vec![Word::Of(Role::Supervisor); 2], due(now, 5), now);
            }
            "propose-abuse" => {
                rule(case.pending.is_none(), "case.proposal_waits")?;
                case.propose("flag_abuse", Some(who), vec![Word::Of(Role::Supervisor)], due(now, 5), now);
            }
            "propose-unseal" => {
                rule(case.sealed, "case.already_so")?;
                rule(case.pending.is_none(), "case.proposal_waits")?;
                case.propose("unseal", Some(who), vec![Word::Of(Role::Supervisor), Word::Of(Role::Organiser)], due(now, 5), now);
            }
            "agree" => {
                Self::word(&case, it.who)?;
                let pending = case.pending.as_mut().unwrap();
                pending.agreed.push(who);
                pending.needs.remove(0);
                if pending.needs.is_empty() {
                    let pending = case.pending.take().unwrap();
                    match pending.what {
                        "extend" => case.extensions += 1,
                        "answer" | "answer_silent" => answered = true,
                        "defer" => {
                            case.go('F');
                            case.review = pending.review;
                        }
                        "refer" => case.go('X'),
                        "transfer" => {
                            case.sent(pending.unit, now);
                            case.dispatched = None;
                        }
                        "exclude" => case.excluded = true,
                        "flag_abuse" => {}
                        "unseal" => (case.sealed, case.against) = (false, None),
                        other => panic!("{other}"),
                    }
                }
            }
            "refuse-proposal" | "take-back-proposal" => {
                if it.step == "refuse-proposal" {
                    Self::word(&case, it.who)?;
                } else {
                    let by = case.pending.as_ref().ok_or("case.nothing_proposed")?.by;
                    rule(by == Some(who), "case.not_your_word")?;
                }
                case.pending = None;
                if case.is("W") && case.until <= now {
                    case.go('P');
                }
            }
            "chase" => {
                rule(case.chased != Some(format::local_date(now)), "case.chased_today")?;
                states(&case, "TDRAPFOM")?;
                case.chased = Some(format::local_date(now));
            }
            "contest" => {
                if case.is("N") {
                    rule(case.refused_by.is_none(), "case.contested_once")?;
                    rule(now <= case.until, "case.contest_over")?;
                }
                states(&case, "N")?;
                case.refused_by = case.judged;
                case.go('T');
            }
            "contest-class" => {
                rule(!case.class_contested, "case.contested_once")?;
                states(&case, "DRAPWFO")?;
                (case.class_contested, case.class_open) = (true, true);
            }
            "rating" => {
                states(&case, "B")?;
                if it.yes {
                    case.go('O');
                    case.reopened(now);
                } else {
                    case.go('C');
                    case.until = now;
                }
            }
            "reopen" => {
                states(&case, "C")?;
                rule(now.duration_since(case.until).as_secs() <= 30 * 86_400, REFUSED)?;
                case.go('O');
                case.reopened(now);
            }
            "supplement" => {
                states(&case, "TDRAPWFBOMX")?;
                if case.is("W") {
                    case.go('P');
                }
            }
            "withdraw" => {
                states(&case, "TDRAPWFBOMX")?;
                if case.is("TDR") {
                    (case.unit, case.handler) = (None, None);
                }
                case.go('Y');
                case.until = due(now, 5);
            }
            other => panic!("{other}"),
        }
        if answered {
            case.answered(now);
        }
        if !case.is("M") {
            case.parent = None;
        }
        let ended = case.is("NXYS") && !self.cases[it.case].is("NXYS");
        for child in self.children(it.case) {
            let child = &mut self.cases[child];
            if answered {
                (child.unit, child.handler, child.parent) = (case.unit, case.handler, None);
                child.answered(now);
            } else if ended {
                child.go(if child.handler.is_some() { 'P' } else { 'T' });
                child.parent = None;
            }
        }
        self.cases[it.case] = case;
        Ok(())
    }

    /// Whether `already_due` is the engine's to say at this step.
    pub fn due_is_open(&self, it: &Move, now: Timestamp) -> bool {
        let case = &self.cases[it.case];
        ["ask", "ask-extension"].contains(&it.step) && case.is_due(now).is_none()
    }
}
