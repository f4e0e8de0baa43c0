## 外壳：每一页都有的话

brand = 连心
skip = 跳到正文
tools = 使用方式
senior-on = 长辈版
senior-on-long = 长辈版：大字、大按钮
senior-off = 回到普通版
aloud = 朗读
aloud-page = 朗读本页
aloud-to-me = 念给我听
lang-short = EN
lang-switch = 换成英文
home = 首页
big-enough = 字够大吗？
smaller = 小一点
larger = 大一点
help-always = 随时求助
foot = 页脚
foot-report = 我要反映
foot-find = 查进度
foot-rules = 规则公开
foot-open = 阳光公开
foot-staff = 工作人员登录
foot-demo = { $county }（演示）党群服务平台。示例数据，人名、地名、数字均为虚构。
foot-site = { $county }党群服务平台
county-demo = { $county }（演示）

## 工作人员的外壳

main-nav = 主导航
find-case = 找事项：输入编号
theme-dark = 深色
theme-light = 浅色
keys-all = 全部快捷键
keys-close = 关上
keys-move = 上下移动
keys-open = 打开
keys-next = 做下一步
keys-only = 只看一类
keys-find = 查找
keys-choose = 选承办单位
keys-group = 换一组：类别、难易、承办
keys-send = 照此派出
keys-submit = 在输入框里：发出

## 出错的时候：谁的错、什么还在、下一步

problem-not-found = 没有找到这一页
problem-not-found-now = 地址可能抄错了一位，或者这件事不在您能看的范围里。
problem-invalid = 有几处要改
problem-invalid-now = 请回到上一页，改好了再交。写过的都还在。
problem-conflict = 这件事刚刚有了变化
problem-conflict-now = 别人先办了一步。请打开看看最新的样子，再决定怎么办。
problem-forbidden = 您的账号不能做这一步
problem-page-now = 写的没有丢：返回上一页就能看见。刷新以后再交一次，或者打电话，工作人员帮您记。
problem-forbidden-now = 如果工作需要，请找管理员开通。
problem-unauthenticated = 请先登录
problem-unauthenticated-now = 登录以后再回到这一页。
problem-precondition = 没有说明看到的是哪一版
problem-too-many = 来得太密了，请歇一会儿
problem-too-many-now = 您写的没有丢。过几分钟再试，或者打热线电话，一样办。
problem-unavailable = 系统这会儿忙不过来
problem-unavailable-now = 不是您的错。请过一两分钟再试；着急就打热线电话。
problem-bug = 我们这边出了错
problem-bug-now = 不是您的错。已经交出去并拿到编号的事都在，不会丢。
problem-ours = 打电话时报这个号，我们能查到：{ $id }
problem-call = 着急就打 { $number }，一样办。
problem-back = 回首页
problem-again = 再试一次
problem-sign-in = 去登录

## 出错的时候：登录、账号、表单

problem-auth-forbidden = 您的账号不能做这一步
problem-auth-form_token = 这一页开得太久了，请刷新以后再交
problem-auth-cross_site = 这个请求不是从本站的页面来的，没有收
problem-auth-wrong = 账号或密码不对，请再试一次
problem-auth-totp_required = 还要 6 位动态码
problem-auth-slow_down = 试得太密了，请过一会儿再登录
problem-account-not_found = 没有这个账号
problem-account-login_taken = 这个账号名有人用了，请换一个
problem-account-invalid = 账号信息有几处要改
problem-account-own_roles = 自己的角色要由别人来改
problem-account-not_yours_to_give = 这个角色不归您授予
problem-account-role_not_held = 这个人现在没有这个角色
problem-link-gone = 这个链接用过了，或者过期了
problem-form-unreadable = 表单没有收全，请再交一次
problem-form-invalid = 有几处要改
problem-store-stale = 这件事刚刚有了变化

## 填写有误：通用的说法

fault-empty = 这里还没写
fault-too_long = 太长了，最多两万字
fault-unknown = 请从列出来的里面选一个
fault-bad_phone = 电话号码不对。手机号是 11 位
fault-bad_email = 邮箱地址不完整
fault-control_character = 里面有看不见的控制符号，请重新输入
fault-future = 日期还没到
fault-outside_county = 这个地方不在本县
fault-missing = 请选一个。我们不替您选
fault-out_of_range = 请从列出来的里面选一个
fault-shape = 写法不对，请看旁边的说明
fault-other = 这里填得不对，请再看看

# /developers
developers-title = 开放接口
developers-lead = 程序也能帮人反映、查询和办理。完整的说明在
developers-answers = 可能的答复
alert-label = 马上要办的
