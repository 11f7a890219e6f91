/// Traffic that the interfaces in a security group may receive (`aws_vpc_security_group_ingress_rule`). Answers to
/// requests that they sent come in without one.
public typealias IngressRule = SecurityGroupRule<Ingress>
