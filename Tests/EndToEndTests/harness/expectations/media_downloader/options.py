"""The four options of the analysis, as it describes them: which functions are Active, and whether the API is traced."""

from __future__ import annotations

CRITICAL = ("WebhookFeedly", "FileCoordinator", "StartFileUpload")
FUNCTIONS = (*CRITICAL, "RegisterDevice", "AuthorizerAPIToken", "ListFiles")

FULL = {name: "Active" for name in FUNCTIONS}
SELECTIVE = {name: "Active" if name in CRITICAL else "PassThrough" for name in FUNCTIONS}
PASSIVE = {name: "PassThrough" for name in FUNCTIONS}

# environment: (modes of the functions, whether the API is traced); on demand is off until somebody asks
APPLIED = {
    "dev": (PASSIVE, False),
    "phase1": (PASSIVE, True),
    "phase2": (SELECTIVE, True),
    "phase3": (FULL, True),
    "prod": (FULL, True),
}
# environment: (variable, modes of the functions and tracing of the API once it is true)
SWITCHED = {
    "dev": ("enable_xray_tracing", FULL, True),
    "phase2": ("roll_back_xray", PASSIVE, True),
    "phase3": ("roll_back_xray", PASSIVE, True),
    "prod": ("roll_back_xray", PASSIVE, True),
}
PHASE = {"dev": 4, "phase1": 1, "phase2": 2, "phase3": 3, "prod": 4}
