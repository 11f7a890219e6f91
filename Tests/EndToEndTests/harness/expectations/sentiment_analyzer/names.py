"""The names that the specification uses, and what it says in the same words of several things."""

APPLICATION = ("ingestion", "analysis", "notification", "metrics", "dashboard", "sse-streaming")
FUNCTIONS = (*APPLICATION, "canary")
EVERY_REQUEST = ("dev", "preprod")  # the environments in which everything is traced (FR-034, FR-016)
RISING = ("GreaterThanThreshold", "GreaterThanOrEqualToThreshold")
