public import TerraformModel

/// `http_method`
public enum HTTPMethod: String, Hashable, Sendable, CaseIterable, ArgumentCodable {
  case get = "GET"
  case head = "HEAD"
  case post = "POST"
  case put = "PUT"
  case patch = "PATCH"
  case delete = "DELETE"
  case options = "OPTIONS"
  /// Every method that the path does not declare by itself.
  case any = "ANY"
}
