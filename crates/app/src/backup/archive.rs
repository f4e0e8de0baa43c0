//! The archive: one file, compressed, then encrypted in segments that prove their order and their end.
//!
//! ```text
//! "lianxin backup 1" ‖ key id (8) ‖ salt (32)         the preamble, authenticated with every segment
//! segment* of 1 MiB plaintext ‖ tag (16)              AES-256-GCM, STREAM (Hoang et al., CRYPTO 2015), counter nonces
//! last segment, ≤ 1 MiB, maybe empty ‖ tag            marked as the last in its nonce
//! ```
//!
//! The key of the segments is HMAC-SHA256(backup key, salt), so no two archives share one and nonces cannot repeat.
//! Inside lies one brotli stream of entries: name length (u16), name, chunks (u32 length, bytes), a chunk of length 0;
//! after the last entry a name of length 0. Numbers are big-endian.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::Path;

use aead_stream::{DecryptorBE32, EncryptorBE32};
use aes_gcm::{Aes256Gcm, Key};
use hmac::{Hmac, Mac as _};
use kernel::Rng;
use sha2::{Digest as _, Sha256};

const MAGIC: &[u8; 16] = b"lianxin backup 1";
const KEY_ID: usize = 8;
const SALT: usize = 32;
const PREAMBLE: usize = MAGIC.len() + KEY_ID + SALT;
const SEGMENT: usize = 1 << 20;
const TAG: usize = 16;

/// Low quality: rows are repetitive text and shrink well at once; files that are compressed already stay as they are.
const BROTLI_QUALITY: u32 = 2;
const BROTLI_WINDOW: u32 = 20;
const BUFFER: usize = 1 << 16;

/// Why an archive cannot be read, as the source of an [`io::Error`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ArchiveError {
    /// It does not begin as one.
    #[error("not a backup archive of this form")]
    NotAnArchive,
    /// It was made under another key.
    #[error("the archive was made under another backup key")]
    OtherKey,
    /// A segment does not open: bytes were changed, moved, cut off or added.
    #[error("the archive is damaged: a segment does not open")]
    Damaged,
    /// What was inside is not of the form.
    #[error("the archive's content is not of its form")]
    Form,
}

impl From<ArchiveError> for io::Error {
    fn from(error: ArchiveError) -> Self {
        Self::new(io::ErrorKind::InvalidData, error)
    }
}

fn mac(key: &[u8; 32], parts: &[&[u8]]) -> io::Result<[u8; 32]> {
    let mut mac = <Hmac<Sha256> as hmac::KeyInit>::new_from_slice(key).map_err(io::Error::other)?;
    for part in parts {
        mac.update(part);
    }
    Ok(mac.finalize().into_bytes().into())
}

/// What names a key without telling it.
fn key_id(key: &[u8; 32]) -> io::Result<[u8; KEY_ID]> {
    let id = mac(key, &[b"lianxin backup key id"])?;
    id.first_chunk().copied().ok_or_else(|| ArchiveError::Form.into())
}

fn segment_key(key: &[u8; 32], preamble: &[u8; PREAMBLE]) -> io::Result<Key<Aes256Gcm>> {
    Ok(Key::<Aes256Gcm>::from(mac(key, &[b"lianxin backup segments", preamble])?))
}

/// Encrypts what is written to it. Only [`Sealer::finish`] makes the file whole.
struct Sealer<W: Write> {
    out: W,
    preamble: [u8; PREAMBLE],
    stream: EncryptorBE32<Aes256Gcm>,
    waiting: Vec<u8>,
    /// A failure stays: whoever swallows it on the way meets it again at the end.
    failed: bool,
}

impl<W: Write> Sealer<W> {
    fn new(mut out: W, key: &[u8; 32], rng: &dyn Rng) -> io::Result<Self> {
        let salt: [u8; SALT] = rng.bytes();
        let mut preamble = [0; PREAMBLE];
        (&mut preamble[..]).write_all(&[&MAGIC[..], &key_id(key)?, &salt].concat())?;
        out.write_all(&preamble)?;
        let stream = EncryptorBE32::new(&segment_key(key, &preamble)?, &[0; 7].into());
        Ok(Self { out, preamble, stream, waiting: Vec::with_capacity(SEGMENT + TAG), failed: false })
    }

    fn seal_full(&mut self) -> io::Result<()> {
        self.stream.encrypt_next_in_place(&self.preamble, &mut self.waiting).map_err(|_| ArchiveError::Form)?;
        self.out.write_all(&self.waiting)?;
        self.waiting.clear();
        Ok(())
    }

