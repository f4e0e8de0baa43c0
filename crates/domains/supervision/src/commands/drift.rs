//! People write of other things than when the text model was trained: whoever may act on models is told once a day while it lasts.

use cases::advice::Drifted;
use kernel::format;
use store::StoreError;

use super::tell::News;
use crate::service::Supervision;

impl Supervision {
    /// Tells whoever may let another model answer of what was found; whether anybody was told. Every copy of the program looks for itself, and
    /// looks again after a start: the day names the cause, so that each is told once a day at most.
    ///
    /// What was found is stored nowhere else (ADR 0022), so the reminder has no other commit to ride in.
    pub async fn tell_of_drift(&self, found: &Drifted) -> Result<bool, StoreError> {
        if !found.is_alarm() {
            return Ok(false);
        }
        let now = self.now();
        let (supervision, model) = (self.clone(), found.model.to_string());
        self.0
            .db
            .write(move |tx| {
                let (supervision, model) = (supervision.clone(), model.clone());
                async move {
                    let to = supervision.model_tenders(&tx, now).await?;
                    let once = format!("drift:{}", format::local_date(now));
                    let news = News { kind: "supervision.drift", about: &model, detail: None, once };
                    supervision.tell(&tx, to, &news, now).await
                }
            })
            .await
    }
}
