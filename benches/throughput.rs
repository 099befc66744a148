//! Placeholder filled in with the bench.
fn main() {}
