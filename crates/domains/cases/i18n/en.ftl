## Words used everywhere

number = Case number
number-hint = 12 digits, on your receipt
number-example = e.g. 261 113 048 271
code = Query code
code-hint = 12 letters and digits like K7QM-2V9D-XH4T; capitals do not matter
back = Back
next = Next
optional = optional
any = Any
phone = Telephone
call = Call
by = by { $when }
answer = The answer
answer-earlier = Earlier answer
progress = progress
errors-head = { $n ->
    [one] One answer needs changing
   *[other] { $n } answers need changing
}
errors-kept = What you wrote is still there. Change these and go on.
due-provisional = The holidays of one of these years are not published yet, so the dates count weekends and fixed holidays. They are worked out again, and you are told, when the year is published.
help-before = Rather not write? Call
help-after = , or go to the nearest service point: the staff write it down for you.

## Home

home-title = Say it once
home-lead = No account, no app. You get a number at once, and can always see who handles it and when you get an answer.
report-door = Report something
report-door-hint = What and where: two sentences are enough
report-say-hint = What and where, in the words you would use to a neighbour
report-example = e.g. The stairwell lights in Building 3, Entrance 2 have been out for two weeks
report-anonymous-ok = No name needed
find-door = Check progress
find-door-hint = Enter your number and code
hotline-hint = A call counts the same. Answered day and night
sos-first = In danger? Call first
sos-police = police
sos-fire = fire
sos-ambulance = ambulance
how = How a report goes
how-say = You say it
how-say-text = A number at once
how-taken = Someone takes it
how-taken-text = You are contacted within { $time }
how-done = Work is done
how-done-text = With a deadline you can check
how-answer = You get an answer
how-answer-text = If it cannot be done, why
how-verdict = You have the last word
how-verdict-text = Not solved? It starts again

## Report

report-what = What happened?
report-what-hint = In the words you would use to a neighbour. No name needed.
report-saved = A draft is kept on this device, even without a network
kind-legend = What kind of matter is it
kind-hint = Leave it empty if unsure; we sort it out.
kind-unsure = Not sure
guess = This looks like: { $kind }
guess-because = Because you wrote
guess-limit = Answer within { $limit }.
guess-yes = Yes, that is it
guess-other = Another kind
guess-unsure = Not sure
report-where = Where
area = Which community or village
area-optional = leave it if you do not know
area-unsure = I do not know
place-words = Where exactly
place-words-hint = Estate, building, road, or what is beside it
place-words-example = e.g. Huaiyinli, Building 3, Entrance 2
report-reach = How should we tell you the result?
reach-phone = By telephone
reach-email = By e-mail
reach-none = Do not contact me, I will look it up
reach-none-hint = With the number and the code, at any time
phone-number = Telephone number
phone-hint = Used for this matter only.
email = E-mail address
confidential = Who may see your number?
confidential-no = The person who handles it
confidential-no-hint = They can call you directly, which is faster
confidential-yes = Keep it confidential
confidential-yes-hint = The hotline passes messages on; the handler does not see it
name = What should we call you
report-submit = Send and get a number

## Receipt

receipt-title = We have it
receipt-received = Received { $when }.
receipt-taken-by = { $unit } takes it up.
receipt-keep = With these two your family can check for you. Take a photo or write them down.
receipt-code-gone = The query code is shown only once, when the report is sent.
copy = Copy number and code
copied = Copied
qr-alt = QR code: scan it to check progress
next-title = What happens next
next-dispatch = Now: it goes to the right unit
next-held = Now: a member of staff looks first, then passes it on
next-dispatch-text = Number and deadlines count from this moment.
next-call = Someone telephones you
next-call-text = The call comes from an office telephone.
next-mail = Someone writes you an e-mail
next-mail-text = Your reply becomes part of this matter.
next-post = A first reply is written here
next-post-text = You left no contact: look it up with your number and code.
next-answer = You get an answer
next-answer-text = Who does it and by which day; if it cannot be done, why.
next-verdict-when = within 7 days of the answer
next-verdict = You have the last word
next-verdict-text = Not solved? One tap and it starts again.
your-words = What you reported
print-slip = Print a large-print slip
paper-scan = Scan the code above
paper-scan-text = Your family can, too, to see how far it is
paper-call = Call { $number }
paper-call-text = Say the number and the code. Keep the code to yourself

