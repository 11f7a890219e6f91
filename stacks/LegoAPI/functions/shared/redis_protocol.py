"""Redis, as much of it as a cache needs: one command, one answer, over TLS where the URL says so.

https://redis.io/docs/latest/develop/reference/protocol-spec/
"""

import select
import socket
import ssl
from urllib.parse import urlsplit

TIMEOUT_SECONDS = 2


class RedisError(Exception):
    """What the server says is wrong."""


class Connection:
    def __init__(self, url: str):
        parts = urlsplit(url)
        self.socket = socket.create_connection((parts.hostname, parts.port or 6379), TIMEOUT_SECONDS)
        if parts.scheme == "rediss":
            self.socket = ssl.create_default_context().wrap_socket(self.socket, server_hostname=parts.hostname)
        self.stream = self.socket.makefile("rb")
        if parts.password:
            self.call("AUTH", *filter(None, (parts.username, parts.password)))

    @property
    def is_usable(self) -> bool:
        """An idle connection with something to read is one that the other side has closed."""
        return not select.select([self.socket], [], [], 0)[0]

    def close(self):
        self.socket.close()

    def call(self, *words: str | int) -> str | int | None:
        encoded = [str(word).encode() for word in words]
        command = b"*%d\r\n" % len(encoded) + b"".join(b"$%d\r\n%b\r\n" % (len(word), word) for word in encoded)
        self.socket.sendall(command)
        return self.answer()

    def answer(self) -> str | int | None:
        line = self.stream.readline()
        if not line.endswith(b"\r\n"):
            raise ConnectionError("Redis closed the connection")
        kind, value = line[:1], line[1:-2].decode()
        match kind:
            case b"+":
                return value
            case b":":
                return int(value)
            case b"$" if int(value) < 0:
                return None
            case b"$":
                return self.stream.read(int(value) + 2)[:-2].decode()
            case b"-":
                raise RedisError(value)
            case _:
                raise RedisError(f"an answer of type {kind!r}")
