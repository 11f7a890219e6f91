import ProviderSchemas
import Testing

@testable import SwiftTypes

@Suite struct SwiftNameTests {
  @Test(arguments: [
    ("retention_period", "retentionPeriod"), ("kms_key_id", "kmsKeyID"), ("arn", "arn"), ("vpc_id", "vpcID"),
    ("subnet_ids", "subnetIDs"), ("ipv6_cidr_block", "ipv6CIDRBlock"), ("assign_ipv6_address", "assignIPv6Address"),
    ("s3_bucket", "s3Bucket"), ("source-arn", "sourceARN"), ("", ""), ("__", "__"),
  ])
  func `members are spelled as Swift names`(_ name: String, _ swift: String) {
    #expect(SwiftName.member(name) == swift)
  }

  @Test(arguments: [
    ("aws_kinesis_stream", SchemaMode.resource, "AWSKinesisStream"), ("aws_vpc", .data, "AWSVPCData"),
    ("aws_wafv2_web_acl", .resource, "AWSWAFv2WebACL"), ("random_password", .ephemeral, "RandomPasswordEphemeral"),
    ("tls_private_key", .resource, "TLSPrivateKey"),
  ])
  func `types have the provider's name in front and their mode behind`(
    _ type: String, _ mode: SchemaMode, _ swift: String
  ) {
    #expect(TypeNames.swiftName(of: type, mode) == swift)
  }

  @Test func `two members of one spelling keep the names of Terraform`() {
    #expect(TypeNames.memberNames(["a_b", "a__b", "c_d"]) == ["a_b", "a__b", "cD"])
  }

  @Test func `members that Swift has a meaning for are named differently`() {
    #expect(TypeNames.memberNames(["self", "init", "default"]) == ["selfValue", "initValue", "default"])
    #expect(SwiftName.escaped("default") == "`default`")
  }

  /// A type's name that occurs twice would not compile in a repository that has both.
  @Test(arguments: ProviderSchema.aws.map(\.version))
  func `no two types of a provider have one Swift name`(_ version: String) throws {
    let schema = try #require(ProviderSchema.aws.first { $0.version == version })
    let names = SchemaMode.allCases.flatMap { mode in schema.types(mode).map { TypeNames.swiftName(of: $0, mode) } }
    #expect(names.count > 2_000)
    #expect(Set(names).count == names.count)
  }
}
