//! A case in the words of staff: its light, what is left, its row, its clocks, its story.

use std::collections::HashMap;
use std::sync::Arc;

use journal::Actor;
use kernel::{AccountId, Locale, Timestamp, UnitCode, format};
use places::Register;
use store::StoreError;
use web::Beside;
use workday::Limit;

use crate::Said;
use crate::catalogue::{Catalogue, MatterKind};
use crate::events;
use crate::model::clocks::{self, ClockState};
use crate::model::event::{Automatic, CloseCause, GoOnCause, Rating, ReopenCause};
use crate::model::{
    Case, CaseEvent, Channel, ClockName, Complexity, ContactHow, LookReason, Need, Outcome, Proposal, ProposalEnd, ReissueProof,
    RunningClock, Seen, Shown, StateName,
};
use crate::pages::labels::label;
use crate::pages::looks::{reason_label, seen_label};
use crate::pages::views::case::{Other, Step};
use crate::pages::views::parts::{Answer, Due, Entry, Lamp, Left, Light, NextStep, Rated, Row, Stage};
use crate::pages::{clock_name, complex_reason, moved_words};
use crate::queries::Item;
use crate::service::Cases;
use crate::words::Words;

/// Seconds of a day.
const DAY_SECS: i64 = 86_400;

/// What every line needs: the language, the instant of the page, and the names of units, areas and people.
pub(super) struct Lines<'a> {
    pub cases: &'a Cases,
    pub register: &'a Register,
    pub catalogue: Arc<Catalogue>,
    pub locale: Locale,
    pub w: Words,
    pub now: Timestamp,
    names: HashMap<AccountId, String>,
}

impl<'a> Lines<'a> {
    pub fn new(cases: &'a Cases, register: &'a Register, locale: Locale, now: Timestamp) -> Self {
        Self { cases, register, catalogue: cases.catalogue(), locale, w: Words::of(locale), now, names: HashMap::new() }
    }

    /// With the names of everybody in the story.
    pub async fn knowing(mut self, case: &Case, story: &[events::Entry]) -> Result<Self, StoreError> {
        let mut people: Vec<AccountId> = story.iter().filter_map(|entry| entry.actor.account()).chain(case.handler()).collect();
        people.extend(story.iter().filter_map(|entry| match &entry.event {
            CaseEvent::Resumed { handler, .. } | CaseEvent::Accepted { handler } | CaseEvent::Reassigned { handler } => Some(*handler),
            _ => None,
        }));
        people.sort();
        people.dedup();
        self.names = self.cases.staff.names(&people, self.locale).await?.into_iter().collect();
        Ok(self)
    }

    pub fn person(&self, account: AccountId) -> String {
        self.names.get(&account).cloned().unwrap_or_else(|| "—".to_owned())
    }

    fn actor(&self, actor: &Actor) -> String {
        match actor {
            Actor::Account(id) => self.person(*id),
            // Residents do not take steps of staff; what is not a person's is the platform's.
            Actor::Resident | Actor::System(_) => self.w.story_platform().into_owned(),
        }
    }

    pub fn unit(&self, code: &UnitCode) -> String {
        self.register.unit(code).map_or_else(|| code.to_string(), |unit| unit.name_in(self.locale).to_owned())
    }

    pub fn kind(&self, case: &Case) -> Option<&MatterKind> {
        case.kind.as_ref().and_then(|code| self.catalogue.kind(code))
    }

    /// `市政设施 › 井盖`.
    pub fn kind_path(&self, kind: &MatterKind) -> String {
        let first = self.catalogue.category(&kind.category);
        let first = first.map_or("", |first| first.label.in_(self.locale));
        format!("{first} › {}", kind.label.in_(self.locale))
    }

    pub fn channel(&self, channel: Channel) -> String {
        match channel {
            Channel::Web => self.w.channel_web(),
            Channel::Phone => self.w.channel_phone(),
            Channel::Counter => self.w.channel_counter(),
            Channel::Api => self.w.channel_api(),
        }
        .into_owned()
    }

