/// A resource that had another name before.
public struct Renamed<R: Resource>: Sendable {
  let resource: R
  /// The name it was first declared with, whose conventional physical name it keeps.
  let firstName: String
  /// The names it has had since, the last one first; not the one it has now.
  let laterNames: [String]
}

extension Resource {
  /// Tells Terraform that this is what was declared as `oldName` before (`moved`), so that it is neither destroyed nor
  /// created anew. Its conventional physical name stays what it was, for AWS renames hardly anything.
  ///
  /// ```swift
  /// stack.add(Topic("alarms").renamed(from: "alerts"))
  /// ```
  ///
  /// It stays in the stack: the physical name depends on it, and an environment where it was never applied needs it.
  public func renamed(from oldName: String) -> Renamed<Self> {
    Renamed(resource: self, firstName: oldName, laterNames: [])
  }
}

extension Renamed {
  /// For what was renamed more than once: the name it had before that.
  ///
  /// ```swift
  /// stack.add(Topic("bells").renamed(from: "alarms").renamed(from: "alerts"))
  /// ```
  public func renamed(from olderName: String) -> Renamed {
    Renamed(resource: resource, firstName: olderName, laterNames: laterNames + [firstName])
  }
}

extension StackBuilder {
  /// Declares a resource that had another name before. All else is as in `add` of the resource itself.
  @discardableResult
  public mutating func add<R: Resource>(
    _ renamed: Renamed<R>, in region: Region? = nil, after dependencies: [Address] = [], with arguments: Block = [:],
    provider: ProviderReference? = nil, lifecycle: Lifecycle? = nil, provisioners: [Provisioner] = [],
    waiving waivers: [Waiver] = [], fileID: String = #fileID, path: String = #filePath, line: Int = #line,
    column: Int = #column
  ) -> Declared<R> {
    let here = SourceLocation(fileID: fileID, path: path, line: line, column: column)
    let declared = declare(
      renamed.resource, named: renamed.firstName, in: region, after: dependencies, with: arguments,
      MetaArguments(provider: provider, lifecycle: lifecycle, provisioners: provisioners), waiving: waivers, at: here)
    var address = declared.address
    for name in renamed.laterNames + [renamed.firstName] {
      let old = Address(mode: address.mode, type: address.type, name: Address.label(for: name))
      add(.moved(from: old, to: address), fileID: fileID, path: path, line: line, column: column)
      address = old
    }
    return declared
  }
}
