import TerraformModel

extension Text {
  /// The service that an ARN belongs to, as its third field has it: `lambda`, `sqs`. Of a reference that is the service of
  /// the resource it refers to. `nil` where the text does not tell.
  var serviceOfARN: String? {
    if partCount == 1, let type = references.first?.address.type { return ResourceCatalog.aws.facts[type]?.iamPrefix }
    let fields = literal?.split(separator: ":", omittingEmptySubsequences: false) ?? []
    return fields.dropFirst(2).first.map(String.init)
  }
}