    pub fn outcome(&self, outcome: Outcome) -> String {
        match outcome {
            Outcome::Solved => self.w.outcome_solved(),
            Outcome::Partly => self.w.outcome_partly(),
            Outcome::Explained => self.w.outcome_explained(),
        }
        .into_owned()
    }

    pub fn contact(&self, how: ContactHow) -> String {
        match how {
            ContactHow::Call => self.w.contact_call(),
            ContactHow::Visit => self.w.contact_visit(),
            ContactHow::Reply => self.w.contact_reply(),
            ContactHow::Posted => self.w.contact_posted(),
            ContactHow::Attempt => self.w.contact_attempt(),
        }
        .into_owned()
    }

    /// How it was made sure whose matter it is.
    pub fn proof(&self, proof: ReissueProof) -> String {
        match proof {
            ReissueProof::CallBack => self.w.proof_call_back(),
            ReissueProof::PapersSeen => self.w.proof_papers_seen(),
        }
        .into_owned()
    }

    /// The name of a state, as filters and rows show it.
    pub fn state(&self, state: StateName) -> String {
        match state {
            StateName::Submitted => self.w.staff_state_submitted(),
            StateName::Triage => self.w.staff_state_triage(),
            StateName::Dispatched => self.w.staff_state_dispatched(),
            StateName::Accepted => self.w.staff_state_accepted(),
            StateName::InProgress => self.w.staff_state_in_progress(),
            StateName::Answered => self.w.staff_state_answered(),
            StateName::FeedbackPending => self.w.staff_state_feedback_pending(),
            StateName::Rated => self.w.staff_state_rated(),
            StateName::Closed => self.w.staff_state_closed(),
            StateName::Reopened => self.w.staff_state_reopened(),
            StateName::Returned => self.w.staff_state_returned(),
            StateName::AwaitingResident => self.w.staff_state_awaiting_resident(),
            StateName::Deferred => self.w.staff_state_deferred(),
            StateName::NotAccepted => self.w.staff_state_not_accepted(),
            StateName::Merged => self.w.staff_state_merged(),
            StateName::Split => self.w.staff_state_split(),
            StateName::Referred => self.w.staff_state_referred(),
            StateName::Withdrawn => self.w.staff_state_withdrawn(),
            StateName::Archived => self.w.staff_state_archived(),
        }
        .into_owned()
    }

    /// How far this case has come: its state, or what its state still lacks.
    pub fn step(&self, case: &Case) -> String {
        match (case.state.name(), case.first_contact_at, case.reopenings) {
            (StateName::Accepted, None, _) => self.w.staff_state_to_contact().into_owned(),
            (StateName::InProgress, None, 1..) => self.w.staff_state_resumed().into_owned(),
            (state, _, _) => self.state(state),
        }
    }

    /// Area and the resident's words: `城关街道 · 槐荫里小区 3 号楼二单元`.
    pub fn place(&self, case: &Case, said: Option<&Said>) -> String {
        let area = case.area.as_ref().and_then(|code| self.register.area(code)).map(|area| area.name_in(self.locale));
        let words = said.and_then(|said| said.place_words.as_deref());
        match (area, words) {
            (Some(area), Some(words)) => format!("{area} · {words}"),
            (Some(one), None) | (None, Some(one)) => one.to_owned(),
            (None, None) => self.w.place_unknown().into_owned(),
        }
    }

    fn span(&self, from: Timestamp, to: Timestamp) -> String {
        format::span(u64::try_from(to.as_second() - from.as_second()).unwrap_or(0), self.locale)
    }

    /// A span in its largest unit: a light is read at a glance.
    fn about(&self, from: Timestamp, to: Timestamp) -> String {
        let seconds = to.as_second() - from.as_second();
        let unit = [DAY_SECS, 3_600].into_iter().find(|unit| seconds >= *unit).unwrap_or(1);
        format::span(u64::try_from(seconds - seconds % unit).unwrap_or(0), self.locale)
    }

