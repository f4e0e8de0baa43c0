//! Rules that bind several parameters at once. Each is tried on the whole set as it would be in force.

use workday::Limit;

use super::key::{Key, Parameters};
use super::value::Hundredths;

/// Two or more parameters that contradict each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Conflict {
    /// The weights of the evaluation do not add up to 1 (domain C-17).
    WeightsDoNotAddUp(Hundredths),
    /// The first must not be above the second.
    Above(Key, Key),
}

impl Conflict {
    /// The parameter that is named, and the code of the field fault.
    pub fn fault(self) -> (Key, &'static str) {
        match self {
            Self::WeightsDoNotAddUp(_) => (Key::EvalWeightSatisfaction, "weights_do_not_add_up"),
            Self::Above(low, _) => (low, "above_the_other"),
        }
    }
}

/// What is wrong with a set.
pub fn conflicts(set: &Parameters) -> Vec<Conflict> {
    let mut found = Vec::new();
    let weights = [
        set.eval_weight_satisfaction,
        set.eval_weight_resolution,
        set.eval_weight_participation,
        set.eval_weight_third_party,
        set.eval_weight_superior,
    ];
    let sum = Hundredths(weights.iter().map(|weight| weight.0).sum());
    if sum != Hundredths(100) {
        found.push(Conflict::WeightsDoNotAddUp(sum));
    }
    let mut ordered = |is_above: bool, low: Key, high: Key| {
        if is_above {
            found.push(Conflict::Above(low, high));
        }
    };
    ordered(set.contact_min > set.contact_max, Key::ContactMin, Key::ContactMax);
    ordered(set.fund_floor > set.fund_per_capita, Key::FundFloor, Key::FundPerCapita);
    ordered(days(set.tier2_after) > days(set.tier3_after), Key::Tier2After, Key::Tier3After);
    ordered(minutes(set.alert_family) > minutes(set.alert_staff), Key::AlertFamily, Key::AlertStaff);
    ordered(minutes(set.alert_staff) > minutes(set.alert_scene), Key::AlertStaff, Key::AlertScene);
    ordered(set.retention_case_short > set.retention_case_general, Key::RetentionCaseShort, Key::RetentionCaseGeneral);
    ordered(set.retention_case_general > set.retention_case_long, Key::RetentionCaseGeneral, Key::RetentionCaseLong);
    found
}

fn days(limit: Limit) -> u32 {
    match limit {
        Limit::WorkingDays(n) | Limit::Days(n) => n,
        Limit::Hours(_) | Limit::Minutes(_) => 0,
    }
}

fn minutes(limit: Limit) -> u32 {
    match limit {
        Limit::Minutes(n) => n,
        Limit::Hours(n) => n.saturating_mul(60),
        Limit::WorkingDays(_) | Limit::Days(_) => u32::MAX,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ships_contradicts_nothing() {
        assert_eq!(conflicts(&Parameters::SHIPPED), []);
    }

    #[test]
    fn weights_must_add_up_and_pairs_must_be_in_order() {
        let heavier = Parameters { eval_weight_satisfaction: Hundredths(55), ..Parameters::SHIPPED };
        assert_eq!(conflicts(&heavier), [Conflict::WeightsDoNotAddUp(Hundredths(105))]);
        let both = Parameters { eval_weight_resolution: Hundredths(15), ..heavier };
        assert_eq!(conflicts(&both), []);
        let crowded = Parameters { contact_min: 11, ..Parameters::SHIPPED };
        assert_eq!(conflicts(&crowded), [Conflict::Above(Key::ContactMin, Key::ContactMax)]);
        let late = Parameters { alert_family: Limit::Minutes(30), ..Parameters::SHIPPED };
        assert_eq!(conflicts(&late), [Conflict::Above(Key::AlertFamily, Key::AlertStaff)]);
        let brief = Parameters { retention_case_long: 36, retention_case_general: 48, ..Parameters::SHIPPED };
        assert_eq!(conflicts(&brief), [Conflict::Above(Key::RetentionCaseGeneral, Key::RetentionCaseLong)]);
    }
}
