import InfraModel
import Testing

@Suite struct RouteKeyTests {
  @Test(arguments: validKeys)
  func keyOfAPIGatewayIsRead(_ text: String) throws {
    _ = try RouteKey(parsing: text)
  }

  @Test(arguments: invalidKeys)
  func keyThatMatchesNothingIsRefused(_ text: String, found: String?, hint: String) {
    let error = #expect(throws: SyntaxError.self) { try RouteKey(parsing: text) }
    #expect(error?.found == found, "\(error?.description ?? "")")
    #expect(error?.fix.contains(hint) == true, "\(error?.fix ?? "")")
  }

  @Test func partsOfThePathAreToldApart() throws {
    #expect(
      try RouteKey(parsing: "GET /items/{id}/{rest+}")
        == .on(.get, [.literal("items"), .variable("id"), .rest("rest")]))
    #expect(try RouteKey(parsing: "ANY /") == .on(.any, []))
  }

  @Test func noTextMakesItCrash() {
    expectNoCrash(mutating: validKeys) { _ = try? RouteKey(parsing: $0) }
  }
}

private let validKeys = [
  "$default", "GET /", "POST /auth/exchange", "GET /items/{id}", "ANY /{proxy+}", "DELETE /a/{b}/c-d_e.f~g",
]

private let invalidKeys: [(String, found: String?, hint: String)] = [
  ("", nil, "GET"),
  ("auth/exchange", "auth", "ANY /auth/exchange"),
  ("/auth", "/", "ANY /auth"),
  ("POST auth", "auth", "slash"),
  ("POST", nil, "POST /path"),
  ("GET/items", "GET", "a space between"),
  ("get /items", "get", "`GET`"),
  ("GTE /items", "GTE", "`GET`"),
  ("GET /items/:id", ":", "{id}"),
  ("GET /items/{id", nil, "close the brace"),
  ("GET /items/{}", "}", "variable"),
  ("GET /items-{id}", "{", "whole part"),
  ("GET /{rest+}/items", "/", "to the end"),
  ("GET /items?x=1", "?", "query"),
  ("$defualt", "$", "`$default`"),
]