    /// How long ago: `5 分钟前`.
    pub fn ago(&self, at: Timestamp) -> String {
        self.w.ago(self.span(at, self.now))
    }

    /// A span since `at`, without a word around it.
    pub fn since(&self, at: Timestamp) -> String {
        self.span(at, self.now)
    }

    /// The short light of a row.
    pub fn short_lamp(&self, case: &Case) -> Lamp {
        let (worst, clock) = case.clocks.light(self.now);
        let text = match (worst, clock.and_then(|clock| clock.due)) {
            (clocks::Light::Red, Some(due)) => self.w.lamp_over(self.about(due, self.now)),
            (light, _) => self.light_word(light),
        };
        Lamp { light: light(worst), text }
    }

    pub fn light_word(&self, light: clocks::Light) -> String {
        match light {
            clocks::Light::Green => self.w.light_green(),
            clocks::Light::Yellow => self.w.light_yellow(),
            clocks::Light::Red => self.w.light_red(),
        }
        .into_owned()
    }

    /// The light of the case page, with what it means: `答复 · 今天 17:30 前，还剩 6 小时`.
    pub fn lamp(&self, case: &Case) -> Lamp {
        let (worst, clock) = case.clocks.light(self.now);
        let text = match clock.and_then(|clock| clock.due.map(|due| (clock, due))) {
            None => self.step(case),
            Some((clock, due)) => {
                let name = self.clock(clock.name);
                let when = format::near(due, self.now, self.locale);
                let rest = if due < self.now {
                    self.w.lamp_was(when, self.about(due, self.now))
                } else {
                    self.w.lamp_by(when, self.about(self.now, due))
                };
                format!("{name} · {rest}")
            }
        };
        Lamp { light: light(worst), text }
    }

    /// The light of the dispatch desk: only its own clock counts there.
    pub fn dispatch_lamp(&self, case: &Case) -> Lamp {
        let clock = case.clocks.get(ClockName::Dispatch);
        let colour = clock.and_then(|clock| clock.light(self.now)).unwrap_or(clocks::Light::Green);
        let rest = clock.and_then(|clock| clock.due).map(|due| {
            if due < self.now {
                self.w.lamp_dispatch_over(self.span(due, self.now))
            } else {
                self.w.lamp_dispatch_left(self.span(self.now, due))
            }
        });
        match (case.urgent, rest) {
            (true, rest) => Lamp {
                light: Light::Red,
                text: [Some(self.w.lamp_urgent().into_owned()), rest].into_iter().flatten().collect::<Vec<_>>().join(" · "),
            },
            (false, Some(text)) => Lamp { light: light(colour), text },
            (false, None) => Lamp { light: light(colour), text: self.light_word(colour) },
        }
    }

    fn left(&self, case: &Case) -> Option<Left> {
        let (worst, clock) = case.clocks.light(self.now);
        let clock = clock?;
        let due = clock.due?;
        let (used, whole) = (self.now.as_second() - clock.start.as_second(), due.as_second() - clock.start.as_second());
        let percent = if whole <= 0 { 100 } else { u8::try_from((used.max(0) * 100 / whole).min(100)).unwrap_or(100) };
        let text = if due < self.now {
            self.w.left_over(format::day(format::local_date(due), self.locale))
        } else {
            let time = self.span(self.now, due);
            let days = (due.as_second() - self.now.as_second()) / DAY_SECS;
            match clock.name {
                // Days of the calendar say little of a limit in working days; the date says it all.
                ClockName::Final if days > 0 => {
                    let whole = format::span(u64::try_from(days * DAY_SECS).unwrap_or(0), self.locale);
                    format!("{whole} · {}", format::day(format::local_date(due), self.locale))
                }
                ClockName::Response => self.w.left_contact(time),
                ClockName::Return => self.w.left_accept(time),
                ClockName::Plan => self.w.left_plan(time),
                ClockName::Dispatch => self.w.left_dispatch(time),
                ClockName::Final | ClockName::Rating => self.w.lamp_left(time),
            }
        };
        Some(Left { percent, light: light(worst), text })
    }