    fn finish(mut self) -> io::Result<W> {
        if self.failed {
            return Err(io::Error::other("an earlier write failed"));
        }
        self.stream.encrypt_last_in_place(&self.preamble, &mut self.waiting).map_err(|_| ArchiveError::Form)?;
        self.out.write_all(&self.waiting)?;
        Ok(self.out)
    }
}

impl<W: Write> Write for Sealer<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // A full segment waits until it is known not to be the last.
        if self.waiting.len() == SEGMENT {
            self.seal_full().inspect_err(|_| self.failed = true)?;
        }
        let taken = bytes.len().min(SEGMENT - self.waiting.len());
        self.waiting.extend(bytes.iter().take(taken));
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Decrypts a file; gives out nothing that was not authenticated.
struct Opener<R: Read> {
    input: BufReader<R>,
    preamble: [u8; PREAMBLE],
    /// `None` once the last segment is open.
    stream: Option<DecryptorBE32<Aes256Gcm>>,
    open: Vec<u8>,
    read: usize,
}

impl<R: Read> Opener<R> {
    fn new(input: R, key: &[u8; 32]) -> io::Result<Self> {
        let mut input = BufReader::with_capacity(BUFFER, input);
        let mut preamble = [0; PREAMBLE];
        input.read_exact(&mut preamble).map_err(|_| ArchiveError::NotAnArchive)?;
        let named = preamble.strip_prefix(MAGIC.as_slice()).ok_or(ArchiveError::NotAnArchive)?;
        if !named.starts_with(&key_id(key)?) {
            return Err(ArchiveError::OtherKey.into());
        }
        let stream = Some(DecryptorBE32::new(&segment_key(key, &preamble)?, &[0; 7].into()));
        Ok(Self { input, preamble, stream, open: Vec::with_capacity(SEGMENT + TAG), read: 0 })
    }

    /// Opens the next segment; false when the last was open already.
    fn open_next(&mut self) -> io::Result<bool> {
        use std::io::BufRead as _;
        let Some(mut stream) = self.stream.take() else { return Ok(false) };
        self.open.clear();
        self.read = 0;
        self.input.by_ref().take((SEGMENT + TAG) as u64).read_to_end(&mut self.open)?;
        if self.input.fill_buf()?.is_empty() {
            stream.decrypt_last_in_place(&self.preamble, &mut self.open).map_err(|_| ArchiveError::Damaged)?;
        } else {
            stream.decrypt_next_in_place(&self.preamble, &mut self.open).map_err(|_| ArchiveError::Damaged)?;
            self.stream = Some(stream);
        }
        Ok(true)
    }
}

impl<R: Read> Read for Opener<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        loop {
            let mut left = self.open.get(self.read..).unwrap_or_default();
            if !left.is_empty() || out.is_empty() {
                let taken = left.read(out)?;
                self.read += taken;
                return Ok(taken);
            }
            if !self.open_next()? {
                return Ok(0);
            }
        }
    }
}

/// How much an entry held, and its digest.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Content {
    /// Bytes.
    pub bytes: u64,
    /// SHA-256, hexadecimal.
    pub sha256: String,
}

#[derive(Default)]
struct Measure {
    bytes: u64,
    digest: Sha256,
}

impl Measure {
    fn take(&mut self, bytes: &[u8]) {
        self.bytes += bytes.len() as u64;
        self.digest.update(bytes);
    }

    fn content(&mut self) -> Content {
        let Self { bytes, digest } = std::mem::take(self);
        Content { bytes, sha256: kernel::format::hex(&digest.finalize()) }
    }
}

/// Writes an archive: [`begin`](Self::begin) an entry, write it, [`end`](Self::end) it; [`finish`](Self::finish).
pub struct ArchiveWriter {
    out: brotli::CompressorWriter<Sealer<BufWriter<File>>>,
    measure: Measure,
}

impl ArchiveWriter {
    /// An archive in `file` under `key`.
    pub fn new(file: File, key: &[u8; 32], rng: &dyn Rng) -> io::Result<Self> {
        let sealer = Sealer::new(BufWriter::with_capacity(BUFFER, file), key, rng)?;
        Ok(Self { out: brotli::CompressorWriter::new(sealer, BUFFER, BROTLI_QUALITY, BROTLI_WINDOW), measure: Measure::default() })
    }

