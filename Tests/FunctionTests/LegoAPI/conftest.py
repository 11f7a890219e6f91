"""A Postgres and a Redis of our own, with TLS as RDS and ElastiCache have it."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path

import pytest
from lego_servers import PASSWORD, free_port, program, wait_until


@pytest.fixture(scope="session")
def certificate(tmp_path_factory):
    folder = tmp_path_factory.mktemp("certificate")
    folder.chmod(0o755)
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-sha256", "-subj"]
    command += ["/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", "key.pem", "-out", "cert.pem"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="session")
def postgres_server(certificate):
    """The port; Postgres takes nobody but SCRAM users over TLS."""
    initdb = program("initdb", "/usr/lib/postgresql/*/bin/initdb", "/opt/homebrew/opt/postgresql*/bin/initdb")
    binaries = os.path.dirname(os.path.realpath(initdb))
    # Not below pytest's own folder, which is for its user alone.
    folder = Path(tempfile.mkdtemp(prefix="postgres-"))
    # Postgres refuses to run as root, which CI is.
    owner = pwd.getpwnam("postgres") if os.getuid() == 0 else None
    identity = {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []} if owner else {}
    for name in ("cert.pem", "key.pem"):
        shutil.copy(certificate / name, folder / name)
    if owner:
        for path in (folder, folder / "cert.pem", folder / "key.pem"):
            os.chown(path, owner.pw_uid, owner.pw_gid)
    (folder / "key.pem").chmod(0o600)
    (folder / "password").write_text(PASSWORD + "\n")
    (folder / "password").chmod(0o644)
    command = [f"{binaries}/initdb", "-D", f"{folder}/data", "-U", "lego_api", "--auth=scram-sha-256", "-E", "UTF8"]
    subprocess.run([*command, "--locale=C", f"--pwfile={folder}/password"], check=True, capture_output=True, **identity)
    (folder / "data/pg_hba.conf").write_text("hostssl all all 127.0.0.1/32 scram-sha-256\nhost all all 127.0.0.1/32 reject\n")
    port = free_port()
    settings = {"ssl": "on", "ssl_cert_file": folder / "cert.pem", "ssl_key_file": folder / "key.pem", "fsync": "off",
                "listen_addresses": "127.0.0.1", "port": port, "unix_socket_directories": folder}  # fmt: skip
    options = [f"--{name}={value}" for name, value in settings.items()]
    log = open(folder / "log", "w")
    process = subprocess.Popen(
        [f"{binaries}/postgres", "-D", f"{folder}/data", *options], stdout=log, stderr=log, cwd=folder, **identity
    )
    wait_until(lambda: "ready to accept connections" in (folder / "log").read_text())
    yield port
    process.terminate()
    process.wait(30)
    log.close()
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def redis_server(tmp_path_factory, certificate):
    """The ports, plain and TLS."""
    plain, tls = free_port(), free_port()
    options = {"port": plain, "tls-port": tls, "tls-cert-file": certificate / "cert.pem", "save": "",
               "tls-key-file": certificate / "key.pem", "tls-auth-clients": "no", "bind": "127.0.0.1",
               "dir": tmp_path_factory.mktemp("redis")}  # fmt: skip
    command = [program("redis-server")]
    for name, value in options.items():
        command += [f"--{name}", str(value)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)

    def ready():
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", tls)) == 0

    wait_until(ready)
    yield plain, tls
    process.terminate()
    process.wait(30)
