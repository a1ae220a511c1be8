"""Benchmarks calculate as Karani does when it runs: linear algebra on one thread, said before numpy is imported."""

from karani.cli.main import calculate_on_one_thread

calculate_on_one_thread()
