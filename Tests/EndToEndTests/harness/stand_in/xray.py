"""X-Ray's control plane: sampling rules, groups, tags, resource policies, encryption."""

from __future__ import annotations

import json
import re
import secrets
import string
import threading
import time

from .account import ACCOUNT
from .errors import AwsError
from .filter_expression import FilterExpression
from .model import check, service_model
from .xray_traces import Traces

MAX_RULES = 25  # Service Quotas L-8C0C998A, "Custom sampling rules per region"
MAX_GROUPS = 25  # Service Quotas L-7F259013, "Groups in an account"
MAX_POLICIES = 5  # PutResourcePolicy: "a maximum of 5 resource policies"
MAX_TAGS = 50  # "Tags per custom sampling rule", "Tags per group"
INVALID = "InvalidRequestException"


def check_tags(tags):
    if len(tags) > MAX_TAGS:
        raise AwsError("TooManyTagsException", f"A resource has at most {MAX_TAGS} tags")
    for tag in tags:
        if tag["Key"].lower().startswith("aws:"):
            raise AwsError(INVALID, "Tag keys starting with aws: are reserved")
        for text in (tag["Key"], tag["Value"]):
            if not re.fullmatch(r"[\w\s.:/=+\-@]*", text):
                raise AwsError(INVALID, f"Tag holds a character that is not allowed: {text}")
    keys = [t["Key"] for t in tags]
    if len(set(keys)) != len(keys):
        raise AwsError(INVALID, "Tag keys must be unique")


