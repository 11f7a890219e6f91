import InfraModel
import Testing

@Suite struct EventPatternMatchTests {
  @Test(arguments: matching)
  func eventFits(_ pattern: String) throws {
    #expect(try JSONDocument(parsing: pattern).matches(event: order))
  }

  @Test(arguments: notMatching)
  func eventDoesNotFit(_ pattern: String) throws {
    #expect(try !JSONDocument(parsing: pattern).matches(event: order))
  }

  @Test func typedPatternIsAskedAboutAValue() {
    let pattern = EventPattern(
      source: "shop.orders", detailType: ["Order Created", "Order Changed"],
      detail: ["total": [.numeric(.between(100, and: 200))], "customer": ["tier": [.anythingBut("none")]]])
    let event: Value = [
      "source": "shop.orders", "detail-type": "Order Created", "detail": ["total": 150, "customer": ["tier": "gold"]],
    ]
    #expect(pattern.matches(event))
    #expect(!pattern.matches(["source": "shop.orders", "detail-type": "Order Created", "detail": ["total": 99]]))
  }

  @Test func aTextThatWaitsForTerraformIsItself() {
    var stack = StackBuilder()
    let queue = stack.add(Queue("jobs", retention: .seconds(60)))
    let pattern = EventPattern(source: "aws.sqs", resources: ["\(queue.arn)"])
    #expect(pattern.matches(["source": "aws.sqs", "resources": [.text(queue.arn.text)]]))
    #expect(!pattern.matches(["source": "aws.sqs", "resources": ["arn:aws:sqs:us-east-1:123456789012:jobs"]]))
  }

  @Test func noTextMakesTheReaderOfJSONCrash() {
    expectNoCrash(mutating: matching) { text in
      _ = (try? JSONDocument(parsing: text))?.matches(event: order)
    }
  }

  @Test(arguments: [
    ("{\"a\": 1,}", "}"), ("{'a': 1}", "'"), ("[1 2]", "2"), ("[01]", "01"), ("{\"a\" 1}", "1"), ("tru", "tru"),
    ("[1]]", "]"), ("\"a", "\""), ("\"\\x\"", "x"),
  ])
  func brokenJSONIsRefused(_ text: String, found: String) {
    let error = #expect(throws: SyntaxError.self) { try JSONDocument(parsing: text) }
    #expect(error?.found == found)
  }

  @Test func escapesOfJSONAreRead() throws {
    let texts = [JSONDocument.string("é\n\""), .string("😀")]
    #expect(
      try JSONDocument(parsing: #"["\u00e9\n\"", "\ud83d\ude00", -1.5e3]"#) == .array(texts + [.number("-1.5e3")]))
  }
}

private let order: JSONDocument = .object([
  "source": .string("shop.orders"), "detail-type": .string("Order Created"),
  "resources": .array([.string("arn:a"), .string("arn:b")]),
  "detail": .object([
    "total": .number("150"), "file": .string("cat.PNG"), "paid": .bool(true), "note": .null,
    "items": .array([.string("cup"), .string("pot")]), "customer": .object(["tier": .string("Gold")]),
  ]),
])

private let matching = [
  #"{"source": ["shop.orders"]}"#,
  #"{"source": [{"prefix": "shop."}]}"#,
  #"{"source": [{"prefix": {"equals-ignore-case": "SHOP"}}]}"#,
  #"{"detail": {"file": [{"suffix": ".PNG"}]}}"#,
  #"{"detail": {"file": [{"suffix": {"equals-ignore-case": ".png"}}]}}"#,
  #"{"detail": {"customer": {"tier": [{"equals-ignore-case": "gold"}]}}}"#,
  #"{"detail": {"file": [{"wildcard": "c*.PNG"}]}}"#,
  #"{"detail": {"total": [{"numeric": [">", 100, "<=", 150]}]}}"#,
  #"{"detail": {"total": [150]}}"#,
  #"{"detail": {"paid": [true], "note": [null]}}"#,
  #"{"detail": {"customer": {"tier": [{"anything-but": ["Silver", "Bronze"]}]}}}"#,
  #"{"detail": {"customer": {"tier": [{"anything-but": {"prefix": "Sil"}}]}}}"#,
  #"{"detail": {"coupon": [{"exists": false}], "total": [{"exists": true}]}}"#,
  #"{"detail": {"coupon": {"code": [{"exists": false}]}}}"#,
  #"{"resources": ["arn:b"], "detail": {"items": ["pot", "pan"]}}"#,
  #"{"$or": [{"source": ["other"]}, {"detail": {"total": [{"numeric": ["=", 150]}]}}]}"#,
  #"{"detail": {"paid": [true], "$or": [{"file": ["x"]}, {"total": [150]}]}}"#,
]

private let notMatching = [
  #"{"source": ["shop.returns"]}"#,
  #"{"source": "shop.orders"}"#,
  #"{"source": []}"#,
  #"{"source": [{"prefix": "orders"}]}"#,
  #"{"detail": {"file": [{"suffix": ".png"}]}}"#,
  #"{"detail": {"customer": {"tier": ["gold"]}}}"#,
  #"{"detail": {"total": [150.0]}}"#,
  #"{"detail": {"total": ["150"]}}"#,
  #"{"detail": {"total": [{"numeric": [">", 150]}]}}"#,
  #"{"detail": {"file": [{"numeric": [">", 1]}]}}"#,
  #"{"detail": {"coupon": [{"anything-but": "x"}]}}"#,
  #"{"detail": {"customer": {"tier": [{"anything-but": ["Gold"]}]}}}"#,
  #"{"detail": {"coupon": [{"exists": true}]}}"#,
  #"{"detail": {"customer": [{"exists": true}]}}"#,
  #"{"detail": {"total": [{"exists": false}]}}"#,
  #"{"source": ["shop.orders"], "detail": {"paid": [false]}}"#,
  #"{"$or": [{"source": ["other"]}, {"detail": {"total": [1]}}]}"#,
  #"{"detail": {"file": [{"startsWith": "c"}]}}"#,
]
