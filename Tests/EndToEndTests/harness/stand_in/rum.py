"""The control plane of CloudWatch RUM."""

from __future__ import annotations

import copy
import threading
import time
import uuid

from .errors import AwsError


class Rum:
    def __init__(self):
        self.lock = threading.RLock()
        self.reset()

    def reset(self):
        self.monitors: dict[tuple, dict] = {}

    def _get(self, region, name):
        try:
            return self.monitors[region, name]
        except KeyError:
            raise AwsError("ResourceNotFoundException", f"App monitor {name} was not found", 404)

    @staticmethod
    def _store(monitor, p):
        for key in ("Domain", "DomainList", "CustomEvents", "DeobfuscationConfiguration"):
            if p.get(key) is not None:
                monitor[key] = p[key]
        if monitor.get("Domain") and monitor.get("DomainList"):
            raise AwsError("ValidationException", "Specify either Domain or DomainList, but not both")
        if p.get("AppMonitorConfiguration") is not None:
            config = {"AllowCookies": False, "EnableXRay": False, "SessionSampleRate": 0.1, "Telemetries": []}
            config.update({k: v for k, v in p["AppMonitorConfiguration"].items() if v is not None})
            if config.get("IncludedPages") and config.get("ExcludedPages"):
                raise AwsError("ValidationException", "IncludedPages and ExcludedPages cannot both be set")
            monitor["AppMonitorConfiguration"] = config
        if p.get("CwLogEnabled") is not None:
            log = {"CwLogEnabled": p["CwLogEnabled"]}
            if p["CwLogEnabled"]:
                log["CwLogGroup"] = f"RUMService_{monitor['Name']}{monitor['Id'][:8]}"
            monitor["DataStorage"] = {"CwLog": log}
        monitor["LastModified"] = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime())

    def CreateAppMonitor(self, region, p):
        if (region, p["Name"]) in self.monitors:
            raise AwsError("ConflictException", "An app monitor with this name already exists", 409)
        if not p.get("Domain") and not p.get("DomainList") and p.get("Platform", "Web") == "Web":
            raise AwsError("ValidationException", "Domain or DomainList is required")
        monitor = {
            "Name": p["Name"],
            "Id": str(uuid.uuid4()),
            "State": "CREATED",
            "Created": time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime()),
            "Tags": dict(p.get("Tags") or {}),
            "CustomEvents": {"Status": "DISABLED"},
            "Platform": p.get("Platform", "Web"),
        }
        self._store(monitor, {"CwLogEnabled": False, "AppMonitorConfiguration": {}, **p})
        self.monitors[region, p["Name"]] = monitor
        return {"Id": monitor["Id"]}

    def GetAppMonitor(self, region, p):
        return {"AppMonitor": self._get(region, p["Name"])}

    def UpdateAppMonitor(self, region, p):
        monitor = copy.deepcopy(self._get(region, p["Name"]))
        self._store(monitor, p)
        self.monitors[region, p["Name"]] = monitor
        return {}

    def DeleteAppMonitor(self, region, p):
        self._get(region, p["Name"])
        del self.monitors[region, p["Name"]]
        return {}

    def ListAppMonitors(self, region, p):
        return {
            "AppMonitorSummaries": [
                {k: m[k] for k in ("Name", "Id", "Created", "LastModified", "State", "Platform")}
                for (r, _), m in self.monitors.items()
                if r == region
            ]
        }

    def _by_arn(self, region, arn):
        return self._get(region, arn.rpartition("/")[2])

    def ListTagsForResource(self, region, p):
        return {"ResourceArn": p["ResourceArn"], "Tags": self._by_arn(region, p["ResourceArn"])["Tags"]}

    def TagResource(self, region, p):
        self._by_arn(region, p["ResourceArn"])["Tags"].update(p["Tags"])
        return {}

    def UntagResource(self, region, p):
        for key in p["TagKeys"]:
            self._by_arn(region, p["ResourceArn"])["Tags"].pop(key, None)
        return {}
