import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let vpcFunctionReachesXRay: RuleID = "vpc-function-reaches-xray"
}

struct VPCFunctionReachesXRay: Rule {
  static let description = RuleDescription(
    id: .vpcFunctionReachesXRay,
    title: "Every traced function in a VPC can reach X-Ray",
    rationale: "Without a NAT gateway or a VPC endpoint of X-Ray, the function runs, but its segments never arrive.",
    sources: ["AC6"],
    severity: .warning,
    asked: .ofStacksOnly(because: "Terraform does not know whether a VPC can reach X-Ray"),
    subjects: [LambdaFunction.self],
    good: [
      Example("The stack declares an endpoint of X-Ray") { stack in
        let group = stack.add(SecurityGroup("api", in: "vpc-1", description: "The API's functions"))
        stack.add(ServiceEndpoint("xray", to: .xray, in: "vpc-1", subnets: ["subnet-1"], for: ["api": group.id]))
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest"),
            vpc: VPCPlacement(
              subnets: ["subnet-1", "subnet-2"], securityGroups: ["sg-1"], reachesServices: .throughEndpoints)))
      },
      Example("The network has a NAT gateway") { stack in
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest"),
            vpc: VPCPlacement(
              subnets: ["subnet-1", "subnet-2"], securityGroups: ["sg-1"], reachesServices: .throughNAT)))
      },
      Example("The network's own stack declares its endpoints") { stack in
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest"),
            vpc: VPCPlacement(
              subnets: ["subnet-1", "subnet-2"], securityGroups: ["sg-1"],
              reachesServices: .throughEndpointsOfTheNetwork)))
      },
      Example("A function without tracing") { stack in
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30), tracing: .passThrough,
            logging: .json(to: "/aws/lambda/ingest"),
            vpc: VPCPlacement(
              subnets: ["subnet-1", "subnet-2"], securityGroups: ["sg-1"], reachesServices: .throughEndpoints)))
      },
    ],
    bad: [
      Counterexample("No endpoint at all") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest"),
            vpc: VPCPlacement(
              subnets: ["subnet-1", "subnet-2"], securityGroups: ["sg-1"], reachesServices: .throughEndpoints)))
        return [ingest.address]
      },
      Counterexample("An endpoint of another service") { stack in
        stack.add(
          VPCEndpoint(
            "secrets", to: .secretsManager, of: .usEast1, in: "vpc-1", subnets: ["subnet-1"], securityGroups: ["sg-1"]))
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest"),
            vpc: VPCPlacement(
              subnets: ["subnet-1", "subnet-2"], securityGroups: ["sg-1"], reachesServices: .throughEndpoints)))
        return [ingest.address]
      },
      Counterexample("An endpoint in another region") { stack in
        stack.add(
          VPCEndpoint(
            "xray", to: .xray, of: .euWest1, in: "vpc-1", subnets: ["subnet-1"], securityGroups: ["sg-1"]),
          in: .euWest1)
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest"),
            vpc: VPCPlacement(
              subnets: ["subnet-1", "subnet-2"], securityGroups: ["sg-1"], reachesServices: .throughEndpoints)))
        return [ingest.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    let reached = stack.regionsWithXRayEndpoint
    return stack.subjects(LambdaFunction.self).evaluateEach { function throws(DecodingFailure) in
      guard try function[\.tracing].canBe(.active), try function.lacksWayToXRay(among: reached) else { return nil }
      return finding(
        on: function,
        "function '\(function.name)' records traces in a VPC without an endpoint of X-Ray",
        fix: """
          add `stack.add(ServiceEndpoint("xray", to: .xray, in: …, subnets: …, for: …))`, or set `.throughNAT` in the \
          placement of '\(function.name)'
          """)
    }
  }
}
