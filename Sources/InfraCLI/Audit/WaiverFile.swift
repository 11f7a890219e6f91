import InfraModel
import TFEmit

/// Waivers for Terraform resources, by address, because Terraform has no place for them next to the resource.
struct WaiverFile {
  let path: String
  let entries: [(address: String, waiver: Waiver)]

  /// `{"schemaVersion": 1, "waivers": [{"rule", "address", "reason", "owner", "until"}]}`
  init(_ path: String) throws {
    guard let bytes = try readFile(path) else {
      throw FileError.noSuchFile(path: path)
    }
    try self.init(reading: bytes, from: path)
  }

  init(reading bytes: [UInt8], from path: String) throws {
    let document: JSON
    do { document = try JSON(reading: bytes) } catch { throw InputError.badWaivers(path: path, reason: "\(error)") }
    guard document["schemaVersion"]?.integer == 1, let list = document["waivers"]?.array else {
      throw InputError.badWaivers(path: path, reason: "it has no `schemaVersion` 1 with a list of `waivers`")
    }
    self.path = path
    entries = try list.enumerated().map { index, entry in
      func word(_ key: String) throws -> String {
        guard let word = entry[key]?.string else {
          throw InputError.badWaivers(path: path, reason: "`\(key)` of waiver \(index + 1) is not a string")
        }
        return word
      }
      return (
        try word("address"),
        Waiver(
          RuleID(rawValue: try word("rule")), reason: try word("reason"), owner: try word("owner"),
          until: try word("until"))
      )
    }
  }

  /// The waivers of one resource: by its full address, or by its block's address for all `count` and `for_each`
  /// instances.
  func waivers(of address: Address) -> [Waiver] {
    let block = "\(address)".dropLast(address.index.count)
    return entries.filter { $0.address == "\(address)" || $0.address == block }.map(\.waiver)
  }

  /// Addresses that are in no plan.
  func strangers(among addresses: Set<Address>) -> [String] {
    let known = Set(addresses.flatMap { ["\($0)", String("\($0)".dropLast($0.index.count))] })
    return entries.map(\.address).filter { !known.contains($0) }
  }
}
