import Foundation
import InfraModel
import Stacks
import Testing

@testable import InfraCLI

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What `graph` writes, and that nobody's names can break it.
@Suite struct GraphFormatTests {
  @Test func oneGraphIsPrintedAndSeveralAreWritten() throws {
    let one = hostile.run(["graph", "--format", "dot"])
    #expect(one.code == .success)
    let several = Program(stacks: stacks, rules: [], today: "2026-11-21", workingDirectory: "/")
    #expect(several.run(["graph"]).log.contains("choose one of interview-companion/dev"))
    #expect(several.run(["graph", "--width", "12"]).log.contains("'12' is not a width"))

    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("graphs-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let written = several.run(["graph", "--stack", "lego-api", "--format", "svg", "--write", folder])
    #expect(written.output == "\(folder)/lego-api-dev.svg\n\(folder)/lego-api-production.svg\n")
    #expect(try String(contentsOfFile: "\(folder)/lego-api-dev.svg", encoding: .utf8).hasPrefix("<svg "))
  }

  @Test func namesAreTextInEveryFormat() {
    let svg = hostile.run(["graph", "--format", "svg"]).output
    #expect(svg.contains("&lt;script&gt;"))
    #expect(!svg.contains("<script"))
    #expect(isWellFormed(svg))
    let dot = hostile.run(["graph", "--format", "dot"]).output
    #expect(dot.contains(#"say \"hi\""#))
    let mermaid = hostile.run(["graph"]).output
    #expect(mermaid.contains("#lt;script#gt;"))
    #expect(mermaid.contains("say #quot;hi#quot;"))
  }

  @Test func everyPictureOfOursIsWellFormedAndSaysWhatItShows() {
    let program = Program(stacks: stacks, rules: [], today: "2026-11-21", workingDirectory: "/")
    let svg = program.run(["graph", "--stack", "sentiment-analyzer", "--env", "prod", "--format", "svg"]).output
    #expect(isWellFormed(svg))
    #expect(svg.contains("role=\"img\" aria-labelledby=\"title description\""))
    #expect(svg.contains("<title id=\"title\">Request paths through sentiment-analyzer in prod</title>"))
    #expect(svg.contains("prefers-color-scheme: dark"))
  }

  @Test func graphvizAndMermaidNameEveryHop() {
    for graph in stacks.flatMap({ $0.graphs }) {
      #expect(graphviz(graph).split(separator: "\n").count { $0.contains(" -> ") } == graph.hops.count)
      #expect(mermaid(graph).split(separator: "\n").count { $0.contains("> n") } == graph.hops.count)
    }
  }

  private var hostile: Program {
    Program(stacks: [HostileNames.self], rules: [], today: "2026-11-21", workingDirectory: "/")
  }

  private func isWellFormed(_ xml: String) -> Bool {
    XMLParser(data: Data(xml.utf8)).parse()
  }
}

/// A stack whose names are trouble for whoever does not escape them.
struct HostileNames: Stack {
  enum Environment: String, StackEnvironment {
    case dev
    var isProduction: Bool { false }
  }

  static let name = "hostile"
  let environment: Environment
  var region: Region { .usEast1 }

  func declare(in stack: inout StackBuilder) {
    for name in ["<script>alert(1)</script>", "say \"hi\" & 'bye'"] {
      let function = stack.add(
        LambdaFunction(
          name, code: .zip(.file("a.zip"), runtime: .python313, handler: "a.main"),
          role: ARN("arn:aws:iam::123456789012:role/x"), timeout: .seconds(3), logging: .json(to: "/aws/lambda/x")))
      stack.add(FunctionURL(name, of: function.functionName, authorization: .none))
    }
  }
}
