//! 词库: what people call places, and words that stay whole. A list with search; lines that are pasted are looked at before they are
//! proposed, each with its own message.

use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use identity::http::SafeForm;
use kernel::{FieldFault, text};
use places::model::local::{Line as At, SIGNS};
use places::{HeldWord, LocalWord, Means, Register, WordChange, WordFault};
use serde::Deserialize;
use web::{Fail, page_with};

use super::desk::Desk;
use super::fill::{self, Sent};
use super::views::{WordLine, WordRow, WordsForm, WordsPage};
use crate::commands::{NewProposal, NewWord, NewWords};
use crate::errors::SettingError;
use crate::permissions::{ProposeSetting, ViewSettings};
use crate::service::Settings;
use crate::told::Told;

/// Where the dictionary is kept.
const PATH: &str = "/staff/settings/words";

/// Words on one page.
const PAGE: usize = 100;

/// What is looked for, and behind which word the page begins.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Look {
    q: String,
    before: Option<i64>,
}

/// A pasted line as it is understood.
struct Read {
    /// Counted from 1, as an editor counts.
    number: usize,
    word: String,
    target: String,
    /// `None`: nothing is called so.
    means: Option<Means>,
}

/// `老供销社 = 北苑家园` is a nickname; a line without a sign is a word that stays whole. Blank lines are passed over.
fn read_lines(lines: &str, register: &Register) -> Vec<Read> {
    let read = |(at, line): (usize, &str)| {
        let line = line.trim();
        let (word, target) = line.split_once(SIGNS).map_or((line, None), |(word, target)| (word, Some(target)));
        let target = target.map(str::trim);
        let means = target.map_or(Some(Means::Word), |target| register.meaning_of(target));
        let (word, target) = (word.trim().to_owned(), target.unwrap_or_default().to_owned());
        (!line.is_empty()).then_some(Read { number: at + 1, word, target, means })
    };
    lines.lines().enumerate().filter_map(read).collect()
}

/// What is wrong with each line, in their order, and with the whole.
fn faults_of(read: &[Read], register: &Register) -> (Vec<Option<WordFault>>, Option<WordFault>) {
    // A line whose place nobody knows is looked at as a word all the same: what else is wrong with it is said first.
    let word = |line: &Read| LocalWord { word: line.word.clone(), means: line.means.clone().unwrap_or(Means::Word) };
    let change = WordChange { add: read.iter().map(word).collect(), end: Vec::new() };
    let unknown = |line: &Read| line.means.is_none().then_some(WordFault::NoSuchPlace);
    let (mut faults, mut whole) = (read.iter().map(unknown).collect::<Vec<_>>(), None);
    for (at, fault) in change.faults(register) {
        match at {
            At::Add(at) => {
                if let Some(known) = faults.get_mut(at) {
                    *known = Some(fault);
                }
            }
            At::All | At::End(_) => whole = Some(fault),
        }
    }
    (faults, whole)
}

pub(super) async fn show(State(settings): State<Settings>, desk: Desk, Query(look): Query<Look>) -> Result<Response, Fail> {
    render(&settings, &desk, &look, &Sent::new(), &[]).await
}

pub(super) async fn propose(State(settings): State<Settings>, desk: Desk, SafeForm(sent): SafeForm<Sent>) -> Result<Response, Fail> {
    let grant = desk.need::<ProposeSetting>()?;
    let desk = desk.at(PATH.to_owned());
    let given = |name: &str| sent.get(name).map_or("", String::as_str);
    let register = settings.register();
    let words = match given("step") {
        "end" => NewWords { add: Vec::new(), end: ticked(&sent, &register).map(|held| held.word.word.clone()).collect() },
        "propose" => {
            let read = read_lines(given("lines"), &register);
            let (faults, whole) = faults_of(&read, &register);
            if whole.is_some() || faults.iter().any(Option::is_some) {
                return render(&settings, &desk, &Look::default(), &sent, &[]).await;
            }
            let means = |line: &Read| line.means.as_ref().map(ToString::to_string).unwrap_or_default();
            let add = read.iter().map(|line| NewWord { word: line.word.clone(), means: means(line) }).collect();
            NewWords { add, end: Vec::new() }
        }
        _ => return render(&settings, &desk, &Look::default(), &sent, &[]).await,
    };
    let new = NewProposal { words: Some(words), reason: text::from_form(given("reason")), ..NewProposal::default() };
    match settings.propose(&grant, new).await {
        Ok(proposal) => Ok(Redirect::to(&format!("/staff/settings/proposals/{}?done=proposed", proposal.number)).into_response()),
        Err(SettingError::Invalid(faults)) => render(&settings, &desk, &Look::default(), &sent, &faults).await,
        Err(error) => Err(error.into()),
    }
}

/// The words that were ticked.
fn ticked<'a>(sent: &'a Sent, register: &'a Register) -> impl Iterator<Item = &'a HeldWord> {
    register.words().iter().filter(|held| sent.contains_key(&format!("end-{}", held.seq)))
}

