import Foundation
import InfraModel
import TFEmit
import Testing

/// Whatever text is declared, Terraform has the same: rendered in every kind of position, evaluated by the real terraform,
/// and read back.
///
/// Terraform brings text into Unicode's normal form C, which Swift's `==` looks through.
@Suite struct EscapingTests {
  @Test(.ifTheMachineCan) func everyPositionKeepsItsText() throws {
    // A failure says which seed; ESCAPING_SEED repeats it.
    let seed =
      ProcessInfo.processInfo.environment["ESCAPING_SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 0...9_999_999)
    print("escaping: ESCAPING_SEED=\(seed)")
    var random = RandomText(seed: seed)
    let texts = (0..<300).map { _ in random.next() }
    try withTemporaryDirectory { directory in
      let stack = DeclaredStack(positions(of: texts))
      let terraform = try BuiltinTerraform(stack, below: directory)
      try terraform.run("init", "-no-color")
      try terraform.run("plan", "-no-color", "-out=plan")
      let plan = try JSON(reading: Array(try terraform.run("show", "-json", "plan")))
      let read = Plan(plan)
      for (position, values) in read.positions {
        #expect(values.count == (position.isFew ? few : texts.count), "seed \(seed): \(position)")
        for (text, value) in zip(texts, values) where value != text {
          Issue.record("seed \(seed): \(position) made \(String(reflecting: value)) of \(String(reflecting: text))")
          break
        }
      }
    }
  }
}

/// Positions that need a block for each text have fewer.
private let few = 40

private enum Position: String, CaseIterable {
  case argument
  case mapKey
  case besideReferences
  case functionArgument
  case functionArgumentBesideReference
  case document
  case documentKey
  case documentInDocument
  case documentBesideReference
  case variableDefault
  case variableDefaultKey
  case local
  case output
  case variableDescription
  case outputDescription
  case nestedBlock

  var isFew: Bool {
    switch self {
    case .variableDescription, .outputDescription, .nestedBlock, .local: true
    case .argument, .mapKey, .besideReferences, .functionArgument, .functionArgumentBesideReference, .document,
      .documentKey, .documentInDocument,
      .documentBesideReference, .variableDefault, .variableDefaultKey, .output:
      false
    }
  }
}

/// A stack with every text in every position. Keys start with a number, so that no two are the same.
private func positions(of texts: [String]) -> StackBuilder {
  var stack = StackBuilder()
  let middle = stack.add(Local("middle", "·"))
  func remember(_ position: Position, _ values: [Value]) {
    stack.add(TerraformData(position.rawValue, remembering: .list(values)))
  }
  func key(_ index: Int) -> String { "\(index):\(texts[index])" }
  remember(.argument, texts.map { .text(Text($0)) })
  remember(.mapKey, texts.indices.map { .map([key($0): "x"]) })
  remember(.besideReferences, texts.map { .text("\($0)\(middle)\($0)") })
  remember(.functionArgument, texts.map { .text(Text(.call("format", [.literal("%s"), .literal(.text(Text($0)))]))) })
  remember(
    .functionArgumentBesideReference,
    texts.map { .text(Text(.call("format", [.literal("%s"), .literal(.text("\($0)\(middle)\($0)"))]))) })
  remember(.document, texts.map { .json(["text": .text(Text($0))]) })
  remember(.documentKey, texts.indices.map { .json(.map([key($0): "x"])) })
  remember(.documentInDocument, texts.map { .json(["inner": .json(["text": .text(Text($0))])]) })
  remember(.documentBesideReference, texts.map { .json(["text": .text("\($0)\(middle)\($0)")]) })
  let keys = Dictionary(uniqueKeysWithValues: texts.indices.map { (key($0), texts[$0]) })
  let defaults = stack.add(Variable("defaults", default: keys, description: "Literal texts"))
  stack.add(Output("defaults", defaults.text, description: "What the variable came to"))
  let numbered = texts.enumerated().map { (String($0), Text($1)) }
  stack.add(Output("values", Dictionary(uniqueKeysWithValues: numbered), description: "Literal texts"))
  for (index, text) in texts.prefix(few).enumerated() {
    let local = stack.add(Local("local_\(index)", Text(text)))
    stack.add(Output("output_\(index)", local, description: text))
    _ = stack.add(Variable("variable_\(index)", default: 1, description: text))
    let fails = Expression.text(middle)
    stack.add(
      CheckBlock("check_\(index)", that: .binary(fails, .equal, .literal("")), otherwise: "<\(text)>\(middle)<\(text)>")
    )
  }
  return stack
}

/// What terraform made of the positions.
private struct Plan {
  let plan: JSON

