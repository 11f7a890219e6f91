import InfraModel

/// What a document asks for, and where the answer is. The words are ours; the documents are not in this repository.
struct Requirement: Sendable {
  let id: String
  let words: String
  let answers: [Answer]

  init(_ id: String, _ words: String, _ first: Answer, _ others: Answer...) {
    self.id = id
    self.words = words
    answers = [first] + others
  }
}

/// The requirements of one document, and a test's list of the ids it has.
struct Chapter: Sendable {
  let title: String
  let ids: [String]
  let requirements: [Requirement]
}

/// One way in which a requirement is met, or the reason why it is not.
enum Answer: Sendable {
  /// Declared by a stack in at least one environment, at these addresses; a variable is `variable.name`.
  case declared(SystemName, [String])
  /// A rule objects where it is not so.
  case rule(RuleID)
  /// The library itself holds it: a type that cannot say otherwise, or a component. The file has to contain the symbol.
  case library(String, in: String)
  /// AWS or Terraform cannot do it. What the tool does instead stands beside it.
  case impossible(String)
  /// Code of a function, or a test of it, beside the stacks or in Tests/FunctionTests. The file has to contain the words.
  case code([String], in: String)
  /// A document of the repository, with the title or the words that it has to contain.
  case guide(String, in: String)
  /// It is code of the application, which this repository does not hold.
  case application(String)
  /// A new estimate of what the document says it costs is in `docs/costs.md`, next to the document's figure.
  case estimated(SystemName)

  /// Of `stacks/<System>/functions`, or of `Tests/FunctionTests`.
  static func code(_ words: String..., in file: String) -> Answer {
    .code(words, in: file.contains("/functions/") ? "stacks/\(file)" : "Tests/FunctionTests/\(file)")
  }

  static func declared(_ system: SystemName, _ addresses: String...) -> Answer {
    .declared(system, addresses)
  }
}

/// The five systems.
enum SystemName: String, Sendable, CaseIterable {
  case interviewCompanion = "interview-companion"
  case legoAPI = "lego-api"
  case mediaDownloader = "media-downloader"
  case orderTracing = "order-tracing"
  case sentimentAnalyzer = "sentiment-analyzer"
}

/// Where `infra-gen cost` is.
let costFile = "Sources/InfraCLI/Commands/CostCommand.swift"
