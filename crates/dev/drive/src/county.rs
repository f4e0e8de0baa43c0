//! The county as the API shows it: communities to place matters in, kinds, and who may handle them.

use serde_json::Value;

use crate::accounts::{Account, Accounts};
use crate::api::{Api, ApiError, Call};
use crate::protocol::{GENERAL, SignIn};
use crate::timing::unix_seconds;

/// Everything a drive draws from.
pub struct County {
    /// The areas in which residents live: those with no area below them.
    pub communities: Vec<Area>,
    /// The kinds whose unit has somebody who can sign in and handle them.
    pub kinds: Vec<Kind>,
    /// `Authorization` of each dispatcher.
    pub dispatchers: Vec<String>,
}

/// A community.
#[derive(Debug, PartialEq, Eq)]
pub struct Area {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// A kind of matter.
pub struct Kind {
    /// Its code.
    pub code: String,
    /// The unit that handles it by default.
    pub unit: String,
    /// `general` or `complex`.
    pub complexity: String,
    /// `Authorization` of each handler of the unit.
    pub handlers: Vec<String>,
    /// `Authorization` of each lead of the unit: the answer to a complex matter waits for her word.
    pub leads: Vec<String>,
}

/// Why this county cannot be driven.
#[derive(Debug, thiserror::Error)]
pub enum CountyError {
    #[error(transparent)]
    Api(#[from] ApiError),
    #[error("signing in {account}: {reason}")]
    SignIn { account: String, reason: ApiError },
    #[error("{0} shows nothing that a drive could use")]
    Nothing(&'static str),
    #[error("no account in the file is a {0}")]
    Nobody(&'static str),
}

/// Reads areas and kinds and signs in the staff: one after the other, since a server checks passwords two at a time anyway.
pub async fn meet(api: &Api, accounts: &Accounts) -> Result<County, CountyError> {
    let mut dispatchers = Vec::new();
    for account in accounts.accounts.iter().filter(|account| account.role == "dispatcher") {
        dispatchers.push(sign_in(api, account).await?);
    }
    let Some(dispatcher) = dispatchers.first() else {
        return Err(CountyError::Nobody("dispatcher"));
    };
    let communities = communities(&rows(api, "/areas", dispatcher).await?);
    if communities.is_empty() {
        return Err(CountyError::Nothing("/areas"));
    }
    let handlers = all_of(api, accounts, "handler").await?;
    let leads = all_of(api, accounts, "lead").await?;
    if handlers.is_empty() {
        return Err(CountyError::Nobody("handler"));
    }
    let kinds = rows(api, "/kinds", dispatcher)
        .await?
        .iter()
        .filter_map(|row| {
            let unit = default_unit(row)?;
            let of_unit = |all: &[(&Account, String)]| -> Vec<String> {
                all.iter().filter(|(account, _)| account.is_of_unit(&unit)).map(|(_, bearer)| bearer.clone()).collect()
            };
            let (handlers, leads) = (of_unit(&handlers), of_unit(&leads));
            let complexity = text(row, "complexity").unwrap_or_else(|| GENERAL.to_owned());
            Some(Kind { code: text(row, "code")?, unit, complexity, handlers, leads })
        })
        .filter(|kind| !kind.handlers.is_empty())
        .collect::<Vec<_>>();
    if kinds.is_empty() {
        return Err(CountyError::Nothing("/kinds"));
    }
    Ok(County { communities, kinds, dispatchers })
}

async fn all_of<'a>(api: &Api, accounts: &'a Accounts, role: &str) -> Result<Vec<(&'a Account, String)>, CountyError> {
    let mut all = Vec::new();
    for account in accounts.accounts.iter().filter(|account| account.role == role) {
        all.push((account, sign_in(api, account).await?));
    }
    Ok(all)
}

async fn sign_in(api: &Api, account: &Account) -> Result<String, CountyError> {
    let failed = |reason| CountyError::SignIn { account: account.name.clone(), reason };
    let totp = account.one_time_code(unix_seconds());
    let body = SignIn { account: &account.name, password: &account.password, totp: totp.as_deref() };
    let answer = api.expect(&Call::post("/sessions", &body)).await.map_err(failed)?;
    let token = answer.text("token").ok_or_else(|| failed(ApiError::Incomplete("POST /sessions".to_owned(), "token")))?;
    Ok(format!("Bearer {token}"))
}

async fn rows(api: &Api, path: &str, bearer: &str) -> Result<Vec<Value>, ApiError> {
    let answer = api.expect(&Call::get(path).bearer(bearer)).await?;
    match answer.body {
        Value::Array(rows) => Ok(rows),
        Value::Object(mut page) => match page.remove("items") {
            Some(Value::Array(rows)) => Ok(rows),
            Some(Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Object(_)) | None => {
                Err(ApiError::Incomplete(format!("GET {path}"), "list"))
            }
        },
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Err(ApiError::Incomplete(format!("GET {path}"), "list")),
    }
}

fn text(row: &Value, field: &str) -> Option<String> {
    row.get(field).and_then(Value::as_str).filter(|text| !text.is_empty()).map(str::to_owned)
}

/// Areas that are nobody's parent: whatever the levels are called, this is where residents live.
fn communities(areas: &[Value]) -> Vec<Area> {
    let parents: Vec<&str> = areas.iter().filter_map(|area| area.get("parent").and_then(Value::as_str)).collect();
    let mut communities: Vec<Area> = areas
        .iter()
        .filter_map(|area| {
            Some(Area { code: text(area, "code").or_else(|| text(area, "id"))?, name: text(area, "name").unwrap_or_default() })
        })
        .filter(|area| !parents.contains(&area.code.as_str()))
        .collect();
    // In the order of their codes, so that a message meets the same community whatever order the server lists them in.
    communities.sort_by(|one, other| one.code.cmp(&other.code));
    communities
}

/// The unit of a kind: `unit`, or the one of `units` marked as default, or the first of them.
fn default_unit(kind: &Value) -> Option<String> {
    let code = |unit: &Value| unit.as_str().map(str::to_owned).or_else(|| text(unit, "code"));
    if let Some(unit) = kind.get("unit").and_then(code) {
        return Some(unit);
    }
    let units = kind.get("units")?.as_array()?;
    let marked = units.iter().find(|unit| unit.get("default").and_then(Value::as_bool) == Some(true));
    marked.or_else(|| units.first()).and_then(code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn communities_are_the_areas_without_areas_below() {
        let areas = [
            json!({"code": "x", "name": "县"}),
            json!({"code": "x-2", "parent": "x", "name": "东街"}),
            json!({"code": "x-1", "parent": "x", "name": "西街"}),
        ];
        let names: Vec<String> = communities(&areas).into_iter().map(|area| area.name).collect();
        assert_eq!(names, ["西街", "东街"]);
    }

    #[test]
    fn a_kind_names_its_unit_in_one_of_three_ways() {
        assert_eq!(default_unit(&json!({"unit": "a"})).as_deref(), Some("a"));
        assert_eq!(default_unit(&json!({"units": ["a", "b"]})).as_deref(), Some("a"));
        assert_eq!(default_unit(&json!({"units": [{"code": "a"}, {"code": "b", "default": true}]})).as_deref(), Some("b"));
        assert_eq!(default_unit(&json!({"units": []})), None);
    }
}
