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

    /// `并入了 {n} 件`
    pub fn absorbed_count(self, n: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "absorbed-count", &[("n", Arg::Text(n.as_ref()))])
    }

    /// `接单`
    pub fn accept(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "accept")
    }

    /// `接了就由您负责到底，群众会看到您的名字`
    pub fn accept_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "accept-hint")
    }

    /// `{time}前`
    pub fn ago(self, time: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "ago", &[("time", Arg::Text(time.as_ref()))])
    }

    /// `我接下，现在联系`
    pub fn alarm_answer(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "alarm-answer")
    }

    /// `{who} {when} 接下`
    pub fn alarm_answered(self, who: impl AsRef<str>, when: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "alarm-answered", &[("who", Arg::Text(who.as_ref())), ("when", Arg::Text(when.as_ref()))])
    }

    /// `{n} 件事要马上联系本人`
    pub fn alarm_banner(self, n: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "alarm-banner", &[("n", Arg::Text(n.as_ref()))])
    }

    /// `备注`
    pub fn alarm_note(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "alarm-note")
    }

    /// `去看`
    pub fn alarm_open(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "alarm-open")
    }

    /// `号码只给接下的人看，24 小时。心理援助热线 12356。`
    pub fn alarm_phone_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "alarm-phone-hint")
    }

    /// `话里可能有伤害自己的意思。先接下，接下后能看到登记的号码，再打过去；打不通就打 110，请社区上门。`
    pub fn alarm_text(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "alarm-text")
    }

    /// `马上联系本人`
    pub fn alarm_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "alarm-title")
    }

    /// `全部在办`
    pub fn all_open(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "all-open")
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

    /// `{when} 前给您答复。`
    pub fn ask_answer(self, when: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "ask-answer", &[("when", Arg::Text(when.as_ref()))])
    }

    /// `您写的话、联系方式和往来的文字都已经删掉，谁也找不回来；只留下没有名字的统计。要说新的情况，请另提一件。`
    pub fn ask_archived(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "ask-archived")
    }

    /// `{when} 前有人联系您。`
    pub fn ask_contact(self, when: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "ask-contact", &[("when", Arg::Text(when.as_ref()))])
    }

    /// `不同意，可以在 {when} 前提出异议`
    pub fn ask_contest_until(self, when: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "ask-contest-until", &[("when", Arg::Text(when.as_ref()))])
    }

    /// `请您看看办好了没有。`
    pub fn ask_rate(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "ask-rate")
    }

    /// `请在 {when} 前回话，或者打电话`
    pub fn ask_until(self, when: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "ask-until", &[("when", Arg::Text(when.as_ref()))])
    }

    /// `回话`
    pub fn asked_submit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "asked-submit")
    }

    /// `{who}问您`
    pub fn asked_title(self, who: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "asked-title", &[("who", Arg::Text(who.as_ref()))])
    }

    /// `承办单位`
    pub fn assist_lead_unit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "assist-lead-unit")
    }

    /// `类别未定`
    pub fn assist_no_kind(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "assist-no-kind")
    }

    /// `还没写什么。`
    pub fn assist_no_notes(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "assist-no-notes")
    }

    /// `{who}写给您单位`
    pub fn assist_note_asked(self, who: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "assist-note-asked", &[("who", Arg::Text(who.as_ref()))])
    }

    /// `{who}的报告`
    pub fn assist_note_reported(self, who: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "assist-note-reported", &[("who", Arg::Text(who.as_ref()))])
    }

    /// `两个单位之间的话`
    pub fn assist_notes(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "assist-notes")
    }

    /// `报告办了什么`
    pub fn assist_report(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "assist-report")
    }

    /// `{unit}看得到。答复由它给。`
    pub fn assist_report_hint(self, unit: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "assist-report-hint", &[("unit", Arg::Text(unit.as_ref()))])
    }

    /// `报告`
    pub fn assist_report_submit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "assist-report-submit")
    }

    /// `报告了。`
    pub fn assist_reported_done(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "assist-reported-done")
    }

    /// `到哪一步`
    pub fn assist_step(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "assist-step")
    }

    /// `反映的内容和联系方式只给承办单位看。要多了解，请问承办单位。`
    pub fn assist_withheld(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "assist-withheld")
    }

    /// `别的单位请您单位帮忙的事。这里只有类别、地点和写给您单位的话。`
    pub fn assists_lead(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "assists-lead")
    }

    /// `没有要协办的`
    pub fn assists_none(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "assists-none")
    }

    /// `别的单位请您单位帮忙，就列在这里。`
    pub fn assists_none_text(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "assists-none-text")
    }

    /// `协办`
    pub fn assists_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "assists-title")
    }

    /// `把握 {share}，本县历史证明 {from} 以上够准（模型第 {model} 版）。`
    pub fn automatic_because(self, share: impl AsRef<str>, from: impl AsRef<str>, model: impl AsRef<str>) -> String {
        BUNDLES.format(
            self.0,
            "automatic-because",
            &[("share", Arg::Text(share.as_ref())), ("from", Arg::Text(from.as_ref())), ("model", Arg::Text(model.as_ref()))],
        )
    }

    /// `程序自动派单`
    pub fn automatic_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "automatic-title")
    }

    /// `单位接单以前，分派员可以撤回改派。`
    pub fn automatic_undo(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "automatic-undo")
    }

    /// `依据的词：`
    pub fn automatic_words(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "automatic-words")
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

    /// `{minutes} 分钟`
    pub fn call_minutes(self, minutes: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "call-minutes", &[("minutes", Arg::Text(minutes.as_ref()))])
    }

    /// `{minutes} 分 {secs} 秒`
    pub fn call_minutes_secs(self, minutes: impl AsRef<str>, secs: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "call-minutes-secs", &[("minutes", Arg::Text(minutes.as_ref())), ("secs", Arg::Text(secs.as_ref()))])
    }

    /// `{secs} 秒`
    pub fn call_secs(self, secs: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "call-secs", &[("secs", Arg::Text(secs.as_ref()))])
    }

    /// `已办结`
    pub fn calm_closed(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "calm-closed")
    }

    /// `按期办理`
    pub fn calm_green(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "calm-green")
    }

    /// `已结束`
    pub fn calm_over(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "calm-over")
    }

    /// `暂停计时`
    pub fn calm_paused(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "calm-paused")
    }

    /// `等您来评`
    pub fn calm_rate(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "calm-rate")
    }

    /// `超过期限了`
    pub fn calm_red(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "calm-red")
    }

    /// `快到期`
    pub fn calm_yellow(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "calm-yellow")
    }

    /// `期限和经过`
    pub fn case_aside(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "case-aside")
    }

    /// `协办单位`
    pub fn case_assists(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "case-assists")
    }

    /// `来件和答复`
    pub fn case_panel(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "case-panel")
    }

    /// `{n} 件`
    pub fn cases_count(self, n: impl Borrow<u64>) -> String {
        BUNDLES.format(self.0, "cases-count", &[("n", Arg::Count(*n.borrow()))])
    }

    /// `重办`
    pub fn cell_again(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "cell-again")
    }

    /// `第{n}天`
    pub fn cell_counted(self, n: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "cell-counted", &[("n", Arg::Text(n.as_ref()))])
    }

    /// `第{n}天 · {time} 到期`
    pub fn cell_due(self, n: impl AsRef<str>, time: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "cell-due", &[("n", Arg::Text(n.as_ref())), ("time", Arg::Text(time.as_ref()))])
    }

    /// `放假`
    pub fn cell_holiday(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "cell-holiday")
    }

    /// `…`
    pub fn cell_more(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "cell-more")
    }

    /// `等您回话`
    pub fn cell_pause(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "cell-pause")
    }

    /// `收到`
    pub fn cell_start(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "cell-start")
    }

    /// `周末`
    pub fn cell_weekend(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "cell-weekend")
    }

    /// `接口`
    pub fn channel_api(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "channel-api")
    }

    /// `窗口`
    pub fn channel_counter(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "channel-counter")
    }

    /// `热线`
    pub fn channel_phone(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "channel-phone")
    }

    /// `网页`
    pub fn channel_web(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "channel-web")
    }

    /// `一天一次，承办单位的负责人会看到`
    pub fn chase_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "chase-hint")
    }

    /// `催一下`
    pub fn chase_submit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "chase-submit")
    }

    /// `催一催`
    pub fn chase_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "chase-title")
    }

    /// `对不上：凭证或账本被改动过。请保留文件，向上级或审计反映。`
    pub fn check_changed(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "check-changed")
    }

    /// `选择保存过的凭证文件`
    pub fn check_choose(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "check-choose")
    }

    /// `在这里核对`
    pub fn check_here(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "check-here")
    }

    /// `凭证完好：记下的内容没有人改过，它在账本的第 {n} 条。`
    pub fn check_holds(self, n: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "check-holds", &[("n", Arg::Text(n.as_ref()))])
    }

    /// `本县账本的公钥`
    pub fn check_key(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "check-key")
    }

    /// `公钥也印在回执和服务窗口的墙上。两处应当一个字都不差。`
    pub fn check_key_text(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "check-key-text")
    }

    /// `这不是凭证文件，或者文件不完整。`
    pub fn check_not_one(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "check-not-one")
    }

    /// `现在读不到账本，请稍后再试。`
    pub fn check_offline(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "check-offline")
    }

    /// `这张凭证不是本县账本签发的。`
    pub fn check_other(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "check-other")
    }

    /// `不相信本网站？自己核对`
    pub fn check_own(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "check-own")
    }

    /// `任何人都可以用自己的程序和下面的公钥核对凭证，不需要经过我们，也不需要联网。办法公开，程序开源。`
    pub fn check_own_text(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "check-own-text")
    }

    /// `账本里有这件事，是第 {n} 条，账本的签名和位置都对得上。`
    pub fn check_sealed(self, n: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "check-sealed", &[("n", Arg::Text(n.as_ref()))])
    }

    /// `文件不会上传，只在您的手机或电脑里核对。`
    pub fn check_stays(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "check-stays")
    }

    /// `核对凭证`
    pub fn check_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "check-title")
    }

    /// `断网也能用的核对页`
    pub fn check_tool(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "check-tool")
    }

    /// `保存核对页`
    pub fn check_tool_save(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "check-tool-save")
    }

    /// `一个文件，存到手机、电脑或优盘里，不联网就能核对凭证。它的 SHA-256 也印在回执上。`
    pub fn check_tool_text(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "check-tool-text")
    }

    /// `账本里还没有找到。如果刚刚提交，请过一两秒刷新；否则请向服务窗口询问。`
    pub fn check_unknown(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "check-unknown")
    }

    /// `每件事的每一步都封进公开账本。凭证能证明：当时记下了什么，后来有没有人改过。`
    pub fn check_what(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "check-what")
    }

    /// `现在按“{class}”办。觉得不对可以提一次，换一个人来定。`
    pub fn class_hint(self, class: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "class-hint", &[("class", Arg::Text(class.as_ref()))])
    }

    /// `提出异议`
    pub fn class_submit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "class-submit")
    }

    /// `分类不对`
    pub fn class_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "class-title")
    }

    /// `派单`
    pub fn clock_dispatch(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "clock-dispatch")
    }

    /// `答复`
    pub fn clock_final(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "clock-final")
    }

    /// `答复（复杂）`
    pub fn clock_final_complex(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "clock-final-complex")
    }

    /// `答复（一般）`
    pub fn clock_final_general(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "clock-final-general")
    }

    /// `办理方案`
    pub fn clock_plan(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "clock-plan")
    }

    /// `群众评价`
    pub fn clock_rating(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "clock-rating")
    }

    /// `首次联系`
    pub fn clock_response(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "clock-response")
    }

    /// `接单或退回`
    pub fn clock_return(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "clock-return")
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

    /// `复杂的理由：{reason}`
    pub fn complex_note(self, reason: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "complex-note", &[("reason", Arg::Text(reason.as_ref()))])
    }

    /// `复杂的理由（选“复杂”必填，群众看得到）`
    pub fn complex_reason(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "complex-reason")
    }

    /// `要作政策或法律认定`
    pub fn complex_reason_decision(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "complex-reason-decision")
    }

    /// `不是复杂的事`
    pub fn complex_reason_none(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "complex-reason-none")
    }

    /// `要到现场核查`
    pub fn complex_reason_site(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "complex-reason-site")
    }

    /// `要花钱立项`
    pub fn complex_reason_spending(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "complex-reason-spending")
    }

    /// `要两个以上单位一起办`
    pub fn complex_reason_units(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "complex-reason-units")
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

    /// `没联系上`
    pub fn contact_attempt(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "contact-attempt")
    }

    /// `打电话`
    pub fn contact_call(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "contact-call")
    }

    /// `不向您这个岗位显示`
    pub fn contact_hidden(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "contact-hidden")
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

    /// `在网上留言`
    pub fn contact_posted(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "contact-posted")
    }

    /// `回信息`
    pub fn contact_reply(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "contact-reply")
    }

    /// `通话几秒`
    pub fn contact_secs(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "contact-secs")
    }

    /// `记下`
    pub fn contact_submit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "contact-submit")
    }

    /// `上门`
    pub fn contact_visit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "contact-visit")
    }

    /// `只能提一次，换一个人来看。`
    pub fn contest_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "contest-hint")
    }

    /// `提出异议`
    pub fn contest_submit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "contest-submit")
    }

    /// `我有异议`
    pub fn contest_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "contest-title")
    }

    /// `复制好了`
    pub fn copied(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "copied")
    }

    /// `复制编号和查询码`
    pub fn copy(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "copy")
    }

    /// `历史遗留问题`
    pub fn defer_reason_history(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "defer-reason-history")
    }

    /// `暂无经费`
    pub fn defer_reason_money(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "defer-reason-money")
    }

    /// `暂无政策依据`
    pub fn defer_reason_policy_gap(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "defer-reason-policy_gap")
    }

    /// `请别的单位协办`
    pub fn desk_assists(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "desk-assists")
    }

    /// `可以选几个。对方只看得到类别、地点和您写的话，看不到反映的内容和联系方式。别写姓名和电话。`
    pub fn desk_assists_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "desk-assists-hint")
    }

    /// `到派单台去派`
    pub fn desk_open(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "desk-open")
    }

    /// `照此派出`
    pub fn dispatch_submit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "dispatch-submit")
    }

    /// `派单台`
    pub fn dispatch_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "dispatch-title")
    }

    /// `接单了。下一步：联系反映人。`
    pub fn done_accept(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-accept")
    }

    /// `同意了。`
    pub fn done_agree(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-agree")
    }

    /// `接下了，请现在就联系。`
    pub fn done_alarm(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-alarm")
    }

    /// `答复发出去了，请群众来评。`
    pub fn done_answer(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-answer")
    }

    /// `答复好了。`
    pub fn done_answer_at_once(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-answer-at-once")
    }

    /// `问出去了，停钟。`
    pub fn done_ask(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-ask")
    }

    /// `提请了，等批准。`
    pub fn done_ask_extension(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-ask-extension")
    }

    /// `已请协办。`
    pub fn done_assist(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-assist")
    }

    /// `办结了。`
    pub fn done_close_disputed(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-close-disputed")
    }

    /// `联系情况记下了。`
    pub fn done_contact(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-contact")
    }

    /// `更正了。`
    pub fn done_correct_contact(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-correct-contact")
    }

    /// `更正了。`
    pub fn done_correct_place(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-correct-place")
    }

    /// `指定好了。`
    pub fn done_designate(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-designate")
    }

    /// `上一件派给了{unit}。`
    pub fn done_dispatch(self, unit: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "done-dispatch", &[("unit", Arg::Text(unit.as_ref()))])
    }

    /// `协办结束了。`
    pub fn done_end_assist(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-end-assist")
    }

    /// `恢复办理了。`
    pub fn done_go_on(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-go-on")
    }

    /// `办结了。`
    pub fn done_handed_over(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-handed-over")
    }

    /// `并好了。`
    pub fn done_merge(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-merge")
    }

    /// `并好了。`
    pub fn done_merge_in(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-merge-in")
    }

    /// `告诉群众了。`
    pub fn done_not_accept(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-not-accept")
    }

    /// `记下了。`
    pub fn done_note(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-note")
    }

    /// `提请了。`
    pub fn done_propose_abuse(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-propose-abuse")
    }

    /// `写好了，等负责人签发。`
    pub fn done_propose_answer(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-propose-answer")
    }

    /// `提请了。`
    pub fn done_propose_deferral(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-propose-deferral")
    }

    /// `提请了。`
    pub fn done_propose_exclusion(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-propose-exclusion")
    }

    /// `提请了。`
    pub fn done_propose_referral(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-propose-referral")
    }

    /// `提请了。`
    pub fn done_propose_silent(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-propose-silent")
    }

    /// `提请了。`
    pub fn done_propose_transfer(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-propose-transfer")
    }

    /// `提请了。`
    pub fn done_propose_unseal(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-propose-unseal")
    }

    /// `改派了。`
    pub fn done_reassign(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-reassign")
    }

    /// `答复撤回了。`
    pub fn done_recall_answer(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-recall-answer")
    }

    /// `改好了。`
    pub fn done_reclassify(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-reclassify")
    }

    /// `没有同意。`
    pub fn done_refuse_proposal(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-refuse-proposal")
    }

    /// `放行了，可以派单了。`
    pub fn done_release(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-release")
    }

    /// `交下去重新办了。`
    pub fn done_resume(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-resume")
    }

    /// `退回去了。`
    pub fn done_return(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-return")
    }

    /// `密封了。`
    pub fn done_seal(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-seal")
    }

    /// `拆好了。`
    pub fn done_split(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-split")
    }

    /// `开始办理了。`
    pub fn done_start(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-start")
    }

    /// `收回了。`
    pub fn done_take_back_proposal(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-take-back-proposal")
    }

    /// `派单撤回了。`
    pub fn done_undo_dispatch(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-undo-dispatch")
    }

    /// `退出并单了。`
    pub fn done_unmerge(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-unmerge")
    }

    /// `仲裁委员会`
    pub fn door_arbitration(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "door-arbitration")
    }

    /// `人民法院`
    pub fn door_court(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "door-court")
    }

    /// `纪检监察机关`
    pub fn door_discipline(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "door-discipline")
    }

    /// `12345 热线`
    pub fn door_hotline(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "door-hotline")
    }

    /// `外县有关部门`
    pub fn door_other_county(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "door-other_county")
    }

    /// `信访局`
    pub fn door_petition(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "door-petition")
    }

    /// `公安机关`
    pub fn door_police(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "door-police")
    }

    /// `行政复议机关`
    pub fn door_review(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "door-review")
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

    /// `这件程序本来会自己派出去，抽出来请您先看。您怎么派都行，程序据此知道自己准不准。`
    pub fn drawn_text(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "drawn-text")
    }

    /// `抽查`
    pub fn drawn_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "drawn-title")
    }

    /// `群众说的和训练时不一样了，派单建议可能不准`
    pub fn drift_banner(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "drift-banner")
    }

    /// `群众说的变了：{kinds}。该重新训练了。`
    pub fn drift_kinds(self, kinds: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "drift-kinds", &[("kinds", Arg::Text(kinds.as_ref()))])
    }

    /// `还没有足够的事，说不出群众说的有没有变。`
    pub fn drift_none(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "drift-none")
    }

    /// `最近 {n} 件，说的和训练时差不多。`
    pub fn drift_steady(self, n: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "drift-steady", &[("n", Arg::Text(n.as_ref()))])
    }

    /// `程序的把握变了：训练时平均 {then}，现在 {now}。该重新训练了。`
    pub fn drift_sure(self, then: impl AsRef<str>, now: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "drift-sure", &[("then", Arg::Text(then.as_ref())), ("now", Arg::Text(now.as_ref()))])
    }

    /// `{when} 前`
    pub fn due_by(self, when: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "due-by", &[("when", Arg::Text(when.as_ref()))])
    }

    /// `{when} 办到`
    pub fn due_met(self, when: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "due-met", &[("when", Arg::Text(when.as_ref()))])
    }

    /// `{when} 才办到，晚了`
    pub fn due_missed(self, when: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "due-missed", &[("when", Arg::Text(when.as_ref()))])
    }

    /// `有的年份放假安排还没公布，日期先按周末和固定节日算；公布以后会重新算，再告诉您。`
    pub fn due_provisional(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "due-provisional")
    }

    /// `{when}，方案 {plan} 前`
    pub fn due_with_plan(self, when: impl AsRef<str>, plan: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "due-with-plan", &[("when", Arg::Text(when.as_ref())), ("plan", Arg::Text(plan.as_ref()))])
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

    /// `（内容已经抹掉）`
    pub fn erased_text(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "erased-text")
    }

    /// `有 {n} 处要改`
    pub fn errors_head(self, n: impl Borrow<u64>) -> String {
        BUNDLES.format(self.0, "errors-head", &[("n", Arg::Count(*n.borrow()))])
    }

    /// `写好的都还在，改完接着走。`
    pub fn errors_kept(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "errors-kept")
    }

    /// `法院正在审理`
    pub fn exclusion_reason_court_pending(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "exclusion-reason-court_pending")
    }

    /// `不可抗力`
    pub fn exclusion_reason_force_majeure(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "exclusion-reason-force_majeure")
    }

    /// `恶意重复`
    pub fn exclusion_reason_malicious_repeat(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "exclusion-reason-malicious_repeat")
    }

    /// `不涉及公共职权`
    pub fn exclusion_reason_no_public_power(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "exclusion-reason-no_public_power")
    }

    /// `诉求不合法`
    pub fn exclusion_reason_unlawful(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "exclusion-reason-unlawful")
    }

    /// `名单太长，最多 20 位`
    pub fn fault_account_too_many(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-account-too_many")
    }

    /// `只能排分派员`
    pub fn fault_account_unknown(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-account-unknown")
    }

    /// `还没写答复`
    pub fn fault_answer_empty(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-answer-empty")
    }

    /// `请写一个日期`
    pub fn fault_answered_on_shape(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-answered_on-shape")
    }

    /// `写得太长了`
    pub fn fault_assist_text_too_long(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-assist_text-too_long")
    }

    /// `写了请别人做什么，还没选请哪个单位`
    pub fn fault_assists_empty(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-assists-empty")
    }

    /// `没有这个单位，或者已经撤了`
    pub fn fault_assists_unknown(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-assists-unknown")
    }

    /// `还没写查询码`
    pub fn fault_code_empty(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-code-empty")
    }

    /// `没有这个理由`
    pub fn fault_complex_reason_unknown(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-complex_reason-unknown")
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

    /// `件数从 1 到 100`
    pub fn fault_count_out_of_range(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-count-out_of_range")
    }

    /// `天数不对，请看清最多几天`
    pub fn fault_days_out_of_range(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-days-out_of_range")
    }

    /// `请用数字写几个工作日`
    pub fn fault_days_shape(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-days-shape")
    }

    /// `反映人没有留这一项`
    pub fn fault_field_absent(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-field-absent")
    }

    /// `请选要看哪一项`
    pub fn fault_field_empty(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-field-empty")
    }

    /// `没有这一项`
    pub fn fault_field_unknown(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-field-unknown")
    }

    /// `第二次没解决，要换一个人来办`
    pub fn fault_handler_same_handler(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-handler-same_handler")
    }

    /// `没有这个承办人，请从列出来的里面选`
    pub fn fault_handler_unknown(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-handler-unknown")
    }

    /// `时间要写成 08:30 的样子，两个都写或者都空着`
    pub fn fault_hours_unknown(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-hours-unknown")
    }

    /// `请选怎么联系的`
    pub fn fault_how_unknown(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-how-unknown")
    }

    /// `这一类已经并入别的类了`
    pub fn fault_kind_closed(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-kind-closed")
    }

    /// `请选一个类别`
    pub fn fault_kind_empty(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-kind-empty")
    }

    /// `没有这一类，请从列出来的里面选`
    pub fn fault_kind_unknown(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-kind-unknown")
    }

    /// `之前没有别的版本在用，退不回去`
    pub fn fault_model_none_before(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-model-none_before")
    }

    /// `没有这一版`
    pub fn fault_model_unknown(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-model-unknown")
    }

    /// `这个月没有办结的事项可抽`
    pub fn fault_month_nothing(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-month-nothing")
    }

    /// `月份写成 2026-10 这样`
    pub fn fault_month_shape(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-month-shape")
    }

    /// `还没写内容`
    pub fn fault_note_empty(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-note-empty")
    }

    /// `还没写编号`
    pub fn fault_number_empty(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-number-empty")
    }

    /// `没有这件事，请核对编号`
    pub fn fault_number_unknown(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-number-unknown")
    }

    /// `没有这个社区或村，请从列出来的里面选`
    pub fn fault_place_area_unknown(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-place-area-unknown")
    }

    /// `还没写在哪儿。选社区，或者写几个字都行`
    pub fn fault_place_empty(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-place-empty")
    }

    /// `复杂的事要先写办理方案`
    pub fn fault_plan_empty(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-plan-empty")
    }

    /// `请选一种核对的办法`
    pub fn fault_proof_unknown(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-proof-unknown")
    }

    /// `还没选怎么告诉您`
    pub fn fault_reach_missing(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-reach-missing")
    }

    /// `请选给谁查`
    pub fn fault_reader_empty(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-reader-empty")
    }

    /// `只能给评估员或审计员`
    pub fn fault_reader_unknown(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-reader-unknown")
    }

    /// `请说明原因`
    pub fn fault_reason_empty(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-reason-empty")
    }

    /// `没有这个原因，请从列出的里面选`
    pub fn fault_reason_unknown(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-reason-unknown")
    }

    /// `请选办得怎么样`
    pub fn fault_result_unknown(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-result-unknown")
    }

    /// `还没选：满意吗`
    pub fn fault_satisfaction_empty(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-satisfaction-empty")
    }

    /// `通话几秒，请只写数字`
    pub fn fault_secs_shape(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-secs-shape")
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

    /// `请写明为什么换`
    pub fn fault_why_empty(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-why-empty")
    }

    /// `原因太长了，最多 500 个字`
    pub fn fault_why_too_long(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-why-too_long")
    }

    /// `涉及的单位`
    pub fn field_against(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "field-against")
    }

    /// `问题`
    pub fn field_ask_text(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "field-ask-text")
    }

    /// `请它做什么`
    pub fn field_assist_text(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "field-assist-text")
    }

    /// `请哪个单位`
    pub fn field_assist_unit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "field-assist-unit")
    }

    /// `请选择`
    pub fn field_choose(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "field-choose")
    }

    /// `复杂的原因`
    pub fn field_complex_reason(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "field-complex_reason")
    }

    /// `一般或复杂`
    pub fn field_complexity(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "field-complexity")
    }

    /// `多要几个工作日`
    pub fn field_days(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "field-days")
    }

    /// `该去哪里`
    pub fn field_door(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "field-door")
    }

    /// `哪个单位`
    pub fn field_end_assist_unit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "field-end-assist-unit")
    }

    /// `回执编号或签收人`
    pub fn field_handed_over_text(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "field-handed-over-text")
    }

    /// `承办人`
    pub fn field_handler(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "field-handler")
    }

    /// `并到哪个编号`
    pub fn field_into(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "field-into")
    }

    /// `事项`
    pub fn field_kind(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "field-kind")
    }

    /// `称呼`
    pub fn field_name(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "field-name")
    }

    /// `不填`
    pub fn field_none(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "field-none")
    }

    /// `编号，一行一个`
    pub fn field_numbers(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "field-numbers")
    }

    /// `第一件`
    pub fn field_part1(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "field-part1")
    }

    /// `第二件`
    pub fn field_part2(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "field-part2")
    }

    /// `第三件，可以不填`
    pub fn field_part3(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "field-part3")
    }

    /// `第四件，可以不填`
    pub fn field_part4(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "field-part4")
    }

    /// `电话`
    pub fn field_phone(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "field-phone")
    }

    /// `法定依据`
    pub fn field_propose_referral_text(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "field-propose-referral-text")
    }

    /// `原因`
    pub fn field_reason(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "field-reason")
    }

    /// `结果`
    pub fn field_result(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "field-result")
    }

    /// `法定依据`
    pub fn field_return_text(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "field-return-text")
    }

    /// `复核日期`
    pub fn field_review_on(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "field-review_on")
    }

    /// `不变`
    pub fn field_same(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "field-same")
    }

    /// `建议派给`
    pub fn field_suggests(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "field-suggests")
    }

    /// `说明`
    pub fn field_text(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "field-text")
    }

    /// `转给`
    pub fn field_to(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "field-to")
    }

    /// `单位`
    pub fn field_unit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "field-unit")
    }

    /// `地点`
    pub fn field_words(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "field-words")
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

    /// `请输入完整的编号，12 位数字`
    pub fn find_number(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "find-number")
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

    /// `一起的事项`
    pub fn hangs_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "hangs-title")
    }

    /// `今天没有等您的事`
    pub fn headline_none(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "headline-none")
    }

    /// `今天有 {n} 件等您，先办超期的 {late} 件`
    pub fn headline_overdue(self, n: impl Borrow<u64>, late: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "headline-overdue", &[("n", Arg::Count(*n.borrow())), ("late", Arg::Text(late.as_ref()))])
    }

    /// `今天有 {n} 件等您`
    pub fn headline_some(self, n: impl Borrow<u64>) -> String {
        BUNDLES.format(self.0, "headline-some", &[("n", Arg::Count(*n.borrow()))])
    }

    /// `今天有 {n} 件等您，{soon} 件快到期`
    pub fn headline_soon(self, n: impl Borrow<u64>, soon: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "headline-soon", &[("n", Arg::Count(*n.borrow())), ("soon", Arg::Text(soon.as_ref()))])
    }

    /// `全选`
    pub fn held_all(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "held-all")
    }

    /// `放行哪几件`
    pub fn held_choose(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "held-choose")
    }

    /// `{n} 件待放行`
    pub fn held_count(self, n: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "held-count", &[("n", Arg::Text(n.as_ref()))])
    }

    /// `放行了 {n} 件，已经排进等派的队里。`
    pub fn held_done(self, n: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "held-done", &[("n", Arg::Text(n.as_ref()))])
    }

    /// `没有待放行的`
    pub fn held_empty(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "held-empty")
    }

    /// `来得太多的时候，多出来的会先放在这里。`
    pub fn held_empty_text(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "held-empty-text")
    }

    /// `同一个来源一小时里交来太多，先放在这里。每件都有编号，期限照算；看过没有问题就放行，放行以后才能派单。`
    pub fn held_lead(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "held-lead")
    }

    /// `留了邮箱`
    pub fn held_left_mail(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "held-left-mail")
    }

    /// `没留联系方式`
    pub fn held_left_nothing(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "held-left-nothing")
    }

    /// `留了电话`
    pub fn held_left_phone(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "held-left-phone")
    }

    /// `全不选`
    pub fn held_none(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "held-none")
    }

    /// `一件也没有选，请先选要放行的`
    pub fn held_nothing_chosen(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "held-nothing-chosen")
    }

    /// `更早的`
    pub fn held_older(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "held-older")
    }

    /// `放行选中的`
    pub fn held_release(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "held-release")
    }

    /// `待放行 {n} 件`
    pub fn held_strip(self, n: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "held-strip", &[("n", Arg::Text(n.as_ref()))])
    }

    /// `另放，看过再派`
    pub fn held_strip_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "held-strip-hint")
    }

    /// `待放行`
    pub fn held_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "held-title")
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

    /// `按现在的规定，您写的话和联系方式保存到 {day}，之后删掉，只留没有名字的统计。`
    pub fn kept_until(self, day: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "kept-until", &[("day", Arg::Text(day.as_ref()))])
    }

    /// `类别`
    pub fn kind(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "kind")
    }

    /// `这一类已经并入“{name}”了，请选“{name}”。`
    pub fn kind_closed(self, name: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "kind-closed", &[("name", Arg::Text(name.as_ref()))])
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

    /// `{when} 前，还剩 {time}`
    pub fn lamp_by(self, when: impl AsRef<str>, time: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "lamp-by", &[("when", Arg::Text(when.as_ref())), ("time", Arg::Text(time.as_ref()))])
    }

    /// `{time}内派出`
    pub fn lamp_dispatch_left(self, time: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "lamp-dispatch-left", &[("time", Arg::Text(time.as_ref()))])
    }

    /// `派晚了 {time}`
    pub fn lamp_dispatch_over(self, time: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "lamp-dispatch-over", &[("time", Arg::Text(time.as_ref()))])
    }

    /// `还剩 {time}`
    pub fn lamp_left(self, time: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "lamp-left", &[("time", Arg::Text(time.as_ref()))])
    }

    /// `新`
    pub fn lamp_new(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "lamp-new")
    }

    /// `超 {time}`
    pub fn lamp_over(self, time: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "lamp-over", &[("time", Arg::Text(time.as_ref()))])
    }

    /// `紧急`
    pub fn lamp_urgent(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "lamp-urgent")
    }

    /// `{when}，超 {time}`
    pub fn lamp_was(self, when: impl AsRef<str>, time: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "lamp-was", &[("when", Arg::Text(when.as_ref())), ("time", Arg::Text(time.as_ref()))])
    }

    /// `{unit}接下了这件事。`
    pub fn lead_accepted(self, unit: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "lead-accepted", &[("unit", Arg::Text(unit.as_ref()))])
    }

    /// `{unit}已经答复。`
    pub fn lead_answered(self, unit: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "lead-answered", &[("unit", Arg::Text(unit.as_ref()))])
    }

    /// `这件事 {closed} 办结，保存期满，已经归档。`
    pub fn lead_archived(self, closed: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "lead-archived", &[("closed", Arg::Text(closed.as_ref()))])
    }

    /// `承办人在等您回话，回了就接着办。`
    pub fn lead_awaiting(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "lead-awaiting")
    }

    /// `您说解决了，这件事已经办结。`
    pub fn lead_closed(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "lead-closed")
    }

    /// `评价的日子过了，这件事先办结。没评不会算“满意”。`
    pub fn lead_closed_unrated(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "lead-closed-unrated")
    }

    /// `这件事现在办不了，先记在账上，到日子再办，按“没解决”算。`
    pub fn lead_deferred(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "lead-deferred")
    }

    /// `已经派给{unit}，等他们接单。`
    pub fn lead_dispatched(self, unit: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "lead-dispatched", &[("unit", Arg::Text(unit.as_ref()))])
    }

    /// `督办员核实过答复，您不认可。可以依法信访，或者申请行政复议。有新情况，请重新反映。`
    pub fn lead_disputed(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "lead-disputed")
    }

    /// `内容已经按您的要求抹掉了。`
    pub fn lead_erased(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "lead-erased")
    }

    /// `{unit}正在办。`
    pub fn lead_in_progress(self, unit: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "lead-in_progress", &[("unit", Arg::Text(unit.as_ref()))])
    }

    /// `有人反映了同一件事，一起办，结果会单独告诉您。`
    pub fn lead_merged(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "lead-merged")
    }

    /// `这件事不能受理，下面写了原因和该去的地方。`
    pub fn lead_not_accepted(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "lead-not-accepted")
    }

    /// `这件事已经转给{door}。`
    pub fn lead_referred(self, door: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "lead-referred", &[("door", Arg::Text(door.as_ref()))])
    }

    /// `您说没解决，正在重新派人办。`
    pub fn lead_reopened(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "lead-reopened")
    }

    /// `单位说不归他们管，正在重新派。时间照算。`
    pub fn lead_returned(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "lead-returned")
    }

    /// `这里说的是几件事，已经分开办。`
    pub fn lead_split(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "lead-split")
    }

    /// `收到了，正在派给承办的单位。`
    pub fn lead_triage(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "lead-triage")
    }

    /// `您撤回了这件事。想接着办，可以重新反映。`
    pub fn lead_withdrawn(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "lead-withdrawn")
    }

    /// `等批准`
    pub fn leave_asked(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "leave-asked")
    }

    /// `申请提出了，等统筹批准。`
    pub fn leave_asked_done(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "leave-asked-done")
    }

    /// `看几天（最多 {most} 天）`
    pub fn leave_days(self, most: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "leave-days", &[("most", Arg::Text(most.as_ref()))])
    }

    /// `现在收回`
    pub fn leave_end(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "leave-end")
    }

    /// `收回了，马上看不到。`
    pub fn leave_ended_done(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "leave-ended-done")
    }

    /// `批准`
    pub fn leave_grant(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "leave-grant")
    }

    /// `批准了，到期自己失效。`
    pub fn leave_granted_done(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "leave-granted-done")
    }

    /// `已失效，{when}`
    pub fn leave_over(self, when: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "leave-over", &[("when", Arg::Text(when.as_ref()))])
    }

    /// `不批准`
    pub fn leave_refuse(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "leave-refuse")
    }

    /// `没有批准，{when}`
    pub fn leave_refused(self, when: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "leave-refused", &[("when", Arg::Text(when.as_ref()))])
    }

    /// `没有批准。`
    pub fn leave_refused_done(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "leave-refused-done")
    }

    /// `到 {when}`
    pub fn leave_until(self, when: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "leave-until", &[("when", Arg::Text(when.as_ref()))])
    }

    /// `{time}内接单`
    pub fn left_accept(self, time: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "left-accept", &[("time", Arg::Text(time.as_ref()))])
    }

    /// `{time}内联系`
    pub fn left_contact(self, time: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "left-contact", &[("time", Arg::Text(time.as_ref()))])
    }

    /// `{time}内派出`
    pub fn left_dispatch(self, time: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "left-dispatch", &[("time", Arg::Text(time.as_ref()))])
    }

    /// `{when} 到期`
    pub fn left_over(self, when: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "left-over", &[("when", Arg::Text(when.as_ref()))])
    }

    /// `{time}内定方案`
    pub fn left_plan(self, time: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "left-plan", &[("time", Arg::Text(time.as_ref()))])
    }

    /// `正常`
    pub fn light_green(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "light-green")
    }

    /// `已超期`
    pub fn light_red(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "light-red")
    }

    /// `快到期`
    pub fn light_yellow(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "light-yellow")
    }

    /// `{n} 天`
    pub fn limit_calendar_days(self, n: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "limit-calendar-days", &[("n", Arg::Text(n.as_ref()))])
    }

    /// `{n} 个工作日`
    pub fn limit_days(self, n: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "limit-days", &[("n", Arg::Text(n.as_ref()))])
    }

    /// `{n} 小时`
    pub fn limit_hours(self, n: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "limit-hours", &[("n", Arg::Text(n.as_ref()))])
    }

    /// `{n} 分钟`
    pub fn limit_minutes(self, n: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "limit-minutes", &[("n", Arg::Text(n.as_ref()))])
    }

    /// `没有符合的事项`
    pub fn list_empty(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "list-empty")
    }

    /// `换个条件，或者清空再看。`
    pub fn list_empty_text(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "list-empty-text")
    }

    /// `符合的 {n} 件`
    pub fn list_heading_found(self, n: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "list-heading-found", &[("n", Arg::Text(n.as_ref()))])
    }

    /// `还在办的 {n} 件`
    pub fn list_heading_open(self, n: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "list-heading-open", &[("n", Arg::Text(n.as_ref()))])
    }

    /// `事项`
    pub fn list_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "list-title")
    }

    /// `话里有伤害自己的意思，紧急联系`
    pub fn look_alarm(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "look-alarm")
    }

    /// `按查阅授权审计`
    pub fn look_audit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "look-audit")
    }

    /// `打电话说这件事`
    pub fn look_call(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "look-call")
    }

    /// `核对联系方式对不对`
    pub fn look_correct(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "look-correct")
    }

    /// `办理这件事`
    pub fn look_handling(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "look-handling")
    }

    /// `抽查办理质量`
    pub fn look_sample(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "look-sample")
    }

    /// `当天 {n} 次`
    pub fn look_times(self, n: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "look-times", &[("n", Arg::Text(n.as_ref()))])
    }

    /// `核实答复是不是属实`
    pub fn look_verify(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "look-verify")
    }

    /// `约时间上门`
    pub fn look_visit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "look-visit")
    }

    /// `全部查看`
    pub fn looks_all(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "looks-all")
    }

    /// `全县谁看过谁的信息。看事项本身，先申请查阅授权。`
    pub fn looks_all_lead(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "looks-all-lead")
    }

    /// `没有记录`
    pub fn looks_none(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "looks-none")
    }

    /// `看了事项内容或联系方式，就记在这里。`
    pub fn looks_none_text(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "looks-none-text")
    }

    /// `我看过的`
    pub fn looks_own(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "looks-own")
    }

    /// `您看过哪些人的内容和联系方式。反映人看得到岗位、日期和原因，看不到您的姓名。`
    pub fn looks_own_lead(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "looks-own-lead")
    }

    /// `查看留痕`
    pub fn looks_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "looks-title")
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

    /// `并入`
    pub fn merged_into(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "merged-into")
    }

    /// `正在用`
    pub fn models_answers(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "models-answers")
    }

    /// `自动派单没有开：每一件都由人派。`
    pub fn models_automatic_off(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "models-automatic-off")
    }

    /// `自动派单开着。抽查过 {all} 件，对 {right} 件；自动派出去又改派的 {undone} 件。`
    pub fn models_automatic_on(self, all: impl AsRef<str>, right: impl AsRef<str>, undone: impl AsRef<str>) -> String {
        BUNDLES.format(
            self.0,
            "models-automatic-on",
            &[("all", Arg::Text(all.as_ref())), ("right", Arg::Text(right.as_ref())), ("undone", Arg::Text(undone.as_ref()))],
        )
    }

    /// `比当时在用的好：F1 差 {by}`
    pub fn models_better(self, by: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "models-better", &[("by", Arg::Text(by.as_ref()))])
    }

    /// `抽查看出不够准，自动派单停下了，等重新训练。`
    pub fn models_broken(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "models-broken")
    }

    /// `派单目录本身，不学历史`
    pub fn models_catalogue(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "models-catalogue")
    }

    /// `换好了。`
    pub fn models_done(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "models-done")
    }

    /// `没学过的最新五分之一里：首选对 {right}，各类平均 F1 {f1}，把握的偏差 {ece}`
    pub fn models_figures(self, right: impl AsRef<str>, f1: impl AsRef<str>, ece: impl AsRef<str>) -> String {
        BUNDLES.format(
            self.0,
            "models-figures",
            &[("right", Arg::Text(right.as_ref())), ("f1", Arg::Text(f1.as_ref())), ("ece", Arg::Text(ece.as_ref()))],
        )
    }

    /// `各版`
    pub fn models_kept(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "models-kept")
    }

    /// `程序从本县派过的事里学，再给分派员提建议。这里看它学得怎么样，也能换一版，或者退回前一版。`
    pub fn models_lead(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "models-lead")
    }

    /// `把握 {from} 以上，{precision} 能对：{kinds} 类，占 {part}`
    pub fn models_line(self, from: impl AsRef<str>, precision: impl AsRef<str>, kinds: impl AsRef<str>, part: impl AsRef<str>) -> String {
        BUNDLES.format(
            self.0,
            "models-line",
            &[
                ("from", Arg::Text(from.as_ref())),
                ("precision", Arg::Text(precision.as_ref())),
                ("kinds", Arg::Text(kinds.as_ref())),
                ("part", Arg::Text(part.as_ref())),
            ],
        )
    }

    /// `{when} 训练，学了 {matters} 件`
    pub fn models_made(self, when: impl AsRef<str>, matters: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "models-made", &[("when", Arg::Text(when.as_ref())), ("matters", Arg::Text(matters.as_ref()))])
    }

    /// `还证明不了哪一段足够准，都由人派`
    pub fn models_no_line(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "models-no-line")
    }

    /// `现在`
    pub fn models_now(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "models-now")
    }

    /// `为什么换`
    pub fn models_reason(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "models-reason")
    }

    /// `记在日志里，不写群众的名字和电话。`
    pub fn models_reason_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "models-reason-hint")
    }

    /// `和当时在用的分不出高下：F1 差 {by}`
    pub fn models_same(self, by: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "models-same", &[("by", Arg::Text(by.as_ref()))])
    }

    /// `刚才有人换过，请看一眼现在的情况再定。`
    pub fn models_stale(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "models-stale")
    }

    /// `用这一版`
    pub fn models_take(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "models-take")
    }

    /// `训练以后，分派员又教了它 {n} 件。`
    pub fn models_taught(self, n: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "models-taught", &[("n", Arg::Text(n.as_ref()))])
    }

    /// `派单模型`
    pub fn models_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "models-title")
    }

    /// `训练新的一版在服务器上做，怎么做写在运维手册里。`
    pub fn models_train(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "models-train")
    }

    /// `第 {number} 版`
    pub fn models_version(self, number: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "models-version", &[("number", Arg::Text(number.as_ref()))])
    }

    /// `比当时在用的差：F1 差 {by}`
    pub fn models_worse(self, by: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "models-worse", &[("by", Arg::Text(by.as_ref()))])
    }

    /// `别的办法`
    pub fn more_steps(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "more-steps")
    }

    /// `这件事刚刚有了变化。您写的还在，请看看最新的样子再发。`
    pub fn moved_on(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "moved-on")
    }

    /// `我的一周`
    pub fn my_week(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "my-week")
    }

    /// `怎么称呼您`
    pub fn name(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "name")
    }

    /// `我的`
    pub fn nav_account(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "nav-account")
    }

    /// `账号`
    pub fn nav_accounts(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "nav-accounts")
    }

    /// `协办`
    pub fn nav_assists(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "nav-assists")
    }

    /// `事项`
    pub fn nav_cases(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "nav-cases")
    }

    /// `派单台`
    pub fn nav_dispatch(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "nav-dispatch")
    }

    /// `留痕`
    pub fn nav_looks(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "nav-looks")
    }

    /// `派单模型`
    pub fn nav_models(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "nav-models")
    }

    /// `值班`
    pub fn nav_on_call(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "nav-on-call")
    }

    /// `补发`
    pub fn nav_reissue(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "nav-reissue")
    }

    /// `设置`
    pub fn nav_settings(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "nav-settings")
    }

    /// `授权`
    pub fn nav_warrants(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "nav-warrants")
    }

    /// `工作台`
    pub fn nav_work(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "nav-work")
    }

    /// `是同一件事吗？`
    pub fn nearby_ask(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "nearby-ask")
    }

    /// `先看一眼：同一个地方，已经有人反映过这类事`
    pub fn nearby_look(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "nearby-look")
    }

    /// `是另一件事，单独办`
    pub fn nearby_other(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "nearby-other")
    }

    /// `{n} 人反映过`
    pub fn nearby_people(self, n: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "nearby-people", &[("n", Arg::Text(n.as_ref()))])
    }

    /// `我也遇到，和 {month} 的一起办`
    pub fn nearby_same(self, month: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "nearby-same", &[("month", Arg::Text(month.as_ref()))])
    }

    /// `您有自己的编号和查询码，办完单独答复您，您自己评价`
    pub fn nearby_same_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "nearby-same-hint")
    }

    /// `有人反映过`
    pub fn nearby_some(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "nearby-some")
    }

    /// `别人写了什么，这里不显示；您写的，别人也看不到。要是另一件事，或者还没修好，照样交上去，您有自己的编号。`
    pub fn nearby_still(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "nearby-still")
    }

    /// `已经有人反映过`
    pub fn nearby_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "nearby-title")
    }

    /// `下一步`
    pub fn next(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "next")
    }

    /// `接单`
    pub fn next_accept(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "next-accept")
    }

    /// `给您答复`
    pub fn next_answer(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "next-answer")
    }

    /// `写答复`
    pub fn next_answer_step(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "next-answer-step")
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

    /// `联系`
    pub fn next_contact(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "next-contact")
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

    /// `和别人反映的同一件事一起办`
    pub fn next_joined(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "next-joined")
    }

    /// `已经有单位在办，办完单独答复您`
    pub fn next_joined_text(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "next-joined-text")
    }

    /// `有人发邮件给您`
    pub fn next_mail(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "next-mail")
    }

    /// `回信也会记在这件事里。`
    pub fn next_mail_text(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "next-mail-text")
    }

    /// `写方案`
    pub fn next_plan(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "next-plan")
    }

    /// `在这里写下第一次回音`
    pub fn next_post(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "next-post")
    }

    /// `您没有留联系方式，凭编号和查询码来看。`
    pub fn next_post_text(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "next-post-text")
    }

    /// `重新办理`
    pub fn next_resume(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "next-resume")
    }

    /// `开始办理`
    pub fn next_start(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "next-start")
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

    /// `没有留名`
    pub fn no_name(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "no-name")
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

    /// `从`
    pub fn on_call_from(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "on-call-from")
    }

    /// `两个时间都空着，就是全天；“到”比“从”早，就是到第二天。`
    pub fn on_call_hours_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "on-call-hours-hint")
    }

    /// `居民的话里有伤害自己的意思，马上叫这里的人：从上往下叫第一个当班的，十分钟没人接就再叫下一个，最后叫全体分派员。名单空着，就叫全体分派员。`
    pub fn on_call_lead(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "on-call-lead")
    }

    /// `不排人`
    pub fn on_call_nobody(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "on-call-nobody")
    }

    /// `能排的是分派员：他们看得到全县的事项。`
    pub fn on_call_pick_from(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "on-call-pick-from")
    }

    /// `保存名单`
    pub fn on_call_save(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "on-call-save")
    }

    /// `名单保存好了。`
    pub fn on_call_saved(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "on-call-saved")
    }

    /// `名单刚刚被别人改过，请看最新的再改`
    pub fn on_call_stale(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "on-call-stale")
    }

    /// `紧急联系值班`
    pub fn on_call_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "on-call-title")
    }

    /// `到`
    pub fn on_call_to(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "on-call-to")
    }

    /// `第 {n} 位`
    pub fn on_call_who(self, n: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "on-call-who", &[("n", Arg::Text(n.as_ref()))])
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

    /// `解释清楚`
    pub fn outcome_explained(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "outcome-explained")
    }

    /// `部分解决`
    pub fn outcome_partly(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "outcome-partly")
    }

    /// `已解决`
    pub fn outcome_solved(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "outcome-solved")
    }

    /// `还可以`
    pub fn own_steps(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "own-steps")
    }

    /// `这一页开得太久了，刚才没有交上。写的都还在，请再交一次。`
    pub fn page_old(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "page-old")
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
        BUNDLES.format(self.0, "pager-shown", &[("n", Arg::Text(n.as_ref())), ("total", Arg::Text(total.as_ref()))])
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

    /// `拆成了这几件`
    pub fn parts_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "parts-title")
    }

    /// `分派员`
    pub fn pending_dispatcher(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "pending-dispatcher")
    }

    /// `承办人`
    pub fn pending_handler(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "pending-handler")
    }

    /// `{unit}负责人`
    pub fn pending_lead(self, unit: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "pending-lead", &[("unit", Arg::Text(unit.as_ref()))])
    }

    /// `{what}，等{who}，{when} 前`
    pub fn pending_line(self, what: impl AsRef<str>, who: impl AsRef<str>, when: impl AsRef<str>) -> String {
        BUNDLES.format(
            self.0,
            "pending-line",
            &[("what", Arg::Text(what.as_ref())), ("who", Arg::Text(who.as_ref())), ("when", Arg::Text(when.as_ref()))],
        )
    }

    /// `县级统筹`
    pub fn pending_organiser(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "pending-organiser")
    }

    /// `督办员`
    pub fn pending_supervisor(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "pending-supervisor")
    }

    /// `等人同意`
    pub fn pending_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "pending-title")
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

    /// `没有写明`
    pub fn place_unknown(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "place-unknown")
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

    /// `这件事就是反映这个单位的，不能派给它`
    pub fn problem_case_about_this_unit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-case-about_this_unit")
    }

    /// `已经到期，不能再停钟或延期`
    pub fn problem_case_already_due(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-case-already_due")
    }

    /// `已经是这样了`
    pub fn problem_case_already_so(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-case-already_so")
    }

    /// `这一次要换一个人来定`
    pub fn problem_case_another_must_decide(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-case-another_must_decide")
    }

    /// `要先在两天里联系三次`
    pub fn problem_case_attempts_missing(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-case-attempts_missing")
    }

    /// `这两件不能并：要都没办完，都公开或都密封`
    pub fn problem_case_cannot_merge(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-case-cannot_merge")
    }

    /// `今天已经催过，承办单位的负责人看到了`
    pub fn problem_case_chased_today(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-case-chased_today")
    }

    /// `反映人要求保密，只由热线转话`
    pub fn problem_case_confidential(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-case-confidential")
    }

    /// `提异议的时间过了`
    pub fn problem_case_contest_over(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-case-contest_over")
    }

    /// `只能提一次异议`
    pub fn problem_case_contested_once(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-case-contested_once")
    }

    /// `指定承办的事不能退`
    pub fn problem_case_designated(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-case-designated")
    }

    /// `还没到这一步`
    pub fn problem_case_designation_early(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-case-designation_early")
    }

    /// `已经派了三次，请督办员或县级统筹指定承办单位`
    pub fn problem_case_designation_needed(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-case-designation_needed")
    }

    /// `这件事的内容已经抹掉了`
    pub fn problem_case_erased(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-case-erased")
    }

    /// `延期不能超过原来的期限`
    pub fn problem_case_extension_too_long(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-case-extension_too_long")
    }

    /// `这件事还没有放行，不能派单`
    pub fn problem_case_held(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-case-held")
    }

    /// `没有说明看到的是哪一版`
    pub fn problem_case_if_match_required(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-case-if_match_required")
    }

    /// `这一类已经并入别的类了，请选接着它的那一类`
    pub fn problem_case_kind_closed(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-case-kind_closed")
    }

    /// `复杂事项的答复要负责人签发`
    pub fn problem_case_lead_must_sign(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-case-lead_must_sign")
    }

    /// `没有等着接的紧急联系，或者已经有人接下了`
    pub fn problem_case_no_alarm(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-case-no_alarm")
    }

    /// `没有找到这件事`
    pub fn problem_case_not_found(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-case-not_found")
    }

    /// `这件事不用放行，或者已经放行了`
    pub fn problem_case_not_held(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-case-not_held")
    }

    /// `这一步要别人同意`
    pub fn problem_case_not_your_word(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-case-not_your_word")
    }

    /// `现在没有提请`
    pub fn problem_case_nothing_proposed(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-case-nothing_proposed")
    }

    /// `还有一件提请等着处理`
    pub fn problem_case_proposal_waits(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-case-proposal_waits")
    }

    /// `退单时间过了，视为已经接单`
    pub fn problem_case_return_window_over(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-case-return_window_over")
    }

    /// `密封的事项只由承办单位办，不能请别的单位协办`
    pub fn problem_case_sealed_stays(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-case-sealed_stays")
    }

    /// `这件事刚刚有了变化`
    pub fn problem_case_stale(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-case-stale")
    }

    /// `这件事走到这里，不能做这一步`
    pub fn problem_case_step_refused(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-case-step_refused")
    }

    /// `第三次没解决，由督办员处理`
    pub fn problem_case_supervisor_must_decide(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-case-supervisor_must_decide")
    }

    /// `这件事已经由本单位的同事接下了`
    pub fn problem_case_taken(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-case-taken")
    }

    /// `延期次数用完了`
    pub fn problem_case_too_many_extensions(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-case-too_many_extensions")
    }

    /// `停钟次数用完了`
    pub fn problem_case_too_many_stops(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-case-too_many_stops")
    }

    /// `撤回派单只能由本人在十秒内做`
    pub fn problem_case_undo_over(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-case-undo_over")
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

    /// `这件事您已经申请过，或者正看得到`
    pub fn problem_leave_already(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-leave-already")
    }

    /// `没有这项授权`
    pub fn problem_leave_not_found(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-leave-not_found")
    }

    /// `这项授权已经定了或者过期了`
    pub fn problem_leave_over(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-leave-over")
    }

    /// `不能给自己授权`
    pub fn problem_leave_own(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-leave-own")
    }

    /// `这个链接用过了，或者过期了`
    pub fn problem_link_gone(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-link-gone")
    }

    /// `账本里没有这个位置`
    pub fn problem_log_not_found(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-log-not-found")
    }

    /// `之前没有别的版本在用，退不回去`
    pub fn problem_model_none_before(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-model-none_before")
    }

    /// `没有这一版模型`
    pub fn problem_model_not_found(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-model-not_found")
    }

    /// `模型文件现在读不了。请过一会儿再试，还不行请管理员看日志。`
    pub fn problem_model_unavailable(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-model-unavailable")
    }

    /// `这个地方已经有了`
    pub fn problem_places_already_there(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-places-already_there")
    }

    /// `没有这张凭证`
    pub fn problem_receipt_not_found(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-receipt-not-found")
    }

    /// `进度`
    pub fn progress(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "progress")
    }

    /// `给您的答复`
    pub fn proof_answer(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "proof-answer")
    }

    /// `打回登记的号码`
    pub fn proof_call_back(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "proof-call-back")
    }

    /// `请对方说出留下的号码，和上面对得上，挂断后打回去`
    pub fn proof_call_back_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "proof-call-back-hint")
    }

    /// `不计入统计的决定`
    pub fn proof_exclusion(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "proof-exclusion")
    }

    /// `内容已经抹掉，账本里只剩打不开的封条`
    pub fn proof_gone(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "proof-gone")
    }

    /// `每一步都封进公开账本，谁也改不掉、删不掉。把凭证存在手机里，以后可以自己核对。`
    pub fn proof_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "proof-hint")
    }

    /// `怎么核对`
    pub fn proof_how(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "proof-how")
    }

    /// `您反映的内容`
    pub fn proof_intake(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "proof-intake")
    }

    /// `账本的公钥：`
    pub fn proof_key(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "proof-key")
    }

    /// `看过证件`
    pub fn proof_papers_seen(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "proof-papers-seen")
    }

    /// `在窗口看过本人或代办人的证件`
    pub fn proof_papers_seen_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "proof-papers-seen-hint")
    }

    /// `核对凭证的二维码`
    pub fn proof_qr_alt(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "proof-qr-alt")
    }

    /// `您的评价`
    pub fn proof_rating(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "proof-rating")
    }

    /// `凭证文件里有一个账本代号。这件事公开的办理情况记在它名下，没有名字、没有日子；您可以去阳光公开的账本里找到它，工作人员看不到这个代号。`
    pub fn proof_ref(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "proof-ref")
    }

    /// `保存凭证`
    pub fn proof_save(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "proof-save")
    }

    /// `已封存，公开账本第 {n} 条`
    pub fn proof_sealed(self, n: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "proof-sealed", &[("n", Arg::Text(n.as_ref()))])
    }

    /// `扫这个码，可以核对账本里有没有这件事。`
    pub fn proof_slip(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "proof-slip")
    }

    /// `封存凭证`
    pub fn proof_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "proof-title")
    }

    /// `核对页（本网站“核对凭证”处可保存）的 SHA-256：`
    pub fn proof_tool(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "proof-tool")
    }

    /// `正在封存，过一两秒刷新就好`
    pub fn proof_waiting(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "proof-waiting")
    }

    /// `复杂事项答复`
    pub fn proposed_answer(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "proposed-answer")
    }

    /// `联系不上，先行答复`
    pub fn proposed_answer_silent(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "proposed-answer_silent")
    }

    /// `挂账`
    pub fn proposed_defer(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "proposed-defer")
    }

    /// `不计入统计`
    pub fn proposed_exclude(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "proposed-exclude")
    }

    /// `延期`
    pub fn proposed_extend(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "proposed-extend")
    }

    /// `标记为滥用`
    pub fn proposed_flag_abuse(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "proposed-flag_abuse")
    }

    /// `转送`
    pub fn proposed_refer(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "proposed-refer")
    }

    /// `转办给别的单位`
    pub fn proposed_transfer(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "proposed-transfer")
    }

    /// `解除密封`
    pub fn proposed_unseal(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "proposed-unseal")
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

    /// `等派 {n} 件`
    pub fn queue_title_many(self, n: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "queue-title-many", &[("n", Arg::Text(n.as_ref()))])
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

    /// `选“没解决”或“不满意”，这件事会自动重新办。第二次还没解决，换一个人来办。`
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

    /// `保密，由热线转话`
    pub fn reach_confidential(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "reach-confidential")
    }

    /// `发邮件`
    pub fn reach_email(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "reach-email")
    }

    /// `怎么联系`
    pub fn reach_label(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "reach-label")
    }

    /// `留了联系方式，派下去以后由承办人联系`
    pub fn reach_left(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "reach-left")
    }

    /// `邮箱 {mail}`
    pub fn reach_mail_masked(self, mail: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "reach-mail-masked", &[("mail", Arg::Text(mail.as_ref()))])
    }

    /// `没有留联系方式，凭查询码来看`
    pub fn reach_nobody(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "reach-nobody")
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

    /// `电话 {phone}`
    pub fn reach_phone_masked(self, phone: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "reach-phone-masked", &[("phone", Arg::Text(phone.as_ref()))])
    }

    /// `{clock}：{from} → {to}`
    pub fn recalculated_clock(self, clock: impl AsRef<str>, from: impl AsRef<str>, to: impl AsRef<str>) -> String {
        BUNDLES.format(
            self.0,
            "recalculated-clock",
            &[("clock", Arg::Text(clock.as_ref())), ("from", Arg::Text(from.as_ref())), ("to", Arg::Text(to.as_ref()))],
        )
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

    /// `正在仲裁`
    pub fn refusal_reason_arbitration(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "refusal-reason-arbitration")
    }

    /// `法院正在审理或已判决`
    pub fn refusal_reason_court(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "refusal-reason-court")
    }

    /// `没有可办的内容`
    pub fn refusal_reason_no_content(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "refusal-reason-no_content")
    }

    /// `信访程序正在进行`
    pub fn refusal_reason_petition(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "refusal-reason-petition")
    }

    /// `涉及他人隐私或商业秘密`
    pub fn refusal_reason_privacy(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "refusal-reason-privacy")
    }

    /// `正在行政复议`
    pub fn refusal_reason_review(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "refusal-reason-review")
    }

    /// `涉及国家秘密`
    pub fn refusal_reason_secret(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "refusal-reason-secret")
    }

    /// `居民丢了查询码，先弄清是不是本人，再补发。旧码马上作废。`
    pub fn reissue_lead(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "reissue-lead")
    }

    /// `没有找到这件事，请核对编号`
    pub fn reissue_no_case(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "reissue-no-case")
    }

    /// `备注`
    pub fn reissue_note(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "reissue-note")
    }

    /// `比如几点打回去的、看的什么证件，不抄证件号码`
    pub fn reissue_note_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "reissue-note-hint")
    }

    /// `这件事的编号`
    pub fn reissue_number(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "reissue-number")
    }

    /// `新码只显示一次，请当场打印或念给本人抄下。`
    pub fn reissue_once(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "reissue-once")
    }

    /// `找到这件事`
    pub fn reissue_open(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "reissue-open")
    }

    /// `怎么弄清是本人`
    pub fn reissue_proof(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "reissue-proof")
    }

    /// `收到`
    pub fn reissue_received(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "reissue-received")
    }

    /// `补发，给出新码`
    pub fn reissue_submit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "reissue-submit")
    }

    /// `补发查询码`
    pub fn reissue_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "reissue-title")
    }

    /// `放行`
    pub fn release(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "release")
    }

    /// `同一个来源交来太多，先放着。看过没有问题就放行，才能派单。`
    pub fn release_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "release-hint")
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

    /// `办理结果：{result}`
    pub fn result_line(self, result: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "result-line", &[("result", Arg::Text(result.as_ref()))])
    }

    /// `重新办理`
    pub fn resume(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "resume")
    }

    /// `第二次没解决，要换一个人来办`
    pub fn resume_another(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "resume-another")
    }

    /// `群众说没解决。先看评价，再从头办`
    pub fn resume_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "resume-hint")
    }

    /// `没有别的承办人可交，请找管理员开通账号。`
    pub fn resume_nobody(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "resume-nobody")
    }

    /// `交给谁办`
    pub fn resume_who(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "resume-who")
    }

    /// `重复事项`
    pub fn return_reason_duplicate(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "return-reason-duplicate")
    }

    /// `缺少地点`
    pub fn return_reason_missing_place(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "return-reason-missing_place")
    }

    /// `需要几家一起办`
    pub fn return_reason_needs_joint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "return-reason-needs_joint")
    }

    /// `不是本级职责`
    pub fn return_reason_wrong_level(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "return-reason-wrong_level")
    }

    /// `不是本单位职责`
    pub fn return_reason_wrong_unit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "return-reason-wrong_unit")
    }

    /// `只给您看这一次。谁看的、哪天看的、为什么看，反映人查得到。`
    pub fn reveal_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "reveal-hint")
    }

    /// `只显示这一次，已经记下。`
    pub fn reveal_once(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "reveal-once")
    }

    /// `看这一项`
    pub fn reveal_submit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "reveal-submit")
    }

    /// `看联系方式`
    pub fn reveal_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "reveal-title")
    }

    /// `看哪一项`
    pub fn reveal_what(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "reveal-what")
    }

    /// `为什么要看`
    pub fn reveal_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "reveal-why")
    }

    /// `抽几件`
    pub fn sample_count(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "sample-count")
    }

    /// `抽一批给人查`
    pub fn sample_draw(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "sample-draw")
    }

    /// `从办结的事项里随机抽，保密的不抽。评估员看不到内容和联系方式，审计员看得到内容，每看一件都留痕。`
    pub fn sample_draw_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "sample-draw-hint")
    }

    /// `抽取`
    pub fn sample_draw_submit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "sample-draw-submit")
    }

    /// `{who}抽取，{when}`
    pub fn sample_drawn_by(self, who: impl AsRef<str>, when: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "sample-drawn-by", &[("who", Arg::Text(who.as_ref())), ("when", Arg::Text(when.as_ref()))])
    }

    /// `抽好了。`
    pub fn sample_drawn_done(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "sample-drawn-done")
    }

    /// `哪个月收到的`
    pub fn sample_month(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "sample-month")
    }

    /// `{n} 件`
    pub fn sample_of(self, n: impl Borrow<u64>) -> String {
        BUNDLES.format(self.0, "sample-of", &[("n", Arg::Count(*n.borrow()))])
    }

    /// `给谁查`
    pub fn sample_reader(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "sample-reader")
    }

    /// `抽查`
    pub fn samples_list(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "samples-list")
    }

    /// `没有抽查`
    pub fn samples_none(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "samples-none")
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

    /// `涉及干部或单位`
    pub fn seal_reason_about_cadre(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "seal-reason-about_cadre")
    }

    /// `涉及家庭暴力`
    pub fn seal_reason_domestic_violence(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "seal-reason-domestic_violence")
    }

    /// `涉及未成年人`
    pub fn seal_reason_minor(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "seal-reason-minor")
    }

    /// `密封`
    pub fn sealed_mark(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "sealed-mark")
    }

    /// `电子邮箱`
    pub fn seen_email(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "seen-email")
    }

    /// `称呼`
    pub fn seen_name(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "seen-name")
    }

    /// `电话`
    pub fn seen_phone(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "seen-phone")
    }

    /// `反映的内容`
    pub fn seen_text(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "seen-text")
    }

    /// `相隔 {days} 天`
    pub fn similar_days(self, days: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "similar-days", &[("days", Arg::Text(days.as_ref()))])
    }

    /// `别处`
    pub fn similar_elsewhere(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "similar-elsewhere")
    }

    /// `同一社区`
    pub fn similar_here(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "similar-here")
    }

    /// `并入`
    pub fn similar_join(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "similar-join")
    }

    /// `把这件并入 {number}`
    pub fn similar_join_long(self, number: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "similar-join-long", &[("number", Arg::Text(number.as_ref()))])
    }

    /// `同一天`
    pub fn similar_same_day(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "similar-same-day")
    }

    /// `相似的事`
    pub fn similar_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "similar-title")
    }

    /// `扫一扫，或者在“查进度”里填编号和查询码`
    pub fn slip_how(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "slip-how")
    }

    /// `这一页关掉就再也看不到新码。查询码不要给别人看。`
    pub fn slip_keep(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "slip-keep")
    }

    /// `{when} 补发，旧码作废`
    pub fn slip_made(self, when: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "slip-made", &[("when", Arg::Text(when.as_ref()))])
    }

    /// `补发下一件`
    pub fn slip_next(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "slip-next")
    }

    /// `新的查询码`
    pub fn slip_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "slip-title")
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

    /// `别一个人扛。现在就打，有人听您说`
    pub fn sos_human(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "sos-human")
    }

    /// `心理援助`
    pub fn sos_mind(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "sos-mind")
    }

    /// `警察`
    pub fn sos_police(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "sos-police")
    }

    /// `交通事故`
    pub fn sos_traffic(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "sos-traffic")
    }

    /// `已接单`
    pub fn staff_state_accepted(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "staff-state-accepted")
    }

    /// `已答复`
    pub fn staff_state_answered(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "staff-state-answered")
    }

    /// `已归档`
    pub fn staff_state_archived(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "staff-state-archived")
    }

    /// `等群众回话`
    pub fn staff_state_awaiting_resident(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "staff-state-awaiting_resident")
    }

    /// `已办结`
    pub fn staff_state_closed(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "staff-state-closed")
    }

    /// `挂账`
    pub fn staff_state_deferred(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "staff-state-deferred")
    }

    /// `待接单`
    pub fn staff_state_dispatched(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "staff-state-dispatched")
    }

    /// `等评价`
    pub fn staff_state_feedback_pending(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "staff-state-feedback_pending")
    }

    /// `办理中`
    pub fn staff_state_in_progress(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "staff-state-in_progress")
    }

    /// `并单办理`
    pub fn staff_state_merged(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "staff-state-merged")
    }

    /// `不予受理`
    pub fn staff_state_not_accepted(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "staff-state-not_accepted")
    }

    /// `已评价`
    pub fn staff_state_rated(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "staff-state-rated")
    }

    /// `已转送`
    pub fn staff_state_referred(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "staff-state-referred")
    }

    /// `没解决，待重派`
    pub fn staff_state_reopened(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "staff-state-reopened")
    }

    /// `重新办理`
    pub fn staff_state_resumed(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "staff-state-resumed")
    }

    /// `退回，待重派`
    pub fn staff_state_returned(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "staff-state-returned")
    }

    /// `已拆单`
    pub fn staff_state_split(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "staff-state-split")
    }

    /// `收到`
    pub fn staff_state_submitted(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "staff-state-submitted")
    }

    /// `待联系`
    pub fn staff_state_to_contact(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "staff-state-to_contact")
    }

    /// `待派单`
    pub fn staff_state_triage(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "staff-state-triage")
    }

    /// `已撤回`
    pub fn staff_state_withdrawn(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "staff-state-withdrawn")
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

    /// `同意`
    pub fn step_agree(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-agree")
    }

    /// `您同意以后，这一步就生效，或者交给下一位`
    pub fn step_agree_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-agree-hint")
    }

    /// `当场答复`
    pub fn step_answer_at_once(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-answer-at-once")
    }

    /// `不用派单就能答的，在这里答`
    pub fn step_answer_at_once_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-answer-at-once-hint")
    }

    /// `请群众补充`
    pub fn step_ask(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-ask")
    }

    /// `申请延期`
    pub fn step_ask_extension(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-ask-extension")
    }

    /// `到期以前提，不超过原来的期限，最多两次；群众看得到原因`
    pub fn step_ask_extension_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-ask-extension-hint")
    }

    /// `提问以后答复期限停下来，最多两次，每次五个工作日`
    pub fn step_ask_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-ask-hint")
    }

    /// `请别的单位协办`
    pub fn step_assist(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-assist")
    }

    /// `对方只看得到类别、地点和您写的这段话，看不到反映的内容和联系方式。别写姓名和电话`
    pub fn step_assist_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-assist-hint")
    }

    /// `核实后办结`
    pub fn step_close_disputed(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-close-disputed")
    }

    /// `第三次答复核实无误、群众仍不认可；按未解决统计，告知信访和复议途径`
    pub fn step_close_disputed_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-close-disputed-hint")
    }

    /// `更正联系方式`
    pub fn step_correct_contact(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-correct-contact")
    }

    /// `原来的记录留在底账里`
    pub fn step_correct_contact_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-correct-contact-hint")
    }

    /// `更正地点`
    pub fn step_correct_place(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-correct-place")
    }

    /// `原来的记录留在底账里`
    pub fn step_correct_place_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-correct-place-hint")
    }

    /// `指定承办`
    pub fn step_designate(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-designate")
    }

    /// `几家都退过，由您指定，不能再退`
    pub fn step_designate_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-designate-hint")
    }

    /// `结束协办`
    pub fn step_end_assist(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-end-assist")
    }

    /// `对方不再看得到这件事`
    pub fn step_end_assist_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-end-assist-hint")
    }

    /// `恢复办理`
    pub fn step_go_on(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-go-on")
    }

    /// `等的条件到了，接着办`
    pub fn step_go_on_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-go-on-hint")
    }

    /// `对方已签收`
    pub fn step_handed_over(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-handed-over")
    }

    /// `记下回执，这件事就办结`
    pub fn step_handed_over_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-handed-over-hint")
    }

    /// `并入另一件`
    pub fn step_merge(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-merge")
    }

    /// `同一件事一起办，各有各的答复和评价`
    pub fn step_merge_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-merge-hint")
    }

    /// `把别的并进来`
    pub fn step_merge_in(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-merge-in")
    }

    /// `填编号，可以一次并多件`
    pub fn step_merge_in_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-merge-in-hint")
    }

    /// `不予受理`
    pub fn step_not_accept(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-not-accept")
    }

    /// `只限清单里的原因，并告诉群众该去哪里；群众可以提一次异议`
    pub fn step_not_accept_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-not-accept-hint")
    }

    /// `提请标记为滥用`
    pub fn step_propose_abuse(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-propose-abuse")
    }

    /// `要督办员同意，三十天有效，可以申诉，不影响紧急情况`
    pub fn step_propose_abuse_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-propose-abuse-hint")
    }

    /// `提请挂账`
    pub fn step_propose_deferral(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-propose-deferral")
    }

    /// `历史遗留、没有政策、没有经费的，最长九十天后复核；按未解决算`
    pub fn step_propose_deferral_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-propose-deferral-hint")
    }

    /// `提请不计入统计`
    pub fn step_propose_exclusion(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-propose-exclusion")
    }

    /// `要两位督办员同意，都不能是本单位的人；群众看得到`
    pub fn step_propose_exclusion_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-propose-exclusion-hint")
    }

    /// `提请转送`
    pub fn step_propose_referral(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-propose-referral")
    }

    /// `应当由别的机关处理的`
    pub fn step_propose_referral_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-propose-referral-hint")
    }

    /// `联系不上，提请先行答复`
    pub fn step_propose_silent(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-propose-silent")
    }

    /// `两天里联系过三次以后才能提`
    pub fn step_propose_silent_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-propose-silent-hint")
    }

    /// `提请转办`
    pub fn step_propose_transfer(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-propose-transfer")
    }

    /// `要对方单位的负责人同意`
    pub fn step_propose_transfer_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-propose-transfer-hint")
    }

    /// `提请解除密封`
    pub fn step_propose_unseal(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-propose-unseal")
    }

    /// `要督办员和县级统筹两人同意`
    pub fn step_propose_unseal_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-propose-unseal-hint")
    }

    /// `改派`
    pub fn step_reassign(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-reassign")
    }

    /// `交给本单位另一位承办人，群众会看到新的名字`
    pub fn step_reassign_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-reassign-hint")
    }

    /// `撤回答复`
    pub fn step_recall_answer(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-recall-answer")
    }

    /// `答复有误，评价以前可以撤回，算一次重新办理`
    pub fn step_recall_answer_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-recall-answer-hint")
    }

    /// `改分类`
    pub fn step_reclassify(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-reclassify")
    }

    /// `群众看得到原因，可以提一次异议`
    pub fn step_reclassify_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-reclassify-hint")
    }

    /// `不同意`
    pub fn step_refuse_proposal(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-refuse-proposal")
    }

    /// `写明原因，提请的人会看到`
    pub fn step_refuse_proposal_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-refuse-proposal-hint")
    }

    /// `退单`
    pub fn step_return(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-return")
    }

    /// `要写明法定依据；过了时间视为已经接单`
    pub fn step_return_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-return-hint")
    }

    /// `密封`
    pub fn step_seal(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-seal")
    }

    /// `只有办理的人能看；涉及的单位永远看不到`
    pub fn step_seal_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-seal-hint")
    }

    /// `拆单`
    pub fn step_split(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-split")
    }

    /// `几件事写在一起的，拆成二到四件，收到的时间不变`
    pub fn step_split_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-split-hint")
    }

    /// `收回我的提请`
    pub fn step_take_back_proposal(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-take-back-proposal")
    }

    /// `还没办成，可以收回`
    pub fn step_take_back_proposal_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-take-back-proposal-hint")
    }

    /// `撤回派单`
    pub fn step_undo_dispatch(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-undo-dispatch")
    }

    /// `派错了，十秒内可以撤回，不算退单`
    pub fn step_undo_dispatch_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-undo-dispatch-hint")
    }

    /// `退出并单`
    pub fn step_unmerge(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-unmerge")
    }

    /// `单独办理`
    pub fn step_unmerge_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "step-unmerge-hint")
    }

    /// `可以做的`
    pub fn steps(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "steps")
    }

    /// `每一步都会记下来，群众看得到经过`
    pub fn steps_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "steps-hint")
    }

    /// `并入一件同样的事`
    pub fn story_absorbed(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "story-absorbed")
    }

    /// `标记为滥用，到 {when}`
    pub fn story_abuse(self, when: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-abuse", &[("when", Arg::Text(when.as_ref()))])
    }

    /// `{who}接单`
    pub fn story_accepted(self, who: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-accepted", &[("who", Arg::Text(who.as_ref()))])
    }

    /// `{who}同意`
    pub fn story_agreed(self, who: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-agreed", &[("who", Arg::Text(who.as_ref()))])
    }

    /// `{who}接下了紧急联系`
    pub fn story_alarm_answered(self, who: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-alarm-answered", &[("who", Arg::Text(who.as_ref()))])
    }

    /// `话里可能有伤害自己的意思，已叫值班的人`
    pub fn story_alarmed(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "story-alarmed")
    }

    /// `{who}答复：{result}`
    pub fn story_answered(self, who: impl AsRef<str>, result: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-answered", &[("who", Arg::Text(who.as_ref())), ("result", Arg::Text(result.as_ref()))])
    }

    /// `归档，只留统计`
    pub fn story_archived(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "story-archived")
    }

    /// `{who}请群众补充，停钟到 {when}`
    pub fn story_asked(self, who: impl AsRef<str>, when: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-asked", &[("who", Arg::Text(who.as_ref())), ("when", Arg::Text(when.as_ref()))])
    }

    /// `{who}请{unit}协办`
    pub fn story_assist_asked(self, who: impl AsRef<str>, unit: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-assist-asked", &[("who", Arg::Text(who.as_ref())), ("unit", Arg::Text(unit.as_ref()))])
    }

    /// `{who}结束{unit}的协办`
    pub fn story_assist_ended(self, who: impl AsRef<str>, unit: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-assist-ended", &[("who", Arg::Text(who.as_ref())), ("unit", Arg::Text(unit.as_ref()))])
    }

    /// `{unit}的{who}报告协办情况`
    pub fn story_assist_reported(self, unit: impl AsRef<str>, who: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-assist-reported", &[("unit", Arg::Text(unit.as_ref())), ("who", Arg::Text(who.as_ref()))])
    }

    /// `{who}当场答复：{result}`
    pub fn story_at_once(self, who: impl AsRef<str>, result: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-at-once", &[("who", Arg::Text(who.as_ref())), ("result", Arg::Text(result.as_ref()))])
    }

    /// `{who}没联系上反映人`
    pub fn story_attempt(self, who: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-attempt", &[("who", Arg::Text(who.as_ref()))])
    }

    /// `{who}打通了电话`
    pub fn story_call(self, who: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-call", &[("who", Arg::Text(who.as_ref()))])
    }

    /// `{who}打通了电话，{time}`
    pub fn story_call_secs(self, who: impl AsRef<str>, time: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-call-secs", &[("who", Arg::Text(who.as_ref())), ("time", Arg::Text(time.as_ref()))])
    }

    /// `群众催办`
    pub fn story_chased(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "story-chased")
    }

    /// `群众对分类有异议，换人决定`
    pub fn story_class_contested(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "story-class-contested")
    }

    /// `办结，群众认可`
    pub fn story_closed(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "story-closed")
    }

    /// `办结：对方已签收`
    pub fn story_closed_handed_over(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "story-closed-handed-over")
    }

    /// `办结：不予受理，没有异议`
    pub fn story_closed_not_contested(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "story-closed-not-contested")
    }

    /// `办结：拆出的事项都办结了`
    pub fn story_closed_parts(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "story-closed-parts")
    }

    /// `办结，评价时间过了，群众没有评`
    pub fn story_closed_window(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "story-closed-window")
    }

    /// `办结：群众撤回`
    pub fn story_closed_withdrawn(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "story-closed-withdrawn")
    }

    /// `{who}恢复办理：条件已具备`
    pub fn story_condition(self, who: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-condition", &[("who", Arg::Text(who.as_ref()))])
    }

    /// `{who}更正了联系方式`
    pub fn story_contact_corrected(self, who: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-contact-corrected", &[("who", Arg::Text(who.as_ref()))])
    }

    /// `群众对不予受理有异议，换人复核`
    pub fn story_contested(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "story-contested")
    }

    /// `挂账：{reason}，{when} 复核`
    pub fn story_deferred(self, reason: impl AsRef<str>, when: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-deferred", &[("reason", Arg::Text(reason.as_ref())), ("when", Arg::Text(when.as_ref()))])
    }

    /// `{who}指定{unit}承办`
    pub fn story_designated(self, who: impl AsRef<str>, unit: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-designated", &[("who", Arg::Text(who.as_ref())), ("unit", Arg::Text(unit.as_ref()))])
    }

    /// `{who}撤回了派单`
    pub fn story_dispatch_undone(self, who: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-dispatch-undone", &[("who", Arg::Text(who.as_ref()))])
    }

    /// `{who}派到{unit}`
    pub fn story_dispatched(self, who: impl AsRef<str>, unit: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-dispatched", &[("who", Arg::Text(who.as_ref())), ("unit", Arg::Text(unit.as_ref()))])
    }

    /// `程序自动派到 {unit}`
    pub fn story_dispatched_automatic(self, unit: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-dispatched-automatic", &[("unit", Arg::Text(unit.as_ref()))])
    }

    /// `督办员核实后办结，群众不认可，按未解决统计`
    pub fn story_disputed(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "story-disputed")
    }

    /// `内容按本人的要求抹掉了`
    pub fn story_erased(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "story-erased")
    }

    /// `两人同意，不计入统计：{reason}`
    pub fn story_excluded(self, reason: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-excluded", &[("reason", Arg::Text(reason.as_ref()))])
    }

    /// `同意延期，答复期限共 {limit}`
    pub fn story_extended(self, limit: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-extended", &[("limit", Arg::Text(limit.as_ref()))])
    }

    /// `请群众评价，{when} 前`
    pub fn story_feedback(self, when: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-feedback", &[("when", Arg::Text(when.as_ref()))])
    }

    /// `一件并入的事退出`
    pub fn story_let_go(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "story-let-go")
    }

    /// `并入同一件事一起办`
    pub fn story_merged(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "story-merged")
    }

    /// `{who}不予受理：{reason}，可以去{door}`
    pub fn story_not_accepted(self, who: impl AsRef<str>, reason: impl AsRef<str>, door: impl AsRef<str>) -> String {
        BUNDLES.format(
            self.0,
            "story-not-accepted",
            &[("who", Arg::Text(who.as_ref())), ("reason", Arg::Text(reason.as_ref())), ("door", Arg::Text(door.as_ref()))],
        )
    }

    /// `{who}记了一笔，内部看`
    pub fn story_note(self, who: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-note", &[("who", Arg::Text(who.as_ref()))])
    }

    /// `{who}记了一笔，群众也看`
    pub fn story_note_shown(self, who: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-note-shown", &[("who", Arg::Text(who.as_ref()))])
    }

    /// `{who}更正了地点`
    pub fn story_place_corrected(self, who: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-place-corrected", &[("who", Arg::Text(who.as_ref()))])
    }

    /// `{who}发出办理方案，开始办理`
    pub fn story_planned(self, who: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-planned", &[("who", Arg::Text(who.as_ref()))])
    }

    /// `平台`
    pub fn story_platform(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "story-platform")
    }

    /// `{who}在网上留了言`
    pub fn story_posted(self, who: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-posted", &[("who", Arg::Text(who.as_ref()))])
    }

    /// `{who}收回了提请`
    pub fn story_proposal_back(self, who: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-proposal-back", &[("who", Arg::Text(who.as_ref()))])
    }

    /// `提请过期，没有办成`
    pub fn story_proposal_lapsed(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "story-proposal-lapsed")
    }

    /// `{who}不同意`
    pub fn story_proposal_refused(self, who: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-proposal-refused", &[("who", Arg::Text(who.as_ref()))])
    }

    /// `{who}提请：{what}`
    pub fn story_proposed(self, who: impl AsRef<str>, what: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-proposed", &[("who", Arg::Text(who.as_ref())), ("what", Arg::Text(what.as_ref()))])
    }

    /// `群众评价：{verdict}`
    pub fn story_rated(self, verdict: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-rated", &[("verdict", Arg::Text(verdict.as_ref()))])
    }

    /// `{who}改交{handler}办理`
    pub fn story_reassigned(self, who: impl AsRef<str>, handler: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-reassigned", &[("who", Arg::Text(who.as_ref())), ("handler", Arg::Text(handler.as_ref()))])
    }

    /// `放假安排有新公布，期限重新算过`
    pub fn story_recalculated(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "story-recalculated")
    }

    /// `放假安排有新公布，期限核定了，日子没变`
    pub fn story_recalculated_firm(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "story-recalculated-firm")
    }

    /// `{who}撤回了答复`
    pub fn story_recalled(self, who: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-recalled", &[("who", Arg::Text(who.as_ref()))])
    }

    /// `{who}改分类：{kind}`
    pub fn story_reclassified(self, who: impl AsRef<str>, kind: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-reclassified", &[("who", Arg::Text(who.as_ref())), ("kind", Arg::Text(kind.as_ref()))])
    }

    /// `转送{door}`
    pub fn story_referred(self, door: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-referred", &[("door", Arg::Text(door.as_ref()))])
    }

    /// `{who}补发了查询码：{how}`
    pub fn story_reissued(self, who: impl AsRef<str>, how: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-reissued", &[("who", Arg::Text(who.as_ref())), ("how", Arg::Text(how.as_ref()))])
    }

    /// `{who}放行`
    pub fn story_released(self, who: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-released", &[("who", Arg::Text(who.as_ref()))])
    }

    /// `群众说没解决，自动重新办`
    pub fn story_reopened(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "story-reopened")
    }

    /// `群众要求重新办`
    pub fn story_reopened_asked(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "story-reopened-asked")
    }

    /// `{who}回了信息`
    pub fn story_reply(self, who: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-reply", &[("who", Arg::Text(who.as_ref()))])
    }

    /// `{who}交给{handler}重新办`
    pub fn story_resumed(self, who: impl AsRef<str>, handler: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-resumed", &[("who", Arg::Text(who.as_ref())), ("handler", Arg::Text(handler.as_ref()))])
    }

    /// `{who}退单：{reason}`
    pub fn story_returned(self, who: impl AsRef<str>, reason: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-returned", &[("who", Arg::Text(who.as_ref())), ("reason", Arg::Text(reason.as_ref()))])
    }

    /// `复核日期到了，恢复办理`
    pub fn story_review(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "story-review")
    }

    /// `{who}密封：{reason}`
    pub fn story_sealed(self, who: impl AsRef<str>, reason: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-sealed", &[("who", Arg::Text(who.as_ref())), ("reason", Arg::Text(reason.as_ref()))])
    }

    /// `几次联系不上，先行答复`
    pub fn story_silent(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "story-silent")
    }

    /// `{who}拆成 {n} 件分别办`
    pub fn story_split(self, who: impl AsRef<str>, n: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-split", &[("who", Arg::Text(who.as_ref())), ("n", Arg::Text(n.as_ref()))])
    }

    /// `{who}开始办理`
    pub fn story_started(self, who: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-started", &[("who", Arg::Text(who.as_ref()))])
    }

    /// `停钟到期，继续计时`
    pub fn story_stop_over(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "story-stop-over")
    }

    /// `收到，{channel}`
    pub fn story_submitted(self, channel: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-submitted", &[("channel", Arg::Text(channel.as_ref()))])
    }

    /// `群众补充了情况`
    pub fn story_supplemented(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "story-supplemented")
    }

    /// `双方负责人同意，转由{unit}办理`
    pub fn story_transferred(self, unit: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-transferred", &[("unit", Arg::Text(unit.as_ref()))])
    }

    /// `自动分类`
    pub fn story_triaged(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "story-triaged")
    }

    /// `自动分类：{kind}`
    pub fn story_triaged_as(self, kind: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-triaged-as", &[("kind", Arg::Text(kind.as_ref()))])
    }

    /// `撤销并单，单独办理`
    pub fn story_unmerged(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "story-unmerged")
    }

    /// `两人同意，解除密封`
    pub fn story_unsealed(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "story-unsealed")
    }

    /// `{who}上门见到了反映人`
    pub fn story_visit(self, who: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-visit", &[("who", Arg::Text(who.as_ref()))])
    }

    /// `随并单一起答复：{result}`
    pub fn story_with_parent(self, result: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "story-with-parent", &[("result", Arg::Text(result.as_ref()))])
    }

    /// `群众撤回`
    pub fn story_withdrawn(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "story-withdrawn")
    }

    /// `群众撤回，并说受到了压力`
    pub fn story_withdrawn_pressed(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "story-withdrawn-pressed")
    }

    /// `最晚`
    pub fn strip_latest(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "strip-latest")
    }

    /// `{what}：{limit}，从第二天数起。`
    pub fn strip_rule(self, what: impl AsRef<str>, limit: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "strip-rule", &[("what", Arg::Text(what.as_ref())), ("limit", Arg::Text(limit.as_ref()))])
    }

    /// `重新办：{limit}，从第二天数起。`
    pub fn strip_rule_again(self, limit: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "strip-rule-again", &[("limit", Arg::Text(limit.as_ref()))])
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

    /// `把握高`
    pub fn sure_high(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "sure-high")
    }

    /// `把握低`
    pub fn sure_low(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "sure-low")
    }

    /// `把握中`
    pub fn sure_medium(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "sure-medium")
    }

    /// `不确定`
    pub fn sure_none(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "sure-none")
    }

    /// `先联系上反映人`
    pub fn tab_new_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "tab-new-hint")
    }

    /// `第 {n} 次没解决`
    pub fn tag_again(self, n: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "tag-again", &[("n", Arg::Text(n.as_ref()))])
    }

    /// `没解决`
    pub fn tag_reopened(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "tag-reopened")
    }

    /// `退回`
    pub fn tag_returned(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "tag-returned")
    }

    /// `这件事已经由本单位的{name}接下了`
    pub fn taken_by(self, name: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "taken-by", &[("name", Arg::Text(name.as_ref()))])
    }

    /// `催了，承办单位的负责人看得到。`
    pub fn thanks_chase(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "thanks-chase")
    }

    /// `收到您的异议，换一个人来看。`
    pub fn thanks_contest(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "thanks-contest")
    }

    /// `评价收到了，谢谢您。`
    pub fn thanks_rating(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "thanks-rating")
    }

    /// `评价收到了。没解决，这件事重新办。`
    pub fn thanks_rating_again(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "thanks-rating-again")
    }

    /// `收到了，这件事重新办。`
    pub fn thanks_reopen(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "thanks-reopen")
    }

    /// `补充的情况收到了。`
    pub fn thanks_supplement(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "thanks-supplement")
    }

    /// `已经撤回。`
    pub fn thanks_withdraw(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "thanks-withdraw")
    }

    /// `办理经过`
    pub fn timeline_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "timeline-title")
    }

    /// `被标记为滥用，到 {when}。可以向监督电话申诉`
    pub fn told_abuse(self, when: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "told-abuse", &[("when", Arg::Text(when.as_ref()))])
    }

    /// `{who}接下了这件事`
    pub fn told_accepted(self, who: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "told-accepted", &[("who", Arg::Text(who.as_ref()))])
    }

    /// `{unit}答复了您`
    pub fn told_answered(self, unit: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "told-answered", &[("unit", Arg::Text(unit.as_ref()))])
    }

    /// `归档，只留统计数字`
    pub fn told_archived(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "told-archived")
    }

    /// `{who}请您补充情况`
    pub fn told_asked(self, who: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "told-asked", &[("who", Arg::Text(who.as_ref()))])
    }

    /// `请了{unit}一起办`
    pub fn told_assist_asked(self, unit: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "told-assist-asked", &[("unit", Arg::Text(unit.as_ref()))])
    }

    /// `{who}没联系上您`
    pub fn told_attempt(self, who: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "told-attempt", &[("who", Arg::Text(who.as_ref()))])
    }

    /// `{who}打电话联系了您`
    pub fn told_call(self, who: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "told-call", &[("who", Arg::Text(who.as_ref()))])
    }

    /// `您催办了`
    pub fn told_chased(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "told-chased")
    }

    /// `您对分类有异议，换人决定`
    pub fn told_class_contested(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "told-class-contested")
    }

    /// `办结`
    pub fn told_closed(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "told-closed")
    }

    /// `对方已经签收，办结`
    pub fn told_closed_handed_over(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "told-closed-handed-over")
    }

    /// `不予受理，办结`
    pub fn told_closed_not_contested(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "told-closed-not-contested")
    }

    /// `拆开的几件都办结了`
    pub fn told_closed_parts(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "told-closed-parts")
    }

    /// `评价的日子过了，先办结`
    pub fn told_closed_window(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "told-closed-window")
    }

    /// `按您的意思撤回，办结`
    pub fn told_closed_withdrawn(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "told-closed-withdrawn")
    }

    /// `更正了联系方式`
    pub fn told_contact_corrected(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "told-contact-corrected")
    }

    /// `您提出了异议，换人复核`
    pub fn told_contested(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "told-contested")
    }

    /// `现在办不了，先挂账：{reason}，{when} 再看`
    pub fn told_deferred(self, reason: impl AsRef<str>, when: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "told-deferred", &[("reason", Arg::Text(reason.as_ref())), ("when", Arg::Text(when.as_ref()))])
    }

    /// `指定由{unit}承办，不能再退`
    pub fn told_designated(self, unit: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "told-designated", &[("unit", Arg::Text(unit.as_ref()))])
    }

    /// `刚才派错了，重新派`
    pub fn told_dispatch_undone(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "told-dispatch-undone")
    }

    /// `派给了{unit}`
    pub fn told_dispatched(self, unit: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "told-dispatched", &[("unit", Arg::Text(unit.as_ref()))])
    }

    /// `程序自动派给{unit}，派错了会由工作人员重新派`
    pub fn told_dispatched_automatic(self, unit: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "told-dispatched-automatic", &[("unit", Arg::Text(unit.as_ref()))])
    }

    /// `督办员核实过答复，您不认可，按“没解决”统计`
    pub fn told_disputed(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "told-disputed")
    }

    /// `内容按您的要求抹掉了`
    pub fn told_erased(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "told-erased")
    }

    /// `这件事不计入统计：{reason}`
    pub fn told_excluded(self, reason: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "told-excluded", &[("reason", Arg::Text(reason.as_ref()))])
    }

    /// `经同意延期`
    pub fn told_extended(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "told-extended")
    }

    /// `和同一件事一起办，结果分别告诉您`
    pub fn told_merged(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "told-merged")
    }

    /// `不能受理：{reason}。可以去{door}`
    pub fn told_not_accepted(self, reason: impl AsRef<str>, door: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "told-not-accepted", &[("reason", Arg::Text(reason.as_ref())), ("door", Arg::Text(door.as_ref()))])
    }

    /// `{who}说明了情况`
    pub fn told_note(self, who: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "told-note", &[("who", Arg::Text(who.as_ref()))])
    }

    /// `更正了地点`
    pub fn told_place_corrected(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "told-place-corrected")
    }

    /// `{who}定了办理方案`
    pub fn told_planned(self, who: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "told-planned", &[("who", Arg::Text(who.as_ref()))])
    }

    /// `您评了：{verdict}`
    pub fn told_rated(self, verdict: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "told-rated", &[("verdict", Arg::Text(verdict.as_ref()))])
    }

    /// `改由{who}负责`
    pub fn told_reassigned(self, who: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "told-reassigned", &[("who", Arg::Text(who.as_ref()))])
    }

    /// `放假安排有新公布，期限重新算过`
    pub fn told_recalculated(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "told-recalculated")
    }

    /// `放假安排有新公布，您这件事的期限没有变`
    pub fn told_recalculated_firm(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "told-recalculated-firm")
    }

    /// `单位撤回了答复，重新办`
    pub fn told_recalled(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "told-recalled")
    }

    /// `改了分类`
    pub fn told_reclassified(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "told-reclassified")
    }

    /// `转给{door}了`
    pub fn told_referred(self, door: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "told-referred", &[("door", Arg::Text(door.as_ref()))])
    }

    /// `补发查询码，旧码作废`
    pub fn told_reissued(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "told-reissued")
    }

    /// `工作人员看过了，正在找承办的单位`
    pub fn told_released(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "told-released")
    }

    /// `没解决，重新办`
    pub fn told_reopened(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "told-reopened")
    }

    /// `{who}给您留了话`
    pub fn told_reply(self, who: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "told-reply", &[("who", Arg::Text(who.as_ref()))])
    }

    /// `交给{who}重新办`
    pub fn told_resumed(self, who: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "told-resumed", &[("who", Arg::Text(who.as_ref()))])
    }

    /// `单位退回：{reason}，重新派`
    pub fn told_returned(self, reason: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "told-returned", &[("reason", Arg::Text(reason.as_ref()))])
    }

    /// `已密封，只有办理的人能看`
    pub fn told_sealed(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "told-sealed")
    }

    /// `几次联系不上您，先写下答复`
    pub fn told_silent(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "told-silent")
    }

    /// `拆成 {n} 件分别办`
    pub fn told_split(self, n: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "told-split", &[("n", Arg::Text(n.as_ref()))])
    }

    /// `{who}开始办理`
    pub fn told_started(self, who: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "told-started", &[("who", Arg::Text(who.as_ref()))])
    }

    /// `您反映了这件事`
    pub fn told_submitted(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "told-submitted")
    }

    /// `您补充了情况`
    pub fn told_supplemented(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "told-supplemented")
    }

    /// `转由{unit}接着办`
    pub fn told_transferred(self, unit: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "told-transferred", &[("unit", Arg::Text(unit.as_ref()))])
    }

    /// `改为单独办理`
    pub fn told_unmerged(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "told-unmerged")
    }

    /// `解除密封`
    pub fn told_unsealed(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "told-unsealed")
    }

    /// `{who}上门找了您`
    pub fn told_visit(self, who: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "told-visit", &[("who", Arg::Text(who.as_ref()))])
    }

    /// `接着办理`
    pub fn told_went_on(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "told-went-on")
    }

    /// `您撤回了这件事`
    pub fn told_withdrawn(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "told-withdrawn")
    }

    /// `查别的事`
    pub fn track_other(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "track-other")
    }

    /// `承办单位`
    pub fn unit_of_old(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "unit-of-old")
    }

    /// `字面上看不出是哪一类。下面只是猜测，都没有勾选，请您来定。`
    pub fn unsure_text(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "unsure-text")
    }

    /// `常看的`
    pub fn views(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "views")
    }

    /// `申请看一件事`
    pub fn warrant_ask(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "warrant-ask")
    }

    /// `批准以后才开始算天数。`
    pub fn warrant_ask_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "warrant-ask-hint")
    }

    /// `提出申请`
    pub fn warrant_ask_submit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "warrant-ask-submit")
    }

    /// `为什么要看`
    pub fn warrant_reason(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "warrant-reason")
    }

    /// `已公告的审计`
    pub fn warrant_reason_audit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "warrant-reason-audit")
    }

    /// `有人投诉办理情况`
    pub fn warrant_reason_complaint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "warrant-reason-complaint")
    }

    /// `数据有疑问`
    pub fn warrant_reason_figures(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "warrant-reason-figures")
    }

    /// `信息可能外传`
    pub fn warrant_reason_leak(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "warrant-reason-leak")
    }

    /// `{why}，{days} 天`
    pub fn warrant_why(self, why: impl AsRef<str>, days: impl Borrow<u64>) -> String {
        BUNDLES.format(self.0, "warrant-why", &[("why", Arg::Text(why.as_ref())), ("days", Arg::Count(*days.borrow()))])
    }

    /// `审计看一件事，先申请，由另一个人批准，到期自己失效。看的每一次，反映人查得到。`
    pub fn warrants_lead(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "warrants-lead")
    }

    /// `申请和授权`
    pub fn warrants_list(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "warrants-list")
    }

    /// `没有申请`
    pub fn warrants_none(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "warrants-none")
    }

    /// `查阅授权`
    pub fn warrants_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "warrants-title")
    }

    /// `之后`
    pub fn what_if_after(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "what-if-after")
    }

    /// `反映人哪天答复（不写：一直没答复）`
    pub fn what_if_answered_on(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "what-if-answered-on")
    }

    /// `想算什么`
    pub fn what_if_ask(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "what-if-ask")
    }

    /// `现在`
    pub fn what_if_before(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "what-if-before")
    }

    /// `期限`
    pub fn what_if_clock(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "what-if-clock")
    }

    /// `之后怎么数`
    pub fn what_if_counted_after(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "what-if-counted-after")
    }

    /// `现在怎么数`
    pub fn what_if_counted_before(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "what-if-counted-before")
    }

    /// `多要几个工作日`
    pub fn what_if_days(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "what-if-days")
    }

    /// `延期`
    pub fn what_if_extend(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "what-if-extend")
    }

    /// `只是算，不改变什么。算好了再提。`
    pub fn what_if_lead(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "what-if-lead")
    }

    /// `时限`
    pub fn what_if_limit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "what-if-limit")
    }

    /// `算一算：延期或停表会怎样`
    pub fn what_if_link(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "what-if-link")
    }

    /// `答复期限从 {before} 移到 {after}`
    pub fn what_if_moves(self, before: impl AsRef<str>, after: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "what-if-moves", &[("before", Arg::Text(before.as_ref())), ("after", Arg::Text(after.as_ref()))])
    }

    /// `到期（红灯）`
    pub fn what_if_red(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "what-if-red")
    }

    /// `不变`
    pub fn what_if_same(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "what-if-same")
    }

    /// `答复期限不变：{when}`
    pub fn what_if_stays(self, when: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "what-if-stays", &[("when", Arg::Text(when.as_ref()))])
    }

    /// `问反映人，停表`
    pub fn what_if_stop(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "what-if-stop")
    }

    /// `一次最长停 {limit}`
    pub fn what_if_stop_hint(self, limit: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "what-if-stop-hint", &[("limit", Arg::Text(limit.as_ref()))])
    }

    /// `停着，还没有`
    pub fn what_if_stopped(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "what-if-stopped")
    }

    /// `算`
    pub fn what_if_submit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "what-if-submit")
    }

    /// `算一算：延期或停表会怎样`
    pub fn what_if_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "what-if-title")
    }

    /// `黄灯`
    pub fn what_if_yellow(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "what-if-yellow")
    }

    /// `回到进度`
    pub fn who_looked_back(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "who-looked-back")
    }

    /// `哪个岗位、哪天、为什么`
    pub fn who_looked_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "who-looked-hint")
    }

    /// `工作人员看了您反映的内容或联系方式，都记在这里。只写岗位和单位，不写姓名。`
    pub fn who_looked_lead(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "who-looked-lead")
    }

    /// `看了{what}：{why}`
    pub fn who_looked_line(self, what: impl AsRef<str>, why: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "who-looked-line", &[("what", Arg::Text(what.as_ref())), ("why", Arg::Text(why.as_ref()))])
    }

    /// `还没有人看过。`
    pub fn who_looked_nobody(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "who-looked-nobody")
    }

    /// `谁看过我的信息`
    pub fn who_looked_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "who-looked-title")
    }

    /// `觉得哪一次不该看？打 {phone} 说清日期，由审计来查。`
    pub fn who_looked_wrong(self, phone: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "who-looked-wrong", &[("phone", Arg::Text(phone.as_ref()))])
    }

    /// `按最近的改派`
    pub fn why_corrected(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "why-corrected")
    }

    /// `这件刚由它退回`
    pub fn why_gave_back(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "why-gave-back")
    }

    /// `按以往的派单`
    pub fn why_history(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "why-history")
    }

    /// `同类办过 {count} 件`
    pub fn why_kept(self, count: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "why-kept", &[("count", Arg::Text(count.as_ref()))])
    }

    /// `本社区 {count} 件`
    pub fn why_kept_here(self, count: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "why-kept-here", &[("count", Arg::Text(count.as_ref()))])
    }

    /// `答复期限 {when}`
    pub fn why_limit(self, when: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "why-limit", &[("when", Arg::Text(when.as_ref()))])
    }

    /// `退回时写明归它`
    pub fn why_named(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "why-named")
    }

    /// `反映人自己选的`
    pub fn why_resident(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "why-resident")
    }

    /// `退回过 {count} 件`
    pub fn why_returned(self, count: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "why-returned", &[("count", Arg::Text(count.as_ref()))])
    }

    /// `派单目录：{kind}`
    pub fn why_unit(self, kind: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "why-unit", &[("kind", Arg::Text(kind.as_ref()))])
    }

    /// `{word} {percent}%`
    pub fn why_word(self, word: impl AsRef<str>, percent: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "why-word", &[("word", Arg::Text(word.as_ref())), ("percent", Arg::Text(percent.as_ref()))])
    }

    /// `撤回是您自己的决定，工作人员不能替您撤回。`
    pub fn withdraw_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "withdraw-hint")
    }

    /// `有人要我撤回`
    pub fn withdraw_pressed(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "withdraw-pressed")
    }

    /// `撤回`
    pub fn withdraw_submit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "withdraw-submit")
    }

    /// `不办了，撤回`
    pub fn withdraw_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "withdraw-title")
    }

    /// `为什么，可以不填`
    pub fn withdraw_why(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "withdraw-why")
    }

    /// `（没有可看的文字）`
    pub fn words_gone(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "words-gone")
    }

    /// `您刚才写的在这里，没有丢：`
    pub fn words_kept(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "words-kept")
    }

    /// `内容不在这里显示`
    pub fn words_withheld(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "words-withheld")
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