class XRay(Traces):
    def __init__(self):
        self.lock = threading.RLock()
        self.reset()

    def reset(self):
        self.regions: dict[str, dict] = {}

    def of(self, region):
        if region not in self.regions:
            arn = f"arn:aws:xray:{region}:{ACCOUNT}"
            self.regions[region] = {
                "rules": {
                    "Default": {
                        "SamplingRule": {
                            "RuleName": "Default",
                            "RuleARN": f"{arn}:sampling-rule/Default",
                            "ResourceARN": "*",
                            "Priority": 10000,
                            "FixedRate": 0.05,
                            "ReservoirSize": 1,
                            "ServiceName": "*",
                            "ServiceType": "*",
                            "Host": "*",
                            "HTTPMethod": "*",
                            "URLPath": "*",
                            "Version": 1,
                            "Attributes": {},
                        },
                        "CreatedAt": 0.0,
                        "ModifiedAt": 0.0,
                    }
                },
                "groups": {
                    "Default": {
                        "GroupName": "Default",
                        "GroupARN": f"{arn}:group/Default",
                        "InsightsConfiguration": {"InsightsEnabled": False, "NotificationsEnabled": False},
                    }
                },
                "tags": {},
                "policies": {},
                "traces": {},
                "encryption": {"Status": "ACTIVE", "Type": "NONE"},
            }
        return self.regions[region]

    # -- sampling rules

    def CreateSamplingRule(self, region, p):
        here, rule = self.of(region), dict(p["SamplingRule"])
        name = rule.get("RuleName")
        if not name:
            raise AwsError(INVALID, "RuleName is required")
        if rule.get("RuleARN"):
            raise AwsError(INVALID, "Specify a rule by either name or ARN, but not both")
        if name in here["rules"]:
            raise AwsError(INVALID, f"A sampling rule with the name {name} already exists")
        if rule["Version"] != 1:
            raise AwsError(INVALID, "The version of a sampling rule must be 1")
        check_tags(p.get("Tags") or [])
        if len(here["rules"]) - 1 >= MAX_RULES:
            raise AwsError("RuleLimitExceededException", f"The limit of {MAX_RULES} sampling rules has been reached")
        rule["RuleARN"] = f"arn:aws:xray:{region}:{ACCOUNT}:sampling-rule/{name}"
        rule.setdefault("Attributes", {})
        now = float(int(time.time()))
        record = {"SamplingRule": rule, "CreatedAt": now, "ModifiedAt": now}
        here["rules"][name] = record
        here["tags"][rule["RuleARN"]] = {t["Key"]: t["Value"] for t in p.get("Tags") or []}
        return {"SamplingRuleRecord": record}

    def _rule(self, region, p):
        if bool(p.get("RuleName")) == bool(p.get("RuleARN")):
            raise AwsError(INVALID, "Specify a rule by either name or ARN, but not both")
        for record in self.of(region)["rules"].values():
            if (
                p.get("RuleName") == record["SamplingRule"]["RuleName"]
                or p.get("RuleARN") == record["SamplingRule"]["RuleARN"]
            ):
                return record
        raise AwsError(INVALID, "Sampling rule does not exist")

    def GetSamplingRules(self, region, p):
        return {
            "SamplingRuleRecords": sorted(
                self.of(region)["rules"].values(), key=lambda r: r["SamplingRule"]["Priority"]
            )
        }

    def UpdateSamplingRule(self, region, p):
        update = p["SamplingRuleUpdate"]
        record = self._rule(region, update)
        changes = {k: v for k, v in update.items() if k not in ("RuleName", "RuleARN") and v is not None}
        if record["SamplingRule"]["RuleName"] == "Default" and set(changes) - {"FixedRate", "ReservoirSize"}:
            raise AwsError(INVALID, "Invalid update request for default sampling rule")
        # the update shape has no bounds of its own: those of the rule hold
        shape = service_model("xray").shape_for("SamplingRule")
        for name, value in changes.items():
            if name in shape.members:
                broken = check(shape.members[name], value, name)
                if broken:
                    raise AwsError(INVALID, broken[0])
        record["SamplingRule"].update(changes)
        record["ModifiedAt"] = float(int(time.time()))
        return {"SamplingRuleRecord": record}

    def DeleteSamplingRule(self, region, p):
        record = self._rule(region, p)
        rule = record["SamplingRule"]
        if rule["RuleName"] == "Default":
            raise AwsError(INVALID, "The default sampling rule cannot be deleted")
        here = self.of(region)
        del here["rules"][rule["RuleName"]]
        here["tags"].pop(rule["RuleARN"], None)
        return {"SamplingRuleRecord": record}

    # -- groups

    @staticmethod
    def _insights(given, before=None):
        out = dict(before or {"InsightsEnabled": False, "NotificationsEnabled": False})
        out.update({k: v for k, v in (given or {}).items() if v is not None})
        if not out["InsightsEnabled"]:
            if (given or {}).get("NotificationsEnabled"):
                raise AwsError(INVALID, "Notifications can only be enabled on a group with InsightsEnabled set to true")
            out["NotificationsEnabled"] = False
        return out

    @staticmethod
    def _filter(text):
        try:
            FilterExpression(text or "")
        except ValueError as e:
            raise AwsError(INVALID, f"Invalid filter expression: {e}")

    def CreateGroup(self, region, p):
        here, name = self.of(region), p["GroupName"]
        if name in here["groups"]:
            raise AwsError(INVALID, f"A group with the name {name} already exists")
        self._filter(p.get("FilterExpression"))
        insights = self._insights(p.get("InsightsConfiguration"))
        check_tags(p.get("Tags") or [])
        if len(here["groups"]) - 1 >= MAX_GROUPS:
            raise AwsError(INVALID, f"The limit of {MAX_GROUPS} groups has been reached")
        unique = "".join(secrets.choice(string.ascii_uppercase + "234567") for _ in range(52))
        group = {
            "GroupName": name,
            "GroupARN": f"arn:aws:xray:{region}:{ACCOUNT}:group/{name}/{unique}",
            "FilterExpression": p.get("FilterExpression") or "",
            "InsightsConfiguration": insights,
        }
        here["groups"][name] = group
        here["tags"][group["GroupARN"]] = {t["Key"]: t["Value"] for t in p.get("Tags") or []}
        return {"Group": group}

    def _group(self, region, p):
        if bool(p.get("GroupName")) == bool(p.get("GroupARN")):
            raise AwsError(INVALID, "Specify a group by either name or ARN, but not both")
        for group in self.of(region)["groups"].values():
            if p.get("GroupName") == group["GroupName"] or p.get("GroupARN") == group["GroupARN"]:
                return group
        raise AwsError(INVALID, "Group not found")  # the words Terraform looks for

    def GetGroup(self, region, p):
        return {"Group": self._group(region, p)}

    def GetGroups(self, region, p):
        return {"Groups": list(self.of(region)["groups"].values())}

    def UpdateGroup(self, region, p):
        group = self._group(region, p)
        if group["GroupName"] == "Default" and p.get("FilterExpression") is not None:
            raise AwsError(INVALID, "The default group cannot be given a filter expression")
        if p.get("FilterExpression") is not None:
            self._filter(p["FilterExpression"])
        insights = self._insights(p.get("InsightsConfiguration"), group["InsightsConfiguration"])
        if p.get("FilterExpression") is not None:
            group["FilterExpression"] = p["FilterExpression"]
        group["InsightsConfiguration"] = insights
        return {"Group": group}

    def DeleteGroup(self, region, p):
        group = self._group(region, p)
        if group["GroupName"] == "Default":
            raise AwsError(INVALID, "The default group cannot be deleted")
        here = self.of(region)
        del here["groups"][group["GroupName"]]
        here["tags"].pop(group["GroupARN"], None)
        return {}

    # -- tags

    def _tags(self, region, arn):
        tags = self.of(region)["tags"]
        if arn not in tags:
            raise AwsError("ResourceNotFoundException", f"Resource not found: {arn}", 404)
        return tags[arn]

    def TagResource(self, region, p):
        tags = self._tags(region, p["ResourceARN"])
        merged = {**tags, **{t["Key"]: t["Value"] for t in p["Tags"]}}
        check_tags([{"Key": k, "Value": v} for k, v in merged.items()])
        tags.update(merged)
        return {}

    def UntagResource(self, region, p):
        tags = self._tags(region, p["ResourceARN"])
        for key in p["TagKeys"]:
            tags.pop(key, None)
        return {}

    def ListTagsForResource(self, region, p):
        return {"Tags": [{"Key": k, "Value": v} for k, v in self._tags(region, p["ResourceARN"]).items()]}

    # -- resource policies (SNS needs one before active tracing of a topic writes anything)

    def PutResourcePolicy(self, region, p):
        held = self.of(region)["policies"]
        name, text = p["PolicyName"], p["PolicyDocument"]
        if len(text.encode()) > 5 * 1024:
            raise AwsError("PolicySizeLimitExceededException", "A resource policy has at most 5 KB")
        try:
            for statement in json.loads(text)["Statement"]:
                if not {"Effect", "Principal", "Action", "Resource"} <= set(statement) or statement["Effect"] not in (
                    "Allow",
                    "Deny",
                ):
                    raise ValueError
        except (ValueError, KeyError, TypeError):
            raise AwsError("MalformedPolicyDocumentException", "Invalid policy document")
        if name not in held and len(held) >= MAX_POLICIES:
            raise AwsError("PolicyCountLimitExceededException", f"At most {MAX_POLICIES} resource policies")
        before = held.get(name, {}).get("PolicyRevisionId", "0")
        if p.get("PolicyRevisionId") not in (None, "", before):
            raise AwsError("InvalidPolicyRevisionIdException", "Not the latest revision of the policy")
        held[name] = {
            "PolicyName": name,
            "PolicyDocument": text,
            "PolicyRevisionId": str(int(before) + 1),
            "LastUpdatedTime": float(int(time.time())),
        }
        return {"ResourcePolicy": held[name]}

    def ListResourcePolicies(self, region, p):
        return {"ResourcePolicies": list(self.of(region)["policies"].values())}

    def DeleteResourcePolicy(self, region, p):
        held = self.of(region)["policies"]
        if p["PolicyName"] not in held:
            raise AwsError(INVALID, "Resource policy does not exist")
        if p.get("PolicyRevisionId") not in (None, "", held[p["PolicyName"]]["PolicyRevisionId"]):
            raise AwsError("InvalidPolicyRevisionIdException", "Not the latest revision of the policy")
        del held[p["PolicyName"]]
        return {}

    # -- encryption

    def GetEncryptionConfig(self, region, p):
        return {"EncryptionConfig": self.of(region)["encryption"]}

    def PutEncryptionConfig(self, region, p):
        if (p["Type"] == "KMS") != bool(p.get("KeyId")):
            raise AwsError(INVALID, "A key is given if and only if the type is KMS")
        config = {"Status": "ACTIVE", "Type": p["Type"]}
        if p.get("KeyId"):
            config["KeyId"] = p["KeyId"]
        self.of(region)["encryption"] = config
        return {"EncryptionConfig": config}
