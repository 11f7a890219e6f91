import InfraModel
import TFEmit

/// A construct of Terraform's language: a row of the table in docs/guide/terraform-language.md, and what proves it.
struct TerraformConstruct: Sendable {
  /// What the row and the test are called.
  let name: String
  /// The construct in Terraform's words, as Markdown.
  let terraform: String
  /// The same in Swift, as Markdown, with the reason where there is nothing but raw text.
  let swift: String
  let proof: Proof
  /// Files beside the configuration, such as a module.
  var files: [String: String] = [:]
  /// The variables' values.
  var options: [String] = []
  let declare: @Sendable (inout StackBuilder) -> DeclaredStack

  /// What the real terraform makes of it.
  enum Proof: Sendable {
    /// It plans it, and the plan shows this.
    case planned(@Sendable (JSON) -> [Expectation])
    /// It validates it with the schema of the AWS provider, for a plan needs an account.
    case validatedWithAWS
    /// It validates it. What it is about, such as a state elsewhere, is not on this machine.
    case validated
    /// Terraform refuses it, with these words: it is left out for that reason, or the version is too old.
    case refused(String)

    /// The last column of the table.
    var words: String {
      switch self {
      case .planned: "planned"
      case .validatedWithAWS, .validated: "validated"
      case .refused: "refused"
      }
    }
  }

  /// What a plan should show.
  struct Expectation: Sendable {
    let found: String
    let expected: String
  }

  init(
    _ name: String, _ terraform: String, _ swift: String, _ proof: Proof, files: [String: String] = [:],
    options: [String] = [], on backend: Backend = .local, _ declare: @escaping @Sendable (inout StackBuilder) -> Void
  ) {
    self.name = name
    self.terraform = terraform
    self.swift = swift
    self.proof = proof
    self.files = files
    self.options = options
    self.declare = { builder in
      declare(&builder)
      return DeclaredStack(builder, backend: backend)
    }
  }

  var stack: DeclaredStack {
    var builder = StackBuilder()
    return declare(&builder)
  }

  /// The rows, in the order of the table.
  static let all = resources + instances + lifecycles + blocks + values + expressions + elsewhere
}

extension TerraformConstruct.Proof {
  /// The plan has these outputs, as JSON.
  static func outputs(_ outputs: [String: String]) -> Self {
    .planned { plan in
      outputs.sorted { $0.key < $1.key }.map { name, json in
        expect(plan["planned_values"]?["outputs"]?[name]?["value"], json)
      }
    }
  }

  /// The plan has these changes, as `create terraform_data.a`.
  static func changes(_ changes: [String]) -> Self {
    .planned { plan in
      let found = (plan["resource_changes"]?.array ?? []).map { change in
        let actions = (change["change"]?["actions"]?.array ?? []).compactMap(\.string).joined(separator: "+")
        let importing = change["change"]?["importing"]?["id"]?.string.map { " importing \($0)" } ?? ""
        return "\(actions) \(change["address"]?.string ?? "")\(importing)"
      }
      return [
        TerraformConstruct.Expectation(
          found: found.sorted().joined(separator: "\n"), expected: changes.sorted().joined(separator: "\n"))
      ]
    }
  }
}

/// A value of a plan with what it should be, as JSON.
func expect(_ value: JSON?, _ json: String) -> TerraformConstruct.Expectation {
  TerraformConstruct.Expectation(found: value.map(text) ?? "nothing", expected: json)
}

/// JSON without spaces.
private func text(_ value: JSON) -> String {
  switch value {
  case .null: "null"
  case .bool(let bool): "\(bool)"
  case .integer(let integer): "\(integer)"
  case .number(let number): "\(number)"
  case .string(let string): "\"\(string)\""
  case .array(let elements): "[\(elements.map(text).joined(separator: ","))]"
  case .object(let members):
    "{\(members.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\(text($0.value))" }.joined(separator: ","))}"
  }
}
