import AlarmEvaluation
import InfraModel

/// Evaluates datapoints as CloudWatch does: the state of an alarm, and why.
struct EvaluateCommand: Command {
  static let name = "evaluate"
  static let summary = "show which state an alarm takes for given datapoints, and why"
  static let operands = [Operand.optional("ALARM", .anything)]
  private static let data = Option.value(
    "--data", "DATA", .anything, "datapoints, oldest first, separated by spaces or commas; can be repeated")
  private static let datapoints = Option.value(
    "--datapoints", "M", .anything, "how many datapoints must be breaching; default all")
  private static let periods = Option.value(
    "--periods", "N", .anything, "how many datapoints are evaluated")
  private static let missing = Option.value(
    "--missing", "TREATMENT", .oneOf(MissingDataTreatment.allCases.map(\.rawValue)),
    "how missing data is treated; default missing")
  private static let samples = Option.value(
    "--samples", "COUNTS", .anything, "how many samples each datapoint of a percentile has")
  private static let start = Option.value(
    "--start", "TIME", .anything, "when the first period begins, in UTC, such as 2026-11-28T09:30")
  private static let formats: [Format] = [.text, .json]
  static let options =
    [data, datapoints, periods, missing, samples, start] + Selection.options + [Format.option(formats)]
  static let details = """
    ALARM is the address, the name or the label of an alarm in a stack. DATA is its values, with - for a period without
    data; for an alarm on metric math, ID=VALUES for each metric that the expression reads, or the results of the
    expression; for a composite alarm, NAME=STATE for each alarm that its rule reads. --periods, --datapoints and
    --missing override the alarm's settings. Without ALARM these options define the alarm, and DATA is in AWS's notation:
    0 for within the threshold, X for breaching, - for missing. Periods before the first one count as missing.

    The states are OK, ALARM, INSUFFICIENT_DATA, and KEEP if the alarm keeps its state. The command prints more than one
    if AWS's documentation does not specify which applies.
    """
  static let examples = [
    Example("evaluate --datapoints 2 --periods 3 --missing breaching --data 0,-,X,-,-", "an alarm of 2 out of 3"),
    Example("evaluate orders-errors --env prod --data 0,3,-,7,2", "an alarm of a stack, for values of its metric"),
    Example(
      "evaluate error-rate --env prod --data errors=0,3,3 --data requests=40,41,38", "an alarm on metric math"),
    Example("evaluate checkout --env prod --data errors=ALARM --data deploying=OK", "a composite alarm"),
  ]

  let alarm: String?
  let texts: [String]
  let changes: RuleChanges
  let samples: [Int]?
  let start: Int?
  let selection: Selection
  let format: Format

  init(_ words: inout ArgumentParser) throws {
    alarm = words.next()
    texts = words.values(of: Self.data)
    changes = RuleChanges(
      periods: try words.value(of: Self.periods).map { try number($0, Self.periods) },
      datapoints: try words.value(of: Self.datapoints).map { try number($0, Self.datapoints) },
      missing: try words.value(of: Self.missing).map { word in
        guard let treatment = MissingDataTreatment(rawValue: word) else {
          throw EvaluationError.unknownTreatment(word)
        }
        return treatment
      })
    samples = try words.value(of: Self.samples).map { counts in
      try counts.split { $0 == " " || $0 == "," }.map { $0 == "-" ? 0 : try number(String($0), Self.samples) }
    }
    start = try words.value(of: Self.start).map { word in
      guard let seconds = secondsSince1970(word) else { throw EvaluationError.badStart(word) }
      return seconds
    }
    selection = Selection(words)
    format = try Format(words, among: Self.formats)
  }

  func run(in program: Program) throws -> Outcome {
    let answer = try AlarmAnswer(try subject(in: program), DataWords(texts), samples: samples, start: start)
    return switch format {
    case .json: Outcome(output: evaluationJSON(answer))
    default: Outcome(output: evaluationText(answer))
    }
  }

  private func subject(in program: Program) throws -> AlarmSubject {
    let found = try alarm.map { try InfraCLI.alarm($0, in: selection.declared(in: program)) }
    if found == nil, changes.periods == nil { throw EvaluationError.noRule }
    do throws(AlarmReadingError) {
      if let found { return try AlarmSubject(found.alarm, in: found.stack, changes: changes) }
      return .datapoints(
        try datapointRule(
          periods: changes.periods ?? 0, datapoints: changes.datapoints, missing: changes.missing ?? .missing))
    } catch {
      throw EvaluationError.unreadable(error)
    }
  }
}

private func number(_ word: String, _ option: Option) throws -> Int {
  guard let number = Int(word), number >= 0 else {
    throw EvaluationError.badNumber(word, option: option.name)
  }
  return number
}

/// `yyyy-mm-dd`, with or without `Thh:mm` after it and `Z` at the end.
private func secondsSince1970(_ text: String) -> Int? {
  let words = (text.hasSuffix("Z") ? text.dropLast() : text[...]).split(
    separator: "T", omittingEmptySubsequences: false)
  guard (1...2).contains(words.count), let day = Day(String(words[0])), let epoch = Day("1970-01-01") else {
    return nil
  }
  let midnight = epoch.days(until: day) * 86_400
  guard words.count == 2 else { return midnight }
  let clock = words[1].split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
  guard clock.count == 2, let hour = clock[0], let minute = clock[1], (0..<24).contains(hour),
    (0..<60).contains(minute)
  else { return nil }
  return midnight + hour * 3_600 + minute * 60
}
