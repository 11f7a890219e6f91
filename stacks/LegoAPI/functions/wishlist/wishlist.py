"""Sets that users would like to have: `/api/wishlist`."""

from lego_api import Feature, crud, traced_api

WISHLIST = Feature(
    path="/api/wishlist",
    table="wishlist_items",
    thing="Wishlist Item",
    annotation="wishlistItemId",
    columns=("title", "set_number", "priority"),
)


@traced_api
def handler(event, user):
    return crud(WISHLIST, event, user)