    /// One row of a table. `next` is this reader's next step, if it is her turn.
    pub fn row(&self, item: &Item, next: Option<Step>) -> Row {
        let case = &item.case;
        let area = case.area.as_ref().and_then(|code| self.register.area(code)).map(|area| area.name_in(self.locale));
        let sub: Vec<&str> = area.into_iter().chain([case.case_type.label(self.locale)]).collect();
        Row {
            number: case.intake.number.grouped(),
            number_plain: case.intake.number.to_string(),
            title: self.title(case, item.said.as_ref()),
            sub: sub.join(" · "),
            unit: case.unit().map_or_else(String::new, |code| self.unit(code)),
            lamp: self.short_lamp(case),
            stage: stage(case.state.name()),
            step: self.step(case),
            left: self.left(case),
            next: next.map(|step| NextStep { label: self.next_word(case, step), anchor: step.code(), primary: false }),
        }
    }

    /// The title or the first words; what is erased has none.
    pub fn title(&self, case: &Case, said: Option<&Said>) -> String {
        match said {
            Some(said) => said.headline(),
            None if case.state.name() == StateName::Archived => self.w.story_archived().into_owned(),
            None if case.erased => self.w.story_erased().into_owned(),
            None => self.w.words_withheld().into_owned(),
        }
    }

    fn next_word(&self, case: &Case, step: Step) -> String {
        match step {
            Step::Accept => self.w.next_accept(),
            Step::Contact => self.w.next_contact(),
            Step::Start if case.complexity == Complexity::Complex => self.w.next_plan(),
            Step::Start => self.w.next_start(),
            Step::Answer => self.w.next_answer_step(),
            Step::Resume => self.w.next_resume(),
            Step::Release => self.w.release(),
            Step::Note => self.w.note(),
        }
        .into_owned()
    }

    pub fn clock(&self, name: ClockName) -> String {
        clock_name(self.w, name)
    }

    /// A clock: when it ends, or how it ended.
    pub fn due(&self, clock: &RunningClock) -> Due {
        let near = |at: Option<Timestamp>| at.map_or_else(String::new, |at| format::near(at, self.now, self.locale));
        let when = match clock.state(self.now) {
            ClockState::Running | ClockState::Overdue => self.w.due_by(near(clock.due)),
            ClockState::Met => self.w.due_met(near(clock.ended)),
            ClockState::Missed => self.w.due_missed(near(clock.ended)),
        };
        let lamp = clock.light(self.now).map(|colour| Lamp { light: light(colour), text: self.light_word(colour) });
        Due { label: self.clock(clock.name), when, lamp }
    }

    /// The story and what others tell beside it, newest first.
    pub fn timeline(&self, story: &[events::Entry], beside: Vec<Beside>) -> Vec<Entry> {
        let line = |at: Timestamp, what: String, detail: Option<String>| (at, Entry { when: self.near(at), what, detail, now: false });
        let own = story.iter().map(|entry| line(entry.at, self.what(entry), self.because(entry).or_else(|| entry.words.clone())));
        let mut told: Vec<(Timestamp, Entry)> =
            own.chain(beside.into_iter().map(|other| line(other.at, other.what, other.detail))).collect();
        // Stable: of one instant, the step of the case comes before the reminder that it caused.
        told.sort_by_key(|(at, _)| *at);
        let mut entries: Vec<Entry> = told.into_iter().rev().map(|(_, entry)| entry).collect();
        if let Some(newest) = entries.first_mut() {
            newest.now = true;
        }
        entries
    }

    fn near(&self, at: Timestamp) -> String {
        format::near(at, self.now, self.locale)
    }

    /// Why a program decided: how sure it was, from where on that is enough, which model.
    pub(super) fn automatic(&self, why: Automatic) -> String {
        let percent = |thousandths: u16| format!("{}.{}%", thousandths / 10, thousandths % 10);
        self.w.automatic_because(percent(why.share), percent(why.from), why.model.to_string())
    }

