// The twin of floats.py.
fn numbers() -> Vec<f64> {
    (0..1000).map(|i| i as f64 * 0.37 + 1.0 / (i as f64 + 3.0)).collect()
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let rounds: i64 = arguments[2].parse().unwrap();
    match arguments[1].as_str() {
        "repr" => {
            let values = numbers();
            let mut total = 0;
            for _ in 0..rounds {
                for x in &values {
                    total += format!("{x:?}").len();
                }
            }
            println!("{total}");
        }
        "parse" => {
            let texts: Vec<String> = numbers().iter().map(|x| format!("{x:?}")).collect();
            let mut total = 0.0;
            for _ in 0..rounds {
                for text in &texts {
                    total += text.parse::<f64>().unwrap();
                }
            }
            println!("{total:?}");
        }
        _ => {}
    }
}
