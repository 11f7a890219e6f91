/// A mistake to plant in a copy of the sentiment analyzer, and the finding it has to give.
struct PlantedMistake {
  let file: String
  let original: String
  let replacement: String
  let rule: String
  /// The statement at fault, whose line the finding has to name.
  let statement: String
}

let plantedMistakes = [
  PlantedMistake(
    file: "Functions.swift", original: #"environment: ["ALLOWED_ORIGIN": Text(origin)],"#,
    replacement:
      #"environment: ["ALLOWED_ORIGIN": Text(origin), "AWS_LAMBDA_EXEC_WRAPPER": "/opt/otel-instrument"],"#,
    rule: "no-adot-exec-wrapper", statement: "let dashboard = stack.add("),
  PlantedMistake(
    file: "Functions.swift", original: "timeout: .seconds(30), p95: .seconds(10)",
    replacement: "timeout: .seconds(30), p95: .seconds(45)",
    rule: "threshold-in-reach", statement: "let analysis = stack.add("),
  PlantedMistake(
    file: "Tracing.swift",
    original: "threshold: .above(20), evaluation: .consecutive(2),\n        missingData: .notBreaching",
    replacement: "threshold: .above(20), evaluation: .consecutive(2),\n        missingData: .breaching",
    rule: "missing-data-fits-metric", statement: "stack.add(\n      MetricAlarm(\n        \"traces-with-errors\""),
  PlantedMistake(
    file: "Frontend.swift", original: "methods: [.get], allowHeaders: browserHeaders",
    replacement: #"methods: [.get], allowHeaders: ["Content-Type"]"#,
    rule: "cors-allows-trace-header", statement: "stack.add(\n      FunctionURL("),
  PlantedMistake(
    file: "Tracing.swift", original: "priority: 1_000,",
    replacement: "priority: 10_000,",
    rule: "argument-limits", statement: "stack.add(sampling("),
  PlantedMistake(
    file: "SentimentAnalyzer.swift", original: "TopicTracing(of: [newItems.arn, notifications.arn])",
    replacement: "TopicTracing(of: [notifications.arn])",
    rule: "topic-tracing-policy", statement: #"let newItems = stack.add("#),
]

/// The two of the run that README shows.
let mistakesOfReadme = plantedMistakes.filter { ["cors-allows-trace-header", "threshold-in-reach"].contains($0.rule) }
