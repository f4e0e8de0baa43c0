//! The little of deterministic CBOR (RFC 8949 §4.2) that canonical forms need: definite lengths, shortest heads. When
//! writing, the caller gives map keys in order; when reading, whoever decodes a form writes it again and compares.

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

/// Bytes that are not the CBOR expected here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not the deterministic CBOR expected")]
pub struct Malformed;

/// Bytes being read. Each call takes what it names, or fails.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'b>(&'b [u8]);

impl<'b> Reader<'b> {
    /// Reads these bytes.
    pub fn new(bytes: &'b [u8]) -> Self {
        Self(bytes)
    }

    fn head(&mut self, wanted: u8) -> Result<u64, Malformed> {
        let (first, rest) = self.0.split_first().ok_or(Malformed)?;
        if first >> 5 != wanted {
            return Err(Malformed);
        }
        // The number that is left, how many bytes it may follow in, and the least that needs so many.
        let (len, least) = match first & 0x1f {
            small @ 0..24 => {
                self.0 = rest;
                return Ok(small.into());
            }
            24 => (1, 24),
            25 => (2, 0x100),
            26 => (4, 0x1_0000),
            27 => (8, 0x1_0000_0000),
            _ => return Err(Malformed),
        };
        let (number, rest) = rest.split_at_checked(len).ok_or(Malformed)?;
        let value = number.iter().fold(0u64, |value, byte| value << 8 | u64::from(*byte));
        self.0 = rest;
        if value < least { Err(Malformed) } else { Ok(value) }
    }

    fn run(&mut self, major: u8) -> Result<&'b [u8], Malformed> {
        let len = usize::try_from(self.head(major)?).map_err(|_| Malformed)?;
        let (run, rest) = self.0.split_at_checked(len).ok_or(Malformed)?;
        self.0 = rest;
        Ok(run)
    }

    /// A number from 0.
    pub fn uint(&mut self) -> Result<u64, Malformed> {
        self.head(0)
    }

    /// Bytes.
    pub fn bytes(&mut self) -> Result<&'b [u8], Malformed> {
        self.run(2)
    }

    /// Bytes of this length.
    pub fn exactly<const N: usize>(&mut self) -> Result<[u8; N], Malformed> {
        self.bytes()?.try_into().map_err(|_| Malformed)
    }

    /// Text.
    pub fn text(&mut self) -> Result<&'b str, Malformed> {
        std::str::from_utf8(self.run(3)?).map_err(|_| Malformed)
    }

    /// Whether null comes next; takes it if so.
    pub fn null(&mut self) -> bool {
        match self.0.split_first() {
            Some((0xf6, rest)) => {
                self.0 = rest;
                true
            }
            _ => false,
        }
    }

    /// The head of an array: how many items follow.
    pub fn array(&mut self) -> Result<u64, Malformed> {
        self.head(4)
    }

    /// The head of a map: how many pairs follow.
    pub fn map(&mut self) -> Result<u64, Malformed> {
        self.head(5)
    }

    /// Takes this number, or fails.
    pub fn key(&mut self, wanted: u64) -> Result<(), Malformed> {
        if self.uint()? == wanted { Ok(()) } else { Err(Malformed) }
    }

    /// Fails unless everything was read.
    pub fn end(&self) -> Result<(), Malformed> {
        if self.0.is_empty() { Ok(()) } else { Err(Malformed) }
    }
}

#[cfg(test)]
mod tests {
    use super::{Malformed, Reader, Writer};

    #[test]
    fn reading_takes_shortest_heads_only() {
        let mut out = Writer::default();
        out.array(3).uint(23).uint(1_000_000_000_000).text("水").map(0).bytes(&[1, 2]).null();
        let bytes = out.into_bytes();
        let mut reader = Reader::new(&bytes);
        assert_eq!((reader.array(), reader.uint(), reader.uint()), (Ok(3), Ok(23), Ok(1_000_000_000_000)));
        assert_eq!((reader.text(), reader.map(), reader.null()), (Ok("水"), Ok(0), false));
        assert_eq!((reader.exactly::<2>(), reader.null(), reader.end()), (Ok([1, 2]), true, Ok(())));
        for long in [&[0x18, 23][..], &[0x19, 0, 200], &[0x1a, 0, 0, 200, 0], &[0x1b, 0, 0, 0, 0, 255, 0, 0, 0], &[0x1f], &[0x19, 1]] {
            assert_eq!(Reader::new(long).uint(), Err(Malformed), "{long:?}");
        }
        assert_eq!(Reader::new(&[0x62, 0xff, 0xff]).text(), Err(Malformed));
        assert_eq!(Reader::new(&[0x5b, 255, 255, 255, 255, 255, 255, 255, 255]).bytes(), Err(Malformed));
    }

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
