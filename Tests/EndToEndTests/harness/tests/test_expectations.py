"""That a stack that is not there meets no expectation, and that a name without expectations is no failure."""

import pytest

from expectations import unmet_expectations
from stand_in_process import stand_in


def test_an_empty_account_is_no_sentiment_analyzer():
    with stand_in() as cloud:
        assert "found []" in "".join(unmet_expectations("sentiment-analyzer", "dev", cloud, {}))


@pytest.mark.parametrize("stack", ["interview-companion", "order-tracing"])
@pytest.mark.parametrize("environment", ["dev", "prod"])
def test_an_empty_account_is_none_of_the_others(stack, environment):
    with stand_in() as cloud:
        assert "found []" in "".join(unmet_expectations(stack, environment, cloud, {}))


def test_a_stack_may_have_no_expectations_of_its_own():
    assert unmet_expectations("a-stack-of-tomorrow", "dev", None, {}) == []
