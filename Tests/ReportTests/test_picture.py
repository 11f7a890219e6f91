"""The README's picture of the report is one of the report as it is."""

import pytest

from conftest import PROGRAM, REPOSITORY
from picture import digest, source, stamped

PICTURE = REPOSITORY / "docs/pictures/report.png"


@pytest.fixture(scope="module")
def page(written):
    return written.read_text()


def test_the_picture_is_of_this_page(page):
    assert source(PICTURE.read_bytes()) == digest(page), f"{PICTURE.name} is stale; run `Scripts/pictures`, and look at it"


def test_what_the_picture_shows_makes_another_digest(page):
    overview = page.index('id="overview"')
    for shown in ("--ink: #1b2430", ">Overview<", "functions watched".capitalize(), "<svg "):
        assert shown in page
        changed = page.replace(shown, shown + " ", 1)
        assert digest(changed) != digest(page), shown
    assert overview < page.index("</svg>"), "the overview is in what is compared"


def test_what_nobody_sees_in_it_makes_none(page):
    day = page.index(" on 20", page.index('class="scope"'))
    later = page[: day + 4] + "2099-12-31" + page[day + 14 :]
    assert later != page and digest(later) == digest(page)
    assert digest(page + " ") == digest(page)


def test_a_picture_without_a_digest_is_stale():
    taken = PICTURE.read_bytes()
    bare = taken[:33] + taken[33 + 12 + len("Source") + 1 + 64 :]
    assert source(bare) is None
    assert stamped(bare, "0" * 64) != taken and source(stamped(bare, "0" * 64)) == "0" * 64
    assert stamped(bare, source(taken)) == taken
