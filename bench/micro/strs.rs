// The twin of strs.py. Indices are those of characters in Python, of bytes here: the text is ASCII.
use std::hint::black_box;

const LINE: &str = "The quick brown fox jumps over the lazy dog; the five boxing wizards jump quickly.";

fn concat(rounds: i64) -> i64 {
    let mut total = 0;
    for _ in 0..rounds {
        let mut text = String::new();
        for _ in 0..1000 {
            text += "ab";
        }
        total += text.len();
        for i in 0..1000 {
            total += black_box(LINE.to_string() + &text[i..i + 1]).len();
        }
    }
    total as i64
}

fn join(words: &[&str], rounds: i64) -> i64 {
    (0..rounds).map(|_| black_box(words.join(", ")).len() as i64).sum()
}

fn split(text: &str, rounds: i64) -> i64 {
    let mut total = 0;
    for _ in 0..rounds {
        total += text.split_whitespace().map(|word| word.to_string()).collect::<Vec<_>>().len();
        total += text.split(' ').map(|word| word.to_string()).collect::<Vec<_>>().len();
    }
    total as i64
}

fn find_or_minus_one(text: &str, part: &str) -> i64 {
    text.find(part).map_or(-1, |at| at as i64)
}

fn find(text: &str, rounds: i64) -> i64 {
    let mut total = 0;
    for _ in 0..rounds {
        total += find_or_minus_one(text, black_box("zebra"));
        total += find_or_minus_one(text, black_box("quickly.T"));
        if text.contains(black_box("lazy cat")) {
            total += 1;
        }
    }
    total
}

fn replace(text: &str, rounds: i64) -> i64 {
    let mut total = 0;
    for _ in 0..rounds {
        total += text.replace("the", "some").len();
        total += text.replace("o", "0").len();
    }
    total as i64
}

fn index(text: &str, rounds: i64) -> i64 {
    let mut total = 0;
    for _ in 0..rounds {
        for i in 0..text.len() {
            if &text[i..i + 1] == "o" {
                total += 1;
            }
        }
    }
    total
}

fn iterate(text: &str, rounds: i64) -> i64 {
    let mut total = 0;
    for _ in 0..rounds {
        for c in text.chars() {
            if c == 'o' {
                total += 1;
            }
        }
    }
    total
}

fn formatted(rounds: i64) -> i64 {
    let mut total = 0;
    let name = black_box("krait");
    for i in 0..rounds {
        total += format!("{name} {i} of {rounds}: {:.2} {name:>10}|{i:06}", i as f64 * 0.25).len();
    }
    total as i64
}

fn plain_format(rounds: i64) -> i64 {
    let mut total = 0;
    let name = black_box("krait");
    for i in 0..rounds {
        total += format!("{name} {i} of {rounds}, {name}").len();
    }
    total as i64
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let rounds: i64 = arguments[2].parse().unwrap();
    let text = LINE.repeat(100);
    let total = match arguments[1].as_str() {
        "concat" => concat(rounds),
        "join" => join(&text.split_whitespace().collect::<Vec<_>>(), rounds),
        "split" => split(&text, rounds),
        "find" => find(&text, rounds),
        "replace" => replace(&text, rounds),
        "index" => index(&text, rounds),
        "iterate" => iterate(&text, rounds),
        "fstring" => plain_format(rounds),
        "fstring_spec" => formatted(rounds),
        _ => 0,
    };
    println!("{total}");
}
