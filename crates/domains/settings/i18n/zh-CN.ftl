## 设置：工作人员

settings-title = 设置
settings-heading = 现在的规矩，第 { $version } 版
settings-lead = 改规矩要两个人：系统管理员提，县级统筹批。改了只管生效以后收到的事，早先的按老规矩办完。
settings-caption = { $group }：各条规矩
col-rule = 规矩
col-value = 现在
col-since = 从哪天起
col-next = 接下来
from-the-beginning = 一开始
not-decided-next = 没有改动
waits-mark = 有人提了改动，待批
later-mark = 用得上的功能还没做
open-proposals = { $n ->
   *[other] { $n } 件改动待批
}
all-proposals = 改动和审批
public-page = 给群众看的这一页
back-to-settings = 回到全部规矩
whole-county = 全县
value-at = { $place }：{ $value }
value-from = { $day } 起：{ $value }
shift = { $name }：{ $before } → { $after }
as-the-county = 跟着上一级
somebody = 已停用的账号
the-platform = 平台

## 一条规矩

in-force = 在用
coming = 还没到日子
since-day = { $day } 起
range = 可以定在 { $least } 到 { $most } 之间
fixed-hint = 这一条不能改，写出来是为了让人知道怎么算。
later-hint = 用到它的功能还没做；可以先定下来。
source-label = 依据
range-label = 范围
code-label = 代号
how-it-was = 以前是怎么定的
proposed-and-approved = { $by }提，{ $approved }批：{ $reason }
see-proposal = 看这次改动
waiting-here = 正在等人批
propose-heading = 提一个改动
propose-lead = 提上去以后，由另一个人批；不批，什么都不变。
propose-together = 这几条连在一起，要一起定。
scope-label = 管哪儿
scope-hint = 只给一个地方单独定；数字留空，就是跟着上一级。
effective-label = 哪天起用
effective-hint = 从那天零点起，只管那以后收到的事。不填：一批就用。
reason-label = 为什么改
reason-hint = 会和改动一起公开。不写姓名、电话、证件号。
propose-submit = 提上去等人批
unit-of = { $name }的单位
unit-minutes = 分钟
unit-hours = 小时
unit-working-days = 个工作日
unit-days = 天
fault-with-range = { $error }。{ $range }

## 改动和审批

proposals-title = 改动和审批
proposals-none = 现在没有等人批的改动
proposals-some = { $n ->
   *[other] 有 { $n } 件改动等人批
}
proposals-waiting = 等人批
proposals-decided = 办过的
proposals-older = 更早的
proposal-number = 第 { $number } 号改动
proposed-by = { $who } { $when } 提
waits-until = 等到 { $when }，没人批就作废
holds-from = { $day } 起用
as-soon-as-approved = 一批就用
never-holds = 没有生效
status-open = 待批
status-approved = 批了
status-refused = 没批
status-withdrawn = 收回了
status-expired = 作废了
decided = { $status }：{ $who }，{ $when }
decided-with-words = { $status }：{ $who }，{ $when }。{ $words }
done-proposed = 提上去了，等另一个人批。
done-approved = 批了。到日子自己生效。
done-refused = 没批，什么都不变。
done-withdrawn = 收回了，什么都不变。
effect-heading = 批了以后有什么不一样
effect-before = 现在
effect-after = 改后
effect-none = 对新收到的事从那时起照新的办。
effect-examples = 比如这三件
example-caption = { $name }：三件事的到期时间
example-occasion = 什么时候收到
example-before = 按老的到期
example-after = 按新的到期
occasion-working-day = 平常上班日
occasion-before-days-off = 放假前一个下午
occasion-before-holiday = 长假前一天
effect-open-matters = 现在没办完的 { $n } 件，按收到那天的规矩办完，一件都不变。
who-label = 谁提的
why-label = 为什么
when-label = 什么时候起
until-label = 等多久
decision-label = 结果
decide-heading = 您来定
remark-label = 说明
remark-hint = 不批要写为什么。会公开，不写姓名、电话。
approve = 批准
refuse = 不批
withdraw = 收回
own-hint = 您提的，不能自己批。
not-yours-hint = 由县级统筹来批。

