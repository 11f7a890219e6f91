"""The account that the stand-in answers for."""

import os

ACCOUNT = os.environ.get("MOTO_ACCOUNT_ID", "123456789012")
