//! `GET /open`: 阳光公开.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use axum::extract::{Query, State};
use axum::response::Response;
use http::Uri;
use identity::http::Caller;
use jiff::civil::Date;
use kernel::{Kind, Locale, format};
use serde::Deserialize;
use tally::cube::{Value, values};
use tally::{Counts, Figure, Slice};
use tlog::leaf::{Community, Exclusion, FigureRow, Month, MonthRow, Span, What};
use web::{Fail, Prefs, Shell, Site, page};

use super::views::{ApartTable, CommunityTable, CountLine, FigureLine, MonthChoice, Open, PlaceLine, PlaceTable, Tile};
use crate::commands::first_of;
use crate::model::Said;
use crate::queries::{Board, age_days};
use crate::service::Figures;
use crate::words::Words;

/// Fewer give no share that can be compared (domain section 6).
const FEW: u64 = 30;

#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    month: Option<String>,
}

pub(super) async fn show(
    State(figures): State<Figures>,
    State(site): State<Arc<Site>>,
    prefs: Prefs,
    caller: Caller,
    uri: Uri,
    Query(asked): Query<Asked>,
) -> Result<Response, Fail> {
    let shell = Shell::resident(&site, prefs, &uri.to_string(), caller.request_id.to_string());
    let month = asked.month.filter(|month| !month.is_empty());
    let month = month.map(|month| month.parse::<Month>().map_err(|_| Fail::new(Kind::NotFound, "figures.no_such_month"))).transpose()?;
    let Some(board) = figures.board(month).await? else {
        if figures.last_batch().await?.is_some() && month.is_some() {
            return Err(Fail::new(Kind::NotFound, "figures.no_such_month"));
        }
        let first = format::date_weekday(format::local_date(figures.next_batch()), prefs.locale);
        return Ok(page(&shell, &Open { first: Some(first), ..Open::default() }));
    };
    let keys = figures.0.ledger.vkeys().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    Ok(page(&shell, &Told { board: &board, locale: prefs.locale, w: Words::of(prefs.locale), keys }.view()))
}

/// A board in a language.
pub(super) struct Told<'b> {
    pub(super) board: &'b Board,
    pub(super) locale: Locale,
    pub(super) w: Words,
    /// The keys that sign the log.
    pub(super) keys: String,
}

/// A share in tenths of a percent, half up: what people read; the two numbers stand beside it.
fn share(n: u64, d: u64) -> Option<String> {
    let thousandths = (2000 * u128::from(n) + u128::from(d)).checked_div(2 * u128::from(d))?;
    Some(format!("{}.{}", thousandths / 10, thousandths % 10))
}

/// A bound in tenths of a percent; a lower one is never rounded up, an upper one never down.
fn bound(hundredths: u16) -> String {
    format!("{}.{}", hundredths / 100, hundredths % 100 / 10)
}

fn day_of(month: Month) -> Date {
    format::local_date(first_of(month))
}

