public import TerraformModel

/// Where a deployment can be called (`aws_api_gateway_stage`). Here X-Ray decides, by the sampling rules, which requests
/// are recorded.
public struct Stage: ResourceModel {
  public static let type = "aws_api_gateway_stage"

  public let name: String
  public var api: RestAPIReference
  /// `stage_name`, the first part of the path: 1 to 128 letters, digits, `-` and `_`. Terraform does not check.
  public var stageName: Input<String>
  /// `deployment_id`
  public var deploymentID: Text
  /// `xray_tracing_enabled`, which is `true` for `.active`. Otherwise the trace header goes on to the backend.
  public var tracing: Input<TracingMode>
  /// `access_log_settings`. It needs the account to have an `APIGatewayAccount`.
  public var accessLog: AccessLog<RestAPI.LogField>?

  public init(
    _ name: String, called stageName: Input<String>, of api: RestAPIReference, serves deploymentID: Text,
    tracing: Input<TracingMode> = .active, accessLog: AccessLog<RestAPI.LogField>? = nil
  ) {
    self.name = name
    self.api = api
    self.stageName = stageName
    self.deploymentID = deploymentID
    self.tracing = tracing
    self.accessLog = accessLog
  }

  public static let arguments = ArgumentTable<Self> { table in
    table.inline(\.api)
    table.add("deployment_id", \.deploymentID, .identifier)
    table.add("stage_name", \.stageName, .letters(and: "-_", 1...128))
    table.add(
      "xray_tracing_enabled", \.tracing, default: .passThrough, writing: { $0.is(.active).value },
      reading: { value throws(DecodingFailure.Reason) in
        try Input(reading: value) { value throws(DecodingFailure.Reason) in
          try Bool(reading: value) ? .active : .passThrough
        }
      })
    table.block("access_log_settings", \.accessLog)
    table.unmodeled("cache_cluster_size", .word(["0.5", "1.6", "6.1", "13.5", "28.4", "58.2", "118", "237"]))
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateStage.html",
    metrics: APIGatewayMetrics.namespace)
}

extension Declared<Stage> {
  /// `https://….execute-api.<region>.amazonaws.com/<stage>`
  public var invokeURL: Text { attribute("invoke_url") }
  /// The `serviceName` of a sampling rule that matches it: `{api}/{stage}`. Its service type is `AWS::ApiGateway::Stage`.
  public var traceServiceName: Text { "\(resource.api.name)/\(resource.stageName)" }

  /// Answers that are the API's fault, failed and late functions included.
  public var serverErrors: Metric { metric("5XXError") }
  /// Answers that are the caller's fault.
  public var clientErrors: Metric { metric("4XXError") }
  public var requests: Metric { metric("Count") }
  /// Milliseconds from a request to its answer.
  public var latency: Metric { metric("Latency") }
  /// Milliseconds that the backend took of it.
  public var integrationLatency: Metric { metric("IntegrationLatency") }

  private func metric(_ name: String) -> Metric {
    metric(name, by: ["ApiName": resource.api.name, "Stage": resource.stageName.text])
  }
}

extension Stage: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    let log = try block.nested("access_log_settings")
    self.init(
      name, called: try block.input("stage_name", String.init(reading:)), of: try RestAPIReference(reading: block),
      serves: try block.text("deployment_id"),
      tracing: try block.input("xray_tracing_enabled", otherwise: .passThrough) {
        value throws(DecodingFailure.Reason) in
        try Bool(reading: value) ? .active : .passThrough
      },
      accessLog: try log.map { log throws(DecodingFailure) in try AccessLog(reading: BlockView(log)) })
  }
}
