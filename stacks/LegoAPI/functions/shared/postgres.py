"""Postgres, as much of it as four small functions need: queries with parameters, over TLS.

Lambda's runtime has no driver, and a package of its own for 200 lines would have to be built.
The password never crosses the wire (SCRAM-SHA-256, RFC 7677), and the login is bound to the server's
certificate (tls-server-end-point, RFC 5929): nobody in between can pass it on.

https://www.postgresql.org/docs/current/protocol.html
"""

import base64
import hashlib
import hmac
import json
import secrets
import select
import socket
import ssl
import struct

PROTOCOL, SSL_REQUEST = 196_608, 80_877_103
TIMEOUT_SECONDS = 10
# What the text of a value is made into, by the number Postgres has for its type.
READERS = {
    16: lambda text: text == "t",  # bool
    20: int, 21: int, 23: int,
    700: float, 701: float,
    114: json.loads, 3802: json.loads,
}  # fmt: skip
# A certificate's hash is SHA-256, unless it is signed with a longer one (RFC 5929, section 4.1).
LONGER_HASHES = {
    bytes.fromhex("2a864886f70d01010c"): "sha384",
    bytes.fromhex("2a864886f70d01010d"): "sha512",
    bytes.fromhex("2a8648ce3d040303"): "sha384",
    bytes.fromhex("2a8648ce3d040304"): "sha512",
}


class PostgresError(Exception):
    """What the server says is wrong, with its five letters for it."""

    def __init__(self, fields: dict[str, str]):
        self.code = fields.get("C", "")
        super().__init__(f"{fields.get('M', 'unknown error')} ({self.code})")


class Connection:
    def __init__(self, host: str, port: int, database: str, user: str, password: str):
        plain = socket.create_connection((host, port), TIMEOUT_SECONDS)
        plain.sendall(struct.pack("!ii", 8, SSL_REQUEST))
        if plain.recv(1) != b"S":
            plain.close()
            raise ConnectionError("the database offers no TLS")
        # Not by a list of authorities, of which RDS has its own: by the binding of the login.
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        self.socket = context.wrap_socket(plain)
        self.stream = self.socket.makefile("rb")
        self.write(b"", struct.pack("!i", PROTOCOL) + text("user", user, "database", database) + b"\0")
        self.log_in(password)
        self.until_ready()

    @property
    def is_usable(self) -> bool:
        """An idle connection with something to read is one that the other side has closed."""
        return not self.socket.pending() and not select.select([self.socket], [], [], 0)[0]

    def close(self):
        self.socket.close()

    def query(self, statement: str, *parameters: str | int | float | None) -> list[dict]:
        """The rows, by column. Parameters are sent beside the statement, never in it."""
        bound = b"".join(
            struct.pack("!i", -1) if value is None else struct.pack("!i", len(encoded)) + encoded
            for value, encoded in ((value, str(value).encode()) for value in parameters)
        )
        self.write(b"P", text("", statement) + struct.pack("!h", 0))
        self.write(b"B", text("", "") + struct.pack("!hh", 0, len(parameters)) + bound + struct.pack("!h", 0))
        self.write(b"D", b"P\0")
        self.write(b"E", b"\0" + struct.pack("!i", 0))
        self.write(b"S", b"")
        columns, rows = [], []
        for kind, payload in self.until_ready():
            if kind == b"T":
                columns = described(payload)
            elif kind == b"D":
                rows.append(row(payload, columns))
        return rows

    def log_in(self, password: str):
        kind, payload = self.read()
        (method,) = struct.unpack_from("!i", payload)
        if method != 10:
            raise ConnectionError(f"the database asks for authentication {method}; it has to be SCRAM-SHA-256")
        offered = payload[4:].split(b"\0")
        is_bound = b"SCRAM-SHA-256-PLUS" in offered
        # "y" says that we could have bound it: a server that offered it knows then that somebody took it out.
        scram = Scram(password, self.certificate_hash() if is_bound else None)
        mechanism = text("SCRAM-SHA-256-PLUS" if is_bound else "SCRAM-SHA-256")
        self.write(b"p", mechanism + struct.pack("!i", len(scram.first)) + scram.first)
        self.write(b"p", scram.answer(self.read_authentication(11)))
        scram.verify(self.read_authentication(12))
        self.read_authentication(0)

    def read_authentication(self, expected: int) -> bytes:
        _, payload = self.read()
        (step,) = struct.unpack_from("!i", payload)
        if step != expected:
            raise ConnectionError(f"the database answers step {expected} of the login with {step}")
        return payload[4:]

    def certificate_hash(self) -> bytes:
        certificate = self.socket.getpeercert(binary_form=True)
        longer = [name for algorithm, name in LONGER_HASHES.items() if algorithm in certificate]
        return hashlib.new(longer[0] if longer else "sha256", certificate).digest()

    def until_ready(self) -> list[tuple[bytes, bytes]]:
        """All messages until the server waits for the next query. An error among them comes after."""
        messages, failure = [], None
        while True:
            try:
                kind, payload = self.read()
            except PostgresError as error:
                failure = error
                continue
            except ConnectionError:
                # After a fatal error the server hangs up; the error says more than that it did.
                raise failure or ConnectionError("the database closed the connection") from None
            if kind == b"Z":
                if failure:
                    raise failure
                return messages
            messages.append((kind, payload))

    def write(self, kind: bytes, payload: bytes):
        self.socket.sendall(kind + struct.pack("!i", len(payload) + 4) + payload)

    def read(self) -> tuple[bytes, bytes]:
        head = self.stream.read(5)
        if len(head) < 5:
            raise ConnectionError("the database closed the connection")
        (length,) = struct.unpack("!i", head[1:])
        payload = self.stream.read(length - 4)
        if head[:1] == b"E":
            fields = (field.decode() for field in payload.split(b"\0") if field)
            raise PostgresError({field[0]: field[1:] for field in fields})
        return head[:1], payload


