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

    /// `这张督办单`
    pub fn about_heading(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "about-heading")
    }

    /// `全部督办单`
    pub fn all_orders(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "all-orders")
    }

    /// `代办人：{name}`
    pub fn away_deputy(self, name: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "away-deputy", &[("name", Arg::Text(name.as_ref()))])
    }

    /// `取消，我在岗`
    pub fn away_end(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "away-end")
    }

    /// `从哪天`
    pub fn away_from(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "away-from")
    }

    /// `我不在岗的日子`
    pub fn away_heading(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "away-heading")
    }

    /// `这几天给您的提醒，直接送到代办人；没有代办人，就送到上一级。`
    pub fn away_lead(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "away-lead")
    }

    /// `没有代办人，送上一级`
    pub fn away_nobody(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "away-nobody")
    }

    /// `{from} 到 {until}`
    pub fn away_span(self, from: impl AsRef<str>, until: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "away-span", &[("from", Arg::Text(from.as_ref())), ("until", Arg::Text(until.as_ref()))])
    }

    /// `记下`
    pub fn away_submit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "away-submit")
    }

    /// `到哪天`
    pub fn away_until(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "away-until")
    }

    /// `代办人`
    pub fn away_who(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "away-who")
    }

    /// `和您做同样工作的同事。`
    pub fn away_who_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "away-who-hint")
    }

    /// `{n} 件已超期`
    pub fn board_heading(self, n: impl Borrow<u64>) -> String {
        BUNDLES.format(self.0, "board-heading", &[("n", Arg::Count(*n.borrow()))])
    }

    /// `只看单位，不排个人。`
    pub fn board_lead(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "board-lead")
    }

    /// `现在没有超期的事项`
    pub fn board_quiet(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "board-quiet")
    }

    /// `督办台`
    pub fn board_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "board-title")
    }

    /// `30 天内 10 人以上反映`
    pub fn cause_group(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "cause-group")
    }

    /// `督办员决定`
    pub fn cause_hand(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "cause-hand")
    }

    /// `两次说没解决`
    pub fn cause_negative_twice(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "cause-negative-twice")
    }

    /// `超期未办`
    pub fn cause_overdue(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "cause-overdue")
    }

    /// `三次重办`
    pub fn cause_repeat(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "cause-repeat")
    }

    /// `有安全风险`
    pub fn cause_safety(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "cause-safety")
    }

    /// `办`
    pub fn col_do(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "col-do")
    }

    /// `到期`
    pub fn col_due(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "col-due")
    }

    /// `小时`
    pub fn col_hours(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "col-hours")
    }

    /// `按期答复（90 天）`
    pub fn col_in_time(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "col-in-time")
    }

    /// `灯`
    pub fn col_light(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "col-light")
    }

    /// `灯`
    pub fn col_lights(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "col-lights")
    }

    /// `事项`
    pub fn col_matter(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "col-matter")
    }

    /// `在办`
    pub fn col_open(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "col-open")
    }

    /// `超期`
    pub fn col_red(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "col-red")
    }

    /// `退单被驳`
    pub fn col_sent_back(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "col-sent-back")
    }

    /// `停钟时间占比`
    pub fn col_stopped(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "col-stopped")
    }

    /// `承办单位`
    pub fn col_unit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "col-unit")
    }

    /// `周`
    pub fn col_week(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "col-week")
    }

    /// `为什么`
    pub fn col_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "col-why")
    }

    /// `快到期`
    pub fn col_yellow(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "col-yellow")
    }

    /// `{name} 放假`
    pub fn day_festival(self, name: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "day-festival", &[("name", Arg::Text(name.as_ref()))])
    }

    /// `放假`
    pub fn day_holiday(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "day-holiday")
    }

    /// `调休上班`
    pub fn day_makeup(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "day-makeup")
    }

    /// `周末`
    pub fn day_weekend(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "day-weekend")
    }

    /// `要拿主意的`
    pub fn decide_heading(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "decide-heading")
    }

    /// `没有超期的事项。`
    pub fn decide_none(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "decide-none")
    }

    /// `说明办到了哪一步，给出办结的日期。`
    pub fn demand_early(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "demand-early")
    }

    /// `单位负责人会看到。不写姓名、电话。`
    pub fn demand_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "demand-hint")
    }

    /// `要求`
    pub fn demand_label(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "demand-label")
    }

    /// `说明超期原因，给出办结的日期。`
    pub fn demand_usual(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "demand-usual")
    }

    /// `今天`
    pub fn digest_heading(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "digest-heading")
    }

    /// `已超期`
    pub fn digest_red(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "digest-red")
    }

    /// `今天到期`
    pub fn digest_today(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "digest-today")
    }

    /// `等我办的督办单`
    pub fn digest_waiting(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "digest-waiting")
    }

    /// `快到期`
    pub fn digest_yellow(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "digest-yellow")
    }

    /// `已记下。`
    pub fn done_away(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-away")
    }

    /// `已取消。`
    pub fn done_back(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-back")
    }

    /// `督办单已发出。`
    pub fn done_issued(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-issued")
    }

    /// `这件事已有一张没办完的督办单。`
    pub fn done_open(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-open")
    }

    /// `已标为看过。`
    pub fn done_read(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-read")
    }

    /// `已记下。`
    pub fn done_stepped(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-stepped")
    }

    /// `{when} 前`
    pub fn due_by(self, when: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "due-by", &[("when", Arg::Text(when.as_ref()))])
    }

    /// `发出：{cause}`
    pub fn entry_issued(self, cause: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "entry-issued", &[("cause", Arg::Text(cause.as_ref()))])
    }

    /// `这一步过了时限`
    pub fn entry_ran_out(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "entry-ran-out")
    }

    /// `还没写要求`
    pub fn fault_demand_empty(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-demand-empty")
    }

    /// `这位同事不能代办`
    pub fn fault_deputy_unknown(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-deputy-unknown")
    }

    /// `还没写第一天`
    pub fn fault_from_empty(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-from-empty")
    }

    /// `和已记下的日子重叠`
    pub fn fault_from_overlap(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-from-overlap")
    }

    /// `记下的日子太多了，先取消几条`
    pub fn fault_from_too_many(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-from-too_many")
    }

    /// `第一天不是日期`
    pub fn fault_from_unknown(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-from-unknown")
    }

    /// `还没写最后一天`
    pub fn fault_until_empty(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-until-empty")
    }

    /// `最后一天太早`
    pub fn fault_until_too_early(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-until-too_early")
    }

    /// `一次最多 92 天；更久请办交接`
    pub fn fault_until_too_far(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-until-too_far")
    }

    /// `最后一天不是日期`
    pub fn fault_until_unknown(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-until-unknown")
    }

    /// `这里还空着`
    pub fn fault_words_empty(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-words-empty")
    }

    /// `样本少`
    pub fn few_answers(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "few-answers")
    }

    /// `说明（可以不写）`
    pub fn hint_acknowledge(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "hint-acknowledge")
    }

    /// `反映人怎么说，还差什么（不写姓名和电话）`
    pub fn hint_doubt(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "hint-doubt")
    }

    /// `说明（可以不写）`
    pub fn hint_lift(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "hint-lift")
    }

    /// `怎么整改，哪天完成`
    pub fn hint_plan(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "hint-plan")
    }

    /// `做了什么`
    pub fn hint_rectify(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "hint-rectify")
    }

    /// `为什么升级`
    pub fn hint_upgrade(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "hint-upgrade")
    }

    /// `打电话问了谁家、怎么说（不写姓名和电话）`
    pub fn hint_verify(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "hint-verify")
    }

    /// `还没有提醒。`
    pub fn inbox_empty(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "inbox-empty")
    }

    /// `没有没看的提醒`
    pub fn inbox_none(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "inbox-none")
    }

    /// `{n} 条没看的提醒`
    pub fn inbox_some(self, n: impl Borrow<u64>) -> String {
        BUNDLES.format(self.0, "inbox-some", &[("n", Arg::Count(*n.borrow()))])
    }

    /// `我的提醒`
    pub fn inbox_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "inbox-title")
    }

    /// `已过时限`
    pub fn is_late(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "is-late")
    }

    /// `发督办单`
    pub fn issue_button(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "issue-button")
    }

    /// `确认发出`
    pub fn issue_confirm(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "issue-confirm")
    }

    /// `已替您填好，看一遍就能发出。`
    pub fn issue_lead(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "issue-lead")
    }

    /// `发督办单`
    pub fn issue_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "issue-title")
    }

    /// `正常`
    pub fn level_none(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "level-none")
    }

    /// `一级 · 催办`
    pub fn level_red(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "level-red")
    }

    /// `二级 · 督办单`
    pub fn level_tier2(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "level-tier2")
    }

    /// `三级 · 报县级`
    pub fn level_tier3(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "level-tier3")
    }

    /// `快到期`
    pub fn level_yellow(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "level-yellow")
    }

    /// `都看过了`
    pub fn mark_read(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "mark-read")
    }

    /// `督办台`
    pub fn nav_board(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "nav-board")
    }

    /// `提醒`
    pub fn nav_inbox(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "nav-inbox")
    }

    /// `督办单`
    pub fn nav_orders(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "nav-orders")
    }

    /// `还没派出`
    pub fn no_unit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "no-unit")
    }

    /// `现在不用您办。`
    pub fn nothing_to_do(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "nothing-to-do")
    }

    /// `督办单第 {order} 号已签收，事项 {number}`
    pub fn notice_acknowledged(self, order: impl AsRef<str>, number: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "notice-acknowledged", &[("order", Arg::Text(order.as_ref())), ("number", Arg::Text(number.as_ref()))])
    }

    /// `事项 {number} 的分类有人不认，到 {when} 还没人定`
    pub fn notice_contest_late(self, number: impl AsRef<str>, when: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "notice-contest-late", &[("number", Arg::Text(number.as_ref())), ("when", Arg::Text(when.as_ref()))])
    }

    /// `事项 {number} 的分类有人不认，请另一位分派员 {when} 前定`
    pub fn notice_contested(self, number: impl AsRef<str>, when: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "notice-contested", &[("number", Arg::Text(number.as_ref())), ("when", Arg::Text(when.as_ref()))])
    }

    /// `督办单第 {order} 号核实不实，退回整改，事项 {number}`
    pub fn notice_doubted(self, order: impl AsRef<str>, number: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "notice-doubted", &[("order", Arg::Text(order.as_ref())), ("number", Arg::Text(number.as_ref()))])
    }

    /// `群众说的和派单模型第 {model} 版训练时不一样了，建议会越来越不准，该看看要不要重新训练`
    pub fn notice_drift(self, model: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "notice-drift", &[("model", Arg::Text(model.as_ref()))])
    }

    /// `督办单第 {order} 号已发出，事项 {number}`
    pub fn notice_issued(self, order: impl AsRef<str>, number: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "notice-issued", &[("order", Arg::Text(order.as_ref())), ("number", Arg::Text(number.as_ref()))])
    }

    /// `督办单第 {order} 号已解除，事项 {number}`
    pub fn notice_lifted(self, order: impl AsRef<str>, number: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "notice-lifted", &[("order", Arg::Text(order.as_ref())), ("number", Arg::Text(number.as_ref()))])
    }

    /// `有一条新提醒`
    pub fn notice_other(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "notice-other")
    }

    /// `督办单第 {order} 号交了整改方案，事项 {number}`
    pub fn notice_planned(self, order: impl AsRef<str>, number: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "notice-planned", &[("order", Arg::Text(order.as_ref())), ("number", Arg::Text(number.as_ref()))])
    }

    /// `督办单第 {order} 号这一步过了时限，事项 {number}`
    pub fn notice_ran_out(self, order: impl AsRef<str>, number: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "notice-ran-out", &[("order", Arg::Text(order.as_ref())), ("number", Arg::Text(number.as_ref()))])
    }

    /// `督办单第 {order} 号报整改完成，等打电话核实，事项 {number}`
    pub fn notice_rectified(self, order: impl AsRef<str>, number: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "notice-rectified", &[("order", Arg::Text(order.as_ref())), ("number", Arg::Text(number.as_ref()))])
    }

    /// `催办：事项 {number} 已到期（{when}）`
    pub fn notice_red(self, number: impl AsRef<str>, when: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "notice-red", &[("number", Arg::Text(number.as_ref())), ("when", Arg::Text(when.as_ref()))])
    }

    /// `二级督办：事项 {number} 到期（{when}）后仍未办`
    pub fn notice_tier2(self, number: impl AsRef<str>, when: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "notice-tier2", &[("number", Arg::Text(number.as_ref())), ("when", Arg::Text(when.as_ref()))])
    }

    /// `三级督办：事项 {number} 到期（{when}）后一直未办，已报县级统筹`
    pub fn notice_tier3(self, number: impl AsRef<str>, when: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "notice-tier3", &[("number", Arg::Text(number.as_ref())), ("when", Arg::Text(when.as_ref()))])
    }

    /// `督办单第 {order} 号已升级，由县级统筹接手，事项 {number}`
    pub fn notice_upgraded(self, order: impl AsRef<str>, number: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "notice-upgraded", &[("order", Arg::Text(order.as_ref())), ("number", Arg::Text(number.as_ref()))])
    }

    /// `督办单第 {order} 号核实属实，事项 {number}`
    pub fn notice_verified(self, order: impl AsRef<str>, number: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "notice-verified", &[("order", Arg::Text(order.as_ref())), ("number", Arg::Text(number.as_ref()))])
    }

    /// `事项 {number} 快到期，{when} 前要办完`
    pub fn notice_yellow(self, number: impl AsRef<str>, when: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "notice-yellow", &[("number", Arg::Text(number.as_ref())), ("when", Arg::Text(when.as_ref()))])
    }

    /// `事项 {number}`
    pub fn of_case(self, number: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "of-case", &[("number", Arg::Text(number.as_ref()))])
    }

    /// `等方案`
    pub fn order_acknowledged(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "order-acknowledged")
    }

    /// `等签收`
    pub fn order_issued(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "order-issued")
    }

    /// `已解除`
    pub fn order_lifted(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "order-lifted")
    }

    /// `督办单第 {number} 号`
    pub fn order_number(self, number: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "order-number", &[("number", Arg::Text(number.as_ref()))])
    }

    /// `整改中`
    pub fn order_planned(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "order-planned")
    }

    /// `等核实`
    pub fn order_rectified(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "order-rectified")
    }

    /// `已升级`
    pub fn order_upgraded(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "order-upgraded")
    }

    /// `已核实`
    pub fn order_verified(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "order-verified")
    }

    /// `每一步都有时限；过了时限，报给督办员和县级统筹。`
    pub fn orders_lead(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "orders-lead")
    }

    /// `没有没办完的督办单。`
    pub fn orders_none(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "orders-none")
    }

    /// `没办完的督办单`
    pub fn orders_open(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "orders-open")
    }

    /// `办完的督办单`
    pub fn orders_over(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "orders-over")
    }

    /// `督办单`
    pub fn orders_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "orders-title")
    }

    /// `超 {span}`
    pub fn over_by(self, span: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "over-by", &[("span", Arg::Text(span.as_ref()))])
    }

    /// `{rung}不在岗，也没人代办`
    pub fn passed_away(self, rung: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "passed-away", &[("rung", Arg::Text(rung.as_ref()))])
    }

    /// `没有{rung}`
    pub fn passed_nobody(self, rung: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "passed-nobody", &[("rung", Arg::Text(rung.as_ref()))])
    }

    /// `整改方案`
    pub fn plan_by(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "plan-by")
    }

    /// `平台`
    pub fn platform(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "platform")
    }

    /// `没有说明看到的是哪一版`
    pub fn problem_supervision_if_match_required(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-supervision-if_match_required")
    }

    /// `没有这条记录，或者已经取消。`
    pub fn problem_supervision_no_such_absence(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-supervision-no_such_absence")
    }

    /// `没有这张督办单，或者不在您管的范围。`
    pub fn problem_supervision_no_such_order(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-supervision-no_such_order")
    }

    /// `这件事还没有承办单位，督办单没有人可发。`
    pub fn problem_supervision_no_unit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-supervision-no_unit")
    }

    /// `这件事已有一张没办完的督办单。`
    pub fn problem_supervision_order_open(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-supervision-order_open")
    }

    /// `代表单位办过这张督办单的人，不能自己核实。`
    pub fn problem_supervision_same_hand(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-supervision-same_hand")
    }

    /// `这张督办单刚刚被别人改过。请看一遍再办。`
    pub fn problem_supervision_stale(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-supervision-stale")
    }

    /// `督办单到了这一步，不能这样办。`
    pub fn problem_supervision_step_refused(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-supervision-step_refused")
    }

    /// `红灯小时数，近 8 周`
    pub fn red_heading(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "red-heading")
    }

    /// `每件事项超期多少小时，加在一起；同时超期的各算各的。`
    pub fn red_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "red-hint")
    }

    /// `比前 8 周少 {percent}`
    pub fn red_less(self, percent: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "red-less", &[("percent", Arg::Text(percent.as_ref()))])
    }

    /// `比前 8 周多 {percent}`
    pub fn red_more(self, percent: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "red-more", &[("percent", Arg::Text(percent.as_ref()))])
    }

    /// `近 8 周没有亮过红灯。`
    pub fn red_none(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "red-none")
    }

    /// `承办人`
    pub fn rung_assignee(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "rung-assignee")
    }

    /// `单位负责人`
    pub fn rung_lead(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "rung-lead")
    }

    /// `县级统筹`
    pub fn rung_organiser(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "rung-organiser")
    }

    /// `督办员`
    pub fn rung_supervisor(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "rung-supervisor")
    }

    /// `签收`
    pub fn sign_by(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "sign-by")
    }

    /// `签收`
    pub fn stage_acknowledged(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "stage-acknowledged")
    }

    /// `发出`
    pub fn stage_issued(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "stage-issued")
    }

    /// `这一步`
    pub fn stage_label(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "stage-label")
    }

    /// `方案`
    pub fn stage_planned(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "stage-planned")
    }

    /// `整改`
    pub fn stage_rectified(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "stage-rectified")
    }

    /// `核实`
    pub fn stage_verified(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "stage-verified")
    }

    /// `签收`
    pub fn step_acknowledge(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-acknowledge")
    }

    /// `核实不实，退回整改`
    pub fn step_doubt(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-doubt")
    }

    /// `解除`
    pub fn step_lift(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-lift")
    }

    /// `交整改方案`
    pub fn step_plan(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-plan")
    }

    /// `报整改完成`
    pub fn step_rectify(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-rectify")
    }

    /// `升级，由县级接手`
    pub fn step_upgrade(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-upgrade")
    }

    /// `核实属实`
    pub fn step_verify(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-verify")
    }

    /// `停钟时间多`
    pub fn stopped_much(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "stopped-much")
    }

    /// `分类还没人定，报{who}`
    pub fn story_contest_late(self, who: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-contest-late", &[("who", Arg::Text(who.as_ref()))])
    }

    /// `分类有人不认，请{who}来定`
    pub fn story_contested(self, who: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-contested", &[("who", Arg::Text(who.as_ref()))])
    }

    /// `经过`
    pub fn story_heading(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "story-heading")
    }

    /// `督办单 {order} 号：{what}`
    pub fn story_order(self, order: impl AsRef<str>, what: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-order", &[("order", Arg::Text(order.as_ref())), ("what", Arg::Text(what.as_ref()))])
    }

    /// `到期催办：{who}`
    pub fn story_red(self, who: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-red", &[("who", Arg::Text(who.as_ref()))])
    }

    /// `期限变了或办完了，催办重新开始`
    pub fn story_stood_down(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "story-stood-down")
    }

    /// `超期没办完，二级督办：{who}`
    pub fn story_tier2(self, who: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-tier2", &[("who", Arg::Text(who.as_ref()))])
    }

    /// `超期更久，三级报县级：{who}`
    pub fn story_tier3(self, who: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-tier3", &[("who", Arg::Text(who.as_ref()))])
    }

    /// `快到时限，提醒了{who}`
    pub fn story_yellow(self, who: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-yellow", &[("who", Arg::Text(who.as_ref()))])
    }

    /// `本周`
    pub fn this_week(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "this-week")
    }

    /// `现在各到哪一步`
    pub fn tiers_heading(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "tiers-heading")
    }

    /// `到期即发，给承办人`
    pub fn tile_red(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "tile-red")
    }

    /// `超期后仍未办，督办单给单位负责人`
    pub fn tile_tier2(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "tile-tier2")
    }

    /// `超期更久，报县级统筹`
    pub fn tile_tier3(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "tile-tier3")
    }

    /// `快到时限，已提醒承办人`
    pub fn tile_yellow(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "tile-yellow")
    }

    /// `发给`
    pub fn to_unit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "to-unit")
    }

    /// `有人不在岗，由代办人收到`
    pub fn told_deputy(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "told-deputy")
    }

    /// `没有人可以提醒`
    pub fn told_nobody(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "told-nobody")
    }

    /// `各单位现在怎样`
    pub fn units_heading(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "units-heading")
    }

    /// `按机构代码排列，不排名；90 天内少于 30 件不算比例；⚑ 停钟时间超过 15%`
    pub fn units_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "units-hint")
    }

    /// `各单位现在都没有在办的事项。`
    pub fn units_none(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "units-none")
    }

    /// `新`
    pub fn unread_mark(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "unread-mark")
    }

    /// `抽反映人打电话问`
    pub fn verify_call(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "verify-call")
    }

    /// `核实`
    pub fn verify_how(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "verify-how")
    }

    /// `{n} 件`
    pub fn week_count(self, n: impl Borrow<u64>) -> String {
        BUNDLES.format(self.0, "week-count", &[("n", Arg::Count(*n.borrow()))])
    }

    /// `没有`
    pub fn week_day_none(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "week-day-none")
    }

    /// `七天`
    pub fn week_days(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "week-days")
    }

    /// `这七天有 {n} 件到期`
    pub fn week_heading(self, n: impl Borrow<u64>) -> String {
        BUNDLES.format(self.0, "week-heading", &[("n", Arg::Count(*n.borrow()))])
    }

    /// `您手上的事项哪天到期。不上班的日子写明了。`
    pub fn week_lead(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "week-lead")
    }

    /// `事项太多，这里没有全列出来。`
    pub fn week_more(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "week-more")
    }

    /// `看全部事项`
    pub fn week_more_open(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "week-more-open")
    }

    /// `这七天没有到期的`
    pub fn week_none(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "week-none")
    }

    /// `督办`
    pub fn week_order(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "week-order")
    }

    /// `另有 {n} 件已经超期，先办这些。`
    pub fn week_overdue(self, n: impl Borrow<u64>) -> String {
        BUNDLES.format(self.0, "week-overdue", &[("n", Arg::Count(*n.borrow()))])
    }

    /// `看超期的`
    pub fn week_overdue_open(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "week-overdue-open")
    }

    /// `有的日子国务院还没公布放假安排，先按周末和固定节日算；公布后重算，变了会告诉您。`
    pub fn week_provisional(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "week-provisional")
    }

    /// `暂定`
    pub fn week_provisional_mark(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "week-provisional-mark")
    }

    /// `我的一周`
    pub fn week_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "week-title")
    }

    /// `今天 {day}`
    pub fn week_today(self, day: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "week-today", &[("day", Arg::Text(day.as_ref()))])
    }

    /// `紧急`
    pub fn week_urgent(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "week-urgent")
    }
}
