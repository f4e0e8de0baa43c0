## Common

account = Account
role = Role
scope = Responsible for
unit = Unit
any = Any
nav-account = Me
errors-head = { $n ->
    [one] One answer needs changing
   *[other] { $n } answers need changing
}
errors-kept = What you wrote is still there. Change these and go on.
pager-next = Next page
pager-first = First page
cancel = Leave it as it is
current-password = Your present password
current-password-hint = Changing how you sign in takes the password once more, in case somebody else sits at your desk.

## Signing in

signin-title = Staff sign-in
signin-hint = Reporting and checking progress need no account.
password = Password
totp = One-time code
totp-hint = The 6 digits of your authenticator. If you do not have it with you, use a recovery code.
signin-submit = Sign in
signin-resident = Not staff? Please go to
report-door = Report a matter
signout = Sign out
welcome-title = Set a password
welcome-hint = Account { $account }. This link works once.
welcome-password = New password
welcome-password-hint = At least 10 characters. A longer sentence is easy to remember and safest.
welcome-submit = Set it and sign in

## My account

account-title = My account
account-no-cases = Your role does not read cases; only your account is here.
security = Signing in safely
password-row = Password
password-change = Change password
totp-row = Authenticator (one-time code)
totp-on = Set up
totp-off-state = Not set up
totp-required = Your role needs one
totp-set-up = Set up
totp-replace = Replace
totp-take-away = Turn off
recovery-row = Recovery codes
recovery-left = { $n ->
    [one] One is left
   *[other] { $n } are left
}
recovery-few = Nearly used up: please make new ones
recovery-renew = Make new ones
sessions = Where you are signed in
sessions-hint = If you do not know one, end it and change your password.
session-this = The one you are using
session-unknown = Unknown browser
session-program = Programming interface
session-machine = Channel token
session-since = Signed in { $when }
session-seen = Last used { $when }
session-end = End it
sessions-end-others = End all others
network-local = This machine
network-private = Office network
network-public = Internet
done-password = The password is changed. You are signed out everywhere else.
done-totp_off = The authenticator is off. Next time the password is enough.
done-session = Ended.
done-sessions = All others are ended.

## Password, authenticator off, new recovery codes

password-title = Change password
password-lead = You will be signed out everywhere else, and stay signed in here.
password-new = New password
password-new-hint = At least 10 characters. A longer sentence is easy to remember and safest.
password-submit = Change password
totp-off-title = Turn the authenticator off
totp-off-lead = Then the password alone opens your account, and the recovery codes are void.
totp-off-submit = Turn it off
recovery-title = Make new recovery codes
recovery-lead = The old ones are void at once; you get ten new ones.
recovery-submit = Make new ones

## Setting up an authenticator

enrol-title = Set up an authenticator
enrol-title-again = Replace the authenticator
enrol-must = Your role sees the matters of the whole county, so signing in takes a one-time code beside the password. Other pages open once this is done.
enrol-step-scan = Scan this with the authenticator on your phone
enrol-apps = If there is none on your phone, install one first. Any app for one-time passwords or two-step verification will do; it needs no network.
enrol-qr-alt = QR code: the key for your authenticator
enrol-by-hand = Cannot scan? Choose “enter by hand” in the authenticator and type:
enrol-step-code = Type the 6 digits it shows
enrol-code = 6-digit code
enrol-code-hint = The digits change every 30 seconds.
enrol-submit = Set up
enrol-lapses = This code is good for 15 minutes, and for this sign-in of yours alone.
codes-title = Please keep these recovery codes
codes-lead = If your phone is lost or broken, sign in with one of them. Each works once. When you leave this page they cannot be shown again.
codes-how = Write them down or print them and lock them away. Do not send anyone a photograph.
codes-list = Ten recovery codes
codes-done = They are safe, go on

## Accounts

people-title = Accounts
people-lead = Adding people and rights takes two: an administrator proposes, an organiser approves. Taking away takes one.
people-lead-unit = The people of your unit are yours to manage: make accounts, close them, hand out links for new passwords.
people-open = In use
people-closed = Closed
people-name = Name
people-roles = Roles
people-signin = Signing in
people-empty = No accounts here yet
people-filter = Filter
people-new = Add a person
people-import = Import a table
people-proposals = Waiting
signin-password-and-totp = Password + code
signin-password-only = Password only
signin-none = No password yet
created-at = Made
closed-at = Closed
roles-title = Roles
roles-none = No role at present
role-end = End
role-give = Give another role
role-place = Where
role-give-submit = Give
role-propose-submit = Propose to the organiser
place-county = The whole county
places-units = Units
places-areas = Contact points and grids
link-title = New password
link-lead = Make a one-time link and hand it over in person or by telephone. Earlier links are void; using it signs the person out everywhere.
link-submit = Make a link
link-shown = A link for { $name }
link-once = Shown this once, good for three days and for one use. Do not post it in a group.
link-copy = Link
link-back = Handed over, go back
reset-title = Authenticator and recovery codes lost
reset-lead = Once you are sure who asks, propose to the organiser that the authenticator be cleared. The person sets up a new one at the next sign-in.
reset-submit = Propose to the organiser
leave-title = Leaving
leave-open = Close the account
done-made = The account is there. Please make a link so that the person can set a password.
done-proposed = Proposed; an organiser decides.
done-given = The role is given.
done-ended = The role has ended, at once.
done-closed = The account is closed.
done-approved = Approved and in force.
done-refused = Not approved; nothing has changed.
done-withdrawn = Taken back; nothing has changed.

