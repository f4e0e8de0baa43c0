// Written by `cargo xtask gen` from i18n/*.ftl. Do not edit.

//! The words of this crate, one function per message; each shows its Chinese text.

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

    /// `本站签名的账头`
    pub fn log_checkpoint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "log-checkpoint")
    }

    /// `用程序查整本账`
    pub fn log_how(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "log-how")
    }

    /// `以前用的`
    pub fn log_key_before(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "log-key-before")
    }

    /// `回执上印着同一行。抄下来，不上网也能查。`
    pub fn log_key_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "log-key-hint")
    }

    /// `现在用的`
    pub fn log_key_now(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "log-key-now")
    }

    /// `查账的公钥`
    pub fn log_key_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "log-key-title")
    }

    /// `每件事每走一步，都在这本账里留下一枚封好的指纹。谁都能来查，写进去的谁也改不了。`
    pub fn log_lead(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "log-lead")
    }

    /// `它见过的账和本站的不一样！请向县里和这个站点核实。`
    pub fn log_other_history(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "log-other-history")
    }

    /// `查我的回执`
    pub fn log_receipt(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "log-receipt")
    }

    /// `自己查`
    pub fn log_self(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "log-self")
    }

    /// `账上现在有 {n} 条`
    pub fn log_size(self, n: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "log-size", &[("n", Arg::Text(n.as_ref()))])
    }

    /// `公开账本`
    pub fn log_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "log-title")
    }

    /// `{when} 看过，那时有 {n} 条`
    pub fn log_witness_at(self, when: impl AsRef<str>, n: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "log-witness-at", &[("when", Arg::Text(when.as_ref())), ("n", Arg::Text(n.as_ref()))])
    }

    /// `这些站点每分钟来看一次，核对账没有改过，再签上自己的名字。`
    pub fn log_witness_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "log-witness-hint")
    }

    /// `还没有签过名`
    pub fn log_witness_never(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "log-witness-never")
    }

    /// `还没有别的站点见证这本账。有了见证，本站要是给不同的人看两本账，就会被发现。`
    pub fn log_witness_none(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "log-witness-none")
    }

    /// `它还不认识这本账`
    pub fn log_witness_refuses(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "log-witness-refuses")
    }

    /// `现在联系不上它`
    pub fn log_witness_silent(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "log-witness-silent")
    }

    /// `谁在见证`
    pub fn log_witness_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "log-witness-title")
    }

    /// `有见证签名的账头`
    pub fn log_witnessed(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "log-witnessed")
    }

    /// `全部数字`
    pub fn open_all(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-all")
    }

    /// `每个数字点开就是口径。两个整数谁算都一样；右边是 95% 把握的范围。`
    pub fn open_all_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-all-hint")
    }

    /// `不公布单件的事`
    pub fn open_apart(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-apart")
    }

    /// `保密的、举报的、说到单位自己的事，只公布全县合计，不加进上面的数。`
    pub fn open_apart_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-apart-hint")
    }

    /// `{from}到{to}`
    pub fn open_apart_quarter(self, from: impl AsRef<str>, to: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "open-apart-quarter", &[("from", Arg::Text(from.as_ref())), ("to", Arg::Text(to.as_ref()))])
    }

    /// `各地方`
    pub fn open_areas(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-areas")
    }

    /// `按机构代码的顺序，不排名。少于 30 件的写“件数少”，不算比例。人口少的社区并进上一级。`
    pub fn open_areas_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-areas-hint")
    }

    /// `旁边还要看`
    pub fn open_beside(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-beside")
    }

    /// `挂账 {n} 件算没解决`
    pub fn open_beside_deferred(self, n: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "open-beside-deferred", &[("n", Arg::Text(n.as_ref()))])
    }

    /// `另有 {n} 件延期，单独列出`
    pub fn open_beside_extended(self, n: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "open-beside-extended", &[("n", Arg::Text(n.as_ref()))])
    }

    /// `没评的不算满意，评价率 {share}%`
    pub fn open_beside_rate(self, share: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "open-beside-rate", &[("share", Arg::Text(share.as_ref()))])
    }

    /// `{n} 件没有评价就办结，算“不知道”`
    pub fn open_beside_unknown(self, n: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "open-beside-unknown", &[("n", Arg::Text(n.as_ref()))])
    }

    /// `各社区`
    pub fn open_by_community(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-by-community")
    }

    /// `每个月的数，三个月后公布一次，以后不改。少于 5 件、能认出是谁的不公布；只剩一个不公布的，再多遮一个，免得被减出来。`
    pub fn open_by_community_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-by-community-hint")
    }

    /// `这个月的账本和证明`
    pub fn open_cohort(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-cohort")
    }

    /// `收到`
    pub fn open_col_cases(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-col-cases")
    }

    /// `24 小时内联系上`
    pub fn open_col_contact(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-col-contact")
    }

    /// `数字`
    pub fn open_col_figure(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-col-figure")
    }

    /// `类别`
    pub fn open_col_kind(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-col-kind")
    }

    /// `件数`
    pub fn open_col_pair(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-col-pair")
    }

    /// `地方`
    pub fn open_col_place(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-col-place")
    }

    /// `范围`
    pub fn open_col_range(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-col-range")
    }

    /// `评了`
    pub fn open_col_rated(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-col-rated")
    }

    /// `原因`
    pub fn open_col_reason(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-col-reason")
    }

    /// `满意`
    pub fn open_col_satisfied(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-col-satisfied")
    }

    /// `占比`
    pub fn open_col_share(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-col-share")
    }

    /// `按期答复`
    pub fn open_col_time(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-col-time")
    }

    /// `单位`
    pub fn open_col_unit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-col-unit")
    }

    /// `{area}`
    pub fn open_communities(self, area: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "open-communities", &[("area", Arg::Text(area.as_ref()))])
    }

    /// `社区不详`
    pub fn open_community_unknown(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-community-unknown")
    }

    /// `全县合并的`
    pub fn open_county(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-county")
    }

    /// `这个月的表格`
    pub fn open_csv(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-csv")
    }

    /// `数字到 {day} 那一批为止。`
    pub fn open_date(self, day: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "open-date", &[("day", Arg::Text(day.as_ref()))])
    }

    /// `怎么算的`
    pub fn open_definition(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-definition")
    }

    /// `下面数的是`
    pub fn open_denominator(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-denominator")
    }

    /// `下载`
    pub fn open_downloads(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-downloads")
    }

    /// `延期的`
    pub fn open_extended(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-extended")
    }

    /// `件数少`
    pub fn open_few(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-few")
    }

    /// `算法`
    pub fn open_formula(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-formula")
    }

    /// `不公布`
    pub fn open_hidden(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-hidden")
    }

    /// `这个月的数据`
    pub fn open_json(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-json")
    }

    /// `大家反映什么`
    pub fn open_kinds(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-kinds")
    }

    /// `办得怎么样，数字在这里。每个数都能从公开账本重新算出来。`
    pub fn open_lead(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-lead")
    }

    /// `保守估计不低于 {low}%`
    pub fn open_least(self, low: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "open-least", &[("low", Arg::Text(low.as_ref()))])
    }

    /// `少于 5`
    pub fn open_less(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-less")
    }

    /// `四个主要数字`
    pub fn open_main(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-main")
    }

    /// `月份`
    pub fn open_month(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-month")
    }

    /// `一起要看的`
    pub fn open_more(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-more")
    }

    /// `还没定类别`
    pub fn open_no_kind(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-no-kind")
    }

    /// `还没有单位受理`
    pub fn open_no_unit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-no-unit")
    }

    /// `还没有公布过数字`
    pub fn open_none(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-none")
    }

    /// `数字每周一凌晨公布一批。人数太少、能认出是谁的先不公布，攒够再一起出来。第一批在{day}。`
    pub fn open_none_text(self, day: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "open-none-text", &[("day", Arg::Text(day.as_ref()))])
    }

    /// `没有`
    pub fn open_nothing(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-nothing")
    }

    /// `上面数的是`
    pub fn open_numerator(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-numerator")
    }

    /// `没有算进去的，为什么`
    pub fn open_out(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-out")
    }

    /// `每一件要两个人同意，都不是承办单位的人。`
    pub fn open_out_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-out-hint")
    }

    /// `这个月没有排除的。`
    pub fn open_out_none(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-out-none")
    }

    /// `{n} / {d} 件`
    pub fn open_pair(self, n: impl AsRef<str>, d: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "open-pair", &[("n", Arg::Text(n.as_ref())), ("d", Arg::Text(d.as_ref()))])
    }

    /// `{n} / {d} 人评了`
    pub fn open_pair_rated(self, n: impl AsRef<str>, d: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "open-pair-rated", &[("n", Arg::Text(n.as_ref())), ("d", Arg::Text(d.as_ref()))])
    }

    /// `{low}%–{high}%`
    pub fn open_range(self, low: impl AsRef<str>, high: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "open-range", &[("low", Arg::Text(low.as_ref())), ("high", Arg::Text(high.as_ref()))])
    }

    /// `已进入法院程序`
    pub fn open_reason_court_pending(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-reason-court-pending")
    }

    /// `不可抗力`
    pub fn open_reason_force_majeure(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-reason-force-majeure")
    }

    /// `恶意重复`
    pub fn open_reason_malicious_repeat(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-reason-malicious-repeat")
    }

    /// `不属公权力事项`
    pub fn open_reason_no_public_power(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-reason-no-public-power")
    }

    /// `要求不合法`
    pub fn open_reason_unlawful(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-reason-unlawful")
    }

    /// `{month}收到 {n} 件`
    pub fn open_received(self, month: impl AsRef<str>, n: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "open-received", &[("month", Arg::Text(month.as_ref())), ("n", Arg::Text(n.as_ref()))])
    }

    /// `在我的手机上重新计算`
    pub fn open_recompute(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-recompute")
    }

    /// `账目对不上本站的签名，可能被改过，或者刚换了新的一批。请刷新再试一次；还不对，请告诉县里和见证方。`
    pub fn open_recompute_changed(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-recompute-changed")
    }

    /// `算出来不一样：{figures}。请截图，告诉县里和见证方。`
    pub fn open_recompute_differs(self, figures: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "open-recompute-differs", &[("figures", Arg::Text(figures.as_ref()))])
    }

    /// `没取到账目。看看网络，再试一次。`
    pub fn open_recompute_offline(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-recompute-offline")
    }

    /// `算出来一模一样：{figures} 个数都对得上。用的是 {n} 件事的公开账目，{kb} KB，签名和每一条都核过。`
    pub fn open_recompute_same(self, figures: impl AsRef<str>, n: impl AsRef<str>, kb: impl AsRef<str>) -> String {
        BUNDLES.format(
            self.0,
            "open-recompute-same",
            &[("figures", Arg::Text(figures.as_ref())), ("n", Arg::Text(n.as_ref())), ("kb", Arg::Text(kb.as_ref()))],
        )
    }

    /// `亮红灯的整小时`
    pub fn open_red_hours(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-red-hours")
    }

    /// `期限和规矩`
    pub fn open_rules(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-rules")
    }

    /// `只公布总数的`
    pub fn open_sealed(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-sealed")
    }

    /// `举报、未成年人、家庭暴力等，不逐件公布`
    pub fn open_sealed_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-sealed-hint")
    }

    /// `看这个月`
    pub fn open_show(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-show")
    }

    /// `暂停的工作日`
    pub fn open_stopped(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-stopped")
    }

    /// `阳光公开`
    pub fn open_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-title")
    }

    /// `各单位`
    pub fn open_units(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-units")
    }

    /// `按机构代码的顺序，不排名。单位是第一个受理的单位。`
    pub fn open_units_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-units-hint")
    }

    /// `没有评价就办结的`
    pub fn open_unknown(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-unknown")
    }

    /// `您也可以算一遍`
    pub fn open_verify(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-verify")
    }

    /// `怎样自己重算`
    pub fn open_verify_how(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-verify-how")
    }

    /// `数字从公开账本来，账本谁都能下载。程序和步骤写在这里：`
    pub fn open_verify_text(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-verify-text")
    }

    /// `数字还在等的`
    pub fn open_waiting(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-waiting")
    }

    /// `件数太少会认出人，攒够一起公布`
    pub fn open_waiting_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-waiting-hint")
    }

    /// `这个月的事还没办完，数字会变。`
    pub fn open_young(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "open-young")
    }

    /// `这个月没有公布数字`
    pub fn problem_figures_no_such_month(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-figures-no_such_month")
    }
}
