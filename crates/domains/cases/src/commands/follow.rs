//! Cases that hang together: those merged into one get its answer, each in its own copy; when the one they were merged into
//! leaves the work without an answer they go on alone; a case that was split closes with the last of its parts. All of it in
//! the commit that causes it.

use journal::Stream;
use kernel::Timestamp;
use store::Tx;

use super::change::{Change, Decided};
use crate::errors::ChangeError;
use crate::events::{Private, from_journal};
use crate::model::clocks::end_of_day;
use crate::model::event::{CloseCause, LinkHow};
use crate::model::{Case, CaseEvent, Outcome, State, StateName};
use crate::rows;
use crate::service::Cases;

impl Cases {
    /// What a step on `case`, which `was` before, means for others.
    pub(crate) async fn follow(
        &self,
        tx: &Tx,
        case: &Case,
        was: &Case,
        change: &Change,
        decided: &Decided,
        now: Timestamp,
    ) -> Result<(), ChangeError> {
        if was.course.absorbed > 0 {
            let answer = decided.iter().find_map(|(event, private)| match event {
                CaseEvent::Answered { outcome } | CaseEvent::AnsweredAtOnce { outcome, .. } => Some((*outcome, private)),
                CaseEvent::AnsweredSilent => Some((Outcome::Explained, private)),
                _ => None,
            });
            match (answer, case.state.name()) {
                (Some((outcome, words)), _) => self.answer_merged(tx, case, outcome, words, change, now).await?,
                (None, StateName::NotAccepted | StateName::Referred | StateName::Withdrawn | StateName::Merged | StateName::Split) => {
                    self.let_merged_go(tx, case, change, now).await?;
                }
                (None, _) => {}
            }
        }
        let closed = case.state.name() == StateName::Closed && was.state.name() != StateName::Closed;
        match case.intake.link {
            Some(link) if closed && link.how == LinkHow::Part => self.close_whole(tx, case, link.case, change, now).await,
            Some(_) | None => Ok(()),
        }
    }

    async fn answer_merged(
        &self,
        tx: &Tx,
        parent: &Case,
        outcome: Outcome,
        words: &Private,
        change: &Change,
        now: Timestamp,
    ) -> Result<(), ChangeError> {
        let Some(holder) = parent.state.holder() else { return Ok(()) };
        for child in rows::lists::merged_into(tx, parent.id).await? {
            let mut child = child.case;
            if child.erased {
                continue;
            }
            let event = CaseEvent::AnsweredWithParent { unit: holder.unit.clone(), handler: holder.handler, outcome };
            let until = end_of_day(now, self.limits_of(&child).rating_days).as_millisecond();
            let decided = vec![(event, words.clone()), (CaseEvent::FeedbackAsked { until }, Private::Nothing)];
            self.commit_other(tx, &mut child, change, decided, now).await?;
        }
        Ok(())
    }

    async fn let_merged_go(&self, tx: &Tx, parent: &Case, change: &Change, now: Timestamp) -> Result<(), ChangeError> {
        for child in rows::lists::merged_into(tx, parent.id).await? {
            let mut child = child.case;
            if !child.erased {
                self.commit_other(tx, &mut child, change, vec![(CaseEvent::Unmerged, Private::Nothing)], now).await?;
            }
        }
        Ok(())
    }

    async fn close_whole(&self, tx: &Tx, part: &Case, whole: kernel::CaseId, change: &Change, now: Timestamp) -> Result<(), ChangeError> {
        if rows::lists::open_parts(tx, whole, part.id).await? > 0 {
            return Ok(());
        }
        let Some(stored) = rows::record::find_by_id(tx, whole).await? else { return Ok(()) };
        let mut whole = stored.case;
        if !matches!(whole.state, State::Split { .. }) || whole.erased {
            return Ok(());
        }
        let closed = vec![(CaseEvent::Closed { cause: CloseCause::PartsClosed }, Private::Nothing)];
        self.commit_other(tx, &mut whole, change, closed, now).await
    }

    /// A step on another case than the one that was asked for, in the same commit and by the same actor.
    pub(crate) async fn commit_other(
        &self,
        tx: &Tx,
        other: &mut Case,
        change: &Change,
        decided: Decided,
        now: Timestamp,
    ) -> Result<(), ChangeError> {
        let change = Change { number: other.intake.number.clone(), ..Change::of_system(change.actor.clone(), other) };
        // One step on another case may lead to a third; the chain ends because each has fewer that hang on it.
        Box::pin(self.commit_steps(tx, other, &change, decided, now)).await
    }

    /// The words that go with the event of that version in the case's story.
    pub(crate) async fn words_at(&self, tx: &Tx, case: &Case, version: i64) -> Result<Private, ChangeError> {
        let story = self.journal.history(tx, &Stream::of(case.id)).await?;
        let opened = story.into_iter().find(|opened| opened.event.version == version);
        let entry = opened.map(|opened| from_journal(case.id, opened)).transpose()?;
        Ok(Private::words(entry.and_then(|entry| entry.words)))
    }
}
