public import TerraformModel

/// Code that AWS runs on demand (`aws_lambda_function`).
public struct LambdaFunction: ResourceModel {
  public static let type = "aws_lambda_function"

  public let name: String
  public var physicalName: PhysicalName
  /// The code and its runtime.
  public var code: Code
  /// `role`: the execution role.
  public var role: ARN<Role>
  /// `memory_size`; CPU grows with it.
  public var memory: Input<Memory>
  /// `timeout`, 1 to 900 seconds.
  public var timeout: Input<Duration>
  /// `tracing_config`
  public var tracing: Input<TracingMode>
  /// `architectures`
  public var architecture: Architecture
  /// `environment`: at most 4 KB in all, and some names are reserved by Lambda.
  public var environment: [String: Text]
  /// `logging_config`
  public var logging: Logging
  /// `vpc_config`; without it the function reaches public endpoints, and no private ones.
  public var vpc: VPCPlacement?
  /// `dead_letter_config`: where an event goes when its asynchronous invocation fails.
  public var deadLetters: ARN<Queue>?
  /// `reserved_concurrent_executions`: both a guarantee and a limit; 0 switches the function off.
  public var reservedConcurrency: Int?
  public var description: String?
  /// `publish`: every change of code or settings publishes a version, which an alias may point to.
  public var publishesVersions: Bool
  /// The custom metrics its code writes. They are not written to Terraform; the rules check that each is monitored.
  public var emits: [Metric]
  /// What it is for. It is not written to Terraform; the rules require more of a canary.
  public var purpose: Purpose
  /// What records the segments of its code. It is not written to Terraform; `no-adot-exec-wrapper` reads it.
  public var instrumentation: Instrumentation

  /// What patches a function's handler and its AWS clients, so that their calls are in its traces.
  ///
  /// Source: <https://aws-otel.github.io/docs/getting-started/lambda>
  public enum Instrumentation: Hashable, Sendable {
    /// The code itself: the X-Ray SDK, Powertools, or OpenTelemetry's own API. An OpenTelemetry wrapper beside it is a
    /// finding of `no-adot-exec-wrapper`.
    case code
    /// The wrapper in `AWS_LAMBDA_EXEC_WRAPPER`, such as `/opt/otel-instrument`, and nothing in the code.
    case openTelemetryWrapper
  }

  public enum Purpose: Hashable, Sendable {
    case application
    /// It tests from outside whether the others can be observed, and reports failures to a topic of its own
    /// (FR-050, FR-051).
    case canary(notify: ARN<Topic>)
  }

  public init(
    _ name: String, named physicalName: PhysicalName = .conventional, code: Code, role: ARN<Role>,
    memory: Input<Memory> = .mb(256), timeout: Input<Duration>, tracing: Input<TracingMode> = .active,
    architecture: Architecture = .x86, environment: [String: Text] = [:], logging: Logging,
    vpc: VPCPlacement? = nil, deadLetters: ARN<Queue>? = nil, reservedConcurrency: Int? = nil,
    description: String? = nil,
    publishesVersions: Bool = false, emits: [Metric] = [], purpose: Purpose = .application,
    instrumentation: Instrumentation = .code
  ) {
    self.name = name
    self.physicalName = physicalName
    self.code = code
    self.role = role
    self.memory = memory
    self.timeout = timeout
    self.tracing = tracing
    self.architecture = architecture
    self.environment = environment
    self.logging = logging
    self.vpc = vpc
    self.deadLetters = deadLetters
    self.reservedConcurrency = reservedConcurrency
    self.description = description
    self.publishesVersions = publishesVersions
    self.emits = emits
    self.purpose = purpose
    self.instrumentation = instrumentation
  }

  public var files: [GeneratedFile] {
    guard case .zip(.archive(let archive), _, _, _) = code else { return [] }
    return [GeneratedFile(path: archive.fileName, bytes: archive.zipped)]
  }

