import InfraModel

/// Draws the request paths through a stack.
struct GraphCommand: Command {
  static let name = "graph"
  static let summary = "draw the request paths through a stack, and where X-Ray loses them"
  private static let formats: [Format] = [.mermaid, .dot, .svg]
  private static let widthOption = Option.value(
    "--width", "PIXELS", .anything,
    "width of an svg, 320 to 4000; default 1280; below 640 it is drawn from top to bottom")
  private static let folder = Option.value(
    "--write", "DIR", .folder, "write DIR/<stack>-<environment>.<format> for everything selected")
  static let options = Selection.options + [Format.option(formats), widthOption, folder]
  static let details = """
    Each edge of a request path is traced, or a trace begins after it, or it is not on the trace map; the picture gives
    the reason. What a function calls is derived from the permissions of its role. Without --write, select one stack in
    one environment.
    """
  static let examples = [
    Example("graph --stack lego-api --env dev", "for a page that renders Mermaid"),
    Example("graph --stack lego-api --env dev --format svg > lego-api.svg", "a picture"),
    Example("graph --format svg --width 400 --write pictures", "every stack in every environment, for mobile"),
  ]

  let selection: Selection
  let format: Format
  let width: Double
  let destination: String?

  init(_ words: inout ArgumentParser) throws {
    selection = Selection(words)
    format = try Format(words, among: Self.formats)
    destination = words.value(of: Self.folder)
    let word = words.value(of: Self.widthOption) ?? "1280"
    guard let pixels = Int(word), (320...4_000).contains(pixels) else { throw UsageError.badWidth(word) }
    width = Double(pixels)
  }

  func run(in program: Program) throws -> Outcome {
    let stacks = try selection.declared(in: program)
    let graphs = stacks.map { TraceGraph(of: $0) }
    if let destination {
      let files = graphs.map { graph in
        GeneratedFile(
          path: "\(destination)/\(graph.stack.stack)-\(graph.stack.environment).\(format.rawValue)",
          bytes: Array(text(of: graph).utf8))
      }
      let changed = try write(files)
      return Outcome(output: changed.map { "\($0)\n" }.joined(), log: Unexamined(stacks).text)
    }
    guard let graph = graphs.first, graphs.count == 1 else {
      throw UsageError.severalGraphs(graphs.map(\.stack.description))
    }
    return Outcome(output: text(of: graph), log: Unexamined(stacks).text)
  }

  private func text(of graph: TraceGraph) -> String {
    switch format {
    case .svg:
      Picture(of: graph).drawing(width: width).svgFile(title: graph.title, description: graph.summary)
    case .dot: graphviz(graph)
    default: mermaid(graph)
    }
  }
}
