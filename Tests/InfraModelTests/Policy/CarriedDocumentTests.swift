import InfraModel
import Testing

/// Policies as text are read like those of the models, whoever wrote them.
@Suite struct CarriedDocumentTests {
  @Test func textWithReferencesIsReadLikeTheModel() throws {
    var stack = StackBuilder()
    let jobs = stack.add(Queue("jobs", retention: .seconds(86_400)))
    let model = PolicyDocument([
      Statement(
        ["sqs:SendMessage", "sqs:GetQueueUrl"], on: [jobs.arn.text, "\(jobs.arn)/*"],
        where: ["StringEquals": ["aws:SourceAccount": "123456789012"]])
    ])
    let text: Text = """
      {"Version": "2012-10-17", "Statement": [{
        "Effect": "Allow", "Action": ["sqs:SendMessage", "sqs:GetQueueUrl"],
        "Resource": ["\(jobs.arn)", "\(jobs.arn)/*"],
        "Condition": {"StringEquals": {"aws:SourceAccount": "123456789012"}}
      }]}
      """
    #expect(try document(in: .text(text)) == document(in: model.value))
  }

  @Test func jsonencodeIsReadAsWhatItEncodes() throws {
    let policy: Value = ["Version": "2012-10-17"]
    let call = Value.text(Text(Expression.call("jsonencode", [.literal(policy)])))
    #expect(try document(in: call) == policy)
  }

  @Test func whatTerraformPutsTogetherIsUnknown() {
    let made = Text(Expression.local("policy"))
    for text in [made, "{\"Statement\": \(made)}"] {
      guard case .unknown = Value.text(text).carriedDocument else {
        Issue.record("is read: \(text)")
        continue
      }
    }
  }

  @Test func brokenTextSaysWhere() {
    guard case .broken(let error) = Value.text("{\"Statement\": [}").carriedDocument else {
      Issue.record("is read")
      return
    }
    #expect(error.position == 16)
  }

  private func document(in value: Value) throws -> Value {
    guard case .document(let document) = value.carriedDocument else {
      Issue.record("is not read")
      return "nothing"
    }
    return document
  }
}
