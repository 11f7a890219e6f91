import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let lambdaLayerCompatible: RuleID = "lambda-layer-compatible"
}

struct LambdaLayerCompatible: Rule {
  static let description = RuleDescription(
    id: .lambdaLayerCompatible,
    title: "Every layer matches the region and architecture of its function",
    rationale: """
      A layer in another region fails during apply, and one for another architecture fails when the function \
      starts. Terraform plans both.
      """,
    sources: ["FR-026", "T22", "https://docs.aws.amazon.com/lambda/latest/dg/chapter-layers.html"],
    terraformFix: "use the ARN of the layer that is published in the function's region for its architecture",
    subjects: [LambdaFunction.self],
    good: [
      Example("The collector for the function's region and architecture") { stack in
        stack.add(
          LambdaFunction(
            "ingest",
            code: .zip(
              .file("ingest.zip"), runtime: .python313, handler: "app.handler",
              layers: [.adotCollector(in: .usEast1, for: .x86)]), role: ARN("arn:aws:iam::123456789012:role/example"),
            timeout: .seconds(30), logging: .json(to: "/aws/lambda/ingest")))
      }
    ],
    bad: [
      Counterexample("The layer is published in another region") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest",
            code: .zip(
              .file("ingest.zip"), runtime: .python313, handler: "app.handler", layers: [.adotCollector(in: .euWest1)]),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")),
          in: .usEast1)
        return [ingest.address]
      },
      Counterexample("The layer is for another architecture") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest",
            code: .zip(
              .file("ingest.zip"), runtime: .python313, handler: "app.handler",
              layers: [.adotCollector(in: .usEast1, for: .arm)]), role: ARN("arn:aws:iam::123456789012:role/example"),
            timeout: .seconds(30), logging: .json(to: "/aws/lambda/ingest")))
        return [ingest.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    stack.subjects(LambdaFunction.self).evaluate { function throws(DecodingFailure) in
      var findings: [Finding] = []
      var unclear: DecodingFailure?
      for layer in try function[\.code.layers] {
        do throws(DecodingFailure) {
          if let misfit = try misfit(layer, of: function) { findings.append(misfit) }
        } catch { unclear = error }
      }
      if findings.isEmpty, let unclear { throw unclear }
      return findings
    }
  }

  private func misfit(_ layer: ARN<Layer>, of function: Subject<LambdaFunction>) throws(DecodingFailure) -> Finding? {
    guard let arn = layer.text.literal else {
      try layer.text.expectDecided(in: "layers")
      return nil
    }
    let name = function.name
    let fields = arn.split(separator: ":", omittingEmptySubsequences: false)
    // A layer without a version is a fault of the argument.
    guard fields.count == 8, fields[5] == "layer" else { return nil }
    if let region = layer.literalRegion, region != function.region {
      return finding(
        on: function, "function '\(name)' in '\(function.region)' has layer '\(fields[6])' from '\(region)'",
        fix: "use the layer that is published in '\(function.region)' for '\(name)'",
        terraformFix: "use the ARN of the layer that is published in '\(function.region)'")
    }
    guard let processor = processor(of: fields[6]) else { return nil }
    let architecture = try function[\.architecture]
    guard processor != architecture else { return nil }
    return finding(
      on: function,
      "function '\(name)' runs on '\(architecture.rawValue)', but its layer '\(fields[6])' is for '\(processor.rawValue)'",
      fix: "use the layer for '\(architecture.rawValue)', or run '\(name)' on '\(processor.rawValue)'",
      terraformFix: "use the layer for '\(architecture.rawValue)', or set `architectures` to '\(processor.rawValue)'")
  }

  /// The processor in a layer's name, where the name says one.
  private func processor(of layer: Substring) -> Architecture? {
    if layer.contains("arm64") { return .arm }
    return layer.contains("amd64") || layer.contains("x86_64") ? .x86 : nil
  }
}
