import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let permissionPrecedesTrigger: RuleID = "permission-precedes-trigger"
}

struct PermissionPrecedesTrigger: Rule {
  static let description = RuleDescription(
    id: .permissionPrecedesTrigger,
    title: "Every trigger that AWS validates on creation, such as an S3 notification, depends on its Lambda permission",
    rationale: """
      S3 and other services reject a trigger if the function does not allow the call yet. Without `depends_on`, \
      Terraform may create the notification before the permission, so the first apply can fail.
      """,
    sources: ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html"],
    severity: .warning,
    subjects: [BucketNotification.self, RawResource.self],
    reads: [
      .arguments("destination_arn", of: "aws_cloudwatch_log_subscription_filter"),
      .arguments("action", "function_name", "principal", of: LambdaPermission.self),
      .arguments("lambda_function", of: BucketNotification.self),
    ],
    good: [
      Example("The component sets depends_on") { stack in
        let uploads = stack.add(Bucket("uploads", forceDestroy: false))
        let scan = stack.add(
          LambdaFunction(
            "scan", code: .zip(.file("scan.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/scan")))
        let permission = stack.add(
          LambdaPermission("scan", of: scan.functionName, to: .bucket(uploads.arn, account: "123456789012")))
        stack.add(
          BucketNotification("uploads", of: uploads.bucketName, [.init(scan.arn, on: [.created])]),
          after: [permission.address])
      },
      Example("EventBridge does not validate a target on creation") { stack in
        let rule = stack.add(
          EventRule(
            "order-created",
            when: .event(EventPattern(source: "shop.orders", detailType: "Order Created"), on: EventBusName("orders"))))
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        stack.add(EventTarget("ingest", of: rule, calls: .function(ingest.arn)))
        stack.add(LambdaPermission("ingest", of: ingest.functionName, to: .eventRule(rule.arn)))
      },
    ],
    bad: [
      Counterexample("A notification without depends_on") { stack in
        let uploads = stack.add(Bucket("uploads", forceDestroy: false))
        let scan = stack.add(
          LambdaFunction(
            "scan", code: .zip(.file("scan.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/scan")))
        stack.add(LambdaPermission("scan", of: scan.functionName, to: .bucket(uploads.arn, account: "123456789012")))
        let notification = BucketNotification("uploads", of: uploads.bucketName, [.init(scan.arn, on: [.created])])
        return [stack.add(notification).address]
      },
      Counterexample("A log subscription without depends_on") { stack in
        let ship = stack.add(
          LambdaFunction(
            "ship", code: .zip(.file("ship.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ship")))
        stack.add(
          LambdaPermission(
            "ship", of: ship.functionName,
            to: .service("logs.amazonaws.com", source: "arn:aws:logs:us-east-1:123456789012:log-group:/shop/orders:*")))
        let filter = stack.add(
          RawResource(
            "aws_cloudwatch_log_subscription_filter", "ship",
            ["log_group_name": "/shop/orders", "filter_pattern": "", "destination_arn": .text(ship.arn.text)]))
        return [filter.address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    let calls = stack.functionCalls.filter(\.type.triesAtOnce)
    guard !calls.isEmpty else { return [] }
    let grants = stack.cached { ServicePermissions($0) }
    var seen: Set<Address> = []
    return calls.compactMap { call in
      let permissions = grants.permissions(of: call.type.service, for: call.source, to: call.called)
      guard let permission = permissions.first,
        !stack.waits(call.caller, for: Set(permissions.map(\.address))),
        seen.insert(call.caller.address).inserted
      else { return nil }
      let (caller, name) = (call.caller.resource.name, permission.resource.name)
      return finding(
        on: call.caller,
        "'\(caller)' does not depend on permission '\(name)', which '\(call.type.service)' needs first",
        fix: "add `after: [\(variable(for: name)).address]` to the call that adds '\(caller)'",
        terraformFix: "add `\(permission.address)` to the `depends_on` of '\(caller)'",
        notes: [Finding.Note(at: permission.location, "permission '\(name)' is declared here")])
    }
  }
}

extension DeclaredStack {
  /// Whether Terraform creates one of some resources before it creates another, be it through others.
  fileprivate func waits(_ declaration: Declaration, for others: Set<Address>) -> Bool {
    var seen: Set<Address> = [declaration.address]
    var next = [declaration]
    while let declaration = next.popLast() {
      var needed = declaration.dependencies
      declaration.block.forEachLeaf { if case .attribute(let reference) = $0 { needed.append(reference.address) } }
      for address in needed where seen.insert(address).inserted {
        if others.contains(address) { return true }
        if let declaration = self.declaration(at: address) { next.append(declaration) }
      }
    }
    return false
  }
}
