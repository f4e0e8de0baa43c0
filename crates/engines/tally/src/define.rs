//! The definitions: what each figure is, in words anybody can check against the number. A definition never changes; a new
//! one gets the next version and a change leaf in the public log that says from when it holds.

use serde::Serialize;
use tlog::leaf::Pair;

use crate::counts::Counts;

/// A figure of the first set (decisions 11). The light mix is three.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each is documented by its definition")]
pub enum Figure {
    K1,
    K2,
    K3,
    K4,
    K5,
    K5r,
    K6,
    K7,
    K8,
    K9g,
    K9y,
    K9r,
}

impl Figure {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 12] =
        [Self::K1, Self::K2, Self::K3, Self::K4, Self::K5, Self::K5r, Self::K6, Self::K7, Self::K8, Self::K9g, Self::K9y, Self::K9r];

    /// Its name in files, tables and the API.
    pub fn code(self) -> &'static str {
        match self {
            Self::K1 => "K1",
            Self::K2 => "K2",
            Self::K3 => "K3",
            Self::K4 => "K4",
            Self::K5 => "K5",
            Self::K5r => "K5r",
            Self::K6 => "K6",
            Self::K7 => "K7",
            Self::K8 => "K8",
            Self::K9g => "K9g",
            Self::K9y => "K9y",
            Self::K9r => "K9r",
        }
    }

    /// The figure with this name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|figure| figure.code() == code)
    }

    /// Its two numbers.
    pub fn pair(self, counts: &Counts) -> Pair {
        let all_lights = counts.green + counts.yellow + counts.red;
        let (n, d) = match self {
            Self::K1 => (counts.contacted_24h, counts.cases),
            Self::K2 => (counts.planned, counts.complex),
            Self::K3 => (counts.in_time, counts.due),
            Self::K4 => (counts.solved, counts.solvable),
            Self::K5 => (counts.satisfied, counts.rated),
            Self::K5r => (counts.rated, counts.asked),
            Self::K6 => (counts.closed_asked, counts.closed),
            Self::K7 => (counts.again, counts.finished),
            Self::K8 => (counts.right_first, counts.dispatched),
            Self::K9g => (counts.green, all_lights),
            Self::K9y => (counts.yellow, all_lights),
            Self::K9r => (counts.red, all_lights),
        };
        Pair { n, d }
    }

    /// What it means.
    pub fn definition(self) -> &'static Definition {
        match self {
            Self::K1 => &K1,
            Self::K2 => &K2,
            Self::K3 => &K3,
            Self::K4 => &K4,
            Self::K5 => &K5,
            Self::K5r => &K5R,
            Self::K6 => &K6,
            Self::K7 => &K7,
            Self::K8 => &K8,
            Self::K9g => &K9G,
            Self::K9y => &K9Y,
            Self::K9r => &K9R,
        }
    }
}

/// A definition in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Definition {
    /// The figure's name.
    pub figure: &'static str,
    /// From 1.
    pub version: u32,
    /// In Chinese.
    pub zh: Words,
    /// In English.
    pub en: Words,
}

/// A definition in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Words {
    /// What it is called.
    pub title: &'static str,
    /// The formula in one line.
    pub formula: &'static str,
    /// What is counted above the line.
    pub numerator: &'static str,
    /// What is counted below it.
    pub denominator: &'static str,
    /// What is shown beside it, and what it does not say.
    pub beside: &'static str,
}

impl Definition {
    /// As JSON, the form in which it is published and stands in its change leaf.
    pub fn to_json(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string(self)
    }
}

const K1: Definition = Definition {
    figure: "K1",
    version: 1,
    zh: Words {
        title: "24 小时内联系上",
        formula: "收到后 24 小时内有人联系的件数 ÷ 当月收到的件数",
        numerator: "收到后 24 小时（自然时间，日夜都算）内第一次联系：双方通话满 20 秒、书面回复、上门、给匿名事项贴出回复，或第三次没联系上的尝试。自动短信和响一声的电话不算。",
        denominator: "当月收到的全部事项，匿名的也算。",
        beside: "从别的系统导入的旧事项不算。",
    },
    en: Words {
        title: "Reached within 24 hours",
        formula: "cases with first contact within 24 hours of receipt ÷ cases received in the month",
        numerator: "First contact within 24 natural hours of receipt: a two-way call of at least 20 seconds, a written reply, a visit, a reply posted to an anonymous case, or the third attempt that reached nobody. Automatic messages do not count.",
        denominator: "All cases received in the month, anonymous ones too.",
        beside: "History imported from other systems is left out.",
    },
};

