//! Which area stands in the facts of a matter (decisions 10): the smallest around its place with enough residents who are not told apart
//! below it.

use std::collections::BTreeMap;

use kernel::AreaCode;
use places::Register;

/// The area that is published for each area of the register; the county is left out: it stands for what is published for nothing smaller.
pub(crate) fn published(register: &Register, least: u32) -> BTreeMap<AreaCode, AreaCode> {
    let county = &register.county().code;
    let mut named = Vec::new();
    rest(register, county, least, &mut named);
    let mut published = BTreeMap::new();
    for area in register.areas() {
        let above = register.ancestors(&area.code).map(|above| &above.code);
        if let Some(found) = std::iter::once(&area.code).chain(above).find(|code| *code != county && named.contains(code)) {
            published.insert(area.code.clone(), (*found).clone());
        }
    }
    published
}

/// The residents of an area who are not told apart below it; areas with enough of them are put into `named`.
fn rest(register: &Register, code: &AreaCode, least: u32, named: &mut Vec<AreaCode>) -> u32 {
    let Some(area) = register.area(code) else { return 0 };
    let (mut below, mut apart) = (0u32, 0u32);
    for child in register.children(code) {
        let left = rest(register, &child.code, least, named);
        below = below.saturating_add(left);
        apart = apart.saturating_add(child.residents.saturating_sub(left));
    }
    // Residents of no child are the area's own.
    let rest = area.residents.saturating_sub(apart).max(below);
    if rest >= least {
        named.push(code.clone());
        return 0;
    }
    rest
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use jiff::civil::date;
    use places::CountyFile;

    use super::*;

    fn demo() -> Register {
        let file: CountyFile = include_str!("../../../../../demo/county.toml").parse().unwrap();
        Register::on(date(2026, 11, 23), file.into())
    }

    #[test]
    fn who_is_left_over_is_not_named_by_the_name_of_the_whole() {
        let register = demo();
        let named = published(&register, 5_000);
        let of = |code: &str| named.get(&code.parse::<AreaCode>().unwrap()).map(AreaCode::as_str);
        assert_eq!(of("huaiyin"), Some("huaiyin"));
        // Tielu has 4,880 residents, and all other communities of its subdistrict are named by themselves.
        assert_eq!((of("tielu"), of("beiguan_subdistrict")), (None, None));
        assert_eq!(of("qinghe"), None, "the county stands for nothing smaller");
        // Were all communities too small, the subdistrict would be named.
        let wide = published(&register, 20_000);
        assert_eq!(wide.get(&"tielu".parse().unwrap()).map(AreaCode::as_str), Some("beiguan_subdistrict"));
    }
}
