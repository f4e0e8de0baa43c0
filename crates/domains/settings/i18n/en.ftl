## Settings: staff

settings-title = Settings
settings-heading = The rules in force, version { $version }
settings-lead = It takes two to change a rule: an administrator proposes, an organiser approves. A change touches only matters received after it takes effect; earlier ones end by the old rule.
settings-caption = { $group }: the rules
col-rule = Rule
col-value = Now
col-since = Since
col-next = Next
from-the-beginning = the beginning
not-decided-next = no change
waits-mark = A change waits for approval
later-mark = Its work is still to come
open-proposals = { $n ->
    [one] { $n } change waits for approval
   *[other] { $n } changes wait for approval
}
all-proposals = Changes and approvals
public-page = This page for residents
back-to-settings = Back to all rules
whole-county = Whole county
value-at = { $place }: { $value }
value-from = from { $day }: { $value }
shift = { $name }: { $before } → { $after }
as-the-county = as the wider area has it
somebody = a closed account
the-platform = the platform

## One rule

in-force = in force
coming = still to come
since-day = since { $day }
range = between { $least } and { $most }
fixed-hint = This cannot be changed; it is written down so that people know how things are counted.
later-hint = The work that needs it is still to come; it can be decided now.
source-label = Source
range-label = Range
code-label = Code
how-it-was = How it was decided before
proposed-and-approved = Proposed by { $by }, approved by { $approved }: { $reason }
see-proposal = See this change
waiting-here = Waits for approval
propose-heading = Propose a change
propose-lead = Somebody else then approves it; until then nothing changes.
propose-together = These belong together and are decided together.
scope-label = For
scope-hint = A value for one place only; an empty number means as the wider area has it.
effective-label = From
effective-hint = From midnight of that day, for matters received after it. Left empty: as soon as it is approved.
reason-label = Why
reason-hint = Published with the change. No names, telephone or identity numbers.
propose-submit = Send for approval
unit-of = Unit of { $name }
unit-minutes = minutes
unit-hours = hours
unit-working-days = working days
unit-days = days
fault-with-range = { $error }: { $range }

## Changes and approvals

proposals-title = Changes and approvals
proposals-none = No change waits for approval
proposals-some = { $n ->
    [one] { $n } change waits for approval
   *[other] { $n } changes wait for approval
}
proposals-waiting = Waiting
proposals-decided = Decided
proposals-older = Older ones
proposal-number = Change { $number }
proposed-by = Proposed by { $who }, { $when }
waits-until = Waits until { $when }, then lapses
holds-from = Holds from { $day }
as-soon-as-approved = As soon as it is approved
never-holds = Never took effect
status-open = Waiting
status-approved = Approved
status-refused = Refused
status-withdrawn = Taken back
status-expired = Lapsed
decided = { $status }: { $who }, { $when }
decided-with-words = { $status }: { $who }, { $when }. { $words }
done-proposed = Sent. Somebody else now decides.
done-approved = Approved. It takes effect by itself on its day.
done-refused = Refused. Nothing changes.
done-withdrawn = Taken back. Nothing changes.
effect-heading = What will be different
effect-before = Now
effect-after = Then
effect-none = What is received from then on goes by the new rule.
effect-examples = Three matters, for example
example-caption = { $name }: when three matters are due
example-occasion = Received
example-before = Due by the old rule
example-after = Due by the new rule
occasion-working-day = An ordinary working day
occasion-before-days-off = The afternoon before days off
occasion-before-holiday = The eve of a long holiday
effect-open-matters = The { $n } matters that are open now keep the rule of the day they were received; not one of them moves.
who-label = Proposed by
why-label = Why
when-label = From
until-label = Waits
decision-label = Outcome
decide-heading = Your decision
remark-label = Remark
remark-hint = A refusal needs a reason. Published: no names or telephone numbers.
approve = Approve
refuse = Refuse
withdraw = Take back
own-hint = You proposed it, so you cannot approve it.
not-yours-hint = An organiser decides.

## Published rules

rules-title = Our rules
rules-heading = The rules by which a matter is handled
rules-lead = Limits, counts, and what is published: all of it stands here. Nobody can change it quietly: it takes two people, and from when and why are for all to see.
rules-version = In force on { $day }: version { $version }
rules-old = A matter received earlier is handled by the rules of the day it was received.
rules-contents = On this page
rules-earlier = How it was decided before

## Areas and units

