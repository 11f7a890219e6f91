extension RuleID {
  public static let undeclaredVariable: RuleID = "undeclared-variable"
}

struct UndeclaredVariable: Rule {
  static let description = RuleDescription(
    id: .undeclaredVariable,
    title: "Every variable and local that is used has been added to the stack",
    rationale: "Terraform refuses a configuration that reads a variable or a local it does not declare.",
    sources: ["https://developer.hashicorp.com/terraform/language/syntax/json#block-type-specific-exceptions"],
    isWaivable: false,
    asked: .ofStacksOnly(because: "it is about the configuration, which terraform has taken"),
    good: [
      Example("What `add` returned is used") { stack in
        let memory = stack.add(Variable("memory", default: Memory.mb(256), description: "MB"))
        stack.add(LambdaFunction.example(memory: memory))
        stack.add(Output("mail", stack.add(Local("mail", "on-call@example.com")), description: "Who is woken"))
      }
    ],
    bad: [
      Counterexample("It was added to a copy") { stack in
        var copy = stack
        let memory = copy.add(Variable("memory", default: Memory.mb(256), description: "MB"))
        return [stack.add(LambdaFunction.example(memory: memory)).address]
      },
      Counterexample("A choice by what is not there, shown by an output") { stack in
        let isLoud = Expression.variable("loud", default: true)
        let level = Text(.conditional(isLoud, then: .literal("debug"), else: .local("quiet")))
        stack.add(Output("level", level, description: "How much is logged"))
        return [.configuration(.output, "level"), .configuration(.output, "level")]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    let declared = Set(stack.configuration.map(\.address))
    func undeclared(in reading: ArgumentReferences.Reading) -> [Address] {
      reading.configuration.isEmpty ? [] : reading.configuration.subtracting(declared).sorted()
    }
    let resources = zip(stack.declarations, ArgumentReferences(of: stack).readings).flatMap { declaration, reading in
      undeclared(in: reading).map { missing in
        finding(on: declaration, message("\(declaration.address)", missing), fix: fix(missing))
      }
    }
    let blocks = stack.configuration.flatMap { block in
      undeclared(in: ArgumentReferences.Reading(block.block)).filter { $0 != block.address }.map { missing in
        finding(on: block, message("\(block.address)", missing), fix: fix(missing))
      }
    }
    return resources + blocks
  }

  private func message(_ place: String, _ missing: Address) -> String {
    "'\(place)' reads '\(missing)', which has not been added to the stack"
  }

  private func fix(_ missing: Address) -> String {
    "hand on what `stack.add` returns for '\(missing.name)', of this stack and not of a copy"
  }
}

extension Expression {
  /// What declares the variable or local that the expression is.
  var configurationAddress: Address? {
    switch self {
    case .variable(let name, _): .configuration(.variable, name)
    case .local(let name): .configuration(.locals, name)
    case .attribute, .modulePath, .literal, .call, .conditional, .binary, .sensitive: nil
    }
  }
}
