import InfraModel

/// Lists what has to exist or to be done besides `terraform apply`.
struct PrerequisitesCommand: Command {
  static let name = "prerequisites"
  static let summary = "list what must exist before terraform apply, or write a script that checks it"
  private static let formats: [Format] = [.text, .json, .script]
  static let options = Selection.options + [Format.option(formats)]
  static let details = """
    The list follows from the stacks: variables without a default, secrets that a function reads and no stack creates,
    networks and other resources that a literal ARN or id names, the state's backend, quotas, account settings, and mails
    to confirm. It cannot list what only the code of a function knows.

    `--format script` writes a shell script for one stack in one environment. It checks the list with the AWS CLI,
    version 2, changes nothing, prints one line for each entry, and exits with 1 if one is missing.
    """
  static let examples = [
    Example("prerequisites --stack order-tracing --env dev", "what to prepare for one environment of one stack"),
    Example(
      "prerequisites -s order-tracing -e dev --format script > prerequisites.sh",
      "then `sh prerequisites.sh out/order-tracing/dev`"),
  ]

  let selection: Selection
  let format: Format

  init(_ words: inout ArgumentParser) throws {
    selection = Selection(words)
    format = try Format(words, among: Self.formats)
  }

  func run(in program: Program) throws -> Outcome {
    let stacks = try selection.declared(in: program)
    switch format {
    case .json: return Outcome(output: prerequisitesJSON(stacks))
    case .script:
      guard stacks.count == 1 else {
        throw UsageError.severalStacks(stacks.map(\.identity.description), of: "\(Self.name) --format script")
      }
      return Outcome(output: PrerequisiteScript(of: stacks[0]).text)
    default: return Outcome(output: prerequisitesText(stacks, relativeTo: program.workingDirectory))
    }
  }
}
