import Foundation
import InfraModel
import Testing

@testable import InfraCLI
@testable import TFEmit

/// A module that is there several times has each of its resources several times, and what one of them refers to is its
/// own: an alarm of another instance watches nothing of this one.
///
/// Nothing but the configuration says so here, since AWS makes up every name.
@Suite struct ModuleInstanceTests {
  @Test(arguments: ["module.a[\"x\"]", "module.a[\"y\"]"], ["module.b[0]", "module.b[1]"])
  func alarmInAModuleWatchesTheFunctionBesideIt(_ outer: String, _ inner: String) throws {
    let beside = ["aws_lambda_function.f.function_name", "aws_lambda_function.f"]
    let module: [String: Any] = ["resources": [configured(function), configured(alarm, reading: beside)]]
    let configuration = ["module_calls": ["a": ["module": ["module_calls": ["b": ["module": module]]]]]]
    let modules = ["module.a[\"x\"]", "module.a[\"y\"]"].flatMap { ["\($0).module.b[0]", "\($0).module.b[1]"] }
    let watched = "\(outer).\(inner)"
    let functions = modules.map { planned(function, "\($0).\(function)") }
    let unwatched = try unwatched(functions + [planned(alarm, "\(watched).\(alarm)")], configuration)
    #expect(unwatched == modules.filter { $0 != watched }.map { "\($0).\(function)" })
  }

  /// The alarm is in a module beside the function's resource, and gets to know of it through a variable.
  @Test(arguments: ["module.a[0]", "module.a[1]"])
  func alarmInAModuleWatchesTheFunctionOfItsCaller(_ outer: String) throws {
    let watch: [String: Any] = [
      "expressions": ["name": ["references": ["aws_lambda_function.f.function_name", "aws_lambda_function.f"]]],
      "module": ["resources": [configured(alarm, reading: ["var.name"])]],
    ]
    let module: [String: Any] = ["resources": [configured(function)], "module_calls": ["watch": watch]]
    let modules = ["module.a[0]", "module.a[1]"]
    let unwatched = try unwatched(
      modules.map { planned(function, "\($0).\(function)") }
        + [planned(alarm, "\(outer).module.watch[\"high\"].\(alarm)")],
      ["module_calls": ["a": ["module": module]]])
    #expect(unwatched == modules.filter { $0 != outer }.map { "\($0).\(function)" })
  }

  /// `for_each` of the alarms as of the functions: a plan leaves `each.key` out.
  @Test(arguments: ["[\"p\"]", "[\"q\"]"]) func alarmWatchesTheFunctionOfItsKey(_ key: String) throws {
    let keys = ["[\"p\"]", "[\"q\"]"]
    let unwatched = try unwatched(
      keys.map { planned(function, function + $0) } + [planned(alarm, alarm + key)],
      ["resources": [configured(function), configured(alarm, reading: ["aws_lambda_function.f", "each.key"])]])
    #expect(unwatched == keys.filter { $0 != key }.map { function + $0 })
  }

  /// A key that is written down is that one, whatever the alarm's own key is.
  @Test func writtenKeyIsMeant() throws {
    let references = ["aws_lambda_function.f[\"p\"].function_name", "aws_lambda_function.f[\"p\"]"]
    let unwatched = try unwatched(
      ["[\"p\"]", "[\"q\"]"].map { planned(function, function + $0) } + [planned(alarm, alarm + "[\"q\"]")],
      ["resources": [configured(function), configured(alarm, reading: references)]])
    #expect(unwatched == [function + "[\"q\"]"])
  }

  /// The functions that an audit finds to have no alarm on their errors. None may be in doubt.
  private func unwatched(_ changes: [[String: Any]], _ configuration: [String: Any]) throws -> [String] {
    let plan: [String: Any] = [
      "format_version": "1.2", "resource_changes": changes, "configuration": ["root_module": configuration],
    ]
    let text = String(decoding: try JSONSerialization.data(withJSONObject: plan), as: UTF8.self)
    let report = try JSON(
      reading: Array(audit(text, ["--format", "json", "--rules", "lambda-error-alarm"]).output.utf8))
    let result = report["results"]?.array?.first { $0["rule"]?.string == "lambda-error-alarm" }
    #expect(result?["unknowns"]?.array?.isEmpty ?? true)
    #expect(report["plans"]?.array?.first?["unread"]?.array?.isEmpty == true)
    return (report["findings"]?.array ?? []).compactMap { $0["address"]?.string }.sorted()
  }
}

private let function = "aws_lambda_function.f"
private let alarm = "aws_cloudwatch_metric_alarm.errors"

/// What a plan knows of a function or an alarm of which AWS makes up the name.
private func planned(_ block: String, _ address: String) -> [String: Any] {
  let isFunction = block == function
  let after: [String: Any] =
    isFunction
    ? ["role": "arn:aws:iam::123456789012:role/x", "runtime": "python3.13", "handler": "a.b", "filename": "a.zip"]
    : [
      "namespace": "AWS/Lambda", "metric_name": "Errors", "statistic": "Sum", "period": 60, "evaluation_periods": 1,
      "comparison_operator": "GreaterThanThreshold", "threshold": 0, "treat_missing_data": "notBreaching",
      "dimensions": [String: Any](),
    ]
  let words = block.split(separator: ".").map(String.init)
  let unknown: [String: Any] = isFunction ? ["function_name": true] : ["dimensions": ["FunctionName": true]]
  return [
    "address": address, "mode": "managed", "type": words[0], "name": words[1],
    "change": ["actions": ["create"], "after": after, "after_unknown": unknown],
  ]
}

/// What somebody wrote of it.
private func configured(_ block: String, reading references: [String] = []) -> [String: Any] {
  let words = block.split(separator: ".").map(String.init)
  let arguments =
    block == function
    ? ["role", "runtime", "handler", "filename", "function_name"]
    : [
      "namespace", "metric_name", "statistic", "period", "evaluation_periods", "comparison_operator", "threshold",
      "treat_missing_data",
    ]
  var expressions: [String: Any] = Dictionary(uniqueKeysWithValues: arguments.map { ($0, [String: Any]()) })
  if !references.isEmpty { expressions["dimensions"] = ["references": references] }
  return ["address": block, "mode": "managed", "type": words[0], "name": words[1], "expressions": expressions]
}
