//! A file of accounts: looked at first, then proposed as one.

use identity::Granted;
use identity::permissions::ManageAccounts;
use kernel::ProposalId;
use store::StoreError;

use crate::errors::ImportFault;
use crate::model::{LineFault, Listed, What, import, seat};
use crate::service::Accounts;

/// A file as it was read, with every fault by its line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// The lines.
    pub lines: Vec<Listed>,
}

impl Preview {
    /// Whether every line can be taken.
    pub fn is_good(&self) -> bool {
        self.lines.iter().all(|line| line.faults.is_empty())
    }
}

impl Accounts {
    /// Reads a file and says what is wrong with each line; nothing is stored.
    pub async fn preview_import(&self, _grant: &Granted<ManageAccounts>, csv: &str) -> Result<Preview, ImportFault> {
        let mut lines = import::read(csv, identity::login_of).map_err(ImportFault::File)?;
        let register = self.places().register();
        for line in &mut lines {
            if line.person.unit.as_ref().is_some_and(|unit| register.unit(unit).is_none()) {
                line.faults.push(LineFault::Unit);
            }
            let held: Vec<_> = line.person.roles.iter().filter_map(|role| seat::read(role)).collect();
            if !held.iter().all(|held| self.is_seat(held)) && !line.faults.contains(&LineFault::Place) {
                line.faults.push(LineFault::Place);
            }
        }
        let identity = self.identity().clone();
        let lines = self
            .0
            .db
            .read(move |tx| async move {
                for line in &mut lines {
                    if identity.login_is_taken(&tx, &line.person.login).await? {
                        line.faults.push(LineFault::Taken);
                    }
                    line.faults.sort_unstable();
                    line.faults.dedup();
                }
                Ok::<_, StoreError>(lines)
            })
            .await?;
        Ok(Preview { lines })
    }

    /// Proposes all accounts of a file, as one proposal. Nothing is stored while a line is faulty.
    pub async fn import(&self, grant: &Granted<ManageAccounts>, csv: &str) -> Result<ProposalId, ImportFault> {
        let preview = self.preview_import(grant, csv).await?;
        let faults: Vec<_> = preview.lines.iter().flat_map(|line| line.faults.iter().map(|fault| (line.line, *fault))).collect();
        if !faults.is_empty() {
            return Err(ImportFault::Lines(faults));
        }
        let people: Vec<_> = preview.lines.into_iter().map(|line| line.person).collect();
        let count = people.len() as u64;
        Ok(self.propose(grant, What::Create { people, count }).await?)
    }
}
