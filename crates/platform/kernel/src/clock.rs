//! The only door to the present.

use std::sync::Mutex;

use jiff::Timestamp;

/// Tells the present instant. Commands and jobs receive one; rules receive the instant itself.
pub trait Clock: Send + Sync + 'static {
    /// The present, cut to whole milliseconds, the precision that is stored.
    fn now(&self) -> Timestamp;
}

/// `at` cut to the stored precision of one millisecond.
pub fn stored(at: Timestamp) -> Timestamp {
    Timestamp::from_millisecond(at.as_millisecond()).unwrap_or(at)
}

/// The machine's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place where the wall clock is read")]
    fn now(&self) -> Timestamp {
        stored(Timestamp::now())
    }
}

/// A clock that stands still until told: tests, demo histories, screenshots.
#[derive(Debug)]
pub struct FixedClock(Mutex<Timestamp>);

impl FixedClock {
    /// A clock that shows `at`.
    pub fn at(at: Timestamp) -> Self {
        Self(Mutex::new(stored(at)))
    }

    /// Moves the clock to `at`, forwards or back.
    pub fn set(&self, at: Timestamp) {
        *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = stored(at);
    }
}

impl Clock for FixedClock {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}
