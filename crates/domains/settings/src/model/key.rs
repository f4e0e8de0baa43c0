//! The registry: every parameter of domain appendix B and of the rulings, with its form, range, default and source.
//!
//! A default is never changed: what a site has lived by since its first day stays in force until its own people decide
//! otherwise, and a case keeps the rules of its receipt. A snapshot test holds them. Names and explanations stand in
//! `i18n/` under `param-<code>` and `param-<code>-why`.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use workday::Limit;

use super::scope::ScopeKind;
use super::value::{Form, Hundredths, LimitUnit, Measure, Value};

/// What a parameter is about; the list is grouped by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Theme {
    /// Limits of matters.
    Clocks,
    /// Dispatch, stops, extensions, supervision.
    Handling,
    /// The resident’s verdict.
    Rating,
    /// Household contact and visits.
    Contact,
    /// Lists and orders.
    Orders,
    /// Meetings and votes.
    Deliberation,
    /// Money.
    Funds,
    /// Evaluation of units.
    Evaluation,
    /// Staff.
    People,
    /// Premises and reach.
    Points,
    /// Care alerts.
    Care,
    /// What the public may know.
    Publication,
    /// Limits by source, retention.
    Safety,
    /// How parameters change.
    Itself,
}

impl Theme {
    /// All, in the order of the list.
    pub const ALL: &'static [Self] = &[
        Self::Clocks,
        Self::Handling,
        Self::Rating,
        Self::Contact,
        Self::Orders,
        Self::Deliberation,
        Self::Funds,
        Self::Evaluation,
        Self::People,
        Self::Points,
        Self::Care,
        Self::Publication,
        Self::Safety,
        Self::Itself,
    ];

    /// The end of its message's key, and its place on a page.
    pub fn code(self) -> &'static str {
        match self {
            Self::Clocks => "clocks",
            Self::Handling => "handling",
            Self::Rating => "rating",
            Self::Contact => "contact",
            Self::Orders => "orders",
            Self::Deliberation => "deliberation",
            Self::Funds => "funds",
            Self::Evaluation => "evaluation",
            Self::People => "people",
            Self::Points => "points",
            Self::Care => "care",
            Self::Publication => "publication",
            Self::Safety => "safety",
            Self::Itself => "itself",
        }
    }
}

/// Whether anything asks for the parameter yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// The program goes by it.
    Now,
    /// Its work is still to come; it is registered, so that it can be decided in time.
    Later,
}

/// Where a rule comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// The county's plan, at this section.
    Plan(&'static str),
    /// Decided with the platform's design; the county may be stricter.
    Ruling,
    /// A proposal of the platform where the plan says nothing.
    Proposal,
    /// Civil Code, article 278.
    CivilCode278,
    /// Personal Information Protection Law, article 56.
    Pipl56,
    /// Cybersecurity Law, on keeping logs.
    CyberLaw,
}

/// What is known of a parameter beside its values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// Stable code (`final.help`).
    pub code: &'static str,
    /// What it is about.
    pub theme: Theme,
    /// What holds until somebody decides otherwise.
    pub default: Value,
    /// Which values it may take.
    pub form: Form,
    /// For what a value may be decided.
    pub scopes: &'static [ScopeKind],
    /// Whether anything asks for it yet.
    pub used: Use,
    /// Where it comes from.
    pub source: Source,
}

const COUNTY: &[ScopeKind] = &[ScopeKind::County];
const AREAS: &[ScopeKind] = &[ScopeKind::County, ScopeKind::Area];
const UNITS_TOO: &[ScopeKind] = &[ScopeKind::County, ScopeKind::Unit];
const POINTS: &[ScopeKind] = &[ScopeKind::County, ScopeKind::Point];

const NATURAL: &[LimitUnit] = &[LimitUnit::Minutes, LimitUnit::Hours];
const WORKING: &[LimitUnit] = &[LimitUnit::WorkingDays];
const CALENDAR: &[LimitUnit] = &[LimitUnit::Days];
const MIXED: &[LimitUnit] = &[LimitUnit::Minutes, LimitUnit::Hours, LimitUnit::WorkingDays];

