## 通用

account = 账号
role = 角色
scope = 管哪里
unit = 单位
any = 不限
nav-account = 我的
errors-head = 有 { $n } 处要改
errors-kept = 写好的都还在，改完接着走。
pager-next = 下一页
pager-first = 第一页
cancel = 不改了，回去
current-password = 现在的密码
current-password-hint = 改登录方式要再输一次密码，防着别人趁您走开时动手。

## 登录

signin-title = 工作人员登录
signin-hint = 群众反映事情、查进度，都不用登录。
password = 密码
totp = 动态码
totp-hint = 验证器里的 6 位数字。验证器不在手边，就填一个备用码。
signin-submit = 登录
signin-resident = 不是工作人员？请到
report-door = 我要反映
signout = 退出登录
welcome-title = 设置密码
welcome-hint = 账号 { $account }。这个链接只能用一次。
welcome-password = 新密码
welcome-password-hint = 至少 10 个字。长一点的一句话最好记，也最安全。
welcome-submit = 设好，去登录

## 我的账号

account-title = 我的账号
account-no-cases = 您的角色不看具体事项，这里只有您的账号。
security = 登录安全
password-row = 密码
password-change = 改密码
totp-row = 验证器（动态码）
totp-on = 已开通
totp-off-state = 没有开通
totp-required = 您的角色必须开通
totp-set-up = 开通
totp-replace = 换一个
totp-take-away = 关掉
recovery-row = 备用码
recovery-left = { $n ->
   *[other] 还有 { $n } 个没用过
}
recovery-few = 快用完了，请换一批
recovery-renew = 换一批
sessions = 登录着的地方
sessions-hint = 看到不认识的，就退掉它，再改密码。
session-this = 正在用的这一个
session-unknown = 不认识的浏览器
session-program = 程序接口
session-machine = 接入令牌
session-since = { $when } 登录
session-seen = { $when } 用过
session-end = 退掉
sessions-end-others = 其余的都退掉
network-local = 本机
network-private = 单位内网
network-public = 外网
done-password = 密码改好了。别处的登录都已经退掉。
done-totp_off = 验证器已经关掉，下次登录只要密码。
done-session = 已经退掉。
done-sessions = 其余的都已经退掉。

## 改密码、关验证器、换备用码

password-title = 改密码
password-lead = 改好以后，别处的登录会全部退掉，这里不用重新登录。
password-new = 新密码
password-new-hint = 至少 10 个字。长一点的一句话最好记，也最安全。
password-submit = 改密码
totp-off-title = 关掉验证器
totp-off-lead = 关掉以后，只凭密码就能登录，备用码也作废。
totp-off-submit = 关掉验证器
recovery-title = 换一批备用码
recovery-lead = 旧的备用码马上作废，换成新的 10 个。
recovery-submit = 换一批

## 开通验证器

enrol-title = 开通验证器
enrol-title-again = 换一个验证器
enrol-must = 您的角色能看到全县的事，登录除了密码还要动态码。开通以后才能用别的页面。
enrol-step-scan = 用手机上的验证器扫这个码
enrol-apps = 手机里没有验证器，就先装一个。凡是写着“动态口令”“两步验证”的都行，不用联网。
enrol-qr-alt = 二维码：给验证器扫的密钥
enrol-by-hand = 扫不了？在验证器里选“手动输入”，照着填：
enrol-step-code = 把验证器里的 6 位数字填在这里
enrol-code = 6 位动态码
enrol-code-hint = 数字每 30 秒换一次。
enrol-submit = 开通
enrol-lapses = 这个码 15 分钟内有效，只给您这一次登录用。
codes-title = 请把备用码收好
codes-lead = 手机丢了、坏了，就用备用码登录。每个只能用一次。这一页关掉就再也看不到了。
codes-how = 抄下来或者打印出来，锁在抽屉里；不要拍照发给别人。
codes-list = 10 个备用码
codes-done = 收好了，接着走

## 账号管理

people-title = 账号
people-lead = 加人、给权要两个人：管理员提，统筹批。减权、停用一个人就行。
people-lead-unit = 本单位的人由您管：可以开账号、停用、发重设密码的链接。
people-open = 在用
people-closed = 已停用
people-name = 姓名
people-roles = 角色
people-signin = 登录
people-empty = 这里还没有账号
people-filter = 筛选
people-new = 加一个人
people-import = 从表格导入
people-proposals = 待批
signin-password-and-totp = 密码 + 动态码
signin-password-only = 只有密码
signin-none = 还没设密码
created-at = 开账号
closed-at = 停用
roles-title = 角色
roles-none = 现在没有角色
role-end = 收回
role-give = 再给一个角色
role-place = 在哪里
role-give-submit = 给
role-propose-submit = 提给统筹批
place-county = 全县
places-units = 单位
places-areas = 联系点、网格
link-title = 重设密码
link-lead = 生成一个一次性链接，当面交给本人或者打电话念给本人。旧链接作废；用过以后，本人别处的登录全部退掉。
link-submit = 生成链接
link-shown = 给 { $name } 的链接
link-once = 只显示这一次，3 天内有效，只能用一次。不要发在群里。
link-copy = 链接
link-back = 交出去了，回去
reset-title = 验证器和备用码都丢了
reset-lead = 确认是本人以后，提请统筹批准清掉验证器。批了以后本人登录要重新开通。
reset-submit = 提给统筹批
leave-title = 离岗、停用
leave-open = 办停用
done-made = 账号开好了。请生成一个链接交给本人设密码。
done-proposed = 已经提交，等统筹批。
done-given = 角色给好了。
done-ended = 角色收回了，马上生效。
done-closed = 账号停用了。
done-approved = 批了，已经生效。
done-refused = 没有批，什么都没变。
done-withdrawn = 收回了，什么都没变。