impl Told<'_> {
    pub(super) fn view(&self) -> Open {
        let (board, w) = (self.board, self.w);
        let counts = board.cube.sum(&Slice::county(board.month));
        let all = values(&counts);
        let month = format::year_month(day_of(board.month), self.locale);
        let choice = |month: &Month| MonthChoice {
            value: month.to_string(),
            label: format::year_month(day_of(*month), self.locale),
            chosen: *month == board.month,
        };
        Open {
            first: None,
            months: board.months.iter().map(choice).collect(),
            month: board.month.to_string(),
            keys: self.keys.clone(),
            received: w.open_received(month, format::count(counts.cases)),
            date: format::date_weekday(board.batch.on, self.locale),
            young: !counts.is_mature(age_days(board.month, board.batch.on)),
            tiles: self.tiles(&counts, &all),
            figures: all.iter().map(|value| self.line(value)).collect(),
            places: [self.areas(), self.units()].into_iter().filter(|table| !table.rows.is_empty()).collect(),
            communities: self.communities(),
            apart: self.apart(),
            kinds: self.kinds(),
            out: self.out(&counts),
            beside: self.beside(&counts),
        }
    }

    fn tiles(&self, counts: &Counts, all: &[Value]) -> Vec<Tile> {
        let w = self.w;
        let rate = Figure::K5r.pair(counts);
        let tile = |figure: Figure| {
            let value = all.iter().find(|value| value.figure == figure)?;
            let (n, d) = (format::count(value.pair.n), format::count(value.pair.d));
            let beside = match figure {
                Figure::K3 if counts.extended > 0 => Some(w.open_beside_extended(format::count(counts.extended))),
                Figure::K4 if counts.deferred > 0 => Some(w.open_beside_deferred(format::count(counts.deferred))),
                Figure::K4 if counts.unknown > 0 => Some(w.open_beside_unknown(format::count(counts.unknown))),
                Figure::K5 => share(rate.n, rate.d).map(|share| w.open_beside_rate(share)),
                _ => None,
            };
            Some(Tile {
                code: figure.code(),
                name: self.title(figure).to_owned(),
                share: share(value.pair.n, value.pair.d),
                pair: if figure == Figure::K5 { w.open_pair_rated(n, d) } else { w.open_pair(n, d) },
                least: value.bounds.map(|bounds| bound(bounds.low)),
                beside,
            })
        };
        [Figure::K1, Figure::K3, Figure::K4, Figure::K5].into_iter().filter_map(tile).collect()
    }

    fn title(&self, figure: Figure) -> &'static str {
        let definition = figure.definition();
        self.locale.pick(definition.zh.title, definition.en.title)
    }

    fn line(&self, value: &Value) -> FigureLine {
        let definition = value.figure.definition();
        let upper = |bound: u16| format!("{}.{}", bound.div_ceil(10) / 10, bound.div_ceil(10) % 10);
        FigureLine {
            code: value.figure.code(),
            name: self.title(value.figure),
            words: match self.locale {
                Locale::Zh => definition.zh,
                Locale::En => definition.en,
            },
            share: share(value.pair.n, value.pair.d),
            n: format::count(value.pair.n),
            d: format::count(value.pair.d),
            raw: value.pair,
            range: value.bounds.map(|bounds| self.w.open_range(bound(bounds.low), upper(bounds.high))).unwrap_or_default(),
        }
    }

    fn row(&self, name: String, slice: &Slice) -> PlaceLine {
        let counts = self.board.cube.sum(slice);
        let told = |figure: Figure| {
            let pair = figure.pair(&counts);
            match share(pair.n, pair.d).filter(|_| pair.d >= FEW) {
                Some(share) => format!("{share}%"),
                None => self.w.open_few().into_owned(),
            }
        };
        PlaceLine {
            name,
            cases: format::count(counts.cases),
            contact: told(Figure::K1),
            in_time: told(Figure::K3),
            rated: format::count(counts.rated),
            satisfied: told(Figure::K5),
        }
    }

    /// Names in the order in which their numbers were given: that of the register.
    fn named(&self, what: What, of: impl Fn(&tally::Cell) -> u16) -> BTreeMap<u16, Option<String>> {
        let numbers = self.board.cube.cells().map(|(cell, _)| of(cell));
        numbers.map(|number| (number, name(&self.board.said, what, number, self.locale))).collect()
    }

    fn areas(&self) -> PlaceTable {
        let (w, whole) = (self.w, Slice::county(self.board.month));
        let row = |(number, name): (u16, Option<String>)| {
            let name = name.unwrap_or_else(|| if number == 0 { w.open_county().into_owned() } else { number.to_string() });
            self.row(name, &Slice { area: Some(number), ..whole.clone() })
        };
        let (heading, hint, column) = (w.open_areas().into_owned(), w.open_areas_hint().into_owned(), w.open_col_place().into_owned());
        PlaceTable { id: "areas-h", heading, hint, column, rows: self.named(What::Area, |cell| cell.area).into_iter().map(row).collect() }
    }

    fn units(&self) -> PlaceTable {
        let (w, whole) = (self.w, Slice::county(self.board.month));
        let row = |(number, name): (u16, Option<String>)| {
            let name = name.unwrap_or_else(|| if number == 0 { w.open_no_unit().into_owned() } else { number.to_string() });
            self.row(name, &Slice { unit: Some(number), ..whole.clone() })
        };
        let (heading, hint, column) = (w.open_units().into_owned(), w.open_units_hint().into_owned(), w.open_col_unit().into_owned());
        PlaceTable { id: "units-h", heading, hint, column, rows: self.named(What::Unit, |cell| cell.unit).into_iter().map(row).collect() }
    }

    fn communities(&self) -> Vec<CommunityTable> {
        let area = |number: u16| name(&self.board.said, What::Area, number, self.locale).unwrap_or_else(|| number.to_string());
        let mut areas: BTreeMap<u16, Vec<&Community>> = BTreeMap::new();
        for table in &self.board.communities {
            areas.entry(table.area).or_default().push(table);
        }
        let table = |(number, tables): (u16, Vec<&Community>)| {
            let communities: BTreeSet<u16> = tables.iter().flat_map(|table| table.rows.iter().map(|(community, _)| *community)).collect();
            let cell = |table: &&Community, community: u16| match table.rows.iter().find(|(other, _)| *other == community) {
                Some((_, Some(pair))) => format!("{} / {}", format::count(pair.n), format::count(pair.d)),
                Some((_, None)) => self.w.open_hidden().into_owned(),
                None => "0 / 0".to_owned(),
            };
            let row = |community: u16| {
                let named = if community == 0 { self.w.open_community_unknown().into_owned() } else { area(community) };
                (named, tables.iter().map(|table| cell(table, community)).collect())
            };
            let title =
                |table: &&Community| Figure::from_code(&table.figure).map_or_else(String::new, |figure| self.title(figure).to_owned());
            CommunityTable {
                id: format!("community-{number}"),
                heading: self.w.open_communities(area(number)),
                columns: tables.iter().map(title).collect(),
                rows: communities.into_iter().map(row).collect(),
            }
        };
        areas.into_iter().map(table).collect()
    }

    fn apart(&self) -> Option<ApartTable> {
        let table = self.board.apart.as_ref()?;
        let month = |month: Month| format::year_month(day_of(month), self.locale);
        let span = match table.span {
            Span::Month => month(table.month),
            Span::Quarter => self.w.open_apart_quarter(month(table.month), month(table.month.next().next())),
        };
        let row = |row: &FigureRow| {
            let name = Figure::from_code(&row.figure).map_or_else(|| row.figure.clone(), |figure| self.title(figure).to_owned());
            CountLine { name, count: format!("{} / {}", format::count(row.value.n), format::count(row.value.d)), ..CountLine::default() }
        };
        Some(ApartTable { span, rows: table.rows.iter().map(row).collect() })
    }

    fn kinds(&self) -> Vec<CountLine> {
        let whole = Slice::county(self.board.month);
        let mut kinds: Vec<(u64, String)> = self
            .named(What::Category, |cell| cell.category)
            .into_iter()
            .map(|(number, name)| {
                let cases = self.board.cube.sum(&Slice { category: Some(number), ..whole.clone() }).cases;
                (cases, name.unwrap_or_else(|| self.w.open_no_kind().into_owned()))
            })
            .filter(|(cases, _)| *cases > 0)
            .collect();
        kinds.sort_by_key(|(cases, _)| std::cmp::Reverse(*cases));
        let most = kinds.first().map_or(1, |(cases, _)| *cases);
        let line = |(cases, name): (u64, String)| CountLine {
            name,
            count: format::count(cases),
            width: share(cases, most).unwrap_or_default(),
            ..CountLine::default()
        };
        kinds.into_iter().map(line).collect()
    }

    fn out(&self, counts: &Counts) -> Vec<CountLine> {
        let w = self.w;
        let reason = |reason: Exclusion| match reason {
            Exclusion::None => None,
            Exclusion::NoPublicPower => Some((w.open_reason_no_public_power(), counts.excluded_no_public_power)),
            Exclusion::Unlawful => Some((w.open_reason_unlawful(), counts.excluded_unlawful)),
            Exclusion::ForceMajeure => Some((w.open_reason_force_majeure(), counts.excluded_force_majeure)),
            Exclusion::MaliciousRepeat => Some((w.open_reason_malicious_repeat(), counts.excluded_malicious_repeat)),
            Exclusion::CourtPending => Some((w.open_reason_court_pending(), counts.excluded_court_pending)),
        };
        let found = Exclusion::ALL.iter().filter_map(|one| reason(*one)).filter(|(_, count)| *count > 0);
        let few = |count: u64| if count < tally::suppress::K { w.open_less().into_owned() } else { format::count(count) };
        found.map(|(name, count)| CountLine { name: name.into_owned(), count: few(count), ..CountLine::default() }).collect()
    }

    fn beside(&self, counts: &Counts) -> Vec<CountLine> {
        let w = self.w;
        let line = |name: std::borrow::Cow<'static, str>, count, hint: std::borrow::Cow<'static, str>| CountLine {
            name: name.into_owned(),
            count: format::count(count),
            hint: hint.into_owned(),
            ..CountLine::default()
        };
        let mut lines = vec![
            line(w.open_extended(), counts.extended, "".into()),
            line(w.open_stopped(), counts.stopped, "".into()),
            line(w.open_red_hours(), counts.red_hours, "".into()),
            line(w.open_unknown(), counts.unknown, "".into()),
        ];
        if let Some(MonthRow { waiting, sealed, .. }) = self.board.row {
            lines.push(line(w.open_waiting(), waiting, w.open_waiting_hint()));
            lines.extend(sealed.map(|sealed| line(w.open_sealed(), sealed, w.open_sealed_hint())));
        }
        lines
    }
}

/// What a number means in a language, as it was said in public.
pub(super) fn name(said: &[Said], what: What, number: u16, locale: Locale) -> Option<String> {
    #[derive(Deserialize)]
    struct Names {
        zh: String,
        en: String,
    }
    let said = said.iter().find(|said| said.what == what && said.number == u32::from(number))?;
    let Names { zh, en } = serde_json::from_str(&said.value).ok()?;
    Some(locale.pick(&zh, &en).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_rounded_for_reading_and_bounds_never_flatter() {
        assert_eq!(share(1253, 1284).as_deref(), Some("97.6"));
        assert_eq!((share(1, 3).as_deref(), share(2, 3).as_deref(), share(1, 1).as_deref()), (Some("33.3"), Some("66.7"), Some("100.0")));
        assert_eq!(share(0, 0), None);
        assert_eq!((bound(9_669), bound(10_000), bound(5)), ("96.6".to_owned(), "100.0".to_owned(), "0.0".to_owned()));
    }
}
