// The twin of sets.py. Items are shared, not copied: sets of str hold &str.
use std::collections::HashSet;
use std::hash::{BuildHasher, Hash, RandomState};

mod fast_hash;
use fast_hash::NumberState;

const SIZE: i64 = 20000;

fn ints(start: i64) -> Vec<i64> {
    (start..start + SIZE).map(|i| i * 7).collect()
}

fn strs(start: i64) -> Vec<String> {
    (start..start + SIZE).map(|i| format!("item{i}")).collect()
}

fn texts(items: &[String]) -> Vec<&str> {
    items.iter().map(|item| item.as_str()).collect()
}

fn set_of<T: Copy + Eq + Hash, S: BuildHasher + Default>(items: &[T]) -> HashSet<T, S> {
    items.iter().copied().collect()
}

fn add<T: Copy + Eq + Hash, S: BuildHasher + Default>(items: &[T], rounds: i64) -> i64 {
    let mut total = 0;
    for _ in 0..rounds {
        let mut found: HashSet<T, S> = HashSet::default();
        for item in items {
            found.insert(*item);
        }
        total += found.len() as i64;
    }
    total
}

fn contains<T: Copy + Eq + Hash, S: BuildHasher + Default>(items: &[T], questions: &[T], rounds: i64) -> i64 {
    let found: HashSet<T, S> = set_of(items);
    let mut total = 0;
    for _ in 0..rounds {
        for item in questions {
            if found.contains(item) {
                total += 1;
            }
        }
    }
    total
}

fn combine<T: Copy + Eq + Hash, S: BuildHasher + Default>(how: &str, a: &[T], b: &[T], rounds: i64) -> i64 {
    let (a, b): (HashSet<T, S>, HashSet<T, S>) = (set_of(a), set_of(b));
    let mut total = 0;
    for _ in 0..rounds {
        let result = match how {
            "union" => &a | &b,
            "intersection" => &a & &b,
            _ => &a - &b,
        };
        total += result.len() as i64;
    }
    total
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let rounds: i64 = arguments[2].parse().unwrap();
    let (case, kind) = arguments[1].split_once('_').unwrap_or(("", ""));
    let (a, b) = (ints(0), ints(SIZE / 2));
    let (c, d) = (strs(0), strs(SIZE / 2));
    let total = match (case, kind) {
        ("add", "int") => add::<_, NumberState>(&a, rounds),
        ("add", "str") => add::<_, RandomState>(&texts(&c), rounds),
        ("contains", "int") => contains::<_, NumberState>(&a, &b, rounds),
        ("contains", "str") => contains::<_, RandomState>(&texts(&c), &texts(&d), rounds),
        (_, "int") => combine::<_, NumberState>(case, &a, &b, rounds),
        (_, "str") => combine::<_, RandomState>(case, &texts(&c), &texts(&d), rounds),
        _ => 0,
    };
    println!("{total}");
}
