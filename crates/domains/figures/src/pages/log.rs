//! `GET /log`: the public log of this site, its key, and who witnesses it.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use http::Uri;
use identity::http::Caller;
use kernel::{Kind, Locale, Timestamp, format};
use ledger::{LedgerError, Trouble, Witnessed};
use web::{Fail, Prefs, Shell, Site, page};

use super::views::{Log, WitnessLine};
use crate::service::Figures;
use crate::words::Words;

pub(super) async fn show(
    State(figures): State<Figures>,
    State(site): State<Arc<Site>>,
    prefs: Prefs,
    caller: Caller,
    uri: Uri,
) -> Result<Response, Fail> {
    let shell = Shell::resident(&site, prefs, &uri.to_string(), caller.request_id.to_string());
    let failed = |error: LedgerError| {
        tracing::error!(error = &error as &dyn std::error::Error, "the log cannot be read");
        Fail::new(Kind::Unavailable, error.code())
    };
    let ledger = &figures.0.ledger;
    let signed = ledger.signed().await.map_err(failed)?;
    let epoch = signed.map_or(0, |signed| signed.epoch);
    let witnesses = ledger.witnesses().await.map_err(failed)?;
    let below = tlog::epochs::folder(epoch);
    let view = Log {
        size: format::count(signed.map_or(0, |signed| signed.head.size)),
        keys: ledger.vkeys().map(ToString::to_string).collect(),
        checkpoint: format!("/log/{below}checkpoint"),
        witnessed: witnesses.iter().any(|witness| witness.cosigned.is_some()).then(|| format!("/log/{below}witnessed")),
        witnesses: witnesses.iter().map(|witness| line(witness, figures.now(), prefs.locale)).collect(),
    };
    Ok(page(&shell, &view))
}

fn line(witness: &Witnessed, now: Timestamp, locale: Locale) -> WitnessLine {
    let w = Words::of(locale);
    let at = |secs: u64| Timestamp::from_second(i64::try_from(secs).unwrap_or(0)).unwrap_or(Timestamp::UNIX_EPOCH);
    WitnessLine {
        name: witness.name.clone(),
        cosigned: match witness.cosigned {
            Some((size, secs)) => w.log_witness_at(format::count(size), format::date_time(at(secs), now, locale)),
            None => w.log_witness_never().into_owned(),
        },
        trouble: witness.trouble.as_ref().map(|trouble| {
            match trouble {
                Trouble::Silent(_) => w.log_witness_silent(),
                Trouble::Refused(_) => w.log_witness_refuses(),
                Trouble::OtherHistory(_) => w.log_other_history(),
            }
            .into_owned()
        }),
        alarm: witness.trouble.as_ref().is_some_and(Trouble::is_alarm),
    }
}
