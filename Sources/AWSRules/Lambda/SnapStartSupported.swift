import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let snapStartSupported: RuleID = "snapstart-supported"
}

struct SnapStartSupported: Rule {
  static let description = RuleDescription(
    id: .snapStartSupported,
    title: "Every function with SnapStart has a runtime, package and storage that support it",
    rationale: """
      SnapStart supports Java 11 or later, Python 3.12 or later and .NET 8 or later, as zip packages, without \
      Amazon EFS and with at most 512 MB of ephemeral storage. Lambda rejects other combinations during apply.
      """,
    sources: ["https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html"], isWaivable: false,
    subjects: [LambdaFunction.self],
    reads: [
      .arguments("ephemeral_storage", "runtime", "snap_start", of: LambdaFunction.self)
    ],
    good: [
      Example("A Java function") { stack in
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .java21, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest"), publishesVersions: true))
      },
      Example("A Python function") { stack in
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest"), publishesVersions: true),
          with: ["snap_start": .blocks([["apply_on": "PublishedVersions"]])])
      },
      Example("A Node.js function without it") { stack in
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .nodejs22, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest"), publishesVersions: true),
          with: ["snap_start": .blocks([["apply_on": "None"]])])
      },
    ],
    bad: [
      Counterexample("A Node.js function") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .nodejs22, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest"), publishesVersions: true),
          with: ["snap_start": .blocks([["apply_on": "PublishedVersions"]])])
        return [ingest.address]
      },
      Counterexample("An older Python") { stack in
        var arguments: Block = ["snap_start": .blocks([["apply_on": "PublishedVersions"]])]
        arguments["runtime"] = "python3.11"
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest"), publishesVersions: true),
          with: arguments)
        return [ingest.address]
      },
      Counterexample("More temporary storage") { stack in
        var arguments: Block = ["snap_start": .blocks([["apply_on": "PublishedVersions"]])]
        arguments["ephemeral_storage"] = .blocks([["size": 1_024]])
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .java21, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest"), publishesVersions: true),
          with: arguments)
        return [ingest.address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    stack.managed(LambdaFunction.type).compactMap { function in
      guard function.startsFromSnapshots(in: stack), let obstacle = obstacle(of: function, in: stack) else {
        return nil
      }
      let name = function.resource.name
      return finding(
        on: function, "function '\(name)' uses SnapStart, which AWS does not support \(obstacle)",
        fix: "remove `snap_start` from '\(name)', or change what SnapStart does not support")
    }
  }

  private func obstacle(of function: Declaration, in stack: DeclaredStack) -> String? {
    let arguments = KnownArguments(block: function.block, stack: stack)
    if arguments.text("package_type") == "Image" || arguments.has("image_uri") { return "for container images" }
    if let runtime = arguments.text("runtime"), !isSupported(runtime) { return "for runtime '\(runtime)'" }
    if arguments.count("file_system_config") > 0 { return "with `file_system_config`" }
    let sizes = arguments.blocks("ephemeral_storage").compactMap { $0.number("size") }
    if let size = sizes.first, size > 512 { return "with \(size.words) MB of `ephemeral_storage`" }
    return nil
  }

  /// `java11`, `java8.al2`, `python3.12`, `dotnet8`.
  private func isSupported(_ runtime: String) -> Bool {
    func number(after prefix: String) -> Int? {
      guard runtime.hasPrefix(prefix) else { return nil }
      return Int(runtime.dropFirst(prefix.count).prefix(while: \.isNumber))
    }
    if let version = number(after: "java") { return version >= 11 }
    if let version = number(after: "python3.") { return version >= 12 }
    if let version = number(after: "dotnetcore") { return version >= 8 }
    if let version = number(after: "dotnet") { return version >= 8 }
    return false
  }
}
