//! The steps a reader may take on a case beyond the everyday ones, each as a form. What is offered comes from the state table,
//! from the rules and from the reader's grants; commands check all three again.

use identity::Permission;
use kernel::{Timestamp, UnitCode, format};

use super::desk::Desk;
use super::lines::Lines;
use crate::commands::{self, Verb};
use crate::model::{
    Case, ComplexReason, Complexity, DeferReason, Door, ExclusionReason, Outcome, RefusalReason, ReturnReason, SealReason, StateName,
};
use crate::pages::labels::label;
use crate::pages::views::case::{FieldView, StepForm};
use crate::pages::views::parts::Choice;
use crate::permissions as may;
use crate::service::Cases;

/// What was typed into a form that came back.
pub(super) type Pairs = Vec<(String, String)>;

/// What a field asks for.
#[derive(Clone, Copy)]
enum Ask {
    /// Words over several lines.
    Words,
    /// Words on one line.
    Line,
    /// A whole number.
    Number,
    /// A day.
    Day,
    /// A unit other than the one that has it.
    Unit,
    /// A unit, or none.
    UnitOrNone,
    /// A unit that helps.
    Helper,
    /// A handler of the unit.
    Handler,
    /// A kind of the catalogue, or as it is.
    KindOrSame,
    /// General or complex, or as it is.
    ComplexityOrSame,
    /// One word of a list.
    Word(&'static str, fn() -> Vec<&'static str>),
    /// One word of a list, or none.
    WordOrNone(&'static str, fn() -> Vec<&'static str>),
}

struct Offer {
    code: &'static str,
    fields: &'static [(&'static str, Ask)],
    /// Whether the reader may, and the case is such that it makes sense.
    may: fn(&Reader<'_>) -> bool,
}

/// Who reads which case.
struct Reader<'a> {
    cases: &'a Cases,
    desk: &'a Desk,
    case: &'a Case,
    now: Timestamp,
}

impl Reader<'_> {
    fn has<P: Permission>(&self) -> bool {
        self.desk.granted::<P>().is_some_and(|grant| self.cases.reaches(grant.scopes(), self.case))
    }

    fn is(&self, states: &[StateName]) -> bool {
        states.contains(&self.case.state.name())
    }

    /// Nothing waits for somebody's word already.
    fn free(&self) -> bool {
        self.case.pending.is_none()
    }
}

use StateName as S;

const UNIT_WORK: &[S] = &[S::Dispatched, S::Returned, S::Accepted, S::InProgress, S::AwaitingResident, S::Deferred, S::Reopened];

const AT_WORK: &[S] = &[S::Dispatched, S::Accepted, S::InProgress, S::AwaitingResident, S::Deferred];

fn returns() -> Vec<&'static str> {
    ReturnReason::ALL.iter().map(|word| word.code()).collect()
}
fn refusals() -> Vec<&'static str> {
    RefusalReason::ALL.iter().map(|word| word.code()).collect()
}
fn doors() -> Vec<&'static str> {
    Door::ALL.iter().map(|word| word.code()).collect()
}
fn deferrals() -> Vec<&'static str> {
    DeferReason::ALL.iter().map(|word| word.code()).collect()
}
fn exclusions() -> Vec<&'static str> {
    ExclusionReason::ALL.iter().map(|word| word.code()).collect()
}
fn seals() -> Vec<&'static str> {
    SealReason::ALL.iter().map(|word| word.code()).collect()
}
fn complexes() -> Vec<&'static str> {
    ComplexReason::ALL.iter().map(|word| word.code()).collect()
}
fn outcomes() -> Vec<&'static str> {
    Outcome::ALL.iter().map(|word| word.code()).collect()
}

