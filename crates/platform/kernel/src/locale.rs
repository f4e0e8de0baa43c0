//! The two languages of the platform.

use serde::{Deserialize, Serialize};

/// A reader's language. Chinese comes first wherever there is no word of the reader's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Locale {
    /// 简体中文.
    #[default]
    #[serde(rename = "zh-CN")]
    Zh,
    /// English.
    #[serde(rename = "en")]
    En,
}

impl Locale {
    /// Both, Chinese first.
    pub const ALL: [Self; 2] = [Self::Zh, Self::En];

    /// The BCP 47 tag: `zh-CN` or `en`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }

    /// The locale named by a tag or one of its prefixes (`zh`, `zh-TW`, `en-GB`), if we speak it.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let head = tag.trim().split(['-', '_']).next()?;
        if head.eq_ignore_ascii_case("zh") {
            Some(Self::Zh)
        } else if head.eq_ignore_ascii_case("en") {
            Some(Self::En)
        } else {
            None
        }
    }

    /// The first language of an `Accept-Language` header that we speak, by quality, or Chinese.
    pub fn negotiate(header: &str) -> Self {
        let mut wanted: Vec<(f32, Self)> = header
            .split(',')
            .filter_map(|part| {
                let mut bits = part.split(';');
                let locale = Self::from_tag(bits.next()?)?;
                let quality = bits.find_map(|bit| bit.trim().strip_prefix("q=")).map_or(1.0, |q| q.parse().unwrap_or(0.0));
                (quality > 0.0).then_some((quality, locale))
            })
            .collect();
        wanted.sort_by(|(a, _), (b, _)| b.total_cmp(a));
        wanted.first().map_or(Self::Zh, |&(_, locale)| locale)
    }

    /// The one of two texts that is in this language.
    pub fn pick<'a>(self, zh: &'a str, en: &'a str) -> &'a str {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }

    /// The name in this language of who may have none in English: then the Chinese one.
    pub fn pick_name<'a>(self, name: &'a str, name_en: Option<&'a str>) -> &'a str {
        self.pick(name, name_en.unwrap_or(name))
    }
}

#[cfg(test)]
mod tests {
    use super::Locale;

    #[test]
    fn the_best_known_language_wins_and_chinese_is_the_fallback() {
        assert_eq!(Locale::negotiate("fr, en-GB;q=0.8, zh;q=0.5"), Locale::En);
        assert_eq!(Locale::negotiate("zh-TW,en;q=0.9"), Locale::Zh);
        assert_eq!(Locale::negotiate("en;q=0, de"), Locale::Zh);
        assert_eq!(Locale::negotiate(""), Locale::Zh);
    }
}
