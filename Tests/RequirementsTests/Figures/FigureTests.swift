import Foundation
import InfraModel
import Testing

@Suite struct FigureTests {
  @Test(arguments: DocumentedFigure.all)
  func figureIsReckonedAsByHand(_ figure: DocumentedFigure) {
    #expect(figure.estimated == figure.expected)
  }

  /// What is called right begins as the document has it, wherever that is a number, and what is called wrong does not.
  @Test(arguments: DocumentedFigure.all)
  func verdictFitsFigure(_ figure: DocumentedFigure) {
    guard let first = figure.said.first, first == "$" || first.isNumber else { return }
    let isSame = figure.estimated.hasPrefix(figure.said)
    if case .wrong = figure.verdict { #expect(!isSame) } else { #expect(isSame) }
  }

  @Test func documentIsWhatTheTablesSay() throws {
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try CostsDocument.text.write(
        toFile: Repository.root + CostsDocument.path, atomically: true, encoding: .utf8)
    }
    #expect(
      Repository.contents(of: CostsDocument.path) == CostsDocument.text,
      "\(CostsDocument.path) is stale; run `RECORD=1 swift test --filter Requirements` and commit what it writes")
  }
}

extension DocumentedFigure: CustomTestStringConvertible {
  var testDescription: String { "\(system.rawValue): \(question)" }
}
