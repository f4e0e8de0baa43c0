//! 派单模型: what the site has trained, which of it answers, whether people write of other things now.

use kernel::Locale;

use crate::words::Words;

/// One version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModelRow {
    /// `3`; 0 is the catalogue alone.
    pub number: u32,
    /// `第 3 版`, `派单目录本身`.
    pub name: String,
    /// It answers.
    pub answers: bool,
    /// When it was trained and from how much.
    pub made: String,
    /// How it did in its trial.
    pub figures: String,
    /// What might go by itself.
    pub line: String,
    /// Beside what answered then: better, worse, no difference.
    pub verdict: String,
}

/// `GET /staff/models`; posts `number`, `reason`, `version` to the same address.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Models {
    /// How often another was taken: what the form has seen.
    pub version: i64,
    /// The versions, the newest first; the catalogue alone last.
    pub rows: Vec<ModelRow>,
    /// What people taught the one that answers since its training.
    pub taught: String,
    /// Whether automatic dispatch is on, and how its sample does.
    pub automatic: String,
    /// The sample shows that the line does not hold.
    pub broken: bool,
    /// What people write of: as in training, or what has moved.
    pub drift: String,
    /// Somebody should look.
    pub drifted: bool,
    /// Whether this reader may let another answer.
    pub may_take: bool,
    /// What was typed.
    pub reason: String,
    /// It was done.
    pub notice: Option<String>,
    /// Why it was not.
    pub error: Option<String>,
}

super::page!(Models, "models.html");

impl Models {
    /// A site with two versions that has drifted; one that has none; a refused form.
    pub fn sample(locale: Locale) -> Vec<Self> {
        let w = Words::of(locale);
        let row = |number: u32, answers| ModelRow {
            number,
            name: if number == 0 { w.models_catalogue().into_owned() } else { w.models_version(number.to_string()) },
            answers,
            made: if number == 0 {
                String::new()
            } else {
                w.models_made(locale.pick("11月23日 周一 10:40", "Mon 23 Nov 10:40"), "1,204")
            },
            figures: if number == 0 { String::new() } else { w.models_figures("92.4%", "0.911", "0.023") },
            line: if number == 0 { String::new() } else { w.models_line("0.91", "98%", "9", "61%") },
            verdict: if number == 0 { String::new() } else { w.models_better("+0.041") },
        };
        let full = Self {
            version: 2,
            rows: vec![row(2, true), row(1, false), row(0, false)],
            taught: w.models_taught("14"),
            automatic: w.models_automatic_on("40", "39", "1"),
            broken: false,
            drift: w.drift_kinds(locale.pick("供暖 2% → 31%", "Heating 2% → 31%")),
            drifted: true,
            may_take: true,
            reason: String::new(),
            notice: Some(w.models_done().into_owned()),
            error: None,
        };
        let bare = Self {
            rows: vec![row(0, true)],
            automatic: w.models_automatic_off().into_owned(),
            drift: w.drift_none().into_owned(),
            drifted: false,
            may_take: false,
            notice: None,
            ..full.clone()
        };
        let refused = Self { notice: None, broken: true, error: Some(w.fault_why_empty().into_owned()), ..full.clone() };
        vec![full, bare, refused]
    }
}
