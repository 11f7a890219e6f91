public import TerraformModel

/// A version of a Lambda layer, published by someone else and so only ever referred to.
public enum Layer {}

extension ARN<Layer> {
  /// Powertools for AWS Lambda (Python), as AWS publishes it in every region: Logger, Tracer, Metrics and all that they
  /// depend on, `aws_xray_sdk` among it. Version 27 holds Powertools 3.23.
  ///
  /// https://docs.aws.amazon.com/powertools/python/latest/getting-started/install/
  public static func powertools(
    for runtime: LambdaFunction.Runtime = .python313, in region: Input<Region>, on architecture: Architecture = .x86
  ) -> ARN<Layer> {
    let python = runtime.word.filter { $0 != "." }
    let layer = "AWSLambdaPowertoolsPythonV3-\(python)-\(architecture.rawValue)"
    return ARN<Layer>("arn:aws:lambda:\(region):017000801446:layer:\(layer):27")
  }

  /// The ADOT collector alone: it listens for OTLP on localhost:4317 and 4318 and sends to X-Ray, and it instruments
  /// nothing (FR-026, FR-046). The newer `AWSOpenTelemetryDistro` layers hold no collector and cannot stand in for it.
  public static func adotCollector(in region: Region, for architecture: Architecture = .x86) -> ARN<Layer> {
    let processor = architecture == .x86 ? "amd64" : "arm64"
    return ARN<Layer>("arn:aws:lambda:\(region):901920570463:layer:aws-otel-collector-\(Text(processor))-ver-0-117-0:1")
  }
}
