//! Who may do what to a case, and where (domain 3.2 with decisions 3). Rows of roles whose work does not exist yet
//! are left out: they grant nothing. A handler's `Unit` reaches only what nobody of the unit has accepted yet; what
//! she has accepted is her `Ticket` (`rows::scope`).

use identity::permissions;

permissions! {
    /// Hand in a matter. Anybody may.
    SubmitCase = "case.submit" {
        Anonymous => Public clear,
    }
    /// Read a case: text, place, timeline.
    ReadCase = "case.read" {
        Anonymous => ByCode clear,
        Handler => Ticket clear,
        Handler => Unit clear,
        Lead => Unit clear,
        Dispatcher => County clear,
        PointStaff => Point clear,
        Supervisor => Escalated clear,
        Organiser => Escalated clear,
        Evaluator => Sample masked,
        Auditor => Sample clear,
        Auditor => Warrant clear,
    }
    /// Open one hidden field of a contact, with a reason (domain 3.2, read requester identity). Who may is shown the field
    /// masked; who may not sees nothing of it. A call of the hotline comes with its minutes.
    UnmaskContact = "case.unmask" {
        Hotline => Call clear,
        PointStaff => Point clear,
        Handler => Ticket clear,
        Lead => Unit clear,
        Supervisor => Escalated clear,
        Auditor => Warrant clear,
    }
    /// See who looked at what, everybody's. One's own looks are everybody's to see.
    AuditLooks = "case.audit_looks" {
        Auditor => County clear,
    }
    /// Ask for leave to read one matter, until a day.
    AskWarrant = "case.ask_warrant" {
        Auditor => County clear,
    }
    /// Grant such leave, refuse it, end it. Nobody grants her own.
    GrantWarrant = "case.grant_warrant" {
        Organiser => County clear,
    }
    /// Draw matters for somebody to read, until a day; end it. Nobody draws for herself.
    DrawSample = "case.draw_sample" {
        Organiser => County clear,
    }
    /// Send a case to a unit, hand on a reopened one; refuse, merge, split, reclassify, correct, seal.
    DispatchCase = "case.dispatch" {
        Dispatcher => County clear,
    }
    /// See the text models that the site has trained, and how they do.
    ViewModels = "model.view" {
        Admin => County clear,
        Organiser => County clear,
        Auditor => County clear,
    }
    /// Let another text model answer, with a reason.
    TakeModel = "model.take" {
        Admin => County clear,
    }
    /// Hand on what was reopened: the third time it is the supervisor's.
    ResumeCase = "case.resume" {
        Dispatcher => County clear,
        Supervisor => Escalated clear,
    }
    /// Name the unit after too many returns; close what stays disputed.
    DesignateCase = "case.designate" {
        Supervisor => Escalated clear,
        Organiser => Escalated clear,
    }
    /// Close as disputed what was answered three times.
    SuperviseCase = "case.supervise" {
        Supervisor => Escalated clear,
    }
    /// Accept, start, contact, ask, answer.
    HandleCase = "case.handle" {
        Handler => Ticket clear,
        Handler => Unit clear,
    }
    /// Give back, pass to another handler, take an answer back.
    LeadCase = "case.lead" {
        Lead => Unit clear,
    }
    /// Propose to leave a case out of the figures, or to put it on the ledger.
    ProposeForUnit = "case.propose_for_unit" {
        Handler => Ticket clear,
        Lead => Unit clear,
    }
    /// Give one's word on a proposal, or refuse it. Whose word it needs is in the proposal.
    DecideProposal = "case.decide" {
        Handler => Ticket clear,
        Lead => Unit clear,
        Dispatcher => County clear,
        Supervisor => Escalated clear,
        Organiser => Escalated clear,
    }
    /// Answer at the counter what needs no unit.
    AnswerAtOnce = "case.answer_at_once" {
        PointStaff => Point clear,
    }
    /// Write a note.
    NoteCase = "case.note" {
        Handler => Ticket clear,
        Lead => Unit clear,
        Dispatcher => County clear,
    }
    /// Ask another unit to help with a case, or let it go (协办).
    AskAssist = "case.ask_assist" {
        Lead => Unit clear,
        Dispatcher => County clear,
    }
    /// See what one's unit is asked to help with, and report: kind, place and the words that are for the unit. The matter's own
    /// words stay hidden (decisions 3). It reaches what `case_assist` names for the unit, never the unit's own cases.
    Assist = "case.assist" {
        Handler => Unit hidden,
        Lead => Unit hidden,
    }
    /// Give a new query code to whoever lost it.
    ReissueCode = "case.reissue_code" {
        Hotline => County clear,
        PointStaff => Point clear,
    }
    /// Be called when somebody's words speak of harming herself, and answer.
    AnswerAlarm = "case.answer_alarm" {
        Dispatcher => County clear,
    }
    /// Say who is called, and when.
    SetOnCall = "case.set_on_call" {
        Organiser => County clear,
        Admin => County clear,
    }
    /// Rate, supplement, reopen: the resident's own steps.
    OwnCase = "case.own" {
        Anonymous => ByCode clear,
    }
    /// What happens by itself when its time has come.
    RunTimer = "case.timer" {
    }
    /// Erase the person behind a case.
    EraseCase = "case.erase" {
    }
}
