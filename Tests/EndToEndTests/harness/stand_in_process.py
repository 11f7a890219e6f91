"""A stand-in of one's own: a child process that lives as long as the `with` block."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import urllib.parse
import urllib.request
from functools import lru_cache
from pathlib import Path

import boto3
from botocore.config import Config

HERE = Path(__file__).resolve().parent


@contextlib.contextmanager
def stand_in():
    process = subprocess.Popen(
        [sys.executable, "-m", "stand_in"],
        cwd=HERE,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=clean_environment(),
    )
    try:
        ready = process.stdout.readline().split()
        if not ready or ready[0] != "READY":
            raise RuntimeError(f"the stand-in for AWS did not start, exit code {process.wait(10)}")
        yield Cloud(ready[1])
    finally:
        process.stdin.close()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdout.close()


class Cloud:
    """AWS as the tests see it: clients for boto3, an environment for child processes, and the stand-in's own paths."""

    def __init__(self, url):
        self.url = url
        self.session = boto3.Session(aws_access_key_id="stand-in", aws_secret_access_key="stand-in")
        self.client = lru_cache(maxsize=None)(self._client)

    def _client(self, service, region="us-east-1", **config):
        return self.session.client(
            service, region_name=region, endpoint_url=self.url, config=Config(retries={"max_attempts": 0}, **config)
        )

    def environment(self):
        """Points an SDK, and every provider configuration of Terraform, here and nowhere else."""
        return clean_environment() | {
            "AWS_ENDPOINT_URL": self.url,
            "AWS_ACCESS_KEY_ID": "stand-in",
            "AWS_SECRET_ACCESS_KEY": "stand-in",
        }

    def regions(self):
        return self.session.get_available_regions("cloudwatch")

    def calls(self, **where):
        return self._ask("GET", "calls", where)

    def refused(self):
        return self._ask("GET", "refused", {})

    def repeated(self):
        return self._ask("GET", "repeated", {})

    def invocations(self):
        """What AWS would have invoked since this was asked last: function, event, trace header."""
        return self._ask("GET", "invocations", {})

    def only_outside(self, names):
        """Of networks and of layers of other accounts, only these exist."""
        self._ask("POST", "outside", {"names": " ".join(names)})

    def confirm_mails(self, done=True):
        """Whether the links in the mails of SNS were followed; they are, until a test says otherwise."""
        self._ask("POST", "mails", {"confirmed": "yes" if done else "no"})

    def deny(self, service, operation):
        self._ask("POST", "deny", {"service": service, "operation": operation})

    def allow_everything(self):
        self._ask("DELETE", "deny", {})

    def reset(self):
        self._ask("POST", "reset", {})

    def _ask(self, method, what, query):
        url = f"{self.url}/_stand_in/{what}?{urllib.parse.urlencode(query)}"
        with urllib.request.urlopen(urllib.request.Request(url, method=method)) as answer:
            return json.load(answer)


def clean_environment():
    """This environment without what would lead an AWS client elsewhere."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("AWS_")}
    return kept | {
        "AWS_EC2_METADATA_DISABLED": "true",
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        "no_proxy": ",".join(filter(None, [os.environ.get("no_proxy"), "127.0.0.1"])),
        "NO_PROXY": ",".join(filter(None, [os.environ.get("NO_PROXY"), "127.0.0.1"])),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
