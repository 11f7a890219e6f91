"""What the functions of the Lego API are traced and logged with.

Powertools patches boto3 where `Tracer` is made, so it is made before any client is.
"""

from aws_lambda_powertools import Logger, Tracer

tracer = Tracer(service="lego-api")
logger = Logger(service="lego-api")
