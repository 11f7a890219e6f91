"""Rules of security groups, which terraform removes many at a time."""

from concurrent.futures import ThreadPoolExecutor

from stand_in_case import StandInCase


class SecurityGroupRules(StandInCase):
    def setUp(self):
        super().setUp()
        self.ec2 = self.client("ec2")
        self.group = self.ec2.create_security_group(
            GroupName="functions", Description="What functions reach", VpcId="vpc-0a1b2c3d4e5f6a7b8"
        )["GroupId"]
        self.client("ec2").revoke_security_group_egress(
            GroupId=self.group, SecurityGroupRuleIds=[rule["SecurityGroupRuleId"] for rule in self.rules()]
        )

    def rules(self):
        return self.ec2.describe_security_group_rules(Filters=[{"Name": "group-id", "Values": [self.group]}])[
            "SecurityGroupRules"
        ]

    def let_out(self, port):
        peer = {"UserIdGroupPairs": [{"GroupId": "sg-0a1b2c3d4e5f6a701"}]}
        return self.ec2.authorize_security_group_egress(
            GroupId=self.group, IpPermissions=[{"IpProtocol": "tcp", "FromPort": port, "ToPort": port, **peer}]
        )["SecurityGroupRules"][0]["SecurityGroupRuleId"]

    def revoke(self, rule):
        self.ec2.revoke_security_group_egress(GroupId=self.group, SecurityGroupRuleIds=[rule])

    def test_none_is_lost_among_many_at_once(self):
        ports = range(1000, 1040)
        with ThreadPoolExecutor(10) as ten:
            rules = list(ten.map(self.let_out, ports))
            self.assertEqual({rule["FromPort"] for rule in self.rules()}, set(ports))
            list(ten.map(self.revoke, rules))
        self.assertEqual(self.rules(), [])

    def test_one_that_is_gone_already_is_named(self):
        rule = self.let_out(443)
        self.revoke(rule)
        self.refused("InvalidSecurityGroupRuleId.NotFound", lambda: self.revoke(rule), rule)

    def test_a_description_stays_whatever_the_peer(self):
        for peer in (
            {"UserIdGroupPairs": [{"GroupId": "sg-0a1b2c3d4e5f6a701", "Description": "to search"}]},
            {"PrefixListIds": [{"PrefixListId": "pl-63a5400a", "Description": "to files"}]},
            {"IpRanges": [{"CidrIp": "10.0.0.0/8", "Description": "to the office"}]},
        ):
            self.ec2.authorize_security_group_egress(
                GroupId=self.group, IpPermissions=[{"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, **peer}]
            )
        self.assertEqual(
            {rule.get("Description") for rule in self.rules()}, {"to search", "to files", "to the office"}
        )
