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
sos-traffic = road accidents
sos-mind = someone to talk to
sos-human = You are not alone. Call now, someone will listen
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
rate-note = If you choose “Not solved” or “Dissatisfied”, work starts again by itself. If it fails a second time, someone else does it.
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
nav-settings = Settings
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

## Staff: after signing in

account-no-cases = Your role does not read cases; only your account is here.

## Staff: the step just taken

done-dispatch = The last one went to { $unit }.
done-accept = Accepted. Next: reach the resident.
done-contact = The contact is logged.
done-start = Work has begun.
done-answer = The answer is sent; the resident rates it.
done-note = Saved.
done-resume = Handed on to be taken up again.
moved-on = This case has just changed. What you wrote is kept; please look at how it stands now, then send it.
desk-open = Open at the dispatch desk
resume-who = Who goes on
resume-another = Not solved for the second time: another person takes it
resume-nobody = There is no other handler to hand it to; please ask the administrator for an account.
complex-note = Complex because: { $reason }
complex-reason-units = Needs two units or more
complex-reason-site = Needs a look on site
complex-reason-decision = Needs a policy or legal decision
complex-reason-spending = Needs spending

## Staff: how far a case has come

staff-state-submitted = Received
staff-state-triage = To dispatch
staff-state-dispatched = To accept
staff-state-accepted = Accepted
staff-state-to_contact = To contact
staff-state-in_progress = At work
staff-state-answered = Answered
staff-state-feedback_pending = Awaiting rating
staff-state-rated = Rated
staff-state-closed = Closed
staff-state-reopened = Not solved, to hand on
staff-state-resumed = Taken up again
all-open = All open
list-heading-open = { $n } cases open
list-heading-found = { $n } cases found
light-green = On time
light-yellow = Due soon
light-red = Overdue
lamp-new = New
lamp-urgent = Urgent
lamp-over = { $time } late
lamp-left = { $time } left
lamp-by = by { $when }, { $time } left
lamp-was = { $when }, { $time } late
lamp-dispatch-left = dispatch within { $time }
lamp-dispatch-over = dispatch { $time } late
left-contact = contact in { $time }
left-accept = accept in { $time }
left-plan = plan in { $time }
left-dispatch = dispatch in { $time }
left-over = was due { $when }
next-accept = Accept
next-contact = Contact
next-start = Start work
next-plan = Write the plan
next-answer-step = Answer
next-resume = Take it up again
clock-response = First contact
clock-plan = Plan
clock-final = Answer
clock-final-general = Answer (general)
clock-final-complex = Answer (complex)
clock-dispatch = Dispatch
clock-return = Accept or return
clock-rating = Resident's rating
due-by = by { $when }
due-met = done { $when }
due-missed = done { $when }, late
due-with-plan = { $when }, plan by { $plan }
channel-web = web
channel-phone = hotline
channel-counter = counter
channel-api = interface
ago = { $time } ago
sure-high = Likely
sure-medium = Perhaps
sure-low = Unsure
tag-reopened = Not solved
tag-held = Held
tag-again = Not solved { $n } times
no-name = No name given
reach-phone-masked = Telephone { $phone }
reach-mail-masked = E-mail { $mail }
reach-confidential = Confidential, through the hotline
reach-nobody = No contact left; reads with the query code
place-unknown = Not said
why-limit = answer by { $when }
why-unit = Catalogue: { $kind }
contact-call = Call
contact-reply = Message
contact-posted = Posted online
contact-visit = Visit
contact-attempt = No reply
outcome-solved = Solved
outcome-partly = Partly solved
outcome-explained = Explained
result-line = Result: { $result }

## Staff: the story