## 规则公开

rules-title = 规则公开
rules-heading = 一件事按什么规矩办
rules-lead = 期限、次数、公开到什么程度，都写在这里。谁也不能悄悄改：改要两个人，改了从哪天起、为什么，都看得见。
rules-version = { $day }在用的是第 { $version } 版
rules-old = 早先收到的事，按收到那天的规矩办。
rules-contents = 这一页有什么
rules-earlier = 以前怎么定的

## 地区和单位

amend-rename = { $old }改名为{ $name }
amend-merge = { $old }并入{ $other }
amend-open = 新设{ $name }
then-renamed = 从那天起用新名字；早先的事和老月份的数还写老名字。
then-merged-area = 从那天起，{ $old }的新事算{ $other }的；早先的事和老月份的数还算{ $old }的。
then-merged-unit = 从那天起，该派给{ $old }的新事派给{ $other }；{ $old }手上没办完的事要交接。
then-opened = 从那天起可以派单给它。
amend-open-area = 在{ $parent }新设{ $name }
then-opened-area = 从那天起，边界里面的新事算它的；早先的事不动。
amend-kind-unit = “{ $kind }”改由{ $unit }办
amend-open-kind = 在“{ $first }”下面新设一类“{ $name }”，由{ $unit }办
then-renamed-kind = 从那天起用新名字；事和老月份的数都不变。
then-closed-category = 从那天起没有新的事算在它下面；老月份的数还算它的。
then-merged-kind = 从那天起，“{ $old }”不能再选，新的事算“{ $other }”的；早先的事还是“{ $old }”，钟照走，老月份的数不变。
then-kind-unit = 从那天起，新的“{ $kind }”派给{ $unit }；已经派出去的还由原来的单位办完。
then-opened-kind = 从那天起群众和派单台都能选。时限按下面写的“多半是什么”算。
register-title = 地区、单位和类别
register-heading = { $day }在用：{ $areas } 个地区，{ $units } 个单位，{ $kinds } 类事
register-lead = 只改名、并入、新设、换单位，不删除：撤掉的还查得到，老月份的数不变。从零点起用，也要两个人。
register-areas = 地区
register-units = 单位
register-kinds = 类别
register-categories = 大类
register-kind-unit = 由{ $unit }办
register-until = 到 { $day } 为止，由{ $other }接着
register-since = { $day } 起
register-names-next = { $day } 起改名
rename-heading = 改名
merge-heading = 并入另一个
open-heading = 新设一个单位
kind-unit-heading = 换承办单位
open-area-heading = 新设一个地区
open-kind-heading = 新设一类事
which-label = 哪一个
which-area = 哪个地区
which-unit = 哪个单位
into-label = 并入哪一个
name-label = 新名字
name-en-label = 英文名字
unit-code-label = 代号
unit-code-hint = 小写字母、数字和下划线，定了不能改。
unit-kind-label = 哪一类
kind-department = 县直部门
kind-subdistrict = 街道、乡镇
phone-label = 公开电话
area-level-label = 哪一级
area-level-community = 社区、村
area-level-subdistrict = 街道
area-level-town = 镇、乡
area-parent-label = 属于哪里
area-residents-label = 常住人口
area-outline-label = 边界
area-outline-hint = 把 GeoJSON 多边形的文字贴在这里：一个圈，经度在前、纬度在后，在上级里面，不压邻居。
area-size-label = 边界里面
area-size = { $km2 } 平方公里，{ $corners } 个拐点
which-kind = 哪一类事
kind-unit-label = 由哪个单位办
kind-first-label = 属于哪个大类
kind-type-label = 多半是什么
kind-type-hint = 时限按它算；派单员可以改。
kind-complexity-label = 一般还是复杂
kind-public-label = 公共场所的事
kind-public-hint = 选了，别人反映同一处时会看到“有人反映过”，看不到内容。
kind-basis-label = 凭什么归它办
kind-basis-hint = 写法律条文或者职责分工文件。会公开。
kind-words-label = 群众常说的词
kind-words-hint = 用顿号、逗号或换行隔开，每个两到二十字。写到这些词，就会建议这一类。
kind-words-none = 没有写
kind-type-enquiry = 咨询
kind-type-help = 求助
kind-type-complaint = 投诉
kind-type-report = 举报
kind-type-suggestion = 建议
kind-type-thanks = 感谢
kind-type-other = 其他
kind-complexity-general = 一般事项
kind-complexity-complex = 复杂事项
day-tomorrow-hint = 从那天零点起，最早明天。
choose = 请选
fault-code-closed = 没有这一个，或者已经撤了
fault-code-taken = 这个代号用过了
fault-code-has_communities = 下面还有社区或村，先把它们并走
fault-level-unknown = 请选哪一级
fault-parent-closed = 没有这个上级，或者已经撤了
fault-parent-other_level = 这一级不能直接属于它
fault-residents-not_a_number = 常住人口要写成一个数
fault-residents-out_of_range = 常住人口太多了，不像真的
fault-outline-not_a_polygon = 边界读不懂：要 GeoJSON 的多边形（Polygon）
fault-outline-not_one_ring = 边界只能是一个圈，不能有洞，也不能有几块
fault-outline-too_few_corners = 边界至少三个拐点
fault-outline-too_many_corners = 边界最多两千个拐点，请画得简单些
fault-outline-not_on_earth = 有一个点不是经纬度；经度在前，纬度在后
fault-outline-not_simple = 边界自己碰到了自己
fault-outline-outside_parent = 边界伸到上级外面去了
fault-outline-overlaps = 边界压着别的地区了
fault-code-has_kinds = 下面还有没撤的类别，先把它们并走
fault-first-closed = 没有这个大类，或者已经撤了
fault-unit-closed = 没有这个单位，或者已经撤了
fault-unit-same = 现在就是这个单位
fault-case_type-unknown = 请选多半是什么
fault-complexity-unknown = 请选一般还是复杂
fault-basis-empty = 还没写凭什么归它办
fault-basis-too_long = 凭什么归它办，最多二百字
fault-words-bad_word = 词要两到二十字
fault-words-twice = 有一个词写了两遍
fault-words-over_sixty = 词最多六十个
fault-code-bad_code = 代号只用小写字母、数字和下划线
fault-successor-closed = 没有这一个，或者已经撤了
fault-successor-itself = 不能并入自己
fault-successor-other_level = 要并入同一级的地区
fault-name-same = 和现在的名字一样
fault-long_name = 名字最多一百字
fault-name-empty = 还没写名字
fault-name_en-empty = 还没写英文名字
fault-phone-bad_phone = 电话号码不对

