## 到处都用的词

number = 编号
number-hint = 12 位数字，在回执上
number-example = 比如 261 113 048 271
code = 查询码
code-hint = 12 个字母和数字，像 K7QM-2V9D-XH4T，大小写都行
back = 返回
next = 下一步
optional = 可以不填
any = 不限
phone = 电话
call = 打电话
by = { $when } 前
answer = 答复
answer-earlier = 以前的答复
progress = 进度
errors-head = 有 { $n } 处要改
errors-kept = 写好的都还在，改完接着走。
due-provisional = 有的年份放假安排还没公布，日期先按周末和固定节日算；公布以后会重新算，再告诉您。
help-before = 不方便写？打
help-after = ，或到最近的联系点，工作人员帮您记。

## 首页

home-title = 有事，说一声
home-lead = 不用登录，不用装软件。说完就有编号，谁来办、哪天答复，一直看得见。
report-door = 我要反映
report-door-hint = 什么事、在哪儿，写两句就行
report-say-hint = 什么事、在哪儿，像跟邻居说话一样写
report-example = 比如：3 号楼二单元楼道灯坏了半个月
report-anonymous-ok = 不用写姓名
find-door = 查进度
find-door-hint = 输入编号和查询码
hotline-hint = 打电话一样办，白天夜里都有人接
sos-first = 有危险，先打
sos-police = 警察
sos-fire = 火警
sos-ambulance = 急救
how = 一件事怎么走完
how-say = 您说一声
how-say-text = 马上给编号
how-taken = 有人接
how-taken-text = { $time }内联系您
how-done = 去办
how-done-text = 期限写明，能看到怎么算的
how-answer = 答复您
how-answer-text = 办不了也说清为什么
how-verdict = 您说了算
how-verdict-text = 没解决就重新办

## 我要反映

report-what = 发生了什么？
report-what-hint = 像跟邻居说话一样写就行。不用写姓名。
report-saved = 草稿已存在这台设备上，断网也不会丢
kind-legend = 这件事是哪一类
kind-hint = 说不准就空着，我们来分。
kind-unsure = 说不准
guess = 像是：{ $kind }的事
guess-because = 因为您写了
guess-limit = 答复期限 { $limit }。
guess-yes = 对，是这类
guess-other = 换一类
guess-unsure = 说不准
report-where = 在哪儿
area = 哪个社区或村
area-optional = 不知道可以不选
area-unsure = 不知道
place-words = 具体在哪儿
place-words-hint = 小区、楼号、路名，或者旁边有什么
place-words-example = 比如：槐荫里小区 3 号楼二单元
report-reach = 有结果怎么告诉您？
reach-phone = 打电话
reach-email = 发邮件
reach-none = 不用找我，我自己查
reach-none-hint = 凭编号和查询码，随时能看
phone-number = 电话号码
phone-hint = 只用来说这件事。
email = 邮箱
confidential = 号码给谁看？
confidential-no = 给办事的人看
confidential-no-hint = 他能直接打给您，快一些
confidential-yes = 保密
confidential-yes-hint = 由热线转话，办事的人看不到
name = 怎么称呼您
report-submit = 交上去，拿编号

## 回执

receipt-title = 收到了
receipt-received = { $when } 收到。
receipt-taken-by = 由{ $unit }接手。
receipt-keep = 凭这两样，家人也能替您查。请拍照或记下来。
receipt-code-gone = 查询码只在交上去的时候显示一次。
copy = 复制编号和查询码
copied = 复制好了
qr-alt = 查进度的二维码，扫一扫就能看
next-title = 接下来会怎样
next-dispatch = 现在：派给承办的单位
next-held = 现在：工作人员先看一眼，再派出去
next-dispatch-text = 编号和期限从这一刻算起。
next-call = 有人打电话找您
next-call-text = 会用单位电话打给您。
next-mail = 有人发邮件给您
next-mail-text = 回信也会记在这件事里。
next-post = 在这里写下第一次回音
next-post-text = 您没有留联系方式，凭编号和查询码来看。
next-answer = 给您答复
next-answer-text = 写明谁来办、哪天办好；办不了也说清原因。
next-verdict-when = 答复以后 7 天内
next-verdict = 请您说了算
next-verdict-text = 没解决，点一下就重新办。
your-words = 您反映的事
print-slip = 打印大字单
paper-scan = 扫上面的码
paper-scan-text = 家人也能扫，看办到哪一步
paper-call = 打 { $number }
paper-call-text = 报编号和查询码。码别给外人看

