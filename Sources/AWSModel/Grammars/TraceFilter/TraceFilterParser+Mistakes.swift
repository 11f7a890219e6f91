import TerraformModel

extension TraceFilterParser {
  /// Some keywords are about a part of a trace, and mean nothing outside of it.
  func check(_ key: String, at start: Int, in scope: Scope) throws(SyntaxError) {
    if rootCauseKeywords.contains(key), scope != .rootCause {
      throw cursor.error(
        at: start, expected: "a keyword that needs no root cause",
        hint: "put '\(key)' into the braces of a `rootcause.fault.entity { … }`")
    }
    if partKeywords.contains(key), scope == .trace {
      let hint =
        key == "name"
        ? "write `service(\"…\")` for the name of a service" : "put '\(key)' into the braces of a `service() { … }`"
      throw cursor.error(at: start, expected: "a keyword that is about a whole trace", hint: hint)
    }
  }

  func unknown(_ word: String, at start: Int) -> SyntaxError {
    guard !word.isEmpty else {
      let wanted = cursor.error(expected: "a condition")
      let hint: String? =
        if cursor.isAtEnd {
          start == 0
            ? "say which traces are meant, such as `fault = true`"
            : "write the other condition, or remove the last `AND` or `OR`"
        } else {
          nil
        }
      return cursor.error(expected: wanted.expected, hint: hint)
    }
    return cursor.error(at: start, expected: "a keyword of X-Ray's filters", hint: hint(for: word))
  }

  private func hint(for word: String) -> String? {
    let key = word.lowercased()
    if let known = strangeWords[key] { return known }
    if key.hasPrefix("annotations.") {
      return "write `annotation.\(String(decoding: word.utf8.dropFirst("annotations.".utf8.count), as: UTF8.self))`"
    }
    if key.hasPrefix("rootcause.") {
      return "write `rootcause.fault` or `rootcause.responsetime`, and behind it `.service`, `.entity` or `.exception`"
    }
    if key == "true" || key == "false" || cursor.peek(while: { $0 == UInt8(ascii: "(") }) != "" { return nil }
    if let near = suggestion(for: word, among: keywords) { return "write `\(near)`" }
    if key.utf8.contains(UInt8(ascii: ".")) || key.utf8.first?.isDigit == true { return nil }
    return "write `annotation.\(word)` if your code puts it on the trace\(equalsForColon)"
  }

  private var equalsForColon: String {
    var ahead = cursor
    ahead.skipSpaces()
    return ahead.next == UInt8(ascii: ":") ? ", with `=` for `:`" : ""
  }

  mutating func warnIfMilliseconds(_ number: TraceFilter.Number, _ limit: Double, at start: Int) {
    guard number == .responseTime || number == .duration, limit > 100 else { return }
    warn(
      at: start, "compares '\(number.rawValue)' with \(limit) seconds, which look like milliseconds",
      fix: "write seconds: `\(number.rawValue)` with \(limit / 1_000)")
  }

  mutating func warnIfUnknown(_ type: String, at start: Int) {
    guard !serviceTypes.contains(type) else { return }
    let near = suggestion(for: type, among: serviceTypes)
    warn(
      at: start, "asks for the type '\(type)', which is none that we know of X-Ray",
      fix: near.map { "write `\($0)`" } ?? "compare it with the `type` that the service map shows")
  }
}

/// What people write who think of another language.
private let strangeWords = [
  "not": "write `!` for `NOT`",
  "and": "say what has to hold before the `AND`",
  "or": "say what has to hold before the `OR`",
  "id": "write `service(id(…))`",
  "rootcause": "write `rootcause.fault.service`, `.entity` or `.exception`",
  "latency": "write `responsetime`, which is in seconds",
  "statuscode": "write `http.status`",
  "status": "write `http.status`",
  "http.statuscode": "write `http.status`",
  "http.status_code": "write `http.status`",
  "url": "write `http.url`",
  "method": "write `http.method`",
  "exception": "write `rootcause.fault.exception { message = \"…\" }`",
]

private let rootCauseKeywords: Set = ["first", "last", "index", "coverage", "remote", "message"]
private let partKeywords: Set = ["name", "type", "root"]

private let keywords =
  TraceFilter.Flag.allCases.map(\.rawValue) + TraceFilter.Number.allCases.map(\.rawValue)
  + TraceFilter.Word.allCases.map(\.rawValue) + TraceFilter.GroupKey.allCases.map(\.rawValue)
  + ["service", "edge", "annotation", "rootcause.json"]

/// The types that X-Ray is known to give the nodes of its map. The list is open.
private let serviceTypes: Set = [
  "AWS::Lambda", "AWS::Lambda::Function", "AWS::ApiGateway::Stage", "AWS::EC2::Instance", "AWS::ECS::Container",
  "AWS::ElasticBeanstalk::Environment", "AWS::AppSync::GraphQLAPI", "AWS::StepFunctions::StateMachine", "AWS::SNS",
  "AWS::SQS::Queue", "AWS::DynamoDB::Table", "client", "remote",
]
