// The twin of sieve.py.
fn sieve(limit: usize) -> Vec<i64> {
    let mut flags = vec![true; limit];
    flags[0] = false;
    flags[1] = false;
    let mut i = 2;
    while i * i < limit {
        if flags[i] {
            for k in (i * i..limit).step_by(i) {
                flags[k] = false;
            }
        }
        i += 1;
    }
    let mut primes = Vec::new();
    for i in 0..limit {
        if flags[i] {
            primes.push(i as i64);
        }
    }
    primes
}

fn main() {
    let arguments: Vec<usize> = std::env::args().skip(1).map(|a| a.parse().unwrap()).collect();
    let mut total = 0i64;
    let mut primes = Vec::new();
    for _ in 0..arguments[1] {
        primes = sieve(arguments[0]);
        total += primes.len() as i64 + primes[primes.len() - 1];
    }
    println!("{} {} {}", primes.len(), primes[primes.len() - 1], total);
}