## 查进度

find-hint = 编号和查询码都在回执上。家人也能替您查。
find-submit = 查一查
find-lost = 编号或查询码找不到了？打
track-other = 查别的事
stage-label = 办理到了哪一步
stage-at = 共 5 步，现在第 { $step } 步
knot-received = 收到
knot-dispatched = 派单
knot-at-work = 办理
knot-answered = 答复
knot-rating = 您来评
handled-by = 谁在办
strip-title = 期限怎么算出来的
strip-latest = 最晚
timeline-title = 办理经过
rate-title = 这件事，您说了算
rate-until = { $date } 前都可以评。不评不会算“满意”。
rate-contacted = 有人联系过您吗？
rate-contacted-yes = 联系了
rate-contacted-no = 没有
rate-solved = 解决了吗？
rate-solved-yes = 解决了
rate-solved-no = 没解决
rate-satisfied = 满意吗？
satisfied-5 = 很满意
satisfied-4 = 满意
satisfied-3 = 基本满意
satisfied-2 = 不满意
satisfied-1 = 很不满意
rate-comment = 还想说什么
rate-submit = 交评价
rate-note = 选“没解决”或“不满意”，这件事会自动重新办，换一个人来看。
rated-title = 您的评价
reopen-title = 又不行了？可以重新办
reopen-until = { $date } 前，写一句哪里不行，就从头再办。
reopen-reason = 哪里不行
reopen-submit = 请重新办
supplement-title = 还有要补充的
supplement-label = 补充的情况
supplement-submit = 补充上去

## 登录和账号

signin-title = 工作人员登录
signin-hint = 群众反映事情、查进度，都不用登录。
account = 账号
password = 密码
totp = 动态码
totp-hint = 验证器里的 6 位数字
signin-submit = 登录
signin-resident = 不是工作人员？请到
account-title = 我的账号
role = 角色
scope = 管哪里
signed-in-since = 登录时间
signout = 退出登录
nav-work = 工作台
nav-dispatch = 派单台
nav-cases = 事项
nav-account = 我的

## 我的工作台

work-title = 我的工作台
work-caption = 等我办理的事项
work-empty = 没有等您的事
work-empty-text = 新派来的、快到期的，都会出现在这里。
filter-by-state = 按状态筛选
headline-none = 今天没有等您的事
headline-some = 今天有 { $n } 件等您
headline-soon = 今天有 { $n } 件等您，{ $soon } 件快到期
headline-overdue = 今天有 { $n } 件等您，先办超期的 { $late } 件
cases-count = { $n } 件
group-overdue = 已超期
group-overdue-hint = 先办这些
group-soon = 快到期
group-soon-hint = 期限只剩最后一段
group-new = 新派来
group-new-hint = 联系上反映人才算响应，自动短信不算
tab-new-hint = 先联系上反映人
group-waiting = 等我回话
group-waiting-hint = 群众补充了情况，或说没解决
group-running = 正在办
group-running-hint = 都在期限里
col-light = 灯
col-case = 事项
col-step = 走到哪一步
col-left = 还剩
col-next = 下一步
col-unit = 承办单位
pager-next = 下一页
pager-first = 第一页
pager-shown = 这一页 { $n } 件，共 { $total } 件

## 事项

list-title = 事项
views = 常看的
filter-state = 状态
filter-submit = 筛选
filter-clear = 清空
list-empty = 没有符合的事项
list-empty-text = 换个条件，或者清空再看。

## 派单台

