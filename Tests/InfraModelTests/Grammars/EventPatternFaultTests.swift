import InfraModel
import Testing

@Suite struct EventPatternFaultTests {
  @Test(arguments: faulty)
  func faultSaysWhatToWrite(_ pattern: String, fix: String) throws {
    let faults = try JSONDocument(parsing: pattern).eventPatternFaults
    #expect(faults.count == 1)
    #expect(faults.first?.fix.contains(fix) == true, "\(faults)")
  }

  @Test(arguments: [
    #"{"source": [{"prefix": "aws."}], "detail": {"state": [{"anything-but": {"prefix": ["a", "b"]}}, null]}}"#,
    #"{"detail": {"prefix": ["a"], "exists": [true], "source": [{"exists": false}]}}"#,
    #"{"detail": {"ip": [{"cidr": "10.0.0.0/24"}], "name": [{"wildcard": "a*"}, {"suffix": {"equals-ignore-case": "x"}}]}}"#,
    #"{"$or": [{"source": ["a"]}, {"detail-type": ["b"]}], "account": ["123456789012"], "replay-name": ["x"]}"#,
  ])
  func goodPatternIsLeftAlone(_ pattern: String) throws {
    #expect(try JSONDocument(parsing: pattern).eventPatternFaults == [])
  }
}

private let faulty: [(String, fix: String)] = [
  (#"{"detailType": ["Order Created"]}"#, "write 'detail-type'"),
  (#"{"detail_type": ["Order Created"]}"#, "write 'detail-type'"),
  (#"{"sources": ["a"]}"#, "write 'source'"),
  (#"{"orderId": ["a"]}"#, "move 'orderId' into 'detail'"),
  (#"{"source": "a"}"#, #"write ["a"]"#),
  (#"{"source": []}"#, "list the values that 'source' may have"),
  (#"{"source": {"prefix": "a"}}"#, "list of the strings"),
  (#"{"detail": ["a"]}"#, "object of fields"),
  (#"{"detail": {"total": {"numeric": [">", 1]}}}"#, "into a list"),
  (#"{"detail": {"total": [{"numeric": [">"]}]}}"#, "give 'numeric'"),
  (#"{"detail": {"total": [{"numeric": [">", 10, "<", 10]}]}}"#, "lower bound"),
  (#"{"detail": {"total": [{"exists": "true"}]}}"#, "true or false"),
  (#"{"detail": {"name": [{"sufix": "a"}]}}"#, "write 'suffix'"),
  (#"{"detail": {"name": [{"prefix": "a", "suffix": "b"}]}}"#, "one operator"),
  (#"{"detail": {"name": [["a"]]}}"#, "one list"),
  (#"{"detail": {}}"#, "remove 'detail'"),
  (#"{"$or": [{"source": ["a"]}]}"#, "two or more"),
  (#"{"$or": ["a", {"source": ["a"]}]}"#, "objects of fields"),
  ("{}", "source"), ("[]", "object"),
]