## 词库

words-title = 词库
words-heading = { $n ->
   *[other] 词库里有 { $text } 个词
}
words-lead = 群众怎么叫一个地方，平台就怎么认：写了“老供销社”，就知道说的是哪儿。派单建议、找相似、填诉求时的地方提示都用它。加词停词要两个人：系统管理员提，县级统筹批，批了马上用。
words-come = { $n ->
   *[other] 词库加 { $text } 个词
}
words-go = { $n ->
   *[other] 词库停 { $text } 个词
}
words-come-and-go = 词库加 { $come } 个词，停 { $go } 个词
words-whole = 不指地方，只是不拆开的词
words-that-come = 加的词
words-that-go = 停的词
words-then = 批了马上用，不改动任何已经收到的事。停了的词在记录里还查得到。
words-in-force = 在用的词
words-search = 找词，或者找它指的地方
words-search-go = 找
words-none = 还没有词。
words-not-found = 没有和“{ $q }”对得上的词。
words-older = 再往前
words-word = 词
words-means = 指哪儿
words-line = 行
words-end = 停用
words-end-one = 停用“{ $word }”
words-end-why = 为什么停
words-end-propose = 提议停用勾上的
words-add = 加词
words-lines = 一行一个词
words-lines-hint = 写成“叫法 = 名称”，名称是在册的小区、道路、社区（村）、街道乡镇或联系点。只写一个词、不写等号，就是不拆开的词。可以从表格里整列粘贴。
words-no-people = 不写人名、外号。像电话、证件号的不收。
words-lines-example = 老供销社 = 北苑家园
words-when = 批了马上用，所有开着的程序都会知道，不用重启。
words-look = 先看看
words-preview = 一行一行看
words-summary = 能加的 { $right } 行，要改的 { $wrong } 行
fault-words-empty = 这里还空着
fault-words-too_short = 一个字的词太容易认错，至少两个字
fault-words-long_word = 太长了，一个词最多二十个字
fault-words-bad_sign = 词里有看不见的符号、等号或逗号
fault-words-no_letter = 只有数字和符号，不是词
fault-words-looks_personal = 像电话、证件号或邮箱，词库不收
fault-words-is_a_name = 这本来就是在册的名称，不用再加
fault-words-known = 词库里已经有了；要改它指的地方，先停用
fault-words-no_such_place = 在册的小区、道路、地区、联系点里没有这个名称
fault-words-not_there = 词库里没有这个词，或者已经停了
fault-words-too_many = 太多了：一次最多 500 个，一共最多 5,000 个
fault-effective_on-at_once = 词批了马上用，不定日子

