//! `place_word`: the county's dictionary. A word that was ended keeps its row until it is added anew; its story is in the journal.

use jiff::civil::Date;
use sea_orm::ActiveValue::Set;
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use store::{StoreError, Tx};

use super::read;
use crate::model::local::{HeldWord, LocalWord, WordChange};

const TABLE: &str = "place_word";

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "place_word")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub word: String,
    pub seq: i64,
    pub means: String,
    pub since: String,
    pub until: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Writes a change of `day`; [`StoreError::Stale`] when a word that was to end is not in force.
pub(super) async fn change(tx: &Tx, change: &WordChange, day: Date) -> Result<(), StoreError> {
    for word in &change.end {
        let ended = Entity::update_many()
            .col_expr(Column::Until, Expr::value(day.to_string()))
            .filter(Column::Word.eq(word.clone()).and(Column::Until.is_null()))
            .exec(tx)
            .await?
            .rows_affected;
        if ended != 1 {
            return Err(StoreError::Stale);
        }
    }
    let last = all(tx).await?.into_iter().map(|held| held.seq).max().unwrap_or(0);
    let rows: Vec<ActiveModel> = (last + 1..).zip(&change.add).map(|(seq, new)| row(seq, new, day)).collect();
    for part in rows.chunks(store::ROWS_AT_ONCE) {
        let anew = OnConflict::column(Column::Word).update_columns([Column::Seq, Column::Means, Column::Since, Column::Until]).to_owned();
        Entity::insert_many(part.iter().cloned()).on_conflict(anew).exec_without_returning(tx).await?;
    }
    Ok(())
}

fn row(seq: i64, new: &LocalWord, day: Date) -> ActiveModel {
    ActiveModel {
        word: Set(new.word.clone()),
        seq: Set(seq),
        means: Set(new.means.to_string()),
        since: Set(day.to_string()),
        until: Set(None),
    }
}

/// All of them, the oldest first.
pub(super) async fn all(tx: &Tx) -> Result<Vec<HeldWord>, StoreError> {
    // The key is named so that PostgreSQL's writers find an index.
    let rows = Entity::find().filter(Column::Word.gt("")).order_by_asc(Column::Seq).all(tx).await?;
    rows.into_iter().map(HeldWord::try_from).collect()
}

impl TryFrom<Model> for HeldWord {
    type Error = StoreError;
    fn try_from(row: Model) -> Result<Self, StoreError> {
        Ok(Self {
            seq: row.seq,
            since: read(&row.since, TABLE, "since", &row.word)?,
            until: row.until.as_deref().map(|day| read(day, TABLE, "until", &row.word)).transpose()?,
            word: LocalWord { means: read(&row.means, TABLE, "means", &row.word)?, word: row.word },
        })
    }
}
