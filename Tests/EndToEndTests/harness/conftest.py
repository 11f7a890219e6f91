"""Lets the tests below import the harness they test."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))


def pytest_configure(config):
    config.addinivalue_line("markers", "terraform: runs the real terraform, which takes a while")
