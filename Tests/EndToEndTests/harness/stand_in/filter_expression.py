"""The grammar of X-Ray filter expressions."""

from __future__ import annotations

import re


class FilterExpression:
    """The grammar of X-Ray filter expressions, enough of it to refuse what is not one."""

    BOOLEAN = set("ok error throttle fault partial inferred first last remote root".split())
    PLAIN = BOOLEAN | set(
        "responsetime duration http.status index coverage http.url http.method http.useragent "
        "http.clientip user name type message availabilityzone instance.id resource.arn id json group.name "
        "group.arn account.id".split()
    )
    COMPLEX = {"service", "edge", "id", "json", "user"}
    TOKEN = re.compile(
        r"""\s*(?:(?P<str>"(?:[^"\\]|\\.)*")|(?P<num>-?\d+(?:\.\d+)?)|"""
        r"""(?P<op>!=|<=|>=|[=<>])|(?P<punct>[(){}\[\],:!])|(?P<word>[A-Za-z_][\w.\-/]*))"""
    )

    def __init__(self, text: str):
        self.tokens, pos = [], 0
        text = text.strip()
        while pos < len(text):
            m = self.TOKEN.match(text, pos)
            if not m or m.end() == pos:
                raise ValueError(f"unexpected character at {pos}: {text[pos : pos + 10]!r}")
            self.tokens.append((m.lastgroup, m.group(m.lastgroup)))
            pos = m.end()
        self.i = 0
        if self.tokens:  # an empty expression matches every trace
            self.disjunction()
        if self.i < len(self.tokens):
            raise ValueError(f"unexpected {self.tokens[self.i][1]!r}")

    def peek(self):
        return self.tokens[self.i] if self.i < len(self.tokens) else (None, "end of expression")

    def take(self, *values):
        kind, text = self.peek()
        if values and text.lower() not in values or kind is None:
            raise ValueError(f"expected {' or '.join(values) or 'more'}, found {text!r}")
        self.i += 1
        return kind, text

    def disjunction(self):
        self.term()
        while self.peek()[0] == "word" and self.peek()[1].lower() in ("and", "or"):
            self.take()
            self.term()

    def term(self):
        kind, text = self.peek()
        if text == "!" or (kind == "word" and text.lower() == "not"):
            self.take()
            return self.term()
        if text == "(":
            self.take()
            self.disjunction()
            self.take(")")
            return
        if kind != "word":
            raise ValueError(f"expected a keyword, found {text!r}")
        self.take()
        word = text.lower()
        if self.peek()[1] == "(":
            if word not in self.COMPLEX:
                raise ValueError(f"{text!r} does not take arguments")
            self.arguments()
            if self.peek()[1] == "{":
                self.braces()
            elif self.peek()[0] == "op" or self.peek()[1].lower() in ("beginswith", "endswith", "contains"):
                self.comparison()
            return
        if word == "annotation" and self.peek()[1] == "[":
            self.take("[")
            self.take()
            self.take("]")
        elif (
            not (word.startswith("annotation.") and len(word) > 11)
            and not word.startswith("rootcause.")
            and word not in self.PLAIN
        ):
            raise ValueError(f"unknown keyword {text!r}")
        if self.peek()[1] == "{":
            return self.braces()
        if self.comparison(optional=True) or word in self.BOOLEAN or word.startswith("annotation"):
            return
        raise ValueError(f"{text!r} needs an operator and a value")

    def braces(self):
        self.take("{")
        if self.peek()[1] != "}":
            self.disjunction()
        self.take("}")

    def arguments(self):
        self.take("(")
        while self.peek()[1] != ")":
            kind, text = self.take()
            if kind == "word" and text.lower() == "id" and self.peek()[1] == "(":
                self.arguments()
            elif kind == "word" and self.peek()[1] == ":":
                self.take(":")
                if self.take()[0] != "str":
                    raise ValueError("expected a quoted value")
            elif kind not in ("str", "num"):
                raise ValueError(f"unexpected argument {text!r}")
            if self.peek()[1] == ",":
                self.take()
        self.take(")")

    def comparison(self, optional=False):
        kind, text = self.peek()
        if kind != "op" and text.lower() not in ("beginswith", "endswith", "contains"):
            if optional:
                return False
            raise ValueError(f"expected an operator, found {text!r}")
        self.take()
        kind, text = self.take()
        if kind not in ("str", "num") and text.lower() not in ("true", "false"):
            raise ValueError(f"expected a value, found {text!r}")
        return True
