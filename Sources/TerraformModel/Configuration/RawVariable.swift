/// An input of the Terraform configuration (`variable`) of any type, with a default or without one. Rules take the default
/// for its value, and cannot tell what it is where there is none.
///
/// ```swift
/// let zones = stack.add(
///   RawVariable("zones", .list(.string), description: "The availability zones of the network"))
/// ```
///
/// `Variable` is the better choice where an argument has a type in Swift: it has a default of that type.
///
/// Source: https://developer.hashicorp.com/terraform/language/block/variable
public struct RawVariable: Sendable {
  /// Letters, digits, `_` and `-` (`valid-terraform-label`); not one that Terraform keeps to itself (`reserved-terraform-variable`).
  public let name: String
  /// `type`; any type where `nil`, and a value on the command line is text.
  public var type: VariableType?
  /// `default`: a constant; `nil` where the value has to be given.
  public var defaultValue: Value?
  /// `description`; none where it is empty.
  public var description: String
  /// `validation`
  public var validations: [CustomCondition]
  /// `sensitive`
  public var isSensitive: Bool
  /// `ephemeral`: neither the plan nor the state keeps it. Raises `required_version` to the first version that knows it.
  public var isEphemeral: Bool
  /// `nullable`: whether it may be given as `null`.
  public var isNullable: Bool

  /// - Parameters:
  ///   - name: Letters, digits, `_` and `-`.
  ///   - type: `type`; any type where `nil`, and a value on the command line is text.
  ///   - defaultValue: `default`: a constant, which may be `.null`; `nil` where the value has to be given.
  ///   - description: `description`; none where it is empty.
  ///   - isSensitive: `sensitive`
  ///   - isEphemeral: `ephemeral`
  ///   - isNullable: `nullable`
  ///   - validations: What Terraform refuses; each refers to the variable as `Expression.variable("name")`.
  public init(
    _ name: String, _ type: VariableType?, default defaultValue: Value? = nil, description: String = "",
    validations: [CustomCondition] = [], isSensitive: Bool = false, isEphemeral: Bool = false, isNullable: Bool = true
  ) {
    self.name = name
    self.type = type
    self.defaultValue = defaultValue
    self.description = description
    self.validations = validations
    self.isSensitive = isSensitive
    self.isEphemeral = isEphemeral
    self.isNullable = isNullable
  }

  var block: Block {
    var block = Block()
    if let type { block["type"] = .literal(type.description) }
    if !description.isEmpty { block["description"] = .literal(description) }
    if let defaultValue { block["default"] = defaultValue.asLiteral }
    if isSensitive { block["sensitive"] = true }
    if isEphemeral { block["ephemeral"] = true }
    if !isNullable { block["nullable"] = false }
    if !validations.isEmpty { block["validation"] = .blocks(validations.map(\.block)) }
    return block
  }

  var expression: Expression {
    let known: Value
    switch defaultValue {
    case let value? where !isSensitive: known = value
    case let value?: known = .text(Text(.sensitive(SensitiveText(value.word ?? ""))))
    case nil: known = .text(Text(.knownAfterApply(reading: [])))
    }
    return .variable(name, default: known)
  }
}