class Scram:
    """The client's half of SCRAM-SHA-256."""

    def __init__(self, password: str, certificate_hash: bytes | None, nonce: str | None = None, user: str = ""):
        self.password = password.encode()
        self.nonce = nonce or secrets.token_urlsafe(18)
        header = b"y,," if certificate_hash is None else b"p=tls-server-end-point,,"
        self.binding = base64.b64encode(header + (certificate_hash or b"")).decode()
        self.bare = f"n={user},r={self.nonce}"
        self.first = header + self.bare.encode()

    def answer(self, challenge: bytes) -> bytes:
        server_first = challenge.decode()
        parts = dict(part.split("=", 1) for part in server_first.split(","))
        if not parts["r"].startswith(self.nonce) or parts["r"] == self.nonce:
            raise ConnectionError("the database answers a login that is not ours")
        salted = hashlib.pbkdf2_hmac("sha256", self.password, base64.b64decode(parts["s"]), int(parts["i"]))
        final = f"c={self.binding},r={parts['r']}"
        message = f"{self.bare},{server_first},{final}".encode()
        client_key = digest(salted, b"Client Key")
        signature = digest(hashlib.sha256(client_key).digest(), message)
        proof = bytes(a ^ b for a, b in zip(client_key, signature, strict=True))
        self.expected = digest(digest(salted, b"Server Key"), message)
        return f"{final},p={base64.b64encode(proof).decode()}".encode()

    def verify(self, final: bytes):
        """Only a server that knows the password can sign the login."""
        shown = dict(part.split("=", 1) for part in final.decode().split(",")).get("v", "")
        if not hmac.compare_digest(base64.b64decode(shown), self.expected):
            raise ConnectionError("the database does not know the password itself")


def digest(key: bytes, message: bytes) -> bytes:
    return hmac.digest(key, message, "sha256")


def text(*values: str) -> bytes:
    return b"".join(value.encode() + b"\0" for value in values)


def described(payload: bytes) -> list[tuple[str, int]]:
    """The name and the type of each column."""
    (count,) = struct.unpack_from("!h", payload)
    columns, at = [], 2
    for _ in range(count):
        end = payload.index(b"\0", at)
        (kind,) = struct.unpack_from("!i", payload, end + 7)
        columns.append((payload[at:end].decode(), kind))
        at = end + 19
    return columns


def row(payload: bytes, columns: list[tuple[str, int]]) -> dict:
    values, at = {}, 2
    for name, kind in columns:
        (length,) = struct.unpack_from("!i", payload, at)
        at += 4
        if length < 0:
            values[name] = None
            continue
        values[name] = READERS.get(kind, str)(payload[at : at + length].decode())
        at += length
    return values
