import InfraModel

/// Prints where a resource or an argument in out/ was declared.
struct OriginCommand: Command {
  static let name = "origin"
  static let formerNames = ["blame"]
  static let summary = "show where a resource or an argument is declared, and by which component"
  static let operands = [Operand.required("ADDRESS", .anything)]
  static let options = Selection.options + [Format.option([.text, .json])]
  static let details = """
    ADDRESS is Terraform's, such as aws_sns_topic.alerts, data.aws_caller_identity.current or output.api_url, or an
    argument of it, such as aws_sns_topic.alerts.display_name.
    """
  static let examples = [
    Example("origin aws_sns_topic.alerts", "the calls that led to the topic, in every stack and environment"),
    Example("origin aws_lambda_function.orders.timeout --env prod", "the value of the timeout, and what set it"),
    Example("list", "every address there is"),
  ]

  let address: String
  let selection: Selection
  let format: Format

  init(_ words: inout ArgumentParser) throws {
    selection = Selection(words)
    format = try Format(words, among: [.text, .json])
    guard let address = words.next() else { throw UsageError.noAddress }
    self.address = address
  }

  func run(in program: Program) throws -> Outcome {
    let stacks = try selection.declared(in: program)
    let (target, path) = try target(in: stacks)
    let origins = stacks.flatMap { Origin.all(of: target, argument: path, in: $0) }
    guard !origins.isEmpty else {
      throw UsageError.unknownArgument(
        path.joined(separator: "."), of: target.description, known: arguments(of: target, in: stacks))
    }
    switch format {
    case .json: return Outcome(output: json(["schemaVersion": 1, "declarations": .list(origins.map(\.entry))]))
    default: return Outcome(output: text(of: origins, relativeTo: program.workingDirectory))
    }
  }

  /// The longest prefix that is a declared address; the rest is an argument.
  private func target(in stacks: [DeclaredStack]) throws -> (Address, argument: [String]) {
    let known = Set(stacks.flatMap { $0.declarations.map(\.address) + $0.configuration.map(\.address) })
    let words = address.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let byName = Dictionary(known.map { ($0.description, $0) }, uniquingKeysWith: { first, _ in first })
    for count in stride(from: words.count, to: 0, by: -1) {
      if let found = byName[words.prefix(count).joined(separator: ".")] {
        return (found, Array(words.dropFirst(count)))
      }
    }
    throw UsageError.unknownAddress(address, known: byName.keys.sorted())
  }

  private func arguments(of target: Address, in stacks: [DeclaredStack]) -> [String] {
    let blocks = stacks.flatMap { stack in
      [stack.declaration(at: target)?.block].compactMap(\.self)
        + stack.configuration.filter { $0.address == target }.map(\.block)
    }
    return Set(blocks.flatMap { $0.arguments.map(\.name) }).sorted()
  }

  /// Each chain of calls to the address once, with all the stacks and environments that share it.
  private func text(of origins: [Origin], relativeTo directory: String) -> String {
    var seen: [[String]] = []
    for origin in origins where !seen.contains(origin.lines(relativeTo: directory)) {
      seen.append(origin.lines(relativeTo: directory))
    }
    return seen.map { lines in
      let stacks = origins.filter { $0.lines(relativeTo: directory) == lines }.map { "\($0.stack)" }
      return "\(origins[0].address) in \(stacks.joined(separator: ", "))\n" + lines.map { "  \($0)\n" }.joined()
    }.joined(separator: "\n")
  }
}