const OFFERS: &[Offer] = &[
    Offer {
        code: commands::Agree::NAME,
        fields: &[],
        may: |r| r.desk.granted::<may::DecideProposal>().is_some_and(|grant| r.cases.may_decide(&grant, r.case)),
    },
    Offer {
        code: commands::RefuseProposal::NAME,
        fields: &[("text", Ask::Words)],
        may: |r| r.desk.granted::<may::DecideProposal>().is_some_and(|grant| r.cases.may_decide(&grant, r.case)),
    },
    Offer {
        code: commands::TakeBackProposal::NAME,
        fields: &[],
        may: |r| r.has::<may::DecideProposal>() && r.case.pending.as_ref().is_some_and(|p| p.by == Some(r.desk.who.account())),
    },
    Offer {
        code: commands::UndoDispatch::NAME,
        fields: &[],
        may: |r| r.is(&[S::Dispatched]) && r.has::<may::DispatchCase>() && r.case.may_undo_dispatch(r.desk.who.account(), r.now).is_ok(),
    },
    Offer {
        code: commands::Designate::NAME,
        fields: &[("unit", Ask::Unit), ("text", Ask::Words)],
        may: |r| {
            r.is(&[S::Triage, S::Returned]) && r.case.may_be_designated(&r.cases.limits_of(r.case)).is_ok() && r.has::<may::DesignateCase>()
        },
    },
    Offer {
        code: commands::GiveBack::NAME,
        fields: &[("reason", Ask::Word("return-reason", returns)), ("text", Ask::Words), ("suggests", Ask::UnitOrNone)],
        may: |r| r.is(&[S::Dispatched]) && r.case.may_be_returned(r.now).is_ok() && r.has::<may::LeadCase>(),
    },
    Offer {
        code: commands::Ask::NAME,
        fields: &[("text", Ask::Words)],
        may: |r| r.is(&[S::InProgress]) && r.case.may_be_stopped(&r.cases.limits_of(r.case), r.now).is_ok() && r.has::<may::HandleCase>(),
    },
    Offer {
        code: commands::AnswerOnTheSpot::NAME,
        fields: &[("result", Ask::Word("outcome", outcomes)), ("text", Ask::Words)],
        may: |r| r.is(&[S::Triage]) && r.has::<may::AnswerAtOnce>(),
    },
    Offer {
        code: commands::AskAssist::NAME,
        fields: &[("unit", Ask::Unit), ("text", Ask::Words)],
        may: |r| r.is(AT_WORK) && !r.case.sealed && r.has::<may::AskAssist>(),
    },
    Offer {
        code: commands::EndAssist::NAME,
        fields: &[("unit", Ask::Helper)],
        may: |r| r.is(AT_WORK) && !r.case.course.assists.is_empty() && r.has::<may::AskAssist>(),
    },
    Offer {
        code: commands::AskExtension::NAME,
        fields: &[("days", Ask::Number), ("text", Ask::Words)],
        may: |r| {
            r.free()
                && r.is(&[S::Accepted, S::InProgress])
                && r.case.extended_by(workday::Limit::WorkingDays(1), &r.cases.limits_of(r.case), r.now).is_ok()
                && r.has::<may::HandleCase>()
        },
    },
    Offer {
        code: commands::ProposeSilent::NAME,
        fields: &[("text", Ask::Words)],
        may: |r| r.free() && r.is(&[S::AwaitingResident]) && r.case.may_be_silent().is_ok() && r.has::<may::HandleCase>(),
    },
    Offer {
        code: commands::ProposeDeferral::NAME,
        fields: &[("reason", Ask::Word("defer-reason", deferrals)), ("review_on", Ask::Day), ("text", Ask::Words)],
        may: |r| r.free() && r.is(&[S::InProgress]) && r.has::<may::ProposeForUnit>(),
    },
    Offer { code: commands::GoOn::NAME, fields: &[("text", Ask::Words)], may: |r| r.is(&[S::Deferred]) && r.has::<may::LeadCase>() },
    Offer {
        code: commands::ProposeReferral::NAME,
        fields: &[("to", Ask::Word("door", doors)), ("text", Ask::Words)],
        may: |r| r.free() && r.is(&[S::InProgress]) && r.has::<may::HandleCase>(),
    },
    Offer {
        code: commands::ProposeTransfer::NAME,
        fields: &[("unit", Ask::Unit), ("text", Ask::Words)],
        may: |r| r.free() && r.is(&[S::Accepted, S::InProgress]) && r.has::<may::LeadCase>(),
    },
    Offer {
        code: commands::Reassign::NAME,
        fields: &[("handler", Ask::Handler), ("text", Ask::Line)],
        may: |r| r.is(&[S::Accepted, S::InProgress, S::AwaitingResident, S::Deferred]) && r.has::<may::LeadCase>(),
    },
    Offer {
        code: commands::RecallAnswer::NAME,
        fields: &[("text", Ask::Words)],
        may: |r| r.is(&[S::FeedbackPending]) && r.has::<may::LeadCase>(),
    },
    Offer {
        code: commands::CloseDisputed::NAME,
        fields: &[("text", Ask::Words)],
        may: |r| r.is(&[S::Reopened]) && r.case.may_be_disputed().is_ok() && r.has::<may::SuperviseCase>(),
    },
    Offer {
        code: commands::NotAccept::NAME,
        fields: &[("reason", Ask::Word("refusal-reason", refusals)), ("door", Ask::Word("door", doors)), ("text", Ask::Words)],
        may: |r| r.is(&[S::Triage]) && r.case.may_be_judged_by(r.desk.who.account()).is_ok() && r.has::<may::DispatchCase>(),
    },
    Offer {
        code: commands::HandedOver::NAME,
        fields: &[("text", Ask::Line)],
        may: |r| r.is(&[S::Referred]) && r.has::<may::DispatchCase>(),
    },
    Offer {
        code: commands::Merge::NAME,
        fields: &[("into", Ask::Line)],
        may: |r| r.is(&[S::Triage, S::InProgress]) && r.case.course.absorbed == 0 && r.has::<may::DispatchCase>(),
    },
    Offer {
        code: commands::MergeIn::NAME,
        fields: &[("numbers", Ask::Words)],
        may: |r| r.is(&[S::Triage, S::Dispatched, S::Accepted, S::InProgress]) && r.has::<may::DispatchCase>(),
    },
    Offer { code: commands::Unmerge::NAME, fields: &[], may: |r| r.is(&[S::Merged]) && r.has::<may::DispatchCase>() },
    Offer {
        code: commands::Split::NAME,
        fields: &[("part1", Ask::Words), ("part2", Ask::Words), ("part3", Ask::Words), ("part4", Ask::Words)],
        may: |r| r.is(&[S::Triage, S::InProgress]) && r.has::<may::DispatchCase>(),
    },
    Offer {
        code: commands::Reclassify::NAME,
        fields: &[
            ("kind", Ask::KindOrSame),
            ("complexity", Ask::ComplexityOrSame),
            ("complex_reason", Ask::WordOrNone("complex-reason", complexes)),
            ("text", Ask::Words),
        ],
        may: |r| r.is(UNIT_WORK) && r.case.may_be_classed_by(r.desk.who.account()).is_ok() && r.has::<may::DispatchCase>(),
    },
    Offer {
        code: commands::CorrectContact::NAME,
        fields: &[("phone", Ask::Line), ("name", Ask::Line)],
        may: |r| (r.is(UNIT_WORK) || r.is(&[S::Triage])) && r.has::<may::DispatchCase>(),
    },
    Offer {
        code: commands::CorrectPlace::NAME,
        fields: &[("words", Ask::Line)],
        may: |r| (r.is(UNIT_WORK) || r.is(&[S::Triage])) && r.has::<may::DispatchCase>(),
    },
    Offer {
        code: commands::Seal::NAME,
        fields: &[("reason", Ask::Word("seal-reason", seals)), ("against", Ask::UnitOrNone)],
        may: |r| !r.case.sealed && !r.is(&[S::Archived]) && r.has::<may::DispatchCase>(),
    },
    Offer {
        code: commands::ProposeUnseal::NAME,
        fields: &[("text", Ask::Words)],
        may: |r| r.free() && r.case.sealed && !r.is(&[S::Archived]) && r.has::<may::DispatchCase>(),
    },
    Offer {
        code: commands::ProposeExclusion::NAME,
        fields: &[("reason", Ask::Word("exclusion-reason", exclusions)), ("text", Ask::Words)],
        may: |r| r.free() && r.case.course.excluded.is_none() && !r.is(&[S::Archived]) && r.has::<may::ProposeForUnit>(),
    },
    Offer {
        code: commands::ProposeAbuse::NAME,
        fields: &[("text", Ask::Words)],
        may: |r| r.free() && r.case.course.abuse_until.is_none() && !r.is(&[S::Archived]) && r.has::<may::DispatchCase>(),
    },
];

