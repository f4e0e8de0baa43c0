## 左边的路

nav-board = 督办台
nav-orders = 督办单
nav-inbox = 提醒

## 督办台

board-title = 督办台
board-heading = { $n ->
   *[other] { $n } 件已超期
}
board-quiet = 现在没有超期的事项
board-lead = 只看单位，不排个人。
all-orders = 全部督办单
tiers-heading = 现在各到哪一步
tile-yellow = 快到时限，已提醒承办人
tile-red = 到期即发，给承办人
tile-tier2 = 超期后仍未办，督办单给单位负责人
tile-tier3 = 超期更久，报县级统筹
level-none = 正常
level-yellow = 快到期
level-red = 一级 · 催办
level-tier2 = 二级 · 督办单
level-tier3 = 三级 · 报县级
decide-heading = 要拿主意的
decide-none = 没有超期的事项。
col-light = 灯
col-matter = 事项
col-unit = 承办单位
col-why = 为什么
col-do = 办
col-yellow = 快到期
col-red = 超期
col-open = 在办
col-in-time = 按期答复（90 天）
col-stopped = 停钟时间占比
col-sent-back = 退单被驳
few-answers = 样本少
stopped-much = 停钟时间多
col-lights = 灯
col-week = 周
col-hours = 小时
over-by = 超 { $span }
no-unit = 还没派出
issue-button = 发督办单
units-heading = 各单位现在怎样
units-hint = 按机构代码排列，不排名；90 天内少于 30 件不算比例；⚑ 停钟时间超过 15%
units-none = 各单位现在都没有在办的事项。
red-heading = 红灯小时数，近 8 周
this-week = 本周
red-none = 近 8 周没有亮过红灯。
red-hint = 每件事项超期多少小时，加在一起；同时超期的各算各的。
red-less = 比前 8 周少 { $percent }
red-more = 比前 8 周多 { $percent }

## 督办单

orders-title = 督办单
orders-lead = 每一步都有时限；过了时限，报给督办员和县级统筹。
orders-open = 没办完的督办单
orders-over = 办完的督办单
orders-none = 没有没办完的督办单。
order-number = 督办单第 { $number } 号
of-case = 事项 { $number }
is-late = 已过时限
due-by = { $when } 前
cause-hand = 督办员决定
cause-overdue = 超期未办
cause-negative-twice = 两次说没解决
cause-repeat = 三次重办
cause-safety = 有安全风险
cause-group = 30 天内 10 人以上反映
order-issued = 等签收
order-acknowledged = 等方案
order-planned = 整改中
order-rectified = 等核实
order-verified = 已核实
order-lifted = 已解除
order-upgraded = 已升级
stage-issued = 发出
stage-acknowledged = 签收
stage-planned = 方案
stage-rectified = 整改
stage-verified = 核实
stage-label = 这一步
step-acknowledge = 签收
step-plan = 交整改方案
step-rectify = 报整改完成
step-verify = 核实属实
step-doubt = 核实不实，退回整改
step-lift = 解除
step-upgrade = 升级，由县级接手
hint-acknowledge = 说明（可以不写）
hint-plan = 怎么整改，哪天完成
hint-rectify = 做了什么
hint-verify = 打电话问了谁家、怎么说（不写姓名和电话）
hint-doubt = 反映人怎么说，还差什么（不写姓名和电话）
hint-lift = 说明（可以不写）
hint-upgrade = 为什么升级
about-heading = 这张督办单
story-heading = 经过
entry-issued = 发出：{ $cause }
entry-ran-out = 这一步过了时限
platform = 平台
nothing-to-do = 现在不用您办。
issue-title = 发督办单
issue-lead = 已替您填好，看一遍就能发出。
to-unit = 发给
sign-by = 签收
plan-by = 整改方案
verify-how = 核实
verify-call = 抽反映人打电话问
demand-label = 要求
demand-hint = 单位负责人会看到。不写姓名、电话。
demand-usual = 说明超期原因，给出办结的日期。
demand-early = 说明办到了哪一步，给出办结的日期。
issue-confirm = 确认发出
done-issued = 督办单已发出。
done-open = 这件事已有一张没办完的督办单。
done-stepped = 已记下。

## 我的一周

week-title = 我的一周
week-heading = { $n ->
   *[other] 这七天有 { $n } 件到期
}
week-none = 这七天没有到期的
week-lead = 您手上的事项哪天到期。不上班的日子写明了。
week-days = 七天
week-today = 今天 { $day }
week-day-none = 没有
week-count = { $n ->
   *[other] { $n } 件
}
week-overdue = { $n ->
   *[other] 另有 { $n } 件已经超期，先办这些。
}
week-overdue-open = 看超期的
week-order = 督办
week-urgent = 紧急
week-provisional = 有的日子国务院还没公布放假安排，先按周末和固定节日算；公布后重算，变了会告诉您。
week-provisional-mark = 暂定
week-more = 事项太多，这里没有全列出来。
week-more-open = 看全部事项
col-due = 到期
day-weekend = 周末
day-holiday = 放假
day-festival = { $name } 放假
day-makeup = 调休上班

