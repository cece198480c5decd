// The twin of streams.py. Standard output is buffered, as Python's is (println! writes every line by itself).
use std::fs::File;
use std::io::{stdout, BufRead, BufReader, BufWriter, Write};

const TEXT: &str = "/usr/share/common-licenses/GPL-3";

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let rounds: i64 = arguments[2].parse().unwrap();
    let mut out = BufWriter::new(stdout().lock());
    match arguments[1].as_str() {
        "read_lines" => {
            let mut total = 0;
            for _ in 0..rounds {
                for line in BufReader::new(File::open(TEXT).unwrap()).lines() {
                    total += line.unwrap().len() + 1;
                }
            }
            writeln!(out, "{total}").unwrap();
        }
        "print" => {
            for i in 0..rounds {
                writeln!(out, "{i}").unwrap();
            }
        }
        "print_several" => {
            for i in 0..rounds {
                writeln!(out, "{} {i} of {rounds}", "krait").unwrap();
            }
        }
        _ => {}
    }
}
