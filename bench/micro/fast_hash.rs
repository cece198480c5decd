// A hasher for numbers: one rotation and one multiplication for each. Python's hash of a small int
// is the int itself; this is the nearest that Rust's table, which wants random high bits, does well with.
use std::hash::{BuildHasherDefault, Hasher};

#[derive(Default)]
pub struct NumberHasher(u64);

impl Hasher for NumberHasher {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u64(byte as u64);
        }
    }
    fn write_u64(&mut self, x: u64) {
        self.0 = (self.0 ^ x).wrapping_mul(0x9e3779b97f4a7c15).rotate_left(26);
    }
    fn write_i64(&mut self, x: i64) {
        self.write_u64(x as u64);
    }
    fn finish(&self) -> u64 {
        self.0
    }
}

pub type NumberState = BuildHasherDefault<NumberHasher>;
