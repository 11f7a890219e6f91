import FleetStack
import InfraModel
import TFEmit

/// What each stage of the job costs, on `FLEET` functions: `FLEET=1000 stages`, or `stages upto STAGE` and
/// `stages rule ID` to do that much once, for a tool that counts instructions.
@main struct Stages {
  static func main() throws {
    let words = Array(CommandLine.arguments.dropFirst())
    switch (words.first, words.dropFirst().first) {
    case ("rules", nil): print(Policy.standardRules.map { $0.description.id.rawValue }.joined(separator: "\n"))
    case ("rule", let id?): try askOne(id)
    case ("upto", let stage?): try run(upTo: stage)
    case (nil, nil): try report()
    default: throw Usage()
    }
  }

  struct Usage: Error, CustomStringConvertible {
    let description = "usage: stages [rules | rule ID | upto declare|rules|encode|write|read]"
  }
}

private func run(upTo last: String) throws {
  let stages = ["declare", "rules", "encode", "write", "read"]
  guard let count = stages.firstIndex(of: last) else { throw Stages.Usage() }
  var job = Job()
  for stage in stages[...count] { try job.run(stage) }
}

private func askOne(_ id: String) throws {
  guard let rule = Policy.standardRules.first(where: { $0.description.id.rawValue == id }) else { throw Stages.Usage() }
  var job = Job()
  try job.run("declare")
  job.ask([rule])
}

private func report() throws {
  for stage in ["declare", "rules", "encode", "write", "read"] {
    print(
      line(
        stage,
        try median { job in
          try job.prepare(for: stage)
        } of: { job in
          try job.run(stage)
        }))
  }
  print("\nrules by rule, each on a stack that no other rule has asked about")
  let costs = try Policy.standardRules.map { rule in
    (
      rule.description.id.rawValue,
      try median {
        try $0.run("declare")
      } of: {
        $0.ask([rule])
      }
    )
  }
  for (id, cost) in costs.sorted(by: { $0.1 > $1.1 }) { print(line(id, cost)) }
}

/// Milliseconds of CPU: the median of five, each prepared anew.
private func median(_ prepare: (inout Job) throws -> Void, of work: (inout Job) throws -> Void) throws -> Double {
  let times = try (0..<5).map { _ in
    var job = Job()
    try prepare(&job)
    let start = processTime()
    try work(&job)
    return processTime() - start
  }
  return times.sorted()[2]
}

private func line(_ name: String, _ milliseconds: Double) -> String {
  let number = String(Int((milliseconds * 100).rounded()))
  let digits = String(repeating: "0", count: max(0, 3 - number.count)) + number
  let text = "\(digits.dropLast(2)).\(digits.suffix(2))"
  return String(repeating: " ", count: max(0, 10 - text.count)) + text + " ms  " + name
}
