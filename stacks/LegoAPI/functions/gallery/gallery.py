"""Pictures of what users have built, which can be searched: `/api/gallery`, `/api/gallery?q=castle`."""

from lego_api import Feature, crud, traced_api

GALLERY = Feature(
    path="/api/gallery",
    table="gallery_images",
    thing="Gallery Image",
    annotation="imageId",
    columns=("title", "description", "tags", "image_key"),
    index="gallery_images",
)


@traced_api
def handler(event, user):
    return crud(GALLERY, event, user)
