import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let elementNameShadowed: RuleID = "element-name-shadowed"
}

struct ElementNameShadowed: Rule {
  static let description = RuleDescription(
    id: .elementNameShadowed,
    title: "No comprehension gives its elements the name of those around it",
    rationale: """
      Terraform takes the name for the inner element. What Swift passes on from the outer comprehension has the same name, \
      so the expression reads another element than it says.
      """,
    sources: ["https://developer.hashicorp.com/terraform/language/expressions/for"], isWaivable: false,
    asked: .ofStacksOnly(because: "it checks the configuration, which Terraform has accepted"),
    good: [
      Example("Rows and columns") { stack in
        let sizes = stack.add(RawVariable("sizes", .list(.number), default: [1, 2], description: "Lengths"))
        let areas = Expression.list(for: "row", in: sizes) { row in
          .list(for: "column", in: sizes) { column in row * column }
        }
        stack.add(Output("areas", value: areas.value, description: "Every area"))
      },
      Example("One after the other") { stack in
        let sizes = stack.add(RawVariable("sizes", .list(.number), default: [1, 2], description: "Lengths"))
        let doubled = Expression.list(for: "size", in: sizes) { $0 * 2 }
        stack.add(
          Output("sizes", value: Expression.list(for: "size", in: doubled) { $0 + 1 }.value, description: "Lengths"))
      },
    ],
    bad: [
      Counterexample("Both are called size") { stack in
        let sizes = stack.add(RawVariable("sizes", .list(.number), default: [1, 2], description: "Lengths"))
        let areas = Expression.list(for: "size", in: sizes) { row in
          .list(for: "size", in: sizes) { column in row * column }
        }
        stack.add(Output("areas", value: areas.value, description: "Every area"))
        return [.configuration(.output, "areas")]
      }
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    let resources = zip(stack.declarations, ArgumentReferences(of: stack).readings).flatMap { declaration, reading in
      reading.shadowedNames.sorted().map { name in
        finding(on: declaration, message("\(declaration.address)", name), fix: fix(name), subject: name)
      }
    }
    let blocks = stack.configuration.flatMap { block in
      ArgumentReferences.Reading(block.block).shadowedNames.sorted().map { name in
        finding(on: block, message("\(block.address)", name), fix: fix(name), subject: name)
      }
    }
    return resources + blocks
  }

  private func message(_ place: String, _ name: String) -> String {
    "in '\(place)' a comprehension calls its elements '\(name)', as one around it does"
  }

  private func fix(_ name: String) -> String { "give the inner elements another name than '\(name)'" }
}
