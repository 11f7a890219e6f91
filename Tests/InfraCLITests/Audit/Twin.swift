import InfraModel
import Testing

/// Two stacks that differ in one mistake, after a public report or a page of AWS's documentation.
struct Twin: Sendable, CustomTestStringConvertible {
  let title: String
  /// Where the mistake is reported, or what says that it is one.
  let source: String
  let rule: RuleID
  /// The resource that has the mistake.
  let address: String
  let declare: @Sendable (_ stack: inout StackBuilder, _ isBad: Bool) -> Void

  init(
    _ title: String, _ source: String, _ rule: RuleID, at address: String,
    _ declare: @escaping @Sendable (_ stack: inout StackBuilder, _ isBad: Bool) -> Void
  ) {
    self.title = title
    self.source = source
    self.rule = rule
    self.address = address
    self.declare = declare
  }

  var testDescription: String { "\(rule): \(title)" }

  /// The stack as Swift declares it, as raw resources, and as a plan has it.
  func forms(isBad: Bool) -> [(form: String, stack: DeclaredStack)] {
    var builder = StackBuilder()
    declare(&builder, isBad)
    let declared = DeclaredStack(builder)
    return [("declared", declared), ("raw", declared.raw), ("planned", declared.planned)]
  }
}

extension DeclaredStack {
  /// The same with a type for nothing.
  fileprivate var raw: DeclaredStack {
    var builder = StackBuilder()
    for declaration in declarations where declaration.address.mode == .managed {
      builder.add(
        RawResource(declaration.address.type, declaration.address.name, declaration.block), in: declaration.region,
        after: declaration.dependencies)
    }
    return DeclaredStack(builder)
  }
}

extension StackBuilder {
  /// A resource in Terraform's words.
  @discardableResult
  mutating func raw(_ type: String, _ name: String, _ block: Block, in region: Region? = nil) -> Declared<RawResource> {
    add(RawResource(type, name, block), in: region)
  }

  /// A function of a package, with other arguments besides.
  @discardableResult
  mutating func function(_ name: String, _ more: Block = [:], in region: Region? = nil) -> Declared<RawResource> {
    var block: Block = [
      "function_name": .text(Text(name)), "role": "arn:aws:iam::123456789012:role/run", "handler": "a.b",
      "runtime": "python3.13", "filename": "x.zip", "source_code_hash": "abc=",
    ]
    block.merge(more)
    return raw("aws_lambda_function", name, block, in: region)
  }

  /// An alarm on one metric that fires above a threshold, with other arguments besides.
  @discardableResult
  mutating func alarm(
    on metric: String, of namespace: String, by dimensions: [String: Value], _ statistic: String = "Sum",
    above threshold: Double = 0, with more: Block = [:], in region: Region? = nil
  ) -> Declared<RawResource> {
    var block: Block = [
      "alarm_name": "watched", "metric_name": .text(Text(metric)), "namespace": .text(Text(namespace)),
      "dimensions": .map(dimensions), "statistic": .text(Text(statistic)), "period": 300, "evaluation_periods": 1,
      "comparison_operator": "GreaterThanThreshold", "threshold": .number(threshold),
      "treat_missing_data": "notBreaching",
    ]
    block.merge(more)
    return raw("aws_cloudwatch_metric_alarm", "watched", block, in: region)
  }

  /// A permission to call a function, with other arguments besides.
  @discardableResult
  mutating func permission(_ name: String, of function: Text, for service: String, _ more: Block = [:]) -> Address {
    var block: Block = [
      "action": "lambda:InvokeFunction", "function_name": .text(function), "principal": .text(Text(service)),
      "source_account": "123456789012",
    ]
    block.merge(more)
    return raw("aws_lambda_permission", name, block).address
  }

  @discardableResult
  mutating func alias(_ name: String, of function: Text, version: Value = "3") -> Declared<RawResource> {
    raw(
      "aws_lambda_alias", name,
      ["name": .text(Text(name)), "function_name": .text(function), "function_version": version])
  }
}
