"""The profile of the user who asks, and of nobody else: `GET` and `PUT /api/profile`."""

import stores
from lego_api import APIError, body_of, traced_api

TABLE = "user_profiles"
COLUMNS = ("display_name", "bio")


@traced_api
def handler(event, user):
    match event["httpMethod"]:
        case "GET":
            return 200, profile_of(user)
        case "PUT":
            return 200, save(user, body_of(event))
        case method:
            raise APIError(405, "METHOD_NOT_ALLOWED", f"no {method} here")


def profile_of(user: str) -> dict:
    key = f"{TABLE}:{user}"
    if known := stores.cached(key):
        return known
    statement = f"SELECT {', '.join(COLUMNS)} FROM {TABLE} WHERE user_id = $1"
    rows = stores.query("Get Profile", TABLE, statement, user)
    if not rows:
        raise APIError(404, "NOT_FOUND", "Profile not found")
    stores.cache(key, rows[0])
    return rows[0]


def save(user: str, body: dict) -> dict:
    values = [body.get(column) for column in COLUMNS]
    if not all(value is None or isinstance(value, str) for value in values):
        raise APIError(400, "VALIDATION_ERROR", f"{' and '.join(COLUMNS)} must be text")
    statement = (
        f"INSERT INTO {TABLE} (user_id, display_name, bio) VALUES ($1, $2, $3) ON CONFLICT (user_id) "
        f"DO UPDATE SET display_name = $2, bio = $3 RETURNING {', '.join(COLUMNS)}"
    )
    (row,) = stores.query("Save Profile", TABLE, statement, user, *values)
    stores.uncache(f"{TABLE}:{user}")
    return row
