// Written by `cargo xtask gen` from i18n/*.ftl. Do not edit.

//! The words of this crate, one function per message; each shows its Chinese text.

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::i18n::{Arg, Bundles};
use kernel::Locale;

static BUNDLES: LazyLock<Bundles> = LazyLock::new(|| Bundles::parse(include_str!("../i18n/zh-CN.ftl"), include_str!("../i18n/en.ftl")));

/// The words in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words(Locale);

impl Words {
    /// The words in `locale`.
    pub fn of(locale: Locale) -> Self {
        Self(locale)
    }

    /// A message by its key, for keys made from a stable code.
    pub fn find(locale: Locale, key: &str) -> Option<Cow<'static, str>> {
        BUNDLES.find(locale, key)
    }

    /// `马上要办的`
    pub fn alert_label(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "alert-label")
    }

    /// `朗读`
    pub fn aloud(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "aloud")
    }

    /// `朗读本页`
    pub fn aloud_page(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "aloud-page")
    }

    /// `念给我听`
    pub fn aloud_to_me(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "aloud-to-me")
    }

    /// `字够大吗？`
    pub fn big_enough(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "big-enough")
    }

    /// `连心`
    pub fn brand(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "brand")
    }

    /// `{county}（演示）`
    pub fn county_demo(self, county: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "county-demo", &[("county", Arg::Text(county.as_ref()))])
    }

    /// `可能的答复`
    pub fn developers_answers(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "developers-answers")
    }

    /// `程序也能帮人反映、查询和办理。完整的说明在`
    pub fn developers_lead(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "developers-lead")
    }

    /// `开放接口`
    pub fn developers_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "developers-title")
    }

    /// `邮箱地址不完整`
    pub fn fault_bad_email(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-bad_email")
    }

    /// `电话号码不对。手机号是 11 位`
    pub fn fault_bad_phone(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-bad_phone")
    }

    /// `里面有看不见的控制符号，请重新输入`
    pub fn fault_control_character(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-control_character")
    }

    /// `这里还没写`
    pub fn fault_empty(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-empty")
    }

    /// `日期还没到`
    pub fn fault_future(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-future")
    }

    /// `请选一个。我们不替您选`
    pub fn fault_missing(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-missing")
    }

    /// `这里填得不对，请再看看`
    pub fn fault_other(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-other")
    }

    /// `请从列出来的里面选一个`
    pub fn fault_out_of_range(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-out_of_range")
    }

    /// `这个地方不在本县`
    pub fn fault_outside_county(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-outside_county")
    }

    /// `写法不对，请看旁边的说明`
    pub fn fault_shape(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-shape")
    }

    /// `太长了，最多两万字`
    pub fn fault_too_long(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-too_long")
    }

    /// `请从列出来的里面选一个`
    pub fn fault_unknown(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-unknown")
    }

    /// `找事项：输入编号`
    pub fn find_case(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "find-case")
    }

    /// `页脚`
    pub fn foot(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "foot")
    }

    /// `{county}（演示）党群服务平台。示例数据，人名、地名、数字均为虚构。`
    pub fn foot_demo(self, county: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "foot-demo", &[("county", Arg::Text(county.as_ref()))])
    }

    /// `查进度`
    pub fn foot_find(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "foot-find")
    }

    /// `阳光公开`
    pub fn foot_open(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "foot-open")
    }

    /// `我要反映`
    pub fn foot_report(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "foot-report")
    }

    /// `规则公开`
    pub fn foot_rules(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "foot-rules")
    }

    /// `{county}党群服务平台`
    pub fn foot_site(self, county: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "foot-site", &[("county", Arg::Text(county.as_ref()))])
    }

    /// `工作人员登录`
    pub fn foot_staff(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "foot-staff")
    }

    /// `随时求助`
    pub fn help_always(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "help-always")
    }

    /// `首页`
    pub fn home(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "home")
    }

    /// `全部快捷键`
    pub fn keys_all(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "keys-all")
    }

    /// `选承办单位`
    pub fn keys_choose(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "keys-choose")
    }

    /// `关上`
    pub fn keys_close(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "keys-close")
    }

    /// `查找`
    pub fn keys_find(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "keys-find")
    }

    /// `换一组：类别、难易、承办`
    pub fn keys_group(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "keys-group")
    }

    /// `上下移动`
    pub fn keys_move(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "keys-move")
    }

    /// `做下一步`
    pub fn keys_next(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "keys-next")
    }

    /// `只看一类`
    pub fn keys_only(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "keys-only")
    }

    /// `打开`
    pub fn keys_open(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "keys-open")
    }

    /// `照此派出`
    pub fn keys_send(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "keys-send")
    }

    /// `在输入框里：发出`
    pub fn keys_submit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "keys-submit")
    }

    /// `EN`
    pub fn lang_short(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "lang-short")
    }

    /// `换成英文`
    pub fn lang_switch(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "lang-switch")
    }

    /// `大一点`
    pub fn larger(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "larger")
    }

    /// `主导航`
    pub fn main_nav(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "main-nav")
    }

    /// `账号信息有几处要改`
    pub fn problem_account_invalid(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-account-invalid")
    }

    /// `这个账号名有人用了，请换一个`
    pub fn problem_account_login_taken(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-account-login_taken")
    }

    /// `没有这个账号`
    pub fn problem_account_not_found(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-account-not_found")
    }

    /// `这个角色不归您授予`
    pub fn problem_account_not_yours_to_give(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-account-not_yours_to_give")
    }

    /// `自己的角色要由别人来改`
    pub fn problem_account_own_roles(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-account-own_roles")
    }

    /// `这个人现在没有这个角色`
    pub fn problem_account_role_not_held(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-account-role_not_held")
    }

    /// `再试一次`
    pub fn problem_again(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-again")
    }

    /// `这个请求不是从本站的页面来的，没有收`
    pub fn problem_auth_cross_site(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-auth-cross_site")
    }

    /// `您的账号不能做这一步`
    pub fn problem_auth_forbidden(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-auth-forbidden")
    }

    /// `这一页开得太久了，请刷新以后再交`
    pub fn problem_auth_form_token(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-auth-form_token")
    }

    /// `试得太密了，请过一会儿再登录`
    pub fn problem_auth_slow_down(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-auth-slow_down")
    }

    /// `还要 6 位动态码`
    pub fn problem_auth_totp_required(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-auth-totp_required")
    }

    /// `账号或密码不对，请再试一次`
    pub fn problem_auth_wrong(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-auth-wrong")
    }

    /// `回首页`
    pub fn problem_back(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-back")
    }

    /// `我们这边出了错`
    pub fn problem_bug(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-bug")
    }

    /// `不是您的错。已经交出去并拿到编号的事都在，不会丢。`
    pub fn problem_bug_now(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-bug-now")
    }

    /// `着急就打 {number}，一样办。`
    pub fn problem_call(self, number: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "problem-call", &[("number", Arg::Text(number.as_ref()))])
    }

    /// `这件事刚刚有了变化`
    pub fn problem_conflict(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-conflict")
    }

    /// `别人先办了一步。请打开看看最新的样子，再决定怎么办。`
    pub fn problem_conflict_now(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-conflict-now")
    }

    /// `您的账号不能做这一步`
    pub fn problem_forbidden(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-forbidden")
    }

    /// `如果工作需要，请找管理员开通。`
    pub fn problem_forbidden_now(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-forbidden-now")
    }

    /// `有几处要改`
    pub fn problem_form_invalid(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-form-invalid")
    }

    /// `表单没有收全，请再交一次`
    pub fn problem_form_unreadable(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-form-unreadable")
    }

    /// `有几处要改`
    pub fn problem_invalid(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-invalid")
    }

    /// `请回到上一页，改好了再交。写过的都还在。`
    pub fn problem_invalid_now(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-invalid-now")
    }

    /// `这个链接用过了，或者过期了`
    pub fn problem_link_gone(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-link-gone")
    }

    /// `没有找到这一页`
    pub fn problem_not_found(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-not-found")
    }

    /// `地址可能抄错了一位，或者这件事不在您能看的范围里。`
    pub fn problem_not_found_now(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-not-found-now")
    }

    /// `打电话时报这个号，我们能查到：{id}`
    pub fn problem_ours(self, id: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "problem-ours", &[("id", Arg::Text(id.as_ref()))])
    }

    /// `写的没有丢：返回上一页就能看见。刷新以后再交一次，或者打电话，工作人员帮您记。`
    pub fn problem_page_now(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-page-now")
    }

    /// `没有说明看到的是哪一版`
    pub fn problem_precondition(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-precondition")
    }

    /// `去登录`
    pub fn problem_sign_in(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-sign-in")
    }

    /// `这件事刚刚有了变化`
    pub fn problem_store_stale(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-store-stale")
    }

    /// `来得太密了，请歇一会儿`
    pub fn problem_too_many(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-too-many")
    }

    /// `您写的没有丢。过几分钟再试，或者打热线电话，一样办。`
    pub fn problem_too_many_now(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-too-many-now")
    }

    /// `请先登录`
    pub fn problem_unauthenticated(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-unauthenticated")
    }

    /// `登录以后再回到这一页。`
    pub fn problem_unauthenticated_now(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-unauthenticated-now")
    }

    /// `系统这会儿忙不过来`
    pub fn problem_unavailable(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-unavailable")
    }

    /// `不是您的错。请过一两分钟再试；着急就打热线电话。`
    pub fn problem_unavailable_now(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-unavailable-now")
    }

    /// `回到普通版`
    pub fn senior_off(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "senior-off")
    }

    /// `长辈版`
    pub fn senior_on(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "senior-on")
    }

    /// `长辈版：大字、大按钮`
    pub fn senior_on_long(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "senior-on-long")
    }

    /// `跳到正文`
    pub fn skip(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "skip")
    }

    /// `小一点`
    pub fn smaller(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "smaller")
    }

    /// `深色`
    pub fn theme_dark(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "theme-dark")
    }

    /// `浅色`
    pub fn theme_light(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "theme-light")
    }

    /// `使用方式`
    pub fn tools(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "tools")
    }
}
