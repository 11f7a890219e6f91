import InfraModel
import Testing

@testable import AWSRules

/// Rules about what keeps data safe, on resources without a model.
@Suite struct ProtectionTests {
  @Test("What is asked of production is not asked of other environments")
  func onlyInProduction() {
    let rules: [any Rule.Type] = [
      DeletionProtection.self, DataRecoverable.self, EncryptedAtRest.self, DatabaseNotPublic.self,
      PortOpenToInternet.self, PasswordInClear.self,
    ]
    for rule in rules {
      for example in rule.description.bad {
        for isProduction in [true, false] {
          var stack = StackBuilder(isProduction: isProduction)
          _ = example.declare(&stack)
          let found = rule.init().findings(in: DeclaredStack(stack))
          #expect(found.isEmpty == !isProduction, "\(example.title)")
        }
      }
    }
  }

  @Test(
    "Ports of web servers may be open to all, and others may not",
    arguments: [
      (80, 80, "tcp", false), (443, 443, "tcp", false), (443, 443, "udp", false), (80, 443, "tcp", true),
      (22, 22, "tcp", true), (0, 65_535, "tcp", true), (3_389, 3_389, "6", true), (-1, -1, "icmp", false),
      (0, 0, "-1", true),
    ])
  func openPorts(_ from: Int, _ to: Int, _ transport: String, isFound: Bool) {
    for (type, arguments) in [
      ("aws_security_group_rule", ("protocol", "cidr_blocks", Value.list(["0.0.0.0/0"]))),
      ("aws_vpc_security_group_ingress_rule", ("ip_protocol", "cidr_ipv4", "0.0.0.0/0")),
    ] {
      var stack = StackBuilder()
      stack.add(
        RawResource(
          type, "rule",
          [
            "type": "ingress", "security_group_id": "sg-1", arguments.0: .text(Text(transport)),
            "from_port": .integer(from),
            "to_port": .integer(to), arguments.1: arguments.2,
          ]))
      #expect(PortOpenToInternet().findings(in: DeclaredStack(stack)).isEmpty == !isFound, "\(type)")
    }
  }

  @Test("A rule about traffic that goes out opens nothing")
  func egress() {
    var stack = StackBuilder()
    stack.add(
      RawResource(
        "aws_security_group_rule", "out",
        ["type": "egress", "protocol": "-1", "from_port": 0, "to_port": 0, "cidr_blocks": ["0.0.0.0/0"]]))
    #expect(PortOpenToInternet().findings(in: DeclaredStack(stack)).isEmpty)
  }
}
