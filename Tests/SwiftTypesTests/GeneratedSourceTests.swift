import Foundation
import ProviderSchemas
import TerraformModel
import Testing

@testable import SwiftTypes

@Suite struct GeneratedSourceTests {
  /// A provider with what is hard to name and to fold.
  static let schema = """
    {"provider_schemas": {"registry.example.com/acme/shop": {"functions": {"join_all": {"return_type": "string",
      "parameters": [{"name": "separator", "type": "string"}],
      "variadic_parameter": {"name": "rest", "type": "string"}}}, "resource_schemas": {"shop_order": {"block": {
      "attributes": {
        "id": {"type": "string", "optional": true, "computed": true},
        "name": {"type": "string", "required": true, "description": "What customers call it.\\nOne line."},
        "label": {"type": "string", "optional": true},
        "self": {"type": "bool", "optional": true},
        "default": {"type": "number", "optional": true, "deprecated": true},
        "block": {"type": ["list", "string"], "optional": true, "computed": true},
        "prices": {"type": ["map", "number"], "optional": true},
        "lines": {"type": ["set", ["object", {"sku": "string", "count": "number"}]], "optional": true},
        "value": {"nested_type": {"nesting_mode": "single", "attributes": {
          "size": {"type": "number", "required": true}, "made": {"type": "string", "computed": true}}}, "optional": true},
        "arn": {"type": "string", "computed": true},
        "anything": {"type": "dynamic", "optional": true}
      },
      "block_types": {
        "text": {"nesting_mode": "list", "min_items": 1, "max_items": 1,
          "block": {"attributes": {"value": {"type": "string", "required": true}}}},
        "footer": {"nesting_mode": "list", "max_items": 3,
          "block": {"attributes": {"value": {"type": "string", "required": true}}}}
      }}}}, "data_source_schemas": {"shop_order": {"block": {"attributes": {
        "id": {"type": "string", "optional": true}}}}}}}}
    """

  static func source() throws -> GeneratedSource { try #require(sources().first) }

  /// The types, and the functions.
  static func sources() throws -> [GeneratedSource] {
    let printed = try PrintedSchemas(JSONDocument(parsing: schema))
    let shop = try #require(printed.schemas["registry.example.com/acme/shop"])
    let types = [
      try #require(GeneratedType("shop_order", .resource, in: shop)),
      try #require(GeneratedType("shop_order", .data, in: shop)),
    ]
    let provider = ProviderName(source: "acme/shop", version: "")
    return GeneratedSource.files(for: types, of: provider)
      + [GeneratedSource.functions(of: shop, provider)].compactMap(\.self)
  }

  @Test func `required members come first, and blocks of one structure have one type`() throws {
    let source = try Self.source()
    #expect(source.name == "ShopOrder.swift")
    #expect(
      source.text.contains(
        """
            _ label: String,
            name: Text,
            text: Footer,
            anything: Value? = nil,
            block blockArgument: List<Text>? = nil,
            `default`: Number? = nil,
            footer: [Footer]? = nil,
            label labelArgument: Text? = nil,
            lines: List<Lines>? = nil,
            prices: Map<Number>? = nil,
            selfValue: Flag? = nil,
            value: ValueBlock? = nil

        """), "\(source.text)")
    #expect(source.text.components(separatedBy: ": GeneratedBlock {").count == 4)
  }

  @Test func `the provider's words and what the signature does not show are documented`() throws {
    let text = try Self.source().text
    #expect(text.contains("  ///   - name: What customers call it. One line.\n"))
    #expect(text.contains("  ///   - blockArgument: set by the provider where left out.\n"))
    #expect(text.contains("  ///   - default: deprecated.\n"))
    #expect(text.contains("  ///   - footer: at most 3.\n"))
    #expect(text.contains("/// https://registry.terraform.io/providers/acme/shop/latest/docs/data-sources/order\n"))
  }

  @Test func `Terraform's id of a resource is read, and that of a data source is asked for, too`() throws {
    let types = try Self.source().text.components(separatedBy: "public struct ShopOrder:")
    #expect(types[0].contains("block.set(\"id\", id)"))
    #expect(!types[1].contains("block.set(\"id\""))
    #expect(types[1].contains("public var id: Text { declaredBlock.text(\"id\") }"))
  }

  /// Terraform asks for every member of an object, and takes `null` for one.
  @Test func `members of objects are written even if they are left out`() throws {
    let text = try Self.source().text
    #expect(text.contains("block.setMember(\"sku\", sku)"))
    #expect(text.contains("public init(size: Number) {"))
    #expect(!text.contains("\"made\""))
  }

  @Test func `functions are called under the provider's name`() throws {
    let functions = try #require(Self.sources().last)
    #expect(functions.name == "ShopFunctions.swift")
    #expect(
      functions.text.contains(
        """
          public static func joinAll(separator: Text, rest: Text...) -> Text {
            Text(.call("provider::shop::join_all", [Expression(separator)] + rest.map { Expression($0) }))
          }

        """), "\(functions.text)")
  }

  @Test func `the same types give the same text in any order`() throws {
    let schema = try #require(ProviderSchema.aws.first)
    let names = ["aws_wafv2_web_acl", "aws_kinesis_stream", "aws_wafv2_ip_set"]
    let provider = ProviderName(source: "hashicorp/aws", version: schema.version)
    let types = names.compactMap { GeneratedType($0, .resource, in: schema) }
    #expect(
      GeneratedSource.files(for: types, of: provider) == GeneratedSource.files(for: types.reversed(), of: provider))
  }

  /// The schemas of version 6 do not have the members of a few blocks.
  @Test func `blocks without known members are arguments`() throws {
    let schema = try #require(ProviderSchema.aws.last)
    for type in schema.types().compactMap({ GeneratedType($0, .resource, in: schema) }) {
      let members = type.arguments + type.nested.flatMap(\.members)
      for member in members where member.storage == .nestedBlock {
        #expect(!member.swiftType.contains("Value>"), "\(type.type).\(member.name)")
      }
    }
  }

  /// 19,546 members are in the blocks of a web ACL, in 73 different blocks.
  @Test func `folding keeps a web ACL small`() throws {
    let schema = try #require(ProviderSchema.aws.first)
    let type = try #require(GeneratedType("aws_wafv2_web_acl", .resource, in: schema))
    #expect(type.nested.count < 90)
  }
}