const K2: Definition = Definition {
    figure: "K2",
    version: 1,
    zh: Words {
        title: "按时给出办理方案",
        formula: "按时给出方案的复杂事项 ÷ 复杂事项",
        numerator: "在方案时限（3 个工作日）内给出办理方案的复杂事项。",
        denominator: "当月收到并定为复杂的全部事项。",
        beside: "时限还没到的也在分母里，所以新的月份会偏低。",
    },
    en: Words {
        title: "Plan sent in time",
        formula: "complex cases whose plan was sent in time ÷ complex cases",
        numerator: "Complex cases whose handling plan was sent within the plan limit (3 working days).",
        denominator: "All cases received in the month that are complex.",
        beside: "Cases whose limit is not over yet are in the denominator, so a young month looks low.",
    },
};

const K3: Definition = Definition {
    figure: "K3",
    version: 1,
    zh: Words {
        title: "按期答复",
        formula: "期限前答复的件数 ÷ 已答复或已超期的件数",
        numerator: "答复前经过的下班时刻少于办结时限的工作日数；扣掉暂停，加上延期。重办过的按最紧或超得最多的一轮算。",
        denominator: "已答复的，加上没答复但已超期的。",
        beside: "延期的件数和暂停的工作日数单独列出。",
    },
    en: Words {
        title: "Answered in time",
        formula: "cases answered within the final limit ÷ cases answered or overdue",
        numerator: "Fewer closes of business had passed before the answer than the limit has working days; pauses taken out, extensions included. A reopened case counts by the round that was tightest, or latest.",
        denominator: "Cases answered, and cases not answered that are overdue.",
        beside: "Extended cases and working days of pause are shown beside it.",
    },
};

const K4: Definition = Definition {
    figure: "K4",
    version: 1,
    zh: Words {
        title: "反映人说“解决了”",
        formula: "反映人说解决了的件数 ÷（收到 − 咨询 − 感谢 − 并单和拆单 − 撤回 − 排除）",
        numerator: "反映人评价“解决了”且满意度在“基本满意”以上而办结的事项。",
        denominator: "当月收到的事项，去掉咨询、感谢、并入或拆成别的事项的、撤回的、经两人同意排除的。",
        beside: "没有评价就办结的算“不知道”，单独列出，不算解决；挂账、有争议办结、不予受理的算没解决。",
    },
    en: Words {
        title: "Solved, say residents",
        formula: "cases solved in the resident's word ÷ (received − enquiries − thanks − merged or split − withdrawn − excluded)",
        numerator: "Cases closed because the resident says solved, and satisfied at least on the whole.",
        denominator: "Cases received in the month without enquiries, thanks, cases that went into others, withdrawn ones and ones that two people excluded.",
        beside: "Closed without a rating is unknown: shown beside, not solved. Deferred, disputed and not accepted are unsolved.",
    },
};

const K5: Definition = Definition {
    figure: "K5",
    version: 1,
    zh: Words {
        title: "反映人满意",
        formula: "很满意、满意、基本满意的评价 ÷ 全部评价",
        numerator: "满意度为 5、4、3 的评价。",
        denominator: "反映人本人的全部有效评价；一件事几个人反映的各算各的。",
        beside: "没评的不算满意；评价率见 K5r。不足 5 个的评价只算进上一级。",
    },
    en: Words {
        title: "Residents satisfied",
        formula: "ratings of 3, 4 and 5 ÷ all ratings",
        numerator: "Ratings very satisfied, satisfied, and satisfied on the whole.",
        denominator: "All valid ratings by requesters; each requester of a shared matter counts.",
        beside: "No rating is not satisfied; for the response rate see K5r. Fewer than five ratings count at the next larger place only.",
    },
};

const K5R: Definition = Definition {
    figure: "K5r",
    version: 1,
    zh: Words {
        title: "评价率",
        formula: "评价数 ÷ 请过评价的件数",
        numerator: "账本上公布的评价数。",
        denominator: "答复已送达并请过评价的事项。",
        beside: "全部事项由系统邀请，不挑人。单个单位的评价不足 5 个时先不公布，所以单位的评价率可能偏低。",
    },
    en: Words {
        title: "Ratings given",
        formula: "ratings ÷ cases in which a rating was asked for",
        numerator: "Ratings published in the log.",
        denominator: "Cases whose answer was delivered and whose rating was asked for.",
        beside: "The platform asks in every case. Fewer than five ratings of a unit are not published by unit, so a unit's rate may look low.",
    },
};

