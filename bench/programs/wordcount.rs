// The twin of wordcount.py.
use std::collections::HashMap;
use std::fs::File;
use std::io::{BufRead, BufReader};

fn count_words(path: &str, counts: &mut HashMap<String, i64>) {
    for line in BufReader::new(File::open(path).unwrap()).lines() {
        for word in line.unwrap().to_lowercase().split_whitespace() {
            if let Some(count) = counts.get_mut(word) {
                *count += 1;
            } else {
                counts.insert(word.to_string(), 1);
            }
        }
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let mut counts = HashMap::new();
    for _ in 0..arguments[2].parse::<usize>().unwrap() {
        count_words(&arguments[1], &mut counts);
    }
    let mut ranking: Vec<(&String, &i64)> = counts.iter().collect();
    ranking.sort_by(|a, b| b.1.cmp(a.1).then(a.0.cmp(b.0)));
    for (word, count) in &ranking[..5] {
        println!("{word} {count}");
    }
    println!("{} {}", counts.len(), counts.values().sum::<i64>());
}
