"""Starts the stand-in on a free port of the loopback interface."""

from __future__ import annotations

import os
import signal
import sys
import threading

from werkzeug.serving import WSGIRequestHandler, make_server

from .server import StandIn


class QuietHandler(WSGIRequestHandler):
    def log(self, type, message, *args):  # noqa: A002
        pass


def main():
    stopping = threading.Event()
    for sig in (signal.SIGTERM, signal.SIGINT):
        signal.signal(sig, lambda *_: stopping.set())

    server = make_server("127.0.0.1", 0, StandIn(), threaded=True, request_handler=QuietHandler)
    server.daemon_threads = True
    os.environ["MOTO_PORT"] = str(server.server_port)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"READY http://127.0.0.1:{server.server_port}", flush=True)

    def watch_stdin():
        while os.read(0, 4096):
            pass
        stopping.set()

    threading.Thread(target=watch_stdin, daemon=True).start()
    stopping.wait()
    server.shutdown()


if __name__ == "__main__":
    sys.exit(main())
