import Foundation
import InfraModel
import Stacks

/// Where the stacks declare what is at an address, over all their environments.
struct DeclaredPlaces {
  /// A declaration's file below the repository, and what its author wrote.
  struct Place {
    let file: String
    let symbol: String
  }

  static let all = DeclaredPlaces()

  private var places: [SystemName: [String: Place]] = [:]

  private init() {
    for stack in stacks {
      guard let system = SystemName(rawValue: stack.name) else { continue }
      places[system] = stack.places
    }
  }

  func contains(_ system: SystemName) -> Bool { places[system] != nil }

  subscript(system: SystemName, address: String) -> Place? { places[system]?[address] }
}

extension Stack {
  fileprivate static var places: [String: DeclaredPlaces.Place] {
    var places: [String: DeclaredPlaces.Place] = [:]
    for environment in Environment.allCases {
      let stack = DeclaredStack(Self(environment: environment))
      for declaration in stack.declarations {
        let type = type(of: declaration.resource).swiftName
        places["\(declaration.address)"] = place(declaration.location, type, declaration.resource.name)
      }
      for block in stack.configuration {
        let section = block.section.rawValue
        places["\(section).\(block.label ?? "")"] = place(block.location, section.capitalized, block.label ?? "")
      }
    }
    return places
  }

  private static func place(
    _ location: InfraModel.SourceLocation, _ type: String, _ name: String
  ) -> DeclaredPlaces.Place {
    DeclaredPlaces.Place(file: Repository.relative(location.path), symbol: "\(type) \"\(name)\"")
  }
}

enum Repository {
  static let root = String(#filePath.dropLast("Tests/RequirementsTests/DeclaredPlaces.swift".count))

  static func relative(_ path: String) -> String {
    path.hasPrefix(root) ? String(path.dropFirst(root.count)) : path
  }

  static func contents(of file: String) -> String? {
    try? String(contentsOfFile: root + file, encoding: .utf8)
  }
}
