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

    /// `账号`
    pub fn account(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "account")
    }

    /// `您的角色不看具体事项，这里只有您的账号。`
    pub fn account_no_cases(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "account-no-cases")
    }

    /// `我的账号`
    pub fn account_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "account-title")
    }

    /// `不限`
    pub fn any(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "any")
    }

    /// `不改了，回去`
    pub fn cancel(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "cancel")
    }

    /// `请选接手的人`
    pub fn close_choose(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "close-choose")
    }

    /// `{n} 件`
    pub fn close_count(self, n: impl Borrow<u64>) -> String {
        BUNDLES.format(self.0, "close-count", &[("n", Arg::Count(*n.borrow()))])
    }

    /// `手上的事先交给别人，交完账号才停。停了以后马上不能登录，名字留在办过的事里。`
    pub fn close_lead(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "close-lead")
    }

    /// `没有别人能接。请先给一个人这个角色。`
    pub fn close_nobody(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "close-nobody")
    }

    /// `手上没有要交的事。`
    pub fn close_none(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "close-none")
    }

    /// `本人提的 {n} 份申请还没批，会一起收回。`
    pub fn close_proposals(self, n: impl Borrow<u64>) -> String {
        BUNDLES.format(self.0, "close-proposals", &[("n", Arg::Count(*n.borrow()))])
    }

    /// `交出去，停用`
    pub fn close_submit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "close-submit")
    }

    /// `停用 {name}`
    pub fn close_title(self, name: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "close-title", &[("name", Arg::Text(name.as_ref()))])
    }

    /// `交给谁`
    pub fn close_to(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "close-to")
    }

    /// `停用`
    pub fn closed_at(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "closed-at")
    }

    /// `收好了，接着走`
    pub fn codes_done(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "codes-done")
    }

    /// `抄下来或者打印出来，锁在抽屉里；不要拍照发给别人。`
    pub fn codes_how(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "codes-how")
    }

    /// `手机丢了、坏了，就用备用码登录。每个只能用一次。这一页关掉就再也看不到了。`
    pub fn codes_lead(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "codes-lead")
    }

    /// `10 个备用码`
    pub fn codes_list(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "codes-list")
    }

    /// `请把备用码收好`
    pub fn codes_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "codes-title")
    }

    /// `开账号`
    pub fn created_at(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "created-at")
    }

    /// `现在的密码`
    pub fn current_password(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "current-password")
    }

    /// `改登录方式要再输一次密码，防着别人趁您走开时动手。`
    pub fn current_password_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "current-password-hint")
    }

    /// `批了，已经生效。`
    pub fn done_approved(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-approved")
    }

    /// `账号停用了。`
    pub fn done_closed(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-closed")
    }

    /// `角色收回了，马上生效。`
    pub fn done_ended(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-ended")
    }

    /// `角色给好了。`
    pub fn done_given(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-given")
    }

    /// `账号开好了。请生成一个链接交给本人设密码。`
    pub fn done_made(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-made")
    }

    /// `密码改好了。别处的登录都已经退掉。`
    pub fn done_password(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-password")
    }

    /// `已经提交，等统筹批。`
    pub fn done_proposed(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-proposed")
    }

    /// `没有批，什么都没变。`
    pub fn done_refused(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-refused")
    }

    /// `已经退掉。`
    pub fn done_session(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-session")
    }

    /// `其余的都已经退掉。`
    pub fn done_sessions(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-sessions")
    }

    /// `验证器已经关掉，下次登录只要密码。`
    pub fn done_totp_off(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-totp_off")
    }

    /// `收回了，什么都没变。`
    pub fn done_withdrawn(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "done-withdrawn")
    }

    /// `在办的事`
    pub fn duty_cases(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "duty-cases")
    }

    /// `手机里没有验证器，就先装一个。凡是写着“动态口令”“两步验证”的都行，不用联网。`
    pub fn enrol_apps(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "enrol-apps")
    }

    /// `扫不了？在验证器里选“手动输入”，照着填：`
    pub fn enrol_by_hand(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "enrol-by-hand")
    }

    /// `6 位动态码`
    pub fn enrol_code(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "enrol-code")
    }

    /// `数字每 30 秒换一次。`
    pub fn enrol_code_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "enrol-code-hint")
    }

    /// `这个码 15 分钟内有效，只给您这一次登录用。`
    pub fn enrol_lapses(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "enrol-lapses")
    }

    /// `您的角色能看到全县的事，登录除了密码还要动态码。开通以后才能用别的页面。`
    pub fn enrol_must(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "enrol-must")
    }

    /// `二维码：给验证器扫的密钥`
    pub fn enrol_qr_alt(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "enrol-qr-alt")
    }

    /// `把验证器里的 6 位数字填在这里`
    pub fn enrol_step_code(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "enrol-step-code")
    }

    /// `用手机上的验证器扫这个码`
    pub fn enrol_step_scan(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "enrol-step-scan")
    }

    /// `开通`
    pub fn enrol_submit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "enrol-submit")
    }

    /// `开通验证器`
    pub fn enrol_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "enrol-title")
    }

    /// `换一个验证器`
    pub fn enrol_title_again(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "enrol-title-again")
    }

    /// `有 {n} 处要改`
    pub fn errors_head(self, n: impl Borrow<u64>) -> String {
        BUNDLES.format(self.0, "errors-head", &[("n", Arg::Count(*n.borrow()))])
    }

    /// `写好的都还在，改完接着走。`
    pub fn errors_kept(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "errors-kept")
    }

    /// `动态码不对。请等它换成下一个，再填新的`
    pub fn fault_code_wrong(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-code-wrong")
    }

    /// `表格有错`
    pub fn fault_csv_faulty(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-csv-faulty")
    }

    /// `密码不对，请再输一次`
    pub fn fault_current_wrong(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-current-wrong")
    }

    /// `3–40 个：小写字母开头，可以有数字和 . _ -`
    pub fn fault_login_shape(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-login-shape")
    }

    /// `这个账号名有人用了，请换一个`
    pub fn fault_login_taken(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-login-taken")
    }

    /// `太长了，最多 200 个字`
    pub fn fault_password_too_long(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-password-too_long")
    }

    /// `太短了，至少要 10 个字`
    pub fn fault_password_too_short(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-password-too_short")
    }

    /// `这个角色不在这里任，请换一个地方`
    pub fn fault_place_unfit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-place-unfit")
    }

    /// `这个人已经有这个角色了`
    pub fn fault_role_held(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-role-held")
    }

    /// `请至少选一个角色，并选在哪里`
    pub fn fault_role_missing(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "fault-role-missing")
    }

    /// `{n} 个人都没有错`
    pub fn import_all_good(self, n: impl Borrow<u64>) -> String {
        BUNDLES.format(self.0, "import-all-good", &[("n", Arg::Count(*n.borrow()))])
    }

    /// `第一行写列名，一行一个人，照这个样子写。几个角色用分号隔开。`
    pub fn import_columns(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "import-columns")
    }

    /// `表格内容`
    pub fn import_csv(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "import-csv")
    }

    /// `列名下面一行也没有`
    pub fn import_fault_empty(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "import-fault-empty")
    }

    /// `第一行要写列名，照“表格内容”下面的样子`
    pub fn import_fault_no_head(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "import-fault-no_head")
    }

    /// `一次最多 500 个人，请分几次`
    pub fn import_fault_too_many(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "import-fault-too_many")
    }

    /// `可以`
    pub fn import_good(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "import-good")
    }

    /// `把表格另存为 CSV，打开后整个贴进来。先看一遍，没有错再提给统筹批。`
    pub fn import_lead(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "import-lead")
    }

    /// `行`
    pub fn import_line(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "import-line")
    }

    /// `先看一遍`
    pub fn import_look(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "import-look")
    }

    /// `{n} 行有错，改好再看一遍`
    pub fn import_some_bad(self, n: impl Borrow<u64>) -> String {
        BUNDLES.format(self.0, "import-some-bad", &[("n", Arg::Count(*n.borrow()))])
    }

    /// `检查`
    pub fn import_state(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "import-state")
    }

    /// `把这 {n} 个人提给统筹批`
    pub fn import_submit(self, n: impl Borrow<u64>) -> String {
        BUNDLES.format(self.0, "import-submit", &[("n", Arg::Count(*n.borrow()))])
    }

    /// `从表格导入账号`
    pub fn import_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "import-title")
    }

    /// `办停用`
    pub fn leave_open(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "leave-open")
    }

    /// `离岗、停用`
    pub fn leave_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "leave-title")
    }

    /// `不是 5 列`
    pub fn line_columns(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "line-columns")
    }

    /// `账号名写法不对`
    pub fn line_login(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "line-login")
    }

    /// `姓名没写，或者写不成`
    pub fn line_name(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "line-name")
    }

    /// `这个角色不在这里任`
    pub fn line_place(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "line-place")
    }

    /// `角色没写，或者没有这个角色`
    pub fn line_role(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "line-role")
    }

    /// `账号名有人用了`
    pub fn line_taken(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "line-taken")
    }

    /// `账号名和前面的重复`
    pub fn line_twice(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "line-twice")
    }

    /// `没有这个单位`
    pub fn line_unit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "line-unit")
    }

    /// `交出去了，回去`
    pub fn link_back(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "link-back")
    }

    /// `链接`
    pub fn link_copy(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "link-copy")
    }

    /// `生成一个一次性链接，当面交给本人或者打电话念给本人。旧链接作废；用过以后，本人别处的登录全部退掉。`
    pub fn link_lead(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "link-lead")
    }

    /// `只显示这一次，3 天内有效，只能用一次。不要发在群里。`
    pub fn link_once(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "link-once")
    }

    /// `给 {name} 的链接`
    pub fn link_shown(self, name: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "link-shown", &[("name", Arg::Text(name.as_ref()))])
    }

    /// `生成链接`
    pub fn link_submit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "link-submit")
    }

    /// `重设密码`
    pub fn link_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "link-title")
    }

    /// `我的`
    pub fn nav_account(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "nav-account")
    }

    /// `本机`
    pub fn network_local(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "network-local")
    }

    /// `单位内网`
    pub fn network_private(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "network-private")
    }

    /// `外网`
    pub fn network_public(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "network-public")
    }

    /// `马上就有。开好以后给本人一个设密码的链接。`
    pub fn new_lead_one(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "new-lead-one")
    }

    /// `您提，统筹批；批了账号才有。7 天没批就作废。`
    pub fn new_lead_two(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "new-lead-two")
    }

    /// `账号名`
    pub fn new_login(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "new-login")
    }

    /// `3–40 个：小写字母开头，可以有数字和 . _ -`
    pub fn new_login_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "new-login-hint")
    }

    /// `姓名`
    pub fn new_name(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "new-name")
    }

    /// `英文名（可不填）`
    pub fn new_name_en(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "new-name-en")
    }

    /// `角色`
    pub fn new_role_first(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "new-role-first")
    }

    /// `请选`
    pub fn new_role_none(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "new-role-none")
    }

    /// `第二个角色（可不填）`
    pub fn new_role_second(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "new-role-second")
    }

    /// `开账号`
    pub fn new_submit_one(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "new-submit-one")
    }

    /// `提给统筹批`
    pub fn new_submit_two(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "new-submit-two")
    }

    /// `加一个人`
    pub fn new_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "new-title")
    }

    /// `不属于哪个单位`
    pub fn new_unit_none(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "new-unit-none")
    }

    /// `第一页`
    pub fn pager_first(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "pager-first")
    }

    /// `下一页`
    pub fn pager_next(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "pager-next")
    }

    /// `密码`
    pub fn password(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "password")
    }

    /// `改密码`
    pub fn password_change(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "password-change")
    }

    /// `改好以后，别处的登录会全部退掉，这里不用重新登录。`
    pub fn password_lead(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "password-lead")
    }

    /// `新密码`
    pub fn password_new(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "password-new")
    }

    /// `至少 10 个字。长一点的一句话最好记，也最安全。`
    pub fn password_new_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "password-new-hint")
    }

    /// `密码`
    pub fn password_row(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "password-row")
    }

    /// `改密码`
    pub fn password_submit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "password-submit")
    }

    /// `改密码`
    pub fn password_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "password-title")
    }

    /// `已停用`
    pub fn people_closed(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "people-closed")
    }

    /// `这里还没有账号`
    pub fn people_empty(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "people-empty")
    }

    /// `筛选`
    pub fn people_filter(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "people-filter")
    }

    /// `从表格导入`
    pub fn people_import(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "people-import")
    }

    /// `加人、给权要两个人：管理员提，统筹批。减权、停用一个人就行。`
    pub fn people_lead(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "people-lead")
    }

    /// `本单位的人由您管：可以开账号、停用、发重设密码的链接。`
    pub fn people_lead_unit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "people-lead-unit")
    }

    /// `姓名`
    pub fn people_name(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "people-name")
    }

    /// `加一个人`
    pub fn people_new(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "people-new")
    }

    /// `在用`
    pub fn people_open(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "people-open")
    }

    /// `待批`
    pub fn people_proposals(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "people-proposals")
    }

    /// `角色`
    pub fn people_roles(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "people-roles")
    }

    /// `登录`
    pub fn people_signin(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "people-signin")
    }

    /// `账号`
    pub fn people_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "people-title")
    }

    /// `全县`
    pub fn place_county(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "place-county")
    }

    /// `联系点、网格`
    pub fn places_areas(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "places-areas")
    }

    /// `单位`
    pub fn places_units(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "places-units")
    }

    /// `这个码过了 15 分钟，换了一个新的，请重新扫`
    pub fn problem_account_enrolment_lapsed(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-account-enrolment_lapsed")
    }

    /// `表格有错，一个人也没有提交`
    pub fn problem_account_import_faulty(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-account-import_faulty")
    }

    /// `全县只剩这一位了，先有接替的人才能收回`
    pub fn problem_account_last_of_role(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-account-last_of_role")
    }

    /// `这一步要两个人：管理员提，统筹批`
    pub fn problem_account_needs_two(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-account-needs_two")
    }

    /// `还没有开通验证器`
    pub fn problem_account_not_enrolled(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-account-not_enrolled")
    }

    /// `手上的事还没有交完`
    pub fn problem_account_open_duties(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-account-open_duties")
    }

    /// `自己提的要由别人来批`
    pub fn problem_account_own_proposal(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-account-own_proposal")
    }

    /// `您的角色必须有验证器，只能换，不能关`
    pub fn problem_account_totp_required(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-account-totp_required")
    }

    /// `请先开通验证器`
    pub fn problem_auth_enrol_first(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-auth-enrol_first")
    }

    /// `没有这份申请`
    pub fn problem_proposal_not_found(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-proposal-not_found")
    }

    /// `这份申请还没有到期`
    pub fn problem_proposal_not_yet(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-proposal-not_yet")
    }

    /// `提的人不能自己批，别人也不能替您收回`
    pub fn problem_proposal_not_yours(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-proposal-not_yours")
    }

    /// `这份申请已经有结果，或者过时作废了`
    pub fn problem_proposal_over(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-proposal-over")
    }

    /// `提的人已经不是管理员，这份申请不能批了`
    pub fn problem_proposal_proposer_gone(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "problem-proposal-proposer_gone")
    }

    /// `批`
    pub fn proposal_approve(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "proposal-approve")
    }

    /// `{name} 提，{when}`
    pub fn proposal_by(self, name: impl AsRef<str>, when: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "proposal-by", &[("name", Arg::Text(name.as_ref())), ("when", Arg::Text(when.as_ref()))])
    }

    /// `加 {n} 个人`
    pub fn proposal_create(self, n: impl Borrow<u64>) -> String {
        BUNDLES.format(self.0, "proposal-create", &[("n", Arg::Count(*n.borrow()))])
    }

    /// `加一个人：{name}`
    pub fn proposal_create_one(self, name: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "proposal-create-one", &[("name", Arg::Text(name.as_ref()))])
    }

    /// `{name}，{when}`
    pub fn proposal_decided(self, name: impl AsRef<str>, when: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "proposal-decided", &[("name", Arg::Text(name.as_ref())), ("when", Arg::Text(when.as_ref()))])
    }

    /// `给 {name} 一个角色`
    pub fn proposal_give(self, name: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "proposal-give", &[("name", Arg::Text(name.as_ref()))])
    }

    /// `您提的，不能自己批`
    pub fn proposal_own(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "proposal-own")
    }

    /// `不批`
    pub fn proposal_refuse(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "proposal-refuse")
    }

    /// `清掉 {name} 的验证器`
    pub fn proposal_reset(self, name: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "proposal-reset", &[("name", Arg::Text(name.as_ref()))])
    }

    /// `{when} 前批，过时作废`
    pub fn proposal_until(self, when: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "proposal-until", &[("when", Arg::Text(when.as_ref()))])
    }

    /// `收回`
    pub fn proposal_withdraw(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "proposal-withdraw")
    }

    /// `没有等着批的`
    pub fn proposals_empty(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "proposals-empty")
    }

    /// `还没有`
    pub fn proposals_empty_done(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "proposals-empty-done")
    }

    /// `提的人不能自己批。7 天没人批就作废。`
    pub fn proposals_lead(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "proposals-lead")
    }

    /// `待批的账号和权限`
    pub fn proposals_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "proposals-title")
    }

    /// `快用完了，请换一批`
    pub fn recovery_few(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "recovery-few")
    }

    /// `旧的备用码马上作废，换成新的 10 个。`
    pub fn recovery_lead(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "recovery-lead")
    }

    /// `还有 {n} 个没用过`
    pub fn recovery_left(self, n: impl Borrow<u64>) -> String {
        BUNDLES.format(self.0, "recovery-left", &[("n", Arg::Count(*n.borrow()))])
    }

    /// `换一批`
    pub fn recovery_renew(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "recovery-renew")
    }

    /// `备用码`
    pub fn recovery_row(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "recovery-row")
    }

    /// `换一批`
    pub fn recovery_submit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "recovery-submit")
    }

    /// `换一批备用码`
    pub fn recovery_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "recovery-title")
    }

    /// `我要反映`
    pub fn report_door(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "report-door")
    }

    /// `确认是本人以后，提请统筹批准清掉验证器。批了以后本人登录要重新开通。`
    pub fn reset_lead(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "reset-lead")
    }

    /// `提给统筹批`
    pub fn reset_submit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "reset-submit")
    }

    /// `验证器和备用码都丢了`
    pub fn reset_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "reset-title")
    }

    /// `角色`
    pub fn role(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "role")
    }

    /// `收回`
    pub fn role_end(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "role-end")
    }

    /// `再给一个角色`
    pub fn role_give(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "role-give")
    }

    /// `给`
    pub fn role_give_submit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "role-give-submit")
    }

    /// `在哪里`
    pub fn role_place(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "role-place")
    }

    /// `提给统筹批`
    pub fn role_propose_submit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "role-propose-submit")
    }

    /// `现在没有角色`
    pub fn roles_none(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "roles-none")
    }

    /// `角色`
    pub fn roles_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "roles-title")
    }

    /// `管哪里`
    pub fn scope(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "scope")
    }

    /// `登录安全`
    pub fn security(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "security")
    }

    /// `退掉`
    pub fn session_end(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "session-end")
    }

    /// `接入令牌`
    pub fn session_machine(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "session-machine")
    }

    /// `程序接口`
    pub fn session_program(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "session-program")
    }

    /// `{when} 用过`
    pub fn session_seen(self, when: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "session-seen", &[("when", Arg::Text(when.as_ref()))])
    }

    /// `{when} 登录`
    pub fn session_since(self, when: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "session-since", &[("when", Arg::Text(when.as_ref()))])
    }

    /// `正在用的这一个`
    pub fn session_this(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "session-this")
    }

    /// `不认识的浏览器`
    pub fn session_unknown(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "session-unknown")
    }

    /// `登录着的地方`
    pub fn sessions(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "sessions")
    }

    /// `其余的都退掉`
    pub fn sessions_end_others(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "sessions-end-others")
    }

    /// `看到不认识的，就退掉它，再改密码。`
    pub fn sessions_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "sessions-hint")
    }

    /// `群众反映事情、查进度，都不用登录。`
    pub fn signin_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "signin-hint")
    }

    /// `还没设密码`
    pub fn signin_none(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "signin-none")
    }

    /// `密码 + 动态码`
    pub fn signin_password_and_totp(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "signin-password-and-totp")
    }

    /// `只有密码`
    pub fn signin_password_only(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "signin-password-only")
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

    /// `已批`
    pub fn state_approved(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "state-approved")
    }

    /// `过时作废`
    pub fn state_lapsed(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "state-lapsed")
    }

    /// `待批`
    pub fn state_pending(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "state-pending")
    }

    /// `没批`
    pub fn state_refused(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "state-refused")
    }

    /// `已收回`
    pub fn state_withdrawn(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "state-withdrawn")
    }

    /// `动态码`
    pub fn totp(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "totp")
    }

    /// `验证器里的 6 位数字。验证器不在手边，就填一个备用码。`
    pub fn totp_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "totp-hint")
    }

    /// `关掉以后，只凭密码就能登录，备用码也作废。`
    pub fn totp_off_lead(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "totp-off-lead")
    }

    /// `没有开通`
    pub fn totp_off_state(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "totp-off-state")
    }

    /// `关掉验证器`
    pub fn totp_off_submit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "totp-off-submit")
    }

    /// `关掉验证器`
    pub fn totp_off_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "totp-off-title")
    }

    /// `已开通`
    pub fn totp_on(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "totp-on")
    }

    /// `换一个`
    pub fn totp_replace(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "totp-replace")
    }

    /// `您的角色必须开通`
    pub fn totp_required(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "totp-required")
    }

    /// `验证器（动态码）`
    pub fn totp_row(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "totp-row")
    }

    /// `开通`
    pub fn totp_set_up(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "totp-set-up")
    }

    /// `关掉`
    pub fn totp_take_away(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "totp-take-away")
    }

    /// `单位`
    pub fn unit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "unit")
    }

    /// `账号 {account}。这个链接只能用一次。`
    pub fn welcome_hint(self, account: impl AsRef<str>) -> String {
        BUNDLES.format(self.0, "welcome-hint", &[("account", Arg::Text(account.as_ref()))])
    }

    /// `新密码`
    pub fn welcome_password(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "welcome-password")
    }

    /// `至少 10 个字。长一点的一句话最好记，也最安全。`
    pub fn welcome_password_hint(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "welcome-password-hint")
    }

    /// `设好，去登录`
    pub fn welcome_submit(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "welcome-submit")
    }

    /// `设置密码`
    pub fn welcome_title(self) -> Cow<'static, str> {
        BUNDLES.text(self.0, "welcome-title")
    }
}