    fn because(&self, entry: &events::Entry) -> Option<String> {
        if let CaseEvent::Recalculated { moved, .. } = &entry.event {
            return moved_words(self.w, moved.iter(), |at| format::date_time(at, self.now, self.locale));
        }
        if let CaseEvent::Dispatched { automatic: Some(automatic), .. } | CaseEvent::Triaged { drawn: Some(automatic), .. } = &entry.event {
            return Some(self.automatic(*automatic));
        }
        let CaseEvent::Dispatched { because: Some(because), .. } = &entry.event else { return None };
        let reason = self.w.complex_note(complex_reason(self.w, *because));
        Some(match &entry.words {
            Some(words) => format!("{reason}\n{words}"),
            None => reason,
        })
    }

    fn what(&self, entry: &events::Entry) -> String {
        let (w, who) = (self.w, self.actor(&entry.actor));
        match &entry.event {
            CaseEvent::Submitted { channel, .. } => w.story_submitted(self.channel(*channel)),
            CaseEvent::Released => w.story_released(who),
            CaseEvent::Triaged { kind, .. } => match kind.as_ref().and_then(|code| self.catalogue.kind(code)) {
                Some(kind) => w.story_triaged_as(self.kind_path(kind)),
                None => w.story_triaged().into_owned(),
            },
            CaseEvent::Dispatched { unit, automatic: Some(_), .. } => w.story_dispatched_automatic(self.unit(unit)),
            CaseEvent::Dispatched { unit, .. } => w.story_dispatched(who, self.unit(unit)),
            CaseEvent::Designated { unit } => w.story_designated(who, self.unit(unit)),
            CaseEvent::DispatchUndone => w.story_dispatch_undone(who),
            CaseEvent::Returned { reason, .. } => w.story_returned(who, self.word("return-reason", reason.code())),
            CaseEvent::Accepted { handler } => w.story_accepted(self.person(*handler)),
            CaseEvent::Started { planned: true } => w.story_planned(who),
            CaseEvent::Started { planned: false } => w.story_started(who),
            CaseEvent::Reassigned { handler } => w.story_reassigned(who, self.person(*handler)),
            CaseEvent::Transferred { unit } => w.story_transferred(self.unit(unit)),
            CaseEvent::Asked { until } => w.story_asked(who, self.when(*until, entry.at)),
            CaseEvent::WentOn { cause: GoOnCause::StopOver } => w.story_stop_over().into_owned(),
            CaseEvent::WentOn { cause: GoOnCause::ReviewDate } => w.story_review().into_owned(),
            CaseEvent::WentOn { cause: GoOnCause::ConditionMet } => w.story_condition(who),
            CaseEvent::Extended { to } => w.story_extended(limit(to, self.locale)),
            CaseEvent::Deferred { reason, review_on } => {
                w.story_deferred(self.word("defer-reason", reason.code()), format::day(*review_on, self.locale))
            }
            CaseEvent::Referred { to } => w.story_referred(self.word("door", to.code())),
            CaseEvent::Contacted(contact) => match (contact.how, contact.seconds) {
                (ContactHow::Call, Some(seconds)) => w.story_call_secs(who, self.seconds(seconds)),
                (ContactHow::Call, None) => w.story_call(who),
                (ContactHow::Visit, _) => w.story_visit(who),
                (ContactHow::Reply, _) => w.story_reply(who),
                (ContactHow::Posted, _) => w.story_posted(who),
                (ContactHow::Attempt, _) => w.story_attempt(who),
            },
            CaseEvent::Noted { shown: Shown::Internal } => w.story_note(who),
            CaseEvent::Noted { shown: Shown::Resident } => w.story_note_shown(who),
            CaseEvent::AssistAsked { unit } => w.story_assist_asked(who, self.unit(unit)),
            CaseEvent::AssistReported { unit } => w.story_assist_reported(self.unit(unit), who),
            CaseEvent::AssistEnded { unit } => w.story_assist_ended(who, self.unit(unit)),
            CaseEvent::Supplemented => w.story_supplemented().into_owned(),
            CaseEvent::Chased => w.story_chased().into_owned(),
            CaseEvent::AnsweredAtOnce { outcome, .. } => w.story_at_once(who, self.outcome(*outcome)),
            CaseEvent::Answered { outcome } => w.story_answered(who, self.outcome(*outcome)),
            CaseEvent::AnsweredSilent => w.story_silent().into_owned(),
            CaseEvent::AnsweredWithParent { outcome, .. } => w.story_with_parent(self.outcome(*outcome)),
            CaseEvent::FeedbackAsked { until } => w.story_feedback(self.when(*until, entry.at)),
            CaseEvent::Rated(rating) => w.story_rated(self.verdict(*rating)),
            CaseEvent::Closed { cause: CloseCause::Rated } => w.story_closed().into_owned(),
            CaseEvent::Closed { cause: CloseCause::WindowOver } => w.story_closed_window().into_owned(),
            CaseEvent::Closed { cause: CloseCause::NotContested } => w.story_closed_not_contested().into_owned(),
            CaseEvent::Closed { cause: CloseCause::Withdrawn } => w.story_closed_withdrawn().into_owned(),
            CaseEvent::Closed { cause: CloseCause::HandedOver } => w.story_closed_handed_over().into_owned(),
            CaseEvent::Closed { cause: CloseCause::PartsClosed } => w.story_closed_parts().into_owned(),
            CaseEvent::ClosedDisputed => w.story_disputed().into_owned(),
            CaseEvent::Reopened { cause: ReopenCause::Rating } => w.story_reopened().into_owned(),
            CaseEvent::Reopened { cause: ReopenCause::Resident } => w.story_reopened_asked().into_owned(),
            CaseEvent::AnswerRecalled => w.story_recalled(who),
            CaseEvent::Resumed { unit, handler } => w.story_resumed(who, format!("{} · {}", self.unit(unit), self.person(*handler))),
            CaseEvent::NotAccepted { reason, door, .. } => {
                w.story_not_accepted(who, self.word("refusal-reason", reason.code()), self.word("door", door.code()))
            }
            CaseEvent::Contested => w.story_contested().into_owned(),
            CaseEvent::Merged { .. } => w.story_merged().into_owned(),
            CaseEvent::Unmerged => w.story_unmerged().into_owned(),
            CaseEvent::Absorbed { .. } => w.story_absorbed().into_owned(),
            CaseEvent::LetGo { .. } => w.story_let_go().into_owned(),
            CaseEvent::Split { parts } => w.story_split(who, parts.to_string()),
            CaseEvent::Withdrawn { pressed: true, .. } => w.story_withdrawn_pressed().into_owned(),
            CaseEvent::Withdrawn { pressed: false, .. } => w.story_withdrawn().into_owned(),
            CaseEvent::Archived => w.story_archived().into_owned(),
            CaseEvent::Sealed { reason, .. } => w.story_sealed(who, self.word("seal-reason", reason.code())),
            CaseEvent::Unsealed => w.story_unsealed().into_owned(),
            CaseEvent::Excluded { reason } => w.story_excluded(self.word("exclusion-reason", reason.code())),
            CaseEvent::AbuseFlagged { until } => w.story_abuse(self.when(*until, entry.at)),
            CaseEvent::Reclassified { kind, complexity: how, .. } => {
                let kind = self.catalogue.kind(kind).map_or_else(|| kind.to_string(), |kind| self.kind_path(kind));
                w.story_reclassified(who, format!("{kind} · {}", complexity(w, *how)))
            }
            CaseEvent::ClassContested => w.story_class_contested().into_owned(),
            CaseEvent::ContactCorrected { .. } => w.story_contact_corrected(who),
            CaseEvent::PlaceCorrected { .. } => w.story_place_corrected(who),
            CaseEvent::Proposed { proposal, .. } => w.story_proposed(who, self.word("proposed", proposal.name().code())),
            CaseEvent::Agreed { .. } => w.story_agreed(who),
            CaseEvent::ProposalEnded { how: ProposalEnd::Refused } => w.story_proposal_refused(who),
            CaseEvent::ProposalEnded { how: ProposalEnd::TakenBack } => w.story_proposal_back(who),
            CaseEvent::ProposalEnded { how: ProposalEnd::Lapsed } => w.story_proposal_lapsed().into_owned(),
            CaseEvent::Alarmed => w.story_alarmed().into_owned(),
            CaseEvent::AlarmAnswered => w.story_alarm_answered(who),
            CaseEvent::CodeReissued { proof } => w.story_reissued(who, self.proof(*proof)),
            CaseEvent::Recalculated { moved, .. } if moved.is_empty() => w.story_recalculated_firm().into_owned(),
            CaseEvent::Recalculated { .. } => w.story_recalculated().into_owned(),
            CaseEvent::Erased => w.story_erased().into_owned(),
        }
    }

