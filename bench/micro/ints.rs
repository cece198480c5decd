// The twin of ints.py for one digit: std has no big ints.
use std::hint::black_box;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let rounds: i64 = arguments[3].parse().unwrap();
    let (a, b) = (black_box(7i64), black_box(7i64));
    let text = a.to_string();
    let mut total = 0;
    for i in 0..rounds {
        total += match arguments[1].as_str() {
            "add" => (a + (a - 1) + i) & 255,
            "mul" => (a * (a - 1 + i)) & 255,
            "divmod" => (a / (b + i) + a % (b + i)) & 255,
            "pow" => (a + i % 3).pow(3) & 255,
            "to_text" => black_box((a + i % 3).to_string()).len() as i64,
            "from_text" => black_box(&text).parse::<i64>().unwrap() & 255,
            _ => 0,
        };
    }
    println!("{total}");
}