async fn render(settings: &Settings, desk: &Desk, look: &Look, sent: &Sent, faults: &[FieldFault]) -> Result<Response, Fail> {
    let view = desk.need::<ViewSettings>()?;
    let (register, locale) = (settings.register(), desk.locale());
    let told = Told::new(locale, &register);
    let q = if sent.is_empty() { look.q.trim() } else { sent.get("q").map_or("", |q| q.trim()) };
    let row = |held: &HeldWord| WordRow {
        word: held.word.word.clone(),
        means: told.means(&held.word.means),
        seq: held.seq,
        since: told.day(kernel::format::instant(held.since.at(0, 0, 0, 0))),
        ticked: sent.contains_key(&format!("end-{}", held.seq)),
    };
    let newest = register.words().iter().rev().filter(|held| look.before.is_none_or(|before| held.seq < before));
    let mut words: Vec<WordRow> = newest.map(row).filter(|row| row.word.contains(q) || row.means.contains(q)).take(PAGE + 1).collect();
    let more = words.len() > PAGE;
    words.truncate(PAGE);
    let next = words.last().filter(|_| more).map(|last| last.seq);
    let count = register.words().len() as u64;
    let none = match (words.is_empty(), q.is_empty()) {
        (false, _) => None,
        (true, true) => Some(told.w.words_none().into_owned()),
        (true, false) => Some(told.w.words_not_found(q)),
    };
    let form = desk.granted::<ProposeSetting>().map(|_| form(desk, &register, sent, faults));
    let bad = form
        .as_ref()
        .is_some_and(|form| form.lines_error.is_some() || form.preview.iter().any(|line| line.error.is_some()) || !faults.is_empty());
    let open = settings.proposals(&view, true, None).await?.proposals;
    let waiting: Vec<_> = open.iter().filter(|proposal| proposal.body.words().is_some()).collect();
    let people: Vec<_> = waiting.iter().map(|proposal| &proposal.proposed_by).collect();
    let names = settings.names(&people, locale).await?;
    let lines = waiting.iter().map(|one| fill::line(one, &settings.effect(one, desk.now), told, &names, desk.now)).collect();
    let page =
        WordsPage { heading: told.w.words_heading(count, count.to_string()), q: q.to_owned(), words, none, next, waiting: lines, form };
    Ok(page_with(if bad { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, &desk.shell, &page))
}

fn form(desk: &Desk, register: &Register, sent: &Sent, faults: &[FieldFault]) -> WordsForm {
    let told = Told::new(desk.locale(), register);
    let given = |name: &str| sent.get(name).map_or("", String::as_str);
    let sentence = |fault: &FieldFault| desk.shell.site.messages.fault(desk.locale(), fault).into_owned();
    let of_word = |fault: WordFault| sentence(&FieldFault { field: "words", code: fault.code() });
    let found =
        |field: &str| faults.iter().filter(|fault| fault.field == field).map(sentence).reduce(|one, other| format!("{one}；{other}"));
    match given("step") {
        "" => WordsForm::default(),
        "end" => WordsForm {
            end_reason: given("reason").to_owned(),
            end_error: found("words").or_else(|| found("reason")),
            ..WordsForm::default()
        },
        _ => {
            let read = read_lines(given("lines"), register);
            let (line_faults, whole) = faults_of(&read, register);
            let line = |(line, fault): (&Read, &Option<WordFault>)| WordLine {
                number: line.number.to_string(),
                word: line.word.clone(),
                means: line.means.as_ref().map_or_else(|| line.target.clone(), |means| told.means(means)),
                error: fault.map(of_word),
            };
            let wrong = line_faults.iter().flatten().count();
            let right = line_faults.len() - wrong;
            WordsForm {
                lines: given("lines").to_owned(),
                preview: read.iter().zip(&line_faults).map(line).collect(),
                summary: (!read.is_empty()).then(|| told.w.words_summary(right.to_string(), wrong.to_string())),
                lines_error: whole.map(of_word).or_else(|| found("words")),
                reason: given("reason").to_owned(),
                reason_error: found("reason"),
                ready: wrong == 0 && whole.is_none(),
                ..WordsForm::default()
            }
        }
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;

    fn register() -> Register {
        let file: places::CountyFile = include_str!("../../../../../demo/county.toml").parse().unwrap();
        Register::on("2026-11-23".parse().unwrap(), file.into())
    }

    #[test]
    fn lines_are_read_as_people_write_them() {
        let register = register();
        let lines = "老供销社 = 北苑家园\r\n\r\n 菜市场＝北关社区\n网格员\n南门\t没有这条路\n北门，北苑家园";
        let read: Vec<_> = read_lines(lines, &register)
            .into_iter()
            .map(|line| (line.number, line.word, line.means.map(|means| means.to_string())))
            .collect();
        let line = |number: usize, word: &str, means: Option<&str>| (number, word.to_owned(), means.map(str::to_owned));
        assert_eq!(
            read,
            [
                line(1, "老供销社", Some("place:北苑家园")),
                line(3, "菜市场", Some("area:beiguan")),
                line(4, "网格员", Some("word")),
                line(5, "南门", None),
                line(6, "北门", Some("place:北苑家园")),
            ]
        );
    }

    #[test]
    fn every_line_has_its_own_message() {
        let register = register();
        let of = |lines: &str| {
            let (faults, whole) = faults_of(&read_lines(lines, &register), &register);
            (faults.into_iter().map(|fault| fault.map(WordFault::code)).collect::<Vec<_>>(), whole.map(WordFault::code))
        };
        assert_eq!(of("南门=没有\n南门\n张三13800000000"), (vec![Some("no_such_place"), Some("twice"), Some("looks_personal")], None));
        assert_eq!(of(" \n"), (vec![], Some("empty")));
    }
}
