public import TerraformModel

/// Which requests X-Ray records where the decision is made: at REST API stages, AppSync and hosts with an X-Ray SDK.
/// Lambda does not ask it: a function decides by itself, one request a second and 5 % of the rest
/// (`aws_xray_sampling_rule`).
public struct SamplingRule: ResourceModel {
  public static let type = "aws_xray_sampling_rule"

  public let name: String
  public var physicalName: PhysicalName
  /// `priority`: the lowest number that matches decides. 1 to 9,999; `argument-limits` reports others.
  public var priority: Int
  /// `fixed_rate`: the share of requests recorded beyond the reservoir.
  public var fixedRate: Input<SamplingRate>
  /// `reservoir_size`: requests a second that are recorded before the rate applies.
  public var reservoir: Int
  /// The requests it is for; all of them unless said otherwise.
  public var matching: Match

  public init(
    _ name: String, named physicalName: PhysicalName = .conventional, priority: Int, fixedRate: Input<SamplingRate>,
    reservoir: Int, matching: Match = Match()
  ) {
    self.name = name
    self.physicalName = physicalName
    self.priority = priority
    self.fixedRate = fixedRate
    self.reservoir = reservoir
    self.matching = matching
  }

  /// What a request must look like. `*` stands for any run of characters, `?` for one.
  public struct Match: Hashable, Sendable {
    /// `service_name`: for a REST API `{api}/{stage}`.
    public var serviceName: Text
    /// `service_type`, such as `AWS::ApiGateway::Stage`.
    public var serviceType: String
    public var host: String
    public var method: String
    /// `url_path`
    public var path: String
    /// `resource_arn`
    public var resourceARN: Text

    public init(
      serviceName: Text = "*", serviceType: String = "*", host: String = "*", method: String = "*",
      path: String = "*", resourceARN: Text = "*"
    ) {
      self.serviceName = serviceName
      self.serviceType = serviceType
      self.host = host
      self.method = method
      self.path = path
      self.resourceARN = resourceARN
    }
  }

  public static let arguments = ArgumentTable<SamplingRule> { table in
    table.constant("version", 1, .range(1...1))
    table.add("priority", \.priority, .range(1...9_999))
    table.add("fixed_rate", \.fixedRate, .range(0...1))
    table.add("reservoir_size", \.reservoir, .range(0 ... .infinity))
    table.add("service_name", \.matching.serviceName, .characters(1...64))
    table.add("service_type", \.matching.serviceType, .characters(1...64))
    table.add("host", \.matching.host, .characters(1...64))
    table.add("http_method", \.matching.method, .characters(1...10))
    table.add("url_path", \.matching.path, .characters(1...128))
    table.add("resource_arn", \.matching.resourceARN, .characters(1...500))
    table.unmodeled("rule_name", .other(than: "Default"))
    table.derived(\.matching) { rule throws(DecodingFailure) in
      Match(
        serviceName: try rule[\.matching.serviceName], serviceType: try rule[\.matching.serviceType],
        host: try rule[\.matching.host], method: try rule[\.matching.method], path: try rule[\.matching.path],
        resourceARN: try rule[\.matching.resourceARN])
    }
    table.unmodeled("attributes", .count(0...5), .characters(1...32), .keys(.characters(1...32)))
    table.constraint("has no name", fix: "set `rule_name`") { $0.has("rule_name") }
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/xray/latest/api/API_CreateSamplingRule.html",
    name: NamingRule(argument: "rule_name", length: 1...32, characters: .printable), iamPrefix: "xray",
    removal: .tracing)
}

/// A share of requests. X-Ray counts in fractions, people in per cent; the type says which one is meant.
public struct SamplingRate: Hashable, Sendable, ArgumentCodable {
  /// 0 to 1; `argument-limits` reports others.
  public let fraction: Double
  public var value: Value { .number(fraction) }

  init(fraction: Double) {
    self.fraction = fraction
  }

  public init(reading value: Value) throws(DecodingFailure.Reason) {
    fraction = try Double(reading: value)
  }

  public static let everything = SamplingRate(fraction: 1)
  public static let nothing = SamplingRate(fraction: 0)

  public static func percent(_ percent: Double) -> SamplingRate {
    SamplingRate(fraction: percent / 100)
  }
}

extension SamplingRule: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    self.init(
      name, priority: try block.integer("priority"),
      fixedRate: try block.input("fixed_rate") { value throws(DecodingFailure.Reason) in
        SamplingRate(fraction: try Double(reading: value))
      },
      reservoir: try block.integer("reservoir_size"),
      matching: Match(
        serviceName: try block.text("service_name"), serviceType: try block.string("service_type"),
        host: try block.string("host"), method: try block.string("http_method"), path: try block.string("url_path"),
        resourceARN: try block.text("resource_arn")))
  }
}

extension Input<SamplingRate> {
  public static var everything: Input { .fixed(.everything) }
  public static var nothing: Input { .fixed(.nothing) }

  public static func percent(_ percent: Double) -> Input { .fixed(.percent(percent)) }
}
