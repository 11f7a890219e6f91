import CommerceStack
import InfraModel
import Testing

/// A backend that a team really runs, most of it by generated types.
@Suite struct CommerceBackendTests {
  @Test("Without a mistake nothing is wrong with it", arguments: CommerceBackend.Environment.allCases)
  func good(_ environment: CommerceBackend.Environment) {
    let report = Policy(today: "2026-11-29").report(on: DeclaredStack(CommerceBackend(environment: environment)))
    #expect(report.findings.filter { $0.severity >= .warning }.map { "\($0.rule) \($0.message)" } == [])
  }

  @Test(
    "Each mistake is found by its rule, and by no more than it explains", arguments: CommerceBackend.Mistake.allCases)
  func mistake(_ mistake: CommerceBackend.Mistake) {
    let stack = DeclaredStack(CommerceBackend(environment: .prod, mistakes: [mistake]))
    let report = Policy(today: "2026-11-29").report(on: stack)
    let rules = Set(report.findings.filter { $0.severity >= .warning }.map(\.rule.rawValue))
    #expect(rules.contains(mistake.rawValue), "\(rules)")
    #expect(rules.subtracting([mistake.rawValue, "resource-alarmed"]).isEmpty, "\(rules)")
  }

  @Test("What removes data that cannot be made again is a fact of its type")
  func dataIsKnown() {
    let types = Set(DeclaredStack(CommerceBackend(environment: .prod)).declarations.map(\.address.type))
    let holding = types.filter { ResourceCatalog.aws.facts[$0]?.data != nil }
    #expect(
      holding == [
        "aws_cloudwatch_log_group", "aws_cognito_user_pool", "aws_dynamodb_table", "aws_efs_file_system", "aws_eip",
        "aws_elasticache_replication_group", "aws_kinesis_stream", "aws_kms_key", "aws_rds_cluster",
        "aws_s3_bucket", "aws_secretsmanager_secret", "aws_sqs_queue", "aws_ssm_parameter",
      ])
  }
}
