import InfraModel

/// The files of a new repository, from the name of its folder and the package that it depends on.
struct InitialPackage {
  /// The name of the Swift package: the folder's.
  let name: String
  let infraKit: Dependency

  /// Where the new repository finds InfraKit.
  enum Dependency: Equatable {
    case path(String)
    case url(String)

    /// A URL has a scheme or is one of ssh's, `git@host:path`.
    init(_ word: String) {
      self = word.contains("://") || word.hasPrefix("git@") ? .url(word) : .path(word)
    }
  }

  /// Every file of the new repository, relative to its folder.
  var files: [GeneratedFile] {
    [
      file("Package.swift", manifest),
      file("Sources/Infrastructure/Hello.swift", initialStack),
      file("Sources/Infrastructure/Infrastructure.swift", initialList),
      file("Sources/infra/Infra.swift", initialProgram),
      file("Tests/InfrastructureTests/HelloTests.swift", initialTests),
      file("README.md", readme),
      file(".gitignore", initialIgnores),
      file(".github/workflows/infrastructure.yml", initialWorkflow(findingInfraKitAt: infraKit)),
    ]
  }

  private func file(_ path: String, _ text: String) -> GeneratedFile {
    GeneratedFile(path: path, bytes: Array(text.utf8))
  }
}

extension InitialPackage.Dependency {
  /// The dependency in a manifest.
  var declaration: String {
    switch self {
    case .path(let path): #".package(name: "infra-gen", path: \#(quoted(path)))"#
    case .url(let url): #".package(url: \#(quoted(url)), from: "\#(infraGenVersion)")"#
    }
  }

  /// Where its guides are, as a reader of the new repository finds them.
  var guides: String {
    switch self {
    case .path(let path): "[\(path)/docs/guide](\(path)/docs/guide)"
    case .url(let url): "`docs/guide` of \(url)"
    }
  }

  /// The package's identity in a manifest.
  var identity: String {
    switch self {
    case .path: "infra-gen"
    case .url(let url):
      String(url.split(whereSeparator: { $0 == "/" || $0 == ":" }).last ?? "infra-gen").without(suffix: ".git")
    }
  }
}

/// A Swift string literal.
private func quoted(_ text: String) -> String {
  "\"" + text.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] } + "\""
}

extension String {
  fileprivate func without(suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
