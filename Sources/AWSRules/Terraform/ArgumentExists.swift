import AWSModel
import PolicyEngine
import ProviderSchemas
public import TerraformModel

extension RuleID {
  public static let argumentExists: RuleID = "argument-exists"
}

struct ArgumentExists: Rule {
  static let description = RuleDescription(
    id: .argumentExists,
    title: "Every argument and attribute is one that its provider has, of its kind",
    rationale: """
      Terraform refuses an argument that the provider does not have, and an attribute of that kind breaks the plan. A \
      newer AWS provider than those that infra-gen knows, 5.100 and 6.69, can have more: waive the rule there. Types of \
      other providers are compared with the schema that `infra-gen types --schema` was given.
      """,
    sources: ["https://developer.hashicorp.com/terraform/cli/commands/providers/schema"],
    asked: .ofStacksOnly(because: "Terraform has compared the configuration with the provider's schema"),
    good: [
      Example("Arguments and nested blocks of a type without a Swift type") { stack in
        let pool = stack.add(
          RawResource(
            "aws_cognito_user_pool", "users",
            ["name": "users", "password_policy": .blocks([["minimum_length": 12, "require_numbers": true]])]))
        stack.add(Output("users", pool.attribute("arn"), description: "Who can sign in"))
      },
      Example("Text that Terraform converts to a number") { stack in
        let hours = stack.add(RawVariable("hours", .number, default: 24, description: "How long records stay"))
        stack.add(
          RawResource("aws_kinesis_stream", "events", ["name": "events", "retention_period": hours.value]))
        stack.add(RawResource("aws_kinesis_stream", "bills", ["name": "bills", "shard_count": "2"]))
      },
      Example("Blocks that Terraform makes of a collection") { stack in
        let ports = stack.add(RawVariable("ports", .set(.number), default: [80, 443], description: "What is open"))
        stack.add(
          RawResource(
            "aws_network_acl", "web",
            (["vpc_id": "vpc-0a1b2c3d"] as Block).nesting("ingress", forEach: ports) { ingress in
              [
                "from_port": ingress.value.value, "to_port": ingress.value.value, "protocol": "tcp",
                "rule_no": ingress.value.value, "action": "allow",
              ]
            }))
      },
    ],
    bad: [
      Counterexample("A misspelt argument of a type without a Swift type") { stack in
        let pool = RawResource("aws_cognito_user_pool", "users", ["name": "users", "mfa_configuratoin": "ON"])
        return [stack.add(pool).address]
      },
      Counterexample("A misspelt extra argument") { stack in
        [stack.add(Topic("alerts"), with: ["displayname": "Alerts"]).address]
      },
      Counterexample("A misspelt argument of a nested block") { stack in
        let pool = RawResource(
          "aws_cognito_user_pool", "users",
          ["name": "users", "password_policy": .blocks([["minimum_lenght": 12]])])
        return [stack.add(pool).address]
      },
      Counterexample("An argument that has to be there") { stack in
        [stack.add(RawResource("aws_cognito_user_pool", "users")).address]
      },
      Counterexample("Text where a list is expected") { stack in
        let pool = RawResource("aws_cognito_user_pool", "users", ["name": "users", "alias_attributes": "email"])
        return [stack.add(pool).address]
      },
      Counterexample("An attribute that only the provider sets") { stack in
        let pool = RawResource("aws_cognito_user_pool", "users", ["name": "users", "arn": "arn:aws:cognito-idp"])
        return [stack.add(pool).address]
      },
      Counterexample("More blocks than the provider takes") { stack in
        let pool = RawResource(
          "aws_cognito_user_pool", "users",
          ["name": "users", "password_policy": .blocks([["minimum_length": 12], ["require_numbers": true]])])
        return [stack.add(pool).address]
      },
      Counterexample("An attribute that the other resource does not have") { stack in
        let alerts = stack.add(Topic("alerts"))
        let output = Output("alerts", alerts.attribute("urn"), description: "Where alarms go")
        stack.add(output)
        return [.configuration(.output, "alerts")]
      },
      Counterexample("A type that the provider does not have") { stack in
        [stack.add(RawResource("aws_cognito_userpool", "users", ["name": "users"])).address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    let faults = SchemaFaults(of: stack)
    let ofArguments = faults.all.flatMap { found in findings(on: found) }
    var attributes = UnknownAttributes(StackSchemas(of: stack))
    let ofReferences = zip(stack.declarations, ArgumentReferences(of: stack).readings).flatMap { declaration, reading in
      attributes.all(in: reading.references).map { reference, nearest in
        finding(
          on: declaration, message("\(declaration.address)", reads: reference), fix: fix(reference.attribute, nearest),
          subject: "\(reference.address).\(reference.attribute)")
      }
    }
    let ofBlocks = stack.configuration.flatMap { block in
      attributes.all(in: ArgumentReferences.Reading(block.block).references).map { reference, nearest in
        finding(
          on: block, message("\(block.address)", reads: reference), fix: fix(reference.attribute, nearest),
          subject: "\(reference.address).\(reference.attribute)")
      }
    }
    let unexamined = faults.unknown.map { declaration in
      Undetermined(
        on: declaration,
        "the schema of the provider of `\(declaration.address.type)` is not in the repository; `infra-gen types --schema` "
          + "adds it",
        isDecidedByApply: false)
    }
    return RuleEvaluation(findings: ofArguments + ofReferences + ofBlocks, undetermined: unexamined)
  }

  private func findings(on found: SchemaFaults.OfDeclaration) -> [Finding] {
    let address = found.declaration.address
    // What another version has is the subject of `provider-version-fits`.
    func isElsewhere(_ path: [String]) -> Bool { ProviderSchema.aws.contains { $0.has(path, of: address) } }
    guard let faults = found.faults else {
      guard !isElsewhere([]), let mode = SchemaMode(address.mode) else { return [] }
      let nearest = suggestions(for: address.type, among: found.provider.schema.types(mode))
      return [
        finding(
          on: found.declaration,
          "'\(address)' is of type `\(address.type)`, which the \(found.provider.name) does not have",
          fix: fix(address.type, nearest))
      ]
    }
    return faults.compactMap { fault in
      guard let (message, fix) = words(for: fault, of: address), !(fault.isUnknown && isElsewhere(fault.path)) else {
        return nil
      }
      return finding(on: found.declaration, message, fix: fix, subject: fault.path.joined(separator: "."))
    }
  }

  /// What is wrong and what to do; `nil` for what works.
  private func words(for fault: SchemaFault, of address: Address) -> (message: String, fix: String)? {
    let path = fault.path.joined(separator: ".")
    switch fault.problem {
    case .unknown(let nearest):
      return ("'\(address)' sets `\(path)`, which `\(address.type)` does not have", fix(fault.path.last ?? "", nearest))
    case .missing: return ("'\(address)' does not set `\(path)`, which `\(address.type)` requires", "set `\(path)`")
    case .readOnly:
      return (
        "'\(address)' sets `\(path)`, which only the provider sets",
        "remove it, and read it with `attribute(\"\(path)\")`"
      )
    case .wrongKind(let expected, let found):
      return ("`\(path)` of '\(address)' is \(found), and `\(address.type)` takes \(expected)", "make it \(expected)")
    case .tooFew(let fewest):
      return ("'\(address)' has fewer `\(path)` blocks than the \(fewest) that are required", "add the others")
    case .tooMany(let most):
      return (
        "'\(address)' has more `\(path)` blocks than `\(address.type)` takes, which is \(most)", "remove the others"
      )
    case .deprecated: return nil
    }
  }

  private func message(_ place: String, reads reference: Reference) -> String {
    "'\(place)' reads `\(reference.attribute)` of '\(reference.address)', which `\(reference.address.type)` does not have"
  }

  private func fix(_ name: String, _ nearest: [String]) -> String {
    nearest.isEmpty
      ? "remove `\(name)`" : "write \(nearest.map { "`\($0)`" }.joined(separator: " or ")) instead of `\(name)`"
  }
}

/// The attributes that are read of resources and that no version of their provider has.
private struct UnknownAttributes {
  private struct Attribute: Hashable {
    let type: String
    let mode: SchemaMode
    let name: String
  }

  private let schemas: StackSchemas
  /// The nearest names to each that is unknown, and `nil` for the others.
  private var nearest: [Attribute: [String]?] = [:]

  init(_ schemas: StackSchemas) {
    self.schemas = schemas
  }

  /// Each with the names that are nearest to it.
  mutating func all(in references: [Reference]) -> [(Reference, nearest: [String])] {
    var seen: Set<Reference> = []
    return references.compactMap { reference in
      guard let mode = SchemaMode(reference.address.mode) else { return nil }
      // `endpoint[0].address` is of `endpoint`.
      let name = String(reference.attribute.prefix { $0 != "." && $0 != "[" })
      let attribute = Attribute(type: reference.address.type, mode: mode, name: name)
      let nearest = self.nearest[attribute] ?? names(nearestTo: attribute, of: reference.address)
      self.nearest[attribute] = .some(nearest)
      return nearest.flatMap { seen.insert(reference).inserted ? (reference, $0) : nil }
    }
  }

  private func names(nearestTo attribute: Attribute, of address: Address) -> [String]? {
    guard !attribute.name.isEmpty, let provider = schemas.provider(of: attribute.type, attribute.mode),
      let block = provider.schema.block(of: attribute.type, attribute.mode),
      !ProviderSchema.aws.contains(where: { $0.has([attribute.name], of: address) })
    else { return nil }
    return block.nearest(to: attribute.name)
  }
}
