//! The words of closed lists, found by their code: a new word of a list needs its message and no line here. A test looks
//! for all of them in both languages.

use kernel::Locale;

use crate::words::Words;

/// The label of `code` in the list `list`; the code itself where a word is missing, which the test below prevents.
pub(super) fn label(locale: Locale, list: &str, code: &str) -> String {
    Words::find(locale, &format!("{list}-{code}")).map_or_else(|| code.to_owned(), std::borrow::Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Broken, ComplexReason, DeferReason, Door, ExclusionReason, ProposedName, RefusalReason, ReturnReason, SealReason};

    #[test]
    fn every_word_of_every_list_and_every_rule_has_its_label() {
        let mut keys: Vec<String> = Vec::new();
        let mut list = |name: &str, codes: Vec<&str>| keys.extend(codes.into_iter().map(|code| format!("{name}-{code}")));
        list("return-reason", ReturnReason::ALL.iter().map(|word| word.code()).collect());
        list("refusal-reason", RefusalReason::ALL.iter().map(|word| word.code()).collect());
        list("door", Door::ALL.iter().map(|word| word.code()).collect());
        list("defer-reason", DeferReason::ALL.iter().map(|word| word.code()).collect());
        list("exclusion-reason", ExclusionReason::ALL.iter().map(|word| word.code()).collect());
        list("seal-reason", SealReason::ALL.iter().map(|word| word.code()).collect());
        list("complex-reason", ComplexReason::ALL.iter().map(|word| word.code()).collect());
        list("proposed", ProposedName::ALL.iter().map(|word| word.code()).collect());
        let rules: Vec<String> = Broken::ALL.iter().map(|rule| rule.code().replace('.', "-")).collect();
        list("problem", rules.iter().map(String::as_str).collect());
        for key in keys {
            for locale in [Locale::Zh, Locale::En] {
                assert!(Words::find(locale, &key).is_some(), "{key} in {locale:?}");
            }
        }
    }
}
