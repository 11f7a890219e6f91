/// A resource that had another name before.
public struct Renamed<R: Resource>: Sendable {
  let resource: R
  let oldName: String
}

extension Resource {
  /// Tells Terraform that this is what was declared as `oldName` before (`moved`), so that it is neither destroyed nor
  /// created anew. Its conventional physical name stays what it was, for AWS renames hardly anything.
  ///
  /// ```swift
  /// stack.add(Topic("alarms").renamed(from: "alerts"))
  /// ```
  public func renamed(from oldName: String) -> Renamed<Self> {
    Renamed(resource: self, oldName: oldName)
  }
}

extension StackBuilder {
  /// Declares a resource that had another name before. All else is as in `add` of the resource itself.
  @discardableResult
  public mutating func add<R: Resource>(
    _ renamed: Renamed<R>, in region: Region? = nil, after dependencies: [Address] = [], with arguments: Block = [:],
    waiving waivers: [Waiver] = [], fileID: String = #fileID, path: String = #filePath, line: Int = #line,
    column: Int = #column
  ) -> Declared<R> {
    let here = SourceLocation(fileID: fileID, path: path, line: line, column: column)
    let declared = declare(
      renamed.resource, named: renamed.oldName, in: region, after: dependencies, with: arguments, waiving: waivers,
      at: here)
    let address = declared.address
    let old = Address(mode: address.mode, type: address.type, name: Address.label(for: renamed.oldName))
    add(.moved(from: old, to: address), fileID: fileID, path: path, line: line, column: column)
    return declared
  }
}
