"""Takes the README's picture of the report: screenshot.py PAGE PICTURE"""

import base64
import sys
import tempfile
from pathlib import Path

from browser import Browser

page, picture = map(Path, sys.argv[1:])
with tempfile.TemporaryDirectory() as profile:
    browser = Browser(profile)
    browser.open(page.resolve().as_uri(), width=1280, height=1120)
    picture.write_bytes(base64.b64decode(browser.call("Page.captureScreenshot", format="png")["data"]))
    browser.close()
