"""Networks that somebody else has built: whatever VPC, subnet or security group is named by id is there.

A stack that uses a network names it by ids that no stand-in can have handed out.
"""

from __future__ import annotations

from moto.ec2.exceptions import InvalidSubnetIdError, InvalidVPCIdError
from moto.ec2.models import EC2Backend


def complete():
    moto_vpc, moto_subnet = EC2Backend.get_vpc, EC2Backend.get_subnet
    moto_group = EC2Backend.get_security_group_from_id

    def get_vpc(self, vpc_id):
        try:
            return moto_vpc(self, vpc_id)
        except InvalidVPCIdError:
            return renamed(self.create_vpc("10.0.0.0/16"), vpc_id, self.vpcs)

    def get_subnet(self, subnet_id):
        try:
            return moto_subnet(self, subnet_id)
        except InvalidSubnetIdError:
            number = sum(len(subnets) for subnets in self.subnets.values())
            zone = f"{self.region_name}{'ab'[number % 2]}"
            subnet = self.create_subnet(foreign_vpc(self).id, f"10.0.{number}.0/24", availability_zone=zone)
            return renamed(subnet, subnet_id, self.subnets[zone])

    def get_security_group_from_id(self, group_id):
        group = moto_group(self, group_id)
        if group is None and str(group_id).startswith("sg-"):
            vpc = foreign_vpc(self)
            group = self.create_security_group(f"foreign-{group_id}", "Somebody else's", vpc_id=vpc.id)
            return renamed(group, group_id, self.groups[vpc.id])
        return group

    moto_create = EC2Backend.create_security_group

    def create_security_group(self, name, description, vpc_id=None, **settings):
        if vpc_id:
            self.get_vpc(vpc_id)
        return moto_create(self, name, description, vpc_id=vpc_id, **settings)

    EC2Backend.create_security_group = create_security_group
    EC2Backend.get_vpc = get_vpc
    EC2Backend.get_subnet = get_subnet
    EC2Backend.get_security_group_from_id = get_security_group_from_id


def renamed(thing, new, things):
    del things[thing.id]
    thing.id = new
    things[new] = thing
    return thing


def foreign_vpc(backend):
    """The network that was named last, or the account's own."""
    return list(backend.vpcs.values())[-1]
