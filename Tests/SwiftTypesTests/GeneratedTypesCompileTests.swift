import Foundation
import ProviderSchemas
import Testing

@testable import SwiftTypes

@Suite struct GeneratedTypesCompileTests {
  /// What a stack's author writes, and the word that the compiler's message has to have; `nil` where it compiles.
  private static let snippets: [(code: String, word: String?)] = [
    (#"stack.add(AWSKinesisStream("s", name: "s", retentionPeriod: 24))"#, nil),
    (#"stack.add(AWSKinesisStream("s", name: "s", retentonPeriod: 24))"#, "retentionPeriod"),
    (#"stack.add(AWSKinesisStream("s", name: "s", retentionPeriod: "24"))"#, "Number"),
    (#"stack.add(AWSKinesisStream("s", retentionPeriod: 24))"#, "'name'"),
    (#"stack.add(AWSKinesisStream("s", name: "s", streamModeDetails: .init(streamMod: "ON_DEMAND")))"#, "streamMode"),
    (
      #"stack.add(AWSKinesisStream("s", name: "s", streamModeDetails: AWSKinesisStream.StreamModeDetails()))"#,
      "'streamMode'"
    ),
    (#"let s = stack.add(AWSKinesisStream("s", name: "s")); let _: Text = s.arn"#, nil),
    (
      #"let s = stack.add(AWSKinesisStream("s", name: "s")); let _: Text = s.encryptionTyp"#,
      "did you mean 'encryptionType'"
    ),
    (#"let s = stack.add(AWSKinesisStream("s", name: "s")); let _: Text = s.shardCount"#, "Number"),
    (
      #"let s = stack.add(count: 2) { AWSKinesisStream("s", name: "s-\(Text($0))") }; let _: Text = s[0].arn; let _ = s.all(\.arn)"#,
      nil
    ),
    (#"let s = stack.add(count: 2) { _ in AWSKinesisStream("s", name: "s") }; let _: Text = s.arn"#, "'arn'"),
    (
      #"stack.add(AWSWAFv2WebACL("w", defaultAction: .init(), scope: "REGIONAL", visibilityConfig: .init(cloudwatchMetricsEnabled: true, metricName: "w", sampledRequestsEnabled: true)))"#,
      nil
    ),
    (#"stack.add(AWSWAFv2WebACL("w", defaultAction: .init(), scope: "REGIONAL"))"#, "'visibilityConfig'"),
    (#"stack.add(AWSVPCData("v", id: "vpc-1"))"#, nil),
    (#"let v = stack.add(AWSVPCData("v", tags: ["Name": "main"])); let _: Text = v.cidrBlock"#, nil),
    (
      #"let v = stack.add(Variable("days", default: 2, description: "d")); stack.add(AWSKinesisStream("s", name: "s", retentionPeriod: Number(v)))"#,
      nil
    ),
    (
      #"let t = stack.add(Topic("t")); let _: Expression = AWSFunctions.arnParse(arn: t.arn.text).member("region")"#,
      nil
    ),
    (#"let _: Text = AWSFunctions.trimIAMRolePath(arm: "x")"#, "'arn:'"),
    (#"let _: Text = ShopFunctions.joinAll(separator: ",", rest: "a", "b")"#, nil),
    (#"let t = stack.add(Topic("t")); stack.add(AWSKinesisStream("s", name: "\(t.arn)"))"#, nil),
    (
      #"let g = stack.add(AWSSecurityGroup("g", ingress: [.init(fromPort: 80, toPort: 80)])); stack.add(AWSSecurityGroupRule("r", fromPort: 1, protocol: "tcp", securityGroupID: g.id, toPort: 2, type: "ingress", selfValue: true))"#,
      nil
    ),
  ]

  /// Ten evenly chosen types of each mode and version, those that are hard to write, and the schema of the other tests.
  @Test func `generated types compile without a warning, and mistakes do not compile`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "infra-gen-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for source in try sources() {
      try source.text.write(to: folder.appending(path: source.name), atomically: true, encoding: .utf8)
    }
    let functions = Self.snippets.enumerated().map { number, snippet in
      "func snippet\(number)(_ stack: inout StackBuilder) { \(snippet.code) }"
    }
    try (["import InfraModel"] + functions).joined(separator: "\n")
      .write(to: folder.appending(path: "Snippets.swift"), atomically: true, encoding: .utf8)

    let output = try typeCheck(folder)
    var messages: [Int: String] = [:]
    for line in output.split(separator: "\n") {
      guard let match = line.firstMatch(of: /Snippets\.swift:(\d+):\d+: (error|note|warning): (.*)/),
        let number = Int(match.1)
      else {
        #expect(!line.contains("error:") && !line.contains("warning:"), "\(line)")
        continue
      }
      messages[number - 2, default: ""] += String(match.3) + "\n"
    }
    for (number, snippet) in Self.snippets.enumerated() {
      guard let word = snippet.word else {
        #expect(messages[number] == nil, "\(snippet.code)")
        continue
      }
      #expect(messages[number]?.contains(word) == true, "\(snippet.code): \(messages[number] ?? "compiles")")
    }
  }

  private func sources() throws -> [GeneratedSource] {
    let schema = try #require(ProviderSchema.aws.first)
    let hard = [
      "aws_kinesis_stream", "aws_wafv2_web_acl", "aws_security_group", "aws_security_group_rule", "aws_glue_job",
      "aws_lb_listener_rule", "aws_ecs_service",
    ]
    var types = Set(hard + evenly(schema.types())).sorted().compactMap { GeneratedType($0, .resource, in: schema) }
    types += Set(["aws_vpc"] + evenly(schema.types(.data))).sorted().compactMap { GeneratedType($0, .data, in: schema) }
    types += schema.types(.ephemeral).compactMap { GeneratedType($0, .ephemeral, in: schema) }
    return GeneratedSource.files(for: types, of: ProviderName(source: "hashicorp/aws", version: schema.version))
      + [GeneratedSource.functions(of: schema, ProviderName(source: "hashicorp/aws", version: ""))].compactMap(\.self)
      + (try GeneratedSourceTests.sources())
  }

  private func evenly(_ types: [String]) -> [String] {
    stride(from: 0, to: types.count, by: types.count / 10).map { types[$0] }
  }

  private func typeCheck(_ folder: URL) throws -> String {
    let modules = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
      .appending(path: "Modules")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    let compiler = Process()
    compiler.executableURL = URL(filePath: "/usr/bin/env")
    compiler.arguments =
      [
        "swiftc", "-typecheck", "-swift-version", "6", "-diagnostic-style", "llvm", "-I", modules.path,
        "-module-cache-path", folder.appending(path: "cache").path,
        // As in the manifest that `init` writes.
        "-Xfrontend", "-typo-correction-limit", "-Xfrontend", "10",
      ] + files.map(\.path)
    let output = Pipe()
    compiler.standardError = output
    compiler.standardOutput = output
    try compiler.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    compiler.waitUntilExit()
    return text
  }
}