## 我的提醒

inbox-title = 我的提醒
inbox-some = { $n ->
   *[other] { $n } 条没看的提醒
}
inbox-none = 没有没看的提醒
inbox-empty = 还没有提醒。
unread-mark = 新
mark-read = 都看过了
done-read = 已标为看过。
digest-heading = 今天
digest-today = 今天到期
digest-red = 已超期
digest-yellow = 快到期
digest-waiting = 等我办的督办单
notice-yellow = 事项 { $number } 快到期，{ $when } 前要办完
notice-red = 催办：事项 { $number } 已到期（{ $when }）
notice-tier2 = 二级督办：事项 { $number } 到期（{ $when }）后仍未办
notice-tier3 = 三级督办：事项 { $number } 到期（{ $when }）后一直未办，已报县级统筹
notice-contested = 事项 { $number } 的分类有人不认，请另一位分派员 { $when } 前定
notice-contest-late = 事项 { $number } 的分类有人不认，到 { $when } 还没人定
notice-issued = 督办单第 { $order } 号已发出，事项 { $number }
notice-acknowledged = 督办单第 { $order } 号已签收，事项 { $number }
notice-planned = 督办单第 { $order } 号交了整改方案，事项 { $number }
notice-rectified = 督办单第 { $order } 号报整改完成，等打电话核实，事项 { $number }
notice-verified = 督办单第 { $order } 号核实属实，事项 { $number }
notice-doubted = 督办单第 { $order } 号核实不实，退回整改，事项 { $number }
notice-lifted = 督办单第 { $order } 号已解除，事项 { $number }
notice-upgraded = 督办单第 { $order } 号已升级，由县级统筹接手，事项 { $number }
notice-ran-out = 督办单第 { $order } 号这一步过了时限，事项 { $number }
notice-drift = 群众说的和派单模型第 { $model } 版训练时不一样了，建议会越来越不准，该看看要不要重新训练
notice-other = 有一条新提醒

## 事项经过里的催办

story-yellow = 快到时限，提醒了{ $who }
story-red = 到期催办：{ $who }
story-tier2 = 超期没办完，二级督办：{ $who }
story-tier3 = 超期更久，三级报县级：{ $who }
story-stood-down = 期限变了或办完了，催办重新开始
story-contested = 分类有人不认，请{ $who }来定
story-contest-late = 分类还没人定，报{ $who }
story-order = 督办单 { $order } 号：{ $what }
told-nobody = 没有人可以提醒
told-deputy = 有人不在岗，由代办人收到
rung-assignee = 承办人
rung-lead = 单位负责人
rung-supervisor = 督办员
rung-organiser = 县级统筹
passed-nobody = 没有{ $rung }
passed-away = { $rung }不在岗，也没人代办

## 不在岗

away-heading = 我不在岗的日子
away-lead = 这几天给您的提醒，直接送到代办人；没有代办人，就送到上一级。
away-from = 从哪天
away-until = 到哪天
away-who = 代办人
away-who-hint = 和您做同样工作的同事。
away-nobody = 没有代办人，送上一级
away-deputy = 代办人：{ $name }
away-span = { $from } 到 { $until }
away-submit = 记下
away-end = 取消，我在岗
done-away = 已记下。
done-back = 已取消。

## 错误

problem-supervision-no_such_order = 没有这张督办单，或者不在您管的范围。
problem-supervision-no_such_absence = 没有这条记录，或者已经取消。
problem-supervision-no_unit = 这件事还没有承办单位，督办单没有人可发。
problem-supervision-order_open = 这件事已有一张没办完的督办单。
problem-supervision-stale = 这张督办单刚刚被别人改过。请看一遍再办。
problem-supervision-if_match_required = 没有说明看到的是哪一版
problem-supervision-step_refused = 督办单到了这一步，不能这样办。
problem-supervision-same_hand = 代表单位办过这张督办单的人，不能自己核实。
fault-demand-empty = 还没写要求
fault-words-empty = 这里还空着
fault-from-empty = 还没写第一天
fault-from-unknown = 第一天不是日期
fault-from-overlap = 和已记下的日子重叠
fault-from-too_many = 记下的日子太多了，先取消几条
fault-until-empty = 还没写最后一天
fault-until-unknown = 最后一天不是日期
fault-until-too_early = 最后一天太早
fault-until-too_far = 一次最多 92 天；更久请办交接
fault-deputy-unknown = 这位同事不能代办
