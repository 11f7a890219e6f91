"""The services that are ours: moto lacks them, or lacks the part of them that Terraform needs."""

from .log_queries import LogQueries
from .rum import Rum
from .xray import XRay

OWN = {"xray": XRay(), "rum": Rum(), "logs": LogQueries()}
