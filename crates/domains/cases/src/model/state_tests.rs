//! Every state × step, as a table a reviewer reads.

#![expect(clippy::unwrap_used, reason = "tests fail loudly")]

use super::*;

fn states(unit: &UnitCode) -> Vec<State> {
    let account = AccountId::from_bytes([1; 16]);
    let (holder, at, other) = (Holder::of(unit, account), Timestamp::UNIX_EPOCH, CaseId::from_bytes([2; 16]));
    let held = || Some(holder.clone());
    vec![
        State::Submitted,
        State::Triage,
        State::Dispatched { unit: unit.clone() },
        State::Returned { unit: unit.clone() },
        State::Accepted(holder.clone()),
        State::InProgress(holder.clone()),
        State::AwaitingResident { holder: holder.clone(), until: at },
        State::Deferred { holder: holder.clone(), review_on: jiff::civil::date(2026, 11, 23) },
        State::Answered(holder.clone()),
        State::FeedbackPending { holder: holder.clone(), until: at },
        State::Rated(holder.clone()),
        State::Closed { holder: held(), at },
        State::Closed { holder: None, at },
        State::Reopened { holder: held() },
        State::Reopened { holder: None },
        State::NotAccepted { by: account, until: at },
        State::Merged { into: other, holder: held() },
        State::Merged { into: other, holder: None },
        State::Split { holder: held() },
        State::Referred { holder: holder.clone() },
        State::Withdrawn { holder: held(), until: at },
        State::Archived { holder: held(), closed_at: at },
    ]
}

fn steps(unit: &UnitCode) -> Vec<Step> {
    let (by, until, into) = (AccountId::from_bytes([1; 16]), Timestamp::UNIX_EPOCH, CaseId::from_bytes([2; 16]));
    let (unit, holder) = (unit.clone(), Holder::of(unit, by));
    StepName::ALL
        .iter()
        .map(|name| match name {
            StepName::Triage => Step::Triage,
            StepName::Dispatch => Step::Dispatch { unit: unit.clone() },
            StepName::Designate => Step::Designate { unit: unit.clone() },
            StepName::UndoDispatch => Step::UndoDispatch,
            StepName::Return => Step::Return,
            StepName::Accept => Step::Accept { handler: by },
            StepName::Start => Step::Start,
            StepName::Reassign => Step::Reassign { handler: by },
            StepName::Transfer => Step::Transfer { unit: unit.clone() },
            StepName::Ask => Step::Ask { until },
            StepName::GoOn => Step::GoOn,
            StepName::Defer => Step::Defer { review_on: jiff::civil::date(2026, 11, 23) },
            StepName::Refer => Step::Refer,
            StepName::AnswerAtOnce => Step::AnswerAtOnce { handler: by },
            StepName::Answer => Step::Answer,
            StepName::AnswerSilent => Step::AnswerSilent,
            StepName::AnswerWithParent => Step::AnswerWithParent { holder: holder.clone() },
            StepName::AskFeedback => Step::AskFeedback { until },
            StepName::Rate => Step::Rate,
            StepName::Close => Step::Close,
            StepName::CloseDisputed => Step::CloseDisputed,
            StepName::Reopen => Step::Reopen,
            StepName::RecallAnswer => Step::RecallAnswer,
            StepName::Resume => Step::Resume { holder: holder.clone() },
            StepName::NotAccept => Step::NotAccept { by, until },
            StepName::Contest => Step::Contest,
            StepName::Merge => Step::Merge { into },
            StepName::Unmerge => Step::Unmerge,
            StepName::Split => Step::Split,
            StepName::Withdraw => Step::Withdraw { until },
            StepName::Archive => Step::Archive,
            StepName::Supplement => Step::Supplement,
            StepName::Chase => Step::Chase,
            StepName::LogContact => Step::LogContact,
            StepName::Note => Step::Note,
            StepName::Assist => Step::Assist,
            StepName::Seal => Step::Seal,
            StepName::TakeBack => Step::TakeBack,
            StepName::Unseal => Step::Unseal,
            StepName::Exclude => Step::Exclude,
            StepName::FlagAbuse => Step::FlagAbuse,
            StepName::Reclassify => Step::Reclassify,
            StepName::ContestClass => Step::ContestClass,
            StepName::CorrectContact => Step::CorrectContact,
            StepName::CorrectPlace => Step::CorrectPlace,
            StepName::Extend => Step::Extend,
            StepName::Propose => Step::Propose,
            StepName::Decide => Step::Decide,
        })
        .collect()
}

