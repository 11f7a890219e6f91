import InfraModel
import Testing

@Suite struct TableTests {
  @Test func tableIsPaidByRequestAndCanBeBroughtBack() {
    #expect(
      block(Table("items", partitionKey: .string("id"), deletionProtection: true)) == [
        "name": "example-prod-items", "billing_mode": "PAY_PER_REQUEST", "hash_key": "id",
        "attribute": .blocks([["name": "id", "type": "S"]]),
        "deletion_protection_enabled": true,
        "point_in_time_recovery": .blocks([["enabled": true]]),
      ])
  }

  @Test func attributesAreThoseOfTheKeysEachOnce() {
    let table = Table(
      "items", partitionKey: .string("source"), sortKey: .number("time"),
      indexes: [
        .init("by-status", partitionKey: .string("status"), sortKey: .number("time"), projection: .keysOnly),
        .init("by-hash", partitionKey: .binary("hash"), projection: .including(["title"])),
      ], deletionProtection: false)

    let block = block(table)
    #expect(
      block["attribute"]
        == .blocks([
          ["name": "hash", "type": "B"], ["name": "source", "type": "S"], ["name": "status", "type": "S"],
          ["name": "time", "type": "N"],
        ]))
    #expect(
      block["global_secondary_index"]
        == .blocks([
          ["name": "by-status", "hash_key": "status", "range_key": "time", "projection_type": "KEYS_ONLY"],
          ["name": "by-hash", "hash_key": "hash", "projection_type": "INCLUDE", "non_key_attributes": ["title"]],
        ]))
  }

  @Test func itemsExpireAndChangesStreamWhereAskedFor() {
    let table = Table(
      "items", partitionKey: .string("id"), timeToLive: "expires_at", deletionProtection: true, stream: .newAndOldImages
    )

    let block = block(table)
    #expect(block["ttl"] == .blocks([["attribute_name": "expires_at", "enabled": true]]))
    #expect(block["stream_enabled"] == true)
    #expect(block["stream_view_type"] == "NEW_AND_OLD_IMAGES")
  }

  private func block(_ table: Table) -> Block {
    var stack = StackBuilder()
    return stack.add(table).declaration.block
  }
}