amend-rename = { $old } is renamed { $name }
amend-merge = { $old } becomes part of { $other }
amend-open = { $name } is opened
then-renamed = The new name holds from that day; earlier matters and the figures of old months keep the old one.
then-merged-area = From that day new matters of { $old } belong to { $other }; earlier ones, and the figures of old months, stay with { $old }.
then-merged-unit = From that day new matters meant for { $old } go to { $other }; what { $old } has not finished must be handed over.
then-opened = Matters can be dispatched to it from that day.
amend-open-area = { $name } is opened in { $parent }
then-opened-area = From that day new matters inside its border belong to it; earlier ones stay where they are.
amend-kind-unit = “{ $kind }” goes to { $unit }
amend-open-kind = “{ $name }” is opened under “{ $first }”, handled by { $unit }
then-renamed-kind = The new name holds from that day; matters and old figures do not change.
then-closed-category = From that day no new matter belongs to it; the figures of old months stay with it.
then-merged-kind = From that day “{ $old }” cannot be chosen and new matters are “{ $other }”; earlier ones stay “{ $old }”, their clocks run on, and old figures do not change.
then-kind-unit = From that day new matters of “{ $kind }” go to { $unit }; what was dispatched is finished by the unit that has it.
then-opened-kind = From that day residents and the desk can choose it. Its limits follow what such a matter usually is, below.
register-title = Areas, units and kinds
register-heading = In force on { $day }: { $areas } areas, { $units } units, { $kinds } kinds of matters
register-lead = They are renamed, merged, opened or given to another unit, never removed: what is closed can still be found, and old figures do not change. From midnight, and by two people.
register-areas = Areas
register-units = Units
register-kinds = Kinds of matters
register-categories = First-level kinds
register-kind-unit = handled by { $unit }
register-until = until { $day }, then { $other }
register-since = since { $day }
register-names-next = renamed from { $day }
rename-heading = Rename
merge-heading = Merge into another
open-heading = Open a unit
kind-unit-heading = Give a kind to another unit
open-area-heading = Open an area
open-kind-heading = Open a kind of matter
which-label = Which
which-area = Which area
which-unit = Which unit
into-label = Into which
name-label = New name
name-en-label = Name in English
unit-code-label = Code
unit-code-hint = Small letters, digits and underscores; it never changes.
unit-kind-label = Sort
kind-department = Department of the county
kind-subdistrict = Subdistrict or town office
phone-label = Public telephone
area-level-label = Level
area-level-community = Community or village
area-level-subdistrict = Subdistrict
area-level-town = Town or township
area-parent-label = Belongs to
area-residents-label = Residents
area-outline-label = Border
area-outline-hint = Paste the text of a GeoJSON polygon: one ring, longitude before latitude, inside its parent, over no neighbour.
area-size-label = Inside the border
area-size = { $km2 } km², { $corners } corners
which-kind = Which kind of matter
kind-unit-label = Unit that handles it
kind-first-label = First-level kind
kind-type-label = What it usually is
kind-type-hint = Its limits follow this; a dispatcher may decide otherwise.
kind-complexity-label = General or complex
kind-public-label = A matter of public space
kind-public-hint = If chosen, others who report the same place see that somebody did, never the words.
kind-basis-label = Why this unit
kind-basis-hint = An article of law, or the paper that divides the work. It is published.
kind-words-label = What people say
kind-words-hint = Words of 2 to 20 characters, divided by commas or line ends. A matter with these words is proposed as this kind.
kind-words-none = None given
kind-type-enquiry = Enquiry
kind-type-help = Help
kind-type-complaint = Complaint
kind-type-report = Report
kind-type-suggestion = Suggestion
kind-type-thanks = Thanks
kind-type-other = Other
kind-complexity-general = General
kind-complexity-complex = Complex
day-tomorrow-hint = From midnight of that day, tomorrow at the earliest.
choose = Please choose
fault-code-closed = There is none, or it is closed already
fault-code-taken = This code has been used
fault-code-has_communities = It still has communities: merge those first
fault-level-unknown = Please choose a level
fault-parent-closed = There is no such parent, or it is closed
fault-parent-other_level = This level does not lie directly in it
fault-residents-not_a_number = The residents must be a number
fault-residents-out_of_range = There are too many residents to be true
fault-outline-not_a_polygon = The border cannot be read: it must be a GeoJSON Polygon
fault-outline-not_one_ring = A border is one ring, without holes or a second part
fault-outline-too_few_corners = A border has at least three corners
fault-outline-too_many_corners = A border has at most 2,000 corners; please draw it more simply
fault-outline-not_on_earth = A point is no longitude and latitude; longitude comes first
fault-outline-not_simple = The border touches itself
fault-outline-outside_parent = The border reaches beyond the parent
fault-outline-overlaps = The border lies over another area
fault-code-has_kinds = It still has kinds that are not closed: merge those first
fault-first-closed = There is no such first-level kind, or it is closed
fault-unit-closed = There is no such unit, or it is closed
fault-unit-same = It is this unit already
fault-case_type-unknown = Please choose what it usually is
fault-complexity-unknown = Please choose general or complex
fault-basis-empty = Why this unit is missing
fault-basis-too_long = Why this unit: at most 200 characters
fault-words-bad_word = A word has 2 to 20 characters
fault-words-twice = A word stands twice
fault-words-over_sixty = At most 60 words
fault-code-bad_code = Only small letters, digits and underscores
fault-successor-closed = There is none, or it is closed already
fault-successor-itself = It cannot become part of itself
fault-successor-other_level = Only an area of the same level
fault-name-same = The same name as now
fault-long_name = At most one hundred characters
fault-name-empty = The name is missing
fault-name_en-empty = The name in English is missing
fault-phone-bad_phone = Not a telephone number

