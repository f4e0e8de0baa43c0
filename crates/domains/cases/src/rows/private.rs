//! `case_private`: what the resident said and who she is. The only place where it stands in the clear,
//! and the only table that erasing empties (docs/PERSONAL-DATA.md).

use std::collections::HashMap;

use kernel::CaseId;
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{Condition, QuerySelect, QueryTrait};
use serde::{Deserialize, Serialize};
use store::{StoreError, Tx, insert_all};

use super::record;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "case_private")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub title: Option<String>,
    pub text: Option<String>,
    pub place_words: Option<String>,
    pub lat: Option<f64>,
    pub lon: Option<f64>,
    pub name: Option<String>,
    pub phone: Option<String>,
    pub email: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}

/// What the resident said, exactly as it was sent. Also the private part of `case.submitted`.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Said {
    /// A title, where the resident gave one; may be empty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The matter in the resident's words.
    pub text: String,
    /// Where, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place_words: Option<String>,
    /// Where, WGS 84.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lat: Option<f64>,
    /// Where, WGS 84.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lon: Option<f64>,
    /// Name, optional.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Phone as digits, optional.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// E-mail, optional.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
}

impl std::fmt::Debug for Said {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Said(…)")
    }
}

/// Characters of the text that stand for a missing title.
const HEADLINE: usize = 40;

impl Said {
    /// The title, or the first words of the text on one line.
    pub fn headline(&self) -> String {
        if let Some(title) = self.title.as_deref().map(str::trim).filter(|title| !title.is_empty()) {
            return title.to_owned();
        }
        let mut words = self.text.split_whitespace().collect::<Vec<_>>().join(" ");
        if let Some((cut, _)) = words.char_indices().nth(HEADLINE) {
            words.truncate(cut);
            words.push('…');
        }
        words
    }
}

fn row(id: CaseId, said: &Said) -> ActiveModel {
    let said = said.clone();
    ActiveModel {
        id: Set(id.to_string()),
        title: Set(said.title),
        text: Set(Some(said.text)),
        place_words: Set(said.place_words),
        lat: Set(said.lat),
        lon: Set(said.lon),
        name: Set(said.name),
        phone: Set(said.phone),
        email: Set(said.email),
    }
}

pub(crate) async fn insert(tx: &Tx, id: CaseId, said: &Said) -> Result<(), StoreError> {
    insert_all(tx, vec![row(id, said)]).await
}

/// Stores what was said, as it was corrected.
pub(crate) async fn update(tx: &Tx, id: CaseId, said: &Said) -> Result<(), StoreError> {
    Entity::update(row(id, said)).exec(tx).await?;
    Ok(())
}

/// Stores what was said in new cases.
pub(crate) async fn insert_many(tx: &Tx, all: impl IntoIterator<Item = (CaseId, &Said)>) -> Result<(), StoreError> {
    let rows = all.into_iter().map(|(id, said)| row(id, said)).collect();
    insert_all(tx, rows).await
}

fn said(row: Model) -> Option<Said> {
    Some(Said {
        title: row.title,
        text: row.text?,
        place_words: row.place_words,
        lat: row.lat,
        lon: row.lon,
        name: row.name,
        phone: row.phone,
        email: row.email,
    })
}

/// What was said; `None` after erasure.
pub(crate) async fn find(tx: &Tx, id: CaseId) -> Result<Option<Said>, StoreError> {
    Ok(Entity::find_by_id(id.to_string()).one(tx).await?.and_then(said))
}

/// The rows of several cases; where `within` is given, only of those that it covers.
fn of_many(ids: &[String], within: Option<Condition>) -> Select<Entity> {
    let these = Entity::find().filter(Column::Id.is_in(ids.iter().map(String::as_str)));
    match within {
        None => these,
        Some(within) => {
            let covered = record::Entity::find().select_only().column(record::Column::Id).filter(within);
            let covered = covered.filter(record::Column::Id.is_in(ids.iter().map(String::as_str)));
            these.filter(Column::Id.in_subquery(covered.into_query()))
        }
    }
}

/// What was said in several cases.
pub(crate) async fn find_many(tx: &Tx, ids: impl IntoIterator<Item = CaseId>) -> Result<HashMap<String, Said>, StoreError> {
    let ids: Vec<String> = ids.into_iter().map(|id| id.to_string()).collect();
    find_within(tx, &ids, None).await
}

/// The same for one page of a list.
pub(crate) async fn find_within(tx: &Tx, ids: &[String], within: Option<Condition>) -> Result<HashMap<String, Said>, StoreError> {
    let rows = of_many(ids, within).all(tx).await?;
    Ok(rows.into_iter().filter_map(|row| Some((row.id.clone(), said(row)?))).collect())
}

/// The headlines of several cases, for lines of a list: without contact and place, which a line does not show.
pub(crate) async fn headlines(tx: &Tx, ids: &[String], within: Option<Condition>) -> Result<HashMap<String, String>, StoreError> {
    let columns = [Column::Id, Column::Title, Column::Text];
    let rows: Vec<(String, Option<String>, Option<String>)> =
        of_many(ids, within).select_only().columns(columns).into_tuple().all(tx).await?;
    Ok(rows.into_iter().filter_map(|(id, title, text)| Some((id, Said { title, text: text?, ..Said::default() }.headline()))).collect())
}

/// Empties the row.
pub(crate) async fn erase(tx: &Tx, id: CaseId) -> Result<(), StoreError> {
    let nothing = || Expr::value(Option::<String>::None);
    Entity::update_many()
        .col_expr(Column::Title, nothing())
        .col_expr(Column::Text, nothing())
        .col_expr(Column::PlaceWords, nothing())
        .col_expr(Column::Lat, Expr::value(Option::<f64>::None))
        .col_expr(Column::Lon, Expr::value(Option::<f64>::None))
        .col_expr(Column::Name, nothing())
        .col_expr(Column::Phone, nothing())
        .col_expr(Column::Email, nothing())
        .filter(Column::Id.eq(id.to_string()))
        .exec(tx)
        .await?;
    Ok(())
}