  init(_ plan: JSON) {
    self.plan = plan
  }

  var positions: [(Position, [String?])] {
    Position.allCases.map { ($0, values(of: $0)) }
  }

  private func values(of position: Position) -> [String?] {
    switch position {
    case .argument, .functionArgument: remembered(position).map(\.string)
    case .mapKey: remembered(position).map { $0.onlyKey.map(withoutNumber) }
    case .besideReferences, .functionArgumentBesideReference: remembered(position).map { half($0.string) }
    case .document: remembered(position).map { document($0)?["text"]?.string }
    case .documentKey: remembered(position).map { document($0)?.onlyKey.map(withoutNumber) }
    case .documentInDocument: remembered(position).map { document($0)?["inner"].flatMap(document)?["text"]?.string }
    case .documentBesideReference: remembered(position).map { half(document($0)?["text"]?.string) }
    case .variableDefault: defaults.map(\.value.string)
    case .variableDefaultKey: defaults.map { withoutNumber($0.key) }
    case .output: numbered(planned["outputs"]?["values"]?["value"]).map(\.value.string)
    case .local: (0..<few).map { planned["outputs"]?["output_\($0)"]?["value"]?.string }
    case .outputDescription: (0..<few).map { configured["outputs"]?["output_\($0)"]?["description"]?.string }
    case .variableDescription: (0..<few).map { configured["variables"]?["variable_\($0)"]?["description"]?.string }
    case .nestedBlock: (0..<few).map { half(problem(ofCheck: $0))?.unwrapped }
    }
  }

  private var planned: JSON { plan["planned_values"] ?? .null }
  private var configured: JSON { plan["configuration"]?["root_module"] ?? .null }

  private func remembered(_ position: Position) -> [JSON] {
    let resources = planned["root_module"]?["resources"]?.array ?? []
    return resources.first { $0["name"]?.string == position.rawValue }?["values"]?["input"]?.array ?? []
  }

  private var defaults: [(key: String, value: JSON)] {
    numbered(planned["outputs"]?["defaults"]?["value"])
  }

  private func problem(ofCheck index: Int) -> String? {
    let check = plan["checks"]?.array?.first { $0["address"]?["name"]?.string == "check_\(index)" }
    return check?["instances"]?.array?.first?["problems"]?.array?.first?["message"]?.string
  }

  private func document(_ value: JSON) -> JSON? {
    value.string.flatMap { try? JSON(reading: Array($0.utf8)) }
  }

  /// Members by the number that their keys start with.
  private func numbered(_ value: JSON?) -> [(key: String, value: JSON)] {
    guard case .object(let members) = value else { return [] }
    return members.sorted { number($0.key) < number($1.key) }.map { ($0.key, $0.value) }
  }

  private func number(_ key: String) -> Int {
    Int(key.prefix { $0.isASCII && $0.isNumber }) ?? -1
  }

  private func withoutNumber(_ key: String) -> String {
    String(String.UnicodeScalarView(key.unicodeScalars.drop { $0 != ":" }.dropFirst()))
  }

  /// What stands on both sides of the reference, where it is the same.
  private func half(_ text: String?) -> String? {
    guard let scalars = text.map({ Array($0.unicodeScalars) }), scalars.count % 2 == 1 else { return nil }
    let (left, right) = (scalars[..<(scalars.count / 2)], scalars[(scalars.count / 2 + 1)...])
    guard left.elementsEqual(right), scalars[scalars.count / 2] == "·" else { return nil }
    return String(String.UnicodeScalarView(left))
  }
}

extension JSON {
  fileprivate var onlyKey: String? {
    guard case .object(let members) = self, members.count == 1 else { return nil }
    return members.first?.key
  }
}

extension String {
  /// Without the brackets that keep Terraform from trimming.
  fileprivate var unwrapped: String? {
    let scalars = unicodeScalars
    guard scalars.first == "<", scalars.last == ">", scalars.count > 1 else { return nil }
    return String(String.UnicodeScalarView(scalars.dropFirst().dropLast()))
  }
}
