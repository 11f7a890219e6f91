import InfraModel
import Testing

@Suite struct LogMetricFilterTests {
  @Test func totalMayHaveADefault() {
    var stack = StackBuilder()
    let filter = stack.add(
      LogMetricFilter(
        "errors", in: "/aws/lambda/api", matching: "{ $.level = \"ERROR\" }", as: "Errors", in: "Shop",
        .total(otherwise: 0), missingDataMeaning: .noEvents))
    #expect(
      filter.declaration.block == [
        "name": "example-prod-errors", "log_group_name": "/aws/lambda/api", "pattern": "{ $.level = \"ERROR\" }",
        "metric_transformation": .blocks([
          ["name": "Errors", "namespace": "Shop", "value": "1", "default_value": 0.0]
        ]),
      ])
    #expect(filter.metric == Metric("Errors", in: "Shop", missingDataMeaning: .noEvents))
  }

  /// CloudWatch refuses a default value beside dimensions, and a fourth dimension.
  @Test func seriesByFieldsHaveNoDefault() {
    var stack = StackBuilder()
    let filter = stack.add(
      LogMetricFilter(
        "latency", in: "/aws/lambda/api", matching: "{ $.ms = * }", as: "Latency", in: "Shop", measured: "$.ms",
        .by(.init("Service", "$.service"), .init("Stage", "$.stage")), missingDataMeaning: .noActivity))
    #expect(
      filter.declaration.block.nested("metric_transformation") == [
        "name": "Latency", "namespace": "Shop", "value": "$.ms",
        "dimensions": ["Service": "$.service", "Stage": "$.stage"],
      ])
    #expect(
      filter.metric(where: ["Service": "api", "Stage": "prod"]).dimensions == ["Service": "api", "Stage": "prod"])
  }
}
