"""Takes the README's picture of the report: screenshot.py PAGE PICTURE. `Scripts/pictures` runs it."""

import base64
import sys
import tempfile
from pathlib import Path

from browser import Browser
from picture import digest, stamped

page, picture = map(Path, sys.argv[1:])
with tempfile.TemporaryDirectory() as profile:
    browser = Browser(profile)
    browser.open(page.resolve().as_uri(), width=1280, height=1120)
    taken = base64.b64decode(browser.call("Page.captureScreenshot", format="png")["data"])
    browser.close()
picture.write_bytes(stamped(taken, digest(page.read_text())))