    /// What waits for whose word, until when.
    pub fn pending(&self, pending: &Proposal) -> Option<String> {
        let w = self.w;
        let who = match pending.next()? {
            Need::Handler => w.pending_handler().into_owned(),
            Need::Lead { unit } => w.pending_lead(self.unit(unit)),
            Need::Dispatcher => w.pending_dispatcher().into_owned(),
            Need::Supervisor => w.pending_supervisor().into_owned(),
            Need::Organiser => w.pending_organiser().into_owned(),
        };
        let what = self.word("proposed", pending.step.name().code());
        Some(w.pending_line(what, who, format::date_time(pending.lapses_at(), self.now, self.locale)))
    }

    /// Another case that this one hangs together with: its number, and how it stands.
    pub fn other(&self, case: &Case) -> Other {
        Other { number: case.intake.number.grouped(), number_plain: case.intake.number.to_string(), step: self.step(case) }
    }

    /// The label of a word of a closed list.
    pub fn word(&self, list: &str, code: &str) -> String {
        label(self.locale, list, code)
    }

    fn when(&self, ms: i64, otherwise: Timestamp) -> String {
        format::date_time(Timestamp::from_millisecond(ms).unwrap_or(otherwise), self.now, self.locale)
    }

    /// The length of a call; calls are mostly short.
    fn seconds(&self, seconds: u32) -> String {
        match (seconds / 60, seconds % 60) {
            (0, rest) => self.w.call_secs(rest.to_string()),
            (minutes, 0) => self.w.call_minutes(minutes.to_string()),
            (minutes, rest) => self.w.call_minutes_secs(minutes.to_string(), rest.to_string()),
        }
    }

