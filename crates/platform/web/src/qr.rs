//! QR codes as SVG images, for receipts. A page shows one with `<img src="…/qr.svg">`: the content
//! security policy leaves no room for inline styles, and an image prints at any size.

use fast_qr::convert::Builder as _;
use fast_qr::convert::svg::SvgBuilder;
use fast_qr::{ECL, QRBuilder};

/// `text` as an SVG document with a quiet zone of two modules; `None` if it is too long for a code.
/// Error correction M: a slip gets folded.
pub fn svg(text: &str) -> Option<String> {
    let code = QRBuilder::new(text).ecl(ECL::M).build().ok()?;
    Some(SvgBuilder::default().margin(2).to_str(&code))
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_link_becomes_a_drawing_without_styles() {
        let svg = super::svg("https://example.org/t/261113048271/K7QM2V9DXH4T").unwrap_or_default();
        assert!(svg.starts_with("<svg") && !svg.contains("style=") && !svg.contains("<script"));
        assert!(super::svg(&"x".repeat(5_000)).is_none());
    }
}