    /// Begins an entry.
    pub fn begin(&mut self, name: &str) -> io::Result<()> {
        let length = u16::try_from(name.len()).map_err(|_| ArchiveError::Form)?;
        self.out.write_all(&length.to_be_bytes())?;
        self.out.write_all(name.as_bytes())
    }

    /// Ends the entry.
    pub fn end(&mut self) -> io::Result<Content> {
        self.out.write_all(&0u32.to_be_bytes())?;
        Ok(self.measure.content())
    }

    /// Ends the archive and makes its bytes durable.
    pub fn finish(mut self) -> io::Result<()> {
        self.out.write_all(&0u16.to_be_bytes())?;
        // The compressor swallows a failure of its last bytes; the sealer does not.
        let file = self.out.into_inner().finish()?.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.sync_all()
    }
}

impl Write for ArchiveWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let Some(length) = u32::try_from(bytes.len()).ok().filter(|&length| length > 0) else {
            return if bytes.is_empty() { Ok(0) } else { Err(ArchiveError::Form.into()) };
        };
        self.out.write_all(&length.to_be_bytes())?;
        self.out.write_all(bytes)?;
        self.measure.take(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Reads an archive: [`next`](Self::next) entry, read it to its end, [`content`](Self::content), next.
pub struct ArchiveReader {
    input: brotli::Decompressor<Opener<File>>,
    /// Bytes left in the chunk; `None` between entries.
    left: Option<u32>,
    measure: Measure,
}

impl ArchiveReader {
    /// Opens the archive at `path`.
    pub fn open(path: &Path, key: &[u8; 32]) -> io::Result<Self> {
        let opener = Opener::new(File::open(path)?, key)?;
        Ok(Self { input: brotli::Decompressor::new(opener, BUFFER), left: None, measure: Measure::default() })
    }

    /// The name of the next entry, what is left of the last one passed over; `None` after the last, once the archive is
    /// known to end there.
    pub fn next(&mut self) -> io::Result<Option<String>> {
        if self.left.is_some() {
            io::copy(self, &mut io::sink())?;
        }
        self.measure = Measure::default();
        let mut length = [0; 2];
        self.input.read_exact(&mut length)?;
        let length = u16::from_be_bytes(length);
        if length == 0 {
            let nothing = self.input.read(&mut [0])? == 0 && self.input.get_mut().read(&mut [0])? == 0;
            return if nothing { Ok(None) } else { Err(ArchiveError::Form.into()) };
        }
        let mut name = vec![0; usize::from(length)];
        self.input.read_exact(&mut name)?;
        self.left = Some(0);
        self.next_chunk()?;
        String::from_utf8(name).map(Some).map_err(|_| ArchiveError::Form.into())
    }

    /// What was read of the entry.
    pub fn content(&mut self) -> Content {
        self.measure.content()
    }

    fn next_chunk(&mut self) -> io::Result<()> {
        let mut length = [0; 4];
        self.input.read_exact(&mut length)?;
        let length = u32::from_be_bytes(length);
        self.left = (length > 0).then_some(length);
        Ok(())
    }
}

impl Read for ArchiveReader {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let Some(left) = self.left else { return Ok(0) };
        let most = out.len().min(usize::try_from(left).unwrap_or(usize::MAX));
        let Some(part) = out.get_mut(..most).filter(|part| !part.is_empty()) else { return Ok(0) };
        let read = self.input.read(part)?;
        if read == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        self.measure.take(part.get(..read).unwrap_or_default());
        let left = left - u32::try_from(read).unwrap_or(left);
        self.left = Some(left);
        if left == 0 {
            self.next_chunk()?;
        }
        Ok(read)
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests fail loudly")]
mod tests {
    use std::error::Error as _;

    use kernel::SeededRng;

    use super::*;

    const KEY: [u8; 32] = [7; 32];

    /// Bytes that do not shrink, so that the archive has several segments.
    fn noise(length: usize) -> Vec<u8> {
        let mut bytes = vec![0; length];
        SeededRng::new(3).fill(&mut bytes);
        bytes
    }

    fn written(path: &Path, entries: &[(&str, &[u8])]) -> Vec<Content> {
        let mut archive = ArchiveWriter::new(File::create(path).unwrap(), &KEY, &SeededRng::new(1)).unwrap();
        let contents = entries.iter().map(|(name, bytes)| {
            archive.begin(name).unwrap();
            archive.write_all(bytes).unwrap();
            archive.end().unwrap()
        });
        let contents = contents.collect();
        archive.finish().unwrap();
        contents
    }

    fn read(path: &Path, key: &[u8; 32]) -> io::Result<Vec<(String, Vec<u8>, Content)>> {
        let mut archive = ArchiveReader::open(path, key)?;
        let mut entries = Vec::new();
        while let Some(name) = archive.next()? {
            let mut bytes = Vec::new();
            archive.read_to_end(&mut bytes)?;
            entries.push((name, bytes, archive.content()));
        }
        Ok(entries)
    }

    fn reason(error: &io::Error) -> Option<ArchiveError> {
        error.get_ref()?.downcast_ref::<ArchiveError>().copied().or_else(|| error.source()?.downcast_ref().copied())
    }

    #[test]
    fn entries_come_back_as_they_were() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.lxb");
        let (large, none) = (noise(2 * SEGMENT + 17), Vec::new());
        let contents = written(&path, &[("rows", &large), ("空", &none), ("files/a", b"text")]);
        let back = read(&path, &KEY).unwrap();
        assert_eq!(back.iter().map(|(name, ..)| name.as_str()).collect::<Vec<_>>(), ["rows", "空", "files/a"]);
        assert!(back[0].1 == large && back[1].1.is_empty() && back[2].1 == b"text");
        assert!(back.iter().map(|(.., content)| content).eq(&contents));
        assert_eq!(back[2].2.sha256, "982d9e3eb996f559e633f4d194def3761d909f5a3b647d1a851fead67c32c9d1");
        assert!(!std::fs::read(&path).unwrap().windows(4).any(|four| four == b"text"), "nothing is in the clear");
        let mut archive = ArchiveReader::open(&path, &KEY).unwrap();
        assert_eq!((0..4).map(|_| archive.next().unwrap()).last().unwrap(), None, "entries may be passed over");
    }

    #[test]
    fn another_key_and_another_file_are_told_apart() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.lxb");
        written(&path, &[("rows", b"x")]);
        assert_eq!(reason(&read(&path, &[8; 32]).unwrap_err()), Some(ArchiveError::OtherKey));
        std::fs::write(&path, "a text that is no archive at all, yet long enough for one").unwrap();
        assert_eq!(reason(&read(&path, &KEY).unwrap_err()), Some(ArchiveError::NotAnArchive));
        std::fs::write(&path, "").unwrap();
        assert_eq!(reason(&read(&path, &KEY).unwrap_err()), Some(ArchiveError::NotAnArchive));
    }

    #[test]
    fn a_flipped_bit_anywhere_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.lxb");
        written(&path, &[("rows", b"[1,\"x\"]\n")]);
        let whole = std::fs::read(&path).unwrap();
        for place in 0..whole.len() {
            let mut changed = whole.clone();
            changed[place] ^= 1 << (place % 8);
            std::fs::write(&path, changed).unwrap();
            assert!(read(&path, &KEY).is_err(), "byte {place} of {}", whole.len());
        }
    }

    #[test]
    fn segments_cut_off_moved_or_added_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.lxb");
        written(&path, &[("rows", &noise(2 * SEGMENT + 17))]);
        let whole = std::fs::read(&path).unwrap();
        let segment = |n: usize| (PREAMBLE + n * (SEGMENT + TAG)).min(whole.len());
        let swapped = [&whole[..segment(0)], &whole[segment(1)..segment(2)], &whole[segment(0)..segment(1)], &whole[segment(2)..]].concat();
        let doubled = [&whole[..], &whole[segment(2)..]].concat();
        let cuts = [PREAMBLE, segment(1), segment(2), whole.len() - 1, whole.len() - TAG];
        let wrong = cuts.into_iter().map(|end| whole[..end].to_vec()).chain([swapped, doubled, [&whole[..], b"x"].concat()]);
        for (index, bytes) in wrong.enumerate() {
            std::fs::write(&path, bytes).unwrap();
            assert_eq!(reason(&read(&path, &KEY).unwrap_err()), Some(ArchiveError::Damaged), "case {index}");
        }
    }

    #[test]
    fn a_last_segment_may_be_exactly_full() {
        let mut file = Vec::new();
        for length in [0, 1, SEGMENT - 1, SEGMENT, SEGMENT + 1, 2 * SEGMENT] {
            file.clear();
            let mut sealer = Sealer::new(&mut file, &KEY, &SeededRng::new(1)).unwrap();
            sealer.write_all(&noise(length)).unwrap();
            sealer.finish().unwrap();
            let mut back = Vec::new();
            Opener::new(file.as_slice(), &KEY).unwrap().read_to_end(&mut back).unwrap();
            assert!(back == noise(length), "{length}");
        }
    }
}