## 工作日历

calendar-title = 放假安排
calendar-lead = 期限按工作日算，哪天上班、哪天放假，以国务院办公厅每年的通知为准。公布一年要两个人：系统管理员提，县级统筹批。
calendar-public-lead = 期限里的“工作日”按下面的通知算。哪一年还没公布，先按周末和日期固定的节日算，公布以后重新算，变了的会告诉本人。
calendar-missing = { $years }年的放假安排还没有公布到平台上，有的期限只能先按周末和固定节日算
calendar-years = 已经公布的年份
calendar-next = { $year } 年和以后的年份，没有公布以前先按周末和日期固定的节日算，期限注明“暂定”。
calendar-year-days = 上班 { $working } 天，通知放假 { $off } 天，调休上班 { $makeup } 天
calendar-notice = { $title }（{ $day }印发）
calendar-publish = 公布一年
calendar-text-label = 放假安排
calendar-text-hint = 把文件的内容粘贴到这里，认得 CSV、JSON 和 iCalendar 三种写法。要整年的；过去的年份和没有变化的年份会略过。
calendar-example = 看一个例子
calendar-notice-label = 通知的文号和标题
calendar-notice-hint = 会公开。文件里已经写了的，不用再写。
calendar-issued-label = 通知哪天印发
calendar-when = 批了以后十秒起用，没办完的事马上重新算，变了的写进经过。
calendar-look = 看看有什么变化
calendar-day = 日子
calendar-days-caption = 有变化的日子
calendar-days-change = { $n ->
   *[other] 有 { $text } 天和现在不一样
}
calendar-moves = { $n ->
   *[other] 现在没办完的有 { $text } 件期限会变
}
calendar-moves-none = 现在没办完的，期限一件都不变。
calendar-proposal = 公布 { $years } 年放假安排
day-workday = 工作日
day-weekend = 周末
day-holiday = 放假
day-makeup = 调休上班
calendar-fault-notice = 没有写明 { $year } 年按的是哪个通知，请写上文号和标题
calendar-fault-line = 第 { $line } 行读不懂
calendar-fault-contradiction = { $day }既写了放假，又写了上班
calendar-fault-makeup = { $day }不是周六周日，不能是调休上班
calendar-fault-long = 从 { $from }到 { $to }，太长了，不像一个假期
calendar-fault-stray = { $day }不归 { $year } 年的通知管
calendar-fault-incomplete = { $year } 年不完整：没有 { $day }
fault-calendar-empty = 还没有放假安排
fault-calendar-unreadable = 读不懂。认得 CSV、JSON 和 iCalendar 三种写法
fault-calendar-no_holidays = 里面一天假也没有
fault-calendar-contradiction = 有一天既写了放假，又写了上班
fault-calendar-makeup_on_weekday = 调休上班只能是周六周日
fault-calendar-holiday_too_long = 有一个假期太长了，不像真的
fault-calendar-stray_day = 有一天不归这一年的通知管
fault-calendar-incomplete = 不是完整的一年：元旦、劳动节、国庆节都要有
fault-calendar-year_out_of_range = 年份超出了能算的范围
fault-calendar-same = 和现在一样，没有新的年份
fault-notice-empty = 没有写明按的是哪个通知
fault-notice-title = 通知的标题不对，最多二百字

