//! What can be done to a case, one file per verb ([`Verb`] for the steps of staff). Each command is at most one commit: the change, its
//! journal events and its jobs stand together or not at all.

mod accept;
mod alarm;
mod answer;
mod answer_at_once;
mod archive;
mod ask;
pub(crate) mod change;
mod chase;
mod close_disputed;
mod contest;
mod correct;
mod decide;
mod designate;
mod dispatch;
mod erase;
mod follow;
mod give_back;
mod go_on;
mod hand_over;
mod handed_over;
mod log_contact;
pub(crate) mod look;
mod merge;
mod not_accept;
mod note;
pub(crate) mod on_call;
mod propose;
mod rate;
mod reassign;
mod recalculate;
mod recall_answer;
mod reclassify;
mod reissue;
mod release;
mod reopen;
mod resume;
mod seal;
mod split;
mod start;
mod submit;
mod supplement;
mod timers;
mod undo_dispatch;
mod verb;
pub(crate) mod warrant;
mod watch;
mod withdraw;
mod words;

pub use accept::Accept;
pub use answer::AnswerInput;
pub use answer_at_once::AnswerOnTheSpot;
pub use archive::ArchiveJob;
pub use ask::Ask;
pub use change::{Changed, IdempotencyKey, KeyError, RequestKey};
pub use close_disputed::CloseDisputed;
pub use correct::{CorrectContact, CorrectPlace};
pub use decide::{Agree, RefuseProposal, TakeBackProposal};
pub use designate::Designate;
pub use dispatch::DispatchInput;
pub use give_back::GiveBack;
pub use go_on::GoOn;
pub use hand_over::Held;
pub use handed_over::HandedOver;
pub use log_contact::ContactInput;
pub use look::{UnmaskInput, Unmasked};
pub use merge::{Merge, MergeIn, Unmerge};
pub use not_accept::NotAccept;
pub use note::NoteInput;
pub use propose::{
    AskExtension, ProposeAbuse, ProposeDeferral, ProposeExclusion, ProposeReferral, ProposeSilent, ProposeTransfer, ProposeUnseal,
};
pub use rate::RatingInput;
pub use reassign::Reassign;
pub use recalculate::{RecalculateJob, recalculation};
pub use recall_answer::RecallAnswer;
pub use reclassify::Reclassify;
pub use reissue::{ReissueInput, Reissued};
pub use resume::ResumeInput;
pub use seal::Seal;
pub use split::Split;
pub use start::StartInput;
pub(crate) use submit::guessed_area;
pub use submit::{ContactFields, NewCase, PlaceFields, Receipt, Source};
pub use timers::TimerJob;
pub use undo_dispatch::UndoDispatch;
pub use verb::Verb;
pub use warrant::{SampleInput, WarrantInput};
pub use watch::{WATCH, Watch};
pub use withdraw::WithdrawInput;

/// Calls a macro with every step of staff: routes, descriptions and tests go through the same list.
macro_rules! every_verb {
    ($with:ident) => {
        $with! {
            $crate::commands::DispatchInput, "Send a case to a unit.";
            $crate::commands::UndoDispatch, "Take one's own dispatch back, within ten seconds.";
            $crate::commands::Designate, "Name the unit after too many returns.";
            $crate::commands::GiveBack, "Give a case back, with the legal basis.";
            $crate::commands::Accept, "Take a case and answer for it by name.";
            $crate::commands::StartInput, "Begin work; with the plan when the matter is complex.";
            $crate::commands::ContactInput, "Record a contact with the resident, or the attempt.";
            $crate::commands::NoteInput, "Write a note.";
            $crate::commands::Ask, "Ask the resident; the final clock stops.";
            $crate::commands::AnswerInput, "Answer the resident; a complex answer waits for the lead's word.";
            $crate::commands::AnswerOnTheSpot, "Answer at the counter what needs no unit.";
            $crate::commands::RecallAnswer, "Take an answer back before it is rated.";
            $crate::commands::Reassign, "Pass a case to another handler of the unit.";
            $crate::commands::GoOn, "Take a deferred matter up again.";
            $crate::commands::ResumeInput, "Hand a reopened case on.";
            $crate::commands::CloseDisputed, "Close what stays disputed after the third answer.";
            $crate::commands::NotAccept, "Refuse a matter, with the reason and the right door.";
            $crate::commands::HandedOver, "Record the receipt of whoever a matter was referred to.";
            $crate::commands::Merge, "Handle a case together with another about the same.";
            $crate::commands::MergeIn, "Merge other cases into this one.";
            $crate::commands::Unmerge, "Take a merged case out again.";
            $crate::commands::Split, "Make several cases of one.";
            $crate::commands::Reclassify, "Another kind, type or complexity.";
            $crate::commands::CorrectContact, "Correct the way to reach the resident.";
            $crate::commands::CorrectPlace, "Correct the place.";
            $crate::commands::Seal, "Hide a case from all but those who handle it.";
            $crate::commands::AskExtension, "Ask for more time, before it is due.";
            $crate::commands::ProposeSilent, "Propose to close without the resident.";
            $crate::commands::ProposeDeferral, "Propose to put a matter on the ledger.";
            $crate::commands::ProposeReferral, "Propose to hand a matter to somebody outside.";
            $crate::commands::ProposeTransfer, "Ask another unit to take a matter over.";
            $crate::commands::ProposeExclusion, "Propose to leave a case out of the figures.";
            $crate::commands::ProposeAbuse, "Propose to mark a matter as abuse.";
            $crate::commands::ProposeUnseal, "Propose to show a sealed matter again.";
            $crate::commands::Agree, "Give one's word on a proposal.";
            $crate::commands::RefuseProposal, "Refuse a proposal.";
            $crate::commands::TakeBackProposal, "Take one's own proposal back.";
        }
    };
}
pub(crate) use every_verb;
