//! The words of the API, in one place: what is sent in each step and which state each step must leave.

use serde::Serialize;

/// A step of the loop in the order a case takes them; the last acknowledged one is what a killed server may not forget.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// The resident filed it.
    Submit,
    /// The dispatcher gave it a kind and a unit.
    Dispatch,
    /// A handler of the unit took it.
    Accept,
    /// The handler spoke to the resident, or posted a reply to one who left no way to call.
    LogContact,
    /// Work began.
    Start,
    /// The unit answered.
    Answer,
    /// The resident said "not solved", so the case came back.
    RateUnsolved,
    /// The dispatcher put the reopened case to work again.
    Resume,
    /// The unit answered a second time.
    AnswerAgain,
    /// The resident said "solved", so the case is closed.
    RateSolved,
}

impl Step {
    /// The states in which this step leaves a case; the first is the usual one.
    pub const fn leaves(self) -> &'static [&'static str] {
        match self {
            // Triage rides in the commit of the submission, so either name is right.
            Self::Submit => &["Triage", "Submitted"],
            Self::Dispatch => &["Dispatched"],
            // The contact changes a clock, not the state.
            Self::Accept | Self::LogContact => &["Accepted"],
            Self::Start | Self::Resume => &["InProgress"],
            Self::Answer | Self::AnswerAgain => &["FeedbackPending", "Answered"],
            Self::RateUnsolved => &["Reopened"],
            Self::RateSolved => &["Closed", "Archived"],
        }
    }

    /// The steps that may have been under way, unacknowledged, when this one was the last acknowledged.
    pub const fn next(self) -> &'static [Self] {
        match self {
            Self::Submit => &[Self::Dispatch],
            Self::Dispatch => &[Self::Accept],
            Self::Accept => &[Self::LogContact],
            Self::LogContact => &[Self::Start],
            Self::Start => &[Self::Answer],
            Self::Answer => &[Self::RateUnsolved, Self::RateSolved],
            Self::RateUnsolved => &[Self::Resume],
            Self::Resume => &[Self::AnswerAgain],
            Self::AnswerAgain => &[Self::RateSolved],
            Self::RateSolved => &[],
        }
    }

    /// Whether a case that shows `status` still has this step: it stands where the step left it.
    pub fn left(self, status: &str) -> bool {
        self.leaves().iter().any(|state| same_state(state, status))
    }

    /// Whether `status` can be seen after a crash when this was the last acknowledged step: its own state or the one after the next step.
    pub fn may_show(self, status: &str) -> bool {
        self.left(status) || self.next().iter().any(|next| next.left(status))
    }
}

/// Whether two spellings name one state: `InProgress`, `in_progress` and `in-progress` do.
fn same_state(one: &str, other: &str) -> bool {
    let letters =
        |name: &str| name.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase()).collect::<String>();
    letters(one) == letters(other)
}

/// `POST /public/cases`.
#[derive(Serialize)]
pub struct Submit<'a> {
    /// The words of the resident.
    pub text: &'a str,
    /// Sent when the message has one, even if it is empty.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<&'a str>,
    /// Where it is.
    pub place: Place<'a>,
    /// How to reach the resident.
    pub contact: Contact<'a>,
}

/// Where a matter is.
#[derive(Serialize)]
pub struct Place<'a> {
    /// The place in words.
    pub words: &'a str,
    /// The code of the area.
    pub area: &'a str,
}

/// How to reach a resident; empty for one who wants no call.
#[derive(Serialize)]
pub struct Contact<'a> {
    /// A telephone number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<&'a str>,
}

/// `POST /sessions`.
#[derive(Serialize)]
pub struct SignIn<'a> {
    /// The name to sign in with.
    pub account: &'a str,
    /// The password.
    pub password: &'a str,
    /// The second factor, where the account has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub totp: Option<&'a str>,
}

/// A command of staff: `POST /cases/{number}/{name}` with this body.
#[derive(Serialize)]
#[serde(untagged)]
pub enum Command<'a> {
    /// Gives the case its kind and the unit that has to handle it.
    Dispatch {
        /// Code of the kind.
        kind: &'a str,
        /// Code of the unit.
        unit: &'a str,
        /// `general` or `complex`.
        complexity: &'a str,
    },
    /// Takes the case for the unit.
    Accept {},
    /// Records that the resident was spoken to.
    LogContact {
        /// The way: `call`, or `posted` for a resident who left no number.
        how: &'a str,
        /// How long both spoke; a call under 20 s is only an attempt (decisions 2).
        #[serde(skip_serializing_if = "Option::is_none")]
        seconds: Option<u32>,
        /// A line for the file.
        note: &'a str,
    },
    /// Begins the work.
    Start {
        /// What will be done, by whom, by when; owed for complex matters, read by the resident.
        plan: &'a str,
    },
    /// Answers the resident.
    Answer {
        /// What was done about it.
        result: &'a str,
        /// The answer, as the resident reads it.
        text: &'a str,
    },
    /// The lead's word on an answer to a complex matter.
    Agree {},
    /// Puts a reopened case to work again.
    Resume {},
}

impl Command<'_> {
    /// The last part of the path.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Dispatch { .. } => "dispatch",
            Self::Accept {} => "accept",
            Self::LogContact { .. } => "log-contact",
            Self::Start { .. } => "start",
            Self::Answer { .. } => "answer",
            Self::Agree {} => "agree",
            Self::Resume {} => "resume",
        }
    }
}

/// `POST /public/cases/{number}/rating`.
#[derive(Serialize)]
pub struct Rating<'a> {
    /// Did anybody contact you?
    pub contacted: bool,
    /// Is it solved?
    pub solved: bool,
    /// 5 = very satisfied … 1 = very dissatisfied, 3 = just satisfied.
    pub satisfaction: u8,
    /// A word about it.
    pub comment: &'a str,
}

/// The complexity used for a kind that names none.
pub const GENERAL: &str = "general";
/// The result of an answer that settled the matter.
pub const SOLVED: &str = "solved";

impl<'a> Command<'a> {
    /// How a handler responds: by telephone, or by a posted reply to a resident who left no number (the only response an anonymous case
    /// can have).
    pub const fn contact(phone: Option<&str>, note: &'a str) -> Self {
        if phone.is_some() {
            Self::LogContact { how: "call", seconds: Some(45), note }
        } else {
            Self::LogContact { how: "posted", seconds: None, note }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_may_be_one_step_ahead_of_what_was_acknowledged_but_never_behind() {
        assert!(Step::Answer.may_show("feedback_pending"));
        assert!(Step::Answer.may_show("Reopened"));
        assert!(Step::Answer.may_show("Closed"));
        assert!(!Step::Answer.may_show("InProgress"));
        assert!(!Step::Answer.may_show("Accepted"));
        assert!(Step::AnswerAgain.may_show("Closed"));
        assert!(!Step::RateSolved.may_show("FeedbackPending"));
    }

    #[test]
    fn the_loop_ends_with_the_verdict() {
        let mut step = Step::Submit;
        let mut taken = 1;
        while let Some(next) = step.next().first() {
            step = *next;
            taken += 1;
        }
        assert_eq!((step, taken), (Step::RateSolved, 10));
    }
}