## Dictionary

words-title = Dictionary
words-heading = { $n ->
    [one] The dictionary holds { $text } word
   *[other] The dictionary holds { $text } words
}
words-lead = The platform understands a place by what people call it: whoever writes of a nickname is understood to mean the place. Advice on dispatch, similar matters and the names offered in the form all use it. It takes two people: an administrator proposes, an organiser approves, and the words hold at once.
words-come = { $n ->
    [one] { $text } word comes into the dictionary
   *[other] { $text } words come into the dictionary
}
words-go = { $n ->
    [one] { $text } word leaves the dictionary
   *[other] { $text } words leave the dictionary
}
words-come-and-go = Dictionary: { $come } words come, { $go } go
words-whole = no place: a word that stays whole
words-that-come = Words that come
words-that-go = Words that go
words-then = They hold as soon as they are approved and change no matter that was received. A word that has gone can still be found in the records.
words-in-force = Words in force
words-search = Look for a word, or for what it stands for
words-search-go = Search
words-none = There is no word yet.
words-not-found = No word matches “{ $q }”.
words-older = Older
words-word = Word
words-means = Stands for
words-line = Line
words-end = End
words-end-one = End “{ $word }”
words-end-why = Why they end
words-end-propose = Propose to end those ticked
words-add = Add words
words-lines = One word in each line
words-lines-hint = Write “nickname = name”, with the name of an estate, a road, a community, a subdistrict, a town or a contact point of the register. A line without a sign is a word that stays whole. Columns can be pasted from a table.
words-no-people = No names of people. What looks like a telephone or identity number is refused.
words-lines-example = 老供销社 = 北苑家园
words-when = They hold as soon as they are approved, in every running program, without a restart.
words-look = Look first
words-preview = Line by line
words-summary = { $right } lines can be taken, { $wrong } need work
fault-words-empty = This is still empty
fault-words-too_short = A single character is too easily mistaken: at least two
fault-words-long_word = Too long: at most twenty characters
fault-words-bad_sign = The word holds an invisible sign, an equals sign or a comma
fault-words-no_letter = Only digits and signs: not a word
fault-words-looks_personal = It looks like a telephone number, an identity number or an address of mail
fault-words-is_a_name = The register has this name itself
fault-words-known = The dictionary has it; to change what it stands for, end it first
fault-words-no_such_place = No estate, road, area or contact point of the register has this name
fault-words-not_there = The dictionary does not have it, or it has ended
fault-words-too_many = Too many: at most 500 at once and 5,000 in all
fault-effective_on-at_once = Words hold as soon as they are approved; they have no day

## Working-day calendar

