//! What surrounds every page: who reads it, how, and where they are.

use std::fmt;
use std::sync::Arc;

use kernel::Locale;

use crate::problem::Messages;
use crate::{Mode, Prefs, Theme, Words, assets};

/// What is the same on every page of a site. Made once, by `app`.
#[derive(Debug, Clone)]
pub struct Site {
    /// The county's name in Chinese (`清河县`) and English.
    pub county: (String, String),
    /// The hotline's number, as dialled.
    pub hotline: String,
    /// The data is invented, and the pages say so.
    pub demo: bool,
    /// The words of errors, from every crate that has some.
    pub messages: Messages,
}

impl Site {
    /// The county's name in a language.
    pub fn county(&self, locale: Locale) -> &str {
        locale.pick(&self.county.0, &self.county.1)
    }
}

/// The member of staff who is signed in, as the shell shows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Name or account.
    pub name: String,
    /// Role and place in the reader's language (`派单员 · 清河县`).
    pub role: String,
}

/// One way in the staff's rail. Only ways that the role may take are listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NavItem {
    /// Where it leads.
    pub href: &'static str,
    /// Its icon's name.
    pub icon: &'static str,
    /// Its word.
    pub label: String,
    /// How many wait there, if that is worth a mark: `18`, `100+`.
    pub badge: Option<String>,
}

/// Something on every staff page that cannot wait for the reader to come by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alert {
    /// What it is; no word about a person.
    pub text: String,
    /// Where it is dealt with.
    pub href: String,
    /// What the link says.
    pub link: String,
}

/// The frame of one page. Every page template has it as `shell`.
#[derive(Debug, Clone)]
pub struct Shell {
    /// The site.
    pub site: Arc<Site>,
    /// The shell's own words.
    pub w: Words,
    /// How this person reads.
    pub prefs: Prefs,
    /// Path and query of the page, so that a change of language returns to it.
    pub path: String,
    /// Who is signed in; `None` for residents.
    pub person: Option<Person>,
    /// The staff's rail.
    pub nav: Vec<NavItem>,
    /// What the reader is called to at once.
    pub alert: Option<Alert>,
    /// The token that forms of a session carry; empty without a session.
    pub csrf: String,
    /// The request's id, shown on error pages so that it can be read out to the hotline.
    pub request_id: String,
}

impl Shell {
    /// The frame of a resident's page. `path` is the path and query of the request.
    pub fn resident(site: &Arc<Site>, prefs: Prefs, path: &str, request_id: impl Into<String>) -> Self {
        Self {
            site: Arc::clone(site),
            w: Words::of(prefs.locale),
            prefs,
            path: without_lang(path),
            person: None,
            nav: Vec::new(),
            alert: None,
            csrf: String::new(),
            request_id: request_id.into(),
        }
    }

    /// The same frame for a member of staff. 长辈版 is a residents' setting and is left out.
    #[must_use]
    pub fn for_staff(mut self, person: Person, nav: Vec<NavItem>, csrf: impl Into<String>) -> Self {
        self.prefs.mode = Mode::Normal;
        self.person = Some(person);
        self.nav = nav;
        self.csrf = csrf.into();
        self
    }

    /// The same frame with something that cannot wait.
    #[must_use]
    pub fn alerting(mut self, alert: Option<Alert>) -> Self {
        self.alert = alert;
        self
    }

    /// The reader's language.
    pub fn locale(&self) -> Locale {
        self.prefs.locale
    }

    /// `zh-CN` or `en`.
    pub fn lang(&self) -> &'static str {
        self.prefs.locale.tag()
    }

    /// The other language's tag.
    pub fn other_lang(&self) -> &'static str {
        match self.prefs.locale {
            Locale::Zh => Locale::En.tag(),
            Locale::En => Locale::Zh.tag(),
        }
    }

    /// The other language's name, in that language.
    pub fn other_lang_name(&self) -> &'static str {
        self.prefs.locale.pick("English", "中文")
    }

    /// 长辈版 is on.
    pub fn senior(&self) -> bool {
        self.prefs.mode == Mode::Senior
    }

    /// The dark theme is on.
    pub fn dark(&self) -> bool {
        self.prefs.theme == Theme::Dark
    }

    /// The county's name in the reader's language.
    pub fn county(&self) -> &str {
        self.site.county(self.prefs.locale)
    }

    /// Whether the rail's item is the page's own section.
    pub fn is_here(&self, item: &NavItem) -> bool {
        let path = self.path.split('?').next().unwrap_or_default();
        let longest = self.nav.iter().map(|item| item.href).filter(|href| within(path, href)).max_by_key(|href| href.len());
        longest == Some(item.href)
    }

    /// The address of an asset.
    pub fn asset(&self, name: &str) -> &'static str {
        assets::url(name)
    }

    /// The SHA-256 of an asset in hexadecimal.
    pub fn asset_sha256(&self, name: &str) -> &'static str {
        assets::sha256(name)
    }

    /// An icon of the sprite, decorative: the word stands beside it.
    pub fn icon(&self, name: &'static str) -> Icon {
        Icon { name, class: "i" }
    }

    /// The same, as high as the text around it.
    pub fn icon_s(&self, name: &'static str) -> Icon {
        Icon { name, class: "i s" }
    }
}

fn within(path: &str, href: &str) -> bool {
    path == href || path.strip_prefix(href).is_some_and(|rest| rest.starts_with('/'))
}

/// The path without `lang=`, which would overrule the language just chosen.
fn without_lang(path: &str) -> String {
    let Some((path, query)) = path.split_once('?') else {
        return path.to_owned();
    };
    let kept: Vec<_> = query.split('&').filter(|pair| !pair.starts_with("lang=")).collect();
    if kept.is_empty() { path.to_owned() } else { format!("{path}?{}", kept.join("&")) }
}

/// An icon, written as a reference into the sprite.
#[derive(Debug, Clone, Copy)]
pub struct Icon {
    name: &'static str,
    class: &'static str,
}

impl fmt::Display for Icon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, r#"<svg class="{}" aria-hidden="true"><use href="{}#i-{}"/></svg>"#, self.class, assets::url("icons.svg"), self.name)
    }
}

// Every part is a constant of ours.
impl askama::filters::HtmlSafe for Icon {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rail_marks_the_nearest_section() {
        let site =
            Arc::new(Site { county: (String::new(), String::new()), hotline: "12345".into(), demo: true, messages: Messages::default() });
        let item = |href| NavItem { href, icon: "inbox", label: String::new(), badge: None };
        let shell = Shell::resident(&site, Prefs::default(), "/staff/cases/261113048271?x=1&lang=en", "").for_staff(
            Person { name: String::new(), role: String::new() },
            vec![item("/staff"), item("/staff/cases")],
            "",
        );
        let here: Vec<_> = shell.nav.iter().filter(|item| shell.is_here(item)).map(|item| item.href).collect();
        assert_eq!(here, ["/staff/cases"]);
        assert_eq!(shell.path, "/staff/cases/261113048271?x=1");
    }
}
