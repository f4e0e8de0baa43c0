//! Which network a request came from, as far as it is worth remembering.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// What sort of network it was. The address itself is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NetworkClass {
    /// The machine the site runs on.
    Local,
    /// A network of the office: addresses that the internet does not route.
    Private,
    /// The internet.
    Public,
}

impl NetworkClass {
    /// The stored word.
    pub fn code(self) -> &'static str {
        match self {
            Self::Local => "local",
            Self::Private => "private",
            Self::Public => "public",
        }
    }

    pub(crate) fn from_code(code: &str) -> Option<Self> {
        [Self::Local, Self::Private, Self::Public].into_iter().find(|class| class.code() == code)
    }

    /// The class of an address (RFC 1918, 4193, 6598).
    pub fn of(address: IpAddr) -> Self {
        match address.to_canonical() {
            address if address.is_loopback() => Self::Local,
            IpAddr::V4(v4) if v4.is_private() || v4.is_link_local() || is_shared(v4) => Self::Private,
            IpAddr::V6(v6) if v6.is_unique_local() || v6.is_unicast_link_local() => Self::Private,
            IpAddr::V4(Ipv4Addr { .. }) | IpAddr::V6(Ipv6Addr { .. }) => Self::Public,
        }
    }
}

/// 100.64.0.0/10: behind a provider's NAT.
fn is_shared(address: Ipv4Addr) -> bool {
    let [a, b, ..] = address.octets();
    a == 100 && b & 0b1100_0000 == 64
}

/// The network an address belongs to, as one source of tries: an IPv4 address, or the /64 that one household of IPv6
/// holds. All requests without an address are one source.
pub(crate) fn source(address: Option<IpAddr>) -> [u8; 16] {
    match address.map(|address| address.to_canonical()) {
        None => [0; 16],
        Some(IpAddr::V4(v4)) => v4.to_ipv6_mapped().octets(),
        Some(IpAddr::V6(v6)) => (u128::from_be_bytes(v6.octets()) >> 64 << 64).to_be_bytes(),
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;

    #[test]
    fn a_household_of_ipv6_is_one_source() {
        let at = |text: &str| source(Some(text.parse().unwrap()));
        assert_eq!(at("2001:db8:1:2::1"), at("2001:db8:1:2:ffff::9"));
        assert_ne!(at("2001:db8:1:2::1"), at("2001:db8:1:3::1"));
        assert_ne!(at("192.0.2.1"), at("192.0.2.2"));
        assert_eq!(at("192.0.2.1"), at("::ffff:192.0.2.1"));
    }

    #[test]
    fn an_office_is_told_from_the_internet() {
        let class = |text: &str| NetworkClass::of(text.parse().unwrap());
        for local in ["127.0.0.1", "::1", "::ffff:127.0.0.1"] {
            assert_eq!(class(local), NetworkClass::Local, "{local}");
        }
        for private in ["10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.1.1", "100.64.0.1", "100.127.0.1", "fd00::1", "fe80::1"] {
            assert_eq!(class(private), NetworkClass::Private, "{private}");
        }
        for public in ["8.8.8.8", "100.128.0.1", "172.32.0.1", "2001:db8::1"] {
            assert_eq!(class(public), NetworkClass::Public, "{public}");
        }
    }
}
