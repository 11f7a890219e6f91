import ProviderSchemas
import TerraformModel
import Testing

@Suite struct PrintedSchemasTests {
  private static let text = #"""
    {"format_version": "1.0", "provider_schemas": {
      "registry.terraform.io/hashicorp/random": {
        "provider": {"version": 0, "block": {}},
        "resource_schemas": {
          "random_pet": {"version": 1, "block": {"attributes": {
            "length": {"type": "number", "optional": true, "description": "in \"words\", {not} letters"},
            "id": {"type": "string", "computed": true}}, "deprecated": true}},
          "random_id": {"version": 0, "block": {"attributes": {"byte_length": {"type": "number", "required": true}},
            "block_types": {"tag": {"nesting_mode": "list", "max_items": 2, "block": {"attributes": {
              "key": {"type": ["map", "string"], "required": true}}}}}}},
          "random_bad": {"version": 0, "block": {"attributes": {"x": {"type": "strange"}}}}
        },
        "data_source_schemas": {"random_seen": {"block": {}}}
      },
      "registry.terraform.io/hashicorp/null": {}
    }}
    """#

  @Test func `skimmed schemas say what those say that were read as a whole`() throws {
    let skimmed = try PrintedSchemas(skimming: JSONOutline(Array(Self.text.utf8)))
    let whole = try PrintedSchemas(
      JSONDocument(parsing: Self.text.replacing(#""strange""#, with: #""string""#)))
    #expect(skimmed.schemas.keys.sorted() == whole.schemas.keys.sorted())
    for (name, schema) in whole.schemas {
      let other = try #require(skimmed.schemas[name])
      for mode in SchemaMode.allCases {
        #expect(other.types(mode) == schema.types(mode))
        for type in schema.types(mode) where type != "random_bad" {
          let (block, otherBlock) = (try #require(schema.block(of: type, mode)), other.block(of: type, mode))
          #expect(otherBlock.map { "\($0.members)" } == "\(block.members)")
          #expect(other.isDeprecated(type, mode) == schema.isDeprecated(type, mode))
        }
      }
    }
  }

  @Test func `a type that cannot be read has no block and is of no known provider`() throws {
    let schemas = try PrintedSchemas(skimming: JSONOutline(Array(Self.text.utf8)))
    let random = try #require(schemas.schemas["registry.terraform.io/hashicorp/random"])
    #expect(random.has(type: "random_bad", .resource))
    #expect(random.block(of: "random_bad") == nil)
    let known = OtherSchemas([OtherSchemas.Provider(source: "hashicorp/random", schema: random)])
    #expect(known.provider(of: "random_bad", .resource) == nil)
    #expect(known.provider(of: "random_pet", .resource)?.source == "hashicorp/random")
    // The provider is known, and has no such type.
    #expect(known.provider(of: "random_pte", .resource)?.source == "hashicorp/random")
    #expect(known.provider(of: "datadog_monitor", .resource) == nil)
  }

  @Test(arguments: ["", "[]", "{", #"{"provider_schemas": 1}"#, #"{"provider_schemas": {"a": {}"#, #"{"a" 1}"#])
  func `what is no such output is a fault`(_ text: String) {
    #expect(throws: PrintedSchemas.Fault.self) { try PrintedSchemas(skimming: JSONOutline(Array(text.utf8))) }
  }
}
