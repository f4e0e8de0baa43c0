//! What the board has to take away: a month as a table, and the part of the log that proves it.

use std::fmt::Write as _;

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, header};
use kernel::Kind;
use tlog::leaf::Month;
use web::Fail;

use crate::queries::rows_of;
use crate::service::Figures;

fn month_of(text: &str) -> Result<Month, Fail> {
    text.parse().map_err(|_| no_such_month())
}

fn no_such_month() -> Fail {
    Fail::new(Kind::NotFound, "figures.no_such_month")
}

fn file(kind: &'static str, name: &str, body: Vec<u8>) -> Result<Response, Fail> {
    let name = HeaderValue::try_from(format!("attachment; filename=\"{name}\"")).map_err(|_| no_such_month())?;
    Ok(([(header::CONTENT_TYPE, HeaderValue::from_static(kind)), (header::CONTENT_DISPOSITION, name)], body).into_response())
}

/// `GET /open/{month}/figures.csv`: one line per place and figure. Codes and numbers only, so that no program takes a cell for a formula.
pub(super) async fn csv(State(figures): State<Figures>, Path(month): Path<String>) -> Result<Response, Fail> {
    let month = month_of(&month)?;
    let board = figures.board(Some(month)).await?.ok_or_else(no_such_month)?;
    let mut table = String::from("month,area,unit,figure,n,d,low,high\n");
    for row in rows_of(&board, [month]) {
        let named = |named: &Option<tally::report::Named>| {
            named.as_ref().map_or_else(String::new, |named| named.code.clone().unwrap_or_else(|| named.number.to_string()))
        };
        for figure in &row.figures {
            let (low, high) = (figure.low.as_deref().unwrap_or(""), figure.high.as_deref().unwrap_or(""));
            let (area, unit) = (named(&row.area), named(&row.unit));
            // Writing to a String cannot fail.
            let _ = writeln!(table, "{month},{area},{unit},{},{},{},{low},{high}", figure.figure, figure.n, figure.d);
        }
    }
    file("text/csv; charset=utf-8", &format!("figures-{month}.csv"), table.into_bytes())
}

/// `GET /open/{month}/cohort`: every batch about the month, with the tiles that prove it. Compute it again with nothing else.
pub(super) async fn cohort(State(figures): State<Figures>, Path(month): Path<String>) -> Result<Response, Fail> {
    let month = month_of(&month)?;
    let bytes = figures.cohort(month).await?.ok_or_else(no_such_month)?;
    file("application/cbor", &format!("cohort-{month}.cbor"), bytes)
}
