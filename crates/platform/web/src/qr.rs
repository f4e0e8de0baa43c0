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

/// The same drawing as an address of its own (`data:image/svg+xml,…`), for a page that must not be asked for twice.
pub fn data_url(text: &str) -> Option<String> {
    let svg = svg(text)?;
    let mut url = String::with_capacity(svg.len() + svg.len() / 4);
    url.push_str("data:image/svg+xml,");
    for letter in svg.chars() {
        match letter {
            '%' => url.push_str("%25"),
            '#' => url.push_str("%23"),
            '<' => url.push_str("%3C"),
            '>' => url.push_str("%3E"),
            '"' => url.push('\''),
            '\n' => url.push(' '),
            letter => url.push(letter),
        }
    }
    Some(url)
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_link_becomes_a_drawing_without_styles() {
        let svg = super::svg("https://example.org/t/261113048271/K7QM2V9DXH4T").unwrap_or_default();
        assert!(svg.starts_with("<svg") && !svg.contains("style=") && !svg.contains("<script"));
        assert!(super::data_url("https://example.org").is_some_and(|url| !url.contains(['<', '>', '#', '"'])));
        assert!(super::svg(&"x".repeat(5_000)).is_none());
    }
}
