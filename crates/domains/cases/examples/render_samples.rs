//! Writes every sample of every page to files, to be looked at beside the mock:
//! `cargo run -p cases --example render_samples -- OUTDIR`. Serve the folder (assets are copied with it) and open a page.

use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};

use cases::pages::views::samples::render_all;
use kernel::Locale;
use web::{Mode, Theme};

fn main() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(env::args().nth(1).ok_or("which folder?")?);
    let looks = [("", Mode::Normal, Theme::Light), ("-senior", Mode::Senior, Theme::Light), ("-dark", Mode::Normal, Theme::Dark)];
    for locale in Locale::ALL {
        for (suffix, mode, theme) in looks {
            let folder = out.join(format!("{}{suffix}", locale.tag()));
            fs::create_dir_all(&folder)?;
            for (name, html) in render_all(locale, mode, theme) {
                fs::write(folder.join(format!("{name}.html")), html?)?;
            }
        }
    }
    for (address, bytes) in web::assets::all() {
        let path = out.join(address.trim_start_matches('/'));
        fs::create_dir_all(path.parent().ok_or("an asset without a folder")?)?;
        fs::write(path, bytes)?;
    }
    fs::create_dir_all(out.join("receipt/261113048271"))?;
    fs::write(
        out.join("receipt/261113048271/qr.svg"),
        web::qr::svg("http://127.0.0.1:8080/t/261113048271/K7QM2V9DXH4T").unwrap_or_default(),
    )?;
    println!("{}", out.display());
    Ok(())
}
