import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let duplicateAddress: RuleID = "duplicate-address"
}

struct DuplicateAddress: Rule {
  static let description = RuleDescription(
    id: .duplicateAddress,
    title: "No two declarations have the same address",
    rationale: "Terraform has one resource at an address, so one of two declarations would be lost.",
    sources: ["US10", "https://developer.hashicorp.com/terraform/language/syntax/json"], isWaivable: false,
    asked: .ofStacksOnly(because: "it checks the configuration, which Terraform has accepted"),
    good: [
      Example("Each topic has a name of its own") { stack in
        stack.add(Topic("alerts"))
        stack.add(Topic("bills"))
      },
      Example("Other types may have the same name") { stack in
        stack.add(Topic("alerts"))
        stack.add(Queue("alerts", retention: .seconds(3_600)))
      },
    ],
    bad: [
      Counterexample("Two topics with the same name") { stack in
        stack.add(Topic("alerts"))
        return [stack.add(Topic("alerts")).address]
      },
      Counterexample("Terraform's label is the same for both") { stack in
        stack.add(Topic("on-call"))
        return [stack.add(Topic("on_call")).address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    guard !stack.declaresEachOnce else { return [] }
    var first: [Address: Declaration] = [:]
    return stack.declarations.compactMap { declaration in
      guard let other = first[declaration.address] else {
        first[declaration.address] = declaration
        return nil
      }
      return finding(
        on: declaration, "'\(declaration.address)' is declared twice",
        fix: "give this \(typeName(declaration)) another name than '\(declaration.resource.name)', or remove it",
        notes: [Finding.Note(at: other.location, "the first '\(declaration.address)' is declared here")])
    }
  }
}
