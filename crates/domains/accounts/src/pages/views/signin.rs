//! 工作人员登录.

use kernel::Locale;

/// The form of `GET /signin` and of a refused `POST /signin` (fields `account`, `password`, `totp`, `next`, `csrf`).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SignIn {
    /// Where to go afterwards; a path of this site (`web::prefs::safe_back`).
    pub back: String,
    /// As typed.
    pub account: String,
    /// Why it was refused. Never says which of the two was wrong.
    pub error: Option<String>,
    /// Ask for the one-time code as well.
    pub totp: bool,
}

super::page!(SignIn, "signin.html");

impl SignIn {
    /// Blank, and refused.
    pub fn sample(locale: Locale) -> Vec<Self> {
        let error = locale.pick("账号或密码不对，请再试一次", "Account or password is wrong; please try again").to_owned();
        vec![
            Self { back: "/staff".into(), ..Self::default() },
            Self { back: "/staff".into(), account: "lina".into(), error: Some(error), totp: true },
        ]
    }
}
