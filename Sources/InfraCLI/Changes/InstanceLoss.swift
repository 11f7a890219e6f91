import InfraModel
import TFEmit

/// The instances of a resource that Terraform would destroy because `count` or `for_each` changes.
struct InstanceLoss {
  /// The addresses, such as `aws_sqs_queue.jobs["orders"]`; without a key where there was no `count` or `for_each`.
  let addresses: [Address]

  /// - Parameters:
  ///   - former: The resource as it was written.
  ///   - replacement: What the stack declares at its address now.
  init(of former: JSON, to replacement: Declaration, moves: StateMoves) {
    let old = FormerInstances(former)
    let indices = old.indices.subtracting(Self.indices(of: replacement, after: old))
    let address = replacement.address
    addresses = indices.sorted().map { index in
      Address(mode: address.mode, type: address.type, name: address.name, index: index)
    }.filter { moves.destination(of: $0) == $0 }
  }

  /// The instances that there will be; those that there were where Terraform has yet to evaluate which.
  private static func indices(of declaration: Declaration, after old: FormerInstances) -> Set<String> {
    switch declaration.repetition {
    case nil: [""]
    case .count:
      // Terraform moves what had no key to `[0]` by itself.
      declaration.repetition?.knownIndices.map { $0.contains("[0]") ? $0.union([""]) : $0 } ?? old.indices
    case .forEach: declaration.repetition?.knownIndices ?? old.indices.subtracting([""])
    }
  }
}

/// The instances of a resource as it was written, as far as the configuration tells.
private struct FormerInstances {
  let indices: Set<String>

  init(_ block: JSON) {
    switch (block["count"], block["for_each"]) {
    case (nil, nil): indices = [""]
    case (.integer(let count)?, _): indices = Set((0..<max(0, count)).map { "[\($0)]" })
    case (_, .object(let members)?): indices = Set(members.keys.map(Self.index))
    case (_, .string(let source)?): indices = Self.set(source)
    default: indices = []
    }
  }

  /// `${toset(["a", "b"])}`
  private static func set(_ source: String) -> Set<String> {
    let (start, end) = ("${toset(", ")}")
    guard source.hasPrefix(start), source.hasSuffix(end),
      case .array(let members)? = try? JSON(reading: Array(source.dropFirst(start.count).dropLast(end.count).utf8))
    else { return [] }
    return Set(members.compactMap(\.string).map(index))
  }

  /// What stands behind the address, of a key as a template.
  private static func index(_ key: String) -> String {
    "[\(key.replacing("$${", with: "${").replacing("%%{", with: "%{").quotedForHCL)]"
  }
}
