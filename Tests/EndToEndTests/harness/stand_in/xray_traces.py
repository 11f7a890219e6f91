"""The data plane of X-Ray: segments in, traces out, by region."""

from __future__ import annotations

import json
import re

from .errors import AwsError
from .filter_expression import FilterExpression

MAX_DOCUMENT = 64 * 1024  # "Maximum segment document size"
TRACE_ID = re.compile(r"1-[0-9a-f]{8}-[0-9a-f]{24}")
SEGMENT_ID = re.compile(r"[0-9a-f]{16}")


class Traces:
    """What XRay mixes in; a region's segments are held by trace."""

    def PutTraceSegments(self, region, p):
        unprocessed = []
        for text in p["TraceSegmentDocuments"]:
            try:
                segment = read_segment(text)
            except ValueError as e:
                unprocessed.append({"ErrorCode": "InvalidSegment", "Message": str(e)})
                continue
            self.of(region)["traces"].setdefault(segment["trace_id"], []).append(text)
        return {"UnprocessedTraceSegments": unprocessed}

    def BatchGetTraces(self, region, p):
        """A trace that is not there is left out, as X-Ray does; nothing says that it is missing."""
        held = self.of(region)["traces"]
        return {
            "UnprocessedTraceIds": [],
            "Traces": [_trace(i, held[i]) for i in dict.fromkeys(p["TraceIds"]) if i in held],
        }

    def GetTraceSummaries(self, region, p):
        if p.get("FilterExpression"):
            raise AwsError(
                "InvalidRequestException",
                "stand-in: filter expressions are checked, not evaluated: " + _grammar(p["FilterExpression"]),
            )
        held, summaries = self.of(region)["traces"], []
        for trace_id, texts in held.items():
            segments = [json.loads(t) for t in texts]
            began = min(s["start_time"] for s in segments)
            if p["StartTime"] <= began <= p["EndTime"]:
                summaries.append(
                    {
                        "Id": trace_id,
                        "Duration": _trace(trace_id, texts)["Duration"],
                        "IsPartial": False,
                        "HasFault": any(s.get("fault") for s in segments),
                        "HasError": any(s.get("error") for s in segments),
                        "HasThrottle": any(s.get("throttle") for s in segments),
                    }
                )
        return {"TraceSummaries": summaries, "TracesProcessedCount": len(held), "ApproximateTime": p["EndTime"]}


def read_segment(text):
    """A segment document that X-Ray would take, or a ValueError that says why not."""
    if len(text.encode()) > MAX_DOCUMENT:
        raise ValueError("a segment document has at most 64 KB")
    segment = json.loads(text)
    for name in ("name", "id", "trace_id", "start_time"):
        if not segment.get(name):
            raise ValueError(f"{name} is required")
    if "end_time" not in segment and not segment.get("in_progress"):
        raise ValueError("end_time or in_progress is required")
    if not TRACE_ID.fullmatch(segment["trace_id"]):
        raise ValueError(f"not a trace id: {segment['trace_id']}")
    if not SEGMENT_ID.fullmatch(segment["id"]):
        raise ValueError(f"not a segment id: {segment['id']}")
    return segment


def _trace(trace_id, texts):
    segments = [json.loads(t) for t in texts]
    end = max(s.get("end_time", s["start_time"]) for s in segments)
    return {
        "Id": trace_id,
        "Duration": end - min(s["start_time"] for s in segments),
        "LimitExceeded": False,
        "Segments": [{"Id": s["id"], "Document": t} for s, t in zip(segments, texts)],
    }


def _grammar(text):
    try:
        FilterExpression(text)
        return "this one is good"
    except ValueError as e:
        return str(e)