/// The table a reviewer reads: what each state allows, and where it leads; `=` where it stays. All else must be refused.
const TABLE: &str = "\
Submitted: triage→Triage
Triage: dispatch→Dispatched designate→Dispatched answer-at-once→Answered not-accept→NotAccepted merge→Merged split→Split withdraw→Withdrawn supplement= chase= note= seal= unseal= exclude= flag-abuse= correct-contact= correct-place= propose= decide=
Dispatched: undo-dispatch→Triage return→Returned accept→Accepted withdraw→Withdrawn supplement= chase= log-contact= note= assist= seal= take-back→Triage unseal= exclude= flag-abuse= reclassify= contest-class= correct-contact= correct-place= propose= decide=
Returned: dispatch→Dispatched designate→Dispatched withdraw→Withdrawn supplement= chase= note= seal= take-back→Triage unseal= exclude= flag-abuse= reclassify= contest-class= correct-contact= correct-place= propose= decide=
Accepted: start→InProgress reassign= transfer→Dispatched answer→Answered withdraw→Withdrawn supplement= chase= log-contact= note= assist= seal= take-back→Triage unseal= exclude= flag-abuse= reclassify= contest-class= correct-contact= correct-place= extend= propose= decide=
InProgress: reassign= transfer→Dispatched ask→AwaitingResident defer→Deferred refer→Referred answer→Answered merge→Merged split→Split withdraw→Withdrawn supplement= chase= log-contact= note= assist= seal= take-back→Triage unseal= exclude= flag-abuse= reclassify= contest-class= correct-contact= correct-place= extend= propose= decide=
AwaitingResident: reassign= go-on→InProgress answer-silent→Answered withdraw→Withdrawn supplement→InProgress log-contact= note= assist= seal= take-back→Triage unseal= exclude= flag-abuse= reclassify= contest-class= correct-contact= correct-place= propose= decide=
Deferred: reassign= go-on→InProgress withdraw→Withdrawn supplement= chase= log-contact= note= assist= seal= take-back→Triage unseal= exclude= flag-abuse= reclassify= contest-class= correct-contact= correct-place= propose= decide=
Answered: ask-feedback→FeedbackPending
FeedbackPending: rate→Rated close→Closed recall-answer→InProgress withdraw→Withdrawn supplement= log-contact= note= seal= unseal= exclude= flag-abuse= correct-contact= correct-place= propose= decide=
Rated: close→Closed reopen→Reopened
Closed: reopen→Reopened archive→Archived note= seal= unseal= exclude= flag-abuse= propose= decide=
Closed (nobody): reopen→Reopened archive→Archived note= seal= unseal= exclude= flag-abuse= propose= decide=
Reopened: close-disputed→Closed resume→InProgress withdraw→Withdrawn supplement= chase= log-contact= note= seal= unseal= exclude= flag-abuse= reclassify= contest-class= correct-contact= correct-place= propose= decide=
Reopened (nobody): dispatch→Dispatched close-disputed→Closed resume→InProgress withdraw→Withdrawn supplement= chase= log-contact= note= seal= unseal= exclude= flag-abuse= reclassify= contest-class= correct-contact= correct-place= propose= decide=
NotAccepted: close→Closed contest→Triage note= seal= unseal= exclude= flag-abuse= correct-contact= correct-place= propose= decide=
Merged: answer-with-parent→Answered unmerge→InProgress withdraw→Withdrawn supplement= chase= note= seal= unseal= exclude= flag-abuse= correct-contact= correct-place= propose= decide=
Merged (nobody): answer-with-parent→Answered unmerge→Triage withdraw→Withdrawn supplement= chase= note= seal= unseal= exclude= flag-abuse= correct-contact= correct-place= propose= decide=
Split: close→Closed note= seal= unseal= exclude= flag-abuse= propose= decide=
Referred: close→Closed withdraw→Withdrawn supplement= note= seal= unseal= exclude= flag-abuse= correct-contact= correct-place= propose= decide=
Withdrawn: close→Closed note= seal= unseal= exclude= flag-abuse= propose= decide=
Archived: 
";

#[test]
fn every_state_and_step_is_decided_as_the_table_says() {
    let unit: UnitCode = "housing".parse().unwrap();
    let steps = steps(&unit);
    let mut table = String::new();
    for state in states(&unit) {
        let nobody =
            matches!(state, State::Closed { holder: None, .. } | State::Reopened { holder: None } | State::Merged { holder: None, .. });
        let empty = if nobody { " (nobody)" } else { "" };
        let allowed: Vec<String> = steps
            .iter()
            .filter_map(|step| match state.after(step, Timestamp::UNIX_EPOCH) {
                Ok(next) if next == state => Some(format!("{}=", step.name().code())),
                Ok(next) => Some(format!("{}→{}", step.name().code(), next.name().code())),
                Err(refused) => {
                    assert_eq!(refused, Refused { state: state.name(), step: step.name() });
                    None
                }
            })
            .collect();
        table.extend([state.name().code(), empty, ": ", &allowed.join(" "), "\n"]);
    }
    assert_eq!(table, TABLE);
}

#[test]
fn names_survive_their_codes() {
    for name in StateName::ALL {
        assert_eq!(StateName::from_code(name.code()), Some(*name));
    }
    for name in StepName::ALL {
        assert_eq!(StepName::from_code(name.code()), Some(*name));
    }
}
