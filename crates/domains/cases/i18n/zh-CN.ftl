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
sos-traffic = 交通事故
sos-mind = 心理援助
sos-human = 别一个人扛。现在就打，有人听您说
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
rate-note = 选“没解决”或“不满意”，这件事会自动重新办。第二次还没解决，换一个人来办。
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

## 工作人员：登录以后

account-no-cases = 您的角色不看具体事项，这里只有您的账号。

## 工作人员：刚做完的一步

done-dispatch = 上一件派给了{ $unit }。
done-accept = 接单了。下一步：联系反映人。
done-contact = 联系情况记下了。
done-start = 开始办理了。
done-answer = 答复发出去了，请群众来评。
done-note = 记下了。
done-resume = 交下去重新办了。
moved-on = 这件事刚刚有了变化。您写的还在，请看看最新的样子再发。
desk-open = 到派单台去派
resume-who = 交给谁办
resume-another = 第二次没解决，要换一个人来办
resume-nobody = 没有别的承办人可交，请找管理员开通账号。
complex-note = 复杂的理由：{ $reason }
complex-reason-units = 要两个以上单位一起办
complex-reason-site = 要到现场核查
complex-reason-decision = 要作政策或法律认定
complex-reason-spending = 要花钱立项

## 工作人员：事项走到哪一步

staff-state-submitted = 收到
staff-state-triage = 待派单
staff-state-dispatched = 待接单
staff-state-accepted = 已接单
staff-state-to_contact = 待联系
staff-state-in_progress = 办理中
staff-state-answered = 已答复
staff-state-feedback_pending = 等评价
staff-state-rated = 已评价
staff-state-closed = 已办结
staff-state-reopened = 没解决，待重派
staff-state-resumed = 重新办理
all-open = 全部在办
list-heading-open = 还在办的 { $n } 件
list-heading-found = 符合的 { $n } 件
light-green = 正常
light-yellow = 快到期
light-red = 已超期
lamp-new = 新
lamp-urgent = 紧急
lamp-over = 超 { $time }
lamp-left = 还剩 { $time }
lamp-by = { $when } 前，还剩 { $time }
lamp-was = { $when }，超 { $time }
lamp-dispatch-left = { $time }内派出
lamp-dispatch-over = 派晚了 { $time }
left-contact = { $time }内联系
left-accept = { $time }内接单
left-plan = { $time }内定方案
left-dispatch = { $time }内派出
left-over = { $when } 到期
next-accept = 接单
next-contact = 联系
next-start = 开始办理
next-plan = 写方案
next-answer-step = 写答复
next-resume = 重新办理
clock-response = 首次联系
clock-plan = 办理方案
clock-final = 答复
clock-final-general = 答复（一般）
clock-final-complex = 答复（复杂）
clock-dispatch = 派单
clock-return = 接单或退回
clock-rating = 群众评价
due-by = { $when } 前
due-met = { $when } 办到
due-missed = { $when } 才办到，晚了
due-with-plan = { $when }，方案 { $plan } 前
channel-web = 网页
channel-phone = 热线
channel-counter = 窗口
channel-api = 接口
ago = { $time }前
sure-high = 把握高
sure-medium = 把握中
sure-low = 把握低
tag-reopened = 没解决
tag-again = 第 { $n } 次没解决
no-name = 没有留名
reach-phone-masked = 电话 { $phone }
reach-mail-masked = 邮箱 { $mail }
reach-confidential = 保密，由热线转话
reach-nobody = 没有留联系方式，凭查询码来看
place-unknown = 没有写明
why-limit = 答复期限 { $when }
why-unit = 派单目录：{ $kind }
contact-call = 打电话
contact-reply = 回信息
contact-posted = 在网上留言
contact-visit = 上门
contact-attempt = 没联系上
outcome-solved = 已解决
outcome-partly = 部分解决
outcome-explained = 解释清楚
result-line = 办理结果：{ $result }

## 工作人员：办理经过