calendar-title = Holidays
calendar-lead = Limits are counted in working days. Which days are worked follows the yearly notice of the General Office of the State Council. Publishing a year takes two people: an administrator proposes, an organiser approves.
calendar-public-lead = Working days are counted by the notices below. A year that is not published yet counts weekends and holidays of fixed date; once it is published the dates are worked out again, and whoever is concerned is told.
calendar-missing = The holidays of { $years } are not published on this platform, so some dates count weekends and fixed holidays only
calendar-years = Published years
calendar-next = Until they are published, { $year } and later years count weekends and holidays of fixed date, and dates are marked provisional.
calendar-year-days = { $working } days worked, { $off } off by notice, { $makeup } weekend days worked
calendar-notice = { $title } (issued { $day })
calendar-publish = Publish a year
calendar-text-label = Holidays
calendar-text-hint = Paste the content of the file; CSV, JSON and iCalendar are understood. Whole years only; past years and years without a change are passed over.
calendar-example = Show an example
calendar-notice-label = Number and title of the notice
calendar-notice-hint = It is published. Not needed where the file names it.
calendar-issued-label = Day of issue
calendar-when = It holds ten seconds after the approval. Open matters are worked out again at once, and what moves is written into their story.
calendar-look = See what changes
calendar-day = Day
calendar-days-caption = Days that change
calendar-days-change = { $n ->
    [one] { $text } day differs from now
   *[other] { $text } days differ from now
}
calendar-moves = { $n ->
    [one] { $text } open matter gets another deadline
   *[other] { $text } open matters get another deadline
}
calendar-moves-none = No open matter gets another deadline.
calendar-proposal = Publish the holidays of { $years }
day-workday = working day
day-weekend = weekend
day-holiday = holiday
day-makeup = worked weekend day
calendar-fault-notice = The notice for { $year } is not named; please write its number and title
calendar-fault-line = Line { $line } cannot be read
calendar-fault-contradiction = { $day } is both a holiday and a worked day
calendar-fault-makeup = { $day } is not a Saturday or Sunday and cannot be a worked weekend day
calendar-fault-long = From { $from } to { $to } is too long for a holiday
calendar-fault-stray = { $day } does not belong to the notice of { $year }
calendar-fault-incomplete = { $year } is incomplete: { $day } is missing
fault-calendar-empty = There are no holidays yet
fault-calendar-unreadable = It cannot be read; CSV, JSON and iCalendar are understood
fault-calendar-no_holidays = There is no holiday in it
fault-calendar-contradiction = A day is both a holiday and a worked day
fault-calendar-makeup_on_weekday = Only a Saturday or Sunday can be a worked weekend day
fault-calendar-holiday_too_long = A holiday in it is too long to be one
fault-calendar-stray_day = A day in it does not belong to the notice of its year
fault-calendar-incomplete = Not a whole year: New Year, Labour Day and National Day must be there
fault-calendar-year_out_of_range = The year is outside of what can be counted
fault-calendar-same = The same as now: no new year in it
fault-notice-empty = The notice is not named
fault-notice-title = Not the title of a notice; at most 200 characters

## Numbers

value-on = applies
value-off = does not apply
value-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
value-hours = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
}
value-working-days = { $n ->
    [one] { $n } working day
   *[other] { $n } working days
}
value-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
value-times = { $n ->
    [one] once
   *[other] { $text } times
}
value-people = { $n ->
    [one] { $text } person
   *[other] { $text } people
}
value-households = { $n ->
    [one] { $text } household
   *[other] { $text } households
}
value-cases = { $n ->
    [one] { $text } case
   *[other] { $text } cases
}
value-departments = { $n ->
    [one] { $text } department
   *[other] { $text } departments
}
value-months = { $n ->
    [one] { $text } month
   *[other] { $text } months
}
value-years = { $n ->
    [one] { $text } year
   *[other] { $text } years
}
value-yuan = { $text } yuan
value-square-metres = { $text } m²
value-cubic-metres = { $text } m³
value-metres-per-second = { $text } m/s
choice-one-third = the last third
choice-monday = Monday
choice-tuesday = Tuesday
choice-wednesday = Wednesday
choice-thursday = Thursday
choice-friday = Friday
choice-saturday = Saturday
choice-sunday = Sunday
choice-weekly = weekly
choice-monthly = monthly
choice-quarterly = quarterly
choice-two-thirds = two thirds
choice-three-quarters = three quarters
choice-resident = resident population
choice-registered = registered population

## Sources

source-plan = Plan, section { $section }
source-ruling = Set for all sites; a county may be stricter
source-proposal = The plan is silent; proposed by the platform
source-civil-code = Civil Code, article 278
source-pipl = Personal Information Protection Law, article 56
source-cyber-law = Cybersecurity Law, on keeping logs

## Errors

