import Foundation
import InfraModel
import Testing

@Suite struct RequirementsTests {
  @Test(arguments: Chapter.all)
  func everyRequirementIsThereOnce(_ chapter: Chapter) {
    let missing = Set(chapter.ids).subtracting(chapter.requirements.map(\.id))
    #expect(missing.isEmpty, "no answer: \(missing.sorted().joined(separator: ", ")); add a row to \(chapter.title)")
    #expect(chapter.requirements.map(\.id) == chapter.ids, "rows stand in the document's order, each once")
  }

  @Test(arguments: Chapter.all.flatMap(\.requirements))
  func answerExists(_ requirement: Requirement) {
    for answer in requirement.answers {
      switch answer {
      case .declared(let system, let addresses):
        #expect(!addresses.isEmpty, "\(requirement.id) names no address")
        for address in addresses {
          #expect(
            DeclaredPlaces.all[system, address] != nil,
            "\(requirement.id): no environment of \(system.rawValue) declares '\(address)'; name what answers it now")
        }
      case .rule(let id):
        let known = Policy.standardRules.contains { $0.description.id == id }
        #expect(known, "\(requirement.id): there is no rule '\(id)'")
      case .library(let symbol, let file):
        #expect(
          Repository.contents(of: file)?.contains(symbol) == true, "\(requirement.id): no '\(symbol)' in \(file)")
      case .code(let words, let file):
        let contents = Repository.contents(of: file) ?? ""
        for word in words { #expect(contents.contains(word), "\(requirement.id): no '\(word)' in \(file)") }
      case .guide(let words, let file):
        #expect(Repository.contents(of: file)?.contains(words) == true, "\(requirement.id): no '\(words)' in \(file)")
      case .impossible(let reason):
        #expect(requirement.answers.count > 1, "\(requirement.id): say what the tool does instead of \(reason)")
      case .estimated(let system):
        #expect(DocumentedFigure.all.contains { $0.system == system }, "\(requirement.id): no figures are estimated")
      case .application: break
      }
    }
  }

  @Test func documentIsWhatTheTablesSay() throws {
    let text = RequirementsDocument.text(of: Chapter.all)
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try text.write(toFile: Repository.root + RequirementsDocument.path, atomically: true, encoding: .utf8)
    }
    let committed = Repository.contents(of: RequirementsDocument.path)
    #expect(
      committed == text,
      "\(RequirementsDocument.path) is stale; run `RECORD=1 swift test --filter Requirements` and commit what it writes"
    )
  }
}

extension Requirement: CustomTestStringConvertible {
  var testDescription: String { "\(id): \(words)" }
}

extension Chapter: CustomTestStringConvertible {
  var testDescription: String { title }
}
