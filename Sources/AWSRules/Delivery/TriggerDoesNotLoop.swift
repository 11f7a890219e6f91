import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let triggerDoesNotLoop: RuleID = "trigger-does-not-loop"
}

struct TriggerDoesNotLoop: Rule {
  static let description = RuleDescription(
    id: .triggerDoesNotLoop,
    title: "A function does not write objects to the place whose new objects invoke it",
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
        stack.addResizer(of: uploads, writing: "\(thumbnails.arn)/*")
      },
      Example("It is called for one prefix and writes below another") { stack in
        let uploads = stack.add(Bucket("uploads", forceDestroy: false))
        stack.addResizer(of: uploads, prefix: "in/", writing: "\(uploads.arn)/out/*")
      },
    ],
    bad: [
      Counterexample("It is called for every object, and writes some") { stack in
        let uploads = stack.add(Bucket("uploads", forceDestroy: false))
        return [stack.addResizer(of: uploads, writing: "\(uploads.arn)/*")]
      },
      Counterexample("It writes below the prefix that it is called for") { stack in
        let uploads = stack.add(Bucket("uploads", forceDestroy: false))
        return [stack.addResizer(of: uploads, prefix: "in/", writing: "\(uploads.arn)/in/small/*")]
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

extension StackBuilder {
  /// A function that a bucket calls and whose role may write objects; the address of the notification.
  @discardableResult
  fileprivate mutating func addResizer(
    of bucket: Declared<Bucket>, prefix: String? = nil, writing objects: Text
  ) -> Address {
    let role = add(Role("resize", assumedBy: "lambda.amazonaws.com"))
    add(RolePolicy("resize", for: role.roleName, [Statement(["s3:PutObject"], on: [objects])]))
    let resize = add(LambdaFunction.example("resize", role: role.arn))
    let permission = add(
      LambdaPermission("resize", of: resize.functionName, to: .bucket(bucket.arn, account: "123456789012")))
    let listener = BucketNotification.Listener(resize.arn, on: [.created], prefix: prefix)
    return add(BucketNotification("uploads", of: bucket.bucketName, [listener]), after: [permission.address]).address
  }
}
