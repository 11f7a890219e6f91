"""A loopback stand-in for the AWS control plane, for `terraform apply` in tests.

One process, one port, no network. It serves

  * moto's in-memory AWS for the services that moto knows (moto_gaps adds what Terraform needs and moto lacks),
  * X-Ray and CloudWatch RUM, which moto does not have (xray, xray_traces, rum),
  * a gate in front of all of them: every signed request is checked against botocore's model of its service (model)
    and, for a few calls, against what AWS documents and the model does not carry (documented_rules). What the real
    service would refuse is refused here too, instead of being stored,
  * a record of the requests that arrive more than once (repetition). A repeated idempotency token gets the first answer
    again (idempotency); any other repeated request gets what AWS answers to it.

`python -m stand_in` prints `READY http://127.0.0.1:<port>` and stops on SIGTERM, SIGINT or when its stdin is closed: a
test that dies takes it along.

For tests, without a signature:

    GET    /_stand_in/calls[?service=xray&operation=…]   what was called, with parameters and status
    GET    /_stand_in/refused                            what was refused, and why
    GET    /_stand_in/repeated                           which requests arrived again, with the call they repeat
    GET    /_stand_in/invocations                        which functions would have been invoked since the last time
    POST   /_stand_in/outside?names=…                    of what the account has not made, only this is there from now on
    POST   /_stand_in/mails?confirmed=no                 the links in SNS's mails were not followed, until `yes`
    POST   /_stand_in/deny?service=xray&operation=…      from now on AccessDenied, as after a change of policy
    DELETE /_stand_in/deny                               allow everything again
    POST   /_stand_in/reset                              forget everything
"""

import os

# Read by moto when its IAM backend is made: without it the AWS managed policies do not exist.
os.environ.setdefault("MOTO_IAM_LOAD_MANAGED_POLICIES", "true")
os.environ.setdefault("AWS_EC2_METADATA_DISABLED", "true")
