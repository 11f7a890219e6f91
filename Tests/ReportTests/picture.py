"""The README's picture of the report, and the page that it is of.

Pixels differ from machine to machine with their fonts, so nobody compares them. The picture carries a digest of the part
of the page that it shows instead, in a text chunk of its PNG, where it cannot be lost: a page that says something else
has another digest.
"""

import hashlib
import re
import struct
import zlib

SIGNATURE = b"\x89PNG\r\n\x1a\n"
KEYWORD = b"Source\0"


def digest(page):
    """Of the page's top: its style, the overview and the first picture, but neither the day nor how many rules there are,
    nor the policy, which changes with scripts that nobody sees."""
    top, rest = page.split("</svg>", 1)
    assert rest, "a page without a picture"
    for unseen in (r'<p class="scope">.*?</p>', r'<meta http-equiv="Content-Security-Policy"[^>]*>'):
        top, count = re.subn(unseen, "", top)
        assert count == 1, unseen
    return hashlib.sha256(top.encode()).hexdigest()


def stamped(picture, source):
    """The picture with a digest in it, behind the chunk that PNG wants first."""
    chunk = b"tEXt" + KEYWORD + source.encode()
    whole = struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))
    end = len(SIGNATURE) + 25
    return picture[:end] + whole + picture[end:]


def source(picture):
    """The digest that a picture carries; `None` where it carries none."""
    assert picture.startswith(SIGNATURE)
    position = len(SIGNATURE)
    while position < len(picture):
        (length,) = struct.unpack(">I", picture[position : position + 4])
        kind, data = picture[position + 4 : position + 8], picture[position + 8 : position + 8 + length]
        if kind == b"tEXt" and data.startswith(KEYWORD):
            return data[len(KEYWORD) :].decode()
        position += length + 12
    return None
