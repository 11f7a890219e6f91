"""What its variables change."""

from __future__ import annotations


def unmet(environment, planned_with):
    if environment != "production":
        return
    # DD1: "Can increase to 100% temporarily for debugging"
    planned = planned_with(record_every_request=True)
    rates = [v["fixed_rate"] for a, v in planned.items() if a.startswith("aws_xray_sampling_rule.")]
    if rates != [1]:
        yield f"with record_every_request the rules sample {rates}, not everything"
