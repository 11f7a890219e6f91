import TerraformModel

/// The ARN of something that may be outside of the stack, taken apart.
///
/// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
struct OutsideARN {
  let name: OutsideName
  let service: String
  let region: String
  let account: String
  let resource: String

  init?(_ name: OutsideName) {
    let words = name.assumed.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false).map(String.init)
    guard words.count == 6, words[0] == "arn" else { return nil }
    self.name = name
    service = words[2]
    region = words[3]
    account = words[4]
    resource = words[5]
  }

  /// Whether it is about many resources, or all of them.
  var isPattern: Bool { resource.contains { $0 == "*" || $0 == "?" } }
}
