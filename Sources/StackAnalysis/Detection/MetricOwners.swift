import AWSModel
import TerraformModel

/// The resources that metrics are of as a whole: of an API, its stages.
struct MetricOwners {
  let stack: DeclaredStack
  /// By API.
  let stages: [Address: [Declaration]]
  let resources: NamedResources
  let functions: WatchedFunctions

  func resources(of reading: MetricReading) -> [Address] {
    guard let dimensions = reading.dimensions else { return [] }
    switch reading.namespace {
    case "AWS/Lambda":
      guard let function = resources.declaration("FunctionName", of: reading),
        functions.isReading(reading, of: function) == true
      else { return [] }
      return [function.address]
    case "AWS/ApiGateway":
      guard dimensions.keys.allSatisfy(["ApiName", "ApiId", "Stage"].contains),
        let api = resources.declaration("ApiName", of: reading) ?? resources.declaration("ApiId", of: reading)
      else { return [] }
      return stages[api.address, default: []].filter { stage in
        guard let named = dimensions["Stage"] else { return true }
        if let reference = named.references.first { return reference.address == stage.address }
        guard let value = stage.block[stage.address.type == Stage.type ? "stage_name" : "name"] else { return false }
        return value.text(in: stack) == stack.resolved(named)
      }.map(\.address)
    case "AWS/SQS": return [resources.declaration("QueueName", of: reading)?.address].compactMap(\.self)
    case "AWS/DynamoDB": return [resources.declaration("TableName", of: reading)?.address].compactMap(\.self)
    case "AWS/States": return [resources.declaration("StateMachineArn", of: reading)?.address].compactMap(\.self)
    default: return []
    }
  }
}
