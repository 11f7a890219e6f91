"""What a failed test says of the calls that it made."""

from observed import observations


class Cloud:
    def __init__(self, calls, refused=(), repeated=()):
        self.calls, self.refused, self.repeated = (lambda: calls), (lambda: refused), (lambda: repeated)


def call(service, operation, at, **more):
    return {
        "service": service,
        "operation": operation,
        "at": at,
        "connection": "40001",
        "attempt": 1,
        "invocation": "0123456789abcdef",
        "status": 200,
        "took": 0.25,
    } | more


FAILURE = (
    "Error: creating VPC Security Group Rule\n\noperation error EC2: AuthorizeSecurityGroupEgress, https response error "
    "StatusCode: 400, RequestID: x, api error InvalidPermission.Duplicate: The specified rule already exists"
)


def test_the_calls_of_the_service_that_a_failure_names():
    calls = [call("ec2", "AuthorizeSecurityGroupEgress", n) for n in range(20)] + [call("sns", "CreateTopic", 30)]
    said = list(observations(FAILURE, Cloud(calls)))
    assert said[0] == "the last calls of ec2, as the stand-in saw them:"
    assert len(said) == 1 + 15
    assert said[-1] == (
        "    19.000 s  connection 40001  AuthorizeSecurityGroupEgress attempt 1 of 01234567: 200 after 0.25 s"
    )


def test_what_was_refused_and_what_came_twice():
    first = call("ec2", "AuthorizeSecurityGroupEgress", 1)
    again = first | {"at": 2, "attempt": 2, "status": 400, "code": "InvalidPermission.Duplicate"}
    refusal = again | {"message": "The specified rule already exists"}
    cloud = Cloud([first, again], [refusal], [{"why": "attempt 2 of one invocation", "call": again, "earlier": first}])
    said = list(observations("something else", cloud))
    assert said[0] == "refused: ec2 AuthorizeSecurityGroupEgress: The specified rule already exists"
    assert said[1] == "the last calls of ec2, as the stand-in saw them:"
    assert said[4].startswith("repeated: attempt 2 of one invocation:    2.000 s")
    assert said[4].endswith("attempt 2 of 01234567: 400 InvalidPermission.Duplicate after 0.25 s")
    assert said[5].startswith("  after:    1.000 s")


def test_a_repetition_is_said_once():
    again = call("sns", "CreateTopic", 2, attempt=2)
    cloud = Cloud([again], repeated=[{"why": "attempt 2 of one invocation", "call": again, "earlier": None}])
    (said,) = observations("", cloud)
    assert list(observations(said, cloud)) == []


def test_what_is_expected_is_not_said():
    again = call("s3", "PutBucketVersioning", 2)
    found = {"why": "the same request again", "call": again, "earlier": again, "expected": "a reason"}
    assert list(observations("", Cloud([again], repeated=[found]))) == []
