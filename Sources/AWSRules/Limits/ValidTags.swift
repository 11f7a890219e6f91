import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let validTags: RuleID = "valid-tags"
}

struct ValidTags: Rule {
  static let description = RuleDescription(
    id: .validTags,
    title: "Every resource has valid tags",
    rationale: """
      Terraform plans any tags. AWS accepts 50 per resource, including those of the provider, and reserves the \
      prefix `aws:`.
      """,
    sources: ["https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html"],
    reads: [
      .arguments("tags", of: Topic.self)
    ],
    good: [
      Example("A few tags") { stack in
        stack.add(Topic("alerts"), with: ["tags": ["Team": "checkout", "cost-center": "4711 / EU"]])
      }
    ],
    bad: [
      Counterexample("Fifty-one") { stack in
        let tags = (1...51).map { ("tag-\($0)", Value.text("yes")) }
        let topic = stack.add(Topic("alerts"), with: ["tags": .map(Dictionary(uniqueKeysWithValues: tags))])
        return [topic.address]
      },
      Counterexample("A reserved key") { stack in
        [stack.add(Topic("alerts"), with: ["tags": ["aws:team": "checkout"]]).address]
      },
      Counterexample("A key and a value that are too long") { stack in
        let long = Text(String(repeating: "x", count: 300))
        let key = String(repeating: "k", count: 129)
        let topic = stack.add(Topic("alerts"), with: ["tags": .map([key: "yes", "note": .text(long)])])
        return [topic.address, topic.address]
      },
      Counterexample("A character that AWS does not accept") { stack in
        [stack.add(Topic("alerts"), with: ["tags": ["team": "checkout; billing"]]).address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    stack.declarations.flatMap { declaration -> [Finding] in
      guard declaration.address.type.hasPrefix("aws_"), case .map(let tags) = declaration.block["tags"] else {
        return []
      }
      let name = declaration.resource.name
      var findings = tags.sorted { $0.key < $1.key }.compactMap { key, value -> Finding? in
        guard let fault = fault(of: key, value.text(in: stack)) else { return nil }
        return finding(
          on: declaration, "'\(name)' has the tag '\(key.prefix(40))', \(fault)",
          fix: "give the tag another key or value on '\(name)'")
      }
      let count = Set(tags.keys).union(stack.tags.keys).count
      if count > 50 {
        findings.append(
          finding(on: declaration, "'\(name)' has \(count) tags; AWS accepts 50", fix: "remove tags from '\(name)'"))
      }
      return findings
    }
  }

  private func fault(of key: String, _ value: String?) -> String? {
    if key.lowercased().hasPrefix("aws:") { return "but AWS reserves keys that start with 'aws:'" }
    if !(1...128).contains(key.unicodeScalars.count) { return "but AWS accepts keys of 1 to 128 characters" }
    if (value?.unicodeScalars.count ?? 0) > 256 { return "but AWS accepts values of up to 256 characters" }
    guard (key + (value ?? "")).unicodeScalars.allSatisfy(isTagCharacter) else {
      return "but AWS accepts letters, digits, spaces and _ . : / = + - @"
    }
    return nil
  }

  private func isTagCharacter(_ scalar: Unicode.Scalar) -> Bool {
    isASCIILetterOrDigit(scalar) || " _.:/=+-@".unicodeScalars.contains(scalar)
      || (!scalar.isASCII && scalar.properties.isAlphabetic)
  }
}
