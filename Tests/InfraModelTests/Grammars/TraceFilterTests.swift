import InfraModel
import Testing

@Suite struct TraceFilterTests {
  @Test(arguments: validFilters)
  func filterOfAWSsDocumentsIsRead(_ text: String) throws {
    _ = try TraceFilter(parsing: text)
  }

  @Test(arguments: invalidFilters)
  func filterThatXRayRefusesIsRefused(_ text: String, found: String?, hint: String?) {
    let error = #expect(throws: SyntaxError.self) { try TraceFilter(parsing: text) }
    #expect(error?.found == found, "\(error?.description ?? "")")
    if let hint { #expect(error?.fix.contains(hint) == true, "\(error?.fix ?? "")") }
  }

  @Test func positionIsCountedInCharacters() {
    let error = #expect(throws: SyntaxError.self) { try TraceFilter(parsing: #"user = "Zoë" == 1"#) }
    #expect(error?.position == 14)
    #expect(error?.description == "has '==' at character 14 where `AND`, `OR` or the end should be")
  }

  @Test func treeSaysWhatIsMeant() throws {
    let filter = try TraceFilter(
      parsing: #"service(id(name: "pay", type: "client")) { fault = false OR http.status >= 500 } AND !annotation.tier"#
    )
    #expect(
      filter
        == .all([
          .service(
            TraceFilter.ServiceSelector(name: "pay", type: "client"),
            .any([.flag(.fault, false), .number(.status, .atLeast, 500)])),
          .not(.annotation("tier", nil)),
        ]))
    #expect(filter.services.map(\.name) == ["pay"])
  }

  @Test(arguments: validFilters)
  func whatIsWrittenIsReadBack(_ text: String) throws {
    let filter = try TraceFilter(parsing: text)
    #expect(try TraceFilter(parsing: filter.description) == filter, "\(filter)")
  }

  @Test func treeIsWrittenWithParentheses() {
    let slow = TraceFilter.all([.flag(.ok, true), .number(.responseTime, .above, 2.5)])
    #expect(
      TraceFilter.any([.not(slow), .annotation("aws.local.operation", .text(.equals("GET \"x\"")))]).description
        == #"!(ok = true AND responsetime > 2.5) OR annotation[aws.local.operation] = "GET \"x\"""#)
  }