story-submitted = 收到，{ $channel }
story-triaged = 自动分类
story-triaged-as = 自动分类：{ $kind }
story-dispatched = { $who }派到{ $unit }
story-accepted = { $who }接单
story-started = { $who }开始办理
story-planned = { $who }发出办理方案，开始办理
story-call = { $who }打通了电话
story-call-secs = { $who }打通了电话，{ $time }
story-visit = { $who }上门见到了反映人
story-reply = { $who }回了信息
story-posted = { $who }在网上留了言
story-attempt = { $who }没联系上反映人
story-note = { $who }记了一笔，内部看
story-note-shown = { $who }记了一笔，群众也看
story-supplemented = 群众补充了情况
story-answered = { $who }答复：{ $result }
story-feedback = 请群众评价，{ $when } 前
story-rated = 群众评价：{ $verdict }
story-closed = 办结，群众认可
story-closed-window = 办结，评价时间过了，群众没有评
story-reopened = 群众说没解决，自动重新办
story-reopened-asked = 群众要求重新办
story-resumed = { $who }交给{ $handler }重新办
story-erased = 内容按本人的要求抹掉了
call-secs = { $secs } 秒
call-minutes = { $minutes } 分钟
call-minutes-secs = { $minutes } 分 { $secs } 秒
why-resident = 反映人自己选的
queue-title-many = 等派 { $n } 件
find-number = 请输入完整的编号，12 位数字
story-platform = 平台

## 填写有误：工作人员

fault-answer-empty = 还没写答复
fault-note-empty = 还没写内容
fault-plan-empty = 复杂的事要先写办理方案
fault-kind-empty = 请选一个类别
fault-how-unknown = 请选怎么联系的
fault-secs-shape = 通话几秒，请只写数字
fault-handler-unknown = 没有这个承办人，请从列出来的里面选
fault-handler-same_handler = 第二次没解决，要换一个人来办

## 居民：事情走到哪一步

lead-triage = 收到了，正在派给承办的单位。
lead-dispatched = 已经派给{ $unit }，等他们接单。
lead-accepted = { $unit }接下了这件事。
lead-in_progress = { $unit }正在办。
lead-answered = { $unit }已经答复。
lead-reopened = 您说没解决，正在重新派人办。
lead-closed = 您说解决了，这件事已经办结。
lead-closed-unrated = 评价的日子过了，这件事先办结。没评不会算“满意”。
lead-erased = 内容已经按您的要求抹掉了。
ask-contact = { $when } 前有人联系您。
ask-answer = { $when } 前给您答复。
ask-rate = 请您看看办好了没有。
calm-green = 按期办理
calm-yellow = 快到期
calm-red = 超过期限了
calm-rate = 等您来评
calm-closed = 已办结
erased-text = （内容已经抹掉）
told-submitted = 您反映了这件事
told-dispatched = 派给了{ $unit }
told-accepted = { $who }接下了这件事
told-call = { $who }打电话联系了您
told-visit = { $who }上门找了您
told-reply = { $who }给您留了话
told-attempt = { $who }没联系上您
told-note = { $who }说明了情况
told-supplemented = 您补充了情况
told-started = { $who }开始办理
told-planned = { $who }定了办理方案
told-answered = { $unit }答复了您
told-rated = 您评了：{ $verdict }
told-closed = 办结
told-closed-window = 评价的日子过了，先办结
told-reopened = 没解决，重新办
told-resumed = 交给{ $who }重新办
told-erased = 内容按您的要求抹掉了
unit-of-old = 承办单位
thanks-rating = 评价收到了，谢谢您。
thanks-rating-again = 评价收到了。没解决，这件事重新办。
thanks-supplement = 补充的情况收到了。
thanks-reopen = 收到了，这件事重新办。
strip-rule = { $what }：{ $limit }，从第二天数起。
strip-rule-again = 重新办：{ $limit }，从第二天数起。
limit-days = { $n } 个工作日
limit-hours = { $n } 小时
limit-minutes = { $n } 分钟
limit-calendar-days = { $n } 天
cell-start = 收到
cell-again = 重办
cell-weekend = 周末
cell-holiday = 放假
cell-pause = 等您回话
cell-counted = 第{ $n }天
cell-due = 第{ $n }天 · { $time } 到期
cell-more = …

## 设置密码

welcome-title = 设置密码
welcome-hint = 账号 { $account }。这个链接只能用一次。
welcome-password = 新密码
welcome-password-hint = 至少 10 个字。长一点的一句话最好记，也最安全。
welcome-submit = 设好，去登录
fault-password-too_short = 太短了，至少要 10 个字
fault-password-too_long = 太长了，最多 200 个字
problem-link-gone = 这个链接用过了，或者过期了

## 派单台：待放行

