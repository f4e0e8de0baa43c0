// Written by `cargo xtask gen` from i18n/*.ftl. Do not edit.

//! The words of this crate, one function per message; each shows its Chinese text.

use std::borrow::Borrow;
use std::borrow::Cow;
use std::sync::LazyLock;

use kernel::Locale;
use web::i18n::{Arg, Bundles};

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

    /// `接单`
    pub fn accept(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "accept")
    }

    /// `接了就由您负责到底，群众会看到您的名字`
    pub fn accept_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "accept-hint")
    }

    /// `账号`
    pub fn account(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "account")
    }

    /// `我的账号`
    pub fn account_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "account-title")
    }

    /// `答复`
    pub fn answer(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "answer")
    }

    /// `以前的答复`
    pub fn answer_earlier(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "answer-earlier")
    }

    /// `发出答复`
    pub fn answer_send(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "answer-send")
    }

    /// `不限`
    pub fn any(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "any")
    }

    /// `哪个社区或村`
    pub fn area(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "area")
    }

    /// `不知道可以不选`
    pub fn area_optional(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "area-optional")
    }

    /// `不知道`
    pub fn area_unsure(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "area-unsure")
    }

    /// `返回`
    pub fn back(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "back")
    }

    /// `派单依据`
    pub fn basis(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "basis")
    }

    /// `{when} 前`
    pub fn by(self, when: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "by", &[("when", Arg::Text(when.as_ref()))])
    }

    /// `打电话`
    pub fn call(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "call")
    }

    /// `期限和经过`
    pub fn case_aside(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "case-aside")
    }

    /// `来件和答复`
    pub fn case_panel(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "case-panel")
    }

    /// `{n} 件`
    pub fn cases_count(self, n: impl Borrow<u64>) -> String {
        BUNDLES.format(self.0, "cases-count", &[("n", Arg::Count(*n.borrow()))])
    }

    /// `各个期限`
    pub fn clocks(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "clocks")
    }

    /// `查询码`
    pub fn code(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "code")
    }

    /// `12 个字母和数字，像 K7QM-2V9D-XH4T，大小写都行`
    pub fn code_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "code-hint")
    }

    /// `事项`
    pub fn col_case(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "col-case")
    }

    /// `还剩`
    pub fn col_left(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "col-left")
    }

    /// `灯`
    pub fn col_light(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "col-light")
    }

    /// `下一步`
    pub fn col_next(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "col-next")
    }

    /// `走到哪一步`
    pub fn col_step(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "col-step")
    }

    /// `承办单位`
    pub fn col_unit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "col-unit")
    }

    /// `复杂的理由（选“复杂”必填，群众看得到）`
    pub fn complex_reason(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "complex-reason")
    }

    /// `不是复杂的事`
    pub fn complex_reason_none(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "complex-reason-none")
    }

    /// `一般还是复杂`
    pub fn complexity(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "complexity")
    }

    /// `复杂`
    pub fn complexity_complex(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "complexity-complex")
    }

    /// `一般`
    pub fn complexity_general(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "complexity-general")
    }

    /// `号码给谁看？`
    pub fn confidential(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "confidential")
    }

    /// `给办事的人看`
    pub fn confidential_no(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "confidential-no")
    }

    /// `他能直接打给您，快一些`
    pub fn confidential_no_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "confidential-no-hint")
    }

    /// `保密`
    pub fn confidential_yes(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "confidential-yes")
    }

    /// `由热线转话，办事的人看不到`
    pub fn confidential_yes_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "confidential-yes-hint")
    }

    /// `记下联系`
    pub fn contact(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "contact")
    }

    /// `通话 20 秒以上、回信息、上门都算；三次没联系上也记下来`
    pub fn contact_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "contact-hint")
    }

    /// `怎么联系的`
    pub fn contact_how(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "contact-how")
    }

    /// `说了什么`
    pub fn contact_note(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "contact-note")
    }

    /// `通话几秒`
    pub fn contact_secs(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "contact-secs")
    }

    /// `记下`
    pub fn contact_submit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "contact-submit")
    }

    /// `复制好了`
    pub fn copied(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "copied")
    }

    /// `复制编号和查询码`
    pub fn copy(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "copy")
    }

    /// `照此派出`
    pub fn dispatch_submit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "dispatch-submit")
    }

    /// `派单台`
    pub fn dispatch_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "dispatch-title")
    }

    /// `写答复`
    pub fn draft(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "draft")
    }

    /// `做了什么、什么时候、结果怎样；没办的哪天办。`
    pub fn draft_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "draft-hint")
    }

    /// `接单并联系上反映人以后，在这里写答复。`
    pub fn draft_later(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "draft-later")
    }

    /// `发出后 7 天内由群众评。`
    pub fn draft_note(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "draft-note")
    }

    /// `有的年份放假安排还没公布，日期先按周末和固定节日算；公布以后会重新算，再告诉您。`
    pub fn due_provisional(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "due-provisional")
    }

    /// `邮箱`
    pub fn email(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "email")
    }

    /// `话里提到危险。`
    pub fn emergency_head(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "emergency-head")
    }

    /// `已提示反映人先打 110、119、120。请马上派出，并电话告知承办单位。`
    pub fn emergency_text(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "emergency-text")
    }

    /// `有 {n} 处要改`
    pub fn errors_head(self, n: impl Borrow<u64>) -> String {
        BUNDLES.format(self.0, "errors-head", &[("n", Arg::Count(*n.borrow()))])
    }

    /// `写好的都还在，改完接着走。`
    pub fn errors_kept(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "errors-kept")
    }

    /// `还没写查询码`
    pub fn fault_code_empty(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-code-empty")
    }

    /// `选了“复杂”，请写明理由`
    pub fn fault_complexity_missing(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-complexity-missing")
    }

    /// `还没选号码给谁看。我们不替您选`
    pub fn fault_contact_confidential_missing(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-contact-confidential-missing")
    }

    /// `邮箱地址不完整`
    pub fn fault_contact_email_bad_email(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-contact-email-bad_email")
    }

    /// `还没写邮箱`
    pub fn fault_contact_email_empty(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-contact-email-empty")
    }

    /// `电话号码不对。手机号是 11 位`
    pub fn fault_contact_phone_bad_phone(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-contact-phone-bad_phone")
    }

    /// `还没写电话号码`
    pub fn fault_contact_phone_empty(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-contact-phone-empty")
    }

    /// `还没选：有人联系过您吗`
    pub fn fault_contacted_empty(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-contacted-empty")
    }

    /// `没有这一类，请从列出来的里面选`
    pub fn fault_kind_unknown(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-kind-unknown")
    }

    /// `还没写编号`
    pub fn fault_number_empty(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-number-empty")
    }

    /// `没有这个社区或村，请从列出来的里面选`
    pub fn fault_place_area_unknown(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-place-area-unknown")
    }

    /// `还没写在哪儿。选社区，或者写几个字都行`
    pub fn fault_place_empty(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-place-empty")
    }

    /// `还没选怎么告诉您`
    pub fn fault_reach_missing(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-reach-missing")
    }

    /// `请选办得怎么样`
    pub fn fault_result_unknown(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-result-unknown")
    }

    /// `还没选：满意吗`
    pub fn fault_satisfaction_empty(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-satisfaction-empty")
    }

    /// `还没选：解决了吗`
    pub fn fault_solved_empty(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-solved-empty")
    }

    /// `还没写发生了什么`
    pub fn fault_text_empty(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-text-empty")
    }

    /// `没有这个单位，请从列出来的里面选`
    pub fn fault_unit_unknown(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-unit-unknown")
    }

    /// `按状态筛选`
    pub fn filter_by_state(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "filter-by-state")
    }

    /// `清空`
    pub fn filter_clear(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "filter-clear")
    }

    /// `状态`
    pub fn filter_state(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "filter-state")
    }

    /// `筛选`
    pub fn filter_submit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "filter-submit")
    }

    /// `查进度`
    pub fn find_door(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "find-door")
    }

    /// `输入编号和查询码`
    pub fn find_door_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "find-door-hint")
    }

    /// `编号和查询码都在回执上。家人也能替您查。`
    pub fn find_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "find-hint")
    }

    /// `编号或查询码找不到了？打`
    pub fn find_lost(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "find-lost")
    }

    /// `编号和查询码对不上，请再核对一遍`
    pub fn find_no_match(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "find-no_match")
    }

    /// `查一查`
    pub fn find_submit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "find-submit")
    }

    /// `新派来`
    pub fn group_new(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "group-new")
    }

    /// `联系上反映人才算响应，自动短信不算`
    pub fn group_new_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "group-new-hint")
    }

    /// `已超期`
    pub fn group_overdue(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "group-overdue")
    }

    /// `先办这些`
    pub fn group_overdue_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "group-overdue-hint")
    }

    /// `正在办`
    pub fn group_running(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "group-running")
    }

    /// `都在期限里`
    pub fn group_running_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "group-running-hint")
    }

    /// `快到期`
    pub fn group_soon(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "group-soon")
    }

    /// `期限只剩最后一段`
    pub fn group_soon_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "group-soon-hint")
    }

    /// `等我回话`
    pub fn group_waiting(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "group-waiting")
    }

    /// `群众补充了情况，或说没解决`
    pub fn group_waiting_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "group-waiting-hint")
    }

    /// `像是：{kind}的事`
    pub fn guess(self, kind: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "guess", &[("kind", Arg::Text(kind.as_ref()))])
    }

    /// `因为您写了`
    pub fn guess_because(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "guess-because")
    }

    /// `答复期限 {limit}。`
    pub fn guess_limit(self, limit: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "guess-limit", &[("limit", Arg::Text(limit.as_ref()))])
    }

    /// `换一类`
    pub fn guess_other(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "guess-other")
    }

    /// `说不准`
    pub fn guess_unsure(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "guess-unsure")
    }

    /// `对，是这类`
    pub fn guess_yes(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "guess-yes")
    }

    /// `谁在办`
    pub fn handled_by(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "handled-by")
    }

    /// `今天没有等您的事`
    pub fn headline_none(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "headline-none")
    }

    /// `今天有 {n} 件等您，先办超期的 {late} 件`
    pub fn headline_overdue(self, n: impl Borrow<u64>, late: impl AsRef<str>) -> String {
        BUNDLES.format(
            self.0,
            "headline-overdue",
            &[("n", Arg::Count(*n.borrow())), ("late", Arg::Text(late.as_ref()))],
        )
    }

    /// `今天有 {n} 件等您`
    pub fn headline_some(self, n: impl Borrow<u64>) -> String {
        BUNDLES.format(self.0, "headline-some", &[("n", Arg::Count(*n.borrow()))])
    }

    /// `今天有 {n} 件等您，{soon} 件快到期`
    pub fn headline_soon(self, n: impl Borrow<u64>, soon: impl AsRef<str>) -> String {
        BUNDLES.format(
            self.0,
            "headline-soon",
            &[("n", Arg::Count(*n.borrow())), ("soon", Arg::Text(soon.as_ref()))],
        )
    }

    /// `，或到最近的联系点，工作人员帮您记。`
    pub fn help_after(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "help-after")
    }

    /// `不方便写？打`
    pub fn help_before(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "help-before")
    }

    /// `不用登录，不用装软件。说完就有编号，谁来办、哪天答复，一直看得见。`
    pub fn home_lead(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "home-lead")
    }

    /// `有事，说一声`
    pub fn home_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "home-title")
    }

    /// `打电话一样办，白天夜里都有人接`
    pub fn hotline_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "hotline-hint")
    }

    /// `一件事怎么走完`
    pub fn how(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "how")
    }

    /// `答复您`
    pub fn how_answer(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "how-answer")
    }

    /// `办不了也说清为什么`
    pub fn how_answer_text(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "how-answer-text")
    }

    /// `去办`
    pub fn how_done(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "how-done")
    }

    /// `期限写明，能看到怎么算的`
    pub fn how_done_text(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "how-done-text")
    }

    /// `您说一声`
    pub fn how_say(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "how-say")
    }

    /// `马上给编号`
    pub fn how_say_text(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "how-say-text")
    }

    /// `有人接`
    pub fn how_taken(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "how-taken")
    }

    /// `{time}内联系您`
    pub fn how_taken_text(self, time: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "how-taken-text", &[("time", Arg::Text(time.as_ref()))])
    }

    /// `您说了算`
    pub fn how_verdict(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "how-verdict")
    }

    /// `没解决就重新办`
    pub fn how_verdict_text(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "how-verdict-text")
    }

    /// `类别`
    pub fn kind(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "kind")
    }

    /// `说不准就空着，我们来分。`
    pub fn kind_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "kind-hint")
    }

    /// `这件事是哪一类`
    pub fn kind_legend(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "kind-legend")
    }

    /// `说不准`
    pub fn kind_unsure(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "kind-unsure")
    }

    /// `答复`
    pub fn knot_answered(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "knot-answered")
    }

    /// `办理`
    pub fn knot_at_work(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "knot-at-work")
    }

    /// `派单`
    pub fn knot_dispatched(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "knot-dispatched")
    }

    /// `您来评`
    pub fn knot_rating(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "knot-rating")
    }

    /// `收到`
    pub fn knot_received(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "knot-received")
    }

    /// `没有符合的事项`
    pub fn list_empty(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "list-empty")
    }

    /// `换个条件，或者清空再看。`
    pub fn list_empty_text(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "list-empty-text")
    }

    /// `事项`
    pub fn list_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "list-title")
    }

    /// `类`
    pub fn mark_kind(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "mark-kind")
    }

    /// `实线：定类别`
    pub fn mark_kind_long(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "mark-kind-long")
    }

    /// `地`
    pub fn mark_place(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "mark-place")
    }

    /// `双线：定地点`
    pub fn mark_place_long(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "mark-place-long")
    }

    /// `办`
    pub fn mark_unit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "mark-unit")
    }

    /// `虚线：定单位`
    pub fn mark_unit_long(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "mark-unit-long")
    }

    /// `号码已遮住`
    pub fn masked(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "masked")
    }

    /// `怎么称呼您`
    pub fn name(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "name")
    }

    /// `我的`
    pub fn nav_account(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "nav-account")
    }

    /// `事项`
    pub fn nav_cases(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "nav-cases")
    }

    /// `派单台`
    pub fn nav_dispatch(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "nav-dispatch")
    }

    /// `工作台`
    pub fn nav_work(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "nav-work")
    }

    /// `下一步`
    pub fn next(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "next")
    }

    /// `给您答复`
    pub fn next_answer(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "next-answer")
    }

    /// `写明谁来办、哪天办好；办不了也说清原因。`
    pub fn next_answer_text(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "next-answer-text")
    }

    /// `有人打电话找您`
    pub fn next_call(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "next-call")
    }

    /// `会用单位电话打给您。`
    pub fn next_call_text(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "next-call-text")
    }

    /// `现在：派给承办的单位`
    pub fn next_dispatch(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "next-dispatch")
    }

    /// `编号和期限从这一刻算起。`
    pub fn next_dispatch_text(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "next-dispatch-text")
    }

    /// `现在：工作人员先看一眼，再派出去`
    pub fn next_held(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "next-held")
    }

    /// `有人发邮件给您`
    pub fn next_mail(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "next-mail")
    }

    /// `回信也会记在这件事里。`
    pub fn next_mail_text(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "next-mail-text")
    }

    /// `在这里写下第一次回音`
    pub fn next_post(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "next-post")
    }

    /// `您没有留联系方式，凭编号和查询码来看。`
    pub fn next_post_text(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "next-post-text")
    }

    /// `接下来会怎样`
    pub fn next_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "next-title")
    }

    /// `请您说了算`
    pub fn next_verdict(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "next-verdict")
    }

    /// `没解决，点一下就重新办。`
    pub fn next_verdict_text(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "next-verdict-text")
    }

    /// `答复以后 7 天内`
    pub fn next_verdict_when(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "next-verdict-when")
    }

    /// `记一笔`
    pub fn note(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "note")
    }

    /// `内部看`
    pub fn note_internal(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "note-internal")
    }

    /// `群众也看`
    pub fn note_shown(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "note-shown")
    }

    /// `记下`
    pub fn note_submit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "note-submit")
    }

    /// `给谁看`
    pub fn note_who(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "note-who")
    }

    /// `编号`
    pub fn number(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "number")
    }

    /// `比如 261 113 048 271`
    pub fn number_example(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "number-example")
    }

    /// `12 位数字，在回执上`
    pub fn number_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "number-hint")
    }

    /// `可以不填`
    pub fn optional(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "optional")
    }

    /// `都不是，另选类别`
    pub fn other_kind(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "other-kind")
    }

    /// `都不是，另选单位`
    pub fn other_unit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "other-unit")
    }

    /// `第一页`
    pub fn pager_first(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "pager-first")
    }

    /// `下一页`
    pub fn pager_next(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "pager-next")
    }

    /// `这一页 {n} 件，共 {total} 件`
    pub fn pager_shown(self, n: impl AsRef<str>, total: impl AsRef<str>) -> String {
        BUNDLES.format(
            self.0,
            "pager-shown",
            &[("n", Arg::Text(n.as_ref())), ("total", Arg::Text(total.as_ref()))],
        )
    }

    /// `打 {number}`
    pub fn paper_call(self, number: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "paper-call", &[("number", Arg::Text(number.as_ref()))])
    }

    /// `报编号和查询码。码别给外人看`
    pub fn paper_call_text(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "paper-call-text")
    }

    /// `扫上面的码`
    pub fn paper_scan(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "paper-scan")
    }

    /// `家人也能扫，看办到哪一步`
    pub fn paper_scan_text(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "paper-scan-text")
    }

    /// `密码`
    pub fn password(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "password")
    }

    /// `电话`
    pub fn phone(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "phone")
    }

    /// `只用来说这件事。`
    pub fn phone_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "phone-hint")
    }

    /// `电话号码`
    pub fn phone_number(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "phone-number")
    }

    /// `具体在哪儿`
    pub fn place_words(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "place-words")
    }

    /// `比如：槐荫里小区 3 号楼二单元`
    pub fn place_words_example(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "place-words-example")
    }

    /// `小区、楼号、路名，或者旁边有什么`
    pub fn place_words_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "place-words-hint")
    }

    /// `办理方案`
    pub fn plan(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "plan")
    }

    /// `复杂的事 3 个工作日内把方案告诉群众：分几步、谁来办、哪天办好`
    pub fn plan_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "plan-hint")
    }

    /// `发出方案，开始办理`
    pub fn plan_submit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "plan-submit")
    }

    /// `打印大字单`
    pub fn print_slip(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "print-slip")
    }

    /// `这件事的内容已经按本人的要求抹掉了`
    pub fn problem_case_erased(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-case-erased")
    }

    /// `没有说明看到的是哪一版`
    pub fn problem_case_if_match_required(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-case-if_match_required")
    }

    /// `没有找到这件事`
    pub fn problem_case_not_found(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-case-not_found")
    }

    /// `这件事刚刚有了变化`
    pub fn problem_case_stale(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-case-stale")
    }

    /// `这件事走到这里，不能做这一步`
    pub fn problem_case_step_refused(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-case-step_refused")
    }

    /// `这一页的凭证不完整，请打开新的一页再写`
    pub fn problem_idempotency_bad_key(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-idempotency-bad_key")
    }

    /// `这一份已经交过，内容不一样；请打开新的一页再写`
    pub fn problem_idempotency_mismatch(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-idempotency-mismatch")
    }

    /// `有几处要改`
    pub fn problem_input_invalid(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-input-invalid")
    }

    /// `发来的内容读不懂`
    pub fn problem_input_malformed(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-input-malformed")
    }

    /// `这个地方已经有了`
    pub fn problem_places_already_there(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-places-already_there")
    }

    /// `进度`
    pub fn progress(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "progress")
    }

    /// `查进度的二维码，扫一扫就能看`
    pub fn qr_alt(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "qr-alt")
    }

    /// `都派完了`
    pub fn queue_empty(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "queue-empty")
    }

    /// `有新的进来，会排在左边。`
    pub fn queue_empty_text(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "queue-empty-text")
    }

    /// `最久 {time}`
    pub fn queue_oldest(self, time: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "queue-oldest", &[("time", Arg::Text(time.as_ref()))])
    }

    /// `等派 {n} 件`
    pub fn queue_title(self, n: impl Borrow<u64>) -> String {
        BUNDLES.format(self.0, "queue-title", &[("n", Arg::Count(*n.borrow()))])
    }

    /// `还想说什么`
    pub fn rate_comment(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "rate-comment")
    }

    /// `有人联系过您吗？`
    pub fn rate_contacted(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "rate-contacted")
    }

    /// `没有`
    pub fn rate_contacted_no(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "rate-contacted-no")
    }

    /// `联系了`
    pub fn rate_contacted_yes(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "rate-contacted-yes")
    }

    /// `选“没解决”或“不满意”，这件事会自动重新办，换一个人来看。`
    pub fn rate_note(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "rate-note")
    }

    /// `满意吗？`
    pub fn rate_satisfied(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "rate-satisfied")
    }

    /// `解决了吗？`
    pub fn rate_solved(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "rate-solved")
    }

    /// `没解决`
    pub fn rate_solved_no(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "rate-solved-no")
    }

    /// `解决了`
    pub fn rate_solved_yes(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "rate-solved-yes")
    }

    /// `交评价`
    pub fn rate_submit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "rate-submit")
    }

    /// `这件事，您说了算`
    pub fn rate_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "rate-title")
    }

    /// `{date} 前都可以评。不评不会算“满意”。`
    pub fn rate_until(self, date: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "rate-until", &[("date", Arg::Text(date.as_ref()))])
    }

    /// `群众的评价`
    pub fn rated_by_resident(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "rated-by-resident")
    }

    /// `您的评价`
    pub fn rated_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "rated-title")
    }

    /// `发邮件`
    pub fn reach_email(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "reach-email")
    }

    /// `怎么联系`
    pub fn reach_label(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "reach-label")
    }

    /// `不用找我，我自己查`
    pub fn reach_none(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "reach-none")
    }

    /// `凭编号和查询码，随时能看`
    pub fn reach_none_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "reach-none-hint")
    }

    /// `打电话`
    pub fn reach_phone(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "reach-phone")
    }

    /// `查询码只在交上去的时候显示一次。`
    pub fn receipt_code_gone(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "receipt-code-gone")
    }

    /// `凭这两样，家人也能替您查。请拍照或记下来。`
    pub fn receipt_keep(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "receipt-keep")
    }

    /// `{when} 收到。`
    pub fn receipt_received(self, when: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "receipt-received", &[("when", Arg::Text(when.as_ref()))])
    }

    /// `由{unit}接手。`
    pub fn receipt_taken_by(self, unit: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "receipt-taken-by", &[("unit", Arg::Text(unit.as_ref()))])
    }

    /// `收到了`
    pub fn receipt_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "receipt-title")
    }

    /// `哪里不行`
    pub fn reopen_reason(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "reopen-reason")
    }

    /// `请重新办`
    pub fn reopen_submit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "reopen-submit")
    }

    /// `又不行了？可以重新办`
    pub fn reopen_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "reopen-title")
    }

    /// `{date} 前，写一句哪里不行，就从头再办。`
    pub fn reopen_until(self, date: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "reopen-until", &[("date", Arg::Text(date.as_ref()))])
    }

    /// `不用写姓名`
    pub fn report_anonymous_ok(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "report-anonymous-ok")
    }

    /// `我要反映`
    pub fn report_door(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "report-door")
    }

    /// `什么事、在哪儿，写两句就行`
    pub fn report_door_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "report-door-hint")
    }

    /// `比如：3 号楼二单元楼道灯坏了半个月`
    pub fn report_example(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "report-example")
    }

    /// `有结果怎么告诉您？`
    pub fn report_reach(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "report-reach")
    }

    /// `草稿已存在这台设备上，断网也不会丢`
    pub fn report_saved(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "report-saved")
    }

    /// `什么事、在哪儿，像跟邻居说话一样写`
    pub fn report_say_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "report-say-hint")
    }

    /// `交上去，拿编号`
    pub fn report_submit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "report-submit")
    }

    /// `发生了什么？`
    pub fn report_what(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "report-what")
    }

    /// `像跟邻居说话一样写就行。不用写姓名。`
    pub fn report_what_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "report-what-hint")
    }

    /// `在哪儿`
    pub fn report_where(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "report-where")
    }

    /// `反映人`
    pub fn requester(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "requester")
    }

    /// `群众的话`
    pub fn resident_words(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "resident-words")
    }

    /// `办得怎么样`
    pub fn result(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "result")
    }

    /// `重新办理`
    pub fn resume(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "resume")
    }

    /// `群众说没解决。先看评价，再从头办`
    pub fn resume_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "resume-hint")
    }

    /// `角色`
    pub fn role(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "role")
    }

    /// `很不满意`
    pub fn satisfied_1(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "satisfied-1")
    }

    /// `不满意`
    pub fn satisfied_2(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "satisfied-2")
    }

    /// `基本满意`
    pub fn satisfied_3(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "satisfied-3")
    }

    /// `满意`
    pub fn satisfied_4(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "satisfied-4")
    }

    /// `很满意`
    pub fn satisfied_5(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "satisfied-5")
    }

    /// `管哪里`
    pub fn scope(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "scope")
    }

    /// `登录时间`
    pub fn signed_in_since(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "signed-in-since")
    }

    /// `群众反映事情、查进度，都不用登录。`
    pub fn signin_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "signin-hint")
    }

    /// `不是工作人员？请到`
    pub fn signin_resident(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "signin-resident")
    }

    /// `登录`
    pub fn signin_submit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "signin-submit")
    }

    /// `工作人员登录`
    pub fn signin_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "signin-title")
    }

    /// `退出登录`
    pub fn signout(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "signout")
    }

    /// `急救`
    pub fn sos_ambulance(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "sos-ambulance")
    }

    /// `火警`
    pub fn sos_fire(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "sos-fire")
    }

    /// `有危险，先打`
    pub fn sos_first(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "sos-first")
    }

    /// `警察`
    pub fn sos_police(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "sos-police")
    }

    /// `共 5 步，现在第 {step} 步`
    pub fn stage_at(self, step: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "stage-at", &[("step", Arg::Text(step.as_ref()))])
    }

    /// `办理到了哪一步`
    pub fn stage_label(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "stage-label")
    }

    /// `开始办理`
    pub fn start(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "start")
    }

    /// `一般的事可以不写方案，直接开始`
    pub fn start_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "start-hint")
    }

    /// `可以做的`
    pub fn steps(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "steps")
    }

    /// `每一步都会记下来，群众看得到经过`
    pub fn steps_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "steps-hint")
    }

    /// `最晚`
    pub fn strip_latest(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "strip-latest")
    }

    /// `期限怎么算出来的`
    pub fn strip_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "strip-title")
    }

    /// `数字键改选`
    pub fn suggest_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "suggest-hint")
    }

    /// `建议这样派`
    pub fn suggest_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "suggest-title")
    }

    /// `补充的情况`
    pub fn supplement_label(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "supplement-label")
    }

    /// `补充上去`
    pub fn supplement_submit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "supplement-submit")
    }

    /// `还有要补充的`
    pub fn supplement_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "supplement-title")
    }

    /// `先联系上反映人`
    pub fn tab_new_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "tab-new-hint")
    }

    /// `办理经过`
    pub fn timeline_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "timeline-title")
    }

    /// `动态码`
    pub fn totp(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "totp")
    }

    /// `验证器里的 6 位数字`
    pub fn totp_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "totp-hint")
    }

    /// `查别的事`
    pub fn track_other(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "track-other")
    }

    /// `常看的`
    pub fn views(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "views")
    }

    /// `等我办理的事项`
    pub fn work_caption(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "work-caption")
    }

    /// `没有等您的事`
    pub fn work_empty(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "work-empty")
    }

    /// `新派来的、快到期的，都会出现在这里。`
    pub fn work_empty_text(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "work-empty-text")
    }

    /// `我的工作台`
    pub fn work_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "work-title")
    }

    /// `您反映的事`
    pub fn your_words(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "your-words")
    }
}
