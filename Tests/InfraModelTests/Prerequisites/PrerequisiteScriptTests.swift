import Foundation
import InfraModel
import StackAnalysis
import Testing

/// The script is run by the shell, with an `aws` of ours on its path that writes down what it is asked and answers by the
/// service.
@Suite struct PrerequisiteScriptTests {
  private static let awkward = "it's \"on\" $(touch hacked) `touch hacked` \\ *"

  private func stack(_ declare: (inout StackBuilder) -> Void) -> DeclaredStack {
    var stack = StackBuilder(region: .euWest1)
    declare(&stack)
    return DeclaredStack(stack)
  }

  private var whole: DeclaredStack {
    stack { stack in
      let vpc = stack.add(Variable("vpc_id", example: "vpc-00000000", description: "The network"))
      stack.add(SecurityGroup("api", in: ID(vpc.text), description: "The API"))
      let account = stack.callerIdentity().accountID
      stack.add(
        RawResource(
          "aws_lambda_function", "api",
          [
            "reserved_concurrent_executions": 900,
            "environment": [
              "variables": [
                "KEY": .text("arn:aws:secretsmanager:eu-west-1:\(account):secret:mail"), "DB_HOST": "db.example.com",
              ]
            ],
          ]))
    }
  }

  @Test("Nothing is missing") func complete() throws {
    let run = try ScriptRun(
      of: whole, tfvars: "vpc_id = \"vpc-11111111\" # ours\n",
      answers: "case $1 in sts) echo 123456789012 ;; lambda) echo 1000 ;; esac")
    #expect(
      run.output == """
        ok       AWS credentials an account of its own for this environment
        ok       variable without a default vpc_id
        ok       secret arn:aws:secretsmanager:eu-west-1:ACCOUNT:secret:mail
        ok       VPC vpc-00000000 (var.vpc_id)
        by hand  host db.example.com: start what answers there, or change the name
        ok       Lambda concurrency at least 1000 concurrent executions

        """)
    #expect(run.status == 0)
    // The account's own number and the variable's own value, not the examples.
    #expect(run.calls.contains { $0.last == "arn:aws:secretsmanager:eu-west-1:123456789012:secret:mail" })
    #expect(
      run.calls.contains { $0 == ["ec2", "describe-vpcs", "--region", "eu-west-1", "--vpc-ids", "vpc-11111111"] })
  }

  @Test("A variable of the environment counts as well, and a file's before it") func environment() throws {
    let run = try ScriptRun(of: whole, environment: ["TF_VAR_vpc_id": "vpc-22222222"], answers: ":")
    #expect(run.output.contains("ok       variable without a default vpc_id"))
    #expect(run.calls.contains { $0.last == "vpc-22222222" })
    let both = try ScriptRun(
      of: whole, tfvars: "vpc_id=\"vpc-11111111\"\n", environment: ["TF_VAR_vpc_id": "vpc-22222222"], answers: ":")
    #expect(both.calls.contains { $0.last == "vpc-11111111" })
  }

  @Test("What is missing is named with the way to provide it, and ends with 1") func missing() throws {
    let run = try ScriptRun(
      of: whole, answers: "case $1 in sts) echo 123456789012 ;; lambda) echo 400 ;; secretsmanager) exit 254 ;; esac")
    #expect(run.status == 1)
    let missing = run.output.split(separator: "\n").filter { $0.hasPrefix("MISSING") }
    #expect(missing.count == 3)
    #expect(missing[0].hasPrefix("MISSING  variable without a default vpc_id: set it in terraform.tfvars"))
    #expect(missing[1].contains("aws secretsmanager create-secret --region eu-west-1 --name mail"))
    #expect(missing[2].contains("Lambda concurrency at least 1000"))
  }

  @Test(
    "An account setting may be unset or ours, and no other's",
    arguments: [("None", 0), ("", 0), ("arn:aws:iam::1:role/example-prod-api", 0), ("arn:aws:iam::1:role/other", 1)])
  func accountSetting(_ role: String, _ status: Int32) throws {
    let declared = stack { stack in
      let role = stack.add(Role("api", assumedBy: "apigateway.amazonaws.com"))
      stack.add(RawResource("aws_api_gateway_account", "logging", ["cloudwatch_role_arn": role.arn.value]))
    }
    let run = try ScriptRun(of: declared, answers: "case $1 in sts) echo 1 ;; apigateway) echo '\(role)' ;; esac")
    #expect(run.status == status)
  }

  @Test(
    "A mail is missing while SNS lists a topic whose link was not followed",
    arguments: [("", 0), ("arn:aws:sns:eu-west-1:1:alerts", 1)])
  func mail(_ pending: String, _ status: Int32) throws {
    let declared = stack { stack in
      stack.add(AlertTopic("alerts", subscribers: ["on-call": .email("on-call@example.com")]))
    }
    let run = try ScriptRun(of: declared, answers: "case $1 in sts) echo 1 ;; sns) echo '\(pending)' ;; esac")
    #expect(run.status == status)
    #expect(
      run.output.contains(status == 0 ? "ok       mail to confirm" : "MISSING  mail to confirm"), "\(run.output)")
  }

  @Test("A word stays a word, whatever is in it") func quoting() throws {
    let backend = Backend.s3(bucket: Self.awkward, region: .usEast1, lock: .lockfile)
    let declared = DeclaredStack(StackBuilder(), backend: backend)
    let run = try ScriptRun(of: declared, answers: "echo 1")
    #expect(run.calls.contains(["s3api", "head-bucket", "--region", "us-east-1", "--bucket", Self.awkward]))
    #expect(!run.files.contains("hacked"))
  }

  @Test("No value of a file is run") func hostileFile() throws {
    let run = try ScriptRun(of: whole, tfvars: "vpc_id = \"$(touch hacked)\"\n", answers: ":")
    #expect(run.calls.contains { $0.last == "$(touch hacked)" })
    #expect(!run.files.contains("hacked"))
  }
}

private struct ScriptRun {
  let status: Int32
  let output: String
  let calls: [[String]]
  let files: [String]

  /// `answers`: what the `aws` on the path does, as a line of shell.
  init(
    of stack: DeclaredStack, tfvars: String? = nil, environment: [String: String] = [:], answers: String
  ) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "prerequisites-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try PrerequisiteScript(of: stack).text.write(
      to: folder.appending(path: "prerequisites.sh"), atomically: true, encoding: .utf8)
    try tfvars?.write(to: folder.appending(path: "terraform.tfvars"), atomically: true, encoding: .utf8)
    let tool = folder.appending(path: "aws")
    try """
    #!/bin/sh
    for word; do printf '%s\\037' "$word"; done >> '\(folder.path)/calls'
    printf '\\036' >> '\(folder.path)/calls'
    \(answers)

    """.write(to: tool, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: tool.path)
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["prerequisites.sh"]
    process.currentDirectoryURL = folder
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    process.environment = ["PATH": "\(folder.path):\(path)"].merging(environment) { _, new in new }
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    status = process.terminationStatus
    let calls = (try? String(contentsOf: folder.appending(path: "calls"), encoding: .utf8)) ?? ""
    self.calls = calls.split(separator: "\u{1E}").map {
      $0.split(separator: "\u{1F}", omittingEmptySubsequences: false).dropLast().map(String.init)
    }
    files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
  }
}
