"""Fixtures of all handlers' tests."""

import pytest
from function_harness import Lambda, Requests, Traces, forget_functions
from moto import mock_aws


@pytest.fixture
def requests():
    return Requests()


@pytest.fixture
def traces():
    waiting = Traces()
    waiting.all()  # what an earlier test left
    return Traces()


@pytest.fixture
def aws():
    with mock_aws():
        yield


@pytest.fixture
def lambda_of(monkeypatch, aws, traces):
    """`lambda_of("OrderTracing")`; AWS answers while its modules are loaded and invoked."""
    yield lambda system: Lambda(system, monkeypatch)
    forget_functions()
