## The shell: words on every page

brand = Lianxin
skip = Skip to content
tools = Ways to use this page
senior-on = Easy
senior-on-long = Easy view: larger text and buttons
senior-off = Back to the normal view
aloud = Read aloud
aloud-page = Read this page aloud
aloud-to-me = Read to me
lang-short = 中文
lang-switch = Switch to Chinese
home = Home
big-enough = Is the text big enough?
smaller = Smaller
larger = Larger
help-always = Help at any time
foot = Footer
foot-report = Report something
foot-find = Check progress
foot-rules = Our rules
foot-open = Open figures
foot-staff = Staff sign-in
foot-demo = Public service platform of { $county } (demo). People, places and numbers are invented.
foot-site = Public service platform of { $county }
county-demo = { $county } (demo)

## The staff's shell

main-nav = Main navigation
find-case = Find a case: enter its number
theme-dark = Dark
theme-light = Light
keys-all = All keys
keys-close = Close
keys-move = Move up and down
keys-open = Open
keys-next = Do the next step
keys-only = Show one group only
keys-find = Find
keys-choose = Choose the unit
keys-group = Change the group: kind, difficulty, unit
keys-send = Dispatch as shown
keys-submit = In a text box: send

## When something fails: whose fault, what is safe, what next

problem-not-found = This page was not found
problem-not-found-now = A digit of the address may be wrong, or the case is not one you can see.
problem-invalid = Some answers need changing
problem-invalid-now = Please go back, change them and send again. What you wrote is still there.
problem-conflict = This case has just changed
problem-conflict-now = Someone else took a step first. Please look at how it stands now, then decide.
problem-forbidden = Your account cannot take this step
problem-page-now = What you wrote is not lost: go back one page to see it. Reload and send it again, or call and we write it down for you.
problem-forbidden-now = If your work needs it, ask an administrator.
problem-unauthenticated = Please sign in first
problem-unauthenticated-now = Sign in, then come back to this page.
problem-precondition = The version you saw was not given
problem-too-many = Too many attempts; please rest a moment
problem-too-many-now = Nothing you wrote is lost. Try again in a few minutes, or call the hotline: it counts the same.
problem-unavailable = The system is busy right now
problem-unavailable-now = It is not your fault. Please try again in a minute or two; if it is urgent, call the hotline.
problem-bug = Something went wrong on our side
problem-bug-now = It is not your fault. Everything that already has a number is safe.
problem-ours = Give this number when you call, so that we can trace it: { $id }
problem-call = If it is urgent, call { $number }: it counts the same.
problem-back = Back to the home page
problem-again = Try again
problem-sign-in = Sign in

## When something fails: sign-in, accounts, forms

problem-auth-forbidden = Your account cannot take this step
problem-auth-form_token = This page was open for too long; please reload it and send again
problem-auth-cross_site = The request did not come from a page of this site and was not taken
problem-auth-wrong = Account or password is wrong; please try again
problem-auth-totp_required = The 6-digit one-time code is needed as well
problem-auth-slow_down = Too many attempts; please sign in a little later
problem-account-not_found = There is no such account
problem-account-login_taken = This account name is taken; please choose another
problem-account-invalid = Some details of the account need changing
problem-account-own_roles = Your own roles are changed by somebody else
problem-account-not_yours_to_give = This role is not yours to give
problem-account-role_not_held = This person does not hold that role now
problem-link-gone = This link was used or has expired
problem-form-unreadable = The form did not arrive whole; please send it again
problem-form-invalid = Some answers need changing
problem-store-stale = This case has just changed

## Fields that cannot be taken: general words

fault-empty = Nothing is written here yet
fault-too_long = Too long; 20,000 characters at most
fault-unknown = Please choose one from the list
fault-bad_phone = This phone number is not right. A mobile number has 11 digits
fault-bad_email = The email address is not complete
fault-control_character = There are invisible control characters in it; please type it again
fault-future = This date has not come yet
fault-outside_county = This place is not in the county
fault-missing = Please choose one. We do not choose for you
fault-out_of_range = Please choose one from the list
fault-shape = Not in the right form; please see the note beside it
fault-other = This is not right yet; please look again

# /developers
developers-title = Open API
developers-lead = Programs can report, look up and handle matters for people too. The full description is in
developers-answers = May answer
alert-label = To be done at once
