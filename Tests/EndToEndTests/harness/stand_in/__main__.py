"""Starts the stand-in on a free port of the loopback interface."""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading

from waitress.server import create_server

from .server import StandIn

# Terraform's provider closes a connection on which an answer begins before its own thread is done with the request, and
# sends the request again unless it has read the whole answer by then. So an answer goes out in one piece, head and body.
ONE_PIECE = 1 << 20


def serve(application):
    """A server that keeps connections open: the SDK expects that of AWS, and opens few."""
    server = create_server(
        application,
        host="127.0.0.1",
        port=0,
        threads=32,
        backlog=1024,
        connection_limit=1000,
        # longer than any test: the server is never the one that closes
        channel_timeout=3600,
        asyncore_use_poll=True,
        ident=None,
    )
    server.adj.send_bytes = ONE_PIECE
    # waitress warns when all its threads are busy, which is no fault here
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    threading.Thread(target=server.run, daemon=True).start()
    return server.effective_port


def main():
    stopping = threading.Event()
    for sig in (signal.SIGTERM, signal.SIGINT):
        signal.signal(sig, lambda *_: stopping.set())

    port = serve(StandIn())
    os.environ["MOTO_PORT"] = str(port)
    print(f"READY http://127.0.0.1:{port}", flush=True)

    def watch_stdin():
        while os.read(0, 4096):
            pass
        stopping.set()

    threading.Thread(target=watch_stdin, daemon=True).start()
    stopping.wait()


if __name__ == "__main__":
    sys.exit(main())
