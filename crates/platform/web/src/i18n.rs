//! Two languages, Fluent files, typed functions (decisions 5).
//!
//! Each crate that speaks has `i18n/zh-CN.ftl` and `i18n/en.ftl`. `cargo xtask gen` checks that both
//! have the same messages with the same arguments and writes one function per message into the
//! crate's `src/words.rs`. Those functions call [`Bundles`]; nothing else does.

use std::borrow::Cow;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use kernel::Locale;
use unic_langid::langid;

type Bundle = FluentBundle<FluentResource>;

/// The messages of one crate in both languages.
pub struct Bundles {
    zh: Bundle,
    en: Bundle,
}

/// What a message is given: a text that is already formatted (names, dates, figures), or a count
/// that the message chooses a form by.
#[derive(Debug, Clone, Copy)]
pub enum Arg<'a> {
    /// Shown as it is.
    Text(&'a str),
    /// Chooses a plural form; small enough to be shown without thousands.
    Count(u64),
}

impl Bundles {
    /// The bundles of two Fluent sources. They were checked by the generator; a message that
    /// cannot be read is missing and shows its key, which the page tests catch.
    pub fn parse(zh: &str, en: &str) -> Self {
        let bundle = |language, source: &str| {
            let mut bundle = Bundle::new_concurrent(vec![language]);
            // Isolation marks around arguments would travel into copied numbers and codes.
            bundle.set_use_isolating(false);
            let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
            bundle
        };
        Self { zh: bundle(langid!("zh-CN"), zh), en: bundle(langid!("en"), en) }
    }

    fn of(&self, locale: Locale) -> &Bundle {
        match locale {
            Locale::Zh => &self.zh,
            Locale::En => &self.en,
        }
    }

    /// A message without arguments; its key when it is missing.
    pub fn text(&'static self, locale: Locale, key: &'static str) -> Cow<'static, str> {
        self.find(locale, key).unwrap_or(Cow::Borrowed(key))
    }

    /// A message without arguments, if there is one of that name. For keys that are made from a
    /// stable code, such as an error's.
    pub fn find(&'static self, locale: Locale, key: &str) -> Option<Cow<'static, str>> {
        let bundle = self.of(locale);
        let pattern = bundle.get_message(key)?.value()?;
        Some(bundle.format_pattern(pattern, None, &mut Vec::new()))
    }

    /// A message with arguments; its key when it is missing.
    pub fn format(&self, locale: Locale, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let bundle = self.of(locale);
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        let args: FluentArgs<'_> = args
            .iter()
            .map(|&(name, arg)| {
                let value = match arg {
                    Arg::Text(text) => FluentValue::from(text),
                    Arg::Count(count) => FluentValue::from(count),
                };
                (name, value)
            })
            .collect();
        bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use super::*;

    static BUNDLES: LazyLock<Bundles> = LazyLock::new(|| {
        Bundles::parse(
            "plain = 你好\nsays = { $who } 说\nleft = 还有 { $n } 件\n",
            "plain = Hello\nsays = { $who } says\nleft = { $n ->\n    [one] { $n } case left\n   *[other] { $n } cases left\n }\n",
        )
    });

    #[test]
    fn a_message_is_given_its_arguments_without_invisible_marks() {
        assert_eq!(BUNDLES.text(Locale::Zh, "plain"), "你好");
        assert_eq!(BUNDLES.format(Locale::En, "says", &[("who", Arg::Text("Li"))]), "Li says");
        assert_eq!(BUNDLES.format(Locale::En, "left", &[("n", Arg::Count(1))]), "1 case left");
        assert_eq!(BUNDLES.format(Locale::En, "left", &[("n", Arg::Count(2))]), "2 cases left");
        assert_eq!(BUNDLES.format(Locale::Zh, "left", &[("n", Arg::Count(1))]), "还有 1 件");
    }

    #[test]
    fn a_missing_message_shows_its_key() {
        assert_eq!(BUNDLES.text(Locale::Zh, "nowhere"), "nowhere");
        assert_eq!(BUNDLES.find(Locale::En, "nowhere"), None);
    }
}
