import InfraModel
import TFEmit

/// The expected load of plans, which declare none: `{"schemaVersion": 1, "load": [{"address": …}]}`.
struct LoadFile {
  let path: String
  private let entries: [Entry]

  private struct Entry {
    let address: String
    let perMonth: Int?
    let normal: Load.NormalOperation?
  }

  init(_ path: String) throws {
    guard let bytes = try readFile(path) else { throw FileError.noSuchFile(path: path) }
    try self.init(reading: bytes, from: path)
  }

  init(reading bytes: [UInt8], from path: String) throws {
    func error(_ reason: String) -> InputError { .badLoad(path: path, reason: reason) }
    let document: JSON
    do { document = try JSON(reading: bytes) } catch { throw InputError.badLoad(path: path, reason: "\(error)") }
    guard document["schemaVersion"]?.integer == 1, let list = document["load"]?.array else {
      throw error("it has no `schemaVersion` 1 with a list `load`")
    }
    self.path = path
    entries = try list.enumerated().map { index, entry in
      func number(_ key: String, _ range: ClosedRange<Double>) throws -> Double? {
        guard let value = entry[key] else { return nil }
        guard let number = Double(value), range.contains(number) else {
          throw error(
            "`\(key)` of entry \(index + 1) is not a number from \(plainNumber(range.lowerBound)) to \(plainNumber(range.upperBound))"
          )
        }
        return number
      }
      guard let address = entry["address"]?.string else {
        throw error("`address` of entry \(index + 1) is not a string")
      }
      let known = ["address", "requestsPerMonth", "medianMilliseconds", "errorRate"]
      if case .object(let members) = entry, let key = members.keys.sorted().first(where: { !known.contains($0) }) {
        throw error("entry \(index + 1) has an unknown key '\(key)'")
      }
      let median = try number("medianMilliseconds", 0...86_400_000)
      let errors = try number("errorRate", 0...1)
      return Entry(
        address: address, perMonth: try number("requestsPerMonth", 0...1e12).map { Int($0) },
        normal: median == nil && errors == nil
          ? nil
          : Load.NormalOperation(medianDuration: median.map { .seconds($0 / 1_000) }, errorRate: errors ?? 0))
    }
  }

  func load(of stack: DeclaredStack) -> Load {
    let addresses = Dictionary(
      stack.declarations.map { ("\($0.address)", $0.address) }, uniquingKeysWith: { first, _ in first })
    return Load(
      entries.compactMap { entry in
        guard let address = addresses[entry.address], let requests = entry.perMonth else { return nil }
        return Load.Traffic(entryPoint: address, rate: .perMonth(requests), profile: Load.RequestProfile())
      },
      normalOperation: Dictionary(
        entries.compactMap { entry in addresses[entry.address].flatMap { address in entry.normal.map { (address, $0) } }
        },
        uniquingKeysWith: { $1 }))
  }

  /// Addresses that are in no plan.
  func strangers(in stacks: [DeclaredStack]) -> [String] {
    let known = Set(stacks.flatMap { $0.declarations.map { "\($0.address)" } })
    return entries.map(\.address).filter { !known.contains($0) }
  }
}

extension Double {
  /// The number that a document has; `nil` for anything else.
  fileprivate init?(_ json: JSON) {
    switch json {
    case .integer(let integer): self = Double(integer)
    case .number(let number): self = number
    case .null, .bool, .string, .array, .object: return nil
    }
  }
}
