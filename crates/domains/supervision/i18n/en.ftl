## The rail

nav-board = Supervision
nav-orders = Orders
nav-inbox = Reminders

## The supervision desk

board-title = Supervision desk
board-heading = { $n ->
    [one] { $n } matter is overdue
   *[other] { $n } matters are overdue
}
board-quiet = Nothing is overdue
board-lead = By unit only; nobody is ranked.
all-orders = All orders
tiers-heading = How far each has gone
tile-yellow = near the limit, the handler was reminded
tile-red = sent at the limit, to the handler
tile-tier2 = still not done after the limit, an order to the unit's lead
tile-tier3 = overdue for longer, reported to the county
level-none = On time
level-yellow = Near the limit
level-red = Tier 1 · reminder
level-tier2 = Tier 2 · order
level-tier3 = Tier 3 · to the county
decide-heading = For a decision
decide-none = Nothing is overdue.
col-light = Light
col-matter = Matter
col-unit = Unit
col-why = Why
col-do = To do
col-yellow = Near the limit
col-red = Overdue
col-open = Open
col-in-time = Answered in time (90 days)
col-stopped = Time stopped
col-sent-back = Returns sent back
few-answers = too few
stopped-much = much of the time stopped
col-lights = Lights
col-week = Week
col-hours = Hours
over-by = { $span } overdue
no-unit = not dispatched yet
issue-button = Issue an order
units-heading = How the units stand
units-hint = by unit code, no ranking; no share of fewer than 30 answers in 90 days; ⚑ stopped for more than 15%
units-none = No unit has an open matter now.
red-heading = Red hours, last 8 weeks
this-week = This week
red-none = No light was red in the last 8 weeks.
red-hint = How many hours each matter was past its limit, summed; matters that are late at the same time count each.
red-less = { $percent } less than the 8 weeks before
red-more = { $percent } more than the 8 weeks before

## Orders

orders-title = Supervision orders
orders-lead = Every stage has a limit; past it, supervisor and county organiser are told.
orders-open = Orders under way
orders-over = Orders that are over
orders-none = No order is under way.
order-number = Order no. { $number }
of-case = matter { $number }
is-late = past its limit
due-by = by { $when }
cause-hand = Decided by a supervisor
cause-overdue = Overdue and not done
cause-negative-twice = "Not solved" twice
cause-repeat = Reopened three times
cause-safety = Safety risk
cause-group = Ten or more people in 30 days
order-issued = to be signed for
order-acknowledged = plan to come
order-planned = being corrected
order-rectified = to be verified
order-verified = verified
order-lifted = lifted
order-upgraded = upgraded
stage-issued = Issued
stage-acknowledged = Signed for
stage-planned = Plan
stage-rectified = Corrected
stage-verified = Verified
stage-label = This stage
step-acknowledge = Sign for it
step-plan = Hand in the plan
step-rectify = Report the correction
step-verify = Verified: it holds
step-doubt = It does not hold: correct it again
step-lift = Lift
step-upgrade = Upgrade: the county takes over
hint-acknowledge = Remark (may be left out)
hint-plan = How it is corrected, and by which day
hint-rectify = What was done
hint-verify = What the household said on the telephone (no name, no number)
hint-doubt = What the requester said and what is missing (no name, no number)
hint-lift = Remark (may be left out)
hint-upgrade = Why it is upgraded
about-heading = This order
story-heading = What happened
entry-issued = Issued: { $cause }
entry-ran-out = This stage ran past its limit
platform = The platform
nothing-to-do = There is nothing for you to do now.
issue-title = Issue an order
issue-lead = It is filled in already: read it and send it.
to-unit = To
sign-by = To be signed for by
plan-by = Plan by
verify-how = Verified by
verify-call = a sample call to requesters
demand-label = What is demanded
demand-hint = The unit's lead reads it. No names, no telephone numbers.
demand-usual = Explain why it is overdue and give the day on which it will be done.
demand-early = Say how far it has come and give the day on which it will be done.
issue-confirm = Send the order
done-issued = The order was issued.
done-open = An order about this matter is under way already.
done-stepped = Recorded.

## My week