## Check progress

find-hint = Number and code are on your receipt. Your family can check for you.
find-submit = Look it up
find-lost = Lost the number or the code? Call
track-other = Look up another report
stage-label = Which step it has reached
stage-at = Step { $step } of 5
knot-received = Received
knot-dispatched = Assigned
knot-at-work = At work
knot-answered = Answered
knot-rating = You rate
handled-by = Who handles it
strip-title = How the deadline was counted
strip-latest = Latest:
timeline-title = What has happened
rate-title = You have the last word
rate-until = You can rate until { $date }. No answer is not counted as “satisfied”.
rate-contacted = Did anyone contact you?
rate-contacted-yes = Yes
rate-contacted-no = No
rate-solved = Is it solved?
rate-solved-yes = Solved
rate-solved-no = Not solved
rate-satisfied = How satisfied are you?
satisfied-5 = Very satisfied
satisfied-4 = Satisfied
satisfied-3 = More or less satisfied
satisfied-2 = Dissatisfied
satisfied-1 = Very dissatisfied
rate-comment = Anything else
rate-submit = Send my rating
rate-note = If you choose “Not solved” or “Dissatisfied”, work starts again by itself, with someone else looking at it.
rated-title = Your rating
reopen-title = Not right after all? It can be reopened
reopen-until = Until { $date }: say what is wrong, and it starts again.
reopen-reason = What is wrong
reopen-submit = Reopen it
supplement-title = Something to add
supplement-label = What you would like to add
supplement-submit = Add it

## Sign-in and account

signin-title = Staff sign-in
signin-hint = Reporting and checking progress need no account.
account = Account
password = Password
totp = One-time code
totp-hint = The 6 digits of your authenticator
signin-submit = Sign in
signin-resident = Not staff? Please go to
account-title = My account
role = Role
scope = Responsible for
signed-in-since = Signed in since
signout = Sign out
nav-work = My work
nav-dispatch = Dispatch
nav-cases = Cases
nav-account = Me

## My work

work-title = My work
work-caption = Cases waiting for me
work-empty = Nothing waits for you
work-empty-text = New cases and those that are due soon appear here.
filter-by-state = Filter by state
headline-none = Nothing waits for you today
headline-some = { $n ->
    [one] 1 case waits for you today
   *[other] { $n } cases wait for you today
}
headline-soon = { $n ->
    [one] 1 case waits for you today
   *[other] { $n } cases wait for you today
}, { $soon } due soon
headline-overdue = { $n ->
    [one] 1 case waits for you today
   *[other] { $n } cases wait for you today
}, start with the { $late } overdue
cases-count = { $n ->
    [one] 1 case
   *[other] { $n } cases
}
group-overdue = Overdue
group-overdue-hint = These first
group-soon = Due soon
group-soon-hint = In the last part of their limit
group-new = New
group-new-hint = Only reaching the resident counts; an automatic message does not
tab-new-hint = Reach the resident first
group-waiting = Waiting for me
group-waiting-hint = The resident added something, or said it is not solved
group-running = At work
group-running-hint = All within their limits
col-light = Light
col-case = Case
col-step = Step
col-left = Time left
col-next = Next step
col-unit = Unit
pager-next = Next page
pager-first = First page
pager-shown = { $n } on this page, { $total } in all

## Cases

list-title = Cases
views = Views
filter-state = State
filter-submit = Filter
filter-clear = Clear
list-empty = No such cases
list-empty-text = Change the filter, or clear it.