    fn verdict(&self, rating: Rating) -> String {
        let solved = if rating.solved { self.w.rate_solved_yes() } else { self.w.rate_solved_no() };
        format!("{solved} · {}", self.satisfaction(rating.satisfaction))
    }

    fn satisfaction(&self, level: u8) -> String {
        match level {
            5.. => self.w.satisfied_5(),
            4 => self.w.satisfied_4(),
            3 => self.w.satisfied_3(),
            2 => self.w.satisfied_2(),
            0..=1 => self.w.satisfied_1(),
        }
        .into_owned()
    }

    /// The answers, newest first.
    pub fn answers(&self, story: &[events::Entry]) -> Vec<Answer> {
        let answer = |entry: &events::Entry| {
            let outcome = entry.event.answer()?;
            Some(Answer {
                when: format::near(entry.at, self.now, self.locale),
                text: entry.words.clone().unwrap_or_else(|| self.w.words_gone().into_owned()),
                result: outcome.map_or_else(|| self.w.story_silent().into_owned(), |outcome| self.w.result_line(self.outcome(outcome))),
            })
        };
        story.iter().rev().filter_map(answer).collect()
    }

    /// The last rating, with the resident's comment.
    pub fn rated(&self, story: &[events::Entry]) -> Option<Rated> {
        story.iter().rev().find_map(|entry| {
            let CaseEvent::Rated(rating) = &entry.event else { return None };
            let contacted = if rating.contacted { self.w.rate_contacted_yes() } else { self.w.rate_contacted_no() };
            let solved = if rating.solved { self.w.rate_solved_yes() } else { self.w.rate_solved_no() };
            Some(Rated {
                when: format::near(entry.at, self.now, self.locale),
                contacted: contacted.into_owned(),
                solved: solved.into_owned(),
                satisfaction: self.satisfaction(rating.satisfaction),
                comment: entry.words.clone(),
            })
        })
    }

