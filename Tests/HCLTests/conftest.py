def pytest_configure(config):
    config.addinivalue_line("markers", "terraform: runs the real terraform, which takes a while")
