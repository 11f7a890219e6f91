import TerraformModel
import Testing

@testable import ProviderSchemas

@Suite struct SchemaTests {
  @Test func oldestAndNewestVersionAreOfBothMajors() throws {
    #expect(ProviderSchema.aws.first?.version == "5.100.0")
    #expect(ProviderSchema.aws(.v5).count == 1)
    #expect(ProviderSchema.aws(.v6).first?.minor == 25)
    #expect(ProviderSchema.aws(.v6).last?.minor == 69)
  }

  @Test func versionsHaveAsManyTypesAsTheirProviders() throws {
    let five = try #require(ProviderSchema.aws(.v5).last)
    #expect(five.types().count == 1_526)
    #expect(five.types(.data).count == 608)
    #expect(five.types(.ephemeral).count == 7)
    let six = try #require(ProviderSchema.aws(.v6).last)
    #expect(six.types().count == 1_735)
    #expect(six.types(.data).count == 685)
    #expect(six.types(.ephemeral).count == 11)
  }

  /// The first type, the last, and one between, and names beside them.
  @Test func everyTypeIsFoundByItsName() throws {
    for schema in ProviderSchema.aws {
      for mode in SchemaMode.allCases {
        let types = schema.types(mode)
        #expect(types == types.sorted())
        for type in types where schema.block(of: type, mode) == nil { Issue.record("\(type) is not found") }
        #expect(schema.block(of: "aws", mode) == nil)
        #expect(schema.block(of: "zzz", mode) == nil)
        #expect(schema.block(of: "", mode) == nil)
      }
    }
    #expect(try #require(ProviderSchema.aws(.v6).last).block(of: "aws_opsworks_stack") == nil)
  }

  /// Halving 2,500 lines takes 12 steps, and lines are not of one length.
  @Test func typesAreFoundInFewSteps() throws {
    let table = SchemaTable.aws
    for type in ["aws_accessanalyzer_analyzer", "aws_lambda_function", "aws_xray_sampling_rule", "aws_zzz"] {
      var steps = 0
      let word = "r\(type)"
      _ = table.types.line { line in
        steps += 1
        let name = String(decoding: line, as: UTF8.self)
        return name == word ? 0 : name < word ? -1 : 1
      }
      #expect(steps <= 16)
    }
  }

  @Test func membersSayWhatTheProviderSays() throws {
    let function = try #require(ProviderSchema.aws.first?.block(of: "aws_lambda_function"))
    let role = try #require(function["role"])
    #expect(role.isRequired && role.isSettable && !role.isComputed && !role.isBlock)
    let arn = try #require(function["arn"])
    #expect(arn.isComputed && !arn.isSettable)
    let tracing = try #require(function["tracing_config"])
    #expect(tracing.isBlock && tracing.most == 1 && tracing.fewest == 0)
    guard case .list(.object(let inner)) = tracing.kind else { throw Mismatch() }
    #expect(inner.members.map(\.name) == ["mode"])
    #expect(inner.required == ["mode"])
    #expect(function["rol"] == nil && function["roles"] == nil && function[""] == nil)
    let database = try #require(ProviderSchema.aws.first?.block(of: "aws_db_instance"))
    #expect(database["password"]?.isSensitive == true)
    #expect(database["password_wo"]?.isWriteOnly == true)
    #expect(ProviderSchema.aws.last?.block(of: "aws_db_instance")?["password_wo"]?.isWriteOnly == true)
    #expect(ProviderSchema.aws.first?.block(of: "aws_s3_bucket")?["acl"]?.isDeprecated == true)
    let rule = try #require(ProviderSchema.aws.first?.block(of: "aws_lb_listener_rule")?["condition"])
    #expect(rule.fewest == 1 && rule.most == nil)
  }

  /// Names are in order and found by them, in every block of every type, however deep.
  @Test func everyMemberIsFoundByItsName() throws {
    let schema = try #require(ProviderSchema.aws.last)
    var count = 0
    func visit(_ block: SchemaBlock, depth: Int) {
      let members = block.members
      #expect(members.map(\.name) == members.map(\.name).sorted())
      #expect(block.required == members.filter(\.isRequired).map(\.name))
      for member in members {
        count += 1
        if block[member.name]?.name != member.name { Issue.record("\(member.name) is not found") }
        if depth < 3, let object = member.kind.object { visit(object, depth: depth + 1) }
      }
    }
    for type in schema.types() {
      if let block = schema.block(of: type) { visit(block, depth: 0) }
    }
    #expect(count > 15_000)
  }

  private struct Mismatch: Error {}
}
