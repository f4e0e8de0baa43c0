//! Rebuild when the front end was built again: the assets are embedded.

fn main() {
    println!("cargo:rerun-if-changed=../../../web/dist");
    println!("cargo:rerun-if-changed=templates");
    println!("cargo:rerun-if-changed=i18n");
}
