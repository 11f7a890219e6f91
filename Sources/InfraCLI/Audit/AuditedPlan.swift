import InfraModel
import TFEmit

/// A Terraform plan or state to audit.
struct AuditedPlan {
  let path: String
  let plan: Plan
  let stack: DeclaredStack

  /// The plans at several paths; `-` is standard input. A plan is named by its file name, or by its whole path if two
  /// files have the same name.
  static func all(
    at paths: [String], source: TerraformSource?, waivers: WaiverFile?, in workingDirectory: String,
    before: (String) -> Void = { _ in }
  ) throws -> [AuditedPlan] {
    for (index, path) in paths.enumerated() where paths[..<index].contains(path) { throw UsageError.givenTwice(path) }
    let names = Dictionary(grouping: paths, by: fileName)
    return try paths.map { path in
      before(path)
      let isUnique = names[fileName(path), default: []].count == 1
      return try AuditedPlan(
        path, called: isUnique ? fileName(path) : path, source: source, waivers: waivers, in: workingDirectory)
    }
  }

  private init(
    _ path: String, called name: String, source: TerraformSource?, waivers: WaiverFile?, in workingDirectory: String
  ) throws {
    guard let bytes = try readFile(path == "-" ? "/dev/stdin" : path) else {
      throw FileError.noSuchFile(path: path)
    }
    try self.init(reading: bytes, from: path, called: name, source: source, waivers: waivers, in: workingDirectory)
  }

  init(
    reading bytes: [UInt8], from path: String, called name: String, source: TerraformSource?, waivers: WaiverFile?,
    in workingDirectory: String
  ) throws {
    let isInput = path == "-"
    let absolute = isInput || path.hasPrefix("/") ? path : "\(workingDirectory)/\(path)"
    let itself = SourceLocation(fileID: path, path: absolute, line: 1, column: 1)
    let identity = StackIdentity(stack: name, environment: "terraform")
    do {
      plan = try Plan(reading: bytes, as: identity) { address in source?.place(of: address) ?? itself }
    } catch {
      throw InputError.badPlan(path: path, reason: "\(error)")
    }
    guard plan.resources.contains(where: { $0.address.mode == .managed }) else {
      throw InputError.emptyPlan(path: path, foreign: plan.foreign, destroyed: plan.destroyed)
    }
    let resources = plan.resources.map { resource in
      var resource = resource
      resource.waivers = waivers?.waivers(of: resource.address) ?? []
      return resource
    }
    self.path = path
    stack = DeclaredStack(identity, region: plan.homeRegion, planned: resources)
  }

  /// Resources that their Swift type cannot represent, with the reason.
  var unreadable: [(address: Address, reason: DecodingFailure)] {
    stack.declarations.compactMap { declaration in declaration.unreadable.map { (declaration.address, $0) } }
  }
}

private func fileName(_ path: String) -> String {
  path == "-" ? "standard input" : String(path.split(separator: "/").last ?? "plan")
}