problem-settings-no_such_proposal = There is no such change
problem-settings-no_such_parameter = There is no such rule
problem-settings-stale = This change has just moved on
problem-settings-own_proposal = You proposed it, so you cannot decide it: it takes two
problem-settings-not_yours = Only the proposer takes it back
problem-settings-decided = Somebody has decided this change already
problem-settings-lapsed = This change has lapsed
problem-settings-not_lapsed = This change has not lapsed yet
problem-settings-if_match_required = The request does not say which version it saw
fault-beyond_range = Outside the allowed range
fault-eval-weight-satisfaction-beyond_range = Residents’ satisfaction weighs one half at least (50%)
fault-not_a_value = Not written as expected: see the unit beside it
fault-fixed = This one cannot be changed
fault-scope_not_allowed = This one cannot be set for such a place
fault-scope_unknown = There is no such place
fault-twice = The same rule stands twice
fault-same = The same as now: nothing would change
fault-weights_do_not_add_up = The five weights must add up to 100%
fault-above_the_other = It must not be above its counterpart
fault-changes-empty = No rule is named
fault-parameter-unknown = There is no such rule
fault-bad_date = Not a date such as 2027-01-01
fault-past_date = A change cannot begin in the past
fault-far_date = Too far ahead: five years at most
fault-looks_personal = This looks like a telephone or identity number or a mail address; reasons are published, please take it out
fault-reason-empty = Please give a reason
fault-reason-too_long = At most five hundred characters
fault-remark-empty = Please say why you refuse
fault-remark-too_long = At most five hundred characters

## Names and explanations of parameters

theme-clocks = Time limits
theme-handling = Dispatch and handling
theme-rating = Rating and reopening
theme-contact = Contact and visits
theme-orders = Lists and orders
theme-deliberation = Deliberation
theme-funds = Funds
theme-evaluation = Evaluation
theme-people = People
theme-points = Contact points
theme-care = Care alerts
theme-publication = Publication
theme-safety = Safety and retention
theme-itself = How rules change

