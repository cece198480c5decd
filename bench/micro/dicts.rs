// The twin of dicts.py. Keys are shared, not copied: tables of str hold &str.
use std::collections::HashMap;
use std::hash::{BuildHasher, Hash, RandomState};

mod fast_hash;
use fast_hash::NumberState;

const SIZE: i64 = 20000;

fn int_keys(start: i64) -> Vec<i64> {
    (start..start + SIZE).map(|i| i * 7).collect()
}

fn str_keys(start: i64) -> Vec<String> {
    (start..start + SIZE).map(|i| format!("key{i}")).collect()
}

fn tuple_keys(start: i64) -> Vec<(i64, i64)> {
    (start..start + SIZE).map(|i| (i, i % 13)).collect()
}

fn texts(keys: &[String]) -> Vec<&str> {
    keys.iter().map(|key| key.as_str()).collect()
}

fn filled<K: Copy + Eq + Hash, S: BuildHasher + Default>(keys: &[K]) -> HashMap<K, i64, S> {
    let mut table = HashMap::default();
    for (i, key) in keys.iter().enumerate() {
        table.insert(*key, i as i64);
    }
    table
}

fn insert<K: Copy + Eq + Hash, S: BuildHasher + Default>(keys: &[K], rounds: i64) -> i64 {
    let mut total = 0;
    for _ in 0..rounds {
        let mut table: HashMap<K, i64, S> = HashMap::default();
        for key in keys {
            table.insert(*key, 1);
        }
        total += table.len() as i64;
    }
    total
}

fn hit<K: Copy + Eq + Hash, S: BuildHasher + Default>(old: &[K], keys: &[K], rounds: i64) -> i64 {
    let table: HashMap<K, i64, S> = filled(old);
    let mut total = 0;
    for _ in 0..rounds {
        for key in keys {
            total += table[key];
        }
    }
    total
}

fn miss<K: Copy + Eq + Hash, S: BuildHasher + Default>(old: &[K], keys: &[K], rounds: i64) -> i64 {
    let table: HashMap<K, i64, S> = filled(old);
    let mut total = 0;
    for _ in 0..rounds {
        for key in keys {
            if table.contains_key(key) {
                total += 1;
            }
        }
    }
    total
}

fn iterate<K: Copy + Eq + Hash, S: BuildHasher + Default>(keys: &[K], rounds: i64) -> i64 {
    let table: HashMap<K, i64, S> = filled(keys);
    let mut total = 0;
    for _ in 0..rounds {
        for (_, value) in &table {
            total += value;
        }
    }
    total
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let rounds: i64 = arguments[2].parse().unwrap();
    let (old, new) = (str_keys(0), str_keys(SIZE));
    let total = match arguments[1].as_str() {
        "insert_int" => insert::<_, NumberState>(&int_keys(0), rounds),
        "insert_str" => insert::<_, RandomState>(&texts(&old), rounds),
        "insert_tuple" => insert::<_, NumberState>(&tuple_keys(0), rounds),
        "hit_int" => hit::<_, NumberState>(&int_keys(0), &int_keys(0), rounds),
        "hit_str" => hit::<_, RandomState>(&texts(&old), &texts(&old.clone()), rounds),
        "hit_tuple" => hit::<_, NumberState>(&tuple_keys(0), &tuple_keys(0), rounds),
        "miss_int" => miss::<_, NumberState>(&int_keys(0), &int_keys(SIZE), rounds),
        "miss_str" => miss::<_, RandomState>(&texts(&old), &texts(&new), rounds),
        "miss_tuple" => miss::<_, NumberState>(&tuple_keys(0), &tuple_keys(SIZE), rounds),
        "iterate_int" => iterate::<_, NumberState>(&int_keys(0), rounds),
        "iterate_str" => iterate::<_, RandomState>(&texts(&old), rounds),
        "iterate_tuple" => iterate::<_, NumberState>(&tuple_keys(0), rounds),
        _ => 0,
    };
    println!("{total}");
}
