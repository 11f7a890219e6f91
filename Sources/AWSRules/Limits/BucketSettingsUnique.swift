import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let bucketSettingsUnique: RuleID = "bucket-settings-unique"
}

struct BucketSettingsUnique: Rule {
  static let description = RuleDescription(
    id: .bucketSettingsUnique,
    title: "Every bucket has at most one policy, lifecycle configuration and notification configuration",
    rationale: "A bucket has one of each. If Terraform declares two, the one that it applies last replaces the other.",
    sources: [
      "S0-8",
      "https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html",
      "https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketLifecycleConfiguration.html",
      "https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketNotificationConfiguration.html",
    ], isWaivable: false,
    subjects: [BucketLifecycle.self, BucketNotification.self, BucketPolicy.self],
    good: [
      Example("One notification configuration invokes two functions") { stack in
        let bucket = stack.add(PrivateBucket("recordings", forceDestroy: false, versioning: .enabled))
        let role: ARN<Role> = ARN("arn:aws:iam::123456789012:role/example")
        let start = stack.add(
          LambdaFunction(
            "start", code: .zip(.file("start.zip"), runtime: .python313, handler: "app.handler"), role: role,
            timeout: .seconds(30), logging: .json(to: "/aws/lambda/start")))
        let clean = stack.add(
          LambdaFunction(
            "clean", code: .zip(.file("clean.zip"), runtime: .python313, handler: "app.handler"), role: role,
            timeout: .seconds(30), logging: .json(to: "/aws/lambda/clean")))
        stack.add(BucketTrigger(bucket, calls: [.init(start, on: [.created]), .init(clean, on: [.removed])]))
      }
    ],
    bad: [
      Counterexample("A notification for each function") { stack in
        let bucket = stack.add(PrivateBucket("recordings", forceDestroy: false, versioning: .enabled))
        let start = stack.add(
          LambdaFunction(
            "start", code: .zip(.file("start.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/start")))
        stack.add(BucketNotification("start", of: bucket.bucketName, [.init(start.arn, on: [.created])]))
        let second = BucketNotification("clean", of: bucket.bucketName, [.init(start.arn, on: [.removed])])
        return [stack.add(second).address]
      },
      Counterexample("A policy besides the one that requires TLS") { stack in
        let bucket = stack.add(PrivateBucket("recordings", forceDestroy: false, versioning: .enabled))
        let policy = PolicyDocument([.denyPlainHTTP(to: bucket.arn)])
        return [stack.add(BucketPolicy("mine", of: bucket.bucketName, policy)).address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    repeated(BucketPolicy.self, "policy", in: stack) { setting throws(DecodingFailure) in try setting[\.bucket] }
      + repeated(BucketLifecycle.self, "lifecycle", in: stack) { setting throws(DecodingFailure) in
        try setting[\.bucket]
      }
      + repeated(BucketNotification.self, "notification", in: stack) { setting throws(DecodingFailure) in
        try setting[\.bucket]
      }
  }

  private func repeated<R: ResourceModel>(
    _: R.Type, _ kind: String, in stack: DeclaredStack, of bucket: (Subject<R>) throws(DecodingFailure) -> BucketName
  ) -> RuleEvaluation {
    var first: [Text: Subject<R>] = [:]
    return stack.subjects(R.self).evaluateEach { setting throws(DecodingFailure) in
      let name = stack.simplified(try bucket(setting).text)
      try name.expectDecided(in: "bucket")
      guard let other = first[name] else {
        first[name] = setting
        return nil
      }
      return finding(
        on: setting, "'\(setting.address)' and '\(other.address)' both set the \(kind) of one bucket",
        fix: "merge '\(setting.name)' into '\(other.name)'",
        notes: [Finding.Note(at: other.location, "the first \(kind) is declared here")])
    }
  }
}
