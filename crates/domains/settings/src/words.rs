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

    /// `改动和审批`
    pub fn all_proposals(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "all-proposals")
    }

    /// `“{kind}”改由{unit}办`
    pub fn amend_kind_unit(self, kind: impl AsRef<str>, unit: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "amend-kind-unit", &[("kind", Arg::Text(kind.as_ref())), ("unit", Arg::Text(unit.as_ref()))])
    }

    /// `{old}并入{other}`
    pub fn amend_merge(self, old: impl AsRef<str>, other: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "amend-merge", &[("old", Arg::Text(old.as_ref())), ("other", Arg::Text(other.as_ref()))])
    }

    /// `新设{name}`
    pub fn amend_open(self, name: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "amend-open", &[("name", Arg::Text(name.as_ref()))])
    }

    /// `在{parent}新设{name}`
    pub fn amend_open_area(self, parent: impl AsRef<str>, name: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "amend-open-area", &[("parent", Arg::Text(parent.as_ref())), ("name", Arg::Text(name.as_ref()))])
    }

    /// `在“{first}”下面新设一类“{name}”，由{unit}办`
    pub fn amend_open_kind(self, first: impl AsRef<str>, name: impl AsRef<str>, unit: impl AsRef<str>) -> String {
        BUNDLES.format(
            self.0,
            "amend-open-kind",
            &[("first", Arg::Text(first.as_ref())), ("name", Arg::Text(name.as_ref())), ("unit", Arg::Text(unit.as_ref()))],
        )
    }

    /// `{old}改名为{name}`
    pub fn amend_rename(self, old: impl AsRef<str>, name: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "amend-rename", &[("old", Arg::Text(old.as_ref())), ("name", Arg::Text(name.as_ref()))])
    }

    /// `批准`
    pub fn approve(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "approve")
    }

    /// `社区、村`
    pub fn area_level_community(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "area-level-community")
    }

    /// `哪一级`
    pub fn area_level_label(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "area-level-label")
    }

    /// `街道`
    pub fn area_level_subdistrict(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "area-level-subdistrict")
    }

    /// `镇、乡`
    pub fn area_level_town(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "area-level-town")
    }

    /// `把 GeoJSON 多边形的文字贴在这里：一个圈，经度在前、纬度在后，在上级里面，不压邻居。`
    pub fn area_outline_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "area-outline-hint")
    }

    /// `边界`
    pub fn area_outline_label(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "area-outline-label")
    }

    /// `属于哪里`
    pub fn area_parent_label(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "area-parent-label")
    }

    /// `常住人口`
    pub fn area_residents_label(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "area-residents-label")
    }

    /// `{km2} 平方公里，{corners} 个拐点`
    pub fn area_size(self, km2: impl AsRef<str>, corners: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "area-size", &[("km2", Arg::Text(km2.as_ref())), ("corners", Arg::Text(corners.as_ref()))])
    }

    /// `边界里面`
    pub fn area_size_label(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "area-size-label")
    }

    /// `一批就用`
    pub fn as_soon_as_approved(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "as-soon-as-approved")
    }

    /// `跟着上一级`
    pub fn as_the_county(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "as-the-county")
    }

    /// `回到全部规矩`
    pub fn back_to_settings(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "back-to-settings")
    }

    /// `日子`
    pub fn calendar_day(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "calendar-day")
    }

    /// `有变化的日子`
    pub fn calendar_days_caption(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "calendar-days-caption")
    }

    /// `有 {text} 天和现在不一样`
    pub fn calendar_days_change(self, n: impl Borrow<u64>, text: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "calendar-days-change", &[("n", Arg::Count(*n.borrow())), ("text", Arg::Text(text.as_ref()))])
    }

    /// `看一个例子`
    pub fn calendar_example(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "calendar-example")
    }

    /// `{day}既写了放假，又写了上班`
    pub fn calendar_fault_contradiction(self, day: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "calendar-fault-contradiction", &[("day", Arg::Text(day.as_ref()))])
    }

    /// `{year} 年不完整：没有 {day}`
    pub fn calendar_fault_incomplete(self, year: impl AsRef<str>, day: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "calendar-fault-incomplete", &[("year", Arg::Text(year.as_ref())), ("day", Arg::Text(day.as_ref()))])
    }

    /// `第 {line} 行读不懂`
    pub fn calendar_fault_line(self, line: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "calendar-fault-line", &[("line", Arg::Text(line.as_ref()))])
    }

    /// `从 {from}到 {to}，太长了，不像一个假期`
    pub fn calendar_fault_long(self, from: impl AsRef<str>, to: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "calendar-fault-long", &[("from", Arg::Text(from.as_ref())), ("to", Arg::Text(to.as_ref()))])
    }

    /// `{day}不是周六周日，不能是调休上班`
    pub fn calendar_fault_makeup(self, day: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "calendar-fault-makeup", &[("day", Arg::Text(day.as_ref()))])
    }

    /// `没有写明 {year} 年按的是哪个通知，请写上文号和标题`
    pub fn calendar_fault_notice(self, year: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "calendar-fault-notice", &[("year", Arg::Text(year.as_ref()))])
    }

    /// `{day}不归 {year} 年的通知管`
    pub fn calendar_fault_stray(self, day: impl AsRef<str>, year: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "calendar-fault-stray", &[("day", Arg::Text(day.as_ref())), ("year", Arg::Text(year.as_ref()))])
    }

    /// `通知哪天印发`
    pub fn calendar_issued_label(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "calendar-issued-label")
    }

    /// `期限按工作日算，哪天上班、哪天放假，以国务院办公厅每年的通知为准。公布一年要两个人：系统管理员提，县级统筹批。`
    pub fn calendar_lead(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "calendar-lead")
    }

    /// `看看有什么变化`
    pub fn calendar_look(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "calendar-look")
    }

    /// `{years}年的放假安排还没有公布到平台上，有的期限只能先按周末和固定节日算`
    pub fn calendar_missing(self, years: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "calendar-missing", &[("years", Arg::Text(years.as_ref()))])
    }

    /// `现在没办完的有 {text} 件期限会变`
    pub fn calendar_moves(self, n: impl Borrow<u64>, text: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "calendar-moves", &[("n", Arg::Count(*n.borrow())), ("text", Arg::Text(text.as_ref()))])
    }

    /// `现在没办完的，期限一件都不变。`
    pub fn calendar_moves_none(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "calendar-moves-none")
    }

    /// `{year} 年和以后的年份，没有公布以前先按周末和日期固定的节日算，期限注明“暂定”。`
    pub fn calendar_next(self, year: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "calendar-next", &[("year", Arg::Text(year.as_ref()))])
    }

    /// `{title}（{day}印发）`
    pub fn calendar_notice(self, title: impl AsRef<str>, day: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "calendar-notice", &[("title", Arg::Text(title.as_ref())), ("day", Arg::Text(day.as_ref()))])
    }

    /// `会公开。文件里已经写了的，不用再写。`
    pub fn calendar_notice_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "calendar-notice-hint")
    }

    /// `通知的文号和标题`
    pub fn calendar_notice_label(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "calendar-notice-label")
    }

    /// `公布 {years} 年放假安排`
    pub fn calendar_proposal(self, years: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "calendar-proposal", &[("years", Arg::Text(years.as_ref()))])
    }

    /// `期限里的“工作日”按下面的通知算。哪一年还没公布，先按周末和日期固定的节日算，公布以后重新算，变了的会告诉本人。`
    pub fn calendar_public_lead(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "calendar-public-lead")
    }

    /// `公布一年`
    pub fn calendar_publish(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "calendar-publish")
    }

    /// `把文件的内容粘贴到这里，认得 CSV、JSON 和 iCalendar 三种写法。要整年的；过去的年份和没有变化的年份会略过。`
    pub fn calendar_text_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "calendar-text-hint")
    }

    /// `放假安排`
    pub fn calendar_text_label(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "calendar-text-label")
    }

    /// `放假安排`
    pub fn calendar_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "calendar-title")
    }

    /// `批了以后十秒起用，没办完的事马上重新算，变了的写进经过。`
    pub fn calendar_when(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "calendar-when")
    }

    /// `上班 {working} 天，通知放假 {off} 天，调休上班 {makeup} 天`
    pub fn calendar_year_days(self, working: impl AsRef<str>, off: impl AsRef<str>, makeup: impl AsRef<str>) -> String {
        BUNDLES.format(
            self.0,
            "calendar-year-days",
            &[("working", Arg::Text(working.as_ref())), ("off", Arg::Text(off.as_ref())), ("makeup", Arg::Text(makeup.as_ref()))],
        )
    }

    /// `已经公布的年份`
    pub fn calendar_years(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "calendar-years")
    }

    /// `每周五`
    pub fn choice_friday(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "choice-friday")
    }

    /// `每周一`
    pub fn choice_monday(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "choice-monday")
    }

    /// `每月一次`
    pub fn choice_monthly(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "choice-monthly")
    }

    /// `最后三分之一`
    pub fn choice_one_third(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "choice-one-third")
    }

    /// `每季一次`
    pub fn choice_quarterly(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "choice-quarterly")
    }

    /// `户籍人口`
    pub fn choice_registered(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "choice-registered")
    }

    /// `常住人口`
    pub fn choice_resident(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "choice-resident")
    }

    /// `每周六`
    pub fn choice_saturday(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "choice-saturday")
    }

    /// `每周日`
    pub fn choice_sunday(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "choice-sunday")
    }

    /// `四分之三`
    pub fn choice_three_quarters(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "choice-three-quarters")
    }

    /// `每周四`
    pub fn choice_thursday(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "choice-thursday")
    }

    /// `每周二`
    pub fn choice_tuesday(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "choice-tuesday")
    }

    /// `三分之二`
    pub fn choice_two_thirds(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "choice-two-thirds")
    }

    /// `每周三`
    pub fn choice_wednesday(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "choice-wednesday")
    }

    /// `每周一次`
    pub fn choice_weekly(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "choice-weekly")
    }

    /// `请选`
    pub fn choose(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "choose")
    }

    /// `代号`
    pub fn code_label(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "code-label")
    }

    /// `接下来`
    pub fn col_next(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "col-next")
    }

    /// `规矩`
    pub fn col_rule(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "col-rule")
    }

    /// `从哪天起`
    pub fn col_since(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "col-since")
    }

    /// `现在`
    pub fn col_value(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "col-value")
    }

    /// `还没到日子`
    pub fn coming(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "coming")
    }

    /// `放假`
    pub fn day_holiday(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "day-holiday")
    }

    /// `调休上班`
    pub fn day_makeup(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "day-makeup")
    }

    /// `从那天零点起，最早明天。`
    pub fn day_tomorrow_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "day-tomorrow-hint")
    }

    /// `周末`
    pub fn day_weekend(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "day-weekend")
    }

    /// `工作日`
    pub fn day_workday(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "day-workday")
    }

    /// `您来定`
    pub fn decide_heading(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "decide-heading")
    }

    /// `{status}：{who}，{when}`
    pub fn decided(self, status: impl AsRef<str>, who: impl AsRef<str>, when: impl AsRef<str>) -> String {
        BUNDLES.format(
            self.0,
            "decided",
            &[("status", Arg::Text(status.as_ref())), ("who", Arg::Text(who.as_ref())), ("when", Arg::Text(when.as_ref()))],
        )
    }

    /// `{status}：{who}，{when}。{words}`
    pub fn decided_with_words(
        self,
        status: impl AsRef<str>,
        who: impl AsRef<str>,
        when: impl AsRef<str>,
        words: impl AsRef<str>,
    ) -> String {
        BUNDLES.format(
            self.0,
            "decided-with-words",
            &[
                ("status", Arg::Text(status.as_ref())),
                ("who", Arg::Text(who.as_ref())),
                ("when", Arg::Text(when.as_ref())),
                ("words", Arg::Text(words.as_ref())),
            ],
        )
    }

    /// `结果`
    pub fn decision_label(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "decision-label")
    }

    /// `批了。到日子自己生效。`
    pub fn done_approved(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-approved")
    }

    /// `提上去了，等另一个人批。`
    pub fn done_proposed(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-proposed")
    }

    /// `没批，什么都不变。`
    pub fn done_refused(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-refused")
    }

    /// `收回了，什么都不变。`
    pub fn done_withdrawn(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-withdrawn")
    }

    /// `改后`
    pub fn effect_after(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "effect-after")
    }

    /// `现在`
    pub fn effect_before(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "effect-before")
    }

    /// `比如这三件`
    pub fn effect_examples(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "effect-examples")
    }

    /// `批了以后有什么不一样`
    pub fn effect_heading(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "effect-heading")
    }

    /// `对新收到的事从那时起照新的办。`
    pub fn effect_none(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "effect-none")
    }

    /// `现在没办完的 {n} 件，按收到那天的规矩办完，一件都不变。`
    pub fn effect_open_matters(self, n: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "effect-open-matters", &[("n", Arg::Text(n.as_ref()))])
    }

    /// `从那天零点起，只管那以后收到的事。不填：一批就用。`
    pub fn effective_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "effective-hint")
    }

    /// `哪天起用`
    pub fn effective_label(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "effective-label")
    }

    /// `按新的到期`
    pub fn example_after(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "example-after")
    }

    /// `按老的到期`
    pub fn example_before(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "example-before")
    }

    /// `{name}：三件事的到期时间`
    pub fn example_caption(self, name: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "example-caption", &[("name", Arg::Text(name.as_ref()))])
    }

    /// `什么时候收到`
    pub fn example_occasion(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "example-occasion")
    }

    /// `不能比配对的那一条还大`
    pub fn fault_above_the_other(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-above_the_other")
    }

    /// `日期不对，像 2027-01-01 这样写`
    pub fn fault_bad_date(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-bad_date")
    }

    /// `还没写凭什么归它办`
    pub fn fault_basis_empty(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-basis-empty")
    }

    /// `凭什么归它办，最多二百字`
    pub fn fault_basis_too_long(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-basis-too_long")
    }

    /// `超出了允许的范围`
    pub fn fault_beyond_range(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-beyond_range")
    }

    /// `有一天既写了放假，又写了上班`
    pub fn fault_calendar_contradiction(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-calendar-contradiction")
    }

    /// `还没有放假安排`
    pub fn fault_calendar_empty(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-calendar-empty")
    }

    /// `有一个假期太长了，不像真的`
    pub fn fault_calendar_holiday_too_long(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-calendar-holiday_too_long")
    }

    /// `不是完整的一年：元旦、劳动节、国庆节都要有`
    pub fn fault_calendar_incomplete(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-calendar-incomplete")
    }

    /// `调休上班只能是周六周日`
    pub fn fault_calendar_makeup_on_weekday(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-calendar-makeup_on_weekday")
    }

    /// `里面一天假也没有`
    pub fn fault_calendar_no_holidays(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-calendar-no_holidays")
    }

    /// `和现在一样，没有新的年份`
    pub fn fault_calendar_same(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-calendar-same")
    }

    /// `有一天不归这一年的通知管`
    pub fn fault_calendar_stray_day(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-calendar-stray_day")
    }

    /// `读不懂。认得 CSV、JSON 和 iCalendar 三种写法`
    pub fn fault_calendar_unreadable(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-calendar-unreadable")
    }

    /// `年份超出了能算的范围`
    pub fn fault_calendar_year_out_of_range(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-calendar-year_out_of_range")
    }

    /// `请选多半是什么`
    pub fn fault_case_type_unknown(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-case_type-unknown")
    }

    /// `还没写改哪一条`
    pub fn fault_changes_empty(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-changes-empty")
    }

    /// `代号只用小写字母、数字和下划线`
    pub fn fault_code_bad_code(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-code-bad_code")
    }

    /// `没有这一个，或者已经撤了`
    pub fn fault_code_closed(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-code-closed")
    }

    /// `下面还有社区或村，先把它们并走`
    pub fn fault_code_has_communities(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-code-has_communities")
    }

    /// `下面还有没撤的类别，先把它们并走`
    pub fn fault_code_has_kinds(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-code-has_kinds")
    }

    /// `这个代号用过了`
    pub fn fault_code_taken(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-code-taken")
    }

    /// `请选一般还是复杂`
    pub fn fault_complexity_unknown(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-complexity-unknown")
    }

    /// `词批了马上用，不定日子`
    pub fn fault_effective_on_at_once(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-effective_on-at_once")
    }

    /// `群众满意至少占一半（50%）`
    pub fn fault_eval_weight_satisfaction_beyond_range(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-eval-weight-satisfaction-beyond_range")
    }

    /// `太远了，最多定到五年以后`
    pub fn fault_far_date(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-far_date")
    }

    /// `没有这个大类，或者已经撤了`
    pub fn fault_first_closed(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-first-closed")
    }

    /// `这一条不能改`
    pub fn fault_fixed(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-fixed")
    }

    /// `请选哪一级`
    pub fn fault_level_unknown(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-level-unknown")
    }

    /// `名字最多一百字`
    pub fn fault_long_name(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-long_name")
    }

    /// `里面像有电话、证件号或邮箱；理由会公开，请拿掉`
    pub fn fault_looks_personal(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-looks_personal")
    }

    /// `还没写名字`
    pub fn fault_name_empty(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-name-empty")
    }

    /// `和现在的名字一样`
    pub fn fault_name_same(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-name-same")
    }

    /// `还没写英文名字`
    pub fn fault_name_en_empty(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-name_en-empty")
    }

    /// `写法不对：看旁边的单位和例子`
    pub fn fault_not_a_value(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-not_a_value")
    }

    /// `没有写明按的是哪个通知`
    pub fn fault_notice_empty(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-notice-empty")
    }

    /// `通知的标题不对，最多二百字`
    pub fn fault_notice_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-notice-title")
    }

    /// `边界读不懂：要 GeoJSON 的多边形（Polygon）`
    pub fn fault_outline_not_a_polygon(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-outline-not_a_polygon")
    }

    /// `有一个点不是经纬度；经度在前，纬度在后`
    pub fn fault_outline_not_on_earth(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-outline-not_on_earth")
    }

    /// `边界只能是一个圈，不能有洞，也不能有几块`
    pub fn fault_outline_not_one_ring(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-outline-not_one_ring")
    }

    /// `边界自己碰到了自己`
    pub fn fault_outline_not_simple(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-outline-not_simple")
    }

    /// `边界伸到上级外面去了`
    pub fn fault_outline_outside_parent(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-outline-outside_parent")
    }

    /// `边界压着别的地区了`
    pub fn fault_outline_overlaps(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-outline-overlaps")
    }

    /// `边界至少三个拐点`
    pub fn fault_outline_too_few_corners(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-outline-too_few_corners")
    }

    /// `边界最多两千个拐点，请画得简单些`
    pub fn fault_outline_too_many_corners(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-outline-too_many_corners")
    }

    /// `没有这条规矩`
    pub fn fault_parameter_unknown(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-parameter-unknown")
    }

    /// `没有这个上级，或者已经撤了`
    pub fn fault_parent_closed(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-parent-closed")
    }

    /// `这一级不能直接属于它`
    pub fn fault_parent_other_level(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-parent-other_level")
    }

    /// `不能从过去的日子起`
    pub fn fault_past_date(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-past_date")
    }

    /// `电话号码不对`
    pub fn fault_phone_bad_phone(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-phone-bad_phone")
    }

    /// `请说明原因`
    pub fn fault_reason_empty(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-reason-empty")
    }

    /// `理由最多五百字`
    pub fn fault_reason_too_long(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-reason-too_long")
    }

    /// `不批要写为什么`
    pub fn fault_remark_empty(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-remark-empty")
    }

    /// `说明最多五百字`
    pub fn fault_remark_too_long(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-remark-too_long")
    }

    /// `常住人口要写成一个数`
    pub fn fault_residents_not_a_number(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-residents-not_a_number")
    }

    /// `常住人口太多了，不像真的`
    pub fn fault_residents_out_of_range(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-residents-out_of_range")
    }

    /// `和现在一样，没有改动`
    pub fn fault_same(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-same")
    }

    /// `这一条不能给这样的地方单独定`
    pub fn fault_scope_not_allowed(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-scope_not_allowed")
    }

    /// `没有这个地方`
    pub fn fault_scope_unknown(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-scope_unknown")
    }

    /// `没有这一个，或者已经撤了`
    pub fn fault_successor_closed(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-successor-closed")
    }

    /// `不能并入自己`
    pub fn fault_successor_itself(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-successor-itself")
    }

    /// `要并入同一级的地区`
    pub fn fault_successor_other_level(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-successor-other_level")
    }

    /// `同一条写了两遍`
    pub fn fault_twice(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-twice")
    }

    /// `没有这个单位，或者已经撤了`
    pub fn fault_unit_closed(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-unit-closed")
    }

    /// `现在就是这个单位`
    pub fn fault_unit_same(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-unit-same")
    }

    /// `五项加起来要等于 100%`
    pub fn fault_weights_do_not_add_up(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-weights_do_not_add_up")
    }

    /// `{error}。{range}`
    pub fn fault_with_range(self, error: impl AsRef<str>, range: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "fault-with-range", &[("error", Arg::Text(error.as_ref())), ("range", Arg::Text(range.as_ref()))])
    }

    /// `词里有看不见的符号、等号或逗号`
    pub fn fault_words_bad_sign(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-words-bad_sign")
    }

    /// `词要两到二十字`
    pub fn fault_words_bad_word(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-words-bad_word")
    }

    /// `这里还空着`
    pub fn fault_words_empty(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-words-empty")
    }

    /// `这本来就是在册的名称，不用再加`
    pub fn fault_words_is_a_name(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-words-is_a_name")
    }

    /// `词库里已经有了；要改它指的地方，先停用`
    pub fn fault_words_known(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-words-known")
    }

    /// `太长了，一个词最多二十个字`
    pub fn fault_words_long_word(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-words-long_word")
    }

    /// `像电话、证件号或邮箱，词库不收`
    pub fn fault_words_looks_personal(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-words-looks_personal")
    }

    /// `只有数字和符号，不是词`
    pub fn fault_words_no_letter(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-words-no_letter")
    }

    /// `在册的小区、道路、地区、联系点里没有这个名称`
    pub fn fault_words_no_such_place(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-words-no_such_place")
    }

    /// `词库里没有这个词，或者已经停了`
    pub fn fault_words_not_there(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-words-not_there")
    }

    /// `词最多六十个`
    pub fn fault_words_over_sixty(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-words-over_sixty")
    }

    /// `太多了：一次最多 500 个，一共最多 5,000 个`
    pub fn fault_words_too_many(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-words-too_many")
    }

    /// `一个字的词太容易认错，至少两个字`
    pub fn fault_words_too_short(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-words-too_short")
    }

    /// `有一个词写了两遍`
    pub fn fault_words_twice(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-words-twice")
    }

    /// `这一条不能改，写出来是为了让人知道怎么算。`
    pub fn fixed_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fixed-hint")
    }

    /// `一开始`
    pub fn from_the_beginning(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "from-the-beginning")
    }

    /// `{day} 起用`
    pub fn holds_from(self, day: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "holds-from", &[("day", Arg::Text(day.as_ref()))])
    }

    /// `以前是怎么定的`
    pub fn how_it_was(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "how-it-was")
    }

    /// `在用`
    pub fn in_force(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "in-force")
    }

    /// `并入哪一个`
    pub fn into_label(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "into-label")
    }

    /// `写法律条文或者职责分工文件。会公开。`
    pub fn kind_basis_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "kind-basis-hint")
    }

    /// `凭什么归它办`
    pub fn kind_basis_label(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "kind-basis-label")
    }

    /// `复杂事项`
    pub fn kind_complexity_complex(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "kind-complexity-complex")
    }

    /// `一般事项`
    pub fn kind_complexity_general(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "kind-complexity-general")
    }

    /// `一般还是复杂`
    pub fn kind_complexity_label(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "kind-complexity-label")
    }

    /// `县直部门`
    pub fn kind_department(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "kind-department")
    }

    /// `属于哪个大类`
    pub fn kind_first_label(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "kind-first-label")
    }

    /// `选了，别人反映同一处时会看到“有人反映过”，看不到内容。`
    pub fn kind_public_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "kind-public-hint")
    }

    /// `公共场所的事`
    pub fn kind_public_label(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "kind-public-label")
    }

    /// `街道、乡镇`
    pub fn kind_subdistrict(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "kind-subdistrict")
    }

    /// `投诉`
    pub fn kind_type_complaint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "kind-type-complaint")
    }

    /// `咨询`
    pub fn kind_type_enquiry(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "kind-type-enquiry")
    }

    /// `求助`
    pub fn kind_type_help(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "kind-type-help")
    }

    /// `时限按它算；派单员可以改。`
    pub fn kind_type_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "kind-type-hint")
    }

    /// `多半是什么`
    pub fn kind_type_label(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "kind-type-label")
    }

    /// `其他`
    pub fn kind_type_other(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "kind-type-other")
    }

    /// `举报`
    pub fn kind_type_report(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "kind-type-report")
    }

    /// `建议`
    pub fn kind_type_suggestion(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "kind-type-suggestion")
    }

    /// `感谢`
    pub fn kind_type_thanks(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "kind-type-thanks")
    }

    /// `换承办单位`
    pub fn kind_unit_heading(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "kind-unit-heading")
    }

    /// `由哪个单位办`
    pub fn kind_unit_label(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "kind-unit-label")
    }

    /// `用顿号、逗号或换行隔开，每个两到二十字。写到这些词，就会建议这一类。`
    pub fn kind_words_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "kind-words-hint")
    }

    /// `群众常说的词`
    pub fn kind_words_label(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "kind-words-label")
    }

    /// `没有写`
    pub fn kind_words_none(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "kind-words-none")
    }

    /// `用到它的功能还没做；可以先定下来。`
    pub fn later_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "later-hint")
    }

    /// `用得上的功能还没做`
    pub fn later_mark(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "later-mark")
    }

    /// `并入另一个`
    pub fn merge_heading(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "merge-heading")
    }

    /// `英文名字`
    pub fn name_en_label(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "name-en-label")
    }

    /// `新名字`
    pub fn name_label(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "name-label")
    }

    /// `没有生效`
    pub fn never_holds(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "never-holds")
    }

    /// `没有改动`
    pub fn not_decided_next(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "not-decided-next")
    }

    /// `由县级统筹来批。`
    pub fn not_yours_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "not-yours-hint")
    }

    /// `放假前一个下午`
    pub fn occasion_before_days_off(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "occasion-before-days-off")
    }

    /// `长假前一天`
    pub fn occasion_before_holiday(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "occasion-before-holiday")
    }

    /// `平常上班日`
    pub fn occasion_working_day(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "occasion-working-day")
    }

    /// `新设一个地区`
    pub fn open_area_heading(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-area-heading")
    }

    /// `新设一个单位`
    pub fn open_heading(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-heading")
    }

    /// `新设一类事`
    pub fn open_kind_heading(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-kind-heading")
    }

    /// `{n} 件改动待批`
    pub fn open_proposals(self, n: impl Borrow<u64>) -> String {
        BUNDLES.format(self.0, "open-proposals", &[("n", Arg::Count(*n.borrow()))])
    }

    /// `您提的，不能自己批。`
    pub fn own_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "own-hint")
    }

    /// `恶意反复标记管多久`
    pub fn param_abuse_flag(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-abuse-flag")
    }

    /// `可以申诉；急事和第一次的话从不拦。`
    pub fn param_abuse_flag_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-abuse-flag-why")
    }

    /// `多久告诉家人`
    pub fn param_alert_family(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-alert-family")
    }

    /// `先告诉家人。`
    pub fn param_alert_family_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-alert-family-why")
    }

    /// `多久没动静就提醒`
    pub fn param_alert_inactive(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-alert-inactive")
    }

    /// `本人同意才装。`
    pub fn param_alert_inactive_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-alert-inactive-why")
    }

    /// `多久到门口`
    pub fn param_alert_scene(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-alert-scene")
    }

    /// `两个人一起去。`
    pub fn param_alert_scene_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-alert-scene-why")
    }

    /// `多久没动静先打电话问`
    pub fn param_alert_soft(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-alert-soft")
    }

    /// `先打电话，不先上门。`
    pub fn param_alert_soft_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-alert-soft-why")
    }

    /// `多久派人`
    pub fn param_alert_staff(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-alert-staff")
    }

    /// `家人没接，值班的人去。`
    pub fn param_alert_staff_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-alert-staff-why")
    }

    /// `用水少于多少算没动静`
    pub fn param_alert_water(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-alert-water")
    }

    /// `用的是水表的数，不装摄像头。`
    pub fn param_alert_water_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-alert-water-why")
    }

    /// `备份留多久`
    pub fn param_backup_retention(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-backup-retention")
    }

    /// `到期连钥匙一起销毁，忘掉的人才真的忘掉。`
    pub fn param_backup_retention_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-backup-retention-why")
    }

    /// `服务圈走几分钟`
    pub fn param_circle_minutes(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-circle-minutes")
    }

    /// `按路走，不按直线。`
    pub fn param_circle_minutes_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-circle-minutes-why")
    }

    /// `一名联系人最多联系几户`
    pub fn param_contact_max(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-contact-max")
    }

    /// `超过就标“太多了”。`
    pub fn param_contact_max_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-contact-max-why")
    }

    /// `一名联系人至少联系几户`
    pub fn param_contact_min(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-contact-min")
    }

    /// `人手不够的地方，平台报差几户，不硬凑。`
    pub fn param_contact_min_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-contact-min-why")
    }

    /// `不认分类的，几天内换人再看`
    pub fn param_contest_decide(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-contest-decide")
    }

    /// `反映的人可以提一次，由另一位分派员看。`
    pub fn param_contest_decide_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-contest-decide-why")
    }

    /// `挂账多久要回头看`
    pub fn param_defer_review(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-defer-review")
    }

    /// `挂账不算解决。`
    pub fn param_defer_review_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-defer-review-why")
    }

    /// `至少几家部门进清单`
    pub fn param_departments_min(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-departments-min")
    }

    /// `方案一处写 10 家，一处写 12 家；按数据算，不写死。`
    pub fn param_departments_min_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-departments-min-why")
    }

    /// `把握大的由程序自动派`
    pub fn param_dispatch_automatic(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-dispatch-automatic")
    }

    /// `自动派单里人工先看的比例`
    pub fn param_dispatch_automatic_checked(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-dispatch-automatic-checked")
    }

    /// `随机抽出来，照常由分派员派；抽查看出不准了，自动派单就停下。`
    pub fn param_dispatch_automatic_checked_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-dispatch-automatic-checked-why")
    }

    /// `自动派单至少要多准`
    pub fn param_dispatch_automatic_right(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-dispatch-automatic-right")
    }

    /// `每次训练模型时按这个标准划线；提高以后，要重新训练才再自动派。`
    pub fn param_dispatch_automatic_right_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-dispatch-automatic-right-why")
    }

    /// `只派一般事项；准不准，用本县自己派过的事量出来，量不到就一件也不派。急事、密封的事、举报和被投诉单位有关的事，都由人派。`
    pub fn param_dispatch_automatic_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-dispatch-automatic-why")
    }

    /// `最多派几次`
    pub fn param_dispatch_max(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-dispatch-max")
    }

    /// `到了这个次数还没人接，由督办指定，不再退。`
    pub fn param_dispatch_max_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-dispatch-max-why")
    }

    /// `别的事多久派出去`
    pub fn param_dispatch_other(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-dispatch-other")
    }

    /// `分派台昼夜有人的县，可以定成 4 小时。`
    pub fn param_dispatch_other_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-dispatch-other-why")
    }

    /// `急事多久派出去`
    pub fn param_dispatch_urgent(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-dispatch-urgent")
    }

    /// `从收到起算，夜里也算。`
    pub fn param_dispatch_urgent_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-dispatch-urgent-why")
    }

    /// `考评办法提前多久公布`
    pub fn param_eval_publish_before(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-eval-publish-before")
    }

    /// `开始以后不能再改。`
    pub fn param_eval_publish_before_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-eval-publish-before-why")
    }

    /// `考评：参与占多少`
    pub fn param_eval_weight_participation(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-eval-weight-participation")
    }

    /// `五项加起来要等于 1。`
    pub fn param_eval_weight_participation_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-eval-weight-participation-why")
    }

    /// `考评：解决率占多少`
    pub fn param_eval_weight_resolution(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-eval-weight-resolution")
    }

    /// `五项加起来要等于 1。`
    pub fn param_eval_weight_resolution_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-eval-weight-resolution-why")
    }

    /// `考评：群众满意占多少`
    pub fn param_eval_weight_satisfaction(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-eval-weight-satisfaction")
    }

    /// `不能低于一半。五项加起来要等于 1。`
    pub fn param_eval_weight_satisfaction_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-eval-weight-satisfaction-why")
    }

    /// `考评：上级和创新占多少`
    pub fn param_eval_weight_superior(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-eval-weight-superior")
    }

    /// `五项加起来要等于 1。`
    pub fn param_eval_weight_superior_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-eval-weight-superior-why")
    }

    /// `考评：第三方占多少`
    pub fn param_eval_weight_third_party(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-eval-weight-third-party")
    }

    /// `五项加起来要等于 1。`
    pub fn param_eval_weight_third_party_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-eval-weight-third-party-why")
    }

    /// `最多延几次期`
    pub fn param_ext_max(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-ext-max")
    }

    /// `要在到期以前提，理由给反映的人看。`
    pub fn param_ext_max_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-ext-max-why")
    }

    /// `投诉几天答复`
    pub fn param_final_complaint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-final-complaint")
    }

    /// `从收到起算，第一天是收到后的第一个工作日，到那天下班为止。`
    pub fn param_final_complaint_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-final-complaint-why")
    }

    /// `复杂的事几天答复`
    pub fn param_final_complex(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-final-complex")
    }

    /// `要两个以上单位一起办、要到现场、要定政策或要花钱的，算复杂。`
    pub fn param_final_complex_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-final-complex-why")
    }

    /// `咨询几天答复`
    pub fn param_final_enquiry(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-final-enquiry")
    }

    /// `从收到起算，第一天是收到后的第一个工作日，到那天下班为止。`
    pub fn param_final_enquiry_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-final-enquiry-why")
    }

    /// `求助几天答复`
    pub fn param_final_help(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-final-help")
    }

    /// `从收到起算，第一天是收到后的第一个工作日，到那天下班为止。`
    pub fn param_final_help_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-final-help-why")
    }

    /// `其他几天答复`
    pub fn param_final_other(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-final-other")
    }

    /// `从收到起算，第一天是收到后的第一个工作日，到那天下班为止。`
    pub fn param_final_other_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-final-other-why")
    }

    /// `重新办理几天办好`
    pub fn param_final_reopened(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-final-reopened")
    }

    /// `整改最多 15 个工作日。`
    pub fn param_final_reopened_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-final-reopened-why")
    }

    /// `举报几天答复`
    pub fn param_final_report(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-final-report")
    }

    /// `从收到起算，第一天是收到后的第一个工作日，到那天下班为止。`
    pub fn param_final_report_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-final-report-why")
    }

    /// `建议几天答复`
    pub fn param_final_suggestion(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-final-suggestion")
    }

    /// `从收到起算，第一天是收到后的第一个工作日，到那天下班为止。`
    pub fn param_final_suggestion_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-final-suggestion-why")
    }

    /// `感谢几天答复`
    pub fn param_final_thanks(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-final-thanks")
    }

    /// `从收到起算，第一天是收到后的第一个工作日，到那天下班为止。`
    pub fn param_final_thanks_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-final-thanks-why")
    }

    /// `每人每年经费底线`
    pub fn param_fund_floor(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-fund-floor")
    }

    /// `考评再差，底线不减：减了吃亏的是居民。`
    pub fn param_fund_floor_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-fund-floor-why")
    }

    /// `每人每年经费目标`
    pub fn param_fund_per_capita(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-fund-per-capita")
    }

    /// `方案第五部分写 20 元，第七部分写 30 元：20 当底线，30 当目标，两个差额都显示。`
    pub fn param_fund_per_capita_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-fund-per-capita-why")
    }

    /// `人员比例这条管不管`
    pub fn param_fund_personnel_rule(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-fund-personnel-rule")
    }

    /// `有的专项资金不许发工资，可以关掉。`
    pub fn param_fund_personnel_rule_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-fund-personnel-rule-why")
    }

    /// `人员开支至少占多少`
    pub fn param_fund_personnel_share(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-fund-personnel-share")
    }

    /// `按一年、一项资金算。`
    pub fn param_fund_personnel_share_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-fund-personnel-share-why")
    }

    /// `按哪种人口算`
    pub fn param_fund_population_base(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-fund-population-base")
    }

    /// `常住人口包括外来的。`
    pub fn param_fund_population_base_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-fund-population-base-why")
    }

    /// `少于几个不公布`
    pub fn param_k_anonymity(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-k-anonymity")
    }

    /// `人太少，会认出是谁。只能更严。`
    pub fn param_k_anonymity_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-k-anonymity-why")
    }

    /// `什么时候亮黄灯`
    pub fn param_light_yellow(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-light-yellow")
    }

    /// `剩下最后三分之一的时间，至少一个工作日。红灯是到期。`
    pub fn param_light_yellow_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-light-yellow-why")
    }

    /// `清单多久要确认一次`
    pub fn param_list_fresh(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-list-fresh")
    }

    /// `过期的先问，没人答就不显示。`
    pub fn param_list_fresh_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-list-fresh-why")
    }

    /// `对记录有意见，几天内提`
    pub fn param_minutes_objection(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-minutes-objection")
    }

    /// `写进记录，附在后面。`
    pub fn param_minutes_objection_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-minutes-objection-why")
    }

    /// `会后几天公布记录`
    pub fn param_minutes_publish(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-minutes-publish")
    }

    /// `记录贴出来，人人能看。`
    pub fn param_minutes_publish_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-minutes-publish-why")
    }

    /// `志愿力量里专业社工占多少`
    pub fn param_n_social_worker_share(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-n-social-worker-share")
    }

    /// `和上一条分开算，分母不一样。`
    pub fn param_n_social_worker_share_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-n-social-worker-share-why")
    }

    /// `开会提前几天通知`
    pub fn param_notice_meeting(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-notice-meeting")
    }

    /// `急事可以 3 天，要写理由。`
    pub fn param_notice_meeting_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-notice-meeting-why")
    }

    /// `几天内要接单`
    pub fn param_order_accept(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-order-accept")
    }

    /// `不接要说理由。`
    pub fn param_order_accept_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-order-accept-why")
    }

    /// `季度对接会后几天给答复`
    pub fn param_order_answer(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-order-answer")
    }

    /// `部门答复点上提的需求。`
    pub fn param_order_answer_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-order-answer-why")
    }

    /// `点单几天内派出去`
    pub fn param_order_branch(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-order-branch")
    }

    /// `不派要说理由，给别的办法。`
    pub fn param_order_branch_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-order-branch-why")
    }

    /// `没人接的单多久上联席会`
    pub fn param_order_unclaimed(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-order-unclaimed")
    }

    /// `由联席会议定谁来办。`
    pub fn param_order_unclaimed_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-order-unclaimed-why")
    }

    /// `个人信息影响评估报告留多久`
    pub fn param_pia_retention(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-pia-retention")
    }

    /// `法律要求至少三年。`
    pub fn param_pia_retention_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-pia-retention-why")
    }

    /// `复杂的事几天拿出方案`
    pub fn param_plan_complex(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-plan-complex")
    }

    /// `方案要写明怎么办、谁来办、哪天办完，发给反映的人。`
    pub fn param_plan_complex_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-plan-complex-why")
    }

    /// `村里的联系点至少多大`
    pub fn param_point_area_rural(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-point-area-rural")
    }

    /// `办事一处就够。`
    pub fn param_point_area_rural_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-point-area-rural-why")
    }

    /// `城里的联系点至少多大`
    pub fn param_point_area_urban(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-point-area-urban")
    }

    /// `要有服务厅、调解室，进门没有台阶。`
    pub fn param_point_area_urban_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-point-area-urban-why")
    }

    /// `每百户至少多大`
    pub fn param_point_m2_per_100hh(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-point-m2-per-100hh")
    }

    /// `国家标准 30 平方米。`
    pub fn param_point_m2_per_100hh_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-point-m2-per-100hh-why")
    }

    /// `改规矩的提议多久作废`
    pub fn param_proposal_open(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-proposal-open")
    }

    /// `到时没人批，就作废，什么都不变。`
    pub fn param_proposal_open_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-proposal-open-why")
    }

    /// `公开到多大的地方`
    pub fn param_publish_area_residents(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-publish-area-residents")
    }

    /// `公开的每件事只写到至少这么多人的地方。`
    pub fn param_publish_area_residents_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-publish-area-residents-why")
    }

    /// `攒够几件才公开`
    pub fn param_publish_batch(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-publish-batch")
    }

    /// `攒够再一起公开，看不出是哪天的哪件。`
    pub fn param_publish_batch_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-publish-batch-why")
    }

    /// `每周哪天公布数字`
    pub fn param_publish_day(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-publish-day")
    }

    /// `当天凌晨三点，一周一批。`
    pub fn param_publish_day_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-publish-day-why")
    }

    /// `业主表决：到场面积至少多少`
    pub fn param_quorum_area(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-quorum-area")
    }

    /// `民法典定的下限，县里只能更严。`
    pub fn param_quorum_area_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-quorum-area-why")
    }

    /// `业主表决：到场人数至少多少`
    pub fn param_quorum_people(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-quorum-people")
    }

    /// `民法典定的下限，县里只能更严。`
    pub fn param_quorum_people_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-quorum-people-why")
    }

    /// `少于几件不比较`
    pub fn param_rank_min_n(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-rank-min-n")
    }

    /// `件数太少，比例说明不了什么。`
    pub fn param_rank_min_n_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-rank-min-n-why")
    }

    /// `排不排名次`
    pub fn param_rank_shown(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-rank-shown")
    }

    /// `国家规定不许片面排名，默认不排。`
    pub fn param_rank_shown_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-rank-shown-why")
    }

    /// `几天内可以评`
    pub fn param_rating_window(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-rating-window")
    }

    /// `到最后一天 24 点为止。没评不算满意。`
    pub fn param_rating_window_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-rating-window-why")
    }

    /// `办结后多久内可以重新办`
    pub fn param_reopen_window(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-reopen-window")
    }

    /// `重新办是您的权利，不用批。`
    pub fn param_reopen_window_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-reopen-window-why")
    }

    /// `多久要有人联系`
    pub fn param_response_general(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-response-general")
    }

    /// `从收到起算，夜里和节假日也算。打通电话、当面、回复都算联系，自动回复不算。`
    pub fn param_response_general_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-response-general-why")
    }

    /// `重新办理后多久联系`
    pub fn param_response_reopened(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-response-reopened")
    }

    /// `说没解决的，重新办，先联系。`
    pub fn param_response_reopened_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-response-reopened-why")
    }

    /// `求助等事项办结后留多久`
    pub fn param_retention_case_general(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-retention-case-general")
    }

    /// `三年：一般的诉讼时效（《民法典》第一百八十八条）。到期归档，只留统计。`
    pub fn param_retention_case_general_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-retention-case-general-why")
    }

    /// `投诉、举报、密件办结后留多久`
    pub fn param_retention_case_long(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-retention-case-long")
    }

    /// `五年：一般行政行为可以起诉的最长期限（《行政诉讼法》第四十六条）。到期归档，只留统计。`
    pub fn param_retention_case_long_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-retention-case-long-why")
    }

    /// `咨询、建议、感谢办结后留多久`
    pub fn param_retention_case_short(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-retention-case-short")
    }

    /// `到期归档：删掉说的话、联系方式和往来文字，只留没有名字的统计。`
    pub fn param_retention_case_short_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-retention-case-short-why")
    }

    /// `日志留多久`
    pub fn param_retention_log(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-retention-log")
    }

    /// `法律要求至少六个月。`
    pub fn param_retention_log_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-retention-log-why")
    }

    /// `复杂的事几天内可以退单`
    pub fn param_return_window_complex(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-return-window-complex")
    }

    /// `过了这个期限就算接了，不能再退。`
    pub fn param_return_window_complex_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-return-window-complex-why")
    }

    /// `单位几天内可以退单`
    pub fn param_return_window_general(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-return-window-general")
    }

    /// `过了这个期限就算接了，不能再退。`
    pub fn param_return_window_general_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-return-window-general-why")
    }

    /// `社区工作者里有社工背景的占多少`
    pub fn param_social_work_share(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-social-work-share")
    }

    /// `和下一条分开算，分母不一样。`
    pub fn param_social_work_share_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-social-work-share-why")
    }

    /// `每次最多停几天`
    pub fn param_stop_each(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-stop-each")
    }

    /// `到了这个天数，表自己接着走。`
    pub fn param_stop_each_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-stop-each-why")
    }

    /// `最多停几次表`
    pub fn param_stop_max(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-stop-max")
    }

    /// `等您补充材料时停表；单位自己等不停。`
    pub fn param_stop_max_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-stop-max-why")
    }

    /// `一件事最多补充几次`
    pub fn param_supplement_max(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-supplement-max")
    }

    /// `再多就请打电话说。`
    pub fn param_supplement_max_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-supplement-max-why")
    }

    /// `超期几天督办到单位`
    pub fn param_tier2_after(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-tier2-after")
    }

    /// `给单位负责人发督办单。`
    pub fn param_tier2_after_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-tier2-after-why")
    }

    /// `超期几天督办到县里`
    pub fn param_tier3_after(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-tier3-after")
    }

    /// `报县里并公布到单位，不公布个人。`
    pub fn param_tier3_after_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-tier3-after-why")
    }

    /// `或者几成代表附议`
    pub fn param_topic_support_delegates(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-topic-support-delegates")
    }

    /// `五分之一。`
    pub fn param_topic_support_delegates_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-topic-support-delegates-why")
    }

    /// `几个人附议就必须上会`
    pub fn param_topic_support_people(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-topic-support-people")
    }

    /// `够了人数，不能不上会。`
    pub fn param_topic_support_people_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-topic-support-people-why")
    }

    /// `每人每年培训`
    pub fn param_train_hours(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-train-hours")
    }

    /// `岗前、在岗、专题培训都算。`
    pub fn param_train_hours_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-train-hours-why")
    }

    /// `家里有大变化，多久上门`
    pub fn param_visit_change(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-visit-change")
    }

    /// `比如住院、出事、家人走失。`
    pub fn param_visit_change_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-visit-change-why")
    }

    /// `最要紧的户多久走访一次`
    pub fn param_visit_freq_high(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-visit-freq-high")
    }

    /// `不拍照、不打卡、不记轨迹。`
    pub fn param_visit_freq_high_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-visit-freq-high-why")
    }

    /// `重点户多久走访一次`
    pub fn param_visit_freq_key(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-visit-freq-key")
    }

    /// `不拍照、不打卡、不记轨迹。`
    pub fn param_visit_freq_key_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-visit-freq-key-why")
    }

    /// `其他户多久走访一次`
    pub fn param_visit_freq_other(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-visit-freq-other")
    }

    /// `不拍照、不打卡、不记轨迹。`
    pub fn param_visit_freq_other_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-visit-freq-other-why")
    }

    /// `走路速度按多少算`
    pub fn param_walk_speed(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-walk-speed")
    }

    /// `老人走路速度按多少算`
    pub fn param_walk_speed_senior(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-walk-speed-senior")
    }

    /// `用来算老人走过去要几分钟。`
    pub fn param_walk_speed_senior_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-walk-speed-senior-why")
    }

    /// `用来算走过去要几分钟。`
    pub fn param_walk_speed_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-walk-speed-why")
    }

    /// `一次查阅授权或抽查最长多久`
    pub fn param_warrant_max(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-warrant-max")
    }

    /// `授权到期自己失效；还要看，就重新申请。`
    pub fn param_warrant_max_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-warrant-max-why")
    }

    /// `一个网址一小时收几件`
    pub fn param_web_creates(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-web-creates")
    }

    /// `再多照样收，先放一边等人看。`
    pub fn param_web_creates_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-web-creates-why")
    }

    /// `一个网址一小时能输错几次码`
    pub fn param_web_guesses(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-web-guesses")
    }

    /// `输对的从来不拦。`
    pub fn param_web_guesses_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "param-web-guesses-why")
    }

    /// `公开电话`
    pub fn phone_label(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "phone-label")
    }

    /// `这件改动已经有人定过了`
    pub fn problem_settings_decided(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-settings-decided")
    }

    /// `没有说明看到的是哪一版`
    pub fn problem_settings_if_match_required(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-settings-if_match_required")
    }

    /// `这件改动过期作废了`
    pub fn problem_settings_lapsed(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-settings-lapsed")
    }

    /// `没有这条规矩`
    pub fn problem_settings_no_such_parameter(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-settings-no_such_parameter")
    }

    /// `没有这件改动`
    pub fn problem_settings_no_such_proposal(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-settings-no_such_proposal")
    }

    /// `这件改动还没到期`
    pub fn problem_settings_not_lapsed(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-settings-not_lapsed")
    }

    /// `只有提的人能收回`
    pub fn problem_settings_not_yours(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-settings-not_yours")
    }

    /// `您提的，不能自己批：改规矩要两个人`
    pub fn problem_settings_own_proposal(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-settings-own_proposal")
    }

    /// `这件改动刚刚有了变化`
    pub fn problem_settings_stale(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-settings-stale")
    }

    /// `第 {number} 号改动`
    pub fn proposal_number(self, number: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "proposal-number", &[("number", Arg::Text(number.as_ref()))])
    }

    /// `办过的`
    pub fn proposals_decided(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "proposals-decided")
    }

    /// `现在没有等人批的改动`
    pub fn proposals_none(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "proposals-none")
    }

    /// `更早的`
    pub fn proposals_older(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "proposals-older")
    }

    /// `有 {n} 件改动等人批`
    pub fn proposals_some(self, n: impl Borrow<u64>) -> String {
        BUNDLES.format(self.0, "proposals-some", &[("n", Arg::Count(*n.borrow()))])
    }

    /// `改动和审批`
    pub fn proposals_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "proposals-title")
    }

    /// `等人批`
    pub fn proposals_waiting(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "proposals-waiting")
    }

    /// `提一个改动`
    pub fn propose_heading(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "propose-heading")
    }

    /// `提上去以后，由另一个人批；不批，什么都不变。`
    pub fn propose_lead(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "propose-lead")
    }

    /// `提上去等人批`
    pub fn propose_submit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "propose-submit")
    }

    /// `这几条连在一起，要一起定。`
    pub fn propose_together(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "propose-together")
    }

    /// `{by}提，{approved}批：{reason}`
    pub fn proposed_and_approved(self, by: impl AsRef<str>, approved: impl AsRef<str>, reason: impl AsRef<str>) -> String {
        BUNDLES.format(
            self.0,
            "proposed-and-approved",
            &[("by", Arg::Text(by.as_ref())), ("approved", Arg::Text(approved.as_ref())), ("reason", Arg::Text(reason.as_ref()))],
        )
    }

    /// `{who} {when} 提`
    pub fn proposed_by(self, who: impl AsRef<str>, when: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "proposed-by", &[("who", Arg::Text(who.as_ref())), ("when", Arg::Text(when.as_ref()))])
    }

    /// `给群众看的这一页`
    pub fn public_page(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "public-page")
    }

    /// `可以定在 {least} 到 {most} 之间`
    pub fn range(self, least: impl AsRef<str>, most: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "range", &[("least", Arg::Text(least.as_ref())), ("most", Arg::Text(most.as_ref()))])
    }

    /// `范围`
    pub fn range_label(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "range-label")
    }

    /// `会和改动一起公开。不写姓名、电话、证件号。`
    pub fn reason_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "reason-hint")
    }

    /// `为什么改`
    pub fn reason_label(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "reason-label")
    }

    /// `不批`
    pub fn refuse(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "refuse")
    }

    /// `地区`
    pub fn register_areas(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "register-areas")
    }

    /// `大类`
    pub fn register_categories(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "register-categories")
    }

    /// `{day}在用：{areas} 个地区，{units} 个单位，{kinds} 类事`
    pub fn register_heading(self, day: impl AsRef<str>, areas: impl AsRef<str>, units: impl AsRef<str>, kinds: impl AsRef<str>) -> String {
        BUNDLES.format(
            self.0,
            "register-heading",
            &[
                ("day", Arg::Text(day.as_ref())),
                ("areas", Arg::Text(areas.as_ref())),
                ("units", Arg::Text(units.as_ref())),
                ("kinds", Arg::Text(kinds.as_ref())),
            ],
        )
    }

    /// `由{unit}办`
    pub fn register_kind_unit(self, unit: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "register-kind-unit", &[("unit", Arg::Text(unit.as_ref()))])
    }

    /// `类别`
    pub fn register_kinds(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "register-kinds")
    }

    /// `只改名、并入、新设、换单位，不删除：撤掉的还查得到，老月份的数不变。从零点起用，也要两个人。`
    pub fn register_lead(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "register-lead")
    }

    /// `{day} 起改名`
    pub fn register_names_next(self, day: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "register-names-next", &[("day", Arg::Text(day.as_ref()))])
    }

    /// `{day} 起`
    pub fn register_since(self, day: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "register-since", &[("day", Arg::Text(day.as_ref()))])
    }

    /// `地区、单位和类别`
    pub fn register_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "register-title")
    }

    /// `单位`
    pub fn register_units(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "register-units")
    }

    /// `到 {day} 为止，由{other}接着`
    pub fn register_until(self, day: impl AsRef<str>, other: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "register-until", &[("day", Arg::Text(day.as_ref())), ("other", Arg::Text(other.as_ref()))])
    }

    /// `不批要写为什么。会公开，不写姓名、电话。`
    pub fn remark_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "remark-hint")
    }

    /// `说明`
    pub fn remark_label(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "remark-label")
    }

    /// `改名`
    pub fn rename_heading(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "rename-heading")
    }

    /// `这一页有什么`
    pub fn rules_contents(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "rules-contents")
    }

    /// `以前怎么定的`
    pub fn rules_earlier(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "rules-earlier")
    }

    /// `一件事按什么规矩办`
    pub fn rules_heading(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "rules-heading")
    }

    /// `期限、次数、公开到什么程度，都写在这里。谁也不能悄悄改：改要两个人，改了从哪天起、为什么，都看得见。`
    pub fn rules_lead(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "rules-lead")
    }

    /// `早先收到的事，按收到那天的规矩办。`
    pub fn rules_old(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "rules-old")
    }

    /// `规则公开`
    pub fn rules_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "rules-title")
    }

    /// `{day}在用的是第 {version} 版`
    pub fn rules_version(self, day: impl AsRef<str>, version: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "rules-version", &[("day", Arg::Text(day.as_ref())), ("version", Arg::Text(version.as_ref()))])
    }

    /// `只给一个地方单独定；数字留空，就是跟着上一级。`
    pub fn scope_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "scope-hint")
    }

    /// `管哪儿`
    pub fn scope_label(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "scope-label")
    }

    /// `看这次改动`
    pub fn see_proposal(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "see-proposal")
    }

    /// `{group}：各条规矩`
    pub fn settings_caption(self, group: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "settings-caption", &[("group", Arg::Text(group.as_ref()))])
    }

    /// `现在的规矩，第 {version} 版`
    pub fn settings_heading(self, version: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "settings-heading", &[("version", Arg::Text(version.as_ref()))])
    }

    /// `改规矩要两个人：系统管理员提，县级统筹批。改了只管生效以后收到的事，早先的按老规矩办完。`
    pub fn settings_lead(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "settings-lead")
    }

    /// `设置`
    pub fn settings_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "settings-title")
    }

    /// `{name}：{before} → {after}`
    pub fn shift(self, name: impl AsRef<str>, before: impl AsRef<str>, after: impl AsRef<str>) -> String {
        BUNDLES.format(
            self.0,
            "shift",
            &[("name", Arg::Text(name.as_ref())), ("before", Arg::Text(before.as_ref())), ("after", Arg::Text(after.as_ref()))],
        )
    }

    /// `{day} 起`
    pub fn since_day(self, day: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "since-day", &[("day", Arg::Text(day.as_ref()))])
    }

    /// `已停用的账号`
    pub fn somebody(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "somebody")
    }

    /// `民法典第二百七十八条`
    pub fn source_civil_code(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "source-civil-code")
    }

    /// `网络安全法关于留存日志的规定`
    pub fn source_cyber_law(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "source-cyber-law")
    }

    /// `依据`
    pub fn source_label(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "source-label")
    }

    /// `个人信息保护法第五十六条`
    pub fn source_pipl(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "source-pipl")
    }

    /// `方案 {section}`
    pub fn source_plan(self, section: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "source-plan", &[("section", Arg::Text(section.as_ref()))])
    }

    /// `方案没有写，平台建议的数`
    pub fn source_proposal(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "source-proposal")
    }

    /// `平台的统一规定，县里可以更严`
    pub fn source_ruling(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "source-ruling")
    }

    /// `批了`
    pub fn status_approved(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "status-approved")
    }

    /// `作废了`
    pub fn status_expired(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "status-expired")
    }

    /// `待批`
    pub fn status_open(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "status-open")
    }

    /// `没批`
    pub fn status_refused(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "status-refused")
    }

    /// `收回了`
    pub fn status_withdrawn(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "status-withdrawn")
    }

    /// `平台`
    pub fn the_platform(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "the-platform")
    }

    /// `照护提醒`
    pub fn theme_care(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "theme-care")
    }

    /// `期限`
    pub fn theme_clocks(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "theme-clocks")
    }

    /// `联系和走访`
    pub fn theme_contact(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "theme-contact")
    }

    /// `议事`
    pub fn theme_deliberation(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "theme-deliberation")
    }

    /// `考评`
    pub fn theme_evaluation(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "theme-evaluation")
    }

    /// `经费`
    pub fn theme_funds(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "theme-funds")
    }

    /// `派单和办理`
    pub fn theme_handling(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "theme-handling")
    }

    /// `规矩怎么改`
    pub fn theme_itself(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "theme-itself")
    }

    /// `清单和点单`
    pub fn theme_orders(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "theme-orders")
    }

    /// `队伍`
    pub fn theme_people(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "theme-people")
    }

    /// `联系点`
    pub fn theme_points(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "theme-points")
    }

    /// `公开`
    pub fn theme_publication(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "theme-publication")
    }

    /// `评价和重开`
    pub fn theme_rating(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "theme-rating")
    }

    /// `安全和留存`
    pub fn theme_safety(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "theme-safety")
    }

    /// `从那天起没有新的事算在它下面；老月份的数还算它的。`
    pub fn then_closed_category(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "then-closed-category")
    }

    /// `从那天起，新的“{kind}”派给{unit}；已经派出去的还由原来的单位办完。`
    pub fn then_kind_unit(self, kind: impl AsRef<str>, unit: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "then-kind-unit", &[("kind", Arg::Text(kind.as_ref())), ("unit", Arg::Text(unit.as_ref()))])
    }

    /// `从那天起，{old}的新事算{other}的；早先的事和老月份的数还算{old}的。`
    pub fn then_merged_area(self, old: impl AsRef<str>, other: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "then-merged-area", &[("old", Arg::Text(old.as_ref())), ("other", Arg::Text(other.as_ref()))])
    }

    /// `从那天起，“{old}”不能再选，新的事算“{other}”的；早先的事还是“{old}”，钟照走，老月份的数不变。`
    pub fn then_merged_kind(self, old: impl AsRef<str>, other: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "then-merged-kind", &[("old", Arg::Text(old.as_ref())), ("other", Arg::Text(other.as_ref()))])
    }

    /// `从那天起，该派给{old}的新事派给{other}；{old}手上没办完的事要交接。`
    pub fn then_merged_unit(self, old: impl AsRef<str>, other: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "then-merged-unit", &[("old", Arg::Text(old.as_ref())), ("other", Arg::Text(other.as_ref()))])
    }

    /// `从那天起可以派单给它。`
    pub fn then_opened(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "then-opened")
    }

    /// `从那天起，边界里面的新事算它的；早先的事不动。`
    pub fn then_opened_area(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "then-opened-area")
    }

    /// `从那天起群众和派单台都能选。时限按下面写的“多半是什么”算。`
    pub fn then_opened_kind(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "then-opened-kind")
    }

    /// `从那天起用新名字；早先的事和老月份的数还写老名字。`
    pub fn then_renamed(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "then-renamed")
    }

    /// `从那天起用新名字；事和老月份的数都不变。`
    pub fn then_renamed_kind(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "then-renamed-kind")
    }

    /// `小写字母、数字和下划线，定了不能改。`
    pub fn unit_code_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "unit-code-hint")
    }

    /// `代号`
    pub fn unit_code_label(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "unit-code-label")
    }

    /// `天`
    pub fn unit_days(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "unit-days")
    }

    /// `小时`
    pub fn unit_hours(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "unit-hours")
    }

    /// `哪一类`
    pub fn unit_kind_label(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "unit-kind-label")
    }

    /// `分钟`
    pub fn unit_minutes(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "unit-minutes")
    }

    /// `{name}的单位`
    pub fn unit_of(self, name: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "unit-of", &[("name", Arg::Text(name.as_ref()))])
    }

    /// `个工作日`
    pub fn unit_working_days(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "unit-working-days")
    }

    /// `等多久`
    pub fn until_label(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "until-label")
    }

    /// `{place}：{value}`
    pub fn value_at(self, place: impl AsRef<str>, value: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "value-at", &[("place", Arg::Text(place.as_ref())), ("value", Arg::Text(value.as_ref()))])
    }

    /// `{text} 件`
    pub fn value_cases(self, n: impl Borrow<u64>, text: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "value-cases", &[("n", Arg::Count(*n.borrow())), ("text", Arg::Text(text.as_ref()))])
    }

    /// `{text} 立方米`
    pub fn value_cubic_metres(self, text: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "value-cubic-metres", &[("text", Arg::Text(text.as_ref()))])
    }

    /// `{n} 天`
    pub fn value_days(self, n: impl Borrow<u64>) -> String {
        BUNDLES.format(self.0, "value-days", &[("n", Arg::Count(*n.borrow()))])
    }

    /// `{text} 家`
    pub fn value_departments(self, n: impl Borrow<u64>, text: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "value-departments", &[("n", Arg::Count(*n.borrow())), ("text", Arg::Text(text.as_ref()))])
    }

    /// `{day} 起：{value}`
    pub fn value_from(self, day: impl AsRef<str>, value: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "value-from", &[("day", Arg::Text(day.as_ref())), ("value", Arg::Text(value.as_ref()))])
    }

    /// `{n} 小时`
    pub fn value_hours(self, n: impl Borrow<u64>) -> String {
        BUNDLES.format(self.0, "value-hours", &[("n", Arg::Count(*n.borrow()))])
    }

    /// `{text} 户`
    pub fn value_households(self, n: impl Borrow<u64>, text: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "value-households", &[("n", Arg::Count(*n.borrow())), ("text", Arg::Text(text.as_ref()))])
    }

    /// `{text} 米/秒`
    pub fn value_metres_per_second(self, text: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "value-metres-per-second", &[("text", Arg::Text(text.as_ref()))])
    }

    /// `{n} 分钟`
    pub fn value_minutes(self, n: impl Borrow<u64>) -> String {
        BUNDLES.format(self.0, "value-minutes", &[("n", Arg::Count(*n.borrow()))])
    }

    /// `{text} 个月`
    pub fn value_months(self, n: impl Borrow<u64>, text: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "value-months", &[("n", Arg::Count(*n.borrow())), ("text", Arg::Text(text.as_ref()))])
    }

    /// `不管`
    pub fn value_off(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "value-off")
    }

    /// `管`
    pub fn value_on(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "value-on")
    }

    /// `{text} 人`
    pub fn value_people(self, n: impl Borrow<u64>, text: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "value-people", &[("n", Arg::Count(*n.borrow())), ("text", Arg::Text(text.as_ref()))])
    }

    /// `{text} 平方米`
    pub fn value_square_metres(self, text: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "value-square-metres", &[("text", Arg::Text(text.as_ref()))])
    }

    /// `{text} 次`
    pub fn value_times(self, n: impl Borrow<u64>, text: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "value-times", &[("n", Arg::Count(*n.borrow())), ("text", Arg::Text(text.as_ref()))])
    }

    /// `{n} 个工作日`
    pub fn value_working_days(self, n: impl Borrow<u64>) -> String {
        BUNDLES.format(self.0, "value-working-days", &[("n", Arg::Count(*n.borrow()))])
    }

    /// `{text} 年`
    pub fn value_years(self, n: impl Borrow<u64>, text: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "value-years", &[("n", Arg::Count(*n.borrow())), ("text", Arg::Text(text.as_ref()))])
    }

    /// `{text} 元`
    pub fn value_yuan(self, text: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "value-yuan", &[("text", Arg::Text(text.as_ref()))])
    }

    /// `正在等人批`
    pub fn waiting_here(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "waiting-here")
    }

    /// `有人提了改动，待批`
    pub fn waits_mark(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "waits-mark")
    }

    /// `等到 {when}，没人批就作废`
    pub fn waits_until(self, when: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "waits-until", &[("when", Arg::Text(when.as_ref()))])
    }

    /// `什么时候起`
    pub fn when_label(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "when-label")
    }

    /// `哪个地区`
    pub fn which_area(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "which-area")
    }

    /// `哪一类事`
    pub fn which_kind(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "which-kind")
    }

    /// `哪一个`
    pub fn which_label(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "which-label")
    }

    /// `哪个单位`
    pub fn which_unit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "which-unit")
    }

    /// `谁提的`
    pub fn who_label(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "who-label")
    }

    /// `全县`
    pub fn whole_county(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "whole-county")
    }

    /// `为什么`
    pub fn why_label(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "why-label")
    }

    /// `收回`
    pub fn withdraw(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "withdraw")
    }

    /// `加词`
    pub fn words_add(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "words-add")
    }

    /// `词库加 {text} 个词`
    pub fn words_come(self, n: impl Borrow<u64>, text: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "words-come", &[("n", Arg::Count(*n.borrow())), ("text", Arg::Text(text.as_ref()))])
    }

    /// `词库加 {come} 个词，停 {go} 个词`
    pub fn words_come_and_go(self, come: impl AsRef<str>, go: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "words-come-and-go", &[("come", Arg::Text(come.as_ref())), ("go", Arg::Text(go.as_ref()))])
    }

    /// `停用`
    pub fn words_end(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "words-end")
    }

    /// `停用“{word}”`
    pub fn words_end_one(self, word: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "words-end-one", &[("word", Arg::Text(word.as_ref()))])
    }

    /// `提议停用勾上的`
    pub fn words_end_propose(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "words-end-propose")
    }

    /// `为什么停`
    pub fn words_end_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "words-end-why")
    }

    /// `词库停 {text} 个词`
    pub fn words_go(self, n: impl Borrow<u64>, text: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "words-go", &[("n", Arg::Count(*n.borrow())), ("text", Arg::Text(text.as_ref()))])
    }

    /// `词库里有 {text} 个词`
    pub fn words_heading(self, n: impl Borrow<u64>, text: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "words-heading", &[("n", Arg::Count(*n.borrow())), ("text", Arg::Text(text.as_ref()))])
    }

    /// `在用的词`
    pub fn words_in_force(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "words-in-force")
    }

    /// `群众怎么叫一个地方，平台就怎么认：写了“老供销社”，就知道说的是哪儿。派单建议、找相似、填诉求时的地方提示都用它。加词停词要两个人：系统管理员提，县级统筹批，批了马上用。`
    pub fn words_lead(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "words-lead")
    }

    /// `行`
    pub fn words_line(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "words-line")
    }

    /// `一行一个词`
    pub fn words_lines(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "words-lines")
    }

    /// `老供销社 = 北苑家园`
    pub fn words_lines_example(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "words-lines-example")
    }

    /// `写成“叫法 = 名称”，名称是在册的小区、道路、社区（村）、街道乡镇或联系点。只写一个词、不写等号，就是不拆开的词。可以从表格里整列粘贴。`
    pub fn words_lines_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "words-lines-hint")
    }

    /// `先看看`
    pub fn words_look(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "words-look")
    }

    /// `指哪儿`
    pub fn words_means(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "words-means")
    }

    /// `不写人名、外号。像电话、证件号的不收。`
    pub fn words_no_people(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "words-no-people")
    }

    /// `还没有词。`
    pub fn words_none(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "words-none")
    }

    /// `没有和“{q}”对得上的词。`
    pub fn words_not_found(self, q: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "words-not-found", &[("q", Arg::Text(q.as_ref()))])
    }

    /// `再往前`
    pub fn words_older(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "words-older")
    }

    /// `一行一行看`
    pub fn words_preview(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "words-preview")
    }

    /// `找词，或者找它指的地方`
    pub fn words_search(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "words-search")
    }

    /// `找`
    pub fn words_search_go(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "words-search-go")
    }

    /// `能加的 {right} 行，要改的 {wrong} 行`
    pub fn words_summary(self, right: impl AsRef<str>, wrong: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "words-summary", &[("right", Arg::Text(right.as_ref())), ("wrong", Arg::Text(wrong.as_ref()))])
    }

    /// `加的词`
    pub fn words_that_come(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "words-that-come")
    }

    /// `停的词`
    pub fn words_that_go(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "words-that-go")
    }

    /// `批了马上用，不改动任何已经收到的事。停了的词在记录里还查得到。`
    pub fn words_then(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "words-then")
    }

    /// `词库`
    pub fn words_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "words-title")
    }

    /// `批了马上用，所有开着的程序都会知道，不用重启。`
    pub fn words_when(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "words-when")
    }

    /// `不指地方，只是不拆开的词`
    pub fn words_whole(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "words-whole")
    }

    /// `词`
    pub fn words_word(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "words-word")
    }
}
