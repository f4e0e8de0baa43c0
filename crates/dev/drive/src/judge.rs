//! Reads a case again as its resident and compares it with what the server promised.

use futures::{StreamExt as _, stream};

use crate::acknowledged::{Promise, sha256};
use crate::api::{Api, ApiError, Call};
use crate::report::Totals;
use crate::timing::Stopwatch;

/// What is left of a promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// All there.
    Kept,
    /// The case, or a step of it that was acknowledged, is gone.
    Lost,
    /// The words are not the ones that were sent.
    Altered,
}

/// Reads the case of `promise` again. With the verdict comes the status it shows.
pub async fn judge(api: &Api, promise: &Promise) -> Result<(Verdict, String), ApiError> {
    let path = format!("/public/cases/{}", promise.number);
    let call = Call::get(path).with_query_code(&promise.code);
    let answer = api.send(&call).await?;
    match answer.status {
        200 => {}
        404 => return Ok((Verdict::Lost, String::new())),
        _ => return Err(answer.refusal(&call)),
    }
    let field = |name| answer.body.get(name).and_then(serde_json::Value::as_str).unwrap_or_default();
    let status = field("status");
    let title = Some(field("title")).filter(|title| !title.is_empty()).map(sha256);
    let verdict = if sha256(field("text")) != promise.text_sha256 || title != promise.title_sha256 {
        Verdict::Altered
    } else if promise.step.may_show(status) {
        Verdict::Kept
    } else {
        Verdict::Lost
    };
    Ok((verdict, status.to_owned()))
}

/// Judges every promise an earlier drive wrote down.
pub async fn read_again(api: &Api, promises: Vec<Promise>, concurrency: usize) -> Totals {
    let watch = Stopwatch::start();
    let mut totals = Totals { acknowledged: promises.len(), ..Totals::default() };
    let mut verdicts = stream::iter(promises)
        .map(|promise| async move {
            let verdict = judge(api, &promise).await;
            (promise, verdict)
        })
        .buffer_unordered(concurrency);
    while let Some((promise, verdict)) = verdicts.next().await {
        match verdict {
            Ok((verdict, status)) => {
                totals.closed += usize::from(crate::protocol::Step::RateSolved.left(&status));
                totals.count(verdict, &promise, &status);
            }
            Err(error) => totals.fail(&promise.number, &error),
        }
    }
    totals.measured(watch.elapsed(), &api.latencies());
    // Reading is no lifecycle: a rate here would be a figure that nothing earned.
    totals.lifecycles_per_second = 0.0;
    totals
}
