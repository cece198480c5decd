// The twin of lists.py.
use std::hint::black_box;

const SIZE: usize = 100000;

fn shuffled() -> Vec<i64> {
    let mut x: i64 = 12345;
    (0..SIZE)
        .map(|_| {
            x = (x * 1103515245 + 12345) % 2147483648;
            x
        })
        .collect()
}

fn append(rounds: i64) -> usize {
    let mut total = 0;
    for _ in 0..rounds {
        let mut items = Vec::new();
        for i in 0..SIZE as i64 {
            items.push(i);
        }
        total += black_box(items).len();
    }
    total
}

fn index(items: &[i64], rounds: i64) -> i64 {
    let mut total = 0;
    for _ in 0..rounds {
        for i in 0..items.len() {
            total += items[i];
        }
        black_box(total);
    }
    total
}

fn slices(items: &[i64], rounds: i64) -> usize {
    let mut total = 0;
    for _ in 0..rounds {
        for i in (0..SIZE - 100).step_by(50) {
            total += black_box(items[i..i + 100].to_vec()).len();
        }
    }
    total
}

fn sort<T: Ord + Copy + ToString>(items: &[T], rounds: i64) -> String {
    let mut middle = String::new();
    for _ in 0..rounds {
        let mut ordered = items.to_vec();
        ordered.sort();
        middle = ordered[SIZE / 2].to_string();
    }
    middle
}

fn sort_key(items: &[i64], rounds: i64) -> i64 {
    let mut total = 0;
    for _ in 0..rounds {
        let mut ordered = items.to_vec();
        ordered.sort_by_cached_key(|x| x % 1000);
        total += ordered[SIZE / 2];
    }
    total
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let rounds: i64 = arguments[2].parse().unwrap();
    match arguments[1].as_str() {
        "append" => println!("{}", append(rounds)),
        "index" => println!("{}", index(&shuffled(), rounds)),
        "slice" => println!("{}", slices(&shuffled(), rounds)),
        "sort_int" => println!("{}", sort(&shuffled(), rounds)),
        "sort_str" => {
            let texts: Vec<String> = shuffled().iter().map(|x| x.to_string()).collect();
            let shared: Vec<&str> = texts.iter().map(|x| x.as_str()).collect();
            println!("{}", sort(&shared, rounds));
        }
        "sort_key" => println!("{}", sort_key(&shuffled(), rounds)),
        _ => {}
    }
}
