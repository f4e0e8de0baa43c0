//! Every page with invented people, for the tests that read them.

use std::sync::Arc;

use kernel::Locale;
use web::{Messages, NavItem, Page, Person as Reader, Prefs, Shell, Site, Theme};

use super::parts::{Choice, ChoiceGroup, SeatForm};
use super::{Account, Close, Codes, Confirm, Enrol, Import, Link, New, People, Person, Proposals, SignIn, Welcome};
use crate::words::Words;

pub(super) fn seat(locale: Locale) -> SeatForm {
    let w = Words::of(locale);
    SeatForm {
        label: w.role_give().into_owned(),
        role_name: "role",
        place_name: "place",
        roles: vec![Choice::new("handler", locale.pick("承办人", "Handler"))],
        places: vec![ChoiceGroup {
            label: w.places_units().into_owned(),
            options: vec![Choice::new("unit:huaiyin", locale.pick("槐荫社区", "Huaiyin Community"))],
        }],
    }
}

/// A rendered sample: its name, and the page.
pub type Rendered = (String, Result<String, askama::Error>);

/// Every sample of every page in one language.
pub fn render_all(locale: Locale, theme: Theme) -> Vec<Rendered> {
    let site = Arc::new(Site {
        county: ("清河县".into(), "Qinghe County".into()),
        hotline: "12345".into(),
        demo: true,
        messages: Messages::default().and(Words::find),
    });
    let shell = |path: &str| Shell::resident(&site, Prefs { locale, theme, ..Prefs::default() }, path, "req-sample");
    let staff = |path: &str| {
        let reader =
            Reader { name: locale.pick("何管理员", "Officer He").into(), role: locale.pick("系统管理员", "Administrator").into() };
        let rail = vec![NavItem { href: "/staff/account", icon: "user", label: Words::of(locale).nav_account().into_owned(), badge: None }];
        shell(path).for_staff(reader, rail, "csrf-token")
    };
    let mut out = Vec::new();
    add(&mut out, "signin", &shell("/signin"), &SignIn::sample(locale));
    add(&mut out, "welcome", &shell("/"), &Welcome::sample(locale));
    add(&mut out, "account", &staff("/staff/account"), &Account::sample(locale));
    add(&mut out, "confirm", &staff("/staff/account/password"), &Confirm::sample(locale));
    add(&mut out, "enrol", &staff("/staff/account/totp"), &Enrol::sample(locale));
    add(&mut out, "codes", &staff("/staff/account/totp"), &Codes::sample(locale));
    add(&mut out, "people", &staff("/staff/accounts"), &People::sample(locale));
    add(&mut out, "person", &staff("/staff/accounts/1"), &Person::sample(locale));
    add(&mut out, "new", &staff("/staff/accounts/new"), &New::sample(locale));
    add(&mut out, "link", &staff("/staff/accounts/1"), &Link::sample(locale));
    add(&mut out, "import", &staff("/staff/accounts/import"), &Import::sample(locale));
    add(&mut out, "close", &staff("/staff/accounts/1/close"), &Close::sample(locale));
    add(&mut out, "proposals", &staff("/staff/accounts/proposals"), &Proposals::sample(locale));
    out
}

fn add<P: Page>(out: &mut Vec<Rendered>, name: &str, shell: &Shell, views: &[P]) {
    out.extend(views.iter().enumerate().map(|(index, view)| (format!("{name}-{}", index + 1), view.html(shell))));
}
