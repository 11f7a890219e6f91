"""Errors in the shapes that AWS gives them, one per wire protocol."""

from __future__ import annotations

import json
import uuid


class AwsError(Exception):
    """An error in the shape AWS gives it."""

    def __init__(self, code: str, message: str, status: int = 400):
        super().__init__(message)
        self.code, self.message, self.status = code, message, status


def error_body(call, error):
    rid = str(uuid.uuid4())
    if call.protocol in ("query", "ec2"):
        text = (
            "<ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error>"
            "<RequestId>%s</RequestId></ErrorResponse>" % (error.code, _xml(error.message), rid)
        )
        return "text/xml", text
    if call.protocol == "rest-xml":
        return "text/xml", "<Error><Code>%s</Code><Message>%s</Message></Error>" % (error.code, _xml(error.message))
    return "application/json", json.dumps({"__type": error.code, "message": error.message, "Message": error.message})


def _xml(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
