//! The cookie by which a browser is known to have signed in as somebody: it opens nothing, but guesses of strangers do not
//! slow it down (OWASP, "device cookies"). Sealed with the web key; nothing is stored.

use std::net::IpAddr;

use http::{HeaderMap, HeaderValue, header};
use kernel::AccountId;

use super::cookie;
use crate::{Identity, Origin, SignedIn, secret};

/// How long a browser is remembered: half a year without a sign-in.
const LASTS_SECS: i64 = 183 * 24 * 60 * 60;

/// The beginning of its short name; one cookie for each account, because several people may share a computer.
const NAME: &str = "lx-d-";

/// Most of these cookies that are looked at.
const MOST: usize = 16;

/// Names one browser of one account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Device(pub(crate) [u8; 16]);

fn seal(key: &[u8; 32], account: AccountId, device: Device) -> [u8; 32] {
    secret::mac(key, "device cookie", &[account.as_bytes(), &device.0])
}

/// The device that one of these cookie values names, if it is this account's.
pub(crate) fn of(key: &[u8; 32], values: &[String], account: AccountId) -> Option<Device> {
    values.iter().find_map(|value| {
        let bytes = secret::bytes(value)?;
        let (device, shown) = bytes.split_first_chunk::<16>()?;
        let device = Device(*device);
        secret::same(&seal(key, account, device), shown).then_some(device)
    })
}

impl Origin {
    /// Where a request came from: its address, as `web` found it, and what its headers say of the browser.
    pub fn of(address: Option<IpAddr>, headers: &HeaderMap) -> Self {
        let agent = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).map(str::to_owned);
        let cookies = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok()).flat_map(|line| line.split(';'));
        let devices = cookies
            .filter_map(|pair| pair.trim().split_once('='))
            .filter(|(name, _)| name.trim_start_matches("__Host-").starts_with(NAME))
            .map(|(_, value)| value.to_owned());
        Self { address, agent, devices: devices.take(MOST).collect() }
    }
}

impl Identity {
    /// `Set-Cookie` that makes this browser known to the account that has just signed in.
    pub fn device_cookie(&self, signed_in: &SignedIn) -> Option<HeaderValue> {
        let account = signed_in.principal.account();
        let bytes = [signed_in.device.0.as_slice(), &seal(self.web_key(), account, signed_in.device)].concat();
        let tail: String = account.to_string().chars().rev().take(12).collect();
        cookie::set(self.settings(), &format!("{NAME}{tail}"), &secret::text(&bytes), Some(LASTS_SECS))
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;

    #[test]
    fn a_device_is_one_accounts_and_cannot_be_made_up() {
        let (key, mine, yours) = ([1; 32], AccountId::from_bytes([2; 16]), AccountId::from_bytes([3; 16]));
        let device = Device([4; 16]);
        let value = secret::text(&[device.0.as_slice(), &seal(&key, mine, device)].concat());
        assert_eq!(of(&key, &[String::new(), value.clone()], mine), Some(device));
        assert_eq!(of(&key, std::slice::from_ref(&value), yours), None);
        assert_eq!(of(&[9; 32], &[value], mine), None);
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, "lx=1; lx-d-abc=xyz; __Host-lx-d-def=uvw".parse().unwrap());
        assert_eq!(Origin::of(None, &headers).devices, ["xyz", "uvw"]);
    }
}
