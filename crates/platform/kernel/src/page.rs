//! Keyset paging: a page carries the place where the next one begins, never a page number.

/// How many rows a page holds: 1–100, 50 unless asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageSize(u16);

impl PageSize {
    /// `asked`, brought between 1 and 100.
    pub fn clamped(asked: Option<u16>) -> Self {
        Self(asked.unwrap_or(50).clamp(1, 100))
    }

    /// The number of rows.
    pub fn rows(self) -> u64 {
        u64::from(self.0)
    }
}

/// One page of a list.
#[derive(Debug, Clone)]
pub struct Page<T> {
    /// The rows, in the order of the list.
    pub rows: Vec<T>,
    /// Where the next page begins, when there is one. Opaque to callers.
    pub next: Option<String>,
}

impl<T> Page<T> {
    /// The page from `size + 1` rows that were read: the extra row only tells that there is more.
    pub fn from_one_more(mut rows: Vec<T>, size: PageSize, cursor: impl FnOnce(&T) -> String) -> Self {
        let wanted = usize::from(size.0);
        let more = rows.len() > wanted;
        rows.truncate(wanted);
        let next = if more { rows.last().map(cursor) } else { None };
        Self { rows, next }
    }

    /// The same page with each row changed by `f`.
    pub fn map<U>(self, f: impl FnMut(T) -> U) -> Page<U> {
        Page { rows: self.rows.into_iter().map(f).collect(), next: self.next }
    }
}