## Adding a person

new-title = Add a person
new-lead-two = You propose, an organiser approves; then the account is there. After 7 days the proposal is void.
new-lead-one = It is there at once. Afterwards make a link so that the person can set a password.
new-login = Account
new-login-hint = 3–40 characters: begins with a small letter; digits and . _ - may follow
new-name = Name
new-name-en = Name in Latin letters (optional)
new-unit-none = No unit
new-role-first = Role
new-role-second = Second role (optional)
new-role-none = Please choose
new-submit-two = Propose to the organiser
new-submit-one = Make the account

## Import

import-title = Import accounts from a table
import-lead = Save the table as CSV, open it, and paste it here. Look first; propose it when nothing is wrong.
import-columns = The first line names the columns, then one person a line, like this. Several roles are separated by semicolons.
import-csv = Content of the table
import-look = Look first
import-line = Line
import-state = Check
import-good = Good
import-all-good = { $n ->
    [one] One person, nothing wrong
   *[other] { $n } people, nothing wrong
}
import-some-bad = { $n ->
    [one] One line is faulty: correct it and look again
   *[other] { $n } lines are faulty: correct them and look again
}
import-submit = { $n ->
    [one] Propose this person to the organiser
   *[other] Propose these { $n } people to the organiser
}
import-fault-no_head = The first line must name the columns, as shown below “Content of the table”
import-fault-empty = There is no line below the names of the columns
import-fault-too_many = At most 500 people at a time
line-columns = Not five columns
line-login = Not an account name
line-twice = The same account stands in an earlier line
line-taken = Somebody has this account name
line-name = No name, or one that cannot be shown
line-unit = There is no such unit
line-role = No role, or one that does not exist
line-place = This role is not held there

## Leaving

close-title = Close the account of { $name }
close-lead = What is still to be done goes to others first; then the account closes. The person can no longer sign in; the name stays with what was done.
close-none = There is nothing to hand over.
close-count = { $n ->
    [one] One
   *[other] { $n }
}
close-to = Goes to
close-choose = Choose who takes it on
close-nobody = Nobody else can take this on. Please give somebody the role first.
close-proposals = { $n ->
    [one] One proposal of this person is still waiting and will be taken back.
   *[other] { $n } proposals of this person are still waiting and will be taken back.
}
close-submit = Hand over and close
duty-cases = Open cases

## Waiting for a second person

proposals-title = Accounts and rights to approve
proposals-lead = Who proposes does not approve. After 7 days a proposal is void.
proposals-empty = Nothing is waiting
proposals-empty-done = Nothing yet
proposal-create = { $n ->
    [one] Add one person
   *[other] Add { $n } people
}
proposal-create-one = Add { $name }
proposal-give = Give { $name } a role
proposal-reset = Clear the authenticator of { $name }
proposal-by = Proposed by { $name }, { $when }
proposal-until = Void unless approved by { $when }
proposal-decided = { $name }, { $when }
proposal-approve = Approve
proposal-refuse = Refuse
proposal-withdraw = Take back
proposal-own = Yours: somebody else approves it
state-pending = Waiting
state-approved = Approved
state-refused = Refused
state-withdrawn = Taken back
state-lapsed = Void

## When something goes wrong

problem-auth-enrol_first = Please set up an authenticator first
problem-account-enrolment_lapsed = That code was older than 15 minutes. Here is a new one, please scan again
problem-account-totp_required = Your role needs an authenticator: you can replace it, not turn it off
problem-account-not_enrolled = No authenticator is set up
problem-account-needs_two = This takes two people: an administrator proposes, an organiser approves
problem-account-own_proposal = Somebody else has to approve what you propose
problem-account-last_of_role = Nobody else holds this role in the county: first there has to be a successor
problem-account-open_duties = Not everything has been handed over
problem-account-import_faulty = The table is faulty; nobody was proposed
problem-proposal-not_found = There is no such proposal
problem-proposal-over = This proposal is decided, or void
problem-proposal-not_yours = Who proposes does not approve, and nobody takes back another's proposal
problem-proposal-not_yet = This proposal is still running
problem-proposal-proposer_gone = Who proposed this is no administrator any more; it cannot be approved
fault-password-too_short = Too short: at least 10 characters
fault-password-too_long = Too long: at most 200 characters
fault-current-wrong = Wrong password, please try again
fault-code-wrong = Wrong code. Wait for the next one and type that
fault-login-shape = 3–40 characters: begins with a small letter; digits and . _ - may follow
fault-login-taken = Somebody has this account name, please choose another
fault-role-missing = Choose at least one role, and where
fault-role-held = This person holds the role already
fault-place-unfit = This role is not held there, please choose another place
fault-csv-faulty = The table is faulty
