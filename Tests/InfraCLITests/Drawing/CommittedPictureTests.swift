import Foundation
import InfraModel
import Testing

@testable import InfraCLI

/// The pictures that the README shows, against the stacks they are of.
@Suite struct CommittedPictureTests {
  @Test(arguments: [("", ""), ("/narrow", "--width 400")])
  func picturesOfTheREADMEAreFresh(_ folder: String, _ option: String) throws {
    let graph = TraceGraph(of: try sentimentAnalyzer())
    let path = "docs/pictures\(folder)/sentiment-analyzer-prod.svg"
    let committed = try String(contentsOfFile: "\(repository)/\(path)", encoding: .utf8)
    let fresh = Picture(of: graph).drawing(width: option.isEmpty ? 1_280 : 400)
      .svgFile(title: graph.title, description: graph.summary)
    let command = "infra-gen graph --stack sentiment-analyzer --env prod --format svg \(option)"
    #expect(committed == fresh, "\(path) is stale; run `swift run \(command) --write docs/pictures\(folder)`")
  }

  private let repository = String(
    #filePath.dropLast("/Tests/InfraCLITests/Drawing/CommittedPictureTests.swift".count))
}
