/// Where a deployment can be called (`aws_api_gateway_stage`). It is here that X-Ray decides, by the sampling rules,
/// which requests are recorded.
public struct Stage: Resource {
  public static let type = "aws_api_gateway_stage"

  public let name: String
  public var api: RestAPIReference
  /// `stage_name`, the first part of the path: letters, digits, `-` and `_`, at most 128. Terraform does not check.
  public var stageName: Input<String>
  /// `deployment_id`
  public var deploymentID: Text
  /// `xray_tracing_enabled`, which is `true` for `.active`. Otherwise the trace header goes on to the backend.
  public var tracing: Input<TracingMode>
  /// `access_log_settings`. It needs the account to have an `APIGatewayAccount`.
  public var accessLog: AccessLog?

  public init(
    _ name: String, called stageName: Input<String>, of api: RestAPIReference, serves deploymentID: Text,
    tracing: Input<TracingMode> = .active, accessLog: AccessLog? = nil
  ) {
    self.name = name
    self.api = api
    self.stageName = stageName
    self.deploymentID = deploymentID
    self.tracing = tracing
    self.accessLog = accessLog
  }

  public func encode(into block: inout Block) {
    block.set("rest_api_id", api.id)
    block.set("deployment_id", deploymentID)
    block.set("stage_name", stageName)
    block.set("xray_tracing_enabled", tracing.is(.active))
    if let accessLog {
      block.nest("access_log_settings") { accessLog.encode(into: &$0) }
    }
  }
}

extension Declared<Stage> {
  /// `https://….execute-api.<region>.amazonaws.com/<stage>`
  public var invokeURL: Text { attribute("invoke_url") }
  /// What a sampling rule's `serviceName` has to be to match: `{api}/{stage}`. Its service type is
  /// `AWS::ApiGateway::Stage`.
  public var traceServiceName: Text { "\(resource.api.name)/\(resource.stageName)" }

  /// Answers that are the API's fault, failed and late functions included.
  public var serverErrors: Metric { metric("5XXError", silence: .nothingHappened) }
  /// Answers that are the caller's fault.
  public var clientErrors: Metric { metric("4XXError", silence: .nothingHappened) }
  public var requests: Metric { metric("Count", silence: .nothingHappened) }
  /// Milliseconds from a request to its answer.
  public var latency: Metric { metric("Latency", silence: .nothingMeasured) }
  /// Milliseconds that the backend took of it.
  public var integrationLatency: Metric { metric("IntegrationLatency", silence: .nothingMeasured) }

  private func metric(_ name: String, silence: Silence) -> Metric {
    Metric(
      name, in: "AWS/ApiGateway", dimensions: ["ApiName": resource.api.name, "Stage": resource.stageName.text],
      silence: silence)
  }
}

extension Stage: ReadableResource {
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
    let log = try block.nested("access_log_settings")
    self.init(
      name, called: try block.input("stage_name", String.init(reading:)), of: try RestAPIReference(reading: block),
      serves: try block.text("deployment_id"),
      tracing: try block.input("xray_tracing_enabled", otherwise: .passThrough) { value throws(Unreadable.Reason) in
        try Bool(reading: value) ? .active : .passThrough
      },
      accessLog: try log.map { log throws(Unreadable) in try AccessLog(reading: log) })
  }
}
