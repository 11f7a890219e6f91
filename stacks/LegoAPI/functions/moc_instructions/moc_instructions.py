"""MOCs, the building instructions that users have made of their own: `/api/mocs`."""

from lego_api import Feature, crud, traced_api

MOCS = Feature(
    path="/api/mocs",
    table="moc_instructions",
    thing="MOC",
    annotation="mocId",
    columns=("title", "description", "part_count", "image_key"),
)


@traced_api
def handler(event, user):
    return crud(MOCS, event, user)
