import AWSModel
import PolicyEngine
import TerraformModel

extension Rule {
  /// Every resource in production that lacks a safeguard of a kind.
  func evaluate(_ purpose: Safeguard.Purpose, in stack: DeclaredStack) -> RuleEvaluation {
    var evaluation = RuleEvaluation()
    guard stack.isProduction else { return evaluation }
    for (safeguards, declarations) in stack.managed(by: { Safeguard.of($0, for: purpose) }) {
      for declaration in declarations {
        for safeguard in safeguards {
          evaluation.judge(declaration) { () throws(DecodingFailure) in
            try declaration.has(safeguard) ? [] : [finding(on: declaration, without: safeguard)]
          }
        }
      }
    }
    return evaluation
  }

  private func finding(on declaration: Declaration, without safeguard: Safeguard) -> Finding {
    let argument = safeguard.path.joined(separator: ".")
    let name = declaration.resource.name
    let model = declaration.isRaw ? nil : ResourceCatalog.aws.models[declaration.address.type]
    let property = model?.declaredArguments.first { $0.path == argument }?.property
    let terraformFix = "set `\(argument)` to \(safeguard.expectation.words)"
    return finding(
      on: declaration, "'\(declaration.address)' \(safeguard.risk)",
      fix: property.map { "set `\($0): \(safeguard.expectation.words)` on '\(name)'" }
        ?? "\(terraformFix) on '\(name)'",
      terraformFix: terraformFix, subject: argument)
  }
}

extension Safeguard {
  /// - Returns: `nil` for a type that has none of the kind.
  fileprivate static func of(_ type: String, for purpose: Purpose) -> [Safeguard]? {
    guard let safeguards = ResourceCatalog.aws.facts[type]?.safeguards, !safeguards.isEmpty else { return nil }
    let meant = safeguards.filter { $0.purpose == purpose }
    return meant.isEmpty ? nil : meant
  }
}

extension Declaration {
  /// Whether the resource has a safeguard, or needs none.
  fileprivate func has(_ safeguard: Safeguard) throws(DecodingFailure) -> Bool {
    do throws(DecodingFailure) {
      if try meets(safeguard) { return true }
    } catch {
      if try isExempt(from: safeguard) { return true }
      throw error
    }
    return try isExempt(from: safeguard)
  }

  private func isExempt(from safeguard: Safeguard) throws(DecodingFailure) -> Bool {
    if safeguard.unless.contains(where: { block[$0] != nil }) { return true }
    guard let exempt = safeguard.exempt else { return false }
    return try BlockDecoder(block).stringIfPresent(exempt.argument).map(exempt.words.contains) ?? false
  }

  private func meets(_ safeguard: Safeguard) throws(DecodingFailure) -> Bool {
    var decoder = BlockDecoder(block)
    for step in safeguard.path.dropLast() {
      guard let nested = try decoder.nested(step) else { return safeguard.isDefault }
      decoder = nested
    }
    let argument = safeguard.path[safeguard.path.count - 1]
    return switch safeguard.expectation {
    case .isTrue: try decoder.boolIfPresent(argument) ?? safeguard.isDefault
    case .isFalse: try decoder.boolIfPresent(argument).map { !$0 } ?? safeguard.isDefault
    case .word(let word): try decoder.stringIfPresent(argument).map { $0 == word } ?? safeguard.isDefault
    case .atLeast(let least): try decoder.numberIfPresent(argument).map { $0 >= least } ?? safeguard.isDefault
    }
  }
}