/// The forms for this reader, in the order in which one looks for them. What was typed into `refused` stands in it again.
pub(super) async fn offers(
    lines: &Lines<'_>,
    desk: &Desk,
    case: &Case,
    refused: Option<(&str, &Pairs)>,
) -> Result<Vec<StepForm>, store::StoreError> {
    if case.erased {
        return Ok(Vec::new());
    }
    let reader = Reader { cases: lines.cases, desk, case, now: desk.now };
    let mut forms = Vec::new();
    for offer in OFFERS.iter().filter(|offer| (offer.may)(&reader)) {
        let typed = refused.filter(|(code, _)| *code == offer.code).map(|(_, pairs)| pairs);
        let mut fields = Vec::with_capacity(offer.fields.len());
        for (name, ask) in offer.fields {
            let value = typed.and_then(|pairs| pairs.iter().find(|(key, _)| key == name)).map_or("", |(_, value)| value);
            fields.push(field(lines, case, offer.code, name, *ask, value).await?);
        }
        let words = |part: &str| label(lines.locale, "step", &format!("{}{part}", offer.code));
        forms.push(StepForm {
            code: offer.code,
            title: words(""),
            hint: words("-hint"),
            fields,
            open: typed.is_some() || offer.code == commands::Agree::NAME,
        });
    }
    Ok(forms)
}

