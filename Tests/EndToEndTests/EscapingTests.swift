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
      let terraform = try BuiltinTerraform(stack, files: ["echo/main.tf.json": echo], below: directory)
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

extension EscapingTests {
  /// A plan has the source of a provisioner's arguments, so this is applied: commands and their environment write files.
  @Test(.ifTheMachineCan) func provisionersAreGivenTheirTexts() throws {
    let seed =
      ProcessInfo.processInfo.environment["ESCAPING_SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 0...9_999_999)
    print("escaping: ESCAPING_SEED=\(seed)")
    var random = RandomText(seed: seed)
    let texts = (0..<few).map { _ in random.next() }
    var stack = StackBuilder()
    let provisioners = texts.enumerated().flatMap { index, text -> [Provisioner] in
      // A shell takes the command as `$0`.
      let shell: Value = ["sh", "-c", .text(Text("printf %s \"$0\" > command-\(index)"))]
      return [
        Provisioner("local-exec", ["command": .text(Text(text)), "interpreter": shell]),
        .localExec("printf %s \"$TEXT\" > variable-\(index)", environment: ["TEXT": Text(text)]),
      ]
    }
    stack.add(TerraformData("provisioned"), provisioners: provisioners)
    try withTemporaryDirectory { directory in
      let terraform = try BuiltinTerraform(DeclaredStack(stack), below: directory)
      try terraform.run("init", "-no-color")
      try terraform.run("apply", "-no-color", "-auto-approve")
      for (index, text) in texts.enumerated() {
        for file in ["command-\(index)", "variable-\(index)"] {
          // Read as bytes: Foundation's reading of text drops a byte order mark.
          let written = String(
            decoding: try Data(contentsOf: terraform.directory.appending(path: file)), as: UTF8.self)
          #expect(written == text, "seed \(seed): \(file)")
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
  case forEachKey
  case forEachValue
  case instanceKey
  case bareInstanceKey
  case importID
  case moduleArgument
  case indexKey
  case optionalDefault

  var isFew: Bool {
    switch self {
    case .variableDescription, .outputDescription, .nestedBlock, .local, .instanceKey, .bareInstanceKey, .importID,
      .optionalDefault:
      true
    case .argument, .mapKey, .besideReferences, .functionArgument, .functionArgumentBesideReference, .document,
      .documentKey, .documentInDocument,
      .documentBesideReference, .variableDefault, .variableDefaultKey, .output, .forEachKey, .forEachValue,
      .moduleArgument, .indexKey:
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
  let instances = stack.add(forEach: .map(keys.mapValues { .text(Text($0)) })) { each in
    TerraformData("instances", remembering: each.value.value)
  }
  let echo = stack.add(ModuleCall("echo", from: .directory("./echo"), ["texts": texts.value]))
  stack.add(Output("echoed", value: echo.outputs.member("texts").value, description: "What the module was given"))
  remember(.indexKey, texts.indices.map { InfraModel.Expression.map([key($0): texts[$0].value])[key($0)].value })
  for (index, text) in texts.prefix(few).enumerated() {
    stack.add(
      Output("instance_\(index)", instances[key(index)].attribute("input"), description: "Of the key"))
    stack.add(StateChange.imported(instances[key(index)].address, id: Text(text)))
    let optional = stack.add(
      RawVariable(
        "optional_\(index)", .object(["text": .optional(.string, default: .text(Text(text)))]), default: .map([:]),
        description: "Has a default within its type"))
    stack.add(Output("optional_\(index)", value: optional.member("text").value, description: "The default"))
  }
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

/// A module whose output is what it is given.
private let echo = """
  {"variable": {"texts": {"type": "list(string)"}}, "output": {"texts": {"value": "${var.texts}"}}}
  """

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
    case .forEachKey: instances.map { $0["index"]?.string.map(withoutNumber) }
    case .forEachValue: instances.map { $0["values"]?["input"]?.string }
    case .instanceKey: (0..<few).map { planned["outputs"]?["instance_\($0)"]?["value"]?.string }
    case .bareInstanceKey: imports.map { $0.key.map(withoutNumber) }
    case .importID: imports.map(\.id)
    case .moduleArgument: planned["outputs"]?["echoed"]?["value"]?.array?.map(\.string) ?? []
    case .indexKey: remembered(position).map(\.string)
    case .optionalDefault: (0..<few).map { planned["outputs"]?["optional_\($0)"]?["value"]?.string }
    case .nestedBlock: (0..<few).map { half(problem(ofCheck: $0))?.unwrapped }
    }
  }

  private var planned: JSON { plan["planned_values"] ?? .null }
  private var configured: JSON { plan["configuration"]?["root_module"] ?? .null }

  private var resources: [JSON] { planned["root_module"]?["resources"]?.array ?? [] }

  /// The instances of a `for_each`, in the order of the texts.
  private var instances: [JSON] {
    resources.filter { $0["name"]?.string == "instances" }
      .sorted { number($0["index"]?.string ?? "") < number($1["index"]?.string ?? "") }
  }

  /// The instances that are imported, with their ids, in the order of the texts.
  private var imports: [(key: String?, id: String?)] {
    (plan["resource_changes"]?.array ?? []).filter { $0["change"]?["importing"] != nil }
      .map { (key: $0["index"]?.string, id: $0["change"]?["importing"]?["id"]?.string) }
      .sorted { number($0.key ?? "") < number($1.key ?? "") }
  }

  private func remembered(_ position: Position) -> [JSON] {
    resources.first { $0["name"]?.string == position.rawValue }?["values"]?["input"]?.array ?? []
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
