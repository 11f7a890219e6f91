public import TerraformModel

extension Statement {
  /// Sends segments to X-Ray. Its write actions know no resources, so `*` is what AWS asks for (FR-017).
  public static let writeTraces = Statement(
    id: "WriteTraces", ["xray:PutTelemetryRecords", "xray:PutTraceSegments"], on: ["*"])

  /// Finds and reads traces. X-Ray's read actions know no resources either.
  public static let readTraces = Statement(
    id: "ReadTraces", ["xray:BatchGetTraces", "xray:GetTraceSummaries"], on: ["*"])

  /// Writes custom metrics, to one namespace only: `cloudwatch:PutMetricData` knows no resources but this condition.
  public static func putMetrics(in namespace: String) -> Statement {
    Statement(
      id: "PutMetrics", ["cloudwatch:PutMetricData"], on: ["*"],
      where: ["StringEquals": ["cloudwatch:namespace": Text(namespace)]])
  }

  /// Reads metrics back. CloudWatch's read actions know no resources.
  public static let readMetrics = Statement(
    id: "ReadMetrics", ["cloudwatch:GetMetricData", "cloudwatch:GetMetricStatistics"], on: ["*"])

  public static func publish(to topics: ARN<Topic>...) -> Statement {
    Statement(id: "Publish", ["sns:Publish"], on: topics.map(\.text))
  }

  public static func send(to queues: ARN<Queue>...) -> Statement {
    Statement(id: "Send", ["sqs:SendMessage"], on: queues.map(\.text))
  }

  public static func invoke(_ functions: ARN<LambdaFunction>...) -> Statement {
    Statement(id: "Invoke", ["lambda:InvokeFunction"], on: functions.map(\.text))
  }

  /// Starts executions of state machines.
  public static func start(_ machines: ARN<StateMachine>...) -> Statement {
    Statement(id: "Start", ["states:StartExecution"], on: machines.map(\.text))
  }

  /// Writes logs to one group, which is declared, so creating groups is not allowed.
  public static func writeLogs(to group: ARN<LogGroup>) -> Statement {
    Statement(id: "WriteLogs", ["logs:CreateLogStream", "logs:PutLogEvents"], on: ["\(group):*"])
  }

  public static func read(_ tables: ARN<Table>...) -> Statement {
    Statement(
      id: "Read", ["dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:Query"],
      on: tables.flatMap { ["\($0)", "\($0)/index/*"] })
  }

  public static func write(_ tables: ARN<Table>...) -> Statement {
    Statement(
      id: "Write", ["dynamodb:BatchWriteItem", "dynamodb:PutItem", "dynamodb:UpdateItem"],
      on: tables.map(\.text))
  }

  /// Lets an AWS service take on a role.
  public static func assume(by service: String) -> Statement {
    Statement(to: .service(service), ["sts:AssumeRole"], on: [])
  }
}