story-submitted = Received, { $channel }
story-triaged = Sorted automatically
story-triaged-as = Sorted automatically: { $kind }
story-dispatched = { $who } dispatched it to { $unit }
story-accepted = { $who } accepted it
story-started = { $who } started work
story-planned = { $who } sent the plan and started work
story-call = { $who } reached the resident by telephone
story-call-secs = { $who } reached the resident by telephone, { $time }
story-visit = { $who } visited the resident
story-reply = { $who } sent a message
story-posted = { $who } posted a reply online
story-attempt = { $who } did not reach the resident
story-note = { $who } wrote a note, staff only
story-note-shown = { $who } wrote a note, the resident sees it
story-supplemented = The resident added something
story-answered = { $who } answered: { $result }
story-feedback = The resident is asked to rate it by { $when }
story-rated = The resident rated it: { $verdict }
story-closed = Closed; the resident agrees
story-closed-window = Closed; the time for rating passed without one
story-reopened = The resident says it is not solved; reopened
story-reopened-asked = The resident asked to have it taken up again
story-resumed = { $who } handed it to { $handler }
story-erased = The content was erased at the person's request
call-secs = { $secs } s
call-minutes = { $minutes } min
call-minutes-secs = { $minutes } min { $secs } s
why-resident = chosen by the resident
queue-title-many = { $n } cases to dispatch
find-number = Please type the whole number, 12 digits
story-platform = The platform

## Faults: staff

fault-answer-empty = The answer is not written yet
fault-note-empty = Nothing is written yet
fault-plan-empty = A complex case needs its plan first
fault-kind-empty = Please choose a kind
fault-how-unknown = Please say how the resident was contacted
fault-secs-shape = Seconds of the call: digits only
fault-handler-unknown = There is no such handler; please choose one from the list
fault-handler-same_handler = Not solved for the second time: another person must take it

## Residents: where a matter stands

lead-triage = We have it and are finding the right unit.
lead-dispatched = It was sent to { $unit }, who must accept it.
lead-accepted = { $unit } has taken it on.
lead-in_progress = { $unit } is working on it.
lead-answered = { $unit } has answered.
lead-reopened = You said it is not solved; we are finding someone to do it again.
lead-closed = You said it is solved; the matter is closed.
lead-closed-unrated = The days for rating are over; the matter is closed. No rating never counts as “satisfied”.
lead-erased = The content was erased as you asked.
ask-contact = Someone contacts you by { $when }.
ask-answer = You get an answer by { $when }.
ask-rate = Please check whether it is done.
calm-green = On time
calm-yellow = Due soon
calm-red = Overdue
calm-rate = Waiting for your rating
calm-closed = Closed
erased-text = (content erased)
told-submitted = You reported it
told-dispatched = Sent to { $unit }
told-accepted = { $who } took it on
told-call = { $who } telephoned you
told-visit = { $who } visited you
told-reply = { $who } left you a message
told-attempt = { $who } could not reach you
told-note = { $who } explained something
told-supplemented = You added something
told-started = { $who } began work
told-planned = { $who } made a plan
told-answered = { $unit } answered you
told-rated = You rated: { $verdict }
told-closed = Closed
told-closed-window = The days for rating are over; closed
told-reopened = Not solved; it is done again
told-resumed = Given to { $who } to do again
told-erased = The content was erased as you asked
unit-of-old = the unit
thanks-rating = We have your rating. Thank you.
thanks-rating-again = We have your rating. It is not solved, so it is done again.
thanks-supplement = We have what you added.
thanks-reopen = We have it; the matter is taken up again.
strip-rule = { $what }: { $limit }, counted from the next day.
strip-rule-again = Done again: { $limit }, counted from the next day.
limit-days = { $n } working days
limit-hours = { $n } hours
limit-minutes = { $n } minutes
limit-calendar-days = { $n } days
cell-start = received
cell-again = again
cell-weekend = weekend
cell-holiday = holiday
cell-pause = your turn
cell-counted = day { $n }
cell-due = day { $n } · due { $time }
cell-more = …

## Setting a password

welcome-title = Set a password
welcome-hint = Account { $account }. This link works once.
welcome-password = New password
welcome-password-hint = At least 10 characters. A longer sentence is easy to remember and safest.
welcome-submit = Set it and sign in
fault-password-too_short = Too short: at least 10 characters
fault-password-too_long = Too long: at most 200 characters
problem-link-gone = This link was used or has expired
