import AlarmEvaluation
import InfraModel

/// Why `evaluate` has no answer.
enum EvaluationError: Error {
  case noRule
  case noData
  case badDatapoint(String, BadDatapoint)
  case badNumber(String, option: String)
  case badStart(String)
  case unknownTreatment(String)
  case unknownAlarm(String, known: [String])
  case severalAlarms(String, stacks: [String])
  case notOfComposites(option: String)
  case unreadable(AlarmReadingError)
  case unknownMetric(String, known: [String])
  case unknownChild(String, known: [String])
  case missingID(known: [String])
  case unknownState(String)
  case notComputable(alarm: String, MathError)

  /// The kind of data that was expected.
  enum BadDatapoint {
    /// Without an alarm there is no threshold to compare values with.
    case withoutThreshold
    case withThreshold
    case withSeveralMetrics
  }
}

extension EvaluationError {
  func message(from run: ProgramName) -> String {
    switch self {
    case .noRule:
      "`evaluate` needs an ALARM of a stack, or '--periods' with '--datapoints' and '--missing'; "
        + "`\(run("evaluate --help"))` has examples"
    case .noData:
      "`evaluate` needs '--data' with the datapoints, oldest first, such as `--data \"0 - X X\"`"
    case .badDatapoint(let word, .withoutThreshold):
      "'\(word)' is not a datapoint; without an alarm, write 0 for within the threshold, X for breaching and - for missing"
    case .badDatapoint(let word, .withThreshold):
      "'\(word)' is not a datapoint; write a number, or - for missing"
    case .badDatapoint(let word, .withSeveralMetrics):
      "'\(word)' is not a datapoint; write numbers, or - for missing, after the id of a metric: `--data \"m1=5 - 3\"`"
    case .badNumber(let word, let option):
      "'\(word)' is not a valid number for '\(option)'"
    case .badStart(let word):
      "'\(word)' is not a time; write it in UTC, such as 2026-11-28T09:30"
    case .unreadable(.badRule(.periods(let periods))):
      "\(periods) evaluation periods are not possible; an alarm has 1 to \(grouped(DatapointRule.maximumPeriods))"
    case .unreadable(.badRule(.datapointsToAlarm(let datapoints, let periods))):
      "\(datapoints) datapoints of \(periods) are not possible; an alarm needs 1 to \(periods)"
    case .unknownTreatment(let word):
      "'\(word)' is not a treatment of missing data; \(nearest(to: word, among: MissingDataTreatment.allCases.map(\.rawValue)))"
    case .unknownAlarm(let name, let known):
      "no selected stack has an alarm '\(name)'; "
        + (suggestion(for: name, among: known).map { "did you mean '\($0)'?" } ?? "`\(run("list"))` lists the alarms")
    case .severalAlarms(let name, let stacks):
      "'\(name)' is an alarm of \(stacks.joined(separator: ", ")); choose one with '--stack' and '--env'"
    case .notOfComposites(let option):
      "'\(option)' does not apply to a composite alarm, which reads the states of other alarms"
    case .unreadable(.undetermined(let argument, let alarm)):
      "'\(argument)' of alarm '\(alarm)' is not known before Terraform runs, so its state cannot be computed"
    case .unknownMetric(let id, let known):
      "the alarm has no metric '\(id)'; \(nearest(to: id, among: known))"
    case .unknownChild(let name, let known):
      "the alarm does not read an alarm '\(name)'; \(nearest(to: name, among: known))"
    case .missingID(let known):
      "give all data by metric, such as `--data \"\(known.first ?? "m1")=5 - 3\"`, or only the results of the expression"
    case .unknownState(let word):
      "'\(word)' is not the state of an alarm; write `--data NAME=STATE` with "
        + AlarmState.allCases.map(\.rawValue).joined(separator: ", ")
    case .unreadable(.unparsable(let alarm, let error)):
      "an expression of alarm '\(alarm)' \(error); \(error.fix)"
    case .notComputable(let alarm, let error):
      "the expression of alarm '\(alarm)' \(error.predicate); give the results of the expression as '--data'"
    }
  }
}

extension MathError {
  fileprivate var predicate: String {
    switch self {
    case .unknownID(let id): "reads '\(id)', which is not the id of a query of the alarm"
    case .cycle(let id): "reads itself through '\(id)'"
    case .notComputable(let function): "calls \(function), which needs data that only CloudWatch has"
    case .unknownFunction(let function): "calls \(function), which is not a function of metric math"
    case .arguments(let function): "calls \(function) with arguments that it does not take"
    case .needsTime(let function): "calls \(function), which needs '--start' with the time of the first period"
    case .operands(let sign): "joins lists of different lengths with '\(sign.rawValue)'"
    case .notOneSeries: "has no single time series as its result"
    }
  }
}