  @Test(arguments: warnedFilters)
  func whatWasProbablyNotMeantIsSaid(_ text: String, count: Int, word: String) throws {
    let warnings = try TraceFilter.read(text).warnings
    #expect(warnings.count == count)
    if count > 0 { #expect(warnings.contains { $0.message.contains(word) }) }
  }

  @Test func noTextMakesItCrash() {
    expectNoCrash(mutating: validFilters) { _ = try? TraceFilter(parsing: $0) }
  }
}

/// aws-facts 5.4, in its order.
private let validFilters = [
  "ok",
  "!ok",
  "ok = false",
  "fault = true OR error = true",
  "fault",
  "error",
  "throttle",
  "partial = false",
  "responsetime > 5",
  "duration >= 5 AND duration <= 8",
  "ok !partial duration <3",
  "http.status != 200",
  "http.status >= 500 AND http.status <= 599",
  #"http.url CONTAINS "/api/game/""#,
  #"user CONTAINS """#,
  #"http.method = "POST""#,
  #"http.useragent BEGINSWITH "curl/""#,
  #"http.url ENDSWITH "/webhook""#,
  #"http.clientip = "10.0.0.1""#,
  #"service("api.example.com") { fault }"#,
  "service() { fault }",
  #"edge("api.example.com", "backend.example.com") { error }"#,
  #"!service("api.example.com")"#,
  #"http.url BEGINSWITH "http://api.example.com/" AND http.url CONTAINS "/v2/" AND !service("api.example.com")"#,
  "http.url AND responseTime > 2",
  #"annotation.gameid = "817DL6VO""#,
  "annotation.age",
  "!annotation.age",
  "annotation.age > 29",
  "annotation.coldstart = true",
  #"annotation[aws.local.operation] = "GET /api/orders""#,
  #"(service(id(name: "frontend"))) AND (Annotation[aws.local.environment] = "k8s:default")"#,
  #"group.name = "high_response_time" AND user = "alice""#,
  #"service(id(name: "FileCoordinator"))"#,
  #"service(id(name: "random-name", type: "AWS::Lambda::Function")) { error }"#,
  #"service(id(type: "AWS::Lambda::Function")) { error }"#,
  #"service(id(account.id: "123456789012"))"#,
  #"edge(id(name: "service-one", type: "client"), id(name: "service-two", type: "AWS::Lambda::Function")) { fault = true OR throttle }"#,
  #"service("api.example.com") { fault = true OR responsetime > 2.5 } AND annotation.account = "12345""#,
  #"rootcause.fault.entity { last and name = "deserialize" }"#,
  #"rootcause.responsetime.entity { remote and coverage > 0.7 and name = "traces" }"#,
  "rootcause.fault.service { index > 5 }",
  #"rootcause.fault.exception { last and message = "Access Denied for account_id: 1234567890" }"#,
  #"service("data-plane") {root = true and fault = true}"#,
  #"rootcause.json = #[{ "Services": [ { "Name": "GetWeatherData", "EntityPath": [{ "Name": "GetWeatherData" }, { "Name": "get_temperature" } ] } ] }]"#,
]

/// aws-facts 5.5, in its order: the text, what is in the way, and what the hint says.
private let invalidFilters: [(String, found: String?, hint: String?)] = [
  ("fault == true", "==", "write `=`"),
  ("fault = true AND", nil, "remove the last"),
  ("fault = true && error = true", "&&", "`AND` for `&&`"),
  ("fault = true || error", "||", "`OR` for `||`"),
  ("NOT fault", "NOT", "`!` for `NOT`"),
  ("fault = 1", "1", "true or false"),
  (#"responsetime > "5""#, "\"", "remove the quotes"),
  ("responsetime", nil, "responsetime > 5"),
  (#"responsetime CONTAINS "5""#, "CONTAINS", nil),
  ("http.url CONTAINS '/api/'", "'", "double quotes"),
  ("http.url = /api/", "/", "double quotes"),
  (#"http.url > "a""#, ">", "no order"),
  ("http.status = 5xx", "5xx", "http.status >= 500 AND http.status <= 599"),
  ("latency > 5", "latency", "responsetime"),
  ("http.statuscode = 500", "http.statuscode", "http.status"),
  (#"service("a""#, nil, "close the parenthesis"),
  (#"service("a") { fault"#, nil, "close the brace"),
  (#"service(name: "a")"#, "name", "service(id(name:"),
  (#"service(id(foo: "a"))"#, "foo", "account.id"),
  (#"edge("a") { fault }"#, ")", "edge("),
  (#"edge("a", "b", "c")"#, ",", "edge("),
  (#"annotation. = "x""#, "=", "the key"),
  (#"annotation.user-id = "x""#, "annotation.user", "annotation[user-id]"),
  (#"annotation[] = "x""#, "]", nil),
  (#"annotations.user_id = "x""#, "annotations.user_id", "annotation.user_id"),
  ("rootcause.fault { last }", "rootcause.fault", ".entity"),
  ("last", "last", "braces of a `rootcause"),
  ("fault error OR", nil, nil),
  ("(fault OR error", nil, nil),
  (#"group.name > "a""#, ">", nil),
  ("", nil, "say which"),
  (#"user_id = "abc""#, "user_id", "annotation.user_id"),
  ("coldstart: true", "coldstart", "annotation.coldstart"),
  ("rootcause.fault.service { inferred and name = traces }", "traces", "double quotes"),
]

private let warnedFilters: [(String, count: Int, word: String)] = [
  ("fault AND error", 0, ""),
  ("(fault AND error) OR throttle", 0, ""),
  ("fault AND error OR throttle", 1, "mixes"),
  ("fault error", 1, "side by side"),
  ("responsetime > 100", 0, ""),
  ("responsetime > 5000", 1, "milliseconds"),
  (#"service(id(type: "AWS::Lambda::Functions"))"#, 1, "AWS::Lambda::Functions"),
  (#"service() { annotation.tier = "gold" }"#, 1, "inside of a service"),
  (#"group.name = "slow""#, 1, "group"),
  ("rootcause.error.service { last }", 1, "documents"),
]
