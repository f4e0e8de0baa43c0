//! The little of deterministic CBOR (RFC 8949 §4.2) that canonical forms need: writing only,
//! definite lengths, shortest heads. The caller gives map keys in order.

/// Bytes being written.
#[derive(Debug, Default)]
pub struct Writer(Vec<u8>);

impl Writer {
    fn head(&mut self, major: u8, value: u64) -> &mut Self {
        let major = major << 5;
        let bytes = value.to_be_bytes();
        match value {
            0..24 => self.0.push(major | bytes[7]),
            24..0x100 => self.0.extend([major | 0x18, bytes[7]]),
            0x100..0x1_0000 => {
                self.0.push(major | 0x19);
                self.0.extend(&bytes[6..]);
            }
            0x1_0000..0x1_0000_0000 => {
                self.0.push(major | 0x1a);
                self.0.extend(&bytes[4..]);
            }
            _ => {
                self.0.push(major | 0x1b);
                self.0.extend(bytes);
            }
        }
        self
    }

    /// A number from 0.
    pub fn uint(&mut self, value: u64) -> &mut Self {
        self.head(0, value)
    }

    /// A number of either sign.
    pub fn int(&mut self, value: i64) -> &mut Self {
        if value < 0 { self.head(1, value.unsigned_abs() - 1) } else { self.head(0, value.unsigned_abs()) }
    }

    /// Bytes.
    pub fn bytes(&mut self, value: &[u8]) -> &mut Self {
        self.head(2, value.len() as u64).0.extend(value);
        self
    }

    /// Text.
    pub fn text(&mut self, value: &str) -> &mut Self {
        self.head(3, value.len() as u64).0.extend(value.as_bytes());
        self
    }

    /// Text, or null.
    pub fn opt_text(&mut self, value: Option<&str>) -> &mut Self {
        match value {
            Some(text) => self.text(text),
            None => self.null(),
        }
    }

    /// Null.
    pub fn null(&mut self) -> &mut Self {
        self.0.push(0xf6);
        self
    }

    /// The head of an array of `len` items.
    pub fn array(&mut self, len: u64) -> &mut Self {
        self.head(4, len)
    }

    /// The head of a map of `len` pairs.
    pub fn map(&mut self, len: u64) -> &mut Self {
        self.head(5, len)
    }

    /// What was written.
    pub fn into_bytes(self) -> Vec<u8> {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::Writer;

    #[test]
    fn heads_are_the_shortest_of_rfc_8949_appendix_a() {
        let encoded = |f: &dyn Fn(&mut Writer)| {
            let mut w = Writer::default();
            f(&mut w);
            w.into_bytes()
        };
        assert_eq!(
            encoded(&|w| {
                w.uint(23);
            }),
            [0x17]
        );
        assert_eq!(
            encoded(&|w| {
                w.uint(24);
            }),
            [0x18, 24]
        );
        assert_eq!(
            encoded(&|w| {
                w.uint(1000);
            }),
            [0x19, 0x03, 0xe8]
        );
        assert_eq!(
            encoded(&|w| {
                w.uint(1_000_000);
            }),
            [0x1a, 0, 0x0f, 0x42, 0x40]
        );
        assert_eq!(
            encoded(&|w| {
                w.uint(1_000_000_000_000);
            }),
            [0x1b, 0, 0, 0, 0xe8, 0xd4, 0xa5, 0x10, 0]
        );
        assert_eq!(
            encoded(&|w| {
                w.int(-1000);
            }),
            [0x39, 0x03, 0xe7]
        );
        assert_eq!(
            encoded(&|w| {
                w.text("水").null();
            }),
            [0x63, 0xe6, 0xb0, 0xb4, 0xf6]
        );
    }
}
