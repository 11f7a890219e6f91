"""The saved queries of CloudWatch Logs Insights, which moto leaves out of CloudWatch Logs."""

from __future__ import annotations

import threading
import time
import uuid

from .errors import AwsError


class LogQueries:
    def __init__(self):
        self.lock = threading.RLock()
        self.reset()

    def reset(self):
        self.queries: dict[tuple, dict] = {}

    def PutQueryDefinition(self, region, p):
        key = region, p.get("queryDefinitionId") or str(uuid.uuid4())
        if p.get("queryDefinitionId") and key not in self.queries:
            raise AwsError("ResourceNotFoundException", f"The query definition {key[1]} does not exist")
        self.queries[key] = {
            "queryDefinitionId": key[1],
            "name": p["name"],
            "queryString": p["queryString"],
            "logGroupNames": list(p.get("logGroupNames") or []),
            "lastModified": int(time.time() * 1000),
        }
        return {"queryDefinitionId": key[1]}

    def DescribeQueryDefinitions(self, region, p):
        prefix = p.get("queryDefinitionNamePrefix") or ""
        found = [q for (r, _), q in self.queries.items() if r == region and q["name"].startswith(prefix)]
        return {"queryDefinitions": found}

    def DeleteQueryDefinition(self, region, p):
        return {"success": self.queries.pop((region, p["queryDefinitionId"]), None) is not None}