  public static let arguments = ArgumentTable<LambdaFunction> { table in
    Code.declare(in: &table)
    table.add("role", \.role, .arn)
    table.add("memory_size", \.memory, .range(128...10_240), default: .mb(128))
    table.seconds("timeout", \.timeout, 1...900, default: .seconds(3))
    table.add("architectures", \.architectures, .word(["x86_64", "arm64"]), .count(1...1))
    table.derived(\.architecture) { function throws(DecodingFailure) in try function[\.architectures].first ?? .x86 }
    table.add("description", \.description, .characters(0...256))
    table.add("reserved_concurrent_executions", \.reservedConcurrency, .range(-1 ... .infinity))
    table.add("publish", \.publishesVersions, default: false, omitsDefault: true)
    table.add("tracing_config.mode", \.tracing, .word(["Active", "PassThrough"]), default: .passThrough)
    Logging.declare(in: &table)
    table.add("environment.variables", \.environment, .keys(.variableName))
    table.block("vpc_config", \.vpc, isAbsent: { $0.subnets.isEmpty && $0.securityGroups.isEmpty })
    table.swiftOnly(\.vpc?.serviceRoute, because: "Terraform does not record how a network reaches AWS's services")
    table.add("dead_letter_config.target_arn", \.deadLetters, .arn)
    table.swiftOnly(\.emits, because: "Terraform does not record which metrics the code writes")
    table.swiftOnly(\.purpose, because: "Terraform does not record which function is a canary")
    table.swiftOnly(\.instrumentation, because: "Terraform does not record what patches a function's code")
    table.unmodeled("ephemeral_storage.size", .range(512...10_240))
    table.unmodeled("tracing_config", .count(0...1))
    table.unmodeled("snap_start.apply_on", .word(["PublishedVersions", "None"]))
    table.unmodeled("kms_key_arn", .arn)
    table.constraint(
      "has subnets without a security group, or a security group without subnets",
      fix: "set both `subnet_ids` and `security_group_ids`, or neither"
    ) { function in
      function.blocks("vpc_config").allSatisfy {
        ($0.count("subnet_ids") > 0) == ($0.count("security_group_ids") > 0)
          || !$0.isList("subnet_ids") || !$0.isList("security_group_ids")
      }
    }
    table.constraint("has SnapStart for versions that it does not publish", fix: "set `publish` to true") {
      function in
      function.isTrue("publish")
        || !function.blocks("snap_start").contains { $0.text("apply_on") == "PublishedVersions" }
    }
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html",
    name: NamingRule(argument: "function_name", length: 1...64, characters: .alphanumerics(and: "-_")),
    identifiedBy: ["arn", "invoke_arn", "qualified_arn"], iamPrefix: "lambda",
    dimension: NamedDimension("FunctionName", attributes: ["function_name", "id"]), metrics: LambdaMetrics.namespace,
    useActions: [
      "lambda:InvokeFunction", "lambda:InvokeAsync", "lambda:GetFunction", "lambda:GetFunctionConfiguration",
      "lambda:UpdateFunctionConfiguration", "lambda:UpdateFunctionCode", "lambda:PutFunctionConcurrency",
    ])

  /// `architectures`: Lambda takes one.
  var architectures: [Architecture] { [architecture] }
}

/// `memory_size`: 128 to 10,240 MB.
public struct Memory: Hashable, Sendable, ArgumentCodable {
  public let megabytes: Int
  public var value: Value { .integer(megabytes) }

  private init(megabytes: Int) {
    self.megabytes = megabytes
  }

  public init(reading value: Value) throws(DecodingFailure.Reason) {
    megabytes = try Int(reading: value)
  }

  public static func mb(_ megabytes: Int) -> Memory {
    Memory(megabytes: megabytes)
  }
}

/// `architectures`: the processor, which the layers have to fit.
public enum Architecture: String, Hashable, Sendable, ArgumentCodable {
  case x86 = "x86_64"
  case arm = "arm64"
}

extension ValueLimit {
  static let variableName = ValueLimit.shape("a letter, and then letters, digits and _") { name in
    // `lambda-environment-limits` reports the names that Lambda reserves, such as `_HANDLER`.
    let name = name.utf8.first == UInt8(ascii: "_") ? name.dropFirst() : name[...]
    return name.utf8.count >= 2 && name.utf8.first?.isLetter == true && name.utf8.allSatisfy(\.isWordByte)
  }

  static let layerVersion = ValueLimit.shape("a layer's ARN with its version") { layer in
    let fields = layer.split(separator: ":", omittingEmptySubsequences: false)
    return fields.count == 8 && fields[5] == "layer" && Int(fields[7]) != nil
  }
}

extension LambdaFunction: DecodableResource {
  /// Without `emits`, `purpose` and `instrumentation`, which Terraform does not record.
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    let environment = try block.nested("environment")
    let vpc = try block.nested("vpc_config")
    let tracing = try block.nested("tracing_config")
    let logging = try block.nested("logging_config")
    let letters = try block.nested("dead_letter_config")
    // The log group that Lambda creates, which has no declaration and keeps logs indefinitely.
    let ownGroup: Text = "/aws/lambda/\(try block.textIfPresent("function_name") ?? "")"
    self.init(
      name, code: try Code(reading: block), role: try block.arn("role"),
      memory: try block.input("memory_size", otherwise: .mb(128)) { value throws(DecodingFailure.Reason) in
        .mb(try Int(reading: value))
      },
      timeout: try block.input("timeout", otherwise: .seconds(3), Duration.init(reading:)),
      tracing: try tracing?.input("mode", otherwise: .passThrough, TracingMode.init(readingWord:)) ?? .passThrough,
      architecture: try block.strings("architectures").first == Architecture.arm.rawValue ? .arm : .x86,
      environment: try environment?.textMap("variables") ?? [:],
      logging: try logging.map { logging throws(DecodingFailure) in try Logging(reading: logging) }
        ?? .text(to: ownGroup),
      vpc: try vpc.map { vpc throws(DecodingFailure) in try VPCPlacement(reading: BlockView(vpc)) },
      deadLetters: try letters?.arnIfPresent("target_arn"),
      // -1 is the provider's value for none.
      reservedConcurrency: try block.integerIfPresent("reserved_concurrent_executions").flatMap { $0 < 0 ? nil : $0 },
      description: try block.stringIfPresent("description"),
      publishesVersions: try block.boolIfPresent("publish") ?? false)
  }
}

extension Input<Memory> {
  public static func mb(_ megabytes: Int) -> Input { .fixed(.mb(megabytes)) }
}

extension Memory: VariableValue {
  public static var variableType: String { "number" }
}