## Dispatch desk

dispatch-title = Dispatch desk
queue-title = { $n ->
    [one] 1 case to dispatch
   *[other] { $n } cases to dispatch
}
queue-oldest = oldest { $time }
queue-empty = All dispatched
queue-empty-text = New cases queue up on the left.
masked = Number masked
mark-kind = K
mark-place = P
mark-unit = U
mark-kind-long = Solid: the kind
mark-place-long = Double: the place
mark-unit-long = Dashed: the unit
emergency-head = The words speak of danger.{" "}
emergency-text = The resident was told to call 110, 119 or 120 first. Please dispatch at once and telephone the unit.
reach-label = Contact
basis = Basis
suggest-title = Suggested
suggest-hint = Digits change the choice
kind = Kind
other-kind = None of these: another kind
other-unit = None of these: another unit
complexity = General or complex
complexity-general = General
complexity-complex = Complex
complex-reason = Reason for complex (required; the resident sees it)
complex-reason-none = Not complex
dispatch-submit = Dispatch as shown

## Case page

case-panel = Report and answer
case-aside = Deadlines and story
resident-words = In the resident's words
requester = From
draft = Write the answer
draft-hint = What was done, when, with what result; what is left, and by which day.
draft-note = The resident rates it within 7 days.
draft-later = Accept the case and reach the resident first; then write the answer here.
result = How did it go
answer-send = Send the answer
rated-by-resident = The resident's rating
steps = Steps
steps-hint = Each is recorded, and the resident sees the story
accept = Accept
accept-hint = You are in charge from then on, and the resident sees your name
resume = Take it up again
resume-hint = The resident says it is not solved. Read the rating, then start anew
contact = Log a contact
contact-how = How
contact-hint = A call of 20 seconds, a reply or a visit counts; log failed attempts, too
contact-secs = Seconds of the call
contact-note = What was said
contact-submit = Log it
start = Start work
start-hint = A general case needs no plan
plan = Plan
plan-hint = A complex case has 3 working days to tell the resident the plan: which steps, who, by when
plan-submit = Send the plan and start
note = Write a note
note-who = Who sees it
note-internal = Staff only
note-shown = The resident, too
note-submit = Save
clocks = All deadlines

## When something fails: cases

problem-case-not_found = This case was not found
problem-case-stale = This case has just changed
problem-case-step_refused = This step cannot be taken as the case stands
problem-case-erased = The content of this case was erased at the person's request
problem-case-if_match_required = The version you saw was not given
problem-idempotency-mismatch = This form was sent before with other content; please open a new page
problem-idempotency-bad_key = The key of this page is not complete; please open a new page
problem-input-invalid = Some answers need changing
problem-input-malformed = What was sent could not be read
problem-places-already_there = This place exists already
fault-text-empty = You have not written what happened
fault-contacted-empty = Not answered: did anyone contact you
fault-solved-empty = Not answered: is it solved
fault-satisfaction-empty = Not answered: how satisfied are you
fault-place-empty = You have not said where. Choose a community, or write a few words
fault-kind-unknown = There is no such kind; please choose one from the list
fault-place-area-unknown = There is no such community or village; please choose one from the list
fault-contact-phone-empty = The telephone number is missing
fault-contact-phone-bad_phone = This phone number is not right. A mobile number has 11 digits
fault-contact-email-empty = The e-mail address is missing
fault-contact-email-bad_email = The e-mail address is not complete
fault-contact-confidential-missing = Choose who may see your number. We do not choose for you
fault-reach-missing = Choose how we should tell you
fault-number-empty = The case number is missing
fault-code-empty = The query code is missing
fault-unit-unknown = There is no such unit; please choose one from the list
fault-complexity-missing = Complex needs a reason
fault-result-unknown = Please say how it went
find-no_match = Number and code do not match; please check both