async fn field(
    lines: &Lines<'_>,
    case: &Case,
    step: &str,
    name: &'static str,
    ask: Ask,
    value: &str,
) -> Result<FieldView, store::StoreError> {
    let locale = lines.locale;
    let own = format!("{step}-{name}");
    let title = crate::words::Words::find(locale, &format!("field-{own}"))
        .map_or_else(|| label(locale, "field", name), std::borrow::Cow::into_owned);
    let choice = |code: String, text: String| Choice { chosen: code == value, value: code, label: text };
    let none = || choice(String::new(), lines.w.field_none().into_owned());
    let choose = || choice(String::new(), lines.w.field_choose().into_owned());
    let same = || choice(String::new(), lines.w.field_same().into_owned());
    let words = |list: &'static str, codes: fn() -> Vec<&'static str>| {
        codes().into_iter().map(move |code| choice(code.to_owned(), label(locale, list, code))).collect::<Vec<_>>()
    };
    let units = |but: Option<&UnitCode>| {
        let all = lines.register.units_in_force().filter(|unit| Some(&unit.code) != but && case.may_go_to(&unit.code).is_ok());
        all.map(|unit| choice(unit.code.to_string(), unit.name_in(locale).to_owned())).collect::<Vec<_>>()
    };
    let (kind, options) = match ask {
        Ask::Words => ("area", Vec::new()),
        Ask::Line => ("line", Vec::new()),
        Ask::Number => ("number", Vec::new()),
        Ask::Day => ("date", Vec::new()),
        Ask::Unit => ("select", std::iter::once(choose()).chain(units(case.unit())).collect()),
        Ask::UnitOrNone => {
            let all = lines.register.units_in_force().map(|unit| choice(unit.code.to_string(), unit.name_in(locale).to_owned()));
            ("select", std::iter::once(none()).chain(all).collect())
        }
        Ask::Helper => {
            let helpers = case.course.assists.iter().map(|unit| choice(unit.to_string(), lines.unit(unit)));
            ("select", helpers.collect())
        }
        Ask::Handler => {
            let of_unit = lines.cases.staff.handlers(case.unit()).await?;
            let others = of_unit.into_iter().filter(|handler| Some(handler.account) != case.handler());
            ("select", others.map(|handler| choice(handler.login.clone(), handler.name_in(lines.locale).to_owned())).collect())
        }
        Ask::KindOrSame => {
            let kinds = lines.catalogue.kinds_in_force().map(|kind| choice(kind.code.to_string(), lines.kind_path(kind)));
            ("select", std::iter::once(same()).chain(kinds).collect())
        }
        Ask::ComplexityOrSame => {
            let both = [Complexity::General, Complexity::Complex];
            let both = both.map(|one| choice(one.code().to_owned(), super::lines::complexity(lines.w, one)));
            ("select", std::iter::once(same()).chain(both).collect())
        }
        // Nothing is chosen for anybody: a reason is given, not left standing.
        Ask::Word(list, codes) => ("select", std::iter::once(choose()).chain(words(list, codes)).collect()),
        Ask::WordOrNone(list, codes) => ("select", std::iter::once(none()).chain(words(list, codes)).collect()),
    };
    // A day is offered from tomorrow to the last that is allowed.
    let (min, max) = if matches!(ask, Ask::Day) {
        let today = format::local_date(lines.now);
        let last = today.saturating_add(jiff::Span::new().days(i64::from(lines.cases.limits_of(case).review_days)));
        (today.saturating_add(jiff::Span::new().days(1)).to_string(), last.to_string())
    } else {
        (String::new(), String::new())
    };
    Ok(FieldView { name, label: title, kind, value: value.to_owned(), options, min, max })
}
