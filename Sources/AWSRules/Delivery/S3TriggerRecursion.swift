import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let s3TriggerRecursion: RuleID = "s3-trigger-recursion"
}

struct S3TriggerRecursion: Rule {
  static let description = RuleDescription(
    id: .s3TriggerRecursion,
    title: "No function may write objects to the bucket and prefix whose new objects invoke it",
    rationale: """
      Each object that the function writes invokes it again. Lambda's recursive loop detection stops a loop through \
      S3 after about 16 invocations, but only if the function writes with a supported AWS SDK, and it does not \
      detect loops through other services, such as DynamoDB.
      """,
    sources: [
      "https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html",
      "https://docs.aws.amazon.com/lambda/latest/dg/with-s3.html",
    ],
    severity: .warning,
    subjects: [BucketNotification.self, RawResource.self],
    reads: [
      .arguments("policy", "role", of: RolePolicy.self),
      .arguments("role", of: LambdaFunction.self),
      .arguments("bucket", "lambda_function", of: BucketNotification.self),
    ],
    good: [
      Example("It writes to another bucket") { stack in
        let uploads = stack.add(Bucket("uploads", forceDestroy: false))
        let thumbnails = stack.add(Bucket("thumbnails", forceDestroy: false))
        let role = stack.add(Role("resize", assumedBy: "lambda.amazonaws.com"))
        stack.add(RolePolicy("resize", for: role.roleName, [Statement(["s3:PutObject"], on: ["\(thumbnails.arn)/*"])]))
        let resize = stack.add(
          LambdaFunction(
            "resize", code: .zip(.file("resize.zip"), runtime: .python313, handler: "app.handler"), role: role.arn,
            timeout: .seconds(30), logging: .json(to: "/aws/lambda/resize")))
        let permission = stack.add(
          LambdaPermission("resize", of: resize.functionName, to: .bucket(uploads.arn, account: "123456789012")))
        let listener = BucketNotification.Listener(resize.arn, on: [.created])
        stack.add(BucketNotification("uploads", of: uploads.bucketName, [listener]), after: [permission.address])
      },
      Example("It is called for one prefix and writes below another") { stack in
        let uploads = stack.add(Bucket("uploads", forceDestroy: false))
        let role = stack.add(Role("resize", assumedBy: "lambda.amazonaws.com"))
        stack.add(RolePolicy("resize", for: role.roleName, [Statement(["s3:PutObject"], on: ["\(uploads.arn)/out/*"])]))
        let resize = stack.add(
          LambdaFunction(
            "resize", code: .zip(.file("resize.zip"), runtime: .python313, handler: "app.handler"), role: role.arn,
            timeout: .seconds(30), logging: .json(to: "/aws/lambda/resize")))
        let permission = stack.add(
          LambdaPermission("resize", of: resize.functionName, to: .bucket(uploads.arn, account: "123456789012")))
        let listener = BucketNotification.Listener(resize.arn, on: [.created], prefix: "in/")
        stack.add(BucketNotification("uploads", of: uploads.bucketName, [listener]), after: [permission.address])
      },
    ],
    bad: [
      Counterexample("It is called for every object, and writes some") { stack in
        let uploads = stack.add(Bucket("uploads", forceDestroy: false))
        let role = stack.add(Role("resize", assumedBy: "lambda.amazonaws.com"))
        stack.add(RolePolicy("resize", for: role.roleName, [Statement(["s3:PutObject"], on: ["\(uploads.arn)/*"])]))
        let resize = stack.add(
          LambdaFunction(
            "resize", code: .zip(.file("resize.zip"), runtime: .python313, handler: "app.handler"), role: role.arn,
            timeout: .seconds(30), logging: .json(to: "/aws/lambda/resize")))
        let permission = stack.add(
          LambdaPermission("resize", of: resize.functionName, to: .bucket(uploads.arn, account: "123456789012")))
        let listener = BucketNotification.Listener(resize.arn, on: [.created])
        let notification = stack.add(
          BucketNotification("uploads", of: uploads.bucketName, [listener]),
          after: [permission.address])
        return [notification.address]
      },
      Counterexample("It writes below the prefix that it is called for") { stack in
        let uploads = stack.add(Bucket("uploads", forceDestroy: false))
        let role = stack.add(Role("resize", assumedBy: "lambda.amazonaws.com"))
        stack.add(
          RolePolicy("resize", for: role.roleName, [Statement(["s3:PutObject"], on: ["\(uploads.arn)/in/small/*"])]))
        let resize = stack.add(
          LambdaFunction(
            "resize", code: .zip(.file("resize.zip"), runtime: .python313, handler: "app.handler"), role: role.arn,
            timeout: .seconds(30), logging: .json(to: "/aws/lambda/resize")))
        let permission = stack.add(
          LambdaPermission("resize", of: resize.functionName, to: .bucket(uploads.arn, account: "123456789012")))
        let listener = BucketNotification.Listener(resize.arn, on: [.created], prefix: "in/")
        let notification = stack.add(
          BucketNotification("uploads", of: uploads.bucketName, [listener]),
          after: [permission.address])
        return [notification.address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    let notifications = stack.managed(BucketNotification.type)
    guard !notifications.isEmpty else { return [] }
    let calls = CalledFunctions(stack)
    let grants = RoleGrants(stack)
    return notifications.flatMap { notification -> [Finding] in
      guard case .text(let name)? = notification.block["bucket"], let bucket = stack.target(of: name) else { return [] }
      return (notification.block["lambda_function"]?.nestedArguments ?? []).compactMap { listener in
        guard listener.isCalledForNewObjects(in: stack),
          let called = calls.called(by: listener["lambda_function_arn"], in: notification.region),
          case .text(let role)? = called.function.block["role"],
          grants.resources(allowing: "s3:PutObject", on: bucket, to: role).contains(where: {
            $0.isWatched(by: listener, in: stack)
          })
        else { return nil }
        let (function, holder) = (called.function.resource.name, bucket.resource.name)
        return finding(
          on: notification,
          "bucket '\(holder)' invokes function '\(function)' for new objects, and its role may write objects there",
          fix: """
            let '\(function)' write to another bucket, or set `filter_prefix` and let its role write below another \
            prefix only
            """,
          subject: function,
          notes: [Finding.Note(at: called.function.location, "function '\(function)' is declared here")])
      }
    }
  }
}

extension [String: Value] {
  fileprivate func isCalledForNewObjects(in stack: DeclaredStack) -> Bool {
    (self["events"]?.entries ?? []).contains { $0.text(in: stack)?.hasPrefix("s3:ObjectCreated:") == true }
  }
}

extension Text {
  /// Whether every object that the ARN of a policy is about is one that a listener is called for.
  fileprivate func isWatched(by listener: [String: Value], in stack: DeclaredStack) -> Bool {
    let prefix = listener["filter_prefix"]?.text(in: stack) ?? ""
    let suffix = listener["filter_suffix"]?.text(in: stack) ?? ""
    guard suffix.isEmpty, listener["filter_suffix"] == nil || !suffix.isEmpty else { return false }
    if prefix.isEmpty { return listener["filter_prefix"] == nil || listener["filter_prefix"]?.text(in: stack) == "" }
    guard case .literal(let last)? = parts.last, let slash = last.firstIndex(of: "/") else { return false }
    return last[last.index(after: slash)...].prefix { $0 != "*" }.hasPrefix(prefix)
  }
}