    /// What was seen, as people name it.
    pub fn seen(&self, seen: Seen) -> String {
        seen_label(self.w, seen)
    }

    /// Why it was looked at.
    pub fn look_reason(&self, reason: LookReason) -> String {
        reason_label(self.w, reason)
    }

    /// How the resident can be reached, masked; a confidential one through the hotline.
    pub fn reach(&self, case: &Case, said: Option<&Said>) -> String {
        if case.intake.confidential {
            return self.w.reach_confidential().into_owned();
        }
        self.reach_at_counter(said)
    }

    /// The same for counter and hotline, who speak with her: also of a confidential matter.
    pub fn reach_at_counter(&self, said: Option<&Said>) -> String {
        let phone = said.and_then(|said| said.phone.as_deref()).map(|phone| self.w.reach_phone_masked(kernel::text::mask_phone(phone)));
        let mail = said.and_then(|said| said.email.as_deref()).map(|mail| self.w.reach_mail_masked(kernel::text::mask_mail(mail)));
        let ways: Vec<String> = phone.into_iter().chain(mail).collect();
        if ways.is_empty() { self.w.reach_nobody().into_owned() } else { ways.join(self.locale.pick("，", ", ")) }
    }

    /// What to call her, masked; a confidential name stays with the hotline.
    pub fn requester(&self, case: &Case, said: Option<&Said>) -> String {
        self.requester_at_counter(said.filter(|_| !case.intake.confidential))
    }

    /// The same for counter and hotline, who speak with her: also of a confidential matter.
    pub fn requester_at_counter(&self, said: Option<&Said>) -> String {
        let name = said.and_then(|said| said.name.as_deref()).map(str::trim).filter(|name| !name.is_empty());
        name.map_or_else(|| self.w.no_name().into_owned(), kernel::text::mask_name)
    }
}

/// The light of a page for a light of the clocks.
pub(super) fn light(light: clocks::Light) -> Light {
    match light {
        clocks::Light::Green => Light::Green,
        clocks::Light::Yellow => Light::Yellow,
        clocks::Light::Red => Light::Red,
    }
}

/// The knot at which a case stands.
pub(super) fn stage(state: StateName) -> Stage {
    match state {
        StateName::Submitted => Stage::Received,
        StateName::Triage | StateName::Dispatched | StateName::Returned | StateName::NotAccepted | StateName::Split => Stage::Dispatched,
        StateName::Accepted
        | StateName::InProgress
        | StateName::AwaitingResident
        | StateName::Deferred
        | StateName::Merged
        | StateName::Reopened => Stage::AtWork,
        StateName::Answered => Stage::Answered,
        StateName::FeedbackPending | StateName::Rated => Stage::Rating,
        StateName::Closed | StateName::Referred | StateName::Withdrawn | StateName::Archived => Stage::Done,
    }
}

/// General or complex.
pub(super) fn complexity(w: Words, complexity: Complexity) -> String {
    match complexity {
        Complexity::General => w.complexity_general(),
        Complexity::Complex => w.complexity_complex(),
    }
    .into_owned()
}

/// `20 个工作日` for `20wd`.
pub(super) fn limit(text: &str, locale: Locale) -> String {
    match text.parse() {
        Ok(Limit::WorkingDays(n)) => format!("{n} {}", locale.pick("个工作日", "working days")),
        Ok(Limit::Days(n)) => format!("{n} {}", locale.pick("天", "days")),
        Ok(Limit::Hours(n)) => format!("{n} {}", locale.pick("小时", "h")),
        Ok(Limit::Minutes(n)) => format!("{n} {}", locale.pick("分钟", "min")),
        Err(_) => text.to_owned(),
    }
}
