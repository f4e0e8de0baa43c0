//! A model before there is anything to learn from: the catalogue's own words.

use crate::train::Example;

/// An entry of the catalogue: a label and the words it is described by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogueEntry {
    /// The label, from the first level down.
    pub path: Vec<String>,
    /// Words and phrases people would use for it. Public: a model may keep them however rare.
    pub words: Vec<String>,
}

/// The entries as examples to learn from, alone or beside real messages. Each phrase stands for a message of its own, once as a title
/// and once as a text, because the two are learned apart.
pub fn examples_of(entries: &[CatalogueEntry]) -> Vec<Example<'_>> {
    entries
        .iter()
        .flat_map(|entry| {
            let path: Vec<&str> = entry.path.iter().map(String::as_str).collect();
            entry.words.iter().map(move |word| Example { title: word, body: word, path: path.clone(), public: true })
        })
        .collect()
}
