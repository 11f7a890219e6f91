/// A `main.tf.json` as it was written, taken apart into what has a name of its own.
public struct WrittenConfiguration: Sendable {
  /// `aws_sns_topic.alerts`, `data.aws_region.here`, `output.url`, `provider.aws.us_east_1`, `terraform`.
  public private(set) var blocks: [String: JSON] = [:]
  /// `moved`: where things were, by where they are.
  public private(set) var origins: [String: String] = [:]

  /// Nothing, as before the first run.
  public init() {}

  /// `versions`: the bytes of the `versions.tf` beside it, whose `required_version` is a part of `terraform`.
  public init(reading bytes: [UInt8], versions: [UInt8]? = nil) throws(JSONError) {
    guard case .object(let sections) = try JSON(reading: bytes) else {
      throw JSONError(line: 1, column: 1, reason: "it is no object")
    }
    for (section, content) in sections { read(content, of: section) }
    if let version = versions.flatMap(requiredVersion) {
      blocks["terraform"] = .object(
        (blocks["terraform"] ?? .object([:])).members.merging(["required_version": .string(version)]) { $1 })
    }
  }

  private mutating func read(_ content: JSON, of section: String) {
    switch section {
    case "resource": readTypes(content, prefix: "")
    case "data": readTypes(content, prefix: "data.")
    case "ephemeral": readTypes(content, prefix: "ephemeral.")
    case "provider":
      for (type, providers) in content.members {
        for provider in providers.elements {
          blocks[["provider", type, provider["alias"]?.string].compactMap(\.self).joined(separator: ".")] = provider
        }
      }
    case "moved":
      for block in content.elements {
        if let old = block["from"]?.string, let new = block["to"]?.string { origins[new] = old }
      }
    case "import", "removed":
      for block in content.elements {
        blocks["\(section).\((block["to"] ?? block["from"])?.string ?? "")"] = block
      }
    case "terraform": blocks[section] = content
    default:
      for (label, block) in content.members { blocks["\(section).\(label)"] = block }
    }
  }

  private mutating func readTypes(_ content: JSON, prefix: String) {
    for (type, labelled) in content.members {
      for (label, block) in labelled.members { blocks["\(prefix)\(type).\(label)"] = block }
    }
  }
}

extension JSON {
  /// The members of an object; none where it is no object.
  public var members: [String: JSON] {
    if case .object(let members) = self { members } else { [:] }
  }

  /// Terraform's way to write blocks: several are an array, one is itself.
  public var elements: [JSON] {
    if case .array(let elements) = self { elements } else { [self] }
  }
}
