"""What every program knows without an import: the compiler looks its names up in lib/core."""
