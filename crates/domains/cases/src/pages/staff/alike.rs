//! Similar matters beside a case: what they are, how near, how they stand, and the button that joins them.

use super::lines::Lines;
use crate::advice::Alike;
use crate::model::Case;
use crate::pages::views::parts::SimilarRow;

/// The rows of the panel. `merges`: whether this reader may merge the case on the page now.
pub(super) fn alike(lines: &Lines<'_>, case: &Case, found: Vec<Alike>, merges: bool) -> Vec<SimilarRow> {
    let w = lines.w;
    found
        .into_iter()
        .map(|other| {
            let near = if other.same_place { w.similar_here() } else { w.similar_elsewhere() }.into_owned();
            let when = if other.days == 0 { w.similar_same_day().into_owned() } else { w.similar_days(other.days.to_string()) };
            SimilarRow {
                number: other.case.intake.number.grouped(),
                number_plain: other.case.intake.number.to_string(),
                title: lines.title(&other.case, other.said.as_ref()),
                sub: format!("{near} · {when}"),
                step: lines.step(&other.case),
                lamp: other.case.state.name().is_open().then(|| lines.short_lamp(&other.case)),
                joins: merges && other.joinable && other.case.state.name().is_open() && !case.intake.held,
            }
        })
        .collect()
}