week-title = My week
week-heading = { $n ->
    [one] { $n } limit ends in these seven days
   *[other] { $n } limits end in these seven days
}
week-none = Nothing falls due in these seven days
week-lead = The day on which each of your matters falls due. Days that are not worked say so.
week-days = Seven days
week-today = Today, { $day }
week-day-none = none
week-count = { $n ->
   *[other] { $n } due
}
week-overdue = { $n ->
    [one] { $n } more is overdue already: do it first.
   *[other] { $n } more are overdue already: do them first.
}
week-overdue-open = Show what is overdue
week-order = Order
week-urgent = Urgent
week-provisional = The holidays of some of these days are not published yet: weekends and fixed holidays count; when the notice comes they are counted again, and you are told what moved.
week-provisional-mark = provisional
week-more = There is too much to list it all here.
week-more-open = All matters
col-due = Due
day-weekend = weekend
day-holiday = public holiday
day-festival = { $name }, public holiday
day-makeup = make-up working day

## My reminders

inbox-title = My reminders
inbox-some = { $n ->
    [one] { $n } unread reminder
   *[other] { $n } unread reminders
}
inbox-none = No unread reminders
inbox-empty = There are no reminders yet.
unread-mark = new
mark-read = Mark all as read
done-read = Marked as read.
digest-heading = Today
digest-today = Due today
digest-red = Overdue
digest-yellow = Near the limit
digest-waiting = Orders waiting for me
notice-yellow = Matter { $number } is near its limit; to be done by { $when }
notice-red = Reminder: matter { $number } has reached its limit ({ $when })
notice-tier2 = Tier 2: matter { $number } is still not done after its limit ({ $when })
notice-tier3 = Tier 3: matter { $number } was never done after its limit ({ $when }) and is with the county organiser
notice-contested = The class of matter { $number } is contested; another dispatcher decides by { $when }
notice-contest-late = The class of matter { $number } is contested and nobody decided by { $when }
notice-issued = Order no. { $order } was issued, matter { $number }
notice-acknowledged = Order no. { $order } was signed for, matter { $number }
notice-planned = Order no. { $order } has its plan, matter { $number }
notice-rectified = Order no. { $order } is reported as corrected and waits for the call, matter { $number }
notice-verified = Order no. { $order } was verified, matter { $number }
notice-doubted = Order no. { $order } does not hold and is to be corrected again, matter { $number }
notice-lifted = Order no. { $order } was lifted, matter { $number }
notice-upgraded = Order no. { $order } was upgraded and is with the county organiser, matter { $number }
notice-ran-out = A stage of order no. { $order } ran past its limit, matter { $number }
notice-drift = People write of other things than when version { $model } of the dispatch model was trained. Its advice will get worse: see whether to train again
notice-other = There is a new reminder

## Reminders in the story of a matter

story-yellow = Near the limit: { $who } was reminded
story-red = At the limit: reminder to { $who }
story-tier2 = Still not done, tier 2: { $who }
story-tier3 = Overdue for longer, tier 3, to the county: { $who }
story-stood-down = The limit moved or ended: the reminding begins anew
story-contested = The class is contested: { $who } to decide
story-contest-late = Nobody has decided on the class: { $who } was told
story-order = Order no. { $order }: { $what }
told-nobody = nobody could be told
told-deputy = somebody is away, the deputy was told
rung-assignee = handler
rung-lead = unit lead
rung-supervisor = supervisor
rung-organiser = county organiser
passed-nobody = there is no { $rung }
passed-away = { $rung } away, and no deputy

## Away

away-heading = Days on which I am away
away-lead = On these days your reminders go to your deputy; without one, to the next higher.
away-from = First day
away-until = Last day
away-who = Deputy
away-who-hint = A colleague who does the same work.
away-nobody = nobody, the next higher is told
away-deputy = Deputy: { $name }
away-span = { $from } to { $until }
away-submit = Enter
away-end = Cancel: I am there
done-away = Entered.
done-back = Cancelled.

## Errors

problem-supervision-no_such_order = There is no such order, or it is not within your scope.
problem-supervision-no_such_absence = There is no such entry, or it was cancelled.
problem-supervision-no_unit = No unit has this matter yet: there is nobody to send an order to.
problem-supervision-order_open = An order about this matter is under way already.
problem-supervision-stale = Somebody has just changed this order. Please read it again.
problem-supervision-if_match_required = Please say which version you saw (If-Match).
problem-supervision-step_refused = The order does not allow that at this stage.
problem-supervision-same_hand = Whoever answered this order for the unit cannot verify it.
fault-demand-empty = The demand is missing
fault-words-empty = This is still empty
fault-from-empty = The first day is missing
fault-from-unknown = The first day is no date
fault-from-overlap = These days overlap with others that were entered
fault-from-too_many = Too many entries; cancel some first
fault-until-empty = The last day is missing
fault-until-unknown = The last day is no date
fault-until-too_early = The last day is too early
fault-until-too_far = 92 days at most; for longer, hand your work over
fault-deputy-unknown = This colleague cannot stand in