## 数

value-on = 管
value-off = 不管
value-minutes = { $n ->
   *[other] { $n } 分钟
}
value-hours = { $n ->
   *[other] { $n } 小时
}
value-working-days = { $n ->
   *[other] { $n } 个工作日
}
value-days = { $n ->
   *[other] { $n } 天
}
value-times = { $n ->
   *[other] { $text } 次
}
value-people = { $n ->
   *[other] { $text } 人
}
value-households = { $n ->
   *[other] { $text } 户
}
value-cases = { $n ->
   *[other] { $text } 件
}
value-departments = { $n ->
   *[other] { $text } 家
}
value-months = { $n ->
   *[other] { $text } 个月
}
value-years = { $n ->
   *[other] { $text } 年
}
value-yuan = { $text } 元
value-square-metres = { $text } 平方米
value-cubic-metres = { $text } 立方米
value-metres-per-second = { $text } 米/秒
choice-one-third = 最后三分之一
choice-monday = 每周一
choice-tuesday = 每周二
choice-wednesday = 每周三
choice-thursday = 每周四
choice-friday = 每周五
choice-saturday = 每周六
choice-sunday = 每周日
choice-weekly = 每周一次
choice-monthly = 每月一次
choice-quarterly = 每季一次
choice-two-thirds = 三分之二
choice-three-quarters = 四分之三
choice-resident = 常住人口
choice-registered = 户籍人口

## 依据

source-plan = 方案 { $section }
source-ruling = 平台的统一规定，县里可以更严
source-proposal = 方案没有写，平台建议的数
source-civil-code = 民法典第二百七十八条
source-pipl = 个人信息保护法第五十六条
source-cyber-law = 网络安全法关于留存日志的规定

## 出错

problem-settings-no_such_proposal = 没有这件改动
problem-settings-no_such_parameter = 没有这条规矩
problem-settings-stale = 这件改动刚刚有了变化
problem-settings-own_proposal = 您提的，不能自己批：改规矩要两个人
problem-settings-not_yours = 只有提的人能收回
problem-settings-decided = 这件改动已经有人定过了
problem-settings-lapsed = 这件改动过期作废了
problem-settings-not_lapsed = 这件改动还没到期
problem-settings-if_match_required = 没有说明看到的是哪一版
fault-beyond_range = 超出了允许的范围
fault-eval-weight-satisfaction-beyond_range = 群众满意至少占一半（50%）
fault-not_a_value = 写法不对：看旁边的单位和例子
fault-fixed = 这一条不能改
fault-scope_not_allowed = 这一条不能给这样的地方单独定
fault-scope_unknown = 没有这个地方
fault-twice = 同一条写了两遍
fault-same = 和现在一样，没有改动
fault-weights_do_not_add_up = 五项加起来要等于 100%
fault-above_the_other = 不能比配对的那一条还大
fault-changes-empty = 还没写改哪一条
fault-parameter-unknown = 没有这条规矩
fault-bad_date = 日期不对，像 2027-01-01 这样写
fault-past_date = 不能从过去的日子起
fault-far_date = 太远了，最多定到五年以后
fault-looks_personal = 里面像有电话、证件号或邮箱；理由会公开，请拿掉
fault-reason-empty = 请说明原因
fault-reason-too_long = 理由最多五百字
fault-remark-empty = 不批要写为什么
fault-remark-too_long = 说明最多五百字

## 参数的名字和说明

