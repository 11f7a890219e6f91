import InfraModel

/// What a resource holds that cannot be made again.
struct HeldData {
  /// `table`
  let holder: String
  /// `items`
  let content: String
  /// The argument that AWS knows it by, without which it is another one.
  let nameArgument: String

  /// - Returns: `nil` for a type whose resources can be made again.
  init?(inType type: String) {
    switch type {
    case "aws_dynamodb_table": self.init(holder: "table", content: "items", nameArgument: "name")
    case "aws_s3_bucket": self.init(holder: "bucket", content: "objects", nameArgument: "bucket")
    case "aws_cloudwatch_log_group": self.init(holder: "log group", content: "events", nameArgument: "name")
    case "aws_sqs_queue": self.init(holder: "queue", content: "messages", nameArgument: "name")
    default: return nil
    }
  }

  private init(holder: String, content: String, nameArgument: String) {
    self.holder = holder
    self.content = content
    self.nameArgument = nameArgument
  }
}