## 加一个人

new-title = 加一个人
new-lead-two = 您提，统筹批；批了账号才有。7 天没批就作废。
new-lead-one = 马上就有。开好以后给本人一个设密码的链接。
new-login = 账号名
new-login-hint = 3–40 个：小写字母开头，可以有数字和 . _ -
new-name = 姓名
new-name-en = 英文名（可不填）
new-unit-none = 不属于哪个单位
new-role-first = 角色
new-role-second = 第二个角色（可不填）
new-role-none = 请选
new-submit-two = 提给统筹批
new-submit-one = 开账号

## 导入

import-title = 从表格导入账号
import-lead = 把表格另存为 CSV，打开后整个贴进来。先看一遍，没有错再提给统筹批。
import-columns = 第一行写列名，一行一个人，照这个样子写。几个角色用分号隔开。
import-csv = 表格内容
import-look = 先看一遍
import-line = 行
import-state = 检查
import-good = 可以
import-all-good = { $n ->
   *[other] { $n } 个人都没有错
}
import-some-bad = { $n ->
   *[other] { $n } 行有错，改好再看一遍
}
import-submit = { $n ->
   *[other] 把这 { $n } 个人提给统筹批
}
import-fault-no_head = 第一行要写列名，照“表格内容”下面的样子
import-fault-empty = 列名下面一行也没有
import-fault-too_many = 一次最多 500 个人，请分几次
line-columns = 不是 5 列
line-login = 账号名写法不对
line-twice = 账号名和前面的重复
line-taken = 账号名有人用了
line-name = 姓名没写，或者写不成
line-unit = 没有这个单位
line-role = 角色没写，或者没有这个角色
line-place = 这个角色不在这里任

## 停用

close-title = 停用 { $name }
close-lead = 手上的事先交给别人，交完账号才停。停了以后马上不能登录，名字留在办过的事里。
close-none = 手上没有要交的事。
close-count = { $n ->
   *[other] { $n } 件
}
close-to = 交给谁
close-choose = 请选接手的人
close-nobody = 没有别人能接。请先给一个人这个角色。
close-proposals = { $n ->
   *[other] 本人提的 { $n } 份申请还没批，会一起收回。
}
close-submit = 交出去，停用
duty-cases = 在办的事

## 待批

proposals-title = 待批的账号和权限
proposals-lead = 提的人不能自己批。7 天没人批就作废。
proposals-empty = 没有等着批的
proposals-empty-done = 还没有
proposal-create = { $n ->
   *[other] 加 { $n } 个人
}
proposal-create-one = 加一个人：{ $name }
proposal-give = 给 { $name } 一个角色
proposal-reset = 清掉 { $name } 的验证器
proposal-by = { $name } 提，{ $when }
proposal-until = { $when } 前批，过时作废
proposal-decided = { $name }，{ $when }
proposal-approve = 批
proposal-refuse = 不批
proposal-withdraw = 收回
proposal-own = 您提的，不能自己批
state-pending = 待批
state-approved = 已批
state-refused = 没批
state-withdrawn = 已收回
state-lapsed = 过时作废

## 出错的时候

problem-auth-enrol_first = 请先开通验证器
problem-account-enrolment_lapsed = 这个码过了 15 分钟，换了一个新的，请重新扫
problem-account-totp_required = 您的角色必须有验证器，只能换，不能关
problem-account-not_enrolled = 还没有开通验证器
problem-account-needs_two = 这一步要两个人：管理员提，统筹批
problem-account-own_proposal = 自己提的要由别人来批
problem-account-last_of_role = 全县只剩这一位了，先有接替的人才能收回
problem-account-open_duties = 手上的事还没有交完
problem-account-import_faulty = 表格有错，一个人也没有提交
problem-proposal-not_found = 没有这份申请
problem-proposal-over = 这份申请已经有结果，或者过时作废了
problem-proposal-not_yours = 提的人不能自己批，别人也不能替您收回
problem-proposal-not_yet = 这份申请还没有到期
problem-proposal-proposer_gone = 提的人已经不是管理员，这份申请不能批了
fault-password-too_short = 太短了，至少要 10 个字
fault-password-too_long = 太长了，最多 200 个字
fault-current-wrong = 密码不对，请再输一次
fault-code-wrong = 动态码不对。请等它换成下一个，再填新的
fault-login-shape = 3–40 个：小写字母开头，可以有数字和 . _ -
fault-login-taken = 这个账号名有人用了，请换一个
fault-role-missing = 请至少选一个角色，并选在哪里
fault-role-held = 这个人已经有这个角色了
fault-place-unfit = 这个角色不在这里任，请换一个地方
fault-csv-faulty = 表格有错
