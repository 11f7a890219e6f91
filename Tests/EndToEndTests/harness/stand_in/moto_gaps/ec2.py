"""Networks that somebody else has built: a VPC, subnet or security group that is named by id is there, as far as
`outside` knows.

A stack that uses a network names it by ids that no stand-in can have handed out.
"""

from __future__ import annotations

import threading
from contextlib import contextmanager

from moto.ec2.exceptions import (
    EC2ClientError,
    InvalidPermissionNotFoundError,
    InvalidSubnetIdError,
    InvalidVPCIdError,
)
from moto.ec2.models import EC2Backend, security_groups, subnets, vpcs
from moto.ec2.models.security_groups import SecurityGroupRule

from .. import outside

lock = threading.RLock()
wanted = threading.local()


def complete():
    moto_vpc, moto_subnet = EC2Backend.get_vpc, EC2Backend.get_subnet
    moto_group = EC2Backend.get_security_group_from_id
    moto_create_group = EC2Backend.create_security_group

    def get_vpc(self, vpc_id):
        with lock:
            try:
                return moto_vpc(self, vpc_id)
            except InvalidVPCIdError:
                if not outside.is_there(vpc_id):
                    raise
                with named(vpc_id):
                    return self.create_vpc("10.0.0.0/16")

    def get_subnet(self, subnet_id):
        with lock:
            try:
                return moto_subnet(self, subnet_id)
            except InvalidSubnetIdError:
                if not outside.is_there(subnet_id):
                    raise
                number = sum(len(zone) for zone in self.subnets.values())
                zone = f"{self.region_name}{'ab'[number % 2]}"
                with named(subnet_id):
                    return self.create_subnet(last_vpc(self), f"10.0.{number}.0/24", availability_zone=zone)

    def get_security_group_from_id(self, group_id):
        with lock:
            group = moto_group(self, group_id)
            if group is None and str(group_id).startswith("sg-") and outside.is_there(group_id):
                with named(group_id):
                    return self.create_security_group(f"foreign {group_id}", "Not ours", vpc_id=last_vpc(self))
            return group

    def create_security_group(self, name, description, vpc_id=None, **settings):
        if vpc_id:
            self.get_vpc(vpc_id)
        return moto_create_group(self, name, description, vpc_id=vpc_id, **settings)

    for method, find in (
        ("describe_vpcs", get_vpc),
        ("describe_subnets", get_subnet),
        ("describe_security_groups", get_security_group_from_id),
    ):
        setattr(EC2Backend, method, finding_first(getattr(EC2Backend, method), find))
    SecurityGroupRule.__init__ = keeping_its_description(SecurityGroupRule.__init__)
    SecurityGroupRule.description = property(lambda rule: rule.described or rule.ip_range.get("Description"))
    for direction in ("ingress", "egress"):
        method = f"revoke_security_group_{direction}"
        setattr(EC2Backend, method, naming_the_rule(getattr(EC2Backend, method)))
    EC2Backend.get_vpc = get_vpc
    EC2Backend.get_subnet = get_subnet
    EC2Backend.get_security_group_from_id = get_security_group_from_id
    EC2Backend.create_security_group = create_security_group
    for module, maker in (
        (vpcs, "random_vpc_id"),
        (subnets, "random_subnet_id"),
        (security_groups, "random_security_group_id"),
    ):
        setattr(module, maker, this_id_or(getattr(module, maker)))


def finding_first(moto_describe, find):
    """Describes what is listed as if it had always been there."""

    def describe(self, *arguments, **settings):
        named = arguments[:1] or [settings.get(k) for k in ("vpc_ids", "subnet_ids", "group_ids")]
        for listed in (i for ids in named for i in ids or () if outside.is_listed(i)):
            find(self, listed)
        return moto_describe(self, *arguments, **settings)

    return describe


def keeping_its_description(moto_init):
    """moto keeps the description of a rule for addresses alone, and not for groups and prefix lists."""

    def init(self, backend, protocol, group, from_port, to_port, addresses, other=None, prefixes=None, **settings):
        self.described = (other or {}).get("Description") or (prefixes or {}).get("Description")
        moto_init(self, backend, protocol, group, from_port, to_port, addresses, other, prefixes, **settings)

    return init


def naming_the_rule(moto_revoke):
    """AWS names the id of a rule that is not there, under a code of its own; moto answers as for a rule without an id."""

    def revoke(self, *arguments, security_rule_ids=None, **settings):
        try:
            return moto_revoke(self, *arguments, security_rule_ids=security_rule_ids, **settings)
        except InvalidPermissionNotFoundError:
            if not security_rule_ids:
                raise
            raise EC2ClientError(
                "InvalidSecurityGroupRuleId.NotFound",
                f"The security group rule ID '{security_rule_ids[0]}' does not exist",
            )

    return revoke


def this_id_or(moto_random_id):
    def next_id():
        this = getattr(wanted, "id", None)
        prefix = moto_random_id().split("-")[0]
        # a VPC comes with a security group, which has an id of its own
        return this if this and this.startswith(f"{prefix}-") else moto_random_id()

    return next_id


@contextmanager
def named(new):
    """What this thread makes next has this id."""
    wanted.id = new
    try:
        yield
    finally:
        wanted.id = None


def last_vpc(backend):
    """The network that was named last, or the account's own."""
    return list(backend.vpcs)[-1]
