//! The cookie of a resident who opened her matter by its code (decisions 4): 30 minutes, this matter only, sealed with
//! the web key. Nothing is stored.

use http::{HeaderMap, HeaderValue};
use kernel::{CaseId, Timestamp};

use super::cookie;
use crate::{ByCodeProof, Identity, secret};

/// How long a shown code counts.
const LASTS_SECS: i64 = 30 * 60;

fn seal(key: &[u8; 32], case: CaseId, generation: i32, until: i64) -> [u8; 32] {
    secret::mac(key, "code cookie", &[case.as_bytes(), &generation.to_be_bytes(), &until.to_be_bytes()])
}

/// The value of the cookie: id, generation, end, seal.
fn write(key: &[u8; 32], proof: &ByCodeProof, now: Timestamp) -> String {
    let until = now.as_second() + LASTS_SECS;
    let (case, generation) = (proof.case(), proof.generation());
    let mut bytes = case.as_bytes().to_vec();
    bytes.extend(generation.to_be_bytes());
    bytes.extend(until.to_be_bytes());
    bytes.extend(seal(key, case, generation, until));
    secret::text(&bytes)
}

fn read(key: &[u8; 32], value: &str, now: Timestamp) -> Option<ByCodeProof> {
    let bytes = secret::bytes(value)?;
    let (case, rest) = bytes.split_first_chunk::<16>()?;
    let (generation, rest) = rest.split_first_chunk::<4>()?;
    let (until, shown) = rest.split_first_chunk::<8>()?;
    let (case, generation, until) = (CaseId::from_bytes(*case), i32::from_be_bytes(*generation), i64::from_be_bytes(*until));
    let good = secret::same(&seal(key, case, generation, until), shown) && now.as_second() < until;
    good.then(|| ByCodeProof::sealed(case, generation))
}

/// Each matter has a cookie of its own, so that two may be open at once.
fn short_name(case: CaseId) -> String {
    let tail: String = case.to_string().chars().rev().take(12).collect();
    format!("lx-t-{tail}")
}

impl Identity {
    /// `Set-Cookie` for 30 minutes with the matter that was just opened by its code.
    pub fn code_cookie(&self, proof: &ByCodeProof) -> Option<HeaderValue> {
        let value = write(self.web_key(), proof, self.now());
        cookie::set(self.settings(), &short_name(proof.case()), &value, Some(LASTS_SECS))
    }

    /// The proof that this browser opened this matter within the last 30 minutes. The caller still compares its
    /// generation with the row: a code that was replaced opens nothing.
    pub fn code_proof(&self, headers: &HeaderMap, case: CaseId) -> Option<ByCodeProof> {
        let value = cookie::read(headers, &cookie::name(self.settings(), &short_name(case)))?;
        read(self.web_key(), value, self.now()).filter(|proof| proof.case() == case)
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;

    #[test]
    fn the_cookie_holds_for_half_an_hour_and_for_its_matter() {
        let proof = ByCodeProof::sealed(CaseId::from_bytes([5; 16]), 2);
        let at = |second| Timestamp::from_second(1_790_000_000 + second).unwrap();
        let value = write(&[1; 32], &proof, at(0));
        assert_eq!(read(&[1; 32], &value, at(LASTS_SECS - 1)), Some(proof));
        assert_eq!(read(&[1; 32], &value, at(LASTS_SECS)), None);
        assert_eq!(read(&[2; 32], &value, at(0)), None, "another site's key");
        for place in 0..secret::bytes(&value).unwrap().len() {
            let mut bytes = secret::bytes(&value).unwrap();
            bytes[place] ^= 1;
            assert_eq!(read(&[1; 32], &secret::text(&bytes), at(0)), None, "byte {place}");
        }
        assert_eq!(read(&[1; 32], "", at(0)), None);
    }
}
