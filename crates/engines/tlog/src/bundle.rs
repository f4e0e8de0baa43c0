//! Entry bundles: up to 256 leaves, each behind its length in two bytes, big end first (C2SP tlog-tiles).

/// The longest leaf that a bundle can carry, in bytes.
pub const LONGEST: usize = u16::MAX as usize;

/// A leaf longer than [`LONGEST`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a leaf of {0} bytes is longer than 65,535")]
pub struct TooLong(
    /// How long it is, in bytes.
    pub usize,
);

/// Bytes that end within a leaf or its length.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the bundle ends within entry {0}")]
pub struct CutShort(
    /// The entry within the bundle, from 0.
    pub usize,
);

/// Appends a leaf to the bytes of a bundle.
pub fn append(bundle: &mut Vec<u8>, leaf: &[u8]) -> Result<(), TooLong> {
    let len = u16::try_from(leaf.len()).map_err(|_| TooLong(leaf.len()))?;
    bundle.extend(len.to_be_bytes());
    bundle.extend(leaf);
    Ok(())
}

/// The leaves in a bundle, in order.
pub fn entries(bytes: &[u8]) -> Entries<'_> {
    Entries { rest: bytes, at: 0 }
}

/// An iterator over the leaves of a bundle; it ends after the first error.
#[derive(Debug, Clone)]
pub struct Entries<'b> {
    rest: &'b [u8],
    at: usize,
}

impl<'b> Iterator for Entries<'b> {
    type Item = Result<&'b [u8], CutShort>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let split = self.rest.split_first_chunk::<2>().and_then(|(len, rest)| rest.split_at_checked(u16::from_be_bytes(*len).into()));
        let Some((leaf, rest)) = split else {
            self.rest = &[];
            return Some(Err(CutShort(self.at)));
        };
        self.rest = rest;
        self.at += 1;
        Some(Ok(leaf))
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use super::*;

    #[test]
    fn what_goes_in_comes_out_and_a_cut_is_found() {
        let longest = vec![7; LONGEST];
        let leaves: [&[u8]; 4] = [b"", b"a", b"\x00\x01", &longest];
        let mut bundle = Vec::new();
        for leaf in leaves {
            append(&mut bundle, leaf).unwrap();
        }
        assert_eq!(entries(&bundle).collect::<Result<Vec<_>, _>>().as_deref(), Ok(leaves.as_slice()));
        assert_eq!(entries(&bundle[..bundle.len() - 1]).last(), Some(Err(CutShort(3))));
        assert_eq!(entries(&[0]).collect::<Vec<_>>(), [Err(CutShort(0))]);
        assert_eq!(append(&mut bundle, &vec![0; LONGEST + 1]), Err(TooLong(LONGEST + 1)));
    }
}
