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
    }
    /// Send a case to a unit, or hand on a reopened one.
    DispatchCase = "case.dispatch" {
        Dispatcher => County clear,
    }
    /// Accept, start, contact, answer.
    HandleCase = "case.handle" {
        Handler => Ticket clear,
        Handler => Unit clear,
    }
    /// Write a note.
    NoteCase = "case.note" {
        Handler => Ticket clear,
        Lead => Unit clear,
        Dispatcher => County clear,
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
    /// Close a case whose rating window is over.
    CloseUnrated = "case.close_unrated" {
    }
    /// Erase the person behind a case.
    EraseCase = "case.erase" {
    }
}
