//! `cargo xtask bulk`: hands on to the crate `bulk`, which needs the product; the checks do not wait for that.

use std::path::Path;
use std::process::Command;

/// Runs the release build of `bulk` with `args`.
pub fn run(root: &Path, args: &[String]) -> Result<String, String> {
    let status = Command::new("cargo")
        .current_dir(root)
        .args(["run", "--quiet", "--release", "--package", "bulk", "--bin", "bulk", "--"])
        .args(args)
        .status()
        .map_err(|error| format!("cargo: {error}"))?;
    if status.success() { Ok(String::new()) } else { Err(format!("bulk: {status}")) }
}
