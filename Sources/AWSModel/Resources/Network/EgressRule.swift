/// Traffic that the interfaces in a security group may send (`aws_vpc_security_group_egress_rule`).
public typealias EgressRule = SecurityGroupRule<Egress>
