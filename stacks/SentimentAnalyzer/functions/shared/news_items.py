"""What an item of news is in the tables, for the functions that write and read it."""

from datetime import UTC, datetime, timedelta

PENDING, ANALYZED = "pending", "analyzed"
STUCK_AFTER = timedelta(minutes=5)

# By the names that the dashboard asks for: how long a bucket is, and how long it is kept.
RESOLUTIONS = {"1h": (timedelta(hours=1), timedelta(days=7)), "1d": (timedelta(days=1), timedelta(days=90))}


def iso(moment: datetime) -> str:
    """Sorts as text as it does in time."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")


def points(item: dict) -> list[dict]:
    """The item's points in the time series of its tickers, one for each resolution. The same item has
    the same keys again, so that writing it twice counts it once."""
    published = datetime.fromisoformat(item["published_at"])
    made = []
    for ticker in item["tickers"]:
        for resolution, (length, kept) in RESOLUTIONS.items():
            start = datetime.fromtimestamp(published.timestamp() // length.total_seconds() * length.total_seconds(), UTC)
            made.append(
                {
                    "ticker_resolution": f"{ticker}#{resolution}",
                    "bucket": f"{iso(start)}#{item['source_id']}",
                    "expires_at": int((start + kept).timestamp()),
                }
            )
    return made
