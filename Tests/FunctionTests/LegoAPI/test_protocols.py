"""The clients of Postgres and Redis, against what their specifications show and against the real servers."""

import base64
import socket
import ssl
import threading
from types import SimpleNamespace

import pytest
from function_harness import REPOSITORY
from lego_servers import PASSWORD

SHARED = REPOSITORY / "stacks/LegoAPI/functions/shared"


@pytest.fixture
def clients(lambda_of):
    function = lambda_of("LegoAPI")
    return SimpleNamespace(
        postgres=function.load("shared", "postgres"), redis=function.load("shared", "redis_protocol")
    )


def test_the_login_is_the_one_of_rfc_7677(clients):
    """Section 3: user "user", password "pencil", without channel binding ("n,," there, "y,," here)."""
    scram = clients.postgres.Scram("pencil", None, nonce="rOprNGfwEbeRWgbNEkqO", user="user")
    assert scram.first == b"y,,n=user,r=rOprNGfwEbeRWgbNEkqO"
    scram.binding = base64.b64encode(b"n,,").decode()
    challenge = b"r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096"
    assert scram.answer(challenge) == (
        b"c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
        b"p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ="
    )
    scram.verify(b"v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=")
    with pytest.raises(ConnectionError, match="password"):
        scram.verify(b"v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95H4=")


@pytest.mark.parametrize("nonce", ["another", "mine"])
def test_a_challenge_for_another_login_is_refused(clients, nonce):
    scram = clients.postgres.Scram("pencil", None, nonce="mine")
    with pytest.raises(ConnectionError, match="not ours"):
        scram.answer(f"r={nonce},s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096".encode())


@pytest.fixture
def connect(clients, postgres_server):
    made = []

    def connect(password=PASSWORD, port=postgres_server, database="postgres"):
        made.append(clients.postgres.Connection("127.0.0.1", port, database, "lego_api", password))
        return made[-1]

    yield connect
    for connection in made:
        connection.close()


def test_values_come_back_as_what_they_are(connect):
    (row,) = connect().query(
        "SELECT 1::int2 AS a, 2::int8 AS b, 2.5::float8 AS c, true AS d, NULL AS e, 'tëxt' AS f, '{\"g\": [1]}'::jsonb AS g"
    )
    assert row == {"a": 1, "b": 2, "c": 2.5, "d": True, "e": None, "f": "tëxt", "g": {"g": [1]}}


def test_parameters_are_never_part_of_the_statement(connect):
    nasty = "'; DROP TABLE users; --"
    assert connect().query("SELECT $1::text AS said, $2::int AS number, $3::text AS none", nasty, 7, None) == [
        {"said": nasty, "number": 7, "none": None}
    ]


def test_a_connection_goes_on_after_an_error(connect, clients):
    connection = connect()
    with pytest.raises(clients.postgres.PostgresError, match="42P01"):
        connection.query("SELECT * FROM no_such_table")
    assert connection.query("SELECT 1 AS one") == [{"one": 1}]
    assert connection.is_usable


def test_many_rows_and_long_values_arrive_whole(connect):
    rows = connect().query("SELECT n, repeat('x', 10000) AS long FROM generate_series(1, 500) AS n")
    assert [row["n"] for row in rows] == list(range(1, 501)) and {len(row["long"]) for row in rows} == {10_000}


def test_a_wrong_password_and_a_missing_database_are_told(connect, clients):
    with pytest.raises(clients.postgres.PostgresError, match="28P01"):
        connect(password="wrong")
    with pytest.raises(clients.postgres.PostgresError, match="3D000"):
        connect(database="nothing")


def test_a_connection_that_the_server_ended_is_known_to_be_gone(connect):
    first, other = connect(), connect()
    (row,) = first.query("SELECT pg_backend_pid() AS pid")
    other.query("SELECT pg_terminate_backend($1)", row["pid"])
    for _ in range(100):
        if not first.is_usable:
            break
        threading.Event().wait(0.02)
    assert not first.is_usable and other.is_usable


@pytest.fixture
def man_in_the_middle(postgres_server, certificate, tmp_path):
    """Forwards everything between two TLS connections, with a certificate of its own."""
    import subprocess

    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=mitm"]
    subprocess.run([*command, "-keyout", "k.pem", "-out", "c.pem"], cwd=tmp_path, check=True, capture_output=True)
    listener = socket.create_server(("127.0.0.1", 0))

    def pump(source, sink):
        try:
            while data := source.recv(1 << 16):
                sink.sendall(data)
        except OSError:
            pass
        finally:
            for end in (source, sink):
                end.close()

    def serve():
        client, _ = listener.accept()
        hello = client.recv(8)
        client.sendall(b"S")
        inside = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        inside.load_cert_chain(tmp_path / "c.pem", tmp_path / "k.pem")
        client = inside.wrap_socket(client, server_side=True)
        server = socket.create_connection(("127.0.0.1", postgres_server))
        server.sendall(hello)
        assert server.recv(1) == b"S"
        outside = ssl._create_unverified_context()
        server = outside.wrap_socket(server)
        threading.Thread(target=pump, args=(server, client), daemon=True).start()
        pump(client, server)

    threading.Thread(target=serve, daemon=True).start()
    yield listener.getsockname()[1]
    listener.close()


def test_nobody_in_between_can_pass_a_login_on(connect, clients, man_in_the_middle):
    with pytest.raises((clients.postgres.PostgresError, ConnectionError), match="channel binding|closed"):
        connect(port=man_in_the_middle)


def test_a_database_without_tls_gets_no_password(clients):
    listener = socket.create_server(("127.0.0.1", 0))

    def refuse():
        client, _ = listener.accept()
        client.recv(8)
        client.sendall(b"N")
        client.close()

    threading.Thread(target=refuse, daemon=True).start()
    with pytest.raises(ConnectionError, match="no TLS"):
        clients.postgres.Connection("127.0.0.1", listener.getsockname()[1], "lego", "lego_api", "secret")
    listener.close()


def test_redis_keeps_what_it_is_given_for_a_while(clients, redis_server):
    redis = clients.redis.Connection(f"redis://127.0.0.1:{redis_server[0]}")
    assert redis.call("GET", "nothing") is None
    assert redis.call("SET", "key", "vä\r\nlue", "EX", 300) == "OK"
    assert redis.call("GET", "key") == "vä\r\nlue"
    assert 290 < redis.call("TTL", "key") <= 300
    assert redis.call("DEL", "key") == 1
    with pytest.raises(clients.redis.RedisError, match="unknown command"):
        redis.call("NONSENSE")
    assert redis.is_usable
    redis.call("QUIT")
    threading.Event().wait(0.1)
    assert not redis.is_usable


def test_redis_over_tls_is_the_one_that_its_certificate_names(clients, redis_server, certificate, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate / "cert.pem"))
    assert clients.redis.Connection(f"rediss://localhost:{redis_server[1]}").call("PING") == "PONG"
    with pytest.raises(ssl.SSLError):
        clients.redis.Connection(f"rediss://127.0.0.1:{redis_server[1]}")
    monkeypatch.delenv("SSL_CERT_FILE")
    with pytest.raises(ssl.SSLError):
        clients.redis.Connection(f"rediss://localhost:{redis_server[1]}")
