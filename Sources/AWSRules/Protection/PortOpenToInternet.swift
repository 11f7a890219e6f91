import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let portOpenToInternet: RuleID = "port-open-to-internet"
}

struct PortOpenToInternet: Rule {
  static let description = RuleDescription(
    id: .portOpenToInternet,
    title: "No security group in production opens a port other than 80 and 443 to the whole internet",
    rationale: """
      Scanners find an open port within minutes and try known passwords and vulnerabilities on it. Web servers are there \
      for the whole internet; databases, caches and remote shells are not.
      """,
    sources: [
      "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
      "https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html",
    ],
    terraformFix: """
      allow the security group of the callers, or the ranges of addresses that need the port, instead of `0.0.0.0/0` and \
      `::/0`; for a shell, use Session Manager, which needs no open port
      """,
    subjects: [SecurityGroup.self, IngressRule.self, RawResource.self],
    good: [
      Example("A web server") { stack in
        let web = stack.add(SecurityGroup("web", in: "vpc-1", description: "The web"))
        stack.add(IngressRule("https", to: web.id, from: .addresses("0.0.0.0/0"), .https))
        stack.add(IngressRule("http", to: web.id, from: .ipv6Addresses("::/0"), .tcp(80)))
      },
      Example("A database that its service reaches") { stack in
        let service = stack.add(SecurityGroup("service", in: "vpc-1", description: "The service"))
        let database = stack.add(SecurityGroup("database", in: "vpc-1", description: "The database"))
        stack.add(IngressRule("database", to: database.id, from: .group(service.id), .tcp(5_432)))
      },
      Example("Pings from everywhere") { stack in
        stack.add(
          RawResource(
            "aws_security_group_rule", "ping",
            [
              "type": "ingress", "security_group_id": "sg-1", "protocol": "icmp", "from_port": 8, "to_port": 0,
              "cidr_blocks": ["0.0.0.0/0"],
            ]))
      },
    ],
    bad: [
      Counterexample("A database for everyone") { stack in
        let database = stack.add(SecurityGroup("database", in: "vpc-1", description: "The database"))
        let rule = stack.add(IngressRule("database", to: database.id, from: .addresses("0.0.0.0/0"), .tcp(5_432)))
        return [rule.address]
      },
      Counterexample("Every protocol, over IPv6") { stack in
        let service = stack.add(SecurityGroup("service", in: "vpc-1", description: "The service"))
        let rule = stack.add(IngressRule("all", to: service.id, from: .ipv6Addresses("::/0"), .all))
        return [rule.address]
      },
      Counterexample("A shell, within the block of the group") { stack in
        let host = stack.add(
          RawResource(
            "aws_security_group", "host",
            [
              "name": "host",
              "ingress": .blocks([
                ["protocol": "tcp", "from_port": 443, "to_port": 443, "cidr_blocks": ["0.0.0.0/0"]],
                ["protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_blocks": ["0.0.0.0/0"]],
              ]),
            ]))
        return [host.address]
      },
      Counterexample("A range of ports that begins at a web server's") { stack in
        let rule = stack.add(
          RawResource(
            "aws_security_group_rule", "range",
            [
              "type": "ingress", "security_group_id": "sg-1", "protocol": "tcp", "from_port": 80, "to_port": 443,
              "cidr_blocks": ["10.0.0.0/8", "0.0.0.0/0"],
            ]))
        return [rule.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    var evaluation = RuleEvaluation()
    guard stack.isProduction else { return evaluation }
    for (ingress, declarations) in stack.managed(by: { ResourceCatalog.aws.facts[$0]?.ingress }) {
      for declaration in declarations {
        evaluation.judge(declaration) { () throws(DecodingFailure) in
          let decoder = BlockDecoder(declaration.block)
          let rules = if let block = ingress.block { try decoder.blocks(block) } else { [decoder] }
          var findings: [Finding] = []
          for rule in rules {
            guard let ports = try OpenPorts(of: rule, by: ingress) else { continue }
            findings.append(finding(on: declaration, ports))
          }
          return findings
        }
      }
    }
    return evaluation
  }

  private func finding(on declaration: Declaration, _ ports: OpenPorts) -> Finding {
    finding(
      on: declaration, "'\(declaration.address)' opens \(ports.words) to the whole internet",
      fix:
        "allow the security group or the addresses of the callers in '\(declaration.resource.name)', and not '\(ports.range)'",
      subject: ports.words)
  }
}

/// What one rule opens to the whole internet.
private struct OpenPorts {
  /// The range of all addresses, as the rule has it.
  let range: String
  /// What is open, in a sentence.
  let words: String

  /// - Returns: `nil` for a rule that opens nothing but ports of web servers, or not to all addresses.
  init?(of rule: BlockDecoder, by arguments: IngressArguments) throws(DecodingFailure) {
    if let direction = arguments.direction, try rule.stringIfPresent(direction.argument) != direction.word {
      return nil
    }
    guard let range = try rule.worldwideRange(of: arguments.ranges) else { return nil }
    self.range = range
    switch try rule.string(arguments.transport).lowercased() {
    case "-1", "all": words = "every port of every protocol"
    case "tcp", "6":
      guard let ports = try rule.closedPorts() else { return nil }
      words = "TCP \(ports)"
    case "udp", "17":
      guard let ports = try rule.closedPorts() else { return nil }
      words = "UDP \(ports)"
    default: return nil
    }
  }
}

extension BlockDecoder {
  /// The first of the arguments' ranges that has all addresses.
  fileprivate func worldwideRange(of arguments: [String]) throws(DecodingFailure) -> String? {
    var failure: DecodingFailure?
    for argument in arguments where has(argument) {
      do throws(DecodingFailure) {
        for text in try addresses(argument) {
          guard let known = text.known else {
            failure = failure ?? error(argument, text.reasonUnknown)
            continue
          }
          if known == "0.0.0.0/0" || known == "::/0" { return known }
        }
      } catch { failure = failure ?? error }
    }
    if let failure { throw failure }
    return nil
  }

  /// One range or a list of them.
  private func addresses(_ argument: String) throws(DecodingFailure) -> [Text] {
    do throws(DecodingFailure) { return try texts(argument) } catch {
      guard case .unfit = error.reason else { throw error }
      return [try text(argument)]
    }
  }

  /// The ports that no web server needs, in a sentence; `nil` where there are none.
  fileprivate func closedPorts() throws(DecodingFailure) -> String? {
    let ends = ["from_port", "to_port"].map { name in
      Result { () throws(DecodingFailure) in try integer(name) }
    }
    let known = ends.compactMap { try? $0.get() }
    if known.count == 2, known[0] == known[1], isOfWeb(known[0]) { return nil }
    if known.count < 2, known.allSatisfy(isOfWeb) {
      for end in ends { _ = try end.get() }
    }
    return known.count == 2 && known[0] != known[1]
      ? "ports \(known[0]) to \(known[1])" : "port \(known.first { !isOfWeb($0) } ?? known[0])"
  }

  private func isOfWeb(_ port: Int) -> Bool { port == 80 || port == 443 }
}