theme-clocks = 期限
theme-handling = 派单和办理
theme-rating = 评价和重开
theme-contact = 联系和走访
theme-orders = 清单和点单
theme-deliberation = 议事
theme-funds = 经费
theme-evaluation = 考评
theme-people = 队伍
theme-points = 联系点
theme-care = 照护提醒
theme-publication = 公开
theme-safety = 安全和留存
theme-itself = 规矩怎么改

param-response-general = 多久要有人联系
param-response-general-why = 从收到起算，夜里和节假日也算。打通电话、当面、回复都算联系，自动回复不算。
param-plan-complex = 复杂的事几天拿出方案
param-plan-complex-why = 方案要写明怎么办、谁来办、哪天办完，发给反映的人。
param-final-enquiry = 咨询几天答复
param-final-enquiry-why = 从收到起算，第一天是收到后的第一个工作日，到那天下班为止。
param-final-help = 求助几天答复
param-final-help-why = 从收到起算，第一天是收到后的第一个工作日，到那天下班为止。
param-final-suggestion = 建议几天答复
param-final-suggestion-why = 从收到起算，第一天是收到后的第一个工作日，到那天下班为止。
param-final-complaint = 投诉几天答复
param-final-complaint-why = 从收到起算，第一天是收到后的第一个工作日，到那天下班为止。
param-final-report = 举报几天答复
param-final-report-why = 从收到起算，第一天是收到后的第一个工作日，到那天下班为止。
param-final-thanks = 感谢几天答复
param-final-thanks-why = 从收到起算，第一天是收到后的第一个工作日，到那天下班为止。
param-final-other = 其他几天答复
param-final-other-why = 从收到起算，第一天是收到后的第一个工作日，到那天下班为止。
param-final-complex = 复杂的事几天答复
param-final-complex-why = 要两个以上单位一起办、要到现场、要定政策或要花钱的，算复杂。
param-dispatch-urgent = 急事多久派出去
param-dispatch-urgent-why = 从收到起算，夜里也算。
param-dispatch-other = 别的事多久派出去
param-dispatch-other-why = 分派台昼夜有人的县，可以定成 4 小时。
param-return-window-general = 单位几天内可以退单
param-return-window-general-why = 过了这个期限就算接了，不能再退。
param-return-window-complex = 复杂的事几天内可以退单
param-return-window-complex-why = 过了这个期限就算接了，不能再退。
param-response-reopened = 重新办理后多久联系
param-response-reopened-why = 说没解决的，重新办，先联系。
param-final-reopened = 重新办理几天办好
param-final-reopened-why = 整改最多 15 个工作日。
param-dispatch-max = 最多派几次
param-dispatch-max-why = 到了这个次数还没人接，由督办指定，不再退。
param-dispatch-automatic = 把握大的由程序自动派
param-dispatch-automatic-why = 只派一般事项；准不准，用本县自己派过的事量出来，量不到就一件也不派。急事、密封的事、举报和被投诉单位有关的事，都由人派。
param-dispatch-automatic-right = 自动派单至少要多准
param-dispatch-automatic-right-why = 每次训练模型时按这个标准划线；提高以后，要重新训练才再自动派。
param-dispatch-automatic-checked = 自动派单里人工先看的比例
param-dispatch-automatic-checked-why = 随机抽出来，照常由分派员派；抽查看出不准了，自动派单就停下。
param-stop-max = 最多停几次表
param-stop-max-why = 等您补充材料时停表；单位自己等不停。
param-stop-each = 每次最多停几天
param-stop-each-why = 到了这个天数，表自己接着走。
param-ext-max = 最多延几次期
param-ext-max-why = 要在到期以前提，理由给反映的人看。
param-defer-review = 挂账多久要回头看
param-defer-review-why = 挂账不算解决。
param-contest-decide = 不认分类的，几天内换人再看
param-contest-decide-why = 反映的人可以提一次，由另一位分派员看。
param-abuse-flag = 恶意反复标记管多久
param-abuse-flag-why = 可以申诉；急事和第一次的话从不拦。
param-supplement-max = 一件事最多补充几次
param-supplement-max-why = 再多就请打电话说。
param-light-yellow = 什么时候亮黄灯
param-light-yellow-why = 剩下最后三分之一的时间，至少一个工作日。红灯是到期。
param-tier2-after = 超期几天督办到单位
param-tier2-after-why = 给单位负责人发督办单。
param-tier3-after = 超期几天督办到县里
param-tier3-after-why = 报县里并公布到单位，不公布个人。
param-rating-window = 几天内可以评
param-rating-window-why = 到最后一天 24 点为止。没评不算满意。
param-reopen-window = 办结后多久内可以重新办
param-reopen-window-why = 重新办是您的权利，不用批。
param-contact-min = 一名联系人至少联系几户
param-contact-min-why = 人手不够的地方，平台报差几户，不硬凑。
param-contact-max = 一名联系人最多联系几户
param-contact-max-why = 超过就标“太多了”。
param-visit-freq-high = 最要紧的户多久走访一次
param-visit-freq-high-why = 不拍照、不打卡、不记轨迹。
param-visit-freq-key = 重点户多久走访一次
param-visit-freq-key-why = 不拍照、不打卡、不记轨迹。
param-visit-freq-other = 其他户多久走访一次
param-visit-freq-other-why = 不拍照、不打卡、不记轨迹。
param-visit-change = 家里有大变化，多久上门
param-visit-change-why = 比如住院、出事、家人走失。
param-order-branch = 点单几天内派出去
param-order-branch-why = 不派要说理由，给别的办法。
param-order-accept = 几天内要接单
param-order-accept-why = 不接要说理由。
param-order-unclaimed = 没人接的单多久上联席会
param-order-unclaimed-why = 由联席会议定谁来办。
param-order-answer = 季度对接会后几天给答复
param-order-answer-why = 部门答复点上提的需求。
param-list-fresh = 清单多久要确认一次
param-list-fresh-why = 过期的先问，没人答就不显示。
param-departments-min = 至少几家部门进清单
param-departments-min-why = 方案一处写 10 家，一处写 12 家；按数据算，不写死。
param-notice-meeting = 开会提前几天通知
param-notice-meeting-why = 急事可以 3 天，要写理由。
param-minutes-publish = 会后几天公布记录
param-minutes-publish-why = 记录贴出来，人人能看。
param-minutes-objection = 对记录有意见，几天内提
param-minutes-objection-why = 写进记录，附在后面。
param-topic-support-people = 几个人附议就必须上会
param-topic-support-people-why = 够了人数，不能不上会。
param-topic-support-delegates = 或者几成代表附议
param-topic-support-delegates-why = 五分之一。
param-quorum-area = 业主表决：到场面积至少多少
param-quorum-area-why = 民法典定的下限，县里只能更严。
param-quorum-people = 业主表决：到场人数至少多少
param-quorum-people-why = 民法典定的下限，县里只能更严。
param-fund-per-capita = 每人每年经费目标
param-fund-per-capita-why = 方案第五部分写 20 元，第七部分写 30 元：20 当底线，30 当目标，两个差额都显示。
param-fund-floor = 每人每年经费底线
param-fund-floor-why = 考评再差，底线不减：减了吃亏的是居民。
param-fund-population-base = 按哪种人口算
param-fund-population-base-why = 常住人口包括外来的。
param-fund-personnel-share = 人员开支至少占多少
param-fund-personnel-share-why = 按一年、一项资金算。
param-fund-personnel-rule = 人员比例这条管不管
param-fund-personnel-rule-why = 有的专项资金不许发工资，可以关掉。
param-eval-weight-satisfaction = 考评：群众满意占多少
param-eval-weight-satisfaction-why = 不能低于一半。五项加起来要等于 1。
param-eval-weight-resolution = 考评：解决率占多少
param-eval-weight-resolution-why = 五项加起来要等于 1。
param-eval-weight-participation = 考评：参与占多少
param-eval-weight-participation-why = 五项加起来要等于 1。
param-eval-weight-third-party = 考评：第三方占多少
param-eval-weight-third-party-why = 五项加起来要等于 1。
param-eval-weight-superior = 考评：上级和创新占多少
param-eval-weight-superior-why = 五项加起来要等于 1。
param-eval-publish-before = 考评办法提前多久公布
param-eval-publish-before-why = 开始以后不能再改。
param-rank-shown = 排不排名次
param-rank-shown-why = 国家规定不许片面排名，默认不排。
param-rank-min-n = 少于几件不比较
param-rank-min-n-why = 件数太少，比例说明不了什么。
param-train-hours = 每人每年培训
param-train-hours-why = 岗前、在岗、专题培训都算。
param-social-work-share = 社区工作者里有社工背景的占多少
param-social-work-share-why = 和下一条分开算，分母不一样。
param-n-social-worker-share = 志愿力量里专业社工占多少
param-n-social-worker-share-why = 和上一条分开算，分母不一样。
param-point-area-urban = 城里的联系点至少多大
param-point-area-urban-why = 要有服务厅、调解室，进门没有台阶。
param-point-area-rural = 村里的联系点至少多大
param-point-area-rural-why = 办事一处就够。
param-point-m2-per-100hh = 每百户至少多大
param-point-m2-per-100hh-why = 国家标准 30 平方米。
param-walk-speed = 走路速度按多少算
param-walk-speed-why = 用来算走过去要几分钟。
param-walk-speed-senior = 老人走路速度按多少算
param-walk-speed-senior-why = 用来算老人走过去要几分钟。
param-circle-minutes = 服务圈走几分钟
param-circle-minutes-why = 按路走，不按直线。
param-alert-inactive = 多久没动静就提醒
param-alert-inactive-why = 本人同意才装。
param-alert-soft = 多久没动静先打电话问
param-alert-soft-why = 先打电话，不先上门。
param-alert-water = 用水少于多少算没动静
param-alert-water-why = 用的是水表的数，不装摄像头。
param-alert-family = 多久告诉家人
param-alert-family-why = 先告诉家人。
param-alert-staff = 多久派人
param-alert-staff-why = 家人没接，值班的人去。
param-alert-scene = 多久到门口
param-alert-scene-why = 两个人一起去。
param-k-anonymity = 少于几个不公布
param-k-anonymity-why = 人太少，会认出是谁。只能更严。
param-publish-area-residents = 公开到多大的地方
param-publish-area-residents-why = 公开的每件事只写到至少这么多人的地方。
param-publish-batch = 攒够几件才公开
param-publish-batch-why = 攒够再一起公开，看不出是哪天的哪件。
param-publish-day = 每周哪天公布数字
param-publish-day-why = 当天凌晨三点，一周一批。
param-web-creates = 一个网址一小时收几件
param-web-creates-why = 再多照样收，先放一边等人看。
param-web-guesses = 一个网址一小时能输错几次码
param-web-guesses-why = 输对的从来不拦。
param-warrant-max = 一次查阅授权或抽查最长多久
param-warrant-max-why = 授权到期自己失效；还要看，就重新申请。
param-retention-log = 日志留多久
param-retention-log-why = 法律要求至少六个月。
param-retention-case-short = 咨询、建议、感谢办结后留多久
param-retention-case-short-why = 到期归档：删掉说的话、联系方式和往来文字，只留没有名字的统计。
param-retention-case-general = 求助等事项办结后留多久
param-retention-case-general-why = 三年：一般的诉讼时效（《民法典》第一百八十八条）。到期归档，只留统计。
param-retention-case-long = 投诉、举报、密件办结后留多久
param-retention-case-long-why = 五年：一般行政行为可以起诉的最长期限（《行政诉讼法》第四十六条）。到期归档，只留统计。
param-pia-retention = 个人信息影响评估报告留多久
param-pia-retention-why = 法律要求至少三年。
param-backup-retention = 备份留多久
param-backup-retention-why = 到期连钥匙一起销毁，忘掉的人才真的忘掉。
param-proposal-open = 改规矩的提议多久作废
param-proposal-open-why = 到时没人批，就作废，什么都不变。
