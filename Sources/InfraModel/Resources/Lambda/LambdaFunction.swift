/// Code that AWS runs on demand (`aws_lambda_function`).
public struct LambdaFunction: Resource {
  public static let type = "aws_lambda_function"
  public static let namingRule: NamingRule? = NamingRule(
    argument: "function_name", length: 1...64, characters: .alphanumerics(and: "-_"))

  public let name: String
  public var physicalName: PhysicalName
  /// What runs, and on what.
  public var code: Code
  /// `role`: what the function may do.
  public var role: ARN<Role>
  /// `memory_size`; CPU grows with it.
  public var memory: Input<Memory>
  /// `timeout`, 1 to 900 seconds.
  public var timeout: Input<Duration>
  /// `tracing_config`
  public var tracing: Input<TracingMode>
  /// `architectures`
  public var architecture: Architecture
  /// `environment`: at most 4 KB in all, and some names are Lambda's own.
  public var environment: [String: Text]
  /// `logging_config`
  public var logging: Logging
  /// `vpc_config`; without it the function reaches everything public, and nothing private.
  public var vpc: VPCPlacement?
  /// `dead_letter_config`: where an event goes that asynchronous invocation gave up on.
  public var deadLetters: ARN<Queue>?
  /// `reserved_concurrent_executions`: both a guarantee and a limit; 0 switches the function off.
  public var reservedConcurrency: Int?
  public var description: String?
  /// `publish`: every change of code or settings makes a version, which an alias may name.
  public var publishesVersions: Bool
  /// The custom metrics its code writes. Terraform does not learn of them; the rules do, so that none goes unwatched.
  public var emits: [Metric]
  /// What it is for. Terraform does not learn of it; the rules ask more of a canary.
  public var purpose: Purpose

  public enum Purpose: Hashable, Sendable {
    case application
    /// It tests from outside whether the others can be observed, and tells people of failures by a topic of its own
    /// (FR-050, FR-051).
    case canary(tells: ARN<Topic>)
  }

  public init(
    _ name: String, named physicalName: PhysicalName = .conventional, code: Code, role: ARN<Role>,
    memory: Input<Memory> = .mb(256), timeout: Input<Duration>, tracing: Input<TracingMode> = .active,
    architecture: Architecture = .x86, environment: [String: Text] = [:], logging: Logging,
    vpc: VPCPlacement? = nil, deadLetters: ARN<Queue>? = nil, reservedConcurrency: Int? = nil,
    description: String? = nil,
    publishesVersions: Bool = false, emits: [Metric] = [], purpose: Purpose = .application
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
  }

  public var files: [GeneratedFile] {
    guard case .zip(.archive(let archive), _, _, _) = code else { return [] }
    return [GeneratedFile(path: archive.fileName, bytes: archive.zipped)]
  }

  public func encode(into block: inout Block) {
    code.encode(into: &block)
    block.set("role", role)
    block.set("memory_size", memory)
    block.set("timeout", timeout)
    block.set("architectures", [architecture])
    block.set("description", description)
    block.set("reserved_concurrent_executions", reservedConcurrency)
    if publishesVersions { block.set("publish", true) }
    block.nest("tracing_config") { $0.set("mode", tracing) }
    block.nest("logging_config") { logging.encode(into: &$0) }
    if !environment.isEmpty {
      block.nest("environment") { $0.set("variables", environment) }
    }
    if let vpc {
      block.nest("vpc_config") { vpc.encode(into: &$0) }
    }
    if let deadLetters {
      block.nest("dead_letter_config") { $0.set("target_arn", deadLetters) }
    }
  }
}

/// `memory_size`: 128 to 10,240 MB.
public struct Memory: Hashable, Sendable, ArgumentValue {
  public let megabytes: Int
  public var value: Value { .integer(megabytes) }

  public static func mb(_ megabytes: Int) -> Memory {
    Memory(megabytes: megabytes)
  }
}

/// `architectures`: the processor, which the layers have to fit.
public enum Architecture: String, Hashable, Sendable, ArgumentValue {
  case x86 = "x86_64"
  case arm = "arm64"
}

extension LambdaFunction: ReadableResource {
  /// Without what Terraform does not learn: what the code emits, and what the function is for.
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
    let environment = try block.nested("environment")
    let vpc = try block.nested("vpc_config")
    let tracing = try block.nested("tracing_config")
    let logging = try block.nested("logging_config")
    let letters = try block.nested("dead_letter_config")
    // Lambda's own group, which has no declaration and keeps logs for ever.
    let ownGroup: Text = "/aws/lambda/\(try block.textIfAny("function_name") ?? "")"
    self.init(
      name, code: try Code(reading: block), role: try block.arn("role"),
      memory: try block.input("memory_size", otherwise: .mb(128)) { value throws(Unreadable.Reason) in
        .mb(try Int(reading: value))
      },
      timeout: try block.input("timeout", otherwise: .seconds(3), Duration.init(reading:)),
      tracing: try tracing?.input("mode", otherwise: .passThrough, TracingMode.init(readingWord:)) ?? .passThrough,
      architecture: try block.strings("architectures").first == Architecture.arm.rawValue ? .arm : .x86,
      environment: try environment?.textMap("variables") ?? [:],
      logging: try logging.map { logging throws(Unreadable) in try Logging(reading: logging) } ?? .text(to: ownGroup),
      vpc: try vpc.map { vpc throws(Unreadable) in try VPCPlacement(reading: vpc) },
      deadLetters: try letters?.arnIfAny("target_arn"),
      // -1 is the provider's word for none.
      reservedConcurrency: try block.integerIfAny("reserved_concurrent_executions").flatMap { $0 < 0 ? nil : $0 },
      description: try block.stringIfAny("description"), publishesVersions: try block.boolIfAny("publish") ?? false)
  }
}