held-title = 待放行
held-strip = 待放行 { $n } 件
held-strip-hint = 另放，看过再派
held-count = { $n } 件待放行
held-lead = 同一个来源一小时里交来太多，先放在这里。每件都有编号，期限照算；看过没有问题就放行，放行以后才能派单。
held-all = 全选
held-none = 全不选
held-release = 放行选中的
held-choose = 放行哪几件
held-nothing-chosen = 一件也没有选，请先选要放行的
held-empty = 没有待放行的
held-empty-text = 来得太多的时候，多出来的会先放在这里。
held-older = 更早的
held-left-phone = 留了电话
held-left-mail = 留了邮箱
held-left-nothing = 没留联系方式
held-done = 放行了 { $n } 件，已经排进等派的队里。
release = 放行
release-hint = 同一个来源交来太多，先放着。看过没有问题就放行，才能派单。
done-release = 放行了，可以派单了。
story-released = { $who }放行
told-released = 工作人员看过了，正在找承办的单位
problem-case-held = 这件事还没有放行，不能派单
problem-case-not_held = 这件事不用放行，或者已经放行了

## 补发查询码

nav-reissue = 补发
reissue-title = 补发查询码
reissue-lead = 居民丢了查询码，先弄清是不是本人，再补发。旧码马上作废。
reissue-received = 收到
reissue-number = 这件事的编号
reissue-open = 找到这件事
reissue-no-case = 没有找到这件事，请核对编号
reissue-proof = 怎么弄清是本人
proof-call-back = 打回登记的号码
proof-papers-seen = 看过证件
proof-call-back-hint = 请对方说出留下的号码，和上面对得上，挂断后打回去
proof-papers-seen-hint = 在窗口看过本人或代办人的证件
reissue-note = 备注
reissue-note-hint = 比如几点打回去的、看的什么证件，不抄证件号码
reissue-submit = 补发，给出新码
reissue-once = 新码只显示一次，请当场打印或念给本人抄下。
slip-title = 新的查询码
slip-made = { $when } 补发，旧码作废
slip-how = 扫一扫，或者在“查进度”里填编号和查询码
slip-keep = 这一页关掉就再也看不到新码。查询码不要给别人看。
slip-next = 补发下一件
fault-proof-unknown = 请选一种核对的办法
story-reissued = { $who }补发了查询码：{ $how }
told-reissued = 补发查询码，旧码作废

## 紧急联系和值班

nav-on-call = 值班
alarm-banner = { $n } 件事要马上联系本人
alarm-open = 去看
alarm-title = 马上联系本人
alarm-text = 话里可能有伤害自己的意思。先接下，接下后能看到登记的号码，再打过去；打不通就打 110，请社区上门。
alarm-note = 备注
alarm-answer = 我接下，现在联系
alarm-answered = { $who } { $when } 接下
alarm-phone-hint = 号码只给接下的人看，24 小时。心理援助热线 12356。
done-alarm = 接下了，请现在就联系。
story-alarmed = 话里可能有伤害自己的意思，已叫值班的人
story-alarm-answered = { $who }接下了紧急联系
problem-case-no_alarm = 没有等着接的紧急联系，或者已经有人接下了
on-call-title = 紧急联系值班
on-call-lead = 居民的话里有伤害自己的意思，马上叫这里的人：从上往下叫第一个当班的，十分钟没人接就再叫下一个，最后叫全体分派员。名单空着，就叫全体分派员。
on-call-who = 第 { $n } 位
on-call-nobody = 不排人
on-call-from = 从
on-call-to = 到
on-call-hours-hint = 两个时间都空着，就是全天；“到”比“从”早，就是到第二天。
on-call-save = 保存名单
on-call-saved = 名单保存好了。
on-call-stale = 名单刚刚被别人改过，请看最新的再改
on-call-pick-from = 能排的是分派员：他们看得到全县的事项。
fault-account-unknown = 只能排分派员
fault-account-too_many = 名单太长，最多 20 位
fault-hours-unknown = 时间要写成 08:30 的样子，两个都写或者都空着

## 没有收下，写的都在

page-old = 这一页开得太久了，刚才没有交上。写的都还在，请再交一次。
words-kept = 您刚才写的在这里，没有丢：

taken-by = 这件事已经由本单位的{ $name }接下了
problem-case-taken = 这件事已经由本单位的同事接下了
fault-complex_reason-unknown = 没有这个理由
