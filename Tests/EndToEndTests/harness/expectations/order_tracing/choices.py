"""What its variables change."""

from __future__ import annotations


def unmet(environment, planned_with):
    planned = planned_with(environment="test", tags={"Owner": "orders"})
    named = "distributed-tracing-test-"
    for address, values in planned.items():
        tags = values.get("tags_all")
        if tags is not None and (tags.get("Environment"), tags.get("Owner")) != ("test", "orders"):
            yield f"with environment=test and a tag Owner, {address} is tagged {tags}"
        function = values.get("function_name") if address.startswith("aws_lambda_function.") else None
        if function and not function.startswith(named):
            yield f"with environment=test a function is called {function}"
