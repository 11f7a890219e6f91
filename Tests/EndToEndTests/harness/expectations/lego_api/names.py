"""The names that the story uses."""

FEATURES = ("moc", "gallery", "wishlist")  # those that it wants trace groups for
FUNCTIONS = (*FEATURES, "profile")
STORES = (
    "POSTGRES_HOST",
    "POSTGRES_PORT",
    "POSTGRES_DB",
    "POSTGRES_USER",
    "REDIS_URL",
    "S3_BUCKET",
    "OPENSEARCH_ENDPOINT",
)
