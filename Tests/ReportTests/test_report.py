"""The report in a browser, as people use it.

Screenshots are not compared by their pixels: fonts and their smoothing differ from machine to machine, and a test that
fails for them is soon not believed. What people approved in the pictures is held as facts of the layout instead, which
hold with whatever font there is: nothing overlaps, nothing is cut off, nothing scrolls sideways, and all can be read.
"""

import base64
import re

import pytest

SIZES = [1280, 400]


@pytest.mark.parametrize("width", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_opens_without_a_complaint_and_loads_nothing(browser, report, width, scheme):
    browser.open(report, width=width, scheme=scheme)
    browser.run("await new Promise((done) => setTimeout(done, 100));")
    assert browser.complaints() == []
    assert browser.requests() == [report]


@pytest.mark.parametrize("width", SIZES)
def test_nothing_scrolls_sideways(browser, report, width):
    browser.open(report, width=width)
    assert browser.run("return document.documentElement.scrollWidth;") <= width
    # With everything unfolded, too.
    browser.run("for (const details of document.querySelectorAll('details')) details.open = true;")
    assert browser.run("return document.documentElement.scrollWidth;") <= width


@pytest.mark.parametrize("width", SIZES)
def test_pictures_have_nothing_that_overlaps_or_is_cut_off(browser, report, width):
    """With the fonts of this machine, where unit tests go by a table of widths."""
    browser.open(report, width=width)
    faults = browser.run(
        """
        const faults = [];
        const box = (element) => element.getBoundingClientRect();
        const meet = (a, b) => a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 &&
          b.top < a.bottom - 0.5;
        for (const picture of document.querySelectorAll("svg.picture")) {
          if (picture.getClientRects().length === 0) continue;
          const frame = box(picture);
          const solid = [...picture.querySelectorAll(".box rect, .badge circle")];
          solid.forEach((one, index) => solid.slice(index + 1).forEach((other) => {
            if (meet(box(one), box(other))) faults.push(`${one.outerHTML} overlaps ${other.outerHTML}`);
          }));
          for (const group of picture.querySelectorAll("g.box")) {
            const room = box(group.querySelector("rect"));
            const texts = [...group.querySelectorAll("text")];
            for (const text of texts) {
              const own = box(text);
              if (own.left < room.left || own.right > room.right) faults.push(`${text.textContent} is cut off`);
            }
            texts.forEach((one, index) => texts.slice(index + 1).forEach((other) => {
              const [a, b] = [box(one), box(other)];
              if (a.left < b.right && b.left < a.right && Math.abs(a.top - b.top) < 2) {
                faults.push(`${one.textContent} runs into ${other.textContent}`);
              }
            }));
          }
          for (const text of picture.querySelectorAll("text")) {
            if (box(text).right > frame.right + 0.5) faults.push(`${text.textContent} leaves the picture`);
          }
        }
        return faults;
        """
    )
    assert faults == []


@pytest.mark.parametrize("width", SIZES)
def test_each_width_has_one_picture_for_each_environment_and_its_text_can_be_read(browser, report, width):
    browser.open(report, width=width)
    pictures = browser.run(
        """
        return [...document.querySelectorAll("section.stack")].map((section) => {
          const shown = [...section.querySelectorAll("svg.picture")].filter((svg) => svg.getClientRects().length);
          return [section.id, shown.length,
            shown.length && shown[0].getBoundingClientRect().width / shown[0].viewBox.baseVal.width];
        });
        """
    )
    assert len(pictures) >= 5
    for name, count, scale in pictures:
        assert count == 1, name
        # Eleven pixels drawn at this scale are nine: the smallest text that people read without an effort.
        assert scale > 0.82, name


@pytest.mark.parametrize("width", SIZES)
def test_words_of_one_line_do_not_overlap(browser, report, width):
    browser.open(report, width=width)
    faults = browser.run(
        """
        const faults = [];
        for (const row of document.querySelectorAll("main tr")) {
          const cells = [...row.children].filter((cell) => cell.getClientRects().length);
          cells.forEach((one, index) => cells.slice(index + 1).forEach((other) => {
            const [a, b] = [one, other].map((cell) => {
              const range = document.createRange();
              range.selectNodeContents(cell);
              return range.getBoundingClientRect();
            });
            if (a.width && b.width && a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 4 &&
              b.top < a.bottom - 4) faults.push(`${one.textContent} / ${other.textContent}`);
          }));
        }
        return faults;
        """
    )
    assert faults == []


def test_every_link_leads_somewhere(browser, report):
    browser.open(report)
    links = browser.run(
        """
        return [...document.querySelectorAll("a")].map((link) => link.getAttribute("href"))
          .filter((href) => !href.startsWith("#") || !document.getElementById(href.slice(1)));
        """
    )
    assert links == []
    top = browser.run(
        """
        const link = document.querySelector("#overview tbody a[href='#sentiment-analyzer-prod']");
        link.click();
        await new Promise((done) => setTimeout(done, 100));
        return document.querySelector("#sentiment-analyzer-prod h2").getBoundingClientRect().top;
        """
    )
    assert 0 <= top < 200


def choose(browser, **filters):
    """Chooses in the filters; returns what is shown then."""
    return browser.run(
        "".join(f'document.forms.filters.elements["{name}"].value = "{value}";' for name, value in filters.items())
        + """
        document.forms.filters.dispatchEvent(new Event("change", { bubbles: true }));
        const shown = (all) => [...all].filter((element) => element.getClientRects().length);
        return {
          sections: shown(document.querySelectorAll("section.stack")).map((section) => section.id),
          lines: shown(document.querySelectorAll("#overview tbody tr")).length,
          severities: [...new Set(shown(document.querySelectorAll("[data-severity]"))
            .map((finding) => finding.dataset.severity))].sort(),
          nothing: shown(document.querySelectorAll(".nothing")).length,
          said: document.querySelector("output").textContent,
        };
        """
    )


def test_filters_show_what_was_chosen(browser, report):
    browser.open(report)
    everything = choose(browser)
    assert everything["lines"] == len(everything["sections"])

    stack = choose(browser, stack="lego-api")
    assert stack["sections"] == ["lego-api-dev", "lego-api-production"]
    assert stack["lines"] == 2
    assert stack["said"].startswith(f"2 of {len(everything['sections'])} environments, ")

    environment = choose(browser, environment="production")
    assert environment["sections"] == ["lego-api-production"]

    notes = choose(browser, stack="", environment="", severity="note")
    assert notes["severities"] == ["note"], "the stacks have no errors, and their warnings are waived"
    assert 0 < len(notes["sections"]) <= len(everything["sections"])

    errors = choose(browser, severity="error")
    assert errors["sections"] == [] and errors["nothing"] == 1

    browser.run(
        "document.querySelector('button[type=reset]').click(); await new Promise((done) => setTimeout(done, 50));"
    )
    assert choose(browser) == everything


def test_a_link_to_what_is_hidden_shows_it_again(browser, report):
    browser.open(report)
    choose(browser, stack="lego-api")
    shown = browser.run(
        """
        location.hash = "#order-tracing-dev";
        await new Promise((done) => setTimeout(done, 150));
        return document.getElementById("order-tracing-dev").getClientRects().length;
        """
    )
    assert shown > 0


def test_the_keyboard_reaches_everything_in_order(browser, report):
    browser.open(report)
    reached = []
    for _ in range(7):
        browser.press("Tab")
        reached.append(
            browser.run(
                """
                const element = document.activeElement;
                return [element.name || element.textContent.trim(), getComputedStyle(element).outlineStyle];
                """
            )
        )
    assert [name for name, _ in reached[:4]] == ["Skip to the overview", "stack", "environment", "severity"]
    assert reached[4][0] == "Show everything"
    assert all(outline != "none" for _, outline in reached), "where one is has to show"


def test_a_screen_reader_is_told_what_there_is(browser, report):
    browser.open(report)
    nodes = [
        (node["role"]["value"], node.get("name", {}).get("value", ""))
        for node in browser.call("Accessibility.getFullAXTree")["nodes"]
        if not node["ignored"]
    ]
    roles = [role for role, _ in nodes]
    for landmark in ("main", "search", "navigation"):
        assert landmark in roles, landmark
    unnamed = [role for role, name in nodes if role in ("image", "table", "combobox", "button", "link") and not name]
    assert unnamed == []
    pictures = [name for role, name in nodes if role == "image"]
    assert "Request paths through lego-api in dev" in "".join(pictures)
    assert len(pictures) == len(set(pictures)), "each picture is told apart, and none is told twice"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_what_is_behind_it(browser, report, scheme):
    """4.5 to 1, as WCAG 2.2 asks of text (1.4.3)."""
    browser.open(report, scheme=scheme)
    faint = browser.run(
        """
        const parse = (color) => color.match(/[\\d.]+/g).slice(0, 3).map(Number);
        const light = (color) => parse(color).map((part) => part / 255)
          .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
          .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
        const contrast = (a, b) => {
          const [low, high] = [light(a), light(b)].sort((one, other) => one - other);
          return (high + 0.05) / (low + 0.05);
        };
        const paper = getComputedStyle(document.body).backgroundColor;
        const faint = new Set();
        for (const element of document.querySelectorAll("h1, h2, h3, p, a, th, td, caption, code, span, summary, label"))
          if (contrast(getComputedStyle(element).color, paper) < 4.5) faint.add(element.outerHTML.slice(0, 80));
        for (const text of document.querySelectorAll("svg text")) {
          const ground = text.closest(".box, .badge")?.querySelector("rect, circle");
          const fill = ground && getComputedStyle(ground).fill;
          const behind = fill && fill !== "none" ? fill : paper;
          if (contrast(getComputedStyle(text).fill, behind) < 4.5) faint.add(text.outerHTML);
        }
        return [...faint];
        """
    )
    assert faint == []


def test_prints_without_what_paper_cannot_do(browser, report):
    # As wide as a sheet of A4 or Letter that lies on its side, less its margins.
    browser.open(report, media="print", width=960)
    assert browser.run("return document.querySelector('#filters').getClientRects().length;") == 0
    assert browser.run("return document.documentElement.scrollWidth;") <= 960
    # And one that stands: paper is narrow, but no telephone.
    browser.open(report, media="print", width=700)
    display = "return getComputedStyle(document.querySelector('#overview td')).display;"
    assert browser.run(display) == "table-cell"
    pdf = base64.b64decode(browser.call("Page.printToPDF", printBackground=False, preferCSSPageSize=True)["data"])
    assert pdf[:5] == b"%PDF-"
    boxes = {tuple(map(float, box.split())) for box in re.findall(rb"/MediaBox *\[([^]]*)\]", pdf)}
    assert boxes and all(right > top for _, _, right, top in boxes), "tables and pictures are wide, so sheets lie"
    environments = browser.run("return document.querySelectorAll('section.stack').length;")
    sheets = len(re.findall(rb"/Type */Page\b", pdf))
    assert environments < sheets <= 11 * environments


def test_values_stand_in_their_column_where_a_screen_is_narrow(browser, report):
    browser.open(report, width=400)
    astray = browser.run(
        """
        return [...document.querySelectorAll("tbody td")].filter((cell) => {
          const label = cell.getBoundingClientRect().left;
          return [...cell.children].some((part) => part.getClientRects().length &&
            part.getBoundingClientRect().left < label + 100);
        }).map((cell) => cell.outerHTML.slice(0, 120));
        """
    )
    assert astray == []


def test_names_are_whole_where_there_is_room(browser, report):
    browser.open(report, width=1280)
    broken = browser.run(
        """
        return [...document.querySelectorAll(".name")].filter((name) => name.getClientRects().length > 1)
          .map((name) => name.textContent);
        """
    )
    assert browser.run("return document.querySelectorAll('.name').length;") > 0
    assert broken == []
