import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let hclTextParses: RuleID = "hcl-text-parses"
}

struct HCLTextParses: Rule {
  static let description = RuleDescription(
    id: .hclTextParses,
    title: "Every expression in Terraform's own language can be parsed",
    rationale: """
      The text goes into an interpolation as it stands. If it is not an expression, Terraform reports an error in the \
      generated JSON, or reads something else than was meant.
      """,
    sources: ["https://developer.hashicorp.com/terraform/language/expressions"], isWaivable: false,
    asked: .ofStacksOnly(because: "it checks the configuration, which Terraform has accepted"),
    good: [
      Example("A comprehension, with text that has brackets") { stack in
        let teams = stack.add(RawVariable("teams", .map(.string), description: "Addresses by team"))
        stack.add(
          Output(
            "teams", value: Expression.raw(#"[for name, address in var.teams : "${name} (${address})"]"#).value,
            description: "The teams"))
        stack.add(Output("count", Text(.call("length", [teams])), description: "How many there are"))
      }
    ],
    bad: [
      Counterexample("A bracket that is not closed") { stack in
        stack.add(
          Output("names", value: Expression.raw("[for name in local.names : upper(name]").value, description: ""))
        _ = stack.add(Local("names", value: ["a", "b"]))
        return [.configuration(.output, "names")]
      },
      Counterexample("A quote that is not closed") { stack in
        [stack.add(Topic("alerts"), with: ["display_name": Expression.raw(#"upper("alerts)"#).value]).address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    let resources = zip(stack.declarations, ArgumentReferences(of: stack).readings).flatMap { declaration, reading in
      reading.faults.map { fault in
        finding(on: declaration, message("\(declaration.address)", fault), fix: fix, subject: fault.source)
      }
    }
    let blocks = stack.configuration.flatMap { block in
      ArgumentReferences.Reading(block.block).faults.map { fault in
        finding(on: block, message("\(block.address)", fault), fix: fix, subject: fault.source)
      }
    }
    return resources + blocks
  }

  private func message(_ place: String, _ fault: HCLText.Fault) -> String {
    "'\(place)' has the expression `\(fault.source)`, which is not HCL: \(fault.reason)"
  }

  private var fix: String { "correct the text given to `Expression.raw`" }
}
