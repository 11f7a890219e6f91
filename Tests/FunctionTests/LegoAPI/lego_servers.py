"""What it takes to start a Postgres and a Redis of our own, where they are installed."""

import glob
import os
import shutil
import socket
import time

import pytest

PASSWORD = "p,a=s's wörd"
SCHEMA = """
CREATE TABLE moc_instructions (id uuid PRIMARY KEY, user_id text NOT NULL, title text NOT NULL, description text,
  part_count integer, image_key text, created_at timestamptz DEFAULT now(), updated_at timestamptz DEFAULT now());
CREATE TABLE gallery_images (id uuid PRIMARY KEY, user_id text NOT NULL, title text NOT NULL, description text,
  tags text, image_key text, created_at timestamptz DEFAULT now(), updated_at timestamptz DEFAULT now());
CREATE TABLE wishlist_items (id uuid PRIMARY KEY, user_id text NOT NULL, title text NOT NULL, set_number text,
  priority integer, created_at timestamptz DEFAULT now(), updated_at timestamptz DEFAULT now());
CREATE TABLE user_profiles (user_id text PRIMARY KEY, display_name text, bio text);
"""


def program(name, *patterns):
    found = shutil.which(name) or next(iter(sorted(sum(map(glob.glob, patterns), []), reverse=True)), None)
    if not found:
        if os.environ.get("CI") == "true":
            raise RuntimeError(f"{name} is not installed")
        pytest.skip(f"no {name} on this machine")
    return found


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def wait_until(ready):
    deadline = time.time() + 30
    while time.time() < deadline:
        if ready():
            return
        time.sleep(0.05)
    raise RuntimeError("the server does not start")
