import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let undeclaredVariable: RuleID = "undeclared-variable"
}

struct UndeclaredVariable: Rule {
  static let description = RuleDescription(
    id: .undeclaredVariable,
    title: "Every variable and local that is used is declared",
    rationale: "Terraform rejects a configuration that reads an undeclared variable or local.",
    sources: ["https://developer.hashicorp.com/terraform/language/expressions/references"],
    isWaivable: false,
    asked: .ofStacksOnly(because: "it checks the configuration, which Terraform has accepted"),
    good: [
      Example("What `add` returned is used") { stack in
        let memory = stack.add(Variable("memory", default: Memory.mb(256), description: "MB"))
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), memory: memory, timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        stack.add(Output("mail", stack.add(Local("mail", "on-call@example.com")), description: "Who is woken"))
      }
    ],
    bad: [
      Counterexample("It was added to a copy") { stack in
        var copy = stack
        let memory = copy.add(Variable("memory", default: Memory.mb(256), description: "MB"))
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), memory: memory, timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        return [ingest.address]
      },
      Counterexample("An output with a condition on an undeclared variable") { stack in
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
    "use what `stack.add` returns for '\(missing.name)', from this stack and not from a copy"
  }
}
