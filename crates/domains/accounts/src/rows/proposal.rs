//! `account_proposal`: what waits for a second person, and what became of it.

use kernel::{AccountId, PageSize, ProposalId, Timestamp};
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{QueryOrder, QuerySelect};
use store::{StoreError, Tx};

use crate::model::{NewPerson, Proposal, State, What, seat};

const TABLE: &str = "account_proposal";

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "account_proposal")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub kind: String,
    pub account: Option<String>,
    pub role: Option<String>,
    pub people: Option<String>,
    pub people_count: i64,
    pub proposed_by: String,
    pub proposed_at: i64,
    pub expires_at: i64,
    pub state: String,
    pub decided_by: Option<String>,
    pub decided_at: Option<i64>,
    pub version: i64,
}

impl ActiveModelBehavior for ActiveModel {}

fn instant(column: &'static str, row: &str, ms: i64) -> Result<Timestamp, StoreError> {
    Timestamp::from_millisecond(ms).map_err(|_| StoreError::corrupt(TABLE, column, row))
}

impl TryFrom<Model> for Proposal {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self, StoreError> {
        let bad = |column| StoreError::corrupt(TABLE, column, &row.id);
        let account = || row.account.as_deref().and_then(|id| id.parse::<AccountId>().ok()).ok_or_else(|| bad("account"));
        let what = match row.kind.as_str() {
            "create" => What::Create {
                people: match &row.people {
                    Some(people) => serde_json::from_str::<Vec<NewPerson>>(people).map_err(|_| bad("people"))?,
                    None => Vec::new(),
                },
                count: u64::try_from(row.people_count).map_err(|_| bad("people_count"))?,
            },
            "give" => What::Give { account: account()?, held: row.role.as_deref().and_then(seat::read).ok_or_else(|| bad("role"))? },
            "reset_factor" => What::ResetFactor { account: account()? },
            _ => return Err(bad("kind")),
        };
        Ok(Self {
            id: row.id.parse().map_err(|_| bad("id"))?,
            what,
            by: row.proposed_by.parse().map_err(|_| bad("proposed_by"))?,
            at: instant("proposed_at", &row.id, row.proposed_at)?,
            expires_at: instant("expires_at", &row.id, row.expires_at)?,
            state: State::from_code(&row.state).ok_or_else(|| bad("state"))?,
            decided_by: row.decided_by.as_deref().map(str::parse).transpose().map_err(|_| bad("decided_by"))?,
            decided_at: row.decided_at.map(|ms| instant("decided_at", &row.id, ms)).transpose()?,
            version: row.version,
        })
    }
}

/// Stores a new proposal.
pub(crate) async fn insert(tx: &Tx, proposal: &Proposal) -> Result<(), StoreError> {
    let (role, people, count) = match &proposal.what {
        What::Create { people, count } => {
            let text = serde_json::to_string(people).map_err(|_| StoreError::corrupt(TABLE, "people", proposal.id))?;
            (None, Some(text), i64::try_from(*count).unwrap_or(i64::MAX))
        }
        What::Give { held, .. } => (Some(seat::text_of(held)), None, 0),
        What::ResetFactor { .. } => (None, None, 0),
    };
    let row = ActiveModel {
        id: Set(proposal.id.to_string()),
        kind: Set(proposal.what.code().to_owned()),
        account: Set(proposal.what.account().map(|id| id.to_string())),
        role: Set(role),
        people: Set(people),
        people_count: Set(count),
        proposed_by: Set(proposal.by.to_string()),
        proposed_at: Set(proposal.at.as_millisecond()),
        expires_at: Set(proposal.expires_at.as_millisecond()),
        state: Set(proposal.state.code().to_owned()),
        decided_by: Set(None),
        decided_at: Set(None),
        version: Set(proposal.version),
    };
    Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// Stores the end of a proposal that was read at version `seen`; the names in it are forgotten. [`StoreError::Stale`] when
/// somebody was faster.
pub(crate) async fn end(tx: &Tx, proposal: &Proposal, seen: i64) -> Result<(), StoreError> {
    let result = Entity::update_many()
        .col_expr(Column::State, Expr::value(proposal.state.code()))
        .col_expr(Column::People, Expr::value(None::<String>))
        .col_expr(Column::DecidedBy, Expr::value(proposal.decided_by.map(|id| id.to_string())))
        .col_expr(Column::DecidedAt, Expr::value(proposal.decided_at.map(Timestamp::as_millisecond)))
        .col_expr(Column::Version, Expr::value(proposal.version))
        .filter(Column::Id.eq(proposal.id.to_string()).and(Column::Version.eq(seen)))
        .exec(tx)
        .await?;
    if result.rows_affected == 1 { Ok(()) } else { Err(StoreError::Stale) }
}

pub(crate) async fn find(tx: &Tx, id: ProposalId) -> Result<Option<Proposal>, StoreError> {
    Entity::find_by_id(id.to_string()).one(tx).await?.map(Proposal::try_from).transpose()
}

/// One page in a state, newest first, and one row more when there are more; after the row `(proposed_at, id)`.
pub(crate) async fn page(tx: &Tx, state: State, after: Option<(i64, String)>, size: PageSize) -> Result<Vec<Proposal>, StoreError> {
    let mut query = Entity::find().filter(Column::State.eq(state.code()));
    if let Some((at, id)) = after {
        query = query.filter(Column::ProposedAt.lt(at).or(Column::ProposedAt.eq(at).and(Column::Id.lt(id))));
    }
    let rows = query.order_by_desc(Column::ProposedAt).order_by_desc(Column::Id).limit(size.rows() + 1).all(tx).await?;
    rows.into_iter().map(Proposal::try_from).collect()
}

/// What somebody has proposed and nobody has decided.
pub(crate) async fn pending_of(tx: &Tx, by: AccountId) -> Result<Vec<Proposal>, StoreError> {
    let hers = Column::ProposedBy.eq(by.to_string()).and(Column::State.eq(State::Pending.code()));
    Entity::find().filter(hers).all(tx).await?.into_iter().map(Proposal::try_from).collect()
}

/// Pending ones whose time was over at `now`, at most `most`.
pub(crate) async fn lapsed(tx: &Tx, now: Timestamp, most: u64) -> Result<Vec<Proposal>, StoreError> {
    let late = Column::State.eq(State::Pending.code()).and(Column::ExpiresAt.lte(now.as_millisecond()));
    Entity::find().filter(late).limit(most).all(tx).await?.into_iter().map(Proposal::try_from).collect()
}

/// Forgets what was decided before `before`; how many.
pub(crate) async fn sweep(tx: &Tx, before: Timestamp) -> Result<u64, StoreError> {
    let old = Column::DecidedAt.is_not_null().and(Column::DecidedAt.lt(before.as_millisecond()));
    Ok(Entity::delete_many().filter(old).exec(tx).await?.rows_affected)
}