/// The Rust type of a kind of value.
macro_rules! typed {
    (Limit) => { Limit };
    (Count) => { u32 };
    (Hundredths) => { Hundredths };
    (Switch) => { bool };
    (Choice) => { &'static str };
}

/// From one table: the keys, their entries, and the snapshot with a field for each.
macro_rules! registry {
    ($($(#[$doc:meta])* $field:ident, $name:ident = $code:literal: $kind:ident($default:expr) in $form:expr; $theme:ident, $scopes:ident, $used:ident, $source:expr;)*) => {
        /// A parameter.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Key {
            $($(#[$doc])* $name,)*
        }

        impl Key {
            /// All, in the order of the list.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// What is known of it.
            pub fn entry(self) -> &'static Entry {
                match self {
                    $(Self::$name => const {
                        &Entry {
                            code: $code,
                            theme: Theme::$theme,
                            default: Value::$kind($default),
                            form: $form,
                            scopes: $scopes,
                            used: Use::$used,
                            source: $source,
                        }
                    },)*
                }
            }
        }

        /// The values in force at one instant and place, typed.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct Parameters {
            /// The version of the whole set: one more with each instant at which anything changed.
            pub version: u32,
            $($(#[$doc])* pub $field: typed!($kind),)*
        }

        impl Parameters {
            /// What holds before anybody has decided anything.
            pub const SHIPPED: Self = Self { version: 1, $($field: $default,)* };

            /// The value of a parameter.
            pub fn value(&self, key: Key) -> Value {
                match key {
                    $(Key::$name => Value::$kind(self.$field),)*
                }
            }

            /// Sets a value; `false`, and nothing changes, when it is of another kind.
            pub(crate) fn set(&mut self, key: Key, value: Value) -> bool {
                match key {
                    $(Key::$name => if let Value::$kind(value) = value {
                        self.$field = value;
                        true
                    } else {
                        false
                    },)*
                }
            }
        }
    };
}

registry! {
    /// First contact within.
    response_general, ResponseGeneral = "response.general": Limit(Limit::Hours(24)) in Form::Limit { units: NATURAL, least: Limit::Hours(1), most: Limit::Hours(24) }; Clocks, COUNTY, Now, Source::Plan("3.2");
    /// Plan of a complex matter within.
    plan_complex, PlanComplex = "plan.complex": Limit(Limit::WorkingDays(3)) in Form::Limit { units: WORKING, least: Limit::WorkingDays(1), most: Limit::WorkingDays(5) }; Clocks, COUNTY, Now, Source::Plan("3.2");
    /// Answer to an enquiry within.
    final_enquiry, FinalEnquiry = "final.enquiry": Limit(Limit::WorkingDays(1)) in Form::Limit { units: WORKING, least: Limit::WorkingDays(1), most: Limit::WorkingDays(5) }; Clocks, COUNTY, Now, Source::Proposal;
    /// Answer to a request for help within.
    final_help, FinalHelp = "final.help": Limit(Limit::WorkingDays(5)) in Form::Limit { units: WORKING, least: Limit::WorkingDays(1), most: Limit::WorkingDays(10) }; Clocks, COUNTY, Now, Source::Proposal;
    /// Answer to a suggestion within.
    final_suggestion, FinalSuggestion = "final.suggestion": Limit(Limit::WorkingDays(10)) in Form::Limit { units: WORKING, least: Limit::WorkingDays(1), most: Limit::WorkingDays(15) }; Clocks, COUNTY, Now, Source::Proposal;
    /// Answer to a complaint within.
    final_complaint, FinalComplaint = "final.complaint": Limit(Limit::WorkingDays(10)) in Form::Limit { units: WORKING, least: Limit::WorkingDays(1), most: Limit::WorkingDays(15) }; Clocks, COUNTY, Now, Source::Proposal;
    /// Answer to a report within.
    final_report, FinalReport = "final.report": Limit(Limit::WorkingDays(10)) in Form::Limit { units: WORKING, least: Limit::WorkingDays(1), most: Limit::WorkingDays(15) }; Clocks, COUNTY, Now, Source::Proposal;
    /// Answer to thanks within.
    final_thanks, FinalThanks = "final.thanks": Limit(Limit::WorkingDays(5)) in Form::Limit { units: WORKING, least: Limit::WorkingDays(1), most: Limit::WorkingDays(10) }; Clocks, COUNTY, Now, Source::Ruling;
    /// Answer to anything else within.
    final_other, FinalOther = "final.other": Limit(Limit::WorkingDays(5)) in Form::Limit { units: WORKING, least: Limit::WorkingDays(1), most: Limit::WorkingDays(10) }; Clocks, COUNTY, Now, Source::Ruling;
    /// Answer to a complex matter within.
    final_complex, FinalComplex = "final.complex": Limit(Limit::WorkingDays(15)) in Form::Limit { units: WORKING, least: Limit::WorkingDays(5), most: Limit::WorkingDays(30) }; Clocks, COUNTY, Now, Source::Proposal;
    /// Urgent matters dispatched within.
    dispatch_urgent, DispatchUrgent = "dispatch.urgent": Limit(Limit::Minutes(30)) in Form::Limit { units: NATURAL, least: Limit::Minutes(5), most: Limit::Hours(2) }; Clocks, COUNTY, Now, Source::Proposal;
    /// Other matters dispatched within.
    dispatch_other, DispatchOther = "dispatch.other": Limit(Limit::WorkingDays(1)) in Form::Limit { units: MIXED, least: Limit::Minutes(30), most: Limit::WorkingDays(2) }; Clocks, COUNTY, Now, Source::Proposal;
    /// A unit may give a matter back within.
    return_window_general, ReturnWindowGeneral = "return.window.general": Limit(Limit::WorkingDays(1)) in Form::Limit { units: WORKING, least: Limit::WorkingDays(1), most: Limit::WorkingDays(3) }; Clocks, COUNTY, Now, Source::Proposal;
    /// A unit may give a complex matter back within.
    return_window_complex, ReturnWindowComplex = "return.window.complex": Limit(Limit::WorkingDays(2)) in Form::Limit { units: WORKING, least: Limit::WorkingDays(1), most: Limit::WorkingDays(3) }; Clocks, COUNTY, Now, Source::Proposal;
    /// Contact after a reopening within.
    response_reopened, ResponseReopened = "response.reopened": Limit(Limit::WorkingDays(1)) in Form::Limit { units: MIXED, least: Limit::Hours(4), most: Limit::WorkingDays(2) }; Clocks, COUNTY, Now, Source::Proposal;
    /// Correction after a reopening within.
    final_reopened, FinalReopened = "final.reopened": Limit(Limit::WorkingDays(15)) in Form::Limit { units: WORKING, least: Limit::WorkingDays(5), most: Limit::WorkingDays(15) }; Clocks, COUNTY, Now, Source::Proposal;
    /// Dispatches at most.
    dispatch_max, DispatchMax = "dispatch.max": Count(3) in Form::Count { least: 2, most: 5, of: Measure::Times }; Handling, COUNTY, Now, Source::Proposal;
    /// A program may dispatch what it is sure of.
    dispatch_automatic, DispatchAutomatic = "dispatch.automatic": Switch(false) in Form::Switch; Handling, COUNTY, Now, Source::Proposal;
    /// How many in a hundred of these must be right.
    dispatch_automatic_right, DispatchAutomaticRight = "dispatch.automatic.right": Hundredths(Hundredths(98)) in Form::Hundredths { least: Hundredths(95), most: Hundredths(99), of: Measure::Share }; Handling, COUNTY, Now, Source::Proposal;
    /// How many in a hundred of these a person looks at first.
    dispatch_automatic_checked, DispatchAutomaticChecked = "dispatch.automatic.checked": Hundredths(Hundredths(5)) in Form::Hundredths { least: Hundredths(2), most: Hundredths(100), of: Measure::Share }; Handling, COUNTY, Now, Source::Proposal;
    /// Clock stopped at most.
    stop_max, StopMax = "stop.max": Count(2) in Form::Count { least: 0, most: 3, of: Measure::Times }; Handling, COUNTY, Now, Source::Proposal;
    /// Each stop at most.
    stop_each, StopEach = "stop.each": Limit(Limit::WorkingDays(5)) in Form::Limit { units: WORKING, least: Limit::WorkingDays(1), most: Limit::WorkingDays(5) }; Handling, COUNTY, Now, Source::Proposal;
    /// Extensions at most.
    ext_max, ExtMax = "ext.max": Count(2) in Form::Count { least: 0, most: 2, of: Measure::Times }; Handling, COUNTY, Now, Source::Proposal;
    /// A deferred matter is looked at again within.
    defer_review, DeferReview = "defer.review": Limit(Limit::Days(90)) in Form::Limit { units: CALENDAR, least: Limit::Days(30), most: Limit::Days(90) }; Handling, COUNTY, Now, Source::Proposal;
    /// A contested class is decided within.
    contest_decide, ContestDecide = "contest.decide": Limit(Limit::WorkingDays(1)) in Form::Limit { units: WORKING, least: Limit::WorkingDays(1), most: Limit::WorkingDays(3) }; Handling, COUNTY, Now, Source::Ruling;
    /// An abuse mark lasts.
    abuse_flag, AbuseFlag = "abuse.flag": Limit(Limit::Days(30)) in Form::Limit { units: CALENDAR, least: Limit::Days(7), most: Limit::Days(30) }; Handling, COUNTY, Now, Source::Ruling;
    /// Supplements to one matter at most.
    supplement_max, SupplementMax = "supplement.max": Count(50) in Form::Count { least: 10, most: 200, of: Measure::Times }; Handling, COUNTY, Now, Source::Proposal;
    /// The light turns yellow.
    light_yellow, LightYellow = "light.yellow": Choice("one_third") in Form::Choice(&["one_third"]); Handling, COUNTY, Now, Source::Ruling;
    /// Overdue for this long: order to the unit.
    tier2_after, Tier2After = "tier2.after": Limit(Limit::WorkingDays(2)) in Form::Limit { units: WORKING, least: Limit::WorkingDays(1), most: Limit::WorkingDays(5) }; Handling, COUNTY, Now, Source::Proposal;
    /// Overdue for this long: to the county.
    tier3_after, Tier3After = "tier3.after": Limit(Limit::WorkingDays(5)) in Form::Limit { units: WORKING, least: Limit::WorkingDays(2), most: Limit::WorkingDays(10) }; Handling, COUNTY, Now, Source::Proposal;
    /// Rating open for.
    rating_window, RatingWindow = "rating.window": Limit(Limit::Days(7)) in Form::Limit { units: CALENDAR, least: Limit::Days(7), most: Limit::Days(15) }; Rating, COUNTY, Now, Source::Proposal;
    /// A closed matter may be reopened for.
    reopen_window, ReopenWindow = "reopen.window": Limit(Limit::Days(30)) in Form::Limit { units: CALENDAR, least: Limit::Days(30), most: Limit::Days(90) }; Rating, COUNTY, Now, Source::Proposal;
    /// Households of one contact officer at least.
    contact_min, ContactMin = "contact.min": Count(5) in Form::Count { least: 1, most: 20, of: Measure::Households }; Contact, AREAS, Later, Source::Plan("5.1");
    /// Households of one contact officer at most.
    contact_max, ContactMax = "contact.max": Count(10) in Form::Count { least: 5, most: 30, of: Measure::Households }; Contact, AREAS, Later, Source::Plan("5.1");
    /// Visits to households: most at risk.
    visit_freq_high, VisitFreqHigh = "visit.freq.high": Choice("weekly") in Form::Choice(&["weekly", "monthly", "quarterly"]); Contact, AREAS, Later, Source::Proposal;
    /// Visits to households: key.
    visit_freq_key, VisitFreqKey = "visit.freq.key": Choice("monthly") in Form::Choice(&["weekly", "monthly", "quarterly"]); Contact, AREAS, Later, Source::Proposal;
    /// Visits to households: other.
    visit_freq_other, VisitFreqOther = "visit.freq.other": Choice("quarterly") in Form::Choice(&["weekly", "monthly", "quarterly"]); Contact, AREAS, Later, Source::Proposal;
    /// Visit after a great change within.
    visit_change, VisitChange = "visit.change": Limit(Limit::Hours(24)) in Form::Limit { units: NATURAL, least: Limit::Hours(12), most: Limit::Hours(72) }; Contact, COUNTY, Later, Source::Proposal;
    /// An order is passed on within.
    order_branch, OrderBranch = "order.branch": Limit(Limit::WorkingDays(2)) in Form::Limit { units: WORKING, least: Limit::WorkingDays(1), most: Limit::WorkingDays(5) }; Orders, COUNTY, Later, Source::Proposal;
    /// An order is accepted within.
    order_accept, OrderAccept = "order.accept": Limit(Limit::WorkingDays(3)) in Form::Limit { units: WORKING, least: Limit::WorkingDays(1), most: Limit::WorkingDays(5) }; Orders, UNITS_TOO, Later, Source::Proposal;
    /// An unclaimed order goes to the joint conference after.
    order_unclaimed, OrderUnclaimed = "order.unclaimed": Limit(Limit::Days(7)) in Form::Limit { units: CALENDAR, least: Limit::Days(3), most: Limit::Days(15) }; Orders, COUNTY, Later, Source::Proposal;
    /// Departments answer the quarterly meeting within.
    order_answer, OrderAnswer = "order.answer": Limit(Limit::WorkingDays(5)) in Form::Limit { units: WORKING, least: Limit::WorkingDays(1), most: Limit::WorkingDays(10) }; Orders, COUNTY, Later, Source::Proposal;
    /// List items are confirmed every.
    list_fresh, ListFresh = "list.fresh": Limit(Limit::Days(90)) in Form::Limit { units: CALENDAR, least: Limit::Days(30), most: Limit::Days(180) }; Orders, COUNTY, Later, Source::Proposal;
    /// Departments in the lists at least.
    departments_min, DepartmentsMin = "departments.min": Count(10) in Form::Count { least: 1, most: 40, of: Measure::Departments }; Orders, COUNTY, Later, Source::Plan("3.3");
    /// Notice before a meeting.
    notice_meeting, NoticeMeeting = "notice.meeting": Limit(Limit::Days(7)) in Form::Limit { units: CALENDAR, least: Limit::Days(3), most: Limit::Days(15) }; Deliberation, COUNTY, Later, Source::Proposal;
    /// Minutes are published within.
    minutes_publish, MinutesPublish = "minutes.publish": Limit(Limit::WorkingDays(3)) in Form::Limit { units: WORKING, least: Limit::WorkingDays(1), most: Limit::WorkingDays(5) }; Deliberation, COUNTY, Later, Source::Proposal;
    /// Objections to the minutes within.
    minutes_objection, MinutesObjection = "minutes.objection": Limit(Limit::WorkingDays(5)) in Form::Limit { units: WORKING, least: Limit::WorkingDays(3), most: Limit::WorkingDays(10) }; Deliberation, COUNTY, Later, Source::Proposal;
    /// Supporters that put a topic on the agenda.
    topic_support_people, TopicSupportPeople = "topic.support.people": Count(10) in Form::Count { least: 3, most: 50, of: Measure::People }; Deliberation, AREAS, Later, Source::Proposal;
    /// Or this share of the delegates.
    topic_support_delegates, TopicSupportDelegates = "topic.support.delegates": Hundredths(Hundredths(20)) in Form::Hundredths { least: Hundredths(5), most: Hundredths(50), of: Measure::Share }; Deliberation, COUNTY, Later, Source::Proposal;
    /// Owners’ vote: area present at least.
    quorum_area, QuorumArea = "quorum.area": Choice("two_thirds") in Form::Choice(&["two_thirds", "three_quarters"]); Deliberation, COUNTY, Later, Source::CivilCode278;
    /// Owners’ vote: owners present at least.
    quorum_people, QuorumPeople = "quorum.people": Choice("two_thirds") in Form::Choice(&["two_thirds", "three_quarters"]); Deliberation, COUNTY, Later, Source::CivilCode278;
    /// Funds per head and year: target.
    fund_per_capita, FundPerCapita = "fund.per_capita": Count(30) in Form::Count { least: 1, most: 500, of: Measure::Yuan }; Funds, AREAS, Later, Source::Plan("7.3");
    /// Funds per head and year: floor.
    fund_floor, FundFloor = "fund.floor": Count(20) in Form::Count { least: 1, most: 500, of: Measure::Yuan }; Funds, AREAS, Later, Source::Plan("5.2");
    /// Counted by.
    fund_population_base, FundPopulationBase = "fund.population_base": Choice("resident") in Form::Choice(&["resident", "registered"]); Funds, COUNTY, Later, Source::Plan("7.3");
    /// Personnel share of spending at least.
    fund_personnel_share, FundPersonnelShare = "fund.personnel_share": Hundredths(Hundredths(60)) in Form::Hundredths { least: Hundredths(0), most: Hundredths(100), of: Measure::Share }; Funds, COUNTY, Later, Source::Plan("7.3");
    /// The personnel rule applies.
    fund_personnel_rule, FundPersonnelRule = "fund.personnel_rule": Switch(true) in Form::Switch; Funds, AREAS, Later, Source::Plan("7.3");
    /// Evaluation: residents’ satisfaction.
    eval_weight_satisfaction, EvalWeightSatisfaction = "eval.weight.satisfaction": Hundredths(Hundredths(50)) in Form::Hundredths { least: Hundredths(50), most: Hundredths(100), of: Measure::Share }; Evaluation, COUNTY, Later, Source::Plan("5.4");
    /// Evaluation: resolution.
    eval_weight_resolution, EvalWeightResolution = "eval.weight.resolution": Hundredths(Hundredths(20)) in Form::Hundredths { least: Hundredths(0), most: Hundredths(50), of: Measure::Share }; Evaluation, COUNTY, Later, Source::Proposal;
    /// Evaluation: participation.
    eval_weight_participation, EvalWeightParticipation = "eval.weight.participation": Hundredths(Hundredths(10)) in Form::Hundredths { least: Hundredths(0), most: Hundredths(50), of: Measure::Share }; Evaluation, COUNTY, Later, Source::Proposal;
    /// Evaluation: third party.
    eval_weight_third_party, EvalWeightThirdParty = "eval.weight.third_party": Hundredths(Hundredths(10)) in Form::Hundredths { least: Hundredths(0), most: Hundredths(50), of: Measure::Share }; Evaluation, COUNTY, Later, Source::Proposal;
    /// Evaluation: superiors and innovation.
    eval_weight_superior, EvalWeightSuperior = "eval.weight.superior": Hundredths(Hundredths(10)) in Form::Hundredths { least: Hundredths(0), most: Hundredths(50), of: Measure::Share }; Evaluation, COUNTY, Later, Source::Proposal;
    /// Weights are published before the round.
    eval_publish_before, EvalPublishBefore = "eval.publish_before": Limit(Limit::Days(30)) in Form::Limit { units: CALENDAR, least: Limit::Days(30), most: Limit::Days(90) }; Evaluation, COUNTY, Later, Source::Proposal;
    /// Units are ranked.
    rank_shown, RankShown = "rank.shown": Switch(false) in Form::Switch; Evaluation, COUNTY, Later, Source::Proposal;
    /// No comparison below.
    rank_min_n, RankMinN = "rank.min_n": Count(30) in Form::Count { least: 30, most: 500, of: Measure::Cases }; Evaluation, COUNTY, Later, Source::Proposal;
    /// Training a year.
    train_hours, TrainHours = "train.hours": Count(40) in Form::Count { least: 0, most: 200, of: Measure::Hours }; People, COUNTY, Later, Source::Plan("9.2");
    /// Community workers with a social-work background.
    social_work_share, SocialWorkShare = "social_work.share": Hundredths(Hundredths(30)) in Form::Hundredths { least: Hundredths(0), most: Hundredths(100), of: Measure::Share }; People, COUNTY, Later, Source::Plan("3.3");
    /// Professional social workers among the volunteers.
    n_social_worker_share, NSocialWorkerShare = "n.social_worker.share": Hundredths(Hundredths(30)) in Form::Hundredths { least: Hundredths(0), most: Hundredths(100), of: Measure::Share }; People, COUNTY, Later, Source::Plan("7.1");
    /// Contact point in town at least.
    point_area_urban, PointAreaUrban = "point.area.urban": Count(200) in Form::Count { least: 20, most: 2000, of: Measure::SquareMetres }; Points, AREAS, Later, Source::Plan("7.2");
    /// Contact point in the country at least.
    point_area_rural, PointAreaRural = "point.area.rural": Count(100) in Form::Count { least: 20, most: 2000, of: Measure::SquareMetres }; Points, AREAS, Later, Source::Plan("7.2");
    /// Floor space per hundred households at least.
    point_m2_per_100hh, PointM2Per100hh = "point.m2_per_100hh": Count(30) in Form::Count { least: 10, most: 200, of: Measure::SquareMetres }; Points, COUNTY, Later, Source::Proposal;
    /// Walking speed.
    walk_speed, WalkSpeed = "walk.speed": Hundredths(Hundredths(110)) in Form::Hundredths { least: Hundredths(50), most: Hundredths(200), of: Measure::MetresPerSecond }; Points, COUNTY, Later, Source::Proposal;
    /// Walking speed of the old.
    walk_speed_senior, WalkSpeedSenior = "walk.speed.senior": Hundredths(Hundredths(80)) in Form::Hundredths { least: Hundredths(30), most: Hundredths(150), of: Measure::MetresPerSecond }; Points, COUNTY, Later, Source::Proposal;
    /// Service circle on foot.
    circle_minutes, CircleMinutes = "circle.minutes": Count(15) in Form::Count { least: 5, most: 30, of: Measure::Minutes }; Points, COUNTY, Later, Source::Plan("5.1");
    /// No sign of life: alert after.
    alert_inactive, AlertInactive = "alert.inactive": Limit(Limit::Hours(12)) in Form::Limit { units: NATURAL, least: Limit::Hours(4), most: Limit::Hours(24) }; Care, POINTS, Later, Source::Proposal;
    /// No sign of life: call after.
    alert_soft, AlertSoft = "alert.soft": Limit(Limit::Hours(24)) in Form::Limit { units: NATURAL, least: Limit::Hours(12), most: Limit::Hours(72) }; Care, POINTS, Later, Source::Proposal;
    /// Water use that counts as no sign.
    alert_water, AlertWater = "alert.water": Hundredths(Hundredths(1)) in Form::Hundredths { least: Hundredths(1), most: Hundredths(10), of: Measure::CubicMetres }; Care, POINTS, Later, Source::Proposal;
    /// Family is told within.
    alert_family, AlertFamily = "alert.family": Limit(Limit::Minutes(10)) in Form::Limit { units: NATURAL, least: Limit::Minutes(5), most: Limit::Minutes(30) }; Care, COUNTY, Later, Source::Proposal;
    /// Somebody is sent within.
    alert_staff, AlertStaff = "alert.staff": Limit(Limit::Minutes(15)) in Form::Limit { units: NATURAL, least: Limit::Minutes(5), most: Limit::Minutes(60) }; Care, COUNTY, Later, Source::Proposal;
    /// At the door within.
    alert_scene, AlertScene = "alert.scene": Limit(Limit::Minutes(60)) in Form::Limit { units: NATURAL, least: Limit::Minutes(15), most: Limit::Hours(2) }; Care, COUNTY, Later, Source::Proposal;
    /// Nothing is published below.
    k_anonymity, KAnonymity = "k_anonymity": Count(5) in Form::Count { least: 5, most: 30, of: Measure::People }; Publication, AREAS, Now, Source::Ruling;
    /// Smallest area that is published.
    publish_area_residents, PublishAreaResidents = "publish.area_residents": Count(5000) in Form::Count { least: 5000, most: 50000, of: Measure::People }; Publication, COUNTY, Now, Source::Ruling;
    /// Published together, at least.
    publish_batch, PublishBatch = "publish.batch": Count(10) in Form::Count { least: 10, most: 100, of: Measure::Cases }; Publication, COUNTY, Now, Source::Ruling;
    /// Facts are published on.
    publish_day, PublishDay = "publish.day": Choice("monday") in Form::Choice(&["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]); Publication, COUNTY, Now, Source::Ruling;
    /// Matters an hour from one address.
    web_creates, WebCreates = "web.creates": Count(30) in Form::Count { least: 10, most: 300, of: Measure::Times }; Safety, COUNTY, Later, Source::Ruling;
    /// Wrong codes an hour from one address.
    web_guesses, WebGuesses = "web.guesses": Count(10) in Form::Count { least: 3, most: 30, of: Measure::Times }; Safety, COUNTY, Later, Source::Ruling;
    /// A warrant or a sample opens matters for at most.
    warrant_max, WarrantMax = "warrant.max": Limit(Limit::Days(14)) in Form::Limit { units: CALENDAR, least: Limit::Days(1), most: Limit::Days(30) }; Safety, COUNTY, Now, Source::Proposal;
    /// Logs are kept.
    retention_log, RetentionLog = "retention.log": Count(6) in Form::Count { least: 6, most: 36, of: Measure::Months }; Safety, COUNTY, Later, Source::CyberLaw;
    /// Enquiries, suggestions and thanks are kept after their end.
    retention_case_short, RetentionCaseShort = "retention.case.short": Count(24) in Form::Count { least: 6, most: 60, of: Measure::Months }; Safety, COUNTY, Now, Source::Proposal;
    /// Other matters are kept after their end.
    retention_case_general, RetentionCaseGeneral = "retention.case.general": Count(36) in Form::Count { least: 12, most: 120, of: Measure::Months }; Safety, COUNTY, Now, Source::Proposal;
    /// Complaints, reports and sealed matters are kept after their end.
    retention_case_long, RetentionCaseLong = "retention.case.long": Count(60) in Form::Count { least: 36, most: 360, of: Measure::Months }; Safety, COUNTY, Now, Source::Proposal;
    /// Impact assessments are kept.
    pia_retention, PiaRetention = "pia.retention": Count(3) in Form::Count { least: 3, most: 10, of: Measure::Years }; Safety, COUNTY, Later, Source::Pipl56;
    /// Backups are kept.
    backup_retention, BackupRetention = "backup.retention": Limit(Limit::Days(30)) in Form::Limit { units: CALENDAR, least: Limit::Days(7), most: Limit::Days(30) }; Safety, COUNTY, Later, Source::Ruling;
    /// A proposed change lapses after.
    proposal_open, ProposalOpen = "proposal.open": Limit(Limit::Days(14)) in Form::Limit { units: CALENDAR, least: Limit::Days(3), most: Limit::Days(30) }; Itself, COUNTY, Now, Source::Ruling;
}

/// A text that names no parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no such parameter")]
pub struct NoSuchKey;

impl Key {
    /// Its stable code.
    pub fn code(self) -> &'static str {
        self.entry().code
    }

    /// The parameters that are decided together, because a rule binds them; most stand alone.
    pub fn together(self) -> &'static [Self] {
        const GROUPS: [&[Key]; 6] = [
            &[
                Key::EvalWeightSatisfaction,
                Key::EvalWeightResolution,
                Key::EvalWeightParticipation,
                Key::EvalWeightThirdParty,
                Key::EvalWeightSuperior,
            ],
            &[Key::ContactMin, Key::ContactMax],
            &[Key::FundFloor, Key::FundPerCapita],
            &[Key::Tier2After, Key::Tier3After],
            &[Key::AlertFamily, Key::AlertStaff, Key::AlertScene],
            &[Key::RetentionCaseShort, Key::RetentionCaseGeneral, Key::RetentionCaseLong],
        ];
        GROUPS.into_iter().find(|group| group.contains(&self)).unwrap_or(&[])
    }

    /// The message of its name.
    pub fn message(self) -> String {
        format!("param-{}", self.code().replace(['.', '_'], "-"))
    }

    /// The message of its explanation.
    pub fn message_why(self) -> String {
        format!("{}-why", self.message())
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Key {
    type Err = NoSuchKey;

    fn from_str(text: &str) -> Result<Self, NoSuchKey> {
        Self::ALL.iter().copied().find(|key| key.code() == text).ok_or(NoSuchKey)
    }
}

impl Serialize for Key {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(from)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_default_is_a_value_of_its_own_form() {
        for key in Key::ALL {
            let entry = key.entry();
            assert_eq!(entry.form.read(&entry.default.to_string()), Ok(entry.default), "{key}");
            assert_eq!(Parameters::SHIPPED.value(*key), entry.default, "{key}");
            assert_eq!(entry.scopes.first(), Some(&ScopeKind::County), "{key}: a value for the county comes first");
            assert_eq!(key.code().parse::<Key>().unwrap(), *key);
        }
    }

    #[test]
    fn codes_are_unique_and_stand_grouped_by_theme() {
        let codes: BTreeSet<_> = Key::ALL.iter().map(|key| key.code()).collect();
        assert_eq!(codes.len(), Key::ALL.len());
        assert!(Key::ALL.iter().map(|key| key.entry().theme).is_sorted());
        assert!(Theme::ALL.iter().all(|theme| Key::ALL.iter().any(|key| key.entry().theme == *theme)));
    }

    #[test]
    fn what_is_decided_together_is_decided_for_the_same_places() {
        for key in Key::ALL {
            for other in key.together() {
                assert_eq!(other.entry().theme, key.entry().theme);
                assert!(other.together().contains(key));
            }
        }
    }

    #[test]
    fn a_default_is_never_changed() {
        let table: Vec<String> = Key::ALL.iter().map(|key| format!("{key} = {}\n", key.entry().default)).collect();
        assert_eq!(
            table.concat(),
            include_str!("../../tests/defaults.txt"),
            "sites live by these: propose a value instead of changing a default"
        );
    }
}
