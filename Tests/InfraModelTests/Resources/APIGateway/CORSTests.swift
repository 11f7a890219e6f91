import InfraModel
import Testing

@Suite struct CORSTests {
  @Test func preflightAnswersWhatAPageMaySend() {
    #expect(
      cors(.only("https://app.example.com")).preflightHeaders == [
        "Access-Control-Allow-Origin": "https://app.example.com",
        "Access-Control-Allow-Methods": "GET,POST",
        "Access-Control-Allow-Headers": "Content-Type,X-Amzn-Trace-Id",
        "Access-Control-Max-Age": "600",
      ])
  }

  @Test func everyMethodIsSpeltOutForAStarMeansNothingWithCredentials() {
    let cors = RestAPI.CORS(origins: .any, methods: [.any], allowHeaders: [])
    #expect(cors.preflightHeaders["Access-Control-Allow-Methods"] == "GET,HEAD,POST,PUT,PATCH,DELETE,OPTIONS")
    #expect(cors.preflightHeaders["Access-Control-Allow-Origin"] == "*")
  }

  @Test func oneOfSeveralOriginsGetsItselfBack() {
    let cors = cors(.only("https://a.example", or: ["https://b.example", "https://c.example"], credentials: true))
    #expect(cors.preflightHeaders["Access-Control-Allow-Origin"] == "https://a.example")
    #expect(cors.preflightHeaders["Access-Control-Allow-Credentials"] == "true")
    #expect(cors.preflightHeaders["Vary"] == "Origin")
    #expect(
      cors.preflightTemplate == """
        #set($origin = $input.params("Origin"))
        #if($origin == "")#set($origin = $input.params("origin"))#end
        #if($origin == "https://b.example" || $origin == "https://c.example")\
        #set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)#end
        """)
  }

  @Test func errorsCanBeReadByThePagesThatMayCall() {
    #expect(
      cors(.only("https://a.example", credentials: true)).errorHeaders == [
        "Access-Control-Allow-Headers": .fixed("Content-Type,X-Amzn-Trace-Id"),
        "Access-Control-Allow-Origin": .fixed("https://a.example"),
        "Access-Control-Allow-Credentials": .fixed("true"),
      ])
  }

  @Test func errorsGoBackToAnyOfSeveralOriginsButNeverWithCredentials() {
    let cors = cors(.only("https://a.example", or: ["https://b.example"], credentials: true))
    #expect(
      cors.errorHeaders == [
        "Access-Control-Allow-Headers": .fixed("Content-Type,X-Amzn-Trace-Id"),
        "Access-Control-Allow-Origin": .requestHeader("Origin"),
        "Vary": .fixed("Origin"),
      ])
  }

  @Test func preflightAnswerTellsRulesWhichHeadersItAllows() {
    let operation = APIOperation(
      path: APIPath(api: RestAPIReference(id: "a", name: "web"), resourceID: "r"), method: "OPTIONS")
    let answer = IntegrationResponse(
      "preflight", of: operation, statusCode: "200", headers: cors(.any).preflightHeaders)
    #expect(answer.corsAllowedHeaders == ["content-type", "x-amzn-trace-id"])
    #expect(IntegrationResponse("other", of: operation, statusCode: "200").corsAllowedHeaders == nil)
  }

  private func cors(_ origins: RestAPI.CORS.Origins) -> RestAPI.CORS {
    RestAPI.CORS(
      origins: origins, methods: [.get, .post], allowHeaders: ["Content-Type", "X-Amzn-Trace-Id"],
      maxAge: .seconds(600))
  }
}
