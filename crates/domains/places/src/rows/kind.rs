//! `place_kind`: kinds of matters that the county opened.

use jiff::civil::Date;
use sea_orm::IntoActiveModel;
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use store::{StoreError, Tx};

use super::read;
use crate::model::Validity;
use crate::model::kinds::{CASE_TYPES, COMPLEXITIES, CaseKind, OpenedKind, SecondLevel};

const TABLE: &str = "place_kind";

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "place_kind")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
    pub seq: i64,
    pub first: String,
    pub name: String,
    pub name_en: String,
    pub unit: String,
    pub case_type: String,
    pub complexity: String,
    pub public_space: bool,
    pub basis: String,
    pub words: String,
    pub valid_from: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// All of them, the oldest first.
pub(super) async fn all(tx: &Tx) -> Result<Vec<CaseKind>, StoreError> {
    Entity::find().order_by_asc(Column::Seq).all(tx).await?.into_iter().map(CaseKind::try_from).collect()
}

/// Writes a new kind behind the others; [`StoreError::Stale`] when its code was taken meanwhile.
pub(super) async fn open(tx: &Tx, kind: &CaseKind) -> Result<(), StoreError> {
    let corrupt = |column| StoreError::corrupt(TABLE, column, &kind.code);
    let second = kind.second.as_ref().ok_or_else(|| corrupt("first"))?;
    let opened = second.opened.as_ref().ok_or_else(|| corrupt("case_type"))?;
    let last = Entity::find().all(tx).await?.into_iter().map(|row| row.seq).max();
    let row = Model {
        code: kind.code.to_string(),
        seq: last.unwrap_or(-1) + 1,
        first: second.first.to_string(),
        name: kind.name.clone(),
        name_en: kind.name_en.clone(),
        unit: second.unit.to_string(),
        case_type: opened.case_type.clone(),
        complexity: opened.complexity.clone(),
        public_space: opened.public_space,
        basis: opened.basis.clone(),
        words: serde_json::to_string(&opened.words).map_err(|_| corrupt("words"))?,
        valid_from: kind.validity.from.ok_or_else(|| corrupt("valid_from"))?.to_string(),
    };
    let taken = OnConflict::column(Column::Code).do_nothing().to_owned();
    let written = Entity::insert(row.into_active_model()).on_conflict(taken).exec_without_returning(tx).await?;
    if written == 1 { Ok(()) } else { Err(StoreError::Stale) }
}

impl TryFrom<Model> for CaseKind {
    type Error = StoreError;
    fn try_from(row: Model) -> Result<Self, StoreError> {
        let corrupt = |column| StoreError::corrupt(TABLE, column, &row.code);
        let word = |word: &str, known: &[&str], column| known.contains(&word).then(|| word.to_owned()).ok_or_else(|| corrupt(column));
        let opened = OpenedKind {
            case_type: word(&row.case_type, &CASE_TYPES, "case_type")?,
            complexity: word(&row.complexity, &COMPLEXITIES, "complexity")?,
            public_space: row.public_space,
            words: serde_json::from_str(&row.words).map_err(|_| corrupt("words"))?,
            basis: row.basis,
        };
        let second = SecondLevel {
            first: read(&row.first, TABLE, "first", &row.code)?,
            unit: read(&row.unit, TABLE, "unit", &row.code)?,
            former: Vec::new(),
            opened: Some(opened),
        };
        let from = read::<Date>(&row.valid_from, TABLE, "valid_from", &row.code)?;
        Ok(Self {
            code: read(&row.code, TABLE, "code", &row.code)?,
            name: row.name,
            name_en: row.name_en,
            second: Some(second),
            validity: Validity { from: Some(from), until: None, successor: None },
            decided: true,
        })
    }
}