const K6: Definition = Definition {
    figure: "K6",
    version: 1,
    zh: Words {
        title: "闭环",
        formula: "答复已送达且请过评价的办结事项 ÷ 办结事项",
        numerator: "办结的事项中，答复已送达（匿名的已公开贴出）并请过评价的。",
        denominator: "已办结的事项。",
        beside: "办结不等于解决，解决见 K4。",
    },
    en: Words {
        title: "Closed loop",
        formula: "closed cases with delivered answer and a chance to rate ÷ closed cases",
        numerator: "Closed cases whose answer was delivered (posted, if anonymous) and whose rating was asked for.",
        denominator: "Closed cases.",
        beside: "Closed is not solved: for that see K4.",
    },
};

const K7: Definition = Definition {
    figure: "K7",
    version: 1,
    zh: Words {
        title: "重办和重复",
        formula: "重办过的或 90 天内同样的事又来的件数 ÷ 办结过的件数",
        numerator: "重办过的事项，和答复后 90 天内同一处又来同类事项的事项（记在先来的那件上）。",
        denominator: "办结的事项，加上重办后还没再办结的。",
        beside: "要求重办是权利，谁也不能拒绝。",
    },
    en: Words {
        title: "Reopened or come again",
        formula: "cases reopened, or the same within 90 days ÷ cases that were finished",
        numerator: "Cases reopened, and cases followed within 90 days of their answer by one of the same kind at the same place (set on the earlier case).",
        denominator: "Closed cases, and reopened ones not closed again.",
        beside: "Reopening is a right that nobody can refuse.",
    },
};

const K8: Definition = Definition {
    figure: "K8",
    version: 1,
    zh: Words {
        title: "一次派准",
        formula: "没被退回的件数 ÷ 派过的件数",
        numerator: "派出后没有单位退回过的事项。",
        denominator: "派出过的事项。",
        beside: "第三次指定承办的，之前已被退回，所以不算派准。",
    },
    en: Words {
        title: "Right the first time",
        formula: "cases no unit returned ÷ cases dispatched",
        numerator: "Dispatched cases that no unit has returned.",
        denominator: "Cases dispatched.",
        beside: "A case designated at the third dispatch was returned before, and is not right the first time.",
    },
};

const K9G: Definition = Definition {
    figure: "K9g",
    version: 1,
    zh: Words {
        title: "绿灯",
        formula: "绿灯的下班时刻 ÷ 全部下班时刻",
        numerator: "当月事项每到一个工作日下班时亮绿灯的次数。",
        denominator: "当月事项每到一个工作日下班时亮灯的次数。",
        beside: "暂停的事项亮绿灯，暂停多久单独列出。",
    },
    en: Words {
        title: "Green",
        formula: "ends of working day in green ÷ all ends of working day",
        numerator: "Ends of working day at which a case of the month showed green.",
        denominator: "Ends of working day at which a case of the month showed any light.",
        beside: "A paused case shows green; how long cases were paused is shown beside.",
    },
};

const K9Y: Definition = Definition {
    figure: "K9y",
    version: 1,
    zh: Words {
        title: "黄灯",
        formula: "黄灯的下班时刻 ÷ 全部下班时刻",
        numerator: "当月事项每到一个工作日下班时亮黄灯的次数。",
        denominator: "当月事项每到一个工作日下班时亮灯的次数。",
        beside: "黄灯是快到期。",
    },
    en: Words {
        title: "Yellow",
        formula: "ends of working day in yellow ÷ all ends of working day",
        numerator: "Ends of working day at which a case of the month showed yellow.",
        denominator: "Ends of working day at which a case of the month showed any light.",
        beside: "Yellow is soon due.",
    },
};

const K9R: Definition = Definition {
    figure: "K9r",
    version: 1,
    zh: Words {
        title: "红灯",
        formula: "红灯的下班时刻 ÷ 全部下班时刻",
        numerator: "当月事项每到一个工作日下班时亮红灯的次数。",
        denominator: "当月事项每到一个工作日下班时亮灯的次数。",
        beside: "红灯的整小时数单独列出。",
    },
    en: Words {
        title: "Red",
        formula: "ends of working day in red ÷ all ends of working day",
        numerator: "Ends of working day at which a case of the month showed red.",
        denominator: "Ends of working day at which a case of the month showed any light.",
        beside: "Whole hours in red are shown beside.",
    },
};

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;

    #[test]
    fn every_figure_has_its_definition_in_both_languages() {
        for figure in Figure::ALL {
            let definition = figure.definition();
            assert_eq!((definition.figure, Figure::from_code(figure.code())), (figure.code(), Some(figure)));
            for words in [definition.zh, definition.en] {
                let all = [words.title, words.formula, words.numerator, words.denominator, words.beside];
                assert!(all.iter().all(|text| !text.is_empty()));
                assert!(words.formula.contains('÷'));
            }
            assert!(definition.to_json().unwrap().len() < 16_000);
        }
    }
}
