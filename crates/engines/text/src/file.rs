//! A model on disk: magic and version, length, content, SHA-256 of all before it. Numbers are little-endian.

use sha2::{Digest, Sha256};

use crate::calibrate::{Calibration, Point};
use crate::features::block_of;
use crate::linear::LANES;
use crate::model::{Index, Model, Node, Split};

/// Name and version of the format. What features are and how they are hashed is part of the version.
const MAGIC: &[u8; 8] = b"LXTEXT\x00\x01";
const NAME: &[u8] = b"LXTEXT";
const CHECKSUM: usize = 32;
/// Levels of labels at most.
const DEEPEST: usize = 8;

/// Why bytes are not a model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// They begin otherwise than a model does.
    #[error("this is not a text model")]
    Foreign,
    /// They are a model, of a version this program does not read: train again.
    #[error("this text model is of another version; train it again")]
    Version,
    /// The checksum does not fit: bytes were changed or are missing.
    #[error("this text model is damaged: its checksum does not fit")]
    Damaged,
    /// The checksum fits, but what it protects contradicts itself.
    #[error("this text model contradicts itself")]
    Contradiction,
}

impl Model {
    /// The model as bytes: equal models give equal bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Writer(MAGIC.to_vec());
        out.byte(u8::from(self.words));
        out.long(self.learned_from);
        out.node(&self.root);
        let checksum = Sha256::digest(&out.0);
        out.0.extend_from_slice(&checksum);
        out.0
    }

    /// Reads a model.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, FileError> {
        if !bytes.starts_with(NAME) {
            return Err(FileError::Foreign);
        }
        if bytes.len() >= MAGIC.len() && !bytes.starts_with(MAGIC) {
            return Err(FileError::Version);
        }
        let (content, checksum) = bytes.len().checked_sub(CHECKSUM).and_then(|at| bytes.split_at_checked(at)).ok_or(FileError::Damaged)?;
        if Sha256::digest(content).as_slice() != checksum {
            return Err(FileError::Damaged);
        }
        let mut input = Input(content.get(MAGIC.len()..).ok_or(FileError::Damaged)?);
        let model = (|| {
            let words = input.byte()? == 1;
            let learned_from = input.long()?;
            let root = input.node(0)?;
            input.0.is_empty().then_some(Self { words, learned_from, root })
        })();
        model.ok_or(FileError::Contradiction)
    }
}

struct Writer(Vec<u8>);

impl Writer {
    fn byte(&mut self, value: u8) {
        self.0.push(value);
    }

    fn count(&mut self, value: usize) {
        self.0.extend_from_slice(&u32::try_from(value).unwrap_or(u32::MAX).to_le_bytes());
    }

    fn long(&mut self, value: u64) {
        self.0.extend_from_slice(&value.to_le_bytes());
    }

    fn float(&mut self, value: f32) {
        self.0.extend_from_slice(&value.to_le_bytes());
    }

    fn node(&mut self, node: &Node) {
        self.count(node.name.len());
        self.0.extend_from_slice(node.name.as_bytes());
        self.count(node.children.len());
        for child in &node.children {
            self.node(child);
        }
        self.byte(u8::from(node.split.is_some()));
        if let Some(split) = &node.split {
            self.split(split);
        }
    }

    fn split(&mut self, split: &Split) {
        self.count(split.keys.len());
        for &key in &split.keys {
            self.long(key);
        }
        for &mass in &split.mass {
            self.float(mass);
        }
        self.float(split.grid);
        for weights in split.weights.chunks(split.groups()) {
            for weight in weights.iter().flatten().take(split.labels) {
                self.0.extend_from_slice(&weight.to_le_bytes());
            }
        }
        for &bias in split.bias.iter().flatten().take(split.labels) {
            self.float(bias);
        }
        self.float(split.calibration.steepness);
        for (&shift, &prior) in split.calibration.shift.iter().zip(&split.prior) {
            self.float(shift);
            self.float(prior);
        }
        self.count(split.calibration.curve.len());
        for point in &split.calibration.curve {
            self.float(point.p);
            self.float(point.precision);
            self.float(point.coverage);
        }
    }
}

/// What is left to read.
struct Input<'a>(&'a [u8]);

impl Input<'_> {
    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (head, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*head)
    }

    fn byte(&mut self) -> Option<u8> {
        self.array::<1>().map(|[byte]| byte)
    }

    /// A number of things of which each takes at least `size` bytes: more than there are bytes is no number.
    fn count(&mut self, size: usize) -> Option<usize> {
        let count = u32::from_le_bytes(self.array()?) as usize;
        (count.checked_mul(size)? <= self.0.len()).then_some(count)
    }

    fn long(&mut self) -> Option<u64> {
        self.array().map(u64::from_le_bytes)
    }

    fn float(&mut self) -> Option<f32> {
        self.array().map(f32::from_le_bytes).filter(|value| value.is_finite())
    }

    fn floats(&mut self, count: usize) -> Option<Vec<f32>> {
        (0..count).map(|_| self.float()).collect()
    }

    fn node(&mut self, depth: usize) -> Option<Node> {
        if depth > DEEPEST {
            return None;
        }
        let length = self.count(1)?;
        let (name, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        let name = std::str::from_utf8(name).ok()?.to_owned();
        let children = (0..self.count(9)?).map(|_| self.node(depth + 1)).collect::<Option<Vec<_>>>()?;
        let split = if self.byte()? == 1 { Some(self.split(children.len())?) } else { None };
        (split.is_some() == (children.len() > 1)).then_some(Node { name, children, split })
    }

    fn split(&mut self, labels: usize) -> Option<Split> {
        if labels < 2 {
            return None;
        }
        let features = self.count(12 + 2 * labels)?;
        let keys = (0..features).map(|_| self.long()).collect::<Option<Vec<_>>>()?;
        if !keys.is_sorted_by(|&a, &b| (block_of(a), a) < (block_of(b), b)) {
            return None;
        }
        let mass = self.floats(features)?;
        let grid = self.float()?;
        let groups = labels.div_ceil(LANES);
        let mut weights = vec![[0_i16; LANES]; features * groups];
        for own in weights.chunks_mut(groups) {
            for weight in own.iter_mut().flatten().take(labels) {
                *weight = i16::from_le_bytes(self.array()?);
            }
        }
        let mut bias = vec![[0.0; LANES]; groups];
        for bias in bias.iter_mut().flatten().take(labels) {
            *bias = self.float()?;
        }
        let mut calibration = Calibration::plain(labels);
        calibration.steepness = self.float()?;
        let mut prior = Vec::with_capacity(labels);
        for shift in &mut calibration.shift {
            *shift = self.float()?;
            prior.push(self.float()?);
        }
        for _ in 0..self.count(12)? {
            calibration.curve.push(Point { p: self.float()?, precision: self.float()?, coverage: self.float()? });
        }
        let index = Index::of(&keys);
        Some(Split { labels, keys, mass, weights, grid, bias, calibration, prior, index })
    }
}
