def pytest_configure(config):
    config.addinivalue_line("markers", "checkov: runs checkov over out/, which takes a while")
