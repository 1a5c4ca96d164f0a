//! Nothing of its own: the benchmarks beside it measure nutgraf and its peers in one run.
