extension RuleID {
  public static let lambdaLimits: RuleID = "lambda-limits"
}

struct LambdaLimits: Rule {
  static let description = RuleDescription(
    id: .lambdaLimits,
    title: "Every function stays within what Lambda gives, and its layers fit it",
    rationale: """
      A layer of another region fails to apply, and one for another processor fails when the function starts. Terraform \
      plans both.
      """,
    sources: ["FR-026", "T22", "aws-facts 1.1"],
    subjects: [LambdaFunction.self],
    good: [
      Example("The collector for the function's region and processor") { stack in
        stack.add(LambdaFunction.example(layers: [.adotCollector(in: .usEast1, for: .x86)]))
      },
      Example("As long and as large as it gets") { stack in
        stack.add(LambdaFunction.example(memory: .mb(10_240), timeout: .seconds(900)))
      },
    ],
    bad: [
      Counterexample("Nothing runs longer than a quarter of an hour") { stack in
        [stack.add(LambdaFunction.example(timeout: .seconds(901))).address]
      },
      Counterexample("Too little memory") { stack in
        [stack.add(LambdaFunction.example(memory: .mb(64))).address]
      },
      Counterexample("Six layers") { stack in
        let layers = (1...6).map { ARN<Layer>("arn:aws:lambda:us-east-1:123456789012:layer:part-\($0):1") }
        return [stack.add(LambdaFunction.example(layers: layers)).address]
      },
      Counterexample("The layer is published in another region") { stack in
        [stack.add(LambdaFunction.example(layers: [.adotCollector(in: .euWest1)]), in: .usEast1).address]
      },
      Counterexample("The layer is for another processor") { stack in
        [stack.add(LambdaFunction.example(layers: [.adotCollector(in: .usEast1, for: .arm)])).address]
      },
      Counterexample("The layer has no version") { stack in
        let layer: ARN<Layer> = ARN("arn:aws:lambda:us-east-1:123456789012:layer:tools")
        return [stack.add(LambdaFunction.example(layers: [layer])).address]
      },
      Counterexample("A place in a network without a security group") { stack in
        let nowhere = VPCPlacement(subnets: ["subnet-1"], securityGroups: [], reachesServices: .throughNAT)
        return [stack.add(LambdaFunction.example(vpc: nowhere)).address]
      },
      Counterexample("More subnets than Lambda takes") { stack in
        let subnets = (1...17).map { ID<Subnet>(Text("subnet-\($0)")) }
        let everywhere = VPCPlacement(subnets: subnets, securityGroups: ["sg-1"], reachesServices: .throughNAT)
        return [stack.add(LambdaFunction.example(vpc: everywhere)).address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    stack.declared(LambdaFunction.self).flatMap { function in
      sizes(of: function) + function.code.layers.compactMap { layer in misfit(layer, of: function) }
    }
  }

  private func sizes(of function: Declared<LambdaFunction>) -> [Finding] {
    let name = function.name
    let (seconds, megabytes, layers) = (function.timeout.known, function.memory.megabytes, function.code.layers.count)
    var findings: [Finding] = []
    if !(.seconds(1) ... .seconds(900)).contains(seconds) {
      findings.append(
        finding(
          on: function, "function '\(name)' may run for \(seconds), and Lambda gives 1 to 900 seconds",
          fix: "set `timeout: .seconds(\(min(max(seconds.wholeSeconds, 1), 900)))` on '\(name)'"))
    }
    if !(128...10_240).contains(megabytes) {
      findings.append(
        finding(
          on: function, "function '\(name)' asks for \(megabytes) MB, and Lambda gives 128 to 10240",
          fix: "set `memory: .mb(\(min(max(megabytes, 128), 10_240)))` on '\(name)'"))
    }
    if layers > 5 {
      findings.append(
        finding(
          on: function, "function '\(name)' has \(layers) layers, and Lambda takes 5",
          fix: "put the content of \(layers - 5) of its layers into the package of '\(name)'"))
    }
    if let vpc = function.vpc, !(1...16).contains(vpc.subnets.count) || !(1...5).contains(vpc.securityGroups.count) {
      findings.append(
        finding(
          on: function,
          """
          function '\(name)' is placed in \(vpc.subnets.count) subnets and \(vpc.securityGroups.count) security groups, \
          and Lambda takes 1 to 16 and 1 to 5
          """, fix: "give `vpc:` of '\(name)' as many of both as Lambda takes"))
    }
    return findings
  }

  private func misfit(_ layer: ARN<Layer>, of function: Declared<LambdaFunction>) -> Finding? {
    guard let arn = layer.text.literal else { return nil }
    let name = function.name
    let fields = arn.split(separator: ":", omittingEmptySubsequences: false)
    guard fields.count == 8, fields[5] == "layer", Int(fields[7]) != nil else {
      return finding(
        on: function, "function '\(name)' has a layer '\(arn)' without a version",
        fix: "write the layer's ARN in '\(name)' with its version, as `arn:aws:lambda:…:layer:name:1`")
    }
    if let region = layer.literalRegion, region != function.region {
      return finding(
        on: function, "function '\(name)' in '\(function.region)' has layer '\(fields[6])' of '\(region)'",
        fix: "take the layer that is published in '\(function.region)' for '\(name)'")
    }
    if let processor = processor(of: fields[6]), processor != function.architecture {
      return finding(
        on: function,
        "function '\(name)' runs on '\(function.architecture.rawValue)', and its layer '\(fields[6])' does not",
        fix: "take the layer for '\(function.architecture.rawValue)', or run '\(name)' on '\(processor.rawValue)'")
    }
    return nil
  }

  /// The processor in a layer's name, where the name says one.
  private func processor(of layer: Substring) -> Architecture? {
    if layer.contains("arm64") { return .arm }
    return layer.contains("amd64") || layer.contains("x86_64") ? .x86 : nil
  }
}
