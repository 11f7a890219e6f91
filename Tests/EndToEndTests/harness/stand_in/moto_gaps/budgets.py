"""Tags, subscribers and updates of budgets."""

from __future__ import annotations

import json
import time

from moto.budgets import responses as budgets

from ..errors import AwsError


def complete():
    # Budgets: tags, subscribers, updates
    def missing(text):
        return AwsError("NotFoundException", text)

    def _budget(self):
        held = self.backend.budgets[self._get_param("AccountId")]
        name = self._get_param("BudgetName")
        if name not in held:
            raise missing(f"Unable to get budget: {name} - the budget doesn't exist.")
        return held[name]

    def describe_subscribers_for_notification(self):
        wanted = self._get_param("Notification")
        for n in _budget(self).notifications:
            if _same_notification(n.details, wanted):
                return json.dumps({"Subscribers": n.subscribers})
        raise missing("Unable to get the notification - it doesn't exist.")

    def _same_notification(a, b):
        def key(n):
            return (
                n.get("NotificationType"),
                n.get("ComparisonOperator"),
                float(n.get("Threshold", 0)),
                n.get("ThresholdType") or "PERCENTAGE",
            )

        return key(a) == key(b)

    def update_budget(self):
        new = self._get_param("NewBudget")
        held = self.backend.budgets[self._get_param("AccountId")]
        if new["BudgetName"] not in held:
            raise missing("Unable to update budget - the budget doesn't exist.")
        budget = held[new["BudgetName"]]
        budget.budget = {
            **new,
            "LastUpdatedTime": int(time.time()),
            "TimePeriod": new.get("TimePeriod") or budget.budget["TimePeriod"],
        }
        return json.dumps({})

    budget_tags: dict[str, dict] = {}

    def list_tags_for_resource(self):
        return json.dumps(
            {
                "ResourceTags": [
                    {"Key": k, "Value": v} for k, v in budget_tags.get(self._get_param("ResourceARN"), {}).items()
                ]
            }
        )

    def tag_resource(self):
        held = budget_tags.setdefault(self._get_param("ResourceARN"), {})
        held.update({t["Key"]: t["Value"] for t in self._get_param("ResourceTags")})
        return json.dumps({})

    def untag_resource(self):
        for key in self._get_param("ResourceTagKeys"):
            budget_tags.get(self._get_param("ResourceARN"), {}).pop(key, None)
        return json.dumps({})

    moto_create_budget = budgets.BudgetsResponse.create_budget

    def create_budget(self):
        answer = moto_create_budget(self)
        arn = f"arn:aws:budgets::{self._get_param('AccountId')}:budget/{self._get_param('Budget')['BudgetName']}"
        budget_tags[arn] = {t["Key"]: t["Value"] for t in self._get_param("ResourceTags", []) or []}
        return answer

    for f in (
        describe_subscribers_for_notification,
        update_budget,
        list_tags_for_resource,
        tag_resource,
        untag_resource,
        create_budget,
    ):
        setattr(budgets.BudgetsResponse, f.__name__, f)