dispatch-title = 派单台
queue-title = 等派 { $n } 件
queue-oldest = 最久 { $time }
queue-empty = 都派完了
queue-empty-text = 有新的进来，会排在左边。
masked = 号码已遮住
mark-kind = 类
mark-place = 地
mark-unit = 办
mark-kind-long = 实线：定类别
mark-place-long = 双线：定地点
mark-unit-long = 虚线：定单位
emergency-head = 话里提到危险。
emergency-text = 已提示反映人先打 110、119、120。请马上派出，并电话告知承办单位。
reach-label = 怎么联系
basis = 派单依据
suggest-title = 建议这样派
suggest-hint = 数字键改选
kind = 类别
other-kind = 都不是，另选类别
other-unit = 都不是，另选单位
complexity = 一般还是复杂
complexity-general = 一般
complexity-complex = 复杂
complex-reason = 复杂的理由（选“复杂”必填，群众看得到）
complex-reason-none = 不是复杂的事
dispatch-submit = 照此派出

## 事项页

case-panel = 来件和答复
case-aside = 期限和经过
resident-words = 群众的话
requester = 反映人
draft = 写答复
draft-hint = 做了什么、什么时候、结果怎样；没办的哪天办。
draft-note = 发出后 7 天内由群众评。
draft-later = 接单并联系上反映人以后，在这里写答复。
result = 办得怎么样
answer-send = 发出答复
rated-by-resident = 群众的评价
steps = 可以做的
steps-hint = 每一步都会记下来，群众看得到经过
accept = 接单
accept-hint = 接了就由您负责到底，群众会看到您的名字
resume = 重新办理
resume-hint = 群众说没解决。先看评价，再从头办
contact = 记下联系
contact-how = 怎么联系的
contact-hint = 通话 20 秒以上、回信息、上门都算；三次没联系上也记下来
contact-secs = 通话几秒
contact-note = 说了什么
contact-submit = 记下
start = 开始办理
start-hint = 一般的事可以不写方案，直接开始
plan = 办理方案
plan-hint = 复杂的事 3 个工作日内把方案告诉群众：分几步、谁来办、哪天办好
plan-submit = 发出方案，开始办理
note = 记一笔
note-who = 给谁看
note-internal = 内部看
note-shown = 群众也看
note-submit = 记下
clocks = 各个期限

## 出错的时候：事项

problem-case-not_found = 没有找到这件事
problem-case-stale = 这件事刚刚有了变化
problem-case-step_refused = 这件事走到这里，不能做这一步
problem-case-erased = 这件事的内容已经按本人的要求抹掉了
problem-case-if_match_required = 没有说明看到的是哪一版
problem-idempotency-mismatch = 这一份已经交过，内容不一样；请打开新的一页再写
problem-idempotency-bad_key = 这一页的凭证不完整，请打开新的一页再写
problem-input-invalid = 有几处要改
problem-input-malformed = 发来的内容读不懂
problem-places-already_there = 这个地方已经有了
fault-text-empty = 还没写发生了什么
fault-contacted-empty = 还没选：有人联系过您吗
fault-solved-empty = 还没选：解决了吗
fault-satisfaction-empty = 还没选：满意吗
fault-place-empty = 还没写在哪儿。选社区，或者写几个字都行
fault-kind-unknown = 没有这一类，请从列出来的里面选
fault-place-area-unknown = 没有这个社区或村，请从列出来的里面选
fault-contact-phone-empty = 还没写电话号码
fault-contact-phone-bad_phone = 电话号码不对。手机号是 11 位
fault-contact-email-empty = 还没写邮箱
fault-contact-email-bad_email = 邮箱地址不完整
fault-contact-confidential-missing = 还没选号码给谁看。我们不替您选
fault-reach-missing = 还没选怎么告诉您
fault-number-empty = 还没写编号
fault-code-empty = 还没写查询码
fault-unit-unknown = 没有这个单位，请从列出来的里面选
fault-complexity-missing = 选了“复杂”，请写明理由
fault-result-unknown = 请选办得怎么样
find-no_match = 编号和查询码对不上，请再核对一遍