param-response-general = First contact within
param-response-general-why = From receipt, nights and holidays too. A call that was answered, a visit or a reply counts; an automatic reply does not.
param-plan-complex = Plan of a complex matter within
param-plan-complex-why = The plan says how, by whom and until when, and goes to the resident.
param-final-enquiry = Answer to an enquiry within
param-final-enquiry-why = From receipt; day one is the first working day after it, and the limit ends with that day’s close of business.
param-final-help = Answer to a request for help within
param-final-help-why = From receipt; day one is the first working day after it, and the limit ends with that day’s close of business.
param-final-suggestion = Answer to a suggestion within
param-final-suggestion-why = From receipt; day one is the first working day after it, and the limit ends with that day’s close of business.
param-final-complaint = Answer to a complaint within
param-final-complaint-why = From receipt; day one is the first working day after it, and the limit ends with that day’s close of business.
param-final-report = Answer to a report within
param-final-report-why = From receipt; day one is the first working day after it, and the limit ends with that day’s close of business.
param-final-thanks = Answer to thanks within
param-final-thanks-why = From receipt; day one is the first working day after it, and the limit ends with that day’s close of business.
param-final-other = Answer to anything else within
param-final-other-why = From receipt; day one is the first working day after it, and the limit ends with that day’s close of business.
param-final-complex = Answer to a complex matter within
param-final-complex-why = Complex: two units or more, a visit on site, a decision of policy or law, or spending.
param-dispatch-urgent = Urgent matters dispatched within
param-dispatch-urgent-why = From receipt, at night too.
param-dispatch-other = Other matters dispatched within
param-dispatch-other-why = A desk that is staffed day and night may set 4 hours.
param-return-window-general = A unit may give a matter back within
param-return-window-general-why = After that it counts as accepted and cannot be returned.
param-return-window-complex = A unit may give a complex matter back within
param-return-window-complex-why = After that it counts as accepted and cannot be returned.
param-response-reopened = Contact after a reopening within
param-response-reopened-why = A matter that was not solved is taken up again; contact comes first.
param-final-reopened = Correction after a reopening within
param-final-reopened-why = At most 15 working days.
param-dispatch-max = Dispatches at most
param-dispatch-max-why = After that the supervisor designates a unit, and it cannot be returned.
param-dispatch-automatic = A program dispatches what it is sure of
param-dispatch-automatic-why = General matters only. How right it is is measured on what the county itself has dispatched; without that nothing goes by itself. Urgent and sealed matters, reports and what is about a unit always go to a person.
param-dispatch-automatic-right = How often automatic dispatch must be right
param-dispatch-automatic-right-why = The line is drawn by this at each training; after it is raised nothing goes by itself until the next one.
param-dispatch-automatic-checked = Share of these that a person looks at first
param-dispatch-automatic-checked-why = Drawn by lot and dispatched by a person as usual. Where these turn out wrong too often, automatic dispatch stops.
param-stop-max = Clock stopped at most
param-stop-max-why = The clock stops while the resident is asked something; never for waiting inside the offices.
param-stop-each = Each stop at most
param-stop-each-why = After that the clock runs again by itself.
param-ext-max = Extensions at most
param-ext-max-why = Asked before the due date, with a reason that the resident reads.
param-defer-review = A deferred matter is looked at again within
param-defer-review-why = Deferred counts as unsolved.
param-contest-decide = A contested class is decided within
param-contest-decide-why = The resident may contest once; another dispatcher decides.
param-abuse-flag = An abuse mark lasts
param-abuse-flag-why = It can be appealed, and never blocks an emergency or a first text.
param-supplement-max = Supplements to one matter at most
param-supplement-max-why = Beyond that we ask for a call.
param-light-yellow = The light turns yellow
param-light-yellow-why = In the last third, at least one working day. Red is the due date.
param-tier2-after = Overdue for this long: order to the unit
param-tier2-after-why = A supervision order to the head of the unit.
param-tier3-after = Overdue for this long: to the county
param-tier3-after-why = Reported to the county and published by unit, never by person.
param-rating-window = Rating open for
param-rating-window-why = Until midnight of the last day. No rating is never counted as satisfied.
param-reopen-window = A closed matter may be reopened for
param-reopen-window-why = Reopening is a right; nobody approves it.
param-contact-min = Households of one contact officer at least
param-contact-min-why = Where people are short the platform reports the gap.
param-contact-max = Households of one contact officer at most
param-contact-max-why = More is marked as overloaded.
param-visit-freq-high = Visits to households: most at risk
param-visit-freq-high-why = No photographs, no check-ins, no tracks.
param-visit-freq-key = Visits to households: key
param-visit-freq-key-why = No photographs, no check-ins, no tracks.
param-visit-freq-other = Visits to households: other
param-visit-freq-other-why = No photographs, no check-ins, no tracks.
param-visit-change = Visit after a great change within
param-visit-change-why = Such as an accident or an illness.
param-order-branch = An order is passed on within
param-order-branch-why = A refusal needs a reason and another way.
param-order-accept = An order is accepted within
param-order-accept-why = Declining needs a reason.
param-order-unclaimed = An unclaimed order goes to the joint conference after
param-order-unclaimed-why = The conference decides who does it.
param-order-answer = Departments answer the quarterly meeting within
param-order-answer-why = What the contact points asked for.
param-list-fresh = List items are confirmed every
param-list-fresh-why = Stale items are asked about, then hidden.
param-departments-min = Departments in the lists at least
param-departments-min-why = The plan says ten in one place and twelve in another; the number is data.
param-notice-meeting = Notice before a meeting
param-notice-meeting-why = Urgent: 3 days, with a reason.
param-minutes-publish = Minutes are published within
param-minutes-publish-why = Posted where everybody can read them.
param-minutes-objection = Objections to the minutes within
param-minutes-objection-why = They are added to the minutes.
param-topic-support-people = Supporters that put a topic on the agenda
param-topic-support-people-why = With so many it must be scheduled.
param-topic-support-delegates = Or this share of the delegates
param-topic-support-delegates-why = One fifth.
param-quorum-area = Owners’ vote: area present at least
param-quorum-area-why = The Civil Code sets the least; a county may only be stricter.
param-quorum-people = Owners’ vote: owners present at least
param-quorum-people-why = The Civil Code sets the least; a county may only be stricter.
param-fund-per-capita = Funds per head and year: target
param-fund-per-capita-why = The plan says 20 yuan in one place and 30 in another: 20 is the floor, 30 the target; both gaps are shown.
param-fund-floor = Funds per head and year: floor
param-fund-floor-why = No score cuts it: a cut would punish residents.
param-fund-population-base = Counted by
param-fund-population-base-why = Resident population includes people from elsewhere.
param-fund-personnel-share = Personnel share of spending at least
param-fund-personnel-share-why = By year and by fund.
param-fund-personnel-rule = The personnel rule applies
param-fund-personnel-rule-why = Some funds forbid wages; then it is off.
param-eval-weight-satisfaction = Evaluation: residents’ satisfaction
param-eval-weight-satisfaction-why = Never below one half. The five weights add up to 1.
param-eval-weight-resolution = Evaluation: resolution
param-eval-weight-resolution-why = The five weights add up to 1.
param-eval-weight-participation = Evaluation: participation
param-eval-weight-participation-why = The five weights add up to 1.
param-eval-weight-third-party = Evaluation: third party
param-eval-weight-third-party-why = The five weights add up to 1.
param-eval-weight-superior = Evaluation: superiors and innovation
param-eval-weight-superior-why = The five weights add up to 1.
param-eval-publish-before = Weights are published before the round
param-eval-publish-before-why = After it begins nothing changes.
param-rank-shown = Units are ranked
param-rank-shown-why = National rules forbid one-sided ranking; off by default.
param-rank-min-n = No comparison below
param-rank-min-n-why = Too few cases say nothing.
param-train-hours = Training a year
param-train-hours-why = Before the job, on the job, and by subject.
param-social-work-share = Community workers with a social-work background
param-social-work-share-why = Counted apart from the next: another denominator.
param-n-social-worker-share = Professional social workers among the volunteers
param-n-social-worker-share-why = Counted apart from the one above.
param-point-area-urban = Contact point in town at least
param-point-area-urban-why = With a hall, a mediation room and a way in without steps.
param-point-area-rural = Contact point in the country at least
param-point-area-rural-why = Everything in one place.
param-point-m2-per-100hh = Floor space per hundred households at least
param-point-m2-per-100hh-why = The national figure is 30 m².
param-walk-speed = Walking speed
param-walk-speed-why = For the minutes on foot.
param-walk-speed-senior = Walking speed of the old
param-walk-speed-senior-why = For the minutes on foot of older people.
param-circle-minutes = Service circle on foot
param-circle-minutes-why = Along the ways, not as the crow flies.
param-alert-inactive = No sign of life: alert after
param-alert-inactive-why = Only with consent.
param-alert-soft = No sign of life: call after
param-alert-soft-why = A call first, not a visit.
param-alert-water = Water use that counts as no sign
param-alert-water-why = From the water meter; there is no camera.
param-alert-family = Family is told within
param-alert-family-why = The family comes first.
param-alert-staff = Somebody is sent within
param-alert-staff-why = When the family does not answer.
param-alert-scene = At the door within
param-alert-scene-why = Two people go.
param-k-anonymity = Nothing is published below
param-k-anonymity-why = Small numbers give people away. May only be stricter.
param-publish-area-residents = Smallest area that is published
param-publish-area-residents-why = Public facts name an area of at least so many residents.
param-publish-batch = Published together, at least
param-publish-batch-why = So that nobody can tell which matter came on which day.
param-publish-day = Figures are published on
param-publish-day-why = At three in the morning, one batch a week.
param-web-creates = Matters an hour from one address
param-web-creates-why = More are taken all the same and wait for a person.
param-web-guesses = Wrong codes an hour from one address
param-web-guesses-why = A right code is always let in.
param-warrant-max = A warrant or a sample opens matters for at most
param-warrant-max-why = Leave to read ends by itself; a longer look is asked for again.
param-retention-log = Logs are kept
param-retention-log-why = The law asks for six months at least.
param-retention-case-short = Enquiries, suggestions and thanks are kept after their end
param-retention-case-short-why = Then they are archived: words, contact and letters are deleted; figures without names stay.
param-retention-case-general = Other matters are kept after their end
param-retention-case-general-why = Three years, as long as one may sue (Civil Code, article 188). Then they are archived; figures stay.
param-retention-case-long = Complaints, reports and sealed matters are kept after their end
param-retention-case-long-why = Five years, as long as most acts of an office may be taken to court (Administrative Litigation Law, article 46). Then they are archived; figures stay.
param-pia-retention = Impact assessments are kept
param-pia-retention-why = The law asks for three years at least.
param-backup-retention = Backups are kept
param-backup-retention-why = Then archive and key are destroyed: so the forgotten stay forgotten.
param-proposal-open = A proposed change lapses after
param-proposal-open-why = Nobody approved it: it lapses, and nothing changes.
