import TerraformModel

// `response_parameters`: API Gateway names a header by a prefix, such as `method.response.header.Vary`.

extension Dictionary where Key == String, Value: ArgumentValue {
  func value(prefix: String) -> TerraformModel.Value {
    .map([String: TerraformModel.Value](uniqueKeysWithValues: map { (prefix + $0, $1.value) }))
  }
}

extension Dictionary where Key == String, Value: ArgumentCodable {
  /// - Throws: Where a parameter is no header, or its value cannot be told.
  init(reading value: TerraformModel.Value, prefix: String) throws(DecodingFailure.Reason) {
    self = [:]
    for (parameter, member) in try [String: TerraformModel.Value](reading: value) {
      guard parameter.hasPrefix(prefix) else { throw .unfit("with '\(parameter)'") }
      self[String(parameter.dropFirst(prefix.count))] = try Value(reading: member)
    }
  }
}
